"""Measure the web site: how long it takes to build, how large its pages are, how soon they appear.

    python benchmarks/site.py                        the site of the shipped record
    python benchmarks/site.py --generated 5000       a site of so many meetings, too
    python benchmarks/site.py --rounds 9             the pages, more often

Pages are read by Chromium with its processor slowed down four times, from the server of
`summit site --serve`, in a new profile each time, in an order that changes. Layout shift is what
moves until the page is complete, and while it is scrolled to its end. Exits with 1 if a goal is
missed. Needs Chromium, and the extra `dev`.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

import generate
from measure import Measurement, markdown_table, measure_interleaved

from summitcli.site.serve import address_of, open_server

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BUILD_GOALS = {"the shipped record": 30.0, "generated": 180.0}  # seconds
SIZE_GOAL = 150_000  # bytes of the largest page of a meeting, with its style sheet
PAINT_GOAL = 500.0  # milliseconds until the first content is seen
SLOWDOWN = 4
PROGRAM = Path(sys.executable).parent / "summit"
PAGES = [
    "",
    "meetings/",
    "meetings/helsinki-2018/",
    "meetings/anchorage-2025/",
    "meetings/?status=held&theme=syria",
    "people/",
    "people/vladimir-putin/",
    "themes/",
    "themes/arms-control/",
    "outcomes/",
    "background/",
    "claims/",
    "outlook/",
    "sources/",
    "timeline/",
    "map/",
    "heat/",
    "compare/",
    "compare/?a=reykjavik-1986&b=helsinki-2018",
    "days/",
    "data/",
    "search/?q=helsinki",
]
WATCH = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
FIRST_PAINT = """() => new Promise((done) => {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName("first-contentful-paint")) done(entry.startTime);
  }).observe({ type: "paint", buffered: true });
})"""
SCROLL = """async () => {
  for (let y = 0; y < document.body.scrollHeight && y < 40000; y += 700) {
    scrollTo({ top: y, behavior: "instant" });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }
}"""


@dataclass
class Seen:
    """What was measured of a page."""

    paints: list[float] = field(default_factory=list)
    moved: float = 0.0

    @property
    def paint(self) -> float:
        """The median time until the first content is seen, in milliseconds."""
        return statistics.median(self.paints)


def main() -> int:
    """Measure, print two tables, and return 1 if a goal is missed."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        built = dict(_build(folder, arguments.generated))
        print(_table_of_builds(built))
        seen = _read(folder / "shipped", arguments.rounds)
        sizes = {path: _size(folder / "shipped", path) for path in seen}
        print(_table_of_pages(seen, sizes))
        largest = _largest_meeting(folder / "shipped")
    print(
        f"The largest page of a meeting with its style sheet: {largest / 1000:,.0f} kB"
        f" (goal: at most {SIZE_GOAL / 1000:,.0f} kB)."
    )
    slow = any(cost.median > BUILD_GOALS[name] for name, cost in built.items())
    late = any(one.paint > PAINT_GOAL or one.moved for one in seen.values())
    return int(slow or late or largest > SIZE_GOAL)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the web site.")
    parser.add_argument("--rounds", type=int, default=5, help="how often each page is read")
    parser.add_argument("--generated", type=int, help="meetings of a second, generated site")
    return parser.parse_args()


def _build(folder: Path, generated: int | None) -> Iterator[tuple[str, Measurement]]:
    """Build the sites; yield the name and the cost of each."""
    command = [str(PROGRAM), "--no-cache"]
    options = ["--base-url", "https://example.org/"]
    shipped = [*command, "site", str(folder / "shipped"), *options]
    yield "the shipped record", _cost(shipped)
    if generated:
        generate.write(generate.generate(generated), folder / "data", "jsonl")
        data = ["--data", str(folder / "data")]
        yield "generated", _cost([*command, *data, "site", str(folder / "made"), *options])


def _cost(command: list[str]) -> Measurement:
    return measure_interleaved({"": command}, 1, dict(os.environ), warm=False)[""]


def _table_of_builds(built: dict[str, Measurement]) -> str:
    rows = [
        [
            f"Building {name}",
            f"{cost.median:.0f} s",
            f"≤ {BUILD_GOALS[name]:.0f} s",
            "?" if cost.peak_mb is None else f"{cost.peak_mb:,.0f} MB",
        ]
        for name, cost in built.items()
    ]
    return markdown_table(["Site", "Time", "Goal", "Memory"], rows)


def _read(site: Path, rounds: int) -> dict[str, Seen]:
    """Read every page so many times."""
    from playwright.sync_api import sync_playwright

    program = which("chromium") or which("chromium-browser")
    if program is None:
        sys.exit("Chromium is not installed (Debian: apt-get install chromium)")
    server = open_server(site, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    seen = {path: Seen() for path in PAGES}
    shuffler = random.Random(0)  # noqa: S311 - decides an order, protects nothing
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for _ in range(rounds):
            for path in shuffler.sample(PAGES, len(PAGES)):
                _open(browser, address_of(server) + path, seen[path])
        browser.close()
    server.shutdown()
    server.server_close()
    return seen


def _open(browser: "Browser", address: str, seen: Seen) -> None:
    """Open a page in a new profile, and add what is measured."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    page.goto(address, wait_until="load")
    seen.paints.append(page.evaluate(FIRST_PAINT))
    time.sleep(0.3)  # for what scripts still change
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    page.evaluate(SCROLL)
    seen.moved = max(seen.moved, page.evaluate("moved"))
    context.close()


def _table_of_pages(seen: dict[str, Seen], sizes: dict[str, int]) -> str:
    goal = f"First content (goal: ≤ {PAINT_GOAL:.0f} ms)"
    rows = [
        [
            f"`/{path}`",
            f"{sizes[path] / 1000:,.0f} kB",
            f"{one.paint:.0f} ms ({min(one.paints):.0f}-{max(one.paints):.0f})",
            f"{one.moved:.4f}" if one.moved else "0",
        ]
        for path, one in seen.items()
    ]
    return markdown_table(["Page", "HTML", goal, "Layout shift (goal: 0)"], rows)


def _size(site: Path, path: str) -> int:
    return (site / path.partition("?")[0] / "index.html").stat().st_size


def _largest_meeting(site: Path) -> int:
    style = (site / "style.css").stat().st_size
    return style + max(page.stat().st_size for page in site.glob("meetings/*/index.html"))


if __name__ == "__main__":
    sys.exit(main())
