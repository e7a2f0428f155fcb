"""Whole processes measured: CPU time (user and system) and peak memory, as the operating system accounts for them."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """Median CPU seconds of several runs, and the largest peak of memory in MiB."""

    cpu: float
    memory: float
    status: int

    def __str__(self) -> str:
        """Give both figures with their units."""
        return f"{self.cpu * 1000:8.0f} ms {self.memory:6.0f} MiB"


def measure(command: Sequence[str], runs: int = 5, cwd: str | None = None) -> Measured:
    """Run a command several times after a warm-up, and give the median of its CPU time."""
    figures = [_once(command, cwd) for _ in range(runs + 1)][1:]
    return Measured(
        statistics.median(cpu for cpu, _, _ in figures), max(memory for _, memory, _ in figures), figures[-1][2]
    )


def _once(command: Sequence[str], cwd: str | None) -> tuple[float, float, int]:
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode


def program(name: str) -> str:
    """Give the path of a program in the virtual environment that runs this."""
    return os.path.join(os.path.dirname(sys.executable), name)  # noqa: PTH118, PTH120 - a link must not be resolved
