// What every page does: light or dark, help, keys, links that can be copied. Nothing here is needed to read the page.

const root = document.documentElement;
root.classList.add("scripted");

/** What buttons with a `data-do` do, by its value. */
const actions = {};

/** What single keys do. A reader who steers by voice can turn them off (WCAG 2.2, 2.1.4). */
const keys = {};

/** What Escape does in a field, beside leaving it. */
const escapes = [];

const byId = (id) => document.getElementById(id);
const each = (selector, within = document) => [...within.querySelectorAll(selector)];
const ready = (run) => document.addEventListener("DOMContentLoaded", run);

function announce(text) {
  byId("status").textContent = text;
}

function isDark() {
  const chosen = root.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function drawTheme() {
  each('[data-do="theme"]').forEach((button) => button.setAttribute("aria-pressed", isDark()));
}

actions.theme = () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  drawTheme();
};
actions.help = () => byId("help").showModal();
actions.close = () => byId("help").close();
actions.print = () => print();
keys["?"] = actions.help;

/** Put the address of a place where it can be pasted; where that is not allowed, it still stands in the address bar. */
async function copy(address) {
  try {
    await navigator.clipboard.writeText(address);
    announce("Link copied");
  } catch {
    announce("The link stands in the address bar");
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button) actions[button.dataset.do](button);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const field = event.target.closest("input:not([type=checkbox]), select, textarea");
  if (field && event.key === "Escape") {
    escapes.forEach((run) => run(field));
    field.blur();
  }
  if (field || byId("help").open || !byId("single-keys").checked || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

ready(drawTheme);
