"""Whom a rule is said of, where it is said of members that are named: "France, which could have stopped it"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import able
from onrecord.reading.extract.membership_subjects import without_speaker
from onrecord.reading.extract.rule_memory import Memory
from onrecord.reading.naming import named_by
from onrecord.reading.parsed import Phrase, Sentence, is_demonym

_BEFORE_COULD = re.compile(
    r"(?:, (?:unlike|like|besides|just like) [^,;.:]{2,40},)?"
    r"(?:, (?:being |as |merely |then |itself |not )*an? (?:\w+ )?member[^,;.:]{0,30}|, (?:which|who) [^,;.:]{3,50},)?"
    r"[,()]*\s*(?:'s|(?:either|any|both|each|neither|one) of (?:whom|which|them|the two|the three)|who|which|"
    r"(?:who|which) (?:both|each|alone|also)|alone|also|too|each|both|itself|still|and|that)?\s*,?|"
    r"(?:'s|s') (?:no|noes|votes?|veto|\w+ vote).{0,20}"
)
_ASIDE = re.compile(r", (?:unlike|like|besides|just like) (?:the )?\Z")
"""In front of those with whom somebody is compared: "Russia, unlike India, could have vetoed it"."""
_THEIR_OWN = re.compile(
    r"\b(?:its|their|that|this|her|his) (?:no|vote|own vote|vote against|negative(?: vote)?)\Z|, it\Z"
)
_ANY_OF_THEM = re.compile(
    r"(?:\A|[.;:,] |\b(?:and|but|though|although) )"
    r"(?P<any>(?P<some>one|two|three)(?= of the)|either|both|each|any one|any|neither)"
    r"(?: of (?:them|these|those|whom|the (?P<all>two|three|four|five)))?(?: alone)?,?\s*\Z",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?P<first>\A)?(?:\A|[,;:(—–-] ?|\b(?:and|but|though|although|while|yet|because|since|that) )"
    r"(?P<it>it|he|she|they|the latter)(?: (?:alone|too|also|itself))?\s*\Z",
    re.IGNORECASE,
)
_WERE_IT_ELSE = re.compile(r"\b(?:had|were|if)\b.*\b(?:permanent|members?|seat|veto|rules?|power)\b", re.IGNORECASE)
"""In front of what a member could do if it were another: "had Germany been a permanent member, it could …"."""
_NOBODY = re.compile(r"(?:nobody|no|none|not one)\b", re.IGNORECASE)
_NEITHER = re.compile(r"\b[Nn]either (?:the )?\Z")
_SIZES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


@dataclass(frozen=True, slots=True)
class SaidOf:
    members: Members
    first: int
    """Where in the sentence they are named."""
    quantity: int | None = None
    """How many of them, where not all."""
    negated: bool = False


def said_of(
    sentence: Sentence, found: list[Phrase], memory: Memory, statement: str, negated: bool, match: re.Match[str]
) -> SaidOf | None:
    """Of whom the words of the match say that they could stop a text, or that their vote was a veto."""
    if statement != "could do so" and _NOBODY.match(match.group()) is not None:
        return SaidOf(Members(nobody=True, text="nobody"), match.start(), None, negated)
    members, first = who(sentence, found, match.start(), statement == "counts as veto")
    if statement == "could do so":
        of_it = sure(members, negated) if sentence.index - memory.veto_at <= 1 else None
        return SaidOf(of_it, first, None, negated) if of_it is not None else None
    if members is None and statement == "could stop":
        lone = memory.lone if sentence.index - memory.lone_at == 1 else None
        members, first = by_pronoun(sentence, found, match.start(), lone)
        members = sure(members, negated)
    if members is not None:
        # "Neither Yemen nor Cuba can veto"
        return SaidOf(members, first, None, negated is not bool(_NEITHER.search(sentence.text, 0, first)))
    if statement != "could stop":
        return None
    several = memory.several if sentence.index - memory.several_at <= 1 else None
    members, first, quantity = any_of_them(sentence, found, match.start(), several)
    if members is None:
        return None
    return SaidOf(members, first, quantity, negated is not sentence.text[first:].lower().startswith("neither"))


def any_of_them(
    sentence: Sentence, found: list[Phrase], at: int, earlier: Members | None
) -> tuple[Members | None, int, int | None]:
    """ "Moscow and Beijing abstained. Either could have stopped it": those just named, and how many of them; `earlier`
    are those of the sentence before.
    """
    match = _ANY_OF_THEM.search(sentence.text, 0, at)
    here = [p.members for p in found if len(p.members.named) > 1]
    here = here if here and sentence.chunks[found[0].first].start - sentence.start < at else []
    several = here[0] if here else earlier
    if match is None or several is None:
        return None, 0, None
    if match["all"] is not None and _SIZES[match["all"].lower()] != len(several.named):
        return None, 0, None
    return several, match.start("any"), _SIZES[match["some"].lower()] if match["some"] else None


def by_pronoun(sentence: Sentence, found: list[Phrase], at: int, lone: Members | None) -> tuple[Members | None, int]:
    """ "China abstained, though it could have vetoed"; `lone` is the one member that the sentence before named."""
    match = _PRONOUN.search(sentence.text, 0, at)
    if match is None or _WERE_IT_ELSE.search(sentence.text, 0, at) is not None:
        return None, 0
    if match["first"] is not None:
        return lone, match.start()
    named = [p.members for p in found if p.members.named and sentence.chunks[p.last].end - sentence.start <= at]
    meant = named[0] if len(named) == 1 else None
    return meant, match.start("it")


def sure(members: Members | None, negated: bool) -> Members | None:
    """Those whom "it" or "the same" leaves no doubt of: they can veto, or are said not to be able to."""
    return members if members is not None and able(members, "veto") is not negated else None


def who(sentence: Sentence, found: list[Phrase], at: int, owning: bool = False) -> tuple[Members | None, int]:
    """The members named last before the offset, with nothing but a relative clause's opening between; where `owning`
    also further off, as those whose vote "its no" is.
    """
    best: Phrase | None = None
    for named in found:
        ends = sentence.chunks[named.last].end - sentence.start
        aside = _ASIDE.search(sentence.text, 0, sentence.chunks[named.first].start - sentence.start) is not None
        if ends <= at and (named.members.named or named.members.groups) and not aside:
            best = named
    if best is None:
        no = next((c for c in sentence.chunks if is_demonym(c) and c.end + 1 == sentence.start + at), None)
        names = named_by(no) if no is not None else []  # "a Malian no is no veto"
        return (Members(tuple(names), text=no.text), no.start - sentence.start) if no and names else (None, 0)
    ends = sentence.chunks[best.last].end - sentence.start
    gap = without_speaker(sentence.text[ends:at] + " ").strip().lower()
    if not (_BEFORE_COULD.fullmatch(gap) or (owning and _THEIR_OWN.search(gap))):
        return None, 0
    if gap.lstrip(", ").startswith("which") and len(best.members.named) > 1 and not best.members.groups:
        # "Poland, Spain and the Soviet Union, which could have killed it": the last of them
        last = best.members.named[-1]
        return Members((last,), text=last.text), sentence.chunks[best.last].start - sentence.start
    return best.members, sentence.chunks[best.first].start - sentence.start
