"""A step of the schema that archives were made by is never changed, only followed by others."""

import hashlib

from variorum.store.schema import STEPS

# One digest a step, in order; a new step adds its own.
RELEASED = ("5fdadcd4909d0e41",)


def test_no_step_was_changed() -> None:
    found = tuple(hashlib.sha256("\n".join(step).encode()).hexdigest()[:16] for step in STEPS)
    assert found == RELEASED
