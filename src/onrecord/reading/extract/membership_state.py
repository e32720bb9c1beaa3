"""What readers of seats and terms share: where a predicate stands, and what the text spoke of before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.dates import DateMention
from onrecord.reading.hedges import Bounds
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import class_pattern

WORDS, PHRASES = "membership_words.csv", "membership_phrases.csv"
MEMORY = 3
"""Sentences for which a subject or a topic is still understood."""
_PASSING = frozenset({"by", "with", "of", "from", "to", "against", "for", "in", "on", "at", "over", "after", "than"})
"""Words that name a member only in passing."""


@dataclass(slots=True)
class Memory:
    """Whom the text spoke of last, and whether it spoke of terms."""

    subject: Members | None = None
    subject_at: int = -99
    topic: Members | None = None
    """The last one named who does something or of whom something is said: "the country" is that one, where "it" may be
    one named in passing."""
    topic_at: int = -99
    several: Members | None = None
    several_at: int = -99
    several_before: Members | None = None
    """Those named together before the last: "they" may be either."""
    form: str | None = None
    form_at: int = -99
    claim: Membership | None = None
    date: DateMention | None = None
    date_at: int = -99
    today_at: int = -99
    """The last sentence that tells of the text's own days: "yesterday", "this week"."""
    began_at: int = -99
    """The last sentence that told of a term's beginning."""
    unnamed: bool = False
    """Whether the text never names the Council, so that only what its terms bear out is of it."""
    council_at: int = -99
    """The last sentence that may speak of the Council."""
    seated_at: int = -99
    """The last sentence that names the Council, or tells of a veto."""
    house_at: int = -99
    """The last sentence that speaks of the Assembly, of another body or of who was admitted."""
    security_at: int = -99
    """The last sentence that names the Security Council in full."""
    elsewhere_at: int = -99
    """The last sentence that names another council."""
    told_last: bool = False
    """Whether the sentence before told of seats or terms and of no vote."""
    by_the_way: bool = False
    """Whether it told of them only within what it said: "Chad, which sits there, had asked for changes"."""
    envoy: Named | None = None
    """The state whose envoy was spoken of last, in the sentence `envoy_in`, number `envoy_at`."""
    envoy_at: int = -99
    envoy_in: str = ""
    asked: str = ""
    """What the last question asked of whom: `start` ("Who joins?"), `end`, `times` (how often), and in which
    sentence."""
    asked_at: int = -99

    def means_council(self, sentence: Sentence) -> bool:
        """Whether a bare "member" is one of the Council, and not of the United Nations or of another body."""
        return self.seated_at >= self.house_at and (self.named_lately(sentence) or self.seated_at >= 0)

    def named_lately(self, sentence: Sentence) -> bool:
        return sentence.index - self.seated_at <= MEMORY


@dataclass(frozen=True, slots=True)
class Hit:
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
    future: bool = False
    """Whether it answers a question that looks ahead: "Who leaves next?"."""
    names_behind: bool = False
    """Whether those meant are named right behind it: "Leaving in December: Denmark and Greece"."""
    remaining: Bounds | None = None
    """How many days of the term are still to come."""
    leaning: bool = False
    """Whether it is said of the member whose number of terms was told last."""
    answering: bool = False
    """Whether it answers a question on the one spoken of last."""
    but: tuple[Named, ...] = ()
    """Those of whom it is not said."""
    loose: bool = False
    """Whether its words alone do not say that a seat is meant."""
    gap: Bounds | None = None
    """For how many years there had been no seat before."""


def words_of_class(kind: str) -> re.Pattern[str]:
    return class_pattern(WORDS, kind)


def remember(sentence: Sentence, found: list[Phrase], memory: Memory) -> None:
    dates = [c.date for c in sentence.dates if c.date is not None and c.date.role in ("at", "between")]
    dated = [d for d in dates if d.form == "calendar" and d.year]
    if dated:
        memory.date, memory.date_at = dated[-1], sentence.index
    if any(d.form in ("day", "unit") and d.step <= 0 and not d.from_context for d in dates):
        memory.today_at = sentence.index
    for named in found:
        members = named.members
        if members.named and not members.others:
            if len(members.named) == 1:
                before = named.first - 1 - (sentence.chunks[named.first - 1].lower == "the" and named.first > 0)
                if before < 0 or sentence.chunks[before].lower not in _PASSING:
                    memory.topic, memory.topic_at = members, sentence.index
                memory.subject, memory.subject_at = members, sentence.index
            else:
                memory.several_before, memory.several = memory.several, members
                memory.several_at = sentence.index
    owning = None if memory.subject_at == sentence.index else owner(sentence)
    if owning is not None:
        memory.subject, memory.subject_at = owning, sentence.index


def owner(sentence: Sentence) -> Members | None:
    """ "Mogadishu's turn was a long while coming": the one that a sentence without another subject begins with."""
    first = next((chunk for chunk in sentence.chunks if chunk.is_word), None)
    entry = first.get("member") if first is not None else None
    if first is None or entry is None or first.has("blocked"):
        return None
    owns = sentence.text.startswith(("'s ", "' ", "’s ", "’ "), first.end - sentence.start)
    return Members(named=(Named(first.text, entry.aliases),), text=first.text) if owns else None
