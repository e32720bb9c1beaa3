"""Words that say of somebody that they sit, join, leave or how often they sat: where they stand in a sentence.

The phrases are in `tables/membership_phrases.csv`, in the notation of `phrasing.py`; a form with a question mark is
said in words that may be of something else, and counts only where a term bears it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from onrecord.reading.date_grammar import eras_by_words
from onrecord.reading.extract.membership_gaps import before_its_term
from onrecord.reading.extract.membership_lists import answered_so_often, listed, of_other_times
from onrecord.reading.extract.membership_ranks import OF_RANKS, ranks, when_sat
from onrecord.reading.extract.membership_remaining import time_left
from onrecord.reading.extract.membership_state import MEMORY, PHRASES, WORDS, Hit, Memory, words_of_class
from onrecord.reading.extract.membership_times import times
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.phrasing import Fixed, Index, Vocabulary, Words
from onrecord.reading.table import any_of, phrases, rows, word_sets

_COUNCIL = re.compile(r"\b(?:Council|UNSC|security council|(?:15|fifteen)-(?:member|nation|strong) \w+)\b")
_BARE_MEMBER = re.compile(
    r"^(?:is|was|were|are|been|becomes?|became|,)(?!\w)(?!.*\b(?:council|elected|permanent)\b).*\bmembers?\b"
    r"(?! (?:of|until|till|since|from))",
    re.IGNORECASE,
)
"""Said without the body of which somebody is a member."""
_OWNER = re.compile(r"(?:its|their|whose|our|his|'s|s'|the)\b", re.IGNORECASE)
_NOR = re.compile(r"\b(?:has(?:n't| not)|have(?:n't| not)|nor has|neither has)\b[^.;:]{0,20}?(?:\beither\b|$)")
LIKEWISE = r"(?:'s|s'),? (?:likewise|too|as well|also|does too|does likewise)\b"
"""Of a term that ends when the one told of before does: "Mali's too"."""
_ITS_OWN = re.compile(
    rf"{LIKEWISE}|"
    r"(?:'s|s') (?:not (?:until|till|before)|only (?:in|at|next|a))\b|"
    r"(?:'s|s'),? (?:runs? (?:to|until|till|out)|ends?|expires?|lasts? until|"
    r"(?:a year|one year|a year later|twelve months) later)\b"
)
_IN_ITS_NTH = re.compile(
    r"\b(?:is |was |and )?in (?:its|their|her|his) (first|second|last|final)(?= *(?:[.,;:)–—]|$))", re.IGNORECASE
)
"""Behind another member, where "year" was said of the one before: "Norway in its second year, Ecuador in its first"."""
_MARK = re.compile(r"[.,;:]")
_DID = re.compile(r"\b(?:did|has|have|had)(?=,| (?:for|in|once|twice|from|so|between)\b|\s*[.;])")
_ELECTED = re.compile(
    r"(?<!its )(?<!the )(?<!their )\b(?:re-?)?(?:elected|elects|electing|chose|chosen|picked)\b", re.IGNORECASE
)
_JOIN = re.compile(r"\b(?:join|joins|joined|joining)\b(?: members)?")
_ON_THE_COUNCIL = re.compile(
    r" (?:on|in|at) the (?:UN |U\.N\. )?(?:Security )?(?:Council|table)\b|"
    r",? as (?:the )?(?:elected|non-?permanent) members"
)
_JOIN_MEMBERS = re.compile(
    r"\b(?:join|joins|joined|joining) (?:the )?"
    r"(?:(?:five|ten|other|existing|current|sitting|remaining|continuing|serving|present|non-?permanent|elected|rotating|"
    r"council) )+members"
    r"(?:(?P<chosen> elected (?:last \w+|in \d{4}|earlier))|"
    r" already (?:on|in) (?:it|the council)| who \w+ \w+(?: \w+){0,4})?"
    r"(?: ?[:–—,-] ?| )(?:namely )?$",
    re.IGNORECASE,
)
"""In front of those who sit already: "they will join current members Algeria and Guyana"."""
_SAT_IN = re.compile(r"(?:sat|served)\b|.*\b(?:there|on it) (?:in|between|during)$", re.IGNORECASE)
_IN_A_YEAR = re.compile(r"\s*(?:19|20)\d\d\b")
_NEWLY = re.compile(r"\b(?:newly|new|incoming|newest)\b", re.IGNORECASE)
_SO_MANY = re.compile(
    r" (?:\w+ ){0,3}(?:countries|members|states|nations|newcomers)\b[^.;:–—]{0,80}(?:: | [–—-] )$", re.IGNORECASE
)
_TO_A_SEAT = re.compile(
    r",? (?:on \w+ |today |yesterday )?(?:as|to|onto|for|in)\b[^.;:]{0,60}"
    r"\b(?:Council|UNSC|(?:elected|rotating|temporary|non-?permanent) (?:members?|seats?))\b",
    re.IGNORECASE,
)
_NOT_ITSELF = ("'s ", " chamber", " building", " agenda", " debate", " meeting", " session", " table")
"""Behind "on the Council", where something of the Council's is meant: "on the Council's agenda"."""
_NEVER_ELSEWHERE = re.compile(
    r"\b(?:members?|elected|seats?|sat|served|belonged) "
    r"(?:president|chair\w*|head|leader|(?:of|on|to) "
    r"(?!(?:the |its |that |this |any |an? )?(?:UN |U\.N\. |United Nations |UN's )?(?:[Ss]ecurity )?"
    r"(?:[Cc]ouncil|table|body|panel|horseshoe)\b|it\b|"
    r"UNSC\b|\d|[a-z]+-member|(?:[\w-]+ )?seats?\b)\w)"
)
"""In "has never been a member of the bank's board", "never elected president of the Assembly"."""
_ON_ANOTHER = re.compile(
    r" (?:on|in|at|of) (?:the|its|that) (?!(?:UN |U\.N\. |United Nations )?(?:Security |15-|Council\b|UNSC\b))[A-Z]"
)
"""Behind "has a seat", where it is another body's: "in the General Assembly"."""
BEGAN_BACK = 2
"""Sentences after a term's beginning in which "they replace" is said of those who joined."""
GAP = 12
"""Characters between a seat and how often it was held."""
_FOR_THE = re.compile(r",? for (?:the|an?|its|their) ")
_WHO_DID = re.compile(r"\s*(?:(?:besides|except|other than|apart from) [^,.;:]{2,30}? )?(?:to|that|which|who)\b")
_ITS_FIRST = re.compile(
    rf"(?: (?:two-year |Council )?(?:{any_of(word_sets(WORDS)['stint'])}))?"
    r"(?: there| on it| (?:on|at) the (?:UN |U\.N\. )?(?:Security )?(?:Council|table))?"
    r"(?:\s*(?:[.;:!?)–—-]|\Z)|,(?! since\b)| (?:ever|and|but|as|for|with|while|though|in (?:its|their|our)|"
    r"in (?:more than |over |all )?\w+ (?:years|decades) of)\b)"
)
"""Behind "it is its first", where no other term went before and nothing else is meant than a seat."""
_OF_A_TERM = re.compile(r"^\S+ (?:term|stint|tenure|spell)\b")
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 2, "final": 2}
"""Years of a term, of which an elected member's has two."""
_EARLY = {"days": 20, "day": 3, "weeks": 66, "week": 10, "months": 200, "month": 34}
"""Days from a term's beginning in which it is in its first of them."""
_REPLACED_BY = re.compile(
    r"\b(?:replaced|succeeded|(?<=\bbe )followed) (?P<there>on the (?:UN |U\.N\. )?(?:Security )?Council )?"
    r"by (?:the )?",
    re.IGNORECASE,
)
_SEATED = re.compile(r"\bpermanent (?:members?|five|seats?)\b|\b(?:ten|other|six) elected members\b|\bE10\b|\bP5\b")
"""Words that only the Security Council's members are spoken of in."""


def speaks_of_council(text: str) -> bool:
    return _COUNCIL.search(text) is not None or _SEATED.search(text) is not None


@dataclass(frozen=True, slots=True)
class _Row:
    form: str
    negated: bool
    phrase: Fixed
    loose: bool


@cache
def _rows() -> Index[_Row]:
    vocabulary = Vocabulary()
    for row in rows(WORDS):
        vocabulary.add_words(row["class"], phrases(row["words"]), capture=row["class"] in ("kind", "nth"))
    vocabulary.add_words("happened", eras_by_words())
    found: list[_Row] = []
    for row in rows(PHRASES):
        if row["form"].startswith("="):
            vocabulary.add_phrase(row["form"][1:], row["phrase"])
            continue
        compiled = vocabulary.phrase(row["phrase"])
        if isinstance(compiled, Fixed):
            form = row["form"]
            found.append(_Row(form.rstrip("?"), row["negated"] == "yes", compiled, form.endswith("?")))
    return Index((row, row.phrase) for row in found)


_NEVER_A = re.compile(r"\b(permanent|elected|non-permanent) (?:member|seat|place)", re.IGNORECASE)
"""In "has never been a permanent member", which kind of seat it never had."""
_WITHOUT = re.compile(r"\bwithout (?:(?:even|ever|itself|then) )?(?:being )?\Z")
"""In front of "a member that year"."""


def hits_in(sentence: Sentence, found: list[Phrase], memory: Memory, words: Words) -> list[Hit]:
    text = sentence.text
    hits: list[Hit] = []
    spoken = sentence.index - memory.council_at <= MEMORY or sentence.index - memory.form_at <= MEMORY
    told = sentence.index - memory.began_at <= BEGAN_BACK
    told_of_seats = sentence.index - memory.form_at <= MEMORY or not sentence.words.isdisjoint(_OF_SEATS)
    for row in sorted(_rows().fitting(words), key=lambda row: row.form == "replaced"):
        for match in row.phrase.pattern.finditer(text):
            # "Denmark and Greece join in January, replacing Malta and Japan"
            began = told or (row.form == "replaced" and any(_begins(h) and h.start < match.start() for h in hits))
            end = match.start() + len(match.group().rstrip())
            if (
                text.startswith(_NOT_ITSELF, end)
                or (text.startswith(" of ", end) and text.endswith(" table", 0, end))
                or _ON_ANOTHER.match(text, end)
                or _REPLACED_BY.match(text, match.start())
            ):
                continue
            if row.loose and _SAT_IN.match(match.group().rstrip()) and not _IN_A_YEAR.match(text, match.end()):
                continue  # "sat in the back of the room", "was there in force"
            if row.form == "seat" and " members" in match.group() and _NEWLY.search(match.group()):
                continue
            if (
                row.form == "never"
                and _NEVER_ELSEWHERE.search(text, match.start(), end + len(" of the parliament")) is not None
            ):
                continue
            if row.form == "debut" and not _ITS_FIRST.match(text, end):
                continue
            if row.form == "debut" and not (told_of_seats or hits) and match.group().rstrip().endswith("first"):
                continue  # "Russia vetoed it. For Japan it was a first": to vote so
            if _about_the_council(row, match, spoken, began) and not _singled_out(text, match):
                bare = _BARE_MEMBER.search(match.group()) is not None
                if bare and not memory.means_council(sentence):
                    continue
                admitted = match.group().startswith(("becom", "becam"))  # "Jordan became a member in 1955"
                kind = _kind(match.groupdict().get("kind"))
                if row.form == "never" and (never := _NEVER_A.search(match.group())) is not None:
                    kind = _kind(never[1])
                own_term = row.form in ("start", "end") or _OF_A_TERM.search(match.group()) is not None
                owner = _OWNER.match(match.group()) is not None and own_term
                order = _NTH.get(match.groupdict().get("nth") or "first") if row.form == "year" else None
                if row.form == "early":
                    order = next(days for unit, days in _EARLY.items() if unit in match.group().lower())
                hits.append(
                    Hit(
                        match.start(),
                        match.end(),
                        row.form,
                        kind,
                        row.negated or _WITHOUT.search(text, 0, match.start()) is not None,
                        order,
                        owner=owner,
                        loose=row.loose or (bare and (admitted or not memory.named_lately(sentence))),
                    )
                )
    hits.extend(_elliptic(sentence, found, memory, hits))
    hits.extend(_chosen(sentence, found, spoken))
    hits.extend(_joined_there(sentence, found))
    hits.extend(_in_their_place(sentence, found, spoken))
    hits.extend(listed(sentence, found, memory))
    hits.extend(answered_so_often(sentence, memory))
    hits.extend(of_other_times(sentence, memory))
    hits.extend(time_left(sentence) if spoken else ())
    hits.extend(ranks(sentence, found) if not words.isdisjoint(OF_RANKS) else ())
    hits = _so_often(text, hits, often := times(sentence, memory, bool(hits)))
    if sentence.dates and (often or (memory.form == "times" and sentence.index - memory.form_at <= 1)):
        hits = [*hits, *when_sat(text)]
    return sorted((before_its_term(sentence, hit) for hit in hits), key=lambda hit: (hit.start, hit.loose, -hit.end))


def _begins(hit: Hit) -> bool:
    return hit.form in ("start", "elected") and not hit.negated


def _joined_there(sentence: Sentence, found: list[Phrase]) -> Iterator[Hit]:
    """ "They will join Algeria, Guyana and Slovenia on the Council": those who sit there."""
    for match in _JOIN.finditer(sentence.text):
        for named in found:
            first = sentence.chunks[named.first].start - sentence.start
            end = found_end(sentence, named)
            behind = _ON_THE_COUNCIL.match(sentence.text, end)
            if len(named.members.named) > 1 and 0 <= first - match.end() <= len(" the ") and behind is not None:
                yield Hit(match.start(), match.end(), "seat", names_behind=True)
    for named in found if _JOIN.search(sentence.text) else ():
        first = sentence.chunks[named.first].start - sentence.start
        if len(named.members.named) > 1 and (joined := _JOIN_MEMBERS.search(sentence.text, 0, first)) is not None:
            if joined["chosen"]:
                yield Hit(joined.start("chosen") + 1, joined.end(), "elected", names_behind=True)
            else:
                yield Hit(joined.start(), joined.end(), "seat", names_behind=True)


def _in_their_place(sentence: Sentence, found: list[Phrase], spoken: bool) -> Iterator[Hit]:
    """ "Jordan will be replaced on the Council by Japan": whose term begins is told behind."""
    for match in _REPLACED_BY.finditer(sentence.text) if spoken else ():
        for named in found:
            first = sentence.chunks[named.first].start - sentence.start
            if named.members.named and first == match.end():
                there = match["there"] or _ON_THE_COUNCIL.match(sentence.text, found_end(sentence, named))
                yield Hit(match.start(), match.end(), "start", names_behind=True, loose=not there)


def _chosen(sentence: Sentence, found: list[Phrase], spoken: bool) -> Iterator[Hit]:
    """ "The Assembly elected Chad and Chile to the Council", whose names stand between the verb and the seat."""
    text = sentence.text
    for match in _ELECTED.finditer(text) if spoken else ():
        for named in found:
            first, last = sentence.chunks[named.first].start, sentence.chunks[named.last].end
            between = text[match.end() : max(match.end(), first - sentence.start)].strip()
            behind = named.members.named and first - sentence.start > match.end() and between in ("", "the")
            if behind and _TO_A_SEAT.match(text, last - sentence.start):
                yield Hit(match.start(), match.end(), "elected")
            counted = named.members.named and match.end() < first - sentence.start
            so_many = _SO_MANY.fullmatch(text, match.end(), first - sentence.start) if counted else None
            if so_many is not None and speaks_of_council(so_many.group()):
                # "elected five members to the Council: Chad, …"
                yield Hit(match.start(), so_many.end(), "elected", names_behind=True)


def _so_often(text: str, hits: list[Hit], told: list[Hit]) -> list[Hit]:
    """Those that say how often in place of what they belong to: "sits on the Council for the second time"."""
    result: list[Hit] = []
    for often in told:
        for hit in hits:
            gap = text[hit.end : often.start]
            # "Has been a member of the Council eight times": one within the other
            within = hit.start <= often.start < hit.end < often.end
            beside = 0 <= often.start - hit.end < GAP and (not _MARK.search(gap) or _FOR_THE.fullmatch(gap) is not None)
            if hit.form in ("seat", "start", "elected") and (within or beside):
                often = replace(often, start=hit.start)
        result.append(often)
    spans = [(often.start, often.end) for often in result]
    # "A two-time member of the Council" has the number inside.
    around = [(h.start, h.end) for h in hits if h.form == "seat" and any(h.start < s and e <= h.end for s, e in spans)]
    # "Has been elected to the Council eight times" is said once.
    around += [(h.start, h.end) for h in hits if h.form == "elected" and any(h.start <= s < h.end for s, _ in spans)]
    rest = (h for h in hits if not any(s <= h.start < e for s, e in spans) and (h.start, h.end) not in around)
    return [*rest, *result]


def _singled_out(text: str, match: re.Match[str]) -> bool:
    """ "Is the only permanent member to have vetoed it": what is said is what follows."""
    return "only" in match.group().split() and _WHO_DID.match(text, match.end()) is not None


_NEWCOMERS = re.compile(r"(?:newcomers|new (?:members|faces|ones)|newly elected members|incoming members) ", re.I)
_DOING = re.compile(r" (?!the |spring\b|being\b)\w+ing\b")


_OF_SEATS = frozenset({"seat", "seats", "elected", "election", "term", "terms", "join", "joins", "joined", "table"})


def _about_the_council(row: _Row, match: re.Match[str], spoken: bool, began: bool) -> bool:
    """Whether the words name the Council, or can only mean it where the text speaks of it.

    `began` is whether a term was just said to begin.
    """
    words = match.group()
    if words.endswith(" in") and _DOING.match(match.string, match.end()):
        return False  # "joined us in sponsoring it"
    if row.loose:
        return spoken
    if words.endswith("on the table"):
        return False  # what is spoken of, and not who sits there
    if speaks_of_council(words) or re.search(r"\btable\b", words):
        return True
    if spoken and re.search(r"\bcouncil\b", words):
        return True
    if row.form in ("start", "end") and words.startswith(("'s", "s'", "the ")) and re.search(r"\bterms?\b", words):
        return True
    if row.form == "replaced":
        return began or _NEWCOMERS.match(words) is not None
    if row.form == "elected":
        return False  # to whatever else there is
    if row.form in ("year", "left", "early", "debut", "only", "most"):
        return spoken
    if row.form in ("seat", "off"):
        return spoken or match.groupdict().get("kind") is not None
    if not spoken or row.form == "never":
        return spoken
    if words_of_class("ends_alone").fullmatch(words) or words.lower().startswith(("which ", "who ")):
        return True
    seat = re.search(
        r"\b(?:seats?|terms?|stint|chairs?|places?)\b|^(?:come|came|coming|move)\w* |on board\b|"
        r"\b(?:outgoing|incoming|newcomers?|two years|new (?:members?|faces?|arrivals?))\b|"
        r"^join\w* (?:us )?(?:in|this|last|that|at|on|with) |"
        r"^in (?:comes?|came)\b|^out (?:goe?s?|went)\b|"
        r"^there (?:are|were) .*\bmembers\b",
        words,
        re.IGNORECASE,
    )
    return seat is not None or _OWNER.match(words) is not None


def found_end(sentence: Sentence, phrase: Phrase) -> int:
    return sentence.chunks[phrase.last].end - sentence.start


def _elliptic(sentence: Sentence, found: list[Phrase], memory: Memory, hits: list[Hit]) -> Iterator[Hit]:
    """ "Liberia hasn't either", "Ghana's runs to the end of 2024": the noun or verb was said just before."""
    text = sentence.text
    if memory.form == "never" and sentence.index - memory.form_at <= 1:
        match = _NOR.search(text)
        if match:
            yield Hit(match.start(), match.end(), "never")
        elif (did := _DID.search(text)) is not None and any(
            found_end(sentence, p) in (did.start() - 1, did.start()) for p in found if p.members.named
        ):
            # "Fiji has never sat on it. Papua New Guinea did."
            yield Hit(did.start(), did.end(), "never", negated=True)
    lately = memory.form == "year" and sentence.index - memory.form_at <= 1
    if lately or any(hit.form == "year" for hit in hits):
        ends = {found_end(sentence, p) for p in found if p.members.named}
        for match in _IN_ITS_NTH.finditer(text):
            if not ends.isdisjoint((match.start() - 1, match.start() - 2)):
                yield Hit(match.start(), match.end(), "year", quantity=_NTH[match[1].lower()])
    said_just_now = memory.form == "end" and sentence.index - memory.form_at <= 1
    if said_just_now or any(hit.form == "end" for hit in hits):
        for match in _ITS_OWN.finditer(text):
            yield Hit(match.start(), match.end(), "end", owner=True)


def _kind(word: str | None) -> str | None:
    if word is None:
        return None
    return "permanent" if word.lower().startswith(("permanent", "veto-wielding", "veto-holding", "p5")) else "elected"
