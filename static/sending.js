"use strict";
// Sending forms: a double press sends once. The browser's time zone is told once.
{
  const ZONE_TOLD = "zone-told"; // for which account; a zone the desk does not know is not told again
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
  if (zone && sessionStorage.getItem(ZONE_TOLD) !== zone.dataset.account) {
    zone.elements.zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
    sessionStorage.setItem(ZONE_TOLD, zone.dataset.account);
    fetch(zone.action, { method: "post", body: new FormData(zone) });
  }
}
