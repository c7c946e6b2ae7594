"use strict";
// What a person sees when a request of htmx takes long, or gets no answer or a refusal.
{
  const SLOW_MS = 10_000; // "This takes longer than usual", with a way to stop
  const PING_MS = 5_000; // how often to ask whether the desk answers again
  const offline = document.getElementById("offline");
  const slow = document.getElementById("slow");
  const timers = new Map(); // from each request under way to its timer
  let ping = null;

  const back = () => {
    offline.hidden = true;
    clearInterval(ping);
    ping = null;
  };

  const away = () => {
    offline.hidden = false;
    ping ??= setInterval(async () => {
      const answer = await fetch(offline.dataset.ping, { credentials: "omit" }).catch(() => null);
      if (answer?.ok) back();
    }, PING_MS);
  };

  const takeLines = () => document.querySelectorAll(".answer").forEach((line) => line.remove());

  // One line in place: under the form or control that asked.
  const say = (status, asker) => {
    takeLines();
    const words = document.getElementById(`answer-${status}`) ?? document.getElementById("answer-other");
    const line = words.content.cloneNode(true);
    const place = asker.closest("form") ?? asker;
    if (!place.isConnected || place === document.body) document.getElementById("main").prepend(line);
    else if (place.matches("li, td, th")) place.append(line);
    else place.after(line);
  };

  document.addEventListener("htmx:responseError", (event) => {
    const { xhr, elt } = event.detail;
    if (xhr.status >= 500) away();
    else say(xhr.status, elt);
  });
  document.addEventListener("htmx:sendError", away);
  document.addEventListener("htmx:timeout", away);

  document.addEventListener("htmx:beforeSend", ({ detail: { xhr } }) => {
    timers.set(xhr, setTimeout(() => (slow.hidden = false), SLOW_MS));
  });
  document.addEventListener("htmx:afterRequest", ({ detail: { xhr } }) => {
    clearTimeout(timers.get(xhr));
    timers.delete(xhr);
    if (!timers.size) slow.hidden = true;
    if (xhr.status >= 200 && xhr.status < 500) back();
    if (xhr.status >= 200 && xhr.status < 400) takeLines();
  });
  slow.querySelector("button").addEventListener("click", () => {
    for (const xhr of [...timers.keys()]) xhr.abort();
  });
}
