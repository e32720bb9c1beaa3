"""Whose text it is by its name: "the American draft", "the sponsors were Egypt and Malaysia", "came from the E10"."""

from __future__ import annotations

from onrecord.reading.assertion import asserted, negated
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Sponsor
from onrecord.reading.clauses import clause_start, subject, verb_group_start
from onrecord.reading.extract.authors import Authors, authors_at, authors_before, before_the_next
from onrecord.reading.extract.sponsorship_words import (
    DRAFTS,
    WORDS,
    complement,
    contrasted,
    denied_to_be,
    of_voting,
    spoken_of,
    sponsor_claim,
    to_come,
)
from onrecord.reading.nouns import noun_at, nouns
from onrecord.reading.parsed import Phrase, Sentence, is_demonym

BESIDE = 6
"""Chunks before a comma within which the text begins that is called somebody's behind it."""


def attributive(sentence: Sentence, found: list[Phrase], at: int, follows: bool) -> Sponsor | None:
    """Members in front of a text: "the American draft", "Egypt's resolution on Jerusalem", "US-drafted".

    `follows` is whether a text was spoken of before, which "it was a French initiative" may then say more of.
    """
    chunks = sentence.chunks
    authors = authors_before(chunks, at)
    if authors is not None and chunks[at].lower == "plan" and _a_leader(chunks, authors):
        return None
    if authors is None and (bracketed := _in_brackets(chunks, found, complement(sentence, found, at))) is not None:
        return sponsor_claim(sentence, at, bracketed.last, bracketed, loose=True)
    if authors is not None and authors.first > 1 and chunks[authors.first - 1].lower.split()[-1] in ("time", "times"):
        return None  # "Moscow vetoed twice, both times American drafts": of votes that are not told of one by one
    entry = chunks[at].get("text")
    if (
        authors is None
        or (entry is not None and entry.value == "application")
        or to_come(sentence, found, authors.first)
    ):
        return None
    weakly = chunks[at].lower in WORDS["weak_text"] and not of_voting(sentence)
    if weakly and not (follows and _called(chunks, authors.first)):
        return None
    if _is_a_try(chunks[at]) and {c.lower for c in chunks[at + 1 : at + 3]} & WORDS["amending"]:
        return None  # "a Russian attempt to amend it": others wrote it
    if _deed_tried(chunks, at, authors.last + 1):
        return None
    if authors.last + 1 < at and any(e.kind == "verb" and e.form == "third" for e in chunks[authors.last + 1].entries):
        return None  # "US vetoes Gaza ceasefire resolution"
    if (
        chunks[at].has("verb")
        and _owned(chunks, authors) is False
        and at + 1 < len(chunks)
        and _takes_object(chunks, at)
    ):
        return None
    first = authors.first
    while first > 0 and (chunks[first - 1].has("determiner") or chunks[first - 1].number is not None):
        first -= 1
    if first > 1 and chunks[first - 1].lower in ("'s", "'") and chunks[first - 2].date is not None:
        first -= 2
    if contrasted(chunks, first) or _of_several(chunks, first, authors.first):
        return None
    denied = denied_to_be(chunks, first, authors.first)
    told, first = first, _said_to_be(chunks, first)
    if told == first:
        first = _set_beside(chunks, found, first)
    last = complement(sentence, found, at)
    listed = _in_brackets(chunks, found, at) if authors.quantity is not None else None
    if listed is not None:
        return sponsor_claim(sentence, first, listed.last, listed)
    if last == at and at + 2 < len(chunks) and chunks[at + 1].lower == "of":
        noun = noun_at(chunks, {p.first: p for p in found}, at + 2, len(chunks))
        last = noun.last if noun is not None else at
    beside = chunks[authors.last + 1 : at]
    draft = chunks[at].lower in DRAFTS and all(c.lower in ("'s", "'", "own") or c.number is not None for c in beside)
    stated = told != first and chunks[told - 1].has("be")
    # "It was a French text then no more than it is now"
    likened = stated and "no more than" in " ".join(c.lower for c in chunks[at + 1 : at + 8])
    loose = not (authors.sure or stated)
    naming = loose and last == at and first == told and _definite(chunks, first, authors)
    return sponsor_claim(
        sentence,
        first,
        last,
        authors,
        negated=likened or denied,
        loose=loose,
        of_draft=draft,
        naming=naming,
        role=(weakly and chunks[at].lower not in DRAFTS)
        or _is_a_try(chunks[at])
        or {c.lower for c in chunks[at + 1 : at + 6]} >= IN_ALL_BUT_NAME,
    )


IN_ALL_BUT_NAME = frozenset({"in", "all", "but", "name"})


def _called(chunks: list[Chunk], first: int) -> bool:
    """ "It was a (French initiative)", "this is Chad's paper": what the text told of before is called."""
    be = next((i for i in range(first - 1, max(first - 4, 0), -1) if chunks[i].has("be")), 0)
    return be > 0 and chunks[be - 1].lower in ("it", "this", "that") and (be == 1 or not chunks[be - 2].is_word)


def _is_a_try(chunk: Chunk) -> bool:
    """ "A late attempt by Russia", "an American push": whose text was voted on then need not be theirs."""
    return chunk.lower.split()[0] in WORDS["tries"]


def _deed_tried(chunks: list[Chunk], at: int, owning: int) -> bool:
    """ "Russia's attempts to annex", "Israel's efforts to free": what a state tried to do itself, and no text."""
    if chunks[owning].lower not in ("'s", "'") or not chunks[at].lower.startswith(TRYING):
        return False
    to = at if chunks[at].lower.endswith(" to") else at + 1
    if to + 1 >= len(chunks) or not chunks[to].lower.endswith("to"):
        return False
    return chunks[to + 1].verb("act", "block", "yes", "no", "veto") is None


TRYING = ("attempt", "effort", "bid")


def _of_several(chunks: list[Chunk], first: int, authors: int) -> bool:
    """ "Have vetoed two American drafts", "four such proposals": of which texts is not told."""
    several = any((c.cardinal or 0) > 1 for c in chunks[first : authors + 1])
    before = chunks[first - 1] if first else None
    definite = chunks[first].lower in ("the", "these", "those", "both", "all")
    ever = any(c.lower in ("has", "have") for c in chunks[max(0, first - 4) : first])
    vetoed = before is not None and before.verb("veto", "block", "no", "yes") is not None
    return several and ever and vetoed and not definite


def _a_leader(chunks: list[Chunk], authors: Authors) -> bool:
    """ "Mr Trump's plan", which a text may endorse that others wrote."""
    entry = chunks[authors.last].get("member")
    return entry is not None and entry.form == "leader"


def _definite(chunks: list[Chunk], first: int, authors: Authors) -> bool:
    """ "The American draft", "Peru's text": one that the reader is taken to know."""
    owned = authors.last + 1 < len(chunks) and chunks[authors.last + 1].lower in ("'s", "'")
    return owned or chunks[first].lower.split()[0] in ("the", "this", "that")


def _said_to_be(chunks: list[Chunk], first: int) -> int:
    """Where what is said to be somebody's text begins: "242 was a British text", "it was an American draft"."""
    if first < 2 or not chunks[first - 1].has("be"):
        return first
    head = chunks[first - 2]
    if head.has("pronoun_text", "text", "cite") or (head.number is not None and first == 2):
        return first - 2
    numbered = head.number is not None and chunks[first - 3].has("text", "cite")
    if numbered or head.lower in WORDS["written_act"]:
        return first - 3 if numbered or chunks[first - 3].has("determiner") else first - 2
    return first


def _set_beside(chunks: list[Chunk], found: list[Phrase], first: int) -> int:
    """Where a text begins that is said to be somebody's behind a comma: "the latest renewal, a French text"."""
    if first < 2 or chunks[first - 1].text != "," or chunks[first].lower not in ("a", "an", "another"):
        return first
    before = nouns(chunks, found, max(0, first - BESIDE), first - 1)
    beside = before and before[-1].last == first - 2 and before[-1].kind == "text"
    return before[-1].first if beside else first


def _in_brackets(chunks: list[Chunk], found: list[Phrase], at: int) -> Authors | None:
    """ "A three-power draft (Guinea, Somalia, Yugoslavia)": nothing but names between the brackets."""
    if at + 2 >= len(chunks) or chunks[at + 1].text != "(":
        return None
    named = {p.first: p for p in found}
    phrase = named.get(at + 2)
    last = phrase.last if phrase is not None else at + 1
    while phrase is not None and last + 2 < len(chunks) and chunks[last + 1].text == "/" and last + 2 in named:
        second = named[last + 2]
        phrase = Phrase(phrase.first, second.last, Members(phrase.members.named + second.members.named))
        last = second.last
    if phrase is None or not phrase.members.named or last + 1 >= len(chunks) or chunks[last + 1].text != ")":
        return None
    return Authors(phrase.members, phrase.first, last)


def _owned(chunks: list[Chunk], authors: Authors) -> bool:
    """Whether the name is a demonym or a possessive, so that what follows is a noun for sure."""
    following = chunks[authors.last + 1] if authors.last + 1 < len(chunks) else None
    return is_demonym(chunks[authors.last]) or (following is not None and following.lower in ("'s", "'"))


def _takes_object(chunks: list[Chunk], at: int) -> bool:
    following = chunks[at + 1]
    return following.has("determiner") or following.lower in ("that", "to", "for")


def by_whom(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    """ "A bid by China and Russia", "a text of the ten elected members", "the text, from Kenya and Mauritania"."""
    chunks = sentence.chunks
    link = _by_behind(sentence, found, at)
    if link < len(chunks) and chunks[link].text == ",":
        link += 1
    if (
        link + 1 >= len(chunks)
        or chunks[link].lower not in ("by", "from", "of")
        or (link > at + 1 and chunks[link].lower == "of")
    ):
        return None
    authors = authors_at(chunks, found, link + 1)
    if authors is None or authors.quantity is not None or (chunks[link].lower == "of" and not owns(chunks, authors)):
        return None
    if chunks[at].lower in WORDS["weak_text"] and not of_voting(sentence):
        return None
    if _is_a_try(chunks[at]) and {c.lower for c in chunks[at + 1 : at + 3]} & WORDS["amending"]:
        return None  # "a Russian attempt to amend it": others wrote it
    first = at
    while (
        first > 0
        and at - first < 6
        and (
            chunks[first - 1].has("determiner", "text", "last_word")
            or (chunks[first - 1].is_word and not chunks[first - 1].entries)
            or chunks[first - 1].text == "-"
        )
    ):
        first -= 1
    if to_come(sentence, found, first):
        return None
    of = chunks[link].lower == "of"
    return sponsor_claim(sentence, first, authors.last, authors, loose=of, of_draft=of, role=_is_a_try(chunks[at]))


def _by_behind(sentence: Sentence, found: list[Phrase], at: int) -> int:
    """Where "by" may stand: right behind the text or behind what it is on ("on cross-border aid to Syria by")."""
    chunks = sentence.chunks
    link = complement(sentence, found, at) + 1
    position = link
    while position + 1 < len(chunks) and position - at < 10 and chunks[position].lower != "by":
        chunk = chunks[position]
        if (
            chunk.text in ",;:—."
            or chunk.date is not None
            or chunk.has(
                "verb", "be", "have", "modal", "but", "and", "relative", "no_noun", "abstention_noun", "veto_noun"
            )
        ):
            return link
        position += 1
    return position if position < len(chunks) and chunks[position].lower == "by" else link


def owns(chunks: list[Chunk], authors: Authors) -> bool:
    """Whether "of" names an owner and no part: "a text of France", not "the text of resolution 242"."""
    following = chunks[authors.last + 1] if authors.last + 1 < len(chunks) else None
    region = authors.members.adjective is not None and chunks[authors.last].has("member_noun", "of_adjective")
    if not (authors.members.named or authors.members.groups or region):
        return False
    # "an extension of Mali sanctions" has its noun behind the name
    noun = following is not None and following.is_word and not following.entries and following.text.islower()
    return following is None or not (noun or following.lower in ("'s", "'"))


def from_source(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    """ "The text came from our three, Gabon, Ghana and Mozambique", "was once more the work of Greece"."""
    chunks = sentence.chunks
    authors = before_the_next(chunks, authors_at(chunks, found, at + 1), at)
    if authors is None or not asserted(sentence, at, -1, "past"):
        return None
    start = clause_start(sentence, found, verb_group_start(chunks, at))
    texts = [n for n in nouns(chunks, found, start, at) if n.kind in ("text", "pronoun")]
    noun = subject(sentence, found, at)
    if noun is not None and noun.kind == "text":
        texts, start = [noun], noun.first
    if not texts or any(c.has("vote_noun", "abstention_noun", "veto_noun", "no_noun") for c in chunks[start:at]):
        return None
    if texts[0].kind == "pronoun" and not chunks[texts[0].first].lower.startswith(
        ("it", "both", "neither", "the", "this", "that")
    ):
        return None
    known = spoken_of(chunks, texts[0])
    return sponsor_claim(
        sentence, texts[0].first, authors.last, authors, negated=negated(sentence, at, texts[0].last), known=known
    )
