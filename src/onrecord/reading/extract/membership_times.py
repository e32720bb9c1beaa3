"""How many terms a member is said to have had: "elected twelve times", "its eighth term", "Germany has had six"."""

from __future__ import annotations

import re

from onrecord.reading.chunks import Chunk
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.membership_state import MEMORY, Hit, Memory
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import any_of, word_sets

NEWLY = ("start", "seat", "elected", "never", "times")
"""What was said of members whose terms may be counted next."""
NEAR_NAME = 14
"""Characters between a name and how often it was there."""
AROUND = 36
"""Characters beside a number of terms in which "before" may stand."""
MOST = 30
"""Terms that nobody has had."""
_ELECTED = re.compile(
    r"\b(?:elected|chosen|served|sat|been a member|member|been on|(?:been|was|were) there|(?:was|were) on it|"
    r"sitting|seated|returned|been back|come back)\b"
    r"(?:[^.;]{0,16}| (?:to |on |of )?the (?:UN |U\.N\. )?(?:Security )?Council )$",
    re.IGNORECASE,
)
_TIMES_IT_SAT = re.compile(
    r"(?: times)? (?:already |now )?(?:(?:has|have|had) (?:it|they|we)|(?:it|they|we) (?:has|have|had)) "
    r"(?:sat|been (?:elected|on|a member|there)|served|had a seat|held a seat)\b"
)
"""Behind a number of times that opens its sentence: "six times it has sat there"."""
_RETURNED = re.compile(r"\b(?:returned|been back|come back)\b[^.;]{0,16}$", re.IGNORECASE)
"""Whoever has returned so often was there once more."""
_STINTS = any_of(word_sets("membership_words.csv")["stint"])
_OWN_TERM = re.compile(
    r"\b(?:its|their|our|on its|for an?|for a record|its record|a record|for the|for its|"
    r"serving a|serving its|began its|begins its|in its|of its)\s\Z"
    r"|'s\s\Z",
    re.IGNORECASE,
)
_MEMBER_SO_OFTEN = re.compile(
    r"(?: times)? (?:(?:an? )?(?:elected |non-permanent )?member of|an? (?:elected |non-permanent )?member\b)"
)
_TERM = re.compile(
    r" (?:and (?:last|latest|final|most recent|current) )?"
    r"(?:(?:two-year|Council|earlier|previous|prior|past|former) )?terms?\b"
)
_BETWEEN_TERMS = re.compile(r"\bbetween (?:its|their|our|the|\w+'s?) $")
"""Before the number of a term up to which a state had to wait."""
_SOME_OF_THEM = re.compile(
    r"\b(?:counting|including|excluding|leaving out|adding|besides|with|beside) (?:its|their|our|the|those) \Z"
)
"""Before a number of terms that are some of those counted: "for the sixth time, counting its two terms as a half"."""
_SINCE = re.compile(
    r" terms?(?: there| on it| on the (?:Security )?Council)? "
    r"(?:since\b|in (?:(?:more than|over|almost|nearly|about) )?[\w-]+ (?:years|decades)\b)"
)
"""Behind the number of a term that is counted from another: "its first term since 1994"."""
_AGAIN = re.compile(
    r" (?:(?:two-year|elected|Council) )?"
    r"(?:(?P<sure>terms?|tenure|membership|(?:time|stint|spell|turn|stay|seat|go)(?= (?:on|at) (?:it|the)\b))|"
    rf"{_STINTS})"
    r"(?: there| on it| at it| (?:on|at) the (?:UN |U\.N\. )?(?:Security )?(?:Council|table))?,? "
    r"(?=since\b|in (?:(?:more|over|almost|nearly|about|some|just|under)(?: than)? )?[\w-]+ (?:years|decades)\b)"
)
"""Behind "the first": a term is told from the one before it."""
_DENIED = re.compile(r"\b(?:not|never|hardly|n't)(?: \w+)? (?:[A-Z]\w+(?:'s?)|its|their|our|the) \Z")
_TIME_MEMBER = re.compile(r"-time(?:rs?\b| (?:elected |non-permanent |Security |Council )*(?:members?|occupants?)\b)")
_TERM_FOR = re.compile(r"\w* terms? (?:for|as)\b")
_STINT = re.compile(
    rf" (?:{_STINTS}) "
    r"(?:on|at|in) (?:the |that |this )?(?:UN |U\.N\. )?(?:Security )?(?:Council|table)\b"
)
_FOR_THE = re.compile(r"\b(?:for the|for an?|for a record|on its|for its|as its) $", re.IGNORECASE)
_HAS_HAD = re.compile(r"\b(?:has|have|had)(?: had| sat| served)? $")
_ENDS = re.compile(r"\s*(?:[.,;)]|$| times| terms| and\b)")
_IN_A_YEAR = (
    r"in (?:(?:early |late |mid-?)?(?:19|20)\d\d|(?:January|June|October|November|December)\b|"
    r"(?:its|our|their|her) history\b)"
)
_ORDINAL_ENDS = re.compile(rf"\s*(?:[.,;:)]|$| term| time(?:(?! (?:that|since|in)\b)| (?={_IN_A_YEAR})))")
_FIRST_TIME = "for the first time"
_FIRST_ENDS = re.compile(
    rf"\s*(?:[.,;:)]|$)| (?:ever|when|then|with|at|and|this|next|as|on 1 January|{_IN_A_YEAR})", re.IGNORECASE
)
"""Behind "for the first time", which is otherwise the first since some year, or in so many years."""
_EARLIER = re.compile(
    r"\b(?:before|behind (?:it|them|us)|previous(?:ly)?|earlier|prior|already|until then|so far|past)\b", re.IGNORECASE
)
_PRIOR = re.compile(r"\b(?:before|previous(?:ly)?|earlier|prior)\b", re.IGNORECASE)
_BESIDE_NAME = re.compile(r"(?: with|:|,)? ?$")
_IT_IS = re.compile(
    r"\b(?:(?:it|this|that) (?:is|was|will be|would be)|it's|that's) (?:already |now |only )?(?:the|its|their|our) $",
    re.IGNORECASE,
)
_TURNS = re.compile(r" (?:such )?(?:turns|spells|stints|stays|mandates|goes)\b(?! (?:of|at|in the))")
_EVER = re.compile(
    rf" (?:{_STINTS})(?: ever| in its history| there| on the Council)?"
    r"\s*(?:[.,;:]|$|\((?=\d)|after (?:the one (?:of|in) |that (?:of|in) |its (?:one|first|last) in )?(?=\d{4})|"
    r"since (?=\d{4}))"
)
_THAT_IT_SAT = re.compile(
    r" time (?:that |now )?(?:the |our )?[A-Z][\w' .-]{2,30} (?:has|have|had|is|was|were|will be|gets?|got|wins?|won|"
    r"takes?|took|sits?|sat|serves?|served|joins?|joined)\b (?:also |ever |now |itself )?"
    r"(?:(?:been |be )?(?:elected|chosen|voted (?:in|on)|sat|served|on it|on the Council|a member|seated)|"
    r"(?:had |taken |won )?(?:a |its )seat|(?:up )?(?:a |its )(?:seat|place)|on (?:it|the Council)|there|the Council)\b"
)
"""Behind an ordinal: "the fourth time that Egypt has been elected"."""
_SERVING_FOR = re.compile(
    r"\b(?P<sure>serv(?:es?|ed|ing)|sits?|sat|sitting)(?: (?:there|on it))?(?: now)? (?:for )?the $|"
    r"\b(?:is|are|was|were|been|be|comes?|came|goes|went|elected|chosen|voted)(?: (?:now|already|only|just))? "
    r"(?:there|back|in|on|on it|on board|a member|members|(?:at|on|in) (?:the|this|that) (?:table|Council))? ?"
    r"(?:for )?the $",
    re.IGNORECASE,
)
"""Before the number of a time: "serving for the eleventh time", "is there the first time"."""
_SO_LONG_AGO = re.compile(r" time (?:that|since|in (?!its history|\d))")
_TURN = re.compile(r" (?:tour of duty|(?:turn|stint|spell|stretch|mandate|tour|go)\b(?! (?:of|at|in|as|with|for)\b))")
_OWN_TURN = re.compile(r"\b(?:on|in|for|into|through|of) (?:its|their|our) $")
_IN_SOMETHING = re.compile(
    r" times (?:in|at|to|with|for|on) (?:the|a|an) "
    r"(?!(?:UN |U\.N\. )?(?:Security |Council|table|chamber|past|last|first|\w+ties|\d))",
    re.IGNORECASE,
)
"""Behind a number of times that is of something else: "has been there five times in the final"."""
_BEEN = re.compile(r"\b(?:has|have|had) (?:\w+ )?been $")
_AT_THE_TABLE = r"(?:the|this|that) (?:UN |U\.N\. )?(?:Security )?(?:Council|table)\b"
_TIMES_THERE = re.compile(rf"(?: times)? (?:there\b|a member\b|(?:on|in|at|a member of) {_AT_THE_TABLE})")
_HAS_SO_OFTEN = re.compile(r"(?:\b(?:has|have|had)|'ve|'s|'d) (?:already |now |only )?$")
_SAT_THERE = re.compile(
    rf"(?: times)? (?:(?:been|sat|served) (?:there\b|on it\b|(?:on|in|at) {_AT_THE_TABLE})"
    rf"|been (?:an? )?(?:elected |non-permanent )?member of {_AT_THE_TABLE}"
    rf"|been (?:elected|chosen|voted) (?:to|onto|on to) {_AT_THE_TABLE}"
    rf"|(?:had|held|occupied|won) (?:a|its|one) seat (?:there\b|(?:on|in|at) {_AT_THE_TABLE}))"
)
"""Behind "has twice": that it had a seat so often."""
_FOR_NAME = re.compile(
    r"\bfor (?:the )?[\w' .-]{2,40}?(,? (?:(?:it|this|that) (?:is|was|will be|would be)|it's))?"
    r"(?: (?:the|its|their))? $",
    re.I,
)
_FOR_NAME_ENDS = re.compile(r"(?: (?:time|turn|term|stint|spell|stay|go)\b[^.,;]{0,24})?\s*(?:[.,;]|$)")


_JUST_ONCE = re.compile(r"\b(?:only|just|exactly) (?:the )?once\b(?! (?:more|again|before|since))", re.IGNORECASE)


def times(sentence: Sentence, memory: Memory, seated: bool) -> list[Hit]:
    """`seated` is whether the sentence speaks of somebody's seat in other words as well."""
    hits: list[Hit] = []
    spoken = memory.form == "times" and sentence.index - memory.form_at <= MEMORY
    seat_told = memory.form is not None and sentence.index - memory.form_at <= 1
    near_council = sentence.index - memory.council_at <= MEMORY or spoken or seat_told
    worth = near_council and (sentence.numbered or "first" in sentence.words)
    for at, chunk in enumerate(sentence.chunks if worth else ()):
        number = chunk.number
        if seated and chunk.lower == _FIRST_TIME and since_behind(sentence, chunk.end - sentence.start) is not None:
            # "Sits on the Council for the first time since 1999"
            hits.append(Hit(chunk.start - sentence.start, chunk.end - sentence.start, "again", ordinal=True))
        if chunk.lower == _FIRST_TIME and _FIRST_ENDS.match(sentence.text, chunk.end - sentence.start):
            start, end = chunk.start - sentence.start, chunk.end - sentence.start
            serving = _SERVING_FOR.search(sentence.text[:start] + "the ")
            if seated:
                hits.append(Hit(start, end, "times", quantity=1, ordinal=True))
            elif serving is not None:
                sure = serving["sure"] is not None
                hits.append(Hit(serving.start(), end, "times", quantity=1, ordinal=True, loose=not sure))
        if number is not None and number.integer is not None and 1 <= number.integer <= MOST:
            hit = _hit(sentence, at, number, memory, spoken or bool(hits), seated)
            if hit is not None:
                hits.append(hit)
    if seated and near_council and "once" in sentence.words:
        # "Has sat on the Council only once, in 2010 and 2011"
        hits += [Hit(m.start(), m.end(), "times", quantity=1) for m in _JUST_ONCE.finditer(sentence.text)]
    return hits


def since_behind(sentence: Sentence, end: int) -> DateMention | None:
    """The date of "since 1999" right behind an offset."""
    near = (c.date for c in sentence.dates if 0 <= c.start - sentence.start - end <= len(", "))
    return next((date for date in near if date is not None and date.role == "since"), None)


def of_earlier_terms(text: str, start: int, end: int) -> bool:
    """ "Had sat there twice before", "three earlier terms": whether the term that now runs may be left out."""
    return _EARLIER.search(text, max(0, start - AROUND), end + AROUND) is not None


def of_terms_before(text: str, start: int, end: int) -> bool:
    """ "Had sat there twice before", but not "twice so far": whether the term that now runs is left out for sure."""
    return _PRIOR.search(text, start, end + AROUND // 3) is not None


def _hit(sentence: Sentence, at: int, number: NumberMention, memory: Memory, spoken: bool, seated: bool) -> Hit | None:
    text = sentence.text
    start, end, quantity = number.start, number.end, number.integer
    after, before = text[end : end + 60], text[max(0, start - 40) : start]
    if number.ordinal and text.startswith(("a ", "an "), start):
        before += "a "
    if number.unit == "times" or after.startswith(" times"):
        ends = end + len(" times") * after.startswith(" times")
        if _MEMBER_SO_OFTEN.match(after):
            return Hit(start, ends, "times", quantity=quantity)
        if (been := _BEEN.search(before)) is not None and (there := _TIMES_THERE.match(after)) is not None:
            return Hit(start - len(before) + been.start(), end + there.end(), "times", quantity=quantity)
        if (has := _HAS_SO_OFTEN.search(before)) is not None and (sat := _SAT_THERE.match(after)) is not None:
            return Hit(start - len(before) + has.start(), end + sat.end(), "times", quantity=quantity)
        if (turned := _TIMES_IT_SAT.match(after)) is not None:
            return Hit(start, end + turned.end(), "times", quantity=quantity)
        verb = _ELECTED.search(before)
        if verb is None or _IN_SOMETHING.match(after):
            return None
        more = quantity + 1 if quantity is not None and _RETURNED.search(before) else quantity
        return Hit(start - len(before) + verb.start(), ends, "times", quantity=more)
    if (member := _TIME_MEMBER.match(after)) is not None:
        return Hit(start, end + member.end(), "times", quantity=quantity, ordinal=number.ordinal)
    if number.ordinal is False and (turns := _TURNS.match(after)) is not None and _HAS_HAD.search(before):
        return Hit(start - 4, end + turns.end(), "times", quantity=quantity, loose=not (spoken or seated))
    if _TERM.match(after):
        if not number.ordinal and _SOME_OF_THEM.search(before):
            return None
        if number.ordinal and _AGAIN.match(after):
            return _ordinal(sentence, number, before, after, memory, spoken or seated)
        if _BETWEEN_TERMS.search(before) or (number.ordinal and _SINCE.match(after)):
            return None
        if number.ordinal and not _OWN_TERM.search(before):
            return _ordinal(sentence, number, before, after, memory, spoken or seated)
        if number.ordinal and _TERM_FOR.match(after.strip()):
            return None
        return Hit(start, end + 6, "times", quantity=quantity, ordinal=number.ordinal)
    if number.ordinal:
        return _ordinal(sentence, number, before, after, memory, spoken or seated)
    if spoken and _ENDS.match(after):
        if _HAS_HAD.search(before):
            return Hit(start - 4, end, "times", quantity=quantity)
        if _behind_name(sentence.chunks, at, before):
            return Hit(start, end, "times", quantity=quantity)
    return None


def _ordinal(
    sentence: Sentence, number: NumberMention, before: str, after: str, memory: Memory, spoken: bool
) -> Hit | None:
    start, end, quantity = number.start, number.end, number.integer
    if (again := _AGAIN.match(after)) is not None:
        own = _OWN_TERM.search(before) is not None
        sure = again["sure"] is not None or near_seats(memory, sentence)
        meant = quantity == 1 and not _DENIED.search(before)
        if meant and (own or _for_one_named(sentence, before, start)):
            return Hit(start, end + again.end() - 1, "again", ordinal=True, owner=own, loose=not sure)
        return None
    if _IT_IS.search(before) and (sat := _THAT_IT_SAT.match(after)) is not None:
        return Hit(start, end + sat.end(), "times", quantity=quantity, ordinal=True, owner=True)
    stint = _STINT.match(after)
    if stint is not None and (_OWN_TERM.search(before) or _for_one_named(sentence, before, start)):
        return Hit(start, end + stint.end(), "times", quantity=quantity, ordinal=True)
    lately = spoken or memory.form in NEWLY
    if lately and _FOR_THE.search(before) and _ORDINAL_ENDS.match(after):
        return Hit(start, end + len(" time") * after.startswith(" time"), "times", quantity=quantity, ordinal=True)
    if lately and _for_one_named(sentence, before, start) and _FOR_NAME_ENDS.match(after):
        return Hit(start, end + len(" time") * after.startswith(" time"), "times", quantity=quantity, ordinal=True)
    if (spoken or memory.form == "times") and _NTH_OF_THEM.search(before) and (was := _WAS_IN.match(after)) is not None:
        # "The first was in 1965, the second in 1989 and 1990"
        return Hit(start, end + was.end(), "times", quantity=quantity, ordinal=True)
    lasts = (memory.form in NEWLY or memory.form in ("end", "leaving")) and sentence.index - memory.form_at <= 1
    if (spoken or lasts) and (ever := _EVER.match(after)) is not None and _IT_IS.search(before):
        return Hit(start, end + ever.end(), "times", quantity=quantity, ordinal=True)
    if near_seats(memory, sentence) and _IT_IS.search(before) and (whose := _TIME_FOR.match(after)) is not None:
        # "It is the first time for Chad and Togo"
        return Hit(start, end + whose.end(), "times", quantity=quantity, ordinal=True, names_behind=True)
    if (said := _TERM_IS.search(before)) is not None and _ORDINAL_ENDS.match(after):
        if near_seats(memory, sentence) or said.group().startswith("term"):
            return Hit(start, end, "times", quantity=quantity, ordinal=True, loose=True)
    time = _NTH_TIME.match(after) if _ITS_NTH.search(before) else None
    if time is not None and (near_seats(memory, sentence) or time["member"]):
        # "It is Liberia's first time"
        return Hit(start, end + time.end(), "times", quantity=quantity, ordinal=True, owner=True, loose=True)
    return _ordinal_loosely(number, before, after)


def near_seats(memory: Memory, sentence: Sentence) -> bool:
    """Whether the text told of somebody's seat just before."""
    return memory.form is not None and sentence.index - memory.form_at <= MEMORY


def _ordinal_loosely(number: NumberMention, before: str, after: str) -> Hit | None:
    """ "Is on its eleventh turn", "is there the first time": words that may be of something else than a seat."""
    start, quantity = number.start, number.integer
    if _OWN_TURN.search(before) and (turn := _TURN.match(after)) is not None:
        return Hit(start, number.end + turn.end(), "times", quantity=quantity, ordinal=True, loose=True)
    serving = _SERVING_FOR.search(before) if after.startswith(" time") and not _SO_LONG_AGO.match(after) else None
    if serving is None:
        return None
    begin, end = start - len(before) + serving.start(), number.end + len(" time")
    return Hit(begin, end, "times", quantity=quantity, ordinal=True, loose=serving["sure"] is None)


_TERM_IS = re.compile(
    rf"\b(?:{_STINTS})(?: there| on it| on the (?:Security )?Council)? (?:is|was|will be|would be|being) "
    r"(?:already |now |only )?(?:the|its|their|our) $"
)
_ITS_NTH = re.compile(
    r"\b(?:[Ii]t|[Tt]his|[Tt]hat) (?:is|was|will be) (?:only |already |now )?(?:the )?[A-Z][\w .-]{1,25}'s? $"
)
_TIME_FOR = re.compile(r" (?:time|turn|stint|spell|term|go)(?: there| on it)? for (?:the )?(?=[A-Z])")
_NTH_TIME = re.compile(
    r" (?:time|turn|stint|spell|term|go)\b"
    r"(?:(?P<member> as (?:an? )?(?:elected |non-permanent )?member)\b|(?! (?:of|at|in|as|with|for)\b))"
)
_NTH_OF_THEM = re.compile(r"(?:\A|[,;:(]| and) ?(?:the|its|their|our) $")
_WAS_IN = re.compile(
    r" (?:(?:one|time|term|stint|spell) )?(?:was |came |ran |being )?(?:in |from |of )(?=(?:19|20)\d\d)"
)


def _for_one_named(sentence: Sentence, before: str, start: int) -> bool:
    """ "For Liberia the first", "for Panama it will be the sixth": whether a member is named right before."""
    said = _FOR_NAME.search(before)
    if said is None:
        return False
    reach = max(NEAR_NAME, len(said[1] or "") + NEAR_NAME)
    near = [c for c in sentence.chunks if 0 < start - (c.end - sentence.start) < reach]
    return any(c.has("member") and not c.has("blocked") for c in near)


def _behind_name(chunks: list[Chunk], at: int, before: str) -> bool:
    """ "Brazil with eleven", "Germany: six", "Argentina nine"."""
    named = at
    while named > 0 and (not chunks[named - 1].is_word or chunks[named - 1].lower == "with"):
        named -= 1
    return named > 0 and chunks[named - 1].has("member") and _BESIDE_NAME.search(before) is not None


_HAS = re.compile(r"(?:\b(?:has|have|had)|'[sd]|'ve)\b", re.IGNORECASE)
_THEN = re.compile(r"\s*(?:that year|then|at th(?:e|at) time|in th(?:at|ose) (?:year|years|days)|during that time)\b")


def never_then(text: str, start: int, end: int, date: DateMention | None) -> bool:
    """ "Chad never sat on it that year", "in 1990": at one time, and not in all its history."""
    if _HAS.search(text, max(0, start - len("has ")), end) is not None:
        return False
    at_one_time = date is not None and date.role == "at" and date.form == "calendar"
    return at_one_time or _THEN.search(text, start, end) is not None or _THEN.match(text, end) is not None


def but_for_a_time(sentence: Sentence) -> bool:
    """ "Has never sat there except in 1990", "but for two years", and not "the Baltic states bar Mali": not never."""
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        if chunk.has("exception") or chunk.lower in ("outside", "besides", "aside from"):
            behind = next((c for c in chunks[at + 1 :] if not c.has("preposition", "determiner")), None)
            if behind is not None and (behind.date is not None or behind.number is not None or not behind.entries):
                return True
    return False


_RIGHT_BEHIND = re.compile(
    r"(?: (?:on it|there|on the (?:UN )?(?:Security )?Council))?"
    r"(?: (?:in|within|during|over|between|from|inside)(?: (?:the|just|only|less than|under|about))?)? ?\Z"
)
_SINCE_WHEN = re.compile(
    r"(?: (?:on it|there|on the (?:UN )?(?:Security )?Council))?,? (?:since|within|after|over|during)\b"
)


def over_a_time(text: str, end: int, date: DateMention | None, starts: int) -> bool:
    """ "Twice in the 1990s", "three times since 1990": whether the date right behind a number of terms holds them."""
    if date is None or starts < end or _RIGHT_BEHIND.fullmatch(text, end, starts) is None:
        return False
    return date.role in ("since", "between") or date.form in ("decade", "era", "span") or date.unit == "century"


def since_something(text: str, end: int) -> bool:
    """ "Three times since unification": counted from a time that is not told by a date."""
    return _SINCE_WHEN.match(text, end) is not None
