import pytest

from variorum.extract.agencies.directory import (
    agencies_in_slot,
    agencies_named,
    agency_at_end,
    agency_of_host,
    canonical_agency,
)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("The Associated Press", "AP"),
        ("associated press", "AP"),
        ("AP", "AP"),
        ("Agence France-Presse", "AFP"),
        ("Deutsche Presse-Agentur", "dpa"),
        ("(Reuters)", "Reuters"),
        ("新华社", "Xinhua"),
        ("Rastriya Samachar Samiti", "RSS"),
    ],
)
def test_canonical_name(name: str, short: str) -> None:
    agency = canonical_agency(name)
    assert agency is not None
    assert agency.name == short


@pytest.mark.parametrize("name", ["ap", "Press", "Apple", "", "Reutersville", "Old Quay"])
def test_other_names_are_no_agency(name: str) -> None:
    assert canonical_agency(name) is None


@pytest.mark.parametrize(
    ("slot", "names"),
    [
        ("dpa/AFP", ["dpa", "AFP"]),
        ("dpa/lby", ["dpa"]),
        ("AP and Reuters", ["AP", "Reuters"]),
        ("Reuters and Anna Roe", []),
        ("the harbour", []),
    ],
)
def test_a_slot_names_agencies_or_nothing(slot: str, names: list[str]) -> None:
    assert [each.name for each in agencies_in_slot(slot)] == names


def test_running_text_counts_only_full_names() -> None:
    found = agencies_named("A report by the Associated Press said so, and an AP stylebook did not")
    assert [each.agency.name for each in found] == ["AP"]


@pytest.mark.parametrize(
    "text", ["Anna Roe, Associated Press", "Anna RoeAssociated Press", "ANNA ROE AP"]
)
def test_an_agency_ends_a_byline(text: str) -> None:
    found = agency_at_end(text)
    assert found is not None
    assert found.agency.name == "AP"
    assert text[: found.begin].strip(" ,").upper() == "ANNA ROE"


def test_a_host_belongs_to_its_agency() -> None:
    agency = agency_of_host("www.reuters.com")
    assert agency is not None
    assert agency.name == "Reuters"
    assert agency.publishes("uk.reuters.com")
    assert not agency.publishes("notreuters.com")
    assert agency_of_host("sveran.example") is None
