"use strict";
// Completing a field as one types: the server fills the listbox, this opens it and takes from it.
// A field names its list in data-completed-by; an option has the whole new text in data-text.
{
  const listOf = (field) => document.getElementById(field?.dataset?.completedBy ?? "");
  const fieldOf = (list) => document.querySelector(`[data-completed-by="${list.id}"]`);
  const active = (list) => list.querySelector("[aria-selected=true]");
  const isAtEnd = (field) => field.selectionStart === field.value.length;

  const mark = (list, option) => {
    active(list)?.removeAttribute("aria-selected");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    const field = fieldOf(list);
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  };

  const open = (list, isOpen) => {
    list.hidden = !isOpen;
    const field = fieldOf(list);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-expanded", String(isOpen));
    mark(list, null);
  };

  const take = (list, option) => {
    const field = fieldOf(list);
    const isName = option.dataset.text.endsWith(":"); // its value is still to come
    field.value = option.dataset.text + (isName ? "" : " ");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    if (!isName) open(list, false);
  };

  const step = (list, by) => {
    const options = [...list.children];
    const at = options.indexOf(active(list));
    const next = at < 0 ? (by > 0 ? 0 : options.length - 1) : at + by;
    mark(list, options[next] ?? null); // beyond the last is what was typed
  };

  document.addEventListener("keydown", (event) => {
    const list = listOf(event.target);
    if (!list || event.isComposing) return;
    const isArrow = event.key === "ArrowDown" || event.key === "ArrowUp";
    const option = active(list);
    if (isArrow && list.children.length && isAtEnd(event.target)) {
      if (list.hidden) open(list, true);
      step(list, event.key === "ArrowDown" ? 1 : -1);
    } else if (!list.hidden && event.key === "Escape") open(list, false);
    else if (!list.hidden && option && (event.key === "Enter" || event.key === "Tab")) take(list, option);
    else {
      if (event.key === "Enter") open(list, false);
      return;
    }
    event.preventDefault();
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    const list = event.target;
    const field = list.matches?.("[role=listbox]") && fieldOf(list);
    if (!field) return;
    const isTyping = document.activeElement === field && isAtEnd(field) && /\S$/.test(field.value);
    const [first] = list.children;
    open(list, Boolean(first && isTyping && first.dataset.text !== field.value));
  });

  // A press would take the focus out of the field before the click comes.
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest?.("[role=listbox] [role=option]")) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const option = event.target.closest?.("[role=listbox] [role=option]");
    if (option) take(option.parentElement, option);
  });
  document.addEventListener("focusin", (event) => {
    const list = listOf(event.target);
    if (list) open(list, false);
  });
  document.addEventListener("focusout", (event) => {
    const list = listOf(event.target);
    if (list && !list.hidden) open(list, false);
  });
}
