"""Statements that end like a question: "It passed 14-1, didn't it?", "They vetoed it, remember?", "It got thirteen
votes, so why did it fail?".
"""

from __future__ import annotations

import re

from onrecord.reading.table import any_of, word_sets

_AUXILIARY = r"(?:is|was|are|were|do|does|did|has|have|had)"
_JOINT = r"(?:and|but|so|then|yet|now)"
_PRONOUN = r"(?:it|they|he|she|we|you|that|there)"
_TAIL = re.compile(
    rf"(?:(?:,|\s[–—-])?\s+(?P<denied>{_AUXILIARY}n['’]t {_PRONOUN}|{_AUXILIARY} {_PRONOUN} not)"
    rf"|(?:,|\s[–—-])\s+(?P<asked>{_AUXILIARY} {_PRONOUN})"
    r"|(?:,|\s[–—-])\s+(?:right|remember|you (?:may |will )?(?:remember|recall)|no|eh|innit|correct|am i right"
    r"|is(?:n['’]t)? that (?:so|right|not so)))[\s?!]*\?[\s\"'”’)]*$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:\W|\b(?:and|but|so|well|yeah|yes|ok|okay|now|look|listen|then|oh|ah|because|q|a)\b"
    r"|[A-Z][A-Za-z. ]{0,24}:(?= ))*"
    r"(?P<word>[a-z]+)(?:n['’]t)?\b",
    re.IGNORECASE,
)
_ASKING = frozenset(
    {"what", "who", "whom", "whose", "which", "when", "where", "why", "how", "whether", "if", "is", "was", "are",
     "were", "do", "does", "did", "has", "have", "had", "can", "could", "will", "would", "should", "shall", "may",
     "might", "must", "isn", "wasn", "aren", "weren", "don", "doesn", "didn", "hasn", "haven", "hadn"}
)  # fmt: skip
"""First words of a question that is one throughout: "Did it pass, remember?"."""
_DOUBTED = re.compile(
    rf"\W*(?:and|but|so|or)\s+{_AUXILIARY}(?:n['’]t)? {_PRONOUN}"
    r"(?:\s+(?:really|true|so|right|correct|the case))?\W*$",
    re.IGNORECASE,
)
"""A question that leaves open what was said: "They vetoed it, but did they?"."""
_WORDS = word_sets("clause_words.csv")
_SUPPOSING = _WORDS["supposing"]
_NEGATION = re.compile(r"n['’]t\b|\b(?:not|no|never|none|nobody|nothing|hardly|neither|nor|few)\b", re.IGNORECASE)
_DENIAL = re.compile(
    rf"\W*(?:[A-Z][A-Za-z. ]{{0,24}}:\s+)?(?:no\b(?! doubt)|{any_of(_WORDS['untrue'])}"
    r"|not (?:so|quite|really|at all|exactly|true|even|in fact)|far from"
    rf"|{_PRONOUN} {_AUXILIARY}(?:n['’]t| not))\b",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"(?:\W*(?:remember|recall)|(?:and |but |so |hey )?(?:(?:did|do)(?:n['’]t)? you (?:even |actually |not )?know|"
    r"are(?:n['’]t)? you (?:not )?aware|who knew|who would have thought)(?: that)?"
    r"(?! (?:that )?(?:who|whom|what|which|how|why|whether|if|when|where|whose)\b)"
    r"|(?:and |so )?you (?:do )?(?:know|realise|realize)"
    r"|(?:and |but |so )?(?:may|might|need|must|should|can) (?:I|we)(?: just| perhaps| also)? "
    r"(?:remind (?:\w+ ){1,6}?|point out (?:to \w+ (?:\w+ ){0,4}?)?|recall |add |note )that"
    r"|(?:and |but |so )?is (?:he|she|(?:the|my) \w+(?: \w+){0,3}) (?:not )?aware that"
    r"|(?:and |but |so )?does (?:he|she|(?:the|my) \w+(?: \w+){0,3}) (?:not )?(?:know|realise|realize|recall) that) ",
    re.IGNORECASE,
)
_ASKED_ON = re.compile(
    rf"(?:;\s+(?:{_JOINT} )?|(?:,|\s[–—-])\s+{_JOINT} |\s[–—-]\s+|(?:\.\.\.|…)\s+(?:{_JOINT} )?)"
    r"(?=(?:(?:at|by|for|in|of|on|to|with)\s+)?(?:what|who|whom|whose|which|when|where|why|how|is|was|are|were|do|does"
    r"|did|has|have|had|can|could|will|would|should|shall)(?:n['’]t)?\b)[^;:?]{2,90}\?[\s\"'”’)]*$",
    re.IGNORECASE,
)
_ASKED_LAST = re.compile(r";\s+(?!(?:or|really|seriously|truly)\b)[^;:?]{2,90}\?[\s\"'”’)]*$")
"""Whatever is asked behind a semicolon: "India abstained; shame on it, would Nehru have?"."""
_AND_WHO = re.compile(
    r"(?<=[a-z\d)])(?:,|;|\s[–—-])\s+(?:and|but) (?:what about |how about )?"
    r"(?:(?:the|our|my) )?(?:[A-Z][\w'’-]*|others?|rest|neighbou?rs?)(?: (?:of )?[A-Z][\w'’-]*){0,3}\?[\s\"'”’)]*$"
)
"""A name that is only asked about: "France has vetoed 17 times, and the United States?"."""
_LAST_WORD = re.compile(r"[\w'’.-]+\Z")
_JOINED = re.compile(rf"\W+{_JOINT}\s")
FEWEST_WORDS = 3


def known(text: str) -> bool:
    """ "You do know it passed 14-1?": what a question takes as told."""
    return _KNOWN.match(text) is not None


def tail(text: str, behind: str) -> int | None:
    """Where the question begins that a statement ends with; none where it is asked throughout, or what stands `behind`
    it denies it.
    """
    if "?" not in text[-4:]:
        return None
    found = _TAIL.search(text)
    if found is None or _opens(text, _ASKING):
        return None
    said = text[: found.start()]
    if len(said.split()) < FEWEST_WORDS or _DENIAL.match(behind):
        return None
    if found["asked"] is not None and not _NEGATION.search(said):
        return None  # "It passed, did it?"
    return found.start()


def asked_on(text: str) -> int | None:
    """Where another question begins behind a statement: "It got thirteen votes, so why did it fail?"."""
    if "?" not in text[-4:]:
        return None
    found = _ASKED_ON.search(text) or _ASKED_LAST.search(text) or _and_who(text)
    if found is None or _opens(text, _ASKING | _SUPPOSING) or _DOUBTED.match(found.group()):
        return None
    fewest = FEWEST_WORDS - (found.group().startswith(";") or _JOINED.match(found.group()) is not None)
    return found.start() if len(text[: found.start()].split()) >= fewest else None


def _and_who(text: str) -> re.Match[str] | None:
    """None behind a name, with which it may be one of those asked about: "It was Chad, Mali, and Togo?"."""
    found = _AND_WHO.search(text)
    last = _LAST_WORD.search(text[: found.start()]) if found is not None else None
    return None if last is None or last.group()[0].isupper() or text.startswith("So ") else found


def _opens(text: str, words: frozenset[str]) -> bool:
    """Whether one of the words is the first that a text says, behind "and", "so" and who speaks."""
    opening = _OPENING.match(text)
    return opening is not None and opening["word"].lower() in words
