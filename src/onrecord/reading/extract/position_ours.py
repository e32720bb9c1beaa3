"""How the writer's own side voted, where that is told by what was done to it: "it went ninety to twelve against us",
"the Assembly told us to leave", and hence what it says of others that they "stood by us".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.claims.vote import Members, Position, whole
from onrecord.reading.extract.own_nation import is_own
from onrecord.reading.extract.state import Discourse
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

US = frozenset({"us", "our", "ourselves"})
_WORDS = word_sets("position_words.csv")
BLAMING = _WORDS["blaming"]
BIDDING = _WORDS["ordering"]
BODIES = ("assembly", "council", "member_noun")
NEAR = 4
"""Sentences for which a text goes on about a vote on its own side."""
SIDES = {"yes": "yes", "no": "no", "veto": "no", "abstain": "abstain"}


def note_ours(sentence: Sentence, discourse: Discourse) -> None:
    """Keeps in `discourse` that the writer's side is the one that a text was voted against."""
    if sentence.words.isdisjoint(US) or sentence.question or sentence.withdrawn:
        return
    tally = discourse.tallies[-1] if discourse.tallies and discourse.tallies[-1].sentence == sentence.index else None
    outvoted = tally is not None and tally.yes is not None and tally.no is not None
    outvoted = outvoted and tally is not None and whole(tally.yes or 0) > whole(tally.no or 0)
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks[: sentence.unreal_from]):
        if chunk.lower not in US or chunk.text == "US" or not at:
            continue
        before, behind = chunks[at - 1].lower, chunks[at + 1].lower if at + 1 < len(chunks) else ""
        by_body = tally is not None or any(c.has(*BODIES) for c in chunks[:at])
        blamed = by_body and (before in BLAMING or (before in BIDDING and behind == "to"))
        if blamed or (outvoted and before.split()[-1] == "against"):
            discourse.ours = sentence.index, "no"


def note_own_vote(claim: Position, discourse: Discourse) -> None:
    """Keeps how the writer's own state is said to have voted."""
    side = SIDES.get(claim.choice)
    if side is not None and not claim.negated and claim.members.named and is_own(claim.members.named[0]):
        discourse.ours = claim.sentence, side


def of_us(companions: Members | None) -> bool:
    """Whether those beside whom others voted are the writer's own."""
    if companions is None:
        return False
    return companions.first_person or (bool(companions.named) and all(is_own(named) for named in companions.named))


def with_us(sentence: Sentence, discourse: Discourse) -> tuple[str, bool] | None:
    """How those voted who are told of as "with us", and whether that is only likely; None where nothing says so."""
    if discourse.ours is not None and 0 <= sentence.index - discourse.ours[0] <= NEAR:
        return discourse.ours[1], False
    tally = discourse.tallies[-1] if discourse.tallies else None
    if tally is None or tally.yes is None or tally.no is None or sentence.index - tally.sentence > NEAR:
        return None
    # Who counts those that stood by him was mostly in the minority.
    return ("no", True) if 1 < whole(tally.no) < whole(tally.yes) else None


def also_likely(claim: Position, sentence: Sentence, discourse: Discourse) -> list[Position]:
    """Beside what is told of those who voted as a state did that only may be the writer's: as the minority did."""
    if claim.choice != "with" or claim.negated or discourse.own_sure or not of_us(claim.companions):
        return []
    ours = with_us(sentence, discourse)
    return [] if ours is None or not ours[1] else [replace(claim, choice=ours[0], companions=None, loose=True)]
