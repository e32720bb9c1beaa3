"""Those named behind a number of members told by what they did not do, by what they were to the text or by where they
sat: "two did not: Cuba and Yemen", "it found three enemies: …", "the two in between were …".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import OPTIONS, Position, whole
from onrecord.reading.extract.fewer_for_it import fewer_for_it
from onrecord.reading.extract.meant_by_pronouns import SIZES
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.tally_sides import FRIENDS
from onrecord.reading.extract.voting import acts_at
from onrecord.reading.extract.voting_words import NOUNS, speaks_of_votes
from onrecord.reading.grammar import phrase_from
from onrecord.reading.parsed import Phrase, Sentence, ends_at
from onrecord.reading.table import word_sets

REACH = 14
"""Chunks behind the number within which the mark stands that opens the names."""
MARKS = frozenset({":", "–", "—", "(", ","})
NAMELY = frozenset({"namely", "viz", "viz.", "to wit", "being", "i.e."})
SOME_OF_THEM = frozenset({"including", "among them"})
_WORDS = word_sets("position_words.csv")
DECLINED = _WORDS["declined"]
TEASING = _WORDS["holding_back"]
AUXILIARY = ("negation", "modal", "do", "have", "be", "adverb")
GOING_ALONG = _WORDS["going_along"]


OF_SIZES = frozenset(size.split()[-1] for size in SIZES)
"""Without one of these words or a number a sentence counts nobody."""


def named_by_number(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Position]:
    """What a sentence says of those whom it counts and then names."""
    chunks = sentence.chunks
    if sentence.withdrawn or not (sentence.numbered or not sentence.words.isdisjoint(OF_SIZES)):
        return []
    counted = [
        (at, chunk, size)
        for at, chunk in enumerate(chunks[: sentence.unreal_from])
        if (size := SIZES.get(chunk.lower, chunk.cardinal if chunk.number is not None else None))
    ]
    if not counted or not (discourse.voted_near(sentence) or speaks_of_votes(sentence)):
        return []
    told: list[Position] = []
    for at, chunk, size in counted:
        listed = _names_behind(chunks, found, at, size)
        if listed is None:
            continue
        mark, phrase = listed
        said = _said(chunks, at, mark, discourse, sentence)
        if said is None:
            continue
        choice, denied = said
        first = at - (at > 0 and chunks[at - 1].has("determiner"))
        claim = Position(*sentence.placed(first, phrase.last), members=phrase.members, choice=choice, negated=denied)
        friends = at + 1 < len(chunks) and chunks[at + 1].lower in FRIENDS
        besides = friends and (size == 1 or any(p.last < at for p in found))  # and the one whose friends they were
        told.append(claim if denied or besides else replace(claim, total=chunk.number))
    return told


STATES = _WORDS["called"]


def named_behind_deed(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """ "The countries next door said yes: Chad and Niger": who they were whom no number tells of."""
    chunks = sentence.chunks
    mark = next((i for i, c in enumerate(chunks) if c.text == ":"), None)
    if mark is None or mark > REACH or sentence.withdrawn or sentence.unreal_from < mark:
        return None
    phrase = phrase_from(chunks, found, mark + 1)
    ends = phrase is not None and (phrase.last + 1 >= len(chunks) or chunks[phrase.last + 1].text in ".;!")
    if (
        phrase is None
        or not ends
        or not phrase.members.named
        or any(p.first < mark and (p.members.named or p.members.groups) for p in found)
    ):
        return None
    before = chunks[:mark]
    if any(c.has("negation", "modal") and not c.has("verb") for c in before) or any(
        c.number is not None for c in before
    ):
        return None
    opens = next((i for i, c in enumerate(before) if c.is_word), mark)
    told = [(at, acts[0]) for at in range(opens + 1, mark) if (acts := acts_at(sentence, found, at))]
    if len(told) != 1 or told[0][1].choice not in OPTIONS or told[0][1].denied or told[0][1].form != "past":
        return None
    at, act = told[0]
    if any(c.has("relative") for i, c in enumerate(before) if i != at - 1):
        return None
    states = any(c.has("member_noun") or c.lower.split()[-1] in STATES for c in before[opens:at])
    if not states or mark - act.last > 2 or not (discourse.voted_near(sentence) or speaks_of_votes(sentence)):
        return None
    return Position(*sentence.placed(opens, phrase.last), members=phrase.members, choice=act.choice)


def _names_behind(chunks: list[Chunk], found: list[Phrase], at: int, size: int) -> tuple[int, Phrase] | None:
    """The mark behind which as many members are named as were counted, and who they are."""
    for mark in range(at + 1, min(at + REACH, len(chunks) - 1)):
        chunk = chunks[mark]
        opens = (
            chunk.text in MARKS or chunk.lower in NAMELY or ("be" in chunk.kinds and chunks[at].lower.startswith("the"))
        )
        opens = opens or ("be" in chunk.kinds and at > 0 and chunks[at - 1].lower == "the")
        some = opens and chunk.text == "(" and chunks[mark + 1].lower in SOME_OF_THEM
        phrase = phrase_from(chunks, found, mark + 1 + some) if opens else None
        all_named = phrase is not None and (
            len(phrase.members.named) < size if some else len(phrase.members.named) == size
        )
        if phrase is not None and not all_named and _and_so_many_more(chunks, phrase, size):
            return mark, phrase
        if phrase is not None and all_named and not phrase.members.groups:
            return (mark, phrase) if ends_at(chunks, phrase.last + 1) else None
    return None


def _and_so_many_more(chunks: list[Chunk], phrase: Phrase, size: int) -> bool:
    """ "Nine: Israel, Canada, Panama + 6 others": those named and as many more as make up the number."""
    more = next((c for c in chunks[phrase.first + 1 : phrase.last + 4] if c.cardinal is not None), None)
    if more is None or more.cardinal is None or phrase.members.groups:
        return False
    return len(phrase.members.named) + more.cardinal == size


def _said(chunks: list[Chunk], at: int, mark: int, discourse: Discourse, sentence: Sentence) -> tuple[str, bool] | None:
    """The choice that the words between the number and the mark tell of, and whether it is denied."""
    words = [c for c in chunks[at + 1 : mark] if c.is_word and not c.has("member_noun", "determiner", "relative")]
    # "The four, if you please: …"
    thrown_in = chunks[at + 1].text in ",(–—" and chunks[mark].text == ":"
    if not words or thrown_in:
        # "By 114 votes to two, Portugal and South Africa"
        if mark != at + 1 and not thrown_in:
            return None
        opens = at == 0 or (at == 1 and chunks[0].has("determiner"))
        role = discourse.role_of(chunks[at].cardinal or 0) if opens and chunks[mark].text == ":" else None
        return (role, False) if role is not None else _of_the_tally(chunks[at], discourse, sentence)
    told = next((choice for kind, choice in NOUNS if words[0].has(kind)), None)
    if told is not None and len(words) > 1 and any(c.lower in TEASING for c in words) and chunks[mark].text in ":–—":
        # "two abstentions, and no prizes for guessing whose: …"
        return told, False
    if all(c.has("undecided_noun", "be") or c.lower in ("in", "between", "said", "neither") for c in words):
        return "abstain", False
    role = FRIENDS.get(words[-1].lower)
    if role is not None and len(words) == 1:
        return role, False
    said = " ".join(c.lower for c in words)
    denied = any(c.has("negation") for c in words) or any(said.startswith(wording) for wording in DECLINED)
    plain = all(c.has(*AUXILIARY) or c.lower in GOING_ALONG for c in words) or said in DECLINED
    if not denied or not plain:
        return None
    return ("yes", True) if _carried_by_others(discourse, sentence) else None


def _of_the_tally(counted: Chunk, discourse: Discourse, sentence: Sentence) -> tuple[str, bool] | None:
    """Which side of a count the number is that the sentence has just given."""
    tally = discourse.tallies[-1] if discourse.tallies else None
    if tally is None or tally.sentence != sentence.index or counted.number is None or tally.yes is None:
        return None
    sides = (("yes", tally.yes), ("no", tally.no), ("abstain", tally.abstain))
    at = counted.start - sentence.start
    side = next((c for c, part in sides if part is not None and getattr(part, "start", None) == at), None)
    if side == "no" and tally.no is not None and whole(tally.no) < whole(tally.yes):
        side = "yes" if fewer_for_it(sentence.chunks, sentence.chunks.index(counted)) else side
    return (side, False) if side is not None else None


def _carried_by_others(discourse: Discourse, sentence: Sentence) -> bool:
    """Whether those told of right before voted for it, so that those who did not do so are told of now."""
    if discourse.last_end >= 0 and discourse.counted_choice is not None and discourse.counted_choice[1] == "yes":
        return True
    near = sentence.index - discourse.last_in <= 1
    return near and (
        discourse.last_choice == "yes" or (bool(discourse.tallies) and discourse.tallies[-1].yes is not None)
    )
