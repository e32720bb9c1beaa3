"""Parts of a count told by a verb: "ten members backed it", "it was supported by twelve"."""

from __future__ import annotations

from onrecord.reading.assertion import asserted, negated, passive
from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.noun_or_verb import is_noun
from onrecord.reading.extract.position_apart import left_out
from onrecord.reading.extract.position_scope import counted_before, habitual, of_the_others
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.tally_ballots import number_of
from onrecord.reading.extract.tally_occasions import of_some_members, of_them_all
from onrecord.reading.extract.tally_subjects import (
    FEWEST_STATES,
    FULL_COUNCIL,
    OLD_COUNCIL,
    SEATED,
    agent_behind,
    no_count,
    number_of_them,
)
from onrecord.reading.extract.tally_words import (
    Part,
    needed,
    nobody_knew,
    supposed,
)
from onrecord.reading.extract.voting import acts_at
from onrecord.reading.extract.voting_words import of_what_was_cast, pondered, speaks_of_votes, tells
from onrecord.reading.grammar import doer_of
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence, covering, finite, possessed, verb_group_start
from onrecord.reading.table import word_sets

_WORDS = word_sets("tally_words.csv")
WANTED = _WORDS["wanted"]
WANTED_TO = WANTED | {f"{word} to" for word in WANTED}
MOST_OF_THE_COUNCIL = range(9, 15)
OF_PROCEDURE = _WORDS["wanted_before_a_vote"]
SUFFERED = ("no", "block", "veto")
"""Meanings of verbs that in the passive say what became of a text."""
ROLE_OF = {"yes": "yes", "no": "no", "abstain": "abstain", "not voting": "not_voting"}


def verb_parts(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> dict[int, Part]:
    """The parts that verbs tell of, by the chunk at which the number stands: "seven countries voted it down"."""
    parts: dict[int, Part] = {}
    for at, chunk in enumerate(sentence.chunks):
        if tells(chunk) or chunk.lower in WANTED_TO or chunk.lower in SAYING:
            part = _verb_part(sentence, found, at, discourse)
            if part is not None and part.first not in parts:
                parts[part.first] = part
        elif chunk.lower in DID_SO and (part := _did_so(sentence, at, parts, discourse)) is not None:
            parts.setdefault(part.first, part)
    return parts


DID_SO = frozenset({"did", "did so", "do", "do so"})


def _did_so(sentence: Sentence, at: int, parts: dict[int, Part], discourse: Discourse) -> Part | None:
    """ "In 1977 67 had voted for it; by 1982 only 40 did": how many did what others were just counted for."""
    chunks = sentence.chunks
    number = at - 1 - (at > 1 and chunks[at - 1].has("member_noun"))
    follows = chunks[at + 1] if at + 1 < len(chunks) else None
    counted = chunks[number].number if number >= 0 and chunks[number].cardinal is not None else None
    if counted is None or (follows is not None and follows.is_word) or at >= sentence.unreal_from:
        return None
    told = [part.role for first, part in sorted(parts.items()) if first < number]
    if not told and discourse.counted_choice is not None and discourse.last_text:
        near = sentence.start - discourse.counted_choice[0] <= len(discourse.last_text)
        told = [discourse.counted_choice[1]] if near else []
    return Part(told[-1], counted, number, at, at) if told and told[-1] in ("yes", "no", "abstain") else None


def _won(chunks: list[Chunk], doer: Phrase, last: int) -> bool:
    """ "It got ten votes on Sunday and was opposed by Chad": what a text had, which opposed nothing."""
    by = last + 1 < len(chunks) and chunks[last + 1].lower == "by"
    return by and doer.first > 0 and chunks[doer.first - 1].has("obtain", "have")


def _verb_part(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Part | None:
    chunks = sentence.chunks
    for act in acts_at(sentence, found, at):
        role = ROLE_OF.get(act.choice)
        if act.choice in ("vote", "take part"):
            either_way = [c.lower for c in chunks[act.last + 1 : act.last + 3]] == ["either", "way"]
            role = "abstain" if either_way else "not_voting"
        if role is None or is_noun(chunks, found, at, act.form) or (act.denied and role != "not_voting"):
            continue
        agent = agent_behind(chunks, at) if act.form in ("past", "participle") else None
        if agent is not None and act.meaning in ("yes", "no", "block"):
            majority = [c.lower for c in chunks[max(0, agent[0] - 2) : agent[0]]] == ["majority", "of"]
            if supposed(sentence, at) or (needed(chunks, agent[0]) and not majority):
                return None
            return Part(role, agent[1], at, agent[2])
        if agent is None and act.meaning in SUFFERED and act.form in ("past", "participle") and passive(chunks, at):
            # "Nine candidates were turned down": what was voted on, not who voted
            continue
        if act.form == "gerund" and _a_label(chunks, at):
            continue
        doer = doer_of(sentence, found, at)
        apart = doer is not None and any(c.has("relative") for c in chunks[doer.last + 1 : at])
        if doer is not None and doer.members.named and doer.last < at and not apart:
            doer = counted_before(chunks, found, doer)
        if doer is None or doer.last >= at or not _counts(doer) or _won(chunks, doer, act.last):
            continue
        if any(c.lower in PERSONS for c in chunks[at + 1 : act.last]):
            continue  # "nobody voted them in"
        if doer.first and chunks[doer.first - 1].lower == "without":
            continue  # "went through without one dissent"
        if _for_which(chunks, doer.first):
            continue
        if act.form == "gerund" and (_done_by(chunks, doer.first) or pondered(chunks, act.at)):
            continue
        if (number := doer.number) is not None and number.value > 1 and doer.members.adjective is None:
            if any(c.lower == "other" for c in chunks[doer.first : doer.last + 1]) and not doer.members.others:
                continue  # "four other countries voted against it": besides one that did so too
        if of_the_others(chunks, doer) or (doer.members.nobody and act.companions is not None):
            continue
        if of_them_all(chunks, at) or (doer.members.nobody and of_some_members(chunks, doer.first, doer.last)):
            continue
        excepted = any(c.has("exception") and not c.has("verb") for c in chunks[at:])
        excepted = excepted or any(c.lower == "but" or c.has("exception") for c in chunks[doer.last + 1 : at])
        if doer.members.nobody and (excepted or left_out(sentence, found) or nobody_knew(chunks, doer.last, at)):
            continue
        if doer.members.nobody and any(c.has("ever") for c in chunks[doer.last + 1 : at]):
            # "nobody has ever voted against": of no one vote
            continue
        if doer.members.nobody and any(d.date and d.date.role in ("since", "until", "between") for d in sentence.dates):
            continue
        if doer.first > 1 and _excepted(chunks, doer.first):
            continue
        counted = doer.members.quantity or 0
        if chunks[doer.first].lower == "all" or (doer.first and chunks[doer.first - 1].lower == "all"):
            if counted not in (OLD_COUNCIL, FULL_COUNCIL) and counted < FEWEST_STATES:
                continue  # "the elected members wrote it, and all ten voted for it"
        if doer.first > 0 and chunks[doer.first - 1].text in ("us", "we"):
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
        value = _with_those_joined(chunks, found, doer, act.last)
        if value is None:
            continue
        first = next(
            (i for i in range(doer.first, doer.last + 1) if chunks[i].cardinal is not None or chunks[i].has("nobody")),
            doer.first,
        )
        if no_count(chunks, first) or (first > 1 and chunks[first - 2].has("among")):
            # "one of the ninety who said aye"
            continue
        return Part(role, value, first, act.last, at)
    return _told_by_act(sentence, at, discourse.voted_near(sentence))


def _a_label(chunks: list[Chunk], at: int) -> bool:
    """ "In favour 14, against none, abstaining 1": who abstained is counted behind the word."""
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    return (
        at > 0
        and not chunks[at - 1].is_word
        and behind is not None
        and (behind.cardinal is not None or behind.has("nobody"))
        and (at + 2 >= len(chunks) or not chunks[at + 2].is_word)
    )


def _done_by(chunks: list[Chunk], first: int) -> bool:
    """ "A draft tabled by ten members calling for a truce": it is the draft that calls for it."""
    before = first - 1 - (first > 1 and chunks[first - 1].has("determiner"))
    return before > 0 and chunks[before].lower == "by" and finite(chunks[before - 1])


def _for_which(chunks: list[Chunk], first: int) -> bool:
    """ "A conference for which 100 states had signed up": where they did so at something that is no text."""
    if first < 2 or not chunks[first - 1].has("relative") or not chunks[first - 2].has("preposition"):
        return False
    return not any(c.has("text", "cite", "vote_noun") for c in chunks[max(0, first - WHAT_REACH) : first - 2])


WHAT_REACH = 9
"""Chunks in front of those that acted within which a text stands "for which" they did."""
NEAR, MANY = 4, 50
JOINING = frozenset({"joined", "joined by", "followed", "seconded"})
BESIDE = frozenset({"with", "alongside", "behind"})
STOOD = _WORDS["stood"]


def _with_those_joined(chunks: list[Chunk], found: list[Phrase], doer: Phrase, last: int) -> NumberMention | int | None:
    """How many did it: "eight joined the United States in voting no" are nine. None where that cannot be told."""
    number = doer.number
    if number is None:
        return 0
    for at in range(_past_their_names(chunks, found, doer.last + 1), min(last + 3, len(chunks) - 1)):
        here = chunks[at].lower
        stood = here.split()[-1] in BESIDE and any(c.lower.split()[0] in STOOD for c in chunks[doer.last + 1 : at + 1])
        if not (here in JOINING or stood):
            if chunks[at].text in ",;:—–(":
                break
            continue
        beside = covering(found, at + 1) or covering(found, at + 2)
        if beside is None or not beside.members.named or possessed(chunks, beside.last):
            break
        plain = number.hedge is None and not number.vague and not beside.members.groups
        besides = any(c.lower in ("other", "others") for c in chunks[doer.first : doer.last + 1])
        if stood and number.value >= MANY and not besides:
            return None  # "187 voted with Havana": with it among them, or besides
        return int(number.value) + len(beside.members.named) if plain else None
    return number


def _past_their_names(chunks: list[Chunk], found: list[Phrase], at: int) -> int:
    """ "Two states, Israel and El Salvador, joined …": behind those that were counted, or some of them."""
    if at + 2 >= len(chunks) or chunks[at].text not in ",(–—-":
        return at
    named = covering(found, at + 1 + (chunks[at + 1].lower in ("including", "among them")))
    return at if named is None or not named.members.named else named.last + 2


def _excepted(chunks: list[Chunk], first: int) -> bool:
    """ "Everyone but the big three voted for it", "all members save two did": those who did not."""
    back = range(first - 1, max(first - NEAR, 0), -1)
    before = next((i for i in back if chunks[i].lower == "but" or chunks[i].has("exception")), 0)
    if not before or any(not c.is_word or c.has("verb", "preposition") for c in chunks[before + 1 : first]):
        return False
    return any(c.has("every", "everybody", "nobody") for c in chunks[max(0, before - 3) : before])


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
    if needs == "text" and (backs := backs_a_member(sentence, found, verb)) is not None:
        return not backs
    behind = sentence.chunks[verb + 1 : verb + 2]
    it = sentence.chunks[verb].lower.endswith(" it") or (bool(behind) and behind[0].has("pronoun_text"))
    before = it and (discourse.text_before(sentence) or discourse.vote_before(sentence))
    return before or speaks_of_votes(sentence) or discourse.voted_near(sentence)


def backs_a_member(sentence: Sentence, found: list[Phrase], verb: int) -> bool | None:
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


def _told_by_act(sentence: Sentence, at: int, near: bool) -> Part | None:
    """ "141 countries told Russia to leave", "thirteen members demanded", "nine of them condemned it": what a text
    says, said of those that voted for it.
    """
    chunks = sentence.chunks
    entry = chunks[at].verb("act", "adopt")
    wanted = chunks[at].lower in WANTED or _said_what_must_be(chunks, at)
    if passive(chunks, at) or chunks[at].lower in ONE_BY_ONE or of_what_was_cast(chunks, at):
        return None
    if any(c.lower in PERSONS for c in chunks[at + 1 : at + 2]) and not " ".join(
        c.lower for c in chunks[at + 2 : at + 5] if c.is_word
    ).removeprefix("not ").removeprefix("to"):
        return None  # "six states had asked them not to"
    if (wished := _wished_by_most(sentence, at, near)) is not None:
        return wished
    if not wanted and (entry is None or entry.form not in ("past", "participle", "third", "base", "gerund")):
        return None
    carried = entry is not None and entry.value == "adopt" and _object_is_a_text(chunks, at)
    votes = near or speaks_of_votes(sentence) or _told_a_state(sentence, at)
    counted = number_of_them(chunks, verb_group_start(chunks, at) - 1, votes, carried)
    few = (wanted and chunks[at].lower not in SAYING) or any(c.lower in OF_PROCEDURE for c in chunks[at + 1 : at + 5])
    if counted is None or (few and number_of(chunks[counted]).value < FEWEST_STATES):
        return None
    form = entry.form if entry is not None else "past"
    if form == "base" and chunks[at].verb("act", "adopt", "put") is not None and _also_past(chunks[at]):
        form = "past"
    if form == "gerund" and chunks[at - 1].text != "," and not chunks[at - 1].has("member_noun"):
        return None
    if form == "gerund" and _done_by(chunks, counted):
        return None
    if not asserted(sentence, at, counted, form) or negated(sentence, at, counted) or at >= sentence.unreal_from:
        return None
    return Part("yes", number_of(chunks[counted]), counted, at, at)


ONE_BY_ONE = _WORDS["one_by_one"]
PERSONS = frozenset({"them", "him", "her", "us", "me", "you"})
SAYING = _WORDS["agreed"]
MUST = frozenset({"must", "should", "shall", "had to", "has to", "have to", "ought to", "needed to"})


def _said_what_must_be(chunks: list[Chunk], at: int) -> bool:
    """ "Fourteen countries said on Wednesday that the wall must come down": what a text says, said of its voters."""
    if chunks[at].lower not in SAYING:
        return False
    that = next((i for i in range(at + 1, min(at + 7, len(chunks))) if chunks[i].lower == "that"), None)
    if that is None or any(c.text in ",;:—–" for c in chunks[at + 1 : that]):
        return False
    return any(c.lower in MUST for c in chunks[that + 1 : that + 12])


ASKING = word_sets("position_words.csv")["ordering"]


def _told_a_state(sentence: Sentence, at: int) -> bool:
    """ "Thirteen countries asked Washington to obey the Court": what states do together only by a resolution."""
    chunks = sentence.chunks
    behind = chunks[at + 1 : at + 5]
    named = next((i for i, c in enumerate(behind) if c.has("member")), None)
    asked = chunks[at].lower in ASKING and named is not None and all(c.has("determiner") for c in behind[:named])
    return asked and any(c.lower.split()[0] == "to" for c in chunks[at + 2 : at + 6])


def _wished_by_most(sentence: Sentence, at: int, near: bool) -> Part | None:
    """ "Fourteen members wanted to keep him", "twelve would have let Bangladesh in": as they voted, in vain."""
    chunks = sentence.chunks
    would_have = at > 1 and chunks[at - 1].lower == "have" and chunks[at - 2].lower in ("would", "'d")
    if would_have == (chunks[at].lower.removesuffix(" to") in WANTED - {"let"}) or any(
        c.has("condition") for c in chunks
    ):
        return None
    if would_have and not chunks[at].lower.endswith(("ed", "let", "given", "kept", "said", "taken", "sent", "put")):
        return None
    last = verb_group_start(chunks, at) - 1
    counted = next((i for i in range(last, max(last - 5, -1), -1) if chunks[i].cardinal in MOST_OF_THE_COUNCIL), None)
    between = chunks[counted + 1 : last + 1] if counted is not None else []
    if counted is None or any(not _names_the_council(c) for c in between):
        return None
    seated = any(c.has("council") or c.lower in SEATED or c.cardinal in (15, 11) for c in between)
    if not (near or speaks_of_votes(sentence) or seated):
        return None
    behind = chunks[at + 1 : at + 5]
    if no_count(chunks, counted) or at >= sentence.unreal_from or any(c.lower in OF_PROCEDURE for c in behind):
        return None
    if negated(sentence, at, last) or (counted > 0 and chunks[counted - 1].lower in ("the", "of", "other", "another")):
        return None
    return Part("yes", number_of(chunks[counted]), counted, at, at)


def _names_the_council(chunk: Chunk) -> bool:
    """What may stand between a number of the Council's members and their verb: "of fifteen", "of its members"."""
    return (
        chunk.has("member_noun", "council", "determiner") or chunk.lower in ("of", "'s") or chunk.cardinal in (15, 11)
    )


def _also_past(chunk: Chunk) -> bool:
    return any(e.kind == "verb" and e.form == "past" for e in chunk.entries)


def _object_is_a_text(chunks: list[Chunk], at: int) -> bool:
    return any(c.has("pronoun_text", "text", "cite") for c in chunks[at + 1 : at + 3])
