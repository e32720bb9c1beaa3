"""The numbers of a count, one by one: "twelve for", "Two abstained", "For: 13", "nobody against", "got nine votes"."""

from __future__ import annotations

from onrecord.reading.assertion import asserted, negated
from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.position_verbs import counted_before, habitual, is_noun
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.tally_scores import dashed, pair
from onrecord.reading.extract.tally_words import (
    ROLES,
    Part,
    counting,
    is_count,
    needed,
    numbered,
    of_an_election,
    supposed,
    voting_around,
)
from onrecord.reading.extract.voting import acts_at, speaks_of_votes, tells
from onrecord.reading.grammar import doer_of
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence, covering

ROLE_OF = {"yes": "yes", "no": "no", "abstain": "abstain", "not voting": "not_voting"}
REACH = 7
"""Chunks behind a number within which the word stands that says what it counts."""
CARRIED = ("adopt", "pass", "act", "fail", "defeat")
FILLERS = frozenset(
    {"of", "simply", "merely", "then", "also", "n't", "members", "just", "more", "clear", "solitary", "others",
     "had", "permanent", "on", "the", "in", "all", "its",
     "solid", "sorry", "full", "pairs", "were", "hands", "recorded", "clear-cut", "straight", "whole", "15",
     "fifteen", "firmly", "other", "went", "'s"}
)  # fmt: skip
"""Words that may stand between a number and what it counts."""
MARKS = frozenset(":–—-=|")
SUPPORT = tuple(
    f"{noun} {of}{article}"
    for noun in ("support", "backing", "votes", "assent", "approval", "agreement", "yes")
    for of in ("of", "from")
    for article in ("", " the", " only", " just", " all", " some")
)
HOPES = (
    "expect",
    "hope",
    "hoping",
    "predict",
    "forecast",
    "count on",
    "counting on",
    "aim",
    "seek",
    "want",
    "reckon",
    "lobb",
    "promis",
)
LARGEST_BALLOTS = 4
"""Up to so many "votes on" something are ballots, not votes cast."""


SINGLE = ("single", "lone", "sole", "solitary", "a single")
OPENING_KINDS = frozenset({"nobody", "not_one", "undissented"})
OPENING_WORDS = frozenset({*SINGLE, "without", "no"})
"""What `parts_of` asks of a word that is no number, to pass over all others cheaply."""


def parts_of(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Part]:
    """Left to right, none overlapping."""
    chunks = sentence.chunks
    scores = dashed(sentence) if "-" in sentence.text or "–" in sentence.text or ":" in sentence.text else {}
    by_verb = _verb_parts(sentence, found, discourse)
    near = discourse.voted_near(sentence)
    parts: list[Part] = []
    at = 0
    while at < len(chunks):
        made: list[Part] = []
        chunk = chunks[at]
        if at in by_verb:
            made = [by_verb[at]]
        elif at in scores:
            made = scores[at]
        elif at >= sentence.unreal_from:
            break
        elif chunk.number is None and OPENING_KINDS.isdisjoint(chunk.kinds) and chunk.lower not in OPENING_WORDS:
            pass
        elif is_count(chunk) and not _no_count(chunks, at):
            made = (
                []
                if numbered(chunks, at)
                else pair(sentence, at, near) or _label_first(sentence, at) or _counted(sentence, found, at)
            )
        elif chunk.lower in SINGLE:
            made = _single(sentence, at)
        elif chunk.has("nobody") or chunk.lower in ("without", "no") or chunk.has("not_one"):
            made = _nobody(sentence, at)
        elif chunk.has("undissented"):
            made = (
                [Part("no", 0, at, at)]
                if ("vote" in chunk.lower or voting_around(sentence, at)) and not supposed(sentence, at)
                else []
            )
        if made:
            parts.extend(made)
            at = max(made[-1].last, at) + 1
        else:
            at += 1
    return parts


def _no_count(chunks: list[Chunk], at: int) -> bool:
    """ "As one", "this one", "no one": a word, not a number; "three more yeses than in March" is a difference."""
    if at + 1 < len(chunks) and chunks[at + 1].lower in ("more", "fewer", "less"):
        return any(c.lower.split()[0] == "than" for c in chunks[at + 2 : at + 6])
    return (
        chunks[at].lower == "one"
        and at > 0
        and chunks[at - 1].lower
        in ("as", "this", "that", "which", "any", "each", "every", "no", "latest", "first", "last", "same")
    )


# --- "ten members backed it" -----------------------------------------------------------------


def _verb_parts(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> dict[int, Part]:
    """The parts that verbs tell of, by the chunk at which the number stands: "seven countries voted it down"."""
    parts: dict[int, Part] = {}
    for at, chunk in enumerate(sentence.chunks):
        if tells(chunk):
            part = _verb_part(sentence, found, at, discourse)
            if part is not None and part.first not in parts:
                parts[part.first] = part
    return parts


def _verb_part(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Part | None:
    chunks = sentence.chunks
    for act in acts_at(sentence, found, at):
        role = ROLE_OF.get(act.choice)
        if act.choice in ("vote", "take part"):
            role = "not_voting"
        if role is None or is_noun(chunks, found, at, act.form) or (act.denied and role != "not_voting"):
            continue
        agent = _agent(chunks, at) if act.form in ("past", "participle") else None
        if agent is not None and act.meaning in ("yes", "no", "block"):
            if supposed(sentence, at) or needed(chunks, agent[0]):
                return None
            return Part(role, agent[1], at, agent[2])
        doer = doer_of(sentence, found, at)
        if doer is not None and doer.members.named and doer.last < at:
            doer = counted_before(chunks, found, doer)
        if doer is None or doer.last >= at or not _counts(doer):
            continue
        if doer.first > 0 and chunks[doer.first - 1].has("first_person"):
            # "nobody but us two"
            continue
        deny = negated(sentence, at, doer.last)
        if act.choice in ("vote", "take part"):
            if not deny:
                continue
        elif deny:
            continue
        if not asserted(sentence, at, doer.last, act.form) or habitual(chunks, doer.last, at):
            continue
        if not _of_a_text(sentence, found, act.last, act.needs, discourse):
            continue
        value = doer.number if doer.number is not None else 0
        first = next(
            (i for i in range(doer.first, doer.last + 1) if chunks[i].cardinal is not None or chunks[i].has("nobody")),
            doer.first,
        )
        if _no_count(chunks, first):
            continue
        return Part(role, value, first, act.last, at)
    return _told_by_act(sentence, found, at)


def _counts(doer: Phrase) -> bool:
    members = doer.members
    if members.nobody and members.adjective is None and not members.others:
        return True
    return (
        doer.number is not None
        and members.quantity is not None
        and not members.others
        and members.adjective is None
        and not members.everyone
    )


def _of_a_text(sentence: Sentence, found: list[Phrase], verb: int, needs: str, discourse: Discourse) -> bool:
    """Whether words that say other things as well are said of a vote here: "ten backed it", not "ten backed Moscow"."""
    if needs == "":
        return True
    if needs == "text" and (backs := _backs_a_member(sentence, found, verb)) is not None:
        return not backs
    return speaks_of_votes(sentence) or discourse.voted_near(sentence)


def _backs_a_member(sentence: Sentence, found: list[Phrase], verb: int) -> bool | None:
    """Whether the member behind the verb is what it backs, rather than whose text; none where no member is behind
    it.
    """
    chunks = sentence.chunks
    following = verb + 1
    while following < len(chunks) and chunks[following].has("determiner"):
        following += 1
    phrase = covering(found, following) if following < len(chunks) else None
    if phrase is None or not (phrase.members.named or phrase.members.groups):
        return None
    if phrase.first not in (verb + 1, following):
        return None
    return not any(c.has("text") or c.lower in ("'s", "-") for c in chunks[phrase.last + 1 : phrase.last + 4])


def _told_by_act(sentence: Sentence, found: list[Phrase], at: int) -> Part | None:
    """ "141 countries told Russia to leave", "thirteen members demanded": what a text says, said of those that
    voted for it.
    """
    chunks = sentence.chunks
    entry = chunks[at].verb("act", "adopt")
    if entry is None or entry.form not in ("past", "participle", "third", "base"):
        return None
    doer = doer_of(sentence, found, at)
    if doer is None or doer.last >= at or not _counts(doer) or doer.number is None or doer.members.nobody:
        return None
    big = doer.number.value > 20
    if not (big or any(c.has("member_noun") for c in chunks[doer.first : doer.last + 1])):
        return None
    if (
        not asserted(sentence, at, doer.last, entry.form)
        or negated(sentence, at, doer.last)
        or at >= sentence.unreal_from
    ):
        return None
    first = next(i for i in range(doer.first, doer.last + 1) if chunks[i].cardinal is not None)
    return Part("yes", doer.number, first, at, at)


def _agent(chunks: list[Chunk], verb: int) -> tuple[int, NumberMention, int] | None:
    """The number behind "by" that a passive names: "backed by thirteen members", "opposed by only two"."""
    for position in range(verb + 1, min(verb + 4, len(chunks))):
        if chunks[position].lower != "by":
            continue
        first = position + 1
        while first < len(chunks) and (
            chunks[first].has("only", "determiner")
            or chunks[first].lower in ("just", "all", "as", "many", "no", "fewer", "than")
        ):
            first += 1
        if first >= len(chunks) or chunks[first].cardinal is None:
            return None
        last = first
        while last + 1 < len(chunks) and (
            chunks[last + 1].has("member_noun", "council")
            or (
                last + 2 < len(chunks)
                and chunks[last + 1].lower in ("of", "the")
                and (chunks[last + 2].has("council", "determiner") or is_count(chunks[last + 2]))
            )
        ):
            last += 1
        number = chunks[first].number
        return None if number is None else (first, number, last)
    return None


# --- "twelve for", "For: 13" -----------------------------------------------------------------


def _label_first(sentence: Sentence, at: int) -> list[Part]:
    """ "For: 13", "Yes – 12", "FOR 11", "abstentions two", "👍 13"."""
    chunks = sentence.chunks
    if (source := _from_whom(chunks, at)) is not None:
        return [source]
    position = at - 1
    marked = False
    while (
        position >= 0
        and at - position < 4
        and (
            chunks[position].text in MARKS
            or chunks[position].has("vote_noun")
            or chunks[position].lower in ("votes", "were")
        )
    ):
        marked = marked or chunks[position].text in MARKS
        position -= 1
    if position < 0:
        return []
    label = chunks[position]
    role = next((r for kind, r in ROLES if label.has(kind)), None)
    if position > 0 and chunks[position - 1].lower in ("voted", "voting"):
        position -= 1
    if role is None or (
        position > 0
        and chunks[position - 1].is_word
        and not chunks[position - 1].has("vote_noun", "and", "determiner")
        and chunks[position - 1].cardinal is None
    ):
        return []
    if (
        position > 0
        and (chunks[position - 1].cardinal is not None or chunks[position - 1].has("nobody"))
        and not marked
        and not _labelled(chunks, position - 1)
    ):
        return []
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    own_label = counting(chunks, at + 1) if following is not None else False
    told = position > 0 and chunks[position - 1].is_word and chunks[position - 1].cardinal is None
    if own_label and told and not _marked(chunks, at + 2):
        # "nobody voted against: two for, …"
        return []
    if (
        following is not None
        and following.is_word
        and not marked
        and not (label.text.isupper() or not label.text.isascii() or counting(chunks, at + 1))
    ):
        return []
    plain = (
        label.text.isupper()
        or not label.text.isascii()
        or label.lower.endswith("s")
        or following is None
        or following.text in ",;/|."
    )
    if not marked and not (plain and (voting_around(sentence, at) or len(chunks) < 16)):
        return []
    number = chunks[at].number
    return (
        [] if number is None or (number.value < 1 and not marked and not plain) else [Part(role, number, position, at)]
    )


def _marked(chunks: list[Chunk], at: int) -> bool:
    return at < len(chunks) and chunks[at].text in MARKS


def _from_whom(chunks: list[Chunk], at: int) -> Part | None:
    """ "A yes from twelve of the members", "a No by two"."""
    if at < 2 or chunks[at - 1].lower not in ("from", "by"):
        return None
    role = next(
        (r for kind, r in ROLES if chunks[at - 2].has(kind) and not chunks[at - 2].has("preposition", "verb")), None
    )
    return None if role is None else Part(role, number_of(chunks[at]), at - 2, at)


def _labelled(chunks: list[Chunk], at: int) -> bool:
    """Whether the numbers up to chunk `at` have their labels in front: "👍 13 👎 1", not "13👍 1👎"."""
    while at >= 1 and chunks[at].cardinal is not None and counting(chunks, at - 1):
        at -= 2
    return at < 0 or chunks[at].cardinal is None


def _counted(sentence: Sentence, found: list[Phrase], at: int) -> list[Part]:
    """A number and, behind it, what it counts: "twelve for", "nine of the 15 in favour", "14 hands up", "nine
    votes".
    """
    chunks = sentence.chunks
    number = chunks[at].number
    assert number is not None
    if of_an_election(chunks, at):
        return []
    phrase = covering(found, at)
    if phrase is not None and (phrase.members.everyone or phrase.members.others):
        return []
    if (other := _set_against(chunks, at)) is not None:
        return [Part("yes", number, at, at), Part("no", number_of(chunks[other]), other, other)]
    plus = 0
    closed = _aside(chunks, at)
    for position in range(at + 1, min(at + 1 + REACH + (closed - at if closed else 0), len(chunks))):
        chunk = chunks[position]
        if closed is not None and at + 1 < position <= closed:
            continue
        if chunk.has("hand"):
            return _hands(sentence, at, position)
        if chunk.has("verb") and not chunk.has("vote_noun", *(kind for kind, _ in ROLES)):
            break
        if (
            chunk.lower in ("down", "up")
            and position == at + 1
            and any("hand" in c.lower for c in chunks[max(0, at - 6) : at])
        ):
            return [Part("yes" if chunk.lower == "up" else "no", number, at, position)]
        role = next((r for kind, r in ROLES if chunk.has(kind)), None)
        if role is not None and not (chunk.lower in ("for", "against") and not _ends_there(chunks, position, at)):
            if chunk.has("verb") and _backs_a_member(sentence, found, position):
                return []
            if chunk.has("verb") and (
                supposed(sentence, position) or (position > at + 1 and _told_by_others(sentence, found, position))
            ):
                return []
            if (
                chunk.lower == "no"
                and position + 1 < len(chunks)
                and chunks[position + 1].is_word
                and chunk.text == "no"
                and not chunks[position + 1].has("vote_noun")
            ):
                return []
            value: NumberMention | int = int(number.value) + plus if plus else number
            if role == "no" and (needed(chunks, at) or (_wanting(chunks, position) and number.value <= 2)):
                return []
            if role == "yes" and (needed(chunks, at) or _hoped(chunks, at) or _wanting(chunks, position)):
                return []
            return [Part(role, value, at, position)]
        if chunk.has("vote_noun"):
            return [] if plus else _votes(sentence, at, position)
        if chunk.lower == "other":
            if number.value > 1:
                return []
            plus = 1
        elif not (
            chunk.has("member_noun", "council", "be", "have", "do", "of_adjective", "only", "determiner", "adverb")
            or chunk.lower in FILLERS
            or (closed is not None and position <= closed)
            or chunk.date is not None
            or chunk.has("realised")
            or (chunk.has("relative") and chunk.lower in ("which", "who", "that"))
            or (chunk.number is not None and chunks[position - 1].lower in ("of", "the", "all"))
        ):
            break
    return _obtained(sentence, at)


def _aside(chunks: list[Chunk], at: int) -> int | None:
    """The mark that closes what is thrown in behind a number: "thirteen members, with us, were in favour"."""
    opened = next((i for i in range(at + 1, min(at + 3, len(chunks))) if chunks[i].text in ",–—("), None)
    if opened is None or any(c.is_word and not c.has("member_noun") for c in chunks[at + 1 : opened]):
        return None
    if opened + 1 >= len(chunks) or chunks[opened + 1].lower not in ("with", "including", "us", "we", "ours"):
        return None
    mark = ")" if chunks[opened].text == "(" else chunks[opened].text
    for position in range(opened + 2, min(opened + 7, len(chunks) - 1)):
        if chunks[position].text == mark:
            return position if chunks[position + 1].has("be") else None
    return None


def _set_against(chunks: list[Chunk], at: int) -> int | None:
    """ "14 votes against one", "116 against only six": where the number of those against stands."""
    position = at + 1
    while position < len(chunks) and chunks[position].lower in ("votes", "vote", "voices"):
        position += 1
    if position >= len(chunks) or chunks[position].lower not in (
        "against",
        "votes against",
        "vote against",
        "to only",
        "versus",
        "vs",
    ):
        return None
    position += 1
    while position < len(chunks) and (
        chunks[position].has("only", "determiner") or chunks[position].lower in ("just", "mere", "barely")
    ):
        position += 1
    if position >= len(chunks) or chunks[position].cardinal is None:
        return None
    following = chunks[position + 1] if position + 1 < len(chunks) else None
    told = following is not None and following.has("vote_noun", *(kind for kind, _ in ROLES))
    return None if told else position


def _told_by_others(sentence: Sentence, found: list[Phrase], verb: int) -> bool:
    """A word that is noun and verb ("backed") with a subject of its own."""
    doer = doer_of(sentence, found, verb)
    return doer is not None and doer.number is None


def _ends_there(chunks: list[Chunk], position: int, at: int) -> bool:
    """ "Three against Russia" is a count, "three for Iran" need not be; "13 for the text" and "thirteen for, two
    against" are.
    """
    following = chunks[position + 1] if position + 1 < len(chunks) else None
    if following is None or not following.is_word or following.has("and", "but") or following.number is not None:
        return True
    if following.lower in ("it", "this") or following.has("nobody"):
        return True
    if _another_part(chunks, position + 1):
        return True
    return any(c.has("text") for c in chunks[position + 1 : position + 4]) and not (
        position == at + 1 and chunks[position].lower == "for" and following.lower in ("good", "now")
    )


def _another_part(chunks: list[Chunk], at: int) -> bool:
    """Whether a name and then another part of the count follow: "twelve for Palestine, two abstentions"."""
    if not chunks[at].has("member") or at + 3 >= len(chunks) or chunks[at + 1].text not in ",;":
        return False
    return chunks[at + 2].cardinal is not None and chunks[at + 3].has(*(kind for kind, _ in ROLES))


def _hands(sentence: Sentence, at: int, position: int) -> list[Part]:
    """ "Fourteen hands went up", "14 hands up, one down", "only nine hands for London"."""
    chunks = sentence.chunks
    number = chunks[at].number
    assert number is not None
    for following in range(position + 1, min(position + 5, len(chunks))):
        low = chunks[following].lower
        if low in (
            "up",
            "raised",
            "rose",
            "aloft",
            "for",
            "in favour",
            "in favor",
            "shot up",
            "in the air",
            "went up",
            "go up",
            "shot",
        ) or chunks[following].has("yes_noun"):
            return [Part("yes", number, at, following)]
        if low in ("down", "stayed down", "lowered") or chunks[following].has("no_noun"):
            return (
                [Part("no" if number.value == 1 else "abstain", number, at, following)]
                if not any(c.has("no_noun") for c in chunks[position : following + 1])
                else [Part("no", number, at, following)]
            )
        if not chunks[following].is_word:
            break
    return []


def _votes(sentence: Sentence, at: int, position: int) -> list[Part]:
    """ "Nine votes", "nine votes against", "two No votes"; not "three votes in two days", "needs nine votes"."""
    chunks = sentence.chunks
    number = chunks[at].number
    assert number is not None
    for following in range(position + 1, min(position + 3, len(chunks))):
        for kind, role in ROLES:
            if chunks[following].has(kind):
                return (
                    []
                    if role == "yes" and (needed(chunks, at) or _hoped(chunks, at))
                    else [Part(role, number, at, following)]
                )
        if chunks[following].lower not in ("cast", "were", "was"):
            break
    if (
        chunks[position].lower not in ("votes", "vote", "ballots", "voices")
        or (at > 0 and chunks[at - 1].lower in ("their", "its", "our", "his", "her"))
        or needed(chunks, at)
        or supposed(sentence, at)
        or not voting_around(sentence, at)
    ):
        return []
    if _ballots(chunks, at, position) or _wanting(chunks, position) or _hoped(chunks, at):
        return []
    return [Part("yes", number, at, position)]


def _hoped(chunks: list[Chunk], at: int) -> bool:
    """ "Expect 12 votes", "hope for thirteen": a count that nobody has made yet."""
    return any(c.lower.startswith(HOPES) for c in chunks[max(0, at - 4) : at])


def _ballots(chunks: list[Chunk], at: int, position: int) -> bool:
    """Whether votes are occasions here: "held three votes", "four votes on Syria", "three votes in two days"."""
    number = chunks[at].number
    value = number.value if number is not None else 0
    if any(
        c.lower
        in ("held", "hold", "holds", "managed", "staged", "saw", "series", "after", "called", "scheduled", "took")
        for c in chunks[max(0, at - 3) : at]
    ):
        return value <= LARGEST_BALLOTS
    if position + 1 >= len(chunks):
        return False
    following = chunks[position + 1]
    if following.lower in ("on", "about") and not (
        position + 2 < len(chunks) and chunks[position + 2].date is not None
    ):
        return value <= LARGEST_BALLOTS
    return (
        following.lower in ("in", "within", "over", "since")
        and position + 2 < len(chunks)
        and (chunks[position + 2].number is not None or chunks[position + 2].lower in ("a", "as"))
        and value <= LARGEST_BALLOTS
    )


def _wanting(chunks: list[Chunk], position: int) -> bool:
    """ "One vote short", "nine votes are needed", "seven votes carried a decision" (in those days)."""
    behind = chunks[position + 1 : position + 5]
    behind = behind[: next((i for i, c in enumerate(behind) if not c.is_word), len(behind))]
    if len(behind) > 1 and behind[0].lower in ("were", "was") and behind[1].has("negation"):
        return False
    if any(
        c.lower
        in (
            "short",
            "needed",
            "required",
            "necessary",
            "needed",
            "shy",
            "suffice",
            "sufficed",
            "away",
            "enough",
            "each",
            "apiece",
            "fewer",
            "less",
            "more",
        )
        for c in behind
    ):
        return True
    return len(behind) > 1 and behind[0].lower in ("carried", "carry", "pass", "passed") and behind[1].has("determiner")


def _obtained(sentence: Sentence, at: int) -> list[Part]:
    """A bare number that a text won: "reached twelve", "got to 120", "found two supporters"."""
    chunks = sentence.chunks
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if following is not None and following.has("member_noun") and _backing(chunks, at):
        return [] if needed(chunks, at) or supposed(sentence, at) else [Part("yes", number_of(chunks[at]), at, at + 1)]
    if following is not None and following.is_word and not following.has("but", "and", "relative", "preposition", "be"):
        return []
    if not voting_around(sentence, at) or needed(chunks, at) or supposed(sentence, at):
        return []
    number = chunks[at].number
    assert number is not None
    for position in range(at - 1, max(-1, at - 6), -1):
        chunk = chunks[position]
        if chunk.has("obtain"):
            if chunk.lower in ("had", "has", "have", "found", "took") and not any(
                c.has("text") for c in chunks[max(0, position - 8) : position]
            ):
                return []
            return [Part("yes", number, at, at)]
        if (
            chunk.lower in ("with", "by")
            and position > 0
            and any(chunks[i].verb(*CARRIED) is not None for i in range(max(0, position - 4), position))
        ):
            return [Part("yes", number, at, at)] if following is None or not following.is_word else []
        if not (
            chunk.has("only", "determiner", "negation", "and")
            or chunk.lower in ("just", "a", "mere", "bare", "barely", "of", "with", "to", "exactly", "all")
        ):
            return []
    return []


def _backing(chunks: list[Chunk], at: int) -> bool:
    """ "Had the support of twelve members", "with the backing of 13"."""
    before = " ".join(c.lower for c in chunks[max(0, at - 5) : at])
    return before.endswith(SUPPORT)


def number_of(chunk: Chunk) -> NumberMention:
    assert chunk.number is not None
    return chunk.number


def _single(sentence: Sentence, at: int) -> list[Part]:
    """ "A single yes vote", "a lone vote against", "not a single abstention"."""
    chunks = sentence.chunks
    value = 0 if any(c.has("negation") for c in chunks[max(0, at - 2) : at]) else 1
    for position in range(at + 1, min(at + 4, len(chunks))):
        chunk = chunks[position]
        for kind, role in ROLES:
            if chunk.has(kind) and chunk.lower not in ("for",) and (not chunk.has("verb") or position > at + 1):
                return [Part(role, value, at, position)]
        if chunk.lower in ("supporter", "backer", "taker", "friend"):
            return [Part("yes", value, at, position)]
        if not (chunk.has("member_noun", "vote_noun") or chunk.lower in ("other", "dissenting")):
            break
    return []


def _nobody(sentence: Sentence, at: int) -> list[Part]:
    """ "Nobody against", "no votes against", "no abstentions", "without a vote against"."""
    chunks = sentence.chunks
    if at + 1 < len(chunks) and chunks[at + 1].has("of_adjective"):
        # "not one permanent member"
        return []
    if chunks[at].lower == "not one" and at > 0 and chunks[at - 1].has("be"):
        # "was not one of the four that abstained"
        return []
    if (chunks[at].lower in ("no", "without") or chunks[at].has("not_one")) and not chunks[at].has("nobody"):
        return _none(sentence, at)
    for position in range(at + 1, min(at + 6, len(chunks))):
        chunk = chunks[position]
        if chunk.has("verb") and not chunk.has("yes_noun", "no_noun", "abstention_noun"):
            return []
        role = next((r for kind, r in ROLES if chunk.has(kind)), None)
        if role is not None and (not chunk.has("preposition") or _ends_there(chunks, position, at)):
            return [Part(role, 0, at, position)]
        if not chunk.is_word:
            break
    return []


def _none(sentence: Sentence, at: int) -> list[Part]:
    chunks = sentence.chunks
    for position in range(at + 1, min(at + 5, len(chunks))):
        chunk = chunks[position]
        if chunk.lower in (
            "against",
            "abstention",
            "abstentions",
            "dissent",
            "dissenters",
            "noes",
            "nays",
            "opposition",
            "objections",
            "objectors",
            "negative votes",
            "votes against",
            "no votes",
            "absentees",
            "dissenting",
        ):
            role = next((r for kind, r in ROLES if chunk.has(kind)), "no")
            return [Part(role, 0, at, position)] if voting_around(sentence, at) or counting(chunks, at - 1) else []
        if not (
            chunk.has("determiner", "vote_noun", "member_noun", "only")
            or chunk.lower in ("one", "hand", "hands", "voice", "voices", "raised", "dissenting", "cast", "negative")
        ):
            return []
    return []
