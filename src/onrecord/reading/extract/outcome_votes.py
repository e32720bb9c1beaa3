"""What a body "voted": "voted for the text", "voted it through", "voted on Monday to suspend Libya"; and the claim that
readers of outcomes make of a noun and a verb.
"""

from __future__ import annotations

from onrecord.reading.assertion import asserted, negated
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Outcome
from onrecord.reading.clauses import clause_end, subject, verb_group_start
from onrecord.reading.extract.citations import ELSEWHERE
from onrecord.reading.extract.outcome_words import WORDS, every_time, of_amendment
from onrecord.reading.extract.voting_ways import complement, infinitive
from onrecord.reading.extract.voting_words import VOTED_TO
from onrecord.reading.nouns import Noun, verbish
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

NONE = WORDS["none"]

WHEN_OR_HOW = WORDS["when_or_how"]
LETTING = word_sets("clause_words.csv")["letting"]


def voted_for(sentence: Sentence, found: list[Phrase], at: int) -> Outcome | None:
    """ "The Council voted for the text", "in favour of a ceasefire", "against it": most of its members, at any rate."""
    chunks = sentence.chunks
    choice, last = complement(sentence, found, at)
    if chunks[last - 1].lower == "to":
        return voted_to_do(sentence, found, at)
    noun = subject(sentence, found, at) if choice in ("yes", "no") and chunks[last].has("yes_noun", "no_noun") else None
    if noun is None or noun.kind != "body" or noun.last >= at or chunks[noun.last + 1].lower in ("of", "'s"):
        return None
    if not asserted(sentence, at, noun.last, "past") or negated(sentence, at, noun.last):
        return None
    last = clause_end(sentence, found, last)
    words = sentence.text
    if any(c.has("text", "pronoun_text") for c in chunks[at + 1 : last + 1]):
        words = ""
    outcome = "adopted" if choice == "yes" else "failed"
    return Outcome(*sentence.placed(noun.first, last, at), outcome=outcome, words=words, soft=True)


def voted_to_do(sentence: Sentence, found: list[Phrase], at: int) -> Outcome | None:
    """ "The Assembly voted on Monday to suspend Libya": what it voted to do was adopted."""
    chunks = sentence.chunks
    choice, verb = complement(sentence, found, at) if chunks[at].lower != VOTED_TO else infinitive(chunks, at)
    if not chunks[verb].text.islower() or not all(_when_or_how(c) for c in chunks[at + 1 : verb - 1]):
        return None  # "voted on aid to Syria"
    noun = subject(sentence, found, at) if choice in ("yes", "no") else None
    if noun is None or noun.kind != "body" or noun.last >= at or chunks[noun.last + 1].lower in ("of", "'s"):
        return None
    if any(c.has("elsewhere") or c.lower in ELSEWHERE for c in chunks[noun.first : noun.last]):
        return None
    if not asserted(sentence, at, noun.last, "past") or negated(sentence, verb, noun.last):
        return None
    if chunks[verb].verb("abstain") is not None or chunks[verb].lower in LETTING or every_time(sentence, found, at):
        return None
    if verb + 1 >= len(chunks) or chunks[verb + 1].lower in ("it", "them", "him", "her"):
        return None  # "voted to enlarge it": of no subject that is named
    outcome = "adopted" if choice == "yes" else "failed"
    return claim_of(sentence, found, noun, verb, outcome, False, act=choice == "yes", loose=True, by_body=True)


def _when_or_how(chunk: Chunk) -> bool:
    """Words between "voted" and "to": "on Monday", "overwhelmingly", "in an emergency session"."""
    known = chunk.date is not None or chunk.number is not None or chunk.lower in WHEN_OR_HOW
    return (
        known or chunk.has("preposition", "adverb", "determiner", "assembly", "council") or chunk.lower.endswith("ly")
    )


def claim_of(
    sentence: Sentence,
    found: list[Phrase],
    noun: Noun,
    at: int,
    outcome: str,
    unable: bool,
    *,
    act: bool = False,
    loose: bool = False,
    none: bool = False,
    amendment: bool = False,
    by_body: bool = False,
    owner: str = "",
) -> Outcome:
    chunks = sentence.chunks
    last = clause_end(sentence, found, at)
    first = noun.first
    group = verb_group_start(chunks, at)
    if any(c.has("and", "but") for c in chunks[noun.last + 1 : group]) and any(
        verbish(c) for c in chunks[noun.last + 1 : group]
    ):
        first = group
    start, end = chunks[first].start, chunks[last].end
    inside = chunks[noun.first : noun.last + 1]
    quantity = next(
        (
            int(c.number.value)
            for c in inside
            if c.number is not None and not c.number.ordinal and 1 < c.number.value < 20
        ),
        None,
    )
    if any(c.has("cite") for c in inside):
        quantity = None
    if quantity is None and (inside[0].lower in ("neither", "both") or chunks[noun.first - 1].lower == "neither"):
        quantity = 2
    neither = first > 0 and chunks[first - 1].lower in ("neither", "no")
    denied = negated(sentence, at, noun.last) or chunks[noun.first].lower in NONE or neither
    words = ""
    if loose:
        words = sentence.text[chunks[noun.first].start - sentence.start : end - sentence.start]
        if owner:
            words = f"{owner} {sentence.text}"
    return Outcome(
        start=start,
        end=end,
        sentence=sentence.index,
        said_by=sentence.speaker_at(chunks[at].start),
        outcome=outcome,
        negated=denied or unable or none,
        quantity=quantity,
        act=act,
        did=" ".join(c.text for c in chunks[at : at + 3]) if act else "",
        words=words,
        by_body=by_body,
        amendment=amendment or of_amendment(chunks, noun) or of_amendment(chunks, Noun(group - 1, group - 1, "text")),
    )
