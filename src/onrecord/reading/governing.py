"""What a name hangs on, so that it is no verb's subject: a preposition, another verb, a name beside it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.excepting import excepts
from onrecord.reading.parsed import Phrase, finite
from onrecord.reading.table import word_sets

PRONOUNS = frozenset(
    {"it", "they", "he", "she", "both", "neither", "the former", "the latter", "the two", "the three", "all three",
     "all four", "all five", "the same pair", "the same two", "the same duo", "the same trio",
     "the pair", "the trio", "the duo"}
)  # fmt: skip


HONORIFICS = word_sets("name_words.csv")["honorific"]
STANDING_ALONE = ("these", "those")
"""Words that stand for the texts spoken of, where a name follows."""


def _on_both(chunks: list[Chunk], first: int) -> bool:
    """ "Two texts failed; on both Chad abstained": both texts, and not "on both Chad and Mali pressure was put"."""
    both = first - 1 - (first > 0 and chunks[first - 1].lower == "the")
    if both < 1 or chunks[both].lower != "both" or chunks[both - 1].lower != "on":
        return False
    opens = both == 1 or not chunks[both - 2].is_word or chunks[both - 2].has("and", "but")
    return opens and chunks[first].has("member") and not any(c.has("and") for c in chunks[first + 1 : first + 2])


def governed(chunks: list[Chunk], first: int) -> bool:
    """Whether a preposition governs the phrase ("in Moscow", "against Israel"), so that it is no subject."""
    position = first - 1
    if position >= 0 and chunks[position].lower in STANDING_ALONE and chunks[first].has("member"):
        return False  # "on the last of these India abstained"
    if _on_both(chunks, first):
        return False
    while position >= 0 and (
        chunks[position].has("determiner", "only") or chunks[position].lower in ("the", "both", "either", "even")
    ):
        position -= 1
    if (
        position >= 1
        and not chunks[position].entries
        and chunks[position].text.islower()
        and chunks[position - 1].lower in ("a", "an")
    ):
        position -= 2
    if position >= 1 and chunks[position].text in HONORIFICS:
        position -= 1  # "a call to King Hussein"
    if position >= 2 and chunks[position].has("group_noun", "member_noun") and chunks[position - 1].has("determiner"):
        if chunks[position - 2].lower in ("unlike", "despite"):
            return True  # "unlike its partners France and Portugal"
    if position < 0:
        return False
    before = chunks[position]
    if (
        before.lower in ("of", "in")
        and position > 0
        and (chunks[position - 1].has("delegate") or chunks[position - 1].lower in ("total", "sum", "each", "all"))
    ):
        return False
    if before.lower in ("with", "as") or (
        before.lower == "for" and position > 0 and chunks[position - 1].lower == "as"
    ):
        return False
    if excepts(chunks, position):
        return True  # "the elected members other than Kiev all voted for it"
    if before.lower == "for" and position > 0 and chunks[position - 1].text in ",;—–":
        # "…, for Nepal and Bhutan both abstained"
        return False
    if before.text == "-":
        return before.end == chunks[first].start
    return before.has("preposition") or before.lower in (
        "despite",
        "unlike",
        "including",
        "except",
        "concerning",
        "regarding",
        "rather than",
    )


def object_of(chunks: list[Chunk], first: int) -> bool:
    """Whether a verb governs the phrase: "accused Washington and abstained", "refused to name Moscow and abstained"."""
    position = first - 1
    while position >= 0 and (chunks[position].has("determiner", "only") or chunks[position].lower in ("both", "even")):
        position -= 1
    if position < 0:
        return False
    before = chunks[position]
    if finite(before):
        return not before.has("be", "have", "do", "reporting")
    behind = chunks[position - 1] if position > 0 else None
    if behind is not None and behind.text == "," and before.lower.split()[0].endswith("ing"):
        # "France, breaking with London, voted for it", "Chad, defying Paris, abstained"
        if not before.entries or any(e.kind == "verb" and e.form == "gerund" for e in before.entries):
            return True
    infinitive = behind is not None and (
        behind.lower.split()[-1:] == ["to"]
        or behind.has("instead")  # "rather than side with Paris, abstained"
        or (before.has("verb") and behind.has("do", "modal", "negation"))
    )
    return infinitive and before.text.islower() and before.is_word and (before.has("verb") or not before.entries)


def behind_object(chunks: list[Chunk], phrase: Phrase) -> Phrase:
    """ "Eleven condemned Russia and China abstained": of two names the second, where a deed's verb has the first."""
    if len(phrase.members.named) != 2 or phrase.members.groups or not object_of(chunks, phrase.first):
        return phrase
    verb = next((i for i in range(phrase.first - 1, -1, -1) if not chunks[i].has("determiner")), 0)
    joint = next((i for i in range(phrase.first, phrase.last) if chunks[i].has("and")), None)
    if joint is None or not verb or chunks[verb].verb("act", "no") is None or not chunks[verb - 1].is_word:
        return phrase
    named = phrase.members.named[-1:]
    return replace(phrase, first=joint + 1, members=replace(phrase.members, named=named, text=named[0].text))


def object_position(chunks: list[Chunk], at: int) -> bool:
    """Whether the pronoun follows a verb or preposition, so that it is no subject ("vetoed it")."""
    if at == 0:
        return False
    before = chunks[at - 1]
    if before.has("verb") and at > 1 and chunks[at - 2].has("determiner"):
        return False
    return before.has("preposition", "verb") and before.lower not in ("as",)


def accompanying(chunks: list[Chunk], phrase: Phrase, verb: int) -> bool:
    """ "…, which made peace with Israel, voted against": behind "with" and closed by a comma it is no subject."""
    first = phrase.first - 1
    while first >= 0 and chunks[first].has("determiner"):
        first -= 1
    return first >= 0 and chunks[first].lower == "with" and any(c.text == "," for c in chunks[phrase.last + 1 : verb])


def is_pronoun(chunk: Chunk) -> bool:
    return chunk.lower in PRONOUNS
