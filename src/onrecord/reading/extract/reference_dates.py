"""When the text cited is said to have been adopted: the year or day beside its number, before it or of its clause."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.clauses import clause_end, clause_start, past_insertion, subject, verb_group_start
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.citation_alone import date_of_passing
from onrecord.reading.extract.citations import YEAR, Cited
from onrecord.reading.extract.reference_words import CAME, beside_bracket, head_of, only_year, relative_date, said_to_be
from onrecord.reading.nouns import Noun
from onrecord.reading.parsed import Phrase, Sentence, finite
from onrecord.reading.table import word_sets

MADE = ("adopt", "act", "pass", "put", "use")
"""Meanings of verbs whose date is the resolution's own: it was adopted, or did what it did, that day."""
_WORDS = word_sets("clause_words.csv")
LINKS = _WORDS["number_link"] | {","}
"""What may stand between a number and its date: "2735, adopted in June 2024", "242 of 22 November 1967"."""
ADOPTION = _WORDS["adopted_noun"]
VOTE_NOUNS = frozenset({"vote", "ballot", "voting"})
MEANS, PRESENTING = _WORDS["means"], _WORDS["presenting"]
BORN = _WORDS["born"]
BEGAN_WITH = frozenset(f"{verb} with" for verb in ("began", "begins", "started", "starts", "opened", "ended"))
BEGAN = _WORDS["dates_from"]


UP_TO = frozenset({"by", "until", "till", "through", "before", "after"})
"""Words in front of a year in which a text that is cited behind it was not adopted."""
EFFECTS = _WORDS["effect"]
CAME_REACH = 14
"""Chunks between "in March came" and the number of what came then."""
MOST_SAID = 3
"""Chunks of "text of 31 March"."""
TIMES_OF_DAY = frozenset({"night", "morning", "afternoon", "evening"})


def counted_from(date: DateMention) -> bool:
    """ "Twenty years after" a text: a time counted from it."""
    return date.from_elsewhere or (date.form == "distance" and date.from_context)


class CitedText:
    """One cited text in its sentence, and when it is said to be from."""

    def __init__(self, sentence: Sentence, found: list[Phrase], cited: Cited, until: int) -> None:
        self.sentence, self.found, self.cited, self.until = sentence, found, cited, until
        self.chunks = sentence.chunks
        self.first = head_of(self.chunks, cited.first)
        self.start = self.chunks[beside_bracket(self.chunks, self.first)].start
        self.end = cited.end
        self.after = cited.last + 1
        self.year: int | None = None
        self.date: DateMention | None = None
        self.loosely = False
        """Whether the time may be that of something else than its adoption."""
        self.subject: list[str] = []

    def _year(self) -> None:
        year = YEAR.match(self.sentence.text, self.cited.end - self.sentence.start)
        if year is not None:
            self.year = int(year.group(1) or year.group(2))
            self.end = self.sentence.start + year.end()
        elif self.first > 0 and (before := self.chunks[self.first - 1].date) is not None and only_year(before):
            led = self.chunks[self.first - 2] if self.first > 1 else None
            if before.role in ("until", "before", "after") or (led is not None and led.lower in UP_TO):
                return  # "By 2003 resolution 687 had been broken for years"
            self.year = before.year
            self.start = self.chunks[self.first - 1].start
            # "In 2018 resolution 2231 was torn up": of what became of it then
            self.loosely = led is not None and led.has("preposition") and not self._did()
        while self.after < self.until and self.chunks[self.after].start < self.end:
            self.after += 1

    def _date_after(self) -> None:
        """ "Resolution 2735, adopted in June 2024", "resolution 1701 was adopted in August 2006"."""
        at = self.after
        steps = 0
        if self.first and (before := self.chunks[self.first - 1].date) is not None and counted_from(before):
            return  # "Twenty years after resolution 1325, in 2020"
        behind = past_insertion(self.chunks, at)
        acts = behind < self.until and (self.chunks[behind].has("be") or self.chunks[behind].verb("adopt", "pass"))
        if acts and not any(c.date is not None for c in self.chunks[at:behind]):
            at = behind  # "Resolution 2735, in the end, was adopted in June"
        while at < self.until and steps < 7:
            chunk = self.chunks[at]
            if chunk.date is not None:
                its_own = chunk.date.role in ("at", "since") and not chunk.date.from_elsewhere
                if its_own and not self._of_the_next(at):
                    self._dated(chunk.date, chunk.end)
                    self.after = at + 1
                return
            if chunk.lower in ("on", "in", "at") and not self._date_is_its_own(at):
                return
            if (
                chunk.lower == "from"
                and at > self.after
                and self.first
                and self.chunks[self.first - 1].lower == "under"
            ):
                return  # "Under 2334, from March 2017, the envoy had to report"
            if chunk.lower == "followed" and self.chunks[at - 1].has("be"):
                return  # "Resolution 1970 was followed in March by resolution 1973"
            if chunk.lower == "by" and (body := self._by_the_body(at)) is not None:
                at = body + 1
                continue
            if not (
                chunk.lower in LINKS | CAME | {"on", "in"}
                or (chunk.lower == "from" and at == self.after + 1)
                or chunk.verb("adopt", "pass")
                or chunk.has("be", "have", "unanimous", "adverb")
                or (not chunk.entries and chunk.lower.endswith("ly"))
                or chunk.lower in BORN
            ):
                return
            at += 1
            steps += 1

    def _date_of_passing(self) -> None:
        """ "Resolution 465, adopted under Carter in March 1980"."""
        if self.after + 1 >= self.until or self.chunks[self.after].text not in ",(":
            return
        at = date_of_passing(self.chunks, self.after + 1)
        if at < self.until and (said := self.chunks[at].date) is not None and said.role == "at":
            if not said.from_elsewhere:
                self._dated(said, self.chunks[at].end)
                self.after = at + 1

    def _of_the_next(self, at: int) -> bool:
        """ "In March came resolution 2724, in June resolution 2736": whether the date leads what comes next."""
        behind = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        opens = at > 1 and self.chunks[at - 1].lower in ("in", "on") and self.chunks[at - 2].text in ",;"
        leads = behind is not None and (behind.has("determiner", "text", "cite") or behind.text.isdigit())
        return opens and leads and any(c.date is not None for c in self.chunks[: self.first])

    def _date_in_relative(self) -> None:
        place = relative_date(self.chunks, self.after, self.until) if self.date is None and self.year is None else None
        if place is not None and (date := self.chunks[place].date) is not None:
            self._dated(date, self.chunks[place].end)
            self.after = place + 1

    def _date_in_apposition(self) -> None:
        """ "Resolution 687, the ceasefire text of April 1991,", "resolution 2735 is the one of 10 June"."""
        if self.date is not None or self.year is not None or self.after + 1 >= self.until:
            return
        link = self.chunks[self.after]
        if not (link.text == "," or link.has("be")) or not self.chunks[self.after + 1].has("determiner"):
            return
        for at in range(self.after + 2, min(self.after + 8, self.until - 1)):
            said = self.chunks[at + 1].date
            noun = self.chunks[at - 1]
            if (
                self.chunks[at].lower in ("of", "from")
                and said is not None
                and (noun.has("text") or noun.lower == "one")
            ):
                self._dated(said, self.chunks[at + 1].end)
                self.after = at + 2
                return
            if (not self.chunks[at].is_word and self.chunks[at].text != "-") or finite(self.chunks[at]):
                return

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
        if self.chunks[before].lower in ("of", "on") and self._of_its_vote(before):
            return True  # "The adoption of resolution 1701 on 11 August"
        led = " ".join(c.lower for c in self.chunks[max(0, before - 1) : before + 1])
        if led.endswith(("so was", "so were", "followed by")) or self.chunks[before].lower in CAME or led in BEGAN_WITH:
            return True  # "So was 2401 in February", "it began with 1718 in 2006"
        stretch = self.chunks[max(0, before - 5) : before]
        return self.chunks[before].lower in MEANS and any(
            c.verb("act", "adopt", "put") and not c.lower.endswith("s") for c in stretch
        )

    def _of_its_vote(self, before: int) -> bool:
        """Whether what stands before is its adoption, or the vote on it."""
        noun = self.chunks[before - 1] if before else None
        if noun is None:
            return False
        return noun.lower in VOTE_NOUNS if self.chunks[before].lower == "on" else noun.lower in ADOPTION

    def _by_the_body(self, at: int) -> int | None:
        """Where the body ends of "adopted by the Council in August", "passed by a divided Council in 1967"."""
        if self.chunks[at - 1].verb("adopt", "pass") is None:
            return None
        for place in range(at + 1, min(at + 4, self.until)):
            chunk = self.chunks[place]
            if chunk.has("council", "assembly") or chunk.text == "Council":
                return place
            if not chunk.is_word or chunk.has("verb", "preposition"):
                return None
        return None

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
        predicated = False
        if self._heads_an_entry() or self._in_brackets_behind() or self._began_with():
            return
        while at >= 0 and steps < 4:
            chunk = self.chunks[at]
            if chunk.date is not None:
                owned = at + 1 < len(self.chunks) and self.chunks[at + 1].lower in PRESENTING | {"'s", "'"}
                text = at and self.chunks[at - 1].has("determiner") and self.chunks[at + 1].has("text")
                owned = owned or predicated or bool(text)  # "The June text, resolution 2735, …"
                if at > 1 and self.chunks[at - 1].lower in ("of", "from", "dated") and self.chunks[at - 2].has("text"):
                    # "The Council's resolution of April 3, number 502"
                    self.start = self.chunks[head_of(self.chunks, at - 2)].start
                    self._dated(chunk.date, self.end)
                    return
                if owned or self._does_something():
                    if at and self.chunks[at - 1].has("preposition") and not owned:
                        self.start = self.chunks[at - 1].start
                    else:
                        self.start = chunk.start
                    self._dated(chunk.date, self.end)
                    self.loosely = not (owned or self._did())
                return
            # "In October it was 282, which …"
            itself = chunk.has("pronoun_text") and self.chunks[at + 1].has("be")
            predicated = predicated or itself
            if not (
                chunk.text in ",("
                or chunk.has("determiner", "text", "vote_noun", "of_adjective")
                or chunk.lower in PRESENTING | {"'s", "for", "on", "council"}
                or itself
                or (chunk.has("be") and at == self.first - 1)
            ):
                return
            at -= 1
            steps += 1

    def _text_of_a_day(self) -> None:
        """ "The text of 31 March was given the number 1593", "the resolution of 29 November is number 678"."""
        be = said_to_be(self.chunks, self.first)
        if be is None:
            return
        at = be - (be > 0 and self.chunks[be - 1].has("be", "have"))
        if at < MOST_SAID or self.chunks[at - 2].lower not in ("of", "from") or not self.chunks[at - 3].has("text"):
            return
        said = self.chunks[at - 1].date
        if said is not None and said.role == "at":
            self._dated(said, self.end)
            self.start = self.chunks[head_of(self.chunks, at - 3)].start

    def _came_in(self) -> None:
        """ "In March came the call for a truce, resolution 2724", "the embargo followed in May, resolution 757"."""
        comma = self.first - 1
        if comma < 1 or self.chunks[comma].text not in ",:(—–":
            return
        before, said = (
            comma - 2 - (comma > 2 and self.chunks[comma - 2].has("preposition")),
            self.chunks[comma - 1].date,
        )
        if said is not None and self._closed() and before > 0 and self.chunks[before].lower in CAME:
            if said.role == "at" and not said.from_context:
                self._dated(said, self.end)
                self.start = self.chunks[before].start
            return
        for at in range(comma - 1, max(comma - CAME_REACH, -1), -1):
            chunk = self.chunks[at]
            if chunk.text in ";:." or chunk.has("relative", "but"):
                return
            if chunk.date is not None:
                if chunk.date.role == "at" and self.chunks[at + 1].lower in CAME:
                    self._dated(chunk.date, self.end)
                    self.start = self.chunks[max(0, at - 1)].start
                return

    def _heads_an_entry(self) -> bool:
        """ "Dec 2006: Res. 1737, first sanctions", "1978: Resolution 435 sets up the transition"."""
        mark, date = self.first - 1, self.first - 2
        date -= date > 0 and self.chunks[date].lower in TIMES_OF_DAY
        opening = [c for c in self.chunks[: max(0, date)] if c.is_word and not c.has("preposition")]
        if date < 0 or self.chunks[mark].text not in ":–—-," or opening:
            return False
        whole = self.after >= self.until or self.chunks[self.after].text == "."
        if self.chunks[mark].text == "," and not whole:
            return False  # "Thursday night, resolution 1593."
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
        if self.chunks[date - 1].lower == "of" and not self.chunks[date - 2].has("text", "cite", "vote_noun"):
            return False  # "compliance with the judgment of 27 June (S/18250)"
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
        if verb > 0 and self.chunks[verb].lower == "for" and self.chunks[verb - 1].lower == "voted":
            verb -= 1
        elif verb <= 0 or self.chunks[verb].verb("adopt") is None or self.chunks[verb].lower.endswith("ing"):
            self._apposed()
            return
        noun = subject(self.sentence, self.found, verb)
        if noun is not None and noun.kind in ("body", "pronoun"):
            self._date_of_clause(noun, verb)
            self._date_of_cleft(noun)

    def _date_of_cleft(self, noun: Noun) -> None:
        """ "It was in November 1967 that the Council adopted resolution 242"."""
        that = noun.first - 1
        if self.date is None and self.year is None and that > 2 and self.chunks[that].lower == "that":
            date = self.chunks[that - 1].date
            if date is not None and any(c.has("be") for c in self.chunks[max(0, that - 4) : that - 1]):
                self._dated(date, self.end)
                self.start = self.chunks[0].start

    def _apposed(self) -> None:
        """ "In June the Council called for a ceasefire, resolution 2735", "(resolution 2735)": by which it did so."""
        mark = self.first - 1
        if mark < 3 or self.chunks[mark].text not in ",(–—" or not self._closed():
            return
        verbs = [i for i in range(max(0, mark - 14), mark) if self.chunks[i].verb("act", "adopt", "put") is not None]
        noun = subject(self.sentence, self.found, verbs[0]) if verbs else None
        if noun is None or noun.kind != "body" or any(c.text in ";:—" for c in self.chunks[verbs[0] : mark]):
            return
        self._date_of_clause(noun, verbs[0])
        if self.date is not None or self.year is not None:
            self.start = min(self.start, self.chunks[noun.first].start)

    def _closed(self) -> bool:
        """Whether nothing goes on right behind the number."""
        return self.after >= len(self.chunks) or not self.chunks[self.after].is_word

    def _does_something(self) -> bool:
        """Whether the resolution is the subject of a verb that tells what it did."""
        return self._verb() is not None

    def _governed(self) -> bool:
        """Whether a preposition stands before it, so that it is the subject of nothing, or a participle: "after
        reaffirming resolutions 660 and 661", "having recalled resolution 1591".
        """
        before = self.first - 1
        while before >= 0 and self._of_its_row(self.chunks[before]):
            before -= 1
        if before < 0:
            return False
        word = self.chunks[before]
        if word.lower.endswith("ing") or (before and self.chunks[before - 1].lower == "having"):
            return True
        return word.has("preposition") and word.date is None and before >= self._right_before()

    def _of_its_row(self, chunk: Chunk) -> bool:
        """Whether it is one of the words with which resolutions are listed in front of the last of them."""
        return (
            chunk.text.isdigit()
            or chunk.text == ","
            or chunk.has("and", "cite", "text", "determiner", "council", "assembly")
        )

    def _right_before(self) -> int:
        before = self.first - 1
        while before >= 0 and self.chunks[before].has("determiner", "council", "assembly"):
            before -= 1
        return before

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

    def _did(self) -> bool:
        """Whether it is told what the text did on its own day, and not what it led to."""
        verb = self._verb()
        return verb is not None and self.chunks[verb].lower not in EFFECTS

    def _date_in_clause(self, verb: int) -> None:
        last = clause_end(self.sentence, self.found, verb)
        for before, chunk in pairwise(self.chunks[verb : last + 1]):
            if chunk.date is not None and chunk.date.role == "at" and not chunk.date.from_elsewhere:
                if before.lower != "of":  # "passed in the wake of the war of June 1967"
                    self._dated(chunk.date, chunk.end)
                return

    def _date_of_clause(self, noun: Noun, verb: int) -> None:
        if self.date is not None or self.year is not None:
            return
        start = verb_group_start(self.chunks, verb)
        floor = max(clause_start(self.sentence, self.found, noun.first), noun.first - 6)
        if floor > 1 and self.chunks[floor - 1].lower == "when":
            # "In 1962, when the Assembly first asked for sanctions in resolution 1761"
            floor = max(0, floor - 4)
        if noun.first and self.chunks[noun.first - 1].lower in ("and", "but", "yet"):
            floor = noun.first  # "as with 1860 in January 2009, and it voted for 242": a date of the clause before
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
