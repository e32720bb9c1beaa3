"""What a text speaks of: its threads, each linked once, and what the record says to each claim beside them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.checking.belonging import BORNE_OUT
from onrecord.checking.choosing import Link
from onrecord.checking.counted_votes import FRONTED, in_place, number_of, of_one, of_several, settle_several
from onrecord.checking.counts_in_doubt import (
    counts_to_a_matter,
    in_the_assembly_too,
    left_open,
    says_its_time,
    somebody_unknown,
    turned,
)
from onrecord.checking.dating import RELATIVE_FORMS
from onrecord.checking.docket import Docket
from onrecord.checking.finding import ArticleDate, Verdict, Why
from onrecord.checking.fronted import of_the_matter_named, on_its_subject
from onrecord.checking.linking import Linker
from onrecord.checking.scopes import says_a_subject
from onrecord.checking.set_right import set_right
from onrecord.checking.settlers import count, generalisation, reference, standing, up_to, vote
from onrecord.checking.settlers.another_text import of_anothers_text
from onrecord.checking.settlers.assembly_series import (
    settle_count_of_series,
    settle_of_series,
    settle_of_year,
    settle_series,
)
from onrecord.checking.settlers.contrast import settle_contrast
from onrecord.checking.settlers.doubted import (
    before_others_did,
    by_more_than_a_word,
    doubted,
    of_a_number_beside,
    of_several_votes,
    of_their_own_text,
    of_whatever_vote,
    others_meant,
)
from onrecord.checking.settlers.first import several_first
from onrecord.checking.settlers.meant import on_another_matter, told_otherwise
from onrecord.checking.settlers.no_vote_meant import believed, of_a_person, of_a_text, played
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.so_did import after_another, leant_on
from onrecord.checking.spoken_days import time_before
from onrecord.checking.thread import Thread
from onrecord.checking.threads import threads
from onrecord.checking.turned_away import MATTERS, turned_away
from onrecord.checking.turning import only_two, place_told, untold
from onrecord.checking.whose import of_peking, whichever_china
from onrecord.checking.words import day
from onrecord.checking.years_named import of_another_year, outside_its_time, years_before
from onrecord.reading.claims.figure import Figure
from onrecord.reading.claims.frequency import SUCH, Count, Generalisation
from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.rule import Rule
from onrecord.reading.claims.vote import Contrast, Outcome, Position, Reference, Sponsor, Tally, VoteClaim
from onrecord.reading.read import Reading
from onrecord.record.model import VoteEvent

NEAR_BY = 3
"""Sentences before a claim in which another vote is told of to which the text may have returned."""
BY_AUTHORS = 6
"""The same for a claim of who wrote a text, which is rarely said of the wrong one."""
LEADING = 24
"""Characters before a position in which "on the second" may stand."""
TOLD_BACK = 6
"""Claims back to a vote that "had never" may count up to."""
NEAR = 1_500
"""Characters before a count that tell which war or mission it speaks of."""
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


HAD_BEEN = re.compile(
    r"\b(?:had|'d) (?:\w+ )?(?:been (?:\w+ )?(?:for|against|in favou?r|behind|sure|certain|ready)|seemed|stood"
    r"|supported|backed|favoured|opposed)\b"
)
"""How it stood on a day before a vote."""


class Spoken:
    """What a text speaks of: its threads, each linked once, and the claims that stand beside them."""

    def __init__(self, reading: Reading, dockets: Mapping[str, Docket], when: ArticleDate) -> None:
        self.reading = reading
        self.dockets = dockets
        self.when = when
        self.article = when.value
        told_apart = threads(reading, dockets["unsc"].ever_seated, when.value)
        undated = when.basis == "inferred" and not _counts_from_today(reading)
        self.linker = Linker(reading, dockets, *((None, when.value) if undated else (when.value, None)))
        self.threads = turned_away(told_apart, self.linker, reading, dockets)
        told = sorted(((c, t) for t in self.threads for c in t.claims), key=lambda one: (one[0].start, one[0].sentence))
        self._claims = [claim for claim, _ in told]
        self._starts = [claim.start for claim in self._claims]
        self._told = [thread for _, thread in told]
        self._frequencies: dict[int, Settled | None] = {}
        self._subject_terms: dict[str, frozenset[str]] = {}
        self._carried = {id(claim) for thread in self.threads for claim in thread.carried}
        self._bodies = {id(claim): thread.body for thread in self.threads for claim in thread.claims}

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

    def _terms(self, docket: Docket) -> frozenset[str]:
        """The subject terms of the whole text, looked for once in each body's words."""
        if docket.body not in self._subject_terms:
            self._subject_terms[docket.body] = docket.subjects.terms(self.reading.normal.text)
        return self._subject_terms[docket.body]

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
                return reference.settle_number(claim, self.linker.link(thread))
        return None

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

    def _counts(self) -> Iterator[tuple[Count, Settled | None]]:
        """What the text counts, the last first, as it is settled."""
        return ((c, self._settled(c)) for c in reversed(self.reading.claims) if isinstance(c, Count))

    def _told_one_by_one(self, claim: Position, thread: Thread, number: int) -> list[VoteEvent]:
        """The last so many votes that the text told of one after the other, fewer where it tells of no more."""
        found: dict[str, VoteEvent] = {}
        for other in reversed(self._told[: bisect_left(self._starts, claim.end)]):
            if other.body == thread.body and len(events := self.linker.link(other).events) == 1:
                found.setdefault(events[0].id, events[0])
                if len(found) == number:
                    break
        return list(found.values()) if len(found) > 1 else []

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

    def _two_cited(self, claim: VoteClaim, thread: Thread) -> list[VoteEvent]:
        """The votes on the two texts that the sentence before cites, where it cites two and the claim's own none."""
        cited = self.reading.cited[claim.sentence - 1] if claim.sentence else []
        if self.reading.cited[claim.sentence]:
            return []
        docket = self.dockets[thread.body]
        found = [e for symbol in dict.fromkeys(c.symbol for c in cited) for e in docket.with_symbol(symbol)]
        return found if len(found) == 2 else []

    def _all_told(self, links: Sequence[Link]) -> Mapping[tuple[str, ...], Sequence[Position | Tally]]:
        """All that the text says, in any of its threads, of how members voted, by what the thread's link means."""
        found: dict[tuple[str, ...], list[Position | Tally]] = {}
        for thread, link in zip(self.threads, links, strict=True):
            found.setdefault(_ids(link), []).extend(c for c in thread.claims if isinstance(c, Position | Tally))
        return found

    def docket_of(self, claim: VoteClaim) -> Docket:
        """The votes of the body that the claim speaks of."""
        if isinstance(claim, Reference) and claim.loose:
            return self.dockets["unga" if claim.symbol.startswith("A/") else "unsc"]
        return self.dockets[self._bodies.get(id(claim), "unsc")]

    def _nearest(self, claim: VoteClaim, thread: Thread) -> tuple[VoteEvent, ...]:
        """What the claim before is about, where the text goes back from it to another vote without saying so."""
        if thread.claims[0] is claim or id(claim) not in self._carried:
            return ()
        place = bisect_left(self._starts, claim.start) - 1
        leaning = claim.sentence
        while place > 0 and self._told[place] is thread and id(self._claims[place]) in self._carried:
            # "France abstained, and so did Britain": what leans on the same goes back with it.
            leaning = min(leaning, self._claims[place].sentence)
            place -= 1
        # Who wrote a text is rarely said of the wrong one: it may lean on a sentence that leans itself.
        since = leaning if isinstance(claim, Sponsor) else claim.sentence
        if place < 0 or self._told[place] is thread or since - self._claims[place].sentence > 1:
            return ()
        return tuple(self.linker.link(self._told[place]).events)

    def _told_before(self, claim: VoteClaim, thread: Thread) -> list[VoteEvent]:
        """The other votes told of just before, for a claim that does not say itself which it is about."""
        if id(claim) not in self._carried or claim.sentence == min(thread.sentences):
            return []
        found: dict[str, VoteEvent] = {}
        near = BY_AUTHORS if isinstance(claim, Sponsor) else NEAR_BY
        for place in range(bisect_left(self._starts, claim.start) - 1, -1, -1):
            other = self._told[place]
            if claim.sentence - self._claims[place].sentence > near:
                break
            if other is thread or other.body != thread.body:
                continue
            link = self.linker.link(other)
            if len(link.events) == 1:
                found[link.events[0].id] = link.events[0]
        return list(found.values())

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
                settled = self._up_to_then(claim) or settled
            if settled is not None and settled.verdict is Verdict.CONTRADICTED and isinstance(claim, Membership):
                if believed(claim, self.reading):
                    settled = settled.left_open("The words give what others are said to believe.")
                elif claim.negated and not self._names_them(claim):
                    # "Chad and China abstained. In 2023 they weren't even members": China is meant by nobody.
                    settled = settled.left_open(f"{settled.reason[:-1]}; whom the words mean cannot be told.")
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

    def _settled(self, claim: Count | Generalisation) -> Settled | None:
        """Settled once, as what the text goes on to say of "all four" asks for it as well."""
        if id(claim) not in self._frequencies:
            self._frequencies[id(claim)] = self._settle(claim)
        return self._frequencies[id(claim)]

    def _settle(self, claim: Count | Generalisation) -> Settled | None:
        docket = self.dockets["unga" if self._of_the_assembly(claim) else "unsc"]
        near = self.reading.normal.text[max(0, claim.start - NEAR) : claim.end]
        told = self._told_last(claim)
        if told is not None and isinstance(claim, Count) and self._counts_the_yearly_text(claim, told):
            if (counted := settle_count_of_series(claim, self.dockets["unga"], self.article, told)) is not None:
                return counted
        if told is not None and isinstance(claim, Generalisation) and self._of_the_yearly_text(claim, told):
            of_it = settle_of_year if claim.acts.period and claim.form == "never" else settle_of_series
            return of_it(claim, self.dockets["unga"], self.article, told)
        if (claim.acts.subject == SUCH and docket.body == "unsc") or somebody_unknown(self.reading, claim):
            return None
        event = told if told is not None and told.body == docket.body else self._told_in(claim, docket)
        if isinstance(claim, Generalisation) and claim.form in ("fewest_votes", "most_votes"):
            of_body = self.dockets[told.body if told is not None else "unsc"]
            settled = generalisation.settle(claim, of_body, self.article, told, near)
        elif isinstance(claim, Count) and claim.ordinal is not None and docket.body == "unga":
            settled = settle_series(claim, docket, self.article, event)
        elif isinstance(claim, Count):
            settled = count.settle(claim, docket, self.article, event, near)
            if settled is not None and settled.verdict is Verdict.CONTRADICTED and of_peking(claim.acts.members):
                settled = self._with_both_chinas(claim, docket, event, near) or settled
        else:
            settled = generalisation.settle(claim, docket, self.article, event, near)
            earlier = up_to.before_something(claim) or several_first(claim, near)
            # "Beijing vetoed it; ten days later it was carried. It was Beijing's first veto in twenty years."
            earlier = settled is not None and (
                (settled.verdict is Verdict.CONTRADICTED and earlier)
                or (settled.why is Why.NOT_FOUND and claim.acts.what == "veto")
            )
            if earlier:
                settled = self._before_another_told(claim, docket, event, near) or settled
        if settled is not None and claim.denied:
            settled = turned(settled)
        if settled is not None and counts_to_a_matter(self.reading, claim):
            settled = left_open(settled, "The words count up to a vote that they do not date.")
        if settled is not None and of_another_year(self.reading, claim, event):
            settled = left_open(settled)
        if settled is not None and docket.body == "unsc" and in_the_assembly_too(self.reading, claim):
            settled = left_open(settled, "The words count votes of other bodies as well.")
        return settled

    def _of_the_yearly_text(self, claim: Generalisation, told: VoteEvent) -> bool:
        """ "In 2016 nobody voted no", "China has always voted for it", where the Assembly's vote was told of last."""
        acts = claim.acts
        since = all(d.role == "since" for d in acts.period)
        chose = claim.form in ("never", "only") or (claim.form == "every" and claim.universe is None and since)
        chose = chose and acts.what in ("yes", "no", "abstain") and not (acts.since or acts.companions)
        bare = not says_a_subject(claim.acts.subject, self.dockets["unsc"])
        return told.body == "unga" and bool(chose) and bare and self.reading.bodies[claim.sentence] != "unsc"

    def _counts_the_yearly_text(self, claim: Count, told: VoteEvent) -> bool:
        """ "Washington has abstained just once, in 2016", where the Assembly's vote was told of last."""
        acts = claim.acts
        plain = acts.what in ("yes", "no", "abstain") and acts.up_to_now and not (acts.since or acts.companions)
        bare = not says_a_subject(acts.subject, self.dockets["unsc"])
        return told.body == "unga" and plain and bare and self.reading.bodies[claim.sentence] != "unsc"

    def _counts_from_a_guess(self, claim: VoteClaim) -> bool:
        """ "Its term ends on Monday", in an article whose date was only inferred."""
        mention = claim.date if isinstance(claim, Membership) else None
        return self.when.basis == "inferred" and mention is not None and mention.form in RELATIVE_FORMS

    def _of_the_assembly(self, claim: Count | Generalisation) -> bool:
        """Whether the acts counted are the General Assembly's own, as the claim's sentence names it."""
        acts = claim.acts
        own = acts.what == "adopted" and not (acts.members.named or acts.members.groups)
        named = self.reading.bodies[claim.sentence]
        if not own or named is not None:
            return own and named == "unga"
        # "It is the 33rd such resolution", behind a vote of the Assembly
        told = self._told_last(claim) if isinstance(claim, Count) and SUCH in acts.subject.split() else None
        return told is not None and told.body == "unga"

    def _resting(self, settled: Settled | None, on_the_date: bool) -> Settled | None:
        """Say so where what is settled rests on a date that was inferred."""
        if settled is None or not on_the_date or self.when.basis != "inferred" or self.when.value is None:
            return settled
        if settled.verdict is Verdict.UNSETTLED:
            return settled
        taken = f"this takes the article's date to be {day(self.when.value)}, inferred from the vote it tells of"
        return replace(settled, reason=f"{settled.reason[:-1]}; {taken}.")

    def _names_the_day(self, settled: Settled | None) -> bool:
        return settled is not None and self.article is not None and day(self.article) in settled.reason

    def _event(self, claim: VoteClaim) -> VoteEvent | None:
        """The Council's vote that the text speaks of where the claim stands, "sat there when 435 was adopted", and the
        Assembly's where that body's rules are told.
        """
        bodies = ("unsc", "unga") if isinstance(claim, Rule) and claim.body == "unga" else ("unsc",)
        symbols = {c.symbol for c in self.reading.cited[claim.sentence]} if isinstance(claim, Membership) else set()
        named = self.dockets["unsc"].with_symbol(*symbols) if len(symbols) == 1 else ()
        event = named[0] if len(named) == 1 else self._told_last(claim)
        return event if event is not None and event.body in bodies else None

    def _before_another_told(
        self, claim: Generalisation, docket: Docket, event: VoteEvent | None, near: str
    ) -> Settled | None:
        """ "Russia vetoed on Monday, the United States on Wednesday. Russia had vetoed nothing since April": before the
        vote that is told of further back; "those two were its first since 1972": the earlier of them.
        """
        place = bisect_left(self._starts, claim.start)
        for thread in self._told[max(0, place - TOLD_BACK) : place][::-1]:
            other = next(iter(self.linker.link(thread).events), None)
            if other is not None and other is not event and other.body == docket.body:
                settled = generalisation.settle(claim, docket, self.article, other, near)
                if settled is not None and settled.verdict is Verdict.SUPPORTED:
                    return settled
        return None

    def _with_both_chinas(self, claim: Count, docket: Docket, event: VoteEvent | None, near: str) -> Settled | None:
        """ "Beijing's seventh": by lists that count the seat's vetoes, whichever China held it."""
        china = replace(claim, acts=replace(claim.acts, members=whichever_china(claim.acts.members)))
        settled = count.settle(china, docket, self.article, event, near)
        if settled is None or settled.verdict not in (Verdict.SUPPORTED, Verdict.DEPENDS):
            return None
        reason = f"{settled.reason[:-1]}; this counts what the Republic of China cast until 1971."
        return replace(settled, verdict=Verdict.DEPENDS, reason=reason)

    def _told_last(self, claim: VoteClaim) -> VoteEvent | None:
        """The vote that the text speaks of where the claim stands: the last told, else the next."""
        return next(iter(self._meant_last(claim)), None)

    def _told_in(self, claim: Count | Generalisation, docket: Docket) -> VoteEvent | None:
        """ "Washington vetoed it. The Assembly passed the same. It was its only veto that year": the own vote told
        of last, where the time is told from one.
        """
        if not any(mention.from_context for mention in claim.acts.period):
            return None
        place = bisect_left(self._starts, claim.start)
        before = (thread for thread in reversed(self._told[max(0, place - TOLD_BACK) : place]))
        own = next((thread for thread in before if thread.body == docket.body), None)
        return self.linker.link(own).best if own is not None else None

    def _meant_last(self, claim: VoteClaim) -> Sequence[VoteEvent]:
        """All that the text may mean by it, the likeliest first."""
        place = bisect_left(self._starts, claim.end)
        thread: Thread | None = None
        if place:
            thread = self._told[place - 1]
        else:
            following = bisect_right(self._starts, claim.end)
            if following < len(self._told) and min(self._told[following].sentences) <= claim.sentence + 1:
                thread = self._told[following]
        return self.linker.link(thread).events if thread is not None else ()


def _counts_from_today(reading: Reading) -> bool:
    """Whether a text says "on Wednesday" or "yesterday", as news does."""
    dates = (c.date for sentence in reading.sentences for c in sentence.dates)
    return any(d is not None and d.form in RELATIVE_FORMS for d in dates)


def _ids(link: Link) -> tuple[str, ...]:
    return tuple(event.id for event in link.events)
