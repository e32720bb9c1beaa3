"""What the words around a count or a "never" leave open: whose acts it counts, of which body and up to when."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from onrecord.checking.citing import chunks_of
from onrecord.checking.finding import Verdict
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.words import MONTHS
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.read import Reading

SURE = 0.9
"""Confidence in a claim from which its denial is contradicted."""
ENCLOSED = ("at", "between")
"""Roles of dates that bound a time on both sides."""
BEFORE_A_MATTER = re.compile(
    rf"\b(?:[Bb]efore|[Uu]ntil|[Pp]rior to)(?! (?:{'|'.join(MONTHS)}|Christmas|Easter)\b) "
    r"(?:the )?[A-Z][a-z]+(?: [A-Z]\w+)?,"
    r"|\bhad (?:never|not) [^.;:,]*\bwhen (?:I|we|he|she|they)\b"
)
"""Words that count up to a vote by what it was about: "before Myanmar, Beijing had last …"; or up to when somebody did
something: "had never done it when I began".
"""


def counts_to_a_matter(reading: Reading, claim: Count | Generalisation) -> bool:
    """Whether the words count up to a vote that they do not date."""
    return BEFORE_A_MATTER.search(reading.sentences[claim.sentence].text) is not None


def somebody_unknown(reading: Reading, claim: Count | Generalisation) -> bool:
    """ "It was Haley's first veto": of a name that no table knows, and not anybody's."""
    if not claim.acts.members.everyone or claim.acts.what != "veto":
        return False
    own = chunks_of(reading.sentences[claim.sentence], claim)
    return any(
        one.lower == "'s" and not name.entries and name.date is None and name.text.istitle()
        for name, one in pairwise(own)
    )


def of_those_told(reading: Reading, claim: Count | Generalisation) -> bool:
    """ "Fourteen were for each of them. It never vetoed": of the votes spoken of, as far as the bare verb says."""
    return BARELY.fullmatch(reading.normal.text, claim.start, claim.end) is not None


BARELY = re.compile(r"(?:it|they|he|she|we)(?: themselves| itself)? never (?:once )?(?:vetoed|abstained|used it)", re.I)


def of_a_person(reading: Reading, claim: Count | Generalisation) -> bool:
    """ "He had never done so before", of whoever speaks for a state, or of somebody whom no table knows."""
    return HE.match(reading.normal.text, claim.start) is not None and claim.acts.tenure is None


HE = re.compile(r"(?:he|she|(?:his|her) (?:\w+ )?(?:veto|vetoes|abstention|abstentions|no|noes))\b", re.I)


def in_the_assembly_too(reading: Reading, claim: Count | Generalisation) -> bool:
    """ "Delhi has abstained four times: twice in the Council, once in the Assembly": what is named behind it."""
    sentence = reading.sentences[claim.sentence]
    if "assembly" not in sentence.kinds or claim.acts.what == "veto":
        return False
    behind = any(c.has("assembly") for c in sentence.chunks if c.start >= claim.end)
    return behind and not any(c.has("council") for c in sentence.chunks if claim.start <= c.start < claim.end)


def left_open(settled: Settled, reason: str = "The record cannot tell which year is meant.") -> Settled:
    """No contradiction, where which time is meant is doubtful."""
    if settled.verdict is not Verdict.CONTRADICTED:
        return settled
    return settled.left_open(reason)


def turned(settled: Settled) -> Settled:
    """The answer to a denial, from that to what it denies; only where that is sure does it contradict."""
    if settled.verdict is Verdict.CONTRADICTED:
        return replace(settled, verdict=Verdict.SUPPORTED)
    if settled.verdict is Verdict.SUPPORTED and settled.confidence >= SURE:
        return replace(settled, verdict=Verdict.CONTRADICTED)
    if settled.verdict is Verdict.SUPPORTED:
        return settled.left_open(confidence=0.5)
    return settled


def says_its_time(claim: Count | Generalisation) -> bool:
    """Whether the words bound the time that is counted, so that it does not end with the article's date."""
    period = claim.acts.period
    return bool(period) and all(d.form == "calendar" and d.year is not None and d.role in ENCLOSED for d in period)
