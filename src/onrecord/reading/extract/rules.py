"""Rules: "needs nine votes and no veto", "one No is enough", "could have vetoed it", "no veto on procedural matters"."""

from __future__ import annotations

import re
from functools import cache

from onrecord.reading.claims.rule import Rule
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.figures import piece
from onrecord.reading.extract.sizes import nearest_date
from onrecord.reading.figure_words import pattern
from onrecord.reading.grammar import Phrase, Sentence
from onrecord.reading.number_words import any_of
from onrecord.reading.numbers import NumberMention
from onrecord.reading.table import phrases, rows

TABLE = "rule_words.csv"
MEMORY = 3
_GATE = re.compile(
    r"\b(?:veto\w*|votes?|needs?|needed|requir\w+|takes?|took|enough|suffic\w+|majority|majorities|abstention\w*|abstain\w*|absten\w+|procedur\w+|permanent|block\w*|could have|re-elected|threshold|consent|second term|at once|noes?|least|minimum|short|fewer|recommend\w*)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:European Union|EU|NATO|parliament\w*|Senate|Congress|president(?:ial)?|governor|board|jury|referendum|Sejm|Bundestag|Commons|committee|Hungary's veto|summit)\b",
)
_COUNCIL = re.compile(r"\b(?:Council|UNSC|resolutions?|drafts?|vetoe?[sd]?|permanent (?:members?|five)|P5|Charter)\b")
_SUPPOSED = re.compile(r"\b(?:suppose|imagine|assume|picture a|what if)\b", re.IGNORECASE)
_MIGHT = re.compile(r"\b(?:might|may|could|should)\b", re.IGNORECASE)
FEWEST = 5
"""No body's rule here asks for fewer votes than this."""
_CONDITION = re.compile(r"\b(?:if|unless|whether|suppose|should a|were a)\b", re.IGNORECASE)
_COULD = re.compile(
    r"\b(?P<could>could(?P<neg1> not|n't)? (?:still |easily |well |also |each |have )*have|was(?P<neg2> not|n't)? able to|were(?P<neg3> not|n't)? able to|had the power to|has the power to|have the power to|can(?P<neg4>not| not|'t)?|could(?P<neg5> not|n't)?(?= (?:not )?(?:block|veto|stop|prevent|kill|sink)\b))\s+(?:not )?(?:still |easily |simply |itself |each |also |have )*(?P<verb>\w+(?: down)?)",
    re.IGNORECASE,
)
_FEWER = re.compile(r"\b(?:votes? )?(?:fewer than|short of|less than|shy of|too few)\b", re.IGNORECASE)


class Memory:
    """When the text last spoke of the Council or the Assembly and of the votes a text needs."""

    __slots__ = ("assembly_at", "council_at", "rule_at", "statement", "supposed_at")

    def __init__(self) -> None:
        self.assembly_at = self.council_at = self.rule_at = self.supposed_at = -99
        self.statement = ""


@cache
def _words(kind: str) -> re.Pattern[str]:
    return pattern(phrase for row in rows(TABLE) if row["class"] == kind for phrase in phrases(row["words"]))


@cache
def _any(kind: str) -> str:
    return any_of(phrase for row in rows(TABLE) if row["class"] == kind for phrase in phrases(row["words"]))


def rules(sentence: Sentence, found: list[Phrase], memory: Memory) -> list[Rule]:
    """Claims in the order of the sentence; a question or a condition asserts no rule."""
    text = sentence.text
    if _COUNCIL.search(text):
        memory.council_at = sentence.index
    if _words("assembly").search(text):
        memory.assembly_at = sentence.index
    if not _GATE.search(text) or sentence.question or sentence.withdrawn or _ELSEWHERE.search(text):
        return []
    if _SUPPOSED.search(text):
        memory.supposed_at = sentence.index
    if sentence.index - max(memory.council_at, memory.assembly_at) > MEMORY or sentence.index - memory.supposed_at <= 2:
        return []
    claims: list[Rule] = []
    elections = _elections(sentence)
    for claim in (
        *_votes_needed(sentence, memory), *_vetoes(sentence, found), *_abstention(sentence), *_could(sentence, found),
        *elections, *(_assembly(sentence) if not elections else ()),
    ):  # fmt: skip
        if not any(c.start < claim.end and claim.start < c.end and _same(c, claim) for c in claims):
            claims.append(claim)
    if claims:
        memory.rule_at, memory.statement = sentence.index, claims[-1].statement
    return sorted(claims, key=lambda claim: claim.start)


def _same(one: Rule, other: Rule) -> bool:
    """Whether two readings of one stretch are one claim: "needs nine votes and no veto"."""
    pair = {one.statement, other.statement}
    return len(pair) == 1 or pair <= {"votes needed", "veto applies", "one no stops", "consent of all", "could stop", "least", "holds veto"}


def _make(sentence: Sentence, start: int, end: int, statement: str, **fields: object) -> Rule:
    first, last = piece(sentence.text, start, end)
    date = nearest_date(sentence, start)
    for chunk in sentence.dates:
        if chunk.date is date and 0 < first - (chunk.start - sentence.start) < 60:
            first = chunk.start - sentence.start
    past = re.search(r"\b(?:had|was|were|needed|required|took|sufficed|carried|did|could)\b", sentence.text[first:last]) is not None
    return Rule(
        sentence.start + first, sentence.start + last, sentence.index, sentence.speaker_at(sentence.start + start), statement,
        date=date, past=past, **fields,
    )  # type: ignore[arg-type]  # fmt: skip


# --- how many votes --------------------------------------------------------------------------


def _votes_needed(sentence: Sentence, memory: Memory) -> list[Rule]:
    text = sentence.text
    claims = []
    spoken = sentence.index - memory.rule_at <= 2
    for chunk in sentence.chunks:
        number = chunk.number
        if number is None or number.ordinal or number.integer is None or number.unit or not 1 <= number.integer <= 15:
            continue
        statement = _needed(text, number, spoken)
        if statement == "votes needed" and number.integer < FEWEST:
            about_noes = spoken and memory.statement in ("noes needed", "one no stops") and number.integer == 1
            statement = "one no stops" if about_noes else None
        if statement is not None and _MIGHT.search(text, max(0, number.start - 40), number.start):
            statement = None
        if statement is not None and not _CONDITION.search(text[: number.start]):
            first, last = number.start, _extended(text, number.end)
            matter = "procedural" if _words("procedural").search(text, *piece(text, first, last)) else None
            negated = re.search(r"\b(?:not|n't|never)\b[^,;]{0,12}\Z", text[max(0, first - 24) : first]) is not None
            if not negated:
                claims.append(_make(sentence, first, last, statement, quantity=number.integer, matter=matter))
    match = _words("least").search(text)
    counted = [c for c in sentence.chunks if c.number is not None and match and c.number.end <= match.start()]
    if match and not claims and any(c.number is not None and FEWEST <= c.number.value <= 15 for c in counted):
        first = min(c.number.start for c in counted if c.number is not None and c.number.value >= FEWEST)
        claims.append(_make(sentence, first, match.end(), "least"))
    return claims


def _extended(text: str, end: int) -> int:
    """With what the sentence adds of a veto: "nine votes out of fifteen and no negative vote from any of the P5"."""
    match = re.match(rf"[^.;:,]{{0,40}}\band no (?:{_any('no_vote')})\b(?:[^.;:,]{{0,30}}\b(?:{_any('holder')}))?", text[end:])
    return end + match.end() if match else end


def _needed(text: str, number: NumberMention, spoken: bool) -> str | None:
    before, after = text[max(0, number.start - 70) : number.start], text[number.end : number.end + 60]
    votes = re.match(r" (?:(?:affirmative|positive|yes|Yes|favourable|concurring|supporting) )?(?:votes?|ayes|yeses|Yeses|members|hands|voices)\b", after)
    stop = re.match(r"\s*(?:[.,;)]|$|out of\b| and no\b| in favour\b| Yes\b| to \w+\b)", after) is not None or votes is not None
    if re.match(r"(?: votes?)? (?:fewer than|short of|shy of|too few|less than)(?: what| that)? (?:it|the (?:text|draft)|a resolution|were|was|they)? ?(?:needed|required|necessary|requires)?", after) and re.search(r"need|requir|necess", after):
        return "short by"
    if re.search(r"\b(?:fell|was|were|came|fallen|falls|just|still|ended|ending) (?:up )?(?:only |just )?\Z", before) and re.match(r" votes? (?:short|shy)\b", after):
        return "short by"
    needs = re.search(rf"\b(?:{_any('needs')})(?: at least| a minimum of| only| just| the| some| as before| out of \w+)?\s\Z", before, re.IGNORECASE)
    if needs and stop:
        subject = before[: needs.start()]
        if _words("text").search(subject[-45:]) or re.search(r"\b(?:today|now|therefore|then|still)\s*\Z", subject) or spoken:
            return "votes needed"
    if votes and re.match(rf"{re.escape(votes.group())}(?: out of \w+| in favour)? (?:are|were|is|was|being) (?:needed|required|necessary|enough|sufficient|the threshold|demanded)", after):
        return "votes needed"
    if re.match(rf"(?:{re.escape(votes.group())})?(?: out of \w+)? (?:{_any('suffices')})\b" if votes else rf" (?:out of \w+ )?(?:{_any('suffices')})\b(?! (?:not|no|up|over|out|so)\b)", after, re.IGNORECASE):
        if votes or spoken or re.match(r" (?:is|was|were|are) (?:enough|sufficient|plenty)| suffic", after, re.IGNORECASE):
            decides = re.search(r"\bdecid|\bcarr", after[:25])
            return "votes needed" if not decides or votes else None
    if votes and re.match(rf"{re.escape(votes.group())} (?:(?:that )?(?:it|they|the text|the draft|a resolution|a text|any text|the resolution) (?:need\w*|requir\w+)|needed|required|necessary)\b", after):
        return "votes needed"
    if re.search(r"\b(?:threshold|bar|required number|necessary number|magic number)(?: of votes)? (?:is|was|has been|had been|stood at|stands at|of|at)(?: only| now| then)?\s\Z", before):
        return "votes needed"
    return None


# --- the veto --------------------------------------------------------------------------------


def _vetoes(sentence: Sentence, found: list[Phrase]) -> list[Rule]:
    text = sentence.text
    if not re.search(r"\b(?:veto\w*|noe?s?|negative|permanent|P5|consent|against|five)\b", text, re.IGNORECASE):
        return []
    claims: list[Rule] = []
    procedural = _words("procedural").search(text) is not None
    matter = "procedural" if procedural else None
    for statement, expression, negated in _veto_patterns():
        match = expression.search(text)
        if match is None or _CONDITION.search(text[: match.start()]):
            continue
        groups = match.groupdict()
        quantity = {"one": 1, "a": 1, "a single": 1, "any": 1, "two": 2, "three": 3, "both": 2}.get((groups.get("count") or "").lower())
        claims.append(_make(sentence, match.start(), match.end(), statement, negated=negated, matter=matter, quantity=quantity))
    return claims


@cache
def _veto_patterns() -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    """Statement, pattern, whether it denies."""
    holder, no_vote, stop = _any("holder"), _any("no_vote"), _any("stop")
    any_holder = rf"(?:any|each|every|an?|one|either|all|any one|each one|any single|a single)(?: one)?(?: of)?(?: the)? (?:\w+ )?(?:{holder})"
    raw = (
        ("one no stops", rf"\b(?:one|an?|a single|any|any single|a lone|single) (?:{no_vote})\b(?: (?:by|from|of|cast by) {any_holder})?[^.;,]{{0,12}}? (?:is|was|are|were)? ?(?:enough|sufficient|suffices|sufficed|all it takes|kills|blocks|stops|sinks|to (?:block|kill|stop|sink))", False),
        ("one no stops", rf"\bfrom {any_holder},? (?:one|a single) (?:{no_vote}) (?:is|was) (?:enough|sufficient)|\bfrom {any_holder},? (?:one|a single) (?:{no_vote}) suffices", False),
        ("one no stops", rf"\b{any_holder} (?:can|may|could)(?: \w+)? (?:{stop})\b", False),
        ("one no stops", rf"\bno (?:{no_vote}) (?:from|by|of) (?:any of )?(?:the )?(?:\w+ )?(?:{holder})", False),
        ("noes needed", rf"\b(?P<count>two|three|both) (?:of the )?(?:{holder}) (?:must|have to|need to|had to|would have to) (?:vote|say|cast)", False),
        ("veto applies", r"\bthere(?: is| was|'s| exists) no (?:right of )?veto\b[^.;]{0,50}", True),
        ("veto applies", r"\bno (?:right of )?veto (?:applies|applied|exists|holds|counts)\b[^.;]{0,50}", True),
        ("veto applies", r"\bthe veto (?:does|did) not (?:apply|exist|count|reach|extend)\b[^.;]{0,50}", True),
        ("veto applies", rf"\b(?:where|that|which) (?:no|none of the|not even a) (?:{holder}) (?:could|can|may) (?:{stop})", True),
        ("veto applies", rf"\b(?:no|none of the|not even a) (?:{holder}) (?:could|can|may) (?:{stop})\b", True),
        ("veto applies", rf"\b(?:the )?(?:{holder}) (?:have|has|had|hold|holds|held) no (?:right of )?veto\b[^.;,]{{0,50}}", True),
        ("veto applies", r"\b(?:have|has|had) no force of veto|\b(?:do|does|did) not count as (?:a )?veto(?:es)?\b[^.;]{0,50}|\b(?:is|was|are|were) not (?:a )?veto(?:es)?\b[^.;]{0,12}\bprocedur", True),
        ("veto applies", rf"\ba (?:{holder})(?:'s)? (?:{no_vote}) (?:cannot|could not|can't|couldn't|does not|did not) (?:{stop})|\b(?:{no_vote}) (?:from|of|by) [\w ]{{3,40}} (?:cannot|could not|can't|couldn't) (?:{stop})", True),
        ("consent of all", rf"\b(?:needs?|needed|requires?|required) (?:the )?(?:consent|assent|agreement|approval|concurrence|concurring votes|unanimity|blessing|yes|backing|support) of (?:all|each of|every one of)(?: of)?(?: the)? (?:five|{holder})", False),
        ("holds veto", rf"\b(?:only|just) the (?:\w+ )?(?:{holder}) (?:can|may|have|hold|has)\b[^.;,]{{0,20}}\bveto", False),
        ("elected veto", rf"\b(?:{_any('elected')}) (?:have|has|had|hold|enjoy) no veto|\b(?:{_any('elected')}) (?:cannot|can't|could not|may not) veto|\b(?:{_any('elected')}) do not have (?:a |the )?veto", True),
        ("elected veto", rf"\b(?:{_any('elected')}) (?:can|may|also|too)(?: also| too)? (?:veto|block)\b|\b(?:{_any('elected')}) (?:have|has|hold|enjoy) (?:a|the) (?:right of )?veto", False),
        ("holds veto", rf"\b(?:each|all|every one|any) of the (?:\w+ )?(?:{holder}) (?:has|have|holds|hold|wields|wield|enjoys|enjoy) (?:a|the) (?:right of |power of )?veto|\bthe (?:\w+ )?(?:{holder}) (?:have|hold|wield|enjoy) (?:a|the|their) (?:right of |power of )?veto", False),
    )  # fmt: skip
    return tuple((statement, re.compile(expression, re.IGNORECASE), negated) for statement, expression, negated in raw)


def _abstention(sentence: Sentence) -> list[Rule]:
    text = sentence.text
    match = re.search(r"\b(?:an )?(?:abstentions?|abstaining|absence|abstainers?)\b", text, re.IGNORECASE)
    if match is None or _CONDITION.search(text[: match.start()]):
        return []
    rest = text[match.start() : match.start() + 140]
    denies = re.search(
        rf"\b(?:does not|do not|doesn't|don't|did not|is not|are not|isn't|was not|cannot|can't|is no|are no|never|nor does it|hardly)\b[^.;]{{0,30}}?\b(?:veto\w*|{_any('stop')}|amounts? to|counts? as|same as a|no vote|No|against|toward)\b",
        rest, re.IGNORECASE,
    )  # fmt: skip
    affirms = re.search(
        rf"\b(?:abstentions?|abstaining) (?:by|from|of) (?:any|an?|one|either|each|even one)(?: one)?(?: of the| of)?(?: the)? (?:\w+ )?(?:{_any('holder')}|them)\b[^.;]{{0,14}}?\b(?:{_any('stop')}|counts as a veto|amounts to a veto|is a veto|has the force of a veto)\b",
        rest, re.IGNORECASE,
    )  # fmt: skip
    if affirms:
        return [_make(sentence, match.start(), match.start() + affirms.end(), "abstention stops")]
    if denies and re.search(r"veto|block|stop|kill|count", rest[denies.start() : denies.end() + 20], re.IGNORECASE):
        toward = "toward" in denies.group() and "two-thirds" in text
        body = "unga" if toward or (_words("assembly").search(text) and "veto" not in text) else "unsc"
        return [_make(sentence, match.start(), match.start() + denies.end(), "abstention stops", negated=True, body=body)]
    return []


def _could(sentence: Sentence, found: list[Phrase]) -> list[Rule]:
    """ "Russia and China, either of which could have blocked it"; what somebody could yet do is a threat, not a rule."""
    text = sentence.text
    claims = []
    for match in _COULD.finditer(text):
        verb = match["verb"].lower()
        bare = match["could"].lower().startswith(("can", "could not", "couldn't"))
        if not re.fullmatch(_any("stop"), verb) or _CONDITION.search(text[: match.start()]):
            continue
        if not re.search(r"have\Z|power to\Z|able to\Z|not\Z|n't\Z|can\Z", match["could"], re.IGNORECASE):
            continue
        negated = any(match[f"neg{i}"] for i in range(1, 6))
        if bare and not negated and not re.match(r"can\b", match["could"], re.IGNORECASE):
            continue
        members, first = _who(sentence, found, match.start())
        if members is None:
            continue
        procedural = "procedural" if _words("procedural").search(text) else None
        claims.append(_make(sentence, max(first, 0), match.end(), "could stop", members=members, negated=negated, matter=procedural))
    return claims


def _who(sentence: Sentence, found: list[Phrase], at: int) -> tuple[Members | None, int]:
    """The members named last before the offset, with nothing but a relative clause's opening between."""
    best: Phrase | None = None
    for phrase in found:
        if sentence.chunks[phrase.last].end - sentence.start <= at and (phrase.members.named or phrase.members.groups):
            best = phrase
    if best is None:
        return None, 0
    end = sentence.chunks[best.last].end - sentence.start
    gap = sentence.text[end:at].strip().lower()
    opening = r"[,()]*\s*(?:(?:'s|either|any|both|each|neither|one) (?:of (?:whom|which|them|the two|the three)|alone|one of (?:whom|which))?|who|which|of whom|alone|also|too|each|both|itself|by itself|still|and|that|(?:who|which) (?:both|each|alone|also))?\s*,?"
    if not re.fullmatch(opening, gap) and not re.fullmatch(r"(?:'s|s') (?:no|noes|vote|votes|veto|\w+ vote).{0,20}", gap):
        return None, 0
    return best.members, sentence.chunks[best.first].start - sentence.start


# --- the Assembly, elections -----------------------------------------------------------------


def _assembly(sentence: Sentence) -> list[Rule]:
    text = sentence.text
    claims = []
    each = re.search(r"\b(?:everyone|everybody|every (?:member|state|country|nation|member state)|each (?:member|state|country|nation)|all (?:members|states|countries)) (?:has|have|had) (?:only |just |but )?(?:one|a single|an equal) vote", text, re.IGNORECASE)
    if each and _words("assembly").search(text):
        claims.append(_make(sentence, each.start(), each.end(), "one vote each", body="unga"))
    for chunk in sentence.chunks:
        number = chunk.number
        if number is None or number.unit != "fraction":
            continue
        before, after = text[max(0, number.start - 90) : number.start], text[number.end : number.end + 70]
        needs = re.search(rf"\b(?:{_any('needs')}|by)(?: at least)? an? \Z|\b(?:{_any('needs')}) (?:at least )?\Z|\bthe \Z", before, re.IGNORECASE)
        majority = re.match(r"[ -]majority\b| of (?:the|those|all|its|members|votes)\b|s? (?:that )?(?:the Assembly|it) (?:need|requir)", after)
        if needs and majority and (re.search(r"important|Assembly|question|admission|elected|amend", text, re.IGNORECASE)):
            claims.append(_make(sentence, number.start, number.end + majority.end(), "share needed", body="unga", share=number.value))
    no_veto = re.search(r"\bno (?:country|state|member|one|nation)?\s?(?:has|holds|have)?\s?(?:a )?veto\b[^.;,]{0,24}\b(?:General )?Assembly|\b(?:General )?Assembly\b[^.;,]{0,24}\b(?:there is no veto|no (?:one|state|country|member) has a veto|knows no veto|has no veto)", text)
    if no_veto:
        claims.append(_make(sentence, no_veto.start(), no_veto.end(), "veto applies", body="unga", negated=True))
    recommended = re.search(r"\bAssembly (?:can't|cannot|can not|can only|may only|may not) admit\b[^.;]{0,60}\bCouncil\b[^.;]{0,20}", text)
    if recommended:
        claims.append(_make(sentence, recommended.start(), recommended.end(), "recommendation", body="unga"))
    return claims


def _elections(sentence: Sentence) -> list[Rule]:
    """How the elected members come to sit, and whether they may stay."""
    text = sentence.text
    claims = []
    again = re.search(r"\b(?:(?P<deny>cannot|can't|can not|may not|are not allowed to|is not allowed to|must not|not eligible)|may|can|are free to|are allowed to)\b(?: then)? (?:be re-elected|be reelected|stand (?:for a second term|again)|seek (?:immediate )?re-election|run again|succeed themselves|serve (?:two|consecutive) (?:terms|in a row)|for immediate re-election|be elected again)(?: at once| immediately| straight away| right away| in a row| back to back)?", text, re.IGNORECASE)
    if again and re.search(r"\b(?:at once|immediate\w*|straight|right away|in a row|back to back|consecutive|succeed themselves)\b", again.group()):
        claims.append(_make(sentence, again.start(), again.end(), "re-election", negated=bool(again["deny"])))
    chosen = re.search(r"\b(?:elected|chosen|picked) by the (?:UN )?(?P<by>General Assembly|Assembly|Security Council|Council|secretary-general|permanent (?:members|five))\b", text, re.IGNORECASE)
    if chosen and re.search(r"\b(?:members?|ten|non-permanent|them|others|seats)\b", text[: chosen.start()], re.IGNORECASE):
        claims.append(_make(sentence, chosen.start(), chosen.end(), "elected by", negated="assembly" not in chosen["by"].lower()))
    elects = re.search(r"\bit is the General Assembly\b[^.;]{0,24}\b(?:that|which|who) elects? them\b|\bthe General Assembly elects (?:them|the (?:ten|other ten|non-permanent members|elected members))\b", text)
    if elects:
        claims.append(_make(sentence, elects.start(), elects.end(), "elected by"))
    return claims
