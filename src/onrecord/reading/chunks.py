"""Cut a sentence into chunks: the longest runs of tokens that mean one thing, with offsets.

A chunk may mean several things ("for" is a preposition and a vote); later layers ask which they need.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.contractions import in_full
from onrecord.reading.dates import DateMention
from onrecord.reading.lexicon import NOTHING, TOKEN, Entry, Lexicon, Meanings
from onrecord.reading.numbers import NumberMention

MOST_MEMBERS = 195
OWNED = frozenset({"text", "vote_noun", "veto_noun", "cite", "sponsored_adjective"})
WORDS_KEPT = 16_384
"""Words of which an extractor keeps whether it has to look at them."""


@dataclass(slots=True, eq=False)
class Chunk:
    start: int
    """Offset in the document."""
    end: int
    text: str
    lower: str
    entries: tuple[Entry, ...] = ()
    kinds: frozenset[str] = frozenset()
    number: NumberMention | None = None
    date: DateMention | None = None
    is_word: bool = True
    """Not a mark."""

    def has(self, *kinds: str) -> bool:
        return not self.kinds.isdisjoint(kinds)

    def get(self, kind: str) -> Entry | None:
        if kind not in self.kinds:
            return None
        for entry in self.entries:
            if entry.kind == kind:
                return entry
        return None

    def verb(self, *meanings: str) -> Entry | None:
        if "verb" not in self.kinds:
            return None
        for entry in self.entries:
            if entry.kind == "verb" and entry.value in meanings:
                return entry
        return None

    @property
    def cardinal(self) -> int | None:
        """The whole number that it counts members by; None for anything else."""
        number = self.number
        if number is None or number.ordinal or number.unit or not 0 <= number.value <= MOST_MEMBERS:
            return None
        return int(number.value) if number.value == int(number.value) else None


def chunk(
    text: str, offset: int, lexicon: Lexicon, numbers: list[NumberMention], dates: list[DateMention]
) -> list[Chunk]:
    """`text` is one sentence that stands at `offset`; mentions' offsets count from the sentence's start."""
    matches = list(TOKEN.finditer(text))
    tokens = [match.group() for match in matches]
    starts = [match.start() for match in matches]
    small = in_full([token.lower() for token in tokens])
    lower = lexicon.spelled(small)
    begins = lexicon.begins
    spans: dict[int, tuple[int, NumberMention | None, DateMention | None]] = {}
    for counted in numbers:
        spans[counted.start] = (counted.end, counted, None)
    for dated in dates:
        spans[dated.start] = (dated.end, None, dated)
    chunks: list[Chunk] = []
    at = 0
    count = len(tokens)
    while at < count:
        start = starts[at]
        overlay = spans.get(start) if spans else None
        # Half the words of a text are in no table, and every word is asked for: a call that finds nothing costs most.
        length, meant = lexicon.longest(lower, tokens, at) if lower[at] in begins else UNKNOWN
        if length > 1 and at + length < count:
            closing = lower[at + length - 1]
            if closing == "own" and not OWNED.isdisjoint(lexicon.longest(lower, tokens, at + length)[1].kinds):
                # "Abstains on its own text" says whose the text is, not that nobody else did.
                length, meant = 1, lexicon.longest(lower[: at + 1], tokens[: at + 1], at)[1]
            elif closing == "that" and "reporting" in meant.kinds:
                # "Egypt wrote that draft" says which draft, not what was said of drafts.
                length, meant = _wrote_a_text(lexicon, lower, tokens, at, length) or (length, meant)
            elif closing == "on" and "other_sense" in meant.kinds:
                # "Was passed on 8 November" says when.
                behind = spans.get(starts[at + length])
                if behind is not None and behind[2] is not None:
                    length, meant = lexicon.longest(lower[: at + length - 1], tokens[: at + length - 1], at)
        if length > 1 and dates and (cut := _into_a_date(starts, tokens, at, length, dates)) is not None:
            length, meant = lexicon.longest(lower[:cut], tokens[:cut], at)
        number: NumberMention | None = None
        when: DateMention | None = None
        if overlay is not None:
            end, number, when = overlay
            last = at
            while last < count and starts[last] < end:
                last += 1
            if last - at >= length or when is not None:
                meant = meant if when is None and length == last - at else NOTHING
                length = last - at
            else:
                number = None
        if length < TWO and small[at] == "out" and _out_of(chunks, lower, at):
            length, meant = TWO, lexicon.longest(lower[: at + TWO], tokens[: at + TWO], at + 1)[1]
            word, spelled = text[start : starts[at + 1] + TWO], "of"
        elif length < TWO and small[at] == "w" and lower[at + 1 : at + 2] == ["/"] and starts[at + 1] == start + 1:
            length, meant, word, spelled = TWO, lexicon.longest(["with"], ["with"], 0)[1], "w/", "with"
        elif length < TWO:
            length, word, spelled = 1, tokens[at], small[at]
        else:
            word = text[start : starts[at + length - 1] + len(tokens[at + length - 1])]
            spelled = word.lower()
        is_word = word[0].isalnum() or word == "n't" or spelled in SHORTENED
        begin = offset + start
        kinds = meant.kinds
        if length > TWO and "verb" in kinds and (inside := _body_within(tokens[at + 1 : at + length])) is not None:
            kinds |= {inside}
        chunks.append(Chunk(begin, begin + len(word), word, spelled, meant.entries, kinds, number, when, is_word))
        at += length
    if "," in tokens and not AFFIRMING.isdisjoint(lower):
        for place in range(1, len(chunks) - 2):
            said, around = chunks[place], (chunks[place - 1].text, chunks[place + 1].text)
            if said.lower in AFFIRMING and SET_OFF.issuperset(around) and _only_affirms(chunks, place):
                said.entries, said.kinds = NOTHING.entries, NOTHING.kinds
    return chunks


def _only_affirms(chunks: list[Chunk], at: int) -> bool:
    """ "Russia voted against, yes, but so did Mali", "vetoed it in July too, yes, and China abstained", "Russia, yes,
    vetoed it": how nobody voted.
    """
    if chunks[at + 2].lower == "but" or chunks[at + 2].verb("veto", "abstain", "vote", "use", "no", "yes") is not None:
        return True
    opens = next((i + 1 for i in range(at - 2, -1, -1) if not chunks[i].is_word), 0)
    return any(c.verb("veto", "abstain", "vote", "use") is not None for c in chunks[opens : at - 1])


AFFIRMING = frozenset({"yes", "no"})
SET_OFF = frozenset(",–—-(")
"""Marks between which a word is thrown in."""


def _body_within(tokens: list[str]) -> str | None:
    """Which body a verb of several words names: "sailed through the General Assembly"."""
    if "Assembly" in tokens:
        return "in_assembly"
    return "in_council" if "Council" in tokens else None


def _out_of(chunks: list[Chunk], lower: list[str], at: int) -> bool:
    """ "Twelve out of fifteen", "twelve votes out of 15": the same as "of"."""
    if lower[at + 1 : at + 2] != ["of"] or not chunks:
        return False
    counted = chunks[-1].has("member_noun", "vote_noun") and len(chunks) > 1
    return chunks[-2 if counted else -1].cardinal is not None


SHORTENED = frozenset({"had", "have"})
"""What stands for an auxiliary that is written as its end: "they'd vetoed it"."""
TWO = 2
UNKNOWN = (0, NOTHING)
"""What the lexicon says of a word that begins nothing it knows."""


def _wrote_a_text(
    lexicon: Lexicon, lower: list[str], tokens: list[str], at: int, length: int
) -> tuple[int, Meanings] | None:
    """The verb of "wrote that draft", "wrote that one", where a single text stands behind "that" with no number."""
    span, text = lexicon.longest(lower, tokens, at + length)
    verb = lexicon.longest(lower[: at + 1], tokens[: at + 1], at)[1]
    behind = at + length + max(span, 1)
    one = lower[at + length] == "one" and (behind >= len(lower) or lower[behind] in BEHIND_ONE)
    if not (one or "text" in text.kinds) or not any(e.kind == "verb" and e.value == "sponsor" for e in verb.entries):
        return None
    one = not lower[behind - 1].endswith("s") and not (behind < len(tokens) and tokens[behind][0].isdigit())
    return (1, verb) if one else None


BEHIND_ONE = frozenset((*",.;:!?)(–—-", "too", "with", "together", "and", "but", "as", "itself", "alone", "jointly"))
"""Behind "wrote that one": it is no one member or vote of which something was written."""


def _into_a_date(starts: list[int], tokens: list[str], at: int, length: int, dates: list[DateMention]) -> int | None:
    """Where a date begins that the words break off in the midst of: "in the middle" of "in the middle of May"."""
    end = starts[at + length - 1] + len(tokens[at + length - 1])
    within = range(starts[at] + len(tokens[at]), end)
    start = next((dated.start for dated in dates if dated.start in within and dated.end > end), None)
    return next((i for i in range(at + 1, at + length) if starts[i] == start), None)
