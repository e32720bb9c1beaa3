"""Which of the resolutions and drafts that a sentence cites a claim is about.

A text cited earlier in the sentence is the claim's, unless the claim names another: "it abstained on resolution 2728,
having vetoed an Algerian draft the month before".
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Position, Reference, Sponsor, Tally, VoteClaim
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.citations import Cited
from onrecord.reading.extract.reference_words import once_did
from onrecord.reading.parsed import Sentence, finite
from onrecord.reading.read import Reading
from onrecord.reading.table import word_sets

TURNS = ("but", "while", "whereas")
APART = (*TURNS, "after", "before", "since", "than", "unlike", "like", "until", "though", "although", "having")
"""Words behind which another text may be meant than the one before them."""
COMPARED = ("since", "unlike", "than")
OWN = ("council", "security council", "general assembly", "assembly", "un", "'s", "old", "infamous", "notorious")
"""What may stand between a verb and the text it is done to: "repealed the Assembly's old resolution 3379"."""
DONE_BY = ("by", "in", "through", "with")
JOINED = ("and", "then")
BACK = ("had", "has")
RUN = 6
"""Characters between two symbols that are named together: "resolutions 1737 and 1747"."""
TEXT_VALUES = ("draft", "resolution", "amendment", "rival")
_WORDS = word_sets("thread_words.csv", "checking")
TEXT_WORDS = _WORDS["text"]
INDEFINITE = ("a", "an", "another", "two", "three", "both", "several")
SAME_THING = _WORDS["same_thing"]
ACTED_ON = _WORDS["acted_on"]
PHRASE = 5
"""Chunks before a noun in which its article and its author stand."""


@dataclass(frozen=True, slots=True)
class OtherText:
    """A text that a claim names beside the one cited."""

    place: int
    """Where its noun stands."""
    indefinite: bool
    """ "An Algerian draft", surely another; "the Algerian draft" may be the one cited after all."""


def chunks_of(sentence: Sentence, claim: VoteClaim) -> list[Chunk]:
    return between(sentence, claim.start, claim.end)


def between(sentence: Sentence, start: int, end: int) -> list[Chunk]:
    return [c for c in sentence.chunks if start <= c.start < end]


def only_symbol(reading: Reading, index: int) -> tuple[str, ...]:
    """The one text that a sentence without claims of its own cites."""
    cited = reading.cited[index]
    if len(cited) != 1 or _compared(reading.sentences[index], cited[0]):
        return ()  # "the first on settlements since resolution 465"
    return (cited[0].symbol,)


def symbols_of(reading: Reading, claim: VoteClaim) -> tuple[str, ...]:
    """What the claim's sentence cites as the text that the claim is about."""
    if isinstance(claim, Reference):
        return (claim.symbol,)
    cited, sentence = reading.cited[claim.sentence], reading.sentences[claim.sentence]
    if not cited:
        return ()
    dated = any(c.date is not None for c in chunks_of(sentence, claim))
    if isinstance(claim, Position) and claim.noun and dated:
        return ()
    inside = [c for c in cited if claim.start <= c.start < claim.end]
    if len(inside) > 1 and isinstance(claim, Position):
        inside = [c for c in inside if not _of_another_act(reading, claim, c, inside[-1])] or inside
    if len(inside) == 1 and _did_otherwise_with(reading, claim, inside[0]):
        return ()
    compared = [c for c in inside if _compared(sentence, c) and not _opens(sentence, claim, c)]
    if compared and len(compared) == len(inside):
        return ()
    if inside and not isinstance(claim, Sponsor):
        inside = [c for c in inside if not _acted_on(sentence, claim, c)]
        if not inside:
            return ()
    if inside:
        return () if _another(sentence, claim, inside[-1]) is not None else tuple(c.symbol for c in inside)
    before = [c for c in cited if c.end <= claim.start]
    return _before(sentence, claim, before, len(cited)) if before else _behind(sentence, claim, cited, dated)


def _of_another_act(reading: Reading, claim: Position, cited: Cited, last: Cited) -> bool:
    """ "Abstained on resolution 478 and voted for 487": what the first verb was done on, in the words of the second.

    "Vetoed S/2023/970 and abstained on 2720, like Russia": what others did too was done on the last.
    """
    return any(
        isinstance(other, Position)
        and other.start <= cited.start < other.end < claim.end
        and other.start >= claim.start
        and not (other.choice == claim.choice and other.members != claim.members and last.start < other.end)
        for other in reading.claims_in(claim.sentence)
    )


def _did_otherwise_with(reading: Reading, claim: VoteClaim, cited: Cited) -> bool:
    """ "Voted for resolution 502, and then in June abstained on the ceasefire", "… and tabled a text of its own": on
    what is cited whoever it was did the first of these.
    """
    if not isinstance(claim, Position | Sponsor) or claim.negated:
        return False
    choice = claim.choice if isinstance(claim, Position) else ""
    return any(
        isinstance(other, Position)
        and other.members == claim.members
        and other.choice != choice
        and other.start == claim.start
        and cited.start < other.end < claim.end
        and not other.negated
        for other in reading.claims_in(claim.sentence)
    )


def _before(sentence: Sentence, claim: VoteClaim, before: list[Cited], cited: int) -> tuple[str, ...]:
    gap = between(sentence, before[-1].end, claim.start)
    texts = (c.get("text") for c in chunks_of(sentence, claim))
    if any(entry is not None and entry.value == "rival" for entry in texts):
        return ()  # "Yemen opposed 666; Havana's counter-proposal got three votes"
    if cited > 1 and any(c.text == ";" or c.lower in TURNS for c in gap):
        return ()
    if _another(sentence, claim, before[-1]) is not None or _dated_apart(sentence, claim, before[-1]):
        return ()
    led = [*gap, *chunks_of(sentence, claim)[:1]]
    related = any(c.has("relative") for c in led) and not any(map(finite, gap))
    if _compared(sentence, before[-1]) and not related:
        return ()
    if isinstance(claim, Position) and claim.choice == "veto" and _of_what_was_vetoed(gap, before[-1]):
        return ()
    run = [before[-1]]
    for one in reversed(before[:-1]):
        if run[0].start - one.end <= RUN:
            run.insert(0, one)
    return tuple(c.symbol for c in run)


def _within_another(reading: Reading, claim: Position) -> bool:
    """ "Abstained on the truce that London vetoed": what says which text another position was on."""
    return any(
        isinstance(o, Position) and o is not claim and o.start <= claim.start < o.end and not symbols_of(reading, o)
        for o in reading.claims_in(claim.sentence)
    )


def _of_what_was_vetoed(gap: list[Chunk], cited: Cited) -> bool:
    """ "Resolution 502 came before the truce that Mrs Thatcher vetoed": no resolution was."""
    relative = next((i for i, c in enumerate(gap) if c.has("relative")), None)
    if relative is None or not cited.symbol.startswith("S/RES/"):
        return False
    return relative > 1 and gap[relative - 1].is_word and any(c.has("determiner") for c in gap[:relative])


def set_beside(reading: Reading, claim: VoteClaim, symbols: tuple[str, ...]) -> bool:
    """ "Unlike resolution 2417, …": whether the texts are those that the sentence sets its own beside."""
    told = [c for c in reading.cited[claim.sentence] if c.symbol in symbols]
    return bool(told) and all(_compared(reading.sentences[claim.sentence], c) for c in told)


def _opens(sentence: Sentence, claim: VoteClaim, cited: Cited) -> bool:
    """Whether the claim begins with the text: "unlike | resolution 2417, which was unanimous"."""
    if not all(c.has("text", "cite", "determiner") for c in between(sentence, claim.start, cited.start)):
        return False
    behind = [c for c in between(sentence, cited.end, claim.end) if c.is_word and c.date is None and c.lower != "of"]
    return bool(behind) and (behind[0].has("relative") or behind[0].verb("adopt", "pass") is not None)


def beside_cited(reading: Reading, claim: VoteClaim) -> bool:
    """Whether all that the claim's sentence cites is set beside what it tells of."""
    cited = reading.cited[claim.sentence]
    if isinstance(claim, Reference) or not cited:
        return False
    return all(_compared(reading.sentences[claim.sentence], c) for c in cited)


def _compared(sentence: Sentence, cited: Cited) -> bool:
    """What the claim's text is set beside: "not since resolution 45", "the panel set up under resolution 1874"."""
    chunks = sentence.chunks
    first = cited.first
    while first > 0 and chunks[first - 1].has("text", "cite"):
        first -= 1
    if first == 0:
        return False
    word, before = chunks[first - 1].lower, chunks[max(0, first - 6) : first - 1]
    following = chunks[cited.last + 1 : cited.last + 4]
    if word == "as":
        # "Adopted as resolution 2231" is the text's own number, "as resolution 2231 demands" another's.
        goes_on = [c for c in following if c.is_word and c.date is None and c.lower != "of"]
        return not any(c.verb("adopt") for c in before) and bool(goes_on)
    undated = [c for c in before if c.date is None and not (c.has("preposition") and c.lower in ("in", "on", "since"))]
    if word == "under" and any(c.has("verb") for c in undated[-2:]):
        return not any(c.has("be", "have") for c in before[-4:])
    return word in COMPARED or (word in DONE_BY and _what_it_did(chunks, first - 1, cited.last + 1))


def _acted_on(sentence: Sentence, claim: VoteClaim, cited: Cited) -> bool:
    """ "Resolution 3379 was repealed in 1991 by 111 votes to 25", "renewed resolution 2672, 13 to two": what is told is
    of the text that did so.
    """
    chunks = sentence.chunks
    first = cited.first
    while first > 0 and (chunks[first - 1].has("text", "cite", "determiner") or chunks[first - 1].lower in OWN):
        first -= 1
    if first > 0 and chunks[first - 1].lower in ACTED_ON and chunks[first - 1].start >= claim.start:
        return True
    for at in range(cited.last + 1, len(chunks)):
        if chunks[at].start >= claim.end or chunks[at].text in ";:—–" or chunks[at].has("text", "cite"):
            return False
        if chunks[at].lower in ACTED_ON:
            return any(c.has("be") for c in chunks[max(cited.last + 1, at - 3) : at])
    return False


def _what_it_did(chunks: list[Chunk], by: int, behind: int) -> bool:
    """ "Ended the sanctions imposed in 2017 by resolution 2374": what is told of is only what that text once did."""
    did = once_did(chunks, by)
    return did is not None and any(map(finite, (*chunks[:did], *chunks[behind : behind + 1])))


def of_an_older_text(reading: Reading, claim: VoteClaim) -> bool:
    """Whether a sentence that is dated otherwise only mentions a text cited: "yesterday the embargo, in force since
    resolution 2374 of 2017, ran out".
    """
    if not isinstance(claim, Reference):
        return False
    sentence = reading.sentences[claim.sentence]
    cited = next((c for c in reading.cited[claim.sentence] if c.symbol == claim.symbol), None)
    if cited is None or not _compared(sentence, cited):
        return False
    if any(other.start >= claim.end for other in reading.claims_in(claim.sentence)):
        return False  # "endorsed by resolution 2231, which the Council passed without a vote against"
    apart = (c.date for c in sentence.chunks if not claim.start <= c.start < claim.end)
    return any(date is not None and date.role == "at" for date in apart)


def _behind(sentence: Sentence, claim: VoteClaim, cited: list[Cited], dated: bool) -> tuple[str, ...]:
    """The one text cited behind the claim, where the claim names none itself that is another."""
    if isinstance(claim, Sponsor) or len(cited) > 1:
        return ()
    gap = between(sentence, claim.end, cited[0].start)
    # "hours later it voted unanimously for resolution 2094" goes on to what was voted for
    if (dated and not _joined_by_for(gap)) or _compared(sentence, cited[0]):
        return ()
    if (
        isinstance(claim, Position)
        and gap
        and gap[0].has("and")
        and chunks_of(sentence, claim)[-1].lower.split()[-1] == "it"
    ):
        if any(c.verb("abstain", "vote", "veto", "yes", "no") is not None for c in gap):
            return ()  # "Opposed it and abstained on resolution 2728": on what was told of before
    if isinstance(claim, Position | Tally) and _goes_on_to_write(gap):
        return ()
    if any(c.text in ";—" or (c.has("but") and c.lower != "when") for c in gap):
        return ()  # "it stayed away when 1402 was adopted" is of that
    if any(c.has("and") and any(d.date is not None for d in gap[at + 1 : at + 1 + SOON]) for at, c in enumerate(gap)):
        return ()  # "vetoed a renewal (13-2), and in January it was cut by half: resolution 2504"
    return () if _another(sentence, claim, cited[0]) is not None else (cited[0].symbol,)


def _goes_on_to_write(gap: list[Chunk]) -> bool:
    """ "Chad abstained, and it wrote resolution 2735 itself": a clause of its own about another text."""
    at = next((i for i, c in enumerate(gap) if c.has("and")), len(gap))
    wrote = next((i for i, c in enumerate(gap) if i > at and c.verb("sponsor", "cosponsor") is not None), None)
    return wrote is not None and not any(c.has("relative") or c.text == "," for c in gap[at:wrote])


def _joined_by_for(gap: list[Chunk]) -> bool:
    return bool(gap) and all(c.date is None and c.has("preposition", "determiner", "cite", "council") for c in gap)


SOON = 3
"""Chunks from "and" to the time with which another clause begins."""


def other_text(reading: Reading, claim: VoteClaim) -> OtherText | None:
    """The text that the claim names, where it is another than the one that its sentence cites."""
    cited, sentence = reading.cited[claim.sentence], reading.sentences[claim.sentence]
    if isinstance(claim, Reference) or not cited:
        return None
    before = [c for c in cited if c.start < claim.end]
    if before and isinstance(claim, Position) and claim.choice == "veto":
        gap = between(sentence, before[-1].end, claim.start)
        if _of_what_was_vetoed(gap, before[-1]) and not _within_another(reading, claim):
            return OtherText(gap[-1].start, True)
    return _another(sentence, claim, before[-1] if before else cited[0])


def _another(sentence: Sentence, claim: VoteClaim, cited: Cited) -> OtherText | None:
    """Behind a citation "an Algerian draft", "the American text"; in front of one the same, where words divide them."""
    for at in _texts(sentence, max(_antecedent(sentence, claim), cited.end), claim.end):
        if _same_thing(sentence, at, cited):
            continue
        place, indefinite = sentence.chunks[at].start, _indefinite(sentence, at)
        if indefinite or (authored(sentence, at) and _divided(between(sentence, cited.end, place), BACK)):
            return OtherText(place, indefinite)
    joined = JOINED if claim.end <= cited.start else ()
    for at in _texts(sentence, claim.start, min(claim.end, cited.start)):
        place, indefinite = sentence.chunks[at].start, _indefinite(sentence, at)
        if (indefinite or authored(sentence, at)) and _divided(between(sentence, place, cited.start), joined):
            return OtherText(place, indefinite)
    return None


def _divided(gap: list[Chunk], words: tuple[str, ...]) -> bool:
    return any(
        c.text == ";" or c.lower in APART or c.lower in words or (c.date is not None and c.date.from_elsewhere)
        for c in gap
    )


def _dated_apart(sentence: Sentence, claim: VoteClaim, cited: Cited) -> bool:
    """Whether the claim gives a day of its own, and the citation has another or stands in another clause."""
    theirs = _dates_of(sentence, cited)
    gap = between(sentence, cited.end, claim.start)
    own = [c for c in chunks_of(sentence, claim) if c.date is not None and c.date.role == "at" and c not in theirs]
    own += [c for c in gap if c.date is not None and c.date.role == "at" and c not in theirs]
    if any(a_while_later(c.date) for c in gap):
        return True
    if not own:
        return False
    dated = own[0].date is not None and own[0].date.form in ("calendar", "weekday", "day")
    if own[0].date is not None and own[0].date.year and own[0] in gap and any(c.has("and") for c in gap):
        return True  # "1368 had been unanimous, and only once, in September 2007, did Russia abstain"
    return (dated and bool(theirs)) or any(c.text == ";" or c.lower in TURNS for c in gap)


def dates_of_others(reading: Reading, claim: VoteClaim, symbols: tuple[str, ...]) -> list[Chunk]:
    """The days that belong to texts cited in the claim's sentence which the claim is not about."""
    sentence = reading.sentences[claim.sentence]
    others = (c for c in reading.cited[claim.sentence] if c.symbol not in symbols)
    return [dated for cited in others for dated in _dates_of(sentence, cited)]


def _dates_of(sentence: Sentence, cited: Cited) -> list[Chunk]:
    """The day behind a citation in its own clause: "resolution 2728, adopted on 25 March,"."""
    found: list[Chunk] = []
    for at, chunk in enumerate(sentence.chunks[cited.last + 1 :], cited.last + 1):
        if chunk.has("and") and _goes_on_then(sentence.chunks[at + 1 : at + 4]):
            break
        if chunk.text == ";" or chunk.lower in APART or chunk.has("text") or a_while_later(chunk.date):
            break
        if chunk.date is not None:
            found.append(chunk)
            break
    return found


def _goes_on_then(behind: list[Chunk]) -> bool:
    """ "… resolution 502, and then in June abstained", "… 502 and in June voted"."""
    words = [c.lower for c in behind]
    return words[:1] == ["then"] or (words[:1] in (["in"], ["on"]) and behind[1:] != [] and behind[1].date is not None)


def a_while_later(mention: DateMention | None) -> bool:
    """ "We said yes to 502, and two months later Paris vetoed another": when something else happened."""
    return mention is not None and mention.form == "distance" and mention.step > 0 and mention.from_context


def _calendar(chunk: Chunk) -> bool:
    return chunk.date is not None and chunk.date.form == "calendar"


def _antecedent(sentence: Sentence, claim: VoteClaim) -> int:
    """Where the claim's words begin, with the noun that a relative clause says it of: "a text that they vetoed"."""
    at = next((i for i, c in enumerate(sentence.chunks) if c.start >= claim.start), None)
    if not at or not any(c.has("relative") for c in sentence.chunks[at - 1 : at + 1]):
        return claim.start
    return sentence.chunks[max(0, at - PHRASE)].start


def _texts(sentence: Sentence, start: int, end: int) -> list[int]:
    """Places of the nouns for a text."""
    return [
        at
        for at, chunk in enumerate(sentence.chunks)
        if start <= chunk.start < end
        and (entry := chunk.get("text")) is not None
        and (entry.value in TEXT_VALUES or chunk.lower in TEXT_WORDS)
    ]


def _head(sentence: Sentence, at: int) -> list[Chunk]:
    """What stands before a noun in its own phrase, from its article on."""
    found: list[Chunk] = []
    for chunk in reversed(sentence.chunks[max(0, at - PHRASE) : at]):
        if (
            not chunk.is_word
            or chunk.has("preposition", "relative", "be", "have")
            or chunk.verb("veto", "yes", "no", "abstain")
        ):
            break
        found.insert(0, chunk)
        if chunk.has("determiner"):
            break
    return found


def _indefinite(sentence: Sentence, at: int) -> bool:
    """Whether the noun at `at` is that of "a text", "an Algerian draft"."""
    return any(c.lower.split()[0] in INDEFINITE for c in _head(sentence, at)[:1])


def authored(sentence: Sentence, at: int) -> bool:
    return any(c.has("member", "members", "group", "prefix") for c in _head(sentence, at))


def _same_thing(sentence: Sentence, at: int, cited: Cited) -> bool:
    """Whether the noun says what the number is: "2728, a text of the elected ten,", "2728 was an Algerian draft"."""
    head = _head(sentence, at)
    first = head[0].start if head else sentence.chunks[at].start
    gap = between(sentence, cited.end, first)
    while gap and (not gap[0].is_word or _calendar(gap[0]) or gap[0].lower == "of"):
        gap = gap[1:]
    return not gap or gap[-1].has("be") or gap[-1].lower in SAME_THING
