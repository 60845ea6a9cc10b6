"""Dates that do not exist or are out of order, each reported once with file, line and path."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from faults import Fault, assert_reported_once

if TYPE_CHECKING:
    from pathlib import Path

FAULTS = {
    "a day that does not exist": Fault(
        "  end_date: 2015-05-02",
        "  end_date: 2015-06-31",
        "meetings[0].end_date: '2015-06-31' is not a valid date: June 2015 has 30 days",
    ),
    "words": Fault(
        "  date: 2015-05-01",
        "  date: May 2015",
        "meetings[0].date: 'May 2015' is not a date: 2018, 2018-07 or 2018-07-16",
    ),
    "an end without a start": Fault(
        "  status: held\n  date: 2015-05-01",
        "  status: planned",
        "meetings[0].end_date: end_date is given without date; add date",
        line="  end_date: 2015-05-02",
    ),
    "an end before the start": Fault(
        "  end_date: 2015-05-02",
        "  end_date: 2015-04",
        "meetings[0].end_date: end_date 2015-04 is before date 2015-05-01; correct one",
    ),
    "an office left before it began": Fault(
        "    end_date: 2018-01-20",
        "    end_date: '2009'",
        "people[0].offices[0].end_date: end_date 2009 is before start_date 2010",
    ),
    "cancelled before it was announced": Fault(
        "  cancelled_on: 2015-04",
        "  cancelled_on: 2015-02-28",
        "meetings[0].cancelled_on: cancelled_on 2015-02-28 is before announced_on 2015-03",
    ),
    "a death before the birth": Fault(
        "  died: '2020'",
        "  died: '1949'",
        "people[0].died: died 1949 is before born 1950-01-01",
    ),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_dates_exist_and_are_in_order(fault: Fault, tmp_path: Path) -> None:
    assert_reported_once(fault, tmp_path)
