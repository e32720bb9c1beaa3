"""Bare numbers and parts of what was counted before: which number something else, or say too little to count."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.extract.acts import able, spoken
from onrecord.reading.extract.context import told
from onrecord.reading.extract.meant_by_pronouns import a_people
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.parsed import Phrase, Sentence


def at_its_side(
    sentence: Sentence, found: list[Phrase], stretch: Stretch, members: Members, context: Acts
) -> Members | None:
    """Who did the same as whoever was spoken of: "China was at its side in twelve of them", "China's went with it"."""
    chunks = sentence.chunks
    inside = range(stretch.first, stretch.last + 1)
    joined = spoken(chunks[stretch.first : stretch.last + 1], "at_side") or any(chunks[i].verb("join") for i in inside)
    if not joined:
        return None
    named = [members] if members.named else [p.members for p in found if p.first in inside and p.members.named]
    for i in inside:
        entry = chunks[i].get("member")
        if entry is not None and i + 2 in inside and chunks[i + 1].lower == "'s" and chunks[i + 2].verb("join"):
            named.append(Members((Named(chunks[i].text, entry.aliases),), text=chunks[i].text))
    return next((one for one in named if one != context.members and able(one, context.what)), None)


def as_wide(part: Acts, whole: Acts) -> bool:
    """Whether nothing that was understood sets the part apart from the whole."""
    return replace(part, told_from=whole.told_from, back=whole.back) == whole


GOT = ("had", "got", "received", "gained", "mustered", "has")
SEVERAL_TEXTS = ("they", "these", "those", "both", "each", "the others", "the former", "the latter")


def _told_before(chunks: list[Chunk], at: int) -> bool:
    """ "In September nine were in favour, yesterday eight"."""
    if not at or (chunks[at - 1].date is None and chunks[at - 1].text != ","):
        return False
    numbers = (i for i in range(at - 1) if chunks[i].cardinal is not None and chunks[i].date is None)
    return any(c.has("yes_noun", "no_noun") and not c.has("verb") for i in numbers for c in chunks[i + 1 : i + 4]
               if c.lower in VOTED)  # fmt: skip


VOTED = ("in favour", "in favor", "against", "abstaining", "abstentions")


def votes_got(sentence: Sentence, at: int, context: Acts, discourse: Discourse) -> bool:
    """ "Yesterday's had ten", "in June they had nine and eight": how many were for a text, not how often one acted."""
    chunks = sentence.chunks
    if _told_before(chunks, at):
        return True
    if at < 2 or chunks[at - 1].lower not in GOT:
        return False
    whose = chunks[at - 2]
    if whose.lower in ("'s", "'"):
        return True
    if any(c.has("vote_noun") and b.cardinal is not None for b, c in pairwise(chunks[: at - 1])):
        return True  # "A text needs nine votes; it had ten"
    following = chunks[at + 1 : at + 3]
    if len(following) > 1 and following[0].has("and") and following[1].cardinal is not None:
        return True
    if whose.lower in SEVERAL_TEXTS:
        return len(context.members.named) == 1 and not a_people(context.members)
    told = bool(discourse.tallies) and sentence.index - discourse.tallies[-1].sentence <= 1
    return told and not whose.has("member")


def otherwise(sentence: Sentence, stretch: Stretch, context: Acts, discourse: Discourse) -> bool:
    """ "China took no part in six of those", "of these it abstained on two": another act than those counted before."""
    inside = (a for a in told(sentence, discourse) if a.verbal and stretch.first <= a.first <= stretch.last)
    return any(a.what not in (context.what, "it") for a in inside)


def stands_for_a_veto(sentence: Sentence, at: int) -> bool:
    """ "Nobody but Moscow used one": a veto, and no number of them; so is each of "one in March, one in May"."""
    chunks = sentence.chunks
    if chunks[at].lower != "one":
        return False
    if at > 1 and chunks[at - 1].number is None and any(c.lower in ("a", "an") for c in chunks[max(0, at - 3) : at]):
        return True  # "that text, a British one, had fourteen votes"
    if sum(c.lower == "one" for c in chunks[max(0, at - LISTED) : at + LISTED]) > 1:
        return True
    stretch = clause(sentence, at)
    used = at > 0 and chunks[at - 1].verb("use") is not None
    if used and at > 1 and chunks[at - 2].lower in ("last", "first"):
        return True  # "it last used one in February"
    return used and not any(c.date is not None for c in chunks[stretch.first : stretch.last + 1])


LISTED = 12
"""Chunks within which another "one" belongs to the same list."""


def acts_dated(context: Acts) -> bool:
    """ "Twice, in 1993 and in 2004": when the acts counted before were, and no time in which another's are counted."""
    return len(context.period) > 1 and all(d.role == "at" and d.form == "calendar" for d in context.period)


def one_way_or_another(sentence: Sentence, start: int, end: int) -> bool:
    """ "It has blocked or watered down four texts": acts that are counted together with others, of which no record is
    kept. `start` and `end` are the count's.
    """
    if "or" not in sentence.words:
        return False
    inside = [c for c in sentence.chunks if start <= c.start < end]
    for at, chunk in enumerate(inside[1:-1], 1):
        if chunk.lower != "or":
            continue
        before, behind = inside[at - 1], inside[at + 1]
        if _counted(before) and _another_act(behind):
            return True
        if _counted(behind) and _another_act(before):
            return True
    return False


OF_VOTING = ("veto", "block", "use", "yes", "no", "abstain", "vote")


def _counted(chunk: Chunk) -> bool:
    return chunk.verb("veto", "block", "use") is not None


def _another_act(chunk: Chunk) -> bool:
    """Whether it is a past form, as far as its ending shows, of a verb that is not of voting."""
    known = chunk.has("member", "text") or chunk.verb(*OF_VOTING) is not None
    return chunk.lower.split()[0].endswith("ed") and not known
