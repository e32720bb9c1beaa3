"""Which words of a text a finding covers: the clause that makes the claim, and who is said to have done the same."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.checking.finding import ClaimKind, Finding
from onrecord.checking.settlers.settled import Settled
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.figure import Figure
from onrecord.reading.claims.vote import Outcome, Position, Reference, Sponsor, Tally, VoteClaim
from onrecord.reading.parsed import Sentence, finite
from onrecord.reading.read import Reading
from onrecord.reading.wording import clause, follows


def in_order(found: list[Finding]) -> list[Finding]:
    """As they stand in the text, the longest first; but "Chad, which abstained in May" before what that is part of:
    "Chad, which abstained in May, voted for it".
    """
    reach: dict[tuple[int, ClaimKind], int] = {}
    for one in found:
        key = one.start, one.kind
        reach[key] = max(reach.get(key, 0), one.end)
    return sorted(found, key=lambda f: (f.start, -reach[f.start, f.kind], f.end))


def words_of_claim(
    reading: Reading, claim: VoteClaim, answer: Settled, told: list[tuple[VoteClaim, Settled]]
) -> tuple[int, int]:
    """Offsets of the clause that makes the claim, those who are said to have done the same included.

    A figure's own words are enough: what else its clause says of the dead is for no series to bear out.
    """
    if isinstance(claim, Figure):
        return claim.start, claim.end
    sentence, end, beside = reading.sentences[claim.sentence], claim.end, 0
    others = []
    until = sentence.end
    for other, answered in told:
        if other is claim:
            continue
        if other.start >= claim.end and not _as_answered(answer, answered):
            until = min(until, other.start)
        if type(other) is not type(claim):
            if _right_before(sentence, other, claim):
                beside = max(beside, other.end)
        elif _echoes(claim, answer, other, answered) and follows(sentence, end, other.start):
            end = other.end
        else:
            others.append((other.start, other.end))
    named = isinstance(claim, Sponsor | Reference)
    hosts = (Sponsor, Reference, Outcome) if isinstance(claim, Position) else (Sponsor, Reference)
    before = (other for other, _ in told if not isinstance(other, hosts))
    foremost = isinstance(claim, Tally | Position) and all(other.start >= claim.start for other in before)
    reach = until if isinstance(claim, Tally) else None
    words = clause(sentence, claim.start, end, others, named=named, beside=beside, foremost=foremost, until=reach)
    if isinstance(claim, Position) and claim.negated:
        return words  # "the Russian veto stayed in the drawer"
    return _without_opinion(sentence, claim, *words) if isinstance(claim, Position | Tally | Outcome) else words


ACTS = ("veto_noun", "vote_noun", "no_noun", "abstention_noun")
ADOPTION = frozenset({"adoption", "passage", "passing", "defeat", "rejection"})
"""Nouns that presuppose what the clause then says something of."""
ON_RECORD = frozenset(
    {"text", "council", "assembly", "cite", "member", "group", "pronoun_text", "pronoun_member", "veto_noun",
     "member_noun", "abstention_noun", "no_noun", "yes_noun", "delegate", "vote_noun", "only", "last_word"}
)  # fmt: skip
"""Kinds of words that say something of a vote which a record can hold."""


def _without_opinion(sentence: Sentence, claim: VoteClaim, start: int, end: int) -> tuple[int, int]:
    """ "The American veto was a disgrace": that there was one is on record, and what somebody thinks of it is not."""
    chunks = sentence.chunks
    heads = (i for i, c in enumerate(chunks) if c.start >= claim.start and (c.has(*ACTS) or c.lower in ADOPTION))
    head = next(heads, None)
    if head is None or chunks[head].end > end or any(finite(c) for c in chunks[:head] if c.start >= claim.start):
        return start, end
    said = next((i for i in range(head + 1, len(chunks)) if finite(chunks[i]) or _says(chunks, i)), None)
    if said is None or not chunks[head].end < chunks[said].start < end:
        return start, end
    if any(c.text in ",:;—–(" or c.has("and", "but") for c in chunks[head:said]):
        return start, end  # "got three votes: Chad's, Mali's and – who knows why – Togo's"
    behind = [c for c in chunks[said:] if c.start < end]
    if any(c.number is not None or c.date is not None or c.has("verb") for c in behind):
        return start, end
    called = next((c for c in behind[1:] if not c.has("determiner", "adverb")), None)
    judged = chunks[said].has("be") and called is not None and called.is_word and not called.entries
    if not isinstance(claim, Position):
        judged = judged and behind[1].has("determiner")
    elif not judged:
        judged = _says(chunks, said) or all(c.kinds.isdisjoint(ON_RECORD) for c in behind)
    if not judged:
        return start, end
    last = next(i for i in range(said - 1, head - 1, -1) if chunks[i].is_word)
    return start, chunks[last].end


def _right_before(sentence: Sentence, other: VoteClaim, claim: VoteClaim) -> bool:
    """Whether nothing but a comma, or a comma and "and", parts the claim from the other before it."""
    comma = other.end < claim.start and sentence.text[other.end - sentence.start] == ","
    return comma and follows(sentence, other.end, claim.start)


def _echoes(claim: VoteClaim, answer: Settled, other: VoteClaim, answered: Settled) -> bool:
    """ "Britain abstained, and so did Germany"."""
    if not isinstance(claim, Position) or not isinstance(other, Position) or other.start < claim.end:
        return False
    return claim.choice == other.choice and _as_answered(answer, answered)


def _as_answered(answer: Settled, other: Settled) -> bool:
    """Whether two claims are answered alike, of the same votes."""
    return answer.verdict is other.verdict and [e.id for e in answer.events] == [e.id for e in other.events]


def _says(chunks: Sequence[Chunk], at: int) -> bool:
    """ "The American veto embodies …": a verb of the present that no table knows, as far as its spelling tells."""
    said, before = chunks[at], chunks[at - 1]
    ends = said.text.islower() and said.lower.endswith("s") and not said.entries
    return ends and not before.has("determiner", "preposition") and at + 1 < len(chunks) and chunks[at + 1].is_word
