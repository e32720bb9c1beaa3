"""How the writer's own side voted, where that is told by what was done to it: "it went ninety to twelve against us",
"the Assembly told us to leave", and hence what it says of others that they "stood by us".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Position, Tally, whole
from onrecord.reading.extract.own_nation import is_own
from onrecord.reading.extract.state import Discourse
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

US = frozenset({"us", "our", "our side", "ourselves"})
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
        if tally is not None and (side := _counted_for_us(chunks, at, tally)) is not None:
            discourse.ours = sentence.index, side
        elif blamed or (outvoted and before.split()[-1] == "against" and not (at > 1 and chunks[at - 2].has("member"))):
            discourse.ours = sentence.index, "no"


FOR_US = frozenset({"for", "with", "behind"})
OTHER = {"yes": "no", "no": "yes"}


def _counted_for_us(chunks: list[Chunk], at: int, tally: Tally) -> str | None:
    """ "116 for us, six against", "141 on our side", "six stood against us": how our side voted."""
    lead = chunks[at - 1].lower.split()[-1]
    beside = lead in FOR_US or (lead in ("on", "at") and chunks[at].lower == "our side")
    if not beside and lead != "against":
        return None
    number = next((i for i in range(at - 2, max(at - 6, -1), -1) if chunks[i].number is not None), None)
    if number is None or (number and chunks[number - 1].lower in ("to", "-", "–")):
        return None  # "ninety to twelve against us"
    told = {role: whole(part) for role in OTHER if (part := getattr(tally, role)) is not None}
    part = next((role for role, many in told.items() if many == chunks[number].cardinal), None)
    return None if part is None else part if beside else OTHER[part]


def our_side(sentence: Sentence, discourse: Discourse) -> str | None:
    """How the writer's side voted, where the text said so not long before."""
    told = discourse.ours
    return told[1] if told is not None and 0 <= sentence.index - told[0] <= NEAR else None


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


OF_THE_VOTE = ("vote_noun", "text", "cite", "council", "assembly", "body", "in_assembly", "in_council")


def at_something_else(chunks: list[Chunk], last: int) -> bool:
    """ "Was with us at dinner", and not "at the vote", "in the Assembly": what is told behind `last` of no vote."""
    where = chunks[last + 1] if last + 1 < len(chunks) else None
    if where is None or where.date is not None or where.lower not in ("at", "in", "for"):
        return False
    thing = next((c for c in chunks[last + 2 : last + 5] if not c.has("determiner", "of_adjective")), None)
    return thing is not None and thing.date is None and not thing.has(*OF_THE_VOTE)


def with_us(sentence: Sentence, discourse: Discourse) -> tuple[str, bool] | None:
    """How those voted who are told of as "with us", and whether that is only likely; None where nothing says so."""
    if (side := our_side(sentence, discourse)) is not None:
        return side, False
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
