"""Measure the whole desk, or one part of it by name; print figures as a table and as JSON."""

from __future__ import annotations

import argparse
import sys

import django

django.setup()

from benchmarks import board, databases, imports, matching, origins, queue, search  # noqa: E402
from benchmarks.desk import whole  # noqa: E402
from benchmarks.figures import as_json, as_table  # noqa: E402

# Each module has WHAT, DATA, add_options(parser), size(options), build(size) and measure(size).
BENCHES = {
    "board": board,
    "imports": imports,
    "matching": matching,
    "origins": origins,
    "queue": queue,
    "search": search,
}


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in BENCHES:
        return whole.run(arguments, parts=", ".join(BENCHES))
    options = parser().parse_args(arguments)
    bench = BENCHES[options.bench]
    size = bench.size(options)
    databases.use(bench.DATA, size, build=bench.build, afresh=options.afresh)
    report = bench.measure(size)
    sys.stdout.write(f"{as_table(report)}\n\n{as_json(report)}\n")
    return 0


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="./desk bench", description=__doc__)
    benches = top.add_subparsers(dest="bench", metavar="bench", required=True)
    for name, module in BENCHES.items():
        bench = benches.add_parser(name, help=module.WHAT)
        bench.add_argument("--afresh", action="store_true", help="build the data again")
        module.add_options(bench)
    return top


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
