"""From where on a sentence only supposes: "if it passes", "had Peru abstained", "imagine that"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import VoteClaim
from onrecord.reading.parsed import OPENS_A_SUBJECT, WISHING, Sentence, finite, only_hoped, wished_for
from onrecord.reading.table import word_sets

_WORDS = word_sets("clause_words.csv")

SETTLED = frozenset({"us", "me", "'s", "it", "there", "show", "record", "note", "reflect", "state", "say", "said",
                     "recall", "remember", "forget"})  # fmt: skip
"""Words behind "let" with which facts are told: "let the record show that …", "let us recall"."""

MORE = frozenset({"more", "fewer", "less", "other", "others"})
"""Behind "had one" they set what might have been beside what was."""


BUT_SO_MANY = frozenset({"one", "but", "only", "just", "even", "any", "some", "all", "half", "most", "enough"})
"""Behind "had" at the beginning they open a condition, like a number."""
SUPPOSING = frozenset({"imagine", "suppose", "picture"})
"""Words that open what is only thought out."""
IMAGINED = (" world", " dreams")
"""How words end that put it elsewhere: "in a better world"."""
TAKING = _WORDS["taking_away"]
WANTS_TO_KNOW = _WORDS["wants_to_know"]
TAKEN = 9
IN_VAIN = ("been", "voted", "abstained", "vetoed", "joined", "stayed", "supported", "opposed")
"""Behind "had" and a name, what did not happen."""


NEVER = 10**9
Stretch = tuple[int, int]
"""The offsets of what is only supposed, in the document."""


def conditions(chunks: list[Chunk], kinds: frozenset[str]) -> tuple[int, tuple[Stretch, ...]]:
    """The first chunk from which on a condition governs the sentence, all of one that opens so; and the conditions in
    it that end before what it tells.

    `kinds` is what any of the chunks may be.
    """
    if chunks and _opens_unreal(chunks, kinds):
        return 0, ()
    ended: list[Stretch] = []
    return _unreal_from(chunks, kinds, ended), tuple(ended)


def _unreal_from(chunks: list[Chunk], kinds: frozenset[str], ended: list[Stretch]) -> int:
    for at in range(1, len(chunks) - 3) if "have" in kinds else ():
        if chunks[at].lower == "had" and _inverted(chunks, at):
            return at
    for at, chunk in enumerate(chunks if "condition" in kinds else ()):
        if "condition" in chunk.kinds and _supposes(chunks, at):
            if (end := _end(chunks, at)) is None:
                return at
            ended.append((chunk.start, chunks[end].start))
    for at in range(len(chunks) - 1):
        word = chunks[at].lower
        if (word in WISHING and wished_for(chunks, at)) or (word == "that" and only_hoped(chunks, at)):
            turned = any(c.text in ",;:–—" or "but" in c.kinds for c in chunks[at:])
            return NEVER if turned else at
    if "verb" in kinds and "but" in kinds:
        return next((i for i in range(len(chunks) - 3) if _as_a_rule(chunks, i)), NEVER)
    return NEVER


def _opens_unreal(chunks: list[Chunk], kinds: frozenset[str]) -> bool:
    first = chunks[0].lower
    if first in ("were", "should", "had") and len(chunks) > 2 and "and" not in chunks[0].kinds:
        following = chunks[1]
        if following.has("member", "group", "determiner", "nobody", "everybody", "cite"):
            return True
        if following.lower in ("it", "they", "he", "she"):
            return True
        if following.number is not None and any(c.lower in MORE for c in chunks[2:4]):
            return True  # "Had one more country abstained"
        if (
            first == "had"
            and "modal" in kinds
            and (following.number is not None or following.lower.split()[0] in BUT_SO_MANY)
        ):
            return True  # "Had one of the Europeans voted for it, it would have passed"
    if first in TAKING and any(c.has("and") for c in chunks[2:TAKEN]):
        return True  # "Take the three African votes away and it has seven"
    if (chunks[0].has("unreal") and first.endswith(IMAGINED)) or first in SUPPOSING:
        return True  # "Imagine that China votes against it", "in a better world it was adopted"
    if len(chunks) > 2 and first == "say" and chunks[1].lower == "that" and chunks[2].has(*OPENS_A_SUBJECT):
        return True  # "Say that China had abstained"
    if first == "let" and not any(c.lower in SETTLED for c in chunks[1:6]):
        return True
    with_so_many = "modal" in kinds and first == "with" and len(chunks) > 2 and chunks[1].number is not None
    # "With nine votes and no veto it would have passed"
    return with_so_many and any(c.lower.startswith(("would", "could")) for c in chunks[2:TAKEN])


def _supposes(chunks: list[Chunk], at: int) -> bool:
    """Whether a word of condition leaves open what its sentence tells of a vote."""
    before = chunks[at - 1] if at else None
    if before is not None and "ever" in before.kinds:
        return False
    lower = chunks[at].lower
    if lower == "if" and _if_any(chunks, at):
        return False
    if lower == "whether" and _voted_on_whether(chunks, at):
        return False
    if lower == "in case" and _for_who_asks(chunks, at):
        return False
    # "Angola had it in June", unlike "had it passed"
    return not (lower == "had it" and before is not None and before.is_word and "and" not in before.kinds)


def _for_who_asks(chunks: list[Chunk], at: int) -> bool:
    """ "In case your uncle asks, …", "in case the editors wonder: …": said of who is told, and not of what is."""
    end = next((i for i in range(at + 2, min(at + SUBJECT, len(chunks))) if chunks[i].text in ",:–—"), 0)
    return end > 0 and chunks[end - 1].lower in WANTS_TO_KNOW


def past_conditions(claim: VoteClaim, sentence: Sentence) -> VoteClaim | None:
    """A claim without the condition in which it begins or ends, or none, where it lies in that."""
    for first, end in sentence.supposed:
        if claim.end <= first or end <= claim.start or (claim.start < first and end < claim.end):
            continue
        chunks = sentence.chunks
        outside = [i for i, c in enumerate(chunks) if _within(claim, c) and not first <= c.start < end]
        if not any(chunks[i].has("vote_noun", "cite") or _of_a_vote(chunks, i) for i in outside):
            return None
        return replace(claim, start=chunks[outside[0]].start, end=chunks[outside[-1]].end)
    return claim


def _within(claim: VoteClaim, chunk: Chunk) -> bool:
    return chunk.is_word and claim.start <= chunk.start < claim.end


# --- conditions that end before what is told -------------------------------------------------

ENDING = frozenset({"if", "even if", "whether", "as if", "as though"})
"""Words whose clause may end, and the rest of the sentence be told: "if that was the plan, it failed: all voted no"."""
MARKS, STRONG = frozenset(",;:—–-)"), frozenset(";:—")
VOTED = ("vote", "veto", "abstain", "yes", "no", "block", "fail", "defeat", "adopt", "pass")


def _end(chunks: list[Chunk], at: int) -> int | None:
    """The mark that ends it: "asked whether he was alone, he said Peru had abstained", "unclear whether it helps, but
    Peru vetoed it", "the text, even if modest, was vetoed". Behind it something is told to have happened.
    """
    if chunks[at].lower not in ENDING or at + 2 >= len(chunks):
        return None
    inserted = chunks[at - 1].text in ",(–—-" and not any(c.has("modal") for c in chunks[:at])
    told = inserted or _only_in_passing(chunks, at)
    of_a_vote = False
    for mark in range(at + 1, len(chunks) - 1):
        chunk = chunks[mark]
        if chunk.text in MARKS or chunk.lower == "but":
            turns = chunk.text == ";" or (
                not of_a_vote and (chunk.text in STRONG or "but" in (chunk.lower, chunks[mark + 1].lower))
            )
            weakly = not of_a_vote and told
            if ((turns or weakly) and _happened(chunks, mark + 1)) or (inserted and _in_a_word(chunks, at, mark)):
                return mark
            told = inserted = False
        elif _of_a_vote(chunks, mark) and not (_asks(chunks, at) or _bare(chunks, at, mark)):
            of_a_vote = True
    return None


def _asks(chunks: list[Chunk], at: int) -> bool:
    """Whether all of the clause is only asked or conceded, whatever it tells of."""
    return chunks[at].lower in ("whether", "even if") or chunks[at - 1].lower in ASKING


def _bare(chunks: list[Chunk], at: int, mark: int) -> bool:
    """ "If adopted"."""
    return mark == at + 1 and _participle(chunks[mark]) and chunks[mark + 1].text in MARKS


def _only_in_passing(chunks: list[Chunk], at: int) -> bool:
    """Whether a clause opens the sentence on which nothing hangs: "asked whether", "even if", "if anyone doubted it";
    on "if he is right" the rest does.
    """
    if any(finite(c) or c.has("modal") for c in chunks[FRONT:at]) or at > LONGEST_FRONT:
        return False
    return chunks[at].lower != "if" or chunks[at - 1].lower in ASKING or chunks[at + 1].lower in IN_PASSING


IN_PASSING = frozenset({"anyone", "anybody", "anything", "only", "nothing", "you"})
LONGEST_FRONT = 6


def _in_a_word(chunks: list[Chunk], at: int, mark: int) -> bool:
    """ "Peru voted, if reluctantly, in favour"."""
    inside = chunks[at + 1 : mark]
    return len(inside) < FRONT and not any(finite(c) for c in inside) and any(map(past_verb, chunks[:at]))


FRONT = 3
"""Chunks of "he asked", and one more than those of "if only just"."""


def _of_a_vote(chunks: list[Chunk], at: int) -> bool:
    chunk = chunks[at]
    if chunk.has("preposition") or (chunk.text == "no" and chunks[at + 1].is_word):
        return False
    voted = chunk.has("veto_noun", "abstention_noun", "yes_noun", "no_noun") or chunk.verb(*VOTED) is not None
    return voted or chunk.cardinal is not None


def _participle(chunk: Chunk) -> bool:
    return any(e.kind == "verb" and e.form in ("past", "participle") for e in chunk.entries)


def _happened(chunks: list[Chunk], at: int) -> bool:
    """Whether the first verb from there on is in the past, or the reader is told what the record shows."""
    first = next((i for i in range(at, len(chunks)) if _verb(chunks, i)), None)
    if first is None:
        return False
    if past_verb(chunks[first]):
        return True
    shown = [c.lower for c in chunks[first : first + SHOWN]]
    return chunks[first - 1].lower in ("you", "we", "one") and not SHOWING.isdisjoint(shown)


def _verb(chunks: list[Chunk], at: int) -> bool:
    chunk = chunks[at]
    noun = chunk.has("text", "vote_noun") and chunks[at - 1].has("determiner", "member", "of_adjective")
    return not noun and (finite(chunk) or chunk.has("modal", "verb"))


SHOWN = 3
ASKING, SHOWING = _WORDS["asking"], _WORDS["showing"]


def past_verb(chunk: Chunk) -> bool:
    """Whether a word may be a verb of what happened: "was", "has", "failed"."""
    if chunk.has("be", "have", "do"):
        return chunk.lower.split()[0] in PASTS
    if not chunk.entries:
        return finite(chunk)
    return any(e.kind in ("verb", "split", "reporting") and e.form in ("past", "") for e in chunk.entries)


PASTS = frozenset({"was", "were", "had", "did", "has", "have", "got"})


# --- conditions and wishes of other kinds ----------------------------------------------------


def _as_a_rule(chunks: list[Chunk], at: int) -> bool:
    """ "A double veto is when two of the five vote against the same text": of no one vote."""
    if chunks[at].lower not in ("when", "whenever"):
        return False
    opens = chunks[at + 1]
    few = opens.cardinal is not None and opens.cardinal < FIVE
    if not few and opens.lower.split()[0] not in ("a", "any", "one", "none"):
        return False
    for chunk in chunks[at + 2 : at + 2 + SUBJECT]:
        if not chunk.is_word or chunk.has("member") or chunk.date is not None:
            return False
        if chunk.has("verb") and not chunk.has("member_noun"):
            return any(e.kind == "verb" and e.form in ("base", "third") for e in chunk.entries)
    return False


FIVE, SUBJECT = 5, 7
"""Members with a veto, and chunks of a subject with its verb."""


def _if_any(chunks: list[Chunk], at: int) -> bool:
    """ "Few, if any, abstained", unlike "if any of the five votes no"."""
    behind = chunks[at + 1 : at + 3]
    return len(behind) > 1 and behind[0].lower == "any" and not behind[1].is_word


def _inverted(chunks: list[Chunk], had: int) -> bool:
    """Whether "had" stands in front of its subject: "the text would have failed, had Panama not been there", "it would
    not have passed had Russia or China stopped it", "it would have been carried had nobody vetoed it".
    """
    place = had + 1 + chunks[had + 1].has("determiner")
    named = chunks[place].has("member", "group")
    if chunks[had - 1].text in ",;–—":
        if chunks[had + 1].lower == "there" or chunks[had + 1].has("nobody"):
            return True  # "were as many as were needed, had there been no veto"
        then = chunks[place + 1] if place + 1 < len(chunks) else chunks[place]
        return named and (then.has("negation") or then.lower in IN_VAIN)
    if not chunks[had - 1].is_word:
        return False
    behind = chunks[had + 1]
    if behind.lower == "there" or behind.has("nobody"):
        # "enough to pass had there been no veto", "would be law had nobody vetoed it"
        done = [c for c in chunks[had + 2 : had + 4] if not c.lower.endswith("ing")]
        return any(c.lower == "been" or c.has("negation", "verb") for c in done)
    if named:
        denied = place + 1 < len(chunks) and chunks[place + 1].has("negation")
        return denied or any(c.has("modal") for c in chunks[:had])
    before = [c.lower for c in chunks[max(0, had - 9) : had]]
    would = any(one == "would" and other == "have" for one, other in pairwise(before))
    opens = behind.has("determiner", "nobody", "everybody", "text") or behind.lower in ("it", "they")
    return would and opens and chunks[had - 1].has("verb")


def _voted_on_whether(chunks: list[Chunk], at: int) -> bool:
    """ "They even voted on whether to vote in public, 107 to 13": what the vote was about, not a condition."""
    before = chunks[max(0, at - 3) : at]
    return any(c.lower in ("on", "over") for c in before[-1:]) and any(c.has("vote_noun", "verb") for c in before)
