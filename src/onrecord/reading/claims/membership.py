"""Who sits or sat on the Council, permanent or elected, from when to when, how often; how many members it has."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.claims.vote import Members, VoteClaim
from onrecord.reading.dates import DateMention
from onrecord.reading.hedges import Bounds


@dataclass(frozen=True, slots=True)
class Membership(VoteClaim):
    members: Members
    form: str
    """`again` (the first of their terms since `date`), `seat` (they sit at the time), `off` (they no longer will),
    `start`, `end` (a term begins or ends then), `elected` (voted in then), `leaving` (a term ends soon or just
    ended), `never`, `times` (how many terms), `most` (more terms than anyone), `year` (it is the `quantity`-th year
    of their term), `left` (a year of it is still to come), `early` (it began not more than `quantity` days ago),
    `length` (it lasts `quantity` years), `count` (how many of `members` leave or join then), `region` (a part of
    the world has a seat of that kind), `seats` (it has `quantity` of them), `shared` (each of the two had
    a year of one term), `never count` (`so_many` states never had a seat)."""
    kind: str | None = None
    """`permanent`, `elected`; None for either."""
    negated: bool = False
    date: DateMention | None = None
    date_before: DateMention | None = None
    """What a sentence before said of the time, where this one says nothing."""
    today: bool = False
    """The text told of its own days after it last gave a date: what is said in the past tense may be of them."""
    also: tuple[DateMention, ...] = ()
    """Other times told together with it: "in 1979-80 and in 2000-01"."""
    quantity: int | None = None
    ordinal: bool = False
    """The term spoken of is the `quantity`-th."""
    over: bool = False
    """So many terms are said to lie within `date`: "three times since 1990"."""
    mentioned: bool = False
    """That term is only spoken of, and not said to be the one that runs: "in its first term it abstained"."""
    earlier: bool = False
    """Told of what went before the time spoken of, whose term counts no more: "had sat there twice before"."""
    prior: bool = False
    """Told of the terms before the one that runs: "twice before", not "twice so far"."""
    most: bool = False
    """More often than any other member."""
    future: bool = False
    past: bool = False
    """Said in the past tense, so that without a date it is not about the article's day."""
    present: bool = False
    """Of a term's beginning or end told in the present tense, which may be one ahead: "returns in January"."""
    only_of: str | None = None
    """ "The only Arab country on the Council": nobody else of that region sits there then."""
    last: bool = False
    """ "Last sat in 2001": no term lies between then and the one now running, if any."""
    first: bool = False
    """ "First sat in 1977": no term lies before that time."""
    or_members: Members | None = None
    """Others whom "it" may mean."""
    beside: tuple[DateMention, ...] = ()
    """Times that the sentence tells of something else, where the claim has none of its own."""
    untensed: bool = False
    """Said without a verb of its own, so that its time is that of what it is said beside: "Chad, then a member"."""
    away: Bounds | None = None
    """For how many years it had not sat there: "returns after eleven years away"."""
    nth: int | None = None
    """Which of its terms is said to begin or end: "its third term ends in December"."""
    so_many: Bounds | None = None
    """How many states never had a seat."""
    remaining: Bounds | None = None
    """Of a term that is said to have so much `left`, for how many days it still runs; None where a year is meant."""
    loose: bool = False
    """The words may be of a meeting that somebody came to: a finding only where a term bears it out."""
    guessed: bool = False
    """Said of the writer's own state, of which the text does not say for sure which it is."""


@dataclass(frozen=True, slots=True)
class Size(VoteClaim):
    """How many members the Council has, or for how many years they are elected."""

    quantity: int
    kind: str | None = None
    """`permanent`, `elected`; None for all."""
    what: str = "members"
    """`members` or `years` (of an elected member's term)."""
    date: DateMention | None = None
    changed: bool = False
    """Whether the size became this then ("enlarged to fifteen in January 1966")."""
    past: bool = False
    once: bool = False
    """Of no time of its own but an earlier one: "was once eleven"."""
