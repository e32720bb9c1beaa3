"""Numbers that look like part of a count and are none: votes held, the acts of one member, a few of those counted, the
figures of several texts at once, the votes that never came.
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.tally_words import ROLES
from onrecord.reading.table import word_sets

LARGEST_BALLOTS = 4
"""Up to so many "votes on" something are ballots, not votes cast."""
SEATS = (11, 15)
THEM_ALL = frozenset({"both", "twice", "each time", "both times", "every time", "on each occasion"})
THEM_ALL_OPEN = frozenset({"all", "the", "either", "one"})
LONGEST_OBJECT = 5
SPANNING = frozenset({"in", "within", "over", "across", "during", "inside"})
"""In front of a stretch of time, behind acts that filled it."""
BY_SOME = frozenset({"by", "from", "of"})
THERE = word_sets("tally_words.csv")["were_there"]
MISSING = frozenset({"missing", "lacking", "wanting", "elusive", "unattainable"})
OUT_OF = frozenset({"reach", "sight", "range"})


def occasions(chunks: list[Chunk], at: int, last: int) -> bool:
    """Whether the number at `at`, with the word of voting that ends at `last`, tells of no one vote's count."""
    return (
        _against_a_state(chunks, at)
        or _filling_a_time(chunks, last)
        or _as_many_as_texts(chunks, at, last)
        or _of_each_text(chunks, at)
        or by_some(chunks, last)
        or _of_any_text(chunks, at)
    )


def _against_a_state(chunks: list[Chunk], at: int) -> bool:
    """ "Two more votes against Israel in New York": ballots that went against it, and not what somebody voted."""
    if not 0 < (chunks[at].cardinal or 0) <= LARGEST_BALLOTS:
        return False
    votes = at + 1 + (at + 1 < len(chunks) and chunks[at + 1].lower in ("more", "further", "new"))
    if votes >= len(chunks) or chunks[votes].lower not in ("votes against", "votes"):
        return False
    name = votes + 1
    if chunks[votes].lower == "votes":
        if name >= len(chunks) or chunks[name].lower != "against":
            return False
        name += 1
    if name >= len(chunks) or not chunks[name].has("member"):
        return False
    return name + 1 >= len(chunks) or (not chunks[name + 1].has("text", "member") and chunks[name + 1].lower != "'s")


def _filling_a_time(chunks: list[Chunk], last: int) -> bool:
    """ "Seven negative votes in four days", "three noes within a week": one member's acts."""
    at = last + 1
    if at + 1 >= len(chunks) or chunks[at].lower not in SPANNING:
        return False
    behind = chunks[at + 1]
    if behind.lower in ("the", "those", "these", "a", "as") and at + 2 < len(chunks):
        behind = chunks[at + 2]
    return behind.date is not None and behind.date.form == "span"


def _as_many_as_texts(chunks: list[Chunk], at: int, last: int) -> bool:
    """ "One draft, one vote, one veto", "seven applicants, seven ballots": as many votes as there were texts."""
    value = chunks[at].cardinal
    if value is None or chunks[last].has("yes_noun", "abstention_noun"):
        return False
    beside = [i for i in (_listed_before(chunks, at), _listed_behind(chunks, last)) if i is not None]
    return any(chunks[i].cardinal == value and not chunks[i + 1].has(*(kind for kind, _ in ROLES)) for i in beside)


def _listed_before(chunks: list[Chunk], at: int) -> int | None:
    """Where the number before stands, in a list of numbers with a word each."""
    if at < 3 or chunks[at - 1].text not in ",;":
        return None
    return next((i for i in (at - 3, at - 4) if i >= 0 and chunks[i].cardinal is not None), None)


def _listed_behind(chunks: list[Chunk], last: int) -> int | None:
    if last + 3 >= len(chunks) or chunks[last + 1].text not in ",;":
        return None
    return last + 2 if chunks[last + 2].cardinal is not None else None


def _of_each_text(chunks: list[Chunk], at: int) -> bool:
    """ "Two were Russian and had five and four votes": the figures of several texts, in their order."""
    first = last = at
    while last + 2 < len(chunks) and _joins(chunks[last + 1]) and chunks[last + 2].cardinal is not None:
        last += 2
    while first > 1 and _joins(chunks[first - 1]) and chunks[first - 2].cardinal is not None:
        first -= 2
    figures = [chunks[i].cardinal or 0 for i in range(first, last + 1, 2)]
    if len(figures) < 2 or sum(figures) in SEATS or not any(chunks[i].has("and") for i in range(first, last)):
        return False
    got = chunks[first - 1] if first else None
    behind = chunks[last + 1] if last + 1 < len(chunks) else None
    if got is None or not (got.has("obtain", "have") or got.lower in ("with", "by")):
        return False
    if any((entry := c.get("text")) is not None and entry.value == "amendment" for c in chunks[:first]):
        return False  # their votes are rarely told otherwise
    return behind is None or not behind.is_word or behind.has("vote_noun", "yes_noun") or behind.lower == "respectively"


def _joins(chunk: Chunk) -> bool:
    return chunk.text == "," or chunk.has("and")


def never_came(chunks: list[Chunk], at: int) -> bool:
    """ "Nine votes in favour were never there", "there were no nine votes", "seven votes were out of reach"."""
    if at and chunks[at - 1].has("negation", "no_noun") and at > 1 and chunks[at - 2].has("be", "have", "do"):
        return True
    behind = chunks[at + 1 : at + 10]
    verb = next((i for i, c in enumerate(behind) if not c.has("vote_noun", "yes_noun", "adverb")), len(behind))
    if verb == 0:
        return False
    denied = False
    for chunk in behind[verb:]:
        if not chunk.is_word or chunk.has("but"):
            return False
        denied = denied or chunk.has("negation")
        if chunk.lower in MISSING or chunk.lower in OUT_OF or (denied and chunk.lower in THERE):
            return True
        if chunk.has("verb") and chunk.lower not in THERE:
            # "weren't there" is a verb of staying away
            return chunk.lower.endswith(" there")
    return False


def of_them_all(chunks: list[Chunk], verb: int) -> bool:
    """ "No member voted yes to both", "nobody abstained twice": of none of the votes alone."""
    for at in range(verb + 1, min(verb + 1 + LONGEST_OBJECT, len(chunks))):
        chunk = chunks[at]
        if not chunk.is_word or chunk.has("but"):
            return False
        if chunk.lower in THEM_ALL:
            return True
        if chunk.lower in THEM_ALL_OPEN and at + 1 < len(chunks) and (chunks[at + 1].cardinal or 0) > 1:
            return True
    return False


def _of_any_text(chunks: list[Chunk], at: int) -> bool:
    """ "A proposal with two votes falls of itself": of whatever text."""
    if at < 3 or chunks[at - 1].lower not in ("with", "having"):
        return False
    head = next((i for i in range(at - 2, max(at - 5, -1), -1) if chunks[i].has("text")), None)
    if head is None or head == 0 or chunks[head - 1].lower not in ("a", "an", "any", "no", "every"):
        return False
    behind = (c for c in chunks[at + 1 : at + 8] if not c.has("vote_noun", "veto_noun"))
    verb = next((c for c in behind if c.has("verb", "be", "have", "do", "modal")), None)
    if verb is None or (head > 1 and chunks[head - 2].is_word and not chunks[head - 2].has("and", "but", "relative")):
        return False
    return (
        verb.has("modal")
        or verb.lower in ("is", "has", "does")
        or any(e.kind == "verb" and e.form == "third" for e in verb.entries)
    )


def by_some(chunks: list[Chunk], last: int) -> bool:
    """ "No negative vote by a permanent member", "two abstentions by Africans": of some of the members only."""
    if last + 1 >= len(chunks) or chunks[last + 1].lower not in BY_SOME:
        return False
    behind = chunks[last + 2 : last + 6]
    closed = next((i for i, c in enumerate(behind) if not c.is_word or c.has("member", "verb")), len(behind))
    return any(c.has("group", "of_adjective") for c in behind[:closed])


def of_some_members(chunks: list[Chunk], first: int, last: int) -> bool:
    """ "None of the ten members who had supported it": nobody of a few, told by a number or by what they did."""
    of = next((i for i in range(first, last) if chunks[i].lower == "of"), None)
    some = of is not None and any(
        c.cardinal is not None and c.cardinal not in SEATS and c.cardinal < 50 for c in chunks[of + 1 : last + 1]
    )
    return some or (last + 1 < len(chunks) and chunks[last + 1].has("relative"))
