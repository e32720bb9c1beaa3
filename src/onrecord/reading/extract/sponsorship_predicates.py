"""What a text is said to be: "the draft was Danish", "Norway was behind it", "the text is from the United States"."""

from __future__ import annotations

from onrecord.reading.assertion import asserted
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Sponsor
from onrecord.reading.clauses import clause_end, subject
from onrecord.reading.extract.authors import authors_at, authors_before, before_the_next, of_noun, owners_at
from onrecord.reading.extract.sponsorship_authors import is_denied
from onrecord.reading.extract.sponsorship_nouns import owns
from onrecord.reading.extract.sponsorship_objects import told_near
from onrecord.reading.extract.sponsorship_words import (
    WORDS,
    of_voting,
    spoken_of,
    sponsor_claim,
    the_first,
    weak,
)
from onrecord.reading.extract.state import Discourse
from onrecord.reading.nouns import Noun, nouns
from onrecord.reading.parsed import Phrase, Sentence, is_demonym

VOTES = ("vote_noun", "no_noun", "abstention_noun", "veto_noun")
"""What may be somebody's as well as the text that it was cast on."""
SAYS_WHOSE = ("behind", "from", "of")


def predicate(sentence: Sentence, found: list[Phrase], discourse: Discourse, be: int) -> Sponsor | None:
    """ "The text, resolution 2669, was American", "the words were Malta's", "Norway was behind the text"."""
    chunks = sentence.chunks
    if not any(c.has("member", "group", "of_adjective") or c.lower in SAYS_WHOSE for c in chunks[be + 1 : be + 6]):
        return None
    noun = the_first(chunks, be) or subject(sentence, found, be)
    if noun is not None and be + 1 < len(chunks) and chunks[be + 1].lower == "behind":
        return _behind(sentence, found, discourse, be, noun)
    if noun is None or not asserted(sentence, be, noun.last, "past"):
        return None
    if any(c.has(*VOTES) for c in chunks[max(0, noun.first - 3) : noun.last]):
        return None  # "the two votes against resolution 678 were Cuba's and Yemen's"
    by_other_words = noun.kind != "text"
    if noun.kind in ("text", "pronoun") and (work := _work_of(sentence, found, discourse, be, noun)) is not None:
        return work
    if by_other_words and not _means_the_text(sentence, discourse, noun, be):
        return None
    if (not by_other_words or the_first(chunks, be)) and (source := _from(sentence, found, be, noun)) is not None:
        return source
    at = be + 1
    while at < len(chunks) and (
        chunks[at].has("adverb", "negation")
        or (chunks[at].lower in ("of", "entirely", "mostly", "an", "a", "the") or chunks[at].lower.endswith("ly"))
    ):
        at += 1
    last = at
    while (
        last + 2 < len(chunks)
        and (chunks[last + 1].has("and") or chunks[last + 1].text == "-" or _goes_on(chunks, last))
        and (is_demonym(chunks[last + 2]) or _owned_by_both(chunks, last + 2))
    ):
        last += 2
    several = owners_at(chunks, last)
    if several is not None:
        last = several.last - 1
    if last >= len(chunks) or not chunks[last].has("member", "group"):
        return None
    following = chunks[last + 1] if last + 1 < len(chunks) else None
    owner = following is not None and following.lower in ("'s", "'")
    after = chunks[last + 2] if owner and last + 2 < len(chunks) else following
    ends = (
        after is None
        or not after.is_word
        or after.has("and", "but", "preposition", "relative")
        or after.lower in ("origin", "one")
        or (owner and after.lower in WORDS["handiwork"])
        or (after.text == "-" and last + 2 < len(chunks) and chunks[last + 2].has("sponsored_adjective"))
    )
    written = after is not None and after.text == "-"  # "it was Malaysian-drafted"
    if not ends or not (owner or written or (is_demonym(chunks[last]) and not by_other_words)):
        return None
    authors = authors_before(chunks, last + 2) if owner else authors_before(chunks, last + 1)
    if authors is None:
        return None
    authors = several or authors
    known = by_other_words or spoken_of(chunks, noun)
    if noun.kind == "text" and not known and weak(chunks, noun) and not of_voting(sentence):
        return None  # "the Fahd plan was the Saudis'"
    last += owner
    if last + 1 < len(chunks) and chunks[last + 1].text != ",":
        last = max(last, clause_end(sentence, found, be))
    # "It was Malta's" may be said of something else that the text just spoke of.
    role = noun.kind == "pronoun" or any(c.lower in IN_PART for c in chunks[be:last])
    return sponsor_claim(sentence, noun.first, last, authors, negated=is_denied(chunks, be), known=known, role=role)


IN_PART = frozenset({"mostly", "largely", "partly", "chiefly", "mainly", "really", "essentially", "effectively"})


def _work_of(sentence: Sentence, found: list[Phrase], discourse: Discourse, be: int, noun: Noun) -> Sponsor | None:
    """ "The text was the joint work of Chad and Peru", "a joint effort by London and Freetown"."""
    chunks = sentence.chunks
    head = next((i for i in range(be + 2, min(be + 6, len(chunks) - 2)) if chunks[i + 1].lower in BY_THEM), None)
    if head is None or chunks[head].lower not in WORDS["handiwork"] | WORDS["joint_work"]:
        return None
    if any(c.has("verb", "member", "preposition", "and") or not c.is_word for c in chunks[be + 1 : head]):
        return None
    it = noun.kind == "pronoun"
    if it and not (discourse.text_before(sentence) and chunks[noun.first].lower in ("it", "this", "that")):
        return None
    if it and discourse.vetoes_in == sentence.index - 1 and not chunks[head].has("text"):
        return None  # "Russia vetoed it. It was the work of Moscow alone."
    authors = before_the_next(chunks, authors_at(chunks, found, head + 2), be)
    if authors is None:
        return None
    known = it or spoken_of(chunks, noun)
    return sponsor_claim(sentence, noun.first, authors.last, authors, negated=is_denied(chunks, be), known=known)


BY_THEM = ("of", "by", "between")


def _means_the_text(sentence: Sentence, discourse: Discourse, noun: Noun, be: int) -> bool:
    """Whether "it", "the words" or "the first" is said of a text just spoken of, and "it" of no veto."""
    chunks = sentence.chunks
    if the_first(chunks, be) is not None:
        # "Two speakers followed. The first was from Chad."
        return discourse.text_before(sentence) or discourse.last_in == sentence.index - 1
    if noun.kind == "pronoun":
        it = chunks[noun.first].lower in ("it", "this", "that", "both")
        return it and discourse.text_before(sentence) and discourse.vetoes_in != sentence.index - 1
    return chunks[noun.last].lower in WORDS["written"] | WORDS["of_authors"] and told_near(sentence, discourse)


def _goes_on(chunks: list[Chunk], last: int) -> bool:
    """ "The draft was Irish, (Norwegian) and French": the first of a list of three or more."""
    third = last + 4
    return chunks[last + 1].text == "," and third < len(chunks) and is_demonym(chunks[third])


def _owned_by_both(chunks: list[Chunk], second: int) -> bool:
    """ "Chad and Peru's": one mark of the possessive for two."""
    return chunks[second].has("member") and second + 1 < len(chunks) and chunks[second + 1].lower in ("'s", "'")


def _from(sentence: Sentence, found: list[Phrase], be: int, noun: Noun) -> Sponsor | None:
    """ "The text is from the United States", "was of Canada and some others"."""
    chunks = sentence.chunks
    at = be + 1
    while at < len(chunks) and chunks[at].has("adverb", "negation"):
        at += 1
    if at + 1 < len(chunks) and chunks[at].lower == "that" and chunks[at + 1].lower == "of":
        at += 1  # "was that of the ten elected members"
    if at + 1 >= len(chunks) or chunks[at].lower not in ("from", "of", "by"):
        return None
    authors = before_the_next(chunks, authors_at(chunks, found, at + 1), be)
    if authors is None or not owns(chunks, authors):
        return None
    goes_on = authors.last + 1 < len(chunks) and chunks[authors.last + 1].text != ","
    last = clause_end(sentence, found, at) if goes_on else authors.last
    known = spoken_of(chunks, noun)
    return sponsor_claim(
        sentence, noun.first, max(last, authors.last), authors, negated=is_denied(chunks, be), known=known
    )


def _behind(sentence: Sentence, found: list[Phrase], discourse: Discourse, be: int, noun: Noun) -> Sponsor | None:
    chunks = sentence.chunks
    kinds = ("text", "pronoun") if discourse.text_before(sentence) else ("text",)
    text = next((n for n in nouns(chunks, found, be + 2, min(be + 8, len(chunks))) if n.kind in kinds), None)
    authors = of_noun(chunks, found, noun) if noun.kind in ("members", "other") else None
    if text is None or authors is None or not asserted(sentence, be, noun.last, "past"):
        return None
    by_pronoun = text.kind == "pronoun"
    return sponsor_claim(sentence, authors.first, text.last, authors, known=by_pronoun, role=by_pronoun)
