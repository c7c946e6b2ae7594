"use strict";
// The panel "In other outlets" and what was checked before: after a choice the focus goes on to the
// next row, after the last to the heading. focus.js puts it there, so this comes before it: on the
// way down. When the suggestions have become final they are shown, unless somebody is at them.
{
  const nextOf = (settled) => {
    let row = settled.nextElementSibling;
    while (row && !row.matches(".other")) row = row.nextElementSibling;
    return row?.querySelector("[data-row]") ?? settled.closest("section, aside").querySelector("h2");
  };

  document.addEventListener(
    "htmx:afterSwap",
    ({ target }) => {
      if (target.matches("[data-settled]")) nextOf(target).dataset.focus = "";
    },
    { capture: true },
  );

  // "Not a match": its reasons open with the focus on them, Esc closes them again.
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (target.matches("[data-mismatch][open]")) target.querySelector("button").focus();
    },
    { capture: true },
  );
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && event.target.closest("[data-mismatch][open]");
    if (!open) return;
    event.preventDefault();
    open.open = false;
    open.querySelector("summary").focus();
  });

  document.addEventListener("htmx:load", ({ target }) => {
    const isRead = document.querySelector("#others:is(:hover, :focus-within)");
    if (target.matches("[data-final]") && !isRead) document.getElementById("show-final").click();
  });
}
