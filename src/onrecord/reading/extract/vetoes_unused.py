"""A veto that is left alone: "the French one has lain unused since 1989", "London has kept hers on the shelf"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import Act, is_veto_noun, single
from onrecord.reading.extract.counted_from import framed
from onrecord.reading.extract.denials import denial
from onrecord.reading.extract.doers import owner, resolved, somebody
from onrecord.reading.extract.no_veto import limited
from onrecord.reading.extract.state import Discourse
from onrecord.reading.grammar import subject_of
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

OWN = frozenset({"hers", "theirs", "its own", "their own", "ours", "own", "his"})
"""What stands for somebody's veto, where the text speaks of vetoes."""
USED = word_sets("position_words.csv")["used"]
KEPT = ("kept", "left", "keeps", "held", "leaves", "had", "has")
REACH = 9
NAMED_BACK = 3
"""Sentences for which a veto that was named is what somebody keeps."""
UNUSED = single("left_unused")


def veto_unused(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """From the chunk that says it is left alone, or from the "not" of "has not been used"."""
    chunks = sentence.chunks
    denied = chunks[at].has("negation")
    if denied and not _been_used(chunks, at):
        return None
    noun = next((i for i in range(at - 1, max(at - REACH, -1), -1) if is_veto_noun(chunks, i)), None)
    if noun is not None and any(c.text in ",;:.—" for c in chunks[noun + 1 : at]):
        return None
    who = _whose(sentence, found, noun, discourse) if noun is not None else None
    if who is None and not denied:
        who = _keeper(sentence, found, at, discourse)
    aside = any(c.has("modal") for c in chunks[max(0, at - REACH) : at])
    if (
        aside
        or who is None
        or not somebody(who[0])
        or not any(c.has("have") for c in chunks[max(0, at - REACH) : at + 1])
    ):
        return None
    claim = denial(sentence, found, at, Act("veto", at, at, False), who)
    claim = framed(claim, sentence, discourse)
    return claim if limited(claim) else None


def _been_used(chunks: list[Chunk], at: int) -> bool:
    """ "Has not been used", "hasn't been cast": by the chunk of the denial."""
    behind = [c.lower for c in chunks[at + 1 : at + 4]]
    return "been" in behind[:2] and not USED.isdisjoint(behind)


def _whose(sentence: Sentence, found: list[Phrase], noun: int, discourse: Discourse) -> tuple[Members, int] | None:
    owned = owner(sentence, noun)
    if owned is None:
        return None
    members = resolved(owned[0], sentence, found, owned[1], discourse, "veto")
    return (members, owned[1]) if members is not None else None


def _keeper(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> tuple[Members, int] | None:
    """ "France has kept hers in the drawer": who keeps what is theirs."""
    chunks = sentence.chunks
    verb = next((i for i in range(at - 1, max(at - REACH, 0), -1) if chunks[i].lower in KEPT), None)
    if verb is None or not 0 <= sentence.index - discourse.veto_named_in <= NAMED_BACK:
        return None
    if not any(c.lower in OWN for c in chunks[verb + 1 : at]):
        return None
    subject = subject_of(sentence, found, verb)
    if subject is None:
        return None
    members = resolved(subject.members, sentence, found, subject.first, discourse, "veto")
    return (members, subject.first) if members is not None else None
