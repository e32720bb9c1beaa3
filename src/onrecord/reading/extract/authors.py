"""Whom words name as the authors of a text: before it ("the Franco-Emirati draft") or after "by", "from", "of"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.lexicon import prefix_code
from onrecord.reading.nouns import Noun, noun_at
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, finite, is_demonym
from onrecord.reading.table import word_sets

_WORDS = word_sets("clause_words.csv")
OPENERS, REGIONS, POWERS, ORIGIN = _WORDS["opener"], _WORDS["region"], _WORDS["power"], _WORDS["origin"]
TITLES = _WORDS["title"]
MODIFIERS = 5
"""Words that may stand between who wrote a text and the text: "the American Gaza ceasefire draft"."""


@dataclass(frozen=True, slots=True)
class Authors:
    """Members as authors, the chunks that name them, and their number where only that is given."""

    members: Members
    first: int
    last: int
    quantity: NumberMention | None = None
    sure: bool = True
    """False for a bare nationality or a possessive, which may mean something else."""


def authors_at(chunks: list[Chunk], found: list[Phrase], at: int) -> Authors | None:
    """The authors named from chunk `at` on, an article before them allowed."""
    if at >= len(chunks):
        return None
    named = {p.first: p for p in found}
    start = at
    while start < len(chunks) and start - at < 4 and chunks[start].lower in OPENERS:
        start += 1
    for first in (at, start):
        phrase = named.get(first)
        if phrase is not None and (phrase.members.named or phrase.members.groups):
            return Authors(phrase.members, phrase.first, phrase.last)
    number = chunks[start].cardinal if start < len(chunks) else None
    if number is not None and start + 2 < len(chunks) and chunks[start + 1].lower == "of":
        whole = authors_at(chunks, found, start + 2)
        return so_many_of(whole, number, start) if whole is not None else None
    for first in (at, start):
        noun = noun_at(chunks, named, first, min(len(chunks), first + 12))
        if noun is not None:
            return of_noun(chunks, found, noun)
    return None


def before_the_next(chunks: list[Chunk], authors: Authors | None, said: int) -> Authors | None:
    """ "It was tabled by Chad (and Peru voted for it)": those named up to whoever begins a clause of its own, where
    the verb at chunk `said` has a subject in front; "the text that was tabled by Chad and Peru failed" has none.
    """
    if authors is None or len(authors.members.named) < A_PAIR or authors.last + 1 >= len(chunks):
        return authors
    opens = next((i for i in range(said, -1, -1) if not chunks[i].is_word or chunks[i].has("relative", "be")), 0)
    of_itself = chunks[opens].has("be") or (chunks[said].lower.startswith("came") and not chunks[opens].has("relative"))
    if _among(chunks, authors.last + 1) or not of_itself or chunks[opens - 1].has("relative"):
        return authors
    if not finite(chunks[authors.last + 1]):
        return authors
    joined = max((i for i in range(authors.first, authors.last) if chunks[i].has("and")), default=0)
    if joined <= authors.first or sum(c.has("member") for c in chunks[joined : authors.last + 1]) != 1:
        return authors
    named = authors.members.named[:-1]
    last = joined - 1 - (chunks[joined - 1].text == ",")
    return replace(authors, members=Members(named, text=" and ".join(n.text for n in named)), last=last)


A_PAIR = 2


def so_many_of(whole: Authors, number: int, first: int) -> Authors | None:
    """ "Five of the non-aligned", "three of the elected ten": so many of a group, whichever they were."""
    members = whole.members
    if not (members.adjective or members.groups) or members.named:
        return None
    return replace(whole, members=replace(members, quantity=number), first=first)


def of_noun(chunks: list[Chunk], found: list[Phrase], noun: Noun) -> Authors | None:
    """The members that a noun phrase stands for as authors, those set beside it included ("our three, A, B and C")."""
    if noun.members is not None and noun.members.adjective and not noun.members.others:
        by_name = _beside(chunks, found, noun.last)
        if by_name is not None and by_name.members.named and not _among(chunks, by_name.last + 1):
            return Authors(by_name.members, noun.first, by_name.last)
        return Authors(noun.members, noun.first, noun.last)
    if noun.members is not None and (noun.members.named or noun.members.groups):
        last, more = _more_demonyms(chunks, noun.last)
        return Authors(_joined(noun.members, more), noun.first, last)
    beside = _beside(chunks, found, noun.last)
    if beside is not None and noun.kind in ("other", "members", "pronoun"):
        return Authors(beside.members, noun.first, beside.last)
    inside = chunks[noun.first : noun.last + 1]
    if noun.kind == "members" and (group := inside[-1].get("group")) is not None:
        # "the Council's ten elected members"
        return Authors(Members(groups=(group.value,), text=inside[-1].text), noun.first, noun.last)
    if (owner := _whose_minister(inside)) is not None:
        return Authors(of_chunks([owner]), noun.first, noun.last)
    demonyms = [c for c in inside if is_demonym(c)]
    head = inside[-1]
    if demonyms and (head.has("group_noun", "delegate", "member_noun") or head is demonyms[-1] or head.lower in ORIGIN):
        return Authors(of_chunks(demonyms), noun.first, noun.last)
    adjective = next((c for c in inside if c.has("of_adjective")), None)
    if adjective is not None and (head.has("group_noun", "member_noun", "of_adjective") or head.number is not None):
        text = " ".join(c.text for c in inside)
        size = next((int(c.number.value) for c in inside if c.number is not None and not c.number.ordinal), None)
        return Authors(Members(quantity=size, adjective=adjective.text, text=text), noun.first, noun.last)
    number = next((c.number for c in inside if c.number is not None and not c.number.ordinal), None)
    if number is not None and (head.has("member_noun") or head.lower in ("others", "more")):
        return Authors(Members(quantity=int(number.value), text=head.text), noun.first, noun.last, quantity=number)
    return None


def _beside(chunks: list[Chunk], found: list[Phrase], last: int) -> Phrase | None:
    if last + 2 >= len(chunks) or chunks[last + 1].text not in ",:(–—-" or _hyphen(chunks, last + 1):
        return None
    behind = last + 2 + chunks[last + 2].has("determiner")
    titled = chunks[last].has("author", "group_noun", "delegate", "member_noun") or chunks[last].lower in TITLES
    named = (p for p in found if p.first in (last + 2, behind) and not p.members.first_person)
    return next((p for p in named if len(p.members.named) > 1 or titled), None)


def of_so_many(chunk: Chunk) -> bool:
    return chunk.has("group_noun") or chunk.lower in ("the trio", "the pair", "the duo")


def _among(chunks: list[Chunk], at: int) -> bool:
    """ "The ten elected members, Chad and Peru among them": some of them, named beside them all."""
    return any(c.has("among") or c.lower in ("included", "including", "excepted") for c in chunks[at : at + 2])


def _whose_minister(inside: list[Chunk]) -> Chunk | None:
    """ "Malaysia's transport minister", "Germany's Christoph Heusgen": for whom somebody acts."""
    mark = next((i for i, c in enumerate(inside) if c.lower in ("'s", "'")), 0)
    if not mark or "member" not in inside[mark - 1].kinds:
        return None
    name = inside[mark + 1 :]
    by_name = len(name) > 1 and all((c.text[:1].isupper() and not c.entries) or c.lower in WITHIN_A_NAME for c in name)
    return inside[mark - 1] if by_name or inside[-1].lower in _WORDS["in_office"] else None


WITHIN_A_NAME = frozenset({"-", "al", "bin", "da", "de", "del", "van", "von"})


def _hyphen(chunks: list[Chunk], at: int) -> bool:
    return chunks[at].text == "-" and chunks[at - 1].end == chunks[at].start


def _more_demonyms(chunks: list[Chunk], last: int) -> tuple[int, list[Chunk]]:
    """ "The Americans and the British"."""
    more: list[Chunk] = []
    while last + 2 < len(chunks) and chunks[last + 1].has("and"):
        at = last + 2
        if chunks[at].has("determiner") and at + 1 < len(chunks):
            at += 1
        if not is_demonym(chunks[at]):
            break
        more.append(chunks[at])
        last = at
    return last, more


def _joined(members: Members, more: list[Chunk]) -> Members:
    if not more:
        return members
    added = of_chunks(more)
    return Members(members.named + added.named, members.groups, text=f"{members.text} and {added.text}")


def of_chunks(names: list[Chunk]) -> Members:
    """The members whose names the chunks are."""
    named = tuple(Named(c.text, entry.aliases) for c in names if (entry := c.get("member")) is not None)
    return Members(named, text=" and ".join(c.text for c in names))


def owners_at(chunks: list[Chunk], at: int) -> Authors | None:
    """ "Belgium's, Germany's and Kuwait's": two or more, each with a mark of its own."""
    first, last, named = at, at - 1, []
    while at + 1 < len(chunks) and chunks[at].has("member") and chunks[at + 1].lower in ("'s", "'"):
        named.append(chunks[at])
        last = at + 1
        at = last + 1
        while at < len(chunks) and (chunks[at].text == "," or chunks[at].has("and")):
            at += 1
    return Authors(of_chunks(named), first, last) if len(named) > 1 else None


# --- before the text -----------------------------------------------------------------------------


def authors_before(chunks: list[Chunk], text: int) -> Authors | None:
    """The members whose text it is by an adjective or a possessive in front of the text at chunk `text`."""
    at = text - 1
    steps = 0
    sponsored = False
    while at >= 0 and steps <= MODIFIERS:
        chunk = chunks[at]
        if chunk.has("sponsored_adjective") and at > 0 and chunks[at - 1].text == "-":
            sponsored = True
            at -= 2
            continue
        if chunk.lower == "own" or (chunk.text == "," and steps and at and chunks[at - 1].has("sponsored_adjective")):
            at -= 1
            continue
        compound = at > 1 and chunks[at - 1].text == "-" and chunks[at - 1].end == chunk.start
        if compound and not _names_author(chunk) and chunk.lower not in POWERS:
            # a compound: "Arab-backed", "nine-month"
            at -= 3
            steps += 1
            continue
        if chunk.lower in ("'s", "'"):
            return _owner(chunks, at - 1)
        if (sponsored or steps == 0) and chunk.lower in REGIONS:
            if at >= 2 and chunks[at - 1].text == "-" and _names_author(chunks[at - 2]):
                return _backwards(chunks, at - 2, sponsored)
            return Authors(Members(adjective=chunk.text, text=chunk.text), at, at, sure=sponsored)
        if (
            chunk.lower in POWERS
            and at >= 2
            and chunks[at - 1].text == "-"
            and (number := chunks[at - 2].number) is not None
        ):
            return Authors(Members(quantity=int(number.value), text="powers"), at - 2, at, quantity=number)
        if _names_author(chunk):
            if sponsored or _stands_for_author(chunks, at) or (steps == 0 and _seat_of_government(chunks, at)):
                return _backwards(chunks, at, sponsored)
        elif not _modifies(chunk):
            return None
        at -= 1
        steps += 1
    return None


def _names_author(chunk: Chunk) -> bool:
    return chunk.has("member", "prefix", "group") and not chunk.has("blocked") and chunk.date is None


def _stands_for_author(chunks: list[Chunk], at: int) -> bool:
    entry = chunks[at].get("member")
    if chunks[at].has("group") or (at >= 2 and _joins(chunks, at - 1) and _names_author(chunks[at - 2])):
        return True
    if entry is None:
        return False
    return entry.form in ("demonym", "abbreviation", "people") or (
        chunks[at].text.isupper() and len(chunks[at].text) <= 4
    )


def _joins(chunks: list[Chunk], mark: int) -> bool:
    """Whether a mark makes one word of two names: "the UK-Japan text", "the UK–Japan text", and not "Mali – Chad's"."""
    tight = chunks[mark].start == chunks[mark - 1].end and mark + 1 < len(chunks)
    return chunks[mark].text in "-/+&" or (
        chunks[mark].text == "–" and tight and chunks[mark].end == chunks[mark + 1].start
    )


def _seat_of_government(chunks: list[Chunk], at: int) -> bool:
    """ "The Algiers draft": a capital right before a text, with an article."""
    entry = chunks[at].get("member")
    return entry is not None and entry.form == "capital" and at > 0 and chunks[at - 1].has("determiner")


def _modifies(chunk: Chunk) -> bool:
    if chunk.date is not None or (not chunk.is_word and chunk.text != "-"):
        return False
    if chunk.text == "-" or chunk.has(
        "of_adjective", "only", "other", "text", "sponsored_adjective", "last_word", "member_noun"
    ):
        return True
    if chunk.number is not None:
        return True
    if chunk.entries and not chunk.has("blocked", "veto_noun", "abstention_noun", "group_noun", "affiliation"):
        return False
    return not chunk.lower.endswith("ly")


def _owner(chunks: list[Chunk], at: int) -> Authors | None:
    """Who owns what follows "'s": "Egypt's", "the ten elected members'", "the American ambassador's"."""
    if at < 0:
        return None
    if chunks[at].has("delegate") and at > 0 and is_demonym(chunks[at - 1]):
        at -= 1
    if chunks[at].has("of_adjective") and chunks[at].lower.endswith("s"):
        # "the Europeans' text"
        return Authors(Members(adjective=chunks[at].text, text=chunks[at].text), at, at, sure=False)
    if not _names_author(chunks[at]):
        return None
    return _backwards(chunks, at, False)


def _backwards(chunks: list[Chunk], last: int, sponsored: bool) -> Authors | None:
    """Members joined in front of it: "Franco-Emirati", "British and French", "Albanian-, American- and"."""
    named: list[Named] = []
    groups: list[str] = []
    at = first = last
    while at >= 0 and _names_author(chunks[at]):
        _collect(chunks[at], named, groups)
        first = at
        before = chunks[at - 1] if at else None
        if before is None:
            break
        if at >= 4 and before.text == "-" and chunks[at - 2].has("and") and chunks[at - 3].text == "-":
            # "the US-and-Japan-sponsored draft"
            at -= 4
        elif (
            at >= 2
            and (_joins(chunks, at - 1) or before.has("and") or before.text == ",")
            and _names_author(chunks[at - 2])
        ):
            if before.text == "," and not _stands_for_author(chunks, at - 2) and not chunks[at - 2].has("prefix"):
                break
            at -= 2
        elif before.has("prefix"):
            at -= 1
        else:
            break
    if not named and not groups:
        return None
    text = " ".join(c.text for c in chunks[first : last + 1])
    return Authors(Members(tuple(named), tuple(groups), text=text), first, last, sure=sponsored)


def _collect(chunk: Chunk, named: list[Named], groups: list[str]) -> None:
    group = chunk.get("group")
    entry = chunk.get("member")
    if group is not None:
        groups.insert(0, group.value)
    elif entry is not None:
        named.insert(0, Named(chunk.text, entry.aliases))
    elif prefix_code(chunk.text) is not None:
        named.insert(0, Named(chunk.text, ()))
