"""Which way "voted" says that somebody voted: by the words behind it ("voted for", "voted to condemn", "voted with
them"), or by those before it ("against it voted Cuba").
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.parsed import Phrase, Sentence, covering
from onrecord.reading.table import word_sets

_WORDS = word_sets("clause_words.csv")
EVILS = _WORDS["evil"]
"""What a vote is cast to end."""

REACH = 10
"""Chunks behind a verb within which its complement is looked for."""
PLURAL_OBJECTS = frozenset(
    {
        "it",
        "them",
        "him",
        "her",
        "both",
        "the two",
        "the three",
        "the pair",
        "the trio",
        "the duo",
        "all three",
        "all four",
        "all five",
    }
)


BESIDE = frozenset(
    {"with", "along with", "together with", "alongside", "like", "as", "unlike", "as always", "as usual", "as expected",
     "as ever"}
)  # fmt: skip
"""What begins the words that commas put in between "voted" and which way."""


def complement(sentence: Sentence, found: list[Phrase], at: int, company: bool = True) -> tuple[str, int]:
    """Which way "voted" says, and the last chunk that says so; `vote` where it says no way.

    With `company`, words that name others first ("with the Americans") end it as `with`.
    """
    chunks = sentence.chunks
    at = _over_company(chunks, at)
    for position in range(at + 1, min(at + REACH, len(chunks))):
        chunk = chunks[position]
        here = all(c.has("preposition", "council", "assembly", "determiner") for c in chunks[at + 1 : position])
        if company and chunk.lower in AS_DID and (behind := _as_did(sentence, found, position)) is not None:
            return "with", behind
        if chunk.lower == "that" and here and _clause_follows(chunks, position):
            return "yes", position
        if chunk.text in ";:—" or chunk.has("but", "relative", "unanimous") or chunk.lower in ("whether", "if"):
            break
        if covering(found, position) is not None:
            if chunk.has("member") and not _located(chunks, position, at):
                break
            continue
        if chunk.lower == "not" and position + 1 < len(chunks) and chunks[position + 1].lower == "to":
            return "no", position + 1
        if _takes_it_back(chunks, position) or _compares(chunks, position):
            break
        if chunk.has("no_noun") and not chunk.lower.startswith("oppos"):
            return "no", position
        if chunk.has("yes_noun") and (chunk.lower != "for" or not _time_follows(chunks, position)):
            return "yes", position
        if (
            company
            and chunk.lower in ("with", "alongside", "like", "together with", "along with")
            and _members_follow(sentence, found, position)
        ):
            return "with", position
        if chunk.lower == "to" and position + 1 < len(chunks) and chunks[position + 1].has("determiner"):
            # "Voted with them to the end": how long.
            continue
        if chunk.lower == "to" and position + 1 < len(chunks) and chunks[position + 1].is_word:
            return infinitive(chunks, position)
        if chunk.lower.startswith("to ") and chunk.has("uncovered"):
            return "yes", position
        if chunk.lower == "down":
            return "no", position
        if chunk.text == "," or (chunk.has("and") and not chunk.has("yes_noun", "no_noun")):
            break
    return "vote", at


def _takes_it_back(chunks: list[Chunk], at: int) -> bool:
    """ "Sweden voted both… no, it was only there in June": the writer's own correction."""
    behind = chunks[at + 1].text if at + 1 < len(chunks) else ""
    return chunks[at].lower == "no" and behind == "," and chunks[at - 1].text in ".…–—"


def _compares(chunks: list[Chunk], at: int) -> bool:
    """ "Voted on it no fewer than ten times", "voted no later than the others"."""
    behind = chunks[at + 1].lower if at + 1 < len(chunks) else ""
    return chunks[at].lower == "no" and behind in COMPARED


COMPARED = frozenset({"fewer", "less", "more", "later", "longer", "sooner", "matter", "earlier", "better"})


def _over_company(chunks: list[Chunk], at: int) -> int:
    """ "Voted, with all the others, to prolong it": the comma behind which the verb goes on; else the verb."""
    if at + 2 >= len(chunks) or chunks[at + 1].text != "," or chunks[at + 2].lower not in BESIDE:
        return at
    close = next((i for i in range(at + 3, min(at + REACH, len(chunks) - 1)) if chunks[i].text == ","), None)
    goes_on = close is not None and (
        chunks[close + 1].lower == "to" or chunks[close + 1].has("yes_noun", "no_noun", "preposition")
    )
    return close if close is not None and goes_on else at


def _clause_follows(chunks: list[Chunk], at: int) -> bool:
    """ "Nine voted that the tanks must leave"; not "voted that day", "voted that way"."""
    behind = chunks[at + 1 : at + 7]
    if not behind or behind[0].lower in ("day", "night", "way", "week", "morning", "evening", "month", "year", "time"):
        return False
    return any(c.has("modal", "be", "have") for c in behind[1:])


def _located(chunks: list[Chunk], at: int, verb: int) -> bool:
    """Whether a name only says where: "voted in Geneva against"."""
    return any(c.has("preposition") for c in chunks[max(verb + 1, at - 2) : at])


TIMES = frozenset(
    {"time", "times", "hour", "hours", "minutes", "day", "days", "week", "weeks", "month", "months", "year", "years",
     "session", "sessions", "once"}
)  # fmt: skip
"""Words of time behind "for"."""


def _time_follows(chunks: list[Chunk], at: int) -> bool:
    """ "Voted for the third time", "for two hours": no side is taken; "voted for the second" takes one."""
    return any(c.lower in TIMES for c in chunks[at + 1 : at + 4] if not c.has("text"))


def _members_follow(sentence: Sentence, found: list[Phrase], at: int) -> bool:
    position = at + 1
    while position < len(sentence.chunks) and sentence.chunks[position].has("determiner"):
        position += 1
    return any(
        p is not None and p.first in (at + 1, position) for p in (covering(found, at + 1), covering(found, position))
    ) or (at + 1 < len(sentence.chunks) and sentence.chunks[at + 1].lower in PLURAL_OBJECTS)


AS_DID = frozenset({"as", "way", "as did"})
"""Words in front of whom others vote like: "as France did", "the way the French had", "as did Chad"."""


def _as_did(sentence: Sentence, found: list[Phrase], at: int) -> int | None:
    """ "Voted as France did", "voted the way the French had": the chunk in front of whom that names."""
    chunks = sentence.chunks
    first = at + 1
    fronted = chunks[at].lower == "as did" or (first < len(chunks) and chunks[first].has("do", "have"))
    first += fronted and chunks[at].lower != "as did"
    opens = first
    while opens < len(chunks) and chunks[opens].has("determiner"):
        opens += 1
    phrase = covering(found, opens)
    if phrase is None or phrase.first not in (first, opens) or not (phrase.members.named or phrase.members.groups):
        return None
    behind = chunks[phrase.last + 1] if phrase.last + 1 < len(chunks) else None
    closed = fronted or (behind is not None and behind.has("do", "have") and behind.lower not in ("doing", "having"))
    return first - 1 if closed else None


OF_A_PEOPLE = frozenset({"leave", "remain", "quit", "secede", "strike"})
"""What a people or a union votes to do itself."""


def infinitive(chunks: list[Chunk], at: int) -> tuple[str, int]:
    """Which way "voted to" says by the verb behind chunk `at`, and the chunk of that verb."""
    if at + 1 == len(chunks):
        return "yes", at  # what is quoted breaks off behind "voted to"
    following = chunks[at + 1]
    if following.verb("abstain"):
        return "abstain", at + 1
    if following.lower in OF_A_PEOPLE:
        return "vote", at + 1  # "Britain voted to leave the Union, Scotland to remain"
    if following.verb("block") and not following.verb("no") and following.lower.split()[-1] in PLURAL_OBJECTS:
        # "voted to bury it": the draft at hand, or what an older one had said.
        return "vote", at + 1
    if following.verb("no", "defeat", "block") and not following.verb("yes"):
        return ("yes" if ends_an_evil(chunks, at + 1) else "no"), at + 1
    return "yes", at + 1


def ends_an_evil(chunks: list[Chunk], verb: int) -> bool:
    """ "Voted to stop the killing", "to reject the annexation": the text was to, and not those against it."""
    owned = False
    for at in range(verb + 1, min(verb + 9, len(chunks))):
        chunk = chunks[at]
        if chunk.lower in ("'s", "'", '"', "“"):
            owned = owned or chunk.lower in ("'s", "'")
            continue
        if not chunk.is_word or chunk.has("text", "vote_noun", "pronoun_text", "cite"):
            return False
        if not EVILS.isdisjoint(chunk.lower.split()):
            return at + 1 >= len(chunks) or not chunks[at + 1].has("text", "vote_noun")
        if chunk.has("preposition", "and", "verb", "relative"):
            return False
    return False


def fronted_choice(chunks: list[Chunk], at: int) -> str | None:
    """ "Against which Cuba voted", "the text for which nine had voted"."""
    for position in range(at - 1, max(at - 10, 0), -1):
        if chunks[position].lower == "which" and chunks[position - 1].lower in ("against", "for"):
            return "no" if chunks[position - 1].lower == "against" else "yes"
        if chunks[position].text in ",;:—":
            break
    return _led_by_choice(chunks, at)


def _led_by_choice(chunks: list[Chunk], at: int) -> str | None:
    """ "Against it voted Cuba", "for the resolution voted France and Japan"."""
    position = at - 1
    while position > 0 and (
        chunks[position].has("pronoun_text", "text", "cite", "adverb") or chunks[position].lower in ("the", "this")
    ):
        position -= 1
    if position < 0 or (
        position > 0 and not (chunks[position - 1].has("and", "but") or not chunks[position - 1].is_word)
    ):
        return None
    return {"against": "no", "for": "yes", "in favour": "yes", "in favor": "yes"}.get(chunks[position].lower)
