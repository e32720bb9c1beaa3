"""Nobody and none: "no African member has voted against", "no British veto since 1989", "not a single one since"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Generalisation
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.extract.acts import Act, able, is_text, is_veto_noun, says
from onrecord.reading.extract.context import inherited, on_a_matter, spoken_of, told
from onrecord.reading.extract.council import body_never
from onrecord.reading.extract.counted import general_claim
from onrecord.reading.extract.denials import (
    act_behind,
    denial,
    limited_or_none,
)
from onrecord.reading.extract.doers import doer
from onrecord.reading.extract.extremes import long_enough
from onrecord.reading.extract.leaning import leaning
from onrecord.reading.extract.no_veto import limited, no_veto
from onrecord.reading.extract.of_one_text import of_one_text
from onrecord.reading.extract.position_scope import united
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import clause
from onrecord.reading.grammar import phrase_from
from onrecord.reading.parsed import Phrase, Sentence, is_demonym
from onrecord.reading.table import word_sets

NEEDING = word_sets("frequency.csv")["wanting_votes"] | {"needing", "want"}
NO = ("no", "not a single", "not one", "zero", "not any", "no such", "nary a")


def spells(chunks: list[Chunk], at: int, words: tuple[str, ...]) -> bool:
    return chunks[at].lower == words[0] and tuple(c.lower for c in chunks[at : at + len(words)]) == words


def no_such(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "No British veto since 1989", "not a single one since", "no African member has voted against …"."""
    chunks = sentence.chunks
    if _some_of_them(chunks, at) or (at and chunks[at - 1].lower in NEEDING):
        return None
    head = next((i for i in range(at + 1, min(at + 6, len(chunks))) if is_veto_noun(chunks, i)), None)
    if head is not None and _a_right(chunks, at, head):
        return None
    if head is not None and not any(c.text in CLAUSE_STOPS or c.has("verb") for c in chunks[at + 1 : head]):
        return no_veto(sentence, found, at, head, discourse)
    passive_veto = none_was_vetoed(sentence, found, at, discourse)
    if passive_veto is not None:
        return passive_veto
    if spells(chunks, at, ("not", "a", "single", "one")) or (
        chunks[at].lower in ("not a single", "not one") and chunks[at + 1 : at + 2]
    ):
        of_texts = any(is_text(c) for c in chunks[at + 1 : at + 3])
        none_adopted = body_never(sentence, at) if of_texts else None
        return none_adopted or _none_of_those(sentence, found, at, discourse)
    members = _nobody(chunks, at)
    of_body = body_never(sentence, at) if members is None and not chunks[at].has("nobody") else None
    if of_body is not None:
        return of_body
    act = act_behind(sentence, at, discourse)
    other = chunks[at].has("nobody_else") or [c.lower for c in chunks[at : at + 2]] == ["no", "other"]
    if other and act is not None and not act.passive and not of_one_text(chunks, act):
        return _nobody_else(sentence, found, at, act, discourse)
    if members is None:
        return None
    if at + 1 < len(chunks) and (chunks[at + 1].lower == "but" or chunks[at + 1].has("exception")):
        # "Nobody but Russia has vetoed a text on it" denies it of all others.
        return None
    if act is None or act.passive or of_one_text(chunks, act):
        return None
    if any(c.has("modal") for c in chunks[at : act.first]):
        return None  # "where nobody can veto"
    if members.named and act.what == "not voting":
        return None  # "no British envoy had ever walked out": of the chamber
    if " ".join(c.lower for c in chunks[act.last + 1 : act.last + 3]).startswith(OF_THOSE):
        return None  # "Nobody has voted against any of the four": of those told of
    named = frozenset(range(at, at + 5)) if members.adjective else frozenset((at,))
    claim = denial(sentence, found, at, act, (members, at), frozenset(i for i in named if i < act.first))
    if act.what != "veto" and not (limited(claim) or on_a_matter(claim.acts.subject)):
        # "No one ever voted against": the texts spoken of
        pronoun = any(c.lower in ("it", "this", "that", "them") for c in chunks[act.last : act.last + 3])
        subject = f"{claim.acts.subject} file" if pronoun else claim.acts.subject
        claim = replace(claim, acts=replace(claim.acts, back=True, subject=subject))
    ever = any(says(chunks, i, "ever") for i in range(at, min(clause(sentence, at, act.last).last + 1, len(chunks))))
    perfect = any(c.lower in ("has", "have") for c in chunks[at : act.first])
    if act.what == "veto" and perfect and not (limited(claim) or ever) and discourse.voted_near(sentence):
        return None  # "Twelve were for it. Nobody has used the veto.": on that
    if act.what != "veto" and not (ever or perfect) and _counts_one_vote(chunks, act):
        return None
    return claim if limited(claim) or ever or perfect else None


OF_THOSE = ("any of", "either of", "one of", "a single one of")


def _counts_one_vote(chunks: list[Chunk], act: Act) -> bool:
    """ "That year nobody voted against and 191 voted in favour": beside so many who did, of one vote."""
    for at, chunk in enumerate(chunks):
        behind = chunks[at + 1 : at + 4] if chunk.cardinal is not None and not act.first <= at <= act.last else []
        if any(c.has("yes_noun", "abstention_noun") or c.verb("vote", "abstain", "yes") is not None for c in behind):
            return True
    return False


def _some_of_them(chunks: list[Chunk], at: int) -> bool:
    """ "Of the five, two have cast no veto": who they are is not told."""
    verb = next((i for i in range(at - 1, max(at - 4, 0), -1) if chunks[i].has("have", "verb")), None)
    while verb is not None and verb > 1 and chunks[verb - 1].has("have", "verb", "adverb"):
        verb -= 1
    return verb is not None and verb > 0 and chunks[verb - 1].cardinal is not None and chunks[verb - 1].date is None


def _a_right(chunks: list[Chunk], at: int, head: int) -> bool:
    """ "The five have no veto over procedural questions", "have no force of veto": what the rules allow, not an act."""
    if any(c.lower in ("of", "other", "second", "such") for c in chunks[at + 1 : head]):
        return True
    if any(c.lower == "without" for c in chunks[at:head]):
        return True
    behind = [c.lower for c in chunks[head + 1 : head + 3]]
    had = at > 0 and chunks[at - 1].lower in ("have", "has", "had", "enjoy", "enjoys", "possess", "possesses", "hold")
    following = chunks[head + 1].lower if head + 1 < len(chunks) else "."
    owned = following in ("over", "in", "on", "power", "right", "at", "when", ".") or behind in (
        ["and", "no"],
        ["or", "any"],
    )
    return had and chunks[head].lower == "veto" and owned


CLAUSE_STOPS = (",", ";", ":", "—", "(", ")")


def none_was_vetoed(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "Not a single draft has been vetoed so far in 2026", "no resolution on Haiti was ever vetoed by China", "in 1959
    nothing was vetoed".
    """
    chunks = sentence.chunks
    act = next((a for a in told(sentence, discourse) if a.verbal and a.first > at), None)
    if act is None or not act.passive or act.what != "veto" or act.first - at > LONGEST:
        return None
    texts = chunks[at].lower == "nothing" or any(is_text(c) for c in chunks[at + 1 : at + 4])
    if not texts or any(c.text in CLAUSE_STOPS or c.has("relative", "modal", "but") for c in chunks[at : act.first]):
        return None
    if any(c.has("exception") or c.lower == "but" for c in chunks[act.last + 1 : act.last + 4]):
        return None  # "has been vetoed by anybody but Russia"
    who = doer(sentence, found, act, discourse) or (Members(everyone=True), at)
    claim = denial(sentence, found, at, act, who)
    ever = any(says(chunks, i, "ever") for i in range(at, act.first))
    perfect = any(c.lower in ("has", "have", "had") for c in chunks[at : act.first])
    return claim if limited(claim) or long_enough(claim.acts) or ever or perfect else None


LONGEST = 12


def _nobody_else(
    sentence: Sentence, found: list[Phrase], at: int, act: Act, discourse: Discourse
) -> Generalisation | None:
    """ "No other Power has so far had recourse to the veto": none but those last spoken of."""
    context = spoken_of(discourse, sentence, act.what)
    if context is None or not context.members.named:
        return None
    chunks = sentence.chunks
    # "no other permanent member but Russia"
    near = range(at + 1, min(at + 5, act.first))
    excepting = next((i for i in near if chunks[i].has("exception") or chunks[i].lower == "but"), None)
    besides = phrase_from(chunks, found, excepting + 1) if excepting is not None else None
    if besides is None and (behind := _excepted_behind(chunks, act.last)) is not None:
        besides = phrase_from(chunks, found, behind + 1)  # "nobody else has vetoed one this year but Moscow"
    spoken = context.members
    if besides is not None and spoken.named == besides.members.named:
        spoken = discourse.vetoer or Members()  # "no other member but Russia": and whoever was told of before
    if not spoken.named:
        return None
    members = spoken if besides is None else united(spoken, besides.members)
    for index, told_of in discourse.subjects if besides is None else ():
        # "Russia vetoed eighteen. In ten of these China voted with it. No other Power …": none but these two
        if 0 < sentence.index - index <= SPOKEN_OF and told_of.named and able(told_of, act.what):
            members = united(members, told_of) if not set(told_of.named) <= set(members.named) else members
    claim = denial(sentence, found, at, act, (members, at))
    perfect = any(c.lower in ("has", "have", "had") for c in chunks[at : act.first])
    return replace(claim, form="sole") if limited(claim) or perfect else None


def _excepted_behind(chunks: list[Chunk], verb: int) -> int | None:
    for at in range(verb + 1, min(verb + EXCEPTED_WITHIN, len(chunks))):
        if chunks[at].text in CLAUSE_STOPS:
            return None
        if chunks[at].has("exception") or chunks[at].lower == "but":
            return at
    return None


EXCEPTED_WITHIN = 14
SPOKEN_OF = 2
"""Sentences back to those whom "no other" leaves out."""


def _none_of_those(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    context = spoken_of(discourse, sentence)
    if context is None or any(c.lower in ("no", "never", "nobody") for c in sentence.chunks[:at]):
        # "No text about us has been vetoed, not one" says it again.
        return None
    stretch = clause(sentence, at)
    own = leaning(sentence, found, stretch, at, at, discourse, context)
    if own is None:
        return None
    return limited_or_none(general_claim(sentence, stretch, at, inherited(own, context, narrowed=False), "never"))


def _its_delegates(following: list[Chunk]) -> Members | None:
    """ "No British envoy had ever cast one", "no American government has": the member that those speak for."""
    if len(following) < TWO or not is_demonym(following[0]):
        return None
    entry = following[0].get("member")
    speaks = following[1].has("delegate") or following[1].lower in SPEAK_FOR_IT
    if entry is None or not speaks:
        return None
    return Members((Named(following[0].text, entry.aliases),), text=following[0].text)


TWO = 2
SPEAK_FOR_IT = word_sets("clause_words.csv")["in_office"]


def _nobody(chunks: list[Chunk], at: int) -> Members | None:
    """Whom a denial of anybody is about: all members, or those of a region or kind."""
    if chunks[at].lower.endswith(" of them"):
        return None
    if chunks[at].has("nobody"):
        return Members(everyone=True, text=chunks[at].text)
    following = chunks[at + 1 : at + 4]
    if chunks[at].lower in ("no", "not one", "not a single") and (whose := _its_delegates(following)) is not None:
        return whose
    for place, chunk in enumerate(following):
        if chunk.has("member_noun"):
            kind = [c.text for c in following[:place]]
            return (
                Members(adjective=" ".join(kind), text=" ".join(c.text for c in chunks[at : at + 2 + place]))
                if kind
                else Members(everyone=True)
            )
        if not chunk.has("of_adjective", "member"):
            return None
    return None
