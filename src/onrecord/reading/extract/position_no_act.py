"""What reads like a member's vote on a text and is none: what somebody is told to do or blamed for, what another clause
says, what is said of every text there was.
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.voting_words import Act
from onrecord.reading.parsed import Phrase, finite, is_demonym

STANDING = frozenset({"candidate", "candidates", "applicant", "applicants", "nominee", "nominees", "contender",
                      "contenders", "comer", "comers"})  # fmt: skip
"""Who stands for an office or applies for a seat, each in a vote of its own."""
REASONS = frozenset({"because", "since", "as", "when", "while", "although", "though", "after", "once", "whereas"})
"""Words that open a clause before the one that says what was done."""
DEMANDING = ("demand", "insist", "urg", "request", "recommend", "requir", "suggest", "propos", "ask", "prefer")
"""How verbs begin whose "that" says what somebody is to do."""


def no_act(chunks: list[Chunk], doer: Phrase, act: Act) -> bool:
    """Whether the verb tells of no vote of the doer's on one text."""
    return (
        _of_no_text(chunks, act)
        or _blamed_for(chunks, act)
        or _gave_up(chunks, act)
        or _told_to(chunks, doer, act)
        or _somebody_elses(chunks, doer, act.at)
        or _of_the_main_clause(chunks, doer, act.at)
    )


def _of_no_text(chunks: list[Chunk], act: Act) -> bool:
    """ "Britain had backed no such text": of all the votes that there were."""
    behind = chunks[act.last + 1 : act.last + 5]
    if behind and behind[0].lower in ("all", "every", "each", "any") and any(c.lower in STANDING for c in behind):
        return True  # "vetoed all candidates from the North"
    if " ".join(c.lower for c in behind[:3]) in ("any of the", "any of these", "any of those"):
        return True  # "have not blocked any of the resolutions"
    if behind and behind[0].lower == "to":
        behind = behind[1:]
    if len(behind) > 1 and (behind[0].cardinal or 0) > 1 and behind[0].date is None:
        # "Objected to 34 resolutions", "to 34 out of 36 resolutions"
        return behind[1].has("text") or behind[1].lower in ("out of", "out", "of")
    if [c.lower for c in behind[:2]] in (["nothing", "else"], ["anything", "else"]):
        return True
    if not behind or behind[0].lower not in ("no", "none"):
        return False
    return any(c.has("text") and not any(b.has("preposition") for b in behind[:i]) for i, c in enumerate(behind) if i)


def _blamed_for(chunks: list[Chunk], act: Act) -> bool:
    """ "Sanctions against Pretoria for blocking independence": what somebody is blamed for, and no vote on a text."""
    if not act.block or act.at < 1 or chunks[act.at - 1].lower != "for":
        return False
    return not any(c.has("text", "cite", "pronoun_text", "vote_noun") for c in chunks[act.at : act.last + 7])


def _gave_up(chunks: list[Chunk], act: Act) -> bool:
    """ "The others stopped pretending": what somebody no longer does, and no text that is stopped."""
    if not act.block or not chunks[act.last].lower.startswith(("stop", "halt", "ceas", "suspend")):
        return False
    behind = chunks[act.last + 1] if act.last + 1 < len(chunks) else None
    return behind is not None and behind.lower.endswith("ing") and not behind.has("text", "vote_noun", "cite")


def _told_to(chunks: list[Chunk], doer: Phrase, act: Act) -> bool:
    """ "A text demanding Israel halt work": what somebody is to do."""
    if act.form != "base" or doer.last != act.at - 1 or doer.first < 1 or len(doer.members.named) != 1:
        return False
    before = doer.first - 1 - chunks[doer.first - 1].has("determiner")
    word = chunks[before].lower if before >= 0 else ""
    if word == "that" and before > 0:
        word = chunks[before - 1].lower
    return word.startswith(DEMANDING) and not word.endswith("ers")


def _somebody_elses(chunks: list[Chunk], doer: Phrase, verb: int) -> bool:
    """ "Along with Britain and France, and Chinese opposition was enough to kill it": another clause has begun."""
    for at in range(doer.last + 1, verb - 3):
        if chunks[at].text == "," and chunks[at + 1].lower == "and" and chunks[at + 2].has("member"):
            return is_demonym(chunks[at + 2]) and any(c.has("be") or finite(c) for c in chunks[at + 3 : verb])
    return False


def _of_the_main_clause(chunks: list[Chunk], doer: Phrase, verb: int) -> bool:
    """ "Because Haiti had dealings with Taipei, our side objected": whose reason is told is not who acts on it."""
    if doer.first < 1 or chunks[doer.first - 1].lower not in REASONS:
        return False
    comma = next((i for i in range(verb - 2, doer.last + 1, -1) if chunks[i].text == ","), None)
    if comma is None or any(not c.is_word for c in chunks[doer.last + 1 : comma]):
        return False
    opens = chunks[comma + 1]
    somebody = opens.has("determiner", "first_person") and not opens.has("relative", "negation", "only")
    return somebody and any(finite(c) or c.has("be", "have", "do") for c in chunks[doer.last + 1 : comma])
