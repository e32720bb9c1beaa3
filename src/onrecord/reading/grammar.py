"""Small questions asked of a sentence's chunks: who is the subject, is it asserted, is it denied.

English is read shallowly on purpose: subjects stand to the left of their verb, agents behind "by", and
what cannot be told is left out rather than guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Named

CLAUSE_MARKS = frozenset(";:—")
SEATS = {"GROUP:P5": ("permanent", 5), "GROUP:E10": ("elected", 10)}
NUMERAL_PRONOUNS = {"the two": 2, "the three": 3, "all three": 3, "all four": 4, "all five": 5}
"""Pronouns that count members when a noun follows: "all three African members"."""
SUBJECT_REACH = 40
"""Chunks to the left of a verb within which its subject is looked for."""


@dataclass(slots=True)
class Sentence:
    index: int
    paragraph: int
    start: int
    end: int
    text: str
    chunks: list[Chunk]
    question: bool
    unreal_from: int = 10**9
    """From this chunk on a condition governs the sentence."""
    withdrawn: bool = False
    elsewhere: bool = False
    """It speaks of another body's votes: a parliament's, a court's, a match."""
    said_by: str | None = None
    quoted: list[tuple[int, int, str | None]] = field(default_factory=list)
    """Quotations that lie in it: start, end, speaker."""

    @property
    def dates(self) -> list[Chunk]:
        return [c for c in self.chunks if c.date is not None]

    def speaker_at(self, offset: int) -> str | None:
        for start, end, speaker in self.quoted:
            if start <= offset < end:
                return speaker
        return self.said_by


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some members as named, and the chunks that name them."""

    first: int
    last: int
    members: Members


# --- members ---------------------------------------------------------------------------------


def names_member(chunk: Chunk) -> bool:
    return chunk.has("member", "prefix") and not chunk.has("blocked")


def is_demonym(chunk: Chunk) -> bool:
    entry = chunk.get("member")
    return entry is not None and entry.form == "demonym"


def possessed(chunks: list[Chunk], at: int) -> bool:
    """Whether `'s` follows, so that the name owns what comes next."""
    return at + 1 < len(chunks) and chunks[at + 1].lower in ("'s", "'")


def _element_end(chunks: list[Chunk], at: int) -> int | None:
    """The last chunk of one member named from `at`: "France", "the French ambassador", "Japan's envoy"."""
    if at >= len(chunks):
        return None
    chunk = chunks[at]
    if not (names_member(chunk) or chunk.has("group")):
        return None
    following = at + 1
    if possessed(chunks, at):
        following = at + 2
    probe = following
    while probe < len(chunks) and probe - following < 3 and chunks[probe].lower in ("un", "u.n.", "deputy", "acting", "new", "own", "foreign", "interim", "permanent"):
        probe += 1
    if probe < len(chunks) and chunks[probe].has("delegate"):
        return _skip_name(chunks, probe)
    if possessed(chunks, at):
        return None
    if is_demonym(chunk) and not chunk.has("group"):
        return None
    return at


def _skip_name(chunks: list[Chunk], at: int) -> int:
    """Past a personal name in apposition: "ambassador Jane Doe"."""
    last = at
    while last + 1 < len(chunks) and chunks[last + 1].text[0].isupper() and not chunks[last + 1].has("verb", "council"):
        last += 1
        if last - at >= 3:
            break
    return last


def members_from(chunks: list[Chunk], at: int) -> Phrase | None:
    """Members named one after another from chunk `at`: "Algeria, Brazil and the Russian Federation"."""
    first = at
    named: list[Named] = []
    groups: list[str] = []
    position = at
    last = at - 1
    joined = False
    while position < len(chunks):
        if chunks[position].lower in ("the", "both", "including", "only", "alone", "notably", "even", "also", "either", "of course", "and", "then") and (position == at or chunks[position].lower != "and") or (
            chunks[position].has("only") and position == at
        ):
            position += 1
            continue
        end = _element_end(chunks, position)
        if end is None:
            break
        _collect(chunks[position], named, groups)
        last = end
        position = end + 1
        if position < len(chunks) and chunks[position].text == "(":
            close = _closing(chunks, position)
            position = last = close
            position += 1
        separators = 0
        if joined and position < len(chunks) and (chunks[position].has("and") or (chunks[position].text == "," and position + 1 < len(chunks) and chunks[position + 1].has("and"))):
            break
        while position < len(chunks) and separators < 3 and (chunks[position].text == "," or (chunks[position].has("and") and chunks[position].lower != "alongside")):
            joined = joined or chunks[position].has("and")
            position += 1
            separators += 1
        if separators == 0:
            break
    if not named and not groups:
        return None
    text = " ".join(c.text for c in chunks[first : last + 1])
    return Phrase(first, last, Members(tuple(named), tuple(groups), text=text))


def _closing(chunks: list[Chunk], at: int) -> int:
    for position in range(at, min(at + 8, len(chunks))):
        if chunks[position].text == ")":
            return position
    return at


def _collect(chunk: Chunk, named: list[Named], groups: list[str]) -> None:
    entry = chunk.get("group")
    if entry is not None:
        groups.append(entry.value)
        return
    member = chunk.get("member")
    if member is not None:
        named.append(Named(chunk.text, member.aliases))


def phrases(chunks: list[Chunk]) -> list[Phrase]:
    """Every stretch that names members, left to right, none overlapping."""
    found: list[Phrase] = []
    position = 0
    while position < len(chunks):
        chunk = chunks[position]
        if names_member(chunk) or chunk.has("group"):
            phrase = members_from(chunks, position)
            if phrase is not None:
                found.append(phrase)
                position = phrase.last + 1
                continue
        else:
            other = quantified(chunks, position)
            if other is not None:
                found.append(other)
                position = other.last + 1
                continue
        position += 1
    return found


def quantified(chunks: list[Chunk], at: int) -> Phrase | None:
    """ "The other 14 members", "ten members", "all fifteen", "the rest", "nobody", "three African members", "we"."""
    chunk = chunks[at]
    if at > 0 and chunks[at - 1].lower == "of" and chunk.has("every"):
        return None
    if chunk.has("all_others"):
        last = at
        quantity = None
        if last + 1 < len(chunks) and chunks[last + 1].number is not None:
            last += 1
            quantity = _small(chunks[last])
        last = _through_member_noun(chunks, last)
        return Phrase(at, last, Members(others=True, quantity=quantity, text=_words(chunks, at, last)))
    if chunk.has("nobody"):
        last = _through_member_noun(chunks, at)
        return Phrase(at, last, Members(nobody=True, text=_words(chunks, at, last)))
    if chunk.has("everybody"):
        last = _through_member_noun(chunks, at)
        return Phrase(at, last, Members(everyone=True, text=_words(chunks, at, last)))
    if chunk.has("first_person") and chunk.lower not in ("our", "us"):
        return Phrase(at, at, Members(first_person=True, text=chunk.text))
    return _counted(chunks, at)


def _counted(chunks: list[Chunk], at: int) -> Phrase | None:
    position = at
    others = everyone = False
    quantity: int | None = None
    adjective: str | None = None
    for _ in range(6):
        if position >= len(chunks):
            return None
        chunk = chunks[position]
        if chunk.lower in NUMERAL_PRONOUNS and quantity is None:
            quantity = NUMERAL_PRONOUNS[chunk.lower]
            everyone = everyone or chunk.lower.startswith("all")
        elif chunk.lower in ("the", "all", "of", "its", "these", "those", "just", "only", "some", "another", "fully"):
            everyone = everyone or chunk.lower == "all"
        elif chunk.lower in ("other", "others", "remaining"):
            others = True
            if chunk.lower == "others" and quantity is not None:
                return Phrase(at, position, Members(others=True, quantity=quantity, text=_words(chunks, at, position)))
        elif chunk.number is not None and not chunk.number.ordinal and quantity is None and _small(chunk) is not None:
            quantity = _small(chunk)
        elif chunk.has("of_adjective", "member") and (quantity is not None or everyone or (chunk.has("of_adjective") and chunk.lower.endswith("s") and position > at)) and (is_demonym(chunk) or chunk.has("of_adjective")):
            adjective = chunk.text
        elif chunk.has("group") and quantity is not None and chunk.get("group").value in SEATS and quantity != SEATS[chunk.get("group").value][1]:  # type: ignore[union-attr]
            adjective = SEATS[chunk.get("group").value][0]  # type: ignore[union-attr]
            return Phrase(at, position, Members(quantity=quantity, adjective=adjective, others=others, text=_words(chunks, at, position)))
        elif chunk.has("member_noun"):
            if quantity is None and not others and not everyone and adjective is None:
                return None
            members = Members(others=others, everyone=everyone and not others and adjective is None, quantity=quantity, adjective=adjective, text=_words(chunks, at, position))
            return Phrase(at, position, members)
        else:
            break
        position += 1
    if (others or everyone) and quantity is not None and position - 1 > at:
        return Phrase(at, position - 1, Members(others=others, everyone=everyone and not others, quantity=quantity, adjective=adjective, text=_words(chunks, at, position - 1)))
    if adjective is not None and adjective[:1].isupper() and (quantity is not None or everyone or adjective.endswith("s")) and position - 1 > at:
        return Phrase(at, position - 1, Members(quantity=quantity, adjective=adjective, others=others, text=_words(chunks, at, position - 1)))
    return None


def _through_member_noun(chunks: list[Chunk], at: int) -> int:
    last = at
    for position in range(at + 1, min(at + 5, len(chunks))):
        chunk = chunks[position]
        if chunk.has("member_noun"):
            last = position
        elif chunk.lower not in ("of", "the", "council", "'s", "on") and not chunk.has("council", "of_adjective"):
            break
        elif chunk.has("council"):
            last = position
    return last


def _small(chunk: Chunk) -> int | None:
    number = chunk.number
    if number is None or number.ordinal or number.value != int(number.value) or not 0 <= number.value <= 195:
        return None
    return int(number.value)


def _words(chunks: list[Chunk], first: int, last: int) -> str:
    return " ".join(c.text for c in chunks[first : last + 1])


# --- subjects --------------------------------------------------------------------------------


def subject_of(sentence: Sentence, found: list[Phrase], verb: int) -> Phrase | None:
    """Who does what the verb at chunk `verb` says; None where the sentence does not say."""
    chunks = sentence.chunks
    by_last = {p.last: p for p in found}
    inside: dict[int, Phrase] = {i: p for p in found for i in range(p.first, p.last + 1)}
    position = verb - 1
    floor = max(0, verb - SUBJECT_REACH)
    relative = False
    while position >= floor:
        chunk = chunks[position]
        if chunk.text in CLAUSE_MARKS:
            return None
        if chunk.text == ")":
            position = _opening(chunks, position) - 1
            continue
        if chunk.text == "," and (owner := _before_aside(chunks, by_last, position, floor)) is not None:
            return owner
        phrase = by_last.get(position) or inside.get(position)
        if phrase is not None:
            if relative or not (governed(chunks, phrase.first) or _accompanying(chunks, phrase, verb)):
                return phrase
            position = phrase.first - 1
            continue
        if chunk.number is not None and position >= verb - 3 and _small(chunk) is not None and not any(c.text == "," for c in chunks[position:verb]) and _through_member_noun(chunks, position) >= verb - 2:
            return None
        if chunk.has("relative") and chunk.lower in ("who", "which", "that") and position == _first_of_clause(chunks, verb):
            relative = True
        elif _pronoun(chunk) and not _object_position(chunks, position) and position >= verb - 6:
            return Phrase(position, position, Members(pronoun=True, text=chunk.text))
        position -= 1
    return None


def _before_aside(chunks: list[Chunk], by_last: dict[int, Phrase], comma: int, floor: int) -> Phrase | None:
    """The members that an inserted clause is closed behind: "Syria, God forgive it, raised its hand"."""
    for other in range(comma - 1, max(comma - 14, floor), -1):
        if chunks[other].text in CLAUSE_MARKS:
            return None
        if chunks[other].text == ",":
            phrase = by_last.get(other - 1)
            if phrase is None or governed(chunks, phrase.first) or any(i in by_last and not governed(chunks, by_last[i].first) for i in range(other + 1, comma)):
                return None
            return phrase
    return None


def _first_of_clause(chunks: list[Chunk], verb: int) -> int:
    """Where the verb's own words begin: past auxiliaries, adverbs and negations to its left."""
    position = verb - 1
    while position >= 0 and verb - position < 9:
        if chunks[position].has("relative"):
            return position
        if chunks[position].text in ",;:—" and verb - position > 7:
            return position
        position -= 1
    return -1


def _pronoun(chunk: Chunk) -> bool:
    return chunk.lower in ("it", "they", "he", "she", "both", "the former", "the latter", "the two", "the three", "all three", "all four", "all five", "the pair", "the trio", "the duo")


def _object_position(chunks: list[Chunk], at: int) -> bool:
    """Whether the pronoun follows a verb or preposition, so that it is no subject ("vetoed it")."""
    if at == 0:
        return False
    before = chunks[at - 1]
    if before.has("verb") and at > 1 and chunks[at - 2].has("determiner"):
        return False
    return before.has("preposition", "verb") and before.lower not in ("as",)


def governed(chunks: list[Chunk], first: int) -> bool:
    """Whether a preposition governs the phrase ("in Moscow", "against Israel"), so that it is no subject."""
    position = first - 1
    while position >= 0 and (chunks[position].has("determiner", "only") or chunks[position].lower in ("the", "both", "either", "even")):
        position -= 1
    if position < 0:
        return False
    before = chunks[position]
    if before.lower == "of" and position > 0 and chunks[position - 1].has("delegate"):
        return False
    if before.lower in ("with", "as"):
        return False
    if before.text == "-":
        return before.end == chunks[first].start
    return before.has("preposition") or before.lower in ("despite", "unlike", "including", "except", "concerning", "regarding")


def _accompanying(chunks: list[Chunk], phrase: Phrase, verb: int) -> bool:
    """ "…, which made peace with Israel, voted against": behind "with" and closed by a comma it is no subject."""
    first = phrase.first - 1
    while first >= 0 and chunks[first].has("determiner"):
        first -= 1
    return first >= 0 and chunks[first].lower == "with" and any(c.text == "," for c in chunks[phrase.last + 1 : verb])


def _opening(chunks: list[Chunk], at: int) -> int:
    for position in range(at, max(at - 12, -1), -1):
        if chunks[position].text == "(":
            return position
    return at


# --- assertion -------------------------------------------------------------------------------


def negated(sentence: Sentence, verb: int, subject_last: int) -> bool:
    """Whether a negation stands between the subject and the verb."""
    chunks = sentence.chunks
    floor = _own_words(chunks, max(subject_last + 1, verb - 6, 0), verb)
    return any(chunks[i].has("negation") for i in range(floor, verb) if chunks[i].lower != "without" or i == verb - 1)


def _own_words(chunks: list[Chunk], floor: int, verb: int) -> int:
    """Past an inserted clause: "China, which might have known better, abstained"."""
    commas = [i for i in range(floor, verb) if chunks[i].text in ",—)" or chunks[i].lower in ("and", "but")]
    return commas[-1] + 1 if commas else floor


def asserted(sentence: Sentence, verb: int, subject_last: int, form: str) -> bool:
    """Whether the verb at chunk `verb` is said to have happened (or not to have), rather than supposed."""
    chunks = sentence.chunks
    if sentence.question or sentence.withdrawn or verb >= sentence.unreal_from:
        return False
    floor = _own_words(chunks, max(subject_last + 1, verb - 8, 0), verb)
    for position in range(verb - 1, floor - 1, -1):
        chunk = chunks[position]
        if chunk.has("realised"):
            return True
        if chunk.has("unreal"):
            return False
        if chunk.has("modal") and not _noun_after_determiner(chunks, position):
            return False
        if chunk.text in ";:—":
            break
    if form == "base" and verb > 0:
        before = chunks[verb - 1]
        if before.lower == "to":
            return False
        if subject_last >= 0 and verb - subject_last > 3 and not any(c.has("do", "negation", "and") for c in chunks[subject_last + 1 : verb]):
            return False
        if subject_last < 0 and not before.has("do", "negation", "and") and before.text != ",":
            return False
    return True


def _noun_after_determiner(chunks: list[Chunk], at: int) -> bool:
    return at > 0 and chunks[at - 1].has("determiner")


def unreal_from(chunks: list[Chunk]) -> int:
    """The first chunk that a condition governs; a sentence that opens with one is unreal throughout."""
    if chunks and chunks[0].lower in ("were", "should", "had") and len(chunks) > 2 and not chunks[0].has("and"):
        following = chunks[1]
        if following.has("member", "group", "determiner", "nobody", "everybody") or following.lower in ("it", "they", "he", "she"):
            return 0
    for position, chunk in enumerate(chunks):
        if chunk.has("condition"):
            return position
    return 10**9


def passive(chunks: list[Chunk], verb: int) -> bool:
    """Whether a form of "to be" stands before the participle at `verb`, adverbs between allowed."""
    position = verb - 1
    for _ in range(4):
        if position < 0:
            return False
        chunk = chunks[position]
        if chunk.has("be"):
            return True
        if chunk.has("verb", "member", "relative") or chunk.text in ",;:—()":
            return False
        position -= 1
    return False


def agent_after(sentence: Sentence, found: list[Phrase], verb: int, reach: int = 14) -> Phrase | None:
    """The members behind "by" that follow a passive or a noun: "was vetoed on Tuesday by Russia and China"."""
    chunks = sentence.chunks
    for position in range(verb + 1, min(verb + reach, len(chunks))):
        chunk = chunks[position]
        if chunk.text in ";:—" or (chunk.has("verb") and not chunk.verb("sponsor")):
            return None
        if chunk.lower == "by":
            following = position + 1
            while following < len(chunks) and chunks[following].has("determiner", "only") and chunks[following].lower != "another":
                following += 1
            for phrase in found:
                if phrase.first in (position + 1, following):
                    return phrase
    return None


def words_between(sentence: Sentence, first: int, last: int) -> Iterator[Chunk]:
    yield from sentence.chunks[max(first, 0) : last]
