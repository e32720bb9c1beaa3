"""Which stretches of a sentence name members: "Algeria, Brazil and the Russian envoy", "the other 14", "all but Syria".

Names come from the record's aliases; whom a group or "the others" means on a day is for the record to say.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from onrecord.reading.chunks import WORDS_KEPT, Chunk
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.delegates import (
    FOLLOWING,
    LEADING,
    PERSONS,
    SAME_ONE,
    SEAT,
    a_people_beside_others,
    delegates_of_several,
    friends,
    leads,
    same_one,
    skip_name,
    stands_for_delegate,
    stands_for_owner,
)
from onrecord.reading.excepting import all_but_so_many, excepted_from, of_which_group, without
from onrecord.reading.list_marks import BESIDES, SEPARATORS, after_aside, after_separator, is_flag
from onrecord.reading.listing import (
    SET_APART,
    absolute,
    acts_next,
    and_others,
    described_absolute,
    governs,
    names_member,
    new_subject,
    says_what_they_are,
)
from onrecord.reading.parsed import Phrase, finite, is_demonym, possessed
from onrecord.reading.quantified import MAY_LEAD, NUMERAL_PRONOUNS, SEATS, quantified, words_of
from onrecord.reading.share_words import may_open_part, part_of_them
from onrecord.reading.table import word_sets
from onrecord.record.model import Alias

_WORDS = word_sets("name_words.csv")
LEADS = _WORDS["leads"]
OWNING = frozenset({"our", "my", "its", "their", "his", "her"})
FOND = _WORDS["fond"]
BEFORE_DELEGATE = _WORDS["before_delegate"]
OWN = frozenset({"his", "her"})
HOME = _WORDS["home"]
KIN = _WORDS["kin"]
ON_ITS_SIDE = word_sets("position_words.csv")["friend_or_foe"]
THROWN_IN = _WORDS["thrown_in"]
ASIDE = 4
"""Chunks between two names from which something is thrown in, so that the "and" need not be the list's last."""
CHOICES = ("yes_noun", "no_noun", "abstention_noun", "nonvoting_noun", "veto_noun")
"""Kinds of words that say in brackets how those before them voted."""


OPENING_KINDS = frozenset(
    {"member", "members", "prefix", "group", "delegate", "all_others", "nobody", "nobody_else", "everybody", "not_one",
     "first_person", "council", "of_adjective", "member_noun"}
)  # fmt: skip
OPENING_WORDS = (
    OWN | {"its", "same"} | SAME_ONE | MAY_LEAD | frozenset(NUMERAL_PRONOUNS) | {"no", "all", "every", "each", "both"}
)


def phrases(chunks: list[Chunk]) -> list[Phrase]:
    """Every stretch that names members, left to right, none overlapping."""
    found: list[Phrase] = []
    position = 0
    while position < len(chunks):
        chunk = chunks[position]
        phrase = phrase_at(chunks, position) if chunk.number is not None or opens(chunk.lower, chunk.kinds) else None
        if phrase is None:
            position += 1
        else:
            found.append(phrase)
            position = phrase.last + 1
    return found


@lru_cache(maxsize=WORDS_KEPT)
def opens(word: str, kinds: frozenset[str]) -> bool:
    """Whether a phrase may begin with the word, which is no number: what `phrase_at` asks of it."""
    return (
        not kinds.isdisjoint(OPENING_KINDS)
        or word in OPENING_WORDS
        or may_open_part(word)
        or word in ("one of", "any of")
    )


def phrase_at(chunks: list[Chunk], at: int) -> Phrase | None:
    chunk = chunks[at]
    if chunk.lower == "both" and at + 1 < len(chunks) and (group := chunks[at + 1].get("group")) is not None:
        seats = SEATS.get(group.value)
        text = words_of(chunks, at, at + 1)
        return Phrase(at, at + 1, Members(quantity=2, adjective=seats[0], text=text)) if seats is not None else None
    if names_member(chunk) or "group" in chunk.kinds:
        if at > 1 and chunks[at - 1].lower in ("and", "or") and chunks[at - 2].has("of_adjective"):
            return None  # "permanent and non-permanent members": both kinds
        people = chunk.get("member")
        if people is not None and people.form == "people" and part_of_them(chunks, at):
            return None  # "half the French were against it"
        named = members_from(chunks, at)
        return named if named is None or not named.members.of_a_group else _but_for(chunks, named)
    if "delegate" in chunk.kinds and at + 2 < len(chunks):
        return _delegate_of(chunks, at)
    if chunk.lower in OWN and at + 1 < len(chunks) and chunks[at + 1].lower in HOME:
        return Phrase(at, at + 1, Members(pronoun=True, text="it"))
    if chunk.lower in OWN and at + 2 < len(chunks) and chunks[at + 1].lower in PERSONS and finite(chunks[at + 2]):
        return Phrase(at, at + 1, Members(pronoun=True, text="it"))
    if same_one(chunks, at):
        return Phrase(at, at + 1, Members(pronoun=True, text="he" if chunks[at + 1].lower in LEADING else "it"))
    if chunk.lower == "its" and at + 2 < len(chunks) and stands_for_owner(chunks, at + 1):
        return Phrase(at, at + 1, Members(pronoun=True, text="it"))
    phrase: Phrase | None = quantified(chunks, at)
    if phrase is None and chunk.lower in ("all", "every", "each"):
        phrase = _but_for(chunks, Phrase(at, at, Members(everyone=True, text=chunk.text)))
        return phrase if phrase.members.but else None
    return phrase if phrase is None else _but_for(chunks, phrase)


# --- names -----------------------------------------------------------------------------------


def _element_end(chunks: list[Chunk], at: int) -> int | None:
    """The last chunk of one member named from `at`: "France", "the French ambassador", "Japan's envoy"."""
    if at >= len(chunks):
        return None
    chunk = chunks[at]
    if not (names_member(chunk) or chunk.has("group")):
        return None
    owns = possessed(chunks, at)
    following = at + 2 if owns else at + 1
    if not owns and following < len(chunks) and chunks[following].lower in ON_ITS_SIDE and not is_demonym(chunk):
        return None  # "Japan and South Korea, both US allies"
    probe = following
    while probe < len(chunks) and probe - following < 3 and chunks[probe].lower in BEFORE_DELEGATE:
        probe += 1
    if probe < len(chunks) and chunks[probe].has("delegate"):
        return skip_name(chunks, probe)
    if owns and leads(chunk) and probe < len(chunks) and chunks[probe].lower in FOLLOWING:
        return probe
    if (owns or is_demonym(chunk)) and _hand_acts(chunks, probe):
        return probe
    if (
        (owns or is_demonym(chunk))
        and probe + 1 < len(chunks)
        and chunks[probe].lower in SEAT
        and chunks[probe + 1].verb("not_voting")
    ):
        return probe
    if is_demonym(chunk) and (delegates_of_several(chunks, at) or friends(chunks, probe)):
        return probe if friends(chunks, probe) else at
    if owns and _surname_behind(chunks, at + 2):
        return at + 2
    if owns:
        return at + 1 if _stands_for_its_noun(chunks, at + 2) else None
    if is_demonym(chunk) and not chunk.has("group") and not stands_for_delegate(chunks, at):
        return at if a_people_beside_others(chunks, at) else None
    return at + (chunk.has("group") and following < len(chunks) and chunks[following].has("member_noun"))


def _hand_acts(chunks: list[Chunk], at: int) -> bool:
    """ "Moscow's hand alone went up against it", "one American hand sank it"."""
    if at + 1 >= len(chunks) or not chunks[at].has("hand"):
        return False
    verb = chunks[min(at + 1 + chunks[at + 1].has("only"), len(chunks) - 1)]
    return verb.verb("yes", "no", "abstain", "block", "veto") is not None


def _surname_behind(chunks: list[Chunk], at: int) -> bool:
    """ "India's Rau did not vote", "Britain's Caradon, smiling, abstained": a delegate whom no table knows."""
    if at + 1 >= len(chunks) or chunks[at].entries or not chunks[at].text.istitle() or chunks[at].number is not None:
        return False
    behind = chunks[at + 1]
    if behind.text == "," and at + 2 < len(chunks) and not names_member(chunks[at + 2]):
        closed = next((i + 1 for i in range(at + 2, min(at + 10, len(chunks) - 1)) if chunks[i].text == ","), at)
        behind = chunks[closed]
    return behind.has("do", "have", "negation") or (
        behind.verb("abstain", "vote", "veto", "no", "yes", "not_voting", "use") is not None and finite(behind)
    )


def _stands_for_its_noun(chunks: list[Chunk], at: int) -> bool:
    """Whether a possessive has no noun of its own: "the only No was Libya's", "Libya's was the only No"."""
    if at >= len(chunks) or chunks[at].has("be") or chunks[at].text in ".;:)!":
        return True
    if finite(chunks[at]) and chunks[at].verb("abstain", "veto", "no", "yes", "not_voting") is not None:
        # "Moscow's man shook his head and China's looked away"
        return not chunks[at].has("veto_noun", "vote_noun", "no_noun", "yes_noun", "text")
    if chunks[at].lower == "own" and at + 1 < len(chunks) and not chunks[at + 1].is_word:
        return _stands_for_its_noun(chunks, at + 1)
    if chunks[at].lower in ("alone", "among them"):
        return True
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    if chunks[at].text == "," and behind is not None and not names_member(behind) and not behind.has("and"):
        return True
    if behind is not None and chunks[at].has("and", "but") and not (names_member(behind) or behind.text in "–—,"):
        return True
    following = after_aside(chunks, at + 1)
    if (
        not (chunks[at].has("and") or chunks[at].text == ",")
        or following >= len(chunks)
        or not names_member(chunks[following])
    ):
        return False
    return possessed(chunks, following) and _stands_for_its_noun(chunks, following + 2)


def _leader_of(chunks: list[Chunk], at: int) -> bool:
    """Whether a leader owns the state named next: "Thatcher's Britain"."""
    entry = chunks[at].get("member")
    if entry is None or entry.form != "leader" or not possessed(chunks, at) or at + 2 >= len(chunks):
        return False
    return _element_end(chunks, at + 2) is not None


def _delegate_of(chunks: list[Chunk], at: int) -> Phrase | None:
    """ "The ambassadors of France and Germany", "envoy Jane Doe of Estonia"."""
    position = skip_name(chunks, at) + 1
    prepositions = ("of", "for", "from") if chunks[at].lower in PERSONS else ("of", "for")
    if position + 1 >= len(chunks) or chunks[position].lower not in prepositions or chunks[position].has("vote_noun"):
        return None
    inner = members_from(chunks, position + 1)
    if inner is None or inner.members.groups:
        return None
    return Phrase(at, inner.last, replace(inner.members, text=words_of(chunks, at, inner.last)))


def members_from(chunks: list[Chunk], at: int) -> Phrase | None:
    """Members named one after another from chunk `at`: "Algeria, Brazil and the Russian Federation"."""
    named: list[Named] = []
    groups: list[str] = []
    position = at
    last = at - 1
    joined = listed = False
    while position < len(chunks):
        chunk = chunks[position]
        if (chunk.lower in LEADS and (position == at or chunk.lower != "and")) or (
            chunk.has("only") and position == at
        ):
            position += 1
            continue
        if _leader_of(chunks, position):
            position += 2
            continue
        if chunk.lower in FOND and position + 1 < len(chunks) and names_member(chunks[position + 1]):
            # not "Lebanon, poor Lebanon"
            if not named or chunks[position + 1].text != named[-1].text:
                position += 1
                continue
        if named and chunk.lower in KIN and chunks[position - 1].lower in OWNING and position + 1 < len(chunks):
            position += 1
            continue
        end = _element_end(chunks, position)
        if end is None or (
            named
            and (
                new_subject(chunks, at, position)
                or (joined and absolute(chunks, position, end))
                or described_absolute(chunks, position, end)
                or (joined and says_what_they_are(chunks, last + 1, position))
            )
        ):
            break
        _collect(chunk, named, groups)
        last = end
        position = _after_brackets(chunks, end + 1)
        last = max(last, position - 1)
        if position + 1 < len(chunks) and chunks[position].lower in THROWN_IN and chunks[position + 1].text == ",":
            position += 1
        following = after_separator(chunks, position, joined, is_flag(chunk))
        if following is None and joined and _and_another(chunks, at, position):
            following = position + 1
        if groups and not named and position < len(chunks) and chunks[position].text == "," and _out_of(chunks, at):
            break
        if groups and not named and at > 1 and position < len(chunks) and chunks[position].text == ",":
            # "one of the P5, France, voted for it"
            if chunks[at - 1].has("among") or (chunks[at - 2].has("among") and chunks[at - 1].has("determiner")):
                break
        if groups and not named and _says_what_some_are(chunks, at, position):
            break
        if following is None or (chunk.text == "us" and chunks[position].text == ","):
            break
        if joined and at and following == position + 1 and chunks[position].text == "," and _sets_apart(chunks, at):
            break  # "Like Russia and China, Germany abstained"
        if len(named) == 1 and at > 1 and chunks[at - 1].has("be") and chunks[at - 2].cardinal == 1:
            break  # "the one was Belarus, and, to our shame, Thailand abstained"
        if len(named) == 1 and _goes_on_with(chunks, at, position, following):
            break
        closing = any(c.has("and") and c.lower not in BESIDES for c in chunks[position:following])
        both = following < len(chunks) and chunks[following].lower == "both"
        joined = joined or (closing and following - position < ASIDE and not both)
        listed = listed or closing
        position = following
    if not named and not groups:
        return None
    if (
        len(named) > 1
        and at > 0
        and (
            _beside_a_cleft(chunks, at, last)
            if listed
            else (_sets_apart(chunks, at) or (governs(chunks, at - 1) and acts_next(chunks, last + 1)))
        )
    ):
        comma = next((i for i in range(at, last) if chunks[i].text == ","), None)
        if comma is not None:
            return members_from(chunks[:comma], at)
    last = and_others(chunks, last)
    return Phrase(at, last, Members(tuple(named), tuple(groups), text=words_of(chunks, at, last)))


def _beside_a_cleft(chunks: list[Chunk], at: int, last: int) -> bool:
    """ "It was Peru that abstained, beside Chad, and Cuba that voted for it": a second one set apart by "that"."""
    return chunks[at - 1].lower in BESIDE and last + 1 < len(chunks) and chunks[last + 1].lower in ("that", "who")


BESIDE = ("beside", "besides", "alongside", "next to", "with", "together with", "along with", "like", "unlike")
CONTRASTS = ("unlike", "despite", "to", "contrary to", "as opposed to", "in contrast to", "besides", "beside", "before",
             "after", "since", "until", "rather than", "instead of", "in place of")  # fmt: skip


def _sets_apart(chunks: list[Chunk], at: int) -> bool:
    """Whether a name that a preposition governs begins at `at`: "unlike the US, Russia", "contrary to Cuba, Chad"."""
    before = at - 1 - (at > 1 and chunks[at - 1].has("determiner"))
    return chunks[before].has("preposition", "exception") or chunks[before].lower in CONTRASTS


def _out_of(chunks: list[Chunk], at: int) -> bool:
    """ "Of the five permanent members, France …": out of whom those behind the comma are told of."""
    of = at - 1 - (at > 1 and chunks[at - 1].has("determiner"))
    opens = of == 0 or not chunks[of - 1].is_word or chunks[of - 1].has("only")
    return of >= 0 and chunks[of].lower in ("of", "from", "among", "amongst") and opens


def _says_what_some_are(chunks: list[Chunk], at: int, position: int) -> bool:
    """ "Five abstained, two of them permanent members, and Togo voted for it": a group that the comma closes."""
    if at < 2 or position >= len(chunks) or chunks[position].text != ",":
        return False
    return chunks[at - 2].lower == "of" and chunks[at - 1].lower in ("them", "these", "those", "whom", "which")


LEADING_IN = ("including", "notably", "like")


def _goes_on_with(chunks: list[Chunk], at: int, position: int, following: int) -> bool:
    """ "Three abstained, among them China, and Russia vetoed": a comma before the "and" of two, and a verb behind."""
    first = at
    while first > 1 and chunks[first - 1].has("determiner"):
        first -= 1
    opens = chunks[first - 1] if first else None
    # "so did the Irish, and China abstained"
    echoed = first > 1 and chunks[first - 1].has("do", "have", "be") and chunks[first - 2].lower in ("so", "nor")
    leads_in = ("preposition", "among", "so", "neither", "verb")
    told = opens is not None and (opens.has(*leads_in) or opens.lower in LEADING_IN)
    if not (echoed or told):
        return False
    gap = chunks[position:following]
    if not gap or gap[0].text != "," or not any(c.has("and", "but") for c in gap):
        return False
    end = _element_end(chunks, following)
    if end is None or end + 1 >= len(chunks):
        return False
    verb = chunks[end + 1]  # "stood with the Americans, and Cuba's delegate wept"
    speaks = chunks[end].has("delegate") and verb.text.islower() and (finite(verb) or not verb.entries)
    return speaks or acts_next(chunks, end + 1)


def _after_brackets(chunks: list[Chunk], at: int) -> int:
    """Past a bracket behind a name: "Niger (an elected member)"; not past "France (for)", which ends the list."""
    if at < len(chunks) and chunks[at].text == "(":
        for position in range(at, min(at + 8, len(chunks))):
            if chunks[position].text == ")":
                return position + 1
            if (position == at + 1 and chunks[position].has(*CHOICES)) or (
                chunks[position].lower in SET_APART or chunks[position].has("exception")
            ):
                return at
    return at


def _and_another(chunks: list[Chunk], first: int, at: int) -> bool:
    """ "Chad and Mali and Togo opposed it": a list all whose names "and" joins; not "a text on Chad and Mali and Togo
    abstained".
    """
    if at >= len(chunks) or chunks[at].lower != "and" or any(c.text in SEPARATORS for c in chunks[first:at]):
        return False
    name = at + 1
    while name < len(chunks) and chunks[name].has("determiner"):
        name += 1
    end = _element_end(chunks, name) if name < len(chunks) else None
    if end is None:
        return False
    while first > 0 and chunks[first - 1].has("determiner"):
        first -= 1
    opens = first == 0 or not chunks[first - 1].is_word
    return opens or end + 1 >= len(chunks) or not (finite(chunks[end + 1]) or chunks[end + 1].has("be", "have", "do"))


def named_by(chunk: Chunk) -> list[Named]:
    """The member that one chunk names, by name or by a combining form ("Sino-")."""
    member, prefix = chunk.get("member"), chunk.get("prefix")
    if member is not None:
        return [Named(chunk.text, member.aliases)]
    return [Named(chunk.text, (Alias(prefix.value, chunk.text, "prefix"),))] if prefix is not None else []


def _collect(chunk: Chunk, named: list[Named], groups: list[str]) -> None:
    several = chunk.get("members")
    if several is not None and not (chunk.has("group") and chunk.text.isupper()):  # the four BRICs, not all the BRICS
        named.extend(Named(alias.code, (alias,)) for alias in several.aliases)
        return
    entry = chunk.get("group")
    if entry is not None:
        groups.append(entry.value)
        return
    named.extend(named_by(chunk))


def _but_for(chunks: list[Chunk], phrase: Phrase) -> Phrase:
    """ "All members but Russia", "everyone except Syria": the phrase with whom it leaves out."""
    if phrase.members.of_a_group:
        phrase = of_which_group(chunks, phrase)
    at = excepted_from(chunks, phrase)
    if at is not None and (left := all_but_so_many(chunks, phrase, at)) is not None:
        return left
    return phrase if at is None else without(chunks, phrase, members_from(chunks, at))
