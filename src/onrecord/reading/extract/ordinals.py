"""For the how-manieth time: "the third US veto since October", "for the sixth time", "its second, in 2004".

"First" is a generalisation: nothing of the kind before.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts, Count, Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import (
    CLAUSE_ENDS,
    Act,
    bound,
    doer,
    is_veto_noun,
    noun_asserted,
    owner,
    said_to_happen,
    says,
    single,
)
from onrecord.reading.extract.bounds import Stretch, Times, across, behind_copula, bounded, clause, tail, times
from onrecord.reading.extract.context import earlier_here, inherited, says_again, spoken_of, told
from onrecord.reading.extract.council import council_time
from onrecord.reading.extract.state import Discourse
from onrecord.reading.grammar import Phrase, Sentence, agent_after, negated, subject_of

FIRST = ("first", "1st")
ENDS = (",", ".", ")", "!", ";", ":", "—", "–", '"')
LEADS_ON = ("of", "on", "since", "in", "over", "by", "that", "this", "to", "for", "and", "from", "against", "under", "within", "during", "after")
Numbered = Count | Generalisation


def ordinal(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Numbered | None:
    """The claim that the ordinal at chunk `at` makes, if it numbers an act of voting."""
    chunks = sentence.chunks
    if at >= sentence.unreal_from or not noun_asserted(chunks, at):
        return None
    if chunks[at].lower == "for the first time":
        return _of_time(sentence, found, at, at, discourse)
    role, head = _head(chunks, at)
    match role:
        case "act":
            return _of_noun(sentence, found, at, head, discourse)
        case "times":
            return _of_time(sentence, found, at, head, discourse)
        case "text":
            return _of_text(sentence, found, at, head, discourse)
        case "ellipsis":
            return _elliptical(sentence, found, at, discourse)
    return None


def _head(chunks: list[Chunk], at: int) -> tuple[str, int]:
    """What the ordinal numbers, and in which chunk that stands."""
    for position in range(at + 1, min(at + 8, len(chunks))):
        chunk = chunks[position]
        if is_veto_noun(chunks, position) or chunk.lower in ("abstention", "no", "nay", "nyet") or _vote_against(chunks, position):
            following = chunks[position + 1] if position + 1 < len(chunks) else None
            if chunk.lower in ("veto", "double veto") and following is not None and following.has("text"):
                continue
            return "act", position
        if says(chunks, position, "occasion"):
            return "times", position
        if chunk.has("text") or chunk.lower in single("group_of_texts"):
            return "text", position
        if not (chunk.has("member", "prefix", "of_adjective", "veto_noun", "last_word") or chunk.number is not None or chunk.lower in single("between") or chunk.lower in ("'s", "-", "of", "gaza")):
            break
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if following is None or following.text in ENDS or following.lower in LEADS_ON or following.date is not None:
        return "ellipsis", at
    return "", at


def _vote_against(chunks: list[Chunk], at: int) -> bool:
    lower = chunks[at].lower
    return lower in ("vote against", "negative vote", "no vote", "no-vote") or (
        lower == "vote" and at + 1 < len(chunks) and (chunks[at + 1].lower == "against" or chunks[at - 1].lower in ("no", "negative"))
    )


def _what(chunks: list[Chunk], head: int) -> str:
    lower = chunks[head].lower
    return "abstain" if lower.startswith("abstention") else "veto" if lower.startswith("veto") else "no"


# --- what is numbered ------------------------------------------------------------------------


def _of_noun(sentence: Sentence, found: list[Phrase], at: int, head: int, discourse: Discourse) -> Numbered | None:
    """ "The third US veto since October", "cast its 45th veto", "the first veto in its history"."""
    chunks = sentence.chunks
    what = _what(chunks, head)
    holding = next((act for act in told(sentence, discourse) if act.first <= head <= act.last), Act(what, head, head, False))
    if not said_to_happen(sentence, holding):
        return None
    stretch = across(chunks, replace(clause(sentence, at, head), head=head))
    who = _whose(sentence, found, at, holding, discourse)
    when = times(sentence, stretch, ordinal=True)
    order = _order(chunks, at)
    if who is None:
        of_anybody = _of_anybody(sentence, found, stretch, what, when, order)
        subject = any(c.lower in ("on", "over", "about", "since", "in") or c.date is not None for c in chunks[head + 1 : stretch.last + 1])
        if of_anybody is not None or what != "veto" or not subject:
            return of_anybody
        who = Members(everyone=True), frozenset()
    members, excluded = who
    if not excluded and not holding.verbal and _in_a_story(sentence, at, head, when):
        return None
    counted = bounded(sentence, found, _noun_phrase(chunks, stretch), members, what, when, excluded, behind_copula(chunks, stretch))
    return _made(sentence, at, stretch, counted, when, order)


def _in_a_story(sentence: Sentence, at: int, head: int, when: Times) -> bool:
    """ "The first veto fell on Tuesday, the second on Friday": of those just told of, and not of all."""
    chunks = sentence.chunks
    told = when.period or when.since or any(says(chunks, i, "ever") for i in range(head, min(head + 8, len(chunks))))
    on_what = any(c.lower in ("on", "over", "about", "of", "against", "by") for c in chunks[head + 1 : head + 2])
    return not (told or on_what or _pronoun_before(sentence, at)) and chunks[max(at - 1, 0)].lower == "the"


def _noun_phrase(chunks: list[Chunk], stretch: Stretch) -> Stretch:
    """Without the predicate: "China's fifth veto since 1971 was about Macedonia" says of that veto what it was about."""
    for position in range(stretch.head + 1, stretch.last + 1):
        if chunks[position].has("be") or chunks[position].lower in ("came", "fell", "killed", "ended", "ends"):
            return replace(stretch, last=position - 1)
    return stretch


def _whose(sentence: Sentence, found: list[Phrase], at: int, act: Act, discourse: Discourse) -> tuple[Members, frozenset[int]] | None:
    """Whose numbered act: an owner before the noun, whoever casts it, "by" or "that … cast" behind it, else who was spoken of."""
    owned = owner(sentence, act.last)
    if owned is not None:
        members = bound(owned[0], sentence, found, owned[1], discourse)
        return (members, frozenset(range(owned[1], act.last))) if members is not None else None
    named = doer(sentence, found, replace(act, first=act.last, verbal=False), discourse) or (doer(sentence, found, act, discourse) if act.verbal else None)
    if named is not None and (named[0].named or named[0].groups):
        chunks = _chunks_of(found, named[0])
        return named[0], chunks
    if any(says(sentence.chunks, i, "ever") for i in range(act.last + 1, min(act.last + 6, len(sentence.chunks)))) and not _pronoun_before(sentence, at):
        return None
    context = spoken_of(discourse, sentence, act.what)
    here = _subject_here(sentence, found, at, discourse)
    if here is not None:
        return here
    if context is None and act.what == "veto" and _pronoun_before(sentence, at):
        return Members(everyone=True), frozenset()
    if context is None or not (context.members.named or context.members.groups):
        return None
    return context.members, frozenset()


def _subject_here(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> tuple[Members, frozenset[int]] | None:
    """Who does what the sentence told before an apposition: "Russia vetoed the text, the third veto since …"."""
    act = earlier_here(sentence, at, discourse)
    if act is None or not act.verbal:
        return None
    phrase = agent_after(sentence, found, act.last) if act.passive else subject_of(sentence, found, act.first)
    if phrase is None or not (phrase.members.named or phrase.members.groups):
        return None
    return phrase.members, frozenset(range(phrase.first, phrase.last + 1))


def _pronoun_before(sentence: Sentence, at: int) -> bool:
    return any(c.lower in ("it", "this", "that") for c in sentence.chunks[max(0, at - 4) : at])


def _chunks_of(found: list[Phrase], members: Members) -> frozenset[int]:
    return frozenset(i for p in found if p.members is members for i in range(p.first, p.last + 1))


def _of_anybody(sentence: Sentence, found: list[Phrase], stretch: Stretch, what: str, when: Times, order: int) -> Generalisation | None:
    """ "The first veto of all was the Soviet Union's": of anybody's, and who is said to have done it."""
    chunks = sentence.chunks
    if order != 1 or what != "veto":
        return None
    for position in range(stretch.head + 1, min(stretch.last + 6, len(chunks))):
        if chunks[position].has("be", "use") or chunks[position].lower in ("came", "fell", "cast"):
            for following in range(position + 1, min(position + 7, len(chunks))):
                entry = chunks[following].get("member")
                if entry is None:
                    continue
                named = next((p.members for p in found if p.first <= following <= p.last), None)
                owned = named or (owner(sentence, following + 1) or (None, 0))[0]
                if owned is None:
                    return None
                wide = Stretch(stretch.first, max(stretch.last, following), stretch.head)
                counted = replace(bounded(sentence, found, wide, owned, what, when), subject="")
                made = _made(sentence, stretch.head, wide, counted, times(sentence, _to_end(sentence, wide), ordinal=True), 1)
                return replace(made, of_all=True) if isinstance(made, Generalisation) else None
            return None
    return None


def _to_end(sentence: Sentence, stretch: Stretch) -> Stretch:
    last = stretch.last
    while last + 1 < len(sentence.chunks) and sentence.chunks[last + 1].text not in CLAUSE_ENDS and last - stretch.head < 16:
        last += 1
    return Stretch(stretch.first, last, stretch.head)


def _of_time(sentence: Sentence, found: list[Phrase], at: int, head: int, discourse: Discourse) -> Numbered | None:
    """ "For the sixth time since October the US vetoed …", "it was the fourth time that it voted against the force"."""
    chunks = sentence.chunks
    order = _order(chunks, at)
    stretch = clause(sentence, at, head)
    act = _numbered_act(sentence, stretch, head, discourse)
    if act is None:
        sided = _sided(sentence, found, at, stretch, order, discourse)
        if sided is not None:
            return sided
        of_body = council_time(sentence, at, head, order)
        if of_body is not None:
            return of_body
        return _time_alone(sentence, found, at, head, stretch, discourse)
    wide = Stretch(min(stretch.first, act.first), max(stretch.last, clause(sentence, act.last).last), head)
    who = doer(sentence, found, act, discourse)
    if who is None and act.passive and act.what == "veto":
        who = Members(everyone=True), act.first
    if who is None or not (who[0].named or who[0].groups or who[0].adjective or who[0].everyone):
        return None
    subject_last = next((p.last for p in found if p.members is who[0] and p.last < act.first), -1)
    if not said_to_happen(sentence, act, subject_last) or negated(sentence, act.first, subject_last):
        return None
    wide = Stretch(min(wide.first, who[1]), wide.last, wide.head)
    when = times(sentence, wide, ordinal=True)
    counted = bounded(sentence, found, wide, who[0], act.what, when, _chunks_of(found, who[0]))
    counted = replace(counted, noun=_noun_behind(chunks, act, wide))
    restated = not _pronoun_before(sentence, at) and not any(c.lower == "that" for c in chunks[head + 1 : act.first])
    return _made(sentence, at, wide, counted, when, order, restated=restated)


def _sided(sentence: Sentence, found: list[Phrase], at: int, stretch: Stretch, order: int, discourse: Discourse) -> Numbered | None:
    """ "China sided with Russia for the fifth time": the same way on one text."""
    chunks = sentence.chunks
    joined = next((i for i in range(stretch.first, at) if chunks[i].verb("join")), None)
    if joined is None:
        return None
    subject = subject_of(sentence, found, joined)
    partner = next((p for p in found if joined < p.first <= joined + 3 and p.members.named), None)
    if subject is None or partner is None:
        return None
    members = bound(subject.members, sentence, found, subject.first, discourse)
    context = spoken_of(discourse, sentence)
    if members is None or not members.named:
        return None
    when = times(sentence, stretch, ordinal=True)
    what = context.what if context is not None and context.what in ("no", "abstain") else "veto"
    counted = Acts(members, what, period=when.period, since=when.since, back=True, companions=partner.members, companions_chose="same")
    return _made(sentence, at, stretch, counted, when, order, restated=True)


def _noun_behind(chunks: list[Chunk], act: Act, stretch: Stretch) -> str:
    from onrecord.reading.extract.bounds import noun_of

    return noun_of(chunks[act.last : stretch.last + 1])


def _numbered_act(sentence: Sentence, stretch: Stretch, head: int, discourse: Discourse) -> Act | None:
    """The act that "the third time" numbers: the nearest verb behind it in its clause, else the last one before it."""
    mentioned = [act for act in told(sentence, discourse) if act.verbal]
    chunks = sentence.chunks
    for act in mentioned:
        if act.first > head and not any(_ends_clause(chunks, i) for i in range(head + 1, act.first)):
            return act
    before = [act for act in mentioned if stretch.first <= act.first < head]
    if before:
        return before[-1]
    if stretch.first and chunks[stretch.first - 1].text == ",":
        # "Russia vetoed the text, for the third time this year"
        wider = [act for act in mentioned if act.last < stretch.first]
        if wider and chunks[stretch.first].lower in ("for", "the", "and"):
            return wider[-1]
    return None


def _ends_clause(chunks: list[Chunk], at: int) -> bool:
    chunk = chunks[at]
    if chunk.text in CLAUSE_ENDS:
        return True
    return chunk.has("but") and chunk.lower in ("but", "while", "whereas", "although", "though", "because")


def _time_alone(sentence: Sentence, found: list[Phrase], at: int, head: int, stretch: Stretch, discourse: Discourse) -> Numbered | None:
    """ "It was the third time this year": the act is the one told before."""
    chunks = sentence.chunks
    again = says_again(chunks, head + 1, stretch.last)
    opening = chunks[stretch.first : at]
    refers = any(c.lower in ("it", "this", "that", "which", "yesterday", "marking") for c in opening) or (
        stretch.first > 0 and chunks[stretch.first - 1].text == "," and chunks[stretch.first].lower in ("the", "for", "marking")
    )
    if again < 0 and (not refers or any(c.has("verb") for c in chunks[head + 1 : stretch.last + 1])):
        return None
    context = spoken_of(discourse, sentence)
    here = earlier_here(sentence, at, discourse)
    if here is not None and here.verbal:
        who = doer(sentence, found, here, discourse)
        context = Acts(who[0], here.what) if who is not None else context
    if context is None or context.what not in ("veto", "no", "abstain", "yes", "not voting"):
        return None
    own_members: Members = Members()
    excluded: frozenset[int] = frozenset()
    if again >= 0:
        from onrecord.reading.extract.context import members_in

        named = members_in(sentence, found, stretch, again, discourse)
        if named is not None:
            own_members, excluded = named
    when = times(sentence, stretch, ordinal=True)
    own = bounded(sentence, found, replace(stretch, head=head), own_members, context.what, when, excluded)
    counted = inherited(own, replace(context, period=()), narrowed=False)
    if not (counted.members.named or counted.members.groups):
        return None
    return _made(sentence, at, stretch, counted, when, _order(chunks, at))


def _of_text(sentence: Sentence, found: list[Phrase], at: int, head: int, discourse: Discourse) -> Numbered | None:
    """ "The third Gaza text that Washington has vetoed", "a second resolution on Myanmar", "the fourth package of sanctions"."""
    chunks = sentence.chunks
    order = _order(chunks, at)
    stretch = replace(clause(sentence, at, head), head=head)
    for act in told(sentence, discourse):
        behind = head < act.first <= stretch.last
        if act.verbal and behind and (act.passive or any(c.has("relative", "member") for c in chunks[head + 1 : act.first]) or act.form in ("past", "participle")):
            who = doer(sentence, found, replace(act, passive=act.passive or chunks[act.first - 1].has("text")), discourse)
            if who is None or not (who[0].named or who[0].groups) or not said_to_happen(sentence, act):
                return None
            when = times(sentence, stretch, ordinal=True)
            counted = bounded(sentence, found, stretch, who[0], act.what, when, _chunks_of(found, who[0]))
            return _made(sentence, at, stretch, counted, when, order)
    return _of_body(sentence, found, at, head, stretch, order)


def _of_body(sentence: Sentence, found: list[Phrase], at: int, head: int, stretch: Stretch, order: int) -> Numbered | None:
    """Of the Council: its second resolution on a country, the fourth package of sanctions."""
    chunks = sentence.chunks
    if chunks[head].has("text") and chunks[head].get("text").value != "resolution":  # type: ignore[union-attr]
        return None
    body = any(c.has("council", "same_body") for c in chunks[stretch.first : stretch.last + 1])
    cited = any(c.has("cite") and i != head for i, c in enumerate(chunks[stretch.first : stretch.last + 1], start=stretch.first))
    adopted = any(c.verb("adopt", "pass") is not None for c in chunks[head + 1 : head + 12]) or any(c.date is not None for c in chunks[head + 1 : stretch.last + 1])
    copula = any(c.has("be") for c in chunks[max(stretch.first, at - 4) : at])
    if not (body or adopted or copula or (cited and chunks[head].lower in single("group_of_texts"))):
        return None
    behind = any(c.lower in ("on", "of", "about", "over", "against", "concerning", "for") for c in chunks[head + 1 : stretch.last + 1])
    if not behind and head == at + 1:
        return None
    when = times(sentence, stretch, ordinal=True)
    counted = bounded(sentence, found, stretch, Members(), "adopted", when)
    plain = [c for c in chunks[at + 1 : head] if c.is_word and not c.entries and c.text[:1].islower() and c.lower not in single("between")]
    if chunks[head].lower in single("group_of_texts") or plain:
        counted = replace(counted, noun="packages")
    return _made(sentence, at, stretch, replace(counted, outcome=""), when, order)


def _elliptical(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Numbered | None:
    """ "The Russian Federation's first, in May 1993", "was the fourth of the Gaza war", "was its twenty-second"."""
    chunks = sentence.chunks
    owned = owner(sentence, at)
    stretch = clause(sentence, at)
    predicate = any(c.has("be") for c in chunks[max(0, at - 5) : at])
    here = earlier_here(sentence, at, discourse)
    if owned is not None and owned[1] < at - 3:
        owned = None
    if owned is None and not predicate and here is None:
        return None
    if owned is None and not predicate and not (chunks[at - 1].lower in ("the", "a", "an") and at + 1 < len(chunks) and chunks[at + 1].lower in ("of", "since", "that", "in", "this")):
        return None
    context = spoken_of(discourse, sentence)
    if here is not None:
        who = doer(sentence, found, here, discourse)
        members = who[0] if who is not None and (who[0].named or who[0].groups) else (context.members if context is not None else Members())
        context = Acts(members, here.what)
    if context is None or context.what not in ("veto", "no", "abstain"):
        return None
    members = Members()
    excluded: frozenset[int] = frozenset()
    if owned is not None:
        got = bound(owned[0], sentence, found, owned[1], discourse)
        if got is None:
            return None
        members, excluded = got, frozenset(range(owned[1], at))
    else:
        for phrase in found:
            if at < phrase.first <= at + 2 and chunks[at + 1].lower in ("that", "which"):
                members, excluded = phrase.members, frozenset(range(phrase.first, phrase.last + 1))
    when = times(sentence, stretch, ordinal=True)
    if not when.at and at + 2 < len(chunks) and chunks[at + 1].text == ",":
        when = replace(when, at=tuple(c.date for c in chunks[at + 1 : at + 5] if c.date is not None))
        ends = max((i for i in range(at + 1, min(at + 5, len(chunks))) if chunks[i].date is not None), default=stretch.last)
        stretch = Stretch(stretch.first, max(stretch.last, ends), stretch.head)
    own = bounded(sentence, found, stretch, members, context.what, when, excluded, behind_copula(chunks, stretch))
    counted = inherited(own, replace(context, period=()), narrowed=False)
    if owned is not None and not predicate and not own.subject and discourse.counted is not None:
        counted = replace(counted, subject=discourse.counted.subject)
    if not (counted.members.named or counted.members.groups):
        return None
    return _made(sentence, at, stretch, counted, when, _order(chunks, at))


# --- the claim -------------------------------------------------------------------------------


def _order(chunks: list[Chunk], at: int) -> int:
    number = chunks[at].number
    return int(number.value) if number is not None else 1


def _made(sentence: Sentence, at: int, stretch: Stretch, counted: Acts, when: Times, order: int, restated: bool = False) -> Numbered:
    chunks = sentence.chunks
    start, end = chunks[stretch.first].start, chunks[tail(chunks, stretch.last)].end
    speaker = sentence.speaker_at(chunks[at].start)
    if order == 1:
        until = tuple(replace(d, role="at") for d in counted.period if d.role == "until")
        if until and any(c.has("negation") for c in chunks[stretch.first : at]):
            # "Did not cast its first veto until 1970"
            when, counted = replace(when, at=until), replace(counted, period=tuple(d for d in counted.period if d.role != "until"))
        return Generalisation(start, end, sentence.index, speaker, acts=counted, form="first", at=when.at, restated=restated)
    return Count(start, end, sentence.index, speaker, acts=counted, ordinal=order, at=when.at, restated=restated)
