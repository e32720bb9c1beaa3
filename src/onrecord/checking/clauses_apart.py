"""Clauses of their own inside a sentence, whose days, authors and citations are no part of the vote it tells of:
"India, which had abstained in October, voted yes", "Mali (it had abstained in May) voted yes".
"""

from __future__ import annotations

from itertools import pairwise, takewhile

from onrecord.checking.citing import between
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Position, VoteClaim
from onrecord.reading.listing import CONJUNCTIONS
from onrecord.reading.parsed import Sentence, finite

WHO = ("who", "which", "whose", "whom")
WENT_BEFORE = ("after", "since", "before", "despite", "following", "unlike")
"""Words that open what went before the vote told of."""
CLAUSE_HEAD = 7
"""Chunks in which the words stand that open a clause."""
ASIDE = 12
"""Chunks before a date in which an aside opens."""
MARKS = frozenset({",", "(", ")", "–", "—"})
ACTS = ("yes", "no", "abstain", "veto", "block", "vote", "not_voting")
VOTES_AS_NOUNS = ("no_noun", "yes_noun", "abstention_noun", "veto_noun")
ACTS_AS_NOUNS = (*VOTES_AS_NOUNS, "abstainer")
CHOSEN = {
    "yes": (("yes_noun",), ("yes",)),
    "no": (("no_noun",), ("no",)),
    "abstain": (("abstention_noun", "undecided_noun"), ("abstain",)),
    "veto": (("veto_noun",), ("veto", "block")),
}
"""Kinds of words and of verbs for what a member chose."""


def set_off(sentence: Sentence, dated: Chunk, end: int, claim: VoteClaim | None = None) -> bool:
    """ "India, which had abstained in October, voted yes": the date belongs to the inserted clause alone; `claim` is
    not of that clause, unless what it says was done there.
    """
    chunks = sentence.chunks
    if _in_brackets(sentence, dated, end) or _had_before(sentence, dated, end):
        return True
    if "," not in sentence.text or not any(c.text in ",;" for c in between(sentence, dated.end, end)):
        return False
    place = chunks.index(dated)
    for back in range(place - 1, max(place - ASIDE, 0) - 1, -1):
        if (back == 0 or chunks[back - 1].text == ",") and opens_what_went_before(chunks, back):
            return not (isinstance(claim, Position) and claim.choice in CHOSEN and tells(chunks[back:place], claim))
        if back == 0:
            break
        relative = "relative" in chunks[back].kinds or chunks[back].lower == "whose"
        if relative and chunks[back].lower in WHO:
            return chunks[back - 1].text == "," or _of_an_apposition(chunks, back)
        if relative and chunks[back].lower == "that":
            if chunks[back - 1].text == "," or _of_an_apposition(chunks, back):
                return True
        if chunks[back].text == ",":
            return was_then(chunks, place)
    return False


def between_commas(sentence: Sentence, claim: VoteClaim) -> bool:
    """ "Brazil, whose own text had fallen in May, abstained": a claim that ends in a clause behind which the sentence
    goes on with its verb.
    """
    chunks = sentence.chunks
    last = next((i for i in range(len(chunks) - 1, -1, -1) if chunks[i].end <= claim.end), 0)
    if _in_brackets(sentence, chunks[last], chunks[-1].end):
        return True
    opens = next((i for i in range(last, max(last - ASIDE, 0), -1) if chunks[i].text == ","), 0)
    if not opens or chunks[opens + 1].lower not in WHO:
        return False
    closes = next((i for i in range(last + 1, len(chunks) - 1) if chunks[i].text == ","), None)
    return closes is not None and finite(chunks[closes + 1])


def opens_what_went_before(chunks: list[Chunk], at: int) -> bool:
    """ "Having vetoed a text on 4 May, …", "after vetoing one in May, …", "…, abstaining in May, …"."""
    if at and chunks[at - 1].text == "," and (act := chunks[at].verb("yes", "no", "abstain", "veto")) is not None:
        return act.form == "gerund"
    gerund = at + 1 < len(chunks) and chunks[at + 1].lower.endswith("ing")
    return chunks[at].lower == "having" or (chunks[at].lower in WENT_BEFORE and gerund)


def since_then(sentence: Sentence, claim: Position, place: int) -> bool:
    """ "Its first veto since July 2008, when it blocked sanctions": by which another is measured.

    `place` is where the claim's chunks begin.
    """
    for at in range(place, max(place - LED_TO, 1), -1):
        if at < len(sentence.chunks) and sentence.chunks[at].lower == "when" and sentence.chunks[at - 1].text == ",":
            date = sentence.chunks[at - 2].date
            return date is not None and date.role == "since"
    return False


def among_causes(sentence: Sentence, claim: Position, place: int) -> bool:
    """ "The Assembly, convened after the veto of 7 January, …", "…, because of the veto in May, …": what led to it."""
    chunks = sentence.chunks
    reach = range(place, max(place - LED_TO, 0), -1)
    opens = next((at for at in reach if chunks[at - 1].text == ","), None)
    if opens is None or any(c.has("relative") for c in chunks[opens:place]):
        return False
    cause = next((at for at in range(opens, min(opens + LED_TO, len(chunks))) if chunks[at].lower in CAUSES), None)
    if cause is None or any(
        not (c.has("verb", "adverb") or c.lower.endswith("ed") or c.lower in DONE) for c in chunks[opens:cause]
    ):
        return False
    behind = list(takewhile(lambda c: c.text not in ",;:", (c for c in chunks if c.start >= claim.end)))
    closes = next((c for c in chunks if c.start >= claim.end and c.text in ",;:"), None)
    return closes is not None and closes.text == "," and not any(map(finite, behind))


LED_TO = 7
"""Chunks behind a comma in which an aside says what led to something."""
CAUSES = frozenset(
    {"after", "following", "because of", "owing to", "due to", "in response to", "in the wake of", "since",
     "in view of", "on account of", "as a result of", "in reply to", "by"}
)  # fmt: skip
DONE = frozenset({"held", "brought", "together", "made", "sought", "set", "met"})


def _in_brackets(sentence: Sentence, dated: Chunk, end: int) -> bool:
    """ "Mali (which had abstained in May) voted yes", "Mali – it had abstained in May – voted yes"."""
    text = sentence.text
    if "(" not in text and "–" not in text and "—" not in text:
        return False
    place = sentence.chunks.index(dated)
    for back in range(place - 1, max(place - ASIDE, 0), -1):
        mark = sentence.chunks[back].text
        if mark in ("(", "–", "—"):
            closing = ")" if mark == "(" else mark
            closes = next((c for c in between(sentence, dated.end, end) if c.text == closing), None)
            if closes is None:
                return False
            inside = between(sentence, sentence.chunks[back].end, closes.start)
            return any(finite(c) or c.has("relative") for c in inside) or was_then(sentence.chunks, place)
        if mark in ")]":
            return False
    return False


def _had_before(sentence: Sentence, dated: Chunk, end: int) -> bool:
    """ "Mali had abstained in May but voted for this one": of what had been before."""
    if "had" not in sentence.words:
        return False
    place = sentence.chunks.index(dated)
    gap = between(sentence, dated.end, end)
    goes_on = any(
        one.has("but") and (finite(other) or other.has("adverb")) and other.lower != "had"
        for one, other in pairwise(gap)
    )
    return goes_on and any(c.lower == "had" for c in sentence.chunks[max(0, place - CLAUSE_HEAD) : place])


def _of_an_apposition(chunks: list[Chunk], relative: int) -> bool:
    """ "One, a state that joined last October, voted no": what the relative clause tells of is no part of the vote."""
    for back in range(relative - 1, max(relative - 5, 0), -1):
        if chunks[back].has("determiner"):
            return chunks[back - 1].text == ","
        if not chunks[back].is_word or finite(chunks[back]):
            return False
    return False


def was_then(chunks: list[Chunk], dated: int) -> bool:
    """ "Eritrea, a no in March, moved to abstain", "Mali (an abstainer in May and June) voted no": what somebody was at
    another time, set off by marks.
    """
    opening = next((i for i in range(dated - 1, max(dated - ASIDE, 0), -1) if chunks[i].text in MARKS), None)
    closing = next(
        (c for c in chunks[dated + 1 :] if c.date is None and not c.has("and", "preposition", "adverb")), None
    )
    if opening is None or closing is None or closing.text not in MARKS:
        return False
    inside = chunks[opening + 1 : dated]
    whose = chunks[opening - 1].has("member", "member_noun", "group")
    if not inside or not (whose or inside[0].has("determiner", "preposition")):
        return False
    return any(c.has(*ACTS_AS_NOUNS) for c in inside) and not any(
        finite(c) and not c.has("abstention_noun") for c in inside
    )


def tells(chunks: list[Chunk], claim: Position) -> bool:
    """Whether words among them are of the claim's choice."""
    kinds, meanings = CHOSEN.get(claim.choice, ((), ()))
    return any(c.has(*kinds) or c.verb(*meanings) is not None for c in chunks) if kinds else True


def of_another_act(sentence: Sentence, dated: Chunk, claim: Position) -> bool:
    """Whether another way of voting is told before the date: "abstained in October and voted yes now"."""
    before = [c for c in sentence.chunks if c.end <= dated.start]
    clause = next((i + 1 for i in range(len(before) - 1, -1, -1) if before[i].text in ";:—"), 0)
    before = before[clause:]
    told = any(c.has(*ACTS_AS_NOUNS) or c.verb(*ACTS) is not None for c in before)
    return told and not (claim.choice in CHOSEN and tells(before, claim))


def behind_the_comma(sentence: Sentence, claim: Position, dated: list[Chunk]) -> list[Chunk]:
    """Those of the dates that are the claim's own: "China vetoed one in May, abstained in June, and vetoed in July" has
    a clause with a date for each.
    """
    chunks = sentence.chunks
    act = next((i for i in range(len(chunks) - 1, 0, -1) if claim.start <= chunks[i].start < claim.end
                and tells(chunks[i : i + 1], claim) and finite(chunks[i])), 0)  # fmt: skip
    opens = next((i for i in range(act, 0, -1) if chunks[i].text == "," and chunks[i - 1] in dated), 0)
    if not opens or not any(c.start > chunks[opens].start for c in dated):
        return dated
    clause = next((i + 1 for i in range(opens - 1, -1, -1) if chunks[i].text in ",;:—"), 0)
    before = chunks[clause : opens - 1]
    subordinate = bool(before) and (before[0].lower in OPENING or before[0].has("relative"))
    if subordinate or not any(c.verb(*ACTS) is not None and finite(c) for c in before):
        return dated
    return [c for c in dated if c.start > chunks[opens].start]


OPENING = CONJUNCTIONS | {"if", "having"}
"""Words with which a clause opens that is part of the one behind it."""
