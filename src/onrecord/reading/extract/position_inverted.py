"""Who voted how, where the words stand the other way round or have no verb: "Against it stood Panama", "Abstained
China, India and Brazil", "Russia against the other fourteen".
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Position
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_words import NOUNS, speaks_of_votes
from onrecord.reading.grammar import phrase_from
from onrecord.reading.parsed import Phrase, Sentence, ends_at, finite
from onrecord.reading.table import word_sets

SIDES = {"against": "no", "versus": "no", "vs": "no", "for": "yes", "in favour": "yes", "in favor": "yes"}
_WORDS = word_sets("position_words.csv")
STOOD = _WORDS["stood_there"]
VOTED = ("voted", "votes", "vote")
REST = (10, 14)
"""Members of the Council but one, until 1965 and since."""
LONGEST_SIDE = 4
"""Chunks from a side to its verb: "against the draft resolution stood"."""


def inverted(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Position]:
    """Nothing where the sentence asks, takes back, or speaks of no vote and follows none."""
    if sentence.withdrawn or not found:
        return []
    told_of = discourse.voted_near(sentence) or discourse.text_before(sentence) or discourse.vote_before(sentence)
    near = told_of or speaks_of_votes(sentence)
    told: list[Position] = []
    begins = True
    for at, chunk in enumerate(sentence.chunks[: sentence.unreal_from]):
        if begins and near and chunk.lower in ("against", "for", "in favour", "in favor"):
            told += _stood_there(sentence, found, at)
        if begins and near and (column := in_the_column(sentence, found, at)) is not None:
            told.append(column)
        if chunk.lower in ("against", "versus", "vs") and at and (against := _the_rest(sentence, found, at, near)):
            told.append(against)
        begins = not chunk.is_word or chunk.has("and", "but")
    return told


WITHIN = frozenset({"in", "on", "under", "with", "to", "among", "into"})
PLACES = _WORDS["side"]
FINDING = (["we", "find"], ["you", "find"], ["one", "finds"], ["you", "'ll", "find"], ["you", "will", "find"],
           ["we", "found"], ["i", "find"], ["we", "see"], ["you", "see"], ["we", "have"])  # fmt: skip
SIDE_REACH = 7
ASIDE_REACH = 9


def in_the_column(sentence: Sentence, found: list[Phrase], at: int) -> Position | None:
    """ "In the no column stood Panama", "on the yes side, Lima and Paris", "against, alas, Pretoria"; `at` is where a
    clause begins.
    """
    chunks = sentence.chunks
    choice, last = _column(chunks, at)
    if choice is None or last + 2 >= len(chunks):
        return None
    placed = last > at or chunks[at].has("abstention_noun")
    behind, aside = _behind_words_thrown_in(chunks, last + 1)
    verb = next(
        (len(words) for words in FINDING if [c.lower for c in chunks[behind : behind + len(words)]] == words), 0
    )
    verb = verb or int(chunks[behind].lower in STOOD)
    marked = chunks[last + 1].text in ",:–—"
    listed = chunks[at].lower != "for" and chunks[last + 1].text == ","
    if not (verb or marked) or not (placed or aside or listed):
        return None
    who, only = _whom(chunks, found, behind + verb + (not verb and not aside))
    if who is None or (not verb and not who.members.named):
        return None
    if not (placed or aside) and any(c.text not in ".;" for c in chunks[who.last + 1 : who.last + 2]):
        return None  # "ten in favour; against, the Soviets and the Poles."
    return Position(*sentence.placed(at, who.last, at), members=who.members, choice=choice, only=only)


def _column(chunks: list[Chunk], at: int) -> tuple[str | None, int]:
    """What those voted who stand where the clause opens, and the last chunk that says so."""
    if chunks[at].lower in SIDES:
        return SIDES[chunks[at].lower], at
    if chunks[at].has("abstention_noun") and chunks[at].lower.split()[0] in WITHIN:
        return "abstain", at  # "on the fence"
    if chunks[at].lower not in WITHIN:
        return None, at
    choice, last, placed = None, at, chunks[at].lower in ("with", "among")
    for position in range(at + 1, min(at + SIDE_REACH, len(chunks))):
        chunk = chunks[position]
        kind = next((c for kind, c in NOUNS if kind in chunk.kinds and c in ("yes", "no", "abstain")), None)
        if chunk.lower in PLACES or chunk.lower.split()[-1] in PLACES:
            placed, last = True, position
            choice = choice or kind
        elif kind is not None and choice is None:
            choice, last = kind, position
        elif not (chunk.has("determiner") or chunk.lower in ("of", '"', "'", "those")):
            break
        elif chunk.text in "\"'":
            last = position
    return (choice, last) if placed or chunks[at].lower == "under" else (None, at)


def _behind_words_thrown_in(chunks: list[Chunk], at: int) -> tuple[int, bool]:
    """Behind the second of two commas, where the chunk is the first of them."""
    if chunks[at].text not in ",–—":
        return at, False
    closed = next((i for i in range(at + 2, min(at + ASIDE_REACH, len(chunks) - 1)) if chunks[i].text in ",–—"), None)
    if closed is None or any(c.has("member", "number") or c.cardinal is not None for c in chunks[at:closed]):
        return at, False
    return closed + 1, True


def _whom(chunks: list[Chunk], found: list[Phrase], at: int) -> tuple[Phrase | None, bool]:
    """The members named from chunk `at` to the end of the clause, and whether only they."""
    only = False
    while at < len(chunks) and chunks[at].has("only", "determiner", "adverb"):
        only = only or chunks[at].has("only")
        at += 1
    phrase = phrase_from(chunks, found, at)
    if phrase is None or not phrase.members.named or phrase.first > at:
        return None, False
    behind = phrase.last + 1
    if behind < len(chunks) and chunks[behind].lower == "alone":
        return (phrase, True) if ends_at(chunks, behind + 1) else (None, False)
    return (phrase, only) if ends_at(chunks, behind) else (None, False)


def _stood_there(sentence: Sentence, found: list[Phrase], at: int) -> list[Position]:
    """ "Against it stood the USA and Panama", "against the draft stood only Cuba", "against it, only Cuba"."""
    chunks = sentence.chunks
    verb = at + 1
    while verb < len(chunks) and verb - at < LONGEST_SIDE and chunks[verb].has("pronoun_text", "text", "determiner"):
        verb += 1
    if verb >= len(chunks):
        return []
    stood = chunks[verb].lower in STOOD and not (verb == at + 1 and chunks[verb].has("be"))
    named = at + 1 < verb and chunks[at + 1].has("pronoun_text") and not chunks[at + 1].has("determiner")
    if not stood and not (named and (chunks[verb].text == "," or chunks[verb].has("only", "member"))):
        return []
    who, only = _whom(chunks, found, verb + (stood or chunks[verb].text == ","))
    if who is None:
        return []
    return [
        Position(*sentence.placed(at, who.last, at), members=who.members, choice=SIDES[chunks[at].lower], only=only)
    ]


def verb_first(sentence: Sentence, found: list[Phrase], at: int) -> Position | None:
    """ "Abstained China, India and the Emirates", "did abstain Chad", "voted against Cuba and Yemen"; `at` is where a
    clause begins.
    """
    chunks = sentence.chunks
    verb = at + (chunks[at].lower == "did")
    if verb + 1 >= len(chunks):
        return None
    choice, last = None, verb
    if chunks[verb].verb("abstain") is not None and not chunks[verb].lower.endswith("ing"):
        choice = "abstain"
    elif chunks[verb].lower in VOTED and chunks[verb + 1].lower in SIDES:
        choice, last = SIDES[chunks[verb + 1].lower], verb + 1
    if choice is None:
        return None
    who, only = _whom(chunks, found, last + 1)
    several = who is not None and len(who.members.named) > 1
    # "Voted against Cuba" may be said of what somebody else did
    if who is None or (choice != "abstain" and not several):
        return None
    sure = choice == "abstain"
    return Position(*sentence.placed(at, who.last, verb), members=who.members, choice=choice, only=only, loose=not sure)


def _the_rest(sentence: Sentence, found: list[Phrase], at: int, near: bool) -> Position | None:
    """ "The Russians against the other fourteen": who alone said No."""
    chunks = sentence.chunks
    who = next((p for p in found if p.members.named and p.last in (at - 1, at - 2)), None)
    if who is None or (who.last == at - 2 and chunks[at - 1].lower not in ("alone", "all alone", "again")):
        return None
    others = phrase_from(chunks, found, at + 1)
    if others is None or not others.members.others or others.members.named or others.members.adjective is not None:
        return None
    if not (near or others.members.quantity in REST) or not ends_at(chunks, others.last + 1):
        return None
    first = who.first - (who.first > 0 and chunks[who.first - 1].has("determiner"))
    opens = first == 0 or not chunks[first - 1].is_word or chunks[first - 1].has("and", "but")
    if not opens or len(who.members.named) > 1 or any(map(finite, chunks[who.last + 1 : at])):
        return None
    return Position(*sentence.placed(who.first, others.last, at), members=who.members, choice="no", only=True)


SO_MANY_ODD = frozenset({"one", "two", "three", "four", "the two", "the three", "the four", "those two"})


def odd_one(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """ "The odd one out was Oman", "the only exceptions: Oman and Chad": who alone did not vote as the others did."""
    if sentence.withdrawn or sentence.question or not (discourse.voted_near(sentence) or speaks_of_votes(sentence)):
        return None
    chunks = sentence.chunks
    at = next((i for i, c in enumerate(chunks) if c.has("odd_one")), 0)
    opening = chunks[:at]
    plain = all(c.has("determiner", "only", "and", "but", "adverb") or c.lower in SO_MANY_ODD for c in opening)
    if not at or not plain or at + 1 >= len(chunks) or at >= sentence.unreal_from:
        return None
    if chunks[at + 1].lower not in ("was", "were", "is", "are", ":", "–", "—"):
        return None
    who, _ = _whom(chunks, found, at + 2)
    some = discourse.last_members is not None and discourse.last_members.all_of_some
    if who is None or (some and sentence.index - discourse.last_in <= 1):
        return None  # "The Europeans were for it. The exception was Spain.": of those
    if len(who.members.named) > 1:
        # "The two holdouts were Oman and Chad": each in its own way
        return Position(*sentence.placed(0, who.last, at), members=who.members, choice="yes", negated=True, loose=True)
    return Position(*sentence.placed(0, who.last, at), members=who.members, choice="alone", loose=True)
