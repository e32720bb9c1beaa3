"""What the readers of counts share: a part of a count, and whether numbers stand among words about a vote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.reading.chunks import Chunk
from onrecord.reading.conditions import past_verb
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

ROLES = (
    ("no_noun", "no"), ("abstention_noun", "abstain"), ("undecided_noun", "abstain"), ("nonvoting_noun", "not_voting"),
    ("yes_noun", "yes"),
)  # fmt: skip
AROUND = 12
"""Chunks to either side within which words about a vote tell what a number counts."""
_WORDS = word_sets("tally_words.csv")
NEEDED = _WORDS["needed_in_front"]
NEEDED_BEHIND = _WORDS["needed_behind"]
SPANS = _WORDS["span"]
GOT = _WORDS["got"]
HAD = _WORDS["had"]
SEATS = frozenset({"seat", "seats"})
WON = _WORDS["winning_a_seat"]
SEAT_REACH = 8
ELECTED = frozenset({"elected", "re-elected", "reelected"})
RESULTS = _WORDS["result"]
LONGEST_CLAUSE = 40
WIDEST_MARGIN = 4
"""Votes by which a text is said to miss; with more it is said how many it got."""
TOLD = ("veto", "abstain", "no", "yes", "vote", "block", "not_voting", "sponsor", "fail")


@dataclass(slots=True)
class Part:
    """One number of a count: so many did this."""

    role: str
    """`yes`, `no`, `abstain`, `not_voting`."""
    value: NumberMention | int
    first: int
    last: int
    verb: int | None = None


def is_count(chunk: Chunk) -> bool:
    return chunk.cardinal is not None


def _against_others(chunks: list[Chunk], at: int) -> bool:
    """ "Passed the resolution 94 to 3": how many were for it."""
    to, other = chunks[at + 1 : at + 2], chunks[at + 2 : at + 3]
    return (
        bool(other) and to[0].lower in ("to", "against") and (other[0].cardinal is not None or other[0].has("nobody"))
    )


MEASURES, NUMBERED_THINGS = _WORDS["measure"], _WORDS["numbered_thing"]


def numbered(chunks: list[Chunk], at: int) -> bool:
    """The number of a resolution, an article, a page; of years in "two-year terms"."""
    if at + 2 < len(chunks) and chunks[at + 1].text == "-" and chunks[at + 2].lower in MEASURES:
        return True
    if at > 0 and (chunks[at - 1].text == "#" or chunks[at - 1].lower.endswith("resolutions")):
        return True
    if at > 0 and chunks[at - 1].lower == "resolution" and _against_others(chunks, at):
        return False
    return at > 0 and (chunks[at - 1].has("cite") or chunks[at - 1].lower in NUMBERED_THINGS)


def needed(chunks: list[Chunk], at: int) -> bool:
    """ "Needs nine votes", "short of the nine votes", "fewer than seven votes": no count of a vote taken."""
    if so_many_of_those(chunks, at):
        return False
    first = and_got(chunks, at) or max(0, at - 5, told_from(chunks, at))
    if first < at and any(chunks[i].text == ":" and chunks[i - 1].lower == "took" for i in range(max(first, 1), at)):
        first = at  # "Its veto was all it took: twelve had been in favour"
    if wanted_else(chunks, at, [i for i in range(max(0, at - WISH), at) if _wants(chunks, i)]):
        return False
    if any(_wants(chunks, i) for i in range(first, at)) or _not_got(chunks, at):
        return True
    if _as_many_as_it_needed(chunks, at):
        return False
    for place in range(at + 1, min(at + 8, len(chunks))):
        behind = chunks[place]
        if behind.text in ",;:—." or behind.has("negation"):
            return False
        if behind.has("and", "but") and any(c.lower in ("it", "they", "needed") for c in chunks[place + 1 : place + 2]):
            return False  # "got eight votes and it needed nine"
        if behind.lower in NEEDED_BEHIND:
            return True
    return False


WISH = 9
"""Chunks before a count in which is told what was wanted."""


def wanted_else(chunks: list[Chunk], at: int, wishes: list[int]) -> bool:
    """ "Moscow wanted six months: two for, three against": what was wished for stands before a colon, and the count
    behind it was made; not so in "what it needs: nine votes", "needed to pass: nine votes".
    """
    colon = next((i for i in range(at - 1, max(at - WISH, 0), -1) if chunks[i].text == ":"), None)
    wish = wishes[-1] if wishes else 0
    if colon is None or not 0 < wish < colon - 1 or chunks[0].lower in ("what", "all"):
        return False
    return chunks[wish + 1].lower not in ("to", "is", "was", "are", "this", "these", "that")


def so_many_of_those(chunks: list[Chunk], at: int) -> bool:
    """ "Got only eight of the nine votes it needed"."""
    behind = chunks[at + 1 : at + 4]
    within = len(behind) > 2 and behind[0].lower == "of" and behind[1].has("determiner")
    got = any(c.lower in GOT for c in chunks[max(0, at - 3) : at])
    return within and behind[2].cardinal is not None and got and not _not_got(chunks, at)


TAKING = frozenset({"take", "takes", "took"})


def _wants(chunks: list[Chunk], at: int) -> bool:
    """Whether a word says how many votes are wanted; not "a short American text", "more than a hundred votes"."""
    words = chunks[at].lower.split()
    if NEEDED.isdisjoint(words):
        return False
    before = [c.lower for c in chunks[max(0, at - 2) : at]]
    if words == ["short"] and any(c.has("text") for c in chunks[at + 1 : at + 4]):
        return False
    if words[0] in TAKING and any(c.has("text") for c in chunks[at + 1 : at + 5]):
        return False  # "The Council took the French text, ten in favour"
    if words == ["than"] and before[-1:] == ["more"]:
        return False
    if words in (["each", "time"], ["every", "time"]) or (
        words == ["each"] and any(c.lower in HAD for c in chunks[at + 1 : at + 4])
    ):
        return False  # "each time ten were for it", "each of them got eight votes"
    if words == ["near"]:
        return bool(before) and before[-1] in ("nowhere", "not", "n't", "anywhere")
    return not (words in (["fewer"], ["than"]) and "no" in before)


def and_got(chunks: list[Chunk], at: int) -> int | None:
    """ "It needed nine votes and got four": where what it got begins, which the words before do not count."""
    for position in range(at - 1, max(at - 4, 0), -1):
        if chunks[position].lower in HAD and (
            chunks[position - 1].has("and", "but") or chunks[position - 1].lower in (",", "it", "they", "only")
        ):
            return position
    return None


def _as_many_as_it_needed(chunks: list[Chunk], at: int) -> bool:
    """ "Scraped together exactly the nine it needed", "had the nine votes it wanted": as many as there were."""
    return chunks[at - 1].lower in ("the", "just", "exactly") and any(
        c.has("obtain") or c.lower in GOT for c in chunks[max(0, at - 4) : at]
    )


def _not_got(chunks: list[Chunk], at: int) -> bool:
    """ "Failed to get nine votes", "did not muster nine votes", "not having reached nine votes"."""
    before = range(at - 1, max(-1, at - 4), -1)
    got = next((i for i in before if chunks[i].lower in GOT or chunks[i].lower.removesuffix(" to") in GOT), None)
    if got is not None and any(c.text in ":;" for c in chunks[got:at]):
        return False  # "On Friday it did not get them: fourteen for, one against"
    return got is not None and any(c.has("negation") for c in chunks[max(0, got - 3) : got])


def of_an_election(chunks: list[Chunk], at: int) -> bool:
    """ "Was elected with 180 votes", "won the seat with 151 votes": no vote on a text."""
    if any(c.lower in ELECTED for c in chunks[max(0, at - 4) : at]):
        return True
    seat = next((i for i in range(at - 1, max(at - SEAT_REACH, -1), -1) if chunks[i].lower in SEATS), None)
    return seat is not None and any(c.lower in WON for c in chunks[max(0, seat - 5) : seat])


def told_from(chunks: list[Chunk], at: int) -> int:
    """Where what was done begins behind a comma, past what was hoped or needed: "a text that could save lives, was
    backed by ten", "as all had hoped, it got ten"; 0 where it does not begin so.
    """
    for mark in range(at - 2, max(at - LONGEST_TOLD, 0), -1):
        if chunks[mark].text in CLOSING:
            verb = mark + 1 + chunks[mark + 1].has("pronoun_text")
            inverted = chunks[verb].lower in ("had", "were") and chunks[verb + 1].has(
                "determiner", "pronoun_text", "member"
            )
            return mark + 1 if verb <= at and past_verb(chunks[verb]) and not inverted else 0
    return 0


LONGEST_TOLD = 8
CLOSING = frozenset(",—–)")


def supposed(sentence: Sentence, at: int) -> bool:
    before = sentence.chunks[max(0, at - 6, told_from(sentence.chunks, at)) : at]
    opened = next((i for i in range(len(before) - 1, -1, -1) if before[i].text in "([;:"), -1)
    before = before[opened + 1 :]
    return any(c.has("modal", "unreal") and not _as_it_could(sentence.chunks, at - i) for i, c in _back(before))


def _back(chunks: list[Chunk]) -> Iterator[tuple[int, Chunk]]:
    """Each with how many chunks before the end it stands."""
    return ((len(chunks) - i, c) for i, c in enumerate(chunks))


def _as_it_could(chunks: list[Chunk], at: int) -> bool:
    """ "The Assembly did what it could, by 143 votes to nine": nothing is left open of what was done."""
    ends = at + 1 < len(chunks) and not chunks[at + 1].is_word
    return ends and any(c.lower in ("what", "all", "whatever", "best") for c in chunks[max(0, at - 3) : at])


def voting_around(sentence: Sentence, at: int) -> bool:
    near = sentence.chunks[max(0, at - AROUND) : at + AROUND]
    return any(
        c.lower in RESULTS
        or c.has("vote_noun", "text", "council", "assembly", "abstention_noun", "veto_noun", "cite", "hand")
        or (
            "verb" in c.kinds
            and c.verb("vote", "adopt", "pass", "fail", "defeat", "act", "veto", "abstain") is not None
        )
        for c in near
    )


def _dated_anew(chunks: list[Chunk], at: int) -> bool:
    """ "…, and in March the ban went through": another time, and another vote."""
    return chunks[at].date is not None or (
        chunks[at].has("preposition") and at + 1 < len(chunks) and chunks[at + 1].date is not None
    )


def clause_start(sentence: Sentence, at: int) -> int:
    """The first chunk of the clause, back over inserted clauses but not over another vote."""
    chunks = sentence.chunks
    start = at
    while start > 0 and at - start < LONGEST_CLAUSE:
        before = chunks[start - 1]
        if before.text in ";—" or (
            "but" in before.kinds and before.lower in ("but", "while", "whereas", "although", "though")
        ):
            break
        if before.lower == "unlike":
            break
        closed = before.text == "(" and any(c.text == ")" for c in chunks[start:at])
        if before.text in ",:(" and not closed and said_before(chunks, start - 1):
            break
        if "and" in before.kinds and start > 2 and chunks[start - 2].text == "," and _dated_anew(chunks, start):
            break
        if (
            "and" in before.kinds
            and before.lower in ("and", "or")
            and said_before(chunks, start - 1)
            and not counting(chunks, start - 2)
        ):
            break
        start -= 1
    while start < at and not chunks[start].is_word:
        start += 1
    return start


def _whose(chunks: list[Chunk], at: int) -> bool:
    """ "A text sponsored by Chad, Mali and Togo was adopted": whose it is, in the clause that tells of the vote."""
    return at + 1 < len(chunks) and chunks[at + 1].lower == "by" and chunks[at].verb("sponsor") is not None


def said_before(chunks: list[Chunk], at: int) -> bool:
    """Whether the words before the mark already tell of a vote."""
    for position in range(at - 1, max(-1, at - LONGEST_CLAUSE), -1):
        chunk = chunks[position]
        if chunk.text in ";:—.":
            return False
        if chunk.verb(*TOLD) and not chunk.has("text") and not _whose(chunks, position):
            return True
        if (
            chunk.number is not None
            and position + 1 < at
            and chunks[position + 1].has("vote_noun", *(kind for kind, _ in ROLES))
        ):
            return True
    return False


def counting(chunks: list[Chunk], at: int) -> bool:
    return at >= 0 and chunks[at].has(*(kind for kind, _ in ROLES))


def a_part_of_those(chunks: list[Chunk], at: int) -> bool:
    """ "Two of the abstainers could have ended it", "two of the five who abstained": some of those who did so, not how
    many did.
    """
    if at > 1 and chunks[at - 1].has("determiner") and chunks[at - 2].lower == "one of":
        # "One of the fifteen members was against", and not "one of the twelve in favour"
        return any(c.has("be", "have") for c in chunks[at + 1 : at + 4])
    behind = chunks[at + 1 : at + 6]
    if len(behind) < 3 or behind[0].lower != "of" or behind[1].lower not in ("the", "those", "these", "its"):
        return False
    told = 3 if behind[2].cardinal is not None and len(behind) > 3 else 2
    whose = behind[told]
    if whose.has("member_noun") and told + 1 < len(behind):
        whose = behind[told + 1]
    if whose.has("relative") or any(e.kind == "verb" and e.form == "gerund" for e in whose.entries):
        return True
    return whose.has("abstention_noun", "no_noun", "yes_noun") and not whose.verb("abstain", "no", "yes")


PLAIN = (
    "verb", "have", "be", "modal", "negation", "adverb", "member_noun", "abstention_noun", "no_noun", "yes_noun",
    "vote_noun", "preposition", "relative", "council", "assembly", "and", "nonvoting_noun", "determiner",
)  # fmt: skip
"""Behind the number of all who did so; "seventeen African states" and "two other powers" are some of them."""


def of_some_kind(chunks: list[Chunk], at: int) -> bool:
    """Whether those counted at `at` are of a kind, beside whom others may have done so: "seventeen African states"."""
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if following is None or not following.is_word or following.lower in ("un", "united nations"):
        return False
    return not following.has(*PLAIN) and following.date is None and following.number is None


WHETHER = frozenset({"whether", "how", "why", "who", "that", "anyone", "anybody", "everyone", "which", "what"})


def nobody_knew(chunks: list[Chunk], nobody: int, verb: int) -> bool:
    """ "Nobody knew whether Chad would abstain", "no one expected Chad to": that nobody abstained it does not say."""
    between = chunks[nobody + 1 : verb]
    while between and between[0].has("adverb"):
        between = between[1:]
    if not between or between[0].has("relative", "preposition", "member") or not between[0].is_word:
        return False
    return any(c.has("member", "condition") or c.lower in WHETHER for c in between)
