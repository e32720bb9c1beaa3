"""A vote's count against those of earlier votes on the same matter: "the fewest in favour since 1999"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts, Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.acts import says
from onrecord.reading.extract.doers import noun_asserted
from onrecord.reading.extract.state import Discourse
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

_WORDS = word_sets("tally_words.csv")
FEWEST = _WORDS["fewest"]
MOST = _WORDS["most"]
REACH = 5
BEHIND = 8
SUPPORT = _WORDS["support"]


def record_tally(sentence: Sentence, at: int, discourse: Discourse) -> Generalisation | None:
    """What the words at chunk `at` say of one part of the count just told; None where no time or no part is named."""
    chunks = sentence.chunks
    lower = chunks[at].lower
    if (lower not in FEWEST and lower not in MOST) or not noun_asserted(chunks, at):
        return None
    found = _role(chunks, at) or _role_before(chunks, at)
    told = discourse.tallies and sentence.index - discourse.tallies[-1].sentence <= 1
    if found is None or not (told or any(c.cardinal is not None for c in chunks)):
        return None
    role, named = found
    since, last = _since(chunks, named)
    if last < 0:
        return None
    first = at - 1 if at and chunks[at - 1].has("determiner") else at
    return Generalisation(
        *sentence.placed(first, last, at),
        acts=Acts(Members(), role),
        form="fewest_votes" if lower in FEWEST else "most_votes",
        at=(since,) if since is not None else (),
    )


SO_MANY = {"many": "most_votes", "few": "fewest_votes"}
DID = ("yes", "no", "abstain")


def never_so_many(sentence: Sentence, at: int) -> Generalisation | None:
    """ "Never before have so many opposed it", "not since 1993 have so few states voted for it": `at` is the denial."""
    chunks = sentence.chunks
    so = next((i for i in range(at + 1, min(at + BACK, len(chunks) - 2)) if chunks[i].lower == "so"), None)
    form = SO_MANY.get(chunks[so + 1].lower) if so is not None else None
    if so is None or form is None or not chunks[so - 1].has("have"):
        return None
    verb = so + 2 + chunks[so + 2].has("member_noun")
    told = _done(chunks, verb) if verb < len(chunks) else None
    if told is None:
        return None
    role, last = told
    between = chunks[at + 1 : so - 1]
    dates = [c.date for c in between if c.date is not None]
    if any(c.is_word for c in between) and not (dates and any("since" in c.lower.split() for c in between)):
        return None  # "never in the dark have so many …"
    if not dates and chunks[at].lower == "not":
        return None
    if last + 1 < len(chunks) and chunks[last + 1].has("pronoun_text", "determiner"):
        last += 1 + (chunks[last + 1].has("determiner") and last + 2 < len(chunks) and chunks[last + 2].has("text"))
    since = dates[-1] if dates else None
    behind = chunks[last + 1] if last + 1 < len(chunks) else None
    if since is None and behind is not None and behind.date is not None and behind.date.role == "since":
        since, last = behind.date, last + 1
    claimed = Acts(Members(), role, up_to_now=chunks[so - 1].lower in ("have", "has"))
    return Generalisation(*sentence.placed(at, last), acts=claimed, form=form, at=(since,) if since else ())


def _done(chunks: list[Chunk], at: int) -> tuple[str, int] | None:
    """Which part of a count "opposed", "voted against" and "abstained" are, and their last chunk."""
    if chunks[at].verb("vote") is not None and at + 1 < len(chunks):
        if chunks[at + 1].has("no_noun"):
            return "no", at + 1
        return ("yes", at + 1) if chunks[at + 1].has("yes_noun") else None
    return next(((role, at) for role in DID if chunks[at].verb(role) is not None), None)


def _role(chunks: list[Chunk], at: int) -> tuple[str, int] | None:
    """Which part of the count is meant, and in which chunk it is named."""
    for position in range(at + 1, min(at + REACH, len(chunks))):
        chunk = chunks[position]
        if chunk.text in ",;:.()" or chunk.date is not None:
            return None
        if chunk.has("verb") and not chunk.has("yes_noun", "no_noun"):
            return None
        if chunk.has("abstention_noun"):
            return "abstain", position
        if chunk.has("no_noun") and chunk.lower != "no":
            return "no", position
        if (chunk.has("yes_noun") and chunk.lower != "for") or chunk.lower in SUPPORT:
            return "yes", position
        if chunk.lower == "votes" and position + 1 < len(chunks) and chunks[position + 1].has("no_noun", "yes_noun"):
            return ("no" if chunks[position + 1].has("no_noun") else "yes"), position + 1
    return None


def _role_before(chunks: list[Chunk], at: int) -> tuple[str, int] | None:
    """ "Got 165 votes, the lowest number since 1999", "the 54 noes were the most ever": the part named in front."""
    behind = at + 1 if at + 1 < len(chunks) and chunks[at + 1].lower in NUMBER else at
    if behind == at and not (
        at + 1 < len(chunks) and (chunks[at + 1].date is not None or says(chunks, at + 1, "ever"))
    ):
        return None
    for place in range(at - 1, max(0, at - BACK) - 1, -1):
        chunk = chunks[place]
        if chunk.text in ".;:" or chunk.has("veto_noun"):
            return None
        if chunk.has("no_noun") and chunk.lower != "no":
            return "no", behind
        if (chunk.has("yes_noun") and chunk.lower != "for") or chunk.lower in SUPPORT or chunk.lower == "votes":
            return "yes", behind
    return None


NUMBER = _WORDS["number"]
BACK = 14


def _since(chunks: list[Chunk], at: int) -> tuple[DateMention | None, int]:
    """From when on it is compared, and the last chunk that says so; of all time no date; -1 where nothing does."""
    for position in range(at + 1, min(at + BEHIND, len(chunks))):
        chunk = chunks[position]
        if chunk.text in ",;:.()":
            return None, -1
        if chunk.date is not None and chunk.date.role == "since":
            return chunk.date, position
        if chunk.date is not None and chunk.date.form == "span":
            return replace(chunk.date, role="since"), position
        if length := says(chunks, position, "ever"):
            return None, position + length - 1
    return None, -1
