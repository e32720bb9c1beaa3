"""Claims about votes: who voted how, the count, what became of a text, who sponsored it, how often.

Frozen classes with fields only; what they rest on in the record is for `onrecord.checking` to say.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.dates import DateMention
from onrecord.reading.numbers import NumberMention
from onrecord.record.model import Alias

OPTIONS = ("yes", "no", "abstain", "not voting")
"""What a member can do in a vote."""
CHOICES = (*OPTIONS, "veto")
"""The same, a permanent member's No told as what it does."""
LARGEST_COUNCIL = 15
"""Members of the Council since 1966: a count of more votes is no count of its own."""


@dataclass(frozen=True, slots=True)
class Named:
    """One member as the text names it; which state that is depends on the day."""

    text: str
    aliases: tuple[Alias, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """How many of some are meant: "most African states", "several of the elected ten", "half of the abstentions"."""

    least: float = -1.0
    """More than this share of them, and not more than `most`, both from 0 to 1."""
    most: float = 1.0
    fuzz: float = 0.0
    """So far outside of those the words are open."""
    fewest: int = 0
    """So many at the least, and at the most."""
    highest: int = 1000
    of_side: bool = False
    """A share of those that chose so, and not of those that the adjective means."""


@dataclass(frozen=True, slots=True)
class Members:
    """Whom a claim names."""

    named: tuple[Named, ...] = ()
    groups: tuple[str, ...] = ()
    """Codes of groups: `GROUP:P5`."""
    others: bool = False
    """All members but those named before: "the other 14", "everyone else"."""
    everyone: bool = False
    nobody: bool = False
    first_person: bool = False
    pronoun: bool = False
    """"It", "they": whoever the text named last."""
    quantity: int | None = None
    adjective: str | None = None
    """"African", "European", "permanent", "elected" before "members"."""
    but: tuple[Named, ...] = ()
    """Whom "all but Russia" leaves out."""
    part: Part | None = None
    """How many of those that the adjective means, where the text does not give their number."""
    text: str = ""

    @property
    def of_them(self) -> bool:
        """Whether the words are "every one of them": of those just named, and not of all there are."""
        return self.text.lower().endswith((" of them", " of these", " of those"))

    @property
    def all_of_some(self) -> bool:
        """Whether all of some kind are meant, of whom the text may leave some out: "every African member", "the P5"."""
        if self.part is not None:
            return False
        if self.adjective is not None:
            return self.quantity is None or self.text.lower().startswith(("all ", "the ", "every ", "each "))
        return self.everyone or self.others or bool(self.groups)

    @property
    def of_a_group(self) -> bool:
        """Whether they are a group alone, out of which the text may tell of single ones beside it: "the Europeans"."""
        return self.all_of_some and not (self.named or self.others or self.everyone or self.nobody)

    @property
    def empty(self) -> bool:
        return not (
            self.named or self.groups or self.others or self.everyone or self.nobody or self.first_person
            or self.pronoun or self.quantity is not None or self.adjective is not None
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class VoteClaim:
    """What every claim about a vote carries."""

    start: int
    end: int
    """Offsets in the normal text of the document."""
    sentence: int
    said_by: str | None


@dataclass(frozen=True, slots=True)
class Position(VoteClaim):
    members: Members
    choice: str
    """`veto`, `yes`, `no`, `abstain`, `not voting`, `alone` (the only one of its kind), `with` (as `companions` did),
    `same` (as the claim before said)."""
    negated: bool = False
    or_else: str | None = None
    """What those of them chose that did not choose so: "voted against or abstained"."""
    only: bool = False
    """Nobody else did so."""
    only_of: str | None = None
    """Nobody else of that region did so: "in Europe only Prague"."""
    not_alone: bool = False
    """Others did so too: "was not the only one to abstain"."""
    total: NumberMention | None = None
    """How many did so in all, where the text says that too: "nine said no, Guatemala among them"."""
    further: int | None = None
    """Which of those it was that did so: "a fifth abstention came from Berlin"."""
    companions: Members | None = None
    noun: bool = False
    """Spoken of as known ("the US veto")."""
    block: bool = False
    """A word that does not say veto ("killed", "stopped")."""
    loose: bool = False
    """The words alone do not say that a vote is meant: a finding only where an event bears it out."""
    aside: bool = False
    """Said in words that fit an abstention and staying away alike: "sat it out", "stayed out of it"."""
    aimed: bool = False
    """Said of a deed or a state rather than a text ("against the invasion", "for Pretoria"), so that whether it was a
    Yes or a No hangs on what the text said."""
    won: bool = False
    """Told of the text, so that its authors' own votes go without saying: "it won over Chad and nobody else"."""
    stance: bool = False
    """Said in words that are said of those without a vote as well: "rejected it", "backs the draft"."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of all the members: more than `least`, and not more than `most`, both from 0 to 1."""

    role: str
    """`yes`, `no`, `abstain`."""
    least: float
    most: float
    fuzz: float = 0.0
    """So far outside of those the words are open."""
    fewest: int = 0
    """So many at the least, and at the most, whatever part they are."""
    highest: int = 1000


NOT_ALL = Share("yes", -1.0, 0.999)


@dataclass(frozen=True, slots=True)
class Tally(VoteClaim):
    yes: NumberMention | int | None = None
    no: NumberMention | int | None = None
    abstain: NumberMention | int | None = None
    not_voting: NumberMention | int | None = None
    unanimous: bool = False
    without_vote: bool = False
    """With `unanimous`: "by consensus", which is also said of a vote that all were for."""
    bare: bool = False
    """Two numbers and no word for the second, which may be of those that abstained: "nine to six"."""
    either_way: bool = False
    """Which of the two numbers were for and which against is left open: "beaten twelve to three", "one against 95".
    Or they were for or against a deed rather than a text: "128 voted against the move"."""
    aimed: bool = False
    """For or against what may be no text, so that the sides may be turned round: "143 were against the sham ballot"."""
    sided: bool = False
    """With words that say which number was for and which against: "nine ayes, four noes"."""
    lost: bool = False
    """The text counted on is said to have failed: "rejected by 59 votes to 55"."""
    stray: bool = False
    """In a sentence that speaks of something else than a text, a body or its members: "the bylaws were amended by nine
    votes to four"."""
    won: bool = False
    """Of those that a text won besides its authors: "it persuaded three others"."""
    share: Share | None = None
    """Where it is told as a part of the members: "most of them voted for it", "it was not unanimous"."""
    pieces: tuple[tuple[int, int, tuple[str, ...]], ...] = ()
    """Where the parts of a count stand that are clauses of their own, and which each gives."""
    by_votes: bool = False
    """One number behind "by", which may be that of those for it or by how many they were more: "passed by 37 votes"."""
    others: tuple[str, NumberMention | int] | None = None
    """A choice, and how many did not make it: "all but three voted yes", "three did not vote in favour"."""


@dataclass(frozen=True, slots=True)
class Outcome(VoteClaim):
    outcome: str
    """`adopted`, `failed`, `vetoed`, or `short` of the votes in favour that it needed."""
    negated: bool = False
    quantity: int | None = None
    """Of texts: "two Russian drafts failed"."""
    act: bool = False
    """Told by what the text did ("renewed the mandate"), not by the vote."""
    did: str = ""
    """The words for the act."""
    by_body: bool = False
    """Said of the body ("the Council condemned"), not of a thing ("the mandate was renewed")."""
    amendment: bool = False
    """What became of an amendment, not of the text that it would have changed."""
    words: str = ""
    """Where the words alone do not say that a vote is meant: those whose subject the event must share."""
    applicant: bool = False
    """Said of a state that asked to be let in: "Angola was blocked in June"."""
    soft: bool = False
    """Said in words that may mean less ("the Council voted for the text"): a finding only where it is so."""


@dataclass(frozen=True, slots=True)
class Sponsor(VoteClaim):
    members: Members
    co_sponsor: bool = False
    quantity: NumberMention | None = None
    """How many sponsored it, where the text says that and not who."""
    negated: bool = False
    role: bool = False
    """A part that a member plays ("the penholder on Sudan"), which need not have been played this time."""
    known: bool = False
    """Said of a text already spoken of ("Sierra Leone drafted it")."""
    loose: bool = False
    """Said by an adjective or a possessive ("the Algerian text"), which may mean something else."""
    amendment: bool = False
    """Of an amendment, not of the text that it would have changed."""
    of_draft: bool = False
    """Of a loose one: said right in front of a word for a draft ("a Danish draft", "Cuba's paper"), not of what has
    a subject as well ("the Iran resolution")."""
    naming: bool = False
    """Of a loose one: the words only say which text is meant ("voted against the American draft")."""
    guessed: bool = False
    """Said by "we", of whom the text does not say outright who they are: never held against anybody."""
    then: bool = False
    """Of a text spoken of, with the day when it was handed in, which need not be that of the vote: "tabled it on
    Friday"."""


@dataclass(frozen=True, slots=True)
class Reference(VoteClaim):
    symbol: str
    """`S/RES/242`, `S/2024/173`, `A/RES/3379(XXX)`."""
    year: int | None = None
    date: DateMention | None = None
    subject: str | None = None
    """The words said to be its subject."""
    sure: bool = True
    """Whether the text says whose resolution it is; a bare number may be the other body's."""
    of_it: bool = False
    """ "It is numbered 2720", "now resolution 1593": the number of the text spoken of, and nothing else."""
    loose: bool = False
    """Its date only stands in the same clause: a finding where it is the text's, and otherwise none."""


@dataclass(frozen=True, slots=True)
class Contrast(VoteClaim):
    """How one side of a vote compares with that of a vote before: "33 more than in October"."""

    role: str
    """`yes`, `no`, `abstain`."""
    fewer: bool
    number: NumberMention | int | None = None
    """By how many, where the text says that."""
    date: DateMention | None = None
    """When the other vote was; None of the one told of before it."""
    against: str | None = None
    """The other side, where both are of one vote: "twice as many for it as against"."""
    factor: float | None = None
    """How many times as many; `number` is None then."""
    hedge: str = ""
    """`over` ("more than twice as many"), `nearly`."""
    loose: bool = False
    """Said in words that may be of something else: a finding only where it is so."""


def whole(part: NumberMention | int) -> int:
    """A part of a count as a whole number."""
    return part if isinstance(part, int) else int(part.value)
