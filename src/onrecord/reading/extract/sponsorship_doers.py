"""Who tabled a text: members by name, a pronoun's, those told of before or behind the verb, and whoever joined in."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.clauses import subject
from onrecord.reading.extract.authors import Authors, authors_at, of_noun, of_so_many, so_many_of
from onrecord.reading.extract.meant_by_pronouns import SIZES, a_people
from onrecord.reading.extract.speakers import speaking
from onrecord.reading.extract.sponsorship_words import WORDS
from onrecord.reading.extract.state import Discourse
from onrecord.reading.governing import governed
from onrecord.reading.nouns import Noun, noun_at
from onrecord.reading.parsed import Phrase, Sentence


def doer(sentence: Sentence, found: list[Phrase], discourse: Discourse, noun: Noun, at: int) -> Authors | None:
    """Who the subject is: members by name, a pronoun's, "whose country", the speaker's; else those it was done for."""
    chunks = sentence.chunks
    if noun.kind == "text":
        return None
    if _relative_behind(chunks, noun, at) and (said := _identified(sentence, found, noun)) is not None:
        return said
    if (part := _out_of(chunks, found, noun)) is not None:
        number = chunks[noun.last].cardinal
        whole = of_noun(chunks, found, part)
        if whole is None or chunks[noun.first].has("every"):
            return whole
        return so_many_of(whole, number, noun.first) if number is not None else None
    whose = noun.first - 1
    if whose > 0 and chunks[whose].lower == "whose" and chunks[noun.last].has("affiliation", "delegate", "group_noun"):
        return _named_before(chunks, whose)
    if noun.kind == "pronoun":
        if chunks[noun.first].lower.split()[0] in POINTING and _relative_behind(chunks, noun, at):
            return _revealed(chunks, found, at)
        group = next((p for p in found if noun.first <= p.first and p.last < noun.last and p.members.groups), None)
        if group is not None:
            return Authors(group.members, noun.first, noun.last)  # "the ten elected ones"
        return _by_pronoun(sentence, found, discourse, noun)
    if noun.members is not None and noun.members.first_person:
        return _we(sentence, found, noun, at)
    if chunks[noun.last].has("member_noun", "among") and _relative_behind(chunks, noun, at):
        return _revealed(chunks, found, at)
    return of_noun(chunks, found, noun)


def _we(sentence: Sentence, found: list[Phrase], noun: Noun, at: int) -> Authors | None:
    """Who says "we", and those told of beside: "We and Peru tabled it, said the Malian envoy"."""
    chunks = sentence.chunks
    last, others = _and_who(chunks, found, noun)
    speaker = speaking(sentence, found, noun.first)
    if speaker is not None:
        ours = Authors(speaker.members, noun.first, last)
        return ours if others is None else joined_with(ours, others)
    if others is None and (company := _together(chunks, found, at)) is not None:
        others = company.members  # "we tabled it with Peru"
    return None if others is None or not others.named else Authors(others, noun.first, last)


def _and_who(chunks: list[Chunk], found: list[Phrase], noun: Noun) -> tuple[int, Members | None]:
    """ "We (and the Peruvians)": where the subject ends, and who is named in it."""
    if noun.last + 2 >= len(chunks) or not chunks[noun.last + 1].has("and"):
        return noun.last, None
    others = authors_at(chunks, found, noun.last + 2)
    return (noun.last, None) if others is None else (others.last, others.members)


POINTING = ("those", "these", "the")
"""What begins words that only point at somebody: "those who tabled it", "the four who tabled it"."""


def _relative_behind(chunks: list[Chunk], noun: Noun, at: int) -> bool:
    return noun.last + 1 < at and chunks[noun.last + 1].has("relative")


def _identified(sentence: Sentence, found: list[Phrase], noun: Noun) -> Authors | None:
    """ "Niger and Ireland were the ones who", "Malta was the country that": whom the subject was said to be."""
    chunks = sentence.chunks
    be = noun.first - 1
    while be > 0 and chunks[be].has("adverb", "only", "determiner", "among"):
        be -= 1
    if be <= 0 or not chunks[be].has("be"):
        return None
    who = subject(sentence, found, be)
    return of_noun(chunks, found, who) if who is not None and who.kind == "members" and who.last < be else None


def _out_of(chunks: list[Chunk], found: list[Phrase], noun: Noun) -> Noun | None:
    """Those of whom a number is said: "all ten of the elected members", "three of the Africans"."""
    last = chunks[noun.last]
    if last.number is None and not last.has("every") and last.lower not in ("both", "none", "most", "several"):
        return None
    of = noun.last + 1
    if of + 1 >= len(chunks) or chunks[of].lower != "of":
        return None
    whole = noun_at(chunks, {p.first: p for p in found}, of + 1, len(chunks))
    named = whole is not None and (whole.kind == "members" or chunks[whole.last].has("of_adjective"))
    return whole if named else None


def _by_pronoun(sentence: Sentence, found: list[Phrase], discourse: Discourse, noun: Noun) -> Authors | None:
    """The members that "it" or "they" stand for: the subject of the same sentence, else of one before."""
    chunks = sentence.chunks
    word = chunks[noun.first].lower
    number = SIZES.get(word) or chunks[noun.last].cardinal or 1  # "the ten had drafted it"
    plural = word == "they" or number > 1
    opens = max((i for i in range(noun.first) if chunks[i].text == ";"), default=-1)
    named = [p for p in found if p.last < noun.first and p.members.named and not governed(chunks, p.first)]
    own = [p for p in named if not (p.first and chunks[p.first - 1].has("relative"))]
    here = next((p for p in own if p.first > opens), next(iter(own or named), None))
    if here is not None and (len(here.members.named) > 1) == plural and number in (1, len(here.members.named)):
        return Authors(here.members, noun.first, noun.last)
    behind = [p.members for p in found if p.first > noun.last]
    resolved = discourse.resolve_pronoun(
        Members(pronoun=True, text=word if word in SIZES else "they" if plural else "it"), sentence, behind
    )
    if resolved is None or number not in (1, len(resolved.named)):
        return None
    if not (resolved.named or resolved.groups) or (not plural and a_people(resolved)):
        return None  # "The Israelis cancelled a trip. It wrote the text": nobody calls a people "it"
    return Authors(resolved, noun.first, noun.last)


def _revealed(chunks: list[Chunk], found: list[Phrase], at: int) -> Authors | None:
    """ "The country that had drafted it was Malta", "the four who tabled it were Chad, …"."""
    ahead = range(at + 1, min(at + 8, len(chunks)))
    be = next((i for i in ahead if chunks[i].has("be") or chunks[i].text in ",(–—"), None)
    if be is None or chunks[be].has("be"):
        return authors_at(chunks, found, be + 1) if be is not None else None
    named = next((p for p in found if p.first == be + 1 and p.members.named), None)
    return None if named is None else Authors(named.members, named.first, named.last)


def _named_before(chunks: list[Chunk], at: int) -> Authors | None:
    """ "Chad's foreign minister, whose country wrote the text": the last state named before."""
    for position in range(at - 1, max(-1, at - 9), -1):
        entry = chunks[position].get("member")
        if entry is not None and not chunks[position].has("blocked"):
            return Authors(Members((Named(chunks[position].text, entry.aliases),), text=chunks[position].text), at, at)
    return None


def and_those_with(chunks: list[Chunk], found: list[Phrase], at: int, authors: Authors) -> tuple[Authors, int]:
    """The authors with those that did it together with them, and where the latter are named."""
    others = _together(chunks, found, at)
    if others is None:
        return authors, authors.last
    return joined_with(authors, others.members), others.last


def joined_with(authors: Authors, others: Members) -> Authors:
    members = Members(
        authors.members.named + others.named,
        authors.members.groups + others.groups,
        quantity=authors.members.quantity or others.quantity,
        adjective=authors.members.adjective or others.adjective,
        text=authors.members.text,
    )
    return Authors(members, authors.first, authors.last)


def joined_by(found: list[Phrase], joined: int, at: int) -> Members | None:
    """ "Joined (Peru) in sponsoring it": those between the verb and the gerund at `at`."""
    named = tuple(n for p in found if joined < p.first and p.last < at for n in p.members.named)
    return Members(named, text=named[-1].text) if named else None


def _together(chunks: list[Chunk], found: list[Phrase], at: int) -> Authors | None:
    """ "Submitted it together with the United States": those that did it too."""
    for position in range(at + 1, min(at + 12, len(chunks))):
        if chunks[position].lower in WORDS["together"]:
            return authors_at(chunks, found, position + 1)
        if chunks[position].text in ",;:—" or chunks[position].has("but", "relative"):
            return None
    return None


def trio_before(chunks: list[Chunk], found: list[Phrase], verb: int) -> Noun | None:
    """ "The trio of Chad, Mali and Peru drafted it": a subject whose head is a noun for so many."""
    named = next((p for p in found if p.last == verb - 1 and len(p.members.named) > 1), None)
    if named is None or named.first < A_TRIO or chunks[named.first - 1].lower != "of":
        return None
    head = named.first - 2
    return Noun(head, named.last, "members", named.members) if of_so_many(chunks[head]) else None


A_TRIO = 2
"""Chunks in front of the names at the least: "trio of"."""


def named_behind(chunks: list[Chunk], found: list[Phrase], authors: Authors, last: int) -> Authors | None:
    """ "Three countries drafted it: Chad, Mali and Peru.", "Two members tabled it – Chad and Peru.": by name at the
    end, where before it is only said how many or of which kind.
    """
    if authors.members.named or last + 2 >= len(chunks) or chunks[last + 1].text not in (":", "—", "–", "-"):
        return None
    phrase = next((p for p in found if p.first == last + 2 and p.members.named), None)
    if phrase is None or (phrase.last + 1 < len(chunks) and chunks[phrase.last + 1].is_word):
        return None
    return Authors(phrase.members, phrase.first, phrase.last)
