"""What has been said so far in a document, for pronouns and ellipsis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts, Count, Generalisation
from onrecord.reading.claims.vote import OPTIONS, Members, Named, Position, Sponsor, Tally, VoteClaim, whole
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.by_the_way import told_by_the_way
from onrecord.reading.extract.meant_by_pronouns import (
    OF_PERSONS,
    PAIR,
    PLURAL,
    SIZES,
    a_people,
    a_person,
    among_others,
    asked_whose,
    turned_to,
    two_before,
    written_at,
)  # fmt: skip
from onrecord.reading.extract.sides_counted import SidesCounted
from onrecord.reading.governing import governed
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence

SENTENCES_BACK = 3
VOTE_BACK = 2
FEW = 8
"""Chunks of a sentence that is thrown in between two others."""
BESIDE = frozenset({"but", "with", "alongside", "beside", "like", "joined", "joining", "except"})
"""Words in front of those in whose company somebody voted."""
WHO = frozenset({"who", "whom", "which", "whose"})
TELLING = ("text", "cite", "council", "assembly", "vote_noun", "veto_noun", "yes_noun", "no_noun", "abstention_noun")
ACROSS = {"veto": "yes", "no": "yes", "yes": "no"}
"""How those voted who were on the other side."""


def _told_last(tally: Tally) -> str | None:
    """ "Ten for, four abstentions": the part of a count that "among them" goes on about; None where it is one."""
    parts = {"yes": tally.yes, "no": tally.no, "abstain": tally.abstain, "not voting": tally.not_voting}
    counted = [(p.start, role) for role, p in parts.items() if isinstance(p, NumberMention)]
    role = max(counted, default=(0, None))[1]
    part = parts.get(role) if role is not None else None
    return role if part is not None and whole(part) > 1 else None


def _codes(members: Members) -> frozenset[str]:
    return frozenset(alias.code for named in members.named for alias in named.aliases)


VOTED = frozenset({"voted", "voting", "vote", "votes", "vetoed", "adopted"})
IN_COMPANY = ("together with", "along with", "jointly with", "without")
"""Words before members that stand beside whom the sentence is about."""
OF_TWO = ("the former", "the latter")
SHORT = 12
"""Chunks of a sentence that throws in what the writer did."""
TOPICS = ("for", "as for", "as to")
"""Words that open a sentence with whom it is about: "For the French it was something new"."""


@dataclass(slots=True)
class Discourse(SidesCounted):
    subjects: list[tuple[int, Members]] = field(default_factory=list)
    """Members named as subjects, by sentence, latest last."""
    voters: list[tuple[int, Members]] = field(default_factory=list)
    """Of those, whoever was told of as voting."""
    last_choice: str | None = None
    last_negated: bool = False
    last_members: Members | None = None
    last_noun: bool = False
    """Whether it was spoken of as known ("Moscow's veto"), so that "nor did Beijing's" is about something else."""
    last_aimed: bool = False
    """Whether it was for or against a deed or a state, so that what leans on it is as well."""
    last_stance: bool = False
    """Whether its words are said of those without a vote as well."""
    last_in: int = -9
    """The sentence that last told of a vote."""
    last_end: int = -1
    """Where the last position ended."""
    counted_choice: tuple[int, str] | None = None
    """Where the last number of members ended, and what they did: "Twelve voted for it."."""
    ways: dict[int, set[str]] = field(default_factory=dict)
    """By sentence, the ways in which it told that members voted."""
    questioned: int = -9
    """The sentence that last was a question."""
    question_start: int = -1
    """Where it began."""
    asked: tuple[int, str, int] | None = None
    """The sentence that asked who voted so ("Who abstained?"), and where it begins."""
    asked_company: Members | None = None
    """With whom those voted that were asked of: "Who stood with Moscow?"."""
    asked_aimed: bool = False
    """Whether it asked who was for or against a deed or a state rather than a text."""
    asked_denied: bool = False
    """Whether it asked who did not: "Who did not vote for it?"."""
    asked_else: bool = False
    """Whether a yes or no to the question before is no vote: "Would Germany have a veto?", "Does it bind Moscow?"."""
    asked_about: tuple[int, Members] | None = None
    """The one member that a question is about, and where: "and China stopped when?"."""
    applicant_in: int = -9
    """The last sentence that told of a state's being vetoed: "Washington kept out Angola"."""
    asked_of_unknown: int = -9
    """The last question about somebody whom no table knows: "And our allies?", of whom "they" is said next."""
    own_words_in: int = -9
    """The last short sentence that tells of the writer alone: "I lost ten euros.", of whom "they" is not said next."""
    quiet_in: int = -9
    """The last sentence of a few words that named nobody and told of no vote: "Cheers in the gallery."."""
    asked_when: int = -9
    """The last question that only asked of another time: "And now?"."""
    asked_likely: bool = False
    """Whether how those voted that it asked of is only likely: "Who was with us?"."""
    asked_how_many: tuple[int, str] | None = None
    """The sentence that asked how many voted so."""
    supposed: Position | None = None
    """What the last question asked whether it was so: "Did France abstain?"."""
    by_the_way_in: int = -9
    """The sentence that last told by the way how somebody voted, and then what else it did: "Chad, which abstained,
    had asked for changes"."""
    so_many: tuple[int, NumberMention] | None = None
    """The sentence that said how many voted as one just had ("We were five."), and how many."""
    last_role: str | None = None
    """What the members last counted did."""
    own_sure: bool = False
    """Whether the text says outright which state the writer belongs to."""
    ours: tuple[int, str] | None = None
    """The sentence that last told how the writer's own side voted, and how: what "they stood by us" leans on."""
    last_total: NumberMention | None = None
    """Of how many the members of the last position were said to be some: "one of the four"."""
    last_companions: Members | None = None
    """With whom the last position was shared, where it was said so ("voted with the Americans")."""
    counted: Acts | None = None
    """The acts last counted or spoken of as such, and in which sentence."""
    counted_in: int = 0
    counted_number: float | None = None
    """How many they were, where a number was told."""
    first_in: int = -9
    """The sentence that last told of somebody's first."""
    denied: Generalisation | None = None
    """What was last said never to have been done."""
    frame: Acts | None = None
    """What was last counted up to a time ("by the end of 1965"), and in which sentence that time still held."""
    frame_in: int = -9
    dated: tuple[int, DateMention] | None = None
    """The last day named with its year, and in which sentence, for "since that day"."""
    told_of: tuple[int, DateMention] | None = None
    """The last day or month named with its year, and in which sentence, for "before that"."""
    last_deed: tuple[int, str] | None = None
    """The sentence that last told by a verb how members voted, and how: what "did so" repeats."""
    company: list[tuple[int, Members]] = field(default_factory=list)
    """Beside whom somebody stood in a vote, and in which sentence that was told."""
    pair: tuple[int, tuple[Members, Members]] | None = None
    """The last two members that one sentence named, and which: "the former" and "the latter"."""
    last_beside: bool = False
    """Whether the position told last stands in a relative clause behind another: which of them "so did" leans on is
    open.
    """
    years: list[tuple[int, DateMention]] = field(default_factory=list)
    """The years named, and in which sentence each, for "that year"."""
    vetoer: Members | None = None
    """Who vetoed last in the text, and in which sentence."""
    vetoed_in: int = -9
    asked_count: int = -9
    """The sentence that asked how often, so that a bare number answers."""
    fragment: bool = False
    """Whether the last sentence had no verb: "And France and Britain?"."""

    cited: str | None = None
    """The resolution last cited, and in which sentence, for "it dates from November"."""
    cited_in: int = -9
    cited_first: bool = False
    """Whether it was what that sentence told of, so that "it" is that resolution."""
    last_text: str = ""
    """The sentence before, in which what "it" stands for was described."""
    sponsor: Sponsor | None = None
    """What the sentence before said of whose text it was, last."""
    asked_for_sponsor: int = -9
    """The sentence that asked who drafted a text, so that a bare name after it answers."""
    asks_from: int | None = None
    """Where that question begins, which with its answer says who it was."""

    last_outcome: str | None = None
    """What became of the text last spoken of, for "the next one met the same fate"."""
    body_in: int = -9
    """The sentence that last named a body, so that "it" may be the body."""
    text_in: int = -9
    """The sentence that last spoke of a text, so that "it" may be one."""
    voted_on_in: int = -9
    """The sentence that last said what a body voted on, so that "gave its approval" is a vote."""
    became_in: int = -9
    """The sentence that last told what became of a text or dated one, so that "went along" may be of its vote."""
    elsewhere_in: int = -9
    """The sentence that last spoke of another body's votes."""
    vote_in: int = -9
    """The sentence that last spoke of a vote at all."""
    hands_in: int = -9
    """The sentence that last spoke of hands."""
    veto_named_in: int = -9
    """The sentence that last named a veto at all."""
    vetoes_in: int = -9
    """The sentence that last spoke of vetoes, and of no text after them, so that "the Russian one" is a veto."""

    people: tuple[int, Members] | None = None
    """The one people ("the Americans") that a sentence without a subject of its own last named."""

    def note(self, claim: VoteClaim) -> None:
        if isinstance(claim, Position):
            self.last_in, self.last_members, self.last_noun = claim.sentence, claim.members, claim.noun
            self.last_end, self.last_total, self.last_aimed = claim.end, claim.total, claim.aimed
            self.last_stance = claim.stance
            if claim.members.quantity is not None and not claim.negated and claim.choice in OPTIONS:
                self.numbers_told.append((claim.members.quantity, claim.choice))
            if (claim.members.quantity is not None or claim.members.others) and not claim.negated:
                # "The other six abstained. China was among them."
                self.last_role = claim.choice if claim.choice in OPTIONS else self.last_role
            if not claim.noun:
                self.last_deed = claim.sentence, claim.choice
            self.ways.setdefault(claim.sentence, set()).add(claim.choice)
            if claim.choice == "veto" and not claim.negated and (claim.members.named or claim.members.groups):
                self.vetoer, self.vetoed_in = claim.members, claim.sentence
            if claim.choice != "alone":
                self.last_choice, self.last_companions, self.last_negated = (
                    claim.choice,
                    claim.companions,
                    claim.negated,
                )
            if claim.members.named or claim.members.groups:
                self.subjects.append((claim.sentence, claim.members))
                self.voters.append((claim.sentence, claim.members))
            if claim.companions is not None and claim.companions.named and claim.members.named:
                both = replace(claim.members, named=claim.members.named + claim.companions.named)
                self.subjects.insert(len(self.subjects) - 1, (claim.sentence, both))
        elif isinstance(claim, Tally):
            self.last_in = claim.sentence
            given = [
                r
                for r, part in zip(OPTIONS, (claim.yes, claim.no, claim.abstain, claim.not_voting), strict=True)
                if part is not None
            ]
            self.last_role = given[0] if len(given) == 1 else _told_last(claim)
            told = given or ["yes"] * claim.unanimous
            self.counted_choice = (claim.end, told[0]) if len(told) == 1 else None
            if claim.either_way:
                self.last_aimed = True  # "Eleven voted against the general: Chad did"
            self.tallies.append(claim)

    def note_counted(self, claim: Count) -> None:
        """What members are said to have done so many times, for "did so again" and "so did France"."""
        self.last_in, self.last_end, self.last_members = claim.sentence, claim.end, claim.acts.members
        self.last_choice, self.last_companions, self.last_negated = claim.acts.what, None, False
        self.last_noun, self.last_total, self.last_aimed = False, None, False

    def just_counted(self, before: int, members: Members | None = None) -> str | None:
        """What the number of members did that was told last before the offset, with no position behind it; None for
        members that were told of just before it.
        """
        counted, last = self.counted_choice, self.last_members
        if members is not None and last is not None and _codes(members) == _codes(last):
            return None
        return counted[1] if counted is not None and self.last_end < counted[0] <= before else None

    def just_vetoed(self, members: Members, sentence: Sentence) -> bool:
        """Whether those alone were told of as vetoing just before, and then others as voting."""
        if self.vetoer is None or self.last_members is None or sentence.index - self.vetoed_in > VOTE_BACK:
            return False
        own, others = _codes(members), _codes(self.last_members)
        return bool(own) and own == _codes(self.vetoer) and not own & others

    def note_own(self, choice: str, negated: bool, sentence: Sentence, end: int) -> None:
        """What the speaker's own country did, which is no claim where nobody names it, but "so did India" leans on."""
        self.last_in, self.last_end, self.last_members, self.last_noun = sentence.index, end, None, False
        self.last_choice, self.last_negated, self.last_companions = choice, negated, None

    def voted_near(self, sentence: Sentence) -> bool:
        """Whether a vote was told of so lately that loose words may still be about it."""
        return sentence.index - max(self.last_in, self.voted_on_in) <= VOTE_BACK

    def decided_near(self, sentence: Sentence) -> bool:
        """Whether a text was spoken of so lately as decided on that loose words may be about the vote on it."""
        return sentence.index - self.became_in <= VOTE_BACK

    def text_before(self, sentence: Sentence) -> bool:
        """Whether the sentence before speaks of a text, which "it" may stand for."""
        whose = self.sponsor is not None and self.sponsor.sentence == sentence.index - 1
        return whose or sentence.index - self.text_in == 1

    def vote_before(self, sentence: Sentence) -> bool:
        """Whether the sentence before speaks of a vote, of whose object "it" may be said."""
        return sentence.index - self.vote_in == 1

    def elsewhere_before(self, sentence: Sentence) -> bool:
        """Whether the sentence before spoke of another body's votes."""
        return sentence.index - self.elsewhere_in == 1

    def subject_for(self, sentence: Sentence) -> Members | None:
        """Whom a sentence without a subject is about: those that the one before named."""
        if not self.subjects or sentence.index - self.subjects[-1][0] > 1:
            return None
        return self.subjects[-1][1]

    def note_sentence(self, sentence: Sentence, found: list[Phrase]) -> None:
        """Members named in a sentence without a vote of theirs may still be what "it" means next."""
        self._note_pair(sentence, found)
        asks = len(found) == 1 and sentence.text.rstrip().endswith("?") and sentence.words.isdisjoint(WHO)
        if asks and len(found[0].members.named) == 1 and not found[0].members.groups:
            self.asked_about = sentence.index, found[0].members
        if not found and (owner := asked_whose(sentence)) is not None:
            self.subjects.append((sentence.index, owner))
        if self.last_in == sentence.index:
            beside = (p.members for p in found if p.first and sentence.chunks[p.first - 1].lower in BESIDE)
            self.company += [(sentence.index, members) for members in beside if members.named]
        if not found and len(sentence.chunks) <= FEW and self.last_in < sentence.index:
            self.quiet_in = sentence.index if sentence.kinds.isdisjoint(TELLING) else -9
        if not found and sentence.chunks[0].lower == "i" and len(sentence.chunks) <= SHORT:
            self.own_words_in = sentence.index
        if self.last_in == sentence.index and told_by_the_way(sentence, self.last_end):
            self.by_the_way_in = sentence.index
        if any(p.first and sentence.chunks[p.first - 1].verb("veto", "block") is not None for p in found):
            self.applicant_in = sentence.index
        if sentence.elsewhere:
            self.elsewhere_in = sentence.index
        if not sentence.kinds.isdisjoint(("vote_noun", "veto_noun")) or not sentence.words.isdisjoint(VOTED):
            self.vote_in = sentence.index
        if "hand" in sentence.kinds:
            self.hands_in = sentence.index
        if "veto_noun" in sentence.kinds:
            last = next(c for c in reversed(sentence.chunks) if c.has("veto_noun", "text"))
            self.vetoes_in = sentence.index if not last.has("text") else -9
        elif self.vetoes_in == sentence.index - 1 and sentence.kinds.isdisjoint(("text", "cite")):
            self.vetoes_in = sentence.index
        if self.subjects and self.subjects[-1][0] == sentence.index:
            self._put_company_last(sentence, found)
            singled = [p for p in found if len(p.members.named) > 1 and among_others(sentence, p)]
            self.subjects.extend((sentence.index, p.members) for p in singled[-1:])
            return
        by_the_way: Members | None = None
        for phrase in found:
            if not phrase.members.named or sentence.chunks[phrase.first].text in ("we", "We", "us", "our", "Our"):
                continue
            behind = sentence.chunks[phrase.last + 1 : phrase.last + 2]
            if written_at(sentence, phrase):
                continue
            owned = phrase.first > 0 and sentence.chunks[phrase.first - 1].has("determiner")
            if owned and any(c.has("vote_noun", "text", "veto_noun") for c in behind):
                continue  # "since the Cyprus vote of 2004"
            ahead = sentence.text[: sentence.chunks[phrase.first].start - sentence.start].rstrip()
            if ahead.endswith(IN_COMPANY):
                continue  # "her resolution, written together with Washington, passed"
            topic = sentence.chunks[0].lower in TOPICS and phrase.first <= 2
            if by_the_way is not None and not _behind_a_comma(sentence.chunks, phrase.first):
                continue
            if by_the_way is None and not topic and _subordinate(sentence.chunks, phrase.first):
                by_the_way = phrase.members  # "While Beirut was shelled, Washington let it pass": of the other
                continue
            if topic or not governed(sentence.chunks, phrase.first):
                self.subjects.append((sentence.index, phrase.members))
                return
        if by_the_way is not None:
            self.subjects.append((sentence.index, by_the_way))
            return
        peoples = [p.members for p in found if a_people(p.members)]
        self.people = (sentence.index, peoples[0]) if len(peoples) == 1 else self.people
        if sentence.kinds.isdisjoint(TELLING) and (closing := turned_to(sentence, found)) is not None:
            self.subjects.append((sentence.index, closing))

    def _put_company_last(self, sentence: Sentence, found: list[Phrase]) -> None:
        """ "China voted with Russia at its side. It …": of the one that had company, and not of its company."""
        beside = {
            p.members.named for p in found if p.first and sentence.chunks[p.first - 1].lower in ("with", "without")
        }
        told = [entry for entry in self.subjects if entry[0] == sentence.index]
        if told[-1][1].named in beside:
            self.subjects += [entry for entry in told if len(entry[1].named) == 1 and entry[1].named not in beside][:1]

    def _note_pair(self, sentence: Sentence, found: list[Phrase]) -> None:
        named: list[Named] = []
        for phrase in found:
            named += [name for name in phrase.members.named if name not in named]
        if len(named) == PAIR:
            one, other = (Members((name,), text=name.text) for name in named)
            self.pair = sentence.index, (one, other)

    def resolve_pronoun(self, members: Members, sentence: Sentence, behind: Sequence[Members] = ()) -> Members | None:
        """The members that a pronoun stands for; the same members where they are named; None where nobody fits.

        `behind` is who is named in the sentence only behind the pronoun, which it does not stand for.
        """
        if not members.pronoun:
            return members
        word = members.text.lower()
        if self.asked_of_unknown == sentence.index - 1 and self.asked_of_unknown >= 0:
            return None
        if word in OF_TWO and self.pair is not None:
            return self.pair[1][OF_TWO.index(word)] if sentence.index - self.pair[0] <= SENTENCES_BACK else None
        plural = word in PLURAL
        if word == "they" and (asked := self.asked_about) is not None and sentence.index - asked[0] <= 1:
            if not self.subjects or self.subjects[-1][0] < sentence.index or self.subjects[-1][1] == asked[1]:
                self.asked_about = sentence.index, asked[1]
                return asked[1]
        if SIZES.get(word) == PAIR and (beside := two_before(sentence, word)) is not None:
            return beside
        unnamed = word == "it" and _a_state_unnamed(sentence)
        for index, earlier in reversed(self.subjects):
            if sentence.index - index > SENTENCES_BACK or (unnamed and index < sentence.index):
                break
            if index == sentence.index and earlier in behind:
                continue
            if index < sentence.index - 1 and word in ("they", "them") and (nearer := self._people_since(index)):
                return nearer
            several = len(earlier.named) + 2 * len(earlier.groups) > 1
            if word in ("he", "she") and a_people(earlier):
                continue
            if word in SIZES and earlier.named and not earlier.groups and len(earlier.named) != SIZES[word]:
                continue
            if word in OF_PERSONS and not a_person(earlier):
                continue
            if several == plural or (word in ("they", "them") and a_people(earlier)):
                return earlier
        if word in SIZES and (singly := self._named_singly(sentence, SIZES[word])) is not None:
            return singly
        last = self.subjects[-1] if self.subjects and word in ("they", "them") else None
        near = 1 + (self.quiet_in == sentence.index - 1 or self.own_words_in == sentence.index - 1)
        if last is not None and sentence.index - last[0] <= near and len(last[1].named) == 1 and not last[1].groups:
            # a state spoken of as its delegates: "Moscow vetoed it. They had abstained in June."
            return last[1]
        return None

    def _people_since(self, index: int) -> Members | None:
        """Those that a later sentence only names: "It was the Iraqis' text. They had …", "a blow to the Iraqis"."""
        if self.people is not None and self.people[0] > index:
            return self.people[1]
        wrote = self.sponsor
        return wrote.members if wrote is not None and wrote.sentence > index and a_people(wrote.members) else None

    def _named_singly(self, sentence: Sentence, size: int) -> Members | None:
        """ "Moscow vetoed it; Beijing abstained. In May both had vetoed another.": as many as the pronoun counts; those
        too beside whom somebody stood: "Yemen was against, with nobody but Cuba beside it".
        """
        named: list[Named] = []
        for index, members in (*self.voters, *self.company):
            if sentence.index - index <= VOTE_BACK and not members.groups:
                named.extend(name for name in members.named if name not in named)
        if len(named) != size:
            return None
        return Members(tuple(named), text=" and ".join(name.text for name in named))

    def other_side(self, sentence: Sentence) -> str | None:
        """How those voted who are told of as on the other side than whoever was told of last."""
        if sentence.index - self.last_in > 1:
            return None
        if self.counted_choice is not None and self.last_end < self.counted_choice[0]:
            return ACROSS.get(self.counted_choice[1])
        return None if self.last_choice is None or self.last_negated else ACROSS.get(self.last_choice)


def _a_state_unnamed(sentence: Sentence) -> bool:
    """ "Hammarskjöld's own government would not have vetoed it: it was not there": who "it" is the sentence says."""
    at = next((i for i, c in enumerate(sentence.chunks) if c.lower == "it"), 0)
    colon = next((i for i, c in enumerate(sentence.chunks[:at]) if c.text == ":"), 0)
    return any(c.has("member_noun") and c.has("delegate") for c in sentence.chunks[:colon])


def _subordinate(chunks: Sequence[Chunk], first: int) -> bool:
    """Whether whom a phrase names is the subject of words that only say when or why."""
    at = first - 1 - (first > 0 and chunks[first - 1].has("determiner"))
    return at >= 0 and chunks[at].lower in SUBORDINATING


def _behind_a_comma(chunks: Sequence[Chunk], first: int) -> bool:
    at = first - 1 - (first > 0 and chunks[first - 1].has("determiner"))
    return at >= 0 and chunks[at].text == ","


SUBORDINATING = frozenset(
    {"while", "when", "as", "after", "before", "since", "because", "although", "though", "once", "until"}
)
"""Words that begin a clause beside the one that tells whom a sentence is about."""
