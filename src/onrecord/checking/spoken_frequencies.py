"""What the record says to a count or a generalisation, beside the votes that the text tells of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from onrecord.checking.belonging import BORNE_OUT
from onrecord.checking.counts_in_doubt import (
    counts_to_a_matter,
    in_the_assembly_too,
    left_open,
    of_a_person,
    of_those_told,
    somebody_unknown,
    turned,
)
from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.scopes import says_a_subject
from onrecord.checking.settlers import count, generalisation, up_to
from onrecord.checking.settlers.assembly_series import (
    settle_count_of_series,
    settle_of_series,
    settle_of_year,
    settle_series,
)
from onrecord.checking.settlers.doubted import others_who_acted
from onrecord.checking.settlers.first import several_first
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.thing_vetoed import of_a_thing
from onrecord.checking.told import TOLD_BACK, Told
from onrecord.checking.whose import deputised, in_all_terms, of_peking, whichever_china
from onrecord.checking.years_named import of_another_year
from onrecord.reading.claims.frequency import SUCH, Count, Generalisation
from onrecord.record.model import VoteEvent

NEAR = 1_500
"""Characters before a count that tell which war or mission it speaks of."""


class Frequencies(Told):
    """How often something was done, as the text counts it, each claim settled once."""

    def _counts(self) -> Iterator[tuple[Count, Settled | None]]:
        """What the text counts, the last first, as it is settled."""
        return ((c, self._settled(c)) for c in reversed(self.reading.claims) if isinstance(c, Count))

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
        if settled is not None and settled.verdict is Verdict.CONTRADICTED and of_a_thing(claim, self.reading, docket):
            return None
        if settled is not None and settled.verdict is Verdict.CONTRADICTED and not claim.denied:
            again = self._in_all_terms(claim, docket, event, near)
            settled = again or self._of_another_named(claim, docket, event, near) or settled
        if settled is not None and claim.denied:
            settled = turned(settled)
        if settled is not None and isinstance(claim, Generalisation):
            if deputised(claim.acts.tenure, docket.record, (e.date for e in settled.events)):
                settled = left_open(settled, f"{settled.reason[:-1]}; the record does not say whose hand was raised.")
        if settled is not None and of_those_told(self.reading, claim):
            settled = left_open(settled, "The words may be of no other votes than those spoken of.")
        if settled is not None and of_a_person(self.reading, claim):
            settled = left_open(settled, "Whom the words mean cannot be told.")
        if settled is not None and counts_to_a_matter(self.reading, claim):
            settled = left_open(settled, "The words count up to a vote that they do not date.")
        if settled is not None and of_another_year(self.reading, claim, event):
            settled = left_open(settled)
        if settled is not None and docket.body == "unsc" and in_the_assembly_too(self.reading, claim):
            settled = left_open(settled, "The words count votes of other bodies as well.")
        return settled

    def _in_all_terms(
        self, claim: Count | Generalisation, docket: Docket, event: VoteEvent | None, near: str
    ) -> Settled | None:
        """The answer where the terms of a leader who came back are counted together, where it holds of them."""
        both = in_all_terms(claim.acts.tenure) if claim.acts.term is None else None
        if both is None:
            return None
        return self._borne_out(replace(claim, acts=replace(claim.acts, tenure=both)), docket, event, near)

    def _of_another_named(
        self, claim: Count | Generalisation, docket: Docket, event: VoteEvent | None, near: str
    ) -> Settled | None:
        """The answer for whom else a pronoun may stand, where it holds of them."""
        for other in others_who_acted(claim, self.reading):
            meant = replace(claim, acts=replace(claim.acts, members=other))
            if (settled := self._borne_out(meant, docket, event, near)) is not None:
                return replace(settled, confidence=min(settled.confidence, 0.6))
        return None

    def _borne_out(
        self, claim: Count | Generalisation, docket: Docket, event: VoteEvent | None, near: str
    ) -> Settled | None:
        """The answer to a claim read otherwise; None where it does not hold."""
        if isinstance(claim, Count):
            settled = count.settle(claim, docket, self.article, event, near)
        else:
            settled = generalisation.settle(claim, docket, self.article, event, near)
        return settled if settled is not None and settled.verdict in BORNE_OUT else None

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
