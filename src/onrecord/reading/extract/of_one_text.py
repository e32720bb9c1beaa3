"""Whether what nobody did is said of one text: "nobody dared to veto it", "it was never vetoed"."""

from __future__ import annotations

from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.clauses import subject
from onrecord.reading.extract.acts import Act
from onrecord.reading.parsed import Phrase, Sentence

ABOUT, THAT = ("on", "over", "about"), ("it", "that", "this", "them", "these", "those")
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my"})


def of_one_text(chunks: list[Chunk], act: Act) -> bool:
    """ "Nobody has dared to veto it", "Britain never voted against it", "no one vetoed that text": one is spoken of."""
    behind = chunks[act.last + 1 : act.last + 3]
    said = [c.lower for c in behind]
    if act.what == "veto" and (act.first != act.last or chunks[act.first].verb("veto") is None):
        return False  # "has never used it"
    if said[:1] in (["it"], ["that one"], ["this one"]):
        return True
    if len(said) < 2:
        return False
    definite = said[0] in ("this", "that", "the") and behind[1].has("text") and not said[1].endswith("s")
    return definite or (act.what == "veto" and said[0] in ABOUT and said[1] in THAT)


def suffered_by_one(sentence: Sentence, found: list[Phrase], act: Act) -> bool:
    """ "It was never vetoed", "resolution 502 was never vetoed"; not "no draft of Ireland's was ever vetoed"."""
    if not act.passive or act.what != "veto":
        return False
    what = subject(sentence, found, act.first)
    if what is None or what.kind not in ("pronoun", "text"):
        return False
    before = sentence.chunks[: act.first]
    if any(one.lower in ("a", "any") and text.has("text") for one, text in pairwise(before)):
        return False  # "never before had a text of ours been vetoed"
    words = sentence.chunks[what.first : what.last + 1]
    return what.kind == "pronoun" or words[0].lower in DEFINITE or any(c.text.isdigit() for c in words)
