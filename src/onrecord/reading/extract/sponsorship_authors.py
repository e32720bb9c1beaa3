"""Who the sponsors were, by a noun for those who write texts: "Denmark was the sponsor", "its authors: Chad, Peru"."""

from __future__ import annotations

from onrecord.reading.assertion import asserted
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Sponsor
from onrecord.reading.clauses import clause_end, subject
from onrecord.reading.extract.authors import Authors, authors_at, of_noun
from onrecord.reading.extract.sponsorship_words import WORDS, is_role, sponsor_claim
from onrecord.reading.nouns import noun_at
from onrecord.reading.parsed import Phrase, Sentence, covering, finite


def of_author_noun(sentence: Sentence, found: list[Phrase], at: int, text_before: bool) -> Sponsor | None:
    """ "Denmark was the sponsor", "its sponsors were Egypt and Malaysia", "Drafters: Washington and London"."""
    chunks = sentence.chunks
    if _of_something_else(chunks, found, at) or _had_by_another(sentence, found, at):
        return None
    position = _past_relative(chunks, at + 1)
    while (
        position < len(chunks)
        and position - at < 8
        and (
            chunks[position].has("preposition", "determiner", "text", "adverb", "cite", "do", "negation")
            or chunks[position].number is not None
        )
    ):
        position += 1
    if position < len(chunks) and _links_names(chunks[position]) and not _a_range(chunks, position + 1):
        authors = authors_at(chunks, found, position + 1)
        named = authors is not None and (authors.members.named or authors.members.groups or authors.members.adjective)
        if (
            authors is not None
            and named
            and asserted(sentence, position, -1, "past")
            and not _begins_anew(chunks, position, authors.last + 1)
            and not _governed_by_verb(chunks, at, chunks[position].has("be"))
        ):
            first = at - 1 if at > 0 and chunks[at - 1].has("determiner") else at
            some = chunks[at].lower.startswith("co") or chunks[position].lower.startswith("includ")
            some = some or any(c.lower in AMONG for c in chunks[max(0, at - 3) : at])
            denied = is_denied(chunks, position) or any(c.has("negation") for c in chunks[at + 1 : position])
            return sponsor_claim(sentence, first, authors.last, authors, negated=denied, co=some, known=True)
    if (counted := _so_many(sentence, at, text_before)) is not None:
        return counted
    among = _with_them_among(sentence, found, at) or _some_of_many(sentence, found, at)
    return among or _was_the_author(sentence, found, at) or _beside_author(sentence, found, at)


def _with_them_among(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    """ "A draft with Chad and Mali among its sponsors"."""
    chunks = sentence.chunks
    if at < AS_SPONSOR or chunks[at - 2].lower not in AMONG or not chunks[at - 1].has("determiner"):
        return None
    named = covering(found, at - 3)
    if named is None or not named.members.named or named.first < 1 or chunks[named.first - 1].lower not in WITH:
        return None
    text = named.first - 2
    by_name = Authors(named.members, named.first, named.last)
    known = text < 0 or not chunks[text].has("text", "cite")
    return sponsor_claim(sentence, named.first if known else text, at, by_name, co=True, known=known)


def _some_of_many(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    """ "With a crowd of sponsors, Chad among them", "had many co-sponsors, including Peru": some of them by name."""
    chunks = sentence.chunks
    if not chunks[at].lower.endswith("s") or at + 2 >= len(chunks) or chunks[at + 1].text not in ",(–—":
        return None
    leads = chunks[at + 2].lower in INCLUDING or chunks[at + 2].has("among")
    named = next((p for p in found if p.first == at + 2 + leads and p.members.named), None)
    behind = chunks[named.last + 1 : named.last + 2] if named is not None else []
    if named is None or not (leads or any(c.has("among") or c.lower in AMONG_THEM for c in behind)):
        return None
    if not any(c.has("text", "cite") or c.lower in ("it", "its") for c in chunks[:at]):
        return None  # "the feast had many sponsors, Chad among them"
    first = at
    while first > 0 and at - first < MANY and chunks[first - 1].is_word and not finite(chunks[first - 1]):
        first -= 1
    if not asserted(sentence, max(first - 1, 0), -1, "past"):
        return None
    authors = Authors(named.members, named.first, named.last)
    return sponsor_claim(sentence, first, named.last + (not leads), authors, co=True, known=True)


MANY = 5
"""Chunks of "with a whole crowd of sponsors"."""
INCLUDING = frozenset({"including", "notably", "such as"})
AMONG_THEM = frozenset({"among them", "included", "among their number"})


def _of_something_else(chunks: list[Chunk], found: list[Phrase], at: int) -> bool:
    """ "The war's sponsors", "sponsors of the army", "the architect of the deal": of no text."""
    owner = at - 1
    while owner > 0 and (chunks[owner].number is not None or chunks[owner].has("only", "other")):
        owner -= 1
    if owner > 0 and chunks[owner].lower in ("'s", "'") and not _writing(chunks[owner - 1]):
        return not (
            chunks[owner - 1].has("member", "group", "council", "assembly") or chunks[owner - 1].date is not None
        )
    if at + 2 >= len(chunks) or chunks[at + 1].lower not in ("of", "on", "for"):
        return False
    if chunks[at + 2].lower in ANOTHER:
        return True  # "penholder on another file"
    if chunks[at + 1].lower != "of":
        return False
    thing = noun_at(chunks, {p.first: p for p in found}, at + 2, len(chunks))
    if thing is None:
        return _plain_thing(chunks, at + 2)
    return thing.kind in ("other", "members") and not _writing(chunks[thing.last])


def _had_by_another(sentence: Sentence, found: list[Phrase], at: int) -> bool:
    """ "The militia has many sponsors, Chad among them": what has them is no text."""
    chunks = sentence.chunks
    have = next((i for i in range(at - 1, max(at - MANY, 0), -1) if chunks[i].has("have")), None)
    if have is None or any(c.has("be", "verb") or not c.is_word for c in chunks[have:at]):
        return False
    noun = subject(sentence, found, have)
    if noun is not None:
        return noun.kind in ("other", "members")
    return have > 0 and not (chunks[have - 1].has("text", "cite", "pronoun_text") or chunks[have - 1].number)


ANOTHER = frozenset({"another", "other", "different", "a different", "many other", "several other"})


def _plain_thing(chunks: list[Chunk], at: int) -> bool:
    """ "(A sponsor of) the two-state solution": whether the words end in a noun that is no writing."""
    last = at
    while last + 1 < len(chunks) and (chunks[last + 1].text == "-" or _may_modify(chunks[last + 1])):
        last += 1
    inside = chunks[at : last + 1]
    return not any(_writing(c) for c in inside[1:]) and inside[-1].is_word and not inside[-1].entries


def _may_modify(chunk: Chunk) -> bool:
    return chunk.is_word and not finite(chunk) and not chunk.has("preposition", "and", "but", "relative")


def _writing(chunk: Chunk) -> bool:
    return chunk.has("text", "cite") or chunk.number is not None or chunk.lower in WORDS["written_act"]


def _begins_anew(chunks: list[Chunk], link: int, behind: int) -> bool:
    """ "Chad and Mali were sponsors, Peru was not": behind the comma stands a clause of its own."""
    return chunks[link].text == "," and behind < len(chunks) and finite(chunks[behind])


def _past_relative(chunks: list[Chunk], at: int) -> int:
    """ "The sponsors that led the talks (were Japan and Peru)": past what only says which sponsors are meant."""
    if at >= len(chunks) or not chunks[at].has("relative"):
        return at
    be = next((i for i in range(at + 2, min(at + RELATIVE, len(chunks))) if chunks[i].has("be")), None)
    return at if be is None or any(c.text in ",;:" for c in chunks[at:be]) else be


RELATIVE = 9
"""Chunks of a relative clause behind "the sponsors"."""


def _a_range(chunks: list[Chunk], at: int) -> bool:
    """ "The sponsors, from Albania to Zambia, …": the first and the last of many."""
    return at < len(chunks) and chunks[at].lower == "from"


def _links_names(chunk: Chunk) -> bool:
    return chunk.has("be") or chunk.text in ",:(–—-" or chunk.lower.startswith("includ")


def _so_many(sentence: Sentence, at: int, text_before: bool) -> Sponsor | None:
    """ "It had 65 co-sponsors", "with more than eighty co-sponsors"."""
    chunks = sentence.chunks
    number = chunks[at - 1].number if at else None
    if number is None or number.ordinal or not chunks[at].lower.endswith("s"):
        return None
    reach = range(at - 2, max(-1, at - 6), -1)
    before = next((i for i in reach if chunks[i].has("obtain", "have") or chunks[i].lower in WITH), None)
    if before is None and chunks[0].lower == "there" and at < BETWEEN:
        before = next((i for i in reach if chunks[i].lower in ("were", "are", "were only")), None)
    if (
        before is None
        and at > 1
        and (chunks[at - 2].lower in ("its", "'s") or chunks[at - 2].has("text"))
        and text_before
    ):
        # "the text's ten sponsors", "its 65 co-sponsors"
        of_its = Authors(Members(quantity=int(number.value), text=chunks[at].text), at, at, quantity=number)
        return sponsor_claim(sentence, at - 2, at, of_its, known=True)
    if before is None or not asserted(sentence, before, -1, "past"):
        return None
    if chunks[before].lower == "by" and not (before and chunks[before - 1].has("verb", "yes_noun")):
        return None  # "by 13 co-sponsors' own account"
    return sponsor_claim(
        sentence,
        before,
        at,
        Authors(Members(quantity=int(number.value), text=chunks[at].text), at, at, quantity=number),
        known=True,
    )


WITH = ("with", "by")
"""Before the number: "with 65 co-sponsors", "backed by 65 co-sponsors"."""


def _beside_author(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    """ "Algeria, the penholder, …", "co-sponsors Japan and Ecuador"."""
    chunks = sentence.chunks
    before = at - 1
    while before >= 0 and (
        chunks[before].has("determiner", "only")
        or chunks[before].number is not None
        or chunks[before].lower in MAIN
        or (chunks[before].lower == "of" and before > 0 and chunks[before - 1].number is not None)
    ):
        before -= 1
    some = any(c.lower in ONE_OF or c.lower == "of" for c in chunks[before + 1 : at])
    if before >= 1 and chunks[before].text in ",(–—":
        phrase = next((p for p in found if p.last == before - 1 and p.members.named), None)
        if phrase is not None:
            return sponsor_claim(
                sentence,
                phrase.first,
                at,
                Authors(phrase.members, phrase.first, phrase.last),
                co=some or chunks[at].lower.startswith("co"),
                role=is_role(chunks[at]),
            )
    phrase = next((p for p in found if p.first == at + 1 and p.members.named), None)
    if phrase is None or _governed_by_verb(chunks, at):
        return None
    return sponsor_claim(
        sentence,
        at,
        phrase.last,
        Authors(phrase.members, phrase.first, phrase.last),
        co=chunks[at].lower.startswith("co"),
        role=is_role(chunks[at]),
    )


AS_SPONSOR = 5
"""Chunks before a sponsor in which "as" may stand: "as the only Arab co-sponsor"."""
BETWEEN = 7
"""Chunks between "was" and a sponsor: "was one of the resolution's hundred sponsors"."""
AMONG = frozenset({"among", "amongst"})
ONE_OF = frozenset({"one of", "two of", "three of", "among", "amongst"})
"""In front of "its sponsors", who then were more."""
MAIN = ONE_OF | {"main", "lead", "chief"}


def _governed_by_verb(chunks: list[Chunk], at: int, inverted: bool = False) -> bool:
    """`inverted` where "among its sponsors" stands in front of who they were."""
    before = at - 1
    while before >= 0 and chunks[before].has("determiner", "only", "number"):
        before -= 1
    return (
        before >= 0 and chunks[before].has("preposition", "verb") and not (inverted and chunks[before].lower in AMONG)
    )


def is_denied(chunks: list[Chunk], be: int) -> bool:
    return be + 1 < len(chunks) and chunks[be + 1].has("negation", "not_one")


def _set_off(chunks: list[Chunk], at: int) -> bool:
    """ "Chad, as the author of the text, spoke first": whether a comma closes what is said of the author."""
    return any(c.text == "," for c in chunks[at + 1 : at + 5])


def _was_the_author(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    chunks = sentence.chunks
    as_ = next((i for i in range(at - 1, max(at - AS_SPONSOR, 0), -1) if chunks[i].lower == "as"), None)
    name = -1 if as_ is None else as_ - 1 - (chunks[as_ - 1].text == "," and _set_off(chunks, at))
    named = next((p for p in found if p.last == name and p.members.named), None)
    if as_ is not None and named is not None and not any(c.has("verb", "be") for c in chunks[as_:at]):
        # "adopted in May, the Americans as drafters", "with Lebanon as the only Arab co-sponsor"
        co = chunks[at].lower.startswith("co")
        by_name = Authors(named.members, named.first, named.last)
        once = any(c.lower in ("original", "first", "former", "initial") for c in chunks[as_:at])
        return sponsor_claim(sentence, named.first, at, by_name, co=co, known=True, role=once)
    be = at - 1
    while (
        be >= 0
        and at - be < BETWEEN
        and not chunks[be].has("be")
        and (
            chunks[be].has("determiner", "only", "adverb", "negation", "among", "other", "text", "cite", "number")
            or not chunks[be].entries
            or chunks[be].lower in ("as", "of", "on")
            or (chunks[be].has("pronoun_member") and chunks[be].lower.startswith("the "))  # "one of the two authors"
            or chunks[be].has("not_one")
        )
    ):
        be -= 1
    if be < 1 or not (chunks[be].has("be") or chunks[be].lower in ("as", "acted")):
        return None
    noun = subject(sentence, found, be)
    if noun is None or not asserted(sentence, be, noun.last if noun.last < be else -1, "past"):
        return None
    authors = of_noun(chunks, found, noun) if noun.kind in ("members", "other") else None
    if authors is None:
        return None
    last = clause_end(sentence, found, at)
    some = chunks[at].lower.startswith("co") or any(c.has("among") for c in chunks[be:at])
    role = is_role(chunks[at]) and chunks[be].lower not in ("was", "were", "as", "acted")
    if is_role(chunks[at]) and at + 2 < len(chunks) and chunks[at + 1].lower == "on":
        # "was the penholder on Mali": the text told of before may be on something else
        role = role or not chunks[at + 2].has("text", "pronoun_text", "cite")
    return sponsor_claim(
        sentence, authors.first, last, authors, negated=is_denied(chunks, be), co=some, known=True, role=role
    )
