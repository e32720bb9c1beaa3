"""Acts of voting as a sentence mentions them, by verb or by noun, and who acts: what counts and generalisations count.

"Has never vetoed", "cast seven vetoes", "the third Russian veto", "voted against", "its abstentions".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.reading.assertion import passive
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members
from onrecord.reading.parsed import Sentence, is_demonym
from onrecord.reading.table import word_sets
from onrecord.record.model import VETO_HOLDERS

VERBS = {"veto": "veto", "block": "veto", "abstain": "abstain", "no": "no", "yes": "yes", "not_voting": "not voting"}
NEEDS_TEXT = ("block", "no", "yes")
"""Meanings of verbs that are common in other senses: they count only where a text or the Council is spoken of."""
SAYS_VOTE = ("say", "raise", "put", "cast")
CLAUSE_ENDS = frozenset(";:—()")
_WORDS = word_sets("frequency.csv")
DRAWN = _WORDS["drawn"]


def able(members: Members, what: str) -> bool:
    """Whether those members can do the act at all."""
    if what != "veto" or members.groups or members.adjective or members.everyone or not members.named:
        return True
    return all(any(alias.code in VETO_HOLDERS for alias in named.aliases) for named in members.named)


def among(members: Members, others: Members | None) -> bool:
    """Whether those named are among the others, by the codes that their names may stand for."""
    codes = {alias.code for named in members.named for alias in named.aliases}
    return others is not None and any(a.code in codes for named in others.named for a in named.aliases)


@cache
def words(name: str) -> tuple[tuple[str, ...], ...]:
    """The wordings of one class of `tables/frequency.csv`, each as its words."""
    found = (tuple(phrase.lower().split()) for phrase in _WORDS[name])
    return tuple(sorted(found, key=len, reverse=True))


@cache
def single(name: str) -> frozenset[str]:
    return frozenset(" ".join(w) for w in words(name))


@cache
def _beginnings(name: str) -> frozenset[str]:
    """The wordings of a class up to each place in them where a chunk may end."""
    return frozenset(
        wording[:end]
        for wording in single(name)
        for end in range(1, len(wording) + 1)
        if wording[end : end + 1] in ("", " ", "'") or wording.startswith("n't", end)
    )


def says(chunks: list[Chunk], at: int, name: str) -> int:
    """How many chunks from `at` spell a wording of that class; 0 where none does."""
    spelled = chunks[at].lower
    beginnings, known = _beginnings(name), single(name)
    longest = 0
    for length in range(1, 9):
        if spelled not in beginnings:
            break
        if spelled in known:
            longest = length
        if at + length >= len(chunks):
            break
        following = chunks[at + length].lower
        spelled += following if following in ("'s", "n't", "'") else f" {following}"
    return longest


def spoken(chunks: list[Chunk], name: str) -> bool:
    """Whether any of the chunks begins a wording of that class."""
    beginnings = _beginnings(name)
    return any(chunk.lower in beginnings and says(chunks, at, name) for at, chunk in enumerate(chunks))


@dataclass(frozen=True, slots=True)
class Act:
    """One mention of an act of voting."""

    what: str
    first: int
    last: int
    """Its first and last chunk: the verb, or the verb and the noun of "cast its veto"."""
    verbal: bool
    form: str = ""
    passive: bool = False


NO_NOUNS = ("noes", "nays", "nos", "no-votes", "no votes", "negative votes", "votes against")
VETO_NOUNS, ABSTENTIONS = ("veto", "vetoes", "vetos"), ("abstention", "abstentions")
NOUNS = frozenset({*NO_NOUNS, *VETO_NOUNS, *ABSTENTIONS, "vote", "votes", "no", "nay", "nyet", "non"})
"""Words that name an act without a verb."""


@lru_cache(maxsize=4)
def acts(sentence: Sentence) -> tuple[Act, ...]:
    """Every act of voting that a member can do, left to right; `it` is what "used it" says without more.

    Kept for the sentences at hand, since every count and generalisation in them asks.
    """
    chunks = sentence.chunks
    found: list[Act] = []
    texts = speaks_of_texts(sentence)
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        act = _act_at(chunks, at, texts) if "verb" in chunk.kinds or chunk.lower in NOUNS else None
        if act is not None:
            found.append(act)
            at = act.last
        at += 1
    return tuple(found)


def speaks_of_texts(sentence: Sentence) -> bool:
    if not sentence.kinds.isdisjoint(OF_TEXTS) or "council" in sentence.words:
        return True
    if not sentence.words.isdisjoint(TRUCES):
        return True
    named = not sentence.words.isdisjoint(RESOLUTIONS) and any(map(is_text, sentence.chunks))
    return named or (not sentence.words.isdisjoint(ANYTHING) and any(c.lower in ANYTHING for c in sentence.chunks))


OF_TEXTS = frozenset({"text", "council", "cite"})
RESOLUTIONS = frozenset({"resolution", "resolutions"})
TRUCES = frozenset({"ceasefire", "cease-fire", "truce"})
"""What a headline names for the text that calls for it: "US blocks Gaza truce for sixth time"."""
ANYTHING = frozenset({"anything", "nothing", "something"})


def is_text(chunk: Chunk) -> bool:
    """Whether it names a text that is voted on, also where it stands in a set phrase ("resolution against")."""
    return "text" in chunk.kinds or chunk.lower.startswith(("resolution ", "resolutions "))


def _act_at(chunks: list[Chunk], at: int, texts: bool) -> Act | None:
    chunk = chunks[at]
    if is_veto_noun(chunks, at):
        return Act("veto", at, at, False)
    if chunk.lower in ABSTENTIONS:
        return Act("abstain", at, at, False)
    if noun := _no_noun(chunks, at):
        return Act("no", at, noun, False)
    for entry in chunk.entries:
        if entry.kind != "verb":
            continue
        if entry.needs == "event":
            continue  # "Romania never wavered" may be said of much else
        what = VERBS.get(entry.value)
        if entry.value in NEEDS_TEXT and not texts and not chunk.lower.startswith(SAYS_VOTE):
            if not (chunk.lower.startswith("said") and any(c.has("times") for c in chunks)):
                continue  # "four times Cuba has said no" is of votes, "they said no" may be of anything
        form = _form(chunks, at, entry.value)
        if form == "base" and at and chunks[at - 1].lower in ("a", "an"):
            continue  # "asked for a halt"
        if (
            what == "yes"
            and chunk.lower.startswith(("raise", "raising", "put"))
            and any(c.lower in ("against", "no", "say no") for c in chunks[at + 1 : at + 5])
        ):
            what = "no"
        if what is not None:
            return Act(what, at, at, True, form, passive(chunks, at))
        if (
            entry.value == "use"
            and passive(chunks, at)
            and (any(is_veto_noun(chunks, i) for i in range(max(0, at - 4), at)) or _of_the_veto(chunks, at))
        ):
            return Act("veto", at, at, True, form, True)
        if entry.value == "use" and _it_was(chunks, at):
            return Act("it", at, at, True, form, True)
        if chunk.lower in CASTING and (cast := _cast_one(chunks, at)) is not None:
            return Act(cast[0], at, cast[1], True, form)
        if entry.value == "use":
            last = _used(chunks, at)
            if last is not None:
                return Act("veto", at, last, True, form, passive(chunks, at))
            if at + 1 < len(chunks) and (length := says(chunks, at + 1, "the_veto")):
                return Act("it", at, at + length, True, form)
        if entry.value == "vote":
            complement = _complement(chunks, at)
            if complement is not None:
                return Act(complement[0], at, complement[1], True, form)
    return None


def _of_the_veto(chunks: list[Chunk], at: int) -> bool:
    """ "The veto, so far this year, has been used": whether the veto is what a passive tells of, past an aside."""
    place = at - 1
    while place > 0 and at - place < ASIDE:
        chunk = chunks[place]
        if chunk.text == ",":
            opens = next((i for i in range(place - 1, max(place - ASIDE, 0), -1) if chunks[i].text == ","), None)
            return opens is not None and is_veto_noun(chunks, opens - 1)
        if is_veto_noun(chunks, place):
            return True
        if not (chunk.has("be", "have", "adverb") or chunk.date is not None or chunk.lower in ("so", "far")):
            return False
        place -= 1
    return False


ASIDE = 10
"""Chunks between the veto and "used", an aside included."""


def _it_was(chunks: list[Chunk], at: int) -> bool:
    """ "It was first used by the Soviet Union": the veto spoken of before, with who used it named behind."""
    be = at - 1 - (at > 1 and (chunks[at - 1].has("last_word", "adverb") or chunks[at - 1].lower in ("first", "never")))
    if be < 1 or not chunks[be].has("be") or at + 1 >= len(chunks) or chunks[at + 1].lower != "by":
        return False
    subject = be - 1 - (be > 1 and chunks[be - 1].has("have"))
    return chunks[subject].lower == "it"


def _form(chunks: list[Chunk], at: int, meaning: str) -> str:
    """The verb's form; of one that is spelled alike ("cast", "put") the past, where nothing rules that out."""
    forms = [entry.form for entry in chunks[at].entries if entry.kind == "verb" and entry.value == meaning]
    if len(forms) == 1 or "past" not in forms:
        return forms[0]
    before = chunks[at - 1] if at else None
    return "base" if before is not None and (before.lower == "to" or before.has("do", "modal")) else "past"


def of_those_with_one(chunks: list[Chunk], at: int) -> bool:
    """ "One of the five with a veto", "the only Europeans with a veto": whoever has the right, and no use of it."""
    if at < OF_WHOM or chunks[at - 2].lower != "with" or not chunks[at - 1].has("determiner"):
        return False
    who = chunks[at - OF_WHOM]
    return who.cardinal is not None or who.has("member_noun", "of_adjective", "group") or who.lower in ("ones", "those")


OF_WHOM = 3


def is_veto_noun(chunks: list[Chunk], at: int) -> bool:
    """Whether "veto" or "vetoes" names the act, rather than being the verb."""
    chunk = chunks[at]
    if chunk.lower not in VETO_NOUNS:
        return False
    if at == 0:
        return (
            chunk.lower != "veto"
            or len(chunks) < 3
            or chunks[1].has("verb", "be", "preposition")
            or chunks[1].lower in ("number", "no")
        )
    before = chunks[at - 1]
    if before.lower == "to" or (before.lower.endswith(" to") and before.has("realised", "unreal")):
        return False
    if (
        before.number is not None
        or before.lower in ("'s", "'", "-")
        or before.has("determiner", "only", "last_word", "of_adjective")
    ):
        return before.lower != "that" or chunk.lower != "vetoes"
    if before.has("member"):
        following = chunks[at + 1] if at + 1 < len(chunks) else None
        if at >= 2 and (
            chunks[at - 2].number is not None
            or chunks[at - 2].has("determiner", "only", "last_word", "every")
            or chunks[at - 2].lower in ("of", "'s", "most")
        ):
            return True
        if following is None or not following.is_word:
            return is_demonym(before) or chunk.lower == "veto"
        return is_demonym(before) or (
            following is not None
            and (following.has("preposition", "but", "be", "relative", "have") or following.date is not None)
        )
    if (
        before.lower in single("between")
        or before.has("preposition", "verb", "nobody")
        or before.lower in ("no", "more", "many", "few", "fewer", "most")
    ):
        return True
    return (
        not before.has("do", "negation", "modal", "have", "pronoun_member", "and", "relative", "unreal")
        and before.lower != "to"
    )


def _no_noun(chunks: list[Chunk], at: int) -> int:
    """ "No vote", "negative votes", "vote against", "Noes": the last chunk of the noun; 0 where none stands here."""
    lower = chunks[at].lower
    if lower in NO_NOUNS:
        return at
    if lower in ("vote", "votes") and at + 1 < len(chunks) and chunks[at + 1].lower == "against":
        return at + 1
    if (
        chunks[at].text in ("No", "Nay", "Nyet", "Non")
        and at
        and (chunks[at - 1].number is not None or chunks[at - 1].lower == "'s")
    ):
        return at
    return 0


def _used(chunks: list[Chunk], at: int) -> int | None:
    """The veto that a verb of using has as its object, a few words on: "cast its third veto"."""
    for position in range(at + 1, min(at + 8, len(chunks))):
        chunk = chunks[position]
        if chunk.lower in ("veto", "vetoes", "vetos", "veto power", "right of veto", "veto right"):
            return position
        if (
            chunk.text in CLAUSE_ENDS
            or chunk.has("verb")
            or (chunk.has("council") and not _council_veto(chunks, position))
            or (chunk.has("relative") and not chunk.has("determiner"))
        ):
            return None
    return None


CASTING = frozenset({"cast", "casts", "casting"})
ONE_AND_NO_OTHER = frozenset({"single", "sole", "lone", "solitary", "lonely"})
"""What makes of a vote cast the only one."""


def counts_one(chunks: list[Chunk], first: int, last: int) -> bool:
    """Whether a number or a word for one stands among the chunks: "one negative vote", "a single No"."""
    return any(c.cardinal == 1 or not ONE_AND_NO_OTHER.isdisjoint(c.lower.split()) for c in chunks[first : last + 1])


def _cast_one(chunks: list[Chunk], at: int) -> tuple[str, int] | None:
    """ "Cast one negative vote", "cast exactly one abstention": the way, and the noun's last chunk."""
    for position in range(at + 1, min(at + 6, len(chunks))):
        chunk = chunks[position]
        if chunk.has("no_noun", "abstention_noun") or (noun := _no_noun(chunks, position)):
            what = "abstain" if chunk.has("abstention_noun") else "no"
            last = position if chunk.has("no_noun", "abstention_noun") else noun
            return (what, last) if counts_one(chunks, at + 1, position - 1) else None
        if chunk.has("verb", "preposition", "member") or not chunk.is_word:
            return None
    return None


def _council_veto(chunks: list[Chunk], at: int) -> bool:
    """ "Its Security Council veto"."""
    return at + 1 < len(chunks) and chunks[at + 1].lower in VETO_NOUNS


def _complement(chunks: list[Chunk], at: int) -> tuple[str, int] | None:
    """Which way somebody voted, as the words behind the verb say."""
    for position in range(at + 1, min(at + 5, len(chunks))):
        chunk = chunks[position]
        if chunk.has("no_noun"):
            return "no", position
        if chunk.has("yes_noun") and not _for_the_time(chunks, position):
            return "yes", position
        if chunk.has("verb", "preposition") or chunk.text in CLAUSE_ENDS or chunk.number is not None:
            return None
    return None


def _for_the_time(chunks: list[Chunk], at: int) -> bool:
    """ "Voted for the third time" says nothing of how."""
    following = chunks[at + 1 : at + 5]
    return chunks[at].lower == "for" and any(says(following, i, "occasion") for i in range(len(following)))
