"""Who alone did it: "the only country to have vetoed one", "only Russia has used it", "nobody but China ever did"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Generalisation
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.extract.acts import Act, says
from onrecord.reading.extract.bounds import alone, bounded
from onrecord.reading.extract.context import spoken_of, told
from onrecord.reading.extract.counted import general_claim
from onrecord.reading.extract.counted_times import times
from onrecord.reading.extract.doers import resolved, said_to_happen
from onrecord.reading.extract.position_only import BESIDE
from onrecord.reading.extract.position_scope import united
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.grammar import phrase_from, subject_of
from onrecord.reading.parsed import Phrase, Sentence


def sole(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "Russia is the only country to have vetoed a text on climate change": nobody else ever did."""
    chunks = sentence.chunks
    noun = next(
        (
            i
            for i in range(at, min(at + 5, len(chunks)))
            if chunks[i].has("member_noun") or chunks[i].lower.endswith((" to", " that"))
        ),
        None,
    )
    if noun is None or noun + 2 >= len(chunks):
        return None
    spelled = f"{chunks[noun].lower} " + " ".join(c.lower for c in chunks[noun + 1 : noun + 3])
    told_when = any(c.date is not None for c in chunks[noun + 1 : clause(sentence, at).last + 1])
    ever = (
        " to have" in spelled
        or " to ever" in spelled
        or (told_when and " to" in spelled)
        or (chunks[noun + 1].lower in ("that", "which", "who") and chunks[noun + 2].has("have", "ever"))
    )
    act = next((a for a in told(sentence, discourse) if a.verbal and noun < a.first <= noun + 5), None)
    subject = subject_of(sentence, found, at) or _of_the_copula(sentence, found, at, act)
    if not ever or act is None or subject is None or (" to have" not in spelled and _of_the_text(chunks, act.last + 1)):
        return None
    members = resolved(subject.members, sentence, found, subject.first, discourse)
    if members is None or not members.named:
        return None
    besides = _did_so_too(sentence, found, subject, act.what, discourse)
    if besides is None:
        return None
    members, left_out = replace(members, but=besides[1]), chunks_of_all(besides[0])
    stretch = replace(clause(sentence, at, act.last), head=act.last)
    inside = Stretch(noun + 1, stretch.last, act.last)
    counted = bounded(sentence, found, inside, members, act.what, times(sentence, inside, ordinal=False), left_out)
    return general_claim(sentence, replace(stretch, first=min(stretch.first, subject.first)), at, counted, "sole", ())


def _of_the_copula(sentence: Sentence, found: list[Phrase], at: int, act: Act | None) -> Phrase | None:
    """ "Chad and Togo are the only states to", "the only states to have vetoed it are Chad and Togo"."""
    chunks = sentence.chunks
    before = next((i for i in range(at - 1, max(at - 4, -1), -1) if chunks[i].has("be")), None)
    if before is not None:
        return subject_of(sentence, found, before)
    last = clause(sentence, at, act.last).last if act is not None else -1
    behind = next((i for i in range(act.last + 1, last + 1) if chunks[i].has("be")), None) if act is not None else None
    return phrase_from(chunks, found, behind + 1) if behind is not None else None


def _of_the_text(chunks: list[Chunk], at: int) -> bool:
    """ "To veto the text put to the vote on Friday": of one text, whenever that was."""
    if at >= len(chunks) or chunks[at].lower not in ("it", "the", "this", "that"):
        return False
    named = [c for c in chunks[at : at + 5] if c.has("text")]
    return chunks[at].lower == "it" or (bool(named) and not named[0].lower.endswith("s"))


def only_these(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "Only Russia and the United States have used the veto since 2020"."""
    chunks = sentence.chunks
    if chunks[at].lower != "only":
        return None
    phrase = next((p for p in found if p.first <= at + 2 and p.last > at and p.members.named), None)
    if phrase is not None and phrase.first == at + 2 and not chunks[at + 1].has("determiner", "adverb", "group"):
        return None  # "the only time Washington abstained"
    if phrase is not None:
        return _nobody_besides(sentence, found, at, phrase, discourse, phrase.last)
    counted = chunks[at + 1 : at + 3]
    if len(counted) > 1 and (counted[0].cardinal or 0) > 1 and counted[1].has("member_noun"):
        # "Only two states have vetoed it since 1990: Chad and Togo"
        colon = next((i for i in range(at + 3, len(chunks)) if chunks[i].text in ":–—"), len(chunks))
        listed = phrase_from(chunks, found, colon + 1)
        if listed is not None and len(listed.members.named) == counted[0].cardinal:
            return _nobody_besides(sentence, found, at, listed, discourse, at + 2)
    return None


def nobody_but(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "Nobody but Russia has ever vetoed a text on Ukraine", "except for China no one has vetoed one this year"."""
    chunks = sentence.chunks
    noun = next((i for i in range(at + 1, min(at + 4, len(chunks))) if chunks[i].has("member_noun")), at)
    behind = noun + 1 if not any(c.has("other") for c in chunks[at + 1 : noun + 1]) else at + 1
    excepting = behind < len(chunks) and (chunks[behind].has("exception") or chunks[behind].lower == "but")
    phrase = phrase_from(chunks, found, behind + 1) if excepting else None
    if phrase is not None and phrase.members.named:
        return _nobody_besides(sentence, found, at, phrase, discourse, phrase.last)
    if not chunks[at].has("nobody") or chunks[at].has("nobody_else"):
        return None
    apart = next((p for p in found if p.members.named and _set_aside(chunks, p)), None)
    return _nobody_besides(sentence, found, at, apart, discourse, at) if apart is not None else None


def _set_aside(chunks: list[Chunk], phrase: Phrase) -> bool:
    """ "Except for Chad", "besides Chad", "Chad aside"."""
    if any(c.lower in ("aside", "excepted") for c in chunks[phrase.last + 1 : phrase.last + 2]):
        return True
    before = phrase.first - 1
    while before >= 0 and chunks[before].has("determiner"):
        before -= 1
    two = f"{chunks[before - 1].lower} {chunks[before].lower}" if before > 0 else ""
    return before >= 0 and (chunks[before].has("exception") or chunks[before].lower in BESIDE or two in BESIDE)


def _nobody_besides(
    sentence: Sentence, found: list[Phrase], at: int, phrase: Phrase, discourse: Discourse, after: int
) -> Generalisation | None:
    """`after` is the chunk behind which the verb stands."""
    chunks = sentence.chunks
    act = next(
        (a for a in told(sentence, discourse) if a.verbal and not a.passive and after < a.first <= after + 4),
        None,
    )
    stretch = clause(sentence, at, act.last if act is not None else at)
    if act is None or not said_to_happen(sentence, act, after):
        return None
    if any(c.has("negation") for c in chunks[after + 1 : act.first]):
        return None  # "only Britain and France haven't used it": all others have
    if any(_beside_somebody(chunks, i) for i in range(act.last + 1, stretch.last + 1)):
        return None  # "nobody except China ever vetoed one with it"
    when = times(sentence, stretch, ordinal=False)
    ever = any(says(chunks, i, "ever") for i in range(after + 1, act.first + 1))
    if not ever and not any(
        d.role != "at" or d.form in ("span", "decade", "era", "unit") or (d.form == "calendar" and d.month is None)
        for d in when.period
    ):
        return None
    besides = _did_so_too(sentence, found, phrase, act.what, discourse)
    if besides is None:
        return None
    counted = bounded(
        sentence,
        found,
        replace(stretch, head=act.last),
        replace(united(phrase.members, _those_before(sentence, found, at, discourse)), but=besides[1]),
        act.what,
        when,
        chunks_of_all([phrase, *besides[0]]),
    )
    claim = general_claim(
        sentence,
        replace(stretch, first=min(stretch.first, at)),
        at,
        replace(counted, alone=alone_apart(chunks, phrase.last, stretch.last)),
        "sole",
    )
    return replace(claim, past_perfect=any(c.lower == "had" for c in chunks[after + 1 : act.first]))


def alone_apart(chunks: list[Chunk], at: int, last: int) -> bool:
    """Alone, by other words than the "only" or "sole" at chunk `at`."""
    return alone(chunks[at + 1 : last + 1])


AS_WELL = frozenset({"also", "too", "as well", "likewise", "ever also", "so far also"})


def _did_so_too(
    sentence: Sentence, found: list[Phrase], own: Phrase, what: str, discourse: Discourse
) -> tuple[list[Phrase], tuple[Named, ...]] | None:
    """Those of whom the words say that they did it as well: "besides Chad only Togo has", "only Togo has also"; None
    where they say that somebody did and not who.
    """
    chunks = sentence.chunks
    named = [p for p in found if p is not own and p.members.named and _set_aside(chunks, p)]
    if named:
        return named, tuple(one for p in named for one in p.members.named)
    also = any(c.lower in AS_WELL for c in chunks[own.first : own.last + 5])
    if not also and not any(c.has("only") and then.has("other") for c, then in pairwise(chunks)):
        return [], ()
    context = spoken_of(discourse, sentence, what)
    told_of = context.members if context is not None and context.members.named else discourse.vetoer
    if told_of is None or not told_of.named or told_of.named == own.members.named:
        return None
    return [], told_of.named


def chunks_of_all(phrases: list[Phrase]) -> frozenset[int]:
    return frozenset(i for p in phrases for i in range(p.first, p.last + 1))


def _those_before(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Members:
    """Whom "nobody else but China" leaves out as well: those spoken of just before."""
    if {"else", "other"}.isdisjoint(sentence.chunks[at].lower.split()):
        return Members()
    here = [p.members for p in found if p.last < at and p.members.named]
    told = here or [members for index, members in discourse.subjects if sentence.index - index == 1]
    return told[-1] if told else discourse.vetoer or Members()


def _beside_somebody(chunks: list[Chunk], at: int) -> bool:
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    beside = chunks[at].lower in ("with", "alongside", "beside", "together with", "along with")
    return beside and following is not None and (following.has("member") or following.lower in ("it", "them", "us"))
