// Two cells are chosen by a click or by Enter; their texts stand side by side, with what differs marked. Without scripts,
// a cell leads to its texts.

const chosen = [];

/** Tokens of two texts whose table of common parts fits into 16 MB; longer ones stand side by side unmarked. */
const MOST = 8_000_000;

const cells = () => each("#matrix tbody td a");
const boxOf = (link) => byId(link.hash.slice(1));
const tokens = (text) => text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
const isWord = (token) => /[\p{L}\p{N}]/u.test(token);

/** Mark in two lists of tokens those that both have in the same order: the longest common subsequence. */
function common(first, second) {
  const wide = second.length + 1;
  const most = new Uint16Array((first.length + 1) * wide);
  for (let i = first.length - 1; i >= 0; i--) {
    for (let j = second.length - 1; j >= 0; j--) {
      const at = i * wide + j;
      most[at] = first[i] === second[j] ? most[at + wide + 1] + 1 : Math.max(most[at + wide], most[at + 1]);
    }
  }
  const kept = [new Set(), new Set()];
  for (let i = 0, j = 0; i < first.length && j < second.length; ) {
    if (first[i] === second[j]) {
      kept[0].add(i++);
      kept[1].add(j++);
    } else if (most[(i + 1) * wide + j] >= most[i * wide + j + 1]) i++;
    else j++;
  }
  return kept;
}

/** Put a text with the tokens that are its own marked; spaces and signs between two marked words are marked with them. */
function mark(element, list, kept, tag) {
  const own = list.map((_, at) => !kept.has(at));
  list.forEach((token, at) => {
    if (own[at] || isWord(token)) return;
    let end = at;
    while (end < list.length && !isWord(list[end])) end++;
    if (own[at - 1] && own[end]) own[at] = true;
  });
  element.replaceChildren();
  for (let at = 0; at < list.length; ) {
    let end = at;
    while (end < list.length && own[end] === own[at]) end++;
    const text = list.slice(at, end).join("");
    if (own[at] && text.trim()) {
      const marked = document.createElement(tag);
      marked.textContent = text.trim();
      const [before, after] = [text.match(/^\s*/)[0], text.match(/\s*$/)[0]];
      element.append(before, marked, after);
    } else element.append(text);
    at = end;
  }
}

function compareTexts(one, other) {
  const [first, second] = [tokens(one.textContent), tokens(other.textContent)];
  if (first.length * second.length > MOST) return;
  const kept = common(first, second);
  mark(one, first, kept[0], "del");
  mark(other, second, kept[1], "ins");
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
  const title = document.createElement("h3");
  title.append(...copy.querySelector("h4").childNodes);
  const row = document.createElement("p");
  row.className = "facts";
  row.textContent = link.closest("tr").querySelector("th").textContent.trim();
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
  const next = beside(link, event.key);
  if (next) {
    event.preventDefault();
    next.focus();
  }
});

ready(() => {
  const wanted = location.hash.match(/^#\?cells=([\w,-]+)$/)?.[1].split(",") ?? [];
  for (const name of wanted.slice(0, 2)) {
    const link = cells().find((entry) => entry.hash === `#${name}`);
    if (link && !chosen.includes(link)) chosen.push(link);
  }
  if (chosen.length) draw();
});
