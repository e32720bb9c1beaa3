"""Some of those counted: "Libya was one of the 58", "among the fifteen India"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import OPTIONS, Members, Position
from onrecord.reading.extract.acts import of_those_with_one
from onrecord.reading.extract.position_all_counted import BACK, COUNTED_BACK, closes, value_of
from onrecord.reading.extract.position_among import said_before
from onrecord.reading.extract.spans import lead_in, not_even
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_ways import complement
from onrecord.reading.extract.voting_words import CHOICES, DENIED, NOUNS
from onrecord.reading.grammar import doer_of, phrase_from
from onrecord.reading.naming import named_by
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence, finite

REACH = 8
FAR = 18


def one_of(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "China was one of the 58", "Libya was among those that abstained", "Hungary was among the noes"."""
    chunks = sentence.chunks
    subject = _whose(chunks, at) or doer_of(sentence, found, at)
    if chunks[at].lower == "one of" and (named := _one_was(sentence, found, at, discourse)) is not None:
        return named
    if (
        chunks[at].lower in ("among", "amongst")
        and (told := _among_so_many(sentence, found, at, discourse)) is not None
    ):
        return told
    if subject is None or subject.last >= at or at - subject.last > (FAR if _behind_an_aside(chunks, at) else 9):
        return None
    if chunks[at - 1].verb("alone") is not None:
        return None  # "alone among the fifteen in voting against": nobody else did
    joint = any(c.has("and", "but") and c.lower != "where" for c in chunks[subject.last + 1 : at])
    if chunks[at].lower == "one of" and joint:
        return None  # "the Russians tried two amendments, and one of them got eight votes"
    if (listed := _counted_and_listed(sentence, found, at, subject, discourse)) is not None:
        return listed
    if not (
        subject.members.named or subject.members.groups or subject.members.pronoun or _all_of_a_region(chunks, subject)
    ):
        be = next((i for i in range(subject.first - 1, max(subject.first - 4, -1), -1) if chunks[i].has("be")), None)
        subject = doer_of(sentence, found, be) if be is not None else None
        if subject is None:
            return None
    members = discourse.resolve_pronoun(subject.members, sentence)
    if members is None or not (members.named or members.groups or _all_of_a_region(chunks, subject)):
        return None
    choice, last, total = _choice_behind(sentence, found, at, discourse)
    if choice is None and (did := _did_so_behind(sentence, found, subject, at, discourse)) is not None:
        choice, last, total = did
        if chunks[at - 1].text == ",":
            return Position(*sentence.placed(at, last), members=members, choice=choice, total=total)
    if (
        choice is None
        and chunks[at].lower == "among them"
        and not _within_a_subject(chunks, at)
        and not _of_its_authors(chunks, subject.first)
        and not _of_others_counted(chunks, subject.first, discourse)
        and discourse.last_role is not None
        and sentence.index - discourse.last_in <= BACK
    ):
        choice = said_before(sentence, found, subject.first)[0] or discourse.last_role
    them = at + 2 if [c.lower for c in chunks[at : at + 2]] == ["not one", "of"] else at + 1
    of_them = them < len(chunks) and chunks[them].lower in ("them", "these", "those")
    # "One of those who had presented it" is of what they did.
    of_them = of_them and not (them + 1 < len(chunks) and chunks[them + 1].has("relative"))
    of_them = of_them and not _of_others_counted(chunks, subject.first, discourse)
    linked = all(c.has("be", "have", "adverb", "negation") for c in chunks[subject.last + 1 : at])
    if choice is None and of_them and linked:
        choice, last = said_before(sentence, found, subject.first)[0] or discourse.last_role, at + 1
        choice = choice if sentence.index - discourse.last_in <= BACK else None
    held = choice == "veto" and any(of_those_with_one(chunks, i) for i in range(at, min(last + 1, len(chunks))))
    if choice is None or held:
        return None
    # "The only country among the fifteen to vote against it": how many did, the fifteen are not
    singled = any(c.has("only", "last_word") for c in chunks[subject.last + 1 : at])
    alone = singled and any(c.lower == "to" for c in chunks[at + 1 : last + 1])
    return Position(
        *sentence.placed(lead_in(chunks, found, subject.first), last, at),
        members=members,
        choice=choice,
        only=alone and chunks[at - 1].has("member_noun") and chunks[at - 2].has("only", "last_word"),
        negated=not_even(chunks, subject.first)
        or any(c.has("negation") or c.lower == "not one" for c in chunks[subject.last + 1 : at + 1]),
        total=None if alone else total,
    )


def _behind_an_aside(chunks: list[Chunk], at: int) -> bool:
    """ "Peru, with which we have a treaty, was one of the nine"."""
    return at > 1 and chunks[at - 1].has("be") and chunks[at - 2].text in ",)–—"


def _of_others_counted(chunks: list[Chunk], before: int, discourse: Discourse) -> bool:
    """ "Eleven did not know what to say and Chad was one of these": of a number whose vote was not understood."""
    counted = [c for c in chunks[:before] if c.cardinal is not None and c.cardinal > 1]
    told = discourse.counted_choice is not None and counted and discourse.counted_choice[0] > counted[-1].start
    return bool(counted) and not told and discourse.role_of(counted[-1].cardinal or 0) is None


def _counted_and_listed(
    sentence: Sentence, found: list[Phrase], at: int, subject: Phrase, discourse: Discourse
) -> Position | None:
    """ "Three Caribbean states were among the nine: Barbados, Dominica and Jamaica"."""
    chunks = sentence.chunks
    size = subject.members.quantity
    if not size or subject.members.named or not chunks[at - 1].has("be"):
        return None
    choice, last, _ = _choice_behind(sentence, found, at, discourse)
    if choice is None or last + 2 >= len(chunks) or chunks[last + 1].text not in ":–—(":
        return None
    phrase = phrase_from(chunks, found, last + 2)
    if phrase is None or len(phrase.members.named) != size:
        return None
    return Position(
        *sentence.placed(lead_in(chunks, found, subject.first), phrase.last, at), members=phrase.members, choice=choice
    )


def _within_a_subject(chunks: list[Chunk], at: int) -> bool:
    """ "Norway and three others, Mali among them, had tabled it": what the sentence's own verb tells of them."""
    follows = chunks[at + 2] if at + 2 < len(chunks) else None
    if follows is None or chunks[at + 1].text != ",":
        return False
    return (finite(follows) and not follows.has("be")) or follows.has("negation", "do", "modal")


def _of_its_authors(chunks: list[Chunk], first: int) -> bool:
    """ "Its sponsors, Norway and Mali among them, were angry": some of those who wrote it, however they voted."""
    return first > 1 and chunks[first - 1].text in ",(–—" and chunks[first - 2].has("author")


def _whose(chunks: list[Chunk], at: int) -> Phrase | None:
    """ "36 abstentions, Chad's among them": whose it is, which the naming of members leaves to what is owned."""
    owner = chunks[at - 2] if at > 1 and chunks[at].has("among") and chunks[at - 1].lower in ("'s", "'") else None
    if owner is None or owner.has("blocked") or not owner.has("member"):
        return None
    return Phrase(at - 2, at - 1, Members(named=tuple(named_by(owner)), text=owner.text))


def _all_of_a_region(chunks: list[Chunk], subject: Phrase) -> bool:
    """ "All three African members were among the eight"; not "all three among them", which the verb behind it tells."""
    said = chunks[subject.last + 1 : subject.last + 2]
    whole = subject.members.adjective is not None and chunks[subject.first].lower.split()[0] in ("all", "both")
    return whole and bool(said) and not said[0].has("among")


def _among_so_many(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "Fifteen could not decide, among the fifteen Nehru's India": who it was, without a verb."""
    chunks = sentence.chunks
    number = next((i for i in (at + 1, at + 2) if i < len(chunks) and value_of(chunks[i]) is not None), None)
    if number is None or not (chunks[number].lower.startswith("the ") or chunks[number - 1].lower in ("the", "those")):
        return None
    phrase = phrase_from(chunks, found, number + 1)
    choice = discourse.role_of(value_of(chunks[number]) or 0) if phrase is not None else None
    if phrase is None or choice is None or not phrase.members.named or not closes(sentence, phrase.last):
        return None
    return Position(*sentence.placed(at, phrase.last), members=phrase.members, choice=choice)


def _one_was(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "One of the five was Eritrea", of a number that a count before gave."""
    chunks = sentence.chunks
    number = next((i for i in (at + 1, at + 2) if i < len(chunks) and chunks[i].cardinal is not None), None)
    if number is None or number + 2 >= len(chunks) or not chunks[number + 1].has("be"):
        return None
    phrase = phrase_from(chunks, found, number + 2)
    # "Of the four one was Gabon": one of those, and not the one that another side had
    of = number - 1 if chunks[number].cardinal == 1 and chunks[number - 1].cardinal is not None else number
    choice = discourse.role_of(chunks[of].cardinal or 0)
    if phrase is None or len(phrase.members.named) != 1 or choice is None or not closes(sentence, phrase.last):
        return None
    return Position(*sentence.placed(at, phrase.last), members=phrase.members, choice=choice, total=chunks[of].number)


def _choice_behind(
    sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse
) -> tuple[str | None, int, NumberMention | None]:
    chunks = sentence.chunks
    choice: str | None = None
    total: NumberMention | None = None
    last = at
    for position in range(at + 1, min(at + 11, len(chunks))):
        chunk = chunks[position]
        if chunk.text in ",;:—–" or chunk.has("but"):
            break
        if (counted := value_of(chunk)) is not None and choice is None:
            choice, last = discourse.role_of(counted), position
            total = chunk.number or _counted_by(chunk, counted, sentence)
        said = next((CHOICES[m] for m in CHOICES if m not in DENIED and chunk.verb(m)), None)
        if said is None and chunk.verb("vote"):
            inner, end = complement(sentence, found, position)
            said = inner if inner in ("yes", "no") else None
            last = end if said else last
        if said is None:
            said = next(
                (c for kind, c in NOUNS if chunk.has(kind) and not chunk.has("preposition") and chunk.lower != "no"),
                None,
            )
        if said is not None:
            return said, max(last, position), total
    return choice, last, total


def _did_so_behind(
    sentence: Sentence, found: list[Phrase], subject: Phrase, at: int, discourse: Discourse
) -> tuple[str, int, NumberMention] | None:
    """ "India abstained, one of 19 to do so", "it was one of nine that did": how many did what was said of it."""
    chunks = sentence.chunks
    number = at + 1 + (at + 1 < len(chunks) and chunks[at + 1].lower in ("only", "just", "the"))
    counted = chunks[number].number if number < len(chunks) else None
    if counted is None or chunks[at].lower != "one of":
        return None
    last = number + 1
    while last < len(chunks) and (
        chunks[last].has("member_noun", "relative", "have") or chunks[last].lower in ("to", "who")
    ):
        last += 1
    if last >= len(chunks) or not (chunks[last].verb("same") or (chunks[last].has("do") and closes(sentence, last))):
        return None
    choice = said_before(sentence, found, subject.last + 1 if subject.last > at else at)[0]
    if choice is None and not discourse.last_negated and sentence.index - discourse.last_in <= BACK:
        choice = discourse.last_choice if _same_members(subject, discourse) else None
    return (choice, last, counted) if choice in OPTIONS else None


def _same_members(subject: Phrase, discourse: Discourse) -> bool:
    told = discourse.last_members
    return subject.members.pronoun or (told is not None and told.named == subject.members.named)


def _counted_by(chunk: Chunk, value: int, sentence: Sentence) -> NumberMention:
    """The number in "one of the three"."""
    start = chunk.start - sentence.start
    return NumberMention(start, chunk.end - sentence.start, value, 1, in_words=True)


def some_of_the(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "France and Mali were two of the four", "Hungary was the only EU state in the nine": of those a count gave."""
    chunks = sentence.chunks
    if sentence.index - discourse.last_in > COUNTED_BACK:
        return None
    for position in range(at + 1, min(at + REACH, len(chunks) - 2)):
        if chunks[position].lower in ("of", "in", "among") and chunks[position + 1].lower in ("the", "those", "these"):
            subject = doer_of(sentence, found, at)
            if subject is None or not subject.members.named:
                return None
            number = chunks[position + 2]
            some = chunks[position].lower != "of" or any(
                c.cardinal == len(subject.members.named) for c in chunks[at + 1 : position]
            )
            choice = discourse.role_of(number.cardinal) if number.cardinal is not None and some else None
            if choice is None or not closes(sentence, position + 2):
                return None
            first = lead_in(chunks, found, subject.first)
            denied = not_even(chunks, subject.first) or any(c.has("negation") for c in chunks[at:position])
            placed = sentence.placed(first, position + 2, at)
            return Position(*placed, members=subject.members, choice=choice, negated=denied, total=number.number)
        if chunks[position].text in ",;:—–" or chunks[position].has("verb", "relative"):
            return None
    return None


def the_nine_included(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "The nine included Guatemala and Togo", of a number that a count before gave; "those against also included
    Peru".
    """
    chunks = sentence.chunks
    end = at
    while end > 1 and chunks[end - 1].has("adverb", "same_way"):
        end -= 1
    sided = _side(chunks, end)
    number = next((c.cardinal for c in chunks[max(0, end - 3) : end] if c.cardinal is not None), None)
    choice = discourse.role_of(number) if number is not None else None
    if choice is None and sided is not None:
        choice = sided[1]
    if choice is None:
        choice = next(
            (
                c
                for kind, c in NOUNS
                if any(n.has(kind) and not n.has("preposition") for n in chunks[max(0, end - 2) : end])
            ),
            None,
        )
    if choice is None and end and chunks[end - 1].lower == "abstains":
        choice = "abstain"  # "abstains include China"
    phrase = phrase_from(chunks, found, at + 1)
    if phrase is None or not phrase.members.named:
        phrase = _so_many_named(chunks, found, at + 1)
    if choice is None or phrase is None or not phrase.members.named:
        return None
    start = sided[0] if sided is not None else max(0, end - 2) if number is not None else end - 1
    total = next((c.number for c in chunks[max(0, end - 3) : end] if c.cardinal is not None), None)
    return Position(*sentence.placed(start, phrase.last, at), members=phrase.members, choice=choice, total=total)


def _side(chunks: list[Chunk], end: int) -> tuple[int, str] | None:
    """Where "the five against", "those in favour of it" begins that ends before chunk `end`, and the side."""
    at = end - 1 - (chunks[end - 1].has("pronoun_text", "text") and end > 1)
    at -= chunks[at].has("determiner") and at > 0
    side = next((choice for words, choice in SIDES.items() if chunks[at].lower in words), None)
    if side is None or at < 1:
        return None
    first = at - 1
    while first > 0 and (chunks[first].has("relative", "be") or chunks[first].lower in ("who", "states", "countries")):
        first -= 1
    counted = chunks[first].cardinal is not None
    if not counted and chunks[first].lower not in ("those", "the ones"):
        return None
    return first - (counted and first > 0 and chunks[first - 1].has("determiner")), side


SIDES = {
    ("against", "opposed"): "no",
    ("for", "in favour", "in favor", "in favour of", "in favor of"): "yes",
    ("abstaining",): "abstain",
}
"""How those voted of whom "the five" or "those" stands in front."""


def _so_many_named(chunks: list[Chunk], found: list[Phrase], at: int) -> Phrase | None:
    """ "Included one Nordic country, Norway", "two of our neighbours: Chad and Mali": as many names as are counted."""
    number = next((i for i in range(at, min(at + 3, len(chunks))) if chunks[i].cardinal is not None), None)
    if number is None:
        return None
    mark = next((i for i in range(number + 1, min(number + REACH, len(chunks))) if chunks[i].text in ",:—–("), None)
    phrase = phrase_from(chunks, found, mark + 1) if mark is not None else None
    if phrase is None or mark is None or any(c.has("verb", "be", "have") for c in chunks[number:mark]):
        return None
    return phrase if len(phrase.members.named) == chunks[number].cardinal else None
