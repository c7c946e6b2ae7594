"use strict";
// What a swap brought in is lit once, then fades. htmx settles at once, so that no key meets a part
// of the page that is not wired yet; its own classes for this come and go unseen.
{
  document.addEventListener("htmx:load", ({ target }) => {
    if (target !== document.body && !target.closest(".toasts, [data-quiet]")) target.classList.add("arrived");
  });
  document.addEventListener("animationend", ({ target }) => target.classList.remove("arrived"));
}
