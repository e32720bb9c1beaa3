"""All, every, never, not since, last, only: "has blocked every ceasefire text", "has never vetoed alone"."""

from __future__ import annotations

from onrecord.reading.claims.vote import Generalisation, Members
from onrecord.reading.extract.counts import ACTS, _alone, _period, _scope, _scope_end
from onrecord.reading.extract.state import Discourse
from onrecord.reading.grammar import Phrase, Sentence, subject_of


def generalisations(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Generalisation]:
    if sentence.question or sentence.withdrawn:
        return []
    claims: list[Generalisation] = []
    for at, chunk in enumerate(sentence.chunks):
        if at >= sentence.unreal_from:
            break
        claim = None
        if chunk.lower in ("never", "never before", "never once", "not once"):
            claim = _never(sentence, found, at, discourse)
        elif chunk.has("negation") or chunk.lower == "last":
            claim = _not_since(sentence, found, at, discourse) or _last(sentence, found, at, discourse)
        elif chunk.has("last_word"):
            claim = _last(sentence, found, at, discourse)
        elif chunk.has("every"):
            claim = _every(sentence, found, at, discourse)
        elif chunk.has("nobody"):
            claim = _nobody_since(sentence, found, at)
        if claim is not None and not any(c.start < claim.end and claim.start < c.end for c in claims):
            claims.append(claim)
    return claims


def _act(sentence: Sentence, first: int, last: int) -> tuple[str | None, int]:
    chunks = sentence.chunks
    for position in range(max(first, 0), min(last, len(chunks))):
        chunk = chunks[position]
        for meaning, act in ACTS.items():
            if chunk.verb(meaning) and (meaning in ("veto", "abstain") or any(c.has("text", "council", "cite") for c in chunks)):
                return act, position
        if chunk.verb("use") and any(c.has("veto_noun") or c.lower == "it" and discourse_it for c in chunks[position : position + 5] for discourse_it in (True,)):
            return "veto", position
        if chunk.verb("vote"):
            for following in range(position + 1, min(position + 4, len(chunks))):
                if chunks[following].has("no_noun"):
                    return "no", following
                if chunks[following].has("yes_noun"):
                    return "yes", following
    return None, first


def _make(
    sentence: Sentence, first: int, last: int, form: str, members: Members, what: str, at: int, **more: object
) -> Generalisation:
    chunks = sentence.chunks
    return Generalisation(
        chunks[first].start, chunks[last].end, sentence.index, sentence.speaker_at(chunks[at].start), form=form, members=members,
        what=what, period=_period(sentence, first, last), only=_alone(chunks[first : last + 1]), **more,  # type: ignore[arg-type]
    )  # fmt: skip


def _subject(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> tuple[Members, int] | None:
    subject = subject_of(sentence, found, at)
    if subject is None:
        for phrase in found:
            if at < phrase.first <= at + 4:
                subject = phrase
                break
    if subject is None:
        for position in range(at + 1, min(at + 4, len(sentence.chunks))):
            if sentence.chunks[position].lower in ("it", "they", "he", "she"):
                members = discourse.resolve_pronoun(Members(pronoun=True, text=sentence.chunks[position].lower), sentence)
                return (members, position) if members is not None else None
        return None
    members = discourse.resolve_pronoun(subject.members, sentence)
    if members is None or not (members.named or members.groups or members.adjective):
        return None
    return members, subject.first


def _never(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    what, act_at = _act(sentence, at + 1, at + 9)
    if what is None:
        return None
    subject = _subject(sentence, found, at, discourse)
    if subject is None:
        return None
    members, first = subject
    last = _scope_end(sentence, act_at)
    return _make(sentence, min(first, at), last, "never", members, what, at, scope=_scope(sentence, act_at, last, act_at))


def _not_since(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "Has not vetoed anything since 1989"."""
    chunks = sentence.chunks
    what, act_at = _act(sentence, at + 1, at + 5)
    if what is None:
        return None
    since = next((c.date for c in chunks[act_at:] if c.date is not None and c.date.role in ("since", "after", "between")), None)
    between = next((c.date for c in chunks[:at] if c.date is not None and c.date.role == "between"), None)
    once = any(c.lower == "once" for c in chunks[act_at : act_at + 5])
    if since is None and not (between is not None and once):
        return None
    subject = _subject(sentence, found, at, discourse)
    if subject is None:
        return None
    members, first = subject
    last = _scope_end(sentence, act_at)
    return _make(sentence, min(first, at), last, "never", members, what, at, scope=_scope(sentence, act_at, last, act_at))


def _last(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "The last French veto came in December 1989", "it last vetoed in 2011"."""
    chunks = sentence.chunks
    what, act_at = _act(sentence, at + 1, at + 3)
    if what is None:
        act_at = next((i for i in range(at + 1, min(at + 5, len(chunks))) if chunks[i].has("veto_noun") and chunks[i].lower == "veto"), -1)
        if act_at < 0 and not (discourse.vetoes_spoken_of and at + 1 < len(chunks) and chunks[at + 1].lower in ("of", "came", "was") ):
            return None
        what, act_at = "veto", max(act_at, at)
    when = [c for c in chunks[at : at + 16] if c.date is not None and c.date.role == "at"]
    if not when:
        return None
    from onrecord.reading.extract.counts import _members_of_act

    members = _members_of_act(sentence, found, at, act_at, discourse)
    if members is None or not members.named:
        return None
    last = _scope_end(sentence, max(act_at, at))
    return Generalisation(
        chunks[max(at - 1, 0)].start, max(chunks[last].end, when[0].end), sentence.index, sentence.speaker_at(chunks[at].start), form="last",
        members=members, what=what, period=(when[0].date,), scope=_scope(sentence, at, last, act_at),  # type: ignore[arg-type]
    )  # fmt: skip


def _every(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "Has blocked every ceasefire text", "as it has on every resolution", "always abstained"."""
    chunks = sentence.chunks
    members: Members | None
    if not any(c.has("text", "veto_noun", "vote_noun", "times") for c in chunks[at : at + 9]) and chunks[at].lower not in ("always", "invariably", "consistently"):
        return None
    for back in range(at - 1, max(at - 12, -1), -1):
        chunk = chunks[back]
        if chunk.lower in ("as",) and any(c.has("have", "do") or c.lower == "always" for c in chunks[back:at]):
            if discourse.last_choice is None:
                return None
            members = discourse.resolve_pronoun(Members(pronoun=True, text="they" if any(c.lower == "they" for c in chunks[back:at]) else "it"), sentence)
            named = next((p.members for p in found if back <= p.first < at), None)
            members = named or members
            if members is None:
                return None
            last = _scope_end(sentence, at)
            return _make(sentence, back, last, "every", members, discourse.last_choice, at, scope=_scope(sentence, at, last, at))
    what, act_at = _act(sentence, max(0, at - 8), at + 5 if chunks[at].lower in ("always", "invariably", "consistently") else at)
    if what is None:
        return None
    subject = subject_of(sentence, found, act_at)
    if subject is None:
        return None
    members = discourse.resolve_pronoun(subject.members, sentence)
    if members is None or not members.named:
        return None
    from onrecord.reading.grammar import asserted

    entry = next((e for e in chunks[act_at].entries if e.kind == "verb"), None)
    if entry is None or not asserted(sentence, act_at, subject.last if subject.last < act_at else -1, entry.form):
        return None
    last = _scope_end(sentence, max(at, act_at))
    return _make(sentence, subject.first, last, "every", members, what, at, scope=_scope(sentence, at, last, at))


def _nobody_since(sentence: Sentence, found: list[Phrase], at: int) -> Generalisation | None:
    """ "No African member has voted against a resolution since 1990"."""
    return None
