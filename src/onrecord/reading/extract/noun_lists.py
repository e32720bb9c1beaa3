"""Nouns with those that voted so: "two abstentions, from Russia and Britain", "Libya was the only no", "9-2 (Cuba,
Yemen)".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Position
from onrecord.reading.extract.fewer_for_it import fewer_for_it
from onrecord.reading.extract.noun_owners import owner_of, supposed
from onrecord.reading.extract.position_predicates import bare
from onrecord.reading.extract.spans import clause_end, lead_in
from onrecord.reading.extract.state import Discourse
from onrecord.reading.governing import governed
from onrecord.reading.grammar import phrase_from
from onrecord.reading.naming import named_by
from onrecord.reading.parsed import Phrase, Sentence, covering, ends_at, finite, is_demonym
from onrecord.reading.quantified import NUMERAL_PRONOUNS
from onrecord.reading.table import word_sets

FELL = ("fail", "pass", "defeat", "block", "act", "adopt", "veto", "same_fate")
"""Meanings of verbs in front of "to a Russian veto" that belong to what is said."""
_WORDS = word_sets("position_words.csv")
OWNED_BY = _WORDS["vote_of"]
NAMING = _WORDS["naming"]
PERSONS = _WORDS["voter"]
LINKS = frozenset(
    {
        "those",
        "of",
        "both",
        "namely",
        "i.e.",
        "viz",
        "viz.",
        "to wit",
        "being",
        "those of",
        "courtesy",
        "only",
        "including",
        ",",
        '"',
        "'",
    }
)
SUMMED_UP = ("this", "that", "so", "thus", "such", "it", "how")
"""Words behind a count and its colon that look back at it: "eleven abstentions: this is how it ended"."""
LIST_REACH = 16
PAIRS = {"pair": 2, "brace": 2, "couple": 2, "trio": 3, "duo": 2}
"""How many "a pair of vetoes" are."""
EQUATED_REACH = 8
OBTAINED = frozenset({"got", "get", "gets", "getting"})
BY_NUMBERS = {2: "no", 3: "abstain"}
"""Whom names behind a score belong to, by how many numbers it has: "9-2 (Cuba, Yemen)", "14-0-1 (Chad)"."""


def listed(sentence: Sentence, found: list[Phrase], at: int, choice: str) -> Position | None:
    """ "Two abstentions, from Russia and Britain"; "one against (Syria)"; "the only no came from Libya"."""
    chunks = sentence.chunks
    verb = at if chunks[at].verb("vote") is not None else at - 1
    if verb > 0 and chunks[verb].verb("vote") is not None and chunks[verb - 1].has("negation", "modal"):
        # "four did not vote for it: …", "the only one that did not vote for it was Mali"
        return None
    noun = _head_of(chunks, at)
    connected = came = False
    position = noun
    while position + 1 < min(noun + LIST_REACH, len(chunks)):
        position += 1
        here = chunks[position]
        if (
            here.lower == "own"
            and chunks[position - 1].lower in ("its", "his", "her")
            and any(c.text == "," for c in chunks[position + 1 : position + 2])
        ):
            # "three votes: its own, China's and Namibia's"
            position += 1
            continue
        if here.text == "," and who_were(chunks, found, position + 1):
            position += 1
            continue
        if here.text == "," and (closed := _aside_end(chunks, position)) is not None:
            position = closed
            continue
        if here.text == ";":
            return None  # "the veto was a double one; France abstained"
        phrase = covering(found, position)
        if phrase is not None and phrase.first == position:
            connected = connected or _spells_out(chunks, found, at, position)
            connected = connected or [c.lower for c in chunks[position - 2 : position]] == ["those", "of"]
            connected = connected or chunks[phrase.last].lower in ("'s", "'")
            opens = chunks[position - 1 - chunks[position - 1].has("determiner")]
            if came and opens.lower == "of" and not _the_doing(chunks, opens):
                return None  # "the vote in favour was a betrayal of Israel"
            if opens.lower in ("by", "from") and _whose_text(chunks, noun, chunks.index(opens)):
                return None
            if (opens.text in ":—–" or opens.has("relative")) and _acts_itself(chunks, phrase.last + 1):
                # "One abstention: the French and the British both vetoed", "against a text from which Chad abstained"
                return None
            return _with_list(sentence, found, at, phrase, choice, came) if connected else None
        if came and (owned := _by_nationality(chunks, position)) is not None:
            return _with_list(sentence, found, at, owned, choice, came)
        if is_demonym(here) and (several := _nationalities(chunks, at, position)) is not None:
            return _with_list(sentence, found, at, several, choice, came)
        persons = here.lower == "in" and chunks[noun].lower in PERSONS and counted_before(chunks, at)
        of = position + 2 < len(chunks) and chunks[position + 2].lower == "of"
        if here.text in ":—–" and not of and any(c.lower in SUMMED_UP for c in chunks[position + 1 : position + 2]):
            return None
        if came and _of_a_matter(chunks, position):
            return None  # "ten of our last eleven vetoes were about Israel"
        if came and here.verb("sponsor", "cosponsor") is not None:
            return None  # "13 votes in favour, was written by Germany"
        if here.has("cite") and chunks[position - 1].text in ":—–":
            return None  # "Has one with eight passed? Yes: resolution 143 on the Congo"
        if here.text == "(" and chunks[position - 1].text[0].isdigit() and chunks[position - 2].has("cite"):
            return None  # "one vote against resolution 465 (Jerusalem)"
        if here.text in ("(", ":", "—", "–") or persons:
            connected = True
        elif here.has("be") or here.lower in NAMING or (here.lower == "of" and chunks[noun].lower in OWNED_BY):
            connected = came = True
        elif came and here.lower not in ("to", "in", "at", "after") and position - noun < EQUATED_REACH:
            continue
        elif not (
            _on_the_text(chunks, position)
            or (
                (chunks[position - 1].has("be") or chunks[position - 1].lower == "numbered")
                and (here.cardinal is not None or here.lower == "pair")
            )
            or here.lower == "numbered"
            or here.lower in LINKS
            or _of_a_number(chunks, position)
            or _stopping(chunks, noun, position)
            or here.has("vote_noun", "pronoun_text", "text", "cite", "determiner", "only", "adverb")
        ):
            return None
    return None


def _of_a_matter(chunks: list[Chunk], at: int) -> bool:
    """Whether what follows is what the votes were about, and not whose they were."""
    if chunks[at].lower in ("about", "over", "concerning"):
        return True
    return chunks[at].lower == "on" and at + 1 < len(chunks) and chunks[at + 1].has("member", "place")


def who_were(chunks: list[Chunk], found: list[Phrase], at: int) -> bool:
    """ "Three against, who were Chad, Mali and Togo": whether names alone stand behind the relative at chunk `at`."""
    if at + 2 >= len(chunks) or not (chunks[at].has("relative") and chunks[at + 1].has("be")):
        return False
    phrase = phrase_from(chunks, found, at + 2)
    return phrase is not None and (phrase.last + 1 >= len(chunks) or chunks[phrase.last + 1].text in ".;!)")


def _whose_text(chunks: list[Chunk], noun: int, by: int) -> bool:
    """ "Nine were against the draft by Chad", "abstentions on the text by Chad": who wrote it; not "the veto of the
    text by France".
    """
    governed = chunks[noun].has("preposition") or chunks[noun + 1].lower == "on"
    return governed and noun < by - 1 and (chunks[by - 1].has("text") or chunks[by - 1].text.isdigit())


def _the_doing(chunks: list[Chunk], of: Chunk) -> bool:
    """ "The only veto was the work of Moscow", "the lone No was that of Chad": whose it was is said."""
    before = chunks[next(i for i, c in enumerate(chunks) if c is of) - 1]
    return bool(before.entries) or not before.is_word or before.number is not None or before.lower in DOINGS


DOINGS = _WORDS["doing"]


def _of_a_number(chunks: list[Chunk], at: int) -> bool:
    """ "The only vote against Security Council resolution 502, in 1982, was …": the body, the number, the date."""
    if chunks[at].text[0].isdigit() and chunks[at - 1].has("cite"):
        return True
    if chunks[at].has("council", "assembly") or chunks[at].lower in ("in", "of", "on", "from"):
        following = chunks[at + 1] if at + 1 < len(chunks) else chunks[at]
        return following.has("cite") or (following.date is not None and following.date.role == "at")
    return chunks[at].date is not None and chunks[at - 1].lower in ("in", "of", "on", "from")


def _by_nationality(chunks: list[Chunk], at: int) -> Phrase | None:
    """ "The only no was American", "the only vote against was the Soviet one"."""
    if not is_demonym(chunks[at]):
        return None
    last = at + (at + 1 < len(chunks) and chunks[at + 1].lower in ("one", "one's"))
    if last + 1 < len(chunks) and chunks[last + 1].is_word and not chunks[last + 1].has("and", "but"):
        return None
    return Phrase(at, last, Members(tuple(named_by(chunks[at])), text=chunks[at].text))


def _stopping(chunks: list[Chunk], noun: int, at: int) -> bool:
    """ "It took vetoes to stop it: …", "three vetoes fell on one text: …"."""
    if not chunks[noun].has("veto_noun"):
        return False
    here, following = chunks[at], chunks[at + 1] if at + 1 < len(chunks) else chunks[at]
    stopped = here.verb("block", "fail") is not None or (here.lower == "to" and following.verb("block") is not None)
    return stopped or (here.lower in ("on", "one") and (following.has("text") or following.lower == "one"))


def _nationalities(chunks: list[Chunk], at: int, first: int) -> Phrase | None:
    """ "Two vetoes, American and British", "a single veto, the American one": as many as were counted."""
    opens = chunks[first - 1 - chunks[first - 1].has("determiner")]
    named = list(named_by(chunks[first]))
    last = first
    while last + 2 < len(chunks):
        joint = last + 1 + (chunks[last + 1].text == "," and chunks[last + 2].has("and"))
        if joint + 1 >= len(chunks) or not is_demonym(chunks[joint + 1]):
            break
        if chunks[joint].text != "," and not chunks[joint].has("and"):
            break
        last = joint + 1
        named.extend(named_by(chunks[last]))
    last += last + 1 < len(chunks) and chunks[last + 1].lower in ("one", "ones")
    closed = ends_at(chunks, last + 1)
    if opens.text not in ",:—–(" or not closed or _counted_at(chunks, at) != len(named):
        return None
    return Phrase(first, last, Members(tuple(named), text=" ".join(c.text for c in chunks[first : last + 1])))


def _counted_at(chunks: list[Chunk], at: int) -> int | None:
    """How many the noun at chunk `at` is said to be: "two vetoes", "a pair of vetoes", "a single veto"."""
    if at > 1 and chunks[at - 1].lower == "of" and chunks[at - 2].lower in PAIRS:
        return PAIRS[chunks[at - 2].lower]
    if at and chunks[at - 1].lower in ("single", "lone", "sole", "solitary", "a single"):
        return 1
    return chunks[at - 1].cardinal if at else None


HELD = _WORDS["held"]


def _acts_itself(chunks: list[Chunk], behind: int) -> bool:
    """Whether those named do something themselves, so that they are not a list of others' counting."""
    while behind < len(chunks) and (chunks[behind].lower in ("all", "both", "each") or chunks[behind].has("adverb")):
        behind += 1
    if behind >= len(chunks):
        return False
    here = chunks[behind]
    noun = here.is_word and not here.entries and here.text.islower() and here.number is None
    if here.lower in HELD or (noun and any(c.has("text", "vote_noun") for c in chunks[behind + 1 : behind + 3])):
        return True  # "twelve abstentions: the Cuba embargo vote was …"
    return chunks[behind].verb("veto", "yes", "no", "abstain", "vote") is not None and finite(chunks[behind])


def _head_of(chunks: list[Chunk], at: int) -> int:
    """The last chunk of "votes against", "vote in favour", "votes"."""
    return at + 1 if chunks[at].has("vote_noun") and chunks[at + 1].is_word else at


def _on_the_text(chunks: list[Chunk], at: int) -> bool:
    """ "The noes on the draft were …", "the dissenters in the vote"."""
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    return (
        chunks[at].lower in ("on", "in", "to")
        and following is not None
        and following.has("determiner", "text", "cite", "vote_noun")
    )


def _spells_out(chunks: list[Chunk], found: list[Phrase], at: int, position: int) -> bool:
    """ "One abstention, Pakistan.": as many names behind a comma as were counted, and nothing more."""
    phrase = covering(found, position)
    if phrase is None or chunks[position - 1].text != "," or at == 0:
        return False
    last = phrase.last + (phrase.last + 1 < len(chunks) and chunks[phrase.last + 1].lower in ("'s", "'"))
    closed = last + 1 >= len(chunks) or chunks[last + 1].text in ".;)," or chunks[last + 1].lower in ("one", "ones")
    return closed and _counted_at(chunks, at) == len(phrase.members.named)


OF_ALL_OF_THEM = frozenset({"all", "each", "every", "most", "mostly", "none", "neither"})


def _aside_end(chunks: list[Chunk], comma: int) -> int | None:
    """The comma that closes what this one opens before "was": "the abstentions, you will have guessed, were …"."""
    following = chunks[comma + 1] if comma + 1 < len(chunks) else None
    if following is None or following.lower in NAMING | {"those", "that", "both"} or following.has("member"):
        return None
    said_of_all = following.lower.split()[0] in OF_ALL_OF_THEM
    for position in range(comma + 2, min(comma + 10, len(chunks) - 1)):
        if said_of_all and chunks[position].text == ":":
            return position - 1  # "four against, all of them rich: Canada, …"
        if chunks[position].text == ",":
            return position if chunks[position + 1].has("be") else None
        if chunks[position].text in ";:—–":
            return None
    return None


def _with_list(
    sentence: Sentence, found: list[Phrase], at: int, phrase: Phrase, choice: str, came: bool
) -> Position | None:
    chunks = sentence.chunks
    noun = chunks[_head_of(chunks, at)]
    if not (phrase.members.named or phrase.members.adjective):
        return None
    if not phrase.members.named and phrase.last + 2 < len(chunks) and chunks[phrase.last + 1].text == ",":
        phrase = phrase_from(chunks, found, phrase.last + 2) or phrase
    first_word = not any(c.is_word and not c.has("determiner") for c in chunks[:at])
    if noun.has("preposition", "verb") and not counted_before(chunks, at) and not (first_word and came):
        return None
    if came and at > 1 and chunks[at - 1].has("be") and covering(found, at - 2) is not None:
        return None  # "Germany was in favour this time, it was Libya where it sat out": said of who stands before it
    following = chunks[phrase.last + 1] if phrase.last + 1 < len(chunks) else None
    goes_on = following is not None and following.has("verb", "have", "modal", "do") and not following.has("and")
    if not came and goes_on:
        return None  # "fourteen for: Iran has until the end of the month"
    if following is not None and following.lower == "one" and phrase.last + 2 < len(chunks):
        if finite(chunks[phrase.last + 2]) or chunks[phrase.last + 2].has("obtain"):
            return None  # "none fell to a veto: the French one got six votes"
    if following is not None and any(e.kind == "verb" and e.form == "gerund" for e in following.entries):
        return None  # "the veto was cast without company, India and China abstaining"
    if not came and at and phrase.members.named and not phrase.members.adjective:
        number, beside = chunks[at - 1].cardinal or 0, chunks[phrase.last + 1 : phrase.last + 3]
        if number > len(phrase.members.named) and any(c.date is not None for c in beside):
            return None  # "four vetoes: Namibia, 30 April 1981"
    if supposed(sentence, at, phrase.last) or any(_nobody(c) for c in chunks[max(0, at - 2) : at]):
        return None  # "not one negative vote by a permanent member", "four abstained and none voted against: Chad, …"
    plain = noun is chunks[at] and noun.has("vote_noun")
    if plain and (at == 0 or chunks[at - 1].cardinal != len(phrase.members.named)):
        return None
    first = at
    while first > max(0, at - 6) and (
        chunks[first - 1].number is not None
        or chunks[first - 1].has("only", "determiner", "vote_noun", "other")
        or chunks[first - 1].text in "\"'"
    ):
        first -= 1
    last = phrase.last
    if last + 1 < len(chunks) and chunks[last + 1].lower in ("'s", "'"):
        last += 1
    start, last = clause_of_noun(sentence, found, first, last)
    members = phrase.members
    if members.named and phrase.first == at + 2 and chunks[phrase.first].lower == "permanent members":
        members = replace(members, groups=())  # "the noes came from permanent members, China and Russia"
    besides = any(c.has("other") for c in chunks[first:at])  # "the other three noes": one more was told before
    one_of_them = came and chunks[first].lower in ("one", "a", "an")  # "one abstention came from Chad", of perhaps more
    return Position(
        *sentence.placed(start, last, at),
        members=members,
        choice=choice,
        negated=_denied(chunks, at) != _denied(chunks, phrase.first),
        only=not besides and any(c.has("only") for c in chunks[first:at]),
        total=None
        if besides or one_of_them
        else next((c.number for c in chunks[first:at] if c.cardinal is not None), None),
    )


def _denied(chunks: list[Chunk], at: int) -> bool:
    """ "The only ones not in favour were …", "not voting for it: …", "the only no was not Libya's"."""
    before = at - 1
    while before > 0 and (chunks[before].has("determiner") or chunks[before].verb("vote") is not None):
        before -= 1
    return before >= 0 and (chunks[before].has("negation") or chunks[before].lower in NOT_VOTING)


NOT_VOTING = ("not voting", "not to vote")


def _nobody(chunk: Chunk) -> bool:
    return chunk.has("not_one", "nobody") or chunk.cardinal == 0


def counted_before(chunks: list[Chunk], at: int) -> bool:
    before = chunks[max(0, at - 3) : at + 1]
    took = at > 0 and chunks[at - 1].lower in ("took", "takes", "needed")
    return took or any(
        c.number is not None or c.has("only", "vote_noun") or c.lower in NUMERAL_PRONOUNS or c.lower in PAIRS
        for c in before
    )


def clause_of_noun(sentence: Sentence, found: list[Phrase], first: int, last: int) -> tuple[int, int]:
    """With what the veto did ("… killed the text") and what fell to it ("fell on Monday to …")."""
    chunks = sentence.chunks
    if first and chunks[first - 1].lower == "to" and chunks[first].cardinal is not None:
        return first, last  # "by 77 in favour to six against (…)"
    behind = last + 1
    if behind < len(chunks) and chunks[behind].text == ",":
        closed = (i + 1 for i in range(behind + 1, min(behind + 10, len(chunks))) if chunks[i].text == ",")
        behind = next(closed, behind)
    # "Chad, whose text had fallen to a veto a week before, abstained": what stands behind a comma is not the veto's
    following = next(
        (
            i
            for i in range(behind, min(behind + 3, len(chunks)))
            if chunks[i].has("verb") or chunks[i].text in (",:;—–" if i > behind else ":;—–")
        ),
        behind,
    )
    others = any(c.has("council", "assembly", "member", "pronoun_member") for c in chunks[behind:following])
    if following < len(chunks) and finite(chunks[following]) and not others:
        return lead_in(chunks, found, first), clause_end(sentence, found, following)
    for position in range(first - 1, max(first - 10, -1), -1):
        subject = covering(found, position) is not None and covering(found, position - 1) is None
        if chunks[position].text in ";:—–" or (subject and not chunks[position - 1].has("preposition", "determiner")):
            break
        fell = chunks[position].verb(*FELL)
        if fell is not None and fell.form in ("past", "participle", "third"):
            while position > 0 and chunks[position - 1].has("be", "have", "adverb"):
                position -= 1
            return position, last
    return first, last


# --- who, before the noun --------------------------------------------------------------------


def equated(sentence: Sentence, found: list[Phrase], at: int, choice: str, discourse: Discourse) -> Position | None:
    """ "Russia and Sierra Leone were the two abstentions", "Byelorussia was the other no", "Moscow's answer was no"."""
    chunks = sentence.chunks
    side = chunks[at].has("preposition")  # "against", which says how only a vote was: "Moscow's vote was against"
    if (side and not bare(chunks, at)) or (
        chunks[at].has("verb") and not chunks[at].has("vote_noun", "veto_noun") and not side
    ):
        return None
    position = at - 1
    described = False
    while position >= 0 and at - position < EQUATED_REACH and not _links(chunks, position):
        chunk = chunks[position]
        if chunk.lower in ("against", "for"):
            return None  # "Cuba was against the veto"
        counted = chunk.lower in NUMERAL_PRONOUNS or chunk.number is not None
        described = described or counted or chunk.has("determiner", "only")
        known = chunk.has(
            "determiner", "only", "other", "among", "of_adjective", "vote_noun", "no_noun", "negation", "adverb"
        )
        if not (counted or known or chunk.lower in ("of", "main", "chief", "firm", "clear", "resounding", "flat")):
            return None
        position -= 1
    if position < 0 or not _links(chunks, position):
        return None
    while position > 0 and chunks[position - 1].has("be", "have", "adverb", "negation"):
        position -= 1
    answer = chunks[position - 1].has("answer", "vote_noun") if position > 0 else False
    given = covering(found, position - 1)
    if given is not None and given.first > 1 and chunks[given.first - 1].lower == "of":
        # "the vote of Malta was negative"
        answer = answer or chunks[given.first - 2].has("answer", "vote_noun")
    else:
        given = None
    if (side or chunks[position].lower in WENT) and not answer:
        return None
    phrase = (given or owner_of(sentence, position - 1)) if answer else covering(found, position - 1)
    if not (answer or described):
        return None
    if phrase is None or (not answer and (governed(chunks, phrase.first) or chunks[position].lower in OBTAINED)):
        return None
    members = discourse.resolve_pronoun(phrase.members, sentence)
    between = chunks[phrase.last + 1 : at]
    if (
        members is None
        or not (members.named or members.groups)
        or any(c.has("modal", "unreal", "averted") for c in between)
    ):
        return None
    last = at + 1 if chunks[at].has("vote_noun") else at
    total = next((c.number for c in between if c.cardinal is not None), None)
    return Position(
        *sentence.placed(lead_in(chunks, found, phrase.first), last, at),
        members=members,
        choice=choice,
        total=total if len(members.named) > 1 and not _of_more(between) else None,
        negated=any(c.has("negation") for c in between),
        only=any(c.has("only") for c in between) and not any(c.has("other") for c in between),
    )


def _of_more(between: list[Chunk]) -> bool:
    """ "Were two of the abstainers", "were the other two in favour": the number is not that of all of them."""
    counted = next((i for i, c in enumerate(between) if c.cardinal is not None), len(between))
    return any(c.has("other") for c in between) or any(c.lower == "of" for c in between[counted:])


WENT = ("went", "goes")


def _links(chunks: list[Chunk], at: int) -> bool:
    """Whether a verb says what a vote was: "was a no", "Moscow's vote went in favour"."""
    return chunks[at].lower in WENT or chunks[at].has("be")


def scored(sentence: Sentence, found: list[Phrase], at: int) -> Position | None:
    """Names in brackets behind a score: "by 9 votes to 2 (Cuba, Yemen)", "14-0-1 (Chad)"."""
    chunks = sentence.chunks
    phrase = phrase_from(chunks, found, at + 1) if at > 0 and chunks[at - 1].cardinal is not None else None
    closing = ")" if chunks[at].text == "(" else ",;."
    if phrase is None or not phrase.members.named:
        return None
    if phrase.last + 1 >= len(chunks) or chunks[phrase.last + 1].text not in closing:
        return None
    if chunks[at].text == "," and phrase.last + 2 < len(chunks) and not chunks[phrase.last + 2].has("but", "so"):
        return None
    numbers, position = 1, at - 2
    while position > 0 and (chunks[position].text in "-–" or chunks[position].lower in ("to", "votes", "against")):
        numbers += chunks[position - 1].cardinal is not None
        position -= 1 if chunks[position].lower == "votes" else 2
    choice = BY_NUMBERS.get(numbers)
    if choice is None or chunks[at - 1].cardinal != len(phrase.members.named):
        return None
    choice = "yes" if choice == "no" and fewer_for_it(chunks, at - 1) else choice
    return Position(
        *sentence.placed(at - 1, phrase.last, at), members=phrase.members, choice=choice, total=chunks[at - 1].number
    )
