"""What a number counts: the measure word behind it, the verb or noun before it, or the measure spoken of just now."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.reading import figure_words as vocabulary
from onrecord.reading import phrasing
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.figure_members import OF_A_REGION, THE_ASSEMBLY_HAS, member_numbered, members_named
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

REACH = 90
"""Characters between a number and the word that says what it measures."""
MEMORY = 2
"""Sentences for which a measure or a place spoken of is still understood."""
PLACE_MEMORY = 3
SINGLE_DAY = 1000
"""Deaths on one day stay below this in every war that the record counts; larger numbers are totals."""
LEAST = 40
_IT_HAS = re.compile(
    r"\b(?:it|there|today there) (?:now |then |still )?(?:has|had|are|were|counts|counted|numbers)\b[^,;.]{0,12}$",
    re.IGNORECASE,
)
"""In front of a number of members, of the United Nations that the sentence before spoke of."""
_THERE_ARE_MEMBERS = re.compile(
    r"\bthere (?:are|were) (?:now |then |already |still |only )?(?:some )?# (?:members|member states)\b"
    r"(?! of the (?!UN|United))",
    re.IGNORECASE,
)
MOST_MEMBERS = 200
LEAST_MEMBERS = 45
"""The United Nations began with 51; smaller numbers of members are a body's or a vote's."""
_PIECE_END = re.compile(r",(?!\d)|[;:—()\"]|\.\s")
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
_TAKES_LIVES = re.compile(r"\b(?:claim|cost|tak|took|lost|los|end)\w*\b[^,;]{0,30}\Z", re.IGNORECASE)
_PALESTINE_REFUGEES = re.compile(r"Palestin|UNRWA|the Agency|Relief and Works", re.IGNORECASE)
OF_REFUGEES = ("refugees", "registered in", "refugees registered", "registered refugees")
"""Words that are said of refugees from anywhere."""
_NO_NOUN = re.compile(
    r"\s*(?:[.,;:)!?\"]|\Z|of them\b|in all\b|and\b|but\b|by\b|in\b|at\b|on\b|today\b|now\b|there\b|since\b|"
    r"or so\b|or thereabouts\b|or more\b|so far\b|up to\b|"
    r"are in\b|were in\b|live in\b|lived in\b)"
)
_JOINS = re.compile(r"[;:]|\.\s|\b(?:who|which|and|but|while|as)\b(?! (?:children|women|more))")
_LEADS_TO = re.compile(
    r"(?:\b(?:at|is|was|stands|stood|reached|passed|exceed\w*|top\w*|number\w*|total\w*|to|were|are|hit|surpassed|of)"
    r"\s*(?:\w+ )?|\b(?:grew|grown|risen|rose|rises|grows|gone|went|climbed|jumped|swelled|swollen|increased) from\s*|"
    r"\b(?:held|hold|holds|listed|bore|contained|counted)\s*|:\s*)\Z"
)
_WORDS = word_sets("figure_words.csv")
_BARE_NAMES = _WORDS["bare_name"]
_UNITED_NATIONS = re.compile(r"\b(?:United Nations|UN|U\.N\.|world body|organi[sz]ation|Organi[sz]ation)\b")
_ITS_BODIES = re.compile(r"\b(?:General Assembly|Security Council|the (?:Assembly|Council))\b")
_OTHER_BODIES = re.compile(
    r"\b(?:clubs?|part(?:y|ies)|(?<!Soviet )unions?|alliances?|leagues?|blocs?|choirs?|church|parish|NATO|EU|OIC|OPEC|"
    r"movement|committees?|commission|federation|society|team|courts?|banks?|fund)\b",
    re.IGNORECASE,
)
"""What else has members."""
_IN_IT = re.compile(
    r"(?: \w+)? (?:states|countries|nations|members) "
    r"(?:(?:were|are) (?:in|in it|in at|there|members|on board)|belong(?:ed)?(?: to it)?|founded it|made it up)"
    r"(?=\s*(?:[.,;:)]|\Z)| (?:at|by|in|when|then|now|today|from)\b)"
)
"""Behind a number of states, where "it" is the United Nations just spoken of."""
_GAP_BEFORE = frozenset(
    {"", "an estimated", "some", "as many as", "another", "up to", "the", "at", "more than", "well", "about", "over"}
)


_BELONGING = re.compile(
    r"\s*(?:[.,;:)!?\"]|\Z)| (?:in|were|are|is|was|belong\w*|then|now|today|at|strong|when|as|make|made|and|by|"
    r"compose\w*|form\w*|found\w*|on)\b"
)
"""Behind a number of states, where it is that of the members and not of those that did something."""
_ALL_OF_THEM = re.compile(
    r"(?: states| countries| nations)?"
    r"(?: (?:of|in|at|to) (?:the )?(?:UN|United Nations|U\.N\.|world body|organi[sz]ation))?"
    r"(?:\s*(?:[.,;:)!?\"–—-]|\Z)|'|"
    r" (?:in|at|on|to|then|now|today|already|there|strong|when|as|and|but|by|since|from|until|that year|all told|"
    r"all in all|altogether|make|made|compose\w*|form\w*|found\w*|belong\w*|sign\w* (?:the |its )?Charter|"
    r"or|than|against|for|the (?:UN|United Nations|world body|organi[sz]ation))\b|"
    r" (?:were|are|is|was|had been|have been|has been) (?:in|at|on|there|now|then|members?|part|listed|counted|"
    r"admitted|represented)\b)",
    re.IGNORECASE,
)
"""Behind a number of members, where it is that of all and not of those of whom something is said."""
_OWNER = re.compile(
    r"\b(?P<who>[A-Z][\w-]*(?: (?:of )?(?:\d+|[A-Z][\w-]*))*) (?:\w+ly |now |then |still |alone )?"
    r"(?:has|had|have|counts|counted|numbers|numbered|includes|included|contains|unites|gathers|groups)\b[^.,;:]{0,16}$"
)
_SAYING_ALL = ("founded it", "founders", "founded the united nations", "founded the un", "belong today", "belong now")
"""Measure words that no verb follows."""
_THE_UN = re.compile(r"(?:.*\b(?:UN|United Nations|Assembly|Organi[sz]ation|Nations)|It|There|Today|Now)$")
_ANY_MEMBER = _WORDS["any_member"]
_CASUALTY = r"(?:killed|dead|deaths?|died|injur\w+|wounded|wounds|maimed|hurt|missing|fatalities)"
_OR_ANOTHER = re.compile(
    rf"\s*(?:and/or|/|\bor\b|\band\b)\s*(?:been |were )?{_CASUALTY}\b(?!\s*(?:some |about |over )?\d)", re.I
)
_ANOTHER_OR = re.compile(rf"\b{_CASUALTY}\s*(?:and/or|/|\bor\b|\band\b)\s*(?:been |were )?$", re.I)
_SO_MANY_MEMBERS = re.compile(r"(?: (\w+))? (?:members?|member states|states|countries|nations)\b")
YEAR_LED = re.compile(r"\W*(?:The year )?((?:19|20)\d\d) (?:ended|closed|saw|brought|began|had|finished)\b")
"""A year that a sentence makes its subject, which is no date to the reader of dates."""
_OTHER_TALLIES = re.compile(r"\b(?:resolutions?|veto(?:es|ed)?|votes?|drafts?|texts?)\b", re.IGNORECASE)
"""What else a text about the United Nations counts by the year."""


@dataclass(slots=True)
class Memory:
    """What the text was speaking of, for figures that leave it out."""

    measure: str | None = None
    measure_at: int = -99
    civilians: bool = False
    texts: deque[str] = field(default_factory=lambda: deque(maxlen=PLACE_MEMORY))
    """The sentences before, for the place that they speak of."""
    whole: Sequence[Sentence] = ()
    """All sentences, for a figure told before the war is named whose dead it counts."""
    date: DateMention | None = None
    """The time of the last figure."""
    told: DateMention | None = None
    """The last year, month or day that the text gave with its year, for "at the time"."""
    value: float | None = None
    """Its number: said again as an exclamation it is no other claim."""
    aid_at: int = -99
    aid_kind: str | None = None

    def speaks_of(self, sentence: Sentence) -> str | None:
        """The measure that is still understood there."""
        return self.measure if sentence.index - self.measure_at <= MEMORY else None


@dataclass(slots=True)
class Found:
    """A number with the word that says what it measures."""

    number: NumberMention
    measure: str
    word: str
    start: int
    """Of the stretch from the first to the last of the two, in the sentence."""
    end: int
    names: bool = False
    """Whether a noun names it ("death toll")."""
    understood: bool = False
    """Whether the measure is the one spoken of before."""
    aside: bool = False
    """Whether it is only part of a name for those who do something else: "the 193-member Assembly voted"."""


def countable(number: NumberMention) -> bool:
    """Whether the number can be a figure at all."""
    return not number.ordinal and not number.vague and number.unit is None and number.value >= LEAST


def measured(sentence: Sentence, number: NumberMention, memory: Memory, last: Found | None) -> Found | None:
    """`last` is the figure found before in the same sentence; None where the number counts something else."""
    if (named := whole_membership(sentence.text, number, memory.whole)) is not None:
        return named
    if number.ordinal:
        return None
    found = _measured(sentence, number, memory, last)
    if found is not None and _added_together(sentence.text, found):
        return None
    whole = found is None or found.measure != "member_states" or found.names or _of_all(sentence.text, found)
    return found if whole else None


def whole_membership(text: str, number: NumberMention, whole: Sequence[Sentence]) -> Found | None:
    """ "The UN's 193 member states", "the 193-member Assembly", "its 193rd member": the words alone are the claim."""
    if not LEAST_MEMBERS <= number.value <= MOST_MEMBERS or number.vague or number.unit is not None:
        return None
    if number.ordinal:
        named = member_numbered(text, number)
    else:
        spoken = any(_UNITED_NATIONS.search(said.text) or _ITS_BODIES.search(said.text) for said in whole)
        named = members_named(text, number, spoken)
    if named is None:
        return None
    return Found(number, "member_states", text[number.end : named].strip(" -"), number_start(number), named, aside=True)


def _added_together(text: str, found: Found) -> bool:
    """ "144,000 killed or injured", "killed and wounded 3,000": one number for what is counted apart."""
    if not found.word:
        return False
    at = found.start if text[found.start :].lower().startswith(found.word.lower()) else found.end - len(found.word)
    return _OR_ANOTHER.match(text, at + len(found.word)) is not None or _ANOTHER_OR.search(text[:at]) is not None


def _of_all(text: str, found: Found) -> bool:
    """ "The UN has 193 members", where "157 UN members recognise it" and "the bloc has 120 members" count a part."""
    owner = _OWNER.search(text[: found.start])
    if owner is not None and _THE_UN.match(owner["who"]) is None:
        return False
    others = _last_match(_OTHER_BODIES, text, 0, found.start)
    if others is not None and _UNITED_NATIONS.search(text, others.end(), found.start) is None:
        return False  # "the movement has 120 members"
    if text.startswith(" of them", found.number.end) or OF_A_REGION.match(text, found.number.end):
        return False
    return found.word.endswith(_SAYING_ALL) or _ALL_OF_THEM.match(text, found.end) is not None


def _measured(sentence: Sentence, number: NumberMention, memory: Memory, last: Found | None) -> Found | None:
    text = sentence.text
    spoken = memory.speaks_of(sentence) if last is None else last.measure
    if (
        spoken is None
        and memory.texts
        and _UNITED_NATIONS.search(memory.texts[-1])
        and _IT_HAS.search(text[: number.start])
    ):
        spoken = "member_states"
    if spoken is None and memory.texts and _UNITED_NATIONS.search(memory.texts[-1]):
        begun = vocabulary.words("founding").search(text[: number.start]) is not None
        spoken = "member_states" if begun or _IN_IT.match(text, number.end) else None
    if spoken is None and _THERE_ARE_MEMBERS.search(text[: number.start] + "# " + text[number.end :].lstrip()):
        of_it = any(_UNITED_NATIONS.search(said.text) or _ITS_BODIES.search(said.text) for said in memory.whole)
        of_others = any(_OTHER_BODIES.search(said) for said in (text, *list(memory.texts)[-1:]))
        spoken = "member_states" if of_it and number.value <= MOST_MEMBERS and not of_others else None
    members = _members(text, number, spoken)
    if members is not None:
        return members
    head = _head(text, number.end)
    if head in ("part", "other"):
        return None
    return (
        _after(text, number, head, memory.speaks_of(sentence), memory)
        or _before(text, number, head)
        or _named(text, number, sentence, last)
        or _understood(text, number, head, memory, sentence, last)
    )


def piece(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch between commas and clause marks around `start` to `end`, without space at its ends."""
    first = 0
    for match in _PIECE_END.finditer(text, 0, start):
        first = match.end()
    after = _PIECE_END.search(text, end)
    last = after.start() if after else len(text.rstrip(".!?\"' "))
    while first < start and (text[first].isspace() or text[first] in "\"'.,"):
        first += 1
    while last > end and (text[last - 1].isspace() or text[last - 1] in ".,!?'\""):
        last -= 1
    return first, max(last, end)


def number_start(number: NumberMention) -> int:
    """Where the number starts, with the hedge before it."""
    if number.hedge_start is not None and number.hedge_start < number.start:
        return number.hedge_start
    return number.start


def words_of(text: str, number: NumberMention) -> str:
    """The number with its hedge, as written."""
    after = number.hedge_end if number.hedge_end is not None and number.hedge_end > number.end else number.end
    return text[number_start(number) : after].strip()


def _head(text: str, end: int) -> str | None:
    """What kind of noun the number counts: `person`, `part`, `other`; None where the next words do not say."""
    if text.startswith("-", end) and not text.startswith("-odd", end):
        return "other"
    position = end
    for _ in range(4):
        match = _WORD.search(text, position, end + 60)
        if match is None or re.search(r"[,;:.()]", text[position : match.start()]):
            return None
        for kind in ("part", "other", "person"):
            if vocabulary.words(kind).match(text, match.start()):
                return kind
        if vocabulary.measure_words("after")[0].match(text, match.start()):
            return None
        position = match.end()
    return None


def _members(text: str, number: NumberMention, spoken: str | None) -> Found | None:
    """ "There were 185 members", where the text speaks of the United Nations and not of a vote."""
    match = _SO_MANY_MEMBERS.match(text, number.end)
    if match is None or (match[1] and match[1].lower() not in _ANY_MEMBER):
        return None
    if number.value < LEAST_MEMBERS or vocabulary.words("vote").search(text):
        return None
    if spoken != "member_states" and not (
        _UNITED_NATIONS.search(text) or THE_ASSEMBLY_HAS.search(text[: number.start])
    ):
        return None
    if match.group().rstrip("s").endswith(("state", "countrie", "nation")) and not _BELONGING.match(text, match.end()):
        return None  # "fifty nations signed the Charter of the United Nations"
    if text.startswith((" when ", " as "), match.end()) and not vocabulary.words("founding").search(text, match.end()):
        return None  # "there were 51 states when the vote was taken"
    if re.match(r" (?:of the|in the) (?!UN\b|United|world|organi|General|year\b|\d|early|late)", text[match.end() :]):
        return None
    return Found(number, "member_states", match.group().strip().lower(), number_start(number), match.end())


def _after(text: str, number: NumberMention, head: str | None, spoken: str | None, memory: Memory) -> Found | None:
    if vocabulary.first_words("after").isdisjoint(phrasing.words_of(text[number.end : number.end + REACH])):
        return None
    pattern, meaning = vocabulary.measure_words("after")
    match = pattern.search(text, number.end, min(len(text), number.end + REACH))
    if match is None:
        return None
    gap, word = text[number.end : match.start()], match.group().lower()
    joined = _JOINS.search(gap.rstrip().removesuffix(" as"))
    if (joined and not _aside(gap)) or re.search(r"\d", gap) or len(_WORD.findall(gap)) > 10:
        return None
    if "," in gap and _HAS_ITS_OWN.match(text, match.end()):
        return None  # "the dead number 44,000, the wounded 104,000"
    if word == "lives" and not (_TAKES_LIVES.search(text[: number.start]) and len(gap) < 20):
        return None
    said_before = () if "UNHCR" in text else memory.texts
    about_palestine = any(_PALESTINE_REFUGEES.search(said) for said in (text, *said_before))
    if word in OF_REFUGEES and not (about_palestine or (spoken == "refugees" and said_before)):
        return None
    if meaning[word] == "member_states" and vocabulary.words("vote").search(text):
        return None
    if head is None and len(_WORD.findall(gap)) > 4:
        return None
    return Found(number, meaning[word], word, number_start(number), match.end())


_HAS_ITS_OWN = re.compile(r" (?:(?:are|were|at|is|was|numbered|number|more than|over|some|about|nearly) )*\d")
"""A number right behind a measure word, which is that word's."""


def _aside(gap: str) -> bool:
    """Whether the joining words stand within an aside: ", mostly women and children,"."""
    relative = ("who have been", "who had been", "who were", "who have", "who had")
    return gap.count(",") >= 2 or gap.rstrip().endswith(relative)


def _last_match(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text, max(0, start), end):
        found = match
    return found


def _before(text: str, number: NumberMention, head: str | None) -> Found | None:
    start = number_start(number)
    pattern, meaning = vocabulary.measure_words("before")
    match = _last_match(pattern, text, start - 40, start)
    if match is None or (head != "person" and not _NO_NOUN.match(text, number.end)):
        return None
    if text[match.end() : start].strip().lower() not in _GAP_BEFORE:
        return None
    return Found(number, meaning[match.group().lower()], match.group(), match.start(), number.end)


def _named(text: str, number: NumberMention, sentence: Sentence, last: Found | None) -> Found | None:
    """ "The death toll in Gaza, officials say, has passed 36,000"."""
    start = number_start(number)
    pattern, meaning = vocabulary.measure_words("names")
    match = _last_match(pattern, text, start - REACH, start)
    if match is None or (last is not None and match.end() <= last.end):
        return None
    gap, word = text[match.end() : start], match.group().lower()
    offset = sentence.start
    counted = (c for c in sentence.chunks if c.number is not None and c.date is None)
    between = (c for c in counted if match.end() <= c.start - offset < start)
    if any(between) or re.search(r"[;:]|\.\s| and | but ", gap.rstrip(": ")):
        return None
    hedged = text[match.end() : number.start]
    if meaning[word] == "member_states" and _OF_ANOTHER_BODY.match(text, match.end()):
        return None  # "membership of the club grew from 99 in 1960"
    if meaning[word] == "member_states" and vocabulary.words("vote").search(text):
        return None  # "eleven members voted for the text, number 2797"
    gapped = last is not None and not gap.strip() and text[: match.start()].endswith(", the ")
    if word in _BARE_NAMES and not (gapped or _LEADS_TO.search(gap + " ") or _LEADS_TO.search(hedged)):
        return None  # but "the wounded number 104,000, the dead 44,000"
    return Found(number, meaning[word], word, match.start(), number.end, names=True)


_OF_ANOTHER_BODY = re.compile(r" (?:of|in) (?!(?:the |this |that )?(?:UN\b|U\.N|United N|world body|[Oo]rgani|it\b))")


def _understood(
    text: str, number: NumberMention, head: str | None, memory: Memory, sentence: Sentence, last: Found | None
) -> Found | None:
    """The measure spoken of before, where this number has none of its own: "and by 2000 there were 3.7 million"."""
    measure = last.measure if last is not None else memory.speaks_of(sentence)
    before = list(memory.texts)[-1:] if last is None else []
    if measure == "member_states" and any(_OTHER_TALLIES.search(said) for said in (text, *before)):
        return None  # "54 resolutions in one year, 93 in another"
    if YEAR_LED.match(text) and measure != "member_states":
        return None
    if measure is None or number.value < _least(measure, text):
        return None
    if head == "person":
        if last is not None or measure not in ("killed", "injured", "displaced") or _measure_in(text):
            return None
        person = vocabulary.words("person").search(text, number.end)
        if person is None or not _NO_NOUN.match(text, person.end()):
            return None  # "430 Palestinians were arrested"
    elif not _NO_NOUN.match(text, number.end):
        return None
    if last is None and not _leads_to(text[: number_start(number)]):
        return None
    placed = vocabulary.places()[0].search(text) is not None or any(c.date is not None for c in sentence.chunks)
    placed = placed or vocabulary.words("publisher").search(text) is not None
    fragment = len(_WORD.findall(text)) <= 5
    if last is None and not (placed or fragment):
        return None
    return Found(number, measure, "", number_start(number), number.end, understood=True)


_LAST_WORD = re.compile(r"([A-Za-z'’]+)\W*\Z")
_COUNT_OF_ANOTHER = re.compile(r"\b(?:number|total|count|share|population|figure)s? of \w", re.IGNORECASE)


def _leads_to(lead: str) -> bool:
    """Whether what stands before a number can be said of one whose measure is understood: not "the camp houses"."""
    word = _LAST_WORD.search(lead)
    if word is None or not word[1].islower():
        return True
    if lead.rstrip().endswith((",", ":", "-", "–", "—", "(")):
        return True
    return word[1] in _WORDS["leads_to_number"] and _COUNT_OF_ANOTHER.search(lead) is None


def _least(measure: str, text: str) -> float:
    """The smallest number that may be a figure with its measure understood."""
    if measure == "member_states":
        return LEAST_MEMBERS
    return LEAST_IN_THE_WEST_BANK if "West Bank" in text else SINGLE_DAY / 2


LEAST_IN_THE_WEST_BANK = 100
"""Its dead have been counted in hundreds."""


def _measure_in(text: str) -> bool:
    return any(vocabulary.measure_words(side)[0].search(text) for side in ("after", "before", "names"))
