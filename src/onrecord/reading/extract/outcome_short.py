"""Texts that had too few votes: "it was not enough", "the draft was one vote short", "it failed to get nine votes"."""

from __future__ import annotations

import re

from onrecord.reading.assertion import asserted
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Outcome
from onrecord.reading.clauses import clause_end, subject
from onrecord.reading.extract.outcome_words import WORDS, of_a_text, of_a_vote, of_amendment
from onrecord.reading.extract.state import Discourse
from onrecord.reading.nouns import Noun, nouns
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

SHORT = WORDS["falls_short"]
NEEDED_VOTES = frozenset({9, 7})
"""Votes that the Council's texts have needed."""
WANTED = word_sets("clause_words.csv")["wanted"]
REACH = 8


def votes_not_got(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Outcome | None:
    """ "The draft failed to get nine votes", "it did not get enough votes", "did not obtain the required majority"."""
    chunks = sentence.chunks
    denied = at > 0 and (chunks[at - 1].has("negation") or (at > 1 and chunks[at - 2].has("negation")))
    if not denied or at >= sentence.unreal_from or not _of_its_votes(chunks, at):
        return None
    noun = subject(sentence, found, at)
    if noun is None or noun.kind not in ("text", "pronoun") or noun.last >= at:
        return None
    if any(c.has("modal", "relative") for c in chunks[noun.first : at]) or not of_a_text(sentence, discourse):
        return None
    if noun.kind == "pronoun" and chunks[noun.first].lower not in ("it", "this", "that"):
        return None
    last = clause_end(sentence, found, at)
    counted = any(c.cardinal in NEEDED_VOTES for c in chunks[at : last + 1])
    return Outcome(*sentence.placed(noun.first, last, at), outcome="short", soft=not counted)


LAST_NEEDED = frozenset({"ninth", "seventh"})
"""Of the votes that the Council's texts have needed, the last."""
_LAST = r"(?:ninth|seventh)"
_VOTE = r"(?:vote|hand|yes|supporter|member)"
_MISSING = re.compile(
    rf"\b(?:(?:the|that|a|its|any|this) {_LAST}(?: {_VOTE})? "
    r"(?:(?:never|did(?: not|n['’]t)) (?:come|came|materialised?|show(?:ed)? up|turn(?:ed)? up|appear(?:ed)?)"
    r"|(?:could(?: not|n['’]t) be|was not|wasn['’]t|was never|was nowhere to be) (?:found|got|had|there)"
    r"|was (?:missing|lacking|wanting)|eluded (?:it|them))"
    r"|(?:lacked|lacking|missed|(?:was|were) missing|without|(?:for )?want of|there was no|nobody (?:supplied|gave it)"
    r"|(?:could(?: not|n['’]t)|failed to|never) (?:find|get|got|found))"
    rf" (?:a |the |its |that )?{_LAST} {_VOTE})\b",
    re.IGNORECASE,
)


def last_vote_missing(sentence: Sentence, discourse: Discourse) -> Outcome | None:
    """ "The ninth vote never came", "for want of a ninth vote"."""
    told = discourse.text_before(sentence) or discourse.vote_before(sentence) or discourse.voted_near(sentence)
    if LAST_NEEDED.isdisjoint(sentence.words) or sentence.unreal_from == 0 or not (told or of_a_vote(sentence)):
        return None
    match = _MISSING.search(sentence.text)
    if match is None:
        return None
    start, end = sentence.start + match.start(), sentence.start + match.end()
    return Outcome(start, end, sentence.index, sentence.speaker_at(start), outcome="short", soft=True)


def _of_its_votes(chunks: list[Chunk], at: int) -> bool:
    """Whether what was not got are the votes that a text needs."""
    behind = chunks[at + 1 : at + REACH]
    end = next((i for i, c in enumerate(behind) if c.text in ",;:—–." or c.has("but", "relative")), len(behind))
    behind = behind[:end]
    votes = any(c.has("vote_noun") or c.lower in ("majority", "support", "backing") for c in behind)
    wanted = any(c.cardinal in NEEDED_VOTES or c.lower in WANTED for c in behind)
    return votes and wanted


def not_enough(sentence: Sentence, found: list[Phrase], be: int) -> Outcome | None:
    """ "Thirteen members backed it, and it was not enough"; "the draft was one vote short"."""
    chunks = sentence.chunks
    tail = " ".join(c.lower for c in chunks[be : be + 7])
    short = any(f" {words} " in f"{tail} " for words in SHORT) and "unanim" not in tail
    if not short or not asserted(sentence, be, -1, "past") or not of_a_vote(sentence):
        return None
    noun = subject(sentence, found, be)
    if noun is None and be > 0 and chunks[be - 1].lower in ("which", "that", "it", "this"):
        noun = Noun(be - 1, be - 1, "pronoun")
    if noun is None or noun.kind in ("members", "body") or ("dead" in tail and noun.kind != "text"):
        return None
    dead = next((i for i in range(be + 1, min(be + 7, len(chunks))) if chunks[i].lower == "dead"), be)
    if any(c.has("determiner", "preposition") for c in chunks[be + 1 : dead]):
        return None  # "the draft is an insult to the dead"
    if [c.lower for c in chunks[max(0, be - 2) : be]] == ["the", "one"]:
        return None  # "ten to one, and the one was not enough": too few to stop it
    last = clause_end(sentence, found, be)
    return Outcome(
        *sentence.placed(noun.first, last, be),
        outcome="failed",
        amendment=any(of_amendment(chunks, n) for n in nouns(chunks, found, 0, be)),
    )
