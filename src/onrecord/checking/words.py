"""The reason in words: names, dates, counts and lists as a reporter would write them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from onrecord.reading.table import word_sets
from onrecord.record.model import Alias, Disagreement, Kind, Member, Option, VoteEvent
from onrecord.record.store import Record

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WITH_ARTICLE = tuple(word_sets("name_words.csv")["takes_the"])
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
DID = {
    Option.YES: "voted for",
    Option.NO: "voted against",
    Option.ABSTAIN: "abstained on",
    Option.NOT_VOTING: "did not take part in the vote on",
}


def day(when: date) -> str:
    """ "4 June 2025"."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def listing(parts: Iterable[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    names = list(parts)
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def name(code: str, record: Record, on: date | None = None) -> str:
    """A member's name, with the article that English gives it; the one it bore on that day where it had another."""
    member = record.members.get(code)
    plain = member.name if member is not None else code
    if on is not None:
        plain = next((a.alias for a in _former_names(record).get(code, ()) if _bore(a, on)), plain)
    return f"the {plain}" if plain.startswith(WITH_ARTICLE) else plain


def _bore(alias: Alias, on: date) -> bool:
    return (alias.start is None or alias.start <= on) and (alias.end is None or on <= alias.end)


def _says(alias: Alias, member: Member | None) -> bool:
    return member is not None and alias.kind == "historical" and member.name in alias.alias


@lru_cache(maxsize=4)
def _former_names(record: Record) -> dict[str, list[Alias]]:
    """Names that a member bore for a time: Zaire, Byelorussia, Turkey before it was Türkiye."""
    found: dict[str, list[Alias]] = {}
    present: dict[str, Alias] = {}
    gone: set[str] = set()
    for alias in record.aliases:
        member = record.members.get(alias.code)
        if member is not None and alias.alias == member.name and alias.start is not None:
            present[alias.code] = alias
            if alias.kind == "historical":
                gone.add(alias.code)
    for alias in record.aliases:
        member = record.members.get(alias.code)
        if alias.code in gone:
            continue
        if alias.kind == "historical" and alias.end is not None and alias.ambiguous is None:
            loose = alias.note is not None and alias.note.startswith("loose")
            # "Jamahiriya" is a part of a name that says Libya anyway.
            part = any(a.code == alias.code and alias.alias in a.alias and _says(a, member) for a in record.aliases)
            if member is not None and not part and not loose:
                found.setdefault(alias.code, []).append(alias)
        elif alias.kind == "short" and alias.start is None and alias.code in present:
            start = present[alias.code].start
            found.setdefault(alias.code, []).append(replace(alias, end=start - timedelta(days=1) if start else None))
    for borne in found.values():
        borne.sort(key=lambda alias: alias.kind != "historical")
    return found


def names(codes: Iterable[str], record: Record, on: date | None = None) -> str:
    """Members in the order of their names."""
    return listing(sorted((name(code, record, on) for code in codes), key=lambda n: n.removeprefix("the ")))


NO_NAMES = ("The", "It", "Nobody", "None", "Both", "Sources", "That", "This", "A", "An")


def capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def within(words: str) -> str:
    """Words of the text as they read within a sentence: "more than 36,000"; names keep their capital."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def uncapital(sentence: str) -> str:
    """For the middle of a sentence: names keep their capital."""
    first = sentence.split(" ", 1)[0]
    return sentence[:1].lower() + sentence[1:] if first in NO_NAMES else sentence


def number(value: int) -> str:
    """Words to twelve, digits above."""
    return NUMBERS[value] if 0 <= value < len(NUMBERS) else f"{value:,}"


def counted(value: int, singular: str, plural: str | None = None) -> str:
    """ "one vote", "14 votes"."""
    return f"{number(value)} {singular if value == 1 else plural or singular + 's'}"


def called(event: VoteEvent) -> str:
    """The event as it is looked up: "resolution 2735", "the draft S/2025/353", "A/RES/68/262"."""
    if event.body == "unsc" and event.resolution is not None:
        return f"resolution {event.resolution.rsplit('/', 1)[-1]}"
    if event.resolution is not None:
        return event.resolution
    if event.draft is not None:
        kind = "amendment" if event.kind is Kind.AMENDMENT else "draft"
        return f"the {kind} {event.draft}"
    if event.kind is Kind.AMENDMENT:
        return f"the amendment put to the vote on {day(event.date)}"
    return f"the text voted on at {event.meeting}" if event.meeting else "the text"


def event_on(event: VoteEvent) -> str:
    """ "resolution 2735 on 10 June 2024"."""
    return _dated(event, "on")


def text_of(event: VoteEvent) -> str:
    """ "resolution 2735 of 10 June 2024"."""
    return _dated(event, "of")


def _dated(event: VoteEvent, preposition: str) -> str:
    name = called(event)
    return name if name.endswith(day(event.date)) else f"{name} {preposition} {day(event.date)}"


def count_in_words(event: VoteEvent) -> str:
    """ "14 in favour, one against and no abstentions"."""
    parts = []
    for value, word in ((event.yes, "in favour"), (event.no, "against")):
        parts.append(f"{'an unknown number' if value is None else number(value) if value else 'none'} {word}")
    if event.abstain is not None:
        parts.append(counted(event.abstain, "abstention"))
    if event.not_voting:
        parts.append(f"{number(event.not_voting)} not voting")
    return listing(parts)


def whose_other(row: Disagreement, record: Record) -> str:
    """Whose the other value is, as a reader would name it; of press reports the row's own remark names them."""
    source = record.sources.get(row.source)
    if row.source == "press" or source is None:
        return row.reason if source is not None else row.source
    return f"“{source.title}” ({source.publisher.removeprefix('United Nations, ')})"
