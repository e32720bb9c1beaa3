"""Counts of further votes told in a few words behind one told in full: "In March 2022 it had been 141", "then with 143
on the annexations", "ten voted yes in the spring, eleven in the autumn".
"""

from __future__ import annotations

from itertools import chain

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import LARGEST_COUNCIL, Tally, whole
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.tally_words import clause_start, needed, numbered, supposed
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

FEWEST_STATES = 21
BACK = 2
"""Sentences between a count in full and those told by it."""
SUBJECTS = word_sets("tally_words.csv")["score_again"]
STOOD = frozenset({"stood at", "came to", "stood", "reached", "numbered"})
AGAIN = frozenset(
    {"on", "for", "in", "at", "over", "once more", "again", "once again", "only", "once", "instead", "too", "last"}
)
"""Words that may follow a number that counts the members which voted for a text."""
MORE = frozenset({"again", "once more", "once again", "too", "as well", "also"})
"""Words behind a number that is the same as the one before."""
LEADING = frozenset({"only", "just", "even", "still", "again", "a", "mere", "barely", "as", "many"})
REACH = 8
THEN_REACH = 7


def counted_again(sentence: Sentence, claims: list[Tally], discourse: Discourse) -> list[Tally]:
    """Left to right; none where no count of those for a text stands before in the sentence or shortly before it."""
    if not sentence.numbered:
        return []
    chunks = sentence.chunks
    told = chain(reversed(claims), reversed(discourse.tallies))
    near = (t for t in told if sentence.index - t.sentence <= BACK)
    before = next((t for t in near if t.yes is not None or (t.unanimous and not t.without_vote)), None)
    if before is None:
        return []
    most = whole(before.yes) if before.yes is not None else LARGEST_COUNCIL
    states = most > LARGEST_COUNCIL
    found: list[Tally] = []
    for at, chunk in enumerate(chunks):
        value = chunk.cardinal
        role = _role_told(claims, chunk)
        many = value is not None and (role != "yes" or (value >= FEWEST_STATES if states else value <= LARGEST_COUNCIL))
        if value is None or not value or not many:
            continue
        if any(c.start <= chunk.start < c.end and _gives(c, chunk) for c in claims) or at >= sentence.unreal_from:
            continue
        if numbered(chunks, at) or needed(chunks, at) or supposed(sentence, at) or not _alone(chunks, at):
            continue
        inside = any(c.yes is not None and c.start < chunk.start for c in (*claims, *found))
        if role != "yes":
            first = _as_it_was(sentence, at) or _moved_from(chunks, at)
            if first is not None:
                last = at + 1 + (chunks[at + 1].date is None) if _dated(chunks, at + 1) else at
                found.append(Tally(*sentence.placed(first, last, at), **{role: chunk.number}))  # type: ignore[arg-type]
            continue
        inside = inside or any(c.lower in ("support", "votes", "backing") for c in chunks[max(0, at - 3) : at])
        first = _as_it_was(sentence, at) if not inside else _as_it_was(sentence, at) or _beside(chunks, at)
        as_often = most == value and _once_more(chunks, at)
        first = _day_in_front(chunks, at) if first is None and as_often else first
        first = _of_another_time(chunks, at, most) if first is None else first
        if first is not None:
            last = at + 1 if at + 1 < len(chunks) and chunks[at + 1].date is not None else at
            last = at + 2 if _dated(chunks, at + 1) and chunks[at + 1].date is None else last
            last = at + 3 if _once_more(chunks, at) and _dated(chunks, at + 2) else last
            found.append(Tally(*sentence.placed(first, last, at), yes=chunk.number))
    return found


def _role_told(claims: list[Tally], number: Chunk) -> str:
    """ "Seven said no, where a year before there had been two": what those did who were counted right before."""
    told = next((c for c in reversed(claims) if c.end <= number.start), None)
    roles = [role for role in ("yes", "no", "abstain", "not_voting") if told and getattr(told, role) is not None]
    return roles[0] if len(roles) == 1 else "yes"


def _moved_from(chunks: list[Chunk], at: int) -> int | None:
    """ "Twelve abstained, up from one last year": where the words begin."""
    moved = at > 1 and chunks[at - 1].lower == "from" and chunks[at - 2].lower in ("up", "down")
    return at - 2 if moved and _dated(chunks, at + 1) else None


def _once_more(chunks: list[Chunk], at: int) -> bool:
    """Whether "again" or its like follows the number."""
    return at + 1 < len(chunks) and chunks[at + 1].lower in MORE


def _day_in_front(chunks: list[Chunk], at: int) -> int | None:
    """ "…, on 4 June fourteen again", "In September, fourteen once more.": where the time begins."""
    day = at - 2 if chunks[at - 1].text == "," else at - 1
    if day < 0 or chunks[day].date is None:
        return None
    opened = day - 1 if day and chunks[day - 1].has("preposition") else day
    before = chunks[opened - 1] if opened else None
    return opened if before is None or not before.is_word or before.has("and") else None


def _of_another_time(chunks: list[Chunk], at: int, most: int) -> int | None:
    """ "Last year, 187.", "; two years ago only thirteen.": where the time begins, with the number all that is said."""
    fewest = MOST_OF_THEM if most <= LARGEST_COUNCIL else FEWEST_STATES
    if (chunks[at].cardinal or 0) < fewest:
        return None
    day = at - 1
    while day > 0 and (chunks[day].lower in LEADING or chunks[day].text == ","):
        day -= 1
    ends = at + 1 >= len(chunks) or chunks[at + 1].text in ".;!"
    date = chunks[day].date
    if not ends or day == at or date is None or date.role != "at":
        return None
    opened = day - 1 if day and chunks[day - 1].has("preposition") else day
    opened -= bool(opened and chunks[opened - 1].lower == "back")
    return opened if opened == 0 or chunks[opened - 1].text in ",;:—–" else None


MOST_OF_THEM = 9
"""Votes by which the Council's texts pass."""


def _gives(claim: Tally, chunk: Chunk) -> bool:
    return any(part is chunk.number for part in (claim.yes, claim.no, claim.abstain, claim.not_voting))


def _alone(chunks: list[Chunk], at: int) -> bool:
    """Whether nothing that it might count stands behind the number."""
    if at + 1 >= len(chunks):
        return True
    following = chunks[at + 1]
    return not following.is_word or following.lower in AGAIN or following.date is not None or following.has("and")


def _dated(chunks: list[Chunk], at: int) -> bool:
    """Whether a time stands at chunk `at`: "last year", "in the autumn"."""
    if at < len(chunks) and chunks[at].date is not None:
        return True
    return at + 1 < len(chunks) and chunks[at].has("preposition") and chunks[at + 1].date is not None


def _as_it_was(sentence: Sentence, at: int) -> int | None:
    """ "In September it was thirteen", "a year ago there were 143", "then with 143": where the words begin."""
    chunks = sentence.chunks
    position = at - 1
    while position > 0 and chunks[position].lower in LEADING:
        position -= 1
    if position < 1:
        return None
    if chunks[position].lower in ("with", "by", "to"):
        before = range(position - 1, max(position - THEN_REACH, -1), -1)
        then = next((i for i in before if chunks[i].lower in ("then", "later")), None)
        if then is not None and not any(c.has("verb", "member") for c in chunks[then + 1 : position]):
            # The time of a count beside it is not its own.
            own = any(c.date is not None for c in chunks[then + 1 : position])
            return then if own or not sentence.dates else None
    verb = position
    while verb > 0 and chunks[verb].has("be", "have"):
        verb -= 1
    if (verb == position and chunks[position].lower not in STOOD) or chunks[verb].lower not in SUBJECTS | STOOD:
        return None
    first = clause_start(sentence, verb)
    timed = any(c.date is not None for c in chunks[max(first, verb - REACH) : verb])
    after = chunks[verb].lower != "there" and _dated(chunks, at + 1)
    return first if timed or after else None


def _beside(chunks: list[Chunk], at: int) -> int | None:
    """ "…, eleven in the autumn", "… and 153 in December", "… ; in 2023, 141": another time's number."""
    if chunks[at - 1].text == "," and at > 1 and chunks[at - 2].text == ")":
        return None  # "one in January (nine in favour), two in April": beside what the bracket tells of
    if chunks[at - 1].has("and") or chunks[at - 1].text in ",;:":
        if chunks[at - 1].text == "," and at > 1 and chunks[at - 2].date is not None:
            ends = at + 1 >= len(chunks) or not chunks[at + 1].is_word
            opened = at - 3 if at > 2 and chunks[at - 3].has("preposition") else at - 2
            return opened if ends and opened > 0 and not chunks[opened - 1].is_word else None
        return at if _dated(chunks, at + 1 + _once_more(chunks, at)) else None
    return None
