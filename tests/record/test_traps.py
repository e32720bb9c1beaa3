"""The traps and errors of the sources, as their compilers list them, and what the record makes of each."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.record.model import Kind, Modality, Option, Outcome
from onrecord.record.store import Record

PERMANENT = {"CHN", "FRA", "GBR", "RUS", "SUN", "USA"}


class TestTakingNoPartIsNotAbstaining:
    @pytest.mark.parametrize(
        ("id", "members"),
        [
            ("S/RES/338", {"CHN"}),
            ("S/RES/346", {"CHN", "IRQ"}),
            ("S/RES/398", {"BEN", "CHN", "LBY"}),
            ("S/RES/360", {"CHN"}),
            ("S/RES/1287", {"JAM"}),
        ],
    )
    def test_members_that_the_un_file_prints_as_abstaining_took_no_part(
        self, record: Record, id: str, members: set[str]
    ) -> None:
        votes = record.votes(id)
        assert {code for code, option in votes.items() if option is Option.NOT_VOTING} == members

    def test_the_un_file_s_reading_stays_open_as_a_disagreement(self, record: Record) -> None:
        found = {d.field: d for d in record.disagreements("S/RES/338")}
        assert (found["vote:CHN"].chosen, found["vote:CHN"].other) == ("not voting", "abstain")
        assert (found["tally"].chosen, found["tally"].other) == ("14-0-0", "14-0-1")
        assert {d.source for d in found.values() if d.field != "date"} == {"undl"}
        assert not found["vote:CHN"].resolved
        assert not found["tally"].resolved

    def test_there_are_eighty_one_such_votes_on_sixty_one_resolutions(self, record: Record) -> None:
        found = [
            d
            for event in record.vote_events("unsc")
            for d in record.disagreements(event.id)
            if d.field.startswith("vote:") and (d.chosen, d.other, d.source) == ("not voting", "abstain", "undl")
        ]
        assert len(found) == 81
        assert len({d.vote_event for d in found}) == 61

    @pytest.mark.parametrize(
        ("id", "tally", "printed"), [("S/RES/400", "15-0-0", "13-0-2"), ("S/RES/401", "13-0-0", "15-0-0")]
    )
    def test_two_resolutions_whose_votes_the_un_file_has_swapped(
        self, record: Record, id: str, tally: str, printed: str
    ) -> None:
        assert record.vote_event(id).tally == tally
        found = {d.field: d for d in record.disagreements(id)}
        assert (found["tally"].other, found["tally"].resolved) == (printed, True)


class TestTallies:
    @pytest.mark.parametrize(
        ("number", "chosen", "other"),
        [
            (83, "7-1-0", "7-1-2"),
            (166, "10-0-1", "9-0-1"),
            (282, "12-0-3", "13-0-2"),
            (290, "12-0-3", "11-0-4"),
            (355, "13-0-2", "12-0-2"),
            (387, "10-0-5", "9-0-5"),
            (397, "14-0-1", "13-0-1"),
            (663, "15-0-0", "13-2-0"),
            (1022, "14-0-1", "15-0-0"),
        ],
    )
    def test_conflicts_between_two_tables_of_the_un_stay_open(
        self, record: Record, number: int, chosen: str, other: str
    ) -> None:
        [found] = [d for d in record.disagreements(f"S/RES/{number}") if d.field == "tally"]
        assert (found.chosen, found.other, found.source, found.resolved) == (chosen, other, "dhl", False)

    def test_a_count_that_a_member_put_right_afterwards_stands_beside_the_count_as_cast(self, record: Record) -> None:
        found = {d.field: d for d in record.disagreements("A/RES/ES-10/21")}
        assert (found["restated tally"].chosen, found["restated tally"].other) == ("120-14-45", "121-14-44")
        assert (found["vote:IRQ"].chosen, found["vote:IRQ"].other) == ("abstain", "yes")

    def test_a_vetoed_text_has_a_vote_against_so_a_figure_without_one_is_not_believed(self, record: Record) -> None:
        [found] = [d for d in record.disagreements("S/2022/431@2022-05-26") if d.field == "tally"]
        assert (found.chosen, found.other, found.resolved) == ("13-2-0", "13-0-2", True)

    def test_ukraine_took_no_part_in_2001(self, record: Record) -> None:
        event = record.vote_event("S/2001/270@2001-03-27")
        assert (event.tally, event.not_voting, event.outcome) == ("9-1-4", 1, Outcome.VETOED)
        assert record.votes(event.id)["UKR"] is Option.NOT_VOTING
        found = {d.field: d for d in record.disagreements(event.id)}
        assert (found["tally"].other, found["tally"].resolved) == ("10-1-4", True)

    def test_the_official_roll_list_of_2812_that_its_own_summary_contradicts_is_not_followed(
        self, record: Record
    ) -> None:
        assert record.vote_event("S/RES/2812").tally == "13-0-2"
        [found] = record.disagreements("S/RES/2812")
        assert (found.other, found.source, found.resolved) == ("15-0-0", "unxml", True)

    @pytest.mark.parametrize("number", [1082, 1239, 1559, 2312, 2720])
    def test_the_un_file_is_followed_where_the_hand_made_copy_differs(self, record: Record, number: int) -> None:
        found = [d for d in record.disagreements(f"S/RES/{number}") if d.source == "bd"]
        assert found
        assert all(d.resolved and d.field.startswith("vote:") for d in found)


class TestDates:
    @pytest.mark.parametrize(
        ("id", "day", "printed"),
        [
            ("S/RES/50", date(1948, 5, 29), "1948-05-28"),
            ("S/RES/593", date(1986, 12, 11), "1986-10-08"),
            ("S/RES/1708", date(2006, 9, 14), "2006-09-13"),
            ("S/RES/2763", date(2024, 12, 13), "2024-12-16"),
        ],
    )
    def test_misprinted_days_are_corrected_and_kept(self, record: Record, id: str, day: date, printed: str) -> None:
        assert record.vote_event(id).date == day
        [found] = [d for d in record.disagreements(id) if d.field == "date"]
        assert (found.other, found.resolved) == (printed, True)

    def test_thirty_one_days_were_corrected(self, record: Record) -> None:
        corrected = [
            d
            for event in record.vote_events("unsc")
            for d in record.disagreements(event.id)
            if d.field == "date" and d.resolved and d.source in ("undl", "bd")
        ]
        assert len(corrected) == 31

    @pytest.mark.parametrize("number", [46, 462, 663])
    def test_a_day_on_which_two_sources_agree_against_the_library_s_table_is_resolved(
        self, record: Record, number: int
    ) -> None:
        [found] = [d for d in record.disagreements(f"S/RES/{number}") if d.field == "date"]
        assert (found.source, found.resolved) == ("dhl", True)

    @pytest.mark.parametrize(
        ("id", "others"),
        [
            ("S/RES/143", {"1960-07-13", "1960-07-17"}),
            ("S/RES/2524", {"2020-06-04"}),
            ("S/RES/2525", {"2020-06-04"}),
            ("S/1653@1950-09-05", {"1950-09-06"}),
        ],
    )
    def test_days_that_no_third_source_settles_stay_open(self, record: Record, id: str, others: set[str]) -> None:
        found = [d for d in record.disagreements(id) if d.field == "date"]
        assert {d.other for d in found} == others
        assert not any(d.resolved for d in found)

    def test_the_assembly_s_days_are_those_of_the_un_digital_library(self, record: Record) -> None:
        assert record.vote_event("A/RES/3379(XXX)").date == date(1975, 11, 10)
        assert record.vote_event("A/RES/68/262").date == date(2014, 3, 27)


class TestAdoptedWithoutAVote:
    @pytest.mark.parametrize("number", [1326, 1358, 1715, 1999, 2311, 2403, 2580, 2638])
    def test_adoptions_without_a_vote_are_no_unanimous_votes(self, record: Record, number: int) -> None:
        assert record.vote_event(f"S/RES/{number}").modality is Modality.WITHOUT_VOTE
        [found] = [d for d in record.disagreements(f"S/RES/{number}") if d.field == "modality"] or [None]
        assert found is None or (found.other, found.resolved) == ("vote", True)

    def test_the_official_file_has_eighteen_since_2000_and_the_library_s_table_two_more(self, record: Record) -> None:
        without = [e for e in record.vote_events("unsc") if e.modality is Modality.WITHOUT_VOTE and e.date.year >= 2000]
        found = [(d.source, d.resolved) for e in without for d in record.disagreements(e.id) if d.field == "modality"]
        assert sorted(found) == [("undl", True)] * 18 + [("unxml", False)] * 2


class TestProceduralVotes:
    @pytest.mark.parametrize("number", [34, 87, 88, 110, 119, 120, 132, 157, 462, 2623])
    def test_a_permanent_member_s_no_did_not_stop_a_procedural_text(self, record: Record, number: int) -> None:
        event = record.vote_event(f"S/RES/{number}")
        assert (event.kind, event.outcome, event.vetoed_by) == (Kind.PROCEDURAL, Outcome.ADOPTED, ())
        assert any(record.votes(event.id).get(code) is Option.NO for code in PERMANENT)

    def test_on_no_other_adopted_text_did_a_permanent_member_vote_no(self, record: Record) -> None:
        votes = record.all_votes("unsc")
        odd = [
            event.id
            for event in record.vote_events("unsc")
            if event.outcome is Outcome.ADOPTED
            and event.kind is not Kind.PROCEDURAL
            and any(votes[event.id].get(code) is Option.NO for code in PERMANENT)
        ]
        assert odd == []


class TestSymbols:
    @pytest.mark.parametrize(("id", "draft"), [("S/RES/2728", "S/2024/254"), ("S/RES/2803", "S/2025/748")])
    def test_adopted_texts_have_their_draft_s_symbol_since_2000(self, record: Record, id: str, draft: str) -> None:
        assert record.vote_event(id).draft == draft

    @pytest.mark.parametrize("number", [1566, 1567, 2342, 2343, 2783, 2784, 2796, 2798])
    def test_misprinted_draft_symbols_are_left_out(self, record: Record, number: int) -> None:
        assert record.vote_event(f"S/RES/{number}").draft is None

    def test_no_two_adopted_texts_share_a_draft(self, record: Record) -> None:
        drafts = [e.draft for e in record.vote_events("unsc") if e.draft and e.outcome is Outcome.ADOPTED]
        assert len(drafts) == len(set(drafts))

    def test_several_votes_share_one_symbol(self, record: Record) -> None:
        ballots = record.find("S/PV.45@1946-06-18") or record.find("S/PV.47")
        assert len(ballots) > 1
        assert {event.kind for event in ballots} == {Kind.PART}

    def test_a_meeting_is_no_draft(self, record: Record) -> None:
        assert not [e.id for e in record.vote_events("unsc") if e.draft and e.draft.startswith("S/PV")]

    def test_what_stands_behind_a_draft_s_symbol_is_a_remark(self, record: Record) -> None:
        [event] = record.find("S/3710")
        assert (event.draft, event.note) == ("S/3710", "as amended")

    def test_titles_are_short_titles(self, record: Record) -> None:
        assert record.vote_event("S/RES/43").title == "calling for an immediate truce in Palestine"
        assert record.vote_event("A/RES/68/262").title == "Territorial integrity of Ukraine"
        assert record.vote_event("S/RES/2797").title.endswith("until 31 Oct. 2026")
        odd = [
            e.title for body in record.bodies for e in record.vote_events(body) if "adopted by the General" in e.title
        ]
        assert all("decisions adopted" in title or "resolution" in title for title in odd)


class TestMembers:
    def test_the_soviet_union_s_seat_is_russia_s_from_24_december_1991(self, record: Record) -> None:
        assert "SUN" in {seat.member for seat in record.seats("unsc", date(1991, 12, 23))}
        after = {seat.member for seat in record.seats("unsc", date(1991, 12, 24))}
        assert "RUS" in after
        assert "SUN" not in after
        assert "RUS" in record.votes("S/RES/725")

    def test_china_is_one_code_through_the_change_of_1971(self, record: Record) -> None:
        for day in (date(1971, 10, 24), date(1971, 10, 25)):
            assert [s.member for s in record.seats("unsc", day)].count("CHN") == 1

    def test_democratic_yemen_held_the_seat_until_it_united_with_yemen(self, record: Record) -> None:
        assert "YMD" in {seat.member for seat in record.seats("unsc", date(1990, 5, 21))}
        assert "YEM" in {seat.member for seat in record.seats("unsc", date(1990, 5, 22))}

    @pytest.mark.parametrize(
        ("day", "size"), [(date(1946, 1, 17), 11), (date(1965, 12, 31), 11), (date(1966, 1, 1), 15)]
    )
    def test_the_council_grew_from_eleven_to_fifteen(self, record: Record, day: date, size: int) -> None:
        assert len(record.seats("unsc", day)) == size

    def test_regional_groups_are_known_from_1966(self, record: Record) -> None:
        elected = [term for term in record.memberships("unsc") if term.kind == "elected"]
        assert all(term.regional_group is None for term in elected if term.start.year < 1966)
        assert all(term.regional_group for term in elected if term.start.year >= 1966)

    def test_permanent_members_come_first(self, record: Record) -> None:
        seats = record.seats("unsc", date(1990, 8, 2))
        assert [seat.member for seat in seats[:5]] == ["CHN", "FRA", "GBR", "SUN", "USA"]


class TestSponsors:
    def test_no_row_means_not_known(self, record: Record) -> None:
        assert record.sponsorship("S/RES/1284") is None

    def test_who_led_stands_apart_from_who_sponsored(self, record: Record) -> None:
        found = record.sponsorship("S/2023/970@2023-12-08")
        assert found is not None
        assert found.leads == ("ARE",)
        assert len(found.sponsors) > 90

    def test_general_knowledge_is_marked(self, record: Record) -> None:
        found = record.sponsorship("S/RES/242")
        assert found is not None
        assert found.verified == 0

    def test_errors_of_a_list_of_failed_drafts_are_corrected(self, record: Record) -> None:
        found = record.sponsorship("S/2022/231@2022-03-23")
        assert found is not None
        assert "PRK" in found.sponsors
        assert "KOR" not in found.sponsors

    def test_where_sources_differ_on_who_tabled_a_text_both_stand_and_the_list_is_open(self, record: Record) -> None:
        found = record.sponsorship("S/2017/968@2017-11-16")
        assert found is not None
        assert (found.sponsors, found.leads, found.complete) == (("BOL", "RUS"), ("BOL",), False)

    def test_a_text_of_the_elected_ten_is_marked_as_theirs(self, record: Record) -> None:
        found = record.sponsorship("S/RES/2728")
        assert found is not None
        assert found.as_group == "E10"


class TestOrderWithinADay:
    @pytest.mark.parametrize(
        ("day", "ids"),
        [
            ("2023-10-18", ["S/2023/775@2023-10-18", "S/2023/776@2023-10-18", "S/2023/773@2023-10-18"]),
            ("2023-12-22", ["oral-amendment@2023-12-22", "S/RES/2720"]),
            ("2024-03-25", ["oral-amendment@2024-03-25#RUS", "S/RES/2728"]),
        ],
    )
    def test_amendments_come_before_the_text_they_would_change(self, record: Record, day: str, ids: list[str]) -> None:
        assert [event.id for event in record.find(day) if event.body == "unsc"] == ids

    def test_a_recorded_vote_without_voters_says_that_it_is_not_known_how_they_voted(self, record: Record) -> None:
        for id in ("A/RES/39/28A", "A/RES/39/28B", "A/RES/43/62"):
            assert "not known" in (record.vote_event(id).note or "")
