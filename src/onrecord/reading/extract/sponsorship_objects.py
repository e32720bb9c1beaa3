"""Which text it was that somebody tabled: "it", "every line", "both versions", "which Japan had submitted".

A verb like "brought" or "proposed" has many objects; only what is a text, or stands for one just spoken of, counts.
"""

from __future__ import annotations

from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.clauses import before_insertion, clause_start, verb_group_start
from onrecord.reading.extract.citation_rows import object_of_writing
from onrecord.reading.extract.sponsorship_gapped import one_of_them
from onrecord.reading.extract.sponsorship_words import REACH, WORDS, of_voting, spoken_of, voted_on, weak
from onrecord.reading.extract.state import Discourse
from onrecord.reading.naming import OWNING
from onrecord.reading.nouns import Noun, noun_at, nouns
from onrecord.reading.parsed import Phrase, Sentence, finite
from onrecord.reading.table import word_sets

FORWARD = tuple(WORDS["forward"])
"""What follows a text that is put, brought or laid, so that it is tabled."""
TAKEN = ("take", "taking", "took", "pick", "carr")
WRITES = word_sets("clause_words.csv")["wrote"]
STRONGLY = ("draft", "table", "co-", "sponsor", "penned", "authored", "submitted", "wrote", "written")
"""Beginnings of verbs whose object is a text whatever it is called."""
BROUGHT_ELSEWHERE = ("down", "to", "back", "home", "up", "under", "into", "about", "out", "round", "around", "low")
"""Behind a text that is brought: more was done to it, or something else, than to bring it in."""
WRITTEN_BACK = 2
"""Sentences before "wrote every line" in which the text was spoken of."""
DONE = frozenset({"drafting", "writing"})
"""Last words of "did the drafting", which needs no object."""
INSIDE = frozenset({"it", "this", "that", "thing"})
"""What stands for a text between a verb and its particle: "cooked it up"."""
OF_TEXTS = frozenset({"them", "these", "those", "which", "the two", "the three", "the four"})
CANDIDACY = frozenset({"candidacy", "candidature"})
TAKEN_OVER = 2
"""Words of "took over" without what was taken: "took the text over" has its object inside."""


def text_of(
    sentence: Sentence, found: list[Phrase], discourse: Discourse, at: int, doer: Noun, meaning: str
) -> int | None:
    """The last chunk of the text that is the verb's object, behind it or before it ("which Japan submitted")."""
    chunks = sentence.chunks
    inside = chunks[at].lower.split()
    if not {"pen", "pens"}.isdisjoint(inside) or (chunks[at].lower.startswith(TAKEN) and len(inside) > TAKEN_OVER):
        return at
    near = told_near(sentence, discourse)
    if (
        inside[-1] in DONE
        or (len(inside) > 1 and inside[-1].endswith("sponsors"))
        or not INSIDE.isdisjoint(inside[1:-1])
    ):
        return at if near else None
    if meaning != "put" and near and (of_several := _each_of(chunks, found, at + 1)) is not None:
        return of_several
    named = {p.first: p for p in found}
    if at + 1 < len(chunks) and chunks[at + 1].lower in ("none", "nothing"):
        return None  # "Russia wrote none"
    opens = _past_insertion(chunks, at + 1)
    spoken_here = near or any(c.has("text") for c in chunks[:at])
    number = opens + 2 * (opens + 2 < len(chunks) and chunks[opens].date is not None)
    if spoken_here and meaning != "put" and number < len(chunks) and object_of_writing(chunks, number):
        return number
    if spoken_here and (theirs := own_one(chunks, opens)) is not None:
        return theirs
    behind = next(
        (
            n
            for i in range(opens, min(opens + 3, len(chunks)))
            if (n := noun_at(chunks, named, i, len(chunks))) is not None
        ),
        None,
    )
    object_ = None
    if meaning == "cosponsor" and (listed := _list_of_sponsors(chunks, opens)) is not None:
        return listed if near else None
    if behind is not None and any(c.lower in CANDIDACY for c in chunks[behind.first : behind.last + 1]):
        return None  # "submitted its candidacy for a seat"
    if behind is not None and behind.first <= opens + 1 and _wrote_it_all(sentence, discourse, at, behind):
        return behind.last
    if behind is not None and chunks[behind.first].lower in WORDS["generic"]:
        return None
    one = opens + 1 < len(chunks) and chunks[opens].cardinal == 1 and chunks[opens].lower == "one"
    if meaning != "put" and one and near and chunks[opens + 1].lower in ("on", "about", "condemning", "demanding"):
        # "had sponsored one on fuel", and not "wrote one for its magazine"
        return opens if chunks[at].lower.startswith(("sponsor", "co-", "table", "submitted", "draft")) else None
    if meaning != "put" and opens < len(chunks) and chunks[opens].lower == "them":
        both = opens + 1 < len(chunks) and chunks[opens + 1].lower in ("both", "all")
        spoken = discourse.text_before(sentence) or any(c.has("text") for c in chunks[:at]) or (both and near)
        return opens + both if spoken else None
    if behind is not None and not any(
        c.text in ",;:—." or c.has("preposition", "but") for c in chunks[opens : behind.first]
    ):
        object_ = behind
    with_others = at + 1 < len(chunks) and chunks[at + 1].lower in WORDS["together"]
    brought_it = chunks[at].lower == "brought" and (with_others or _ends(chunks, at + 1))
    object_ = None if brought_it else object_
    if meaning == "put" and not brought_it and (object_ is not None or not _goes_forward(chunks, at + 1)):
        if near and opens < len(chunks) and chunks[opens].cardinal == 1 and _ends(chunks, opens + 1):
            return opens  # "had brought one"
        spoken = object_ is not None and (object_.kind == "text" or near)
        if object_ is not None and chunks[at].lower == "put" and _put_a_text(chunks, object_):
            return object_.last
        return _put_forward(chunks, at, object_) or (_put_in(chunks, at, object_) if spoken else None)
    if object_ is not None and (object_.kind == "text" or _stands_for_text(chunks, at, object_, near)):
        if weak(chunks, object_) and _other_writing(chunks, object_):
            return object_.last if voted_on(chunks[at + 1 :]) else None
        one = any(c.lower in ("a", "an") for c in chunks[max(object_.first - 1, 0) : object_.last])
        spoken = near and ((chunks[at].lower.startswith(STRONGLY) and not one) or spoken_of(chunks, object_))
        return object_.last if not weak(chunks, object_) or of_voting(sentence) or spoken else None
    if (
        meaning == "cosponsor"
        and chunks[at].lower not in BY_HAND
        and (
            at + 1 >= len(chunks)
            or not (chunks[at + 1].is_word or chunks[at + 1].number)
            or chunks[at + 1].has("adverb")
        )
        and (near or any(c.has("text") for c in chunks[:at]))
    ):
        return at
    start = clause_start(sentence, found, before_insertion(chunks, verb_group_start(chunks, at)))
    if chunks[start].lower == "what" and near and _tabled(chunks, at):
        # "What Chad drafted would have been vetoed too": another text, which was not voted on
        return None if any(c.has("modal") for c in chunks[at + 1 : at + 2]) else at
    if start > 1 and chunks[start - 1].lower in ("that", "which"):
        if chunks[start - 2].lower == "one" and chunks[start - 3].lower != "the":
            return None  # "modelled on one that Chad had written"
        if any(n.kind == "text" for n in nouns(chunks, found, max(0, start - 1 - REACH), start - 1)):
            return at
        called = chunks[start - 2 - (chunks[start - 2].text == ",")].lower
        if called in WORDS["written_act"] and chunks[at].lower.startswith(STRONGLY) and near:
            return at  # "the condemnation, which Peru had tabled"
    if doer.first > 0 and any(
        n.kind == "text" and n.last == doer.first - 1 for n in nouns(chunks, found, max(0, doer.first - 8), doer.first)
    ):
        return at
    return None


BY_HAND = frozenset({"signed", "sign", "signs"})
"""Verbs of which only a text told right behind is sponsored: "he signed"."""


def _other_writing(chunks: list[Chunk], object_: Noun) -> bool:
    """ "Its own plan", "the Union's peace plan": hardly the text that was voted on."""
    inside = chunks[max(object_.first - 1, 0) : object_.last]
    owned = any(
        c.lower in ("'s", "'") and not before.has("council", "member", "group") for before, c in pairwise(inside)
    )
    return owned or any(c.lower in ("its own", "their own", "own") for c in inside)


def _list_of_sponsors(chunks: list[Chunk], at: int) -> int | None:
    """ "Added its name to (the list of sponsors)", "put their names to (its sponsors)"."""
    return next((i for i in range(at, min(at + 5, len(chunks))) if chunks[i].has("author") and i > at), None)


def own_one(chunks: list[Chunk], at: int) -> int | None:
    """ "Put hers", "brought their own", "tabled the other": where the words end that stand for one more text."""
    if at >= len(chunks):
        return None
    last = at + (chunks[at].lower in OWNING and at + 1 < len(chunks) and chunks[at + 1].lower == "own")
    if (one := one_of_them(chunks, at)) is not None:
        return one if _ends(chunks, one + 1) or _goes_forward(chunks, one + 1) else None
    owned = last > at or chunks[at].lower in ("hers", "theirs", "ours", "mine") or chunks[at].lower.endswith(" own")
    return last if owned and _ends(chunks, last + 1) else None


def _tabled(chunks: list[Chunk], at: int) -> bool:
    """Whether the verb alone says that its object was a text: "what Malta had tabled", "what Malta put forward"."""
    if at + 1 < len(chunks) and chunks[at + 1].has("preposition"):
        return False  # "what Chad had written in its letter"
    return chunks[at].lower.startswith((*STRONGLY, "put forward", "put on the table", "put to the vote"))


def _stands_for_text(chunks: list[Chunk], at: int, object_: Noun, near: bool) -> bool:
    """ "Norway proposed it", but not "proposed that the five hold back", and not "moved it" of who knows what."""
    if object_.kind != "pronoun":
        return False
    if not _weak_verb(chunks, at, object_.last):
        return True
    if chunks[object_.first].lower == "that" and not _ends(chunks, object_.last + 1):
        return False
    return near or any(c.has("text") for c in chunks[:at])


def told_near(sentence: Sentence, discourse: Discourse) -> bool:
    """Whether a text or a vote was spoken of so lately, or just asked for, that "it" may be the text voted on."""
    if discourse.asked_for_sponsor == sentence.index - 1 or discourse.text_before(sentence):
        return True
    return discourse.voted_near(sentence) or of_voting(sentence)


def _each_of(chunks: list[Chunk], found: list[Phrase], at: int) -> int | None:
    """ "Wrote each of them", "drafted both of the texts", "tabled the first of the two": where the words end."""
    at += at < len(chunks) and chunks[at].lower == "the"
    if at + 2 >= len(chunks) or chunks[at + 1].lower != "of":
        return None
    partly = in_most(chunks, at)
    if not (partly or chunks[at].has("every") or chunks[at].lower == "both" or chunks[at].number is not None):
        return None
    if chunks[at + 2].lower in OF_TEXTS or (partly and chunks[at + 2].lower in ("it", "this", "that")):
        return at + 2
    whole = noun_at(chunks, {p.first: p for p in found}, at + 2, len(chunks))
    return whole.last if whole is not None and whole.kind == "text" else None


def in_most(chunks: list[Chunk], at: int) -> bool:
    """ "Wrote most of it", "the bulk of the text": so that others may have put their names to it."""
    at += at < len(chunks) and chunks[at].lower == "the"
    return chunks[at + 1 : at + 2] != [] and chunks[at].lower in MOST and chunks[at + 1].lower == "of"


MOST = frozenset({"most", "much", "half", "some", "parts", "part", "bulk", "lion's share", "all"})


def _wrote_it_all(sentence: Sentence, discourse: Discourse, at: int, object_: Noun) -> bool:
    """ "Had written every line", "wrote the words": of the text spoken of; "drafted the condemnation" is of one."""
    chunks = sentence.chunks
    near = 0 <= sentence.index - discourse.text_in <= WRITTEN_BACK or any(c.has("text") for c in chunks)
    near = near or discourse.voted_near(sentence)
    if chunks[object_.last].lower == "words" and any(c.number is not None for c in chunks[at + 1 : object_.last]):
        return False  # "wrote 300 words"
    if chunks[object_.last].lower in WORDS["written"] and chunks[at].lower.startswith((*WRITES, *STRONGLY)):
        return near
    acts = chunks[object_.last].lower in WORDS["written_act"]
    return acts and chunks[at].lower.startswith(STRONGLY) and (of_voting(sentence) or near)


def _past_insertion(chunks: list[Chunk], at: int) -> int:
    """Past what commas insert between a verb and its object: "tabled, on behalf of the five, a draft"."""
    if at < len(chunks) and chunks[at].text == ",":
        close = next((i for i in range(at + 2, min(at + 14, len(chunks))) if chunks[i].text == ","), None)
        if close is not None and chunks[at + 1].has("preposition"):
            return close + 1
    return at


def _weak_verb(chunks: list[Chunk], at: int, last: int) -> bool:
    """Verbs whose pronoun object may be anything: "proposed it", but not "presented it on behalf of the ten"."""
    if last + 1 < len(chunks) and chunks[last + 1].lower in WORDS["with_it"]:
        return False
    return chunks[at].lower.startswith(tuple(WORDS["loose_object"]))


def _goes_forward(chunks: list[Chunk], at: int) -> bool:
    tail = " ".join(c.lower for c in chunks[at : at + 5])
    return any(tail.startswith(words) for words in FORWARD)


def _put_forward(chunks: list[Chunk], at: int, object_: Noun | None) -> int | None:
    if object_ is None or object_.kind not in ("text", "pronoun"):
        return None
    drawn = chunks[at].lower.startswith("dr")
    end = next((i for i in range(object_.last + 1, len(chunks)) if finite(chunks[i])), len(chunks))
    tail = " ".join(c.lower for c in chunks[object_.last + 1 : min(end, object_.last + TO_THE_VOTE)])
    for words in ("up",) if drawn else FORWARD:
        if tail.startswith(words) or (
            object_.kind == "text" and f" {words}" in tail and "," not in tail.split(words)[0]
        ):
            # "the Council" is two words and one chunk
            return min(object_.last + len(words.split()), len(chunks) - 1)
    return None


TO_THE_VOTE = 14
"""Chunks behind "put a text" up to which "to the vote" may stand."""


def _put_a_text(chunks: list[Chunk], object_: Noun) -> bool:
    """ "Put a resolution on Thursday to close the office", and not "put a text aside", "put a draft in the drawer"."""
    new = object_.kind == "text" and chunks[object_.first].lower in ("a", "an") and not weak(chunks, object_)
    behind = chunks[object_.last + 1 : object_.last + 3]
    if not (new and behind):
        return False
    dated = behind[0].date is not None or (behind[0].lower == "on" and behind[-1].date is not None)
    return dated or behind[0].lower in ("to", "that", "which", "calling", "demanding", "asking")


def _put_in(chunks: list[Chunk], at: int, object_: Noun | None) -> int | None:
    """ "Put a draft in", "put the text down", "brought it", and not "brought it down", "put it down to fatigue"."""
    if object_ is None or object_.kind not in ("text", "pronoun"):
        return None
    behind = object_.last + 1
    if chunks[at].lower.startswith("br") and (object_.kind == "text" or _ends(chunks, behind)):
        if behind < len(chunks) and chunks[behind].lower == "back" and _ends(chunks, behind + 1):
            return behind  # "brought the text back", after others had let it drop
        return object_.last if behind >= len(chunks) or chunks[behind].lower not in BROUGHT_ELSEWHERE else None
    if behind < len(chunks) and chunks[behind].lower in ("in", "down") and _ends(chunks, behind + 1):
        return behind
    return None


def _ends(chunks: list[Chunk], at: int) -> bool:
    """Whether nothing more is said of what was done but when, with whom or what else."""
    if at >= len(chunks) or not chunks[at].is_word or chunks[at].date is not None:
        return True
    goes_on = chunks[at].has("and", "but", "adverb", "relative", "be", "have", "obtain") or finite(chunks[at])
    return goes_on or chunks[at].lower in ("on", "together", "jointly")
