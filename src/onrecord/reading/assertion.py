"""Whether a verb is asserted, negated, passive, and by whom: what may be, was asked for or did not happen is no act."""

from __future__ import annotations

from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.parsed import Phrase, Sentence, finite, only_hoped, only_one_to, verb_group_start, wished_for
from onrecord.reading.table import word_sets

CALLED = 4
"""Chunks behind "by" within which the noun stands that says what the one is who is named next."""
AGENT_REACH = 14
"""Chunks behind a passive verb within which "by" names who did it."""
CLAUSE_MARKS = frozenset(";:—–")
FORESEEING = word_sets("clause_words.csv")["foreseeing"]
FORESEEN_REACH = 8
_WORDS = word_sets("position_words.csv")
GUESSING = _WORDS["guessing"]


def negated(sentence: Sentence, verb: int, subject_last: int) -> bool:
    """Whether a negation stands between the subject and the verb."""
    chunks = sentence.chunks
    floor = _own_words(chunks, max(subject_last + 1, verb - 6, 0), verb)
    return any(chunks[i].has("negation") for i in range(floor, verb) if chunks[i].lower != "without" or i == verb - 1)


def _own_words(chunks: list[Chunk], floor: int, verb: int) -> int:
    """Past an inserted clause: "China, which might have known better, abstained"."""
    for at in range(verb - 1, floor - 1, -1):
        if chunks[at].text in ",—–)" or chunks[at].lower in ("and", "but") or _dash(chunks, at):
            return at + 1
    return floor


def _dash(chunks: list[Chunk], at: int) -> bool:
    """Whether a hyphen stands for a dash."""
    return chunks[at].text == "-" and at > 0 and chunks[at - 1].end < chunks[at].start


def asserted(sentence: Sentence, verb: int, subject_last: int, form: str) -> bool:
    """Whether the verb at chunk `verb` is said to have happened (or not to have), rather than supposed."""
    chunks = sentence.chunks
    if sentence.question or sentence.withdrawn or verb >= sentence.unreal_from:
        return False
    floor = _own_words(chunks, max(subject_last + 1, verb - (14 if _by_which(chunks, verb) else 8), 0), verb)
    if form == "gerund" and _only_thought_of(chunks, verb, subject_last):
        return False
    if _maybe(chunks, verb) or foreseen(chunks, subject_last) or _intended(chunks, verb):
        return False
    group = verb_group_start(chunks, verb)
    if chunks[group].lower == "have" and _turned_about(chunks, subject_last):
        return False
    for position in range(verb - 1, floor - 1, -1):
        chunk = chunks[position]
        if chunk.has("realised") and position >= group:
            if _preferred_only(chunks, position, floor):
                return False
            return not (chunk.lower.startswith("could") and any(c.has("condition") for c in chunks[verb:]))
        if chunk.has("unreal"):
            return False
        if chunk.has("modal") and not _noun_after_determiner(chunks, position):
            # "A proposal that the report should be adopted was vetoed": the modal is of the verb before
            return chunks[group].has("be") and any(c.has("verb") for c in chunks[position + 1 : group])
        if chunk.text in ";:—":
            break
    if form == "base" and verb > 0:
        before = chunks[verb - 1]
        if fell_to(chunks, group):
            return True
        if only_one_to(chunks, verb) is not None:
            return True
        did = any(c.lower.split()[0] in ("did", "didn't") for c in chunks[group:verb])
        if not did and _wished(chunks, group):
            return False  # "demanded that Iran stop", unlike "I remember that it did not pass"
        if before.lower == "to":
            return power_used(chunks, group) is not None or decision_by(chunks, group) is not None
        if _joined_to_infinitive(chunks, group, subject_last):
            return False
        if (
            subject_last >= 0
            and verb - subject_last > 3
            and not any(c.has("do", "negation", "and") for c in chunks[subject_last + 1 : verb])
        ):
            return False
        if subject_last < 0 and not before.has("do", "negation", "and", "instead") and before.text != ",":
            return False
    return True


def _preferred_only(chunks: list[Chunk], at: int, floor: int) -> bool:
    """ "Would have preferred to veto it": what was not done."""
    before = next((i for i in range(at - 1, floor - 1, -1) if not chunks[i].has("have", "adverb")), floor)
    return before >= floor and before < at - 1 and chunks[before].has("modal") and chunks[at - 1].has("have")


def _only_thought_of(chunks: list[Chunk], verb: int, subject_last: int) -> bool:
    """ "Even Chad abstaining would not have saved it", "it would take Chad abstaining", "there was talk of Chad
    abstaining".
    """
    behind = chunks[verb + 1 : verb + 3]
    if any(c.has("modal") and not c.lower.startswith("will") for c in behind[:1]):
        return True
    led = chunks[max(0, subject_last - 3) : max(0, subject_last)]
    words = [c.lower for c in led]
    taken = any(one.has("modal") and other.lower in ("take", "need", "mean") for one, other in pairwise(led))
    governed = any(c.has("unreal") for c in led[-1:])
    return taken or governed or any(" ".join(pair) in THOUGHT_OF for pair in pairwise(words))


THOUGHT_OF = frozenset({"talk of", "speculation of", "chance of", "word of", "idea of", "dream of", "case of"})


def _of_fiction(chunks: list[Chunk], at: int) -> bool:
    """ "A world in which Peru abstained", "a scenario where Chad says no"."""
    before = at - 1 - (chunks[at - 1].lower == "in")
    return before >= 0 and chunks[before].lower in FICTIONS


def _intended(chunks: list[Chunk], verb: int) -> bool:
    """ "It was (due) to be adopted on Monday", unlike "it came to be adopted", "it was not to be adopted"."""
    if verb < THREE or chunks[verb - 1].lower != "be":
        return False
    before = [c for c in chunks[max(0, verb - 5) : verb - 1] if not c.has("adverb")]
    words = [word for c in before for word in c.lower.split()]
    if len(words) < 2 or words[-1] != "to":
        return False
    return words[-2] in INTENDING or (before[-1].lower == "to" and before[-2].has("be"))


THREE = 3
_CLAUSE_WORDS = word_sets("clause_words.csv")
INTENDING, FICTIONS = (_CLAUSE_WORDS[kind] for kind in ("intending", "fictions"))


def _turned_about(chunks: list[Chunk], subject_last: int) -> bool:
    """ "Nor would Chad (have tabled it)": the modal stands before the subject."""
    for at in range(subject_last, max(subject_last - 4, -1), -1):
        if chunks[at].has("neither"):
            return chunks[at].lower.endswith(("would", "could", "might", "should"))
        if chunks[at].has("modal"):
            return at > 0 and (chunks[at - 1].has("negation") or chunks[at - 1].lower in TURNING)
    return False


TURNING = frozenset({"nor", "neither", "never", "so", "no more", "least of all"})
"""In front of a modal and its subject."""


def _by_which(chunks: list[Chunk], verb: int) -> bool:
    """ "It could have kept its record by simply abstaining": as much asserted as what it would have brought."""
    before = next((i for i in range(verb - 1, -1, -1) if not chunks[i].has("adverb")), -1)
    return before >= 0 and chunks[before].lower == "by"


def refused(sentence: Sentence, verb: int, subject_last: int) -> bool:
    """ "London would not say yes", "even Minsk wouldn't vote for it": told as what was refused, not foretold."""
    chunks = sentence.chunks
    if sentence.question or sentence.withdrawn or verb >= sentence.unreal_from or verb < 2 or subject_last < 0:
        return False
    group = [c for c in chunks[subject_last + 1 : verb] if not c.has("adverb", "date") and not c.lower.endswith("ly")]
    said = " ".join(c.lower for c in group)
    if said not in ("would not", "would n't", "wo n't", "would simply not"):
        return False
    before = chunks[max(0, subject_last - 6) : subject_last]
    return not any(
        c.has("reporting", "condition") or c.lower in ("that", "promised", "feared", "hoped") for c in before
    )


def _maybe(chunks: list[Chunk], verb: int) -> bool:
    """ "Maybe China vetoes, maybe it abstains": guessed at in its own clause."""
    for position in range(verb - 1, max(verb - 10, -1), -1):
        if chunks[position].lower in GUESSING:
            return True
        if chunks[position].text in CLAUSE_MARKS or chunks[position].text == ",":
            return False
    return False


def foreseen(chunks: list[Chunk], subject_last: int) -> bool:
    """ "One expected that Chad follows", "I wish Peru had abstained": what was looked forward to or wished for."""
    for position in range(subject_last, max(subject_last - FORESEEN_REACH, -1), -1):
        if position and chunks[position].lower == "that":
            if chunks[position - 1].lower in FORESEEING or only_hoped(chunks, position):
                return True
        if chunks[position].lower in ("which", "where", "whereby") and _of_fiction(chunks, position):
            return True
        if position < subject_last and chunks[position].lower.startswith("rather than"):
            return True
        if position < subject_last and wished_for(chunks, position):
            return True
        if position and chunks[position].lower == "be" and chunks[position - 1].has("modal"):
            return position == subject_last or not chunks[position + 1].has("verb")  # "it will be Peru that abstains"
        if not chunks[position].is_word or finite(chunks[position]):
            return False
    return False


def fell_to(chunks: list[Chunk], group: int) -> bool:
    """ "It fell to France to veto the draft", "it was left to Peru to abstain"."""
    if group >= len(chunks) or not chunks[group].lower.startswith("to"):
        return False
    for position in range(group - 1, max(group - 6, 0), -1):
        if chunks[position].lower in ("left", "leaving") and position < group - 1:
            return True
        if chunks[position].lower == "to":
            return chunks[position - 1].lower in ("fell", "left", "was left", "falls")
        if not (chunks[position].has("member", "determiner", "delegate", "and") or chunks[position].lower == "alone"):
            return False
    return False


USING = _WORDS["using_a_power"]
POWERS = _WORDS["power"]
USING_REACH = 22


def power_used(chunks: list[Chunk], group: int) -> int | None:
    """ "Used its power as a permanent member to veto it": the verb by which it is told as done, unlike "has the power
    to veto it".
    """
    for position in range(group - 1, max(group - USING_REACH, 0), -1):
        if chunks[position].lower in USING:
            return position if any(c.lower in POWERS for c in chunks[position + 1 : position + 4]) else None
        if chunks[position].text in ";:—–" or finite(chunks[position]):
            return None
    return None


def decision_by(chunks: list[Chunk], group: int) -> int | None:
    """ "The decision by Peru and Chad to abstain": where those begin whose decision it was; a decision was taken."""
    if group >= len(chunks) or chunks[group].lower != "to":
        return None
    first = group
    while first > 0 and (chunks[first - 1].has("member", "and", "determiner") or chunks[first - 1].text == ","):
        first -= 1
    if first == group or first < 3 or chunks[first - 1].lower not in ("by", "of"):
        return None
    named = chunks[first - 2].lower in ("decision", "decisions", "choice")
    definite = chunks[first - 3].lower in ("the", "this", "that", "these", "those", "'s")
    return first + chunks[first].has("determiner") if named and definite else None


def _wished(chunks: list[Chunk], group: int) -> bool:
    """ "Demanded that Iran stop": what somebody is to do, behind "that" and no verb of saying."""
    for position in range(group - 1, max(group - 8, 0), -1):
        if chunks[position].lower == "that":
            if position == group - 1:
                return False  # "the members that did not vote for it"
            return not chunks[position - 1].has("reporting")
        if chunks[position].text in ",;:—–" or finite(chunks[position]):
            return False
    return False


def _joined_to_infinitive(chunks: list[Chunk], group: int, subject_last: int) -> bool:
    """ "Called it a ploy to shame the Council and block the accord": behind "and" goes on what "to" began."""
    if group < 3 or not chunks[group - 1].has("and"):
        return False
    for position in range(group - 2, max(subject_last, group - INFINITIVE_REACH, -1), -1):
        chunk = chunks[position]
        if chunk.has("realised") or chunk.text in CLAUSE_MARKS or finite(chunk):
            return False
        if chunk.lower == "to" or chunk.lower.endswith(" to"):
            # "to the Council" is no infinitive, "decided to" has what follows come true
            following = chunks[position + 1]
            return not (following.has("determiner", "member", "pronoun_member") or chunks[position - 1].has("realised"))
    return False


INFINITIVE_REACH = 12
"""Chunks before "and" within which the verb that it goes on from may begin."""


def _noun_after_determiner(chunks: list[Chunk], at: int) -> bool:
    return at > 0 and chunks[at - 1].has("determiner")


APART_FROM_BE = frozenset({"verb", "member", "relative", "and", "but"})
"""Kinds of words that part a participle from a form of "to be" before them."""


def passive(chunks: list[Chunk], verb: int) -> bool:
    """Whether a form of "to be" stands before the participle at `verb`, adverbs between allowed."""
    position = verb - 1
    for _ in range(4):
        if position < 0:
            return False
        chunk = chunks[position]
        if "be" in chunk.kinds:
            return True
        if not chunk.kinds.isdisjoint(APART_FROM_BE) or chunk.text in ",;:—()" or chunk.lower == "having":
            return False
        position -= 1
    return False


TEASING = _WORDS["holding_back_a_name"]


def _counted_apart(chunks: list[Chunk], verb: int, by: int) -> bool:
    """Whether "by" tells, behind a comma, who did so many of those that were counted, or most."""
    told = by - 1 - (chunks[by - 1].lower in ("times", "occasions"))
    counted = chunks[told].number is not None or chunks[told].lower in ("once", "twice", "mostly", "mainly", "chiefly")
    commas = [i for i in range(verb + 1, told) if chunks[i].text == ","]
    return counted and bool(commas) and any(c.number is not None for c in chunks[max(0, verb - 4) : commas[-1]])


def _withheld(chunk: Chunk) -> bool:
    return chunk.text in ",–—-…" or chunk.lower in TEASING


def agent_after(sentence: Sentence, found: list[Phrase], verb: int) -> Phrase | None:
    """The members behind "by" that follow a passive or a noun: "was vetoed on Tuesday by Russia and China"."""
    chunks = sentence.chunks
    for position in range(verb + 1, min(verb + AGENT_REACH, len(chunks))):
        chunk = chunks[position]
        if chunk.text in ";:—" and not (
            chunk.text == "—" and position + 1 < len(chunks) and chunks[position + 1].lower == "by"
        ):
            return None
        if chunk.has("verb") and not chunk.verb("sponsor"):
            return None
        if chunk.lower == "by":
            if chunks[position - 1].verb("sponsor", "cosponsor") is not None and position - 1 > verb:
                return None  # "was vetoed after it had been tabled by Germany"
            if chunks[position - 1].lower in ("them", "these", "those", "which") and chunks[position - 2].lower == "of":
                return None  # "used 200 times, 120 of them by Moscow": who did a part of it
            if _counted_apart(chunks, verb, position):
                return None  # "used 200 times, 120 times by Moscow"
            following = position + 1 + (position + 1 < len(chunks) and chunks[position + 1].text == ":")
            while (
                following < len(chunks)
                and chunks[following].has("determiner", "only")
                and chunks[following].lower != "another"
            ):
                following += 1
            while following - position < 8 and following < len(chunks) and _withheld(chunks[following]):
                following += 1
            for phrase in found:
                if phrase.first in (position + 1, following):
                    return phrase
            return _one_called_so(chunks, found, following)
    return None


def _one_called_so(chunks: list[Chunk], found: list[Phrase], at: int) -> Phrase | None:
    """ "By a single country, Russia": who is named behind what it is called."""
    noun = next((i for i in range(at, min(at + CALLED, len(chunks) - 2)) if chunks[i].has("member_noun")), None)
    if noun is None or chunks[noun].lower.endswith("s") or chunks[noun + 1].text not in ",:–—-(":
        return None
    if any(not c.is_word or c.has("verb", "member", "preposition") for c in chunks[at:noun]):
        return None
    phrase = next((p for p in found if p.first == noun + 2), None)
    return phrase if phrase is not None and len(phrase.members.named) == 1 else None
