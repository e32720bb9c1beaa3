"""Expressions of time: what is found, and which days it can mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.dates import Interval, find_dates

THURSDAY = date(2025, 6, 5)
IN_1999 = date(1999, 3, 26)

RESOLVED = [
    # words, article's date, time spoken of, first and last day
    ("on 4 June 2025", None, None, "2025-06-04 2025-06-04"),
    ("June 4, 2025", None, None, "2025-06-04 2025-06-04"),
    ("the 4th of June 2025", None, None, "2025-06-04 2025-06-04"),
    ("2025-06-04", None, None, "2025-06-04 2025-06-04"),
    ("Darfur 2005: they abstained", None, None, "2005-01-01 2005-12-31"),
    ("2010, the right to water", None, None, "2010-01-01 2010-12-31"),
    ("2019 it went bad again", None, None, "2019-01-01 2019-12-31"),
    ("after the attack of 7 October 2023", THURSDAY, None, "2023-10-08 2025-06-05"),
    ("Sept. 11, 2001", None, None, "2001-09-11 2001-09-11"),
    ("voted on 21 april 2011", None, None, "2011-04-21 2011-04-21"),
    ("in dec 71, when", None, None, "1971-12-01 1971-12-31"),
    ("on 21 april 71 it", None, None, "1971-04-21 1971-04-21"),
    ("In March 72 states", IN_1999, None, "1999-03-01 1999-03-31"),
    ("in may 1993", None, None, "1993-05-01 1993-05-31"),
    ("on wednesday", THURSDAY, None, "2025-06-04 2025-06-04"),
    ("ON TUESDAY", THURSDAY, None, "2025-06-03 2025-06-03"),
    ("worse than March, when it lost", THURSDAY, None, "2025-03-01 2025-03-31"),
    ("27-28 February 2022", None, None, "2022-02-27 2022-02-28"),
    ("on the 22d of December 1989", None, None, "1989-12-22 1989-12-22"),
    ("on the fifth of May 1993", None, None, "1993-05-05 1993-05-05"),
    ("25/02/2022", None, None, "2022-02-25 2022-02-25"),
    ("2/25/2022", None, None, "2022-02-25 2022-02-25"),
    ("25.2.2022", None, None, "2022-02-25 2022-02-25"),
    ("25-02-2022", None, None, "2022-02-25 2022-02-25"),
    ("on 25/2/22 it", None, None, "2022-02-25 2022-02-25"),
    ("on 25.02.22 it", None, None, "2022-02-25 2022-02-25"),
    ("in the autumn of '56", None, None, "1956-09-01 1956-11-30"),
    ("in early June '04", None, None, "2004-06-01 2004-06-13"),
    ("in '99", None, None, "1999-01-01 1999-12-31"),
    ("as it did on the 2nd, by 14 votes", THURSDAY, None, "2025-06-02 2025-06-02"),
    ("as it did on the 30th.", THURSDAY, None, "2025-05-30 2025-05-30"),
    ("as it did on the 7th.", None, date(1971, 12, 13), "1971-12-07 1971-12-07"),
    ("on Christmas Eve 2016", None, None, "2016-12-24 2016-12-24"),
    ("two days before Christmas", THURSDAY, None, "2024-12-23 2024-12-23"),
    ("a week after New Year's Day 2009", None, None, "2009-01-08 2009-01-08"),
    ("in the last days of 2023", None, None, "2023-12-01 2023-12-31"),
    ("next day", THURSDAY, IN_1999, "1999-03-27 1999-03-27"),
    ("that same week", THURSDAY, IN_1999, "1999-03-22 1999-03-28"),
    # a weekday with its day, the edges of a month, weekends
    ("on Friday the 22nd", date(1974, 11, 30), None, "1974-11-22 1974-11-22"),
    ("on Sunday, the 14th,", date(1974, 11, 30), None, "1974-07-14 1974-07-14"),
    ("on the last day of October 1983", None, None, "1983-10-31 1983-10-31"),
    ("on the last day of that month", THURSDAY, date(1999, 2, 3), "1999-02-28 1999-02-28"),
    ("over the weekend", THURSDAY, None, "2025-05-31 2025-06-01"),
    ("that weekend", THURSDAY, IN_1999, "1999-03-27 1999-03-28"),
    ("a week ago today", THURSDAY, None, "2025-05-29 2025-05-29"),
    ("in the week before Christmas", THURSDAY, None, "2024-12-18 2024-12-24"),
    ("on the Monday before Christmas", THURSDAY, None, "2024-12-23 2024-12-23"),
    ("on the Friday after New Year's Day 2009", None, None, "2009-01-02 2009-01-02"),
    ("that Thursday", THURSDAY, IN_1999, "1999-03-20 1999-04-01"),
    ("on May Day", THURSDAY, None, "2025-05-01 2025-05-01"),
    # told by another time
    ("two days on, it", THURSDAY, IN_1999, "1999-03-28 1999-03-28"),
    ("five years on, it", THURSDAY, IN_1999, "2003-09-25 2004-12-31"),
    ("an hour later", THURSDAY, IN_1999, "1999-03-26 1999-03-26"),
    ("minutes later", THURSDAY, IN_1999, "1999-03-26 1999-03-26"),
    ("48 hours later", THURSDAY, IN_1999, "1999-03-28 1999-03-28"),
    ("weeks later", THURSDAY, IN_1999, "1999-04-02 1999-05-21"),
    ("half a year later", THURSDAY, IN_1999, "1999-09-01 1999-10-12"),
    ("a year and a half later", THURSDAY, IN_1999, "2000-09-01 2000-10-12"),
    ("the night before", THURSDAY, IN_1999, "1999-03-25 1999-03-25"),
    ("the very next morning", THURSDAY, IN_1999, "1999-03-27 1999-03-27"),
    ("the year after that, it", THURSDAY, IN_1999, "1999-09-25 2000-12-31"),
    ("the year before last", THURSDAY, IN_1999, "2023-01-01 2023-12-31"),
    ("the May after", THURSDAY, IN_1999, "1999-05-01 1999-05-31"),
    ("the January after", THURSDAY, IN_1999, "2000-01-01 2000-01-31"),
    ("the following spring", THURSDAY, date(1999, 10, 4), "2000-03-01 2000-05-31"),
    ("the autumn before", THURSDAY, IN_1999, "1998-09-01 1998-11-30"),
    ("the Monday after", THURSDAY, IN_1999, "1999-03-29 1999-03-29"),
    ("the Tuesday following", THURSDAY, IN_1999, "1999-03-30 1999-03-30"),
    ("the Monday before", THURSDAY, IN_1999, "1999-03-22 1999-03-22"),
    ("Tuesday last", THURSDAY, None, "2025-05-27 2025-06-03"),
    ("the Friday before last", THURSDAY, None, "2025-05-23 2025-05-23"),
    ("on Thursday of last week", THURSDAY, None, "2025-05-29 2025-05-29"),
    ("on Tuesday this week", THURSDAY, None, "2025-06-03 2025-06-03"),
    ("last week, on Tuesday,", THURSDAY, None, "2025-05-27 2025-05-27"),
    ("a year ago, in July", THURSDAY, None, "2024-07-01 2024-07-31"),
    ("in June two years ago", THURSDAY, None, "2023-06-01 2023-06-30"),
    ("two years before, in March 1997", THURSDAY, IN_1999, "1997-03-01 1997-03-31"),
    ("in November of the year before", THURSDAY, IN_1999, "1998-11-01 1998-11-30"),
    ("in the spring of that year", THURSDAY, IN_1999, "1999-03-01 1999-05-31"),
    ("a year ago today", THURSDAY, None, "2024-06-05 2024-06-05"),
    ("five years ago this month", THURSDAY, None, "2020-06-01 2020-06-30"),
    ("in the same month of 1996", THURSDAY, IN_1999, "1996-03-01 1996-03-31"),
    ("on the eighth of this month", THURSDAY, None, "2025-06-08 2025-06-08"),
    ("on the ninth, it", THURSDAY, date(1980, 1, 7), "1980-01-09 1980-01-09"),
    ("in the late seventies", None, None, "1975-10-20 1979-12-31"),
    ("1976: the same again", None, None, "1976-01-01 1976-12-31"),
    ("since 7 October 2023", None, None, "2023-10-07 None"),
    ("since October 7, 2023", None, None, "2023-10-07 None"),
    ("in June 1993", None, None, "1993-06-01 1993-06-30"),
    ("in 1993", None, None, "1993-01-01 1993-12-31"),
    ("June 4th", THURSDAY, None, "2025-06-04 2025-06-04"),
    ("on 6 June", THURSDAY, None, "2024-06-06 2024-06-06"),
    ("on Friday, 6 June", THURSDAY, None, "2025-06-06 2025-06-06"),
    ("on 26 March", None, IN_1999, "1999-03-26 1999-03-26"),
    ("in June", THURSDAY, None, "2025-06-01 2025-06-30"),
    ("in July", THURSDAY, None, "2024-07-01 2024-07-31"),
    ("in June", None, IN_1999, "1999-06-01 1999-06-30"),
    ("in June", THURSDAY, IN_1999, "1999-06-01 1999-06-30"),
    ("that November", THURSDAY, IN_1999, "1999-11-01 1999-11-30"),
    ("the following January", THURSDAY, IN_1999, "2000-01-01 2000-01-31"),
    ("June of that year", THURSDAY, IN_1999, "1999-06-01 1999-06-30"),
    ("on Wednesday", THURSDAY, None, "2025-06-04 2025-06-04"),
    ("on Thursday", THURSDAY, None, "2025-05-29 2025-06-05"),
    ("last Wednesday", THURSDAY, None, "2025-05-28 2025-06-04"),
    ("yesterday", THURSDAY, None, "2025-06-04 2025-06-04"),
    ("the day before yesterday", THURSDAY, None, "2025-06-03 2025-06-03"),
    ("last night", THURSDAY, None, "2025-06-04 2025-06-04"),
    ("today", THURSDAY, None, "2025-06-05 2025-06-05"),
    ("this week", THURSDAY, None, "2025-06-02 2025-06-08"),
    ("last week", THURSDAY, None, "2025-05-26 2025-06-04"),
    ("this month", THURSDAY, None, "2025-06-01 2025-06-30"),
    ("last month", THURSDAY, None, "2025-05-01 2025-05-31"),
    ("last year", THURSDAY, None, "2024-01-01 2024-12-31"),
    ("in the past year", THURSDAY, None, "2024-06-05 2025-06-05"),
    ("three days ago", THURSDAY, None, "2025-06-02 2025-06-02"),
    ("two months ago", THURSDAY, None, "2025-03-20 2025-04-30"),
    ("sixteen years ago", THURSDAY, None, "2008-12-04 2009-12-31"),
    ("in the spring of 2024", None, None, "2024-03-01 2024-05-31"),
    ("last summer", THURSDAY, None, "2024-06-01 2024-08-31"),
    ("since October", THURSDAY, None, "2024-10-01 2025-06-05"),
    ("since October 2023", THURSDAY, None, "2023-10-01 2025-06-05"),
    ("since 2006", THURSDAY, None, "2006-01-01 2025-06-05"),
    ("since then", THURSDAY, IN_1999, "1999-03-26 2025-06-05"),
    ("between 1949 and 1996", None, None, "1949-01-01 1996-12-31"),
    ("from June 1995 to February 1997", None, None, "1995-06-01 1997-02-28"),
    ("from 2011 until 2015", None, None, "2011-01-01 2015-12-31"),
    ("from June to August 2025", None, None, "2025-06-01 2025-08-31"),
    ("between 16 and 27 October 2023", None, None, "2023-10-16 2023-10-27"),
    ("by the end of 1955", None, None, "None 1955-12-31"),
    ("until 1965", None, None, "None 1965-12-31"),
    ("before 1991", None, None, "None 1990-12-31"),
    ("after the Cold War", THURSDAY, None, "1991-12-27 2025-06-05"),
    ("since the Soviet Union fell", THURSDAY, None, "1991-12-26 2025-06-05"),
    ("since 7 October", THURSDAY, None, "2023-10-07 2025-06-05"),
    ("during the Second World War", None, None, "1939-09-01 1945-09-02"),
    ("in the 1970s", None, None, "1970-01-01 1979-12-31"),
    ("the two years before.", THURSDAY, IN_1999, "1997-03-26 1999-03-26"),
    ("two days later", THURSDAY, IN_1999, "1999-03-28 1999-03-28"),
    ("the next day", THURSDAY, IN_1999, "1999-03-27 1999-03-27"),
    ("a week earlier", THURSDAY, IN_1999, "1999-03-16 1999-03-22"),
    ("the following month", THURSDAY, IN_1999, "1999-04-01 1999-04-30"),
    ("the same day", THURSDAY, IN_1999, "1999-03-26 1999-03-26"),
    ("in twelve days", THURSDAY, None, "2025-05-24 2025-06-05"),
    ("in two weeks' time", THURSDAY, None, "2025-06-05 2025-06-19"),
    ("at the end of this year", THURSDAY, None, "2025-12-01 2025-12-31"),
    ("at the end of 2023", None, None, "2023-12-01 2023-12-31"),
    ("in fiscal 2021", None, None, "2020-10-01 2021-09-30"),
    ("FY1976", None, None, "1975-07-01 1976-06-30"),
    ("in 2023-24", None, None, "2023-01-01 2024-12-31"),
    ("On the 27th Moscow vetoed it", None, IN_1999, "1999-03-27 1999-03-27"),
    ("two weeks to the day later", None, IN_1999, "1999-04-06 1999-04-12"),
    ("on the last day of 2014", None, None, "2014-12-31 2014-12-31"),
    ("Q: 2008?", None, None, "2008-01-01 2008-12-31"),
    ("a year ago last month", THURSDAY, None, "2024-05-01 2024-05-31"),
    ("two years ago yesterday", THURSDAY, None, "2023-06-04 2023-06-04"),
    ("ten years ago next week", THURSDAY, None, "2015-06-08 2015-06-14"),
    ("Then came 2011.", None, None, "2011-01-01 2011-12-31"),
]


def spelled(interval: Interval | None) -> str | None:
    return None if interval is None else f"{interval.start} {interval.end}"


@pytest.mark.parametrize(("text", "article_date", "context", "expected"), RESOLVED)
def test_words_become_intervals(text: str, article_date: date | None, context: date | None, expected: str) -> None:
    mentions = find_dates(text)
    assert len(mentions) == 1
    assert spelled(mentions[0].resolve(article_date, context)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in January", "2026-01-01 2026-01-31"),
        ("in a fortnight", "2025-06-05 2025-06-19"),
        ("on Monday", "2025-06-09 2025-06-09"),
    ],
)
def test_a_verb_that_looks_ahead_turns_the_same_words_forward(text: str, expected: str) -> None:
    assert spelled(find_dates(text)[0].resolve(THURSDAY, future=True)) == expected


@pytest.mark.parametrize(
    "text", ["two days later", "the next day", "that November", "since then", "six months before it"]
)
def test_what_hangs_on_a_time_not_given_is_not_guessed(text: str) -> None:
    assert find_dates(text)[0].resolve(THURSDAY) is None


@pytest.mark.parametrize("text", ["on Wednesday", "yesterday", "last week", "on 4 June", "in May", "a year ago"])
def test_without_an_article_date_nothing_is_resolved(text: str) -> None:
    assert find_dates(text)[0].resolve(None) is None


@pytest.mark.parametrize(
    ("text", "day", "possible"),
    [
        ("on Wednesday", date(2025, 6, 4), True),
        ("on Wednesday", date(2025, 6, 5), False),
        ("on 4 June", date(2019, 6, 4), True),
        ("on 4 June", date(2019, 6, 5), False),
        ("in June", date(2019, 6, 30), True),
        ("in June", date(2019, 7, 1), False),
        ("since 2006", date(2005, 12, 31), False),
        ("yesterday", date(1950, 1, 1), True),
    ],
)
def test_what_is_written_constrains_the_day_even_then(text: str, day: date, possible: bool) -> None:
    assert find_dates(text)[0].matches(day) is possible


@pytest.mark.parametrize(
    "text",
    [
        "it may be so",
        "Nobody may 12 times",
        "They March on",
        "resolution 2728",
        "on the 38th Parallel",
        "Total: 2011.",
        "resolution 1973 was carried",
        "adopted as Resolution 2004",
        "in 2000 people's homes",
        "elected for two years",
        "the fall of Saigon",
        "they spring from it",
        "S/2024/173",
        "https://example.org/2024/june/2023-01-01",
        "4/6",
        "13/2/0",
        "12/2/11",
        "paragraph 3.2.10",
        "one day the world",
    ],
)
def test_finds_no_time_where_none_is(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Washington abstained on Wednesday's text", "Wednesday"),
        ("since Wednesday's vote", "Wednesday"),
        ("not since October 2023 has it", "since October 2023"),
        ("by the end of 1955, it", "by the end of 1955"),
        ("resolution 1973 of 2012 got", "2012"),
        ("(2006)", "2006"),
        ("the 2016 memorandum", "2016"),
        ("Wednesday, 4 June 2025, and", "Wednesday, 4 June 2025"),
        ("in the past two years it", "in the past two years"),
        ("early in 2023", "early in 2023"),
    ],
)
def test_a_mention_spans_its_words(text: str, found: str) -> None:
    assert [text[mention.start : mention.end] for mention in find_dates(text)] == [found]


VOCABULARY = st.sampled_from(
    [
        "the",
        "last",
        "next",
        "this",
        "that",
        "since",
        "until",
        "from",
        "to",
        "between",
        "and",
        "by",
        "of",
        "in",
        "on",
        "early",
        "end",
        "before",
        "after",
        "ago",
        "later",
        "Monday",
        "Wed",
        "June",
        "May",
        "may",
        "4",
        "4th",
        "1999",
        "2025",
        "2025-06-04",
        "two",
        "days",
        "weeks",
        "month",
        "year",
        "years",
        "1970s",
        "FY21",
        "spring",
        "fall",
        "then",
        "yesterday",
        "Cold",
        "War",
        "the-Cold-War",
        "7",
        "October",
        "ended",
        ",",
        "(",
        ")",
        "-",
        "'s",
        "İ",
    ]
)
DAYS = st.none() | st.dates()


@given(st.lists(VOCABULARY, max_size=40), DAYS, DAYS, st.booleans())
def test_offsets_are_in_order_and_intervals_run_forwards(
    words: list[str], article_date: date | None, context: date | None, future: bool
) -> None:
    text = " ".join(words)
    position = 0
    for mention in find_dates(text):
        assert position <= mention.start < mention.end <= len(text)
        position = mention.end
        interval = mention.when(article_date, context, future)
        if interval and interval.start and interval.end and mention.until is None:
            assert interval.start <= interval.end
        if article_date:
            mention.fits(article_date, article_date, context)


@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    for mention in find_dates(text):
        mention.resolve(THURSDAY, IN_1999)
