"""Who does what a verb says: its subject, however far to the left it stands.

English is read shallowly on purpose: subjects stand to the left of their verb, agents behind "by", and
what cannot be told is left out rather than guessed.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.asides import opening, over_asides
from onrecord.reading.assertion import CLAUSE_MARKS
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.governing import accompanying, governed, is_pronoun, object_of, object_position
from onrecord.reading.naming import FOND, OWNING
from onrecord.reading.parsed import Phrase, Sentence, covering, finite, verb_group_start
from onrecord.reading.quantified import NUMERAL_PRONOUNS
from onrecord.reading.table import word_sets

SUBJECT_REACH = 40
"""Chunks to the left of a verb within which its subject is looked for."""
_WORDS = word_sets("clause_words.csv")
WORDS_IN_LY = _WORDS["no_adverb"]
BEFORE_NAMES = frozenset({"both", "even", "of", "those", "namely", "i.e.", "viz", "viz.", "to wit", "not"})
TITLES = _WORDS["title"]
HELPING = ("did not", "didn't", "does not", "doesn't", "do not", "don't")
"""In front of a verb: "did not join the veto but abstained"."""
DEPTH = 3
"""Verbs joined to one another through which a subject is followed."""
COUNTING = {"the two": 2, "the three": 3}
"""Pronouns that count those they stand for."""
VAGUE = _WORDS["vague"]


# --- subjects --------------------------------------------------------------------------------


def phrase_from(chunks: list[Chunk], found: list[Phrase], at: int) -> Phrase | None:
    """The phrase that begins at chunk `at`, articles before it allowed."""
    for position in range(at, min(at + 3, len(chunks))):
        phrase = covering(found, position)
        if phrase is not None and not (phrase.members.first_person and position == at):
            return phrase if phrase.first == position else None
        word = chunks[position].lower
        if (word in OWNING or phrase is not None) and (titled := _titled(chunks, found, position + 1)) is not None:
            return titled
        if phrase is not None:
            return phrase
        if not chunks[position].has("determiner", "only") and word not in BEFORE_NAMES and word not in FOND:
            return None
    return None


def _spoken_to(chunks: list[Chunk], at: int) -> bool:
    """ "China abstained, and you, ambassador, voted no": whom the text speaks to, who may be anybody."""
    if chunks[at].text == ",":
        at = next((i - 1 for i in range(at - 2, max(at - ADDRESS, 0), -1) if chunks[i].text == ","), at)
    return chunks[at].lower == "you" and not (at and chunks[at - 1].has("preposition"))


ADDRESS = 6
"""Chunks between "you" and its verb in which stands who is spoken to."""


def _titled(chunks: list[Chunk], found: list[Phrase], at: int) -> Phrase | None:
    """ "(Our) old neighbour Spain": the member behind what it is called."""
    title = next((i for i in range(at, min(at + 3, len(chunks) - 1)) if chunks[i].lower in TITLES), None)
    if title is None or any(c.entries or not c.is_word for c in chunks[at:title]):
        return None
    phrase = covering(found, title + 1)
    return phrase if phrase is not None and phrase.first == title + 1 and phrase.members.named else None


def subject_of(sentence: Sentence, found: list[Phrase], verb: int) -> Phrase | None:
    """Which members do what the verb at chunk `verb` says; None where the sentence does not say, or counts them."""
    doer = doer_of(sentence, found, verb)
    return None if doer is None or (doer.number is not None and covering(found, doer.first) is not doer) else doer


def doer_of(sentence: Sentence, found: list[Phrase], verb: int, depth: int = 0) -> Phrase | None:
    """Who does what the verb says: members, a pronoun for them, or a number of them ("ten", "nine of the 15").

    Looks left from the verb, over what is inserted, for the nearest phrase that is nobody's object; in a verb that
    is joined to another ("… and abstained") it is the other's.
    """
    chunks = sentence.chunks
    end = verb_group_start(chunks, verb)
    if end == 0:
        return None
    if end > 1 and chunks[end - 1].lower in SUMMING_UP and "relative" in chunks[end - 2].kinds:
        end -= 1  # "Germany and Belgium, who all voted yes"
    if "relative" in chunks[end - 1].kinds and chunks[end - 1].lower in ("who", "which", "that"):
        if (be := _only_one_that(chunks, end - 1)) is not None and depth < DEPTH:
            return doer_of(sentence, found, be, depth + 1)
        if (counted := _the_two_that(sentence, found, end - 1, depth)) is not None:
            return counted
        return _antecedent(chunks, found, end - 1)
    if (owner := _decider(chunks, end, verb)) is not None:
        return owner
    if end < verb and chunks[end].has("realised") and chunks[end].lower.split()[0].endswith("ing"):
        beside = covering(found, end - 1)
        if beside is not None:
            return beside  # "all others were for it, with Chad choosing to abstain"
    floor = max(0, end - SUBJECT_REACH)
    if _spoken_to(chunks, end - 1):
        return None
    if (summed := _summed_up(chunks, found, end - 1)) is not None:
        return summed
    if chunks[end - 1].lower == "neither" and end > 1 and covering(found, end - 2) is not None:
        end -= 1
    if covering(found, end - 1) is None and _most_of_them(chunks, end - 1):
        return None
    position = over_asides(chunks, found, end - 1, floor)
    if position < floor:
        return None
    chunk = chunks[position]
    if chunk.text == "," and (named := _spelled_out(chunks, found, position)) is not None:
        return named
    if chunk.text == "," and _unknown_person(chunks, found, position, floor):
        return None
    if (chunk.has("and", "but") or chunk.text == ",") and depth < DEPTH:
        joined = _of_verb_before(sentence, found, position, floor, depth)
        if joined is not None:
            return joined
    elif (head := _head(chunks, found, position)) is not None:
        return head.phrase
    return _nearest(chunks, found, position, floor, verb)


PARTS = _WORDS["part"]
PART_REACH = 6


def _most_of_them(chunks: list[Chunk], at: int) -> bool:
    """ "Although Chad abstained, a large majority of countries voted for it": not Chad."""
    if not chunks[at].has("member_noun"):
        return False
    back = range(at - 1, max(at - PART_REACH, 0), -1)
    of = next((i for i in back if chunks[i].lower == "of"), 0)
    return of > 0 and chunks[of - 1].lower in PARTS and all(c.is_word for c in chunks[of:at])


TWO = ("them", "the two", "these", "those", "these two", "those two")
"""What "both of" and "neither of" are said of."""
CONTRASTING = frozenset({"while", "whilst", "whereas"})
"""Words behind which another does something: "two were for it, Mali and Togo, while thirteen states abstained"."""
SUMMING_UP = ("all", "each")
SUMMING = frozenset({"all", "each", "every one", "both", "all of them", "both of them", "they all", "these all"})
"""What takes up a list before its verb: "Brazil, India, Gabon: all abstained"."""


def _summed_up(chunks: list[Chunk], found: list[Phrase], at: int) -> Phrase | None:
    """The list in front of the mark and "all" that end at chunk `at`."""
    first = at
    while first > 0 and (chunks[first].lower in ("of", "them") or chunks[first].has("adverb")):
        first -= 1
    if first > 0 and chunks[first - 1].lower == "they":
        first -= 1
    number = chunks[at].cardinal if chunks[at - 1].lower in ("these", "those", "all") else None
    first -= number is not None
    told = (
        number is not None
        or chunks[first].lower in SUMMING
        or chunks[first].lower in NUMERAL_PRONOUNS
        or chunks[at].lower in SUMMING
    )
    if first < 2 or not told or chunks[first - 1].text not in ":–—,":
        return None
    listed = covering(found, first - 2)
    size = len(listed.members.named) if listed is not None else 0
    opened = listed is not None and size > 1 and number in (None, size) and not governed(chunks, listed.first)
    return listed if opened else None


def _only_one_that(chunks: list[Chunk], relative: int) -> int | None:
    """The "was" of "was the only European state that"; None where nobody is singled out so."""
    singled = False
    for position in range(relative - 1, max(relative - 8, -1), -1):
        chunk = chunks[position]
        if chunk.has("be"):
            return position if singled else None
        singled = (
            singled
            or (chunk.has("only", "last_word") and chunk.lower != "alone")
            or (chunk.number is not None and chunk.number.ordinal)
        )
        singled = singled or (chunk.cardinal == 1 and chunks[position - 1].lower == "the")
        if chunk.text in ",;:—–" or chunk.has("verb", "relative", "preposition"):
            return None
    return None


def _the_two_that(sentence: Sentence, found: list[Phrase], relative: int, depth: int) -> Phrase | None:
    """Who "were the two that", "being the ones who": as many as are counted."""
    chunks = sentence.chunks
    at = relative - 1
    while at > 0 and (chunks[at].has("member_noun", "only") or chunks[at].lower in ("ones", "pair")):
        at -= 1
    size = COUNTING.get(chunks[at].lower, chunks[at].cardinal) if at > 0 else None
    ones = any(c.lower in ("ones", "pair") for c in chunks[at + 1 : relative])
    at -= size is not None and chunks[at].lower not in COUNTING
    definite = chunks[at].has("determiner") or chunks[at].lower in COUNTING
    if (size is None and not ones) or at < 2 or not definite or not chunks[at - 1].has("be"):
        return None
    doer = doer_of(sentence, found, at - 1, depth + 1) if depth < DEPTH else None
    named = len(doer.members.named) if doer is not None else 0
    return doer if named and size in (None, named) else None


def _decider(chunks: list[Chunk], end: int, verb: int) -> Phrase | None:
    """Whose decision it was: "China's decision to abstain", "the British refusal to vote"."""
    if not any(c.lower.split(" ")[0] in ("decision", "choice", "refusal", "failure") for c in chunks[end:verb]):
        return None
    at = end - 2 if chunks[end - 1].lower in ("'s", "'") else end - 1
    entry = chunks[at].get("member") if at >= 0 else None
    if entry is None:
        return None
    return Phrase(at, at, Members((Named(chunks[at].text, entry.aliases),), text=chunks[at].text))


def _spelled_out(chunks: list[Chunk], found: list[Phrase], comma: int) -> Phrase | None:
    """Names between commas behind a number or a noun that they spell out: "two, Chad and Ghana, abstained", "and
    the host, Qatar, abstained".
    """
    phrase = covering(found, comma - 1)
    if phrase is None or not phrase.members.named:
        return None
    before = phrase.first - 1
    while before > 0 and chunks[before].has("determiner"):
        before -= 1
    if before < 1 or chunks[before].text != ",":
        return None
    return phrase if chunks[before - 1].cardinal is not None or _definite_before(chunks, found, before) else None


def _definite_before(chunks: list[Chunk], found: list[Phrase], comma: int) -> bool:
    """Whether a noun that names no member and begins its clause ends before the comma: "and the fifteenth,"."""
    for position in range(comma - 1, max(comma - 7, -1), -1):
        chunk = chunks[position]
        if covering(found, position) is not None or not (chunk.is_word or chunk.lower == "'s"):
            return False
        if chunk.has("determiner") or chunk.lower in ("the", "its", "their", "another"):
            before = chunks[position - 1] if position else None
            return before is None or before.text in CLAUSE_MARKS or before.text == "," or before.has("and", "but")
        if chunk.has("be", "have", "do", "modal", "relative") or (
            chunk.has("verb") and not chunk.has("author", "text")
        ):
            return False
    return False


@dataclass(frozen=True, slots=True)
class _Head:
    phrase: Phrase | None
    """None where the subject is something else than members: a text, a body, people."""


def _head(chunks: list[Chunk], found: list[Phrase], at: int) -> _Head | None:
    """What stands right before the verb, as far as it is its subject; None where it is not ("Russia in Geneva
    vetoed").
    """
    chunk = chunks[at]
    phrase = covering(found, at)
    if phrase is not None:
        if (nobody := _all_but(chunks, found, phrase)) is not None:
            return _Head(nobody)
        return None if governed(chunks, phrase.first) else _Head(phrase)
    if at > 0 and chunks[at - 1].lower in ("those", "these") and chunk.cardinal in (2, 3):
        two = "the two" if chunk.cardinal == 2 else "the three"
        return _Head(Phrase(at - 1, at, Members(pronoun=True, text=two)))
    if (size := NUMERAL_PRONOUNS.get(chunk.lower)) is not None and at > 0:
        summed = covering(found, at - 1)
        if summed is not None and len(summed.members.named) == size and not governed(chunks, summed.first):
            return _Head(summed)
    if chunk.cardinal is not None and not (at > 0 and chunks[at - 1].has("cite")):
        members = Members(quantity=chunk.cardinal, text=chunk.text)
        return None if governed(chunks, at) else _Head(Phrase(at, at, members, chunk.number))
    if chunk.lower in ("more", "others") and at and (counted := chunks[at - 1]).cardinal is not None:
        members = Members(quantity=counted.cardinal, text=counted.text)
        return None if governed(chunks, at - 1) else _Head(Phrase(at - 1, at, members, counted.number))
    if chunk.text in ("I", "we") and at > 1 and chunks[at - 1].has("and"):
        # "the Chinese ambassador and I both abstained"
        beside = covering(found, at - 2)
        return _Head(beside) if beside is not None and not governed(chunks, beside.first) else None
    if chunk.lower in TWO and at > 1 and chunks[at - 1].lower == "of" and chunks[at - 2].lower in ("both", "neither"):
        return _Head(Phrase(at - 2, at, Members(pronoun=True, text="both")))
    if is_pronoun(chunk) and not object_position(chunks, at):
        text = "both" if chunk.lower == "neither" else chunk.text
        return _Head(Phrase(at, at, Members(pronoun=True, text=text)))
    if chunk.lower in VAGUE and not (at and chunks[at - 1].cardinal is not None):
        return _Head(None)
    first = _noun_start(chunks, found, at)
    if (
        first is not None
        and first > 0
        and chunks[first - 1].cardinal is not None
        and (chunk.lower.endswith("s") or chunk.has("member_noun"))
        and not governed(chunks, first - 1)
    ):
        counted = chunks[first - 1]
        return _Head(Phrase(first - 1, at, Members(quantity=counted.cardinal, text=counted.text), counted.number))
    if first is None or (first > 0 and chunks[first - 1].has("preposition") and chunks[first - 1].lower != "with"):
        return None
    definite = (
        chunks[first].has("determiner")
        or chunks[first].lower == "'s"
        or chunk.has("text", "council", "assembly", "cite")
    )
    return _Head(None) if definite or chunk.text[0].isupper() or chunk.lower.endswith("s") else None


def _unknown_person(chunks: list[Chunk], found: list[Phrase], comma: int, floor: int) -> bool:
    """ "Chad voted no, and Fawzi Bey, who had no orders, did not vote": a name that no table knows is the subject."""
    opening = next((i for i in range(comma - 1, max(floor, 1), -1) if chunks[i].text == ","), None)
    if opening is None or chunks[opening + 1].lower not in ("who", "whose"):
        return False
    name = chunks[opening - 1]
    return not name.entries and name.is_word and name.text[0].isupper() and covering(found, opening - 1) is None


def _all_but(chunks: list[Chunk], found: list[Phrase], phrase: Phrase) -> Phrase | None:
    """The "nobody" of "nobody but China", "no one except Qatar"."""
    between = chunks[phrase.first - 1] if phrase.first > 1 else None
    if between is None or not (between.has("exception") or between.lower in ("but", "save", "bar")):
        return None
    before = covering(found, phrase.first - 2)
    return before if before is not None and before.members.nobody else None


def _noun_start(chunks: list[Chunk], found: list[Phrase], at: int) -> int | None:
    """The first chunk of a noun phrase that names no members and ends at `at`."""
    first = at + 1
    while first > 0 and at - first < 6:
        before = chunks[first - 1]
        if covering(found, first - 1) is not None or not before.is_word or before.date is not None:
            break
        if before.has("determiner") or before.lower == "'s":
            return first - 1
        adverb = before.lower.endswith(("ly", "ed", "ing")) and before.lower not in WORDS_IN_LY
        plain = not before.entries and before.number is None and not adverb
        if not plain and not (
            before.has("text", "cite", "veto_noun", "vote_noun", "council", "assembly", "member_noun", "other", "hand")
            and not before.has("preposition")
        ):
            break
        first -= 1
    return first if first <= at else None


def _of_verb_before(sentence: Sentence, found: list[Phrase], at: int, floor: int, depth: int) -> Phrase | None:
    """The subject of a verb that stands before "and", "but" or a comma."""
    chunks = sentence.chunks
    tried = 0
    behind: Phrase | None = None
    for position in range(over_asides(chunks, found, at - 1, floor), floor - 1, -1):
        chunk = chunks[position]
        if chunk.text in CLAUSE_MARKS:
            return None
        if chunk.has("but") and behind is not None and phrase_from(chunks, found, position + 1) is behind:
            return behind  # "Chad abstained but Togo and Benin broke ranks and voted yes"
        counted = chunks[position - 1] if position and chunk.has("member_noun") else None
        if counted is not None and counted.cardinal is not None and not governed(chunks, position - 1):
            # "It was put forward by seven, and ten members, China among them, voted for it"
            members = Members(quantity=counted.cardinal, text=counted.text)
            return Phrase(position - 1, position, members, counted.number)
        named = covering(found, position)
        behind = named or behind
        if named is not None and _begins_anew(chunks, named, position, at):
            return None
        helping = chunk.lower in HELPING and position + 1 < at and chunks[position + 1].has("verb")
        if named is not None or not (finite(chunk) or helping):
            continue
        doer = doer_of(sentence, found, position + helping, depth + 1)
        if doer is not None and not (doer.first > 0 and chunks[doer.first - 1].lower in ("what", "how", "why")):
            return doer
        tried += 1
        if tried >= DEPTH:
            return None
    return None


def _begins_anew(chunks: list[Chunk], named: Phrase, position: int, at: int) -> bool:
    """Whether a name behind a comma, and a comma behind it, may be the subject of what follows."""
    return (
        position == named.first > 0
        and chunks[named.first - 1].text == ","
        and named.last < at
        and chunks[named.last + 1].text == ","
        and bool(named.members.named)
    )


def _antecedent(chunks: list[Chunk], found: list[Phrase], relative: int) -> Phrase | None:
    """Whom "which" or "who" stands for; None where that is no member."""
    position = relative - 1
    while position >= 0 and (
        chunks[position].text in ',—–("'
        or chunks[position].lower == "alone"
        or (chunks[position].has("and", "but", "adverb") and covering(found, position) is None)
        or chunks[position].lower in ("members", "countries", "states", "member", "ones")
    ):
        position -= 1
    if position < 0:
        return None
    if chunks[position].text == ")":
        position = opening(chunks, position) - 1
    phrase = covering(found, position)
    if (
        phrase is not None
        and phrase.first > 2
        and chunks[phrase.first - 1].lower in ("not", "rather than", "instead of")
        and chunks[phrase.first - 2].text in ",(–—"
    ):
        phrase = covering(found, phrase.first - 3)
    elif (
        phrase is not None
        and phrase.first > 1
        and chunks[phrase.first - 1].lower in ("rather than", "instead of", "more than")
    ):
        phrase = covering(found, phrase.first - 2)
    if phrase is not None:
        return phrase
    chunk = chunks[position]
    if chunk.cardinal is not None:
        return Phrase(position, position, Members(quantity=chunk.cardinal, text=chunk.text), chunk.number)
    return None


def _nearest(chunks: list[Chunk], found: list[Phrase], position: int, floor: int, verb: int) -> Phrase | None:
    """The nearest phrase to the left that nothing governs."""
    while position >= floor:
        chunk = chunks[position]
        if chunk.text in CLAUSE_MARKS or chunk.lower in CONTRASTING:
            return None
        over = over_asides(chunks, found, position, floor)
        if over != position:
            position = over
            continue
        phrase = covering(found, position)
        if phrase is not None:
            if not (
                governed(chunks, phrase.first) or accompanying(chunks, phrase, verb) or object_of(chunks, phrase.first)
            ):
                return phrase
            position = phrase.first - 1
            continue
        if is_pronoun(chunk) and not object_position(chunks, position) and position >= verb - 6:
            return Phrase(position, position, Members(pronoun=True, text=chunk.text))
        position -= 1
    return None
