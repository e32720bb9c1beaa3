"""A numbered resolution or draft with the year, date or subject it is said to have."""

from __future__ import annotations

from itertools import pairwise, takewhile

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Reference
from onrecord.reading.clauses import clause_end, subject
from onrecord.reading.extract.citation_alone import named_so
from onrecord.reading.extract.citations import Cited, citations
from onrecord.reading.extract.reference_dates import MADE, MEANS, CitedText
from onrecord.reading.extract.reference_words import (
    insertion_end,
    is_name,
    once_did,
    only_year,
    said_to_be,
    subject_phrase_end,
    told_by_name,
)
from onrecord.reading.extract.references_to_it import leads, said_of_it
from onrecord.reading.extract.state import Discourse
from onrecord.reading.nouns import noun_at, verbish
from onrecord.reading.parsed import Phrase, Sentence, finite, is_demonym
from onrecord.reading.table import word_sets
from onrecord.reading.wording import opens_clause

_WORDS = word_sets("clause_words.csv")
DONE = ("act", "adopt", "put", "pass", "sponsor")
"""Meanings of verbs that tell what was done through a resolution: "recommended under 1999", "went through as 1487"."""
ABOUT, NOT_SUBJECT = _WORDS["about"], _WORDS["not_subject"]
INSTEAD = ("not", "nor", "rather than", "instead of", "rather")
FRONTED = frozenset({"on", "over", "about", "regarding", "concerning", "as for", "as to", "like", "unlike", "before"})
"""In front of a number where what follows the comma is said of something else than its subject."""
ENDORSED = frozenset({"endorsed", "endorses", "approved", "approves", "blesses"})
"""What a resolution does to a plan or a deal, where a body does it to a resolution."""


def references(sentence: Sentence, cited: list[Cited], found: list[Phrase], discourse: Discourse) -> list[Reference]:
    """The citations that assert something beyond the number: a year, a date, a subject."""
    if sentence.question or sentence.withdrawn:
        return []
    claims: list[Reference] = []
    each = _each_its_date(sentence, cited) if len(cited) > 1 else {}
    for place, one in enumerate(cited):
        if one.first >= sentence.unreal_from:
            continue
        if place in each:
            if (dated := each[place]) is not None:
                claims.append(_dated_so(sentence, one, dated))
            continue
        until = cited[place + 1].first if place + 1 < len(cited) else len(sentence.chunks)
        claim = _Reader(sentence, found, one, until).claim(discourse)
        if claim is not None:
            claims.append(claim)
    later = said_of_it(sentence, found, discourse) if not (claims or cited) else None
    if cited:
        discourse.cited = cited[-1].symbol
        discourse.cited_in = sentence.index
        discourse.cited_first = leads(sentence, cited)
    return [*claims, later] if later is not None else claims


def _each_its_date(sentence: Sentence, cited: list[Cited]) -> dict[int, Chunk | None]:
    """ "242 and 338, adopted in 1967 and 1973": the date of each by its place; None where they do not pair."""
    chunks = sentence.chunks
    first = place = 0
    found: dict[int, Chunk | None] = {}
    while place < len(cited):
        following = cited[place + 1] if place + 1 < len(cited) else None
        if following is not None and all(
            c.text == "," or c.has("and", "determiner", "cite") for c in chunks[cited[place].last + 1 : following.first]
        ):
            place += 1
            continue
        dates = _row_of_dates(chunks, cited[place].last + 1) if place > first else []
        if len(dates) > 1:
            paired = len(dates) == place - first + 1
            found.update({at: dates[at - first] if paired else None for at in range(first, place + 1)})
        place += 1
        first = place
    return found


def _row_of_dates(chunks: list[Chunk], at: int) -> list[Chunk]:
    while at < len(chunks) and (chunks[at].lower in DATING or chunks[at].has("determiner")) and chunks[at].date is None:
        at += 1
    dates: list[Chunk] = []
    while at < len(chunks):
        date = chunks[at].date
        if date is not None and date.role == "at":
            dates.append(chunks[at])
        elif date is not None or not (chunks[at].text == "," or chunks[at].has("and") or chunks[at].lower in DATING):
            break
        at += 1
    return dates


DATING = frozenset(
    {",", "of", "from", "in", "on", "date", "are", "adopted", "passed", "dated", "both", "(", "respectively"}
)
"""Between numbers and the dates that belong to them, or between those."""


def _dated_so(sentence: Sentence, one: Cited, dated: Chunk) -> Reference:
    assert dated.date is not None
    year = only_year(dated.date)
    return Reference(
        one.start, max(one.end, dated.end), sentence.index, sentence.speaker_at(one.start), one.symbol,
        year=dated.date.year if year else None, date=None if year else dated.date, sure=one.sure,
    )  # fmt: skip


class _Reader(CitedText):
    """Gathers what one sentence says of one cited text."""

    def claim(self, discourse: Discourse) -> Reference | None:
        self._year()
        self._when()
        self._predicate()
        self._told_before()
        self._done_through(discourse)
        bare = self.year is None and self.date is None and not self.subject
        if bare and not self._its_number():
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
            of_it=bare,
            loose=self.loosely or self.cited.alone or (bare and self._said_of_that()),
        )

    def _when(self) -> None:
        self._date_after()
        if self.date is None and self.year is None:
            self._date_of_passing()
        if self.date is None and self.year is None:
            self._date_before()
        self._date_in_relative()
        self._date_in_apposition()
        self._set_beside()
        if self.date is None and self.year is None:
            self._date_after()
        if self.date is None and self.year is None:
            self._adopted_on()
        if self.date is None and self.year is None:
            self._came_in()
        if self.date is None and self.year is None:
            self._text_of_a_day()

    def _its_number(self) -> bool:
        """ "It is numbered 2720", "the text became resolution 1593", "the number of it is 2758"."""
        if self._numbered_beside():
            return True
        named = named_so(self.chunks, self.cited.first)
        if named is not None:
            self.start = self.chunks[named - (named > 0 and self.chunks[named - 1].is_word)].start
            return not any(c.has("modal", "negation") for c in self.chunks[:named])
        be = said_to_be(self.chunks, self.first)
        if be is None or not self._ends_or_goes_on() or self.chunks[be].has("modal"):
            return False
        if self._said_of_that():
            self.start = self.chunks[be - 1].start
            return True
        noun = subject(self.sentence, self.found, be)
        if noun is None or noun.last >= be or any(c.number is not None for c in self.chunks[noun.first : be]):
            return False
        number = self.chunks[noun.last].lower == "number"
        if noun.kind not in ("text", "pronoun") and not number:
            return False
        self.start = self.chunks[noun.first].start
        return True

    def _said_of_that(self) -> bool:
        """ "That was resolution 83": of what was told of last, which may be more than the vote."""
        be = said_to_be(self.chunks, self.first)
        return be is not None and self.chunks[be - 1].lower in ("that", "this") and self.chunks[be].has("be")

    def _ends_or_goes_on(self) -> bool:
        """Whether nothing follows on the number, or only where, when and why: "became resolution 1593 in the end"."""
        return self._closed() or self.chunks[self.after].has("preposition", "adverb", "and", "but")

    def _numbered_beside(self) -> bool:
        """ "The measure, numbered 1706, …", "resolution 1706, it's called": beside what stands for the text."""
        chunks, number = self.chunks, self.cited.first
        if number > 2 and chunks[number - 1].lower == "numbered" and chunks[number - 2].text in ",(":
            noun = noun_at(chunks, {p.first: p for p in self.found}, number - 3, number - 2)
            if noun is not None and noun.kind == "text":
                self.start = chunks[number - 3].start
                return True
        behind = [c.lower for c in chunks[self.cited.last + 1 : self.cited.last + 5]]
        return behind[:3] == [",", "they", "call"] and self.first == 0

    def _close_bracket(self) -> None:
        base = self.sentence.start
        stretch = self.sentence.text[self.start - base : self.end - base]
        if stretch.count("(") > stretch.count(")") and self.sentence.text[self.end - base : self.end - base + 1] == ")":
            self.end += 1

    def _set_beside(self) -> None:
        """Behind the number: "955, which created the tribunal", "338, the cease-fire call", "1325 on women"."""
        at = self.after
        if at + 1 >= self.until:
            return
        mark, following = self.chunks[at], self.chunks[at + 1]
        if mark.lower in ABOUT and following.date is None:
            last = subject_phrase_end(self.chunks, self.found, at + 1, self.until)
            self._subject(at, clause_end(self.sentence, self.found, at) if last is None else last)
            if last is not None:
                self.after = last + 1  # "1325 on women, peace and security was adopted in 2000"
        elif (
            mark.text in ",(—–:"
            and (
                following.lower in ABOUT | {"which", "the", "that", "a", "an", "its", "creating"}
                or following.has("verb", "only")
                or (mark.text == ":" and not following.number)
                or (mark.text in ",(" and is_name(following))
            )
            and not following.has("yes_noun", "no_noun")
            and not (self._sponsored(at + 1) or self._clause_behind(at))
            and not (
                mark.text == "," and finite(following) and not following.verb("adopt", "pass") and self._governed()
            )
        ):
            last = insertion_end(self.chunks, at + 1)
            told = self.chunks[at + 1 : last + 1]
            votes = any(c.has("vote_noun", "abstention_noun", "sponsored_by") for c in told)
            votes = votes or self.chunks[last].has("no_noun", "yes_noun")  # "Resolution 1696: Qatar against"
            if (last >= at + 2 or mark.text == "(") and not votes:
                self._subject(at + 1, last)
                self._year_within(at + 1, last)
                self.after = last + 1

    def _clause_behind(self, mark: int) -> bool:
        """ "When the sanctions were lifted by 1483, the Syrian chair was empty": what the comma closes is a clause."""
        before = reversed(self.chunks[: self.cited.first])
        within = list(takewhile(lambda c: c.text not in ",;:—", before))
        fronted = any(c.lower in FRONTED for c in within)  # "on resolution 2803, the Danish parliament was split"
        if self.chunks[mark].text != "," or not (fronted or any(map(opens_clause, within))):
            return False
        behind = takewhile(lambda c: not (c.text == "," or c.has("relative")), self.chunks[mark + 1 :])
        return any(map(finite, behind))

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
        who = stretch[1 + (len(stretch) > 1 and stretch[1].has("determiner")) :][:1]
        if stretch[0].lower in ("which", "that") and any(c.has("member", "group") and not is_demonym(c) for c in who):
            return True  # "which Algeria boycotted": done to it
        named = any(c.has("member", "group") for c in stretch[:3])
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
        if chunk.has("be") and (named := self._named_so(at)) is not None:
            self._subject(at, named)
            return
        if chunk.has("be") or chunk.lower in ("said", "deals"):
            ends = next((i for i in range(at, self.until) if self.chunks[i].text in ";:—,("), self.until)
            tail = self.chunks[at : min(at + 7, ends)]
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
        if chunk.lower in ENDORSED:
            self._subject(at, clause_end(self.sentence, self.found, at))
            return
        if at + 1 < self.until and self.chunks[at + 1].lower == "by":
            return  # "resolution 143, moved by Tunisia": whose it is
        if chunk.verb("act", "put") is not None and chunk.lower not in NOT_SUBJECT and not chunk.lower.endswith("ing"):
            self._subject(at, clause_end(self.sentence, self.found, at))

    def _told_before(self) -> None:
        """ "The resolution that created UNIFIL is number 425"."""
        be = said_to_be(self.chunks, self.first)
        told = told_by_name(self.chunks, be) if be is not None else None
        if told is not None:
            base = self.sentence.start
            first, last = told
            words = self.sentence.text[self.chunks[first].start - base : self.chunks[last].end - base]
            self.start = min(self.start, self.chunks[max(0, first - 2)].start)
            self.subject.append(words)

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
        if (did := self._once_did(noun.last, means)) is not None:
            date = next((c.date for c in self.chunks[did:means] if c.date is not None), None)
            if date is not None and self.chunks[means].lower != "under":
                self._dated(date, self.end)
                self.start = self.chunks[did].start
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

    def _once_did(self, subject_last: int, means: int) -> int | None:
        """ "Yesterday the Council ended the sanctions imposed in 2017 by resolution 2374": the verb of what that one
        did, long before.
        """
        did = once_did(self.chunks, means)
        if did is None or did < 2:
            return None
        told = self.chunks[subject_last + 1 : did] + self.chunks[self.after : self.after + 1]
        return did if any(map(finite, told)) else None  # "… under resolution 5 was renewed"

    def _denies(self, at: int) -> bool:
        """ "About the Palestinians and not about Iraq", "rather than Iraq": what it is not about."""
        chunk = self.chunks[at]
        return chunk.has("negation") or chunk.lower in INSTEAD

    def _subject(self, first: int, last: int) -> None:
        last = min(last, self.until - 1)
        denied = next((i for i in range(first, last + 1) if self._denies(i)), None)
        if denied is not None and not any(c.lower in ABOUT or c.text[0].isupper() for c in self.chunks[first:denied]):
            return  # "was not about Iraq"
        last = last if denied is None else denied - 1
        while last > first and not self.chunks[last].is_word:
            last -= 1
        base = self.sentence.start
        self.subject.append(self.sentence.text[self.chunks[first].start - base : self.chunks[last].end - base])
        self.end = max(self.end, self.chunks[last].end)


__all__ = ["Cited", "citations", "references"]
