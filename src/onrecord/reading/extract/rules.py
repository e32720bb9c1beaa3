"""Rules: "needs nine votes and no veto", "one No is enough", "could have vetoed it", "no veto on such matters".

The phrases are in `tables/rule_phrases.csv`, in the notation of `phrasing.py`; their words in `rule_words.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from onrecord.reading.claims.rule import Rule
from onrecord.reading.extract.acts import able
from onrecord.reading.extract.one_vote import stops_it
from onrecord.reading.extract.rule_circumstances import (
    WORDS,
    days_told,
    in_the_assembly,
    mistaken,
    of_consensus,
    of_the_assembly,
    proposed,
    turned,
)
from onrecord.reading.extract.rule_composed import composed
from onrecord.reading.extract.rule_members import said_of
from onrecord.reading.extract.rule_memory import Memory
from onrecord.reading.extract.rule_numbers import ASSEMBLY_BACK, ONE_OF_FIVE, conditioned, with_numbers
from onrecord.reading.extract.rule_rows import NAMED, Read, Row, make, rule_rows, rule_words
from onrecord.reading.governing import HONORIFICS
from onrecord.reading.lexicon import TITLES
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.phrasing import Around, Fixed, Words
from onrecord.reading.table import any_of, word_sets

MEMORY = 3
"""Sentences for which the Council is still what the text speaks of."""
SUPPOSED = 2
"""Sentences after "suppose" that are still supposed."""
PROCEDURE_BACK = 2
"""Sentences behind one on procedure in which no veto applies for that, and not because the Assembly votes."""
HALL_BACK = 12
"""Sentences behind one on the Assembly in which "that hall" is its own."""
_COUNCIL = re.compile(r"\b(?:Council|UNSC|resolutions?|drafts?|vetoe?[sd]?|permanent (?:members?|five)|P5|Charter)\b")
_SUPPOSED = re.compile(r"\b(?:suppose|imagine|assume|picture a|what if)\b", re.IGNORECASE)
OF_SUPPOSING = frozenset({"suppose", "imagine", "assume", "picture", "what"})
"""Without one of these words nothing is supposed."""
_WORDS = word_sets("rule_words.csv")
OF_ITS_RULES = _WORDS["of_its_rules"]
OF_TOO_FEW = _WORDS["of_too_few"]
OF_JUST_ENOUGH = _WORDS["of_just_enough"]
OF_VETOING = _WORDS["of_vetoing"]
OF_PROCEDURE = frozenset({"procedural", "procedure"})
_THERE = re.compile(
    r"\b(?:there|here|"
    r"(?:that|this|the (?:big|one|only|same|great|other)|only) (?:hall|room|chamber|house|forum|place))\b",
    re.IGNORECASE,
)
"""Words for the Assembly that the sentence before named."""
_ENDS_THERE = re.compile(r" there(?![\w'’])")
OF_STOPPING = frozenset({"abstention stops", "one no stops", "could stop"})
OF_MAY = frozenset({"re-election", "elected veto"})
"""Statements that "none of them may" turns round."""
_IN_THE_ASSEMBLY = re.compile(r"\A[^,;.]{0,12}\b[Ii]n the (?:UN )?(?:General )?Assembly\b[^;.]{0,24}\Z")
_NO_SUCH = re.compile(r"\b(?:no|none|neither|nobody|not|never)\b[^,;.]{0,40}\Z", re.IGNORECASE)
_IF_OTHERS = re.compile(
    r"[^.;]{0,24}\b(?:if|had|together with|along with|jointly|with (?:the )?(?:help|votes?|others?))\b"
)
"""Behind what a member could stop, not by its own vote alone."""
_IMPORTANT = re.compile(
    r"\b(?:admi(?:t|ssion)|elect|member|new (?:state|countr)|recommend|let(?:ting)? in|(?:win|gain|secure|get) a seat|"
    r"important)",
    re.IGNORECASE,
)
"""Matters for which a simple majority of the Assembly is not enough (Charter, Article 18)."""
_ITS_PRESIDENT = re.compile(
    r"\bpresident of the (?:UN )?(?:Security )?Council\b|\bCouncil(?:'s)? president\b", re.IGNORECASE
)
OVERRIDING = "a legislature's answer to a veto"
OF_ONE_VOTE = frozenset({"least", "short by", "to spare", "not reached", "enough"})
"""Statements on the votes that one text got, which may be only supposed."""
_AN_ELECTION = re.compile(
    r"\b(?:(?:was|were|been|got|gets|is|are) (?:re-?)?elected|voted (?:in|on)to the|elections?|runoff|run-off|"
    r"(?:won|lost|win|lose|took|gained|secured) (?:a|the|its|their|that) (?:[\w-]+ ){0,2}(?:seats?|race))\b",
    re.IGNORECASE,
)
"""Where the votes are those that a state got, and not a text: "was elected with one vote to spare"."""
A_VOTE = frozenset({"short by", "to spare"})
"""Statements that count votes, where "a vote" without a number is one."""
OF_MEMBERS = frozenset({"could stop", "could do so", "counts as veto"})
"""Statements about the members named in front of them."""
OF_THE_LAST = frozenset({"binding", "presidency"})
"""Statements of the Council that the body spoken of last may be meant by."""
OF_EITHER_BODY = frozenset({"abstention stops", "binding text"})
"""Statements of the Assembly that need not name it."""
DISPLACING = {
    "blocking number": ("elected veto",),
    "elected veto": ("could stop",),
    "abstention stops": ("counts as veto",),
    "ratification": ("consent of all", "share needed"),
    "short by": ("too few",),
    "binding": ("binding text",),
    "elected by": ("share needed",),
}
"""Statements beside which a sentence does not make those others."""
_ONE_CLAIM = {
    "votes needed",
    "veto applies",
    "one no stops",
    "consent of all",
    "could stop",
    "least",
    "holds veto",
}
"""Statements that are one claim where they share their words: "needs nine votes and no veto"."""


def rules(sentence: Sentence, found: list[Phrase], memory: Memory, words: Words) -> list[Rule]:
    """Claims in the order of the sentence; a question or a condition asserts no rule."""
    if not words.isdisjoint(OF_VETOING):
        memory.veto_at = sentence.index
    claims = _rules(sentence, found, memory, words)
    several = [p.members for p in found if len(p.members.named) > 1]
    if len(found) == 1 and len(found[0].members.named) == 1:
        memory.lone, memory.lone_at = found[0].members, sentence.index
    if several:
        memory.several, memory.several_at = several[-1], sentence.index
    return claims


_PERSON = re.compile(
    r"(?:he|she|i) (?:needs?|needed|wants?|wanted|has|had|requires?|required)\b"
    r"|(?:he|she|i|we|they|nobody|no one) (?:\w+ )?(?:ask|asks|asked|beg|begs|begged) for\b",
    re.IGNORECASE,
)
_NAMED_PERSON = re.compile(
    rf"(?:{any_of([*TITLES, *HONORIFICS])})\.? (?:[A-Z][\w’'-]+ ){{1,3}}"
    r"(?:needs?|needed|wants?|wanted|has|had|requires?|required)\b"
)


def _of_a_person(text: str, start: int) -> bool:
    """ "He needs ten votes to be sure": what somebody hopes for, and not what a rule asks."""
    return _PERSON.match(text, start) is not None or _NAMED_PERSON.match(text, start) is not None


def _rules(sentence: Sentence, found: list[Phrase], memory: Memory, words: Words) -> list[Rule]:
    text = sentence.text
    if not words.isdisjoint(OF_PROCEDURE):
        memory.matter_at = sentence.index
    if not word_sets(WORDS)["turns"].isdisjoint(words):
        _turn(sentence, memory, words)
    if sentence.question or sentence.withdrawn or (sentence.elsewhere and not _of_overriding(sentence)):
        return []
    unnamed = memory.united_nations and not words.isdisjoint(OF_ITS_RULES)
    if sentence.index - memory.council_at > MEMORY and not unnamed:
        return []
    if sentence.index - memory.supposed_at <= SUPPOSED:
        return []
    with_number, without = rule_rows()
    numbered = with_number.fitting(words) if sentence.numbered else []
    plain = without.fitting(words)
    least = not word_sets(WORDS)["least_words"].isdisjoint(words)
    read: list[Read] = []
    told_here = [
        *with_numbers(sentence, memory, numbered, least),
        *_without_numbers(sentence, found, memory, plain),
        *_by_one_vote(sentence, found),
    ]
    # "The one room where London cannot veto" is of that room, and not of London
    # and "a Malian no is no veto" of Mali
    for one in sorted(told_here, key=_last_to_tell):
        if not any(r.start < one.end and one.start < r.end and _one_claim(r.rule, one.rule) for r in read):
            read.append(one)
    read = [replace(one, rule=of_the_assembly(one.rule, text, one.start, one.end)) for one in read]
    read += _put_together(sentence, memory, words, read)
    if sentence.elsewhere:
        read = [one for one in read if one.rule.statement == "one no stops" and not one.rule.negated]
    if not read or rule_words("elsewhere").search(_ITS_PRESIDENT.sub("", text)):
        return []
    told = [turned(one.rule, mistaken(text, one.start)) for one in read if not proposed(text, one.start)]
    claims = [rule for rule in told if rule is not None]
    elected = _AN_ELECTION.search(text) is not None
    claims = [c for c in claims if (sentence.unreal_from and not elected) or c.statement not in OF_ONE_VOTE]
    claims = [c for c in claims if not (c.statement == "votes needed" and _of_a_person(text, c.start - sentence.start))]
    if not sentence.words.isdisjoint(("unanimity", "unanimous")):
        claims = [claim for claim in claims if claim.statement != "short by"]
    for made, displaced in DISPLACING.items():
        if any(claim.statement == made for claim in claims):
            claims = [claim for claim in claims if claim.statement not in displaced]
    if claims:
        memory.rule_at, memory.statement = sentence.index, claims[-1].statement
    return sorted(claims, key=lambda claim: claim.start)


def _of_overriding(sentence: Sentence) -> bool:
    """ "A veto cannot be overridden": a word that is mostly of legislatures, where none of them is named."""
    named = [entry for c in sentence.chunks if (entry := c.get("elsewhere")) is not None]
    return all(entry.value == OVERRIDING for entry in named)


def _last_to_tell(one: Read) -> tuple[bool, bool]:
    of_a_vote = one.rule.statement == "veto applies" and one.rule.matter is None
    return (one.rule.statement, one.rule.body) != ("veto applies", "unga"), of_a_vote


def _put_together(sentence: Sentence, memory: Memory, words: Words, read: list[Read]) -> Iterator[Read]:
    """What no phrase of the table told: whose vote, what vote and what it does, in any order."""
    text = sentence.text
    for one in composed(text, words):
        over = [r for r in read if r.start < one.end and one.start < r.end]
        if of_consensus(words) or any(
            one.statement != "abstention stops" or r.rule.statement != "one no stops" for r in over
        ):
            continue
        for other in over:
            read.remove(other)  # "the abstention of one permanent member is enough" is of no vote against
        if one.statement == "elected veto" and not one.negated and not words.isdisjoint(OF_JUST_ENOUGH):
            continue  # where nine are just in favour any No is fatal
        row = Row(one.statement, one.negated, "unsc", Fixed("", ()))
        there = in_the_assembly(text, one.start, one.end)
        if not there and sentence.index - memory.assembly_at <= ASSEMBLY_BACK and _ENDS_THERE.match(text, one.end):
            there = True
        if there is None or (there and one.statement == "abstention stops"):
            continue
        if one.negated and one.statement == "one no stops":
            if sentence.index - memory.matter_at <= 1:
                yield make(sentence, one.start, one.end, row, matter="procedural")
                continue
            if one.named or not words.isdisjoint(OF_TOO_FEW):
                continue  # a No where nine are wanting anyway is no veto
        yield make(sentence, one.start, one.end, row)


def _turn(sentence: Sentence, memory: Memory, words: Words) -> None:
    """Note that the text turns to the Council, the Assembly, or to what is only supposed."""
    assembly = rule_words("assembly").search(sentence.text)
    if assembly is not None or _COUNCIL.search(sentence.text):
        memory.council_at = max(memory.council_at, sentence.index)
    if NAMED.search(sentence.text, assembly.end() if assembly is not None else 0):
        memory.council_named_at = sentence.index
    if assembly is not None:
        memory.assembly_at = sentence.index
        if rule_words("procedural").search(sentence.text):
            memory.procedure_at = sentence.index
    if not words.isdisjoint(OF_SUPPOSING) and _SUPPOSED.search(sentence.text):
        memory.supposed_at = sentence.index


def _one_claim(one: Rule, other: Rule) -> bool:
    pair = {one.statement, other.statement}
    return len(pair) == 1 or pair <= _ONE_CLAIM


@cache
def _stops_nothing() -> re.Pattern[str]:
    """ "Blocks nothing", "could stop no resolution"."""
    return re.compile(rf"(?:{rule_words('stop').pattern}) (?:nothing\b|no (?!(?:fewer|less|more)\b))", re.IGNORECASE)


# --- phrases without -------------------------------------------------------------------------


def _without_numbers(sentence: Sentence, found: list[Phrase], memory: Memory, fitting: list[Row]) -> Iterator[Read]:
    text = sentence.text
    procedural = sentence.index - max(memory.matter_at, memory.procedure_at) <= PROCEDURE_BACK
    named = rule_words("assembly").search(text) is not None
    since = sentence.index - memory.assembly_at
    place = _THERE.search(text) if since <= HALL_BACK else None
    still = place is not None and " " in place.group() and memory.council_named_at <= memory.assembly_at
    there = place is not None and (still or since <= ASSEMBLY_BACK)
    for row in fitting:
        if isinstance(row.phrase, Around):
            continue
        match = row.phrase.pattern.search(text)
        if match is None or conditioned(text, match.start()):
            continue
        if row.statement == "veto applies" and row.negated and procedural != (row.body == "unsc"):
            if procedural and not (there or named):
                continue  # "the Council sent it to the Assembly: on procedure a veto does not count"
            row = replace(row, body="unga") if memory.on_the_assembly(sentence.index) else row
        last = row.body == "unsc" and row.statement in OF_THE_LAST
        if last and memory.on_the_assembly(sentence.index) and not NAMED.search(match.group()):
            continue  # "its resolutions bind every member", "the presidency goes round", where those are the Assembly's
        if row.statement == "holds veto" and _IN_THE_ASSEMBLY.search(text, 0, match.start()):
            row = replace(row, statement="veto applies", body="unga")
        if row.statement in OF_MAY and not row.negated and _NO_SUCH.search(text, 0, match.start()):
            row = replace(row, negated=True)
        if row.statement in OF_STOPPING and not row.negated and _stops_nothing().search(text, match.start()):
            if row.statement == "one no stops" and rule_words("holder").search(text) is None:
                continue  # "in a committee a No stops nothing"
            row = replace(row, negated=True)
        if row.statement == "share needed" and not _IMPORTANT.search(text):
            continue
        if row.statement in OF_MEMBERS:
            of = said_of(sentence, found, memory, row.statement, row.negated, match)
            helped = not row.negated and _IF_OTHERS.match(text, match.end()) is not None
            if of is not None and not (helped and not able(of.members, "veto")):
                statement = "could stop" if row.statement == "could do so" else row.statement
                row = replace(row, statement=statement, negated=of.negated)
                yield make(sentence, of.first, match.end(), row, members=of.members, quantity=of.quantity)
        elif row.statement == "veto applies" and row.negated and rule_words("procedural").search(match.group()):
            yield make(sentence, match.start(), match.end(), row, matter="procedural")
        elif row.statement == "veto applies" and row.negated and sentence.index - memory.procedure_at == 1:
            # "On Sunday it went to the Assembly. The Russian veto could not stop that."
            yield make(sentence, match.start(), match.end(), row, matter="procedural")
        elif row.statement in A_VOTE:
            yield make(sentence, match.start(), match.end(), row, quantity=1)
        elif row.statement == "veto debate":
            yield make(sentence, match.start(), match.end(), row, quantity=days_told(text, match.end()))
        elif (
            row.body == "unsc"
            or row.statement in OF_EITHER_BODY
            or there
            or named
            or (row.statement == "veto applies" and memory.on_the_assembly(sentence.index))
        ):
            yield make(sentence, match.start(), match.end(), row)


def _by_one_vote(sentence: Sentence, found: list[Phrase]) -> Iterator[Read]:
    """ "One Chinese No would have been enough", "a single vote against from Paris and it would have been dead"."""
    for first, last, members, idle in stops_it(sentence, found):
        start, end = sentence.chunks[first].start, sentence.chunks[last].end
        row = Row("could stop", idle, "unsc", Fixed(ONE_OF_FIVE.pattern, ()))
        yield make(sentence, start - sentence.start, end - sentence.start, row, members=members)
