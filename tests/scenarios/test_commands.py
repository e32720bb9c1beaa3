"""The commands rule, whip, power and replay, as a user calls them."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path

import pytest

from onrecord.cli import main


def called(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line on stderr of a call that exits with 2."""
    assert main(arguments) == 2
    caught = capsys.readouterr()
    assert caught.out == ""
    assert caught.err.count("\n") == 1
    return caught.err


def test_rule_lists_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    text = called(capsys, "rule")
    assert "us-electoral-college" in text
    assert "two-vetoes" in text


def test_rule_says_the_words_the_parameters_and_the_references(capsys: pytest.CaptureFixture[str]) -> None:
    text = called(capsys, "rule", "unsc", "--on", "1960-01-01")
    assert "at least 7 of the 11 members vote in favour" in text
    assert "Soviet Union" in text
    assert "Article 27(3), as signed on 26 June 1945" in text
    assert "1991 A (XVIII)" not in text


def test_rule_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("rule", "unsc", "--on", "2025-01-01", "--matter", "substantive", "--format", "json")
    (rule,) = json.loads(called(capsys, *arguments))
    assert (rule["size"], rule["affirmative_votes_needed"], rule["vetoes_needed"]) == (15, 9, 1)


def test_whip_takes_stock(capsys: pytest.CaptureFixture[str]) -> None:
    text = called(
        capsys, "whip", "unsc", "--on", "2025-06-01",
        "--yes", "USA,GBR,France,DNK,GRC,SVN,KOR", "--no", "DZA", "--abstain", "PAK",
    )  # fmt: skip
    assert "Open." in text
    assert "Should the undecided all abstain: Not adopted: 7 votes in favour, where 9 were needed." in text
    assert "To carry it, the other undecided abstaining, it takes 2 members:\n  - China and Russia\n" in text
    assert "  - any 2 of Guyana, Panama, Sierra Leone and Somalia\n" in text
    assert "A vote against by China or Russia is enough to defeat it." in text
    assert text.endswith("These decide only where others abstain: Guyana, Panama, Sierra Leone and Somalia\n")


def test_whip_says_why_a_vote_is_settled(capsys: pytest.CaptureFixture[str]) -> None:
    text = called(capsys, "whip", "unsc", "--on", "2025-06-01", "--no", "USA")
    assert "Lost, even with all the undecided in favour. Vetoed: it had 14 votes in favour" in text
    assert "a permanent member voted against it (United States)" in text


def test_a_long_list_of_members_is_cut_short(capsys: pytest.CaptureFixture[str]) -> None:
    text = called(capsys, "whip", "unga", "--yes", "USA", "--on", "2025-06-01")
    assert max(map(len, text.splitlines())) < 1_000
    assert "nobody more is needed" in text


def test_whip_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    text = called(capsys, "whip", "unsc", "--on", "2025-06-01", "--no", "USA", "--format", "json")
    assert json.loads(text)["status"] == "lost"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--yes", "USA,CHN", "--no", "USA"), "USA is named under --no and as yes as well"),
        (("--yes", "DEU"), "--yes names DEU, which has no seat; the members are CHN, FRA"),
        (("--yes", "Atlantis"), "'Atlantis' names no member"),
    ],
)
def test_contradictory_or_impossible_whip_lists_name_the_entry(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
) -> None:
    assert message in refused(capsys, "whip", "unsc", "--on", "2025-06-01", *arguments)


def test_power_of_the_council_in_two_rows(capsys: pytest.CaptureFixture[str]) -> None:
    text = called(capsys, "power", "unsc", "--on", "2025-06-01")
    rows = [line.split() for line in text.splitlines() if "0.196270" in line or "0.001865" in line]
    assert [row[-4:] for row in rows] == [
        ["5", "0.196270", "0.051758", "0.166929"],
        ["10", "0.001865", "0.005127", "0.016535"],
    ]
    assert "2.5879% carry a proposal" in text
    assert "banzhaf: how often a member's vote decides, when all the others toss coins" in text


def test_power_with_abstention(capsys: pytest.CaptureFixture[str]) -> None:
    text = called(capsys, "power", "unsc", "--on", "2025-06-01", "--abstention")
    assert "0.163390" in text
    assert "0.018305" in text


def test_power_as_csv_has_exact_fractions(capsys: pytest.CaptureFixture[str]) -> None:
    text = called(capsys, "power", "unsc", "--on", "2025-06-01", "--index", "shapley-shubik", "--format", "csv")
    rows = {row["member"]: row["shapley-shubik_exact"] for row in csv.DictReader(io.StringIO(text))}
    assert (rows["USA"], rows["DNK"]) == ("421/2145", "4/2145")


def test_power_of_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "club.yml"
    path.write_text("id: club\nname: Club\nmembers: {A: {votes: 3}, B: {votes: 2}, C: {votes: 2}}\n"
                    "carried_by: {of: votes, at_least: 4}\n", encoding="utf-8")  # fmt: skip
    text = called(capsys, "power", str(path), "--index", "banzhaf", "--format", "json")
    assert [row["banzhaf_exact"] for row in json.loads(text)["rows"]] == ["1/2", "1/2", "1/2"]


def test_power_leaves_out_what_it_cannot_have_and_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    text = called(capsys, "power", "imf", "--on", "2024-02-01", "--index", "banzhaf,johnston")
    assert "United States" in text
    assert "johnston: out of reach of exact counting: counting the critical members of 190 players" in text


def test_power_estimates_come_with_their_error(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("power", "unsc", "--index", "banzhaf", "--samples", "1000", "--seed", "4", "--on", "2025-06-01")
    first, again = called(capsys, *arguments), called(capsys, *arguments)
    assert "banzhaf ±" in first
    assert first == again


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("power", "unsk"), "no body or rule 'unsk'; shipped are"),
        (("power", "unsc", "--index", "strength"), "no index 'strength'; there are shapley-shubik"),
        (("power", "unsc", "--on", "1945-06-01"), "unsc has no rule for 1945-06-01"),
        (("power", "unsc", "--matter", "budget"), "unsc has no rule for 'budget'"),
        (("power", "none.yml"), "none.yml: cannot be read"),
        (("power", "unsc", "--picture", "power.bmp"), "a picture is written as .png, .svg, .pdf"),
        (("power", "unsc", "--abstention", "--samples", "9"), "--abstention is worked out exactly"),
        (("rule", "unsc", "--on", "1945-06-01"), "unsc has no rule for 1945-06-01"),
        (("replay", "--rule", "no-vetoes"), "no body or rule 'no-vetoes'"),
        (("replay", "--rule", "no-veto", "--topic", "gazza"), "no topic 'gazza'"),
        (("replay", "--rule", "no-veto", "--body", "unga"), "no-veto is a rule for another body"),
        (("replay", "--rule", "g4", "--estimates", "none.csv"), "none.csv: cannot be read"),
        (("replay", "--rule", "g4,no-veto", "--open"), "--open and --picture take one --rule"),
        (("replay", "--rule", ","), "--rule names no rule"),
    ],
)
def test_bad_input_is_one_clear_line(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
) -> None:
    assert message in refused(capsys, *arguments)


def test_replay_tells_what_flips_by_whom_and_when(capsys: pytest.CaptureFixture[str]) -> None:
    text = called(capsys, "replay", "--rule", "two-vetoes", "--since", "2025-01-01", "--until", "2025-12-31")
    assert "S/2025/353@2025-06-04" in text
    assert "Adopted without these vetoes: Russia 2, United States 2." in text
    assert "Public Choice 173 (2017)" in text


def test_replay_says_what_rests_on_states_that_did_not_sit(capsys: pytest.CaptureFixture[str]) -> None:
    text = called(capsys, "replay", "--rule", "g4", "--since", "2024-01-01")
    assert "would rest on the votes of states that did not sit, which nobody knows" in text


def test_replay_says_in_a_sentence_that_nothing_flips(capsys: pytest.CaptureFixture[str]) -> None:
    text = called(capsys, "replay", "--rule", "unsc", "--since", "2025-01-01", "--until", "2025-06-30")
    assert "votes looked at: none would have come out otherwise." in text
    assert "vote_event" not in text
    text = called(capsys, "replay", "--rule", "unsc", "--since", "1940-01-01", "--until", "1940-12-31")
    assert "No recorded vote fits what was asked for" in text


def test_replay_of_several_rules_says_what_each_changes(capsys: pytest.CaptureFixture[str]) -> None:
    rules = ["no-veto", "two-vetoes", "g4", "restraint"]
    document = json.loads(called(capsys, "replay", "--rule", ",".join(rules), "--format", "json"))
    assert [row["rule"] for row in document["rows"]] == rules
    for row in document["rows"]:
        alone = json.loads(called(capsys, "replay", "--rule", row["rule"], "--open", "--format", "json"))["rows"]
        changes = Counter(flip["change"] for flip in alone)
        assert (row["would be adopted"], row["would fail"], row["open"]) == (
            changes["carried"],
            changes["lost"],
            changes["open"],
        )
    whole = {sum(value for value in row.values() if isinstance(value, int)) for row in document["rows"]}
    assert len(whole) == 1


def test_seats_in_a_row_are_told_together(capsys: pytest.CaptureFixture[str]) -> None:
    text = called(capsys, "whip", "ezulwini", "--on", "2025-06-01", "--no", "DZA")
    assert "new permanent seats 1 to 6, new seats 1 to 5" in text
    assert "China, France, Russia, United Kingdom, United States or any of new permanent seats 1 to 6" in text


def test_replay_marks_estimates(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Resolution 2803 had thirteen votes, one fewer than a Council of 22 would need."""
    path = tmp_path / "estimates.csv"
    rows = [f"S/RES/2803,X{number},no" for number in range(7)]
    path.write_text("\n".join(["vote_event,member,option", *rows]), encoding="utf-8")
    arguments = ("replay", "--rule", "intermediate", "--since", "2025-11-17", "--until", "2025-11-17", "--open")
    (before,) = json.loads(called(capsys, *arguments, "--format", "json"))["rows"]
    (after,) = json.loads(called(capsys, *arguments, "--format", "json", "--estimates", str(path)))["rows"]
    assert (before["becomes"], before["estimated"]) == ("open", False)
    assert (after["becomes"], after["estimated"]) == ("not adopted", True)
    assert "not adopted (estimated)" in called(capsys, *arguments, "--estimates", str(path))


def test_a_bad_row_of_estimates_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "estimates.csv"
    path.write_text("vote_event,member,option\nS/RES/2735,X1,maybe\n", encoding="utf-8")
    message = refused(capsys, "replay", "--rule", "g4", "--estimates", str(path))
    assert "line 2: 'maybe' is none of yes, no, abstain, not voting" in message


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_pictures_are_written(capsys: pytest.CaptureFixture[str], tmp_path: Path, suffix: str) -> None:
    bars, timeline = tmp_path / f"power{suffix}", tmp_path / f"replay{suffix}"
    called(capsys, "power", "unsc", "--picture", str(bars))
    called(capsys, "replay", "--rule", "no-veto", "--picture", str(timeline))
    assert bars.stat().st_size > 2_000
    assert timeline.stat().st_size > 2_000
    assert sorted(path.name for path in tmp_path.iterdir()) == [bars.name, timeline.name]


def test_a_picture_says_in_words_what_its_colours_say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import matplotlib

    with matplotlib.rc_context({"svg.fonttype": "none"}):
        called(capsys, "power", "unsc", "--picture", str(tmp_path / "power.svg"))
        called(capsys, "replay", "--rule", "no-veto", "--picture", str(tmp_path / "replay.svg"))
    bars = (tmp_path / "power.svg").read_text(encoding="utf-8")
    timeline = (tmp_path / "replay.svg").read_text(encoding="utf-8")
    assert "5 permanent members, each" in bars
    assert "0.1963 / 0.1669" in bars
    assert "Soviet Union (117)" in timeline
    assert "two or more together" in timeline
