"""Whether a position that a vote belies was read right: of one vote, and of those whom a pronoun stands for.

A pronoun's words do not say who is meant, so that whom a text named a little earlier must belie them as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict
from onrecord.checking.judgement import Holds, judge, met
from onrecord.checking.settlers.no_vote_meant import (
    DOUBTFUL,
    believed,
    of_something_else,
    only_mentioned,
    opens_elsewhere,
)
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.thread import Thread
from onrecord.checking.turning import counts_told
from onrecord.checking.words import text_of
from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.vote import OPTIONS, Members, Position, Sponsor, Tally, VoteClaim, whole
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
LATELY = timedelta(days=62)
"""How long before a vote another text on the same subject may be the one that is spoken of."""
TELLING = 4
"""Members up to which those who did so are few enough for a name among them to tell that it is meant."""
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = rf"(?P<number>{'|'.join(NUMBERS)})"
_SOME = rf"(?:{'|'.join(NUMBERS)})"
_TEXTS = r"(?:votes|texts|drafts|resolutions|motions|ballots|occasions|renewals|amendments|cases|roll-calls)"
_THEM = r"(?:these|those|them)"
OF_SEVERAL = re.compile(
    rf"\b(?:on|from)(?: all| each of| any of| {_SOME} of)? (?:(?:the|those|these|its) )?"
    rf"(?:(?:first|last|other|next|latter|former|remaining|same) )?{_NUMBER}"
    rf"(?: of (?:{_THEM}|the \w+))?(?=[ ]?[,.;:)]|$| and | but | {_TEXTS}\b)"
    rf"|\bboth of the \w+|\b(?:against|for) the other {_SOME}\b"
    rf"|\b(?:in|on|at|from) (?:\w+ )?{_SOME} (?:\w+ )?{_TEXTS}\b|\b(?:{_SOME}|\d+) times\b|\btwice\b"
    rf"|\b(?:vetoed|blocked|killed|opposed|backed|supported) (?:all |(?:the )?(?:same|other|first|last) )+{_SOME}\b"
    rf"|\b(?:on|in|from) (?:all|each|every one|most|several|many|some|none|few|half) of {_THEM}\b"
)
"""Words that tell of several votes at once: "on the first two", "in four votes", "on six of the other seven"."""
LEFT_OUT = re.compile(r"\b(?:except|save|bar|barring|apart from|other than|but)(?: for| in| on)?(?: [A-Z]\w+)? \d{4}\b")
"""Words that leave out one time: "every year except in 2016"."""
ANOTHER_TIME = re.compile(
    r"\b(?:(?:just|only)(?: the)? once|had once|did once"
    r"|once (?:voted|abstained|opposed|supported|backed|vetoed|blocked|used|cast|sank|killed)"
    r"|at (?:the outset|the start|the beginning|first)|to begin with|initially"
    r"|originally|in the beginning|the first time(?: round| around)?|(?:the )?last time|the time before|on one occasion"
    r"|(?:later|subsequently|afterwards) (?:voted|abstained|opposed|supported|backed|vetoed|blocked)"
    r"|on another occasion|in the past|in earlier years|in former days"
    r"|the other times?|every other time|the rest of the time)\b"
)
"""Words that tell of another time than that of the vote told of last."""
AS_A_RULE = re.compile(
    r"\b(?:as a rule|more often than not|for the most part|by and large|on the whole|in most cases|most of the time)\b"
)
AT_FIRST = re.compile(
    r"(?:(?:The )?(?:[Ll]ast|[Pp]revious) (?:time|round)|The time before|The vote before|Once before|Earlier on)\b"
)
ONCE_BEFORE = re.compile(r"\b(?:[Oo]nce|[Tt]wice|[Tt]he time) before,? $")
BEFORE = re.compile(r" before[.,;:!?)]")
PERFECT = re.compile(r"\b(?:has|have|had|'ve|'d)\b")
"""Words around "has abstained before", which tell of an earlier time as well."""
WHO_THEN = re.compile(r"\b(?:which|who) (?:[\w']+ ){1,8}(?:at that time|at the time|back then|in those days)\b")
"""Words that set apart what somebody did before: "Spain, which abstained at that time, was in favour"."""
OF_OTHERS = re.compile(
    rf"\b(?:{_SOME}|one|another|some|all|most|each|both|either) of the other(?:s| \w+) "
    r"(?:had|got|won|drew|received|found|fell|failed|passed)\b[^.;:—]*\Z",
    re.I,
)
"""Words that go over to other texts: "two of the others had nine, Ireland, Japan and Spain abstaining"."""
TIMES_BEFORE = re.compile(
    rf"\b(?:twice|thrice|(?:both|each|every|all|{_SOME}|\d+) times?"
    rf"|on (?:both|each|every|all|{_SOME})(?: \w+)? occasions?)"
    r"(?: (?:in|on|during) [\w ]{1,20})?(?:,| it| the text)? ?$",
    re.I,
)
"""Words in front of a clause that make what it tells of more votes than one: "twice France abstained"."""
ONE_OF = re.compile(r"\b(?:of|among)(?: the| those)? $")


_PUT_RIGHT = re.compile(r" ?[–—(…,-]+ ?(?:well|or rather|I mean|strictly speaking),? ", re.IGNORECASE)
"""Words with which a text goes back on what it has just said: "stopped by Russia and Malta – well, by one of them"."""


def doubted(claim: Position, thread: Thread, settled: Settled, reading: Reading, docket: Docket) -> Settled:
    """The contradiction, or what is left of it where the words may be read another way that bears them out."""
    words = reading.normal.text[claim.start : claim.end]
    before = reading.normal.text[reading.sentences[claim.sentence].start : claim.start]
    several = _of_several(words, len(settled.events)) or _so_many_times(before, settled)
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
    if AS_A_RULE.search(words) or AS_A_RULE.match(reading.normal.text[claim.end : ends].lstrip(", ")):
        return settled.left_open("The words are of what was mostly done, and not of every vote.", DOUBTFUL)
    if opens_elsewhere(claim, reading):
        return settled.left_open("The words are of no vote of the body itself.", DOUBTFUL)
    if _OF_A_PART.search(reading.sentences[claim.sentence].text) and settled.events[0].kind is not Kind.PART:
        return settled.left_open("The words are of a part of the text that was voted on by itself.", DOUBTFUL)
    if _of_what_came_then(claim, thread, reading):
        return settled.left_open("The words are of what was voted on after that.", DOUBTFUL)
    event = settled.events[0]
    if len(settled.events) > 2 and not _codes([claim.members]) & docket.votes(event).keys():
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
        own = _codes([claim.members])
        if _codes([other]) & (named_here if len(own) > 1 else named_here | own) or _codes([other]) == own:
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
    return acts and _codes([subject]) == _codes([claim.members])


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


IT = re.compile(r"\b(?:it|that|this)\b")
THEN = re.compile(r"[,;—–] ?(?:and |but )?(?:then|afterwards|after that|next)\b")


_OF_A_PART = re.compile(
    r"\bseparate (?:vote|votes|ballot) (?:was (?:taken )?|were (?:taken )?)?on\b"
    r"|\b(?:paragraph|clause|article|provision)s?\b[^.;]*\b(?:voted on |voted |put to the vote )?separately\b"
    r"|\b(?:against|for|[Oo]n|opposed|rejected) (?:the |its |operative |preambular |only )*"
    r"(?i:section|part|paragraph|para\.?|clause|article|OP|PP)s? ?(?:[A-Z]\b|\d|(?:[ivx]+|one|two|three|four)\b)"
    r"|\bnot on the (?:text|draft|resolution|whole)\b(?: as a whole)?[^.;]{0,20}"
    r"\bon (?:a|one|two|its|the) (?:\w+ )?(?:para|clause|part|sec)"
    r"|\bon (?:(?:a|one|two|three|some|\d) )?(?:of )?(?:its |the )?(?:preamb|operative para)"
    r"|\b(?:abstained|voted|vote|did so) (?:only )?on (?:a|one|that) (?:\w+ )?(?:paragraph|clause|section|part) (?!y)"
)
"""Words of a paragraph that was voted on by itself, which the record mostly does not hold."""


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


NUMBERED = re.compile(r"(?<![\d.,/$€£:-])\b((?!19|20\d\d)[1-9]\d{2,3})(?=[,;:)]| (?:was|is|too)\b|\.?$)")
"""A number that stands by itself, as a resolution may be called: "she typed 425, with two abstaining"."""


CITED_BACK = 2
"""Sentences before a claim of which it may take one of the texts cited."""


def of_a_number_beside(claim: VoteClaim, settled: Settled, reading: Reading, docket: Docket) -> Settled:
    """The contradiction, left open where its sentence has the number of a resolution of which the words hold, or one
    just before cites several: "1591 came on 29 March and two days later 1593. Four abstained."; and where a full count
    is that of another vote of the day.
    """
    if isinstance(claim, Tally) and None not in (claim.yes, claim.no, claim.abstain) and settled.events:
        day = settled.events[0].date
        of_it = (e for e in docket.between(day, day) if e.kind is not Kind.PART)
        if (other := next((e for e in of_it if judge(claim, e, docket).holds is Holds.YES), None)) is not None:
            reason = f"{settled.reason[:-1]}; but {text_of(other)} may be meant, of which it holds."
            return settled.left_open(reason, DOUBTFUL)
    if docket.body != "unsc" or reading.cited[claim.sentence]:
        return settled
    numbers = [f"S/RES/{match[1]}" for match in NUMBERED.finditer(reading.sentences[claim.sentence].text)]
    before = range(claim.sentence - 1, max(-1, claim.sentence - 1 - CITED_BACK), -1)
    cited = next((list(dict.fromkeys(c.symbol for c in reading.cited[i])) for i in before if reading.cited[i]), [])
    for symbol in (*numbers, *(cited if len(cited) > 1 else ())):
        for event in docket.with_symbol(symbol):
            if judge(claim, event, docket).holds is Holds.YES:
                reason = f"{settled.reason[:-1]}; but {text_of(event)} may be meant, of which it holds."
                return settled.left_open(reason, DOUBTFUL)
    return settled


LOST = "The words are of a text that was not carried, and which one that was cannot be told."


def of_a_lost_text(thread: Thread, settled: Settled, reading: Reading) -> bool:
    """ "Two days in, Chad's motion went down twelve to three", behind a text that was adopted."""
    if not settled.events or settled.events[0].outcome is not Outcome.ADOPTED:
        return False
    lost = {c.sentence for c in thread.claims if isinstance(c, Tally) and c.lost}
    of_somebody = (i for i in lost if any(isinstance(c, Sponsor) for c in reading.claims_in(i)))
    return any(not reading.cited[i] and not reading.sentences[i].dates for i in of_somebody)


POINTING = frozenset(
    {"council", "assembly", "member", "group", "delegate", "cite", "text", "veto_noun", "vote_noun", "member_noun",
     "pronoun_text", "pronoun_member"}
)  # fmt: skip
"""Kinds of words by which a sentence says that it goes on about a vote of the United Nations."""
FAR = 3
"""Votes in favour by which a count is that of nobody who miscounts."""


def of_whatever_vote(claim: Tally, thread: Thread, settled: Settled, reading: Reading) -> Settled:
    """ "Biscuits: agreed, six to two.", behind a vote of 14 to 1: a count that says of no vote that it is of it, and of
    which no number fits.
    """
    if opens_elsewhere(claim, reading):
        return settled.left_open(f"{settled.reason[:-1]}; the words may be of no vote of the body itself.", DOUBTFUL)
    if (reason := of_something_else(claim, reading)) is not None:
        return settled.left_open(reason, DOUBTFUL)
    if claim.lost and of_a_lost_text(thread, settled, reading):
        return settled.left_open(LOST, DOUBTFUL)
    event, sentence = settled.events[0], reading.sentences[claim.sentence]
    words = reading.normal.text[claim.start : claim.end]
    before = reading.normal.text[sentence.start : claim.start]
    if re.match(r"(?:twice|both times|each time)\b", words, re.I) or _so_many_times(before, settled):
        return settled.left_open("The words are of several votes, of which only some can be told.", DOUBTFUL)
    if _OF_A_PART.search(sentence.text) and event.kind is not Kind.PART:
        return settled.left_open("The words are of a part of the text that was voted on by itself.", DOUBTFUL)
    opens = AT_FIRST.match(reading.normal.text, sentence.start) is not None
    dated = any(claim.start <= chunk.start < claim.end for chunk in sentence.dates)
    if not dated and (opens or ANOTHER_TIME.search(reading.normal.text, claim.start, claim.end)):
        return settled.left_open(f"{settled.reason[:-1]}; the words are of another time.", DOUBTFUL)
    if claim.no is None or claim.yes is None or event.yes is None or sentence.dates:
        return settled
    if "verb" not in sentence.kinds:
        return settled  # "The Council voted on Gaza. Nine to six."
    if not sentence.kinds.isdisjoint(POINTING) or met(claim, event) or abs(whole(claim.yes) - event.yes) < FAR:
        return settled
    return settled.left_open(f"{settled.reason[:-1]}; the words may be of another vote.", DOUBTFUL)


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
    return headed and _codes([claim.members]).isdisjoint(docket.votes(event))


def _beside_another(claim: Position, event: VoteEvent, words: str, reading: Reading, docket: Docket) -> Settled | None:
    """ "Russia lost even Beijing; only Caracas voted with it": the vote where "it" is another named near by."""
    if claim.companions is None or len(claim.companions.named) != 1 or _BESIDE_IT.search(words) is None:
        return None
    for other in _named_before(claim, 0, reading, NEAR):
        if not _codes([other]) & _codes([claim.members, claim.companions]):
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
        if not _codes([other]) & _codes([claim.members]):
            yield replace(claim, members=other)


def of_their_own_text(claim: VoteClaim, thread: Thread, settled: Settled, reading: Reading, docket: Docket) -> Settled:
    """ "Having vetoed the American text, Moscow voted for this one": of a text of theirs, voted on just before this;
    or, "Moscow supported the American text", of one whose authors the record does not know.
    """
    told = [claim] if isinstance(claim, Sponsor) else [
        c for c in reading.claims_in(claim.sentence)
        if isinstance(c, Sponsor) and c.start < claim.end and claim.start < c.end
    ]  # fmt: skip
    if not told or not settled.events:
        return settled
    event = settled.events[0]
    authors = _codes(c.members for c in told if c.loose and not c.negated)
    own = docket.record.sponsorship(event.id)
    named = [c.members for c in thread.claims if isinstance(c, Sponsor) and c.end <= claim.start]
    if authors and named and not authors & {*_codes(named), *((*own.leads, *own.sponsors) if own is not None else ())}:
        return settled.left_open("The words may be of another text than that of those named before.", DOUBTFUL)
    if isinstance(claim, Position) and claim.choice != "veto":
        if not authors or own is not None or docket.body == "unsc" or authors & _codes(named):
            return settled
        return settled.left_open("Whose text that was is not in the record, and another may be meant.", DOUBTFUL)
    topics = set(docket.record.topics_of(event.id))
    for other in docket.between(event.date - LATELY, event.date):
        row = docket.record.sponsorship(other.id)
        if other is event or row is None or not topics.intersection(docket.record.topics_of(other.id)):
            continue
        if not authors.isdisjoint((*row.leads, *row.sponsors)):
            return settled.left_open(f"{settled.reason[:-1]}; but {text_of(other)} may be meant.", DOUBTFUL)
    return settled


THEIR_TEXT = re.compile(r"\b(?:Their|Her|His|their|her|his) (?:own )?(?:text|draft|version|paper|counter-draft)\b")
HAD_WRITTEN = re.compile(r"\b(?:had|having)\b")
TAKEN_OVER = 2
"""Sentences behind "Peru had written it" in which those may be named who put it to the vote instead."""


def before_others_did(claim: Sponsor, settled: Settled, reading: Reading, docket: Docket) -> Settled:
    """ "Peru had written it. Then Chad, Mali and Togo took it out of her hands": true at first, as the text goes on.
    "Their text had ten authors" may be of another than the one voted on.
    """
    if THEIR_TEXT.search(reading.normal.text, reading.sentences[claim.sentence].start, claim.end):
        return settled.left_open(f"{settled.reason[:-1]}; but whose text is meant cannot be told.", DOUBTFUL)
    row = docket.record.sponsorship(settled.events[0].id) if settled.events else None
    sentences = reading.sentences[claim.sentence : claim.sentence + TAKEN_OVER + 1]
    if row is None or len(row.sponsors) < 2 or not HAD_WRITTEN.search(reading.normal.text[claim.start : claim.end]):
        return settled
    behind = [c for s in sentences for c in s.chunks if c.start >= claim.end]
    named = {a.code for c in behind if (entry := c.get("member")) is not None for a in entry.aliases}
    if not named.issuperset(row.sponsors):
        return settled
    return settled.left_open(f"{settled.reason[:-1]}; the words may be of an earlier draft.", DOUBTFUL)


SO_MANY_TIMES = re.compile(
    rf"\b(?:{_SOME}|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?|\d+) (?:(?:separate|different) )?(?:times|occasions)\b"
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


def _so_many_times(before: str, settled: Settled) -> bool:
    """ "Twice France and Thailand abstained", where fewer votes are known."""
    return len(settled.events) == 1 and TIMES_BEFORE.search(before) is not None


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


def _codes(members: Iterable[Members]) -> set[str]:
    return {alias.code for one in members for named in one.named for alias in named.aliases}


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


def _named_before(claim: Position | Membership, told: int, reading: Reading, back: int = BACK) -> Iterator[Members]:
    """Whom the text named before the claim, nearest first, and those of one sentence together.

    `told` is how many of those meant the claim names itself: "it joined Russia" stands for one.
    """
    several = len(claim.members.named) - told + 2 * len(claim.members.groups) > 1
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
