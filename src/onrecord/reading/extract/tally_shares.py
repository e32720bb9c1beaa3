"""Counts told as a part of the whole: "a majority of the Council voted in favour", "all but two backed it", "three of
the 15 did not vote for it".

The shares that words stand for are in `tables/shares.csv`.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reading.assertion import asserted, negated, passive
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import NOT_ALL, Share, Tally
from onrecord.reading.clauses import clause_end, past_insertion
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.tally_words import clause_start, supposed, voting_around
from onrecord.reading.extract.voting import acts_at
from onrecord.reading.extract.voting_words import Act, tells
from onrecord.reading.grammar import doer_of
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.share_words import may_open_part, part_at
from onrecord.reading.table import word_sets

BUT = frozenset({"but", "bar", "save", "minus"})
ALL = frozenset({"all", "every", "everyone", "everybody"})
_WORDS = word_sets("tally_words.csv")
NAMES_THE_WHOLE = _WORDS["whole"]
OF_THE_WHOLE = frozenset({"of", "'s", "un", "u.n.", "those", "present", "its", "general", "in", "on", "at", "around"})
"""What may stand about them."""
ROLES = ("yes", "no", "abstain")
PLAIN = frozenset({"vote", "abstain"})
"""Meanings of verbs that only tell of votes."""
MANY = 0.1
"""More than this share of the members no vague number ("many") tells."""
REACH = 4
"""Chunks within which the verb stands behind whom it is said of."""


def shares(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Tally]:
    """What a sentence that gives no count says of how many there were."""
    chunks = sentence.chunks
    if not (discourse.voted_near(sentence) or discourse.vote_before(sentence) or voting_around(sentence, 0)):
        return []
    for at, chunk in enumerate(chunks):
        if at >= sentence.unreal_from:
            break
        claim = None
        if chunk.lower in ALL or chunk.lower == "all except" or chunk.has("every", "everybody"):
            claim = _all_but(sentence, found, at)
        elif (chunk.number is not None and chunk.number.unit in ("percent", "fraction")) or may_open_part(chunk.lower):
            claim = _share(sentence, found, at)
        elif tells(chunk) or chunk.lower in ("failed to", "refused to"):
            claim = _did_not(sentence, found, at)
        elif chunk.lower == "or":
            claim = _one_or_other(sentence, found, at)
        if claim is not None:
            return [claim]
    return []


def _share(sentence: Sentence, found: list[Phrase], at: int) -> Tally | None:
    """ "Most members backed it", "was opposed by two thirds of the members"."""
    chunks = sentence.chunks
    told = part_at(chunks, at)
    if told is None:
        return None
    length, part = told
    last = _whole(chunks, at + length)
    owned = at + length < len(chunks) and chunks[at + length].lower == "of"  # "a majority of Russians"
    if last is None and not owned and chunks[at + length - 1].lower == "majority":
        last = at + length - 1
    bare = last is None
    if last is None:
        # "A mere handful voted against": of those who vote, where the verb says so
        last = at + length - 1
        if part.least > MANY or chunks[last].lower.split()[-1] == "of" or last + 1 >= len(chunks):
            return None
        if not (tells(chunks[last + 1]) or chunks[last + 1].has("be")):
            return None
    for verb, act in _said_of(sentence, found, at, last):
        stray = act.meaning not in PLAIN and act.choice != "abstain"
        if bare and stray:
            continue
        share = Share(act.choice, part.least, part.most, part.fuzz, part.fewest, part.highest)
        return _tally(sentence, found, at, max(verb, last), share=share, stray=stray)
    return None


def _whole(chunks: list[Chunk], at: int) -> int | None:
    """The last chunk that names whom a share is of: "of the Council's members", "members", "of those present"."""
    named: int | None = None
    place = at
    while place < len(chunks):
        chunk = chunks[place]
        if chunk.has("member_noun", "council", "assembly", "same_body") or chunk.lower in NAMES_THE_WHOLE:
            named = place
        elif not (chunk.has("determiner") or chunk.lower in OF_THE_WHOLE or chunk.cardinal is not None):
            break
        place += 1
    owned = named is not None and any(c.lower == "of" for c in chunks[named + 1 : place])
    return None if owned else named  # "most members of the club"


def _said_of(sentence: Sentence, found: list[Phrase], first: int, last: int) -> Iterator[tuple[int, Act]]:
    """What a verb says that those named from `first` to `last` did, behind them or in the passive before."""
    chunks = sentence.chunks
    before = first - 1
    while before > 0 and (chunks[before].has("determiner", "only") or chunks[before].lower == "of"):
        before -= 1
    if before > 1 and chunks[before].lower == "by":
        for verb in range(before - 1, max(before - REACH, 0), -1):
            for act in acts_at(sentence, found, verb) if chunks[verb].has("verb") else ():
                if act.choice in ROLES and not act.denied and passive(chunks, verb) and not supposed(sentence, verb):
                    yield verb, act
        return
    if before >= 0 and chunks[before].has("preposition"):
        return
    last = past_insertion(chunks, last + 1) - 1
    if last + 1 < len(chunks) and chunks[last + 1].lower == "either":
        return  # "all but one either voted for it or abstained"
    for verb in range(last + 1, min(last + 1 + REACH, len(chunks))):
        chunk = chunks[verb]
        if chunk.has("be") and verb + 1 < len(chunks) and chunks[verb + 1].has("yes_noun", "no_noun"):
            choice = "yes" if chunks[verb + 1].has("yes_noun") else "no"
            if not chunks[verb + 1].has("verb") and asserted(sentence, verb, last, "past"):
                yield verb + 1, Act(verb, verb + 1, choice, "past", "vote")
            return
        for act in acts_at(sentence, found, verb) if tells(chunk) else ():
            told = act.choice in ROLES and not act.denied and not passive(chunks, verb)
            if told and asserted(sentence, verb, last, act.form) and not negated(sentence, verb, last):
                yield verb, act
        if not chunk.is_word or chunk.has("verb", "relative", "modal", "negation"):
            return


def _all_but(sentence: Sentence, found: list[Phrase], at: int) -> Tally | None:
    """ "All but three of the members voted yes", "every member save one", "everyone except two members was for it"."""
    chunks = sentence.chunks
    but = at + 1
    while but < len(chunks) and (chunks[but].has("member_noun", "council") or chunks[but].lower in OF_THE_WHOLE):
        but += 1
    excepted = chunks[at].lower == "all except"
    if excepted:
        but = at  # one word of two
    if (behind := _bar_so_many(sentence, found, at)) is not None:
        return behind
    if but + 1 >= len(chunks) or not (excepted or chunks[but].lower in BUT or chunks[but].has("exception")):
        return _not_all(sentence, found, at)
    number, last = chunks[but + 1].number, but + 1
    if chunks[but + 1].lower == "one of":
        return _all_but_one(sentence, found, at, but + 1)
    if number is None or chunks[but + 1].cardinal is None:
        return None
    if last + 1 < len(chunks) and chunks[last + 1].has("of_adjective", "group", "member"):
        return None  # "all but one African member"
    whole = _whole(chunks, last + 1)
    last = whole if whole is not None else last
    for verb, act in _said_of(sentence, found, at, last):
        stray = act.meaning not in PLAIN and act.choice != "abstain"
        return _tally(sentence, found, at, max(verb, last), others=(act.choice, number), stray=stray)
    return None


def _bar_so_many(sentence: Sentence, found: list[Phrase], at: int) -> Tally | None:
    """ "Every member voted for it, bar three"."""
    chunks = sentence.chunks
    last = len(chunks) - 1 - (not chunks[-1].is_word)
    last -= chunks[last].has("member_noun")
    if last < at + 3 or chunks[last].cardinal is None:
        return None
    but = chunks[last - 1]
    if not (but.lower in BUT or but.has("exception")):
        return None
    whole = _whole(chunks, at)
    for verb, act in _said_of(sentence, found, at, at if whole is None else whole):
        if verb < last - 1:
            others = act.choice, chunks[last].number or chunks[last].cardinal or 0
            return _tally(sentence, found, at, last, others=others, stray=act.meaning not in PLAIN)
    return None


def _all_but_one(sentence: Sentence, found: list[Phrase], at: int, one: int) -> Tally | None:
    """ "All but one of the members voted yes"."""
    last = _whole(sentence.chunks, one + 1)
    for verb, act in _said_of(sentence, found, at, last) if last is not None else ():
        stray = act.meaning not in PLAIN and act.choice != "abstain"
        return _tally(sentence, found, at, verb, others=(act.choice, 1), stray=stray)
    return None


def _not_all(sentence: Sentence, found: list[Phrase], at: int) -> Tally | None:
    """ "Not all members voted for it", "not everyone was in favour"."""
    chunks = sentence.chunks
    if at == 0 or chunks[at - 1].lower != "not":
        return None
    whole = _whole(chunks, at + 1)
    last = whole if whole is not None else at
    if last == at and not chunks[at].has("everybody"):
        return None
    for verb, act in _said_of(sentence, found, at - 1, last):
        if act.choice == "yes":
            return _tally(sentence, found, at - 1, verb, share=NOT_ALL, stray=act.meaning not in PLAIN)
    return None


def _did_not(sentence: Sentence, found: list[Phrase], at: int) -> Tally | None:
    """ "Three members did not vote in favour", "three of the 15 withheld their support"."""
    for act in acts_at(sentence, found, at):
        if act.choice != "yes":
            continue
        doer = doer_of(sentence, found, at)
        members = doer.members if doer is not None else None
        if doer is None or members is None or doer.last >= at or doer.number is None or members.quantity is None:
            continue
        if members.others or members.everyone or members.adjective is not None or members.nobody or members.named:
            continue
        if not (act.denied or negated(sentence, at, doer.last)) or not asserted(sentence, at, doer.last, act.form):
            continue
        stray = act.meaning not in PLAIN and act.meaning != "no_yes"
        return _tally(sentence, found, doer.first, act.last, others=("yes", doer.number), stray=stray)
    return None


def _one_or_other(sentence: Sentence, found: list[Phrase], joins: int) -> Tally | None:
    """ "Forty voted against or abstained": how many there were that did not do the third thing."""
    chunks = sentence.chunks
    behind = {a.choice: a for a in (acts_at(sentence, found, joins + 1) if joins + 1 < len(chunks) else ())}
    for at in range(joins - 1, max(joins - REACH, 0), -1):
        for act in acts_at(sentence, found, at):
            left = set(ROLES) - {act.choice} - behind.keys()
            doer = doer_of(sentence, found, at)
            if act.last < joins - 2 or len(left) != 1 or act.choice not in ROLES or doer is None or doer.last >= at:
                continue
            members = doer.members
            if doer.number is None or members.quantity is None or members.others or members.adjective or members.named:
                continue
            if act.denied or negated(sentence, at, doer.last) or not asserted(sentence, at, doer.last, act.form):
                continue
            last = min(a.last for a in behind.values())
            return _tally(sentence, found, doer.first, last, others=(left.pop(), doer.number))
    return None


def _tally(
    sentence: Sentence,
    found: list[Phrase],
    first: int,
    last: int,
    *,
    share: Share | None = None,
    others: tuple[str, NumberMention | int] | None = None,
    stray: bool = False,
) -> Tally:
    start, end = clause_start(sentence, first), clause_end(sentence, found, last)
    return Tally(*sentence.placed(start, end, first), share=share, others=others, stray=stray)
