"""What has been said so far in a document, for pronouns and ellipsis."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.reading.claims.frequency import Acts
from onrecord.reading.claims.vote import Members, Position, Tally, VoteClaim
from onrecord.reading.grammar import Phrase, Sentence, governed
from onrecord.reading.numbers import NumberMention

SENTENCES_BACK = 3
PLURAL = frozenset({"they", "both", "the two", "the three", "all three", "all four", "all five", "the pair", "the trio", "the duo", "them", "their"})


@dataclass(slots=True)
class Discourse:
    subjects: list[tuple[int, Members]] = field(default_factory=list)
    """Members named as subjects, by sentence, latest last."""
    last_choice: str | None = None
    last_companions: Members | None = None
    """With whom the last position was shared, where it was said so ("voted with the Americans")."""
    tallies: list[Tally] = field(default_factory=list)

    counted: Acts | None = None
    """The acts last counted or spoken of as such, and in which sentence."""
    counted_in: int = 0

    cited: str | None = None
    """The resolution last cited, and in which sentence, for "it dates from November"."""
    cited_in: int = -9
    last_text: str = ""
    """The sentence before, in which what "it" stands for was described."""
    asked_for_sponsor: int = -9
    """The sentence that asked who drafted a text, so that a bare name after it answers."""

    last_outcome: str | None = None
    """What became of the text last spoken of, for "the next one met the same fate"."""
    body_in: int = -9
    """The sentence that last named a body, so that "it" may be the body."""
    text_in: int = -9
    """The sentence that last spoke of a text, so that "it" may be one."""

    def note(self, claim: VoteClaim) -> None:
        if isinstance(claim, Position):
            if claim.choice != "alone":
                self.last_choice, self.last_companions = claim.choice, claim.companions
            if claim.members.named or claim.members.groups:
                self.subjects.append((claim.sentence, claim.members))
        elif isinstance(claim, Tally):
            self.tallies.append(claim)

    def note_sentence(self, sentence: Sentence, found: list[Phrase]) -> None:
        """Members named in a sentence without a vote of theirs may still be what "it" means next."""
        already = {id(m) for s, m in self.subjects if s == sentence.index}
        for phrase in found:
            members = phrase.members
            if members.named and id(members) not in already and not governed(sentence.chunks, phrase.first):
                if any(s == sentence.index for s, _ in self.subjects):
                    continue
                self.subjects.append((sentence.index, members))
                break

    def resolve_pronoun(self, members: Members, sentence: Sentence) -> Members | None:
        """The members that a pronoun stands for; the same members where they are named; None where nobody fits."""
        if not members.pronoun:
            return members
        plural = members.text.lower() in PLURAL
        for index, earlier in reversed(self.subjects):
            if sentence.index - index > SENTENCES_BACK:
                return None
            several = len(earlier.named) + 2 * len(earlier.groups) > 1
            if several == plural:
                return earlier
        return None

    def role_of(self, value: int) -> str | None:
        """Which part of a tally given before had this value: "China was one of the 58"."""
        for tally in reversed(self.tallies):
            for role, part in (("yes", tally.yes), ("no", tally.no), ("abstain", tally.abstain), ("not voting", tally.not_voting)):
                if part is not None and int(part.value if isinstance(part, NumberMention) else part) == value:
                    return role
        return None
