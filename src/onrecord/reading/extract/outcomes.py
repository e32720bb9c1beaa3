"""What became of a text, without who voted how: "the draft failed", "the Council extended the mandate"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Outcome, VoteClaim
from onrecord.reading.extract.positions import clause_end
from onrecord.reading.grammar import Phrase, Sentence, agent_after, asserted, negated, passive

ACTIVE_COUNCIL = {"adopt": "adopted", "act": "adopted", "defeat": "failed"}
OF_TEXT = {"pass": "adopted", "fail": "failed"}
PASSIVE = {"adopt": "adopted", "defeat": "failed", "veto": "vetoed", "block": "vetoed", "act": "adopted"}


def outcomes(sentence: Sentence, found: list[Phrase], already: list[VoteClaim]) -> list[Outcome]:
    """`already` are the claims read in the same sentence: an outcome beside its own count is none of its own."""
    claims: list[Outcome] = []
    for at, chunk in enumerate(sentence.chunks):
        if not chunk.has("verb"):
            continue
        claim = _outcome(sentence, found, at)
        if claim is None:
            continue
        if any(c.start < claim.end and claim.start < c.end for c in (*already, *claims)):
            continue
        claims.append(claim)
    return claims


def _outcome(sentence: Sentence, found: list[Phrase], at: int) -> Outcome | None:
    chunks = sentence.chunks
    chunk = chunks[at]
    subject = _subject(sentence, at)
    if subject is None:
        return None
    what, first = subject
    is_passive = passive(chunks, at)
    for entry in chunk.entries:
        if entry.kind != "verb" or not asserted(sentence, at, first, entry.form):
            continue
        outcome: str | None = None
        if what == "body" and not is_passive:
            outcome = ACTIVE_COUNCIL.get(entry.value)
        elif what in ("text", "pronoun") and is_passive and entry.form in ("past", "participle", "base"):
            outcome = PASSIVE.get(entry.value)
            if outcome in ("vetoed",) and agent_after(sentence, found, at) is not None:
                return None
            if entry.value == "act" and what == "pronoun":
                outcome = None
        elif what in ("text", "pronoun") and not is_passive and entry.form != "gerund":
            outcome = OF_TEXT.get(entry.value)
            if entry.value == "adopt" and chunk.lower in ("passed", "carried", "passes") and _intransitive(chunks, at):
                outcome = "adopted"
        if outcome is None:
            continue
        if what == "pronoun" and not any(c.has("vote_noun", "text", "council", "veto_noun") or c.date is not None for c in chunks):
            return None
        end = clause_end(sentence, found, at)
        number = chunks[first - 1].number if first > 0 else None
        quantity = int(number.value) if number is not None and not number.ordinal and 1 < number.value < 20 else None
        start = first - 1 if quantity is not None else first
        start = _article(chunks, start)
        return Outcome(
            start=chunks[start].start, end=chunks[end].end, sentence=sentence.index,
            said_by=sentence.speaker_at(chunk.start), outcome=outcome, negated=negated(sentence, at, first), quantity=quantity,
        )  # fmt: skip
    return None


def _article(chunks: list[Chunk], at: int) -> int:
    while at > 0 and (chunks[at - 1].has("determiner", "member") or chunks[at - 1].lower in ("'s", "separate", "similar", "second", "first", "third", "last-minute", "rival", "new")):
        at -= 1
    return at


def _intransitive(chunks: list[Chunk], at: int) -> bool:
    if at + 1 >= len(chunks):
        return True
    following = chunks[at + 1]
    return not following.is_word or following.has("preposition", "and", "but", "unanimous") or following.date is not None or following.number is not None


def _subject(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """Whether a body, a text or a pronoun does it, and where it stands."""
    chunks = sentence.chunks
    position = at - 1
    while position >= 0 and at - position < 26:
        chunk = chunks[position]
        if chunk.text in ";:—":
            return None
        if chunk.has("council", "assembly", "same_body"):
            if not _after_preposition(chunks, position):
                return "body", position
        elif chunk.has("text"):
            if not _after_preposition(chunks, position):
                return "text", position
        elif chunk.number is not None and position > 0 and chunks[position - 1].has("cite"):
            return "text", position - 1
        elif chunk.lower in ("it", "that", "they", "this", "both", "which") and position >= at - 4 and not (position > 0 and chunks[position - 1].has("verb", "preposition")):
            return "pronoun", position
        elif chunk.has("verb") and chunk.lower not in ("draft",) and not _participle_of_noun(chunks, position):
            if position < at - 1 and not any(c.has("and", "but") for c in chunks[position:at]):
                return None
        elif chunk.has("member") and chunk.get("member").form not in ("demonym",) and position == at - 1:  # type: ignore[union-attr]
            return None
        position -= 1
    return None


def _participle_of_noun(chunks: list[Chunk], position: int) -> bool:
    entries = [e for e in chunks[position].entries if e.kind == "verb"]
    return any(e.form in ("past", "participle", "gerund") for e in entries) and any(c.has("text") for c in chunks[max(0, position - 3) : position])


def _after_preposition(chunks: list[Chunk], position: int) -> bool:
    before = position - 1
    while before >= 0 and (chunks[before].has("determiner", "member", "of_adjective") or chunks[before].lower in ("'s", "new", "draft", "security")):
        before -= 1
    return before >= 0 and chunks[before].has("preposition") and chunks[before].lower not in ("like",)
