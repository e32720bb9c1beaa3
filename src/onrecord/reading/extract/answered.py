"""Rules, seats and sizes told as a question and its answer: "Does an abstention count as a veto? No.", "How many votes
are needed? Nine."
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.reading.claims.membership import Membership, Size
from onrecord.reading.claims.rule import Rule
from onrecord.reading.claims.vote import VoteClaim
from onrecord.reading.parsed import Sentence

_LEAD = r"[\W_\d]*(?:(?:A|Answer|Ans|ANSWER)[.:)]\s*)?[\W_]*"
_YES = re.compile(rf"{_LEAD}(?:yes|yep|yeah|indeed|it does|they do|of course|correct|right|true)\b", re.IGNORECASE)
_NO = re.compile(
    rf"{_LEAD}(?:no|nope|not at all|it does not|it doesn't|they do not|they don't|it is not|never|nor|wrong|false)"
    r"\b(?! (?:one|country|member|state|less|more|fewer)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"[\W_\d]*(?:(?:Q|Question|No|Yes)[.:,)]\s*)?[\W_]*(?:and |but |so |well, )?(?:do|does|did)(?:n't)? ", re.IGNORECASE
)
"""A question that yes or no answers, whose words stand as in a statement behind its first."""
DENIABLE = frozenset(
    ("veto applies", "abstention stops", "could stop", "holds veto", "elected veto", "re-election", "elected by",
     "binding")
)  # fmt: skip
"""Statements that a No turns into their contrary."""
_HOW_MANY = re.compile(r"\b(?:how many|what number of) (?P<what>[^?]{3,90})\?", re.IGNORECASE)
_OF_VOTES = re.compile(
    r"(?:yes |affirmative )?(?:votes?|yeses|ayes)\b.*\b(?:need\w*|requir\w+|takes?|enough|pass|carry|adopt\w*)\b"
)
_OF_HOLDERS = re.compile(r"(?:countries|members|states|powers|of \w+)\b.*\bveto\b")
_OF_MEMBERS = re.compile(
    r"(?:(?P<kind>permanent|elected|non-permanent) )?(?:members|countries|states|seats|of (?:the|its|them))\b"
    r"(?:.*\bare (?P<such>permanent|elected|non-permanent)\b)?"
)
_OF_COUNCIL = re.compile(r"\b(?:council|has it|sit|there|on it|does it have|are there|elected|permanent)\b")
_NOT_OF_SIZE = re.compile(
    r"\b(?:vot\w+|abstain\w*|favou?r|against|oppos\w+|back\w*|need\w*|sponsor\w*|veto\w*|each|every|year|"
    r"annually|yesterday|today|leav\w*|join\w*|new)\b"
)
_LONG = re.compile(r"\bhow long\b[^?]{0,60}\b(?:elected|term|terms|sit|serve|stay|seat|seats)\b", re.IGNORECASE)
_YEARS = re.compile(r" ?-?years?\b")
_KIND = re.compile(r"\b(?:elected|non-permanent|the ten)\b", re.IGNORECASE)
TERM = 2
"""Years of an elected member's term, which is asked for without saying whose where that is plain."""
MOST = 20
FEWEST = 5
"""No body's rule asks for fewer votes than this."""
_MARK = re.compile(r"[,.;:!?]")
NEAR = 24
"""Characters of an answer in front of its number."""


def answer_is(sentence: Sentence) -> bool | None:
    """Whether a sentence begins by saying yes or no; None where it does neither."""
    if _NO.match(sentence.text):
        return False
    return True if _YES.match(sentence.text) else None


def asserted(question: Sentence) -> Sentence | None:
    """A question that yes or no may answer, put as the statement that it asks about."""
    if _ASKS.match(question.text) is None:
        return None
    return replace(question, question=False, withdrawn=False, unreal_from=10**9)


def turned(claims: Iterable[VoteClaim], right: bool, answer: Sentence) -> list[VoteClaim]:
    """What a question asked, as its answer says it is."""
    said = re.match(rf"{_LEAD}\w+", answer.text)
    end = answer.start + (said.end() if said is not None else 0)
    found: list[VoteClaim] = []
    for claim in claims:
        rule = isinstance(claim, Rule) and (right or claim.statement in DENIABLE)
        if isinstance(claim, Rule | Membership) and (rule or getattr(claim, "form", "") in ("seat", "never")):
            found.append(replace(claim, end=end, negated=claim.negated is right))
    return found


def numbered(question: Sentence, answer: Sentence) -> list[VoteClaim]:
    """What the number says that answers "how many" or "how long"."""
    number = next((c.number for c in answer.chunks if c.number is not None), None)
    if number is None or number.ordinal or number.integer is None or number.start > NEAR or number.integer > MOST:
        return []
    mark = _MARK.search(answer.text, number.end)
    start, end = question.start, answer.start + (mark.start() if mark is not None else len(answer.text))
    place = (start, end, answer.index, answer.speaker_at(answer.start + number.start))
    if _LONG.search(question.text):
        years = _YEARS.match(answer.text, number.end) and (number.integer == TERM or _KIND.search(question.text))
        return [Size(*place, quantity=number.integer, kind="elected", what="years")] if years else []
    asked = _HOW_MANY.search(question.text)
    if asked is None:
        return []
    what = asked["what"].lower()
    if _OF_VOTES.match(what):
        return [Rule(*place, "votes needed", quantity=number.integer)] if number.integer >= FEWEST else []
    if _OF_HOLDERS.match(what):
        return [Rule(*place, "holders", quantity=number.integer)]
    members = _OF_MEMBERS.match(what)
    if members is not None and members["such"] == "elected" and what.startswith(("countries", "states")):
        return []  # "How many countries are elected in June?"
    if members is None or _NOT_OF_SIZE.search(what) or not _OF_COUNCIL.search(what):
        return []
    kind = members["kind"] or members["such"]
    kind = None if kind is None else "permanent" if kind == "permanent" else "elected"
    return [Size(*place, quantity=number.integer, kind=kind, past=" were " in what or " did " in what)]
