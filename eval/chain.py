"""The chain of states as a conditional random field: likelihood of gold paths and its slopes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Paths = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Slopes:
    """Slopes of the negative log likelihood of a batch, with respect to each kind of score."""

    local: Array
    start: Array
    steps: Array
    stop: Array


def chain_slopes(
    local: Array, mask: NDArray[np.bool_], gold: Paths, start: Array, steps: Array, stop: Array
) -> Slopes:
    """Return the slopes for pages padded to one length: `local` is (pages, blocks, states).

    Lafferty, McCallum, Pereira: Conditional Random Fields (2001); sums by forward and backward.
    """
    pages, length, states = local.shape
    ahead = np.zeros_like(local)
    ahead[:, 0] = start + local[:, 0]
    for at in range(1, length):
        reached = _logsum(ahead[:, at - 1, :, None] + steps, 1) + local[:, at]
        ahead[:, at] = np.where(mask[:, at, None], reached, ahead[:, at - 1])
    total = _logsum(ahead[:, -1] + stop, 1)
    behind = np.zeros_like(local)
    behind[:, -1] = stop
    pairs = np.zeros((states, states))
    for at in range(length - 1, 0, -1):
        joint = ahead[:, at - 1, :, None] + steps + (local[:, at] + behind[:, at])[:, None, :]
        live = mask[:, at]
        pairs += np.exp(joint[live] - total[live, None, None]).sum(axis=0)
        behind[:, at - 1] = np.where(
            live[:, None],
            _logsum(steps + (local[:, at] + behind[:, at])[:, None, :], 2),
            behind[:, at],
        )
    posterior = np.exp(ahead + behind - total[:, None, None]) * mask[:, :, None]
    first = posterior[:, 0].sum(axis=0)
    ends = mask.sum(axis=1) - 1
    last = posterior[np.arange(pages), ends].sum(axis=0)
    one = np.eye(states)
    wanted = one[gold] * mask[:, :, None]
    np.subtract.at(pairs, (gold[:, :-1][mask[:, 1:]], gold[:, 1:][mask[:, 1:]]), 1)
    return Slopes(
        posterior - wanted,
        first - one[gold[:, 0]].sum(axis=0),
        pairs,
        last - one[gold[np.arange(pages), ends]].sum(axis=0),
    )


def _logsum(values: Array, axis: int) -> Array:
    most = values.max(axis=axis, keepdims=True)
    return np.asarray(np.log(np.exp(values - most).sum(axis=axis)) + most.squeeze(axis))
