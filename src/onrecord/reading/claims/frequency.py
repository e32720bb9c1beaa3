"""Claims about how often: counts, ordinals, and what is said of all, none, the first, the last, the only one."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.claims.vote import Members, VoteClaim
from onrecord.reading.dates import DateMention
from onrecord.reading.numbers import NumberMention

OF_MEMBERS = ("veto", "no", "abstain", "yes", "not voting")
OF_THE_BODY = ("vote", "adopted", "failed", "vetoed")
"""What acts of members and of the body itself are."""
SUCH = "such"
"""For a subject: texts like the one that was told of."""
THAT_DAY = "that day"
"""Behind "since", where the words leave it to what was told before: "has not done so since"."""


@dataclass(frozen=True, slots=True)
class Acts:
    """Which acts are counted: whose, of what kind, on what subject, in what time."""

    members: Members
    """Whose; empty where the body itself acts ("the Council voted five times")."""
    what: str
    """Of a member: `veto`, `no`, `abstain`, `yes`, `not voting`. Of the body: `vote`, `adopted`, `failed`, `vetoed`."""
    noun: str = ""
    """What is counted in the text's word: "texts", "draft resolutions", "amendments"."""
    subject: str = ""
    """The words that say on what subject, without dates and without whoever acts."""
    period: tuple[DateMention, ...] = ()
    told_of_texts: str = ""
    """What a relative clause says of the texts: "a text that it had co-sponsored"."""
    guessed: bool = False
    """Whose "we" and "our" are, is only guessed at."""
    whoever: bool = False
    """Whose, the words do not say, and anybody's may be meant: "the second veto in three days", "in 2023 five"."""
    back: bool = False
    """Said of acts spoken of before, so that their subject may be meant: "it did so four times"."""
    told_on: str = ""
    """The subject of another's acts counted just before, which may be meant: "Russia has 18 on Syria. China ten"."""
    told_when: tuple[DateMention, ...] = ()
    """The time over which those were counted."""
    since: str = ""
    """The words behind "since" where they give no date: "the war began"."""
    ended: str = ""
    """The words behind "before" where they give no date: "the Syrian war"."""
    told_from: DateMention | None = None
    """What "the year before" counts from: the time last spoken of."""
    tenure: Members | None = None
    """A leader or administration whose time in office is meant: "under Obama"."""
    in_office: bool = False
    """ "Under this administration": the time in office of whoever leads that country on the day spoken of."""
    term: int | None = None
    """ "Of Obama's second term": which of the terms of whoever is named."""
    narrated: bool = False
    """Told of one occasion ("watched Moscow veto two amendments"), where no time is named."""
    untimed: bool = False
    """Told in the simple past without a time."""
    last: int | None = None
    """ "Of its last ten vetoes": only as many, the latest."""
    rule: str = ""
    """The rule of counting that the words name: `with_amendments`, `without_amendments` or `library`."""
    to_the_word: bool = False
    """Told of what the texts say ("called for a ceasefire"), so that a wider sense of the subject is not meant."""
    by_then: bool = False
    """Told with "had", up to a time that the words do not name."""
    up_to_now: bool = False
    """Told with "has", so that the time counted ends with the text."""
    one_day: bool = False
    """ "In a single sitting": all on one day."""
    alone: bool = False
    together: bool = False
    """All of the members named, at once."""
    at_once: int | None = None
    """As many of them at least on one text: "a triple veto", "two permanent members had joined in blocking"."""
    companions: Members | None = None
    """Others who voted on the same texts, and how: "anything that Russia voted for", "with Russia"."""
    companions_chose: str = ""
    """`veto`, `no`, `yes`, `abstain`, `same` as the members, or `apart` from them."""
    outcome: str = ""
    """Of the texts: `adopted`, `vetoed`, `failed`; empty where any."""
    carried: str = ""
    """How the texts were carried: `unanimous` (with every vote), `divided` (without some), `opposed` (some voted
    against), `unopposed`, `abstained` (some abstained), `unabstained`, `bare` (with no vote to spare)."""
    renewals: bool = False
    """Only texts that renew a mandate or measures."""


@dataclass(frozen=True, slots=True)
class Count(VoteClaim):
    """How many, or the how-manieth."""

    acts: Acts
    quantity: NumberMention | None = None
    """As many; the number stands where the claim's words have it."""
    ordinal: int | None = None
    """ "The third": the act spoken of is the third of its kind."""
    at: tuple[DateMention, ...] = ()
    """When the act that the ordinal numbers took place."""
    of_those: bool = False
    """A part of what was counted before: "seven of those"."""
    at_least: bool = False
    """ "At least the second": the act spoken of has that place or a later one."""
    denied: bool = False
    """ "Not the third": the act spoken of has another place."""
    than: DateMention | None = None
    """ "Two more than in 2024": by so many it differs from the number of another year."""
    fewer: bool = False
    """Of a difference: that there are fewer."""
    in_a_row: str = ""
    """ "The third year in a row": without another between, by the `year` or by the `vote`."""
    closing: DateMention | None = None
    """The time at whose end there were so many in all: "closed 1961 with 101 vetoes", "by then had six"."""
    or_otherwise: bool = False
    """ "Blocked or watered down four texts": counted together with acts of which no record is kept."""
    restated: bool = False
    """The same words also say how somebody voted on one text."""


@dataclass(frozen=True, slots=True)
class Generalisation(VoteClaim):
    """What is said of all acts of a kind."""

    acts: Acts
    form: str
    """`never` (no such act), `every` (no text of that kind without it), `first`, `last`, `only` (one such act), `sole`
    (nobody else did so), `share` (a part of the acts), `most` (more than any other member), `majority` (than all
    others), `fewest`, `fewest_years` and `most_years` (of the years since `at`), `more_than` and
    `fewer_than` (than the companions), `fewest_votes` and `most_votes` (of
    one part of the count of the vote spoken of, against earlier votes on the matter)."""
    at: tuple[DateMention, ...] = ()
    """When the act that is the first, last or only one took place."""
    said_on: str = ""
    """On what subject the first or last one is said to have been."""
    past_perfect: bool = False
    """ "Had never vetoed": up to the vote spoken of, and not to the article."""
    of_all: bool = False
    """The first or last of anybody's; the members are who is said to have done it."""
    universe: Acts | None = None
    """ "Every one of its vetoes since 2007": the acts of which the claim is made."""
    factor: NumberMention | None = None
    """ "Three times as many as Russia": how many times as often as the companions."""
    share: tuple[float, float] | None = None
    """Least and greatest part of the acts of `universe` of which it is said."""
    exceptions: int | None = None
    """ "All but three of them": as many of the acts of `universe` are otherwise."""
    reserved: bool = False
    """Said with a reservation behind it: "the first ever, if you leave aside the one of 1948"."""
    denied: bool = False
    """ "Not the first", "hardly the only one"."""
    restated: bool = False
