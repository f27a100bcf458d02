"""./run bench [NAME…] [--size N]: speed against named rivals, as ratios taken in one run."""

import argparse
import importlib
import sys

from eval.labelled import DataAbsentError

BENCHMARKS = ("recovery", "accounts", "quotations", "figures", "stories", "archive")


def main(arguments: list[str]) -> int:
    """Run the named benchmarks, or all; those whose pages are absent are skipped, saying so."""
    parser = argparse.ArgumentParser(prog="./run bench")
    parser.add_argument("name", nargs="*", default=BENCHMARKS, help=", ".join(BENCHMARKS))
    parser.add_argument("--size", type=int, help="articles at the most (accounts, archive)")
    asked = parser.parse_args(arguments)
    for name in asked.name:
        module = importlib.import_module(f"bench.{name}")
        print(name)
        sized = name in {"accounts", "archive"} and asked.size is not None
        try:
            for line in module.run(asked.size) if sized else module.run():
                print(f"  {line}", flush=True)
        except DataAbsentError as absent:
            print(f"  skipped: {absent}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
