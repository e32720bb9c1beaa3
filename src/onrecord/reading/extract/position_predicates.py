"""Positions told without a verb, or with "to be": "Cuba and Yemen against", "Paris was for"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.assertion import foreseen
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import OPTIONS, Position
from onrecord.reading.extract.position_apart import left_out
from onrecord.reading.extract.position_loose import OF_TWO
from onrecord.reading.extract.position_only import only
from onrecord.reading.extract.position_scope import antecedent, company_of, each_time, is_count, united
from onrecord.reading.extract.spans import afterthought, lead_in, not_even
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_words import NOUNS
from onrecord.reading.governing import governed, object_of
from onrecord.reading.grammar import doer_of
from onrecord.reading.parsed import Phrase, Sentence, covering, ends_at

VOICED = ("ed", "ank", "oke", "ang", "ung", "said", "spat")
"""Endings of verbs of which a bare No or Yes is the object: "growled no", "sang yes"."""
BETWEEN = frozenset(
    {
        "both",
        "all",
        "also",
        "firmly",
        "on the record",
        "voting",
        "votes",
        "vote",
        "said",
        "say",
        "says",
        "still",
        "again",
        ":",
        "–",
        "—",
        "-",
        "=",
        "too",
        "solidly",
        "voted",
        "itself",
        "themselves",
        "himself",
        "herself",
    }
)
"""Words and marks between members and the word that says how they voted."""
CAME = ("came", "comes", "followed", "follows", "arrived")
"""In front of what had its turn: "then came Syria"."""
CAMPS = ("camp", "column", "side")
"""Ends of what those are in who vote alike: "were all in the no camp"."""
WHO_DOES = ("er", "ers", "or", "ors", "ent", "ents")
"""Ends of nouns for those who vote so: "supporter", "objectors", "opponent"."""
MARKS = frozenset({":", "–", "—", "-", "="})


def predicate_positions(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    chunk = sentence.chunks[at]
    if sentence.question or sentence.withdrawn or at >= sentence.unreal_from:
        return None
    choice = next((c for kind, c in NOUNS if kind in chunk.kinds), None)
    if choice is None and chunk.has("undecided_noun") and (near_a_count(sentence, discourse)):
        choice = "abstain"
    if choice is None:
        return None
    entered = at > 1 and chunk.has("abstention_noun") and _entered(sentence.chunks, found, at)
    if (chunk.has("verb") and not chunk.text[:1].isupper() and not entered) or each_time(sentence.chunks, at):
        return None
    return _predicate(sentence, found, at, choice, discourse)


def near_a_count(sentence: Sentence, discourse: Discourse) -> bool:
    """Whether votes were counted in this sentence or the one before, so that "in the middle" is an abstention."""
    return bool(discourse.tallies) and sentence.index - discourse.tallies[-1].sentence <= 1


def _entered(chunks: list[Chunk], found: list[Phrase], at: int) -> bool:
    """ "India: abstained", an entry of a list."""
    return chunks[at - 1].text in MARKS and covering(found, at - 2) is not None and bare(chunks, at)


def bare(chunks: list[Chunk], at: int) -> bool:
    """Whether the word stands by itself, not before a noun that it governs: "against" at the end of its clause."""
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if following is None or not following.is_word:
        return True
    if following.date is not None:
        return chunks[at].lower != "for" or not following.text.isdigit()  # "Italy sits in 2017, the Dutch for 2018"
    if chunks[at].has("nonvoting_noun") and following.lower == "from":
        return True  # "Chad absent from the vote"
    if following.has("other_sense", "relative"):
        return following.has("other_sense") and ends_at(chunks, at + 2)
    if following.lower == "in" and at + 2 < len(chunks) and chunks[at + 2].date is not None:
        return True  # "Iraq was yes in May"
    return following.lower in ITSELF or (
        ends_at(chunks, at + 2) if following.has("adverb") else ends_at(chunks, at + 1)
    )


def _of_the_two(chunks: list[Chunk], at: int) -> int:
    """Where "for the first and against the second" ends, said of texts told of before; `at` where it is not that."""
    first = at + 1 + (at + 1 < len(chunks) and chunks[at + 1].lower == "the")
    if first >= len(chunks) or chunks[first].lower not in OF_TWO:
        return at
    first += first + 1 < len(chunks) and chunks[first + 1].lower == "one"
    then = first + 1
    if then < len(chunks) and chunks[then].is_word and not chunks[then].has("and", "but"):
        return at
    while then < len(chunks) and (chunks[then].text == "," or chunks[then].has("and", "but")):
        then += 1
    if then < len(chunks) and chunks[then].has("preposition") and chunks[then].lower in FOR_AND_AGAINST:
        return max(first, _of_the_two(chunks, then) if then != first + 1 else first)
    return first


def _of_text(chunks: list[Chunk], at: int) -> bool:
    """ "Against the draft", "for a French text"."""
    following = chunks[at + 1 : at + 6]
    return bool(following) and (
        following[0].has("text")
        or (following[0].has("determiner", "member") and any(c.has("text") for c in following[1:]))
    )


def of_doing(chunks: list[Chunk], at: int) -> bool:
    """ "For lifting the embargo", "against condemning it": of what a text would do, or the other way round."""
    following = chunks[at + 1 : at + 4]
    if len(following) < 2 or chunks[at].lower not in FOR_AND_AGAINST or not following[0].lower.endswith("ing"):
        return False
    return following[0].text.islower() and (following[1].is_word and not following[1].has("preposition"))


ITSELF = frozenset(
    {"it", "that one", "this one", "the text", "this", "as", "alone", "outright", "both", "on", "again", "yesterday"}
)
FOR_AND_AGAINST = ("for", "against", "in favour of", "in favor of")


def _one_of_several(chunks: list[Chunk], at: int, choice: str) -> bool:
    """ "Japan: no, yes, abstain": of as many votes."""
    if chunks[at - 1].text not in MARKS or at + 2 >= len(chunks) or chunks[at + 1].text not in ",/;":
        return False
    following = chunks[at + 2]
    other = next((c for kind, c in NOUNS if kind in following.kinds), None)
    if other is None and following.verb("abstain") is not None:
        other = "abstain"
    return other not in (None, choice) and bare(chunks, at + 2)


def _predicate(sentence: Sentence, found: list[Phrase], at: int, choice: str, discourse: Discourse) -> Position | None:
    chunks = sentence.chunks
    chunk = chunks[at]
    alone = bare(chunks, at)
    if _one_of_several(chunks, at, choice):
        return None
    of_two = at
    if chunk.has("preposition") or chunk.lower in ("yes", "no"):
        told = discourse.text_before(sentence) or discourse.voted_near(sentence)
        of_two = _of_the_two(chunks, at) if told and chunk.lower in FOR_AND_AGAINST else at
        if not alone and of_two == at and not _of_text(chunks, at) and not of_doing(chunks, at):
            return None
    if chunk.has("preposition") and at + 2 < len(chunks) and chunks[at + 1].lower == "it":
        if covering(found, at + 2) is not None:
            # "in favour stood France, against it Syria"
            return None
    position, with_be, marked = at - 1, False, False
    singled = any(c.has("only") or c.lower == "sole" for c in chunks[max(0, at - 4) : at])
    singled = singled or [c.lower for c in chunks[max(0, at - 2) : at]] == ["the", "one"]  # "Mali the one abstention"
    while position >= 0 and at - position < 7 and covering(found, position) is None:
        here = chunks[position]
        if here.text == "," and chunk.has("nonvoting_noun") and chunk.lower not in ("absence", "absences"):
            position -= 1
            continue
        if not (
            here.has("be", "negation", "have", "adverb")
            or (here.has("only", "determiner") and (singled or not chunk.has("preposition")))
            or (singled and (here.lower in ("one", "ones", "sole", "other", "as") or here.has("member_noun")))
            or here.lower in BETWEEN
            or (position and position == at - 1 and chunk.lower in FOR_AND_AGAINST and _is_short(found, here, position))
            or _summing_up(chunks, position)
            or (here.lower in ("in", "on") and chunk.lower.endswith(CAMPS))
            or here.lower.endswith("ly")
            or (position == at - 1 and chunk.has("uttered") and not here.entries and here.lower.endswith(VOICED))
        ):
            break
        with_be = with_be or here.has("be") or here.lower == "'s"
        marked = marked or here.text in MARKS
        position -= 1
    phrase = covering(found, position) if position >= 0 else None
    if phrase is None and (with_be or (alone and position == at - 1 and chunks[position].text in ",)–—")):
        phrase = doer_of(sentence, found, at)
    if phrase is None or phrase.last >= at or governed(chunks, phrase.first) or is_count(phrase.members):
        return None
    if chunk.lower == "for" and chunks[at - 1].text == "," and any(c.has("verb") for c in chunks[phrase.last + 1 : at]):
        return None  # "Chad and Togo abstained, for it was, they said, a matter of their own"
    if not with_be and not phrase.members.named and (listed := _those_were(chunks, found, phrase.first)) is not None:
        phrase, with_be = listed, True
    if not (with_be or alone) or (marked and not alone):
        return None
    if phrase.members.groups and _some_of(chunks, phrase.first):
        return None  # "one of the five permanent members no"
    if phrase.first > 0 and chunks[phrase.first - 1].lower in CAME:
        return None  # "then came Syria, abstention again"
    if not with_be and phrase.last == at - 1 and phrase.first > 0:
        verb = chunks[phrase.first - 1]
        if verb.verb("act") is not None or (object_of(chunks, phrase.first) and not verb.has("relative")):
            # "128 told Trump no"
            return None
    if _takes_it_back(chunks, at) or _puts_right(chunks, at) or foreseen(chunks, phrase.last):
        return None
    if chunk.lower == "yes" and not with_be and _echoed(sentence, phrase, discourse):
        return None
    if chunk.lower == "for" and phrase.first and chunks[phrase.first - 1].lower == "what":
        return None
    members = antecedent(sentence, found, phrase) or discourse.resolve_pronoun(phrase.members, sentence)
    if members is not None and (members.everyone or members.others) and not members.but:
        # "everyone was for it but Russia and China"
        members = replace(members, but=left_out(sentence, found))
    between = chunks[phrase.last + 1 : at]
    if chunk.lower.endswith(WHO_DOES) and chunk.lower != "for" and any(c.has("obtain") for c in between):
        return None  # "the US got a single supporter": somebody else did
    if (
        members is None
        or members.first_person
        or (members.nobody and not (with_be and (members.adjective is not None or members.others)))
        or any(c.has("modal", "unreal", "habit") for c in between)
    ):
        return None
    last = of_two
    if members.named and choice in OPTIONS and (extra := company_of(sentence, found, at)) is not None:
        members, last = united(members, extra.members), extra.last
    return Position(
        *sentence.placed(lead_in(chunks, found, phrase.first), afterthought(sentence, found, last), at),
        members=members,
        choice=choice,
        negated=any(c.has("negation") for c in between[_own(between) :])
        or _not_before(chunks, phrase.first)
        or not_even(chunks, phrase.first),
        only=only(sentence, phrase, at, at),
        aimed=of_doing(chunks, at),
        loose=of_doing(chunks, at) and not discourse.voted_near(sentence),
        stance=with_be and _of_it(chunks, last + 1),
    )


def _of_it(chunks: list[Chunk], behind: int) -> bool:
    """ "Libya was against it", as those may be as well who have no vote."""
    return behind < len(chunks) and chunks[behind].has("pronoun_text", "determiner")


def _is_short(found: list[Phrase], here: Chunk, at: int) -> bool:
    """ "Now Chad's against"."""
    named = covering(found, at - 1) if here.lower == "'s" else None
    return named is not None and bool(named.members.named)


def _summing_up(chunks: list[Chunk], at: int) -> bool:
    """ "France, Ireland: all of them yes", "France, Ireland, both no": words that take up a list."""
    if chunks[at].text == ",":
        return chunks[at + 1].lower in SUMMING
    return chunks[at].lower in ("of", "them") and any(c.lower in SUMMING for c in chunks[max(0, at - 2) : at])


SUMMING = frozenset({"all", "both", "each", "every one"})


def _those_were(chunks: list[Chunk], found: list[Phrase], first: int) -> Phrase | None:
    """ "Chad and Mali were the elected members in favour": those named, of the kind that stands at `first`."""
    be = first - 1
    while be > 0 and chunks[be].has("determiner"):
        be -= 1
    named = covering(found, be - 1) if be > 0 and chunks[be].has("be") else None
    return named if named is not None and named.members.named else None


def _some_of(chunks: list[Chunk], first: int) -> bool:
    before = [c for c in chunks[max(0, first - 4) : first] if not c.has("determiner")]
    of = bool(before) and before[-1].lower.split()[-1] == "of"
    counted = before[-2].cardinal is not None if len(before) > 1 else False
    return of and (counted or before[-1].lower == "one of")


def _own(between: list[Chunk]) -> int:
    """Where the clause's own words begin, past what is inserted between commas."""
    commas = [i for i, c in enumerate(between) if c.text in ",)–—"]
    return commas[-1] + 1 if len(commas) > 1 else 0


def _takes_it_back(chunks: list[Chunk], at: int) -> bool:
    """ "Was against, but only abstained": a leaning, not the vote."""
    behind = chunks[at + 1 : at + 8]
    turned = next((i for i, c in enumerate(behind) if c.lower in ("but", "yet", "though")), None)
    return turned is not None and any(c.verb("abstain") is not None for c in behind[turned:])


def _puts_right(chunks: list[Chunk], at: int) -> bool:
    """ "Canada stood with Finland — no, Finland was in favour": taken back, and no vote."""
    if chunks[at].lower != "no" or at + 1 >= len(chunks) or chunks[at + 1].text != ",":
        return False
    behind = chunks[at + 2 : at + 2 + CLAUSE]
    ends = next((i for i, c in enumerate(behind) if not c.is_word), len(behind))
    return chunks[at - 1].text in "–—-" and any(c.has("be", "have", "do", "modal", "verb") for c in behind[:ends])


CLAUSE = 7


def _echoed(sentence: Sentence, phrase: Phrase, discourse: Discourse) -> bool:
    """ "Which two? Russia and China. — Russia and China, yes.": said again of what was told just before."""
    own = {alias.code for name in phrase.members.named for alias in name.aliases}
    for index, members in reversed(discourse.subjects):
        if not 0 < sentence.index - index <= ECHOES:
            return False
        if own and own == {alias.code for name in members.named for alias in name.aliases}:
            return not any(voted == index for voted, _ in discourse.voters)
    return False


ECHOES = 2
"""Sentences within which what was said is said again."""


def _not_before(chunks: list[Chunk], first: int) -> bool:
    if first > 1 and chunks[first - 2].lower == "neither" and chunks[first - 1].has("be"):
        return True  # "Neither was Chad against it"
    return chunks[first].lower == "neither" or (
        first > 0 and (chunks[first - 1].lower in ("neither", "nor") or chunks[first - 1].has("neither"))
    )
