"""Whose words are quoted or reported, and by which verb."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.attribution import quotations, reported_by

QUOTED: list[tuple[str, str, str, str | None]] = [
    # text, what is quoted, speaker, verb
    ('"We shall not veto this," the envoy said.', "We shall not veto this,", "the envoy", "said"),
    ('"We shall not veto this," said Ms Roe, the envoy.', "We shall not veto this,", "Ms Roe", "said"),
    ('Ms Roe said: "We shall not veto this."', "We shall not veto this.", "Ms Roe", "said"),
    ('But on Monday Ms Roe told reporters that "nobody vetoed anything".', "nobody vetoed anything", "Ms Roe", "told"),
    ('Ms Roe, who chairs the group, said "nobody vetoed anything".', "nobody vetoed anything", "Ms Roe", "said"),
    ('"Nobody vetoed anything," according to the ministry.', "Nobody vetoed anything,", "the ministry", "according to"),
    ("The envoy said 'we shall not veto this' and left.", "we shall not veto this", "The envoy", "said"),
    (
        'It failed, with Ms Roe, proclaiming after the vote: "We stand with them."',
        "We stand with them.",
        "Ms Roe",
        "proclaiming",
    ),
    ('Ms Roe added that it would "deploy under one command".', "deploy under one command", "Ms Roe", None),
    ('The paper calls it "a dark day for all of us".', "a dark day for all of us", "The paper", "calls"),
]


@pytest.mark.parametrize(("text", "words", "speaker", "cue"), QUOTED)
def test_a_quotation_has_its_speaker_and_verb(text: str, words: str, speaker: str, cue: str | None) -> None:
    quoted = quotations(text)[0]
    found = text[quoted.start : quoted.end], quoted.speaker, quoted.cue
    assert (found[0], (found[1] or "").removeprefix("on Monday "), found[2]) == (words, speaker, cue)


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    assert [q.speaker for q in quotations('"No," Ms Roe said. "Never again will it pass."')] == ["Ms Roe", "Ms Roe"]


def test_a_pronoun_stands_for_the_speaker_before() -> None:
    text = 'Ms Roe said: "We lost the vote." "It was close," she added.'
    assert [q.speaker for q in quotations(text)] == ["Ms Roe", "Ms Roe"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Jane Roe stood up. "We lost the vote," she said.', "Jane Roe"),
        ('John Doe, who wrote the text, was calm. "It was close," he said.', "John Doe"),
        ('Ms Roe said: "We lost." John Doe shrugged. "It was close," he said.', "John Doe"),
        ('John Doe shrugged. "We lost," said Jane Roe. "It was close," she said.', "Jane Roe"),
        # no person is named
        ('South Korea sat still. "It was close," he said.', "he"),
        ('On Monday he said: "It was close."', "he"),
        ('The Security Council met in New York on Tuesday. "It was close," she said.', "she"),
    ],
)
def test_he_and_she_are_the_person_last_named(text: str, speaker: str) -> None:
    assert quotations(text)[-1].speaker == speaker


def test_a_quotation_over_two_paragraphs_has_one_speaker() -> None:
    text = '"The first part of a speech.\n"The second part of it," Ms Roe said.'
    assert [q.speaker for q in quotations(text)] == ["Ms Roe", "Ms Roe"]


def test_a_word_mentioned_is_no_quotation() -> None:
    assert quotations('The word "necessary" stays in.') == []


REPORTED = [
    ("The envoy said that his country had voted for it.", "The envoy"),
    ("Moscow insists the draft was vetoed.", "Moscow"),
    ("She told reporters the text had failed.", "She"),
    ("Russia vetoed it, the envoy said on Monday.", "the envoy"),
    ("Russia vetoed it, said Ms Roe.", "Ms Roe"),
    ("Russia, officials said, vetoed the text.", "officials"),
    ("According to the ministry, Russia vetoed it.", "the ministry"),
    ("Russia vetoed it, according to a British diplomat.", "a British diplomat"),
    ("China's first veto, so its diplomats tell visitors, came in 1972.", "its diplomats"),
    ("The envoy, who had written the text, said the veto on Tuesday was a disgrace.", "The envoy"),
    ("But critics note that the draft was vetoed.", "critics"),
]


@pytest.mark.parametrize(("text", "speaker"), REPORTED)
def test_a_sentence_may_be_given_as_somebodys_words(text: str, speaker: str) -> None:
    assert reported_by(text) == speaker


NOT_REPORTED = [
    "The Council told Argentina to leave.",
    "The Council noted the report of the Secretary-General.",
    "Egypt, on behalf of the Arab states, wrote the text on Jerusalem.",
    "Russia vetoed the text and said no.",
    "On Wednesday the Council renewed the reports on the Red Sea.",
    "Whatever the minister now says, Britain voted with Washington.",
]


@pytest.mark.parametrize("text", NOT_REPORTED)
def test_other_uses_of_such_verbs_report_nothing(text: str) -> None:
    assert reported_by(text) is None


@given(
    st.lists(
        st.sampled_from(['"', "'", "said", "the envoy", ",", ".", "\n", "vetoed", "that", " ", "told", "us"]),
        max_size=60,
    )
)
def test_any_jumble_gives_spans_inside_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    reported_by(text)
    assert all(0 <= q.start < q.end <= len(text) for q in quotations(text))
