"""With whom a vote against was cast, where a "with" behind it says so: "vetoed it, with nobody else against", "with
only Poland for company".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.reading.assertion import asserted
from onrecord.reading.claims.vote import Position
from onrecord.reading.extract.position_scope import united
from onrecord.reading.extract.state import Discourse
from onrecord.reading.grammar import doer_of
from onrecord.reading.parsed import Phrase, Sentence

_BESIDE = (
    r"(?:(?:voting |opposed |siding |standing |raised )?(?:against|with (?:it|them)|beside (?:it|them|him|her)"
    r"|by (?:its|their|his) side|at (?:its|their|his) side|for company|to keep (?:it|them|him) company|opposed"
    r"|in opposition|voting no|saying no|alongside(?: it| them)?)\b)"
)
_NOBODY = re.compile(
    r",? with (?:nobody|no one|no-one|none|no other (?:member|country|state|delegation|vote|hand|power)s?"
    rf"|not another (?:member|hand|vote|state|soul))(?: else)? {_BESIDE}"
)
_ONLY = re.compile(r",? with (?:only|just|none but|nobody but|no one but) ")
_ALONE = re.compile(rf" (?:alone )?{_BESIDE}")
GAP = re.compile(r"[;:.]|, (?:and|but) ")
"""What ends the clause in which the vote was told."""


_BESIDE_A_STATE = re.compile(r" (?:(?:beside|alongside|with) (?:it|them|him|her)|for company)(?=[.,;:!?)–—]|$)")
HAD = frozenset({"had", "found", "got"})


def had_company(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Iterator[Position]:
    """ "Moscow had Chad for company", "it had only Chad and Mali beside it": who voted as another did."""
    chunks = sentence.chunks
    if sentence.words.isdisjoint(HAD):
        return
    for beside in found if discourse.voted_near(sentence) else ():
        behind = _BESIDE_A_STATE.match(sentence.text, chunks[beside.last].end - sentence.start)
        verb = beside.first - 1
        while verb > 0 and chunks[verb].has("only", "determiner", "adverb"):
            verb -= 1
        if behind is None or verb < 1 or chunks[verb].lower not in HAD or not beside.members.named:
            continue
        doer = doer_of(sentence, found, verb)
        whose = discourse.resolve_pronoun(doer.members, sentence) if doer is not None else None
        if doer is None or whose is None or not whose.named or not asserted(sentence, verb, doer.last, "past"):
            continue
        if doer.first and chunks[doer.first - 1].text not in ";:—–":
            continue  # "in every other case it had Chad for company", "and then they had Mali beside them"
        last = next(i for i, c in enumerate(chunks) if c.end >= sentence.start + behind.end())
        only = any(c.has("only") for c in chunks[verb : beside.first])
        placed = sentence.placed(doer.first, last, verb)
        yield Position(*placed, members=beside.members, choice="with", companions=whose, only=only)


def in_company(sentence: Sentence, found: list[Phrase], claims: list[Position]) -> Iterator[Position]:
    """Who they are that voted against, with nobody else beside them."""
    text = sentence.text
    if " with " not in text:
        return
    for match in (*_NOBODY.finditer(text), *_ONLY.finditer(text)):
        own = next((c for c in reversed(claims) if c.start - sentence.start < match.start()), None)
        if own is None or own.choice not in ("veto", "no") or own.negated or own.only or not own.members.named:
            continue
        if GAP.search(text, min(own.end - sentence.start, match.start()), match.start()) or own.members.others:
            continue
        if match.re is _NOBODY:
            yield replace(own, end=sentence.start + match.end(), choice="no", only=True, total=None, block=False)
            continue
        beside = next((p for p in found if sentence.chunks[p.first].start - sentence.start == match.end()), None)
        behind = _ALONE.match(text, sentence.chunks[beside.last].end - sentence.start) if beside is not None else None
        if beside is not None and behind is not None and beside.members.named:
            both = united(own.members, beside.members)
            yield replace(own, end=sentence.start + behind.end(), members=both, choice="no", only=True, block=False)
