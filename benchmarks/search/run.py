"""Compare the search quality of summit, RapidFuzz over full texts, SQLite FTS5 and fzf.

    python benchmarks/search/run.py                 figures by category for the held-out queries
    python benchmarks/search/run.py --tuning        the same for the queries used for tuning
    python benchmarks/search/run.py --misses        also each query whose first hit is wrong
    python benchmarks/search/run.py --alone         only summit, without the other systems

There are four sets of queries: the first one, harder, newer and sampled ones; see README.md.
For each system this prints the mean reciprocal rank (of the first right answer among the first ten
hits; for nonsense 1 if nothing is found) and the share of right first hits. The queries were
written before the ranking was tuned. The other systems get the full text of each record, the same
from which summit builds its index, but without sources, which would crowd out the rest. fzf is
skipped if it is not installed.
"""

import shutil
import sqlite3
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz import fuzz, process, utils

from summitcli import load
from summitcli.errors import SummitError
from summitcli.model import Source
from summitcli.search.index import index_of
from summitcli.search.lookup import lookup
from summitcli.search.passages import passages_of

HERE = Path(__file__).parent
SETS = ("", "harder-", "newer-", "sampled-")
DEPTH = 10
System = Callable[[str], list[str]]
Ranks = dict[str, dict[str, list[float]]]  # by category, then by system


def systems(alone: bool) -> dict[str, System]:
    """Return for each system a function from a query to the ids that it finds, best first."""
    dataset = load()
    index = index_of(dataset)
    texts = {
        record.id: "\n".join(passage.text for passage in passages_of(record, dataset))
        for record in dataset.by_id.values()
        if not isinstance(record, Source)
    }

    def summit(query: str) -> list[str]:
        try:
            return [hit.id for hit in lookup(query, dataset, index)][:DEPTH]
        except SummitError:
            return []

    def wratio(query: str) -> list[str]:
        found = process.extract(
            query, texts, scorer=fuzz.WRatio, processor=utils.default_process, limit=DEPTH
        )
        return [identifier for _, _, identifier in found]

    if alone:
        return {"summit": summit}
    return {
        "summit": summit,
        "WRatio": wratio,
        "FTS5 porter": _fts(texts, "porter unicode61 remove_diacritics 2"),
        "FTS5 trigram": _fts(texts, "trigram"),
        **({"fzf": _fzf(texts)} if shutil.which("fzf") else {}),
    }


def _fts(texts: dict[str, str], tokenizer: str) -> System:
    database = sqlite3.connect(":memory:")
    database.execute(
        f"create virtual table t using fts5(id unindexed, text, tokenize='{tokenizer}')"
    )
    database.executemany("insert into t values (?, ?)", texts.items())

    def search(query: str) -> list[str]:
        quoted = " ".join('"' + word.replace('"', "") + '"' for word in query.split())
        found = database.execute(
            "select id from t where t match ? order by rank limit 10", [quoted]
        )
        try:
            return [row[0] for row in found]
        except sqlite3.OperationalError:
            return []

    return search


def _fzf(texts: dict[str, str]) -> System:
    lines = "\n".join(
        f"{identifier}\t{' '.join(text.split())}" for identifier, text in texts.items()
    )

    def search(query: str) -> list[str]:
        done = subprocess.run(
            ["fzf", "--filter", query], input=lines, capture_output=True, text=True, check=False
        )
        return [line.split("\t")[0] for line in done.stdout.splitlines()[:DEPTH]]

    return search


def reciprocal_rank(found: list[str], answers: list[str]) -> float:
    """Return 1 over the rank of the first right answer; for nonsense, 1 if nothing was found."""
    if not answers:
        return float(not found)
    ranks = [number for number, identifier in enumerate(found, 1) if identifier in answers]
    return 1 / ranks[0] if ranks else 0.0


def main() -> None:
    """Ask every system every query of the sets and print the figures."""
    half = "tuning" if "--tuning" in sys.argv else "held-out"
    searches = systems("--alone" in sys.argv)
    names = [f"queries-{name}{half}" for name in SETS]
    if half == "tuning":
        names.append("queries-everyday-tuning")
    for name in names:
        queries = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
        print(f"{name}: {len(queries)} queries; mean reciprocal rank (share of right first hits)\n")
        _print_figures(_evaluate(queries, searches, show_misses="--misses" in sys.argv))
        print()


def _evaluate(
    queries: list[dict[str, Any]], searches: dict[str, System], *, show_misses: bool
) -> Ranks:
    """Return the reciprocal ranks of every system by category, and print the misses of summit."""
    ranks: Ranks = defaultdict(lambda: defaultdict(list))
    for item in queries:
        category, answers = item["category"], item["answers"]
        for system, search in searches.items():
            found = search(str(item["query"]))
            rank = reciprocal_rank(found, answers)
            ranks[category][system].append(rank)
            ranks["all"][system].append(rank)
            if system == "summit" and rank < 1 and show_misses:
                wanted = " ".join(answers) or "nothing"
                print(f"{category:12} {item['query']!r}: {' '.join(found[:3])} not {wanted}")
    return ranks


def _print_figures(ranks: Ranks) -> None:
    """Print a line for each category, and one for all."""
    print(f"{'':28}" + "".join(f"{system:>16}" for system in ranks["all"]))
    for category, by_system in sorted(ranks.items(), key=lambda pair: pair[0] == "all"):
        cells = [
            f"{sum(found) / len(found):.3f} ({sum(rank == 1 for rank in found) / len(found):.2f})"
            for found in by_system.values()
        ]
        count = len(by_system["summit"])
        print(f"{category:24}{count:4}" + "".join(f"{cell:>16}" for cell in cells))


if __name__ == "__main__":
    main()
