"""What was said last of how members voted, on which "so did India" and "Paris too" lean."""

from __future__ import annotations

from onrecord.reading.claims.vote import Members, Position
from onrecord.reading.extract.position_all_counted import BACK
from onrecord.reading.extract.position_scope import cannot_veto, is_count
from onrecord.reading.extract.spans import afterthought
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_words import CHOICES
from onrecord.reading.parsed import Phrase, Sentence, finite
from onrecord.reading.table import word_sets

_WORDS = word_sets("position_words.csv")
TOO = _WORDS["the_same"] | _WORDS["too"]


def as_said_last(
    sentence: Sentence,
    found: list[Phrase],
    phrase: Phrase,
    first: int,
    last: int,
    negated: bool,
    discourse: Discourse,
    *,
    otherwise: bool = False,
) -> Position | None:
    """As the position said last; None where nothing was said near. `otherwise` where what was denied of that one is
    said of this: "Chad did not support it; Cuba did".
    """
    chunks = sentence.chunks
    said = said_last(sentence, chunks[first].start, discourse)
    members = discourse.resolve_pronoun(phrase.members, sentence)
    if (
        said is None
        or members is None
        or members.empty
        or is_count(members)
        or members.first_person
        or (members.nobody and not members.others)
    ):
        return None
    choice, companions, denied = said
    if choice == "veto" and not (denied or negated) and discourse.last_members is not None and cannot_veto(members):
        if discourse.applicant_in == sentence.index - 1:
            return None  # "Washington kept out Vietnam. Angola too."
        # "Moscow vetoed it, and so did Poland": as it voted
        choice, companions = "with", discourse.last_members
    last = afterthought(sentence, found, last, 8)
    # "Cuba voted against, Chad abstaining. Mali also.": as which of them is not sure.
    either = discourse.last_in < sentence.index and len(discourse.ways.get(discourse.last_in, ())) > 1
    return Position(
        *sentence.placed(first, last), members=members, choice=choice, companions=companions,
        negated=negated or (denied and not otherwise),
        loose=discourse.last_beside or (either and chunks[last].lower in TOO),
        aimed=discourse.last_aimed, stance=discourse.last_stance,
    )  # fmt: skip


def said_last(sentence: Sentence, before: int, discourse: Discourse) -> tuple[str, Members | None, bool] | None:
    """What the position, or the number of members, that came last before the offset was said to have done."""
    between = sentence.index - 1 in (discourse.questioned, discourse.quiet_in)
    if sentence.index - discourse.last_in > BACK + between:
        return None
    if (counted := discourse.just_counted(before)) is not None:
        return (counted, None, False)
    if (own := by_somebody(sentence, before, discourse)) is not None:
        return own, None, False
    if discourse.last_choice is None:
        return None
    return discourse.last_choice, discourse.last_companions, discourse.last_negated


def by_somebody(sentence: Sentence, before: int, discourse: Discourse) -> str | None:
    """ "Sir Benegal abstained for India and so did Chile": what somebody did of whom nothing else is known."""
    if discourse.last_in >= sentence.index:
        return None
    chunks = [c for c in sentence.chunks if c.end <= before]
    at = next((i for i in range(len(chunks) - 1, -1, -1) if "verb" in chunks[i].kinds), None)
    if at is None or any(c.has("negation", "modal", "unreal") for c in chunks[max(0, at - 3) : at]):
        return None
    kinds = ("abstain", "veto", "not_voting")
    said = next((CHOICES[kind] for kind in kinds if chunks[at].verb(kind) is not None), None)
    return said if said is None or finite(chunks[at]) else None
