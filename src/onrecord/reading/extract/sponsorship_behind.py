"""Whose text it is by where they stand ("behind the text stood Norway") or by a pronoun ("its own draft")."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.assertion import asserted
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Named, Sponsor
from onrecord.reading.clauses import subject
from onrecord.reading.extract.authors import Authors, authors_at, of_noun
from onrecord.reading.extract.meant_by_pronouns import a_people
from onrecord.reading.extract.speakers import speaking
from onrecord.reading.extract.sponsorship_doers import named_behind
from onrecord.reading.extract.sponsorship_words import (
    DRAFTS,
    WORDS,
    complement,
    of_voting,
    spoken_of,
    sponsor_claim,
    to_come,
)
from onrecord.reading.extract.state import Discourse
from onrecord.reading.governing import governed
from onrecord.reading.nouns import noun_at
from onrecord.reading.parsed import Phrase, Sentence, is_demonym

A_PAIR = 2
STANDING = frozenset({"stood", "stands", "stand", "lay", "was", "were", "is", "are"})
OURS = {"ours": "we", "theirs": "they", "hers": "she", "mine": "we"}
OWNERS = {"its": "it", "his": "he", "her": "she", "their": "they", "our": "we", "my": "we"}


def stood_behind(sentence: Sentence, found: list[Phrase], at: int, text_before: bool) -> Sponsor | None:
    """ "Behind the paper stood Niger and Ireland", "behind it were the Africans"."""
    chunks = sentence.chunks
    if at and chunks[at - 1].is_word and not chunks[at - 1].has("and", "but"):
        return None
    ahead = range(at + 1, min(at + 7, len(chunks) - 1))
    spoken = chunks[at + 1].lower in ("it", "this", "that") if at + 1 < len(chunks) and text_before else False
    text = next((i for i in ahead if (chunks[i].has("text") or spoken) and chunks[i + 1].lower in STANDING), None)
    authors = authors_at(chunks, found, text + 2) if text is not None else None
    if authors is None or not (authors.members.named or authors.members.groups):
        return None
    return sponsor_claim(sentence, at, authors.last, authors)


def stood_by(sentence: Sentence, found: list[Phrase], verb: int, text_before: bool) -> Sponsor | None:
    """ "Four countries stood behind it: Chad, …": whoever only backed a text may be said to do so too."""
    chunks = sentence.chunks
    noun = subject(sentence, found, verb)
    if noun is None or verb + 1 >= len(chunks) or not asserted(sentence, verb, noun.last, "past"):
        return None
    kinds = ("text", "pronoun") if text_before and chunks[verb + 1].lower in ("it", "this", "that") else ("text",)
    text = noun_at(chunks, {p.first: p for p in found}, verb + 1, len(chunks))
    authors = of_noun(chunks, found, noun) if noun.kind in ("members", "other") else None
    if text is None or text.kind not in kinds or authors is None:
        return None
    authors = named_behind(chunks, found, authors, text.last) or authors
    if authors.quantity is not None:
        return None
    last = max(text.last, authors.last)
    first = min(noun.first, authors.first)
    return sponsor_claim(sentence, first, last, authors, role=True, known=spoken_of(chunks, text))


def own(sentence: Sentence, found: list[Phrase], discourse: Discourse, at: int) -> Sponsor | None:
    """ "Its own draft", "her text", "our draft on the Strait": of those spoken of last, or of the speaker."""
    chunks = sentence.chunks
    word = next((i for i in range(at - 1, max(at - 4, -1), -1) if chunks[i].lower in OWNERS), None)
    if word is None and (mark := _of_its_own(chunks, at)) is not None:
        members = _owner(sentence, found, discourse, mark)
        if members is None or not (members.named or members.groups) or to_come(sentence, found, at):
            return None
        first = at - (at > 0 and chunks[at - 1].has("determiner"))
        return sponsor_claim(sentence, first, mark + 1, Authors(members, mark, mark + 1), loose=True)
    if word is None or any(not c.is_word or c.has("verb", "preposition") for c in chunks[word + 1 : at]):
        return None
    plainly = any(c.lower == "own" for c in chunks[word + 1 : at])
    if not plainly and chunks[at].lower not in DRAFTS:
        return None
    if not (of_voting(sentence) or discourse.voted_near(sentence)) or to_come(sentence, found, word):
        return None
    members = _owner(sentence, found, discourse, word)
    if members is None or not (members.named or members.groups):
        return None
    last = complement(sentence, found, at)
    return sponsor_claim(sentence, word, last, Authors(members, word, last), loose=True, role=not plainly)


def _of_its_own(chunks: list[Chunk], at: int) -> int | None:
    """ "In a draft of its own", "with a version of their own": where the pronoun stands."""
    if at + 3 >= len(chunks) or chunks[at + 1].lower != "of" or chunks[at + 3].lower != "own":
        return None
    return at + 2 if chunks[at + 2].lower in OWNERS else None


def belongs(sentence: Sentence, found: list[Phrase], discourse: Discourse, be: int) -> Sponsor | None:
    """ "The text of Wednesday was ours", "the draft was their own"."""
    chunks = sentence.chunks
    at = be + 1
    while at < len(chunks) and chunks[at].has("adverb"):
        at += 1
    owned = at < len(chunks) and (
        chunks[at].lower in OURS
        or (at + 1 < len(chunks) and chunks[at].lower in OWNERS and chunks[at + 1].lower == "own")
        or (chunks[at].lower.endswith(" own") and chunks[at].lower.split()[0] in OWNERS)
    )
    if not owned:
        return None
    noun = subject(sentence, found, be)
    if noun is None or noun.kind != "text" or not asserted(sentence, be, noun.last, "past"):
        return None
    pronoun = OURS.get(chunks[at].lower) or OWNERS[chunks[at].lower.split()[0]]
    last = at + (at + 1 < len(chunks) and chunks[at + 1].lower == "own")
    members = _whose(sentence, found, discourse, at, pronoun)
    if members is None or not (members.named or members.groups):
        return None
    return sponsor_claim(sentence, noun.first, last, Authors(members, at, last), loose=True)


def _owner(sentence: Sentence, found: list[Phrase], discourse: Discourse, word: int) -> Members | None:
    return _whose(sentence, found, discourse, word, OWNERS[sentence.chunks[word].lower])


def _whose(sentence: Sentence, found: list[Phrase], discourse: Discourse, word: int, pronoun: str) -> Members | None:
    if pronoun == "we":
        speaker = speaking(sentence, found, word)
        return speaker.members if speaker is not None else None
    here = _spoken_of(sentence.chunks, found, word, pronoun == "they")
    if here is not None and pronoun in ("it", "they"):
        return here
    if pronoun in ("he", "she") and (person := _person_before(sentence.chunks, word)) is not None:
        return person
    # "Eleven backed its text and Russia killed it": whoever is named only behind the pronoun is not its owner.
    behind = [p.members for p in found if p.first > word]
    if not any(p.last < word for p in found):
        # "Its draft got ten votes and an American veto"
        behind += [members for index, members in discourse.subjects if index == sentence.index]
    return discourse.resolve_pronoun(Members(pronoun=True, text=pronoun), sentence, behind)


def whose(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    """ "France, whose draft it was", "Niger, whose text had been vetoed"."""
    chunks = sentence.chunks
    before = at - 1 - (at > 0 and chunks[at - 1].text in ",(–—")
    authors = next((p for p in found if p.last == before and (p.members.named or p.members.groups)), None)
    text = next((i for i in range(at + 1, min(at + 5, len(chunks))) if chunks[i].has("text")), None)
    if (
        authors is None
        or text is None
        or chunks[text].lower.startswith("amend")
        or (chunks[text].lower in WORDS["weak_text"] and not of_voting(sentence))
    ):
        return None
    if any(c.has("verb", "be", "member") or not c.is_word for c in chunks[at + 1 : text]):
        return None
    last = text
    known = left = False
    if (
        text + 2 < len(chunks)
        and chunks[text + 1].lower in ("it", "this", "that")
        and chunks[text + 2].has("be", "have")
    ):
        last, known = text + 2, True
        left = chunks[text + 2].has("have")  # "whose draft it had been": others may have put it to the vote
        if len(authors.members.named) > A_PAIR:
            # "Mali, Chad and Morocco, whose draft it was": the last named's, in a list of those that voted so
            named = replace(authors.members, named=authors.members.named[-1:], text=chunks[authors.last].text)
            authors = Phrase(authors.last, authors.last, named)
    return sponsor_claim(
        sentence,
        authors.first,
        last,
        Authors(authors.members, authors.first, authors.last),
        loose=True,
        known=known,
        role=left,
    )


def _person_before(chunks: list[Chunk], before: int) -> Members | None:
    """ "The British lord was reading out his paper": whom the sentence named by a country's adjective before."""
    last = next((c for c in reversed(chunks[:before]) if is_demonym(c)), None)
    entry = last.get("member") if last is not None else None
    return (
        Members((Named(last.text, entry.aliases),), text=last.text) if last is not None and entry is not None else None
    )


def _spoken_of(chunks: list[Chunk], found: list[Phrase], before: int, plural: bool) -> Members | None:
    """Whom the sentence itself named before, as its subject."""
    for phrase in found:
        if phrase.last < before and phrase.members.named and not governed(chunks, phrase.first):
            several = len(phrase.members.named) > 1
            return phrase.members if several == plural or (plural and a_people(phrase.members)) else None
    return None
