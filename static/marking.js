"use strict";
// Marking by mouse, pen and touch: select words, then Mark claim (Enter). A double press on a claim
// turns on two handles that move its ends. The selection itself shows the snapped words.
const Marking = (() => {
  const SETTLE_MS = 250; // after the selection's last change by touch or keyboard
  const ONE_PARAGRAPH = "A claim stands in one paragraph. Select words of one paragraph.";
  const { article } = Reading;
  const tools = document.getElementById("seltools");
  const says = document.getElementById("seltools-says");
  const buttons = {
    mark: document.getElementById("mark-words"),
    move: document.getElementById("move-ends"),
    find: document.getElementById("find-words"),
    leave: document.getElementById("leave-words"),
  };
  const handles = { start: document.getElementById("handle-start"), end: document.getElementById("handle-end") };
  let span = null; // the words to mark: { paragraph, start, end }
  let moving = null; // the claim whose ends move: { claim, url }
  let isPressed = false;
  let timer = 0;

  const isTouch = () => matchMedia("(pointer: coarse)").matches;

  const tint = (words) => {
    const range = Spans.rangeOf(words);
    getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  };

  // By touch the system owns the selection and its handles, so the snapped words are lit beside it.
  const light = (words) => {
    if (words && isTouch()) CSS.highlights?.set("snapped", new Highlight(Spans.rangeOf(words)));
    else CSS.highlights?.delete("snapped");
  };

  const send = (url, words) =>
    htmx.ajax("POST", url, {
      source: words.paragraph,
      target: words.paragraph.parentElement,
      swap: "outerHTML",
      values: {
        revision: article.dataset.revision,
        paragraph: words.paragraph.parentElement.dataset.paragraph,
        start: words.start,
        end: words.end,
      },
    });

  // Above the first line of the words, near the top of the window below their last.
  const place = (range) => {
    const lines = [...range.getClientRects()].filter((line) => line.width);
    const [first, last] = [lines[0], lines.at(-1)];
    const edge = 8;
    const above = first.top - tools.offsetHeight - edge;
    const y = above > edge ? above : last.bottom + edge;
    const x = Math.min(first.left, innerWidth - tools.offsetWidth - edge);
    tools.style.setProperty("--x", `${Math.max(edge, x) + scrollX}px`);
    tools.style.setProperty("--y", `${y + scrollY}px`);
  };

  const show = (range, refusal = "") => {
    tools.hidden = false;
    says.textContent = refusal;
    buttons.mark.hidden = Boolean(moving || refusal);
    buttons.move.hidden = !moving;
    buttons.find.hidden = !span;
    if (span) Spans.findBy(buttons.find, span);
    place(range);
  };

  const leave = () => {
    const claim = moving?.claim;
    const hadFocus = tools.contains(document.activeElement) || Object.values(handles).includes(document.activeElement);
    if (!tools.hidden) getSelection().removeAllRanges();
    tools.hidden = handles.start.hidden = handles.end.hidden = true;
    const before = span;
    span = moving = null;
    light(null);
    if (!hadFocus) return;
    (document.getElementById(`no-${claim}`) ?? before.paragraph).focus({ preventScroll: true });
  };

  const confirm = async () => {
    if (!span) return;
    const words = span;
    const url = moving?.url ?? article.dataset.mark;
    await send(url, words);
    if (!words.paragraph.isConnected) leave();
  };

  const look = () => {
    if (moving || !document.getElementById("textcursor").hidden) return;
    const selection = getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const found = range && article.contains(range.commonAncestorContainer) ? Spans.within(range) : [];
    span = found.length === 1 ? found[0] : null;
    light(span);
    if (span && !isTouch()) tint(span);
    if (span) show(Spans.rangeOf(span));
    else if (found.length > 1) show(range, ONE_PARAGRAPH);
    else if (!tools.contains(document.activeElement)) tools.hidden = true;
  };

  // Handles

  const at = (event) => {
    const point = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    const range = point ? null : document.caretRangeFromPoint?.(event.clientX, event.clientY);
    const [node, offset] = point ? [point.offsetNode, point.offset] : [range?.startContainer, range?.startOffset];
    return node && span.paragraph.contains(node) ? Spans.offsetOf(span.paragraph, node, offset) : null;
  };

  const edges = (end) => {
    const words = Spans.wordsOf(span.paragraph);
    return end === "start"
      ? words.map((word) => word.start).filter((edge) => edge < span.end)
      : words.map((word) => word.end).filter((edge) => edge > span.start);
  };

  const draw = () => {
    const range = Spans.rangeOf(span);
    tint(span);
    show(range);
    const lines = [...range.getClientRects()].filter((line) => line.width);
    const isRtl = span.paragraph.dir === "rtl";
    const places = { start: [lines[0], isRtl], end: [lines.at(-1), !isRtl] };
    for (const [end, [line, isRight]] of Object.entries(places)) {
      const handle = handles[end];
      handle.hidden = false;
      handle.style.setProperty("--x", `${(isRight ? line.right : line.left) + scrollX}px`);
      handle.style.setProperty("--y", `${line.top + scrollY}px`);
      handle.style.setProperty("--line", `${line.height}px`);
      const all = edges(end);
      handle.setAttribute("aria-valuemin", 1);
      handle.setAttribute("aria-valuemax", all.length);
      handle.setAttribute("aria-valuenow", all.filter((edge) => edge <= span[end]).length);
      handle.setAttribute("aria-valuetext", nearWord(end));
    }
  };

  const nearWord = (end) => {
    const fits = (word) => (end === "start" ? word.start >= span.start : word.end <= span.end);
    const words = Spans.wordsOf(span.paragraph).filter(fits);
    const word = end === "start" ? words[0] : words.at(-1);
    return word ? `${end}s with ${Spans.wordsIn({ paragraph: span.paragraph, ...word })}` : "";
  };

  const setEnd = (end, edge) => {
    if (edge === undefined || edge === span[end]) return;
    span = { ...span, [end]: edge };
    draw();
  };

  const nearest = (all, offset) =>
    all.reduce((best, edge) => (Math.abs(edge - offset) < Math.abs(best - offset) ? edge : best), all[0]);

  const startMoving = (claim) => {
    const button = document.querySelector(`[data-move="${claim}"]`);
    span = button && Spans.ofClaim(claim);
    if (!span) return;
    moving = { claim, url: button.dataset.url };
    draw();
    handles.end.focus({ preventScroll: true });
  };

  for (const [end, handle] of Object.entries(handles)) {
    handle?.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      handle.setPointerCapture(event.pointerId);
      handle.classList.add("is-dragged");
      handle.focus({ preventScroll: true });
    });
    handle?.addEventListener("pointermove", (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      const offset = at(event);
      if (offset !== null) setEnd(end, nearest(edges(end), offset));
    });
    handle?.addEventListener("lostpointercapture", () => handle.classList.remove("is-dragged"));
    handle?.addEventListener("keydown", (event) => {
      const forward = span?.paragraph.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
      const back = span?.paragraph.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
      const all = edges(end);
      if (event.key === forward) setEnd(end, all.find((edge) => edge > span[end]));
      else if (event.key === back) setEnd(end, all.findLast((edge) => edge < span[end]));
      else return;
      event.preventDefault();
    });
  }

  // Listening

  document.addEventListener("pointerdown", (event) => {
    isPressed = true;
    if (event.target.closest(".seltools, .end-handle")) return;
    if (moving) leave();
    else tools.hidden = true;
  });
  for (const over of ["pointerup", "pointercancel"]) {
    document.addEventListener(over, () => {
      isPressed = false;
      clearTimeout(timer);
      timer = setTimeout(look);
    });
  }
  document.addEventListener("selectionchange", () => {
    if (isPressed || moving) return;
    clearTimeout(timer);
    timer = setTimeout(look, SETTLE_MS);
  });
  tools?.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the selection
  buttons.mark?.addEventListener("click", confirm);
  buttons.move?.addEventListener("click", confirm);
  buttons.leave?.addEventListener("click", leave);

  document.addEventListener("keydown", (event) => {
    if (!tools || tools.hidden || event.defaultPrevented) return;
    const isIdle = !document.activeElement.closest("a, button, input, textarea, select, summary, [popover]");
    const isHandle = document.activeElement.matches(".end-handle");
    if (event.key === "Escape") leave();
    else if (event.key === "Enter" && (isIdle || isHandle)) confirm();
    else if (event.key === "Tab" && isIdle && !event.shiftKey) tools.querySelector(".btn:not([hidden])").focus();
    else return;
    event.preventDefault();
  });
  document.addEventListener("claim-pressed-twice", ({ detail: { claim } }) => {
    if (document.querySelector(`[data-move="${claim}"]`)) startMoving(claim);
  });
  document.addEventListener("click", (event) => {
    const claim = event.target.closest("[data-move]")?.dataset.move;
    if (claim) startMoving(claim);
  });

  return { send, tint };
})();
