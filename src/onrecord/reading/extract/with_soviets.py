"""Russia's acts counted with the Soviet Union's, or without them: "its 150th, Soviet ones included"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Count
from onrecord.reading.claims.vote import Named
from onrecord.reading.parsed import Sentence
from onrecord.record.model import Alias

RUSSIA, SOVIETS = "RUS", "SUN"
BOTH = Named("the Soviet Union", (Alias(SOVIETS, "the Soviet Union", "official"),))
ALONE = Named("Russian Federation", (Alias(RUSSIA, "Russian Federation", "official"),))
SOVIET = frozenset({"soviet", "soviets", "ussr"})
SAID = ("with_soviets", "without_soviets")


def with_soviets(claim: Count, sentence: Sentence) -> Count:
    """The claim with what the words beside or in it say of the Soviet Union's, which become part of it."""
    if claim.acts.what != "veto" or (sentence.kinds.isdisjoint(SAID) and sentence.words.isdisjoint(SOVIET)):
        return claim
    members = claim.acts.members
    if not members.named or any(all(a.code not in (RUSSIA, SOVIETS) for a in n.aliases) for n in members.named):
        return claim
    at = next((i for i, c in enumerate(sentence.chunks) if c.has(*SAID) and _of_it(sentence, i, claim)), None)
    if at is None:
        return _as_put_together(claim, sentence)
    said = sentence.chunks[at]
    start, end = min(claim.start, said.start), max(claim.end, said.end)
    return replace(_counted(claim, not said.has("without_soviets")), start=start, end=end)


def _counted(claim: Count, both: bool) -> Count:
    members = claim.acts.members
    named = (*members.named, BOTH) if both else (ALONE,)
    return replace(claim, acts=replace(claim.acts, members=replace(members, named=named), back=False))


def _as_put_together(claim: Count, sentence: Sentence) -> Count:
    """ "Soviet days and all, it was the 129th", "if one throws in the Soviets": as the words around their name say."""
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        if not ("soviet" in chunk.lower or chunk.lower == "ussr") or chunk.lower.endswith(" veto"):
            continue
        if any(named.text == chunk.text for named in claim.acts.members.named):
            return claim
        first, last = at, at
        while first > 0 and at - first < AROUND and chunks[first - 1].text not in ",;:(—–":
            first -= 1
        while last + 1 < len(chunks) and last - at < AROUND and chunks[last + 1].text not in ",;:.)—–":
            last += 1
        words = " ".join(c.lower for c in chunks[first : last + 1])
        left_out = LEFT_OUT.search(words) is not None
        if left_out or TAKEN_IN.search(words) is not None:
            return _counted(claim, not left_out)
    return claim


AROUND = 5
"""Chunks around the Soviet Union's name."""
LEFT_OUT = re.compile(
    r"\b(?:leav|set|put|tak)\w* (?:\S+ ){1,4}?(?:out|aside|off|apart)\b"
    r"|\bsoviet\S* (?:\w+ )?(?:left (?:out|aside|off)|excluded|aside|apart|not counted|taken off)\b"
)
TAKEN_IN = re.compile(
    r"\b(?:throw|add|count|lump|reckon|includ)\w*(?: \w+)? in\b|\b(?:if|when|once) (?:one|you|we) \w+ in\b"
    r"|\bsoviet\S* (?:\w+ )?(?:and all|counted|included|added|thrown in|on top|taken in)\b"
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
