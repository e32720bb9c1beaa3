"""Who voted how: "Washington vetoed it", "with Russia and China abstaining", "a Soviet veto", "so did Algeria"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Named, Position
from onrecord.reading.extract.state import PLURAL, Discourse
from onrecord.reading.grammar import (
    Phrase,
    Sentence,
    agent_after,
    asserted,
    governed,
    is_demonym,
    members_from,
    negated,
    passive,
    possessed,
    subject_of,
)

CHOICES = {"veto": "veto", "block": "veto", "yes": "yes", "no": "no", "abstain": "abstain", "not_voting": "not voting"}
SOFT = frozenset({"block", "yes", "no"})
"""Verbs that say other things as well and so need a text as their object."""
NOUNS = (("abstention_noun", "abstain"), ("no_noun", "no"), ("nonvoting_noun", "not voting"), ("yes_noun", "yes"))


def positions(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Position]:
    """Positions in the order in which they are said."""
    claims: list[Position] = []
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        claim: Position | None = None
        if chunk.has("verb"):
            claim = _of_verb(sentence, found, at, discourse)
        if claim is None and chunk.has("veto_noun"):
            claim = _of_veto_noun(sentence, found, at)
        if claim is None and chunk.has("abstention_noun", "no_noun"):
            claim = _owned(sentence, at)
        if claim is None and chunk.has("abstention_noun", "no_noun", "nonvoting_noun", "yes_noun", "vote_noun"):
            claim = _of_vote_noun(sentence, found, at)
        if claim is None and chunk.has("yes_noun", "no_noun", "abstention_noun", "nonvoting_noun"):
            claim = _predicate(sentence, found, at, discourse)
        if claim is None and chunk.has("so", "neither"):
            claim = _so_did(sentence, found, at, discourse)
        if claim is None and chunk.lower in ("among them", "included", "including", "among those", "and among them"):
            claim = _among_them(sentence, found, at, discourse, claims)
        if claim is None and chunk.has("among"):
            claim = _one_of(sentence, found, at, discourse)
        if claim is not None and not _covered(claim, claims):
            claims.append(claim)
            discourse.note(claim)
    return claims


def _covered(claim: Position, claims: list[Position]) -> bool:
    return any(
        c.choice == claim.choice and set(claim.members.named) <= set(c.members.named) and claim.members.groups == c.members.groups
        and claim.members.quantity == c.members.quantity and claim.members.others == c.members.others
        and c.start <= claim.end and claim.start <= c.end
        for c in claims
    )  # fmt: skip


# --- verbs -----------------------------------------------------------------------------------


def _of_verb(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    chunk = sentence.chunks[at]
    for entry in chunk.entries:
        if entry.kind != "verb":
            continue
        meaning, form = entry.value, entry.form
        if chunk.has("veto_noun", "vote_noun") and form in ("base", "third") and _as_noun(sentence.chunks, at, form):
            continue
        choice, last = _choice(sentence, found, at, meaning)
        if choice is None:
            continue
        is_passive = form in ("past", "participle") and passive(sentence.chunks, at)
        if is_passive or (form in ("past", "participle") and _by_follows(sentence, at)):
            if meaning in SOFT or meaning == "veto":
                return _passive(sentence, found, at, choice, meaning, form, discourse)
            if is_passive:
                continue
        claim = _active(sentence, found, at, last, meaning, form, choice, discourse)
        if claim is not None:
            return claim
    return None


def _as_noun(chunks: list[Chunk], at: int, form: str) -> bool:
    """ "Washington's veto", "the vetoes of …", "a US veto": the noun, not the verb."""
    if at == 0:
        return form == "base"
    before = chunks[at - 1]
    if before.lower in ("to", "not", "n't", "did not"):
        return False
    if before.has("member") and form == "third":
        following = chunks[at + 1] if at + 1 < len(chunks) else None
        return is_demonym(before) or (following is not None and following.has("have", "be", "preposition") and following.lower not in ("on",))
    if before.has("member"):
        return True
    return before.lower == "'s" or before.number is not None or before.has("determiner", "only", "of_adjective") or (before.has("preposition") and before.lower != "to")


def _by_follows(sentence: Sentence, at: int) -> bool:
    chunks = sentence.chunks
    return at + 1 < len(chunks) and chunks[at + 1].lower == "by"


def _choice(sentence: Sentence, found: list[Phrase], at: int, meaning: str) -> tuple[str | None, int]:
    """What the verb says was done, and the last chunk that says so."""
    chunks = sentence.chunks
    if meaning in CHOICES:
        return CHOICES[meaning], at
    if meaning == "alone":
        return "alone", at
    if meaning in ("join", "same"):
        return ("with" if meaning == "join" else "same"), at
    if meaning == "take_part":
        return "take part", at
    if meaning == "use":
        return _what_is_used(chunks, at)
    if meaning == "vote":
        return _vote_complement(sentence, found, at)
    return None, at


def _what_is_used(chunks: list[Chunk], at: int) -> tuple[str | None, int]:
    for position in range(at + 1, min(at + 8, len(chunks))):
        chunk = chunks[position]
        if chunk.text in ",;:—" or (chunk.has("verb", "but") and not chunk.has("no_noun", "abstention_noun", "vote_noun", "veto_noun")):
            break
        if chunk.number is not None and chunk.number.ordinal:
            return None, at
        if chunk.has("veto_noun"):
            if any(c.number is not None and c.number.value != 1 for c in chunks[at + 1 : position]):
                return None, at
            return "veto", position
        if chunk.has("no_noun") and chunk.lower not in ("no",):
            return "no", position
        if chunk.has("vote_noun") and position + 1 < len(chunks) and chunks[position + 1].lower == "against":
            return "no", position + 1
        if chunk.has("abstention_noun"):
            return "abstain", position
    return None, at


def _vote_complement(sentence: Sentence, found: list[Phrase], at: int) -> tuple[str | None, int]:
    chunks = sentence.chunks
    starts = {p.first for p in found}
    for position in range(at + 1, min(at + 9, len(chunks))):
        chunk = chunks[position]
        if chunk.text in ";:—" or chunk.has("but", "relative"):
            break
        if chunk.has("no_noun"):
            return "no", position
        if chunk.has("yes_noun"):
            return "yes", position
        if chunk.has("unanimous"):
            break
        if chunk.lower in ("with", "alongside") and position + 1 < len(chunks):
            following = position + 1
            while following < len(chunks) and chunks[following].has("determiner"):
                following += 1
            if {position + 1, following} & starts:
                return "with", position
        if chunk.lower == "to" and position + 1 < len(chunks) and (chunks[position + 1].has("verb") or chunks[position + 1].is_word):
            following = chunks[position + 1]
            if following.verb("abstain"):
                return "abstain", position + 1
            if following.verb("no", "defeat", "block"):
                return "no", position + 1
            return "yes", position + 1
        if chunk.lower == "down":
            return "no", position
        if chunk.text == "," or chunk.has("and"):
            break
    return "vote", at


def _active(
    sentence: Sentence, found: list[Phrase], at: int, last: int, meaning: str, form: str, choice: str, discourse: Discourse
) -> Position | None:
    chunks = sentence.chunks
    if chunks[at].text[0].isupper() and at > 0 and form == "base":
        return None
    subject = subject_of(sentence, found, at) or _inverted(sentence, found, at, form) or _coordinated(sentence, found, at, discourse)
    if subject is None:
        return None
    subject_last = subject.last if subject.last < at else -1
    if not asserted(sentence, at, subject_last, form):
        return None
    deny = negated(sentence, at, subject_last) or (subject.members.nobody and False)
    if choice in ("vote", "take part"):
        if not deny:
            return None
        choice, deny = "not voting", False
    members = discourse.resolve_pronoun(subject.members, sentence)
    if members is None or members.first_person or _bare_quantity(members) or (members.nobody and choice != "veto"):
        return None
    loose = chunks[at].lower.startswith("boycott") or meaning in SOFT and not _idiom(chunks[at]) and not _has_text_object(sentence, found, at, members)
    if loose and meaning not in ("block", "not_voting"):
        return None
    companions: Members | None = None
    if choice == "with":
        found_companions = _companions(sentence, found, last)
        if found_companions is None:
            return None
        companions, joined_choice, last = found_companions
        named_companions = discourse.resolve_pronoun(companions, sentence)
        if named_companions is None or named_companions == members:
            return None
        companions = named_companions
        if joined_choice is not None:
            choice = joined_choice
            members = _united(members, companions)
            companions = None
    elif choice == "same":
        if discourse.last_choice is None:
            return None
        choice, companions = discourse.last_choice, discourse.last_companions
    extra = _along_with(sentence, found, last)
    if extra is not None:
        members = _united(members, extra.members)
        last = max(last, extra.last)
    only = _only(sentence, subject, at, last)
    start = min(subject.first, at)
    end = clause_end(sentence, found, max(last, subject.last))
    return Position(
        start=chunks[start].start, end=chunks[end].end, sentence=sentence.index, said_by=sentence.speaker_at(chunks[at].start),
        members=members, choice=choice, negated=deny, only=only, companions=companions, block=meaning == "block", loose=loose,
    )  # fmt: skip


def _idiom(chunk: Chunk) -> bool:
    """Several words that say a vote by themselves: "said no", "raised its hand"."""
    return " " in chunk.text and not chunk.lower.startswith(("turn", "knock", "bring", "brought", "strike", "struck"))


def _bare_quantity(members: Members) -> bool:
    """ "Ten members voted for it" is a tally, not a position."""
    return members.quantity is not None and not members.others and members.adjective is None and not members.named and not members.groups


def _inverted(sentence: Sentence, found: list[Phrase], at: int, form: str) -> Phrase | None:
    """ "Abstaining were China and Russia"; "after vetoing the text, Moscow said"."""
    if form != "gerund":
        return None
    chunks = sentence.chunks
    for position in range(at + 1, min(at + 4, len(chunks))):
        if chunks[position].has("be") or chunks[position].text == ":":
            for phrase in found:
                if phrase.first in (position + 1, position + 2):
                    return phrase
    if at > 0 and chunks[at - 1].lower in ("after", "by", "in", "despite", "before") and at <= 2:
        for phrase in found:
            if phrase.first > at and chunks[phrase.first - 1].text == ",":
                return phrase
    return None


def _coordinated(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Phrase | None:
    """ "… criticised the text but abstained": the subject of the verb before."""
    chunks = sentence.chunks
    for position in range(at - 1, max(at - 4, -1), -1):
        if chunks[position].has("and", "but"):
            for other in range(position - 1, -1, -1):
                if chunks[other].has("verb"):
                    return subject_of(sentence, found, other)
            return None
    return None


def _has_text_object(sentence: Sentence, found: list[Phrase], at: int, members: Members) -> bool:
    chunks = sentence.chunks
    for position in range(at + 1, min(at + 9, len(chunks))):
        chunk = chunks[position]
        if chunk.has("text", "cite") or chunk.text.startswith(("S/", "A/")):
            return True
        if chunk.has("pronoun_text") and position <= at + 2:
            return sentence_speaks_of_votes(sentence) or members.others or members.everyone
        if chunk.text in ",;:—" or chunk.has("but"):
            break
    if chunks and (members.others or members.everyone or members.nobody):
        return True
    return any(c.has("text") for c in chunks[max(0, at - 14) : at]) and sentence_speaks_of_votes(sentence)


def sentence_speaks_of_votes(sentence: Sentence) -> bool:
    return any(c.has("council", "assembly", "text", "vote_noun", "veto_noun") or c.verb("veto", "abstain", "vote") for c in sentence.chunks)


def _companions(sentence: Sentence, found: list[Phrase], at: int) -> tuple[Members, str | None, int] | None:
    """Whom the subject joined, in what, and where that ends: "joined Britain in vetoing it"."""
    chunks = sentence.chunks
    for phrase in found:
        if at < phrase.first <= at + 3:
            for position in range(phrase.last + 1, min(phrase.last + 4, len(chunks))):
                chunk = chunks[position]
                if chunk.lower == "in" and position + 1 < len(chunks):
                    following = chunks[position + 1]
                    for meaning, choice in CHOICES.items():
                        if following.verb(meaning):
                            return phrase.members, choice, position + 1
                    if following.verb("vote"):
                        inner, last = _vote_complement(sentence, found, position + 1)
                        return phrase.members, inner if inner != "vote" else None, last
            return phrase.members, None, phrase.last
    for position in range(at + 1, min(at + 6, len(chunks))):
        chunk = chunks[position]
        member = chunk.get("member")
        if member is not None and any(c.has("veto_noun") for c in chunks[position : position + 4]):
            phrase_members = _members_at(chunks, position)
            return phrase_members, "veto", position + 2
        if position == at + 1 and (chunk.lower in ("it", "them", "him", "her") or (chunk.has("pronoun_member") and chunk.lower in PLURAL)):
            return Members(pronoun=True, text=chunk.text), None, position
    return None


def _members_at(chunks: list[Chunk], position: int) -> Members:
    entry = chunks[position].get("member")
    return Members((Named(chunks[position].text, entry.aliases),), text=chunks[position].text)


def _united(one: Members, other: Members) -> Members:
    return replace(one, named=one.named + tuple(n for n in other.named if n not in one.named), groups=one.groups + other.groups)


def _along_with(sentence: Sentence, found: list[Phrase], last: int) -> Phrase | None:
    chunks = sentence.chunks
    for position in range(last + 1, min(last + 5, len(chunks))):
        if chunks[position].lower in ("along with", "together with", "as well as", "alongside"):
            for phrase in found:
                if phrase.first == position + 1 or phrase.first == position + 2:
                    return phrase
    return None


def _only(sentence: Sentence, subject: Phrase, verb: int, last: int) -> bool:
    chunks = sentence.chunks
    around = [*range(max(subject.first - 2, 0), min(subject.first + 1, len(chunks))), subject.last + 1, subject.last + 2]
    for position in around:
        if 0 <= position < len(chunks) and chunks[position].has("only") and chunks[position].number is None:
            return chunks[position].lower not in ("single",)
    if any(c.lower in ("alone", "on its own", "on their own") for c in chunks[subject.last + 1 : verb]) and subject.last < verb:
        return True
    tail = chunks[last + 1 : last + 12]
    for index, chunk in enumerate(tail):
        if chunk.text in ";:—" or chunk.has("but"):
            return False
        if chunk.lower in ("alone", "on its own", "on their own", "single-handedly", "single-handed", "by itself"):
            return index < 12
        if chunk.lower in ("only",) and index > 0:
            return False
    return any(c.has("only") for c in chunks[verb + 1 : last])


# --- passives --------------------------------------------------------------------------------


def _passive(
    sentence: Sentence, found: list[Phrase], at: int, choice: str, meaning: str, form: str, discourse: Discourse
) -> Position | None:
    chunks = sentence.chunks
    agent = agent_after(sentence, found, at)
    if agent is None or agent.members.empty or _bare_quantity(agent.members):
        return None
    if not asserted(sentence, at, -1, "past"):
        return None
    members = discourse.resolve_pronoun(agent.members, sentence)
    if members is None:
        return None
    if meaning != "veto" and not sentence_speaks_of_votes(sentence):
        return None
    only = any(
        0 <= i < len(chunks) and chunks[i].lower in ("alone", "only", "on its own", "single-handedly")
        for i in (agent.first - 1, agent.last + 1)
    )
    start = at
    while start > 0 and chunks[start - 1].text not in ",;:—" and not chunks[start - 1].has("but", "and"):
        start -= 1
    end = clause_end(sentence, found, agent.last)
    return Position(
        start=chunks[start].start, end=chunks[end].end, sentence=sentence.index, said_by=sentence.speaker_at(chunks[at].start),
        members=members, choice=choice, negated=negated(sentence, at, -1), only=only, block=meaning == "block",
    )  # fmt: skip


# --- nouns -----------------------------------------------------------------------------------


def _of_veto_noun(sentence: Sentence, found: list[Phrase], at: int) -> Position | None:
    """ "A Russian veto", "Moscow's veto", "vetoes by Russia and China", spoken of as a fact."""
    chunks = sentence.chunks
    chunk = chunks[at]
    if chunk.lower not in ("veto", "vetoes", "vetos") or sentence.question or sentence.withdrawn or at >= sentence.unreal_from:
        return None
    if at + 1 < len(chunks) and chunks[at + 1].lower in ("power", "powers", "right", "rights", "threat", "threats", "pen"):
        return None
    owner = _owner(sentence, at)
    last = at
    if owner is None:
        for position in range(at + 1, min(at + 4, len(chunks))):
            if chunks[position].lower in ("by", "from", "of"):
                phrase = next((p for p in found if p.first in (position + 1, position + 2)), None)
                if phrase is not None and phrase.members.named:
                    owner, last = phrase, phrase.last
                break
        if owner is None:
            return None
    first = min(owner.first, at)
    if _supposed(sentence, first, at):
        return None
    if any(c.number is not None for c in chunks[max(first - 2, 0) : at]):
        return None
    if last + 2 < len(chunks) and chunks[last + 1].lower in ("of", "on", "in", "from") and chunks[last + 2].date is not None:
        last += 2
    while first > 0 and (chunks[first - 1].date is not None or chunks[first - 1].lower == "'s"):
        first -= 1
    return Position(
        start=chunks[first].start, end=chunks[last].end, sentence=sentence.index, said_by=sentence.speaker_at(chunks[at].start),
        members=owner.members, choice="veto", noun=True,
    )  # fmt: skip


def _owned(sentence: Sentence, at: int) -> Position | None:
    """ "Berlin's abstention", "Moscow's No", "a Chinese abstention"."""
    chunks = sentence.chunks
    chunk = chunks[at]
    if chunk.has("verb", "preposition") or at == 0 or sentence.question or sentence.withdrawn or at >= sentence.unreal_from:
        return None
    if not (chunks[at - 1].lower == "'s" or (chunks[at - 1].has("member") and chunk.has("abstention_noun"))):
        return None
    owner = _owner(sentence, at)
    if owner is None or _supposed(sentence, owner.first, at):
        return None
    choice = "abstain" if chunk.has("abstention_noun") else "no"
    return Position(
        start=chunks[owner.first].start, end=chunk.end, sentence=sentence.index, said_by=sentence.speaker_at(chunk.start),
        members=owner.members, choice=choice, noun=True,
    )  # fmt: skip


def _owner(sentence: Sentence, at: int) -> Phrase | None:
    """The members in front of a noun: "American", "Moscow's", "Chinese and Russian", "joint US-UK"."""
    chunks = sentence.chunks
    position = at - 1
    for _ in range(4):
        if position < 0:
            return None
        chunk = chunks[position]
        if chunk.lower == "'s":
            position -= 1
            continue
        if chunk.has("member") and not chunk.has("blocked"):
            return _owners_back(chunks, position)
        if chunk.number is not None or chunk.has("verb", "preposition", "determiner", "but", "and", "council") or not chunk.is_word:
            return None
        position -= 1
    return None


def _owners_back(chunks: list[Chunk], last: int) -> Phrase:
    first = last
    named: list[Named] = []
    position = last
    while position >= 0 and chunks[position].has("member"):
        entry = chunks[position].get("member")
        named.insert(0, Named(chunks[position].text, entry.aliases))
        first = position
        position -= 1
        if position >= 1 and (chunks[position].has("and") or chunks[position].text in ",-"):
            position -= 1
        elif position >= 1 and chunks[position].lower == "'s":
            position -= 1
            if not chunks[position].has("member"):
                break
        else:
            break
    return Phrase(first, last, Members(tuple(named), text=" ".join(c.text for c in chunks[first : last + 1])))


def _supposed(sentence: Sentence, first: int, at: int) -> bool:
    chunks = sentence.chunks
    before = chunks[max(0, first - 4) : first]
    after = chunks[at + 1 : at + 4]
    if any(c.has("averted", "unreal") or c.lower in ("to",) for c in before):
        return True
    return any(c.has("modal", "unreal") for c in after) or any(c.has("modal") for c in chunks[max(0, first - 6) : first])


def _of_vote_noun(sentence: Sentence, found: list[Phrase], at: int) -> Position | None:
    """ "Two abstentions, from Russia and Britain"; "one against (Syria)"; "the only no came from Libya"."""
    chunks = sentence.chunks
    chunk = chunks[at]
    if sentence.question or sentence.withdrawn or at >= sentence.unreal_from:
        return None
    choice = next((c for kind, c in NOUNS if chunk.has(kind)), None)
    if chunk.has("vote_noun"):
        if at + 1 < len(chunks) and chunks[at + 1].lower in ("against", "in favour", "in favor"):
            choice = "no" if chunks[at + 1].lower == "against" else "yes"
            at += 1
        elif choice is None:
            return None
    if choice is None:
        return None
    connected = False
    position = at + 1
    came = False
    while position < len(chunks) and position <= at + 5:
        here = chunks[position]
        phrase = next((p for p in found if p.first == position), None)
        if phrase is not None and phrase.members.named and connected:
            if chunk.lower in ("for", "against") and not _counted_before(chunks, at):
                return None
            if chunk.has("verb") and not _counted_before(chunks, at):
                return None
            following = chunks[phrase.last + 1] if phrase.last + 1 < len(chunks) else None
            if not came and following is not None and (following.has("verb") and not following.has("and")):
                return None
            only = any(c.has("only") for c in chunks[max(0, at - 3) : at])
            first = max(0, at - 3) if only else at
            return Position(
                start=chunks[_noun_start(chunks, first, at)].start, end=chunks[phrase.last].end, sentence=sentence.index,
                said_by=sentence.speaker_at(chunks[at].start), members=phrase.members, choice=choice, only=only,
            )  # fmt: skip
        if here.text in ("(", ":", "—"):
            connected = True
        elif here.text == "," or here.has("be") or here.has("determiner", "only") or here.lower in ("both", "namely", "being", "those", "of"):
            connected = connected or here.has("be") or here.lower in ("namely", "being")
            came = came or here.has("be")
        elif here.lower in ("from", "by", "came", "came from", "coming"):
            connected = came = True
        else:
            return None
        position += 1
    return None


def _noun_start(chunks: list[Chunk], first: int, at: int) -> int:
    start = at
    while start > 0 and start > at - 4 and (chunks[start - 1].number is not None or chunks[start - 1].has("only", "determiner", "vote_noun")):
        start -= 1
    return start


def _counted_before(chunks: list[Chunk], at: int) -> bool:
    return any(c.number is not None or c.has("only", "vote_noun") for c in chunks[max(0, at - 3) : at])


def _predicate(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """Without a verb, or with "to be": "Cuba and Yemen against", "the remaining 14 were in favour", "Paris was for"."""
    chunks = sentence.chunks
    chunk = chunks[at]
    if sentence.question or sentence.withdrawn or at >= sentence.unreal_from or chunk.has("verb"):
        return None
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    bare = following is None or not following.is_word or following.has("and", "but") or following.lower in ("it", "the text", "too")
    if chunk.lower in ("for", "against", "yes", "no") and not bare and not (following is not None and (following.has("text") or following.has("determiner") and any(c.has("text") for c in chunks[at + 2 : at + 5]))):
        return None
    position = at - 1
    with_be = chunk.lower.startswith(("did not", "took no"))
    while position >= 0 and at - position < 6 and (chunks[position].has("be", "negation", "have") or (chunks[position].has("only", "determiner") and not chunk.has("preposition")) or chunks[position].lower in ("both", "all", "also", "firmly", "on the record", "voting", "votes", "vote", "said", "say", "says")):
        with_be = with_be or chunks[position].has("be")
        position -= 1
    if position >= 0 and chunks[position].text in ",)":
        position -= 1 if chunks[position].text == "," and with_be else 0
    phrase = next((p for p in found if p.last == position or (p.first <= position <= p.last)), None)
    if phrase is None and with_be:
        phrase = subject_of(sentence, found, at)
    if phrase is None or governed(chunks, phrase.first) or _bare_quantity(phrase.members):
        return None
    if not (with_be or bare):
        return None
    members = discourse.resolve_pronoun(phrase.members, sentence)
    if members is None or members.first_person or members.nobody or any(c.has("modal", "unreal") for c in chunks[phrase.last + 1 : at]):
        return None
    choice = next(c for kind, c in NOUNS if chunk.has(kind))
    return Position(
        start=chunks[phrase.first].start, end=chunk.end, sentence=sentence.index, said_by=sentence.speaker_at(chunk.start), members=members,
        choice=choice, negated=any(c.has("negation") for c in chunks[phrase.last + 1 : at]), only=_only(sentence, phrase, at, at),
    )  # fmt: skip


# --- "so did Algeria", "China was one of the 58" ----------------------------------------------


def _so_did(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    if discourse.last_choice is None or sentence.question:
        return None
    phrase = next((p for p in found if p.first in (at + 1, at + 2)), None)
    if phrase is None or phrase.members.empty or _bare_quantity(phrase.members):
        return None
    return Position(
        start=sentence.chunks[at].start, end=sentence.chunks[phrase.last].end, sentence=sentence.index,
        said_by=sentence.speaker_at(sentence.chunks[at].start), members=phrase.members, choice=discourse.last_choice,
        companions=discourse.last_companions,
        negated=sentence.chunks[at].has("neither"),
    )  # fmt: skip


def _one_of(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    chunks = sentence.chunks
    subject = subject_of(sentence, found, at)
    if subject is None or subject.last >= at or at - subject.last > 6 or sentence.question:
        return None
    members = discourse.resolve_pronoun(subject.members, sentence)
    if members is None or not (members.named or members.groups):
        return None
    choice: str | None = None
    last = at
    for position in range(at + 1, min(at + 9, len(chunks))):
        chunk = chunks[position]
        if chunk.number is not None and not chunk.number.ordinal and choice is None:
            choice = discourse.role_of(int(chunk.number.value)) if chunk.number.value == int(chunk.number.value) else None
            last = position
        for meaning in ("abstain", "no", "yes", "not_voting", "veto"):
            if chunk.verb(meaning):
                choice, last = CHOICES[meaning], position
        if chunk.verb("vote"):
            inner, end = _vote_complement(sentence, found, position)
            if inner in ("yes", "no"):
                choice, last = inner, end
        if chunk.has("abstention_noun"):
            choice, last = "abstain", position
        elif chunk.has("no_noun") and chunk.lower != "no":
            choice, last = "no", position
        if chunk.text in ",;:—" or chunk.has("but"):
            break
    if choice is None:
        return None
    return Position(
        start=chunks[subject.first].start, end=chunks[last].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunks[at].start), members=members, choice=choice,
    )  # fmt: skip


def _among_them(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse, claims: list[Position]) -> Position | None:
    """ "Eleven abstained, Britain and China among them": the members did what was last said in the sentence."""
    chunks = sentence.chunks
    if chunks[at].lower in ("including", "among them", "among those") and at + 1 < len(chunks) and any(p.first in (at + 1, at + 2) for p in found):
        phrase = next(p for p in found if p.first in (at + 1, at + 2))
    else:
        phrase = next((p for p in found if p.last in (at - 1, at - 2)), None)  # type: ignore[assignment]
    if phrase is None or not phrase.members.named:
        return None
    limit = min(phrase.first, at)
    choice: str | None = None
    for position in range(limit - 1, -1, -1):
        chunk = chunks[position]
        if chunk.text in ";—":
            break
        choice = next((c for m, c in CHOICES.items() if chunk.verb(m) and m not in ("block",)), None)
        if choice is None and chunk.has("vote_noun", "verb"):
            inner, _ = _vote_complement(sentence, found, position) if chunk.verb("vote") else (None, position)
            choice = inner if inner in ("yes", "no") else None
        if choice is None:
            choice = next((c for kind, c in NOUNS if chunk.has(kind) and chunk.lower not in ("for", "no")), None)
        if choice is not None:
            break
    if choice is None or position >= sentence.unreal_from or sentence.question:
        return None
    start = position
    while start > 0 and chunks[start - 1].text not in ",;:—." and position - start < 12:
        start -= 1
    last = max(phrase.last, at)
    return Position(
        start=chunks[start].start, end=chunks[last].end, sentence=sentence.index, said_by=sentence.speaker_at(chunks[at].start),
        members=phrase.members, choice=choice,
    )  # fmt: skip


# --- spans -----------------------------------------------------------------------------------


def clause_end(sentence: Sentence, found: list[Phrase], last: int) -> int:
    """The last chunk of the clause that chunk `last` stands in."""
    chunks = sentence.chunks
    inside = {i for p in found for i in range(p.first, p.last)}
    position = last
    while position + 1 < len(chunks):
        chunk = chunks[position + 1]
        if chunk.text == "," and (tail := _among_tail(chunks, found, position + 2)) is not None:
            return tail
        if position not in inside and (chunk.text in ",;:—.!?()\"" or (chunk.has("but") and chunk.lower != "as")):
            break
        if chunk.has("relative") and chunk.lower in ("which", "who", "whose"):
            break
        if chunk.has("and") and position not in inside and _new_clause(sentence, found, position + 2):
            break
        position += 1
        if position - last > 28:
            break
    return position


def _among_tail(chunks: list[Chunk], found: list[Phrase], at: int) -> int | None:
    """The end of ", Britain and China among them" where that is what follows a comma."""
    for phrase in found:
        if phrase.first in (at, at + 1) and phrase.last + 1 < len(chunks) and chunks[phrase.last + 1].lower in ("among them", "included"):
            return phrase.last + 1
    return None


def _new_clause(sentence: Sentence, found: list[Phrase], at: int) -> bool:
    chunks = sentence.chunks
    if at >= len(chunks):
        return False
    if chunks[at].has("verb", "negation", "so"):
        return True
    if any(p.first in (at, at + 1) for p in found):
        return any(c.has("verb") for c in chunks[at : at + 8])
    return chunks[at].lower in ("it", "they", "its")


__all__ = ["clause_end", "is_demonym", "members_from", "positions", "possessed"]
