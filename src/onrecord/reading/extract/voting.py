"""What words say of a vote: that somebody was for, against, abstained, kept away, vetoed, or did as others did.

The verbs are in `tables/stances.csv`; each is read here with what follows it.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.voting_company import (
    WAYS,
    companions_at,
    in_doing,
    joined,
    kept_out,
    ones_way,
    supports_a_no,
)
from onrecord.reading.extract.voting_objects import split_verb, what_is_used
from onrecord.reading.extract.voting_ways import complement, fronted_choice, infinitive
from onrecord.reading.extract.voting_words import CHOICES, DENIED, VOTED_TO, Act
from onrecord.reading.lexicon import Entry
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

RAISED = frozenset(("hand", "hands", "arm"))
"""What goes up for a text or against it."""
WITHIN = frozenset(("in", "inside", "at", "chamber", "hall", "room", "session", "meeting"))
"""Words of where that was."""
SOON = frozenset(("minute", "minutes", "second", "seconds", "moment", "moments", "hour", "hours"))
"""Words of so short a time that the same vote is meant."""


RANKED = frozenset({"most", "least", "the most", "the least"})


def acts_at(sentence: Sentence, found: list[Phrase], at: int) -> list[Act]:
    """What the verb at chunk `at` may say of a vote, the likeliest first."""
    chunk = sentence.chunks[at]
    if chunk.lower == VOTED_TO:
        choice, last = infinitive(sentence.chunks, at) if at + 1 < len(sentence.chunks) else ("yes", at)
        return [Act(at, last, choice, "past", "vote")]
    if "split" in chunk.kinds and (split := split_verb(sentence.chunks, at)):
        return [_by_abstaining(sentence.chunks, act) for act in split]
    if "verb" not in chunk.kinds:
        return []
    entries = [entry for entry in chunk.entries if entry.kind == "verb"]
    if len(entries) > 1 and any(e.value == "join" for e in entries):
        company, last = companions_at(sentence, found, at + 1)
        behind = sentence.chunks[last + 1 : last + 3]
        if any(c.has("text", "sponsored_adjective", "vote_noun") or c.lower in ("'s", "-") for c in behind[:1]) or (
            len(behind) > 1 and behind[1].has("text") and not behind[0].has("preposition", "and")
        ):
            company = None  # "backed the British draft"
        told = company is not None and bool(company.named or company.pronoun)
        entries = sorted(entries, key=lambda e: (e.value == "join") != told)
    acts = [_act(sentence, found, at, entry) for entry in entries]
    return [_by_abstaining(sentence.chunks, act) for act in acts if act is not None]


def _by_abstaining(chunks: list[Chunk], act: Act) -> Act:
    """ "Waved it through by abstaining", "gave it a pass with its abstention": no Yes."""
    if act.choice != "yes":
        return act
    for at in range(act.last + 1, min(act.last + 5, len(chunks) - 1)):
        if chunks[at].lower in ("by", "with", "through"):
            noun = at + 1 + chunks[at + 1].has("determiner")
            how = chunks[noun] if noun < len(chunks) else chunks[at]
            abstained = how.verb("abstain") is not None and how.lower.endswith("ing")
            if abstained or (noun > at + 1 and how.has("abstention_noun") and not how.lower.endswith("s")):
                return replace(act, choice="abstain", last=noun)
        if not chunks[at].has("pronoun_text", "adverb", "text", "determiner"):
            return act
    return act


def _act(sentence: Sentence, found: list[Phrase], at: int, entry: Entry) -> Act | None:
    chunks = sentence.chunks
    meaning, form = entry.value, entry.form
    if meaning == "not_voting" and chunks[at].lower.endswith("to vote"):
        choice, last = complement(sentence, found, at)
        if choice in ("yes", "no"):
            return Act(at, last, choice, form, "vote", "", denied=True)
    if meaning == "yes" and not RAISED.isdisjoint(chunks[at].lower.split()):
        # "raised his hand in the Council against it"
        choice, last = complement(sentence, found, at, False)
        where = chunks[at + 1 : last]
        if choice == "no" and all(c.has("council", "assembly", "determiner") or c.lower in WITHIN for c in where):
            return Act(at, last, choice, form, meaning, entry.needs)
    if meaning == "yes" and (against := supports_a_no(chunks, at)) is not None:
        return Act(at, against, "no", form, "no", "text" if against == at else "event")
    if meaning == "block" and chunks[at].lower.endswith(" out") and at + 1 < len(chunks):
        if chunks[at + 1].lower == "of":
            return None  # "kept out of the debate on the text", where "kept out the text" would block it
    if meaning in ("veto", "use") and any(
        (one.has("veto_noun") or one.lower.endswith(" veto")) and then.lower in RANKED
        for one, then in pairwise(chunks[at : at + 5])
    ):
        return None  # "has used the veto most": how often, and not on one vote
    if meaning in ("abstain", "not_voting") and _from_something_else(chunks, at):
        return None
    if meaning in CHOICES:
        return Act(at, at, CHOICES[meaning], form, meaning, entry.needs, meaning in DENIED)
    match meaning:
        case "alone":
            if [c.lower for c in chunks[at + 1 : at + 2]] == ["from"]:
                return None  # "stood apart from its allies", "was isolated from Europe": not from all
            inner = in_doing(sentence, found, at)
            if inner is not None:
                return Act(at, inner[1], inner[0], form, meaning, only=True)
            return Act(at, at, "alone", form, meaning, entry.needs)
        case "same":
            if chunks[at].lower.startswith("follow") and "suit" not in chunks[at].lower and not _ends(chunks, at):
                return None
            if chunks[at].lower.endswith(("theirs", "its own", "together")):
                # "raised theirs for it", whatever the hands before were raised for; "voted together against it"
                choice, last = complement(sentence, found, at, False)
                if choice in ("yes", "no"):
                    return Act(at, last, choice, form, "yes", entry.needs)
            return Act(at, at, "same", form, meaning, entry.needs)
        case "take_part":
            return Act(
                at, at, "take part", form, meaning, "vote" if chunks[at].lower.endswith(("part", "participate")) else ""
            )
        case "vote":
            return _vote(sentence, found, at, form)
        case "use":
            used = what_is_used(chunks, at)
            return None if used is None else Act(at, used[1], used[0], form, meaning)
        case "join" | "part":
            return joined(sentence, found, at, entry)
        case "way":
            leader = ones_way(chunks, at + 1, WAYS)
            if leader is None or leader[0].first_person:
                return None
            return Act(at, leader[1], "with", form, "join", entry.needs, companions=leader[0])
        case "keep":
            return kept_out(sentence, found, at, form)
        case _:
            return None


VOTED_ON = word_sets("position_words.csv")["stayed_away_from"]


def _from_something_else(chunks: list[Chunk], at: int) -> bool:
    """ "Abstained from any comment", "stayed away from the dinner", unlike "from the vote"."""
    if at + 2 >= len(chunks) or chunks[at + 1].lower != "from":
        return False
    for chunk in chunks[at + 2 : at + 8]:
        if not chunk.is_word:
            return True
        if chunk.has("vote_noun", "text", "cite", "council", "assembly", "pronoun_text") or chunk.lower in VOTED_ON:
            return False
        if chunk.date is not None or chunk.has("member"):
            return False
    return True


def _ends(chunks: list[Chunk], at: int) -> bool:
    """Whether nothing but a time follows: "Paris followed", "China followed a minute later"."""
    behind = chunks[at + 1 : at + 5]
    if not behind or not behind[0].is_word or behind[0].has("and", "but"):
        return True
    return behind[0].has("adverb") or any(c.lower == "later" or SOON.intersection(c.lower.split()) for c in behind)


def _vote(sentence: Sentence, found: list[Phrase], at: int, form: str) -> Act:
    if (leader := ones_way(sentence.chunks, at + 1)) is not None:
        return Act(at, leader[1], "with", form, "vote", companions=leader[0])
    choice, last = complement(sentence, found, at)
    if choice != "with":
        fronted = fronted_choice(sentence.chunks, at) if choice == "vote" else None
        return Act(at, last, fronted or choice, form, "vote")
    companions, last = companions_at(sentence, found, last + 1)
    further, further_last = complement(sentence, found, last, False)
    if further in ("yes", "no") and companions is not None:
        return Act(at, further_last, further, form, "vote", companions=companions)
    return Act(at, last, "with", form, "vote", companions=companions)
