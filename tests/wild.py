"""Generated YAML as people write it: every style of scalar and collection, comments wherever they may stand."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

PLAIN: list[tuple[str, Any]] = [
    ("NO", "NO"), ("no", "no"), ("on", "on"), ("yes", "yes"), ("y", "y"), ("~", None), ("null", None), ("Null", None),
    ("NULL", None), ("nULL", "nULL"), ("true", True), ("False", False), ("tRUE", "tRUE"), ("0o17", 15), ("0o18",
    "0o18"),
    ("017", 17), ("0x1F", 31), ("-0x1F", "-0x1F"), ("1_000", "1_000"), ("12:30:00", "12:30:00"), ("1e3", 1000.0),
    ("1.", 1.0),
    (".5", 0.5), ("-.5e-3", -0.0005), ("+12", 12), ("-0", 0), ("1e", "1e"), (".inf", float("inf")), ("-.Inf",
    float("-inf")),
    ("+.INF", float("inf")), (".e3", ".e3"), (".", "."), ("2024-11-01", "2024-11-01"), ("0b11", "0b11"), ("<<", "<<"),
    ("=", "="), ("1,000", "1,000"), ("a#b", "a#b"), ("a:b", "a:b"), ("-a", "-a"), ("http://x.example/#y",
    "http://x.example/#y"),
    ("a  b", "a  b"), ("it's", "it's"), ('say "so"', 'say "so"'), ("日本", "日本"),
    ("🤝", "🤝"), ("é\u00a0è", "é\u00a0è"),
    ("\u200eשלום", "\u200eשלום"), ("a\\b", "a\\b"), ("x-y", "x-y"), ("1.2.3", "1.2.3"), ("+", "+"), ("nan", "nan"),
    ("0x", "0x"),
]  # fmt: skip
WORDS = [
    "the",
    "parties",
    "shall",
    "co-operate",
    "1",
    "#no-comment",
    "é",
    "日本",
    "🤝",
    "a:b",
    '"q"',
    "it's",
    "-",
    "\\n",
]
KEYS = [
    "agreement", "revision", "clauses", "sources", "actors", "events", "id", "text", "note", "relations", "evidence",
    "held",
    "dates", "deadline", "date", "domains", "title", "x-a", "x-b", "a b", "é", "日本", "NO", "on", "12:30", "1_000",
    "k", "a#b",
]  # fmt: skip


@dataclass
class Wild:
    """A document, the data that it means, and the comments in it."""

    text: str = ""
    data: Any = None
    comments: list[str] = field(default_factory=list)


class _Author:
    def __init__(self, draw: Any, comments: list[str] | None) -> None:
        self.draw = draw
        self.comments = comments
        self.left = 30  # scalars, so that documents stay small
        self.keeps = False  # blank lines below a scalar that keeps them would be part of it

    def chance(self, of: int) -> bool:
        return bool(self.draw(st.integers(0, of - 1)) == 0)

    def choose(self, options: list[Any]) -> Any:
        return self.draw(st.sampled_from(options))

    def note(self) -> str:
        assert self.comments is not None
        self.comments.append(f"#c{len(self.comments)}: [x] 'y'.")
        return self.comments[-1]

    def trailing(self) -> str:
        return f"{self.choose([' ', '   '])}{self.note()}" if self.comments is not None and self.chance(4) else ""

    def own_lines(self, indent: int) -> list[str]:
        if self.chance(8) and not self.keeps:
            return [""]
        if self.comments is None or not self.chance(6):
            return []
        return [" " * self.draw(st.integers(0, indent)) + self.note()]

    def words(self) -> list[str]:
        return list(self.draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12)))

    def quoted(self, text: str) -> str:
        if self.chance(2) and "\n" not in text:
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=self.chance(2) and text.isascii())

    def scalar(self, *, flow: bool) -> tuple[str, Any]:
        self.left -= 1
        if self.chance(3):
            text = " ".join(self.words())
            return self.quoted(text), text
        source, value = self.choose(PLAIN)
        if (flow and any(mark in source for mark in ",:#")) or self.chance(4):
            return self.quoted(source), source
        return source, value

    def block_scalar(self, indent: int) -> tuple[list[str], str]:
        self.left -= 1
        style, chomping = self.choose(["|", ">"]), self.choose(["", "-", "+"])
        lines = [" ".join(self.words()) for _ in range(self.draw(st.integers(1, 3)))]
        if lines[0][0] == "#":
            lines[0] = "x" + lines[0]
        tail = self.draw(st.integers(0, 2))
        self.keeps |= chomping == "+"
        breaks = {"": 1, "-": 0, "+": 1 + tail}[chomping]
        joined = ("\n" if style == "|" else " ").join(lines)
        space = " " * (indent + self.draw(st.integers(1, 4)))
        head = style + chomping + self.trailing()
        return [head, *(space + line for line in lines), *([""] * tail)], joined + "\n" * breaks

    def flow(self, depth: int, indent: int) -> tuple[str, Any]:
        if depth == 0 or self.left <= 0 or self.chance(2):
            return self.scalar(flow=True)
        gap = "\n" + " " * (indent + 2) if self.chance(4) else self.choose(["", " "])
        parts, data = [], []
        for _ in range(self.draw(st.integers(0, 3))):
            source, value = self.flow(depth - 1, indent)
            after = ""
            if self.comments is not None and self.chance(6):
                after = f" {self.note()}\n" + " " * (indent + 1)
            parts.append((source, after))
            data.append(value)
        if self.chance(2):
            return "[" + gap + ("," + (gap or " ")).join(
                f"{source}{after}" for source, after in parts
            ) + gap + "]", data
        keys = self.keys(len(parts))
        inner = [
            f"{self.key(key, flow=True)}: {source}{after}" for key, (source, after) in zip(keys, parts, strict=True)
        ]
        return "{" + gap + ("," + (gap or " ")).join(inner) + gap + "}", dict(zip(keys, data, strict=True))

    def keys(self, count: int) -> list[str]:
        return list(self.draw(st.lists(st.sampled_from(KEYS), min_size=count, max_size=count, unique=True)))

    def key(self, key: str, *, flow: bool) -> str:
        return self.quoted(key) if self.chance(4) or (flow and any(mark in key for mark in ":#")) else key

    def after_colon(self, indent: int, depth: int, *, item: bool) -> tuple[list[str], Any]:
        """Give the lines that follow a colon or dash, the first one to be joined to it."""
        kind = self.draw(st.integers(0, 5))
        if kind == 0 and not item:
            return [self.trailing()], None
        if kind == 1:
            lines, value = self.block_scalar(indent)
            return [" " + lines[0], *lines[1:]], value
        if kind == 2:
            source, value = self.flow(2, indent)
            return (f" {source}{self.trailing()}").split("\n"), value
        if kind > 2 and depth and self.left > 0:
            deeper = indent + self.choose([1, 2, 4])
            if self.chance(2):
                lines, data = self.mapping(deeper, depth - 1)
            else:
                # A list may stand at the indent of its key.
                lines, data = self.sequence(indent if not item and self.chance(3) else deeper, depth - 1)
            return [self.trailing(), *lines], data
        source, value = self.scalar(flow=False)
        return [f" {source}{self.trailing()}"], value

    def mapping(self, indent: int, depth: int) -> tuple[list[str], dict[str, Any]]:
        lines: list[str] = []
        data: dict[str, Any] = {}
        for key in self.keys(self.draw(st.integers(1, 4))):
            lines += self.own_lines(indent)
            first, data[key] = self.after_colon(indent, depth, item=False)
            lines += [f"{' ' * indent}{self.key(key, flow=False)}:{first[0]}", *first[1:]]
        return lines, data

    def sequence(self, indent: int, depth: int) -> tuple[list[str], list[Any]]:
        lines: list[str] = []
        data: list[Any] = []
        for _ in range(self.draw(st.integers(1, 3))):
            lines += self.own_lines(indent)
            if depth and self.left > 0 and self.chance(2):
                inner, value = self.mapping(indent + 2, depth - 1)
                if inner[0][: indent + 2].strip() or not inner[0].strip() or inner[0].lstrip()[0] == "#":
                    lines += [f"{' ' * indent}-", *inner]
                else:
                    lines += [f"{' ' * indent}- {inner[0][indent + 2 :]}", *inner[1:]]
            else:
                first, value = self.after_colon(indent, depth, item=True)
                lines += [f"{' ' * indent}-{first[0]}", *first[1:]]
            data.append(value)
        return lines, data


@st.composite
def documents(draw: Any, *, commented: bool = True) -> Wild:
    """Give a document whose root is a mapping."""
    found = Wild()
    author = _Author(draw, found.comments if commented else None)
    lines, found.data = author.mapping(0, 4)
    start = [*author.own_lines(0), *(["---"] if author.chance(6) else []), *author.own_lines(0)]
    end = [*author.own_lines(0), *(["..."] if author.chance(8) else []), *author.own_lines(0)]
    line_end = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    found.text = line_end.join([*start, *lines, *end, ""])
    return found
