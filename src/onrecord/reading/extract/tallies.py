"""The count on a vote: "13-0-2", "by 14 votes to one", "twelve for, none against", "unanimously"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Tally
from onrecord.reading.extract.positions import clause_end
from onrecord.reading.extract.state import Discourse
from onrecord.reading.grammar import Phrase, Sentence, asserted, negated
from onrecord.reading.numbers import NumberMention

_DASHED = re.compile(
    r"(?<![\d/.\-–:])(\d{1,3})\s?[-–]\s?(\d{1,3}|nil)(?:\s?[-–]\s?(\d{1,3}))?(?:\s?[-–]\s?(\d{1,3}))?(?![\d/%\-–]|\s?(?:years?|day|month|hour|point|page|p\.m|a\.m))"
)
NEEDED = frozenset(
    {"need", "needs", "needed", "needing", "require", "requires", "required", "requiring", "short", "fewer", "than", "minimum",
     "least", "threshold", "majority", "takes", "take", "took", "want", "lack", "lacked", "lacks", "necessary", "enough", "quota", "each"}
)  # fmt: skip
"""Words before a number of votes that say how many are wanted, not how many there were."""
GAP = 7
"""Chunks that may stand between two parts of one count."""
ROLES = (("no_noun", "no"), ("abstention_noun", "abstain"), ("nonvoting_noun", "not_voting"), ("yes_noun", "yes"))


@dataclass(slots=True)
class Part:
    role: str
    value: NumberMention | int
    first: int
    last: int
    verb: int | None = None


def tallies(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Tally]:
    if sentence.question or sentence.withdrawn:
        return []
    claims = _dashed(sentence)
    claims += _parts(sentence, found, claims)
    claims += _whole(sentence, found, claims)
    for claim in claims:
        discourse.note(claim)
    return claims


def _claim(sentence: Sentence, first: int, last: int, **parts: NumberMention | int | bool | None) -> Tally:
    chunks = sentence.chunks
    return Tally(
        start=chunks[first].start, end=chunks[last].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunks[first].start), **parts,  # type: ignore[arg-type]
    )  # fmt: skip


# --- 13-0-2 ----------------------------------------------------------------------------------


def _dashed(sentence: Sentence) -> list[Tally]:
    claims = []
    for match in _DASHED.finditer(sentence.text):
        values = [0 if part == "nil" else int(part) for part in match.groups() if part is not None]
        if not _plausible(values):
            continue
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if any(c.date is not None and c.start < end and start < c.end for c in sentence.chunks):
            continue
        at = _chunk_at(sentence, start)
        if at is None or at >= sentence.unreal_from or _supposed(sentence, at):
            continue
        parts = dict(zip(("yes", "no", "abstain", "not_voting"), values, strict=False))
        first = sentence.chunks[_clause_start(sentence, at)].start
        claims.append(Tally(start=first, end=end, sentence=sentence.index, said_by=sentence.speaker_at(start), **parts))
    return claims


def _plausible(values: list[int]) -> bool:
    return sum(values) <= 195 and (sum(values) >= 5) and not (len(values) == 2 and values[0] == values[1] == 0)


def _chunk_at(sentence: Sentence, start: int) -> int | None:
    return next((i for i, c in enumerate(sentence.chunks) if c.start <= start < c.end), None)


def _supposed(sentence: Sentence, at: int) -> bool:
    return any(c.has("modal", "unreal") for c in sentence.chunks[max(0, at - 6) : at])


# --- parts -----------------------------------------------------------------------------------


def _parts(sentence: Sentence, found: list[Phrase], already: list[Tally]) -> list[Tally]:
    chunks = sentence.chunks
    parts: list[Part] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        if _is_count(chunk) and not _numbered(chunks, at) and at < sentence.unreal_from and not any(t.start <= chunk.start < t.end for t in already):
            made = _pair(sentence, at) or _part(sentence, found, at)
            if made:
                parts.extend(made)
                at = made[-1].last + 1
                continue
        elif chunk.lower in ("single", "lone", "sole", "solitary", "a single") and at < sentence.unreal_from:
            made = _single(sentence, at)
            if made:
                parts.extend(made)
                at = made[-1].last + 1
                continue
        elif chunk.has("nobody"):
            made = _nobody(sentence, at)
            if made:
                parts.extend(made)
                at = made[-1].last + 1
                continue
        at += 1
    return [_grouped(sentence, found, group) for group in _groups(parts)]


def _is_count(chunk: Chunk) -> bool:
    number = chunk.number
    return number is not None and not number.ordinal and number.value == int(number.value) and 0 <= number.value <= 195


def _numbered(chunks: list[Chunk], at: int) -> bool:
    """The number of a resolution, an article, a page."""
    return at > 0 and (chunks[at - 1].has("cite") or chunks[at - 1].lower in ("article", "chapter", "paragraph", "number", "no", "section", "annex"))


def _pair(sentence: Sentence, at: int) -> list[Part]:
    """ "13 votes to none", "14 in favour to 1 against", "thirteen to zero"."""
    chunks = sentence.chunks
    position = at + 1
    while position < len(chunks) and position <= at + 3 and chunks[position].has("member_noun", "vote_noun", "yes_noun"):
        position += 1
    if position + 1 >= len(chunks) or chunks[position].lower not in ("to", "against"):
        return []
    other = chunks[position + 1]
    if chunks[position].lower == "against" and not _is_count(other):
        return []
    if not _is_count(other) and other.lower not in ("none", "nil", "zero", "nothing", "nought"):
        return []
    loose = position == at + 1 and not _voting_around(sentence, at)
    if loose and not (at == 0 or chunks[at - 1].text in ",:—"):
        return []
    second = other.number if other.number is not None else 0
    last = position + 1
    while last + 1 < len(chunks) and last - position < 3 and chunks[last + 1].has("vote_noun", "no_noun"):
        last += 1
    if _supposed(sentence, at):
        return []
    assert chunks[at].number is not None
    return [Part("yes", chunks[at].number, at, at), Part("no", second if second is not None else 0, position + 1, last)]


def _voting_around(sentence: Sentence, at: int) -> bool:
    near = sentence.chunks[max(0, at - 12) : at + 12]
    if any(c.has("vote_noun", "text", "council", "assembly", "abstention_noun", "veto_noun") for c in near):
        return True
    return any(c.verb("vote", "adopt", "pass", "fail", "defeat", "act", "veto") for c in near)


def _part(sentence: Sentence, found: list[Phrase], at: int) -> list[Part]:
    chunks = sentence.chunks
    number = chunks[at].number
    assert number is not None
    agent = _agent_role(sentence, at)
    if agent is not None:
        return [Part(agent[0], number, agent[1], agent[2])]
    if at > 0 and chunks[at - 1].lower in ("other", "others", "remaining") and number.value > 2:
        return []
    position = at + 1
    plus = 0
    while position < len(chunks) and position <= at + 7:
        chunk = chunks[position]
        if chunk.has("verb") and not chunk.has("vote_noun", *(kind for kind, _ in ROLES)):
            role, last = _verb_role(sentence, position)
            if chunk.verb("adopt", "act") and not chunk.verb("yes", "no") and not (number.value > 15 or any(c.has("member_noun") for c in chunks[at + 1 : position])):
                return []
            if role is None or not asserted(sentence, position, at, chunk.entries[0].form) or negated(sentence, position, at):
                return []
            if role in ("yes", "no") and not chunk.verb("act", "adopt", "vote") and _of_a_member(sentence, found, last):
                return []
            return [Part(role, number, at, last, position)]
        for kind, role in ROLES:
            if chunk.has(kind) and not (chunk.lower == "for" and position == at + 1 and not _next_is_break(chunks, position)):
                if _preposition_only(chunks, position, at):
                    break
                if chunk.has("verb") and _supposed(sentence, position):
                    return []
                if chunk.has("verb") and role in ("yes", "no") and _of_a_member(sentence, found, position):
                    return []
                value: NumberMention | int = int(number.value) + plus if plus else number
                return [Part(role, value, at, position)]
        if chunk.has("vote_noun"):
            said = _verb_role(sentence, position)
            if position > at + 1 and chunk.verb("vote") and said[0] is not None and chunks[position - 1].has("member_noun"):
                return [Part(said[0], number, at, said[1], position)]
            role_here = _role_after_votes(chunks, position)
            if role_here is not None:
                return [Part(role_here[0], number, at, role_here[1])]
            if not _needed(chunks, at) and _voting_around(sentence, at) and chunk.lower in ("votes", "vote") and not _supposed(sentence, at):
                return [Part("yes", number, at, position)]
        if chunk.lower == "other":
            plus = 1
        elif chunk.number is not None and position > at + 1 and chunks[position - 1].lower in ("of", "the"):
            pass
        elif not (
            chunk.has("member_noun", "council", "be", "have", "do", "vote_noun", "of_adjective", "only", "determiner")
            or chunk.lower in ("of", "simply", "merely", "then", "also", "n't", "members", "just", "more", "clear", "solitary", "others", "had", "permanent", "on")
            or chunk.date is not None
            or chunk.has("realised")
            or (chunk.has("relative") and chunk.lower in ("which", "who", "that"))
        ):
            break
        position += 1
    if _obtained(sentence, at) and (at + 1 >= len(chunks) or not chunks[at + 1].is_word or chunks[at + 1].has("but", "and", "relative", "preposition")):
        return [Part("yes", number, at, at)] if _voting_around(sentence, at) and not chunks[at + 1 : at + 2][0:1] == [] else []
    return []


def _agent_role(sentence: Sentence, at: int) -> tuple[str, int, int] | None:
    """ "Supported by thirteen members", "opposed by only two": the role, and the chunks from the verb to the members."""
    chunks = sentence.chunks
    by = at - 1
    while by >= 0 and chunks[by].has("only", "determiner") or (by >= 0 and chunks[by].lower in ("just", "all", "as", "many", "no", "fewer", "than")):
        by -= 1
    if by < 1 or chunks[by].lower != "by":
        return None
    for verb in range(by - 1, max(by - 4, -1), -1):
        for meaning, role in (("yes", "yes"), ("no", "no"), ("defeat", "no")):
            entry = chunks[verb].verb(meaning)
            if entry is not None and entry.form in ("past", "participle"):
                if _supposed(sentence, verb):
                    return None
                last = at
                while last + 1 < len(chunks) and chunks[last + 1].has("member_noun", "council") or (last + 2 < len(chunks) and chunks[last + 1].lower in ("of", "the") and chunks[last + 2].has("council", "determiner")):
                    last += 1
                if last == at and not _voting_around(sentence, at):
                    return None
                return role, verb, last
    return None


def _needed(chunks: list[Chunk], at: int) -> bool:
    """ "Needs nine votes", "short of the nine votes", "fewer than seven votes": no count of a vote taken."""
    return any(c.lower in NEEDED for c in chunks[max(0, at - 5) : at])


def _of_a_member(sentence: Sentence, found: list[Phrase], verb: int) -> bool:
    """ "Eleven backed Moscow" says whose side they took, not which way they voted."""
    chunks = sentence.chunks
    verb += 1
    while verb < len(chunks) and chunks[verb].has("determiner"):
        verb += 1
    return any(p.first in (verb, verb - 1) and (p.members.named or p.members.groups) for p in found)


def _next_is_break(chunks: list[Chunk], position: int) -> bool:
    if position + 1 >= len(chunks):
        return True
    following = chunks[position + 1]
    return not following.is_word or following.has("and", "but") or following.number is not None


def _preposition_only(chunks: list[Chunk], position: int, at: int) -> bool:
    """ "Three against Russia" is a count, "three for Iran" need not be; "13 for the text" is."""
    chunk = chunks[position]
    if chunk.lower not in ("for", "against"):
        return False
    if _next_is_break(chunks, position):
        return False
    following = chunks[position + 1 : position + 4]
    return not any(c.has("text") or c.lower == "it" for c in following)


def _verb_role(sentence: Sentence, position: int) -> tuple[str | None, int]:
    chunks = sentence.chunks
    chunk = chunks[position]
    for meaning, role in (("abstain", "abstain"), ("no", "no"), ("yes", "yes"), ("not_voting", "not_voting"), ("adopt", "yes"), ("act", "yes")):
        if chunk.verb(meaning):
            return role, position
    if chunk.verb("vote"):
        for following in range(position + 1, min(position + 6, len(chunks))):
            if chunks[following].has("no_noun") or chunks[following].lower == "down":
                return "no", following
            if chunks[following].has("yes_noun"):
                return "yes", following
            if chunks[following].lower == "to" or chunks[following].lower.startswith("to "):
                return "yes", following
            if not chunks[following].is_word:
                break
    if chunk.verb("join", "same"):
        return None, position
    return None, position


def _role_after_votes(chunks: list[Chunk], position: int) -> tuple[str, int] | None:
    for following in range(position + 1, min(position + 3, len(chunks))):
        for kind, role in ROLES:
            if chunks[following].has(kind) and not (chunks[following].lower == "for" and False):
                return role, following
        if not (chunks[following].lower in ("cast", "were", "was")):
            break
    return None


def _obtained(sentence: Sentence, at: int) -> bool:
    chunks = sentence.chunks
    before = chunks[max(0, at - 4) : at]
    for index in range(len(before) - 1, -1, -1):
        chunk = before[index]
        if chunk.has("obtain"):
            return not any(c.has("modal", "unreal") for c in chunks[max(0, at - 7) : at])
        if not chunk.has("only", "determiner", "negation", "and") and chunk.lower not in ("just", "a", "mere", "barely", "of", "with"):
            return False
    return False


def _single(sentence: Sentence, at: int) -> list[Part]:
    """ "A single yes vote", "a lone vote against", "not a single abstention"."""
    chunks = sentence.chunks
    value = 0 if any(c.has("negation") for c in chunks[max(0, at - 2) : at]) else 1
    for position in range(at + 1, min(at + 4, len(chunks))):
        chunk = chunks[position]
        for kind, role in ROLES:
            if chunk.has(kind) and chunk.lower not in ("for",) and (not chunk.has("verb") or position > at + 1):
                return [Part(role, value, at, position)]
        if not (chunk.has("member_noun", "vote_noun", "of_adjective") or chunk.lower in ("other", "dissenting")):
            break
    return []


def _nobody(sentence: Sentence, at: int) -> list[Part]:
    """ "Nobody voted against", "none opposed"."""
    chunks = sentence.chunks
    for position in range(at + 1, min(at + 6, len(chunks))):
        chunk = chunks[position]
        if chunk.has("verb"):
            role, last = _verb_role(sentence, position)
            return [Part(role, 0, at, last, position)] if role is not None else []
        for kind, role in ROLES:
            if chunk.has(kind):
                return [Part(role, 0, at, position)]
        if not chunk.is_word:
            break
    return []


def _groups(parts: list[Part]) -> list[list[Part]]:
    groups: list[list[Part]] = []
    for part in parts:
        if groups and part.first - groups[-1][-1].last <= GAP and part.role not in {p.role for p in groups[-1]}:
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _grouped(sentence: Sentence, found: list[Phrase], group: list[Part]) -> Tally:
    values = {part.role: part.value for part in group}
    last = group[-1].last
    if group[-1].verb is not None:
        last = clause_end(sentence, found, last)
    first = _clause_start(sentence, group[0].first)
    return _claim(sentence, first, last, **values)


# --- unanimity -------------------------------------------------------------------------------


def _whole(sentence: Sentence, found: list[Phrase], already: list[Tally]) -> list[Tally]:
    chunks = sentence.chunks
    claims = []
    for at, chunk in enumerate(chunks):
        unanimous, without_vote = chunk.has("unanimous"), chunk.has("without_vote")
        if not (unanimous or without_vote) or at >= sentence.unreal_from or _supposed(sentence, at):
            continue
        if not _voting_around(sentence, at):
            continue
        if at > 0 and (chunks[at - 1].has("negation") or chunks[at - 1].lower in ("nearly", "almost", "be")):
            continue
        first = _clause_start(sentence, at)
        claims.append(_claim(sentence, first, at, unanimous=unanimous, without_vote=without_vote))
    for phrase in found:
        if phrase.members.everyone:
            for position in range(phrase.last + 1, min(phrase.last + 5, len(chunks))):
                if chunks[position].has("verb"):
                    role, last = _verb_role(sentence, position)
                    entry = chunks[position].entries[0]
                    if role == "yes" and asserted(sentence, position, phrase.last, entry.form) and not negated(sentence, position, phrase.last):
                        claims.append(_claim(sentence, phrase.first, clause_end(sentence, found, last), unanimous=True))
                    break
    return [c for c in claims if not any(t.start < c.end and c.start < t.end and t.unanimous for t in already)]


def _clause_start(sentence: Sentence, at: int) -> int:
    """The first chunk of the clause, back over inserted clauses but not over another vote."""
    chunks = sentence.chunks
    start = at
    while start > 0 and at - start < 40:
        before = chunks[start - 1]
        if before.text in ";—" or (before.has("but") and before.lower in ("but", "while", "whereas", "although", "though")):
            break
        if before.text in ",:(" and _said_before(chunks, start - 1):
            break
        if before.has("and") and before.lower in ("and", "or") and _said_before(chunks, start - 1) and not _counting(chunks, start - 2):
            break
        start -= 1
    while start < at and not chunks[start].is_word:
        start += 1
    return start


def _said_before(chunks: list[Chunk], at: int) -> bool:
    """Whether the words before the mark already tell of a vote."""
    for position in range(at - 1, -1, -1):
        chunk = chunks[position]
        if chunk.text in ";—.":
            return False
        if chunk.verb("veto", "abstain", "no", "yes", "vote", "block", "not_voting", "sponsor", "fail") and not chunk.has("text"):
            return True
        if chunk.number is not None and position + 1 < at and chunks[position + 1].has("vote_noun", *(kind for kind, _ in ROLES)):
            return True
    return False


def _counting(chunks: list[Chunk], at: int) -> bool:
    return at >= 0 and chunks[at].has(*(kind for kind, _ in ROLES))
