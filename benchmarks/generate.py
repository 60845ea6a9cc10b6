"""Generate datasets of any size that pass `summit check`, the same ones every time.

    python benchmarks/generate.py 10000 FOLDER             JSON Lines, one file per section
    python benchmarks/generate.py 1000 FOLDER --form yaml  YAML, one file per section

Meetings are spread over 1943 to 2026, with about as much text as those of the shipped dataset.
People, places, words and figures are random but the same in every run; the number of sources grows
with that of the meetings. Nothing in them is true.
"""

import argparse
import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FIRST, LAST = date(1943, 1, 1), date(2026, 6, 30)
SEED = 1943
MEETINGS_PER_SOURCE = 5

Records = list[dict[str, Any]]

PLACES = [
    ("Helsinki", "Finland", 60.17, 24.94),
    ("Geneva", "Switzerland", 46.2, 6.15),
    ("Vienna", "Austria", 48.21, 16.37),
    ("Reykjavik", "Iceland", 64.15, -21.94),
    ("Hamburg", "Germany", 53.55, 9.99),
    ("Osaka", "Japan", 34.69, 135.5),
    ("Moscow", "Russia", 55.76, 37.62),
    ("Washington", "United States", 38.91, -77.04),
    ("Anchorage", "United States", 61.22, -149.9),
    ("Da Nang", "Vietnam", 16.05, 108.2),
    ("Ljubljana", "Slovenia", 46.06, 14.51),
    ("Budapest", "Hungary", 47.5, 19.04),
    ("Cairo", "Egypt", 30.04, 31.24),
    ("Malta", "Malta", 35.94, 14.38),
    ("Paris", "France", 48.86, 2.35),
    ("London", "United Kingdom", 51.51, -0.13),
]
FAMILY_NAMES = {
    "us": ["Harlan", "Whitcomb", "Delaney", "Prescott", "Ashby", "Lindqvist", "Calloway"],
    "russia": ["Orlov", "Baranov", "Sokolov", "Morozov", "Zaitsev", "Volkov", "Kirillov"],
}
FIRST_NAMES = {
    "us": ["John", "Walter", "Grace", "Henry"],
    "russia": ["Ivan", "Pavel", "Nina", "Sergei"],
}
THEMES = {
    "syria": "Syria",
    "ukraine": "Ukraine",
    "arms-control": "Arms control",
    "trade": "Trade",
    "cyber": "Cyber security",
    "energy": "Energy",
    "berlin": "Berlin",
    "space": "Space",
    "iran": "Iran",
    "korea": "Korea",
    "sanctions": "Sanctions",
    "middle-east": "Middle East",
}
KINDS = ["summit", "bilateral", "bilateral", "conference", "informal", "pull-aside", "phone-call"]
REMOTE = {"phone-call"}
WORDS = (  # noqa: SIM905 - as a list, so many words would fill pages
    "the a of on and with for about after before talks ministers agreement ceiling warheads "
    "inspectors border ceasefire monitors statement delegation interpreters treaty grain pipeline "
    "sanctions prisoners exchange missiles test range proposal draft commission hotline visit "
    "election observers convoy corridor reactor enrichment satellites embassy consulate visas "
    "agreed discussed rejected postponed signed announced expected considered welcomed raised"
).split()
CONSONANTS = "bcdfghklmnprstvz"  # for made-up names, which give a large dataset many words


def generate(count: int) -> dict[str, Any]:
    """Return a dataset with `count` meetings, as section → records."""
    rng = random.Random(SEED)  # noqa: S311 - the same dataset every time
    people = list(_people())
    leaders = {side: [p["id"] for p in people if p["side"] == side] for side in ("us", "russia")}
    sources = [_source(number, rng) for number in range(max(1, count // MEETINGS_PER_SOURCE))]
    ids = [source["id"] for source in sources]
    return {
        "dataset": {
            "title": f"{count:,} meetings that never took place",
            "sides": [
                {"id": "us", "name": "United States"},
                {"id": "russia", "name": "Russia"},
            ],
        },
        "people": people,
        "themes": [
            {"id": key, "title": title, "description": f"What was said about {title}."}
            for key, title in THEMES.items()
        ],
        "meetings": [_meeting(number, count, leaders, ids, rng) for number in range(count)],
        "sources": sources,
    }


def _people() -> Iterator[dict[str, Any]]:
    for side, families in FAMILY_NAMES.items():
        for index, family in enumerate(families):
            first = FIRST_NAMES[side][index % len(FIRST_NAMES[side])]
            start = FIRST.year + 12 * index
            yield {
                "id": f"{first}-{family}".lower(),
                "name": f"{first} {family}",
                "side": side,
                "offices": [{"title": "President", "start_date": str(start)}],
            }


def _text(rng: random.Random, words: int) -> str:
    """Return a sentence in which one word of twelve is a made-up name."""
    found = [_name(rng) if rng.random() < 1 / 12 else rng.choice(WORDS) for _ in range(words)]
    return " ".join(found).capitalize() + "."


def _name(rng: random.Random) -> str:
    return "".join(rng.choice(CONSONANTS) + rng.choice("aeiou") for _ in range(3)).capitalize()


def _source(number: int, rng: random.Random) -> dict[str, Any]:
    return {
        "id": f"paper-{number}",
        "title": _text(rng, 8),
        "publisher": f"The {_name(rng)} Gazette",
        "date": str(rng.randint(FIRST.year, LAST.year)),
        "url": f"https://example.org/paper/{number}",
        "language": "en",
        "type": "news",
    }


def _meeting(
    number: int,
    count: int,
    leaders: dict[str, list[str]],
    sources: list[str],
    rng: random.Random,
) -> dict[str, Any]:
    day = FIRST + timedelta(days=number * (LAST - FIRST).days // count)
    city, country, lat, lon = rng.choice(PLACES)
    kind = rng.choice(KINDS)
    cited = iter([sources[number % len(sources)], *rng.choices(sources, k=6)])
    # Four topics, with Syria among them in one meeting of twenty.
    themes = rng.sample([theme for theme in THEMES if theme != "syria"], 4)
    if rng.random() < 1 / 20:
        themes[0] = "syria"
    meeting: dict[str, Any] = {
        "id": f"{city.lower().replace(' ', '-')}-{day.year}-{number}",
        "title": f"{city} {kind.replace('-', ' ')} of {day.year}",
        "summary": " ".join(_text(rng, 16) for _ in range(3)),
        "kind": kind,
        "status": "cancelled" if rng.random() < 1 / 50 else "held",
        "date": day.isoformat(),
        "leaders": {side: [rng.choice(people)] for side, people in leaders.items()},
        "duration": {"planned_minutes": 60, "actual_minutes": rng.randint(10, 300)},
        "topics": [
            {"themes": [theme], "detail": _text(rng, 24), "sources": [next(cited)]}
            for theme in themes
        ],
        "deliverables": [
            {
                "text": _text(rng, 14),
                "type": "understanding",
                "status": "unclear",
                "signed": day.isoformat(),
                "sources": [next(cited)],
            }
        ],
        "notes": [{"text": _text(rng, 20), "sources": [next(cited)]}],
        "sources": [sources[number % len(sources)]],
    }
    if kind not in REMOTE:
        meeting["place"] = {"city": city, "country": country, "lat": lat, "lon": lon}
    return meeting


def write(data: dict[str, Any], folder: Path, form: str) -> None:
    """Write a dataset into a folder, one file per section."""
    folder.mkdir(parents=True, exist_ok=True)
    for section, records in data.items():
        if form == "yaml" or section == "dataset":  # a single record, not a list
            _write_yaml(folder / f"{section}.yaml", {section: records})
        else:
            with (folder / f"{section}.jsonl").open("w", encoding="utf-8") as file:
                file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _write_yaml(path: Path, content: dict[str, Any]) -> None:
    import yaml

    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(content, file, Dumper=dumper, sort_keys=False, allow_unicode=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Generate a dataset of any size.")
    parser.add_argument("count", type=int, help="number of meetings")
    parser.add_argument("folder", type=Path, help="folder for its files")
    parser.add_argument("--form", choices=["jsonl", "yaml"], default="jsonl")
    arguments = parser.parse_args()
    write(generate(arguments.count), arguments.folder, arguments.form)
