"""Whose a vote spoken of by a noun is: "the Chinese and Russian vetoes", "Moscow's answer", "its abstention"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.extract.position_scope import antecedent
from onrecord.reading.extract.state import Discourse
from onrecord.reading.naming import named_by
from onrecord.reading.parsed import Phrase, Sentence, finite
from onrecord.reading.table import word_sets

NOT_ADJECTIVES = (
    "verb", "preposition", "determiner", "but", "and", "council", "be", "have", "do", "modal", "unreal", "negation",
    "realised", "habit", "reporting",
)  # fmt: skip
"""Kinds of words that cannot stand between members and the noun that is theirs."""
OWN_REACH = 5
BEHIND = "fail", "pass", "defeat", "block", "act", "same_fate"
"""Meanings of verbs in front of "to a Russian veto", which make it no infinitive."""
_WORDS = word_sets("position_words.csv")
LED = _WORDS["owing_to"]
OPENING_REACH = 5
"""Chunks in which what a sentence opens with comes to "its"."""
OPENING = frozenset({"with", "by", "in", "after", "despite", "for all", "through", "before", "following"})
POSSESSIVE = {"its": "it", "his": "he", "her": "it", "their": "they"}


def owner_of(sentence: Sentence, at: int) -> Phrase | None:
    """The members in front of the noun at chunk `at`: "American", "Moscow's", "Chinese and Russian", "joint US-UK"."""
    chunks = sentence.chunks
    for position in range(at - 1, max(at - 1 - OWN_REACH, -1), -1):
        chunk = chunks[position]
        if chunk.lower in ("'s", "'", '"') or chunk.has("only", "together"):
            continue
        if chunk.lower in ("no", "yes") and position == at - 1:
            # "Moscow's no vote", not "Moscow found no takers"
            owned = position > 0 and (chunks[position - 1].lower in ("'s", "'") or chunks[position - 1].has("member"))
            if owned:
                continue
            return None
        if chunk.has("member") and not chunk.has("blocked"):
            return _all_back(chunks, position)
        group = chunk.get("group")
        if group is not None and position + 1 < len(chunks) and chunks[position + 1].lower in ("'s", "'"):
            return Phrase(position, position, Members(groups=(group.value,), text=chunk.text))
        if chunk.number is not None or chunk.has(*NOT_ADJECTIVES) or not chunk.is_word:
            return None
    return None


def _all_back(chunks: list[Chunk], last: int) -> Phrase:
    """Every name of a list that ends at chunk `last`: "Russia's and China's"."""
    first = position = last
    named: list[Named] = []
    while position >= 0 and chunks[position].has("member", "prefix"):
        named = [*named_by(chunks[position]), *named]
        first = position
        position -= 1
        joined = position >= 1 and (chunks[position].has("and") or chunks[position].text in ",-/")
        if not joined and not (position >= 1 and chunks[position].lower == "'s"):
            break
        position -= 1
        if joined and chunks[position].lower == "'s":
            position -= 1
    return Phrase(first, last, Members(tuple(named), text=" ".join(c.text for c in chunks[first : last + 1])))


def whose(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Members | None:
    """The members that the possessive pronoun at chunk `at` stands for."""
    word = POSSESSIVE.get(sentence.chunks[at].lower)
    if word is None:
        return None
    named = named_behind(sentence, found, at)
    if named is not None:
        return named
    pronoun = Phrase(at, at, Members(pronoun=True, text=word))
    return antecedent(sentence, found, pronoun) or discourse.resolve_pronoun(pronoun.members, sentence)


def named_behind(sentence: Sentence, found: list[Phrase], at: int) -> Members | None:
    """Whom a sentence names right behind what it opens with: "Explaining its veto, France said"."""
    chunks = sentence.chunks
    opens = at < OPENING_REACH and all(c.is_word and not finite(c) for c in chunks[:at])
    if not opens or not (chunks[0].has("preposition") or chunks[0].lower.endswith("ing") or chunks[0].lower in OPENING):
        return None
    subject = next((p for p in found if at < p.first <= at + OPENING_REACH + 3), None)
    if subject is None or not subject.members.named or subject.last + 1 >= len(chunks):
        return None
    between = chunks[at + 1 : subject.first]
    if any(c.has("relative", "but") or finite(c) for c in between):
        return None
    closed = any(c.text == "," for c in between[-2:])
    return subject.members if closed or finite(chunks[subject.last + 1]) else None


def sent_from(sentence: Sentence, found: list[Phrase], at: int) -> Phrase | None:
    """Whom a clause opens with that the noun at chunk `at` comes from: "From Malta came a yes", "from Peru, a no"."""
    chunks = sentence.chunks
    place = at - 1
    while place > 0 and (chunks[place].has("determiner", "only", "adverb") or chunks[place].lower in ARRIVING):
        place -= 1
    if place == at - 1 and chunks[place].text != ",":
        return None
    if chunks[place].text == ",":
        place -= 1
    phrase = next((p for p in found if p.last == place), None)
    if phrase is None or not phrase.members.named:
        return None
    first = phrase.first - 1
    while first > 0 and chunks[first].has("determiner"):
        first -= 1
    opens = first <= 0 or not chunks[first - 1].is_word or chunks[first - 1].has("and", "but")
    return phrase if first >= 0 and chunks[first].lower == "from" and opens else None


NOT_YET = _WORDS["not_yet"]
ARRIVING = frozenset({"came", "comes", "there", "was", "were", "is", "we", "they", "it", "heard", "got", "had"})
CAME = frozenset({"came", "comes", "followed", "follows", "was", "saw", "brought", "met"})


def supposed(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words around say that it was feared, averted or still to come."""
    chunks = sentence.chunks
    before = chunks[max(0, first - 4) : first]
    if len(before) > 1 and before[-1].lower == "another" and before[-2].lower in CAME:
        before = before[:-1]  # "then came another Russian veto"
    if any(c.has("averted", "unreal") for c in before) or any(
        c.has("modal") for c in chunks[max(0, first - 6) : first]
    ):
        return True
    behind = chunks[last + 1 : last + 4]
    relative = len(behind) > 1 and behind[0].text == "," and behind[1].has("relative")  # ", which could have killed it"
    if not relative and any(c.has("modal", "unreal") for c in behind):
        return True
    if first > 1 and chunks[first - 2].lower == "to" and chunks[first - 1].cardinal is not None:
        return False  # "77 in favour to six against (…)"
    if any(c.lower in NOT_YET for c in chunks[first : last + 1]):
        return True  # "France's possible use of its veto"
    return any(c.lower == "to" for c in before) and not any(
        c.verb(*BEHIND) is not None or c.lower in LED for c in chunks[max(0, first - 9) : first]
    )
