"""Every and all: "has blocked every ceasefire text", "as it has on every resolution"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.assertion import passive
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import OF_MEMBERS, Acts, Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import able, is_text, is_veto_noun, says
from onrecord.reading.extract.bounds import alone, bounded, companions, noun_of
from onrecord.reading.extract.context import inherited, spoken_of, told
from onrecord.reading.extract.counted_times import times
from onrecord.reading.extract.doers import chunks_of, doer, done_by, owner, resolved
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause, tail
from onrecord.reading.extract.universals_whose import all_were_theirs
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

_WORDS = word_sets("frequency.csv")
ALWAYS, EVERY_YEAR = _WORDS["always"], _WORDS["every_year"]
OF_THEM = ("every one of them", "all of them", "each of them", "each one of them", "every single one of them")
BUT = ("but", "save", "bar", "except", "save for", "except for", "but for")
YEARLY = 6
"""Chunks between what is done and "every year"."""
NEARLY = frozenset({"nearly", "almost", "virtually", "practically", "not quite", "just about"})
OF_TEXTS = ("every", "all", "each", "every single", "any", "every other")


def every_text(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """What is said of every text of a kind from the word at chunk `at` on."""
    chunks = sentence.chunks
    lower = chunks[at].lower
    noun = _texts_behind(chunks, at)
    if lower in ALWAYS:
        return _always(sentence, found, at, discourse)
    if lower in ("every time", "each time"):
        return _as_before(sentence, found, at, discourse)
    if lower in EVERY_YEAR:
        return _always(sentence, found, at, discourse)
    if lower in OF_THEM:
        return _of_them(sentence, found, at, discourse)
    if lower not in OF_TEXTS or (at and chunks[at - 1].lower in NEARLY):
        return None
    if noun is None:
        return _of_them(sentence, found, at, discourse)
    return (
        _of_acts(sentence, found, at, noun, discourse)
        or all_were_theirs(sentence, found, at, noun)
        or _as_before(sentence, found, at, discourse)
        or _acted_on(sentence, found, at, noun, discourse)
        or _became(sentence, found, at, noun, discourse)
    )


COURTS = frozenset({"court", "courts", "tribunal", "tribunals"})
"""Whose texts are not voted on: "all resolutions and findings of the courts"."""


def _texts_behind(chunks: list[Chunk], at: int) -> int | None:
    """The noun for texts that "every" or "all" goes with."""
    for position in range(at + 1, min(at + 8, len(chunks))):
        chunk = chunks[position]
        if is_text(chunk) or chunk.lower in ("vote", "votes", "veto", "vetoes"):
            following = chunks[position + 1] if position + 1 < len(chunks) else None
            if following is not None and following.has("text"):
                continue
            return None if any(c.lower in COURTS for c in chunks[position + 1 : position + 8]) else position
        if (chunk.has("member_noun", "verb", "be", "but") and not chunk.has("of_adjective")) or chunk.text in ",;:—":
            return None
    return None


def _of_acts(
    sentence: Sentence, found: list[Phrase], at: int, noun: int, discourse: Discourse
) -> Generalisation | None:
    """ "Every Chinese veto since 2007 has been cast together with Russia": said of a member's acts."""
    chunks = sentence.chunks
    if not is_veto_noun(chunks, noun):
        return None
    predicate = next(
        (
            i
            for i in range(noun + 1, min(noun + 14, len(chunks)))
            if chunks[i].has("be", "have", "use")
            or chunks[i].lower in ("came", "fell")
            or (says(chunks, i, "about") and chunks[i].lower.endswith("ed"))
        ),
        None,
    )
    owned = owner(sentence, noun)
    around = clause(sentence, at, noun)
    if predicate is None or owned is None or predicate > around.last:
        return None
    members = resolved(owned[0], sentence, found, owned[1], discourse, "veto")
    if members is None or not members.named:
        return None
    whole = Stretch(at, predicate - 1, noun)
    when = times(sentence, replace(whole, first=min(around.first, at)), ordinal=False)  # "Since 2007 every veto …"
    universe = bounded(sentence, found, whole, members, "veto", when, frozenset(range(owned[1], noun)))
    spoken = discourse.counted.period if discourse.counted is not None else ()
    earlier = [*spoken, *(c.date for c in chunks[:at] if c.date is not None)]
    if earlier:
        universe = replace(universe, told_from=earlier[-1])  # "since then"
    said = Stretch(predicate, around.last, predicate)
    company, chose = companions(sentence, found, said, members)
    on_their_own = alone(chunks[predicate : around.last + 1])
    topic = _topic(chunks, said)
    if any(c.has("negation", "modal") for c in chunks[predicate : predicate + 3]) or not (
        company is not None or on_their_own or topic
    ):
        return None
    acts = replace(
        universe, companions=company, companions_chose=chose, alone=on_their_own, subject=f"{universe.subject} {topic}"
    )
    return Generalisation(
        *sentence.placed(around.first, around.last, at),
        acts=acts,
        form="every",
        universe=universe,
    )


def _topic(chunks: list[Chunk], stretch: Stretch) -> str:
    """What the predicate says the acts were about: "on Syria", "to protect Israel"."""
    start = next(
        (i for i in range(stretch.first, stretch.last + 1) if says(chunks, i, "about")),
        None,
    )
    return " ".join(c.text for c in chunks[start : stretch.last + 1]) if start is not None else ""


def _acted_on(
    sentence: Sentence, found: list[Phrase], at: int, noun: int, discourse: Discourse
) -> Generalisation | None:
    """ "Has vetoed every ceasefire text", "voted against all of the drafts on Syria"."""
    chunks = sentence.chunks
    if chunks[at].lower == "any":
        return None
    before = [a for a in told(sentence, discourse) if a.verbal and not a.passive and a.last < at and at - a.last <= 6]
    if not before:
        return None
    act = before[-1]
    if any(c.number is not None and not c.number.ordinal for c in chunks[at + 1 : noun]):
        return None
    who = doer(sentence, found, act, discourse)
    if who is None or not (who[0].named or who[0].groups) or not done_by(sentence, found, act, who[0]):
        return None
    return _made(sentence, found, at, noun, act.what, who)


def _made(
    sentence: Sentence,
    found: list[Phrase],
    at: int,
    noun: int,
    what: str,
    who: tuple[Members, int],
    first: int | None = None,
) -> Generalisation:
    chunks = sentence.chunks
    around = clause(sentence, at, noun)
    wide = Stretch(min(around.first, who[1] if first is None else first), around.last, noun)
    excluded = chunks_of(found, who[0])
    counted = bounded(sentence, found, wide, who[0], what, times(sentence, wide, ordinal=False), excluded)
    counted = replace(counted, noun=noun_of(chunks[at : noun + 1]))
    return Generalisation(
        *sentence.placed(wide.first, tail(chunks, wide.last), at),
        acts=counted,
        form="every",
    )


def _as_before(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "Mali abstained, as it had on each of these texts since May"."""
    chunks = sentence.chunks
    start = next((i for i in range(at - 1, max(at - 9, -1), -1) if chunks[i].lower in ("as", "just as")), None)
    if start is None:
        return None
    before = [a for a in told(sentence, discourse) if a.last < start and (a.verbal or a.what == "abstain")]
    context = spoken_of(discourse, sentence)
    if before:
        who = doer(sentence, found, before[-1], discourse)
        if who is None:
            return None
        context = Acts(who[0], before[-1].what)
    if context is None or context.what not in OF_MEMBERS:
        return None
    if not any(c.has("have", "do") for c in chunks[start:at]) and chunks[at].lower not in ("every time", "each time"):
        return None
    named = next((p.members for p in found if start < p.first < at), None)
    members = named if named is not None else context.members
    if not (members.named or members.groups):
        return None
    return _made(sentence, found, at, _texts_behind(chunks, at) or at, context.what, (members, start), first=start)


def _always(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "Has always voted against sanctions on Cuba"; without a subject that says on what, a manner of speaking."""
    chunks = sentence.chunks
    acts = (a for a in told(sentence, discourse) if a.verbal)
    yearly = chunks[at].lower in EVERY_YEAR
    act = next((a for a in acts if at - (YEARLY if yearly else 3) <= a.first <= at + (YEARLY if yearly else 3)), None)
    likened = any(c.lower in ("as", "like") for c in chunks[max(0, at - 3) : at])
    if act is None or likened or act.form in ("base", "third", "gerund"):
        return None
    who = doer(sentence, found, act, discourse)
    if who is None or not (who[0].named or who[0].groups) or not done_by(sentence, found, act, who[0]):
        return None
    made = _made(sentence, found, at, max(at, act.last), act.what, who)
    if at + 2 < len(chunks) and chunks[at + 1].lower in BUT:
        made = replace(made, exceptions=chunks[at + 2].cardinal, reserved=True)  # "every year but one"
    if made.acts.companions is not None or made.acts.alone:
        # "Has always vetoed together with Washington": of its own acts, not of texts
        return replace(made, universe=replace(made.acts, companions=None, companions_chose="", alone=False))
    return made


def _became(sentence: Sentence, found: list[Phrase], at: int, noun: int, discourse: Discourse) -> Generalisation | None:
    """ "Every sanctions text since 2006 had been adopted unanimously", "all Gaza drafts have been vetoed"."""
    chunks = sentence.chunks
    if chunks[at].lower == "any" or any(c.number is not None and not c.number.ordinal for c in chunks[at + 1 : noun]):
        return None
    around = clause(sentence, at, noun)
    for act in told(sentence, discourse):
        if act.verbal and act.passive and noun < act.first <= around.last and act.what == "veto":
            who = doer(sentence, found, act, discourse)
            members = who[0] if who is not None else Members(everyone=True)
            return _made(sentence, found, at, noun, "veto", (members, at), first=around.first)
    for position in range(noun + 1, around.last + 1):
        entry = chunks[position].verb("adopt", "pass", "defeat")
        active = chunks[position].verb("pass") is not None or chunks[position].lower.startswith(
            ("passed", "went through", "sailed")
        )
        if entry is None or not (passive(chunks, position) or active):
            continue
        if any(c.has("modal", "unreal", "negation") for c in chunks[noun:position]):
            return None
        made = _made(
            sentence,
            found,
            at,
            noun,
            "failed" if entry.value == "defeat" else "adopted",
            (Members(), at),
            first=around.first,
        )
        unanimous = any(c.has("unanimous") or "unanim" in c.lower for c in chunks[noun : around.last + 1])
        return replace(made, acts=replace(made.acts, outcome="", carried="unanimous" if unanimous else ""))
    return None


def _of_them(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "China has seventeen, every one of them in the company of the Russians": said of the acts just counted."""
    chunks = sentence.chunks
    behind = [c.lower for c in chunks[at + 1 : at + 4]]
    if (
        chunks[at].lower not in OF_THEM
        and behind[:2] not in (["one", "of"], ["of", "them"], ["of", "those"], ["of", "these"])
        and behind[:1] not in (["alone"], ["with"], ["one of"])
    ):
        return None
    several = any(c.cardinal is not None and c.cardinal > 1 for c in chunks[:at])
    if behind[:1] == ["alone"] and at and not several:
        return None  # "France even abstained all alone", "in December it abstained, all alone"
    context = spoken_of(discourse, sentence)
    if context is None or not (context.members.named or context.members.groups):
        return None
    nearest = next((p for p in reversed(found) if p.last < at and p.members.named), None)
    if nearest is not None and nearest.members != context.members and able(nearest.members, context.what):
        return None  # "Russia vetoed three, each with China": not of those counted before
    stretch = replace(clause(sentence, at), head=at)
    company, chose = companions(sentence, found, stretch, context.members)
    on_their_own = alone(chunks[at : stretch.last + 1])
    if company is None and not on_their_own:
        return None
    own = replace(Acts(Members(), context.what), companions=company, companions_chose=chose, alone=on_their_own)
    counted = inherited(own, context, narrowed=True)
    first = chunks[stretch.first]
    return Generalisation(
        first.start,
        chunks[tail(chunks, stretch.last)].end,
        sentence.index,
        sentence.speaker_at(first.start),
        acts=counted,
        form="every",
        universe=replace(context, companions=None, companions_chose="", alone=False),
    )
