"""Compare the search quality of summit, RapidFuzz over full texts, SQLite FTS5 and fzf.

    python benchmarks/search/run.py                 figures by category for the held-out queries
    python benchmarks/search/run.py --tuning        the same for the queries used for tuning
    python benchmarks/search/run.py --misses        also each query whose first hit is wrong

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

import yaml
from rapidfuzz import fuzz, process, utils

from summitcli import load
from summitcli.errors import SummitError
from summitcli.model import Source
from summitcli.search.index import build
from summitcli.search.lookup import lookup
from summitcli.search.passages import passages_of

HERE = Path(__file__).parent
DEPTH = 10
System = Callable[[str], list[str]]


def systems() -> dict[str, System]:
    """Return for each system a function from a query to the ids that it finds, best first."""
    dataset = load()
    index = build(dataset)
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
    """Ask every system every query and print the figures."""
    name = "tuning" if "--tuning" in sys.argv else "held-out"
    queries = yaml.safe_load((HERE / f"queries-{name}.yaml").read_text(encoding="utf-8"))
    searches = systems()
    ranks: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for item in queries:
        for system, search in searches.items():
            found = search(str(item["query"]))
            rank = reciprocal_rank(found, item["answers"])
            ranks[item["category"]][system].append(rank)
            ranks["all"][system].append(rank)
            if system == "summit" and rank < 1 and "--misses" in sys.argv:
                wanted = " ".join(item["answers"]) or "nothing"
                print(
                    f"{item['category']:12} {item['query']!r}: {' '.join(found[:3])} not {wanted}"
                )
    print(f"{len(queries)} queries of {name}; mean reciprocal rank (share of right first hits)\n")
    print(f"{'':24}" + "".join(f"{system:>16}" for system in searches))
    for category, by_system in sorted(ranks.items(), key=lambda pair: pair[0] == "all"):
        cells = [
            f"{sum(r) / len(r):.3f} ({sum(x == 1 for x in r) / len(r):.2f})"
            for r in by_system.values()
        ]
        print(
            f"{category:20}{len(by_system['summit']):4}" + "".join(f"{cell:>16}" for cell in cells)
        )


if __name__ == "__main__":
    main()
