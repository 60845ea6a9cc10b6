"""What each command gives for the shipped record of Trump and Putin."""

from __future__ import annotations

import json
import re
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

import pytest

import summitcli
from summitcli.__main__ import main
from summitcli.cli.commands import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run, Summit

PULL_ASIDES = ["da-nang-2017", "paris-2018", "buenos-aires-2018"]
NO_LENGTH = {"hamburg-2017-dinner", "da-nang-2017", "paris-2018"}
TRANSCRIPT = "time-2018-transcript"


def ids(run: Run) -> list[str]:
    """The ids of a run with `--fields id`."""
    assert run.code == 0, run.err
    return run.out.split()


def test_a_year_lists_its_meetings_in_order_of_time(summit: Summit) -> None:
    run = summit("list", "--year", "2018")
    columns = [line.split("\t") for line in run.out.splitlines()]
    assert [column[:3] for column in columns] == [
        ["2018-07-16", "helsinki-2018", "Helsinki summit"],
        ["2018-11-11", "paris-2018", "Contact at the Paris Armistice centenary"],
        ["2018-11-30", "buenos-aires-2018", "Buenos Aires G20 dinner conversation"],
    ]
    assert run.err == ""


def test_the_list_has_eight_meetings_in_person_and_35_calls(summit: Summit) -> None:
    assert len(json.loads(summit("list", "--json").out)) == 8
    calls = json.loads(summit("list", "--kind", "call", "--json").out)
    assert len(calls) == 35
    assert {call["kind"] for call in calls} == {"phone-call", "conference-call"}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ("--since 2018-07 --until 2018-11", ["helsinki-2018", "paris-2018", "buenos-aires-2018"]),
        ("--since 2017-11-11 --until 2018-07-15", ["da-nang-2017"]),
        ("--year 2019 --year 2025", ["osaka-2019", "anchorage-2025"]),
        ("--place finland", ["helsinki-2018"]),
        ("--place Helsinky", ["helsinki-2018"]),
        ("--place Хельсинки", ["helsinki-2018"]),
        ("--place da_nang", ["da-nang-2017"]),
        ("--kind PULL_ASIDE", PULL_ASIDES),
        ("--kind dinner --kind pull-aside --year 2017", ["hamburg-2017-dinner", "da-nang-2017"]),
        ("--theme INF --leader путин --year 2019", ["osaka-2019"]),
        ("--theme arms-control --until 2018-07", ["helsinki-2018"]),
        ("--status canceled --year 2025", ["budapest-2025"]),
        ("--status not-held --year 2019", ["washington-2019"]),
        ("--sort -length --limit 2", ["anchorage-2025", "hamburg-2017"]),
        ("--sort place --limit 2", ["anchorage-2025", "buenos-aires-2018"]),
        ("--sort -date --limit 1", ["anchorage-2025"]),
    ],
)
def test_a_filter_picks_what_it_names(here: Summit, filters: str, expected: list[str]) -> None:
    assert ids(here("list", *filters.split(), "--fields", "id")) == expected


def test_what_has_no_length_comes_last_whichever_way_lengths_are_sorted(here: Summit) -> None:
    up = ids(here("list", "--sort", "length", "--fields", "id"))
    down = ids(here("list", "--sort", "-length", "--fields", "id"))
    assert set(up[-3:]) == set(down[-3:]) == NO_LENGTH
    assert up[:-3] == down[-4::-1]


@pytest.mark.parametrize("spelling", ["Trump", "donald-trump", "Дональд Трамп", "trunp"])
def test_a_leader_is_known_by_many_spellings(here: Summit, spelling: str) -> None:
    assert len(ids(here("list", "--leader", spelling, "--fields", "id"))) == 8


def test_a_leader_outside_the_focus_pair_is_no_mistake(here: Summit) -> None:
    run = here("list", "--leader", "gorbachov", "--json")
    assert run.code == 0
    assert all("mikhail-gorbachev" in m["leaders"]["russia"] for m in json.loads(run.out))


def test_a_guess_is_said_on_standard_error(summit: Summit) -> None:
    run = summit("list", "--kind", "lettr", "--year", "2018", "--fields", "kind")
    assert set(run.out.splitlines()) <= {"letter", "first-lady-letter"}
    assert run.err == "summit: note: --kind lettr: taken for letter, first-lady-letter\n"


def test_what_the_limit_leaves_out_is_said(summit: Summit) -> None:
    run = summit("list", "--limit", "3", "--fields", "id")
    assert len(ids(run)) == 3
    assert run.err == "summit: note: 3 of 8 meetings shown; --limit 8 shows all\n"


@pytest.mark.parametrize(
    ("filters", "wider"),
    [("--year 2020", "--kind any"), ("--place Budapest", "--status any")],
)
def test_where_nothing_matches_a_hint_says_what_would(
    here: Summit, filters: str, wider: str
) -> None:
    nothing = here("list", *filters.split())
    assert (nothing.code, nothing.out) == (0, "")
    hint = re.search(rf"no matching meetings; {wider} finds (\d+)\n", nothing.err)
    assert hint
    found = ids(here("list", *filters.split(), *wider.split(), "--fields", "id"))
    assert len(found) == int(hint[1]) > 0


def test_where_nothing_would_match_there_is_no_hint(here: Summit) -> None:
    run = here("list", "--year", "1901", "--json")
    assert (run.code, json.loads(run.out)) == (0, [])
    assert run.err == "summit: note: no matching meetings\n"


def test_show_takes_several_ids_of_any_type(summit: Summit) -> None:
    asked = ["helsinki-2018", "arms-control", "channels-kept", "vladimir-putin", TRANSCRIPT]
    shown = json.loads(summit("show", *asked, "--json").out)
    assert [record["id"] for record in shown] == asked
    types = ["meeting", "theme", "outcome", "person", "source"]
    assert [record["record_type"] for record in shown] == types
    page = summit("show", *asked, "-f", "table").out
    title = shown[4]["title"].split()[0]
    for heading in ("Helsinki summit", "Arms control", "Lines of", "Vladimir Putin", title):
        assert re.search(rf"^{re.escape(heading)}", page, re.MULTILINE)


@pytest.mark.parametrize("name", ["HELSINKI-2018", "Helsinki summit", " helsinki-2018 "])
def test_show_knows_a_record_by_its_id_in_any_case_or_its_title(here: Summit, name: str) -> None:
    assert ids(here("show", name, "--fields", "id")) == ["helsinki-2018"]


def test_themes_count_the_meetings_that_list_finds(here: Summit) -> None:
    themes = {theme["id"]: theme for theme in json.loads(here("themes", "--json").out)}
    assert themes["syria"]["meetings"] == ids(here("list", "--theme", "syria", "--fields", "id"))
    assert len(themes["syria"]["meetings"]) == max(len(t["meetings"]) for t in themes.values())
    every = ids(here("themes", "--all", "--fields", "id"))
    assert set(every) == {theme.id for theme in summitcli.load().themes} > set(themes)


def test_one_theme_or_outcome_is_shown_whole(here: Summit) -> None:
    assert here("themes", "Syria", "--json") == here("show", "syria", "--json")
    assert here("outcomes", "channels-kept").out == here("show", "channels-kept").out


@pytest.mark.parametrize(
    ("option", "value", "key", "meant"),
    [
        ("--scope", "Global", "scope", "global"),
        ("--valence", "positiv", "valence", "positive"),
        ("--theme", "Syria", "themes", "syria"),
        ("--meeting", "HELSINKI-2018", "meetings", "helsinki-2018"),
    ],
)
def test_outcomes_are_filtered(here: Summit, option: str, value: str, key: str, meant: str) -> None:
    chosen = ids(here("outcomes", option, value, "--fields", "id"))
    every = json.loads(here("outcomes", "--json").out)
    expected = [o["id"] for o in every if meant == o[key] or meant in o[key]]
    assert 0 < len(expected) < len(every)
    assert chosen == expected


def test_people_are_listed_with_how_often_they_met(here: Summit) -> None:
    lines = [line.split("\t") for line in here("people").out.splitlines()]
    met = {line[0]: line[3] for line in lines}
    assert (met["donald-trump"], met["vladimir-putin"]) == ("8", "52")
    assert {line[2] for line in lines} == {"United States", "Russia"}


def test_sources_are_filtered_by_type_and_meeting(here: Summit) -> None:
    primary = json.loads(here("sources", "--type", "Primary", "--json").out)
    assert {source["type"] for source in primary} == {"primary"}
    arguments = ("--meeting", "helsinki-2018", "--type", "primary", "--fields", "id")
    cited = ids(here("sources", *arguments))
    assert TRANSCRIPT in cited
    assert set(cited) < {source["id"] for source in primary}


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("helsinki", {"helsinki-2018"}),
        ("helsinky", {"helsinki-2018"}),
        ("ХЕЛЬСИНКИ", {"helsinki-2018"}),
        ("putin osaka", {"osaka-2019"}),
        ("g20 dinner", {"buenos-aires-2018", "hamburg-2017-dinner"}),
    ],
)
def test_search_puts_what_was_meant_first(here: Summit, words: str, first: set[str]) -> None:
    run = here("search", *words.split(), "--limit", str(len(first)), "--fields", "id")
    assert set(ids(run)) == first


def test_the_shipped_dataset_has_no_problem(summit: Summit) -> None:
    run = summit("check")
    assert (run.code, run.out) == (0, "")
    assert re.fullmatch(r"summit: note: no problem in \d+ records of Meetings of .*\n", run.err)


def test_the_version_names_program_and_dataset(summit: Summit) -> None:
    expected = rf"summit {re.escape(summitcli.__version__)}, dataset [\d.]+ as of \d{{4}}-\d\d\n"
    assert re.fullmatch(expected, summit("--version").out)


def test_the_version_is_that_of_the_dataset_in_use(here: Summit, tmp_path: Path) -> None:
    sides = '[{"id": "us", "name": "US"}, {"id": "china", "name": "China"}]'
    info = f'{{"title": "Mine", "version": "7.5", "as_of": "2020", "sides": {sides}}}'
    own, bare = tmp_path / "own.json", tmp_path / "bare.json"
    own.write_text(f'{{"dataset": {info}}}', encoding="utf-8")
    bare.write_text(f'{{"dataset": {{"title": "Bare", "sides": {sides}}}}}', encoding="utf-8")
    program = f"summit {summitcli.__version__}, dataset"
    for run in (
        here("--data", str(own), "--version"),
        here("--version", "--data", str(own)),
        here("--version", SUMMIT_DATA=str(own)),
    ):
        assert (run.code, run.out) == (0, f"{program} 'Mine' 7.5 as of 2020\n")
    assert here("--data", str(bare), "--version").out == f"{program} 'Bare' without a version\n"
    missing = here("--version", "--data", "nowhere")
    assert (missing.code, missing.out) == (4, "")
    assert "nowhere: no such file or folder" in missing.err


def test_the_bare_command_gives_examples_that_work_and_names_the_help(here: Summit) -> None:
    bare = here()
    assert (bare.code, bare.err) == (0, "")
    assert len(bare.out.splitlines()) <= 20
    assert "'summit --help' lists all commands" in bare.out
    examples = re.findall(r"^  summit ([^|\n]+?)(?:  .*| \|.*)?$", bare.out, re.MULTILINE)
    assert len(examples) > 5
    for example in examples:
        run = here(*example.split())
        assert (run.code, bool(run.out)) == (0, True), example
    full = here("--help").out
    assert full != bare.out
    assert all(re.search(rf"^ +{name} +\S", full, re.MULTILINE) for name in COMMANDS)


def test_summit_and_python_m_summitcli_are_one_program() -> None:
    (script,) = entry_points(group="console_scripts", name="summit")
    assert script.load() is main


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("show helsinki-2", ["helsinki-2018"]),
        ("themes arms", ["arms-control"]),
        ("list --theme arms", ["arms-control"]),
        ("list --leader vlad", ["vladimir-putin"]),
        ("list --kind phone", ["phone-call"]),
        ("outcomes --meeting osaka", ["osaka-2019"]),
        ("list --status ", ["held", "cancelled", "not-held", "planned", "disputed", "any"]),
    ],
)
def test_bash_is_offered_what_begins_so(summit: Summit, words: str, offered: list[str]) -> None:
    line = f"summit {words}"
    run = summit(_SUMMIT_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(line.count(" ")))
    assert run.out.split() == offered
    assert run.err == ""


@pytest.mark.parametrize(
    ("words", "offer"),
    [
        ("show helsinki-2", '"helsinki-2018":"Helsinki summit"'),
        ("show 24tv-2026-m", '"24tv-2026-mar09":"[Putin held telephone conversation with Trump'),
        ("list --theme arms", '"arms-control":"Arms control and strategic stability"'),
        ("list --leader vlad", '"vladimir-putin":"Vladimir Putin"'),
    ],
)
def test_zsh_is_offered_titles_too(summit: Summit, words: str, offer: str) -> None:
    run = summit(_SUMMIT_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS=f"summit {words}")
    assert offer in run.out


def test_each_offer_to_zsh_is_one_line(summit: Summit) -> None:
    asked = {"_SUMMIT_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "summit outcomes "}
    offers = summit(**asked).out.removeprefix("_arguments '*: :((").strip().removesuffix("))'")
    assert [line for line in offers.splitlines() if not re.fullmatch('"[a-z-]+":".+"', line)] == []


OWN = """
dataset:
  title: Meetings of US and Chinese leaders
  sides: [{id: us, name: United States}, {id: china, name: China}]
  focus: {us: donald-trump, china: xi-jinping}
people:
- {id: donald-trump, name: Donald Trump, side: us}
- {id: barack-obama, name: Barack Obama, side: us}
- {id: xi-jinping, name: Xi Jinping, side: china, aliases: [习近平]}
themes:
- {id: trade, title: Trade, description: Tariffs and purchases., aliases: [tariffs]}
meetings:
- id: mar-a-lago-2017
  title: Mar-a-Lago summit
  summary: The two presidents met in Florida.
  kind: summit
  status: held
  date: '2017-04-06'
  end_date: '2017-04-07'
  place: {city: Palm Beach, country: United States}
  leaders: {us: [donald-trump], china: [xi-jinping]}
  topics: [{themes: [trade]}]
- id: sunnylands-2013
  title: Sunnylands summit
  summary: An informal summit in California.
  kind: informal
  status: held
  date: '2013-06-07'
  leaders: {us: [barack-obama], china: [xi-jinping]}
"""


@pytest.fixture
def own(tmp_path: Path) -> str:
    """The path of a reader's own dataset, of two other sides."""
    path = tmp_path / "own.yaml"
    path.write_text(OWN, encoding="utf-8")
    return str(path)


def test_a_dataset_of_two_other_sides_takes_the_place_of_the_shipped_one(
    summit: Summit, here: Summit, own: str
) -> None:
    by_option = summit("--data", own, "list", SUMMIT_DATA="nowhere")
    assert by_option == summit("list", SUMMIT_DATA=own)
    (line,) = by_option.out.splitlines()
    assert line.startswith("2017-04-06/07\tmar-a-lago-2017\tMar-a-Lago summit\tPalm Beach, United")
    shown = json.loads(here("--data", own, "show", "mar-a-lago-2017", "--json").out)
    assert shown["leaders"] == {"us": ["donald-trump"], "china": ["xi-jinping"]}
    page = here("--data", own, "show", "xi-jinping", "-f", "table").out
    assert "Sunnylands summit" in page
    assert "Russia" not in page
    assert here("--data", own, "check").err.endswith(
        "in 6 records of Meetings of US and Chinese leaders\n"
    )


def test_leaders_outside_the_focus_pair_are_asked_for(here: Summit, own: str) -> None:
    def asked(*filters: str) -> Run:
        return here("--data", own, "list", "--fields", "id", *filters)

    assert ids(asked("--all")) == ["sunnylands-2013", "mar-a-lago-2017"]
    assert ids(asked("--leader", "obama")) == ["sunnylands-2013"]
    assert ids(asked("--leader", "习近平", "--theme", "Tariffs")) == ["mar-a-lago-2017"]
    assert asked("--year", "2013").err == "summit: note: no matching meetings; --all finds 1\n"


def test_the_shell_is_offered_the_ids_of_the_own_dataset(summit: Summit, own: str) -> None:
    protocol = {"_SUMMIT_COMPLETE": "complete_bash", "COMP_CWORD": "2"}
    offered = summit(**protocol, COMP_WORDS="summit show su", SUMMIT_DATA=own)
    assert offered.out.split() == ["sunnylands-2013"]
    nowhere = summit(**protocol, COMP_WORDS="summit show su", SUMMIT_DATA="nowhere")
    assert (nowhere.code, nowhere.out.strip(), nowhere.err) == (0, "", "")
