"""Collecting is put off for a while, and on again behind it, whatever happens there."""

import gc

import pytest

from variorum.reuse import collection_put_off


def test_collecting_is_put_off_and_on_again() -> None:
    with collection_put_off(), collection_put_off():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_does_not_leave_it_off() -> None:
    with pytest.raises(KeyError), collection_put_off():
        raise KeyError
    assert gc.isenabled()
