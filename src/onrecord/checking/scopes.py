"""On what subject: the words of a claim as sets of vote events, in every reading that they leave open.

A curated set (`record.topics`) is complete; what the titles name is in it for sure, and more may be.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from onrecord.checking.docket import Docket
from onrecord.checking.scope_rows import Scope, scope_rows, topic_scopes
from onrecord.checking.subjects_phrases import PERMANENT_TERMS
from onrecord.checking.summons import speaks_of_summons, summons_scope
from onrecord.checking.words import listing, name, names
from onrecord.reading.table import any_of, phrases, rows, word_sets
from onrecord.record.model import VoteEvent

NO_SUBJECT = frozenset(("issue:veto-power",))
"""Terms of the vote itself."""
_ON = re.compile(r"\b(?:on|over|about|concerning|regarding) ((?:\S+ ?){1,4})")
_ON_WHAT_WAS_TOLD = re.compile(
    r"\b(?:veto(?:es|ed)?|texts?|drafts?|resolutions?) (?:on|over|about|concerning|regarding)"
    r" (?:it|them|(?:the|this|that) ([a-z]+))"
    r"(?= (?:in|on|by|since|alone)\b|[,.;:]|$)"
)
"""What only the text before names: "first used its veto on it", "… over the colony"."""
_ON_A_SUBJECT = re.compile(
    r"\b(?:texts?|drafts?|resolutions?|proposals?|motions?) (?:on|over|about|concerning|regarding)"
    r" ((?:[^\s,.;:]+ ?){1,2})"
)
_OF_A_KIND = re.compile(
    r"\b(?:an?|any|every|single|each|no|all|another) ([^\s,.;:]+) (?:texts?|drafts?|resolutions?|proposals?|motions?)\b"
)
"""A text of some subject or kind."""
_OF_A_THING = re.compile(r"\bveto(?:ed|ing|es)? (?:an?|any|another|a single|one) ([a-z][\w-]+)")
"""What need not be a text at all: "never vetoed a candidate"."""
_OUR_OWN = re.compile(
    r"\b(?:on|over|about|concerning|regarding|against|for) (?:us|our|my|ourselves)\b|\bof (?:ours|mine)\b"
    r"|\bour (?:own )?(?:texts?|drafts?|resolutions?|proposals?)\b"
)
"""Of the writer's own country, which no one names."""
_ITS_BID = re.compile(
    r"\b(?:its|their|his|her|the country's) (?:\w+ )?(?:applications?|bids?|candidac(?:y|ies)|candidatures?|admission"
    r"|entry)\b",
    re.IGNORECASE,
)
"""Of whoever applied, whom other words name: "its application was vetoed four times"."""
_AUTHORED = re.compile(r"\b(?:texts?|drafts?|resolutions?|proposals?|motions?)\b")
_PURPOSE = re.compile(rf"\bto (?:{any_of(word_sets('thread_words.csv', 'checking')['purpose'])}) (?!it\b|them\b)\w")
"""What acts are said to have been for: "used its veto twice to escape the judgment of The Hague"."""
_SHIELDED_FROM = re.compile(
    r"(\b(?:shield|protect|defend|spar|sav|rescu|insulat|cover)\w* (?:\S+ ){1,3}?)"
    r"from (?:(?:any|the|all|such|international) )*[a-z]\w+(?:(?:, | and | or |, and )(?:any |the )?[a-z]\w+)*"
)
"""What somebody was spared, which is not what the texts were about: "to shield Israel from scrutiny"."""
_NOT_NAMED = re.compile(
    r"\b(?:on|over|about|concerning|regarding|against) (?:what|whatever|how|where)\b|"
    r"\bsuch (?:an? )?(?:thing|matter|question|issue|case|occasion)s?\b"
)
"""Of what a clause tells: "a draft on what it is doing there"."""
_SERIES = re.compile(
    r"\b(?:on|over|about|concerning) "
    r"((?:the )?[A-Z]\S*(?: [A-Z]\S*)*(?:(?:,? (?:or|and) |, )(?:the )?[A-Z]\S*(?: [A-Z]\S*)*)+)"
)
_JOINTS = re.compile(r",? (?:or|and) |, ")
SEVERAL = 2
MIDDLE_EAST = "place:middle-east"
VAGUE = frozenset(
    (
        "issue:conflict",
        "issue:sanctions",
        "issue:peacekeeping",
        "issue:ceasefire",
        "issue:humanitarian-aid",
        MIDDLE_EAST,
        "issue:embargo",
    )
)
"""Subjects that many files have: alone they mean those of the file spoken of."""
_WORDS = word_sets("thread_words.csv", "checking")
BACK_REFERENCES = _WORDS["back_reference"]
VETOED = ("veto", "vetoed")
PLACES = ("member:", "place:", "mission:", "war:")
"""How terms begin by which a subject can be told from another."""
GENERAL = _WORDS["narrows_nothing"]
COMPLETE = ("mission:", "topic:")
WIDE = frozenset(
    f"place:{place}"
    for place in (
        "africa", "central-africa", "west-africa", "north-africa", "horn-of-africa", "great-lakes", "sahel",
        "latin-america", "central-america", "south-east-asia",
    )
)  # fmt: skip
"""Parts of the world with many states: a vote on one of these seldom names the whole."""
ADMISSION = "issue:admission"
"""The subject of what lets a state in, which few call a resolution on that state."""
EVERYTHING = Scope("", None, True)


def scopes_of(
    words: str,
    what: str,
    docket: Docket,
    event: VoteEvent | None,
    near: str = "",
    again: bool = False,
    reach: date | None = None,
    ever: bool = False,
) -> list[Scope] | None:
    """Readings of the subject that the words name, best first; None where they name one the record cannot delimit.

    `event` is the vote spoken of and `near` the words around: "the war" and "the force" mean theirs, as may acts told
    of `again`. A claim of all time (`ever`), or from a day before a curated set begins (`reach`), takes in what the
    titles of earlier votes name.
    """
    index = docket.subjects
    words = _SHIELDED_FROM.sub(r"\1", _behind_reporting(words))
    if what == "adopted" and docket.body == "unsc" and speaks_of_summons(words):
        return [summons_scope(docket)]
    joined = _joined(words, what, docket)
    if joined is not None:
        return joined
    named = index.main_terms(words)
    authors = frozenset(t for t in named if t.startswith("author:"))
    terms = (
        frozenset(t for t in named if ":" in t and not t.startswith(("act:", "author:"))) - PERMANENT_TERMS - NO_SUBJECT
    )
    if not terms and (_NOT_NAMED.search(words) or _PURPOSE.search(words)):
        return None
    if "place:gaza" in terms and "palest" not in words.lower():
        terms -= {"place:palestine"}  # the phrase brings it along
    back = _refers_back(words)
    if authors and not terms and _AUTHORED.search(words):
        written = _written_by(frozenset(a.partition(":")[2] for a in authors), docket)
        return [Scope(f"texts{_by(authors, docket)}", written, False)]
    if not terms or terms <= VAGUE:
        if (not terms and _OUR_OWN.search(words)) or (what in VETOED and _ITS_BID.search(words)):
            return None
        if not terms and not back and _unknown(words, docket):
            return [replace(EVERYTHING, complete=False, sure=False)]
        series = _spoken_of(words, terms, what, docket, event, near)
        if series:
            if terms or back:
                return series
            if again or _unknown(words, docket):
                everything = replace(EVERYTHING, complete=False, sure=False)
                return [*(replace(s, complete=False, sure=False) for s in series), everything]
            return [EVERYTHING]
        if terms:
            return [replace(s, sure=False) for s in _by_titles(words, terms, authors, docket, what)]
        if back:
            return None if _war(words) else [replace(EVERYTHING, complete=False, sure=False)]
        return [EVERYTHING]
    curated = _curated(terms, what, docket, not _war(words) and ever, reach)
    if curated and not authors:
        return curated
    narrower = _by_titles(words, terms, authors, docket, what)
    if curated:
        return [_within(s, authors, docket) for s in curated]
    return narrower


def _behind_reporting(words: str) -> str:
    """What is said, without who says it: "Algeria's envoy said that …" is not about Algeria."""
    match = _reporting().match(words)
    return words[match.end() :] if match else words


@cache
def _reporting() -> re.Pattern[str]:
    verbs = "|".join(sorted({re.escape(verb) for row in rows("reporting.csv") for verb in phrases(row["words"])}))
    return re.compile(rf"[^,;:]{{1,60}}?\b(?:{verbs})\b(?: [\w ]{{1,30}})?? that ", re.IGNORECASE)


def refers_back(words: str, docket: Docket) -> bool:
    """Whether the words name a subject only as known: "the war", "every ceasefire text", "the force"."""
    terms = (
        frozenset(t for t in docket.subjects.main_terms(words) if ":" in t and not t.startswith(("act:", "author:")))
        - PERMANENT_TERMS
        - NO_SUBJECT
    )
    return terms <= VAGUE and (bool(terms) or _refers_back(words))


def _joined(words: str, what: str, docket: Docket) -> list[Scope] | None:
    """ "On Cuba or Nicaragua", "on Syria, Libya and Ukraine": the votes on any of the places that are named."""
    match = _SERIES.search(words)
    if match is None:
        return None
    parts = [part for part in _JOINTS.split(match[1]) if part.strip()]
    terms = [
        frozenset(t for t in docket.subjects.main_terms(part) if t.startswith(PLACES)) - PERMANENT_TERMS
        for part in parts
    ]
    if (
        len(parts) < SEVERAL
        or not all(terms)
        or len(set(terms)) < SEVERAL
        or any(a <= b for a in terms for b in terms if a is not b)
    ):
        return None
    each = [scopes_of(f"on {part}", what, docket, None) or [] for part in parts]
    if not all(each):
        return None
    events = frozenset(i for scopes in each for i in scopes[0].events or ())
    title = listing(s[0].title for s in each)
    return [Scope(title, events, all(s[0].complete for s in each), all(s[0].sure for s in each))]


def says_a_subject(words: str, docket: Docket) -> bool:
    """Whether the words name a subject that the tables know."""
    return any(
        ":" in t and not t.startswith(("act:", "author:"))
        for t in docket.subjects.main_terms(words) - PERMANENT_TERMS - NO_SUBJECT
    )


def _refers_back(words: str) -> bool:
    if any(word.strip(".,'\"") in BACK_REFERENCES for word in words.lower().split()):
        return True
    return any(match[1] is None or match[1] not in NO_MATTER for match in _ON_WHAT_WAS_TOLD.finditer(words))


def _elsewhere(words: str, around: frozenset[str], own: frozenset[str]) -> bool:
    """Whether the text names places, and the vote that it seems to speak of has others: then it does not.

    "The force" may be that of the vote although the text names its places otherwise; "this war" is one that it names.
    """
    named, of_vote = (frozenset(t for t in terms if t.startswith(PLACES)) - PERMANENT_TERMS for terms in (around, own))
    return bool(named and of_vote) and not (named & of_vote if _war(words) else around & own)


def _war(words: str) -> bool:
    return any(word.strip(".,'\"") in ("war", "conflict") for word in words.lower().split())


def _curated(
    terms: frozenset[str], what: str, docket: Docket, ever: bool = False, reach: date | None = None
) -> list[Scope]:
    """The curated sets whose subject this is; those with the most needed terms only."""
    fitting = [
        row
        for row in scope_rows()
        if row.needs <= terms <= row.needs | row.tolerates
        and (not row.acts or row.acts == what)
        and row.topic in docket.record.topics
    ]
    if not fitting:
        return []
    most = max(len(row.needs) for row in fitting)
    found: list[Scope] = []
    for row in fitting:
        if len(row.needs) == most:
            found.extend(s for s in topic_scopes(row, docket, ever, reach, terms) if s not in found)
    return found


def _within(scope: Scope, authors: frozenset[str], docket: Docket) -> Scope:
    """Only the texts that those members wrote."""
    written = _written_by(frozenset(a.partition(":")[2] for a in authors), docket)
    return Scope(
        f"{scope.title}{_by(authors, docket)}", (scope.events or frozenset()) & written, False, start=scope.start
    )


def _by_titles(words: str, terms: frozenset[str], authors: frozenset[str], docket: Docket, what: str) -> list[Scope]:
    """The votes whose subjects name the terms outright, those that name them at all, and those of the place alone.

    Of adopted texts many share an issue ("sanctions", "settlement"); a place or a state says surely which are meant.
    """
    narrow = not _narrower(words, docket) and WIDE.isdisjoint(terms)
    sure = narrow and (what in VETOED or any(t.startswith(PLACES) for t in terms))
    found: list[Scope] = []
    places = frozenset(t for t in terms if t.startswith(PLACES))
    for named, loosely in ((terms, False), (terms, True), (places, False)):
        events = docket.subjects.about(named, loosely)
        if authors:
            events &= _written_by(frozenset(a.partition(":")[2] for a in authors), docket)
        title = _title(named, docket)
        title = f"{title.replace('texts on', 'texts that touch on') if loosely else title}{_by(authors, docket)}"
        complete = not authors and all(t.startswith(COMPLETE) for t in terms)
        if what == "adopted" and ADMISSION not in terms:
            # "Its first resolution on Myanmar" hardly means that of its admission.
            without = events - docket.subjects.about(frozenset((ADMISSION,)))
            if named and without != events and all(without != s.events for s in found):
                found.append(Scope(title, without, complete, sure))
                title = f"{title} and the admission of members"
        if named and all(events != s.events for s in found):
            found.append(Scope(title, events, complete, sure))
    if not authors and not WIDE.isdisjoint(terms):
        found.append(replace(EVERYTHING, complete=False, sure=False))
    return found


@lru_cache(maxsize=64)
def _written_by(codes: frozenset[str], docket: Docket) -> frozenset[str]:
    """Ids of the votes on texts that one of the members led or, where no lead is known, sponsored."""
    found = set()
    for event in docket.events:
        sponsorship = docket.record.sponsorship(event.id)
        if sponsorship is not None and codes & {_same_seat(c) for c in sponsorship.leads or sponsorship.sponsors}:
            found.add(event.id)
    return frozenset(found)


def _title(terms: frozenset[str], docket: Docket) -> str:
    """ "Texts on Cyprus", "texts on UNFICYP", "texts on Syria and chemical weapons": what a reason calls a subject."""
    said: list[str] = []
    for term in sorted(terms, key=lambda t: (not t.startswith("mission:"), not t.startswith(PLACES), t)):
        what, _, key = term.partition(":")
        if what == "mission":
            said.append(key.upper())
        elif what == "member":
            said.append(name(key, docket.record))
        else:
            said.append(key.replace("-", " ").title() if what == "place" else key.replace("-", " "))
    return f"texts on {listing(said)}" if said else "texts on that subject"


def _by(authors: frozenset[str], docket: Docket) -> str:
    """ " put forward by Russia"."""
    codes = [a.partition(":")[2] for a in authors]
    return f" put forward by {names(codes, docket.record)}" if codes else ""


def _same_seat(code: str) -> str:
    return "RUS" if code == "SUN" else code


def _narrower(words: str, docket: Docket) -> bool:
    """Whether words that no table knows may narrow the subject further: "on children in Syria"."""
    index = docket.subjects
    named = " ".join(match[1] for match in _ON.finditer(words))
    return any(":" not in term and term not in GENERAL and index.knows(term) for term in index.main_terms(named))


def _unknown(words: str, docket: Docket) -> bool:
    """Whether the words name a subject that no table knows: "every veto on fisheries", "never vetoed a candidate"."""
    index = docket.subjects
    for match in (*_ON_A_SUBJECT.finditer(words), *_OF_A_KIND.finditer(words)):
        if any(":" not in t and t not in GENERAL and t not in NO_MATTER for t in index.main_terms(match[1])):
            return True
    for match in (*_ON.finditer(words), *_OF_A_THING.finditer(words)):
        named = [term for term in index.main_terms(match[1]) if ":" not in term]
        if any(term not in GENERAL and term not in NO_MATTER and index.knows(term) for term in named):
            return True
    return False


NO_MATTER = _WORDS["no_matter"]


def _of_the_war(words: str, found: list[Scope]) -> list[Scope]:
    """Of the sets that a vote is in, "the war" is the one that began on a day."""
    latest = max((s.start for s in found if s.start is not None), default=None)
    return [s for s in found if s.start == latest] if latest is not None and _war(words) else found


def _spoken_of(
    words: str, terms: frozenset[str], what: str, docket: Docket, event: VoteEvent | None, near: str
) -> list[Scope]:
    """The file that the text is about: the curated sets of the vote spoken of, else its mission or its own subject."""
    index = docket.subjects
    around = (
        frozenset(t for t in index.main_terms(near) if ":" in t and not t.startswith(("act:", "author:")))
        - PERMANENT_TERMS
    )
    own = index.subject_terms(event.id) if event is not None else frozenset()
    for wider in (terms | (around - VAGUE), terms | ((around - VAGUE) & own)):
        if wider != terms:
            curated = _curated(wider, what, docket)
            if curated and (event is None or any(s.holds(event) for s in curated)):
                return _of_the_war(words, curated)
            if event is not None and what in VETOED and not event.vetoed_by:
                # a set of vetoed texts alone holds no text that passed, such as the one spoken of
                running = [s for s in curated if s.start is None or s.start <= event.date]
                if running:
                    return _of_the_war(words, running)
    if event is None or _elsewhere(words, around, own) or not frozenset((MIDDLE_EAST,)) & terms <= own:
        return []
    topics = docket.record.topics_of(event.id)
    rows = [
        row
        for row in scope_rows()
        if row.topic in topics and (not row.acts or row.acts == what) and row.needs & VAGUE <= terms
    ]
    if terms:
        rows = [row for row in rows if terms <= row.needs | row.tolerates] or rows
    if rows:
        most = (
            max(len(row.needs) for row in rows if not terms or terms <= row.needs | row.tolerates)
            if any(terms <= row.needs | row.tolerates for row in rows)
            else 0
        )
        chosen = [row for row in rows if len(row.needs) == most] or rows
        found: list[Scope] = []
        for row in chosen:
            found.extend(s for s in topic_scopes(row, docket) if s not in found)
        return _of_the_war(words, found)
    missions = frozenset(t for t in own if t.startswith("mission:") and event.id in index.about(frozenset((t,))))
    places = (
        frozenset(t for t in own if t.startswith(("member:", "place:")) and event.id in index.about(frozenset((t,))))
        - PERMANENT_TERMS
    )
    subject = (
        missions or places & around or frozenset(sorted(places, key=lambda t: len(index.about(frozenset((t,)))))[:1])
    )
    shared = frozenset(t for t in around & own if t in ("issue:sanctions", "issue:embargo"))
    narrowing = (terms & own) - VAGUE if missions else terms & own
    events = index.about(subject | narrowing | shared) or index.about(subject)
    return (
        [
            Scope(
                _title(subject, docket),
                events,
                bool(missions),
                bool(missions or shared),
            )
        ]
        if events
        else []
    )
