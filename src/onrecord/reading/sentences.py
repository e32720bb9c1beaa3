"""Cut a text into sentences with offsets: nupunkt within a line, a line's end always ends one.

Headlines, list items and live-blog entries carry no full stop, so a line break that is followed by a
blank line, a list mark or a capital ends a sentence as well. nupunkt takes many a word in front of a name for an
abbreviation ("the Council met. France voted yes"); `tables/abbreviations.csv` says which really are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from nupunkt import sent_spans

from onrecord.reading.lead_ins import behind_lead_in
from onrecord.reading.led_by_times import led_by_a_time
from onrecord.reading.questions import WHO_LABEL
from onrecord.reading.table import any_of, phrases, rows, word_sets
from onrecord.reading.tags import asked_on

_BREAK = re.compile(
    r"\n\s*\n|[ \t][•▪◦‣►▸●■◆] ?(?=[^\W\d_])|\n(?=[ \t]*(?:[→➡➤•▪◦‣►▸●■◆✅❌✔✘]|[-*+>] \w))|"
    r"\n(?=\s*(?:(?:[-*•·–—#>]|:+)\s*(?:the\s)?|\d+[.)]\s)?\s*[\"'(]?[A-Z0-9•])"
)
_NO = re.compile(r"\b(?:vot(?:e|es|ed|ing)|sa(?:y|ys|id)|an?|was|with) $", re.IGNORECASE)
"""In front of a No at the end of a sentence, which is not the abbreviation of "number"."""
_ANSWER = re.compile(r"[\W_]*(?:(?:A|Answer|Ans)[.:]\s*)?[\W_]*no", re.IGNORECASE)
"""A No that is all there is of a sentence: "Can it be vetoed? No. Why not?"."""
_SAID_NO = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|sa(?:y|ys|id)|was|were|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|\w+teen) $",
    re.IGNORECASE,
)
"""The same in front of a sentence that begins with a number: "Only Israel voted no. 2019 was worse."."""
_STOP = re.compile(r"""(?<![\w.-])(?P<word>[^\W\d_]{2,})\.["')\]]*(?=\s+(?:\([a-z]\) )?["'(\[]?(?P<next>[A-Z0-9]))""")
"""A full stop behind a whole word and before a capital or a number."""
_SMALL_STOP = re.compile(r"""(?<![\w.])(?P<word>[^\W\d_]{2,}|\d+[-–]\d+)\.["')\]]*(?=\s+["'(\[]?(?P<next>[a-z0-9]))""")
"""The same where nothing is written large, as in a chat."""
_NUMBER_STOP = re.compile(r"""(?<![\w.,/-])\d{3,4}\.["')\]]*(?=\s+["'(\[]?[a-z])""")
"""A full stop behind a number of a resolution or a year, before what is not written large."""
_OF_THE_UN = re.compile(rf"(?:{any_of(word_sets('name_words.csv')['of_the_un'])})\b")
_HAS_MORE = re.compile(r"\b(?:incl|excl|viz|cf|vs|approx|esp)\.\Z")
"""Shortened words that end nothing: "six abstentions, incl. Chad"."""
_ASIDE_OPEN = re.compile(r"(?: [-–]|\s?—)\s?[^—–.:;!?]{1,40}[!?]\Z")
_ASIDE_CLOSES = re.compile(r"(?:[-–] |— ?)(?=[a-z])")
"""What is thrown in between dashes with a mark of its own: "the Russians - who else? - abstained"."""
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}$")
_NUMBER = re.compile(
    r"\s*(?:\d{1,2}/\d{0,2}|\(?\d{1,2}\)|\([a-z]\)"
    r"|\[?(?:[01]?\d|2[0-3]):[0-5]\d(?: ?(?:[ap]\.?m\.?|GMT|UTC|EST|EDT|CET|BST))?\]?(?: ?[:.–—-])?)\s+(?=[^\W\d_])"
)
"""The number of a post in a thread or of an item in a list, or the time of an entry, which are no part of its sentence:
"4/", "2)", "3/7", "15:04".
"""
STOPS = 3
_STOPS = re.compile(
    r"(?<! to)(?<! and)(?<!not)(?<!ust)(?<!will)(?<!ould)(?<! can)(?: (?:stop|STOP))+"
    r"(?= (?!(?:the|a|an|it|this|that|them|all|any|their|its|his|her)\b)|$)",
)
_ITEM = re.compile(r"(\d{1,2})\.(?= |\Z|\n)")
_POST = re.compile(r"\s(?=\d{1,2}/ +[^\W\d_])")
"""In front of a post's number where nothing ends the post before: "… as usual 5/ Chad abstained"."""
_POST_OF = re.compile(r"\s(?=(\d{1,2})/(\d{1,2}) +[^\W\d_])")
"""The same where it says of how many: "… as usual 2/5 Chad abstained", behind a post 1/5."""
_DANGLING = re.compile(
    r"\b(?:the|an?|of|to|in|on|and|or|by|for|with|that|which|at|from|as|its|his|their|had|has|was|were|is|not)$"
)
"""Words with which nobody ends a line by hand."""
RAGGED = 0.12
"""Of the width of a column, what lines that were broken to fit it may fall short."""
_LONGEST = 2_000
"""Characters; a longer stretch without any end is cut at a space, so that no layer meets a line of megabytes."""

_COUNTED = re.compile(
    r"\W*(?:votes? |voted |voting )?(?:for|in favou?r|yes|ayes?|against|no|noes|nays?|opposed|abst\w*|absent|"
    r"not voting|non-voting)"
    r"(?: votes?)?\s*[:=–—-]\s*(?:\d{1,3}|none|nil|zero|nobody|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"\w+teen|eleven|twelve)(?: ?\([^)\n]{1,60}\))?[.;]?",
    re.IGNORECASE,
)
"""One part of a count as a list gives it: "For: 13."; several in a row are one sentence."""


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int


def sentences(text: str) -> list[Span]:
    """Spans without leading or trailing space, in order; empty ones are left out."""
    found: list[Span] = []
    position = 0
    for match in _wired(text) or _BREAK.finditer(text):
        _lines(text, position, match.start(), found)
        position = match.end()
    _lines(text, position, len(text), found)
    if "1. " in text and "2. " in text:
        found = _without_numbers(text, found)
    if "Who " in text or "WHO " in text:
        found = _behind_labels(text, found)
    return _apart(text, found) if "?" in text else found


def _wired(text: str) -> list[re.Match[str]]:
    """The "stop" between the sentences of a telegram; none where it is no telegram."""
    if text.count(" stop ") + text.count(" STOP ") < STOPS or text.count(". ") > 1:
        return []
    found = list(_STOPS.finditer(text))
    return found if len(found) >= STOPS else []


def _behind_labels(text: str, spans: list[Span]) -> list[Span]:
    """With what stands behind "Who abstained:" as a sentence of its own, as it would behind a question mark."""
    found: list[Span] = []
    for span in spans:
        label = WHO_LABEL.match(text, span.start, span.end)
        if label is None:
            found.append(span)
        else:
            _keep(text, span.start, label.end(), found)
            _keep(text, label.end(), span.end, found)
    return found


def _without_numbers(text: str, spans: list[Span]) -> list[Span]:
    """Without the numbers of a list's items: "1. Who vetoed it? France. 2. Who else was against?"."""
    found: list[Span] = []
    last = 0
    for at, span in enumerate(spans):
        start = span.start
        if (number := _ITEM.match(text, span.start, span.end)) is not None:
            here, alone = int(number[1]), number.end() == span.end
            again = at + 1 < len(spans) and text[spans[at + 1].start : spans[at + 1].end] == number[0]
            if here == last + 1 and not (alone and again):
                last = here
                if alone and at + 1 < len(spans):
                    continue
                start = span.start if alone else number.end() + 1
        found.append(Span(start, span.end))
    return found


def _apart(text: str, spans: list[Span]) -> list[Span]:
    """With each question that stands behind a statement as a sentence of its own."""
    found: list[Span] = []
    for span in spans:
        at = asked_on(text[span.start : span.end])
        if at is None:
            found.append(span)
        else:
            _keep(text, span.start, span.start + at, found)
            _keep(text, span.start + at, span.end, found)
    return found


def _lines(text: str, start: int, end: int, found: list[Span]) -> None:
    """Each line by itself where they were ended by hand, as in a chat: most had room for the next line's first word."""
    lines = text[start:end].split("\n")
    width = (1 - RAGGED) * max(map(len, lines))
    room = sum(len(line) + 1 + len(after.split(" ", 1)[0]) <= width for line, after in pairwise(lines))
    if 2 * room < len(lines) - 1 or len(lines) == 1 or any(_DANGLING.search(line) for line in lines[:-1]):
        _cut(text, start, end, found)
        return
    for line in lines:
        _cut(text, start, start + len(line), found)
        start += len(line) + 1


def _cut(text: str, start: int, end: int, found: list[Span]) -> None:
    for piece_start in range(start, end, _LONGEST * 4):
        piece_end = min(piece_start + _LONGEST * 4, end)
        piece = text[piece_start:piece_end]
        if not piece.strip():
            continue
        for first, last in _cut_again(piece, sent_spans(piece)):
            opens = piece_start + first
            if found and (
                _goes_on(text, found[-1], opens, piece_start + last) or _opens_nothing(text, found[-1], opens)
            ):
                found[-1] = Span(found[-1].start, piece_start + len(piece[:last].rstrip()))
            else:
                _keep(text, piece_start + first, piece_start + last, found)


def _cut_again(piece: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, cut where they hold the end of a sentence that was taken for an abbreviation's."""
    stop = _SMALL_STOP if piece.islower() else _STOP
    for first, last in spans:
        for match in _NUMBER_STOP.finditer(piece, first, last):
            yield first, match.end()
            first = match.end()
        for match in stop.finditer(piece, first, last):
            said_no = match["word"].lower() == "no" and (_NO if match["word"] == "No" else _SAID_NO).search(
                piece[max(first, match.start() - 8) : match.start()]
            )
            answers = match["word"].lower() == "no" and _ANSWER.fullmatch(piece, first, match.end("word"))
            if said_no or (answers and match["next"].isalpha()) or not _abbreviates(match["word"], match["next"]):
                yield first, match.end()
                first = match.end()
        yield first, last


def _abbreviates(word: str, following: str) -> bool:
    kind = _abbreviations().get(word.lower())
    if kind == "before a number":
        return following.isdigit() or word[0].isupper()
    return kind == "no" or (kind == "capital" and word[0].isupper())


@cache
def _abbreviations() -> dict[str, str]:
    """Word to whether a full stop behind it ends a sentence."""
    return {word: row["ends_a_sentence"] for row in rows("abbreviations.csv") for word in phrases(row["words"])}


def _goes_on(text: str, before: Span, start: int, end: int) -> bool:
    """Whether two pieces are parts of one count: "For: 13. Against: 0."."""
    if end - start > 100 or end - before.start > _LONGEST or "\n" in text[before.end : start]:
        return False
    tail = text[before.start : before.end].rpartition(". ")[2]
    return (
        _COUNTED.fullmatch(text, start, start + len(text[start:end].rstrip())) is not None
        and _COUNTED.fullmatch(tail[-100:]) is not None
    )


def _opens_nothing(text: str, before: Span, start: int) -> bool:
    """Whether a piece begins with a mark behind a full stop that only shortens a word: "2 abst.: Chad and Mali"."""
    if text.endswith("U.N.", before.start, before.end) and "\n" not in text[before.end : start]:
        return _OF_THE_UN.match(text, start) is not None
    if before.end == start and text.startswith(")", start):
        return True  # "India abstained (why?), Brazil did not"
    if start < len(text) and text[start].islower() and _INITIALS.search(text, before.start, before.end):
        return "\n" not in text[before.end : start]  # "sent it to the O.A.S. on the 19th"
    if _HAS_MORE.search(text, before.start, before.end):
        return "\n" not in text[before.end : start]
    if _ASIDE_CLOSES.match(text, start) and _ASIDE_OPEN.search(text, before.start, before.end):
        return "\n" not in text[before.end : start]
    if text[before.end - 5 : before.end] == "/Rev.":
        return start < len(text) and text[start].isdigit()  # "S/4050/Rev. 1"
    return before.end == start and start < len(text) and text[start] in ",;:" and text[start - 1] == "."


def _next_post(text: str, start: int, end: int) -> int | None:
    """Where a post begins behind another that nothing ends."""
    post = _POST.search(text, start + 1, end)
    if post is not None:
        return post.start()
    for match in _POST_OF.finditer(text, start + 1, end):
        if int(match[1]) > 1 and f"{int(match[1]) - 1}/{match[2]} " in text[: match.start()]:
            return match.start()  # not "a majority of 2/3 of them"
    return None


def _keep(text: str, start: int, end: int, found: list[Span]) -> None:
    if "/" in text[start:end] and (post := _next_post(text, start, end)) is not None:
        _keep(text, start, post, found)
        _keep(text, post + 1, end, found)
        return
    if numbered := _NUMBER.match(text, start, end):
        start = numbered.end()
    while start < end and text[start].isspace():
        start += 1
    start = behind_lead_in(text, start, end)
    if (led := led_by_a_time(text, start, end)) is not None:
        _keep(text, start, led[0], found)
        _keep(text, led[1], end, found)
        return
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        cut = text.rfind(" ", start, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        found.append(Span(start, cut))
        start = cut + (text[cut] == " ")
    if start < end:
        found.append(Span(start, end))
