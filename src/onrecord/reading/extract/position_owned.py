"""Whose the votes were that a count just gave: "it got three votes: Russia's own, China's and Namibia's"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Named, Position, Tally, whole
from onrecord.reading.extract.state import Discourse
from onrecord.reading.naming import OWNING
from onrecord.reading.parsed import Sentence

MOST = 9
"""Votes that a list of whose they were may have."""
ASIDE = 6
"""Chunks that may be thrown in between two of the list: "and, what people forget, Namibia's"."""
OPENING = (",", ":", "–", "—", "(", "-")


def owned_votes(sentence: Sentence, discourse: Discourse) -> Position | None:
    """Those named as the owners of the votes counted right before them, in this sentence or the one before."""
    tally = discourse.tallies[-1] if discourse.tallies else None
    if (
        tally is None
        or not 0 <= sentence.index - tally.sentence <= 1
        or "'s" not in sentence.text
        or sentence.withdrawn
    ):
        return None
    told = _one_part(tally)
    if told is None:
        return None
    choice, number = told
    chunks = sentence.chunks
    first = next((i for i, c in enumerate(chunks) if c.start >= tally.end), len(chunks))
    opens = next((i for i in range(first, len(chunks)) if chunks[i].text in OPENING), None) if first else -1
    if opens is None or opens >= sentence.unreal_from:
        return None
    named, own, last = _listed(chunks, opens + 1)
    if not named or len(named) + own != number:
        return None
    part = {"yes": tally.yes, "no": tally.no, "abstain": tally.abstain}[choice]
    total = part if not isinstance(part, int) else None
    begins = next((i for i, c in enumerate(chunks) if total is not None and c.number is total), opens + 1)
    members = Members(tuple(named), text=" and ".join(n.text for n in named))
    return Position(*sentence.placed(begins, last), members=members, choice=choice, total=total)


def _one_part(tally: Tally) -> tuple[str, int] | None:
    parts = {"yes": tally.yes, "no": tally.no, "abstain": tally.abstain}
    given = [(role, whole(part)) for role, part in parts.items() if part is not None]
    return given[0] if len(given) == 1 and 1 < given[0][1] <= MOST and not tally.either_way else None


def _listed(chunks: list[Chunk], at: int) -> tuple[list[Named], int, int]:
    """Who is named, how many are only "its own", and the last chunk of the list."""
    named: list[Named] = []
    own, last = 0, at
    thrown_in = 0
    while at < len(chunks):
        chunk = chunks[at]
        entry = chunk.get("member")
        if chunk.lower in OWNING and at + 1 < len(chunks) and chunks[at + 1].lower == "own":
            own, last, at, thrown_in = own + 1, at + 1, at + 2, 0
        elif entry is not None and _stands_alone(chunks, at + 1):
            named.append(Named(chunk.text, entry.aliases))
            last, thrown_in = at + 1, 0
            at += 2 + (at + 2 < len(chunks) and chunks[at + 2].lower == "own")
        elif chunk.text in (",", "–", "—") or chunk.has("and", "determiner", "adverb", "even"):
            at += 1
        elif thrown_in < ASIDE and chunk.is_word and entry is None and (named or own):
            thrown_in, at = thrown_in + 1, at + 1
        else:
            break
    return named, own, last


def _stands_alone(chunks: list[Chunk], at: int) -> bool:
    """ "China's" with nothing behind it that would be China's: not "China's envoy"."""
    if at >= len(chunks) or chunks[at].lower not in ("'s", "'"):
        return False
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    return behind is None or not behind.is_word or behind.has("and") or behind.lower == "own"
