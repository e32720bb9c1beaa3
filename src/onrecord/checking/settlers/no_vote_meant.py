"""Whether words that seem to tell of a vote tell of none of the body's: of a lunch, a game, or what others believe."""

from __future__ import annotations

import re
from itertools import takewhile

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict
from onrecord.checking.settlers.settled import Settled
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.vote import Position, Sponsor, Tally, VoteClaim
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


_MET = any_of(word_sets("clause_words.csv")["met_a_veto"])
_IT_CAME = re.compile(
    rf"\b(?:{_MET}|came|there (?:was|were)|because of|thanks to|owing to|due to|after|by)"
    r" (?:[\w'’-]+ ){0,4}?veto(?:es)?\b"
    r"|\bveto(?:es)? (?:of|on|against) (?:the|this|that|it|a|resolution|draft|S/|\d)"
    r"|\bveto(?:es)? (?:\w+ )?(?:killed|blocked|stopped|sank|ended|prevented|defeated|doomed|struck|put|brought|kept"
    r"|barred|foiled|wrecked|buried|scuppered|thwarted|halted|spelled|meant|left|cost|came|fell)\b",
    re.IGNORECASE,
)
"""Words that say of a veto that it was cast, and do not merely speak of one."""


def only_mentioned(claim: Position, reading: Reading) -> bool:
    """ "Arab support made a Russian veto impossible", "the papers had announced the Russian veto": of no vote cast."""
    sentence = reading.sentences[claim.sentence]
    return claim.noun and claim.choice == "veto" and _IT_CAME.search(sentence.text) is None


def _any(kind: str) -> str:
    return rf"(?:{any_of(_THREAD_WORDS[kind])})\b"


_AWAY = r"\b(?:(?:stay|stays|stayed|kept|keeps?|remain|remains|remained) (?:away|out|absent)|boycotted it)"
_OF_A_THING = (
    (
        "The words are of something else than the vote.",
        r"\b(?:skip\w*|sat out|sits out|missed|misses|shunned|boycott\w*|stay\w* (?:away|out)|walked out|absent"
        rf"|kept out|left)[^,;.]{{0,30}}\b{_any('not_the_vote')}"
        rf"|{_AWAY} (?:until|till|for [\w -]{{0,30}}?\b(?:days|weeks?|months?|years?|decades?|a while))\b"
        rf"|\bagainst an? (?:[\w-]+ )?{_any('other_question')}"
        r"|\b(?:against|for|opposed|opposes|opposing)"
        r" (?:anything (?:less|more|else)|another|any (?:more|further|other))\b"
        r"|\b(?:against|opposed|opposes|opposing|to|of) (?:the|a|that|any|this) (?:use of )?(?:[A-Z]\w+ )?veto\b"
        r"|\b(?:is|are|remains|remain) (?:[a-z]+ )?neutral\b"
        r"|\b(?:walk|storm|stalk|march)(?:ed|ing) out\b"
        r"(?! (?:of|before|during|rather than) (?:\w+ )?(?:vote|voting|ballot))"
        r"|\b(?:opposed|opposes|rejected|rejects|resisted|resists|supported|supports|backed|backs|objected to)"
        r" (?!anything|everything|nothing|something)\w+ing\b"
        r"|\b(?:envoy|ambassador|delegate|minister|president|diplomat|representative)'s"
        r" (?!hand|vote|yes|no|abst|veto)\w"
        rf"|'s {_any('at_home')} (?:was|were|is|are|had been) (?:\w+ )?"
        r"(?:against|for|in favour|in favor|opposed|behind)\b",
    ),
    (
        "The words are of a thing that was said or wanted, and may be of no text.",
        r"\b(?:vetoed|vetoes|rejected|rejects|opposed|opposes|blocked|blocks|turned down|supported|supports|backed"
        r"|backs|support|oppose|back|reject|endorsed|refused)"
        r" (?:(?!(?:text|draft|resolution|motion)s?\b)[\w'’-]+ ){0,3}?"
        rf"(?:{_any('no_text')}|(?:[A-Z][\w-]+(?:'s)?) (?:\w+ )?{_any('others_wish')}|(?:\w+ )?{_any('not_the_vote')})"
        r"|^(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Tt]his|[Tt]hat) (?:[\w-]+ )?"
        rf"(?:{_any('no_text')}|{_any('not_the_vote')}|(?<![Tt]he ){_any('others_wish')}(?= (?:for|to)\b))"
        r"(?: (?:for|to|of|on|that)\b[^,;.:]{0,40}?)? (?:was|were|had been|has been|have been|is|are) (?:\w+ )?"
        r"(?:vetoed|rejected|opposed|blocked|turned down|supported|backed|endorsed|refused)\b",
    ),
)
"""What a verb of voting governs where it tells of no vote."""
_OF_A_TIME = (
    ("The words are of how it stood before the vote.", rf"\b{_any('before_the_vote')}"),
    ("The words are of what was thought, and not of the vote.", rf"\b{_any('at_heart')}"),
    (
        "The words are of a point that was talked about, and not of the vote.",
        rf"\b(?:on|over|about) (?:(?:the|this|that|a|some|several|one|two) )?{_any('of_a_point')}"
        rf"|\bin {_any('in_speaking')}|\b(?:in|during|at|when) the {_any('not_the_vote')}",
    ),
    (
        "The words are of a text on which no vote was taken.",
        rf"\bwhich (?:was|were|had been|has been) (?:\w+ )?{_any('dropped')}",
    ),
    ("The words are of an earlier draft of the text.", rf"(?<!final )(?<!latest )\b{_any('earlier_text')}"),
)
"""What is said anywhere in its clause."""
_GOVERNED, _SAID_WITH = (
    tuple((reason, re.compile(pattern, re.IGNORECASE if told is _OF_A_TIME else re.NOFLAG)) for reason, pattern in told)
    for told in (_OF_A_THING, _OF_A_TIME)
)
_OTHER_VOTERS = re.compile(
    rf"(?:The|An?|Its|Their|His|Our) (?!general )(?:[\w-]+ ){{0,2}}{_any('other_voters')}"
    rf"|[A-Z][\w-]+ (?:[\w-]+ )?{_any('other_people')}"
)
"""Subjects of a sentence that tells how they voted: "the French assembly voted for the war by 368 to 182"."""
_CLAUSE_TURNS = re.compile(r"[;:]| (?:but|while|whereas|and then|where)\b")
_BODIES = ("council", "assembly", "cite")
_INSERTED = re.compile(r", (?:having|whom|who|whose|after|despite|though|although|with|while)\b[^,;]*, ")
"""What is thrown in: "Malaysia, whom we had worked on for weeks, abstained"."""
_CLAUSE_ENDS = re.compile(r"(?!, which (?:was|were|had|has))[,.;:!?()–—]")


def of_something_else(claim: Position | Tally, reading: Reading) -> str | None:
    """Why the words may be of no vote on the text: "Denmark had been against it for weeks", "skipped the talks"."""
    sentence = reading.sentences[claim.sentence]
    if (voters := _OTHER_VOTERS.match(sentence.text)) is not None and sentence.kinds.isdisjoint(_BODIES):
        if _CLAUSE_TURNS.search(sentence.text, voters.end(), max(voters.end(), claim.start - sentence.start)) is None:
            return "The words are of another body than the one voted in."
    behind = sentence.text[claim.end - sentence.start :]
    ends = _CLAUSE_ENDS.search(behind)
    own = reading.normal.text[claim.start : claim.end]
    words = _INSERTED.sub(" ", own) + (behind[: ends.start()] if ends is not None else behind)
    found = (reason for reason, pattern in _SAID_WITH if pattern.search(words) is not None)
    governed = ((reason, pattern.search(own + behind)) for reason, pattern in _GOVERNED)
    things = (reason for reason, match in governed if match is not None and match.start() < len(own))
    if isinstance(claim, Tally) and _backs_no_text(claim, reading):
        return "The words may be of something else than the text."
    if isinstance(claim, Tally) and _VOTES.search(own) is not None:
        return next(things, None)  # "the second draft had two votes": it was voted on
    return next(found, None) or next(things, None)


def _backs_no_text(claim: Tally, reading: Reading) -> bool:
    """ "Ten capitals backed the force": a thing that is no text, with a verb that need not be of voting."""
    chunks = [c for c in reading.sentences[claim.sentence].chunks if c.start >= claim.start]
    at = next((i for i, c in enumerate(chunks) if c.verb("yes", "no") is not None), None)
    if at is None or at + 2 >= len(chunks) or "vot" in chunks[at].lower or chunks[at].start >= claim.end:
        return False
    thing = chunks[at + 1 : at + 3]
    return thing[0].has("determiner") and thing[1].is_word and not thing[1].kinds and thing[1].text.islower()


_NO_TEXT = re.compile(rf"\b{_any('no_text')}", re.IGNORECASE)


def of_a_text(claim: Sponsor, settled: Settled, reading: Reading) -> Settled:
    """ "Chad turned down an American offer": the contradiction, left open where what is theirs may be no text."""
    if settled.verdict is not Verdict.CONTRADICTED or not claim.loose:
        return settled
    if _NO_TEXT.search(reading.normal.text, claim.start, claim.end) is None:
        return settled
    return settled.left_open(f"{settled.reason[:-1]}; the words may be of no text.", DOUBTFUL)


_VOTES = re.compile(r"\bvot(?:e|es|ed)\b")


_TURNED_DOWN = ("veto", "block", "no")
_CALLED = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:[-’'][^\W\d_]+)*")
NAME = 4
"""Chunks of a person's name at most."""


def of_a_person(claim: Position, settled: Settled, reading: Reading, docket: Docket) -> Settled:
    """ "The Americans vetoed Salim, ballot after ballot": what is said of a vote on a person, left open; those are
    secret, and no resolution is about one so named.
    """
    if claim.choice not in _TURNED_DOWN or not (name := _turned_down(claim, reading)):
        return settled
    if any(map(docket.subjects.knows, docket.subjects.terms(name))):
        return settled
    return settled.left_open("The words may be of a candidate, and ballots on candidates are not in the record.")


def _turned_down(claim: Position, reading: Reading) -> str:
    """The name behind "vetoed" or in front of "was vetoed"; the empty string where there is none."""
    chunks = [c for c in reading.sentences[claim.sentence].chunks if claim.start <= c.start]
    at = next((i for i, c in enumerate(chunks) if c.verb(*_TURNED_DOWN) is not None), None)
    if at is None:
        return ""
    behind = list(range(at + 1, min(at + 2 + NAME, len(chunks))))
    if at + 2 < len(chunks) and chunks[at + 1].has("member") and chunks[at + 2].lower == "'s":
        behind = behind[2:]  # "vetoed Tanzania's Salim"
    name = list(takewhile(lambda i: _a_name(chunks[i]), behind))
    if name:
        ends = chunks[name[-1] + 1] if name[-1] + 1 < len(chunks) else None
        plain = ends is None or ends.text in ".,;:!?)" or ends.date or ends.has("preposition", "adverb", "and")
        return " ".join(chunks[i].text for i in name) if plain else ""
    if at and chunks[at - 1].has("be"):
        before = list(takewhile(lambda i: _a_name(chunks[i]), range(at - 2, max(at - 2 - NAME, -1), -1)))
        return " ".join(chunks[i].text for i in reversed(before))
    return ""


def _a_name(chunk: Chunk) -> bool:
    return _CALLED.fullmatch(chunk.text) is not None and not chunk.kinds and chunk.date is None


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
