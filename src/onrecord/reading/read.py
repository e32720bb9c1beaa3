"""Read a text: sentences, mentions, claims, layer by layer; knows names from the record and nothing of verdicts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from onrecord.reading.another_body import another_body_acts
from onrecord.reading.asked_and_answered import told_together
from onrecord.reading.asked_of_members import said_of_them, said_without_a_verb
from onrecord.reading.attribution import Quoted, may_report, quotations, reported_by
from onrecord.reading.chunks import Chunk, chunk
from onrecord.reading.claims.figure import Figure
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.claims.membership import Membership, Size
from onrecord.reading.claims.vote import Position, Tally, VoteClaim
from onrecord.reading.conditions import conditions, past_conditions
from onrecord.reading.date_grammar import may_stand_in
from onrecord.reading.dates import find_dates
from onrecord.reading.denying import corrected, may_deny, taken_back, turned
from onrecord.reading.extract.at_large import softened, softened_count, softened_outcome
from onrecord.reading.extract.citations import Cited, citations, numbers_named, perhaps_cited
from onrecord.reading.extract.context import note
from onrecord.reading.extract.contrasts import contrasts
from onrecord.reading.extract.counts import counts
from onrecord.reading.extract.denied_order import deny
from onrecord.reading.extract.extremes import habit, of_many_texts, of_so_many
from onrecord.reading.extract.generalisations import generalisations, narrowed, reserved
from onrecord.reading.extract.of_many import (
    COMPARED,
    EACH,
    NOTHING_ELSE,
    ONE_AFTER_ANOTHER,
    YEAR_BY_YEAR,
    alone_or_not,
    denied_of_all,
    every_year,
    how_often,
    since_then,
)
from onrecord.reading.extract.one_vote import one_votes, only_supposed
from onrecord.reading.extract.outcomes import outcomes
from onrecord.reading.extract.own_nation import Own, guessed, name_own, own_nation
from onrecord.reading.extract.position_apart import without_exceptions
from onrecord.reading.extract.position_fronted import region_opens
from onrecord.reading.extract.position_lists import headings, under_heading
from onrecord.reading.extract.position_scope import counts_a_part
from onrecord.reading.extract.positions import positions
from onrecord.reading.extract.reference_beside import dated_beside
from onrecord.reading.extract.references import references
from onrecord.reading.extract.sponsorship import sponsorships
from onrecord.reading.extract.sponsorship_gerunds import of_the_writing
from onrecord.reading.extract.standing import Restated, standing
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import of_whom_next
from onrecord.reading.extract.tallies import tallies
from onrecord.reading.extract.tally_or_position import counted_apart, told_by
from onrecord.reading.full_clauses import full_clauses
from onrecord.reading.lexicon import Lexicon
from onrecord.reading.naming import phrases
from onrecord.reading.normal import Normal, normalise
from onrecord.reading.numbers import NumberMention, find_numbers
from onrecord.reading.overlapping import (
    counts_both_sides,
    of_one_vote,
    of_the_text_voted_on,
    of_the_vote,
    overlaps,
    said_better,
    same_stretch,
)
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.phrasing import words_of
from onrecord.reading.questions import asks, asks_unmarked
from onrecord.reading.regions import KINDS_OF_STATE, counts_a_kind, counts_a_region
from onrecord.reading.sentences import sentences
from onrecord.reading.small_letters import capitalised, whispered
from onrecord.reading.speaker_labels import without_labels
from onrecord.reading.tags import tail

HEAD = 6_000
"""Characters at the beginning of a text that tell what it is about."""
NEAR = 4
"""Sentences behind one of another body's votes."""
NO_QUESTION = -9
"""In place of a sentence's number."""
_PARAGRAPH = re.compile(r"\n\s*\n")


@dataclass
class Reading:
    """What a text says, sentence by sentence, before anything is checked."""

    normal: Normal
    sentences: list[Sentence]
    phrases: list[list[Phrase]]
    """By sentence: whom it names."""
    cited: list[list[Cited]]
    """By sentence: which resolutions and drafts it cites."""
    bodies: list[str | None]
    """By sentence: `unsc` or `unga` where it names one."""
    claims: list[VoteClaim] = field(default_factory=list)
    """About votes."""
    standing: list[VoteClaim] = field(default_factory=list)
    """Figures, seats, rules and dates beside a number, which need no vote to be found for them."""
    quotations: list[Quoted] = field(default_factory=list)

    def claims_in(self, sentence: int) -> tuple[VoteClaim, ...]:
        """What a sentence says of votes, once all of the text is read."""
        return self._claims.get(sentence, ())

    @cached_property
    def _claims(self) -> dict[int, tuple[VoteClaim, ...]]:
        found: dict[int, tuple[VoteClaim, ...]] = {}
        for claim in self.claims:
            found[claim.sentence] = (*found.get(claim.sentence, ()), claim)
        return found

    def standing_in(self, sentence: int) -> tuple[VoteClaim, ...]:
        """What a sentence says of seats and figures, whose dates are no vote's."""
        return self._standing.get(sentence, ())

    @cached_property
    def _standing(self) -> dict[int, tuple[VoteClaim, ...]]:
        found: dict[int, tuple[VoteClaim, ...]] = {}
        for claim in self.standing:
            if isinstance(claim, Membership | Size | Figure) and not (isinstance(claim, Membership) and claim.loose):
                found[claim.sentence] = (*found.get(claim.sentence, ()), claim)
        return found

    @cached_property
    def head(self) -> list[str]:
        """The sentences whose subject is the document's."""
        return [sentence.text for sentence in self.sentences if sentence.start < HEAD]

    @cached_property
    def speaks_of_the_united_nations(self) -> bool:
        """Whether anything in the text says that its votes are the United Nations'."""
        return (
            any(self.bodies)
            or any(self.cited)
            or any(
                c.lower in ("un", "u.n.", "united nations")
                or ("text" in c.kinds and c.lower.startswith(("draft resolution", "resolution")))
                for s in self.sentences
                for c in s.chunks
            )
        )


def read(text: str, lexicon: Lexicon) -> Reading:
    """Every claim about votes in the text, in the order of the text."""
    normal = normalise(whispered(text), lexicon.names)
    plain = normal.text
    quoted = quotations(plain)
    reading = Reading(normal, [], [], [], [], quotations=quoted)
    discourse = Discourse()
    paragraph = 0
    previous = 0
    body = "unsc"
    known = numbers_named(plain)
    spans = without_labels(plain, sentences(plain), lambda words: _names_a_member(words, lexicon))
    for place, span in enumerate(spans):
        if _PARAGRAPH.search(plain, previous, span.start):
            paragraph += 1
        previous = span.end
        behind = spans[place + 1] if place + 1 < len(spans) else None
        asked_from = tail(plain[span.start : span.end], plain[behind.start : behind.end] if behind is not None else "")
        end = span.end if asked_from is None else span.start + asked_from
        whole = _sentence(plain, span.start, end, len(reading.sentences), paragraph, lexicon, quoted)
        for sentence in _parts(whole, plain, lexicon, quoted):
            named = _body(sentence)
            body = named or body
            reading.sentences.append(sentence)
            reading.phrases.append(phrases(sentence.chunks))
            reading.cited.append(citations(sentence, body, known))
            sure = (c.symbol[6:] for c in reading.cited[-1] if not c.alone)
            known = (*known, *(int(number) for number in sure if number.isdigit()))
            reading.bodies.append(named)
    restated = _restated(reading, lexicon)
    own = own_nation(reading.sentences, reading.phrases)
    discourse.own_sure = own is not None and own.sure
    listed = headings(reading.sentences, reading.phrases)
    for sentence, cited in zip(reading.sentences, reading.cited, strict=True):
        if sentence.index + 1 in listed and sentence.index not in listed and _a_label(sentence):
            continue
        if sentence.index in listed:
            reading.claims.extend(under_heading(sentence, reading.phrases[sentence.index], listed[sentence.index]))
            continue
        if own is not None and name_own(sentence, own):
            reading.phrases[sentence.index] = phrases(sentence.chunks)
        _claims(reading, sentence, reading.phrases[sentence.index], cited, discourse, own)
        if sentence.index in restated:
            _asked_and_answered(reading, restated[sentence.index], discourse)
        if sentence.index and taken_back(sentence, reading.sentences[sentence.index - 1]):
            reading.claims = [claim for claim in reading.claims if claim.sentence != sentence.index - 1]
    voted = any(isinstance(c, Position) and c.choice == "veto" for c in reading.claims) or (
        reading.speaks_of_the_united_nations and any(isinstance(c, Position | Tally) for c in reading.claims)
    )
    voted = voted or any(isinstance(c, Count | Generalisation) and c.acts.what == "veto" for c in reading.claims)
    told = [c for c in reading.claims if isinstance(c, Position) and c.members.named and not (c.loose or c.noun)]
    voted = voted or len(told) >= SEVERAL or _explains_the_five(reading)
    reading.standing = standing(reading.sentences, reading.phrases, voted, restated)
    reading.standing = [c for c in reading.standing if not _only_supposed(reading, c)]
    if compared := contrasts(reading.sentences, reading.phrases, reading.claims):
        reading.standing += compared
        reading.claims = [c for c in reading.claims if not (isinstance(c, Tally | Count) and overlaps(c, compared))]
    reading.claims = [c for c in reading.claims if not any(t.told_by(c, reading.standing) for t in restated.values())]
    if own is not None and not own.sure:
        reading.standing = guessed(reading.standing)
    reading.claims = sorted(
        (c for c in reading.claims if not said_better(c, reading.standing, plain)), key=lambda c: (c.start, c.end)
    )
    alone = reading.speaks_of_the_united_nations
    for sentence, cited in zip(reading.sentences, reading.cited, strict=True):
        if numbers := sorted((*cited, *(perhaps_cited(sentence, cited, body) if alone else ())), key=lambda c: c.start):
            reading.standing += dated_beside(sentence, numbers, reading.claims_in(sentence.index))
    return reading


def _parts(whole: Sentence, plain: str, lexicon: Lexicon, quoted: list[Quoted]) -> Iterator[Sentence]:
    """Its clauses that are as good as sentences; who says it says each."""
    spans = full_clauses(whole) if not whole.question and "elsewhere" not in whole.kinds else []
    if len(spans) <= 1:
        yield whole
        return
    for place, (start, end) in enumerate(spans):
        part = _sentence(plain, start, end, whole.index + place, whole.paragraph, lexicon, quoted)
        part.said_by = part.said_by or whole.said_by
        yield part


def _only_supposed(reading: Reading, claim: VoteClaim) -> bool:
    """Whether a seat or a figure stands in a condition; "if one of the five votes no" tells a rule all the same."""
    told = isinstance(claim, Membership | Size | Figure)
    return told and reading.sentences[claim.sentence].only_supposes(claim.end - 1)


def _restated(reading: Reading, lexicon: Lexicon) -> dict[int, Restated]:
    """By the answer's sentence, what a question and its short answer say together; and what is told without a verb."""
    found: dict[int, Restated] = {}
    before: Sentence | None = None
    for sentence in reading.sentences:
        named = reading.phrases[sentence.index]
        if before is not None and before.question:
            asked = reading.phrases[before.index]
            told = told_together(before, sentence, named) or said_of_them(before, sentence, asked, named)
        else:
            before, told = sentence, said_without_a_verb(sentence, named)
        if told is not None:
            made = _sentence(told.text, 0, len(told.text), sentence.index, sentence.paragraph, lexicon, [])
            made.said_by = sentence.speaker_at(sentence.start)
            found[sentence.index] = Restated(
                made, phrases(made.chunks), before.start, told.end, told.denied, told.votes
            )
        before = sentence
    return found


def _asked_and_answered(reading: Reading, told: Restated, discourse: Discourse) -> None:
    """How often, when first or last, and which resolution: what the two say together, in place of the answer alone."""
    sentence = told.sentence
    if told.votes:
        others = [c for c in reading.claims if c.sentence == sentence.index and not isinstance(c, Tally)]
        elsewhere = discourse.elsewhere_in > max(discourse.body_in, sentence.index - NEAR)
        if not others and not elsewhere:
            discourse.questioned = NO_QUESTION
            verbless = told.start == reading.sentences[sentence.index].start
            made = [replace(c, loose=c.loose or verbless) for c in positions(sentence, told.phrases, discourse)]
            reading.claims = told.added(made, reading.claims)
            discourse.last_end = told.end
        return
    body = next((b for b in reversed(reading.bodies[: sentence.index + 1]) if b is not None), "unsc")
    cited = citations(sentence, body, ())
    given: list[VoteClaim] = [
        *generalisations(sentence, told.phrases, discourse),
        *counts(sentence, told.phrases, discourse),
        *(t for t in tallies(sentence, told.phrases, discourse) if t.unanimous),
        *(() if told.denied else references(sentence, cited, told.phrases, discourse)),
    ]
    reading.claims = told.added(given, reading.claims)


def _a_label(sentence: Sentence) -> bool:
    """ "ABSTAINED", on a line of its own above names: whose vote it tells of stands below, and not before."""
    return sentence.chunks[-1].text != ":" and not sentence.numbered


def _claims(
    reading: Reading, sentence: Sentence, found: list[Phrase], cited: list[Cited], discourse: Discourse, own: Own | None
) -> None:
    counted = counts(sentence, found, discourse)
    general = generalisations(sentence, found, discourse)
    told = [t for t in tallies(sentence, found, discourse, cited) if not _names_a_text(t, sentence, cited)]
    if told and not sentence.words.isdisjoint(KINDS_OF_STATE):
        told = [t for t in told if not _of_a_kind(sentence, t)]
    if told and (
        counts_a_part(sentence.chunks) or counts_a_region(sentence.chunks) or region_opens(sentence.chunks) is not None
    ):
        # "28 of its states voted for, 17 abstained" counts a region's; behind a semicolon the vote may be told of.
        cut = next((c.end for c in sentence.chunks if c.text == ";"), sentence.end)
        told = [t for t in told if t.start >= cut]
    frequency: list[Count | Generalisation] = []
    if (counted or general) and (ahead := of_whom_next(sentence, found)):
        counted = [c for c in counted if c.end - 1 not in ahead]
        general = [g for g in general if g.end - 1 not in ahead]
    if counted or general:
        counted = [
            c for c in counted if of_the_text_voted_on(c) or not overlaps(c, [t for t in told if counts_both_sides(t)])
        ]
        frequency = [
            deny(reserved(f, sentence), sentence) for f in (*counted, *(g for g in general if not overlaps(g, counted)))
        ]
    elif (spoken_of := habit(sentence, found, discourse)) is not None:
        discourse.counted, discourse.counted_in = spoken_of, sentence.index
    in_tallies = of_the_vote(sentence, told, counted, general) if told else []
    positioned = positions(sentence, found, discourse)
    if frequency:
        frequency = [f for f in frequency if not of_one_vote(f, positioned)]
    held = [p for p in positioned if not same_stretch(sentence, p, frequency) and not _of_many(sentence, p)]
    held = [softened(p, sentence) for p in held]
    in_tallies = [softened_count(t, sentence) for t in in_tallies]
    frequency = [f for f in frequency if not narrowed(f, sentence)]
    of_part = [t for t in in_tallies if t.share is not None or t.others is not None]
    if of_part:
        held = [p for p in held if not (p.members.everyone and overlaps(p, of_part))]
    of_groups = [p for p in held if p.members.of_a_group]
    in_tallies = [t for t in in_tallies if not (t.unanimous and overlaps(t, of_groups))]  # "the E10, to a man"
    in_tallies = [t for t in in_tallies if not told_by(t, held, reading.normal.text)]
    held = [counted_apart(p, in_tallies) for p in held] if in_tallies else held
    if supposed := one_votes(sentence):
        held = [p for p in held if not only_supposed(sentence, supposed, p.start)]
        in_tallies = [t for t in in_tallies if not only_supposed(sentence, supposed, t.start)]
    sponsored = sponsorships(sentence, found, discourse)
    if sponsored and discourse.asked_for_sponsor in (sentence.index - 1, sentence.index):
        held = [p for p in held if not overlaps(p, sponsored)]  # "Who wrote it? Qatar."
    held = [p for p in held if p.choice not in ("with", "not voting") or not of_the_writing(sentence, p, sponsored)]
    referred = references(sentence, cited, found, discourse)
    became = outcomes(sentence, found, [*in_tallies, *held, *frequency, *referred], discourse)
    became = [softened_outcome(o, sentence) for o in became]
    claims: list[VoteClaim] = [*frequency, *in_tallies, *held, *sponsored, *referred, *became]
    if referred or became:
        discourse.became_in = sentence.index
    if sentence.supposed:
        claims = [past for c in claims if (past := past_conditions(c, sentence)) is not None]
    if claims and may_deny(sentence):
        claims = turned(claims, sentence)
    reading.claims.extend(claims if own is None or own.sure else guessed(claims))
    reading.claims = corrected(without_exceptions(reading.claims, sentence, found), sentence)
    discourse.note_sentence(sentence, found)
    discourse.last_text = sentence.text
    if _votes_on_something(sentence):
        discourse.text_in = discourse.voted_on_in = sentence.index
    elif not sentence.kinds.isdisjoint(("text", "cite")) or _still_of_the_text(sentence, found, discourse):
        discourse.text_in = sentence.index
    note(sentence, found, frequency, discourse)
    if frequency and not positioned:
        for claim in frequency:
            if isinstance(claim, Count) and claim.acts.what in DONE_SO and claim.acts.members.named:
                discourse.note_counted(claim)


def _still_of_the_text(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> bool:
    """ "France put down a draft. It needed nine. It had seven.": a few words of "it" keep the text spoken of."""
    few = discourse.text_in == sentence.index - 1 and not found and len(sentence.chunks) <= FEW
    return few and sentence.chunks[0].lower == "it"


NOTHING_BUT = frozenset({"anything", "nothing"})
BEHIND_NOTHING = len(" but") + 4
"""Characters behind "vetoed nothing" in which "but" or "except" begins."""
FEW = 8
"""Chunks of a sentence that says one thing more of a text."""
DONE_SO = frozenset({"veto", "no", "abstain", "yes"})
"""What is counted of members that others may have done as well."""


def _votes_on_something(sentence: Sentence) -> bool:
    """ "The Council voted on Palestinian membership", "voted on Friday on a ceasefire": what was voted on is as good as
    a text for "backed it".
    """
    if sentence.kinds.isdisjoint(("council", "assembly")):
        return False
    chunks = sentence.chunks
    heads = ("vote_noun", "council", "assembly") if "vote_noun" in sentence.kinds else ("vote_noun",)
    opened = False  # whether all since the word for the vote, or for the body, only says when
    for here, following in pairwise(chunks):
        if here.verb("vote") is not None or here.has(*heads):
            opened = True
        elif opened and here.text == "on" and following.date is None:
            return True
        elif here.date is None and not here.has("preposition", "adverb") and here.text != ",":
            opened = False
    return False


def _of_a_kind(sentence: Sentence, tally: Tally) -> bool:
    """ "Only two big countries were against": how many others were it does not say."""
    parts = [p for p in (tally.yes, tally.no, tally.abstain, tally.not_voting) if p is not None]
    one = parts[0] if len(parts) == 1 else None
    return isinstance(one, NumberMention) and counts_a_kind(sentence.chunks, sentence.start + one.start)


def _of_many(sentence: Sentence, claim: Position) -> bool:
    """Whether it tells of votes in general: "has vetoed drafts on Syria", "has vetoed more often than France"."""
    chunks = sentence.chunks
    inside = [i for i, c in enumerate(chunks) if claim.start <= c.start < claim.end]
    if sentence.numbered and any(of_so_many(chunks, i) for i in inside):
        return True
    start, end = claim.start - sentence.start, claim.end - sentence.start
    if ONE_AFTER_ANOTHER.search(sentence.text, start, end) or COMPARED.search(sentence.text, start, end):
        return True
    if inside and denied_of_all(chunks, inside[0]):
        return True
    if "alone" in sentence.words and inside and alone_or_not(chunks, inside[0], inside[-1]):
        return True
    if not sentence.words.isdisjoint(NOTHING_BUT) and NOTHING_ELSE.search(sentence.text, start, end + BEHIND_NOTHING):
        return True
    if "year" in sentence.words or not sentence.words.isdisjoint(EACH):
        if YEAR_BY_YEAR.search(sentence.text, start, end) or every_year(chunks, inside):
            return True
    if claim.choice == "veto" and not claim.members.named and since_then(chunks, inside):
        return True
    if how_often(chunks, inside[0] if inside else 0):
        return True
    if any((date := chunks[i].date) is not None and date.role == "at" for i in inside):
        return False
    compared = any(f"{chunks[i - 1].lower} {chunks[i].lower}" in OFTENER for i in inside[1:])
    return compared or any("verb" in chunks[i].kinds and of_many_texts(chunks, i) for i in inside)


def _explains_the_five(reading: Reading) -> bool:
    """Whether a text names the five together and says what a veto is."""
    told = frozenset[str]().union(*(s.words for s in reading.sentences))
    if any(s.words >= THREE_OF_FIVE for s in reading.sentences) and "veto" in told:
        return True
    return not told.isdisjoint(ABOUT_THEM) and any(
        THE_FIVE in p.members.groups for found in reading.phrases for p in found
    )


THE_FIVE = "GROUP:P5"
ABOUT_THEM = {"veto", "vetoes", "vote", "votes", "abstains", "abstain", "no"}
SEVERAL = 2
"""Votes of states that a text tells plainly, from which on it is about the United Nations'."""
THREE_OF_FIVE = {"china", "france", "russia"}
OFTENER = ("more often", "less often", "more frequently", "less frequently")


def _names_a_text(tally: Tally, sentence: Sentence, cited: list[Cited]) -> bool:
    """ "They passed one-sixty-one": the number of a text, not a count."""
    parts = [p for p in (tally.yes, tally.no, tally.abstain) if isinstance(p, NumberMention)]
    return bool(parts) and any(all(c.start <= sentence.start + p.start < c.end for p in parts) for c in cited)


def _sentence(
    plain: str, start: int, end: int, index: int, paragraph: int, lexicon: Lexicon, quoted: list[Quoted]
) -> Sentence:
    text = capitalised(plain[start:end])
    words = words_of(text)
    dates = find_dates(text) if may_stand_in(text, words) else []
    numbers = find_numbers(text)
    chunks = chunk(text, start, lexicon, numbers, dates)
    kinds = frozenset[str]().union(*[c.kinds for c in chunks])
    inside = [(q.start, q.end, q.speaker) for q in quoted if q.start < end and start < q.end]
    unreal_from, supposed = conditions(chunks, kinds)
    return Sentence(
        index=index, paragraph=paragraph, start=start, end=end, text=text, chunks=chunks,
        question=asks(text, words) or asks_unmarked(text, chunks, words),
        elsewhere="elsewhere" in kinds and another_body_acts(chunks), unreal_from=unreal_from,
        supposed=supposed, withdrawn="withdrawn" in kinds,
        said_by=reported_by(text) if may_report(words) else None, quoted=inside,
        kinds=kinds, words=words, numbered=bool(numbers) and any(c.number is not None for c in chunks),
        dates=[c for c in chunks if c.date is not None] if dates else [],
    )  # fmt: skip


def _names_a_member(words: str, lexicon: Lexicon) -> bool:
    return any("member" in c.kinds or "group" in c.kinds for c in chunk(words.title(), 0, lexicon, [], []))


def _body(sentence: Sentence) -> str | None:
    if sentence.kinds.isdisjoint(("assembly", "council", "in_assembly", "in_council")):
        return None
    for at, one in enumerate(sentence.chunks):
        if one.has("assembly", "in_assembly"):
            if _not_sent_there(sentence.chunks[:at]):
                continue
            return "unga"
        if one.has("council", "in_council"):
            return "unsc"
    return None


def _not_sent_there(before: list[Chunk]) -> bool:
    """ "So it is not recommended to the Assembly", "it may now go to the Assembly": what has not come before it."""
    to = any(c.lower.split()[-1] == "to" for c in before[-2:])
    return to and any(c.has("negation", "modal") for c in before)
