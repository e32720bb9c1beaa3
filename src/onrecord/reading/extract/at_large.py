"""Votes on texts at large, of which no one vote is told: "the drafts that Russia vetoed", "other texts failed",
"whenever it came up Russia vetoed", "usually it is 15 to 0". They are true of what bears them out and wrong of none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Outcome, Position, Tally
from onrecord.reading.extract.of_many import EACH, HOW, OBJECTS
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import any_of, word_sets

_SOME = r"(?:some|many|most|several|one|few|a few|none|each|any|half|a handful)"
_LED = re.compile(
    rf"\b(?:whenever|wherever|(?:every|each) (?:year|time|autumn|spring)|any time|when it comes to"
    r"|in (?:other|most|some|many|those|all) (?:years|sessions)"
    rf"|(?:in|on) {_SOME} of (?:these|those|them|such|the others?)"
    r"|(?:in|on) (?:most|many|some|such|other|several|all)(?: such| other)? (?:votes|cases|texts|ballots)"
    r"|on average|usually|normally|typically|as a rule|ordinarily)\b[^.;:]*\Z",
    re.I,
)
"""Words in front of what was done at many times: "whenever Syria came up Russia vetoed"."""
_WORDS = word_sets("frequency.csv")
_VAGUELY_MANY = re.compile(
    rf"\b(?:{any_of(_WORDS['vaguely_many'])}) (?:\w+ ){{0,2}}?"
    r"(?:times|occasions|vetoes|texts|drafts|resolutions|motions|proposals|renewals)\b"
    rf"|\b(?:{any_of(_WORDS['over_again'])})\b"
)
"""Words for more votes than one without a number: "used its veto several times", "on a number of occasions"."""
_ANOTHER = re.compile(
    r"(?:one|another) (?:(?:such|similar|more) )?(?:text|draft|resolution|motion|proposal)\b(?! of)", re.I
)
"""Words for a text that nothing tells apart: "another text got nine votes"."""
_OF_SOME = re.compile(
    rf"\b(?:against|for|on|vetoed|blocked|opposed|supported|backed) "
    rf"(?:{_SOME} of (?:them|these|those|the others?)|the others|the ones)\b"
)
"""Words for texts of which only some are meant: "voted against some of them", "abstained on the others"."""
_TO_A_DEED = re.compile(
    r"\b(?:said|says|say|saying) (?:yes|no) to (?![A-Z]|(?:it|that|this|them|both|all|resolution|draft|S/)\b"
    r"|(?:the|a|this|that|its|their|[A-Z]\w+'s) (?:\w+ )?(?:draft|text|resolution|motion|proposal|amendment|measure))"
)
"""Words for what is agreed to or refused besides texts: "said yes to sending planes"."""
_TELLING = frozenset(
    {"whenever", "wherever", "every", "each", "any", "when", "years", "sessions", "some", "many", "most", "several",
     "one", "few", "none", "half", "handful", "such", "other", "others", "ones", "all", "average", "usually",
     "normally", "typically", "rule", "ordinarily", "another", "said", "says", "say", "saying"}
).union(max(words.split(), key=len) for kind in ("vaguely_many", "over_again") for words in _WORDS[kind])  # fmt: skip
"""Of which one stands in all the words above: a quick look before a slow one."""


_HAS_BEEN = re.compile(r"\b(?:has|have|had|'ve|'d) (?:\w+ly |always |long |also )?been\b")
_SO_LONG = re.compile(
    r"(?:since (?:the )?(?:[a-z]+ )?(?:\d|[A-Z][a-z]+(?: \d|\b(?=[.,;:)]|$))|independence)"
    r"|for (?:[\w-]+ ){0,3}(?:years|decades|centuries|months|weeks)\b)"
)


def of_long_standing(claim: Position, sentence: Sentence) -> bool:
    """ "Switzerland had been neutral since 1815", "Mali had been away for forty years": what it was, and no vote."""
    if "been" not in sentence.words or sentence.words.isdisjoint(("since", "for")):
        return False
    been = _HAS_BEEN.search(sentence.text, claim.start - sentence.start, claim.end - sentence.start)
    long = _SO_LONG.search(sentence.text, been.end()) if been is not None else None
    if been is None or long is None:
        return False
    told = sentence.text[been.end() : max(long.start(), claim.end - sentence.start)]
    return not any(mark in told for mark in ",;:.")


def softened(claim: Position, sentence: Sentence) -> Position:
    """The same, loose where it is of texts at large."""
    if claim.loose:
        return claim
    if of_long_standing(claim, sentence):
        return replace(claim, loose=True)
    if claim.members.part is not None and _as_a_habit(claim, sentence):
        return replace(claim, loose=True)
    if not sentence.words.isdisjoint(_TELLING):
        said, before = _said(claim, sentence)
        if _LED.search(before) is not None or any(w.search(said) for w in (_OF_SOME, _TO_A_DEED, _VAGUELY_MANY)):
            return replace(claim, loose=True)
    if "text" not in sentence.kinds and sentence.words.isdisjoint(AT_LARGE | OTHERS):
        return claim
    inside = [i for i, c in enumerate(sentence.chunks) if claim.start <= c.start < claim.end]
    return replace(claim, loose=True) if of_texts_at_large(sentence.chunks, inside) else claim


def _as_a_habit(claim: Position, sentence: Sentence) -> bool:
    """ "Most African states abstain on such texts", "several Arab states never vote": told of no one time."""
    inside = [c for c in sentence.chunks if claim.start <= c.start < claim.end]
    verbs = [{e.form for e in c.entries if e.kind == "verb"} for c in inside if c.has("verb")]
    return any(c.lower in ("never", "always", "such") for c in inside) or any(
        forms and forms <= {"base", "third"} for forms in verbs
    )


def softened_outcome(claim: Outcome, sentence: Sentence) -> Outcome:
    """The same, soft where it became of texts at large."""
    if claim.soft or claim.quantity is not None:
        return claim
    inside = [i for i, c in enumerate(sentence.chunks) if claim.start <= c.start < claim.end]
    verb = next((i for i in inside if sentence.chunks[i].has("verb", "be") and not _texts(sentence.chunks[i])), None)
    large = verb is not None and _subject_at_large(sentence.chunks, verb)
    return replace(claim, soft=True) if large or _LED.search(_said(claim, sentence)[1]) is not None else claim


def softened_count(claim: Tally, sentence: Sentence) -> Tally:
    """The same, stray where it is what is usual."""
    if claim.stray or sentence.words.isdisjoint(_TELLING):
        return claim
    said, before = _said(claim, sentence)
    large = _LED.search(before + said) is not None or _ANOTHER.match(said) is not None
    return replace(claim, stray=True) if large else claim


def _said(claim: Position | Outcome | Tally, sentence: Sentence) -> tuple[str, str]:
    """The claim's own words, and those of its sentence in front of it."""
    first = claim.start - sentence.start
    return sentence.text[first : claim.end - sentence.start], sentence.text[:first]


def of_texts_at_large(chunks: list[Chunk], inside: Sequence[int]) -> bool:
    """ "The drafts that Russia vetoed", "vetoes resolutions", "texts vetoed by Moscow", "whatever it voted against": of
    texts of which neither a number nor a word says which they are.
    """
    verb = next((i for i in inside if chunks[i].verb(*VOTING)), None)
    if verb is not None and chunks[verb - 1].has("be") and _subject_at_large(chunks, verb):
        return True
    if verb is None or any((day := chunks[i].date) is not None and day.role == "at" for i in inside):
        return False
    behind = verb + 1
    while behind < len(chunks) and (chunks[behind].has("yes_noun", "no_noun") or chunks[behind].lower in SOME):
        behind += 1
    if behind < len(chunks) and _texts(chunks[behind]):
        return True
    if behind < len(chunks) and chunks[behind].has(*OBJECTS) and chunks[behind].lower != "by":
        return False
    return _heads_a_clause(chunks, verb)


def _texts(chunk: Chunk) -> bool:
    return chunk.has("text") and chunk.lower.endswith("s")


def _heads_a_clause(chunks: list[Chunk], verb: int) -> bool:
    """Whether what was voted on stands before who did, as the clause's head: "texts (that) the Americans vetoed"."""
    subject = verb - 1
    while subject >= 0 and (chunks[subject].has("have", "be", "adverb") or chunks[subject].lower in USUALLY):
        subject -= 1
    if subject >= 0 and not chunks[subject].has("member") and _texts(chunks[verb - 1]):
        subject = verb
    elif subject >= 0 and chunks[subject].has("member"):
        while subject > 0 and _of_the_subject(chunks[subject - 1]):
            subject -= 1
    else:
        return False
    head = subject - 1
    if head >= 0 and chunks[head].has("relative"):
        head -= 1
    if head < 0:
        return False
    if chunks[head].lower in AT_LARGE or chunks[subject - 1].lower in AT_LARGE:
        return True
    before = chunks[max(0, head - HOW) : head]
    if _texts(chunks[head]):
        return not any((c.cardinal or 0) > 1 or c.lower in NAMED_ONES for c in before)
    return chunks[head].has("text") and bool(before) and before[-1].lower in EACH | {"any", "no"}


def _of_the_subject(chunk: Chunk) -> bool:
    return chunk.has("determiner", "member", "and") and chunk.lower not in AT_LARGE


def _subject_at_large(chunks: list[Chunk], verb: int) -> bool:
    """ "Some texts were vetoed", "the next ones failed", "those that came later were blocked"."""
    first = verb
    while first > 0 and chunks[first - 1].is_word and verb - first < LONGEST_SUBJECT:
        first -= 1
    subject = chunks[first:verb]
    plural = next((i for i, c in enumerate(subject) if _texts(c) or c.lower in OTHERS), None)
    if plural is None or any(c.has("member", "and") for c in subject[:plural]):
        return False
    words = {c.lower for c in subject}
    if (
        any((c.cardinal or 0) > 1 for c in subject[: plural + 1])
        or words & NAMED_ONES
        or "cite" in subject[plural].kinds
    ):
        return False
    return subject[0].lower != "the" or bool(words & LATER)


LONGEST_SUBJECT = 8
OTHERS = frozenset({"ones", "those", "others"})
SOME = frozenset({"such", "most", "some", "many", "other", "few", "any", "several"})
LATER = frozenset(
    {"ones", "others", "other", "next", "later", "earlier", "rest", "remaining", "previous", "subsequent"}
)
VOTING = ("veto", "vote", "block", "yes", "no", "abstain")
AT_LARGE = frozenset({"those", "ones", "whatever", "everything", "anything", "what"})
"""Words for texts that nothing tells apart."""
NAMED_ONES = frozenset({"both", "these", "two", "three"})
USUALLY = frozenset({"usually", "always", "often", "once", "also", "later"})
