"""Whom a text won: "the draft won the support of France", "it persuaded Chad and nobody else", "it found one friend,
Cuba".
"""

from __future__ import annotations

import re

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Position
from onrecord.reading.extract.noun_owners import owner_of, supposed
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_words import speaks_of_votes
from onrecord.reading.grammar import phrase_from
from onrecord.reading.parsed import Phrase, Sentence, covering
from onrecord.reading.table import word_sets

_WORDS = word_sets("position_words.csv")
SUPPORT = _WORDS["support"]
FRIENDS = _WORDS["supporter"]
PERSUADED = _WORDS["persuaded"]
NOBODY = frozenset({"nobody", "no one", "no-one", "none"})
BUT = frozenset({"but", "except", "besides", "save", "bar"})
"""Behind "nobody", in front of those who were won all the same."""
_BESIDE_IT = re.compile(
    r" (?:on (?:its|their|his|her) side|behind (?:it|them|him|her)|on board|in tow|in (?:its|their) camp)(?!\w)"
)
"""Behind those whom a text "had", "got", "found": "it had Chad on its side"."""
_BESIDE_A_STATE = re.compile(
    r" (?:(?:beside|alongside|next to|with) (?:it|them|him|her)|for company|(?:at|by) (?:its|their|his|her) side)(?!\w)"
)
"""Behind those who did as a state did: "the Soviet Union vetoed it; it had only Chad beside it"."""
NOBODY_ELSE = frozenset(
    {"nobody", "no one", "no-one", "none", "nobody else", "no one else", "no-one else", "no others"}
)
VOTED_ON = ("text", "cite", "pronoun_text")
VOTES = frozenset({"vote", "votes"})
OWNED_REACH = 9
"""Chunks behind "it had" in which those are named whose vote that was."""
REACH = 8
"""Chunks between the text and what it won."""


def won_over(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """What the verb of winning at chunk `at` says of those that voted for the text."""
    subject = text_that_won(sentence.chunks, at)
    if subject is None:
        return None
    owned = _owned_support(sentence, at, subject)
    return owned or _their_support(sentence, found, at, subject) or _themselves(sentence, found, at, subject, discourse)


def text_that_won(chunks: list[Chunk], at: int) -> int | None:
    """The text that is the subject of the verb of winning at chunk `at`."""
    subject = next((i for i in range(at - 1, max(at - REACH, -1), -1) if chunks[i].has(*VOTED_ON)), None)
    if subject is None or any(c.has("negation", "modal", "unreal") for c in chunks[subject + 1 : at]):
        return None
    return subject


def _owned_support(sentence: Sentence, at: int, subject: int) -> Position | None:
    """ "It had Chad's vote", "got Chad's and Mali's support"."""
    chunks = sentence.chunks
    for noun in range(at + 2, min(at + OWNED_REACH, len(chunks))):
        if not chunks[noun].is_word and chunks[noun].lower not in (",", "'s", "'"):
            return None
        if chunks[noun].lower in VOTES or chunks[noun].lower in SUPPORT:
            owner = owner_of(sentence, noun) if chunks[noun - 1].lower in ("'s", "'") else None
            if owner is None or owner.first <= at or supposed(sentence, at, noun):
                return None
            loose = chunks[subject].has("pronoun_text")  # "Chad led; it had Mali's support": "it" may be the state
            placed = sentence.placed(subject, noun, at)
            return Position(*placed, members=owner.members, choice="yes", won=True, loose=loose)
    return None


def _their_support(sentence: Sentence, found: list[Phrase], at: int, subject: int) -> Position | None:
    """ "Mustered only the votes of Russia and China"."""
    chunks = sentence.chunks
    behind = at + 1
    while (
        behind < len(chunks)
        and behind - at < 5
        and (chunks[behind].has("only", "determiner", "vote_noun", "yes_noun") or chunks[behind].lower in SUPPORT)
    ):
        behind += 1
    of = behind < len(chunks) and chunks[behind].lower in ("of", "from") and behind > at + 1
    supported = chunks[at].lower.endswith(" of")
    if not (of or supported):
        return None
    if of and not any(c.has("vote_noun", "yes_noun") or c.lower in SUPPORT for c in chunks[at + 1 : behind]):
        return None
    phrase = phrase_from(chunks, found, behind + 1 if of else at + 1)
    if phrase is None or not (phrase.members.named or phrase.members.groups) or supposed(sentence, at, phrase.last):
        return None
    return Position(
        *sentence.placed(subject, phrase.last, at),
        members=phrase.members,
        choice="yes",
        only=any(c.has("only") for c in chunks[at : behind + 1]),
    )


def _themselves(
    sentence: Sentence, found: list[Phrase], at: int, subject: int, discourse: Discourse
) -> Position | None:
    """ "Won over Chad and nobody else", "persuaded three others, Cuba among them", "found one friend, Chad"."""
    chunks = sentence.chunks
    if supposed(sentence, at, at):
        return None
    behind = at + 1
    nobody = [c.lower for c in chunks[behind : behind + 2]]
    but = len(nobody) > 1 and nobody[0] in NOBODY and nobody[1] in BUT
    behind += 2 * but
    while behind < len(chunks) and chunks[behind].has("only", "determiner"):
        behind += 1
    only = but or any(c.has("only") for c in chunks[at:behind])
    total = None
    last = behind
    phrase = covering(found, behind) if behind < len(chunks) else None
    if behind < len(chunks) and chunks[behind].cardinal is not None and (friends := _friends(chunks, behind)):
        total, only = chunks[behind].number, False
        mark = friends + 1
        opens = mark < len(chunks) and chunks[mark].text in ",:(–—"
        phrase = phrase_from(chunks, found, mark + 1) if opens else None
        some = phrase is not None and any(c.lower in AMONG for c in chunks[phrase.last + 1 : phrase.last + 2])
        if phrase is None or not (some or len(phrase.members.named) == chunks[behind].cardinal):
            return None
        last = phrase.last + some
        subject = phrase.first if some else subject
    elif phrase is None or phrase.first != behind:
        return None
    else:
        last = phrase.last
        their_vote = [c.lower for c in chunks[last + 1 : last + 3]] in (
            ["'s", "vote"],
            ["'s", "yes"],
            ["'s", "support"],
        )
        beside = _BESIDE_IT.match(sentence.text, chunks[last].end - sentence.start)
        last += 2 * their_vote
        tail = [c.lower for c in chunks[last + 1 : last + 3]]
        if tail[:1] == ["alone"]:
            only, last = True, last + 1
        elif len(tail) > 1 and tail[0] in ("and", "but") and tail[1] in NOBODY_ELSE:
            only, last = True, last + 2
        if chunks[at].lower not in PERSUADED and not (only or their_vote or beside):
            return None
    if not phrase.members.named or (
        last + 1 < len(chunks) and chunks[last + 1].lower in ("'s", "'", "to", "of", "that", "against", "opposed")
    ):
        return None
    if _BESIDE_A_STATE.match(sentence.text, chunks[last].end - sentence.start) is not None:
        return None
    near = discourse.voted_near(sentence) or discourse.vote_before(sentence) or speaks_of_votes(sentence)
    # "Germany beat Spain; it had only Mali in tow": "it" may be the state.
    stated = any(p.last < subject for p in found) and not any(c.has("text", "cite") for c in chunks[: subject + 1])
    near = near and not (chunks[subject].has("pronoun_text") and stated)
    return Position(
        *sentence.placed(subject, last, at),
        members=phrase.members, choice="yes", only=only, total=total, loose=not near, won=True,
    )  # fmt: skip


AMONG = frozenset({"among them", "amongst them", "included", "among those"})


def _friends(chunks: list[Chunk], number: int) -> int | None:
    """The last chunk of "one friend", "three others", "two allies besides itself"."""
    last = number + 1
    while last < len(chunks) and last < number + 3 and chunks[last].has("only", "other") and last + 1 < len(chunks):
        if not chunks[last + 1].is_word:
            break
        last += 1
    if last >= len(chunks) or not (chunks[last].lower in FRIENDS or chunks[last].has("member_noun")):
        return None
    besides = [c.lower for c in chunks[last + 1 : last + 3]]
    return last + 2 if besides in (["besides", "itself"], ["beside", "itself"]) else last
