"""What words say of a vote: that somebody was for, against, abstained, kept away, vetoed, or did as others did.

The verbs are in `tables/stances.csv`; what follows "vote" and what is "cast" is read here.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.lexicon import Entry
from onrecord.reading.parsed import Phrase, Sentence, covering, possessed

CHOICES = {
    "veto": "veto", "no_veto": "veto", "block": "veto", "yes": "yes", "no_yes": "yes", "no": "no", "no_no": "no",
    "abstain": "abstain", "not_voting": "not voting",
}  # fmt: skip
DENIED = frozenset({"no_veto", "no_yes", "no_no"})
"""Meanings of verbs that say that something was not done: "withheld its veto"."""
NOUNS = (("abstention_noun", "abstain"), ("no_noun", "no"), ("nonvoting_noun", "not voting"), ("yes_noun", "yes"))
"""Classes of `tables/words.csv` that name a choice without a verb."""
FIRM = ("yes", "no", "aye", "nay", "ayes", "nays", "noes", "yea", "nyet", "non", "nein")
SHARED = {
    "rejection": "no", "opposition": "no", "dissent": "no", "refusal": "no", "disapproval": "no", "rejecting": "no",
    "support": "yes", "approval": "yes", "assent": "yes", "favour": "yes", "favor": "yes", "backing": "yes",
    "neutrality": "abstain", "silence": "abstain",
}  # fmt: skip
"""What those share who join others "in" it."""
VETO_BACK = 12
"""Chunks before "used it" within which the veto stands that was used."""
VOTED_TO = "voted to"
OPTIONS = ("yes", "no", "abstain", "not voting")
"""What a member can do in a vote."""
SPLIT_REACH = 14
"""Chunks behind a split verb within which the words stand that make it tell of a vote."""
REACH = 10
"""Chunks behind a verb within which its complement is looked for."""
THROUGH = frozenset(
    {"through", "pass", "stand", "succeed", "live", "survive", "be adopted", "go through", "sail through"}
)
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


@dataclass(frozen=True, slots=True)
class Act:
    """One mention of a vote by a verb."""

    at: int
    last: int
    """The last chunk that says what was done."""
    choice: str
    """`veto`, `yes`, `no`, `abstain`, `not voting`; `with` and `against` (as the companions did, otherwise than they),
    `same`, `alone`; `with them` (as so many did); `vote`, `take part` where only a denial says something."""
    form: str
    meaning: str
    needs: str = ""
    denied: bool = False
    companions: Members | None = None
    only: bool = False
    """Whether the words say that nobody else did so."""

    @property
    def block(self) -> bool:
        return self.meaning == "block"


def tells(chunk: Chunk) -> bool:
    """Whether a chunk may tell of a vote as a verb."""
    return "verb" in chunk.kinds or "split" in chunk.kinds or chunk.lower == VOTED_TO


def acts_at(sentence: Sentence, found: list[Phrase], at: int) -> list[Act]:
    """What the verb at chunk `at` may say of a vote, the likeliest first."""
    chunk = sentence.chunks[at]
    if chunk.lower == VOTED_TO:
        choice, last = _infinitive(sentence.chunks, at) if at + 1 < len(sentence.chunks) else ("yes", at)
        return [Act(at, last, choice, "past", "vote")]
    if "split" in chunk.kinds and (split := _split(sentence.chunks, at)):
        return split
    if "verb" not in chunk.kinds:
        return []
    entries = [entry for entry in chunk.entries if entry.kind == "verb"]
    if len(entries) > 1 and any(e.value == "join" for e in entries):
        company = _companions_at(sentence, found, at + 1)[0]
        entries = sorted(entries, key=lambda e: (e.value == "join") == (company is None or not company.named))
    acts = [_act(sentence, found, at, entry) for entry in entries]
    return [act for act in acts if act is not None]


def _split(chunks: list[Chunk], at: int) -> list[Act]:
    """A verb whose last words stand behind the text: "gave the Algerian draft its blessing", "shot it down"."""
    text = pronoun = False
    for position in range(at + 1, min(at + SPLIT_REACH, len(chunks))):
        chunk = chunks[position]
        if text and (acts := _ended(chunks, at, position, pronoun)):
            return acts
        text = text or chunk.has("text", "cite") or chunk.text.startswith(("S/", "A/"))
        if position == at + 1 and not text and chunk.has("pronoun_text"):
            text = pronoun = True
        if chunk.text in ",;:—–" or chunk.has("but", "be", "have", "modal", "relative"):
            return []
    return []


def _ended(chunks: list[Chunk], at: int, position: int, pronoun: bool) -> list[Act]:
    """What the split verb at `at` says, in each form that its spelling has, where its last words stand here."""
    acts: list[Act] = []
    for entry in chunks[at].entries:
        last = next((end for tail in entry.tails if (end := _spells(chunks, position, tail)) is not None), None)
        if last is not None:
            needs = "vote" if pronoun and entry.value != "no_veto" else ""
            acts.append(Act(at, last, CHOICES[entry.value], entry.form, entry.value, needs, entry.value in DENIED))
    return acts


def _spells(chunks: list[Chunk], at: int, tail: tuple[str, ...]) -> int | None:
    """The chunk at which the words of the tail end that begin at chunk `at`; None where others stand there."""
    wanted = list(tail)
    for position in range(at, min(at + len(tail) + 2, len(chunks))):
        for word in chunks[position].lower.replace("-", " ").split():
            if not wanted or word != wanted.pop(0):
                return None
        if not wanted:
            return position
    return None


def _act(sentence: Sentence, found: list[Phrase], at: int, entry: Entry) -> Act | None:
    chunks = sentence.chunks
    meaning, form = entry.value, entry.form
    if meaning == "not_voting" and chunks[at].lower.endswith("to vote"):
        choice, last = complement(sentence, found, at)
        if choice in ("yes", "no"):
            return Act(at, last, choice, form, "vote", "", denied=True)
    if meaning in CHOICES:
        return Act(at, at, CHOICES[meaning], form, meaning, entry.needs, meaning in DENIED)
    match meaning:
        case "alone":
            inner = _in_doing(sentence, found, at)
            if inner is not None:
                return Act(at, inner[1], inner[0], form, meaning, only=True)
            return Act(at, at, "alone", form, meaning, entry.needs)
        case "same":
            if chunks[at].lower.startswith("follow") and "suit" not in chunks[at].lower and not _ends(chunks, at):
                return None
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
            return _joined(sentence, found, at, entry)
        case "let":
            return _let(chunks, at, form)
        case "keep":
            return _kept_out(sentence, found, at, form)
        case _:
            return None


def _ends(chunks: list[Chunk], at: int) -> bool:
    """Whether nothing but a time follows: "Paris followed", "China followed a minute later"."""
    behind = chunks[at + 1 : at + 5]
    if not behind or not behind[0].is_word or behind[0].has("and", "but"):
        return True
    return behind[0].has("adverb") or any(c.lower == "later" or SOON.intersection(c.lower.split()) for c in behind)


SOON = frozenset(("minute", "minutes", "second", "seconds", "moment", "moments", "hour", "hours"))
"""Words of so short a time that the same vote is meant."""


# --- what is cast ----------------------------------------------------------------------------


LONG_OBJECT, SHORT_OBJECT = 8, 3
"""Chunks behind a verb in which what was cast is named; "put in a paper against hijackers" casts nothing."""


def what_is_used(chunks: list[Chunk], at: int) -> tuple[str, int] | None:
    """What "cast", "used", "recorded" has as its object: "a rare veto", "the only vote against"."""
    reach = SHORT_OBJECT if chunks[at].lower.startswith("put") else LONG_OBJECT
    for position in range(at + 1, min(at + reach, len(chunks))):
        chunk = chunks[position]
        if chunk.text in ",;:—" or (
            chunk.has("verb", "but")
            and not chunk.has("no_noun", "abstention_noun", "vote_noun", "veto_noun", "yes_noun")
        ):
            break
        if chunk.number is not None and (chunk.number.ordinal or chunk.number.value != 1):
            return None
        if chunk.has("veto_noun"):
            return "veto", position
        if position == at + 1 and chunk.lower == "it" and _of_the_veto(chunks, at):
            return "veto", position
        if chunk.has("no_noun") and (
            chunk.lower != "no" or chunk.text != "no" or position == len(chunks) - 1 or not chunks[position + 1].is_word
        ):
            return "no", position
        if chunk.has("vote_noun"):
            said = _behind_vote(chunks, position)
            if said is not None:
                return said
        elif chunk.has("abstention_noun"):
            return "abstain", position
        elif chunk.has("yes_noun") and chunk.lower in FIRM:
            return "yes", position
        elif chunk.lower in ("own", "hers", "theirs", "his") and any(
            c.has("veto_noun") or c.verb("veto") is not None for c in chunks[max(0, at - 16) : at]
        ):
            return "veto", position
    return None


def _of_the_veto(chunks: list[Chunk], at: int) -> bool:
    """ "Britain had a veto and used it": what was spoken of right before."""
    used = chunks[at].lower.startswith(("use", "using", "wield", "exercis", "deploy", "cast"))
    return used and any(c.has("veto_noun") for c in chunks[max(0, at - VETO_BACK) : at])


def _behind_vote(chunks: list[Chunk], at: int) -> tuple[str, int] | None:
    if at + 1 >= len(chunks):
        return None
    following = chunks[at + 1]
    if following.lower == "against":
        return "no", at + 1
    return ("yes", at + 1) if following.lower in ("for", "in favour", "in favor") else None


# --- what follows "vote" ---------------------------------------------------------------------


def _vote(sentence: Sentence, found: list[Phrase], at: int, form: str) -> Act:
    if (leader := _ones_way(sentence.chunks, at + 1)) is not None:
        return Act(at, leader[1], "with", form, "vote", companions=leader[0])
    choice, last = complement(sentence, found, at)
    if choice != "with":
        fronted = _fronted(sentence.chunks, at) if choice == "vote" else None
        return Act(at, last, fronted or choice, form, "vote")
    companions, last = _companions_at(sentence, found, last + 1)
    further, further_last = complement(sentence, found, last, False)
    if further in ("yes", "no") and companions is not None:
        return Act(at, further_last, further, form, "vote", companions=companions)
    return Act(at, last, "with", form, "vote", companions=companions)


def _ones_way(chunks: list[Chunk], at: int) -> tuple[Members, int] | None:
    """ "Voted Moscow's way", "voted the Russian way": as who did, and the last chunk that says so."""
    at += at < len(chunks) and chunks[at].has("determiner")
    entry = chunks[at].get("member") if at < len(chunks) else None
    way = at + 1 + (at + 1 < len(chunks) and chunks[at + 1].lower in ("'s", "'"))
    if entry is None or way >= len(chunks) or chunks[way].lower not in ("way", "line"):
        return None
    return Members((Named(chunks[at].text, entry.aliases),), text=chunks[at].text), way


def complement(sentence: Sentence, found: list[Phrase], at: int, company: bool = True) -> tuple[str, int]:
    """Which way "voted" says, and the last chunk that says so; `vote` where it says no way.

    With `company`, words that name others first ("with the Americans") end it as `with`.
    """
    chunks = sentence.chunks
    for position in range(at + 1, min(at + REACH, len(chunks))):
        chunk = chunks[position]
        if chunk.text in ";:—" or chunk.has("but", "relative", "unanimous") or chunk.lower in ("whether", "if"):
            break
        if covering(found, position) is not None:
            if chunk.has("member") and not _located(chunks, position, at):
                break
            continue
        if chunk.lower == "not" and position + 1 < len(chunks) and chunks[position + 1].lower == "to":
            return "no", position + 1
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
            return _infinitive(chunks, position)
        if chunk.lower.startswith("to ") and chunk.has("uncovered"):
            return "yes", position
        if chunk.lower == "down":
            return "no", position
        here = all(c.has("preposition", "council", "assembly", "determiner") for c in chunks[at + 1 : position])
        if chunk.lower == "that" and here and _clause_follows(chunks, position):
            return "yes", position
        if chunk.text == "," or (chunk.has("and") and not chunk.has("yes_noun", "no_noun")):
            break
    return "vote", at


def _clause_follows(chunks: list[Chunk], at: int) -> bool:
    """ "Nine voted that the tanks must leave"; not "voted that day", "voted that way"."""
    behind = chunks[at + 1 : at + 7]
    return bool(behind) and behind[0].has("determiner", "member") and any(c.has("modal", "be", "have") for c in behind)


def _located(chunks: list[Chunk], at: int, verb: int) -> bool:
    """Whether a name only says where: "voted in Geneva against"."""
    return any(c.has("preposition") for c in chunks[max(verb + 1, at - 2) : at])


def _time_follows(chunks: list[Chunk], at: int) -> bool:
    """ "Voted for the third time", "for two hours": no side is taken."""
    return any(
        c.lower in ("time", "hours", "minutes", "days", "weeks", "once") or (c.number is not None and c.number.ordinal)
        for c in chunks[at + 1 : at + 4]
        if not c.has("text")
    )


def _members_follow(sentence: Sentence, found: list[Phrase], at: int) -> bool:
    position = at + 1
    while position < len(sentence.chunks) and sentence.chunks[position].has("determiner"):
        position += 1
    return any(
        p is not None and p.first in (at + 1, position) for p in (covering(found, at + 1), covering(found, position))
    ) or (at + 1 < len(sentence.chunks) and sentence.chunks[at + 1].lower in PLURAL_OBJECTS)


def _infinitive(chunks: list[Chunk], at: int) -> tuple[str, int]:
    following = chunks[at + 1]
    if following.verb("abstain"):
        return "abstain", at + 1
    if following.verb("no", "defeat", "block") and not following.verb("yes"):
        return "no", at + 1
    return "yes", at + 1


def _fronted(chunks: list[Chunk], at: int) -> str | None:
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


# --- whom somebody joined --------------------------------------------------------------------


def _joined(sentence: Sentence, found: list[Phrase], at: int, entry: Entry) -> Act | None:
    """ "Joined Britain in vetoing it", "sided with Moscow", "joined the veto", "broke with Washington"."""
    chunks = sentence.chunks
    companions, last = _companions_at(sentence, found, at + 1)
    if companions is None and _the_number(chunks, at + 1):
        counted = Members(quantity=chunks[at + 2].cardinal)
        return Act(at, at + 2, "with them", entry.form, "join", entry.needs, companions=counted)
    if companions is None:
        noun = _joined_in_noun(chunks, at)
        return (
            None
            if noun is None or entry.value == "part"
            else Act(at, noun[1], noun[0], entry.form, "join", entry.needs, companions=noun[2])
        )
    if entry.value == "part":
        return Act(at, last, "against", entry.form, entry.value, entry.needs, companions=companions)
    inner = _in_doing(sentence, found, last)
    if inner is None and (further := complement(sentence, found, last, False))[0] in ("yes", "no"):
        inner = further
    if inner is not None:
        return Act(at, inner[1], inner[0], entry.form, "join", "", companions=companions)
    if "of" in chunks[at].lower and not chunks[at].lower.endswith("of"):
        return None
    return Act(at, last, "with", entry.form, "join", entry.needs, companions=companions)


def _the_number(chunks: list[Chunk], at: int) -> bool:
    """ "Voted with the eighteen"."""
    ends = at + 2 >= len(chunks) or not chunks[at + 2].is_word
    return at + 1 < len(chunks) and chunks[at].lower == "the" and chunks[at + 1].cardinal is not None and ends


def _companions_at(sentence: Sentence, found: list[Phrase], at: int) -> tuple[Members | None, int]:
    chunks = sentence.chunks
    for position in range(at, min(at + 3, len(chunks))):
        phrase = covering(found, position)
        if phrase is not None and phrase.first >= at - 1:
            if possessed(chunks, phrase.last):
                return None, at
            return phrase.members, phrase.last
        if chunks[position].lower in PLURAL_OBJECTS:
            return Members(pronoun=True, text=chunks[position].text), position
        if not chunks[position].has("determiner", "only") and chunks[position].lower not in (
            "even",
            "both",
            "its",
            "ally",
        ):
            break
    return None, at


def _in_doing(sentence: Sentence, found: list[Phrase], last: int) -> tuple[str, int] | None:
    """What "in vetoing", "in voting no", "in abstaining" behind the companions says."""
    chunks = sentence.chunks
    for position in range(last + 1, min(last + 4, len(chunks) - 1)):
        if chunks[position].lower.startswith("in support"):
            return "yes", position
        if chunks[position].lower in ("in opposition", "in dissent"):
            return "no", position
        if chunks[position].lower not in ("in", "by", "and", "into"):
            continue
        if chunks[position].lower == "and" and any(c.has("negation") for c in chunks[max(0, last - 4) : last]):
            # "refused to follow Washington and voted yes"
            continue
        within = chunks[position].lower in ("in", "into")
        if within and chunks[position + 1].has("determiner") and position + 2 < len(chunks):
            position += 1
        following = chunks[position + 1]
        if within and (shared := SHARED.get(following.lower)) is not None:
            return shared, position + 1
        for meaning, choice in CHOICES.items():
            if following.verb(meaning) and meaning not in DENIED:
                return choice, position + 1
        if following.verb("vote"):
            inner, end = complement(sentence, found, position + 1)
            return (inner, end) if inner in ("yes", "no", "abstain") else None
        if following.verb("use") and (used := what_is_used(chunks, position + 1)) is not None:
            return used
        noun = next((c for kind, c in NOUNS if following.has(kind)), None)
        if noun is not None and within:
            return noun, position + 1
    return None


def _joined_in_noun(chunks: list[Chunk], at: int) -> tuple[str, int, Members | None] | None:
    """ "Joined the veto", "joined Russia's veto", "joined the abstentions"."""
    for position in range(at + 1, min(at + 6, len(chunks))):
        chunk = chunks[position]
        if chunk.has("veto_noun"):
            threat = position + 1 < len(chunks) and chunks[position + 1].lower in (
                "threat",
                "threats",
                "power",
                "right",
                "rights",
            )
            return None if threat else ("veto", position, None)
        if chunk.has("abstention_noun") and not chunk.has("verb"):
            return "abstain", position, None
        if chunk.lower in ("noes", "nays", "dissenters", "opponents", "no camp", "naysayers"):
            return "no", position, None
        if chunk.lower in ("ayes", "yeas", "supporters"):
            return "yes", position, None
        if chunk.has("vote_noun") and position + 1 < len(chunks) and chunks[position + 1].lower == "against":
            return "no", position + 1, None
        if not (chunk.has("determiner", "member", "only") or chunk.lower in ("'s", "double", "joint", "russian", "in")):
            return None
    return None


def _let(chunks: list[Chunk], at: int, form: str) -> Act | None:
    """ "Let resolution 2334 through", "allowed the text to pass": no veto."""
    for position in range(at + 1, min(at + 9, len(chunks))):
        chunk = chunks[position]
        if chunk.lower in THROUGH and any(c.has("text", "cite", "pronoun_text") for c in chunks[at + 1 : position]):
            return Act(at, position, "veto", form, "no_veto", denied=True)
        if chunk.text in ",;:—" or chunk.has("but"):
            return None
    return None


def _kept_out(sentence: Sentence, found: list[Phrase], at: int, form: str) -> Act | None:
    """ "Kept Bangladesh out of the world body": blocked its admission."""
    phrase = covering(found, at + 1) or (covering(found, at + 2) if at + 2 < len(sentence.chunks) else None)
    if phrase is not None and [c.lower for c in sentence.chunks[phrase.last + 1 : phrase.last + 2]] == ["company"]:
        inner = _in_doing(sentence, found, phrase.last + 1)
        choice, last = inner if inner is not None else ("with", phrase.last + 1)
        return Act(at, last, choice, form, "join", "vote", companions=phrase.members)
    behind = (
        sentence.chunks[phrase.last + 1].lower if phrase is not None and phrase.last + 1 < len(sentence.chunks) else ""
    )
    if phrase is None or behind != ("away" if sentence.chunks[at].lower.startswith(("turn", "sen")) else "out"):
        return None
    return Act(at, phrase.last + 1, "veto", form, "block", "event")


# --- votes as a subject ----------------------------------------------------------------------


def speaks_of_votes(sentence: Sentence) -> bool:
    """Whether anything in the sentence says that it is about a vote."""
    return any(
        not c.kinds.isdisjoint(VOTING_KINDS)
        or c.lower in BODIES
        or ("verb" in c.kinds and any(e.value in FIRM_MEANINGS and e.needs == "" for e in c.entries))
        for c in sentence.chunks
    )


BODIES = frozenset({"council members", "un", "u.n.", "unsc", "unga", "united nations"})
FIRM_MEANINGS = frozenset({"veto", "no_veto", "abstain", "vote", "yes", "no", "no_yes", "no_no", "not_voting"})
VOTING_KINDS = frozenset({"council", "assembly", "text", "vote_noun", "veto_noun", "cite"})
