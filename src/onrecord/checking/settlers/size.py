"""How many members the Security Council has, permanent and elected, and for how long the elected sit."""

from __future__ import annotations

from datetime import date

from onrecord.checking.finding import Evidence, Verdict, Why
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.terms import near
from onrecord.checking.words import counted, day
from onrecord.reading.claims.membership import Size
from onrecord.reading.intervals import Interval, shift
from onrecord.rules.catalogue import RuleError, decision_rule

NO_DATE = "Neither the text nor the article's date says which time is meant."
SIZES = {
    None: "it had eleven until the end of 1965 and has had 15 since",
    "permanent": "it has had five since 1946",
    "elected": "it had six until the end of 1965 and has had ten since",
}
UNTIL_1965 = date(1965, 1, 1)
"""A day when the Council had its first size still."""
DECIDED, IN_FORCE, ENLARGED = date(1963, 12, 17), date(1965, 8, 31), date(1966, 1, 1)
"""Of the one change of the Council's size: resolution 1991 A (XVIII) of the General Assembly, its entry into force, and
the first day of the new members' terms.
"""
GREW = (
    f"The Security Council grew from eleven members to 15 on {day(ENLARGED)}, "
    f"under an amendment in force since {day(IN_FORCE)}."
)
TERM_YEARS = 2
LATEST = date(2026, 1, 1)
"""What a text without any date says in the present tense is held against the Council as it stands."""
TERM_RULE = Evidence(
    "rules",
    "unsc/elected/1946-01-17",
    "Charter of the United Nations, Article 23(2)",
    says="elected members sit for two years",
)


def settle(claim: Size, article: date | None, context: date | None) -> Settled | None:
    if claim.what == "years":
        right = claim.quantity == TERM_YEARS
        verdict = Verdict.SUPPORTED if right else Verdict.CONTRADICTED
        return Settled(
            verdict,
            "The Charter gives elected members of the Security Council terms of two years.",
            confidence=0.9,
            rows=(TERM_RULE,),
        )
    on = _size_day(claim, article, context)
    undated = claim.past and on is None and _of_old(claim)
    timeless = claim.date is None or (claim.date.form == "then" and on is None)
    if (claim.once or undated) and timeless and (once := _size(UNTIL_1965, claim.kind)) is not None:
        # "The Council was once eleven": of no time of its own, but only the smaller Council is meant.
        on = UNTIL_1965 if once[0] == claim.quantity else None
    if claim.changed and claim.date is None:
        on = ENLARGED
    if on is None:
        return Settled(Verdict.UNSETTLED, NO_DATE, (), Why.AMBIGUOUS, 0.4)
    size = _size(on, claim.kind)
    if size is None:
        return Settled(
            Verdict.UNSETTLED,
            f"The Security Council first met in January 1946; the record holds nothing for {day(on)}.",
            (),
            Why.NOT_COVERED,
            0.6,
        )
    if claim.changed and claim.date is not None:
        return _enlarged(claim, claim.date.when(article, context))
    if claim.date is not None and claim.date.role == "since" and size[0] == claim.quantity != _founding(claim.kind):
        # "Has had fifteen members since 1971": it had, but it is told as of when it got them
        named = claim.date.when(article, context)
        if named is not None and not (near(ENLARGED, named) or near(IN_FORCE, named)):
            return Settled(Verdict.UNSETTLED, GREW, (), Why.AMBIGUOUS, 0.5, rows=(size[1],))
    had = counted(size[0], f"{claim.kind} member" if claim.kind else "member")
    reason = f"The Security Council had {had} on {day(on)}; {SIZES[claim.kind]}."
    verdict = Verdict.SUPPORTED if size[0] == claim.quantity else Verdict.CONTRADICTED
    return Settled(verdict, reason, confidence=0.9, rows=(size[1],))


def _founding(kind: str | None) -> int | None:
    """How many there were at first."""
    first = _size(UNTIL_1965, kind)
    return first[0] if first is not None else None


def _size_day(claim: Size, article: date | None, context: date | None) -> date | None:
    if claim.date is not None:
        named = claim.date.when(article, context)
        if named is not None:
            if claim.date.role in ("before", "until"):
                return shift(named.start, -1, "day") if named.start else None
            return named.end if claim.date.role in ("at", "between") and named.end else named.start or named.end
        return LATEST if claim.date.form == "day" else context
    if claim.past:
        return context
    return article or LATEST


def _of_old(claim: Size) -> bool:
    """ "It was a Council of eleven, six of them elected", with no time told: of none but the smaller one."""
    old, new = _size(UNTIL_1965, claim.kind), _size(LATEST, claim.kind)
    return old is not None and new is not None and old[0] == claim.quantity != new[0]


def _size(on: date, kind: str | None) -> tuple[int, Evidence] | None:
    try:
        rule = decision_rule("unsc", on)
    except RuleError:
        return None
    if rule.size is None:
        return None
    permanent = len(rule.veto_holders)
    size = {"permanent": permanent, "elected": rule.size - permanent}.get(kind or "", rule.size)
    return size, Evidence(
        "rules",
        rule.id,
        "; ".join(rule.references[:1]),
        date=rule.start,
        says=f"{rule.size} members, {permanent} of them permanent",
    )


def _enlarged(claim: Size, named: Interval | None) -> Settled:
    """Whether the size became this at that time: when it did, or when that was decided."""
    grown = _size(ENLARGED, claim.kind)
    right = grown is not None and grown[0] == claim.quantity and named is not None
    verdict, reason = Verdict.CONTRADICTED, GREW
    if named is not None and right and (near(ENLARGED, named) or IN_FORCE in named):
        verdict = Verdict.SUPPORTED
    elif named is not None and right and named.end is not None and DECIDED <= named.end < ENLARGED:
        verdict = Verdict.DEPENDS
        reason = f"{GREW[:-1]}, which the General Assembly had adopted on {day(DECIDED)}."
    return Settled(verdict, reason, confidence=0.85, rows=(grown[1],) if grown is not None else ())
