"""Whose text it is by a possessive alone: "the first, America's, won twelve", "Moscow's own: four in favour"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Sponsor
from onrecord.reading.extract.authors import Authors, authors_before
from onrecord.reading.extract.sponsorship_words import sponsor_claim
from onrecord.reading.extract.state import Discourse
from onrecord.reading.parsed import Sentence, finite

MARKS = ("'s", "'")
REACH = 10
"""Chunks before a possessive in which the text stands that it is said of."""
ONE_OF_SEVERAL = frozenset({"first", "second", "third", "fourth", "other", "next", "last", "former", "latter"})
OF_VOTES = ("veto_noun", "no_noun", "yes_noun", "abstention_noun", "vote_noun", "hand")
"""What else is somebody's: "one of the votes against was Cuba's"."""
ITS_TURN = frozenset({"then", "next", "and", "followed"})
"""Words in front of a text that opens its sentence."""


def by_possessive(sentence: Sentence, discourse: Discourse) -> list[Sponsor]:
    """A claim for each possessive behind which no noun stands and that can only be said of a text."""
    chunks = sentence.chunks
    claims: list[Sponsor] = []
    for at, chunk in enumerate(chunks):
        if (
            at
            and chunk.lower in MARKS
            and (chunks[at - 1].has("member", "group"))
            and chunk.start == chunks[at - 1].end
        ):
            claim = _one(sentence, discourse, at)
            if claim is not None:
                claims.append(claim)
    return claims


def _one(sentence: Sentence, discourse: Discourse, mark: int) -> Sponsor | None:
    chunks = sentence.chunks
    authors = authors_before(chunks, mark + 1)
    if authors is None:
        return None
    last = _its_end(chunks, mark)
    if last is None:
        return None
    first = authors.first - (authors.first > 0 and chunks[authors.first - 1].lower == "the")
    opens = _said_of(chunks, first)
    if opens is None and not _opens_the_sentence(sentence, discourse, first, last):
        return None
    start = opens if opens is not None else first
    claimed = Authors(authors.members, authors.first, last)
    return sponsor_claim(sentence, start, last, claimed, loose=True)


def _its_end(chunks: list[Chunk], mark: int) -> int | None:
    """The last chunk of "(Russia)'s", "'s own", "'s own two", where no noun follows; None where one does."""
    last = mark
    if last + 1 < len(chunks) and chunks[last + 1].lower == "own":
        last += 1
        if last + 1 < len(chunks) and (chunks[last + 1].cardinal or chunks[last + 1].lower == "one"):
            last += 1
    behind = chunks[last + 1] if last + 1 < len(chunks) else None
    if behind is None or behind.text in ",:;.!)—–":
        return last
    return last if behind.has("obtain") else None


def _said_of(chunks: list[Chunk], first: int) -> int | None:
    """Where the text begins beside which the possessive stands: "the other text that day, (Ceylon's)", "the second one
    was (Mali's)", "the text, which was (Chad's)".
    """
    at = first - 1
    if at >= 0 and chunks[at].has("be"):
        at -= 1
        if at >= 1 and chunks[at].has("relative"):
            at -= 1
        elif not _a_text(chunks, at):
            return None
    if at < 0 or not (chunks[at].text in ",(—–" or at == first - 2):
        return None
    for place in range(at, max(-1, at - REACH), -1):
        if (
            chunks[place].has(*OF_VOTES)
            or (chunks[place].has("verb") and finite(chunks[place]))
            or chunks[place].text in ";:"
        ):
            return None
        if _a_text(chunks, place):
            while place > 0 and (chunks[place - 1].has("determiner") or chunks[place - 1].lower in ONE_OF_SEVERAL):
                place -= 1
            return place
    return None


def _a_text(chunks: list[Chunk], at: int) -> bool:
    if chunks[at].has("text"):
        return True
    several = chunks[at].lower.split()[-1] in ONE_OF_SEVERAL
    return several and (at == 0 or chunks[at].lower.startswith("the ") or chunks[at - 1].lower == "the")


def _opens_the_sentence(sentence: Sentence, discourse: Discourse, first: int, last: int) -> bool:
    """ "Moscow's own: 4 in favour", "Then Russia's own two, with six votes and five", behind what tells of texts."""
    chunks = sentence.chunks
    own = any(c.lower == "own" for c in chunks[first : last + 1])
    begins = first == 0 or all(not c.is_word or c.lower in ITS_TURN for c in chunks[:first])
    return own and begins and (discourse.voted_near(sentence) or discourse.text_before(sentence))
