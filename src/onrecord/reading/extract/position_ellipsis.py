"""Positions told by what was said before: "so did Algeria", "Paris too", "China did not", "one of the 58"."""

from __future__ import annotations

from onrecord.reading.claims.vote import Position
from onrecord.reading.extract.position_verbs import is_count
from onrecord.reading.extract.spans import afterthought, lead_in
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting import CHOICES, DENIED, NOUNS, VOTED_TO, acts_at, complement
from onrecord.reading.grammar import Phrase, Sentence, covering, doer_of, phrase_from
from onrecord.reading.numbers import NumberMention

BACK = 1
"""Sentences between what was said and the words that lean on it."""
TOO = frozenset({"too", "as well", "likewise", "ditto", "also", "similarly", "same"})
AMONG = frozenset(
    {
        "among them",
        "included",
        "including",
        "among those",
        "and among them",
        "amongst them",
        "such as",
        "like",
        "notably",
    }
)


def elliptic_positions(
    sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse, claims: list[Position]
) -> Position | None:
    chunk = sentence.chunks[at]
    if sentence.question or sentence.withdrawn or at >= sentence.unreal_from:
        return None
    if chunk.has("so", "neither") or chunk.lower in ("so", "nor"):
        return _so_did(sentence, found, at, discourse)
    if chunk.lower in AMONG and not chunk.has("verb"):
        claim = _among_them(sentence, found, at, discourse, claims)
        if claim is not None:
            return claim
    if chunk.has("among"):
        return _one_of(sentence, found, at, discourse)
    if chunk.lower in ("included", "comprised", "numbered"):
        return _the_nine_included(sentence, found, at, discourse)
    if chunk.lower in ("the same", "same", "ditto", "likewise", "similarly"):
        claim = _the_same_for(sentence, found, at, discourse)
        if claim is not None:
            return claim
    if at == 0 or not sentence.chunks[at - 1].is_word or sentence.chunks[at - 1].has("and", "but"):
        phrase = covering(found, at)
        if (
            phrase is None
            and at + 1 < len(sentence.chunks)
            and (chunk.lower in TOO or chunk.has("negation", "even", "only") or chunk.lower in ("even", "not"))
        ):
            phrase = covering(found, at + 1)
        if phrase is not None and at <= phrase.first <= at + 1:
            return _bare(sentence, found, at, phrase, discourse)
    return None


def answered(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """A bare answer: "Who abstained? Brazil, China and India.", "And France? For."."""
    words = [c for c in sentence.chunks if c.is_word]
    if (
        discourse.questioned == sentence.index - 1
        and not found
        and 0 < len(words) <= 6
        and (left_out := discourse.subject_for(sentence)) is not None
    ):
        choice = next((c for kind, c in NOUNS if words[-1].has(kind) and not words[-1].has("verb")), None)
        if choice is not None and not any(
            c.has("verb", "determiner") and not c.has(*(kind for kind, _ in NOUNS)) for c in words[:-1]
        ):
            return Position(
                start=words[0].start, end=words[-1].end, sentence=sentence.index,
                said_by=sentence.speaker_at(sentence.start),
                members=left_out, choice=choice,
            )  # fmt: skip
    if discourse.asked is None or discourse.asked[0] != sentence.index - 1 or not found:
        return None
    phrase = found[0]
    outside = [c for i, c in enumerate(sentence.chunks) if not phrase.first <= i <= phrase.last and c.is_word]
    if not phrase.members.named or len(outside) > 2 or any(c.has("verb", "be") for c in outside):
        return None
    return Position(
        start=sentence.chunks[phrase.first].start, end=sentence.chunks[phrase.last].end, sentence=sentence.index,
        said_by=sentence.speaker_at(sentence.start), members=phrase.members, choice=discourse.asked[1],
    )  # fmt: skip


def _leaning(
    sentence: Sentence, found: list[Phrase], phrase: Phrase, first: int, last: int, negated: bool, discourse: Discourse
) -> Position | None:
    """As the position said last; None where nothing was said near."""
    chunks = sentence.chunks
    if discourse.last_choice is None or sentence.index - discourse.last_in > BACK:
        return None
    members = discourse.resolve_pronoun(phrase.members, sentence)
    if members is None or members.empty or is_count(members) or members.first_person or members.nobody:
        return None
    last = afterthought(sentence, found, last, 8)
    return Position(
        start=chunks[first].start, end=chunks[last].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunks[first].start),
        members=members, choice=discourse.last_choice, companions=discourse.last_companions,
        negated=negated != discourse.last_negated,
    )  # fmt: skip


def _so_did(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "So did Brazil", "nor did China", "and so, to general dismay, did India"."""
    chunks = sentence.chunks
    position = at
    if not chunks[at].has("so", "neither"):
        ahead = range(at + 1, min(at + 9, len(chunks)))
        inverted = next(
            (i for i in ahead if chunks[i].has("do", "have") and (chunks[i - 1].text == "," or i == at + 1)), None
        )
        if inverted is None or (inverted > at + 1 and chunks[at + 1].text != ","):
            return None
        position = inverted
    for first in range(position + 1, position + 5):
        phrase = covering(found, first)
        if (
            phrase is None
            and first < len(chunks)
            and (
                (chunks[first].entries and not chunks[first].has("determiner", "only"))
                or (not chunks[first].is_word and chunks[first].lower != "'s")
            )
        ):
            break
        if phrase is not None and phrase.first == first:
            denial = chunks[at].has("neither") or chunks[at].lower == "nor"
            if denial and discourse.last_noun:
                return None
            if denial and discourse.last_negated:
                denial = False
            elif denial and discourse.last_choice in ("abstain", "not voting"):
                denial = True
            return _leaning(sentence, found, phrase, at, phrase.last, denial, discourse)
    return None


def _the_same_for(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "The same goes for Japan", "ditto for Malta", "it was the same with Peru"."""
    chunks = sentence.chunks
    for position in range(at + 1, min(at + 5, len(chunks))):
        if chunks[position].lower in ("for", "of", "with"):
            phrase = phrase_from(chunks, found, position + 1)
            ended = phrase is not None and (phrase.last + 1 >= len(chunks) or not chunks[phrase.last + 1].is_word)
            if phrase is None or not ended:
                return None
            return _leaning(sentence, found, phrase, at, phrase.last, False, discourse)
        if chunks[position].has("text", "council") or not chunks[position].is_word:
            return None
    return None


def _bare(sentence: Sentence, found: list[Phrase], at: int, phrase: Phrase, discourse: Discourse) -> Position | None:
    """A clause that holds little but names: "Paris too.", "China did not.", "Not Beijing, which abstained.",
    "Ditto India.".
    """
    chunks = sentence.chunks
    first, last = at, phrase.last
    said = False
    negated = False
    for chunk in chunks[at : phrase.first]:
        said = said or chunk.lower in TOO
        if chunk.lower == "not" and sentence.index > discourse.last_in - 1:
            said = negated = True
    position = phrase.last + 1
    while position < len(chunks) and position - phrase.last < 5:
        chunk = chunks[position]
        if chunk.lower in TOO or (chunk.has("do", "have") and chunk.lower not in ("having", "doing")):
            said = True
        elif chunk.has("negation") and chunk.lower.startswith(("did", "do", "had", "ha", "not", "n't", "never")):
            negated = True
            said = said or " " in chunk.lower
        elif not (
            chunk.has("adverb")
            or (chunk.text == "," and position + 1 < len(chunks) and chunks[position + 1].lower in TOO)
        ):
            break
        last = position
        position += 1
    ended = position >= len(chunks) or not chunks[position].is_word or chunks[position].has("relative")
    if not said or not ended or (position < len(chunks) and chunks[position].text in "-("):
        return None
    return _leaning(sentence, found, phrase, first, last, negated, discourse)


# --- some of those counted -------------------------------------------------------------------


def _one_of(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "China was one of the 58", "Libya was among those that abstained", "Hungary was among the noes"."""
    chunks = sentence.chunks
    subject = doer_of(sentence, found, at)
    if subject is None or subject.last >= at or at - subject.last > 9:
        return None
    if not (subject.members.named or subject.members.groups or subject.members.pronoun):
        be = next((i for i in range(subject.first - 1, max(subject.first - 4, -1), -1) if chunks[i].has("be")), None)
        subject = doer_of(sentence, found, be) if be is not None else None
        if subject is None:
            return None
    members = discourse.resolve_pronoun(subject.members, sentence)
    if members is None or not (members.named or members.groups):
        return None
    choice, last, total = _choice_behind(sentence, found, at, discourse)
    if (
        choice is None
        and chunks[at].lower == "among them"
        and discourse.last_role is not None
        and sentence.index - discourse.last_in <= BACK
    ):
        choice = discourse.last_role
    if choice is None:
        return None
    return Position(
        start=chunks[lead_in(chunks, found, subject.first)].start, end=chunks[last].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunks[at].start), members=members, choice=choice,
        negated=any(c.has("negation") for c in chunks[subject.last + 1 : at]), total=total,
    )  # fmt: skip


def _choice_behind(
    sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse
) -> tuple[str | None, int, NumberMention | None]:
    chunks = sentence.chunks
    choice: str | None = None
    total: NumberMention | None = None
    last = at
    for position in range(at + 1, min(at + 11, len(chunks))):
        chunk = chunks[position]
        if chunk.text in ",;:—–" or chunk.has("but"):
            break
        if chunk.cardinal is not None and choice is None:
            choice, last = discourse.role_of(chunk.cardinal), position
            total = chunk.number
        said = next((CHOICES[m] for m in CHOICES if m not in DENIED and chunk.verb(m)), None)
        if said is None and chunk.verb("vote"):
            inner, end = complement(sentence, found, position)
            said = inner if inner in ("yes", "no") else None
            last = end if said else last
        if said is None:
            said = next(
                (c for kind, c in NOUNS if chunk.has(kind) and not chunk.has("preposition") and chunk.lower != "no"),
                None,
            )
        if said is not None:
            return said, max(last, position), total
    return choice, last, total


def _the_nine_included(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "The nine included Guatemala and Togo", of a number that a count before gave."""
    chunks = sentence.chunks
    number = next((c.cardinal for c in chunks[max(0, at - 3) : at] if c.cardinal is not None), None)
    choice = discourse.role_of(number) if number is not None else None
    if choice is None:
        choice = next(
            (
                c
                for kind, c in NOUNS
                if any(n.has(kind) and not n.has("preposition") for n in chunks[max(0, at - 2) : at])
            ),
            None,
        )
    phrase = phrase_from(chunks, found, at + 1)
    if choice is None or phrase is None or not phrase.members.named:
        return None
    start = max(0, at - 2) if number is not None else at - 1
    return Position(
        start=chunks[start].start, end=chunks[phrase.last].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunks[at].start),
        members=phrase.members, choice=choice,
    )  # fmt: skip


def _among_them(
    sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse, claims: list[Position]
) -> Position | None:
    """ "Eleven abstained, Britain and China among them": the members did what was last said in the sentence."""
    chunks = sentence.chunks
    phrase = phrase_from(chunks, found, at + 1)
    if phrase is None:
        phrase = (
            next(
                (
                    p
                    for p in (covering(found, at - 1), covering(found, at - 2) if at > 1 else None)
                    if p is not None and p.last < at
                ),
                None,
            )
            if at > 0
            else None
        )
    if phrase is None or not phrase.members.named:
        return None
    if any(c.start <= chunks[phrase.first].start and chunks[phrase.last].end <= c.end for c in claims):
        return None
    choice, position = _said_before(sentence, found, min(phrase.first, at))
    if choice is None:
        return _said_after(sentence, found, phrase, at)
    if position >= sentence.unreal_from:
        return None
    start = position
    while start > 0 and chunks[start - 1].text not in ",;:—–." and position - start < 14:
        start -= 1
    total = next((c.number for c in reversed(chunks[start : position + 1]) if c.cardinal is not None), None)
    last = max(phrase.last, at)
    if last + 1 < len(chunks) and chunks[last + 1].lower == "'s":
        last += 1
    return Position(
        start=chunks[start].start, end=chunks[last].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunks[at].start),
        members=phrase.members, choice=choice, total=total,
    )  # fmt: skip


def _said_after(sentence: Sentence, found: list[Phrase], phrase: Phrase, at: int) -> Position | None:
    """ "Five countries (Germany among them) abstained": the choice behind what is thrown in."""
    chunks = sentence.chunks
    last = max(phrase.last, at)
    if last + 2 >= len(chunks) or chunks[last + 1].text not in ",)–—-":
        return None
    opened = next((i for i in range(min(phrase.first, at) - 1, max(at - 8, -1), -1) if chunks[i].text in ",(–—-"), None)
    if opened is not None and opened > 1 and chunks[opened - 1].lower == "others":
        opened -= 1
    counted = covering(found, opened - 1) if opened is not None and opened > 0 else None
    number = (
        chunks[opened - 1].number
        if opened is not None and opened > 0 and chunks[opened - 1].cardinal is not None
        else counted.number
        if counted is not None
        else None
    )
    if (
        number is None
        or opened is None
        or (counted is not None and (counted.members.others or counted.members.everyone))
    ):
        return None
    for position in range(last + 2, min(last + 6, len(chunks))):
        acts = acts_at(sentence, found, position)
        choice, end = (
            (acts[0].choice, acts[0].last)
            if acts
            else (next((c for kind, c in NOUNS if chunks[position].has(kind)), None), position)
        )
        if choice in ("yes", "no", "abstain", "not voting"):
            first = counted.first if counted is not None else opened - 1
            return Position(
                start=chunks[first].start, end=chunks[end].end, sentence=sentence.index,
                said_by=sentence.speaker_at(chunks[at].start),
                members=phrase.members, choice=choice, total=number,
            )  # fmt: skip
    return None


def _said_before(sentence: Sentence, found: list[Phrase], limit: int) -> tuple[str | None, int]:
    """The last choice said in the sentence before chunk `limit`, and where."""
    chunks = sentence.chunks
    for position in range(limit - 1, max(limit - 24, -1), -1):
        chunk = chunks[position]
        if chunk.text in ";—":
            return None, position
        said = next((c for m, c in CHOICES.items() if m != "block" and m not in DENIED and chunk.verb(m)), None)
        if said is None and (chunk.verb("vote") or chunk.lower == VOTED_TO):
            acts = acts_at(sentence, found, position)
            said = acts[0].choice if acts and acts[0].choice in ("yes", "no") else None
        if said is None and not (
            chunk.has("preposition") and position + 1 < len(chunks) and chunks[position + 1].is_word
        ):
            said = next((c for kind, c in NOUNS if chunk.has(kind) and chunk.lower not in ("for", "no")), None)
        if said is None and chunk.has("vote_noun") and position > 0 and chunks[position - 1].cardinal is not None:
            said = "yes"
        if said is not None:
            return said, position
    return None, limit
