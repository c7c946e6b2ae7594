"use strict";
// Others' work shows by itself. Every 4 s the page asks what is new in its view; while it is hidden
// it asks nothing. What is new takes its place only where nothing moves by it, and not in what has
// the focus or the pointer; that waits until nobody is at it. All else is a line with a way to see it.
{
  const EVERY_MS = 4_000;
  const SOON_MS = 500; // when the reader did something while the desk answered
  const PATIENCE_MS = 10_000; // without an answer the desk does not answer
  const LONGEST_MS = 30_000; // between two tries while it does not
  const STATUS = /^is-(unreviewed|verified|disputed|unresolved)$/;
  const FIELDS = "#verdict-form :is(textarea, input:not([type=hidden], [type=submit]))";
  const line = document.getElementById("news");
  const kept = new Map(); // from ids to what takes their place once nobody is at it
  let watched = null; // the part of the page whose view is asked for, until a swap brings another
  let known = ""; // the claims that the line tells of
  let acted = false; // the reader did something here since the desk was last asked
  let isAsking = false;
  let wait = EVERY_MS;
  let timer = 0;
  let ahead = 0; // ms that the desk's clock is before ours

  const ids = (elements) => [...elements].map((one) => one.id.replace("claim-", "")).join(" ");
  const overDue = () =>
    [...document.querySelectorAll("[data-until]")]
      .filter((hold) => hold.dataset.until * 1_000 <= Date.now() + ahead)
      .map((hold) => hold.dataset.held)
      .join(" ");

  const say = (news) => {
    const hadFocus = line.contains(document.activeElement);
    known = news?.dataset.news ?? "";
    line.replaceChildren(...(news?.hasChildNodes() ? [news] : []));
    htmx.process(line);
    if (hadFocus) (line.querySelector("a") ?? document.getElementById("main")).focus();
  };

  const begin = (view) => {
    watched = view;
    kept.clear();
    acted = false;
    if (known || line.hasChildNodes()) say(null);
  };

  const isTouched = (part) => part.matches(":hover, :focus-within, :has(:checked)");

  // Whole where nothing around it grows by it; else its status and its hold, where these fit.
  const place = (old, fresh) => {
    const around = old.parentElement;
    const size = () => [around.offsetHeight, old.matches("span") ? around.offsetWidth : 0];
    const [tall, wide] = size();
    const { height } = old.getBoundingClientRect();
    const isWhole = !old.matches(".is-current");
    if (isWhole) old.replaceWith(fresh);
    const [isTaller, isWider] = size().map((now, at) => now > [tall, wide][at]);
    if (isWhole && !isTaller && !isWider) {
      if (fresh.getBoundingClientRect().height < height) fresh.style.minBlockSize = `${height}px`;
      htmx.process(fresh);
      htmx.trigger(fresh, "htmx:load");
      return;
    }
    if (isWhole) fresh.replaceWith(old);
    for (const name of old.matches("li") ? [".status", ".age"] : []) {
      const part = old.querySelector(name);
      const other = fresh.querySelector(name);
      if (part && other && part.outerHTML !== other.outerHTML) place(part, other);
    }
  };

  // A claim's marks in the text wear its status, as its note does.
  const restyle = (note) => {
    const status = [...note.classList].find((name) => STATUS.test(name));
    for (const part of document.querySelectorAll(`[data-claim="${note.dataset.note}"], #no-${note.dataset.note}`)) {
      for (const name of [...part.classList].filter((one) => STATUS.test(one))) part.classList.remove(name);
      part.classList.add(status);
    }
    const words = document.querySelector(`[data-status-of="${note.dataset.note}"]`);
    if (words) words.textContent = note.querySelector(".status").textContent.trim().toLowerCase();
  };

  const settle = () => {
    for (const [id, fresh] of kept) {
      const old = document.getElementById(id);
      if (old && isTouched(old)) continue;
      kept.delete(id);
      if (old) place(old, fresh);
    }
  };

  const take = (html) => {
    const parts = document.createElement("template");
    parts.innerHTML = html;
    for (const fresh of parts.content.querySelectorAll("[id]")) {
      const isInner = fresh.parentElement?.closest("[id], [data-news]") || fresh.closest("[data-news]");
      if (isInner || !document.getElementById(fresh.id)) continue;
      if (fresh.matches("[data-note]")) restyle(fresh);
      kept.set(fresh.id, fresh);
    }
    settle();
    const news = parts.content.querySelector("[data-news]");
    if (news) say(news);
  };

  const question = (view) => {
    const address = new URL(view.dataset.watch, location);
    const shown = address.searchParams.get("shown") || ids(view.querySelectorAll(".queue-row"));
    for (const [name, value] of Object.entries({ seen: view.dataset.seen, shown, known, over: overDue() })) {
      if (value) address.searchParams.set(name, value);
    }
    if (acted) address.searchParams.set("acted", "1");
    const unread = document.getElementById("nav-unread")?.textContent.replace(/\D/g, "");
    address.searchParams.set("unread", unread || 0);
    return address;
  };

  const signedOut = (address) => {
    const news = document.getElementById("news-signed-out").content.firstElementChild.cloneNode(true);
    news.querySelector("a").href = address;
    if (!document.getElementById("news-sign-in")) say(news);
  };

  // How long to wait until the next question.
  const hear = async (view, answer) => {
    const html = await answer.text();
    // What the reader did meanwhile may be in it as if another had: the next answer knows.
    if (acted || view !== document.querySelector("[data-watch]")) return SOON_MS;
    const login = answer.headers.get("HX-Redirect");
    if (login) {
      signedOut(login);
      return EVERY_MS;
    }
    if (document.getElementById("news-sign-in")) say(null);
    view.dataset.seen = answer.headers.get("Desk-Seen") ?? view.dataset.seen;
    ahead = Date.parse(answer.headers.get("Date")) - Date.now() || 0;
    if (html) take(html);
    else settle();
    return EVERY_MS;
  };

  const later = () => {
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(ask, wait);
  };

  const ask = async () => {
    const view = document.querySelector("[data-watch]");
    if (isAsking || document.hidden || !view) return later();
    if (view !== watched) begin(view);
    const address = question(view);
    const hasActed = acted;
    isAsking = true;
    acted = false;
    try {
      const headers = { "HX-Request": "true", "HX-Current-URL": location.href };
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const answer = await fetch(address, { headers, signal, cache: "no-store" });
      if (answer.status >= 500) throw new Error("no answer");
      wait = answer.ok ? await hear(view, answer) : LONGEST_MS;
    } catch {
      acted ||= hasActed;
      wait = Math.min(2 * wait, LONGEST_MS);
      document.dispatchEvent(new CustomEvent("htmx:sendError")); // "The desk does not answer"
    }
    isAsking = false;
    later();
  };

  const typed = () => [...document.querySelectorAll(FIELDS)].map(({ name, value }) => [name, value]);
  const refill = (values) => {
    for (const [name, value] of values) {
      const field = document.querySelector(`#verdict-form [name="${name}"]`);
      if (field && value) field.value = value;
    }
  };

  let before = []; // what stood in the form when what is new was asked for
  document.addEventListener("htmx:beforeRequest", ({ detail: { elt, requestConfig } }) => {
    acted ||= requestConfig.verb !== "get";
    if (elt.id === "news-show") before = typed();
  });
  document.addEventListener(
    "htmx:afterSwap",
    ({ detail }) => {
      if (detail.requestConfig.elt.id !== "news-show") return;
      refill(before);
      const landing = document.querySelector("[data-landing], .rows .row-link");
      if (landing) landing.dataset.focus = "";
    },
    { capture: true },
  );
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    acted ||= detail.requestConfig.verb !== "get";
    const view = document.querySelector("[data-watch]");
    if (view && view !== watched) begin(view);
  });
  line.addEventListener("click", (event) => {
    if (event.target.closest("#news-sign-in")) document.dispatchEvent(new CustomEvent("signing-in"));
    else if (event.target.closest("[data-reload]")) {
      event.preventDefault();
      location.reload();
    }
  });
  const again = () => {
    clearTimeout(timer);
    wait = EVERY_MS;
    ask();
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(timer) : again()));
  window.addEventListener("online", again);
  window.addEventListener("pageshow", ({ persisted }) => persisted && again());
  watched = document.querySelector("[data-watch]");
  later();
}
