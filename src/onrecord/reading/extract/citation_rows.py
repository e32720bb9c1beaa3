"""Numbers of resolutions that stand alone, behind others that the text names: "1737 was unanimous", "661 thirteen"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading.chunks import Chunk
from onrecord.reading.parsed import finite
from onrecord.reading.table import word_sets

FIRST_YEAR, LAST_YEAR = 1940, 2030
"""Numbers that are read as years where nothing says otherwise."""
DID = word_sets("clause_words.csv")["number_does"]
MOST_STATES = 193
"""A number up to this may count states."""
NEAR = 200
"""How far such a number may lie from those that a text cites, below 1000."""
LEADING = frozenset({"and", "but", "then", "next", "first", "finally", "with", "for", "on", "by", "as for", "while"})
FEW = 15
VOTES_BEHIND = 9


def next_in_a_row(chunks: list[Chunk], at: int, known: Sequence[int]) -> bool:
    """ "Resolution 1696 was opposed by Qatar. 1737 was unanimous; on 1803 Indonesia abstained": another of them."""
    number = int(chunks[at].text)
    if is_year(chunks[at].text) or number <= MOST_STATES or at + 1 >= len(chunks):
        return False
    if not any(abs(number - other) <= NEAR for other in known):
        return False
    following = chunks[at + 1]
    dated = following.lower in ("in", "of") and at + 2 < len(chunks) and chunks[at + 2].date is not None
    if at == 0 or not chunks[at - 1].is_word:
        labels = following.text == ":" and at + 2 < len(chunks) and chunks[at + 2].is_word
        return labels or following.has("be") or dated or following.verb("adopt", "pass", "fail", "act") is not None
    opens = chunks[at - 1].lower == "on" and (at == 1 or not chunks[at - 2].is_word)
    return opens and (dated or following.has("member", "only", "pronoun_member"))


def had_votes(chunks: list[Chunk], at: int, known: Sequence[int]) -> bool:
    """ "Resolution 660 had fourteen votes; 661, four days later, thirteen, and with 678 it was twelve to two": what a
    number at the head of its clause got can only be votes.
    """
    number = int(chunks[at].text)
    if is_year(chunks[at].text) or not MOST_STATES < number < 1000 or chunks[at].text.startswith("0"):
        return False
    if not any(abs(number - other) <= NEAR for other in known):
        return False
    if at and chunks[at - 1].is_word and chunks[at - 1].lower not in LEADING and chunks[at - 1].date is None:
        return False
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if following is None or (
        following.is_word
        and following.cardinal is None
        and following.date is None
        and not following.has("be", "have", "obtain", "preposition", "adverb", "only", "pronoun_text", "verb")
        and following.lower not in DID
        and following.lower not in ("it", "there", "saw")
    ):
        return False
    behind = chunks[at + 1 : at + 1 + VOTES_BEHIND]
    end = next((i for i, c in enumerate(behind) if c.text in ".;" or c.has("but")), len(behind))
    return any(
        (c.cardinal is not None and 0 < c.cardinal <= FEW and c.date is None)
        or c.has("vote_noun", "no_noun", "abstention_noun", "yes_noun", "veto_noun", "unanimous")
        for c in behind[:end]
    )


def is_year(digits: str) -> bool:
    return FIRST_YEAR <= int(digits) <= LAST_YEAR


def was_adopted(chunks: list[Chunk], at: int, known: Sequence[int]) -> bool:
    """ "Sat there when 435 was adopted", of a resolution that the text names as one elsewhere."""
    if not at or int(chunks[at].text) not in known or chunks[at - 1].lower not in OPENS_A_TIME:
        return False
    behind = chunks[at + 1 : at + 3]
    return len(behind) > 1 and behind[0].has("be") and behind[1].verb("adopt", "pass") is not None


OPENS_A_TIME = frozenset({"when", "after", "before", "since", "until", "once"})


def passed_so(chunks: list[Chunk], at: int, known: Sequence[int]) -> bool:
    """ "On 24 November 169 passed with nine in favour": nothing is told of what so many passed, so that it passed."""
    if not any(abs(int(chunks[at].text) - other) <= NEAR for other in known) or at + 2 >= len(chunks):
        return False
    before, verb, behind = chunks[at - 1], chunks[at + 1], chunks[at + 2]
    opens = not at or not before.is_word or before.date is not None or before.lower in LEADING
    passed = verb.lower in ("passed", "carried", "was") or verb.verb("pass") is not None
    if verb.has("be"):
        return opens and behind.verb("adopt", "pass") is not None
    return opens and passed and (behind.lower in ("with", "by", "without", "unanimously") or behind.text in ".,;")


def voted_on_it(chunks: list[Chunk], at: int) -> bool:
    """ "Germany had abstained on 1973", "its abstention on 1973": no year is voted on."""
    if at < TWO or not is_year(chunks[at].text) or chunks[at - 1].lower not in VOTED_ON:
        return False
    act = chunks[at - 2]
    cast = act.verb("abstain") is not None or act.has("abstention_noun", "no_noun", "yes_noun")
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    return cast and (behind is None or not behind.is_word or behind.lower in GOES_ON or finite(behind))


def was_written(chunks: list[Chunk], at: int, known: Sequence[int]) -> bool:
    """ "Co-sponsored 1970", "had drafted 1973 with Paris", "wrote June's 2735": of resolutions that a text is on."""
    number = int(chunks[at].text)
    near = any(abs(number - other) <= (FAR if number >= 1000 else NEAR) for other in known)
    return near and object_of_writing(chunks, at)


def object_of_writing(chunks: list[Chunk], at: int) -> bool:
    """Whether nothing but a text can be told by the number behind a verb: "we tabled 678", not "678 amendments"."""
    verb = at - 1 - TWO * (at > TWO and chunks[at - 1].lower in ("'s", "'") and chunks[at - TWO].date is not None)
    if verb < 1 or not chunks[at].text.isdigit() or not MOST_STATES < int(chunks[at].text) < LAST_NUMBER:
        return False
    written = chunks[verb].verb("sponsor", "cosponsor") is not None and not chunks[verb].has("text")
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    ends = behind is None or not behind.is_word or behind.lower in GOES_ON | BY_WHOM or finite(behind)
    return written and (ends or (behind is not None and behind.has("relative", "preposition", "adverb", "and")))


BY_WHOM = frozenset({"itself", "themselves", "together", "jointly", "alone"})
LAST_NUMBER = 3000
FAR = 1500
"""How far a number may lie from those that a text cites, above 1000."""
TWO = 2
VOTED_ON = frozenset({"on", "over"})
GOES_ON = frozenset({"and", "but", "in", "with", "because", "while", "when", "as", "though"})
