"""Pages of the web become blocks, without the page's own furniture, and never without their text."""

from __future__ import annotations

import pytest

from clausetrack.documents import html, reading
from clausetrack.documents.readers import read
from clausetrack.errors import InputError, MissingExtraError

TEXT = "<p>Each party keeps its lights burning all night, and tells the other of every light that fails.</p>" * 3


def blocks(text):
    return read(text.encode(), "a.html", format="html").blocks


def seen(text):
    return [(block.kind, block.label, block.text) for block in blocks(text)]


def texts(text):
    return [block.text for block in blocks(text)]


def test_headings_have_their_level_and_their_id():
    text = '<h1 id="top">Fees</h1><h2>By\n day</h2><p role="heading" aria-level="4">Ice</p><p role="heading">Fog</p>'
    assert [(block.level, block.text, block.id) for block in blocks(text)] == [
        (1, "Fees", "top"),
        (2, "By day", None),
        (4, "Ice", None),
        (2, "Fog", None),
    ]


def test_words_in_the_line_stay_together_and_white_space_is_one_space():
    assert texts("<p>The <b>mas</b>ter&nbsp;pays\n\t<i>the</i> fee.<p>5<sup>bis</sup> &lt;") == [
        "The master pays the fee.",
        "5bis <",
    ]


def test_text_outside_of_paragraphs_is_text():
    assert texts("<div>Fees<p>None.</p>Ever.<div>At all.</div></div>") == ["Fees", "None.", "Ever.", "At all."]


@pytest.mark.parametrize(
    ("markup", "labels"),
    [
        ("<ol><li>a<li>b</ol>", ["1.", "2."]),
        ('<ol type="a" start="3"><li>a<li>b</ol>', ["c.", "d."]),
        ('<ol type="i"><li>a<li value="9">b<li>c</ol>', ["i.", "ix.", "x."]),
        ('<ol type="I" reversed><li>a<li>b</ol>', ["II.", "I."]),
        ('<ol type="A" start="27"><li>a</ol>', ["AA."]),
        ('<ol style="list-style-type: lower-roman"><li>a</ol>', ["i."]),
        ('<ol style="list-style: none"><li>(a) a<li>(b) b</ol>', [None, None]),
        ('<ol start="0"><li>a<li>b</ol>', ["0.", "1."]),
        ('<ol start="x" type="?"><li value="1e9">a</ol>', ["1."]),
        ("<ul><li>a<li>b</ul>", ["•", "•"]),
        ("<li>a</li>", ["•"]),
    ],
)
def test_items_have_the_label_that_a_browser_shows(markup, labels):
    found = blocks(markup)
    assert [block.label for block in found] == labels
    assert {block.kind for block in found} == {"item"}


def test_lists_nest_and_only_the_first_block_of_an_item_has_the_label():
    text = "<ol><li><p>Fees</p><p>are due.</p><ul><li>by day</ul><li><ol type=a><li>Ice</ol></ol>"
    assert [(block.kind, block.label, block.level, block.text) for block in blocks(text)] == [
        ("item", "1.", 1, "Fees"),
        ("paragraph", None, None, "are due."),
        ("item", "•", 2, "by day"),
        ("item", "2. a.", 2, "Ice"),
    ]


def test_a_table_of_data_becomes_rows():
    head = "<caption>Fees</caption><thead><tr><th>Length<th>Fee</thead>"
    text = f"<table>{head}<tr><td><p>24 <b>m</b><br>or more<td>400<tr><td>"
    assert [(block.kind, block.text, block.cells) for block in blocks(text)] == [
        ("paragraph", "Fees", ()),
        ("row", "Length | Fee", ("Length", "Fee")),
        ("row", "24 m or more | 400", ("24 m or more", "400")),
    ]


def test_a_table_that_only_places_text_is_text():
    text = "<table><tr><td><h1>Fees</h1><p>None.<td><ul><li>Ever</ul></table>"
    text += "<table role=presentation><tr><td>a<td>b</table>"
    assert [(block.kind, block.text) for block in blocks(text)] == [
        ("heading", "Fees"),
        ("paragraph", "None."),
        ("item", "Ever"),
        ("paragraph", "a"),
        ("paragraph", "b"),
    ]


def test_tables_for_lists_as_gazettes_set_them_are_lists():
    def item(label, text):
        return f'<table><tr><td><p class="oj-normal">{label}</p></td><td><p class="oj-normal">{text}</td></tr></table>'

    inner = item("(i)", "of Northland;") + item("(ii)", "of Southmark;")
    found = blocks(item("(a)", f"a licence:</p>{inner}<p>or") + item("—", "a permit.") + "<p>Fees.</p>")
    assert [(block.kind, block.label, block.level, block.text) for block in found] == [
        ("item", "(a)", 1, "a licence:"),
        ("item", "(i)", 2, "of Northland;"),
        ("item", "(ii)", 2, "of Southmark;"),
        ("paragraph", None, None, "or"),
        ("item", "—", 1, "a permit."),
        ("paragraph", None, None, "Fees."),
    ]


def test_a_marker_in_a_box_of_its_own_is_the_label_of_the_text_behind_it():
    assert seen("<div><div>(a)</div><div><p>by day;</p></div></div><dl><dt>(b)</dt><dd>by night.</dd></dl>") == [
        ("item", "(a)", "by day;"),
        ("item", "(b)", "by night."),
    ]


def test_a_marker_that_no_text_follows_is_text():
    assert seen("<p>(a)</p><h2>Fees</h2><ul><li>(b)</ul>") == [
        ("paragraph", None, "(a)"),
        ("heading", None, "Fees"),
        ("item", "•", "(b)"),
    ]


def test_definitions_are_items_with_their_text():
    assert seen("<dl><dt>pilot<dd>who holds a licence</dl>") == [
        ("item", None, "pilot"),
        ("paragraph", None, "who holds a licence"),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        '<p class="oj-ti-art">Article 1</p>',
        '<p class="sti-art">Fees</p>',
        '<div class="section-title">Fees</div>',
        "<p><b>Fees</b></p>",
        "<p><strong>1.</strong> <b>Fees</b></p>",
        '<p style="font-weight: 700">Fees</p>',
        '<p><span class="bold">Fees</span></p>',
        '<p align="center">Article 1</p>',
        '<p style="text-align:center">Fees</p>',
        "<center>Fees</center>",
    ],
)
def test_paragraphs_that_look_like_headings_are_headings(markup):
    assert [block.kind for block in blocks(f"<p>Before.</p>{markup}<p>Behind.</p>")] == [
        "paragraph",
        "heading",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<p><b>Northland</b> pays.</p>",
        "<p><b>Please note:</b></p>",
        f"<p><b>{'No pilot is paid twice. ' * 10}</b></p>",
        '<p class="article-text">Fees are due</p>',
        '<p align="center">The fee is due on the day.</p>',
        "<p><b>***</b></p>",
    ],
)
def test_other_paragraphs_are_not(markup):
    assert [block.kind for block in blocks(markup)] == ["paragraph"]


def test_a_heading_that_runs_into_a_numbered_text_stands_apart():
    assert seen("<p><b>1. Fees.</b> They are due at once.</p>") == [
        ("heading", None, "1. Fees."),
        ("paragraph", None, "They are due at once."),
    ]


def test_breaks_part_lines_and_the_label_of_a_heading_from_its_title():
    assert seen("<h2>Article 5<br>Fees and lights<br>of ships</h2><h2>Fees<br>and lights</h2><p>a<br>b<br><br>c") == [
        ("heading", None, "Article 5"),
        ("heading", None, "Fees and lights of ships"),
        ("heading", None, "Fees and lights"),
        ("paragraph", None, "a"),
        ("paragraph", None, "b"),
        ("paragraph", None, "c"),
    ]


def test_breaks_that_only_fit_a_width_part_nothing():
    lines = [
        "The master of a ship which enters the strait takes a pilot on board where one",
        "is to be had there, and pays the fee that is due in the port from which that",
        "pilot came, or where there was none in that port on that day, in the next one",
        "along the coast, on the day after the pilot has left the ship for the shore",
    ]
    assert texts(f"<p>{'<br>'.join(lines)}</p>") == [" ".join(lines)]


def test_what_is_set_line_by_line_is_plain_text():
    found = blocks("<h1>Fees</h1>\n<pre>By day\n\n(a) none\n</pre>")
    assert [(block.kind, block.text) for block in found] == [
        ("heading", "Fees"),
        ("paragraph", "By day"),
        ("paragraph", "(a) none"),
    ]


@pytest.mark.parametrize(
    "call",
    [
        '<sup><a href="#n1" id="c1">1</a></sup>',
        '<a href="#n1" id="c1"><sup>1</sup></a>',
        '<sup id="c1"><a href="#n1">[1]</a></sup>',
        ' (<a href="#n1" id="c1"><span class="super">1</span></a>)',
        ' <a href="https://a.example/x#n1" id="c1">(<span class="oj-super">1</span>)</a>',
        '<a href="#n1" id="c1" role="doc-noteref">1</a>',
        '<a href="#n1" name="c1" class="footnote-ref">1</a>',
    ],
)
@pytest.mark.parametrize(
    "note",
    [
        '<ol><li id="n1"><p>Of the strait. <a href="#c1">back</a></p></li></ol>',
        '<p><a id="n1" href="#c1">(<span class="super">1</span>)</a> Of the strait.</p>',
        '<aside id="n1" role="doc-footnote"><p><a href="#c1">1</a> Of the strait.</p></aside>',
        '<div><p><a name="n1" href="#c1"><sup>[1]</sup></a> Of the strait.</p></div>',
    ],
)
def test_footnotes_stand_apart(call, note):
    found = blocks(f"{TEXT}<p>Charts are sent{call}.</p><hr>{note}")[3:]
    assert [(block.kind, block.label, block.text, block.notes) for block in found] == [
        ("paragraph", None, "Charts are sent.", ("1",)),
        ("footnote", "1", "Of the strait.", ()),
    ]


def test_links_that_call_no_note_stay_words():
    assert texts('<p id="x">m<sup>2</sup> and <sup><a href="#x">2</a></sup> <a href="#y">3</a></p>') == ["m2 and 2 3"]


FURNITURE = [
    "<nav><a>Laws</a></nav>",
    "<header><p>The Gazette</p></header>",
    "<footer>Printed here</footer>",
    "<aside>More laws</aside>",
    '<div role="navigation">Laws</div>',
    '<div role="dialog"><p>Welcome</p></div>',
    '<div class="cookie-banner">We store cookies</div>',
    '<div id="onetrust-consent-sdk">We store cookies</div>',
    '<div class="cookieNotice">We store cookies</div>',
    '<ul class="breadcrumb"><li>Home</ul>',
    '<div class="social share-buttons">Share</div>',
    "<p hidden>Old</p>",
    '<p style="color:red; display : none">Old</p>',
    '<p aria-hidden="true">Old</p>',
    "<script>var fees = '<p>1</p>'</script>",
    "<style>p { color: red }</style>",
    "<noscript>Turn it on</noscript>",
    "<template><p>Old</p></template>",
    "<button>Print</button><select><option>French</select><textarea>Old</textarea>",
    "<svg><title>Seal</title><text>Seal</text></svg>",
    "<!-- Old -->",
    "<iframe>Old</iframe>",
]


@pytest.mark.parametrize("markup", FURNITURE)
def test_the_furniture_of_a_page_is_left_out(markup):
    page = "<html><head><title>Gazette</title></head><body>{}<div><h1>Fees</h1>{}</div>{}</body></html>"
    assert texts(page.format(markup, TEXT, markup)) == ["Fees", *texts(TEXT)]


def test_only_the_main_part_is_read_where_it_holds_the_text():
    page = "<body><div><p>Laws</p><p>Treaties</p></div><main><h1>Fees</h1>{}</main><div>Printed here</div></body>"
    assert texts(page.format(TEXT)) == ["Fees", *texts(TEXT)]
    assert texts(page.format(TEXT).replace("main>", "article>")) == ["Fees", *texts(TEXT)]


@pytest.mark.parametrize(
    "page",
    [
        "<body><main><p>Loading</p></main><div>{}</div></body>",
        '<body><div class="cookie-policy">{}</div></body>',
        '<body><div class="share"><main>{}</main></div></body>',
        '<body aria-hidden="true">{}</body>',
        '<body><div style="display:none">{}</div></body>',
        '<body><form class="menu"><div>{}</div><input value=x></form></body>',
        "<body><aside>{}</aside></body>",
        '<body class="has-cookie-banner no-sidebar">{}</body>',
        "<body><article><p>News</p></article><article><p>More</p></article>{}</body>",
        "<nav>{}",
    ],
)
def test_the_text_itself_is_never_lost(page):
    assert set(texts(TEXT)) <= set(texts(page.format(TEXT)))


def test_heads_and_feet_within_the_text_belong_to_it():
    page = "<article><header><h1>Fees</h1></header>{}<footer><p>Done at Southport.</p></footer></article>"
    assert texts(page.format(TEXT)) == ["Fees", *texts(TEXT), "Done at Southport."]


def test_what_a_page_says_of_itself():
    page = """<html lang="en-GB"><head><title> Fees |
        Gazette</title><meta name="author" content="A. Holm"><meta property="og:site_name" content="Gazette">
        <link rel="canonical" href="https://a.example/fees"><script type="application/ld+json">
        {"@graph": [{"@type": "WebPage",
        "datePublished": "2021-05-03", "author": {"name": "B"}}]}</script></head><p>Fees"""
    assert read(page.encode(), "a").metadata == {
        "title": "Fees | Gazette",
        "author": "A. Holm",
        "publisher": "Gazette",
        "published": "2021-05-03",
        "url": "https://a.example/fees",
        "language": "en-GB",
    }


@pytest.mark.parametrize(
    "script", ["{", "[" * 100_000, '{"@graph": 1}', "1", '{"@type": [1, {}], "author": [[1]]}', ""]
)
def test_odd_metadata_are_harmless(script):
    page = f'<html><script type="application/ld+json">{script}</script><meta content=x><p>Fees</p></html>'
    assert texts(page) == ["Fees"]


NEWS = """<html><head><meta property="og:type" content="article"><title>Strait</title></head><body>
<div class="wrap"><h1>Parties agree on pilots</h1>
<p>Northland and Southmark have agreed to place pilots on all ships that pass the strait between their coasts.</p>
<p>Each of them will keep its lights burning and tell the other of those that fail, the ministers said at Southport.</p>
<p>The agreement enters into force next spring, both governments said, after two years of talks.</p></div>
<div class="xq"><h3>Also read</h3><ul><li><a href="/1">Ferry late</a></li><li><a href="/2">Gulls</a></li></ul></div>
</body></html>"""


def test_of_a_news_page_the_article_is_kept():
    pytest.importorskip("trafilatura")
    found = texts(NEWS)
    assert found[0] == "Parties agree on pilots"
    assert len(found) == 4
    assert not any("Ferry" in text for text in found)


def missing(name):
    raise ModuleNotFoundError(name)


def test_without_the_library_a_news_page_is_read_as_any_other(monkeypatch):
    monkeypatch.setattr(html, "import_module", missing)
    document = read(NEWS.encode(), "a.html")
    assert any("Ferry" in block.text for block in document.blocks)
    assert "clausetrack[news]" in document.notices[0]


def test_html_without_lxml_says_what_to_install(monkeypatch):
    monkeypatch.setattr(reading, "import_module", missing)
    with pytest.raises(MissingExtraError) as fault:
        blocks("<p>Fees")
    assert fault.value.hint == "pip install 'clausetrack[documents]'"


def test_no_entity_of_the_page_is_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("crown jewels")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "zzz">]><html><p>a &x; &y; b</p></html>'
    found = " ".join(texts(page))
    assert "a &x; &y; b" in found
    assert "crown" not in found


def test_what_nests_too_deep_is_refused_and_not_cut_off():
    assert texts("<div>" * 200 + "Fees") == ["Fees"]
    with pytest.raises(InputError, match="nest deeper than 256"):
        blocks("<p>Fees</p>" + "<div>" * 5_000 + "Fees")


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<p>",
        "<b>",
        "<b>x</b>",
        "a<br>",
        "<br>",
        "<tr><td>a<td>b",
        "<td>a",
        "<li>a",
        "<p>(a)</p>",
        "&amp;",
        "a ",
        "<!--",
    ],
)
def test_one_long_line_is_read_in_linear_time(piece):
    try:
        blocks("<table><p>a" + (piece * 50_000)[:200_000])
    except InputError as fault:
        assert "nest" in str(fault)  # noqa: PT017 - both are fine, as long as it ends


def test_controls_and_half_characters_are_harmless():
    assert texts("<p>a\x00b\x01 \x0bc\x1f</p>") == ["ab c"]
    assert texts("<p>&#0;&#xd800;&#x1;&#99999999;a</p>")[0].endswith("a")


def page(body, head=""):
    return f"<html><head>{head}</head><body>{body}</body></html>"


CLAUSES = "".join(f'<h2 id="c{number}">{number}. Fees of pier {number}</h2>{TEXT}' for number in range(1, 5))


@pytest.mark.parametrize("sign", ["¶", "#", "§", "🔗", "↑"])
def test_a_sign_that_links_to_its_heading_is_no_word_of_it(sign):
    text = f'<h2 id="a">Fees <a href="#a">{sign}</a></h2><h2><a href="#b">{sign}</a></h2><p>5<a href="#n">*</a></p>'
    assert texts(page(text + TEXT))[:2] == ["Fees", "5*"]


def test_a_sign_of_a_section_before_its_number_is_text():
    assert texts(page(f'<p>By <a href="#s">§</a> 5, none.</p>{TEXT}'))[0] == "By § 5, none."


@pytest.mark.parametrize(
    "back",
    [
        '<p><a href="#top">Back to top</a></p>',
        '<div class="x"><a href="#">↑ Up</a></div>',
        '<p><a href="#page">Nach oben</a></p>',
        '<p><a href="#toc">Return</a></p>',
    ],
)
def test_ways_back_to_the_top_are_no_text(back):
    found = texts(page(f"<h1>Fees</h1>{TEXT}{back}<h2>Pilots</h2>{TEXT}{back}<p>At <a href='#top'>the top</a>.</p>"))
    assert found[4] == "Pilots"
    assert len(found) == 9
    assert found[-1] == "At the top."


def test_a_heading_that_leads_back_to_the_list_of_contents_is_text():
    text = '<h1>Fees</h1><h2><a href="#toc">Top</a></h2>' + TEXT + '<p><a href="#toc">Article 1</a></p>' + TEXT
    assert [found for found in texts(page(text)) if len(found) < 20] == ["Fees", "Top", "Article 1"]


LINKS = "".join(f'<li><a href="#c{number}">{number}. Fees of pier {number}</a></li>' for number in range(1, 5))


@pytest.mark.parametrize(
    "contents",
    [
        f"<ul>{LINKS}</ul>",
        f"<h4>Contents</h4><ol>{LINKS}</ol>",
        f"<p>Jump to:</p><ul>{LINKS}</ul>",
        f"<div><h2>On this page</h2><div><ul>{LINKS}</ul></div></div>",
        "<table>"
        + "".join(f'<tr><td><a href="#c{n}">Fees of pier {n}</a> ... {n}</td></tr>' for n in "1234")
        + "</table>",
    ],
)
def test_a_list_of_links_to_what_is_on_the_page_is_no_text(contents):
    assert texts(page(f"<h1>Fees</h1>{contents}{CLAUSES}")) == texts(f"<h1>Fees</h1>{CLAUSES}")


@pytest.mark.parametrize(
    "text",
    [
        # References stand in sentences, and two are no list.
        '<p>See <a href="#c1">1</a>, <a href="#c2">2</a>, <a href="#c3">3</a> and <a href="#c4">4</a>.</p>',
        '<ul><li><a href="#c1">Pier 1</a></li><li><a href="#c2">Pier 2</a></li></ul>',
        # Places that are not there, or are the entries themselves.
        "<ul>" + "".join(f'<li><a href="#x{n}">Pier {n}</a></li>' for n in "123") + "</ul>",
        "<ul>" + "".join(f'<li id="x{n}"><a href="#x{n}">Pier {n}</a></li>' for n in "123") + "</ul>",
    ],
)
def test_other_links_to_places_are_text(text):
    plain = page(f"<h1>Fees</h1><p>None.</p>{CLAUSES}")
    assert len(texts(page(f"<h1>Fees</h1>{text}<p>None.</p>{CLAUSES}"))) > len(texts(plain))


def test_bars_of_links_before_the_text_are_no_text():
    bar = '<div class="x"><a href="/">Strait Library</a> | <a href="/s">Search</a></div><p><a href="/x">Log in</a></p>'
    assert texts(page(f"{bar}<div><h1>Fees</h1>{bar}{CLAUSES}</div>"))[:2] == ["Fees", "Strait Library | Search"]


def test_a_title_that_is_a_link_is_text():
    assert texts(page(f'<p><a href="/fees">Agreement on fees</a></p>{TEXT}'))[0] == "Agreement on fees"
    assert texts(page(f'<h1><a href="/fees">Agreement on fees</a></h1>{TEXT}'))[0] == "Agreement on fees"


@pytest.mark.parametrize(
    "foot",
    [
        '<div class="footer"><h4>Us</h4><ul><li><a href="/a">About</a></ul><p>All rights reserved.</p></div>',
        '<div class="site-footer">Strait Library, Disclaimer</div>',
        "<p>© 2031 Strait Library. All rights reserved.</p>",
        "<div>Did this page help you? <button>Yes</button> <button>No</button></div>",
        "<p>Press contact: press@strait.example</p>",
        '<div class="feedback">Rate this page <input type="radio"></div><p>© Strait Library</p>',
    ],
)
def test_what_stands_at_the_foot_of_a_page_is_no_text(foot):
    assert texts(page(f"<div><article><h1>Fees</h1>{TEXT}</article>{foot}</div>")) == texts(f"<h1>Fees</h1>{TEXT}")
    inside = texts(page(f"<article><h1>Fees</h1>{TEXT}{foot}</article>"))
    assert inside == texts(f"<h1>Fees</h1>{TEXT}")


@pytest.mark.parametrize(
    "last",
    [
        '<p class="footer">Done at Westhaven on the third of May.</p>',
        "<p>The charts stay under the copyright of Northland.</p>",
        '<div class="footer"><h2>Annex</h2><p>Fees © Northland</p></div>',
        '<p class="contact">Write to pilots@strait.example.</p>',
        '<ul><li><a href="/a">Annex A</a></li><li><a href="/b">Annex B</a></li></ul>',
    ],
)
def test_the_last_words_of_a_text_are_no_foot(last):
    assert len(texts(page(f"<h1>Fees</h1>{TEXT}{last}"))) == len(texts(f"<h1>Fees</h1>{TEXT}{last}")) > 4
    assert texts(page(f"<h1>Fees</h1>{TEXT}{last}"))[4:]


def test_a_foot_in_the_middle_is_text():
    foot = '<div class="footer">© 2031 Strait Library</div>'
    assert "© 2031 Strait Library" in texts(page(f"<h1>Fees</h1>{TEXT}{foot}<p>None.</p>"))


def test_soft_hyphens_are_no_letters():
    text = "<p>The pi&shy;lot of\nthe har&shy;\nbour.</p><table><tr><td>pi&#173;lot<td>f<b>e\xad</b>e</table>"
    assert texts(text) == ["The pilot of the harbour.", "pilot | fee"]


def test_a_point_of_a_numbered_clause_is_one_text():
    text = "<ol><li><p><b>Fees. </b></p><ol><li><p>None.</p><li><p><b>Ice. </b>It is free.</p></ol></ol>"
    assert seen(text) == [("heading", "1.", "Fees."), ("item", "1.", "None."), ("item", "2.", "Ice. It is free.")]


def test_running_lines_of_a_word_processor_are_no_text():
    lines = ('<div title="header"><p>Fees, draft 2</p></div>', '<div title="footer"><p>Page 1</p></div>')
    assert texts(page(f"{lines[0]}<h1>Fees</h1>{TEXT}{lines[1]}")) == texts(f"<h1>Fees</h1>{TEXT}")


def test_the_button_of_an_accordion_is_its_heading():
    page = "<h2><button aria-expanded='false'>Fees</button></h2><p>Fees are those of the port.</p>"
    assert texts(f"{page}<button>Subscribe</button>") == ["Fees", "Fees are those of the port."]
