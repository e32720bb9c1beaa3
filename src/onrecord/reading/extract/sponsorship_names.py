"""Whose text it is by a name on it or a pen: "the draft bore Chad's name", "the pen was in American hands"."""

from __future__ import annotations

from onrecord.reading.assertion import asserted
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Sponsor
from onrecord.reading.clauses import subject
from onrecord.reading.extract.authors import authors_at, authors_before, owners_at
from onrecord.reading.extract.sponsorship_authors import is_denied
from onrecord.reading.extract.sponsorship_words import sponsor_claim
from onrecord.reading.parsed import Phrase, Sentence, is_demonym

BEARS = frozenset({"bore", "bears", "carried", "carries", "had", "has", "with", "under", "over"})
"""What a text does with the names of those who wrote it."""
BEFORE_NAMES = frozenset({":", ",", "(", "–", "—", "-", "of"})
PEN_LIES = frozenset(
    {("lay", "with"), ("lies", "with"), ("rested", "with"), ("rests", "with"), ("belonged", "to"), ("belongs", "to")}
)


HELD = frozenset({"held", "wielded", "guided", "pushed"})


def pen(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    """ "The pen was in American hands", "the pen on Yemen has been London's", "the pen lay with Paris"."""
    chunks = sentence.chunks
    if not at or not chunks[at - 1].has("determiner"):
        return None
    link = next((i for i in range(at + 1, min(at + 9, len(chunks))) if _holds(chunks, i)), None)
    if link is None or not asserted(sentence, link, at, "past"):
        return None
    first = link + 1
    while first < len(chunks) and (chunks[first].has("adverb", "be", "preposition", "determiner")):
        first += 1
    if first + 1 < len(chunks) and chunks[first].lower in HELD and chunks[first + 1].lower == "by":
        authors = authors_at(chunks, found, first + 2)  # "the pens were held by Chad and Peru"
        return (
            None if authors is None else sponsor_claim(sentence, at - 1, authors.last, authors, role=True, known=True)
        )
    if (all_of_them := owners_at(chunks, first)) is not None:
        return sponsor_claim(sentence, at - 1, all_of_them.last, all_of_them, role=True, known=True)
    authors = authors_at(chunks, found, first)
    if authors is None and first + 1 < len(chunks):
        owns = chunks[first + 1].lower in ("'s", "'")
        authors = authors_before(chunks, first + 1 + owns)
    if authors is None:
        return None
    behind = chunks[authors.last + 1] if authors.last + 1 < len(chunks) else None
    within = chunks[authors.last].lower in ("'s", "'")
    owned = behind is not None and (behind.lower in ("'s", "'") or behind.has("hand"))
    ends = (behind is None or not behind.is_word) and is_demonym(chunks[authors.last])  # "the pen was American"
    if chunks[link].has("be", "have") and not (owned or within or ends):
        return None
    last = authors.last + owned
    return sponsor_claim(sentence, at - 1, last, authors, role=True, known=True)


def _holds(chunks: list[Chunk], at: int) -> bool:
    following = chunks[at + 1].lower if at + 1 < len(chunks) else ""
    return chunks[at].has("be", "have") or (chunks[at].lower, following) in PEN_LIES


def name_on_it(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    """ "The draft carried Algeria's name", "the draft bore five names: Rome, Vienna, …"."""
    chunks = sentence.chunks
    if (shown := _stands_on_it(sentence, at)) is not None:
        return shown
    verb = next((i for i in range(at - 1, max(at - 9, -1), -1) if chunks[i].lower in BEARS), None)
    noun = subject(sentence, found, verb) if verb is not None else None
    if verb is None or noun is None or noun.kind not in ("text", "pronoun") or not asserted(sentence, verb, -1, "past"):
        return None
    owned = chunks[at - 1].lower in ("'s", "'") or is_demonym(chunks[at - 1])  # "bore a Polish signature"
    authors = authors_before(chunks, at) if owned else None
    if authors is None and at + 2 < len(chunks) and chunks[at + 1].lower in BEFORE_NAMES:
        those = chunks[at + 2].lower == "those" and at + 4 < len(chunks)
        authors = authors_at(chunks, found, at + 4 if those else at + 2)  # "three names: those of Chad and Peru"
    if authors is None:
        return None
    return sponsor_claim(sentence, noun.first, max(at, authors.last), authors, co=True)


def _stands_on_it(sentence: Sentence, at: int) -> Sponsor | None:
    """ "Senegal's name was on it", "Peru's signature stood under the text", "Chad's name is on the sponsors' list"."""
    chunks = sentence.chunks
    if not at or chunks[at - 1].lower not in ("'s", "'") or at + 2 >= len(chunks):
        return None
    authors = authors_before(chunks, at)
    if authors is None or chunks[at + 1].lower.split()[0] not in APPEARS or not asserted(sentence, at + 1, at, "past"):
        return None
    missing = chunks[at + 1].lower.split()[-1] in MISSING or chunks[at + 2].lower in MISSING
    under = next((i for i in range(at + 2, min(at + 6, len(chunks) - 1)) if chunks[i].lower in UNDER), None)
    if missing:
        under = next((i for i in range(at + 2, min(at + 4, len(chunks))) if chunks[i].lower == "from"), None)
    if under is None:
        return None
    behind = range(under + 1, min(under + 6, len(chunks)))
    text = next((i for i in behind if chunks[i].has("text", "cite", "author", "pronoun_text")), None)
    if text is None or any(not c.is_word or c.has("verb") for c in chunks[under:text]):
        return None
    nowhere = any(not NOWHERE.isdisjoint(c.lower.split()) for c in chunks[at + 1 : under])
    denied = missing != (is_denied(chunks, at + 1) or nowhere)
    return sponsor_claim(sentence, authors.first, text, authors, negated=denied, co=True, known=True)


APPEARS = frozenset(
    {"was", "were", "is", "are", "stood", "stands", "appeared", "appears", "featured", "figured", "came"}
)
NOWHERE = frozenset({"nowhere", "not", "never", "n't"})
MISSING = frozenset({"missing", "absent"})
UNDER = frozenset({"on", "under", "beneath", "among", "atop"})
