"""A numbered resolution or draft with the year, date or subject it is said to have."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from onrecord.reading.claims.vote import Reference
from onrecord.reading.clauses import clause_end, clause_start, subject, verb_group_start
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.citations import YEAR, Cited, citations
from onrecord.reading.extract.reference_words import (
    beside_bracket,
    head_of,
    insertion_end,
    is_name,
    only_year,
    subject_phrase_end,
)
from onrecord.reading.extract.state import Discourse
from onrecord.reading.nouns import Noun, noun_at, verbish
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

MADE = ("adopt", "act", "pass", "put", "use")
"""Meanings of verbs whose date is the resolution's own: it was adopted, or did what it did, that day."""
_WORDS = word_sets("clause_words.csv")
DONE = ("act", "adopt", "put", "pass", "sponsor")
"""Meanings of verbs that tell what was done through a resolution: "recommended under 1999", "went through as 1487"."""
LINKS = _WORDS["number_link"] | {","}
"""What may stand between a number and its date: "2735, adopted in June 2024", "242 of 22 November 1967"."""
ABOUT, MEANS, NOT_SUBJECT = _WORDS["about"], _WORDS["means"], _WORDS["not_subject"]
PRESENTING = _WORDS["presenting"]
CONCERNS = frozenset({"concerned", "concerns", "covered", "covers", "had to do with", "has to do with", "dealt with"})
BEGAN = frozenset({"dates", "dated", "date", "dates back", "goes", "go", "went", "began", "begins", "born", "stems"})
"""Verbs of what has been since a date: "the regime dates from March 2015 and resolution 2206"."""


def references(sentence: Sentence, cited: list[Cited], found: list[Phrase], discourse: Discourse) -> list[Reference]:
    """The citations that assert something beyond the number: a year, a date, a subject."""
    if sentence.question or sentence.withdrawn:
        return []
    claims: list[Reference] = []
    for place, one in enumerate(cited):
        if one.first >= sentence.unreal_from:
            continue
        until = cited[place + 1].first if place + 1 < len(cited) else len(sentence.chunks)
        claim = _Reader(sentence, found, one, until).claim(discourse)
        if claim is not None:
            claims.append(claim)
    later = _it_dates_from(sentence, discourse) if not claims and not cited else None
    if cited:
        discourse.cited = cited[-1].symbol
        discourse.cited_in = sentence.index
    return [*claims, later] if later is not None else claims


class _Reader:
    """Gathers what one sentence says of one cited text."""

    def __init__(self, sentence: Sentence, found: list[Phrase], cited: Cited, until: int) -> None:
        self.sentence, self.found, self.cited, self.until = sentence, found, cited, until
        self.chunks = sentence.chunks
        self.first = head_of(self.chunks, cited.first)
        self.start = self.chunks[beside_bracket(self.chunks, self.first)].start
        self.end = cited.end
        self.after = cited.last + 1
        self.year: int | None = None
        self.date: DateMention | None = None
        self.subject: list[str] = []

    def claim(self, discourse: Discourse) -> Reference | None:
        self._year()
        self._date_after()
        if self.date is None and self.year is None:
            self._date_before()
        self._set_beside()
        if self.date is None and self.year is None:
            self._date_after()
        if self.date is None and self.year is None:
            self._adopted_on()
        self._predicate()
        self._done_through(discourse)
        if self.year is None and self.date is None and not self.subject:
            return None
        sentence = self.sentence
        self._close_bracket()
        return Reference(
            self.start,
            self.end,
            sentence.index,
            sentence.speaker_at(self.chunks[self.cited.first].start),
            self.cited.symbol,
            year=self.year,
            date=self.date,
            subject="; ".join(self.subject) or None,
            sure=self.cited.sure,
        )

    def _close_bracket(self) -> None:
        base = self.sentence.start
        stretch = self.sentence.text[self.start - base : self.end - base]
        if stretch.count("(") > stretch.count(")") and self.sentence.text[self.end - base : self.end - base + 1] == ")":
            self.end += 1

    # --- year and date -----------------------------------------------------------------------

    def _year(self) -> None:
        year = YEAR.match(self.sentence.text, self.cited.end - self.sentence.start)
        if year is not None:
            self.year = int(year.group(1) or year.group(2))
            self.end = self.sentence.start + year.end()
        elif self.first > 0 and (before := self.chunks[self.first - 1].date) is not None and only_year(before):
            self.year = before.year
            self.start = self.chunks[self.first - 1].start
        while self.after < self.until and self.chunks[self.after].start < self.end:
            self.after += 1

    def _date_after(self) -> None:
        """ "Resolution 2735, adopted in June 2024", "resolution 1701 was adopted in August 2006"."""
        at = self.after
        steps = 0
        while at < self.until and steps < 7:
            chunk = self.chunks[at]
            if chunk.date is not None:
                if chunk.date.role in ("at", "since") and not chunk.date.from_elsewhere:
                    self._dated(chunk.date, chunk.end)
                    self.after = at + 1
                return
            if chunk.lower in ("on", "in", "at") and not self._date_is_its_own(at):
                return
            if not (
                chunk.lower in (*LINKS, "on", "in", "followed", "came")
                or chunk.verb("adopt", "pass")
                or chunk.has("be", "unanimous", "adverb")
            ):
                return
            at += 1
            steps += 1

    def _date_is_its_own(self, at: int) -> bool:
        """Whether "in June" behind the number tells when it was adopted, and not when it was cited or runs out."""
        if any(c.verb("adopt", "pass", "sponsor") or c.text in ",(" for c in self.chunks[self.after : at]):
            return True
        before = self.first - 1
        while before >= 0 and self.chunks[before].has("determiner", "adverb"):
            before -= 1
        if before < 0 or self.chunks[before].text in ",;:—(" or self.chunks[before].has("and"):
            return True
        if self.chunks[before].verb("adopt") is not None:
            return True
        stretch = self.chunks[max(0, before - 5) : before]
        return self.chunks[before].lower in MEANS and any(
            c.verb("act", "adopt", "put") and not c.lower.endswith("s") for c in stretch
        )

    def _dated(self, date: DateMention, end: int) -> None:
        if only_year(date):
            self.year = self.year or date.year
        else:
            self.date = replace(date, role="at") if date.role == "since" else date
        self.end = max(self.end, end)

    def _date_before(self) -> None:
        """ "Yesterday's resolution, number 1483", "On 13 July 1960 resolution 143 asked Belgium to withdraw"."""
        at = self.first - 1
        steps = 0
        if self._heads_an_entry() or self._in_brackets_behind() or self._began_with():
            return
        while at >= 0 and steps < 4:
            chunk = self.chunks[at]
            if chunk.date is not None:
                owned = at + 1 < len(self.chunks) and self.chunks[at + 1].lower in (*PRESENTING, "'s", "'")
                if owned or self._does_something():
                    if at and self.chunks[at - 1].has("preposition") and not owned:
                        self.start = self.chunks[at - 1].start
                    else:
                        self.start = chunk.start
                    self._dated(chunk.date, self.end)
                return
            if not (
                chunk.text in ",("
                or chunk.has("determiner", "text", "vote_noun", "of_adjective")
                or chunk.lower in ("'s", "for", "on", "council", *PRESENTING)
            ):
                return
            at -= 1
            steps += 1

    def _heads_an_entry(self) -> bool:
        """ "Dec 2006: Res. 1737, first sanctions", "1978: Resolution 435 sets up the transition"."""
        mark, date = self.first - 1, self.first - 2
        if date < 0 or self.chunks[mark].text not in ":–—-" or any(c.is_word for c in self.chunks[:date]):
            return False
        said = self.chunks[date].date
        following = self.chunks[self.after].text if self.after < self.until else "."
        if said is None or not (following in ",(—–." or self._does_something()):
            return False
        self.start = self.chunks[date].start
        self._dated(said, self.end)
        return True

    def _in_brackets_behind(self) -> bool:
        """ "The Council acted on Ebola in 2014 (resolution 2177)"."""
        mark, date = self.first - 1, self.first - 2
        if date < 0 or self.chunks[mark].text != "(" or self.after >= self.until or self.chunks[self.after].text != ")":
            return False
        said = self.chunks[date].date
        if said is None or said.role != "at" or said.form != "calendar":
            return False
        if self.chunks[date - 1].lower in ("to", "until", "till", "by", "through", "for", "since", "from"):
            return False
        noun = next((i for i in range(date - 1, max(date - 4, -1), -1) if self.chunks[i].has("preposition")), date)
        self.start = self.chunks[max(0, noun - 1)].start
        self._dated(said, self.end)
        return True

    def _began_with(self) -> bool:
        """ "The regime dates from March 2015 and resolution 2206", "goes back to 2013 and resolution 2100"."""
        date = self.first - 2
        if date < 2 or not self.chunks[self.first - 1].has("and") or (said := self.chunks[date].date) is None:
            return False
        verb = next((i for i in range(date - 1, max(date - 5, 0), -1) if self.chunks[i].lower in BEGAN), None)
        if verb is None:
            return False
        noun = subject(self.sentence, self.found, verb)
        self.start = self.chunks[noun.first if noun is not None and noun.last < verb else verb].start
        self._dated(said, self.end)
        return True

    def _adopted_on(self) -> None:
        """ "In 2004 the Council adopted resolution 1559"."""
        verb = self.first - 1
        while verb > 0 and self.chunks[verb].has("determiner", "of_adjective"):
            verb -= 1
        if verb <= 0 or self.chunks[verb].verb("adopt") is None or self.chunks[verb].lower.endswith("ing"):
            return
        noun = subject(self.sentence, self.found, verb)
        if noun is not None and noun.kind in ("body", "pronoun"):
            self._date_of_clause(noun, verb)

    def _does_something(self) -> bool:
        """Whether the resolution is the subject of a verb that tells what it did."""
        return self._verb() is not None

    def _governed(self) -> bool:
        """Whether a preposition stands before it, so that it is the subject of nothing."""
        before = self.first - 1
        while before >= 0 and self.chunks[before].has("determiner", "council", "assembly"):
            before -= 1
        return before >= 0 and self.chunks[before].has("preposition") and self.chunks[before].date is None

    def _verb(self) -> int | None:
        if self._governed():
            return None
        at = self.after
        while at < self.until and (self.chunks[at].has("adverb") or self.chunks[at].lower.endswith("ly")):
            at += 1
        if at >= self.until or at > self.after + 2:
            return None
        chunk = self.chunks[at]
        return at if chunk.verb(*MADE) is not None and not chunk.lower.endswith("ing") else None

    # --- subject -----------------------------------------------------------------------------

    def _set_beside(self) -> None:
        """Behind the number: "955, which created the tribunal", "338, the cease-fire call", "1325 on women"."""
        at = self.after
        if at + 1 >= self.until:
            return
        mark, following = self.chunks[at], self.chunks[at + 1]
        if mark.lower in ABOUT and following.date is None:
            last = subject_phrase_end(self.chunks, self.found, at + 1, self.until)
            self._subject(at, clause_end(self.sentence, self.found, at) if last is None else last)
        elif (
            mark.text in ",(—–:"
            and (
                following.lower in ("which", "the", "that", "a", "an", "its", "creating", *ABOUT)
                or following.has("verb", "only")
                or (mark.text == ":" and not following.number)
                or (mark.text in ",(" and is_name(following))
            )
            and not following.has("yes_noun", "no_noun")
            and not self._sponsored(at + 1)
        ):
            last = insertion_end(self.chunks, at + 1)
            if (last >= at + 2 or mark.text == "(") and not any(
                c.has("vote_noun", "abstention_noun", "sponsored_by") for c in self.chunks[at + 1 : last + 1]
            ):
                self._subject(at + 1, last)
                self._year_within(at + 1, last)
                self.after = last + 1

    def _year_within(self, first: int, last: int) -> None:
        """ "1701, the 2006 resolution on Lebanon"."""
        for chunk, following in pairwise(self.chunks[first : last + 1]):
            if chunk.date is not None and only_year(chunk.date) and following.has("text", "cite"):
                self.year = self.year or chunk.date.year

    def _sponsored(self, at: int) -> bool:
        """ "…, which the African group had drafted", "which Russia vetoed": not what it is about."""
        stretch = self.chunks[at : at + 7]
        if any(c.verb("sponsor", "cosponsor", "veto", "abstain", "vote") for c in stretch):
            return True
        named = any(c.has("member", "group") for c in stretch[1:3])
        return named and any(c.verb("yes", "no") for c in stretch)

    def _predicate(self) -> None:
        """What it did or is: "1244 put the province under UN administration", "… is the one about women and peace"."""
        at = self.after
        if at < self.until and self.chunks[at].text in ",)" and at + 1 < self.until:
            at += 1
        if at >= self.until or self._governed():
            return
        chunk = self.chunks[at]
        if chunk.lower in ("that", "which") and self.first > 1 and self.chunks[self.first - 1].has("be"):
            # "It was resolution 1973 that allowed the bombing"
            at, chunk = at + 1, self.chunks[min(at + 1, len(self.chunks) - 1)]
        if chunk.lower in CONCERNS:
            self._subject(at, clause_end(self.sentence, self.found, at))
            return
        if chunk.has("be") and (named := self._named_so(at)) is not None:
            self._subject(at, named)
            return
        if chunk.has("be") or chunk.lower in ("said", "deals"):
            tail = self.chunks[at : min(at + 7, self.until)]
            about = next(
                (i for i, c in enumerate(tail) if c.lower in ("about", "on", "with", "for") or c.lower == "deal"), None
            )
            if about is not None and not any(c.verb(*MADE, "veto", "sponsor") for c in tail[:about]):
                self._subject(at, max(clause_end(self.sentence, self.found, at), at + about))
            elif (
                (verb := next((i for i, c in enumerate(tail) if c.verb("adopt", "pass")), None)) is not None
                and self.year is None
                and self.date is None
            ):
                self._date_in_clause(at + verb)
            return
        if chunk.verb("act", "put") is not None and chunk.lower not in NOT_SUBJECT and not chunk.lower.endswith("ing"):
            self._subject(at, clause_end(self.sentence, self.found, at))

    def _named_so(self, be: int) -> int | None:
        """ "Was the Kosovo resolution", "is the text on women": the last chunk of what it is said to be."""
        noun = (
            noun_at(self.chunks, {p.first: p for p in self.found}, be + 1, self.until) if be + 1 < self.until else None
        )
        if noun is None or noun.kind != "text" or noun.last - noun.first < 2 or not self.chunks[noun.last].has("text"):
            return None
        return (
            noun.last
            if any(c.has("member", "place") or c.text[:1].isupper() for c in self.chunks[noun.first : noun.last])
            else None
        )

    def _date_in_clause(self, verb: int) -> None:
        last = clause_end(self.sentence, self.found, verb)
        for chunk in self.chunks[verb : last + 1]:
            if chunk.date is not None and chunk.date.role == "at" and not chunk.date.from_elsewhere:
                self._dated(chunk.date, chunk.end)
                return

    def _done_through(self, discourse: Discourse) -> None:
        """Before it: "South Sudan was recommended under resolution 1999", "the hall passed it as resolution 3397"."""
        means = self.first - 1
        while means > 0 and (self.chunks[means].has("determiner") or self.chunks[means].lower in ("one", "single")):
            means -= 1
        if means < 0 or self.chunks[means].lower not in MEANS:
            return
        verb = next(
            (i for i in range(means - 1, max(-1, means - 14), -1) if self.chunks[i].verb(*DONE) is not None),
            None,
        )
        if verb is None or any(
            c.text in ";:—" or (verbish(c) and not c.verb(*DONE)) for c in self.chunks[verb + 1 : means]
        ):
            return
        noun = subject(self.sentence, self.found, verb)
        if noun is None:
            return
        named = noun.first
        self._date_of_clause(noun, verb)
        self.start = min(self.start, self.chunks[named].start)
        words = self.sentence.text[
            self.chunks[named].start - self.sentence.start : self.chunks[means].start - self.sentence.start
        ]
        if self.chunks[means].lower == "as":
            # "The hall passed it as resolution 3397": what "it" is stands in the sentence before
            words = f"{words} {discourse.last_text}" if noun.kind == "body" else ""
        if words:
            self.subject.append(words)

    def _date_of_clause(self, noun: Noun, verb: int) -> None:
        if self.date is not None or self.year is not None:
            return
        start = verb_group_start(self.chunks, verb)
        floor = max(clause_start(self.sentence, self.found, noun.first), noun.first - 6)
        if floor > 1 and self.chunks[floor - 1].lower == "when":
            # "In 1962, when the Assembly first asked for sanctions in resolution 1761"
            floor = max(0, floor - 4)
        for at in (*range(verb, self.first), *range(noun.last + 1, start), *range(noun.first - 1, floor - 1, -1)):
            chunk = self.chunks[at]
            if (
                chunk.date is not None
                and chunk.date.role == "at"
                and not (chunk.date.from_elsewhere or self.chunks[at - 1].lower == "of")
            ):
                self._dated(chunk.date, self.end)
                self.start = min(
                    self.start,
                    self.chunks[at - 1].start if at and self.chunks[at - 1].has("preposition") else chunk.start,
                )
                return

    def _subject(self, first: int, last: int) -> None:
        last = min(last, self.until - 1)
        while last > first and not self.chunks[last].is_word:
            last -= 1
        base = self.sentence.start
        self.subject.append(self.sentence.text[self.chunks[first].start - base : self.chunks[last].end - base])
        self.end = max(self.end, self.chunks[last].end)


def _it_dates_from(sentence: Sentence, discourse: Discourse) -> Reference | None:
    """ "It dates from November 2024", of the text cited in the sentence before."""
    if discourse.cited is None or sentence.index - discourse.cited_in > 1:
        return None
    chunks = sentence.chunks
    if any(c.has("council" if discourse.cited.startswith("A/") else "assembly") for c in chunks):
        return None
    for at, chunk in enumerate(chunks):
        if chunk.lower in ("dates", "dated") and at and chunks[at - 1].lower in ("it", "that", "which"):
            date = next((c for c in chunks[at + 1 : at + 5] if c.date is not None), None)
            if date is None or date.date is None:
                return None
            return Reference(
                chunks[at - 1].start,
                date.end,
                sentence.index,
                sentence.speaker_at(chunk.start),
                discourse.cited,
                year=date.date.year if only_year(date.date) else None,
                date=None if only_year(date.date) else date.date,
            )
    return None


__all__ = ["Cited", "citations", "references"]
