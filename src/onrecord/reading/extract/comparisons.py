"""More than any other, less than all the rest, oftener than France: one member's acts held against others'."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import Act, able
from onrecord.reading.extract.bounds import bounded, in_office, tenure
from onrecord.reading.extract.context import spoken_of, told
from onrecord.reading.extract.counted import general_claim
from onrecord.reading.extract.counted_times import times
from onrecord.reading.extract.doers import doer, resolved, said_to_happen
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.grammar import subject_of
from onrecord.reading.parsed import Phrase, Sentence

OF_SEATS = frozenset({"elected", "seat", "seats", "term", "terms", "seated"})
"""Words of what may be compared besides the vetoes that the text told of before."""


def more_than_others(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "Has cast more vetoes than any other member", "uses its veto least of the five"."""
    chunks = sentence.chunks
    stretch = clause(sentence, at)
    inside = [a for a in told(sentence, discourse) if stretch.first <= a.first <= stretch.last]
    act = next((a for a in inside if a.what == "veto"), None) or next(
        (a for a in inside if a.what in ("abstain", "no")), None
    )
    context = spoken_of(discourse, sentence)
    if act is None and (context is None or context.what != "veto" or chunks[at].lower not in ("more", "least")):
        return None
    if act is None and not sentence.words.isdisjoint(OF_SEATS):
        return None  # "It is Japan's twelfth time as an elected member, more than any other country"
    another = _than_another(sentence, found, at, act, stretch, discourse) or _so_many_times_another(
        sentence, found, at, act, stretch, discourse
    )
    if another is not None:
        return another
    form = _comparison(chunks, at, stretch)
    if form is None:
        return None
    who = _compared(sentence, found, at, act, stretch, discourse)
    if tenure(sentence, stretch) is not None or any(in_office(chunks, i) for i in range(stretch.first + 1, at)):
        return None  # "this president vetoed more of them than any other": president
    if who is None or (
        act is not None and act.verbal and act.form not in ("third", "base") and not said_to_happen(sentence, act)
    ):
        return None
    when = times(sentence, stretch, ordinal=False)
    counted = bounded(sentence, found, replace(stretch, head=at), who[0], act.what if act is not None else "veto", when)
    first = min(stretch.first, who[1])
    return general_claim(
        sentence,
        replace(stretch, first=first),
        at,
        replace(counted, subject=_topic(chunks, at, stretch), companions=None, together=False),
        form,
        (),
    )


SUMMED = ("together", "combined", "put together", "taken together", "between them", "added together")
PAIRED = ("more", "fewer", "less")


def _than_another(
    sentence: Sentence, found: list[Phrase], at: int, act: Act | None, stretch: Stretch, discourse: Discourse
) -> Generalisation | None:
    """ "In 2024 the United States cast more vetoes than Russia"."""
    chunks = sentence.chunks
    than = next((i for i in range(at + 1, min(at + 6, stretch.last + 1)) if chunks[i].lower == "than"), None)
    other = next((p for p in found if than is not None and than < p.first <= than + 2), None)
    if act is None or act.what != "veto" or other is None or chunks[at].lower not in PAIRED:
        return None
    who = doer(sentence, found, act, discourse)
    summed = " ".join(c.lower for c in chunks[other.last + 1 : other.last + 4]).startswith(SUMMED)
    theirs = len(other.members.named)
    plain = who is not None and len(who[0].named) == 1 and (theirs == 1 or (theirs > 1 and summed))
    if who is None or not plain or not (able(who[0], "veto") and able(other.members, "veto")):
        return None
    when = times(sentence, stretch, ordinal=False)
    excluded = frozenset(i for p in (other,) for i in range(p.first, p.last + 1))
    counted = bounded(sentence, found, replace(stretch, head=at), who[0], "veto", when, excluded)
    topic = _topic(chunks, at, stretch) or _topic_between(chunks, at, than or at)
    counted = replace(counted, subject=topic, companions=other.members, together=False)
    form = "fewer_than" if chunks[at].lower in ("fewer", "less") else "more_than"
    return general_claim(sentence, replace(stretch, first=min(stretch.first, who[1])), at, counted, form, ())


EXCEPTING = ("except", "excepting", "bar", "barring", "apart from", "aside from", "other than", "but", "save", "after")
MULTIPLES = ("times", "time")
AS_MANY = ("many", "often", "frequently")


def _so_many_times_another(
    sentence: Sentence, found: list[Phrase], at: int, act: Act | None, stretch: Stretch, discourse: Discourse
) -> Generalisation | None:
    """ "Has vetoed three times as many texts as Russia", "used it twice as often as China"."""
    chunks = sentence.chunks
    if act is None or act.what != "veto" or chunks[at].lower not in AS_MANY or at < 2 or chunks[at - 1].lower != "as":
        return None
    number = at - 2 - (chunks[at - 2].lower in MULTIPLES)
    factor = chunks[number].number if number >= 0 else None
    as_behind = next((i for i in range(at + 1, min(at + 9, stretch.last + 1)) if chunks[i].lower == "as"), None)
    other = next((p for p in found if as_behind is not None and as_behind < p.first <= as_behind + 2), None)
    if factor is None or factor.ordinal or other is None or factor.value < 2:
        return None
    before = " ".join(c.lower for c in chunks[max(0, number - 2) : number])
    if before.endswith(("more than", "over", "at least")):
        factor = replace(factor, hedge="over")
    elif before.endswith(("nearly", "almost")):
        factor = replace(factor, hedge="nearly")
    who = doer(sentence, found, act, discourse)
    if who is None or len(who[0].named) != 1 or len(other.members.named) != 1:
        return None
    if not (able(who[0], "veto") and able(other.members, "veto")):
        return None
    when = times(sentence, stretch, ordinal=False)
    excluded = frozenset(range(other.first, other.last + 1))
    counted = bounded(sentence, found, replace(stretch, head=at), who[0], "veto", when, excluded)
    topic = _topic(chunks, at, stretch) or _topic_between(chunks, at, as_behind or at)
    counted = replace(counted, subject=topic, companions=other.members, together=False)
    first = replace(stretch, first=min(stretch.first, who[1]))
    return replace(general_claim(sentence, first, at, counted, "more_than", ()), factor=factor)


def _comparison(chunks: list[Chunk], at: int, stretch: Stretch) -> str | None:
    """`most`, `majority` (than all the others) or `fewest`, as the words behind say."""
    behind = " " + " ".join(c.lower for c in chunks[at + 1 : stretch.last + 1])
    lower = chunks[at].lower
    if lower == "less":
        plain = " than any" in behind and not any(w in behind for w in ("except", "apart from", " bar ", " but "))
        return "fewest" if plain else None
    if lower in ("often", "as often as", "many", "much", "frequently"):
        nobody = any(c.has("nobody", "nobody_else") or c.lower == "no" for c in chunks[stretch.first : at])
        return "most" if nobody and (" as " in f"{behind} " or lower != "often") else None
    if lower in ("more", "most") and any(f" {word} " in f"{behind} " for word in EXCEPTING):
        return None  # "than all the others except the United States"
    if lower == "more":
        if any(
            f" than {words}" in behind for words in ("all", "the other", "the rest", "everybody else", "everyone else")
        ) and not behind.startswith(" than any"):
            return "majority" if any(w in behind for w in (" combined", " together", " all", "rest")) else "most"
        nobody = any(c.has("nobody") or c.lower == "no" for c in chunks[stretch.first : at])
        return "most" if " than any" in behind or " than anyone" in behind or (nobody and " than " in behind) else None
    before = " ".join(c.lower for c in chunks[stretch.first : at])
    if lower == "least" and "of the five" in before and not behind.strip(" ."):
        return "fewest"
    if lower == "least" and before.endswith("at"):
        return None
    if lower in ("fewest", "fewer", "least"):
        return "fewest" if "veto" in behind or " of " in behind or "often" in behind or " than any" in behind else None
    if lower == "most" and (at == stretch.first or behind.startswith(" of the vetoes")):
        # "Most American vetoes concerned Israel": a part of them, and no comparison
        return None
    if lower == "most" and behind.startswith(" by "):
        return "most"  # "the veto has been used most by Russia"
    return "most" if "often" in behind or "vetoes" in behind or "frequent" in behind or " the veto" in behind else None


def _compared(
    sentence: Sentence, found: list[Phrase], at: int, act: Act | None, stretch: Stretch, discourse: Discourse
) -> tuple[Members, int] | None:
    """Who is said to have done so most: the subject; of "no country … than Russia", whoever follows "than" or "as"."""
    chunks = sentence.chunks
    if any(c.has("nobody") or c.lower == "no" for c in chunks[stretch.first : at]):
        behind = [p for p in found if at < p.first <= stretch.last and p.members.named]
        if not behind:
            return None
        named = tuple(n for p in behind for n in p.members.named)
        return Members(named, text=behind[0].members.text), stretch.first
    who = doer(sentence, found, act, discourse) if act is not None else None
    if who is not None and who[0].named:
        return who
    subject = subject_of(sentence, found, at)
    if subject is None:
        # "The veto's most frequent user is Russia"
        copula = next((i for i in range(at + 1, stretch.last) if chunks[i].has("be")), None)
        subject = next((p for p in found if copula is not None and copula < p.first <= copula + 3), None)
    if subject is None:
        return None
    members = resolved(subject.members, sentence, found, subject.first, discourse, "veto")
    return (members, subject.first) if members is not None and members.named else None


def _topic_between(chunks: list[Chunk], at: int, than: int) -> str:
    """ "More Gaza texts than Russia", "three times as many texts as China": on what, by the words in between."""
    subject = " ".join(c.text for c in chunks[at + 1 : than] if not c.has("veto_noun", "verb"))
    return f"on {subject}" if subject else ""


def _topic(chunks: list[Chunk], at: int, stretch: Stretch) -> str:
    start = next((i for i in range(at, stretch.last + 1) if chunks[i].lower in ("on", "over", "about")), None)
    return " ".join(c.text for c in chunks[start : stretch.last + 1] if c.date is None) if start is not None else ""
