"""Parts of a count told without a verb of voting: states that did what the text said, others that did not, members
that did as was said before.
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.tally_ballots import number_of
from onrecord.reading.extract.tally_subjects import FEWEST_STATES
from onrecord.reading.extract.tally_verbs import MOST_OF_THE_COUNCIL, WANTED
from onrecord.reading.extract.tally_words import Part, needed, numbered
from onrecord.reading.extract.voting_words import VOTED_TO
from onrecord.reading.parsed import Sentence

MANY_STATES = 40
"""Fewer seldom carry a text in the Assembly."""
DID_NOT_REACH = 14
"""Chunks behind those that were for it within which those stand that were not."""


def states_that(sentence: Sentence, parts: list[Part]) -> Part | None:
    """ "Fifty nations bade her withdraw; eight were against": whatever so many states did, they voted for it."""
    chunks = sentence.chunks
    if not parts or parts[0].role == "yes" or any(part.role == "yes" for part in parts):
        return None
    first = next((i for i, c in enumerate(chunks[: parts[0].first]) if c.cardinal is not None), None)
    if first is None or (chunks[first].cardinal or 0) < FEWEST_STATES or first + 2 >= parts[0].first:
        return None
    verb = chunks[first + 2]
    acts = verb.is_word and verb.text.islower() and not verb.has("be", "preposition", "member_noun", "modal", "and")
    if any((c.cardinal or 0) > (chunks[first].cardinal or 0) for c in chunks[first + 1 :]) or verb.has("adverb"):
        return None
    if not chunks[first + 1].has("member_noun") or not acts or numbered(chunks, first) or needed(chunks, first):
        return None
    parted = any(c.text in ",;:—–" or c.has("and", "but") for c in chunks[first + 2 : parts[0].first])
    return Part("yes", number_of(chunks[first]), first, first + 2, first + 2) if parted else None


def wanted_otherwise(chunks: list[Chunk], parts: list[Part]) -> list[Part]:
    """ "Ninety-three wanted it gone, two dozen wanted it to stay": the second against what the first were for. Of what
    only a few states wanted it is open on which side they were.
    """
    wanted = [p for p in parts if p.verb is not None and p.role == "yes" and _wants(chunks, p.verb)]
    for part in wanted[1:2]:
        part.role = "no"
    few = [p for p in wanted[:1] if p.verb is not None and chunks[p.verb].lower in WANTED and _few(p)]
    return [p for p in parts if p not in few]


def _few(part: Part) -> bool:
    value = part.value if isinstance(part.value, int) else part.value.value
    return MOST_OF_THE_COUNCIL.stop <= value < MANY_STATES or value < MOST_OF_THE_COUNCIL.start


def _wants(chunks: list[Chunk], verb: int) -> bool:
    """ "Wanted it gone", "voted to keep it out"."""
    if any(c.lower in ("after", "once", "when", "before") for c in chunks[:verb]):
        return False  # "after thirteen had voted to hear it, eleven voted to condemn it": of another vote
    return chunks[verb].lower in WANTED or any(c.lower == VOTED_TO for c in chunks[max(0, verb - 1) : verb + 1])


def did_so(sentence: Sentence, discourse: Discourse) -> Part | None:
    """ "Kenya voted in favour. Twelve did."."""
    if sentence.index - discourse.last_in > 1 or discourse.last_negated or sentence.words.isdisjoint(("did", "had")):
        return None
    words = [i for i, c in enumerate(sentence.chunks) if c.is_word and not c.has("member_noun", "adverb", "and")]
    if len(words) != 2:
        return None
    number, did = (sentence.chunks[i] for i in words)
    role = discourse.last_choice if discourse.last_choice in ("yes", "no", "abstain") else None
    if number.number is None or number.cardinal is None or did.lower not in ("did", "had") or role is None:
        return None
    return Part(role, number.number, words[0], words[1], words[1])


def did_not(chunks: list[Chunk], at: int, told: Part) -> Part | None:
    """ "Ninety states wanted it, and only twelve did not", "eleven agreed, four would not": those who said no to it."""
    if told.role != "yes" or told.verb is None:
        return None
    for position in range(at, min(at + DID_NOT_REACH, len(chunks) - 2)):
        if chunks[position].text in ";:—–" or chunks[position].has("verb", "relative"):
            return None
        if chunks[position].cardinal is None or not chunks[position + 1].has("do", "negation"):
            continue
        last = position + 1 if chunks[position + 1].has("negation") else position + 2
        ends = last + 1 >= len(chunks) or not chunks[last + 1].is_word
        if (
            chunks[last].has("negation")
            and ends
            and any(c.has("and", "but") or c.text == "," for c in chunks[at:position])
        ):
            return Part("no", number_of(chunks[position]), position, last, told.verb)
        return None
    return None
