"""Where a block stands on its page: its neighbours, the prose around it, how far it is from either end."""

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

SHIFTS = (-2, -1, 1, 2)
RADII = (3, 8, 20)
_NEAR, _WIDE = 5, 15
_WIDEST = max(*RADII, _WIDE)
_FAR = 30
PLACES = (
    "prose before, share of the page's",
    "prose after, share of the page's",
    "prose within 5, share of the page's most",
    "prose within 15, share of the page's most",
    "lines from the densest prose (log)",
    "after the densest prose",
    "lines of the page (log)",
    "prose lines of the page (log)",
    "share of the page's lines that are prose",
    "place on the page",
    "lines from the top (log)",
    "lines from the end (log)",
    "lines below a heading of links (log)",
    "heading of links among the lines above, share",
)


def place_matrix(
    own: Matrix, smoothed: Matrix, prose: Matrix, heads: Matrix, room: int = 0
) -> Matrix:
    """Return the features `own` of each block with its neighbours', with means and with its place.

    Means are taken over `smoothed`; `prose` is how much prose each block holds, `heads` which of
    them head a list of links. `room` columns of noughts are left behind them.
    """
    count, width = own.shape
    wide = smoothed.shape[1]
    columns = width + len(SHIFTS) * (width + 1) + len(RADII) * wide + len(PLACES) + room
    rows = np.zeros((count, columns), dtype=np.float32)
    rows[:, :width] = own
    at = width
    for shift in SHIFTS:
        _shifted(own, shift, rows[:, at : at + width + 1])
        at += width + 1
    sums = _running_sums(smoothed, prose)
    for radius in RADII:
        rows[:, at : at + wide] = _means(sums, radius)[:, :-1]
        at += wide
    rows[:, at : at + len(PLACES)] = _places(
        prose, _means(sums, _NEAR)[:, -1], _means(sums, _WIDE)[:, -1], heads
    )
    return rows


def _shifted(own: Matrix, shift: int, place: Matrix) -> None:
    """Write the rows of `own` that stand `shift` rows away to `place`; its last column says where none is."""
    count = len(own)
    place[:, -1] = 1.0
    if count > abs(shift):
        kept = slice(max(0, -shift), count - max(0, shift))
        place[kept, :-1] = own[max(0, shift) : count - max(0, -shift)]
        place[kept, -1] = 0.0


def _running_sums(smoothed: Matrix, prose: Matrix) -> NDArray[np.float64]:
    """Return running sums over the columns, with room beyond both ends for the widest mean."""
    count, wide = smoothed.shape
    sums = np.zeros((count + 2 * _WIDEST + 1, wide + 1))
    within = sums[_WIDEST + 1 : _WIDEST + 1 + count]
    within[:, :wide] = smoothed
    within[:, wide] = prose
    np.cumsum(within, axis=0, out=within)
    sums[_WIDEST + 1 + count :] = within[-1]
    return sums


def _means(sums: NDArray[np.float64], radius: int) -> NDArray[np.float64]:
    """Return for each row the mean of the rows at most `radius` away, outside rows as zeros."""
    count = len(sums) - 2 * _WIDEST - 1
    above = _WIDEST - radius
    below = _WIDEST + radius + 1
    return np.asarray(
        (sums[below : below + count] - sums[above : above + count]) / (2 * radius + 1)
    )


def _places(
    prose: Matrix, near: NDArray[np.float64], wide: NDArray[np.float64], heads: Matrix
) -> Matrix:
    count = len(prose)
    total = max(1.0, float(prose.sum()))
    before = np.cumsum(prose) - prose
    at = np.arange(count)
    densest = int(np.argmax(wide + near))
    last = np.maximum.accumulate(np.where(heads > 0, at, -count))
    places = np.empty((count, len(PLACES)), dtype=np.float32)
    for column, values in enumerate(
        (
            before / total,
            (total - before - prose) / total,
            near / max(1e-6, float(near.max())),
            wide / max(1e-6, float(wide.max())),
            np.log1p(np.abs(at - densest)),
            at > densest,
            np.log1p(count),
            np.log1p(float((prose > 0).sum())),
            float((prose > 0).mean()),
            at / count,
            np.log1p(at),
            np.log1p(count - 1 - at),
            np.log1p(np.minimum(at - last, _FAR)),
            np.cumsum(heads) / max(1.0, float(heads.sum())),
        )
    ):
        places[:, column] = values
    return places
