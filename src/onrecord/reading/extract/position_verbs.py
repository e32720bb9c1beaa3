"""Positions told by a verb: "Washington vetoed it", "was opposed by Bolivia", "abstaining were China and Russia"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from onrecord.reading.assertion import CLAUSE_MARKS, agent_after, asserted, fell_to, negated, passive
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Named, Position
from onrecord.reading.extract.spans import afterthought, among_tail, clause_end, lead_in
from onrecord.reading.extract.speakers import speaking
from onrecord.reading.extract.state import Discourse, a_people
from onrecord.reading.extract.voting import Act, acts_at, speaks_of_votes
from onrecord.reading.grammar import doer_of, governed, phrase_from
from onrecord.reading.parsed import Phrase, Sentence, covering, verb_group_start

ALONE = frozenset(
    {"alone", "on its own", "on their own", "single-handedly", "single-handed", "by itself", "unaided", "all alone"}
)
SINGLED = ("only ", "sole ", "lone ", "alone ")
COMPANY = frozenset(
    {
        "along with",
        "together with",
        "as well as",
        "alongside",
        "with",
        "accompanied by",
        "joined by",
        "followed by",
        "flanked by",
        "in the company of",
        "in company with",
    }
)
TEXTS = frozenset({"text", "draft", "resolution", "motion"})
RAISED = frozenset(
    {",", "together", "as one", "as", "one", "once", "more", "on", "with", "in", "unison", "to", "too", "all", "high",
     "up", "at", "the", "same", "time"}
)  # fmt: skip
"""Words between hands that are raised and "against"."""
OPTIONS = ("yes", "no", "abstain", "not voting")
LIST_REACH = 12
"""Chunks behind a verb within which the mark stands that opens a list of those counted."""
SHORT = 4
"""Chunks up to which a claim takes in what is said behind it in passing."""
LOOSE_REACH = 2
"""Sentences after a claim about a vote in which words that may mean something else are still taken to be about it."""


def verb_positions(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """What the verb at chunk `at` says that members did; numbers of unnamed members are for the tallies."""
    for act in acts_at(sentence, found, at):
        if (
            act.choice == "yes"
            and "hand" in sentence.chunks[at].lower
            and (_asked_who_was_against(sentence.chunks, act.last) or _asked_before(sentence.chunks, at))
        ):
            act = replace(act, choice="no")
        if (
            act.choice == "yes"
            and "hand" in sentence.chunks[at].lower
            and _hand_for_else(sentence.chunks, act.last + 1)
        ):
            continue
        claim = _of_act(sentence, found, act, discourse)
        if claim is not None:
            return claim
    return None


def _hand_for_else(chunks: list[Chunk], behind: int) -> bool:
    """ "Raised its hand to complain", "threw up its hands in despair": no vote."""
    if behind + 1 >= len(chunks) or not chunks[behind + 1].text.islower():
        return False
    word = chunks[behind + 1]
    if chunks[behind].lower == "to":
        return word.verb("vote", "yes", "adopt", "pass", "act") is None and not word.has("determiner")
    return chunks[behind].lower == "in" and not word.entries and word.lower not in ("unison", "support", "agreement")


def _asked_who_was_against(chunks: list[Chunk], last: int) -> bool:
    """ "Raised his hand when the president asked who was against", "lifted their hands together against it"."""
    for position in range(last + 1, min(last + 7, len(chunks))):
        chunk = chunks[position]
        if chunk.lower in ("against", "in opposition", "in dissent") or chunk.verb("no") is not None:
            return True
        if chunk.verb("vote") is not None and position + 1 < len(chunks):
            return chunks[position + 1].has("no_noun")
        aside = chunk.has("adverb", "only", "member", "and", "together") or chunk.date is not None
        if not (aside or chunk.lower in RAISED or chunk.lower.endswith("ly")):
            break
    asked = next(
        (
            i
            for i in range(last + 1, min(last + 14, len(chunks)))
            if chunks[i].lower in ("who", "those", "asked", "called for")
        ),
        None,
    )
    return asked is not None and any(c.has("no_noun") for c in chunks[asked + 1 : asked + 7])


def _asked_before(chunks: list[Chunk], at: int) -> bool:
    """ "When the president called for those against, it raised its hand"."""
    asked = next((i for i in range(at) if chunks[i].lower in ("call for", "calls for", "called for", "asked")), None)
    return asked is not None and any(c.has("no_noun") for c in chunks[asked + 1 : asked + 6])


def _of_act(sentence: Sentence, found: list[Phrase], act: Act, discourse: Discourse) -> Position | None:
    chunks = sentence.chunks
    if is_noun(chunks, found, act.at, act.form) or _compounded(chunks, act.at) or _of_the_union(chunks, act.last):
        return None
    if act.form in ("past", "participle") and act.choice not in (
        "alone",
        "with",
        "against",
        "same",
        "vote",
        "take part",
    ):
        is_passive = passive(chunks, act.at)
        if is_passive or (act.at + 1 < len(chunks) and chunks[act.at + 1].lower == "by"):
            if act.meaning in ("veto", "block", "yes", "no"):
                return _passive(sentence, found, act, discourse)
            if is_passive:
                return None
    if act.form == "gerund" and act.at and chunks[act.at - 1].lower == "from" and _left_for(chunks, act.last):
        return None
    doer = _doer(sentence, found, act, discourse)
    if doer is None or (act.meaning == "not_voting" and _after_the_vote(chunks, act.last)):
        return None
    if is_count(doer.members):
        return _listed_behind(sentence, found, act, doer)
    return _active(sentence, found, act, doer, discourse)


def _after_the_vote(chunks: list[Chunk], last: int) -> bool:
    """ "Walked out afterwards": having voted."""
    behind = chunks[last + 1 : last + 5]
    if not behind or behind[0].lower not in ("after", "afterwards", "later", "following"):
        return False
    return behind[0].lower in ("afterwards", "later") or any(c.has("vote_noun") for c in behind)


def _left_for(chunks: list[Chunk], last: int) -> bool:
    """ "Went from abstaining to voting no": what was done before, not this time."""
    return any(c.lower == "to" for c in chunks[last + 1 : last + 6])


def _compounded(chunks: list[Chunk], at: int) -> bool:
    """ "A Western-backed resolution"."""
    return at > 0 and chunks[at - 1].text == "-" and chunks[at - 1].end == chunks[at].start


def _of_the_union(chunks: list[Chunk], last: int) -> bool:
    """ "Vetoed the EU's joint statement": another body's decision, unless it is a text of the Council's."""
    behind = chunks[last + 1 : last + 7]
    owned = any(c.lower == "eu" and n.lower in ("'s", "'") for c, n in pairwise(behind))
    return owned and not any(c.has("text") for c in behind)


def is_noun(chunks: list[Chunk], found: list[Phrase], at: int, form: str) -> bool:
    """ "Washington's veto", "the vetoes of …", "the support", "a US veto": the noun, not the verb."""
    if form not in ("base", "third") or at == 0:
        return at == 0 and form == "base"
    chunk, before = chunks[at], chunks[at - 1]
    if before.lower in ("to", "not", "n't", "did not") or before.has("modal", "do"):
        return False
    if chunk.has("veto_noun", "vote_noun"):
        if before.has("member") and form == "third":
            following = chunks[at + 1] if at + 1 < len(chunks) else None
            demonym = (entry := before.get("member")) is not None and entry.form == "demonym"
            return demonym or (
                following is not None and following.has("have", "be", "preposition") and following.lower not in ("on",)
            )
        if form == "base" and (_several_before(found, chunks, at) or _inverted_before(chunks, at)):
            return False
        if (
            before.has("member", "of_adjective", "determiner", "only")
            or before.lower == "'s"
            or before.number is not None
        ):
            return True
        return before.has("preposition") or (not before.entries and form == "base" and before.text.islower())
    return form == "base" and (
        before.has("determiner", "preposition", "of_adjective")
        or before.lower == "'s"
        or (before.number is not None and before.number.ordinal)
    )


def _inverted_before(chunks: list[Chunk], at: int) -> bool:
    """ "Neither did Malta vote for it", "did France veto"."""
    return at > 1 and (chunks[at - 2].has("do", "neither") or chunks[at - 2].lower.endswith(" did"))


def _several_before(found: list[Phrase], chunks: list[Chunk], at: int) -> bool:
    """Several names right before, and an object behind: "China and Russia veto US bid"."""
    phrase = covering(found, at - 1)
    if phrase is None or len(phrase.members.named) < 2 or at + 1 >= len(chunks):
        return False
    following = chunks[at + 1]
    return (following.is_word and not following.has("be", "have", "preposition", "verb", "modal")) or following.has(
        "text"
    )


def _doer(sentence: Sentence, found: list[Phrase], act: Act, discourse: Discourse) -> Phrase | None:
    group = verb_group_start(sentence.chunks, act.at)
    doer = _held_to_it(sentence, found, act, group) or doer_of(sentence, found, act.at)
    if doer is None and (
        act.form == "gerund" or (act.form == "base" and group > 0 and sentence.chunks[group - 1].has("instead"))
    ):
        doer = _inverted(sentence, found, act.last)
    if doer is None:
        doer = _named_after(sentence, found, act)
    if doer is None and act.meaning == "vote" and act.choice in OPTIONS and act.last == act.at:
        doer = phrase_from(sentence.chunks, found, act.at + 1)
    if doer is None and act.form in ("past", "participle") and _first_word(sentence.chunks, act.at):
        left_out = discourse.subject_for(sentence)
        return None if left_out is None else Phrase(act.at, act.at, left_out)
    return doer


def _held_to_it(sentence: Sentence, found: list[Phrase], act: Act, group: int) -> Phrase | None:
    """Whom others praise or blame for what they did: "Kyiv thanked Kenya for voting yes", "shame on Chad for …"."""
    chunks = sentence.chunks
    if act.form == "base" and fell_to(chunks, group):
        return covering(found, group - 1)
    if act.form != "gerund" or group < 2 or chunks[group - 1].lower != "for":
        return None
    phrase = covering(found, group - 2)
    if phrase is None or not (phrase.members.named or phrase.members.groups) or phrase.first == 0:
        return None
    before = phrase.first - 1
    while before > 0 and chunks[before].has("determiner"):
        before -= 1
    return None if chunks[before].lower in ("to", "by", "with") else phrase


def _named_after(sentence: Sentence, found: list[Phrase], act: Act) -> Phrase | None:
    """ "The countries that voted against it were Israel and Nauru", "among those who abstained was Chad"."""
    chunks = sentence.chunks
    group = verb_group_start(chunks, act.at)
    if (
        group < 2
        or not chunks[group - 1].has("relative")
        or not (chunks[group - 2].has("member_noun") or chunks[group - 2].lower in ("those", "ones"))
    ):
        return None
    for position in range(act.last + 1, min(act.last + 9, len(chunks) - 1)):
        if chunks[position].has("be"):
            phrase = phrase_from(chunks, found, position + 1)
            return phrase if phrase is not None and phrase.members.named else None
        if chunks[position].text in ":—–(":
            phrase = phrase_from(chunks, found, position + 1)
            following = chunks[phrase.last + 1] if phrase is not None and phrase.last + 1 < len(chunks) else None
            listed = phrase is not None and (following is None or not following.is_word)
            return phrase if phrase is not None and listed and phrase.members.named else None
        if chunks[position].text in ",;" or (
            chunks[position].has("verb", "but") and not chunks[position].has("text", "cite")
        ):
            return None
    return None


def _first_word(chunks: list[Chunk], at: int) -> bool:
    """Whether the verb opens its sentence, so that the subject is left out: "Abstained, naturally."."""
    return all(not c.is_word or c.has("adverb", "and", "but", "negation") for c in chunks[:at])


def _inverted(sentence: Sentence, found: list[Phrase], last: int) -> Phrase | None:
    """ "Abstaining were China and Russia"; "abstaining: Algeria"; "after vetoing the text, Moscow said"."""
    chunks = sentence.chunks
    reach = last + 4
    while reach < len(chunks) and chunks[reach - 1].has("preposition", "determiner", "text", "vote_noun", "cite"):
        reach += 1
    for position in range(last + 1, min(reach, len(chunks))):
        if chunks[position].has("be") or chunks[position].text in (":", "—", "–", "("):
            phrase = phrase_from(chunks, found, position + 1)
            if phrase is not None:
                return phrase
    opening = next(
        (
            i
            for i in range(last, max(last - 6, -1), -1)
            if chunks[i].lower
            in ("after", "by", "in", "despite", "before", "without", "having", "instead of", "rather than")
        ),
        None,
    )
    if opening is not None and opening <= 2:
        for phrase in found:
            if (
                phrase.first > last
                and any(c.text == "," for c in chunks[last : phrase.first])
                and phrase.first - last < 24
            ):
                if chunks[phrase.first - 1].text == "," or chunks[phrase.first - 1].has("determiner"):
                    return phrase
    return None


def _listed_behind(sentence: Sentence, found: list[Phrase], act: Act, doer: Phrase) -> Position | None:
    """Those that were counted, named behind a colon: "five sat on their hands: China, Russia, …"."""
    chunks = sentence.chunks
    if (
        act.choice not in (*OPTIONS, "with")
        or act.denied
        or not asserted(sentence, act.at, doer.last, act.form)
        or negated(sentence, act.at, doer.last)
    ):
        return None
    within = _listed_within(sentence, found, act, doer)
    if within is not None:
        return within
    end = min(len(chunks) - 2, act.last + LIST_REACH)
    mark = next(
        (
            i
            for i in range(act.last + 1, end + 1)
            if chunks[i].text in ":—–(" or _spelled_behind(chunks, found, i, doer)
        ),
        None,
    )
    between = chunks[act.last + 1 : mark]
    if mark is None or any(
        c.cardinal is not None or c.has("and", "but") or c.verb("veto", "abstain", "yes", "no", "vote") for c in between
    ):
        return None
    phrase = phrase_from(chunks, found, mark + 1)
    if phrase is None or not phrase.members.named:
        return None
    after = chunks[phrase.last + 1] if phrase.last + 1 < len(chunks) else None
    if after is not None and after.is_word and after.lower not in ("itself", "and"):
        return None
    return Position(
        start=chunks[lead_in(chunks, found, doer.first)].start, end=chunks[phrase.last].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunks[act.at].start), members=phrase.members, choice=act.choice,
        companions=act.companions, total=doer.number if act.choice in OPTIONS else None,
    )  # fmt: skip


def _spelled_behind(chunks: list[Chunk], found: list[Phrase], comma: int, doer: Phrase) -> bool:
    """Whether as many names as were counted stand behind a comma: "only one came along, Malta."."""
    phrase = phrase_from(chunks, found, comma + 1) if chunks[comma].text == "," else None
    if phrase is None or not phrase.members.named or len(phrase.members.named) != doer.members.quantity:
        return False
    after = chunks[phrase.last + 1] if phrase.last + 1 < len(chunks) else None
    return after is None or after.text in ".,;!"


def _listed_within(sentence: Sentence, found: list[Phrase], act: Act, doer: Phrase) -> Position | None:
    """Those that were counted, named between the number and the verb: "two (Chad and Chile) abstained"."""
    chunks = sentence.chunks
    mark = doer.last + 1
    phrase = covering(found, mark + 1) if mark + 1 < act.at and chunks[mark].text in "(–—,-" else None
    if (
        phrase is None
        or phrase.first != mark + 1
        or not phrase.members.named
        or chunks[phrase.last + 1].text not in ")–—,-"
    ):
        return None
    return Position(
        start=chunks[lead_in(chunks, found, doer.first)].start, end=chunks[clause_end(sentence, found, act.last)].end,
        sentence=sentence.index, said_by=sentence.speaker_at(chunks[act.at].start), members=phrase.members,
        choice=act.choice,
        companions=act.companions, total=doer.number if act.choice in OPTIONS else None,
    )  # fmt: skip


# --- actives ---------------------------------------------------------------------------------


def _active(sentence: Sentence, found: list[Phrase], act: Act, doer: Phrase, discourse: Discourse) -> Position | None:
    chunks = sentence.chunks
    subject_last = doer.last if doer.last < act.at else -1
    if not asserted(sentence, act.at, subject_last, act.form) or habitual(chunks, subject_last, act.at):
        return None
    deny = denied(sentence, act, doer)
    choice = act.choice
    if choice in ("vote", "take part"):
        if not deny:
            return None
        choice, deny = "not voting", False
    counted = counted_before(chunks, found, doer)
    members = antecedent(sentence, found, doer) or discourse.resolve_pronoun(doer.members, sentence)
    if members is not None and members.first_person and (speaker := speaking(sentence, found, doer)) is not None:
        members = speaker.members
    if members is not None and members.first_person and choice in OPTIONS:
        discourse.note_own(choice, deny, sentence, chunks[act.last].end)
    if members is None or members.first_person or (members.nobody and choice not in ("veto", "yes", "no", "abstain")):
        return None
    if members.nobody and choice != "veto" and members.adjective is None and not members.others:
        return None
    if (members.everyone or members.others) and not members.but and (but := left_out(sentence, found)):
        members = replace(members, but=but)
    if members.everyone and choice == "yes" and not deny and not members.but:
        return None
    loose = _loose(sentence, found, act, members, discourse)
    if loose is None:
        return None
    if choice == "same":
        if discourse.last_choice is None or sentence.index - discourse.last_in > LOOSE_REACH:
            return None
        choice, companions = discourse.last_choice, discourse.last_companions
        if members == discourse.last_members:
            return None
    else:
        companions = act.companions
    last = act.last
    if companions is not None:
        named = discourse.resolve_pronoun(companions, sentence)
        if named is None or named == members or named.first_person:
            return None
        companions = named
        if choice not in ("with", "against"):
            # who did not join the others leaves open that they did it
            members, companions = (members if deny else united(members, companions)), None
    members = _joined_by(chunks, found, members, doer.last, act.at)
    extra = _company(sentence, found, last) if choice not in ("with", "against", "alone") else None
    if extra is not None:
        members, last = united(members, extra.members), max(last, extra.last)
    start = min(doer.first, act.at)
    if start > 1 and chunks[start - 1].lower == "which" and chunks[start - 2].lower in ("for", "against"):
        start -= 2
    if counted is not None:
        start = min(start, counted.first)
    if (
        doer.members.pronoun
        and (before := next((p for p in found if p.members is members and p.last < doer.first), None)) is not None
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
    if act.form == "gerund" and doer.last < act.at:
        start = _passed_with(chunks, start)
    end = clause_end(sentence, found, max(last, doer.last))
    members, end = with_tail(chunks, found, members, end)
    if end - start <= SHORT:
        end = afterthought(sentence, found, end, 8)
    return Position(
        start=chunks[lead_in(chunks, found, start)].start, end=chunks[end].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunks[act.at].start), members=members,
        choice="with" if choice == "against" else choice,
        negated=deny != (choice == "against"), only=act.only or (choice != "alone" and only(sentence, doer, act.at,
        last)), companions=companions, block=act.block, loose=loose,
        total=counted.number if counted is not None and choice in OPTIONS and is_count(counted.members) else None,
    )  # fmt: skip


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


def left_out(sentence: Sentence, found: list[Phrase]) -> tuple[Named, ...]:
    """Whom the sentence leaves out: "everyone voted for it except Syria", "with the exception of Syria, all
    members did".
    """
    for at, chunk in enumerate(sentence.chunks):
        if chunk.lower in ("aside", "excepted", "apart") and (phrase := covering(found, at - 1)) is not None:
            return phrase.members.named
        if chunk.has("exception") and (not chunk.has("verb") or at == 0):
            phrase = phrase_from(sentence.chunks, found, at + 1)
            if phrase is not None:
                return phrase.members.named
        if chunk.lower == "but" and at and sentence.chunks[at - 1].is_word:
            phrase = covering(found, at + 1)
            after = phrase is not None and sentence.chunks[phrase.last + 1 : phrase.last + 2]
            if phrase is not None and (not after or not after[0].is_word):
                return phrase.members.named
    return ()


def habitual(chunks: list[Chunk], subject_last: int, verb: int) -> bool:
    """ "Usually abstains", "has repeatedly vetoed": no one vote is meant."""
    group = verb_group_start(chunks, verb)
    if any(c.has("habit") for c in chunks[max(subject_last + 1, group, 0) : verb + 2]):
        return True
    present = any(e.kind == "verb" and e.form == "third" for e in chunks[verb].entries)
    return present and any(c.lower in ("every", "each") for c in chunks[max(subject_last + 1, group - 6, 0) : group])


def counted_before(chunks: list[Chunk], found: list[Phrase], doer: Phrase) -> Phrase | None:
    """The number that the names behind it spell out: "just two countries, the United States and Israel, voted no"."""
    comma = doer.first - 1
    while comma > 0 and chunks[comma].has("determiner"):
        comma -= 1
    if comma < 1 or chunks[comma].text not in ",:–—(" or not doer.members.named:
        return None
    phrase = covering(found, comma - 1)
    if phrase is None and chunks[comma - 1].cardinal is not None:
        phrase = Phrase(comma - 1, comma - 1, Members(quantity=chunks[comma - 1].cardinal), chunks[comma - 1].number)
    if phrase is None or phrase.number is None or phrase.members.quantity != len(doer.members.named):
        return None
    return phrase


def antecedent(sentence: Sentence, found: list[Phrase], doer: Phrase) -> Members | None:
    """Whom the sentence itself named before a pronoun: "China did not go that far, it abstained"."""
    if doer.members.pronoun and doer.members.text.lower() in ("both", "the two", "the pair"):
        named = [n for p in found if p.last < doer.first for n in p.members.named]
        return Members(tuple(named), text=doer.members.text) if len(named) == 2 else None
    if not doer.members.pronoun or doer.members.text.lower() not in ("it", "they", "he", "she"):
        return None
    plural = doer.members.text.lower() == "they"
    person = doer.members.text.lower() in ("he", "she")
    for phrase in found:
        if phrase.last >= doer.first:
            break
        if person and not is_person(sentence.chunks, phrase):
            continue
        several = len(phrase.members.named) > 1 or (plural and a_people(phrase.members))
        if (phrase.members.named or phrase.members.adjective) and not governed(sentence.chunks, phrase.first):
            return phrase.members if several == plural or phrase.members.adjective else None
    return None


def is_person(chunks: list[Chunk], phrase: Phrase) -> bool:
    """Whether a delegate or leader is named, of whom "he" and "she" are said."""
    if any(c.has("delegate") for c in chunks[phrase.first : phrase.last + 1]):
        return True
    return any(alias.kind in ("envoy", "leader") for named in phrase.members.named for alias in named.aliases)


def denied(sentence: Sentence, act: Act, doer: Phrase) -> bool:
    """Whether the clause says that it was not done."""
    chunks = sentence.chunks
    subject_last = doer.last if doer.last < act.at else -1
    deny = negated(sentence, act.at, subject_last) != _of_nothing(chunks, act.last + 1)
    group = verb_group_start(chunks, act.at)
    if (
        group > 0
        and (chunks[group - 1].has("instead") or chunks[group - 1].lower in ("neither", "nor", "without"))
        and not deny
    ):
        return not act.denied
    if doer.first < act.at and not any(c.has("relative") for c in chunks[doer.last + 1 : act.at]):
        before = doer.first - 1
        deny = deny or (doer.members.text.lower() == "both" and chunks[doer.first].lower == "neither")
        while before >= 0 and (
            chunks[before].lower == "even" or (chunks[before].has("determiner") and chunks[before].lower != "neither")
        ):
            before -= 1
        if (
            before >= 0
            and (chunks[before].lower in ("not", "neither", "nor", "without") or chunks[before].has("neither"))
            and not chunks[before + 1].has("only")
        ):
            deny = not deny
    return deny != act.denied


def _of_nothing(chunks: list[Chunk], behind: int) -> bool:
    """ "Vetoed nothing", "supported neither", "opposed none of them", "vetoed no text"."""
    if behind >= len(chunks):
        return False
    following = chunks[behind].lower
    return following in ("nothing", "none", "neither") or (
        following == "no" and behind + 1 < len(chunks) and chunks[behind + 1].has("text")
    )


def _loose(sentence: Sentence, found: list[Phrase], act: Act, members: Members, discourse: Discourse) -> bool | None:
    """False where the words surely speak of a vote, True where only a vote that bears them out shows it, None
    where they do not.
    """
    chunks = sentence.chunks
    near = discourse.voted_near(sentence)
    speaking = speaks_of_votes(sentence)
    if act.needs == "" or (
        act.needs in ("vote", "text") and any(word in TEXTS for word in chunks[act.at].lower.split())
    ):
        return False
    if act.needs == "event":
        return True if near or speaking else None
    if act.needs == "vote":
        return False if speaking or near else True if act.choice == "alone" else None
    if members.others or members.everyone or members.nobody:
        return False
    following = chunks[act.last + 1] if act.last + 1 < len(chunks) else None
    if (
        speaking
        and chunks[act.at].has("no_noun", "yes_noun")
        and (following is None or not following.is_word or following.has("and"))
    ):
        return False
    for position in range(act.last + 1, min(act.last + 9, len(chunks))):
        chunk = chunks[position]
        if (
            chunk.has("and")
            and position + 1 < len(chunks)
            and any(e.kind == "verb" and e.form == "past" for e in chunks[position + 1].entries)
        ):
            break
        if chunk.has("text", "cite") or chunk.text.startswith(("S/", "A/")):
            return False
        if chunk.has("pronoun_text") and position <= act.last + 2:
            return False if speaking or near else None
        if chunk.text in ",;:—–" or chunk.has("but"):
            break
    if speaking and any(c.has("text") for c in chunks[max(0, act.at - 14) : act.at]):
        return False
    named = chunks[act.last + 1].has("determiner") if act.last + 1 < len(chunks) else False
    return True if act.block or speaking or (near and named) else None


def _company(sentence: Sentence, found: list[Phrase], last: int) -> Phrase | None:
    """Others that did the same, named behind the verb: "abstained, along with Algeria"."""
    chunks = sentence.chunks
    for position in range(last + 1, min(last + 6, len(chunks))):
        chunk = chunks[position]
        by = (
            chunk.lower in ("joined", "accompanied", "followed", "flanked", "seconded", "supported")
            and position + 1 < len(chunks)
            and chunks[position + 1].lower == "by"
        )
        if chunk.lower in COMPANY or by:
            for first in (position + 1, position + 2, position + 3):
                phrase = covering(found, first)
                if phrase is not None and phrase.first == first and phrase.members.named:
                    following = chunks[phrase.last + 1] if phrase.last + 1 < len(chunks) else None
                    if chunk.lower == "with" and not _bare_company(chunks, position, following):
                        return None
                    if following is not None and (
                        following.has("verb", "abstention_noun", "no_noun")
                        or (chunk.lower == "with" and following.lower == "on")
                    ):
                        return None
                    return phrase
            return None
        if chunk.has("verb", "but") or chunk.text in ";:—–":
            return None
    return None


def _bare_company(chunks: list[Chunk], at: int, following: Chunk | None) -> bool:
    """ "Abstained with Guyana and Jordan", "with Israel for company"; not "with Guyana's envoy leaving the room"."""
    if following is None or not following.is_word:
        return True
    return following.lower == "for" and any(c.lower == "company" for c in chunks[at + 2 : at + 9])


def _joined_by(chunks: list[Chunk], found: list[Phrase], members: Members, first: int, verb: int) -> Members:
    """With those named between subject and verb: "China was joined by India in abstaining"."""
    for at in range(first + 1, verb - 2):
        if chunks[at].verb("join") and chunks[at + 1].lower == "by":
            phrase = phrase_from(chunks, found, at + 2)
            if phrase is not None and phrase.members.named and phrase.last < verb:
                return united(members, phrase.members)
    return members


def united(one: Members, other: Members) -> Members:
    return replace(
        one, named=one.named + tuple(n for n in other.named if n not in one.named), groups=one.groups + other.groups
    )


def with_tail(chunks: list[Chunk], found: list[Phrase], members: Members, end: int) -> tuple[Members, int]:
    """A list of some of those counted, behind a comma: "the other 13 abstained, Britain and China among them"."""
    if (
        end + 2 < len(chunks)
        and chunks[end + 1].text == ","
        and (tail := among_tail(chunks, found, end + 2)) is not None
    ):
        return members, tail
    return members, end


def only(sentence: Sentence, subject: Phrase, verb: int, last: int) -> bool:
    """Whether the clause says that nobody else did so."""
    chunks = sentence.chunks
    if _within_some(chunks, subject, verb):
        return False
    around = [
        *range(max(subject.first - 2, 0), min(subject.first + 1, len(chunks))),
        subject.last + 1,
        subject.last + 2,
    ]
    for position in around:
        if 0 <= position < len(chunks) and chunks[position].has("only") and chunks[position].number is None:
            if chunks[position].lower == "only" and position > subject.last:
                continue
            if any(chunks[i].text in CLAUSE_MARKS for i in range(position + 1, subject.first)):
                continue
            return chunks[position].lower not in ("single",)
    commas = [i for i in range(subject.last + 1, verb) if chunks[i].text in ",–—)"]
    own = commas[-1] if len(commas) > 1 else subject.last
    if subject.last < verb and any(
        chunks[i].lower in ALONE
        or (i > own and chunks[i].has("only") and not (chunks[i].lower == "only" and i + 1 == verb))
        or (chunks[i].has("realised") and chunks[i].lower.startswith(SINGLED))
        for i in range(subject.last + 1, verb)
    ):
        return not any(c.has("other") for c in chunks[subject.last + 1 : verb])
    for chunk in chunks[last + 1 : last + 12]:
        if chunk.text in ";:—–" or chunk.has("but", "verb"):
            break
        if chunk.lower in ALONE:
            return True
    return any(c.has("only") for c in chunks[verb + 1 : last]) or (
        " only " in chunks[verb].lower or " lone " in chunks[verb].lower or " sole " in chunks[verb].lower
    )


def _within_some(chunks: list[Chunk], subject: Phrase, verb: int) -> bool:
    """Whether nobody else is meant only of some: "the only Nordic state to", "in the EU only Prague"."""
    if subject.last < verb and any(c.has("of_adjective", "elsewhere") for c in chunks[subject.last + 1 : verb]):
        return True
    for at in range(max(0, subject.first - 8), subject.first - 1):
        if chunks[at].lower in ("in", "of", "among", "from") and (at == 0 or not chunks[at - 1].is_word):
            named = chunks[at + 1 : subject.first]
            if not any(c.date is not None or c.has("council", "assembly", "vote_noun", "text") for c in named):
                return True
    return False


def is_count(members: Members) -> bool:
    """ "Ten members voted for it" is a tally, not a position."""
    return (
        members.quantity is not None
        and not members.others
        and members.adjective is None
        and not members.named
        and not members.groups
    )


# --- passives --------------------------------------------------------------------------------


def _passive(sentence: Sentence, found: list[Phrase], act: Act, discourse: Discourse) -> Position | None:
    chunks = sentence.chunks
    agent = agent_after(sentence, found, act.at)
    if agent is None or agent.members.empty or is_count(agent.members) or not asserted(sentence, act.at, -1, "past"):
        return None
    members = discourse.resolve_pronoun(agent.members, sentence)
    if members is None or members.first_person:
        return None
    if act.meaning != "veto" and not speaks_of_votes(sentence) and not discourse.voted_near(sentence):
        return None
    alone = any(
        0 <= i < len(chunks) and (chunks[i].lower in ALONE or chunks[i].lower == "only")
        for i in (agent.first - 1, agent.last + 1)
    )
    start = act.at
    while start > 0 and chunks[start - 1].text not in ",;:—–" and not chunks[start - 1].has("but", "and"):
        start -= 1
    end = clause_end(sentence, found, agent.last)
    return Position(
        start=chunks[start].start, end=chunks[end].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunks[act.at].start),
        members=members, choice=act.choice, negated=negated(sentence, act.at, -1) != act.denied, only=alone,
        block=act.block,
    )  # fmt: skip
