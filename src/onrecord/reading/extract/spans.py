"""How far a claim's words reach: from its subject, with what leads up to it, to the end of its clause."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.parsed import Phrase, Sentence, covering, finite, possessed
from onrecord.reading.table import word_sets

LONGEST = 28
"""Chunks behind a claim's last word within which its clause must end."""
ENDS = frozenset(',;:—–.!?()"')
TIMED = frozenset({"after", "before", "when"})
LONGEST_TIME = 9
VOTING = ("abstention_noun", "veto_noun", "vote_noun", "text", "cite", "council", "assembly")
TAILS = word_sets("position_words.csv")["among_them"] | {"aside", "excepted"}


def clause_end(sentence: Sentence, found: list[Phrase], last: int) -> int:
    """The last chunk of the clause that chunk `last` stands in."""
    chunks = sentence.chunks
    position = last
    while position + 1 < len(chunks) and position - last <= LONGEST:
        chunk = chunks[position + 1]
        if chunk.text == "," and (tail := among_tail(chunks, found, position + 2)) is not None:
            return tail
        inside = _inside(found, position)
        if chunk.text == "," and _adjectives(chunks, position):
            position += 1
            continue
        if not inside and (chunk.text in ENDS or (chunk.has("but") and chunk.lower not in ("as", "so"))):
            if chunk.lower in TIMED and (timed := _of_time(chunks, found, position + 2)) is not None:
                return timed
            break
        if chunk.has("relative") and chunk.lower in ("which", "who", "whose"):
            break
        if chunk.has("and") and not inside and new_clause(sentence, found, position + 2):
            break
        if chunk.has("and") and _acts_then(chunks, position + 2):
            break
        position += 1
    while position > last and chunks[position].lower in ("as", "so", "and", "'"):
        position -= 1
    return position


def _acts_then(chunks: list[Chunk], at: int) -> bool:
    """ "Abstained in 1980 on 478 | and in 1981 voted for 487": behind a time a second verb of the same doer."""
    if at + 2 >= len(chunks) or not chunks[at].has("preposition") or chunks[at + 1].date is None:
        return False
    return chunks[at + 2].has("verb") and finite(chunks[at + 2])


def _of_time(chunks: list[Chunk], found: list[Phrase], at: int) -> int | None:
    """The end of "after a stormy meeting", "when the invasion was authorised", where it tells of nobody's vote."""
    for position in range(at, min(at + LONGEST_TIME, len(chunks) + 1)):
        if position == len(chunks) or chunks[position].text in ENDS:
            return position - 1 if position > at else None
        if (
            covering(found, position) is not None
            or chunks[position].has(*VOTING)
            or chunks[position].cardinal is not None
        ):
            return None
    return None


def _adjectives(chunks: list[Chunk], at: int) -> bool:
    """ "An immediate, unconditional and permanent ceasefire": the comma parts adjectives before their noun."""
    if at < 1 or at + 2 >= len(chunks) or not chunks[at - 1].has("determiner"):
        return False
    one, other = chunks[at], chunks[at + 2]
    return all(c.text.islower() and c.text.isalpha() and not c.entries for c in (one, other))


def afterthought(sentence: Sentence, found: list[Phrase], last: int, longest: int = 5) -> int:
    """Over a few words behind a comma that tell of no other vote and end the sentence: "so did Brazil, its partner"."""
    chunks = sentence.chunks
    if last + 1 >= len(chunks) or chunks[last + 1].text != "," or _as_it_had(chunks, last + 2):
        return last
    for position in range(last + 2, min(last + 3 + longest, len(chunks) + 1)):
        if position == len(chunks) or chunks[position].text in ".;!?—–":
            return position - 1 if position > last + 2 else last
        chunk = chunks[position]
        if chunk.text in ",:(" or (
            chunk.has("and", "but", "relative", "abstention_noun", "no_noun", "yes_noun", "veto_noun")
            and chunk.lower not in ("like", "as")
        ):
            return last
        if chunk.has("be") and chunks[last + 2].lower not in ("like", "as"):
            return last
        named = covering(found, position) is not None and not chunks[position - 1].has("preposition", "determiner")
        if (
            chunk.cardinal is not None
            or named
            or any(e.kind == "verb" and e.value not in ("act", "sponsor") for e in chunk.entries)
        ):
            return last
    return last


def _as_it_had(chunks: list[Chunk], at: int) -> bool:
    """ ", as it had in the Council in March": of another vote, which is a claim of its own."""
    said = [c.lower for c in chunks[at : at + 3]]
    return len(said) > 2 and said[0] == "as" and said[1] in ("it", "they") and said[2] in ("had", "did")


def among_tail(chunks: list[Chunk], found: list[Phrase], at: int) -> int | None:
    """The end of ", Britain and China among them" where that is what follows a comma."""
    for position in (at, at + 1):
        phrase = covering(found, position)
        if (
            phrase is not None
            and phrase.first == position
            and phrase.last + 1 < len(chunks)
            and chunks[phrase.last + 1].lower in TAILS
        ):
            told = chunks[phrase.last + 2] if phrase.last + 2 < len(chunks) else None
            own = told is not None and told.has("verb", "relative", "abstention_noun", "no_noun", "yes_noun")
            return None if own and chunks[phrase.last + 1].lower == "among those" else phrase.last + 1
    return None


def _inside(found: list[Phrase], at: int) -> bool:
    phrase = covering(found, at)
    return phrase is not None and at < phrase.last


def new_clause(sentence: Sentence, found: list[Phrase], at: int) -> bool:
    """Whether what stands behind "and" is a clause of its own."""
    chunks = sentence.chunks
    if at >= len(chunks):
        return False
    if chunks[at].has("verb", "negation", "so", "nobody", "everybody", "all_others"):
        return True
    for position in (at, at + 1):
        phrase = covering(found, position)
        if phrase is not None and phrase.first == position:
            return any(c.has("verb", "abstention_noun", "no_noun", "yes_noun") for c in chunks[at : at + 8])
    if chunks[at].cardinal is not None:
        return any(c.has("verb", "abstention_noun", "no_noun", "yes_noun") for c in chunks[at + 1 : at + 4])
    return chunks[at].lower in ("it", "they", "its", "so", "neither")


def lead_in(chunks: list[Chunk], found: list[Phrase], first: int) -> int:
    """Back over what belongs to a subject: an apposition, a time or place that leads in."""
    start = first
    while start > 0:
        before = chunks[start - 1]
        if (before.has("only", "determiner") and before.date is None and before.lower != "that") or before.lower in (
            "even",
            "not",
            "neither",
            "both",
            "with",
        ):
            start -= 1
            continue
        if before.date is not None:
            start -= 1
            while start > 0 and (
                chunks[start - 1].has("preposition", "determiner")
                or chunks[start - 1].lower in ("late", "early", "only", "back", "then")
            ):
                start -= 1
            continue
        if before.lower == "that" and _cleft(chunks, start - 1):
            return 0
        if before.text == "," and start > 1 and chunks[start - 2].date is not None:
            start -= 1
            continue
        if before.text == "," and (noun := _apposed(chunks, found, start - 1)) is not None:
            start = noun
            continue
        break
    while start < first and (chunks[start].text in ",\"'" or not chunks[start].is_word):
        start += 1
    return start


def _cleft(chunks: list[Chunk], that: int) -> bool:
    """ "It was in May 2014, over Syria, that …"."""
    if len(chunks) < 2 or chunks[0].lower != "it" or not chunks[1].has("be"):
        return False
    return not any(c.has("verb", "have", "do", "relative") for c in chunks[2:that])


def _apposed(chunks: list[Chunk], found: list[Phrase], comma: int) -> int | None:
    """ "Its former master, France": where the noun begins that the name behind the comma explains."""
    for position in range(comma - 1, max(comma - 7, -1), -1):
        chunk = chunks[position]
        if covering(found, position) is not None and not possessed(chunks, position):
            return None
        if chunk.has("determiner") and (
            position == 0 or chunks[position - 1].text in ",;:—–(" or chunks[position - 1].has("and", "but")
        ):
            return position
        if chunk.has("verb", "preposition", "be", "have", "do") or chunk.text in ENDS:
            return None
    return None


def not_even(chunks: list[Chunk], subject: int) -> bool:
    """ "Not even Cuba was among the nine"."""
    return subject > 0 and (
        chunks[subject - 1].lower == "not even"
        or (subject > 1 and chunks[subject - 1].lower == "even" and chunks[subject - 2].lower == "not")
    )
