"""What was denied of somebody just before, of another: "and neither has Britain", "Britain hasn't either"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.claims.frequency import Generalisation
from onrecord.reading.extract.acts import able
from onrecord.reading.extract.state import Discourse
from onrecord.reading.parsed import Phrase, Sentence


def neither(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "France has not used its veto since 1989, and neither has Britain", "Britain hasn't either": what was just
    denied, of another.
    """
    chunks = sentence.chunks
    if at > 1 and at + 1 < len(chunks) and chunks[at + 1].lower == "either" and chunks[at - 1].has("have"):
        first, last = at - 1, at + 1
        other = next((p for p in found if p.last == at - 2 and p.members.named), None)
    else:
        first = last = at
        auxiliary = at if " " in chunks[at].lower else at + 1
        if auxiliary >= len(chunks) or chunks[auxiliary].lower.split()[-1] not in ("has", "have", "had"):
            return None
        other = next((p for p in found if auxiliary < p.first <= auxiliary + 2 and p.members.named), None)
    said = discourse.denied
    if said is None or other is None or sentence.index - said.sentence > 1 or not able(other.members, said.acts.what):
        return None
    first, last = min(first, other.first), max(last, other.last)
    following = chunks[last + 1] if last + 1 < len(chunks) else None
    if following is not None and following.text not in (",", ".", ";", "!", ")") and not following.has("and", "but"):
        return None
    acts = replace(said.acts, members=other.members, tenure=None)
    start, end, index, speaker = sentence.placed(first, last)
    return replace(said, start=start, end=end, sentence=index, said_by=speaker, acts=acts)
