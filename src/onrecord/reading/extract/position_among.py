"""Some of those that the same sentence counted: "Eleven abstained, China among them"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.asides import before_the_body
from onrecord.reading.assertion import asserted, negated
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import OPTIONS, Position
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.tally_words import a_part_of_those, of_some_kind
from onrecord.reading.extract.voting import acts_at
from onrecord.reading.extract.voting_words import CHOICES, DENIED, NOUNS, VOTED_TO
from onrecord.reading.grammar import phrase_from
from onrecord.reading.parsed import Phrase, Sentence, covering, finite
from onrecord.reading.table import word_sets

OF_THEIR_OWN = ("verb", "relative", "abstention_noun", "no_noun", "yes_noun")
"""Kinds of words behind "among those" that say what those did, whatever the sentence told of others."""


def among_them(
    sentence: Sentence, found: list[Phrase], at: int, claims: list[Position], discourse: Discourse
) -> Position | None:
    """ "Eleven abstained, Britain and China among them": the members did what was last said in the sentence."""
    chunks = sentence.chunks
    if chunks[at].lower == "among those" and at + 1 < len(chunks) and chunks[at + 1].has(*OF_THEIR_OWN):
        return None
    linked = at + 1 < len(chunks) and chunks[at + 1].lower in ("were", "was", "are", "is", "being")
    behind = at + 1 + linked
    behind += chunks[at].lower == "incl" and behind < len(chunks) and chunks[behind].text == "."
    phrase = phrase_from(chunks, found, behind) or _behind_aside(chunks, found, behind)
    if phrase is not None and _act_otherwise(chunks, at, phrase.last):
        return None
    if phrase is None and chunks[at].lower in NAMED_BEHIND:
        return None  # "missions in Kuwait, including the seizure of hostages", "which Israelis like to call hostile"
    if phrase is None:
        phrase = (
            next(
                (
                    p
                    for p in (covering(found, at - 1), covering(found, at - 2) if at > 1 else None)
                    if p is not None and p.last < at
                ),
                None,
            )
            if at > 0
            else None
        )
    if phrase is None or not (phrase.members.named or phrase.members.adjective):
        return None
    if phrase.last < at:
        phrase = _but_the_place(chunks, phrase)
    if any(c.has("negation") or c.lower == "no" for c in chunks[max(0, phrase.first - 2) : phrase.first]):
        return None
    if any(c.start <= chunks[phrase.first].start and chunks[phrase.last].end <= c.end for c in claims):
        return None
    if (after := _said_after(sentence, found, phrase, at)) is not None:
        return after
    if phrase.last < at and _doers_of_their_own(chunks, phrase.first, at):
        return None
    counted = _counted_in_front(chunks, found, at) if phrase.first > at else None
    choice, position = said_before(sentence, found, min(phrase.first, at))
    those = chunks[at + 1].cardinal if phrase.last < at and at + 1 < len(chunks) else None
    if those is not None and choice is not None:
        # "67 to sixteen, Ireland among those sixteen"
        choice = discourse.role_of(those)
    if choice is not None and counted is not None:
        if _of_others(chunks, position, counted) or _does_something_else(chunks, counted, phrase.last):
            return None
    if choice is None:
        # "34 to six; all six were Latin American, Argentina first among them"
        so_many = next((i for i in range(phrase.first - 1, 0, -1) if chunks[i].cardinal is not None), 0)
        definite = so_many and chunks[at].has("among") and chunks[so_many - 1].lower in ("all", "the", "those", "these")
        choice, position = discourse.role_of(chunks[so_many].cardinal or 0) if definite else None, so_many
    if choice is None:
        return None
    if position >= sentence.unreal_from:
        return None
    if any(c.lower in SIGNERS for c in chunks[position + 1 : min(phrase.first, at)]):
        return None  # "by 13 votes and with a crowd of co-sponsors, Japan among them"
    start = position
    while start > 0 and chunks[start - 1].text not in ",;:—–." and position - start < 14:
        start -= 1
    counts = (i for i in range(position, start - 1, -1) if chunks[i].cardinal is not None)
    number = next(counts, None)
    some = number is None or a_part_of_those(chunks, number) or of_some_kind(chunks, number)
    total = chunks[number].number if not some and number is not None else None
    if number is not None and any(c.has("and", "but") or c.text == ")" for c in chunks[start:number]):
        start = number  # "eleven voted for it and twelve took no part, including Chad"
    # "41 did not bring themselves to support it, among them Kenya"
    denied = choice != "not voting" and any(c.has("negation") for c in chunks[max(start, position - NOT_TO) : position])
    if linked or denied or any(c.verb("join") for c in chunks[start:position]):
        # "Seven joined Israel in voting no, among them Nauru": eight did
        total = None  # "Ten abstained, and among them were …": how many did was said before
    if those is not None:
        total = chunks[at + 1].number
    last = max(phrase.last, at)
    if last + 1 < len(chunks) and chunks[last + 1].lower == "'s":
        last += 1
    return Position(
        *sentence.placed(start, last, at), members=phrase.members, choice=choice, total=total, negated=denied
    )


SIGNERS = word_sets("position_words.csv")["signers"]
NAMED_BEHIND = frozenset({"including", "like", "such as", "e.g.", "for example", "for instance"})
"""Words that only those behind them are told with."""
NOT_TO = 5
"""Chunks before what was said in which it may be denied."""
PLACED = frozenset({"in", "on", "over", "about", "for", "at", "to", "from", "of", "against", "with"})


def _but_the_place(chunks: list[Chunk], phrase: Phrase) -> Phrase:
    """ "32 abstained on the war in Ukraine, India and China among them": the first name is where the war is."""
    comma = phrase.first + 1
    governed = phrase.first > 0 and chunks[phrase.first - 1].lower in PLACED
    if not governed or len(phrase.members.named) < 2 or comma >= phrase.last or chunks[comma].text != ",":
        return phrase
    rest = phrase.members.named[1:]
    members = replace(phrase.members, named=rest, text=" ".join(named.text for named in rest))
    return replace(phrase, first=comma + 1, members=members)


def _act_otherwise(chunks: list[Chunk], at: int, last: int) -> bool:
    """ "Lebanon abstained, and twelve including China tightened the screws": those counted have a verb of their own."""
    if at < 2 or chunks[at - 1].cardinal is None or last + 1 >= len(chunks) or not chunks[last + 1].is_word:
        return False
    following = chunks[last + 1]
    return not (following.has("and", "but", "preposition") or following.date is not None) and (
        chunks[at - 2].has("and", "but") or chunks[at - 2].text in ",;:—"
    )


def _counted_in_front(chunks: list[Chunk], found: list[Phrase], at: int) -> int | None:
    """The last chunk of those of whom chunk `at` names some: "35 nations including …", "countries, among them …"."""
    end = at - 1 - (at > 1 and chunks[at - 1].text in ",(–—")
    if end < 0 or not chunks[end].is_word:
        return None
    end = before_the_body(chunks, end)
    counted = covering(found, end)
    if counted is not None:
        return None if counted.members.named else end
    more = chunks[end].lower in ("others", "more") and end > 0 and chunks[end - 1].cardinal is not None
    return end if more or chunks[end].has("member_noun") or chunks[end].cardinal is not None else None


def _of_others(chunks: list[Chunk], said: int, counted: int) -> bool:
    """ "The veto was met with anger from states including …", "against a text that 80 states, among them …", "Britain
    abstained and 13 others, including …": a verb of its own, or another subject, stands between.
    """
    return any(c.has("relative", "and") or finite(c) for c in chunks[said + 1 : counted])


def _does_something_else(chunks: list[Chunk], counted: int, last: int) -> bool:
    """ "Ten voted for it, while five states, including Chad, held back", "vetoed a text that six countries, Chad among
    them, had tabled": a clause with a verb of its own.
    """
    number = next((i for i in range(counted, max(counted - 4, 0), -1) if chunks[i].cardinal is not None), 0)
    if not number or not chunks[number - 1].has("and", "but", "relative"):
        return False
    last += last + 1 < len(chunks) and chunks[last + 1].lower == "them"
    verb = last + 1 + (last + 1 < len(chunks) and chunks[last + 1].text in ",)–—")
    while verb < len(chunks) and chunks[verb].has("have", "adverb"):
        verb += 1
    return verb < len(chunks) and (finite(chunks[verb]) or chunks[verb].has("do", "modal", "negation"))


def _doers_of_their_own(chunks: list[Chunk], first: int, at: int) -> bool:
    """ "Vetoed a text that six countries, Chad among them, had tabled": what those did is told behind them."""
    while first > 1 and (chunks[first - 1].has("member", "and", "determiner") or chunks[first - 1].text == ","):
        first -= 1
    number = next((i for i in range(first, max(first - 4, 0), -1) if chunks[i].cardinal is not None), 0)
    return bool(number) and _does_something_else(chunks, number, at)


def _behind_aside(chunks: list[Chunk], found: list[Phrase], comma: int) -> Phrase | None:
    """ "Among them, I blush to say, New Zealand": names behind what two commas throw in."""
    if comma >= len(chunks) or chunks[comma].text not in ",–—":
        return None
    closed = next(
        (i for i in range(comma + 2, min(comma + 9, len(chunks) - 1)) if chunks[i].text == chunks[comma].text), 0
    )
    if not closed or any(c.has("member") or c.cardinal is not None for c in chunks[comma:closed]):
        return None
    return phrase_from(chunks, found, closed + 1)


SOME_OF = frozenset({"most", "many", "several", "some", "numerous"})
"""In front of the noun of those some of whom are named: "most EU states, including France, abstained"."""


def _said_after(sentence: Sentence, found: list[Phrase], phrase: Phrase, at: int) -> Position | None:
    """ "Five countries (Germany among them) abstained": the choice behind what is thrown in."""
    chunks = sentence.chunks
    last = max(phrase.last, at)
    if (unmarked := _subject_with_some(sentence, found, phrase, at)) is not None:
        return unmarked
    if last + 2 >= len(chunks) or chunks[last + 1].text not in ",)–—-":
        return None
    opened = next((i for i in range(min(phrase.first, at) - 1, max(at - 8, -1), -1) if chunks[i].text in ",(–—-"), None)
    if opened is not None and opened > 1 and chunks[opened - 1].lower in ("others", "more"):
        opened -= 1
    end = before_the_body(chunks, opened - 1) if opened is not None and opened > 0 else -1
    counted = covering(found, end) if end >= 0 else None
    number = (
        chunks[end].number
        if end >= 0 and chunks[end].cardinal is not None
        else counted.number
        if counted is not None
        else None
    )
    most = end > 0 and chunks[end].has("member_noun") and any(c.lower in SOME_OF for c in chunks[max(0, end - 3) : end])
    if opened is None or (number is None and (counted is None or not counted.members.others) and not most):
        return None
    besides = end > 1 and chunks[end - 1].has("and") and chunks[end - 2].has("member")
    if besides or (counted is not None and (counted.members.others or counted.members.everyone)):
        number = None  # how many they are leaves out those told of before
    if _did_not(chunks, last + 2):
        # "104 nations voted for it and eleven, India among them, did not"
        choice, _ = said_before(sentence, found, opened)
        first = counted.first if counted is not None else end
        placed = sentence.placed(first, last + 2, at)
        told = choice in ("yes", "no", "abstain")
        return Position(*placed, members=phrase.members, choice=choice, negated=True) if choice and told else None
    for position in range(last + 2, min(last + 6, len(chunks))):
        if chunks[position].has("and", "but", "member") or chunks[position].cardinal is not None:
            return None  # "ten were against, Austria among them, and twenty abstained"
        behind = chunks[position + 1] if position + 1 < len(chunks) else chunks[position]
        if chunks[position].lower == "for" and behind.has("negation"):
            return None  # "nine were missing, Chad among them, for not paying its dues"
        acts = acts_at(sentence, found, position)
        choice, end = (
            (acts[0].choice, acts[0].last)
            if acts
            else (next((c for kind, c in NOUNS if chunks[position].has(kind)), None), position)
        )
        if choice in ("vote", "take part") and _not_done(chunks, position):
            choice = "not voting"
        if acts and acts[0].companions is not None:
            number = None  # "four states, including Chad, joined Mali in voting no": five did
        if choice in OPTIONS:
            first = counted.first if counted is not None else end
            return Position(*sentence.placed(first, end, at), members=phrase.members, choice=choice, total=number)
    return None


def _subject_with_some(sentence: Sentence, found: list[Phrase], phrase: Phrase, at: int) -> Position | None:
    """ "While 35 nations including Chad and Mali abstained": some of the subject, with no mark around them."""
    chunks = sentence.chunks
    verb = phrase.last + 1
    if not 0 < at < phrase.first or verb >= len(chunks) or chunks[at - 1].text in ",(–—":
        return None
    counted = covering(found, before_the_body(chunks, at - 1))
    if counted is None or counted.number is None or counted.members.others:
        return None
    while verb + 1 < len(chunks) and chunks[verb].has("adverb", "have"):
        verb += 1
    act = next(iter(acts_at(sentence, found, verb)), None)
    if act is None or act.choice not in OPTIONS or act.denied or not asserted(sentence, verb, phrase.last, act.form):
        return None
    if negated(sentence, verb, phrase.last):
        return None
    placed = sentence.placed(counted.first, act.last, at)
    return Position(*placed, members=phrase.members, choice=act.choice, total=counted.number)


def _did_not(chunks: list[Chunk], at: int) -> bool:
    """Whether all that follows is "did not", "would not", said of what others did."""
    said = chunks[at : at + 2]
    return bool(said) and said[0].lower in DID_NOT and not any(c.is_word for c in said[1:])


DID_NOT = frozenset({"did not", "didn't", "would not", "wouldn't", "do not", "don't", "had not", "hadn't"})


TO_NOBODY = ("to", "votes to", "-", "–")


def said_before(sentence: Sentence, found: list[Phrase], limit: int) -> tuple[str | None, int]:
    """The last choice said in the sentence before chunk `limit`, and where."""
    chunks = sentence.chunks
    for position in range(limit - 1, max(limit - 24, -1), -1):
        chunk = chunks[position]
        if chunk.text in ";—":
            return None, position
        if chunk.cardinal == 0 and position > 1 and chunks[position - 1].lower in TO_NOBODY:
            # "it passed fifteen to nil, Syria included"
            return "yes", position - 1
        said = next((c for m, c in CHOICES.items() if m != "block" and m not in DENIED and chunk.verb(m)), None)
        if said is None and (chunk.verb("vote") or chunk.lower == VOTED_TO):
            acts = acts_at(sentence, found, position)
            said = acts[0].choice if acts and acts[0].choice in ("yes", "no") else None
        if said is None and chunk.verb("vote", "take_part") and _not_done(chunks, position):
            said = "not voting"
        following = chunks[position + 1] if position + 1 < len(chunks) else None
        of_it = following is not None and following.lower in ("it", "this", "that")
        if said is None and not (
            chunk.has("preposition") and following is not None and following.is_word and not of_it
        ):
            said = next((c for kind, c in NOUNS if chunk.has(kind) and chunk.lower not in ("for", "no")), None)
        if said is None and chunk.has("vote_noun") and position > 0 and chunks[position - 1].cardinal is not None:
            said = "yes"
        if said is not None:
            return said, position
    return None, limit


def _not_done(chunks: list[Chunk], verb: int) -> bool:
    return any(c.has("negation") for c in chunks[max(0, verb - 2) : verb])
