"""What reads like a member's vote on a text and is none: what somebody is told to do or blamed for, what another clause
says, what is said of every text there was.
"""

from __future__ import annotations

from itertools import takewhile

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.voting_words import Act
from onrecord.reading.parsed import Phrase, finite, is_demonym
from onrecord.reading.table import word_sets
from onrecord.reading.wording import opens_clause

_WORDS = word_sets("position_words.csv")
STANDING = _WORDS["candidate"]
REASONS = frozenset({"because", "since", "as", "when", "while", "although", "though", "after", "once", "whereas"})
"""Words that open a clause before the one that says what was done."""
DEMANDING = tuple(_WORDS["demanding"])
BIDDING = word_sets("clause_words.csv")["bidding"]
"""Verbs behind which "to" says what somebody else is to do."""
ASKED_BEFORE = 2
FRIEND_OF = 2
"""How far before a name the noun stands whose it is: "ally of America"."""
FRIENDLY = _WORDS["friend_or_foe"]
OPPOSING = _WORDS["opposition"]
VOTE_NOUNS = ("veto_noun", "no_noun", "vote_noun")


def no_act(chunks: list[Chunk], doer: Phrase, act: Act) -> bool:
    """Whether the verb tells of no vote of the doer's on one text."""
    return (
        _therefore(chunks, act.at)
        or _of_a_vote(chunks, doer, act)
        or _participle(chunks, doer, act)
        or _of_whose_friend(chunks, doer, act.at)
        or _said_to_have(chunks, doer, act)
        or _of_no_text(chunks, act)
        or _blamed_for(chunks, act)
        or _gave_up(chunks, act)
        or _told_to(chunks, doer, act)
        or _asked_somebody_to(chunks, doer, act)
        or _somebody_elses(chunks, doer, act.at)
        or _of_the_main_clause(chunks, doer, act.at)
        or _of_what_may_be(chunks, act)
        or _by_so_many(chunks, act.at)
        or _from_using(chunks, act)
        or any(chunks[i].lower == "only" and chunks[i + 1].lower == "ever" for i in range(doer.last + 1, act.at))
    )


def _from_using(chunks: list[Chunk], act: Act) -> bool:
    """ "Has abstained from using its veto": neither an abstention nor a veto."""
    abstained = act.at if chunks[act.at].verb("abstain") else act.at - 2
    if abstained < 0 or not chunks[abstained].verb("abstain") or chunks[abstained + 1 : abstained + 2] == []:
        return False
    behind = [c.lower for c in chunks[abstained + 1 : abstained + 3]]
    return len(behind) > 1 and behind[0] == "from" and behind[1].split()[0] in USING


USING = frozenset({"using", "casting", "vetoing", "exercising", "wielding", "blocking", "employing"})


def _by_so_many(chunks: list[Chunk], verb: int) -> bool:
    """ "They voted ten to one": all of a body, whoever was told of last."""
    at = verb + 1 + (verb + 1 < len(chunks) and chunks[verb + 1].lower == "by")
    if not chunks[verb].lower.startswith("vot") or at + 2 >= len(chunks) or chunks[at].cardinal is None:
        return False
    return chunks[at + 1].lower in ("to", "-", "–", "against") and chunks[at + 2].cardinal is not None


BY_DOING = 7
"""Chunks before "by abstaining" in which what may be is told."""


def _of_what_may_be(chunks: list[Chunk], act: Act) -> bool:
    """ "France might let it through by abstaining"."""
    if act.form != "gerund" or not act.at or chunks[act.at - 1].lower != "by":
        return False
    for at in range(act.at - 1, max(act.at - BY_DOING, -1), -1):
        if chunks[at].text in ",;:—" or chunks[at].has("but"):
            return False
        if chunks[at].has("modal"):
            return True
    return False


def _therefore(chunks: list[Chunk], at: int) -> bool:
    """ "Russia and Chad against, so vetoed": what became of the text by it."""
    if at < 2 or chunks[at - 1].lower not in ("so", "hence", "thus", "therefore", "thereby"):
        return False
    ends = at + 1 >= len(chunks) or not chunks[at + 1].is_word
    return ends and (not chunks[at - 2].is_word or chunks[at - 2].has("and"))


def _of_a_vote(chunks: list[Chunk], doer: Phrase, act: Act) -> bool:
    """ "Told Nehru to withdraw, and Zorin's veto put paid to it", "India abstained as a Russian no sank it": somebody
    else's vote did.
    """
    verb = act.at
    if act.block:
        joints = (i for i in range(verb - 1, doer.last + 1, -1) if opens_clause(chunks[i]) or chunks[i].has("and"))
        joint = next(joints, verb)
        aside = chunks[joint].has("relative") or chunks[joint].lower == "whose" or chunks[verb - 1].text in ",–—)"
        deed = any(c.has("verb") for c in chunks[doer.last + 1 : joint])
        own = chunks[joint + 1 : verb] if deed and not aside else []
        if any(c.has(*VOTE_NOUNS) or c.lower in OPPOSING for c in own) and not own[0].has("preposition"):
            return True
    before = verb - 1
    while before > doer.last + 1 and chunks[before].has("adverb", "have", "be"):
        before -= 1
    return before > doer.last + 1 and chunks[before].has("veto_noun") and chunks[before - 1].lower in ("'s", "'")


def _participle(chunks: list[Chunk], doer: Phrase, act: Act) -> bool:
    """ "China abstained on the text vetoed on Friday": nothing joins the second verb to the first."""
    if act.form != "past" or doer.last > act.at:
        return False
    before, behind = chunks[act.at - 1], chunks[act.at + 1 : act.at + 2]
    them = before.has("relative", "pronoun_member") or before.lower == "each"  # "they both opposed resolution 666"
    if before.has("determiner") and not them and behind and behind[0].has("text"):
        return True  # "instituted what the vetoed resolution envisaged"
    if doer.last == act.at - 1 and not doer.members.named and _several_were(chunks, act.last + 1):
        return True
    for at in range(act.at - 1, doer.last, -1):
        chunk = chunks[at]
        if not chunk.is_word or chunk.has("and", "but", "relative", "have", "be", "modal", "negation"):
            return False
        if chunk.has("verb") and not chunk.has("text"):
            return act.at - at > 1 and any(c.has("text") for c in chunks[at + 1 : act.at])
    return False


def _several_were(chunks: list[Chunk], behind: int) -> bool:
    """ "The two vetoed Syria drafts in July were Germany's": what was vetoed is what is spoken of."""
    clause = list(takewhile(lambda c: c.is_word and not c.has("and", "but", "relative"), chunks[behind:]))
    texts = next((i for i, c in enumerate(clause[:3]) if c.has("text") and c.lower.endswith("s")), None)
    if texts is None or any(c.has("determiner") for c in clause[:texts]):
        return False
    return any(c.has("be") for c in clause[texts + 1 :])


def _of_whose_friend(chunks: list[Chunk], doer: Phrase, verb: int) -> bool:
    """ "The only ally of America that abstained": the ally did."""
    if doer.first < FRIEND_OF or doer.last + 1 >= verb or chunks[doer.first - 1].lower != "of":
        return False
    return chunks[doer.first - FRIEND_OF].lower in FRIENDLY and chunks[doer.last + 1].has("relative")


def _said_to_have(chunks: list[Chunk], doer: Phrase, act: Act) -> bool:
    """ "The Gazette had Colombia abstaining": somebody's account of it, unlike "the vote had Colombia abstaining"."""
    had = doer.first - 1
    if act.form != "gerund" or had < 1 or chunks[had].lower not in ("had", "has", "have", "having"):
        return False
    return chunks[had - 1].is_word and not chunks[had - 1].has("vote_noun", "text", "veto_noun", "pronoun_member")


BY_THEN = ("by then", "by now", "so far", "at least")
"""Behind what members had done, at one time or another."""


def _of_no_text(chunks: list[Chunk], act: Act) -> bool:
    """ "Britain had backed no such text": of all the votes that there were."""
    behind = chunks[act.last + 1 : act.last + 5]
    if behind and behind[0].lower in ("all", "every", "each", "any") and any(c.lower in STANDING for c in behind):
        return True  # "vetoed all candidates from the North"
    if " ".join(c.lower for c in behind[:3]) in ("any of the", "any of these", "any of those"):
        return True  # "have not blocked any of the resolutions"
    if behind and behind[0].lower == "to":
        behind = behind[1:]
    if len(behind) > 1 and (behind[0].cardinal or 0) > 1 and behind[0].date is None:
        # "Objected to 34 resolutions", "to 34 out of 36 resolutions"
        return behind[1].has("text") or behind[1].lower in ("out of", "out", "of")
    perfect = any(c.has("have") for c in chunks[max(0, act.at - 2) : act.at])
    told_by = " ".join(c.lower for c in behind[:2])
    if perfect and told_by.startswith(("something", "anything", *BY_THEN)):
        return True  # "every permanent member has vetoed something"
    if [c.lower for c in behind[:2]] in (["nothing", "else"], ["anything", "else"]):
        return True
    if not behind or behind[0].lower not in ("no", "none"):
        return False
    return any(c.has("text") and not any(b.has("preposition") for b in behind[:i]) for i, c in enumerate(behind) if i)


def _blamed_for(chunks: list[Chunk], act: Act) -> bool:
    """ "Sanctions against Pretoria for blocking independence": what somebody is blamed for, and no vote on a text."""
    if not act.block or act.at < 1 or chunks[act.at - 1].lower != "for":
        return False
    return not any(c.has("text", "cite", "pronoun_text", "vote_noun") for c in chunks[act.at : act.last + 7])


def _gave_up(chunks: list[Chunk], act: Act) -> bool:
    """ "The others stopped pretending": what somebody no longer does, and no text that is stopped."""
    if not act.block or not chunks[act.last].lower.startswith(("stop", "halt", "ceas", "suspend")):
        return False
    behind = chunks[act.last + 1] if act.last + 1 < len(chunks) else None
    return behind is not None and behind.lower.endswith("ing") and not behind.has("text", "vote_noun", "cite")


def _told_to(chunks: list[Chunk], doer: Phrase, act: Act) -> bool:
    """ "A text demanding Israel halt work": what somebody is to do."""
    if act.form != "base" or doer.last != act.at - 1 or doer.first < 1 or len(doer.members.named) != 1:
        return False
    before = doer.first - 1 - chunks[doer.first - 1].has("determiner")
    word = chunks[before].lower if before >= 0 else ""
    if word == "that" and before > 0:
        word = chunks[before - 1].lower
    return word.startswith(DEMANDING) and not word.endswith("ers")


def _asked_somebody_to(chunks: list[Chunk], doer: Phrase, act: Act) -> bool:
    """ "Paris had asked the junta, in vain, to let it pass": what the doer wants of somebody."""
    if act.at < ASKED_BEFORE or chunks[act.at - 1].lower != "to":
        return False
    for at in range(act.at - ASKED_BEFORE, doer.last, -1):
        if chunks[at].lower in BIDDING:
            return True
        if chunks[at].text in ";:—–" or chunks[at].lower == "to" or chunks[at].has("but", "relative"):
            return False
    return False


def _somebody_elses(chunks: list[Chunk], doer: Phrase, verb: int) -> bool:
    """ "Along with Britain and France, and Chinese opposition was enough to kill it": another clause has begun."""
    for at in range(doer.last + 1, verb - 3):
        if chunks[at].text == "," and chunks[at + 1].lower == "and" and chunks[at + 2].has("member"):
            return is_demonym(chunks[at + 2]) and any(c.has("be") or finite(c) for c in chunks[at + 3 : verb])
    return False


def _of_the_main_clause(chunks: list[Chunk], doer: Phrase, verb: int) -> bool:
    """ "Because Haiti had dealings with Taipei, our side objected": whose reason is told is not who acts on it."""
    if doer.first < 1 or chunks[doer.first - 1].lower not in REASONS:
        return False
    comma = next((i for i in range(verb - 2, doer.last + 1, -1) if chunks[i].text == ","), None)
    if comma is None or any(not c.is_word for c in chunks[doer.last + 1 : comma]):
        return False
    opens = chunks[comma + 1]
    somebody = opens.has("determiner", "first_person") and not opens.has("relative", "negation", "only")
    return somebody and any(finite(c) or c.has("be", "have", "do") for c in chunks[doer.last + 1 : comma])
