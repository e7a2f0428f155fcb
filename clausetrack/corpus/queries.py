"""The questions that engines answer in SQL: one text for all of them, in what DuckDB and Spark SQL have in common.

`placed` has a row for every clause with words (document, text), `families` one for every text (text, family). No hash
is computed here, and no list is looked into: engines differ in both.
"""

from __future__ import annotations

from typing import Final

BUCKETS: Final = """
SELECT COALESCE(SUM(CASE WHEN texts > 21 THEN 1 ELSE 0 END), 0) AS capped, COALESCE(MAX(texts), 0) AS largest
FROM (SELECT bucket, COUNT(*) AS texts FROM buckets GROUP BY bucket)
"""
"""How many buckets hold more texts than a text and its window, and how many the largest holds."""

HELD: Final = """
SELECT f.family AS family, p.document AS document, COUNT(*) AS clauses
FROM placed p JOIN families f ON p.text = f.text
GROUP BY f.family, p.document
"""
"""How many clauses of each family each document has."""

FAMILIES: Final = """
SELECT family, SUM(clauses) AS clauses, COUNT(*) AS documents FROM held GROUP BY family
"""

RESEMBLANCE: Final = """
WITH spread AS (SELECT family, COUNT(*) AS documents FROM held GROUP BY family),
few AS (
  SELECT h.family, h.document, h.clauses FROM held h JOIN spread s ON h.family = s.family
  CROSS JOIN asked q WHERE s.documents BETWEEN 2 AND q.cap
),
many AS (
  SELECT h.family, h.document, h.clauses FROM held h JOIN spread s ON h.family = s.family
  CROSS JOIN asked q WHERE s.documents > q.cap
),
met AS (
  SELECT a.document AS one, b.document AS other, SUM(LEAST(a.clauses, b.clauses)) AS shared
  FROM few a JOIN few b ON a.family = b.family AND a.document < b.document
  GROUP BY a.document, b.document
),
more AS (
  SELECT m.one, m.other, SUM(LEAST(a.clauses, b.clauses)) AS shared
  FROM met m JOIN many a ON a.document = m.one JOIN many b ON b.document = m.other AND b.family = a.family
  GROUP BY m.one, m.other
),
total AS (
  SELECT m.one, m.other, CAST(m.shared + COALESCE(o.shared, 0) AS INTEGER) AS shared
  FROM met m LEFT JOIN more o ON m.one = o.one AND m.other = o.other
),
sizes AS (SELECT document, CAST(SUM(clauses) AS BIGINT) AS clauses FROM held GROUP BY document),
found AS (
  SELECT t.one, t.other, t.shared, CAST(t.shared AS DOUBLE) / (a.clauses + b.clauses - t.shared) AS similarity
  FROM total t JOIN sizes a ON a.document = t.one JOIN sizes b ON b.document = t.other
)
SELECT f.one, f.other, f.shared, f.similarity FROM found f CROSS JOIN asked q WHERE f.similarity >= q.lowest
ORDER BY f.one, f.other
"""
"""The pairs of documents that share a family which is in ``cap`` documents at most, and all that these pairs share.

`asked` has one row: the lowest similarity that is wanted, and the cap."""
