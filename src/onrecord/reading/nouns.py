"""Noun phrases of a sentence, shallowly: where each begins and ends, and whether it is a text, a body, members.

After Abney, Parsing by chunks (1991): phrases are cut by the words that cannot stand inside one, and none is
nested in another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.grammar import WORDS_IN_LY
from onrecord.reading.parsed import Phrase, irregular_pasts
from onrecord.reading.table import word_sets

_WORDS = word_sets("clause_words.csv")
PRONOUNS, PRO_NOUNS, PARTICLES = _WORDS["pronoun"], _WORDS["pro_noun"], _WORDS["particle"]
HEADS = frozenset({"text", "council", "assembly", "same_body", "member", "group", "prefix", "of_adjective", "delegate"})
BESIDE_HEADS = frozenset(
    {"member_noun", "vote_noun", "veto_noun", "cite", "only", "other", "author", "last_word", "application"}
)
"""Kinds of words that stand inside a noun phrase, the first unless they are finite verbs there."""
AUXILIARIES = frozenset({"be", "have", "do", "modal"})
LONGEST = 24


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase without what follows its head ("of", "by", "which")."""

    first: int
    last: int
    kind: str
    """`members`, `body`, `text`, `pronoun` (stands for something said before), `other`."""
    members: Members | None = None
    plural: bool = False


def nouns(chunks: list[Chunk], found: list[Phrase], first: int, end: int) -> list[Noun]:
    """The noun phrases from chunk `first` up to `end`, left to right."""
    return list(each_noun(chunks, found, first, end))


def each_noun(chunks: list[Chunk], found: list[Phrase], first: int, end: int) -> Iterator[Noun]:
    """The same, one by one, for those who need but the first."""
    at = first
    named = {p.first: p for p in found}
    while at < end:
        noun = noun_at(chunks, named, at, end)
        if noun is not None:
            yield noun
            at = noun.last
        at += 1


def noun_at(chunks: list[Chunk], named: dict[int, Phrase], at: int, end: int) -> Noun | None:
    """The noun phrase that begins at chunk `at`; `named` are the phrases that name members by first chunk."""
    phrase = named.get(at)
    if phrase is not None and phrase.last < end and not _goes_on(chunks, phrase.last + 1, end):
        owned = _owned_by_both(chunks, named, phrase, end)
        if owned is not None:
            return Noun(at, owned.last, owned.kind, owned.members, owned.plural)
        return Noun(at, phrase.last, "members", phrase.members, _several(phrase.members))
    last = _run(chunks, at, end)
    if last < at:
        return None
    inner = next((named[i] for i in range(at + 1, last + 1) if i in named), None)
    if inner is not None and inner.last >= last and _only_determiners(chunks, at, inner.first):
        if not _goes_on(chunks, inner.last + 1, end):
            return Noun(at, inner.last, "members", inner.members, _several(inner.members))
    kind = _kind(chunks, at, last)
    if kind is None:
        return None
    if kind == "members" and last + 2 < end and chunks[last + 1].has("and") and chunks[last + 2].has("member"):
        joined = noun_at(chunks, named, last + 2, end)
        if joined is not None and joined.kind == "text":
            return Noun(at, joined.last, "text", None, joined.plural)
    members = _demonym(chunks, last) if kind == "members" else None
    return Noun(at, last, kind, members, _plural(chunks, at, last))


def _owned_by_both(chunks: list[Chunk], named: dict[int, Phrase], phrase: Phrase, end: int) -> Noun | None:
    """ "Beijing and Moscow's bid", "the American and Russian drafts": two names in front of one noun."""
    second = phrase.last + 2
    if second + 1 >= end or not chunks[phrase.last + 1].has("and") or not chunks[second].has("member", "group"):
        return None
    if chunks[second + 1].lower in ("'s", "'"):
        return noun_at(chunks, named, second, end)
    return None


def _goes_on(chunks: list[Chunk], at: int, end: int) -> bool:
    """Whether a name is only the first word of a longer phrase: "US draft", "Japan's text", "Security Council text"."""
    if at >= end:
        return False
    following = chunks[at]
    if following.lower in ("'s", "'"):
        return True
    if following.text == "-" and at + 1 < end and chunks[at + 1].has("sponsored_adjective", "member", "prefix"):
        return True
    demonym = (entry := chunks[at - 1].get("member")) is not None and entry.form == "demonym"
    if demonym and (following.has("text", "application") or following.lower in PRO_NOUNS):
        return True
    entry = following.get("text")
    if entry is None:
        return following.has("sponsored_adjective") and at + 1 < end and chunks[at + 1].has("text")
    verb = next((e for e in following.entries if e.kind == "verb"), None)
    return verb is None or verb.form == "base"


def _only_determiners(chunks: list[Chunk], first: int, end: int) -> bool:
    return all(c.has("determiner", "only") or c.lower in ("both", "all") for c in chunks[first:end])


def _run(chunks: list[Chunk], at: int, end: int) -> int:
    """The last chunk of the stretch of words that may stand together in one noun phrase."""
    position = at
    opened = False
    while position < end and position - at < LONGEST:
        chunk = chunks[position]
        if chunk.lower in PRONOUNS and position == at and not _determines(chunks, position, end):
            return position
        if chunk.date is not None:
            if position + 1 < end and chunks[position + 1].lower in ("'s", "'"):
                position += 2
                opened = True
                continue
            break
        if _starts(chunk):
            if opened and not _may_follow(chunks[position - 1]):
                break
            opened = True
            position += 1
            continue
        if not _inside(chunks, position, end) or (position > at and _next_phrase(chunks, position)):
            break
        opened = True
        position += 1
    last = position - 1
    while last >= at and (
        chunks[last].text in "-," or (chunks[last].lower in ("'s", "'") and not _ellipsis(chunks, last))
    ):
        last -= 1
    return last


def _next_phrase(chunks: list[Chunk], at: int) -> bool:
    """Whether another phrase begins although nothing parts the two: "the draft Japan tabled", "the Council met"."""
    before, chunk = chunks[at - 1], chunks[at]
    if chunk.lower.startswith("the ") or before.lower.endswith((" to", " for")):
        return True
    if before.has("text") and chunk.has("member", "group") and chunk.lower not in ("'s", "'"):
        return True
    return before.has("council", "assembly") and not chunk.entries and chunk.lower.isalpha() and chunk.text.islower()


def _determines(chunks: list[Chunk], at: int, end: int) -> bool:
    """Whether "this", "both" or "neither" stands before its noun."""
    if chunks[at].lower in ("it", "they", "he", "she"):
        return False
    following = chunks[at + 1] if at + 1 < end else None
    if following is not None and following.text == "-" and following.start == chunks[at].end:
        return True  # "the two-state solution"
    if following is None or not following.is_word:
        return False
    return following.has("text", "council", "member", "number", "of_adjective", "member_noun") or (
        not following.entries and following.number is None and following.lower.isalpha() and not verbish(following)
    )


def _starts(chunk: Chunk) -> bool:
    return "determiner" in chunk.kinds or chunk.lower in ("all", "both", "no", "own", "the same")


def _may_follow(before: Chunk) -> bool:
    """Words after which a determiner still belongs to the same phrase: "all the", "of its own"."""
    return before.has("determiner") or before.lower in ("all", "both", "such", "half", "own")


def _inside(chunks: list[Chunk], at: int, end: int) -> bool:
    chunk = chunks[at]
    if chunk.lower in ("'s", "'"):
        return at > 0
    if chunk.text == "-":
        return at + 1 < end and chunks[at - 1].end == chunk.start and chunks[at + 1].start == chunk.end
    if chunk.text == ",":
        return adjectives_in_a_row(chunks, at, end)
    if not chunk.is_word:
        return False
    if chunk.lower == "than":
        return (
            at > 0
            and chunks[at - 1].lower in ("more", "fewer", "less")
            and at + 1 < end
            and chunks[at + 1].number is not None
        )
    if "sponsored_adjective" in chunk.kinds and at > 0 and chunks[at - 1].text == "-":
        return True
    if not chunk.kinds.isdisjoint(HEADS):
        return not ("verb" in chunk.kinds and _finite(chunk) and _is_verb_here(chunks, at))
    if not chunk.kinds.isdisjoint(BESIDE_HEADS):
        return "negation" not in chunk.kinds
    if chunk.number is not None:
        return True
    if "verb" in chunk.kinds:
        behind_article = (
            at > 0 and "determiner" in chunks[at - 1].kinds and any(e.form == "base" for e in chunk.entries)
        )
        return behind_article or (_participle(chunk) and at + 1 < end and "text" in chunks[at + 1].kinds)
    if chunk.entries:
        return all(e.kind == "other_sense" for e in chunk.entries) and not chunk.lower.startswith(
            ("of ", "for ", "in ", "against ")
        )
    adverb = chunk.lower.endswith("ly") and chunk.lower not in WORDS_IN_LY
    return chunk.text[:1].isupper() or not (verbish(chunk) or adverb or chunk.lower in PARTICLES)


def adjectives_in_a_row(chunks: list[Chunk], comma: int, end: int) -> bool:
    """ "The second, milder one": a comma inside a phrase."""
    if not 0 < comma < end - 2 or chunks[comma - 1].has("member", "text", "council"):
        return False
    return _adjective(chunks[comma - 1]) and _adjective(chunks[comma + 1]) and _nominal(chunks[comma + 2])


def _adjective(chunk: Chunk) -> bool:
    return chunk.is_word and (
        (chunk.number is not None and chunk.number.ordinal)
        or (not chunk.entries and chunk.number is None and chunk.date is None and chunk.text.islower())
    )


def _nominal(chunk: Chunk) -> bool:
    return chunk.has("text") or chunk.lower in PRO_NOUNS or (not chunk.entries and chunk.is_word)


def _finite(chunk: Chunk) -> bool:
    return any(e.kind == "verb" and e.form in ("past", "third") for e in chunk.entries)


def _is_verb_here(chunks: list[Chunk], at: int) -> bool:
    """A word that is noun and verb ("drafts", "calls") is a verb right behind a name or a pronoun."""
    before = chunks[at - 1] if at else None
    if (
        before is None
        or before.lower == "its"
        or ((entry := before.get("member")) is not None and entry.form == "demonym")
    ):
        return False
    return before.has("member", "group", "pronoun_member")


def _participle(chunk: Chunk) -> bool:
    return any(e.kind == "verb" and e.form in ("past", "participle", "gerund") for e in chunk.entries)


def verbish(chunk: Chunk) -> bool:
    """Whether a word is a finite verb, as far as spelling and the tables tell."""
    if not chunk.kinds.isdisjoint(AUXILIARIES):
        return True
    if "verb" in chunk.kinds and "text" not in chunk.kinds:
        return _finite(chunk)
    if "reporting" in chunk.kinds:
        return True
    return (
        not (chunk.kinds - {"split"})
        and chunk.number is None
        and chunk.text.islower()
        and ((chunk.lower.endswith("ed") and len(chunk.text) > 4) or chunk.lower in irregular_pasts())
    )


def _kind(chunks: list[Chunk], first: int, last: int) -> str | None:
    head = chunks[last]
    if first == last and head.lower in PRONOUNS:
        return "pronoun"
    if all("determiner" in c.kinds or c.lower in ("all", "no", "own") for c in chunks[first : last + 1]):
        return None
    if head.lower in ("'s", "'"):
        return "text"
    if "text" in head.kinds or "cite" in head.kinds:
        return "text"
    if head.lower in ("one", "ones", "former", "latter", "thing") and last > first:
        return "pronoun"
    if head.number is not None:
        return _of_number(chunks, first, last)
    if head.has("council", "assembly", "same_body") or head.text in ("Council", "Assembly"):
        return "body"
    if head.has("member", "group"):
        return "members"
    if _numbered(chunks, first, last):
        return "text"
    return "other"


def _of_number(chunks: list[Chunk], first: int, last: int) -> str:
    if any(c.has("cite", "text") for c in chunks[first:last]) or "/" in chunks[last].text:
        return "text"
    if first == last and _resolutions_number(chunks, last):
        return "text"
    number = chunks[last].number
    if number is not None and number.ordinal and not any(c.has("member_noun") for c in chunks[first:last]):
        return "pronoun"
    return "pronoun" if last == first + 1 and chunks[first].lower in ("the", "all") else "other"


def _resolutions_number(chunks: list[Chunk], at: int) -> bool:
    """ "2712 was drafted by Malta": a number alone that is no year, told of as one thing."""
    chunk = chunks[at]
    if not (chunk.text.isdigit() and chunk.date is None and LOW <= int(chunk.text) <= HIGH):
        return False
    return at + 1 < len(chunks) and chunks[at + 1].lower in ("was", "is", "has", "had")


SO_MANY = frozenset({"two", "three", "four", "five", "pair", "duo", "trio"})
"""With which a pronoun for several ends: "the three"."""
LOW, HIGH = 1000, 2899
"""Numbers of the Council's resolutions that have four digits, and room for those to come."""


def _numbered(chunks: list[Chunk], first: int, last: int) -> bool:
    return chunks[last].text[:2] in ("S/", "A/")


def _ellipsis(chunks: list[Chunk], at: int) -> bool:
    """ "Brazil's came two days later": a possessive that stands for its noun."""
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    return following is not None and chunks[at - 1].has("member") and verbish(following)


def _demonym(chunks: list[Chunk], at: int) -> Members | None:
    """ "The Americans", "the British": a demonym that stands for the government."""
    entry = chunks[at].get("member")
    if entry is None:
        return None
    return Members((Named(chunks[at].text, entry.aliases),), text=chunks[at].text)


def _several(members: Members) -> bool:
    return (
        len(members.named) + 2 * len(members.groups) > 1
        or members.others
        or members.everyone
        or members.quantity is not None
    )


def _plural(chunks: list[Chunk], first: int, last: int) -> bool:
    head = chunks[last].lower
    if any(
        c.number is not None and not c.number.ordinal and c.number.value > 1 and not c.number.value > 194
        for c in chunks[first:last]
    ):
        return True
    return (
        head in ("they", "both", "these", "those", "ones")
        or head.split()[-1] in SO_MANY
        or (head.endswith("s") and not head.endswith("ss"))
    )
