"""Numbers that count what was spoken of: "forty-one since 1991", "seven of those", "the figure was thirteen"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import OF_MEMBERS, Acts, Count
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.extract.acts import able, is_text
from onrecord.reading.extract.bounds import bounded, rule_in
from onrecord.reading.extract.context import VETO_BACK, inherited, members_in, of_which, spoken_of, told, vetoes_counted
from onrecord.reading.extract.counted import counted_claim
from onrecord.reading.extract.counted_from import in_the_time_counted
from onrecord.reading.extract.counted_times import times
from onrecord.reading.extract.counts_beside import behind_another_deed
from onrecord.reading.extract.counts_misread import (
    acts_dated,
    as_wide,
    at_its_side,
    otherwise,
    stands_for_a_veto,
    votes_got,
)
from onrecord.reading.extract.doers import doer, noun_asserted, object_of_with, resolved
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause, counts_another_time
from onrecord.reading.grammar import phrase_from, subject_of
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

_WORDS = word_sets("frequency.csv")
SUMS = _WORDS["sum"]
WANTED = _WORDS["wanting_votes"]
GATHERED = _WORDS["gathered"]
OF_THE_BODY = ("vetoed", "adopted", "failed")
MOST_COUNTED = 300
"""Votes of a kind there are no more; a number beyond that cites a resolution."""
MOST_ABOUT_ONE = 15
VOTES = re.compile(
    r"\b(?:[a-z]+(?:st|nd|rd|th)|second|third|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) "
    r"(?:such |more |further )?(?:votes?|ballots?|meetings?|sessions?)\b",
    re.I,
)
"""Votes counted in the sentence before, of which a bare number then counts more."""
ANSWER = 8
"""Chunks of a bare answer."""
COMPANY = (
    "together with",
    "with",
    "alongside",
    "alone",
    "on its own",
    "on their own",
    "jointly with",
    "in tandem with",
)
TALLIED = ("tally", "score", "total", "figure")


def of_each_kind(sentence: Sentence, at: int, discourse: Discourse, quantity: NumberMention) -> Count | None:
    """ "Two it vetoed, on two it abstained": how the texts spoken of divide."""
    chunks = sentence.chunks
    if at + 2 >= len(chunks) or not chunks[at + 1].has("pronoun_member") or quantity.value >= MOST_COUNTED:
        return None
    act = next((a for a in told(sentence, discourse) if a.verbal and a.first == at + 2), None)
    context = spoken_of(discourse, sentence)
    if act is None or context is None:
        return None
    stretch = clause(sentence, at, act.last)
    return counted_claim(sentence, at, stretch, replace(context, what=act.what, back=True), quantity)


def elliptical_count(
    sentence: Sentence, found: list[Phrase], at: int, head: int, discourse: Discourse, quantity: NumberMention
) -> Count | None:
    """ "Cast 79 of them", "forty-one since 1991", "seven of those were cast alone", "in 1982 there were eleven"."""
    chunks = sentence.chunks
    context = of_which(sentence, found, at, discourse) or spoken_of(discourse, sentence)
    if context is None or context.what != "veto":
        counted_before = vetoes_counted(discourse, sentence)
        context = counted_before if counted_before is not None and rule_in(chunks) else context
    if context is not None and context.what == "abstain" and at and chunks[at - 1].verb("use") is not None:
        # "China and India abstained. In that time the US has cast four": vetoes, where one was told of
        context = spoken_of(discourse, sentence, "veto") or context
    cast = at > 0 and chunks[at - 1].verb("use") is not None
    if cast and (context is None or (context.what not in OF_THE_BODY and context.what != "veto")):
        # "Moscow has now cast 42", where vetoes were told of a while before
        context = Acts(Members(), "veto") if sentence.index - discourse.veto_named_in <= VETO_BACK else context
    behind = at - 1 - (at > 1 and (chunks[at - 1].has("only") or chunks[at - 1].lower in ("just", "exactly")))
    if at > 1 and chunks[behind].verb("adopt") is not None:
        # "China abstained. In 1959 the Council had adopted just one": resolutions
        context = Acts(Members(), "adopted") if context is None or context.what in OF_MEMBERS else context
    if context is None or (context.what not in OF_THE_BODY and context.what not in ("veto", "no", "abstain")):
        return None
    if not noun_asserted(chunks, at) or quantity.value >= MOST_COUNTED:
        return None
    counted_last = discourse.counted_in >= sentence.index - 1
    if context.what in ("no", "abstain") and not counted_last and VOTES.search(discourse.last_text):
        return None  # "Peru abstained. It was the fourth vote in a week. On Tuesday there were three": votes
    if head == at and any(_of_something_else(chunks, i) for i in range(at)):
        return None  # "membership of the United Nations rose from 51 in 1945 to 76 in 1955"
    if _then_those_against(chunks, head):
        return None
    if quantity.value == 1 and stands_for_a_veto(sentence, at):
        return None
    if at > 1 and chunks[at - 1].text == "," and is_text(chunks[at - 2]) and quantity.value > MOST_ABOUT_ONE:
        return None  # "a weaker text, 123": its number
    if at and quantity.value == 1 and chunks[at - 1].lower == "the":
        return None  # "the one in May was odd"
    if at > 2 and quantity.value == 1 and chunks[at - 1].lower.startswith("the ") and is_text(chunks[at - 3]):
        return None  # "an earlier text, the French one"
    if at and chunks[at - 1].lower in GATHERED and any(c.has("negation") for c in chunks[max(0, at - 4) : at - 1]):
        return None  # "it simply did not have nine": votes that it needed
    if at and (chunks[at - 1].lower in WANTED or chunks[at - 1].lower == "where"):
        return None  # "Syria, where seventeen of them were spent": on what stands in another clause
    if context.what != "veto" and any(c.lower in TALLIED for c in chunks[max(0, at - 3) : at]):
        return None  # "he abstained and the total was eight": votes in favour
    if head > at and at and chunks[at - 1].lower == "all":
        return None  # "all fourteen of them"
    if head > at and discourse.counted is None and context.what != "veto":
        return None  # "Spain abstained. … 298 were killed, 43 of them Malaysian": nothing counted before
    if head > at and [c.lower for c in chunks[head + 1 : head + 2]] == ["to"]:
        if chunks[head + 2 : head + 3] and chunks[head + 2].lower != "do":
            return None  # "four of them to protect Damascus": what they were for is nobody's to count
    marked = head > at and head + 1 < len(chunks) and chunks[head + 1].text in ",:(–—"
    listed = phrase_from(chunks, found, head + 2) if marked else None
    if listed is not None and len(listed.members.named) == quantity.value:
        return None  # "it took only two of them, Paris and London": members, not acts
    stretch = clause(sentence, at, head)
    joint = _joint_before(chunks, at)
    if joint is not None:
        stretch = replace(stretch, first=joint + 1)
    if context.what == "vetoed" and at and chunks[at - 1].verb("use") is not None:
        # "Of the fourteen in the 2000s, the United States cast twelve"
        context = Acts(Members(), "veto", period=context.period, since=context.since)
    agent = next((p for p in found if at < p.first <= head + 3 and chunks[p.first - 1].lower == "by"), None)
    if context.what == "vetoed" and agent is not None and able(agent.members, "veto"):
        # "Six drafts were vetoed, five of them by Russia"
        counted = replace(context, what="veto", members=agent.members)
        whole = replace(stretch, last=max(stretch.last, agent.last))
        return replace(counted_claim(sentence, at, whole, counted, quantity), of_those=True)
    if context.what == "vetoed" and discourse.asked_count >= sentence.index - 1 and at <= 2 and _ends(chunks, at):
        return counted_claim(sentence, at, _answer(chunks, at, stretch), context, quantity)
    if head > at and (voted := _voted_on_them(sentence, found, at, head, stretch, context, discourse, quantity)):
        return voted
    if _of_another_whole(chunks, at, discourse):
        return None
    if context.what in OF_THE_BODY:
        return _of_the_body(sentence, at, head, stretch, context, quantity)
    whole_told = chunks[max(0, at - 1)].text == "," and of_which(sentence, found, at, discourse) is not None
    part = head > at or whole_told
    if part and stretch.last + 2 < len(chunks) and chunks[stretch.last + 1].text == ",":
        if chunks[stretch.last + 2].lower in COMPANY:
            # "Eight of those, together with Russia"
            stretch = replace(stretch, last=clause(sentence, stretch.last + 2).last)
    if part and at and chunks[at - 1].lower in ("in", "on") and stretch.last + 2 < len(chunks):
        if stretch.first >= at - 1 and chunks[stretch.last + 1].text == ",":
            # "On ten of those occasions, Beijing vetoed too"
            stretch = replace(stretch, last=clause(sentence, stretch.last + 2).last)
    if not part and (votes_got(sentence, at, context, discourse) or _of_all_of_them(chunks, stretch, at)):
        return None
    others = any(p.members.named and p.members != context.members for p in found if p.last < at)
    answers = discourse.asked_count >= sentence.index - 2 and at <= 2 and _ends(chunks, at) and not others
    if not part and not (answers or _stands_for_acts(chunks, at, stretch)):
        return None
    if not part and behind_another_deed(sentence, at, discourse):
        return None
    if answers and not part:
        return counted_claim(sentence, at, _answer(chunks, at, stretch), replace(context, back=False), quantity)
    if part and (_of_people(chunks, head, stretch) or otherwise(sentence, stretch, context, discourse)):
        return None
    gap = at and not part and chunks[at - 1].has("member") and at - 1 <= stretch.first + 1
    named = None if gap else _named_before(sentence, found, at, stretch, discourse)
    if named is None and at and chunks[at - 1].has("member") and not part:
        entry = chunks[at - 1].get("member")
        named = (
            (Members((Named(chunks[at - 1].text, entry.aliases),), text=chunks[at - 1].text), frozenset((at - 1,)))
            if entry is not None
            else None
        )
        if named is not None:
            wide = Stretch(at - 1, stretch.last, at)
            own_time = times(sentence, wide, ordinal=False)
            if context.tenure is not None and not own_time.period:
                return None  # "America has cast one under Mr Obama, Russia six"
            own_days = own_time.since or any(d.role == "since" or d.year is not None for d in own_time.period)
            before = replace(context, period=(), since="") if own_days or acts_dated(context) else context
            return counted_claim(
                sentence,
                at,
                wide,
                inherited(
                    bounded(sentence, found, wide, named[0], context.what, own_time, named[1]),
                    replace(before, tenure=None),
                    narrowed=True,
                ),
                quantity,
            )
    if named is None and not part and _of_a_price(chunks, stretch, at):
        return None
    if named is None and context.what != "veto" and any(c.lower == "there" for c in chunks[max(0, at - 4) : at]):
        return None  # "Chad and Togo abstained; a year ago there had been three": as many on one vote
    members, excluded = named if named is not None else (Members(), frozenset())
    if members == context.members:
        members, excluded = Members(), frozenset()
    if part and (company := at_its_side(sentence, found, stretch, members, context)) is not None:
        beside = replace(context, members=company, companions=context.members, companions_chose="same")
        return counted_claim(sentence, at, stretch, beside, quantity)
    wide = _with_fronted(chunks, stretch) if joint is None else stretch
    own = bounded(
        sentence, found, replace(wide, head=head), members, context.what, times(sentence, wide, ordinal=False), excluded
    )
    of_whole = part and not (members.named or members.groups)
    taken = inherited(replace(own, noun=own.noun or context.noun), context, narrowed=of_whole)
    if cast and not part and counted_last:
        taken = in_the_time_counted(chunks, at, taken, context)
    if part and named is None and as_wide(taken, context):
        return None  # "Three of these had to do with land": on what of which nothing is known
    if not (taken.members.named or taken.members.groups):
        return None
    first = min([stretch.first, *excluded])
    if not part and wide.first < first and (own.tenure is not None or own.period) and chunks[first - 1].text == ",":
        first = wide.first
    return replace(counted_claim(sentence, at, replace(stretch, first=first), taken, quantity), of_those=part)


ONE_BY_ONE = 8
"""So many and fewer are positions, held against each vote (`checking.counted_votes`)."""


def _voted_on_them(
    sentence: Sentence,
    found: list[Phrase],
    at: int,
    head: int,
    stretch: Stretch,
    context: Acts,
    discourse: Discourse,
    quantity: NumberMention,
) -> Count | None:
    """ "The Council adopted 46. Russia abstained on fourteen of them": of the texts counted, how one member voted."""
    before = [a for a in told(sentence, discourse) if a.verbal and stretch.first <= a.first < at]
    if (
        context.what != "adopted"
        or quantity.value <= ONE_BY_ONE
        or not before
        or before[-1].what not in ("no", "abstain", "yes")
    ):
        return None
    who = doer(sentence, found, before[-1], discourse)
    if who is None or not (who[0].named or who[0].groups) or discourse.counted_in < sentence.index - 1:
        return None
    counted = replace(context, members=who[0], what=before[-1].what, outcome="adopted", carried="", back=False)
    wide = Stretch(min(stretch.first, who[1]), max(stretch.last, head), at)
    return replace(counted_claim(sentence, at, wide, counted, quantity), of_those=True)


def _of_another_whole(chunks: list[Chunk], at: int, discourse: Discourse) -> bool:
    """ "Seventeen of the 44", where 50 of another year were told of last."""
    if at > 1 and [c.lower for c in chunks[at - 2 : at]] == ["of", "the"]:
        return True  # the 44 themselves
    of_the = [c.lower for c in chunks[at + 1 : at + 3]] in (["of", "the"], ["of", "these"], ["of", "those"])
    whole = chunks[at + 3].cardinal if of_the and at + 3 < len(chunks) else None
    if whole is not None and discourse.counted_number is None:
        return chunks[at + 2].lower == "the"  # "ten of the fifteen"
    return whole is not None and whole != discourse.counted_number


def _of_all_of_them(chunks: list[Chunk], stretch: Stretch, at: int) -> bool:
    """ "The record number of vetoes cast in one year was 15": whoever cast them."""
    opening = chunks[stretch.first : stretch.first + 4]
    numbered = opening[0].lower == "the" and any(c.lower in ("number", "record", "total") for c in opening)
    return numbered and any(c.has("veto_noun") for c in chunks[stretch.first : at])


def _answer(chunks: list[Chunk], at: int, stretch: Stretch) -> Stretch:
    """All of a short answer: "Seventeen, as of last week"."""
    ends = len(chunks) - 1 - (chunks[-1].text in ".!")
    return replace(stretch, last=max(ends, at)) if ends - at <= ANSWER else stretch


def _of_the_body(
    sentence: Sentence, at: int, head: int, stretch: Stretch, context: Acts, quantity: NumberMention
) -> Count | None:
    """ "Ten drafts were vetoed in the 1990s and fourteen in the decade after", "2022 had brought 58"."""
    chunks = sentence.chunks
    if context.what == "adopted" and any(_unanimous(c) for c in chunks[head : stretch.last + 1]):
        # "Thirty of them unanimously", "only 34 of 46 were unanimous"
        period = times(sentence, stretch, ordinal=False).period or context.period
        denied = any(c.has("negation") for c in chunks[head : stretch.last + 1])
        carried = "divided" if denied else "unanimous"
        counted = replace(context, period=period, carried=carried, outcome="")
        return replace(counted_claim(sentence, at, stretch, counted, quantity), of_those=True)
    when = times(sentence, stretch, ordinal=False)
    brought = at > 0 and chunks[at - 1].lower in BROUGHT
    if head != at or not when.period or not (_stands_for_acts(chunks, at, stretch) or (brought and _ends(chunks, at))):
        return None
    own = bounded(sentence, [], replace(stretch, head=head), Members(), context.what, when)
    about = context.subject if not own.subject.strip() else own.subject
    counted = replace(inherited(own, context, narrowed=False), noun=context.noun, subject=about, back=False, outcome="")
    return counted_claim(sentence, at, stretch, counted, quantity)


def _unanimous(chunk: Chunk) -> bool:
    return chunk.has("unanimous") or "unanim" in chunk.lower


def _joint_before(chunks: list[Chunk], at: int) -> int | None:
    """Where "and" stands, behind which the number counts another time: "five in 2017 and three in 2018"."""
    reach = range(at - 1, max(at - BEFORE_NUMBER, 0), -1)
    return next((i for i in reach if counts_another_time(chunks, i) or _has_besides(chunks, i)), None)


def _of_something_else(chunks: list[Chunk], at: int) -> bool:
    members = chunks[at].lower == "members" and at > 0 and (chunks[at - 1].cardinal or 0) > MOST_ABOUT_ONE
    return members or chunks[at].lower in OTHER_COUNT


OTHER_COUNT = _WORDS["other_count"]


def _has_besides(chunks: list[Chunk], at: int) -> bool:
    """ "Cast its first veto in 1970 and had cast 21 by the end of 1977": a time of its own behind "and"."""
    if not chunks[at].has("and", "but") or not any(c.date is not None for c in chunks[:at]):
        return False
    return chunks[at + 1].has("have") and any(c.date is not None or c.lower == "since" for c in chunks[at + 2 :])


BEFORE_NUMBER = 5


def _stands_for_acts(chunks: list[Chunk], at: int, stretch: Stretch) -> bool:
    """Whether a bare number can only count what was spoken of: behind "has cast", "there were", "the figure was"."""
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    ends = _ends(chunks, at)
    if not ends:
        return False
    before = chunks[at - 1] if at else None
    if _joint_before(chunks, at) is not None:
        return True  # "five in 2017 and three in 2018"
    if at > 1 and chunks[at - 2].lower in ("that", "this", "which", "it") and chunks[at - 1].lower in MAKING:
        return True  # "that makes two this year"
    if (
        before is not None
        and before.has("member")
        and at - 1 <= stretch.first + 1
        and ends
        and stretch.first
        and chunks[stretch.first - 1].text in (",", ";")
    ):
        return True  # "Russia vetoed seventeen drafts on Syria, China ten"
    if (
        following is not None
        and following.lower in ("to", "-", "–")
        and len(chunks) > at + 2
        and chunks[at + 2].number is not None
    ):
        return False
    if any(c.has("obtain") and c.lower not in HAVING for c in chunks[max(stretch.first, at - 2) : at]):
        return False  # "the Russian text had obtained only five": votes
    if before is None or (at == stretch.first and before.text != ","):
        return (
            following is not None
            and (following.lower == "between" or following.date is not None)
            and (following.date is None or following.date.role in ("since", "between", "until", "after"))
        )
    if before.has("have") or before.verb("use"):
        return True
    if before.lower in ("on", "at", "to", "with") and _standing(chunks, at - 1):
        return True
    if (before.has("be") or before.lower in GIVING) and rule_in(chunks):
        return True  # "On the library's list it's 87", "the library's table gives 87"
    if before.has("be"):
        return any(
            c.lower in ("there", "figure", "number", "count", "total", "tally", "score")
            for c in chunks[stretch.first : at]
        )
    if before.text == "," or before.date is not None:
        if following is not None and following.date is not None and following.date.role in ("since", "between"):
            return True
        lead = chunks[max(0, stretch.first - 6) : at]
        return any(c.date is not None for c in lead) and not any(
            c.has("verb", "be", "council") for c in chunks[stretch.first : at]
        )
    return before.lower in ("than", "over", "nearly", "almost", "about", "only", "just") and any(
        c.has("have") or c.verb("use") for c in chunks[max(0, at - 4) : at]
    )


def _standing(chunks: list[Chunk], at: int) -> bool:
    """ "Britain is on 29", "the US stands at 95", "the Chinese have got to 25", "Moscow leads with 130"."""
    before = chunks[max(0, at - 8) : at]
    words = {word for c in before for word in c.lower.split()}
    if chunks[at].lower == "with":
        return bool(words & LEADS)
    return bool(before) and (before[-1].has("be", "obtain") or bool(set(before[-1].lower.split()) & STANDS))


def _of_a_price(chunks: list[Chunk], stretch: Stretch, at: int) -> bool:
    """ "Oil stands at 87": of something that the text has not counted."""
    if chunks[at - 1].lower not in ("on", "at") or not _standing(chunks, at - 1):
        return False
    told_of = ("member", "group", "pronoun_member", "pronoun_text", "veto_noun", "abstention_noun", "no_noun")
    return not any(c.has(*told_of) or c.lower in SUMS or c.lower in TALLIED for c in chunks[stretch.first : at])


def _then_those_against(chunks: list[Chunk], at: int) -> bool:
    """ "We had 187 and only two opposed us": votes, since those against are counted next."""
    behind = [c for c in chunks[at + 1 : at + 7] if not c.has("adverb", "only", "member_noun")]
    joined = len(behind) > 2 and (behind[0].has("and", "but") or behind[0].text == ",")
    behind = behind[1:] if joined and behind[0].text == "," and behind[1].has("and", "but") else behind
    if not joined or len(behind) < 3 or behind[1].cardinal is None:
        return False
    return any(
        c.has("no_noun") or c.verb("no") is not None for c in behind[2 : 3 + (behind[2].verb("vote") is not None)]
    )


STANDS = _WORDS["stands_at"]
LEADS = _WORDS["leads"]
HAVING = ("had", "has", "have")
GIVING = _WORDS["gives"]
MAKING = ("makes", "make", "made", "'s")
BROUGHT = _WORDS["year_brought"]


def _ends(chunks: list[Chunk], at: int) -> bool:
    """Whether no noun follows that the number would count."""
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    return (
        following is None
        or following.date is not None
        or following.text in (",", ".", ";", ")", ":")
        or following.lower in ("since", "in", "to", "and", "alone", "between", "before", "after", "under", "from")
    )


_LET_IN = re.compile(
    r"(?:came|got|went|were (?:let|taken|brought)|let) in\b|(?:were |got )?(?:admitted|elected)\b|joined\b|left\b"
)


def _of_people(chunks: list[Chunk], head: int, stretch: Stretch) -> bool:
    """ "Two of them leave the Council", "sixteen of them came in together" speak of members."""
    behind = chunks[head + 1 : stretch.last + 1]
    if _LET_IN.match(" ".join(c.lower for c in behind[:4])) is not None:
        return True
    return any(
        c.lower in ("leave", "leaves", "sit", "sat", "members", "countries", "states")
        or c.verb("vote", "abstain", "sponsor", "yes", "no")
        for c in behind[:4]
    )


def _named_before(
    sentence: Sentence, found: list[Phrase], at: int, stretch: Stretch, discourse: Discourse
) -> tuple[Members, frozenset[int]] | None:
    named = members_in(sentence, found, stretch, at, discourse)
    if named is not None:
        return named
    if at > 1 and sentence.chunks[at - 1].text == ":" and found and found[0].members.named and found[0].last < at - 1:
        # "Russia is simpler: 39 since 1991"
        alone = len([p for p in found if p.last < at]) == 1
        return (found[0].members, frozenset(range(found[0].first, found[0].last + 1))) if alone else None
    subject = subject_of(sentence, found, at)
    standing = (
        at > 1 and sentence.chunks[at - 1].lower in ("on", "at", "to", "with") and _standing(sentence.chunks, at - 1)
    )
    if subject is None or object_of_with(sentence, subject):
        return None
    if not (standing or any(c.has("have", "verb") for c in sentence.chunks[subject.last + 1 : at])):
        return None
    members = resolved(subject.members, sentence, found, subject.first, discourse)
    return (
        (members, frozenset(range(subject.first, subject.last + 1))) if members is not None and members.named else None
    )


def _with_fronted(chunks: list[Chunk], stretch: Stretch) -> Stretch:
    """With all that leads in to a bare number: "under Obama's predecessor, George W. Bush, the figure was thirteen"."""
    first = stretch.first
    while (
        first > 0
        and chunks[first - 1].text not in (";", ":", "—", ".")
        and not any(c.has("verb") and not c.has("text") for c in chunks[first - 1 : first])
    ):
        first -= 1
    opens = (
        chunks[first].has("preposition", "and")
        or chunks[first].date is not None
        or chunks[first].lower in ("under", "in", "during")
    )
    return replace(stretch, first=first) if opens else stretch
