"""Who voted how, in the order in which a sentence says it: by verbs, nouns, predicates and by what was said before."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Position
from onrecord.reading.extract.noun_lists import scored
from onrecord.reading.extract.position_alike import alike
from onrecord.reading.extract.position_all_counted import named_beside
from onrecord.reading.extract.position_answers import answered, note_question
from onrecord.reading.extract.position_apart import besides_the_unread, others_within
from onrecord.reading.extract.position_as_one import OPENING_WORDS as OF_ONE_MIND
from onrecord.reading.extract.position_as_one import as_one
from onrecord.reading.extract.position_company import had_company, in_company
from onrecord.reading.extract.position_each import further_one, told_one_by_one
from onrecord.reading.extract.position_either import either_way
from onrecord.reading.extract.position_ellipsis import LEANING, LEANING_KINDS, elliptic_positions
from onrecord.reading.extract.position_for_us import for_us
from onrecord.reading.extract.position_fragments import fragment
from onrecord.reading.extract.position_from_regions import from_regions
from onrecord.reading.extract.position_fronted import fronted
from onrecord.reading.extract.position_further import one_more
from onrecord.reading.extract.position_hands import hand_position
from onrecord.reading.extract.position_identified import identified, named_behind_count
from onrecord.reading.extract.position_instance import one_of_the_vetoes
from onrecord.reading.extract.position_inverted import inverted, odd_one, verb_first
from onrecord.reading.extract.position_labels import LABELS, labelled
from onrecord.reading.extract.position_leaning import leaning_on_noun
from onrecord.reading.extract.position_named import named_behind_deed, named_by_number
from onrecord.reading.extract.position_not_only import not_only
from onrecord.reading.extract.position_nouns import noun_positions
from onrecord.reading.extract.position_ours import also_likely, note_ours, note_own_vote
from onrecord.reading.extract.position_owned import owned_votes
from onrecord.reading.extract.position_predicates import predicate_positions
from onrecord.reading.extract.position_scope import counts_a_part
from onrecord.reading.extract.position_so_many import so_many_of_us
from onrecord.reading.extract.position_some import some_of_those
from onrecord.reading.extract.position_spelled import spelled_out
from onrecord.reading.extract.position_the_one import only_they
from onrecord.reading.extract.position_then import again_then, did_then
from onrecord.reading.extract.position_two_texts import on_each_of_two
from onrecord.reading.extract.position_verbs import verb_positions
from onrecord.reading.extract.position_within import only_within
from onrecord.reading.extract.position_won import won_over
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_words import VOTED_TO, tells
from onrecord.reading.grammar import phrase_from
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.regions import counts_within
from onrecord.reading.table import word_sets

NOUN_KINDS = frozenset(
    {"undecided_noun", "veto_noun", "abstention_noun", "no_noun", "nonvoting_noun", "yes_noun", "vote_noun"}
)
OPENING_KINDS = LABELS | LEANING_KINDS | NOUN_KINDS | {"split", "hand", "obtain"}
OPENING_WORDS = LEANING | {VOTED_TO, "(", ","}
"""What is asked of a word within a clause, to pass over all others cheaply."""


_WORDS = word_sets("position_words.csv")
SPEAKING = _WORDS["speaking"]
TURNED_ROUND = _WORDS["side"] | {
    "against",
    "versus",
    "vs",
    "stood",
    "stands",
    "under",
    "noes",
    "ayes",
    "abstainers",
    "fence",
    "sidelines",
}
"""One of them is in every clause that `inverted` reads."""


def positions(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Position]:
    """Each is also noted in `discourse`, for what leans on it."""
    claims: list[Position] = []
    before = discourse.last_members, discourse.last_in
    if sentence.question:
        note_question(sentence, found, discourse)
        return claims
    answer = answered(sentence, found, discourse)
    if answer is not None:
        discourse.note(answer)
        discourse.last_in = sentence.index
        return [answer]
    each = told_one_by_one(sentence, found, discourse) if found else None
    if each is not None:
        claims.append(each)
        discourse.note(each)
    replies = discourse.questioned == sentence.index - 1
    note_ours(sentence, discourse)
    behind = True  # whether a clause may begin behind the chunk before
    for at, chunk in enumerate(sentence.chunks):
        begins, behind = behind, not chunk.is_word or "and" in chunk.kinds or "but" in chunk.kinds
        if not begins and OPENING_KINDS.isdisjoint(chunk.kinds) and chunk.lower not in OPENING_WORDS:
            continue
        if not at and "uttered" in chunk.kinds and _said_to_a_question(sentence, found):
            continue
        if at and "preposition" in chunk.kinds and sentence.chunks[at - 1].lower in SPEAKING:
            continue  # "three spoke against it: Cuba, Iraq and Syria"
        claim = None
        if not LABELS.isdisjoint(chunk.kinds) and (at or not replies or "uttered" not in chunk.kinds):
            claim = labelled(sentence, found, at)
        if claim is None and begins and found and (tells(chunk) or chunk.lower == "did"):
            claim = verb_first(sentence, found, at)
        if claim is None and tells(chunk):
            claim = verb_positions(sentence, found, at, discourse)
        if claim is None and not NOUN_KINDS.isdisjoint(chunk.kinds):
            claim = noun_positions(sentence, found, at, discourse) or predicate_positions(
                sentence, found, at, discourse
            )
        if claim is None and "hand" in chunk.kinds and not sentence.withdrawn and at < sentence.unreal_from:
            claim = hand_position(sentence, found, at, discourse)
        if claim is None and "obtain" in chunk.kinds:
            claim = won_over(sentence, found, at, discourse)
        if claim is None and chunk.text in ("(", ","):
            claim = scored(sentence, found, at) or named_beside(sentence, found, at, discourse)
        if claim is None and (begins or not LEANING_KINDS.isdisjoint(chunk.kinds) or chunk.lower in LEANING):
            claim = elliptic_positions(sentence, found, at, begins, discourse, claims)
        if claim is not None:
            claim = not_only(claim, sentence)
            claims = [c for c in claims if not _firmer(claim, c)]
            claim = None if _left_having_voted(chunk, claim, claims) else claim
        if claim is not None and (not _covered(claim, claims) or _joined_by_others(sentence, claim, claims[-1])):
            claims.append(claim)
            claims.extend(also_likely(claim, sentence, discourse))
            discourse.note(claim)
            discourse.last_beside = _in_a_relative(sentence, claim)
            note_own_vote(claim, discourse)
    leaning = [] if not found or each is not None else fragment(sentence, found, discourse)
    if found and each is None and discourse.tallies:
        leaning += some_of_those(sentence, found, discourse)
    if found and each is None:
        leaning += named_by_number(sentence, found, discourse)
    if found and not claims and ":" in sentence.text and each is None:
        behind_deed = named_behind_deed(sentence, found, discourse)
        leaning += [] if behind_deed is None or leaning else [behind_deed]
    if each is None:
        leaning += from_regions(sentence) + fronted(sentence, found, discourse)
        if sentence.numbered and found and not claims:
            leaning += named_behind_count(sentence, found, discourse)
        for claim in identified(sentence, found, discourse):
            claims = [c for c in claims if c.members.named != claim.members.named or c.only or c.choice != claim.choice]
            leaning.append(claim)
    if found and each is None and sentence.numbered:
        for claim in one_more(sentence, found, discourse, before):
            claims = [c for c in claims if c.members != claim.members or c.start >= claim.end or claim.start >= c.end]
            leaning.append(claim)
    if (instance := one_of_the_vetoes(sentence, found, discourse)) is not None and not _overlapped(instance, claims):
        leaning.append(instance)
    if "'s" in sentence.text and (owned := owned_votes(sentence, discourse)) is not None:
        leaning.append(owned)
    if found and each is None and discourse.tallies and not claims:
        leaning += spelled_out(sentence, found, discourse)
    if found and each is None:
        leaning += did_then(sentence, found, discourse)
    if not found and not claims and (again := again_then(sentence, discourse)) is not None:
        leaning.append(again)
    if not claims and (alone := only_they(sentence, discourse)) is not None:
        leaning.append(alone)
    if (sentence.numbered or discourse.so_many is not None) and not claims:
        leaning += so_many_of_us(sentence, found, discourse)
    if "member" in sentence.kinds:
        leaning += leaning_on_noun(sentence, found, discourse)
    if not sentence.words.isdisjoint(TURNED_ROUND) and each is None:
        leaning += inverted(sentence, found, discourse)
    if not (claims or sentence.words.isdisjoint(OF_ONE_MIND)) and (one := as_one(sentence, found, discourse)):
        leaning.append(one)
    if (
        found
        and not claims
        and "odd_one" in sentence.kinds
        and (odd := odd_one(sentence, found, discourse)) is not None
    ):
        leaning.append(odd)
    if found and each is None:
        leaning += for_us(sentence, found, discourse)
    for claim in (not_only(claim, sentence) for claim in leaning):
        if not _covered(claim, claims):
            claims.append(claim)
            discourse.note(claim)
    if "missing" in sentence.words:
        # "The missing vote was Moscow's" may mean that it abstained.
        claims = [_missing(c, discourse) if c.choice == "not voting" else c for c in claims]
    some = any(c.total is not None for c in claims)
    if some and (counts_a_part(sentence.chunks) or counts_within(sentence.chunks)):
        claims = [replace(c, total=None) for c in claims]
    if replies and claims and not found:
        claims[0] = _with_question(claims[0], sentence, discourse)
    if found and (further := further_one(sentence, found, discourse)) is not None and not _covered(further, claims):
        claims.append(further)
        discourse.note(further)
    claims.extend(in_company(sentence, found, claims))
    claims.extend([c for c in had_company(sentence, found, discourse) if not _covered(c, claims)])
    claims.extend(alike(sentence, found, claims))
    if len(claims) > 1 and (main := _whom_it_is_about(sentence, claims)) is not None:
        discourse.subjects.append((sentence.index, main))
    if " the first" in sentence.text or " the former" in sentence.text:
        claims = on_each_of_two(sentence, claims)
    claims = besides_the_unread(sentence, claims, discourse)
    claims = [c for c in claims if not (_alone_in_joining(sentence, c, claims) or _denied_of_none(sentence, c))]
    if found and not {"among", "relative"} - sentence.kinds:
        claims = [c for c in claims if not _one_of_those(sentence, found, c)]
    if claims and "or" in sentence.words:
        claims = either_way(sentence, claims)
    return only_within(sentence, found, others_within(sentence, claims))


def _missing(claim: Position, discourse: Discourse) -> Position:
    """ "It got thirteen votes; America and Britain were missing": those left over did not vote for it."""
    if discourse.all_but(len(claim.members.named), claim.sentence):
        return replace(claim, choice="yes", negated=True, total=None)
    return replace(claim, aside=True)


def _said_to_a_question(sentence: Sentence, found: list[Phrase]) -> bool:
    """ "No: Colombia was for it": an answer in front of what is told of those named."""
    chunks = sentence.chunks
    named = phrase_from(chunks, found, 2) if len(chunks) > 1 and not chunks[1].is_word else None
    verb = named.last + 1 if named is not None else len(chunks)
    return verb < len(chunks) and chunks[verb].has("be", "have", "verb") and chunks[verb].is_word


def _one_of_those(sentence: Sentence, found: list[Phrase], claim: Position) -> bool:
    """ "Yemen was one of the elected members that opposed it": of those that did, and not of all of them."""
    if claim.members.named or not claim.members.of_a_group:
        return False
    chunks = sentence.chunks
    phrase = next((p for p in found if p.members == claim.members and chunks[p.first].start >= claim.start), None)
    if phrase is None or phrase.last + 1 >= len(chunks) or not chunks[phrase.last + 1].has("relative"):
        return False
    before = phrase.first - 1
    while before > 0 and (chunks[before].has("determiner") or chunks[before].cardinal is not None):
        before -= 1
    return before >= 0 and chunks[before].has("among")


IN_THAT = re.compile(r"\balone in (?:that|this|it|doing so)\b")
NO_SUCH = re.compile(
    r"(?:\bnot (?:been )?(?:a single|one|any)|n't (?:been )?(?:a single|one|any)"
    r"|\b(?:no|never an?|hardly an?|scarcely an?|without an?))\b[^,;:.]*$"
)


def _alone_in_joining(sentence: Sentence, claim: Position, claims: list[Position]) -> bool:
    """ "It voted with Moscow, and it was alone in that": nobody else had joined them, who were two."""
    words = sentence.text[claim.start - sentence.start : claim.end - sentence.start]
    if claim.choice != "alone" or IN_THAT.search(words) is None:
        return False
    return any(c.start < claim.start and (c.choice == "with" or c.companions is not None) for c in claims)


def _denied_of_none(sentence: Sentence, claim: Position) -> bool:
    """ "There had not been a single vote that Beijing had not in the end supported": it supported each."""
    if not claim.negated or not claim.members.named:
        return False
    before = sentence.text[: claim.start - sentence.start].rstrip()
    return before.endswith((" that", " which")) and NO_SUCH.search(before) is not None


SUBORDINATE = frozenset({"with", "when", "where", "after", "though", "although", "as", "while", "whom", "whose"})
"""What begins words that tell of others by the way."""


def _whom_it_is_about(sentence: Sentence, claims: list[Position]) -> Members | None:
    """ "Russia backed it, with China abstaining", "Malta voted for the draft that America vetoed": whom "it" is said of
    next.
    """
    main = min(claims, key=lambda c: c.start)
    if len(main.members.named) != 1 or main.members.groups or main.members.first_person:
        return None
    for claim in claims:
        if claim.start <= main.end and claim is not main and claim.start == main.start:
            return None
        if claim is main or claim.members == main.members or (claim.noun and not main.noun):
            continue  # "Beijing joined in the Russian veto"
        at = next((i for i, c in enumerate(sentence.chunks) if c.end > claim.start), 0)
        if not any(c.has("relative") or c.lower in SUBORDINATE for c in sentence.chunks[max(0, at - 1) : at + 1]):
            return None
    return main.members


def _in_a_relative(sentence: Sentence, claim: Position) -> bool:
    """ "Chad abstained on a text that Russia vetoed": told of the text, and not of how it went on."""
    before = [c for c in sentence.chunks if c.end <= claim.start]
    return bool(before) and before[-1].has("relative") and any(c.has("verb") for c in before)


def _overlapped(claim: Position, claims: list[Position]) -> bool:
    return any(c.start < claim.end and claim.start < c.end for c in claims)


def _left_having_voted(said: Chunk, claim: Position, claims: list[Position]) -> bool:
    """ "Japan, who had voted against it, left the room": who voted was there."""
    left = claim.choice == "not voting" and said.lower.startswith(("left", "leav", "walk"))
    return left and any(
        c.choice in ("yes", "no", "abstain", "veto") and not c.negated and c.members == claim.members for c in claims
    )


def _firmer(claim: Position, loose: Position) -> bool:
    """ "Wobbled and in the end abstained": what says surely what looser words before it said of the same."""
    same = loose.choice == claim.choice and loose.members == claim.members and loose.negated == claim.negated
    return loose.loose and not claim.loose and same and claim.start <= loose.end


def _with_question(claim: Position, sentence: Sentence, discourse: Discourse) -> Position:
    """ "And Chad? Abstained.": the words that name it are the claim's as well."""
    opens = all(not c.is_word for c in sentence.chunks if c.start < claim.start)
    subject = discourse.subject_for(sentence)
    if not opens or subject is None or subject.named != claim.members.named or discourse.question_start < 0:
        return claim
    return replace(claim, start=discourse.question_start)


def _joined_by_others(sentence: Sentence, claim: Position, before: Position) -> bool:
    """ "China joined Russia's veto": what they joined is said as well."""
    if not claim.noun or claim.start > before.end or claim.members.named == before.members.named:
        return False
    return any(c.verb("join") for c in sentence.chunks if before.start <= c.start < claim.start)


def _covered(claim: Position, claims: list[Position]) -> bool:
    """Whether an earlier claim of the sentence says the same of the same members, or its verb took the noun."""
    return any(
        claim.noun and c.choice == claim.choice and c.start <= claim.start and claim.end <= c.end for c in claims
    ) or any(
        c.choice == claim.choice
        and set(claim.members.named) <= set(c.members.named) and claim.members.groups == c.members.groups
        and claim.members.quantity == c.members.quantity and claim.members.others == c.members.others
        and c.start <= claim.end and claim.start <= c.end
        for c in claims
    )  # fmt: skip
