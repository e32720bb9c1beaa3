"""Which claims speak of the same vote: a thread begins where the text turns to another date, text or body."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from onrecord.checking.body_told_of import counted, is_a_veto
from onrecord.checking.citing import between, chunks_of, of_an_older_text
from onrecord.checking.counts_with import count_of_another_text, tallies_with
from onrecord.checking.cues import Cues, counts_from_elsewhere, cues, told_lost
from onrecord.checking.fitting import (
    behind_its_day,
    conflict,
    counts_apart,
    dated_too,
    other_count,
    same_dates,
    vetoed_or_carried,
    vetoes_another,
)
from onrecord.checking.headline import with_its_headline
from onrecord.checking.hours import at_another_hour
from onrecord.checking.listed_days import listed_before
from onrecord.checking.matters import on_another_state, turned_to
from onrecord.checking.offices import apart
from onrecord.checking.set_apart import SURNAME, owner
from onrecord.checking.thread import Thread
from onrecord.checking.times_of_events import dates_told, that_day
from onrecord.checking.times_told import (
    compared_with,
    in_the_year_named,
    next_after_that,
    of_other_years,
    of_the_writing,
    to_come,
    years_without,
)
from onrecord.checking.told_from import ToldFrom, counted_on, told_from
from onrecord.checking.told_now import of_another_deed, this_time
from onrecord.checking.turning import (
    also_did,
    by_place,
    by_sponsors,
    counted_so,
    dated_since,
    in_order,
    in_that_body,
    latest,
    of_several_votes,
    of_that_one,
    of_those,
    place_told,
    returns,
    tells_apart,
    that_time,
    told_of_there,
)
from onrecord.reading.claims.vote import LARGEST_COUNCIL, Outcome, Position, Reference, Sponsor, Tally, VoteClaim
from onrecord.reading.parsed import Sentence, finite, in_brackets
from onrecord.reading.read import Reading

EVENT_CLAIMS = (Position, Tally, Outcome, Sponsor, Reference)
REASONS = ("because", "lest", "for fear that")
"""Words with which what is said of a text is accounted for by another."""
APPOINTMENT = "appointment"
"""What is told of a Secretary-General's second term is of no other vote than on that."""
ON = frozenset({"on", "for", "against"})
NEAR = 2
"""Sentences within which "that day" is that of the vote told of last."""
APART = 3
"""Earlier threads that a text set apart from the one before may not be."""


def threads(reading: Reading, seated: frozenset[str], article: date | None = None) -> list[Thread]:
    """In the order in which the text turns to them.

    `seated` are the members that ever sat on the Council: an adjective of another ("the Haitian text") names the
    text's subject rather than its sponsor. `article` is the text's date.
    """
    weaver = _Weaver(reading, seated, article)
    told = (c for c in reading.claims if isinstance(c, EVENT_CLAIMS))
    for claim in sorted(told, key=lambda c: (c.start, c.end)):
        weaver.add(claim)
    return with_its_headline(weaver.found, reading)


def _only_a_date(sentence: Sentence) -> bool:
    """ "4 February 2012. This time nobody abstained": the caption of what stands behind it."""
    words = [c for c in sentence.chunks if c.is_word]
    return bool(sentence.dates) and all(c.date is not None or c.cardinal is not None for c in words)


class _Weaver:
    """Takes claims in the order of the text."""

    def __init__(self, reading: Reading, seated: frozenset[str], article: date | None) -> None:
        self.reading = reading
        self.seated = seated
        self.article = article
        self.told: Thread | None = None
        """That of the claim before."""
        self.found: list[Thread] = []
        self.current: Thread | None = None
        """The vote that the text is about just now."""
        self.aside: Thread | None = None
        """A vote that it mentioned by the way."""
        self.likened: Thread | None = None
        """A vote to which it only likened another."""
        self.told_apart: Thread | None = None
        """A vote from which it told when another was."""
        self.last = -1
        self.back_then = -1
        """Where the claim ends that last went back to the vote told of before it."""

    def add(self, claim: VoteClaim) -> None:
        when = told_from(self.reading, claim) if self.reading.sentences[claim.sentence].dates else None
        if when is not None or (self.told_apart and self._goes_with_what_is_apart(claim)):
            self._add_apart(claim, when)
            return
        seen = self._seen(claim)
        if of_an_older_text(self.reading, claim):
            seen = replace(seen, dates=(), dates_led=False)
            self.aside = self._new(seen, claim)
            self.aside.take(claim, seen, self.reading.bodies[claim.sentence] is not None)
            return
        on = counted_on(self.reading, claim) if self.reading.sentences[claim.sentence].dates else None
        if on is not None and (on.anchor or on.anchor_symbols or self._told_here(claim)):
            seen = replace(seen, dates=on.dates, symbols=(), dates_led=False)
        else:
            on = None
        bodies = self.reading.bodies
        led = seen.dates_led and any(bodies[index] == seen.body for index in seen.lead_in)
        named = led or bodies[claim.sentence] is not None or self._too_many(claim)
        thread = self._thread(claim, seen)
        counted_before = thread if thread is not None and not seen.symbols else None
        if thread is None or (
            counted_before is not None
            and (other_count(thread, claim) or count_of_another_text(self.reading, thread, claim))
        ):
            thread = self._new(seen, claim)
            thread.told_from = on
            if counted_before is not None and counted_before.symbols:
                thread.differs_from.append(counted_before)
                thread.counted_apart = True
        if self._goes_right_on(claim, thread):
            thread.going_on.append(claim)
        thread.take(claim, seen, named)
        glanced_back = isinstance(claim, Position) and counted_so(self.found, self.current, claim) is thread
        if (
            self.back_then == claim.end
            or self._by_the_way(claim, thread, seen)
            or self._only_cited(claim, thread)
            or glanced_back
        ):
            self.aside = thread
        elif thread is not self.aside or not (seen.told_back or self._names_the_aside(claim)):
            self.current = thread
        self.told = thread
        self.last = claim.sentence

    def _add_apart(self, claim: VoteClaim, when: ToldFrom | None) -> None:
        """A claim of a vote that the text only tells another's time from: "two days after Russia had vetoed it"."""
        seen = self._seen(claim)
        thread = self.told_apart
        if when is not None and (thread is None or thread.told_from != when or claim.sentence not in thread.sentences):
            seen = replace(seen, dates=when.dates, symbols=when.symbols, dates_led=False, marker=None, order=())
            thread = self._new(seen, claim)
            thread.told_from = when
        assert thread is not None
        thread.take(claim, seen, self.reading.bodies[claim.sentence] is not None)
        self.aside = self.told = self.told_apart = thread
        self.last = claim.sentence

    def _goes_right_on(self, claim: VoteClaim, thread: Thread) -> bool:
        """ "On 8 November thirteen were for the tribunal. Rwanda was against it": right behind what was told of the
        same vote.
        """
        sentences = self.reading.sentences
        behind = any(told.start < claim.start for told in thread.claims)
        if self.told is not thread or thread is self.aside or claim.sentence - self.last > 1 or not behind:
            return False
        return sentences[claim.sentence].paragraph == sentences[self.last].paragraph

    def _told_here(self, claim: VoteClaim) -> bool:
        """Whether its own sentence tells of the vote from which another's time is told."""
        return self.told_apart is not None and claim.sentence in self.told_apart.sentences

    def _goes_with_what_is_apart(self, claim: VoteClaim) -> bool:
        """ "…, three weeks after the Council had adopted 2728, with Washington abstaining"."""
        told = self.told
        if told is None or told is not self.told_apart or not self._told_here(claim):
            return False
        gap = self.reading.normal.text[max(c.end for c in told.claims) : claim.start]
        goes_on = isinstance(claim, Position) and gap in (", ", ", with ")
        return goes_on and not any(map(finite, chunks_of(self.reading.sentences[claim.sentence], claim)))

    def _too_many(self, claim: VoteClaim) -> bool:
        """Whether more votes are counted with it than the Council has, which tells the body as its name would."""
        return any(counted(tally) > LARGEST_COUNCIL for tally in tallies_with(self.reading, claim))

    def _seen(self, claim: VoteClaim) -> Cues:
        bodies = self.reading.bodies
        led = next(
            (b for i in range(claim.sentence - 1, self.last, -1) if i >= 0 and (b := bodies[i]) is not None), None
        )
        before = led or (self.current.body if self.current is not None else "unsc")
        seen = cues(self.reading, claim, before, self.last)
        if seen.dates:
            dates = next_after_that(self.reading, seen.dates, claim)
            seen = replace(seen, dates=in_the_year_named(self.reading, dates, claim))
        if seen.dates and not (seen.dates_led or seen.symbols):
            reading, article = self.reading, self.article
            seen = replace(seen, dates=tuple(d for d in seen.dates if not to_come(reading, article, d, claim)))
        unnamed = bodies[claim.sentence] is None and not (self._too_many(claim) or is_a_veto(claim))
        if seen.dates and not seen.symbols and not seen.dates_led and unnamed:
            dated = next((t for t in reversed(self.found) if same_dates(t.dates, seen.dates)), None)
            seen = replace(seen, body=dated.body) if dated is not None and dated.body != seen.body else seen
        if seen.dates and not seen.dates_led and of_that_one(self.reading.sentences[claim.sentence], claim):
            seen = replace(seen, dates=(), dates_led=False)
        if self.found and seen.dates and not (seen.dates_led or seen.symbols):
            if of_another_deed(self.reading.sentences[claim.sentence], claim, seen.dates):
                seen = replace(seen, dates=())
        captioned = any(_only_a_date(self.reading.sentences[index]) for index in seen.lead_in)
        now = self.found and seen.dates and this_time(self.reading.sentences[claim.sentence], claim)
        if seen.dates_led and (of_the_writing(self.reading, self.article, seen.dates) or (now and not captioned)):
            seen = replace(seen, dates=(), dates_led=False)
        if seen.symbols and not self.reading.cited[claim.sentence]:
            if also_did(self.reading.sentences[claim.sentence]):
                seen = replace(seen, symbols=())
        current = self.current
        if not (seen.symbols or seen.dates) and current is not None and claim.sentence not in current.sentences:
            seen = replace(seen, dates=years_without(self.reading.sentences[claim.sentence], current))
        if not seen.symbols and (seen.dates_led or not seen.dates):
            days, symbols = listed_before(self.reading, claim)
            if days or symbols:
                seen = replace(seen, dates=days, symbols=symbols, dates_led=False, order=(), marker=None)
        if seen.dates_led and (place := self._place(claim, seen)[0]) is not None:
            if in_order(self.found, seen.body, place, claim.sentence) is not None:
                # "… On 7 July a third text …. Chad voted against the second."
                seen = replace(seen, dates=(), dates_led=False)
        if seen.body == "unsc" and self.seated and not seen.sponsors <= self.seated:
            seen = replace(
                seen, sponsors=frozenset(s for s in seen.sponsors if s in self.seated or s.startswith("GROUP:"))
            )
        if not (seen.sponsors or seen.authors) and isinstance(claim, Position | Tally):
            sentences = self.reading.sentences
            told = (owner(sentences[claim.sentence], claim), *(owner(sentences[i]) for i in reversed(seen.lead_in)))
            if any(told):
                seen = replace(seen, sponsors=next(own for own in told if own))
        return seen

    def _new(self, seen: Cues, claim: VoteClaim) -> Thread:
        thread = Thread(
            seen.body,
            dates_led=seen.dates_led,
            after=self._just_told() if any(d.from_context for d in seen.dates) else self.current,
            marker=seen.marker,
            other=seen.other,
            amendment=seen.amendment,
            summons=seen.summons,
            told_back=seen.told_back,
            went_before=seen.went_before,
            uncovered=seen.uncovered,
            uncovered_in=claim.sentence,
        )
        if self.current is not None and self.current.body == seen.body:
            apart = conflict(self.current.sponsors or self.current.authors, seen.sponsors)
            known = all(not s.startswith(SURNAME) for s in (*self.current.sponsors, *seen.sponsors))
            vetoed = vetoes_another(self.current, claim, self.reading.sentences[claim.sentence])
            hour = at_another_hour(self.found, self.current, claim, self.reading.sentences)[0]
            state = on_another_state(self.found, self.current, claim, self.reading.sentences)[0]
            if tells_apart(self.current, seen) or (apart and known) or vetoed or hour or state:
                thread.differs_from = [t for t in self.found if t.body == seen.body][-APART:]
        if seen.order and self.current is not None and self.current.order:
            thread.order_of = self.current.order_of
        self.found.append(thread)
        return thread

    def _just_told(self) -> Thread | None:
        """The vote that "the same day" and "two days later" go on from."""
        return self.found[-1] if self.found and self.found[-1] is not self.likened else self.current

    def _by_the_way(self, claim: VoteClaim, thread: Thread, seen: Cues) -> bool:
        """Whether the text mentions the thread and goes on with what it was about."""
        if self.current not in (None, thread) and in_brackets(self.reading.sentences[claim.sentence]):
            return True
        if seen.likened and thread is not self.current and self.current is not None:
            self.likened = thread
            return True
        if seen.went_before:
            return True
        if not (seen.dates or seen.symbols) or thread is self.current or seen.dates_led:
            return False
        if self.current is None:
            return seen.inserted
        if compared_with(self.reading, self.article, self.current, seen, claim):
            if not self.current.body_named:
                self.current.body = thread.body
            return True
        return seen.inserted or (thread.body == self.current.body and seen.told_back)

    def _names_the_aside(self, claim: VoteClaim) -> bool:
        """ "Russia, which had vetoed a US draft, voted in favour": whose text was mentioned by the way."""
        told = (self.aside, self.current)
        return isinstance(claim, Sponsor) and all(t is not None and claim.sentence in t.sentences for t in told)

    def _only_cited(self, claim: VoteClaim, thread: Thread) -> bool:
        """Whether a sentence that tells of a vote cites another text besides: "a mission that goes back to 858"."""
        current = self.current
        if not isinstance(claim, Reference) or current is None or current is thread or len(thread.claims) > 1:
            return False
        if any(d.form == "distance" and d.from_context and d.step > 0 for d in thread.dates):
            return False  # "and two days later resolution 1593 sent Darfur to The Hague": the text went on to that
        return any(c.sentence == claim.sentence and isinstance(c, Position | Tally) for c in current.claims)

    # --- the thread that a claim belongs to ------------------------------------------------

    def _thread(self, claim: VoteClaim, seen: Cues) -> Thread | None:
        if seen.symbols:
            return self._by_symbols(claim, seen)
        if seen.went_before and not seen.dates:
            return None
        place, opens = self._place(claim, seen)
        if place is not None and (one := in_order(self.found, seen.body, place, claim.sentence)) is not None:
            days = listed_before(self.reading, claim)[0]
            if not days or same_dates(one.dates, days):
                return one
            return next((t for t in reversed(self.found) if t.body == seen.body and same_dates(t.dates, days)), None)
        if opens or (place and isinstance(claim, Sponsor) and self.current is not None and not seen.dates):
            return None  # "In the case of the latter", "The second came from Rabat": of which nothing was read
        if not seen.dates and (back := self._turned_back(claim, seen)) is not None:
            return back
        sentences = self.reading.sentences
        if not seen.dates and self._told_of_then(claim) and this_time(sentences[claim.sentence], claim):
            return None
        there = told_of_there(self.found, self.told, sentences, claim, seen.lead_in) if seen.dates_led else None
        if there is not None and not of_other_years(there, seen):
            return there
        led = seen.dates_led or not seen.dates
        if led and isinstance(claim, Position) and (one := of_those(self.found, self.current, claim, seen)) is not None:
            return one
        aside = self.aside
        if seen.told_back and not seen.dates and aside is not None and aside.body == seen.body:
            if claim.sentence - max(aside.sentences) <= 1:
                return aside
        if seen.summons and (self.current is None or not self.current.summons):
            return None
        if seen.marker is not None:
            marked = next((t for t in reversed(self.found) if t.marker == seen.marker and t.body == seen.body), None)
            if marked is not None and not conflict(marked.sponsors, seen.sponsors):
                return marked
        if seen.amendment and not seen.dates:
            amending = next((t for t in reversed(self.found) if t.amendment and t.body == seen.body), None)
            if amending is not None and not conflict(amending.sponsors, seen.sponsors):
                return amending
        if seen.other is not None:
            named = next((t for t in self.found if t.other == seen.other), None)
            if named is not None:
                return named
        if seen.sponsors and (known := by_sponsors(self.found, seen)) is not None:
            return known
        if self._still_of_it(claim, seen):
            return self.current
        if returns(self.current, seen):
            return next((t for t in reversed(self.found) if t.body == seen.body and not t.amendment), None)
        if seen.other is not None or tells_apart(self.current, seen):
            return None
        return self._by_dates(claim, seen) if seen.dates else self._going_on(claim, seen)

    def _place(self, claim: VoteClaim, seen: Cues) -> tuple[int | None, bool]:
        """Which of the votes told of before the claim says that it is of, and whether its sentence opens with that."""
        sentence = self.reading.sentences[claim.sentence]
        if seen.dates_led and any(of_several_votes(self.reading.sentences[i]) for i in seen.lead_in):
            return None, False  # "In July there were two drafts in one night. The first had seven votes."
        own = () if seen.dates_led else seen.dates
        if any(claim.start <= sentence.start + d.start < claim.end for d in own):
            return None, False
        return place_told(sentence, claim)

    def _turned_back(self, claim: VoteClaim, seen: Cues) -> Thread | None:
        sentences = self.reading.sentences
        told = self.told
        if this_time(sentences[claim.sentence], claim):
            here = told is self.current and told is not None and claim.sentence in told.sentences
            if here and not sentences[claim.sentence].dates and self.back_then < sentences[claim.sentence].start:
                return told  # "On that one thirteen said yes; this time Moscow abstained"
            return latest(self.found, self.told, seen.body, self.article)
        if told is not None and told.body == seen.body and claim.sentence - self.last <= 1:
            if that_time(sentences[claim.sentence], claim, self.back_then):
                self.back_then = claim.end
                # "South Africa, which had abstained in May, was for it then": not of the vote told of by the way
                within = told is self.aside and all(claim.start <= c.start for c in told.claims)
                return self.current if within else told
        if isinstance(claim, Position) and (one := counted_so(self.found, self.current, claim)) is not None:
            return one
        return by_place(self.found, self.told, sentences, claim)

    def _told_of_then(self, claim: VoteClaim) -> bool:
        """ "Chad abstained in May and voted yes now": whether the claim's sentence went to another time first."""
        told = self.told
        return told is not None and bool(told.dates) and not told.dates_led and told.sentences == {claim.sentence}

    def _by_symbols(self, claim: VoteClaim, seen: Cues) -> Thread | None:
        for thread in reversed(self.found):
            if thread.symbols and set(seen.symbols) == set(thread.symbols):
                return thread
        current = self.current
        if current is None or current.symbols or current.body != seen.body or claim.sentence not in current.sentences:
            return None
        if (
            current.other is not None
            or tells_apart(self.current, seen)
            or (seen.told_back and not current.told_back)
            or (isinstance(claim, Reference) and self._behind_a_reason(claim, current))
            or not (current.dates == seen.dates == () or same_dates(current.dates, seen.dates))
        ):
            return None
        return current

    def _behind_a_reason(self, claim: VoteClaim, thread: Thread) -> bool:
        """ "Voted against the text because it resembled resolution 1973": the text is another."""
        told = [c.end for c in thread.claims if c.sentence == claim.sentence]
        gap = between(self.reading.sentences[claim.sentence], max(told, default=claim.start), claim.start)
        return any(c.lower in REASONS for c in gap)

    def _by_dates(self, claim: VoteClaim, seen: Cues) -> Thread | None:
        told = self.told
        same_text = told is not None and seen.sponsors <= told.sponsors
        if told is not None and told.body == seen.body and all(map(that_day, seen.dates)) and same_text:
            sentences = self.reading.sentences
            same = " same " in sentences[claim.sentence].text.lower()
            since = range(max(told.sentences) + 1, claim.sentence)
            dated = any(dates_told(sentences[index]) for index in since)
            if not (same or dated or len(since) >= NEAR or vetoes_another(told, claim, sentences[claim.sentence])):
                return told  # "the same day" may be of another text
        again = dated_too(self.reading.sentences[claim.sentence])
        for thread in behind_its_day(self.found, seen.dates):
            if again and claim.sentence not in thread.sentences:
                # "In August, too, it vetoed …": another vote of that time
                continue
            if thread.body == seen.body and same_dates(thread.dates, seen.dates):
                if any(d.from_context for d in seen.dates) and dated_since(self.found, thread):
                    continue  # "187 the year before. … Kyiv abstained in 2023 and the year before": from another time
                if vetoed_or_carried(thread, claim):
                    continue
                if not conflict(thread.sponsors, seen.sponsors) and thread.amendment == seen.amendment:
                    return thread
        current = self.current
        if current is None or current.dates or current.symbols or current.body != seen.body or seen.told_back:
            return None
        return current if claim.sentence in current.sentences and not counts_apart(current, claim) else None

    def _still_of_it(self, claim: VoteClaim, seen: Cues) -> bool:
        """ "The amendment fell to a veto; Japan abstained on it", "ten were for the amendment; France said no":
        what goes on and names no other text.
        """
        current = self.current
        if current is None or not current.amendment or seen.amendment or not isinstance(claim, Position):
            return False
        sentence = self.reading.sentences[claim.sentence]
        back = claim.sentence - max(current.sentences)
        words = chunks_of(sentence, claim)
        if seen.symbols or seen.other is not None or any(c.has("text", "cite", "council", "body") for c in words):
            return False
        on_it = words[-1].lower.split()[-1] == "it" or any(
            a.lower in ON and b.lower == "it" for a, b in pairwise(words)
        )
        told = max((c.end for c in current.claims if c.sentence == claim.sentence), default=claim.start)
        no_other = not any(c.has("text", "cite") for c in between(sentence, told, claim.start))
        return (back == 0 and (on_it or seen.dates_led or no_other)) or (back == 1 and on_it)

    def _going_on(self, claim: VoteClaim, seen: Cues) -> Thread | None:
        current = self.current
        if current is not None and current.body != seen.body and not seen.introduced:
            return in_that_body(self.found, self.reading, claim, seen)
        if current is None or current.body != seen.body:
            return None
        if (
            seen.uncovered == APPOINTMENT
            and current.uncovered != APPOINTMENT
            and claim.sentence not in current.sentences
        ):
            return None
        carried = any("/RES/" in symbol for symbol in current.symbols) and claim.sentence not in current.sentences
        if carried and told_lost(self.reading.claims_in(claim.sentence)):
            return None
        if seen.beside_cited and all(isinstance(told, Reference) for told in current.claims):
            return None
        if seen.introduced and current.claims and max(current.sentences) < claim.sentence:
            return None
        if vetoes_another(current, claim, self.reading.sentences[claim.sentence]):
            return None
        if claim.sentence not in current.sentences and also_did(self.reading.sentences[claim.sentence]):
            return None
        if apart(current.offices, seen.offices):
            return None
        turns, there = at_another_hour(self.found, current, claim, self.reading.sentences)
        if not turns:
            turns, there = on_another_state(self.found, current, claim, self.reading.sentences)
        if not turns:
            turns, there = turned_to(self.found, current, claim, self.reading.sentences, self.seated)
        if turns:
            return there
        if claim.sentence not in current.sentences and counts_from_elsewhere(
            self.reading.sentences[claim.sentence], claim
        ):
            return None
        if (seen.told_back or seen.inserted) and seen.sponsors and not (current.sponsors or current.authors):
            return None  # "which had killed the American text", of another vote than that told of
        if not conflict(current.sponsors or current.authors, seen.sponsors):
            return current
        return next((t for t in reversed(self.found) if t.body == seen.body and t.sponsors == seen.sponsors), None)
