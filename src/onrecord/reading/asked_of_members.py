"""A question that names members and the few words that answer it, put together as the statement they make: "And
Norway? With the majority." says that Norway was with the majority, "Did anyone vote with Cuba? Nobody." that nobody
did. So are names told without a verb: "Norway with the majority."
"""

from __future__ import annotations

import re

from onrecord.reading.asked_and_answered import Told
from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.position_answers import NO, label
from onrecord.reading.parsed import Phrase, Sentence, finite
from onrecord.reading.table import word_sets

LONGEST_QUESTION = 22
LONGEST_ANSWER = 12
"""Words up to which they ask and say one thing."""
_WORDS = word_sets("clause_words.csv")
ASKING = _WORDS["asking_how"]
DROPPED = _WORDS["getting_going"]
BEING = frozenset(
    {"with", "among", "in", "on", "for", "against", "behind", "solidly", "firmly", "squarely", "one", "not", "a", "an",
     "alongside", "neutral", "part", "for it", "against it", "in favour", "in favor", "yes", "no", "of", "beside"}
)  # fmt: skip
"""First words of answers that say where somebody was."""
DENIALS = frozenset({"did not", "didn't", "did", "had not", "would not", "could not", "wouldn't", "couldn't"})
"""First words of answers that say what somebody did not do."""
DOING = frozenset({"like", "same as", "the same as", "same", "the same", "as"})
"""First words of answers that say with whom somebody voted."""
OF_A_TEXT = ("pronoun_text", "text", "cite", "determiner", "preposition", "adverb", "vote_noun", "and", "too")
"""What those words are that say what somebody was for or against."""
CUT = re.compile(r"[.;:!?()–—]|, (?!with\b|like\b|together\b|alongside\b)")
"""What ends the part of an answer that says which way."""
ANYONE = re.compile(
    r"(?:did|has|had) (?P<whom>any(?:one|body)(?: else)?|any (?:\w+ )?(?:member|state|country|delegation)(?: else)?)"
    r" (?P<did>.{3,60}?)\??$", re.IGNORECASE,
)  # fmt: skip
NOBODY = re.compile(
    r"(?:no|nope)?,? ?(?:nobody|no one|no-one|not one|none|not a soul)(?: else)?(?: did| has| had)?\b", re.IGNORECASE
)
VERB = re.compile(r"(?P<verb>vote|side|stand|go|join|back|support|oppose|abstain|veto)\b", re.IGNORECASE)
PAST = {"vote": "voted", "side": "sided", "stand": "stood", "go": "went", "join": "joined", "back": "backed",
        "support": "supported", "oppose": "opposed", "abstain": "abstained", "veto": "vetoed"}  # fmt: skip


def said_of_them(question: Sentence, answer: Sentence, asked: list[Phrase], named: list[Phrase]) -> Told | None:
    """`asked` and `named` are whom the question and the answer name; None where the two say nothing of a vote."""
    if not question.question or answer.question or len(question.chunks) > LONGEST_QUESTION:
        return None
    said = _said(question, answer, asked, named)
    return None if said is None else Told(said[0][:1].upper() + said[0][1:], said[1], False, votes=True)


PLACED = frozenset({"with", "among", "in", "on", "behind", "alongside"})
"""First words behind a name that say where it was, without a verb."""
WITHOUT_A_VERB = 9
"""Words up to which a sentence leaves out its "was"."""


def said_without_a_verb(sentence: Sentence, named: list[Phrase]) -> Told | None:
    """ "Norway with the majority.", "Chad on the sidelines, as ever.": with the verb that it leaves out."""
    chunks = sentence.chunks
    if sentence.question or not named or named[0].first > 1 or sum(c.is_word for c in chunks) > WITHOUT_A_VERB:
        return None
    phrase = named[0]
    behind = phrase.last + 1
    if not phrase.members.named or behind + 1 >= len(chunks):
        return None
    # "Guyana and South Korea the two abstainers."
    counted = chunks[behind].has("determiner") or chunks[behind].lower.startswith("the ")
    named_as = counted and any(c.has("abstention_noun", "yes_noun", "no_noun") for c in chunks[behind + 1 : behind + 4])
    if not named_as and chunks[behind].lower.split()[0] not in PLACED:
        return None
    if any(finite(c) or c.has("be", "have", "do", "modal") for c in chunks):
        return None
    cut = CUT.search(sentence.text)
    said = sentence.text[: cut.start()] if cut is not None else sentence.text
    at = chunks[behind].start - sentence.start
    if len(said) <= at or _with_themselves(phrase, named[1:]):
        return None
    was = "were" if len(phrase.members.named) > 1 else "was"
    return Told(f"{said[:at]}{was} {said[at:]}.", sentence.start + len(said), False, votes=True)


def _said(question: Sentence, answer: Sentence, asked: list[Phrase], named: list[Phrase]) -> tuple[str, int] | None:
    """The statement, and where the answer's words that make it end."""
    text, first = _spoken(answer)
    if nobody := NOBODY.match(text):
        told = _nobody(question, text[nobody.end() :])
        return None if told is None else (told, answer.end)
    whom = [p for p in asked if p.members.named or p.members.groups]
    if len(whom) != 1 or any(p.members.first_person or p.members.nobody for p in asked):
        return None
    phrase = whom[0]
    others = [c for i, c in enumerate(question.chunks) if c.is_word and not phrase.first <= i <= phrase.last]
    if label(question.chunks):
        others = [c for c in others if c is not question.chunks[0]]
    others = [c for c in others if c.date is None and not c.text.isdigit()]
    if any(not set(c.lower.split()) <= ASKING and c.lower not in ASKING for c in others):
        return None
    subject = _as_written(question, phrase)
    cut = CUT.search(text)
    said = text[: cut.start()] if cut is not None else text
    words = said.lower().split()
    end = answer.end - len(text) + len(said)
    end = end if any(answer.chunks[p.first].start > end for p in named) else answer.end
    if first is None or not 0 < len(words) <= LONGEST_ANSWER or said.lower() in NO:
        return None
    several = len(phrase.members.named) > 1 or bool(phrase.members.groups)
    if words[0] in ("both", "all") and several:
        return f"{subject} were {said}.", end
    opening = first.lower
    if opening in DENIALS and len(words) > 1:
        return f"{subject} {said}.", end
    if opening in DOING or (opening.split()[0] in ("like", "same") and len(words) > 1 and named):
        said = f"the {said}" if words[0] == "same" else said
        return (f"{subject} voted {said}.", end) if len(words) > 1 else None
    if opening in BEING or opening.split()[0] in BEING or first.has("abstention_noun", "yes_noun", "no_noun"):
        if finite(first) or _of_something_else(answer, first) or _with_themselves(phrase, named):
            return None
        return f"{subject} {'were' if several else 'was'} {said}.", end
    return None


def _of_something_else(answer: Sentence, first: Chunk) -> bool:
    """ "In favour of a boycott", "against the grain": for or against what is no text."""
    if not first.has("yes_noun", "no_noun") and first.lower != "behind":
        return False
    behind = answer.chunks[next(i for i, c in enumerate(answer.chunks) if c is first) + 1 :]
    end = next((i for i, c in enumerate(behind) if not c.is_word), len(behind))
    return any(not (c.has(*OF_A_TEXT) or c.date is not None) for c in behind[:end])


def _with_themselves(phrase: Phrase, named: list[Phrase]) -> bool:
    """ "And India? With Modi at the helm": with whom it is one."""
    own = {alias.code for name in phrase.members.named for alias in name.aliases}
    return any(alias.code in own for p in named for name in p.members.named for alias in name.aliases)


def _spoken(answer: Sentence) -> tuple[str, Chunk | None]:
    """An answer without the label of who speaks and the words it gets going with, and its first chunk."""
    chunks = answer.chunks
    at = label(chunks)
    while at < len(chunks) and (chunks[at].lower in DROPPED or not (chunks[at].is_word or chunks[at].number)):
        at += 1
    if at >= len(chunks):
        at = label(chunks)
    if at >= len(chunks):
        return "", None
    text = answer.text[chunks[at].start - answer.start :]
    return text[:1].lower() + text[1:], chunks[at]


def _as_written(question: Sentence, phrase: Phrase) -> str:
    chunks = question.chunks
    return question.text[chunks[phrase.first].start - question.start : chunks[phrase.last].end - question.start]


def _nobody(question: Sentence, behind: str) -> str | None:
    """ "Did anybody side with Moscow? No one.", "Has anyone else vetoed it? Nobody"."""
    match = ANYONE.search(question.text)
    verb = VERB.match(match["did"]) if match is not None else None
    if match is None or verb is None or not re.match(r"\W*$|[.,;]", behind):
        return None
    else_ = " else" if match["whom"].endswith(" else") else ""
    return f"Nobody{else_} {PAST[verb['verb'].lower()]}{match['did'][verb.end() :].rstrip('? ')}."
