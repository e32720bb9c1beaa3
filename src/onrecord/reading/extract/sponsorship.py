"""Who drafted, tabled, submitted or co-sponsored a text: "the Algerian text", "a draft tabled by Japan"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Named, Sponsor
from onrecord.reading.extract.authors import Authors, authors_at, authors_before
from onrecord.reading.extract.sponsorship_authors import AMONG_THEM, INCLUDING, of_author_noun
from onrecord.reading.extract.sponsorship_behind import belongs, own, stood_behind, stood_by, whose
from onrecord.reading.extract.sponsorship_company import of_others
from onrecord.reading.extract.sponsorship_gapped import gapped
from onrecord.reading.extract.sponsorship_had import had_it, its_authors
from onrecord.reading.extract.sponsorship_names import name_on_it, pen
from onrecord.reading.extract.sponsorship_nouns import attributive, by_whom, from_source
from onrecord.reading.extract.sponsorship_possessive import by_possessive
from onrecord.reading.extract.sponsorship_predicates import predicate
from onrecord.reading.extract.sponsorship_verbs import of_verb
from onrecord.reading.extract.sponsorship_words import FURTHER, WORDS, sponsor_claim
from onrecord.reading.extract.state import Discourse
from onrecord.reading.parsed import Phrase, Sentence, finite, is_demonym
from onrecord.reading.table import word_sets

OPENING_KINDS = frozenset({"verb", "source_of", "author", "be", "text"})
NAMES = ("name", "names", "signature", "signatures")
SPONSORING = ("sponsorship", "co-sponsorship", "cosponsorship", "authorship")
OPENING_WORDS = ("behind", "one", "ones", "whose", "pen", "pens", *NAMES, *SPONSORING)
"""What `_at` asks of a word, to pass over all others cheaply."""
TAIL = 4
"""Words that may follow a bare name behind a comma."""
TAILS = word_sets("clause_words.csv")["tail"]
OF_THE_VOTE = frozenset({"vote", "votes", "voted", "veto", "vetoed", "vetoes", "adopted", "passed", "failed", "fell"})
"""Words of a sentence whose date is that of the vote, and not of the day when a text was handed in."""
SHORT = 4
"""Words of a question that is its noun: "And the sponsors?"."""


def sponsorships(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Sponsor]:
    """Claims to sponsorship in the order in which they are made."""
    chunks = sentence.chunks
    if sentence.withdrawn:
        return []
    by_the_way = _asks_by_the_way(chunks)
    if sentence.question:
        asked = by_the_way or _asks(chunks)
        discourse.asked_for_sponsor = sentence.index if asked else -9
        discourse.asks_from = next((c.start for c in chunks if c.lower in ("who", "whose")), None) if asked else None
        return []
    if by_the_way:
        discourse.asked_for_sponsor, discourse.asks_from = sentence.index, None
    claims: list[Sponsor] = []
    for at, chunk in enumerate(chunks):
        if at >= sentence.unreal_from:
            break
        if OPENING_KINDS.isdisjoint(chunk.kinds) and chunk.lower not in OPENING_WORDS:
            continue
        for claim in _at(sentence, found, discourse, at, chunk):
            if not any(c.start < claim.end and claim.start < c.end and _same(c.members, claim.members) for c in claims):
                claims.append(claim)
    if claims:
        if not sentence.words.isdisjoint(FURTHER):
            claims.extend(c for c in gapped(sentence, found, claims[-1]) if not _overlaps(c, claims))
        claims.extend(_the_other(sentence, at) for at in range(2, len(chunks)) if _without_noun(chunks, at))
    if "'" in sentence.text:
        claims.extend(c for c in by_possessive(sentence, discourse) if not _overlaps(c, claims))
    claims.extend(_some_of_them(sentence, found, claims))
    claims = [_weighed(sentence.text, sentence.start, c) for c in claims if not _never_put(sentence, c)]
    if sentence.dates and discourse.text_before(sentence) and sentence.words.isdisjoint(OF_THE_VOTE):
        another = _dated_text(chunks)
        claims = [replace(c, known=False) if another else replace(c, then=_told_when(sentence, c)) for c in claims]
    answer = _answer(sentence, found, discourse)
    if answer is not None and not claims:
        claims = [answer]
        if len(chunks) <= SHORT and len(answer.members.named) == 1:
            discourse.asked_for_sponsor, discourse.asks_from = sentence.index, None  # "Chad! Peru! Mali!"
    claims.extend(
        c
        for c in of_others(sentence, found, claims, discourse.sponsor, discourse.last_text)
        if not _overlaps(c, claims)
    )
    discourse.sponsor = claims[-1] if claims else None
    return claims


def _weighed(text: str, base: int, claim: Sponsor) -> Sponsor:
    """The claim, with what its clause says besides: that others took the text over, that somebody denies it."""
    start, end = claim.start - base, claim.end - base
    first = max((m.end() for m in _CLAUSE.finditer(text, 0, start)), default=0)
    closing = _CLAUSE.search(text, end)
    clause = text[first : closing.end() if closing is not None else len(text)]
    if _NOT_TO_THE_END.search(clause) is not None:
        claim = replace(claim, role=True)
    return replace(claim, negated=not claim.negated) if _DENIED.search(text[: start + len("that ")]) else claim


def _told_when(sentence: Sentence, claim: Sponsor) -> bool:
    """ "On Friday (Peru put it in blue)", "(Chad tabled it) in June": whether a day goes with the handing in."""
    chunks = sentence.chunks
    if not claim.known or not any(
        c.verb("sponsor", "cosponsor", "put") for c in chunks if claim.start <= c.start < claim.end
    ):
        return False
    for dated in sentence.dates:
        between = [c for c in chunks if dated.end <= c.start < claim.start or claim.end <= c.start < dated.start]
        if not any(finite(c) or c.text in ";:" for c in between):
            return True
    return False


def _dated_text(chunks: list[Chunk]) -> bool:
    """ "The 2011 text", "last year's draft": the date says which text is meant."""
    dated = (i for i, c in enumerate(chunks[:-2]) if c.date is not None)
    return any(chunks[i + 1 + (chunks[i + 1].lower in ("'s", "'"))].has("text", "cite") for i in dated)


def _some_of_them(sentence: Sentence, found: list[Phrase], claims: list[Sponsor]) -> list[Sponsor]:
    """ "Co-sponsored by 65 states, including Chad", "sixty-five states, Chad among them, sponsored it": by name."""
    counted = next((c for c in claims if c.quantity is not None and not c.negated), None)
    if counted is None:
        return []
    chunks, named = sentence.chunks, []
    for phrase in found:
        before, behind = chunks[phrase.first - 1] if phrase.first else None, chunks[phrase.last + 1 : phrase.last + 2]
        within = counted.start < chunks[phrase.first].start < counted.end + len(", including ")
        if before is None or not within or not phrase.members.named:
            continue
        among = before.has("among") or before.lower in INCLUDING or any(c.lower in AMONG_THEM for c in behind)
        if among and not any(c.start <= chunks[phrase.first].start < c.end for c in claims if c is not counted):
            authors = Authors(phrase.members, phrase.first, phrase.last)
            some = sponsor_claim(sentence, phrase.first, phrase.last, authors, co=True)
            named.append(replace(some, known=counted.known))
    return named


def _never_put(sentence: Sentence, claim: Sponsor) -> bool:
    """ "Russia circulated a rival draft but never put it to the vote": no text that the record may know."""
    match = _NOT_PUT.search(sentence.text, claim.start - sentence.start)
    return match is not None and "." not in sentence.text[claim.end - sentence.start : match.start()]


_NOT_PUT = re.compile(
    r"\b(?:never|not|n't|without)(?: \w+)? (?:put|putting|push|pushed|press|pressed|brought|bring|came|come|taken|went)"
    r"(?: it| that| that one| the text)? to (?:a|the) vote",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:]| while | but ")
_NOT_TO_THE_END = re.compile(
    r"\b(?:originally|initially|at first|"
    r"(?:ha[ds]|was|were|been|first) (?:first|once) (?:been|\w+ed|put|written|brought)|"
    r"first (?:tabled|drafted|written|submitted|proposed|circulated|introduced)|"
    r"(?:was|were|been|being|got) (?:then |later |\w+ly )?(?:(?:taken|picked) (?:over|up)|dropped|shelved|abandoned)|"
    r"(?:said|thought|believed|reported|rumou?red|supposed|alleged) to have)\b",
    re.IGNORECASE,
)
"""Of a text that others may have put to the vote in the end, or that somebody is only said to have written."""
_DENIED = re.compile(r"\b(?:den(?:y|ies|ied|ying)|disput(?:es?|ed))(?: \w+){0,2} (?:that )?$", re.IGNORECASE)


def _at(sentence: Sentence, found: list[Phrase], discourse: Discourse, at: int, chunk: Chunk) -> list[Sponsor]:
    if chunk.verb("sponsor", "cosponsor", "put") and (claim := of_verb(sentence, found, discourse, at)) is not None:
        return [claim]
    if "source_of" in chunk.kinds and (claim := from_source(sentence, found, at)) is not None:
        of_a_veto = discourse.vetoes_in == sentence.index - 1 and claim.start == sentence.start
        return [] if of_a_veto and sentence.words & {"it", "that", "this"} else [claim]
    if "author" in chunk.kinds:
        claim = of_author_noun(sentence, found, at, discourse.text_before(sentence))
        claim = claim or its_authors(sentence, discourse, at)
        if claim is not None:
            return [claim]
    if "be" in chunk.kinds:
        claim = predicate(sentence, found, discourse, at) or belongs(sentence, found, discourse, at)
        if claim is not None:
            return [claim]
    if chunk.lower.endswith(" behind") and chunk.verb("join") is not None:
        claim = stood_by(sentence, found, at, discourse.text_before(sentence))
        return [claim] if claim is not None else []
    if chunk.lower == "behind":
        claim = stood_behind(sentence, found, at, discourse.text_before(sentence))
        return [claim] if claim is not None else []
    if chunk.lower == "whose" and (claim := whose(sentence, found, at)) is not None:
        return [claim]
    if chunk.lower in ("pen", "pens") and (claim := pen(sentence, found, at)) is not None:
        return [claim]
    if chunk.lower in NAMES and (claim := name_on_it(sentence, found, at)) is not None:
        return [claim]
    if chunk.lower == "ones" and at and sentence.chunks[at - 1].has("group"):
        return []  # "the ten elected ones": members, and no texts
    if chunk.lower in ("one", "ones") and _a_veto(sentence.chunks, at, discourse.vetoes_in == sentence.index - 1):
        return []
    if ("text" in chunk.kinds or chunk.lower in ("one", "ones")) and "council" not in chunk.kinds:
        told = discourse.text_before(sentence)
        said = (attributive(sentence, found, at, told), by_whom(sentence, found, at))
        claims = [c for c in said if c is not None]
        if not claims and (claim := own(sentence, found, discourse, at)) is not None:
            return [claim]
        if not claims and (claim := had_it(sentence, found, discourse, at)) is not None:
            return [claim]
        return claims
    return []


def _without_noun(chunks: list[Chunk], at: int) -> bool:
    """ "Abstained on the American paper but voted for the Russian": a nationality that leaves out the text."""
    ends = at + 1 >= len(chunks) or not chunks[at + 1].is_word
    if not ends or chunks[at - 1].lower != "the" or not is_demonym(chunks[at]):
        return False
    stands = chunks[at - 2].lower.split()[-1] in ("for", "against", "on", "to", "and")
    return stands and any(c.has("text") for c in chunks[: at - 2])


def _the_other(sentence: Sentence, at: int) -> Sponsor:
    entry = sentence.chunks[at].get("member")
    name = Named(sentence.chunks[at].text, entry.aliases if entry is not None else ())
    return sponsor_claim(sentence, at - 1, at, Authors(Members((name,), text=name.text), at, at), loose=True)


def _a_veto(chunks: list[Chunk], at: int, spoken_of: bool) -> bool:
    """ "Two vetoes in three days. The Russian one …", "only the Soviet one was a veto": what "one" stands for.

    `spoken_of` is whether the sentence before speaks of vetoes, and of no text after them.
    """
    if at + 1 < len(chunks) and chunks[at + 1].has("be") and any(c.has("veto_noun") for c in chunks[at + 2 : at + 5]):
        return True
    if at + 1 < len(chunks) and chunks[at + 1].lower == "by" and any(c.verb("veto") for c in chunks[:at]):
        return True  # "six drafts were vetoed, five by Russia and one by the United States"
    if any(c.lower in ("a", "an") for c in chunks[max(0, at - 3) : at]):
        told = next((c for c in reversed(chunks[:at]) if c.has("text") or c.lower in CAST), None)
        if told is not None and told.lower in CAST:
            return True  # "It had won ten votes and died of a single American one"
    last = next((c for c in reversed(chunks[:at]) if c.has("veto_noun", "text")), None)
    behind = next((i for i in range(at + 1, min(at + VETO_BEHIND, len(chunks))) if chunks[i].has(*VETO_OR_TEXT)), None)
    if last is None and behind is not None and chunks[behind].has("veto_noun"):
        # "Count the Soviet ones in and it was Moscow's hundredth veto"; not "the Soviet one died by a veto"
        return not any(c.lower in MET for c in chunks[max(at + 1, behind - 2) : behind])
    return spoken_of if last is None else last.has("veto_noun") and not last.has("text")


CAST = frozenset({"vote", "votes", "abstention", "abstentions", "ballot", "ballots", "hand", "hands", "noes", "nays"})
VETO_BEHIND = 10
VETO_OR_TEXT = ("veto_noun", "text")
MET = frozenset({"by", "to", "of", "on", "with", "before", "met", "through"})
"""In front of a veto: what befell the text."""


def _overlaps(claim: Sponsor, claims: list[Sponsor]) -> bool:
    return any(c.start < claim.end and claim.start < c.end for c in claims)


def _same(one: Members, other: Members) -> bool:
    return [n.text for n in one.named] == [n.text for n in other.named] and one.groups == other.groups


def _asks(chunks: list[Chunk]) -> bool:
    if len(chunks) <= SHORT and any(c.has("author") or c.lower in WORDS["of_mind"] for c in chunks):
        return True
    if len(chunks) <= SHORT and chunks[0].lower in ("the", "and", "its") and any(c.has("text") for c in chunks):
        return True  # "The text?"
    who = next((i for i, c in enumerate(chunks) if c.lower in ("who", "whose")), None)
    if who is None or not (who < ASKING or chunks[who - 1].lower in BEFORE_WHO):
        return False
    if chunks[who].lower == "whose" and any(_of_an_author(c) for c in chunks[who + 1 : who + ASKING]):
        return any(c.has("be") for c in chunks[who:])  # "Whose text was it?"
    return any(_of_writing(c, after) for c, after in pairwise(chunks[who:]))


def _of_an_author(chunk: Chunk) -> bool:
    """ "Whose text", "whose idea": what somebody has thought up."""
    return chunk.has("text") or chunk.lower in WORDS["of_mind"]


def _asks_by_the_way(chunks: list[Chunk]) -> bool:
    """ "People ask who wrote it.", "Guess whose text.": a question that a statement holds, and that ends it."""
    who = next((i for i, c in enumerate(chunks) if c.lower in ("who", "whose") and i), None)
    if who is None or chunks[who - 1].lower not in WORDS["asking"]:
        return False
    rest = chunks[who + 1 :]
    if any(c.text in ",;:" for c in rest):
        return False
    if chunks[who].lower == "whose":
        head = next((i for i, c in enumerate(rest[:ASKING]) if _of_an_author(c)), None)
        return head is not None and all(not c.is_word or c.has("be", "pronoun_text") for c in rest[head + 1 :])
    verb = next((i for i, (c, after) in enumerate(pairwise(rest)) if _of_writing(c, after)), None)
    return verb is not None and any(_stands_for_a_text(c) for c in rest[verb + 1 :][:ASKING])


def _stands_for_a_text(chunk: Chunk) -> bool:
    if chunk.has("text", "cite", "pronoun_text"):
        return True
    return chunk.text.isdigit() and int(chunk.text) >= LEAST_NUMBER  # "who wrote 1973", a resolution and no year


LEAST_NUMBER = 100
"""Of a resolution that is told by nothing else."""
ASKING = 3
BEFORE_WHO = frozenset({"guess", "and", "but", "so", ",", ":", "then", "know", "wonder"})
"""What a question about who it was may have in front: "and guess who held the pen?"."""


def _of_writing(chunk: Chunk, after: Chunk) -> bool:
    """ "Who tabled it?", "who were the sponsors?", "who put it up?"."""
    if (chunk.verb("sponsor", "cosponsor") and not chunk.has("text")) or chunk.has("author"):
        return True
    return chunk.verb("put") is not None and after.lower in ("it", "that", "this", "them")


def _answer(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Sponsor | None:
    """ "Who drafted it? The United States and Panama.", "The author? Malta." """
    if discourse.asked_for_sponsor != sentence.index - 1:
        return None
    chunks = sentence.chunks
    speaker = next((i for i, c in enumerate(chunks[:ASKING]) if c.text == ":"), -1)
    first = next((i for i in range(speaker + 1, len(chunks)) if chunks[i].is_word), speaker + 1)
    if first + 2 < len(chunks) and chunks[first].lower in ("it", "that") and chunks[first + 1].has("be"):
        first += 2  # "It was Chad.", "That was Chad's."
    authors = authors_at(chunks, found, first)
    mark = next((i for i, c in enumerate(chunks) if i > first and c.lower in ("'s", "'")), None)
    if mark is not None and (owner := authors_before(chunks, mark + 1)) is not None and mark - first < BEFORE_MARK:
        authors = replace(owner, last=mark)  # "Brazil's.", "The elected ten's."
    if authors is None or not _says_no_more(chunks[authors.last + 1 :]):
        return None
    last = max(i for i, c in enumerate(chunks) if c.is_word)
    answer = sponsor_claim(sentence, first, max(last, authors.last), authors, known=discourse.asks_from is None)
    return answer if discourse.asks_from is None else replace(answer, start=discourse.asks_from)


BEFORE_MARK = 4


def _says_no_more(rest: list[Chunk]) -> bool:
    """ "Malta did.", "The British, naturally.", "The United States, who else": a bare name's answer and its tail."""
    while rest and rest[0].has("do"):
        rest = rest[1:]
    if len(rest) > 1 and rest[0].text == "," and rest[1].lower in ("who", "which") and rest[2:]:
        return True  # "Brazil's, which had the chair"
    if rest and rest[0].text == "," and sum(c.is_word for c in rest) <= TAIL:
        rest = [c for c in rest[1:] if not (c.has("adverb", "relative", "other") or c.lower in TAILS or _manner(c))]
    return not any(c.is_word and not c.has("do", "adverb") and c.lower != "again" for c in rest)


def _manner(chunk: Chunk) -> bool:
    return not chunk.entries and chunk.lower.endswith("ly")
