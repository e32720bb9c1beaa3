"""Where a sentence says that something is not so: "it is not true that Russia vetoed it", "nor is it right that …".

The words are in `tables/denying.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TypeGuard

from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.vote import NOT_ALL, Position, Tally, VoteClaim
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import any_of, word_sets

_END = re.compile(r"[:;—]|, (?:but|for|and|it|they|he|she) ")
"""Where what is denied ends and what is so begins."""
LONGEST_DENIAL = 5
"""Chunks of a sentence that only denies the one before it."""
_ASIDE = r"(?:,[^,;:—]{2,60},| (?:last night|once|again|today|yesterday|for years|for a while))?"
"""Who said so, or when, thrown in: "it is wrong to write, as one paper did, that …"."""
_WHAT = rf"{_ASIDE}(?: (?:saying |claiming |stating |asserting )?that(?!\w)|:? (?=[“\"']?(?-i:[A-Z])))"
"""In front of what is denied: "the myth that Cuba …", "stop saying Cuba …", "struck the line saying that Cuba …"."""
SAYING = word_sets("clause_words.csv")["saying"]
_WORDS = word_sets("denying.csv")


def _sources(*kinds: str) -> dict[str, str]:
    """Class to the source of a pattern for any of its words."""
    return {kind: any_of(_WORDS[kind]) for kind in kinds}


@cache
def _opening() -> re.Pattern[str]:
    words = _sources("opening", "true", "judged", "wrong", "saying", "false")
    not_true = rf"(?:{words['opening']}) (?:{words['true']})"
    wrong = rf"(?:{words['judged']}) (?:{words['wrong']})(?: to (?:{words['saying']}))?"
    return re.compile(rf"(?<!\w)(?:{not_true}|{wrong}|(?<!no )(?<!not )(?:{words['false']})){_WHAT}", re.I)


@cache
def _hushing() -> re.Pattern[str]:
    words = _sources("order", "hushed")
    order = rf"(?:^|[,;:—] |\b(?:and|so|but|or|please|now|just) )(?:do not|don't|never|ever) (?:{words['order']})"
    return re.compile(rf"(?:{order}|(?<!\w)(?:{words['hushed']})){_WHAT}", re.I)


@cache
def _refuted() -> re.Pattern[str]:
    """ "The claim that … is false": what is denied is the group."""
    words = _sources("noun", "wrong", "refuted", "refuting")
    behind = rf"(?:{words['refuted']})(?: \w+ly| quite| just| all)? (?:{words['wrong']}|{words['refuting']})"
    return re.compile(rf"(?<!\w)(?:{words['noun']}) that ([^;:—]+?),? (?:{behind}|{words['refuting']})(?!\w)", re.I)


def denied(text: str) -> list[tuple[int, int]]:
    """Stretches of a sentence that it says are not so."""
    found: list[tuple[int, int]] = [match.span(1) for match in _refuted().finditer(text)]
    found += [match.span() for match in _MISLISTED.finditer(text)]
    for match in _opening().finditer(text):
        end = _END.search(text, match.end())
        found.append((match.end(), end.start() if end else len(text)))
    return found


_MISLISTED = re.compile(
    r"\b(?:wrongly|falsely|mistakenly|erroneously|incorrectly) (?:listed|recorded|counted|put|"
    r"entered|numbered|placed|booked) (?:down )?(?:as|among|with|in|under)\b",
    re.IGNORECASE,
)
""" "Pakistan is wrongly listed among the abstainers"."""


@cache
def _gone() -> re.Pattern[str]:
    """ "The claim that … was removed": whether it is so is left open."""
    words = _sources("noun", "refuted", "gone")
    said = r"(?:saying |claiming |stating )?that"
    return re.compile(
        rf"(?<!\w)(?:{words['noun']}) {said} ([^;:—]+?),? (?:{words['refuted']}) (?:{words['gone']})(?!\w)", re.I
    )


def hushed(text: str) -> list[tuple[int, int]]:
    """Stretches of a sentence that it asks not to say, or tells that others say: whether they are so is left open."""
    if _A_MYTH.match(text) is not None:
        return [(0, len(text))]
    found: list[tuple[int, int]] = [match.span(1) for match in _gone().finditer(text)]
    unsaid = (m for m in _unsaid().finditer(text) if m["denied"] is None or not _undeniable(text[: m.start()]))
    for match in (*_hushing().finditer(text), *unsaid):
        end = _END.search(text, match.end())
        found.append((match.end(), end.start() if end else len(text)))
    return found


@cache
def _unsaid() -> re.Pattern[str]:
    """ "She never said that …", "there is no proof that …", "they deny that …"."""
    words = _sources("unsaid_by", "unsaid", "unsaid_evidence", "denies", "said_indeed")
    between = rf"(?: (?!(?:{words['said_indeed']})\b)[a-z']+){{0,3}}?"
    unsaid = rf"(?:(?<=n't)|\b(?:{words['unsaid_by']})){between} (?:{words['unsaid']})"
    return re.compile(
        rf"(?:{unsaid}|\b(?:{words['unsaid_evidence']})|\b(?P<denied>{words['denies']}))"
        rf"{_ASIDE}(?: (?:saying |claiming )?that(?!\w))",
        re.I,
    )


def _undeniable(before: str) -> bool:
    """ "Nobody denies that …": the words before say that it is so."""
    return _undeniably().search(before[-50:]) is not None


@cache
def _undeniably() -> re.Pattern[str]:
    return re.compile(rf"(?:n't|\b(?:{_sources('undeniably')['undeniably']}))(?: [a-z']+){{0,3}} \Z", re.I)


_A_MYTH = re.compile(
    r"\W*(?:(?:myth|fiction|falsehood|misconception|fake(?: news)?|untrue|legend|error|mistake)(?: (?:no\.? ?)?\d+)?"
    r"|what (?:they|people|some) (?:say|said|think|write)|true or false|fact or fiction|right or wrong)\s*[:?–—] ",
    re.IGNORECASE,
)
"""A label of what a sentence says of its own words: "Myth 3: France has never used its veto."."""
LABELS = frozenset(
    {"myth", "fiction", "falsehood", "misconception", "fake", "untrue", "legend", "error", "mistake", "false", "wrong",
     "say", "said", "think", "write", "wrongly", "falsely", "mistakenly", "erroneously", "incorrectly"}
)  # fmt: skip


def may_deny(sentence: Sentence) -> bool:
    words = sentence.words
    text = sentence.text
    return " that " in text or 'about "' in text or not (words.isdisjoint(SAYING) and words.isdisjoint(LABELS))


def taken_back(sentence: Sentence, before: Sentence) -> bool:
    """ "UNANIMOUS, said one headline. Premature.": whether a sentence does no more than deny what somebody said."""
    if len(sentence.chunks) > LONGEST_DENIAL:
        return False
    words = " ".join(c.lower for c in sentence.chunks if c.is_word)
    if sentence.question and words in ASKED_WHETHER:
        return True
    return words in _WORDS["bare"] and (before.said_by is not None or "reporting" in before.kinds)


ASKED_WHETHER = ("true or false", "right or wrong", "fact or fiction", "myth or fact")
"""Behind what a quiz leaves open."""


@cache
def _corrections() -> re.Pattern[str]:
    words = _sources("corrected")["corrected"]
    return re.compile(rf"(?:^|[,;:(—–-]\s*|\.{{2,3}}\s*|\band |\bbut )(?:{words})(?!\w)", re.I)


def corrected(claims: list[VoteClaim], sentence: Sentence) -> list[VoteClaim]:
    """The claims of a text up to a sentence, without what it takes back: "Chad wrote it... no, I correct myself, Niger
    did", or in the sentence before.
    """
    if sentence.words.isdisjoint(CORRECTING) or (back := _corrections().search(sentence.text)) is None:
        return claims
    taken_in, at = (sentence.index if back.start() else sentence.index - 1), sentence.start + back.start()
    last = max((c.end for c in claims if c.sentence == taken_in and c.end <= at), default=0)
    return [c for c in claims if c.sentence != taken_in or c.end != last]


CORRECTING = frozenset({"wait", "sorry", "scratch", "strike", "correct", "corrected", "hang", "oops", "pardon"})
"""Of which one stands in each of the words that take back."""


def turned(claims: Sequence[VoteClaim], sentence: Sentence) -> list[VoteClaim]:
    """What one member is denied to have done it did not do, who is denied to have a seat has none, and a unanimity that
    is denied there was not; of anything else that is denied, nothing is asserted.
    """
    stretches = denied(sentence.text)
    quiet = hushed(sentence.text)
    if not (stretches or quiet):
        return list(claims)
    kept: list[VoteClaim] = []
    for claim in claims:
        if _within(claim, quiet, sentence.start):
            continue
        if not _within(claim, stretches, sentence.start):
            kept.append(claim)
        elif isinstance(claim, Tally) and claim.unanimous:
            kept.append(replace(claim, unanimous=False, share=NOT_ALL))
        elif _of_one_member(claim):
            kept.append(replace(claim, negated=not claim.negated))
    return kept


def _of_one_member(claim: VoteClaim) -> TypeGuard[Position | Membership]:
    """Whether what it did, or that it has a seat, may be denied of the one member named."""
    if isinstance(claim, Position):
        return len(claim.members.named) == 1 and not (claim.only or claim.noun)
    return isinstance(claim, Membership) and claim.form == "seat" and len(claim.members.named) == 1


def _within(claim: VoteClaim, stretches: Sequence[tuple[int, int]], opens: int) -> bool:
    start, end = claim.start - opens, claim.end - opens
    return any(
        first < end <= last or first <= start < last or (start <= first and last <= end) for first, last in stretches
    )
