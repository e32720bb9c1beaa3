"""The date of an article that does not say: the one that makes its dated claims fit one event best."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from onrecord.checking.docket import Docket
from onrecord.checking.judgement import Holds, judge
from onrecord.checking.linking import DOCUMENT_HEAD
from onrecord.checking.offices import HOLDERS, held_on
from onrecord.checking.relevance import relevance
from onrecord.checking.threads import threads
from onrecord.checking.weighing import SUBJECT
from onrecord.reading.claims.vote import Outcome, Position, Tally
from onrecord.reading.dates import DateMention, find_dates
from onrecord.reading.read import Reading

OFFICE = 0.8
"""Points for each leader, envoy or administration named that held office on the day."""
HEAD_LINES = 8
LONGEST_LINE = 60
SMALL_WORDS = 12
"""Characters that may stand beside the date besides the words for that: a section's name."""
MOST_LIKELY = 120
"""Events, by their subject, that are looked at."""
LEAST = 5.0
LEAD = 1.5
RELATIVE_FORMS = ("weekday", "day")
"""Words for days that count from the article's own."""
_PUBLISHED = re.compile(
    r"\b(?:(?:first|last|originally) )?(?:published|updated|posted|modified|issued|printed|date|dated|on|at|by)\b"
    r"|\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?|\b(?:GMT|BST|UTC|CET|CEST|E[SD]T|P[SD]T)\b",
    re.IGNORECASE,
)
"""What stands beside a date that is an article's own."""


_PLACE = re.compile(
    r"(?P<bracket>\()?(?P<place>[A-Z][^\W\d]+(?:[ -][A-Z][^\W\d]+){0,3})"
    r", (?P<date>[^()–—]{8,20}?)\)?,?(?: ?\([^)]{2,30}\))? ?(?P<dash>--?|[–—]|[.:]) "
)
"""What leads an agency's text: "UNITED NATIONS, June 9, 2010 (agency) – ", "(New York, 3 March 2021) – "."""


def dateline(text: str) -> date | None:
    """The date that stands alone on one of the first lines, as newspapers print it, or behind the place in front of
    the first sentence.
    """
    for line in text[:1_000].splitlines()[:HEAD_LINES]:
        stripped = line.strip(" \t.,-–—|*_#")
        if len(stripped) < 6:
            continue
        if len(stripped) > LONGEST_LINE:
            if (led := _behind_place(line.lstrip())) is not None:
                return led
            continue
        found = find_dates(stripped)
        if len(found) != 1 or found[0].form != "calendar" or found[0].year is None or found[0].day is None:
            continue
        rest = _PUBLISHED.sub("", stripped[: found[0].start] + stripped[found[0].end :])
        interval = found[0].resolve(None) if found[0].until is None else None
        if interval is not None and len(rest.strip(" ,.:|-–—")) <= SMALL_WORDS:
            return interval.end
    return None


def _behind_place(line: str) -> date | None:
    match = _PLACE.match(line)
    if match is None or not (match["bracket"] or match["place"].isupper() or match["dash"] in "–—--"):
        return None
    found = find_dates(match["date"])
    if find_dates(match["place"]) or len(found) != 1 or (found[0].start, found[0].end) != (0, len(match["date"])):
        return None
    interval = found[0].resolve(None) if found[0].year is not None and found[0].day is not None else None
    return interval.end if interval is not None else None


def infer_date(reading: Reading, dockets: Mapping[str, Docket]) -> date | None:
    """The day after the one event that a weekday or "yesterday" points to; None where none clearly fits."""
    if not any(_counts_from_the_article(c.date) for s in reading.sentences for c in s.chunks if c.date is not None):
        return None
    best: list[tuple[float, date]] = []
    for thread in threads(reading, dockets["unsc"].ever_seated)[:4]:
        mention = next((d for d in thread.dates if d.form in RELATIVE_FORMS), None)
        if mention is None or thread.symbols:
            continue
        docket = dockets[thread.body]
        text = " ".join(reading.sentences[i].text for i in sorted(thread.sentences))
        whole = relevance(docket, reading.normal.text[:DOCUMENT_HEAD], reading.claims)
        own = relevance(docket, text, thread.claims)
        for event_id in own.highest(MOST_LIKELY):
            event = docket.by_id[event_id]
            if not mention.matches(event.date):
                continue
            points = SUBJECT * own[event_id] + 2.0 * whole.get(event_id, 0.0) + _in_office(reading, event.date)
            for claim in thread.claims:
                if isinstance(claim, Position | Tally | Outcome):
                    holds = judge(claim, event, docket).holds
                    points += 2.0 if holds is Holds.YES else -2.0 if holds is Holds.NO else 0.0
            best.append((points, event.date))
        if best:
            break
    best.sort(reverse=True)
    if not best or best[0][0] < LEAST:
        return None
    rivals = [p for p, d in best if d != best[0][1]]
    if rivals and best[0][0] - rivals[0] < LEAD:
        return None
    return best[0][1] + timedelta(days=1)


def _counts_from_the_article(mention: DateMention) -> bool:
    return mention.form in RELATIVE_FORMS or (mention.until is not None and mention.until.form in RELATIVE_FORMS)


def _in_office(reading: Reading, on: date) -> float:
    """Whether the people and governments that the text names were in office that day."""
    points = 0.0
    seen: set[str] = set()
    for sentence in reading.sentences:
        for chunk in sentence.chunks:
            entry = chunk.get("member")
            if entry is None or entry.form not in HOLDERS or chunk.lower in seen:
                continue
            seen.add(chunk.lower)
            rows = [a for a in entry.aliases if a.start is not None]
            if rows:
                points += OFFICE if held_on(rows, on) else -OFFICE
    return max(-3 * OFFICE, min(3 * OFFICE, points))
