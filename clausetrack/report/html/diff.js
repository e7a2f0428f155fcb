// A comparison: filters, search, the two views, the way from change to change, and addresses that hold all of these.
// An address is `#place?filters`; either part may be missing.

const HIGHLIGHTS = 500; // marks of found words: more than anyone looks at, few enough to draw at once
const PAUSE = 150; // milliseconds without a keystroke after which found words are marked

ready(() => {
  if (!byId("query")) return;

  const query = byId("query");
  const chips = each(".chip");
  const selects = each("select[data-facet]");
  const lines = new Map(each("nav li > a").map((link) => [link.hash.slice(1), link.parentElement]));
  const clauses = each(".clause").map((element) => ({
    element,
    news: "news" in element.dataset,
    line: lines.get(element.id),
    run: element.closest(".run"),
    fits: true,
    text: null,
  }));
  const byElement = new Map(clauses.map((clause) => [clause.element, clause]));
  const total = clauses.filter((clause) => clause.news).length;
  const parts = each(".part");
  const titles = new Map(each("nav .part-title").map((title) => [title, title.nextElementSibling]));

  // Search

  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");

  /** Give all that a clause says, before and after, so that a phrase is found whichever side it stands on. */
  function textOf(element) {
    const sides = ["INS", "DEL"].map((left) =>
      each(".words", element)
        .flatMap((words) => [...words.childNodes])
        .map((node) => (node.nodeName === left ? "" : node.textContent))
        .join(""),
    );
    const rest = each("h3, h4, .facts, .change bdi, .notes dd", element).map((node) => node.textContent);
    return folded([...sides, ...rest].join("\n"));
  }

  function index() {
    clauses.forEach((clause) => (clause.text ??= textOf(clause.element)));
  }

  let pause = 0;
  function mark(wanted) {
    clearTimeout(pause);
    if (!("highlights" in CSS)) return;
    CSS.highlights.delete("found");
    if (wanted.length > 1) pause = setTimeout(() => CSS.highlights.set("found", new Highlight(...found(wanted))), PAUSE);
  }

  function found(wanted) {
    const ranges = [];
    for (const clause of clauses.filter((entry) => entry.fits)) {
      const walker = document.createTreeWalker(clause.element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode() && ranges.length < HIGHLIGHTS) {
        const text = walker.currentNode.data.toLowerCase();
        for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
          if (text.length !== walker.currentNode.length) break; // a letter that is longer in lower case
          const range = new Range();
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + wanted.length);
          ranges.push(range);
        }
      }
    }
    return ranges;
  }

  // Filters

  /** Give what is wanted of each facet, as the numbers that clauses carry. */
  function wantedKeys() {
    const wanted = {};
    for (const chip of chips) {
      if (chip.ariaPressed === "true") (wanted.direction ??= new Set()).add(chip.dataset.key);
    }
    for (const select of selects) {
      if (select.value) wanted[select.dataset.facet] = new Set([select.selectedOptions[0].dataset.key]);
    }
    return wanted;
  }

  function fits(clause, wanted, phrase) {
    for (const facet in wanted) {
      const has = clause.element.dataset[facet];
      if (!has || !has.split(" ").some((key) => wanted[facet].has(key))) return false;
    }
    return !phrase || clause.text.includes(phrase);
  }

  function apply() {
    const wanted = wantedKeys();
    const phrase = folded(query.value.trim());
    const isFiltered = phrase !== "" || Object.keys(wanted).length > 0;
    if (phrase) index();
    for (const clause of clauses) {
      const now = fits(clause, wanted, phrase);
      if (now === clause.fits) continue;
      clause.fits = now;
      clause.element.hidden = !now;
      if (clause.line) clause.line.hidden = !now;
    }
    root.classList.toggle("searching", phrase !== "");
    root.classList.toggle("filtered", isFiltered);
    each('[data-do="clear"]').forEach((button) => (button.hidden = !isFiltered));
    drawRuns(isFiltered);
    parts.forEach((part) => (part.hidden = isFiltered && !each(":scope > .clause, :scope > .run", part).some(isSeen)));
    titles.forEach((list, title) => (title.hidden = isFiltered && ![...list.children].some(isSeen)));
    say(isFiltered);
    mark(query.value.trim().toLowerCase());
  }

  const isSeen = (element) => !element.hidden && !element.matches(".same, p.run");

  /** Open the runs that have something to show, and close again what a filter opened. */
  function drawRuns(isFiltered) {
    const counts = new Map();
    clauses.forEach(({ run, fits: now }) => run && counts.set(run, (counts.get(run) ?? 0) + now));
    counts.forEach((count, run) => {
      const matching = run.querySelector(".matching");
      run.hidden = isFiltered && !count;
      matching.hidden = !isFiltered;
      matching.textContent = `(${count} of them found)`;
      if (isFiltered && count && !run.open) {
        run.open = true;
        run.dataset.opened = "";
      } else if (!isFiltered && "opened" in run.dataset) {
        run.open = false;
        delete run.dataset.opened;
      }
    });
  }

  function say(isFiltered) {
    const seen = clauses.filter((clause) => clause.fits);
    const news = seen.filter((clause) => clause.news).length;
    const quiet = seen.length - news;
    const more = isFiltered && quiet ? `, and ${quiet} without a change of substance` : "";
    const all = `${total} ${total === 1 ? "clause" : "clauses"} with changes of substance`;
    const counted = `${news} of ${all}${more}`;
    byId("showing").textContent = isFiltered ? `Showing ${counted}.` : `${all}.`;
    each(".printed .filter").forEach((line) => (line.textContent = `Filtered: ${chosen().join(", ")} — ${counted}.`));
  }

  /** Name the filters that are on, for paper, which has no controls to read them off. */
  function chosen() {
    const phrase = query.value.trim();
    return [
      ...pressed(),
      ...selects.filter((select) => select.value).map((select) => `${select.dataset.facet} ${select.value}`),
      ...(phrase ? [`“${phrase}”`] : []),
    ];
  }

  const pressed = () => chips.filter((chip) => chip.ariaPressed === "true").map((chip) => chip.dataset.value);

  // Views

  /** Put the old words beside the new ones: what came is taken from a copy, and what went from another. */
  function pairUp(words) {
    const pair = document.createElement("div");
    pair.className = "pair";
    const revisions = each(".revision").map((name) => name.textContent);
    [["ins", revisions[0]], ["del", revisions[1]]].forEach(([left, revision]) => {
      const column = document.createElement("div");
      const label = document.createElement("p");
      const copied = words.cloneNode(true);
      label.className = "which";
      label.textContent = revision;
      copied.classList.remove("redline");
      each(left, copied).forEach((node) => node.remove());
      column.append(label, copied);
      pair.append(column);
    });
    words.after(pair);
  }

  function show(isSide) {
    if (isSide && !document.querySelector(".pair")) {
      index(); // before words are there twice
      each(".words.redline").forEach(pairUp);
    }
    root.classList.toggle("beside", isSide);
    each('[data-do="side"]').forEach((button) => (button.ariaPressed = String(isSide)));
    each('[data-do="inline"]').forEach((button) => (button.ariaPressed = String(!isSide)));
  }

  const isSide = () => root.classList.contains("beside");

  // Addresses

  function address(place) {
    const filters = new URLSearchParams();
    const directions = pressed();
    if (query.value.trim()) filters.set("q", query.value.trim());
    if (directions.length) filters.set("direction", directions.join(","));
    selects.filter((select) => select.value).forEach((select) => filters.set(select.dataset.facet, select.value));
    if (isSide()) filters.set("view", "side");
    const tail = filters.size ? `?${filters}` : "";
    return place || tail ? `#${place}${tail}` : location.pathname + location.search;
  }

  function remember(place, step = "replaceState") {
    try {
      history[step](null, "", address(place));
    } catch {
      // A page within a page may not change its address; it works all the same.
    }
  }

  function read() {
    const [place, tail = ""] = location.hash.slice(1).split(/\?(.*)/s);
    const filters = new URLSearchParams(tail);
    const directions = (filters.get("direction") ?? "").split(",");
    query.value = filters.get("q") ?? "";
    chips.forEach((chip) => (chip.ariaPressed = String(directions.includes(chip.dataset.value))));
    selects.forEach((select) => {
      select.value = filters.get(select.dataset.facet) ?? "";
      if (select.selectedIndex < 0) select.value = "";
    });
    show(filters.get("view") === "side");
    apply();
    if (place) go(place);
    else if (root.classList.contains("filtered")) byId("clauses").scrollIntoView();
  }

  function change() {
    apply();
    remember("");
  }

  actions.clear = () => {
    query.value = "";
    chips.forEach((chip) => (chip.ariaPressed = "false"));
    selects.forEach((select) => (select.value = ""));
    change();
    query.focus();
  };

  // The way from change to change

  /** Go to a place: open what it is folded in, drop filters that hide it. False where there is no such place. */
  function go(place) {
    const target = byId(place);
    if (!target) return false;
    const clause = byElement.get(target.closest(".clause"));
    if (clause && !clause.fits) actions.clear();
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    each(".current").forEach((element) => element.classList.remove("current"));
    each("[aria-current]").forEach((element) => element.removeAttribute("aria-current"));
    target.classList.add("current");
    clause?.line?.firstElementChild.setAttribute("aria-current", "true");
    target.focus({ preventScroll: true });
    target.scrollIntoView();
    // Clauses on the way are measured only when they come into sight.
    requestAnimationFrame(() => target.scrollIntoView());
    return true;
  }

  function step(by) {
    const stops = clauses.filter((clause) => clause.news && clause.fits).map((clause) => clause.element);
    const here = document.activeElement?.closest(".clause") ?? document.querySelector(".clause.current");
    let at = stops.indexOf(here);
    if (at < 0) {
      const below = stops.findIndex((element) => element.getBoundingClientRect().top > 0);
      at = (below < 0 ? stops.length : below) - (by > 0 ? 1 : 0);
    }
    const next = stops[at + by];
    if (!next) return announce(by > 0 ? "This is the last change" : "This is the first change");
    go(next.id);
    remember(next.id);
  }

  keys.j = () => step(1);
  keys.k = () => step(-1);
  keys["/"] = () => query.focus();
  keys.v = () => (isSide() ? actions.inline : actions.side)();
  escapes.push((field) => {
    if (field === query && query.value) {
      query.value = "";
      change();
    }
  });
  actions.side = () => {
    show(true);
    remember("");
  };
  actions.inline = () => {
    show(false);
    remember("");
  };
  actions.chip = (chip) => {
    chip.ariaPressed = String(chip.ariaPressed !== "true");
    change();
  };
  actions.unfold = (button) => {
    const isWhole = button.closest(".clause").classList.toggle("whole");
    button.ariaExpanded = String(isWhole);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const place = link.hash.slice(1);
    if (!go(place)) return;
    event.preventDefault();
    remember(place, "pushState");
    if (link.matches(".permalink")) copy(location.href);
  });
  query.addEventListener("input", change);
  selects.forEach((select) => select.addEventListener("change", change));
  addEventListener("hashchange", read);
  if (matchMedia("(max-width: 63rem)").matches) each(".contents").forEach((contents) => (contents.open = false));
  read();
});
