#!/usr/bin/env python3
"""Runs the black-box tests: run.py [--binary FILE] [--project FOLDER] [unittest arguments...]

Without the options the environment's METODAKTIV_BIN and METODAKTIV_PROJECT count.
"""

import argparse
import os
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", default=os.environ.get("METODAKTIV_BIN"))
    parser.add_argument("--project", default=os.environ.get("METODAKTIV_PROJECT", HERE.parent.parent))
    options, rest = parser.parse_known_args()
    if not options.binary:
        parser.error("--binary or METODAKTIV_BIN is needed")
    os.environ["METODAKTIV_BIN"] = str(Path(options.binary).resolve())
    os.environ["METODAKTIV_PROJECT"] = str(Path(options.project).resolve())
    sys.path.insert(0, str(HERE))
    if any(not argument.startswith("-") for argument in rest):
        unittest.main(module=None, argv=["run.py", *rest])
    unittest.main(module=None, argv=["run.py", "discover", "-s", str(HERE), "-p", "*_test.py", *rest])


if __name__ == "__main__":
    main()
