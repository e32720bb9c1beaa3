"""Never, not once, not since: "has never vetoed alone", "not until 1970 did the United States use its veto"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import DRAWN, Act, is_veto_noun, spoken
from onrecord.reading.extract.bounds import AT_ONCE, bounded, noun_of
from onrecord.reading.extract.context import joined_in, told
from onrecord.reading.extract.council import body_never
from onrecord.reading.extract.counted import general_claim
from onrecord.reading.extract.counted_from import framed
from onrecord.reading.extract.counted_times import times
from onrecord.reading.extract.denied_so import never_so
from onrecord.reading.extract.doers import (
    doer,
    owner,
    resolved,
    said_to_happen,
    somebody,
)
from onrecord.reading.extract.no_veto import limited, no_veto
from onrecord.reading.extract.of_one_text import of_one_text, suffered_by_one
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.grammar import subject_of
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

_WORDS = word_sets("frequency.csv")
NEVER = _WORDS["never"]
REACH = 12
ANSWERING = 3
"""Words of a bare answer: "Never.", "Not once, ever."."""


def never(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "Has never vetoed alone", "never before had it abstained on …", "not once since has Moscow voted for …"."""
    chunks = sentence.chunks
    stretch = clause(sentence, at)
    asked = discourse.counted if discourse.asked_count == sentence.index - 1 else None
    if asked is not None and asked.members.named and sum(c.is_word for c in chunks) <= ANSWERING:
        # "How often has Chad voted against a text? Never."
        return general_claim(sentence, stretch, at, replace(asked, back=False), "never")
    joined = _never_joined(sentence, found, at, stretch, discourse)
    if joined is not None:
        return joined
    act = act_behind(sentence, at, discourse)
    if any(c.lower == "each" and n.lower == "other" for c, n in zip(chunks[at:], chunks[at + 1 :], strict=False)):
        return None
    drawn = _drawn(sentence, at) if act is None else None
    if drawn is not None:
        return no_veto(sentence, found, at, drawn, discourse)
    if act is not None and _thrown_in(chunks, at, act.first):
        return None
    if act is not None and any(_so_often(c) for c in chunks[act.last + 1 : clause(sentence, act.last).last + 1]):
        return None  # "had never been vetoed three times": not never
    if act is not None and (_several_texts(chunks, act) or chunks[act.first - 1].lower in SO_MANY):
        return None  # "never before had they vetoed three texts on one subject", "so few abstentions"
    if act is None:
        return body_never(sentence, at) or never_so(sentence, found, at, stretch, discourse)
    several = _so_many_at_once(sentence, at, act)
    if several is not None:
        made = denial(sentence, found, at, act, (Members(everyone=True), at))
        return replace(made, acts=replace(made.acts, at_once=several))
    who = doer(sentence, found, act, discourse) or _inverted(sentence, found, at, act, discourse)
    if who is None and act.passive and act.what == "veto":
        who = Members(everyone=True), act.first
    if who is None and not act.passive and _somebody_behind(chunks, at, act.first):
        who = Members(everyone=True), at
    if who is None or not somebody(who[0]):
        return never_so(sentence, found, at, stretch, discourse) if act.first > at + 4 else None
    if any(c.has("modal") and c.lower not in ("can", "could") for c in chunks[max(stretch.first, at - 4) : act.first]):
        return None
    if of_one_text(chunks, act) or suffered_by_one(sentence, found, act):
        return None
    return denial(sentence, found, at, act, who)


def _somebody_behind(chunks: list[Chunk], at: int, verb: int) -> bool:
    """ "Never has a single country voted against it": a subject that is no one in particular."""
    inside = chunks[at + 1 : verb]
    helping = next((i for i, c in enumerate(inside) if c.has("have", "do")), None)
    if helping is None:
        return False
    subject = [c for c in inside[helping + 1 :] if not c.has("adverb", "ever")]
    if len(subject) == 1 and subject[0].lower in ("anybody", "anyone", "any", "one"):
        return True
    opens = len(subject) > 1 and (subject[0].lower in ("a", "any", "one", "a single", "any single", "a single one"))
    return opens and subject[-1].has("member_noun") and len(subject) < SUBJECT


SUBJECT = 5
"""Words of a subject that names nobody, and more."""
SO_MANY = _WORDS["so_many"]


def _several_texts(chunks: list[Chunk], act: Act) -> bool:
    behind = chunks[act.last + 1 : act.last + 4]
    several = next((i for i, c in enumerate(behind) if (c.cardinal or 0) > 1 and c.date is None), None)
    return several is not None and any(c.has("text", "veto_noun") for c in behind[several + 1 :])


def _so_many_at_once(sentence: Sentence, at: int, act: Act) -> int | None:
    """ "Never have more than three of the five vetoed one text": as many at least as are denied to have done it."""
    chunks = sentence.chunks
    number = next((i for i in range(at + 1, act.first) if chunks[i].cardinal is not None), None)
    if number is None or act.what != "veto" or act.passive:
        return None
    between = chunks[number + 1 : act.first]
    plain = all(
        c.has("preposition", "determiner", "of_adjective", "member_noun", "have") or c.cardinal for c in between
    )
    if not plain or not spoken(chunks[act.last + 1 :], "together"):
        return None
    more = [c.lower for c in chunks[max(0, number - 2) : number]] == ["more", "than"]
    return (chunks[number].cardinal or 0) + more


def _so_often(chunk: Chunk) -> bool:
    number = chunk.number
    return chunk.lower in ("twice", "thrice", "times") or (
        number is not None and (number.unit == "times" or (number.ordinal and number.value > 1))
    )


def _thrown_in(chunks: list[Chunk], at: int, act: int) -> bool:
    """ "Chad, which never forgets, abstained", "Chad, he never forgot, abstained": what is never done ends before the
    vote is told of.
    """
    if not any(c.text == "," for c in chunks[at + 1 : act]):
        return False
    opened = next((i for i in range(at - 1, max(at - 5, 0), -1) if chunks[i - 1].text == ","), None)
    if opened is None:
        return False
    speaks = chunks[opened].lower in SPEAKERS and opened > 1 and chunks[opened - 2].has("member", "member_noun")
    return chunks[opened].has("relative") or speaks


SPEAKERS = frozenset({"i", "we", "he", "she", "they", "you"})


def _drawn(sentence: Sentence, at: int) -> int | None:
    """The veto of "the war in Sudan has never drawn a veto"."""
    chunks = sentence.chunks
    verb = next((i for i in range(at + 1, min(at + 4, len(chunks))) if chunks[i].lower in DRAWN), None)
    if verb is None:
        return None
    return next((i for i in range(verb + 1, min(verb + 7, len(chunks))) if is_veto_noun(chunks, i)), None)


def _never_joined(
    sentence: Sentence, found: list[Phrase], at: int, stretch: Stretch, discourse: Discourse
) -> Generalisation | None:
    """ "China has not once joined in": never the same way on the texts spoken of."""
    chunks = sentence.chunks
    near = range(at + 1, min(at + 4, len(chunks)))
    join = next((i for i in near if chunks[i].verb("join") or chunks[i].lower.startswith("join")), None)
    context = joined_in(discourse, sentence)
    subject = subject_of(sentence, found, join) if join is not None else None
    if join is None or context is None or subject is None:
        return None
    members = resolved(subject.members, sentence, found, subject.first, discourse)
    if members is None or not members.named:
        return None
    partner = next((p.members for p in found if join < p.first <= join + 3), context.members)
    unbounded = not (context.subject.strip() or context.period or context.since)
    counted = replace(
        context,
        members=members,
        companions=partner,
        companions_chose="same",
        tenure=None,
        back=context.back or unbounded,
    )
    return general_claim(sentence, replace(stretch, first=min(stretch.first, subject.first)), at, counted, "never")


def _joins_on(between: list[Chunk]) -> bool:
    """Whether another clause begins: "they never met, and China has never vetoed"."""
    return any(one.text == "," and other.has("and", "but") for one, other in pairwise(between))


def act_behind(sentence: Sentence, at: int, discourse: Discourse) -> Act | None:
    for act in told(sentence, discourse):
        if act.first > at:
            between = sentence.chunks[at + 1 : act.first]
            if len(between) > REACH or any(c.text in ";:—" or c.has("relative") for c in between) or _joins_on(between):
                return None
            return act if act.verbal else None
    return None


def _inverted(
    sentence: Sentence, found: list[Phrase], at: int, act: Act, discourse: Discourse
) -> tuple[Members, int] | None:
    """ "Never before had it abstained": the subject stands between the auxiliary and the verb."""
    chunks = sentence.chunks
    if act.passive:
        return None  # "never before had a text on Cuba been vetoed": by anybody
    for phrase in found:
        if at < phrase.first < act.first and not chunks[phrase.first - 1].has("preposition"):
            members = resolved(phrase.members, sentence, found, phrase.first, discourse)
            return (members, at) if members is not None else None
    for position in range(at + 1, act.first):
        last_word = chunks[position].lower.rsplit(" ", 1)[-1]
        if last_word in ("it", "they", "he", "she"):
            pronoun = Members(pronoun=True, text="they" if last_word == "they" else "it")
            members = resolved(pronoun, sentence, found, at, discourse)
            return (members, at) if members is not None else None
    return None


RENEWALS = _WORDS["renewal"]


def denial(
    sentence: Sentence,
    found: list[Phrase],
    at: int,
    act: Act,
    who: tuple[Members, int],
    nobody: frozenset[int] = frozenset(),
) -> Generalisation:
    chunks = sentence.chunks
    around = clause(sentence, at, max(at, act.last))
    behind = clause(sentence, act.last, max(at, act.last))
    added = around.first > 0 and chunks[around.first - 1].has("and")
    first = around.first if added else min(around.first, who[1], act.first)
    wide = Stretch(first, max(around.last, behind.last), act.last)
    subject = next((p for p in found if p.members is who[0]), None)
    excluded = nobody | (frozenset(range(subject.first, subject.last + 1)) if subject is not None else frozenset())
    counted = bounded(sentence, found, wide, who[0], act.what, times(sentence, wide, ordinal=False), excluded)
    renewed = any(c.lower in RENEWALS for c in chunks[act.last + 1 : act.last + 4])
    counted = replace(counted, noun=noun_of(chunks[act.first : wide.last + 1]), renewals=renewed)
    had = any("had" in c.lower.split() for c in chunks[wide.first : act.first])  # "neither had", "had not"
    return replace(general_claim(sentence, wide, at, counted, "never"), past_perfect=had)


def vetoed_nothing(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "London and Paris have vetoed nothing since 1989"."""
    act = next((a for a in told(sentence, discourse) if a.verbal and a.last == at - 1), None)
    who = doer(sentence, found, act, discourse) if act is not None else None
    if act is None or who is None or not somebody(who[0]) or not said_to_happen(sentence, act):
        return None
    claim = framed(denial(sentence, found, at, act, who), sentence, discourse)
    else_behind = at + 1 < len(sentence.chunks) and sentence.chunks[at + 1].lower == "else"
    # "Obama vetoed nothing else": in all his time
    return claim if else_behind and claim.acts.tenure is not None else limited_or_none(claim)


def not_since(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "Not since 2011 had Washington vetoed a text": what was just told is the first since then."""
    chunks = sentence.chunks
    if chunks[at].lower != "not" or at + 1 >= len(chunks):
        return None
    following = chunks[at + 1]
    role = following.date.role if following.date is not None else following.lower
    if role in UNTIL:
        return _not_until(sentence, found, at, discourse)
    if role != "since":
        return None
    act = act_behind(sentence, at, discourse) or _there_been(chunks, at)
    if act is None:
        return None
    if act.verbal:
        who = doer(sentence, found, act, discourse) or _inverted(sentence, found, at, act, discourse)
    else:
        who = owner(sentence, act.first) or (Members(everyone=True), act.first)
    if who is None or not somebody(who[0]):
        return None
    claim = denial(sentence, found, at, act, who)
    past = any(c.lower in ("had", "had it") for c in chunks[at : act.first])
    return replace(claim, form="first") if past else claim


def _there_been(chunks: list[Chunk], at: int) -> Act | None:
    """ "Not since 1981 had there been a triple veto"."""
    there = next((i for i in range(at + 2, min(at + THERE, len(chunks))) if chunks[i].lower == "there"), None)
    if there is None or not any(c.has("have") for c in chunks[at:there]):
        return None
    head = next((i for i in range(there + 1, min(there + THERE, len(chunks))) if is_veto_noun(chunks, i)), None)
    between = chunks[there + 1 : head] if head is not None else ()
    plain = all(c.has("be", "member", "determiner") or c.lower in AT_ONCE for c in between)
    return Act("veto", head, head, False) if head is not None and plain else None


THERE = 6


def _not_until(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "Not until March 1970 did the United States use its veto": that was the first time."""
    if any(c.lower == "again" for c in sentence.chunks[at:]):
        return None
    act = act_behind(sentence, at, discourse) or _act_behind_that(sentence, at, discourse)
    who = (
        (doer(sentence, found, act, discourse) or _inverted(sentence, found, at, act, discourse))
        if act is not None
        else None
    )
    if act is None or who is None or not somebody(who[0]):
        return None
    return _first_then(denial(sentence, found, at, act, who))


UNTIL = ("until", "till", "before")


def then_at_last(chunks: list[Chunk], at: int) -> bool:
    """ "Not until June 1974 did it adopt …": what was done then, and not what never was."""
    if chunks[at].lower != "not" or at + 2 >= len(chunks):
        return False
    until, verb = chunks[at + 1].date, chunks[at + 2]
    return until is not None and until.role in UNTIL and verb.has("do", "have", "be")


def _first_then(claim: Generalisation) -> Generalisation | None:
    """What is not done until a day is done then for the first time."""
    told = tuple(replace(d, role="at") for d in claim.acts.period if d.role in UNTIL)
    rest = tuple(d for d in claim.acts.period if d.role not in UNTIL)
    return replace(claim, form="first", at=told, acts=replace(claim.acts, period=rest)) if told else None


def _act_behind_that(sentence: Sentence, at: int, discourse: Discourse) -> Act | None:
    """ "It was not until 1970 that Washington used its veto"."""
    chunks = sentence.chunks
    that = next((i for i in range(at + 1, min(at + NEAR, len(chunks))) if chunks[i].lower == "that"), None)
    if that is None or not (at and chunks[at - 1].has("be")):
        return None
    return next((a for a in told(sentence, discourse) if a.verbal and that < a.first <= that + REACH), None)


NEAR = 5


def done_at_last(sentence: Sentence, claim: Generalisation, act: Act) -> Generalisation | None:
    """ "The United States did not use its veto until 1970": then it did."""
    period = claim.acts.period
    did = any(c.lower in ("did not", "didn't", "did") for c in sentence.chunks[max(0, act.first - 3) : act.first])
    named = len(period) == 1 and period[0].role == "until" and period[0].form == "calendar" and period[0].year
    if not (did and named) or claim.acts.since or claim.acts.tenure is not None or claim.acts.what != "veto":
        return None
    return _first_then(claim)


def limited_or_none(claim: Generalisation | None) -> Generalisation | None:
    return claim if claim is not None and limited(claim) else None
