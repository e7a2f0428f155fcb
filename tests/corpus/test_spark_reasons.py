"""What users are told where Spark does not do as asked: its own reason, in one line."""

from __future__ import annotations

import pytest

from clausetrack.corpus.spark_engine import _failed
from clausetrack.errors import InputError, MissingExtraError

_TRACE = """WARNING: Using incubator modules: jdk.incubator.vector
26/11/24 14:40:01 WARN Utils: Set SPARK_LOCAL_IP if you need to bind to another address
Exception in thread "main" org.apache.spark.SparkException: Master must either be yarn or start with spark or local
\tat org.apache.spark.deploy.SparkSubmit.error(SparkSubmit.scala:1068)
[JAVA_GATEWAY_EXITED] Java gateway process exited before sending its port number.
"""
_CALLED = """
An error occurred while calling None.org.apache.spark.api.java.JavaSparkContext.
: org.apache.spark.SparkException: Could not parse Master URL: 'local[x]'
\tat org.apache.spark.SparkContext$.createTaskScheduler(SparkContext.scala:3401)
"""
_CAUSED = """
org.apache.spark.SparkException: Exception thrown in awaitResult:
\tat org.apache.spark.util.SparkThreadUtils$.awaitResult(SparkThreadUtils.scala:53)
Caused by: java.io.IOException: Failed to connect to nosuchhost.invalid/<unresolved>:7077
\tat org.apache.spark.network.client.TransportClientFactory.createClient(TransportClientFactory.java:294)
Caused by: java.net.UnknownHostException: nosuchhost.invalid
\tat java.base/java.net.InetAddress.getAllByName0(InetAddress.java:1523)
"""
_NO_JAVA = """/usr/bin/spark-class: line 71: /nowhere/bin/java: No such file or directory
[JAVA_GATEWAY_EXITED] Java gateway process exited before sending its port number.
"""
_OLD_JAVA = """Error: LinkageError occurred while loading main class org.apache.spark.launcher.Main
\tjava.lang.UnsupportedClassVersionError: org/apache/spark/launcher/Main has been compiled by a more recent version
[JAVA_GATEWAY_EXITED] Java gateway process exited before sending its port number.
"""


@pytest.mark.parametrize(
    ("said", "what"),
    [
        (_TRACE, "Spark failed: Master must either be yarn or start with spark or local"),
        (_CALLED, "Spark failed: Could not parse Master URL: 'local[x]'"),
        (_CAUSED, "Spark failed: UnknownHostException: nosuchhost.invalid"),
    ],
)
def test_the_reason_is_the_one_that_spark_gives(said, what):
    error = _failed(said, "lokal")
    assert isinstance(error, InputError)
    assert (error.what, error.file) == (what, "lokal")


@pytest.mark.parametrize("said", [_NO_JAVA, _OLD_JAVA])
def test_java_is_said_to_be_missing_only_where_it_is(said):
    error = _failed(said, None)
    assert isinstance(error, MissingExtraError)
    assert error.what == "Spark needs Java 17"
