"""Where a list of names ends and another subject begins: "a draft about Syria and China abstained"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.parsed import finite
from onrecord.reading.table import word_sets

PLACING = frozenset({"about", "on", "in", "against", "over", "at", "towards", "toward", "concerning", "into", "near"})
"""Prepositions before a place or subject, never before those who act."""
COMPASS = word_sets("name_words.csv")["compass"]
NAMES = frozenset({"member", "members", "prefix"})
"""Kinds of words that name one member or several."""


def names_member(chunk: Chunk) -> bool:
    return not NAMES.isdisjoint(chunk.kinds) and "blocked" not in chunk.kinds


def absolute(chunks: list[Chunk], at: int, end: int) -> bool:
    """ "A text by Ceylon and Tunisia, Poland being the only other No": behind a list that "and" closed."""
    before = at - 2 if chunks[at - 1].lower == "the" else at - 1
    if chunks[before].text != "," or end + 1 >= len(chunks):
        return False
    if chunks[end + 1].lower == "and" and end + 3 < len(chunks):
        # "Vetoed by Britain and America, Panama and Spain abstaining"
        end = next((i for i in range(end + 2, min(end + 5, len(chunks) - 1)) if chunks[i].has("member")), end)
    behind = end + 1 + (chunks[end + 1].has("adverb") and end + 2 < len(chunks))
    following = chunks[behind]
    if following.lower in SIDES and behind + 1 >= len(chunks):
        return True  # "vetoed by Britain and America, Panama no as well"
    return following.lower in ("being", "having") or any(
        e.kind == "verb" and e.form == "gerund" for e in following.entries
    )


SIDES = frozenset({"no", "yes", "aye", "nay", "for", "against", "in favour", "in favor"})
"""What a member was, right behind its name."""


def described_absolute(chunks: list[Chunk], at: int, end: int) -> bool:
    """ "The renewal of the Bosnia mission, Norway, whose text it was, abstaining"."""
    if chunks[at - 1].text != "," or end + 2 >= len(chunks) or chunks[end + 1].text != ",":
        return False
    if not chunks[end + 2].has("relative"):
        return False
    closing = next((i for i in range(end + 3, min(end + 14, len(chunks) - 1)) if chunks[i].text == ","), None)
    return closing is not None and any(e.kind == "verb" and e.form == "gerund" for e in chunks[closing + 1].entries)


SET_APART = frozenset({"excepted", "aside", "apart"})
"""Words behind those whom a text leaves out: "the BRICS, South Africa excepted, abstained"."""


def new_subject(chunks: list[Chunk], first: int, at: int) -> bool:
    """ "A draft about Syria and China abstained", "a text on Haiti, Russia and China abstain": what stands behind a
    preposition does not act, so the list ended before those who do.
    """
    before = first - 1
    while before >= 0 and (chunks[before].has("determiner") or chunks[before].lower in COMPASS):
        before -= 1
    if before < 0:
        return False
    beside = before > 0 and chunks[before].lower == "with" and chunks[before - 1].has("be")
    siding = beside or (chunks[before].lower.split()[-1] == "with" and _told_before(chunks, before))
    # "Belgium joined the French and Britain abstained"
    siding = siding or (chunks[before].verb("join") is not None and before > 0 and names_member(chunks[before - 1]))
    infinitive = before > 1 and chunks[before].lower == "to" and not chunks[before - 1].entries
    opened = _ends_what_opens(chunks, before, at)
    placed = (
        chunks[before].lower in PLACING or _object_ends(chunks, before, first, at) or _of_its_matter(chunks, before)
    )
    # "One abstained, presumably the British, and France was for it", "one, said to be Chad, and Mali voted against"
    told_who = chunks[before].has("be") or chunks[before].lower in GUESSED
    if told_who:
        last = _past_names(chunks, at)
        last += last < len(chunks) and chunks[last].has("delegate")
        if _another_clause(chunks, first, at - chunks[at - 1].has("determiner"), last):
            return True
    if not (siding or infinitive or placed or opened):
        return False
    if chunks[at - 1].text == "," and at + 1 < len(chunks) and chunks[at + 1].lower in ("'s", "'") and placed:
        return True  # "on North Korea, China's seventeenth veto"
    acting = ("veto", "vote", "abstain", "no", "yes", "not_voting", "block", "use")
    position = _past_names(chunks, at)
    if _another_clause(chunks, first, at, position):
        return True
    if opened:
        return position < len(chunks) and finite(chunks[position]) and chunks[position].verb(*acting) is not None
    if siding and (position >= len(chunks) or not finite(chunks[position])):
        return False
    if chunks[before].has("be"):
        return position < len(chunks) and finite(chunks[position])
    if not any(c.verb(*acting) is not None for c in chunks[position : position + 2]):
        return False
    led = chunks[at - 2 if chunks[at - 1].has("determiner") else at - 1]
    return led.text == "," or position == at + 1 or _closed_again(chunks, first, at, position)


GUESSED = frozenset({"presumably", "probably", "apparently", "evidently", "reportedly", "perhaps", "supposedly"})


def _past_names(chunks: list[Chunk], at: int) -> int:
    while at < len(chunks) and (
        names_member(chunks[at]) or chunks[at].text == "," or chunks[at].has("and", "determiner")
    ):
        at += 1
    return at


def _of_its_matter(chunks: list[Chunk], of: int) -> bool:
    """ "A text on the status of Chad and Mali abstained": the name belongs to what the text is on."""
    if chunks[of].lower != "of" or of < 2 or chunks[of - 1].has("delegate", "member_noun"):
        return False
    for at in range(of - 1, max(of - 6, 0), -1):
        if not chunks[at].is_word or chunks[at].has("verb", "be", "have", "do"):
            return False
        if chunks[at].lower in PLACING:
            return any(c.has("text", "cite", "vote_noun") for c in chunks[max(0, at - 3) : at])
    return False


def _closed_again(chunks: list[Chunk], first: int, at: int, last: int) -> bool:
    """ "Voted no with Moscow, and Algeria, India and Pakistan abstained": one name, and a list with its own "and"."""
    if at < 2 or not chunks[at - 1].has("and") or chunks[at - 2].text != ",":
        return False
    return sum(map(names_member, chunks[first:at])) == 1 and any(c.has("and") for c in chunks[at:last])


def _another_clause(chunks: list[Chunk], first: int, at: int, last: int) -> bool:
    """ "Told us to talk to Chad, and Mali, to our fury, was one of the nine": a comma and "and" between two names."""
    two = sum(names_member(c) for c in chunks[first:last]) == 2
    if not two or at < 2 or chunks[at - 1].lower != "and" or chunks[at - 2].text != ",":
        return False
    last -= chunks[last - 1].text == ","
    if last < len(chunks) and chunks[last].text == ",":
        last = next((i + 1 for i in range(last + 1, min(last + 8, len(chunks))) if chunks[i].text == ","), len(chunks))
    return last < len(chunks) and finite(chunks[last])


CONJUNCTIONS = frozenset(
    {"since", "because", "as", "when", "though", "although", "while", "whereas", "after", "before", "once"}
)
OPENING = frozenset({"having", "given", "despite", "in", "out", "at", "under", "to", "by", "for"})
"""What opens a phrase, and `CONJUNCTIONS` a clause, that the subject of the sentence stands behind."""


def _ends_what_opens(chunks: list[Chunk], before: int, at: int) -> bool:
    """ "Since Delhi had recognised Dhaka, Beijing and Conakry voted no": the comma closes what the sentence opens
    with, and those behind it act.
    """
    if chunks[at - 1].text != "," or not chunks[0].is_word or (not before and " " not in chunks[0].text):
        return False
    opens = chunks[0].lower.split()[0]
    if opens in CONJUNCTIONS:
        opening = any(finite(c) or c.has("do", "have") for c in chunks[1 : before + 1])
    else:
        opening = opens in OPENING or opens.endswith("ing")
    governing = chunks[before].has("verb", "preposition") or governs(chunks, before)
    governing = governing or chunks[before].lower.endswith((" of", " with", " for", " to"))
    return opening and governing and not any(c.text in ",;:" for c in chunks[: at - 1])


def _told_before(chunks: list[Chunk], at: int) -> bool:
    """ "Poland was with the Russians, Britain and France abstained": a clause stands in front of "with"."""
    return any(c.has("be", "verb") and finite(c) for c in chunks[max(0, at - 3) : at + 1])


def acts_next(chunks: list[Chunk], at: int) -> bool:
    if at < len(chunks) and chunks[at].has("abstention_noun", "undecided_noun"):
        return True  # "Poland seconding Moscow, France on the fence"
    return any(c.verb("veto", "vote", "abstain", "no", "yes", "not_voting", "use") for c in chunks[at : at + 3])


def governs(chunks: list[Chunk], at: int) -> bool:
    """Whether a verb stands at a chunk, of which the names behind it are the object: "to please Washington"."""
    word = chunks[at]
    if not word.is_word or not word.text.islower():
        return False
    led = at > 0 and (chunks[at - 1].lower.split()[-1] == "to" or chunks[at - 1].has("do", "negation"))
    infinitive = led and (not word.entries or any(e.form == "base" for e in word.entries))
    if infinitive or word.lower.endswith("ed"):
        return not word.has("be", "have", "do")
    return any(e.kind == "verb" and e.form in ("past", "base", "gerund") for e in word.entries) and not word.has(
        "text", "vote_noun", "yes_noun", "no_noun", "abstention_noun"
    )


def _object_ends(chunks: list[Chunk], before: int, first: int, at: int) -> bool:
    """ "It irritated India, and Moscow vetoed it": a comma and "and" behind one that a verb governs."""
    verb = chunks[before]
    governed = verb.has("verb", "preposition", "be") or governs(chunks, before)
    commas = [i for i in range(first, at) if chunks[i].text == ","]
    return governed and len(commas) == 1 and chunks[commas[0] + 1].lower == "and"


def and_others(chunks: list[Chunk], last: int) -> int:
    """Past those that a list does not name: "the US, Israel and seven others"."""
    position = last + 1
    if position < len(chunks) and chunks[position].text == ",":
        position += 1
    if position + 1 >= len(chunks) or chunks[position].lower not in ("and", "plus", "&"):
        return last
    for at in range(position + 1, min(position + 6, len(chunks))):
        if chunks[at].lower in ("others", "more") or (
            chunks[at].lower == "other" and at + 1 < len(chunks) and chunks[at + 1].has("member_noun")
        ):
            return at + (chunks[at].lower == "other")
        if not (
            chunks[at].cardinal is not None
            or chunks[at].has("determiner")
            or chunks[at].lower in ("several", "few", "many", "some", "handful", "of", "dozen", "number")
        ):
            return last
    return last


def says_what_they_are(chunks: list[Chunk], first: int, at: int) -> bool:
    """ "Chad and Chile, both elected members, abstained": a group behind a list that an "and" has closed."""
    between = chunks[first:at]
    return chunks[at].has("group") and all(c.text == "," or c.lower in ("both", "all", "each", "the") for c in between)
