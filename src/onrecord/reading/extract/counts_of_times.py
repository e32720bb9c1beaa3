"""So many times: "vetoed a text six times", "ninety-five times Washington has cast its veto", "has done so twice"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import OF_MEMBERS, Acts, Count
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import ASIDE, Act, is_veto_noun
from onrecord.reading.extract.bounds import outcome, tenure
from onrecord.reading.extract.context import inherited, joined_in, on_a_matter, says_again, spoken_of, told
from onrecord.reading.extract.council import council_count
from onrecord.reading.extract.counted import ADVERBS, count_of_act, counted_claim
from onrecord.reading.extract.counted_times import times
from onrecord.reading.extract.counts_apart import led_by_times
from onrecord.reading.extract.doers import doer, doer_or_anybody, resolved
from onrecord.reading.extract.leaning import leaning
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.grammar import subject_of
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence

NEAR_TIMES = 5
FRONTED_TIMES = 10
"""Chunks from a number that opens its clause to what was done: "Twice in little over two years Beijing has done it"."""
ANSWERING = 2
"""Chunks before the number in a bare answer."""
FURTHER = ("more", "last", "final", "further", "additional")


def so_many_times(
    sentence: Sentence, found: list[Phrase], at: int, head: int, discourse: Discourse, quantity: NumberMention
) -> Count | None:
    """ "Vetoed a text six times", "eighteen times France had used its own", "has done so 28 times"."""
    chunks = sentence.chunks
    if any(chunk.lower in FURTHER for chunk in chunks[at + 1 : head]):
        return None  # "one more time": how often in all is not said
    behind = [c.lower for c in chunks[head + 1 : head + 3]]
    if (behind[:1] == ["as"] and behind[1:] != ["well"]) or behind[:1] in (["more"], ["fewer"], ["less"]):
        return None  # "three times as many as Russia"
    if [c.lower for c in chunks[at : at + 2]] == ["twice", "over"] and not any(
        c.is_word for c in chunks[at + 2 : at + 3]
    ):
        return None  # "vetoed both applications twice over": each of them
    stretch = clause(sentence, at, head)
    adverb = quantity.value <= 3 and chunks[at].lower in ADVERBS
    again = says_again(chunks, stretch.first, stretch.last)
    act = _act_counted(sentence, stretch, at, head, adverb, discourse)
    reach = FRONTED_TIMES if _opens(chunks, at, stretch) and any(at < p.first < again for p in found) else NEAR_TIMES
    if act is None and again >= 0 and abs(again - at) <= reach:
        return _again(sentence, found, at, again, stretch, discourse, quantity)
    asked = discourse.counted if discourse.asked_count >= sentence.index - 1 and at <= ANSWERING else None
    if act is None and asked is not None and asked.members.named:
        # "How often has Moscow vetoed on Syria? 18 times since 2011."
        when = times(sentence, stretch, ordinal=False)
        acts = replace(asked, period=when.period, since=when.since) if when.period or when.since else asked
        return counted_claim(sentence, at, stretch, replace(acts, back=False), quantity)
    if act is None:
        fronted = stretch.last + 1 if _opens(chunks, at, stretch) else at
        joined = next((i for i in range(stretch.first, fronted) if chunks[i].verb("join")), None)
        if joined is not None:
            return _joined(sentence, found, at, joined, stretch, discourse, quantity)
        return None if adverb and quantity.value == 1 else council_count(sentence, at, head, quantity)
    once = adverb and quantity.value == 1
    if once and not (_once_counts(chunks, at) or _in_a_year(chunks, at, stretch) or _in_a_reign(sentence, stretch, at)):
        return None
    who = doer_or_anybody(sentence, found, act, discourse)
    if who is None:
        return None
    if _alone_behind(chunks, stretch.last):
        stretch = replace(stretch, last=stretch.last + 2)
    if act.first > stretch.last + 1:
        stretch = replace(stretch, last=clause(sentence, act.last).last)
    if act.passive and (noun := _noun_before_an_aside(chunks, stretch.first)) is not None:
        stretch = replace(stretch, first=clause(sentence, noun).first)
    if _behind_an_aside(chunks, act.last, stretch.first):
        stretch = replace(stretch, first=clause(sentence, act.first).first)
    return count_of_act(sentence, found, stretch, act, who, at, head, quantity)


def _noun_before_an_aside(chunks: list[Chunk], first: int) -> int | None:
    """ "The veto, in 2024, was used seven times": where the veto stands, with the time between the commas."""
    reach = range(first - 1, max(first - ASIDE, 1), -1)
    opens = [i for i in reach if chunks[i].text == ","] if first > 1 and chunks[first - 1].text == "," else []
    return opens[1] - 1 if len(opens) > 1 and is_veto_noun(chunks, opens[1] - 1) else None


def _alone_behind(chunks: list[Chunk], last: int) -> bool:
    """ "Vetoed once this year, alone, over the Comoros": said of the deed behind a comma."""
    mark, said, behind = chunks[last + 1 : last + 2], chunks[last + 2 : last + 3], chunks[last + 3 : last + 4]
    alone = any(c.text == "," for c in mark) and any(c.lower in ALL_BY_ITSELF for c in said)
    return alone and not any(c.is_word for c in behind)


def _behind_an_aside(chunks: list[Chunk], act: int, first: int) -> bool:
    """ "From 1946 to 1955 it used the veto, I believe, 57 times": whether commas set off what stands between."""
    if first <= act + 1 or chunks[first - 1].text != ",":
        return False
    return any(c.text == "," for c in chunks[act + 1 : first - 1])


ALL_BY_ITSELF = ("alone", "by itself", "on its own")


def _act_counted(
    sentence: Sentence, stretch: Stretch, at: int, head: int, adverb: bool, discourse: Discourse
) -> Act | None:
    """The verb that the times belong to: the last before them in the clause, else the next behind."""
    mentioned = told(sentence, discourse)
    floor = stretch.first if not adverb else max(stretch.first, at - 10)
    before = [a for a in mentioned if floor <= a.first and a.last < at and a.verbal]
    if before:
        return before[-1]
    chunks = sentence.chunks
    behind = [a for a in mentioned if head < a.first <= stretch.last + 1 and a.verbal]
    if head + 1 < len(chunks) and chunks[head + 1].has("and", "but") and not _opens(chunks, at, stretch):
        behind = []  # "has sat there four times and voted No in 1962"
    if behind and (not adverb or behind[0].first - at <= (7 if _opens(chunks, at, stretch) else 3)):
        return behind[0]
    with_veto = [
        a
        for a in mentioned
        if stretch.first <= a.first <= stretch.last and not a.verbal and _by_means(sentence.chunks, a.first)
    ]
    if with_veto:
        return with_veto[0]
    chunks = sentence.chunks
    bare = not any(c.has("verb", "be", "have") for c in chunks[stretch.first : stretch.last + 1])
    if bare and stretch.first and chunks[stretch.first - 1].text in (":", ",", "—", "–", ";"):
        # "China has used its veto sparingly: only five times since 1945"
        earlier = [a for a in mentioned if a.last < stretch.first and a.verbal]
        return earlier[-1] if earlier else None
    return led_by_times(sentence, at, stretch, discourse)


def _opens(chunks: list[Chunk], at: int, stretch: Stretch) -> bool:
    """Whether the number of times leads the clause: "Twice since March …", "Only once in 1994 has Russia …"."""
    return at == stretch.first or (at == stretch.first + 1 and chunks[stretch.first].has("only"))


def _by_means(chunks: list[Chunk], at: int) -> bool:
    """ "Shielded Assad with its veto": the veto is the means of what the verb says."""
    before = chunks[max(0, at - 4) : at]
    words = {c.lower for c in before}
    return bool({"with", "by", "through", "using", "into"} & words) and (
        bool({"its", "their", "the", "a"} & words) or any(c.has("member") for c in before)
    )


def _once_counts(chunks: list[Chunk], at: int) -> bool:
    """Whether "once" says how often: "used it exactly once", not "once the text was vetoed" or "once more"."""
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if following is not None and (
        following.lower in ("more", "again", "upon") or following.has("member", "pronoun_member", "determiner")
    ):
        return False
    if following is not None and following.lower == "before":
        # "had vetoed a text on Chad once before, in 1993"
        comma = at + 2 < len(chunks) and chunks[at + 2].text == ","
        told = chunks[at + 2 + comma : at + 4 + comma]
        if any(c.date is not None and c.date.role == "at" for c in told):
            return comma or told[0].has("preposition")
    return (at > 0 and chunks[at - 1].lower in ("only", "just", "exactly", "precisely", "but")) or (
        following is not None
        and (
            following.date is not None
            or (following.lower in ("in", "since", "during", "between", "under", "over") and at + 2 < len(chunks))
        )
    )


def _in_a_year(chunks: list[Chunk], at: int, stretch: Stretch) -> bool:
    """ "The year before, Washington had used its veto once": all that there was in the time in front."""
    if at + 1 < len(chunks) and chunks[at + 1].is_word:
        return False
    dates = [c.date for c in chunks[:at] if c.date is not None and c.date.role == "at"]
    return len(dates) == 1 and (dates[0].form in WHOLE or (dates[0].form == "calendar" and dates[0].day is None))


WHOLE = ("unit", "decade", "era", "distance")


def _in_a_reign(sentence: Sentence, stretch: Stretch, at: int) -> bool:
    """ "During Obama's two terms, the US used its veto once": how often in all of them."""
    behind = sentence.chunks[at + 1] if at + 1 < len(sentence.chunks) else None
    ends = behind is None or not behind.is_word or behind.has("preposition")
    return ends and tenure(sentence, stretch) is not None


def _again(
    sentence: Sentence,
    found: list[Phrase],
    at: int,
    again: int,
    stretch: Stretch,
    discourse: Discourse,
    quantity: NumberMention,
) -> Count | None:
    """ "The United States has done so 28 times since 1990"."""
    context = spoken_of(discourse, sentence)
    here = [a for a in told(sentence, discourse) if a.last < again and a.verbal]
    if here:
        who = doer(sentence, found, here[-1], discourse)
        became = outcome(sentence.chunks[here[-1].first : again])
        context = Acts(who[0] if who is not None else Members(), here[-1].what, outcome=became)
    if context is None:
        return None
    before = discourse.last_deed
    other = (
        before is not None and sentence.index - before[0] == 1 and before[1] in OF_MEMBERS and before[1] != context.what
    )
    if not here and other and context.what in OF_MEMBERS and not _for_the_vetoed(before, context):
        return None  # "Switzerland abstained once on an American veto. Britain did so four times": which deed is open
    chunks = sentence.chunks
    joined = next((i for i in range(again) if chunks[i].verb("join")), None)
    if joined is not None and not here:
        return _joined(sentence, found, at, joined, stretch, discourse, quantity)
    own = leaning(sentence, found, stretch, at, again, discourse, context)
    if own is None:
        return None
    of_what = _without_time(context) if own.period or own.since else replace(context, tenure=None)
    fronted = _fronted_matter(sentence)
    if not here and (fronted or on_a_matter(own.subject)):
        # "On Lebanon it did so eleven times": of another matter, and of whatever time
        own = replace(own, subject=f"{own.subject} {fronted}".strip())
        of_what = replace(_without_time(context), subject="")
        counted = inherited(own, of_what, narrowed=True)
        untimed = bool(context.period or context.since) and not (own.period or own.since)
        return counted_claim(sentence, at, stretch, replace(counted, back=untimed, told_from=None), quantity)
    counted = inherited(own, of_what, narrowed=True)
    # "Washington vetoed Hanoi's admission; in 1975 it had done so twice": of that matter, or of any
    either = bool(here) or (sentence.index - discourse.last_in <= 1 and not on_a_matter(own.subject))
    return counted_claim(sentence, at, stretch, replace(counted, back=counted.back or either), quantity)


def _for_the_vetoed(before: tuple[int, str] | None, context: Acts) -> bool:
    """ "America vetoed it; all others voted for it. In 1975 it had done so six times": the veto, which is the news."""
    return before is not None and before[1] == "yes" and context.what == "veto"


def _fronted_matter(sentence: Sentence) -> str:
    """The words of "On Lebanon" in front of who acts."""
    chunks = sentence.chunks
    if chunks[0].lower not in ("on", "over", "about") or chunks[1:2] == [] or chunks[1].date is not None:
        return ""
    ends = next((i for i, c in enumerate(chunks) if i and (c.has("pronoun_member") or c.text == ",")), 0)
    return " ".join((chunks[0].lower, *(c.text for c in chunks[1:ends]))) if 0 < ends <= FRONTED else ""


FRONTED = 6
"""Chunks of a matter that a sentence opens with."""


def _without_time(context: Acts) -> Acts:
    return replace(context, period=(), since="", tenure=None)


def _joined(
    sentence: Sentence,
    found: list[Phrase],
    at: int,
    joined: int,
    stretch: Stretch,
    discourse: Discourse,
    quantity: NumberMention,
) -> Count | None:
    """ "London joined Washington twice": how often both voted alike, as was spoken of."""
    subject = subject_of(sentence, found, joined)
    partner = next((p for p in found if joined < p.first <= joined + 3), None)
    if subject is None:
        return None
    members = resolved(subject.members, sentence, found, subject.first, discourse)
    context = joined_in(discourse, sentence, members)
    if members is None or not members.named or context is None:
        return None
    company = partner.members if partner is not None else context.members
    own = Acts(
        members,
        context.what,
        back=partner is None,
        period=times(sentence, stretch, ordinal=False).period,
        companions=company,
        companions_chose="same",
    )
    taken = replace(
        own,
        period=own.period or context.period,
        subject="",
    )
    wide = Stretch(min(stretch.first, subject.first), stretch.last, at)
    return counted_claim(sentence, at, wide, taken, quantity)
