"use strict";
// Selecting rows of the queue: X or Space at a row, with Shift all since the last one, A the page.
// What is ticked stays so when another page or a filter takes the list's place; it is sent along.
{
  const ticked = new Set(); // values of boxes, those of other pages too
  let last = null; // the value ticked last, where a range begins
  let row = null; // the row that had the focus last: a press of the mouse takes the focus away

  const bar = () => document.querySelector("[data-select-bar]");
  const boxes = () => [...document.querySelectorAll('input[name="claim"][form="bulk-bar"]')];
  const boxIn = (element) => element?.closest?.("li")?.querySelector('input[name="claim"]');

  const set = (box, isTicked) => {
    box.checked = isTicked;
    if (isTicked) ticked.add(box.value);
    else ticked.delete(box.value);
  };

  // Ticks of rows that are not on the page travel as hidden fields.
  const tell = () => {
    const form = bar();
    if (!form) return;
    const shown = new Set(boxes().map((box) => box.value));
    form.querySelectorAll("[data-elsewhere]").forEach((field) => field.remove());
    for (const value of ticked) {
      if (shown.has(value)) continue;
      const field = Object.assign(document.createElement("input"), { type: "hidden", name: "claim", value });
      field.dataset.elsewhere = "";
      form.append(field);
    }
    const elsewhere = [...ticked].filter((value) => !shown.has(value)).length;
    const words = ticked.size ? `${ticked.size} selected${elsewhere ? `, ${elsewhere} on other pages` : ""}` : "";
    const status = form.querySelector("#selected");
    if (status.textContent !== words) status.textContent = words;
    form.toggleAttribute("data-chosen", ticked.size > 0);
    const all = boxes();
    form.querySelector("#select-page").checked = all.length > 0 && all.every((box) => box.checked);
  };

  const toggle = (box, isRange) => {
    if (!box) return;
    const all = boxes();
    const from = isRange ? all.findIndex((one) => one.value === last) : -1;
    const to = all.indexOf(box);
    const isTicked = isRange || !ticked.has(box.value);
    const range = from < 0 ? [box] : all.slice(Math.min(from, to), Math.max(from, to) + 1);
    range.forEach((one) => set(one, isTicked));
    last = box.value;
    tell();
  };

  const welcome = () => {
    bar()?.querySelectorAll(".with-script").forEach((part) => (part.hidden = false));
    boxes().forEach((box) => set(box, box.checked || ticked.has(box.value)));
    tell();
  };

  document.addEventListener("focusin", ({ target }) => {
    if (boxIn(target)) row = target;
  });
  document.addEventListener("click", (event) => {
    const { target } = event;
    if (target.matches?.('input[name="claim"]')) {
      const isTicked = target.checked;
      if (event.shiftKey && isTicked) toggle(target, true);
      else {
        set(target, isTicked);
        last = target.value;
        tell();
      }
    } else if (target.id === "select-page") {
      boxes().forEach((box) => set(box, target.checked));
      tell();
    } else if (target.closest?.("#select-row")) {
      if (!row?.isConnected) document.querySelector(".row-link")?.focus();
      toggle(boxIn(row), event.shiftKey);
    }
  });
  document.addEventListener("keydown", (event) => {
    const isOff = document.documentElement.dataset.keys === "off";
    if (isOff || event.ctrlKey || event.metaKey || event.altKey || !event.target.matches?.(".row-link")) return;
    const key = document.querySelector("#select-row kbd")?.textContent.toLowerCase(); // their own
    const isSpace = event.key === " ";
    if (!isSpace && !(event.shiftKey && event.key.toLowerCase() === key)) return;
    event.preventDefault();
    toggle(boxIn(event.target), event.shiftKey);
  });
  document.addEventListener("reset", ({ target }) => {
    if (!target.matches("[data-select-bar]")) return;
    ticked.clear();
    last = null;
    setTimeout(tell);
  });
  document.addEventListener("htmx:afterSwap", welcome);
  window.addEventListener("pageshow", welcome); // a browser that goes back restores the boxes
}
