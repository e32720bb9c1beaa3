"""Which vote event a thread is about: cues vote for candidates, from hard (symbol, date) to soft (subject).

An event must lead clearly, else all that fit are kept and the claim must hold of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from onrecord.checking import singling, weighing
from onrecord.checking.body_told_of import counted
from onrecord.checking.candidates import BESIDE, LONG_AGO, ages_off, fitting_tally, going_on, in_reach, of_late
from onrecord.checking.choosing import (
    AHEAD,
    CLEAR,
    LEAST,
    Candidate,
    Link,
    at_odds,
    bearing_out,
    choice,
    in_the_running,
    vetoed_besides,
    whole_year,
)
from onrecord.checking.docket import Docket
from onrecord.checking.judgement import Holds, judge, parts
from onrecord.checking.matters import state_voted_on
from onrecord.checking.named_by_voters import assembly_counts, last_day_of_states, of_several, of_states, without_seats
from onrecord.checking.on_the_subject import on_the_subject
from onrecord.checking.relevance import relevance
from onrecord.checking.spoken_days import day_spoken_of
from onrecord.checking.subjects import Relevance
from onrecord.checking.subjects_phrases import member_term
from onrecord.checking.thread import Thread
from onrecord.checking.told_from import day_told_from
from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.vote import LARGEST_COUNCIL, Position, Sponsor, Tally, VoteClaim, whole
from onrecord.reading.dates import DateMention, Interval
from onrecord.reading.read import Reading
from onrecord.record.model import Kind, VoteEvent

BY_SYMBOL = 20.0
OF_THE_COUNCIL, OF_THE_ASSEMBLY = weighing.OF_THE_COUNCIL, "A/RES/"
CLOSE = {"unsc": 30, "unga": 8}
"""Candidates whose votes are looked at; the Assembly's are fetched one by one."""
NEXT_DAY = 1
"""Days: amendments are voted on with the text that they would change, at times past midnight."""
WELL_TOLD = 0.9
"""Relevance from which a thread's own words tell its subject, so that none is carried on to it."""
FADED = 0.6
"""What the subject of the sentence before counts, where the thread's own has none."""
TOPIC = 3
"""Sentences before a thread without a subject of its own in which it is looked for, up to one that tells of a vote."""
YEAR = timedelta(days=400)
"""How far from the time that the text gives a vote may lie that all else that it tells singles out."""


AMENDING = re.compile(r"\bamendments? (?:to|of) (?:the )?(?:draft )?(?:resolution )?[A-Z\d]\S*$")
"""Words in front of a number whose text is what an amendment was to change."""


NEWS = ("weekday", "day")
"""Forms of the dates at which a text tells of what has just been voted."""


class Linker:
    """Links the threads of one document; `article` is its date, `around` the day of what an undated one tells of."""

    def __init__(
        self, reading: Reading, dockets: Mapping[str, Docket], article: date | None, around: date | None = None
    ) -> None:
        self.reading = reading
        self.dockets = dockets
        self.article = article
        self.around = around
        self.links: dict[int, Link] = {}
        self._document: dict[str, Relevance] = {}
        self._news: tuple[VoteEvent, ...] = ()
        """What the first thread is about that counts its day from the article's own."""
        self._in_the_assembly = False
        """Whether an earlier thread was the Assembly's, which tells as much as the United Nations' name."""
        self._counted_there = assembly_counts(reading, dockets["unga"])

    def link(self, thread: Thread) -> Link:
        """Threads must be asked for in the order of the text, since later ones count from earlier ones' dates."""
        known = self.links.get(id(thread))
        if known is None:
            docket = self.dockets[thread.body]
            known = self._by_symbol(thread, docket) or self._by_dates(thread, docket)
            there = (
                self.reading.speaks_of_the_united_nations
                or self._in_the_assembly
                or of_states(thread.claims, self.reading)
                or self._counted_there
            )
            unnamed = not thread.body_named and there
            if (
                unnamed
                and known.basis != "symbol"
                and (not known.events or without_seats(thread.claims, known.best, docket))
            ):
                known = self._in_the_other_body(thread) or known
            elif unnamed and known.basis == "date" and at_odds(thread.claims, known):
                known = self._in_the_other_body(thread, known.candidates[0].points) or known
            elif (unnamed and known.basis == "date" and self._off_the_day(thread, known)) or (
                unnamed and known.basis == "subject" and min(known.candidates[0].agreement, default=0.0) < 0
            ):
                known = self._in_the_other_body(thread, known.candidates[0].points + AHEAD) or known
            if (
                known.basis != "symbol"
                and not thread.amendment
                and (not known.events or thread.dates_led or not thread.dates)
            ):
                known = self._singled_out(thread, known) or self._on_the_subject(thread, known) or known
            if known.basis == "date" and (instead := self._on_the_day_of_the_news(thread, known)) is not None:
                known = instead
            earlier = self.links.get(id(thread.after))
            before = earlier.events if earlier is not None else []
            known.before = (*before, *(event for event in self._news if event not in before))
            if not self._news and known.basis == "date" and any(d.form in NEWS for d in thread.dates):
                self._news = tuple(known.events)
            self.links[id(thread)] = known
            self._in_the_assembly = self._in_the_assembly or (docket.body == "unga" and bool(known.events))
        return known

    def _on_the_day_of_the_news(self, thread: Thread, known: Link) -> Link | None:
        """ "… as not since resolution 465. The same afternoon seven were for an embargo": of the day of what the text
        reports, where nothing that is told fits the day of what it went back to.
        """
        told = known.candidates[0].agreement if known.candidates else []
        belied = bool(told) and min(told) < 0 and sum(told) <= 0
        if not (self._news and belied) or not any(d.from_context and not d.step for d in thread.dates):
            return None
        link = self._by_dates(thread, self.dockets[thread.body], self._news[0].date)
        agreement = link.candidates[0].agreement if link.events else []
        return link if agreement and min(agreement) >= 0 < max(agreement) else None

    def _off_the_day(self, thread: Thread, known: Link) -> bool:
        """ "Yesterday's vote in the Assembly … On Monday it had backed the draft": no vote there on the Monday."""
        for mention in thread.dates if known.best is not None else ():
            told = mention.resolve(self.article, self._context(thread))
            if told is not None and told.start is not None and told.start == told.end:
                return known.best is not None and known.best.date != told.start
        return False

    def _in_the_other_body(self, thread: Thread, points: float = LEAST + CLEAR) -> Link | None:
        """Where no sentence of a thread names its body, the one spoken of before may not be it.

        `points` are those that the other's vote must have.
        """
        other = next(docket for body, docket in self.dockets.items() if body != thread.body)
        if other.body == "unga" and any(isinstance(c, Position) and c.choice == "veto" for c in thread.claims):
            return None
        link = self._by_dates(thread, other)
        if not link.candidates or link.candidates[0].points < max(points, LEAST + CLEAR):
            return None
        best = link.candidates[0]
        vague = link.basis == "date" and best.cues < weighing.EXACT_DAY
        met = vague and any(p > 0 and of_several(c) for c, p in zip(thread.claims, best.agreement, strict=False))
        if vague and not met and not best.partly and self._relevance(thread, other).most < FADED:
            # Of all the other's votes in that time nothing tells one.
            return None
        thread.body = other.body
        return link

    def _singled_out(self, thread: Thread, known: Link) -> Link | None:
        """The one vote that all that is told fits, where dates and subjects lead to none or to one that it does not."""
        own = next((c for c in known.candidates if known.events and c.event is known.events[0]), None)
        if own is not None and all(points >= 0 for points in own.agreement):
            return None
        context = self._context(thread)
        if own is not None and context is not None and _counted_close_by(own, thread, context):
            return None
        for body in self._bodies(thread):
            docket = self.dockets[body]
            enough = singling.INSTEAD if known.events else singling.ENOUGH
            found = singling.singled_out(thread.claims, docket, lambda e: self._plausible(thread, e, context), enough)
            if found is None or (known.events and found[0].id == known.events[0].id):
                continue
            thread.body = body
            agreement = [weighing.by_agreement(c, judge(c, found[0], docket).holds) for c in thread.claims]
            return Link([found[0]], False, [Candidate(found[0], LEAST, agreement)], "told")
        return None

    def _bodies(self, thread: Thread) -> list[str]:
        """Whose votes a thread may be about, the likeliest first."""
        return [thread.body] if thread.body_named else [thread.body, *(b for b in self.dockets if b != thread.body)]

    def _on_the_subject(self, thread: Thread, known: Link) -> Link | None:
        """ "Germany abstained on Libya", without a time, where the vote that came to mind first is another."""
        best = known.candidates[0] if known.candidates else None
        if thread.dates or thread.symbols or best is None or all(points >= 0 for points in best.agreement):
            return None
        news = self.article is not None and self.article - best.event.date <= BESIDE
        if self._context(thread) is not None or (
            news and self._relevance(thread, self.dockets[thread.body]).get(best.event.id)
        ):
            return None
        texts = [self._but_seats(index) for index in sorted(thread.sentences)]
        for body in self._bodies(thread):
            if events := on_the_subject(texts, thread.claims, self.dockets[body], self.article):
                thread.body = body
                agreement = [weighing.by_agreement(claim, Holds.YES) for claim in thread.claims]
                return Link(events, False, [Candidate(event, LEAST, agreement) for event in events], "told")
        return None

    def _plausible(self, thread: Thread, event: VoteEvent, context: date | None) -> bool:
        """Whether nothing that the text says of the time rules the event's day out."""
        if self.article is not None and event.date > self.article:
            return False
        long_ago = self.article is not None and self.article - event.date > LONG_AGO
        if long_ago and not thread.dates and not self._relevance(thread, self.dockets[event.body]).get(event.id):
            return False
        for mention in thread.dates:
            if not thread.dates_led and not mention.matches(event.date):
                return False
            interval = mention.resolve(self.article, context)
            if interval is None or event.date in interval:
                continue
            if min(abs(event.date - e) for e in (interval.start, interval.end) if e is not None) > YEAR:
                return False
        return True

    # --- hard keys -----------------------------------------------------------------------

    def _by_symbol(self, thread: Thread, docket: Docket) -> Link | None:
        if not thread.symbols:
            return None
        if (assembly := self._of_the_assembly(thread, docket)) is not None:
            return assembly
        if (council := self._of_the_council(thread, docket)) is not None:
            return council
        found: list[VoteEvent] = []
        missing: str | None = None
        for symbol in thread.symbols:
            events = docket.with_symbol(symbol) or _voted_part(symbol, docket)
            events = [e for e in events if e.kind is not Kind.AMENDMENT] or events
            if not events:
                missing = symbol
            past = [e for e in events if self.article is None or e.date <= self.article]
            if events and not past and self._dated_otherwise(thread, events):
                # The number is wrong, since no vote on it had been taken; the day that the text gives tells which.
                return None
            found.extend(past or events)
        if thread.amendment and self._amends_what_is_cited(thread):
            return self._amendment(thread, docket, found)
        return _named(thread, found, missing)

    def _of_the_assembly(self, thread: Thread, docket: Docket) -> Link | None:
        """The Assembly's resolution that a bare number means, where the Council's of that number cannot be meant."""
        numbers = [symbol.removeprefix(OF_THE_COUNCIL) for symbol in thread.symbols]
        if docket.body != "unsc" or not all(number.isdigit() for number in numbers):
            return None
        own = [e for symbol in thread.symbols for e in docket.with_symbol(symbol)]
        others = [e for n in numbers for e in self.dockets["unga"].with_symbol(f"{OF_THE_ASSEMBLY}{n}")]
        too_many = any(_counts(c) > LARGEST_COUNCIL for c in thread.claims)
        to_come = bool(own) and self.article is not None and all(e.date > self.article for e in own)
        fits = not self._dated_otherwise(thread, others)
        elsewhere = (to_come or self._dated_otherwise(thread, own)) and not thread.body_named
        if not others or not fits or not (too_many or elsewhere):
            return None
        thread.body = "unga"
        return _named(thread, others)

    def _of_the_council(self, thread: Thread, docket: Docket) -> Link | None:
        """The Council's resolution that a bare number means beside the Assembly, which it may have called with it."""
        number = thread.symbols[0].removeprefix(OF_THE_ASSEMBLY)
        known = docket.body != "unga" or len(thread.symbols) != 1 or docket.with_symbol(thread.symbols[0])
        if known or not number.isdigit():
            return None
        council = self.dockets["unsc"]
        events = council.with_symbol(f"{OF_THE_COUNCIL}{number}")
        counted_so = [c for c in thread.claims if isinstance(c, Tally)]
        if not events or not counted_so or any(judge(c, events[0], council).holds is not Holds.YES for c in counted_so):
            return None
        thread.body = "unsc"
        return _named(thread, events)

    def _dated_otherwise(self, thread: Thread, events: Iterable[VoteEvent]) -> bool:
        """Whether the text itself gives another day than that of the events."""
        if not thread.dates or thread.dates_led:
            return False
        context = self._context(thread)
        resolved = [mention.resolve(self.article, context) for mention in thread.dates]
        return not any(interval is None or e.date in interval for interval in resolved for e in events)

    def _amends_what_is_cited(self, thread: Thread) -> bool:
        """ "A Russian amendment to resolution 2720": the number is that of the text it was to change."""
        text = self.reading.normal.text
        return any(
            AMENDING.search(text[max(0, cited.start - 40) : cited.end]) is not None
            for index in thread.sentences
            for cited in self.reading.cited[index]
            if cited.symbol in thread.symbols
        )

    def _amendment(self, thread: Thread, docket: Docket, amended: list[VoteEvent]) -> Link:
        """The amendment voted on with that text that fits best; none where the record holds none."""
        days = {e.date for e in amended}
        close = [
            Candidate(e, BY_SYMBOL, [weighing.by_agreement(c, judge(c, e, docket).holds) for c in thread.claims])
            for day in days
            for e in docket.between(day, day)
            if e.kind is Kind.AMENDMENT
        ]
        return choice(sorted(close, key=lambda c: -c.points), "symbol")

    def _by_dates(self, thread: Thread, docket: Docket, counted_from: date | None = None) -> Link:
        """One event; or, where the text joins two dates, the event of each."""
        links = [self._ranked(thread, docket, mention, counted_from) for mention in thread.dates or (None,)]
        if len(links) > 1 and all(link.events for link in links):
            borne_out = [bearing_out(link, mention) for link, mention in zip(links, thread.dates, strict=True)]
            meant = [event or link.events[0] for event, link in zip(borne_out, links, strict=True)]
            events = list({event.id: event for event in meant}.values())
            candidates = [c for link in links for c in link.candidates]
            # "Carter abstained in 1979 and 1980", of no subject: no one vote can say that he did not
            open_ = bool(thread.offices) and self._relevance(thread, docket).most < WELL_TOLD
            wide = open_ and any(e is None and whole_year(d) for e, d in zip(borne_out, thread.dates, strict=True))
            return Link(events, not wide, candidates, "date")
        return links[0]

    # --- soft keys -----------------------------------------------------------------------

    def _ranked(
        self, thread: Thread, docket: Docket, mention: DateMention | None, counted_from: date | None = None
    ) -> Link:
        context = counted_from or self._context(thread)
        interval = mention.resolve(self.article, context) if mention is not None else None
        if mention is not None and interval is not None and thread.told_back:
            interval = self._before_that(thread, mention, interval)
        subject, whole = self._relevance(thread, docket), self._document_relevance(docket)
        told = subject.most
        carried = self._carried(thread, docket) if told < WELL_TOLD else None
        lately = of_late(mention, interval, self.article)
        series = self._series(thread, docket) if mention is not None and told < FADED else frozenset()
        article = self.article
        onward = going_on(mention, interval, article, context, thread.told_back)
        pool = in_reach(docket, interval, lately or onward, None if mention else context, article, subject, whole)
        days = docket.ordinals[pool]
        if article is not None:
            pool, days = pool[days <= article.toordinal()], days[days <= article.toordinal()]
        if (ended := last_day_of_states(thread.claims, docket)) is not None:
            pool, days = pool[days <= ended.toordinal()], days[days <= ended.toordinal()]
        if thread.amendment and mention is None and context is not None:
            pool = pool[np.abs(days - context.toordinal()) <= NEXT_DAY]
        events = list(map(docket.events.__getitem__, pool.tolist()))
        cues = weighing.by_kinds(thread, docket, pool)
        off_date = np.zeros(len(pool), dtype=bool)
        if mention is not None:
            dated = weighing.by_date(mention, interval, docket, pool)
            if lately is not None and lately.start is not None and lately.end is not None:
                days = docket.ordinals[pool]
                late = (days >= lately.start.toordinal()) & (days <= lately.end.toordinal())
                dated[late] = np.maximum(dated[late], weighing.SAME_WEEK)
            if onward is not None:
                dated = np.maximum(dated, weighing.by_date(mention, onward, docket, pool))
            base = context if mention.from_context else article
            cues += np.where(dated > 0, weighing.by_closeness(mention, base, docket, pool), 0.0)
            cues += (weighing.LED if thread.dates_led else 1.0) * dated
            if not thread.dates_led:
                off_date = dated < 0
        else:
            cues += 0.0 if thread.of_any_time else weighing.by_recency(docket, pool, article, context)
        cues += weighing.SUBJECT * subject.rated[pool] + weighing.DOCUMENT * whole.rated[pool]
        if thread.offices:
            cues += [weighing.by_offices(event, thread.offices) for event in events]
        for on_it in self._of_states_voted_on(thread, docket):
            cues[[event.id in on_it for event in events]] += weighing.ON_STATE
        if series:
            cues[[event.id in series for event in events]] += weighing.SAME_TITLE
        if carried is not None:
            cues += weighing.CARRIED * (1 - told) * carried.rated[pool]
        if numbered := weighing.numbered(thread, self.reading, docket, interval):
            cues[[event.id in numbered for event in events]] += weighing.NUMBERED
        # "Resolution 1244 passed, a text of Ukraine's" may be the same one
        other_text = thread.other is not None and any(not isinstance(c, Sponsor) for c in thread.claims)
        another = other_text or thread.counted_apart
        for other, cited in self._set_apart(thread, docket):
            cues[pool == other] -= weighing.SURELY_APART if cited and another else weighing.APART
        if thread.sponsors and not any(isinstance(claim, Sponsor) for claim in thread.claims):
            cues[[weighing.by_owner(event, thread, docket) for event in events]] += weighing.WHOSE
        for whose in weighing.veto_told(thread, self.reading) if thread.dates_led else ():
            cues -= [0.0 if whose.intersection(e.vetoed_by) else weighing.VETO_TOLD for e in events]
        if thread.order:
            day = interval.end if interval is not None else context
            for event_id, points in weighing.by_order(thread, docket, day):
                cues[pool == docket.places[event_id]] += points
        counted = [
            claim
            for claim in thread.claims
            if isinstance(claim, Tally) and not self.reading.sentences[claim.sentence].elsewhere
        ]
        by_parts = weighing.parts_weigher(counted)
        promise = cues
        if counted:
            partly = [0.0 if off else by_parts(e) for e, off in zip(events, off_date.tolist(), strict=True)]
            promise = cues + partly
        closest = (-promise).argsort(kind="stable")[: CLOSE[docket.body]]
        rows = zip(closest.tolist(), cues[closest].tolist(), off_date[closest].tolist(), strict=True)
        close = [Candidate(events[at], points, off_date=off) for at, points, off in rows]
        if any(isinstance(claim, Position) and claim.choice == "veto" for claim in thread.claims):
            close += vetoed_besides(close, events, cues.tolist(), off_date.tolist())
        if any(isinstance(claim, Tally) for claim in thread.claims):
            scored = dict(zip(pool.tolist(), cues.tolist(), strict=True))
            close += fitting_tally(thread, docket, scored, close, subject, article)
        close = in_the_running(close, thread.claims, docket, by_parts)
        close.sort(key=lambda c: -c.points)
        if not thread.amendment:
            # What is not called an amendment is one only where nothing else fits.
            own = [c for c in close if c.event.kind is not Kind.AMENDMENT]
            close = own if own and own[0].points > close[0].points - CLEAR else close
        if mention is not None and not thread.dates_led and mention.form == "distance" and interval is not None:
            close = [c for c in close if not ages_off(c.event, interval)]
        link = choice(close, "subject" if mention is None else "date")
        if mention is not None and mention.year is None and interval is not None and link.best is not None:
            edges = [edge for edge in (interval.start, interval.end) if edge is not None]
            far = link.best.date not in interval and all(abs(link.best.date - edge) > YEAR / 2 for edge in edges)
            led = thread.dates_led and article is None
            link.other_year = far and (led or self._of_no_such_year(thread, link.best.date, edges))
        return link

    def _of_no_such_year(self, thread: Thread, day: date, told: list[date]) -> bool:
        """ "France abstained in May", of which nothing but the month fits a vote of twenty years ago."""
        alone = len(thread.claims) == 1 and not thread.dates_led
        long_ago = self.article is not None and self.article - day > LONG_AGO
        return alone and long_ago and all(abs(day - edge) > LONG_AGO for edge in told)

    def _before_that(self, thread: Thread, mention: DateMention, interval: Interval) -> Interval:
        """ "In February 2012 thirteen were for it. India, which had abstained in October": in the October before."""
        earlier = self.links.get(id(thread.after))
        bare = mention.form == "calendar" and mention.month is not None and mention.year is None
        if earlier is None or earlier.best is None or not bare or interval.start is None:
            return interval
        if not 0 < (interval.start - earlier.best.date).days < YEAR.days:
            return interval
        return replace(mention, year=interval.start.year - 1).resolve(self.article) or interval

    def _set_apart(self, thread: Thread, docket: Docket) -> Iterator[tuple[int, bool]]:
        """The places of the votes that it is not about, since what is said of them is said of another, and whether
        they were cited.
        """
        for other in thread.differs_from:
            link = self.links.get(id(other))
            if link is not None and len(link.events) == 1 and link.events[0].id in docket.places:
                yield docket.places[link.events[0].id], link.basis == "symbol"

    # --- context -------------------------------------------------------------------------

    def _relevance(self, thread: Thread, docket: Docket) -> Relevance:
        own = sorted(thread.sentences | thread.lead_in)
        claims = [claim for i in own for claim in self.reading.claims_in(i)]
        found = relevance(docket, [self._but_seats(i) for i in own], claims)
        if not found and own[0] > 0:
            for index in range(own[0] - 1, max(own[0] - TOPIC - 1, -1), -1):
                before = relevance(docket, [self._but_seats(index)], self.reading.claims_in(index))
                if before or self.reading.claims_in(index):
                    return before.lowered(FADED)
        return found

    def _of_states_voted_on(self, thread: Thread, docket: Docket) -> Iterator[frozenset[str]]:
        """ "In 1976 it kept out Angola, then it barred Vietnam": the votes on the state that a claim says it was on."""
        for codes in {state_voted_on(claim, self.reading.sentences) for claim in thread.claims}:
            if codes is not None:
                yield frozenset().union(*(docket.subjects.about(frozenset((member_term(code),))) for code in codes))

    def _but_seats(self, index: int) -> str:
        """A sentence without what it says of who sits on the Council, which is no vote's subject."""
        sentence = self.reading.sentences[index]
        text = sentence.text
        for claim in reversed(self.reading.standing_in(index)):
            if isinstance(claim, Membership):
                text = text[: claim.start - sentence.start] + text[claim.end - sentence.start :]
        return text

    def _series(self, thread: Thread, docket: Docket) -> frozenset[str]:
        """The texts of one series with that spoken of before: "a year ago it had been 188 to three"."""
        earlier = thread.after
        link = self.links.get(id(earlier)) if earlier is not None else None
        if link is None or len(link.events) != 1 or link.events[0].body != docket.body:
            return frozenset()
        return docket.series(link.events[0])

    def _context(self, thread: Thread) -> date | None:
        told = thread.told_from
        if told is not None and (day := day_told_from(told, self.dockets, self.article)) is not None:
            return day
        return day_spoken_of(thread, self.reading, self.links, self.article) or self.around

    def _carried(self, thread: Thread, docket: Docket) -> Relevance | None:
        """The subject of the vote spoken of before, for a thread that names none."""
        earlier = thread.after
        while earlier is not None:
            link = self.links.get(id(earlier))
            if link is not None and link.events:
                known = self.dockets[link.events[0].body].subjects.subject_terms(link.events[0].id)
                return docket.subjects.relevance(known)
            earlier = earlier.after
        return None

    def _document_relevance(self, docket: Docket) -> Relevance:
        known = self._document.get(docket.body)
        if known is None:
            known = self._document[docket.body] = relevance(docket, self.reading.head, self.reading.claims)
        return known


def _voted_part(symbol: str, docket: Docket) -> list[VoteEvent]:
    """The one part that was put to a vote, of a resolution cited as a whole: "181 (II)"."""
    voted = [e for e in docket.parts_of(symbol) if e.yes is not None] if "[" not in symbol else []
    return voted if len(voted) == 1 else []


def _named(thread: Thread, events: list[VoteEvent], missing: str | None = None) -> Link:
    """What the symbols that a thread cites stand for."""
    together = len(thread.symbols) > 1 or len(events) > 1
    return Link(events, together, [Candidate(e, BY_SYMBOL) for e in events], "symbol", missing)


def _counted_close_by(own: Candidate, thread: Thread, context: date) -> bool:
    """ "104 to 18, eighteen abstaining", days after the vote told of before: no vote of other years is meant."""
    counted_rightly = any(
        isinstance(claim, Tally) and points > 0 and parts(claim).keys() >= {"yes", "no", "abstain"}
        for claim, points in zip(thread.claims, own.agreement, strict=False)
    )
    return counted_rightly and abs(own.event.date - context) <= BESIDE


def _counts(claim: VoteClaim) -> int:
    """How many votes the claim speaks of."""
    if isinstance(claim, Tally):
        return counted(claim)
    return whole(claim.total) if isinstance(claim, Position) and claim.total is not None else 0
