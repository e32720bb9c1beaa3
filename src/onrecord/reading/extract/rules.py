"""Rules: "needs nine votes and no veto", "one No is enough", "could have vetoed it", "no veto on such matters".

The phrases are in `tables/rule_phrases.csv`, in the notation of `phrasing.py`; their words in `rule_words.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from onrecord.reading.claims.rule import Rule
from onrecord.reading.extract.acts import able
from onrecord.reading.extract.figure_measures import piece
from onrecord.reading.extract.one_vote import stops_it
from onrecord.reading.extract.rule_circumstances import (
    WORDS,
    by_another_majority,
    days_told,
    earlier,
    in_the_assembly,
    mistaken,
    of_all_members,
    of_consensus,
    of_old,
    of_procedure,
    of_the_assembly,
    proposed,
    told_of_the_past,
    turned,
)
from onrecord.reading.extract.rule_composed import composed
from onrecord.reading.extract.rule_members import said_of
from onrecord.reading.extract.rule_memory import Memory
from onrecord.reading.extract.sizes import nearest_date
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.phrasing import Around, Fixed, Index, Vocabulary, Words
from onrecord.reading.table import class_pattern, phrases, rows, word_sets

PHRASES = "rule_phrases.csv"
MEMORY = 3
"""Sentences for which the Council is still what the text speaks of."""
SUPPOSED = 2
"""Sentences after "suppose" that are still supposed."""
PROCEDURE_BACK = 2
"""Sentences behind one on procedure in which no veto applies for that, and not because the Assembly votes."""
HALL_BACK = 12
"""Sentences behind one on the Assembly in which "that hall" is its own."""
ASSEMBLY_BACK = 2
"""Sentences behind one on the Assembly in which a share that was needed is one of its votes."""
MOST = 24
"""Numbers of one sentence that are looked at."""
FEWEST = 5
"""No body's rule here asks for fewer votes than this."""
DATE_REACH = 60
"""Characters before a clause within which a date still belongs to it."""
_COUNCIL = re.compile(r"\b(?:Council|UNSC|resolutions?|drafts?|vetoe?[sd]?|permanent (?:members?|five)|P5|Charter)\b")
_NAMED = re.compile(r"\b(?:Council|UNSC)\b")
_SUPPOSED = re.compile(r"\b(?:suppose|imagine|assume|picture a|what if)\b", re.IGNORECASE)
OF_SUPPOSING = frozenset({"suppose", "imagine", "assume", "picture", "what"})
"""Without one of these words nothing is supposed."""
_WORDS = word_sets("rule_words.csv")
OF_ITS_RULES = _WORDS["of_its_rules"]
OF_TOO_FEW = _WORDS["of_too_few"]
OF_JUST_ENOUGH = _WORDS["of_just_enough"]
OF_VETOING = _WORDS["of_vetoing"]
OF_PROCEDURE = frozenset({"procedural", "procedure"})
_CONDITION = re.compile(r"\b(?:if|unless|whether|suppose|should a|were a)\b", re.IGNORECASE)
_TOOK = re.compile(r"\b(?:took|taken) \Z")
_ROUNDS = 6
"""As many votes as this may have been held one after the other: "it took five votes"."""
_TO_STOP = re.compile(
    r"\b(?:to|for) (?:stop|block|sink|kill|defeat|bring down|prevent|reject|vote down|thwart)(?:ping|ing)? "
    r"(?:a|any|the|such a|one|it) ?(?:text|draft|resolution|motion|decision)?\b[^.;:,]{0,40}\Z",
    re.IGNORECASE,
)
"""In front of how many votes it takes that a text should fail: "to sink a text without a veto it takes seven"."""
_GOT_THEM = re.compile(r"\b(?:got|won|had|found|mustered|secured|collected|obtained|drew) (?:the|its|their|all) \Z")
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
_NEW_CLAUSE = re.compile(r", and then |; |: | – | — ")
_MIGHT = re.compile(r"\b(?:might|may|could|should)\b", re.IGNORECASE)
_DENIED = re.compile(r"(?:\bnot|n't|\bnever)\b(?:(?! but )[^,;:.]){0,18}\Z")
_OUT_OF = re.compile(r"\s*(?:out )?of (?:the )?")
_OF_THE_SIZE = re.compile(r"\b(?:Council|body|chamber|organ|table|membership) of (?:then |only |just )?\Z")
_IF_OTHERS = re.compile(
    r"[^.;]{0,24}\b(?:if|had|together with|along with|jointly|with (?:the )?(?:help|votes?|others?))\b"
)
"""Behind what a member could stop, not by its own vote alone."""
_BARE_MINIMUM = re.compile(
    r"\b(?:had|got|won|with|by|on|mustered|reached|found|scraped (?:together|by on)|managed|cleared) "
    r"(?:only |just |exactly )?the (?:bare|required|strict) minimum\Z",
    re.IGNORECASE,
)
"""Where nine votes are meant though no number is given."""
_CLAUSE = re.compile(r"\b(?:were|was|had|has|is|are|have)\b", re.IGNORECASE)
_ASSEMBLY_MATTER = re.compile(
    r"important|Assembly|question|admission|admit|let(?:ting)? in|new (?:member|state)|elected|election|candidate|"
    r"(?:win|secure|gain|for) (?:a|the|its|their|that) (?:\w+ )?seat|"
    r"amend|such a decision|suspen|expel|expulsion",
    re.IGNORECASE,
)
_IMPORTANT = re.compile(
    r"\b(?:admi(?:t|ssion)|elect|member|new (?:state|countr)|recommend|let(?:ting)? in|(?:win|gain|secure|get) a seat|"
    r"important)",
    re.IGNORECASE,
)
"""Matters for which a simple majority of the Assembly is not enough (Charter, Article 18)."""
SUPPOSING = ("blocking number",)
"""Statements of what would be so if others did something."""
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


@dataclass(frozen=True, slots=True)
class _Row:
    statement: str
    negated: bool
    body: str
    phrase: Fixed | Around


@dataclass(frozen=True, slots=True)
class _Read:
    """A claim and the words that made it, which are fewer than its clause."""

    rule: Rule
    start: int
    end: int


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


def _of_a_person(text: str, start: int) -> bool:
    """ "He needs ten votes to be sure": what somebody hopes for, and not what a rule asks."""
    return _PERSON.match(text, start) is not None


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
    with_number, without = _rows()
    numbered = with_number.fitting(words) if sentence.numbered else []
    plain = without.fitting(words)
    least = not word_sets(WORDS)["least_words"].isdisjoint(words)
    read: list[_Read] = []
    told_here = [
        *_with_numbers(sentence, memory, numbered, least),
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
    if not read or _words("elsewhere").search(_ITS_PRESIDENT.sub("", text)):
        return []
    told = [turned(one.rule, mistaken(text, one.start)) for one in read if not proposed(text, one.start)]
    claims = [rule for rule in told if rule is not None]
    elected = _AN_ELECTION.search(text) is not None
    claims = [c for c in claims if (sentence.unreal_from and not elected) or c.statement not in OF_ONE_VOTE]
    claims = [c for c in claims if not (c.statement == "votes needed" and _of_a_person(text, c.start - sentence.start))]
    if not sentence.words.isdisjoint(("unanimity", "unanimous")):
        claims = [claim for claim in claims if claim.statement != "short by"]
    if any(claim.statement == "blocking number" for claim in claims):
        claims = [claim for claim in claims if claim.statement != "elected veto"]
    if any(claim.statement == "elected veto" for claim in claims):
        claims = [claim for claim in claims if claim.statement != "could stop"]
    if any(claim.statement == "abstention stops" for claim in claims):
        claims = [claim for claim in claims if claim.statement != "counts as veto"]
    if any(claim.statement == "ratification" for claim in claims):
        claims = [claim for claim in claims if claim.statement not in ("consent of all", "share needed")]
    if any(claim.statement == "short by" for claim in claims):
        claims = [claim for claim in claims if claim.statement != "too few"]
    if any(claim.statement == "binding" for claim in claims):
        claims = [claim for claim in claims if claim.statement != "binding text"]
    if any(claim.statement == "elected by" for claim in claims):
        claims = [claim for claim in claims if claim.statement != "share needed"]
    if claims:
        memory.rule_at, memory.statement = sentence.index, claims[-1].statement
    return sorted(claims, key=lambda claim: claim.start)


def _of_overriding(sentence: Sentence) -> bool:
    """ "A veto cannot be overridden": a word that is mostly of legislatures, where none of them is named."""
    named = [entry for c in sentence.chunks if (entry := c.get("elsewhere")) is not None]
    return all(entry.value == OVERRIDING for entry in named)


def _last_to_tell(one: _Read) -> tuple[bool, bool]:
    of_a_vote = one.rule.statement == "veto applies" and one.rule.matter is None
    return (one.rule.statement, one.rule.body) != ("veto applies", "unga"), of_a_vote


def _put_together(sentence: Sentence, memory: Memory, words: Words, read: list[_Read]) -> Iterator[_Read]:
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
        row = _Row(one.statement, one.negated, "unsc", Fixed("", ()))
        there = in_the_assembly(text, one.start, one.end)
        if not there and sentence.index - memory.assembly_at <= ASSEMBLY_BACK and _ENDS_THERE.match(text, one.end):
            there = True
        if there is None or (there and one.statement == "abstention stops"):
            continue
        if one.negated and one.statement == "one no stops":
            if sentence.index - memory.matter_at <= 1:
                yield _make(sentence, one.start, one.end, row, matter="procedural")
                continue
            if one.named or not words.isdisjoint(OF_TOO_FEW):
                continue  # a No where nine are wanting anyway is no veto
        yield _make(sentence, one.start, one.end, row)


def _turn(sentence: Sentence, memory: Memory, words: Words) -> None:
    """Note that the text turns to the Council, the Assembly, or to what is only supposed."""
    assembly = _words("assembly").search(sentence.text)
    if assembly is not None or _COUNCIL.search(sentence.text):
        memory.council_at = max(memory.council_at, sentence.index)
    if _NAMED.search(sentence.text, assembly.end() if assembly is not None else 0):
        memory.council_named_at = sentence.index
    if assembly is not None:
        memory.assembly_at = sentence.index
        if _words("procedural").search(sentence.text):
            memory.procedure_at = sentence.index
    if not words.isdisjoint(OF_SUPPOSING) and _SUPPOSED.search(sentence.text):
        memory.supposed_at = sentence.index


def _one_claim(one: Rule, other: Rule) -> bool:
    pair = {one.statement, other.statement}
    return len(pair) == 1 or pair <= _ONE_CLAIM


def _words(kind: str) -> re.Pattern[str]:
    return class_pattern(WORDS, kind)


@cache
def _rows() -> tuple[Index[_Row], Index[_Row]]:
    """Those with a number in their phrase, and those without."""
    vocabulary = Vocabulary()
    for row in rows(WORDS):
        vocabulary.add_words(row["class"], phrases(row["words"]))
    vocabulary.patterns["holder"] += _named_aside(vocabulary.patterns["holders_names"])
    numbered: list[_Row] = []
    plain: list[_Row] = []
    for row in rows(PHRASES):
        if row["statement"].startswith("="):
            vocabulary.add_phrase(row["statement"][1:], row["phrase"])
            continue
        compiled = vocabulary.phrase(row["phrase"])
        target = numbered if isinstance(compiled, Around) else plain
        target.append(_Row(row["statement"], row["negated"] == "yes", row["body"], compiled))
    return Index((row, row.phrase) for row in numbered), Index((row, row.phrase) for row in plain)


def _named_aside(names: str) -> str:
    """ "The five permanent members (China, France, …)": whom a rule is said of may be told in between."""
    listed = rf"(?:(?:(?:the|and|&) )*{names}(?:,? ?(?=[\w&])|(?!\w))){{3,5}}"
    return rf"(?: ?(?:\({listed}\)|, {listed},|(?:--|[—–-]) ?{listed} ?(?:--|[—–-])))?"


@cache
def _stops_nothing() -> re.Pattern[str]:
    """ "Blocks nothing", "could stop no resolution"."""
    return re.compile(rf"(?:{_words('stop').pattern}) (?:nothing\b|no (?!(?:fewer|less|more)\b))", re.IGNORECASE)


def _make(sentence: Sentence, start: int, end: int, row: _Row, **fields: Any) -> _Read:
    first, last = piece(sentence.text, start, end)
    date = nearest_date(sentence, start)
    for chunk in sentence.dates:
        begins, ends = chunk.start - sentence.start, chunk.end - sentence.start
        if chunk.date is date and 0 < first - begins < DATE_REACH and not _CLAUSE.search(sentence.text, ends, first):
            first = begins
    if row.body == "unsc" and of_procedure(sentence.text, end):
        fields.setdefault("matter", "procedural")
    if row.statement == "elected by" and not row.negated and by_another_majority(sentence.text, start, end):
        row = replace(row, negated=True)
    rule = Rule(
        sentence.start + first, sentence.start + last, sentence.index, sentence.speaker_at(sentence.start + start),
        row.statement, row.body, date=earlier(sentence, start, date), negated=row.negated,
        names_body=_NAMED.search(sentence.text) is not None, past=told_of_the_past(sentence, first, last),
        of_old=of_old(sentence, start, end), **fields,
    )  # fmt: skip
    return _Read(rule, start, end)


# --- phrases with a number -------------------------------------------------------------------


def _with_numbers(sentence: Sentence, memory: Memory, fitting: list[_Row], least: bool) -> Iterator[_Read]:
    text = sentence.text
    found = False
    numbers = [c.number for c in sentence.chunks if c.number is not None][:MOST] if fitting else []
    for number in numbers:
        if number.ordinal:
            continue
        if any(_OUT_OF.fullmatch(text[other.end : number.start]) for other in numbers if other.end < number.start):
            # "seven of eleven were enough" is said of the seven
            continue
        if number.unit == "fraction" and not _conditioned(text, number.start):
            yield from _shares(sentence, number, fitting, memory)
        elif number.integer is not None and number.unit is None and 1 <= number.integer <= 15:
            supposed = _conditioned(text, number.start)
            rows_ = [row for row in fitting if not supposed or row.statement in SUPPOSING]
            claim = _of_votes(sentence, number, memory, rows_) if rows_ else None
            if claim is not None and _OF_THE_SIZE.search(text, 0, number.start):
                # "Seven were for it, which in a Council of eleven was enough": said of the seven
                many = [n.integer for n in numbers if n.end < number.start and n.integer is not None]
                rule = claim.rule
                claim = (
                    replace(claim, rule=replace(rule, statement="enough votes", quantity=many[-1])) if many else None
                )
            if claim is not None:
                found = True
                yield claim
    if least and not found:
        yield from _least(sentence)


def _of_votes(sentence: Sentence, number: NumberMention, memory: Memory, fitting: list[_Row]) -> _Read | None:
    text = sentence.text
    clause = max(number.start - 40, text.rfind(", ", 0, number.start), 0)
    if _MIGHT.search(text, clause, number.start) or _DENIED.search(text[max(0, number.start - 28) : number.start]):
        fitting = [row for row in fitting if row.statement == "not reached"]
    for row in fitting:
        if row.statement == "share needed" or not isinstance(row.phrase, Around):
            continue
        span = row.phrase.matches(text, number.start, number.end)
        if span is None:
            continue
        if row.statement in ("votes needed", "enough votes") and _ONE_OF_FIVE.search(text, 0, number.start):
            continue  # "one negative vote from the five is enough"
        about_noes = sentence.index - memory.rule_at <= 2 and memory.statement in ("noes needed", "one no stops")
        if row.statement == "votes needed" and _TO_STOP.search(text, 0, number.start) is not None:
            return _make(sentence, *span, _Row("blocking number", False, "unsc", row.phrase), quantity=number.integer)
        if row.statement == "votes needed" and number.value < FEWEST:
            if about_noes and number.value == 1:
                return _make(sentence, *span, _Row("one no stops", False, "unsc", row.phrase))
            continue
        if row.statement == "votes needed" and number.value <= _ROUNDS and _TOOK.search(text, 0, number.start):
            continue
        if row.statement == "votes needed" and _GOT_THEM.search(text, 0, number.start):
            # "Got the ten votes it needed" need not be as many as a rule asks for.
            return _make(sentence, *span, _Row("least", False, "unsc", row.phrase))
        return _make(sentence, *span, row, quantity=number.integer, will_do=_WILL_DO.search(text, *span) is not None)
    return None


_WILL_DO = re.compile(r"\b(?:enough|sufficient|suffice[sd]?|will do|carr(?:y|ies))\b")


def _conditioned(text: str, start: int) -> bool:
    """Whether a condition governs what begins there: "if", with no clause of its own begun since."""
    if _CONDITION.search(text, 0, start) is None:
        return False
    since = [m.end() for m in _NEW_CLAUSE.finditer(text, 0, start)]
    return _CONDITION.search(text, since[-1] if since else 0, start) is not None


def _shares(sentence: Sentence, number: NumberMention, fitting: list[_Row], memory: Memory) -> Iterator[_Read]:
    if not _ASSEMBLY_MATTER.search(sentence.text) and sentence.index - memory.assembly_at > ASSEMBLY_BACK:
        return
    for row in fitting:
        if row.statement == "share needed" and isinstance(row.phrase, Around):
            span = row.phrase.matches(sentence.text, number.start, number.end)
            if span is not None:
                if not of_all_members(sentence.text, number.end):
                    yield _make(sentence, *span, row, share=number.value)
                return


def _least(sentence: Sentence) -> Iterator[_Read]:
    """ "it had nine, as few as would do": settled on the vote that is spoken of."""
    match = _words("least").search(sentence.text)
    if match is None:
        return
    numbers = (c.number for c in sentence.chunks if c.number is not None and not c.number.ordinal)
    before = [n for n in numbers if n.end <= match.start() and FEWEST <= n.value <= 15]
    start = before[0].start if before else None
    if start is None and _BARE_MINIMUM.search(sentence.text[: match.end()]) and " time" not in sentence.text:
        start = match.start()
    if start is not None:
        yield _make(sentence, start, match.end(), _Row("least", False, "unsc", Fixed(match.re.pattern, ())))


# --- phrases without -------------------------------------------------------------------------


def _without_numbers(sentence: Sentence, found: list[Phrase], memory: Memory, fitting: list[_Row]) -> Iterator[_Read]:
    text = sentence.text
    procedural = sentence.index - max(memory.matter_at, memory.procedure_at) <= PROCEDURE_BACK
    named = _words("assembly").search(text) is not None
    since = sentence.index - memory.assembly_at
    place = _THERE.search(text) if since <= HALL_BACK else None
    still = place is not None and " " in place.group() and memory.council_named_at <= memory.assembly_at
    there = place is not None and (still or since <= ASSEMBLY_BACK)
    for row in fitting:
        if isinstance(row.phrase, Around):
            continue
        match = row.phrase.pattern.search(text)
        if match is None or _conditioned(text, match.start()):
            continue
        if row.statement == "veto applies" and row.negated and procedural != (row.body == "unsc"):
            if procedural and not (there or named):
                continue  # "the Council sent it to the Assembly: on procedure a veto does not count"
            row = replace(row, body="unga") if memory.on_the_assembly(sentence.index) else row
        last = row.body == "unsc" and row.statement in OF_THE_LAST
        if last and memory.on_the_assembly(sentence.index) and not _NAMED.search(match.group()):
            continue  # "its resolutions bind every member", "the presidency goes round", where those are the Assembly's
        if row.statement == "holds veto" and _IN_THE_ASSEMBLY.search(text, 0, match.start()):
            row = replace(row, statement="veto applies", body="unga")
        if row.statement in OF_MAY and not row.negated and _NO_SUCH.search(text, 0, match.start()):
            row = replace(row, negated=True)
        if row.statement in OF_STOPPING and not row.negated and _stops_nothing().search(text, match.start()):
            if row.statement == "one no stops" and _words("holder").search(text) is None:
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
                yield _make(sentence, of.first, match.end(), row, members=of.members, quantity=of.quantity)
        elif row.statement == "veto applies" and row.negated and _words("procedural").search(match.group()):
            yield _make(sentence, match.start(), match.end(), row, matter="procedural")
        elif row.statement == "veto applies" and row.negated and sentence.index - memory.procedure_at == 1:
            # "On Sunday it went to the Assembly. The Russian veto could not stop that."
            yield _make(sentence, match.start(), match.end(), row, matter="procedural")
        elif row.statement in A_VOTE:
            yield _make(sentence, match.start(), match.end(), row, quantity=1)
        elif row.statement == "veto debate":
            yield _make(sentence, match.start(), match.end(), row, quantity=days_told(text, match.end()))
        elif (
            row.body == "unsc"
            or row.statement in OF_EITHER_BODY
            or there
            or named
            or (row.statement == "veto applies" and memory.on_the_assembly(sentence.index))
        ):
            yield _make(sentence, match.start(), match.end(), row)


def _by_one_vote(sentence: Sentence, found: list[Phrase]) -> Iterator[_Read]:
    """ "One Chinese No would have been enough", "a single vote against from Paris and it would have been dead"."""
    for first, last, members, idle in stops_it(sentence, found):
        start, end = sentence.chunks[first].start, sentence.chunks[last].end
        row = _Row("could stop", idle, "unsc", Fixed(_ONE_OF_FIVE.pattern, ()))
        yield _make(sentence, start - sentence.start, end - sentence.start, row, members=members)


_ONE_OF_FIVE = re.compile(
    r"\b(?:vote|no|veto|nay|voice) (?:from|of|by|among) (?:(?:any|one|either) (?:one )?of )?the (?:permanent |big )?$",
    re.IGNORECASE,
)
