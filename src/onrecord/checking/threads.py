"""Which claims speak of the same vote: a thread begins where the text turns to another date, text or body."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Outcome, Position, Reference, Sponsor, Tally, VoteClaim, whole
from onrecord.reading.dates import DateMention
from onrecord.reading.read import Reading

LEAD_IN = 2
"""Sentences before a claim whose date and subject are still its own."""
ENDS = frozenset({"to", "until", "till", "through", "by", "expires", "expire", "than"})
"""Words before a date that make it the end of something, not the day of a vote."""
EVENT_CLAIMS = (Position, Tally, Outcome, Sponsor, Reference)
OTHER_TEXT = frozenset(
    {"another", "second", "rival", "counter", "similar", "separate", "competing", "alternative", "third", "fourth", "its own", "own"}
)
"""Words in front of a text that set it apart from the one spoken of before."""


@dataclass(slots=True)
class Thread:
    """Claims about one vote (or about several that are named together), and what points to it."""

    body: str
    claims: list[VoteClaim] = field(default_factory=list)
    symbols: tuple[str, ...] = ()
    dates: tuple[DateMention, ...] = ()
    dates_led: bool = False
    """The dates stand in a sentence that leads up to it."""
    sentences: set[int] = field(default_factory=set)
    differs_from: list[Thread] = field(default_factory=list)
    sponsors: frozenset[str] = frozenset()
    after: Thread | None = None
    """The thread spoken of before, from whose date relative dates count."""
    marker: int | None = None
    """Where the word stands that sets its text apart from the one before ("a rival draft")."""
    amendment: bool = False
    uncovered: str | None = None
    """A kind of vote that the record mostly does not hold: `procedural` (straw polls too), `appointment`."""
    lead_in: set[int] = field(default_factory=set)
    """Sentences without a claim of their own that lead up to it."""


def threads(reading: Reading, seated: frozenset[str] = frozenset()) -> list[Thread]:
    """In the order in which the text turns to them.

    `seated` are the members that ever sat on the Council: an adjective of another ("the Haitian text") names the
    text's subject rather than its sponsor.
    """
    found: list[Thread] = []
    current: Thread | None = None
    aside: Thread | None = None
    body = "unsc"
    last = -1
    for claim in sorted((c for c in reading.claims if isinstance(c, EVENT_CLAIMS)), key=lambda c: (c.start, c.end)):
        led = next((b for i in range(claim.sentence - 1, last, -1) if i >= 0 and (b := reading.bodies[i]) is not None), None)
        body = _body(reading, claim, led or (body if current is None else current.body))
        symbols = _symbols(reading, claim)
        if symbols:
            body = "unga" if symbols[0].startswith("A/") else "unsc"
        dates = _dates(reading, claim)
        led_dates = False
        if dates and reading.bodies[claim.sentence] is None and not symbols:
            body = next((t.body for t in reversed(found) if _same_dates(t.dates, dates)), body)
        lead_in = range(max(last + 1, claim.sentence - LEAD_IN), claim.sentence)
        if not dates and not symbols:
            dates = next((d for i in reversed(lead_in) if (d := _dates_of(reading, i))), ())
            led_dates = bool(dates)
        last = claim.sentence
        sponsors = _sponsors(reading, claim)
        if body == "unsc" and seated:
            sponsors = frozenset(s for s in sponsors if s in seated or s.startswith("GROUP:"))
        amendment = _speaks_of_amendment(reading, claim)
        marker = _marker(reading, claim)
        other = marker is not None and current is not None and current.marker != marker
        back = _told_back(reading, claim)
        if back and aside is not None and not dates and not symbols and claim.sentence - max(aside.sentences) <= 1 and aside.body == body:
            aside.claims.append(claim)
            aside.sentences.add(claim.sentence)
            continue
        if current is not None and amendment != current.amendment and not symbols:
            same_kind = [t for t in found if t.amendment == amendment and t.body == body and not sponsors - t.sponsors]
            other = other or not same_kind
            if same_kind and not dates:
                same_kind[-1].claims.append(claim)
                same_kind[-1].sentences.add(claim.sentence)
                continue
        thread = _same(found, current, body, symbols, dates, sponsors, other, claim)
        if thread is None:
            thread = Thread(body, symbols=symbols, dates=dates, after=current, sponsors=sponsors, marker=marker, dates_led=led_dates)
            thread.amendment = amendment
            thread.uncovered = next(
                (e.value for i in (*lead_in, claim.sentence) for c in reading.sentences[i].chunks if (e := c.get("uncovered"))), None
            )
            if current is not None and current.body == body and (other or _conflict(current.sponsors, sponsors)):
                thread.differs_from = [t for t in found if t.body == body][-3:]
                if not dates:
                    thread.dates = ()
            found.append(thread)
        thread.claims.append(claim)
        thread.sentences.add(claim.sentence)
        thread.lead_in.update(lead_in)
        thread.sponsors = thread.sponsors or sponsors
        if symbols and not thread.symbols:
            thread.symbols = symbols
        if dates and not thread.dates:
            thread.dates = dates
        told_apart = current is None or (thread is not current and thread.body == current.body)
        if told_apart and (dates or symbols) and (_inserted(reading, claim) or (back and current is not None)):
            aside = thread
        else:
            current = thread
    return found


def _same(
    found: list[Thread], current: Thread | None, body: str, symbols: tuple[str, ...], dates: tuple[DateMention, ...],
    sponsors: frozenset[str], other: bool, claim: VoteClaim,
) -> Thread | None:  # fmt: skip
    if symbols:
        for thread in reversed(found):
            if thread.symbols and set(symbols) == set(thread.symbols):
                return thread
        if current is not None and not current.symbols and claim.sentence in current.sentences and current.body == body and not other:
            if not (current.dates or dates) or _same_dates(current.dates, dates):
                return current
        return None
    if sponsors and (known := _by_sponsors(found, body, sponsors, dates)) is not None:
        return known
    if other:
        return None
    if dates:
        for thread in reversed(found):
            if thread.body == body and _same_dates(thread.dates, dates) and not _conflict(thread.sponsors, sponsors):
                return thread
        if current is not None and not current.dates and current.body == body and claim.sentence in current.sentences and not current.symbols:
            return current
        return None
    if current is None or current.body != body:
        return next((t for t in reversed(found) if t.body == body), None) if current is not None and False else None if current is None else _of_body(found, body)
    if _conflict(current.sponsors, sponsors):
        return next((t for t in reversed(found) if t.body == body and t.sponsors and t.sponsors == sponsors), None)
    return current


def _by_sponsors(found: list[Thread], body: str, sponsors: frozenset[str], dates: tuple[DateMention, ...]) -> Thread | None:
    """The thread whose text is by the same sponsors, or the rival text that nobody has been named for yet."""
    for thread in reversed(found):
        if thread.body == body and thread.sponsors & sponsors and (not dates or not thread.dates or _same_dates(thread.dates, dates)):
            return thread
    if found and found[-1].sponsors and not found[-1].sponsors & sponsors:
        for thread in reversed(found[:-1]):
            if thread.body == body and not thread.sponsors and thread.marker is not None and not dates:
                return thread
    return None


def _of_body(found: list[Thread], body: str) -> Thread | None:
    return None


def _same_dates(one: tuple[DateMention, ...], other: tuple[DateMention, ...]) -> bool:
    return bool(one) and [_written(d) for d in one] == [_written(d) for d in other]


def _written(mention: DateMention) -> tuple[object, ...]:
    return (
        mention.form, mention.role, mention.year, mention.month, mention.day, mention.weekday, mention.count, mention.unit,
        mention.step, mention.part, mention.name,
    )  # fmt: skip


def _conflict(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and not one & other


def _body(reading: Reading, claim: VoteClaim, before: str) -> str:
    """The body last named before the claim's end in its sentence, else the one spoken of."""
    if isinstance(claim, Reference):
        return "unga" if claim.symbol.startswith("A/") else "unsc"
    if isinstance(claim, Position) and claim.choice == "veto":
        return "unsc"
    sentence = reading.sentences[claim.sentence]
    named: str | None = None
    for chunk in sentence.chunks:
        if chunk.start >= claim.end and named is not None:
            break
        if chunk.has("assembly"):
            named = "unga"
        elif chunk.has("council") and not chunk.lower.startswith("the council"):
            named = "unsc"
        elif chunk.has("council"):
            named = named or "unsc"
    if named is None and isinstance(claim, Tally):
        total = sum(whole(v) for v in (claim.yes, claim.no, claim.abstain, claim.not_voting) if v is not None)
        if total > 15:
            return "unga"
    if named is None and isinstance(claim, Tally | Position) and before == "unga":
        return before
    return named or before


def _symbols(reading: Reading, claim: VoteClaim) -> tuple[str, ...]:
    if isinstance(claim, Reference):
        return (claim.symbol,)
    cited = reading.cited[claim.sentence]
    if not cited:
        return ()
    if isinstance(claim, Position) and claim.noun and any(c.date is not None and claim.start <= c.start < claim.end for c in reading.sentences[claim.sentence].chunks):
        return ()
    inside = [c for c in cited if claim.start <= c.start < claim.end]
    if inside:
        return tuple(c.symbol for c in inside)
    if isinstance(claim, Sponsor) and claim.end < cited[0].start:
        return ()
    before = [c for c in cited if c.end <= claim.start]
    if before:
        last = before[-1]
        run = [last]
        for one in reversed(before[:-1]):
            if run[0].start - one.end <= 6:
                run.insert(0, one)
        sentence = reading.sentences[claim.sentence]
        between = [c for c in sentence.chunks if last.end <= c.start < claim.start]
        if any(c.text == ";" or (c.has("but") and c.lower in ("but", "while", "whereas")) for c in between) and len(cited) > 1:
            return ()
        return tuple(c.symbol for c in run)
    if len(cited) == 1 and not any(c.date is not None and claim.start <= c.start < claim.end for c in reading.sentences[claim.sentence].chunks):
        sentence = reading.sentences[claim.sentence]
        between = [c for c in sentence.chunks if claim.end <= c.start < cited[0].start]
        if not any(c.text in ";—" or c.has("but") for c in between):
            return (cited[0].symbol,)
    return ()


def _dates(reading: Reading, claim: VoteClaim) -> tuple[DateMention, ...]:
    """The dates "at" which the claim's clause says it happened; two joined by "and" stand for two votes."""
    sentence = reading.sentences[claim.sentence]
    dated = [c for c in sentence.chunks if c.date is not None and c.date.role == "at" and not c.date.from_elsewhere]
    dated = [c for c in dated if not _of_another_thing(sentence.chunks, c)]
    if not dated:
        return ()
    inside = [c for c in dated if claim.start <= c.start < claim.end]
    before = [c for c in dated if c.end <= claim.start]
    chosen = inside[0] if inside else before[-1] if before else None
    if chosen is None:
        after = [c for c in dated if c.start >= claim.end]
        between = [c for c in sentence.chunks if claim.end <= c.start < after[0].start]
        if any(c.has("but", "relative") or c.text in ";:—" for c in between) or len(between) > 10:
            return ()
        chosen = after[0]
    elif not inside:
        between = [c for c in sentence.chunks if chosen.end <= c.start < claim.start]
        if any(c.text == ";" or c.lower in ("but", "whereas") for c in between) and len(dated) > 1:
            return ()
        if any(c.text == "," for c in between) and _in_relative_clause(sentence.chunks, chosen):
            return ()
    pair = _joined(sentence.chunks, dated, chosen)
    return tuple(d.date for d in pair if d.date is not None)


def _told_back(reading: Reading, claim: VoteClaim) -> bool:
    """Whether the claim is told in the pluperfect, of a time before the one spoken of."""
    chunks = reading.sentences[claim.sentence].chunks
    return any(c.lower in ("had", "'d", "had not", "hadn't") and claim.start <= c.start < claim.end for c in chunks)


def _inserted(reading: Reading, claim: VoteClaim) -> bool:
    """Whether the claim is a relative clause that the sentence goes on after."""
    chunks = [c for c in reading.sentences[claim.sentence].chunks if claim.start <= c.start]
    opens = next((i for i, c in enumerate(chunks[:8]) if c.has("relative") and c.lower in ("who", "which", "whose") and i > 0 and chunks[i - 1].text == ","), None)
    closes = next((c for c in chunks if c.start >= claim.end), None)
    return opens is not None and closes is not None and closes.text == ","


def _in_relative_clause(chunks: list[Chunk], chunk: Chunk) -> bool:
    """ "India, which had abstained in October, voted yes": the date belongs to the inserted clause alone."""
    place = chunks.index(chunk)
    for back in range(place - 1, max(place - 12, 0), -1):
        if chunks[back].has("relative") and chunks[back].lower in ("who", "which", "whose", "whom"):
            return chunks[back - 1].text == ","
        if chunks[back].text == ",":
            return False
    return False


def _dates_of(reading: Reading, index: int) -> tuple[DateMention, ...]:
    """The last date "at" which a sentence without claims of its own says something happened."""
    chunks = reading.sentences[index].chunks
    dated = [c.date for c in chunks if c.date is not None and c.date.role == "at" and not _of_another_thing(chunks, c)]
    return tuple(dated[-1:])


def _of_another_thing(chunks: list[Chunk], chunk: Chunk) -> bool:
    """A date that belongs to something else: "until 31 October", "the war of 1973", "a year after"."""
    place = chunks.index(chunk)
    for back in range(place - 1, max(place - 9, -1), -1):
        if chunks[back].text in ",;:—":
            break
        if chunks[back].lower in ("since", "before", "until"):
            return True
    before = chunks[place - 1].lower if place else ""
    return chunk.date is None or chunk.date.from_elsewhere or chunk.date.form in ("era", "fiscal") or before in ENDS


def _joined(chunks: list[Chunk], dated: list[Chunk], chosen: Chunk) -> list[Chunk]:
    run = [chosen]
    place = dated.index(chosen)
    for step in (1, -1):
        other = place + step
        if 0 <= other < len(dated):
            first, second = sorted((dated[other], chosen), key=lambda c: c.start)
            between = [c for c in chunks if first.end <= c.start < second.start]
            if 0 < len(between) <= 3 and all(c.has("and", "preposition") or c.lower in ("again", "then") for c in between) and between[0].has("and"):
                run.append(dated[other])
                break
    return sorted(run, key=lambda c: c.start)


def _sponsors(reading: Reading, claim: VoteClaim) -> frozenset[str]:
    if isinstance(claim, Sponsor):
        return frozenset(a.code for n in claim.members.named for a in n.aliases) | frozenset(claim.members.groups)
    for other in reading.claims:
        if isinstance(other, Sponsor) and other.sentence == claim.sentence and other.start < claim.end and claim.start < other.end:
            return frozenset(a.code for n in other.members.named for a in n.aliases) | frozenset(other.members.groups)
    return frozenset()


def _marker(reading: Reading, claim: VoteClaim) -> int | None:
    """Where the claim, or its sentence before it, sets its text apart from the one spoken of."""
    sentence = reading.sentences[claim.sentence]
    found: int | None = None
    for at, chunk in enumerate(sentence.chunks):
        if chunk.start >= claim.end:
            break
        entry = chunk.get("text")
        if entry is None:
            continue
        before = sentence.chunks[max(0, at - 4) : at]
        ordinal = any(c.number is not None and c.number.ordinal and c.number.value > 1 for c in before)
        after = [c.lower for c in sentence.chunks[at + 1 : at + 4]]
        owned = after[:1] == ["of"] and "own" in " ".join(after).split()
        if entry.value == "rival" or ordinal or owned or any(c.lower in OTHER_TEXT for c in before):
            found = chunk.start
    return found


def _speaks_of_amendment(reading: Reading, claim: VoteClaim) -> bool:
    """Whether the claim's own words are about an amendment."""
    chunks = reading.sentences[claim.sentence].chunks
    return any(c.start < claim.end and claim.start <= c.start and (e := c.get("text")) is not None and e.value == "amendment" for c in chunks)
