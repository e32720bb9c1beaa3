"""Whose text the sentence of a claim says that it is about: "abstained on the American paper"."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.checking.citing import between
from onrecord.checking.clauses_apart import set_off
from onrecord.reading.claims.vote import Position, Sponsor, VoteClaim
from onrecord.reading.parsed import Sentence, finite

RELATIVE_REACH = 60
"""Characters between whose text it is and what a relative clause says of it."""


def told_sponsors(sentence: Sentence, claim: VoteClaim, sponsors: Iterable[Sponsor]) -> frozenset[str]:
    """Who is said to have put the claim's text forward: codes of every reading of the names."""
    if isinstance(claim, Sponsor) and claim.known:
        return frozenset()
    beside = tuple(sponsors)
    if isinstance(claim, Sponsor):
        # "The draft, written by Peru, was sponsored by others, Chad among them": one text
        same = next((s for s in beside if s.start == claim.start and s.end < claim.end and s is not claim), claim)
        beside = (same,)
    about = [s for s in beside if s.start < claim.end and claim.start < s.end and not _in_a_clause(sentence, s, claim)]
    if about:
        # "Abstained on the American paper but voted for the Russian"
        later = isinstance(claim, Position) and (claim.aimed or _another_deed(sentence, about))
        return codes_named(about[-1] if later else about[0])
    whose = next((s for s in reversed(beside) if _told_of_it(sentence, s, claim)), None)
    return frozenset() if whose is None else codes_named(whose)


def _another_deed(sentence: Sentence, about: list[Sponsor]) -> bool:
    """ "Backed the American draft and opposed the Russian one": what is said of the second text has its own verb."""
    if len(about) < 2:
        return False
    gap = between(sentence, about[-2].end, about[-1].start)
    return bool(gap) and gap[0].has("and", "but") and any(c.has("verb") for c in gap[1:3])


def _in_a_clause(sentence: Sentence, sponsor: Sponsor, claim: VoteClaim) -> bool:
    """ "Russia, which had vetoed a US draft, voted in favour": whose text that was says nothing of this one."""
    if sponsor is claim:
        return False
    last = next((c for c in reversed(sentence.chunks) if c.end <= sponsor.end), None)
    return last is not None and set_off(sentence, last, claim.end, claim)


def _told_of_it(sentence: Sentence, sponsor: Sponsor, claim: VoteClaim) -> bool:
    """ "Her veto of the Kuwaiti text on Gaza, which ten had backed": a relative clause behind whose text it is."""
    if (
        sponsor.end > claim.start
        or sponsor.negated
        or sponsor.amendment
        or not claim.start - sponsor.end < RELATIVE_REACH
    ):
        return False
    gap = between(sentence, sponsor.end, claim.start)
    opens = next((c for c in sentence.chunks if c.start == claim.start), None)
    if any(finite(c) or c.text in ";:—" or c.has("member", "text") for c in gap):
        return False
    return opens is not None and opens.has("relative") and opens.lower in ("which", "that")


def codes_named(sponsor: Sponsor) -> frozenset[str]:
    named = (alias.code for name in sponsor.members.named for alias in name.aliases)
    return frozenset((*named, *sponsor.members.groups))
