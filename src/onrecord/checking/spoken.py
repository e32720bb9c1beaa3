"""What a text speaks of: its threads, each linked once, and what the record says to each claim beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from onrecord.checking.belonging import BORNE_OUT
from onrecord.checking.choosing import Link
from onrecord.checking.counted_votes import FRONTED, in_place, number_of, of_one, of_several, settle_several
from onrecord.checking.counts_in_doubt import (
    left_open,
    says_its_time,
)
from onrecord.checking.dating import RELATIVE_FORMS
from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict
from onrecord.checking.fronted import of_the_matter_named, on_its_subject
from onrecord.checking.set_right import set_right
from onrecord.checking.settlers import reference, standing, vote
from onrecord.checking.settlers.afterlife import of_its_afterlife
from onrecord.checking.settlers.another_text import of_anothers_text
from onrecord.checking.settlers.contrast import settle_contrast
from onrecord.checking.settlers.count_meant import of_a_number_beside, of_whatever_vote
from onrecord.checking.settlers.doubted import by_more_than_a_word, doubted, of_several_votes, others_meant
from onrecord.checking.settlers.meant import on_another_matter, told_otherwise
from onrecord.checking.settlers.no_vote_meant import believed, of_a_person, of_a_text, played
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.text_meant import before_others_did, of_their_own_text
from onrecord.checking.settlers.thing_vetoed import of_a_thing
from onrecord.checking.so_did import after_another, leant_on
from onrecord.checking.spoken_days import time_before
from onrecord.checking.spoken_frequencies import Frequencies
from onrecord.checking.thread import Thread
from onrecord.checking.turned_away import MATTERS
from onrecord.checking.turning import only_two, place_told, untold
from onrecord.checking.years_named import outside_its_time, years_before
from onrecord.reading.claims.figure import Figure
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.rule import Rule
from onrecord.reading.claims.vote import Contrast, Outcome, Position, Reference, Sponsor, Tally, VoteClaim
from onrecord.reading.extract.counted_from import years_named
from onrecord.record.model import VoteEvent

LEADING = 24
"""Characters before a position in which "on the second" may stand."""
IN_ORDER = (("first", "second"), ("former", "latter"), ("earlier", "later"))
ON_ONE = re.compile(
    rf"(?:^|[;:,.—–] |\b(?:and|but) )[Oo]n the ({'|'.join(word for pair in IN_ORDER for word in pair)})\b"
    r"(?! day| of \w+ \d)"
)
"""Words that tell of one of two votes named together."""
BOTH = re.compile(
    r"\b(?:both times|both occasions|on either|(?:on|for|against|backed|supported|opposed|rejected|vetoed) both"
    r"(?: occasions| texts| drafts| resolutions| proposals| versions| votes| of them)?)\b\W*$"
)
"""The end of words that tell of two votes at once."""
UP_TO_THEN = re.compile(r"\b(?:[Bb]y|until|till|up to) (?:then|that (?:time|day|year|point))\b")
AT_THE_VOTE = re.compile(
    r"\b(?:(?:at|by) the (?:time|moment|day) of|on the day of) (?:the|that|this|its) (?:\w+ )?(?:vote|veto)\b"
    r"|\b(?:when|by the time|on the day) (?:it|(?:the|this|that) (?:text|draft|resolution)) (?:was (?:vetoed|adopted"
    r"|passed|voted on|voted down|put to the vote)|came to (?:the|a) vote|passed|failed|fell)\b",
    re.IGNORECASE,
)
"""When a figure is for, that is the day of the vote spoken of."""
HAD_BEEN = re.compile(
    r"\b(?:had|'d) (?:\w+ )?(?:been (?:\w+ )?(?:for|against|in favou?r|behind|sure|certain|ready)|seemed|stood"
    r"|supported|backed|favoured|opposed)\b"
)
"""How it stood on a day before a vote."""


class Spoken(Frequencies):
    """What a text speaks of: its threads, each linked once, and the claims that stand beside them."""

    def of_votes(self) -> Iterator[tuple[VoteClaim, Settled | None]]:
        links = [self.linker.link(thread) for thread in self.threads]
        all_told = self._all_told(links)
        for thread, link in zip(self.threads, links, strict=True):
            relative = link.basis == "date" and any(mention.form in RELATIVE_FORMS for mention in thread.dates)
            before_it: tuple[VoteClaim, Settled | None] | None = None
            for claim in thread.claims:
                if isinstance(claim, Reference) and claim.of_it:
                    yield claim, self._of_it(claim)
                elif isinstance(claim, Reference):
                    yield claim, self._of_a_reference(claim)
                elif isinstance(claim, Position) and (of_all := self._of_several(claim, thread, link)) is not None:
                    yield claim, of_all
                else:
                    before_it = claim, self._of_one_vote(claim, thread, link, all_told, before_it)
                    yield claim, self._resting(before_it[1], relative)

    def _of_one_vote(
        self,
        claim: VoteClaim,
        thread: Thread,
        link: Link,
        all_told: Mapping[tuple[str, ...], Sequence[Position | Tally]],
        before_it: tuple[VoteClaim, Settled | None] | None,
    ) -> Settled | None:
        """`before_it` is the thread's claim before, and its answer."""
        docket = self.dockets[thread.body]
        both = self._says_both(claim)
        meant = self._of_both(claim, thread, link) if both else link
        if meant is not link and any(told_otherwise(claim, all_told.get((e.id,), ()), e, docket) for e in meant.events):
            meant = link  # "When Nauru and Tuvalu applied it abstained both times": other votes
        if (same := leant_on(self.reading.normal.text, claim, before_it)) is not None:
            meant = replace(meant, events=list(same))
        meant = self._of_one_in_order(claim, meant)
        sentence = self.reading.sentences[claim.sentence]
        place = place_told(sentence, claim)[0]
        if isinstance(claim, Tally) and place is not None and (one := in_place(claim, place, self._counts())):
            meant = Link([one], basis="date")
        meant = on_its_subject(claim, sentence, meant, docket, self.article, id(claim) in self._carried)
        told = () if set_right(self.reading, claim) else all_told.get(_ids(meant), ())
        undated = isinstance(claim, Tally) and self.article is None
        years = years_before(self.reading, claim) if undated else ()
        if place is None:
            nearest, before = self._nearest(claim, thread), self._told_before(claim, thread)
        else:
            # "Peru was against the first": of no other than that, nor are there others where only two were told of
            nearest, before = (), [] if only_two(self.threads, thread.body) else self._told_before(claim, thread)
        settled = vote.settle(claim, thread, meant, docket, self.article, nearest, told, before, years)
        if isinstance(claim, Position) and claim.loose and outside_its_time(sentence, claim, settled, self.article):
            return None
        if both and not meant.together:
            settled = of_one(settled)
        settled = after_another(claim, settled, before_it)
        if settled and settled.verdict is Verdict.CONTRADICTED and place is not None:
            if isinstance(claim, Position) and untold(claim, place, thread, self.threads, self.reading):
                settled = settled.left_open("Of the votes that the text tells of, which it means cannot be told.")
        if settled and settled.verdict is Verdict.CONTRADICTED and isinstance(claim, Position):
            if of_a_thing(claim, self.reading, docket):
                return None
            settled = doubted(claim, thread, settled, self.reading, docket)
        if settled and settled.verdict is Verdict.CONTRADICTED and isinstance(claim, Position | Tally):
            settled = of_a_number_beside(claim, settled, self.reading, docket)
        if settled and settled.verdict is Verdict.CONTRADICTED and isinstance(claim, Tally):
            settled = of_whatever_vote(claim, thread, settled, self.reading)
            if settled.verdict is Verdict.CONTRADICTED and self._then_of_another_matter(claim, thread, meant, docket):
                settled = settled.left_open(f"{settled.reason[:-1]}; but the words may be of no vote of that day.")
        if settled and settled.verdict is Verdict.CONTRADICTED and isinstance(claim, Position | Sponsor):
            settled = of_their_own_text(claim, thread, settled, self.reading, docket)
        if settled and settled.verdict is Verdict.CONTRADICTED and isinstance(claim, Sponsor):
            settled = before_others_did(claim, settled, self.reading, docket)
            settled = of_a_text(claim, settled, self.reading)
        if settled and settled.verdict is Verdict.CONTRADICTED and isinstance(claim, Position | Sponsor | Outcome):
            settled = of_anothers_text(claim, settled, self.reading, docket)
        if settled and settled.verdict is Verdict.CONTRADICTED and isinstance(claim, Position):
            settled = of_the_matter_named(claim, settled, sentence, docket)
        if settled and settled.verdict is Verdict.CONTRADICTED:
            settled = played(claim, settled, self.reading)
        if settled and settled.verdict is Verdict.CONTRADICTED:
            settled = of_its_afterlife(claim, meant, settled, self.reading, self.article)
        of_any_time = self.article is None and not thread.dates and meant.basis == "subject"
        if settled and settled.verdict is Verdict.CONTRADICTED and of_any_time:
            settled = by_more_than_a_word(settled, self._terms(docket), docket)
        if settled and isinstance(claim, Position):
            settled = of_a_person(claim, settled, self.reading, docket)
        if settled and settled.verdict is Verdict.SUPPORTED and isinstance(claim, Position):
            settled = of_several_votes(claim, settled, self.reading)
        if isinstance(claim, Tally) and claim.stray and not (settled and settled.verdict in BORNE_OUT):
            return None
        return settled

    def _then_of_another_matter(self, claim: Tally, thread: Thread, link: Link, docket: Docket) -> bool:
        """ "It was vetoed on Monday. On Friday ten had been for it": on Friday the vote was on something else."""
        stood = HAD_BEEN.search(self.reading.normal.text, claim.start, claim.end)
        if stood and not self.reading.cited[claim.sentence] and self._on_another_day(claim, link):
            return True
        if link.basis != "date" or thread.after is None:
            return False
        named = (docket.subjects.main_terms(self.reading.sentences[i].text) for i in thread.sentences)
        if any(term.startswith(MATTERS) for terms in named for term in terms):
            return False
        return on_another_matter(link.events[0], self.linker.link(thread.after).events, docket)

    def _on_another_day(self, claim: Tally, link: Link) -> bool:
        """ "By Monday eleven had been for it", of a vote on Wednesday."""
        dates = self.reading.sentences[claim.sentence].dates
        told = [
            c.date.resolve(self.article) for c in dates if c.date is not None and claim.start <= c.start < claim.end
        ]
        return bool(told) and not any(i is not None and link.events[0].date in i for i in told)

    def _of_one_in_order(self, claim: VoteClaim, link: Link) -> Link:
        """ "On 4 October and on 4 February they vetoed texts; on the second there were thirteen in favour"."""
        if not link.together or len(link.events) != len(IN_ORDER[0]):
            return link
        text, start = self.reading.normal.text, self.reading.sentences[claim.sentence].start
        told = ON_ONE.search(text, max(start, claim.start - LEADING), claim.end)
        if told is None:
            return link
        place = next(i for i in range(len(IN_ORDER[0])) if told[1] in [words[i] for words in IN_ORDER])
        return replace(link, events=[link.events[place]], together=False)

    def _of_it(self, claim: Reference) -> Settled | None:
        """ "It is numbered 2720": the number of the text whose vote was told of just before."""
        for place in range(bisect_left(self._starts, claim.start) - 1, -1, -1):
            told, thread = self._claims[place], self._told[place]
            if claim.sentence - told.sentence > 1:
                break
            if claim not in thread.claims:
                settled = reference.settle_number(claim, self.linker.link(thread))
                if settled is not None and settled.verdict is Verdict.SUPPORTED:
                    return settled
                return self._numbered_before(claim, place) or (None if claim.loose else settled)
        return None

    def _numbered_before(self, claim: Reference, place: int) -> Settled | None:
        """ "The resolution is number 2774", behind the way by which the text went back to another vote."""
        links = (self.linker.link(thread) for thread in self._told[:place])
        told = (reference.settle_number(claim, link) for link in links)
        return next((one for one in told if one is not None and one.verdict is Verdict.SUPPORTED), None)

    def _of_a_reference(self, claim: Reference) -> Settled | None:
        return reference.settle(claim, self.dockets, self.article, time_before(self.reading, claim, self.article))

    def _says_both(self, claim: VoteClaim) -> bool:
        words = self.reading.normal.text[claim.start : claim.end]
        opens = max(self.reading.sentences[claim.sentence].start, claim.start - LEADING)
        fronted = FRONTED.search(self.reading.normal.text[opens : claim.end])
        return isinstance(claim, Position) and (BOTH.search(words) or fronted) is not None

    def _of_several(self, claim: Position, thread: Thread, link: Link) -> Settled | None:
        """ "Japan abstained on all four", "on two of them": held against each of the votes just counted."""
        opens = max(self.reading.sentences[claim.sentence].start, claim.start - LEADING)
        text = self.reading.normal.text
        said = of_several(claim, text[claim.start : claim.end], text[opens : claim.end])
        if said is None:
            return None
        told = self._told_one_by_one(claim, thread, number_of(said))
        return settle_several(claim, said, self._counts(), told, thread, link, self.dockets[thread.body], self.article)

    def _of_both(self, claim: VoteClaim, thread: Thread, link: Link) -> Link:
        """ "Australia abstained on both": on the vote spoken of, and on the one spoken of before it."""
        if link.together or len(link.events) != 1 or thread.of_any_time:
            return link
        if two := self._two_cited(claim, thread):
            return replace(link, events=two, together=True)
        place = bisect_left(self._starts, claim.start)
        for other in reversed(self._told[:place]):
            if other is not thread and other.body == thread.body:
                events = self.linker.link(other).events
                return replace(link, events=[*link.events, *events], together=True) if len(events) == 1 else link
        return link

    def _all_told(self, links: Sequence[Link]) -> Mapping[tuple[str, ...], Sequence[Position | Tally]]:
        """All that the text says, in any of its threads, of how members voted, by what the thread's link means."""
        found: dict[tuple[str, ...], list[Position | Tally]] = {}
        for thread, link in zip(self.threads, links, strict=True):
            found.setdefault(_ids(link), []).extend(c for c in thread.claims if isinstance(c, Position | Tally))
        return found

    def of_the_rest(self) -> Iterator[tuple[VoteClaim, Settled | None]]:
        for claim in self.reading.claims:
            if isinstance(claim, Count | Generalisation):
                told = self._settled(claim)
                doubtful = claim.acts.guessed and (told is None or told.verdict not in BORNE_OUT)
                yield claim, None if doubtful else self._resting(told, not says_its_time(claim))
        docket = self.dockets["unsc"]
        for said in self.reading.standing:
            of_body = standing.of_the_body_told_of(said, self._told_last(said)) if isinstance(said, Rule) else said
            if of_body is None:
                continue
            claim = of_body
            if isinstance(claim, Contrast):
                yield claim, self._contrasted(claim)
                continue
            if isinstance(claim, Reference):
                yield claim, self._of_a_reference(claim)
                continue
            settled = standing.settle(claim, docket, self.article, self._event(claim))
            if isinstance(claim, Membership) and settled is not None and settled.verdict is Verdict.CONTRADICTED:
                settled = self._of_another_member(claim) or settled
                settled = self._up_to_then(claim) or self._as_of_its_years(claim) or settled
            if settled is not None and settled.verdict is Verdict.CONTRADICTED and isinstance(claim, Membership):
                if believed(claim, self.reading):
                    settled = settled.left_open("The words give what others are said to believe.")
                elif claim.negated and not self._names_them(claim):
                    # "Chad and China abstained. In 2023 they weren't even members": China is meant by nobody.
                    settled = settled.left_open(f"{settled.reason[:-1]}; whom the words mean cannot be told.")
            if isinstance(claim, Figure) and settled is not None and settled.verdict is Verdict.UNSETTLED:
                settled = self._at_the_vote(claim) or settled
            if settled is not None and self._counts_from_a_guess(claim):
                settled = left_open(settled, "Which day is meant hangs on the article's date, which it does not give.")
            undated = isinstance(claim, Figure) and claim.date is None and claim.period is None
            yield claim, self._resting(settled, undated or self._names_the_day(settled))

    def _names_them(self, claim: Membership) -> bool:
        words = self.reading.normal.text[claim.start : claim.end]
        return any(named.text in words for named in claim.members.named) or not claim.members.named

    def _contrasted(self, claim: Contrast) -> Settled | None:
        """Held against the votes that the text told of before, the last first."""
        found: dict[str, VoteEvent] = {}
        before = self._told[: bisect_left(self._starts, claim.start)]
        for thread in reversed(before):
            link = self.linker.link(thread)
            if thread.body == before[-1].body and len(link.events) == 1:
                found.setdefault(link.events[0].id, link.events[0])
            elif not found:
                return None
        docket = self.dockets[before[-1].body if before else "unsc"]
        return settle_contrast(claim, list(found.values()), docket, self.article)

    def _of_another_member(self, claim: Membership) -> Settled | None:
        """What bears a seat out of another named near by, where the words say no more than "it"."""
        for meant in others_meant(claim, self.reading):
            settled = standing.settle(meant, self.dockets["unsc"], self.article, self._event(claim))
            if settled is not None and settled.verdict is Verdict.SUPPORTED:
                return replace(settled, confidence=0.6)
        return None

    def _up_to_then(self, claim: Membership) -> Settled | None:
        """ "It had sat there only once by then": up to the vote spoken of, and open where none is."""
        start = self.reading.sentences[claim.sentence].start
        if UP_TO_THEN.search(self.reading.normal.text, start, claim.end) is None:
            return None
        event = self._event(claim)
        then = standing.settle(claim, self.dockets["unsc"], event.date, event) if event is not None else None
        if then is not None and then.verdict is Verdict.SUPPORTED:
            return then
        unsettled = standing.settle(claim, self.dockets["unsc"], self.article, event)
        return left_open(unsettled, "Up to when it is counted, the words leave open.") if unsettled else None

    def _as_of_its_years(self, claim: Membership) -> Settled | None:
        """ "Chad has sat there twice", in a text without a date of its own: left open where it was so at the end of
        the last year that the text names.
        """
        if self.article is not None or claim.form != "times" or claim.ordinal or claim.date is not None:
            return None
        years = (mention.year for sentence in self.reading.sentences for mention in years_named(sentence.chunks))
        last = max((year for year in years if year is not None), default=None)
        then = date(last, 12, 31) if last is not None else None
        settled = standing.settle(claim, self.dockets["unsc"], then, self._event(claim)) if then is not None else None
        if settled is None or settled.verdict is not Verdict.SUPPORTED:
            return None
        return settled.left_open(f"{settled.reason[:-1]}; up to when the text counts is open.")

    def _at_the_vote(self, claim: Figure) -> Settled | None:
        """ "When the draft was vetoed 65,000 were dead": borne out by the count of that day."""
        sentence = self.reading.sentences[claim.sentence]
        if claim.date is not None or AT_THE_VOTE.search(self.reading.normal.text, sentence.start, sentence.end) is None:
            return None
        event = self._event(claim)
        then = standing.settle(claim, self.dockets["unsc"], event.date, event) if event is not None else None
        return then if then is not None and then.verdict is Verdict.SUPPORTED else None

    def _counts_from_a_guess(self, claim: VoteClaim) -> bool:
        """ "Its term ends on Monday", in an article whose date was only inferred."""
        mention = claim.date if isinstance(claim, Membership) else None
        return self.when.basis == "inferred" and mention is not None and mention.form in RELATIVE_FORMS


def _ids(link: Link) -> tuple[str, ...]:
    return tuple(event.id for event in link.events)
