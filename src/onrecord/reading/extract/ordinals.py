"""For the how-manieth time: "the third US veto since October", "for the sixth time", "its second, in 2004".

"First" is a generalisation: nothing of the kind before.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.extract.acts import is_veto_noun, says, single
from onrecord.reading.extract.body_numbered import body_ordinal
from onrecord.reading.extract.context import spoken_of, told
from onrecord.reading.extract.counts_apart import veto_met
from onrecord.reading.extract.doers import noun_asserted
from onrecord.reading.extract.numbered import (
    Numbered,
    at_least,
    for_somebody_else,
    for_whom,
    in_a_row,
    of_each,
    order_of,
    with_the_other,
)
from onrecord.reading.extract.ordinals_elliptical import elliptical_ordinal
from onrecord.reading.extract.ordinals_of_acts import of_act, what_act
from onrecord.reading.extract.ordinals_of_texts import of_text
from onrecord.reading.extract.ordinals_of_times import of_time
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import clause
from onrecord.reading.extract.with_soviets import SAID
from onrecord.reading.parsed import Phrase, Sentence, is_demonym

ENDS = (",", ".", ")", "!", ";", ":", "—", "–", '"')
AS_WELL = ("as well", "too", "also", "altogether", "so far", "yet", "overall", "in all", "already", "all told",
           "in total", "counting", "to date", "thus far")  # fmt: skip
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
    if isinstance(made, Generalisation) and for_somebody_else(sentence.chunks, at, len(made.acts.members.named) > 1):
        return None
    if isinstance(made, Count) and at_least(sentence.chunks, at):
        made = replace(made, at_least=True)
    return _of_whom(made, sentence, found, at)


def _of_whom(made: Numbered | None, sentence: Sentence, found: list[Phrase], at: int) -> Numbered | None:
    """ "For Moscow it was the 32nd": of the one that it is said of."""
    if made is None or (whose := for_whom(sentence, found, at)) is None:
        return made
    start = sentence.chunks[whose.first].start
    if isinstance(made, Generalisation):
        made = replace(made, of_all=False)
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
    role, head = _head(chunks, at)
    match role:
        case "act" if _beside_others(chunks, at, head):
            return None
        case "act":
            return of_act(sentence, found, at, head, discourse)
        case "times":
            return of_time(sentence, found, at, head, discourse)
        case "text" if (met := veto_met(sentence, head, clause(sentence, head).last)) is not None:
            return of_act(sentence, found, at, met[0], discourse)  # "the third draft to fall to a Russian veto"
        case "text":
            return of_text(sentence, found, at, head, discourse)
        case "one" if _of_vetoes(sentence, discourse):
            return of_act(sentence, found, at, head, discourse)
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
    """ "On the 15th Moscow's veto was all it took", "since October the seventh"."""
    month = chunks[at - 2].date if at > 1 and chunks[at - 1].lower == "the" else None
    if month is not None and month.form == "calendar" and month.day is None:
        return True
    named = at + 1 < len(chunks) and (chunks[at + 1].has("member", "determiner") or chunks[at + 1].text == ",")
    return named and chunks[at].text[0].isdigit() and [c.lower for c in chunks[max(0, at - 2) : at]] == ["on", "the"]


def _beside_others(chunks: list[Chunk], at: int, head: int) -> bool:
    """ "Sudan was the third No", "the third No was Sudan's": one of those cast on one vote, not the third in time."""
    if what_act(chunks, head) == "veto" or head != at + 1 or at < 1:
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
    if following.lower in AS_WELL or following.has(*SAID) or says(chunks, at + 1, "ever"):
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
