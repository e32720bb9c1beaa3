"""The count on a vote: "13-0-2", "by 14 votes to one", "twelve for, none against", "unanimously"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Tally, whole
from onrecord.reading.extract.acts import CASTING
from onrecord.reading.extract.citations import Cited
from onrecord.reading.extract.position_scope import aimed, at_something
from onrecord.reading.extract.spans import afterthought, clause_end
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.tally_again import counted_again
from onrecord.reading.extract.tally_crowds import crowd
from onrecord.reading.extract.tally_everyone import FEWEST_STATES, everyone
from onrecord.reading.extract.tally_figures import bare_figures
from onrecord.reading.extract.tally_fragments import in_passing
from onrecord.reading.extract.tally_margins import by_so_many, margin, of_two_sides
from onrecord.reading.extract.tally_never import never_so
from onrecord.reading.extract.tally_of_several import Bounds, bounds, elided, in_their_order
from onrecord.reading.extract.tally_parts import parts_of
from onrecord.reading.extract.tally_same import same_as_before, unanimous_too
from onrecord.reading.extract.tally_shares import shares
from onrecord.reading.extract.tally_shifts import shifted
from onrecord.reading.extract.tally_verbs import WANTED
from onrecord.reading.extract.tally_won import besides_its_authors
from onrecord.reading.extract.tally_words import (
    NEEDED,
    ROLES,
    Part,
    clause_start,
)
from onrecord.reading.extract.voting_words import VOTED_TO
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

GAP = 9
"""Chunks that may stand between two parts of one count."""
CALLED = frozenset(
    {"those", "all", "any", "noes", "ayes", "abstentions", "against", "in", "for", "abstaining", "abstained",
     "abstainers", "opposed", "yes", "yeses", "favour", "favor"}
)  # fmt: skip
NONE = frozenset({"none", "nobody", "zero", "no one", "nil", "not one"})
LONGEST_CALL = 9
"""Chunks of a question with which a president calls for a vote: "Those in favour of the draft?"."""
_WORDS = word_sets("tally_words.csv")
KEEPING = word_sets("position_words.csv")["keeping"]
AGAINST = ("against", "versus", "v", "vs")
BEATEN = _WORDS["beaten"]
CONCEDING = _WORDS["conceding"]
CAST_BACK = 5
"""Chunks in front of "one negative vote" within which it is "not cast"."""
LOST_REACH = 5
"""Chunks between a verb of losing and the score."""
LOST_BACK = 14
"""Chunks before a count within which the verb stands that says that the text failed."""


def tallies(sentence: Sentence, found: list[Phrase], discourse: Discourse, cited: Sequence[Cited] = ()) -> list[Tally]:
    """`cited` are the texts that the sentence numbers."""
    if sentence.question:
        discourse.asked_how_many = _how_many(sentence)
        return []
    if sentence.withdrawn:
        return []
    parts = [part for part in parts_of(sentence, found, discourse) if not _none_of(sentence.chunks, part)]
    cited = cited or in_their_order(sentence)
    groups = elided(sentence, _groups(sentence, parts), cited)
    places = zip(groups, [None, *groups], bounds(sentence, groups, cited), strict=False)
    claims = [_of_group(sentence, found, group, before, within) for group, before, within in places]
    if len(groups) > 1 and not cited and _one_after_another(sentence.chunks, groups):
        claims = [replace(claim, stray=True) for claim in claims]
    claims += everyone(sentence, found, claims, _spoken_of(sentence, discourse)) or _answer(sentence, discourse)
    claims = [
        claim
        for claim in claims
        if not (
            margin(sentence, claim)
            or of_two_sides(sentence, claim)
            or _added_up(claim, discourse)
            or _were_held(sentence, claim)
        )
    ]
    claims = sorted([*claims, *counted_again(sentence, claims, discourse)], key=lambda c: c.start)
    local = sentence.elsewhere or not LOCAL.isdisjoint(sentence.words)
    if not (claims or local) and (same := same_as_before(sentence, discourse)) is not None:
        claims = [same]
    if (too := unanimous_too(sentence, claims, discourse)) is not None:
        claims = [*claims, too]
    claims = claims or shares(sentence, found, discourse) or bare_figures(sentence, discourse)
    claims = besides_its_authors(sentence, claims or shifted(sentence, discourse), _spoken_of(sentence, discourse))
    if not claims and (passing := in_passing(sentence, discourse)) is not None:
        claims = [passing]
    if claims and (_strays(sentence) or _perhaps(sentence.chunks)):
        claims = [replace(claim, stray=True) for claim in claims]
    if not sentence.words.isdisjoint(WANTED):
        claims = [replace(claim, stray=True) if _only_wanted(sentence, claim) else claim for claim in claims]
    claims = [claim for claim in claims if not (never_so(sentence, claim) or _sought(sentence, claim))]
    claims = [replace(claim, stray=True) if _in_general(sentence, claim) else claim for claim in claims]
    if " by " in sentence.text:
        claims = [replace(claim, by_votes=True) if by_so_many(sentence, claim) else claim for claim in claims]
    if "missing" in sentence.words:
        # "It got thirteen votes; two were missing": those left over did not vote for it
        claims = [c for c in claims if c.not_voting is None or not discourse.all_but(whole(c.not_voting), c.sentence)]
    for claim in claims:
        discourse.note(claim)
    if not claims and not sentence.elsewhere and (many := crowd(sentence)) is not None:
        # What so many did is not known well enough for others to be said to have done it too.
        discourse.tallies.append(many)
        claims = [many]
    return claims


def _in_general(sentence: Sentence, claim: Tally) -> bool:
    """ "Fourteen votes are rare", "nine votes are what a text needs": of any vote, unlike "twelve votes are in
    favour".
    """
    told = [part for part in (claim.yes, claim.no, claim.abstain) if isinstance(part, NumberMention)]
    chunks = sentence.chunks
    first = min(told, key=lambda part: part.start, default=None)
    at = next((i for i, c in enumerate(chunks) if first is not None and c.number is first), -1)
    if at < 0 or at + 3 >= len(chunks) or not chunks[at + 1].has("vote_noun", "abstention_noun", "no_noun", "yes_noun"):
        return False
    said = chunks[at + 3]
    told_of = said.has("yes_noun", "no_noun", "abstention_noun", "preposition", "verb") or said.lower.endswith("ed")
    return chunks[at + 2].lower in ("are", "is") and said.is_word and not told_of


def _sought(sentence: Sentence, claim: Tally) -> bool:
    """ "He did not ask for nine votes", "waited for nine votes": what somebody wished to get."""
    if not isinstance(claim.yes, NumberMention) or claim.no is not None or claim.abstain is not None:
        return False
    before = " ".join(c.lower for c in sentence.chunks if c.end <= sentence.start + claim.yes.start).split()[-2:]
    return len(before) > 1 and before[1] == "for" and before[0] in SOUGHT


SOUGHT = word_sets("clause_words.csv")["bidding"] | word_sets("clause_words.csv")["foreseeing"] | _WORDS["hoping_for"]


def _only_wanted(sentence: Sentence, claim: Tally) -> bool:
    """ "Ten wanted the war to go on": on which side they were is open."""
    if not isinstance(claim.yes, NumberMention) or claim.no is not None or claim.yes.value >= FEWEST_STATES:
        return False
    behind = [c for c in sentence.chunks if c.start >= sentence.start + claim.yes.end][:WANTED_REACH]
    return any(c.lower.removesuffix(" to") in WANTED for c in behind)


WANTED_REACH = 4
"""Chunks behind a number in which stands that those wanted something."""


def _perhaps(chunks: list[Chunk]) -> bool:
    """ "That might be 1950's, when three were against": which vote it was is only supposed."""
    return (
        len(chunks) > 2 and chunks[0].has("pronoun_text") and chunks[1].lower in PERHAPS and chunks[2].has("be", "have")
    )


PERHAPS = frozenset({"might", "may", "could", "must"})


def _strays(sentence: Sentence) -> bool:
    """Whether a whole sentence names nothing that is voted on in the United Nations, nobody who votes there, and no
    vote.
    """
    chunks = sentence.chunks
    near_home = not LOCAL.isdisjoint(sentence.words)
    kinds = sentence.kinds & OF_THE_UNITED_NATIONS
    if kinds <= ANYBODYS and (_by_a_neighbour(chunks) or (near_home and _in_front(chunks))):
        return True
    ours = near_home and kinds == {"member"} and all(c.lower in OURS for c in chunks if c.has("member"))
    if near_home and kinds <= SPOKEN_OF and _our_own(chunks):
        return True
    if kinds and not ours:
        return False
    if any(c.lower in ("vote", "ballot", "result", "tally", "count", "score") for c in chunks):
        return False
    if any(c.lower in OURS for c in chunks):
        return near_home
    verb = next((i for i, c in enumerate(chunks) if c.has("verb", "be", "have")), None)
    return verb is not None and any(c.has("determiner") for c in chunks[:verb])


def _our_own(chunks: list[Chunk]) -> bool:
    """ "Our class passed it 14 to 1": who it was that voted stands in front."""
    own = (i for i, c in enumerate(chunks[:MAJORITY_REACH]) if c.lower in OURS)
    return any(c.lower in LOCAL for i in own for c in chunks[i + 1 : i + 4])


def _by_a_neighbour(chunks: list[Chunk]) -> bool:
    """ "Mrs Bell abstaining", "with Mr Hall against": who voted is a person, and of no state that is told."""
    persons = (i for i in range(len(chunks) - 2) if chunks[i].lower.rstrip(".") in TITLES)
    return any(chunks[i + 1].text.istitle() and chunks[i + 2].lower in DISSENTING for i in persons)


def _in_front(chunks: list[Chunk]) -> bool:
    """ "The allotment committee agreed, six to two": who else votes is the subject of the first verb."""
    verb = next((i for i, c in enumerate(chunks) if c.has("verb", "be", "have")), 0)
    return any(c.lower in LOCAL for c in chunks[:verb])


OURS = ("we", "us", "our")
TITLES = _WORDS["person"]
DISSENTING = _WORDS["dissenting"]
ANYBODYS = frozenset({"text", "abstention_noun", "no_noun", "yes_noun", "hand", "member_noun", "nobody", "everybody"})
"""Kinds of words that tell of anybody's votes."""
LOCAL = _WORDS["local_body"]
SPOKEN_OF = frozenset({"text", "pronoun_text", "pronoun_member", "member_noun", "hand", "yes_noun", "no_noun"})
"""What anybody may vote on and by."""
OF_THE_UNITED_NATIONS = frozenset(
    {"text", "council", "assembly", "cite", "member", "group", "pronoun_text", "pronoun_member", "veto_noun",
     "member_noun", "abstention_noun", "no_noun", "yes_noun", "delegate", "nobody", "hand", "everybody"}
)  # fmt: skip


MAJORITY_REACH = 9


def _were_held(sentence: Sentence, claim: Tally) -> bool:
    """ "On Tuesday there were three votes": how often was voted, of which no side is told."""
    number = claim.yes
    if "there" not in sentence.words or not isinstance(number, NumberMention) or number.value > MOST_HELD:
        return False
    if claim.no is not None or claim.abstain is not None or claim.not_voting is not None:
        return False
    chunks = sentence.chunks
    at = next((i for i, c in enumerate(chunks) if c.number is number), 0)
    before = [c.lower for c in chunks[max(0, at - THERE_REACH) : at]]
    noun = next((i for i in range(at + 1, min(at + 3, len(chunks))) if chunks[i].has("vote_noun")), None)
    if noun is None or "there" not in before:
        return False
    behind = chunks[noun + 1] if noun + 1 < len(chunks) else None
    return behind is None or not (behind.has("yes_noun", "no_noun") or behind.lower in ("for", "from", "cast"))


MOST_HELD = 6
"""Votes that may be held on one day, and with which no text passes."""
THERE_REACH = 5


def _added_up(claim: Tally, discourse: Discourse) -> bool:
    """ "84 for, 19 against, 68 abstaining. Arithmetic: 87 to 84": those against and those that abstained in one."""
    before = discourse.tallies[-1] if discourse.tallies else None
    if before is None or before.yes is None or before.no is None or before.abstain is None:
        return False
    if claim.yes is None or claim.no is None or claim.abstain is not None:
        return False
    others = whole(before.no) + whole(before.abstain)
    return sorted((whole(claim.yes), whole(claim.no))) == sorted((others, whole(before.yes)))


def _how_many(sentence: Sentence) -> tuple[int, str] | None:
    """What a question asks the number of: "How many voted in favour?", "With how many against?"."""
    chunks = sentence.chunks
    at = next((i for i, c in enumerate(chunks[:-1]) if c.lower == "how" and chunks[i + 1].lower == "many"), None)
    if at is None and chunks and chunks[0].lower.split()[0] in CALLED and len(chunks) < LONGEST_CALL:
        at = 0
    if at is None or any(c.lower in NEEDED or c.has("negation") for c in chunks):
        return None
    role = next((r for c in chunks[at:] for kind, r in ROLES if c.has(kind)), None)
    if role is None and any(c.has("vote_noun") for c in chunks[at:]):
        role = "yes"
    return None if role is None else (sentence.index, role)


def _answer(sentence: Sentence, discourse: Discourse) -> list[Tally]:
    """ "How many were in favour? Nine."."""
    asked = discourse.asked_how_many
    chunks = sentence.chunks
    if asked is None or asked[0] != sentence.index - 1:
        return []
    at = next((i + 1 for i, c in enumerate(chunks[:4]) if c.text == ":"), 0)
    if at >= len(chunks) or (at + 1 < len(chunks) and chunks[at + 1].is_word):
        return []
    if chunks[at].lower in NONE:
        return [_claim(sentence, at, at, **{asked[1]: 0})]
    if chunks[at].cardinal is None:
        return []
    return [_claim(sentence, at, at, **{asked[1]: chunks[at].number})]


def _none_of(chunks: list[Chunk], part: Part) -> bool:
    """ "None of the ten who had supported it could be found to", "has not cast one negative vote": of none."""
    at = part.first
    before = chunks[max(0, at - CAST_BACK) : at]
    if whole(part.value) == 1 and any(c.lower in CASTING for c in before) and any(c.has("negation") for c in before):
        return True
    opens = next((i + 1 for i in range(at - 1, -1, -1) if not chunks[i].is_word), 0)
    if any(_conceding(chunks, i) for i in range(opens, at)):
        return True
    of = at - 1 - (at > 1 and chunks[at - 1].has("determiner"))
    return of > 0 and chunks[of].lower == "of" and chunks[of - 1].lower in ("none", "not one", "no one")


def _conceding(chunks: list[Chunk], at: int) -> bool:
    """ "Whatever the other ten did", "no matter how the other fourteen vote": how many did what is not told."""
    lower = chunks[at].lower
    if lower in CONCEDING:
        return True
    behind = chunks[at + 1].lower if at + 1 < len(chunks) else ""
    return (lower in ("matter", "regardless", "irrespective") or lower.endswith(("no matter", "regardless of"))) and (
        behind in ("how", "what", "of", "which")
    )


def _groups(sentence: Sentence, parts: list[Part]) -> list[list[Part]]:
    """Parts that stand near one another and tell of different choices are one count."""
    groups: list[list[Part]] = []
    for part in parts:
        if groups and part.role not in {p.role for p in groups[-1]} and _near(sentence, groups[-1][-1], part):
            groups[-1].append(part)
        elif groups and len(groups[-1]) > 1 and _also_away(sentence, groups[-1][-1], part):
            away = groups[-1].pop()
            together = whole(away.value) + whole(part.value)
            groups[-1].append(replace(away, value=together, last=part.last))
        else:
            groups.append([part])
    return groups


def _one_after_another(chunks: list[Chunk], groups: list[list[Part]]) -> bool:
    """ "The three before it: 12-1-2, 13-1-1, 13-1-1": of votes that nothing tells apart."""
    scores = [group for group in groups if len(group) > 1 and isinstance(group[0].value, int)]
    return any(
        all(
            not c.is_word or c.number is not None or c.has("and") or c.lower == "then"
            for c in chunks[one[-1].last + 1 : then[0].first]
        )
        for one, then in pairwise(scores)
    )


def _also_away(sentence: Sentence, one: Part, other: Part) -> bool:
    """ "With one absence (Soviet Union) and two members not voting": three took no part."""
    between = sentence.chunks[one.last + 1 : other.first]
    near = _near(sentence, one, other) and not any(c.text == ";" for c in between)
    return one.role == other.role == "not_voting" and near


def _near(sentence: Sentence, one: Part, other: Part) -> bool:
    between = sentence.chunks[one.last + 1 : other.first]
    if other.first - one.last <= GAP:
        return other.verb is None or not any(c.text == ";" for c in between)
    between = sentence.chunks[one.last + 1 : other.first]
    return len(between) <= 3 * GAP and all(
        not c.has("verb", "council", "assembly", "text") and c.text not in ";—" for c in between
    )


def _of_group(
    sentence: Sentence, found: list[Phrase], group: list[Part], before: list[Part] | None, within: Bounds | None
) -> Tally:
    values = {part.role: part.value for part in group}
    open_ = _either_way(sentence.chunks, group) or any(aimed(sentence, p.first, p.last, p.role) for p in group)
    last = max(part.last for part in group)
    last = clause_end(sentence, found, last)
    first, last = clause_start(sentence, group[0].first), afterthought(sentence, found, last)
    if before is not None and len(before) > 1 and len(group) > 1 and first <= max(part.last for part in before):
        first = _behind_its_date(sentence, max(part.last for part in before), group[0].first) or first
    if within is not None:
        first, last = max(first, within[0]), min(last, within[1])
    bare = list(values) == ["yes", "no"] and not any(
        c.has("no_noun", "verb", "vote_noun") and c.lower != "to" for c in sentence.chunks[group[0].last : last + 1]
    )
    sided, lost = _sided(sentence.chunks, group), _lost(sentence.chunks, group[0].first)
    at_thing = any(at_something(sentence.chunks, p.first, p.last) for p in group)
    told = _claim(sentence, first, last, either_way=open_, aimed=at_thing, bare=bare, sided=sided, lost=lost, **values)
    return replace(told, pieces=_pieces(sentence.chunks, group, first, last)) if len(group) > 1 else told


def _pieces(
    chunks: list[Chunk], group: list[Part], first: int, last: int
) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """ "Twelve countries voted for it, and not one against": the two, told apart; none where no verb parts them."""
    runs: list[list[Part]] = [[group[0]]]
    for one, then in pairwise(group):
        between = chunks[one.last + 1 : then.first]
        apart = one.verb is not None and (then.verb is not None or whole(then.value) == 0)
        if apart and then.first > one.last and any(c.text in ",;" or c.has("and", "but") for c in between):
            runs.append([then])
        else:
            runs[-1].append(then)
    if len(runs) == 1:
        return ()
    found = []
    for place, run in enumerate(runs):
        begins = first if place == 0 else run[0].first
        ends = last if place == len(runs) - 1 else max(part.last for part in run)
        found.append((chunks[begins].start, chunks[ends].end, tuple(part.role for part in run)))
    return tuple(found)


def _behind_its_date(sentence: Sentence, before: int, at: int) -> int | None:
    """ "104 to 18 in 1980, 116 to 23 in 1981": where the second begins, since the date between is that of the first."""
    chunks = sentence.chunks
    dated = next((i for i in range(at - 1, before, -1) if chunks[i].date is not None), None)
    mark = next((i for i in range(dated or at, at) if chunks[i].text == "," or chunks[i].has("and")), None)
    if dated is None or mark is None:
        return None
    return next((i for i in range(mark, at) if chunks[i].is_word and not chunks[i].has("and")), at)


def _either_way(chunks: list[Chunk], group: list[Part]) -> bool:
    """ "Beaten twelve to three", "one against ninety-five": the smaller number may be either side's."""
    if len(group) == 1 and _voted_to_let(chunks, group[0].first):
        return True
    if [part.role for part in group[:2]] != ["yes", "no"] or {part.role for part in group[2:]} - {"abstain"}:
        return False
    one, other = group[:2]
    if whole(one.value) < whole(other.value):
        between = chunks[one.last + 1 : other.first]
        return any(c.lower in AGAINST for c in between) and not any(c.has("vote_noun") for c in between)
    if _against_what(chunks, other.last):
        return True  # "voted twelve to three against a Russian text"
    if _sided(chunks, group):
        return False  # "lost, nine in favour, four against"
    return any(c.lower in BEATEN for c in chunks[max(0, one.first - LOST_REACH) : one.first])


def _voted_to_let(chunks: list[Chunk], first: int) -> bool:
    """ "Twelve members voted to let the war go on": by a text for it, or by voting down one that would end it."""
    voted = next((i for i in range(first, min(first + GAP, len(chunks) - 1)) if chunks[i].lower == VOTED_TO), None)
    return voted is not None and chunks[voted + 1].lower in KEEPING


def _against_what(chunks: list[Chunk], last: int) -> bool:
    """Whether what was voted down follows a score: "twelve to three | against calling it unlawful", "… a text"."""
    at = last if chunks[last].lower == "against" else last + 1
    if at + 1 >= len(chunks) or chunks[at].lower != "against" or chunks[at - 1].cardinal is None:
        return False
    what = chunks[at + 1]
    return what.has("determiner", "text") or (what.lower.endswith("ing") and what.text.islower())


def _lost(chunks: list[Chunk], at: int) -> bool:
    """ "Rejected the American motion by 59 votes to 55", "the motion was lost just before, 59 to 55"."""
    before = chunks[max(0, at - LOST_BACK) : at]
    turns = (i for i in range(len(before) - 1, -1, -1) if before[i].text in ";:" or before[i].has("but"))
    since = next((i + 1 for i in turns if before[i].text in ";:" or i + 1 == len(before) or before[i + 1].is_word), 0)
    return any(c.lower in BEATEN or c.verb("defeat", "fail") is not None for c in before[since:])


def _sided(chunks: list[Chunk], group: list[Part]) -> bool:
    """ "Nine ayes, four noes", "nine in favour, four against"; not "nine against four", "nine to four against"."""
    if [part.role for part in group[:2]] != ["yes", "no"]:
        return False
    one, other = group[:2]
    number = next((i for i in range(one.first, other.last + 1) if chunks[i].number is other.value), other.first)
    end = number + 1 if chunks[number - 1].lower == "to" else other.last + 2
    sides = (c for c in chunks[one.first : end] if c.has("yes_noun", "no_noun"))
    return any(c.lower not in AGAINST or c is not chunks[other.first - 1] for c in sides)


def _claim(sentence: Sentence, first: int, last: int, **parts: NumberMention | int | bool | None) -> Tally:
    exact = {role: _put_right(sentence, part) for role, part in parts.items()}
    return Tally(*sentence.placed(first, last), **exact)  # type: ignore[arg-type]


_EXACTLY = re.compile(r" ?\((\d{1,3})[,)]")
ROUNDED = 4
"""Of how small a part of it a round number may be off."""


def _put_right(sentence: Sentence, part: NumberMention | int | bool | None) -> NumberMention | int | bool | None:
    """ "Some two dozen (22, actually)": what a bracket gives exactly of which the words gave a round number."""
    if not isinstance(part, NumberMention) or "(" not in sentence.text:
        return part
    exact = _EXACTLY.match(sentence.text, part.end)
    if exact is None or abs(int(exact[1]) - part.value) * ROUNDED >= part.value:
        return part
    return int(exact[1])


def _spoken_of(sentence: Sentence, discourse: Discourse) -> bool:
    """Whether a vote, or a text, was told of just before."""
    return discourse.voted_near(sentence) or discourse.text_before(sentence) or discourse.vote_before(sentence)
