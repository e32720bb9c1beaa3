"""Who did what to a text: "Japan submitted it together with the United States", "a draft tabled by Japan"."""

from __future__ import annotations

from onrecord.reading.assertion import asserted, negated, passive
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Sponsor
from onrecord.reading.clauses import clause_end, subject, verb_group_start
from onrecord.reading.extract.authors import authors_at
from onrecord.reading.extract.sponsorship_doers import (
    and_those_with,
    doer,
    joined_by,
    joined_with,
    named_behind,
    trio_before,
)
from onrecord.reading.extract.sponsorship_gerunds import by_doing_so, finite_before, in_part, no_part
from onrecord.reading.extract.sponsorship_had import hand_in_it
from onrecord.reading.extract.sponsorship_objects import STRONGLY, in_most, own_one, text_of
from onrecord.reading.extract.sponsorship_passives import is_said_of_it, of_passive, text_before_verb
from onrecord.reading.extract.sponsorship_words import (
    REACH,
    WORDS,
    one_more,
    spoken_of,
    sponsor_claim,
    steered,
    yet_to_be_voted_on,
)
from onrecord.reading.extract.state import Discourse
from onrecord.reading.naming import OWNING
from onrecord.reading.nouns import Noun, nouns
from onrecord.reading.parsed import Phrase, Sentence, finite

ASIDE, ASIDE_LONG = ("i", "we", "one", "they", "you", "it", "people", "rumour", "so"), 4
"""What begins a word put in between commas ("I hear", "one is told"), and its most words."""
PUT_BY = ("brought", "laid", "put")
"""Words of motion that in the passive say who tabled a text: "the draft had been laid by Norway"."""
BLAMED = ("accus", "suspect", "blam")
"""Verbs in front of "of having drafted it", which nobody then says was so."""
INSERTED = 10
"""Chunks between a subject and its verb up to which both are the claim's words."""


def of_verb(sentence: Sentence, found: list[Phrase], discourse: Discourse, at: int) -> Sponsor | None:
    chunks = sentence.chunks
    entry = chunks[at].verb("sponsor", "cosponsor", "put")
    assert entry is not None
    if chunks[at - 1].lower == "to" and (one := _the_one_to(chunks, at)) is not None:
        return _active(sentence, found, discourse, at, "past", entry.value, one)
    if chunks[at].has("text", "author") and not _used_as_verb(chunks, at, entry.form):
        return None
    if at and entry.form == "base" and chunks[at - 1].lower in ("a", "no"):
        return hand_in_it(sentence, found, discourse, at)  # "had no hand in it"
    if chunks[at].lower == "made" and not passive(chunks, at):
        return None  # "made up the four", "made the two"
    forms = {e.form for e in chunks[at].entries if e.kind == "verb" and e.value == entry.value}
    by = _by_after(chunks, at)
    if forms & {"past", "participle"}:
        if by is not None and (entry.value != "put" or chunks[at].lower in PUT_BY):
            return of_passive(sentence, found, discourse, at, by, entry.value == "cosponsor")
        if (helped := _with_others_alone(sentence, found, at)) is not None:
            return helped
        if passive(chunks, at):
            return None
    if (started := by_doing_so(sentence, found, discourse, at, entry.value)) is not None:
        return started
    if "gerund" in forms and (main := finite_before(chunks, found, at)) is not None:
        return _active(sentence, found, discourse, at, "past", entry.value, main)
    if (
        _attribute(chunks, at)
        or "gerund" in forms
        or (at > 0 and chunks[at - 1].text == "-" and chunks[at - 1].end == chunks[at].start)
    ):
        return None
    form = "past" if "past" in forms else entry.form
    return _active(sentence, found, discourse, at, form, entry.value, at)


def _with_others_alone(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    """ "Its resolution, written together with Washington, passed": those who did it besides whoever else did."""
    chunks = sentence.chunks
    if not chunks[at].lower.startswith(STRONGLY) or at + 1 >= len(chunks):
        return None
    if chunks[at + 1].lower not in WORDS["together"] or not asserted(sentence, at, -1, "past"):
        return None
    text, authors = text_before_verb(sentence, found, at), authors_at(chunks, found, at + 2)
    if text is None or text.kind != "text" or authors is None or not authors.members.named:
        return None
    if at and chunks[at - 1].is_word and not passive(chunks, at):
        return None  # "with Japan in mind", "with China abstaining"
    behind = chunks[authors.last + 1 : authors.last + 2]
    if any(c.is_word and not c.has("be", "verb", "and", "but") for c in behind):
        return None
    known = spoken_of(chunks, text) or is_said_of_it(chunks, text)
    return sponsor_claim(sentence, at, authors.last, authors, co=True, known=known)


def _attribute(chunks: list[Chunk], at: int) -> bool:
    """ "The proposed resolution", "a hastily drafted text": said of the text without saying by whom."""
    before = at - 1 - (at > 1 and chunks[at - 1].has("adverb"))
    return (
        before >= 0
        and (chunks[before].lower in OWNING or chunks[before].lower in ("the", "a", "an"))
        and not chunks[at].has("text")
    )


def _used_as_verb(chunks: list[Chunk], at: int, form: str) -> bool:
    """Words that are nouns too ("draft", "sponsors", "offer") are verbs only right behind a name, "not" or "may"."""
    if at and chunks[at - 1].lower in OWNING:
        return False  # "its author"
    return form not in ("base", "third") or (
        at > 0 and chunks[at - 1].has("member", "group", "pronoun_member", "modal", "do", "negation")
    )


def _by_after(chunks: list[Chunk], at: int) -> int | None:
    for position in range(at + 1, min(at + 9, len(chunks))):
        chunk = chunks[position]
        if chunk.lower == "by" or (chunk.lower == "from" and position == at + 1 and passive(chunks, at)):
            return position
        if chunk.text == "," and any(c.lower == "others" for c in chunks[position : position + 4]):
            continue
        if chunk.text == "," and (close := _closes(chunks, position)) is not None:
            # "Drafted, as always, by France"
            return close
        if chunk.lower in ("among", "others"):
            continue
        if chunk.lower == "in" and _capital(chunks, position + 1):
            return position
        if chunk.text in ",;:—." or chunk.has("verb", "text", "member", "but", "and"):
            return None
    return None


def _capital(chunks: list[Chunk], at: int) -> bool:
    name = chunks[at].get("member") if at < len(chunks) else None
    return name is not None and name.form == "capital"


def _closes(chunks: list[Chunk], comma: int) -> int | None:
    """Where "by" stands behind words of manner or time that commas set off."""
    close = next((i for i in range(comma + 1, min(comma + 10, len(chunks) - 1)) if chunks[i].text == ","), None)
    if close is None or close == comma + 1 or chunks[close + 1].lower not in ("by", "in"):
        return None
    if chunks[close + 1].lower == "in" and not _capital(chunks, close + 2):
        return None
    inside = chunks[comma + 1 : close]
    if inside[0].lower in ASIDE and len(inside) <= ASIDE_LONG:
        return close + 1
    if inside[0].lower == "as" and inside[1:] and inside[1].lower in ASIDE and len(inside) <= ASIDE_LONG:
        return close + 1  # "as I am told"
    opens = inside[0].has("preposition", "adverb") or inside[0].date is not None or inside[0].lower in ("as", "so")
    return close + 1 if opens and not any(finite(c) or c.has("member", "relative") for c in inside) else None


def _active(
    sentence: Sentence, found: list[Phrase], discourse: Discourse, at: int, form: str, meaning: str, main: int
) -> Sponsor | None:
    """`main` is the verb that has the subject, `at` the one that has the text: the same, but for "ended up tabling"."""
    chunks = sentence.chunks
    start = verb_group_start(chunks, main)
    noun = trio_before(chunks, found, start) or subject(sentence, found, main) or _those_who(chunks, main)
    if noun is None or (chunks[at + 1 : at + 2] and chunks[at + 1].lower == "up"):
        return None  # "made up the six" that abstained
    noun = _as_they_wrote_it(chunks, found, noun, start) or noun
    behind_subject = noun.last if noun.last < start else start - 1
    if not asserted(sentence, main, behind_subject, form):
        return None
    if start > 1 and chunks[start].lower.startswith("having") and chunks[start - 1].lower in ("for", "of"):
        if any(c.lower.startswith(BLAMED) for c in chunks[noun.last + 1 : start]):
            return None
        done_by = next((p for p in found if p.last == start - 2 and p.members.named), None)
        noun = noun if done_by is None else Noun(done_by.first, done_by.last, "members", done_by.members)
    authors = doer(sentence, found, discourse, noun, at)
    if authors is None:
        return None
    text = text_of(sentence, found, discourse, at, noun, meaning)
    if text is None:
        return None
    if text + 1 < len(chunks) and chunks[text + 1].lower == "off":
        return None  # "wrote it off as a colonial text"
    objects = nouns(chunks, found, at + 1, min(text + 1, len(chunks)))
    if objects and yet_to_be_voted_on(chunks, start, at, objects[0]):
        return None
    inside = chunks[at].lower.split()
    bare = text == at and not (start and chunks[start - 1].has("relative"))
    known = not {"it", "this", "that"}.isdisjoint(inside) or (meaning == "cosponsor" and bare)
    known = spoken_of(chunks, objects[0]) if objects else known
    last = max(text, _before_the_next(chunks, text, clause_end(sentence, found, at)))
    authors, others_last = and_those_with(chunks, found, at, authors)
    last = max(last, others_last)
    if main != at and (joined := joined_by(found, main, at)) is not None:
        authors = joined_with(authors, joined)
    none = _neither(chunks, authors.first, start) and not authors.members.nobody
    first = min(authors.first, start)
    last = max(last, authors.last)
    if (named := named_behind(chunks, found, authors, last)) is not None:
        authors, last = named, named.last
    if any(c.text == "," for c in chunks[noun.last + 1 : start]) and start - authors.last > INSERTED:
        first = start
    if first > 0 and chunks[first - 1].has("relative"):
        first -= 1
    return sponsor_claim(
        sentence,
        first,
        last,
        authors,
        negated=negated(sentence, main, behind_subject) or none or no_part(chunks, main, at),
        co=meaning == "cosponsor" or chunks[noun.last].has("among"),
        known=known,
        role=(not {"pen", "pens"}.isdisjoint(inside) and form != "past")
        or _at_first(chunks, at)
        or steered(chunks[at])
        or in_part(chunks, main, at)
        or in_most(chunks, at + 1)
        or _picks_out(sentence, discourse, start, text, at)
        or _as_president(sentence, at)
        or (form in ("base", "third") and bool(objects) and objects[0].plural)
        or own_one(chunks, at + 1) is not None
        or chunks[text].cardinal == 1
        or bool(objects and one_more(sentence, discourse, at, objects[0])),
    )


def _the_one_to(chunks: list[Chunk], at: int) -> int | None:
    """Where "was" stands in "Chad was the one to table it"."""
    be = at - THE_ONE_TO
    words = [c.lower for c in chunks[max(0, be + 1) : at]]
    return be if be > 0 and chunks[be].has("be") and words in (["the", "one", "to"], ["the", "ones", "to"]) else None


THE_ONE_TO = 4


def _as_they_wrote_it(chunks: list[Chunk], found: list[Phrase], noun: Noun, start: int) -> Noun | None:
    """ "The text as London had drafted it": behind the text who wrote it so."""
    if noun.kind != "text" or noun.last + 1 >= start or chunks[noun.last + 1].lower != "as":
        return None
    who = next((p for p in found if p.last == start - 1 and noun.last + 2 <= p.first <= noun.last + 3), None)
    return None if who is None else Noun(who.first, who.last, "members", who.members)


def _those_who(chunks: list[Chunk], verb: int) -> Noun | None:
    """ "Among those who tabled it were Chad and Peru", "the three who tabled it, Chad, …"."""
    who = verb_group_start(chunks, verb) - 1
    if who < 1 or not chunks[who].has("relative"):
        return None
    some = chunks[who - 1].has("among")
    pointing = chunks[who - 1].has("pronoun_member") and chunks[who - 1].lower.startswith("the ")
    return Noun(who - 1, who - 1, "other" if some else "pronoun") if some or pointing else None


def _picks_out(sentence: Sentence, discourse: Discourse, start: int, text: int, at: int) -> bool:
    """ "The draft that Egypt had tabled was identical": perhaps another text than the one told of before."""
    chunks = sentence.chunks
    before = next((i for i in range(start - 1, max(start - REACH, 0), -1) if chunks[i].has("relative")), 0)
    relative = (
        text == at and before > 0 and chunks[before].lower in ("that", "which") and chunks[before - 1].has("text")
    )
    return relative and discourse.text_before(sentence) and not any(c.has("vote_noun", "veto_noun") for c in chunks)


PRESIDING = frozenset({"chair", "chairing", "president", "presidency", "presiding", "presided", "chairman", "gavel"})


def _as_president(sentence: Sentence, at: int) -> bool:
    """ "Spain, in the chair, put it to the vote": whoever presides does so with others' texts."""
    puts = sentence.chunks[at].lower.startswith(("put", "bring", "brought"))
    return puts and not sentence.words.isdisjoint(PRESIDING)


def _before_the_next(chunks: list[Chunk], text: int, last: int) -> int:
    """ "Chad put its own, and exactly one hand was raised": the end of the clause that tells who wrote it."""
    for at in range(text + 1, last):
        if chunks[at].text == "," and any(finite(c) for c in chunks[at + 1 : last + 1]):
            return at - 1
    return last


def _neither(chunks: list[Chunk], first: int, verb: int) -> bool:
    """ "Neither Chad nor Chile drafted it", "no permanent member did", "nor did Peru", "never had Mali tabled it"."""
    if chunks[first].lower in ("no", "none", "none of", "not one") or chunks[first].has("not_one"):
        return True
    if chunks[verb].lower == "having" or any(c.has("relative") for c in chunks[first + 1 : verb]):
        return False  # "nor did Chad, which had tabled it, speak"
    before = first - 1 - (first > 1 and chunks[first - 1].has("determiner"))
    if before > 0 and chunks[before].has("do", "have"):
        never = chunks[before - 1].has("negation") or chunks[before - 1].lower in NEVER
        return never and (before == 1 or not chunks[before - 2].is_word)
    return before >= 0 and (chunks[before].lower in ("neither", "neither of") or chunks[before].has("neither"))


NEVER = frozenset({"never", "not once", "at no time", "at no point"})


def _at_first(chunks: list[Chunk], at: int) -> bool:
    """ "Egypt, which first wrote the text", "tabled originally by Cairo": whoever put it to the vote in the end."""
    return any(c.lower in ("first", "originally", "initially", "at first") for c in chunks[max(0, at - 2) : at + 3])
