"""How often: "has used its veto 32 times", "vetoed more than 45 drafts", "seven of those were cast alone", "twice"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import DRAWN, ONE_AND_NO_OTHER, Act, able, is_text, is_veto_noun, says, single
from onrecord.reading.extract.body_numbered import years_running
from onrecord.reading.extract.bounds import bounded, tenure
from onrecord.reading.extract.carried import carried_claim
from onrecord.reading.extract.context import note_claim, spoken_of, told
from onrecord.reading.extract.council import council_count
from onrecord.reading.extract.counted import ADVERBS, FEW, count_of_act, counted_claim
from onrecord.reading.extract.counted_from import framed
from onrecord.reading.extract.counted_times import is_year, times
from onrecord.reading.extract.counts_apart import stopped_by_veto, summed_up, who_has
from onrecord.reading.extract.counts_beside import beside_counted, of_another
from onrecord.reading.extract.counts_denied import DENIED_BACK, none_at_all
from onrecord.reading.extract.counts_elliptical import elliptical_count, of_each_kind
from onrecord.reading.extract.counts_headed import headed_count, vetoed_so_many
from onrecord.reading.extract.counts_joined import parted
from onrecord.reading.extract.counts_listed import listed_count
from onrecord.reading.extract.counts_misread import one_way_or_another
from onrecord.reading.extract.counts_of_times import so_many_times
from onrecord.reading.extract.counts_of_years import of_another_year, of_its_own_time
from onrecord.reading.extract.counts_owned import of_whomever, of_whose
from onrecord.reading.extract.counts_single import single_count
from onrecord.reading.extract.doers import doer, owner, resolved
from onrecord.reading.extract.ordinals import ordinal
from onrecord.reading.extract.shares import LAST
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.extract.sums import sum_told
from onrecord.reading.extract.totals import total_told
from onrecord.reading.extract.universals_whose import none_were_theirs
from onrecord.reading.extract.waited import waited_until
from onrecord.reading.extract.with_soviets import with_soviets
from onrecord.reading.extract.year_ends import at_a_years_end, by_a_years_end
from onrecord.reading.grammar import subject_of
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets


def counts(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Count | Generalisation]:
    """Every count and ordinal of the sentence; "first" makes a generalisation (nothing of the kind before)."""
    if sentence.question or sentence.withdrawn:
        return []
    claims: list[Count | Generalisation] = []
    one = not sentence.words.isdisjoint(ONE)
    for at, chunk in enumerate(sentence.chunks):
        if at >= sentence.unreal_from:
            break
        claim: Count | Generalisation | None = None
        number = chunk.number
        if number is not None and number.ordinal:
            claim = carried_claim(sentence, found, at, int(number.value)) or ordinal(sentence, found, at, discourse)
        elif (
            number is not None and number.integer is not None and number.unit in (None, "times") and chunk.date is None
        ):
            claim = (
                none_were_theirs(sentence, found, at)
                or of_another(sentence, found, at, discourse, number)
                or of_whose(sentence, at, discourse, number)
                or _cardinal(sentence, found, at, discourse, number)
                or of_another_year(sentence, at, discourse, number)
            )
        elif chunk.lower == "for the first time":
            claim = carried_claim(sentence, found, at, 1) or ordinal(sentence, found, at, discourse)
        elif chunk.date is not None and chunk.date.role == "until":
            claim = waited_until(sentence, found, at, discourse)
        elif chunk.lower in ADVERBS:
            value = ADVERBS[chunk.lower]
            quantity = NumberMention(
                chunk.start - sentence.start, chunk.end - sentence.start, float(value), 1.0, in_words=True
            )
            claim = (
                of_another(sentence, found, at, discourse, quantity)
                or so_many_times(sentence, found, at, at, discourse, quantity)
                or of_another_year(sentence, at, discourse, quantity)
            )
        elif one and (chunk.lower in ONE_AND_NO_OTHER or "verb" in chunk.kinds):
            claim = single_count(sentence, found, at, discourse)
        if claim is not None and _set_aside(sentence, claim):
            claim = None
        if isinstance(claim, Count):
            claim = of_whomever(claim, sentence)
        if isinstance(claim, Count) and claim.quantity is not None:
            claim = of_its_own_time(claim, sentence, at)
        if isinstance(claim, Count):
            claim = with_soviets(at_a_years_end(claim, sentence, discourse), sentence)
        if isinstance(claim, Count) and one_way_or_another(sentence, claim.start, claim.end):
            claim = replace(claim, or_otherwise=True)
        if claim is not None:
            claim = framed(none_at_all(claim, sentence.chunks[max(0, at - DENIED_BACK) : at]), sentence, discourse)
            claim = beside_counted(claim, sentence, discourse)
        if (
            claim is not None
            and "your" in sentence.words
            and any(c.lower == "your" for c in sentence.chunks if claim.start <= c.start < claim.end)
        ):
            claim = replace(claim, acts=replace(claim.acts, guessed=True))  # "your first veto since 2011": whose?
        if claim is not None:
            claims, claim = parted(claims, claim, sentence)
        if claim is not None and not any(
            c.start < claim.end and claim.start < c.end and _same_kind(c, claim) for c in claims
        ):
            claims.append(claim)
            note_claim(claim, sentence, discourse)
    if (running := years_running(sentence)) is not None:
        claims.append(running)
    return claims


ONE = ONE_AND_NO_OTHER | {"one"}
ASIDE = re.compile(
    r"\b(?:if|leaving|setting|putting|with|once) (?:\S+ ){0,4}?(?:is |are )?(?:left |set |put )?(?:aside|out)\b"
    r"|\b[A-Z]\w+ (?:aside|excepted|excluded|apart)\b"
    r"|\b(?:apart from|aside from|except for|excluding|leaving out|outside|not counting|besides) (?:the )?[A-Z1-9]"
)
"""Words behind or in a count that leave some matter out of it."""


def _set_aside(sentence: Sentence, claim: Count | Generalisation) -> bool:
    """ "It was the fourth that it cast alone, if Syria is left aside": not of all there are."""
    if not isinstance(claim, Count) or sentence.words.isdisjoint(ASIDE_WORDS):
        return False
    return ASIDE.search(sentence.text[claim.start - sentence.start :]) is not None


_WORDS = word_sets("frequency.csv")
ASIDE_WORDS = _WORDS["leaving_out"]
NUMBERED = (["number"], ["no"], ["no."], ["#"], ["nr"], ["no", "."], ["nr", "."], ["number", "#"])
"""Between "veto" and the number that it has among others."""
MOST_IN_ONE = 5
"""Members whose No can be a veto of one text (Charter, Article 23)."""


def _same_kind(one: Count | Generalisation, other: Count | Generalisation) -> bool:
    return not (isinstance(one, Count) and isinstance(other, Count) and one.ordinal != other.ordinal)


def _cardinal(
    sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse, quantity: NumberMention
) -> Count | None:
    chunks = sentence.chunks
    if (
        at + 2 < len(chunks)
        and chunks[at + 1].text == "-"
        and chunks[at + 1].start == chunks[at].end == chunks[at + 2].start - 1
        and chunks[at + 2].lower != "odd"
    ):
        return None  # "a thirty-day extension"
    if is_year(chunks[at]) or _of_a_share(chunks, at) or _one_of_two(chunks, at):
        return None
    if quantity.unit == "times":
        return so_many_times(sentence, found, at, at, discourse, quantity)
    for noun in (at - 2, at - 3):
        between = [c.lower for c in chunks[noun + 1 : at]]
        if noun >= 0 and is_veto_noun(chunks, noun) and between in NUMBERED:
            return _numbered_so(sentence, found, at, noun, discourse, quantity)
    if (told_in_all := total_told(sentence, found, at, discourse, quantity)) is not None:
        return told_in_all
    role, head = _counted_noun(chunks, at)
    summed = role in ("nothing", "times") or (at > 1 and chunks[at - 1].lower == "to")
    if summed and (claim := sum_told(sentence, found, at, discourse, quantity)) is not None:
        return claim
    if role == "nothing" and (claim := of_each_kind(sentence, at, discourse, quantity)) is not None:
        return claim
    match role:
        case "times":
            return so_many_times(sentence, found, at, head, discourse, quantity)
        case "act":
            return _of_noun(sentence, found, at, head, discourse, quantity)
        case "texts":
            of_members = _of_texts(sentence, found, at, head, discourse, quantity)
            return of_members or (
                council_count(sentence, at, head, quantity) if not _of_known_ones(chunks, at) else None
            )
        case "votes":
            return council_count(sentence, at, head, quantity)
        case "nothing" if (bare := vetoed_so_many(sentence, found, at, discourse, quantity)) is not None:
            return bare
        case "nothing" if (listed := listed_count(sentence, found, at, discourse, quantity)) is not None:
            return listed
        case "nothing" if (headed := headed_count(sentence, found, at, discourse, quantity)) is not None:
            return headed
        case "them" | "nothing":
            return elliptical_count(sentence, found, at, head, discourse, quantity)
    return None


def _one_of_two(chunks: list[Chunk], at: int) -> bool:
    """ "Two or three vetoes": which of them, the text leaves open."""
    for joint, other in ((at + 1, at + 2), (at - 1, at - 2)):
        if 0 <= other < len(chunks) and chunks[joint].lower == "or" and chunks[other].cardinal is not None:
            return True
    return False


def _of_a_share(chunks: list[Chunk], at: int) -> bool:
    """ "Seven of its last ten vetoes", "all but three of them": numbers that say which part, and count nothing."""
    before = [c.lower for c in chunks[max(0, at - 6) : at]]
    if before[-2:] == ["all", "but"] or before[-2:] == ["one", "but"]:
        return True
    if before[-1:] and before[-1] in LAST and ("of" in before or "one of" in before):
        return True
    behind = [c.lower for c in chunks[at + 1 : at + 6]]
    return behind[:1] == ["of"] and any(
        word in LAST and chunks[at + 2 + place].cardinal is not None
        for place, word in enumerate(behind)
        if at + 2 + place < len(chunks)
    )


def _the_whole(chunks: list[Chunk], at: int) -> bool:
    """ "Ten of | the 18 were cast with China": the number of all of them, told before, and no noun."""
    if at + 1 >= len(chunks) or chunks[at].lower != "the" or (chunks[at + 1].cardinal or 0) < 2:
        return False
    behind = chunks[at + 2] if at + 2 < len(chunks) else None
    return behind is None or not behind.is_word or behind.has("be", "have", "verb", "pronoun_member")


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
        if chunk.lower == "of" and _the_whole(chunks, position + 1):
            return "them", position + 2
        if says(chunks, position, "occasion"):
            return "times", position
        if is_veto_noun(chunks, position) or chunk.lower in (
            "abstentions",
            "noes",
            "nays",
            "no votes",
            "negative votes",
        ):
            following_chunk = chunks[position + 1] if position + 1 < len(chunks) else None
            if chunk.lower == "veto" and following_chunk is not None and following_chunk.has("text"):
                continue
            if chunk.lower == "veto" and not {"a", "an"}.isdisjoint(c.lower for c in chunks[at + 1 : position]):
                break  # "a dozen headlines speak of a Russian veto"
            return "act", position
        if chunk.lower == "votes" and position + 1 < len(chunks) and chunks[position + 1].lower == "against":
            return "act", position
        if chunk.lower == "votes":
            return "votes", position
        if chunk.lower in ASKED and position - at <= 3 and _vetoed_before(chunks, at):
            return "texts", position
        if is_text(chunk):
            following_chunk = chunks[position + 1] if position + 1 < len(chunks) else None
            if following_chunk is not None and following_chunk.has("text"):
                continue
            return "texts", position
        if (chunk.date is not None and not _owns(chunks, position)) or not (
            chunk.date is not None
            or chunk.has("member", "of_adjective", "veto_noun", "determiner", "group")
            or chunk.lower in single("between")
            or chunk.lower in ("'s", "-", "of", "us")
            or (chunk.has("council") and (chunks[position - 1].lower == "of" or position == at + 1))
            or (chunk.cardinal is not None and chunks[position - 1].lower == "'s")
            or (chunk.verb("adopt", "veto", "sponsor") is not None and chunk.lower.endswith("ed"))
            or (chunk.is_word and not chunk.entries and position - at <= 3)
        ):
            break
    return "nothing", at


def _owns(chunks: list[Chunk], at: int) -> bool:
    """ "Four of the year's resolutions", "one of last year's vetoes"."""
    return chunks[at - 1].lower == "of" and at + 1 < len(chunks) and chunks[at + 1].lower == "'s"


ASKED = _WORDS["asked_for"]


def _vetoed_before(chunks: list[Chunk], at: int) -> bool:
    before = [c for c in chunks[max(0, at - 3) : at] if not c.has("determiner", "adverb")]
    return bool(before) and before[-1].verb("veto", "block") is not None


def _numbered_so(
    sentence: Sentence, found: list[Phrase], at: int, noun: int, discourse: Discourse, quantity: NumberMention
) -> Count | None:
    """ "Veto number six", "US veto no. 6 on Gaza"."""
    around = clause(sentence, at)
    stretch = Stretch(min(around.first, clause(sentence, noun).first), around.last, noun)
    who = doer(sentence, found, Act("veto", noun, noun, False), discourse)
    context = spoken_of(discourse, sentence, "veto")
    members = who[0] if who is not None else context.members if context is not None else None
    if members is None or not members.named or quantity.value < FEW:
        return None
    excluded = frozenset((who[1],)) if who is not None else frozenset()
    counted = bounded(sentence, found, stretch, members, "veto", times(sentence, stretch, ordinal=True), excluded)
    return replace(counted_claim(sentence, at, stretch, counted, quantity), quantity=None, ordinal=int(quantity.value))


def _of_noun(
    sentence: Sentence, found: list[Phrase], at: int, head: int, discourse: Discourse, quantity: NumberMention
) -> Count | None:
    """ "Cast seven vetoes", "six US vetoes since October", "its four abstentions"."""
    chunks = sentence.chunks
    what = "veto" if is_veto_noun(chunks, head) else "abstain" if chunks[head].lower == "abstentions" else "no"
    if at and chunks[at - 1].lower in LAST:
        return None  # "in the time of its last four vetoes": of more that there were
    if what != "veto" and at and chunks[at - 1].lower in ("with", "and", "despite", "plus"):
        return None  # "no veto needed with nine abstentions": one vote's
    if what == "veto" and (_stopped_once(chunks, at) or _at_once(chunks, at, head)):
        return None
    if at > 1 and chunks[at - 1].lower == "on" and chunks[at - 2].verb("abstain") is not None:
        return None  # "Britain abstained on three American vetoes": of how many there were
    holding = next(
        (a for a in told(sentence, discourse) if a.verbal and a.first < at and a.first <= head <= a.last), None
    )
    act = holding or Act(what, head, head, False)
    if quantity.value < FEW and holding is None:
        return council_count(sentence, at, head, quantity) if what == "veto" else None
    stretch = clause(sentence, at, head)
    who = _owner_or_doer(sentence, found, at, head, act, discourse)
    if who is not None and not able(who[0], what):
        # "Syria has drawn seven vetoes": on whom, not by whom
        who = (Members(everyone=True), min(at, who[1])) if any(c.lower in DRAWN for c in chunks[who[1] : at]) else None
    if who is None and what == "veto":
        who = (
            _told_before(found, stretch, chunks)
            or summed_up(sentence, at, discourse)
            or who_has(sentence, found, at, head, discourse)
        )
    if who is None:
        return council_count(sentence, at, head, quantity) if what == "veto" else None
    if what != "veto" and holding is None and who[1] > at:
        return None
    if holding is None and who[1] < at:
        stretch = _of_known_vetoes(chunks, stretch, head)
    return count_of_act(sentence, found, stretch, act, who, at, head, quantity)


def _of_known_vetoes(chunks: list[Chunk], stretch: Stretch, head: int) -> Stretch:
    """ "Clinton's four vetoes were all on Israel": the predicate tells of them, and not which are counted."""
    tells = next((i for i in range(head + 1, stretch.last + 1) if chunks[i].has("be")), None)
    return replace(stretch, last=tells - 1) if tells is not None else stretch


def _stopped_once(chunks: list[Chunk], at: int) -> bool:
    """ "The draft was killed by two vetoes": by those of one vote, as no text is stopped twice."""
    if at < MOST_IN_ONE or chunks[at - 1].lower != "by" or (chunks[at].cardinal or 0) > MOST_IN_ONE:
        return False
    stopped = chunks[at - 2].verb("veto", "block", "fail", "defeat", "no") is not None
    return stopped and chunks[at - 3].lower == "was" and not chunks[at - 4].has("council", "assembly")


def _at_once(chunks: list[Chunk], at: int, head: int) -> bool:
    """ "Panama, December 1989: three vetoes at once, American, British and French": of one text."""
    behind = chunks[head + 1].lower if head + 1 < len(chunks) else ""
    return behind in ("at once", "in one", "in one go", "together") and (chunks[at].cardinal or 0) <= MOST_IN_ONE


def _told_before(found: list[Phrase], stretch: Stretch, chunks: list[Chunk]) -> tuple[Members, int] | None:
    """ "France is the opposite case: two sole vetoes": of whom the words before the colon speak."""
    if not stretch.first or chunks[stretch.first - 1].text not in (":", "—", "–"):
        return None
    subject = next((p for p in found if p.last < stretch.first - 1), None)
    if subject is None or subject.first > 1 or not subject.members.named or not able(subject.members, "veto"):
        return None
    return subject.members, stretch.first


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
    if verb is None:
        # "Russia holds the record with more than 120 vetoes"
        company = next((i for i in range(at - 1, max(at - 4, 0), -1) if sentence.chunks[i].lower == "with"), None)
        before = range(company, max(company - 6, 0), -1) if company is not None else ()
        verb = next((i for i in before if sentence.chunks[i].lower in LEADS), None)
    subject = subject_of(sentence, found, verb if verb is not None else at)
    if verb is None or subject is None:
        return None
    members = resolved(subject.members, sentence, found, subject.first, discourse)
    return (members, subject.first) if members is not None and (members.named or members.groups) else None


LEADS = _WORDS["leads"]


def _of_texts(
    sentence: Sentence, found: list[Phrase], at: int, head: int, discourse: Discourse, quantity: NumberMention
) -> Count | None:
    """ "Has blocked seven texts", "five drafts have been vetoed by Russia", "six texts that Washington vetoed"."""
    chunks = sentence.chunks
    stretch = clause(sentence, at, head)
    in_a_reign = quantity.value == 1 and tenure(sentence, stretch) is not None and _led_by_reign(chunks, stretch)
    one_of_many = in_a_reign or _just_one(chunks, at, stretch) or by_a_years_end(sentence, at)
    if (quantity.value < FEW and not one_of_many) or _definite(chunks, at):
        return None
    mentioned = [a for a in told(sentence, discourse) if a.verbal]
    before = [a for a in mentioned if stretch.first <= a.first < at and not a.passive]
    if before:
        who = doer(sentence, found, before[-1], discourse)
        if who is None or not (who[0].named or who[0].groups or who[0].adjective):
            return None
        told_of = count_of_act(sentence, found, stretch, before[-1], who, at, head, quantity)
        known = _of_known_ones(chunks, at) and told_of is not None and not (told_of.acts.period or told_of.acts.since)
        return None if known else told_of  # "vetoed three of the four drafts": which four is not told
    for act in mentioned:
        if not head < act.first <= stretch.last:
            continue
        if _of_known_ones(chunks, at):
            return None  # "three of the four texts vetoed by Moscow had thirteen votes"
        participle = act.form in ("past", "participle") and not act.passive and chunks[act.first - 1].has("text")
        who = doer(sentence, found, replace(act, passive=act.passive or participle), discourse)
        if who is None or not (who[0].named or who[0].groups) or who[1] > stretch.last:
            return None  # "six drafts were vetoed, five of them by Russia": the Council's
        return count_of_act(sentence, found, stretch, act, who, at, head, quantity)
    if mentioned:
        return None
    return stopped_by_veto(sentence, found, at, head, discourse, quantity)


def _just_one(chunks: list[Chunk], at: int, stretch: Stretch) -> bool:
    """ "In 2023 Britain abstained on just one resolution": all that there were in that year."""
    if not at or not (chunks[at - 1].has("only") or chunks[at - 1].lower in ("just", "exactly")):
        return False
    dates = [c.date for c in chunks[stretch.first : stretch.last + 1] if c.date is not None]
    whole = [d for d in dates if d.unit == "year" or (d.form == "calendar" and d.month is None)]
    return len(dates) == len(whole) == 1


def _led_by_reign(chunks: list[Chunk], stretch: Stretch) -> bool:
    """ "Under Obama the United States vetoed one resolution"."""
    return chunks[stretch.first].lower in ("under", "during", "throughout", "in")


def _of_known_ones(chunks: list[Chunk], at: int) -> bool:
    """ "Three of the four"."""
    behind = chunks[at + 1 : at + 4]
    return [c.lower for c in behind[:2]] in (["of", "the"], ["of", "these"], ["of", "those"]) and bool(
        behind[2:] and behind[2].cardinal is not None
    )


def _sets_apart(chunk: Chunk) -> bool:
    ordinal_number = chunk.number is not None and chunk.number.ordinal
    return ordinal_number or chunk.lower in ("first", "last", "other", "same", "next")


def _definite(chunks: list[Chunk], at: int) -> bool:
    """ "The two drafts", "the first two texts": texts known already, of which a position is told."""
    before = at - 1
    while before >= 0 and _sets_apart(chunks[before]):
        before -= 1
    return before != at - 1 or (
        before >= 0 and chunks[before].lower in ("the", "these", "those", "both", "all", "its", "their", "'s")
    )
