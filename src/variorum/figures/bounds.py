"""Which values a figure as worded allows, so that "more than 2,000" and "2,500" do not conflict."""

from dataclasses import dataclass

from ..model import Figure
from .hedges import bound_of

# "More than 2,000" is not said of 9,000: a one-sided hedge is taken to hold up to twice its number
# (or down to half of it). A definition, not a measurement.
_ONE_SIDED = 2.0
# "Some 2,500" and "nearly 2,500" are said of what lies within a tenth (a definition as well).
_ABOUT = 0.1
# From here on a number is written with as many digits as are meant: "2,500" may stand for 2,483.
_LEAST_ROUNDED = 1000
_HALF = 0.499


@dataclass(frozen=True, slots=True)
class Bounds:
    """The lowest and the highest value that a wording allows."""

    low: float
    high: float

    def meet(self, other: "Bounds") -> bool:
        """Return whether some value fits both."""
        return self.low <= other.high and other.low <= self.high


def bounds_of(figure: Figure) -> Bounds | None:
    """Return the values that a figure allows; `None` for dates and for figures without a number."""
    if figure.kind == "date" or figure.value is None or isinstance(figure.value, str):
        return None
    value = float(figure.value)
    if figure.upper is not None:
        return Bounds(value, float(figure.upper))
    slack = _rounding(value) if value >= _LEAST_ROUNDED or figure.kind == "money" else 0.0
    bound = bound_of(figure.hedge)
    if bound == "least":
        return Bounds(value, value * _ONE_SIDED)
    if bound == "most":
        return Bounds(value / _ONE_SIDED, value)
    if bound == "nearly":
        return Bounds(value * (1 - _ABOUT), value)
    if bound == "about":
        return Bounds(value * (1 - _ABOUT), value * (1 + _ABOUT))
    return Bounds(value - slack, value + slack)


def _rounding(value: float) -> float:
    """Return just under half a unit of the last digit that is not nought: 5 and 6 do not touch."""
    if value != int(value):
        return _HALF * 10.0 ** -len(f"{value:.10g}".partition(".")[2])
    digits = str(int(value))
    return _HALF * 10.0 ** (len(digits) - len(digits.rstrip("0"))) if value else 0.0
