"""The cheap question first: does this text speak of a vote, a body or a figure at all?"""

from __future__ import annotations

import re

_STEMS = ("veto", "abstain", "abstention", "council", "general assembly", " vote", "in favor", "in favour", "resolution", "unsc", "unga", "killed", "death toll", "refugees", "displaced", "aid to israel", "military aid", "permanent member")
_COUNT = re.compile(r"\d{1,3}\s?[-–]\s?\d{1,3}|\bin favou?r\b|\bagainst\b")


def worth_reading(text: str) -> bool:
    """False only where nothing that any reader knows could be in the text."""
    lower = text.lower()
    return any(stem in lower for stem in _STEMS) or _COUNT.search(lower) is not None
