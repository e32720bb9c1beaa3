"""Whose seat or term a sentence speaks of: who is named before the words, behind them, or was spoken of last."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.extract.membership_state import MEMORY, Hit, Memory, owner
from onrecord.reading.numbers import find_numbers
from onrecord.reading.parsed import Phrase, Sentence

_BEFORE_NAMES = re.compile(
    r"^(?:in (?:comes?|came)|out (?:goe?s?|went))$|^there (?:are|were) .*\bmembers\b|"
    r"^(?:place|seat|chair)s?\b.*\b(?:to|by)\W*(?:the)?$|"
    r"\bmembers\b.*\b(?:are|were)\W*(?:the)?$|\bcounted among\b|^among\b|"
    r"^(?:re-?)?(?:elect\w*|chose|chosen|picked)$|\b(?:vacated|left|given up|held|freed)\b.* by$|"
    r"^(?:the|its|our|their|those|\w+'s) .*\b(?:are|were|will be)\W*(?:the)?$|"
    r"\b(?:predecessor|successor)s? .*\b(?:is|are|was|were|will be)\W*(?:the)?$|"
    r"^(?:(?:together |along )?with|half-?(?: ?way)|midway) .*\w\W*(?:the)?$|\brepresented\b.* by\W*(?:the)?$|"
    r"^(?:on|in|at) .*\b(?:sits?|sat|serve|served)\W*(?:the)?$|"
    r"^(?:we|you|there|one) .*\b(?:council|table|now|year)\W*(?:the)?$|"
    r":$|"
    r"\b(?:includ\w+|compris\w+|consist\w+ of|(?:composed|made up) of)\W*(?:the)?$|"
    r"^(?:no|nobody|none) .*\b(?:as|than)$",
    re.IGNORECASE,
)
"""Predicates that stand before the names: "in come Bahrain and Latvia", "its elected members were Cuba and Egypt"."""
_OWN = re.compile(r"(?:its|their|whose|(?:the|this) (?:current|present|running|latest))\b", re.IGNORECASE)
CLAUSE = re.compile(r"\b(?:as|because|since|for|though|although) (?:it|they|he|she|we)\b")
"""Behind it what stood before no longer reaches: "could not vote, as it did not sit there"."""
_OF_A_STRANGER = re.compile(r"[A-Z]\w+, (?:which|who) (?:\w+ ){0,3}$")
"""Before a relative clause on somebody named right there."""
_AND_DID = re.compile(r",? (?:and|but)(?: \w+ly| then| so| has| have| had| will| is to| now)? ", re.IGNORECASE)
"""Between a second predicate and what the first was done to: "Spain beat Turkey and won a seat"."""
_ASIDE = re.compile(r"[,–—] (?:unlike|like|(?:and |but )?not|as with|rather than|to the envy of|next to) (?:the )?$")
"""Before somebody named by the way: "Somalia, unlike Kenya, sits on the Council"."""
_IN_A_RELATIVE = re.compile(r",? (?:which|who) [^,;:.]*(?: with| beside| and)? (?:the )?")
"""Between whom a sentence is about and who else its relative clause names: "Chad, which wrote it with Mali, leaves"."""
_GOES_ON = re.compile(r"\s*[,–—](?! (?:which|who|whose|that)\b)")
_BOUND_FOR = re.compile(r"\b(?:to|from|against|into|toward|towards|near|over) (?:the )?\Z")
"""In front of a name that is no subject though a verb follows right behind it."""
_NOBODY_NAMED = re.compile(
    r"\b(?:(?:one|either|some) of (?:the|these|those) (?:two|three|four|five|others|rest)"
    r"|one|nobody|no one|everyone|everybody|somebody|someone)\s*\Z",
    re.IGNORECASE,
)
_OF_ALL_THERE_WERE = re.compile(
    r",(?: \w+)? (?:the|its|all|these|those) [^,]*\b(?:fifteen|15|eleven|11|ten|six|five|members|states|countries)\s*\Z"
)
"""Between a name and a predicate that has a subject of its own."""
_TURNED = re.compile(r"(?:not once|never(?: before| yet)?|at no time) (?:has|have|had) (?!not\b)", re.IGNORECASE)
"""A denial that stands before its verb, with whoever it is said of behind that: "not once has Chad sat there"."""
REACH, LISTED = 90, 200
"""Characters between a subject and its predicate, and where years are listed in between."""
_SPEAKER = re.compile(
    r", (?:(?:he|she|they|I|we|it) (?:says?|said|adds?|added|notes?|noted|recall(?:s|ed)?|"
    r"remind(?:s|ed) (?:me|us|them)|thinks?|thought|believes?|believed|hasten to add)|"
    r"(?:one|you|I|we) (?:may|might|should|must|can) (?:add|recall|note|remember|say)|"
    r"mind you|by the way|of course|remember|for the record|as it happens|incidentally|let it be said|note|"
    r"needless to say|after all|for one|as (?:we|you|they|all|everybody|everyone) (?:all )?knows?|alas|however|though|"
    r"it (?:must|should) be said|in fact|to be fair|for its part|as ever|sadly|luckily),(?= )",
    re.IGNORECASE,
)
"""Thrown in between a subject and its predicate: "Ireland, he said, was not a member"."""
_INCLUDING = re.compile(r"\binclud(?:e|es|ed|ing)\b")
_AMONG_THEM = re.compile(r"[^.;:]{0,40}(?:, (?:among them|including|namely)|:) (?:the )?$")
"""Between a predicate said of a number and the names of some of them: "five leave on Friday, among them Cuba"."""


def without_speaker(text: str) -> str:
    """The text with blanks in place of what is thrown in: "Ireland, one may add, joined"."""
    return _SPEAKER.sub(lambda said: " " * len(said.group()), text)


def subject_of(sentence: Sentence, found: list[Phrase], memory: Memory, hit: Hit) -> tuple[Members | None, int]:
    """Whose seat or term it is, and where the sentence names them; for "the terms of" and "in come" that is behind."""
    text = sentence.text
    quantity = re.search(r"\b(two|three|four|five|both|all) of them\b", text[: hit.start], re.IGNORECASE)
    if quantity and memory.several is not None and sentence.index - memory.several_at <= MEMORY:
        count = {"two": 2, "three": 3, "four": 4, "five": 5}.get(quantity[1].lower())
        return replace(memory.several, quantity=count), quantity.start()
    spans = [
        (p, sentence.chunks[p.first].start - sentence.start, sentence.chunks[p.last].end - sentence.start)
        for p in found
    ]
    usable = [s for s in spans if s[0].members.named or s[0].members.groups or s[0].members.quantity is not None]
    inside = [s for s in usable if hit.start <= s[1] < hit.end and (s[0].members.named or s[0].members.groups)]
    if inside and (hit.owner or (hit.form == "never" and _TURNED.match(text, hit.start))):
        return inside[0][0].members, hit.start
    if (hit.owner or hit.ordinal or text[hit.start] == "'") and (possessor := _possessor(sentence, hit)) is not None:
        return possessor
    if hit.answering:
        return memory.subject, hit.start
    if hit.leaning:
        often = memory.claim if memory.form == "times" and sentence.index - memory.form_at <= 1 else None
        one = often is not None and len(often.members.named) == 1
        return (replace(often.members, but=hit.but), hit.start) if often is not None and one else (None, 0)
    if hit.remaining is not None and hit.names_behind:
        return _owner_behind(sentence, hit)
    following = [s for s in usable if 0 <= s[1] - hit.end <= 5]
    if (
        hit.form == "never"
        and (including := _INCLUDING.search(text, hit.start)) is not None
        and (told := next((s for s in usable if s[1] > including.end()), None)) is not None
    ):
        # "Countries that have never been elected include Chad and Togo"
        return told[0].members, hit.start
    if hit.form == "replaced":
        return (following[0][0].members, hit.start) if following else (None, 0)
    if hit.names_behind:
        named = [s for s in usable if s[0].members.named]
        behind = [s for s in named if s[1] >= hit.end] or named
        return (behind[0][0].members, hit.start) if behind else (None, 0)
    listed = next((s for s in usable if s[1] > hit.end and s[0].members.named), None)
    if listed is not None and _AMONG_THEM.match(text[hit.end : listed[1]]) and not _acts(sentence, listed[0]):
        return listed[0].members, hit.start
    if following and _BEFORE_NAMES.search(text[hit.start : hit.end]):
        return following[0][0].members, hit.start
    apposed = [s for s in usable if s[1] < hit.start < s[2] and s[0].members.named]
    if apposed:
        # "Cuba and Yemen, both elected members": the naming layer reads the apposition as one more group.
        return replace(apposed[0][0].members, groups=()), apposed[0][1]
    if _OF_A_STRANGER.search(text[: hit.start]) and not any(
        0 <= hit.start - s[2] <= len(", which does not ") for s in usable
    ):
        return None, 0  # "Djakarta, which does not sit on the Council"
    before = [s for s in usable if s[2] <= hit.start + 2]
    gap_start = before[-1][2] if before else 0
    gap = without_speaker(text[gap_start : hit.start])
    pronoun = re.search(
        r"\b(?:it|they|both|he|she|two of them|three of them|which|who|(?:its|their|whose)\b(?! \w+(?: \w+)?\s*$)|"
        r"the (?:country|island|emirate|kingdom|republic|sultanate|archipelago|nation))\b"
        r"(?!.*\b(?:it|its|they|their)\b)",
        gap,
        re.IGNORECASE,
    )
    if _OF_ALL_THERE_WERE.search(gap):
        return None, 0  # "When Iraq invaded Kuwait, the Council's fifteen were the five permanent members with Chad"
    if _NOBODY_NAMED.search(gap):
        return None, 0  # "I recall how it was: one sits there, and one counts"
    own = _OWN.match(text, hit.start, hit.end)
    headed = len(before) == 1 and re.fullmatch(r"\s*:\s*", gap) is not None
    if headed:
        # "Japan: elected twelve times."
        return before[0][0].members, before[0][1]
    alone = hit.form == "times" and len(before) == 1  # "Peru sat there in 1955-56, … and 2018-19, so five terms in all"
    near = len(gap) < (LISTED if alone else REACH)
    if before and re.search(r"[;:]|\bbut\b|\bwhile\b|\band (?:it|they)\b", gap) is None and near:
        aside = _ASIDE.search(text[: before[-1][1]]) is not None and _GOES_ON.match(gap) is not None
        within = len(before) > 1 and _IN_A_RELATIVE.fullmatch(text, before[-2][2], before[-1][1]) is not None
        aside = aside or (within and _GOES_ON.match(gap) is not None)
        chosen = before[-2] if len(before) > 1 and (aside or _AND_DID.fullmatch(gap)) else before[-1]
        clause = max((m.end() for m in CLAUSE.finditer(gap)), default=0)
        if not gap.strip() and _BOUND_FOR.search(text, 0, chosen[1]):
            return None, 0  # "the government fleeing to Zaire sits there"
        if _blocked_subject(gap[clause:], own is not None):
            return None, 0
        if " there" in text[hit.start : hit.end + 6] and _STATIONED.search(text, 0, chosen[1]):
            return None, 0  # "the force in Cyprus, which has been there since 1964"
        if chosen[0].members.of_a_group and _OUT_OF.search(text, 0, chosen[1]) and gap.startswith(","):
            return _so_many_of(chosen[0].members, gap), chosen[1]
        if chosen[0].members.named or own is None or own[0].lower() != "its":
            return _last_of_which(chosen[0].members, gap), chosen[1]
        # "It is one of the ten elected members and its term ends soon": its own, and not that of the ten.
    of_one = len(before) == 1 and len(before[0][0].members.named) == 1
    if pronoun and of_one and (pronoun[0].lower() in ("it", "its") or pronoun[0].lower().startswith("the ")):
        return before[0][0].members, gap_start + pronoun.start()
    other = pronoun is None or pronoun[0].lower() in ("which", "who", "whose", "both", "they")
    if of_one and own and other and own[0].lower() == "its":
        return before[0][0].members, hit.start
    if pronoun and before and pronoun[0].lower() in ("which", "who") and pronoun.start() <= len(", and "):
        return before[-1][0].members, before[-1][1]
    if pronoun and pronoun[0].lower() in ("which", "who") and gap[: pronoun.start()].strip(" ,-–—"):
        return None, 0  # "countries which have never been elected": nobody named before
    at = hit.start if own and not pronoun else gap_start + (pronoun.start() if pronoun else 0)
    plural = re.match(r"(?:their|they|both)\b", text[at : at + 6], re.IGNORECASE) is not None
    spoken, spoken_at = (memory.several, memory.several_at) if plural else (memory.subject, memory.subject_at)
    if pronoun and pronoun[0].lower().startswith("the "):
        spoken, spoken_at = memory.topic, memory.topic_at
    if not plural and not before and spoken_at < sentence.index and (owning := owner(sentence)) is not None:
        spoken, spoken_at = owning, sentence.index  # "Chad's No is no veto, and it leaves in December"
    if (pronoun or own) and spoken is not None and sentence.index - spoken_at <= MEMORY:
        return spoken, at
    return None, 0


_OUT_OF = re.compile(r"\b(?:of|among) (?:the |its |these )?\Z", re.IGNORECASE)


def _so_many_of(members: Members, gap: str) -> Members | None:
    """ "Of the ten elected members, five": how many of the group are meant."""
    number = next((n for n in find_numbers(gap) if not n.ordinal and n.integer is not None), None)
    if number is None or members.groups not in ((), ("GROUP:E10",)):
        return None
    adjective = members.adjective or ("elected" if members.groups else None)
    return replace(members, groups=(), adjective=adjective, quantity=number.integer)


_STATIONED = re.compile(
    r"(?:\b\w+ in|\b(?:missions?|envoys?|forces?|operations?|offices?|observers|monitors|peacekeepers|troops|"
    r"representatives?|coordinators?|rapporteurs?) (?:to|for|on)) (?:the )?\Z"
)
"""In front of the place in which somebody is, or for which he was sent."""


def _last_of_which(members: Members, gap: str) -> Members:
    """ "Chad, Chile and Togo, the last of which": of those named the one that is meant."""
    match = _WHICH_OF.search(gap)
    if match is None or not members.named:
        return members
    one = members.named[0] if match[1].lower() in ("first", "former") else members.named[-1]
    return replace(members, named=(one,), groups=())


_WHICH_OF = re.compile(r"\bthe (last|latter|first|former)(?: of (?:which|whom|these|the three|the two|them))?\b", re.I)


def end_of(sentence: Sentence, found: list[Phrase], members: Members) -> int:
    """Where the sentence's words for the members end."""
    return next((sentence.chunks[p.last].end - sentence.start for p in found if p.members is members), 0)


def _possessor(sentence: Sentence, hit: Hit) -> tuple[Members, int] | None:
    """The member whose name the possessive ends: "Islamabad's term"."""
    for chunk in sentence.chunks:
        start, end = chunk.start - sentence.start, chunk.end - sentence.start
        entry = chunk.get("member")
        between = sentence.text[end : hit.start]
        owns = 0 <= hit.start - end <= 1 or (hit.ordinal and between in ("'s ", "' "))
        owns = owns or (start == hit.start and chunk.lower == "our")
        if entry is not None and not chunk.has("blocked") and owns:
            return Members(named=(Named(chunk.text, entry.aliases),), text=chunk.text), start
    return None


def _owner_behind(sentence: Sentence, hit: Hit) -> tuple[Members | None, int]:
    """ "Six weeks left of Malta's term": the member named right behind the words."""
    for chunk in sentence.chunks:
        start = chunk.start - sentence.start
        entry = chunk.get("member")
        if start - hit.end in (0, len("the ")) and entry is not None and not chunk.has("blocked"):
            return Members(named=(Named(chunk.text, entry.aliases),), text=chunk.text), hit.start
    return None, 0


def _acts(sentence: Sentence, named: Phrase) -> bool:
    """ "The two terms do not end together: Chad leaves on Friday": whether a name opens a clause and no list."""
    behind = next(iter(sentence.chunks[named.last + 1 :]), None)
    return behind is not None and behind.is_word and behind.text.islower() and not behind.has("and", "preposition")


def _blocked_subject(gap: str, own: bool) -> bool:
    """Whether another noun between has the seat: "Russia said that the mission left the Council"."""
    return (
        not own
        and re.search(r"\bthat (?:the|its)\b|\bsaid\b|\bresolution\b|\bdraft\b|\btext\b|\bvote\b", gap, re.IGNORECASE)
        is not None
    )
