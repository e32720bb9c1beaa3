"""The bodies and scenarios shipped with the package, each a YAML file in `rules/data`; the rule in force on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from onrecord.errors import OnrecordError
from onrecord.record.model import Kind, VoteEvent
from onrecord.record.roll_calls import RollCall
from onrecord.rules.documents import Entry, amended, read_document, read_file
from onrecord.rules.model import PROCEDURAL, DecisionRule
from onrecord.rules.reading import BodyFile, read_body

_DATA = Path(__file__).resolve().parent / "data"


class RuleError(OnrecordError):
    """No rule answers what was asked for."""


@dataclass(frozen=True, slots=True)
class ProceduralVote:
    """A vote taken under the rule for procedural matters, where no permanent member could stop the proposal."""

    vote: str
    """The symbol of the resolution, which is the vote event's."""
    about: str
    reference: str


def shipped() -> Mapping[str, str]:
    """Ids of the shipped bodies and scenarios, each with the folder it is in: `` or `reforms`."""
    bodies = {file.stem: "" for file in _DATA.glob("*.yml")}
    bodies.pop("procedural_votes")
    bodies |= {file.stem: "reforms" for file in (_DATA / "reforms").glob("*.yml")}
    return dict(sorted(bodies.items()))


@cache
def body_file(name: str) -> BodyFile:
    """A shipped body or scenario by id, or any other from its YAML file; RuleError where there is none."""
    return read_body(_document(name, ()))


def decision_rule(body: str, on: date, kind: Kind | str | None = None) -> DecisionRule:
    """The rule a body decided by on that day.

    `body` is the id of a shipped body or the path of a YAML file; `kind` is what was put to the vote, or one of the
    file's matters ("substantive", "procedural", "important question"); without it the file's default matter.
    RuleError where the body had no rule on that day.
    """
    file = body_file(body)
    matter = file.default_matter
    if kind is Kind.PROCEDURAL and PROCEDURAL in file.rules:
        matter = PROCEDURAL
    elif kind is not None and not isinstance(kind, Kind):
        matter = kind
    if matter not in file.rules:
        raise RuleError(f"{file.id} has no rule for {matter!r}; it has {', '.join(file.rules)}")
    for rule in file.rules[matter]:
        if (rule.start is None or rule.start <= on) and (rule.end is None or on <= rule.end):
            return rule
    stretches = [f"{rule.start or 'the beginning'} to {rule.end or 'today'}" for rule in file.rules[matter]]
    raise RuleError(f"{file.id} has no rule for {on}; it has one for {', '.join(stretches)}")


def rule_of(event: VoteEvent, body: str | None = None) -> DecisionRule:
    """The rule a recorded vote was taken under: that of its body and day, procedural where the vote was.

    `body` may name a scenario to be used instead of the event's own body.
    """
    return decision_rule(body or event.body, event.date, PROCEDURAL if is_procedural(event) else None)


def is_procedural(event: VoteEvent | RollCall) -> bool:
    return event.kind is Kind.PROCEDURAL or event.resolution in procedural_votes()


@cache
def procedural_votes() -> Mapping[str, ProceduralVote]:
    """Resolutions adopted under the rule for procedural matters, by symbol."""
    document = _shipped_document("procedural_votes", "")
    fields = document.mapping(("procedural_votes",), required=("procedural_votes",))
    votes = {}
    for item in fields["procedural_votes"].items():
        entry = item.mapping(("vote", "about", "reference"), required=("vote", "about", "reference"))
        symbol = entry["vote"].text()
        votes[symbol] = ProceduralVote(symbol, entry["about"].text(), entry["reference"].text())
    return votes


def _document(name: str, asked: tuple[str, ...]) -> Entry:
    known = shipped()
    if name in asked:
        raise RuleError(f"{' amends '.join((*asked, name))}: a file cannot amend itself")
    if name in known:
        document = _shipped_document(name, known[name])
    elif Path(name).suffix in (".yml", ".yaml"):
        document = read_file(Path(name))
    else:
        raise RuleError(f"no body or rule {name!r}; shipped are {', '.join(known)}, or give the path of a .yml file")
    fields = document.mapping()
    if "amends" not in fields:
        return document
    return amended(_document(fields["amends"].text(), (*asked, name)), document)


@cache
def _shipped_document(name: str, folder: str) -> Entry:
    file = _DATA / folder / f"{name}.yml"
    return read_document(file.read_text(encoding="utf-8"), f"{name}.yml")
