"""How positions and counts are read: the sentences of `votes_told.txt`, each with what is read of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.reading.claims.vote import Members, Position, Tally
from onrecord.reading.lexicon import lexicon
from onrecord.reading.numbers import NumberMention
from onrecord.reading.read import read
from onrecord.record.store import open_record

TOLD = [
    line.split(" => ") if " => " in line else [line.removesuffix(" =>"), ""]
    for line in Path(__file__).with_name("votes_told.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _members(members: Members) -> str:
    named = [name.text for name in members.named] + [group.removeprefix("GROUP:") for group in members.groups]
    kind = f" {members.adjective}" if members.adjective else ""
    counted = f" {members.quantity}" if members.quantity else ""
    if members.nobody:
        named.append("nobody" + (" else" if members.others else "") + kind)
    elif members.others:
        named.append("others" + counted + kind)
    elif members.everyone:
        named.append("everyone" + counted)
    elif members.adjective or members.quantity is not None:
        named.append(" ".join(str(x) for x in (members.quantity, members.adjective) if x is not None))
    if members.but:
        named.append("but " + "+".join(name.text for name in members.but))
    return " + ".join(named).replace(" + but", " but")


def _number(value: NumberMention | int | None) -> str:
    if value is None:
        return "?"
    if isinstance(value, int):
        return str(value)
    return f"{int(value.value)}" + ("~" if value.hedge and value.hedge != "exactly" else "")


def _told(claim: object) -> str | None:
    if isinstance(claim, Tally):
        if claim.unanimous or claim.without_vote:
            return "without a vote" if claim.without_vote else "unanimous"
        if claim.share is not None:
            return f"{claim.share.role} by {claim.share.least:.2g}-{claim.share.most:.2g}"
        if claim.others is not None:
            return f"{claim.others[0]} by all but {_number(claim.others[1])}"
        return "tally " + "-".join(_number(part) for part in (claim.yes, claim.no, claim.abstain, claim.not_voting))
    if not isinstance(claim, Position):
        return None
    said = ("not " if claim.negated else "") + claim.choice
    said += f"({_members(claim.companions)})" if claim.companions else ""
    said += " only" if claim.only else ""
    said += f" within {claim.only_of}" if claim.only_of else ""
    said += f" of {_number(claim.total)}" if claim.total is not None else ""
    return f"{said}{' loose' if claim.loose else ''}: {_members(claim.members)}"


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_a_sentence_is_read_as_the_votes_it_tells_of(text: str, told: str) -> None:
    reading = read(text.replace("\\n", "\n"), lexicon(open_record().aliases))
    assert "; ".join(said for claim in reading.claims if (said := _told(claim)) is not None) == told
