"""Pictures in one style for the whole project, readable by colour-blind people and in print.

Colours are Okabe and Ito's (Color Universal Design, 2008); what a colour says, a label or a hatch says too.
matplotlib comes with the extra `plot`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.errors import OnrecordError

if TYPE_CHECKING:
    from onrecord.power import Power
    from onrecord.rules import DecisionRule
    from onrecord.scenarios import Replay

BLACK, ORANGE, SKY, GREEN, YELLOW, BLUE, VERMILION, PURPLE = (
    "#000000", "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7",
)  # fmt: skip
GREY = "#8C8C8C"
MEMBER_COLOURS: Mapping[str, str] = {
    "SUN": VERMILION, "RUS": ORANGE, "USA": BLUE, "GBR": SKY, "FRA": GREEN, "CHN": PURPLE,
}  # fmt: skip
_FORMATS = (".png", ".svg", ".pdf")
_MOST_BARS = 32
_SCALE = 5
"""How many times as large as another an index may be to share its axis."""


class PictureError(OnrecordError):
    """A picture that cannot be drawn or written."""


@contextmanager
def picture(path: Path, width: float, height: float) -> Iterator[tuple[Any, Any]]:
    """A figure and its axes (inches) in the project's style, written to `path` at the end, whole or not at all."""
    if path.suffix.lower() not in _FORMATS:
        raise PictureError(f"{path}: a picture is written as {', '.join(_FORMATS)}")
    try:
        import matplotlib
    except ImportError:
        raise PictureError("pictures need matplotlib: pip install 'onrecord[plot]'") from None
    matplotlib.use("Agg")
    from matplotlib import pyplot

    from onrecord.record.tabular import replacing

    with matplotlib.rc_context(dict(_STYLE)):
        figure, axes = pyplot.subplots(figsize=(width, height), layout="constrained")
        try:
            yield figure, axes
            with replacing(path) as temporary:
                figure.savefig(temporary, format=path.suffix.lower().removeprefix("."), dpi=160)
        except OSError as error:
            raise PictureError(f"{path}: cannot be written: {error.strerror}") from None
        finally:
            pyplot.close(figure)


_STYLE: Any = {
    "font.size": 10,
    "axes.spines.top": False, "axes.spines.right": False, "axes.axisbelow": True, "axes.grid": True,
    "grid.color": "#DDDDDD", "grid.linewidth": 0.6, "legend.frameon": False, "hatch.linewidth": 0.6,
    "svg.hashsalt": "onrecord", "figure.facecolor": "white",
}  # fmt: skip


def _title(figure: Any, text: str) -> None:
    figure.suptitle(text, x=0.01, ha="left", fontsize=12, fontweight="bold", wrap=True)


def power_bars(power: Power, rule: DecisionRule, names: Mapping[str, str], path: Path) -> None:
    """Bars of the first index, one for each class of members with the same value; a second of its scale as diamonds.

    PictureError where the file cannot be written or matplotlib is absent.
    """
    from onrecord.rules.reading import ONE_MATTER

    first, *others = power.values
    indices = [first, *_beside(first, others, power)]
    rows = _classes(power, rule, names, indices)
    shown = rows[:_MOST_BARS]
    with picture(path, 8.5, 2.1 + 0.3 * len(shown)) as (figure, axes):
        places = range(len(shown))
        values = [row[1][0] for row in shown]
        colours = [VERMILION if row[2] else BLUE for row in shown]
        axes.barh(places, values, color=colours, height=0.7)
        if len(indices) > 1:
            axes.scatter(
                [row[1][1] for row in shown], places, marker="D", s=28, color="white", edgecolors=BLACK, zorder=3
            )
        for place, row in zip(places, shown, strict=True):
            figures = " / ".join(map(_figure, row[1]))
            axes.annotate(figures, (max(row[1]), place), (8, 0), textcoords="offset points", va="center",
                          fontsize=9)  # fmt: skip
        axes.set_yticks(places, [row[0] for row in shown])
        axes.set_ylim(len(shown) - 0.4, -0.6)
        axes.grid(axis="y", visible=False)
        axes.margins(x=0.24)
        axes.set_xlim(left=0)
        matter = f" ({rule.matter})" if rule.matter != ONE_MATTER else ""
        _title(figure, f"{rule.body_name}{matter}: voting power")
        left = sum(row[3] for row in rows[len(shown) :])
        hidden = f"\n{left} members with less power are not shown" if left else ""
        since = f"\nthe rule as it stands since {rule.start}" if rule.start else ""
        axes.set_xlabel(f"{_meaning(indices)}{hidden}{since}")
        axes.legend(handles=_power_legend(indices, any(row[2] for row in shown)), loc="lower right")


def _beside(first: str, others: Sequence[str], power: Power) -> list[str]:
    """The index to draw over the first: the normalised Banzhaf index rather than another, and none of another scale."""
    largest = {index: float(max(power.values[index])) for index in (first, *others)}
    fitting = [index for index in others if largest[first] <= _SCALE * largest[index] <= _SCALE**2 * largest[first]]
    return sorted(fitting, key=lambda index: index != "banzhaf-normalised")[:1]


def _classes(
    power: Power, rule: DecisionRule, names: Mapping[str, str], indices: Sequence[str]
) -> list[tuple[str, tuple[float, ...], bool, int]]:
    """Label, values, whether they may veto and how many they are, the mightiest first."""
    alike: dict[tuple[tuple[float, ...], bool], list[str]] = {}
    for place, player in enumerate(power.players):
        values = tuple(float(power.values[index][place]) for index in indices)
        alike.setdefault((values, player in rule.veto_holders), []).append(names.get(player, player))
    called = rule.veto.called if rule.veto else ""
    rows = [
        (_label(who, called if holds else "", len(power.players), bool(called) and not holds), values, holds, len(who))
        for (values, holds), who in alike.items()
    ]
    return sorted(rows, key=lambda row: row[1], reverse=True)


def _label(who: Sequence[str], called: str, of_all: int, beside: bool) -> str:
    if len(who) == 1:
        return who[0]
    if called:
        return f"{len(who)} {called}s, each"
    if len(who) <= 3 and sum(map(len, who)) < 34:
        return f"{', '.join(who)}, each"
    if 2 * len(who) >= of_all:
        return f"{len(who)} {'other ' * beside}members, each"
    return f"{who[0]} and {len(who) - 1} more, each"


def _meaning(indices: Sequence[str]) -> str:
    """What the bar and the diamond say of each member."""
    from textwrap import fill

    from onrecord.power import INDICES

    said = [f"{mark}: {INDICES[index].says}" for mark, index in zip(("bar", "diamond"), indices, strict=False)]
    return "\n".join(fill(line, 72) for line in said)


def _power_legend(indices: Sequence[str], vetoes: bool) -> list[Any]:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    from onrecord.power import INDICES

    title = INDICES[indices[0]].title
    handles: list[Any] = [Patch(color=BLUE, label=title if not vetoes else f"{title}, without a veto")]
    if vetoes:
        handles.insert(0, Patch(color=VERMILION, label=f"{title}, with a veto"))
    if len(indices) > 1:
        second = INDICES[indices[1]].title
        handles.append(Line2D([], [], marker="D", color="white", markeredgecolor=BLACK, linestyle="none", label=second))
    return handles


def _figure(value: float) -> str:
    """Four decimals, or six where four would show nothing."""
    return f"{value:.6f}" if 0 < value < 0.00005 else f"{value:.4f}"


def replay_timeline(found: Replay, names: Mapping[str, str], path: Path) -> None:
    """Votes a year that would have come out differently: adopted upwards, failed downwards, open hatched."""
    from onrecord.scenarios import Change

    carried = _by_year(found, Change.CARRIED, names)
    lost = _by_year(found, Change.LOST, names)
    still_open = _by_year(found, Change.OPEN, names)
    years = sorted({year for series in (carried, lost, still_open) for own in series.values() for year in own})
    with picture(path, 10, 4.6) as (figure, axes):
        heights = _stack(axes, carried, {}, 1, "adopted without: " if lost else "")
        _stack(axes, lost, {}, -1, "failing: " if carried else "")
        _stack(axes, still_open, heights, 1, "")
        axes.axhline(0, color=BLACK, linewidth=0.8)
        axes.grid(axis="x", visible=False)
        _title(figure, found.title)
        axes.set_ylabel(
            "votes a year that would differ" if not still_open else "votes a year that would, or might, differ"
        )
        axes.yaxis.set_major_formatter(lambda value, _: f"{abs(value):g}")
        axes.yaxis.get_major_locator().set_params(integer=True)
        if not years:
            axes.text(0.5, 0.5, "No vote comes out differently.", ha="center", transform=axes.transAxes)
            axes.set_axis_off()
            return
        axes.set_xlim(years[0] - 1, years[-1] + 1)
        axes.xaxis.get_major_locator().set_params(integer=True)
        title = "would have been adopted,\nbut for the vetoes of" if carried and not lost else None
        title = "would have failed,\nfor the vetoes of or for" if lost and not carried else title
        axes.legend(title=title, loc="upper left", bbox_to_anchor=(1.0, 1.0), alignment="left")


def _by_year(found: Replay, change: Any, names: Mapping[str, str]) -> dict[tuple[str, str], dict[int, int]]:
    """Label and colour to year to number of votes."""
    counted: dict[tuple[str, str], dict[int, int]] = {}
    for flip in found.of(change):
        if change == "open":
            key = ("open: rests on the votes of\nstates that did not sit", "open")
        elif change == "lost" and flip.becomes != "vetoed":
            key = ("too few votes in favour", GREY)
        elif len(flip.by) == 1:
            key = (names.get(flip.by[0], flip.by[0]), MEMBER_COLOURS.get(flip.by[0], GREY))
        else:
            key = ("two or more together", YELLOW) if flip.by else ("a change of the majority", GREY)
        years = counted.setdefault(key, {})
        years[flip.event.date.year] = years.get(flip.event.date.year, 0) + 1
    # The many who acted together stand on top of those who acted alone.
    return dict(sorted(counted.items(), key=lambda item: (item[0][1] == YELLOW, -sum(item[1].values()))))


def _stack(
    axes: Any, series: Mapping[tuple[str, str], Mapping[int, int]], below: Mapping[int, int], sign: int, head: str
) -> dict[int, int]:
    heights = dict(below)
    for (label, colour), years in series.items():
        bottoms = [sign * heights.get(year, 0) for year in years]
        looks: dict[str, Any] = (
            {"color": "white", "edgecolor": GREY, "hatch": "////"} if colour == "open" else {"color": colour}
        )
        if colour == YELLOW:
            looks |= {"edgecolor": BLACK, "hatch": "..", "linewidth": 0.4}
        axes.bar(list(years), [sign * number for number in years.values()], bottom=bottoms, width=0.85,
                 label=f"{head}{label} ({sum(years.values())})", **looks)  # fmt: skip
        for year, number in years.items():
            heights[year] = heights.get(year, 0) + number
    return heights
