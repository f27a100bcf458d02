"""./run bench [NAME…]: speed against named rivals, as ratios taken in one run on the same pages."""

import importlib
import sys

from eval.labelled import DataAbsentError

BENCHMARKS = ("recovery", "accounts")


def main(arguments: list[str]) -> int:
    """Run the named benchmarks, or all; those whose pages are absent are skipped, saying so."""
    for name in arguments or list(BENCHMARKS):
        module = importlib.import_module(f"bench.{name}")
        print(name)
        try:
            for line in module.run():
                print(f"  {line}", flush=True)
        except DataAbsentError as absent:
            print(f"  skipped: {absent}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
