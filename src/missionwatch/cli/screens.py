"""What people see of levels: the explanation of a concern, a what-if, a replay, the faults of an indicators file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table

from missionwatch.cli import tempos
from missionwatch.cli.show import LEVEL_STYLE, console, name
from missionwatch.records import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from missionwatch.assessment import Indicators
    from missionwatch.assessment.checking import Fault
    from missionwatch.records import (
        Claim,
        Concern,
        DimensionConcern,
        EntityRef,
        Held,
        Level,
        MissionPicture,
        Picture,
        Pivot,
        Reason,
        ReplayDay,
        WhatIf,
    )

DIMENSION = {
    "host-consent": "consent of the host state", "access": "access and freedom of movement", "personnel-threat": "threat to personnel",
    "partner-cohesion": "partner cohesion", "mandate-support": "mandate and political support", "capability": "capability and enablers",
    "rival-forces": "rival forces", "political-transition": "political transition", "spill-over": "spill-over to home",
}  # fmt: skip
_ARROW = {"improving": "↘ improving", "stable": "→ stable", "deteriorating": "↗ deteriorating"}
_BAR = {"none": "·", "low": "▁", "guarded": "▃", "high": "▅", "severe": "█"}
_LEAST = 0.05  # what counts less than this is summed up, not listed
_SHOWN = 12
_QUOTED = 110  # characters of a quote in a table


def _line(text: str, **more: object) -> None:
    console.print(text, highlight=False, soft_wrap=True, **more)  # type: ignore[arg-type]  # rich's own keywords


def _level(level: Level) -> str:
    return f"[{LEVEL_STYLE[level]}]{level}[/]"


def _source(claim: Claim, picture: Picture) -> str:
    """Return who says it, when, and how it is graded (reliability and credibility)."""
    head = picture.reports.get(claim.statement.report)
    if head is None:
        return f"nobody: supposed; counted as {claim.credibility}"
    source = picture.theatre.source(head.source)
    return f"{head.publisher or source.name}, {head.published or 'undated'}, {source.reliability}{claim.credibility}"


def _said(claim: Claim, picture: Picture, *, indent: str = "           ") -> None:
    voices = f", {claim.voices} voices" if claim.voices > 1 else ""
    against = f", denied by {len(claim.against)}" if claim.against else ""
    quote = " ".join(claim.statement.evidence.quote.split())
    _line(f"{indent}“{escape(quote)}” [dim]({escape(_source(claim, picture))}{voices}{against})[/]")


def _carried(one: Reason | Pivot, picture: Picture, *, indent: str = "           ") -> None:
    """Print what carries a reason: the quote of its claim, or the figures of its dataset."""
    if one.claim is not None:
        _said(one.claim, picture, indent=indent)
    elif one.tempo is not None:
        figures, *more = tempos.counted(one.tempo)
        _line(f"{indent}{escape(figures)}")
        for text in more:
            _line(f"{indent}  [dim]{escape(text)}[/]")


def _arithmetic(reason: Reason) -> str:
    parts = [f"{reason.weight:g}"]
    parts.append(f"× {reason.fades:.2f} (from {reason.last}, {reason.age} days, half after {reason.half_life:g})")
    claim = reason.claim
    for value, why in (
        (reason.doubt, f"credibility {claim.credibility}" if claim else "how much the dataset counts"),
        (reason.tense, f"{claim.statement.modality} or likelihood" if claim else ""),
        (reason.share, "its part of the mission"), (reason.again, "the same signal again"),
        (reason.capped, "caps"),
    ):  # fmt: skip
        if round(value, 2) != 1:
            parts.append(f"× {value:.2f} ({why})")
    if round(reason.around, 2) != 1:
        parts.append(f"; background: {reason.counted:+.2f} towards the mission")
    return " ".join(parts).replace(" ;", ";")


def concern(
    mission: MissionPicture, found: Concern, picture: Picture, indicators: Indicators, *, dimension: str | None,
    decided: Sequence[tuple[Claim, str]],
) -> None:  # fmt: skip
    """Print one mission's level and everything that made it."""
    at = f", {found.level} from {indicators.levels[found.level]:g}" if found.level != "none" else ""
    console.rule(
        f"[bold]{escape(name(mission.mission))}[/] {_level(found.level)} ({found.score:.1f}{at})", align="left"
    )
    _held(f"  {found.level}", found.score, found.held)
    if found.earlier is not None:
        then = f"{found.earlier} {indicators.trend.days} days before, as known then"
        _line(f"  trend: {_ARROW[found.trend]} ({then})")
    _line(f"  sureness: {found.sureness} ({'; '.join(found.sure_because)})")
    if found.falls_on is not None:
        _line(f"  if nothing more is reported: {found.falls_to} by {found.falls_on}")
    _hangs("the level", found.pivots, picture, indent="  ")
    if any(one.pivots for one in found.dimensions):
        _line("  [dim]◆ marks what its dimension hangs on, and what that would be were it wrong[/]")
    for one in found.dimensions:
        if dimension is None or one.dimension == dimension:
            _dimension(one, picture, indicators)
    if dimension is not None and all(one.dimension != dimension for one in found.dimensions):
        _line(f"  {DIMENSION[dimension]}: none; nothing that counts was reported")
    if not found.dimensions:
        _line("  nothing that counts was reported")
    if dimension is None and mission.options:
        _line("\n  [bold]kept open[/]")
        for claim in mission.options:
            who = ", ".join(name(ref) for ref in claim.statement.holders) or "somebody"
            _line(f"    {escape(who)}: {', '.join(claim.statement.options)}")
            _said(claim, picture, indent="      ")
    if dimension is None and decided:
        _line("\n  [bold]decided or done[/]")
        for claim, words in decided:
            _line(f"    {escape(words)}")
            _said(claim, picture, indent="      ")


def _held(level: str, score: float, held: Held | None) -> None:
    """Print why a level stands though its sum is below the threshold; nothing where it is not."""
    if held is not None:
        _line(
            f"{level}, though {score:g} is below {held.threshold:g}: it was reached on {held.reached}"
            f" and has not fallen below {held.floor:g} since"
        )


def _hangs(what: str, pivots: Sequence[Pivot], picture: Picture, *, indent: str) -> None:
    for pivot in pivots[:5]:
        _line(f"{indent}{what} hangs on this: were it wrong, it would be {_level(pivot.without)}")
        _carried(pivot, picture, indent=indent + "  ")
    if len(pivots) > 5:
        _line(f"{indent}… and on {len(pivots) - 5} more, each alone (--json shows all)")


def _dimension(one: DimensionConcern, picture: Picture, indicators: Indicators) -> None:
    signals = {signal.id: signal for signal in indicators.signal}
    cap = f", {one.uncapped:.1f} before caps" if round(one.uncapped, 1) != round(one.score, 1) else ""
    was = f", {_ARROW[one.trend]} (was {one.earlier})" if one.earlier is not None else ""
    _line(f"\n  [bold]{DIMENSION[one.dimension]}[/]: {_level(one.level)} ({one.score:.2f}{cap}{was})")
    _held(f"    {one.level}", one.score, one.held)
    hangs = {pivot.id: pivot.without for pivot in one.pivots}
    shown = [reason for reason in one.reasons if abs(reason.in_dimension) >= _LEAST][:_SHOWN]
    for reason in shown:
        supposed = " [bold]supposed[/]" if reason.hypothetical else ""
        alone = f" ◆ {_level(hangs[reason.id])}" if reason.id in hangs else ""
        _line(
            f"    {reason.in_dimension:+.2f}  {escape(signals[reason.signal].why)} [dim]({reason.signal})[/]{supposed}{alone}"
        )
        _carried(reason, picture)
        _line(f"           [dim]{_arithmetic(reason)}[/]")
    rest = one.reasons[len(shown) :]
    if rest:
        _line(
            f"    {sum(reason.in_dimension for reason in rest):+.2f}  {len(rest)} more that count little (--json shows all)"
        )
    if one.level != "none" and one.eases:
        _line(f"    would lower it: {escape('; '.join(one.eases))}; and time")


def what_if(found: WhatIf, says: str, picture: Picture) -> None:
    """Print what a hypothesis would mean."""
    _line(f"[bold]{escape(says)}[/] [dim](as of {found.as_of}; nothing is booked)[/]")
    _line("\n[bold]What reports say it touches[/]")
    kinds: dict[str, list[int]] = {}
    for n, one in enumerate(found.consequences):
        kinds.setdefault(one.kind, []).append(n)
    for kind, numbers in kinds.items():
        _line(f"  [bold]{kind.replace('-', ' ')}[/]")
        for n in numbers:
            one = found.consequences[n]
            _line(f"    {escape(one.says)}")
            for claim in one.claims:
                _said(claim, picture, indent="      ")
    if not found.consequences:
        _line("  nothing: no report states a relation")
    _line("\n[bold]How levels would move[/] [dim](counted as if it had been reported; hypothetical)[/]")
    names = {m.mission.id or "": name(m.mission) for m in (*picture.missions, picture.general)}
    table = Table(box=None, padding=(0, 1))
    for heading in ("mission", "", "now", "then"):
        table.add_column(heading, overflow="fold")
    for shift in found.shifts:
        table.add_row(
            escape(names.get(shift.mission, "the theatre at large")) if shift.dimension is None else "",
            DIMENSION[shift.dimension] if shift.dimension else "[bold]level[/]",
            f"{_level(shift.before)} ({shift.score_before:.1f})", f"{_level(shift.after)} ({shift.score_after:.1f})",
        )  # fmt: skip
    console.print(table)
    for shift in found.shifts:
        where = names.get(shift.mission, "the theatre at large")
        what = f"{where}, {DIMENSION[shift.dimension]}" if shift.dimension else where
        _held(f"  {escape(what)} now: {shift.before}", shift.score_before, shift.held_before)
        _held(f"  {escape(what)} then: {shift.after}", shift.score_after, shift.held_after)
    _line("[bold]Not known[/]")
    for unsaid in (*found.registered, *found.unknown):
        _line(f"  {escape(unsaid.says)}")
    if not (found.registered or found.unknown):
        _line("  nothing that was asked for")


def replay(days: Sequence[ReplayDay], missions: Sequence[EntityRef]) -> None:
    """Print a strip of levels for each mission, then what changed a level and by which claims."""
    first, last = days[0].day, days[-1].day
    _line(f"[bold]Levels from {first} to {last}[/], each as known on its own evening")
    _line("  " + "  ".join(f"{_BAR[level]} {level}" for level in LEVELS))
    wanted = {ref.id or "": name(ref) for ref in missions}
    wide = max(len(one) for one in wanted.values())
    step = max(1, -(-len(days) // max(20, console.width - wide - 4)))  # one sign for so many days, the worst of them
    months = _months(days, step)
    _line(f"[dim]  {'':<{wide}}  {months}[/]")
    for mission, title in wanted.items():
        levels = [next(c.level for c in day.concerns if c.mission == mission) for day in days]
        worst = [max(levels[n : n + step], key=LEVELS.index) for n in range(0, len(levels), step)]
        _line(f"  {escape(title):<{wide}}  " + "".join(f"[{LEVEL_STYLE[level]}]{_BAR[level]}[/]" for level in worst))
    if step > 1:
        _line(f"[dim]  one sign for {step} days, the worst of them[/]")
    console.print()
    table = Table(title="What changed a level", title_justify="left")
    for heading in ("day", "mission", "from", "to", "by"):
        table.add_column(heading, overflow="fold", no_wrap=heading == "day")
    for day in days:
        for change in day.changed:
            if change.mission not in wanted:
                continue
            up = LEVELS.index(change.after) > LEVELS.index(change.before)
            reasons = (change.risen if up else change.fallen)[:3]
            by = "\n".join(f"{reason.signal}: {_short(reason)}" for reason in reasons)
            fading = "" if up or any(reason.weight < 0 for reason in reasons) else "[dim]time: nothing new[/]"
            table.add_row(
                day.day.isoformat(),
                escape(wanted[change.mission]),
                _level(change.before),
                _level(change.after),
                fading or escape(by),
            )
    if table.row_count:
        console.print(table)
    else:
        _line("  no level changed")


def _short(one: Reason) -> str:
    if one.claim is None:
        return tempos.short(one.tempo) if one.tempo is not None else ""
    quote = " ".join(one.claim.statement.evidence.quote.split())
    return f"“{quote}”" if len(quote) <= _QUOTED else f"“{quote[:_QUOTED].rsplit(' ', 1)[0]} …”"


def _months(days: Sequence[ReplayDay], step: int) -> str:
    """Return the months above a strip, each where it begins."""
    out = ""
    said = ""
    for n in range(0, len(days), step):
        month = f"{days[n].day:%b}"
        if month != said and len(out) <= n // step:
            out += month
            said = month
        elif len(out) <= n // step:
            out += " "
    return out


def faults(found: Iterable[Fault]) -> None:
    """Print what is wrong with an indicators file, a line each."""
    for fault in found:
        word = "[yellow]warning[/]" if fault.warning else "[red]fault[/]"
        _line(f"{word} {escape(str(fault))}")


def indicators(declared: Indicators, title: str) -> None:
    """Print the signals of an indicators file, by dimension."""
    _line(f"[bold]{escape(title)}[/]: {len(declared.signal)} signals")
    for label, at in (("mission", declared.levels), ("dimension", declared.dimension_levels)):
        _line(f"  a {label}'s level: " + ", ".join(f"{level} from {at[level]:g}" for level in LEVELS[1:]))
    _line(f"  a dimension adds {declared.dimension_cap:g} at most, background {declared.background_cap:g}")
    if declared.hold.share < 1:
        _line(
            f"  a level reached in the last {declared.hold.days} days holds from {declared.hold.share:.0%} of its threshold"
        )
    for dimension, words in DIMENSION.items():
        _line(f"\n[bold]{words}[/] [dim]({dimension})[/]")
        table = Table(box=None, padding=(0, 1))
        for heading in ("signal", "weight", "half after", "cap", "counts when"):
            table.add_column(
                heading, justify="right" if heading in ("weight", "half after", "cap") else "left", overflow="fold"
            )
        for signal in declared.signal:
            if signal.dimension == dimension:
                around = " [dim](background)[/]" if signal.background else ""
                table.add_row(
                    signal.id,
                    f"{signal.weight:+g}",
                    f"{signal.half_life:g} d",
                    f"{signal.cap:g}",
                    escape(signal.why) + around,
                )
        console.print(table)
