"""Where a verb's clause begins and ends, and which noun phrase is its subject.

English is read shallowly: from the verb to the left, over what is inserted or embedded, to the words that
can only begin a clause; the subject is the leftmost noun phrase there that no preposition governs.
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.nouns import Noun, adjectives_in_a_row, nouns, verbish
from onrecord.reading.parsed import Phrase, Sentence, possessed
from onrecord.reading.table import word_sets

REACH = 60
"""Chunks to the left of a verb within which its clause is looked for."""
_WORDS = word_sets("clause_words.csv")
SUBORDINATORS, EITHER, INSERTED = _WORDS["subordinator"], _WORDS["either"], _WORDS["insertion"]
MARKS = frozenset(";:—–")
CLEFT = 4
"""The shortest beginning of "it was France, …, that"."""


def verb_group_start(chunks: list[Chunk], verb: int) -> int:
    """The first chunk of the verb with its auxiliaries, negations and adverbs, dates between them included."""
    at = verb
    while at > 0:
        before = chunks[at - 1]
        if before.lower in ("neither", "none", "both"):
            break
        if (
            before.has("be", "have", "do", "modal", "negation", "adverb", "realised", "same_way", "ever", "only")
            and before.date is None
        ) or (before.is_word and not before.entries and before.lower.endswith("ly")):
            at -= 1
        elif before.date is not None and at > 1 and not possessed(chunks, at - 1):
            at -= 2 if at > 1 and chunks[at - 2].has("preposition") else 1
        else:
            break
    return at


def subject(sentence: Sentence, found: list[Phrase], verb: int) -> Noun | None:
    """The noun phrase that does (or in the passive suffers) what the verb at chunk `verb` says."""
    chunks = sentence.chunks
    end = verb_group_start(chunks, verb)
    if end > 0 and chunks[end - 1].has("relative") and chunks[end - 1].lower in ("who", "which", "that"):
        return antecedent(sentence, found, end - 1)
    end = before_insertion(chunks, end)
    start = _inside_brackets(chunks, found, clause_start(sentence, found, end), end)
    found_noun = reduced_relative(chunks, found, start, end) or _leftmost(chunks, found, start, end)
    if found_noun is None and start > 0 and chunks[start - 1].lower in ("who", "which", "that"):
        return antecedent(sentence, found, start - 1)
    return found_noun


def _inside_brackets(chunks: list[Chunk], found: list[Phrase], start: int, end: int) -> int:
    """ "The text passed (Mali drafted it)": what stands in brackets has a subject of its own, if it opens with one."""
    bracket = next((at for at in range(end - 1, start - 1, -1) if chunks[at].text in ("(", ")")), None)
    if bracket is None or chunks[bracket].text == ")" or not nouns(chunks, found, bracket + 1, end):
        return start
    return bracket + 1


def reduced_relative(chunks: list[Chunk], found: list[Phrase], start: int, end: int) -> Noun | None:
    """ "The text France tabled", "what France tabled": a name behind a text, right before the verb, is its subject."""
    before = nouns(chunks, found, start, end)
    if len(before) < 2 or before[-1].last != end - 1 or before[-2].last != before[-1].first - 1:
        return None
    whole = before[-2].kind == "text" or chunks[before[-2].last].lower == "what"
    return before[-1] if before[-1].kind == "members" and whole else None


def antecedent(sentence: Sentence, found: list[Phrase], relative: int) -> Noun | None:
    """The noun phrase that a relative pronoun stands for: the last before it that no comma cuts off, its head."""
    chunks = sentence.chunks
    if (cleft := _cleft(chunks, found, relative)) is not None:
        return cleft
    at = relative
    while at > 0 and (chunks[at - 1].text in ",—(" or chunks[at - 1].has("and", "but", "preposition")):
        at -= 1
    start = clause_start(sentence, found, at)
    before = nouns(chunks, found, start, at)
    if not before:
        return None
    last = before[-1]
    for noun in reversed(before):
        if noun.kind in ("text", "members", "body") and chunks[relative].lower != "who":
            return noun
        if noun.kind == "members":
            return noun
        if not _of_the_next(chunks, noun, before):
            break
    return last


def _cleft(chunks: list[Chunk], found: list[Phrase], relative: int) -> Noun | None:
    """ "It was France, of all countries, that …", "it was Malta, I hear, who …": whom "it was" is said of."""
    close = relative - 1
    if close < CLEFT or chunks[close].text not in ",—–":
        return None
    mark = next((i for i in range(close - 2, max(close - 12, 1), -1) if chunks[i].text == chunks[close].text), None)
    if mark is None:
        return None
    last = [n for n in nouns(chunks, found, max(0, mark - 8), mark) if n.kind == "members" and n.last == mark - 1]
    if not last:
        return None
    be = last[-1].first - 1
    while be > 0 and chunks[be].has("adverb", "only", "determiner"):
        be -= 1
    return last[-1] if be > 0 and chunks[be].has("be") and chunks[be - 1].lower == "it" else None


def _of_the_next(chunks: list[Chunk], noun: Noun, before: list[Noun]) -> bool:
    """Whether a preposition ties the phrase to one further left ("the resolution on Jerusalem, which")."""
    return noun.first > 0 and chunks[noun.first - 1].has("preposition") and noun is not before[0]


def clause_start(sentence: Sentence, found: list[Phrase], end: int) -> int:
    """The first chunk of the clause whose verb group begins at `end`."""
    chunks = sentence.chunks
    inside = {i for p in found for i in range(p.first, p.last + 1)}
    floor = max(0, end - REACH)
    verbs = 0
    quotes = 0
    has_noun = False
    at = verb_at = end - 1
    while at >= floor:
        chunk = chunks[at]
        if at in inside:
            has_noun = True
        elif chunk.text in MARKS:
            return at + 1
        elif chunk.text == '"':
            quotes += 1
        elif chunk.text == ")":
            at = _opening(chunks, at)
        elif chunk.text == ",":
            if adjectives_in_a_row(chunks, at, end):
                at -= 1
                continue
            if has_noun and not verbs and not _list_comma(chunks, at) and bool(_leftmost(chunks, found, at + 1, end)):
                return at + 1
        elif chunk.lower in SUBORDINATORS:
            if not verbs or chunk.lower not in ("where", "when"):
                return at + 1
        elif chunk.lower in EITHER and not verbs and at + 1 < end and chunks[at + 1].date is None:
            free = _leftmost(chunks, found, at + 1, end, fallback=False) is not None
            if free or _behind_a_clause(chunks, found, at, end, floor):
                return at + 1
        elif "relative" in chunk.kinds and not _demonstrative(chunks, at):
            if not verbs:
                return at + 1
            verbs -= 1
            has_noun = False
        elif "and" in chunk.kinds and chunk.lower in ("and", "or", "nor", "&"):
            if not verbs and _leftmost(chunks, found, at + 1, end) is not None and _verb_before(chunks, at, floor):
                return at + 1
            if verbs and _has_subject(chunks, found, at + 1, verb_at) and _verb_before(chunks, at, floor):
                return at + 1
        elif _real_verb(chunks, at):
            if has_noun and "reporting" in chunk.kinds:
                return at + 1
            verbs = 1
            verb_at = at
        elif chunk.is_word and not chunk.has("preposition", "adverb"):
            has_noun = True
        at -= 1
    return _past_quote(chunks, floor, end) if quotes % 2 else floor


def _has_subject(chunks: list[Chunk], found: list[Phrase], first: int, verb: int) -> bool:
    """Whether members stand between "and" and a verb, right behind the one and before the other."""
    noun = _leftmost(chunks, found, first, verb, fallback=False)
    return noun is not None and noun.kind == "members" and noun.first <= first + 1 and noun.last == verb - 1


def _past_quote(chunks: list[Chunk], floor: int, end: int) -> int:
    return next((i + 1 for i in range(end - 1, floor - 1, -1) if chunks[i].text == '"'), floor)


def _real_verb(chunks: list[Chunk], at: int) -> bool:
    chunk = chunks[at]
    if not verbish(chunk) and not _behind_subject(chunks, at):
        return False
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    # A participle behind its noun is part of the phrase: "the draft tabled by Japan".
    if following is not None and following.lower == "by":
        return False
    return not (at > 0 and chunks[at - 1].text == "-")


def _verb_before(chunks: list[Chunk], at: int, floor: int) -> bool:
    for position in range(at - 1, floor - 1, -1):
        if chunks[position].text in MARKS:
            return False
        if verbish(chunks[position]) or _behind_subject(chunks, position):
            return True
    return False


def _behind_subject(chunks: list[Chunk], at: int) -> bool:
    """A word that no table knows, right behind a name or "the Council": a verb, as far as can be told."""
    chunk, before = chunks[at], chunks[at - 1] if at else None
    if (
        before is None
        or chunk.entries
        or chunk.number is not None
        or chunk.date is not None
        or not chunk.text.islower()
    ):
        return False
    named = before.get("member")
    return chunk.lower.isalpha() and (
        before.has("council", "assembly") or (named is not None and named.form not in ("demonym", "abbreviation"))
    )


def _demonstrative(chunks: list[Chunk], at: int) -> bool:
    """ "That draft", "that this is": "that" and no relative."""
    if chunks[at].lower != "that":
        return False
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    return (
        following is not None
        and (following.has("text", "vote_noun") or following.date is not None)
        and not (at > 0 and chunks[at - 1].has("reporting"))
    )


def _list_comma(chunks: list[Chunk], at: int) -> bool:
    return (
        at > 0
        and chunks[at - 1].has("member", "group")
        and at + 1 < len(chunks)
        and chunks[at + 1].has("member", "group", "and")
    )


def before_insertion(chunks: list[Chunk], end: int) -> int:
    """Past what commas or brackets insert right before the verb: "Panama, one of the elected members, drafted"."""
    while end > 0:
        if chunks[end - 1].text == ")":
            end = _opening(chunks, end - 1)
        elif chunks[end - 1].text in ",—–" and (opening := _insertion(chunks, end - 1)) is not None:
            end = opening
        else:
            break
    return end


def _insertion(chunks: list[Chunk], close: int) -> int | None:
    """The comma or dash that opens what the one at `close` ends; None where nothing is inserted."""
    mark = chunks[close].text
    for position in range(close - 2, max(-1, close - 34), -1):
        if chunks[position].text == mark or (mark == "," and chunks[position].text in ";:"):
            if chunks[position].text != mark:
                return None
            if _may_be_inserted(chunks, position + 1, close) or (
                mark != "," and _names_only(chunks, position + 1, close)
            ):
                return position if position > 0 else None
    return None


def past_insertion(chunks: list[Chunk], at: int) -> int:
    """Behind what is inserted from chunk `at` on, or `at`: "all but one, of course, voted for it"."""
    if at >= len(chunks) or chunks[at].text not in CLOSED_BY:
        return at
    closing = CLOSED_BY[chunks[at].text]
    for position in range(at + 2, min(at + 16, len(chunks) - 1)):
        if chunks[position].text == closing:
            return position + 1 if closing == ")" or _may_be_inserted(chunks, at + 1, position) else at
        if chunks[position].text in ";:":
            break
    return at


CLOSED_BY = {",": ",", "(": ")", "–": "–", "—": "—"}


def _names_only(chunks: list[Chunk], first: int, end: int) -> bool:
    """ "The three Africans – Gabon, Ghana and Kenya – abstained"."""
    return all(c.has("member", "and", "group") or c.text == "," for c in chunks[first:end])


def _may_be_inserted(chunks: list[Chunk], first: int, end: int) -> bool:
    opening = chunks[first]
    if opening.lower in INSERTED or opening.has(
        "relative", "preposition", "determiner", "only", "among", "number", "all_others"
    ):
        return True
    if opening.number is not None or _participle_clause(chunks, first) or _comment(chunks, first, end):
        return True
    if opening.has("but", "adverb", "same_way") and not any(verbish(c) for c in chunks[first:end]):
        return True
    return not any(verbish(c) for c in chunks[first:end]) and not opening.has("and", "member", "group")


def _comment(chunks: list[Chunk], first: int, end: int) -> bool:
    """ "The Council, we now know, adopted it", "…, said the minister, …": who says or knows it."""
    if end - first > LONGEST_COMMENT:
        return False
    if chunks[first].has("reporting"):
        return True
    who = chunks[first].has("first_person") or chunks[first].lower in COMMENTING
    return who and any(c.has("reporting") or c.lower in _WORDS["commented"] for c in chunks[first + 1 : end])


LONGEST_COMMENT = 6
COMMENTING = frozenset({"i", "we", "you", "they", "he", "she", "it", "one"})


def _participle_clause(chunks: list[Chunk], at: int) -> bool:
    """ "The mission, authorised on 2 October with 13 votes, was …": what was done to the subject."""
    participle = any(e.kind == "verb" and e.form == "participle" for e in chunks[at].entries)
    return participle and at + 1 < len(chunks) and chunks[at + 1].has("preposition")


def _opening(chunks: list[Chunk], close: int) -> int:
    for position in range(close - 1, max(-1, close - 40), -1):
        if chunks[position].text == "(":
            return position
    return close


def _behind_a_clause(chunks: list[Chunk], found: list[Phrase], at: int, end: int, floor: int) -> bool:
    """ "Oil rose after the Council rejected it": what stands between "after" and the verb is the verb's subject."""
    if not _verb_before(chunks, at, floor) or any(not c.is_word for c in chunks[at + 1 : end]):
        return False
    between = nouns(chunks, found, at + 1, end)
    return len(between) == 1 and between[0].last == end - 1 and not _time(chunks, between[0])


def _leftmost(chunks: list[Chunk], found: list[Phrase], start: int, end: int, fallback: bool = True) -> Noun | None:
    """The first noun phrase that no preposition governs; else, after "after" or "before", the first of all."""
    governed_only: Noun | None = None
    before_it = nouns(chunks, found, start, end)
    if _led_in(chunks, before_it, end):
        return before_it[-1]
    for noun in before_it:
        if _time(chunks, noun) or _in_a_hedge(chunks, noun):
            continue
        before = chunks[noun.first - 1] if noun.first > 0 else None
        if before is not None and (before.lower in EITHER or _so_long_after(before)):
            governed_only = governed_only or noun
        elif before is None or not before.has("preposition") or _hedges(chunks, noun):
            return noun
    return governed_only if fallback else None


def _led_in(chunks: list[Chunk], before: list[Noun], end: int) -> bool:
    """ "Eventually the Council adopted it", "thank God the Council did", "the record shows the Council adopted it":
    whether a body or text right before the verb follows at once on words that do nothing.
    """
    if len(before) < 2 or before[-1].kind not in ("body", "text") or before[-1].last != end - 1:
        return False
    lead = before[-2]
    if lead.kind != "other" or lead.last != before[-1].first - 1 or chunks[lead.last].lower in _WORDS["not_led"]:
        return False
    return not chunks[lead.first].has("determiner") or chunks[lead.last].lower in _WORDS["leading"]


def _so_long_after(before: Chunk) -> bool:
    """ "Two days after the war began Russia tabled it": what follows only says when."""
    return before.date is not None and before.date.form == "distance" and before.lower.split()[-1] in EITHER


def _in_a_hedge(chunks: list[Chunk], noun: Noun) -> bool:
    """ "Well over ninety", "as many as 97": "well" and "many" belong to the number behind them."""
    if noun.first != noun.last or noun.kind != "other":
        return False
    number = next((c.number for c in chunks[noun.last + 1 : noun.last + 4] if c.number is not None), None)
    return number is not None and number.hedge_start is not None and number.hedge_start <= chunks[noun.first].start


def _hedges(chunks: list[Chunk], noun: Noun) -> bool:
    """ "Over a hundred states", "at least 60 countries": the preposition belongs to the number."""
    if chunks[noun.first].lower in ("least", "most"):
        return True
    return chunks[noun.first].number is not None and chunks[noun.first - 1].lower in _WORDS["number_hedge"]


def _time(chunks: list[Chunk], noun: Noun) -> bool:
    """A phrase that only says when: "the next day", "that November", "this time", "both times"."""
    following = chunks[noun.last + 1] if noun.last + 1 < len(chunks) else None
    both = following is not None and following.has("times") and noun.kind == "pronoun"
    return both or chunks[noun.last].lower in _WORDS["occasion"]


def clause_end(sentence: Sentence, found: list[Phrase], verb: int) -> int:
    """The last chunk of the clause that the verb stands in, its objects and adverbials included."""
    chunks = sentence.chunks
    inside = {i for p in found for i in range(p.first, p.last)}
    at = verb
    while at + 1 < len(chunks) and at - verb < 32:
        following = chunks[at + 1]
        if at not in inside:
            if (
                following.text in ";:—–.!?)"
                or following.lower in SUBORDINATORS
                or following.lower in ("who", "which", "whose")
            ):
                break
            if (following.text == "," or following.has("and")) and _begins_clause(chunks, found, at + 2):
                break
            if (
                _finite_verb(following)
                and not chunks[at].has("and", "negation", "relative")
                and chunks[at].lower != "to"
            ):
                # "the motion Ottawa sponsored went down": the verb of the clause around this one
                break
        at += 1
    while at > verb and chunks[at].text in ",\"'":
        at -= 1
    return at


def _finite_verb(chunk: Chunk) -> bool:
    if any(e.kind == "verb" and e.form == "past" for e in chunk.entries):
        return not chunk.has("text", "vote_noun", "member_noun", "sponsored_adjective", "yes_noun", "no_noun")
    return False


def _begins_clause(chunks: list[Chunk], found: list[Phrase], at: int) -> bool:
    while at < len(chunks) and (chunks[at].has("and", "adverb") or chunks[at].text == ","):
        at += 1
    if at >= len(chunks):
        return True
    if chunks[at].has("relative", "negation", "so") or chunks[at].lower in SUBORDINATORS or verbish(chunks[at]):
        return True
    ahead = nouns(chunks, found, at, min(at + 10, len(chunks)))
    if not ahead or ahead[0].first > at + 1:
        return chunks[at].has("preposition") or _gerund(chunks[at])
    following = ahead[0].last + 1
    if following >= len(chunks):
        return False
    after = chunks[following]
    if ahead[0].kind in ("body", "members", "pronoun") and after.is_word:
        return not (after.has("and", "preposition", "but"))
    return verbish(after) or _gerund(after) or after.has("adverb")


def _gerund(chunk: Chunk) -> bool:
    return any(e.kind == "verb" and e.form == "gerund" for e in chunk.entries)
