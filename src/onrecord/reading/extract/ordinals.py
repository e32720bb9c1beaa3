"""For the how-manieth time: "the third US veto since October", "for the sixth time", "its second, in 2004".

"First" is a generalisation: nothing of the kind before.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import CLAUSE_ENDS, Act, able, is_veto_noun, says, single
from onrecord.reading.extract.body_numbered import body_ordinal
from onrecord.reading.extract.bounds import bounded, cast_at_once
from onrecord.reading.extract.context import spoken_of, told
from onrecord.reading.extract.counted_times import Times, times
from onrecord.reading.extract.doers import bound, chunks_of, doer, noun_asserted, owner, said_to_happen
from onrecord.reading.extract.numbered import (
    Numbered,
    at_least,
    day_before_an_owner,
    for_whom,
    in_a_row,
    in_whose_history,
    numbered_claim,
    of_each,
    order_of,
    pronoun_before,
    subject_here,
    with_the_other,
)
from onrecord.reading.extract.ordinals_elliptical import elliptical_ordinal
from onrecord.reading.extract.ordinals_of_texts import of_text
from onrecord.reading.extract.ordinals_of_times import of_time
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, across, behind_copula, clause
from onrecord.reading.parsed import Phrase, Sentence, is_demonym

ENDS = (",", ".", ")", "!", ";", ":", "—", "–", '"')
AS_WELL = ("as well", "too", "also", "altogether", "so far", "yet", "overall", "in all", "already")
LEADS_ON = (
    "of",
    "on",
    "since",
    "in",
    "over",
    "by",
    "that",
    "this",
    "to",
    "for",
    "and",
    "from",
    "against",
    "under",
    "within",
    "cast",
    "until",
    "during",
    "after",
    "came",
    "dates",
    "dated",
    "fell",
)


def ordinal(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Numbered | None:
    """The claim that the ordinal at chunk `at` makes, if it numbers an act of voting."""
    if of_each(sentence.chunks, at):
        return None
    made = _ordinal(sentence, found, at, discourse)
    if made is not None and (beside := with_the_other(sentence, found, made, discourse)) is not None:
        made = replace(made, acts=replace(made.acts, companions=beside, companions_chose="same"))
    if isinstance(made, Count) and at_least(sentence.chunks, at):
        made = replace(made, at_least=True)
    if made is None or (whose := for_whom(sentence, found, at)) is None:
        return made
    start = sentence.chunks[whose.first].start
    return replace(made, start=start, acts=replace(made.acts, members=whose.members, companions=None, together=False))


def _ordinal(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Numbered | None:
    chunks = sentence.chunks
    if at >= sentence.unreal_from or not (noun_asserted(chunks, at) or _not_until(chunks, at)):
        return None
    if _a_day(chunks, at) or _several(chunks, at):
        return None
    if chunks[at].lower == "for the first time" or _first_did(sentence, at, discourse):
        return of_time(sentence, found, at, at, discourse)
    behind = " ".join(c.lower for c in chunks[at + 1 : at + 6])
    if _one_of_two(chunks, at) or "or so" in behind or "or thereabouts" in behind:
        return None
    if (of_body := body_ordinal(sentence, found, at, order_of(chunks, at))) is not None:
        return of_body
    if (by := in_a_row(chunks, at)) is not None:
        head = next(i for i in range(at + 1, len(chunks)) if says(chunks, i, "in_a_row"))
        made = of_time(sentence, found, at, head, discourse)
        return replace(made, in_a_row=by) if isinstance(made, Count) else None
    if day_before_an_owner(chunks, at):
        return None
    role, head = _head(chunks, at)
    match role:
        case "act" if _beside_others(chunks, at, head):
            return None
        case "act":
            return _of_noun(sentence, found, at, head, discourse)
        case "times":
            return of_time(sentence, found, at, head, discourse)
        case "text":
            return of_text(sentence, found, at, head, discourse)
        case "one" if _of_vetoes(sentence, discourse):
            return _of_noun(sentence, found, at, head, discourse)
        case "ellipsis":
            return elliptical_ordinal(sentence, found, at, discourse)
    return None


def _of_vetoes(sentence: Sentence, discourse: Discourse) -> bool:
    """Whether "the first French one" stands for a veto: those are spoken of, here or just before, and no text is."""
    context = spoken_of(discourse, sentence, "veto")
    return context is not None and context.what == "veto" and "text" not in sentence.kinds


def _several(chunks: list[Chunk], at: int) -> bool:
    """ "The first three Russian vetoes on Syria": which one is told of is open."""
    behind = chunks[at + 1].cardinal if at + 1 < len(chunks) else None
    return behind is not None and behind > 1


def _dated_behind(chunks: list[Chunk], at: int) -> bool:
    behind = chunks[at + 1 : at + 3]
    return bool(behind) and (
        behind[0].date is not None or (behind[0].lower in ("in", "on") and behind[-1].date is not None)
    )


def _first_did(sentence: Sentence, at: int, discourse: Discourse) -> bool:
    """ "France first used the veto in 1946"; not "first vetoed it and then let it pass"."""
    chunks = sentence.chunks
    if chunks[at].lower != "first" or at < 1:
        return False
    if any(c.lower in ("then", "later", "afterwards", "second") for c in chunks[at + 1 :]):
        return False
    if chunks[at - 1].has("be"):
        # "It was first used by the Soviet Union"
        return any(a.what == "veto" and a.passive and a.first == at + 1 for a in told(sentence, discourse))
    if _dated_behind(chunks, at):
        # "China used it first in August 1972"
        used = (a for a in told(sentence, discourse) if a.verbal and a.what == "veto" and not a.passive)
        return any(a.last == at - 1 for a in used)
    if not chunks[at - 1].has("member", "pronoun_member", "have"):
        return False
    return any(a.verbal and a.what == "veto" and not a.passive and a.first == at + 1 for a in told(sentence, discourse))


def _a_day(chunks: list[Chunk], at: int) -> bool:
    """ "On the 15th Moscow's veto was all it took"."""
    named = at + 1 < len(chunks) and (chunks[at + 1].has("member", "determiner") or chunks[at + 1].text == ",")
    return named and chunks[at].text[0].isdigit() and [c.lower for c in chunks[max(0, at - 2) : at]] == ["on", "the"]


def _beside_others(chunks: list[Chunk], at: int, head: int) -> bool:
    """ "Sudan was the third No", "the third No was Sudan's": one of those cast on one vote, not the third in time."""
    if _what(chunks, head) == "veto" or head != at + 1 or at < 1:
        return False
    behind = chunks[head + 1 : head + 4]
    if chunks[at - 1].lower == "the" and behind and (behind[0].has("be") or behind[0].lower in ("came", "came from")):
        return any(c.has("member") for c in behind[1:])
    return at > 2 and chunks[at - 1].has("determiner") and chunks[at - 2].has("be") and chunks[at - 3].has("member")


def _not_until(chunks: list[Chunk], at: int) -> bool:
    """ "Would not cast its first until March 1970" tells of what came to be."""
    would = next((i for i in range(at - 1, max(at - 8, -1), -1) if chunks[i].has("modal")), None)
    if would is None or chunks[would].lower not in ("would", "'d") or not chunks[would + 1].has("negation"):
        return False
    return any(c.date is not None and c.date.role == "until" for c in chunks[at + 1 : at + 9])


def _one_of_two(chunks: list[Chunk], at: int) -> bool:
    """ "Russia's tenth and eleventh": which act each numbers is not told."""
    for joint, other in ((at + 1, at + 2), (at - 1, at - 2)):
        if 0 <= other < len(chunks) and chunks[joint].lower == "and":
            number = chunks[other].number
            if number is not None and number.ordinal:
                return not (other < at and _both_known(chunks, other, at))
    return False


def _both_known(chunks: list[Chunk], one: int, other: int) -> bool:
    """ "Those were Russia's third and fourth vetoes": the later of two acts just told of is the fourth."""
    before, this = chunks[one].number, chunks[other].number
    follows = before is not None and this is not None and this.value == before.value + 1
    plural = any(is_veto_noun(chunks, i) and chunks[i].lower == "vetoes" for i in range(other + 1, other + 4)
                 if i < len(chunks))  # fmt: skip
    return follows and plural and any(c.lower in ("those", "these", "they") for c in chunks[:one])


def _took_until(chunks: list[Chunk], at: int) -> bool:
    """ "It took the United States until 1970 to cast its first veto", "had to wait until 1972 for its first veto"."""
    before = chunks[max(0, at - 12) : at]
    waited = any(c.lower in ("took", "waited", "wait", "needed", "taken") for c in before)
    return waited and any(c.date is not None and c.date.role == "until" for c in before)


def _head(chunks: list[Chunk], at: int) -> tuple[str, int]:
    """What the ordinal numbers, and in which chunk that stands."""
    for position in range(at + 1, min(at + 8, len(chunks))):
        chunk = chunks[position]
        if (
            is_veto_noun(chunks, position)
            or chunk.lower in ("abstention", "no", "nay", "nyet")
            or _vote_against(chunks, position)
        ):
            following = chunks[position + 1] if position + 1 < len(chunks) else None
            if chunk.lower in ("veto", "double veto") and following is not None and following.has("text"):
                continue
            return "act", position
        if says(chunks, position, "occasion"):
            return "times", position
        if chunk.lower == "one" and is_demonym(chunks[position - 1]):
            return "one", position
        if chunk.lower in ("use", "exercise") and "of" in (c.lower for c in chunks[position + 1 : position + 2]):
            continue
        if chunk.has("text") or chunk.lower in single("group_of_texts"):
            return "text", position
        if not (
            chunk.has("member", "prefix", "of_adjective", "veto_noun", "last_word")
            or chunk.number is not None
            or chunk.lower in single("between")
            or chunk.lower in ("'s", "-", "of", "gaza")
        ):
            break
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if following is not None and following.lower == "to":
        # "The third to go down to a Chinese veto"
        fallen = next((i for i in range(at + 2, min(at + 9, len(chunks))) if is_veto_noun(chunks, i)), None)
        if fallen is not None and not any(c.text in ENDS for c in chunks[at:fallen]):
            return "act", fallen
    if following is None or following.text in ENDS or following.lower in LEADS_ON or following.date is not None:
        return "ellipsis", at
    if following.lower in AS_WELL or says(chunks, at + 1, "ever"):
        return "ellipsis", at
    if (following.has("be") or following.lower in ("came", "fell", "dates")) and _owned(chunks, at):
        return "ellipsis", at  # "It has cast 19 vetoes. Its first was on Bangladesh"
    return "", at


def _owned(chunks: list[Chunk], at: int) -> bool:
    """Whether a possessive stands right in front."""
    before = chunks[at - 1].lower if at else ""
    return before in ("its", "their", "his", "our") or (before == "'s" and at > 1 and chunks[at - 2].has("member"))


def _vote_against(chunks: list[Chunk], at: int) -> bool:
    lower = chunks[at].lower
    return lower in ("vote against", "negative vote", "no vote", "no-vote") or (
        lower == "vote"
        and at + 1 < len(chunks)
        and (chunks[at + 1].lower == "against" or chunks[at - 1].lower in ("no", "negative"))
    )


def _what(chunks: list[Chunk], head: int) -> str:
    lower = chunks[head].lower
    return "abstain" if lower.startswith("abstention") else "veto" if lower.startswith(("veto", "one")) else "no"


def _of_noun(sentence: Sentence, found: list[Phrase], at: int, head: int, discourse: Discourse) -> Numbered | None:
    """ "The third US veto since October", "cast its 45th veto", "the first veto in its history"."""
    chunks = sentence.chunks
    what = _what(chunks, head)
    holding = next(
        (act for act in told(sentence, discourse) if act.first <= head <= act.last), Act(what, head, head, False)
    )
    if not (said_to_happen(sentence, holding) or _took_until(chunks, at)):
        return None
    stretch = across(chunks, replace(clause(sentence, at, head), head=head))
    when = times(sentence, stretch, ordinal=True)
    order = order_of(chunks, at)
    if _cast_by_somebody(chunks, at, head):
        of_anybody = _of_anybody(sentence, found, stretch, what, when, order)
        if of_anybody is not None:
            return _among_those_spoken_of(of_anybody, sentence, discourse)
    of_a_member = any(c.has("member") for c in chunks[at + 1 : head])  # "the 95th US veto in the Council's history"
    who = None if of_a_member else in_whose_history(chunks, found, head)
    if who is None and _by_some_kind(chunks, head):
        return None
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
    if isinstance(made, Generalisation) and what == "veto" and _OF_ALL.search(sentence.text) and members.named:
        return replace(made, of_all=not (made.acts.period or made.acts.since))
    return made


def _by_some_kind(chunks: list[Chunk], head: int) -> bool:
    """ "The first veto by a Western power": of members that nothing names."""
    by = next((i for i in range(head + 1, min(head + 4, len(chunks) - 1)) if chunks[i].lower == "by"), None)
    return by is not None and chunks[by + 1].lower in ("a", "an", "any")


_OF_ALL = re.compile(
    r"\bthe (?:very first|first ever|first-ever|first(?= veto ever\b)) veto(?: ever)?\b"
    r"(?! (?:of|by|from|cast by|on|over|since|"
    r"in (?!the (?:UN |Security )?(?:Security )?Council\b|its history\b|history\b|UN\b)))",
    re.IGNORECASE,
)
"""Of anybody's: "China cast the very first veto", unlike "the very first veto by China"."""


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


def _whose(
    sentence: Sentence, found: list[Phrase], at: int, act: Act, discourse: Discourse
) -> tuple[Members, frozenset[int]] | None:
    """Whose numbered act: an owner before the noun, whoever casts it, an agent behind it, else who was spoken of."""
    owned = owner(sentence, act.last)
    if owned is not None:
        members = bound(owned[0], sentence, found, owned[1], discourse, act.what)
        return (members, frozenset(range(owned[1], act.last))) if members is not None else None
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
    if context is None and act.what == "veto" and pronoun_before(sentence, at):
        return Members(everyone=True), frozenset()
    if context is None or not (context.members.named or context.members.groups):
        return None
    return context.members, frozenset()


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
    """ "The first veto of all was the Soviet Union's": of anybody's, and who is said to have done it."""
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
