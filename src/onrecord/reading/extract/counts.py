"""How often: "has used its veto 32 times", "vetoed more than 45 drafts", "seven of those were cast alone", "twice"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts, Count, Generalisation
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.extract.acts import (
    Act,
    doer,
    is_text,
    is_veto_noun,
    noun_asserted,
    owner,
    resolved,
    said_to_happen,
    says,
    single,
    spoken,
)
from onrecord.reading.extract.bounds import Stretch, bounded, clause, is_year, noun_of, tail, times
from onrecord.reading.extract.context import inherited, members_in, note_claim, of_which, says_again, spoken_of, told
from onrecord.reading.extract.council import council_count
from onrecord.reading.extract.ordinals import ordinal
from onrecord.reading.extract.state import Discourse
from onrecord.reading.grammar import Phrase, Sentence, negated, subject_of
from onrecord.reading.numbers import NumberMention

ADVERBS = {"once": 1, "twice": 2, "thrice": 3}
FEW = 2
"""Fewer texts than this are a position ("vetoed one text"), not a count."""


def counts(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Count | Generalisation]:
    """Every count and ordinal of the sentence; "first" makes a generalisation (nothing of the kind before)."""
    if sentence.question or sentence.withdrawn:
        return []
    claims: list[Count | Generalisation] = []
    for at, chunk in enumerate(sentence.chunks):
        if at >= sentence.unreal_from:
            break
        claim: Count | Generalisation | None = None
        number = chunk.number
        if number is not None and number.ordinal:
            claim = ordinal(sentence, found, at, discourse)
        elif number is not None and number.integer is not None and number.unit in (None, "times") and chunk.date is None:
            claim = _cardinal(sentence, found, at, discourse, number)
        elif chunk.lower == "for the first time":
            claim = ordinal(sentence, found, at, discourse)
        elif chunk.lower in ADVERBS:
            value = ADVERBS[chunk.lower]
            quantity = NumberMention(chunk.start - sentence.start, chunk.end - sentence.start, float(value), 1.0, in_words=True)
            claim = _times(sentence, found, at, at, discourse, quantity)
        if claim is not None and not any(c.start < claim.end and claim.start < c.end and _same_kind(c, claim) for c in claims):
            claims.append(claim)
            note_claim(claim, sentence, discourse)
    return claims


def _same_kind(one: Count | Generalisation, other: Count | Generalisation) -> bool:
    return not (isinstance(one, Count) and isinstance(other, Count) and one.ordinal != other.ordinal)


def _cardinal(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse, quantity: NumberMention) -> Count | None:
    chunks = sentence.chunks
    if at + 2 < len(chunks) and chunks[at + 1].text == "-" and chunks[at + 1].start == chunks[at].end == chunks[at + 2].start - 1:
        return None  # "a thirty-day extension"
    if is_year(chunks[at]):
        return None
    if quantity.unit == "times":
        return _times(sentence, found, at, at, discourse, quantity)
    if at >= 2 and chunks[at - 1].lower in ("number", "no", "no.", "#", "nr") and is_veto_noun(chunks, at - 2):
        return _numbered_so(sentence, found, at, discourse, quantity)
    role, head = _counted_noun(chunks, at)
    if role == "nothing" and (claim := _sum_told(sentence, found, at, discourse, quantity)) is not None:
        return claim
    if role == "nothing" and (claim := _of_each_kind(sentence, at, discourse, quantity)) is not None:
        return claim
    match role:
        case "times":
            return _times(sentence, found, at, head, discourse, quantity)
        case "act":
            return _of_noun(sentence, found, at, head, discourse, quantity)
        case "texts":
            return _of_texts(sentence, found, at, head, discourse, quantity) or council_count(sentence, at, head, quantity)
        case "votes":
            return council_count(sentence, at, head, quantity)
        case "them" | "nothing":
            return _elliptical(sentence, found, at, head, discourse, quantity)
    return None


def _counted_noun(chunks: list[Chunk], at: int) -> tuple[str, int]:
    """What the number counts: times, vetoes, texts, votes, "of them", or nothing that is said."""
    for position in range(at + 1, min(at + 8, len(chunks))):
        chunk = chunks[position]
        if says(chunks, position, "of_them"):
            following = position + says(chunks, position, "of_them")
            if following - 1 < len(chunks) and is_veto_noun(chunks, following - 1):
                return "them", following - 1
            if following < len(chunks) and is_veto_noun(chunks, following):
                return "them", following
            return "them", following - 1
        if says(chunks, position, "occasion"):
            return "times", position
        if is_veto_noun(chunks, position) or chunk.lower in ("abstentions", "noes", "nays", "no votes", "negative votes"):
            following_chunk = chunks[position + 1] if position + 1 < len(chunks) else None
            if chunk.lower == "veto" and following_chunk is not None and following_chunk.has("text"):
                continue
            return "act", position
        if chunk.lower == "votes" and position + 1 < len(chunks) and chunks[position + 1].lower == "against":
            return "act", position
        if chunk.lower == "votes":
            return "votes", position
        if is_text(chunk):
            following_chunk = chunks[position + 1] if position + 1 < len(chunks) else None
            if following_chunk is not None and following_chunk.has("text"):
                continue
            return "texts", position
        if chunk.date is not None or not (
            chunk.has("member", "of_adjective", "veto_noun", "determiner", "group") or chunk.lower in single("between") or chunk.lower in ("'s", "-", "of", "us")
            or (chunk.is_word and not chunk.entries and position - at <= 3)
        ):
            break
    return "nothing", at


def _numbered_so(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse, quantity: NumberMention) -> Count | None:
    """ "Veto number six", "US veto no. 6 on Gaza"."""
    stretch = replace(clause(sentence, at), head=at - 2)
    who = doer(sentence, found, Act("veto", at - 2, at - 2, False), discourse)
    context = spoken_of(discourse, sentence, "veto")
    members = who[0] if who is not None else context.members if context is not None else None
    if members is None or not members.named or quantity.value < FEW:
        return None
    excluded = frozenset((who[1],)) if who is not None else frozenset()
    counted = bounded(sentence, found, stretch, members, "veto", times(sentence, stretch, ordinal=True), excluded)
    return replace(_made(sentence, at, stretch, counted, quantity), quantity=None, ordinal=int(quantity.value))


SUMS = ("number", "tally", "count", "total", "score", "record", "sum")


def _sum_told(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse, quantity: NumberMention) -> Count | None:
    """ "The number of Russian vetoes on Syria now stands at 17", "Russia's tally of vetoes: 17"."""
    chunks = sentence.chunks
    first = at
    while first > 0 and chunks[first - 1].text not in (".", ";", ","):
        first -= 1
    head = next((i for i in range(at - 1, first, -1) if is_veto_noun(chunks, i)), None)
    linked = any(c.has("be") or c.text == ":" or c.lower in ("stands", "stood", "rose", "rises", "reached", "reaches", "comes", "came", "at") for c in chunks[max(first, at - 4) : at])
    if head is None or not linked or not any(c.lower in SUMS for c in chunks[first:at]):
        return None
    owned = owner(sentence, head) or owner(sentence, next(i for i in range(first, at) if chunks[i].lower in SUMS))
    members = resolved(owned[0], sentence, found, owned[1], discourse) if owned is not None else None
    if members is None or owned is None or not members.named:
        return None
    whole = Stretch(first, clause(sentence, at).last, head)
    counted = bounded(sentence, found, whole, members, "veto", times(sentence, whole, ordinal=False), frozenset((owned[1],)))
    return _made(sentence, at, whole, counted, quantity)


def _of_each_kind(sentence: Sentence, at: int, discourse: Discourse, quantity: NumberMention) -> Count | None:
    """ "Two it vetoed, on two it abstained": how the texts spoken of divide."""
    chunks = sentence.chunks
    if at + 2 >= len(chunks) or not chunks[at + 1].has("pronoun_member"):
        return None
    act = next((a for a in told(sentence, discourse) if a.verbal and a.first == at + 2), None)
    context = spoken_of(discourse, sentence)
    if act is None or context is None:
        return None
    stretch = clause(sentence, at, act.last)
    return _made(sentence, at, stretch, replace(context, what=act.what, back=True), quantity)


# --- times -----------------------------------------------------------------------------------


def _times(sentence: Sentence, found: list[Phrase], at: int, head: int, discourse: Discourse, quantity: NumberMention) -> Count | None:
    """ "Vetoed a text six times", "Ninety-five times the United States has cast its veto", "has done so 28 times"."""
    chunks = sentence.chunks
    stretch = clause(sentence, at, head)
    adverb = quantity.value <= 3 and chunks[at].lower in ADVERBS
    again = says_again(chunks, stretch.first, stretch.last)
    act = _act_counted(sentence, stretch, at, head, adverb, discourse)
    if act is None and again >= 0 and abs(again - at) <= 5:
        return _again(sentence, found, at, again, stretch, discourse, quantity)
    if act is None:
        joined = next((i for i in range(stretch.first, at) if chunks[i].verb("join")), None)
        if joined is not None:
            return _joined(sentence, found, at, joined, stretch, discourse, quantity)
        return None if adverb and quantity.value == 1 else council_count(sentence, at, head, quantity)
    if adverb and quantity.value == 1 and not _once_counts(chunks, at):
        return None
    who = doer(sentence, found, act, discourse)
    if who is None and act.passive and act.what == "veto":
        who = Members(everyone=True), act.first
    if who is None or not (who[0].named or who[0].groups or who[0].adjective or who[0].everyone):
        return None
    return _count(sentence, found, stretch, act, who, at, head, quantity)


def _act_counted(sentence: Sentence, stretch: Stretch, at: int, head: int, adverb: bool, discourse: Discourse) -> Act | None:
    """The verb that the times belong to: the last before them in the clause, else the next behind."""
    mentioned = told(sentence, discourse)
    floor = stretch.first if not adverb else max(stretch.first, at - 10)
    before = [a for a in mentioned if floor <= a.first and a.last < at and a.verbal]
    if before:
        return before[-1]
    behind = [a for a in mentioned if head < a.first <= stretch.last + 1 and a.verbal]
    if behind and (not adverb or behind[0].first - at <= (7 if at == stretch.first else 3)):
        return behind[0]
    with_veto = [a for a in mentioned if stretch.first <= a.first <= stretch.last and not a.verbal and _by_means(sentence.chunks, a.first)]
    if with_veto:
        return with_veto[0]
    chunks = sentence.chunks
    bare = not any(c.has("verb", "be", "have") for c in chunks[stretch.first : stretch.last + 1])
    if bare and stretch.first and chunks[stretch.first - 1].text in (":", ",", "—", "–", ";"):
        # "China has used its veto sparingly: only five times since 1945"
        earlier = [a for a in mentioned if a.last < stretch.first and a.verbal]
        return earlier[-1] if earlier else None
    return None


def _by_means(chunks: list[Chunk], at: int) -> bool:
    """ "Shielded Assad with its veto": the veto is the means of what the verb says."""
    before = [c.lower for c in chunks[max(0, at - 3) : at]]
    return bool({"with", "by", "through", "using"} & set(before)) and bool({"its", "their", "the", "a"} & set(before))


def _once_counts(chunks: list[Chunk], at: int) -> bool:
    """Whether "once" says how often: "used it exactly once", not "once the text was vetoed" or "once more"."""
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if following is not None and (following.lower in ("more", "again", "upon") or following.has("member", "pronoun_member", "determiner")):
        return False
    return at > 0 and chunks[at - 1].lower in ("only", "just", "exactly", "precisely", "but") or (
        following is not None and (following.date is not None or (following.lower in ("in", "since", "during", "between", "under", "over") and at + 2 < len(chunks)))
    )


def _count(
    sentence: Sentence, found: list[Phrase], stretch: Stretch, act: Act, who: tuple[Members, int], at: int, head: int, quantity: NumberMention
) -> Count | None:
    chunks = sentence.chunks
    subject = next((p for p in found if p.members is who[0]), None)
    subject_last = subject.last if subject is not None and subject.last < act.first else -1
    if not said_to_happen(sentence, act, subject_last) or (act.verbal and negated(sentence, act.first, subject_last)):
        return None
    wide = Stretch(min(stretch.first, who[1], act.first), max(stretch.last, head), act.last if act.verbal else head)
    excluded = frozenset(range(subject.first, subject.last + 1)) if subject is not None else frozenset((who[1],))
    counted = bounded(sentence, found, wide, who[0], act.what, times(sentence, wide, ordinal=False), excluded)
    counted = replace(counted, noun=noun_of(chunks[min(at, act.first) : wide.last + 1]))
    auxiliaries = chunks[subject_last + 1 : act.first]
    if act.form == "gerund" or (act.first and chunks[act.first - 1].lower in ("having", "after having")):
        counted = replace(counted, back=not counted.period)
    counted = replace(counted, narrated=not counted.back and _narrated(auxiliaries, act, counted), untimed=_untimed(auxiliaries, chunks[wide.first : wide.last + 1], counted))
    return Count(
        chunks[wide.first].start, chunks[tail(chunks, wide.last)].end, sentence.index, sentence.speaker_at(chunks[at].start), acts=counted, quantity=quantity
    )


def _narrated(auxiliaries: list[Chunk], act: Act, counted: Acts) -> bool:
    """Whether texts are told of as on one occasion: neither "has vetoed" nor a time says over how long to count."""
    if counted.period or counted.since or counted.tenure is not None or act.what not in ("veto", "no", "abstain"):
        return False
    if not counted.noun and act.what == "veto":
        return False
    return not any(c.has("have", "ever") for c in auxiliaries[-4:])


def _untimed(auxiliaries: list[Chunk], words: list[Chunk], counted: Acts) -> bool:
    """Whether the past is told without saying when, so that the whole record need not be meant: "it cast four vetoes"."""
    if counted.period or counted.since or counted.tenure is not None or counted.what != "veto" or spoken(words, "ever"):
        return False
    return not any(c.has("have", "ever") for c in auxiliaries[-4:])


def _again(
    sentence: Sentence, found: list[Phrase], at: int, again: int, stretch: Stretch, discourse: Discourse, quantity: NumberMention
) -> Count | None:
    """ "The United States has done so 28 times since 1990"."""
    context = spoken_of(discourse, sentence)
    here = [a for a in told(sentence, discourse) if a.last < again and a.verbal]
    if here:
        who = doer(sentence, found, here[-1], discourse)
        context = Acts(who[0] if who is not None else Members(), here[-1].what)
    if context is None:
        return None
    chunks = sentence.chunks
    joined = next((i for i in range(again) if chunks[i].verb("join")), None)
    if joined is not None and not here:
        return _joined(sentence, found, at, joined, stretch, discourse, quantity)
    named = members_in(sentence, found, stretch, again, discourse)
    if named is None and not (context.members.named or context.members.groups):
        return None
    members, excluded = named if named is not None else (Members(), frozenset())
    own = bounded(sentence, found, replace(stretch, head=at), members, context.what, times(sentence, stretch, ordinal=False), excluded)
    return _made(sentence, at, stretch, inherited(own, _without_time(context) if own.period or own.since else replace(context, tenure=None), narrowed=True), quantity)


def _without_time(context: Acts) -> Acts:
    return replace(context, period=(), since="", tenure=None)


def _joined(
    sentence: Sentence, found: list[Phrase], at: int, joined: int, stretch: Stretch, discourse: Discourse, quantity: NumberMention
) -> Count | None:
    """ "London joined Washington twice": how often both voted alike, as was spoken of."""
    subject = subject_of(sentence, found, joined)
    partner = next((p for p in found if joined < p.first <= joined + 3), None)
    if subject is None:
        return None
    members = resolved(subject.members, sentence, found, subject.first, discourse)
    context = spoken_of(discourse, sentence)
    if members is None or not members.named or context is None:
        return None
    company = partner.members if partner is not None else context.members
    own = Acts(members, context.what, back=partner is None, period=times(sentence, stretch, ordinal=False).period, companions=company, companions_chose="same")
    taken = replace(own, period=own.period or context.period, subject="" if partner is None else _subject_behind(sentence, stretch, partner.last))
    wide = Stretch(min(stretch.first, subject.first), stretch.last, at)
    return _made(sentence, at, wide, taken, quantity)


def _subject_behind(sentence: Sentence, stretch: Stretch, last: int) -> str:
    return " ".join(c.text for c in sentence.chunks[last + 1 : stretch.last + 1] if c.date is None and c.number is None)


# --- nouns -----------------------------------------------------------------------------------


def _of_noun(sentence: Sentence, found: list[Phrase], at: int, head: int, discourse: Discourse, quantity: NumberMention) -> Count | None:
    """ "Cast seven vetoes", "six US vetoes since October", "its four abstentions"."""
    chunks = sentence.chunks
    what = "veto" if is_veto_noun(chunks, head) else "abstain" if chunks[head].lower == "abstentions" else "no"
    holding = next((a for a in told(sentence, discourse) if a.verbal and a.first < at and a.first <= head <= a.last), None)
    act = holding or Act(what, head, head, False)
    if quantity.value < FEW and holding is None:
        return None
    stretch = clause(sentence, at, head)
    who = _owner_or_doer(sentence, found, at, head, act, discourse)
    if who is None:
        return council_count(sentence, at, head, quantity) if what == "veto" else None
    if what != "veto" and holding is None and who[1] > at:
        return None
    return _count(sentence, found, stretch, act, who, at, head, quantity)


def _owner_or_doer(
    sentence: Sentence, found: list[Phrase], at: int, head: int, act: Act, discourse: Discourse
) -> tuple[Members, int] | None:
    owned = owner(sentence, head)
    if owned is not None and owned[0].named:
        return owned
    who = doer(sentence, found, act, discourse)
    if who is not None and (who[0].named or who[0].groups or who[0].adjective):
        return who
    # "Russia has 17 vetoes on Syria", "Paris, with 18 vetoes to its name"
    verb = next((i for i in range(at - 1, max(at - 4, -1), -1) if sentence.chunks[i].has("have", "verb")), None)
    subject = subject_of(sentence, found, verb if verb is not None else at)
    if verb is None or subject is None:
        return None
    members = resolved(subject.members, sentence, found, subject.first, discourse)
    return (members, subject.first) if members is not None and (members.named or members.groups) else None


def _of_texts(sentence: Sentence, found: list[Phrase], at: int, head: int, discourse: Discourse, quantity: NumberMention) -> Count | None:
    """ "Has blocked seven texts", "five drafts have been vetoed by Russia", "six resolutions that Washington vetoed"."""
    chunks = sentence.chunks
    if quantity.value < FEW or _definite(chunks, at):
        return None
    stretch = clause(sentence, at, head)
    mentioned = [a for a in told(sentence, discourse) if a.verbal]
    before = [a for a in mentioned if stretch.first <= a.first < at and not a.passive and not _blocked_by_verb(chunks, a.last, at)]
    if before:
        who = doer(sentence, found, before[-1], discourse)
        if who is None or not (who[0].named or who[0].groups or who[0].adjective):
            return None
        return _count(sentence, found, stretch, before[-1], who, at, head, quantity)
    for act in mentioned:
        if not head < act.first <= stretch.last:
            continue
        participle = act.form in ("past", "participle") and not act.passive and chunks[act.first - 1].has("text")
        who = doer(sentence, found, replace(act, passive=act.passive or participle), discourse)
        if who is None or not (who[0].named or who[0].groups):
            return None
        return _count(sentence, found, stretch, act, who, at, head, quantity)
    return None


def _definite(chunks: list[Chunk], at: int) -> bool:
    """ "The two drafts", "the first two texts": texts known already, of which a position is told."""
    before = at - 1
    while before >= 0 and (chunks[before].lower in ("first", "last", "other", "same", "next") or (chunks[before].number is not None and chunks[before].number.ordinal)):  # type: ignore[union-attr]
        before -= 1
    return before != at - 1 or (before >= 0 and chunks[before].lower in ("the", "these", "those", "both", "all", "its", "their"))


def _blocked_by_verb(chunks: list[Chunk], first: int, last: int) -> bool:
    """Whether another verb or a clause's end stands between the act and the number."""
    return any(c.has("relative", "but") or (c.verb("sponsor", "adopt") is not None and not c.has("text")) for c in chunks[first + 1 : last]) or last - first > 9


# --- ellipsis --------------------------------------------------------------------------------


def _elliptical(
    sentence: Sentence, found: list[Phrase], at: int, head: int, discourse: Discourse, quantity: NumberMention
) -> Count | None:
    """ "Cast 79 of them", "forty-one since 1991", "seven of those vetoes were cast alone", "in 1982 there were eleven"."""
    chunks = sentence.chunks
    context = of_which(sentence, found, at, discourse) or spoken_of(discourse, sentence)
    if context is None or context.what not in ("veto", "no", "abstain"):
        return None
    if not noun_asserted(chunks, at):
        return None
    stretch = clause(sentence, at, head)
    whole_told = chunks[max(0, at - 1)].text == "," and of_which(sentence, found, at, discourse) is not None
    part = head > at or whole_told
    if not part and not _stands_for_acts(chunks, at, stretch):
        return None
    if part and _of_people(chunks, head, stretch):
        return None
    gap = at and not part and chunks[at - 1].has("member") and at - 1 <= stretch.first + 1
    named = None if gap else _named_before(sentence, found, at, stretch, discourse)
    if named is None and at and chunks[at - 1].has("member") and not part:
        entry = chunks[at - 1].get("member")
        named = (Members((Named(chunks[at - 1].text, entry.aliases),), text=chunks[at - 1].text), frozenset((at - 1,))) if entry is not None else None
        if named is not None:
            wide = Stretch(at - 1, stretch.last, at)
            own_time = times(sentence, wide, ordinal=False)
            return _made(sentence, at, wide, inherited(bounded(sentence, found, wide, named[0], context.what, own_time, named[1]), replace(context, tenure=None), narrowed=True), quantity)
    members, excluded = named if named is not None else (Members(), frozenset())
    if members == context.members:
        members, excluded = Members(), frozenset()
    if part and members.named and spoken(chunks[stretch.first : stretch.last + 1], "at_side"):
        return _made(sentence, at, stretch, replace(context, members=members, companions=context.members, companions_chose="same"), quantity)
    wide = _with_fronted(chunks, stretch, at)
    own = bounded(sentence, found, replace(wide, head=head), members, context.what, times(sentence, wide, ordinal=False), excluded)
    taken = inherited(replace(own, noun=own.noun or context.noun), context, narrowed=part and named is None)
    if not (taken.members.named or taken.members.groups):
        return None
    first = min([stretch.first, *excluded])
    if not part and wide.first < first and (own.tenure is not None or own.period) and chunks[first - 1].text == ",":
        first = wide.first
    return replace(_made(sentence, at, replace(stretch, first=first), taken, quantity), of_those=part)


def _stands_for_acts(chunks: list[Chunk], at: int, stretch: Stretch) -> bool:
    """Whether a bare number can only count what was spoken of: behind "has cast", "there were", "the figure was"."""
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    ends = following is None or following.date is not None or following.text in (",", ".", ";", ")", ":") or following.lower in ("since", "in", "to", "and", "alone", "between", "before", "after")
    if not ends:
        return False
    before = chunks[at - 1] if at else None
    if before is not None and before.has("member") and at - 1 <= stretch.first + 1 and ends and stretch.first and chunks[stretch.first - 1].text in (",", ";"):
        return True  # "Russia vetoed seventeen drafts on Syria, China ten"
    if following is not None and following.lower in ("to", "-", "–") and len(chunks) > at + 2 and chunks[at + 2].number is not None:
        return False
    if before is None or (at == stretch.first and before.text != ","):
        return following is not None and following.date is not None and following.date.role in ("since", "between", "until", "after")
    if before.has("have") or before.verb("use"):
        return True
    if before.has("be"):
        return any(c.lower in ("there", "figure", "number", "count", "total", "tally", "score") for c in chunks[stretch.first : at])
    if before.text == "," or before.date is not None:
        if following is not None and following.date is not None and following.date.role in ("since", "between"):
            return True
        lead = chunks[max(0, stretch.first - 6) : at]
        return any(c.date is not None for c in lead) and not any(c.has("verb", "be", "council") for c in chunks[stretch.first : at])
    return before.lower in ("than", "over", "nearly", "almost", "about", "only", "just") and any(c.has("have") or c.verb("use") for c in chunks[max(0, at - 4) : at])


def _of_people(chunks: list[Chunk], head: int, stretch: Stretch) -> bool:
    """ "Two of them leave the Council" speaks of members."""
    behind = chunks[head + 1 : stretch.last + 1]
    return any(c.lower in ("leave", "leaves", "sit", "sat", "members", "countries", "states") or c.verb("vote", "abstain", "sponsor", "yes", "no") for c in behind[:4])


def _named_before(
    sentence: Sentence, found: list[Phrase], at: int, stretch: Stretch, discourse: Discourse
) -> tuple[Members, frozenset[int]] | None:
    named = members_in(sentence, found, stretch, at, discourse)
    if named is not None:
        return named
    subject = subject_of(sentence, found, at)
    if subject is None or not any(c.has("have", "verb") for c in sentence.chunks[subject.last + 1 : at]):
        return None
    members = resolved(subject.members, sentence, found, subject.first, discourse)
    return (members, frozenset(range(subject.first, subject.last + 1))) if members is not None and members.named else None


def _with_fronted(chunks: list[Chunk], stretch: Stretch, at: int) -> Stretch:
    """With all that leads in to a bare number: "under Obama's predecessor, George W. Bush, the figure was thirteen"."""
    first = stretch.first
    while first > 0 and chunks[first - 1].text not in (";", ":", "—", ".") and not any(c.has("verb") and not c.has("text") for c in chunks[first - 1 : first]):
        first -= 1
    opens = chunks[first].has("preposition", "and") or chunks[first].date is not None or chunks[first].lower in ("under", "in", "during")
    return replace(stretch, first=first) if opens else stretch


def _made(sentence: Sentence, at: int, stretch: Stretch, counted: Acts, quantity: NumberMention) -> Count:
    chunks = sentence.chunks
    return Count(
        chunks[stretch.first].start, chunks[tail(chunks, stretch.last)].end, sentence.index, sentence.speaker_at(chunks[at].start), acts=counted, quantity=quantity
    )
