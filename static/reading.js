"use strict";
// The claim in focus on the reading page: its marks and note are lit at once, its panel is loaded.
// Pressing marked text chooses its claim; under several claims a popover asks which.
const Reading = (() => {
  const DOUBLE_MS = 400; // two presses on one claim within this are a double press
  const article = document.getElementById("article");
  const which = document.getElementById("which");
  let last = { claim: "", at: 0 };

  const notes = () => [...document.querySelectorAll("[data-note]")];
  const current = () => document.querySelector(".note.is-current")?.dataset.note ?? "";
  const linkOf = (claim) => document.getElementById(`claim-${claim}-link`);

  const light = (claim) => {
    for (const part of document.querySelectorAll(".is-current[data-claim], .is-current[data-note]")) {
      part.classList.remove("is-current");
    }
    const parts = `[data-claim="${claim}"], [data-note="${claim}"]`;
    document.querySelectorAll(parts).forEach((part) => part.classList.add("is-current"));
    article.querySelectorAll("[aria-current]").forEach((link) => link.removeAttribute("aria-current"));
    linkOf(claim)?.setAttribute("aria-current", "true");
  };

  // The note's link loads the panel and the note's tools; it lights the claim on the way.
  const choose = (claim) => {
    if (claim !== current() || !document.querySelector(".is-current .note-tools")) linkOf(claim)?.click();
  };

  // Numbers count through the article, so a new claim moves those behind it.
  const renumber = () => {
    const numbers = new Map(notes().map((note, index) => [note.dataset.note, index + 1]));
    for (const place of article.querySelectorAll("[data-no]")) {
      place.textContent = numbers.get(place.dataset.no) ?? place.textContent;
    }
  };

  const forget = () => {
    const address = new URL(location);
    address.searchParams.delete("claim");
    address.hash = "";
    history.replaceState(history.state, "", address);
    htmx.ajax("GET", address.pathname, { target: "#others", swap: "innerHTML" });
  };

  const ask = (claims, { clientX, clientY }) => {
    const rows = claims.map((claim) => {
      const note = document.getElementById(`claim-${claim}`);
      const row = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.choose = claim;
      const parts = [".no", ".status", "a"].map((part) => note.querySelector(part).cloneNode(true));
      const words = document.createElement("span");
      words.append(...parts[2].childNodes);
      button.append(parts[0], parts[1], words);
      row.append(button);
      return row;
    });
    document.getElementById("which-claims").replaceChildren(...rows);
    which.showPopover();
    const edge = 8;
    const x = Math.min(clientX, innerWidth - which.offsetWidth - edge);
    const below = clientY + 16;
    const y = below + which.offsetHeight < innerHeight ? below : clientY - which.offsetHeight - 16;
    which.style.setProperty("--x", `${Math.max(edge, x)}px`);
    which.style.setProperty("--y", `${Math.max(edge, y)}px`);
    rows[0].firstChild.focus();
  };

  // Under several claims a double press means the one in focus, else the innermost.
  const pressed = (mark, target) => {
    const claims = mark.dataset.claims.split(" ");
    return claims.includes(current()) ? current() : target.closest("[data-claim]").dataset.claim;
  };

  article?.addEventListener("click", (event) => {
    const number = event.target.closest(".mark-no");
    const mark = event.target.closest("mark");
    if (number) {
      event.preventDefault();
      const claim = number.hash.slice("#claim-".length);
      choose(claim);
      linkOf(claim).focus();
    } else if (mark) {
      const claim = pressed(mark, event.target);
      const isDouble = claim === last.claim && event.timeStamp - last.at < DOUBLE_MS;
      last = { claim: isDouble ? "" : claim, at: event.timeStamp };
      if (isDouble) {
        if (which.matches(":popover-open")) which.hidePopover();
        document.dispatchEvent(new CustomEvent("claim-pressed-twice", { detail: { claim } }));
      } else if (getSelection().isCollapsed) {
        const claims = mark.dataset.claims.split(" ");
        if (claims.length > 1) ask(claims, event);
        else choose(claim);
      }
    }
  });

  article?.addEventListener("click", (event) => {
    const link = event.target.closest("[data-note] [id$='-link']");
    if (link) light(link.closest("[data-note]").dataset.note);
  });

  which?.addEventListener("click", (event) => {
    const claim = event.target.closest("[data-choose]")?.dataset.choose;
    if (!claim) return;
    which.hidePopover();
    choose(claim);
    document.getElementById(`no-${claim}`).focus();
  });

  const step = (by) => {
    const all = notes().map((note) => note.dataset.note);
    const at = all.indexOf(current());
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
    if (!all[next]) return;
    choose(all[next]);
    document.getElementById(`no-${all[next]}`).focus();
  };

  document.querySelectorAll("[data-step]").forEach((button) => {
    button.addEventListener("click", () => step(Number(button.dataset.step)));
  });

  document.addEventListener("claim-focused", ({ detail: { claim } }) => {
    renumber();
    if (claim) linkOf(claim)?.click();
    else forget();
  });

  const showControls = (root) => root.querySelectorAll("[data-with-script]").forEach((one) => (one.hidden = false));
  document.addEventListener("htmx:load", (event) => showControls(event.target.parentElement ?? document));
  showControls(document);

  return { article, choose, current };
})();
