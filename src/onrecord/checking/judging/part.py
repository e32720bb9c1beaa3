"""Parts of the members of a region, told without their number: "most African states", "several of the elected ten"."""

from __future__ import annotations

from onrecord.checking.judging.case import MANY, OPTIONS, Case
from onrecord.checking.judging.result import UNKNOWN, Holds, Judgement
from onrecord.checking.members import adjective_of, for_sure, in_region
from onrecord.checking.words import DID, capital
from onrecord.reading.claims.vote import Part
from onrecord.record.model import Option


def part_of(case: Case, part: Part) -> Judgement:
    """Whether so many of them did as said, however those of them are counted who did not vote or may not be meant."""
    adjective = case.claim.members.adjective or ""
    region, doubtful = in_region(adjective, case.docket, case.event.date), frozenset[str]()
    if region is None:
        region, doubtful = for_sure(adjective)
    region, doubtful = region.intersection(case.votes), doubtful.intersection(case.votes)
    if not region or case.claim.choice not in OPTIONS:
        return UNKNOWN
    did = case.did()
    if case.claim.negated:
        did = frozenset(case.votes) - did
    meant = (region, region | doubtful)
    held = {_holds(part, of & did, did if part.of_side else of, case) for of in meant}
    if not part.of_side:
        held |= {_holds(part, of & did, _voting(of, case) | (of & did), case) for of in meant}
    done = did & region
    said = "vetoed" if case.claim.choice == "veto" else DID[OPTIONS[case.claim.choice]]
    who = f"{some_of(case, done, adjective)} {said} {case.at()}"
    if len(held) > 1 or (case.claim.stance and False in held):
        return Judgement(Holds.UNKNOWN, lambda: f"{who}.", done)
    so_many = f"{len(done)} of {len(did if part.of_side else region)}"
    return Judgement(Holds.YES if held.pop() else Holds.NO, lambda: f"{who}: {so_many}.", done)


def some_of(case: Case, codes: frozenset[str], adjective: str) -> str:
    """ "Chad and Mali", "In all 17 African members", "No Arab member"."""
    if len(codes) < MANY:
        return capital(case.names(codes)) if codes else no_member(adjective)
    return f"In all {len(codes)} {adjective_of(adjective).removeprefix('GROUP:')} members"


def _voting(region: frozenset[str], case: Case) -> frozenset[str]:
    return frozenset(code for code in region if case.votes[code] is not Option.NOT_VOTING)


def _holds(part: Part, done: frozenset[str], whole: frozenset[str], case: Case) -> bool:
    if not part.fewest <= len(done) <= part.highest:
        return False
    share = len(done) / len(whole) if whole else 0.0
    return part.least - part.fuzz < share <= part.most + part.fuzz


def no_member(of: str) -> str:
    """ "No African member", with the adjective that a region or a group goes by."""
    return f"No {adjective_of(of).removeprefix('GROUP:')} member"
