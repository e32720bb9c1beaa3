"""The cheap question first: does this text speak of a vote, a body or a figure at all?"""

from __future__ import annotations

STEMS = (
    "veto", "abst", "council", "assembly", "resolution", "unsc", "unga", " un ", "u.n.", "united nations", " vote",
    "killed", "death toll", "refugees", "displaced", "hostage", "murdered", " p5", " draft", "slain", "dead in",
    "injured", "wounded", "lives lost",
    "israel", "military aid", "in favo", " dead", " toll", "died", "permanent member", "elected member",
    "member states",
    "non-permanent", "permanent five", "death", "lost their lives", "injur", "membership", "billion", "memorandum",
    "uprooted", "their homes", "perished",
)  # fmt: skip
"""Without one of these, in lower case, no reader of claims finds anything worth settling."""


def worth_reading(text: str) -> bool:
    """False only where nothing that any reader knows could be in the text; linear, a few passes of plain search."""
    lower = text.lower()
    return any(stem in lower for stem in STEMS)
