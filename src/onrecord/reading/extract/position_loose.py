"""How surely words that may be of something else speak of a vote: "Ghana opposed", "Russia buried it", "China went
along".
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_words import IT, VOTED_TO, VOTING_KINDS, Act, speaks_of_votes
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

OWNING = frozenset({"its", "their", "his", "her"})
"""Before a text that is stopped they make it the doer's own plan: "binned its plan for a new metro line"."""
ELSEWHERE = frozenset({"in", "into", "with", "under", "by", "through", "amid"})
"""Prepositions behind which a text is not what is stopped."""
LEANING_BACK = 2
"""Sentences after what somebody did in which another may go along with that."""
OF_CONDUCT = frozenset({"neutral", "neutrals", "aside", "away", "distance", "sidelines", "other"})
"""Words of keeping out of a matter, on which no vote need be meant: "kept its distance", "looked the other way"."""
TEXTS = frozenset({"text", "draft", "resolution", "motion"})


def how_loose(sentence: Sentence, act: Act, members: Members, discourse: Discourse) -> bool | None:
    """False where the words surely speak of a vote, True where only a vote that bears them out shows it, None
    where they do not.
    """
    chunks = sentence.chunks
    near = discourse.voted_near(sentence)
    speaking = speaks_of_votes(sentence)
    if act.choice in ("yes", "no") and _of_an_opinion(chunks, act.last + 1):
        return None
    if _left_for_longer(chunks, act) or _left_as_it_was(chunks, act):
        return True
    untold = discourse.last_in < 0 and discourse.voted_on_in < 0 and act.meaning in ("abstain", "no_yes")
    if untold and sentence.kinds.isdisjoint(VOTING_KINDS) and not OF_CONDUCT.isdisjoint(chunks[act.at].lower.split()):
        return True  # "The Council adopted it. China stayed neutral in the war."
    if act.needs == "" or (
        act.needs in ("vote", "text") and any(word in TEXTS for word in chunks[act.at].lower.split())
    ):
        return False
    if act.choice == "yes" and chunks[act.at].lower.split()[-1] == "along" and not act.denied:
        # "Russia vetoed it, China went along": with whom it went
        follower = discourse.last_choice in ("veto", "no", "abstain") and not discourse.last_negated
        if follower and sentence.index - discourse.last_in <= LEANING_BACK:
            return True if speaking or near else None
    decided = discourse.decided_near(sentence) and not _along_with_something(chunks, act.last)
    if act.needs == "event":
        return True if near or speaking or decided or "vote" in chunks[act.at].lower.split() else None
    if act.choice == "alone" and _as_a_rule(chunks, act):
        return True
    if act.needs == "vote":
        of_it = chunks[act.at].lower.endswith(IT) and discourse.text_before(sentence)
        return False if speaking or near or of_it else True if decided or act.choice == "alone" else None
    if members.others or members.everyone or members.nobody:
        return False
    following = chunks[act.last + 1] if act.last + 1 < len(chunks) else None
    # "promises to apply what it opposed" is of no vote in particular
    lately = near and not any(c.lower == "what" for c in chunks[max(0, act.at - 4) : act.at])
    if (
        (speaking or lately)
        and chunks[act.at].has("no_noun", "yes_noun")
        and (following is None or not following.is_word or following.has("and"))
    ):
        return False
    for position in range(act.last + 1, min(act.last + 9, len(chunks))):
        chunk = chunks[position]
        if (
            chunk.has("and")
            and position + 1 < len(chunks)
            and any(e.kind == "verb" and e.form == "past" for e in chunks[position + 1].entries)
        ):
            break
        if act.block and chunk.lower in ELSEWHERE and position > act.last + 1:
            # "drowned the talks in paper"
            break
        if chunk.has("text", "cite") or chunk.text.startswith(("S/", "A/")):
            return act.block and chunks[position - 1].lower in OWNING
        of_two = position <= act.last + 2 and chunk.lower in OF_TWO and not _noun_behind(chunks, position)
        of_two = of_two or (position <= act.last + 3 and _whose_one(chunks, position))
        these = chunk.has("pronoun_text") and not (chunk.has("determiner") and _noun_behind(chunks, position))
        if of_two or (these and position <= act.last + 2):
            return False if speaking or near or discourse.text_before(sentence) else None
        if chunk.text in ",;:—–" or chunk.has("but"):
            break
    if speaking and any(c.has("text", "cite") for c in chunks[max(0, act.at - 14) : act.at]):
        return act.block and _done_to_a_thing(chunks, act.last + 1)
    if near and act.at == act.last and (following is None or not following.is_word):
        return True  # "Fourteen approved, one abstained. Russia approved."
    named = chunks[act.last + 1].has("determiner") if act.last + 1 < len(chunks) else False
    return True if act.block or speaking or (near and named) else None


def _done_to_a_thing(chunks: list[Chunk], at: int) -> bool:
    """ "Backed the text, for which Kuwait stopped its aid": what is stopped is named, and is no text."""
    behind = chunks[at : at + 2]
    return len(behind) > 1 and behind[0].has("determiner") and behind[1].is_word and not behind[1].entries


OF_TWO = frozenset({"first", "second", "third", "former", "latter", "the former", "the latter", "other"})
"""What is said of a text told of before: "backed the second"."""


def _along_with_something(chunks: list[Chunk], last: int) -> bool:
    """ "Came along with a speech", "went along with the Italian plan"."""
    behind = chunks[last + 1 : last + 2]
    return chunks[last].lower.endswith(" along") and bool(behind) and behind[0].lower == "with"


def _as_a_rule(chunks: list[Chunk], act: Act) -> bool:
    """ "Mrs Thatcher is isolated in the Council": as she stands there, which is of no one vote."""
    words = " ".join(c.lower for c in chunks[max(0, act.at - 1) : act.at + 1]).split()
    return (
        words[-1] == "isolated" and len(words) > 1 and words[-2] in ("is", "are", "'s", "'re", "increasingly", "more")
    )


def _of_an_opinion(chunks: list[Chunk], at: int) -> bool:
    """ "Rejected those concerns", "backed the French view": what somebody said, and no text."""
    for chunk in chunks[at : at + OPINION_REACH]:
        if chunk.lower in OPINIONS:
            return True
        if not chunk.is_word or chunk.has("text", "cite", "preposition", "verb", "and", "but", "averted"):
            return False
    return False


OPINIONS = word_sets("clause_words.csv")["opinion"]
OPINION_REACH = 4
"""Chunks behind a verb within which its object ends."""


def _whose_one(chunks: list[Chunk], at: int) -> bool:
    """ "Backed the American one"."""
    bare = at + 1 >= len(chunks) or chunks[at + 1].text != "-"
    return chunks[at].lower == "one" and chunks[at - 1].has("member") and bare


def _noun_behind(chunks: list[Chunk], at: int) -> bool:
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    return behind is not None and behind.is_word and not behind.has("and", "but", "preposition", "adverb")


def _left_for_longer(chunks: list[Chunk], act: Act) -> bool:
    """ "Malik walked out of the Security Council in protest", "had walked out of the deal", "it walked out because the
    seat was Taiwan's": something else was left than the room while one vote was taken.
    """
    words = chunks[act.at].lower.split()
    if words[-1] != "out" or words[0][:4] not in ("walk", "stor", "flou", "stal"):
        return False
    behind = chunks[act.last + 1 : act.last + 5]
    if len(behind) > 1 and behind[0].text == "," and behind[1].has("negation"):
        return True  # "walked out, not of the vote but of the speech"
    if behind and behind[0].lower in GROUNDS and not any(c.has("text", "cite", "vote_noun") for c in chunks):
        return True
    return bool(behind) and behind[0].lower == "of" and not any(c.lower in ROOMS for c in behind)


def _left_as_it_was(chunks: list[Chunk], act: Act) -> bool:
    """ "Cuba voted to keep the equation": for what stood already, whatever the text before it would have done."""
    behind = chunks[act.at + 1] if act.at + 1 < len(chunks) else None
    return chunks[act.at].lower == VOTED_TO and behind is not None and behind.lower in KEEPING


GROUNDS = frozenset({"because", "in", "over", "when", "after"})
"""Words behind which it is told why somebody left, or when."""
_WORDS = word_sets("position_words.csv")
KEEPING = _WORDS["keeping"]
ROOMS = _WORDS["room"]
