"""Texts that met a veto, without whose it was: "a veto sank it", "it ran into a veto", "it would have passed but for a
veto".

The words that stand before and behind such a veto are in `tables/clause_words.csv`.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Outcome
from onrecord.reading.clauses import clause_end, clause_start
from onrecord.reading.extract.outcome_words import WORDS, of_a_text
from onrecord.reading.extract.state import Discourse
from onrecord.reading.parsed import Phrase, Sentence, ends_at

MET, STOPS, SPARED, BUT_FOR = WORDS["met_a_veto"], WORDS["a_veto_does"], WORDS["spared_a_veto"], WORDS["but_for"]
LONGEST = 5
"""Words of the longest of them."""
ADJECTIVES = 2
OWNED = frozenset({"by", "from", "of", "power", "powers", "right", "rights", "threat", "threats", "over", "against"})
"""Behind a veto: whose it is, or that it is a right."""
APART = frozenset({"earlier", "previous", "another", "second", "third", "other", "rival", "former", "prior", "similar"})
SEVERAL = frozenset({"both", "neither", "each", "all", "several", "many", "most", "some", "they", "were"})
CARRIED = ("adopt", "pass")
HANDS = frozenset({"hand", "arm"})
TEXT_BEHIND = 6
"""Chunks behind a hand within which the text stands that it stopped."""
SINGLE = frozenset({"one", "single", "lone", "solitary", "a single", "a lone"})
AT_ALL = frozenset({"there was", "there were", "came", "then came", "but then came"})


def met_a_veto(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Outcome | None:
    """The first such veto of the sentence."""
    chunks = sentence.chunks
    if not of_a_text(sentence, discourse) or "habit" in sentence.kinds or discourse.elsewhere_before(sentence):
        return None
    for at, chunk in enumerate(chunks):
        if chunk.lower in HANDS and (hand := _one_hand(chunks, at)) is not None and hand < sentence.unreal_from:
            text = any(c.has("pronoun_text", "text") for c in chunks[at + 1 : at + TEXT_BEHIND])
            if text and _does(chunks, at + 1) and not (_supposed(chunks, hand) or _of_several(chunks[:hand])):
                return replace(_claim(sentence, hand, clause_end(sentence, found, at + 1), False), soft=True)
        first = _unowned(chunks, at) if chunk.has("veto_noun") and chunk.lower == "veto" else None
        if first is None:
            continue
        if (place := but_for(chunks, first)) is not None:
            return _claim(sentence, place, max(at, _carried(chunks) or 0), False)
        if at >= sentence.unreal_from or _supposed(chunks, first):
            continue
        if _of_several(chunks[:first]):
            continue
        before, denied = _words_before(chunks, first), chunks[first].lower == "no"
        if denied:
            if _there_was(before) and ends_at(chunks, at + 1):
                return _claim(sentence, clause_start(sentence, found, first), at, True)
            continue
        start = clause_start(sentence, found, first)
        if (
            before in WORDS["this_time"] | {""}
            and _any_start(chunks, at + 1, WORDS["veto_unused"])
            and not sentence.dates
        ):
            return _claim(sentence, start, clause_end(sentence, found, at), True)
        if _any_end(before, SPARED):
            return _claim(sentence, start, at, True)
        if chunks[first].cardinal == 1 and before == "there was":
            # "There was one veto": that year, or on the text told of last
            return replace(_claim(sentence, start, at, False), soft=True)
        if _any_end(before, MET) or (_any_end(before, AT_ALL) and ends_at(chunks, at + 1)):
            return _claim(sentence, start, clause_end(sentence, found, at), False)
        if (first == 0 or not chunks[first - 1].has("preposition")) and _does(chunks, at + 1):
            return _claim(sentence, first, clause_end(sentence, found, at + 1), False)
    return None


def _one_hand(chunks: list[Chunk], at: int) -> int | None:
    """Where "one hand", "a single raised hand" begins, if nothing says whose it is."""
    first = at - 1 - (chunks[at - 1].lower in ("raised", "lifted"))
    if first < 0 or chunks[first].lower not in SINGLE or (at + 1 < len(chunks) and chunks[at + 1].lower in OWNED):
        return None
    return first - (first > 0 and chunks[first - 1].lower in ("a", "one", "just", "only"))


def _of_several(before: list[Chunk]) -> bool:
    """ "Only two of the three were killed by a veto", "both texts ran into a veto"."""
    told = before[next((i + 1 for i in range(len(before) - 1, -1, -1) if before[i].text in ";:—–."), 0) :]
    if not APART.isdisjoint(c.lower for c in told):
        return True  # "an earlier text had run into a veto"
    return any((c.cardinal or 0) > 1 or c.lower in SEVERAL or (c.has("text") and c.lower.endswith("s")) for c in told)


def _unowned(chunks: list[Chunk], at: int) -> int | None:
    """Where "a veto", "one fatal veto", "the veto" begins, if nothing says whose it is."""
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    if behind is not None and (behind.lower in OWNED or behind.has("veto_noun", "member")):
        return None
    for first in range(at - 1, max(at - 2 - ADJECTIVES, -1), -1):
        chunk = chunks[first]
        if chunk.has("member", "group", "of_adjective", "together", "date") or chunk.date is not None:
            return None
        if chunk.lower in ("no", "a single", "a lone") or chunk.has("determiner") or chunk.cardinal == 1:
            return first if not (first and chunks[first - 1].lower in ("not", "'s")) else None
        if not chunk.is_word or chunk.has("verb", "preposition", "and") or chunk.text[:1].isupper():
            return None
    return None


def _words_before(chunks: list[Chunk], first: int) -> str:
    before = chunks[max(0, first - LONGEST) : first]
    cut = next((i + 1 for i in range(len(before) - 1, -1, -1) if before[i].text in ",;:—–."), 0)
    words = [c.lower for c in before[cut:] if not c.has("only") and c.lower not in ("just", "nothing but")]
    return " ".join(words)


def _any_end(words: str, known: frozenset[str]) -> bool:
    parts = words.split()
    return any(" ".join(parts[-length:]) in known for length in range(1, min(LONGEST, len(parts)) + 1))


def _does(chunks: list[Chunk], at: int) -> bool:
    """Whether what the veto did is told behind it."""
    while at < len(chunks) and (chunks[at].has("adverb") or chunks[at].lower.endswith("ly")):
        at += 1
    return _any_start(chunks, at, STOPS)


def _any_start(chunks: list[Chunk], at: int, known: frozenset[str]) -> bool:
    parts = " ".join(c.lower for c in chunks[at : at + LONGEST]).split()
    return any(" ".join(parts[:length]) in known for length in range(1, len(parts) + 1))


def _there_was(before: str) -> bool:
    """ "There was", "this time there was"."""
    opens = before.removesuffix("there was").removesuffix("there were")
    return opens != before and (opens.strip() in WORDS["this_time"] or not opens)


def _supposed(chunks: list[Chunk], first: int) -> bool:
    return any(
        c.has("modal", "condition") or c.lower in ("to", "risked", "risks") for c in chunks[max(0, first - 6) : first]
    )


def but_for(chunks: list[Chunk], first: int) -> int | None:
    """Where the clause begins of "it would have passed but for one veto", "without the veto it would have passed"."""
    carried = _carried(chunks)
    if carried is None:
        return None
    before = " ".join(c.lower for c in chunks[max(0, first - LONGEST) : first])
    return 0 if _any_end(before, BUT_FOR) else None


def _carried(chunks: list[Chunk]) -> int | None:
    """Where a text is said that would have been carried."""
    for at, chunk in enumerate(chunks):
        if chunk.verb(*CARRIED) is None:
            continue
        before = [c.lower for c in chunks[max(0, at - 4) : at]]
        if "have" in before and ("would" in before or "'d" in before) and "not" not in before and "n't" not in before:
            return at
    return None


def _claim(sentence: Sentence, first: int, last: int, spared: bool) -> Outcome:
    soft = spared or _of_some_text(sentence.chunks)
    return Outcome(*sentence.placed(first, last), outcome="vetoed", negated=spared, soft=soft)


def _of_some_text(chunks: list[Chunk]) -> bool:
    """ "A veto sank an American text": which it was is left open."""
    return any(
        c.has("text") and any(b.lower in ("a", "an", "another") for b in chunks[max(0, at - 3) : at])
        for at, c in enumerate(chunks)
    )
