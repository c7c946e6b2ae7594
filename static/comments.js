"use strict";
// Comments. What is typed is kept in the tab until it is sent; "@" offers the members of the desk.
{
  const KEPT = "comment:";
  const CALL = /(?:^|[\s([{,;:])@([\p{L}\p{N}_.+-]{1,30})$/u; // up to the caret
  const WAIT_MS = 150; // after a letter, before the desk is asked

  // What was typed and not sent stands there again: after a verdict, a swap, a lost session.
  const keep = (field) => {
    const name = KEPT + field.dataset.talk;
    if (field.value.trim()) sessionStorage.setItem(name, field.value);
    else sessionStorage.removeItem(name);
  };

  const bringBack = () => {
    for (const field of document.querySelectorAll("[data-talk]")) {
      const kept = sessionStorage.getItem(KEPT + field.dataset.talk);
      if (!kept || field.value) continue;
      field.value = kept;
      const around = field.closest("details");
      if (around) around.open = true;
    }
  };

  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const field = detail.requestConfig.elt.querySelector?.("[data-talk]");
    const isSent = field && detail.requestConfig.verb === "post" && detail.xhr.status === 200;
    if (isSent && detail.requestConfig.elt.matches("form")) sessionStorage.removeItem(KEPT + field.dataset.talk);
  });
  document.addEventListener("htmx:afterSettle", bringBack);
  bringBack();

  // A reply opens with the focus in its field.
  document.addEventListener(
    "toggle",
    ({ target }) => {
      const isByHand = target.open && target.contains(document.activeElement);
      if (isByHand && target.matches(".thread-acts > details")) target.querySelector("[data-talk]").focus();
    },
    { capture: true },
  );

  // Names: a list under the field, moved through with the arrows.
  const offered = document.createElement("ul");
  offered.id = "offered";
  offered.className = "offered";
  offered.setAttribute("role", "listbox");
  offered.setAttribute("aria-label", "Colleagues");
  let field = null; // whose list is open
  let timer = 0;
  let asked = 0; // only the newest answer counts

  const close = () => {
    asked += 1;
    clearTimeout(timer);
    offered.remove();
    for (const name of ["aria-controls", "aria-activedescendant", "aria-autocomplete"]) field?.removeAttribute(name);
    field = null;
  };

  const choose = (option) => {
    offered.querySelector("[aria-selected]")?.removeAttribute("aria-selected");
    option.setAttribute("aria-selected", "true");
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };

  const open = (around, options) => {
    close();
    if (!options.trim()) return;
    offered.innerHTML = options;
    field = around;
    field.after(offered);
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", offered.id);
    choose(offered.firstElementChild);
  };

  const begun = (around) => around.value.slice(0, around.selectionStart).match(CALL)?.[1];

  const ask = async (around) => {
    const number = (asked += 1);
    const query = new URLSearchParams({ q: begun(around) ?? "" });
    const answer = await fetch(`${around.dataset.people}?${query}`, { headers: { "HX-Request": "true" } });
    const options = answer.ok && !answer.redirected ? await answer.text() : "";
    if (number === asked && begun(around)) open(around, options);
  };

  const take = (option) => {
    const around = field;
    const end = around.selectionStart;
    around.setRangeText(`${option.dataset.name} `, end - begun(around).length, end, "end");
    close();
    if (around.dataset.talk) keep(around);
  };

  document.addEventListener("input", ({ target }) => {
    if (target.matches("[data-talk]")) keep(target);
    if (!target.matches("[data-people]")) return;
    clearTimeout(timer);
    if (begun(target)) timer = setTimeout(ask, WAIT_MS, target);
    else close();
  });

  document.addEventListener("keydown", (event) => {
    if (!field || event.target !== field) return;
    const now = offered.querySelector("[aria-selected]");
    if (event.key === "ArrowDown") choose(now.nextElementSibling ?? offered.firstElementChild);
    else if (event.key === "ArrowUp") choose(now.previousElementSibling ?? offered.lastElementChild);
    else if (event.key === "Escape") close();
    else if ((event.key === "Enter" || event.key === "Tab") && !event.ctrlKey && !event.metaKey) take(now);
    else return;
    event.preventDefault();
  });

  offered.addEventListener("pointerdown", (event) => {
    event.preventDefault(); // the focus stays in the field
    const option = event.target.closest("[role=option]");
    if (option) take(option);
  });
  document.addEventListener("focusout", ({ target }) => {
    if (target === field) close();
  });
}
