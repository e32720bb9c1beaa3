"""Which states a claim means on the day of a vote: names, groups, "the other 14", "the three African members"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache

from onrecord.checking.docket import Docket, at_date
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.table import rows
from onrecord.record.model import PERMANENT, Alias, Membership

UNION = frozenset({"EU", "Common Market", "EEC", "European Community"})
"""Adjectives of the European Union and of what went before it."""
ALLIANCES = frozenset({"NATO", "ASEAN", "G7", "Warsaw Pact"})
"""Groups of which the table has who belonged to them, and when."""
COMPLETE = frozenset(
    {"African", "Arab", "Latin American", "Latin", "Nordic", "Central Asian", "Baltic", *UNION, *ALLIANCES}
)
"""Adjectives of place of which the table has all members of the United Nations, and not those that sat alone."""
BESIDE_THE_AFRICANS = frozenset({"GUY", "VCT"})
"""Who joined the three African members, each in its term: "the A3 plus one" in 2020 and 2021, "the A3+" in 2024."""
BRICS_GREW = date(2024, 1, 1)
"""From when "the BRICS" may be the five or all that have joined them since."""
REGION_OF_GROUP = {"GROUP:EU-UNSC": "EU", "GROUP:ARAB": "Arab", "GROUP:A3": "African"}


def code_on(named: Named, on: date | None, seats: Mapping[str, Membership] | None = None) -> str | None:
    """The member that a name meant on a day; None where it names none."""
    if len(named.aliases) == 1 and _is_member(code := named.aliases[0].code):
        return at_date(code, on)
    rows = [a for a in named.aliases if _is_member(a.code)]
    if not rows:
        return None
    valid = [a for a in rows if _valid(a, on)] or rows
    codes = list(dict.fromkeys(at_date(a.code, on) for a in valid))
    if len(codes) > 1 and seats is not None:
        seated = [c for c in codes if c in seats]
        if len(seated) == 1:
            return seated[0]
    return codes[0]


def _of_nobody_since(alias: Alias, on: date) -> bool:
    """ "Taiwan", which its row says is not China's name after 25 October 1971."""
    ended = alias.end is not None and alias.end < on
    return ended and f"not {alias.code}" in (alias.ambiguous or "")


@cache
def _is_member(code: str) -> bool:
    return not code.startswith(("GROUP:", "-"))


def _valid(alias: Alias, on: date | None) -> bool:
    return on is None or ((alias.start is None or alias.start <= on) and (alias.end is None or on <= alias.end))


def codes_on(
    members: Members, docket: Docket, on: date, mentioned: frozenset[str] = frozenset()
) -> frozenset[str] | None:
    """The members meant on that day; None where that cannot be told.

    `mentioned` are those already spoken of on the same vote, whom "the others" leave out, or told apart from a group.
    """
    seats = docket.seats(on)
    found: set[str] = set()
    for named in members.named:
        code = code_on(named, on, seats)
        if code is None or all(_of_nobody_since(alias, on) for alias in named.aliases):
            return None
        found.add(code)
    if members.part is not None or (not members.all_of_some and members.adjective is None):
        return frozenset(found) or None
    left_out = excepted(members, docket, on)
    found -= left_out
    for group in members.groups:
        inside = _group(group, docket, on)
        if inside is None:
            return None
        found |= inside - left_out - mentioned
    if members.others:
        rest = frozenset(seats) - mentioned - left_out if mentioned or left_out else None
        if rest is not None and members.adjective is not None:
            rest &= in_region(members.adjective, docket, on) or frozenset()
        if rest is None or (members.quantity is not None and len(rest) != members.quantity):
            return None
        found |= rest
    elif members.everyone:
        found |= frozenset(seats) - left_out
        if members.quantity not in _sizes(frozenset(seats), left_out) and members.quantity is not None:
            return None
    elif members.adjective is not None:
        region = in_region(members.adjective, docket, on)
        if region is None or (members.quantity not in _sizes(region, left_out) and members.quantity is not None):
            return None
        found |= region - left_out - mentioned
    return frozenset(found) if found else None


def excepted(members: Members, docket: Docket, on: date) -> frozenset[str]:
    """Whom "all but Russia" leaves out."""
    seats = docket.seats(on)
    return frozenset(c for c in (code_on(n, on, seats) for n in members.but) if c is not None)


def _sizes(whole: frozenset[str], left_out: frozenset[str]) -> tuple[int, int]:
    """How many are meant by "the five permanent members except Russia", and by "the other four"."""
    return len(whole), len(whole - left_out)


def in_region(adjective: str, docket: Docket, on: date) -> frozenset[str] | None:
    """The members that an adjective means on the day: "African", "permanent", "European"; on the Council those seated.

    None where it is not known who all of them are.
    """
    seats = docket.seats(on)
    word = adjective.strip()
    if word.startswith("GROUP:"):
        return _group(word, docket, on)
    if word.isupper() and word not in COMPLETE:
        word = word.title()  # "EVERY ARAB MEMBER"
    if docket.body == "unga":
        if word.lower() == "permanent":
            return frozenset(at_date(code, on) for code in PERMANENT)
        placed = adjective_of(word)
        return _placed(placed, on) if placed in COMPLETE else None
    if word.lower() in ("permanent", "elected"):
        return frozenset(m for m, seat in seats.items() if seat.kind == word.lower())
    if word.lower() in ("non-permanent", "nonpermanent"):
        return frozenset(m for m, seat in seats.items() if seat.kind == "elected")
    codes = _placed(word, on)
    return codes & frozenset(seats) if codes else None


def _placed(word: str, on: date) -> frozenset[str]:
    if word in ALLIANCES:
        return _at("alliances.csv", on, word)
    return _at("european_union.csv", on) if word in UNION else region(word)


@lru_cache(maxsize=64)
def _at(table: str, on: date, alliance: str | None = None) -> frozenset[str]:
    """Those that a table has as members on the day: of the European Union, or before it of the Communities."""
    return frozenset(
        row["member"]
        for row in rows(table, "checking")
        if (alliance is None or row["alliance"] == alliance)
        and date.fromisoformat(row["joined"]) <= on
        and (not row["left"] or on <= date.fromisoformat(row["left"]))
    )


def _group(code: str, docket: Docket, on: date) -> frozenset[str] | None:
    seats = docket.seats(on)
    match code:
        case "GROUP:P5":
            return in_region("permanent", docket, on)
        case "GROUP:E10":
            return in_region("elected", docket, on)
        case "GROUP:UNSC":
            return frozenset(seats)
    if code in REGION_OF_GROUP and docket.body == "unsc":
        seated = in_region(REGION_OF_GROUP[code], docket, on)
        if code == "GROUP:A3" and seated is not None:
            return frozenset(m for m in seated if seats[m].kind == "elected")
        return seated
    if code.startswith("GROUP:A3+"):
        african = _group("GROUP:A3", docket, on)
        return None if african is None else african | (BESIDE_THE_AFRICANS & frozenset(seats))
    group = docket.record.groups.get(code.removeprefix("GROUP:"))
    if group is None or not group.members or (code == "GROUP:BRICS" and on >= BRICS_GREW):
        return None
    return (
        frozenset(at_date(m, on) for m in group.members) & frozenset(seats)
        if docket.body == "unsc"
        else frozenset(group.members)
    )


def for_sure(adjective: str) -> tuple[frozenset[str], frozenset[str]]:
    """Those that an adjective of place means in any case, and those that some count in besides: "European".

    Both are empty where the table does not have all of the former.
    """
    placed = adjective_of(adjective)
    doubtful = _doubtful().get(placed, frozenset())
    return (region(placed), doubtful) if doubtful else (frozenset(), frozenset())


def region(adjective: str) -> frozenset[str]:
    """The members that an adjective of place means, whether they sit or not; none where the table has no such word."""
    found = _regions().get(adjective) or _regions().get(adjective.capitalize()) or _regions().get(adjective.rstrip("s"))
    return frozenset(found or ())


def adjective_of(word: str) -> str:
    """ "European" for "Europeans", "Western" for "Westerners"."""
    shorter = (word.removesuffix("ers"), word.removesuffix("s"))
    return next((short for short in shorter if short != word and short in _regions()), word)


@lru_cache(maxsize=1)
def _regions() -> dict[str, tuple[str, ...]]:
    return {row["adjective"]: tuple(row["members"].split()) for row in _rows_of_regions()}


@lru_cache(maxsize=1)
def _doubtful() -> dict[str, frozenset[str]]:
    return {row["adjective"]: frozenset(row["doubtful"].split()) for row in _rows_of_regions() if row["doubtful"]}


def _rows_of_regions() -> list[dict[str, str]]:
    return list(rows("regions.csv", "checking"))
