"""How often, or for the how-manieth time: "the third US veto since October", "has used its veto 32 times"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Count, Generalisation, Members, VoteClaim
from onrecord.reading.extract.positions import _owner, clause_end
from onrecord.reading.extract.state import Discourse
from onrecord.reading.grammar import Phrase, Sentence, asserted, negated, passive, subject_of
from onrecord.reading.numbers import NumberMention

ACTS = {"veto": "veto", "block": "veto", "abstain": "abstain", "no": "no", "yes": "yes"}
COUNCIL_ACTS = {"vote": "vote", "adopt": "adopted", "defeat": "failed"}


def counts(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[VoteClaim]:
    """Counts and firsts; "first" is a generalisation (nothing of the kind before)."""
    if sentence.question or sentence.withdrawn:
        return []
    claims: list[VoteClaim] = []
    for at, chunk in enumerate(sentence.chunks):
        if at >= sentence.unreal_from:
            break
        claim: VoteClaim | None = None
        number = chunk.number
        if number is not None and number.ordinal:
            claim = _ordinal(sentence, found, at, discourse)
        elif number is not None and number.value == int(number.value):
            claim = _times(sentence, found, at, discourse) or _cast(sentence, found, at, discourse) or _council(sentence, found, at)
        elif chunk.lower in ("once", "twice", "thrice"):
            claim = _adverb(sentence, found, at, discourse)
        if claim is not None and not any(c.start < claim.end and claim.start < c.end for c in claims):
            claims.append(claim)
    return claims


def _act_of(sentence: Sentence, first: int, last: int) -> tuple[str | None, int]:
    """What is counted, between two chunks: a veto, an abstention, a No."""
    chunks = sentence.chunks
    for position in range(first, min(last, len(chunks))):
        chunk = chunks[position]
        if chunk.has("veto_noun") and chunk.lower in ("veto", "vetoes", "vetos"):
            return "veto", position
        for meaning, act in ACTS.items():
            if chunk.verb(meaning):
                if meaning in ("block", "yes", "no") and not any(c.has("text", "council") for c in chunks):
                    continue
                return act, position
        if chunk.verb("vote"):
            for following in range(position + 1, min(position + 4, len(chunks))):
                if chunks[following].has("no_noun"):
                    return "no", following
                if chunks[following].has("yes_noun"):
                    return "yes", following
        if chunk.has("abstention_noun"):
            return "abstain", position
    return None, first


def _ordinal(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> VoteClaim | None:
    chunks = sentence.chunks
    number = chunks[at].number
    assert number is not None
    order = int(number.value)
    following = chunks[at + 1 : at + 6]
    what: str | None = None
    act_at = at
    members: Members | None = None
    for index, chunk in enumerate(following, start=at + 1):
        if chunk.has("veto_noun") and chunk.lower in ("veto", "vetoes"):
            what, act_at = "veto", index
            break
        if chunk.has("abstention_noun") and not chunk.has("verb"):
            what, act_at = "abstain", index
            break
        if chunk.has("times"):
            what, act_at = _act_of(sentence, index + 1, len(chunks))
            break
        if not (chunk.has("member", "determiner", "veto_noun", "of_adjective", "delegate") or chunk.lower in ("'s", "solo", "such", "ever", "straight", "consecutive", "successive", "-", "double", "lone", "joint", "of", "negative", "separate", "security council")):
            break
    if what is None:
        return None
    if any(c.has("modal", "unreal") for c in chunks[max(0, at - 6) : at]) or any(c.has("modal") for c in chunks[at:act_at]):
        return None
    members = _members_of_act(sentence, found, at, act_at, discourse)
    if members is None:
        return None
    first = _claim_start(sentence, at)
    last = _scope_end(sentence, act_at)
    period = tuple(c.date for c in chunks[at : last + 1] if c.date is not None)
    scope = _scope(sentence, at, last, act_at)
    if order == 1:
        return Generalisation(
            chunks[first].start, chunks[last].end, sentence.index, sentence.speaker_at(chunks[at].start), form="first",
            members=members, what=what, period=period, scope=scope, only=_alone(chunks[at : last + 1]),
        )  # fmt: skip
    return Count(
        chunks[first].start, chunks[last].end, sentence.index, sentence.speaker_at(chunks[at].start), members=members, what=what,
        quantity=None, ordinal=order, period=period, only=_alone(chunks[at : last + 1]), noun=chunks[act_at].lower,
        scope=scope, exact_event=True,
    )  # fmt: skip


def _alone(chunks: list[Chunk]) -> bool:
    return any(c.lower in ("alone", "lone", "solo", "sole", "solitary", "on its own", "single-handedly", "without the company") for c in chunks) or any(
        c.lower == "without" and any(d.lower == "company" for d in chunks[i : i + 4]) for i, c in enumerate(chunks)
    )


def _members_of_act(sentence: Sentence, found: list[Phrase], at: int, act_at: int, discourse: Discourse) -> Members | None:
    """Whose act is counted: the owner in front of it, a subject behind "that", the agent, else who was spoken of."""
    chunks = sentence.chunks
    owner = _owner(sentence, act_at)
    if owner is not None:
        return owner.members
    for index in range(at - 1, max(at - 4, -1), -1):
        if chunks[index].has("member"):
            return _owner(sentence, index + 1).members if _owner(sentence, index + 1) else None  # type: ignore[union-attr]
        if chunks[index].lower in ("its", "their", "his"):
            pronoun = Members(pronoun=True, text="they" if chunks[index].lower == "their" else "it")
            resolved = discourse.resolve_pronoun(pronoun, sentence)
            subject = next((p for p in found if p.last < at and p.members.named), None)
            return subject.members if subject is not None else resolved
    for phrase in found:
        if phrase.first > at and phrase.members.named and (phrase.first <= act_at + 3):
            return phrase.members
    subject = subject_of(sentence, found, at)
    if subject is not None and subject.members.named:
        return subject.members
    if any(chunks[i].lower in ("it", "they") for i in range(at, act_at)):
        plural = any(chunks[i].lower == "they" for i in range(at, act_at))
        return discourse.resolve_pronoun(Members(pronoun=True, text="they" if plural else "it"), sentence)
    if discourse.subjects and sentence.index - discourse.subjects[-1][0] <= 2:
        return discourse.subjects[-1][1]
    return None


def _claim_start(sentence: Sentence, at: int) -> int:
    chunks = sentence.chunks
    first = at
    while first > 0 and chunks[first - 1].text not in ",;:—.(\"" and at - first < 8 and not chunks[first - 1].has("but"):
        first -= 1
    return first


def _scope_end(sentence: Sentence, act_at: int) -> int:
    chunks = sentence.chunks
    last = act_at
    while last + 1 < len(chunks) and chunks[last + 1].text not in ",;:—.!?()\"" and last - act_at < 24:
        if chunks[last + 1].has("but", "relative") and chunks[last + 1].lower not in ("that", "since", "as", "after", "before"):
            break
        last += 1
    return last


def _scope(sentence: Sentence, first: int, last: int, act_at: int) -> str:
    """The words around the act that may say on what subject, dates and members of the act left out."""
    chunks = sentence.chunks
    return " ".join(c.text for i, c in enumerate(chunks[first : last + 1], start=first) if c.date is None and i > act_at)


def _times(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Count | None:
    """ "Vetoed a text six times", "Ninety-five times the United States has cast its veto"."""
    chunks = sentence.chunks
    if at + 1 >= len(chunks) or not chunks[at + 1].has("times"):
        return None
    what, act_at = _act_of(sentence, 0, at)
    if what is None:
        what, act_at = _act_of(sentence, at + 2, len(chunks))
    if what is None:
        return _council_times(sentence, at)
    return _count(sentence, found, at, act_at, what, discourse, chunks[at].number)


def _adverb(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Count | None:
    chunks = sentence.chunks
    what, act_at = _act_of(sentence, max(0, at - 6), at)
    if what is None:
        what, act_at = _act_of(sentence, at + 1, min(at + 6, len(chunks)))
    value = {"once": 1, "twice": 2, "thrice": 3}[chunks[at].lower]
    quantity = NumberMention(chunks[at].start - sentence.start, chunks[at].end - sentence.start, float(value), 1.0, in_words=True)
    if what is None:
        if chunks[at - 1].has("member") if at else False:
            return None
        joined = next((i for i in range(max(0, at - 4), at) if chunks[i].verb("join")), None)
        if joined is None or value == 1:
            return None
        subject = subject_of(sentence, found, joined)
        partner = next((p for p in found if joined < p.first <= joined + 2), None)
        if subject is None or partner is None or not subject.members.named:
            return None
        last = _scope_end(sentence, at)
        return Count(
            chunks[subject.first].start, chunks[last].end, sentence.index, sentence.speaker_at(chunks[at].start), members=subject.members,
            what="veto", quantity=quantity, together=True, companions=partner.members, scope=_scope(sentence, at, last, at),
        )  # fmt: skip
    if value == 1:
        return None
    return _count(sentence, found, at, act_at, what, discourse, quantity)


def _count(
    sentence: Sentence, found: list[Phrase], at: int, act_at: int, what: str, discourse: Discourse, quantity: NumberMention | None
) -> Count | None:
    chunks = sentence.chunks
    verb = chunks[act_at]
    subject = subject_of(sentence, found, act_at) or subject_of(sentence, found, at)
    if subject is None and verb.has("verb"):
        return None
    members = discourse.resolve_pronoun(subject.members, sentence) if subject is not None else _members_of_act(sentence, found, at, act_at, discourse)
    if members is None or not (members.named or members.groups):
        return None
    form = next((e.form for e in verb.entries if e.kind == "verb"), "past")
    subject_last = subject.last if subject is not None and subject.last < act_at else -1
    if not asserted(sentence, act_at, subject_last, form) or negated(sentence, act_at, subject_last):
        return None
    first = min(at, act_at, subject.first if subject is not None else at)
    last = _scope_end(sentence, max(at, act_at))
    around = chunks[first : last + 1]
    together = any(c.lower in ("together", "jointly") for c in around)
    noun = next((c.lower for c in chunks[min(at, act_at) : last + 1] if c.has("text")), chunks[act_at].lower)
    return Count(
        chunks[first].start, chunks[last].end, sentence.index, sentence.speaker_at(chunks[at].start), members=members, what=what,
        quantity=quantity, period=_period(sentence, first, last), only=_alone(around), together=together, noun=noun,
        scope=_scope(sentence, first, last, max(subject.last if subject is not None else first, first)),
    )  # fmt: skip


def _period(sentence: Sentence, first: int, last: int) -> tuple:
    dates = tuple(c.date for c in sentence.chunks[first : last + 1] if c.date is not None)
    if dates:
        return dates
    return tuple(c.date for c in sentence.chunks[:first] if c.date is not None)


def _cast(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Count | None:
    """ "Cast seven vetoes", "has blocked seven texts", "vetoed more than 45 drafts", "cast 79 of them"."""
    chunks = sentence.chunks
    for position in range(at + 1, min(at + 6, len(chunks))):
        chunk = chunks[position]
        if chunk.has("veto_noun") and chunk.lower in ("vetoes", "vetos"):
            verb = next((i for i in range(at - 1, max(at - 5, -1), -1) if chunks[i].has("verb")), None)
            if verb is not None and not chunks[verb].verb("use", "veto"):
                verb = None
            return _count(sentence, found, at, verb if verb is not None else position, "veto", discourse, chunks[at].number)
        if chunk.has("text") and not chunk.lower.endswith("ment"):
            verb = next((i for i in range(at - 1, max(at - 4, -1), -1) if chunks[i].verb("veto", "block")), None)
            if verb is None or passive(chunks, verb) or int(chunks[at].number.value) < 2:  # type: ignore[union-attr]
                return None
            return _count(sentence, found, at, verb, "veto", discourse, chunks[at].number)
        if chunk.lower in ("them", "those") and position <= at + 2 and chunks[at + 1].lower == "of":
            verb = next((i for i in range(at - 1, max(at - 4, -1), -1) if chunks[i].verb("use")), None)
            if verb is None or not discourse.vetoes_spoken_of:
                return None
            return _count(sentence, found, at, verb, "veto", discourse, chunks[at].number)
        if not (chunk.has("member", "of_adjective", "determiner", "negation") or chunk.lower in ("'s", "of", "such", "separate", "solo", "different", "further")):
            break
    if chunks[at].number is not None and discourse.vetoes_spoken_of and at == 0 and any(c.date is not None for c in chunks[1:4]):
        members = discourse.subjects[-1][1] if discourse.subjects else None
        if members is None or (len(chunks) > 1 and chunks[1].has("member_noun", "text")):
            return None
        last = _scope_end(sentence, at)
        return Count(
            chunks[at].start, chunks[last].end, sentence.index, sentence.speaker_at(chunks[at].start), members=members, what="veto",
            quantity=chunks[at].number, period=_period(sentence, at, last), noun="vetoes",
        )  # fmt: skip
    return None


def _council(sentence: Sentence, found: list[Phrase], at: int) -> Count | None:
    """ "The Council adopted 44 resolutions in 2024", "has put four drafts to the vote"."""
    chunks = sentence.chunks
    body = next((i for i in range(at) if chunks[i].has("council", "same_body")), None)
    if body is None or int(chunks[at].number.value) < 2:  # type: ignore[union-attr]
        return None
    noun = next((i for i in range(at + 1, min(at + 4, len(chunks))) if chunks[i].has("text") and chunks[i].lower.endswith("s")), None)
    if noun is None:
        return None
    verb = next((i for i in range(at - 1, body, -1) if chunks[i].has("verb")), None)
    if verb is None:
        return None
    what = "adopted" if chunks[verb].verb("adopt") else "failed" if chunks[verb].verb("defeat") else "vote" if chunks[verb].lower in ("put", "voted on", "considered") else None
    entry = chunks[verb].entries[0]
    if what is None or not asserted(sentence, verb, body, entry.form):
        return None
    last = _scope_end(sentence, noun)
    return Count(
        chunks[body].start, chunks[last].end, sentence.index, sentence.speaker_at(chunks[at].start), members=Members(), what=what,
        quantity=chunks[at].number, period=_period(sentence, 0, len(chunks) - 1), noun=chunks[noun].lower, scope=_scope(sentence, noun, last, noun),
    )  # fmt: skip


def _council_times(sentence: Sentence, at: int) -> Count | None:
    """ "The Council voted five times on aid to the north-west"."""
    chunks = sentence.chunks
    verb = next((i for i in range(at - 1, max(at - 4, -1), -1) if chunks[i].verb("vote")), None)
    body = next((i for i in range(at) if chunks[i].has("council", "same_body")), None)
    if verb is None or body is None:
        return None
    last = _scope_end(sentence, at + 1)
    return Count(
        chunks[body].start, chunks[last].end, sentence.index, sentence.speaker_at(chunks[at].start), members=Members(), what="vote",
        quantity=chunks[at].number, period=_period(sentence, 0, len(chunks) - 1), noun="votes", scope=_scope(sentence, at, last, at + 1),
    )  # fmt: skip


__all__ = ["clause_end", "counts"]
