"use strict";
// Focus after a swap: on what the server marked with data-focus, else exactly where it was, else on
// the nearest thing around it that is still there, on its heading where that takes one. Never lost
// to <body>.
{
  const PATH = "focus-path"; // where the focus was when a plain form left the page
  const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";
  let path = []; // ids from the focused element outwards; empty when nothing had the focus

  const isLost = () => !document.activeElement || document.activeElement === document.body;

  const focus = (element, options) => {
    if (!element.matches(FOCUSABLE)) element.setAttribute("tabindex", "-1");
    element.focus(options);
  };

  // Toasts come and go, so the way back never leads to one.
  const remember = () => {
    path = [];
    if (isLost()) return;
    for (let element = document.activeElement; element; element = element.parentElement) {
      if (element.id && !element.closest(".toasts")) path.push(element.id);
    }
  };

  // The mark is used up: a later swap elsewhere on the page must not come back to it.
  const toMark = () => {
    const mark = [...document.querySelectorAll("[data-focus]")].find((one) => one.checkVisibility());
    mark?.removeAttribute("data-focus");
    if (mark) focus(mark);
    return Boolean(mark);
  };

  // Where a page that came of an act is read from.
  const landing = () =>
    document.querySelector("[data-landing]") ?? document.getElementById("main");

  const restore = () => {
    if (!isLost()) return;
    const around = path.map((id) => document.getElementById(id));
    const nearest = around.find((one) => one?.checkVisibility() && one.id !== "main") ?? landing();
    const head = document.getElementById(nearest.getAttribute("aria-labelledby"));
    focus(head?.hasAttribute("tabindex") ? head : nearest, { preventScroll: true });
  };

  document.addEventListener("htmx:beforeRequest", remember);
  document.addEventListener("htmx:beforeSwap", remember);
  // At once with the swap, not when it has settled: a key pressed in between would go astray.
  document.addEventListener("htmx:afterSwap", toMark);
  document.addEventListener("htmx:afterSettle", () => {
    if (!toMark() && path.length) restore();
  });
  // A swap that only takes away has nothing that settles.
  document.addEventListener("htmx:afterRequest", () => {
    if (path.length && !document.querySelector("[data-focus]")) restore();
  });

  // A form without htmx loads a page: the focus goes on from the same place there.
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.target.method !== "post") return;
    remember();
    sessionStorage.setItem(PATH, JSON.stringify(path));
  });
  document.addEventListener("DOMContentLoaded", () => {
    const left = sessionStorage.getItem(PATH);
    sessionStorage.removeItem(PATH);
    path = JSON.parse(left ?? "[]");
    if (!toMark() && left) restore();
  });
}
