"""Parts of a count told as votes won: "it got eleven votes", "nine votes in favour were needed, eight were found"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.tally_occasions import LARGEST_BALLOTS
from onrecord.reading.extract.tally_words import (
    HAD,
    NEEDED,
    ROLES,
    Part,
    and_got,
    needed,
    so_many_of_those,
    supposed,
    told_from,
    voting_around,
    wanted_else,
)
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Sentence, finite
from onrecord.reading.table import word_sets

CARRIED = ("adopt", "pass", "act", "fail", "defeat")
SUPPORT = tuple(
    f"{noun} {of}{article}"
    for noun in (
        "support",
        "backing",
        "votes",
        "assent",
        "approval",
        "agreement",
        "yes",
        "nod",
        "blessing",
        "endorsement",
    )
    for of in ("of", "from")
    for article in ("", " the", " only", " just", " all", " some")
)
_WORDS = word_sets("tally_words.csv")
HOPES = tuple(_WORDS["hoping"])
MINIMUM = frozenset({"minimum", "bare minimum", "least", "threshold"})
SCRAPED, WANTING = _WORDS["scraped"], _WORDS["wanting"]
VOTES = ("votes with", "votes like", "votes alongside")
OWNED = ("their", "its", "our", "his", "her")
GAINED_BY = frozenset({"with", "by", "to", "just", "mere", "against"})
ALL_OF_IT = frozenset({"all", "the", "what", "as", "not"})
LISTED = (":", ",", ";", "(", "–", "—")
FEWEST_EACH = 3
"""Members have one vote each; texts got more."""


def _occasions(chunks: list[Chunk], at: int, position: int) -> bool:
    """ "Four days, two votes.": so few, with no verb beside and nothing said of which, are ballots held."""
    number = chunks[at].number
    bare = position + 1 >= len(chunks) or chunks[position + 1].text in ".:!"
    few = number is not None and number.value <= LARGEST_BALLOTS
    said = [c for i, c in enumerate(chunks) if i != position]
    return bare and few and not any(finite(c) or c.has("be", "have", "obtain", "text", "hand") for c in said)


OF_BALLOTS = ("in", "because of", "following", "despite", "concerning", "regarding", "throughout")
"""Words before so many votes that were held."""


def _in_vain(chunks: list[Chunk], at: int) -> bool:
    """ "It fell despite thirteen votes"."""
    many = (chunks[at].cardinal or 0) >= ENOUGH
    return many and chunks[at - 1].lower == "despite" and any(c.verb("fail", "defeat", "veto") for c in chunks)


ENOUGH = 7


def votes_won(sentence: Sentence, at: int, position: int) -> list[Part]:
    """ "Nine votes", "nine votes against", "two No votes"; not "three votes in two days", "needs nine votes"."""
    chunks = sentence.chunks
    if _some_for_it(chunks, position + 1) or _occasions(chunks, at, position):
        return []
    if at > 1 and chunks[at - 1].lower == "or" and chunks[at - 2].number is not None:
        # "moves by one or two votes"
        return []
    if (
        at
        and chunks[at - 1].lower in OF_BALLOTS
        and not _in_vain(chunks, at)
        and not chunks[min(position + 1, len(chunks) - 1)].has(*(k for k, _ in ROLES))
    ):
        # "Darfur in five votes", "lost in three votes", "the quarrel is because of two votes"
        return []
    number = chunks[at].number
    assert number is not None
    if position + 2 < len(chunks) and chunks[position + 1].has("modal"):
        return []  # "thirteen votes would have been no better"
    for following in range(position + 1, min(position + 4, len(chunks))):
        for kind, role in ROLES:
            if chunks[following].has(kind):
                return (
                    []
                    if role == "yes" and (needed(chunks, at) or hoped(chunks, at))
                    else [Part(role, number, at, following)]
                )
        if chunks[following].lower not in ("cast", "were", "was", "left", "still", "recorded"):
            break
    if (
        chunks[position].lower not in ("votes", "vote", "ballots", "voices")
        or (at > 0 and chunks[at - 1].lower in OWNED and not (at > 1 and chunks[at - 2].has("obtain")))
        or needed(chunks, at)
        or supposed(sentence, at)
        or not voting_around(sentence, at)
    ):
        return []
    short = wanting(chunks, position) and not so_many_of_those(chunks, at)
    if short or _ballots(chunks, at, position) or hoped(chunks, at) or _nobodys(chunks, at):
        return []
    return [Part("yes", number, at, position)]


def _some_for_it(chunks: list[Chunk], at: int) -> bool:
    """ "Fifteen votes, fourteen of them for the draft": the votes that were cast, not those for it."""
    if at + 4 >= len(chunks) or chunks[at].text != "," or chunks[at + 1].cardinal is None:
        return False
    return [c.lower for c in chunks[at + 2 : at + 4]] == ["of", "them"] and chunks[at + 4].has("yes_noun", "no_noun")


def hoped(chunks: list[Chunk], at: int) -> bool:
    """ "Expect 12 votes", "hope for thirteen", "hoped, against the odds, for twelve": a count that nobody made yet."""
    if at > 4 and chunks[at - 1].lower == "for" and chunks[at - 2].text == ",":
        aside = next((i for i in range(at - 3, max(at - ASIDE_BACK, 0), -1) if chunks[i].text == ","), 0)
        if aside and chunks[aside - 1].lower.startswith(HOPES):
            return True
    hopes = [i for i in range(max(0, at - 4, told_from(chunks, at)), at) if chunks[i].lower.startswith(HOPES)]
    return bool(hopes) and not wanted_else(chunks, at, hopes)


def hoped_together(chunks: list[Chunk], at: int) -> bool:
    """ "Hoped for twelve in favour and three abstentions": the number, or one that "and" joins it to."""
    first = at
    while first and (
        chunks[first - 1].has(*COUNTING) or chunks[first - 1].cardinal is not None or _comma(chunks, first)
    ):
        first -= 1
    return hoped(chunks, first)


def _comma(chunks: list[Chunk], at: int) -> bool:
    return chunks[at - 1].text == "," and chunks[at].cardinal is not None


COUNTING = ("and", "yes_noun", "no_noun", "abstention_noun", "vote_noun")
"""Kinds of words that stand between the numbers of one count."""
HELD = _WORDS["ballots_held"]


def _ballots(chunks: list[Chunk], at: int, position: int) -> bool:
    """Whether votes are occasions here: "held three votes", "four votes on Syria", "three votes in two days"."""
    number = chunks[at].number
    value = number.value if number is not None else 0
    before = chunks[max(0, at - 3) : at]
    if any(c.lower in HELD for c in before):
        return value <= LARGEST_BALLOTS
    if any(c.lower == "managed" for c in before) and any(c.has("council", "assembly") for c in chunks[:at]):
        return value <= LARGEST_BALLOTS  # "the Council managed three votes", not "the first draft managed three votes"
    if position + 1 >= len(chunks):
        return False
    following = chunks[position + 1]
    if following.lower in ("before", "after") or any(
        c.has("veto_noun") or c.verb("veto") for c in chunks[position + 1 : position + 5]
    ):
        # "two votes before the holidays", "four votes ended in a veto"
        return value <= LARGEST_BALLOTS and at == 0
    if any(c.lower in HAD and c.lower != "had" for c in chunks[max(0, at - 2) : at]):
        return False
    if following.lower in ("on", "about") and not (
        position + 2 < len(chunks) and chunks[position + 2].date is not None
    ):
        return value <= LARGEST_BALLOTS
    if (
        (at == 0 or chunks[at - 1].text == ":")
        and following.lower in ("in", "at", "of")
        and any(c.has("council", "assembly") for c in chunks[position + 2 : position + 4])
    ):
        # "Two votes in the Council, on 18 June and 23 November": no verb says that a text got them
        return value <= LARGEST_BALLOTS and not any(c.has("obtain", *(k for k, _ in ROLES)) for c in chunks[position:])
    return (
        following.lower in ("in", "within", "over", "since")
        and position + 2 < len(chunks)
        and (chunks[position + 2].number is not None or chunks[position + 2].lower in ("a", "as"))
        and value <= LARGEST_BALLOTS
    )


def _nobodys(chunks: list[Chunk], at: int) -> bool:
    """ "Three votes are compared here", "an essay on two votes of 1980": so few that nothing is said to have got."""
    number = chunks[at].cardinal
    if number is None or not 1 < number <= LARGEST_BALLOTS or (at and chunks[at - 1].text in LISTED):
        return False
    if any(c.lower in ALL_OF_IT for c in chunks[at + 3 : at + 4]):
        return False  # "two votes was all that they found"
    told = ("obtain", "have", "number", "only")
    return not (
        any(c.has(*told) or c.lower in GAINED_BY for c in (*chunks[:at], *chunks[at + 2 :]))
        or any(c.has("be") for c in chunks[:at])
    )


def wanting(chunks: list[Chunk], position: int) -> bool:
    """ "One vote short", "nine votes are needed", "seven votes carried a decision" (in those days)."""
    behind = chunks[position + 1 : position + 5]
    behind = behind[: next((i for i, c in enumerate(behind) if not c.is_word or c.has("but")), len(behind))]
    if len(behind) > 1 and behind[0].lower == "and" and behind[1].lower in ("it", "they", "needed", "the"):
        return False  # "got eight votes and it needed nine"
    if len(behind) > 1 and behind[0].lower in ("were", "was") and behind[1].has("negation"):
        return False
    if behind and behind[0].lower in ("each", "apiece"):
        return position == 0 or (chunks[position - 1].cardinal or 0) < FEWEST_EACH
    if any(c.lower in WANTING for c in behind):
        return True
    return len(behind) > 1 and behind[0].lower in ("carried", "carry", "pass", "passed") and behind[1].has("determiner")


TEXTS_OWN = frozenset(
    {"it", "theirs", "ours", "hers", "one", "other", "first", "second", "third", "last", "former", "latter"}
    | {f"the {word}" for word in ("other", "first", "second", "third", "last", "former", "latter")}
)
"""What stands for a text that "had ten"."""
ASIDE_BACK = 14


def _a_text_before(chunks: list[Chunk], had: int) -> bool:
    """ "It had ten", "February's had thirteen", "yesterday's, on MH17, had eleven", "the one in May had nine"."""
    before = had - 1
    if before > 0 and chunks[before].text == ",":
        opening = next((i for i in range(before - 1, max(-1, before - ASIDE_BACK), -1) if chunks[i].text == ","), 0)
        before = opening - 1
    elif before > 0 and chunks[before].text == ")":
        before = next((i for i in range(before - 1, max(-1, before - ASIDE_BACK), -1) if chunks[i].text == "("), 0) - 1
    if before > 1 and chunks[before].date is not None and chunks[before - 1].has("preposition"):
        before -= 2
    if before < 0:
        return False
    owner = chunks[before - 1] if before > 0 and chunks[before].lower in ("'s", "'") else None
    owned = owner is not None and (owner.date is not None or owner.has("member"))
    return owned or chunks[before].lower in TEXTS_OWN


def votes_obtained(sentence: Sentence, at: int, near: bool) -> list[Part]:
    """A bare number that a text won: "reached twelve", "got to 120", "found two supporters"."""
    chunks = sentence.chunks
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if following is not None and following.text == "-" and following.start == chunks[at].end:
        return []  # "approved by the 15-nation Council"
    if _backing(chunks, at) and (last := _members_behind(chunks, at)):
        return [] if needed(chunks, at) or supposed(sentence, at) else [Part("yes", number_of(chunks[at]), at, last)]
    wished = (
        following is not None
        and following.lower in ("it", "they")
        and any(c.lower in ("needed", "wanted", "required") for c in chunks[at + 2 : at + 3])
    )
    goes_on = following is not None and following.is_word and following.lower not in VOTES and not wished
    if goes_on and following is not None and not following.has("but", "and", "relative", "preposition", "be"):
        return []
    least = at > 1 and chunks[at - 1].text in ",:–—" and any(c.lower in MINIMUM for c in chunks[max(0, at - 5) : at])
    if least and (near or voting_around(sentence, at)) and not supposed(sentence, at):
        return [Part("yes", number_of(chunks[at]), at, at)] if _by_a_number(chunks, at - 2) else []
    told = near or voting_around(sentence, at) or _of_what_it_needed(chunks, at)
    if not told or needed(chunks, at) or supposed(sentence, at):
        return []
    number = chunks[at].number
    assert number is not None
    behind = _before_aside(chunks, at)
    for position in range(behind - 1, max(-1, behind - 6), -1):
        chunk = chunks[position]
        if chunk.has("obtain"):
            if _asked_for_others(chunks, position):
                return []
            if position and chunks[position - 1].lower in ("you", "one") and chunk.lower == "get":
                return []  # "add the one on membership and you get seven"
            got = and_got(chunks, at)
            first = next((i for i in range(max(0, at - 6), got) if chunks[i].lower in NEEDED), at) if got else at
            itself = near and _a_text_before(chunks, position)
            if (
                chunk.lower in ("had", "has", "have", "found", "took")
                and not (itself and (following is None or not following.is_word))
                and not (wished and near)
                and not any(c.has("text") for c in chunks[max(0, position - 8) : position])
            ):
                return []
            return [Part("yes", number, first, at)]
        if (
            chunk.lower in ("with", "by")
            and position > 0
            and (
                _by_a_number(chunks, position)
                or (near and chunks[position - 1].text == "," and _fared(chunks, position))
            )
        ):
            closed = following is None or not following.is_word or following.lower in VOTES
            if closed and chunk.lower == "by" and chunks[position - 1].lower in REFUSED:
                return [Part("no", number, position - 1, at)]
            return (
                [Part("yes", number, at, at + (following is not None and following.lower in VOTES))] if closed else []
            )
        if not (
            chunk.has("only", "determiner", "negation", "and")
            or chunk.lower in ("just", "a", "mere", "bare", "barely", "of", "with", "to", "exactly", "all")
        ):
            return []
    return []


REFUSED = _WORDS["refused"]
PEOPLE = frozenset({"they", "he", "she", "we", "i"})


def _asked_for_others(chunks: list[Chunk], got: int) -> bool:
    """ "They bribed half of the village and got two": so many of what somebody went for, not of votes."""
    if got < 2 or not chunks[got - 1].has("and", "but"):
        return False
    opens = next((i + 1 for i in range(got - 2, -1, -1) if chunks[i].text in ",;:"), 0)
    said = chunks[opens : got - 1]
    return any(c.lower in PEOPLE for c in said[:2]) and not any(c.has("text", "vote_noun", "council") for c in said)


def _before_aside(chunks: list[Chunk], at: int) -> int:
    """Back over words thrown in before a number: "scraped through with, you guessed it, nine"."""
    if at < 3 or chunks[at - 1].text != ",":
        return at
    opened = next((i for i in range(at - 2, max(at - 8, 0), -1) if chunks[i].text == ","), None)
    inside = chunks[opened + 1 : at - 1] if opened is not None else []
    if opened is None or any(c.number is not None or c.has("member") for c in inside):
        return at
    return opened if chunks[opened - 1].has("obtain", "preposition") else at


def _of_what_it_needed(chunks: list[Chunk], at: int) -> bool:
    """ "It needed nine and it got eight": of the votes that a resolution wants."""
    wanted = next((i for i in range(max(0, at - 9), at) if chunks[i].lower in ("needed", "required", "wanted")), None)
    return wanted is not None and any(c.cardinal in (7, 9) for c in chunks[max(0, wanted - 3) : wanted + 4])


def _by_a_number(chunks: list[Chunk], position: int) -> bool:
    """Whether a text is said to have been carried, or to have fallen, right before."""
    before = chunks[max(0, position - 6) : position + 1]
    words = " ".join(c.lower for c in before)
    return any(c.verb(*CARRIED) is not None for c in before[-5:]) or any(scraped in words for scraped in SCRAPED)


def _fared(chunks: list[Chunk], position: int) -> bool:
    """ "Did a shade better, with fourteen"."""
    return any(c.lower in ("did", "fared") for c in chunks[max(0, position - 6) : position])


def _backing(chunks: list[Chunk], at: int) -> bool:
    """ "Had the support of twelve members", "with the backing of 13"."""
    before = " ".join(c.lower for c in chunks[max(0, at - 5) : at])
    return before.endswith(SUPPORT)


def _members_behind(chunks: list[Chunk], at: int) -> int:
    """Where "12 members", "12 of the Council's 15 members", "four Security Council members" ends; 0 where it does not
    name members.
    """
    for position in range(at + 1, min(at + MEMBERS_REACH, len(chunks))):
        chunk = chunks[position]
        if chunk.has("member_noun"):
            return position
        passed = chunk.has("council", "determiner") or chunk.cardinal is not None
        if not passed and chunk.lower not in ("of", "out", "out of", "'s", "'"):
            return 0
    return 0


MEMBERS_REACH = 8
"""Chunks behind a number within which "members" ends the noun."""


def number_of(chunk: Chunk) -> NumberMention:
    assert chunk.number is not None
    return chunk.number
