"""Every refusal of the loader, with its line and column, and what is near it and allowed."""

from __future__ import annotations

import gc
import sys
import time

import pytest
import yaml12

from clausetrack.clauseset.comments import scan
from clausetrack.clauseset.load import loads
from clausetrack.clauseset.syntax import MAX_DEPTH, MAX_FAULTS, MAX_KEY, Tree, line_starts, parse
from clausetrack.errors import InputError, InvalidFileError
from clausetrack.files import decode

HEAD = (
    "format: clausetrack/clause-set/1\nagreement: {id: pact, title: Pact}\nrevision: {id: one, basis: primary-text}\n"
)


def faults(text: str) -> list[str]:
    with pytest.raises(InvalidFileError) as caught:
        parse(text, "x")
    return [f"{fault.line}:{fault.column}: {fault.what}" for fault in caught.value.faults]


@pytest.mark.parametrize(
    "code",
    [*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF, 0xD800, 0xDFFF],
)
def test_characters_that_nobody_sees(code: int) -> None:
    for text in (f"a: b\nc: 'd{chr(code)}e'\n", f"a: b\n# ü {chr(code)}\n"):
        assert [fault.partition(" U+")[0] for fault in faults(text)] in (
            ["2:6: the character"], ["2:6:"], ["2:5: the character"], ["2:5:"],
        )  # fmt: skip
        assert f"U+{code:04X}" in faults(text)[0]


@pytest.mark.parametrize(
    "code", [9, 10, 13, 0x20, 0xA0, 0xAD, 0x200B, 0x200E, 0x200F, 0x202F, 0x3000, 0xE000, 0xFFFD, 0x1F600, 0x10FFFF]
)
def test_characters_that_are_text(code: int) -> None:
    assert parse(f"a: 'b{chr(code)}c'\n", "x").data["a"][0] == "b"


def test_forbidden_characters_may_be_escapes() -> None:
    data = parse('a: "\\0\\e\\x07\\u202e\\ufeff\\N\\L\\P"\n', "x").data
    assert data == {"a": "\0\x1b\x07\u202e\ufeff\x85\u2028\u2029"}
    assert loads(HEAD + 'x-a: "\\0\\u202e"\n').extra == {"x-a": "\0\u202e"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\u202ec", ["1:5: U+202E RIGHT-TO-LEFT OVERRIDE shows the text in another order than it is stored in"]),
        (
            "a: \u202dc\u202c",
            ["1:4: U+202D LEFT-TO-RIGHT OVERRIDE shows the text in another order than it is stored in"],
        ),
        ("# \u2066open\na: b", ["1:3: U+2066 LEFT-TO-RIGHT ISOLATE is not closed on its line"]),
        ("# \u202bopen\ra: \u202c", ["1:3: U+202B RIGHT-TO-LEFT EMBEDDING is not closed on its line"]),
        ("a: \u2067x\u202c", ["1:4: U+2067 RIGHT-TO-LEFT ISOLATE is not closed on its line"]),
        ("a: \u2068x \u202ay\u2069 z\u202c", ["1:4: U+2068 FIRST STRONG ISOLATE is not closed on its line"]),
    ],
)
def test_text_that_is_shown_in_another_order(text: str, expected: list[str]) -> None:
    found = faults(text)
    assert found[: len(expected)] == expected


@pytest.mark.parametrize("text", ["a: \u2067שלום\u2069 b", "a: \u202b\u2067x\u2069y\u202c", "a: \u2069\u202c"])
def test_balanced_text_is_allowed(text: str) -> None:
    assert parse(text, "x").data["a"]


def test_depth() -> None:
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH, "x").data
    assert faults("[" * (MAX_DEPTH + 1)) == [f"1:{MAX_DEPTH + 1}: nested more than {MAX_DEPTH} levels deep"]


HOSTILE = {
    "brackets": "[" * 100_000,
    "braces": "{a: " * 100_000,
    "dashes": "- " * 100_000,
    "question marks": "? " * 100_000,
    "stairs": "".join(f"{' ' * n}a:\n" for n in range(1_000)),
    "one word": "a: " + "b" * 2_000_000,
    "one quoted text": 'a: "' + "\\u00e9" * 300_000 + '"',
    "quotes never closed": "a: '" + "b\n" * 300_000,
    "colons": "a: " + "b:c" * 300_000,
    "many anchors": "".join(f"k{n}: &a{n} b\n" for n in range(50_000)),
    "many aliases": "a: [" + "*a, " * 100_000 + "b]",
    "a key twice": "a: 1\n" * 100_000,
    "many keys": "".join(f"k{n}: {n}\n" for n in range(100_000)),
    "comments": "# c\n" * 300_000 + "a: 1\n",
    "blank lines": "a: |\n" + "\n" * 500_000 + "  b\n",
    "control characters": "\x01" * 500_000,
    "openers": "# " + "\u2067" * 300_000 + "\na: b\n",
    "numbers": "- " + "9" * 200_000 + "\n",
    "directives": "%A b\n" * 100_000 + "--- a\n",
    "documents": "--- a\n" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_is_read_or_refused_in_linear_time(name: str) -> None:
    start = time.process_time()
    assert number_of_faults(HOSTILE[name]) <= MAX_FAULTS
    # Measured at 0.5 s at most; where time grows with the square of the size it is minutes.
    assert time.process_time() - start < 8


def number_of_faults(text: str) -> int:
    try:
        parse(text, "x")
    except InvalidFileError as error:
        return len(error.faults)
    return 0


def test_numbers_and_keys_have_a_length() -> None:
    assert parse("a: " + "9" * 300, "x").data == {"a": 10**300 - 1}
    assert faults("a: 1\nb: " + "9" * 301) == ["2:4: a number of 301 characters is too long"]
    assert parse("k" * MAX_KEY + ": 1", "x").data == {"k" * MAX_KEY: 1}
    assert faults("k" * (MAX_KEY + 1) + ": 1") == [f"1:1: a key of {MAX_KEY + 1} characters is too long"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a: b\n\xc3\xa9\xff", "x:2:2: byte 0xff is not UTF-8 (save the file as UTF-8)"),
        (b"a\r\nb\r\xe9", "x:3:1: byte 0xe9 is not UTF-8 (save the file as UTF-8)"),
        (b"\xef\xbb\xbfa\xc3", "x:1:2: byte 0xc3 is not UTF-8 (save the file as UTF-8)"),
        (b"\xed\xa0\x80", "x:1:1: byte 0xed is not UTF-8 (save the file as UTF-8)"),
        (b"\xc0\x80", "x:1:1: byte 0xc0 is not UTF-8 (save the file as UTF-8)"),
        ("a: é".encode("utf-16"), "x:1:1: this is UTF-16 (save the file as UTF-8)"),
        ("a: é".encode("utf-16-le"), "x:1:1: this is UTF-16 (save the file as UTF-8)"),
        ("a: é".encode("utf-16-be"), "x:1:1: this is UTF-16 (save the file as UTF-8)"),
        ("a: é".encode("utf-32"), "x:1:1: this is UTF-32 (save the file as UTF-8)"),
        ("a: é".encode("utf-32-le"), "x:1:1: this is UTF-32 (save the file as UTF-8)"),
        ("a: é".encode("utf-32-be"), "x:1:1: this is UTF-32 (save the file as UTF-8)"),
    ],
)  # fmt: skip
def test_bytes_that_are_no_text(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "x")
    assert str(caught.value) == message


@pytest.mark.parametrize("data", [b"", b"a", b"ab", b"\0", "é".encode()])
def test_short_texts_are_texts(data: bytes) -> None:
    assert decode(data, "x").encode() == data


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_are_counted_whatever_ends_them(newline: str, mark: str) -> None:
    text = mark + newline.join(["a: 1", "", "b: [c,", "  &d e]", "f: |", "  g", "a: 2", ""])
    assert faults(text) == ["4:3: anchors (&d) are not part of the format", "7:1: the key 'a' is given twice"]


def test_a_byte_order_mark_is_no_character_of_the_text() -> None:
    tree = parse("\ufeffa: 1", "x")
    assert (tree.data, tree.marked) == ({"a": 1}, True)
    assert str(tree.locate(("a",))) == "x:1:4"


def test_places_of_what_is_not_there_are_those_of_what_it_is_missing_from() -> None:
    tree = parse("# head\na:\n  - b: 1\n    c: [d, e]\n", "x")
    assert str(tree.locate(())) == "x:2:1"
    assert str(tree.locate(("z",))) == "x:2:1"
    assert str(tree.locate(("a", 0, "z"))) == "x:3:5"
    assert str(tree.locate(("a", 7))) == "x:3:3"
    assert str(tree.locate(("a", 0, "c", 1))) == "x:4:12"
    assert str(tree.locate(("a", 0, "c"), key=True)) == "x:4:5"
    end = tree.locate(("a", 0, "c"))
    assert (end.end_line, end.end_column) == (4, 14)
    assert str(Tree("", "x", {}, {}).locate(("a", 0))) == "x:1:1"
    assert line_starts("a\r\nb\rc\nd") == [0, 3, 5, 7]


def test_all_refusals_are_told_at_once() -> None:
    assert faults("a: &x 1\na: !t 2\nb: *x\n12: [!!str c, c]\n*x : d\ne: &y\n") == [
        "1:4: anchors (&x) are not part of the format",
        "2:1: the key 'a' is given twice",
        "2:4: tags (!t) are not part of the format",
        "3:4: aliases (*x) are not part of the format",
        "4:1: the key 12 is not a word",
        "4:6: tags (!!str) are not part of the format",
        "5:1: aliases (*x) are not part of the format",
        "6:4: anchors (&y) are not part of the format",
    ]


def test_the_garbage_collector_is_left_as_it_was() -> None:
    assert gc.isenabled()
    parse("a: 1", "x")
    assert gc.isenabled()
    gc.disable()
    try:
        parse("a: 1", "x")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_no_recursion() -> None:
    limit = sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(300)
        loads(HEAD + "x-a: " + "[" * 63 + "]" * 63 + "\n")
    finally:
        sys.setrecursionlimit(limit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: b #c", "b"), ("a: 'b'#c", "b"), ("a: [b]#c", ["b"]), ("a: b#c", "b#c"), ("a:\n- b", ["b"]), ("a: [b,]",
        ["b"]),
        ("a: {b, c: d}", {"b": None, "c": "d"}), ('a: {"b":c}', {"b": "c"}), ("a: b\n c", "b c"), ("a: 'b\n\n  c'",
        "b\nc"),
        ("a: -b", "-b"), ("a: ?b", "?b"), ("a: :b", ":b"), ("a: b: c", None), ("a:\t b", "b"), ("a: |2\n   b\n",
        " b\n"),
        ("%YAML 1.2\n---\na: NO", "NO"), ("%YAML 1.1\n---\na: NO", "NO"), ("? a\n: b", "b"), ("a: \\x41", "\\x41"),
    ],
)  # fmt: skip
def test_syntax_of_yaml(text: str, value: object) -> None:
    if value is None:
        assert faults(text)
    else:
        assert parse(text, "x").data == {"a": value}


@pytest.mark.parametrize(
    "text", ["a: [?b]", "a: {?b: c}", "a: [:b]", "a: [x, ?b c]", "-\tb", "a: b\n\t# d\nc: e", "%FOO x\n---\na: b"]
)
def test_what_yaml_1_2_takes_and_the_parser_does_not_is_refused(text: str) -> None:
    assert yaml12.parse_yaml(text)
    assert faults(text)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 'b'#c", {"a": "b"}),
        ("a: [b]#c", {"a": ["b"]}),
        ("a: |#c\n  b\n", {"a": "b\n"}),
        ("a: [\nb\n]", {"a": ["b"]}),
    ],
)
def test_what_yaml_1_2_refuses_and_the_parser_takes_is_read_as_it_was_meant(text: str, data: object) -> None:
    with pytest.raises(ValueError, match="parse error"):
        yaml12.parse_yaml(text)
    tree = parse(text, "x")
    assert tree.data == data
    assert len(scan(tree)) == text.count("#")


def test_a_question_mark_elsewhere_is_one() -> None:
    data = {"a?": "b? c", "d": ["e?", "?f"], "g": {"h": "? i"}, "k?": None}
    assert parse('a?: b? c\nd: [e?, "?f"]\n? g\n: {? h : "? i"}\n? "k?"\n', "x").data == data
