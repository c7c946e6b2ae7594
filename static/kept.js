"use strict";
// What was typed when the login had expired stands in its field again after signing in.
{
  const nameOf = (field) => `typed ${field.dataset.keep}`;
  const fields = () => document.querySelectorAll("[data-keep]");

  const keep = () => fields().forEach((field) => sessionStorage.setItem(nameOf(field), field.value));

  document.addEventListener("htmx:beforeOnLoad", ({ detail: { xhr } }) => {
    if (xhr.getResponseHeader("HX-Redirect")?.includes("next=")) keep();
  });
  document.addEventListener("signing-in", keep);

  document.addEventListener("DOMContentLoaded", () => {
    for (const field of fields()) {
      const typed = sessionStorage.getItem(nameOf(field));
      sessionStorage.removeItem(nameOf(field));
      if (!typed || typed === field.value) continue;
      field.value = typed;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
}
