"""The cheap question first: does this text speak of a vote, a body or a figure at all?

One pass of an Aho-Corasick automaton (Aho and Corasick 1975) over the text's plain letters answers it.
"""

from __future__ import annotations

from functools import lru_cache

from ahocorasick import STORE_LENGTH, Automaton

from onrecord.reading.normal import INVISIBLE

STEMS = (
    "veto", "abst", "council", "assembly", "resolution", "unsc", "unga", "scr 5", "res  5", "un ", "u n ",
    "united nations", "vote",
    "killed", "refugees", "unrwa", "displaced", "hostage", "murdered", "p5 ", "draft", "slain", "injur", "wounded",
    "lives lost", "lost their lives", "perished", "dead", "death", "died", "toll",
    "israel", "gaza", "ceasefire", "cease fire", "military aid", "in favo", "memorandum", "uprooted", "their homes",
    "billion", "5billion",
    "permanent member", "elected member", "member states", "non permanent", "permanent five", "membership",
    "permanent seat", "elected seat", "african member", "arab member", "asian member", "european member",
    "straw poll", "encouragement", "fourteen to one", "hands up",
    "none against", "nobody against", "no one against", "none opposed",
    "backers", "nine for", "ten for", "eleven for", "twelve for", "thirteen for", "fourteen for", "fifteen for",
    "noes", "ayes", "nays", "raised his hand", "raised her hand", "text on", "text of",
    "fourteen others", "other fourteen", "hand against", "hands against", "other ten", "no fly zone",
)  # fmt: skip
"""Without one of these at the start of a word no reader takes a text to be about the United Nations' votes, seats,
rules or figures. Small letters; any sign is a space, any digit a 5.
"""
_PLAIN = bytes(
    byte | 0x20 if chr(byte).isalpha() and byte < 128 else ord("5") if chr(byte).isdigit() and byte < 128 else 0x20
    for byte in range(256)
)


def worth_reading(text: str) -> bool:
    """False only where nothing that any reader knows could be in the text; linear, one or two passes."""
    if _speaks(text.encode("ascii", "replace")):
        return True
    # What prints nothing may stand inside a word: "ve\u00adto".
    return not text.isascii() and any(mark in text for mark in INVISIBLE) and _speaks(text.encode("ascii", "ignore"))


def _speaks(text: bytes) -> bool:
    return next(_automaton().iter(f" {text.translate(_PLAIN).decode('ascii')} "), None) is not None


@lru_cache(maxsize=1)
def _automaton() -> Automaton:
    automaton = Automaton(STORE_LENGTH)
    for stem in STEMS:
        automaton.add_word(f" {stem}")
    automaton.make_automaton()
    return automaton
