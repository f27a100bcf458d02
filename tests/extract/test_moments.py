import time

import pytest

from variorum.extract.moments.ago import relative_moment
from variorum.extract.moments.moments import find_moments, parse_moment


@pytest.mark.parametrize(
    ("line", "value", "precision"),
    [
        ("March 4, 2021", "2021-03-04", "day"),
        ("Published : 04 March 2021, 02:07 AM", "2021-03-04T02:07", "minute"),
        ("March 4, 2021 2:21 pm", "2021-03-04T14:21", "minute"),
        ("Posted 3:57 pm, March 4, 2021, by Nordpress", "2021-03-04T15:57", "minute"),
        ("Sveran | 03/14/2021, 11:06am", "2021-03-14T11:06", "minute"),
        ("12:42 p.m. CT July 15, 2021", "2021-07-15T12:42-05:00", "minute"),
        ("12:42 p.m. CT January 15, 2021", "2021-01-15T12:42-06:00", "minute"),
        ("July 15, 2021 3:21 PM EDT", "2021-07-15T15:21-04:00", "minute"),
        ("16 Jul 2021 | 09:00 GMT", "2021-07-16T09:00Z", "minute"),
        ("2021-04-22T15:26:46.863+02:00", "2021-04-22T15:26:46+02:00", "second"),
        ("25. Oktober 2021 um 12:10 Uhr", "2021-10-25T12:10", "minute"),
        ("25.10.2021, 12:10 Uhr", "2021-10-25T12:10", "minute"),
        ("24 avril 2021 à 14h30", "2021-04-24T14:30", "minute"),
        ("12 de julio de 2021", "2021-07-12", "day"),
        ("8 января 2021, 17:46", "2021-01-08T17:46", "minute"),
        ("2021年1月13日", "2021-01-13", "day"),
        ("5. tammikuuta 2021", "2021-01-05", "day"),
        ("2021年1月13日 午後3時24分", "2021-01-13T15:24", "minute"),
        ("ngày 22 tháng 10 năm 2021", "2021-10-22", "day"),
        # Renderings weld what stands side by side.
        ("April 25, 20212:26 PM GMT+2Last Updated 9 min ago", "2021-04-25T14:26+02:00", "minute"),
        ("Roe NewsNovember 21, 202101747", "2021-11-21", "day"),
    ],
)
def test_a_written_moment(line: str, value: str, precision: str) -> None:
    [found] = find_moments(line)
    assert (found.moment.value, found.moment.precision, found.other) == (value, precision, None)


@pytest.mark.parametrize(
    "line",
    [
        "Nothing is dated here",
        "She may march in 2021 or not",
        "31 February 2021",
        "0001-01-01T00:00:00Z",
        "Call 04 123 2021 now",
        "Version 2.50.1",
    ],
)
def test_no_moment(line: str) -> None:
    assert find_moments(line) == ()


def test_figures_in_either_order_say_so() -> None:
    [found] = find_moments("04/05/2021")
    assert found.other is not None
    assert {found.moment.value, found.other.value} == {"2021-05-04", "2021-04-05"}


def test_the_place_is_the_writing() -> None:
    line = "Published : 04 March 2021, 02:07 AM | Sveran"
    [found] = find_moments(line)
    assert line[found.begin : found.end] == "04 March 2021, 02:07 AM"


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("2021-04-28 19:50:30+02:00", "2021-04-28T19:50:30+02:00"),
        ("2021-04-28", "2021-04-28"),
        ("Wed, 28 Apr 2021 09:00:00 GMT", "2021-04-28T09:00:00Z"),
        ("0001-01-01T00:00:00Z", None),
        ("04/05/2021", None),
        ("", None),
    ],
)
def test_a_stated_moment(stated: str, value: str | None) -> None:
    found = parse_moment(stated)
    assert (found.value if found else None) == value


def test_relative_moments_need_the_time_of_capture() -> None:
    found = relative_moment("3 hours ago", "2021-03-04T01:30:00Z")
    assert found is not None
    assert found.moment.value == "2021-03-03"
    assert relative_moment("3 hours ago", "yesterday") is None
    assert relative_moment("long ago", "2021-03-04T01:30:00Z") is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("vor 3 Stunden", "2021-03-03"),
        ("hace 2 días", "2021-03-02"),
        ("il y a 20 minutes", "2021-03-04"),
        ("3時間前", "2021-03-03"),
        ("2 часа назад", "2021-03-03"),
        ("Published 3 seconds ago", "2021-03-04"),
        ("Gestern, 22:10 Uhr", "2021-03-03"),
        ("Today 00:15", "2021-03-04"),
    ],
)
def test_relative_moments_of_many_languages(line: str, day: str) -> None:
    found = relative_moment(line, "2021-03-04T01:30:00Z")
    assert found is not None
    assert found.moment.value == day


@pytest.mark.parametrize("flood", ["2020 ", "1/2/", "1", "12:30 2020 ", "March ", "4 March ", "("])
def test_floods_cost_no_time(flood: str) -> None:
    begun = time.process_time()
    for line in (flood * (1_000_000 // len(flood)), (flood * 1000)[:1000]):
        find_moments(line)
        relative_moment(line[:60], "2021-03-04T01:30:00Z")
    assert time.process_time() - begun < 0.3


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Saturday 18 October 2025, 07.15", "2025-10-18T07:15"),
        ("18.10.2025 07.15", "2025-10-18T07:15"),
        ("October 18, 2025 at 7.15 | Town", "2025-10-18T07:15"),
        ("18 October 2025, 2.50 crowns a litre", "2025-10-18"),
        ("18 October 2025, version 2.50", "2025-10-18"),
    ],
)
def test_a_point_parts_hours_and_minutes_behind_a_date(line: str, value: str) -> None:
    assert [found.moment.value for found in find_moments(line)] == [value]
