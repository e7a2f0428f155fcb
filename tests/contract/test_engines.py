"""What every engine owes: the same answer, to the byte; also of a cluster that loses a worker on the way.

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

from clausetrack.app.corpus_build import build
from clausetrack.app.settings import Settings
from clausetrack.corpus.engine import ENGINES

SCRIPT = """
import sys
from pathlib import Path
from clausetrack.corpus import engine, families, resemblance
from clausetrack.corpus.index import Index
from clausetrack.report.registry import Options, render

name, master, path, ready = sys.argv[1:]
index = Index(path)
started = engine.engine(name, index, master or None)
if ready:
    started.query("SELECT COUNT(*) AS n FROM small", {"small": __import__("pyarrow").table({"n": [1]})})
    Path(ready).touch()
sys.stdout.write(render("families", families.families(index, started, 0.5, 1000), "json", Options()))
if not ready:
    sys.stdout.write(render("resemblance", resemblance.resemblance(index, started, 0.7, 0.0), "json", Options()))
started.close()
"""


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
    small = {"SPARK_EXECUTOR_MEMORY": "512m", "SPARK_LOCAL_IP": "127.0.0.1"}
    return os.environ | small | {"PYSPARK_PYTHON": sys.executable}


def started(index, name, master="", ready=""):
    command = [sys.executable, "-c", SCRIPT, name, master, str(index), str(ready)]
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


def test_a_cluster_that_loses_a_worker_gives_the_same_answer(index, expected, tmp_path):
    program("java")
    with_cluster = Cluster(tmp_path)
    try:
        url = with_cluster.start()
        ready = tmp_path / "ready"
        process = started(index, "spark", url, ready)
        with_cluster.groups.insert(0, process)
        wait(ready.exists, process)
        with_cluster.kill_worker()
        found = answer(process)
        assert found == expected[: len(found)]
        assert '"families": [' in found
    finally:
        with_cluster.stop()


class Cluster:
    """A master and two workers on 127.0.0.1, each in a process group of its own, on ports that the system gives."""

    def __init__(self, folder):
        self.folder = folder
        self.groups = []

    def start(self):
        """Start all, and give the master's address."""
        url = self._run("master", "Master", r"Starting Spark master at (spark://\S+)", "--port", "0")
        for name in ("worker-1", "worker-2"):
            rest = ("--cores", "1", "--memory", "512m", "--port", "0", "--work-dir", str(self.folder / name), url)
            self._run(name, "Worker", r"(Successfully registered with master)", *rest)
        return url

    def _run(self, name, kind, said, *arguments):
        log = self.folder / f"{name}.log"
        home = Path(import_module("pyspark").__file__).parent
        command = [home / "bin" / "spark-class", f"org.apache.spark.deploy.{kind.lower()}.{kind}"]
        command += ["--host", "127.0.0.1", "--webui-port", "0", *arguments]
        configured = environment() | {"SPARK_DAEMON_MEMORY": "256m", "SPARK_HOME": str(home)}
        configured["SPARK_DAEMON_JAVA_OPTS"] = f"-Dlog4j2.configurationFile={_log_settings(self.folder)}"
        with log.open("wb") as stream:
            process = subprocess.Popen(command, stdout=stream, stderr=stream, env=configured, start_new_session=True)
        self.groups.append(process)
        wait(lambda: re.search(said, log.read_text(errors="replace")), process)
        return re.search(said, log.read_text(errors="replace"))[1]

    def kill_worker(self):
        """Kill the last worker with all that it runs."""
        _end(self.groups.pop())

    def stop(self):
        while self.groups:
            _end(self.groups.pop())


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


def wait(holds, process, seconds=90):
    """Wait until something holds; fail where the process ends before, or it takes too long."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it takes too long"
        assert process.poll() is None, process.stderr.read().decode()[-3000:] if process.stderr else "it has ended"
        time.sleep(0.1)
