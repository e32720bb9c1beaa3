"""Positions told by what was said before: "so did Algeria", "Paris too", "China did not", "one of the 58"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Position
from onrecord.reading.extract.by_the_way import told_by_the_way
from onrecord.reading.extract.position_all_counted import MAKING_UP, makes_up, the_counted
from onrecord.reading.extract.position_among import among_them
from onrecord.reading.extract.position_and_others import and_so_did_others
from onrecord.reading.extract.position_joined import another, the_other
from onrecord.reading.extract.position_parts import one_of, some_of_the, the_nine_included
from onrecord.reading.extract.position_said_last import TOO, as_said_last, by_somebody, said_last
from onrecord.reading.extract.position_scope import cannot_veto
from onrecord.reading.extract.spans import clause_end
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_words import tells
from onrecord.reading.grammar import doer_of, phrase_from
from onrecord.reading.parsed import Phrase, Sentence, covering, ends_at, finite, possessed
from onrecord.reading.table import word_sets

EQUALS = frozenset(":=–—")
_WORDS = word_sets("position_words.csv")
EVERY = frozenset({"each", "every", "all", "most"})
AMONG = _WORDS["among_them"] | _WORDS["at_the_head"]


GOING_ALONG = word_sets("position_words.csv")["going_along"]
LIKE, SO = ("as", "just as", "like", "much as", "exactly as"), ("so", "nor")
INCLUDED = ("included", "include", "includes", "comprised", "numbered")
SAME = _WORDS["the_same"]
LEANING_KINDS = frozenset({"so", "neither", "among", "be"})
LEANING = AMONG | EQUALS | {"with", *LIKE, *SO, *INCLUDED, *SAME, *MAKING_UP, "not", "not one"}
"""What `elliptic_positions` asks of a word within a clause, to pass over all others cheaply."""


def elliptic_positions(
    sentence: Sentence, found: list[Phrase], at: int, begins: bool, discourse: Discourse, claims: list[Position]
) -> Position | None:
    """`begins` says whether a clause may begin at the chunk."""
    chunk = sentence.chunks[at]
    if sentence.question or sentence.withdrawn or at >= sentence.unreal_from:
        return None
    if LEANING_KINDS.isdisjoint(chunk.kinds) and chunk.lower not in LEANING:
        return _begun(sentence, found, at, discourse) if begins else None
    if chunk.lower in LIKE:
        again = _as_before(sentence, found, at, discourse) or _as_did(sentence, found, at, discourse)
        if again is not None:
            return again
    if chunk.has("so", "neither") or chunk.lower in SO:
        return _so_did(sentence, found, at, discourse)
    if chunk.lower == "not" and at + 2 < len(sentence.chunks) and sentence.chunks[at + 1].lower == "so":
        phrase = phrase_from(sentence.chunks, found, at + 2)
        return (
            None
            if phrase is None or _tells_itself(sentence, found, phrase)
            else as_said_last(sentence, found, phrase, at, phrase.last, True, discourse)
        )
    if chunk.lower in AMONG and "verb" not in chunk.kinds:
        claim = among_them(sentence, found, at, claims, discourse)
        if claim is not None:
            return claim
    if (
        chunk.lower == "with"
        and at + 1 < len(sentence.chunks)
        and sentence.chunks[at + 1].lower in ("them", "him", "it", "her")
    ):
        return _with_them(sentence, found, at, claims, discourse)
    if "among" in chunk.kinds or (chunk.lower == "not one" and at > 0 and "be" in sentence.chunks[at - 1].kinds):
        return one_of(sentence, found, at, discourse)
    if "be" in chunk.kinds:
        told = (
            some_of_the(sentence, found, at, discourse)
            or the_other(sentence, found, at, discourse)
            or another(sentence, found, at, discourse)
        )
        if told is not None:
            return told
    if "be" in chunk.kinds or chunk.text in EQUALS or makes_up(sentence.chunks, at):
        return the_counted(sentence, found, at, discourse)
    if chunk.lower in INCLUDED:
        return the_nine_included(sentence, found, at, discourse)
    if chunk.lower in SAME:
        claim = _the_same_for(sentence, found, at, discourse)
        if claim is not None:
            return claim
    return _begun(sentence, found, at, discourse) if begins else None


def _begun(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """What a clause that begins at the chunk says with little but names."""
    chunk = sentence.chunks[at]
    phrase = covering(found, at) if found else None
    if (
        phrase is None
        and at + 1 < len(sentence.chunks)
        and (
            chunk.lower in TOO or chunk.has("negation", "even", "only", "determiner") or chunk.lower in ("even", "not")
        )
    ):
        phrase = covering(found, at + 1)
    if phrase is not None and at <= phrase.first <= at + 1:
        return _bare(sentence, found, at, phrase, discourse)
    return None


def _with_them(
    sentence: Sentence, found: list[Phrase], at: int, claims: list[Position], discourse: Discourse
) -> Position | None:
    """ "Eleven abstained, France and Britain with them": names between a comma and the end."""
    phrase = covering(found, at - 1)
    chunks = sentence.chunks
    ends = ends_at(chunks, at + 2)
    if phrase is None or phrase.first == 0 or not ends:
        return None
    first = phrase.first - 1 - chunks[phrase.first - 1].has("determiner")
    joined = first > 0 and chunks[first].lower == "and" and (chunks[first - 1].text == "," or _acted(chunks, first - 1))
    if not joined and chunks[first].text not in ",–—(":
        return None
    told = among_them(sentence, found, at, claims, discourse)
    if told is not None and told.choice == "veto" and cannot_veto(told.members):
        return replace(told, choice="no")  # "Russia vetoed it, and Bolivia with it"
    return told or (as_said_last(sentence, found, phrase, phrase.first, at + 1, False, discourse) if joined else None)


def _acted(chunks: list[Chunk], at: int) -> bool:
    """ "Egypt abstained and Kuwait with it": a verb stands in front of the "and", and no other name."""
    return chunks[at].has("verb", "no_noun", "yes_noun", "abstention_noun") and not chunks[at].has("member")


def _so_did(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "So did Brazil", "nor did China", "and so, to general dismay, did India"."""
    chunks = sentence.chunks
    if discourse.by_the_way_in == sentence.index - 1 and discourse.last_in < sentence.index:
        return None  # "Chad, which abstained, had asked for changes. So had Mali."
    if at == 0 and max(discourse.last_in, discourse.voted_on_in) < sentence.index - 1:
        return None  # of the sentence just before, in which no vote was read
    if chunks[at].has("so") and (others := and_so_did_others(sentence, at, discourse)) is not None:
        return others
    position = at
    if not chunks[at].has("so", "neither"):
        ahead = range(at + 1, min(at + 14, len(chunks)))
        inverted = next(
            (i for i in ahead if chunks[i].has("do", "have", "be") and (chunks[i - 1].text == "," or i == at + 1)), None
        )
        if inverted is None or (inverted > at + 1 and chunks[at + 1].text != ","):
            return None
        position = inverted
    if [c.lower for c in chunks[position + 1 : position + 3]] in (["those", "of"], ["that", "of"]):
        # "as did those of Chad and Togo"
        position += 2
    for first in range(position + 1, position + 5):
        phrase = covering(found, first)
        if (
            phrase is None
            and first < len(chunks)
            and (
                (chunks[first].entries and not chunks[first].has("determiner", "only"))
                or (not chunks[first].is_word and chunks[first].lower != "'s")
            )
        ):
            break
        if phrase is not None and phrase.first == first:
            if phrase.last + 1 < len(chunks) and any(e.form == "base" for e in chunks[phrase.last + 1].entries):
                # "Nor did China support it" has a verb of its own
                return None
            if possessed(chunks, phrase.last) and not phrase.members.named:
                # "so has everybody's bunker supplier"
                return None
            told_apart = at > 0 and chunks[at - 1].text == ":"
            if discourse.last_in < sentence.index and not told_apart and _beside_unread(sentence, found, at):
                # "Chad spoke at length, as did Mali"
                return None
            if discourse.last_in < sentence.index and not told_apart and _of_another_deed(sentence, at, discourse):
                return None
            if discourse.last_in < sentence.index and any(c.verb("vote") is not None for c in chunks[:at]):
                # "The two voted on the same side; so did France": as they, of whom it is not told which way
                return None
            leans = discourse.last_in == sentence.index or not chunks[at].lower.startswith("as")
            if (
                not leans
                and any(c.has("member") for c in chunks[:at])
                and any(finite(c) or c.has("be") for c in chunks[:at])
            ):
                # "Abuja was with the Bengalis, as were Gabon and Togo": as what their own sentence tells of another
                return None
            if discourse.last_in == sentence.index and _told_since(chunks, discourse, chunks[at].start):
                # "Mali, which could not bring itself to it, was in favour, and so was Chad"
                return None
            denial = chunks[at].has("neither") or chunks[at].lower == "nor"
            if denial and discourse.last_noun:
                return None
            own = by_somebody(sentence, chunks[at].start, discourse) or discourse.last_choice
            if denial and own != "not voting" and not (discourse.last_negated and own == discourse.last_choice):
                # "Chad was not with them: it abstained. Nor was Mali": of what was denied, which was not understood
                return None
            return as_said_last(sentence, found, phrase, at, phrase.last, False, discourse)
    return None


def _of_another_deed(sentence: Sentence, at: int, discourse: Discourse) -> bool:
    """ "The rebels welcomed it, and so did Chad": as the sentence itself tells, which is no way of voting."""
    chunks = sentence.chunks
    joined = at > 1 and (chunks[at - 1].has("and") or chunks[at].lower.startswith("and "))
    did = any(c.lower.endswith("ed") and not c.has("member") for c in chunks[:at]) or any(map(finite, chunks[:at]))
    return joined and did and by_somebody(sentence, chunks[at].start, discourse) is None


def _told_since(chunks: list[Chunk], discourse: Discourse, until: int) -> bool:
    """Whether words since the vote that was read last tell of another choice, which was not."""
    since = [c for c in chunks if discourse.last_end <= c.start < until]
    yes = any(c.has("yes_noun") and c.lower != "for" for c in since)
    return yes and (discourse.last_choice != "yes" or discourse.last_negated)


def _as_before(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "Just as it had in the Council in April", "as France did last year": the same, another time."""
    chunks = sentence.chunks
    phrase = covering(found, at + 1)
    members = phrase.members if phrase is not None else None
    last = phrase.last if phrase is not None else at + 1
    if members is None and at + 1 < len(chunks) and chunks[at + 1].lower in ("it", "they", "he", "she"):
        members = discourse.last_members
    if members is None or discourse.last_in != sentence.index or last + 2 >= len(chunks):
        return None
    if not (members.named or members.groups) or not chunks[last + 1].has("do", "have"):
        return None
    last += 1 + chunks[last + 2].lower.startswith("done")
    timed = chunks[last + 1 : last + 3]
    if not any(c.date is not None or c.lower in ("before", "earlier") for c in (*timed, *chunks[last + 3 : last + 7])):
        return None
    if not (
        timed[0].date is not None or timed[0].has("preposition") or timed[0].lower in ("before", "earlier", "back")
    ):
        return None
    if any(c.lower.split()[0] in EVERY for c in chunks[last + 1 : last + 5]):
        return None  # "as it had on each of the three earlier rounds": at several times, which are not told
    if timed[0].lower in ("before", "earlier") and not (len(timed) > 1 and timed[1].is_word):
        return None  # "as it has before": at some time
    said = said_last(sentence, chunks[at].start, discourse)
    if said is None or said[0] in ("with", "alone") or (said[2] and chunks[at].lower == "as"):
        return None  # "did not veto it, as it had in May": whether it then had or had not
    return Position(
        *sentence.placed(at, clause_end(sentence, found, last)), members=members, choice=said[0], negated=said[2]
    )


def _as_did(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "Brazil abstained with dignity, as Indonesia did": the same, on the same vote."""
    chunks = sentence.chunks
    phrase = phrase_from(chunks, found, at + 1)
    if phrase is None or not phrase.members.named or discourse.last_in != sentence.index or at == 0:
        return None
    last = phrase.last + 1
    ends = ends_at(chunks, last + 1)
    if last >= len(chunks) or chunks[last].lower not in ("did", "had", "does", "has") or not ends:
        return None
    if any(c.has("reporting") for c in chunks[max(0, at - 3) : at]):
        return None
    if discourse.last_companions == phrase.members and chunks[at - 1].verb("vote") is not None:
        return None  # "Norway voted as France did"
    if told_by_the_way(sentence, discourse.last_end):
        return None  # "Norway, which had abstained in May, moved as France did"
    return as_said_last(sentence, found, phrase, at, last, False, discourse)


def _the_same_for(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "The same goes for Japan", "ditto for Malta", "it was the same with Peru"."""
    chunks = sentence.chunks
    for position in range(at + 1, min(at + 5, len(chunks))):
        if chunks[position].lower in ("for", "of", "with", "from"):
            phrase = phrase_from(chunks, found, position + 1)
            ended = phrase is not None and ends_at(chunks, phrase.last + 1)
            if phrase is None or not ended:
                return None
            return as_said_last(sentence, found, phrase, at, phrase.last, False, discourse)
        if chunks[position].has("text", "council") or not chunks[position].is_word or chunks[position].date is not None:
            return None  # "The same in February for Tuvalu": another vote, not another voter
    return None


def _beside_unread(sentence: Sentence, found: list[Phrase], first: int) -> bool:
    """ "China went the other way, and Russia too": whether others did before it what was not understood."""
    chunks = sentence.chunks
    for phrase in found:
        behind = phrase.last + 1
        if phrase.last < first and phrase.members.named and behind < first and chunks[behind].is_word:
            return not chunks[behind].has("and", "preposition", "determiner")
    return False


def _bare(sentence: Sentence, found: list[Phrase], at: int, phrase: Phrase, discourse: Discourse) -> Position | None:
    """A clause that holds little but names: "Paris too.", "China did not.", "Not Beijing, which abstained.",
    "Ditto India.".
    """
    chunks = sentence.chunks
    if at and chunks[at - 1].lower in LIKE:
        # "London drafted it, as London does"
        return None
    if at < phrase.first and chunks[phrase.last].lower in ("'s", "'"):
        return None  # "another one, also Qatar's"
    if at and chunks[at - 1].lower == "but" and chunks[at].lower == "also" and discourse.last_in < sentence.index:
        return (
            None  # "Chad abstained. On the other side we find Peru, but also Cuba.": goes on a list that was not read
        )
    if at and chunks[at].lower == "also" and discourse.last_in < sentence.index:
        if any(p.last < at and p.members.named for p in found):
            return None  # "The text was Chad's and Mali's, also Cuba's", of what was not read as a vote
    first, last = at, phrase.last
    said = was = too = did = False
    negated = False
    for chunk in chunks[at : phrase.first]:
        too = too or chunk.lower in TOO
        said = said or too
        if chunk.lower == "not" and sentence.index > discourse.last_in - 1:
            said = negated = True
    position = behind = _over_aside(chunks, phrase.last + 1)
    while position < len(chunks) and position - behind < 4:
        chunk = chunks[position]
        if chunk.lower in TOO or (chunk.has("do", "have") and chunk.lower not in ("having", "doing")):
            said = True
            too, did = too or chunk.lower in TOO, did or chunk.has("do", "have")
        elif chunk.lower in ("was", "were") and position == behind:
            was = True
        elif negated and chunk.lower in GOING_ALONG:
            pass
        elif chunk.has("negation") and chunk.lower.startswith(("did", "do", "had", "ha", "not", "n't", "never")):
            negated = True
            said = said or was or " " in chunk.lower or chunk.lower.endswith("n't")
        elif not (
            chunk.has("adverb")
            or (chunk.lower.endswith("ly") and not chunk.entries)
            or (chunk.text == "," and position + 1 < len(chunks) and _goes_on(chunks, position + 1))
        ):
            break
        last = position
        position += 1
    ended = position >= len(chunks) or not chunks[position].is_word or chunks[position].has("relative")
    if not said or not ended or (position < len(chunks) and chunks[position].text in "-("):
        return None
    if chunks[last].lower in TOO and any(c.has("be") for c in chunks[position + 1 : position + 2]):
        return None  # "Algeria, too, was against" says what it was
    if negated and any(c.has("modal") for c in chunks[position:]):
        return None  # "not Malaysia, not Brazil could find it in their hearts"
    relative = next((i for i in range(position, len(chunks)) if chunks[i].has("relative")), len(chunks))
    if any(tells(chunks[i]) and doer_of(sentence, found, i) == phrase for i in range(position, relative)):
        # "Russia too, in the end, abstained" says what it did
        return None
    if negated and _tells_itself(sentence, found, phrase):
        return None
    if negated and chunks[last].lower in ("ditto", "likewise", "same", "the same", "idem"):
        negated = False  # "Not Chad, which abstained. Not Mali, ditto"
    also = too or chunks[last].lower in TOO
    if also and discourse.last_in < sentence.index and _beside_unread(sentence, found, first):
        return None
    asked = discourse.questioned == sentence.index - 1  # "And Japan? Japan also."
    if also and not asked and discourse.last_in < sentence.index - 1 and discourse.subject_for(sentence) is not None:
        return None  # "Washington kept out Vietnam. Angola too": what was said of another before that is not meant
    otherwise = did and not too and not negated
    if otherwise and asked and discourse.last_in < sentence.index - 1 and _answers(chunks, first):
        return None  # "Azerbaijan presided? No, Australia did."
    if any(c.lower == "either" for c in chunks[behind:position]):
        negated = False  # "Chad did not take sides, Mali did not either": just so
    return as_said_last(sentence, found, phrase, first, last, negated, discourse, otherwise=otherwise)


def _answers(chunks: list[Chunk], first: int) -> bool:
    """Whether a Yes or a No opens the sentence, to a question in which no vote was read."""
    return 0 < first <= len(("no", ",")) and chunks[0].lower in ("no", "yes", "nope", "nay")


def _tells_itself(sentence: Sentence, found: list[Phrase], phrase: Phrase) -> bool:
    """ "Not so Tehran, which abstained", "not Berlin: Germany abstained": what it did instead is told behind it."""
    chunks = sentence.chunks
    mark = phrase.last + 1
    if mark + 1 >= len(chunks) or chunks[mark].text not in ",:—–":
        return False
    if chunks[mark].text == "," and not chunks[mark + 1].has("relative"):
        return False
    return any(tells(c) for c in chunks[mark + 1 :])


def _goes_on(chunks: list[Chunk], at: int) -> bool:
    """Whether what a comma parts still belongs to it: "Somalia, too", "Somalia, alas, as well"."""
    if chunks[at].lower in TOO:
        return True
    thrown_in = chunks[at].has("adverb") or chunks[at].lower.endswith("ly")
    return thrown_in and at + 2 < len(chunks) and chunks[at + 1].text == "," and chunks[at + 2].lower in TOO


ASIDE = 8
"""Words between commas that may part a name from what it did or did not: "Fiji, bless it, did not"."""


def _over_aside(chunks: list[Chunk], at: int) -> int:
    """Past what two commas throw in behind a name, where it says nothing of votes and "did", "did not" follow."""
    if at >= len(chunks) or chunks[at].text != ",":
        return at
    closed = next((i for i in range(at + 2, min(at + 2 + ASIDE, len(chunks) - 1)) if chunks[i].text == ","), None)
    if closed is None or any(c.has("member", "and", "relative") or tells(c) for c in chunks[at + 1 : closed]):
        return at
    behind = chunks[closed + 1]
    does = (
        behind.lower in TOO
        or behind.has("do", "have")
        or (behind.has("negation") and behind.lower.startswith(("did", "do", "had", "ha")))
    )
    return closed + 1 if does else at
