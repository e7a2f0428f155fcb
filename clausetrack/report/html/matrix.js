// Two cells are chosen by a click or by Enter; their texts stand side by side, with what differs marked. Without scripts,
// a cell leads to its texts.

const chosen = [];

/** Tokens of two texts whose table of common parts fits into 16 MB; longer ones stand side by side unmarked. */
const MOST = 8_000_000;

const cells = () => each("#matrix tbody td a");
const boxOf = (link) => byId(link.hash.slice(1));

/** Scripts without spaces between words: they are cut where the browser knows words, else character by character. */
const UNSPACED = "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}";
const WORD = `(?![${UNSPACED}])[\\p{L}\\p{N}][\\p{M}\\u200c\\u200d]*`;
const PIECES = new RegExp(
  [
    "\\s+",
    // A label with its parentheses: 5(2)(a)
    "\\d+(?:\\.\\d+)*(?:\\((?:\\d{1,3}|[a-z]{1,4})\\))+",
    // A word with its hyphens and apostrophes, a number with its separators
    `(?:${WORD})+(?:(?:[-‐‑'’]|(?<=\\d)[.,:/](?=\\d))(?:${WORD})+)*`,
    `[${UNSPACED}\\p{M}]+`,
    ".",
  ].join("|"),
  "gsu",
);
const STARTS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");

function parted(piece) {
  if (!STARTS_UNSPACED.test(piece)) return [piece];
  if (!Intl.Segmenter) return piece.match(/.\p{M}*/gsu);
  return [...new Intl.Segmenter("en", { granularity: "word" }).segment(piece)].map((found) => found.segment);
}

/** Cut a text into words and signs, each with where it begins and ends; spaces are between them. */
function tokens(text) {
  const found = [];
  let start = 0;
  for (const piece of (text.match(PIECES) ?? []).flatMap(parted)) {
    if (piece.trim()) found.push({ word: piece, start, end: start + piece.length });
    start += piece.length;
  }
  return found;
}

/** Give the runs of tokens that two lists have in the same order: the longest common subsequence. */
function common(first, second) {
  const wide = second.length + 1;
  const most = new Uint16Array((first.length + 1) * wide);
  for (let i = first.length - 1; i >= 0; i--) {
    for (let j = second.length - 1; j >= 0; j--) {
      const at = i * wide + j;
      most[at] = first[i].word === second[j].word ? most[at + wide + 1] + 1 : Math.max(most[at + wide], most[at + 1]);
    }
  }
  const runs = [];
  for (let i = 0, j = 0; i < first.length && j < second.length; ) {
    if (first[i].word === second[j].word) {
      const last = runs.at(-1);
      if (last && last.i + last.size === i && last.j + last.size === j) last.size++;
      else runs.push({ i, j, size: 1 });
      i++;
      j++;
    } else if (most[(i + 1) * wide + j] >= most[i * wide + j + 1]) i++;
    else j++;
  }
  return runs;
}

const span = (list, from, to) => (from < to ? list[to - 1].end - list[from].start : 0);

/** Whether a run is common by chance: no larger than the change before it and the change behind it. A lone word counts
    once, a longer run for more, as in the redlines of the program. */
function isChance(first, second, before, run, behind) {
  const gone = [span(first, before.i + before.size, run.i), span(first, run.i + run.size, behind.i)];
  const come = [span(second, before.j + before.size, run.j), span(second, run.j + run.size, behind.j)];
  if (!(gone[0] || gone[1]) || !(come[0] || come[1])) return false;
  const weight = run.size === 1 ? 1 : Math.max(2, (1 + run.size) / 2);
  const size = span(first, run.i, run.i + run.size) * weight;
  return size <= Math.max(gone[0], come[0]) && size <= Math.max(gone[1], come[1]);
}

/** Drop the runs that are common by chance (after N. Fraser's clean-up in diff-match-patch). */
function meant(first, second, runs) {
  const kept = [];
  for (const run of [...runs, { i: first.length, j: second.length, size: 0 }]) {
    while (kept.length && isChance(first, second, kept.at(-2) ?? { i: 0, j: 0, size: 0 }, kept.at(-1), run)) kept.pop();
    kept.push(run);
  }
  return kept.slice(0, -1);
}

/** Put a text with what lies between its kept runs marked, from its first word to its last. */
function mark(element, text, list, runs, tag) {
  element.replaceChildren();
  let at = 0;
  let written = 0;
  for (const run of [...runs, { from: list.length, size: 0 }]) {
    if (at < run.from) {
      const marked = document.createElement(tag);
      marked.textContent = text.slice(list[at].start, list[run.from - 1].end);
      element.append(text.slice(written, list[at].start), marked);
      written = list[run.from - 1].end;
    }
    at = run.from + run.size;
  }
  element.append(text.slice(written));
}

const languageOf = (element) => (element.lang || root.lang).split("-")[0];

/** Mark what differs. Between two languages that is everything, so nothing is marked. */
function compareTexts(one, other) {
  if (languageOf(one) !== languageOf(other)) return;
  const texts = [one.textContent, other.textContent];
  const [first, second] = texts.map(tokens);
  if (first.length * second.length > MOST) return;
  const runs = meant(first, second, common(first, second));
  mark(one, texts[0], first, runs.map(({ i, size }) => ({ from: i, size })), "del");
  mark(other, texts[1], second, runs.map(({ j, size }) => ({ from: j, size })), "ins");
}

/** Pair the clauses of two cells: by family, else the only one of each. */
function pairs(one, other) {
  const [left, right] = [each(".clause", one), each(".clause", other)];
  if (left.length === 1 && right.length === 1) return [[left[0], right[0]]];
  const found = [];
  for (const clause of left) {
    const at = right.findIndex((entry) => entry.dataset.family && entry.dataset.family === clause.dataset.family);
    if (at >= 0) found.push([clause, right.splice(at, 1)[0]]);
  }
  return found;
}

/** Copy a cell's texts into a side, with its row's name; without the names that only one place may have. */
function fill(side, link) {
  side.replaceChildren();
  if (!link) {
    const hint = document.createElement("p");
    hint.className = "facts";
    hint.textContent = "Choose a second cell to compare.";
    side.append(hint);
    return;
  }
  const copy = boxOf(link).cloneNode(true);
  copy.querySelector(".also")?.remove();
  const title = document.createElement("h3");
  title.append(...copy.querySelector("h4").childNodes);
  const row = document.createElement("p");
  row.className = "facts";
  row.textContent = boxOf(link).closest(".row").querySelector("h3").textContent;
  side.append(title, row, ...each(".clause", copy));
}

function draw() {
  cells().forEach((link) => link.removeAttribute("aria-current"));
  chosen.forEach((link) => link.setAttribute("aria-current", "true"));
  byId("pair").hidden = !chosen.length;
  byId("pair-first").replaceChildren();
  if (chosen.length) {
    fill(byId("pair-first"), chosen[0]);
    fill(byId("pair-second"), chosen[1]);
    if (chosen[1]) {
      pairs(byId("pair-first"), byId("pair-second")).forEach(([one, other]) =>
        compareTexts(one.querySelector(".words"), other.querySelector(".words")),
      );
      announce("Two cells are compared at the end of the page");
    } else announce("One cell is chosen; choose another one to compare");
  }
  const names = chosen.map((link) => link.hash.slice(1)).join(",");
  history.replaceState(null, "", names ? `#?cells=${names}` : location.pathname + location.search);
}

/** Choose a cell, or no longer; a third one takes the place of the second. */
function choose(link) {
  const at = chosen.indexOf(link);
  if (at >= 0) chosen.splice(at, 1);
  else chosen.splice(1, 1, link);
  if (chosen[0] === undefined) chosen.length = 0;
  draw();
}

actions.swap = () => {
  if (chosen.length === 2) chosen.reverse();
  draw();
};
actions.leave = () => {
  const back = chosen[0];
  chosen.length = 0;
  draw();
  if (back) back.focus();
};

/** Give the cell that an arrow key leads to: the next one in that direction that has a text. */
function beside(link, key) {
  const cell = link.closest("td");
  const [down, right] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key];
  let [row, column] = [cell.parentElement, cell.cellIndex];
  for (;;) {
    row = down < 0 ? row.previousElementSibling : down > 0 ? row.nextElementSibling : row;
    column += right;
    const next = column > 0 && row?.cells[column];
    if (!next) return null;
    const found = next.querySelector("a");
    if (found) return found;
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("#matrix tbody td a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  choose(link);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && chosen.length && !byId("help").open) actions.leave();
  const link = event.target.closest("#matrix tbody td a");
  if (!link || !event.key.startsWith("Arrow") || event.ctrlKey || event.metaKey || event.altKey) return;
  // At the edge it stays: an arrow that moved the page would take the cell away.
  event.preventDefault();
  beside(link, event.key)?.focus();
});

/** Let the page scroll a table that is no wider than it, so that its heads stay in sight; and keep what has the focus clear
    of what lies over it: the panel below, the heads above and beside. Heads that take most of the room leave half of it. */
function makeRoom() {
  root.style.scrollPaddingBlockEnd = `${byId("pair").offsetHeight + 8}px`;
  const scroll = document.querySelector("#matrix .scroll");
  if (!scroll) return;
  scroll.classList.toggle("fits", scroll.scrollWidth <= scroll.clientWidth);
  const [head, name] = ["thead th", "tbody th"].map((part) => scroll.querySelector(part));
  const around = scroll.classList.contains("fits") ? root : scroll;
  for (const each of [root, scroll]) each.style.scrollPaddingBlockStart = "";
  around.style.scrollPaddingBlockStart = `${Math.min(head.offsetHeight + 4, around.clientHeight / 2)}px`;
  scroll.style.scrollPaddingInlineStart = `${Math.min(name.offsetWidth + 4, scroll.clientWidth / 2)}px`;
}

ready(() => {
  const sizes = new ResizeObserver(makeRoom);
  sizes.observe(byId("pair"));
  sizes.observe(document.body);
  const wanted = location.hash.match(/^#\?cells=([\w,-]+)$/)?.[1].split(",") ?? [];
  for (const name of wanted.slice(0, 2)) {
    const link = cells().find((entry) => entry.hash === `#${name}`);
    if (link && !chosen.includes(link)) chosen.push(link);
  }
  if (chosen.length) draw();
});
