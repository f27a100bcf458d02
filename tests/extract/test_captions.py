import pytest

from variorum.extract.fields.captions import caption_end, is_caption
from variorum.extract.fields.picture_credits import is_picture_credit, picture_credit


@pytest.mark.parametrize(
    "line",
    [
        "Dockers wait in Sveran. Photo: REUTERS/Mara Olden/File Photo",
        "Dockers wait in Sveran. (AP Photo/Mara Olden, File)",
        "Dockers wait in Sveran. (Mara Olden / AP)",
        "Mara Olden / AP",
        "Dockers wait in Sveran | AP Photo",
        "Dockers wait in Sveran. Mara Olden AP",
        "BPA via Getty Images",
        "(Photo: Mara Olden, AP)",
        "Hafenarbeiter in Sveran. Foto: Mara Olden/dpa",
    ],
)
def test_a_picture_is_credited(line: str) -> None:
    assert is_picture_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "Port workers voted on Saturday, the Associated Press reported.",
        "Associated Press",
        "By MARA OLDEN, Associated Press",
        "Los Angeles Times (TNS)",
        "Mara Olden and Jon PellAssociated Press",
        "SVERAN (AP) — Port workers voted.",
    ],
)
def test_no_picture_is_credited(line: str) -> None:
    assert not is_picture_credit(line)


def test_a_dated_scene_is_a_caption_only_in_front() -> None:
    line = "Dock workers cheer outside the harbour office in Sveran, on March 13, 2021."
    assert is_caption(line, within_front=True)
    assert not is_caption(line, within_front=False)
    assert not is_caption("By Mara Olden - The Tribune - Sunday, March 14, 2021", within_front=True)


def test_a_file_picture_is_known_by_its_opening() -> None:
    line = "FILE - In this March 13, 2021 file photo, dockers wait in Sveran."
    assert is_caption(line, within_front=False)


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("Walkers wait for the boat at the old quay on Monday. (Mara Olden/TPA)", True),
        ("Walkers wait for the boat at the old quay on Monday. (TPA / Mara Olden)", True),
        ("Walkers wait for the boat at the old quay on Monday. (Mara Olden/Tornau Gazette)", True),
        ("The boat costs nothing on weekdays (and/or Sundays).", False),
        ("The council will meet again (Monday/Tuesday).", False),
    ],
)
def test_a_photographer_and_an_unknown_agency_sign_a_picture(text: str, credited: bool) -> None:
    assert is_picture_credit(text) is credited


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("Dockers wait in Sveran. (Mara Olden/TPA)", "Dockers wait in Sveran.", "Mara Olden/TPA"),
        (
            "Dockers wait in Sveran | Photo: Mara Olden/AFP",
            "Dockers wait in Sveran",
            "Photo: Mara Olden/AFP",
        ),
        (
            "Hafenarbeiter warten in Sveran. Foto: Mara Olden/dpa",
            "Hafenarbeiter warten in Sveran.",
            "Foto: Mara Olden/dpa",
        ),
        ("Dockers wait in Sveran. — © TPA", "Dockers wait in Sveran.", "© TPA"),
        ("Dockers wait near the quay in Sveran.", "Dockers wait near the quay in Sveran.", None),
    ],
)
def test_a_caption_and_its_credit_are_two_things(
    line: str, caption: str, credit: str | None
) -> None:
    place = picture_credit(line)
    assert (line[place[0] : place[1]] if place else None) == credit
    assert line[: caption_end(line, place)] == caption
