"use strict";
// Keys. A control declares its key: data-key="v", "ctrl+enter" or, one after the other, "g q".
// The key presses the visible control, or puts the focus into it when it is a field.
// Inside [data-keys-region] a key works only while the focus is in that region, and the innermost
// region wins; what the page has wins over the masthead. While rows are selected, what is done with
// the selection wins over what is done with one row.
// Lists: J and K go from row to row (.row-link or [data-row]).
// A person's own keys stand in the help (data-own) with the places where keys mean something: inside a
// region its own, else the page's, else those that are the same everywhere. See accounts/key_map.py.
// Keys rest in fields, with a modifier, while a dialog is open, and with data-keys="off" on <html>.
{
  const FIELD =
    "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset], [type=file])";
  const ROW = ".row-link, [data-row]";
  const SEQUENCE_MS = 1_500; // after G, how long the second key is waited for
  const help = document.getElementById("keys");
  const { own = {}, places = [] } = JSON.parse(help?.dataset.own ?? "{}");
  let first = ""; // the first key of a sequence
  let timer = 0;

  const regionsAround = (element) => {
    const regions = [];
    for (let at = element.closest("[data-keys-region]"); at; ) {
      regions.push(at);
      at = at.parentElement.closest("[data-keys-region]");
    }
    return regions;
  };

  const placeOf = (control) => {
    const region = control.closest("[data-keys-region]")?.dataset.keysRegion;
    const has = (place) => place.keys.includes(control.dataset.key);
    if (region) return places.find((place) => place.region === region);
    const isHere = (place) => place.path && new RegExp(place.path).test(location.pathname) && has(place);
    const page = control.closest(".masthead, .toasts") ? null : places.find(isHere);
    return page ?? places.find((place) => !place.path && !place.region && has(place));
  };

  // The key that presses the control: the person's own, else the one it declares.
  const keyOf = (control) => own[placeOf(control)?.name]?.[control.dataset.key] ?? control.dataset.key;
  const rowKey = (key) => own.lists?.[key] ?? key;

  const controls = () =>
    [...document.querySelectorAll("[data-key]")].filter(
      (control) => control.checkVisibility({ visibilityProperty: true }) && !control.disabled,
    );

  const inReach = (control) =>
    regionsAround(control).every((region) => region.contains(document.activeElement));

  const find = (key) => {
    const fitting = controls().filter((control) => keyOf(control) === key && inReach(control));
    const depth = (control) => {
      if (control.closest("[data-select-bar][data-chosen]")) return Infinity;
      return regionsAround(control).length || (control.closest(".masthead") ? -1 : 0);
    };
    return fitting.sort((a, b) => depth(b) - depth(a))[0];
  };

  const use = (control) => {
    if (control.matches("[type=radio], summary")) control.focus(); // Tab goes on from there
    if (control.matches(FIELD)) {
      control.focus();
      control.select?.();
    } else {
      control.click();
      if (control.matches("[open] > summary")) fieldBehind(control)?.focus();
    }
  };

  const fieldBehind = (summary) =>
    [...summary.parentElement.querySelectorAll(FIELD)].find((field) => field.type !== "hidden");

  const leaveField = (field) => {
    const around = field.closest("[tabindex='-1'], [data-keys-region]") ?? document.getElementById("main");
    around.tabIndex = -1; // the keys of the part of the page where the field was work on
    around.focus({ preventScroll: true });
  };

  const moveRow = (step) => {
    const rows = [...document.querySelectorAll(ROW)].filter((row) => row.checkVisibility());
    const holds = (row) => (row.closest("li, tr") ?? row).contains(document.activeElement);
    const at = rows.findIndex(holds);
    const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
    rows[next]?.focus();
    rows[next]?.scrollIntoView({ block: "nearest" });
    return Boolean(rows[next]);
  };

  // "v", "?", "ctrl+enter"; empty when the press is none of ours.
  const nameOf = (event, isTyping) => {
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    if (hasModifier && !event.getModifierState("AltGraph")) {
      return !event.altKey && event.key === "Enter" ? "ctrl+enter" : "";
    }
    const isOff = document.documentElement.dataset.keys === "off";
    if (isTyping || isOff || event.key.length !== 1 || event.key === " ") return "";
    const key = event.key.toLowerCase();
    return event.shiftKey && key !== event.key ? "" : key;
  };

  const begins = (key) => controls().some((control) => keyOf(control).startsWith(`${key} `));

  const press = (key) => {
    const control = find(first ? `${first} ${key}` : key);
    const isSequence = Boolean(first);
    clearTimeout(timer);
    first = "";
    if (control) use(control);
    else if (!isSequence && begins(key)) {
      first = key;
      timer = setTimeout(() => (first = ""), SEQUENCE_MS);
    } else if (help && key === (own.everywhere?.["?"] ?? "?")) showKeys(); // no room for its button
    else if (key === rowKey("j")) return moveRow(1);
    else if (key === rowKey("k")) return moveRow(-1);
    else return isSequence;
    return true;
  };

  // On window: what a page's own script has handled on the document comes here as prevented.
  window.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog:modal")) return;
    const field = event.target.closest?.(FIELD);
    if (event.key === "Escape" && field && !field.closest("[popover]")) {
      event.preventDefault();
      leaveField(field);
      return;
    }
    const key = nameOf(event, Boolean(field));
    const mayRepeat = key === rowKey("j") || key === rowKey("k");
    if (key && (mayRepeat || !event.repeat) && press(key)) event.preventDefault();
  });

  // The list of keys, made from the same controls.
  const wordsOf = (control) => {
    if (control.dataset.keyLabel) return control.dataset.keyLabel;
    const source = (control.labels?.[0] ?? control).cloneNode(true);
    source.querySelectorAll("kbd, .vh, svg").forEach((part) => part.remove());
    return source.textContent.trim() || control.getAttribute("aria-label") || "";
  };

  const signsOf = (key) =>
    key.split(/[ +]/).flatMap((part, index) => {
      const sign = document.createElement("kbd");
      sign.textContent = part.length > 1 ? part[0].toUpperCase() + part.slice(1) : part.toUpperCase();
      return index ? [key.includes(" ") ? " then " : " ", sign] : [sign];
    });

  const headingOf = (control) => {
    if (control.closest(".masthead, .toasts")) return "Everywhere";
    const region = control.closest("[data-keys-region]")?.dataset.keysRegion;
    return region || "On this page";
  };

  const copyOf = (id) => document.getElementById(id).content.cloneNode(true);

  const listKeys = () => {
    const sections = new Map([["On this page", new Map()]]);
    for (const control of controls()) {
      const key = keyOf(control);
      const isShadowed = control.closest(".masthead") && find(key) !== control;
      if (isShadowed || control.id === "keys-button") continue;
      const heading = headingOf(control);
      const keys = sections.get(heading) ?? new Map();
      const isBetter = !keys.has(key) || (!inReach(keys.get(key)) && inReach(control));
      if (isBetter) keys.set(key, control);
      sections.set(heading, keys);
    }
    const everywhere = sections.get("Everywhere");
    sections.delete("Everywhere");
    sections.set("Everywhere", everywhere ?? new Map());
    const lists = [...sections].filter(([name, keys]) => keys.size || name === "Everywhere");
    document.getElementById("keys-lists").replaceChildren(...lists.map(([name, keys]) => sectionOf(name, keys)));
  };

  // The list is a menu, too. What belongs to a row can be chosen when the focus came from that row.
  const entryOf = (control, button) => {
    if (!inReach(control)) return wordsOf(control);
    button.textContent = wordsOf(control);
    button.addEventListener("click", () => {
      help.close();
      use(control);
    });
    return button;
  };

  const showKeys = () => {
    listKeys();
    help.showModal();
    document.getElementById("keys-head").focus();
  };

  const sectionOf = (name, keys) => {
    const section = copyOf("keys-list");
    section.querySelector("h3").textContent = name;
    for (const [key, control] of keys) {
      const row = copyOf("keys-row");
      row.querySelector("dt").append(...signsOf(key));
      row.querySelector("dd").replaceChildren(entryOf(control, row.querySelector("button")));
      section.querySelector("dl").append(row);
    }
    if (name === "Everywhere") section.querySelector("dl").append(copyOf("keys-always"));
    section.querySelectorAll("[data-rows] kbd").forEach(hint);
    if (!document.querySelector(ROW)) section.querySelector("[data-rows]")?.remove();
    return section;
  };

  // Hints that stand in the page name the first keys; a person with keys of their own reads those.
  // data-in names the place of a hint for a part of the page, as a row.
  const hint = (kbd) => {
    const shown = (kbd.dataset.first ??= kbd.textContent);
    const first = shown.toLowerCase();
    const isOfPage = { closest: () => null, dataset: { key: first } };
    const key = kbd.dataset.in ? (own[kbd.dataset.in]?.[first] ?? first) : keyOf(isOfPage);
    kbd.textContent = key === first ? shown : key.toUpperCase();
  };
  const hintSequence = (part) => {
    const key = own.everywhere?.[part.dataset.sequence] ?? part.dataset.sequence;
    part.replaceChildren(...signsOf(key));
  };
  const hintAll = () => {
    for (const control of document.querySelectorAll("[data-key]:not([data-key='ctrl+enter'])")) {
      const kbd = (control.labels?.[0] ?? control).querySelector("kbd");
      if (kbd) kbd.textContent = keyOf(control).toUpperCase();
    }
    document.querySelectorAll("#keybar > span > kbd, kbd[data-hint]").forEach(hint);
    document.querySelectorAll("[data-sequence]").forEach(hintSequence);
  };
  if (places.length) {
    hintAll();
    document.addEventListener("htmx:afterSettle", hintAll);
  }

  if (help) {
    const button = document.getElementById("keys-button");
    button.hidden = false;
    button.addEventListener("mousedown", (event) => event.preventDefault()); // the row keeps the focus
    button.addEventListener("click", showKeys);
    help.addEventListener("close", () => {
      const isLost = document.activeElement === document.body || help.contains(document.activeElement);
      if (isLost) button.focus();
    });
  }
}
