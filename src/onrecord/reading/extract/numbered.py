"""What every ordinal's claim is made of, whichever way it is told."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.assertion import agent_after
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts, Count, Generalisation
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.extract.acts import says
from onrecord.reading.extract.context import earlier_here
from onrecord.reading.extract.counted_times import Times
from onrecord.reading.extract.doers import owner
from onrecord.reading.extract.said_on import said_to_be_on
from onrecord.reading.extract.state import OF_TWO, Discourse
from onrecord.reading.extract.stretches import Stretch, tail
from onrecord.reading.extract.with_soviets import SAID
from onrecord.reading.grammar import subject_of
from onrecord.reading.parsed import Phrase, Sentence, covering
from onrecord.reading.table import word_sets

_WORDS = word_sets("frequency.csv")
WAITED = _WORDS["waited_for"]
Numbered = Count | Generalisation
ROW = 5
NUMBER = ("number", "no.", "#")
"""In front of a number in place of an ordinal: "veto number 42"."""


def subject_here(
    sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse
) -> tuple[Members, frozenset[int]] | None:
    """Who does what the sentence told before an apposition: "Russia vetoed the text, the third veto since …"."""
    act = earlier_here(sentence, at, discourse)
    if act is None or not act.verbal:
        return None
    phrase = agent_after(sentence, found, act.last) if act.passive else subject_of(sentence, found, act.first)
    if phrase is None or not (phrase.members.named or phrase.members.groups):
        return None
    return phrase.members, frozenset(range(phrase.first, phrase.last + 1))


def pronoun_before(sentence: Sentence, at: int) -> bool:
    return any(c.lower in ("it", "this", "that") for c in sentence.chunks[max(0, at - 4) : at])


def order_of(chunks: list[Chunk], at: int) -> int:
    number = chunks[at].number
    return int(number.value) if number is not None else 1


def numbered_claim(
    sentence: Sentence, at: int, stretch: Stretch, counted: Acts, when: Times, order: int, restated: bool = False
) -> Numbered:
    chunks = sentence.chunks
    placed = sentence.placed(stretch.first, tail(chunks, stretch.last), at)
    both = len(counted.members.named) > 1 and counted.what == "veto" and counted.companions is None
    if both and any(c.lower in ("they", "the two", "the pair") for c in chunks[stretch.first : stretch.last + 1]):
        counted = replace(counted, together=True)  # "the first time in 35 years that they had done so"
    if order == 1:
        until = tuple(replace(d, role="at") for d in counted.period if d.role == "until")
        waited = any(c.has("negation") or c.lower in WAITED for c in chunks[stretch.first : at])
        if until and waited:
            # "Did not cast its first veto until 1970"
            when, counted = (
                replace(when, at=until),
                replace(counted, period=tuple(d for d in counted.period if d.role != "until")),
            )
        told_on = said_to_be_on(chunks, stretch.head) if counted.what == "veto" else None
        on = told_on[0] if told_on is not None else ""
        return Generalisation(*placed, acts=counted, form="first", at=when.at, said_on=on, restated=restated)
    return Count(*placed, acts=counted, ordinal=order, at=when.at, restated=restated)


def in_a_row(chunks: list[Chunk], at: int) -> str | None:
    """ "The third year in a row", "a second consecutive renewal", "the third straight time"."""
    for position in range(at + 1, min(at + ROW, len(chunks))):
        if says(chunks, position, "in_a_row"):
            around = {c.lower for c in chunks[at + 1 : position + 2]}
            return "year" if around & {"year", "years"} else "vote"
    return None


LEAST = ("at least", "at the least", "at the very least", "no less than", "if not more")
TO_EACH = ("both", "each", "either", "each of them", "both of them", "all of them", "all three", "them")


def at_least(chunks: list[Chunk], at: int) -> bool:
    """ "At least the second", "its hundredth at the very least"."""
    before = f" {' '.join(c.lower for c in chunks[max(0, at - 5) : at])} "
    behind = " ".join(c.lower for c in chunks[at + 1 : at + 9]).replace(" .", "").replace(" ,", "")
    return behind.endswith(LEAST) or any(f" {words} " in before for words in LEAST)


def of_each(chunks: list[Chunk], at: int) -> bool:
    """ "For both it is the second veto": of each of the matters spoken of, and of no count of all."""
    opens = next((i for i in range(at - 1, max(at - 9, -1), -1) if chunks[i].lower == "for"), None)
    return opens is not None and chunks[opens + 1].lower in TO_EACH


def for_whom(sentence: Sentence, found: list[Phrase], at: int) -> Phrase | None:
    """ "China and Russia vetoed it, for Beijing it was the nineteenth time", "(the French), for whom it was the first
    ever": of whom alone that is said.
    """
    chunks = sentence.chunks
    position = at - 1
    while position > 0 and not (chunks[position].lower in ("this", "that") and chunks[position + 1].has("be")):
        passed = chunks[position].has("determiner", "be", "adverb", *SAID)
        if not passed and chunks[position].lower not in ("'s", ",", *NUMBER):
            break
        position -= 1
    opening = covering(found, position) if position and chunks[position + 1].text == "," else None
    if opening is not None and opening.members.named:
        led = opening.first - 1 - (opening.first > 1 and chunks[opening.first - 1].has("determiner"))
        opens = led == 0 or (led > 0 and chunks[led - 1].text in ",;:—–")
        return opening if opens and chunks[led].lower == "for" else None  # "For Russia, number 42"
    if position < 1 or chunks[position].lower not in ("it", "this", "that"):
        return None
    if position > 2 and chunks[position - 1].lower in ("whom", "which") and chunks[position - 2].lower == "for":
        whose = covering(found, position - 3 - (chunks[position - 3].text == ","))
        return whose if whose is not None and whose.members.named else None
    named = position - 1
    while named > 0 and (chunks[named].text == "," or chunks[named].lower in TOO):
        named -= 1
    phrase = covering(found, named)
    if phrase is None or not phrase.members.named or phrase.first == 0:
        return None
    before = phrase.first - 1 - (phrase.first > 1 and chunks[phrase.first - 1].has("determiner"))
    return phrase if chunks[before].lower == "for" else None


TOO = frozenset({"too", "also", "as well", "itself", "though", "however", "by contrast"})


def for_somebody_else(chunks: list[Chunk], at: int, several: bool) -> bool:
    """ "For the ushers it was a first": said of no member; "for her, too, it was a first" of one of `several`."""
    opens = next((i for i in range(at - 1, max(at - 9, -1), -1) if chunks[i].lower == "for"), None)
    said = next((i for i in range(opens + 1, at) if chunks[i].lower in IT), None) if opens is not None else None
    if (
        opens is None
        or said is None
        or not (opens == 0 or not chunks[opens - 1].is_word or chunks[opens - 1].has("and"))
    ):
        return False
    whom = [c for c in chunks[opens + 1 : said] if c.text != "," and c.lower not in TOO]
    if len(whom) == 1:
        return several and whom[0].lower in ("her", "him")
    known = any(c.kinds - {"determiner", "adverb", "preposition"} or c.date or c.number for c in whom)
    return bool(whom) and whom[0].has("determiner") and not known


IT = ("it", "this", "that")


def with_the_other(sentence: Sentence, found: list[Phrase], claim: Numbered, discourse: Discourse) -> Members | None:
    """ "The latter's first veto with the former": in whose company."""
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        inside = claim.start < chunk.start < claim.end
        if inside and chunk.lower in OF_TWO and chunks[at - 1].lower.split()[-1:] == ["with"]:
            return discourse.resolve_pronoun(Members(pronoun=True, text=chunk.lower), sentence)
    return None


ANYBODY = _WORDS["anybody"]
THE_UN = ("un", "nations", "organisation", "organization", "world body")


def in_whose_name(sentence: Sentence, found: list[Phrase], head: int) -> tuple[Members, frozenset[int]] | None:
    """ "The eighteenth ever cast in China's name", "the third veto in the name of France"."""
    chunks = sentence.chunks
    reach = range(head + 1, min(head + 9, len(chunks)))
    name = next((i for i in reach if chunks[i].lower in ("name", "own name", "the name")), None)
    if name is None or not any(c.lower.split()[0] == "in" for c in chunks[head + 1 : name]):
        return None
    owned = owner(sentence, name)
    if owned is not None and owned[0].named and owned[1] > head:
        return owned[0], frozenset(range(owned[1], name))
    behind = next((p for p in found if name < p.first <= name + OF_THE), None)
    of_it = behind is not None and behind.members.named and chunks[name + 1].lower == "of"
    return (behind.members, frozenset(range(behind.first, behind.last + 1))) if behind is not None and of_it else None


OF_THE = 3


def in_whose_history(sentence: Sentence, found: list[Phrase], head: int) -> tuple[Members, frozenset[int]] | None:
    """ "The first veto in the history of the United States", "the third in French history": whose it was; that of any
    member in "the Council's history" and "cast by anyone".
    """
    chunks = sentence.chunks
    by = next((i for i in range(head + 1, min(head + 4, len(chunks) - 1)) if chunks[i].lower == "by"), None)
    behind = f"{chunks[by + 1].lower} {chunks[by + 2].lower}" if by is not None and by + 2 < len(chunks) else ""
    if by is not None and (chunks[by + 1].lower in ANYBODY or behind in ANYBODY):
        return Members(everyone=True), frozenset()
    if (whose := in_whose_name(sentence, found, head)) is not None:
        return whose
    at = next((i for i in range(head + 1, min(head + 6, len(chunks))) if chunks[i].lower == "history"), None)
    if at is not None and any(c.has("council", "assembly") or c.lower in THE_UN for c in chunks[head + 1 : at + 6]):
        return Members(everyone=True), frozenset()
    if at is None or not any(c.lower == "in" for c in chunks[head + 1 : at]):
        return None
    near = (at - 1, at - 2) if at + 1 >= len(chunks) or chunks[at + 1].lower != "of" else (at + 2, at + 3)
    phrase = next((p for i in near if (p := covering(found, i)) is not None and p.members.named), None)
    adjective = chunks[at - 1].get("member")
    if phrase is None and adjective is not None and at - 1 > head:
        name = chunks[at - 1].text
        return Members((Named(name, adjective.aliases),), text=name), frozenset((at - 1,))
    return (phrase.members, frozenset(range(phrase.first, phrase.last + 1))) if phrase is not None else None
