"""What became of a text, without who voted how: "the draft failed", "the Council extended the mandate"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.assertion import agent_after, asserted, negated, passive
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Outcome, Position, Reference, Tally, VoteClaim
from onrecord.reading.clauses import clause_end, subject, verb_group_start
from onrecord.reading.extract.citations import ELSEWHERE
from onrecord.reading.extract.outcome_bodies import body_does
from onrecord.reading.extract.outcome_clauses import ends_told
from onrecord.reading.extract.outcome_short import LAST_NEEDED, last_vote_missing, not_enough, votes_not_got
from onrecord.reading.extract.outcome_vetoes import HANDS, met_a_veto
from onrecord.reading.extract.outcome_votes import claim_of, voted_for, voted_to_do
from onrecord.reading.extract.outcome_words import (
    INTRANSITIVE,
    WORDS,
    by_body,
    counts_votes,
    how_it_was_not,
    in_a_chronicle,
    meant_for,
    no_object,
    of_a_text,
    of_a_veto,
    of_any,
    particle,
    so_often,
    tried,
    was_unable,
)
from onrecord.reading.extract.position_scope import NEARLY
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.tally_words import GOT, SPANS
from onrecord.reading.extract.voting_words import VOTED_TO
from onrecord.reading.lexicon import Entry
from onrecord.reading.nouns import Noun, each_noun
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

TEXT_DOES = {"pass": "adopted", "fail": "failed", "adopt": "adopted", "block": "failed"}
SUFFERED = {"adopt": "adopted", "act": "adopted", "defeat": "failed", "veto": "vetoed", "block": "failed"}
EITHER_END = ("the same way", "the same end")
"""The end of verbs for a fate that may as well have been a good one."""
OF_TEXTS_ALONE = WORDS["of_texts_alone"]
LIVES, OF_THINGS = WORDS["lives"], tuple(WORDS["of_things"])
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
        lives = "obtain" in chunk.kinds or chunk.lower in LIVES or chunk.lower in GOT
        voted_to = chunk.lower == VOTED_TO
        if not (lives or voted_to) and "verb" not in chunk.kinds and "be" not in chunk.kinds:
            continue
        if any(other.start < chunk.end and chunk.start < other.end for other in already):
            continue
        if voted_to:
            claim = voted_to_do(sentence, found, at)
        elif "verb" in chunk.kinds:
            claim = _of_verb(sentence, found, at, discourse)
        elif "be" in chunk.kinds:
            claim = not_enough(sentence, found, at)
        short = votes_not_got(sentence, found, at, discourse) if claim is None and lives else None
        claim = claim or short
        if claim is None and lives:
            claim = _lives_on(sentence, found, at)
        if (
            claim is None
            or any(_says_it(sentence, other, claim) for other in already)
            or (short is None and counts_votes(sentence, claim))
        ):
            continue
        if not any(c.start < claim.end and claim.start < c.end for c in claims):
            claims.append(claim)
            discourse.last_outcome = claim.outcome if not claim.negated else "failed"
    if _of_vetoes(sentence) and (met := met_a_veto(sentence, found, discourse)) is not None:
        if not any(c.start < met.end and met.start < c.end for c in (*claims, *already)):
            claims.append(met)
    if not (claims or LAST_NEEDED.isdisjoint(sentence.words)):
        missing = last_vote_missing(sentence, discourse)
        if missing is not None and not any(c.start < missing.end and missing.start < c.end for c in already):
            claims.append(missing)
    claims += [
        c for c in ends_told(sentence, discourse) if not any(_overlap(c, other) for other in (*claims, *already))
    ]
    if not claims and already:
        _note_what_became(sentence, already, discourse)
    if _led_by_body(sentence, found):
        discourse.body_in = sentence.index
    return claims


def _overlap(one: VoteClaim, other: VoteClaim) -> bool:
    return one.start < other.end and other.start < one.end


def _note_what_became(sentence: Sentence, already: list[VoteClaim], discourse: Discourse) -> None:
    """Remember what a count or a veto says of a text's end, for "the next one ended the same way"."""
    if any(isinstance(c, Position) and c.choice == "veto" and not c.negated for c in already):
        discourse.last_outcome = "failed"
    elif any(isinstance(c, Tally) for c in already):
        discourse.last_outcome = "adopted" if _passed(sentence) else None
    elif any(isinstance(c, Reference) for c in already) and _passed(sentence):
        discourse.last_outcome = "adopted"


def _passed(sentence: Sentence) -> bool:
    return any(c.verb("adopt", "pass") is not None for c in sentence.chunks)


def _of_vetoes(sentence: Sentence) -> bool:
    return "veto_noun" in sentence.kinds or not HANDS_AND_VETOES.isdisjoint(sentence.words)


HANDS_AND_VETOES = frozenset({"vetoed", *HANDS})


def _led_by_body(sentence: Sentence, found: list[Phrase]) -> bool:
    """Whether a body is the first thing that the sentence speaks of, so that "it" in the next may be the body."""
    chunks = sentence.chunks
    if sentence.kinds.isdisjoint(("council", "assembly", "same_body")):
        return False
    free = (
        n for n in each_noun(chunks, found, 0, len(chunks)) if not (n.first and chunks[n.first - 1].has("preposition"))
    )
    first = next((n for n in free if n.kind in ("body", "members", "text")), None)
    return first is not None and first.kind == "body"


def _says_it(sentence: Sentence, other: VoteClaim, claim: Outcome) -> bool:
    """Whether another claim is of the same words, or a count that follows in the same clause."""
    if other.start < claim.end and claim.start < other.end:
        return True
    between = sentence.text[claim.end - sentence.start : max(0, other.start - sentence.start)]
    return (
        isinstance(other, Tally) and 0 <= other.start - claim.end < NEAR and not any(mark in between for mark in ";:.")
    )


def _of_verb(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Outcome | None:
    chunks = sentence.chunks
    entries = [e for e in chunks[at].entries if e.kind == "verb"]
    if chunks[at].lower == "rejected it":
        entries = [replace(e, value="defeat") for e in entries[:1]]
    if chunks[at].lower == "voted" and (voted := voted_for(sentence, found, at)) is not None:
        return voted
    if not any(e.value in SUFFERED or e.value in TEXT_DOES or e.value == "same_fate" for e in entries):
        return None
    if chunks[at].lower == "clear" and not (
        at and (chunks[at - 1].has("do", "negation", "modal", "realised", "council"))
    ):
        return None  # "let me make one thing clear"
    if chunks[at].lower.endswith("nod") and at + 2 < len(chunks) and chunks[at + 1].lower in ("from", "of"):
        if chunks[at + 2].cardinal is not None:
            return None  # "got the nod from nine members", which may not have been enough
    if chunks[at].has("text", "author") and not any(e.form in ("past", "third") for e in entries):
        return None
    noun = subject(sentence, found, at) or _shared_subject(sentence, found, at) or _ordinal(sentence, at, discourse)
    if noun is not None and noun.first and chunks[noun.first - 1].has("not_one"):
        return None  # "not a single resolution has been adopted since": of no one text
    if noun is None or noun.last >= at or any(c.lower == "never" for c in chunks[noun.last + 1 : at]):
        return None
    if chunks[at - 1].lower in NEARLY:
        return None  # "resolution 2803 was nearly vetoed"
    if any(c.has("elsewhere") or c.lower in ELSEWHERE for c in chunks[noun.first : noun.last]):
        return None
    if chunks[noun.first].lower in ("he", "she"):
        return None
    if meant_for(chunks, at) or _would_be_let(chunks, noun):
        return None
    placed = noun.kind == "text" and chunks[noun.last].lower in IN_ORDER
    unable = was_unable(chunks, at)
    if unable and chunks[at].verb("veto") is not None:
        return None  # "a procedural vote, which could not be vetoed": a rule
    past = any(e.form in ("past", "participle") for e in entries)
    suffers = past and passive(chunks, at)
    for entry in entries:
        if entry.form in ("past", "participle") and chunks[at - 1].lower == "to":
            continue  # "it deserved to become a resolution"
        if not unable and not asserted(sentence, at, noun.last, entry.form):
            continue
        claim = _said(sentence, found, at, entry, noun, suffers, unable, discourse)
        if claim is not None and claim.negated and how_it_was_not(chunks, at):
            return None
        if claim is not None:
            return _of_what_was_tried(chunks, at, replace(claim, soft=True) if placed else claim)
    return None


def _would_be_let(chunks: list[Chunk], noun: Noun) -> bool:
    """ "An abstention would have let it pass": what did not come to pass."""
    lets = noun.first > 1 and chunks[noun.first - 1].lower == "let"
    return lets and any(c.has("modal") for c in chunks[max(0, noun.first - 4) : noun.first - 1])


IN_ORDER = frozenset({"first", "second", "third", "former", "latter"})


def _ordinal(sentence: Sentence, verb: int, discourse: Discourse) -> Noun | None:
    """ "The first was vetoed, the second fell short", behind a sentence on texts."""
    chunks, last = sentence.chunks, verb_group_start(sentence.chunks, verb)
    last -= chunks[last].lower not in IN_ORDER
    if last < 1 or chunks[last].lower not in IN_ORDER or chunks[last - 1].lower != "the":
        return None
    told = discourse.text_before(sentence) or discourse.vote_before(sentence)
    return Noun(last - 1, last, "text") if told else None


def _of_what_was_tried(chunks: list[Chunk], at: int, claim: Outcome) -> Outcome | None:
    """ "Two attempts to have it adopted failed", "an attempt to adjourn the debate was defeated": of no one text."""
    what = tried(chunks, at) if claim.outcome == "failed" and not claim.negated else None
    if what is None:
        return claim
    return replace(claim, amendment=claim.amendment or what == "amendment", soft=claim.soft or what != "amendment")


def _shared_subject(sentence: Sentence, found: list[Phrase], at: int) -> Noun | None:
    """ "It had enough votes but was vetoed": the text that the sentence begins with, behind "but was"."""
    chunks = sentence.chunks
    be = verb_group_start(chunks, at)
    if be < 1 or not chunks[be].has("be") or chunks[be - 1].lower not in ("but", "yet"):
        return None
    first = next(each_noun(chunks, found, 0, be), None)
    opens = first is not None and first.first == 0 and first.kind in ("text", "pronoun")
    return first if opens and all(c.text not in ";:—–(" for c in chunks[:be]) else None


def _said(
    sentence: Sentence,
    found: list[Phrase],
    at: int,
    entry: Entry,
    noun: Noun,
    suffers: bool,
    unable: bool,
    discourse: Discourse,
) -> Outcome | None:
    chunks = sentence.chunks
    if suffers:
        if entry.form not in ("past", "participle") or entry.value not in SUFFERED:
            return None
        return _suffered(sentence, found, at, entry, noun, unable, discourse)
    if entry.value == "same_fate" and noun.kind in ("text", "pronoun", "other"):
        fate = discourse.last_outcome or (None if chunks[at].lower.endswith(EITHER_END) else "failed")
        return claim_of(sentence, found, noun, at, fate, unable) if fate is not None else None
    its_own = noun.kind == "pronoun" and _of_a_text_alone(chunks, at, entry, discourse.text_before(sentence))
    if noun.kind == "body" or (not its_own and noun.kind == "pronoun" and _is_the_body(sentence, noun, at, discourse)):
        return body_does(sentence, found, at, entry, noun, unable, discourse)
    vetoed = of_a_veto(chunks, at) if entry.value == "fail" else False
    outcome = "vetoed" if vetoed else TEXT_DOES.get(entry.value)
    if outcome is None or entry.form == "gerund":
        return None
    if chunks[at].lower.startswith(("fell", "fall")) and _fell_to_somebody(chunks, at):
        return None
    if _goes_somewhere(chunks, at, entry):
        return None
    if entry.value in ("adopt", "block") and not (
        chunks[at].lower.split()[-1] in INTRANSITIVE and no_object(chunks, at)
    ):
        return None
    if chunks[at].lower.split()[-1] == "carried" and _brought_somewhere(chunks, at):
        return None
    if (
        entry.value in ("fail", "pass")
        and not no_object(chunks, at)
        and chunks[at].lower.split()[0] in ("lost", "lose", "cleared", "fell", "failed", "succeeded", "succeeds")
    ):
        return None
    if noun.kind == "other" and not (vetoed or chunks[at].lower.startswith(OF_THINGS)):
        return None
    if noun.kind == "members" or (noun.kind == "pronoun" and not of_a_text(sentence, discourse)):
        return None
    claim = claim_of(sentence, found, noun, at, outcome, unable, loose=noun.kind == "other")
    # An adopted text may have come to nothing all the same.
    adopted = discourse.last_outcome == "adopted" and (noun.kind == "pronoun" or chunks[noun.first].lower == "the")
    soft = entry.value == "fail" and (adopted or not _plainly_failed(chunks[at].lower))
    return replace(claim, soft=True) if soft else claim


_WORDS = word_sets("clause_words.csv")
PLAINLY = tuple(_WORDS["plainly_failed"])


def _plainly_failed(verb: str) -> bool:
    return verb.startswith(PLAINLY) and verb not in ("fell flat", "fell by the wayside", "died a death")


OF_A_BODY_TOO = _WORDS["of_a_body_too"]


def _of_a_text_alone(chunks: list[Chunk], at: int, entry: Entry, before: bool) -> bool:
    """ "It went through", "it failed owing to a veto": said of a text and not of a body; `before` is whether a text was
    just spoken of.
    """
    if chunks[at].lower in ("failed", "fell"):
        behind = chunks[at + 1] if at + 1 < len(chunks) else None
        return behind is None or not behind.is_word or behind.lower in ("by", "for", "with", "without", "even")
    told = before and entry.value in ("fail", "pass") and chunks[at].lower not in OF_A_BODY_TOO
    return (told or chunks[at].lower in OF_TEXTS_ALONE) and no_object(chunks, at)


HANDS = _WORDS["passed_from"]
VOTES = ("votes", "ayes", "yeses", "noes", "nays", "abstentions", "times", "days", "weeks", "months", "years", "hours")


def _goes_somewhere(chunks: list[Chunk], at: int, entry: Entry) -> bool:
    """ "Passed through many hands", "went through five versions", "fell on deaf ears": of no vote."""
    behind = chunks[at + 1 : at + 6]
    told = [c.lower for c in behind]
    if entry.value in ("adopt", "pass"):
        end = next((i for i, c in enumerate(behind) if not c.is_word), len(behind))
        return not HANDS.isdisjoint(told[:end]) or _so_many_things(behind)
    short_of_what = told[:1] == ["short of"] or told[:2] == ["short", "of"] or chunks[at].lower.endswith("short")
    if short_of_what:
        counted = any(c.number is not None or c.lower in ("votes", "vote", "majority", "quorum") for c in behind)
        return not counted and any(c.lower in ("what", "expectations", "demands", "hopes", "goal") for c in behind)
    return told[:2] in (["in", "its"], ["on", "deaf"], ["in", "practice"]) and told[2:3] != ["turn"]


def _so_many_things(behind: list[Chunk]) -> bool:
    """ "Carried eight signatures", and not "carried eight votes to two"."""
    if len(behind) < 2 or behind[0].number is None or behind[0].date is not None:
        return False
    return behind[1].lower.endswith("s") and not (
        behind[1].has("tally", "option", "member") or behind[1].lower in VOTES
    )


def _fell_to_somebody(chunks: list[Chunk], at: int) -> bool:
    """ "It fell to Malta to cast the ninth vote": was Malta's to do."""
    tail = [c.lower for c in chunks[at + 1 : at + 7]]
    return tail[:1] == ["to"] and "to" in tail[1:]


def _is_the_body(sentence: Sentence, noun: Noun, at: int, discourse: Discourse) -> bool:
    """Whether "it" is the body spoken of in this sentence or the one before, and no member named since."""
    chunks = sentence.chunks
    if (
        chunks[noun.first].lower != "it"
        or sentence.index - discourse.body_in > 1
        or verb_group_start(chunks, at) > noun.last + 1
    ):
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
    return claim_of(sentence, found, noun, at, "adopted", False, act=True, loose=True)


def _brought_somewhere(chunks: list[Chunk], at: int) -> bool:
    """ "Written in one city and carried to another", "a text that it had carried about for months"."""
    return at + 1 < len(chunks) and chunks[at + 1].lower in ("to", "into", "from", "across", "about", "around")


def _suffered(
    sentence: Sentence, found: list[Phrase], at: int, entry: Entry, noun: Noun, unable: bool, discourse: Discourse
) -> Outcome | None:
    chunks = sentence.chunks
    if (
        agent_after(sentence, found, at) is not None
        or _by_others(chunks, at)
        or (chunks[at].lower.split()[-1] == "carried" and (particle(chunks, at) or _brought_somewhere(chunks, at)))
    ):
        return None
    if noun.kind == "body" or (noun.kind == "pronoun" and entry.value == "act") or of_any(chunks, noun, at):
        return None
    if so_often(chunks, at):
        return None
    if noun.kind == "pronoun" and at + 1 < len(chunks) and chunks[at + 1].lower == "that":
        return None  # "it was agreed that 'China' meant Taipei": no text
    if at + 1 < len(chunks) and chunks[at + 1].lower == "from" and noun.kind != "text":
        return None  # "the Council felt that it had been prevented from acting"
    applicant = noun.kind == "members" and entry.value in TURNED_AWAY and _a_state(chunks, noun)
    if noun.kind == "members" and entry.value != "act" and not (applicant and discourse.vote_before(sentence)):
        return None
    if chunks[at].lower == "killed" and chunks[at - 1].number is not None:
        return None  # "it had been almost 9,000 killed"
    thing = noun.kind in ("other", "members")
    if thing and _broke_out(chunks, at) and not by_body(chunks, at):
        return None
    if thing and chunks[at - 1].lower == "are" and not in_a_chronicle(sentence, at):
        # "Sanctions are imposed by the Council", "new members are admitted by the Assembly": as a rule
        return None
    if thing and (
        negated(sentence, at, noun.last)
        or (entry.value in ("block", "defeat") and chunks[at].lower != "blocked" and not applicant)
    ):
        return None
    if noun.first > 1 and chunks[noun.first - 1].has("be") and chunks[noun.first - 2].has("negation"):
        return None  # "Never was it vetoed"
    plainly = noun.kind in ("text", "pronoun") and entry.value != "act"
    if noun.kind == "pronoun" and not of_a_text(sentence, discourse):
        return None
    claim = claim_of(
        sentence,
        found,
        noun,
        at,
        SUFFERED[entry.value],
        unable,
        act=entry.value == "act" or noun.kind == "other",
        loose=not plainly,
        by_body=by_body(chunks, at),
    )
    return replace(claim, applicant=True) if applicant else claim


TURNED_AWAY = ("veto", "block", "defeat")


def _a_state(chunks: list[Chunk], noun: Noun) -> bool:
    """ "Angola was blocked in June": one state by its name, as those are told of that ask to be let in."""
    entry = chunks[noun.last].get("member") if noun.first == noun.last else None
    return entry is not None and entry.form not in ("demonym", "people", "capital", "leader")


def _broke_out(chunks: list[Chunk], at: int) -> bool:
    """ "The famine that was declared in August", "war was declared": not what a text finds ("declared void")."""
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    plain = behind is None or not behind.is_word or behind.date is not None or behind.has("preposition", "and", "be")
    return chunks[at].lower == "declared" and plain


def _by_others(chunks: list[Chunk], at: int) -> bool:
    """ "Was rejected by civil society", "condemned by the opposition": somebody else's doing, and no vote."""
    for position in range(at + 1, min(at + 10, len(chunks) - 1)):
        if chunks[position].text in ",;:—.":
            return False
        if chunks[position].lower == "by":
            following = chunks[position + 1 : position + 5]
            votes = any(
                c.number is not None or c.has("vote_noun", "unanimous", "without_vote", "text") for c in following
            )
            longer = any(c.lower in SPANS for c in following)  # "extended by a year"
            return not (votes or longer) and chunks[position + 1].date is None and not by_body(chunks, at)
    return False
