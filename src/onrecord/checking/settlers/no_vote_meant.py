"""Whether words that seem to tell of a vote tell of none of the body's: of a lunch, a game, or what others believe."""

from __future__ import annotations

import re

from onrecord.checking.settlers.settled import Settled
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.vote import VoteClaim
from onrecord.reading.read import Reading
from onrecord.reading.table import any_of, word_sets

DOUBTFUL = 0.5
"""Confidence where the words may be read another way."""
_THREAD_WORDS = word_sets("thread_words.csv", "checking")
_WHERE, _ITS_OWN = _THREAD_WORDS["where"], _THREAD_WORDS["its_own_occasion"]
ELSEWHERE = re.compile(
    r"(?:In|At|During|On) (?:the|a|an|our|my|one|his|her|that) (?:[\w']+ ){0,3}?"
    rf"(?:{any_of(_THREAD_WORDS['no_real_vote'])})\b"
)
"""Where something else is told of than a vote of the body: "in the film Britain vetoes it", "in the straw poll"."""
_INFORMAL = re.compile(
    rf"(?:[Ii]n|[Aa]t|[Oo]ver|[Bb]ehind|[Dd]uring|[Oo]n) (?:(?:a|an|the|his|their|our) )?(?:[a-z]+ )?"
    rf"(?:{any_of(_THREAD_WORDS['informal'])})\b"
)
_NO_PLACE = frozenset({"member", "group", "verb", "be", "have", "pronoun_member", "nobody", "everyone"})
_OF_THE_BODY = frozenset({"council", "assembly", "same_body", "text", "vote_noun", "times", "council_adjective"})
OPENING_REACH = 160
"""Characters of a sentence within which what it opens with is said of a claim."""
PLACE_WORDS = 7
BELIEVED = re.compile(
    r"\b(?:people|many|some|most|everybody|everyone|they|others)(?: (?:in|on|at|around|of) [\w' ]{1,30}?)? "
    r"(?:still |all |often |now )?(?:(?:seem|seems|seemed|appear|appears) to )?"
    r"(?:think|thought|believe|believed|assume|assumed|imagine|imagined) (?:that )?"
    r"|\bit(?: is|'s| was| has been)(?: often| sometimes| widely| commonly| frequently| still| generally| always)*"
    r" (?:said|claimed|believed|thought|assumed|held|repeated|written) (?:that )?"
    r"|\b(?:hear|heard|read|reads) it (?:often |sometimes |everywhere )?(?:said|claimed|argued|written) (?:that )?",
    re.I,
)
"""Words in front of what nobody in particular is said to believe."""


def opens_elsewhere(claim: VoteClaim, reading: Reading) -> bool:
    """ "In a closed lunch the day before ten were for it", "behind closed doors France was against", "on paper it was
    fifteen": whether the sentence opens with a place or an occasion that is none of the body's own.
    """
    sentence = reading.sentences[claim.sentence]
    chunks = sentence.chunks
    if (match := _INFORMAL.match(sentence.text) or ELSEWHERE.match(sentence.text)) is not None:
        return sentence.start + match.end() <= claim.end
    if not chunks or chunks[0].lower not in _WHERE or claim.end - sentence.start > OPENING_REACH:
        return False
    place: list[Chunk] = []
    for chunk in chunks[1:PLACE_WORDS]:
        if not chunk.is_word or chunk.number is not None or not chunk.kinds.isdisjoint(_NO_PLACE):
            break
        place.append(chunk)
    named = [chunk for chunk in place if not chunk.has("determiner")]
    if not named or (named == place and named[0].text[:1].isupper()):
        return False  # "In Geneva"
    if any(chunk.date is not None or not chunk.kinds.isdisjoint(_OF_THE_BODY) for chunk in named):
        return False
    return _ITS_OWN.isdisjoint(word for chunk in named for word in chunk.lower.split())


def believed(claim: VoteClaim | Membership, reading: Reading) -> bool:
    """ "Everyone seems to think that Australia sat there": whether the words are of what others are said to believe."""
    start = reading.sentences[claim.sentence].start
    told = reading.normal.text[start : claim.end]
    return any(match.end() >= claim.start - start for match in BELIEVED.finditer(told))


_PLAYED = re.compile(r"\b(?:[Mm]odel|[Mm]ock) (?:U\.?N\b|United Nations|Security Council|Council|Assembly)|\bMUN\b")
PLAYED_FOR = 6
"""Sentences for which a text goes on about a game that it names."""


def played(claim: VoteClaim, settled: Settled, reading: Reading) -> Settled:
    """ "My model UN went like this. France vetoed lunch.": the contradiction, left open where it may be of a game."""
    first = max(0, claim.sentence - PLAYED_FOR)
    start = reading.sentences[first].start
    if _PLAYED.search(reading.normal.text, start, claim.end) is None:
        return settled
    return settled.left_open("The words may be of a game.", DOUBTFUL)
