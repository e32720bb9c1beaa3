"""The members of the United Nations by the way: "the UN's 193 member states", "the 193-member Assembly", "all 193
members of the General Assembly", "the 159 member states of that time", "its 193rd member".
"""

from __future__ import annotations

import re

from onrecord.reading.numbers import NumberMention

_UN = r"(?:UN|U\.N\.|United Nations|world body|world organi[sz]ation)"
THE_ASSEMBLY_HAS = re.compile(
    r"\b(?:General Assembly|[Tt]he Assembly)(?:, which)? (?:then |now |today |still )?"
    r"(?:has|had|counts|counted|numbers|numbered)(?: (?:some|about|then|now))? $"
)
_NAME = re.compile(rf"-(?:member|nation|state|strong) (?:UN )?(?:General Assembly|Assembly|{_UN})\b")
_OWNED = re.compile(rf"\b(?:{_UN}|General Assembly|[Tt]he Assembly)['’]s? $")
_ALL = re.compile(r"\b[Aa]ll (?:of )?(?:the )?$")
_OF_A_NUMBER = re.compile(r"\b(?:[Oo]ne|[Tt]wo|\w+) of (?:the |some )?$")
_MEMBERS = r" (?:members|member states|member countries|member nations)"
_NOT_A_PART = r"(?! (?:in|from|of|with|without|that|who|which|whose|to|had|have)\b)(?! (?:who|that|which)\b)(?!-)"
_BARE = re.compile(_MEMBERS + _NOT_A_PART)
_BELONGING = re.compile(
    rf" (?:countries|states|nations|members) (?:that|which) (?:(?:then|now) )?belong(?:ed)? to the {_UN}(?=[,.;:)]|\Z)"
)
_OF_IT = re.compile(_MEMBERS + rf" (?:of|in) the (?:{_UN}|General Assembly|Assembly)\b")
_OF_THAT_TIME = re.compile(_MEMBERS + r" of (?:that|the) (?:time|day|year)\b")
OF_A_REGION = re.compile(
    _MEMBERS + rf" (?:from|in|with|of) (?:the )?(?!{_UN}|General|Assembly|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|New York|Geneva)[A-Z]"
)
"""Members of one part of the world, or of another group as well."""
_NUMBERED = re.compile(rf" (?:member|member state)(?: of the {_UN})?(?=[,.;:)]|\Z| (?:in|on|when|of that)\b)")
_BECAME = re.compile(
    rf"\b(?<!to )(?:became|becomes|was|is|joined as|admitted as|joined (?:the )?{_UN} as) (?:the|its|the {_UN}['’]s?) $"
)
_VOTED = re.compile(r" (?:vot\w+|abstain\w*|support\w*|oppos\w+|back\w*|recogni[sz]\w*|sign\w*|cast|said|did)\b")


def members_named(text: str, number: NumberMention, spoken: bool) -> int | None:
    """Where the words end that give a number as that of all members; None where it is none. `spoken` says whether the
    text speaks of the United Nations at all.
    """
    before = text[max(0, number.start - 40) : number.start]
    if (match := _NAME.match(text, number.end)) is not None:
        return match.end()
    if (match := _BELONGING.match(text, number.end)) is not None:
        return match.end()
    if (match := _OF_IT.match(text, number.end)) is not None and (_ALL.search(before) or _OF_A_NUMBER.search(before)):
        return match.end()
    if (match := _BARE.match(text, number.end)) is not None and _OWNED.search(before):
        return None if _VOTED.match(text, match.end()) else match.end()
    if spoken and before.endswith(("The ", "the ")) and (match := _OF_THAT_TIME.match(text, number.end)) is not None:
        return match.end()
    return None


def member_numbered(text: str, number: NumberMention) -> int | None:
    """Where "the UN's 193rd member" ends, of whoever became it."""
    match = _NUMBERED.match(text, number.end)
    named = match is not None and (_UN_NAMED.search(text) is not None)
    became = _BECAME.search(text[max(0, number.start - 60) : number.start]) is not None
    return match.end() if match is not None and named and became else None


_UN_NAMED = re.compile(rf"\b{_UN}")
