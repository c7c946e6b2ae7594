"use strict";
// Marking without a mouse: T starts a cursor that steps by word and by sentence, Shift extends,
// Enter marks, Esc goes back to where the focus was. A polite live region says what it stands on.
{
  const bar = document.getElementById("textcursor");
  const says = document.getElementById("textcursor-says");
  const { article } = Reading;
  let at = null; // { paragraph, unit, start, end }: unit was stepped to and always stays selected
  let isSentence = true; // what was stepped by last
  let before = null; // what had the focus

  const paragraphs = () => [...article.querySelectorAll(Spans.PARAGRAPH)];
  const unitsOf = (paragraph, sentence) => (sentence ? Spans.sentencesOf(paragraph) : Spans.wordsOf(paragraph));

  const neighbour = (paragraph, by) => {
    const all = paragraphs();
    return all[all.indexOf(paragraph) + by];
  };

  const place = (words) => {
    const claims = Spans.claimsAt(words).map((note) => {
      const number = note.querySelector(".no").textContent;
      return `claim ${number}, ${note.querySelector(".status").textContent.trim().toLowerCase()}`;
    });
    return claims.length ? `, in ${claims.join(" and ")}` : "";
  };

  const show = (spoken) => {
    const words = at;
    Marking.tint(words);
    Spans.findBy(document.getElementById("cursor-find"), words);
    const line = Spans.rangeOf(words).getBoundingClientRect();
    const room = innerHeight - bar.offsetHeight;
    if (line.top < 80 || line.bottom > room - 16) {
      scrollBy({ top: line.top - room / 3, behavior: "instant" });
    }
    says.textContent = spoken;
  };

  const stand = (paragraph, unit) => {
    at = { paragraph, unit, start: unit.start, end: unit.end };
    show(Spans.wordsIn(at) + place(at));
  };

  // To the next or previous word or sentence, on into the neighbouring paragraph.
  const step = (by, sentence) => {
    const { start, end } = at;
    const units = unitsOf(at.paragraph, sentence);
    const isEntering = isSentence && !sentence; // from a sentence to its first or last word
    isSentence = sentence;
    const within = units.filter((unit) => unit.start >= start && unit.end <= end);
    let unit;
    if (isEntering && within.length) unit = by > 0 ? within[0] : within.at(-1);
    else if (by > 0) unit = units.find((one) => one.start >= end);
    else unit = units.findLast((one) => one.end <= start);
    if (unit) return stand(at.paragraph, unit);
    const next = neighbour(at.paragraph, by);
    const others = next ? unitsOf(next, sentence) : [];
    if (others.length) stand(next, by > 0 ? others[0] : others.at(-1));
    else says.textContent = by > 0 ? "End of the article" : "Beginning of the article";
  };

  // Where the ends come to when Shift takes them one word or sentence along.
  const extended = (by, sentence) => {
    const units = unitsOf(at.paragraph, sentence);
    const starts = units.map((unit) => unit.start);
    const ends = units.map((unit) => unit.end);
    if (by > 0 && at.start < at.unit.start) {
      return { start: Math.min(at.unit.start, starts.find((start) => start > at.start)) };
    }
    if (by < 0 && at.end > at.unit.end) {
      return { end: Math.max(at.unit.end, ends.findLast((end) => end < at.end) ?? 0) };
    }
    if (by > 0) return { end: ends.find((end) => end > at.end) ?? at.end };
    return { start: starts.findLast((start) => start < at.start) ?? at.start };
  };

  const extend = (by, sentence) => {
    const { paragraph, start, end } = at;
    at = { ...at, ...extended(by, sentence) };
    isSentence = false;
    const added = [{ start: at.start, end: start }, { start: end, end: at.end }];
    const left = [{ start, end: at.start }, { start: at.end, end }];
    const words = (change) => Spans.wordsIn({ paragraph, ...change }).trim();
    const [more] = added.filter((change) => change.start < change.end);
    const [less] = left.filter((change) => change.start < change.end);
    if (more) show(`Added: ${words(more)}`);
    else if (less) show(`Left out: ${words(less)}`);
    else says.textContent = by > 0 ? "End of the paragraph" : "Beginning of the paragraph";
  };

  const toEdge = (by, isExtending) => {
    const units = Spans.sentencesOf(at.paragraph);
    const unit = by > 0 ? units.at(-1) : units[0];
    isSentence = !isExtending;
    if (!isExtending) return stand(at.paragraph, unit);
    at = { ...at, ...(by > 0 ? { end: unit.end } : { start: unit.start }) };
    show(`Selected: ${Spans.wordsIn(at)}`);
  };

  // Where the focus is, else the claim in focus, else the first paragraph in sight.
  const firstPlace = () => {
    const inSight = (paragraph) => paragraph.getBoundingClientRect().bottom > 80;
    const focused = document.activeElement.closest(".para")?.querySelector(Spans.PARAGRAPH);
    const claim = Spans.ofClaim(Reading.current());
    const paragraph = focused ?? claim?.paragraph ?? paragraphs().find(inSight) ?? paragraphs()[0];
    const sentences = paragraph ? Spans.sentencesOf(paragraph) : [];
    const holding = claim?.paragraph === paragraph ? sentences.find((one) => one.end > claim.start) : null;
    return [paragraph, holding ?? sentences[0]];
  };

  const start = () => {
    if (!bar.hidden) return;
    const [paragraph, sentence] = firstPlace();
    if (!sentence) return;
    before = document.activeElement;
    isSentence = true;
    bar.hidden = false;
    bar.focus({ preventScroll: true });
    stand(paragraph, sentence);
  };

  const leave = (back = true) => {
    bar.hidden = true;
    says.textContent = "";
    getSelection().removeAllRanges();
    if (back) (before?.isConnected && before !== document.body ? before : document.getElementById("start-cursor")).focus();
  };

  const mark = async () => {
    const { paragraph } = at;
    await Marking.send(article.dataset.mark, at);
    if (!paragraph.isConnected) leave(false);
  };

  const keys = {
    ArrowDown: (event) => (event.shiftKey ? extend(1, true) : step(1, true)),
    ArrowUp: (event) => (event.shiftKey ? extend(-1, true) : step(-1, true)),
    Home: (event) => toEdge(-1, event.shiftKey),
    End: (event) => toEdge(1, event.shiftKey),
    Escape: () => leave(),
  };

  const alongLine = (key) => {
    const isForward = (key === "ArrowRight") !== (at.paragraph.dir === "rtl");
    return isForward ? 1 : -1;
  };

  bar?.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isOnBar = event.target === bar;
    if (keys[event.key]) keys[event.key](event);
    else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const by = alongLine(event.key);
      if (event.shiftKey) extend(by, false);
      else step(by, false);
    } else if (event.key === "Enter" && isOnBar) mark();
    else return;
    event.preventDefault();
  });

  document.getElementById("start-cursor")?.addEventListener("click", start);
  document.getElementById("cursor-mark")?.addEventListener("click", mark);
  document.getElementById("cursor-leave")?.addEventListener("click", () => leave());
  bar?.addEventListener("focusout", (event) => {
    if (!bar.hidden && event.relatedTarget && !bar.contains(event.relatedTarget)) leave(false);
  });
}
