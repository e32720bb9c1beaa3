"""How often the Council itself acted: "voted five times", "put four drafts to the vote", "adopted 44 resolutions"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.assertion import asserted, passive
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts, Count, Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.acts import is_text, is_veto_noun, spoken
from onrecord.reading.extract.bounds import bounded
from onrecord.reading.extract.counted import counted_claim, general_claim
from onrecord.reading.extract.counted_times import is_year, times
from onrecord.reading.extract.doers import noun_asserted
from onrecord.reading.extract.stretches import Stretch, clause, tail
from onrecord.reading.extract.years_summed_up import heading_of_a_year, sums_up, the_year
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import class_pattern, word_sets

_WORDS = word_sets("frequency.csv")
PUT = _WORDS["put_to_vote"]
PASSING = _WORDS["passing"]
BROUGHT = ("brought", "saw", "produced", "witnessed", "yielded", "had")
HELD = ("held", "took", "taken", "put", "saw", "seen")
LETTING = _WORDS["letting"]
FEW = 2


def council_count(sentence: Sentence, at: int, head: int, quantity: NumberMention) -> Count | None:
    """What the number at chunk `at` counts of the Council's votes; `head` is the noun that it counts."""
    chunks = sentence.chunks
    stretch = clause(sentence, at, head)
    there_was_one = quantity.value == 1 and is_veto_noun(chunks, head) and at > 1 and _there_were(chunks, at)
    only = (
        chunks[at].lower == "single"
        or there_was_one
        or _one_in_a_year(chunks, at, head)
        or (at > 0 and (chunks[at - 1].has("only") or chunks[at - 1].lower in ("just", "exactly")))
    )
    if quantity.value < FEW and any(
        c.is_word and not c.entries and c.date is None and c.text.islower() for c in chunks[head + 1 : stretch.last + 1]
    ):
        return None  # "there was a single veto in the state house"
    if (quantity.value < FEW and not only) or not noun_asserted(chunks, at):
        return None
    what = _what(sentence, at, head, stretch)
    if what is None or (what == "vetoed" and _by_one(chunks, head, stretch)):
        return None
    wide = Stretch(_start(chunks, stretch, at), stretch.last, head)
    if _opens_a_whole(chunks, at):
        wide = replace(wide, last=_dated_end(chunks, head))  # "of the seven vetoes this year | four were Russia's"
    when = times(sentence, wide, ordinal=False)
    if not when.period:
        lead = times(sentence, _before_comparison(chunks, wide), ordinal=False).period if wide.first else ()
        behind = times(sentence, _up_to_comparison(chunks, wide), ordinal=False).period
        when = replace(when, period=behind or lead or the_year(chunks, at))
    lasting = not when.period and _has_on_a_matter(chunks, at, head, wide)
    if what in ("failed", "adopted", "vetoed") and not (lasting or _over_time(when.period)):
        return None
    if what == "vote" and not when.period and at != stretch.first:
        return None
    said = chunks[wide.first : wide.last + 1]
    unanimous = what == "adopted" and any(c.has("unanimous") or "unanim" in c.lower for c in said)
    counted = replace(
        bounded(sentence, [], wide, Members(), what, when), outcome="", narrated=not (when.period or lasting)
    )
    divided = unanimous and any(c.has("negation") for c in chunks[head : wide.last + 1])
    counted = replace(counted, carried="divided" if divided else "unanimous" if unanimous else "")
    if counted.tenure is not None and what == "vetoed":
        return None  # "fourteen vetoes under Mr Putin": his country's
    return counted_claim(sentence, at, wide, counted, quantity)


def _one_in_a_year(chunks: list[Chunk], at: int, head: int) -> bool:
    """ "In 1959 the Council adopted one resolution": all that there were, where nothing more is said of it."""
    ends = head + 1 == len(chunks) or not chunks[head + 1].is_word
    if not ends and {c.lower for c in chunks[head + 1 : head + 5]} & {"whole", "entire", "all"}:
        return chunks[at].lower == "one" and chunks[head].lower == "resolution"  # "in the whole of 1959"
    if chunks[at].lower != "one" or not ends or chunks[head].lower != "resolution":
        return False
    dates = [c.date for c in chunks[:at] if c.date is not None]
    return len(dates) == 1 and dates[0].year is not None and dates[0].month is None


def council_time(sentence: Sentence, at: int, head: int, order: int) -> Count | Generalisation | None:
    """ "It is only the second time that the sanctions have scraped through with the bare minimum of votes"."""
    chunks = sentence.chunks
    stretch = clause(sentence, at, head)
    wide = Stretch(stretch.first, max(stretch.last, clause(sentence, head).last), head)
    verb = next((i for i in range(head + 1, wide.last + 1) if chunks[i].verb("adopt", "pass", "vote", "defeat")), None)
    loose = verb is None
    if verb is None:
        verb = next(
            (i for i in range(head + 1, wide.last + 1) if chunks[i].verb("act") and _subject_is_body(chunks, i)), None
        )
    calling = word_sets("summons_words.csv")["call"]
    if verb is None and any(c.has("assembly") or c.lower == "emergency" for c in chunks[head : wide.last + 1]):
        reach = range(head + 1, wide.last + 1)
        verb = next((i for i in reach if chunks[i].lower in calling and _subject_is_body(chunks, i)), None)
    if verb is None or any(c.has("modal", "unreal", "negation") or c.lower in LETTING for c in chunks[head:verb]):
        return None
    named = any(c.has("council", "same_body") or is_text(c) for c in chunks[head:verb])
    calls = chunks[verb].lower.startswith(("call", "demand", "order", "insist"))
    minimum = spoken(chunks[wide.first : wide.last + 1], "bare_majority")
    if not (named or minimum):
        return None
    what = "vote" if chunks[verb].verb("vote") else "failed" if chunks[verb].verb("defeat") else "adopted"
    when = times(sentence, wide, ordinal=True)
    counted = bounded(sentence, [], wide, Members(), what, when, frozenset(range(wide.first, head + 1)))
    noun = "packages" if loose and not calls else counted.noun
    counted = replace(counted, outcome="", carried="bare" if minimum else "", noun=noun, to_the_word=calls)
    placed = sentence.placed(wide.first, tail(chunks, wide.last), at)
    if order == 1:
        return Generalisation(*placed, acts=counted, form="first", at=when.at)
    return Count(*placed, acts=counted, ordinal=order, at=when.at)


def body_never(sentence: Sentence, at: int) -> Generalisation | None:
    """ "The Council has never adopted a resolution on Gaza", "no text on Burma was adopted between 1948 and 2022"."""
    chunks = sentence.chunks
    stretch = clause(sentence, at)
    verb = next((i for i in range(at + 1, min(at + 14, stretch.last + 1)) if chunks[i].verb("adopt", "vote")), None)
    if verb is None and "assembly" in sentence.kinds and (calls := _calls_the_assembly(chunks, at, stretch)):
        return _never_called(sentence, at, stretch, calls)
    if verb is None or chunks[verb].lower == "carried":
        return None
    by_body = _subject_is_body(chunks, verb) and any(is_text(c) for c in chunks[verb : stretch.last + 1])
    of_text = passive(chunks, verb) and any(is_text(c) for c in chunks[at:verb])
    if not (by_body or of_text):
        return None
    if by_body and (compared := next((i for i in range(verb + 1, stretch.last + 1) if chunks[i].lower in SO_MANY), 0)):
        return _never_so_many(sentence, stretch, at, compared)
    when = times(sentence, stretch, ordinal=False)
    if chunks[verb].verb("vote") and not by_body:
        return None
    what = "vote" if chunks[verb].verb("vote") else "adopted"
    counted = replace(bounded(sentence, [], replace(stretch, head=verb), Members(), what, when), outcome="")
    perfect = any(c.lower in ("has", "have", "had", "yet") for c in chunks[stretch.first : verb])
    if not (when.period or when.since or perfect) or (
        when.period and all(d.form in ("weekday", "day") or d.day is not None for d in when.period)
    ):
        return None
    return general_claim(sentence, stretch, at, counted, "never")


SO_MANY = _WORDS["so_many"]


def _never_so_many(sentence: Sentence, stretch: Stretch, at: int, compared: int) -> Generalisation | None:
    """ "Never has the Council adopted more resolutions than in 1993", "in no other year … as many as in 1993"."""
    chunks = sentence.chunks
    than = next((i for i in range(compared + 1, stretch.last) if chunks[i].lower in ("than", "as")), None)
    named = next((c.date for c in chunks[than:] if c.date is not None), None) if than is not None else None
    if (
        named is None
        or named.year is None
        or named.month is not None
        or not any(is_text(c) for c in chunks[compared:than])
    ):
        return None
    form = "fewest_years" if chunks[compared].lower.endswith(("few", "fewer")) else "most_years"
    return general_claim(sentence, stretch, at, Acts(Members(), "adopted", period=(named,)), form)


def _calls_the_assembly(chunks: list[Chunk], at: int, stretch: Stretch) -> int | None:
    """The verb of "had not called the Assembly into session", "not since 1982 had the Council sent a crisis to it"."""
    told = word_sets("summons_words.csv")
    reach = range(at + 1, stretch.last + 1)
    verb = next((i for i in reach if chunks[i].lower in told["call"] or chunks[i].lower in told["send"]), None)
    if verb is None or not _subject_is_body(chunks, verb):
        return None
    named = any(c.has("assembly") for c in chunks[verb : stretch.last + 1])
    return verb if named and not any(c.has("modal", "unreal") for c in chunks[at:verb]) else None


def _never_called(sentence: Sentence, at: int, stretch: Stretch, verb: int) -> Generalisation:
    when = times(sentence, stretch, ordinal=False)
    counted = bounded(sentence, [], replace(stretch, head=verb), Members(), "adopted", when)
    made = general_claim(sentence, stretch, at, replace(counted, outcome="", noun=""), "never")
    return replace(made, past_perfect=any(c.lower == "had" for c in sentence.chunks[stretch.first : verb]))


def _what(sentence: Sentence, at: int, head: int, stretch: Stretch) -> str | None:
    """What the Council did so often: `vote`, `adopted`, `failed` or `vetoed`; None where it did not."""
    chunks = sentence.chunks
    body = any(c.has("council", "same_body") for c in chunks[: stretch.last + 1]) or (
        sentence.index == 0 and not chunks[:at]
    )
    noun = chunks[head]
    verb = next(
        (i for i in range(at - 1, max(at - 6, -1), -1) if chunks[i].has("verb") or chunks[i].lower in PUT), None
    )
    if is_veto_noun(chunks, head):
        if _opens_a_whole(chunks, at):
            return "vetoed"
        told = _there_were(chunks, at) or _in_passive(sentence, head, stretch, "use") or body
        told = told or (heading_of_a_year(chunks, at) is not None and _of_here(sentence))
        return "vetoed" if told or (at == stretch.first and _bare_span(chunks, head)) else None
    if noun.has("times"):
        if verb is not None and chunks[verb].verb("vote") and _subject_is_body(chunks, verb):
            return "vote"
        return None
    if noun.lower == "votes" and (_fell_to_veto(chunks, head, stretch) or _in_passive(sentence, head, stretch, "veto")):
        return "vetoed"
    if noun.lower == "votes":
        if verb is not None and _subject_is_body(chunks, verb):
            # "The Council managed three votes"; "the text, though it had eleven votes"
            itself = any(c.has("council", "same_body") for c in chunks[max(0, verb - 2) : verb])
            if chunks[verb].lower in (PUT if itself else HELD):
                return "vote"
        return "vote" if at == stretch.first and _bare_span(chunks, head) else None
    if verb is not None and _subject_is_body(chunks, verb) and asserted(sentence, verb, -1, "past"):
        passing = chunks[verb].verb("adopt", "pass") or chunks[verb].lower in PASSING
        if passing and noun.lower.startswith(("resolution", "un resolution")):
            return "adopted"
        if chunks[verb].verb("adopt"):
            return "adopted"
        if chunks[verb].verb("defeat"):
            return "failed"
        if chunks[verb].lower in PUT and (
            chunks[verb].lower != "put"
            or any(c.lower in ("vote", "to the vote", "to a vote") for c in chunks[head : stretch.last + 1])
        ):
            return "vote"
    if _fell_to_veto(chunks, head, stretch):
        return "vetoed"
    for what, verbs in (("adopted", ("adopt",)), ("vetoed", ("veto",)), ("failed", ("defeat",))):
        if any(_in_passive(sentence, head, stretch, v) for v in verbs):
            return what
    if noun.lower == "resolutions" and (
        _in_a_year(chunks, at, head)
        or (
            _of_here(sentence)
            and not _of_something(chunks, head)
            and (sums_up(chunks, at) or _of_that_years(chunks, at, head))
        )
    ):
        return "adopted"
    if any(chunks[i].verb("fail") for i in range(head + 1, min(stretch.last, head + 5) + 1)):
        to_them = [c.lower for c in chunks[head + 2 : head + 4]] in (["to", "them"], ["to", "it"])
        return "failed" if not to_them else "vetoed" if "veto_noun" in sentence.kinds else None
    if at == stretch.first and _bare_span(chunks, head) and chunks[head].lower not in ("once", "twice", "thrice"):
        return "vote"
    return None


def _opens_a_whole(chunks: list[Chunk], at: int) -> bool:
    """ "Of the seven vetoes this year", "of this year's seven vetoes": of which a part is told next."""
    dated = at > 1 and chunks[at - 1].lower == "'s" and chunks[at - 2].date is not None
    of = at - 3 if dated else at - 2
    opens = of == 0 or (of > 0 and not chunks[of - 1].is_word)
    return opens and chunks[of].lower == "of" and (dated or chunks[at - 1].lower == "the")


def _dated_end(chunks: list[Chunk], head: int) -> int:
    """The last chunk of "vetoes this year", "vetoes of 2024", "vetoes cast since 2011"."""
    last = head
    while last + 1 < len(chunks) and last < head + THREE:
        following = chunks[last + 1]
        if following.date is None and following.lower not in ("of", "in", "cast", "since", "used"):
            break
        last += 1
        if following.date is not None:
            return last
    return head


def _has_on_a_matter(chunks: list[Chunk], at: int, head: int, stretch: Stretch) -> bool:
    """ "The Council has adopted four resolutions on this war": up to now, on one matter."""
    has = any(c.has("have") and c.lower != "had" for c in (*chunks[max(0, at - 5) : at], *chunks[head : head + 4]))
    about = any(c.lower in ("on", "about", "over", "concerning") for c in chunks[head + 1 : stretch.last])
    return has and (about or any(c.has("member", "place") for c in chunks[at + 1 : head]))


def _in_a_year(chunks: list[Chunk], at: int, head: int) -> bool:
    """ "Output is shrinking: 44 resolutions in 2025", told without a verb."""
    behind = [c for c in chunks[head + 1 : head + 1 + WHOLE_YEAR] if c.lower not in IN_ALL_OF][:THREE]
    year = any(c.date is not None and c.date.form in ("calendar", "unit") and c.date.day is None for c in behind[:2])
    alone = at == 0 or chunks[at - 1].text in (":", ",", ";", "—", "–", "(", ")", ".") or chunks[at - 1].has("only")
    alone = alone or (at > 1 and chunks[at - 2].lower in ("a", "an") and not chunks[at - 1].entries)  # "a meagre 46"
    bare = bool(behind) and is_year(behind[0]) and chunks[head + 1].lower in ("in", "during", "over", "throughout")
    return head == at + 1 and alone and (year or bare)


IN_ALL_OF = frozenset({"in", "during", "over", "throughout", "the", "whole", "entire", "course", "all", "of"})
WHOLE_YEAR = 8
"""Chunks of "in the whole of 2024" and what follows."""


def _of_something(chunks: list[Chunk], head: int) -> bool:
    """ "46 resolutions of protest"."""
    return head + 1 < len(chunks) and chunks[head + 1].lower == "of"


def _of_that_years(chunks: list[Chunk], at: int, head: int) -> bool:
    """ "Of last year's 44 resolutions", "thirty of the year's resolutions were unanimous"."""
    owner = at - 1 if head == at + 1 else head - 1 - (chunks[head - 1].cardinal is not None)
    if owner < 1 or chunks[owner].lower != "'s" or (chunks[owner - 1].date is None and not is_year(chunks[owner - 1])):
        return False
    if head == at + 1:
        return at > 2 and chunks[at - THREE].lower == "of"
    return chunks[at + 1].lower == "of" and any(
        c.has("unanimous") or "unanim" in c.lower for c in chunks[head + 1 : head + 1 + THREE]
    )


THREE = 3


def _of_here(sentence: Sentence) -> bool:
    """Whether a sentence speaks of no other body that adopts resolutions."""
    if sentence.elsewhere or any(c.has("assembly") for c in sentence.chunks):
        return False
    return class_pattern("rule_words.csv", "elsewhere").search(sentence.text) is None


def _fell_to_veto(chunks: list[Chunk], head: int, stretch: Stretch) -> bool:
    """ "Ten drafts fell to a veto", "died by the veto", "were killed by vetoes", "met with a veto"."""
    for position in range(head + 1, min(head + 9, stretch.last + 1)):
        if is_veto_noun(chunks, position) or chunks[position].lower in ("veto", "vetoes"):
            between = chunks[head + 1 : position]
            return any(c.lower in ("to", "by", "under", "on", "with", "a", "the", "in") for c in between) and not any(
                c.has("member", "modal", "negation") or c.text in ",;:" for c in between
            )
    return False


def _by_one(chunks: list[Chunk], head: int, stretch: Stretch) -> bool:
    """ "The four texts vetoed by the US in 2023": a member's."""
    verb = next((i for i in range(head + 1, stretch.last) if chunks[i].verb("veto") is not None), None)
    return verb == head + 1 and verb + 2 < len(chunks) and chunks[verb + 1].lower == "by"


def _there_were(chunks: list[Chunk], at: int) -> bool:
    verb = at - 1
    if at > 1 and chunks[verb].has("and"):
        # "The year saw 46 resolutions and seven vetoes"
        verb = next((i for i in range(at - 2, max(at - AND_SO_MANY, 0), -1) if chunks[i].lower in BROUGHT), verb)
    year = chunks[verb - 1] if verb > 0 else None
    brought = (
        year is not None
        and chunks[verb].lower in BROUGHT
        and (is_year(year) or year.date is not None or year.lower == "year")
    )
    return brought or any(c.lower == "there" for c in chunks[max(0, at - 5) : at])


AND_SO_MANY = 7
"""Chunks back from a number to the verb that it shares with the number before "and"."""


def _in_passive(sentence: Sentence, head: int, stretch: Stretch, verb: str) -> bool:
    """ "Forty-four resolutions were adopted", "six proposals vetoed"."""
    chunks = sentence.chunks
    for position in range(head + 1, min(stretch.last, head + 12) + 1):
        forms = {e.form for e in chunks[position].entries if e.kind == "verb" and e.value == verb}
        if not forms & {"past", "participle"}:
            continue
        return passive(chunks, position) or position == head + 1
    return False


def _subject_is_body(chunks: list[Chunk], verb: int) -> bool:
    return any(
        chunks[i].has("council", "same_body") or (chunks[i].lower in ("it", "we") and i < 2)
        for i in range(max(0, verb - 8), verb)
    )


def _bare_span(chunks: list[Chunk], head: int) -> bool:
    """ "Three votes in two days": a stretch of time follows the noun."""
    return any(c.date is not None and c.date.form in ("span", "unit") for c in chunks[head + 1 : head + 4]) or (
        head + 1 < len(chunks) and chunks[head + 1].lower == "on" and not chunks[head].has("adverb", "times")
    )


def _up_to_comparison(chunks: list[Chunk], stretch: Stretch) -> Stretch:
    """To the sentence's end, or to where it compares: "the fewest since 1991" bounds no count."""
    last = stretch.last
    while last + 1 < len(chunks) and not (_compares(chunks[last + 1]) or chunks[last + 1].text in ";:—"):
        last += 1
    return Stretch(stretch.last, last, stretch.head)


def _before_comparison(chunks: list[Chunk], stretch: Stretch) -> Stretch:
    last = 0
    while last + 1 < stretch.first and not _compares(chunks[last + 1]):
        last += 1
    return Stretch(0, last, stretch.head)


def _compares(chunk: Chunk) -> bool:
    return chunk.lower in ("fewest", "fewer", "most", "more", "least", "lowest", "highest")


def _start(chunks: list[Chunk], stretch: Stretch, at: int) -> int:
    return stretch.first


def _over_time(period: tuple[DateMention, ...]) -> bool:
    """Whether the time is long enough to count in; what failed on one day is an outcome."""
    return any(d.lasts or (d.form == "calendar" and d.day is None) for d in period)
