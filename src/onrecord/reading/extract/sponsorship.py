"""Who drafted, tabled, submitted or co-sponsored a text: "the Algerian text", "a draft tabled by Japan"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Sponsor
from onrecord.reading.clauses import before_insertion, clause_end, clause_start, subject, verb_group_start
from onrecord.reading.extract.authors import Authors, authors_at, authors_before, of_noun
from onrecord.reading.extract.state import Discourse
from onrecord.reading.grammar import Phrase, Sentence, asserted, is_demonym, negated, passive
from onrecord.reading.nouns import Noun, noun_at, nouns

WEAK = frozenset(
    {
        "call", "calls", "appeal", "demand", "request", "push", "effort", "efforts", "attempt", "attempts", "offer", "plan",
        "paper", "language", "wording", "document", "documents", "initiative", "initiatives", "version", "project", "projects",
        "call for", "calls for", "appeal for", "demand for", "request for", "push for", "attempt to", "attempts to", "extension",
    }
)  # fmt: skip
"""Words for a text that mean other things as well: only beside words of voting."""
VOTING = ("vote_noun", "veto_noun", "abstention_noun", "council", "assembly", "yes_noun", "no_noun", "cite")
VOTING_VERBS = ("veto", "block", "adopt", "fail", "pass", "defeat", "abstain", "vote")
TO_COME = frozenset({"circulating", "negotiating", "discussing", "drafting", "preparing", "considering", "working", "studying", "expected", "scheduled", "upcoming", "planned", "pending", "awaiting", "forthcoming"})
PEN = frozenset({"pen"})
FORWARD = (
    "up", "forward", "on the table", "to the table", "to the vote", "to a vote", "to vote", "before the council", "to the council", "up for a vote")
"""What follows a text that is put, brought or laid, so that it is tabled."""
REACH = 16


def sponsorships(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Sponsor]:
    """Claims to sponsorship in the order in which they are made."""
    chunks = sentence.chunks
    if sentence.withdrawn:
        return []
    if sentence.question:
        discourse.asked_for_sponsor = sentence.index if _asks(chunks) else -9
        return []
    claims: list[Sponsor] = []
    for at, chunk in enumerate(chunks):
        if at >= sentence.unreal_from:
            break
        for claim in _at(sentence, found, discourse, at, chunk):
            if not any(c.start < claim.end and claim.start < c.end and _same(c.members, claim.members) for c in claims):
                claims.append(claim)
    answer = _answer(sentence, found, discourse)
    return claims or ([answer] if answer is not None else [])


def _at(sentence: Sentence, found: list[Phrase], discourse: Discourse, at: int, chunk: Chunk) -> list[Sponsor]:
    if chunk.verb("sponsor", "cosponsor", "put") and (claim := _of_verb(sentence, found, discourse, at)) is not None:
        return [claim]
    if chunk.has("source_of") and (claim := _from_source(sentence, found, at)) is not None:
        return [claim]
    if chunk.has("author") and (claim := _of_author_noun(sentence, found, at)) is not None:
        return [claim]
    if chunk.has("be") and (claim := _predicate(sentence, found, at)) is not None:
        return [claim]
    if (chunk.has("text") or chunk.lower in ("one", "ones")) and not chunk.has("council"):
        return [c for c in (_attributive(sentence, found, at), _by(sentence, found, at)) if c is not None]
    return []


def _same(one: Members, other: Members) -> bool:
    return [n.text for n in one.named] == [n.text for n in other.named] and one.groups == other.groups


def _claim(
    sentence: Sentence, first: int, last: int, authors: Authors, *, negated: bool = False, co: bool = False, loose: bool = False,
    known: bool = False,
) -> Sponsor:  # fmt: skip
    chunks = sentence.chunks
    while last > first and not chunks[last].is_word:
        last -= 1
    return Sponsor(
        start=chunks[first].start, end=chunks[last].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunks[first].start), members=authors.members, quantity=authors.quantity,
        co_sponsor=co or authors.quantity is not None, negated=negated, loose=loose,
        known=known,
    )  # fmt: skip


def _spoken_of(chunks: list[Chunk], noun: Noun) -> bool:
    """Whether the text is one already spoken of: "it", "the draft", and not "the draft on Mali"."""
    if noun.kind == "pronoun":
        return True
    following = chunks[noun.last + 1] if noun.last + 1 < len(chunks) else None
    if following is not None and (following.lower in ("on", "for", "of", ",") or following.number is not None):
        return False
    return noun.last == noun.first + 1 and chunks[noun.first].lower in ("the", "this", "that")


# --- verbs -----------------------------------------------------------------------------------


def _of_verb(sentence: Sentence, found: list[Phrase], discourse: Discourse, at: int) -> Sponsor | None:
    chunks = sentence.chunks
    entry = chunks[at].verb("sponsor", "cosponsor", "put")
    assert entry is not None
    if chunks[at].has("text", "author") and not _used_as_verb(chunks, at, entry.form):
        return None
    forms = {e.form for e in chunks[at].entries if e.kind == "verb" and e.value == entry.value}
    by = _by_after(chunks, at)
    if forms & {"past", "participle"}:
        if by is not None and entry.value != "put":
            return _passive(sentence, found, at, by, entry.value == "cosponsor")
        if passive(chunks, at):
            return None
    if "gerund" in forms or (at > 0 and chunks[at - 1].text == "-"):
        return None
    form = "past" if "past" in forms else entry.form
    return _active(sentence, found, discourse, at, form, entry.value)


def _used_as_verb(chunks: list[Chunk], at: int, form: str) -> bool:
    """Of words that are nouns too ("draft", "sponsors", "offer"): only a form with a subject before and a text behind."""
    return form not in ("base", "third") or (at > 0 and chunks[at - 1].has("member", "group", "pronoun_member", "modal", "do", "negation"))


def _by_after(chunks: list[Chunk], at: int) -> int | None:
    for position in range(at + 1, min(at + 6, len(chunks))):
        chunk = chunks[position]
        if chunk.lower == "by":
            return position
        if chunk.lower == "in" and position + 1 < len(chunks) and (name := chunks[position + 1].get("member")) is not None and name.form == "capital":
            return position
        if chunk.text in ",;:—." or chunk.has("verb", "text", "member", "but", "and"):
            return None
    return None


def _passive(sentence: Sentence, found: list[Phrase], at: int, by: int, co: bool) -> Sponsor | None:
    chunks = sentence.chunks
    authors = authors_at(chunks, found, by + 1)
    if authors is None or not asserted(sentence, at, -1, "past"):
        return None
    text = _text_before(sentence, found, at)
    if text is None:
        return None
    known = _spoken_of(chunks, text)
    return _claim(sentence, text.first, authors.last, authors, negated=negated(sentence, at, text.last), co=co, known=known)


def _text_before(sentence: Sentence, found: list[Phrase], at: int) -> Noun | None:
    """The text that was drafted: right before the participle, or its subject, or what a relative stands for."""
    chunks = sentence.chunks
    start = verb_group_start(chunks, at)
    near = [n for n in nouns(chunks, found, max(0, at - REACH), start) if n.kind == "text"]
    if near and not any(c.text in ";:" for c in chunks[near[-1].last : start]):
        return near[-1]
    noun = subject(sentence, found, at)
    return noun if noun is not None and noun.kind in ("text", "pronoun") else None


def _active(sentence: Sentence, found: list[Phrase], discourse: Discourse, at: int, form: str, meaning: str) -> Sponsor | None:
    chunks = sentence.chunks
    noun = subject(sentence, found, at)
    if noun is None:
        return None
    start = verb_group_start(chunks, at)
    behind_subject = noun.last if noun.last < start else start - 1
    if not asserted(sentence, at, behind_subject, form):
        return None
    authors = _doer(sentence, found, discourse, noun)
    if authors is None:
        return None
    text = _text_of(sentence, found, discourse, at, noun, meaning)
    if text is None:
        return None
    objects = nouns(chunks, found, at + 1, min(text + 1, len(chunks)))
    known = bool(objects) and _spoken_of(chunks, objects[0])
    together = _together(chunks, found, at)
    last = max(text, clause_end(sentence, found, at))
    if together is not None:
        members = Members(
            authors.members.named + together.members.named, authors.members.groups + together.members.groups,
            quantity=authors.members.quantity or together.members.quantity,
            adjective=authors.members.adjective or together.members.adjective, text=authors.members.text,
        )  # fmt: skip
        authors = Authors(members, authors.first, authors.last)
        last = max(last, together.last)
    first = min(authors.first, start)
    if any(c.text == "," for c in chunks[noun.last + 1 : start]):
        first = start
    if first > 0 and chunks[first - 1].has("relative"):
        first -= 1
    return _claim(sentence, first, last, authors, negated=negated(sentence, at, behind_subject), co=meaning == "cosponsor", known=known)


def _doer(sentence: Sentence, found: list[Phrase], discourse: Discourse, noun: Noun) -> Authors | None:
    chunks = sentence.chunks
    if noun.kind == "text":
        return None
    whose = noun.first - 1
    if whose > 0 and chunks[whose].lower == "whose" and chunks[noun.last].has("affiliation", "delegate", "group_noun"):
        return _named_before(chunks, whose)
    if noun.kind == "pronoun":
        plural = chunks[noun.first].lower in ("they", "both")
        resolved = discourse.resolve_pronoun(Members(pronoun=True, text="they" if plural else "it"), sentence)
        if resolved is None or not (resolved.named or resolved.groups):
            return None
        return Authors(resolved, noun.first, noun.last)
    return of_noun(chunks, found, noun)


def _named_before(chunks: list[Chunk], at: int) -> Authors | None:
    """ "Malaysia's transport minister, whose country wrote the draft": the last state named before."""
    for position in range(at - 1, max(-1, at - 9), -1):
        entry = chunks[position].get("member")
        if entry is not None and not chunks[position].has("blocked"):
            from onrecord.reading.claims.vote import Named

            return Authors(Members((Named(chunks[position].text, entry.aliases),), text=chunks[position].text), at, at)
    return None


def _text_of(sentence: Sentence, found: list[Phrase], discourse: Discourse, at: int, doer: Noun, meaning: str) -> int | None:
    """The last chunk of the text that is the verb's object, behind it or before it ("which Japan submitted")."""
    chunks = sentence.chunks
    if "pen" in chunks[at].lower.split():
        return at
    named = {p.first: p for p in found}
    behind = next((n for i in range(at + 1, min(at + 4, len(chunks))) if (n := noun_at(chunks, named, i, len(chunks))) is not None), None)
    object_ = None
    if behind is not None and not any(c.text in ",;:—." or c.has("preposition", "but") for c in chunks[at + 1 : behind.first]):
        object_ = behind
    if meaning == "put" and (object_ is not None or not _goes_forward(chunks, at + 1)):
        return _put_forward(chunks, at, object_)
    if object_ is not None and (object_.kind == "text" or (object_.kind == "pronoun" and (not _weak_verb(chunks, at, object_.last) or sentence.index - discourse.text_in == 1))):
        return object_.last if not _weak(chunks, object_) or _of_voting(sentence) else None
    if meaning == "cosponsor" and (at + 1 >= len(chunks) or not chunks[at + 1].is_word) and (
        sentence.index - discourse.text_in == 1 or any(c.has("text") for c in chunks[:at])
    ):  # fmt: skip
        return at
    start = clause_start(sentence, found, before_insertion(chunks, verb_group_start(chunks, at)))
    if start > 0 and chunks[start - 1].lower in ("that", "which") and any(
        n.kind == "text" for n in nouns(chunks, found, max(0, start - 1 - REACH), start - 1)
    ):
        return at
    if doer.first > 0 and any(n.kind == "text" and n.last == doer.first - 1 for n in nouns(chunks, found, max(0, doer.first - 8), doer.first)):
        return at
    return None


def _weak_verb(chunks: list[Chunk], at: int, last: int) -> bool:
    """Verbs whose pronoun object may be anything: "proposed it", but not "presented it on behalf of the ten"."""
    if last + 1 < len(chunks) and chunks[last + 1].lower in ("on behalf of", "to the council", "together with", "with", "jointly with"):
        return False
    return chunks[at].lower.startswith(("propos", "offer", "mov", "float", "initiat", "prepar", "introduc", "present", "put", "circulat"))


def _goes_forward(chunks: list[Chunk], at: int) -> bool:
    tail = " ".join(c.lower for c in chunks[at : at + 5])
    return any(tail.startswith(words) for words in FORWARD[1:])


def _put_forward(chunks: list[Chunk], at: int, object_: Noun | None) -> int | None:
    if object_ is None or object_.kind not in ("text", "pronoun"):
        return None
    drawn = chunks[at].lower.startswith("dr")
    tail = " ".join(c.lower for c in chunks[object_.last + 1 : object_.last + 7])
    for words in FORWARD[:1] if drawn else FORWARD[1:]:
        if tail.startswith(words) or (object_.kind == "text" and f" {words}" in tail and "," not in tail.split(words)[0]):
            return object_.last + len(words.split())
    return None


def _together(chunks: list[Chunk], found: list[Phrase], at: int) -> Authors | None:
    """ "Submitted it together with the United States": those that did it too."""
    for position in range(at + 1, min(at + 12, len(chunks))):
        if chunks[position].lower in ("with", "together with", "along with", "alongside", "jointly with"):
            return authors_at(chunks, found, position + 1)
        if chunks[position].text in ",;:—" or chunks[position].has("but", "relative"):
            return None
    return None


# --- nouns -----------------------------------------------------------------------------------


def _weak(chunks: list[Chunk], noun: Noun) -> bool:
    return chunks[noun.last].lower in WEAK


def _of_voting(sentence: Sentence) -> bool:
    return any(c.has(*VOTING) or c.verb(*VOTING_VERBS) for c in sentence.chunks)


def _to_come(sentence: Sentence, found: list[Phrase], first: int) -> bool:
    """Whether the text is spoken of as something still to be voted on or only asked for."""
    chunks = sentence.chunks
    start = clause_start(sentence, found, first)
    stretch = chunks[start:first]
    article = chunks[first - 1].lower if first else ""
    if article in ("a", "an", "any") and any(c.lower in ("never", "not once", "never once", "never before", "not a single time") for c in chunks[:first]):
        return True
    if any(c.lower in TO_COME for c in chunks[start : first + 12]):
        return True
    for position, chunk in enumerate(stretch):
        if chunk.has("realised"):
            return False
        if chunk.has("unreal", "modal") and not (position > 0 and stretch[position - 1].has("determiner")):
            return True
        following = stretch[position + 1] if position + 1 < len(stretch) else None
        if chunk.lower == "to" and following is not None and any(e.kind == "verb" and e.form == "base" for e in following.entries):
            return True
    return False


def _attributive(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    """Members in front of a text: "the American draft", "Egypt's resolution on Jerusalem", "US-drafted"."""
    chunks = sentence.chunks
    authors = authors_before(chunks, at)
    entry = chunks[at].get("text")
    if authors is None or (entry is not None and entry.value == "application") or _to_come(sentence, found, authors.first):
        return None
    if chunks[at].lower in WEAK and not _of_voting(sentence):
        return None
    if chunks[at].has("verb") and _owned(chunks, authors) is False and at + 1 < len(chunks) and _takes_object(chunks, at):
        return None
    first = authors.first
    while first > 0 and (chunks[first - 1].has("determiner") or chunks[first - 1].number is not None):
        first -= 1
    if first > 1 and chunks[first - 1].lower in ("'s", "'") and chunks[first - 2].date is not None:
        first -= 2
    last = _complement(sentence, found, at)
    listed = _in_brackets(chunks, found, at) if authors.quantity is not None else None
    if listed is not None:
        return _claim(sentence, first, listed.last, listed)
    return _claim(sentence, first, last, authors, loose=not authors.sure)


def _in_brackets(chunks: list[Chunk], found: list[Phrase], at: int) -> Authors | None:
    """ "A three-power draft (Guinea, Somalia, Yugoslavia)"."""
    if at + 2 >= len(chunks) or chunks[at + 1].text not in "(–—:":
        return None
    return authors_at(chunks, found, at + 2)


def _owned(chunks: list[Chunk], authors: Authors) -> bool:
    """Whether the name is a demonym or a possessive, so that what follows is a noun for sure."""
    following = chunks[authors.last + 1] if authors.last + 1 < len(chunks) else None
    return is_demonym(chunks[authors.last]) or (following is not None and following.lower in ("'s", "'"))


def _takes_object(chunks: list[Chunk], at: int) -> bool:
    following = chunks[at + 1]
    return following.has("determiner") or following.lower in ("that", "to", "for")


def _complement(sentence: Sentence, found: list[Phrase], at: int) -> int:
    """The end of "on Jerusalem", "for a two-week truce" behind a text."""
    chunks = sentence.chunks
    last = at
    if at + 1 < len(chunks) and chunks[at + 1].lower in ("on", "for", "about", "condemning", "demanding", "calling", "renewing", "extending"):
        named = {p.first: p for p in found}
        noun = noun_at(chunks, named, at + 2, len(chunks)) if at + 2 < len(chunks) and chunks[at + 2].date is None else None
        if noun is not None:
            return noun.last
    return last


def _by(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    """ "A bid by China and Russia", "a text of the ten elected members", "the text, from Kenya and Mauritania"."""
    chunks = sentence.chunks
    link = _by_behind(sentence, found, at)
    if link < len(chunks) and chunks[link].text == ",":
        link += 1
    if link + 1 >= len(chunks) or chunks[link].lower not in ("by", "from", "of") or (link > at + 1 and chunks[link].lower == "of"):
        return None
    authors = authors_at(chunks, found, link + 1)
    if authors is None or authors.quantity is not None or (chunks[link].lower == "of" and not _owns(chunks, authors)):
        return None
    if chunks[at].lower in WEAK and not _of_voting(sentence):
        return None
    first = at
    while first > 0 and at - first < 6 and (
        chunks[first - 1].has("determiner", "text", "last_word") or (chunks[first - 1].is_word and not chunks[first - 1].entries) or chunks[first - 1].text == "-"
    ):  # fmt: skip
        first -= 1
    if _to_come(sentence, found, first):
        return None
    return _claim(sentence, first, authors.last, authors, loose=chunks[link].lower == "of")


def _by_behind(sentence: Sentence, found: list[Phrase], at: int) -> int:
    """Where "by" may stand: right behind the text or behind what it is on ("on cross-border aid to Syria by")."""
    chunks = sentence.chunks
    link = _complement(sentence, found, at) + 1
    position = link
    while position + 1 < len(chunks) and position - at < 10 and chunks[position].lower != "by":
        chunk = chunks[position]
        if chunk.text in ",;:—." or chunk.date is not None or chunk.has("verb", "be", "have", "modal", "but", "and", "relative"):
            return link
        position += 1
    return position if position < len(chunks) and chunks[position].lower == "by" else link


def _owns(chunks: list[Chunk], authors: Authors) -> bool:
    """Whether "of" names an owner and no part: "a text of France", not "the text of resolution 242"."""
    following = chunks[authors.last + 1] if authors.last + 1 < len(chunks) else None
    return bool(authors.members.named or authors.members.groups) and (following is None or following.lower not in ("'s", "'"))


def _from_source(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    """ "The text came from our three, Gabon, Ghana and Mozambique", "was once more the work of Greece"."""
    chunks = sentence.chunks
    authors = authors_at(chunks, found, at + 1)
    if authors is None or not asserted(sentence, at, -1, "past"):
        return None
    start = clause_start(sentence, found, verb_group_start(chunks, at))
    texts = [n for n in nouns(chunks, found, start, at) if n.kind in ("text", "pronoun")]
    noun = subject(sentence, found, at)
    if noun is not None and noun.kind == "text":
        texts, start = [noun], noun.first
    if not texts or any(c.has("vote_noun", "abstention_noun", "veto_noun") for c in chunks[start:at]):
        return None
    if texts[0].kind == "pronoun" and not chunks[texts[0].first].lower.startswith(("it", "both", "neither", "the", "this", "that")):
        return None
    known = _spoken_of(chunks, texts[0])
    return _claim(sentence, texts[0].first, authors.last, authors, negated=negated(sentence, at, texts[0].last), known=known)


def _of_author_noun(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    """ "Denmark was the sponsor", "its sponsors were Egypt and Malaysia", "Drafters: Washington and London"."""
    chunks = sentence.chunks
    position = at + 1
    while position < len(chunks) and position - at < 8 and (
        chunks[position].has("preposition", "determiner", "text", "adverb", "cite") or chunks[position].number is not None
    ):  # fmt: skip
        position += 1
    if position < len(chunks) and _links_names(chunks[position]):
        authors = authors_at(chunks, found, position + 1)
        named = authors is not None and (authors.members.named or authors.members.groups or authors.members.adjective)
        if authors is not None and named and asserted(sentence, position, -1, "past") and not _governed_by_verb(chunks, at):
            first = at - 1 if at > 0 and chunks[at - 1].has("determiner") else at
            some = chunks[at].lower.startswith("co") or chunks[position].lower.startswith("includ")
            return _claim(sentence, first, authors.last, authors, negated=_denied(chunks, position), co=some, known=True)
    if (counted := _so_many(sentence, found, at)) is not None:
        return counted
    return _was_the_author(sentence, found, at) or _beside_author(sentence, found, at)


def _links_names(chunk: Chunk) -> bool:
    return chunk.has("be") or chunk.text in ",:(–—-" or chunk.lower.startswith("includ")


def _so_many(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    """ "It had 65 co-sponsors", "with more than eighty co-sponsors"."""
    chunks = sentence.chunks
    number = chunks[at - 1].number if at else None
    if number is None or number.ordinal or not chunks[at].lower.endswith("s"):
        return None
    before = next((i for i in range(at - 2, max(-1, at - 6), -1) if chunks[i].has("obtain", "have") or chunks[i].lower == "with"), None)
    if before is None or not asserted(sentence, before, -1, "past"):
        return None
    return _claim(sentence, before, at, Authors(Members(quantity=int(number.value), text=chunks[at].text), at, at, quantity=number), known=True)


def _beside_author(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    """ "Algeria, the penholder, …", "co-sponsors Japan and Ecuador"."""
    chunks = sentence.chunks
    before = at - 1
    while before >= 0 and (chunks[before].has("determiner", "only") or chunks[before].lower in ("main", "lead", "chief")):
        before -= 1
    if before >= 1 and chunks[before].text in ",(–—":
        phrase = next((p for p in found if p.last == before - 1 and p.members.named), None)
        if phrase is not None:
            return _claim(sentence, phrase.first, at, Authors(phrase.members, phrase.first, phrase.last), co=chunks[at].lower.startswith("co"))
    phrase = next((p for p in found if p.first == at + 1 and p.members.named), None)
    if phrase is None or _governed_by_verb(chunks, at):
        return None
    return _claim(sentence, at, phrase.last, Authors(phrase.members, phrase.first, phrase.last), co=chunks[at].lower.startswith("co"))


def _governed_by_verb(chunks: list[Chunk], at: int) -> bool:
    before = at - 1
    while before >= 0 and chunks[before].has("determiner", "only", "number"):
        before -= 1
    return before >= 0 and chunks[before].has("preposition", "verb")


def _denied(chunks: list[Chunk], be: int) -> bool:
    return be + 1 < len(chunks) and chunks[be + 1].has("negation")


def _was_the_author(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    chunks = sentence.chunks
    be = at - 1
    while be >= 0 and at - be < 5 and not chunks[be].has("be") and (
        chunks[be].has("determiner", "only", "adverb", "negation", "among") or not chunks[be].entries or chunks[be].lower in ("as", "of")
    ):  # fmt: skip
        be -= 1
    if be < 1 or not (chunks[be].has("be") or chunks[be].lower in ("as", "acted")):
        return None
    noun = subject(sentence, found, be)
    if noun is None or not asserted(sentence, be, noun.last if noun.last < be else -1, "past"):
        return None
    authors = of_noun(chunks, found, noun) if noun.kind in ("members", "other") else None
    if authors is None:
        return None
    last = clause_end(sentence, found, at)
    some = chunks[at].lower.startswith("co") or any(c.has("among") for c in chunks[be:at])
    return _claim(sentence, authors.first, last, authors, negated=_denied(chunks, be), co=some, known=True)


def _predicate(sentence: Sentence, found: list[Phrase], be: int) -> Sponsor | None:
    """ "The text, resolution 2669, was American", "the draft was Danish in origin", "Norway was behind the text"."""
    chunks = sentence.chunks
    noun = subject(sentence, found, be)
    if noun is not None and be + 1 < len(chunks) and chunks[be + 1].lower == "behind":
        return _behind(sentence, found, be, noun)
    if noun is None or noun.kind != "text" or not asserted(sentence, be, noun.last, "past"):
        return None
    at = be + 1
    while at < len(chunks) and (chunks[at].has("adverb", "negation") or (chunks[at].lower in ("of", "entirely", "mostly", "an", "a") or chunks[at].lower.endswith("ly"))):
        at += 1
    last = at
    while last + 2 < len(chunks) and (chunks[last + 1].has("and") or chunks[last + 1].text == "-") and is_demonym(chunks[last + 2]):
        last += 2
    if last >= len(chunks) or not chunks[last].has("member"):
        return None
    following = chunks[last + 1] if last + 1 < len(chunks) else None
    owner = following is not None and following.lower in ("'s", "'")
    after = chunks[last + 2] if owner and last + 2 < len(chunks) else following
    ends = after is None or not after.is_word or after.has("and", "but", "preposition", "relative") or after.lower in ("origin", "one")
    if not ends or not (owner or is_demonym(chunks[last])):
        return None
    authors = authors_before(chunks, last + 2) if owner else authors_before(chunks, last + 1)
    if authors is None:
        return None
    known = _spoken_of(chunks, noun)
    return _claim(sentence, noun.first, last + 1 if owner else last, authors, negated=_denied(chunks, be), known=known)


def _behind(sentence: Sentence, found: list[Phrase], be: int, noun: Noun) -> Sponsor | None:
    chunks = sentence.chunks
    text = next((n for n in nouns(chunks, found, be + 2, min(be + 8, len(chunks))) if n.kind == "text"), None)
    authors = of_noun(chunks, found, noun) if noun.kind in ("members", "other") else None
    if text is None or authors is None or not asserted(sentence, be, noun.last, "past"):
        return None
    return _claim(sentence, authors.first, text.last, authors)


# --- question and answer -----------------------------------------------------------------------


def _asks(chunks: list[Chunk]) -> bool:
    return bool(chunks) and any(c.lower in ("who", "whose") for c in chunks[:3]) and any(c.verb("sponsor", "cosponsor") or c.has("author") for c in chunks)


def _answer(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Sponsor | None:
    """ "Who drafted it? The United States and Panama." """
    if discourse.asked_for_sponsor != sentence.index - 1:
        return None
    authors = authors_at(sentence.chunks, found, 0)
    if authors is None or any(c.is_word for c in sentence.chunks[authors.last + 1 :]):
        return None
    return _claim(sentence, 0, authors.last, authors)
