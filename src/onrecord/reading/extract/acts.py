"""Acts of voting as a sentence mentions them, by verb or by noun, and who acts: what counts and generalisations count.

"Has never vetoed", "cast seven vetoes", "the third Russian veto", "voted against", "its abstentions".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.extract.state import PLURAL, Discourse
from onrecord.reading.grammar import Phrase, Sentence, agent_after, asserted, is_demonym, passive, subject_of
from onrecord.reading.lexicon import prefix_code
from onrecord.reading.table import phrases as listed
from onrecord.reading.table import rows
from onrecord.record.model import Alias

VERBS = {"veto": "veto", "block": "veto", "abstain": "abstain", "no": "no", "yes": "yes", "not_voting": "not voting"}
NEEDS_TEXT = ("block", "no", "yes")
"""Meanings of verbs that are common in other senses: they count only where a text or the Council is spoken of."""
SAYS_VOTE = ("say", "raise", "put", "cast")
CLAUSE_ENDS = frozenset(";:—()")
USE = ("use", "veto")


@cache
def words(name: str) -> tuple[tuple[str, ...], ...]:
    """The wordings of one class of `tables/frequency.csv`, each as its words."""
    found = [tuple(p.lower().split()) for row in rows("frequency.csv") if row["class"] == name for p in listed(row["words"])]
    return tuple(sorted(found, key=len, reverse=True))


@cache
def single(name: str) -> frozenset[str]:
    return frozenset(" ".join(w) for w in words(name))


def says(chunks: list[Chunk], at: int, name: str) -> int:
    """How many chunks from `at` spell a wording of that class; 0 where none does."""
    spelled = chunks[at].lower
    known = single(name)
    longest = 0
    for length in range(1, 9):
        if spelled in known:
            longest = length
        if at + length >= len(chunks):
            break
        following = chunks[at + length].lower
        spelled += following if following in ("'s", "n't", "'") else f" {following}"
    return longest


def spoken(chunks: list[Chunk], name: str) -> bool:
    """Whether any of the chunks begins a wording of that class."""
    return any(says(chunks, at, name) for at in range(len(chunks)))


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


def acts(sentence: Sentence) -> list[Act]:
    """Every act of voting that a member can do, left to right; `it` is what "used it" says without more."""
    chunks = sentence.chunks
    found: list[Act] = []
    texts = speaks_of_texts(chunks)
    at = 0
    while at < len(chunks):
        act = _act_at(chunks, at, texts)
        if act is not None:
            found.append(act)
            at = act.last
        at += 1
    return found


def speaks_of_texts(chunks: list[Chunk]) -> bool:
    return any(is_text(c) or c.has("council", "cite") or c.lower in ("anything", "nothing") for c in chunks)


def is_text(chunk: Chunk) -> bool:
    """Whether it names a text that is voted on, also where it stands in a set phrase ("resolution against")."""
    return chunk.has("text") or chunk.lower.startswith(("resolution ", "resolutions "))


def _act_at(chunks: list[Chunk], at: int, texts: bool) -> Act | None:
    chunk = chunks[at]
    if is_veto_noun(chunks, at):
        return Act("veto", at, at, False)
    if chunk.lower in ("abstention", "abstentions"):
        return Act("abstain", at, at, False)
    if noun := _no_noun(chunks, at):
        return Act("no", at, noun, False)
    for entry in chunk.entries:
        if entry.kind != "verb":
            continue
        what = VERBS.get(entry.value)
        if entry.value in NEEDS_TEXT and not texts and not chunk.lower.startswith(SAYS_VOTE):
            continue
        form = _form(chunks, at, entry.value)
        if what == "yes" and chunk.lower.startswith(("raise", "raising", "put")) and any(c.lower in ("against", "no", "say no") for c in chunks[at + 1 : at + 5]):
            what = "no"
        if what is not None:
            return Act(what, at, at, True, form, passive(chunks, at))
        if entry.value == "use" and passive(chunks, at) and any(is_veto_noun(chunks, i) for i in range(max(0, at - 4), at)):
            return Act("veto", at, at, True, form, True)
        if entry.value == "use":
            last = _used(chunks, at)
            if last is not None:
                return Act("veto", at, last, True, form, passive(chunks, at))
            if at + 1 < len(chunks) and chunks[at + 1].lower in ("it", "them", "one"):
                return Act("it", at, at + 1, True, form)
        if entry.value == "vote":
            complement = _complement(chunks, at)
            if complement is not None:
                return Act(complement[0], at, complement[1], True, form)
    return None


def _form(chunks: list[Chunk], at: int, meaning: str) -> str:
    """The verb's form; of one that is spelled alike ("cast", "put") the past, where nothing before it rules that out."""
    forms = [entry.form for entry in chunks[at].entries if entry.kind == "verb" and entry.value == meaning]
    if len(forms) == 1 or "past" not in forms:
        return forms[0]
    before = chunks[at - 1] if at else None
    return "base" if before is not None and (before.lower == "to" or before.has("do", "modal")) else "past"


def is_veto_noun(chunks: list[Chunk], at: int) -> bool:
    """Whether "veto" or "vetoes" names the act, rather than being the verb."""
    chunk = chunks[at]
    if chunk.lower not in ("veto", "vetoes", "vetos"):
        return False
    if at == 0:
        return chunk.lower != "veto" or len(chunks) < 3 or chunks[1].has("verb", "be", "preposition") or chunks[1].lower in ("number", "no")
    before = chunks[at - 1]
    if before.lower == "to":
        return False
    if before.number is not None or before.lower in ("'s", "'", "-") or before.has("determiner", "only", "last_word", "of_adjective"):
        return before.lower != "that" or chunk.lower != "vetoes"
    if before.has("member"):
        following = chunks[at + 1] if at + 1 < len(chunks) else None
        if at >= 2 and (chunks[at - 2].number is not None or chunks[at - 2].has("determiner", "only", "last_word") or chunks[at - 2].lower == "of"):
            return True
        if following is None or not following.is_word:
            return is_demonym(before) or chunk.lower == "veto"
        return is_demonym(before) or (following is not None and (following.has("preposition", "but", "be", "relative") or following.date is not None))
    if before.lower in single("between") or before.has("preposition", "verb", "nobody") or before.lower in ("no", "more", "many", "few", "fewer", "most"):
        return True
    return not before.has("do", "negation", "modal", "have", "pronoun_member", "and", "relative", "unreal") and before.lower != "to"


def _no_noun(chunks: list[Chunk], at: int) -> int:
    """ "No vote", "negative votes", "vote against", "Noes": the last chunk of the noun; 0 where none stands here."""
    lower = chunks[at].lower
    if lower in ("noes", "nays", "nos", "no-votes", "no votes", "negative votes", "votes against"):
        return at
    if lower in ("vote", "votes") and at + 1 < len(chunks) and chunks[at + 1].lower == "against":
        return at + 1
    if chunks[at].text in ("No", "Nay", "Nyet", "Non") and at and (chunks[at - 1].number is not None or chunks[at - 1].lower == "'s"):
        return at
    return 0


def _used(chunks: list[Chunk], at: int) -> int | None:
    """The veto that a verb of using has as its object, a few words on: "cast its third veto"."""
    for position in range(at + 1, min(at + 8, len(chunks))):
        chunk = chunks[position]
        if chunk.lower in ("veto", "vetoes", "vetos", "veto power", "right of veto", "veto right"):
            return position
        if chunk.text in CLAUSE_ENDS or chunk.has("verb", "council") or (chunk.has("relative") and not chunk.has("determiner")):
            return None
    return None


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


# --- who acts --------------------------------------------------------------------------------


def owner(sentence: Sentence, at: int) -> tuple[Members, int] | None:
    """Whose the noun at `at` is, by the words in front of it: "Russia's", "US", "the two Russian and Chinese", "its"."""
    chunks = sentence.chunks
    position = at - 1
    for _ in range(7):
        if position < 0:
            return None
        chunk = chunks[position]
        if chunk.has("member") and not chunk.has("blocked"):
            return _owners(chunks, position)
        if chunk.has("prefix") and (code := prefix_code(chunk.text)) is not None:
            return Members((Named(chunk.text, (Alias(code, chunk.text, "prefix"),)),), text=chunk.text), position
        if chunk.has("group"):
            return Members(groups=(chunk.get("group").value,), text=chunk.text), position  # type: ignore[union-attr]
        if chunk.lower in ("its", "their", "his", "her"):
            plural = chunk.lower == "their"
            return Members(pronoun=True, text="they" if plural else "it"), position
        if chunk.lower in ("our", "my"):
            return Members(first_person=True, text=chunk.text), position
        if not _within_noun(chunk):
            return None
        position -= 1
    return None


def _within_noun(chunk: Chunk) -> bool:
    """Whether a word may stand between an owner and the noun."""
    return (
        chunk.number is not None or chunk.lower in single("between") or chunk.lower in ("'s", "'", "-", "the")
        or chunk.has("of_adjective", "last_word", "only", "council", "place") or chunk.lower in ("first", "gaza")
    )  # fmt: skip


def _owners(chunks: list[Chunk], last: int) -> tuple[Members, int]:
    """Names joined by "and" or commas that end at chunk `last`."""
    first = last
    named = [Named(chunks[last].text, chunks[last].get("member").aliases)]  # type: ignore[union-attr]
    position = last - 1
    if position >= 1 and chunks[position].text == "-" and chunks[position - 1].has("prefix") and (code := prefix_code(chunks[position - 1].text)):
        named.insert(0, Named(chunks[position - 1].text, (Alias(code, chunks[position - 1].text, "prefix"),)))
        first, position = position - 1, position - 2
    while position >= 1 and (chunks[position].has("and") or chunks[position].text in (",", "-")):
        before = position - 1
        if before >= 1 and (chunks[before].has("and") or chunks[before].text == ","):
            before -= 1
        if chunks[before].lower == "'s" and before:
            before -= 1
        entry = chunks[before].get("member")
        if entry is None:
            break
        named.insert(0, Named(chunks[before].text, entry.aliases))
        first = before
        position = before - 1
    text = " ".join(c.text for c in chunks[first : last + 1])
    return Members(tuple(named), text=text), first


def doer(sentence: Sentence, found: list[Phrase], act: Act, discourse: Discourse) -> tuple[Members, int] | None:
    """Who does it, pronouns resolved, with the first chunk that says so (the act's own where none does)."""
    if not act.verbal:
        return _doer_of_noun(sentence, found, act, discourse)
    phrase = agent_after(sentence, found, act.last) if act.passive else subject_of(sentence, found, act.first)
    if phrase is not None and phrase.members.pronoun and phrase.first and sentence.chunks[phrase.first - 1].lower in ("before", "after"):
        # "Russia and the Soviet Union before it have vetoed …"
        phrase = next((p for p in reversed(found) if p.last < phrase.first), phrase)
    if phrase is None and not act.passive:
        phrase = _adjacent(sentence, found, act.first) or _behind_participle(sentence, found, act)
    if phrase is None:
        return None if act.passive else _possessor(sentence, act.first)
    members = resolved(phrase.members, sentence, found, phrase.first, discourse)
    return (members, phrase.first) if members is not None else None


def _adjacent(sentence: Sentence, found: list[Phrase], verb: int) -> Phrase | None:
    """Whoever is named right before the verb and its auxiliaries: "by the end of the 1960s the Soviet Union had used"."""
    chunks = sentence.chunks
    position = verb - 1
    while position > 0 and (chunks[position].has("have", "be", "do", "adverb", "negation", "ever") or chunks[position].date is not None):
        position -= 1
    phrase = next((p for p in found if p.last == position), None)
    if phrase is None or not (phrase.members.named or phrase.members.groups or phrase.members.adjective):
        return None
    before = _word_before(chunks, phrase.first)
    return None if before in ("with", "by", "against", "of", "in", "from", "to", "on") else phrase


def _behind_participle(sentence: Sentence, found: list[Phrase], act: Act) -> Phrase | None:
    """ "Having vetoed three times, Washington abstained": the participle's subject is the main clause's."""
    chunks = sentence.chunks
    having = act.first > 0 and chunks[act.first - 1].lower in ("having", "after having")
    if not (having or act.form == "gerund"):
        return None
    comma = next((i for i in range(act.last + 1, min(act.last + 16, len(chunks))) if chunks[i].text == ","), None)
    if comma is None:
        return None
    return next((p for p in found if comma < p.first <= comma + 2 and p.members.named), None)


def _possessor(sentence: Sentence, verb: int) -> tuple[Members, int] | None:
    """ "Clinton's had used it four times": a possessive without its noun is the subject."""
    chunks = sentence.chunks
    position = verb - 1
    while position > 0 and (chunks[position].has("have", "be", "do", "adverb", "negation", "ever") or chunks[position].date is not None):
        position -= 1
    if position > 0 and chunks[position].lower == "'s" and chunks[position - 1].has("member"):
        return _owners(chunks, position - 1)
    return None


def _doer_of_noun(sentence: Sentence, found: list[Phrase], act: Act, discourse: Discourse) -> tuple[Members, int] | None:
    owned = owner(sentence, act.first)
    if owned is not None:
        members = bound(owned[0], sentence, found, owned[1], discourse)
        return (members, owned[1]) if members is not None else None
    chunks = sentence.chunks
    for phrase in found:
        before = _word_before(chunks, phrase.first)
        near = 18 if before == "from" and any(c.lower in ("came", "come", "were", "was") for c in chunks[act.last : act.last + 3]) else 8
        if phrase.first > act.last and before in ("by", "from", "of") and phrase.first - act.last <= near:
            return phrase.members, act.first
    for phrase in found:
        if act.last < phrase.first <= act.last + 3 and chunks[phrase.first - 1].lower in ("that", "which", chunks[act.last].lower):
            return phrase.members, act.first
    for phrase in found:
        if phrase.last < act.first and phrase.first and chunks[phrase.first - 1].lower == "for" and phrase.first <= 2:
            return phrase.members, phrase.first - 1
    return None


def _word_before(chunks: list[Chunk], first: int) -> str:
    """The word in front of a phrase, its article left out."""
    position = first - 1
    while position > 0 and chunks[position].lower in ("the", "both"):
        position -= 1
    return chunks[position].lower if position >= 0 else ""


def bound(members: Members, sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Members | None:
    """A possessive pronoun is its own clause's subject where that is named, else whoever was spoken of."""
    if not members.pronoun:
        return members
    subject = subject_of(sentence, found, at)
    if subject is not None and subject.members.named and _agrees(subject.members, members):
        return subject.members
    return resolved(members, sentence, found, at, discourse)


def resolved(members: Members, sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Members | None:
    """The members that a pronoun stands for: the nearest named before it that agree; None where nobody fits."""
    if not members.pronoun:
        return members
    for phrase in reversed(found):
        if phrase.last < at and phrase.members.named and _agrees(phrase.members, members) and not _object_of_with(sentence, phrase):
            return phrase.members
    for position in range(at - 1, 0, -1):
        possessor = sentence.chunks[position - 1].get("member")
        if sentence.chunks[position].lower == "'s" and possessor is not None and members.text == "it":
            return Members((Named(sentence.chunks[position - 1].text, possessor.aliases),), text=sentence.chunks[position - 1].text)
    earlier = discourse.resolve_pronoun(members, sentence)
    if earlier is not None:
        return earlier
    for index, spoken in reversed(discourse.subjects):
        if sentence.index - index <= PEOPLE_BACK and _agrees(spoken, members):
            return spoken
    counted = discourse.counted
    if counted is not None and sentence.index - discourse.counted_in <= PEOPLE_BACK and _agrees(counted.members, members):
        return counted.members
    return None


PEOPLE_BACK = 2


def _agrees(named: Members, pronoun: Members) -> bool:
    """One member for "it" or "he", several for "they"; a people ("the Russians") for "they" as well."""
    several = len(named.named) + 2 * len(named.groups) > 1 or named.adjective is not None
    plural = pronoun.text.lower() in PLURAL
    if several == plural:
        return True
    return plural and bool(named.named) and any(alias.kind == "people" for alias in named.named[0].aliases)


def _object_of_with(sentence: Sentence, phrase: Phrase) -> bool:
    """ "Voted with Moscow … its": company, and not who is spoken of."""
    before = sentence.chunks[phrase.first - 1].lower if phrase.first else ""
    return before in ("with", "alongside", "against", "by")


def said_to_happen(sentence: Sentence, act: Act, subject_last: int = -1) -> bool:
    """Whether the act is told as a fact (or denied as one), rather than supposed, feared or announced."""
    chunks = sentence.chunks
    if act.verbal:
        return asserted(sentence, act.first, subject_last if subject_last < act.first else -1, act.form)
    return noun_asserted(chunks, act.first) and act.first < sentence.unreal_from


def noun_asserted(chunks: list[Chunk], at: int) -> bool:
    """Whether nothing in front of a noun makes the act one that may or might come."""
    for position in range(at - 1, max(at - 9, -1), -1):
        chunk = chunks[position]
        if chunk.text in CLAUSE_ENDS or chunk.has("realised"):
            return True
        if chunk.has("modal", "unreal") and not (position and chunks[position - 1].has("determiner")):
            return False
        if chunk.has("averted") and at - position <= 4 and chunk.lower not in ("another", "no", "any", "certain", "without"):
            return False
    return True
