"""Seats and terms, against the table of terms: who sat when, in which kind of seat, how often, and how many sit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.frequency_words import stretch
from onrecord.checking.members import PERMANENT, code_on, codes_on, in_region, region
from onrecord.checking.settlers.several_members import together
from onrecord.checking.settlers.vote import Settled
from onrecord.checking.terms import during, evidence, near, span, spans, terms_of
from onrecord.checking.words import capital, day, name, names, number
from onrecord.reading.claims.membership import Membership
from onrecord.reading.intervals import Interval, shift
from onrecord.record.model import Membership as Term

NO_DATE = "Neither the text nor the article's date says which time is meant."
SOON = timedelta(days=31)
"""How long before its end a term is in its last days, weeks or month."""
RECENT = timedelta(days=400)
"""How long after its end a term is still "just ended"."""
CHARTER = date(1945, 10, 24)
"""When the Charter came into force, whose Article 23 names the permanent members."""
FIRST_MEETING = date(1946, 1, 17)


def settle(claim: Membership, docket: Docket, article: date | None, context: date | None) -> Settled | None:
    """None where it cannot be told whom the claim means."""
    settled = _settle(claim, docket, article, context)
    if settled is None or settled.verdict is not Verdict.CONTRADICTED or claim.date_before is None:
        return settled
    if claim.date is None or claim.date.year is not None or claim.date.month is None:
        return settled
    # "Pakistan sat there in 2003. Togo joined in January": of that year, or of the article's.
    other = _settle(replace(claim, date_before=None), docket, article, None)
    return other if other is not None and other.verdict is Verdict.SUPPORTED else settled


def _settle(claim: Membership, docket: Docket, article: date | None, context: date | None) -> Settled | None:
    on = _moment(claim, article, context)
    if claim.form == "count" or (claim.members.quantity is not None and claim.members.named):
        return _how_many(claim, docket, article, context)
    if claim.form == "region":
        return _region(claim, docket)
    codes = _codes(claim, docket, on)
    if not codes:
        return None
    if claim.form == "times":
        often = _times(claim, docket, codes, article)
        right = often is not None and often.verdict is Verdict.SUPPORTED
        return _at_all(claim, docket, codes, article, often) if right and often is not None else often
    if claim.form == "never":
        return _never(claim, docket, codes, article)
    when = _interval(claim, article, context)
    judged = [_one(claim, code, docket, when, article) for code in sorted(codes)]
    settled = [j for j in judged if j is not None]
    if len(settled) < len(codes):
        return Settled(Verdict.UNSETTLED, NO_DATE, (), Why.AMBIGUOUS, 0.4) if claim.date is not None else None
    all_of_them = _at_all(claim, docket, codes, article, together(settled))
    if claim.only_of is not None and all_of_them.verdict is Verdict.SUPPORTED:
        return _only_one(claim.only_of, codes, docket, on, all_of_them)
    return all_of_them


def _region(claim: Membership, docket: Docket) -> Settled | None:
    """ "Africa has no permanent seat": whether any permanent member is of that part of the world."""
    inside = region(claim.members.adjective or "")
    if not inside:
        return None
    seated = sorted(inside & frozenset(PERMANENT))
    if not seated:
        five = capital(names(PERMANENT, docket.record))
        return _verdict(claim.negated, f"{five} are the permanent members; none is {claim.members.adjective}.", ())
    verb = "is a permanent member" if len(seated) == 1 else "are permanent members"
    return _verdict(not claim.negated, f"{capital(names(seated, docket.record))} {verb} of the Security Council.", ())


def _at_all(claim: Membership, docket: Docket, codes: frozenset[str], article: date | None, first: Settled) -> Settled:
    """ "In 1979-80 and in 2000-01": what was so at the first time told must be so at each of the others."""
    if first.verdict is not Verdict.SUPPORTED or len(codes) != 1:
        return first
    terms = terms_of(next(iter(codes)), docket)
    who = capital(name(next(iter(codes)), docket.record))
    for other in claim.also:
        at = replace(claim, form="seat", kind=None, date=other, also=())
        when = _interval(at, article, None)
        settled = _seat(at, terms, who, when) if when is not None else first
        if settled.verdict is not Verdict.SUPPORTED:
            return settled
    return first


def _only_one(adjective: str, codes: frozenset[str], docket: Docket, on: date | None, seated: Settled) -> Settled:
    """ "The only Arab country on the Council": whoever else of that region sat there contradicts it."""
    region = in_region(adjective, docket, on) if on is not None else None
    if region is None or on is None:
        reason = f"{seated.reason[:-1]}; who else is meant by “{adjective}” the record does not say."
        return replace(seated, verdict=Verdict.UNSETTLED, why=Why.AMBIGUOUS, reason=reason, confidence=0.5)
    if not (others := region - codes):
        return seated
    verb = "was" if len(others) == 1 else "were"
    reason = f"{capital(names(others, docket.record))} {verb} on the Security Council on {day(on)} as well."
    return replace(seated, verdict=Verdict.CONTRADICTED, reason=reason)


def _moment(claim: Membership, article: date | None, context: date | None) -> date | None:
    when = _interval(claim, article, context)
    return (when.end or when.start) if when is not None else article or context


def _interval(claim: Membership, article: date | None, context: date | None) -> Interval | None:
    if claim.date is not None:
        now = article is not None and not claim.past and claim.date.role == "until"
        told = claim.date_before.when(article) if claim.date_before is not None and not now else None
        context = None if now else context
        return claim.date.when(article, context or (told.end if told else None), future=claim.future or now)
    if claim.past and context is not None:
        return Interval(context, context)
    if claim.past and claim.date_before is not None:
        named = claim.date_before.when(article, context)
        if named is not None:
            return named
    if claim.past and claim.form == "seat" and article is not None and context is None:
        return Interval(None, article)
    return Interval(article, article) if article is not None else None


def _codes(claim: Membership, docket: Docket, on: date | None) -> frozenset[str] | None:
    members = claim.members
    if members.named and not members.groups and members.adjective is None:
        codes = [code_on(named, on) for named in members.named]
        return frozenset(code for code in codes if code) if all(codes) else None
    return codes_on(members, docket, on) if on is not None else None


# --- one member ------------------------------------------------------------------------------


def _one(claim: Membership, code: str, docket: Docket, when: Interval | None, article: date | None) -> Settled | None:
    terms = terms_of(code, docket)
    who = capital(name(code, docket.record))
    if when is None:
        return _always(claim, terms, who)
    if claim.form == "start" and claim.date is None and when.start is not None and when.start == when.end:
        return _lately(terms, who, when.start, article)
    if claim.form == "start":
        return _edge(terms, who, when, article, begins=True)
    if claim.form == "year" and claim.quantity is not None:
        return _year_of_term(claim, claim.quantity, terms, who, when)
    if claim.last and (later := _sat_later(terms, when, article)) is not None:
        return _verdict(False, _runs(who, later, article), [later])
    if claim.form == "end" or (claim.date is not None and claim.date.role == "until"):
        return _until(claim, terms, who, when, article)
    if claim.date is not None and claim.date.role == "since":
        return _since(claim, terms, who, when, article)
    return _seat(claim, terms, who, when)


def _sat_later(terms: list[Term], when: Interval, article: date | None) -> Term | None:
    """A term between the one said to be the last and today's."""
    if when.end is None or article is None:
        return None
    return next((t for t in terms if t.start > when.end and t.end is not None and t.end < article), None)


def _always(claim: Membership, terms: list[Term], who: str) -> Settled | None:
    """Without a time only what always or never held can be settled."""
    kinds = {term.kind for term in terms}
    if claim.form != "seat":
        return None
    if claim.kind == "permanent":
        holds = "permanent" in kinds
        return _permanence(claim, terms, who, holds)
    if not terms:
        return _verdict(claim.negated, f"{who} has never had a seat on the Security Council.", ())
    if claim.kind == "elected" and "elected" not in kinds:
        return _verdict(
            claim.negated, f"{who} is a permanent member of the Security Council, not an elected one.", terms[-1:]
        )
    if claim.kind is None and kinds == {"permanent"}:
        return _verdict(not claim.negated, f"{who} is a permanent member of the Security Council.", terms[-1:])
    return None


def _permanence(claim: Membership, terms: list[Term], who: str, holds: bool) -> Settled:
    if holds:
        return _verdict(not claim.negated, f"{who} is a permanent member of the Security Council.", terms[-1:])
    elected = f"it sat as an elected member ({spans(terms)})" if terms else "nor an elected one"
    return _verdict(
        claim.negated, f"{who} has never been a permanent member of the Security Council; {elected}.", terms[-1:]
    )


def _verdict(right: bool, reason: str, terms: list[Term] | tuple[Term, ...], confidence: float = 0.9) -> Settled:
    verdict = Verdict.SUPPORTED if right else Verdict.CONTRADICTED
    return Settled(
        verdict,
        reason.replace("; nor an elected one", ", nor an elected one"),
        confidence=confidence,
        rows=evidence(terms),
    )


def _seat(claim: Membership, terms: list[Term], who: str, when: Interval) -> Settled:
    seated = during(terms, when)
    fitting = [term for term in seated if claim.kind is None or term.kind == claim.kind]
    moment = _in_words(when)
    if fitting and (short := _not_all_the_time(claim, fitting, when)) is not None:
        held = f"{_whose(who)} term on the Security Council was {span(short)}"
        return _verdict(claim.negated, f"{held}, which is not all of the time said.", [short])
    if fitting:
        term = fitting[-1]
        if term.kind == "permanent" and term.end is None:
            return _permanence(claim, terms, who, True)
        a = "a permanent" if term.kind == "permanent" else "an elected"
        reason = f"{who} was {a} member of the Security Council{moment}, in its term of {span(term)}."
        return _verdict(not claim.negated, reason, fitting[-1:])
    if claim.kind == "permanent":
        return _permanence(claim, terms, who, False)
    if seated:
        a = "a permanent" if seated[-1].kind == "permanent" else "an elected"
        return _verdict(claim.negated, f"{who} was {a} member of the Security Council{moment}.", seated[-1:])
    reason = f"{who} was not on the Security Council{moment}{_others(terms, when.end)}."
    return _verdict(claim.negated, reason, terms[-1:])


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
        return _seat(claim, terms, who, when)
    moment = when.end or when.start
    if moment is None:
        return None
    term = seated[-1]
    right = {(day_.year - term.start.year + 1) for day_ in (when.start, when.end) if day_ is not None}
    reason = f"{who} was an elected member of the Security Council{_in_words(when)}, in its term of {span(term)}."
    return _verdict(order in right, reason, [term])


def _others(terms: list[Term], until: date | None) -> str:
    if not terms:
        return ", and never has been"
    over = until is not None and terms[-1].end is not None and terms[-1].end < until
    if len(terms) > 1:
        return f"; its terms {'were' if over else 'are'} {spans(terms)}"
    return f"; its one term {'was' if over else 'is'} {span(terms[0])}"


def _in_words(when: Interval) -> str:
    return f" {stretch(when.start, when.end)}" if when.start is not None and when.end is not None else ""


def _edge(
    terms: list[Term], who: str, when: Interval, article: date | None, begins: bool, until: bool = False
) -> Settled | None:
    """Whether a term begins (or ends) in the stretch."""
    hits = [term for term in terms if near(term.start if begins else term.end, when, before=not until)]
    if hits:
        return _verdict(True, _runs(who, hits[-1], article), hits[-1:])
    if not terms:
        return _verdict(False, f"{who} has never had a seat on the Security Council.", ())
    nearest = min(terms, key=lambda term: abs((term.start - (when.start or when.end or term.start)).days))
    return _verdict(False, _runs(who, nearest, article), [nearest])


def _lately(terms: list[Term], who: str, on: date, article: date | None) -> Settled | None:
    """ "Has joined the Council", with no time of its own: only a term that began not long ago bears it out."""
    begun = [t for t in terms if t.start - RECENT / 4 <= on <= t.start + RECENT]
    return _verdict(True, _runs(who, begun[-1], article), begun[-1:], 0.6) if begun else None


def _runs(who: str, term: Term, article: date | None) -> str:
    """ "Malta's term on the Security Council ran from 1 January 2023 to 31 December 2024."."""
    if term.end is None:
        return f"{who} has been on the Security Council since {day(term.start)}."
    verb = "runs" if article is None or term.end >= article else "ran"
    return f"{_whose(who)} term on the Security Council {verb} from {day(term.start)} to {day(term.end)}."


def _until(claim: Membership, terms: list[Term], who: str, when: Interval, article: date | None) -> Settled | None:
    if claim.kind == "permanent" and not any(term.kind == "permanent" for term in terms):
        return _permanence(claim, terms, who, False)
    if claim.date is None:
        if claim.future and article is not None:
            # "These are its last days there", with no date of its own.
            ending = [t for t in terms if t.end is not None and t.covers(article) and t.end <= article + SOON]
            if ending:
                return _verdict(True, _runs(who, ending[-1], article), ending[-1:], 0.6)
        # "Its term has ended", with no date of its own: the latest end before the article's.
        ended = [t for t in terms if t.end is not None and article is not None and t.end <= article <= t.end + RECENT]
        return (
            _verdict(
                True, f"{_whose(who)} last term on the Security Council ended on {day(ended[-1].end)}.", ended[-1:], 0.6
            )
            if ended and ended[-1].end
            else None
        )
    return _edge(terms, who, when, article, begins=False, until=claim.date.role == "until")


def _not_since(terms: list[Term], who: str, when: Interval, article: date | None) -> Settled:
    """ "Has not sat there since 2000": no term reaches beyond that time, and one did reach it."""
    until = when.end or when.start
    held = [t for t in terms if article is None or t.start <= article]
    later = [t for t in held if until is not None and (t.end is None or t.end > until)]
    if later:
        return _verdict(False, _runs(who, later[-1], article), later[-1:])
    reached = [t for t in held if t.end is not None and near(t.end, when)]
    if reached:
        return _verdict(True, _runs(who, reached[-1], article), reached[-1:])
    reason = f"{who} was not on the Security Council then{_others(held, article)}."
    return Settled(Verdict.UNSETTLED, reason, (), Why.AMBIGUOUS, 0.5)


def _since(claim: Membership, terms: list[Term], who: str, when: Interval, article: date | None) -> Settled:
    if claim.negated:
        return _not_since(terms, who, when, article)
    running = [term for term in terms if near(term.start, when) or _founding(term, when)]
    still = [term for term in running if article is None or claim.future or term.covers(article)]
    fitting = [term for term in still if claim.kind is None or term.kind == claim.kind]
    if running and terms[-1] not in running and _one_seat(terms):
        # One government followed another in the same seat.
        return _verdict(True, f"{_whose(who)} terms on the Security Council were {spans(terms)}.", terms)
    if fitting:
        return _verdict(True, _runs(who, fitting[-1], article), fitting[-1:])
    if running:
        return _verdict(False, _runs(who, running[-1], article), running[-1:])
    return _verdict(
        False,
        f"No term of {who.replace('The ', 'the ', 1)} on the Security Council began then{_others(terms, article)}.",
        terms[-1:],
    )


def _founding(term: Term, when: Interval) -> bool:
    """Whether it is a seat that the Charter itself gave, from when it came into force to the first meeting."""
    return term.kind == "permanent" and term.start == FIRST_MEETING and when.meets(Interval(CHARTER, FIRST_MEETING))


def _one_seat(terms: list[Term]) -> bool:
    if any(term.kind != "permanent" for term in terms):
        return False
    return all(one.end is not None and one.end + timedelta(days=1) == next_.start for one, next_ in pairwise(terms))


def _whose(who: str) -> str:
    return f"{who}'" if who.endswith("s") else f"{who}'s"


# --- how often, how many ---------------------------------------------------------------------


def _times(claim: Membership, docket: Docket, codes: frozenset[str], article: date | None) -> Settled | None:
    if len(codes) != 1 or claim.quantity is None:
        return None
    code = next(iter(codes))
    if any(t.kind == "permanent" for t in terms_of(code, docket)):
        return None
    terms = [
        t
        for t in terms_of(code, docket)
        if t.kind == "elected" and (article is None or t.start <= _soon(claim, article))
    ]
    who = capital(name(code, docket.record))
    right = len(terms) == claim.quantity
    which = f" ({spans(terms)})" if terms else ""
    said = f"{who} has been elected to the Security Council {_so_often(len(terms))}{which}"
    if not claim.most:
        return _verdict(right, f"{said}.", terms[-3:])
    counts = {m.member: 0 for m in docket.record.memberships("unsc")}
    for term in docket.record.memberships("unsc"):
        if term.kind == "elected" and (article is None or term.start <= article):
            counts[term.member] += 1
    rival = max((c for c in counts if c != code), key=lambda c: counts[c])
    leads = counts[code] > counts[rival]
    other = name(rival, docket.record)
    rest = f"{other} comes next with {number(counts[rival])}" if leads else f"{other} {_so_often(counts[rival])}"
    return _verdict(right and leads, f"{said}; {rest}.", terms[-3:])


def _so_often(times: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(times, f"{number(times)} times")


def _soon(claim: Membership, article: date) -> date:
    """A term that is about to begin is counted where the text looks ahead."""
    return (shift(article, 1, "year") or article) if claim.future or claim.ordinal else article


def _never(claim: Membership, docket: Docket, codes: frozenset[str], article: date | None) -> Settled | None:
    kind = claim.kind
    if claim.date is not None and claim.date.role == "since" and len(codes) == 1 and not claim.negated:
        when = _interval(claim, article, None)
        code = next(iter(codes))
        terms, who = terms_of(code, docket), capital(name(code, docket.record))
        return _not_since(terms, who, when, article) if when is not None else None
    if claim.date is not None and claim.date.role in ("before", "until"):
        # "Had never sat there before 2023"
        first = claim.date.when(article)
        article = first.start - timedelta(days=1) if first is not None and first.start is not None else article
    for code in sorted(codes):
        terms = [
            t
            for t in terms_of(code, docket)
            if (article is None or t.start <= article) and (kind is None or t.kind == kind)
        ]
        who = capital(name(code, docket.record))
        if terms:
            return _verdict(claim.negated, f"{who} has sat on the Security Council ({spans(terms)}).", terms[-3:])
    which = f" a{'n elected' if kind == 'elected' else ' permanent' if kind else ''} seat"
    have = "had" if article is not None else "has" if len(codes) == 1 else "have"
    until = f" by {day(article)}" if article is not None else ""
    who = capital(names(codes, docket.record))
    return _verdict(not claim.negated, f"{who} {have} never had{which} on the Security Council{until}.", ())


def _how_many(claim: Membership, docket: Docket, article: date | None, context: date | None) -> Settled | None:
    """How many of those named leave or join at that time: "two of them leave at the end of this month"."""
    when = _interval(claim, article, context)
    if when is None or claim.members.quantity is None or claim.form not in ("start", "end"):
        return None
    hits = []
    for named in claim.members.named:
        code = code_on(named, when.end)
        if code is None:
            return None
        hits += [t for t in terms_of(code, docket) if near(t.end if claim.form == "end" else t.start, when)]
    verb = "ends" if claim.form == "end" else "begins"
    who = names([t.member for t in hits], docket.record)
    terms = f"The {'terms' if len(hits) > 1 else 'term'} of {who} {verb if len(hits) == 1 else verb[:-1]}"
    told = f"{terms} {_in_words(when).strip()}" if hits else f"No term of those named {verb}{_in_words(when)}"
    right = len(hits) == claim.members.quantity
    return _verdict(right, f"{told}, {number(len(hits))} in all." if len(hits) > 1 else f"{told}.", hits)
