"use strict";
// Two revisions side by side: “next” and “previous change” go on from the change last looked at.
{
  const changes = [...document.querySelectorAll("[data-change]")];
  let at = -1;

  document.addEventListener("focusin", (event) => {
    const found = changes.indexOf(event.target.closest("[data-change]"));
    if (found >= 0) at = found;
  });

  document.addEventListener("click", (event) => {
    const step = Number(event.target.closest("[data-step]")?.dataset.step);
    if (!step) return;
    event.preventDefault();
    const from = at < 0 && step < 0 ? changes.length : at;
    at = Math.min(Math.max(from + step, 0), changes.length - 1);
    changes[at].focus({ preventScroll: true });
    changes[at].scrollIntoView({ block: "center" });
  });
}
