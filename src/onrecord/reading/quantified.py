"""Members named by number or as the rest: "the other 14 members", "all fifteen", "three African members", "nobody"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members
from onrecord.reading.parsed import Phrase, finite, is_demonym
from onrecord.reading.partial import one_of_region, part_of_region
from onrecord.reading.regions import region_before, region_behind

SEATS = {"GROUP:P5": ("permanent", 5), "GROUP:E10": ("elected", 10)}
"""Groups of seats, by the adjective and the number that they stand for."""
NUMERAL_PRONOUNS = {"the two": 2, "the three": 3, "all three": 3, "all four": 4, "all five": 5}
"""Pronouns that count members when a noun follows: "all three African members"."""
IN_COUNT = frozenset(
    {"the", "all", "of", "its", "these", "those", "just", "only", "some", "another", "fully", "same", "mere", "a",
     "their", "as", "many",
     "fellow", "council", "'s", "whole", "barely", "exactly", "every", "every single", "no", "fewer", "than", "other",
     "others", "remaining"}
)  # fmt: skip
"""Words that may stand in "a mere nine of the Council's fifteen members"."""
MAY_LEAD = IN_COUNT - {"of", "than", "as", "fewer", "'s", "council", "many", "others"}
SINGLE = frozenset({"sole", "lone", "only", "single", "one"})
PERSONS = frozenset({"Arab", "African", "European", "Asian", "Scandinavian", "Latin American", "Latin"})
"""Adjectives that are nouns as well."""
DEFINITE = frozenset({"the", "all", "its", "their", "these", "those", "every"})
"""Words that make "other" mean all the rest: "the other two", not "two other members"."""


def quantified(chunks: list[Chunk], at: int) -> Phrase | None:
    """ "The other 14 members", "ten members", "all fifteen", "the rest", "nobody", "three African members", "we"."""
    chunk = chunks[at]
    if at > 0 and chunks[at - 1].lower == "of" and "every" in chunk.kinds:
        return None
    if "all_others" in chunk.kinds:
        # "Angola and Peru were the others that abstained": those of the others.
        told = at + 1 < len(chunks) and chunks[at + 1].lower in ("that", "who") and at and "be" in chunks[at - 1].kinds
        return None if told else _others(chunks, at)
    if (part := part_of_region(chunks, at)) is not None:
        return part
    if chunk.lower in ("one of", "any of") and (one := one_of_region(chunks, at)) is not None:
        return one
    if chunk.lower == "both" and at + 2 < len(chunks) and chunks[at + 1].has("of_adjective"):
        if chunks[at + 2].has("member_noun"):
            both = Members(quantity=2, adjective=chunks[at + 1].text, text=words_of(chunks, at, at + 2))
            return Phrase(at, at + 2, both)
        if chunks[at + 1].text.endswith("s") and chunks[at + 1].text[:1].isupper():
            # "both Latin Americans"
            text = words_of(chunks, at, at + 1)
            return Phrase(at, at + 1, Members(quantity=2, adjective=chunks[at + 1].text, text=text))
    adjective = at + 1 < len(chunks) and "of_adjective" in chunks[at + 1].kinds
    if ("nobody" in chunk.kinds or "nobody_else" in chunk.kinds) and not (adjective and "not_one" in chunk.kinds):
        return _nobody(chunks, at)
    if "everybody" in chunk.kinds:
        last = _through_member_noun(chunks, at)
        if (within := _of_region(chunks, last)) is not None:
            return Phrase(at, within[1], Members(adjective=within[0], text=words_of(chunks, at, within[1])))
        return Phrase(at, last, Members(everyone=True, text=words_of(chunks, at, last)))
    not_one = chunk.lower == "no" or "not_one" in chunk.kinds
    if not_one and (grouped := _no_one_of_group(chunks, at)) is not None:
        return grouped
    if not_one and adjective:
        last = _through_member_noun(chunks, at)
        if last == at and at + 2 < len(chunks) and chunks[at + 1].text in PERSONS and finite(chunks[at + 2]):
            # "not one Arab voted for it"
            last = at + 1
        return (
            Phrase(at, last, Members(nobody=True, adjective=chunks[at + 1].text, text=words_of(chunks, at, last)))
            if last > at
            else None
        )
    if "first_person" in chunk.kinds and chunk.lower not in ("our", "us"):
        return Phrase(at, at, Members(first_person=True, text=chunk.text))
    counted = _counted(chunks, at)
    again = at > 0 and chunks[at - 1].lower.split()[-1] == "same"
    if counted is not None and again and counted.members.adjective is not None:
        # "The same three permanent members": those that were named before.
        size = next((word for word, of in NUMERAL_PRONOUNS.items() if of == counted.members.quantity), None)
        return None if size is None else Phrase(counted.first, counted.last, Members(pronoun=True, text=size))
    return _of_two_regions(chunks, counted) if counted is not None else None


def _of_two_regions(chunks: list[Chunk], counted: Phrase) -> Phrase:
    """ "Four Europeans and Asians": so many members, of no one region."""
    last = counted.last + 2
    if counted.members.adjective is None or counted.members.quantity is None or last >= len(chunks):
        return counted
    if not chunks[last - 1].has("and") or "of_adjective" not in chunks[last].kinds:
        return counted
    both = words_of(chunks, counted.last, last)
    last += last + 1 < len(chunks) and chunks[last + 1].has("member_noun")
    members = replace(counted.members, adjective=both, text=words_of(chunks, counted.first, last))
    return replace(counted, last=last, members=members)


def kind_of(chunk: Chunk, group: str) -> str:
    """The adjective that a group goes by: of "European members", in the Union or not, more than the group's code."""
    return "European" if chunk.lower == "european members" else group


def _no_one_of_group(chunks: list[Chunk], at: int) -> Phrase | None:
    """ "No BRICS country": nobody of a group."""
    if at + 2 >= len(chunks) or not chunks[at + 2].has("member_noun"):
        return None
    group = chunks[at + 1].get("group")
    if group is None:
        return None
    return Phrase(
        at,
        at + 2,
        Members(nobody=True, adjective=kind_of(chunks[at + 1], group.value), text=words_of(chunks, at, at + 2)),
    )


def _others(chunks: list[Chunk], at: int) -> Phrase:
    last = at
    quantity = None
    if last + 1 < len(chunks) and chunks[last + 1].number is not None and chunks[last + 1].cardinal is not None:
        last += 1
        quantity = chunks[last].cardinal
    inner = _of_group(chunks, last + 1)
    if inner is not None:
        return Phrase(
            at,
            inner[0],
            Members(others=True, quantity=quantity, adjective=inner[1], text=words_of(chunks, at, inner[0])),
        )
    last = _through_member_noun(chunks, last)
    return Phrase(at, last, Members(others=True, quantity=quantity, text=words_of(chunks, at, last)))


def _nobody(chunks: list[Chunk], at: int) -> Phrase:
    inner = _of_group(chunks, at + 1)
    adjective = chunks[at].get("nobody")
    others = chunks[at].has("nobody_else")
    if inner is None and (within := region_behind(chunks, at + 1)) is not None:
        inner = within[1], within[0]
    if inner is not None:
        return Phrase(
            at, inner[0], Members(nobody=True, adjective=inner[1], others=others, text=words_of(chunks, at, inner[0]))
        )
    last = _through_member_noun(chunks, at)
    kind = adjective.value if adjective is not None and adjective.value else region_before(chunks, at)
    return Phrase(at, last, Members(nobody=True, adjective=kind, others=others, text=words_of(chunks, at, last)))


def _of_group(chunks: list[Chunk], at: int) -> tuple[int, str] | None:
    """ "Of the P5", "of the permanent members", "of the African three": the last chunk and the adjective they
    stand for.
    """
    position = at
    while (
        position < len(chunks)
        and position - at < 4
        and (chunks[position].lower in ("of", "the", "its", "these", "other") or chunks[position].cardinal is not None)
    ):
        position += 1
    if position == at or position >= len(chunks):
        return None
    chunk = chunks[position]
    group = chunk.get("group")
    if group is not None and group.value in SEATS:
        return position, SEATS[group.value][0]
    if chunk.has("of_adjective"):
        noun = position + 1 < len(chunks) and chunks[position + 1].has("member_noun")
        return (position + 1 if noun else position), chunk.text
    return None


def _counted(chunks: list[Chunk], at: int) -> Phrase | None:
    """ "Three African members", "the other four permanent members", "two of the five permanent members", "all
    fifteen".
    """
    if not _may_count(chunks[at]):
        return None
    position = at
    others = everyone = False
    quantity: int | None = None
    adjective: str | None = None
    after_of = definite = single = False
    while position < len(chunks) and position - at < 9:
        chunk = chunks[position]
        low = chunk.lower
        if low in NUMERAL_PRONOUNS and quantity is not None and after_of:
            definite = True
        elif low == "one of" and position > at and quantity is None:
            everyone = everyone or chunks[at].lower in ("every", "every single", "each")
            quantity, after_of = None if everyone else 1, True
        elif low in NUMERAL_PRONOUNS and quantity is None:
            definite = True
            quantity = NUMERAL_PRONOUNS[low]
            everyone = everyone or low.startswith("all")
        elif low in ("other", "others", "remaining"):
            if not definite and low != "remaining":
                return None
            others = True
            if low == "others" and quantity is not None:
                return _phrase(chunks, at, position, others, False, quantity, adjective)
        elif "all_others" in chunk.kinds and after_of and quantity is not None:
            return _phrase(chunks, at, position, True, False, quantity, adjective)
        elif low in SINGLE and quantity is None:
            single = True
        elif low in IN_COUNT or _councils(chunks, position):
            everyone = everyone or low == "all"
            definite = definite or low in DEFINITE
            after_of = after_of or low == "of"
        elif chunk.number is not None and chunk.cardinal is not None:
            if quantity is not None and not after_of:
                break
            quantity = quantity if quantity is not None else chunk.cardinal
        elif _describes(chunk, quantity, everyone, others, position > at):
            adjective = chunk.text
        elif (group := chunk.get("group")) is not None and group.value in SEATS and (quantity is not None or others):
            seats, size = SEATS[group.value]
            if quantity == size and not others:
                return None
            return _phrase(chunks, at, position, others, False, quantity, seats)
        elif group is not None and quantity is not None and after_of:
            noun = position + 1 < len(chunks) and "member_noun" in chunks[position + 1].kinds
            return _phrase(chunks, at, position + noun, others, False, quantity, kind_of(chunk, group.value))
        elif after_of and quantity is not None and (last_word := _council_by_its_seats(chunks, position)) is not None:
            return _phrase(chunks, at, last_word, others, False, quantity, adjective)
        elif after_of and quantity is not None and (owner := _owner_of_all(chunks, position)) is not None:
            position = owner
        elif "member_noun" in chunk.kinds:
            one = single or chunks[at].lower in ("a", "an")
            if one and adjective is not None and quantity is None and not low.endswith("s"):
                quantity = 1
            if chunks[at].lower == "one" and quantity is None and _out_of(chunks, position) > position:
                quantity = 1
            if quantity is None and not others and not everyone and adjective is None:
                return None
            position = _out_of(chunks, position)
            if adjective is None and (within := _of_region(chunks, position)) is not None:
                adjective, position = within
            return _phrase(
                chunks, at, position, others, everyone and not others and adjective is None, quantity, adjective
            )
        elif low == "them" and position == at + 2 and chunks[at].lower in NUMERAL_PRONOUNS:
            return Phrase(at, position, Members(pronoun=True, text=chunks[at].text))  # "the two of them"
        elif low in ("them", "whom", "us", "you") and quantity is not None and after_of:
            return _phrase(chunks, at, position, False, False, quantity, None)
        else:
            break
        position += 1
    while position > at and chunks[position - 1].lower in IN_COUNT - {"other", "others", "remaining"}:
        position -= 1
    last = position - 1
    if last <= at and not (last == at and adjective is not None and adjective.endswith("s")):
        return None
    if (others or everyone or (after_of and chunks[last].cardinal is not None)) and quantity is not None:
        return _phrase(chunks, at, last, others, everyone and not others and adjective is None, quantity, adjective)
    if (
        adjective is not None
        and adjective[:1].isupper()
        and (
            quantity is not None
            or everyone
            or adjective.endswith("s")
            or _some_left_out(chunks, position)
            or (chunks[at].lower in ("every", "each") and position == at + 2 and adjective in PERSONS)
        )
    ):
        return _phrase(chunks, at, last, others, False, quantity, adjective)
    return None


def _councils(chunks: list[Chunk], at: int) -> bool:
    """ "The Security Council's members", "fourteen other Security Council members"."""
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    return (
        "council" in chunks[at].kinds
        and following is not None
        and (following.lower == "'s" or "member_noun" in following.kinds)
    )


def _council_by_its_seats(chunks: list[Chunk], at: int) -> int | None:
    """ "Fourteen of the 15-member Council", "nine of the 15-nation Security Council": the last word of its name, which
    begins at chunk `at` or with the hyphen there.
    """
    last = at + (2 if chunks[at].text == "-" else 0)
    if last >= len(chunks) or "council" not in chunks[last].kinds:
        return None
    if last > at and "member_noun" in chunks[at + 1].kinds:
        return last
    return last if last == at and "-" in chunks[at].text else None


def _some_left_out(chunks: list[Chunk], at: int) -> bool:
    """ "The EU bar Hungary", "the EU (except Malta)": those of whom some are left out are members."""
    return any(c.has("exception") for c in chunks[at : at + 2])


def _owner_of_all(chunks: list[Chunk], at: int) -> int | None:
    """ "165 of the world body's 193 members": the last word of whose members all are, whatever it is called."""
    for position in range(at, min(at + 3, len(chunks) - 2)):
        if chunks[position].has("member", "verb") or not chunks[position].is_word:
            return None
        if chunks[position + 1].lower in ("'s", "'"):
            return position + 1 if chunks[position + 2].cardinal is not None else None
    return None


def _may_count(chunk: Chunk) -> bool:
    return (
        chunk.number is not None
        or chunk.lower in MAY_LEAD
        or chunk.has("council")
        or chunk.lower in NUMERAL_PRONOUNS
        or chunk.has("of_adjective", "member_noun")
    )


def _describes(chunk: Chunk, quantity: int | None, everyone: bool, others: bool, led: bool) -> bool:
    """Whether an adjective says which members are counted: "three African members", "the five Europeans"."""
    if "of_adjective" in chunk.kinds:
        return quantity is not None or everyone or others or led
    return is_demonym(chunk) and (quantity is not None or everyone)


def _of_region(chunks: list[Chunk], at: int) -> tuple[str, int] | None:
    """ "All members | of the European Union": which they are, behind the noun at chunk `at`, and its last chunk."""
    of = at + 1
    if not chunks[at].has("member_noun", "everybody") or of + 1 >= len(chunks) or chunks[of].lower != "of":
        return None
    return region_behind(chunks, of)


def _out_of(chunks: list[Chunk], at: int) -> int:
    """Past how many there are: "one country out of fourteen", "ten members out of the fifteen"."""
    position = at + 1
    if position >= len(chunks) or chunks[position].text.lower() != "out of":
        return at
    position += 1
    while position < len(chunks) and chunks[position].has("determiner"):
        position += 1
    return position if position < len(chunks) and chunks[position].cardinal is not None else at


def _phrase(
    chunks: list[Chunk],
    first: int,
    last: int,
    others: bool,
    everyone: bool,
    quantity: int | None,
    adjective: str | None,
) -> Phrase:
    text = words_of(chunks, first, last)
    number = next((c.number for c in chunks[first : last + 1] if c.cardinal is not None), None)
    if quantity == 0 and (adjective is not None or (others and chunks[first].cardinal == 0)):
        return Phrase(first, last, Members(nobody=True, others=others, adjective=adjective, text=text))
    return Phrase(
        first,
        last,
        Members(others=others, everyone=everyone, quantity=quantity, adjective=adjective, text=text),
        number,
    )


def _through_member_noun(chunks: list[Chunk], at: int) -> int:
    last = at
    for position in range(at + 1, min(at + 5, len(chunks))):
        chunk = chunks[position]
        if chunk.has("member_noun"):
            last = position
        elif chunk.lower not in ("of", "the", "council", "'s", "on") and not chunk.has("council", "of_adjective"):
            break
        elif chunk.has("council"):
            last = position
    return last


def words_of(chunks: list[Chunk], first: int, last: int) -> str:
    return " ".join(c.text for c in chunks[first : last + 1])
