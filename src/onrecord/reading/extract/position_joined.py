"""Those who did as somebody before them, told from that one's side: "It was joined by Kenya", "China was the other"."""

from __future__ import annotations

from onrecord.reading.assertion import agent_after, asserted, negated
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import CHOICES, OPTIONS, Members, Position, whole
from onrecord.reading.extract.meant_by_pronouns import SIZES
from onrecord.reading.extract.position_among import said_before
from onrecord.reading.extract.position_scope import is_count
from onrecord.reading.extract.spans import clause_end
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_company import in_doing
from onrecord.reading.extract.voting_words import speaks_of_votes
from onrecord.reading.grammar import doer_of, phrase_from
from onrecord.reading.parsed import Phrase, Sentence, ends_at

JOINED = frozenset({"joined", "accompanied", "seconded", "echoed", "mirrored"})
SECOND = 2
ANOTHER = frozenset(
    {"another", "another one", "one more", "yet another", "a further one", "others", "two more", "two others"}
)


def joined_by(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "It was joined by Kenya and Mali", "Moscow was seconded by Warsaw": those named behind voted alike."""
    chunks = sentence.chunks
    if chunks[at].lower not in JOINED or at < 1 or at + 1 >= len(chunks) or chunks[at + 1].lower != "by":
        return None
    if not any(c.has("be") for c in chunks[max(0, at - 3) : at]):
        return None
    agent, subject = agent_after(sentence, found, at), doer_of(sentence, found, at)
    if agent is None or subject is None or is_count(agent.members) or not agent.members.named:
        return None
    if not asserted(sentence, at, subject.last, "past") or negated(sentence, at, subject.last):
        return None
    led = discourse.resolve_pronoun(subject.members, sentence)
    if led is None or not (led.named or led.groups) or led.first_person:
        return None
    near = discourse.voted_near(sentence)
    if in_doing(sentence, found, agent.last) is not None or not (near or speaks_of_votes(sentence)):
        return None  # "was joined by Kenya in abstaining" is told by its own verb
    placed = sentence.placed(subject.first, clause_end(sentence, found, agent.last), at)
    return Position(*placed, members=agent.members, choice="with", companions=led, loose=not near)


def the_other(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "The Soviet Union vetoed it. Poland was the other": of as many as did the same."""
    chunks = sentence.chunks
    led = discourse.last_members
    if not chunks[at].has("be") or led is None or len(led.named) != 1 or sentence.index - discourse.last_in > 1:
        return None
    if discourse.last_negated or discourse.last_choice not in CHOICES:
        return None
    if led.text not in sentence.text and any(c.cardinal is not None for c in chunks[:at]):
        return None  # "It passed by 114 to two, Chad being the other": of those counted here
    end = _other(chunks, at)
    who = doer_of(sentence, found, at) if end is not None else None
    if end is None:
        end = at
        opened = [c.lower for c in chunks[max(0, at - 3) : at]]
        who = phrase_from(chunks, found, at + 1) if opened in (["the", "other"], ["the", "other", "one"]) else None
        end = who.last if who is not None else at
    if who is None or len(who.members.named) != 1 or who.members.named == led.named or not ends_at(chunks, end + 1):
        return None
    return Position(
        *sentence.placed(min(who.first, at), end, at), members=who.members, choice="with", companions=Members(led.named)
    )


def another(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "Mali was one of the twelve. Chad was another", "another was Peru", "Mali and Chad were two of them, Peru was a
    third".
    """
    chunks = sentence.chunks
    choice = "no" if discourse.last_choice == "veto" else discourse.last_choice
    counted = _so_many_of_them(chunks, at)
    if counted is not None:
        who = doer_of(sentence, found, at)
        if who is None or len(who.members.named) != chunks[at + 1].cardinal or discourse.last_role is None:
            return None
        near = sentence.index - discourse.last_in <= 1 and discourse.last_in < sentence.index
        placed = sentence.placed(who.first, counted, at)
        return Position(*placed, members=who.members, choice=discourse.last_role) if near else None
    if choice not in OPTIONS or sentence.index - discourse.last_in > 1:
        return None
    fronted = at > 0 and chunks[at - 1].lower in ANOTHER
    if fronted and at > 1 and (chunks[at - 2].cardinal is not None or chunks[at - 2].lower in SIZES):
        return None  # "the two others were …": of those who did otherwise
    if fronted:
        who = phrase_from(chunks, found, at + 1)
    else:
        told = at + 1 < len(chunks) and (chunks[at + 1].lower in ANOTHER and ends_at(chunks, at + 2))
        if not told and _one_after_others(chunks, at):
            told, choice = True, _role_of_so_many(chunks, at, discourse) or choice
        who = doer_of(sentence, found, at) if told else None
    if (
        who is None
        or not who.members.named
        or discourse.last_negated
        or (fronted and not ends_at(chunks, who.last + 1))
    ):
        return None
    placed = sentence.placed(min(who.first, at - fronted), max(who.last, at + 1 - fronted), at)
    choice = said_before(sentence, found, who.first)[0] or choice
    return Position(*placed, members=who.members, choice=choice, aimed=discourse.last_aimed)


THEM = frozenset({"them", "these", "those"})


def _so_many_of_them(chunks: list[Chunk], at: int) -> int | None:
    """Where "were two of them" ends."""
    behind = chunks[at + 1 : at + 4]
    if len(behind) <= SECOND or (behind[0].cardinal or 0) < SECOND or behind[1].lower != "of":
        return None
    told = at + 4 < len(chunks) and chunks[at + 4].has("relative")  # "two of those that abstained"
    return at + 3 if behind[2].lower in THEM and not told and ends_at(chunks, at + 4) else None


def _one_after_others(chunks: list[Chunk], at: int) -> bool:
    """ "Was a third", behind others of whom the like was told."""
    behind = chunks[at + 1 : at + 3]
    if len(behind) < SECOND or behind[0].lower not in ("a", "the") or not ends_at(chunks, at + 3):
        return False
    number = behind[1].number
    return number is not None and number.ordinal and number.value > SECOND


def _role_of_so_many(chunks: list[Chunk], at: int, discourse: Discourse) -> str | None:
    """ "It was 187 to three; Brazil was the third": as those did of whom so many were counted since."""
    number = chunks[at + 2].number
    last = discourse.tallies[-1] if discourse.tallies else None
    if last is None or number is None or chunks[at + 1].lower != "the" or last.sentence < discourse.last_in:
        return None
    fitting = [role for role in ("no", "abstain") if (part := getattr(last, role)) and whole(part) == number.value]
    return fitting[0] if len(fitting) == 1 else None


def _other(chunks: list[Chunk], at: int) -> int | None:
    """Where "was the other", "was the other one", "was the second" ends."""
    behind = chunks[at + 1 : at + 4]
    if len(behind) < SECOND or behind[0].lower != "the":
        return None
    number = behind[1].number
    second = number is not None and number.ordinal and number.value == SECOND
    if not (behind[1].lower == "other" or second):
        return None
    return at + 3 if len(behind) > SECOND and behind[2].lower == "one" else at + 2
