"""Whom somebody voted with, joined or left, and in what: "joined Britain in vetoing it", "broke with Washington",
"voted Moscow's way", "kept Paris company".
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.extract.voting_ways import PLURAL_OBJECTS, complement
from onrecord.reading.extract.voting_words import CHOICES, DENIED, NOUNS, Act
from onrecord.reading.lexicon import Entry
from onrecord.reading.parsed import Phrase, Sentence, covering, ends_at, possessed

THE_WEST = frozenset({"the west", "the western powers", "western powers"})
WESTERN = "GROUP:P3"
"""As whom those voted who "voted with the West": the three that vote for it on the Council."""
SHARED = {
    "rejection": "no", "opposition": "no", "dissent": "no", "refusal": "no", "disapproval": "no", "rejecting": "no",
    "support": "yes", "approval": "yes", "assent": "yes", "favour": "yes", "favor": "yes", "backing": "yes",
    "neutrality": "abstain", "silence": "abstain",
}  # fmt: skip
"""What those share who join others "in" it."""


def joined(sentence: Sentence, found: list[Phrase], at: int, entry: Entry) -> Act | None:
    """ "Joined Britain in vetoing it", "sided with Moscow", "joined the veto", "broke with Washington"."""
    chunks = sentence.chunks
    companions, last = companions_at(sentence, found, at + 1)
    joins = chunks[at].lower.startswith("join")  # "joined the sponsors": became one
    if entry.value != "part" and not joins and (author := _its_authors(chunks, at + 1)) is not None:
        return Act(at, author, "yes", entry.form, "join", entry.needs)
    if chunks[at].lower.endswith(" as") and " same " not in chunks[at].lower:
        # "did as Russia did", not "did as Russia wished"
        last += 1
        did = last < len(chunks) and chunks[last].lower in ("did", "had", "does")
        return Act(at, last, "with", entry.form, "join", entry.needs, companions=companions) if did else None
    if companions is None and _the_number(chunks, at + 1):
        counted = Members(quantity=chunks[at + 2].cardinal)
        return Act(at, at + 2, "with them", entry.form, "join", entry.needs, companions=counted)
    if companions is None and chunks[at].lower.startswith("vot"):
        choice, last = complement(sentence, found, at, False)
        if choice in ("yes", "no"):
            # "voted with the Soviet bloc against it"
            return Act(at, last, choice, entry.form, "vote")
    if companions is None:
        noun = _joined_in_noun(chunks, at)
        return (
            None
            if noun is None or entry.value == "part"
            else Act(at, noun[1], noun[0], entry.form, "join", entry.needs, companions=noun[2])
        )
    if entry.value == "part":
        return Act(at, last, "against", entry.form, entry.value, entry.needs, companions=companions)
    inner = in_doing(sentence, found, last)
    # "Joined Israel to fight Hamas" tells of no vote, unlike "joined Israel to pass it"
    purpose = last + 2 < len(chunks) and chunks[last + 1].lower == "to" and not chunks[last + 2].verb("adopt", "pass")
    if inner is None and purpose and chunks[at].lower.startswith("join"):
        return None
    if inner is None and not purpose and (further := complement(sentence, found, last, False))[0] in ("yes", "no"):
        inner = further
    if inner is not None:
        return Act(at, inner[1], inner[0], entry.form, "join", "", companions=companions)
    return Act(at, last, "with", entry.form, "join", entry.needs, companions=companions)


def _its_authors(chunks: list[Chunk], at: int) -> int | None:
    """ "Sided with its author", "stood with the two sponsors": where they stand that voted for their own text."""
    noun = at
    while (
        noun < len(chunks)
        and noun < at + 3
        and (chunks[noun].has("determiner", "pronoun_member") or chunks[noun].cardinal is not None)
    ):
        noun += 1
    return noun if noun < len(chunks) and chunks[noun].has("author") else None


def _the_number(chunks: list[Chunk], at: int) -> bool:
    """ "Voted with the eighteen"."""
    ends = ends_at(chunks, at + 2)
    return at + 1 < len(chunks) and chunks[at].lower == "the" and chunks[at + 1].cardinal is not None and ends


def companions_at(sentence: Sentence, found: list[Phrase], at: int) -> tuple[Members | None, int]:
    """Who is named from chunk `at` on as company, and the last chunk that names them."""
    chunks = sentence.chunks
    for position in range(at, min(at + 3, len(chunks))):
        phrase = covering(found, position)
        if phrase is not None and phrase.first >= at - 1:
            if possessed(chunks, phrase.last):
                return None, at
            return phrase.members, phrase.last
        if chunks[position].lower in PLURAL_OBJECTS:
            return Members(pronoun=True, text=chunks[position].text), position
        if chunks[position].lower == "us" and "first_person" in chunks[position].kinds:
            return Members(first_person=True, text="us"), position
        if chunks[position].lower in THE_WEST:
            return Members(groups=(WESTERN,), text=chunks[position].text), position
        if not chunks[position].has("determiner", "only") and chunks[position].lower not in (
            "even",
            "both",
            "its",
            "ally",
        ):
            break
    return None, at


def in_doing(sentence: Sentence, found: list[Phrase], last: int) -> tuple[str, int] | None:
    """What "in vetoing", "in voting no", "to vote against it" behind the companions says."""
    chunks = sentence.chunks
    for position in range(last + 1, min(last + 4, len(chunks) - 1)):
        if chunks[position].lower.startswith("in support"):
            return "yes", position
        if chunks[position].lower in ("in opposition", "in dissent"):
            return "no", position
        if chunks[position].lower not in ("in", "by", "and", "into", "to", "with"):
            continue
        if chunks[position].lower == "and" and any(c.has("negation") for c in chunks[max(0, last - 4) : last]):
            # "refused to follow Washington and voted yes"
            continue
        within = chunks[position].lower in ("in", "into", "with")  # "joined London with a veto of its own"
        if within and chunks[position + 1].has("determiner") and position + 2 < len(chunks):
            position += 1
        following = chunks[position + 1]
        if within and (shared := SHARED.get(following.lower)) is not None:
            return shared, position + 1
        if following.verb("vote"):
            inner, end = complement(sentence, found, position + 1)
            return (inner, end) if inner in ("yes", "no", "abstain") else None
        for meaning, choice in CHOICES.items():
            if following.verb(meaning) and meaning not in DENIED:
                return choice, position + 1
        noun = next((c for kind, c in NOUNS if following.has(kind)), None)
        if noun is not None and within:
            return noun, position + 1
    return None


def _joined_in_noun(chunks: list[Chunk], at: int) -> tuple[str, int, Members | None] | None:
    """ "Joined the veto", "joined Russia's veto", "joined the abstentions"."""
    for position in range(at + 1, min(at + 6, len(chunks))):
        chunk = chunks[position]
        if chunk.has("veto_noun"):
            threat = position + 1 < len(chunks) and chunks[position + 1].lower in (
                "threat",
                "threats",
                "power",
                "right",
                "rights",
            )
            return None if threat else ("veto", position, None)
        if chunk.has("abstention_noun") and not chunk.has("verb"):
            return "abstain", position, None
        if chunk.lower == "those" and position + 2 < len(chunks) and chunks[position + 1].has("relative"):
            told = chunks[position + 2]  # "joined those who abstained"
            way = next((c for m, c in CHOICES.items() if told.verb(m) and m not in DENIED), None)
            if told.verb("vote") is not None and position + 3 < len(chunks):
                way = next((c for kind, c in NOUNS if chunks[position + 3].has(kind)), None)
            return None if way is None else (way, position + 2 + (told.verb("vote") is not None), None)
        if chunk.has("vote_noun") and position + 1 < len(chunks) and chunks[position + 1].lower == "against":
            return "no", position + 1, None
        if not (chunk.has("determiner", "member", "only") or chunk.lower in ("'s", "double", "joint", "russian", "in")):
            return None
    return None


def supports_a_no(chunks: list[Chunk], at: int) -> int | None:
    """ "Poland supported the Soviet veto", "the Russian no was backed by Cuba": the last chunk that says whose."""
    noun = at - 1
    while noun > 0 and chunks[noun].has("be", "have", "adverb", "negation"):
        noun -= 1
    if noun < at - 1 and chunks[noun].has("veto_noun", "no_noun") and not chunks[noun].has("preposition"):
        return at
    behind = _joined_in_noun(chunks, at)
    return behind[1] if behind is not None and behind[0] in ("no", "veto") else None


OF_VOTING = frozenset({"way", "line"})
WAYS = OF_VOTING | {
    "example", "lead", "footsteps", "steps", "position", "stance", "choice", "path", "road", "course", "attitude",
}  # fmt: skip
"""What of another's those follow who vote as it did."""


def ones_way(chunks: list[Chunk], at: int, ways: frozenset[str] = OF_VOTING) -> tuple[Members, int] | None:
    """ "Voted Moscow's way", "voted the Russian way": as who did, and the last chunk that says so."""
    at += at < len(chunks) and chunks[at].has("determiner")
    if at + 1 < len(chunks) and chunks[at].lower == "our" and chunks[at + 1].lower in ways:
        return Members(first_person=True, text="our"), at + 1
    entry = chunks[at].get("member") if at < len(chunks) else None
    way = at + 1 + (at + 1 < len(chunks) and chunks[at + 1].lower in ("'s", "'"))
    if entry is None or way >= len(chunks) or chunks[way].lower not in ways:
        return None
    return Members((Named(chunks[at].text, entry.aliases),), text=chunks[at].text), way


def kept_out(sentence: Sentence, found: list[Phrase], at: int, form: str) -> Act | None:
    """ "Kept Bangladesh out of the world body": blocked its admission."""
    phrase = covering(found, at + 1) or (covering(found, at + 2) if at + 2 < len(sentence.chunks) else None)
    if phrase is None and (beside := companions_at(sentence, found, at + 1)[0]) is not None and beside.pronoun:
        phrase = Phrase(at + 1, at + 1, beside)
    if phrase is not None and [c.lower for c in sentence.chunks[phrase.last + 1 : phrase.last + 2]] == ["company"]:
        inner = in_doing(sentence, found, phrase.last + 1)
        choice, last = inner if inner is not None else ("with", phrase.last + 1)
        return Act(at, last, choice, form, "join", "vote", companions=phrase.members)
    behind = (
        sentence.chunks[phrase.last + 1].lower if phrase is not None and phrase.last + 1 < len(sentence.chunks) else ""
    )
    if phrase is None or behind != ("away" if sentence.chunks[at].lower.startswith(("turn", "sen")) else "out"):
        return None
    return Act(at, phrase.last + 1, "veto", form, "block", "event")
