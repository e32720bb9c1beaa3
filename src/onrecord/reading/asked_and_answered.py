"""A question and its short answer put together as the statement that the two make: "How many votes does a draft need?
Nine." says that a draft needs nine votes, "Can an elected member veto? No." that it cannot.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.position_answers import NO, YES
from onrecord.reading.lexicon import regular_past, third_person
from onrecord.reading.parsed import Phrase, Sentence, irregular_pasts
from onrecord.reading.short_answers import Answer, short_answer
from onrecord.reading.table import rows, word_sets

LONGEST = 40
"""Words of a question up to which it asks one thing."""
OPENING = frozenset({"how", "when", "in", "which", "who", "what", "for", "since", "until"})
"""First words of questions that an answer of a few words settles, besides verbs."""
DOING = frozenset({"do", "does", "did"})
BEING = frozenset({"is", "are", "was", "were"})
HAVING = frozenset({"has", "have", "had"})
ALLOWING = frozenset({"can", "could", "may"})
_WORDS = word_sets("clause_words.csv")
PLAIN_VERBS = _WORDS["question_verb"]
PARTICIPLES = _WORDS["question_participle"]
NEVER_OF = frozenset({"a", "an", "the", "this", "that", "its", "their", "his", "her", "our", "any", "every", "each",
                      "no", "of", "to", "own", "single", "very", "new"})  # fmt: skip
"""Words behind which a word is a noun: "the veto", "the very first veto"."""
NUMBER_ASKED = re.compile(r"how (?:many|much)\b|(?:which|what)(?= (?:\w+ )?majority\b)", re.IGNORECASE)
TIME_ASKED = re.compile(
    r"(?:since |until )?when\b|(?:in |on )?(?:which|what) (?:year|month|day|date)s?\b", re.IGNORECASE
)
LENGTH_ASKED = re.compile(r"(?:for )?how long\b", re.IGNORECASE)
WHO_ASKED = re.compile(r"(?:who|which|what)\b", re.IGNORECASE)
NOT_TOLD_OF = frozenset({"it", "this", "that", "these", "those", "you", "i", "we", "he", "she", "they"})
"""Subjects of questions that say nothing without what stands before them."""
NEED_ASKED = re.compile(
    r"what (?:does it take|is (?:needed|required|necessary)|do (?:you|we|they) need|does one need)"
    r"(?: (?:for|by) (?P<whose>.{3,60}?))? to (?P<end>.{3,60})|"
    r"what does (?P<text>(?:a|an|the|any|every) .{3,40}?) (?:need|require|take)(?: to (?P<its_end>.{3,60}))?",
    re.IGNORECASE,
)
IS_IT_TRUE = re.compile(
    r"(?:is|was) it (?:\w+ )?(?:true|right|correct|a fact|the case) that (?P<told>.+)", re.IGNORECASE
)
ABOUT_ASKED = re.compile(
    r"(?:what) (?:(?:is|was) (?P<named>.{3,60}?) (?:all )?about|"
    r"(?:does|did) (?P<named_too>.{3,60}?) (?:concern|deal with))|"
    r"(?P<placed>.{3,60}?) (?:is|was) about what",
    re.IGNORECASE,
)
SUBJECT = 14
"""Words that a subject may have where it answers."""
FILLER = re.compile(
    r"(?:\W|\b(?:and|but|so|then|well|ok|now|q|question|reader|quiz)\b|\d{1,2}[.):])*(?:[A-Z][\w. ]{0,24}: *)?",
    re.IGNORECASE,
)
"""What may stand in front of a question: a label, a number, an "and"."""
FRONT = re.compile(r"(?:in|under|on|at|before|until|by|within) [^,?]{2,60}, ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """What a question and its answer say together, and where the answer's words that say it end."""

    text: str
    end: int
    denied: bool
    """Whether the answer is a No, so that what the question takes for granted is not said by it."""
    votes: bool = False
    """Whether they may say how members voted."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question from the word that asks on."""

    front: str
    """What stands in front of it, and holds of the whole: "In the Assembly, "."""
    words: list[Chunk]
    text: str
    start: int
    """Of the text, in the document."""

    def of(self, first: int, last: int) -> str:
        """The words from `first` up to `last`, as written."""
        if first >= last or first >= len(self.words):
            return ""
        last = min(last, len(self.words))
        return self.text[self.words[first].start - self.start : self.words[last - 1].end - self.start]


def told_together(question: Sentence, answer: Sentence, named: list[Phrase]) -> Told | None:
    """`named` is whom the answer names; None where the two make no statement that could be told in other words."""
    if not question.question or answer.question or len(question.chunks) > LONGEST:
        return None
    asked = _asked(question)
    if asked is None:
        return None
    given = _about(asked, answer) or short_answer(answer, named)
    if given is None:
        return None
    said = given.text if given.kind == "about" else _said(asked, given)
    if said is None:
        return None
    text = re.sub(r" {2,}", " ", f"{asked.front}{said}").rstrip() + f"{given.tail}."
    return Told(text[:1].upper() + text[1:], given.end, given.kind == "no")


def _asked(question: Sentence) -> _Asked | None:
    text = question.text
    match = FILLER.match(text)
    at = match.end() if match is not None else 0
    front = FRONT.match(text, at)
    if front is not None and TIME_ASKED.match(text, at) is None:
        at = front.end()
    words = [c for c in question.chunks if c.start - question.start >= at]
    while words and words[-1].text in "?\"')":
        words.pop()
    if not words or (words[0].lower.split()[0] not in OPENING | DOING | BEING | HAVING | ALLOWING):
        open_ended = words and (words[-1].lower == "what" or _names_a_thing(words))
        return _Asked("", words, text, question.start) if open_ended else None
    if " " in words[0].text and words[0].lower.split()[0] not in OPENING:
        words[:1] = _apart(words[0])
    return _Asked(front.group() if front is not None and at == front.end() else "", words, text, question.start)


def _names_a_thing(words: list[Chunk]) -> bool:
    """ "The last French veto?": no verb, and a noun that can be only one."""
    opens = words[0].has("determiner", "member") or words[0].lower in ("and the", "the")
    verbless = not any(c.has("be", "have", "do", "modal", "relative") for c in words)
    return opens and verbless and any(c.lower in ("first", "last", "latest", "user", "users", "most recent") or
                                      c.lower.endswith((" user", " users")) for c in words)  # fmt: skip


def _apart(chunk: Chunk) -> list[Chunk]:
    """ "Does an abstention", one in the tables of votes, as the verb that asks and the rest."""
    cut = chunk.text.index(" ")
    return [
        Chunk(chunk.start, chunk.start + cut, chunk.text[:cut], chunk.lower[:cut]),
        Chunk(chunk.start + cut + 1, chunk.end, chunk.text[cut + 1 :], chunk.lower[cut + 1 :]),
    ]


def _about(asked: _Asked, answer: Sentence) -> Answer | None:
    """ "What is resolution 1325 about? Women and peace", "What does it deal with? Sanctions"."""
    match = ABOUT_ASKED.fullmatch(asked.of(0, len(asked.words)))
    if match is None or not 0 < len(answer.chunks) < SUBJECT or any(c.has("be", "have", "do") for c in answer.chunks):
        return None
    mark = next((i for i, c in enumerate(answer.chunks) if c.text in ".;:!()–—"), len(answer.chunks))
    if not mark or answer.chunks[0].lower in YES | NO:
        return None
    end = answer.chunks[mark - 1].end
    subject = match["named"] or match["named_too"] or match["placed"]
    return Answer("about", f"{subject} is about {answer.text[: end - answer.start]}", "", end)


# --- the two together ------------------------------------------------------------------------


def _said(asked: _Asked, given: Answer) -> str | None:
    words = asked.words
    opening = asked.of(0, len(words))
    if given.kind in ("yes", "no"):
        return _whether(asked, given)
    if _names_a_thing(words):
        return f"{opening} was {given.text}" if given.kind in ("date", "members") else None
    if given.kind == "number" and (match := LENGTH_ASKED.match(opening)):
        return _with_time(asked, match.end(), f"for {given.text}")
    if given.kind == "number" and (match := NUMBER_ASKED.match(opening)):
        return _how_many(asked, match.end(), given)
    if given.kind == "number" and (match := NEED_ASKED.fullmatch(opening)):
        whose, end = match["whose"] or match["text"], match["end"] or match["its_end"]
        needed = f"{whose} needs {given.text}" if whose else f"{given.text} are needed"
        return f"{needed} to {end}" if end else needed
    if given.kind == "date" and (match := TIME_ASKED.match(opening)):
        return _with_time(asked, match.end(), given.text)
    if given.kind == "members" and (match := WHO_ASKED.match(opening)):
        return _who(asked, given)
    return None


def _whether(asked: _Asked, given: Answer) -> str | None:
    """ "Does France have a veto? Yes", "Is an abstention a veto? No"."""
    words = asked.words
    helping = words[0].lower
    if len(words) > 1 and words[1].lower in NOT_TOLD_OF:
        true = IS_IT_TRUE.match(asked.of(0, len(words)))
        return true["told"] if true is not None and given.kind == "yes" else None
    verb = _predicate(words, 1, helping)
    if verb is None:
        return None
    subject, rest = asked.of(1, verb), asked.of(verb, len(words))
    no = given.kind == "no"
    if no and re.search(r"\bever\b", subject + " " + rest):
        rest = re.sub(r"\bever ", "", rest)
        subject = re.sub(r" ever\b", "", subject)
        return f"{subject} never {_finite(rest, 'did')}" if helping in DOING else f"{subject} {helping} never {rest}"
    rest, subject = re.sub(r"\bever ", "", rest), re.sub(r" ever\b", "", subject)
    if no:
        return f"{subject} {'cannot' if helping == 'can' else helping + ' not'} {rest}"
    return f"{subject} {_finite(rest, helping)}" if helping in DOING else f"{subject} {helping} {rest}"


def _how_many(asked: _Asked, begins: int, given: Answer) -> str | None:
    """ "How many votes does a draft need? Nine", "How many states sit there? Fifteen"."""
    words = asked.words
    noun = _from(words, begins)
    if noun is None:
        return None
    helping = next((i for i in range(noun + 1, len(words)) if _helps(words[i])), len(words))
    verb = _verb(words, noun + 1, FINITE)
    told = helping if verb is None else min(helping, verb)
    if told == len(words):
        return None
    number = _with_noun(given.text, asked.of(noun, told))
    if told != helping:
        return f"{number} {asked.of(told, len(words))}"
    word, behind = words[helping].lower, helping + 1
    if word in HAVING:
        return _had_so_many(asked, helping, number)
    if word not in DOING:
        if behind < len(words) and words[behind].lower == "there":
            return f"there {word} {number} {asked.of(behind + 1, len(words))}"
        return f"{number} {asked.of(helping, len(words))}"
    does = _verb(words, behind, "base")
    if does is None:
        return None
    return f"{asked.of(behind, does)} {_finite(words[does].text, word)} {number} {asked.of(does + 1, len(words))}"


def _had_so_many(asked: _Asked, helping: int, number: str) -> str:
    """ "How many seats has the Council? Fifteen", "How many times has Japan sat there? Twelve"."""
    words = asked.words
    word, behind = words[helping].lower, helping + 1
    done = _verb(words, behind, "participle")
    if done == behind:
        return f"{number} {asked.of(helping, len(words))}"
    if done is None:
        end = next((i for i in range(behind + 1, len(words)) if words[i].has("preposition")), len(words))
        return f"{asked.of(behind, end)} {word} {number} {asked.of(end, len(words))}"
    if number.endswith(TIMES):
        return f"{asked.of(behind, done)} {word} {asked.of(done, len(words))} {number}"
    return f"{asked.of(behind, done)} {word} {words[done].text} {number} {asked.of(done + 1, len(words))}"


def _from(words: list[Chunk], begins: int) -> int | None:
    """The first word behind those that ask, which take so many characters."""
    return next((i for i, c in enumerate(words) if c.start - words[0].start >= begins), None)


TIMES = ("time", "times")


def _with_noun(number: str, noun: str) -> str:
    """ "At least nine" of "votes" are at least nine votes, "nine of the fifteen" of "members" nine members."""
    of = re.search(r" (?:out )?of\b", number)
    if of is not None:
        number = number[: of.start()]
    last = noun.rsplit(" ", 1)[-1].rstrip("s").lower()
    return number if (last and last in number.lower()) or not noun else f"{number} {noun}"


def _with_time(asked: _Asked, begins: int, time: str) -> str | None:
    """ "When did France last veto? In 1989", "When was it enlarged? In 1966", "How long is a term? Two years"."""
    words = asked.words
    helping = _from(words, begins)
    if helping is None or helping + 1 >= len(words) or not _helps(words[helping]):
        return None
    word = words[helping].lower
    if word in DOING:
        verb = _verb(words, helping + 1, "base")
        if verb is None:
            return None
        return f"{asked.of(helping + 1, verb)} {_finite(asked.of(verb, len(words)), word)} {time}"
    if word in HAVING:
        return None
    verb = _verb(words, helping + 2, "participle")
    if verb is None:
        return f"{asked.of(helping + 1, len(words))} {word} {time.removeprefix('for ')}"
    return f"{asked.of(helping + 1, verb)} {word} {asked.of(verb, len(words))} {time}"


def _who(asked: _Asked, given: Answer) -> str | None:
    """ "Which of the five has vetoed least? France", "Who cast the first veto? The Soviet Union"."""
    words = asked.words
    verb = _verb(words, 1, FINITE)
    helping = next((i for i, c in enumerate(words) if i and _helps(c) and c.lower not in DOING), None)
    at = min((i for i in (verb, helping) if i is not None), default=None)
    if at is None or any(c.lower in DOING for c in words[:at]) or any(c.lower in ASKED_TOO for c in words[at:]):
        return None
    of = next((i for i in range(1, at) if words[i].lower == "of" or words[i].lower.startswith("of ")), None)
    among = f" {asked.of(of, at)}" if of is not None else ""
    return f"{given.text} {asked.of(at, len(words))}{among}"


ASKED_TOO = frozenset({"what", "whom", "when", "where", "why", "which", "to what", "on what", "how"})
"""In "who said no to what?", what no one answer tells."""
FINITE = "finite"


def _helps(chunk: Chunk) -> bool:
    return chunk.lower in DOING | BEING | HAVING | ALLOWING or chunk.lower == "must"


def _verb(words: list[Chunk], first: int, form: str) -> int | None:
    """The first chunk from there on that is a verb in that form."""
    for at in range(first, len(words)):
        if words[at].text.islower() and not _noun_after(words, at) and _is_verb(words[at], form):
            return at
    return None


def _noun_after(words: list[Chunk], at: int) -> bool:
    """Whether what stands in front shows a noun: "the veto", "the very first veto", unlike "France first vetoed"."""
    while at and words[at - 1].lower in ("first", "last"):
        at -= 1
    return at > 0 and words[at - 1].lower.split()[-1] in NEVER_OF


def _is_verb(chunk: Chunk, form: str) -> bool:
    head = chunk.lower.split()[0]
    if form == "base":
        return head in PLAIN_VERBS or any(e.kind in ("verb", "split") and e.form == "base" for e in chunk.entries)
    if form == "participle":
        known = any(e.kind in ("verb", "split") and e.form in ("past", "participle") for e in chunk.entries)
        return known or head in PARTICIPLES or (head.endswith("ed") and len(head) > 4) or head in irregular_pasts()
    finite = any(e.kind in ("verb", "split") and e.form in ("past", "third", "base") for e in chunk.entries)
    return finite or head in _finite_forms()


@cache
def _finite_forms() -> frozenset[str]:
    return PLAIN_VERBS | frozenset(_conjugated(verb, helping) for verb in PLAIN_VERBS for helping in ("does", "did"))


def _predicate(words: list[Chunk], first: int, helping: str) -> int | None:
    """Where what is said begins, behind the subject of a question that opens with a verb."""
    if helping in DOING | ALLOWING:
        return _verb(words, first + 1, "base")
    if helping in HAVING:
        found = _verb(words, first + 1, "participle")
        noun = (i for i in range(first + 1, len(words)) if words[i].lower in ("a", "an", "the", "any"))
        return found if found is not None else next(noun, None)
    if first < len(words) and words[first].lower == "there":
        return first + 1
    if first + 2 < len(words) and words[first].lower == "resolution" and words[first + 1].text[:1].isdigit():
        return first + 2
    if first < len(words) and words[first].has("member", "group", "cite"):
        return first + 1 if first + 1 < len(words) else None
    for at in range(first + 1, len(words)):
        before = words[at - 1]
        article = (
            words[at].lower in ("a", "an", "the") and not before.has("preposition", "and") and before.lower != "of"
        )
        if article or (not _noun_after(words, at) and _is_verb(words[at], "participle")):
            return at
    return len(words) - 1 if first + 1 < len(words) else None


def _finite(rest: str, helping: str) -> str:
    """ "Need nine votes" of what "does": "needs nine votes"."""
    head, space, tail = rest.partition(" ")
    return _conjugated(head, helping) + space + tail


@cache
def _conjugated(verb: str, helping: str) -> str:
    if helping == "do":
        return verb
    if helping == "does":
        return "has" if verb == "have" else third_person(verb)
    return _irregular().get(verb) or regular_past(verb)


@cache
def _irregular() -> dict[str, str]:
    return {row["base"]: row["past"] for row in rows("irregular_verbs.csv")}
