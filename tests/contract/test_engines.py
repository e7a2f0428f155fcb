"""What every engine owes: the same answer, to the byte; also of a cluster that loses a worker in the middle of a stage.

Spark runs in processes of their own: here in local mode, and as a standalone cluster on the loopback interface.
"""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest
from programs import program

from clausetrack.app.corpus.build import build
from clausetrack.app.settings import Settings
from clausetrack.corpus.engine import ENGINES

SCRIPT = """
import sys, time
from pathlib import Path
from clausetrack.corpus import engine, families, resemblance
from clausetrack.corpus.index import Index
from clausetrack.report.registry import Options, render

name, master, path, held_in = sys.argv[1:]

def held_up(path, least, batches, folder=held_in):
    # In a task: say which worker runs it, and go on once it was killed. The stages before it are done by then.
    worker = next(part for part in Path.cwd().parts if part.startswith("worker-"))
    (Path(folder) / f"runs-on-{worker}").touch()
    while not (Path(folder) / "killed").exists():
        time.sleep(0.05)
    yield from linked(path, least, batches)

index = Index(path)
started = engine.engine(name, index, master or None)
if held_in:
    from clausetrack.corpus import spark_engine
    linked, spark_engine._linked = spark_engine._linked, held_up
sys.stdout.write(render("families", families.families(index, started, 0.5, 1000), "json", Options()))
sys.stdout.write(render("resemblance", resemblance.resemblance(index, started, 0.7, 0.0), "json", Options()))
started.close()
"""
QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""Java options for programs that end soon: half of the time went into compiling what ran a few times."""


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """Build an index of eighty agreements, with one clause that has sixty wordings, more than a window holds."""
    folder = tmp_path_factory.mktemp("engines")
    random_ = random.Random(11)  # noqa: S311 - reproducible, not secret
    words = [f"{start}{end}" for start in ("har", "qua", "lig", "tug", "cra") for end in ("bour", "ys", "hts", "ne")]
    models = [[" ".join(random_.choices(words, k=random_.randint(2, 30))) for _ in range(9)] for _ in range(5)]
    common = " ".join(random_.choices(words, k=60))
    for number in range(80):
        texts = [text if random_.random() < 0.6 else f"{text} {random_.choice(words)}" for text in models[number % 5]]
        texts += [f"{common} {number % 60}", "", "…"]
        body = "\n".join(f"  - {{id: c{place}, kind: provision, text: '{text}'}}" for place, text in enumerate(texts))
        head = f"format: clausetrack/clause-set/1\nagreement: {{id: a{number}, title: Quays}}\n"
        head += "revision: {id: one, basis: primary-text}\nclauses:\n"
        (folder / f"a{number:02}.yaml").write_text(head + body.replace("text: ''", "text: '-'") + "\n")
    made = build([str(folder)], str(folder / "index"), Settings(jobs=1))
    assert made.unreadable == ()
    return folder / "index"


def environment():
    small = {"SPARK_EXECUTOR_MEMORY": "512m", "SPARK_LOCAL_IP": "127.0.0.1", "JAVA_TOOL_OPTIONS": QUICK}
    return os.environ | small | {"PYSPARK_PYTHON": sys.executable}


def started(index, name, master="", held_in=""):
    command = [sys.executable, "-c", SCRIPT, name, master, str(index), str(held_in)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, **pipes, env=environment(), start_new_session=True)


def answer(process):
    try:
        out, err = process.communicate(timeout=300)
    finally:
        _end(process)
    assert process.returncode == 0, err.decode()[-3000:]
    return out.decode()


@pytest.fixture(scope="module")
def expected(index):
    """Give the answer of the embedded engine."""
    return answer(started(index, "duckdb"))


def test_every_engine_is_a_module_that_starts():
    for module in ENGINES.values():
        assert callable(import_module(module).start)


def test_the_answer_has_what_is_to_be_compared(expected):
    assert re.search(r'"capped_buckets": [1-9]', expected)
    assert '"families": []' not in expected
    assert '"merges": []' not in expected


def test_spark_in_local_mode_gives_the_same_answer(index, expected):
    program("java")
    assert answer(started(index, "spark", "local[2]")) == expected


def test_a_cluster_that_loses_a_worker_in_the_middle_of_a_stage_gives_the_same_answer(index, expected, tmp_path):
    program("java")
    cluster = Cluster(tmp_path)
    try:
        process = started(index, "spark", cluster.start(), tmp_path)
        cluster.groups["driver"] = process
        wait(lambda: list(tmp_path.glob("runs-on-*")), process)
        running = next(tmp_path.glob("runs-on-*")).name.removeprefix("runs-on-")
        cluster.kill(running)
        (tmp_path / "killed").touch()
        assert answer(process) == expected
    finally:
        cluster.stop()


class Cluster:
    """A master and two workers on 127.0.0.1, each in a process group of its own, on ports that the system gives."""

    def __init__(self, folder):
        self.folder = folder
        self.groups = {}

    def start(self):
        """Start all, and give the master's address."""
        self._run("master", "Master", "--port", "0")
        url = self._said("master", r"Starting Spark master at (spark://\S+)")
        workers = ("worker-1", "worker-2")
        for name in workers:
            rest = ("--cores", "1", "--memory", "512m", "--port", "0", "--work-dir", str(self.folder / name), url)
            self._run(name, "Worker", *rest)
        for name in workers:
            self._said(name, r"(Successfully registered with master)")
        return url

    def _run(self, name, kind, *arguments):
        home = Path(import_module("pyspark").__file__).parent
        command = [home / "bin" / "spark-class", f"org.apache.spark.deploy.{kind.lower()}.{kind}"]
        command += ["--host", "127.0.0.1", "--webui-port", "0", *arguments]
        configured = environment() | {"SPARK_DAEMON_MEMORY": "256m", "SPARK_HOME": str(home)}
        configured["SPARK_DAEMON_JAVA_OPTS"] = f"-Dlog4j2.configurationFile={_log_settings(self.folder)}"
        with self._log(name).open("wb") as log:
            self.groups[name] = subprocess.Popen(
                command, stdout=log, stderr=log, env=configured, start_new_session=True
            )

    def _said(self, name, words):
        """Wait until a process has said something, and give the part that is wanted."""
        log = self._log(name)
        wait(lambda: re.search(words, log.read_text(errors="replace")), self.groups[name])
        return re.search(words, log.read_text(errors="replace"))[1]

    def _log(self, name):
        return self.folder / f"{name}.log"

    def kill(self, name):
        """Kill a worker with all that it runs."""
        _end(self.groups.pop(name))

    def stop(self):
        """Kill all that is left."""
        for name in [*self.groups]:
            self.kill(name)


def _end(process):
    """End a process that was started here, and all that it started: they are one group, which has its number."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _log_settings(folder):
    path = folder / "log4j2.properties"
    path.write_text(
        "rootLogger.level=info\nrootLogger.appenderRef.out.ref=out\n"
        "appender.out.type=Console\nappender.out.name=out\nappender.out.target=SYSTEM_ERR\n"
        "appender.out.layout.type=PatternLayout\nappender.out.layout.pattern=%m%n\n"
    )
    return path


def wait(holds, process, seconds=180):
    """Wait until something holds; fail where the process ends before, or it takes too long."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it takes too long"
        assert process.poll() is None, process.stderr.read().decode()[-3000:] if process.stderr else "it has ended"
        time.sleep(0.1)
