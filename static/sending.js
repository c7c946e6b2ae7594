"use strict";
// Sending forms: a double press sends once. The browser's time zone is told once.
{
  const RELEASE_MS = 10_000; // a form that did not leave the page, as a download, works again

  const release = (form) => delete form.dataset.sent;

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    setTimeout(release, RELEASE_MS, form);
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("[data-sent]").forEach(release));

  document.addEventListener("htmx:confirm", (event) => {
    const { elt, verb } = event.detail;
    if (verb !== "get" && elt.closest(".htmx-request")) event.preventDefault();
  });

  const zone = document.getElementById("zone-of-browser");
  if (zone && !sessionStorage.getItem("zone-told")) {
    zone.elements.zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
    sessionStorage.setItem("zone-told", "yes");
    fetch(zone.action, { method: "post", body: new FormData(zone) });
  }
}
