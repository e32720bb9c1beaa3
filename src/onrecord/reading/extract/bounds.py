"""What bounds the acts that a claim counts: the time, the subject, on one's own or together, which texts.

Read from the words of one clause, dates and subjects wherever in it they stand.
"""

from __future__ import annotations

from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.extract.acts import VERBS, VETO_NOUNS, is_text, says, spoken
from onrecord.reading.extract.counted_times import Times
from onrecord.reading.extract.stretches import Stretch, says_when
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

TOGETHER = word_sets("clause_words.csv")["together"]
COMPANY = ("with", "alongside", "by", "of")
ABOUT = ("deal", "deals", "dealt", "dealing", "do", "concerned", "connected", "concern")
WITHOUT = ("without", "with", "in")
_WORDS = word_sets("frequency.csv")
COMPANIONSHIP = _WORDS["companionship"]
LEADING = ("leader", "administration")


def tenure(sentence: Sentence, stretch: Stretch) -> Members | None:
    """Leaders or administrations named in the clause: "under Obama", "the Trump years", "the Biden administration"."""
    found = []
    chunks = sentence.chunks
    for at in range(stretch.first, stretch.last + 1):
        entry = chunks[at].get("member")
        other = [c.lower for c in chunks[at + 1 : at + 3]] in (["'s", "predecessor"], ["'s", "successor"])
        if entry is not None and not other and all(alias.kind in LEADING for alias in entry.aliases):
            found.append(Named(chunks[at].text, entry.aliases))
    return Members(tuple(found)) if found else None


def _own_time(sentence: Sentence, members: Members, timed: bool) -> Members | None:
    """A leader or envoy who is said to have acted did so in office: "Obama's only veto", "Haley vetoed twice". Of one
    who led twice which time is meant, the name does not say; `timed` is whether the words tell another time.
    """
    for named in members.named:
        starts, kinds = {a.start for a in named.aliases}, {a.kind for a in named.aliases}
        if len(starts) != 1 or not (kinds <= set(LEADING) or (kinds == {"envoy"} and not timed and None not in starts)):
            return None
        if not any(chunk.text == named.text or chunk.lower in HE for chunk in sentence.chunks):
            return None
    return Members(members.named) if members.named else None


HE = frozenset(("he", "she", "his", "her"))
OVER_IT = ("of", "in", "during", "throughout", "all", "in all", "over")
WHOSE_TIME = ("his", "her", "that", "whose")
REIGNS = _WORDS["reign"]


def _of_his_time(chunks: list[Chunk]) -> bool:
    """ "The only veto of his eight years", "of her tenure": whoever led when the vote spoken of was taken."""
    for at, chunk in enumerate(chunks[:-1]):
        if chunk.lower not in WHOSE_TIME or not at or chunks[at - 1].lower not in OVER_IT:
            continue
        behind = [c for c in chunks[at + 1 : at + 4] if c.number is None and not c.has("of_adjective")]
        dated = chunks[at + 1].date
        lasting = dated is not None and dated.form == "span" and dated.unit == "year"
        if lasting or (behind and behind[0].lower in REIGNS and (chunk.lower != "that" or behind[0].lower != "years")):
            return True
    return False


OFFICES = _WORDS["government"]
CURRENT = ("this", "current", "present", "incumbent", "sitting", "our", "his", "her", "that")


def in_office(chunks: list[Chunk], at: int) -> bool:
    """Whether "this administration" or "the current president" ends at chunk `at`: whoever leads on the day."""
    return at > 0 and chunks[at].lower in OFFICES and chunks[at - 1].lower in CURRENT


def _term(chunks: list[Chunk]) -> int | None:
    """ "Obama's second term", "in his first term"."""
    for one, other in pairwise(chunks):
        if one.number is not None and one.number.ordinal and other.lower in ("term", "administration", "presidency"):
            return int(one.number.value)
    return None


def alone(chunks: list[Chunk]) -> bool:
    """Whether the words say that nobody else did so; "last year alone" does not."""
    for at in range(len(chunks)):
        if chunks[at].verb("veto") is not None and BY_ITSELF & set(chunks[at].lower.split()):
            return True  # "cast a lone veto" as one phrase
        if (
            says(chunks, at, "alone")
            and not (at and (chunks[at - 1].date is not None or chunks[at - 1].lower in ("time", "that")))
            and not (chunks[at + 1 : at + 2] and (chunks[at + 1].lower in ACCOUNTS or chunks[at + 1].lower == "or"))
        ):
            return True
        if chunks[at].lower == "sole" and at and chunks[at + 1 : at + 2] and chunks[at + 1].lower.startswith("veto"):
            if chunks[at - 1].has("last_word") or chunks[at - 1].number is not None:
                return True  # "three sole vetoes"; "its sole veto" is the only one
    return False


ACCOUNTS = _WORDS["accounts_for"]
BY_ITSELF = frozenset(("lone", "solo", "solitary", "lonely"))


def companions(sentence: Sentence, found: list[Phrase], stretch: Stretch, doers: Members) -> tuple[Members | None, str]:
    """Others who voted on the same texts, and how: "with Russia", "anything that Russia voted for"."""
    chunks = sentence.chunks
    beside = _by_adjective(chunks, stretch, doers)
    if beside is not None:
        return beside
    for phrase in found:
        if not stretch.head < phrase.first <= stretch.last or not (phrase.members.named or phrase.members.groups):
            continue
        if phrase.members == doers:
            continue
        before = chunks[phrase.first - 1]
        if before.lower in ("the", "both") and phrase.first >= 2:
            before = chunks[phrase.first - 2]
        company = before.lower in TOGETHER or (
            before.lower in COMPANY
            and any(
                c.lower in ("company", "side", "together", "jointly", "joined", "tandem")
                for c in chunks[max(0, phrase.first - 5) : phrase.first]
            )
        )
        if before.lower == "without":
            return phrase.members, "apart"
        with_at = phrase.first - 1 - (before is not chunks[phrase.first - 1])
        if before.lower == "with" and with_at and chunks[with_at - 1].lower in ABOUT:
            continue  # "dealt with Syria": on what
        if company:
            return phrase.members, "same"
        if before.has("relative") or (before.has("text") and phrase.last < stretch.last):
            chose = _chose(chunks, phrase.last + 1, stretch.last)
            if chose:
                return phrase.members, chose
    return None, ""


def _by_adjective(chunks: list[Chunk], stretch: Stretch, doers: Members) -> tuple[Members, str] | None:
    """ "The first French veto without British company", "last abstained on an American veto"."""
    for at in range(stretch.head + 1, stretch.last):
        entry = chunks[at].get("member")
        if entry is None or any(named.aliases == entry.aliases for named in doers.named):
            continue
        named = Members((Named(chunks[at].text, entry.aliases),), text=chunks[at].text)
        if chunks[at - 1].lower in WITHOUT and chunks[at + 1].lower in COMPANIONSHIP:
            return named, "apart" if chunks[at - 1].lower == "without" else "same"
        before = [c.lower for c in chunks[max(stretch.head, at - 2) : at] if not c.has("determiner")]
        if chunks[at + 1].lower in VETO_NOUNS and before[-1:] in (["on"], ["for"]):
            return named, "veto"
    return None


AT_ONCE = {"double": 2, "joint": 2, "dual": 2, "twin": 2, "triple": 3, "threefold": 3, "treble": 3, "quadruple": 4}


def _at_once(chunks: list[Chunk], members: Members) -> int | None:
    """How many at least vetoed one text: "the first triple veto", "not since 2008 had two permanent members …"."""
    several = members.adjective is not None and members.quantity is not None and not members.named
    return cast_at_once(chunks) or (members.quantity if several else None)


def cast_at_once(chunks: list[Chunk]) -> int | None:
    """Three, of "a triple veto"."""
    for at, chunk in enumerate(chunks):
        if chunk.lower in AT_ONCE and at + 1 < len(chunks) and chunks[at + 1].lower.startswith("veto"):
            return AT_ONCE[chunk.lower]
    return None


def _chose(chunks: list[Chunk], first: int, last: int) -> str:
    """How a relative clause says that its subject voted."""
    for position in range(first, min(first + 4, last + 1)):
        for entry in chunks[position].entries:
            if entry.kind != "verb":
                continue
            if entry.value == "vote":
                following = chunks[position + 1 : position + 3]
                return (
                    "no"
                    if any(c.has("no_noun") for c in following)
                    else "yes"
                    if any(c.has("yes_noun") for c in following)
                    else ""
                )
            if entry.value in VERBS:
                return VERBS[entry.value]
    return ""


def outcome(chunks: list[Chunk]) -> str:
    """What became of the texts, where a participle or a relative clause says so: "a resolution that was adopted"."""
    for one, text in pairwise(chunks):
        if one.verb("adopt") is not None and one.lower == "adopted" and is_text(text):
            return "adopted"  # "four adopted texts"
    for at, chunk in enumerate(chunks):
        entry = chunk.verb("adopt", "pass", "veto", "block", "defeat")
        if entry is None or entry.form not in ("past", "participle") or not at:
            continue
        became = OUTCOMES.get(entry.value, "adopted")
        before = chunks[max(0, at - 5) : at]
        between = [c for c in before if c.has("but", "verb") and not is_text(c) and c.lower not in ("then", "later")]
        relative = became == "adopted" or (any(c.has("relative") for c in before) and before[-1].has("be", "adverb"))
        if any(is_text(c) for c in before) and not between and relative:
            return became
    return ""


RULES = ("without_amendments", "with_amendments", "library")
"""Classes of `tables/frequency.csv` that name a rule of counting."""
OUTCOMES = {"veto": "vetoed", "block": "vetoed", "defeat": "failed"}


def rule_in(chunks: list[Chunk]) -> str:
    """The rule of counting that the words name; empty where they name none."""
    return next((rule for rule in RULES if spoken(chunks, rule)), "")


def _up_to_another(chunks: list[Chunk], stretch: Stretch) -> list[Chunk]:
    """Without what another number brings: "vetoed 93 times, or 87 on the library's list"."""
    for at in range(stretch.head + 1, len(chunks) - 2):
        amended = chunks[at + 2].lower.startswith("amendment")  # "twice, against two amendments"
        if chunks[at].lower in OTHERWISE and chunks[at + 1].cardinal is not None and not amended:
            return chunks[:at]
    return chunks


OTHERWISE = ("or", "but", "against", "and only")
"""Words before a number by another rule."""


def _stops(chunk: Chunk) -> bool:
    """Verbs of stopping a text, which have other senses: a resolution that was shot down is on no aircraft."""
    return " " in chunk.text and chunk.verb("block", "defeat") is not None


def _relative_further_on(chunks: list[Chunk], at: int) -> int | None:
    """ "Every draft on Ukraine that criticised it": where the clause begins, with a subject in between."""
    if not chunks[at + 1].has("preposition"):
        return None
    for position in range(at + 2, min(at + 7, len(chunks) - 1)):
        chunk, following = chunks[position], chunks[position + 1]
        if chunk.has("relative") and chunk.date is None:
            tells = following.has("verb", "have", "be", "modal") or (
                not following.entries and following.lower.endswith("ed")
            )
            return position if tells else None
        if not chunk.is_word or chunk.has("verb", "have", "be") or chunk.number is not None:
            return None
    return None


def told_of_texts(chunks: list[Chunk]) -> str:
    """A relative clause or an infinitive behind the texts, which may single some of them out."""
    for at, chunk in enumerate(chunks[:-2]):
        if not is_text(chunk):
            continue
        if (behind := _relative_further_on(chunks, at)) is not None:
            return " ".join(c.text for c in chunks[behind:])
        opens = chunks[at + 1].has("relative") or (
            chunks[at + 1].lower == "to" and not chunks[at + 2].has("determiner", "member")
        )
        owned = chunks[at + 1].lower in ("it", "they") and not chunks[at + 2].has("preposition")
        if opens or owned:
            return " ".join(c.text for c in chunks[at + 1 :])
    return ""


def noun_of(chunks: list[Chunk]) -> str:
    """The text's word for what is counted: "draft resolutions", "amendments"; empty where it names the act alone."""
    named = [c.lower.split()[0] if not c.has("text") else c.lower for c in chunks if is_text(c)]
    first = next(iter(named), "")
    joined = any(c.has("and") and b.cardinal is not None for c, b in pairwise(chunks))
    if "amendment" in first or (any("amendment" in noun for noun in named) and not joined):
        return "amendments"
    return next(iter(named), "")


def bounded(
    sentence: Sentence,
    found: list[Phrase],
    stretch: Stretch,
    members: Members,
    what: str,
    when: Times,
    excluded: frozenset[int] = frozenset(),
    told_from: int | None = None,
) -> Acts:
    """The acts that a clause counts.

    `excluded` chunks (who acts), and those before `told_from`, do not tell of the subject.
    """
    chunks = sentence.chunks
    inside = chunks[stretch.first : stretch.last + 1]
    own = [c for i, c in enumerate(inside, start=stretch.first) if i not in when.since_chunks]
    reign = tenure(sentence, stretch)
    joined, chose = companions(sentence, found, stretch, members)
    left_out = (
        set(excluded)
        | set(when.since_chunks)
        | set(says_when(chunks, stretch))
        | set(range(stretch.first, stretch.first if told_from is None else told_from))
    )
    if joined is not None:
        left_out |= {i for p in found if p.members == joined for i in range(p.first, p.last + 1)}
    rule = rule_in(_up_to_another(chunks, stretch))
    if rule:
        left_out |= {i for at in range(len(chunks)) for i in range(at, at + says(chunks, at, rule))}
    subject = " ".join(
        c.text
        for i, c in enumerate(inside, start=stretch.first)
        if i not in left_out and c.date is None and c.number is None and c.text != "," and not _stops(c)
    )
    several = len(members.named) > 1  # "the three cast a joint veto"
    return Acts(
        members=members,
        what=what,
        noun=noun_of(chunks[stretch.head : stretch.last + 1]),
        subject=subject,
        period=when.period,
        since=when.since,
        ended=when.ended,
        tenure=reign or _own_time(sentence, members, bool(when.period or when.since)),
        in_office=_of_his_time(inside) or any(in_office(chunks, i) for i in range(stretch.first, stretch.last + 1)),
        term=_term(inside),
        one_day=spoken(inside, "one_day"),
        rule=rule,
        alone=alone(own),
        together=(spoken(own, "together") or (several and cast_at_once(own) is not None)) and joined is None,
        at_once=None if several else _at_once(own, members),
        companions=joined,
        companions_chose=chose,
        outcome=outcome(own),
        told_of_texts="" if joined is not None or outcome(own) else told_of_texts(own),
    )
