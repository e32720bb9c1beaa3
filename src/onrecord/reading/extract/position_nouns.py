"""Positions told by a noun: "a Soviet veto", "Moscow's No", "two abstentions, from Russia and Britain"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Named, Position
from onrecord.reading.extract.position_verbs import antecedent
from onrecord.reading.extract.spans import clause_end, lead_in
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting import NOUNS
from onrecord.reading.grammar import Phrase, Sentence, covering, finite, phrase_from
from onrecord.reading.naming import NUMERAL_PRONOUNS, named_by

SAID = {
    "no": False,
    "nyet": False,
    "non": False,
    "nein": False,
    "nay": False,
    "yes": True,
    "aye": True,
    "da": True,
    "oui": True,
}
"""What a member says when it votes, and whether that is for the text."""
TOGETHER = {"double": 2, "joint": 2, "twin": 2, "dual": 2, "triple": 3}
"""How many permanent members cast "a double veto"."""
POWER = frozenset(
    {
        "power",
        "powers",
        "right",
        "rights",
        "threat",
        "threats",
        "pen",
        "privilege",
        "initiative",
        "-",
        "count",
        "record",
        "players",
    }
)
VETOES = frozenset({"veto", "vetoes", "vetos"})
FELL = ("fail", "pass", "defeat", "block", "act", "adopt", "veto", "same_fate")
"""Meanings of verbs in front of "to a Russian veto" that belong to what is said."""
NOT_ADJECTIVES = (
    "verb",
    "preposition",
    "determiner",
    "but",
    "and",
    "council",
    "be",
    "have",
    "do",
    "modal",
    "unreal",
    "negation",
    "realised",
    "habit",
    "reporting",
)
"""Kinds of words that cannot stand between members and the noun that is theirs."""
OWN_REACH = 5
OWNED_BY = frozenset(
    {
        "negative vote",
        "negative votes",
        "votes against",
        "no votes",
        "no vote",
        "dissenting vote",
        "opposition",
        "abstention",
        "abstentions",
        "absence",
        "noes",
        "against",
    }
)
"""Nouns behind which "of" names those that voted so."""
LINKS = frozenset({"those", "of", "both", "namely", "being", "those of", "courtesy", "only", "including"})


def noun_positions(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """What the noun at chunk `at` says that members did, spoken of as a fact."""
    chunk = sentence.chunks[at]
    if sentence.question or sentence.withdrawn or at >= sentence.unreal_from:
        return None
    if (quoted := _said_so(sentence, found, at)) is not None:
        return quoted
    if chunk.has("veto_noun"):
        return _veto(sentence, found, at, discourse)
    choice = _choice(sentence.chunks, at)
    if choice is None:
        return None
    return (
        _owned(sentence, found, at, choice)
        or _listed(sentence, found, at, choice)
        or _equated(sentence, found, at, choice, discourse)
    )


def _said_so(sentence: Sentence, found: list[Phrase], at: int) -> Position | None:
    """ "Nyet, said Moscow", "'No,' said the Chinese delegate"."""
    chunks = sentence.chunks
    if any(c.is_word for c in chunks[:at]) or chunks[at].lower not in SAID:
        return None
    position = at + 1
    while position < len(chunks) and not chunks[position].is_word:
        position += 1
    if position >= len(chunks) or chunks[position].lower not in (
        "said",
        "says",
        "say",
        "quoth",
        "replied",
        "answered",
        "from",
    ):
        return None
    phrase = phrase_from(chunks, found, position + 1)
    if phrase is None or not phrase.members.named:
        return None
    choice = "yes" if SAID[chunks[at].lower] else "no"
    return Position(
        start=chunks[at].start, end=chunks[phrase.last].end, sentence=sentence.index, said_by=None,
        members=phrase.members, choice=choice,
    )  # fmt: skip


def _choice(chunks: list[Chunk], at: int) -> str | None:
    """Which choice the words at a chunk name as a noun: "abstention", "No", "vote against", "dissenter"."""
    chunk = chunks[at]
    if (
        chunk.has("vote_noun")
        and at + 1 < len(chunks)
        and chunks[at + 1].lower in ("against", "in favour", "in favor", "for")
    ):
        return "no" if chunks[at + 1].lower == "against" else "yes"
    return next((c for kind, c in NOUNS if chunk.has(kind)), None)


# --- vetoes ----------------------------------------------------------------------------------


def _veto(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "A Russian veto", "Moscow's veto", "the vetoes of Russia and China", "a double veto"."""
    chunks = sentence.chunks
    chunk = chunks[at]
    if chunk.lower not in VETOES or (
        at + 1 < len(chunks) and chunks[at + 1].lower in POWER and chunks[at + 1].start <= chunk.end + 1
    ):
        return None
    owner, first, last = _veto_owner(sentence, found, at, discourse)
    if owner is None:
        return _listed(sentence, found, at, "veto") if _counted_before(chunks, at - 1) else None
    if _supposed(sentence, first, last):
        return None
    if any(
        (c.number is not None and c.number.value != 1) or c.has("every")
        for c in chunks[max(first - 2, 0) : at]
        if covering(found, chunks.index(c)) is None
    ):
        return None
    plural = chunk.lower != "veto"
    if plural and len(owner.named) < 2 and not owner.groups and owner.quantity is None:
        return None
    if (
        last + 2 < len(chunks)
        and chunks[last + 1].lower in ("of", "on", "in", "from")
        and chunks[last + 2].date is not None
    ):
        last += 2
    while first > 0 and (chunks[first - 1].date is not None or chunks[first - 1].lower == "'s"):
        first -= 1
    start, end = _clause_of_noun(sentence, found, first, last)
    return Position(
        start=chunks[start].start, end=chunks[end].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunk.start),
        members=owner, choice="veto", noun=True,
    )  # fmt: skip


def _veto_owner(
    sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse
) -> tuple[Members | None, int, int]:
    chunks = sentence.chunks
    together = next((TOGETHER[c.lower] for c in chunks[max(0, at - 3) : at] if c.lower in TOGETHER), None)
    owner = _owner(sentence, at)
    if owner is not None:
        return owner.members, owner.first, at
    for position in range(at + 1, min(at + 4, len(chunks))):
        if chunks[position].lower in ("by", "from", "of"):
            phrase = phrase_from(chunks, found, position + 1)
            if phrase is not None and (phrase.members.named or phrase.members.groups or phrase.members.adjective):
                return phrase.members, at, phrase.last
            break
        if chunks[position].date is None and chunks[position].lower not in ("cast", "wielded"):
            break
    if together is not None:
        western = any(c.lower == "western" for c in chunks[max(0, at - 3) : at])
        first = next(i for i in range(max(0, at - 3), at) if chunks[i].lower in TOGETHER)
        members = (
            Members(groups=("GROUP:P3",), text="Western")
            if western and together == 3
            else Members(quantity=together, adjective="permanent")
        )
        return members, first, at
    before = chunks[at - 1] if at > 0 else None
    if at > 2 and chunks[at - 2].lower == "of" and chunks[at - 3].lower in ("use", "exercise", "abuse", "casting"):
        user = _owner(sentence, at - 3)
        return (user.members, user.first, at) if user is not None else (None, at, at)
    if (
        before is not None
        and before.lower in ("its", "their", "his", "her")
        and at + 1 < len(chunks)
        and chunks[at + 1].verb("block", "defeat") is not None
    ):
        pronoun = Phrase(at - 1, at - 1, Members(pronoun=True, text="they" if before.lower == "their" else "it"))
        return antecedent(sentence, found, pronoun) or discourse.resolve_pronoun(pronoun.members, sentence), at - 1, at
    return None, at, at


def _clause_of_noun(sentence: Sentence, found: list[Phrase], first: int, last: int) -> tuple[int, int]:
    """With what the veto did ("… killed the text") and what fell to it ("fell on Monday to …")."""
    chunks = sentence.chunks
    behind = last + 1
    if behind < len(chunks) and chunks[behind].text == ",":
        behind = next(
            (i + 1 for i in range(behind + 1, min(behind + 10, len(chunks))) if chunks[i].text == ","), behind
        )
    following = next((i for i in range(behind, min(behind + 3, len(chunks))) if chunks[i].has("verb")), None)
    if following is None and behind < len(chunks) and finite(chunks[behind]):
        following = behind
    if following is not None and finite(chunks[following]):
        return lead_in(chunks, found, first), clause_end(sentence, found, following)
    for position in range(first - 1, max(first - 10, -1), -1):
        if chunks[position].text in ";:—–" or (
            covering(found, position) is not None
            and covering(found, position - 1) is None
            and not chunks[position - 1].has("preposition", "determiner")
        ):
            break
        if (fell := chunks[position].verb(*FELL)) is not None and fell.form in ("past", "participle", "third"):
            back = position
            while back > 0 and chunks[back - 1].has("be", "have", "adverb", "date"):
                back -= 1
            return back, last
    return first, last


# --- whose -----------------------------------------------------------------------------------


def _owned(sentence: Sentence, found: list[Phrase], at: int, choice: str) -> Position | None:
    """ "Berlin's abstention", "Moscow's No", "a Chinese abstention", "Russia's vote against"."""
    chunks = sentence.chunks
    chunk = chunks[at]
    if at == 0 or chunk.has("preposition") or (chunk.has("verb") and not chunk.has("vote_noun")):
        return None
    quoted = 2 if chunks[at - 1].text in "\"'" and at > 1 else 1
    before = chunks[at - quoted]
    if not (
        before.lower == "'s"
        or (before.has("member") and not _name_before(chunks, at))
        or before.has("only")
        or before.lower in ("no", "yes")
    ):
        return None
    owner = _owner(sentence, at)
    if owner is None or _supposed(sentence, owner.first, at):
        return None
    last = at + 1 if chunk.has("vote_noun") else at
    start, end = _clause_of_noun(sentence, found, owner.first, last)
    return Position(
        start=chunks[start].start, end=chunks[end].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunk.start),
        members=owner.members, choice=choice, noun=True, only=any(c.has("only") for c in chunks[owner.last + 1 : at]),
    )  # fmt: skip


def _name_before(chunks: list[Chunk], at: int) -> bool:
    """A name, not an adjective, right before the word: "Russia No" is a position of another form."""
    entry = chunks[at - 1].get("member")
    return entry is None or not (
        entry.form == "demonym" or (entry.form == "people" and chunks[at - 1].lower.startswith("the "))
    )


def _owner(sentence: Sentence, at: int) -> Phrase | None:
    """The members in front of a noun: "American", "Moscow's", "Chinese and Russian", "joint US-UK"."""
    chunks = sentence.chunks
    for position in range(at - 1, max(at - 1 - OWN_REACH, -1), -1):
        chunk = chunks[position]
        if (
            chunk.lower in ("'s", "'", '"', "double", "joint", "triple")
            or chunk.has("only")
            or (chunk.lower in ("no", "yes") and position == at - 1)
        ):
            continue
        if chunk.has("member") and not chunk.has("blocked"):
            return _owners_back(chunks, position)
        if chunk.has("group") and position + 1 < len(chunks) and chunks[position + 1].lower in ("'s", "'"):
            group = chunk.get("group")
            return (
                Phrase(position, position, Members(groups=(group.value,), text=chunk.text))
                if group is not None
                else None
            )
        if chunk.number is not None or chunk.has(*NOT_ADJECTIVES) or not chunk.is_word:
            return None
    return None


def _owners_back(chunks: list[Chunk], last: int) -> Phrase:
    first = last
    named: list[Named] = []
    position = last
    while position >= 0 and chunks[position].has("member", "prefix"):
        named = [*named_by(chunks[position]), *named]
        first = position
        position -= 1
        if position >= 1 and (chunks[position].has("and") or chunks[position].text in ",-/"):
            position -= 1
            if chunks[position].lower == "'s":
                position -= 1
        elif position >= 1 and chunks[position].lower == "'s":
            position -= 1
        else:
            break
    return Phrase(first, last, Members(tuple(named), text=" ".join(c.text for c in chunks[first : last + 1])))


def _supposed(sentence: Sentence, first: int, at: int) -> bool:
    chunks = sentence.chunks
    before = chunks[max(0, first - 4) : first]
    after = chunks[at + 1 : at + 4]
    if any(c.has("averted", "unreal") or (c.lower in ("to",) and not _behind_verb(chunks, first)) for c in before):
        return True
    return any(c.has("modal", "unreal") for c in after) or any(
        c.has("modal") for c in chunks[max(0, first - 6) : first]
    )


def _behind_verb(chunks: list[Chunk], first: int) -> bool:
    """Whether "to" belongs to what fell ("fell to a veto") and is no infinitive."""
    return any(
        c.verb("fail", "pass", "defeat", "block", "act", "same_fate") is not None
        or c.lower in ("lost", "owing to", "due to", "thanks to")
        for c in chunks[max(0, first - 9) : first]
    )


# --- who, behind the noun or before it -------------------------------------------------------


def _listed(sentence: Sentence, found: list[Phrase], at: int, choice: str) -> Position | None:
    """ "Two abstentions, from Russia and Britain"; "one against (Syria)"; "the only no came from Libya"."""
    chunks = sentence.chunks
    last_noun = at + 1 if chunks[at].has("vote_noun") else at
    chunk = chunks[last_noun]
    connected = came = False
    position = last_noun
    while position + 1 < min(last_noun + 16, len(chunks)):
        position += 1
        here = chunks[position]
        if here.text == "," and (closed := _aside_end(chunks, position)) is not None:
            position = closed
            continue
        phrase = covering(found, position)
        if phrase is not None and phrase.first == position:
            connected = connected or chunks[phrase.last].lower in ("'s", "'")
            if not connected or not (phrase.members.named or phrase.members.adjective):
                return None
            if not phrase.members.named and phrase.last + 2 < len(chunks) and chunks[phrase.last + 1].text == ",":
                phrase = phrase_from(chunks, found, phrase.last + 2) or phrase
            if _supposed(sentence, at, phrase.last):
                return None
            if (chunk.has("preposition") or chunk.has("verb")) and not _counted_before(chunks, at):
                return None
            following = chunks[phrase.last + 1] if phrase.last + 1 < len(chunks) else None
            if not came and following is not None and following.has("verb") and not following.has("and"):
                return None
            return _of_list(sentence, found, at, phrase, choice)
        if here.text in ("(", ":", "—", "–"):
            connected = True
        elif (
            here.has("be")
            or here.lower in ("namely", "being")
            or here.lower
            in ("from", "by", "came", "came from", "coming", "coming from", "courtesy of", "belonged to", "those of")
            or (here.lower == "of" and chunk.lower in OWNED_BY)
        ):
            connected = came = True
        elif came and here.lower not in ("to", "in", "at", "after") and position - last_noun < 8:
            continue
        elif not (
            here.text in ",\"'"
            or here.has("vote_noun", "pronoun_text", "text", "cite")
            or here.has("determiner", "only")
            or here.lower in LINKS
            or here.has("adverb")
        ):
            return None
    return None


def _aside_end(chunks: list[Chunk], comma: int) -> int | None:
    """The comma that closes what this one opens before "was": "the abstentions, you will have guessed, were …"."""
    if chunks[comma + 1].lower in ("from", "by", "namely", "those", "that", "both") or chunks[comma + 1].has("member"):
        return None
    for position in range(comma + 2, min(comma + 10, len(chunks) - 1)):
        if chunks[position].text == ",":
            return position if chunks[position + 1].has("be") else None
        if chunks[position].text in ";:—–":
            return None
    return None


def _of_list(sentence: Sentence, found: list[Phrase], at: int, phrase: Phrase, choice: str) -> Position:
    chunks = sentence.chunks
    first = at
    while (
        first > 0
        and first > at - 6
        and (
            chunks[first - 1].number is not None
            or chunks[first - 1].has("only", "determiner", "vote_noun", "other")
            or chunks[first - 1].text in "\"'"
        )
    ):
        first -= 1
    last = phrase.last
    if last + 1 < len(chunks) and chunks[last + 1].lower in ("'s", "'"):
        last += 1
    total = next((c.number for c in chunks[first:at] if c.cardinal is not None), None)
    start, last = _clause_of_noun(sentence, found, first, last)
    return Position(
        start=chunks[start].start, end=chunks[last].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunks[at].start),
        members=phrase.members, choice=choice, only=any(c.has("only") for c in chunks[first:at]), total=total,
    )  # fmt: skip


def _counted_before(chunks: list[Chunk], at: int) -> bool:
    return any(c.number is not None or c.has("only", "vote_noun") for c in chunks[max(0, at - 3) : at + 1])


def _equated(sentence: Sentence, found: list[Phrase], at: int, choice: str, discourse: Discourse) -> Position | None:
    """ "Russia and Sierra Leone were the two abstentions", "Byelorussia was the other vote against"."""
    chunks = sentence.chunks
    if chunks[at].has("preposition") or (chunks[at].has("verb") and not chunks[at].has("vote_noun")):
        return None
    position = at - 1
    described = False
    while position >= 0 and at - position < 8:
        chunk = chunks[position]
        if chunk.has("be") or chunk.verb("join") is not None:
            break
        counted = chunk.lower in NUMERAL_PRONOUNS
        described = described or counted or chunk.has("determiner", "only") or chunk.number is not None
        if not (
            counted
            or chunk.has("determiner", "only", "other", "among", "of_adjective", "vote_noun", "no_noun")
            or chunk.number is not None
            or chunk.lower in ("of", "main", "chief")
        ):
            return None
        position -= 1
    if position < 0 or not described or not chunks[position].has("be"):
        return None
    while position > 0 and chunks[position - 1].has("be", "have", "adverb", "negation"):
        position -= 1
    phrase = covering(found, position - 1)
    if phrase is None:
        return None
    members = discourse.resolve_pronoun(phrase.members, sentence)
    if members is None or not (members.named or members.groups):
        return None
    between = chunks[phrase.last + 1 : at]
    if any(c.has("modal", "unreal") for c in between):
        return None
    last = at + 1 if chunks[at].has("vote_noun") else at
    total = next((c.number for c in between if c.cardinal is not None), None)
    return Position(
        start=chunks[lead_in(chunks, found, phrase.first)].start, end=chunks[last].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunks[at].start), members=members, choice=choice,
        total=total if len(members.named) > 1 else None,
        negated=any(c.has("negation") for c in between),
        only=any(c.has("only") for c in between) and not any(c.has("other") for c in between),
    )  # fmt: skip
