"""What sets the text that a claim is about apart from others: a rival, the second, its own, one newly brought in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.checking.citing import TEXT_WORDS, authored
from onrecord.checking.clauses_apart import set_off
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Position, VoteClaim
from onrecord.reading.extract.context import says_of_them
from onrecord.reading.lexicon import Entry
from onrecord.reading.parsed import Sentence, finite, is_demonym
from onrecord.reading.read import Reading
from onrecord.reading.table import word_sets

PLUPERFECT = ("had", "'d", "had not", "hadn't")
OWNED = ("a", "an", "the", "no")
"""Words behind "had" as a verb of its own: "the text had the votes"."""
_WORDS = word_sets("thread_words.csv", "checking")
HAD_ITS_TURN = _WORDS["had_its_turn"]
SET_APART = frozenset({"own", "theirs", "ours", "hers", "first", "second", "third", "fourth", "last", "rival"})
"""Words without a noun that may set a text apart."""
PUT = _WORDS["put"]
OF_SEVERAL = _WORDS["of_several"]
ANNOUNCED = _WORDS["announced"]
FEW = 5
OTHER_TEXT = _WORDS["other_text"]
LONGEST_QUESTION = 9
"""Chunks of a question that only names what is told of next."""
LATER = ("later", "afterwards", "then", "earlier", "before", "next", "after")
"""Words that end what only says when, in front of a text newly brought in."""
LONGEST_HEAD = 7
"""Chunks from an article to its noun."""


def marker(reading: Reading, claim: VoteClaim, lead_in: range) -> int | None:
    """Where the claim, its sentence before it or one that leads up to it sets its text apart from the one before."""
    own = _marked(reading.sentences[claim.sentence], claim)
    if own is not None:
        return own
    leading = (s for i in reversed(lead_in) if ANNOUNCED.isdisjoint((s := reading.sentences[i]).words))
    return next((m for s in leading if (m := _marked(s) or _brought_in(s) or _asked_of(s)) is not None), None)


def _asked_of(sentence: Sentence) -> int | None:
    """ "And the first text of all?", "And the other one?": another than that of which was told."""
    if not sentence.question or len(sentence.chunks) > LONGEST_QUESTION or "who" in sentence.words:
        return None  # "And who was the other one?": a member
    for before, chunk in pairwise(sentence.chunks):
        told_apart = before.lower.split()[-1] in ("first", "last", "other", "next", "earlier", "previous", "one")
        if told_apart and (chunk.has("text", "vote_noun") or chunk.lower in ("one", "before", "ever")):
            return chunk.start
        if is_demonym(before) and (chunk.has("text") or chunk.lower == "one"):
            return chunk.start  # "And the Russian one?"
    return None


def _brought_in(sentence: Sentence) -> int | None:
    """ "Then came the Russian paper", "Next up was France's draft": a text that has its turn after another."""
    if "text" not in sentence.kinds or sentence.words.isdisjoint(HAD_ITS_TURN):
        return None
    at = next((i for i, c in enumerate(sentence.chunks) if c.has("text") and authored(sentence, i)), None)
    return sentence.chunks[at].start if at is not None else None


def _marked(sentence: Sentence, claim: VoteClaim | None = None) -> int | None:
    found: int | None = None
    end = claim.end if claim is not None else None
    apart = "text" in sentence.kinds or not sentence.words.isdisjoint(SET_APART | OF_SEVERAL)
    for at, chunk in enumerate(sentence.chunks if apart else ()):
        if end is not None and chunk.start >= end:
            break
        entry = chunk.get("text") if "text" in chunk.kinds else _procedural(chunk)
        if found is not None and at and sentence.chunks[at - 1].has("member") and (entry or chunk.lower == "one"):
            # "Its own had seven votes; the American one had thirteen"
            found = chunk.start
        if entry is None:
            if _its_own(sentence.chunks, at) and not (claim is not None and set_off(sentence, chunk, claim.end, claim)):
                found = chunk.start
            continue
        before = sentence.chunks[max(0, at - 4) : at]
        after = [c.lower for c in sentence.chunks[at + 1 : at + 4]]
        ordinal = any(c.number is not None and c.number.ordinal and c.number.value > 1 for c in before)
        # "It was the ninth such resolution" is said of the one spoken of
        ordinal = ordinal and not any(c.has("be") for c in before)
        owned = after[:1] == ["of"] and any("own" in word.split() for word in after)
        authored = _of_its_own_making(sentence.chunks, at)
        other = bool(before) and before[-1].lower.split()[-1] == "other" and not chunk.lower.endswith("s")
        said_of_it = _said_of_it(sentence.chunks, at)
        told_apart = (entry.value == "rival" or _told_apart(before)) and not said_of_it
        if told_apart or ordinal or owned or authored or other:
            if claim is not None and set_off(sentence, chunk, claim.end, claim):
                continue  # "Brazil, whose own text had been vetoed in May, abstained"
            found = chunk.start
    return found


def _procedural(chunk: Chunk) -> Entry | None:
    """ "A second, procedural motion": a text like any other."""
    return chunk.get("uncovered") if chunk.lower in ("procedural motion", "procedural vote") else None


CAST = ("veto", "no", "abstention", "vote", "hand")
"""What a member has of its own that is no text."""


def _its_own(chunks: list[Chunk], at: int) -> bool:
    """ "Russia vetoed it; its own got two votes", "the second got two": a text that is not named again."""
    number = chunks[at].number
    if number is not None and number.ordinal and 1 < number.value < FEW and at + 1 < len(chunks):
        # "Two texts failed: the first was vetoed, the second got two votes"
        subject = at == 0 or not chunks[at - 1].is_word or chunks[at - 1].lower in ("the", "a", "and")
        goes_on = chunks[at + 1]
        return subject and goes_on.has("be", "have", "obtain") and not goes_on.lower.endswith("ing")
    if at < 2 and says_of_them(chunks, at):
        # "It was the twelfth on the crisis. The first of them had fourteen votes"
        return chunks[at].lower.split()[-1] in ("first", "last", "second", "third")
    if chunks[at].lower in OF_SEVERAL:
        # "The weakest had twelve in favour; the two toughest had nine"
        opens = at > 0 and any(c.lower.split()[0] == "the" for c in chunks[max(0, at - 2) : at])
        return opens and at + 1 < len(chunks) and chunks[at + 1].has("be", "have", "obtain")
    if chunks[at].lower in ("theirs", "ours", "hers"):
        # "Theirs got three, their own and China's"
        begins = at == 0 or not chunks[at - 1].is_word or chunks[at - 1].has("and", "but")
        if len(chunks) <= FEW and chunks[0].lower in HAD_ITS_TURN and not any(map(finite, chunks)):
            return True  # "Then ours."
        return begins and at + 1 < len(chunks) and chunks[at + 1].has("obtain", "be")
    if chunks[at].lower == "rival":
        # "The American text was vetoed and the Russian rival won four votes"
        following = chunks[at + 1] if at + 1 < len(chunks) else None
        said = following is not None and (finite(following) or following.has("be", "have", "obtain"))
        inserted = following is not None and following.text == "," and chunks[at - 1].has("member")
        return said or inserted or (following is not None and following.lower in ("from", "of", "by"))
    if chunks[at].lower == "own" and at > 1 and chunks[at - 1].lower in ("'s", "'") and chunks[at - 2].has("member"):
        # "1) the American one: nine for. 2) Moscow's own. Five for, …"
        had_its_turn = any(c.lower in HAD_ITS_TURN for c in chunks[:at])  # "Then came Russia's own, for a year more."
        return had_its_turn or (len(chunks) <= FEW + 1 and not any(finite(c) or c.has("be") for c in chunks))
    if chunks[at].lower != "own" or not at or chunks[at - 1].lower not in ("its", "their", "his", "her", "our"):
        return False
    if at > 2 and chunks[at - 2].lower == "of" and chunks[at - 3].lower.split()[-1] in CAST:
        return False  # "added a veto of its own"
    if at + 1 < len(chunks) and chunks[at + 1].lower == "one":
        at += 1
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if at > 1 and chunks[at - 2].lower == "of" and following is not None and following.text == ",":
        # "Brought out a wheeze of their own, which got four votes"
        return True
    if following is None or not following.is_word:
        # "Then Norway put its own.", "they had their own, that day"
        return any(c.lower in PUT or c.has("have") for c in chunks[max(0, at - FEW) : at])
    behind = chunks[at + 1 : at + 5]
    verb = next((i for i, c in enumerate(behind) if c.has("be", "have", "obtain") or finite(c) or not c.is_word), None)
    return verb is not None and behind[verb].is_word


def _said_of_it(chunks: list[Chunk], at: int) -> bool:
    """ "It is the fourth resolution on the war", "this was its third text", "it was Cuba's own": what the one spoken of
    is; not "it was the second text that passed".
    """
    be = next((i for i in range(at - 1, max(at - FEW, 0), -1) if chunks[i].has("be")), 0)
    told = [c for c in chunks[be:at] if c.lower not in ("'s", "'")]
    if not be or not chunks[be - 1].has("pronoun_text") or any(not c.is_word for c in told):
        return False
    ranked = any(c.number is not None and c.number.ordinal for c in chunks[be:at])
    owned = len(told) < at - be
    return (ranked or owned) and not any(c.lower in ("that", "which") for c in chunks[at + 1 : at + 2])


def _told_apart(before: list[Chunk]) -> bool:
    return any(c.lower.split()[-1] in OTHER_TEXT for c in before)


def _of_its_own_making(chunks: list[Chunk], at: int) -> bool:
    """ "Abstained on the paper it had brought", "on the text that it had itself tabled": its own."""
    behind = chunks[at + 1 : at + 6]
    pronoun = next((i for i, c in enumerate(behind[:2]) if c.lower in ("it", "they", "he", "she", "we")), None)
    if pronoun is None or any(c.has("vote", "abstention_noun") for c in behind):
        return False
    return any(c.verb("sponsor") is not None for c in behind[pronoun + 1 :]) and any(
        c.lower in PLUPERFECT for c in behind[pronoun + 1 : pronoun + 2]
    )


def pluperfect(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether "had" stands before another verb: "had abstained", not "had nine votes"."""
    if chunks[at].lower not in PLUPERFECT:
        return False
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    return behind is None or (behind.cardinal is None and behind.lower.split()[0] not in OWNED)


def walked_out_then(sentence: Sentence, place: int) -> bool:
    """ "He'd walked out in January": of a time before that of the vote told of beside it."""
    chunks = sentence.chunks
    first = next((i + 1 for i in range(place - 1, -1, -1) if chunks[i].text in ",;:—"), 0)
    voted = any(c.has("vote_noun", "veto_noun", "text", "council", "assembly") for c in chunks)
    return not voted and any(pluperfect(chunks, at) for at in range(first, place))


def called_by(sentence: Sentence, claim: VoteClaim) -> frozenset[str]:
    """What "the Afghan text", "the draft on sanctions" is called where the claim's clause speaks of one text."""
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        if not claim.start <= chunk.start < claim.end or chunk.get("text") is None:
            continue
        first = next((i for i in range(at - 1, max(at - LONGEST_HEAD, -1), -1) if not chunks[i].is_word), -1) + 1
        opening = next((i for i in range(first, at) if chunks[i].lower == "the"), None)
        return frozenset(c.lower for c in chunks[opening + 1 : at]) if opening is not None else frozenset()
    return frozenset()


def owner(sentence: Sentence, claim: VoteClaim | None = None) -> frozenset[str]:
    """Whose text a claim is about, or a sentence speaks of, by a possessive that no sponsorship tells: "Washington's
    got one", "Blinken's draft"; codes, or a surname that no table knows.
    """
    chunks = sentence.chunks
    if claim is not None and (voted_on := _voted_on_whose(chunks, claim)):
        return voted_on
    if claim is not None and (author := _put_by(chunks, claim) or _of_the_one(chunks, claim)):
        return author
    end = claim.end if claim is not None else chunks[-1].end
    for at in range(len(chunks) - 2, 0, -1):
        # the nearest: "America's got ten, while Russia's, for six months, got two; three were against"
        if chunks[at].lower not in ("'s", "'") or chunks[at].start >= end:
            continue
        name = chunks[at - 1]
        if name.has("member") and _fares(chunks, at + 1) and _begins(chunks, at - 2):
            entry = name.get("member")
            return frozenset(alias.code for alias in entry.aliases) if entry is not None else frozenset()
        if not name.entries and name.text.istitle() and name.date is None and _a_draft(chunks, at + 1):
            return frozenset((f"{SURNAME}{name.lower}",))
    return frozenset()


ON = frozenset({"on", "over", "for", "against", "from"})
"""Words between how members voted and whose text it was."""


def _put_by(chunks: list[Chunk], claim: VoteClaim) -> frozenset[str]:
    """ "On the earlier one, put by Norway, Belgium was against": who put what stands for a text."""
    for at in range(1, len(chunks) - 1):
        if chunks[at].start >= claim.start and chunks[at].start < claim.end:
            break
        put = chunks[at].lower == "by" and chunks[at - 1].lower in PUT_BY
        name = chunks[at + 1 + chunks[at + 1].has("determiner")] if put and at + 2 < len(chunks) else None
        if name is not None and (entry := name.get("member")) is not None and chunks[at].start < claim.start:
            return frozenset(alias.code for alias in entry.aliases)
    return frozenset()


def _of_the_one(chunks: list[Chunk], claim: VoteClaim) -> frozenset[str]:
    """ "Two drafts failed: the American, vetoed by two, and the Russian, which got four": whose text is told of."""
    first = next((i for i, c in enumerate(chunks) if c.start >= claim.start), 0)
    if first < 4 or chunks[first - 1].text != "," or not any(c.has("text") for c in chunks[: first - 3]):
        return frozenset()
    name = chunks[first - 2].get("member")
    whose = name is not None and name.form == "demonym" and chunks[first - 3].lower == "the"
    if name is None or not whose:
        return frozenset()
    opens = chunks[first].has("relative") or any(c.lower == "by" for c in chunks[first + 1 : first + 2])
    return frozenset(alias.code for alias in name.aliases) if opens else frozenset()


PUT_BY = _WORDS["put_by"]


def _voted_on_whose(chunks: list[Chunk], claim: VoteClaim) -> frozenset[str]:
    """ "Brazil abstained on Malta's and voted for Norway's": whose text the words of a position end with."""
    for at in range(len(chunks) - 1, 1, -1):
        if chunks[at].start > claim.end + 1 or chunks[at].lower not in ("'s", "'"):
            continue
        name = chunks[at - 1].get("member")
        if chunks[at].start < claim.start or name is None:
            return frozenset()
        before = at - 2
        while before > 0 and chunks[before].has("determiner"):
            before -= 1
        bare = at + 1 >= len(chunks) or not chunks[at + 1].is_word or chunks[at + 1].has("and", "but")
        if bare and isinstance(claim, Position) and chunks[before].lower in ON:
            return frozenset(alias.code for alias in name.aliases)
        return frozenset()
    return frozenset()


ASIDE = 8
"""Chunks that may stand between whose text it is and how it did."""
SURNAME = "surname:"
BEFORE_OWNER = frozenset({"then", "came", "next", "followed", "while", "whereas", "was", "by", "for"})
"""Words in front of whose text had its turn: "then came Malta's: twelve for"."""


NEXT = frozenset({"next", "second", "third", "last"})
"""What a text was whose turn had come."""


def _fares(chunks: list[Chunk], at: int) -> bool:
    """Whether what follows says how a text did, or that its turn had come: "(Washington's) got one", "(Malta's): twelve
    for", "(Moscow's) was next", "as for (Moscow's)".
    """
    if at + 1 >= len(chunks) or chunks[at].text in ".?":
        # "Next was Moscow's.", not "Then it put its own text, which got two votes, its own and China's."
        beside = at > 3 and chunks[at - 3].has("and") and chunks[at - 4].lower == "own"
        return not beside and (chunks[at].text == "?" or any(c.lower in HAD_ITS_TURN for c in chunks[: at - 1]))
    if chunks[at].lower == "turn":
        return chunks[at + 1].lower != "to"  # "then it was Mugabe's turn to be spared": no text of his
    if chunks[at].has("be") and chunks[at + 1].lower in NEXT:
        return True
    if chunks[at].text == "," and [c.lower for c in chunks[:2]] == ["as", "for"] and at < FEW:
        return True
    mark = chunks[at].text in ":,–—(" and at + 1 < len(chunks) and chunks[at + 1].cardinal is not None
    if chunks[at].text == "," and not mark:
        # "the United States', on 30 October, had got thirteen"
        closed = next((i for i in range(at + 2, min(at + ASIDE, len(chunks) - 1)) if chunks[i].text == ","), None)
        return closed is not None and chunks[closed + 1].has("obtain", "have")
    return chunks[at].has("obtain") or mark


def _begins(chunks: list[Chunk], before: int) -> bool:
    """Whether whose text it is opens its clause; `before` is where what stands in front of the name is."""
    while before >= 0 and chunks[before].has("determiner"):
        before -= 1
    return (
        before < 0
        or not chunks[before].is_word
        or chunks[before].has("and", "but")
        or (chunks[before].lower.split()[-1] in BEFORE_OWNER)
    )


def _a_draft(chunks: list[Chunk], at: int) -> bool:
    """Whether a text is named within a few words: "(Haley's) Hamas resolution"."""
    for chunk in chunks[at : at + FEW - 1]:
        if (entry := chunk.get("text")) is not None:
            return entry.value in ("draft", "resolution")
        if not chunk.is_word or chunk.has("verb", "be", "have", "preposition", "member"):
            return False
    return False


def introduced(sentence: Sentence) -> bool:
    chunks = sentence.chunks[_after_the_time(sentence.chunks) :]
    if not chunks or chunks[0].lower not in ("a", "an", "another"):
        return False
    for chunk in chunks[1:LONGEST_HEAD]:
        if (entry := chunk.get("text")) is not None:
            return entry.value in ("draft", "resolution", "rival") or chunk.lower in TEXT_WORDS
        if not chunk.is_word or chunk.has("be", "have", "relative", "council", "assembly") or chunk.date is not None:
            return False  # "a unanimous Council agreed the text"
    return False


def _after_the_time(chunks: list[Chunk]) -> int:
    """Where a sentence begins behind words that only say when: "An hour later", "On the same day,", "Then"."""
    for at, chunk in enumerate(chunks[:LONGEST_HEAD]):
        if chunk.lower.split()[-1] in LATER or (chunk.date is not None and at < 3):
            return at + 2 if at + 1 < len(chunks) and chunks[at + 1].text == "," else at + 1
        if not chunk.is_word or finite(chunk) or chunk.has("member", "text"):
            return 0
    return 0


def order(sentence: Sentence, claim: VoteClaim) -> tuple[int, ...]:
    chunks = sentence.chunks
    for at in range(len(chunks) - 1, -1, -1):
        number = chunks[at].number
        if chunks[at].start >= claim.end or number is None or not number.ordinal or not 1 <= number.value < FEW:
            continue
        if at == 0 or not (chunks[at - 1].lower == "the" or chunks[at].lower.startswith("the ")):
            continue
        many = chunks[at + 1].cardinal if at + 1 < len(chunks) else None
        place = at + 1 + (many is not None)
        while place < len(chunks) and chunks[place].has("member", "prefix"):
            place += 1
        following = chunks[place] if place < len(chunks) else None
        # "On the second the Americans abstained"
        leads = at > 1 and chunks[at - 2].lower == "on" and (at == 2 or not chunks[at - 3].is_word)
        if (
            leads
            or following is None
            or following.has("text", "vote_noun", "be", "have", "obtain")
            or not following.is_word
        ):
            first = int(number.value)
            return tuple(range(first, first + (many or 1)))
    return ()
