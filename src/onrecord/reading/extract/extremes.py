"""The last, the only one, more than any other: "the last French veto came in 1989", "its only veto of the year"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts, Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.acts import Act, is_veto_noun, says
from onrecord.reading.extract.bounds import bounded
from onrecord.reading.extract.context import earlier_here, inherited, says_of_them, spoken_of, told, vetoes_counted
from onrecord.reading.extract.counted import general_claim
from onrecord.reading.extract.counted_times import Times, of_that_time, times
from onrecord.reading.extract.doers import bound, doer, noun_asserted, owner, said_to_happen
from onrecord.reading.extract.lengths_of_time import LASTING
from onrecord.reading.extract.said_on import ON, said_to_be_on
from onrecord.reading.extract.sole_doers import alone_apart, only_these, sole
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.grammar import phrase_from
from onrecord.reading.naming import named_by
from onrecord.reading.parsed import Phrase, Sentence, finite, is_demonym, possessed

REACH = 16


def last_one(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "It last vetoed in 2011", "the last French veto came in December 1989", "the last of all came in …"."""
    chunks = sentence.chunks
    act = _act(sentence, at, discourse)
    if act is None or not noun_asserted(chunks, at) or _dates_something(chunks, at):
        return None
    of_time = _of_a_time(chunks, max(at, act.last))
    when = _dates_behind(chunks, act.last if act.last >= at else at, of_time)
    since = _so_long_since(chunks, at) if not when else None
    if since is not None:
        when = (since,)
    on = _on_what(sentence, max(at, act.last)) if not when else ""
    if not (when or on or of_time):
        return None
    whose = _said_to_be_of(chunks, found, at, act)
    who = _who(sentence, found, at, act, discourse) if whose is None else (Members(everyone=True), frozenset[int]())
    if who is None:
        return None
    members, excluded = who
    stretch = replace(clause(sentence, at, max(at, act.last)), head=max(at, act.last))
    if on:
        counted = bounded(
            sentence, found, Stretch(at, max(at, act.last), act.last), members, act.what, Times(), excluded
        )
        first = min([stretch.first, *excluded])
        return replace(general_claim(sentence, replace(stretch, first=first), at, counted, "last"), said_on=on)
    behind = next(
        (i for i, c in enumerate(chunks) if when and c.date is not None and c.date.start == when[0].start and i > at),
        stretch.last + 1,
    )
    told_on = said_to_be_on(chunks, max(at, act.last)) if act.what == "veto" else None
    if told_on is not None:
        on, verb, ends = told_on
        behind, stretch = min(behind, verb), replace(stretch, last=max(stretch.last, ends))
    wide = (
        stretch
        if since is not None or not when
        else replace(stretch, last=max(stretch.last, clause(sentence, behind).last))
    )
    subject = _subject(sentence, found, at, act, behind, members, excluded)
    context = spoken_of(discourse, sentence, act.what) if act.first == at else None
    of_them = says_of_them(chunks, at)
    counted_here = discourse.counted_in == sentence.index
    of_those = context is not None and act.last == at and discourse.counted_in >= sentence.index - 1
    if of_them and not counted_here and any(c.cardinal is not None for c in chunks[:at]):
        return None  # "Nine on the Middle East, the last of them in November 2006": of whose nine was not read
    of_all = [c.lower for c in chunks[at + 1 : at + 3]] == OF_ALL
    if context is not None and of_those:
        subject = replace(subject, tenure=subject.tenure or context.tenure, term=subject.term or context.term)
    if context is not None:
        # "Two sole vetoes, the last in 1976"
        subject = inherited(subject, replace(context, alone=False) if of_all else context, narrowed=True)
    bounds = tuple(d for d in subject.period if d.role in ("until", "before") or d.form in ("decade", "era"))
    if context is not None and of_those and context.period and not of_all:
        # "In 2017 it cast five, the last of them on 17 November": of that year
        bounds = context.period
        when = tuple(of_that_time(d, bounds) for d in when)
    counted = replace(subject, period=(*bounds, *(d for d in of_time if d not in bounds)))
    first = min([wide.first, *(i for i in excluded)])
    if any(c.lower == "before" for c in chunks[max(at, act.last) : behind]):
        counted = replace(counted, by_then=True)  # "America's last before this one was in October"
    previous = chunks[at].lower in ("previous", "preceding")
    counted = replace(counted, by_then=counted.by_then or previous)
    had = any(c.lower.split()[0] == "had" for c in chunks[first : max(at, act.last)])
    if whose is not None:
        counted = replace(counted, members=whose.members)
    claim = general_claim(sentence, replace(wide, first=first), at, counted, "last", when)
    claim = replace(claim, of_all=whose is not None)
    return replace(claim, past_perfect=had, said_on=on, reserved=previous)


def _dates_something(chunks: list[Chunk], at: int) -> bool:
    """ "On the day of the last veto, in May, the dead were 300": when something was, and no more."""
    of = at - 1 - (at > 1 and chunks[at - 1].has("determiner"))
    return of > 0 and chunks[of].lower == "of" and chunks[of - 1].lower.split()[-1] in WHEN_IT_WAS


WHEN_IT_WAS = frozenset({"day", "days", "eve", "night", "morning", "time", "moment", "week", "month", "date", "hour"})
OF_ALL = ["of", "all"]
YEARLY = frozenset({"year", "autumn", "session", "occasion"})
"""What "only" tells of where something comes round each year: "the only year in which it abstained"."""
SEATED = frozenset(
    {"sat", "served", "serve", "sit", "there", "seated", "elected", "member", "seat", "been on", "was on"}
)
"""Words in front of "last in 2022" that tell of who was there, and not of what was done."""


def _said_to_be_of(chunks: list[Chunk], found: list[Phrase], at: int, act: Act) -> Phrase | None:
    """ "The last veto before it was Russia's, in February": whose the last of anybody's is said to have been."""
    if act.verbal or act.what != "veto" or not at or chunks[at - 1].lower != "the" or act.last > at + 1:
        return None
    copula = next((i for i in range(act.last + 1, min(act.last + 5, len(chunks) - 2)) if chunks[i].has("be")), None)
    phrase = phrase_from(chunks, found, copula + 1) if copula is not None else None
    if copula is not None and phrase is None and chunks[copula + 1].has("member") and possessed(chunks, copula + 1):
        owner_ = chunks[copula + 1]  # "was America's in March"
        phrase = Phrase(copula + 1, copula + 1, Members(tuple(named_by(owner_)), text=owner_.text))
    if phrase is None or not phrase.members.named or phrase.last + 1 >= len(chunks):
        return None
    ends = phrase.last if chunks[phrase.last].lower in ("'s", "'") else phrase.last + 1
    if chunks[ends].lower not in ("'s", "'") or ends + 1 >= len(chunks):
        return None
    behind = chunks[ends + 1]
    alone = ends == phrase.last or not behind.is_word or behind.has("preposition") or behind.date is not None
    return phrase if alone and not behind.has("text") else None


def _on_what(sentence: Sentence, at: int) -> str:
    """ "Russia's last veto was the one on Sudan", "was over Sudan", "concerned Sudan": the words for the subject."""
    chunks = sentence.chunks
    behind = chunks[at + 1 : at + 1 + REACH]
    if not behind or not (behind[0].has("be") or behind[0].lower in ("concerned", "came", "struck", "killed")):
        return ""
    opens = next((i for i, c in enumerate(behind[:6]) if c.lower in ON or c.lower == "concerned"), None)
    if opens is None or any(c.has("negation", "number") for c in behind[:opens]):
        return ""
    if not all(c.has("be", "determiner", "text") or c.lower in ("one", "cast", "came", "used") for c in behind[:opens]):
        return ""
    words = []
    for chunk in behind[opens:]:
        if chunk.text in ",;:.—!?" or chunk.has("but", "relative"):
            break
        words.append(chunk.text)
    return " ".join(words)


def _subject(
    sentence: Sentence, found: list[Phrase], at: int, act: Act, behind: int, members: Members, excluded: frozenset[int]
) -> Acts:
    """The subject that is named with the act, before the date: "the last French veto on the Comoros"."""
    inside = Stretch(at, max(behind - 1, act.last), max(at, act.last))
    return bounded(sentence, found, inside, members, act.what, times(sentence, inside, ordinal=True), excluded)


def _act(sentence: Sentence, at: int, discourse: Discourse) -> Act | None:
    chunks = sentence.chunks
    right = next((a for a in told(sentence, discourse) if a.verbal and a.first == at + 1), None)
    if right is not None and not right.passive and said_to_happen(sentence, right):
        return right
    if right is not None and right.passive and right.what == "veto" and at and chunks[at - 1].has("be"):
        return right  # "It was last used by France in 1989"
    dated = at + 2 < len(chunks) and chunks[at + 1].lower in ("in", "on") and chunks[at + 2].date is not None
    if dated and chunks[at].lower == "last":
        # "The French used it last in December 1989"
        done = (a for a in told(sentence, discourse) if a.verbal and a.last == at - 1 and not a.passive)
        used = next((a for a in done if a.what == "veto"), None)
        if used is not None and said_to_happen(sentence, used):
            return used
    for position in range(at + 1, min(at + 6, len(chunks))):
        if is_veto_noun(chunks, position):
            holding = (a for a in told(sentence, discourse) if a.verbal and at < a.first < position <= a.last)
            return next(holding, Act("veto", position, position, False))
        if chunks[position].lower == "abstention":
            return Act("abstain", position, position, False)
        if says(chunks, position, "occasion") or (chunks[position].lower in YEARLY and chunks[at].has("only")):
            behind = next((a for a in told(sentence, discourse) if a.first > position and a.verbal), None)
            if behind is not None and any(c.text in ";:—–" for c in chunks[position : behind.first]):
                behind = None  # "the only year they ever have; Israel voted no all the same"
            if behind is None and chunks[at].has("only"):
                return _just_told(sentence, at, position, discourse)
            return behind if behind is not None and behind.first - position <= 6 else None
        if chunks[position].has("text", "member_noun") or chunks[position].text in ",;:":
            break
    verb = next((a for a in told(sentence, discourse) if a.verbal and at < a.first <= at + 2), None)
    if verb is not None and not verb.passive and said_to_happen(sentence, verb):
        return verb
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if dated and at and any(not SEATED.isdisjoint(c.lower.split()) for c in chunks[max(0, at - 4) : at]):
        return None  # "India sat there last in 2022"
    if following is not None and following.lower in ("on", "in", "at"):
        if any(c.has("council", "same_body") for c in chunks[at + 2 : at + 4]):
            return None  # "Ukraine was last on the Council in 2016"
    context = spoken_of(discourse, sentence, "veto") or vetoes_counted(discourse, sentence)
    if context is not None and context.what == "veto" and following is not None:
        if len(chunks) > at + 2 and chunks[at + 2].lower == "one":
            if says(chunks, at + 1, "alone"):
                return Act("veto", at, at, False)  # "Britain's last solo one was in 1972"
            if is_demonym(following) and "text" not in sentence.kinds:
                return Act("veto", at + 2, at + 2, False)  # "The last French one came in 1989"
        opens = at + 2 if following.text == "," else at + 1
        dated = (
            len(chunks) > opens + 1
            and chunks[opens].lower in ("in", "on", "of", "at")
            and any(c.date is not None for c in chunks[opens + 1 : opens + 4])
        )
        if says(chunks, at + 1, "ever") or dated or following.lower in ("of", "came", "was", "fell", "dates", "one"):
            return Act("veto", at, at, False)
    return None


def _just_told(sentence: Sentence, at: int, noun: int, discourse: Discourse) -> Act | None:
    """ "In 2016 it abstained, the only time it ever has", "for the only time in decades": the deed told in front."""
    chunks = sentence.chunks
    behind = [c for c in chunks[noun + 1 : noun + 6] if not c.has("pronoun_member", "member", "ever", "determiner")]
    ends = (
        not behind or not behind[0].is_word or behind[0].has("have", "do", "preposition") or behind[0].date is not None
    )
    before = [a for a in told(sentence, discourse) if a.verbal and a.last < at]
    if not before or not ends or at - before[-1].last > JUST_TOLD or not said_to_happen(sentence, before[-1]):
        return None
    return before[-1]


JUST_TOLD = 9
"""Chunks from a deed to "the only time" in apposition to it."""


def _so_long_since(chunks: list[Chunk], at: int) -> DateMention | None:
    """ "It is 35 years since France last vetoed", "three decades have passed since …": how long ago it was."""
    since = next((i for i in range(at - 1, max(at - 8, 0), -1) if chunks[i].lower == "since"), None)
    if since is None:
        return None
    for position in range(since - 1, max(since - 6, -1), -1):
        mention = chunks[position].date
        number = chunks[position].number
        unit = LASTING.get(chunks[position + 1].lower)
        if mention is not None and mention.form in ("span", "distance") and mention.count is not None:
            count, unit, vague = mention.count, mention.unit, mention.vague
        elif number is not None and number.integer is not None and not number.ordinal and unit is not None:
            count, vague = number.integer, False
        else:
            continue
        before = " ".join(c.lower for c in chunks[max(0, position - 4) : position + 1])
        longer = any(words in before for words in ("more than", "over", "at least", "well over", "upwards of"))
        role = "until" if longer else "at"
        start, end = chunks[position].start, chunks[position].end
        return DateMention(start, end, "distance", role, count=count, unit=unit, step=-1, vague=vague)
    return None


def _of_a_time(chunks: list[Chunk], act: int) -> tuple[DateMention, ...]:
    """ "The last Russian veto of the decade", "of 1994", "in that year": the time of which it was the last."""
    behind = [c for c in chunks[act + 1 : act + 4] if not c.has("determiner") or c.date is not None]
    if len(behind) < 2 or behind[1].date is None or behind[1].date.role != "at":
        return ()
    told, word = behind[1].date, behind[0].lower
    wide = told.form in ("decade", "era", "unit") or (told.form == "calendar" and told.day is None)
    if word == "of":
        return (told,) if wide else ()
    return (told,) if word in ("in", "for") and told.form == "unit" and told.from_context else ()


def _dates_behind(chunks: list[Chunk], at: int, of_time: tuple[DateMention, ...]) -> tuple[DateMention, ...]:
    """When the act was, by the first date behind it: "came in December 1989", "dates from 1982"."""
    dated = False
    for chunk in chunks[at + 1 : at + REACH]:
        if chunk.text in ";:—":
            return ()
        if chunk.date in of_time:
            continue
        if chunk.date is not None and (chunk.date.role == "at" or dated) and not _of_another(chunks, chunk):
            return (replace(chunk.date, role="at"),)
        dated = chunk.lower in ("dates from", "dated from") or (dated and chunk.lower in ("back", "from", "to"))
        dated = dated or chunk.lower in ("dates", "dated", "dates back", "goes back")
    return ()


def _of_another(chunks: list[Chunk], dated: Chunk) -> bool:
    """ "China's last veto before yesterday's": the day of the one that it is held against."""
    at = chunks.index(dated)
    return at + 1 < len(chunks) and chunks[at + 1].lower == "'s" and chunks[at - 1].lower in ("before", "until", "than")


def _who(
    sentence: Sentence, found: list[Phrase], at: int, act: Act, discourse: Discourse
) -> tuple[Members, frozenset[int]] | None:
    owned = owner(sentence, act.last if not act.verbal else at)
    if owned is not None:
        members = bound(owned[0], sentence, found, owned[1], discourse, act.what)
        return (members, frozenset(range(owned[1], at))) if members is not None and members.named else None
    who = doer(sentence, found, act, discourse)
    if who is not None and (who[0].named or who[0].groups or who[0].adjective):
        return who[0], frozenset(i for p in found if p.members is who[0] for i in range(p.first, p.last + 1))
    before = sentence.chunks[at - 1] if at > 1 else None
    if before is not None and before.lower == "'s" and _unknown(sentence.chunks[at - 2]):
        return None  # "its predecessor's last was in 1984"
    if act.verbal and before is not None and before.text.istitle() and not before.entries:
        return None  # "since a Frenchman last vetoed anything"
    if at and act.verbal and any(p.last == at - 1 for p in found):
        return None  # "the three last vetoed together in 1989", of whom nothing is known
    here = earlier_here(sentence, at, discourse) if act.first == at else None
    if here is not None and not here.verbal and owner(sentence, here.first) is None:
        return None  # "Triple vetoes have been rare: the last was in 1989"
    context = spoken_of(discourse, sentence)
    return (context.members, frozenset()) if context is not None and context.members.named else None


def _unknown(chunk: Chunk) -> bool:
    return chunk.text.islower() and chunk.date is None and not chunk.has("member", "group", "text", "pronoun_member")


def _is_it(chunks: list[Chunk], at: int, last: int) -> bool:
    """ "It is so far the only veto of the year": what was told of, and not who did it."""
    before = [c for c in chunks[:at] if not c.has("determiner", "adverb") and c.lower not in SO_FAR]
    if len(before) < SEVERAL or before[-2].lower not in ("it", "this", "that") or last != at + 1:
        return False
    behind = chunks[last + 1 : last + 3]
    at_once = bool(behind) and behind[0].date is not None
    dated = at_once or (len(behind) > 1 and behind[0].has("preposition") and behind[1].date is not None)
    return dated and (before[-1].has("be") or before[-1].lower == "'s")


SO_FAR = frozenset({"so", "far", "so far", ",", "still", "to date", "thus far", "yet", "also"})


def only_one(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "Its only veto since 2011", "the only time that France vetoed alone"."""
    chunks = sentence.chunks
    if at + 1 < len(chunks) and (numbered := chunks[at + 1].number) is not None and numbered.ordinal:
        return None  # "only the second veto"
    if chunks[at].lower.split()[0] not in ("only", "sole", "lone", "single", "solitary") or not noun_asserted(
        chunks, at
    ):
        return None
    if any(c.lower == "vetoes" for c in chunks[at + 1 : at + 2]):
        return None  # "its solitary vetoes are three"
    of_nobody_else = sole(sentence, found, at, discourse) or only_these(sentence, found, at, discourse)
    if of_nobody_else is not None:
        return of_nobody_else
    if not at or chunks[min(at + 1, len(chunks) - 1)].has("other"):
        return None  # "the only other veto": besides one told of
    owned_before = chunks[at - 1].lower in ("the", "its", "their", "his", "'s", "a") or chunks[at - 1].has(
        "member", "be"
    )
    act = _act(sentence, at, discourse)
    if act is None or not owned_before or (chunks[at].lower != "only" and act.verbal):
        return None
    if act.verbal and act.first == at + 1 and chunks[at - 1].has("member"):
        return None  # "China only abstained": and did no more
    if act.first == at or chunks[at - 1].lower == "a":
        return None
    if chunks[at].lower == "only" and act.verbal and act.first == at + 1 and chunks[at - 1].has("member"):
        return None  # "China only abstained": no more than that
    stretch = replace(clause(sentence, at, act.last), head=act.last)
    if act.last < at and act.verbal:
        # "it abstained, the only time it ever has"
        stretch = Stretch(clause(sentence, act.first).first, clause(sentence, at).last, act.last)
    if stretch.first > 1 and chunks[stretch.first].lower == "far":
        stretch = replace(stretch, first=clause(sentence, stretch.first - 2).first)  # "it is so far the only veto"
    when = times(sentence, stretch, ordinal=True)
    nobodys = (
        act.what == "veto" and not act.verbal and _is_it(chunks, at, act.last) and owner(sentence, act.last) is None
    )
    who = None if nobodys else _who(sentence, found, at, act, discourse) or _thatclause(found, act)
    behind = chunks[act.last + 1].lower if act.last + 1 < len(chunks) else ""
    whose = owner(sentence, act.last)
    nobodys = nobodys or whose is None or not whose[0].pronoun  # "its only veto", of a member that is not known
    unsaid = who is None and nobodys and not act.verbal and act.what == "veto"
    if unsaid and behind not in ("he", "she", "it", "they", "we", "I"):
        who = Members(everyone=True), frozenset()
    if who is None:
        return None
    members, excluded = who
    inside = Stretch(at, stretch.last, act.last)
    if act.last < at:
        inside = Stretch(act.last, min(clause(sentence, act.last).last, at - 1), act.last)
    counted = bounded(sentence, found, inside, members, act.what, when, excluded)
    if counted.in_office and members.everyone:
        spoken = _spoken_of_here(sentence, found, at, act, discourse)
        if spoken is None:
            return None
        counted = replace(counted, members=spoken)
    if act.what == "veto" and not act.verbal and not long_enough(counted) and _of_one_vote(chunks, at, act.last):
        return None
    told_alone = replace(counted, alone=alone_apart(chunks, at, stretch.last))
    ever = any(says(chunks, i, "ever") for i in range(at, stretch.last + 1))
    cast = any(a.verbal and a.first < at <= a.last for a in told(sentence, discourse))
    if cast and chunks[at - 1].lower in ("the", "a") and not (ever or long_enough(counted)):
        return None  # "in May Russia cast the lone veto": on one text
    claim = general_claim(sentence, stretch, at, told_alone, "only", when.at)
    just_told = act.verbal and act.last < at
    return replace(claim, restated=just_told, reserved=just_told)  # on what matter the words leave open


def _of_one_vote(chunks: list[Chunk], at: int, noun: int) -> bool:
    """ "The sole veto was Moscow's", "it was only the Russian veto that saved us", "its lone veto ended it": said of
    the vote spoken of.
    """
    if chunks[at].lower == "only" and chunks[at + 1].has("determiner"):
        return True
    behind = [c for c in chunks[noun + 1 : noun + 3] if c.is_word]
    if not at or not behind:
        return False
    of_a_text = chunks[at].lower.split()[0] != "only" and finite(behind[0]) and not behind[0].has("be", "have")
    return of_a_text or (chunks[at - 1].lower == "the" and behind[0].has("be"))


def _spoken_of_here(sentence: Sentence, found: list[Phrase], at: int, act: Act, discourse: Discourse) -> Members | None:
    """Whose act "the only veto of his eight years" is: that of whoever acted in the words before."""
    earlier = earlier_here(sentence, at, discourse)
    who = doer(sentence, found, earlier, discourse) if earlier is not None and earlier.what == act.what else None
    if who is not None and who[0].named:
        return who[0]
    context = spoken_of(discourse, sentence, act.what)
    return context.members if context is not None and context.members.named else None


def long_enough(counted: Acts) -> bool:
    """Whether the time named is one to count in, longer than a vote's own month."""
    return bool(counted.since) or any(d.lasts or (d.form == "calendar" and d.month is None) for d in counted.period)


def habit(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Acts | None:
    """ "Has vetoed texts on Israel again and again": which acts are spoken of, though no number of them is told."""
    if "have" not in sentence.kinds:
        return None
    chunks = sentence.chunks
    for act in told(sentence, discourse):
        if not act.verbal or act.passive or act.what != "veto" or not of_many_texts(chunks, act.last):
            continue
        who = doer(sentence, found, act, discourse)
        if who is not None and who[0].named:
            stretch = replace(clause(sentence, act.first, act.last), head=act.last)
            named = frozenset(i for p in found if p.members is who[0] for i in range(p.first, p.last + 1))
            return bounded(sentence, found, stretch, who[0], "veto", times(sentence, stretch, ordinal=False), named)
    return None


def of_many_texts(chunks: list[Chunk], verb: int) -> bool:
    """ "Has vetoed drafts on Syria": of texts in general, of which no one vote is meant."""
    perfect = any(c.has("have") and c.lower != "had" for c in chunks[max(0, verb - 2) : verb])
    behind = next((c for c in chunks[verb + 1 : verb + 3] if not c.has("yes_noun", "no_noun")), None)
    return perfect and behind is not None and behind.has("text") and behind.lower.endswith("s")


def _thatclause(found: list[Phrase], act: Act) -> tuple[Members, frozenset[int]] | None:
    for phrase in found:
        if act.last < phrase.first <= act.last + 2:
            return phrase.members, frozenset(range(phrase.first, phrase.last + 1))
    return None


def of_so_many(chunks: list[Chunk], verb: int) -> bool:
    """ "Russia vetoed five": of texts that the words before name."""
    following = chunks[verb + 1 : verb + 3]
    if chunks[verb].lower in VOTED and following and following[0].lower in ("for", "against", "on", "in favour of"):
        some = chunks[verb + 2 : verb + 4]
        closes = len(some) < SEVERAL or some[1].text in ",;.:)–—"
        closes = closes or ((some[0].cardinal or 0) > ONE_BY_ONE and bool(says(chunks, verb + 3, "of_them")))
        return bool(some) and closes and (some[0].cardinal or 0) >= SEVERAL and some[0].date is None
    if following and following[0].lower == "nothing":
        return chunks[verb].verb("veto") is not None and verb + SEVERAL < len(chunks) and following[1].is_word
    if not following or (following[0].cardinal or 0) < SEVERAL or following[0].date is not None:
        return False
    if any(c.lower in LASTING for c in chunks[verb + 2 : verb + 4]):
        return False  # "vetoed nine more months of aid"
    ends = len(following) < SEVERAL or not following[1].is_word or following[1].lower in ("in", "and")
    whole = following[1].has("text", "of_adjective", "determiner", "preposition", "member") if not ends else True
    ends = ends or not (whole or following[1].lower in LASTING)
    return ends and chunks[verb].verb("veto") is not None


ONE_BY_ONE = 8
"""More votes than that are not looked at one by one (`checking.counted_votes`), but counted."""
VOTED = frozenset({"voted", "abstained"})
"""Verbs behind which a number alone is one of texts: "it voted against two, and abstained on four"."""
SEVERAL = 2
