"""Run all benchmarks: ``python -m benchmarks``; each says so where the data that it needs is missing."""

from __future__ import annotations

import subprocess
import sys
from typing import Final

_ALL: Final = (
    "alignment",
    "force",
    "changes",
    "seed_evidence",
    "moves",
    "documents",
    "merge",
    "html_report",
    "docx_redline",
    "documents_pdf",
    "corpus",
    "log",
    "compare",
    "speed",
)


def main() -> int:
    """Run one after the other, each as a process of its own; the first failure is the status."""
    status = 0
    for name in _ALL:
        print(f"\n== {name}", flush=True)
        done = subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False)
        status = status or done.returncode
    return status


if __name__ == "__main__":
    sys.exit(main())
