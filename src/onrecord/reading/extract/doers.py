"""Who does an act of voting, by verb or by noun, and whether it is told as done rather than feared or announced."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.assertion import agent_after, asserted, negated
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.extract.acts import CLAUSE_ENDS, Act, able, single
from onrecord.reading.extract.bounds import in_office
from onrecord.reading.extract.meant_by_pronouns import PLURAL
from onrecord.reading.extract.state import OF_TWO, Discourse
from onrecord.reading.grammar import subject_of
from onrecord.reading.lexicon import prefix_code
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets
from onrecord.record.model import Alias


def owner(sentence: Sentence, at: int) -> tuple[Members, int] | None:
    """Whose the noun at `at` is, by the words in front of it: "Russia's", "US", "Russian and Chinese", "its"."""
    chunks = sentence.chunks
    position = at - 1
    for _ in range(7):
        if position < 0:
            return None
        chunk = chunks[position]
        if chunk.has("member") and not chunk.has("blocked"):
            owning = owners(chunks, position)
            if (position + 1 < at and chunks[position + 1].lower == "'s") or able(owning[0], _noun(chunks[at])):
                return owning
            position -= 1
            continue
        if chunk.has("prefix") and (code := prefix_code(chunk.text)) is not None:
            return Members((Named(chunk.text, (Alias(code, chunk.text, "prefix"),)),), text=chunk.text), position
        if chunk.has("group"):
            return Members(groups=(chunk.get("group").value,), text=chunk.text), position  # type: ignore[union-attr]
        if chunk.lower in OF_TWO:
            return Members(pronoun=True, text=chunk.lower), position
        if chunk.lower == "whose" and (before := _named_last(chunks, position)) is not None:
            return owners(chunks, before)
        if chunk.lower in ("its", "their", "his", "her", "your"):
            plural = chunk.lower == "their"
            return Members(pronoun=True, text="they" if plural else "it"), position
        if in_office(chunks, position) and position + 1 < at and chunks[position + 1].lower == "'s":
            return Members(pronoun=True, text="it"), position - 1
        if chunk.lower in ("our", "my"):
            return Members(first_person=True, text=chunk.text), position
        if not _within_noun(chunk):
            return None
        position -= 1
    return None


def _named_last(chunks: list[Chunk], relative: int) -> int | None:
    """The member right before "whose": "joined by the United States, whose first veto it was"."""
    at = relative - 1 - (relative > 0 and chunks[relative - 1].text == ",")
    return at if at >= 0 and chunks[at].has("member") else None


def _noun(chunk: Chunk) -> str:
    return "veto" if chunk.lower.startswith("veto") else ""


def _within_noun(chunk: Chunk) -> bool:
    """Whether a word may stand between an owner and the noun."""
    return (
        chunk.number is not None or chunk.lower in single("between") or chunk.lower in ("'s", "'", "-", "the")
        or chunk.has("of_adjective", "last_word", "only", "council", "place") or chunk.lower in ("first", "gaza")
    )  # fmt: skip


def owners(chunks: list[Chunk], last: int) -> tuple[Members, int]:
    """Names joined by "and" or commas that end at chunk `last`."""
    first = last
    named = [Named(chunks[last].text, chunks[last].get("member").aliases)]  # type: ignore[union-attr]
    position = last - 1
    if (
        position >= 1
        and chunks[position].text == "-"
        and chunks[position - 1].has("prefix")
        and (code := prefix_code(chunks[position - 1].text))
    ):
        named.insert(0, Named(chunks[position - 1].text, (Alias(code, chunks[position - 1].text, "prefix"),)))
        first, position = position - 1, position - 2
    while position >= 1 and (chunks[position].has("and") or chunks[position].text in (",", "-")):
        before = position - 1
        if before >= 1 and (chunks[before].has("and") or chunks[before].text == ","):
            before -= 1
        if chunks[before].lower == "'s" and before:
            before -= 1
        entry = chunks[before].get("member")
        if entry is None:
            break
        named.insert(0, Named(chunks[before].text, entry.aliases))
        first = before
        position = before - 1
    text = " ".join(c.text for c in chunks[first : last + 1])
    return Members(tuple(named), text=text), first


def doer(sentence: Sentence, found: list[Phrase], act: Act, discourse: Discourse) -> tuple[Members, int] | None:
    """Who does it, pronouns resolved, with the first chunk that says so (the act's own where none does)."""
    if not act.verbal:
        return _doer_of_noun(sentence, found, act, discourse)
    phrase = agent_after(sentence, found, act.last) if act.passive else subject_of(sentence, found, act.first)
    if (
        phrase is not None
        and phrase.members.pronoun
        and phrase.first
        and sentence.chunks[phrase.first - 1].lower in ("before", "after")
    ):
        # "Russia and the Soviet Union before it have vetoed …"
        phrase = next((p for p in reversed(found) if p.last < phrase.first), phrase)
    if phrase is None and not act.passive:
        phrase = (
            _adjacent(sentence, found, act.first)
            or _behind_participle(sentence, found, act)
            or _added(sentence, found, act.first)
        )
    if phrase is None:
        return None if act.passive else _possessor(sentence, act.first)
    phrase = _with_the_earlier(sentence, found, phrase)
    members = resolved(phrase.members, sentence, found, phrase.first, discourse, act.what)
    return (members, phrase.first) if members is not None else None


def _with_the_earlier(sentence: Sentence, found: list[Phrase], phrase: Phrase) -> Phrase:
    """ "Russia and before it the Soviet Union": of two states that held one seat, both."""
    at = found.index(phrase) if phrase in found else 0
    before = found[at - 1] if at else None
    if before is None or not before.members.named or not phrase.members.named:
        return phrase
    between = " ".join(c.lower for c in sentence.chunks[before.last + 1 : phrase.first] if c.text != ",")
    if between.removesuffix(" the") not in EARLIER:
        return phrase
    named = before.members.named + phrase.members.named
    return replace(phrase, first=before.first, members=Members(named, text=before.members.text))


EARLIER = word_sets("frequency.csv")["before_it"]


def _adjacent(sentence: Sentence, found: list[Phrase], verb: int) -> Phrase | None:
    """Whoever is named right before the verb and its auxiliaries: "by 1970 the Soviet Union had used"."""
    chunks = sentence.chunks
    position = _before_auxiliaries(chunks, verb)
    phrase = next((p for p in found if p.last == position), None)
    if phrase is None or not (phrase.members.named or phrase.members.groups or phrase.members.adjective):
        return None
    before = word_before(chunks, phrase.first)
    return None if before in ("with", "by", "against", "of", "in", "from", "to", "on") else phrase


def somebody(members: Members) -> bool:
    return bool(members.named or members.groups or members.adjective or members.everyone)


def doer_or_anybody(
    sentence: Sentence, found: list[Phrase], act: Act, discourse: Discourse
) -> tuple[Members, int] | None:
    """Who does the act as far as that can be told; a text that "was vetoed" was so by whoever did."""
    who = doer(sentence, found, act, discourse)
    if who is None and act.passive and act.what == "veto":
        noun = _before_auxiliaries(sentence.chunks, act.first)
        if sentence.chunks[noun].has("veto_noun") and (own := owner(sentence, noun)) is not None and somebody(own[0]):
            return own  # "the Soviet veto had been used 79 times"
        if _by_somebody_else(sentence.chunks, act.last + 1):
            return None
        return Members(everyone=True), act.first
    return who if who is not None and somebody(who[0]) else None


def _by_somebody_else(chunks: list[Chunk], at: int) -> bool:
    """ "Has been vetoed by the planning board": an agent behind the verb that no table knows as one who votes."""
    if at + 1 >= len(chunks) or chunks[at].lower != "by":
        return False
    named = [c for c in chunks[at + 1 : at + 5] if not c.has("determiner", "adverb", "number")]
    return (
        bool(named)
        and named[0].is_word
        and not named[0].entries
        and named[0].number is None
        and named[0].text.islower()
    )


def _before_auxiliaries(chunks: list[Chunk], verb: int) -> int:
    """The chunk in front of a verb with its auxiliaries, adverbs and dates: "by 1970 the Soviet Union had used"."""
    position = verb - 1
    while position > 0 and (
        chunks[position].has("have", "be", "do", "adverb", "negation", "ever", "realised")
        or chunks[position].date is not None
    ):
        position -= 1
    return position


def _added(sentence: Sentence, found: list[Phrase], verb: int) -> Phrase | None:
    """The subject of the predicate before "and": "Britain is on 29 and has not used it since"."""
    chunks = sentence.chunks
    position = verb - 1
    while position > 0 and chunks[position].has("have", "be", "do", "adverb", "negation", "ever"):
        position -= 1
    if position < 1 or not chunks[position].has("and"):
        return None
    for before in range(position - 1, max(position - 12, 0), -1):
        if chunks[before].text in CLAUSE_ENDS:
            return None
        if chunks[before].has("verb", "be", "have") and not chunks[before].has("text", "veto_noun"):
            return subject_of(sentence, found, before)
    return None


def _behind_participle(sentence: Sentence, found: list[Phrase], act: Act) -> Phrase | None:
    """ "Having vetoed three times, Washington abstained": the participle's subject is the main clause's."""
    chunks = sentence.chunks
    having = act.first > 0 and chunks[act.first - 1].lower in ("having", "after having")
    if not (having or act.form == "gerund"):
        return None
    comma = next((i for i in range(act.last + 1, min(act.last + 16, len(chunks))) if chunks[i].text == ","), None)
    if comma is None:
        return None
    return next((p for p in found if comma < p.first <= comma + 2 and p.members.named), None)


def _possessor(sentence: Sentence, verb: int) -> tuple[Members, int] | None:
    """ "Clinton's had used it four times": a possessive without its noun is the subject."""
    chunks = sentence.chunks
    position = _before_auxiliaries(chunks, verb)
    if position > 0 and chunks[position].lower == "'s" and chunks[position - 1].has("member"):
        return owners(chunks, position - 1)
    return None


def _doer_of_noun(
    sentence: Sentence, found: list[Phrase], act: Act, discourse: Discourse
) -> tuple[Members, int] | None:
    owned = owner(sentence, act.first)
    if owned is not None:
        members = bound(owned[0], sentence, found, owned[1], discourse, act.what)
        return (members, owned[1]) if members is not None else None
    chunks = sentence.chunks
    of = next((i for i in range(act.last + 1, min(act.last + 3, len(chunks))) if chunks[i].lower in OF_TWO), None)
    if of is not None and chunks[of - 1].lower in ("of", "by"):
        members = resolved(Members(pronoun=True, text=chunks[of].lower), sentence, found, of, discourse, act.what)
        return (members, act.first) if members is not None else None
    for phrase in found:
        before = word_before(chunks, phrase.first)
        near = (
            18
            if before == "from"
            and any(c.lower in ("came", "come", "were", "was") for c in chunks[act.last : act.last + 3])
            else 8
        )
        if phrase.first > act.last and before in ("by", "from", "of") and phrase.first - act.last <= near:
            if before == "of" and _of_another_noun(chunks, act.last, phrase.first):
                continue
            if any(c.lower in EACH_ONE or c.text in CLAUSE_ENDS for c in chunks[act.last + 1 : phrase.first]):
                continue  # "two vetoes: one by the Americans, the other by the Soviets"
            if any(c.cardinal is not None and c.date is None for c in chunks[act.last + 1 : phrase.first]):
                continue  # "four vetoes, two from Moscow"
            return phrase.members, act.first
    for phrase in found:
        if act.last < phrase.first <= act.last + 3 and word_before(chunks, phrase.first) in (
            "that",
            "which",
            chunks[act.last].lower,
        ):
            return phrase.members, act.first
    for phrase in found:
        leads = phrase.first == 1 or (phrase.first == 2 and chunks[1].has("determiner"))
        if phrase.last < act.first and leads and chunks[0].lower == "for":
            return phrase.members, 0
    return None


EACH_ONE = ("one", "the one", "the other", "another", "the first", "the second", "the latter", "the former")


def _of_another_noun(chunks: list[Chunk], act: int, name: int) -> bool:
    """ "22 vetoes, mostly in the shadow of Moscow": the name belongs to the noun of another phrase."""
    between = chunks[act + 1 : name]
    last = max((i for i, c in enumerate(between) if c.lower == "of"), default=0)
    if last and between[last - 1].lower in ("name", "behalf", "part", "history", "career", "annals"):
        return False
    return any(c.has("preposition") and c.date is None for c in between[:last]) and between[last - 1].date is None


def word_before(chunks: list[Chunk], first: int) -> str:
    """The word in front of a phrase, its article left out."""
    position = first - 1
    while position > 0 and chunks[position].lower in ("the", "both"):
        position -= 1
    return chunks[position].lower if position >= 0 else ""


def bound(
    members: Members, sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse, what: str = ""
) -> Members | None:
    """A possessive pronoun is its own clause's subject where that is named, else whoever was spoken of; `what` is the
    act, which not everybody can do.
    """
    if not members.pronoun:
        return members
    subject = subject_of(sentence, found, at)
    if (
        subject is not None
        and subject.members.named
        and (_agrees(subject.members, members) or _as_a_team(sentence, found, subject, members, what))
        and able(subject.members, what)
    ):
        return subject.members
    return resolved(members, sentence, found, at, discourse, what)


def _as_a_team(sentence: Sentence, found: list[Phrase], subject: Phrase, pronoun: Members, what: str) -> bool:
    """ "In April the US vetoed that, their 86th veto": of one state that is spoken of as those who act for it."""
    alone = what == "veto" and pronoun.text.lower() in PLURAL and len(subject.members.named) == 1
    return alone and not any(p.members.named for p in found if p is not subject and p.first < subject.first)


def _what_it_is_about(sentence: Sentence, phrase: Phrase) -> bool:
    """ "On Ukraine it has never cast a No": the matter, and not who did."""
    before = phrase.first - 1 - (phrase.first > 1 and sentence.chunks[phrase.first - 1].has("determiner"))
    return before == 0 and sentence.chunks[0].lower in ("on", "over", "about", "concerning", "regarding")


def resolved(
    members: Members, sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse, what: str = ""
) -> Members | None:
    """The members that a pronoun stands for: the nearest named before it that agree and can do the act `what`; None
    where nobody fits.
    """
    if not members.pronoun:
        return members
    if members.text in OF_TWO:
        one = discourse.resolve_pronoun(members, sentence)
        return one if one is not None and able(one, what) else None
    fitting = [
        p
        for p in reversed(found)
        if p.last < at and p.members.named and _agrees(p.members, members) and able(p.members, what)
    ]
    fitting = [p for p in fitting if not _what_it_is_about(sentence, p)]
    spoken = next((p.members for p in fitting if not object_of_with(sentence, p)), None)
    if spoken is not None:
        return spoken
    for position in range(at - 1, 0, -1):
        possessor = sentence.chunks[position - 1].get("member")
        if sentence.chunks[position].lower == "'s" and possessor is not None and members.text == "it":
            return Members(
                (Named(sentence.chunks[position - 1].text, possessor.aliases),), text=sentence.chunks[position - 1].text
            )
    earlier = discourse.resolve_pronoun(members, sentence)
    if what == "veto" and earlier is not None and (vetoer := _who_just_vetoed(earlier, members, sentence, discourse)):
        return vetoer
    if earlier is not None and able(earlier, what):
        return earlier
    if fitting and what == "veto":
        return fitting[0].members  # "it voted with Moscow on its only veto": the one that can
    for index, spoken in reversed(discourse.subjects):
        if sentence.index - index <= PEOPLE_BACK and _agrees(spoken, members) and able(spoken, what):
            return spoken
    counted = discourse.counted
    if (
        counted is not None
        and sentence.index - discourse.counted_in <= PEOPLE_BACK
        and _agrees(counted.members, members)
    ):
        return counted.members
    return None


PEOPLE_BACK = 2


def _who_just_vetoed(last: Members, pronoun: Members, sentence: Sentence, discourse: Discourse) -> Members | None:
    """ "Russia vetoed it, and China abstained. It has vetoed eighteen": Russia, not the one named `last` beside it."""
    vetoer = discourse.vetoer
    if vetoer is None or sentence.index - discourse.vetoed_in != 1 or not _agrees(vetoer, pronoun):
        return None
    beside = any(index == discourse.vetoed_in and who == last for index, who in discourse.voters)
    return vetoer if beside and last != vetoer else None


def _agrees(named: Members, pronoun: Members) -> bool:
    """One member for "it" or "he", several for "they"; a people ("the Russians") for "they" as well."""
    several = len(named.named) + 2 * len(named.groups) > 1 or named.adjective is not None
    plural = pronoun.text.lower() in PLURAL
    if several == plural:
        return True
    return plural and bool(named.named) and any(alias.kind == "people" for alias in named.named[0].aliases)


def object_of_with(sentence: Sentence, phrase: Phrase) -> bool:
    """ "Voted with Moscow … its": company, and not who is spoken of."""
    before = word_before(sentence.chunks, phrase.first)
    return before in ("alongside", "against", "by") or before.split()[-1:] == ["with"]


def said_to_happen(sentence: Sentence, act: Act, subject_last: int = -1) -> bool:
    """Whether the act is told as a fact (or denied as one), rather than supposed, feared or announced."""
    chunks = sentence.chunks
    if act.verbal:
        return asserted(sentence, act.first, subject_last if subject_last < act.first else -1, act.form)
    return noun_asserted(chunks, act.first) and act.first < sentence.unreal_from


def chunks_of(found: list[Phrase], members: Members) -> frozenset[int]:
    return frozenset(i for p in found if p.members is members for i in range(p.first, p.last + 1))


def last_of_subject(found: list[Phrase], who: Members, act: Act) -> int:
    """The last chunk that names who acts, where that stands before the verb; -1 elsewhere."""
    return next((p.last for p in found if p.members is who and p.last < act.first), -1)


def done_by(sentence: Sentence, found: list[Phrase], act: Act, who: Members) -> bool:
    """Whether the act is told as a fact, and not denied."""
    subject_last = last_of_subject(found, who, act)
    return said_to_happen(sentence, act, subject_last) and not negated(sentence, act.first, subject_last)


def noun_asserted(chunks: list[Chunk], at: int) -> bool:
    """Whether nothing in front of a noun makes the act one that may or might come."""
    for position in range(at - 1, max(at - 9, -1), -1):
        chunk = chunks[position]
        if chunk.text in CLAUSE_ENDS or "realised" in chunk.kinds:
            return True
        if ("modal" in chunk.kinds or "unreal" in chunk.kinds) and not (
            position and "determiner" in chunks[position - 1].kinds
        ):
            return False
        if (
            "averted" in chunk.kinds
            and at - position <= 4
            and chunk.lower not in ("another", "no", "any", "certain", "without")
        ):
            return False
    return True
