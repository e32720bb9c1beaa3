"""Not in that time, not before: "has not vetoed anything since 1989", "neither had used it on Korea before"."""

from __future__ import annotations

from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import DRAWN, Act, counts_one, is_veto_noun
from onrecord.reading.extract.context import says_again, spoken_of
from onrecord.reading.extract.council import body_never
from onrecord.reading.extract.counted_from import framed
from onrecord.reading.extract.denials import act_behind, denial, done_at_last, limited_or_none, then_at_last
from onrecord.reading.extract.denied_so import never_so
from onrecord.reading.extract.doers import doer, last_of_subject, said_to_happen, somebody
from onrecord.reading.extract.no_veto import limited, no_veto
from onrecord.reading.extract.of_one_text import of_one_text
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.parsed import Phrase, Sentence


def _veto_owned(chunks: list[Chunk], head: int) -> bool:
    """ "It hasn't got a veto", "has long been held not to be a veto": no veto that was cast is denied."""
    owned = head - 2
    return (
        owned >= 0
        and is_veto_noun(chunks, head)
        and chunks[head - 1].has("determiner")
        and chunks[owned].lower.split()[-1] in ("got", "be", "as", "for")
    )


def not_in_that_time(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "Has not vetoed anything since 1989", "from 1995 to 1997 had not used it once"."""
    chunks = sentence.chunks
    if then_at_last(chunks, at):
        return None
    act = act_behind(sentence, at, discourse)
    stretch = clause(sentence, at)
    if act is None or act.first > at + (NEITHER_REACH if chunks[at].lower == "neither" else 5):
        head = next((i for i in range(at + 1, min(at + 7, len(chunks))) if is_veto_noun(chunks, i)), None)
        if head is not None and (_veto_owned(chunks, head) or any(c.lower == "without" for c in chunks[at:head])):
            return None
        seen = at + 1 < len(chunks) and chunks[at + 1].lower in DRAWN and _of_a_body(chunks, at)
        one = [c.lower for c in chunks[at + 2 : at + 3]] == ["one"] and at + 3 < len(chunks)
        if head is None and seen and one and (chunks[at + 3].date is not None or chunks[at + 3].lower == "since"):
            head = at + 2 if spoken_of(discourse, sentence, "veto") is not None else None
        if head is not None and (seen or any(c.has("be") for c in chunks[at:head])):
            return no_veto(sentence, found, at, head, discourse)
        of_body = body_never(sentence, at)
        emphatic = any(c.lower in ("a single", "any", "one", "single", "anything") for c in chunks[at:])
        if of_body is not None and (limited(of_body) or (emphatic and of_body.acts.subject.strip())):
            return of_body
        again = says_again(chunks, at, min(at + 4, stretch.last))
        return limited_or_none(never_so(sentence, found, at, stretch, discourse)) if again >= 0 else None
    if _veto_owned(chunks, act.first):
        return None
    if any(c.lower in REASONS for c in chunks[at + 1 : act.first]):
        return None  # "it did not pass since Russia used its veto": why
    compared = any(_compared(chunks, i) for i in range(act.last, stretch.last + 1))
    if compared or any(c.lower in ("each other", "one another") for c in chunks[at : stretch.last + 1]):
        return None
    if _one_text_spared(chunks, at, act) or (act.what == "veto" and of_one_text(chunks, act)):
        return None
    who = doer(sentence, found, act, discourse) or _the_two(sentence, at, act, discourse)
    if who is None or not somebody(who[0]):
        return None
    if chunks[at].lower == "neither" and len(who[0].named) > 2:
        return None  # of which two of them
    if not said_to_happen(sentence, act, last_of_subject(found, who[0], act)):
        return None
    claim = framed(denial(sentence, found, at, act, who), sentence, discourse)
    if (at_last := done_at_last(sentence, claim, act)) is not None:
        return at_last
    behind = f" {' '.join(c.lower for c in chunks[act.last : act.last + 7])} "
    once = any(f" {w} " in behind for w in ("once", "ever", "at all", "anything", "single", "any", "a single time"))
    unit = any(d.form == "unit" for d in claim.acts.period) and not (once or _in_a_long_time(chunks, act, claim))
    single = (claim.acts.tenure is not None and once) or _not_even_one(chunks, at, act)
    return claim if (limited(claim) and not unit) or single or _not_before(chunks, at, act, stretch) else None


def _not_before(chunks: list[Chunk], at: int, act: Act, stretch: Stretch) -> bool:
    """ "Had not before used its veto", "neither had ever vetoed a text on it", "had not vetoed one before"."""
    if not _perfect(chunks[max(0, at - 1) : act.first]):
        return False
    behind = chunks[act.last + 1 : max(stretch.last, act.last) + 1]
    if of_one_text(chunks, act) or any(
        c.lower in KNOWN or (c.has("preposition") and n.lower in ("that", "this", "it", "them"))
        for c, n in pairwise(behind)
    ):
        return False  # "neither had vetoed one on that before": on which matter, the words before say
    if any(c.lower in (*HITHERTO, "ever") for c in chunks[at + 1 : act.first]):
        return True
    ends = max(stretch.last, act.last)
    return chunks[ends].lower in HITHERTO and not (ends + 1 < len(chunks) and chunks[ends + 1].is_word)


def _perfect(before: list[Chunk]) -> bool:
    return any(c.has("have") or c.lower.endswith((" had", " has", " have")) for c in before)


KNOWN = frozenset({"such", "such a", "the", "these", "those"})
HITHERTO = frozenset({"before", "previously", "hitherto", "until then", "up to then", "till then"})


def _of_a_body(chunks: list[Chunk], at: int) -> bool:
    """ "The chamber had not seen one since July": no member."""
    before = [c for c in chunks[max(0, at - 3) : at] if not c.has("have", "determiner", "adverb")]
    return bool(before) and (before[-1].has("council", "same_body") or before[-1].lower in ROOMS)


ROOMS = frozenset({"chamber", "hall", "table", "room"})


def _the_two(sentence: Sentence, at: int, act: Act, discourse: Discourse) -> tuple[Members, int] | None:
    """ "Neither had used it on Korea before": of the two that were told of."""
    context = spoken_of(discourse, sentence, act.what)
    two = context is not None and len(context.members.named) == TWO and sentence.chunks[at].has("neither")
    return (context.members, at) if context is not None and two else None


TWO = 2


def _one_text_spared(chunks: list[Chunk], at: int, act: Act) -> bool:
    """ "In 1972 it did not veto a text that …": one text, unlike "has not vetoed a text since", "did not veto any"."""
    behind = " ".join(c.lower for c in chunks[act.last + 1 : act.last + 5])
    if behind.startswith(("any of the ", "any of these ", "any of those ")):
        return True  # "has not blocked any of the resolutions": of those that the text spoke of
    if _perfect(chunks[max(0, at - 2) : act.first]) or act.last + 2 >= len(chunks):
        return False
    return chunks[act.last + 1].lower in ("a", "an") and chunks[act.last + 2].lower not in ("single", "solitary")


def _not_even_one(chunks: list[Chunk], at: int, act: Act) -> bool:
    """ "Has not cast one negative vote there", "has not voted No a single time": of all its votes, and not of one."""
    perfect = any(
        c.lower.split()[0].removesuffix("n't") in ("has", "have", "had", "'ve") for c in chunks[at - 1 : at + 1]
    )
    if not perfect or chunks[act.first - 1].has("of_adjective"):
        return False
    behind = chunks[act.last + 1 :]
    cut = next((i for i, c in enumerate(behind) if not c.is_word or c.has("and", "but", "relative")), len(behind))
    if any(c.date is not None and c.date.form in ("day", "weekday") for c in behind[:cut]):
        return False
    times = any(c.has("times") or c.lower in EVEN_ONCE for c in behind[:cut])
    return counts_one(chunks, act.first, act.last) or (times and (counts_one(behind, 0, cut - 1) or cut == 1))


EVEN_ONCE = frozenset({"once"})
REASONS = frozenset({"since", "because", "after", "when", "though", "although"})
"""Behind a denial they begin a clause that it does not deny."""
NEITHER_REACH = 9
"""Chunks from "neither" to the verb, two names between."""
LONG_UNITS = ("year", "decade", "century")


def _in_a_long_time(chunks: list[Chunk], act: Act, claim: Generalisation) -> bool:
    """ "Has not used its veto this century", "neither has cast a veto this year": of all texts of that time."""
    perfect = any(
        c.lower in ("has", "have", "'ve", "hasn't", "haven't") for c in chunks[max(0, act.first - 4) : act.first]
    )
    units = all(d.unit in LONG_UNITS for d in claim.acts.period if d.form == "unit")
    noun = any(chunks[i].lower.endswith("veto") for i in range(act.first, min(act.last + 3, len(chunks))))
    return perfect and units and noun and act.what == "veto" and not of_one_text(chunks, act)


def _compared(chunks: list[Chunk], at: int) -> bool:
    """Whether "than" begins a comparison of acts: not "for more than thirty years", "in less than a decade"."""
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    long = behind is not None and (
        behind.number is not None or behind.date is not None or behind.lower in ("a", "half a", "half")
    )
    return chunks[at].lower == "than" and not (long and chunks[at - 1].lower in ("more", "less", "longer", "fewer"))
