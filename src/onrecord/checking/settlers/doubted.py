"""Whether a position that a vote belies was read right: of one vote, and of those whom a pronoun stands for.

A pronoun's words do not say who is meant, so that whom a text named a little earlier must belie them as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict
from onrecord.checking.judgement import Holds, judge
from onrecord.checking.settlers.count_meant import (
    ANOTHER_TIME,
    AT_FIRST,
    LOST,
    NUMBERS,
    OF_A_PART,
    SOME,
    of_a_lost_text,
    so_many_times,
)
from onrecord.checking.settlers.no_vote_meant import (
    DOUBTFUL,
    believed,
    of_something_else,
    only_mentioned,
    opens_elsewhere,
)
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.text_meant import codes
from onrecord.checking.thread import Thread
from onrecord.checking.turning import counts_told
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.vote import OPTIONS, Members, Position, Tally, VoteClaim, whole
from onrecord.reading.extract.tally_won import BESIDES
from onrecord.reading.naming import named_by
from onrecord.reading.parsed import Phrase, finite
from onrecord.reading.read import Reading
from onrecord.record.model import Kind, Outcome, VoteEvent

BACK = 5
"""Sentences before a pronoun in which those were named whom it stands for."""
_IT = re.compile(r"(?:it|its|he|she|the country)\b", re.I)
_BESIDE_IT = re.compile(r"\b(?:with|beside|alongside|behind|to) (?:it|him|her)\b")
NEAR = 1
"""Sentences before a pronoun in which another was named for whom it may as well stand."""
TELLING = 4
"""Members up to which those who did so are few enough for a name among them to tell that it is meant."""
_NUMBER = rf"(?P<number>{'|'.join(NUMBERS)})"
_TEXTS = r"(?:votes|texts|drafts|resolutions|motions|ballots|occasions|renewals|amendments|cases|roll-calls)"
_THEM = r"(?:these|those|them)"
OF_SEVERAL = re.compile(
    rf"\b(?:on|from)(?: all| each of| any of| {SOME} of)? (?:(?:the|those|these|its) )?"
    rf"(?:(?:first|last|other|next|latter|former|remaining|same) )?{_NUMBER}"
    rf"(?: of (?:{_THEM}|the \w+))?(?=[ ]?[,.;:)]|$| and | but | {_TEXTS}\b)"
    rf"|\bboth of the \w+|\b(?:against|for) the other {SOME}\b"
    rf"|\b(?:in|on|at|from) (?:\w+ )?{SOME} (?:\w+ )?{_TEXTS}\b|\b(?:{SOME}|\d+) times\b|\btwice\b"
    rf"|\b(?:vetoed|blocked|killed|opposed|backed|supported) (?:all |(?:the )?(?:same|other|first|last) )+{SOME}\b"
    rf"|\b(?:on|in|from) (?:all|each|every one|most|several|many|some|none|few|half) of {_THEM}\b"
)
"""Words that tell of several votes at once: "on the first two", "in four votes", "on six of the other seven"."""
TWO_OF_THEM = re.compile(
    r"\bthe (?:first|second|third) and (?:the )?(?:second|third|fourth|fifth|last),? (?:of (?:these|them|those),? )?$",
    re.I,
)
"""In front of who did so: "the third and the fourth we voted for"."""
NO_CASE = re.compile(
    r"\b[Nn]o (?:\w+ )?(?:cases?|instances?|occasions?|examples?|precedents?)\b[^.;:]*"
    r"\b(?:in which|where|when|of) [^.;:]*$"
)
"""In front of what never was: "I know of no other case in which a permanent member kept away"."""
SPOKE = re.compile(r"\b(?:said|says|answered|replied|cried) (?:[a-z]+ )?[\"']?(?:no|yes)\b", re.I)
"""Words that one who has no vote may be told of with: "Sudan said no", to the force that was to be sent."""
LEFT_OUT = re.compile(r"\b(?:except|save|bar|barring|apart from|other than|but)(?: for| in| on)?(?: [A-Z]\w+)? \d{4}\b")
"""Words that leave out one time: "every year except in 2016"."""
AS_A_RULE = re.compile(
    r"\b(?:as a rule|more often than not|for the most part|by and large|on the whole|in most cases|most of the time)\b"
)
ONCE_BEFORE = re.compile(r"\b(?:[Oo]nce|[Tt]wice|[Tt]he time) before,? $")
BEFORE = re.compile(r" before[.,;:!?)]")
PERFECT = re.compile(r"\b(?:has|have|had|'ve|'d)\b")
"""Words around "has abstained before", which tell of an earlier time as well."""
WHO_THEN = re.compile(r"\b(?:which|who) (?:[\w']+ ){1,8}(?:at that time|at the time|back then|in those days)\b")
"""Words that set apart what somebody did before: "Spain, which abstained at that time, was in favour"."""
WHOSE_OWN = re.compile(
    r"\b(?:vetoed|blocked|killed|opposed|rejected|supported|backed|for|against) (?:ours|theirs|hers|his|mine|yours)$"
)
"""Words of a text that is told from the one cited by whose it is: "2642 was written after Russia had vetoed ours"."""
MOST_RECENTLY = re.compile(
    r"\b(?:has|have|had|'ve|'d) [^.;:]*?[,(–—] ?(?:and )?(?:most recently|lately|the last time)\b"
)
"""Words that tell of the last of several votes: "has vetoed, most recently in May"."""
OF_THE_FIRST = re.compile(
    r"\W*(?:(?:But|And|Yet) )?(?:[Tt]he|[Ii]ts|[Hh]er|[Hh]is|[Tt]heir) "
    r"(?:first|second|last|previous|earlier|one before)(?: one| veto)?"
    r"(?:,| (?:was|is|had been|concerned|came|dates|dealt)\b)"
)
"""Words at the head of a sentence that is of another than the vote told of: "The first, in May, concerned Guam; there
all were for it".
"""
OF_OTHERS = re.compile(
    rf"\b(?:{SOME}|one|another|some|all|most|each|both|either) of the other(?:s| \w+) "
    r"(?:had|got|won|drew|received|found|fell|failed|passed)\b[^.;:—]*\Z",
    re.I,
)
"""Words that go over to other texts: "two of the others had nine, Ireland, Japan and Spain abstaining"."""
ONE_OF = re.compile(r"\b(?:of|among)(?: the| those)? $")
_PUT_RIGHT = re.compile(r" ?[–—(…,-]+ ?(?:well|or rather|I mean|strictly speaking),? ", re.IGNORECASE)
"""Words with which a text goes back on what it has just said: "stopped by Russia and Malta – well, by one of them"."""


def doubted(claim: Position, thread: Thread, settled: Settled, reading: Reading, docket: Docket) -> Settled:
    """The contradiction, or what is left of it where the words may be read another way that bears them out."""
    words = reading.normal.text[claim.start : claim.end]
    before = reading.normal.text[reading.sentences[claim.sentence].start : claim.start]
    several = (
        TWO_OF_THEM.search(before) is not None
        or _of_several(words, len(settled.events))
        or so_many_times(before, settled)
        or MOST_RECENTLY.search(reading.normal.text, claim.start, claim.end + len(", and most recently ")) is not None
    )
    if several or OF_OTHERS.search(before + words) is not None:
        return settled.left_open("The words are of several votes, of which only some can be told.", DOUBTFUL)
    if of_a_lost_text(thread, settled, reading):
        return settled.left_open(LOST, DOUBTFUL)
    if (reason := of_something_else(claim, reading)) is not None:
        return settled.left_open(reason, DOUBTFUL)
    if only_mentioned(claim, reading):
        return settled.left_open(f"{settled.reason[:-1]}; the words may be of a veto that was not cast.", DOUBTFUL)
    if AMONG_THEM.search(words) is not None and _of_others_counted(claim, thread, settled.events[0], docket):
        return settled.left_open(f"{settled.reason[:-1]}; among which of those counted is open.", DOUBTFUL)
    if _sat_at_another_time(claim, settled.events[0], reading, docket):
        return settled.left_open(f"{settled.reason[:-1]}; the text says that it sat at another time.", DOUBTFUL)
    if NO_CASE.search(before) is not None:
        return settled.left_open("The words are of a case that is said not to have been.", DOUBTFUL)
    if SPOKE.search(words) is not None and codes([claim.members]).isdisjoint(docket.votes(settled.events[0])):
        return settled.left_open(f"{settled.reason[:-1]}; the words may be of what it said.", DOUBTFUL)
    if LEFT_OUT.search(words) is not None:
        return settled.left_open("The words are of all the votes but the one that they leave out.", DOUBTFUL)
    if believed(claim, reading):
        return settled.left_open("The words give what others are said to believe.", DOUBTFUL)
    ends = reading.sentences[claim.sentence].end
    if claim.total is not None and BESIDES.match(reading.normal.text[claim.end : ends]) is not None:
        return settled.left_open(f"{settled.reason[:-1]}; the words leave some of them out.", DOUBTFUL)
    if _PUT_RIGHT.match(reading.normal.text[claim.end : ends]) is not None:
        return settled.left_open(f"{settled.reason[:-1]}; the text puts itself right behind it.", DOUBTFUL)
    behind = reading.normal.text[claim.end : claim.end + len(" before,")]
    earlier = ONCE_BEFORE.search(before) is not None or (BEFORE.match(behind) and PERFECT.search(words))
    if ANOTHER_TIME.search(words) or WHO_THEN.search(words) or AT_FIRST.match(before + words) or earlier:
        return settled.left_open("The words are of another time, and which vote that was cannot be told.", DOUBTFUL)
    if before.endswith("one ") or words.lower().startswith("one "):
        if any(isinstance(c, Count) and c.start < claim.start for c in reading.claims_in(claim.sentence)):
            return settled.left_open("The words count votes, of which this is one.", DOUBTFUL)
    if WHOSE_OWN.search(words) is not None and thread.symbols:
        return settled.left_open("The words are of another text than the one cited.", DOUBTFUL)
    if _of_the_body(claim, reading):
        return settled.left_open("The words are of the body, and of no member.", DOUBTFUL)
    if OF_THE_FIRST.match(before) is not None and min(thread.sentences) < claim.sentence:
        return settled.left_open("The words are of another vote, and which that was cannot be told.", DOUBTFUL)
    if AS_A_RULE.search(words) or AS_A_RULE.match(reading.normal.text[claim.end : ends].lstrip(", ")):
        return settled.left_open("The words are of what was mostly done, and not of every vote.", DOUBTFUL)
    if opens_elsewhere(claim, reading):
        return settled.left_open("The words are of no vote of the body itself.", DOUBTFUL)
    if OF_A_PART.search(reading.sentences[claim.sentence].text) and settled.events[0].kind is not Kind.PART:
        return settled.left_open("The words are of a part of the text that was voted on by itself.", DOUBTFUL)
    if _of_what_came_then(claim, thread, reading):
        return settled.left_open("The words are of what was voted on after that.", DOUBTFUL)
    event = settled.events[0]
    if len(settled.events) > 2 and not codes([claim.members]) & docket.votes(event).keys():
        return settled.left_open(f"{settled.reason[:-1]}; which vote is meant is open.", DOUBTFUL)
    if claim.choice in ("no", "veto") and event.outcome is Outcome.ADOPTED and _vetoed_since(claim, thread, reading):
        return settled.left_open("The words may be of a text that was vetoed, as the text said just before.", DOUBTFUL)
    if _counted_apart(claim, thread, event, docket) and _one_of(claim, reading):
        return settled.left_open("The words are of a vote that another number took part in so.", DOUBTFUL)
    if len(claim.members.named) == 1 and _a_heading(claim, event, words, docket):
        return settled.left_open("What is named in front of the colon may be the matter and no member.", DOUBTFUL)
    if claim.members.everyone and claim.members.of_them:
        return settled.left_open("Whom the words mean besides those just named cannot be told.", DOUBTFUL)
    if (beside := _beside_another(claim, event, words, reading, docket)) is not None:
        return beside
    said = tuple(named for named in claim.members.named if named.text in words)
    if len(said) == len(claim.members.named) and (said or claim.members.text in words):
        return settled
    if not said and _subject_here(claim, reading):
        return settled
    sentence = reading.sentences[claim.sentence]
    named_here = {
        alias.code
        for chunk in sentence.chunks
        if chunk.start >= claim.start and chunk.has("member")
        for named in named_by(chunk)
        for alias in named.aliases
    }
    that_day = docket.between(event.date, event.date)
    for other in _named_before(claim, len(said), reading):
        own = codes([claim.members])
        if codes([other]) & (named_here if len(own) > 1 else named_here | own) or codes([other]) == own:
            continue  # of two, one may be meant all the same
        meant = replace(claim, members=replace(other, named=other.named + said))
        held = next((j for e in that_day if (j := judge(meant, e, docket)).holds is Holds.YES and j.codes), None)
        if held is None:
            continue
        judged = judge(meant, event, docket)
        if judged.holds is not Holds.YES or claim.negated or claim.choice == "yes" or not _few(claim, event, docket):
            reason = f"{settled.reason[:-1]}; but {other.text} may be meant, of which it holds."
            return settled.left_open(reason, DOUBTFUL)
        return Settled(Verdict.SUPPORTED, judged.reason, (event,), confidence=0.6)
    return settled


def _subject_here(claim: Position, reading: Reading) -> bool:
    """ "Poland left in June; it abstained": whom the sentence itself is about, where it names nobody else."""
    chunks = reading.sentences[claim.sentence].chunks
    named = [i for i, c in enumerate(chunks) if c.end <= claim.start and c.has("member", "group")]
    if len(named) != 1 or named[0] > 1 or not claim.members.named:
        return False
    behind = next((c for c in chunks[named[0] + 1 :] if not c.has("adverb") and c.lower not in ITSELF), None)
    subject = Members(tuple(named_by(chunks[named[0]])))
    acts = behind is not None and behind.is_word and (finite(behind) or not behind.kinds - {"other_sense"})
    return acts and codes([subject]) == codes([claim.members])


ITSELF = frozenset({"itself", "himself", "herself", "themselves"})
AMONG_THEM = re.compile(
    r"\b(?:among|amongst|one of|some of) (?:them|these|those)\b(?! (?:that|who|which|\w+ing)\b)", re.I
)


def _of_others_counted(claim: Position, thread: Thread, event: VoteEvent, docket: Docket) -> bool:
    """ "32 said no, 22 abstained. America was among them": whether it was one of others that were counted as well."""
    if any(isinstance(c, Tally) and c.sentence == claim.sentence for c in thread.claims):
        return False
    others = (choice for choice in OPTIONS if choice != claim.choice and counts_told(thread, choice))
    return any(judge(replace(claim, choice=choice, total=None), event, docket).holds is Holds.YES for choice in others)


def _sat_at_another_time(claim: Position, event: VoteEvent, reading: Reading, docket: Docket) -> bool:
    """ "Resolution 1696 is from 2006. Chad, which sat there in 2014, …": of a vote in the years that it says."""
    own = codes([claim.members])
    if not own or not own.isdisjoint(docket.votes(event)):
        return False
    told = (m for m in reading.standing_in(claim.sentence) if isinstance(m, Membership) and not m.negated)
    return any(
        m.date is not None and m.date.year is not None and m.date.year > event.date.year and own & codes([m.members])
        for m in told
    )


IT = re.compile(r"\b(?:it|that|this)\b")
THEN = re.compile(r"[,;—–] ?(?:and |but )?(?:then|afterwards|after that|next)\b")


def _of_what_came_then(claim: Position, thread: Thread, reading: Reading) -> bool:
    """ "It called for a truce, unanimously, and then, Mali abstaining, for a conference": whether words put the claim
    behind another vote that the same sentence counts.
    """
    counted = [c.end for c in thread.claims if isinstance(c, Tally) and c.sentence == claim.sentence]
    before = max((end for end in counted if end <= claim.start), default=None)
    if before is None or IT.search(reading.normal.text[claim.start : claim.end]) is not None:
        return False  # "it got two votes, and then China vetoed it"
    return THEN.search(reading.normal.text[before - 1 : claim.start]) is not None


def _vetoed_since(claim: Position, thread: Thread, reading: Reading) -> bool:
    """ "Three got in by ten votes to none. Three were vetoed. Poland voted no, too": whether a sentence since that of
    the vote tells of a veto, and of which vote that was could not be read.
    """
    told = [c.sentence for c in thread.claims if isinstance(c, Position | Tally) and c.sentence < claim.sentence]
    before = max(told, default=claim.sentence)
    since = range(before + 1, claim.sentence)
    unread = (reading.sentences[i] for i in since if not any(isinstance(c, Position) for c in reading.claims_in(i)))
    return any(
        verb.form in ("past", "participle")
        for sentence in unread
        if "verb" in sentence.kinds and sentence.kinds.isdisjoint(("negation", "modal"))
        for chunk in sentence.chunks
        if (verb := chunk.verb("veto")) is not None
    )


def by_more_than_a_word(settled: Settled, terms: frozenset[str], docket: Docket) -> Settled:
    """The contradiction, left open where no more than one plain word of a title leads to the vote: "Chapter 9".

    `terms` are the subject terms of the text.
    """
    shared = terms & docket.subjects.subject_terms(settled.events[0].id)
    if len(shared) != 1 or any(":" in term for term in shared):
        return settled
    return settled.left_open(f"{settled.reason[:-1]}; which vote the words are of is open.", DOUBTFUL)


def _a_heading(claim: Position, event: VoteEvent, words: str, docket: Docket) -> bool:
    """ "July 2008, Zimbabwe: against": of somebody who had no seat, so that the vote was about it."""
    own = claim.members.named[0]
    headed = re.search(rf"{re.escape(own.text)}\W*[:–—]", words) is not None
    return headed and codes([claim.members]).isdisjoint(docket.votes(event))


def _beside_another(claim: Position, event: VoteEvent, words: str, reading: Reading, docket: Docket) -> Settled | None:
    """ "Russia lost even Beijing; only Caracas voted with it": the vote where "it" is another named near by."""
    if claim.companions is None or len(claim.companions.named) != 1 or _BESIDE_IT.search(words) is None:
        return None
    for other in _named_before(claim, 0, reading, NEAR):
        if not codes([other]) & codes([claim.members, claim.companions]):
            judged = judge(replace(claim, companions=other), event, docket)
            if judged.holds is Holds.YES:
                return Settled(Verdict.SUPPORTED, judged.reason, (event,), confidence=0.6)
    return None


def others_meant(claim: Membership, reading: Reading) -> Iterator[Membership]:
    """ "Russia blocked Palau in vain. It sits there for good": the claim of whom else its pronoun may stand for."""
    sentence = reading.sentences[claim.sentence]
    if len(claim.members.named) != 1:
        return
    named_here = claim.members.named[0].text in sentence.text
    if named_here and _IT.match(reading.normal.text[claim.start : claim.end]) is None:
        return
    for other in _named_before(claim, 0, reading, NEAR):
        if not codes([other]) & codes([claim.members]):
            yield replace(claim, members=other)


SO_MANY_TIMES = re.compile(
    rf"\b(?:{SOME}|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?|\d+) (?:(?:separate|different) )?(?:times|occasions)\b"
)
ONCE = re.compile(r"\bhad\b.*\b(?:once|one|twice|two)\b")
ADVERB_BEFORE = re.compile(r" before(?:[.,;:!?)]| (?:on|in|over|about)\b|$)")


def of_several_votes(claim: Position, settled: Settled, reading: Reading) -> Settled:
    """ "Has vetoed it eighteen times" is borne out by no one vote, nor by fewer than are told of; nor "had vetoed one
    before" by the vote told of last.
    """
    words = reading.normal.text[claim.start : claim.end]
    behind = reading.normal.text[claim.end : claim.end + len(" before about ")]
    if ONCE.search(words) is not None and ADVERB_BEFORE.match(behind) is not None:
        return settled.left_open("The words are of another time, and which vote that was cannot be told.", DOUBTFUL)
    match = SO_MANY_TIMES.search(words)
    if match is None or re.search(r"[,;:]| as ", words[: match.start()]) is not None:
        return settled
    if words[match.end() :].startswith((" as ", " more", " fewer", " less")):
        return settled
    return settled.left_open("The words are of several votes, of which only some can be told.", DOUBTFUL)


def _of_the_body(claim: Position, reading: Reading) -> bool:
    """ "Was it brought before the Assembly? It debated it. It didn't vote": whether "it" may be the body named last."""
    words = reading.normal.text[claim.start : claim.end]
    if claim.choice != "not voting" or re.match(r"[Ii]t (?:did not|didn't|never|does not|doesn't)\b", words) is None:
        return False
    for index in range(claim.sentence, max(-1, claim.sentence - BACK), -1):
        for chunk in reversed(reading.sentences[index].chunks):
            if chunk.end <= claim.start and chunk.has("member", "assembly", "council"):
                return not chunk.has("member")
    return False


def _of_several(words: str, known: int) -> bool:
    """Whether more votes are told of at once than are known to be meant."""
    match = OF_SEVERAL.search(words)
    if match is None:
        return False
    told = match["number"]
    return told is None or NUMBERS.index(told) + 2 > known


def _one_of(claim: Position, reading: Reading) -> bool:
    sentence = reading.sentences[claim.sentence]
    return claim.total is not None and ONE_OF.search(sentence.text[: claim.total.start]) is not None


def _phrases(reading: Reading, index: int, end: int) -> list[Phrase]:
    """The phrases of a sentence that name members before an offset."""
    chunks = reading.sentences[index].chunks
    named = (p for p in reading.phrases[index] if p.members.named and not p.members.pronoun)
    return [p for p in named if chunks[p.last].end <= end]


def _counted_apart(claim: Position, thread: Thread, event: VoteEvent, docket: Docket) -> bool:
    """ "One of eight", where the text itself said rightly that on the vote that seems to be meant there were four."""
    if claim.total is None or claim.choice not in OPTIONS:
        return False
    own = counts_told(thread, claim.choice)
    did = sum(1 for option in docket.votes(event).values() if option.value == claim.choice)
    return did in own and whole(claim.total) not in own


def _few(claim: Position, event: VoteEvent, docket: Docket) -> bool:
    wanted = "no" if claim.choice == "veto" else claim.choice
    return 0 < sum(1 for option in docket.votes(event).values() if option.value == wanted) <= TELLING


def others_who_acted(claim: Count | Generalisation, reading: Reading) -> Iterator[Members]:
    """ "Moscow's veto fell on Crimea; China abstained. In 2014 it vetoed two": whom else "it" may stand for."""
    words = reading.normal.text[claim.start : claim.end]
    own = claim.acts.members
    if len(own.named) != 1 or own.named[0].text in words or _PRONOUN.search(words) is None:
        return
    for other in _named_before(claim, 0, reading, BACK // 2, own):
        if not codes([other]) & codes([own]):
            yield other


_PRONOUN = re.compile(r"\b(?:it|its)\b", re.I)


def _named_before(
    claim: VoteClaim, told: int, reading: Reading, back: int = BACK, own: Members | None = None
) -> Iterator[Members]:
    """Whom the text named before the claim, nearest first, and those of one sentence together.

    `told` is how many of those meant the claim names itself: "it joined Russia" stands for one.
    """
    meant = own if own is not None else claim.members if isinstance(claim, Position | Membership) else Members()
    several = len(meant.named) - told + 2 * len(meant.groups) > 1
    for index in range(claim.sentence, max(-1, claim.sentence - back - 1), -1):
        found = [p.members for p in _phrases(reading, index, claim.start)]
        for members in reversed(found) if several else ():
            if len(members.named) > 1 or members.text.endswith("s"):
                yield members  # "the Emirates ... they"
        for one, other in pairwise(found) if several else ():
            if len(one.named) == len(other.named) == 1:
                yield replace(one, named=one.named + other.named, text=f"{one.text}, {other.text}")
        for chunk in reversed(reading.sentences[index].chunks) if not several else ():
            if chunk.end <= claim.start and chunk.has("member"):
                yield Members(tuple(named_by(chunk)), text=chunk.text)
