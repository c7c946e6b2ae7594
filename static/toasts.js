"use strict";
// Toasts: at most two. One without an action leaves by itself; Undo stays. Only the newest Undo has
// the key. Closing one gives the focus back to where it was.
{
  const LIFE_MS = 8_000;
  const AT_MOST = 2;
  const region = document.getElementById("toasts");
  let before = null; // what had the focus before it entered the region

  const leave = (toast) => {
    const isFocused = toast.contains(document.activeElement);
    toast.remove();
    if (isFocused) (before?.isConnected ? before : document.getElementById("main")).focus();
  };

  // Not while somebody reads it.
  const expire = (toast) => {
    const isRead = toast.matches(":hover, :focus-within");
    if (isRead) setTimeout(expire, LIFE_MS, toast);
    else leave(toast);
  };

  const welcome = (toast) => {
    toast.querySelector("[data-close]").hidden = false;
    if (!toast.querySelector("[data-undo]")) setTimeout(expire, LIFE_MS, toast);
  };

  const tidy = () => {
    [...region.children].slice(0, -AT_MOST).forEach(leave);
    const older = [...region.querySelectorAll("[data-undo] [data-key]")].slice(0, -1);
    for (const button of older) {
      button.removeAttribute("data-key");
      button.querySelector("kbd")?.remove();
    }
  };

  region.addEventListener("focusin", (event) => {
    if (!region.contains(event.relatedTarget)) before = event.relatedTarget;
  });
  region.addEventListener("click", (event) => {
    const close = event.target.closest("[data-close]");
    if (close) leave(close.closest(".toast"));
  });
  new MutationObserver((changes) => {
    const arrived = changes.flatMap((change) => [...change.addedNodes]);
    arrived.filter((node) => node.matches?.(".toast")).forEach(welcome);
    tidy();
  }).observe(region, { childList: true });
  [...region.children].forEach(welcome);
  tidy();
}
