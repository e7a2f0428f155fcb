"""Builds beside each other and after each other: one at a time, and nothing is left when one is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from agreements_many import many, write_lines

from clausetrack.app.corpus.build import build
from clausetrack.app.corpus.questions import contents_of
from clausetrack.app.corpus.workers import workers
from clausetrack.app.settings import Settings
from clausetrack.corpus import lock
from clausetrack.errors import InputError

ONE = Settings(jobs=1)
SLOW = """
import sys, time
import clausetrack.app.corpus.drafting as drafting
from clausetrack.app.corpus.build import build
from clausetrack.app.settings import Settings

def slowly(piece, settings, draft=drafting.draft_piece):
    time.sleep(0.1)
    return draft(piece, settings)

drafting.draft_piece, drafting._BATCH_DOCUMENTS = slowly, 3
build([sys.argv[1]], sys.argv[2], Settings(jobs=2))
"""

posix = pytest.mark.skipif(os.name != "posix", reason="needs signals, and the list of processes that Linux has")


def started(path, index):
    """Start a slow build, and wait until its first part counts."""
    process = subprocess.Popen([sys.executable, "-c", SLOW, path, str(index)], stderr=subprocess.PIPE)
    while not list((index / "parts").glob("*.json")):
        assert process.poll() is None, process.stderr.read()
        time.sleep(0.01)
    return process


@pytest.fixture
def running(tmp_path):
    path, index = write_lines(tmp_path / "a.jsonl", many(300)), tmp_path / "index"
    process = started(path, index)
    yield process, path, index
    process.kill()
    process.wait()
    process.stderr.close()


def test_a_second_build_is_refused_and_the_first_goes_on(running):
    process, path, index = running
    with pytest.raises(InputError, match=rf"another build \(pid {process.pid}\) is writing this index") as caught:
        build([path], str(index), ONE)
    assert caught.value.file == str(index)
    assert process.poll() is None


def test_questions_are_answered_while_a_build_writes(tmp_path):
    index = tmp_path / "index"
    build([write_lines(tmp_path / "first.jsonl", many(3))], str(index), ONE)
    for part in (index / "parts").glob("*.json"):
        part.rename(part.with_name("000000-first.json"))  # so that `started` waits for the next one
    with lock.exclusive(index):
        assert contents_of(str(index)).documents == 3


@posix
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_the_lock_and_the_workers_end_with_their_build(running, how):
    process, path, index = running
    tasks = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not tasks.exists():
        pytest.skip("this system does not list the children of a process")
    children = tasks.read_text().split()
    assert children
    process.send_signal(how)
    process.communicate(timeout=20)  # which waits until nobody has its standard error any more
    until = time.monotonic() + 10
    while any(map(is_there, children)) and time.monotonic() < until:
        time.sleep(0.01)
    assert not [child for child in children if is_there(child)]
    made = build([path], str(index), ONE)
    assert made.kept
    assert made.added + made.kept == contents_of(str(index)).documents == 300


def is_there(process):
    """Say whether a process is there, and not only what nobody has asked the end of."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def divide_beside_a_sleeper():
    with workers(1) as pool:
        pool.submit(int).result()
        pool.submit(time.sleep, 60)
        return 1 / 0


def test_an_error_gives_up_what_workers_still_do():
    start = time.monotonic()
    with pytest.raises(ZeroDivisionError):
        divide_beside_a_sleeper()
    assert time.monotonic() - start < 30


def test_a_lock_whose_owner_is_gone_is_taken(tmp_path):
    (tmp_path / "lock").write_text("999999999")
    with lock.exclusive(tmp_path):
        assert (tmp_path / "lock").read_text() == str(os.getpid())
    with lock.exclusive(tmp_path):
        pass


def test_a_part_that_another_build_left_is_not_taken_for_ones_own(tmp_path):
    """What a worker that outlived its build writes has a name that no other build uses, and does not count."""
    index = tmp_path / "index"
    build([write_lines(tmp_path / "a.jsonl", many(2))], str(index), ONE)
    (index / "parts" / "000002-0rphan00.clauses.parquet").write_bytes(b"half")
    assert build([write_lines(tmp_path / "b.jsonl", many(3, seed=2))], str(index), ONE).added == 3
    assert not list((index / "parts").glob("*0rphan00*"))
    marks = {path.name.split("-")[1][:8] for path in (index / "parts").iterdir()}
    assert len(marks) == 2
