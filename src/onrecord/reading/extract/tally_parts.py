"""The numbers of a count, one by one: "twelve for", "Two abstained", "For: 13", "nobody against", "got nine votes"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.position_apart import left_out
from onrecord.reading.extract.position_ours import our_side
from onrecord.reading.extract.position_scope import at_a_deed
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.tally_ballots import hoped_together, number_of, votes_obtained, votes_won, wanting
from onrecord.reading.extract.tally_beside import (
    besides_a_veto,
    ends_there,
    one_more,
    set_against,
    with_the_others,
)
from onrecord.reading.extract.tally_crowds import of_a_crowd
from onrecord.reading.extract.tally_hands import LOWERED, RESTED, hands, of_hands
from onrecord.reading.extract.tally_labels import label_first
from onrecord.reading.extract.tally_occasions import never_came, occasions, of_some_members
from onrecord.reading.extract.tally_others import did_not, did_so, states_that, wanted_otherwise
from onrecord.reading.extract.tally_scores import dashed, lettered, pair
from onrecord.reading.extract.tally_sides import across, befriended, beside_us, on_the_board
from onrecord.reading.extract.tally_subjects import no_count, of_a_part
from onrecord.reading.extract.tally_verbs import backs_a_member, verb_parts
from onrecord.reading.extract.tally_words import (
    GOT,
    RESULTS,
    ROLES,
    Part,
    a_part_of_those,
    counting,
    is_count,
    needed,
    nobody_knew,
    numbered,
    of_an_election,
    supposed,
    voting_around,
)
from onrecord.reading.extract.voting_words import in_a_place
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence, covering
from onrecord.reading.table import word_sets

REACH = 7
"""Chunks behind a number within which the word stands that says what it counts."""
_WORDS = word_sets("tally_words.csv")
FILLERS, NONE_OF = _WORDS["between"], _WORDS["none_of"]
VOTES_WITH = ("votes with", "votes like", "votes alongside")
"""Spelled as a verb of going along, behind a number they are votes: "carried by nine votes with Chad absent"."""


NOT_EVEN = 4
LONGEST_ASIDE = 9
SHORT = 8
"""Chunks up to which a sentence leans on the votes that the one before spoke of: "It needed nine votes. It had
seven."
"""
SINGLE = ("single", "lone", "sole", "solitary", "a single")
OPENING_KINDS = frozenset({"nobody", "not_one", "undissented", "other_side"})
OPENING_WORDS = frozenset({*SINGLE, "without", "no"})
"""What `parts_of` asks of a word that is no number, to pass over all others cheaply."""
NO_ONE = frozenset({"nobody", "not_one"})


def _may_count(sentence: Sentence, found: list[Phrase]) -> bool:
    """Whether the sentence has a number or a word for none or one."""
    if sentence.numbered or any(p.members.nobody for p in found):
        return True
    return not (OPENING_KINDS.isdisjoint(sentence.kinds) and OPENING_WORDS.isdisjoint(sentence.words))


def _of_the_text_before(sentence: Sentence, discourse: Discourse) -> bool:
    """ "Russia brought a text of its own. It got seven.": whether all that a sentence says is what a text won."""
    chunks = sentence.chunks
    return (
        len(chunks) <= SHORT
        and discourse.text_before(sentence)
        and chunks[0].lower == "it"
        and any(c.lower in GOT for c in chunks[1:3])
    )


def _of_those_before(chunks: list[Chunk], at: int) -> bool:
    """ "The first three had abstained", "the last two voted no": some of those named before, not all that did so."""
    return (at > 1 and chunks[at - 2].lower == "the" and chunks[at - 1].lower in ("first", "last")) or (
        chunks[at].cardinal is not None and of_a_part(chunks, at)
    )


def parts_of(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Part]:
    """Left to right, none overlapping."""
    chunks = sentence.chunks
    if (sentence.numbered and of_a_crowd(chunks)) or _of_some_members(chunks):
        return []
    near = discourse.voted_near(sentence)
    scores = dashed(sentence, near) if "-" in sentence.text or "–" in sentence.text or ":" in sentence.text else {}
    if "Y" in sentence.text or "y" in sentence.words:
        scores |= lettered(sentence)
    if not scores and not _may_count(sentence, found):
        return []
    by_verb = verb_parts(sentence, found, discourse)
    short = len(chunks) < SHORT and ("vote" in discourse.last_text.lower() or discourse.text_before(sentence))
    near = near or short or _of_the_text_before(sentence, discourse)
    parts: list[Part] = []
    at = 0
    while at < len(chunks):
        made: list[Part] = []
        chunk = chunks[at]
        none = chunk.number is not None or not NO_ONE.isdisjoint(chunk.kinds)
        if _of_those_before(chunks, at) or (none and _of_nobody_of_some(found, chunks, at)):
            pass
        elif at in by_verb and not (chunks[by_verb[at].last].lower in LOWERED and of_hands(chunks, at)):
            made = [by_verb[at]]
        elif at in scores:
            made = scores[at]
        elif at >= sentence.unreal_from:
            break
        elif chunk.number is None and OPENING_KINDS.isdisjoint(chunk.kinds) and chunk.lower not in OPENING_WORDS:
            pass
        elif is_count(chunk) and not no_count(chunks, at):
            scored = near or {"yes", "no"} <= {part.role for part in parts}
            made = (
                []
                if numbered(chunks, at)
                else pair(sentence, at, scored)
                or label_first(sentence, at)
                or _counted(sentence, found, at, near, our_side(sentence, discourse))
            )
            if made and at > 1 and chunks[at - 1].lower in ("not", "n't") and chunks[at - 2].has("be"):
                made = _so_many_there_were_not(made)
            if made and chunk.number is not None and chunk.number.hedge and _not_even(chunks, at):
                made = []
        elif chunk.lower in SINGLE:
            made = _single(sentence, at)
        elif chunk.has("other_side"):
            made = across(sentence, found, at, discourse)
        elif chunk.has("nobody") or chunk.lower in ("without", "no") or chunk.has("not_one"):
            # "Panama excepted, nobody was against"
            made = [] if chunk.has("nobody") and _left_out(sentence, found, at) else _nobody(sentence, at)
            made = made or (label_first(sentence, at) if chunk.has("nobody") else [])
        elif chunk.has("undissented"):
            made = (
                [Part("no", 0, at, at)]
                if ("vote" in chunk.lower or near or voting_around(sentence, at)) and not supposed(sentence, at)
                else []
            )
        if made:
            parts.extend(made)
            at = max(made[-1].last, at) + 1
            if (rest := did_not(chunks, at, made[-1])) is not None:
                parts.append(rest)
                at = rest.last + 1
        else:
            at += 1
    if not parts and (again := did_so(sentence, discourse)) is not None:
        parts.append(again)
    if (states := states_that(sentence, parts)) is not None:
        parts.insert(0, states)
    return wanted_otherwise(chunks, [part for part in parts if not _of_no_count(chunks, part)])


TO_SPARE = 5
"""Chunks from "not one" to "spare"."""


def _of_nobody_of_some(found: list[Phrase], chunks: list[Chunk], at: int) -> bool:
    if chunks[at].cardinal != 0 and NO_ONE.isdisjoint(chunks[at].kinds):
        return False
    if any(c.lower == "spare" for c in chunks[at + 1 : at + TO_SPARE]):
        return True  # "Not one vote to spare"
    if in_a_place(chunks, at + 1):
        return True  # "Nobody in Quito voted for that"
    phrase = covering(found, at)
    return phrase is not None and of_some_members(chunks, at, phrase.last)


def _left_out(sentence: Sentence, found: list[Phrase], at: int) -> bool:
    """ "Nobody voted for her text except Roe": whether somebody is left out, known or not."""
    excepted = any(c.has("exception") and not c.has("verb") for c in sentence.chunks[at:])
    return excepted or bool(left_out(sentence, found))


def _of_no_count(chunks: list[Chunk], part: Part) -> bool:
    number = next((i for i in range(part.first, part.last + 1) if chunks[i].number is part.value), part.first)
    if part.value != 0 and _one_or_other(chunks, part):
        return True
    if part.role == "not_voting" and any(c.has("vote_noun") for c in chunks[part.first : part.last]):
        return True  # "two votes were missing": those that it would have needed
    return occasions(chunks, number, part.last) or (part.role == "yes" and never_came(chunks, number))


BALLOTS = ("vote", "abstain", "no", "yes")
"""Meanings of verbs that say how somebody voted."""


def _one_or_other(chunks: list[Chunk], part: Part) -> bool:
    """ "Forty voted against or abstained": of whom nobody says how many did the one."""
    for joins in range(part.first + 1, min(part.last + 3, len(chunks) - 1)):
        if chunks[joins].lower == "or":
            told = chunks[part.first : joins] if joins < part.last else chunks[joins + 1 : joins + 2]
            return any(c.verb(*BALLOTS) is not None for c in told)
    return False


def _of_some_members(chunks: list[Chunk]) -> bool:
    """ "Of the P5, three voted for it", "of the families ten were for it": a few members are counted, or none."""
    if len(chunks) < SHORT or chunks[0].lower not in ("of", "among"):
        return False
    whose = chunks[2] if chunks[1].has("determiner") or chunks[1].lower == "the" else chunks[1]
    if whose.is_word and not whose.kinds and whose.number is None and whose.lower.endswith("s"):
        return whose.text.islower() and whose.date is None and whose.lower not in RESULTS
    if len(chunks) < LONGEST_ASIDE:
        return False
    comma = next((i for i, c in enumerate(chunks[:LONGEST_ASIDE]) if c.text == "," or c.verb("vote", "abstain")), 0)
    return any(c.has("group", "of_adjective") for c in chunks[1:comma])


# --- "twelve for", "For: 13" -----------------------------------------------------------------


def _counted(sentence: Sentence, found: list[Phrase], at: int, near: bool, ours: str | None) -> list[Part]:
    """A number and, behind it, what it counts: "twelve for", "nine of the 15 in favour", "14 hands up", "nine
    votes"; `ours` is how the writer's side voted, where that was told.
    """
    chunks = sentence.chunks
    number = chunks[at].number
    assert number is not None
    if of_an_election(chunks, at):
        return []
    phrase = covering(found, at)
    if phrase is not None and (phrase.members.everyone or phrase.members.others or phrase.members.adjective):
        # Four Europeans abstaining need not be all that did.
        return []
    if phrase is not None and phrase.members.named and phrase.first < at:
        return []  # "the Americans and six others against"
    if at and chunks[at - 1].lower == "within":
        return []  # "within one vote of unanimity"
    if at and chunks[at - 1].lower == "without":
        return []  # "four resolutions that went through without one dissent"
    if a_part_of_those(chunks, at) or one_more(chunks, at) or besides_a_veto(chunks, at):
        return []
    if at and chunks[at - 1].lower in ("those", "these", "same", "the same", "these same", "those same"):
        return []  # "those two had been against, as had Mali", "two of the same three abstained": told of before
    if (other := set_against(chunks, at)) is not None:
        return [Part("yes", number, at, at), Part("no", number_of(chunks[other]), other, other)]
    if with_the_others(chunks, at) and (near or voting_around(sentence, at)) and not needed(chunks, at):
        return [Part("yes", number, at, at)]
    plus = 0
    closed = _aside(chunks, at)
    for position in range(at + 1, min(at + 1 + REACH + (closed - at if closed else 0), len(chunks))):
        chunk = chunks[position]
        if closed is not None and at + 1 < position <= closed:
            continue
        if chunk.has("hand"):
            return hands(sentence, at, position, near)
        if position == at + 1 and chunk.lower in VOTES_WITH:
            return [] if needed(chunks, at) or supposed(sentence, at) else votes_obtained(sentence, at, near)
        if chunk.lower in LOWERED and of_hands(chunks, at):
            kept = position > at + 1 or chunk.lower not in ("down",)
            return [Part("abstain" if kept else "no", number, at, position)]
        resting = chunk.lower in RESTED and of_hands(chunks, at)
        if chunk.has("verb") and not resting and not chunk.has("vote_noun", *(kind for kind, _ in ROLES)):
            break
        if (
            chunk.lower in ("down", "up")
            and position == at + 1
            and any("hand" in c.lower for c in chunks[max(0, at - 6) : at])
        ):
            return [Part("yes" if chunk.lower == "up" else "no", number, at, position)]
        beside = beside_us(chunks, at, position, ours)
        role = beside or next((r for kind, r in ROLES if kind in chunk.kinds), None) or befriended(chunks, at, position)
        role = role or (on_the_board(chunks, at) if position == at + 1 else None)
        alone = beside is not None or chunk.lower not in ("for", "against") or ends_there(chunks, position, at)
        alone = alone or at_a_deed(chunks, position)
        if role is not None and alone:
            if chunk.has("verb") and backs_a_member(sentence, found, position):
                return []
            if chunk.has("verb") and supposed(sentence, position):
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
            if role == "no" and (needed(chunks, at) or (wanting(chunks, position) and number.value <= 2)):
                return []
            if role == "yes" and (needed(chunks, at) or wanting(chunks, position)):
                return []
            if hoped_together(chunks, at):
                return []
            return [Part(role, value, at, position)]
        if chunk.has("vote_noun"):
            if number.value == 1 and chunks[at - 1].lower == "the" and at:
                return []  # "the one vote there had been": how often was voted
            return [] if plus else votes_won(sentence, at, position)
        if chunk.lower == "other":
            if number.value > 1:
                return []
            plus = 1
        elif not (
            chunk.has("member_noun", "council", "be", "have", "do", "of_adjective", "only", "determiner", "adverb")
            or chunk.lower in FILLERS
            or resting
            or (closed is not None and position <= closed)
            or chunk.date is not None
            or chunk.has("realised")
            or (chunk.has("relative") and chunk.lower in ("which", "who", "that"))
            or (chunk.number is not None and chunks[position - 1].lower in ("of", "the", "all"))
        ):
            break
    return votes_obtained(sentence, at, near)


def _not_even(chunks: list[Chunk], at: int) -> bool:
    """ "Not even close to nine votes", "assured of any more than four votes"."""
    return any(c.lower in ("not", "n't", "never", "any") for c in chunks[max(0, at - NOT_EVEN) : at])


def _so_many_there_were_not(made: list[Part]) -> list[Part]:
    """ "There wasn't one vote against": none. Of more it is left open how many there were."""
    first = made[0]
    one = isinstance(first.value, NumberMention) and first.value.value == 1
    return [Part(first.role, 0, first.first, first.last)] if one and len(made) == 1 else []


def _aside(chunks: list[Chunk], at: int) -> int | None:
    """The mark that closes what is thrown in behind a number: "thirteen members, with us, were in favour"."""
    opened = next((i for i in range(at + 1, min(at + 3, len(chunks))) if chunks[i].text in ",–—("), None)
    if opened is None or any(c.is_word and not c.has("member_noun") for c in chunks[at + 1 : opened]):
        return None
    mark = ")" if chunks[opened].text == "(" else chunks[opened].text
    behind = chunks[opened + 1 : opened + 2 + LONGEST_ASIDE]
    some = any(c.has("among") or c.lower == "included" for c in behind)
    if not behind or not (some or behind[0].lower in ("with", "including", "us", "we", "ours")):
        return None
    for position in range(opened + 2, min(opened + 2 + LONGEST_ASIDE, len(chunks) - 1)):
        if chunks[position].text == mark and not chunks[position + 1].has("member"):
            return position if chunks[position + 1].has("be") else None
    return None


def _single(sentence: Sentence, at: int) -> list[Part]:
    """ "A single yes vote", "a lone vote against", "not a single abstention"."""
    chunks = sentence.chunks
    value = 0 if any(c.has("negation") for c in chunks[max(0, at - 2) : at]) else 1
    for position in range(at + 1, min(at + 4, len(chunks))):
        chunk = chunks[position]
        for kind, role in ROLES:
            if chunk.has(kind) and chunk.lower not in ("for",) and (not chunk.has("verb") or position > at + 1):
                return [Part(role, value, at, position)]
        if not (chunk.has("member_noun", "vote_noun") or chunk.lower in ("other", "dissenting")):
            break
    return []


TAKING = _WORDS["mistaking"]


def _nobody(sentence: Sentence, at: int) -> list[Part]:
    """ "Nobody against", "no votes against", "no abstentions", "without a vote against"."""
    chunks = sentence.chunks
    if at + 1 < len(chunks) and chunks[at + 1].has("of_adjective"):
        # "not one permanent member"
        return []
    behind = chunks[at + 1 : at + 2]
    if behind and (behind[0].lower == "but" or behind[0].has("exception")):
        # "with nobody but Prague against"
        return []
    for position in range(at + 1, min(at + 9, len(chunks) - 1)):
        if chunks[position].text in ",;:—":
            break
        excepted = chunks[position].lower == "but" or chunks[position].has("exception")
        if excepted and any(c.has("member") for c in chunks[position + 1 : position + 3]):
            # "nobody was for it but Prague"
            return []
    there = at > 1 and chunks[at - 2].lower == "there"
    if chunks[at].lower == "not one" and at > 0 and chunks[at - 1].has("be") and not there:
        # "was not one of the four that abstained"
        return []
    if (chunks[at].lower in ("no", "without") or chunks[at].has("not_one")) and not chunks[at].has("nobody"):
        # "not without abstentions": there were some
        return [] if at and chunks[at].lower == "without" and chunks[at - 1].has("negation") else _none(sentence, at)
    for position in range(at + 1, min(at + 6, len(chunks))):
        chunk = chunks[position]
        if chunk.has("verb") and not chunk.has("yes_noun", "no_noun", "abstention_noun"):
            return []
        if chunk.lower in TAKING:
            return []  # "whom nobody takes for a satellite"
        role = next((r for kind, r in ROLES if chunk.has(kind)), None)
        if role is not None and (not chunk.has("preposition") or ends_there(chunks, position, at)):
            return [] if nobody_knew(chunks, at, position) else [Part(role, 0, at, position)]
        if not chunk.is_word:
            break
    return []


def _none(sentence: Sentence, at: int) -> list[Part]:
    chunks = sentence.chunks
    for position in range(at + 1, min(at + 5, len(chunks))):
        chunk = chunks[position]
        if chunk.lower in NONE_OF:
            role = next((r for kind, r in ROLES if chunk.has(kind)), "no")
            return [Part(role, 0, at, position)] if voting_around(sentence, at) or counting(chunks, at - 1) else []
        if chunks[at].has("not_one") and chunk.has("no_noun"):
            return [Part("no", 0, at, position)]  # "not a single no"
        if not (
            chunk.has("determiner", "vote_noun", "member_noun", "only")
            or chunk.lower in ("one", "hand", "hands", "voice", "voices", "raised", "dissenting", "cast", "negative")
        ):
            return []
    return []
