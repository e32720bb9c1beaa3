"""Positions told by a verb: "Washington vetoed it", "was opposed by Bolivia", "abstaining were China and Russia"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from onrecord.reading.assertion import agent_after, asserted, negated, passive, refused
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Position
from onrecord.reading.extract.position_doers import doer_of_act
from onrecord.reading.extract.position_listed import listed_behind
from onrecord.reading.extract.position_scope import (
    ALONE,
    COMPANY,
    aimed,
    antecedent,
    company_of,
    counted_before,
    denied,
    habitual,
    how_loose,
    is_count,
    left_out,
    only,
    united,
    with_tail,
)
from onrecord.reading.extract.spans import afterthought, clause_end, lead_in
from onrecord.reading.extract.speakers import speaking
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting import OPTIONS, Act, acts_at, speaks_of_votes
from onrecord.reading.grammar import phrase_from
from onrecord.reading.parsed import Phrase, Sentence, covering

RAISED = frozenset(
    {",", "together", "as one", "as", "one", "once", "more", "on", "with", "in", "unison", "to", "too", "all", "high",
     "up", "at", "the", "same", "time"}
)  # fmt: skip
"""Words between hands that are raised and "against"."""
WAITING = ("until", "till", "before")
REFUSED = ("yes", "with", "same", "vote", "take part")
"""What "would not" says was refused, not foretold."""
VETO_HOLDERS = frozenset({"CHN", "FRA", "GBR", "RUS", "SUN", "USA"})
CALLED = ("when", "as", "at", "for", "among", "with")
"""Words that open what was asked for when hands went up."""
SHORT = 4
"""Chunks up to which a claim takes in what is said behind it in passing."""
LOOSE_REACH = 2
"""Sentences after a claim about a vote in which words that may mean something else are still taken to be about it."""


def verb_positions(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """What the verb at chunk `at` says that members did; numbers of unnamed members are for the tallies."""
    for act in acts_at(sentence, found, at):
        if (
            act.choice == "yes"
            and "hand" in sentence.chunks[at].lower
            and (_asked_who_was_against(sentence.chunks, act.last) or _asked_before(sentence.chunks, at))
        ):
            act = replace(act, choice="no")
        if (
            act.choice == "yes"
            and "hand" in sentence.chunks[at].lower
            and _asked_who_abstained(sentence.chunks, act.last)
        ):
            act = replace(act, choice="abstain")
        if (
            act.choice == "yes"
            and "hand" in sentence.chunks[at].lower
            and _hand_for_else(sentence.chunks, act.last + 1)
        ):
            continue
        claim = _of_act(sentence, found, act, discourse)
        if claim is not None:
            return claim
    return None


def _hand_for_else(chunks: list[Chunk], behind: int) -> bool:
    """ "Raised its hand to complain", "threw up its hands in despair": no vote."""
    if behind + 1 >= len(chunks) or not chunks[behind + 1].text.islower():
        return False
    word = chunks[behind + 1]
    if chunks[behind].lower == "to":
        asked = word.lower in ("ask", "request", "call", "call for", "urge", "speak")
        return asked or (word.verb("vote", "yes", "adopt", "pass", "act") is None and not word.has("determiner"))
    return chunks[behind].lower == "in" and not word.entries and word.lower not in ("unison", "support", "agreement")


def _asked_who_was_against(chunks: list[Chunk], last: int) -> bool:
    """ "Raised his hand when the president asked who was against", "lifted their hands together against it"."""
    for position in range(last + 1, min(last + 7, len(chunks))):
        chunk = chunks[position]
        if chunk.lower in ("against", "in opposition", "in dissent") or chunk.verb("no") is not None:
            return True
        if chunk.verb("vote") is not None and position + 1 < len(chunks):
            return chunks[position + 1].has("no_noun")
        aside = chunk.has("adverb", "only", "member", "and", "together") or chunk.date is not None
        if not (aside or chunk.lower in RAISED or chunk.lower.endswith("ly")):
            break
    asked = next(
        (
            i
            for i in range(last + 1, min(last + 14, len(chunks)))
            if chunks[i].lower in ("who", "those", "asked", "called for")
        ),
        None,
    )
    return asked is not None and any(c.has("no_noun") for c in chunks[asked + 1 : asked + 7])


CARRYING = ("too", "also", "as well", "likewise", "as before", "again")


EVER = ("always", "never", "often", "came", "were", "have")
TAKING = ("take", "takes", "took", "taken")


def _asked_who_abstained(chunks: list[Chunk], last: int) -> bool:
    """ "Raised her hand when the abstentions were called", "put up his hand for the abstentions"."""
    opens = next((i for i in range(last + 1, min(last + 5, len(chunks))) if chunks[i].lower in CALLED), None)
    return opens is not None and any(c.has("abstention_noun") for c in chunks[opens + 1 : opens + 9])


def _asked_before(chunks: list[Chunk], at: int) -> bool:
    """ "When the president called for those against, it raised its hand"."""
    asked = next((i for i in range(at) if chunks[i].lower in ("call for", "calls for", "called for", "asked")), None)
    return asked is not None and any(c.has("no_noun") for c in chunks[asked + 1 : asked + 6])


def _of_act(sentence: Sentence, found: list[Phrase], act: Act, discourse: Discourse) -> Position | None:
    chunks = sentence.chunks
    if is_noun(chunks, found, act.at, act.form) or _compounded(chunks, act.at) or _of_the_union(chunks, act.last):
        return None
    if act.form == "base" and act.at > 0 and chunks[act.at - 1].has("be"):
        # "was shut out": spelled as the base form is
        return None
    voted_by = act.choice == "vote" and act.form == "past" and passive(chunks, act.at)
    if voted_by and not any(c.lower in ("on", "upon", "over") for c in chunks[act.at + 1 : act.at + 2]):
        # "the embargo was voted by Russia too"
        return _passive(sentence, found, replace(act, choice="yes"), discourse)
    if act.form in ("past", "participle") and act.choice not in (
        "alone",
        "with",
        "against",
        "same",
        "vote",
        "take part",
    ):
        is_passive = passive(chunks, act.at)
        if is_passive or (act.at + 1 < len(chunks) and chunks[act.at + 1].lower == "by"):
            if act.meaning in ("veto", "block", "yes", "no", "vote"):
                return _passive(sentence, found, act, discourse)
            if is_passive:
                return None
    if act.form == "gerund" and act.at and chunks[act.at - 1].lower == "from" and _left_for(chunks, act.last):
        return None
    if chunks[act.at].lower == "sat there" and any(c.date is not None for c in chunks[act.last + 1 : act.last + 3]):
        # "Malta sat there in 1983": had a seat.
        return None
    doer = doer_of_act(sentence, found, act, discourse)
    if doer is None or (act.meaning == "not_voting" and _after_the_vote(chunks, act.last)):
        return None
    if act.block and chunks[act.at].verb("fail") is not None and not chunks[min(act.last + 1, len(chunks) - 1)].is_word:
        # Who sinks sinks something; what has sunk did so itself.
        return None
    if _predicated(chunks, doer) or _but_for_some(chunks, found, doer):
        return None
    if is_count(doer.members):
        return listed_behind(sentence, found, act, doer)
    return _active(sentence, found, act, doer, discourse)


def _predicated(chunks: list[Chunk], doer: Phrase) -> bool:
    """ "India is not a permanent member and has no veto": what is said of somebody, not somebody."""
    before = doer.first - 1
    while before > 0 and chunks[before].has("negation", "adverb"):
        before -= 1
    return doer.members.adjective is not None and before >= 0 and chunks[before].has("be")


def _but_for_some(chunks: list[Chunk], found: list[Phrase], doer: Phrase) -> bool:
    """ "All EU states but Malta": whom a group leaves out, no group can say."""
    at = doer.last + 1
    left_out = at + 1 < len(chunks) and (chunks[at].lower == "but" or chunks[at].has("exception"))
    return left_out and not doer.members.but and covering(found, at + 1) is not None


def _after_the_vote(chunks: list[Chunk], last: int) -> bool:
    """ "Walked out afterwards": having voted."""
    behind = chunks[last + 1 : last + 5]
    if not behind or behind[0].lower not in ("after", "afterwards", "later", "following"):
        return False
    return behind[0].lower in ("afterwards", "later") or any(c.has("vote_noun") for c in behind)


def _left_for(chunks: list[Chunk], last: int) -> bool:
    """ "Went from abstaining to voting no": what was done before, not this time."""
    return any(c.lower == "to" for c in chunks[last + 1 : last + 6])


def _compounded(chunks: list[Chunk], at: int) -> bool:
    """ "A Western-backed resolution"."""
    return at > 0 and chunks[at - 1].text == "-" and chunks[at - 1].end == chunks[at].start


def _of_the_union(chunks: list[Chunk], last: int) -> bool:
    """ "Vetoed the EU's joint statement": another body's decision, unless it is a text of the Council's."""
    behind = chunks[last + 1 : last + 7]
    owned = any(c.lower == "eu" and n.lower in ("'s", "'") for c, n in pairwise(behind))
    return owned and not any(c.has("text") for c in behind)


def is_noun(chunks: list[Chunk], found: list[Phrase], at: int, form: str) -> bool:
    """ "Washington's veto", "the vetoes of …", "the support", "a US veto": the noun, not the verb."""
    if form not in ("base", "third") or at == 0:
        return at == 0 and form == "base"
    chunk, before = chunks[at], chunks[at - 1]
    if before.lower in ("to", "not", "n't", "did not") or before.has("modal", "do"):
        return False
    if chunk.has("veto_noun", "vote_noun"):
        if before.lower in TAKING:
            return True  # "it took vetoes to stop it"
        if before.has("member") and form == "third":
            following = chunks[at + 1] if at + 1 < len(chunks) else None
            if following is not None and (following.lower in EVER or following.has("verb")):
                return True  # "the French vetoes came always together with others"
            demonym = (entry := before.get("member")) is not None and entry.form == "demonym"
            return demonym or (
                following is not None and following.has("have", "be", "preposition") and following.lower not in ("on",)
            )
        if form == "base" and (_several_before(found, chunks, at) or _inverted_before(chunks, at)):
            return False
        if (
            before.has("member", "of_adjective", "determiner", "only")
            or before.lower in ("'s", "no")
            or before.number is not None
        ):
            return True
        return before.has("preposition") or (not before.entries and form == "base" and before.text.islower())
    return form == "base" and (
        before.has("determiner", "preposition", "of_adjective")
        or before.lower == "'s"
        or (before.number is not None and before.number.ordinal)
    )


def _inverted_before(chunks: list[Chunk], at: int) -> bool:
    """ "Neither did Malta vote for it", "did France veto"."""
    return at > 1 and (chunks[at - 2].has("do", "neither") or chunks[at - 2].lower.endswith(" did"))


def _several_before(found: list[Phrase], chunks: list[Chunk], at: int) -> bool:
    """Several names right before, and an object behind: "China and Russia veto US bid"."""
    phrase = covering(found, at - 1)
    if phrase is None or len(phrase.members.named) < 2 or at + 1 >= len(chunks):
        return False
    following = chunks[at + 1]
    return (following.is_word and not following.has("be", "have", "preposition", "verb", "modal")) or following.has(
        "text"
    )


# --- actives ---------------------------------------------------------------------------------


def _active(sentence: Sentence, found: list[Phrase], act: Act, doer: Phrase, discourse: Discourse) -> Position | None:
    chunks = sentence.chunks
    subject_last = doer.last if doer.last < act.at else -1
    choice = act.choice
    would_not = (
        _of_one_text(chunks, act) and choice in REFUSED and not act.denied and refused(sentence, act.at, subject_last)
    )
    if not (would_not or asserted(sentence, act.at, subject_last, act.form)) or habitual(chunks, subject_last, act.at):
        return None
    deny = denied(sentence, act, doer)
    if deny and doer.members.adjective is not None and doer.members.quantity == 1 and _predicate(chunks, doer.first):
        return None
    if choice in ("vote", "take part"):
        if not deny:
            return None
        choice, deny = "not voting", False
    counted = counted_before(chunks, found, doer)
    members = antecedent(sentence, found, doer) or discourse.resolve_pronoun(doer.members, sentence)
    if members is not None and members.first_person and (speaker := speaking(sentence, found, doer)) is not None:
        members = speaker.members
    if members is not None and members.first_person and choice in OPTIONS:
        discourse.note_own(choice, deny, sentence, chunks[act.last].end)
    if members is not None and members.nobody and choice == "with" and members.adjective is None and act.companions:
        return _left_alone(sentence, act, doer, discourse)
    if members is not None and members.nobody and choice in OPTIONS and act.companions and not deny:
        # "not a single country joined Cuba in voting against"
        alone = _left_alone(sentence, act, doer, discourse)
        return None if alone is None else replace(alone, choice=choice, only=True)
    if members is not None and doer.members.pronoun and choice == "veto" and not deny and _cannot_veto(members):
        # "The Dominicans voted with America; a week later it vetoed …": whoever can.
        return None
    if members is not None and members.everyone and _whenever(chunks, act):
        return None
    if members is not None and members.first_person and choice in OPTIONS and not deny:
        company = company_of(sentence, found, act.last)
        members = company.members if company is not None else members
    excepted = members is not None and members.nobody and choice in OPTIONS and not deny
    if excepted and (but := left_out(sentence, found)):
        members = Members(but, text=" ".join(named.text for named in but))  # "nobody abstained except Chad"
    else:
        excepted = False
    if members is None or members.first_person or (members.nobody and choice not in ("veto", "yes", "no", "abstain")):
        return None
    if members.nobody and choice != "veto" and members.adjective is None and not members.others:
        return None
    if (members.everyone or members.others) and not members.but and (but := left_out(sentence, found)):
        members = replace(members, but=but)
    if members.everyone and choice == "yes" and not deny and not members.but:
        return None
    loose = how_loose(sentence, act, members, discourse)
    if loose is None:
        return None
    if choice == "with them":
        role = discourse.role_of((act.companions.quantity if act.companions is not None else None) or 0)
        if role is None:
            return None
        choice, companions = role, None
    elif choice == "same" and len(members.named) > 1 and _alike(chunks, act):
        choice = "with"
        members, companions = replace(members, named=members.named[:1]), replace(members, named=members.named[1:])
    elif choice == "same":
        if discourse.last_choice is None or sentence.index - discourse.last_in > LOOSE_REACH:
            return None
        if any(c.has("times") or c.lower in ("once", "twice") for c in chunks[act.last + 1 : act.last + 4]):
            return None
        choice, companions = discourse.last_choice, discourse.last_companions
        if members == discourse.last_members and not any(d.date and d.date.role == "at" for d in sentence.dates):
            return None
    else:
        companions = act.companions
    last = act.last
    if companions is not None:
        here = bool(discourse.subjects) and discourse.subjects[-1][0] == sentence.index
        within = _named_before(found, companions, doer.first) if companions.pronoun and not here else None
        named = within or discourse.resolve_pronoun(companions, sentence)
        if named is None or named == members or named.first_person:
            return None
        companions = named
        if choice not in ("with", "against"):
            # who did not join the others leaves open that they did it
            members, companions = (members if deny else united(members, companions)), None
    members = _joined_by(chunks, found, members, doer.last, act.at)
    extra = company_of(sentence, found, last) if choice not in ("with", "against", "alone") else None
    if extra is not None:
        members, last = united(members, extra.members), max(last, extra.last)
    start = min(doer.first, act.at)
    if start > 1 and chunks[start - 1].lower == "which" and chunks[start - 2].lower in ("for", "against"):
        start -= 2
    if counted is not None:
        start = min(start, counted.first)
    if (
        doer.members.pronoun
        and (before := next((p for p in found if _stood_for(p, members) and p.last < doer.first), None)) is not None
    ):
        start = (
            before.first
            if chunks[doer.first - 1].text == ","
            and not any(c.text in ",;:—–" for c in chunks[before.last + 1 : doer.first - 1])
            else start
        )
    if (
        act.form == "gerund"
        and doer.last < act.at
        and chunks[doer.last + 1].text != ","
        and any(c.text == "," for c in chunks[max(doer.last + 1, act.at - 3) : act.at])
    ):
        start = act.at
    if act.form == "gerund" and doer.last < act.at:
        start = _passed_with(chunks, start)
    end = clause_end(sentence, found, max(last, doer.last))
    at_something = aimed(sentence, act.at, end, choice)
    members, end = with_tail(chunks, found, members, end)
    if end - start <= SHORT:
        end = afterthought(sentence, found, end, 8)
    return Position(
        *sentence.placed(lead_in(chunks, found, start), end, act.at),
        members=members,
        choice="with" if choice == "against" else choice,
        negated=deny != (choice == "against"),
        only=excepted or act.only or (act.choice not in ("alone", "same") and only(sentence, doer, act.at, last)),
        companions=companions,
        block=act.block,
        aside=choice == "abstain" and "abst" not in chunks[act.at].lower and act.meaning == "abstain",
        loose=loose,
        aimed=at_something,
        total=counted.number if counted is not None and choice in OPTIONS and is_count(counted.members) else None,
    )


def _of_one_text(chunks: list[Chunk], act: Act) -> bool:
    """ "Would not support a text that lacked teeth", "would not vote until Monday": of no one vote that was taken."""
    behind = chunks[act.last + 1 : act.last + 7]
    waited = any(c.lower in WAITING or (c.date is not None and c.date.role in WAITING) for c in behind)
    return not waited and not (behind and behind[0].lower in ("a", "an", "any", "such"))


def _cannot_veto(members: Members) -> bool:
    """Whether all those that a pronoun seems to stand for never had a veto."""
    return bool(members.named) and not members.groups and not any(
        alias.code in VETO_HOLDERS for named in members.named for alias in named.aliases
    )  # fmt: skip


def _whenever(chunks: list[Chunk], act: Act) -> bool:
    """ "What remains when everybody abstains": no one vote."""
    return act.form == "third" and any(c.lower in ("when", "whenever", "where", "once") for c in chunks[: act.at])


def _alike(chunks: list[Chunk], act: Act) -> bool:
    """ "Washington and Moscow voted the same way", as each other; not "voted the same way too", as those before."""
    words = chunks[act.at].lower.split()
    behind = chunks[act.last + 1 : act.last + 3]
    return words[0] in ("vote", "voted", "votes", "voting") and not any(c.lower in CARRYING for c in behind)


def _predicate(chunks: list[Chunk], first: int) -> bool:
    """ "India is not a permanent member and has no veto": what it is not, and no subject of its own."""
    before = chunks[max(0, first - 2) : first]
    return any(c.has("negation", "be") for c in before if not c.has("determiner"))


def _named_before(found: list[Phrase], companions: Members, first: int) -> Members | None:
    """Whom the sentence itself named before "with him", "with them"."""
    several = companions.text.lower() not in ("it", "him", "her")
    before = [p.members for p in found if p.last < first and p.members.named]
    return before[-1] if before and (len(before[-1].named) > 1) == several else None


def _left_alone(sentence: Sentence, act: Act, doer: Phrase, discourse: Discourse) -> Position | None:
    """ "Not one other member voted with Khrushchev": he alone did as he did."""
    named = discourse.resolve_pronoun(act.companions, sentence) if act.companions is not None else None
    if named is None or len(named.named) != 1 or not (speaks_of_votes(sentence) or discourse.voted_near(sentence)):
        return None
    chunks = sentence.chunks
    return Position(
        start=chunks[min(doer.first, act.at)].start, end=chunks[act.last].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunks[act.at].start), members=named, choice="alone",
    )  # fmt: skip


def _stood_for(phrase: Phrase, members: Members) -> bool:
    """Whether the pronoun's members are those that the phrase names: "Chad and Mali, both …"."""
    return phrase.members is members or (len(members.named) > 1 and phrase.members.named == members.named)


def _passed_with(chunks: list[Chunk], start: int) -> int:
    """Where "the text went through with Britain abstaining" begins: what became of it belongs to who did what."""
    at = start
    while at > 0 and chunks[at - 1].has("determiner"):
        at -= 1
    if at < 3 or chunks[at - 1].lower != "with" or chunks[at - 2].verb("pass", "adopt", "fail") is None:
        return start
    for position in range(at - 2, max(at - 16, -1), -1):
        if chunks[position].text in ".;:—–" or chunks[position].has("and", "but"):
            return position + 1
    return 0 if at < 16 else start


def _joined_by(chunks: list[Chunk], found: list[Phrase], members: Members, first: int, verb: int) -> Members:
    """With those named between subject and verb: "China was joined by India in abstaining"."""
    opened = first + 1 < verb and chunks[first + 1].text in "(,–—"
    if opened and chunks[first + 2].lower in COMPANY:
        beside = phrase_from(chunks, found, first + 3)
        closed = beside is not None and beside.last + 1 < verb and chunks[beside.last + 1].text in "),–—"
        if beside is not None and closed and beside.members.named:
            return united(members, beside.members)
    for at in range(first + 1, verb - 2):
        if chunks[at].verb("join") and chunks[at + 1].lower == "by":
            phrase = phrase_from(chunks, found, at + 2)
            if phrase is not None and phrase.members.named and phrase.last < verb:
                return united(members, phrase.members)
    return members


# --- passives --------------------------------------------------------------------------------


def _passive(sentence: Sentence, found: list[Phrase], act: Act, discourse: Discourse) -> Position | None:
    chunks = sentence.chunks
    agent = agent_after(sentence, found, act.at)
    if agent is None or agent.members.empty or is_count(agent.members) or not asserted(sentence, act.at, -1, "past"):
        return None
    members = discourse.resolve_pronoun(agent.members, sentence)
    if members is None or members.first_person:
        return None
    if act.meaning != "veto" and not speaks_of_votes(sentence) and not discourse.voted_near(sentence):
        return None
    alone = any(
        0 <= i < len(chunks) and (chunks[i].lower in ALONE or chunks[i].lower == "only")
        for i in (agent.first - 1, agent.last + 1)
    )
    start = act.at
    while start > 0 and chunks[start - 1].text not in ",;:—–" and not chunks[start - 1].has("but", "and"):
        start -= 1
    end = clause_end(sentence, found, agent.last)
    return Position(
        *sentence.placed(start, end, act.at),
        members=members,
        choice=act.choice,
        negated=negated(sentence, act.at, -1) != act.denied,
        only=alone,
        block=act.block,
    )
