"""Positions told by a noun: "a Soviet veto", "Moscow's No", "two abstentions, from Russia and Britain"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Position
from onrecord.reading.extract.acts import able, of_those_with_one
from onrecord.reading.extract.not_cast import only_feared, stayed_away
from onrecord.reading.extract.noun_deciding import decided_by
from onrecord.reading.extract.noun_lists import clause_of_noun, counted_before, equated, listed
from onrecord.reading.extract.noun_owners import POSSESSIVE, named_behind, owner_of, sent_from, supposed, whose
from onrecord.reading.extract.outcome_vetoes import but_for
from onrecord.reading.extract.position_scope import cannot_veto
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_words import NOUNS
from onrecord.reading.grammar import doer_of, phrase_from
from onrecord.reading.naming import named_by
from onrecord.reading.parsed import Phrase, Sentence, covering, finite, possessed
from onrecord.reading.table import word_sets

_WORDS = word_sets("position_words.csv")
POWER = _WORDS["no_vote_cast"]
VETOES = frozenset({"veto", "vetoes", "vetos"})
UTTERED_BY = ("said", "says", "say", "quoth", "replied", "answered", "cried", "from")
BRACKET_REACH = 12
"""Chunks behind a joint veto within which the bracket opens that names who cast it."""
CAST = _WORDS["not_cast"]
AMOUNTED = tuple(_WORDS["amounted"])
HAVING = ("despite", "notwithstanding", "for all", "with", "since")
"""In front of "its veto" they may mean the right, and no use of it."""
ADJECTIVES = frozenset({"missing", "absent"})
USING = ("use", "exercise", "abuse", "casting")


_ANY_SUCH = re.compile(r"\b[Aa]n? \w{0,2}\Z")
_COUNTS_FOR = re.compile(
    r"[\"']?(?: against)?(?: (?:from|by|of|cast by) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?)?,? "
    r"(?:(?:is|counts|stops|blocks|kills|sinks|carries|means|has|weighs|changes|remains) (?:as |for |to )?"
    r"(?:just|only|merely|no|not|nothing|little|never|neither)\b|(?:isn't|doesn't|can't|cannot|won't)\b)"
)
ARMED = _WORDS["armed"]
NO_AT_HOME = _WORDS["no_at_home"]


def noun_positions(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """What the noun at chunk `at` says that members did, spoken of as a fact."""
    chunk = sentence.chunks[at]
    if sentence.question or sentence.withdrawn:
        return None
    if at >= sentence.unreal_from and not (chunk.has("veto_noun") and _all_that_stopped_it(sentence, at)):
        return None
    if chunk.has("uttered") and (said := _said_so(sentence, found, at)) is not None:
        return said
    if chunk.has("veto_noun"):
        return _veto(sentence, found, at, discourse)
    if chunk.lower in ADJECTIVES and at and sentence.chunks[at - 1].has("determiner"):
        return None  # "its missing articles", "their absent friends"
    choice = _choice(sentence.chunks, at)
    if choice is not None and (_answers(sentence.chunks, at) or _no_campaign(sentence.chunks, at)):
        return None
    if choice is None:
        return decided_by(sentence, found, at) if chunk.has("vote_noun") else None
    told = (
        _owned(sentence, found, at, choice, discourse)
        or listed(sentence, found, at, choice)
        or equated(sentence, found, at, choice, discourse)
        or _sent(sentence, found, at, choice)
    )
    if told is not None and only_feared(sentence, at):
        return None
    if told is not None and (none := stayed_away(sentence, told, at)) is not None:
        return none
    if told is None or choice != "no" or _weighed(sentence, told, at):
        return None if choice == "no" else told
    return _as_veto(sentence, told, at)


def _answers(chunks: list[Chunk], at: int) -> bool:
    """ "Two vetoes? Yes, Moscow's and Beijing's": an answer, and no vote of theirs."""
    if chunks[at].lower not in ("yes", "no") or at + 3 >= len(chunks) or chunks[at + 1].text != ",":
        return False
    return chunks[at + 2].has("member") and chunks[at + 3].lower in ("'s", "'")


def _no_campaign(chunks: list[Chunk], at: int) -> bool:
    """ "Denmark's No campaigners": a No at home, in front of the noun that it belongs to."""
    behind = chunks[at + 1] if chunks[at].text == "No" and at + 1 < len(chunks) else None
    return behind is not None and behind.lower in NO_AT_HOME


def _weighed(sentence: Sentence, told: Position, at: int) -> bool:
    """ "A no from Malta stops nothing": what such a vote counts for, whoever might cast it."""
    text, begins = sentence.text, told.start - sentence.start
    if not _ANY_SUCH.search(text[: begins + len("an ")]):
        return False
    return _COUNTS_FOR.match(text, sentence.chunks[at].end - sentence.start) is not None


def _as_veto(sentence: Sentence, told: Position, at: int) -> Position | None:
    """ "The Indian no was also a veto", "France's No was no veto", "counted as a veto", "amounted to a veto"."""
    chunks = sentence.chunks
    link = at + 1
    if link >= len(chunks) or not (chunks[link].has("be") or chunks[link].lower.startswith(AMOUNTED)):
        return told
    denied = False
    for position in range(link + 1, min(link + 6, len(chunks))):
        chunk = chunks[position]
        if chunk.has("no_noun") and chunk.text == "No" and chunks[link].lower == "is":
            # "Angola's No is only a No": what it counts for.
            return None
        denied = denied or chunk.has("negation") or chunk.lower == "no"
        if chunk.has("veto_noun") and chunk.lower in VETOES:
            return replace(told, choice="veto", negated=denied, end=chunk.end, noun=False)
        if not (chunk.has("determiner", "adverb", "negation", "preposition") or chunk.lower in ("no", "as", "only")):
            break
    return told


def _choice(chunks: list[Chunk], at: int) -> str | None:
    """Which choice the words at a chunk name as a noun: "abstention", "No", "vote against", "dissenter"."""
    chunk = chunks[at]
    if chunk.has("vote_noun") and at + 1 < len(chunks):
        if chunks[at + 1].lower == "against":
            return "no"
        if chunks[at + 1].lower in ("in favour", "in favor", "for") or _votes_of(chunks, at):
            return "yes"
    choice = next((c for kind, c in NOUNS if chunk.has(kind)), None)
    sided = choice == "not voting" and at + 1 < len(chunks) and chunks[at + 1].has("yes_noun", "no_noun")
    return None if sided else choice  # "those not voting for it", who were there


def _votes_of(chunks: list[Chunk], at: int) -> bool:
    """ "Three votes: Russia, China and the Emirates": a number of votes whose givers follow."""
    return (
        at > 0
        and chunks[at - 1].cardinal is not None
        and not (at > 1 and chunks[at - 2].lower == "by")
        and at + 2 < len(chunks)
        and (
            (chunks[at + 1].text in ":(–—" and chunks[at + 2].has("member", "determiner", "only"))
            or chunks[at + 2].lower in ("those", "those of")
            or (chunks[at + 1].text == "," and chunks[at + 2].has("member") and possessed(chunks, at + 2))
        )
    )


def _said_so(sentence: Sentence, found: list[Phrase], at: int) -> Position | None:
    """ "Nyet, said Moscow", "'No,' said the Chinese delegate"."""
    chunks = sentence.chunks
    uttered = chunks[at].get("uttered")
    if uttered is None or any(c.is_word for c in chunks[:at]):
        return None
    position = at + 1
    while position < len(chunks) and not chunks[position].is_word:
        position += 1
    if position >= len(chunks) or chunks[position].lower not in UTTERED_BY:
        return None
    phrase = phrase_from(chunks, found, position + 1)
    if phrase is None or not phrase.members.named:
        return None
    return Position(
        start=chunks[at].start, end=chunks[phrase.last].end, sentence=sentence.index, said_by=None,
        members=phrase.members, choice=uttered.value,
    )  # fmt: skip


# --- vetoes ----------------------------------------------------------------------------------


THE_FIVE = 5
"""No text has more vetoes."""


def _veto(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "A Russian veto", "Moscow's veto", "the vetoes of Russia and China", "a double veto"."""
    chunks = sentence.chunks
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if chunks[at].lower not in VETOES:
        return None
    if following is not None and following.lower in POWER and following.start <= chunks[at].end + 1:
        return None
    if _merely_held(chunks, at):
        return None
    if (none := _none_cast(sentence, at)) is not None:
        return none
    cast = _who_cast(sentence, found, at, discourse)
    if cast is None:
        known = at > 0 and chunks[at - 1].has("determiner") and (at == 1 or not chunks[at - 2].is_word)
        seconded = _seconded(chunks, at)
        if seconded is not None and seconded.verb("yes") is not None:
            return None  # "the veto was backed by North Korea" is its verb's to tell
        choice = "no" if seconded is not None else "veto"
        if at and (chunks[at - 1].cardinal or 0) > THE_FIVE:
            return None  # "most of this year's seven vetoes were Russian": of many votes
        numbered = (counted_before(chunks, at - 1) or known) and listed(sentence, found, at, choice)
        return numbered or equated(sentence, found, at, "veto", discourse)
    owner, first, last = cast
    if only_feared(sentence, max(last, at)):
        return None
    start, end = clause_of_noun(sentence, found, first, last)
    told = Position(*sentence.placed(start, end, at), members=owner, choice="veto", noun=True)
    if (none := stayed_away(sentence, told, max(last, at))) is not None:
        return none
    stopped = _all_that_stopped_it(sentence, at)
    if (
        (supposed(sentence, first, last) and not stopped)
        or _one_of_many(chunks, found, first, at)
        or _at_large(chunks, first, last)
    ):
        return None
    if chunks[at].lower != "veto" and len(owner.named) < 2 and not owner.groups and owner.quantity is None:
        return None
    if chunks[at].lower != "veto" and not owner.named and at and chunks[at - 1].lower in ("double", "triple"):
        return None  # "Those were the days of the double vetoes"
    dated = last + 2 < len(chunks) and chunks[last + 2].date is not None
    if dated and chunks[last + 1].lower in ("of", "on", "in", "from"):
        last += 2
    while first > 0 and (chunks[first - 1].date is not None or chunks[first - 1].lower == "'s"):
        first -= 1
    start, end = clause_of_noun(sentence, found, first, last)
    loose = _told_as_what_it_was(chunks, first)
    return replace(told, start=sentence.placed(start, end, at)[0], end=sentence.placed(start, end, at)[1], loose=loose)


def _all_that_stopped_it(sentence: Sentence, at: int) -> bool:
    """ "Without the Russian veto it would have passed", "had it not been for Moscow's veto": it was cast."""
    owner, behind = owner_of(sentence, at), sentence.chunks[at + 1 : at + 2]
    if owner is None or any(c.lower == "to" for c in behind):
        return False  # "without a Russian veto to fear"
    return any(but_for(sentence.chunks, i) is not None for i in range(max(0, owner.first - 1), owner.first + 1))


def _at_large(chunks: list[Chunk], first: int, last: int) -> bool:
    """ "A double veto isn't always what it seems", "a Russian veto is rarely a surprise": of no one veto."""
    opens = chunks[first].lower if chunks[first].has("determiner") else chunks[first - 1].lower if first else ""
    behind = chunks[last + 1 : last + 1 + IN_GENERAL]
    present = next((i for i, c in enumerate(behind) if c.lower in ("is", "isn't")), None)
    if opens not in ("a", "an") or present is None or any(not c.is_word for c in behind[:present]):
        return False
    return any(c.lower in GENERALLY for c in behind[present + 1 : present + 4])


GENERALLY = _WORDS["generally"]
IN_GENERAL = 9
"""Chunks behind a veto in which it is said what such a thing is."""


def _seconded(chunks: list[Chunk], at: int) -> Chunk | None:
    """The verb of "its veto was seconded by Bolivia": by one that has none itself."""
    behind = chunks[at + 1 : at + 4]
    told = len(behind) > 2 and behind[0].has("be") and behind[1].verb("join", "yes") is not None
    return behind[1] if told else None


def _told_as_what_it_was(chunks: list[Chunk], first: int) -> bool:
    """ "The villain of the piece was the Soviet veto": of many votes as well as of one."""
    be = first - 1 - (first > 0 and chunks[first - 1].has("determiner"))
    if be < 1 or not chunks[be].has("be") or chunks[be - 1].lower in ("it", "this", "that", "there"):
        return False
    return not any(
        c.has("text", "cite", "vote_noun", "veto_noun", "no_noun") or c.verb("block") is not None for c in chunks[:be]
    )


def _merely_held(chunks: list[Chunk], at: int) -> bool:
    """ "China, though armed with a veto, …", "with a veto in its pocket": a right, and no use of it."""
    if of_those_with_one(chunks, at) or any(c.lower in ARMED for c in chunks[max(0, at - 4) : at]):
        return True
    behind = [c.lower for c in chunks[at + 1 : at + 4]]
    return behind[:1] == ["in"] and behind[-1] in ("hand", "hands", "pocket", "drawer", "reserve", "locker", "sleeve")


def _none_cast(sentence: Sentence, at: int) -> Position | None:
    """ "No veto was necessary", "no American veto was cast": said of the vote spoken of, where no time is given."""
    chunks = sentence.chunks
    owner = at > 1 and chunks[at - 1].has("member")
    first = at - 2 if owner else at - 1
    if first < 0 or chunks[first].lower != "no" or at + 2 >= len(chunks) or not chunks[at + 1].has("be"):
        return None
    if chunks[at + 1].lower not in ("was", "were") or chunks[at + 2].lower not in CAST:
        return None
    if any(c.date is not None and c.date.role != "at" for c in chunks):
        return None
    last = at + 2
    while last + 1 < len(chunks) and chunks[last + 1].is_word and not chunks[last + 1].has("but"):
        last += 1
    members = (
        Members(tuple(named_by(chunks[at - 1])), text=chunks[at - 1].text)
        if owner
        else Members(nobody=True, text="nobody")
    )
    return Position(
        start=chunks[first].start, end=chunks[last].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunks[at].start), members=members, choice="veto", negated=bool(owner),
    )  # fmt: skip


def _one_of_many(chunks: list[Chunk], found: list[Phrase], first: int, at: int) -> bool:
    """ "Three Russian vetoes", "the third Russian veto", "every Russian veto": for those who count."""
    return any(
        (chunks[i].number is not None and chunks[i].number.value != 1) or chunks[i].has("every")  # type: ignore[union-attr]
        for i in range(max(first - 2, 0), at)
        if covering(found, i) is None
    )


def _who_cast(
    sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse
) -> tuple[Members, int, int] | None:
    """Whose the veto at chunk `at` is, and the first and last chunk that say so."""
    chunks = sentence.chunks
    owner = owner_of(sentence, at)
    if owner is not None:
        return owner.members, owner.first, at
    if (cast := _cast_by(chunks, found, at)) is not None:
        return cast.members, at, cast.last
    pronoun = _theirs(chunks, at)
    if pronoun is not None and chunks[0].lower not in HAVING and discourse.voted_near(sentence):
        who = named_behind(sentence, found, pronoun)
        if who is not None and not any(c.has("modal", "have", "hold") for c in chunks[at + 1 : at + 8]):
            return who, pronoun, at
    if at > 2 and chunks[at - 2].lower == "of" and chunks[at - 3].lower in USING:
        user = owner_of(sentence, at - 3)
        return None if user is None else (user.members, user.first, at)
    together = next((i for i in range(max(0, at - 3), at) if chunks[i].has("together")), None)
    if together is not None and (_of_several_texts(chunks, together, at) or _of_all_such(chunks, together)):
        return None
    if together is not None:
        several = _several_together(chunks, together, at)
        named = _named_in_brackets(chunks, found, at, several.quantity)
        return (several, together, at) if named is None else (named.members, together, named.last)
    lone = at > 2 and chunks[at - 1].has("only", "alone") and chunks[at - 2].has("determiner")
    if at > 1 and chunks[at - 2 - lone].lower == "with" and (lone or chunks[at - 1].has("determiner", "only")):
        return _entering_with(sentence, found, at)
    doing = at + 1 < len(chunks) and chunks[at + 1].verb("block", "defeat") is not None
    if at > 0 and doing and (members := whose(sentence, found, at - 1, discourse)) is not None:
        return members, at - 1, at
    return None


def _cast_by(chunks: list[Chunk], found: list[Phrase], at: int) -> Phrase | None:
    """ "The vetoes of Russia and China", "a veto on Tuesday by France"."""
    for position in range(at + 1, min(at + 4, len(chunks))):
        if chunks[position].lower in ("by", "from", "of"):
            phrase = phrase_from(chunks, found, position + 1)
            named = phrase is not None and (phrase.members.named or phrase.members.groups or phrase.members.adjective)
            return phrase if named else None
        if chunks[position].date is None and not (
            chunks[position].lower in ("cast", "wielded") or chunks[position].has("be")
        ):
            return None
    return None


def _of_several_texts(chunks: list[Chunk], together: int, at: int) -> bool:
    """ "Three texts that fell to double vetoes": of no one vote."""
    before = chunks[max(0, together - 7) : together]
    several = any(c.cardinal is not None and c.cardinal > 1 for c in before)
    return chunks[at].lower.endswith("vetoes") and several and any(c.has("text") for c in before)


def _of_all_such(chunks: list[Chunk], together: int) -> bool:
    """ "The last double veto", "never a triple veto": told of all that there were, and not who cast one."""
    before = chunks[max(0, together - 4) : together]
    added = [c.lower for c in before[-3:]] == [",", "the", "first"]  # "vetoed it, the first triple veto ever"
    return added or any(c.lower in OF_ALL_SUCH for c in before)


OF_ALL_SUCH = frozenset({"last", "latest", "only", "never", "another", "previous", "earlier", "no", "every"})


def _several_together(chunks: list[Chunk], together: int, at: int) -> Members:
    """Who casts "a double veto": two permanent members; "a triple Western veto": the three Western ones."""
    entry = chunks[together].get("together")
    size = int(entry.value) if entry is not None else 2
    if size == 3 and any(c.lower == "western" for c in chunks[max(0, at - 3) : at]):
        return Members(groups=("GROUP:P3",), text="Western")
    return Members(quantity=size, adjective="permanent")


def _named_in_brackets(chunks: list[Chunk], found: list[Phrase], at: int, size: int | None) -> Phrase | None:
    """ "A triple veto of the embargo (France, Britain, America)": as many names in brackets as were said to act."""
    for position in range(at + 1, min(at + BRACKET_REACH, len(chunks) - 2)):
        if chunks[position].text in "([" or (chunks[position].text in ":–—" and chunks[position + 1].has("member")):
            phrase = phrase_from(chunks, found, position + 1)
            fits = phrase is not None and len(phrase.members.named) == size
            return phrase if fits else None
        if chunks[position].text in ".;" or chunks[position].has("verb", "but"):
            return None
    return None


MIGHT = frozenset({"could", "would", "might", "may", "can", "should", "must", "will"})


def _entering_with(sentence: Sentence, found: list[Phrase], at: int) -> tuple[Members, int, int] | None:
    """ "Enter Russia, with a veto", "it was the Soviets' turn, with a veto on Hungary", "shielded Mali with a veto"."""
    chunks = sentence.chunks
    for position in range(at - 3, max(at - 12, -1), -1):
        phrase = covering(found, position)
        if phrase is not None and phrase.members.named:
            if phrase.first > 0 and finite(chunks[phrase.first - 1]) and not chunks[phrase.first - 1].has("be"):
                by = doer_of(sentence, found, phrase.first - 1)
                threat = chunks[phrase.first - 1].has("averted")
                return None if by is None or threat or not able(by.members, "veto") else (by.members, by.first, at)
            if any(c.has("modal", "unreal") or c.lower in MIGHT for c in chunks[phrase.last + 1 : at]):
                return None  # "Paris might have stopped it with a veto"
            return phrase.members, phrase.first, at
        if chunks[position].has("member"):
            return Members(tuple(named_by(chunks[position])), text=chunks[position].text), position, at
        if chunks[position].verb("veto", "abstain", "vote") is not None or chunks[position].text in ";—":
            return None
    return None


# --- abstentions, noes and ayes --------------------------------------------------------------


def _owned(sentence: Sentence, found: list[Phrase], at: int, choice: str, discourse: Discourse) -> Position | None:
    """ "Berlin's abstention", "Moscow's No", "a Chinese abstention", "Russia's vote against", "its abstention"."""
    chunks = sentence.chunks
    chunk = chunks[at]
    if at == 0 or chunk.has("preposition") or (chunk.has("verb") and not chunk.has("vote_noun")):
        return None
    place = at - 2 if chunks[at - 1].text in "\"'" and at > 1 else at - 1
    before = chunks[place]
    pronoun = _theirs(chunks, place + 1)
    if pronoun is not None and (not chunk.has("vote_noun") or named_behind(sentence, found, pronoun)):
        members = whose(sentence, found, pronoun, discourse)
        first = pronoun
    else:
        if not (
            before.lower == "'s" or _adjective(chunks, place) or before.has("only") or before.lower in ("no", "yes")
        ):
            return None
        owner = owner_of(sentence, at)
        if owner is None:
            return None
        members, first = owner.members, owner.first
    if members is None or supposed(sentence, first, at):
        return None
    last = at + 1 if chunk.has("vote_noun") else at
    start, end = clause_of_noun(sentence, found, first, last)
    only = any(c.has("only") for c in chunks[first + 1 : at])
    behind = next((c for c in chunks[last + 1 : last + 3] if c.is_word), None)
    if choice == "no" and behind is not None and behind.verb("block") is not None and not cannot_veto(members):
        choice = "veto"  # "Moscow's no sank it"
    return Position(*sentence.placed(start, end, at), members=members, choice=choice, noun=True, only=only)


def _sent(sentence: Sentence, found: list[Phrase], at: int, choice: str) -> Position | None:
    """ "From London came an abstention"."""
    phrase = sent_from(sentence, found, at)
    if phrase is None or supposed(sentence, phrase.first, at):
        return None
    start, end = clause_of_noun(sentence, found, phrase.first, at)
    return Position(*sentence.placed(start, end, at), members=phrase.members, choice=choice, noun=True)


def _theirs(chunks: list[Chunk], at: int) -> int | None:
    """Where the pronoun stands that owns the noun at chunk `at`: "its veto", "her country's abstention"."""
    if at > 2 and chunks[at - 1].lower in ("'s", "'") and chunks[at - 2].lower in ("country", "government", "nation"):
        at -= 2
    return at - 1 if at > 0 and chunks[at - 1].lower in POSSESSIVE else None


def _adjective(chunks: list[Chunk], at: int) -> bool:
    """A name as an adjective ("Chinese", "the British", "the US"); "Russia No" is a position of another form."""
    chunk = chunks[at]
    entry = chunk.get("member")
    if entry is None:
        return False
    short = chunk.text.isupper() and at > 0 and chunks[at - 1].has("determiner")
    return short or entry.form == "demonym" or (entry.form == "people" and chunk.lower.startswith("the "))
