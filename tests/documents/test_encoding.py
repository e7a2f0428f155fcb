"""Text comes out right in the encodings that documents are kept in, or is refused."""

from __future__ import annotations

import pytest

from clausetrack.documents.encoding import decode_text
from clausetrack.documents.readers import read
from clausetrack.errors import InputError

ENGLISH = "“Pilot” means—in this Agreement—whoever holds a licence. The ship’s master pays the pilot’s fee.\n"
FRENCH = "Les parties s’engagent à échanger chaque année leurs cartes du détroit, et à fêter ça près du même port.\n"
GERMAN = "Die Vertragsparteien führen jährlich Gespräche über die Gebühren für Lotsen und über größere Häfen.\n"
PORTUGUESE = "As partes cooperam na navegação do estreito e não cobram taxas que não estão nos anexos de três portos.\n"
POLISH = "Strony współpracują w zakresie żeglugi i ochrony środowiska, wymieniają się też wiedzą o prądach.\n"
CZECH = "Smluvní strany spolupracují při ochraně moře a každoročně se scházejí, aby určily výši poplatků.\n"
TURKISH = "Taraflar her yıl deniz güvenliği konusunda görüşür ve ücretleri birlikte belirler. İki taraf için.\n"
RUSSIAN = "Стороны ежегодно проводят консультации о сборах и о безопасности мореплавания в проливе.\n"
GREEK = "Τα μέρη συνεργάζονται στενά για την ασφάλεια της ναυσιπλοΐας και των λιμένων.\n"
HEBREW = "הצדדים מקיימים כל שנה התייעצות על בטיחות השיט, ולא יגבו אגרות של נמל עם כל כניסה או יציאה.\n"
ARABIC = "يتشاور الطرفان كل سنة في سلامة الملاحة على أن هذا لا يمس الرسوم التي تدفع من السفن إلى الميناء.\n"
JAPANESE = (
    "両国は毎年一度の対話を行い、海上の安全について意見を交換する。第五条　水先人の料金は港の定めるところによる。\n"
)
CHINESE = "双方每年举行一次对话，就海上安全交换意见。第五条　引航费用由港口规定，不得提高。\n"
KOREAN = "두 나라는 해마다 한 번 대화를 하며 바다의 안전을 위해 함께 일한다. 요금은 항구가 정한다.\n"

KEPT = [
    *((text, "cp1252") for text in (ENGLISH, FRENCH, GERMAN, PORTUGUESE)),
    *((text, encoding) for text in (POLISH, CZECH) for encoding in ("cp1250", "iso8859_2")),
    (TURKISH, "cp1254"),
    *((RUSSIAN, encoding) for encoding in ("cp1251", "koi8_r", "iso8859_5", "mac_cyrillic", "cp866")),
    *((GREEK, encoding) for encoding in ("cp1253", "iso8859_7")),
    *((HEBREW, encoding) for encoding in ("cp1255", "iso8859_8")),
    *((ARABIC, encoding) for encoding in ("cp1256", "iso8859_6")),
    *((JAPANESE, encoding) for encoding in ("shift_jis", "cp932", "euc_jp", "iso2022_jp")),
    (CHINESE, "gb18030"),
    (KOREAN, "cp949"),
]


@pytest.mark.parametrize(("text", "encoding"), KEPT, ids=[f"{encoding}-{text[:6]}" for text, encoding in KEPT])
def test_text_comes_out_right(text, encoding):
    several = text * 3
    assert decode_text(several.encode(encoding), "a.txt") == several


@pytest.mark.parametrize("text", [ENGLISH, JAPANESE, RUSSIAN])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_by_its_mark(text, encoding):
    assert decode_text(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_unicode_by_its_zeros(encoding):
    assert decode_text(ENGLISH.encode(encoding), "a.txt") == ENGLISH


def test_one_accent_that_all_western_encodings_share_is_enough():
    text = "The pilots of Orléans are paid by the day.\n"
    assert decode_text(text.encode("cp1252"), "a.txt") == text


def test_a_large_text_with_its_first_accent_late():
    text = "Fees are due.\n" * 40_000 + FRENCH
    assert decode_text(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize("text", ["\u00e8\n", "\u00ff"])
def test_what_cannot_be_told_is_refused_with_its_place(text):
    with pytest.raises(InputError, match="not UTF-8") as fault:
        decode_text(b"one\ntw" + text.encode("cp1252"), "a.txt")
    assert fault.value.where == "a.txt:2:3"
    assert "save the file as UTF-8" in fault.value.hint


@pytest.mark.parametrize("encoding", ["cp437", "mac_roman"])
def test_encodings_that_nobody_uses_any_more_are_not_taken_for_others(encoding):
    with pytest.raises(InputError):
        decode_text((FRENCH.replace("’", "'") * 3).encode(encoding), "a.txt")


def test_data_are_no_text():
    with pytest.raises(InputError, match="no text"):
        decode_text(bytes(range(1, 256)), "a.txt")


def test_what_is_declared_counts_where_it_is_not_utf8():
    page = '<html><head><meta charset="{}"></head><body><p>{}</p></body></html>'
    for text, name in [(JAPANESE, "Shift_JIS"), (JAPANESE, "x-sjis"), (JAPANESE, "EUC-JP"), (GERMAN, "ISO-8859-1")]:
        codec = "cp932" if "s" in name.lower()[:3] and "jis" in name.lower() else name
        data = page.format(name, text.strip()).encode(codec)
        assert read(data, "a.html").blocks[0].text == " ".join(text.split())


def test_utf8_counts_more_than_what_is_declared():
    data = f'<html><head><meta charset="windows-1252"></head><body><p>{FRENCH.strip()}</p></body></html>'.encode()
    assert read(data, "a.html").blocks[0].text == FRENCH.strip()


def test_a_wrong_declaration_is_an_error():
    data = b'<html><head><meta charset="euc-jp"></head><body><p>caf\xe9 \xff</p></body></html>'
    with pytest.raises(InputError, match="not EUC_JP"):
        read(data, "a.html")


@pytest.mark.parametrize("name", ["hex", "utf-7", "no-such", "rot13", "unicode_escape", "idna", "undefined"])
def test_odd_declarations_are_harmless(name):
    data = (
        f'<html><head><meta charset="{name}"></head><body><p>'.encode()
        + FRENCH.encode("cp1252")
        + b"</p></body></html>"
    )
    try:
        found = [block.text for block in read(data, "a.html").blocks]
    except InputError as fault:
        found = fault
    assert isinstance(found, InputError) or found == [FRENCH.strip()]
