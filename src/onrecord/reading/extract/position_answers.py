"""Positions told by a question and its answer: "Who abstained? Brazil.", "And France? For.", "Did it veto? No."."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import CHOICES, Members, Position, whole
from onrecord.reading.extract.meant_by_pronouns import SIZES
from onrecord.reading.extract.position_ours import of_us, with_us
from onrecord.reading.extract.position_scope import aimed, is_count, united
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting import acts_at
from onrecord.reading.extract.voting_words import NOUNS
from onrecord.reading.grammar import phrase_from
from onrecord.reading.parsed import Phrase, Sentence, covering
from onrecord.reading.table import word_sets

_WORDS = word_sets("position_words.csv")
YES = _WORDS["yes"]
NO = frozenset({"no", "nope", "never", "hardly", "of course not", "not at all", "it did not", "not exactly"})
ASKING = _WORDS["asking_who"]
GOING_ON = _WORDS["asking_further"]
THE_OTHER = _WORDS["not_named_yet"]
LAST_OF_ALL = {"second": 2, "third": 3}
OTHER_BACK = 3
"""Sentences between the count and that question."""
OPENING = frozenset({"who", "which", "what", "and", "but", "the", "guess"})
"""Words with which such a question begins, behind the time of an entry."""
NOW = _WORDS["another_time"]
SAME = _WORDS["the_same"] | _WORDS["too"] | {"same again", "same thing"}
HEDGING = _WORDS["as_far_as_known"]
SAME_BACK = 2
"""Sentences back to what was said of others, where a name that is asked of stands between."""
BESIDE = frozenset({"with", "like", "as", "together with", "along with", "alongside"})
ASKED_AND_TOLD = ("Q", "A")
SHORT = 5
"""Words up to which an answer is a bare yes or no."""


def note_question(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> None:
    """What the question asks, for the answer to lean on."""
    discourse.questioned, discourse.question_start = sentence.index, sentence.start
    opened = [c.lower for c in sentence.chunks[label(sentence.chunks) :][:3] if not c.has("and")]
    if opened[:2] in (["what", "of"], ["what", "about"], ["how", "about"]):
        # "What of Vienna and Prague? Both voted no."
        discourse.subjects.extend((sentence.index, p.members) for p in found[:1] if p.members.named)
    discourse.asked_denied = False
    words = [c for c in sentence.chunks if c.is_word and not c.has("and", "but", "preposition", "determiner")]
    if words and all(c.date is not None or c.lower in NOW for c in words):
        discourse.asked_when = sentence.index
    asked = (
        _who(sentence, found, discourse)
        or _which_side(sentence, found, discourse)
        or _which_number(sentence, discourse)
        or _the_other_one(sentence, discourse)
    )
    opens = bool(opened) and (opened[0] in ("what", "how", "but") or sentence.chunks[label(sentence.chunks)].has("and"))
    short = len(words) <= SHORT and not any(c.has("be", "do", "have", "modal", "pronoun_member") for c in words)
    known = ASKING | GOING_ON | THE_OTHER
    nouns = any(
        c.has("group_noun", "member_noun") or (c.text.islower() and not c.entries and c.lower not in known)
        for c in words
    )
    if asked is None and not found and opens and short and nouns and discourse.asked_when != sentence.index:
        discourse.asked_of_unknown = sentence.index
    if asked is not None:
        discourse.asked = asked
        either = any(c.cardinal is not None and discourse.first_role_of(c.cardinal) for c in sentence.chunks)
        discourse.asked_aimed = either or aimed(sentence, 0, len(sentence.chunks) - 1, asked[1])
        if asked[1] in CHOICES:
            discourse.note_own(asked[1], discourse.asked_denied, sentence, sentence.end)
    discourse.supposed = _whether(sentence, found, discourse)
    modal = any(c.has("modal") for c in sentence.chunks[:2])
    told = asked is not None or discourse.supposed is not None
    discourse.asked_else = modal or (not told and _asks_something(sentence.chunks))


def _asks_something(chunks: list[Chunk]) -> bool:
    """ "A reader asks: does this bind Russia?", "Was Moscow isolated?": what a yes or no answers, and is no vote."""
    opens = True
    for chunk in chunks:
        if opens and chunk.has("do", "have", "be", "modal"):
            return True
        opens = not chunk.is_word or (opens and chunk.has("and", "but"))
    return False


def answered(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """What a bare answer says; None where the sentence is none."""
    if discourse.questioned != sentence.index - 1:
        return None
    if discourse.supposed is not None:
        return _confirmed(sentence, discourse)
    if discourse.asked_else and sentence.chunks[0].lower in YES | NO:
        return None  # "Would Germany have a veto? Yes."
    return _choice_named(sentence, found, discourse) or _members_named(sentence, found, discourse)


OF_MANY = frozenset(
    {"what", "when", "how often", "most", "least", "first", "last", "often", "oftenest", "more", "fewest", "ever",
     "the most", "the least", "never"}
)  # fmt: skip
"""Words in a question that ask of more votes than one."""


def _who(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> tuple[int, str, int] | None:
    """What a question asks of, and where it begins: "Who abstained?", "And who was against?", "The third no?"."""
    chunks = sentence.chunks
    words = [c for c in chunks if c.is_word]
    if words and len(words) < SHORT and not found and not any(c.has("be", "have", "do", "relative") for c in words):
        noun = next((c for kind, c in NOUNS if words[-1].has(kind) and not words[-1].has("preposition")), None)
        counted = any(c.number is not None or c.has("determiner", "other") for c in words[:-1])
        return None if noun is None or not counted else (sentence.index, noun, sentence.start)
    opened = chunks[label(chunks) :][:4]
    whether = any(c.lower in ("anyone", "anybody") for c in opened) and (
        any(c.has("be", "have", "do") for c in opened[:2]) or chunks[label(chunks)].lower in ("anyone", "anybody")
    )
    if any(c.lower in OF_MANY for c in chunks[label(chunks) + 1 :]):
        return None  # "Who said no to what?", "Who has vetoed the least?": of no one vote
    if any(c.has("modal") for c in chunks) or not (whether or any(c.lower in ("who", "which") for c in opened[:3])):
        return None
    for at, chunk in enumerate(chunks):
        acts = acts_at(sentence, found, at)
        discourse.asked_likely = False
        if acts and acts[0].choice == "with" and of_us(acts[0].companions):
            ours = with_us(sentence, discourse)
            if ours is not None and not (ours[1] and discourse.own_sure):
                discourse.asked_likely = ours[1]
                return sentence.index, ours[0], sentence.start
        if acts and acts[0].choice == "with" and acts[0].companions is not None and acts[0].companions.named:
            discourse.asked_company = acts[0].companions
            return sentence.index, "with", sentence.start
        choice = acts[0].choice if acts else next((c for kind, c in NOUNS if chunk.has(kind)), None)
        if not acts and chunk.lower in ("for", "against") and _done_for(chunks, at):
            continue
        if chunk.lower == "for" and at + 1 < len(chunks) and chunks[at + 1].has("veto_noun", "abstention_noun"):
            continue  # "Who holds the record for vetoes?"
        if choice in CHOICES:
            discourse.asked_likely = bool(acts) and acts[0].needs == "event"
            denied = any(c.has("negation") for c in chunks[:at])
            discourse.asked_denied = denied != (bool(acts) and acts[0].denied)
            return sentence.index, choice, sentence.start
    return None


def _which_side(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> tuple[int, str, int] | None:
    """ "And against?", "For?", "And the no?" behind what was told of a vote: who was on that side."""
    words = _without_label(sentence, [c for c in sentence.chunks if c.is_word and c.lower not in ASKING])
    if found or len(words) != 1 or not discourse.voted_near(sentence):
        return None
    choice = next((c for kind, c in NOUNS if words[0].has(kind)), None)
    return None if choice is None or words[0].lower in ("yes", "no") else (sentence.index, choice, sentence.start)


def _done_for(chunks: list[Chunk], at: int) -> bool:
    """ "Who pays for it?", "who speaks for us?": what is done for something, and no side in a vote."""
    before = chunks[at - 1] if at else None
    if before is None or not before.is_word or before.entries or before.lower.startswith(("any", "every", "some")):
        return False
    return before.text.islower()


def _which_number(sentence: Sentence, discourse: Discourse) -> tuple[int, str, int] | None:
    """ "Who were the four?", "And the two?", "Which five?": of a number that a count before gave."""
    first = next((i for i, c in enumerate(sentence.chunks) if c.lower in OPENING), 0)
    words = [c for c in sentence.chunks[first:] if c.is_word]
    numbers = [n for c in words if (n := SIZES.get(c.lower, c.cardinal)) is not None]
    if len(words) > 2 * SHORT or len(numbers) != 1:
        return None
    if any(SIZES.get(c.lower, c.cardinal) is None and c.lower not in ASKING and not c.has("be") for c in words):
        return None
    choice = discourse.role_of(numbers[0]) or discourse.first_role_of(numbers[0])
    return None if choice is None else (sentence.index, choice, sentence.start)


def _the_other_one(sentence: Sentence, discourse: Discourse) -> tuple[int, str, int] | None:
    """ "Moscow vetoed it, nine to two. And who was the other one?", "Of the five three had the veto. The other two?":
    who did what some of a number are known to have done.
    """
    words = _without_label(sentence, [c for c in sentence.chunks if c.is_word])
    last, choice = discourse.last_members, "no" if discourse.last_choice == "veto" else discourse.last_choice
    if last is None or not last.named or choice not in CHOICES or discourse.last_negated or len(words) > 2 * SHORT:
        return None
    if not any(c.lower in THE_OTHER for c in words):
        return None
    asked = ASKING | THE_OTHER
    if any(
        c.lower not in asked and c.cardinal is None and not c.has("be", "no_noun", "abstention_noun") for c in words
    ):
        return None
    nth = next((LAST_OF_ALL[c.lower] for c in words if c.lower in LAST_OF_ALL), None)
    if nth is not None and sentence.index - discourse.last_in == 1:
        # "The Americans abstained. So did the French. And the third?"
        return sentence.index, choice, sentence.start
    tally = discourse.tallies[-1] if discourse.tallies else None
    part = {"yes": tally.yes, "no": tally.no, "abstain": tally.abstain}.get(choice) if tally is not None else None
    if tally is None or part is None or sentence.index - tally.sentence > OTHER_BACK:
        return None
    left = next((c.cardinal for c in words if c.cardinal is not None and c.lower != "one"), None)
    left = left or (1 if any(c.lower in ("one", "the other", "other one") for c in words) else None)
    if left is not None and whole(part) != len(last.named) + left:
        return None
    return (sentence.index, choice, sentence.start) if whole(part) > len(last.named) else None


def _whether(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """What a question asks whether it was so: "Did France vote against it?", "Has China vetoed it?", "France voted for
    it?".
    """
    chunks = sentence.chunks
    opening = next((i for i, c in enumerate(chunks[:3]) if _asks_whether(c)), None)
    if opening is None:
        opening = _before_its_subject(chunks, found)
    if opening is None or any(c.has("relative") or c.lower.startswith("how") for c in chunks[: max(opening, 0)]):
        return None  # "How often did Chad vote against it?"
    phrase = phrase_from(chunks, found, opening + 1 + _denies(chunks, opening + 1))
    if phrase is None or is_count(phrase.members):
        return None
    members = discourse.resolve_pronoun(phrase.members, sentence)
    if members is None or not (members.named or members.groups):
        return None
    for at in range(phrase.last + 1, len(chunks)):
        acts = acts_at(sentence, found, at)
        if acts:
            if acts[0].choice not in CHOICES or acts[0].needs == "event":
                return None
            if acts[0].choice == "veto" and any(c.has("have") for c in chunks[phrase.last + 1 : at]):
                return None  # "Does Germany have a veto?"
            return Position(
                start=sentence.start, end=sentence.end, sentence=sentence.index, said_by=None,
                members=members, choice=acts[0].choice, negated=acts[0].denied,
            )  # fmt: skip
    return None


def _before_its_subject(chunks: list[Chunk], found: list[Phrase]) -> int | None:
    """ "And France voted for it?": where the one named stands that a short question opens with, less one."""
    first = label(chunks)
    while first < len(chunks) and (not chunks[first].is_word or chunks[first].has("and", "but")):
        first += 1
    phrase = phrase_from(chunks, found, first)
    if phrase is None or not phrase.members.named or sum(c.is_word for c in chunks) > 2 * SHORT:
        return None
    verb = chunks[phrase.last + 1] if phrase.last + 1 < len(chunks) else None
    return first - 1 if verb is not None and verb.verb("vote", "abstain", "veto") is not None else None


def _denies(chunks: list[Chunk], at: int) -> bool:
    return at < len(chunks) and chunks[at].has("negation")


def _asks_whether(chunk: Chunk) -> bool:
    return chunk.has("do", "have") or (chunk.has("negation") and chunk.lower.startswith(("did", "do", "ha")))


def _confirmed(sentence: Sentence, discourse: Discourse) -> Position | None:
    """ "Did France vote against? No.": the question and its answer say together what was done."""
    asked = discourse.supposed
    words = [c.lower for c in sentence.chunks if c.is_word]
    if asked is None or not 0 < len(words) <= SHORT or any(c.has("verb", "modal") for c in sentence.chunks):
        return None
    denied = any(c.has("negation") for c in sentence.chunks) or words[0] in NO or " ".join(words) in NO
    done = any(c.has("do", "have") for c in sentence.chunks) or words[0] in YES or " ".join(words) in YES
    acting = any(c.has("do", "have") or c.lower.startswith(("did", "has", "have", "had")) for c in sentence.chunks)
    if not (denied or done) or (len(words) > 1 and not acting and " ".join(words) not in NO | YES):
        return None
    return replace(
        asked, end=sentence.end, negated=asked.negated != denied, said_by=sentence.speaker_at(sentence.start)
    )


def _without_label(sentence: Sentence, words: list[Chunk]) -> list[Chunk]:
    """Without who speaks: "HOST: Poland, I have here.", "A. Poland."."""
    return [c for c in words if c is not sentence.chunks[0]] if label(sentence.chunks) else words


def label(chunks: list[Chunk]) -> int:
    """How many chunks in front say who speaks."""
    speaks = chunks[1].text if len(chunks) > 2 else ""
    return 2 if speaks == ":" or (speaks == "." and chunks[0].text in ASKED_AND_TOLD) else 0


def _choice_named(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """ "And France? For.": how those voted whom the question named."""
    company = _company(sentence.chunks)
    spoken = [c for c in sentence.chunks[:company] if c.is_word]
    words = _without_label(sentence, spoken)
    end = words[-1].end if words else 0
    if len(words) > 1 and words[-1].lower in ("it", "that", "this", "them"):
        words = words[:-1]  # "France? For it."
    left_out = discourse.subject_for(sentence) or _asked_of_another_time(sentence, discourse)
    if any(phrase.first < company for phrase in found) or not 0 < len(words) <= SHORT + 1 or left_out is None:
        return None
    if any(c.cardinal is not None for c in words):
        return None  # "The Soviet motion? Seven to two against." counts
    if discourse.elsewhere_in >= max(discourse.last_in, sentence.index - OTHER_BACK):
        return None  # "UEFA voted on it. And Poland? Against."
    alone = len(words) == 1 < len(spoken)  # "A. Abstained."
    choice = next((c for kind, c in NOUNS if words[-1].has(kind) and (alone or not words[-1].has("verb"))), None)
    aimed_too = choice is None and discourse.last_aimed
    if choice is None and words[0].lower in SAME and not discourse.last_negated:
        choice = discourse.last_choice if sentence.index - discourse.last_in <= SAME_BACK else None
        choice = choice if choice in CHOICES else None
    if (
        choice is None
        or words[0].cardinal not in (None, 1)
        or any(c.has("verb", "determiner") and not c.has(*(kind for kind, _ in NOUNS)) for c in words[:-1])
    ):
        return None
    # "And Turkey? No!" may say that it did not do what the others did.
    loose = words[-1].lower in ("yes", "no")
    if loose and _OF_SEATS.search(discourse.last_text) is not None:
        return None  # "Is France a permanent member? Yes."
    # "And Malta? Against.": the words that name it are the claim's as well.
    named_there = discourse.subjects[-1][0] == discourse.questioned and discourse.question_start >= 0
    # ", as it always does" is the answer's too, where it names nobody.
    closes = sentence.chunks[-1 - (not sentence.chunks[-1].is_word)].end
    goes_on = not named_there or bool(found) or len(sentence.chunks) > 2 * SHORT
    return Position(
        start=discourse.question_start if named_there else words[0].start, end=end if goes_on else closes,
        sentence=sentence.index, said_by=sentence.speaker_at(sentence.start), members=left_out,
        choice=choice, loose=loose, aimed=aimed_too,
    )  # fmt: skip


def _asked_of_another_time(sentence: Sentence, discourse: Discourse) -> Members | None:
    """ "The Emirates had abstained in May. This time? In favour.": whom the sentence before the question was about."""
    asked_only_when = discourse.asked_when == sentence.index - 1 and bool(discourse.subjects)
    return discourse.subjects[-1][1] if asked_only_when and discourse.subjects[-1][0] == sentence.index - 2 else None


_OF_SEATS = re.compile(r"\b(?:members?|seats?|permanent|has a veto|have a veto)\b[^?]*\?\W*$")


def _company(chunks: list[Chunk]) -> int:
    """Where an answer goes on with who did so too: "On the fence, with the Irish"."""
    beside = (i for i, c in enumerate(chunks[:-1]) if c.text == "," and chunks[i + 1].lower in BESIDE)
    return next(beside, len(chunks))


def _members_named(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """ "Who abstained? Brazil, China and India."."""
    if discourse.asked is None or discourse.asked[0] != sentence.index - 1 or not found:
        return None
    named = [p for p in found if p.members.named]
    outside = [c for i, c in enumerate(sentence.chunks) if covering(named, i) is None and c.is_word]
    outside = [c for c in _without_label(sentence, outside) if not c.has("and", "adverb", "determiner")]
    outside = [c for c in outside if c.lower not in HEDGING]
    if len(outside) > 1 and outside[0].lower in ("it", "that", "they", "these", "those") and outside[1].has("be"):
        outside = outside[2:]
    if not named or len(outside) > 2 or any(c.has("verb", "be", "do", "have") for c in outside):
        return None
    members = named[0].members
    for further in named[1:]:
        members = united(members, further.members)
    # "The French, and not another soul": nobody else
    said_not = any(c.has("negation") and c.start < sentence.chunks[named[0].first].start for c in outside)
    return Position(
        start=discourse.asked[2], end=sentence.chunks[named[-1].last].end, sentence=sentence.index,
        said_by=sentence.speaker_at(sentence.start), members=members, choice=discourse.asked[1],
        negated=said_not != discourse.asked_denied,
        aimed=discourse.asked_aimed, loose=discourse.asked_likely,
        companions=discourse.asked_company if discourse.asked[1] == "with" else None,
    )  # fmt: skip
