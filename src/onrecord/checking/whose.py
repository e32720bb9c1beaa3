"""Whose acts a count is of: codes of members, in every reading that a name leaves open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.checking.docket import END_OF_SOVIET_UNION
from onrecord.checking.members import code_on, region
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.intervals import Interval
from onrecord.reading.table import word_sets
from onrecord.record.model import VETO_HOLDERS
from onrecord.record.store import Record

WESTERN = frozenset(("FRA", "GBR", "USA"))
SOVIET = ("RUS", "SUN")
LEADING = ("leader", "administration")
ENVOYS = ("envoy",)
ALWAYS_RUSSIAN = ("russian federation",)
RUSSIAN = ("russia", "russian", "russians", "the russians")
"""Names that mean the Federation alone where a subject narrows the count."""


@dataclass(frozen=True, slots=True)
class Whose:
    """One reading of whose acts are meant; no codes are the body's own."""

    codes: frozenset[str]
    label: str = ""
    """How this reading differs from the others, as a reason says it: "without the Soviet Union's"."""
    any_of: bool = False
    """Whichever of many: "no African member", "any permanent member"."""

    since: date | None = None
    """Its first day on the seat, and its last, where the name means one of two that held it."""
    until: date | None = None

    @property
    def shown(self) -> frozenset[str]:
        """The codes to name in a reason: Russia stands for the Soviet Union too where both are meant."""
        return self.codes - {"SUN"} if "RUS" in self.codes else self.codes


def whose(members: Members, on: date | None, period: Interval, scoped: bool, federal: bool = False) -> list[Whose]:
    """Every reading of the members; none where it cannot be told.

    `on` is the day up to which is counted; `scoped` says that a subject narrows the acts, so that a name of Russia
    means Russia alone; `federal` that the subject arose after the Soviet Union's end.
    """
    seat = of_two_chinas(members)
    if seat is not None:
        return [Whose(frozenset(("CHN",)), since=seat.start, until=seat.end)]
    if members.everyone or members.nobody:
        return [Whose(VETO_HOLDERS, any_of=True)]
    if members.adjective is not None and not members.named:
        return _region(f"{members.text} {members.adjective}", members.adjective, members.quantity)
    codes: set[str] = set()
    soviet: str | None = None
    for named in members.named:
        code = code_on(named, on)
        if code is None:
            return []
        if code in SOVIET:
            soviet = _soviet(named)
            code = "SUN" if soviet == "SUN" else "RUS"
        codes.add(code)
    for group in members.groups:
        inside = {"GROUP:P3": WESTERN, "GROUP:P5": VETO_HOLDERS}.get(group)
        if inside is None:
            return []
        codes |= inside
    if not codes:
        return []
    if federal and soviet in ("both", "Russia"):
        soviet = "RUS"
    if {"RUS", "SUN"} <= codes:
        return [Whose(frozenset(codes), "with the Soviet Union's")]  # "the Soviet Union and Russia together"
    if codes == {"CHN"} and _of_both_chinas(period, on):
        every = frozenset(("CHN",))
        peoples = Whose(every, "without the Republic of China's", since=CHANGE_OF_SEAT)
        return [Whose(every), peoples]
    return _readings(codes, soviet, period, on, scoped)


_WORDS = word_sets("thread_words.csv", "checking")
PEOPLES = _WORDS["peoples_china"]
REPUBLIC = _WORDS["republic_of_china"]
CHANGE_OF_SEAT = date(1971, 10, 25)
"""A/RES/2758(XXVI)."""


def of_two_chinas(members: Members) -> Interval | None:
    """When the China that is named held the seat; None where another name, or others with it, leave that open."""
    if len(members.named) != 1 or members.groups:
        return None
    text = members.named[0].text.lower().replace("’", "'")
    if text in PEOPLES:
        return Interval(CHANGE_OF_SEAT, None)
    return Interval(None, CHANGE_OF_SEAT) if text in REPUBLIC else None


def _of_both_chinas(period: Interval, on: date | None) -> bool:
    """Whether the time holds days of both Republics on the seat, so that a count for "China" may be of either."""
    end = period.end or on
    begun = period.start is None or period.start < CHANGE_OF_SEAT
    return begun and (end is None or end > CHANGE_OF_SEAT)


def of_peking(members: Members) -> bool:
    """Whether the capital stands for China, as it also does in counts of all that was cast from its seat."""
    return len(members.named) == 1 and members.named[0].text.lower() in ("beijing", "peking")


def whichever_china(members: Members) -> Members:
    """The same member, named by nothing that tells one of the two that held its seat."""
    return replace(members, named=tuple(replace(named, text="China") for named in members.named))


def _region(text: str, adjective: str, quantity: int | None) -> list[Whose]:
    words = text.lower().split()
    if "western" in words and ("permanent" in words or quantity == len(WESTERN) or "powers" in words):
        return [Whose(WESTERN)]
    if "permanent" in words:
        return [Whose(VETO_HOLDERS, any_of=True)]
    codes = region(adjective)
    return [Whose(codes, any_of=True)] if codes else []


def _soviet(named: Named) -> str:
    """`SUN`, `RUS`, `Russia` (the Federation where a subject narrows the count) or `both`, as the name may mean."""
    text = named.text.lower()
    if "soviet" in text or "ussr" in text or all(alias.code == "SUN" for alias in named.aliases):
        return "SUN"
    if text in ALWAYS_RUSSIAN:
        return "RUS"
    if text in RUSSIAN:
        return "Russia"
    return "both" if any(alias.code == "SUN" for alias in named.aliases) else "Russia"


def _readings(codes: set[str], soviet: str | None, period: Interval, on: date | None, scoped: bool) -> list[Whose]:
    if soviet in (None, "SUN", "RUS"):
        return [Whose(frozenset(codes))]
    end = period.end or on
    both = frozenset(codes | {"SUN"})
    if end is not None and end <= END_OF_SOVIET_UNION:
        return [Whose(both)]
    if period.start is not None and period.start > END_OF_SOVIET_UNION:
        return [Whose(frozenset(codes))]
    if scoped and soviet == "Russia":
        return [Whose(frozenset(codes))]
    return [Whose(frozenset(codes), "without the Soviet Union's"), Whose(both, "with the Soviet Union's")]


TERM = 4
"""Years of a president of the United States (Constitution, Article II, section 1)."""


def in_all_terms(tenure: Members | None) -> Members | None:
    """ "Trump's fourth veto", in his second term: the terms of one who led more than once; None for anybody else."""
    if tenure is None or len(tenure.named) != 1:
        return None
    terms = [a for a in tenure.named[0].aliases if a.kind in LEADING and a.start is not None]
    if len({a.start for a in terms}) < 2:
        return None
    return replace(tenure, named=tuple(replace(tenure.named[0], aliases=(a,)) for a in terms))


def deputised(tenure: Members | None, record: Record, on: Iterable[date]) -> bool:
    """Whether the time in office is that of delegates of whom others are known on one of those days: which of them
    raised the hand, the record does not say.
    """
    own = [a for named in (tenure.named if tenure is not None else ()) for a in named.aliases if a.kind in ENVOYS]
    codes, names = {a.code for a in own}, {(a.code, a.start) for a in own}
    others = [a for a in record.aliases if a.kind in ENVOYS and a.code in codes and (a.code, a.start) not in names]
    return any(a.start <= day <= (a.end or date.max) for day in on for a in others if a.start is not None)


def leading(record: Record, codes: frozenset[str], on: date | None) -> Members | None:
    """Whoever leads one of those members on a day, as "this administration" means them; None where none is known."""
    rows = [
        a
        for a in record.aliases
        if a.kind in LEADING and a.code in codes and on is not None and a.start is not None
        and a.start <= on and (a.end is None or on <= a.end)
    ]  # fmt: skip
    latest = max((a.start for a in rows if a.start is not None), default=None)
    current = next((a for a in rows if a.start == latest), None)
    if current is None:
        return None
    # Who came back into office is meant by "in its first term" as well.
    terms = tuple(a for a in record.aliases if a.kind == current.kind and a.alias == current.alias and a.code in codes)
    return Members((Named(current.alias, terms),))


def _of_term(members: Members, codes: frozenset[str], term: int) -> list[Interval]:
    """One term of those named: each of their times in office, and of a president's eight years each four."""
    starts: list[Interval] = []
    rows = {(a.start, a.end) for n in members.named for a in n.aliases if a.kind in LEADING and a.code in codes}
    for start, end in sorted((r for r in rows if r[0] is not None), key=lambda r: r[0] or date.min):
        if start is None:
            continue
        half = start.replace(year=start.year + TERM)
        if codes == {"USA"} and (end is None or end > half):
            starts += [Interval(start, half - timedelta(days=1)), Interval(half, end)]
        else:
            starts.append(Interval(start, end))
    return starts[term - 1 : term]


def tenures(members: Members | None, codes: frozenset[str], on: date | None, term: int | None = None) -> list[Interval]:
    """The times in office of the leaders named, of those members; the one that holds the day, where one does, or the
    `term`-th.
    """
    if members is None:
        return []
    if term is not None:
        return _of_term(members, codes, term)
    found: list[Interval] = []
    for named in members.named:
        kinds = LEADING if any(a.kind in LEADING for a in named.aliases) else ENVOYS
        rows = [a for a in named.aliases if a.kind in kinds and a.code in codes and a.start is not None]
        current = [a for a in rows if on is not None and a.start <= on and (a.end is None or on <= a.end)]  # type: ignore[operator]
        past = [a for a in rows if on is None or a.start <= on]  # type: ignore[operator]
        # Before they led, ministers and ambassadors spoke for their country without a time in office of their own.
        found.extend(Interval(a.start, a.end) for a in (current or past[-1:]))
    return list(dict.fromkeys(found))
