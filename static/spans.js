"use strict";
// Places in a paragraph of an article. Offsets count UTF-16 units of the newspaper's words alone:
// our claim numbers and hidden words between them do not count. Where words and sentences begin
// and end comes from the server (data-words, data-sentences), so that both sides agree.
const Spans = (() => {
  const OURS = ".mark-no, .vh";
  const PARAGRAPH = ".para > p";
  const PHRASE_WORDS = 8; // longer ones seldom stand anywhere else word by word

  const textNodes = (paragraph) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement.closest(OURS)) nodes.push(walker.currentNode);
    }
    return nodes;
  };

  const textOf = (paragraph) => textNodes(paragraph).map((node) => node.data).join("");

  // The offset of a point of the document; what lies before or behind the paragraph is its edge.
  const offsetOf = (paragraph, node, offset) => {
    const before = new Range();
    before.setStart(paragraph, 0);
    if (before.comparePoint(node, offset) < 0) return 0;
    before.setEnd(node, offset);
    let units = 0;
    for (const text of textNodes(paragraph)) {
      if (text === node) return units + offset;
      if (!before.isPointInRange(text, text.length)) break;
      units += text.length;
    }
    return units;
  };

  const pointAt = (nodes, offset, isEnd) => {
    let before = 0;
    for (const node of nodes) {
      const after = before + node.length;
      if (offset < after || (isEnd && offset === after)) return [node, offset - before];
      before = after;
    }
    return [nodes.at(-1), nodes.at(-1).length];
  };

  const rangeOf = ({ paragraph, start, end }) => {
    const nodes = textNodes(paragraph);
    const range = new Range();
    range.setStart(...pointAt(nodes, start, false));
    range.setEnd(...pointAt(nodes, end, true));
    return range;
  };

  // "2 5 1 3": a gap of 2, a span of 5, a gap of 1, a span of 3.
  const decode = (numbers) => {
    const spans = [];
    let at = 0;
    const list = numbers ? numbers.split(" ").map(Number) : [];
    for (let index = 0; index < list.length; index += 2) {
      const start = at + list[index];
      at = start + list[index + 1];
      spans.push({ start, end: at });
    }
    return spans;
  };

  const wordsOf = (paragraph) => decode(paragraph.dataset.words);
  const sentencesOf = (paragraph) => decode(paragraph.dataset.sentences);

  // Grown to whole words, blanks at the ends left out; null when nothing remains.
  const snap = ({ paragraph, start, end }) => {
    const inside = (at) => wordsOf(paragraph).find((word) => word.start < at && at < word.end);
    const text = textOf(paragraph);
    let first = inside(start)?.start ?? start;
    let last = inside(end)?.end ?? end;
    while (first < last && /\s/.test(text[first])) first += 1;
    while (first < last && /\s/.test(text[last - 1])) last -= 1;
    return first < last ? { paragraph, start: first, end: last } : null;
  };

  // What is selected in each paragraph that the range reaches; one in most cases.
  const within = (range) => {
    const found = [];
    for (const paragraph of document.querySelectorAll(PARAGRAPH)) {
      if (!range.intersectsNode(paragraph)) continue;
      const start = offsetOf(paragraph, range.startContainer, range.startOffset);
      const end = offsetOf(paragraph, range.endContainer, range.endOffset);
      const span = start < end && snap({ paragraph, start, end });
      if (span) found.push(span);
    }
    return found;
  };

  // Where a claim stands in the paragraph of its first mark.
  const ofClaim = (claim) => {
    const paragraph = document.querySelector(`mark [data-claim="${claim}"], mark[data-claim="${claim}"]`)?.closest(PARAGRAPH);
    if (!paragraph) return null;
    const marks = [...paragraph.querySelectorAll(`[data-claim="${claim}"]`)];
    const last = marks.at(-1);
    const start = offsetOf(paragraph, marks[0], 0);
    return { paragraph, start, end: offsetOf(paragraph, last, last.childNodes.length) };
  };

  // The claims that hold the place, as their notes.
  const claimsAt = ({ paragraph, start }) => {
    const [node] = pointAt(textNodes(paragraph), start, false);
    const ids = node.parentElement.closest("mark")?.dataset.claims.split(" ") ?? [];
    return ids.map((id) => document.getElementById(`claim-${id}`)).filter(Boolean);
  };

  const wordsIn = ({ paragraph, start, end }) => textOf(paragraph).slice(start, end);

  // Where the link finds the words elsewhere: a few as a phrase, more of them one by one. What the
  // search would read as its own signs (claims/query.py) becomes a blank.
  const findBy = (link, span) => {
    const words = wordsIn(span).replace(/["“”„‟«»:]|(?<!\S)[-−–]+/g, " ").trim().split(/\s+/);
    const query = words.length > PHRASE_WORDS ? words.join(" ") : `"${words.join(" ")}"`;
    link.search = new URLSearchParams({ q: query });
  };

  return { PARAGRAPH, claimsAt, findBy, offsetOf, ofClaim, rangeOf, sentencesOf, snap, within, wordsIn, wordsOf };
})();
