"""Positions told in a few words that lean on the sentence before: "Double veto! China and Russia.", "With the
French.", "Peru with Washington, Cuba with the Russians", "… , with the British at their side".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.assertion import asserted
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Named, Position
from onrecord.reading.extract.position_ours import with_us
from onrecord.reading.extract.position_scope import united
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_words import speaks_of_votes
from onrecord.reading.governing import governed
from onrecord.reading.grammar import doer_of, phrase_from
from onrecord.reading.parsed import Phrase, Sentence, covering, ends_at, finite
from onrecord.reading.table import word_sets

ANNOUNCED = 3
"""Words up to which a sentence only announces what was done: "Double veto!", "A triple veto."."""
COMPANY = frozenset({"with", "together with", "along with", "alongside", "and", "plus"})
SIDE = frozenset({"side", "sides", "tow", "elbow"})
CAMP = frozenset({"side", "camp", "corner", "column", "team"})
"""Of whom one is that votes as they do: "was on Moscow's side"."""
BESIDE = frozenset({"with", "beside", "alongside", "behind", "next to"})
TAKING = frozenset({"took", "takes", "take", "taken", "taking"})
_WORDS = word_sets("position_words.csv")
STANDING = _WORDS["standing"]
"""Where those stand who vote with another: "with the British at its side"."""
COMPANION = _WORDS["companion"]
ANOTHER_TIME = _WORDS["another_time"]
OWNING = frozenset({"its", "his", "her", "their", "the", "'s"})
WORDS_OF_A_FRAGMENT = 6
A_PAIR = 2


def fragment(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Position]:
    """What a sentence of a few words says of those it names; nothing where it has more to say."""
    if sentence.withdrawn or sentence.unreal_from == 0:
        return []
    said = _announced(sentence, found, discourse) or _in_company(sentence, found, discourse)
    if said is not None:
        return [said]
    ally = not sentence.words.isdisjoint(COMPANION)
    side = not sentence.words.isdisjoint(SIDE)
    companion = (
        (_only_companion(sentence, found, discourse) if ally else None)
        or (_single_ally(sentence, found, discourse) if ally else None)
        or (_at_its_side(sentence, found, discourse) if side else None)
        or _on_ones_side(sentence, found, discourse)
        or (_on_their_side(sentence, found, discourse) if side else None)
        or _across(sentence, found, discourse)
        or _beside_whom(sentence, found, discourse)
    )
    return _one_with_another(sentence, found, discourse) + ([companion] if companion is not None else [])


def _position(sentence: Sentence, first: int, last: int, members: Members, choice: str) -> Position:
    chunks = sentence.chunks
    return Position(
        start=chunks[first].start, end=chunks[last].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunks[first].start), members=members, choice=choice,
    )  # fmt: skip


def _verbless(chunks: list[Chunk]) -> bool:
    return not any(finite(c) or c.has("be", "do", "have", "modal") for c in chunks)


def _announced(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """ "Double veto! China and Russia on the Hormuz text.": as many as acted together."""
    last = discourse.last_members
    if last is None or sentence.index - discourse.last_in != 1 or last.quantity is None or last.named:
        return None
    if len(discourse.last_text.split()) > ANNOUNCED or discourse.last_choice is None or not _verbless(sentence.chunks):
        return None
    phrase = next((p for p in found if p.members.named), None)
    if phrase is None or len(phrase.members.named) != last.quantity or _words(sentence.chunks[: phrase.first]) > 1:
        return None
    end = len(sentence.chunks) - 1
    while end > phrase.last and not sentence.chunks[end].is_word:
        end -= 1
    return _position(sentence, 0, end, phrase.members, discourse.last_choice)


def _words(chunks: list[Chunk]) -> int:
    return sum(c.is_word and not c.has("determiner") for c in chunks)


def _in_company(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """ "They abstained. They and the Dutch.", "Vetoed by Moscow. With Bulgaria."."""
    chunks = sentence.chunks
    asked = discourse.questioned == sentence.index - 1 and len(discourse.last_text.split()) <= ANNOUNCED
    if discourse.last_choice in (None, "with", "alone") or sentence.index - discourse.last_in > 1 + asked:
        return None
    words = [i for i, c in enumerate(chunks) if c.is_word]
    if not 1 < len(words) <= WORDS_OF_A_FRAGMENT or discourse.last_negated or discourse.last_choice is None:
        return None
    if (further := _and_further(chunks, found, words)) is not None:
        return _position(sentence, words[0], further.last, further.members, discourse.last_choice)
    first = words[0]
    pronoun = chunks[first].has("pronoun_member") and len(words) > 2
    joint = words[1] if pronoun else first
    if chunks[joint].lower not in COMPANY or (not pronoun and chunks[joint].lower == "and"):
        return None
    phrase = phrase_from(chunks, found, joint + 1)
    if phrase is None or not phrase.members.named or any(i > phrase.last for i in words):
        return None
    members = phrase.members
    if pronoun and discourse.last_members is not None and discourse.last_members.named:
        members = united(discourse.last_members, members)
    return _position(sentence, first, phrase.last, members, discourse.last_choice)


def _and_further(chunks: list[Chunk], found: list[Phrase], words: list[int]) -> Phrase | None:
    """ "And, of course, Russia and China.", "And, it adds, Cuba.": nothing but names, joined to what was said."""
    if chunks[words[0]].lower not in ("and", "plus", "also", "and also", "then", "and then"):
        return None
    phrase = next((p for p in found if p.members.named), None)
    if phrase is None or phrase.last < words[-1]:
        return None
    led = [chunks[i] for i in words[1:] if i < phrase.first]
    inserted = chunks[phrase.first - 1 - chunks[phrase.first - 1].has("determiner")].text == ","
    if inserted and chunks[words[0] + 1].text == "," and any(c.has("reporting") for c in led):
        return phrase
    return phrase if all(c.has("adverb", "determiner", "even") or c.lower in ("even", "also") for c in led) else None


def _one_with_another(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Position]:
    """ "Peru and Chile with Washington, Indonesia with the Russians": clauses without a verb."""
    chunks = sentence.chunks
    if (
        "with" not in sentence.words
        or not discourse.voted_near(sentence)
        or not (_verbless(chunks) or speaks_of_votes(sentence))
    ):
        return []
    told: list[Position] = []
    for phrase in found:
        opened = phrase.first == 0 or not chunks[phrase.first - 1].is_word or chunks[phrase.first - 1].has("and")
        opened = opened or chunks[phrase.first - 1].has("determiner")
        if not opened or not phrase.members.named or phrase.last + 2 >= len(chunks):
            continue
        joint = phrase.last + 1
        joint += chunks[joint].has("adverb") or chunks[joint].lower.endswith("ly")
        if chunks[joint].lower != "with" or governed(chunks, phrase.first):
            continue
        other = phrase_from(chunks, found, joint + 1)
        if other is None or not other.members.named:
            continue
        behind = chunks[other.last + 1] if other.last + 1 < len(chunks) else None
        if any(c.cardinal is not None for c in chunks[other.last + 1 : other.last + 5]):
            continue  # "Russia with the Soviets, more than 120": how often they did
        # "Cuba with Russia voted" has a verb of its own
        ends = behind is None or not behind.is_word or behind.has("adverb")
        if ends or (behind is not None and behind.lower in ("since", "because", "as usual", "again")):
            claim = _position(sentence, phrase.first, other.last, phrase.members, "with")
            told.append(replace(claim, companions=other.members, loose=True))
    return told


def _only_companion(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """ "East Germany was its only companion", "Moscow's sole ally was Cuba"."""
    chunks = sentence.chunks
    at = next((i for i, c in enumerate(chunks) if c.lower in COMPANION), None)
    if at is None or not discourse.voted_near(sentence) or at < 2:
        return None
    before = chunks[max(0, at - 4) : at]
    if at + 1 < len(chunks) and (chunks[at + 1].lower == "of" or chunks[at + 1].has("relative")):
        return None  # "the only ally of America that abstained"
    if not any(c.has("only") for c in before) or not any(c.lower in OWNING for c in before):
        return None
    be = next(
        (i for i in (*range(at - 1, max(at - 6, -1), -1), at + 1) if i < len(chunks) and chunks[i].has("be")), None
    )
    if be is None or chunks[be].lower in ("be", "being", "been"):
        return None
    who = covering(found, be - 1) if be < at else phrase_from(chunks, found, be + 1)
    if who is None or not who.members.named or discourse.last_members is None or not discourse.last_members.named:
        return None
    claim = _position(sentence, min(who.first, at - 2), max(who.last, at), who.members, "with")
    return replace(claim, companions=discourse.last_members, only=True)


FINDING = frozenset({"found", "had", "has", "kept", "won", "was left with", "left"})
SINGLE = _WORDS["single"]


def _single_ally(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """ "Washington found in the whole Council a single ally, Estonia", "they had one friend, and it was Hungary"."""
    chunks = sentence.chunks
    at = next((i for i, c in enumerate(chunks) if c.lower in COMPANION and i > 2), None)
    if at is None or chunks[at - 1].lower not in SINGLE or not (
        discourse.voted_near(sentence) or speaks_of_votes(sentence)
    ):  # fmt: skip
        return None
    verb = next((i for i in range(at - 1, max(at - 9, 0), -1) if chunks[i].lower in FINDING), None)
    subject = doer_of(sentence, found, verb) if verb is not None else None
    who = next((p for p in found if p.first > at and p.members.named), None)
    if verb is None or subject is None or who is None or who.first - at > 9 or len(who.members.named) != 1:
        return None
    members = discourse.resolve_pronoun(subject.members, sentence)
    opened = chunks[who.first - 1 - chunks[who.first - 1].has("determiner")]
    ended = ends_at(chunks, who.last + 1)
    if members is None or not members.named or not ended or not (opened.text in ",:–—" or opened.has("be")):
        return None
    claim = _position(sentence, subject.first, who.last, who.members, "with")
    return replace(claim, companions=members, only=True)


def _at_its_side(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """ "…, with the British at their side": those who did as the sentence's subject did."""
    chunks = sentence.chunks
    at = next((i for i, c in enumerate(chunks) if c.lower in SIDE and i > 3), None)
    if at is None or chunks[at - 1].lower not in ("its", "their", "his", "her", "in", "'s"):
        return None
    place = at - 1 if chunks[at - 1].lower == "in" else at - 2
    if chunks[at - 1].lower == "'s":
        return _at_ones_elbow(sentence, found, at)
    phrase = covering(found, place - 1)
    if chunks[place].lower not in ("at", "by", "in", "on") or phrase is None or not phrase.members.named:
        return None
    first = phrase.first
    while first > 0 and chunks[first - 1].has("determiner"):
        first -= 1
    subject = next((p for p in found if p.last < first and p.members.named), None)
    votes = any(c.verb("veto", "abstain", "vote", "no", "yes", "use") is not None for c in chunks[:first])
    if first == 0 or not (chunks[first - 1].lower == "with" or chunks[first - 1].text in ",–—"):
        return None
    if subject is None or not votes:
        return None
    first += chunks[first - 1].lower != "with"
    return replace(_position(sentence, first - 1, at, phrase.members, "with"), companions=subject.members)


def _at_ones_elbow(sentence: Sentence, found: list[Phrase], at: int) -> Position | None:
    """ "… with seven votes and Romania at Moscow's elbow"."""
    chunks = sentence.chunks
    entry = chunks[at - 2].get("member")
    place = at - 3
    while place > 1 and chunks[place].has("determiner"):
        place -= 1
    phrase = covering(found, place - 1) if place > 0 and chunks[place].lower in ("at", "by", "on") else None
    if entry is None or phrase is None or not phrase.members.named or place - 1 != phrase.last:
        return None
    before = chunks[phrase.first - 1] if phrase.first else None
    beside = before is None or not before.is_word or before.has("and") or before.lower in ("with", "only")
    if not beside or not speaks_of_votes(sentence):
        return None
    other = Members((Named(chunks[at - 2].text, entry.aliases),), text=chunks[at - 2].text)
    return replace(_position(sentence, phrase.first, at, phrase.members, "with"), companions=other)


def _on_ones_side(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """ "Cuba took Moscow's side", "only Panama was on Argentina's side" in the vote spoken of."""
    chunks = sentence.chunks
    for phrase in found:
        if chunks[phrase.last].lower not in CAMP or not phrase.members.named:
            continue
        if phrase.last + 1 < len(chunks) and chunks[phrase.last + 1].lower in ("of", "'s"):
            continue
        at = phrase.first - 1
        while at > 0 and chunks[at].has("determiner"):
            at -= 1
        subject = standing_there(sentence, found, at)
        if subject is None or not subject.members.named or subject.members.named == phrase.members.named:
            continue
        surely = any(c.has("vote_noun") or c.verb("vote", "veto", "abstain") is not None for c in chunks)
        if not surely and not discourse.voted_near(sentence):
            continue
        claim = _position(sentence, subject.first, phrase.last, subject.members, "with")
        alone = subject.first > 0 and chunks[subject.first - 1].lower == "only"
        return replace(claim, companions=phrase.members, only=alone, loose=not surely)
    return None


def _on_their_side(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """ "Moscow vetoed it. Warsaw was at its side.", "Chad voted by her side": those who were told of before."""
    chunks = sentence.chunks
    at = next((i for i, c in enumerate(chunks) if c.lower in SIDE and i > 2), None)
    if at is None or chunks[at - 1].lower not in ("its", "her", "his", "their") or not discourse.voted_near(sentence):
        return None
    if chunks[at - 2].lower not in ("at", "by", "on") or (at + 1 < len(chunks) and chunks[at + 1].lower == "of"):
        return None
    voted = chunks[at - 3].verb("vote") is not None
    subject = doer_of(sentence, found, at - 3) if voted else standing_there(sentence, found, at - 2)
    other = "they" if chunks[at - 1].lower == "their" else "it"
    companions = discourse.resolve_pronoun(Members(pronoun=True, text=other), sentence)
    if subject is None or not subject.members.named or companions is None or companions == subject.members:
        return None
    claim = _position(sentence, subject.first, at, subject.members, "with")
    return replace(claim, companions=companions, loose=not voted)


def standing_there(sentence: Sentence, found: list[Phrase], at: int, denied_too: bool = False) -> Phrase | None:
    """Who "was on", "found itself on", "took" the side whose name begins behind chunk `at`; who "was for" it."""
    chunks = sentence.chunks
    if at < 1 or sentence.withdrawn or at >= sentence.unreal_from:
        return None
    if chunks[at].lower in TAKING:
        doer = doer_of(sentence, found, at)
        return doer if asserted(sentence, at, doer.last if doer is not None else -1, "past") else None
    if chunks[at].lower not in ("on", "in", "at", "by", "for", "with", "behind", "against"):
        return None
    verb = at - 1
    while verb > 0 and chunks[verb].has("negation", "adverb") and chunks[verb].lower not in STANDING:
        verb -= 1
    while verb > 0 and chunks[verb].lower in STANDING and chunks[verb - 1].lower in STANDING:
        verb -= 1
    if chunks[verb].has("be") or chunks[verb].lower in STANDING:
        doer = doer_of(sentence, found, verb)
        held = asserted(sentence, verb, doer.last if doer is not None else -1, "past")
        denied = any(c.has("negation") for c in chunks[verb : at + 1])
        return doer if held and (denied_too or not denied) else None
    return covering(found, at - 1)


def _across(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """ "Fourteen were for it and Washington was on the other side"."""
    chunks = sentence.chunks
    if sentence.kinds.isdisjoint(("other_side", "same_side")):
        return None
    at = next(i for i, c in enumerate(chunks) if c.has("other_side", "same_side"))
    together = "same_side" in chunks[at].kinds
    choice = discourse.other_side(sentence)
    if chunks[at].lower.endswith("s") or together:
        choice = "with" if discourse.voted_near(sentence) or speaks_of_votes(sentence) else None
    if choice is None or sentence.withdrawn or at >= sentence.unreal_from:
        return None
    verb = next(
        (i for i in range(at - 1, max(at - 6, -1), -1) if "be" in chunks[i].kinds or chunks[i].lower in STANDING), 0
    )
    doer = doer_of(sentence, found, verb) if verb else None
    if doer is None or not doer.members.named or not asserted(sentence, verb, doer.last, "past"):
        return None
    if doer.members == discourse.last_members or discourse.last_end > chunks[at].end:
        # "came down on the other side and voted against"
        return None
    if chunks[at].lower.endswith("s") or together:
        # "Russia and the United States were on opposite sides", "on the same side": of each other
        if len(doer.members.named) != A_PAIR:
            return None
        one, other = (replace(doer.members, named=(named,)) for named in doer.members.named)
        claim = _position(sentence, doer.first, at, one, "with")
        return replace(claim, companions=other, negated=not together, loose=together)
    alone = any("only" in c.kinds for c in chunks[max(0, doer.first - 1) : verb])
    return replace(_position(sentence, doer.first, at, doer.members, choice), only=alone)


def _beside_whom(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """ "With Moscow in the vote were Cuba and Syria", "beside it stood only Israel", "with him went Liberia"."""
    chunks = sentence.chunks
    if chunks[0].lower not in BESIDE or len(chunks) < 2:
        return None
    other, ours = phrase_from(chunks, found, 1), None
    if chunks[1].text == "us":
        ours = with_us(sentence, discourse)
        other = other or (Phrase(1, 1, Members(first_person=True, text="us")) if ours is not None else None)
    elif other is None and chunks[1].has("pronoun_member"):
        told = discourse.resolve_pronoun(Members(pronoun=True, text=chunks[1].text), sentence)
        other = Phrase(1, 1, told) if told is not None else None
    if other is None or not (speaks_of_votes(sentence) or discourse.voted_near(sentence)):
        return None
    if not other.members.named and ours is None:
        return None
    reach = range(other.last + 1, min(other.last + 6, len(chunks) - 1))
    verb = next(
        (i for i in reach if chunks[i].lower in ("was", "were", "voted", "went") or chunks[i].lower in STANDING), None
    )
    if verb is None or any(c.text in ",;:" for c in chunks[other.last + 1 : verb]) or sentence.unreal_from <= verb:
        return None
    named = verb + 1
    while named < len(chunks) and (chunks[named].has("adverb", "only") or chunks[named].lower in ANOTHER_TIME):
        named += 1  # "with Washington voted this time Paris"
    who = phrase_from(chunks, found, named)
    if who is None or not who.members.named or who.members.named == other.members.named:
        return None
    behind = chunks[who.last + 1] if who.last + 1 < len(chunks) else None
    ends = behind is None or not behind.is_word or behind.has("preposition", "and", "adverb")
    if ours is not None and not (ours[1] and discourse.own_sure):
        return replace(_position(sentence, 0, who.last, who.members, ours[0]), loose=ours[1]) if ends else None
    claim = _position(sentence, 0, who.last, who.members, "with")
    return (
        replace(claim, companions=other.members, only=any(c.lower == "only" for c in chunks[verb:named]))
        if ends
        else None
    )
