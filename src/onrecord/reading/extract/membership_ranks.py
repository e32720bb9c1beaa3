"""Who else had as many terms as the member just told of: "only Japan has sat more often", "nobody has had as many"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.reading.extract.membership_state import Hit
from onrecord.reading.parsed import Phrase, Sentence

OF_RANKS = frozenset({"often", "oftener", "many", "more"})
"""Words without one of which nothing is compared."""
_HELD = r"(?:has|have|had) (?:ever )?(?:had|held|sat|served|done|been (?:elected|chosen|there|on it|a member|back))"
_ONLY = re.compile(r"\b(?:only|nobody but|no one but|no state but|no country but|none but) (?:the )?\Z", re.IGNORECASE)
_MORE = re.compile(
    rf" {_HELD}(?: (?:there|on it|a member))? "
    r"(?:more often|oftener|more times|more(?: of them| terms| stints| spells)?)\b(?! than)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:nobody|no one|none|no)(?: else| other)?(?: elected| non-permanent)?"
    rf"(?: country| state| nation| member)? {_HELD}(?: there| on it)? (?:as many|so many|as often|so often|more)"
    r"(?: terms| times| turns| stints| spells)?(?=\s*(?:[.,;:)–—]|$))",
    re.IGNORECASE,
)


_WHEN_SAT = re.compile(
    r"(?:(?P<now>,? (?:and |but )?(?:most recently|lately|for the last time|the last time(?: being)?|"
    r"the (?:last|latest|most recent) (?:one |term |stint |spell |of them )?(?:being|was|came|ran|dates from))"
    r"(?: (?:was|came|being))?)"
    r"|(?:(?:\A|[;,:(] ?|and )(?:the|its|their) (?:(?:earlier|previous|other|former) (?:ones|times|terms|stints|spells|"
    r"occasions|two|three|four|five|six|seven)|others|first (?:two|three|four))(?: (?:times|terms|stints|ones))?"
    r"(?: (?:were|being|came|had been|fell|dated from|date from))?))"
    r"(?: in| from| for| back in)? (?=(?:the years )?(?:(?:early|late|January|June|October) )?(?:in )?(?:19|20)\d\d)"
    r"|\A(?:and |but )?(?:the|its) (?:last|latest|most recent) (?:one|time|term|stint|spell)? ?(?:was|came|ran|began)"
    r"(?: in| from)? (?=(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""Before the years of some of the terms whose number was just told."""


def when_sat(text: str) -> Iterator[Hit]:
    """ "Has sat there five times, most recently in 2021-22", "The last time was in 2001": said of the one told of."""
    for match in _WHEN_SAT.finditer(text):
        lead = len(match.group()) - len(match.group().lstrip(" ,;:("))
        yield Hit(match.start() + lead, len(match.group().rstrip()) + match.start(), "seat", leaning=True)


def ranks(sentence: Sentence, found: list[Phrase]) -> Iterator[Hit]:
    """Predicates on the member whose number of terms was told last."""
    text = sentence.text
    nobody = _NOBODY.search(text)
    if nobody is not None:
        yield Hit(nobody.start(), nobody.end(), "most", leaning=True)
    for named in found:
        first = sentence.chunks[named.first].start - sentence.start
        end = sentence.chunks[named.last].end - sentence.start
        only, more = _ONLY.search(text, 0, first), _MORE.match(text, end)
        if named.members.named and only is not None and more is not None:
            yield Hit(only.start(), more.end(), "most", leaning=True, but=named.members.named)
