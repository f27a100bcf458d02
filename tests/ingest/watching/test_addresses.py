"""Addresses that may be connected to, and those that may not, in every spelling."""

import pytest

from variorum.errors import RefusedError
from variorum.ingest.watching.addresses import refuse_address
from variorum.ingest.watching.targets import LONGEST_URL, join_url, read_target

REFUSED = (
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.9",
    "169.254.169.254", "169.254.0.1", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1",
    "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9",
    "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "100.100.100.200",
    "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b::a00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::8.8.8.8", "100::1", "2001::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "2002:7f00:1::1", "2002:808:808::1",
    "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1",
    "ff02::1", "2606:4700::1%1", "not an address", "", "1.2.3", "0177.0.0.1", "127.1",
)  # fmt: skip
ALLOWED = ("8.8.8.8", "93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:4700::1111",
           "2a00:1450:4001::200e", "64:ff9b::808:808")  # fmt: skip


@pytest.mark.parametrize("address", REFUSED)
def test_addresses_that_no_page_is_at_are_refused(address: str) -> None:
    assert refuse_address(address)


@pytest.mark.parametrize("address", ALLOWED)
def test_public_addresses_are_allowed(address: str) -> None:
    assert refuse_address(address) is None


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "192.168.0.5", "::1", "fd12::1"])
def test_an_intranet_is_opened_on_request(address: str) -> None:
    assert refuse_address(address, allow_private=True) is None


@pytest.mark.parametrize(
    "address",
    ["169.254.169.254", "fd00:ec2::254", "100.100.100.200", "169.254.3.4", "fe80::1", "224.0.0.1",
     "0.0.0.0", "255.255.255.255", "::ffff:127.0.0.1", "64:ff9b::7f00:1"],
)  # fmt: skip
def test_the_keys_of_clouds_stay_closed_on_request_too(address: str) -> None:
    assert refuse_address(address, allow_private=True)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "gopher://courier.example/", "ftp://courier.example/", "//courier.example",
        "javascript:alert(1)", "courier.example/feed", "", "http://", "http:///path", "http://#",
        "http://desk:secret@courier.example/", "http://desk@courier.example/",
        "http://courier.example\\@inner.example/", "http://127.0.0.1%2f@courier.example/",
        "http://2130706433/", "http://017700000001/", "http://0x7f000001/", "http://0x7f.1/",
        "http://127.1/", "http://0177.0.0.1/", "http://1.2.3.4.5/", "http://999.1.1.1/",
        "http://１２７.0.0.1/", "http://①②⑦.0.0.1/", "http://[::1", "http://[fe80::1%25eth0]/",
        "http://[::1]x/", "http://cou rier.example/", "http://cou\trier.example/",
        "http://cou%72ier.example/", "http://a..example/", "http://.example/",
        "http://courier.example:22/", "http://courier.example:6379/", "http://courier.example:0/",
        "http://courier.example:70000/", "http://courier.example:80:80/",
        "http://courier.example/" + "a" * LONGEST_URL, "http://" + "a" * 300 + ".example/",
    ],
)  # fmt: skip
def test_urls_that_mean_no_page_are_refused(url: str) -> None:
    with pytest.raises(RefusedError):
        read_target(url)


def test_a_url_has_one_spelling() -> None:
    target = read_target(" HTTPS://Courier.Example.:443/a b?q=ö#part ")
    assert target.url == "https://courier.example/a%20b?q=%C3%B6"
    assert read_target("http://münchen.example").host == "xn--mnchen-3ya.example"
    assert read_target("http://courier.example:8080/x").netloc == "courier.example:8080"
    assert read_target("http://[2606:4700::1111]:8080/").netloc == "[2606:4700::1111]:8080"


def test_ports_of_users_are_opened_with_the_intranet() -> None:
    assert read_target("http://desk.example:9123/", allow_private=True).port == 9123
    with pytest.raises(RefusedError):
        read_target("http://desk.example:25/", allow_private=True)


def test_references_are_joined_where_they_can_be() -> None:
    assert join_url("https://courier.example/a/b", "../c") == "https://courier.example/c"
    assert join_url("https://courier.example/", "http://[") is None
