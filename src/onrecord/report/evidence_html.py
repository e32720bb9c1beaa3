"""A finding's evidence as HTML: the votes with who voted how, then every row with where it can be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.checking.finding import Evidence, Finding
from onrecord.record.store import Record
from onrecord.report.marked_text import safe
from onrecord.report.seat_plan import Seat, SeatPlan, draw, names_by_option, seat_plan, summary
from onrecord.report.words import OPTION_MEANS, OUTCOME_MEANS, address, capital, day, symbol

Plans = Mapping[str, SeatPlan]

_PLANS_SHOWN = 6
"""Votes shown seat by seat for one finding; its table lists all."""
_MOST_SEATS = 25
"""Members that a horseshoe can seat; a larger body's vote is drawn as a bar."""
_TABLE_NAMES = {
    "vote_events": "vote",
    "memberships": "term",
    "figures": "figure",
    "rules": "rule",
    "sponsors": "sponsors",
    "counting_rules": "way of counting",
}


def plans_for(findings: Iterable[Finding], record: Record) -> Plans:
    """Who voted how on the votes that the findings' entries show, by vote event."""
    ids = dict.fromkeys(id for finding in findings for id in _votes_shown(finding.evidence))
    return {id: plan for id in ids if (plan := seat_plan(record, id))}


def plan_symbols(plans: Plans, prefix: str) -> str:
    """Each horseshoe once, for every entry to draw from."""
    symbols = []
    for id, plan in plans.items():
        if not _is_large(plan):
            inside, view_box = draw(plan)
            symbols.append(f'<symbol id="{_plan_id(prefix, id)}" viewBox="{view_box}">{inside}</symbol>\n')
    return f'<svg class="plans" aria-hidden="true">\n{"".join(symbols)}</svg>\n' if symbols else ""


def first_shown(findings: Iterable[Finding]) -> Mapping[str, int]:
    """Vote event to the number of the first finding whose entry shows it; later ones refer to it in print."""
    first: dict[str, int] = {}
    for number, finding in enumerate(findings, start=1):
        for id in _votes_shown(finding.evidence):
            first.setdefault(id, number)
    return first


def evidence_html(rows: Sequence[Evidence], plans: Plans, prefix: str, number: int, first: Mapping[str, int]) -> str:
    """What finding `number` rests on; "" where it rests on nothing."""
    if not rows:
        return ""
    shown = [id for id in _votes_shown(rows) if id in plans]
    votes = "".join(_vote(plans[id], prefix, None if first[id] == number else first[id]) for id in shown)
    return (
        f'<div class="evidence">\n{votes}'
        "<table>\n<thead><tr><th>Evidence</th><th>Date</th><th>What it says</th><th>Source</th></tr></thead>\n<tbody>\n"
        f"{''.join(map(_row, rows))}</tbody></table>\n</div>\n"
    )


def _votes_shown(rows: Sequence[Evidence]) -> list[str]:
    return [*dict.fromkeys(row.vote_event for row in rows if row.vote_event)][:_PLANS_SHOWN]


def _plan_id(prefix: str, vote_event: str) -> str:
    return f"{prefix}-plan-{safe(vote_event)}"


def _vote(plan: SeatPlan, prefix: str, shown_before: int | None) -> str:
    event = plan.vote_event
    named = "".join(
        f"<dt>{capital(OPTION_MEANS[option])} ({len(seats)})</dt><dd>{', '.join(map(_name, seats))}</dd>"
        for option, seats in names_by_option(plan)
    )
    about = f"{safe(event.symbol)}, {day(event.date)}: {safe(capital(event.title))}"
    key = ' <span class="key">Ringed seats and bold names: permanent members.</span>' if _any_permanent(plan) else ""
    classes = ["vote", *(["large"] if _is_large(plan) else []), *(["again"] if shown_before else [])]
    see = f'<p class="see">Who voted how on {safe(event.symbol)}: see finding {shown_before}.</p>\n'
    return (
        f'<figure class="{" ".join(classes)}">\n<figcaption>{about}.{key}</figcaption>\n'
        f"{_picture(plan, prefix)}<dl>{named}</dl>\n</figure>\n{see if shown_before else ''}"
    )


def _picture(plan: SeatPlan, prefix: str) -> str:
    if _is_large(plan):
        return _bar(plan)
    _, view_box = draw(plan)
    return (
        f'<svg class="plan" viewBox="{view_box}" role="img" aria-label="{safe(summary(plan))}">'
        f'<use href="#{_plan_id(prefix, plan.vote_event.id)}"/></svg>\n'
    )


def _bar(plan: SeatPlan) -> str:
    drawn, position = [], 0.0
    for option, seats in names_by_option(plan):
        width = 440 * len(seats) / len(plan.seats)
        shape = f'<rect class="{option.name.lower()}" x="{position:.1f}" y="0" width="{width:.1f}" height="22"/>'
        count = f'<text x="{position + width / 2:.1f}" y="40">{len(seats)}</text>' if width > 16 else ""
        drawn.append(shape + count)
        position += width
    outcome = OUTCOME_MEANS[plan.vote_event.outcome]
    return (
        f'<svg class="bar" viewBox="0 0 440 46" role="img" aria-label="{safe(summary(plan))}">{"".join(drawn)}</svg>\n'
        f'<p class="outcome">{safe(capital(outcome))}, {safe(plan.vote_event.tally.replace("-", "–"))}</p>\n'
    )


def _name(seat: Seat) -> str:
    return f"<b>{safe(seat.name)}</b>" if seat.permanent else safe(seat.name)


def _is_large(plan: SeatPlan) -> bool:
    return len(plan.seats) > _MOST_SEATS


def _any_permanent(plan: SeatPlan) -> bool:
    return any(seat.permanent for seat in plan.seats)


def _row(row: Evidence) -> str:
    shown = symbol(row) or row.id
    url = address(row)
    link = f'<a href="{safe(url)}" rel="noopener noreferrer">{safe(shown)}</a>' if url else safe(shown)
    kind = _TABLE_NAMES.get(row.table, row.table)
    value = _number(row.value)
    if row.says and value and value in row.says:
        value = None
    said = [part for part in (row.tally and row.tally.replace("-", "–"), value, row.says) if part]
    named = f" <code>{safe(row.id)}</code>" if row.id != shown else ""
    cells = (day(row.date) if row.date else "", safe("; ".join(said)), safe(row.source))
    return (
        f'<tr><td>{link} <span class="kind">{safe(kind)}</span>{named}</td>'
        f"{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"
    )


def _number(value: float | None) -> str | None:
    if value is None:
        return None
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
