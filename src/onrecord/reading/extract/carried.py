"""How texts were carried, over time: "the first unanimous renewal since 2014", "never drew a vote against",
"the second year in a row that the force was not renewed unanimously".
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts, Count, Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import is_text, says, single
from onrecord.reading.extract.bounds import bounded
from onrecord.reading.extract.counted_times import Times, times
from onrecord.reading.extract.doers import noun_asserted, owner
from onrecord.reading.extract.no_veto import limited
from onrecord.reading.extract.numbered import in_a_row
from onrecord.reading.extract.stretches import Stretch, clause, closes, tail
from onrecord.reading.grammar import subject_of
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

NEVER = (
    "never",
    "never before",
    "never once",
    "not once",
    "never yet",
    "no",
    "not one",
    "not a single",
    "nor",
    "none",
    "no vote",
    "no votes",
)
ALWAYS = ("always", "invariably", "without exception")
EVERY = ("every", "all", "each", "every single", "every one", *ALWAYS)
_WORDS = word_sets("frequency.csv")
RENEWING = _WORDS["renewing"]
TEXTS = _WORDS["renewed"]
SUBJECTS = (*TEXTS, "embargo", "sanctions", "peacekeepers", "panel", "text", "it", "this", "that", "which", "regime")
OPPOSITE = {
    "unanimous": "divided",
    "divided": "unanimous",
    "opposed": "unopposed",
    "unopposed": "opposed",
    "abstained": "unabstained",
    "unabstained": "abstained",
}
REACH = 26
NEAR = 4


def carried_claim(sentence: Sentence, found: list[Phrase], at: int, order: int | None) -> Count | Generalisation | None:
    """What the quantifier at chunk `at` ("the first time", "never", "every") says of how texts were carried; `order` is
    an ordinal's.
    """
    chunks = sentence.chunks
    form = _form(chunks, at, order)
    if form is None or not noun_asserted(chunks, at) or (order is not None and _one_of_those_told(chunks, at)):
        return None
    wide = _to_the_end(chunks, clause(sentence, at))
    told = _how(sentence, found, at, wide.last)
    if told is None or not _of_texts(chunks, wide.first, at, wide.last, told):
        return None
    how, first, last = told
    if form == "never" and chunks[at].lower == "no" and first <= at + 1:
        return None  # "no abstentions" on one vote
    stretch = Stretch(wide.first, max(wide.last, last), first)
    when = times(sentence, stretch, ordinal=order is not None)
    counted = _acts(sentence, stretch, when, how)
    placed = sentence.placed(stretch.first, tail(chunks, stretch.last), at)
    if order is not None and (by := in_a_row(chunks, at)) is not None:
        return Count(*placed, acts=counted, ordinal=order, at=when.at, in_a_row=by)
    if order is not None and order > 1:
        return Count(*placed, acts=counted, ordinal=order, at=when.at)
    claim = Generalisation(*placed, acts=counted, form=form, at=when.at)
    if form == "only":
        return claim if limited(claim) or _ever(chunks, at, stretch.last) else None
    if form in ("never", "every"):
        general = any(c.lower in ("has", "have", "had") for c in chunks[stretch.first : last]) or _ever(
            chunks, at, stretch.last
        )
        of_many = any(c.lower in ("of", "of its", "of the", "of their") for c in chunks[at + 1 : at + 2])
        return claim if general or of_many or limited(claim) else None
    return claim


def _one_of_those_told(chunks: list[Chunk], at: int) -> bool:
    """ "The first draft got nine votes", "the second was adopted unanimously": which of several, and what became of it;
    not "the first draft to get nine votes".
    """
    if not at or chunks[at - 1].lower != "the" or (at > 1 and chunks[at - 2].has("be", "preposition", "verb")):
        return False
    verb = at + 1 + (at + 1 < len(chunks) and (_a_text(chunks[at + 1]) or chunks[at + 1].lower == "one"))
    return verb < len(chunks) and chunks[verb].has("be", "have", "obtain")


def _form(chunks: list[Chunk], at: int, order: int | None) -> str | None:
    if order is not None:
        return "first"
    lower = chunks[at].lower
    following = chunks[at + 1].date if at + 1 < len(chunks) else None
    if any(c.lower == "whose" for c in chunks[max(0, at - NEAR) : at]):
        return None  # "the only clerk whose sums had never been disputed"
    if lower in ("not", "n't") and _not_since(chunks, at):
        return "never"
    if lower in NEVER or (lower == "not" and following is not None and following.role == "since"):
        return "never"
    if lower in EVERY:
        behind = chunks[at + 1 : at + 1 + NEAR]
        return "every" if lower in ALWAYS or any(_a_text(c) for c in behind) else None
    whose = any(c.lower == "whose" for c in chunks[at + 1 : at + REACH])
    only = chunks[at].has("only") and at and chunks[at - 1].lower == "the" and not whose
    return "only" if only else None


def _not_since(chunks: list[Chunk], at: int) -> bool:
    """ "Has not been unanimous since 2017", "hasn't been renewed unanimously since March": at no time since."""
    behind = chunks[at + 1 : at + REACH]
    since = next((i for i, c in enumerate(behind) if c.date is not None and c.date.role == "since"), 0)
    perfect = at > 0 and chunks[at - 1].lower in ("has", "have", "had")
    return perfect and all(c.is_word for c in behind[:since]) and any(c.has("unanimous") for c in behind[:since])


def _ever(chunks: list[Chunk], first: int, last: int) -> bool:
    return any(says(chunks, i, "ever") for i in range(first, last + 1))


def _to_the_end(chunks: list[Chunk], stretch: Stretch) -> Stretch:
    """With the clause that "that" or "since" opens behind it, up to the next comma or full stop."""
    last = stretch.last
    while last + 1 < len(chunks) and last - stretch.head < REACH and not closes(chunks, last + 1):
        last += 1
    return replace(stretch, last=last)


def _how(sentence: Sentence, found: list[Phrase], at: int, end: int) -> tuple[str, int, int] | None:
    """How they were carried, and the first and last chunk that say so; None where a member's own vote is told."""
    chunks = sentence.chunks
    for position in range(at + 1, end + 1):
        told = _said_at(chunks, position)
        if told is None:
            continue
        how, last = told
        verb = chunks[position].has("verb")
        subject = subject_of(sentence, found, position) if verb else None
        if subject is not None and not (subject.members.nobody or subject.members.everyone):
            return None
        if verb and any(p.members.named and position - NEAR <= p.last < position for p in found):
            return None
        if not verb and how in ("opposed", "abstained") and owner(sentence, position):
            return None
        if any(c.has("member_noun") for c in chunks[at + 1 : position]):
            return None
        if (not verb and _on_one_text(chunks, last)) or (how == "opposed" and _on_a_numbered_text(chunks, last)):
            return None
        before = " ".join(c.lower for c in chunks[max(at + 1, position - NEAR) : position])
        nobody = any(c.has("nobody") for c in chunks[max(at + 1, position - NEAR) : position])
        if nobody or _turned(f" {before} "):
            how = OPPOSITE.get(how, how)
        return how, position, last
    return None


def _on_one_text(chunks: list[Chunk], at: int) -> bool:
    """ "The fourth abstention on the draft": one of those on one vote."""
    behind = chunks[at + 1 : at + 4]
    known = [c.lower for c in behind[:2]] in (["on", "the"], ["against", "the"], ["to", "the"])
    return (
        known and len(behind) > KNOWN and behind[KNOWN].lower in ("draft", "text", "resolution", "proposal", "motion")
    )


KNOWN = 2


def _on_a_numbered_text(chunks: list[Chunk], at: int) -> bool:
    """ "The only vote against resolution 955 in 1994"."""
    return any(c.has("cite") and number.text[0].isdigit() for c, number in pairwise(chunks[at + 1 : at + 6]))


def _said_at(chunks: list[Chunk], at: int) -> tuple[str, int] | None:
    chunk = chunks[at]
    if length := says(chunks, at, "unanimity"):
        return "unanimous", at + length - 1
    if chunk.has("unanimous"):
        return "unanimous", at
    if length := says(chunks, at, "bare_majority"):
        return "bare", at + length - 1
    if length := says(chunks, at, "divided"):
        return "divided", at + length - 1
    if chunk.has("undissented"):
        return "unopposed", at
    if chunk.lower in ("abstention", "abstentions", "abstained"):
        return "abstained", at
    if length := says(chunks, at, "opposed"):
        return "opposed", at + length - 1
    return None


def _turned(before: str) -> bool:
    """Whether the words in front turn it round: "not renewed unanimously", "anything but unanimous"."""
    return any(f" {words} " in before for words in single("turned"))


def _of_texts(chunks: list[Chunk], begins: int, at: int, end: int, told: tuple[str, int, int]) -> bool:
    """Whether it is texts, or votes on them, of which it is said."""
    _, first, last = told
    around = [*chunks[begins:at], *chunks[at + 1 : first], *chunks[last + 1 : end + 1]]
    if chunks[at].lower in ("not one", "none") and not any(_a_text(c) for c in chunks[at + 1 : first]):
        return False
    return any(
        is_text(c) or c.lower in SUBJECTS or c.has("council") or c.verb("adopt", "pass", "act") for c in around
    ) or any(c.lower in ("on", "over") for c in chunks[last + 1 : last + 2])


def _a_text(chunk: Chunk) -> bool:
    return is_text(chunk) or chunk.lower in TEXTS


def _acts(sentence: Sentence, stretch: Stretch, when: Times, how: str) -> Acts:
    chunks = sentence.chunks
    counted = bounded(sentence, [], stretch, Members(), "adopted", when)
    said = " ".join(c.lower for c in chunks[stretch.first : stretch.last + 1])
    since = " ".join(chunks[i].text for i in sorted(when.since_chunks))
    renewals = any(words in said for words in RENEWING)
    pronoun = any(c.lower in ("it", "this") for c in chunks[stretch.head - NEAR : stretch.head])
    return replace(
        counted,
        subject=f"{counted.subject} {since}{' file' if pronoun else ''}",
        outcome="",
        noun=counted.noun if counted.noun.startswith("resolution") else "",
        told_of_texts="",
        alone=False,
        together=False,
        carried=how,
        renewals=renewals,
        back=renewals,
    )
