"""The words that tell of a vote at all, the choices that they name, and what one mention of a vote by a verb says.

The verbs are in `tables/stances.csv`, the nouns in `tables/words.csv`.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

CHOICES = {
    "veto": "veto", "no_veto": "veto", "block": "veto", "yes": "yes", "no_yes": "yes", "no": "no", "no_no": "no",
    "abstain": "abstain", "not_voting": "not voting",
}  # fmt: skip
DENIED = frozenset({"no_veto", "no_yes", "no_no"})
"""Meanings of verbs that say that something was not done: "withheld its veto"."""
NOUNS = (("abstention_noun", "abstain"), ("no_noun", "no"), ("nonvoting_noun", "not voting"), ("yes_noun", "yes"))
"""Classes of `tables/words.csv` that name a choice without a verb."""
VOTED_TO = "voted to"
BODIES = frozenset({"council members", "un", "u.n.", "unsc", "unga", "united nations"})
FIRM_MEANINGS = frozenset({"veto", "no_veto", "abstain", "vote", "yes", "no", "no_yes", "no_no", "not_voting"})
VOTING_KINDS = frozenset({"council", "assembly", "text", "vote_noun", "veto_noun", "cite"})


@dataclass(frozen=True, slots=True)
class Act:
    """One mention of a vote by a verb."""

    at: int
    last: int
    """The last chunk that says what was done."""
    choice: str
    """`veto`, `yes`, `no`, `abstain`, `not voting`; `with` and `against` (as the companions did, otherwise than they),
    `same`, `alone`; `with them` (as so many did); `vote`, `take part` where only a denial says something."""
    form: str
    meaning: str
    needs: str = ""
    denied: bool = False
    companions: Members | None = None
    only: bool = False
    """Whether the words say that nobody else did so."""

    @property
    def block(self) -> bool:
        return self.meaning == "block"


IT = (" it", " this", " that", " them", " both")
NO_VOTE_NEEDED = (*IT, " no to")
"""Endings of words of a vote that are of a stance as well: "rejected it", "said no to the resolution"."""


def of_a_stance(chunks: list[Chunk], act: Act) -> bool:
    """ "Iraq rejected the resolution", "Rabat backs the draft": said of those without a vote as well."""
    if act.choice not in ("yes", "no"):
        return False
    words = chunks[act.at].lower
    if act.needs == "text":
        return "vote" not in words
    if chunks[act.at].has("split"):
        return "vot" not in words  # "turned it down"
    return words.endswith(NO_VOTE_NEEDED) and "vote" not in words


def tells(chunk: Chunk) -> bool:
    """Whether a chunk may tell of a vote as a verb."""
    return "verb" in chunk.kinds or "split" in chunk.kinds or chunk.lower == VOTED_TO


def speaks_of_votes(sentence: Sentence) -> bool:
    """Whether anything in the sentence says that it is about a vote."""
    if not sentence.kinds.isdisjoint(VOTING_KINDS):
        return True
    return any(
        c.lower in BODIES or ("verb" in c.kinds and any(e.value in FIRM_MEANINGS and e.needs == "" for e in c.entries))
        for c in sentence.chunks
    )


_WORDS = word_sets("position_words.csv")
PONDERED, SEATS_OF_THE_UN = _WORDS["pondered"], tuple(sorted(_WORDS["seat_of_the_un"]))


def pondered(chunks: list[Chunk], at: int) -> bool:
    """ "Thought of abstaining", "toyed with abstaining": what was only in somebody's mind."""
    return at > 1 and chunks[at - 2].lower in PONDERED and chunks[at - 1].is_word and chunks[at - 1].lower != "into"


def in_a_place(chunks: list[Chunk], at: int) -> bool:
    """ "Nobody | in Quito", "nobody | in the White House": of whom none votes in the body."""
    if at + 1 >= len(chunks) or chunks[at].lower not in ("in", "at", "inside"):
        return False
    first = at + 1 + (chunks[at + 1].has("determiner") or chunks[at + 1].lower == "the")
    named = chunks[first] if first < len(chunks) else None
    if " ".join(c.lower for c in chunks[first : first + 2]).startswith(SEATS_OF_THE_UN):
        return False
    return (
        named is not None
        and named.text[:1].isupper()
        and not named.has("council", "assembly", "same_body")
        and named.date is None
        and named.lower not in BODIES
    )


def of_what_was_cast(chunks: list[Chunk], at: int) -> bool:
    """ "A dozen governments deplored the American veto": what they said of the vote, and not by it."""
    behind = chunks[at + 1 : at + 5]
    last = next((i for i, c in enumerate(behind) if not c.has("determiner", "member", "of_adjective")), len(behind))
    return any(c.has("veto_noun", "vote_noun") for c in behind[last : last + 1])
