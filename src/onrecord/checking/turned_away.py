"""Where a text goes on to another vote by no more than its matter: "Fourteen were for it. … The invasion of Grenada
went the same way. Eleven were in favour; Britain, Togo and Zaire abstained."
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from datetime import timedelta

from onrecord.checking.choosing import Link
from onrecord.checking.docket import Docket
from onrecord.checking.judgement import Holds, judge
from onrecord.checking.linking import Linker
from onrecord.checking.relevance import ENOUGH
from onrecord.checking.subjects_phrases import member_term
from onrecord.checking.thread import Thread
from onrecord.reading.claims.vote import Position, Sponsor, Tally, VoteClaim
from onrecord.reading.read import Reading
from onrecord.record.model import Outcome, VoteEvent

LEAD = 2
"""Sentences before a claim in which its matter may be named."""
MATTERS = ("place:", "issue:", "member:")
"""Kinds of terms that name what a vote was about."""
OF_STATES = "member:"
FRONTED = ("On ", "Over ", "As for ", "In the case of ", "As to ", "Concerning ", "About ")
"""Words with which a sentence says what it is about."""
ABOUT = timedelta(days=40)
"""How far from the vote told of another may lie to which the text goes on."""
SEVERAL = 2
"""Things told of a matter, of which one alone may be so, or not so, of many a vote."""


def turned_away(threads: list[Thread], linker: Linker, reading: Reading, dockets: Mapping[str, Docket]) -> list[Thread]:
    """The threads, linked in turn, and what does not fit the vote of one and names another matter set apart from it."""
    found: list[Thread] = []
    for thread in threads:
        found.append(thread)
        link = linker.link(thread)
        if _of_another_matter(thread, link, reading, dockets[thread.body]):
            link = _by_its_matter(thread, linker, dockets[thread.body])
        while (parted := _parted(found[-1], link, linker, reading, dockets)) is not None:
            rest, link = parted
            for other in threads:
                if other.after is found[-1] and other is not rest and min(other.sentences) >= max(rest.sentences):
                    other.after = rest
            found.append(rest)
    return found


def _of_another_matter(thread: Thread, link: Link, reading: Reading, docket: Docket) -> bool:
    """ "In December there were three of us. … On Srebrenica Venezuela abstained": whether a thread that is not dated
    itself opens with another matter than that of the vote found, of which what it tells is not so.
    """
    if not link.events or link.basis == "symbol" or not (thread.dates_led or not thread.dates):
        return False
    opening = _opening(thread.claims[0], reading)
    if not opening.startswith(FRONTED) or _wrong(thread.claims[0], link.events[0], docket) is not True:
        return False
    new = docket.subjects.main_terms(opening) - docket.subjects.subject_terms(link.events[0].id)
    return docket.subjects.weight(t for t in new - _voters(thread.claims) if t.startswith(MATTERS)) >= ENOUGH


def _by_its_matter(thread: Thread, linker: Linker, docket: Docket) -> Link:
    thread.dates, thread.dates_led, thread.of_any_time = (), False, True
    before = linker.links.pop(id(thread)).before
    link = linker.link(thread)
    if not _fits(thread.claims, link, docket):
        link = linker.links[id(thread)] = Link(before=before)
    return link


def _opening(claim: VoteClaim, reading: Reading) -> str:
    return reading.sentences[claim.sentence].text.split(",")[0]


def _parted(
    thread: Thread, link: Link, linker: Linker, reading: Reading, dockets: Mapping[str, Docket]
) -> tuple[Thread, Link] | None:
    """The thread is left with what comes before; what is set apart is returned with the vote that it is of."""
    if len(thread.claims) < 2 or link.together or thread.amendment:
        return None
    docket = dockets[thread.body]
    if not link.events:
        return _paragraphs(thread, link, linker, reading, docket)
    turn = _turn(thread, link.events[0], reading, docket)
    if turn is None:
        return _paragraphs(thread, link, linker, reading, docket)
    at, matter = turn
    rest = _rest(thread, at, reading)
    linked = linker.link(rest)
    beside = _beside(rest.claims, linked, link.events[0], docket)
    if beside and _on_it(matter, beside[0], docket):
        linked.events = beside
    elif not (_fits(rest.claims, linked, docket) and _on_it(matter, linked.events[0], docket)):
        if not _plainly(thread, at, link, matter, reading, docket):
            del linker.links[id(rest)]
            return _paragraphs(thread, link, linker, reading, docket)
        linked = linker.links[id(rest)] = Link(before=linked.before)
    _keep(thread, at, linker)
    return rest, linked


def _paragraphs(
    thread: Thread, link: Link, linker: Linker, reading: Reading, docket: Docket
) -> tuple[Thread, Link] | None:
    """What a new paragraph tells, where one vote fits what is told in front of it, or that, and none fits both."""
    if not (link.events and any(_wrong(c, link.events[0], docket) for c in thread.claims)) and link.basis != "none":
        return None
    sentences = reading.sentences
    for at in range(1, len(thread.claims)):
        before, own = sentences[thread.claims[at - 1].sentence], sentences[thread.claims[at].sentence]
        if own.index <= before.index or own.paragraph == before.paragraph:
            continue
        first, rest = _front(thread, at), _rest(thread, at, reading)
        of_front, of_rest = linker.link(first), linker.link(rest)
        same = first.body == rest.body == docket.body
        belied = bool(link.events) and any(_wrong(c, link.events[0], docket) for c in rest.claims)
        if same and _fits(rest.claims, of_rest, docket) and (belied or not link.events):
            _keep(thread, at, linker)
            return rest, of_rest
        if same and link.events and (thread.dates_led or not thread.dates):
            # "It got exactly nine. … Then it was Grenada. Eleven were for it": what comes first is of the other vote
            told = [_wrong(c, link.events[0], docket) for c in thread.claims]
            if True in told[:at] and False not in told[:at] and True not in told[at:] and False in told[at:]:
                if _fits(first.claims, of_front, docket):
                    linker.links[id(rest)] = link
                    _keep(thread, at, linker)
                    return rest, link
        if same and not link.events and _fits(first.claims, of_front, docket):
            _keep(thread, at, linker)
            linker.links[id(rest)] = Link(before=of_rest.before)
            return rest, linker.links[id(rest)]
        del linker.links[id(first)], linker.links[id(rest)]
    return None


def _front(thread: Thread, at: int) -> Thread:
    front = copy(thread)
    _cut(front, at)
    return front


def _keep(thread: Thread, at: int, linker: Linker) -> None:
    _cut(thread, at)
    del linker.links[id(thread)]
    linker.link(thread)


def _cut(thread: Thread, at: int) -> None:
    thread.claims = thread.claims[:at]
    thread.sentences = {c.sentence for c in thread.claims}
    thread.lead_in = {index for index in thread.lead_in if index < max(thread.sentences)}
    thread.carried = [c for c in thread.carried if any(c is own for own in thread.claims)]
    if not any(isinstance(c, Sponsor) for c in thread.claims):
        thread.sponsors = thread.authors = frozenset()


def _fits(claims: list[VoteClaim], linked: Link, docket: Docket) -> bool:
    """Whether a vote was found of which all that is told is true, and more than one thing."""
    if not linked.events or docket.body != linked.events[0].body:
        return False
    wrong = [_wrong(claim, linked.events[0], docket) for claim in claims]
    return wrong.count(False) >= SEVERAL and True not in wrong


def _beside(claims: list[VoteClaim], linked: Link, event: VoteEvent, docket: Docket) -> list[VoteEvent]:
    """Those found of about the day of a vote that was carried, where a veto is told and all that is told is so of them:
    "It let in Sweden by ten votes. Ireland and Portugal were vetoed by Moscow", both turned away more than once.
    """
    if event.outcome is not Outcome.ADOPTED or not any(isinstance(c, Position) and c.choice == "veto" for c in claims):
        return []
    near = [e for e in linked.events if e.body == docket.body and abs(e.date - event.date) <= ABOUT and e is not event]
    borne_out = [e for e in near if not any(_wrong(claim, e, docket) is True for claim in claims)]
    nearest = min((abs(e.date - event.date) for e in borne_out), default=ABOUT)
    return [e for e in borne_out if abs(e.date - event.date) == nearest]


def _on_it(matter: frozenset[str], event: VoteEvent, docket: Docket) -> bool:
    return not matter.isdisjoint(docket.subjects.subject_terms(event.id))


def _plainly(thread: Thread, at: int, link: Link, matter: frozenset[str], reading: Reading, docket: Docket) -> bool:
    """Whether a new paragraph tells several things of that matter, which is no mere state, that are not so of the vote
    told of before.
    """
    opening = _opening(thread.claims[at], reading)
    if opening.startswith(FRONTED) and not matter.isdisjoint(docket.subjects.main_terms(opening)):
        return True  # "On Srebrenica, and on the aeroplane, Venezuela abstained both times"
    own = reading.sentences[thread.claims[at].sentence].paragraph
    new = own != reading.sentences[thread.claims[at - 1].sentence].paragraph
    wrong = sum(_wrong(claim, link.events[0], docket) is True for claim in thread.claims[at:])
    return new and wrong >= SEVERAL and not all(term.startswith(OF_STATES) for term in matter)


def _rest(thread: Thread, at: int, reading: Reading) -> Thread:
    rest = Thread(thread.body, after=thread, of_any_time=True, differs_from=[thread])
    rest.claims = thread.claims[at:]
    rest.sentences = {c.sentence for c in rest.claims}
    rest.lead_in = set(_leading(thread, at, reading)) - rest.sentences
    rest.body_named = any(reading.bodies[index] is not None for index in rest.sentences)
    rest.carried = [c for c in thread.carried if any(c is own for own in rest.claims)]
    return rest


def _leading(thread: Thread, at: int, reading: Reading) -> range:
    """The sentence of a claim and those since the claim before that are of one paragraph with it."""
    own, before = thread.claims[at].sentence, thread.claims[at - 1].sentence
    sentences = reading.sentences
    first = own
    while first - 1 > before and own - first < LEAD and sentences[first - 1].paragraph == sentences[own].paragraph:
        first -= 1
    return range(first, own + 1)


def _turn(thread: Thread, event: VoteEvent, reading: Reading, docket: Docket) -> tuple[int, frozenset[str]] | None:
    """The first claim of those that are not so of the vote, and the matter that is named in front of them."""
    wrong = [_wrong(claim, event, docket) for claim in thread.claims]
    if True not in wrong[1:]:
        return None
    index, sentences = docket.subjects, reading.sentences
    for at in range(1, len(thread.claims)):
        own = thread.claims[at].sentence
        if own <= thread.claims[at - 1].sentence:
            continue
        behind = [
            wrong[i] for i in range(at, len(thread.claims))
            if sentences[thread.claims[i].sentence].paragraph == sentences[own].paragraph
        ]  # fmt: skip
        if True not in behind or False in behind:
            continue
        leading = _leading(thread, at, reading)
        before = sorted({c.sentence for c in thread.claims[:at]} | {i for i in thread.lead_in if i < leading[0]})
        known = index.subject_terms(event.id).union(*(index.terms(sentences[i].text) for i in before))
        named = frozenset[str]().union(*(index.main_terms(sentences[i].text) for i in leading))
        new = frozenset(t for t in named - known - _voters(thread.claims[at:]) if t.startswith(MATTERS))
        if index.weight(new) >= ENOUGH:
            return at, new
    return None


def _wrong(claim: VoteClaim, event: VoteEvent, docket: Docket) -> bool | None:
    """Whether a claim is not so of the vote; None where that tells nothing, as a vote in favour, which most
    cast, or that nobody vetoed it.
    """
    if not isinstance(claim, Position | Tally) or (isinstance(claim, Position) and (claim.loose or claim.noun)):
        return None
    holds = judge(claim, event, docket).holds
    if holds is Holds.NO:
        return True
    of_most = isinstance(claim, Position) and (claim.choice == "yes" or claim.negated or claim.members.nobody)
    return False if holds is Holds.YES and not of_most else None


def _voters(claims: list[VoteClaim]) -> frozenset[str]:
    named = (name for claim in claims if isinstance(claim, Position) for name in claim.members.named)
    return frozenset(member_term(alias.code) for name in named for alias in name.aliases)
