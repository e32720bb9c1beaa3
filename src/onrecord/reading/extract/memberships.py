"""Seats and terms: "an elected member until the end of 2025", "left the Council in 2023", "elected twelve times"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.figure_measures import piece
from onrecord.reading.figure_words import pattern
from onrecord.reading.grammar import Phrase, Sentence
from onrecord.reading.phrasing import Fixed, Index, Vocabulary, Words
from onrecord.reading.table import phrases, rows

WORDS, PHRASES = "membership_words.csv", "membership_phrases.csv"
MEMORY = 3
"""Sentences for which a subject or a topic is still understood."""
_COUNCIL = re.compile(r"\b(?:Council|UNSC|security council)\b")
_OWNER = re.compile(r"(?:its|their|whose|our|his|'s|s'|the)\b", re.IGNORECASE)
_NOR = re.compile(r"\b(?:has(?:n't| not)|have(?:n't| not)|nor has|neither has)\b[^.;:]{0,20}?(?:\beither\b|$)")
_ITS_OWN = re.compile(r"(?:'s|s') (?:runs? (?:to|until|till|out)|ends?|expires?|lasts? until)\b")
_OWN_TERM = re.compile(
    r"\b(?:its|their|on its|for an?|for its|serving a|serving its|began its|begins its|in its|of its)\s\Z|'s\s\Z",
    re.IGNORECASE,
)
_SO_DID = re.compile(r"\b(?:and )?so (?:do|did|does|will|has|have|had|is|are|was|were)\b", re.IGNORECASE)

DATE_MEMORY = 4
"""Sentences for which a date is still the time told of."""


@dataclass(slots=True)
class Memory:
    """Whom the text spoke of last, and whether it spoke of terms."""

    subject: Members | None = None
    subject_at: int = -99
    several: Members | None = None
    several_at: int = -99
    form: str | None = None
    form_at: int = -99
    claim: Membership | None = None
    date: DateMention | None = None
    date_at: int = -99
    council_at: int = -99
    """The last sentence that may speak of the Council."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """Where a predicate stands in the sentence, and what it says."""

    start: int
    end: int
    form: str
    kind: str | None = None
    negated: bool = False
    quantity: int | None = None
    ordinal: bool = False
    owner: bool = False
    """Whether the subject owns the noun ("its term") instead of doing the verb."""


def memberships(sentence: Sentence, found: list[Phrase], memory: Memory, words: Words) -> list[Membership]:
    """Claims in the order of the sentence; `memory` is carried from sentence to sentence."""
    text = sentence.text
    claims: list[Membership] = []
    if not _gate("gate").isdisjoint(words) and not sentence.question and not sentence.withdrawn:
        taken: list[tuple[int, int]] = []
        hits = _hits(sentence, memory, words)
        for hit in hits if hits and not _words("elsewhere").search(text) else ():
            if any(hit.start < end and start < hit.end for start, end in taken):
                continue
            claim = _claim(sentence, found, memory, hit)
            if claim is not None:
                claims.append(claim)
                taken.append((hit.start, hit.end))
                memory.form, memory.form_at, memory.claim = claim.form, sentence.index, claim
        claims.extend(_so_did(sentence, found, memory, claims))
    _remember(sentence, found, memory)
    return sorted(claims, key=lambda claim: claim.start)


def speaks_of_council(text: str) -> bool:
    return _COUNCIL.search(text) is not None or re.search(r"\bpermanent (?:members?|five)\b", text) is not None


@cache
def _gate(kind: str) -> Words:
    return frozenset(words for row in rows(WORDS) if row["class"] == kind for words in phrases(row["words"]))


@cache
def _words(kind: str) -> re.Pattern[str]:
    return pattern(words for row in rows(WORDS) if row["class"] == kind for words in phrases(row["words"]))


def _so_did(sentence: Sentence, found: list[Phrase], memory: Memory, said: list[Membership]) -> list[Membership]:
    """ "So do Denmark and Greece": what the claim before says, said of others too."""
    last = said[-1] if said else memory.claim if sentence.index - memory.form_at <= 1 else None
    match = _SO_DID.search(sentence.text)
    if last is None or match is None or last.form in ("times", "count"):
        return []
    for named in found:
        start = sentence.chunks[named.first].start
        if 0 <= start - sentence.start - match.end() <= 5 and named.members.named:
            end = sentence.chunks[named.last].end
            begin = sentence.start + match.start()
            return [replace(last, start=begin, end=end, sentence=sentence.index, members=named.members)]
    return []


def _remember(sentence: Sentence, found: list[Phrase], memory: Memory) -> None:
    dates = [c.date for c in sentence.dates if c.date is not None and c.date.role in ("at", "between")]
    dated = [d for d in dates if d.form == "calendar" and d.year]
    if dated:
        memory.date, memory.date_at = dated[-1], sentence.index
    for named in found:
        members = named.members
        if members.named and not members.others:
            if len(members.named) == 1:
                memory.subject, memory.subject_at = members, sentence.index
            else:
                memory.several, memory.several_at = members, sentence.index


# --- predicates ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    form: str
    negated: bool
    phrase: Fixed


@cache
def _rows() -> Index[_Row]:
    vocabulary = Vocabulary()
    for row in rows(WORDS):
        vocabulary.add_words(row["class"], phrases(row["words"]), capture=row["class"] == "kind")
    found: list[_Row] = []
    for row in rows(PHRASES):
        if row["form"].startswith("="):
            vocabulary.add_phrase(row["form"][1:], row["phrase"])
            continue
        compiled = vocabulary.phrase(row["phrase"])
        if isinstance(compiled, Fixed):
            found.append(_Row(row["form"], row["negated"] == "yes", compiled))
    return Index((row, row.phrase) for row in found)


def _hits(sentence: Sentence, memory: Memory, words: Words) -> list[_Hit]:
    text = sentence.text
    hits = _times(sentence, memory)
    spoken = sentence.index - memory.council_at <= MEMORY or sentence.index - memory.form_at <= MEMORY
    for row in _rows().fitting(words):
        for match in row.phrase.pattern.finditer(text):
            if _about_the_council(row, match, spoken):
                kind = _kind(match.groupdict().get("kind"))
                owner = _OWNER.match(match.group()) is not None and row.form in ("start", "end")
                hits.append(_Hit(match.start(), match.end(), row.form, kind, row.negated, owner=owner))
    hits.extend(_elliptic(sentence, memory, hits))
    return sorted(hits, key=lambda hit: (hit.start, -hit.end))


def _about_the_council(row: _Row, match: re.Match[str], spoken: bool) -> bool:
    """Whether the words name the Council, or can only mean it where the text speaks of it."""
    words = match.group()
    if speaks_of_council(words) or re.search(r"\btable\b", words):
        return True
    if row.form in ("start", "end") and words.startswith(("'s", "s'", "the ")) and re.search(r"\bterms?\b", words):
        return True
    if row.form == "seat":
        return spoken or match.groupdict().get("kind") is not None
    if not spoken or row.form == "never":
        return spoken
    if _words("ends_alone").fullmatch(words):
        return True
    seat = re.search(r"\bseats?\b|\bterms?\b|\bstint\b|^in comes?\b", words, re.IGNORECASE)
    return seat is not None or _OWNER.match(words) is not None


def _elliptic(sentence: Sentence, memory: Memory, hits: list[_Hit]) -> Iterator[_Hit]:
    """ "Liberia hasn't either", "Ghana's runs to the end of 2024": the noun or verb was said just before."""
    text = sentence.text
    if memory.form == "never" and sentence.index - memory.form_at <= 1:
        match = _NOR.search(text)
        if match:
            yield _Hit(match.start(), match.end(), "never")
    said_just_now = memory.form == "end" and sentence.index - memory.form_at <= 1
    if said_just_now or any(hit.form == "end" for hit in hits):
        for match in _ITS_OWN.finditer(text):
            yield _Hit(match.start(), match.end(), "end", owner=True)


def _kind(word: str | None) -> str | None:
    if word is None:
        return None
    return "permanent" if word.lower() in ("permanent", "veto-wielding", "veto-holding") else "elected"


def _times(sentence: Sentence, memory: Memory) -> list[_Hit]:
    """ "Elected twelve times", "twelve terms", "its eighth term", and after these "Germany has had six"."""
    text = sentence.text
    hits: list[_Hit] = []
    spoken = memory.form == "times" and sentence.index - memory.form_at <= MEMORY
    near_council = sentence.index - memory.council_at <= MEMORY or spoken
    for chunk in sentence.chunks:
        number = chunk.number
        if number is None or number.integer is None or not 1 <= number.integer <= 30:
            continue
        start, end = number.start, number.end
        after, before = text[end : end + 24], text[max(0, start - 40) : start]
        if number.ordinal and text.startswith(("a ", "an "), start):
            before += "a "
        if number.unit == "times" or re.match(r" times\b", after):
            if re.match(r"(?: times)? (?:an? )?(?:elected |non-permanent )?member of", after):
                hits.append(_Hit(start, end + 6, "times", quantity=number.integer))
            elif re.search(
                r"\b(?:elected|chosen|served|sat|been a member|member)\b[^.;]{0,16}$", before, re.IGNORECASE
            ):
                verb = re.search(r"\b(?:elected|chosen|served|sat|been a member|member)\b", before, re.IGNORECASE)
                first = start - (len(before) - verb.start()) if verb else start
                hits.append(_Hit(first, end + 6, "times", quantity=number.integer))
        elif re.match(r" (?:two-year |Council )?terms?\b", after) and (near_council or "Council" in after):
            if number.ordinal and (not _OWN_TERM.search(before) or re.match(r"\w* terms? (?:for|as)\b", after.strip())):
                continue
            hits.append(_Hit(start, end + 6, "times", quantity=number.integer, ordinal=number.ordinal))
        elif (
            spoken
            and re.search(r"\b(?:has|have|had)(?: had| sat| served)? $", before)
            and re.match(r"\s*(?:[.,;]|$| times| terms)", after)
        ):
            hits.append(_Hit(start - 4, end, "times", quantity=number.integer))
        elif (
            (spoken or hits or memory.form in ("start", "seat"))
            and near_council
            and number.ordinal
            and re.search(r"\b(?:on its|for an?|for its) $", before)
            and re.match(r"\s*(?:[.,;]|$| term| time)", after)
        ):
            hits.append(_Hit(start - 4, end, "times", quantity=number.integer, ordinal=True))
    return hits


# --- the claim -------------------------------------------------------------------------------


def _claim(sentence: Sentence, found: list[Phrase], memory: Memory, hit: _Hit) -> Membership | None:
    text = sentence.text
    members, first = _subject(sentence, found, memory, hit)
    if members is None or (hit.form == "seat" and not members.named and members.adjective is None):
        # "Elected members sit on the Council": what they are, not who they are.
        return None
    start = min(first, hit.start)
    left, right = piece(text, min(start, hit.start), hit.end)
    before = text[max(left, hit.start - 30) : hit.end]
    if _words("unreal").search(text, max(left, start), hit.start) or _conditional(sentence, hit):
        return None
    if hit.form == "seat" and text[: hit.start].rstrip().lower().endswith(" to"):
        return None
    date, date_end = _date(sentence, hit, right)
    form = hit.form
    quantity, ordinal = hit.quantity, hit.ordinal
    if form == "first_year":
        form, quantity = "seat", None
        ordinal = False
    most = form == "times" and _words("most").search(text) is not None
    span_end = max(hit.end, date_end, _end_of(sentence, found, members) if first == hit.start else 0)
    if most:
        span_end = max(span_end, _words("most").search(text).end())  # type: ignore[union-attr]
    span_start = start if start >= left or hit.start - start < 80 else left
    while span_start < hit.start and text[span_start] in " ,'\"":
        span_start += 1
    told = memory.date if sentence.index - memory.date_at <= DATE_MEMORY else None
    return Membership(
        sentence.start + span_start, sentence.start + len(text[:span_end].rstrip(" ,;.")), sentence.index,
        sentence.speaker_at(sentence.start + hit.start), members=members, form=form, kind=hit.kind, negated=hit.negated,
        date=date, date_before=told, quantity=quantity, ordinal=ordinal, most=most,
        future=_words("future").search(before) is not None, past=_words("past").search(before) is not None,
    )  # fmt: skip


def _conditional(sentence: Sentence, hit: _Hit) -> bool:
    if sentence.unreal_from >= len(sentence.chunks):
        return False
    return sentence.chunks[sentence.unreal_from].start - sentence.start <= hit.start


def _subject(sentence: Sentence, found: list[Phrase], memory: Memory, hit: _Hit) -> tuple[Members | None, int]:
    """Whose seat or term it is, and where the sentence names them; for "the terms of" and "in come" that is behind."""
    text = sentence.text
    quantity = re.search(r"\b(two|three|four|five|both|all) of them\b", text[: hit.start], re.IGNORECASE)
    if quantity and memory.several is not None and sentence.index - memory.several_at <= MEMORY:
        count = {"two": 2, "three": 3, "four": 4, "five": 5}.get(quantity[1].lower())
        return replace(memory.several, quantity=count), quantity.start()
    spans = [
        (p, sentence.chunks[p.first].start - sentence.start, sentence.chunks[p.last].end - sentence.start)
        for p in found
    ]
    usable = [s for s in spans if s[0].members.named or s[0].members.groups or s[0].members.quantity is not None]
    inside = [s for s in usable if hit.start <= s[1] < hit.end]
    if hit.owner and inside:
        return inside[0][0].members, hit.start
    if hit.owner and (possessor := _possessor(sentence, hit)) is not None:
        return possessor
    following = [s for s in usable if 0 <= s[1] - hit.end <= 5]
    if following and text[hit.start : hit.end].lower().startswith("in come"):
        return following[0][0].members, hit.start
    apposed = [s for s in usable if s[1] < hit.start < s[2] and s[0].members.named]
    if apposed:
        # "Cuba and Yemen, both elected members": the naming layer reads the apposition as one more group.
        return replace(apposed[0][0].members, groups=()), apposed[0][1]
    before = [s for s in usable if s[2] <= hit.start + 2]
    gap_start = before[-1][2] if before else 0
    gap = text[gap_start : hit.start]
    pronoun = re.search(
        r"\b(?:it|its|they|their|he|she|two of them|three of them|whose|which|who)\b(?!.*\b(?:it|its|they|their)\b)",
        gap,
        re.IGNORECASE,
    )
    own = re.match(r"(?:its|their|whose)\b", text[hit.start : hit.end], re.IGNORECASE)
    if before and re.search(r"[;:]|\bbut\b|\bwhile\b|\band (?:it|they)\b", gap) is None and len(gap) < 90:
        chosen = before[-1]
        if _blocked_subject(text, chosen[1], gap, own is not None):
            return None, 0
        return chosen[0].members, chosen[1]
    at = hit.start if own and not pronoun else gap_start + (pronoun.start() if pronoun else 0)
    plural = re.match(r"(?:their|they)\b", text[at : at + 6], re.IGNORECASE) is not None
    spoken, spoken_at = (memory.several, memory.several_at) if plural else (memory.subject, memory.subject_at)
    if (pronoun or own) and spoken is not None and sentence.index - spoken_at <= MEMORY:
        return spoken, at
    return None, 0


def _end_of(sentence: Sentence, found: list[Phrase], members: Members) -> int:
    """Where the sentence's words for the members end."""
    return next((sentence.chunks[p.last].end - sentence.start for p in found if p.members is members), 0)


def _possessor(sentence: Sentence, hit: _Hit) -> tuple[Members, int] | None:
    """The member whose name the possessive ends: "Islamabad's term"."""
    for chunk in sentence.chunks:
        start, end = chunk.start - sentence.start, chunk.end - sentence.start
        entry = chunk.get("member")
        if entry is not None and not chunk.has("blocked") and 0 <= hit.start - end <= 1:
            return Members(named=(Named(chunk.text, entry.aliases),), text=chunk.text), start
    return None


def _blocked_subject(text: str, start: int, gap: str, own: bool) -> bool:
    """Whether another noun between has the seat: "Russia said that the mission left the Council"."""
    return (
        not own
        and re.search(r"\bthat (?:the|its)\b|\bsaid\b|\bresolution\b|\bdraft\b|\btext\b|\bvote\b", gap, re.IGNORECASE)
        is not None
    )


def _date(sentence: Sentence, hit: _Hit, right: int) -> tuple[DateMention | None, int]:
    """The date that goes with the predicate: the first close after it, else the last before it; and where it ends."""
    reach = 8 if sentence.text[hit.start] == "," else 45
    after = [
        c
        for c in sentence.dates
        if c.start - sentence.start >= hit.start and c.start - sentence.start <= hit.end + reach
    ]
    if after and not re.search(r"[;:]|,.{12}", sentence.text[hit.end : after[0].start - sentence.start]):
        return after[0].date, after[0].end - sentence.start
    if sentence.text[hit.start] == "," and not sentence.text[hit.start : hit.end].lower().startswith(
        (", then", ", now")
    ):
        return None, hit.end
    before = [c for c in sentence.dates if c.end - sentence.start <= hit.start]
    if before and not re.search(r"[;:]", sentence.text[before[-1].end - sentence.start : hit.start]):
        return before[-1].date, hit.end
    return None, hit.end
