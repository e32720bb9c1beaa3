"""Those whom a number counted, named one by one: "five sat on their hands: China, Russia, …", "two (Chad and Chile)
abstained".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.assertion import asserted, negated
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import OPTIONS, Position
from onrecord.reading.extract.position_loose import how_loose
from onrecord.reading.extract.position_scope import of_the_others, united
from onrecord.reading.extract.spans import clause_end, lead_in
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_words import Act
from onrecord.reading.grammar import phrase_from
from onrecord.reading.parsed import Phrase, Sentence

TWO = 2
LIST_REACH = 12
"""Chunks behind a verb within which the mark stands that opens a list of those counted."""


def _of_a_text(chunks: list[Chunk], at: int) -> bool:
    """Whether what is stopped is a text: "one country killed it: America"."""
    return any(c.has("text", "cite", "pronoun_text") and not c.has("determiner") for c in chunks[at : at + 4])


def listed_behind(sentence: Sentence, found: list[Phrase], act: Act, doer: Phrase) -> Position | None:
    """Those that were counted, named behind a colon: "five sat on their hands: China, Russia, …"."""
    chunks = sentence.chunks
    if (
        (act.choice not in OPTIONS and act.choice not in ("with", "veto"))
        or act.denied
        or doer.members.nobody
        or chunks[doer.last].cardinal == 0  # "four abstained and none voted against: China, …"
        or not asserted(sentence, act.at, doer.last, act.form)
        or (act.choice == "veto" and act.last + 1 < len(chunks) and not _of_a_text(chunks, act.last + 1))
    ):
        return None
    deny = negated(sentence, act.at, doer.last)
    within = _listed_within(sentence, found, act, doer) if not deny else None
    if within is not None:
        return within
    end = min(len(chunks) - 2, act.last + LIST_REACH)
    mark = next(
        (
            i
            for i in range(act.last + 1, end + 1)
            if chunks[i].text in ":—–(" or _spelled_behind(chunks, found, i, doer)
        ),
        None,
    )
    between = chunks[act.last + 1 : mark]
    if mark is None or any(
        c.cardinal is not None or c.has("and", "but") or c.verb("veto", "abstain", "yes", "no", "vote") for c in between
    ):
        return None
    own = chunks[mark + 1].lower in ("ourselves", "us", "ours") and chunks[mark + 2].text == ","
    phrase = phrase_from(chunks, found, mark + 1 + 2 * own)
    if phrase is None or not phrase.members.named:
        return None
    phrase = _each_with_its_reason(chunks, found, phrase, doer) or phrase
    after = chunks[phrase.last + 1] if phrase.last + 1 < len(chunks) else None
    if after is not None and after.is_word and after.lower not in ("itself", "and"):
        return None
    if deny:
        # "Four did not vote for it: …", whatever they did instead.
        told = _of_the_counted(sentence, found, act, doer, phrase, phrase.last)
        counted = len(phrase.members.named) == doer.members.quantity
        return replace(told, negated=True, total=None) if counted and act.choice in OPTIONS else None
    return _of_the_counted(sentence, found, act, doer, phrase, phrase.last)


def _each_with_its_reason(chunks: list[Chunk], found: list[Phrase], first: Phrase, doer: Phrase) -> Phrase | None:
    """ "Five abstained: Bulgaria because it was too little, France on principle, Uruguay out of habit, …": all of them,
    where the rest of the sentence begins as many of its parts with a name.
    """
    size = doer.members.quantity
    if size is None or size < TWO or len(first.members.named) >= size:
        return None
    listed = [first]
    for phrase in found:
        opens = phrase.first - 1 - (phrase.first > 1 and chunks[phrase.first - 1].has("determiner"))
        parted = chunks[opens].text in ",;" or chunks[opens].has("and")
        if phrase.first > first.last and parted and phrase.members.named:
            listed.append(phrase)
    behind = chunks[first.last + 1 : listed[-1].last + 1]
    said = any(c.verb("veto", "abstain", "yes", "no", "vote") is not None or c.text in ":.()" for c in behind)
    if said or sum(len(p.members.named) for p in listed) != size:
        return None
    members = first.members
    for phrase in listed[1:]:
        members = united(members, phrase.members)
    end = next((i for i in range(listed[-1].last, len(chunks)) if chunks[i].text in ".;:"), len(chunks)) - 1
    return Phrase(first.first, end, members)


def others_named(sentence: Sentence, found: list[Phrase], act: Act, doer: Phrase) -> Position | None:
    """ "The remaining three permanent members – France, … – voted for it": the others, as many as are named."""
    if not doer.members.others or doer.last + 1 >= act.at or act.choice not in OPTIONS or act.denied:
        return None
    if not asserted(sentence, act.at, doer.last, act.form) or negated(sentence, act.at, doer.last):
        return None
    told = _listed_within(sentence, found, act, doer)
    return told if told is not None and len(told.members.named) == doer.members.quantity else None


def so_many_with(
    sentence: Sentence, found: list[Phrase], act: Act, doer: Phrase, discourse: Discourse
) -> Position | None:
    """ "Eighteen stood with Moscow", "only five lined up beside London": how many voted as one that is named."""
    if act.choice != "with" or act.denied or act.companions is None or not act.companions.named:
        return None
    if (
        how_loose(sentence, act, doer.members, discourse) is None
        or not asserted(sentence, act.at, doer.last, act.form)
        or negated(sentence, act.at, doer.last)
    ):
        return None
    first = lead_in(sentence.chunks, found, doer.first)
    return Position(
        *sentence.placed(first, clause_end(sentence, found, act.last), act.at),
        members=doer.members, choice="with", companions=act.companions, loose=True,
    )  # fmt: skip


def _spelled_behind(chunks: list[Chunk], found: list[Phrase], comma: int, doer: Phrase) -> bool:
    """Whether as many names as were counted stand behind a comma: "only one came along, Malta."."""
    phrase = phrase_from(chunks, found, comma + 1) if chunks[comma].text == "," else None
    if phrase is None or not phrase.members.named or len(phrase.members.named) != doer.members.quantity:
        return False
    after = chunks[phrase.last + 1] if phrase.last + 1 < len(chunks) else None
    return after is None or after.text in ".,;!"


def _listed_within(sentence: Sentence, found: list[Phrase], act: Act, doer: Phrase) -> Position | None:
    """Those that were counted, named between the number and the verb: "two (Chad and Chile) abstained"."""
    chunks = sentence.chunks
    mark = doer.last + 1
    phrase = phrase_from(chunks, found, mark + 1) if mark + 1 < act.at and chunks[mark].text in "(–—,-" else None
    if (
        phrase is None
        or not phrase.members.named
        or phrase.last + 1 >= len(chunks)
        or chunks[phrase.last + 1].text not in ")–—,-"
    ):
        return None
    return _of_the_counted(sentence, found, act, doer, phrase, clause_end(sentence, found, act.last))


def _of_the_counted(
    sentence: Sentence, found: list[Phrase], act: Act, doer: Phrase, phrase: Phrase, last: int
) -> Position:
    # "Only one rich country abstained, Malta": others that are not rich may have done so.
    others = of_the_others(sentence.chunks, doer)
    # "Apart from Chad four other countries – Mali, … – voted against"
    others = others or any(c.has("other") for c in sentence.chunks[doer.first : doer.last + 1])
    members, companions = phrase.members, act.companions
    if companions is not None and act.choice in OPTIONS:
        # "Four countries – Chad, … – joined Russia in voting against": five did so
        others, members, companions = True, united(members, companions), None
    return Position(
        *sentence.placed(lead_in(sentence.chunks, found, doer.first), last, act.at),
        members=members,
        choice=act.choice,
        companions=companions,
        total=None if others or act.choice not in OPTIONS else doer.number,
    )
