"""Whose "we" it is: the state that a text's writer belongs to, where its words give it away.

Said outright ("we Pakistanis", "the notebooks of a Cuban delegate", "I write from Pretoria") it is sure; else the
state that the text names first is taken, of which only what the record bears out is a finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.vote import Members, Named, Position, Sponsor, VoteClaim
from onrecord.reading.extract.acts import able, acts
from onrecord.reading.extract.bounds import LEADING
from onrecord.reading.lexicon import Entry
from onrecord.reading.naming import named_by
from onrecord.reading.parsed import Phrase, Sentence, finite, is_demonym
from onrecord.reading.table import word_sets
from onrecord.record.model import VETO_HOLDERS

SPEAKING = frozenset({"we", "us", "our", "ours", "ourselves"})
OWN_WORDS = SPEAKING | {"my"}
FIRST_PERSON = SPEAKING | {"i"}
_WORDS = word_sets("position_words.csv")
PAPERS = _WORDS["papers"]
RAISED_FOR = _WORDS["spoke_for"]
TOWARDS_US = frozenset({"with", "by", "beside", "behind", "alongside", "to", "against", "for", "deserted", "joined"})
"""Words before "us" in a sentence whose subject is another state: "the Americans voted with us"."""
COMPANY = frozenset({"with", "alongside", "beside", "behind", "by", "joined", "join", "joining", "like", "as", "of"})
"""Words before "us" that make it those beside whom another votes."""
CAST = ("veto_noun", "no_noun", "yes_noun", "abstention_noun", "nonvoting_noun", "vote_noun", "hand", "delegate")
"""What stands behind "our" where it is the writer's own state's."""
HEARING = _WORDS["hearing"]
SEATS = _WORDS["seat"]
SEAT_TIMES = _WORDS["time_on_the_council"]
READERS = frozenset({"readers", "listeners", "viewers", "taxpayers", "voters", "citizens"})
SIGNATURE = 8
"""Words up to which a text's last sentence may be who wrote it."""
REACH = 4
"""Chunks from "we" to what it did."""
OPENING = 2
"""Sentences at a text's head in which it says whose papers it is."""


@dataclass(frozen=True, slots=True)
class Own:
    """The state that says "we"."""

    named: Named
    sure: bool


def own_nation(sentences: Sequence[Sentence], found: Sequence[Sequence[Phrase]]) -> Own | None:
    """None where nobody says "we", or where no state is named."""
    if not any(_speaks(c) or c.text == "I" for s in sentences if _may_speak(s) for c in s.chunks):
        return None
    for sentence in sentences:
        named = _named_outright(sentence)
        if named is not None:
            return Own(named, True)
    if (home := _dateline(sentences[0]) or _signed(sentences) or _at_home(sentences)) is not None:
        return Own(home, False)
    if (seated := _leaving(sentences[0])) is not None:
        return Own(seated, False)
    vetoing = any(_we_veto(sentence) for sentence in sentences)
    for sentence, phrases in zip(sentences, found, strict=True):
        if _towards_us(sentence):
            continue
        for phrase in phrases:
            leaning = phrase.first > 0 and sentence.chunks[phrase.first - 1].has("so", "neither", "negation")
            # "Our government abstained, and Chad did the same": who is told of besides is another.
            leaning = leaning or any(_speaks(c) and c.lower != "us" for c in sentence.chunks[: phrase.first])
            leaning = leaning or (vetoing and not able(phrase.members, "veto"))
            if len(phrase.members.named) == 1 and not phrase.members.groups and not leaning:
                return Own(phrase.members.named[0], False)
    return None


def _we_veto(sentence: Sentence) -> bool:
    """ "We'd vetoed three", "we have used ours", "our 49th veto": as only those do who have a veto."""
    if sentence.kinds.isdisjoint(("veto_noun", "verb")) or not _may_speak(sentence) or sentence.quoted:
        return False
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        if not _speaks(chunk):
            continue
        if chunk.lower == "we" and any(
            a.what == "veto" and a.verbal and 0 < a.first - at < REACH for a in acts(sentence)
        ):
            return True
        first = at + 1
        while first + 1 < len(chunks) and (chunks[first].number is not None or chunks[first].has("last_word", "only")):
            first += 1
        behind = chunks[first : first + 1]
        if any(c.verb("veto") is not None or (chunk.lower == "our" and c.has("veto_noun")) for c in behind):
            return True
    return False


def _signed(sentences: Sequence[Sentence]) -> Named | None:
    """ "… — J. Tremblay, Ottawa", "(Mrs) K. Moen, Bergen, Norway.": the place that a letter's last words give."""
    last = sentences[-1]
    words = [c for c in last.chunks if c.is_word]
    if "member" not in last.kinds or not 1 < len(words) <= SIGNATURE or not words[-1].has("member"):
        return None
    at = next(i for i, c in enumerate(last.chunks) if c is words[-1])
    marked = at > 1 and last.chunks[at - 1].text in ",–—-("
    told = any(finite(c) or c.has("be", "have", "do", "modal", "yes_noun", "no_noun") for c in last.chunks[:at])
    if not marked or told or is_demonym(words[-1]) or any(c.has("member", "and") for c in words[:-1]):
        return None
    return next(iter(named_by(words[-1])), None)


def _at_home(sentences: Sequence[Sentence]) -> Named | None:
    """ "Here in Senegal nobody noticed", "our own government in Ottawa": the place that "here" and "our" give; "Kenyan
    readers will know how our envoy voted": those for whom it is written.
    """
    for sentence in sentences:
        chunks = sentence.chunks if "member" in sentence.kinds else []
        if not sentence.words.isdisjoint(READERS) and not sentence.words.isdisjoint(SPEAKING):
            for chunk, behind in pairwise(chunks):
                if behind.lower in READERS and is_demonym(chunk) and not chunk.has("blocked"):
                    return next(iter(named_by(chunk)), None)
        for at in range(2, len(chunks)):
            led = chunks[at].has("member") and chunks[at - 1].lower == "in"
            if led and not chunks[at].has("blocked", "group") and (
                chunks[at - 2].lower in ("here", "home") or "first_person" in chunks[at - 2].kinds
            ):  # fmt: skip
                return next(iter(named_by(chunks[at])), None)
    return None


def _leaving(sentence: Sentence) -> Named | None:
    """ "Tomorrow is Malta's last day on the Council": whose seat a text opens with, told from within."""
    chunks = sentence.chunks
    for at in range(1, len(chunks) - 2 if sentence.words & SEAT_TIMES else 0):
        owner = chunks[at - 1]
        if chunks[at].lower in ("'s", "'") and owner.has("member") and not owner.has("blocked"):
            behind = {c.lower.split()[-1] for c in chunks[at + 1 : at + 4]}
            if behind & SEAT_TIMES:
                return next(iter(named_by(owner)), None)
    return None


def _dateline(sentence: Sentence) -> Named | None:
    """ "PORT LOUIS: …", "Accra, Monday. …": the capital that a text is written from, where it opens with it."""
    chunks = sentence.chunks
    entry = chunks[0].get("member") if len(chunks) > 1 else None
    if entry is None or chunks[1].text not in ":,—–-(." or not chunks[1:]:
        return None
    capital = any(alias.kind == "capital" for alias in entry.aliases)
    day = chunks[1].text == "," and len(chunks) > 2 and chunks[2].date is not None
    opened = chunks[1].text in ":—–" or day or (chunks[1].text in ",(." and chunks[0].text.isupper())
    return Named(chunks[0].text, entry.aliases) if capital and opened else None


def _may_speak(sentence: Sentence) -> bool:
    """Whether any of its words may be the writer's "we" or "I", to pass over all other sentences cheaply."""
    return "first_person" in sentence.kinds or not sentence.words.isdisjoint(FIRST_PERSON)


def _speaks(chunk: Chunk) -> bool:
    """Whether it is the writer's "us", not the United States."""
    return (chunk.lower in SPEAKING or "first_person" in chunk.kinds) and "member" not in chunk.kinds


def _named_outright(sentence: Sentence) -> Named | None:
    chunks = sentence.chunks if "member" in sentence.kinds else []
    for at, chunk in enumerate(chunks):
        if "member" not in chunk.kinds or "blocked" in chunk.kinds or at == 0:
            continue
        before = [c.lower for c in chunks[max(0, at - 4) : at]]
        entry = chunk.get("member")
        people = entry is not None and entry.form in ("people", "demonym")
        if before[-1] in ("we", "us") and people and chunk.text.endswith(("s", "sh", "ch", "ese", "ss")):
            return named_by(chunk)[0]
        if before[-1] in ("our", "my") and at + 1 < len(chunks) and "delegate" in chunks[at + 1].kinds:
            return named_by(chunk)[0]
        if people and before[-2:] in (["we", "are"], ["we", "'re"]) and _ends(chunks, at):
            return named_by(chunk)[0]  # "We are Swiss, and our two years are over"
        if before[-2:] in (["we", "in"], ["us", "in"]) or before[-2:] == ["write", "from"]:
            return named_by(chunk)[0]
        comma = at - 2 if before[-1] == "the" else at - 1
        if (
            comma > 0
            and chunks[comma].text == ","
            and "first_person" in chunks[comma - 1].kinds
            and _closed(sentence, at)
        ):
            return named_by(chunk)[0]
        if before[-1] in ("a", "an") and _of_oneself(sentence, at):
            return named_by(chunk)[0]
        if before[-1] == "for" and _of_myself(sentence, at - 1):
            return named_by(chunk)[0]
        if sentence.index < OPENING and is_demonym(chunk) and _papers_of(sentence, at):
            return named_by(chunk)[0]
    return None


def _of_oneself(sentence: Sentence, at: int) -> bool:
    """ "I am a South African", "as an Indian I was ashamed", "I am proud to be a Kenyan": what the writer is."""
    chunks = sentence.chunks
    before = [c.lower for c in chunks[max(0, at - 6) : at - 1]]
    if not _ends(chunks, at) or not before or any(start <= chunks[at].start < end for start, end, _ in sentence.quoted):
        return False
    own = any(c.text == "I" or c.lower in ("my", "i'm") for c in chunks)
    return own and (before[-1] in ("am", "'m", "as") or before[-2:] == ["to", "be"] or before[-1].startswith("i'm"))


def _ends(chunks: list[Chunk], at: int) -> bool:
    """Whether a people's name stands by itself, not before a noun: "I am a Kenyan teacher"."""
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    return behind is None or not behind.is_word or behind.has("and") or behind.text in ("I", "who", "myself")


def _closed(sentence: Sentence, at: int) -> bool:
    """ "Our country, Malta, abstained": the name said again of what is ours; "we, Chad and Mali" names others."""
    chunks = sentence.chunks
    if any(c.has("member") for c in chunks[at + 2 : at + 4]):
        return False
    comma = at - 2 if chunks[at - 1].lower == "the" else at - 1
    return at + 1 < len(chunks) and chunks[at + 1].text in ",." and chunks[comma - 1].lower != "us"


def _of_myself(sentence: Sentence, at: int) -> bool:
    """ "I had raised my hand for France": what goes before "for"."""
    before = sentence.chunks[max(0, at - 7) : at]
    own = next((i for i, c in enumerate(before) if c.text == "I"), None)
    said = " ".join(c.lower for c in before[own + 1 :]) if own is not None else ""
    return said.endswith(tuple(RAISED_FOR))


def _papers_of(sentence: Sentence, at: int) -> bool:
    """ "From the notebooks of a Cuban delegate"."""
    chunks = sentence.chunks
    before = [c.lower for c in chunks[max(0, at - 4) : at]]
    return "of" in before and not PAPERS.isdisjoint(before) and any(c.has("delegate") for c in chunks[at + 1 : at + 3])


def _towards_us(sentence: Sentence) -> bool:
    """Whether another state is told of as with us or against us."""
    return any(
        c.text == "us" and at and sentence.chunks[at - 1].lower.split()[-1] in TOWARDS_US
        for at, c in enumerate(sentence.chunks)
    )


def name_own(sentence: Sentence, own: Own) -> bool:
    """Lets "we", "us" and "our" name the state that says them, outside what others are quoted with; whether any did."""
    if not _may_speak(sentence):
        return False
    named = False
    for at, chunk in enumerate(sentence.chunks):
        if not _speaks(chunk) or not _acts(sentence.chunks, at):
            continue
        if any(start <= chunk.start < end for start, end, _ in sentence.quoted) or _another_speaks(sentence, at):
            continue
        form = "demonym" if chunk.lower == "our" else "people"
        # "Obama's people abstained. All told we have used it 84 times": the state's, not in his time alone
        aliases = tuple(replace(a, kind="people") if a.kind in LEADING else a for a in own.named.aliases)
        entry = Entry("member", "", form, aliases)
        chunk.entries = (*(e for e in chunk.entries if e.kind != "first_person"), entry)
        chunk.kinds = frozenset(e.kind for e in chunk.entries)
        named = True
    if named:
        sentence.kinds = sentence.kinds | {"member"}
    return named


def _another_speaks(sentence: Sentence, at: int) -> bool:
    """ "We tabled it, said the envoy of Peru": whether a member named behind "we" is the one that says it."""
    if sentence.said_by is None:
        return False
    told = sentence.text.find(sentence.said_by, sentence.chunks[at].end - sentence.start)
    return told >= 0 and any(c.has("member") for c in sentence.chunks[at:] if c.start >= sentence.start + told)


def _acts(chunks: list[Chunk], at: int) -> bool:
    """Whether it stands where those who vote do: "with us", "our veto", not "instructing us", "our friend Spain"."""
    lower = chunks[at].lower
    if lower == "we" and at + 1 < len(chunks) and chunks[at + 1].lower in HEARING:
        return False  # "Ecuador, we hear, joined them": whoever reports
    if lower == "us":
        return at > 0 and chunks[at - 1].lower.split()[-1] in COMPANY
    if lower in ("our", "my"):
        counted = (c.number is not None or c.has("last_word", "only") for c in chunks[at + 1 : at + 3])
        return any(c.has(*CAST) or c.lower in SEATS for c in chunks[at + 1 : at + 3 + sum(counted)])
    return True


def said_of_own(claim: VoteClaim) -> bool:
    """Whether it speaks of the writer's own state without naming it."""
    members: tuple[Members | None, ...] = ()
    if isinstance(claim, Position):
        members = (claim.members, claim.companions)
    elif isinstance(claim, Sponsor | Membership):
        members = (claim.members,)
    elif isinstance(claim, Count | Generalisation):
        members = (claim.acts.members,)
    return any(is_own(named) for group in members if group is not None for named in group.named)


def is_own(named: Named) -> bool:
    word = named.text.split()[0]
    return word.lower() in OWN_WORDS and word != "US"


def _seated_for_good(claim: Membership) -> bool:
    """Whether a state that never lacks a seat was guessed at, of which any seat is true."""
    return any(alias.code in VETO_HOLDERS for named in claim.members.named if is_own(named) for alias in named.aliases)


def guessed(claims: Sequence[VoteClaim]) -> list[VoteClaim]:
    """Of what is said of a state that was only guessed at, what is a claim where the record bears it out."""
    kept: list[VoteClaim] = []
    for claim in claims:
        if not said_of_own(claim):
            kept.append(claim)
        elif isinstance(claim, Membership):
            if not _seated_for_good(claim):
                kept.append(replace(claim, guessed=True))
        elif isinstance(claim, Sponsor):
            others = tuple(named for named in claim.members.named if not is_own(named))
            members = replace(claim.members, named=others) if others else claim.members
            kept.append(replace(claim, members=members, guessed=not others))
        elif isinstance(claim, Position):
            others = tuple(named for named in claim.members.named if not is_own(named))
            told = bool(others) and claim.companions is None
            members = replace(claim.members, named=others) if told else claim.members
            kept.append(replace(claim, members=members, loose=claim.loose or not told))
        elif isinstance(claim, Count | Generalisation):
            kept.append(replace(claim, acts=replace(claim.acts, guessed=True)))
    return kept
