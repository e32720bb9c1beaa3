"""What became of a text, without who voted how: "the draft failed", "the Council extended the mandate"."""

from __future__ import annotations

import re

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Outcome, Tally, VoteClaim
from onrecord.reading.clauses import clause_end, clause_start, subject, verb_group_start
from onrecord.reading.extract.citations import ELSEWHERE
from onrecord.reading.extract.state import Discourse
from onrecord.reading.grammar import Phrase, Sentence, agent_after, asserted, negated, passive
from onrecord.reading.lexicon import Entry
from onrecord.reading.nouns import Noun, noun_at, nouns, verbish

BODY_DOES = {"adopt": "adopted", "act": "adopted", "defeat": "failed", "block": "failed"}
TEXT_DOES = {"pass": "adopted", "fail": "failed", "adopt": "adopted", "block": "failed"}
SUFFERED = {"adopt": "adopted", "act": "adopted", "defeat": "failed", "veto": "vetoed", "block": "failed"}
INTRANSITIVE = frozenset({"passed", "passes", "carried", "carries", "pass", "carry", "sank", "sinks"})
"""Of the verbs that a body does to a text, those that a text does as well."""
OF_THINGS = ("go through", "went through", "gone through", "get through", "got through", "sail", "scrape", "squeak", "died of", "fell to")
"""Verbs that say a vote was won or lost whatever their subject."""
NOT_VOTED = frozenset({"statement", "agenda", "report", "programme", "minutes", "letter", "rules", "calendar", "tone", "view", "approach"})
NONE = frozenset({"none", "neither", "nothing", "no", "not one", "not a single one"})
UNABLE = frozenset({"could", "unable to", "was unable to"})
PARTICLES = frozenset({"out", "over", "away", "on", "off", "forward", "up", "down", "along", "around", "back"})
LIVES = frozenset({"lives", "lived", "live", "receives", "received", "given", "granted", "handed"})
LONGER = re.compile(
    r"\b(?:another|more|further|last|final|extra|new)\b[^,;:.]{0,25}\b(?:days?|weeks?|months?|years?|mandate|term|lease)\b"
    r"|\b(?:extension|renewal|rollover|reprieve)\b"
)
"""What a mission gets that goes on: "another six months", "its final extension"."""
NEAR = 12
"""Characters between a claim and the count beside it, within which the count says it all."""


def outcomes(sentence: Sentence, found: list[Phrase], already: list[VoteClaim], discourse: Discourse) -> list[Outcome]:
    """`already` are the claims read in the same sentence: an outcome beside its own count is none of its own."""
    claims: list[Outcome] = []
    if sentence.question or sentence.withdrawn or sentence.elsewhere:
        return claims
    for at, chunk in enumerate(sentence.chunks):
        claim = None
        if chunk.has("verb"):
            claim = _of_verb(sentence, found, at, discourse)
        elif chunk.has("be"):
            claim = _not_enough(sentence, found, at)
        if claim is None and (chunk.has("obtain") or chunk.lower in LIVES):
            claim = _lives_on(sentence, found, at)
        if claim is None or any(_says_it(sentence, other, claim) for other in already) or _counts_votes(sentence, claim):
            continue
        if not any(c.start < claim.end and claim.start < c.end for c in claims):
            claims.append(claim)
            discourse.last_outcome = claim.outcome if not claim.negated else "failed"
    if _led_by_body(sentence, found):
        discourse.body_in = sentence.index
    return claims


def _led_by_body(sentence: Sentence, found: list[Phrase]) -> bool:
    """Whether a body is the first thing that the sentence speaks of, so that "it" in the next may be the body."""
    chunks = sentence.chunks
    if not any(c.has("council", "assembly", "same_body") for c in chunks):
        return False
    free = (n for n in nouns(chunks, found, 0, len(chunks)) if not (n.first and chunks[n.first - 1].has("preposition")))
    first = next((n for n in free if n.kind in ("body", "members", "text")), None)
    return first is not None and first.kind == "body"


def _says_it(sentence: Sentence, other: VoteClaim, claim: Outcome) -> bool:
    """Whether another claim is of the same words, or a count that follows in the same clause."""
    if other.start < claim.end and claim.start < other.end:
        return True
    between = sentence.text[claim.end - sentence.start : max(0, other.start - sentence.start)]
    return isinstance(other, Tally) and 0 <= other.start - claim.end < NEAR and not any(mark in between for mark in ";:.")


def _counts_votes(sentence: Sentence, claim: Outcome) -> bool:
    """Whether the clause gives a count that no other reader took: what it says is more than the outcome."""
    inside = [c for c in sentence.chunks if claim.start <= c.start < claim.end]
    return any(_begins_count(inside, at) for at in range(len(inside)))


def _begins_count(chunks: list[Chunk], at: int) -> bool:
    """ "By fourteen votes", "13 to none", "15-0", "unanimously"; not "for want of nine votes", "one vote short"."""
    chunk = chunks[at]
    if chunk.has("unanimous", "without_vote", "undissented"):
        return True
    if chunk.number is None or chunk.number.ordinal or at + 1 >= len(chunks):
        return False
    following = chunks[at + 1]
    then = chunks[at + 2] if at + 2 < len(chunks) else None
    if following.text in "-–" or following.lower == "to":
        return then is not None and (then.number is not None or then.lower in ("none", "nil", "zero", "nought"))
    if not following.has("vote_noun", "yes_noun", "no_noun", "abstention_noun"):
        return False
    short = then is not None and then.lower == "short"
    return not short and not (at and chunks[at - 1].lower in ("of", "the"))


# --- verbs -----------------------------------------------------------------------------------


def _of_verb(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Outcome | None:
    chunks = sentence.chunks
    entries = [e for e in chunks[at].entries if e.kind == "verb"]
    if not any(e.value in SUFFERED or e.value in TEXT_DOES or e.value == "same_fate" for e in entries):
        return None
    if chunks[at].has("text", "author") and not any(e.form in ("past", "third") for e in entries):
        return None
    noun = subject(sentence, found, at)
    if noun is None or noun.last >= at or any(c.lower == "never" for c in chunks[noun.last + 1 : at]):
        return None
    if any(c.has("elsewhere") or c.lower in ELSEWHERE for c in chunks[noun.first : noun.last]):
        return None
    unable = _unable(chunks, at)
    suffers = passive(chunks, at) or _participle_of(chunks, noun, at)
    for entry in entries:
        if not unable and not asserted(sentence, at, noun.last, entry.form):
            continue
        claim = _said(sentence, found, at, entry, noun, suffers, unable, discourse)
        if claim is not None:
            return claim
    return None


def _said(
    sentence: Sentence, found: list[Phrase], at: int, entry: Entry, noun: Noun, suffers: bool, unable: bool, discourse: Discourse
) -> Outcome | None:
    chunks = sentence.chunks
    if suffers:
        if entry.form not in ("past", "participle") or entry.value not in SUFFERED:
            return None
        return _suffered(sentence, found, at, entry, noun, unable)
    if entry.value == "same_fate" and noun.kind in ("text", "pronoun", "other"):
        return _claim(sentence, found, noun, at, discourse.last_outcome or "failed", unable)
    if noun.kind == "body" or (noun.kind == "pronoun" and _is_the_body(sentence, noun, at, discourse)):
        return _body_does(sentence, found, at, entry, noun, unable, discourse)
    vetoed = _of_a_veto(chunks, at) if entry.value == "fail" else False
    outcome = "vetoed" if vetoed else TEXT_DOES.get(entry.value)
    if outcome is None or entry.form == "gerund":
        return None
    if entry.value in ("adopt", "block") and not (chunks[at].lower.split()[-1] in INTRANSITIVE and _no_object(chunks, at)):
        return None
    if entry.value in ("fail", "pass") and not _no_object(chunks, at) and chunks[at].lower.split()[0] in ("lost", "lose", "cleared", "fell", "failed"):
        return None
    if noun.kind == "other" and not (vetoed or chunks[at].lower.startswith(OF_THINGS)):
        return None
    if noun.kind == "members" or (noun.kind == "pronoun" and not _of_a_text(sentence, discourse)):
        return None
    return _claim(sentence, found, noun, at, outcome, unable, loose=noun.kind == "other")


def _of_any(sentence: Sentence, chunks: list[Chunk], noun: Noun, at: int) -> bool:
    """Whether no one text is meant: "only one draft had been vetoed", "never against a resolution that was adopted"."""
    if any(c.has("only") for c in chunks[noun.first : noun.last]) or chunks[noun.first].has("every"):
        return True
    relative = any(c.has("relative") for c in chunks[noun.last + 1 : at])
    return relative and any(c.has("ever", "every") for c in chunks[: noun.first])


def _is_the_body(sentence: Sentence, noun: Noun, at: int, discourse: Discourse) -> bool:
    """Whether "it" is the body spoken of in this sentence or the one before, and no member named since."""
    chunks = sentence.chunks
    if chunks[noun.first].lower != "it" or sentence.index - discourse.body_in > 1 or verb_group_start(chunks, at) > noun.last + 1:
        return False
    return not any(index > discourse.body_in for index, _ in discourse.subjects)


def _lives_on(sentence: Sentence, found: list[Phrase], at: int) -> Outcome | None:
    """ "MINURSO lives another year", "the mission gets its last two months": it was extended."""
    chunks = sentence.chunks
    last = clause_end(sentence, found, at)
    tail = sentence.text[chunks[at].end - sentence.start : chunks[last].end - sentence.start]
    if not LONGER.search(tail.lower()):
        return None
    noun = subject(sentence, found, at)
    if noun is None or noun.kind != "other" or noun.last >= at or not asserted(sentence, at, noun.last, "third"):
        return None
    return _claim(sentence, found, noun, at, "adopted", False, act=True, loose=True)


def _unable(chunks: list[Chunk], at: int) -> bool:
    """ "Could not agree", "was unable to adopt": it says that it did not happen."""
    stretch = chunks[max(0, at - 4) : at]
    could = any(c.lower in UNABLE for c in stretch)
    return could and (any(c.has("negation") for c in stretch) or any(c.lower.endswith("unable to") for c in stretch))


def _participle_of(chunks: list[Chunk], noun: Noun, at: int) -> bool:
    """ "Resolution 1264, adopted unanimously": a participle behind its noun."""
    return (
        noun.kind == "text" and at == noun.last + 2 and chunks[at - 1].text == ","
        and any(e.kind == "verb" and e.form in ("past", "participle") for e in chunks[at].entries)
        and chunks[at].verb("adopt", "veto", "defeat") is not None and not chunks[at].lower.startswith(("pass", "carr"))
    )  # fmt: skip


def _suffered(sentence: Sentence, found: list[Phrase], at: int, entry: Entry, noun: Noun, unable: bool) -> Outcome | None:
    chunks = sentence.chunks
    if agent_after(sentence, found, at) is not None or _by_others(chunks, at) or (chunks[at].lower.split()[-1] == "carried" and _particle(chunks, at)):
        return None
    if noun.kind == "body" or (noun.kind == "pronoun" and entry.value == "act") or _of_any(sentence, chunks, noun, at):
        return None
    if noun.kind == "members" and entry.value != "act":
        return None
    thing = noun.kind in ("other", "members")
    if thing and (negated(sentence, at, noun.last) or (entry.value in ("block", "defeat") and chunks[at].lower != "blocked")):
        return None
    plainly = noun.kind in ("text", "pronoun") and entry.value != "act"
    if noun.kind == "pronoun" and not _of_a_vote(sentence):
        return None
    return _claim(
        sentence, found, noun, at, SUFFERED[entry.value], unable, act=entry.value == "act" or noun.kind == "other",
        loose=not plainly, by_body=_by_body(chunks, at),
    )  # fmt: skip


def _by_others(chunks: list[Chunk], at: int) -> bool:
    """ "Was rejected by civil society", "condemned by the opposition": somebody else's doing, and no vote."""
    for position in range(at + 1, min(at + 10, len(chunks) - 1)):
        if chunks[position].text in ",;:—.":
            return False
        if chunks[position].lower == "by":
            following = chunks[position + 1 : position + 5]
            votes = any(c.number is not None or c.has("vote_noun", "unanimous", "without_vote", "text") for c in following)
            return not votes and chunks[position + 1].date is None and not _by_body(chunks, at)
    return False


def _by_body(chunks: list[Chunk], at: int) -> bool:
    """ "Was condemned on Friday by the Council"."""
    for position in range(at + 1, min(at + 10, len(chunks) - 1)):
        if chunks[position].lower == "by":
            return any(c.has("council", "assembly", "same_body") for c in chunks[position + 1 : position + 3])
        if chunks[position].text in ",;:—.":
            return False
    return False


def _owner(chunks: list[Chunk], object_: Noun | None, discourse: Discourse) -> str:
    """The sentence before, where "its mandate" stands for a mission that only that one names."""
    if object_ is None or chunks[object_.first].lower not in ("its", "their"):
        return ""
    return discourse.last_text


def _body_does(
    sentence: Sentence, found: list[Phrase], at: int, entry: Entry, noun: Noun, unable: bool, discourse: Discourse
) -> Outcome | None:
    chunks = sentence.chunks
    outcome = BODY_DOES.get(entry.value)
    if outcome is None or entry.form == "gerund" or _every_time(sentence, found, at):
        return None
    if entry.form in ("base", "third") and entry.value == "act" and not _in_a_chronicle(sentence, at):
        return None
    object_ = _object(chunks, found, at)
    if entry.value in ("defeat", "block") and (object_ is None or object_.kind in ("members", "body")):
        return None
    if entry.value == "block" and object_ is not None and object_.kind == "other":
        return None
    if object_ is not None and _no_claim(chunks, object_):
        return None
    none = object_ is not None and any(c.lower in NONE for c in chunks[object_.first : object_.last + 1])
    none = none or (at + 1 < len(chunks) and chunks[at + 1].lower in NONE)
    if object_ is None and entry.value == "adopt" and not unable and not none and not _to_do(chunks, at):
        return None
    if entry.value == "act" and (object_ is None or negated(sentence, at, noun.last)):
        return None
    text = object_ is not None and (object_.kind == "pronoun" or (object_.kind == "text" and entry.value != "act"))
    amendment = object_ is not None and _of_amendment(chunks, object_)
    return _claim(
        sentence, found, noun, at, outcome, unable, act=not text and outcome == "adopted", loose=not text and not unable,
        none=none, amendment=amendment, by_body=True, owner=_owner(chunks, object_, discourse),
    )  # fmt: skip


def _to_do(chunks: list[Chunk], at: int) -> bool:
    """ "Agreed to send", "voted to": what was adopted is an act."""
    return at + 1 < len(chunks) and chunks[at + 1].lower in ("to", "on")


def _no_claim(chunks: list[Chunk], object_: Noun) -> bool:
    """Objects that no vote was on; a number alone; a first or second of its kind, which is a matter of counting."""
    inside = chunks[object_.first : object_.last + 1]
    if any(c.number is not None and c.number.ordinal for c in inside):
        return True
    if inside[-1].lower.rstrip("s") in NOT_VOTED or inside[-1].lower in NOT_VOTED:
        return True
    return inside[0].has("cite") or any(c.has("cite") and n.number is not None for c, n in zip(inside, inside[1:], strict=False))


def _object(chunks: list[Chunk], found: list[Phrase], at: int) -> Noun | None:
    named = {p.first: p for p in found}
    for position in range(at + 1, min(at + 4, len(chunks))):
        noun = noun_at(chunks, named, position, len(chunks))
        if noun is not None:
            return noun
        if chunks[position].has("preposition", "and", "but") or not chunks[position].is_word:
            return None
    return None


def _no_object(chunks: list[Chunk], at: int) -> bool:
    if at + 1 >= len(chunks):
        return True
    following = chunks[at + 1]
    if chunks[at].lower.split()[-1] in INTRANSITIVE and _particle(chunks, at):
        return False
    return (
        not following.is_word or following.has("preposition", "and", "but", "unanimous", "without_vote", "adverb", "relative", "negation")
        or following.date is not None or following.number is not None or following.lower.endswith("ly")
        or following.lower in ("as", "all", "both", "when", "short", "short of", "flat", "for", "last", "with", "thanks", "amid", "despite")
    )  # fmt: skip


def _particle(chunks: list[Chunk], at: int) -> bool:
    """ "Carried out", "passed over": another verb."""
    if at + 2 < len(chunks) and (chunks[at + 1].date is not None or chunks[at + 2].date is not None):
        return False
    return at + 1 < len(chunks) and chunks[at + 1].lower in PARTICLES


def _of_a_veto(chunks: list[Chunk], at: int) -> bool:
    """ "Died of a double veto", "fell to a veto": what stopped it, without whose it was."""
    for position in range(at + 1, min(at + 7, len(chunks))):
        if chunks[position].has("veto_noun"):
            return not any(c.has("member") for c in chunks[at + 1 : position])
        if chunks[position].text in ",;:—.":
            return False
    return False


def _every_time(sentence: Sentence, found: list[Phrase], at: int) -> bool:
    """ "Every time the Council has asked for these reports": no one vote is meant."""
    chunks = sentence.chunks
    start = clause_start(sentence, found, verb_group_start(chunks, at))
    return any(c.has("every") or c.lower in ("whenever", "time") for c in chunks[max(0, start - 3) : start + 1])


def _in_a_chronicle(sentence: Sentence, at: int) -> bool:
    """The present tense of a chronicle: "June 2023: the Council ends the mission in Mali"."""
    chunks = sentence.chunks
    return any(c.date is not None for c in chunks[:at]) or any(c.has("cite") for c in chunks)


def _of_a_vote(sentence: Sentence) -> bool:
    return any(c.has("vote_noun", "text", "council", "assembly", "veto_noun", "cite", "unanimous") or c.date is not None for c in sentence.chunks)


def _of_a_text(sentence: Sentence, discourse: Discourse) -> bool:
    return _of_a_vote(sentence) or sentence.index - discourse.text_in <= 1


def _of_amendment(chunks: list[Chunk], noun: Noun) -> bool:
    return any((entry := c.get("text")) is not None and entry.value == "amendment" for c in chunks[noun.first : noun.last + 1])


def _claim(
    sentence: Sentence, found: list[Phrase], noun: Noun, at: int, outcome: str, unable: bool, *,
    act: bool = False, loose: bool = False, none: bool = False, amendment: bool = False, by_body: bool = False,
    owner: str = "",
) -> Outcome:  # fmt: skip
    chunks = sentence.chunks
    last = clause_end(sentence, found, at)
    first = noun.first
    group = verb_group_start(chunks, at)
    if any(c.has("and", "but") for c in chunks[noun.last + 1 : group]) and any(verbish(c) for c in chunks[noun.last + 1 : group]):
        first = group
    start, end = chunks[first].start, chunks[last].end
    inside = chunks[noun.first : noun.last + 1]
    quantity = next((int(c.number.value) for c in inside if c.number is not None and not c.number.ordinal and 1 < c.number.value < 20), None)
    if any(c.has("cite") for c in inside):
        quantity = None
    if quantity is None and inside[0].lower in ("neither", "both"):
        quantity = 2
    denied = negated(sentence, at, noun.last) or chunks[noun.first].lower in NONE
    words = ""
    if loose:
        words = sentence.text[chunks[noun.first].start - sentence.start : end - sentence.start]
        if owner:
            words = f"{owner} {sentence.text}"
    return Outcome(
        start=start, end=end, sentence=sentence.index, said_by=sentence.speaker_at(chunks[at].start), outcome=outcome,
        negated=denied or unable or none, quantity=quantity, act=act, did=" ".join(c.text for c in chunks[at : at + 3]) if act else "", words=words, by_body=by_body,
        amendment=amendment or _of_amendment(chunks, noun),
    )  # fmt: skip


# --- falling short -----------------------------------------------------------------------------


def _not_enough(sentence: Sentence, found: list[Phrase], be: int) -> Outcome | None:
    """ "Thirteen members backed it, and it was not enough"; "the draft was one vote short"."""
    chunks = sentence.chunks
    tail = " ".join(c.lower for c in chunks[be : be + 7])
    short = any(words in tail for words in ("not enough", "n't enough", "too few", "vote short", "votes short", "short of the", "not sufficient", "dead"))
    if not short or not asserted(sentence, be, -1, "past") or not _of_a_vote(sentence):
        return None
    noun = subject(sentence, found, be)
    if noun is None and be > 0 and chunks[be - 1].lower in ("which", "that", "it", "this"):
        noun = Noun(be - 1, be - 1, "pronoun")
    if noun is None or noun.kind in ("members", "body") or ("dead" in tail and noun.kind != "text"):
        return None
    last = clause_end(sentence, found, be)
    return Outcome(
        start=chunks[noun.first].start, end=chunks[last].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunks[be].start), outcome="failed", amendment=any(_of_amendment(chunks, n) for n in nouns(chunks, found, 0, be)),
    )  # fmt: skip
