"""A thread: claims of a text that speak of the same vote, and what points to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.checking.cues import Cues
from onrecord.checking.offices import Terms
from onrecord.checking.told_from import ToldFrom
from onrecord.reading.claims.vote import VoteClaim
from onrecord.reading.dates import DateMention


@dataclass(slots=True)
class Thread:
    """Claims about one vote (or about several that are named together), and what points to it."""

    body: str
    body_named: bool = False
    """Whether a sentence of it names the body."""
    claims: list[VoteClaim] = field(default_factory=list)
    symbols: tuple[str, ...] = ()
    dates: tuple[DateMention, ...] = ()
    dates_led: bool = False
    sentences: set[int] = field(default_factory=set)
    lead_in: set[int] = field(default_factory=set)
    differs_from: list[Thread] = field(default_factory=list)
    counted_apart: bool = False
    """Whether its count is told to be another than that of the text cited before it."""
    sponsors: frozenset[str] = frozenset()
    after: Thread | None = None
    """The thread spoken of before, from whose date relative dates count."""
    marker: int | None = None
    other: int | None = None
    """Where its text is named beside one that the sentence cites."""
    amendment: bool = False
    order: tuple[int, ...] = ()
    """Which of the texts of a day it is about, 1 the first."""
    order_of: frozenset[str] = frozenset()
    """Whose texts are numbered: "the first Russian text"."""
    elsewhen: bool = False
    """Whether a claim of it is dated by what is no date."""
    told_back: bool = False
    """Whether it is told of in the pluperfect, as of a time before that of the vote told of before it."""
    went_before: bool = False
    """Whether it is only spoken of as what another vote came after."""
    summons: bool = False
    """Whether it tells of the Council's calling the Assembly."""
    uncovered: str | None = None
    uncovered_in: int = -1
    """The sentence that says so."""
    going_on: list[VoteClaim] = field(default_factory=list)
    """Claims that stand right behind another of the same vote."""
    carried: list[VoteClaim] = field(default_factory=list)
    """Claims that say nothing of which vote they are about."""
    offices: list[Terms] = field(default_factory=list)
    """When those whom its claims name were in office."""
    told_from: ToldFrom | None = None
    """When it was, where that is told from another vote."""
    of_any_time: bool = False
    """Whether nothing but the matter that it names says which vote it is about, however long before or after."""
    authors: frozenset[str] = frozenset()
    """Who is said to have put its text forward, which may be wrong."""

    def take(self, claim: VoteClaim, seen: Cues, body_named: bool) -> None:
        self.claims.append(claim)
        if not (seen.symbols or seen.dates or seen.sponsors) and seen.marker is None and seen.other is None:
            self.carried.append(claim)
        self.authors = self.authors or seen.authors
        if seen.order and not self.order:
            self.order, self.order_of = seen.order, self.order_of or seen.sponsors
        self.elsewhen = self.elsewhen or seen.elsewhen
        self.offices.extend(seen.offices)
        self.sentences.add(claim.sentence)
        self.lead_in.update(seen.lead_in)
        self.body_named = self.body_named or body_named
        self.sponsors = self.sponsors or seen.sponsors
        self.symbols = self.symbols or seen.symbols
        self.dates = self.dates or seen.dates
