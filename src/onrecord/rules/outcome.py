"""What a rule makes of a vote, and the sentence that says why.

The Charter, Article 27, and the Repertoire of the Practice of the Security Council, chapter IV: a permanent member's
vote against is a veto only where the draft had the needed votes in favour and the matter was not procedural.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.record.model import Modality, Option, Outcome, VoteEvent
from onrecord.rules.model import (
    MEMBERS,
    PROCEDURAL,
    AllOf,
    Among,
    Condition,
    Decision,
    DecisionRule,
    Majority,
    majorities,
)
from onrecord.rules.words import counted, joined, number, share_in_words


@dataclass(frozen=True, slots=True)
class _Division:
    """Weight in favour, weight against and weight of all, by the name of the weight."""

    in_favour: Mapping[str, int]
    against: Mapping[str, int]
    total: Mapping[str, int]


def outcome(rule: DecisionRule, votes: Mapping[str, Option], names: Mapping[str, str] | None = None) -> Decision:
    """Decide from the members' votes (member code to option); `names` are used in the reason instead of codes."""
    cast = {option: [member for member, own in votes.items() if own is option] for option in Option}
    weights = {MEMBERS: dict.fromkeys(votes, 1), **rule.weights}
    division = _Division(
        {name: sum(weight.get(member, 0) for member in cast[Option.YES]) for name, weight in weights.items()},
        {name: sum(weight.get(member, 0) for member in cast[Option.NO]) for name, weight in weights.items()},
        {name: sum(weight.values()) for name, weight in weights.items()}
        | {MEMBERS: rule.size if rule.size is not None else len(votes)},
    )
    counts = (len(cast[Option.YES]), len(cast[Option.NO]), len(cast[Option.ABSTAIN]), len(cast[Option.NOT_VOTING]))
    return _decide(rule, division, counts, stopping_votes(rule, votes), {**rule.members, **(names or {})})


def stopping_votes(rule: DecisionRule, votes: Mapping[str, Option]) -> tuple[str, ...]:
    """The veto holders whose votes stop a proposal, should there be enough of them, in the order of the rule."""
    if rule.veto is None:
        return ()
    stopping = [Option.NO]
    if rule.veto.abstention_blocks:
        stopping.append(Option.ABSTAIN)
    if rule.veto.absence_blocks:
        stopping.append(Option.NOT_VOTING)
    return tuple(member for member in rule.veto.holders if votes.get(member, Option.NOT_VOTING) in stopping)


def outcome_of_counts(
    rule: DecisionRule,
    yes: int,
    no: int,
    abstain: int = 0,
    not_voting: int = 0,
    vetoed_by: Sequence[str] = (),
    names: Mapping[str, str] | None = None,
) -> Decision:
    """Decide from counts of members where it is not known who voted how.

    `vetoed_by` are the veto holders known to have voted against. ValueError where the rule weighs members.
    """
    division = _of_counts(rule, yes, no, abstain, not_voting)
    stopping = [member for member in vetoed_by if member in rule.veto_holders]
    return _decide(rule, division, (yes, no, abstain, not_voting), stopping, {**rule.members, **(names or {})})


def result_of_counts(
    rule: DecisionRule, yes: int, no: int, abstain: int = 0, not_voting: int = 0, vetoes: int = 0
) -> Outcome:
    """The outcome alone, without the sentence that says why, for those who ask of thousands of votes."""
    return _result(rule, _of_counts(rule, yes, no, abstain, not_voting), vetoes)


def _of_counts(rule: DecisionRule, yes: int, no: int, abstain: int, not_voting: int) -> _Division:
    if rule.weights and any(majority.of != MEMBERS for majority in majorities(rule.carried_by)):
        raise ValueError(f"{rule.id} weighs its members, so counts of votes do not decide")
    total = rule.size if rule.size is not None else yes + no + abstain + not_voting
    return _Division({MEMBERS: yes}, {MEMBERS: no}, {MEMBERS: total})


def decide(
    rule: DecisionRule, event: VoteEvent, votes: Mapping[str, Option], names: Mapping[str, str] | None = None
) -> Decision | None:
    """Decide one recorded vote: from who voted how where that is known, else from the counts; None where neither is."""
    if event.modality is Modality.WITHOUT_VOTE:
        counts = (event.yes or 0, event.no or 0, event.abstain or 0, event.not_voting or 0)
        return Decision(Outcome.ADOPTED, "Adopted without a vote.", *counts)
    if votes:
        return outcome(rule, votes, names)
    if event.yes is None or event.no is None:
        return None
    return outcome_of_counts(
        rule, event.yes, event.no, event.abstain or 0, event.not_voting or 0, event.vetoed_by, names
    )


def _decide(
    rule: DecisionRule,
    division: _Division,
    counts: tuple[int, int, int, int],
    stopping: Sequence[str],
    names: Mapping[str, str],
) -> Decision:
    result = _result(rule, division, len(stopping))
    if result is Outcome.NOT_ADOPTED:
        reason = f"Not adopted: {_shortfall(rule.carried_by, division)}{_no_veto(rule, stopping, names)}."
        return Decision(Outcome.NOT_ADOPTED, reason, *counts, unheeded=tuple(stopping))
    if result is Outcome.VETOED:
        reason = f"Vetoed: it had {_support(rule, division)}, but {_blockers(rule, stopping, names)}."
        return Decision(Outcome.VETOED, reason, *counts, blocking=tuple(stopping))
    reason = f"Adopted with {_support(rule, division)}{_unopposed(rule, stopping, names)}."
    return Decision(Outcome.ADOPTED, reason, *counts, unheeded=tuple(stopping))


def _result(rule: DecisionRule, division: _Division, vetoes: int) -> Outcome:
    if not _met(rule.carried_by, division):
        return Outcome.NOT_ADOPTED
    return Outcome.VETOED if rule.veto is not None and vetoes >= rule.veto.needed else Outcome.ADOPTED


def _met(condition: Condition, division: _Division) -> bool:
    if isinstance(condition, Majority):
        of = condition.of
        return condition.met(division.in_favour[of], division.against[of], division.total[of])
    parts = (_met(part, division) for part in condition.parts)
    return all(parts) if isinstance(condition, AllOf) else any(parts)


def _bar(majority: Majority, division: _Division) -> int:
    of = majority.of
    base = division.total[of] if majority.among is Among.ALL else division.in_favour[of] + division.against[of]
    return majority.amount(base)


def _support(rule: DecisionRule, division: _Division) -> str:
    decisive = [majority for majority in majorities(rule.carried_by) if _met(majority, division)]
    return joined([_measured(majority, division) for majority in decisive])


def _shortfall(condition: Condition, division: _Division) -> str:
    if isinstance(condition, Majority):
        return _measured(condition, division)
    missed = [_shortfall(part, division) for part in condition.parts if not _met(part, division)]
    if isinstance(condition, AllOf):
        return joined(missed)
    return "; it fell short of the other way to pass, too: ".join(missed)


def _measured(majority: Majority, division: _Division) -> str:
    in_favour, against = division.in_favour[majority.of], division.against[majority.of]
    if majority.among is Among.PRESENT_AND_VOTING:
        bar = share_in_words(majority)
        cast = f"{counted(in_favour, 'vote')} in favour and {number(against)} against"
        return f"{cast}, where {bar} of the members present and voting was needed"
    needed = _bar(majority, division)
    support = f"{counted(in_favour, 'vote')} in favour"
    if majority.of != MEMBERS:
        cast = f"{number(in_favour)} of {number(division.total[majority.of])}"
        # "Votes" and "electors" are counted; a "population" is only measured.
        plural = majority.of.endswith("s")
        support = f"{cast} {majority.of} in favour" if plural else f"{cast} in favour by {majority.of}"
    return f"{support}, where {number(needed)} {'was' if needed == 1 else 'were'} needed"


def _named(members: Sequence[str], names: Mapping[str, str]) -> str:
    return joined([names.get(member, member) for member in members])


def _blockers(rule: DecisionRule, stopping: Sequence[str], names: Mapping[str, str]) -> str:
    called = rule.veto.called if rule.veto else ""
    return f"{counted(len(stopping), called, in_words=True)} voted against it ({_named(stopping, names)})"


def _no_veto(rule: DecisionRule, stopping: Sequence[str], names: Mapping[str, str]) -> str:
    if not stopping or rule.veto is None:
        return ""
    what = "the votes against" if len(stopping) > 1 else "the vote against"
    whose = f"{what} by {counted(len(stopping), rule.veto.called, in_words=True)} ({_named(stopping, names)})"
    return f"; {whose} blocked nothing, since the majority was missing anyway"


def _unopposed(rule: DecisionRule, stopping: Sequence[str], names: Mapping[str, str]) -> str:
    if rule.veto is None:
        return ", on a procedural matter, where there is no veto" if rule.matter == PROCEDURAL else ""
    if not stopping:
        return f", and no {rule.veto.called} voted against it"
    return (
        f"; {counted(len(stopping), rule.veto.called, in_words=True)} voted against it ({_named(stopping, names)}), "
        f"but {number(rule.veto.needed)} were needed to stop it"
    )
