"""Who drafted, tabled, submitted or co-sponsored a text: "the Algerian text", "a draft tabled by Japan"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Named, Sponsor
from onrecord.reading.extract.positions import clause_end
from onrecord.reading.extract.state import Discourse
from onrecord.reading.grammar import Phrase, Sentence, agent_after, asserted, is_demonym, negated, passive, possessed, subject_of


def sponsorships(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Sponsor]:
    if sentence.question or sentence.withdrawn:
        return []
    claims: list[Sponsor] = []
    for at, chunk in enumerate(sentence.chunks):
        if at >= sentence.unreal_from:
            break
        claim: Sponsor | None = None
        if chunk.verb("sponsor", "cosponsor"):
            claim = _of_verb(sentence, found, at, discourse)
        elif chunk.has("source_of"):
            claim = _came_from(sentence, found, at)
        if claim is None and chunk.has("text") and not chunk.has("council"):
            claim = _adjective(sentence, at) or _by(sentence, found, at)
        if claim is not None and not any(c.members.named == claim.members.named and c.members.groups == claim.members.groups for c in claims):
            claims.append(claim)
    return claims


def _make(sentence: Sentence, first: int, last: int, members: Members, **more: object) -> Sponsor:
    chunks = sentence.chunks
    return Sponsor(
        start=chunks[first].start, end=chunks[last].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunks[first].start), members=members, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def _of_verb(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Sponsor | None:
    chunks = sentence.chunks
    entry = chunks[at].verb("sponsor", "cosponsor")
    assert entry is not None
    co_sponsor = entry.value == "cosponsor"
    if entry.form in ("past", "participle") and (passive(chunks, at) or _by_soon(chunks, at)):
        agent = agent_after(sentence, found, at)
        if agent is None or not _text_near(chunks, at):
            return None
        first = at
        while first > 0 and at - first < 5 and (chunks[first - 1].has("be", "have", "text", "determiner", "relative", "member") or chunks[first - 1].lower in ("jointly", "'s")):
            first -= 1
        if agent.members.quantity is not None and not agent.members.others:
            number = _number_in(chunks, agent)
            return _make(sentence, first, agent.last, agent.members, co_sponsor=True, quantity=number)
        if not asserted(sentence, at, -1, "past"):
            return None
        return _make(sentence, first, agent.last, agent.members, co_sponsor=co_sponsor, negated=negated(sentence, at, -1))
    if chunks[at].lower in ("draft", "table", "write", "present", "file") and entry.form == "base":
        return None
    subject = subject_of(sentence, found, at)
    if subject is None or not asserted(sentence, at, subject.last if subject.last < at else -1, entry.form):
        return None
    if entry.value == "sponsor" and "pen" not in chunks[at].lower.split() and not _object_is_text(chunks, at) and not _relative_text(chunks, subject):
        return None
    members = subject.members
    if members.quantity is not None and not members.others and members.adjective is None and not members.named:
        return _make(sentence, subject.first, clause_end(sentence, found, at), members, co_sponsor=True, quantity=_number_in(chunks, subject))
    resolved = discourse.resolve_pronoun(members, sentence)
    if resolved is None or not (resolved.named or resolved.groups or resolved.adjective):
        return None
    together = _together(sentence, found, at)
    last = clause_end(sentence, found, at)
    if together is not None:
        resolved = Members(resolved.named + together.members.named, resolved.groups + together.members.groups, text=resolved.text)
        last = max(last, together.last)
    return _make(sentence, min(subject.first, at), last, resolved, co_sponsor=co_sponsor, negated=negated(sentence, at, subject.last))


def _number_in(chunks: list[Chunk], phrase: Phrase):  # noqa: ANN202
    return next((c.number for c in chunks[phrase.first : phrase.last + 1] if c.number is not None), None)


def _by_soon(chunks: list[Chunk], at: int) -> bool:
    return any(c.lower == "by" for c in chunks[at + 1 : at + 5])


def _text_near(chunks: list[Chunk], at: int) -> bool:
    return any(c.has("text", "cite") or c.lower == "it" for c in chunks[max(0, at - 12) : at + 3])


def _object_is_text(chunks: list[Chunk], at: int) -> bool:
    for position in range(at + 1, min(at + 10, len(chunks))):
        if chunks[position].has("text", "cite") and not chunks[position].lower.startswith(("plan", "call", "paper")):
            return True
        if chunks[position].text in ",;:—" or chunks[position].has("but"):
            return False
        if chunks[position].lower in ("it",) and position == at + 1:
            return True
    return False


def _relative_text(chunks: list[Chunk], subject: Phrase) -> bool:
    """ "The text that Britain and Sierra Leone tabled", "the draft, which Japan submitted"."""
    before = chunks[max(0, subject.first - 5) : subject.first]
    return any(c.has("text") for c in chunks[max(0, subject.first - 14) : subject.first]) and any(c.has("relative") for c in before) or any(c.has("text") for c in before[-3:])


def _together(sentence: Sentence, found: list[Phrase], at: int) -> Phrase | None:
    chunks = sentence.chunks
    for position in range(at + 1, min(at + 9, len(chunks))):
        if chunks[position].lower in ("with", "together with", "along with", "alongside", "jointly with"):
            for phrase in found:
                if phrase.first in (position + 1, position + 2):
                    return phrase
        if chunks[position].text in ",;:—":
            return None
    return None


def _came_from(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    chunks = sentence.chunks
    if not any(c.has("text", "cite") or c.lower in ("it", "both") for c in chunks[max(0, at - 10) : at]):
        return None
    if any(c.has("vote_noun", "abstention_noun", "veto_noun") for c in chunks[max(0, at - 6) : at]):
        return None
    phrase = next((p for p in found if at < p.first <= at + 3), None)
    if phrase is None or not asserted(sentence, at, -1, "past"):
        return None
    first = at
    while first > 0 and at - first < 8 and chunks[first - 1].text not in ",;:—(" and not chunks[first - 1].has("but", "relative"):
        first -= 1
    return _make(sentence, first, phrase.last, phrase.members)


def _adjective(sentence: Sentence, at: int) -> Sponsor | None:
    """Members in front of a text: "the American draft", "Egypt's resolution", "US-drafted", "Franco-Emirati"."""
    chunks = sentence.chunks
    position = at - 1
    sponsored = False
    steps = 0
    while position >= 0 and steps < 4:
        chunk = chunks[position]
        if chunk.has("sponsored_adjective") and position > 0 and chunks[position - 1].text == "-":
            sponsored = True
            position -= 2
            continue
        if chunk.has("member") and not chunk.has("blocked"):
            break
        if chunk.lower == "'s":
            position -= 1
            continue
        if chunk.has("verb", "determiner", "preposition", "and", "but", "be", "relative", "council", "cite") and not chunk.has("text", "sponsored_adjective"):
            return None
        if not chunk.is_word or chunk.number is not None and not chunk.number.ordinal:
            return None
        position -= 1
        steps += 1
    if position < 0 or steps >= 4 or not chunks[position].has("member"):
        return None
    named, first = _backwards(chunks, position)
    chunk = chunks[position]
    entry = chunk.get("member")
    assert entry is not None
    if not (sponsored or is_demonym(chunk) or possessed(chunks, position) or entry.form == "abbreviation"):
        return None
    if _not_yet(sentence, first, at):
        return None
    if chunks[at].get("text").value in ("application",):  # type: ignore[union-attr]
        return None
    return _make(sentence, first, at, Members(tuple(named), text=" ".join(c.text for c in chunks[first : position + 1])))


def _not_yet(sentence: Sentence, first: int, at: int) -> bool:
    chunks = sentence.chunks
    return any(c.has("modal", "unreal") for c in chunks[max(0, first - 5) : first])


def _backwards(chunks: list[Chunk], last: int) -> tuple[list[Named], int]:
    named: list[Named] = []
    position = first = last
    while position >= 0 and chunks[position].has("member", "prefix"):
        entry = chunks[position].get("member")
        if entry is not None:
            named.insert(0, Named(chunks[position].text, entry.aliases))
        else:
            named.insert(0, Named(chunks[position].text, ()))
        first = position
        if position >= 2 and (chunks[position - 1].text == "-" or chunks[position - 1].has("and")) and chunks[position - 2].has("member", "prefix"):
            position -= 2
        elif position >= 1 and chunks[position - 1].has("prefix"):
            position -= 1
        else:
            break
    return named, first


def _by(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    """ "A last-minute bid by China and Russia", "a text from the ten elected members"."""
    chunks = sentence.chunks
    if at + 1 >= len(chunks) or chunks[at + 1].lower not in ("by", "from"):
        return None
    phrase = next((p for p in found if p.first in (at + 2, at + 3)), None)
    if phrase is None or not (phrase.members.named or phrase.members.groups) or sentence_unreal(sentence, at):
        return None
    first = at
    while first > 0 and at - first < 5 and (chunks[first - 1].has("determiner", "text") or (chunks[first - 1].is_word and not chunks[first - 1].entries)):
        first -= 1
    return _make(sentence, first, phrase.last, phrase.members)


def sentence_unreal(sentence: Sentence, at: int) -> bool:
    return any(c.has("modal", "unreal") for c in sentence.chunks[max(0, at - 6) : at])
