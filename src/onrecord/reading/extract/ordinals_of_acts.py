"""Vetoes and votes against by number: "the third US veto since October", "cast its 45th veto", "the first veto"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import CLAUSE_ENDS, Act, able, says
from onrecord.reading.extract.bounds import bounded, cast_at_once
from onrecord.reading.extract.context import spoken_of, told
from onrecord.reading.extract.counted_times import Times, times
from onrecord.reading.extract.doers import bound, chunks_of, doer, owner, said_to_happen
from onrecord.reading.extract.numbered import (
    Numbered,
    in_whose_history,
    numbered_claim,
    order_of,
    pronoun_before,
    subject_here,
)
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, across, behind_copula, clause
from onrecord.reading.governing import governed
from onrecord.reading.parsed import Phrase, Sentence


def what_act(chunks: list[Chunk], head: int) -> str:
    lower = chunks[head].lower
    return "abstain" if lower.startswith("abstention") else "veto" if lower.startswith(("veto", "one")) else "no"


def of_act(sentence: Sentence, found: list[Phrase], at: int, head: int, discourse: Discourse) -> Numbered | None:
    """ "The third US veto since October", "cast its 45th veto", "the first veto in its history"."""
    chunks = sentence.chunks
    what = what_act(chunks, head)
    holding = next(
        (act for act in told(sentence, discourse) if act.first <= head <= act.last), Act(what, head, head, False)
    )
    if not (said_to_happen(sentence, holding) or _took_until(chunks, at)):
        return None
    if chunks[at].lower.startswith("a ") and head + 1 < len(chunks) and chunks[head + 1].has("modal"):
        return None  # "a third veto would have surprised nobody"
    stretch = across(chunks, replace(clause(sentence, at, head), head=head))
    when = times(sentence, stretch, ordinal=True)
    order = order_of(chunks, at)
    if _cast_by_somebody(chunks, at, head):
        of_anybody = _of_anybody(sentence, found, stretch, what, when, order)
        if of_anybody is not None:
            return _among_those_spoken_of(of_anybody, sentence, discourse)
    of_a_member = any(c.has("member") for c in chunks[at + 1 : head])  # "the 95th US veto in the Council's history"
    who = None if of_a_member else in_whose_history(sentence, found, head)
    who = who or _whose(sentence, found, at, holding, discourse)
    who = who or _named_behind(sentence, found, at, head, what)
    if who is None and (owned := owner(sentence, head)) is not None and owned[0].pronoun:
        return None  # "the club's chairman cast his first veto": of somebody whom nothing names
    if who is None:
        of_anybody = _of_anybody(sentence, found, stretch, what, when, order)
        subject = any(
            c.lower in ("on", "over", "about", "since", "in") or c.date is not None
            for c in chunks[head + 1 : stretch.last + 1]
        )
        if of_anybody is not None or what != "veto" or not subject:
            return of_anybody
        who = Members(everyone=True), frozenset()
    members, excluded = who
    if not excluded and len(members.named) == 1 and cast_at_once(chunks[at : head + 1]) is not None:
        members = Members(everyone=True)  # "it was the third double veto": of any two
    if not excluded and not holding.verbal and _in_a_story(sentence, at, head, when):
        return None
    if chunks[at].lower == "a second" and not (when.period or when.since):
        return None  # "on Friday came a second double veto": of those that the text tells of
    counted = bounded(
        sentence, found, _noun_phrase(chunks, stretch), members, what, when, excluded, behind_copula(chunks, stretch)
    )
    made = numbered_claim(sentence, at, stretch, counted, when, order)
    of_all = what == "veto" and members.named and _OF_ALL.search(sentence.text) and not _FOR_ONE.match(sentence.text)
    if isinstance(made, Generalisation) and of_all:
        return replace(made, of_all=not (made.acts.period or made.acts.since))
    return made


def _took_until(chunks: list[Chunk], at: int) -> bool:
    """ "It took the United States until 1970 to cast its first veto", "had to wait until 1972 for its first veto"."""
    before = chunks[max(0, at - 12) : at]
    waited = any(c.lower in ("took", "waited", "wait", "needed", "taken") for c in before)
    return waited and any(c.date is not None and c.date.role == "until" for c in before)


_OF_ALL = re.compile(
    r"\bthe (?:very first|first ever|first-ever|first(?= veto ever\b)) veto(?: ever)?\b"
    r"(?! (?:of|by|from|cast by|on|over|since|"
    r"in (?!the (?:UN |Security )?(?:Security )?Council\b|its history\b|history\b|UN\b)))",
    re.IGNORECASE,
)
"""Of anybody's: "China cast the very first veto", unlike "the very first veto by China"."""


_FOR_ONE = re.compile(r"\W*(?:(?:And|But|So),? )?For (?!all\b|the (?:Council|United Nations|UN)\b)")
"""In front of one member: "For Britain it had been the first veto ever"."""


def _named_behind(
    sentence: Sentence, found: list[Phrase], at: int, head: int, what: str
) -> tuple[Members, frozenset[int]] | None:
    """ "With its third veto, in June, Russia …": the owner is the subject that follows."""
    chunks = sentence.chunks
    owned = owner(sentence, head)
    if owned is None or not owned[0].pronoun or not chunks[0].has("preposition") or owned[1] > OPENS:
        return None
    behind = next((p for p in found if p.first > head and p.members.named and able(p.members, what)
                   and "," in (chunks[p.first - 1].text, chunks[max(p.first - 2, 0)].text)), None)  # fmt: skip
    return (behind.members, frozenset()) if behind is not None else None


OPENS = 2
"""Chunks before the possessive with which a sentence opens."""


def _cast_by_somebody(chunks: list[Chunk], at: int, head: int) -> bool:
    """ "The first veto on Rhodesia was cast by Britain": of anybody's, where nobody owns the noun."""
    if not at or chunks[at - 1].lower != "the" or any(c.has("member") for c in chunks[at:head]):
        return False
    reach = range(head + 1, min(head + 12, len(chunks)))
    cast = next((i for i in reach if chunks[i].verb("use") or chunks[i].lower in ("came", "cast")), None)
    if cast == head + 1 and any(c.has("be") or c.lower in ("came", "fell") for c in chunks[cast + 1 : cast + 6]):
        return False  # "The first veto cast by France came in 1946"
    return cast is not None and any(c.lower in ("by", "from") for c in chunks[cast + 1 : cast + 3])


def _among_those_spoken_of(claim: Generalisation, sentence: Sentence, discourse: Discourse) -> Generalisation:
    """Where the words before count vetoes of one matter, the first may be meant of those."""
    context = spoken_of(discourse, sentence, "veto")
    counted = context is not None and bool(context.subject.strip() or context.members.named)
    return replace(claim, acts=replace(claim.acts, back=counted and not claim.acts.subject.strip()))


def _in_a_story(sentence: Sentence, at: int, head: int, when: Times) -> bool:
    """ "The first veto fell on Tuesday, the second on Friday": of those just told of, and not of all."""
    chunks = sentence.chunks
    told = when.period or when.since or any(says(chunks, i, "ever") for i in range(head, min(head + 8, len(chunks))))
    on_what = any(c.lower in ("on", "over", "about", "of", "against", "by") for c in chunks[head + 1 : head + 2])
    return not (told or on_what or pronoun_before(sentence, at)) and chunks[max(at - 1, 0)].lower == "the"


def _noun_phrase(chunks: list[Chunk], stretch: Stretch) -> Stretch:
    """Without the predicate: "China's fifth veto since 1971 was about Macedonia" tells of that veto alone."""
    for position in range(stretch.head + 1, stretch.last + 1):
        if chunks[position].has("be") or chunks[position].lower in ("came", "fell", "killed", "ended", "ends"):
            return replace(stretch, last=position - 1)
    return stretch


def _leading_to_one(chunks: list[Chunk], last: int) -> int | None:
    """The "for" of "the first veto for Britain", "the third veto on Syria for Moscow"."""
    at = last + 1
    if at + 2 < len(chunks) and chunks[at].lower in ("on", "over", "about"):
        at = next((i for i in range(at + 2, min(at + 5, len(chunks))) if chunks[i].lower == "for"), at)
    return at if at < len(chunks) and chunks[at].lower == "for" else None


def _whose(
    sentence: Sentence, found: list[Phrase], at: int, act: Act, discourse: Discourse
) -> tuple[Members, frozenset[int]] | None:
    """Whose numbered act: an owner before the noun, whoever casts it, an agent behind it, else who was spoken of."""
    owned = owner(sentence, act.last)
    if owned is not None:
        vetoer = _of_the_veto_told(sentence, found, owned, at, discourse) if act.what == "veto" else None
        members = vetoer or bound(owned[0], sentence, found, owned[1], discourse, act.what)
        return (members, frozenset(range(owned[1], act.last))) if members is not None else None
    leads = _leading_to_one(sentence.chunks, act.last)
    for_one = next((p for p in found if leads is not None and p.first - leads in (1, 2) and p.members.named), None)
    if leads is not None and for_one is not None and able(for_one.members, act.what):
        return for_one.members, frozenset(range(leads, for_one.last + 1))  # "the first veto for Britain"
    if _of_all_members(sentence.chunks, act.last):
        return Members(everyone=True), frozenset()  # "its first veto this year, but the third overall"
    named = doer(sentence, found, replace(act, first=act.last, verbal=False), discourse) or (
        doer(sentence, found, act, discourse) if act.verbal else None
    )
    if named is not None and (named[0].named or named[0].groups):
        chunks = chunks_of(found, named[0])
        return named[0], chunks
    if any(
        says(sentence.chunks, i, "ever") for i in range(act.last + 1, min(act.last + 6, len(sentence.chunks)))
    ) and not pronoun_before(sentence, at):
        return None
    context = spoken_of(discourse, sentence, act.what)
    here = subject_here(sentence, found, at, discourse)
    if here is not None:
        return here
    if context is None and act.what == "veto" and (did := _who_did_it(sentence, found, at, discourse)) is not None:
        return did, frozenset()
    if context is None and act.what == "veto" and pronoun_before(sentence, at):
        return Members(everyone=True), frozenset()
    if context is None or not (context.members.named or context.members.groups):
        return None
    return context.members, frozenset()


def _of_the_veto_told(
    sentence: Sentence, found: list[Phrase], owned: tuple[Members, int], at: int, discourse: Discourse
) -> Members | None:
    """ "Russia vetoed it. The vote was 12 to 2, China abstaining. It was its second in two days": of who vetoed."""
    chunks, vetoer = sentence.chunks, discourse.vetoer
    opens = owned[1] == 0 or (owned[1] == OPENS and pronoun_before(sentence, at) and chunks[1].has("be"))
    if not opens or not owned[0].pronoun or any(p.last < at and p.members.named for p in found):
        return None
    if vetoer is None or sentence.index - discourse.vetoed_in > OPENS or chunks[owned[1]].lower not in ("its", "their"):
        return None
    several = len(vetoer.named) > 1 or bool(vetoer.groups)
    return vetoer if several == (chunks[owned[1]].lower == "their") else None


def _who_did_it(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Members | None:
    """ "Beijing did it on Friday, first veto since 1972": the one told of in words that name no vote."""
    chunks = sentence.chunks
    opens = at - chunks[at - 1].has("determiner") if at else 0
    if not opens:
        last = discourse.subjects[-1] if discourse.subjects else None
        told = last[1] if last is not None and last[0] == sentence.index - 1 else None
        did = " did it" in discourse.last_text
    else:
        told = next((p.members for p in found if p.last < opens and not governed(chunks, p.first)), None)
        did = chunks[opens - 1].text in ",:;–—-"
    one = told is not None and len(told.named) == 1 and not told.groups
    return told if did and one and told is not None and able(told, "veto") else None


IN_ALL = re.compile(r"(?:\S+ ){0,5}(?:overall|altogether|in all|all told|by any member|by anybody|by anyone)(?: |$)")


def _of_all_members(chunks: list[Chunk], noun: int) -> bool:
    """ "The third veto of the year in all": whoever cast them."""
    behind: list[str] = []
    for chunk in chunks[noun + 1 : noun + 8]:
        if not chunk.is_word or chunk.has("and", "but", "relative"):
            break
        behind.append(chunk.lower)
    return IN_ALL.match(" ".join(behind)) is not None


def _of_anybody(
    sentence: Sentence, found: list[Phrase], stretch: Stretch, what: str, when: Times, order: int
) -> Generalisation | None:
    """ "Moscow's was the first veto ever": of anybody's, and who is said to have done it."""
    chunks = sentence.chunks
    if order != 1 or what != "veto":
        return None
    for position in range(stretch.head + 1, min(stretch.last + 6, len(chunks))):
        if chunks[position].has("be", "use") or chunks[position].lower in ("came", "fell", "cast"):
            for following in range(position + 1, min(position + 7, len(chunks))):
                entry = chunks[following].get("member")
                if entry is None:
                    continue
                named = next((p.members for p in found if p.first <= following <= p.last), None)
                owned = named or (owner(sentence, following + 1) or (None, 0))[0]
                if owned is None:
                    return None
                wide = Stretch(stretch.first, max(stretch.last, following), stretch.head)
                noun = bounded(sentence, found, _noun_phrase(chunks, stretch), owned, what, when)
                counted = replace(noun, subject=noun.subject if _says_on_what(chunks, stretch, position) else "")
                made = numbered_claim(
                    sentence, stretch.head, wide, counted, times(sentence, _to_end(sentence, wide), ordinal=True), 1
                )
                if not isinstance(made, Generalisation):
                    return None
                # "The first veto cast by Washington in over six years" is the first of those years.
                return made if made.acts.period or made.acts.since else replace(made, of_all=True)
            return None
    return None


def _says_on_what(chunks: list[Chunk], stretch: Stretch, predicate: int) -> bool:
    """ "The first veto on Rhodesia was …": between the noun and its predicate."""
    return any(c.lower in ("on", "over", "about", "concerning") for c in chunks[stretch.head + 1 : predicate])


def _to_end(sentence: Sentence, stretch: Stretch) -> Stretch:
    last = stretch.last
    while (
        last + 1 < len(sentence.chunks)
        and sentence.chunks[last + 1].text not in CLAUSE_ENDS
        and last - stretch.head < 16
    ):
        last += 1
    return Stretch(stretch.first, last, stretch.head)
