"""Who says "we": '"We tabled it," said the French ambassador', "we abstained, said Mr Roe, the envoy of Chad"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.claims.vote import Members
from onrecord.reading.naming import named_by
from onrecord.reading.parsed import Phrase, Sentence


def speaking(sentence: Sentence, found: list[Phrase], own: int | None) -> Phrase | None:
    """The member named among the words that name the speaker of the quotation that chunk `own` stands in, or of any;
    outside quotations that of the speaker named behind `own`.
    """
    for start, end, speaker in sentence.quoted:
        if own is not None and not start <= sentence.chunks[own].start < end:
            continue
        for phrase in found:
            first, last = sentence.chunks[phrase.first], sentence.chunks[phrase.last]
            outside = last.end <= start or first.start >= end
            if not outside or not phrase.members.named:
                continue
            if speaker and (phrase.members.named[0].text in speaker or _beside(sentence, phrase, speaker)):
                return phrase
    if own is None or sentence.said_by is None or sentence.quoted:
        return None
    told = sentence.text.find(sentence.said_by, sentence.chunks[own].end - sentence.start)
    behind = [p for p in found if p.first > own and p.members.named and told >= 0]
    within = range(sentence.start + told, sentence.start + told + len(sentence.said_by))
    for phrase in behind:
        named = sentence.chunks[phrase.first].start, sentence.chunks[phrase.last].end - 1
        if named[0] in within or named[1] in within or _beside(sentence, phrase, sentence.said_by):
            return phrase
    by_name = [i for i, c in enumerate(sentence.chunks) if i > own and c.start in within and c.has("member")]
    if told < 0 or len(by_name) != 1 or sentence.chunks[by_name[0]].has("blocked"):
        return None
    minister = sentence.chunks[by_name[0]]
    names = tuple(named_by(minister))  # "said the Malian minister"
    return Phrase(by_name[0], by_name[0], Members(names, text=minister.text)) if names else None


def _beside(sentence: Sentence, phrase: Phrase, speaker: str) -> bool:
    """ "Mr Roe, the envoy of Chad": whether a member is named right behind the speaker, by an office."""
    chunks = sentence.chunks
    comma = phrase.first - 1
    while comma > 0 and chunks[comma].has("determiner", "delegate", "preposition"):
        comma -= 1
    office = any(c.has("delegate", "affiliation") for c in chunks[comma + 1 : phrase.last + 2])
    before = sentence.text[: chunks[comma].start - sentence.start]
    return office and chunks[comma].text == "," and before.endswith(speaker)


def with_who_speaks(sentence: Sentence, found: list[Phrase]) -> list[Phrase]:
    """The phrases, "we" named where the sentence says who speaks: "we leave in December, said the envoy of Chad"."""
    if (sentence.said_by is None and not sentence.quoted) or not any(p.members.first_person for p in found):
        return found
    told = [speaking(sentence, found, p.first) if p.members.first_person else None for p in found]
    return [p if who is None else replace(p, members=who.members) for p, who in zip(found, told, strict=True)]
