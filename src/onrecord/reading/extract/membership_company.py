"""Who comes or goes together with another whose term was just told of: "Chad left with us", "as had Mexico"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.vote import Members
from onrecord.reading.naming import named_by
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import any_of, word_sets

_SO_DID = re.compile(r"\b(?:and )?so (?:do|did|does|will|has|have|had|is|are|was|were)\b", re.IGNORECASE)
_NOR_DID = re.compile(r"(?:,|;| and|,? but)? (?:nor|neither) (?:do|did|does|will|has|have|had|is|are|was|were)\b")
_AS_DID = re.compile(r", as (?:do|did|does|will|has|have|had|is|are|was|were)\b", re.IGNORECASE)
_WITH = r"(?: too| as well| also)?,? (?:together with|along with|alongside|with|at the same time as)\b"
_THEN = r" (?:on the same day|at the same time)\b"
_WORDS = word_sets("membership_words.csv")
_LEAVES = re.compile(
    r"\s*(?:will |also |too |both |all |are |is |who |which )*"
    rf"(?:{any_of(_WORDS['leaving_together'])})"
    rf"(?: off| out| down)?(?:{_WITH} (?P<whom>[\w' ]+)| too\b| as well\b|{_THEN})",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"\s*(?:will |also |too |both |all |had |have |has |'d )*"
    rf"(?:{any_of(_WORDS['joining_together'])})"
    rf"(?: in| on| on board| aboard)?(?:{_WITH} (?P<whom>[\w' ]+)| too\b| as well\b|{_THEN})",
    re.IGNORECASE,
)
_COMPANY = re.compile(r"(?:us|them|it|her|him|(?:the )?[A-Z]\w+)\b")
"""Behind "leaves with": those whose term was told of, and not a bag or a document."""
_VOTED = re.compile(r"\b(?:vot\w+|abstain\w+|veto\w*|against|favou?r\w*|support\w+|oppos\w+|back\w+)\b")
_ALONG_WITH = re.compile(
    r"(?: [–—-]|,) and (?:the )?|"
    r",? (?:along with|together with|alongside|just like|as (?:do|does|did|will|is|are|has|have)|with) "
    r"(?:(?:that|those) of )?(?:the )?",
    re.IGNORECASE,
)
_NO_VERB = re.compile(r"\s*(?:[.,;:()–—]|\Z|(?:in|on|from|until|till|for|at|as|while|when|too|and|or|by|with|then)\b)")
"""Behind a member that has no predicate of its own: "joins in January, and Poland leaves" speaks of two deeds."""
NEAR = 5
"""Characters between the words and the names that they are said of."""


def of_others(
    sentence: Sentence,
    found: list[Phrase],
    before: Membership | None,
    said: list[Membership],
    told_last: bool,
) -> list[Membership]:
    """What a claim says, told of others too: one of the sentence's own, or the one `before` it; `told_last` is whether
    the sentence before told of nothing else.
    """
    if before is not None and not said and len(found) == 1:
        if (too := _too(sentence, found[0], before, told_last)) is not None:
            return [too]
    told = [claim for claim in (*reversed(said), before) if claim is not None and claim.form not in ("times", "count")]
    for form, verbs in (("end", _LEAVES), ("start", _JOINS)) if found else ():
        of_form = next((claim for claim in told if claim.form == form), None)
        if of_form is not None and (claims := _along(sentence, found, of_form, said, verbs)):
            return claims
    told = [claim for claim in told if claim.sentence == sentence.index or not claim.loose]
    apart = bool(told) and told[0].sentence != sentence.index and not told_last
    if told and not apart and (theirs := _theirs(sentence, told[0])) is not None:
        return [theirs]
    if not told or not found:
        return []
    # "So did Mali, and Somalia, which joined in January": what stands before a claim says nothing of it
    behind = told[0].end - sentence.start if told[0].sentence == sentence.index else 0
    if (match := _SO_DID.search(sentence.text, behind)) and not (apart or _of_voting(sentence, told[0], match)):
        return _behind(sentence, found, told[0], match)
    match = _NOR_DID.search(sentence.text) if said and (said[-1].form == "never" or said[-1].negated) else None
    if match is not None and 0 <= sentence.start + match.start() - said[-1].end <= NEAR:
        return _behind(sentence, found, said[-1], match)
    match = _AS_DID.search(sentence.text)
    if match is not None and said and 0 <= sentence.start + match.start() - said[-1].end <= len(" night") + NEAR:
        return [] if _of_voting(sentence, said[-1], match) else _behind(sentence, found, said[-1], match)
    return []


_THEIRS = re.compile(
    r"(?:'s|s')(?:,(?: \w+){1,4},)? (?:is|was|does|do|did|has|will)"
    r"(?P<not>n't| not)?(?: too| as well| also| likewise)?(?= *(?:[.;:)–—!]|$))"
)


def _theirs(sentence: Sentence, last: Membership) -> Membership | None:
    """ "Chad's term ends in December; Peru's, I am told, does too", "Chad's didn't end then; Peru's did"."""
    for at, chunk in enumerate(sentence.chunks) if last.form == "end" else ():
        if chunk.start < last.end or not (names := named_by(chunk)):
            continue
        match = _THEIRS.match(sentence.text, chunk.end - sentence.start)
        if match is not None:
            named = Phrase(at, at, Members(tuple(names), text=chunk.text))
            claim = _of(sentence, named, last, chunk.start - sentence.start, match.end())
            return replace(claim, negated=match["not"] is not None)
    return None


_TOO = re.compile(
    r",? (?:too|as well|also|likewise|ditto|similarly|the same|(?P<not>neither|either|nor))[.!]?\W*",
    re.IGNORECASE,
)
_SO_TOO = re.compile(
    r"\W*(?:and |but )?(?:likewise|ditto|so too|(?:the )?same (?:goes )?(?:for|with)|"
    r"(?P<not>nor|neither)(?: has| have| had| did| does| do| is| was| were| are)?),? (?:the )?",
    re.IGNORECASE,
)
_AND = re.compile(r"\W*(?:(?:and|but|yes|oh)\b,? ?)*(?:the )?", re.IGNORECASE)


def _too(sentence: Sentence, named: Phrase, before: Membership, told_last: bool) -> Membership | None:
    """ "Gabon too.", "Neither had Togo.": a sentence that says of others what the one before says."""
    text = sentence.text
    first, end = sentence.chunks[named.first].start - sentence.start, sentence.chunks[named.last].end - sentence.start
    behind = _TOO.fullmatch(text, end)
    if behind is not None and _AND.fullmatch(text, 0, first) is None:
        return None
    match = behind or (_SO_TOO.fullmatch(text, 0, first) if not text[end:].strip(" .!") else None)
    denied = before.form == "never" or before.negated
    if match is None or not named.members.named or (match["not"] is not None and not denied):
        return None
    claim = _of(sentence, named, before, first if behind else match.start(), len(text.rstrip(" .!")))
    return claim if told_last else replace(claim, loose=True)


def tells_of_votes(sentence: Sentence) -> bool:
    """Whether a sentence tells of votes, which another that says "so did Chad" may mean."""
    return _VOTED.search(sentence.text) is not None


def _of_voting(sentence: Sentence, last: Membership, match: re.Match[str]) -> bool:
    """ "Chad and Chile were members; both voted for it, and so did Togo", "Chad, the one African member, abstained, as
    did Chile": what others did was to vote.
    """
    since = max(0, last.end - sentence.start) if last.sentence == sentence.index else 0
    return _VOTED.search(sentence.text, since, match.start()) is not None


def _behind(sentence: Sentence, found: list[Phrase], last: Membership, match: re.Match[str]) -> list[Membership]:
    for named in found:
        start = sentence.chunks[named.first].start - sentence.start
        if 0 <= start - match.end() <= NEAR and named.members.named:
            begin = match.start() + len(match.group()) - len(match.group().lstrip(" ,"))
            return [_of(sentence, named, last, begin, sentence.chunks[named.last].end - sentence.start)]
    return []


def _along(
    sentence: Sentence, found: list[Phrase], last: Membership, said: list[Membership], pattern: re.Pattern[str]
) -> list[Membership]:
    for named in found:
        end = sentence.chunks[named.last].end - sentence.start
        match = pattern.match(sentence.text, end)
        if match is None or not named.members.named or (match["whom"] and not _COMPANY.match(match["whom"])):
            continue
        begin = sentence.chunks[named.first].start - sentence.start
        if not any(claim.start <= sentence.start + begin < claim.end for claim in said):
            whom = _COMPANY.match(match["whom"]) if match["whom"] else None
            until = match.start("whom") + whom.end() if whom is not None else match.end()
            return [_of(sentence, named, last, begin, until)]
    return []


def _of(sentence: Sentence, named: Phrase, last: Membership, start: int, end: int) -> Membership:
    return replace(
        last, start=sentence.start + start, end=sentence.start + end, sentence=sentence.index, members=named.members,
        or_members=None, said_by=sentence.speaker_at(sentence.start + start),
    )  # fmt: skip


_RELATIVE = re.compile(r", (?:which|who) [^,;:]*\Z")


def beside(sentence: Sentence, found: list[Phrase], end: int) -> Phrase | None:
    """ "Spain, which joined in January along with Cuba", "leaves in June, as does Peru": who did so too."""
    for named in found:
        start = sentence.chunks[named.first].start - sentence.start
        if start > end and named.members.named:
            following = sentence.chunks[named.last + 1] if named.last + 1 < len(sentence.chunks) else None
            if following is not None and following.date is not None and following.date.role == "until":
                return None  # "Chad sits there until December, and Togo until the end of next year"
            if sentence.text.startswith(", and", end) and _RELATIVE.search(sentence.text, 0, end) is not None:
                return None  # "Chad, which joined in January, and Togo were for it"
            own = _NO_VERB.match(sentence.text, sentence.chunks[named.last].end - sentence.start) is None
            return named if not own and _ALONG_WITH.fullmatch(sentence.text[end:start]) else None
    return None
