"""One answer for all the members that a claim on seats names, and one sentence that gives it."""

from __future__ import annotations

from onrecord.checking.finding import Verdict
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.words import capital, listing, uncapital

ONE_AND_MANY = (
    (" was an elected member", " were elected members"),
    (" was a permanent member", " were permanent members"),
    (" is a permanent member", " are permanent members"),
    (" was not", " were not"),
    (" has ", " have "),
)


def together(settled: list[Settled]) -> Settled:
    """One verdict for all that the claim names: a single exception contradicts it."""
    for verdict in (Verdict.CONTRADICTED, Verdict.UNSETTLED, Verdict.DEPENDS):
        for one in settled:
            if one.verdict is verdict:
                return one
    if len(settled) == 1:
        return settled[0]
    reason = _in_one(settled)
    return Settled(Verdict.SUPPORTED, reason, confidence=0.9, rows=tuple(row for s in settled for row in s.rows))


def _in_one(settled: list[Settled]) -> str:
    """One sentence for all: "Angola, Chile and Guinea were elected members of the Security Council in 2003."."""
    told: dict[str, list[str]] = {}
    for one in settled:
        who, said = _apart(one.reason.rstrip("."))
        told.setdefault(said, []).append(who)
    parts = []
    for said, members in told.items():
        who = listing(members)
        if len(members) == 1:
            parts.append(f"the term of {who}{said}" if said.startswith(" on ") else f"{who}{said}")
        else:
            parts.append(f"the terms of {who}{_plural(said)}" if said.startswith(" on ") else f"{who}{_plural(said)}")
    return capital("; ".join(parts)) + "."


def _apart(reason: str) -> tuple[str, str]:
    """The member, and what is said of it or of its term, without the years that differ from member to member."""
    for owned in ("'s term", "' term", "'s last term", "' last term"):
        if owned in reason:
            who, _, said = reason.partition(owned)
            return uncapital(who), said
    for verb in (" was ", " is ", " has "):
        if verb in reason:
            who, _, said = reason.partition(verb)
            return uncapital(who), f"{verb}{said.partition(', in its term')[0]}"
    return reason, ""


def _plural(said: str) -> str:
    for one, many in ONE_AND_MANY:
        if said.startswith(one):
            return said.replace(one, many, 1)
    return said.replace(" runs ", " run ", 1)
