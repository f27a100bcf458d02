from variorum.extract.fields.tags import split_tags


def test_tags_between_separators() -> None:
    assert split_tags("Sveran, Ports ,Labour", ()) == ("Sveran", "Ports", "Labour")
    assert split_tags("Sveran | Ports", ()) == ("Sveran", "Ports")


def test_tags_run_together_are_cut_as_the_page_prints_them() -> None:
    assert split_tags("SveranOld QuayLabour", ["in Sveran, Old Quay, Labour"]) == (
        "Sveran",
        "Old Quay",
        "Labour",
    )
    assert split_tags("SveranMcVelmark", ["in Sveran, McVelmark"]) == ("Sveran", "McVelmark")


def test_tags_run_together_are_cut_at_capitals_otherwise() -> None:
    assert split_tags("SveranPortsLabour", ()) == ("Sveran", "Ports", "Labour")


def test_nothing_printed() -> None:
    assert split_tags("", ()) == ()
