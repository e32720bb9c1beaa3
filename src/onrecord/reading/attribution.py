"""Who says what: quotations with their speakers, and sentences given as somebody's words.

After the patterns of Krestel, Bergler and Witte, Minding the source (LREC 2008): source, verb of reporting
and what is said stand in few orders; the verbs are the class `reporting` of `tables/words.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from onrecord.reading.table import any_of, phrases, rows, word_sets

_SINGLE = re.compile(r"(?<![\w'])'(?=\S)((?:[^'\n]|(?<=\w)'(?=\w)){3,1200})(?<=\S)'(?!\w)")
_ADVERB = r"(?:\s+(?:also|later|then|further|often|once|now|himself|herself|themselves|itself|have|has|had|\w+ly))*"
_LEADING_WORDS = re.compile(
    r"^(?:and|but|yet|so|as|when|while|then|after|in a statement|in reply|in turn|meanwhile|however|although|because"
    r"|that|with|(?:in|on|at|during|after) [\w ]{2,40} (?=(?:he|she|they|it|we|i)$))\s*",
    re.I,
)
_TIME = (
    r"(?:\s+(?:on|in|at|after|following|before|during|last|this|late|early|yesterday|today|afterwards|later|earlier"
    r"|again)\b[^,.;:\"]{0,40})?"
)
_CUT = re.compile(r"[;:—\"]|,\s|\b(?:but|while|when|because|although|since)\s")
_NOT_A_SPEAKER = re.compile(
    r"^(?:it is|there (?:is|are|was|were)|which|that|what|who|to|if|whether|having|being|not)\b", re.I
)
_PRONOUN = re.compile(r"^(?:he|she|they|it)$", re.I)
_OF_PERSONS = re.compile(r"^(?:he|she)$", re.I)
_PERSON = re.compile(r"\b(?:[A-Z][\w'-]+ ){1,2}[A-Z][\w'-]+(?=,? (?:[a-z]|$)|'s |,)")
_NO_PERSON = re.compile(
    rf"\b(?:{any_of(word_sets('name_words.csv')['no_person'])}|{any_of(word_sets('calendar_words.csv')['month'])}|\w+day"
    r"|The|A|An|In|On|At|By|For|From|After|Before|Since|Until|But|And|When|Then)\b"
)
"""Names of two words that are no person's: bodies, places, days."""
_OBJECT = (
    r"(?:\s+(?:reporters|journalists|the [\w ]{2,30}?|a [\w ]{2,30}?|us|me|him|her|them"
    r"|[A-Z][\w.]+(?: [A-Z][\w.]+){0,3}|[a-z]+s))"
)
_ENDS_OPEN = re.compile(r"\b(?:the|an?|its|his|her|their|our|of|to|by|for|with|in|on|and|or|not|no)$", re.I)
_FINITE = re.compile(r"\b(?:was|were|is|are|had|has|have|did|would|will|could|may|might|can|should|must)\b")
_SPEAKERS = frozenset(
    {
        *(
            "the",
            "a",
            "an",
            "one",
            "his",
            "her",
            "its",
            "their",
            "our",
            "my",
            "he",
            "she",
            "they",
            "it",
            "we",
            "i",
            "some",
            "many",
        ),
        *(
            "most",
            "others",
            "people",
            "both",
            "two",
            "three",
            "officials",
            "diplomats",
            "critics",
            "supporters",
            "analysts",
        ),
        *("historians", "experts", "sources"),
    }
)
"""Words in small letters with which a speaker may begin."""
LONGEST_SPEAKER = 12
"""Words."""
LONGEST_SENTENCE = 600
"""Characters."""
NEAR = 400
"""Characters before a quotation in which the person may be named whom a pronoun means."""
SHORT = 3
"""A stretch of fewer words between quotation marks, without a verb of reporting, is a word mentioned, not speech."""


@dataclass(frozen=True, slots=True)
class Quoted:
    start: int
    end: int
    """The words between the marks."""
    speaker: str | None
    cue: str | None


@cache
def _verbs() -> dict[str, str]:
    """Verb of reporting to what may stand behind it: `clause`, `hearer`, `that`, `quotation`."""
    return {verb: row["behind"] for row in rows("reporting.csv") for verb in phrases(row["words"])}


def _any_of(*behind: str) -> str:
    words = (verb for verb, kind in _verbs().items() if not behind or kind in behind)
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    cue = rf"(?P<cue>{_any_of()})"
    name = r"(?P<who>[^,.;:\"()?!]{2,90}?)"
    beside = r"(?:,\s+(?:the|an?|who|[A-Z])[^,.;:\"()]{2,80}"  # "Mr Roe, the envoy of Chad, said"
    return {
        "before": re.compile(rf"\b{cue}\b(?:{_OBJECT})?{_TIME}\s*(?:,|:|that)?\s*$"),
        "calls": re.compile(
            r"(?P<who>[^,.;:\"()]{2,60}?)\s+(?P<cue>calls|called|dubbed)\s+(?:it\s+|this\s+)?(?:an?\s+|the\s+)?$"
        ),
        "after": re.compile(rf"^[\s,]*{name}{beside},)?{_ADVERB}\s+{cue}\b"),
        "after_inverted": re.compile(rf"^[\s,]*{cue}\s+{name}(?:[,.;:\"()]|$)"),
        "according": re.compile(r"^according to (?P<who>[^,;:\"]{2,90}?),\s", re.I),
        "according_last": re.compile(r",?\s+(?P<cue>according to)\s+(?P<who>[^,;:\"]{2,90}?)[.!]?$"),
        "last": re.compile(rf",\s+(?:so\s+|as\s+)?{name}{beside},)?{_ADVERB}\s+{cue}(?:{_OBJECT})?{_TIME}[.!]?$"),
        "last_inverted": re.compile(rf",\s+(?:said|says|added|adds)\s+{name}{_TIME}{beside})?[.!]?$"),
        "inserted": re.compile(rf",\s+(?:so\s+|as\s+)?{name}{_ADVERB}\s+{cue}(?:{_OBJECT})?,\s"),
        "first": re.compile(
            rf"\b(?:(?P<cue>{_any_of('clause')})\b{_TIME}(?:,?\s+that\b)?"
            rf"|(?P<cue_that>{_any_of('clause', 'that')})\b{_TIME},?\s+that\b"
            rf"|(?P<cue_hearer>{_any_of('hearer')})\b{_OBJECT}{_TIME}(?:,?\s+that\b)?)\s+(?=\S)"
        ),
    }


def quotations(text: str) -> list[Quoted]:
    """What stands between quotation marks, in order; a mark that no other closes runs to its paragraph's end."""
    found: list[Quoted] = []
    known: str | None = None
    spoken_until = -1
    for start, end in _marked(text):
        who, cue = _speaker(text, start - 1, end + 1)
        if who is None and cue is None and _goes_on(text, spoken_until, start - 1):
            who = known
        elif who is None and cue is None:
            who = _around(text, start, end)
        if who is not None and _PRONOUN.match(who):
            person = _person_before(text, spoken_until, start) if _OF_PERSONS.match(who) else None
            who = person or known or who
        if cue is None and who is None and len(text[start:end].split()) < SHORT:
            continue
        found.append(Quoted(start, end, who, cue))
        if who is not None:
            known, spoken_until = who, end
    return _from_behind(text, found)


def _person_before(text: str, start: int, end: int) -> str | None:
    """The person last named since `start` by a name of two words or three: whom "he" and "she" mean."""
    names = [m.group() for m in _PERSON.finditer(text, max(0, start, end - NEAR), end)]
    return next((name for name in reversed(names) if not _NO_PERSON.search(name)), None)


def _from_behind(text: str, found: list[Quoted]) -> list[Quoted]:
    """Give a quotation over several paragraphs, of which only the last is closed, the speaker named at its end."""
    for place in range(len(found) - 2, -1, -1):
        one, following = found[place], found[place + 1]
        if (
            one.speaker is None
            and following.speaker is not None
            and text[one.end : following.start].strip() == '"'
            and "\n" in text[one.end : following.start]
        ):
            found[place] = replace(one, speaker=following.speaker)
    return found


def _marked(text: str) -> Iterator[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    base = 0
    for paragraph in text.split("\n"):
        marks = [m.start() for m in re.finditer('"', paragraph)]
        for first, second in zip(marks[::2], marks[1::2], strict=False):
            spans.append((base + first + 1, base + second))
        if len(marks) % 2 and not paragraph[: marks[-1]].strip():
            spans.append((base + marks[-1] + 1, base + len(paragraph.rstrip())))
        if not marks:
            spans.extend((base + m.start(1), base + m.end(1)) for m in _SINGLE.finditer(paragraph))
        base += len(paragraph) + 1
    return iter(span for span in spans if span[1] > span[0])


def _goes_on(text: str, end: int, start: int) -> bool:
    """Whether a quotation goes on from the one before: '"No," he said. "Never."', or in the next paragraph."""
    if end < 0:
        return False
    between = text[end:start]
    return len(between) < 90 and between.count(".") <= 2 and ("\n" not in between or not between.strip(' "\n.,'))


def _speaker(text: str, start: int, end: int) -> tuple[str | None, str | None]:
    """Who speaks between `start` and `end`, marks included, and the verb that says so."""
    before = re.split(r"[.!?]\s|\n", text[max(0, start - 240) : start])[-1]
    match = _patterns()["before"].search(before)
    if match:
        prefix = before[: match.start()]
        # "…, with the minister, proclaiming": a participle's subject stands right before it
        who = (
            _clean(_CUT.split(prefix.rstrip(" ,"))[-1])
            if match.group("cue").endswith("ing")
            else _speaker_before(prefix)
        )
        if who is not None:
            return who, match.group("cue")
    after = text[end : end + 160].partition("\n")[0]
    for form in ("after_inverted", "after"):
        match = _patterns()[form].match(after)
        if match and (who := _clean(match.group("who"))) is not None:
            return who, match.group("cue")
    match = _patterns()["calls"].search(before)
    if match:
        return _clean(match.group("who")), match.group("cue")
    match = re.match(r"^[\s,]*according to (?P<who>[^,.;:\"]{2,90})", after)
    if match:
        return _clean(match.group("who")), "according to"
    return None, None


def _around(text: str, start: int, end: int) -> str | None:
    """Who says the sentence that the words are part of: "Ms Roe added that it will 'deploy under one command'"."""
    first = max(text.rfind(mark, 0, start) for mark in (". ", "! ", "? ", "\n")) + 1
    last = min((place for mark in (". ", "\n") if (place := text.find(mark, end)) >= 0), default=len(text))
    if last - first > LONGEST_SENTENCE:
        return None
    return reported_by(text[first:last].strip())


def _speaker_before(prefix: str) -> str | None:
    """The noun phrase that is the subject of a verb of reporting: what stands before it in its clause."""
    prefix = re.sub(rf"{_ADVERB}\s*$", "", prefix.rstrip())
    if prefix.endswith(","):
        # "Algeria's envoy, who had written the text, said …"
        opening = prefix.rfind(",", 0, -1)
        if opening < 0:
            return None
        prefix = prefix[:opening]
    return _clean(_CUT.split(prefix)[-1])


def _clean(who: str | None) -> str | None:
    """A speaker's name without what leads up to it; None where the words cannot be one."""
    if who is None:
        return None
    who = who.strip(" ,'\"–-")
    who = re.sub(r"^(?:on|in|at|speaking|writing)\b[^,]*,\s*", "", who, flags=re.I)
    while (shorter := _LEADING_WORDS.sub("", who)) != who:
        who = shorter
    words = who.split()
    if not 0 < len(words) <= LONGEST_SPEAKER or not any(c.isalpha() for c in who) or _NOT_A_SPEAKER.match(who):
        return None
    return None if _FINITE.search(who) or _ENDS_OPEN.search(who) else who


def may_report(words: frozenset[str]) -> bool:
    """Whether a sentence of these words, in lower case, can be given as somebody's."""
    return not _cues().isdisjoint(words)


@cache
def _cues() -> frozenset[str]:
    """The first word of each verb of reporting, and "according"."""
    return frozenset((*(verb.split()[0] for verb in _verbs()), "according"))


NEEDED = {"according": ",", "according_last": "according to", "last_inverted": ",", "last": ",", "inserted": ","}
"""The forms in the order in which they are tried, and what no sentence of each does without."""


def reported_by(sentence: str) -> str | None:
    """Whose words a sentence without quotation marks gives: "the minister said that …", "…, officials said"."""
    patterns = _patterns()
    for form, needed in NEEDED.items():
        if needed not in sentence:
            continue
        match = patterns[form].search(sentence) if form != "according" else patterns[form].match(sentence)
        if match is None or (form == "last_inverted" and _FINITE.search(match.group())):
            continue
        if (who := _clean(match.group("who"))) is not None and _can_speak(who):
            return who
    return _reported_first(sentence)


def _reported_first(sentence: str) -> str | None:
    """From its beginning: "the ambassador said that …", "Moscow insists the draft was vetoed", "she told reporters"."""
    match = _patterns()["first"].search(sentence)
    if match is None:
        return None
    rest = sentence[match.end() :]
    if rest.startswith("to ") or len(rest.split()) < SHORT:
        return None
    who = _speaker_before(sentence[: match.start()])
    return who if who is not None and _can_speak(who) else None


def _can_speak(who: str) -> bool:
    """Names, titles and pronouns speak; clauses do not."""
    first = who.split()[0]
    return first[0].isupper() or first.lower() in _SPEAKERS
