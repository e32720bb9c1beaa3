"""From a document of bodies and rules to decision rules, one for each stretch of time between two dated changes.

What the keys mean is told in docs/power.md; a file that says what cannot be is answered with line and reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from onrecord.rules.documents import Entry, dates_of_change, on_date
from onrecord.rules.model import MEMBERS, AllOf, Among, AnyOf, Condition, DecisionRule, Majority, Veto

ONE_MATTER = "any matter"
_BODY_KEYS = (
    "id", "name", "description", "amends", "seated", "default_matter", "size", "members", "weights", "matters",
    "carried_by", "veto", "topics", "references",
)  # fmt: skip
_MATTER_KEYS = ("carried_by", "veto", "references")
_MAJORITY_KEYS = ("of", "at_least", "more_than", "all_but", "among")
_VETO_KEYS = ("holders", "needed", "abstention", "absence", "called")
_BLOCKS = {"blocks": True, "does not block": False}


@dataclass(frozen=True, slots=True)
class BodyFile:
    """What a file says of a body: its decision rules by matter, each matter's in the order of time."""

    id: str
    name: str
    description: str | None
    seated: bool
    """Whether the record's memberships say who sits; else the file lists the members."""
    default_matter: str
    rules: Mapping[str, tuple[DecisionRule, ...]]
    topics: tuple[str, ...]
    references: tuple[str, ...]


def read_body(document: Entry) -> BodyFile:
    """Read a whole document; RuleFileError with line and reason for what cannot be."""
    fields = document.mapping(_BODY_KEYS, required=("id", "name"))
    matters = _matters(document)
    default = fields["default_matter"].one_of(matters) if "default_matter" in fields else next(iter(matters))
    rules = {name: _rules_over_time(document, name, matter) for name, matter in matters.items()}
    return BodyFile(
        id=fields["id"].text(),
        name=fields["name"].text(),
        description=fields["description"].text() if "description" in fields else None,
        seated="seated" in fields and fields["seated"].one_of(("true", "false")) == "true",
        default_matter=default,
        rules=rules,
        topics=fields["topics"].texts() if "topics" in fields else (),
        references=fields["references"].texts() if "references" in fields else (),
    )


def _matters(document: Entry) -> Mapping[str, Entry]:
    fields = document.mapping()
    if "matters" in fields:
        for key in ("carried_by", "veto"):
            if key in fields:
                fields[key].wrong("belongs under one of the matters, since the file has several")
        if not fields["matters"].mapping():
            fields["matters"].wrong("no matter is given")
        return fields["matters"].mapping()
    if "carried_by" not in fields:
        document.wrong("the key 'carried_by' (or 'matters') is missing: what does a proposal need?")
    own = {key: fields[key] for key in ("carried_by", "veto") if key in fields}
    return {ONE_MATTER: Entry(own, document.source, document.line, document.path)}


def _rules_over_time(document: Entry, matter_name: str, matter: Entry) -> tuple[DecisionRule, ...]:
    fields = document.mapping()
    shared = {key: fields[key] for key in ("size", "members", "weights") if key in fields}
    relevant = Entry({**shared, "matter": matter}, document.source, document.line, "")
    changes: list[date | None] = [*sorted(set(dates_of_change(relevant)))]
    starts = changes or [None]
    ends = [start - timedelta(days=1) if start else None for start in starts[1:]] + [None]
    rules = (_rule(document, matter_name, relevant, start, end) for start, end in zip(starts, ends, strict=True))
    return tuple(rule for rule in rules if rule is not None)


def _rule(
    document: Entry, matter_name: str, relevant: Entry, start: date | None, end: date | None
) -> DecisionRule | None:
    """The rule over one stretch between two changes; None where the file says that there is none then."""
    references: list[str] = []
    fields = document.mapping()
    current = on_date(relevant, start or date.max, references).mapping()
    matter = current["matter"].mapping(_MATTER_KEYS)
    if "carried_by" not in matter:
        if "carried_by" in relevant.mapping()["matter"].mapping():
            return None
        current["matter"].wrong("the key 'carried_by' is missing: what does a proposal need?")
    names, weights = _members(current["members"]) if "members" in current else ({}, {})
    if "weights" in current:
        weights = {**weights, **_sums(current["weights"], names, weights)}
    size = _size(current.get("size"), len(names))
    seated = not names
    if seated and not ("seated" in fields or "size" in fields):
        document.wrong("the members are missing: list them under 'members', or say 'seated: true' or a 'size'")
    carried_by = _condition(matter["carried_by"], size, weights)
    veto = _veto(matter["veto"], names) if "veto" in matter and matter["veto"].value is not None else None
    if "references" in matter:
        references.extend(matter["references"].texts())
    if "references" in fields:
        references.extend(fields["references"].texts())
    rule_id = "/".join(part for part in (fields["id"].text(), matter_name, start.isoformat() if start else "") if part)
    return DecisionRule(
        id=rule_id,
        body=fields["amends"].text() if "amends" in fields else fields["id"].text(),
        body_name=fields["name"].text(),
        matter=matter_name,
        carried_by=carried_by,
        veto=veto,
        start=start,
        end=end,
        size=size,
        members=names,
        weights=weights,
        references=tuple(dict.fromkeys(references)),
        topics=fields["topics"].texts() if "topics" in fields else (),
    )


def _size(entry: Entry | None, listed: int) -> int | None:
    if entry is None or entry.value is None:
        return listed or None
    size = entry.integer(least=1)
    if listed and size != listed:
        entry.wrong(f"the size is {size}, but {listed} members are listed")
    return size


def _members(entry: Entry) -> tuple[Mapping[str, str], Mapping[str, Mapping[str, int]]]:
    """Names and weights; a list of codes, or a mapping of codes to a name, or to `name` and weights."""
    if entry.is_list:
        codes: dict[str, str] = {}
        for item in entry.items():
            if item.text() in codes:
                item.wrong(f"{item.text()} is listed twice")
            codes[item.text()] = item.text()
        return codes, {}
    names: dict[str, str] = {}
    weights: dict[str, dict[str, int]] = {}
    for code, member in entry.mapping().items():
        if not member.is_mapping:
            names[code] = code if member.value is None else member.text()
            continue
        fields = member.mapping()
        names[code] = fields["name"].text() if "name" in fields else code
        for weight, amount in fields.items():
            if weight == MEMBERS:
                amount.wrong("'members' is the count of members and cannot be a weight")
            if weight != "name":
                weights.setdefault(weight, {})[code] = amount.integer()
    _check_weights(entry, names, weights)
    return names, weights


def _sums(
    entry: Entry, names: Mapping[str, str], weights: Mapping[str, Mapping[str, int]]
) -> Mapping[str, Mapping[str, int]]:
    """Weights made up of others: `votes: {quota: 1, members: 1459}` is 1459 votes each and one a unit of quota."""
    sums: dict[str, Mapping[str, int]] = {}
    for name, parts in entry.mapping().items():
        if name == MEMBERS or name in weights:
            parts.wrong(f"{name!r} is a weight already")
        total = dict.fromkeys(names, 0)
        for part, factor in parts.mapping((MEMBERS, *weights)).items():
            for code in names:
                total[code] += factor.integer() * (1 if part == MEMBERS else weights[part][code])
        sums[name] = total
    return sums


def _check_weights(entry: Entry, names: Mapping[str, str], weights: Mapping[str, Mapping[str, int]]) -> None:
    if not names:
        entry.wrong("no members are listed")
    for weight, amounts in weights.items():
        missing = [code for code in names if code not in amounts]
        if missing:
            entry.wrong(f"{missing[0]} has no {weight!r}, though other members have")
        if not any(amounts.values()):
            entry.wrong(f"every member's {weight!r} is 0")


def _condition(entry: Entry, size: int | None, weights: Mapping[str, Mapping[str, int]]) -> Condition:
    if entry.is_list:
        return AllOf(tuple(_condition(part, size, weights) for part in _parts(entry)))
    fields = entry.mapping()
    if set(fields) == {"all"}:
        return AllOf(tuple(_condition(part, size, weights) for part in _parts(fields["all"])))
    if set(fields) == {"any"}:
        return AnyOf(tuple(_condition(part, size, weights) for part in _parts(fields["any"])))
    entry.mapping(_MAJORITY_KEYS)
    return _majority(entry, size, weights)


def _parts(entry: Entry) -> tuple[Entry, ...]:
    return entry.items() or entry.wrong("the list of majorities is empty")


def _majority(entry: Entry, size: int | None, weights: Mapping[str, Mapping[str, int]]) -> Majority:
    fields = entry.mapping()
    bars = [key for key in ("at_least", "more_than", "all_but") if key in fields]
    if len(bars) != 1:
        entry.wrong("one of at_least, more_than and all_but must be given, and only one")
    bar = fields[bars[0]]
    of = fields["of"].text() if "of" in fields else MEMBERS
    if of != MEMBERS and of not in weights:
        fields["of"].wrong(f"no member has a weight called {of!r}")
    total = size if of == MEMBERS else sum(weights[of].values())
    among = Among(fields["among"].one_of(tuple(Among))) if "among" in fields else Among.ALL
    needed, share = bar.quantity()
    if bars[0] == "all_but":
        if total is None or share:
            bar.wrong("'all_but' takes a number, and the size of the body must be known")
        if total - needed <= 0:
            bar.wrong(f"all but {needed} of {total} is nobody, so every proposal would be carried")
        return Majority(of, total - needed)
    majority = Majority(of, needed, share, bars[0] == "more_than", among)
    _check_bar(bar, majority, total)
    return majority


def _check_bar(bar: Entry, majority: Majority, total: int | None) -> None:
    if majority.needed == 0 and not majority.strictly:
        bar.wrong("every proposal would be carried, since nothing is needed")
    if not majority.share and majority.among is not Among.ALL:
        bar.wrong("a fixed amount cannot be of those present and voting; give a share")
    whole = Fraction(1) if majority.share else Fraction(total) if total is not None else None
    if whole is not None and (majority.needed > whole or (majority.strictly and majority.needed == whole)):
        stated = bar.text() if majority.share else f"{bar.text()} of {total}"
        bar.wrong(f"no proposal could be carried: {'more than ' if majority.strictly else ''}{stated} is never reached")


def _veto(entry: Entry, names: Mapping[str, str]) -> Veto:
    fields = entry.mapping(_VETO_KEYS, required=("holders",))
    holders = fields["holders"].texts()
    for place, holder in zip(fields["holders"].items() if fields["holders"].is_list else (fields["holders"],), holders,
                             strict=True):  # fmt: skip
        if names and holder not in names:
            place.wrong(f"{holder} holds a veto but is not a member")
        if holders.count(holder) > 1:
            place.wrong(f"{holder} is listed twice among the veto holders")
    needed = fields["needed"].integer(least=1) if "needed" in fields else 1
    if needed > len(holders):
        fields["needed"].wrong(f"{needed} vetoes are needed, but only {len(holders)} members hold one")
    return Veto(
        holders=tuple(holders),
        needed=needed,
        abstention_blocks="abstention" in fields and _BLOCKS[fields["abstention"].one_of(_BLOCKS)],
        absence_blocks="absence" in fields and _BLOCKS[fields["absence"].one_of(_BLOCKS)],
        called=fields["called"].text() if "called" in fields else "veto holder",
    )
