"""Positions told by a verb: "Washington vetoed it", "was opposed by Bolivia", "abstaining were China and Russia".

Each verb of voting is read as an active or a passive, unless it is a noun or speaks of something else than a vote.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from onrecord.reading.assertion import agent_after, asserted, negated, passive
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Position
from onrecord.reading.extract.noun_or_verb import compounded, is_noun
from onrecord.reading.extract.position_actives import active_position
from onrecord.reading.extract.position_apart import left_out
from onrecord.reading.extract.position_asked import as_asked
from onrecord.reading.extract.position_doers import doer_of_act
from onrecord.reading.extract.position_joined import joined_by
from onrecord.reading.extract.position_listed import listed_behind, others_named, so_many_with
from onrecord.reading.extract.position_only import ALONE
from onrecord.reading.extract.position_ordered import ordered
from onrecord.reading.extract.position_scope import (
    is_count,
)
from onrecord.reading.extract.spans import clause_end
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting import acts_at
from onrecord.reading.extract.voting_words import Act, in_a_place, of_a_stance, pondered, speaks_of_votes
from onrecord.reading.grammar import doer_of
from onrecord.reading.parsed import Phrase, Sentence, covering
from onrecord.reading.table import word_sets

_WORDS = word_sets("position_words.csv")
LETTING = _WORDS["letting"]


def verb_positions(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """What the verb at chunk `at` says that members did; numbers of unnamed members are for the tallies."""
    if "exception" in sentence.chunks[at].kinds and (within := covering(found, at)) is not None and within.members.but:
        return None  # "the permanent members bar Russia"
    for act in acts_at(sentence, found, at):
        meant = as_asked(sentence.chunks, act)
        claim = _of_act(sentence, found, meant, discourse) if meant is not None else None
        if claim is not None:
            return claim
    return joined_by(sentence, found, at, discourse)


PRINTED = _WORDS["printed"]
WISHED = ("want", "wants", "wanted", "wanting", "have", "get", "see")
"""Verbs before something that is to be stopped."""


def _of_act(sentence: Sentence, found: list[Phrase], act: Act, discourse: Discourse) -> Position | None:
    chunks = sentence.chunks
    if is_noun(chunks, found, act.at, act.form) or compounded(chunks, act.at) or _of_the_union(chunks, act.last):
        return None
    if _in_scare_quotes(chunks, act) or (act.form == "past" and act.at and chunks[act.at - 1].lower in PRINTED):
        return None
    if act.form == "base" and act.at > 0 and chunks[act.at - 1].lower in ("than", "more than", "other than"):
        return None  # "did more than abstain"
    if act.form == "base" and act.at > 0 and chunks[act.at - 1].has("be"):
        # "was shut out": spelled as the base form is
        return None
    if act.form == "base" and (told := ordered(sentence, found, act, discourse)) is not None:
        return told
    voted_by = act.choice == "vote" and act.form == "past" and passive(chunks, act.at)
    if voted_by and not any(c.lower in ("on", "upon", "over") for c in chunks[act.at + 1 : act.at + 2]):
        # "the embargo was voted by Russia too"
        return _passive(sentence, found, replace(act, choice="yes"), discourse)
    if act.form == "past" and _suffered(chunks, act.at) and agent_after(sentence, found, act.at) is not None:
        # "was opposed on Thursday by Cuba"
        return _passive(sentence, found, act, discourse)
    if act.form in ("past", "participle") and act.choice not in (
        "alone",
        "with",
        "against",
        "same",
        "vote",
        "take part",
    ):
        is_passive = passive(chunks, act.at)
        if not is_passive and _supporting(sentence, found, act):
            return None
        behind = [c.lower for c in chunks[act.at + 1 : act.at + 3]]
        if is_passive or behind[:1] == ["by"] or behind == ["only", "by"]:
            if act.meaning in ("veto", "block", "yes", "no", "vote"):
                return _passive(sentence, found, act, discourse)
            if is_passive:
                return None
    if act.form == "gerund" and pondered(chunks, act.at):
        return None
    if _done_to_things(chunks, act):
        return None
    if act.form == "gerund" and act.at and chunks[act.at - 1].lower == "from" and _left_for(chunks, act.last):
        return None
    if chunks[act.at].lower == "sat there" and any(c.date is not None for c in chunks[act.last + 1 : act.last + 3]):
        # "Malta sat there in 1983": had a seat.
        return None
    doer = doer_of_act(sentence, found, act, discourse)
    if doer is None or (
        act.meaning == "not_voting" and (_after_the_vote(chunks, act.last) or _off_the_council(chunks, act.last))
    ):
        return None
    if act.block and not chunks[min(act.last + 1, len(chunks) - 1)].is_word:
        if chunks[act.at].verb("fail") is not None:
            # Who sinks sinks something; what has sunk did so itself.
            return None
        wished = any(c.lower in WISHED for c in chunks[max(0, act.at - 4) : act.at])
        if wished and act.form != "base" and not chunks[act.at - 1].has("member"):
            return None  # "it wanted the bombing stopped"
    if doer.first and doer.last < act.at and chunks[doer.first - 1].has("modal"):
        return None  # "who could both have killed it"
    if _predicated(chunks, doer) or _whichever(chunks, doer):
        return None
    if act.form == "base" and doer.first and chunks[doer.first - 1].lower in LETTING:
        return None  # "resolution 221 let Britain stop tankers"
    if doer.members.others and doer.first and chunks[doer.first - 1].lower in ("of", "one of"):
        return None  # "one of the two others abstained"
    if not doer.members.named and _some_of_those(chunks, doer):
        return None  # "among the Africans that voted No were …"
    if doer.members.everyone and any(c.lower in ("who", "that") for c in chunks[doer.last + 1 : doer.last + 2]):
        return None  # "everyone who voted against it": perhaps not all, or nobody
    if len(doer.members.named) == 1 and any(c.has("unanimous") for c in chunks[max(0, act.at - 1) : act.last + 2]):
        return None  # "the Lebanese government unanimously backed it": its ministers did
    if is_count(doer.members):
        return listed_behind(sentence, found, act, doer) or so_many_with(sentence, found, act, doer, discourse)
    named = others_named(sentence, found, act, doer)
    return named if named is not None else active_position(sentence, found, act, doer, discourse)


def _done_to_things(chunks: list[Chunk], act: Act) -> bool:
    """ "A tribunal on the shooting down of the plane", "the blocking of the strait": a deed, and done to no text."""
    if act.form != "gerund" or act.at == 0 or act.last + 1 >= len(chunks):
        return False
    named = chunks[act.at - 1].lower in ("the", "this", "that", "a") and chunks[act.last + 1].lower == "of"
    return named and not any(c.has("text", "cite", "pronoun_text") for c in chunks[act.last + 2 : act.last + 6])


def _supporting(sentence: Sentence, found: list[Phrase], act: Act) -> bool:
    """ "Russia vetoed it, backed by China": what helped whoever voted, and no vote for the text."""
    chunks = sentence.chunks
    by = act.at + 1 < len(chunks) and chunks[act.at + 1].lower == "by"
    if act.choice != "yes" or not by or act.at < 2 or chunks[act.at - 1].text != ",":
        return False
    for at in range(act.at - 2, -1, -1):
        if chunks[at].text in ",;:—–":
            return False
        if chunks[at].verb("veto", "block", "no", "abstain", "vote", "use") is not None:
            doer = doer_of(sentence, found, at)
            return doer is not None and bool(doer.members.named)
    return False


def _in_scare_quotes(chunks: list[Chunk], act: Act) -> bool:
    """ "Some papers write that Brazil “vetoed” it": a word that the text holds at arm's length."""
    return act.at > 0 and act.last + 1 < len(chunks) and chunks[act.at - 1].text == chunks[act.last + 1].text == '"'


def _suffered(chunks: list[Chunk], at: int) -> bool:
    """ "Was opposed", as one word of the tables, behind which a day and "by" follow."""
    words = chunks[at].lower.split()
    behind = next((c for c in chunks[at + 1 : at + 5] if c.date is None and c.lower not in ("on", "in", "last")), None)
    return len(words) == 2 and words[0] in ("was", "were") and behind is not None and behind.lower == "by"


def _some_of_those(chunks: list[Chunk], doer: Phrase) -> bool:
    """Whether what a group did is said only of some of it, told behind "among"."""
    before = doer.first - 1
    while before > 0 and chunks[before].has("determiner"):
        before -= 1
    relative = any(c.has("relative") for c in chunks[doer.last + 1 : doer.last + 3])
    return before >= 0 and chunks[before].lower in ("among", "amongst") and relative


def _predicated(chunks: list[Chunk], doer: Phrase) -> bool:
    """ "India is not a permanent member and has no veto": what is said of somebody, not somebody."""
    before = doer.first - 1
    while before > 0 and chunks[before].has("negation", "adverb"):
        before -= 1
    return doer.members.adjective is not None and before >= 0 and chunks[before].has("be")


def _whichever(chunks: list[Chunk], doer: Phrase) -> bool:
    """ "A No from any one of the five stops it": of whichever it may be, and not of these on one day."""
    before = chunks[max(0, doer.first - 3) : doer.first]
    return any(c.lower == "any" for c in before) and not any(c.has("negation", "verb") for c in before)


def _after_the_vote(chunks: list[Chunk], last: int) -> bool:
    """ "Walked out afterwards": having voted."""
    behind = chunks[last + 1 : last + 5]
    if not behind or behind[0].lower not in ("after", "afterwards", "later", "following"):
        return False
    return behind[0].lower in ("afterwards", "later") or any(c.has("vote_noun") for c in behind)


_FROM = frozenset({"from", "off", "of"})


LAST_DAY = (12, 31)
"""On which terms end, by month and day."""


def _off_the_council(chunks: list[Chunk], last: int) -> bool:
    """ "Had been away from the Council for fifty years", "walks out on New Year's Eve": had no seat, or gives it up."""
    behind = chunks[last + 1 : last + 10]
    ends = any(c.date is not None and (c.date.month, c.date.day) == LAST_DAY for c in behind[:6])
    if ends or " ".join(c.lower for c in behind[:5]) == "at the end of the year":
        return True
    from_it = bool(behind) and (behind[0].lower in _FROM or chunks[last].lower.endswith(" from"))
    return (
        from_it
        and any(c.has("council") for c in behind[:4])
        and any(
            c.lower in ("for", "since") or (c.date is not None and c.date.form in ("span", "distance")) for c in behind
        )
    )


def _left_for(chunks: list[Chunk], last: int) -> bool:
    """ "Went from abstaining to voting no": what was done before, not this time."""
    return any(c.lower == "to" for c in chunks[last + 1 : last + 6])


def _of_the_union(chunks: list[Chunk], last: int) -> bool:
    """ "Vetoed the EU's joint statement": another body's decision, unless it is a text of the Council's."""
    behind = chunks[last + 1 : last + 7]
    owned = any(c.lower == "eu" and n.lower in ("'s", "'") for c, n in pairwise(behind))
    return owned and not any(c.has("text") for c in behind)


def _many_texts(chunks: list[Chunk]) -> bool:
    """ "36 texts on Palestine have been vetoed": how many, and not what was done to one."""
    several = next((i for i, c in enumerate(chunks) if (c.cardinal or 0) > 1 and c.date is None), None)
    have = any(c.lower in ("have", "had") for c in chunks)
    return have and several is not None and any(c.has("text") for c in chunks[several + 1 :])


def _passive(sentence: Sentence, found: list[Phrase], act: Act, discourse: Discourse) -> Position | None:
    chunks = sentence.chunks
    agent = agent_after(sentence, found, act.at)
    if agent is None or agent.members.empty or is_count(agent.members) or not asserted(sentence, act.at, -1, "past"):
        return None
    members = discourse.resolve_pronoun(agent.members, sentence)
    alone = False
    if members is not None and members.nobody and (but := left_out(sentence, found)):
        members, alone = Members(but, text=" ".join(named.text for named in but)), True  # "by nobody but Chad"
    if members is None or members.first_person or (members.nobody and in_a_place(chunks, agent.last + 1)):
        return None
    if act.meaning != "veto" and not speaks_of_votes(sentence) and not discourse.voted_near(sentence):
        it = any(c.has("pronoun_text") for c in chunks[max(0, act.at - 3) : act.at])
        if not (it and discourse.text_before(sentence)):
            return None
    alone = alone or any(
        0 <= i < len(chunks) and (chunks[i].lower in ALONE or chunks[i].lower == "only")
        for i in (agent.first - 1, agent.last + 1, *(i for i in (act.at + 1,) if chunks[i + 1].lower == "by"))
    )
    start = act.at
    while start > 0 and chunks[start - 1].text not in ",;:—–" and not chunks[start - 1].has("but", "and"):
        start -= 1
    if _many_texts(chunks[start : act.at]):
        return None
    end = clause_end(sentence, found, agent.last)
    if members.named and agent.members.nobody:
        end = max(end, *(p.last for p in found if p.members.named == members.named))
    return Position(
        *sentence.placed(start, end, act.at),
        members=members,
        choice=act.choice,
        negated=negated(sentence, act.at, -1) != act.denied,
        only=alone,
        block=act.block,
        stance=of_a_stance(chunks, act),
    )
