"""What a text has told of votes where a claim stands: the vote spoken of last, those told of before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.checking.dating import RELATIVE_FORMS
from onrecord.checking.docket import Docket
from onrecord.checking.finding import ArticleDate, Verdict
from onrecord.checking.linking import Linker
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.thread import Thread
from onrecord.checking.threads import threads
from onrecord.checking.turned_away import turned_away
from onrecord.checking.words import day
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.rule import Rule
from onrecord.reading.claims.vote import Position, Reference, Sponsor, VoteClaim
from onrecord.reading.read import Reading
from onrecord.record.model import VoteEvent

NEAR_BY = 3
"""Sentences before a claim in which another vote is told of to which the text may have returned."""
BY_AUTHORS = 6
"""The same for a claim of who wrote a text, which is rarely said of the wrong one."""
TOLD_BACK = 6
"""Claims back to a vote that "had never" may count up to."""


class Told:
    """A text's threads, each linked once, and the claims of votes in their order."""

    def __init__(self, reading: Reading, dockets: Mapping[str, Docket], when: ArticleDate) -> None:
        self.reading = reading
        self.dockets = dockets
        self.when = when
        self.article = when.value
        told_apart = threads(reading, dockets["unsc"].ever_seated, when.value)
        undated = when.basis == "inferred" and not _counts_from_today(reading)
        self.linker = Linker(reading, dockets, *((None, when.value) if undated else (when.value, None)))
        self.threads = turned_away(told_apart, self.linker, reading, dockets)
        told = sorted(((c, t) for t in self.threads for c in t.claims), key=lambda one: (one[0].start, one[0].sentence))
        self._claims = [claim for claim, _ in told]
        self._starts = [claim.start for claim in self._claims]
        self._told = [thread for _, thread in told]
        self._frequencies: dict[int, Settled | None] = {}
        self._subject_terms: dict[str, frozenset[str]] = {}
        self._carried = {id(claim) for thread in self.threads for claim in thread.carried}
        self._bodies = {id(claim): thread.body for thread in self.threads for claim in thread.claims}

    def docket_of(self, claim: VoteClaim) -> Docket:
        """The votes of the body that the claim speaks of."""
        if isinstance(claim, Reference) and claim.loose:
            return self.dockets["unga" if claim.symbol.startswith("A/") else "unsc"]
        return self.dockets[self._bodies.get(id(claim), "unsc")]

    def _terms(self, docket: Docket) -> frozenset[str]:
        """The subject terms of the whole text, looked for once in each body's words."""
        if docket.body not in self._subject_terms:
            self._subject_terms[docket.body] = docket.subjects.terms(self.reading.normal.text)
        return self._subject_terms[docket.body]

    def _nearest(self, claim: VoteClaim, thread: Thread) -> tuple[VoteEvent, ...]:
        """What the claim before is about, where the text goes back from it to another vote without saying so."""
        if thread.claims[0] is claim or id(claim) not in self._carried:
            return ()
        place = bisect_left(self._starts, claim.start) - 1
        leaning = claim.sentence
        while place > 0 and self._told[place] is thread and id(self._claims[place]) in self._carried:
            # "France abstained, and so did Britain": what leans on the same goes back with it.
            leaning = min(leaning, self._claims[place].sentence)
            place -= 1
        # Who wrote a text is rarely said of the wrong one: it may lean on a sentence that leans itself.
        since = leaning if isinstance(claim, Sponsor) else claim.sentence
        if place < 0 or self._told[place] is thread or since - self._claims[place].sentence > 1:
            return ()
        return tuple(self.linker.link(self._told[place]).events)

    def _told_before(self, claim: VoteClaim, thread: Thread) -> list[VoteEvent]:
        """The other votes told of just before, for a claim that does not say itself which it is about."""
        if id(claim) not in self._carried or claim.sentence == min(thread.sentences):
            return []
        found: dict[str, VoteEvent] = {}
        near = BY_AUTHORS if isinstance(claim, Sponsor) else NEAR_BY
        for place in range(bisect_left(self._starts, claim.start) - 1, -1, -1):
            other = self._told[place]
            if claim.sentence - self._claims[place].sentence > near:
                break
            if other is thread or other.body != thread.body:
                continue
            link = self.linker.link(other)
            if len(link.events) == 1:
                found[link.events[0].id] = link.events[0]
        return list(found.values())

    def _told_one_by_one(self, claim: Position, thread: Thread, number: int) -> list[VoteEvent]:
        """The last so many votes that the text told of one after the other, fewer where it tells of no more."""
        found: dict[str, VoteEvent] = {}
        for other in reversed(self._told[: bisect_left(self._starts, claim.end)]):
            if other.body == thread.body and len(events := self.linker.link(other).events) == 1:
                found.setdefault(events[0].id, events[0])
                if len(found) == number:
                    break
        return list(found.values()) if len(found) > 1 else []

    def _two_cited(self, claim: VoteClaim, thread: Thread) -> list[VoteEvent]:
        """The votes on the two texts that the sentence before cites, where it cites two and the claim's own none."""
        cited = self.reading.cited[claim.sentence - 1] if claim.sentence else []
        if self.reading.cited[claim.sentence]:
            return []
        docket = self.dockets[thread.body]
        found = [e for symbol in dict.fromkeys(c.symbol for c in cited) for e in docket.with_symbol(symbol)]
        return found if len(found) == 2 else []

    def _event(self, claim: VoteClaim) -> VoteEvent | None:
        """The Council's vote that the text speaks of where the claim stands, "sat there when 435 was adopted", and the
        Assembly's where that body's rules are told.
        """
        bodies = ("unsc", "unga") if isinstance(claim, Rule) and claim.body == "unga" else ("unsc",)
        symbols = {c.symbol for c in self.reading.cited[claim.sentence]} if isinstance(claim, Membership) else set()
        named = self.dockets["unsc"].with_symbol(*symbols) if len(symbols) == 1 else ()
        event = named[0] if len(named) == 1 else self._told_last(claim)
        return event if event is not None and event.body in bodies else None

    def _told_last(self, claim: VoteClaim) -> VoteEvent | None:
        """The vote that the text speaks of where the claim stands: the last told, else the next."""
        return next(iter(self._meant_last(claim)), None)

    def _told_in(self, claim: Count | Generalisation, docket: Docket) -> VoteEvent | None:
        """ "Washington vetoed it. The Assembly passed the same. It was its only veto that year": the own vote told
        of last, where the time is told from one.
        """
        if not any(mention.from_context for mention in claim.acts.period):
            return None
        place = bisect_left(self._starts, claim.start)
        before = (thread for thread in reversed(self._told[max(0, place - TOLD_BACK) : place]))
        own = next((thread for thread in before if thread.body == docket.body), None)
        return self.linker.link(own).best if own is not None else None

    def _meant_last(self, claim: VoteClaim) -> Sequence[VoteEvent]:
        """All that the text may mean by it, the likeliest first."""
        place = bisect_left(self._starts, claim.end)
        thread: Thread | None = None
        if place:
            thread = self._told[place - 1]
        else:
            following = bisect_right(self._starts, claim.end)
            if following < len(self._told) and min(self._told[following].sentences) <= claim.sentence + 1:
                thread = self._told[following]
        return self.linker.link(thread).events if thread is not None else ()

    def _resting(self, settled: Settled | None, on_the_date: bool) -> Settled | None:
        """Say so where what is settled rests on a date that was inferred."""
        if settled is None or not on_the_date or self.when.basis != "inferred" or self.when.value is None:
            return settled
        if settled.verdict is Verdict.UNSETTLED:
            return settled
        taken = f"this takes the article's date to be {day(self.when.value)}, inferred from the vote it tells of"
        return replace(settled, reason=f"{settled.reason[:-1]}; {taken}.")

    def _names_the_day(self, settled: Settled | None) -> bool:
        return settled is not None and self.article is not None and day(self.article) in settled.reason


def _counts_from_today(reading: Reading) -> bool:
    """Whether a text says "on Wednesday" or "yesterday", as news does."""
    dates = (c.date for sentence in reading.sentences for c in sentence.dates)
    return any(d is not None and d.form in RELATIVE_FORMS for d in dates)
