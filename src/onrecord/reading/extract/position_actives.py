"""Positions told by an active verb of voting: who did it, with whom, and whether it was denied ("China did not veto
it", "Chad alone abstained").
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from onrecord.reading.assertion import asserted, refused
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import OPTIONS, Members, Position
from onrecord.reading.excepting import excepts
from onrecord.reading.extract.acts import able
from onrecord.reading.extract.meant_by_pronouns import with_a_veto
from onrecord.reading.extract.position_active_company import (
    along,
    along_on_several,
    joined_by,
    left_alone,
    named_before,
    of_those_counted,
    one_by_one,
)
from onrecord.reading.extract.position_and_others import altogether
from onrecord.reading.extract.position_apart import left_out
from onrecord.reading.extract.position_loose import how_loose
from onrecord.reading.extract.position_no_act import no_act
from onrecord.reading.extract.position_only import only
from onrecord.reading.extract.position_ours import SIDES, at_something_else, of_us, with_us
from onrecord.reading.extract.position_scope import (
    aimed,
    antecedent,
    cannot_veto,
    company_of,
    counted_before,
    denied,
    habitual,
    is_count,
    united,
    with_tail,
)
from onrecord.reading.extract.position_the_one import named_as
from onrecord.reading.extract.spans import afterthought, clause_end, lead_in
from onrecord.reading.extract.speakers import speaking
from onrecord.reading.extract.state import VOTE_BACK, Discourse
from onrecord.reading.extract.voting_words import Act, of_a_stance
from onrecord.reading.governing import behind_object
from onrecord.reading.parsed import Phrase, Sentence, finite
from onrecord.reading.table import word_sets

WAITING = ("until", "till", "before")
REFUSED = ("yes", "with", "same", "vote", "take part")
"""What "would not" says was refused, not foretold."""
SHORT = 4
"""Chunks up to which a claim takes in what is said behind it in passing."""
LOOSE_REACH = 2
"""Sentences after a claim about a vote in which words that may mean something else are still taken to be about it."""
HANDS = frozenset({"hand", "hands"})
CARRYING = ("too", "also", "as well", "likewise", "as before", "again")


def _done_to_it(chunks: list[Chunk], last: int) -> bool:
    """ "Did the same to the draft on Sudan": what is done to a text, as no abstention is."""
    same = last if chunks[last].lower.endswith("same") else last - 1
    behind = chunks[same + 1] if same + 1 < len(chunks) else None
    return chunks[same].lower.endswith("same") and behind is not None and behind.lower == "to"


def _only_other(chunks: list[Chunk], first: int, at: int) -> bool:
    """ "Poland was the only other member to vote against": besides whoever was told of."""
    return any(c.lower.startswith("only other") for c in chunks[first : at + 1]) or any(
        one.lower == "only" and other.lower == "other" for one, other in pairwise(chunks[first : at + 1])
    )


def active_position(
    sentence: Sentence, found: list[Phrase], act: Act, doer: Phrase, discourse: Discourse
) -> Position | None:
    """What an active verb says that its doer did; None where it tells of no one vote or of nobody who can be told."""
    chunks = sentence.chunks
    doer = behind_object(chunks, doer)
    if excepts(chunks, act.at) or no_act(chunks, doer, act):
        return None
    subject_last = doer.last if doer.last < act.at else -1
    choice = act.choice
    would_not = (
        _of_one_text(chunks, act) and choice in REFUSED and not act.denied and refused(sentence, act.at, subject_last)
    )
    if not (would_not or asserted(sentence, act.at, subject_last, act.form)) or habitual(chunks, subject_last, act.at):
        return None
    deny = denied(sentence, act, doer)
    if deny and _till_then(chunks, act):
        return None
    if deny and doer.members.adjective is not None and doer.members.quantity == 1 and _predicate(chunks, doer.first):
        return None
    if choice in ("vote", "take part"):
        if not deny or _together(chunks, act):
            return None
        choice, deny = "not voting", False
    apart = any(c.has("relative") for c in chunks[doer.last + 1 : act.at])
    told = named_as(chunks, found, doer, act.last) if apart and doer.members.others else None
    if told is None and doer.members.others and doer.members.quantity and chunks[doer.last + 1].has("relative"):
        return None  # "the other two who abstained": not all others did
    counted = None if apart else counted_before(chunks, found, doer)
    before = chunks[doer.first - 1] if doer.first > 0 else None
    same = before is not None and before.has("pronoun_member") and before.lower.startswith("the same ")
    # "the same two permanent members" are those told of before
    whom = Members(pronoun=True, text=chunks[doer.first - 1].text) if same else doer.members
    members = antecedent(sentence, found, doer) or discourse.resolve_pronoun(whom, sentence)
    members = told.members if told is not None else members
    if members is not None and members.first_person and (speaker := speaking(sentence, found, doer.first)) is not None:
        members = speaker.members
    if members is not None and members.first_person and choice in OPTIONS:
        discourse.note_own(choice, deny, sentence, chunks[act.last].end)
        if not deny and choice in SIDES:
            discourse.ours = sentence.index, SIDES[choice]
    if members is not None and members.nobody and choice == "with" and members.adjective is None and act.companions:
        return left_alone(sentence, found, act, doer, discourse)
    if members is not None and members.nobody and choice in OPTIONS and act.companions and not deny:
        # "not a single country joined Cuba in voting against"
        alone = left_alone(sentence, found, act, doer, discourse)
        if alone is None:
            return None
        all_of_them = alone.members if alone.companions is None else united(alone.companions, alone.members)
        return replace(alone, members=all_of_them, choice=choice, companions=None, only=True)
    bare = doer.last == act.at - 2 and chunks[act.at - 1].text == ","
    if members is not None and choice == "veto" and bare and cannot_veto(members):
        return None  # "June, Lebanon, vetoed again": what was vetoed
    if members is not None and doer.members.pronoun and choice == "veto" and not deny and not able(members, choice):
        # "The Dominicans voted with America; a week later it vetoed …": whoever can.
        near = (voted for index, voted in discourse.voters if sentence.index - index <= VOTE_BACK)
        if (members := with_a_veto(doer.members.text.lower(), near)) is None:
            return None
    if members is not None and members.everyone and _whenever(chunks, act):
        return None
    if (members is None or members.first_person) and choice in OPTIONS and not deny:
        # whoever "she" or "we" may be, those beside her or us did so as well
        company = company_of(sentence, found, act.last)
        members = company.members if company is not None else members
    excepted = members is not None and members.nobody and (choice in OPTIONS or choice == "veto") and not deny
    if excepted and choice == "veto" and _of_any_time(chunks, act):
        return None
    only_of = members.adjective if members is not None else None
    if excepted and (but := left_out(sentence, found)):
        members = Members(but, text=" ".join(named.text for named in but))  # "nobody abstained except Chad"
    else:
        excepted, only_of = False, None
    if (
        members is None
        or members.first_person
        or members.empty
        or (members.nobody and choice not in ("veto", "yes", "no", "abstain"))
    ):
        return None
    if members.nobody and choice != "veto" and members.adjective is None and not members.others:
        return None
    if members.all_of_some and not (members.but or members.nobody) and (but := left_out(sentence, found)):
        members = replace(members, but=but)
    if members.everyone and choice == "yes" and not deny and not members.but:
        return None
    loose = how_loose(sentence, act, members, discourse)
    if loose is None:
        return None
    # "The same pair" may be those who were told of before others
    loose = loose or whom.text.lower().startswith("the same ")
    if choice == "veto" and act.meaning == "join" and act.companions is None and cannot_veto(members):
        choice = "no"  # "Poland joined the Soviet veto"
    if choice == "yes" and along(chunks, act) and discourse.last_deed is not None:
        told_in, deed = discourse.last_deed
        if sentence.index - told_in <= 1 and deed in ("veto", "no", "abstain") and told_in == discourse.last_in:
            # "Moscow vetoed it. Beijing went along."
            choice = "no" if deed == "veto" else deed
    if choice == "yes" and along_on_several(chunks, act):
        return None
    if choice == "with them":
        role = discourse.role_of((act.companions.quantity if act.companions is not None else None) or 0)
        if role is None:
            return None
        choice, companions = role, None
    elif choice == "same" and len(members.named) > 1 and _alike(chunks, act):
        choice = "with"
        members, companions = replace(members, named=members.named[:1]), replace(members, named=members.named[1:])
    elif choice == "same":
        if discourse.last_choice is None or sentence.index - discourse.last_in > LOOSE_REACH:
            return None
        if any(c.has("times") or c.lower in ("once", "twice") for c in chunks[act.last + 1 : act.last + 4]):
            return None
        if discourse.last_in != sentence.index and _of_what_was_just_done(chunks, doer.first):
            return None
        # what the sentence in between told of, in whatever words, may be what was done
        loose = loose or (chunks[act.at].lower.startswith("d") and sentence.index - discourse.last_in > 1)
        counted_last = discourse.just_counted(chunks[act.at].start, members)
        choice, companions = counted_last or discourse.last_choice, None
        if counted_last is None and (_of_vetoes_since(members, discourse) or discourse.just_vetoed(members, sentence)):
            # "The others voted for it. The last time it did so …", "Moscow had vetoed nothing …. In July it did so"
            choice = "veto"
        elif counted_last is None:
            companions = discourse.last_companions
            deny = deny != discourse.last_negated
        if _done_to_it(chunks, act.last) and choice != "veto":
            # "The US vetoed one; London stayed out. Moscow had done the same to another": what befell the text
            if discourse.vetoer is None or sentence.index - discourse.vetoed_in > VOTE_BACK or cannot_veto(members):
                return None
            choice, companions, deny = "veto", None, False
        if choice == "veto" and discourse.last_members is not None and cannot_veto(members):
            # "Russia vetoed it; Poland did the same"
            choice, companions = "with", discourse.last_members
        if members == discourse.last_members and not any(d.date and d.date.role == "at" for d in sentence.dates):
            return None
    else:
        companions = act.companions
    last, beside_others = act.last, act.companions is not None
    if choice == "with" and of_us(companions) and at_something_else(chunks, act.last):
        return None
    if choice == "with" and of_us(companions) and (ours := with_us(sentence, discourse)) is not None:
        if not ours[1] or (companions is not None and companions.first_person):
            choice, companions, loose = ours[0], None, loose or ours[1]
    if companions is not None:
        here = bool(discourse.subjects) and discourse.subjects[-1][0] == sentence.index
        within = named_before(found, companions, doer.first) if companions.pronoun and not here else None
        named = within or one_by_one(companions, sentence, discourse) or discourse.resolve_pronoun(companions, sentence)
        if named is None or named == members or named.first_person:
            return None
        if companions.pronoun and members.named and set(members.named) < set(named.named):
            return None  # "Egypt and India stayed away. In July India voted with them": with others than itself
        if companions.text.lower() == "them" and of_those_counted(named, discourse):
            return None
        companions = named
        if choice not in ("with", "against"):
            # who did not join the others leaves open that they did it
            members, companions = (members if deny else united(members, companions)), None
    members = joined_by(chunks, found, members, doer.last, act.at)
    extra = company_of(sentence, found, last) if choice not in ("with", "against", "alone") else None
    if extra is not None:
        members, last = united(members, extra.members), max(last, extra.last)
        if choice == "veto" and cannot_veto(extra.members):
            choice = "no"  # "Russia vetoed it, with Bolivia for company": whose vote against it was
    start = _start(chunks, found, act, doer, members, counted)
    if told is not None:
        start, last = min(start, told.first), max(last, told.last)
    end = clause_end(sentence, found, max(last, doer.last))
    at_something = aimed(sentence, act.at, end, choice) or _only_a_hand(chunks, act)
    at_something = at_something or (choice != act.choice and choice in OPTIONS and discourse.last_aimed)
    members, end = with_tail(chunks, found, members, end)
    if end - start <= SHORT:
        end = afterthought(sentence, found, end, 8)
    return Position(
        *sentence.placed(lead_in(chunks, found, start), end, act.at),
        members=members,
        choice="with" if choice == "against" else choice,
        negated=deny != (choice == "against"),
        only=not _only_other(chunks, start, act.at)
        and (
            (excepted and only_of is None)
            or act.only
            or (act.choice not in ("alone", "same") and _alone(sentence, doer, act, last))
        ),
        only_of=only_of,
        companions=companions,
        block=act.block,
        aside=choice == "abstain" and "abst" not in chunks[act.at].lower and act.meaning == "abstain",
        loose=loose,
        aimed=at_something,
        stance=of_a_stance(chunks, act),
        total=counted.number
        if counted is not None and choice in OPTIONS and is_count(counted.members) and not beside_others
        else None
        if deny or choice not in OPTIONS or beside_others
        else altogether(chunks, doer, members, act.last),
    )


def _of_what_was_just_done(chunks: list[Chunk], first: int) -> bool:
    """ "Israel stuck with us; Britain did as well": as the words right before tell of others, in a verb not read."""
    joint = next((i for i in range(first - 1, 0, -1) if chunks[i].text in ";," or chunks[i].has("and")), 0)
    opens = next((i + 1 for i in range(joint - 1, -1, -1) if chunks[i].text in ";:"), 0)
    return any(map(finite, chunks[opens:joint]))


def _of_vetoes_since(members: Members, discourse: Discourse) -> bool:
    """ "Moscow had vetoed nothing for years. In July it did so": whether vetoes were spoken of since the last vote."""
    of_vetoes = discourse.counted is not None and discourse.counted.what == "veto" and not cannot_veto(members)
    return of_vetoes and bool(discourse.voters) and discourse.voters[-1][0] < discourse.counted_in


def _of_any_time(chunks: list[Chunk], act: Act) -> bool:
    """ "Nobody but Russia has ever vetoed a text on it", "vetoed anything": of no one vote."""
    around = chunks[max(0, act.at - 3) : act.at + 3]
    return any(c.has("ever") or c.lower in ("ever", "anything", "any") for c in around)


def _alone(sentence: Sentence, doer: Phrase, act: Act, last: int) -> bool:
    """Whether nobody else did so; not "only Poland joined him in saying no", "only Oman sided with the sponsors"."""
    joined = (act.meaning == "join" and act.companions is None) or any(
        c.verb("join") is not None for c in sentence.chunks[doer.last + 1 : act.at]
    )
    return not joined and only(sentence, doer, act.at, last)


TOGETHER = word_sets("position_words.csv")["in_unison"]


def _together(chunks: list[Chunk], act: Act) -> bool:
    """ "The Arabs did not vote as one": they did vote."""
    behind = [c.lower for c in chunks[act.last + 1 : act.last + 4]]
    return any(" ".join(behind[:n]) in TOGETHER for n in (1, 2, 3))


def _only_a_hand(chunks: list[Chunk], act: Act) -> bool:
    """ "Mr Scali put up his hand": for it or against it."""
    said = " ".join(c.lower for c in chunks[act.at : act.last + 1]).split()
    return act.choice == "yes" and not HANDS.isdisjoint(said) and "for" not in said


def _of_one_text(chunks: list[Chunk], act: Act) -> bool:
    """ "Would not support a text that lacked teeth", "would not vote until Monday": of no one vote that was taken."""
    behind = chunks[act.last + 1 : act.last + 7]
    waited = any(c.lower in WAITING or (c.date is not None and c.date.role in WAITING) for c in behind)
    return not waited and not (behind and behind[0].lower in ("a", "an", "any", "such"))


TILL_THEN = ("before", "previously", "until then", "till then", "until now", "hitherto", "before then", "before that")


def _till_then(chunks: list[Chunk], act: Act) -> bool:
    """ "It had not vetoed one before": of all votes up to that one."""
    behind = chunks[act.last + 1 : act.last + 8]
    end = next((i for i, c in enumerate(behind) if not c.is_word), len(behind))
    told_before = any(c.lower.startswith(("had", "has", "have")) for c in chunks[max(0, act.at - 4) : act.at])
    return end > 0 and behind[end - 1].lower in TILL_THEN and told_before


def _whenever(chunks: list[Chunk], act: Act) -> bool:
    """ "What remains when everybody abstains": no one vote."""
    return act.form == "third" and any(c.lower in ("when", "whenever", "where", "once") for c in chunks[: act.at])


def _alike(chunks: list[Chunk], act: Act) -> bool:
    """ "Washington and Moscow voted the same way", as each other; not "voted the same way too", as those before."""
    words = chunks[act.at].lower.split()
    behind = chunks[act.last + 1 : act.last + 3]
    return words[0] in ("vote", "voted", "votes", "voting") and not any(c.lower in CARRYING for c in behind)


def _predicate(chunks: list[Chunk], first: int) -> bool:
    """ "India is not a permanent member and has no veto": what it is not, and no subject of its own."""
    before = chunks[max(0, first - 2) : first]
    return any(c.has("negation", "be") for c in before if not c.has("determiner"))


def _start(
    chunks: list[Chunk], found: list[Phrase], act: Act, doer: Phrase, members: Members, counted: Phrase | None
) -> int:
    """The first chunk of what is said of those who did it; `counted` is the number named before them, if any."""
    start = min(doer.first, act.at)
    if start > 1 and chunks[start - 1].lower == "which" and chunks[start - 2].lower in ("for", "against"):
        start -= 2
    if counted is not None:
        start = min(start, counted.first)
    if (
        doer.members.pronoun
        and (before := next((p for p in found if _stood_for(p, members) and p.last < doer.first), None)) is not None
    ):
        start = (
            before.first
            if chunks[doer.first - 1].text == ","
            and not any(c.text in ",;:—–" for c in chunks[before.last + 1 : doer.first - 1])
            else start
        )
    if (
        act.form == "gerund"
        and doer.last < act.at
        and chunks[doer.last + 1].text != ","
        and any(c.text == "," for c in chunks[max(doer.last + 1, act.at - 3) : act.at])
    ):
        start = act.at
    if chunks[act.at - 1].lower == "having" and doer.last + 1 < act.at - 2 and chunks[act.at - 2].text == ",":
        return act.at - 1  # "voted no on Friday, having abstained in May": a deed of its own
    if act.form == "gerund" and doer.last < act.at:
        return _passed_with(chunks, start)
    return start


def _stood_for(phrase: Phrase, members: Members) -> bool:
    """Whether the pronoun's members are those that the phrase names: "Chad and Mali, both …"."""
    return phrase.members is members or (len(members.named) > 1 and phrase.members.named == members.named)


def _passed_with(chunks: list[Chunk], start: int) -> int:
    """Where "the text went through with Britain abstaining" begins: what became of it belongs to who did what."""
    at = start
    while at > 0 and chunks[at - 1].has("determiner"):
        at -= 1
    if at < 3 or chunks[at - 1].lower != "with" or chunks[at - 2].verb("pass", "adopt", "fail") is None:
        return start
    for position in range(at - 2, max(at - 16, -1), -1):
        if chunks[position].text in ".;:—–" or chunks[position].has("and", "but"):
            return position + 1
    return 0 if at < 16 else start
