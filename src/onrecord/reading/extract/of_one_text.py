"""Whether what nobody did is said of one text: "nobody dared to veto it", "it was never vetoed"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.clauses import subject
from onrecord.reading.extract.acts import Act
from onrecord.reading.parsed import Phrase, Sentence

ABOUT, THAT = ("on", "over", "about"), ("it", "that", "this", "them", "these", "those")
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my"})


def of_one_text(chunks: list[Chunk], act: Act) -> bool:
    """ "Nobody has dared to veto it", "China never vetoed on it": one text or matter is spoken of."""
    behind = [c.lower for c in chunks[act.last + 1 : act.last + 3]]
    once = act.what == "veto" and act.first == act.last and chunks[act.first].verb("veto") is not None
    return once and (behind[:1] == ["it"] or (len(behind) == 2 and behind[0] in ABOUT and behind[1] in THAT))


def suffered_by_one(sentence: Sentence, found: list[Phrase], act: Act) -> bool:
    """ "It was never vetoed", "resolution 502 was never vetoed"; not "no draft of Ireland's was ever vetoed"."""
    if not act.passive or act.what != "veto":
        return False
    what = subject(sentence, found, act.first)
    if what is None or what.kind not in ("pronoun", "text"):
        return False
    words = sentence.chunks[what.first : what.last + 1]
    return what.kind == "pronoun" or words[0].lower in DEFINITE or any(c.text.isdigit() for c in words)
