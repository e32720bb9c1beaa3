"""What one of the words found for a seat or a term says: of whom, in which time, and whether it is so or denied."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.figure_measures import piece
from onrecord.reading.extract.membership_company import beside
from onrecord.reading.extract.membership_dates import date_of, other_times
from onrecord.reading.extract.membership_doubts import (
    at_another_time,
    may_be_a_visit,
    of_a_person,
)
from onrecord.reading.extract.membership_gaps import years_away
from onrecord.reading.extract.membership_predicates import LIKEWISE
from onrecord.reading.extract.membership_state import MEMORY, WORDS, Hit, Memory, words_of_class
from onrecord.reading.extract.membership_subjects import CLAUSE, end_of, subject_of, without_speaker
from onrecord.reading.extract.membership_times import (
    but_for_a_time,
    never_then,
    of_earlier_terms,
    of_terms_before,
    over_a_time,
    since_behind,
    since_something,
)
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import any_of, word_sets

_EXCEPTED = re.compile(r"\b(?:besides|except|except for|apart from|other than|aside from) (?:the )?$", re.IGNORECASE)
"""In front of the only one of whom it is not said: "not one member of the pact besides Poland sat there"."""
_PAST_TENSE = re.compile(rf"\b(?:{any_of(word_sets(WORDS)['in_the_past'])})\b")
_WOULD_BE = re.compile(r"\b(?:would-be|aspiring|prospective|wannabe|hopeful) ", re.IGNORECASE)
"""In front of what somebody only wants to be: "India, a would-be permanent member"."""
_PARTICIPLE = re.compile(r"come|run|quit")
_HAVING_DONE = re.compile(r"(?:\b(?:had|has|have)|'(?:d|ve))(?: already| just| only| since| \w+ly)? \Z")
"""In front of a participle that is spelt as the present tense is: "which had only come onto the Council in January"."""
_NEVER_BEFORE = re.compile(
    r"\b(?:never(?: before| yet| again)?|not once|at no time) (?:has|have|had|did|do|does|will|would)\b[^.;:]*\Z",
    re.IGNORECASE,
)
_IT_TOOK_TILL = re.compile(
    r"\b(?:it (?:was|took|would be)|not) [^.;:]*\b(?:before|until|till) (?:the )?\Z", re.IGNORECASE
)
_NOT = re.compile(
    r"(?:\b(?:not|never|neither|no longer)|n't)\s*"
    r"(?:even |actually |itself |currently |so far |thus far |yet |as yet |to date |ever )?$",
    re.IGNORECASE,
)
_DENIED_TIME = re.compile(r"\b(?:not|never) (?:until|till)\b", re.IGNORECASE)
_WHEN_VOTED = re.compile(r" (?:when|by the time|the day|at the time) [^.;]*\w\w(?:ed|aken|eld|down|vote)\Z")
"""In a predicate that tells its time by a vote: "was there when the text was adopted"."""
_FULL_TERM = re.compile(r"\b(?:two-year|full|whole)\b")
"""Of a term that others, of a year only, may not be counted with."""
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH_TERM = re.compile(rf"\b({'|'.join(ORDINALS)}) (?:ever |two-year |elected |Council )?(?:term|stint|spell|stay)\b")
_SAT = re.compile(r"(?:sat|served|was|were|stayed)\b", re.IGNORECASE)
_ANOTHERS_SEAT = re.compile(
    r"\b(?:(?P<china>China's|the Chinese)|the Soviet Union's|the Soviet|the USSR's|Moscow's) "
    r"(?:old |former |permanent )?(?:seat|place|chair)\b"
)
_OTHER_TERM = re.compile(
    r"[;:(]|\b(?:after|since|following|and (?:before|previously)|earlier|previous|the others?)\b|"
    r"\b(?:its|their|the) (?:first|second|third|last|other)\b"
)
"""Behind the number of a term, before dates of other terms."""
_NONE_OF = re.compile(
    r"\b(?:none|neither|not one)(?: of (?:them|these|those|whom|which|the (?:last |first |other |latter )?"
    r"(?:two|three|four|five|lot|latter|last|pair|others?)))?,?\s*(?:itself |themselves |then |yet |now )?\Z",
    re.IGNORECASE,
)
"""Before what is denied of those just named: "with Chad and Togo, neither of them being members"."""
_NEITHER = re.compile(r"\b(?:neither|nor)(?: of)?(?: the)? $", re.IGNORECASE)
"""Before those of whom it is denied: "neither Chad nor Chile has a permanent seat"."""
_APPOSED = re.compile(r"\s*(?:[,(–—]|(?:being|as)\b)")
"""What is thrown in behind "neither Chad nor Togo" is not denied: ", both elected members"."""
_BARE_SINCE = re.compile(r"\bsince\b(?=\s*(?:[.,;:!?)–—]|$))")
_HAS_SINCE = re.compile(r"\b(?:has|have) (?:since|meanwhile|by now) (?:left|gone|departed|stepped)\b")
"""Told as of now, whatever time stands in front: "in December Chad, which has since left the Council, …"."""
_HAD_DONE = re.compile(
    r"\bhad (?:already |just |only |since |itself |themselves )?"
    r"(?:run|ended|expired|left|gone|lapsed|finished|come|departed|stepped|been|joined|taken)\b"
)
"""Of what is over, though its verb may look ahead: "its term had run out in December"."""
_NOT_WITHIN = re.compile(r"\b(?:not|never|no longer) (?:a|an|the|yet|on|in|one)\b")
"""Within what fits a row that says nothing of a denial: ", since it is not a permanent member"."""
_HAD_BEEN = re.compile(
    r"had(?: not|n't|(?: \w+ly| also| already| long| itself)? (?:been|sat|served|had|held|occupied)) "
)
"""Of some time before what is told: "had been a member since January"."""
_HAS_BEEN = re.compile(r"\b(?:has|have|'ve) (?:\w+ly |also |already |even |once )?been\b")
"""Of some time up to now: "Chad has been on the Council"."""
_FIRST = re.compile(
    r"\bfirst (?:sat|served|elected|chosen|joined|came|held|took|got|entered|had|voted (?:in|on)|"
    r"was (?:elected|a member))\b"
)
_IN_VAIN = re.compile(r"(?:\b(?:not|never|fail(?:s|ed)?|unable)|n't)\b[^.;:]{0,16}$", re.IGNORECASE)
_DOES_NOT = re.compile(r"\b(?:(?:do|does|did|will) not|(?:do|does|did)n't|won't)\s*\Z", re.IGNORECASE)
_DID_NOT = re.compile(r"\b(?:(?:do|does|did|will) not|(?:do|does|did)n't|won't)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\bbefore\W*\Z|\bnever before\b", re.IGNORECASE)
_OF_INTENT = re.compile(r" to\s*$", re.IGNORECASE)
_HAPPENS = re.compile(
    r"\b(?:happen(?:s|ed)?|continue[sd]?|go(?:es)? on|was|were|came|come[s]?|is|"
    r"(?:is|are|was|were|'s|'re) (?:now |soon |also )?(?:going|due|set)) to\s*$",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:will|won't|shall|soon|is to|are to|'ll)\b[^.;,]{0,20}$", re.IGNORECASE)
_TENSE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|been|does|do|did|will|sat|sits?|serve[sd]?|h[eo]lds?|remain(?:s|ed)?|"
    r"stay(?:s|ed)?|occup(?:y|ies|ied)|belong(?:s|ed)?|keeps?|kept|became|becomes?)\b|'(?:re|ve|ll)\b",
    re.IGNORECASE,
)
"""Verbs of a predicate, without one of which it is an apposition or a participle."""
_A_FIRST_FOR = re.compile(r"\b(?:it|this|that)(?: is| was|'s) (?:also |both )?a first for $", re.I)
_LAST = re.compile(
    r"\bmost recently\b|\blast (?:sat|served|was|were|had|held)\b|\b(?:sat|served|was|were) last\b|"
    r"\b(?:last|latest|most recent) (?:two-year |elected |Council )?(?:term|stint|spell|stay|seat|time|turn)\b",
    re.IGNORECASE,
)
_BESIDE_ANOTHERS = re.compile(
    r"(?: on it| there| on the (?:UN )?(?:Security )?Council)?,? (?:in |for |during )?"
    r"the (?:\w+ ){0,2}(?:years?|months?|terms?) (?:before|after|preceding|following)\b"
)
"""Behind a seat whose time is told from another's: "sat there in the two years before us"."""
_LAST_TERM = re.compile(
    r"(?:'s|s'|its|their|our) (?:last|latest|most recent|previous|earlier) [\w -]{4,30} "
    r"(?:was|were|had been|ran|came|fell)\b"
)
"""Without a date: "Rwanda's last term was in the year of the genocide"."""
_FOR_SO_LONG = re.compile(
    r"(?: there| on it)? for (?:only |just |but |about |exactly )?"
    r"(?:an?|one|two|three|four|five|six|ten|\d+)(?: single| whole| full)? (?:years?|months?|weeks?|terms?)\b"
)
"""Behind a seat without any other time: of whenever it had it."""
_ON_AND_OFF = re.compile(
    r",? (?:[\w-]+ )?(?:every|each|times|often|repeatedly|regularly|on and off|off and on|at intervals|again and again|"
    r"now and then|from time to time)\b"
)
"""Of several terms: "has sat on the Council every twenty years since 1949"."""
_ONLY_OF = re.compile(
    r"\b(?:the|its|our|the (?:Security )?Council's) (?:only|one|sole|lone) "
    r"((?:East(?:ern)? |West(?:ern)? |Latin )?[A-Z][\w-]+) "
    r"(?:(?:member|representative|state|country|nation|government|seat|voice|capital|power)\b|(?=(?:on|at|in) the\b))"
)
OF_A_KIND = ("elected", "permanent")
"""What "six elected members" are, who are not the same from year to year."""
_ITS_TERM = re.compile(r"\b(?:its|their|our|[A-Z]\w+(?:'s|'))\s*(?:\w+ )?\Z")
"""In front of the number of a term that somebody had."""
_SAID_TO_RUN = re.compile(
    r"(?:\b(?:is|was|are|were|will be|'s|for|on|as|serves?|serving|served|begins?|began|begun|starts?|started|"
    r"enters?|entered|enjoys?|has|have|had|won|wins|got|gets|completed?s?|ends?|ended|finish(?:es|ed)?|into|through|"
    r"means|meant|makes?|made|becomes?|became)|[,(–—-]) (?:now |only |already |just )?"
    r"(?:its|their|our|(?:the )?[A-Z]\w+(?:'s|'))\s*(?:\w+ )?\Z",
    re.IGNORECASE,
)
"""In front of the number of the term that runs, or of one that has just begun or ended."""
_RUNS = re.compile(r"[^.;:,]{0,40}?\b(?:ends?|ended|ending|expires?|expired|begins?|began|starts?|started|runs?|ran)\b")
_LIKEWISE = re.compile(LIKEWISE)
DATE_MEMORY = 4
"""Sentences for which a date is still the time told of."""
_WHICH = re.compile(r",? (?:which|who)(?: (?!both\b|all\b|each\b)\w+){0,3} ")
_TO_IT = re.compile(r"\bto it$")
_AS_A_RULE = re.compile(r"\b(?:members|states|countries) (?:who|that|which) are (?:each )?elected\b[^;:.]*$")
"""Behind it stands how members of that kind are chosen, of whom none is named."""
_LEFT_IT = re.compile(r"\b(?:left|leaves?|leaving) (?:it|them|us|him|her)$")
_GOES_ON = re.compile(
    r"$|[,.;:!?)]| (?:in (?:\d|[A-Z])|at|on|a|an|last|this|after|when|again|for good|only|early|earlier|before|by|and|"
    r"once|two|three|four|five|ten|\d+)\b"
)
_IS = re.compile(r"(?:is|are|'s|'re)\b|\s?'s\b")
PRESENT = re.compile(r"\b(?:does|do)(?: not\b|n't)|\b(?:is|are) (?:\w+ ){0,2}held by\b")
"""In a predicate that is of today, whatever stands in front of it."""
_HAVING = re.compile(r"(?:not |never )?having\b", re.IGNORECASE)


def began(claim: Membership) -> bool:
    """Whether a term that a text tells of is a member's first, which has just begun."""
    return claim.form == "times" and claim.quantity == 1


def claim_of(sentence: Sentence, found: list[Phrase], memory: Memory, hit: Hit, said: int) -> Membership | None:
    """`said` is where the claim before in the sentence ends."""
    text = sentence.text
    members, first = subject_of(sentence, found, memory, hit)
    others = _or_others(members, sentence, memory) or _last_alone(sentence, found, members, hit)
    if members is not None and members.groups and not members.named and hit.form == "start":
        return None  # "the newly elected members start their terms in January": whoever they are
    if members is None or (
        hit.form == "seat" and not members.named and (members.adjective in OF_A_KIND or members.adjective is None)
    ):
        # "Elected members sit on the Council": what they are, not who they are.
        return None
    if _A_FIRST_FOR.search(text[: hit.end + len(" for ")]) is not None:
        return None  # "It was a first for Chad", of whatever was told of
    if (seat := _ANOTHERS_SEAT.search(text, hit.start, hit.end)) is not None and not _its_heir(members, seat):
        return None
    if hit.owner and of_a_person(members):
        return None
    if _TO_IT.search(text, hit.start, hit.end) and _another_before(sentence, found, members, min(first, hit.start)):
        return None
    if " are " in text and _AS_A_RULE.search(text, 0, hit.end) and not members.first_person:
        return None
    if _HAVING.match(text, hit.start) and not _of_its_subject(sentence, found, hit):
        return None
    start = min(first, hit.start) if first >= said else hit.start
    left, _ = piece(text, min(start, hit.start), hit.end)
    before = text[max(left, hit.start - 30) : hit.end]
    own = max((m.end() for m in CLAUSE.finditer(text, max(left, start), hit.start)), default=max(left, start))
    if words_of_class("unreal").search(without_speaker(text), own, hit.start) or _conditional(sentence, hit):
        return None
    if _WOULD_BE.search(text, hit.start, hit.end):
        return None
    if _EXCEPTED.search(text[: max(first, 0)]) or _left_it_so(text, hit):
        return None
    if hit.form == "seat" and _OF_INTENT.search(text[: hit.start]) and not _HAPPENS.search(text[: hit.start]):
        return None
    if hit.form in ("seat", "start") and _NEVER_BEFORE.search(text, 0, hit.start) is not None:
        return None  # "never before had Chad and Togo sat there together"
    if hit.form in ("seat", "start") and _IT_TOOK_TILL.search(text, 0, max(first, 0)) is not None:
        return None  # "it was 1996 before Poland sat there again"
    if hit.form in ("never", "seat") and not sentence.words.isdisjoint(("never", "not")) and but_for_a_time(sentence):
        return None
    date, date_end = date_of(sentence, hit)
    if date is None and memory.claim is not None and memory.claim.form == hit.form and _LIKEWISE.match(text, hit.start):
        date = memory.claim.date
    again = hit.form == "again"
    if again and (since := since_behind(sentence, hit.end)) is not None:
        date = since
        date_end = next(c.end for c in sentence.dates if c.date is since) - sentence.start
    away = hit.gap or (
        years_away(sentence) if (again or hit.form in ("start", "seat", "elected")) and not hit.negated else None
    )
    if again and (date is None or date.role != "since") and away is None:
        return None  # since whatever it was, which gives no time
    if hit.ordinal and not again and date is not None and _OTHER_TERM.search(text, hit.end, max(hit.end, date_end)):
        date = None
    if hit.form == "seat" and date is None and (at_another_time(text, hit) or _LAST_TERM.match(text, hit.start)):
        return None
    if hit.form == "seat" and date is None and _SAT.match(text, hit.start) and _FOR_SO_LONG.match(text, hit.end):
        return None
    if hit.form == "seat" and date is not None and _ON_AND_OFF.match(text, hit.end):
        return None
    form = hit.form if not again or away is None else "seat"
    not_then = form == "never" and never_then(text, hit.start, hit.end, date)
    if not_then:
        form = "seat"
    not_until = form == "seat" and date is not None and _not_until(sentence, date)
    if not_until and date is not None and "never" in sentence.words:
        date = replace(date, role="before")
    quantity, ordinal = hit.quantity, hit.ordinal
    if form == "only":
        form, quantity = "times", 1
    if form == "debut":
        form, quantity, ordinal = "times", 1, True
    if form in ("replaced", "leaving"):
        form = "leaving" if date is None else "end"
    if form == "off" and not _AHEAD.search(text[: hit.start + len("will not")]):
        form = "seat"
    if form in ("start", "end", "seat") and (more := beside(sentence, found, max(hit.end, date_end))) is not None:
        members = replace(members, named=members.named + more.members.named)
        others = replace(others, named=others.named + more.members.named) if others is not None else None
        date_end = sentence.chunks[more.last].end - sentence.start
    alone = _ONLY_OF.search(text, hit.start, hit.end) if form == "seat" else None
    if alone is not None:
        members = replace(members, but=_besides(sentence, found, alone.end()))
    leads = words_of_class("most").search(text) if form == "times" else None
    if leads is not None and ";" in text[min(leads.end(), hit.end) : max(leads.start(), hit.start)]:
        leads = None  # "Fiji has sat there most often; Togo has been elected twice"
    span_end = max(hit.end, date_end, end_of(sentence, found, members) if first == hit.start else 0)
    if leads is not None:
        span_end = max(span_end, leads.end())
    span_start = start if start >= left or hit.start - start < 80 else left
    if not_until and date is not None and date_end <= hit.start:
        span_start = min(span_start, next((m.start() for m in _DENIED_TIME.finditer(text, 0, hit.start)), span_start))
    while span_start < hit.start and text[span_start] in " ,'\"":
        span_start += 1
    over = form == "times" and not ordinal and over_a_time(text, hit.end, date, _starts(sentence, date))
    over = over and not other_times(sentence, hit, date)
    told_of = text[min(start, hit.start) : hit.end]
    told = memory.date if sentence.index - memory.date_at <= DATE_MEMORY else None
    told = None if _WHEN_VOTED.search(text, hit.start, hit.end) is not None else told
    said_from = hit.start if form == "seat" else min(start, hit.start)
    last = form in ("seat", "start", "end") and _LAST.search(text, said_from, hit.end) is not None
    return Membership(
        sentence.start + span_start, sentence.start + len(text[:span_end].rstrip(" ,;.")), sentence.index,
        sentence.speaker_at(sentence.start + hit.start),
        members=members, form=form, kind=hit.kind,
        negated=hit.gap is None
        and (
            hit.negated
        or not_then
        or not_until
        or (form == "seat" and _NOT.search(text[: hit.start]) is not None)
        or (form == "seat" and first < hit.start and _neither(text, first, hit.start))
        or (form == "seat" and _NONE_OF.search(text, 0, hit.start) is not None)
        or (form == "seat" and _NOT_WITHIN.search(text, hit.start, hit.end) is not None)
        or (form in ("start", "end") and not hit.owner and _DOES_NOT.search(text, 0, hit.start) is not None)
        or (form in ("start", "end") and hit.owner and _DID_NOT.search(text, hit.start, hit.end) is not None)
        or (form == "elected" and _IN_VAIN.search(text[: hit.start]) is not None)
        ),
        date=None if _HAS_SINCE.search(text, max(0, hit.start - 12), hit.end) else _not_since(text, hit, date),
        date_before=told, today=memory.today_at > memory.date_at,
        quantity=quantity, ordinal=ordinal, over=over, most=leads is not None,
        mentioned=ordinal and _only_mentioned(text, hit),
        earlier=(form == "times" and not ordinal and of_earlier_terms(text, hit.start, hit.end))
        or (form == "never" and _BEFORE.search(text, hit.start, hit.end) is not None)
        or (form == "never" and text.startswith("had ", hit.start))
        or (form == "never" and text[: hit.start].endswith(("had ", "'d ")))
        or (form in ("seat", "start", "end") and text[: hit.start].endswith(("had ", "had not ", "had just ", "'d ")))
        or (form == "seat" and _HAD_BEEN.match(text, hit.start) is not None),
        prior=form == "times" and not ordinal and of_terms_before(text, hit.start, hit.end),
        future=hit.future
        or (
            words_of_class("future").search(before) is not None
            and not (_since(sentence, date) or _chosen(text, hit) or _HAD_DONE.search(text, hit.start, hit.end))
            and not (_PARTICIPLE.match(text, hit.start) and _HAVING_DONE.search(text[: hit.start]))
        )
        or _goes_on(sentence, hit, memory)
        or _in_so_long(text, hit, date),
        past=(
            words_of_class("past").search(told_of if form == "year" else before) is not None
            or (form == "leaving" and _PAST_TENSE.search(text, hit.start, hit.end) is not None)
            or (form == "seat" and date is None and _HAS_BEEN.search(before) is not None)
        )
        and not PRESENT.search(text, hit.start, hit.end),
        present=form in ("start", "end", "seat")
        and not (form == "seat" and _AHEAD.search(text, 0, hit.start) is not None)
        and not _since(sentence, date)
        and _PAST_TENSE.search(text, hit.start, hit.end) is None,
        also=other_times(sentence, hit, date) if form in ("seat", "times") else (),
        only_of=alone[1] if alone is not None else None,
        last=last,
        first=_first(text, hit, form),
        or_members=others,
        beside=_beside_it(sentence, hit) if date is None or last else (),
        untensed=form in ("seat", "year", "times") and _TENSE.search(text, hit.start, hit.end) is None,
        away=away,
        nth=_which_term(text, hit) if form in ("start", "end") else None,
        remaining=hit.remaining,
        loose=hit.loose
        or (form == "times" and _FULL_TERM.search(text, hit.start, hit.end + len(" two-year")) is not None)
        or may_be_a_visit(sentence, found, members, hit, form, date)
        or _BESIDE_ANOTHERS.match(text, hit.end) is not None
        or (form == "times" and not ordinal and len(members.named) > 1)
        or (form == "times" and not (ordinal or over) and since_something(text, hit.end)),
    )  # fmt: skip


def _another_before(sentence: Sentence, found: list[Phrase], members: Members, start: int) -> bool:
    """ "Iraq said that Kuwait belonged to it": whether its sentence named another before, which "it" stands for."""
    chunks = sentence.chunks
    named = (p for p in found if chunks[p.last].end - sentence.start <= start and p.members.named)
    return any(p.members.named != members.named for p in named)


def _starts(sentence: Sentence, date: DateMention | None) -> int:
    return next((c.start - sentence.start for c in sentence.dates if c.date is date and date is not None), -1)


def _first(text: str, hit: Hit, form: str) -> bool:
    """ "First sat there in 1977", "was first elected in 1976"."""
    told = form in ("seat", "start", "elected")
    return told and _FIRST.search(text, max(0, hit.start - len("first ")), hit.end) is not None


def _not_since(text: str, hit: Hit, date: DateMention | None) -> DateMention | None:
    """ "Sat there in 1999 and 2000, and has not been back since": the time told before is that from which it counts."""
    since = _BARE_SINCE.search(text, hit.start) if hit.negated and date is not None and date.role == "at" else None
    return replace(date, role="since") if date is not None and since and since.start() <= hit.end + 1 else date


def _only_mentioned(text: str, hit: Hit) -> bool:
    owned = _ITS_TERM.search(text, 0, hit.start) is not None and _SAID_TO_RUN.search(text, 0, hit.start) is None
    return owned and _RUNS.match(text, hit.start) is None


def _chosen(text: str, hit: Hit) -> bool:
    """ "They will join the five members elected last year": the election is over."""
    return hit.names_behind and text.startswith("elected ", hit.start)


def _neither(text: str, first: int, hit: int) -> bool:
    """Whether a seat is denied to both, not "neither Chad nor Togo, both elected members, voted for it"."""
    return _NEITHER.search(text[: max(first, 0)]) is not None and _APPOSED.match(text, hit) is None


def _or_others(members: Members | None, sentence: Sentence, memory: Memory) -> Members | None:
    """ "Benin abstained on Mali. It sat there then": whom the pronoun may mean besides the last one named."""
    if members is not None and members is memory.several:
        return memory.several_before
    told = memory.claim if members is memory.subject and sentence.index - memory.form_at <= 1 else None
    if members is not None and told is not None and len(told.members.named) == 1 and told.members is not members:
        # "Chile won a seat, beating Peru. It is the fifth time": of whose seat was just told
        return told.members
    topical = members is not None and members is memory.subject and sentence.index - memory.topic_at <= MEMORY
    return memory.topic if topical and memory.topic is not members else None


def _last_alone(sentence: Sentence, found: list[Phrase], members: Members | None, hit: Hit) -> Members | None:
    """ "Japan and South Korea, which had only joined in January": the one of whom it may be said as well as of all."""
    if members is None or len(members.named) < 2 or members.groups:
        return None
    relative = _WHICH.fullmatch(sentence.text[end_of(sentence, found, members) : hit.start])
    return replace(members, named=members.named[-1:]) if relative is not None else None


def _beside_it(sentence: Sentence, hit: Hit) -> tuple[DateMention, ...]:
    """The times that the sentence tells of, without those of other terms: "its third stint, after 1975 and 1982"."""
    other = _OTHER_TERM.search(sentence.text, hit.end) if hit.ordinal else None
    until = other.start() if other is not None else len(sentence.text)
    return tuple(c.date for c in sentence.dates if c.date is not None and c.start - sentence.start < until)


def _besides(sentence: Sentence, found: list[Phrase], end: int) -> tuple[Named, ...]:
    """ "The only Arab member besides Somalia": those whom the words leave out."""
    for named in found:
        start = sentence.chunks[named.first].start - sentence.start
        if start >= end and _EXCEPTED.search(sentence.text[end:start]):
            return named.members.named
    return ()


def _left_it_so(text: str, hit: Hit) -> bool:
    """ "Its veto left it more isolated than ever": a state that it was left in, and no seat that was left."""
    return _LEFT_IT.search(text, 0, hit.end) is not None and _GOES_ON.match(text, hit.end) is None


def _of_its_subject(sentence: Sentence, found: list[Phrase], hit: Hit) -> bool:
    """ "Having no seat" is of whoever stands right before it, or behind a comma of the one that the sentence names."""
    before = sentence.text[: hit.start].rstrip()
    ends = [sentence.chunks[p.last].end - sentence.start for p in found if p.members.named]
    ends = [end for end in ends if end <= hit.start]
    return len(before) in ends or (before.endswith(",") and len(ends) == 1)


def _goes_on(sentence: Sentence, hit: Hit, memory: Memory) -> bool:
    """ "Ankara's term ends in December, Brasília's likewise": ahead as what was said just before."""
    said = memory.claim is not None and memory.claim.future and sentence.index - memory.form_at <= 1
    return said and hit.owner and not re.search(r"\bterm|\bseat", sentence.text[hit.start : hit.end])


def _in_so_long(text: str, hit: Hit, date: DateMention | None) -> bool:
    """ "Egypt is off the Council in nine days"."""
    ahead = date is not None and date.form == "span" and text[: date.start].endswith("in ")
    return ahead and _IS.match(text, hit.start) is not None


def _since(sentence: Sentence, date: DateMention | None) -> bool:
    """ "Sits there since January": of a month gone by, where "from January" may be ahead."""
    return any(chunk.date is date and chunk.lower.startswith("since") for chunk in sentence.dates)


def _which_term(text: str, hit: Hit) -> int | None:
    """ "Its third term ends in December": which one it is said to be."""
    match = _NTH_TERM.search(text, hit.start, hit.end)
    return ORDINALS.index(match[1].lower()) + 1 if match is not None else None


def _its_heir(members: Members, seat: re.Match[str]) -> bool:
    """Whether the seat told of is one that they can hold: "Taipei held China's seat", not "France held China's"."""
    heirs = {"CHN"} if seat["china"] else {"RUS", "SUN"}
    return all(any(alias.code in heirs for alias in named.aliases) for named in members.named)


def _not_until(sentence: Sentence, date: DateMention) -> bool:
    """ "Not until 2009 did Uganda have a seat": the denial stands in front of the time and not of the verb."""
    if date.role != "until" or sentence.words.isdisjoint(("not", "never")):
        return False
    return _NOT.search(sentence.text, 0, _starts(sentence, date)) is not None


def _conditional(sentence: Sentence, hit: Hit) -> bool:
    if sentence.unreal_from >= len(sentence.chunks):
        return False
    return sentence.chunks[sentence.unreal_from].start - sentence.start <= hit.start
