"use strict";
// The story board's table: one tab stop, arrow keys from cell to cell. A cell's link brings its
// quote below the row; the same again, or Esc, takes it away. The keys of the bar act on the cell
// that has the focus.
{
  const CELL = ".matrix tbody :is(.cell, .point-name)";
  const bar = document.getElementById("keybar");
  const cells = (row) => [...row.querySelectorAll(":is(.cell, .point-name)")];
  const rows = () => [...document.querySelectorAll(".matrix tbody tr[id^='row-']")];
  const focused = () => document.activeElement?.closest(CELL);

  const rove = (to) => {
    for (const cell of document.querySelectorAll(CELL)) cell.tabIndex = cell === to ? 0 : -1;
  };

  // After a load or swap: where the focus is, where it was, or the first cell.
  const settle = () => {
    const all = document.querySelectorAll(CELL);
    const stop = focused() ?? [...all].find((cell) => cell.tabIndex === 0 && cell.hasAttribute("tabindex"));
    if (all.length) rove(stop ?? document.querySelector(".matrix tbody .cell") ?? all[0]);
  };

  const openedBelow = (row) => {
    const next = row?.nextElementSibling;
    return next?.matches(".opened-row") ? next : null;
  };

  const cellOf = (opened) => document.getElementById(opened.id.replace("opened", "cell"));

  const close = (opened) => {
    const cell = cellOf(opened);
    cell?.setAttribute("aria-expanded", "false");
    const hadFocus = opened.contains(document.activeElement);
    opened.remove();
    if (hadFocus) cell?.focus();
  };

  const step = (cell, key, isWide) => {
    const all = rows();
    const row = all.indexOf(cell.closest("tr"));
    const line = cells(all[row]);
    const at = line.indexOf(cell);
    if (key === "ArrowLeft") return line[at - 1];
    if (key === "ArrowRight") return line[at + 1];
    if (key === "ArrowUp") return row ? cells(all[row - 1])[at] : null;
    if (key === "ArrowDown") return row < all.length - 1 ? cells(all[row + 1])[at] : null;
    if (key === "Home") return isWide ? cells(all[0])[0] : line[0];
    if (key === "End") return isWide ? cells(all.at(-1)).at(-1) : line.at(-1);
    return undefined; // no key of the table
  };

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.metaKey || event.shiftKey || event.isComposing) return;
    const cell = focused();
    const opened = document.activeElement?.closest(".opened-row") ?? openedBelow(cell?.closest("tr"));
    if (event.key === "Escape" && opened) {
      event.preventDefault();
      close(opened);
    } else if (cell && (!event.ctrlKey || event.key === "Home" || event.key === "End")) {
      const next = step(cell, event.key, event.ctrlKey);
      if (next === undefined && !event.key.startsWith("Arrow")) return;
      event.preventDefault();
      next?.focus();
    }
  });

  document.addEventListener("focusin", ({ target }) => {
    const cell = target.closest(CELL);
    if (cell) rove(cell);
  });

  // Before htmx hears it: an open quote closes, and a row has one quote at most.
  document.addEventListener(
    "click",
    (event) => {
      const cell = event.target.closest(".cell");
      const closing = event.target.closest("[data-close-quote]");
      const opened = closing?.closest(".opened-row") ?? openedBelow(cell?.closest("tr"));
      const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.button);
      if (!opened || !isPlain || !(cell || closing)) return;
      const isSame = closing || cellOf(opened) === cell;
      if (isSame) {
        event.preventDefault();
        event.stopPropagation();
      }
      close(opened);
    },
    { capture: true },
  );

  document.addEventListener("htmx:afterSwap", ({ detail }) => {
    const { elt, verb } = detail.requestConfig;
    if (verb === "get" && elt.matches(".cell")) elt.setAttribute("aria-expanded", "true");
    // A row that was answered anew takes its old quote away.
    for (const old of document.querySelectorAll(".opened-row")) {
      const cell = cellOf(old);
      if (!cell || cell.getAttribute("aria-expanded") !== "true") old.remove();
    }
  });
  document.addEventListener("htmx:load", settle);
  settle();

  const post = (cell, url, values) =>
    htmx.ajax("POST", url, { source: cell, target: cell.closest("tr"), swap: "outerHTML", values });

  // Of a cell with a sentence, what the sentence is; of one without, that there is none.
  const say = (cell, kind) => {
    const { link, sentence, silence } = cell.dataset;
    if (link) post(cell, link, { sentence, kind });
    else if (silence && kind === "none") post(cell, silence, {});
  };

  // The bar's buttons take no focus from the cell they act on.
  const acts = {
    link: (cell) => say(cell, "same"),
    none: (cell) => say(cell, "none"),
    review: ({ dataset }) => dataset.review && location.assign(dataset.review),
    article: ({ dataset }) => dataset.article && location.assign(dataset.article),
  };
  for (const button of bar.querySelectorAll("[data-act]")) {
    button.hidden = false;
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      const cell = focused();
      if (cell) acts[button.dataset.act](cell);
    });
  }
}
