"""Russia's acts counted with the Soviet Union's, or without them: "its 150th, Soviet ones included"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Count
from onrecord.reading.claims.vote import Named
from onrecord.reading.parsed import Sentence
from onrecord.record.model import Alias

RUSSIA, SOVIETS = "RUS", "SUN"
BOTH = Named("the Soviet Union", (Alias(SOVIETS, "the Soviet Union", "official"),))
ALONE = Named("Russian Federation", (Alias(RUSSIA, "Russian Federation", "official"),))
SAID = ("with_soviets", "without_soviets")


def with_soviets(claim: Count, sentence: Sentence) -> Count:
    """The claim with what the words beside or in it say of the Soviet Union's, which become part of it."""
    if sentence.kinds.isdisjoint(SAID) or claim.acts.what != "veto":
        return claim
    members = claim.acts.members
    if not members.named or any(all(a.code not in (RUSSIA, SOVIETS) for a in n.aliases) for n in members.named):
        return claim
    at = next((i for i, c in enumerate(sentence.chunks) if c.has(*SAID) and _of_it(sentence, i, claim)), None)
    if at is None:
        return claim
    said = sentence.chunks[at]
    named = (ALONE,) if said.has("without_soviets") else (*members.named, BOTH)
    start, end = min(claim.start, said.start), max(claim.end, said.end)
    return replace(
        claim, start=start, end=end, acts=replace(claim.acts, members=replace(members, named=named), back=False)
    )


def _of_it(sentence: Sentence, at: int, claim: Count) -> bool:
    """Whether only marks stand between the words and the claim."""
    said, chunks = sentence.chunks[at], sentence.chunks
    if said.end <= claim.start:
        between = [c for c in chunks[at + 1 :] if c.end <= claim.start]
    else:
        between = [c for c in chunks[:at] if c.start >= claim.end]
    return not any(_tells(c) for c in between)


def _tells(chunk: Chunk) -> bool:
    return chunk.text not in (",", "(", ")", "–", "—", "-", '"') and chunk.lower not in ("and", "together", "all told")
