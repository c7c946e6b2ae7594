"use strict";
// Import: files dropped or sent one by one with a count; lines of a preview counted while chosen.
// Without this script the same forms work: the files go in one request, the server counts.
{
  const form = document.querySelector("[data-import-files]");
  const drop = document.querySelector("[data-drop]");

  if (drop) {
    const input = drop.querySelector("input[type=file]");
    const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
    const mark = (isOver) => drop.toggleAttribute("data-over", isOver);

    // Beside the field a dropped file would open in place of the page.
    window.addEventListener("dragover", (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      mark(true);
    });
    window.addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) mark(false);
    });
    window.addEventListener("drop", (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      mark(false);
      input.files = event.dataTransfer.files;
      input.focus();
    });
  }

  if (form) {
    const input = form.querySelector("input[type=file]");
    const region = form.querySelector("[data-import-progress]");
    const bar = region.querySelector("progress");
    const count = region.querySelector("[role=status]");

    const send = (file) => {
      const body = new FormData(form);
      body.delete(input.name);
      body.append(input.name, file);
      return fetch(form.action, { method: "post", body, redirect: "manual" });
    };

    const sendAll = async (files) => {
      region.hidden = false;
      bar.max = files.length;
      for (const [index, file] of files.entries()) {
        bar.value = index;
        count.textContent = `Reading ${index + 1} of ${files.length}: ${file.name}`;
        await send(file);
      }
      bar.value = files.length;
      location.assign(form.dataset.drafts);
    };

    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented || input.files.length < 2) return;
      event.preventDefault();
      if (!region.hidden) return;
      sendAll([...input.files]).catch(() => {
        region.hidden = true;
        document.dispatchEvent(new CustomEvent("htmx:sendError")); // "The desk does not answer"
      });
    });
  }

  const lines = document.querySelector(".lines");
  if (lines) {
    const boxes = [...lines.querySelectorAll("input[type=checkbox]")];
    const count = document.querySelector("[data-line-count]");

    const tell = () => {
      const kept = boxes.filter((box) => box.checked).length;
      count.textContent = `${kept} ${kept === 1 ? "line" : "lines"} kept, ${boxes.length - kept} left out`;
    };

    lines.addEventListener("change", tell);
    document.querySelector("[data-keep-all]").addEventListener("click", (event) => {
      event.preventDefault();
      for (const box of boxes) box.checked = true;
      tell();
    });
    window.addEventListener("pageshow", tell); // a browser that goes back restores the boxes
  }
}
