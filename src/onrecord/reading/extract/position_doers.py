"""Who did what a verb of voting says: those before it, those praised or blamed for it, those named behind it."""

from __future__ import annotations

from onrecord.reading.assertion import decision_by, fell_to, power_used
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import OPTIONS
from onrecord.reading.extract.doers import owners
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_words import Act
from onrecord.reading.grammar import doer_of, phrase_from
from onrecord.reading.parsed import Phrase, Sentence, covering, possessed, verb_group_start
from onrecord.reading.table import word_sets


def doer_of_act(sentence: Sentence, found: list[Phrase], act: Act, discourse: Discourse) -> Phrase | None:
    chunks = sentence.chunks
    group = verb_group_start(chunks, act.at)
    doer = _held_to_it(sentence, found, act, group) or _seen_to(sentence, found, act, group)
    doer = doer or _by_doing_so(chunks, found, act)
    used = (
        power_used(sentence.chunks, group) if act.form == "base" and sentence.chunks[act.at - 1].lower == "to" else None
    )
    decided = decision_by(sentence.chunks, group) if act.form == "base" else None
    doer = doer or (covering(found, decided) if decided is not None else None)
    doer = doer or doer_of(sentence, found, act.at if used is None else used)
    if doer is not None and act.form == "base" and len(doer.members.named) == 1 and possessed(chunks, doer.last):
        doer = Phrase(
            owners(chunks, doer.last)[1], doer.last, owners(chunks, doer.last)[0]
        )  # "Peru and Chad's choice to"
    if doer is not None and doer.members.pronoun and (later := _named_afterwards(sentence, found, act)) is not None:
        return Phrase(doer.first, doer.last, later.members)
    having = act.form in ("past", "participle") and act.at > 0 and sentence.chunks[act.at - 1].lower == "having"
    if doer is None and (
        act.form == "gerund"
        or having
        or (act.form == "base" and group > 0 and sentence.chunks[group - 1].has("instead"))
    ):
        doer = _inverted(sentence, found, act.last)
    if doer is None:
        doer = _named_after(sentence, found, act)
    if doer is None and act.meaning == "vote" and act.choice in OPTIONS and act.last == act.at:
        doer = phrase_from(sentence.chunks, found, act.at + 1)
    if doer is None and act.form in ("past", "participle") and _first_word(sentence.chunks, act.at):
        left_out = discourse.subject_for(sentence)
        return None if left_out is None else Phrase(act.at, act.at, left_out)
    return doer


def _by_doing_so(chunks: list[Chunk], found: list[Phrase], act: Act) -> Phrase | None:
    """Who opens the clause in "Chad left Mali in the lurch by abstaining": not whom that was done to."""
    if act.form != "gerund" or act.at < 2:
        return None
    own = covering(found, act.at - 1)
    if own is not None and own.first and chunks[own.first - 1].lower == "by":
        return own  # "Chad was angered by Mali voting no"
    if chunks[act.at - 1].lower != "by":
        return None
    opens = next((i + 1 for i in range(act.at - 2, -1, -1) if not chunks[i].is_word), 0)
    opener = phrase_from(chunks, found, opens)
    if opener is None or opener.last + 1 >= act.at - 1 or chunks[opener.last + 1].has("and", "preposition"):
        return None
    return opener


def _held_to_it(sentence: Sentence, found: list[Phrase], act: Act, group: int) -> Phrase | None:
    """Whom others praise or blame for what they did: "Kyiv thanked Kenya for voting yes", "shame on Chad for …"."""
    chunks = sentence.chunks
    if act.form == "base" and fell_to(chunks, group):
        return covering(found, group - 1)
    if act.form != "gerund" or group < 2 or chunks[group - 1].lower != "for":
        return None
    phrase = covering(found, group - 2)
    if phrase is None or not (phrase.members.named or phrase.members.groups) or phrase.first == 0:
        return None
    before = phrase.first - 1
    while before > 0 and chunks[before].has("determiner"):
        before -= 1
    return None if chunks[before].lower in ("to", "by", "with") else phrase


AFTERWARDS = 14
"""Chunks behind a verb within which a comma parts it from whom its pronoun stood for."""
SEEING = word_sets("position_words.csv")["seeing"]


def _named_afterwards(sentence: Sentence, found: list[Phrase], act: Act) -> Phrase | None:
    """Whom a pronoun stood for, named behind it all: "they vetoed it, the Russians", "he abstained, the Mexican"."""
    chunks = sentence.chunks
    for comma in range(act.last + 1, min(act.last + 1 + AFTERWARDS, len(chunks) - 1)):
        chunk = chunks[comma]
        if chunk.text in ",–—":
            phrase = phrase_from(chunks, found, comma + 1)
            following = chunks[phrase.last + 1] if phrase is not None and phrase.last + 1 < len(chunks) else None
            if phrase is not None and phrase.members.named:
                return phrase if following is None or following.text in ".,;!?–—" else None
        elif chunk.has("but", "and", "member", "relative") or (
            chunk.has("verb") and not chunk.has("text", "vote_noun", "do")
        ):
            return None
    return None


def _seen_to(sentence: Sentence, found: list[Phrase], act: Act, group: int) -> Phrase | None:
    """Whom others saw do it: "we watched the Yemeni raise his hand against it"."""
    chunks = sentence.chunks
    phrase = covering(found, group - 1) if act.form == "base" and group > 1 else None
    if phrase is None or not phrase.members.named:
        return None
    before = phrase.first - 1
    while before > 0 and chunks[before].has("determiner"):
        before -= 1
    return phrase if before >= 0 and chunks[before].lower in SEEING else None


def _named_after(sentence: Sentence, found: list[Phrase], act: Act) -> Phrase | None:
    """ "The countries that voted against it were Israel and Nauru", "among those who abstained was Chad"."""
    chunks = sentence.chunks
    group = verb_group_start(chunks, act.at)
    if (
        group < 2
        or not chunks[group - 1].has("relative")
        or not (chunks[group - 2].has("member_noun") or chunks[group - 2].lower.split()[-1] in ("those", "ones", "one"))
    ):
        return None
    for position in range(act.last + 1, min(act.last + 9, len(chunks) - 1)):
        if chunks[position].has("be"):
            phrase = phrase_from(chunks, found, position + 1)
            return phrase if phrase is not None and phrase.members.named else None
        if chunks[position].text in ":—–(":
            phrase = phrase_from(chunks, found, position + 1)
            following = chunks[phrase.last + 1] if phrase is not None and phrase.last + 1 < len(chunks) else None
            listed = phrase is not None and (following is None or not following.is_word)
            return phrase if phrase is not None and listed and phrase.members.named else None
        if chunks[position].text in ",;" or (
            chunks[position].has("verb", "but") and not chunks[position].has("text", "cite")
        ):
            return None
    return None


def _first_word(chunks: list[Chunk], at: int) -> bool:
    """Whether the verb opens its sentence, so that the subject is left out: "Abstained, naturally."."""
    label = 2 if at > 1 and chunks[0].text.isupper() and chunks[1].text == ":" else 0
    return all(not c.is_word or c.has("adverb", "and", "but", "negation") for c in chunks[label:at])


def _inverted(sentence: Sentence, found: list[Phrase], last: int) -> Phrase | None:
    """ "Abstaining were China and Russia"; "abstaining: Algeria"; "after vetoing the text, Moscow said"."""
    chunks = sentence.chunks
    reach = last + 4
    while reach < len(chunks) and chunks[reach - 1].has("preposition", "determiner", "text", "vote_noun", "cite"):
        reach += 1
    for position in range(last + 1, min(reach, len(chunks))):
        if chunks[position].has("be") or chunks[position].text in (":", "—", "–", "("):
            phrase = phrase_from(chunks, found, position + 1)
            if phrase is not None:
                return phrase
        if chunks[position].text == "," and (phrase := covering(found, position + 1)) is not None:
            # "abstaining, Iran"
            if phrase.last + 1 >= len(chunks) or chunks[phrase.last + 1].text in ".;":
                return phrase
    opening = next(
        (
            i
            for i in range(last, max(last - 6, -1), -1)
            if chunks[i].lower
            in ("after", "by", "in", "despite", "before", "without", "having", "instead of", "rather than")
        ),
        None,
    )
    if opening is None and not any(c.is_word and not c.has("adverb") for c in chunks[: _gerund(chunks, last)]):
        opening = 0
    if opening is not None and opening <= 2:
        for phrase in found:
            if (
                phrase.first > last
                and any(c.text == "," for c in chunks[last : phrase.first])
                and phrase.first - last < 24
            ):
                if chunks[phrase.first - 1].text == "," or chunks[phrase.first - 1].has("determiner"):
                    return phrase
    return None


def _gerund(chunks: list[Chunk], last: int) -> int:
    """Where the gerund stands whose words end at chunk `last`."""
    return next((i for i in range(last, -1, -1) if any(e.form == "gerund" for e in chunks[i].entries)), last)
