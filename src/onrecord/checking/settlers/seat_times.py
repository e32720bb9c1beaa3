"""One member's seat and a time: who sat then, whose term began or ended, which year of it that was."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.settlers.seat_words import in_words, other_terms, permanence, runs, verdict_of, whose
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.terms import SLACK, during, near, span, spans, terms_of
from onrecord.checking.whose import of_two_chinas
from onrecord.checking.words import capital, day, name, uncapital
from onrecord.reading.claims.membership import Membership
from onrecord.reading.dates import DateMention
from onrecord.reading.intervals import Interval, around
from onrecord.record.model import Membership as Term

SOON = timedelta(days=62)
"""How long before its end a term is in its last days, weeks or months."""
ELECTED_AHEAD = timedelta(days=220)
"""How long before its beginning a term is given by an election: in June for January, in earlier times in October."""
WEEKS = timedelta(days=60)
"""Stretches longer than this are said of what lies within them."""
ROUNDED = 0.25
"""Of a time that has gone by, the share by which it is rounded."""
YEAR_LEFT = timedelta(days=240), timedelta(days=430)
"""Of a term, what is said to be a year."""
PEOPLES_REPUBLIC = Interval(date(1971, 10, 25), date(1971, 11, 30))
"""A/RES/2758(XXVI) gave it China's seat; it first took part in the Council's meetings in November."""
RECENT = timedelta(days=400)
"""How long after its end a term is still "just ended"."""
CHARTER = date(1945, 10, 24)
"""When the Charter came into force, whose Article 23 names the permanent members."""
FIRST_MEETING = date(1946, 1, 17)


def interval_of(claim: Membership, article: date | None, context: date | None) -> Interval | None:
    if claim.form == "left" and not claim.past and article is not None:
        return Interval(article, article)
    if claim.date is not None:
        ahead = claim.form == "end" and claim.future and claim.date.year is None and claim.date.form != "then"
        only_day = claim.date.day is not None and claim.date.month is None  # "leaves on the 31st"
        gone = claim.date.step < 0 or (claim.date.from_context and context is not None and not only_day)
        now = article is not None and not (claim.past or gone) and (claim.date.role == "until" or ahead)
        if now and only_day and claim.date.day is not None and article is not None:
            return _next_such_day(claim.date.day, article)
        told = claim.date_before.when(article) if claim.date_before is not None and not now else None
        context = None if now else context
        if claim.date.form == "span" and claim.form in ("start", "end") and (claim.future or claim.date.step > 0):
            return _about_so_far_ahead(claim.date, article)
        named = claim.date.when(article, context or (told.end if told else None), future=claim.future or now)
        return _roughly(claim.date, named) if claim.form in ("start", "end") else named
    if claim.past and context is not None:
        return Interval(context, context)
    if claim.past and claim.date_before is not None:
        named = claim.date_before.when(article, context)
        ahead = named is not None and named.start is not None and article is not None and named.start > article
        if named is not None and not ahead:
            return named
    if claim.past and claim.form == "seat" and article is not None and context is None:
        return Interval(None, article)
    return Interval(article, article) if article is not None else None


def _roughly(mention: DateMention, when: Interval | None) -> Interval | None:
    """ "Had left half a year earlier": weeks and months since a term began or ended are told in round numbers."""
    days = {"week": 7, "month": 30}.get(mention.unit or "") if mention.form == "distance" else None
    if when is None or when.start is None or when.end is None or days is None or mention.count is None:
        return when
    slack = timedelta(days=mention.count * days * ROUNDED)
    return Interval(when.start - slack, when.end + slack)


def _about_so_far_ahead(mention: DateMention, article: date | None) -> Interval | None:
    """ "Leave in a year", "in two weeks": a term's end or beginning is told in round numbers."""
    if article is None or mention.count is None or mention.unit is None:
        return None
    return around(article, mention.count, mention.unit)


def _next_such_day(day_of_month: int, article: date) -> Interval | None:
    """ "Leaves on the 31st": of the article's month, or of the next."""
    for month in (article, (article.replace(day=1) + timedelta(days=31)).replace(day=1)):
        last = monthrange(month.year, month.month)[1]
        on = month.replace(day=min(day_of_month, last))
        if on >= article:
            return Interval(on, on)
    return None


def of_one_member(
    claim: Membership,
    code: str,
    docket: Docket,
    when: Interval | None,
    article: date | None,
    context: date | None,
) -> Settled | None:
    """None where it cannot be told of which time the claim is."""
    terms = terms_of(code, docket)
    who = capital(name(code, docket.record))
    if (held := of_two_chinas(claim.members)) is not None:
        # "Peking had no seat", in 1960
        terms = [t for t in terms if t.start in held and t.start != held.end]
        named = claim.members.named[0].text
        who = f"The {named}" if "Republic" in named else named
    if when is None:
        return _always(claim, terms, who)
    if claim.first and claim.date is not None and (before := _sat_before(terms, when)) is not None:
        return verdict_of(False, runs(who, before, article), [before])
    if (settled := _was_not_the_last(claim, terms, who, when, article, context)) is not None:
        return settled
    if claim.form == "start" and claim.date is None and when.start is not None and when.start == when.end:
        return _lately(terms, who, when.start, article, ELECTED_AHEAD if claim.present else RECENT / 4)
    if claim.form == "elected":
        return _elected(claim, terms, who, when, article, max(m.start for m in docket.record.memberships("unsc")))
    if claim.form == "start" and code == "CHN" and when.meets(PEOPLES_REPUBLIC):
        return verdict_of(True, f"{who}'s seat has been the People's Republic's since 25 October 1971.", terms[-1:])
    role = claim.date.role if claim.date is not None else ""
    if claim.form in ("seat", "start") and claim.negated and role in ("until", "before"):
        return _not_till(terms, who, when, article, role == "before")
    if claim.form == "start":
        return _denied(claim, _edge(terms, who, when, article, begins=True))
    if claim.form == "left":
        return _a_year_left(claim, terms, who, when)
    if claim.form == "leaving":
        settled = _leaving(terms, who, when.end, article, RECENT if claim.past else SOON)
        undated = claim.past and claim.date is None and settled is not None and settled.verdict is Verdict.CONTRADICTED
        return None if undated else settled
    if claim.form == "length":
        return _so_long(claim, terms, who, when)
    if claim.form == "early":
        return _just_begun(terms, who, when, timedelta(days=claim.quantity or 0))
    if claim.form == "off":
        return _soon_off(claim, terms, who, when, article)
    if claim.form == "year" and claim.quantity is not None:
        return _year_of_term(claim, claim.quantity, terms, who, when)
    if claim.form == "end" or (claim.date is not None and claim.date.role == "until"):
        return _denied(claim, _until(claim, terms, who, when, article))
    if claim.date is not None and claim.date.role == "since":
        return _since(claim, terms, who, when, article)
    return seat_at(claim, terms, who, when)


def _denied(claim: Membership, settled: Settled | None) -> Settled | None:
    """ "Does not leave at the end of January": the contrary, where it is denied that a term begins or ends then."""
    if not claim.negated or settled is None or claim.form not in ("start", "end"):
        return settled
    contrary = {Verdict.SUPPORTED: Verdict.CONTRADICTED, Verdict.CONTRADICTED: Verdict.SUPPORTED}
    return replace(settled, verdict=contrary.get(settled.verdict, settled.verdict))


def _was_not_the_last(
    claim: Membership, terms: list[Term], who: str, when: Interval, article: date | None, context: date | None
) -> Settled | None:
    """ "Its last term ended in 1985", where it has sat since; up to the day of what is told, where that is known."""
    if not claim.last or claim.date is None:
        return None
    told = context if claim.earlier or claim.form != "seat" else None
    beside = [d for d in claim.beside if claim.form != "seat" and d.start != claim.date.start]
    days = (interval.end for d in beside if (interval := d.when(article, context)) is not None)
    now = min([on for on in (told or article, *days) if on is not None], default=None)
    if (later := _sat_later(terms, when, now)) is None:
        return None
    settled = verdict_of(False, runs(who, later, article), [later])
    return settled if told is not None or not claim.earlier else settled.left_open()


def _sat_later(terms: list[Term], when: Interval, article: date | None) -> Term | None:
    """A term between the one said to be the last and today's."""
    if when.end is None or article is None:
        return None
    return next((t for t in terms if t.start > when.end and t.end is not None and t.end < article), None)


def _sat_before(terms: list[Term], when: Interval) -> Term | None:
    """A term that was over before the one said to be the first."""
    return next((t for t in terms if when.start is not None and t.end is not None and t.end < when.start), None)


def _always(claim: Membership, terms: list[Term], who: str) -> Settled | None:
    """Without a time only what always or never held can be settled."""
    kinds = {term.kind for term in terms}
    if claim.form != "seat":
        return None
    if claim.kind == "permanent":
        holds = "permanent" in kinds
        return permanence(claim, terms, who, holds)
    if not terms:
        return verdict_of(claim.negated, f"{who} has never had a seat on the Security Council.", ())
    if claim.kind == "elected" and "elected" not in kinds:
        return verdict_of(
            claim.negated, f"{who} is a permanent member of the Security Council, not an elected one.", terms[-1:]
        )
    if claim.kind is None and kinds == {"permanent"} and (until := terms[-1].end) is not None:
        return verdict_of(not claim.negated, runs(who, terms[-1], until + timedelta(days=1)), terms[-1:])
    if claim.kind is None and kinds == {"permanent"}:
        return verdict_of(not claim.negated, f"{who} is a permanent member of the Security Council.", terms[-1:])
    return None


def seat_at(claim: Membership, terms: list[Term], who: str, when: Interval) -> Settled:
    seated = during(terms, when)
    fitting = [term for term in seated if claim.kind is None or term.kind == claim.kind]
    moment = in_words(when)
    if fitting and (short := _not_all_the_time(claim, fitting, when)) is not None:
        held = f"{whose(who)} term on the Security Council was {span(short)}"
        return verdict_of(claim.negated, f"{held}, which is not all of the time said.", [short])
    if fitting:
        term = fitting[-1]
        if term.kind == "permanent" and term.end is None:
            return permanence(claim, terms, who, True)
        a = "a permanent" if term.kind == "permanent" else "an elected"
        reason = f"{who} was {a} member of the Security Council{moment}, in its term of {span(term)}."
        return verdict_of(not claim.negated, reason, fitting[-1:])
    if claim.kind == "permanent":
        return permanence(claim, terms, who, False)
    if seated:
        a = "a permanent" if seated[-1].kind == "permanent" else "an elected"
        return verdict_of(claim.negated, f"{who} was {a} member of the Security Council{moment}.", seated[-1:])
    reason = f"{who} was not on the Security Council{moment}{other_terms(terms, when.end)}."
    return verdict_of(claim.negated, reason, terms[-1:])


def _not_all_the_time(claim: Membership, terms: list[Term], when: Interval) -> Term | None:
    """ "From 1989 to 1991", "in 1990 and 1991": the term that covers only a part of what is said to be its time."""
    if claim.date is None or claim.date.role != "between" or claim.date.until is None:
        return None
    last = claim.date.until.when(when.end)
    if when.end is None or last is None or last.start is None:
        return None
    # A term that ends with December is told as ending in January too.
    until = last.start - timedelta(days=31 if claim.date.until.month == 1 else 0)
    covered = all(any(term.covers(one) for term in terms) for one in (when.end, until))
    return None if covered else terms[-1]


def _year_of_term(claim: Membership, order: int, terms: list[Term], who: str, when: Interval) -> Settled | None:
    """ "In its second year on the Council": which year of its term the time lies in."""
    seated = [term for term in during(terms, when) if term.kind == "elected"]
    if not seated:
        return seat_at(claim, terms, who, when)
    moment = when.end or when.start
    if moment is None:
        return None
    term = seated[-1]
    right = {(day_.year - term.start.year + 1) for day_ in (when.start, when.end) if day_ is not None}
    reason = f"{who} was an elected member of the Security Council{in_words(when)}, in its term of {span(term)}."
    return verdict_of(order in right, reason, [term])


def _a_year_left(claim: Membership, terms: list[Term], who: str, when: Interval) -> Settled | None:
    """ "Stays on for another year", "has four weeks to go": whether the term ends about so long after."""
    moment = when.end or when.start
    seated = [t for t in during(terms, when) if t.end is not None]
    if moment is None:
        return None
    if not seated or seated[-1].end is None:
        return (
            seat_at(claim, terms, who, when) if not seated else verdict_of(False, runs(who, seated[-1], None), seated)
        )
    if claim.remaining is not None:
        within = claim.remaining.admits((seated[-1].end - moment).days + 1.0)
        return verdict_of(within, runs(who, seated[-1], moment), seated[-1:])
    next_year = seated[-1].end.year == moment.year + 1
    return verdict_of(
        next_year or YEAR_LEFT[0] <= seated[-1].end - moment <= YEAR_LEFT[1], runs(who, seated[-1], moment), seated[-1:]
    )


def _so_long(claim: Membership, terms: list[Term], who: str, when: Interval) -> Settled | None:
    """ "Sat there for one year only": whether a term at that time, or the next, is so many years long."""
    near_by = [t for t in terms if t.kind == "elected" and t.end is not None and t.end >= (when.start or t.end)]
    if not near_by or claim.quantity is None:
        return None
    term = near_by[0]
    years = round(((term.end or term.start) - term.start).days / 365.25)
    return verdict_of(years == claim.quantity, runs(who, term, when.end), [term])


def _just_begun(terms: list[Term], who: str, when: Interval, first_days: timedelta) -> Settled | None:
    """ "In its first weeks on the Council": whether a term began not long before."""
    moment = when.end or when.start
    if moment is None:
        return None
    begun = [t for t in terms if t.start <= moment <= t.start + first_days]
    seated = during(terms, when)
    return verdict_of(bool(begun), runs(who, (begun or seated)[-1], moment), (begun or seated)[-1:]) if seated else None


def _soon_off(claim: Membership, terms: list[Term], who: str, when: Interval, article: date | None) -> Settled | None:
    """ "By spring Chad will be off the Council": whether its term ends by then; without a time of its own, soon."""
    seated = [t for t in terms if article is not None and t.covers(article)]
    if not seated or claim.kind is not None:
        return seat_at(claim, terms, who, when)
    term, until = seated[-1], when.end
    if until is not None and when.start is not None and until - when.start > WEEKS and claim.date is not None:
        # "Will not be there next year": not on any of its days
        until = when.start if claim.date.role == "at" else until
    if term.end is None:
        return verdict_of(False, runs(who, term, article), [term])
    if claim.date is not None and until is not None and article is not None and until > article:
        return verdict_of(term.end <= until + SLACK, runs(who, term, article), [term])
    near_by = article is not None and term.end <= article + RECENT / 2
    return verdict_of(True, runs(who, term, article), [term], 0.5) if near_by else None


def _edge(
    terms: list[Term], who: str, when: Interval, article: date | None, begins: bool, until: bool = False
) -> Settled | None:
    """Whether a term begins (or ends) in the stretch."""
    if begins and when.start and when.end and when.end - when.start > WEEKS:
        # "Last year" ends before the year that a term begins with.
        hits = [term for term in terms if term.start in when]
    else:
        wide = bool(when.start and when.end and when.end - when.start > WEEKS)  # "next year": not the day before it
        before = (not until or when.start == when.end) and not wide
        hits = [term for term in terms if near(term.start if begins else term.end, when, before=before)]
    if hits:
        return verdict_of(True, runs(who, hits[-1], article), hits[-1:])
    if not terms:
        return verdict_of(False, f"{who} has never had a seat on the Security Council.", ())
    nearest = min(terms, key=lambda term: abs((term.start - (when.start or when.end or term.start)).days))
    return verdict_of(False, runs(who, nearest, article), [nearest])


def _lately(terms: list[Term], who: str, on: date, article: date | None, ahead: timedelta) -> Settled | None:
    """ "Has joined the Council", with no time of its own: only a term that began not long ago bears it out, or, in the
    present tense, one that an election has given.
    """
    begun = [t for t in terms if t.start - ahead <= on <= t.start + RECENT]
    return verdict_of(True, runs(who, begun[-1], article), begun[-1:], 0.6) if begun else None


def _elected(
    claim: Membership, terms: list[Term], who: str, when: Interval, article: date | None, known_to: date
) -> Settled | None:
    """ "Was elected to the Council in June": whether a term began some months after; the vote itself is not recorded.

    `known_to` is the day that the latest term of which the record knows begins.
    """
    if claim.future or (claim.date is not None and claim.date.role not in ("at", "between")):
        return None
    start, end = when.start, when.end
    if start is None or end is None:
        return None
    if claim.date is None:
        start -= RECENT
    elected = [t for t in terms if t.kind == "elected"]
    begun = [t for t in elected if start - SLACK < t.start <= end + ELECTED_AHEAD]
    if claim.date is not None and claim.date.role == "between":
        begun = during(elected, when)  # "was elected for 2015-2016"
    if claim.negated:
        reason = f"No term of {uncapital(who)} on the Security Council began then{other_terms(elected, article)}."
        return verdict_of(True, reason, terms[-1:]) if not begun else None
    if begun:
        return verdict_of(True, runs(who, begun[-1], article), begun[-1:], 0.7)
    if claim.date is None or end >= known_to or not elected:
        return None  # an election may have been declined
    others = other_terms(elected, article)
    reason = f"{who} began no term on the Security Council in the months after that{others}."
    return verdict_of(False, reason, terms[-1:])


def _leaving(terms: list[Term], who: str, on: date | None, article: date | None, past: timedelta) -> Settled | None:
    """ "The retiring members": whose term ends within a year or so of that day, or has just ended."""
    ending = [t for t in terms if on is not None and t.end is not None and -past <= t.end - on <= RECENT]
    if ending:
        return verdict_of(True, runs(who, ending[-1], article), ending[-1:])
    reason = f"{who} was not on the Security Council then{other_terms(terms, on)}."
    return verdict_of(False, reason, terms[-1:])


def _not_till(terms: list[Term], who: str, when: Interval, article: date | None, ever: bool) -> Settled | None:
    """ "Was not on the Council until 1978": a term began then, and none ran just before it; `ever` where none may have
    run at any time before.
    """
    if when.start is None or (ever and any(t.start < when.start for t in terms)):
        return None
    eve = when.start - timedelta(days=1)
    held = [t for t in terms if t.covers(eve)]
    if held:
        return verdict_of(False, runs(who, held[-1], article), held[-1:])
    begun = [t for t in terms if near(t.start, when)]
    return verdict_of(True, runs(who, begun[-1], article), begun[-1:]) if begun else None


def _until(claim: Membership, terms: list[Term], who: str, when: Interval, article: date | None) -> Settled | None:
    if claim.kind == "permanent" and not any(term.kind == "permanent" for term in terms):
        return permanence(claim, terms, who, False)
    if claim.date is None:
        if (claim.future or claim.present) and article is not None:
            # "These are its last days there", "will leave the Council", with no date of its own.
            ending = [t for t in terms if t.end is not None and t.covers(article) and _soon_over(t.end, article)]
            if ending:
                return verdict_of(True, runs(who, ending[-1], article), ending[-1:], 0.6)
        # "Its term has ended", with no date of its own: the latest end before the article's.
        ended = [t for t in terms if t.end is not None and article is not None and t.end <= article <= t.end + RECENT]
        return (
            verdict_of(
                True, f"{whose(who)} last term on the Security Council ended on {day(ended[-1].end)}.", ended[-1:], 0.6
            )
            if ended and ended[-1].end
            else None
        )
    return _edge(terms, who, when, article, begins=False, until=claim.date.role == "until")


def _soon_over(end: date, article: date) -> bool:
    return end <= article + SOON or end.year == article.year


def not_since(
    terms: list[Term],
    who: str,
    when: Interval,
    article: date | None,
    earlier: bool = False,
    elected: bool = False,
) -> Settled:
    """ "Has not sat there since 2000": no term reaches beyond that time, and one did reach it; `earlier` is whether it
    is told of what went before another time ("had been off it since 1998 when it returned"), `elected` whether the
    time may be that of an election, some months before its term.
    """
    until = when.end or when.start
    held = [t for t in terms if article is None or t.start <= article]
    if earlier and len(held) > 1 and (article is None or held[-1].covers(article)):
        held = held[:-1]
    chosen = [t for t in held if elected and until is not None and t.start.year == until.year + 1]
    later = [t for t in held if until is not None and (t.end is None or t.end > until) and t not in chosen]
    reached = chosen or [t for t in held if t.end is not None and near(t.end, when)]
    if later and not (earlier and reached):
        return verdict_of(False, runs(who, later[-1], article), later[-1:])
    if reached:
        return verdict_of(True, runs(who, reached[-1], article), reached[-1:])
    reason = f"{who} was not on the Security Council then{other_terms(held, article)}."
    return Settled(Verdict.UNSETTLED, reason, (), Why.AMBIGUOUS, 0.5)


def _since(claim: Membership, terms: list[Term], who: str, when: Interval, article: date | None) -> Settled:
    if claim.negated:
        return not_since(terms, who, when, article, claim.earlier, claim.kind == "elected")
    of_a_year = when.start is not None and when.end is not None and when.end - when.start > WEEKS
    running = [
        term for term in terms if (term.start in when if of_a_year else near(term.start, when)) or _founding(term, when)
    ]
    # "Had been a member since 1990": up to what is told, whatever became of it since
    still = [term for term in running if article is None or claim.future or claim.earlier or term.covers(article)]
    fitting = [term for term in still if claim.kind is None or term.kind == claim.kind]
    if running and terms[-1] not in running and _one_seat(terms):
        # One government followed another in the same seat.
        return verdict_of(True, f"{whose(who)} terms on the Security Council were {spans(terms)}.", terms)
    if fitting:
        return verdict_of(True, runs(who, fitting[-1], article), fitting[-1:])
    if running:
        return verdict_of(False, runs(who, running[-1], article), running[-1:])
    return verdict_of(
        False,
        f"No term of {who.replace('The ', 'the ', 1)} on the Security Council began then{other_terms(terms, article)}.",
        terms[-1:],
    )


def _founding(term: Term, when: Interval) -> bool:
    """Whether it is a seat that the Charter itself gave, from when it came into force to the first meeting."""
    return term.kind == "permanent" and term.start == FIRST_MEETING and when.meets(Interval(CHARTER, FIRST_MEETING))


def _one_seat(terms: list[Term]) -> bool:
    if any(term.kind != "permanent" for term in terms):
        return False
    return all(one.end is not None and one.end + timedelta(days=1) == next_.start for one, next_ in pairwise(terms))
