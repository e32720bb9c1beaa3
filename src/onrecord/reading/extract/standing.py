"""Claims that do not hang on one vote: figures, seats and terms, rules; read once the sentences are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.reading.claims.vote import Outcome, Position, Sponsor, Tally, VoteClaim
from onrecord.reading.denying import may_deny, turned
from onrecord.reading.extract import membership_doubts, membership_predicates, membership_state
from onrecord.reading.extract import rules as rule_reading
from onrecord.reading.extract import sizes as size_reading
from onrecord.reading.extract.aid import aid
from onrecord.reading.extract.figure_measures import Memory as FigureMemory
from onrecord.reading.extract.figures import figures
from onrecord.reading.extract.memberships import memberships
from onrecord.reading.extract.rule_memory import Memory as RuleMemory
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

OF_THE_UNITED_NATIONS = word_sets("rule_words.csv")["of_the_united_nations"]
OF_VETOES = frozenset({"veto", "vetoes", "vetoed", "vetoing"})
ALWAYS = 10**9
"""A sentence's number that no other comes after."""


@dataclass(frozen=True, slots=True)
class Restated:
    """What a question and its answer say together, as one statement that stands nowhere in the text."""

    sentence: Sentence
    """With the number of the answer's, and offsets of its own."""
    phrases: list[Phrase]
    start: int
    end: int
    """Where in the document the question begins and the answer's words end."""
    denied: bool
    votes: bool = False
    """Whether the two may say how those voted whom the question names."""

    def added(self, made: Sequence[VoteClaim], others: Sequence[VoteClaim]) -> list[VoteClaim]:
        """The others with what was made of the two; it takes the place of the votes read in the answer alone."""
        near = [c for c in others if c.start < self.end and self.start < c.end]
        new = [c for c in made if not any(type(c) is type(other) for other in near)]
        if not new:
            return list(others)
        kept = [c for c in others if c not in near or not isinstance(c, Position | Tally | Outcome | Sponsor)]
        return [*kept, *(replace(c, start=self.start, end=self.end) for c in new)]

    def told_by(self, claim: VoteClaim, standing: Iterable[VoteClaim]) -> bool:
        """Whether the claim is of a vote read in the answer alone, where the two say something of rules or seats."""
        if not isinstance(claim, Position | Tally | Outcome | Sponsor):
            return False
        near = claim.start < self.end and self.start < claim.end
        return near and any((s.start, s.end) == (self.start, self.end) for s in standing)


def _tells_of_its_vetoes(sentences: Sequence[Sentence]) -> bool:
    """Whether a text that never names the Council speaks of vetoes at the United Nations."""
    vetoes = any(not sentence.words.isdisjoint(OF_VETOES) for sentence in sentences)
    return vetoes and any(not sentence.words.isdisjoint(("un", "nations")) for sentence in sentences)


def standing(
    sentences: Iterable[Sentence], found: Iterable[list[Phrase]], voted: bool, restated: Mapping[int, Restated]
) -> list[VoteClaim]:
    """In the order of the text; `found` holds each sentence's members; `voted` is whether the text tells of vetoes or
    of a resolution's votes, so that seats and rules are the Council's though it is not named.
    """
    spoken, seats = FigureMemory(), membership_state.Memory()
    sizes, rules = size_reading.Memory(), RuleMemory()
    claims: list[VoteClaim] = []
    sentences = list(sentences)
    spoken.whole = sentences
    if voted or any(membership_predicates.speaks_of_council(sentence.text) for sentence in sentences):
        seats.council_at = rules.council_at = sizes.council_at = ALWAYS
    elif any(not sentence.words.isdisjoint(OF_THE_UNITED_NATIONS) for sentence in sentences):
        seats.council_at, seats.unnamed = ALWAYS, not _tells_of_its_vetoes(sentences)
    if not voted and membership_doubts.only_of_another_council(sentences):
        seats.elsewhere_at = ALWAYS
    rules.united_nations = any(not sentence.words.isdisjoint(("un", "nations")) for sentence in sentences)
    for sentence, phrases in zip(sentences, found, strict=True):
        words = sentence.words
        told: list[VoteClaim] = [*figures(sentence, spoken, words), *aid(sentence, spoken)]
        told.extend(memberships(sentence, phrases, seats, words))
        told.extend(size_reading.sizes(sentence, sizes, words))
        told.extend(rule_reading.rules(sentence, phrases, rules, words))
        claims.extend(turned(told, sentence) if told and may_deny(sentence) else told)
        together = restated.get(sentence.index)
        if together is not None and not together.votes:
            said, named = together.sentence, together.phrases
            made: list[VoteClaim] = list(memberships(said, named, seats, said.words))
            made.extend(size_reading.sizes(said, sizes, said.words))
            made.extend(rule_reading.rules(said, named, rules, said.words))
            claims = together.added(made, claims)
    return sorted(claims, key=lambda c: (c.start, c.end))
