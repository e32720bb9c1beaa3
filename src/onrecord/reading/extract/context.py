"""What a count or a generalisation takes over from the words before: the acts last spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import OF_MEMBERS, Acts, Count, Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import Act, able, acts, among, is_veto_noun, says
from onrecord.reading.extract.bounds import bounded
from onrecord.reading.extract.counted_from import SENTENCES_BACK, last_day, years_named
from onrecord.reading.extract.counted_times import times
from onrecord.reading.extract.doers import doer, object_of_with, owner, resolved
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch
from onrecord.reading.grammar import subject_of
from onrecord.reading.parsed import Phrase, Sentence

_ON_SUBJECT = re.compile(
    r"\b(?:on|over|about|concerning|against|to protect|to shield) "
    r"(?!and\b|or\b|one\b|its\b|their\b|that\b|the same\b|it\b|them\b)\w"
    r"|\b(?:that|this|it|so) to (?:an?|any) \w"  # "has never done that to a Cyprus text"
)
OTHER_CHOICES = ("abstain", "yes", "not voting")
VETO_BACK = 6


BODY_BACK = 3
"""Sentences since the Council or the Assembly was named in which a veto is one of the United Nations'."""


def spoken_of(discourse: Discourse, sentence: Sentence, what: str = "") -> Acts | None:
    """The acts that "them", "it did so" or a bare number mean: those last counted, else how somebody last voted.

    `what` says which acts alone will do.
    """
    found = _spoken_of(discourse, sentence)
    if found is not None and (not what or found.what == what):
        return found
    if what == "veto" and discourse.vetoer is not None and sentence.index - discourse.vetoed_in <= VETO_BACK:
        return Acts(discourse.vetoer, "veto")
    return None


def vetoes_counted(discourse: Discourse, sentence: Sentence) -> Acts | None:
    """The vetoes counted last, for words that say enough by themselves: "on the library's list it's 87"."""
    counted = discourse.counted
    near = counted is not None and sentence.index - discourse.counted_in <= VETO_BACK
    return counted if near and counted is not None and counted.what == "veto" else None


def joined_in(discourse: Discourse, sentence: Sentence, members: Members | None = None) -> Acts | None:
    """The acts spoken of that a member can have joined in: vetoes cast for texts vetoed, no text's adoption."""
    context = spoken_of(discourse, sentence)
    if context is not None and members is not None and among(members, context.members) and able(members, "veto"):
        # "Russia vetoed it, China abstaining. China has joined it six times": in its vetoes
        context = spoken_of(discourse, sentence, "veto") or context
    if context is not None and context.what == "vetoed":
        return replace(context, what="veto")
    return context if context is not None and context.what in OF_MEMBERS else None


def _spoken_of(discourse: Discourse, sentence: Sentence) -> Acts | None:
    counted = discourse.counted
    if (
        counted is not None
        and discourse.subjects
        and discourse.counted_in < discourse.subjects[-1][0] == sentence.index - 1
        and discourse.fragment
    ):
        counted = replace(counted, members=discourse.subjects[-1][1])
    if counted is not None and sentence.index - discourse.counted_in <= SENTENCES_BACK:
        return counted
    if (
        discourse.last_choice in OF_MEMBERS
        and discourse.subjects
        and sentence.index - discourse.subjects[-1][0] <= SENTENCES_BACK + 1
    ):
        just_vetoed = sentence.index - discourse.vetoed_in <= SENTENCES_BACK + 1
        beside = discourse.last_choice == "abstain" and discourse.vetoed_in == discourse.last_in
        if (discourse.last_choice == "yes" or beside) and discourse.vetoer is not None and just_vetoed:
            # "The US vetoed it; the others were for it, or abstained. It was not the first time": of the veto
            return Acts(discourse.vetoer, "veto")
        if discourse.last_choice != "veto" and discourse.last_in < discourse.veto_named_in < sentence.index:
            return None  # "… Panama abstained. In 1982 the veto was in season. There were two in June": of vetoes
        return Acts(discourse.subjects[-1][1], discourse.last_choice)
    return None


def told(sentence: Sentence, discourse: Discourse) -> list[Act]:
    """The acts that a sentence mentions, with what "used it" means by the words before."""
    found: list[Act] = []
    for act in acts(sentence):
        if act.what == "it":
            far = sentence.index - discourse.veto_named_in > 1 or sentence.index - discourse.body_in > BODY_BACK
            if act.passive and far:
                continue  # "It was first used by China": whatever else the sentence before told of
            before = found[-1].what if found else None
            context = spoken_of(discourse, sentence)
            what = before or (context.what if context is not None else None)
            if what == "no" or what in OTHER_CHOICES:
                # "Three abstained. It has used it thirty times": nobody uses an abstention
                named = discourse.veto_named_in >= 0 or spoken_of(discourse, sentence, "veto") is not None
                what = "veto" if named else "no" if what == "no" else None
            if what in OF_MEMBERS:
                found.append(replace(act, what=what))
        else:
            found.append(act)
    return found


def earlier_here(sentence: Sentence, at: int, discourse: Discourse) -> Act | None:
    """The act that the same sentence names before chunk `at`."""
    before = [act for act in told(sentence, discourse) if act.last < at]
    return before[-1] if before else None


def inherited(own: Acts, context: Acts, narrowed: bool) -> Acts:
    """`own` with what it leaves open taken over; a part ("three of them") keeps the time and subject of the whole."""
    told_from = context.told_from
    if context.period and not (context.period[-1].from_context or context.period[-1].from_elsewhere):
        told_from = context.period[-1]
    taken = replace(
        own, told_from=told_from, back=not (narrowed or context.subject or own.period or own.tenure or own.since)
    )
    if not (own.members.named or own.members.groups):
        taken = replace(taken, members=context.members, tenure=own.tenure or context.tenure)
        if own.tenure is None and own.term is None:
            taken = replace(taken, term=context.term)  # "three in his first term, two of them on Gaza"
    if any(d.form == "span" and d.from_context for d in own.period):
        context = replace(context, period=(), since="")  # "in the 24 years before that": before it, and not in it
    if narrowed and own.tenure is not None:
        context = replace(context, period=(), since="")  # "the Biden team cast four": in its own time
    if narrowed:
        taken = replace(
            taken,
            period=(*context.period, *(d for d in own.period if d not in context.period)),
            outcome=own.outcome or context.outcome,
            subject=_narrowed(context, own),
            since=own.since or context.since,
            noun=own.noun or context.noun,
            alone=own.alone or context.alone,
            together=own.together or context.together,
            companions=own.companions or context.companions,
            companions_chose=own.companions_chose or context.companions_chose,
        )
    return taken


def on_the_same(own: Acts, sentence: Sentence, discourse: Discourse) -> bool:
    """ "It has used it 30 times to shield Israel. Friday's was the 31st": without a matter of its own, right behind
    acts counted on one.
    """
    counted = discourse.counted
    just = counted is not None and bool(counted.subject) and sentence.index - discourse.counted_in <= 1
    return just and NAMES_NO_MATTER.issuperset(own.subject.lower().split())


NAMES_NO_MATTER = frozenset({"the", "its", "their", "this", "that", "it", "'s", "was", "is", "time"})


def says_of_them(chunks: list[Chunk], at: int) -> bool:
    """Whether "of them", "of those" follows: "the last of them in November"."""
    return [c.lower for c in chunks[at + 1 : at + 3]] in (["of", "them"], ["of", "these"], ["of", "those"])


def on_a_matter(words: str) -> bool:
    """Whether words that tell what is counted say on what: "three of them on Syria"."""
    return _ON_SUBJECT.search(words) is not None


def _narrowed(context: Acts, own: Acts) -> str:
    """The subject of the whole, and the part's own where it says one ("three of them on Syria")."""
    return f"{context.subject} {own.subject}" if on_a_matter(own.subject) else context.subject


def members_in(
    sentence: Sentence, found: list[Phrase], stretch: Stretch, at: int, discourse: Discourse
) -> tuple[Members, frozenset[int]] | None:
    """Whom an elliptical clause names as doing it: its subject, else an owner at its beginning."""
    subject = subject_of(sentence, found, at)
    if subject is not None and subject.first >= stretch.first and not object_of_with(sentence, subject):
        members = resolved(subject.members, sentence, found, subject.first, discourse)
        if members is not None and (members.named or members.groups):
            return members, frozenset(range(subject.first, subject.last + 1))
    owned = owner(sentence, at)
    if owned is not None and owned[1] >= stretch.first and owned[0].named:
        return owned[0], frozenset((owned[1],))
    return None


def says_again(chunks: list[Chunk], first: int, last: int) -> int:
    """Where "do so" or its like stands for the act spoken of; -1 where nothing does."""
    for at in range(max(first, 0), min(last + 1, len(chunks))):
        if says(chunks, at, "again"):
            return at
    return -1


def note_claim(claim: Count | Generalisation, sentence: Sentence, discourse: Discourse) -> None:
    """What is counted is spoken of from here on; a part of it ("three of them") leaves the whole in mind."""
    if isinstance(claim, Generalisation) and claim.form == "never":
        discourse.denied = claim
    if isinstance(claim, Generalisation) and claim.form == "first":
        discourse.first_in = sentence.index
    if not (isinstance(claim, Count) and claim.of_those):
        against = isinstance(claim, Generalisation) and claim.form.endswith("_than")
        # "Less often than the United States": whom it is held against did not vote with it.
        counted = replace(claim.acts, companions=None, companions_chose="") if against else claim.acts
        discourse.counted, discourse.counted_in = counted, sentence.index
        discourse.counted_number = None
        if isinstance(claim, Count):
            # "It was the 18th. Ten of the 18 were cast with China"
            discourse.counted_number = claim.quantity.value if claim.quantity is not None else claim.ordinal
    else:
        discourse.counted_in = sentence.index


def _note_possessor(sentence: Sentence, discourse: Discourse) -> None:
    """ "China's explanation was …": in a sentence without another subject its possessor is who "it" means next."""
    named = bool(discourse.subjects) and discourse.subjects[-1][0] == sentence.index
    if named or len(sentence.chunks) < 3:
        return
    owned = owner(sentence, 2) if sentence.chunks[1].lower == "'s" else None
    if owned is not None and owned[0].named:
        discourse.subjects.append((sentence.index, owned[0]))


def _note_question(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> None:
    """ "How many times has Russia vetoed on Syria?", "And China?": what the answer counts."""
    chunks = sentence.chunks
    act = next((a for a in acts(sentence) if a.what in OF_MEMBERS), None)
    counted = discourse.counted
    if act is None and any(a.what == "it" for a in acts(sentence)) and counted is not None and counted.what == "veto":
        # "Who uses it?": what the text spoke of a while before
        if sentence.index - discourse.counted_in <= VETO_BACK:
            discourse.counted, discourse.counted_in = Acts(Members(), "veto"), sentence.index
        return
    if act is None:
        asked = next((p.members for p in found if p.members.named or p.members.groups), None)
        if asked is not None and len(chunks) <= SHORT and discourse.counted is not None:
            discourse.counted = replace(discourse.counted, members=asked)
            discourse.counted_in = sentence.index
        return
    who = doer(sentence, found, act, discourse) or next(
        ((p.members, p.first) for p in found if p.first < act.first and able(p.members, act.what)), None
    )
    if who is None or not (who[0].named or who[0].groups):
        if act.what == "veto" and discourse.counted is None:
            # "Who vetoed in 1997?"
            period = times(sentence, Stretch(0, len(chunks) - 1, act.last), ordinal=False).period
            discourse.counted, discourse.counted_in = Acts(Members(), "veto", period=period), sentence.index
        elif act.what == "veto" and len(chunks) <= SHORT and discourse.counted is not None:
            # "… 44 resolutions in 2025. Vetoes? Four."
            discourse.counted = Acts(Members(), "vetoed", period=discourse.counted.period)
            discourse.counted_in = discourse.asked_count = sentence.index
        return
    whole = Stretch(0, len(chunks) - 1, act.last)
    excluded = frozenset(i for p in found if p.members == who[0] for i in range(p.first, p.last + 1))
    when = times(sentence, whole, ordinal=False)
    discourse.counted = replace(bounded(sentence, found, whole, who[0], act.what, when, excluded), noun="")
    discourse.counted_in = sentence.index
    discourse.asked_count = sentence.index


SHORT = 5


def note(
    sentence: Sentence, found: list[Phrase], claims: Sequence[Count | Generalisation], discourse: Discourse
) -> None:
    """Remember what the sentence counted, or whose vetoes it spoke of, for the sentences behind it."""
    _note_possessor(sentence, discourse)
    if (day := last_day(sentence.dates)) is not None:
        discourse.dated = sentence.index, day
    months = [c.date for c in sentence.dates if c.date is not None and c.date.form == "calendar" and c.date.month]
    if months and months[-1].year is not None and months[-1].role == "at":
        # "In October 2004 and twice in 2006": the later of the two
        years = (
            c.date for c in sentence.dates if c.date is not None and c.date.form == "calendar" and not c.date.month
        )
        later = [d for d in years if d.role == "at" and d.start > months[-1].start and (d.year or 0) > months[-1].year]
        discourse.told_of = sentence.index, (later or months)[-1]
    if sentence.dates or sentence.numbered:
        discourse.years.extend((sentence.index, year) for year in years_named(sentence.chunks))
    discourse.fragment = sentence.kinds.isdisjoint(("verb", "be", "have", "do"))
    if any(a.what == "veto" for a in acts(sentence)):
        discourse.veto_named_in = sentence.index
    if claims:
        for claim in claims:
            note_claim(claim, sentence, discourse)
        return
    if sentence.question:
        _note_question(sentence, found, discourse)
    told_of_veto = "veto_noun" in sentence.kinds or (
        discourse.vetoed_in != sentence.index and any(a.what == "veto" for a in acts(sentence))
    )
    if discourse.counted is None and told_of_veto:
        discourse.counted, discourse.counted_in = Acts(Members(), "veto"), sentence.index
    if sentence.question:
        return
    for act in reversed(acts(sentence)):
        if act.verbal:
            continue
        named = doer(sentence, found, act, discourse)
        owned = owner(sentence, act.first) or named
        plural = sentence.chunks[act.first].lower.endswith("s")
        if owned is not None and owned[0].named and (plural or discourse.counted is None):
            discourse.counted, discourse.counted_in = Acts(owned[0], act.what), sentence.index
            return
        if (
            owned is None
            and act.what == "veto"
            and (discourse.counted is None or (plural and discourse.counted.what != "veto"))
        ):
            discourse.counted, discourse.counted_in = Acts(Members(), "veto"), sentence.index
            return


def of_which(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Acts | None:
    """ "Of America's eighty-odd vetoes, 46 were about Israel": the whole is told in front."""
    chunks = sentence.chunks
    first = at - 1
    while first > 0 and chunks[first - 1].text not in (".", ";", ":", "—"):
        first -= 1
    head = next((i for i in range(first, at) if is_veto_noun(chunks, i)), None)
    if chunks[first].lower != "of" or head is None:
        return None
    owned = owner(sentence, head)
    members = resolved(owned[0], sentence, found, owned[1], discourse, "veto") if owned is not None else None
    if members is None or owned is None or not members.named:
        return None
    whole = Stretch(first, at - 1, head)
    return bounded(
        sentence, found, whole, members, "veto", times(sentence, whole, ordinal=False), frozenset(range(owned[1], head))
    )
