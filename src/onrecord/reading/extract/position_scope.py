"""Of whom a verb of voting is said besides its subject: those left out, those in company."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.assertion import negated
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.meant_by_pronouns import a_people
from onrecord.reading.extract.spans import among_tail
from onrecord.reading.extract.tally_subjects import of_a_part
from onrecord.reading.extract.voting_words import VOTED_TO, Act
from onrecord.reading.governing import governed, object_of
from onrecord.reading.parsed import Phrase, Sentence, covering, is_demonym, verb_group_start
from onrecord.reading.table import word_sets
from onrecord.record.model import VETO_HOLDERS

COMPANY = word_sets("position_words.csv")["in_company"]
NEAR, FAR = 5, 16
"""Chunks behind a verb within which its company stands: at once, and at most behind a comma."""
IN_COMPANY = ("in the company of", "in company with")
SIDES = ("against", "for", "favour", "favor")
SETTING_OFF = frozenset({",", "—", "–", "-"})
DEEDS, OF_TWO = (word_sets("clause_words.csv")[name] for name in ("deed", "of_two"))
GETTING_GOING = frozenset(word_sets("clause_words.csv")["getting_going"])


def aimed(sentence: Sentence, first: int, last: int, choice: str) -> bool:
    """Whether two chunks and those between are for or against a state or deed: "against the war", "for Pretoria"."""
    chunks = sentence.chunks
    if _voted_to_block(chunks, first):
        return True
    if choice not in ("yes", "no"):
        return False
    for at in range(first, min(last + 2, len(chunks))):
        if chunks[at].lower.split()[-1] not in (SIDES if choice == "no" else SIDES[1:]):
            continue
        behind = _behind(chunks, at)
        if not behind or any(c.has("text", "cite", "council", "assembly", "uncovered") for c in behind):
            continue
        ends = len(behind) == 1 or not behind[1].is_word or behind[1].has("preposition", "relative", "and", "but", "so")
        ends = ends or behind[1].has("times") or behind[1].lower in ("twice", "again", "too", "then", "there")
        state = (behind[0].has("member") or behind[0].lower in ("us", "me", "him", "her")) and ends
        if state or _deed(behind):
            return True
    return False


def _behind(chunks: list[Chunk], at: int) -> list[Chunk]:
    return [c for c in chunks[at + 1 : at + 6] if not c.has("determiner", "of_adjective")][:3]


def _deed(behind: list[Chunk]) -> bool:
    named = behind[:1] and (behind[0].lower in DEEDS or " ".join(c.lower for c in behind[:2]) in DEEDS)
    return bool(named)


def at_something(chunks: list[Chunk], first: int, last: int) -> bool:
    """ "143 voted against the sham ballot", "187 voted with Havana against it": at what may be no text."""
    reach = next((i for i in range(last, min(last + 5, len(chunks))) if not chunks[i].is_word), last + 2)
    for at in range(first, min(reach, len(chunks))):
        if chunks[at].lower.split()[-1] in SIDES and (behind := _behind(chunks, at)):
            thing = behind[0]
            plain = thing.is_word and not thing.kinds and thing.text.islower() and not (thing.number or thing.date)
            if plain or (thing.lower in ("it", "this") and (chunks[first].cardinal or 0) >= MANY):
                return True
    return False


MANY = 50
"""States that are so many that all of them hardly voted against the text that was adopted."""


def at_a_deed(chunks: list[Chunk], at: int) -> bool:
    """Whether "against" or "for" at the chunk is of a deed: "128 against the invasion, six for it"."""
    return chunks[at].lower in ("against", "for") and _deed(_behind(chunks, at))


def _voted_to_block(chunks: list[Chunk], at: int) -> bool:
    """ "Voted to block the return of the sanctions": by a text against it, it may be."""
    verb = at + (chunks[at].lower == VOTED_TO)
    if not verb or chunks[verb - 1].lower != VOTED_TO or not any(c.verb("block") for c in chunks[verb : verb + 1]):
        return False
    behind = chunks[verb + 1 : verb + 4]
    return any(c.lower in DEEDS for c in behind[:2]) and not any(c.has("text") for c in behind)


FRONTED = frozenset({"never", "never once", "not once", "nowhere", "hardly", "scarcely", "nor", "never before"})
"""Denials in front of an inverted verb: "never did France vote against it"."""


def habitual(chunks: list[Chunk], subject_last: int, verb: int) -> bool:
    """ "Usually abstains", "has repeatedly vetoed": no one vote is meant."""
    group = verb_group_start(chunks, verb)
    if any(c.has("habit") for c in chunks[max(subject_last + 1, group, 0) : verb + 2]):
        return True
    if each_time(chunks, group) or _so_often(chunks, verb) or _nearly(chunks, group, verb):
        return True
    if any(c.lower == "whenever" for c in chunks[max(subject_last - 3, 0) : max(subject_last, 0)]):
        return True
    if group > 1 and chunks[group - 1].has("and") and any(e.form == "base" for e in chunks[verb].entries):
        # "used to abstain or stay away"
        return any(c.has("habit") for c in chunks[max(subject_last + 1, group - 6, 0) : group])
    present = any(e.kind == "verb" and e.form == "third" for e in chunks[verb].entries)
    if present and _more_or_less(chunks, verb + 1):
        return True
    return present and any(c.lower in ("every", "each") for c in chunks[max(subject_last + 1, group - 6, 0) : group])


def _more_or_less(chunks: list[Chunk], behind: int) -> bool:
    """ "But Russia vetoes more", "it vetoes only for its friends": what somebody does as a rule."""
    said = chunks[behind].lower if behind < len(chunks) else ""
    then = chunks[behind + 1] if behind + 1 < len(chunks) else None
    if said in ("more", "less", "most", "least"):
        return then is None or not then.is_word or then.lower in ("than", "often", "easily", "and", "but")
    return said == "only" and then is not None and then.lower in ("for", "when", "if", "what", "to")


OFTEN = re.compile(
    r"(?<!as )\b(?:(?:quite )?a (?:great |good )?(?:lot|deal)\b(?! (?:of|as))|a lot of (?:things|texts|drafts|them)"
    r"|all the time|(?:(?:too|so|very|quite|rather|pretty) )?often\b(?! than| as)|more often than not|as a rule"
    r"|most of the time|whenever|when (?:it|he|she|they|we|you) can|these days|from time to time|now and then"
    r"|once too often|like clockwork|ever since)\b"
)
"""Words behind what is done that tell of no one time: "abstains a lot", "has said no so often"."""
OFTEN_REACH = 8
TURNING = frozenset({"but", "and", "while", "whereas", "yet", "though", "although"})
KEEPING = frozenset({"keep", "keeps", "kept", "keeps on", "kept on"})


NEARLY = frozenset({"nearly", "almost", "very nearly", "all but", "damn near", "as good as"})
NOT_QUITE = re.compile(
    r"\b(?:within (?:an?|one|two) [\w' -]+ of|(?:came|come|comes|coming) (?:very |so |this )?(?:close|near) to"
    r"|on the (?:very )?(?:point|verge|brink|edge) of|just short of|this close to|as good as|\ball but)\Z"
)
"""In front of what was not done after all: "came within an inch of abstaining"."""


def _nearly(chunks: list[Chunk], group: int, verb: int) -> bool:
    if any(c.lower in NEARLY for c in chunks[max(group - 1, 0) : verb]):
        return True
    before = " ".join(c.lower for c in chunks[max(verb - 9, 0) : verb])
    return NOT_QUITE.search(before) is not None


WHATEVER = frozenset({"whatever", "everything", "anything"})
"""Objects of what is done to many: "vetoed everything in sight"."""


def _so_often(chunks: list[Chunk], verb: int) -> bool:
    """ "Abstains a lot", "keeps abstaining": of many votes, and not "abstained, as so often"."""
    if verb and chunks[verb - 1].lower in KEEPING and any(e.form == "gerund" for e in chunks[verb].entries):
        return True
    behind = chunks[verb + 1 : verb + OFTEN_REACH]
    if behind and behind[0].lower in WHATEVER:
        return True
    ends = next((i for i, c in enumerate(behind) if not c.is_word or c.lower in TURNING), len(behind))
    return OFTEN.search(" ".join(c.lower for c in behind[:ends])) is not None


EVERY = ("every", "each")
EARLIER = ("earlier", "previous", "prior", "past", "former", "preceding", "other", "such", "single")


def each_time(chunks: list[Chunk], before: int) -> bool:
    """ "On every earlier veto", "in each previous vote", "at every turn": more votes than one."""
    first = max(before - 9, 0)
    return any(_each_time(chunks, at) for at, c in enumerate(chunks[first:before], first) if c.lower in EVERY)


def _each_time(chunks: list[Chunk], at: int) -> bool:
    if not at or not chunks[at - 1].has("preposition"):
        return False
    behind = chunks[at + 1 : at + 3]
    if behind and behind[0].lower in EARLIER:
        behind = behind[1:]
    return bool(behind) and (behind[0].has("veto_noun", "vote_noun", "text", "times") or behind[0].lower == "turn")


def counts_a_part(chunks: list[Chunk]) -> bool:
    """Whether a sentence counts the members of a region: "28 of its states voted for", "seven of Africa's members"."""
    return any(
        c.number is not None and c.cardinal is not None and _of_a_part(chunks, at) for at, c in enumerate(chunks)
    )


FULL = (11, 15, 193)
"""Members of the Council until 1965 and since, and of the Assembly since 2011."""


def _of_a_part(chunks: list[Chunk], number: int) -> bool:
    behind = chunks[number + 1 : number + 5]
    if len(behind) < 3 or behind[0].lower != "of":
        return False
    if any(c.cardinal in FULL for c in behind[1:]) or behind[1].has("council", "assembly", "same_body"):
        return False  # "165 of its 193 members"
    told = [c for c in behind[1:] if c.cardinal is None and c.lower not in ("the", "these", "those", "other")]
    narrowed = told and (told[0].has("group", "of_adjective") or (told[0].text.istitle() or told[0].text.isupper()))
    if behind[1].lower == "the" and narrowed and not told[0].has("council", "assembly", "same_body"):
        return True  # "six of the ten ASEAN members voted yes and four abstained"
    council = any(c.has("council") for c in chunks[:number])  # "When the Council was stuck, eleven of its members …"
    owned = (behind[1].lower in ("its", "their", "our") and not council) or behind[2].lower in ("'s", "'")
    return owned and any(c.has("member_noun") for c in behind[1:])


BEFORE_ONE = ("and", "but", "only", "preposition", "be", "verb", "adverb")
"""What stands in front of "one" as a number of members, and not as a word for a text."""
ORDERING = frozenset({"first", "last", "next"})


def counted_before(chunks: list[Chunk], found: list[Phrase], doer: Phrase) -> Phrase | None:
    """The number that the names behind it spell out: "just two countries, the United States and Israel, voted no"."""
    comma = doer.first - 1
    while comma > 0 and chunks[comma].has("determiner"):
        comma -= 1
    if comma < 1 or chunks[comma].text not in ",:–—(" or not doer.members.named:
        return None
    phrase = covering(found, comma - 1)
    if phrase is None and chunks[comma - 1].cardinal is not None:
        phrase = Phrase(comma - 1, comma - 1, Members(quantity=chunks[comma - 1].cardinal), chunks[comma - 1].number)
    if phrase is None or phrase.number is None or phrase.members.quantity != len(doer.members.named):
        return None
    if of_a_part(chunks, phrase.first):
        return None  # "Africa's three members, Chad, Mali and Togo, voted for it"
    before = chunks[phrase.first - 1] if phrase.first else None
    if phrase.members.quantity == 1 and before is not None and before.is_word:
        if not before.has(*BEFORE_ONE) or before.lower in ORDERING:
            return None  # "On 660, the very first one, Chad voted yes"
    return phrase


def of_the_others(chunks: list[Chunk], doer: Phrase) -> bool:
    """ "One country out of fourteen came along": counted besides the one that led."""
    out_of = any(c.text.lower() == "out of" for c in chunks[doer.first : doer.last])
    return out_of and any(c.cardinal in (10, 14) for c in chunks[doer.first + 1 : doer.last + 1])


def antecedent(sentence: Sentence, found: list[Phrase], doer: Phrase) -> Members | None:
    """Whom the sentence itself named before a pronoun: "China did not go that far, it abstained"."""
    if doer.members.pronoun and doer.members.text.lower() in ("both", "the two", "the pair"):
        named = [n for p in found if p.last < doer.first for n in p.members.named]
        return Members(tuple(named), text=doer.members.text) if len(named) == 2 else None
    if not doer.members.pronoun or doer.members.text.lower() not in ("it", "they", "he", "she"):
        return None
    plural = doer.members.text.lower() == "they"
    person = doer.members.text.lower() in ("he", "she")
    if (just := _just_named(sentence.chunks, found, doer)) is not None and (
        not person or is_person(sentence.chunks, just)
    ):
        return just.members
    for phrase in found:
        if phrase.last >= doer.first:
            break
        if person and not is_person(sentence.chunks, phrase):
            continue
        several = len(phrase.members.named) > 1 or (plural and a_people(phrase.members))
        if object_of(sentence.chunks, phrase.first) and is_demonym(sentence.chunks[phrase.first]):
            continue  # "When it vetoed the Georgian mission in 2009, it did so by itself"
        if (phrase.members.named or phrase.members.adjective) and not governed(sentence.chunks, phrase.first):
            alone = plural and _alone_before(sentence, found, phrase, doer)
            return phrase.members if several == plural or alone or phrase.members.adjective else None
    return None


def _just_named(chunks: list[Chunk], found: list[Phrase], doer: Phrase) -> Phrase | None:
    """ "…, and the Chinese, they abstained", "the Soviets, well, they voted yes": whom a pronoun takes up at once."""
    at = doer.first - 1
    if at > 2 and chunks[at].text in SETTING_OFF and chunks[at - 1].lower in GETTING_GOING:
        at -= 2 if chunks[at - 2].text in SETTING_OFF else 0
    phrase = next((p for p in found if p.last == at - 1), None)
    if phrase is None or chunks[at].text not in SETTING_OFF or not phrase.members.named:
        return None
    before = phrase.first - 1
    while before >= 0 and chunks[before].has("determiner"):
        before -= 1
    opening = before < 0 or not chunks[before].is_word
    # "they" may be said of one state, as long as the clause turns to it
    turned = not opening and (chunks[before].has("and", "but") or chunks[before].lower in GETTING_GOING)
    as_for = before > 0 and chunks[before].lower in ("for", "to") and chunks[before - 1].lower == "as"
    opens = opening or turned or as_for
    several = len(phrase.members.named) > 1 or a_people(phrase.members)
    fits = several or turned if doer.members.text.lower() == "they" else not several
    return phrase if opens and fits else None


def _alone_before(sentence: Sentence, found: list[Phrase], subject: Phrase, doer: Phrase) -> bool:
    """ "China is the odd one, they vetoed it": a state spoken of as its people, with nobody else named before."""
    before = [p for p in found if p.last < doer.first]
    opens = subject.first <= 1 or not sentence.chunks[subject.first - 1].is_word
    opens = opens and len(subject.members.named) == 1 and not subject.members.groups
    mark = sentence.chunks[doer.first - 1] if doer.first else None
    return len(before) == 1 and opens and mark is not None and (mark.text in ",;:—" or mark.has("and", "but"))


def is_person(chunks: list[Chunk], phrase: Phrase) -> bool:
    """Whether a delegate or leader is named, of whom "he" and "she" are said."""
    if any(c.has("delegate") for c in chunks[phrase.first : phrase.last + 1]):
        return True
    return any(alias.kind in ("envoy", "leader") for named in phrase.members.named for alias in named.aliases)


def denied(sentence: Sentence, act: Act, doer: Phrase) -> bool:
    """Whether the clause says that it was not done."""
    chunks = sentence.chunks
    subject_last = doer.last if doer.last < act.at else -1
    deny = negated(sentence, act.at, subject_last) != (_of_nothing(chunks, act.last + 1) or _of_no(chunks, act))
    group = verb_group_start(chunks, act.at)
    if (
        group > 0
        and (chunks[group - 1].has("instead") or chunks[group - 1].lower in ("neither", "nor", "without"))
        and not deny
    ):
        return not act.denied
    if doer.first > 1 and chunks[doer.first - 1].has("do", "have") and chunks[doer.first - 2].lower in FRONTED:
        return not act.denied
    if _not_the_one(chunks, doer, act.at):
        return deny == act.denied
    if doer.first < act.at and not any(c.has("relative") for c in chunks[doer.last + 1 : act.at]):
        before = doer.first - 1
        deny = deny or (doer.members.text.lower() == "both" and chunks[doer.first].lower == "neither")
        while before >= 0 and (
            chunks[before].lower == "even" or (chunks[before].has("determiner") and chunks[before].lower != "neither")
        ):
            before -= 1
        if _neither_of_those(chunks, before):
            return deny == act.denied
        if (
            before >= 0
            and (chunks[before].lower in ("not", "neither", "nor", "without") or chunks[before].has("neither"))
            and not chunks[before + 1].has("only")
        ):
            deny = not deny
    return deny != act.denied


def _neither_of_those(chunks: list[Chunk], comma: int) -> bool:
    """ "Neither of the two islands, Malta and Cyprus, voted for it": those named say which none of them did."""
    if comma < 2 or chunks[comma].text not in ",(–—":
        return False
    opens = next((i + 1 for i in range(comma - 1, -1, -1) if not chunks[i].is_word), 0)
    said = " ".join(c.lower for c in chunks[opens : opens + 2])
    return said.startswith(("neither of", "none of")) and not any(
        c.has("verb", "be", "have", "do") for c in chunks[opens:comma]
    )


def _not_the_one(chunks: list[Chunk], doer: Phrase, verb: int) -> bool:
    """ "It was not Russia that vetoed it", "the US and not Russia who did"."""
    before = doer.first - 1
    behind = chunks[doer.last + 1] if doer.last + 1 < verb else None
    if before < 1 or behind is None or behind.lower not in ("that", "who", "which"):
        return False
    denied = chunks[before].has("negation") and chunks[before].lower in ("not", "n't", "never")
    return denied and chunks[before - 1].has("be", "and")


def _of_nothing(chunks: list[Chunk], behind: int) -> bool:
    """ "Vetoed nothing", "supported neither", "voted for none of them", "against not one", "vetoed no text"."""
    if behind >= len(chunks):
        return False
    following = chunks[behind].lower
    if following in SINGLE:
        # "Not one but two"
        return behind + 1 < len(chunks) and not chunks[behind + 1].has("but")
    return following in NOTHING or (following == "no" and behind + 1 < len(chunks) and chunks[behind + 1].has("text"))


NOTHING = frozenset({"nothing", "none", "neither", "none of them"})
SINGLE = frozenset({"not one", "not a single", "not a single one"})


def _of_no(chunks: list[Chunk], act: Act) -> bool:
    """ "Cast no veto", "needed no veto", "had no need of its veto"."""
    beside = chunks[max(act.at - 1, 0) : act.at] + chunks[act.at + 1 : min(act.at + 2, act.last)]
    return act.choice == "veto" and act.last > act.at and any(c.lower == "no" for c in beside)


SUPPORTED = ("supported", "backed")


LEAVING = frozenset({"left", "leaves", "leave", "leaving"})


def company_of(sentence: Sentence, found: list[Phrase], last: int) -> Phrase | None:
    """Others that did the same, named behind the verb: "abstained, along with Algeria"."""
    chunks = sentence.chunks
    for position in range(last + 1, min(last + FAR, len(chunks))):
        chunk = chunks[position]
        if chunk.lower in LEAVING and any(c.has("member") for c in chunks[position + 1 : position + 3]):
            return None  # "abstained and left Russia with Bolivia for company"
        if position > last + NEAR and (
            chunk.has("member", "relative", "and") or chunk.cardinal is not None or chunk.lower in COMPANY
        ):
            return None
        by = (
            (chunk.lower in SUPPORTED or chunk.lower in ("joined", "accompanied", "followed", "flanked", "seconded"))
            and position + 1 < len(chunks)
            and chunks[position + 1].lower == "by"
        )
        if by and chunk.lower in SUPPORTED and any(c.has("text") for c in chunks[last + 1 : position]):
            return None  # "vetoed the draft, backed by thirteen others": whether the draft was, or its veto
        words = " ".join(c.lower for c in chunks[position : position + 4])
        if words in COMPANY or " ".join(words.split()[:3]) in COMPANY:
            position += 3 if words in COMPANY else 2
        if chunk.lower in COMPANY or by or words.startswith(IN_COMPANY):
            for first in (position + 1, position + 2, position + 3):
                if any(c.text in ";:.–—" for c in chunks[position + 1 : first]):
                    return None  # "said no with it; China did not"
                phrase = covering(found, first)
                if phrase is not None and phrase.first == first and phrase.members.named:
                    following = chunks[phrase.last + 1] if phrase.last + 1 < len(chunks) else None
                    if chunk.lower == "with" and not _bare_company(chunks, position, following):
                        return None
                    if chunk.lower == "with" and chunks[position - 1].lower in OF_TWO:
                        return None  # "abstained to spare its ties with Moscow and Beijing"
                    if following is not None and (
                        following.has("verb", "abstention_noun", "no_noun")
                        or (chunk.lower == "with" and following.lower == "on")
                    ):
                        return None
                    return phrase
            return None
        if (chunk.has("verb", "but") and not chunk.has("text")) or chunk.text in ";:—–":
            return None
    return None


def _bare_company(chunks: list[Chunk], at: int, following: Chunk | None) -> bool:
    """ "Abstained with Guyana and Jordan", "with Israel for company", "with Cuba beside it"; not "with Guyana's envoy
    leaving the room".
    """
    if following is None or not following.is_word:
        return True
    if following.lower == "for":
        return any(c.lower == "company" for c in chunks[at + 2 : at + 9])
    pronoun = chunks[chunks.index(following, at) + 1 :][:1]
    return following.lower in ("beside", "alongside", "behind") and any(c.lower in BESIDE_WHOM for c in pronoun)


BESIDE_WHOM = frozenset({"it", "him", "her", "them", "us"})


def united(one: Members, other: Members) -> Members:
    return replace(
        one, named=one.named + tuple(n for n in other.named if n not in one.named), groups=one.groups + other.groups
    )


def with_tail(chunks: list[Chunk], found: list[Phrase], members: Members, end: int) -> tuple[Members, int]:
    """A list of some of those counted, behind a comma: "the other 13 abstained, Britain and China among them"."""
    if (
        end + 2 < len(chunks)
        and chunks[end + 1].text == ","
        and (tail := among_tail(chunks, found, end + 2)) is not None
    ):
        return members, tail
    return members, end


def cannot_veto(members: Members) -> bool:
    """Whether all those that a pronoun seems to stand for never had a veto."""
    return bool(members.named) and not members.groups and not any(
        alias.code in VETO_HOLDERS for named in members.named for alias in named.aliases
    )  # fmt: skip


def is_count(members: Members) -> bool:
    """ "Ten members voted for it" is a tally, not a position."""
    return (
        members.quantity is not None
        and not members.others
        and members.adjective is None
        and not members.named
        and not members.groups
    )
