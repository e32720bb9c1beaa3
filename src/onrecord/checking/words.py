"""The reason in words: names, dates, counts and lists as a reporter would write them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from onrecord.record.model import Kind, Option, VoteEvent
from onrecord.record.store import Record

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WITH_ARTICLE = ("United", "Soviet", "Netherlands", "Philippines", "Russian", "Dominican", "Central", "Gambia", "Maldives", "Bahamas", "Czech", "Democratic", "Republic", "Syrian", "Marshall", "Solomon", "Comoros", "Congo", "Seychelles")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
DID = {Option.YES: "voted for", Option.NO: "voted against", Option.ABSTAIN: "abstained on", Option.NOT_VOTING: "did not take part in the vote on"}


def day(when: date) -> str:
    """ "4 June 2025"."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def listing(parts: Iterable[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    names = list(parts)
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def name(code: str, record: Record) -> str:
    """A member's name with the article that English gives it."""
    member = record.members.get(code)
    plain = member.name if member is not None else code
    return f"the {plain}" if plain.split()[0] in WITH_ARTICLE or plain in ("Sudan ",) else plain


def names(codes: Iterable[str], record: Record) -> str:
    """Members in the order of their names; "the other 12 members" style is the caller's."""
    return listing(sorted((name(code, record) for code in codes), key=lambda n: n.removeprefix("the ")))


def capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


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
        return f"the amendment voted on {day(event.date)}"
    return f"the text voted on at {event.meeting}" if event.meeting else "the text"


def event_on(event: VoteEvent) -> str:
    """ "resolution 2735 on 10 June 2024"."""
    return f"{called(event)} on {day(event.date)}"


def text_of(event: VoteEvent) -> str:
    """ "resolution 2735 of 10 June 2024"."""
    return f"{called(event)} of {day(event.date)}"


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


def source_name(key: str, record: Record) -> str:
    """A source as a reader would name it: "the Dag Hammarskjöld Library's veto list"."""
    source = record.sources.get(key)
    if source is None:
        return key
    return f"“{source.title}” ({source.publisher.removeprefix('United Nations, ')})"
