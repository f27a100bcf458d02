// Pointing at a mark of a stemma shows its reasons beneath the drawing; links open what is folded.
// Without this script the marks lead to the table's rows, which say the same.
"use strict";

function unfold(element) {
  for (let fold = element; fold; fold = fold.parentElement) {
    if (fold.tagName === "DETAILS") fold.open = true;
  }
}

function follow() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && document.getElementById(id);
  if (!target) return;
  unfold(target);
  target.scrollIntoView({ block: target.classList.contains("spot") ? "center" : "start" });
}

function line(text, className) {
  const paragraph = document.createElement("p");
  paragraph.className = className;
  paragraph.textContent = text;
  return paragraph;
}

function showReasons(mark, panel) {
  const row = document.getElementById(mark.dataset.mark);
  const list = row && row.querySelector(".why ul");
  panel.replaceChildren(line(mark.querySelector("title").textContent, "told"));
  if (list) panel.append(list.cloneNode(true));
  panel.hidden = false;
  for (const other of panel.parentElement.querySelectorAll(".mark.shown")) {
    other.classList.remove("shown");
  }
  mark.classList.add("shown");
}

for (const figure of document.querySelectorAll(".stemma")) {
  const panel = figure.querySelector(".reasons");
  panel.setAttribute("aria-live", "polite");
  for (const mark of figure.querySelectorAll(".mark")) {
    for (const event of ["pointerenter", "focus"]) {
      mark.addEventListener(event, () => showReasons(mark, panel));
    }
    mark.addEventListener("click", (event) => {
      event.preventDefault();
      showReasons(mark, panel);
    });
  }
}

addEventListener("hashchange", follow);
document.addEventListener("click", (event) => {
  // A second click on the same link changes no hash, yet what it leads to may be folded again.
  const link = event.target.closest && event.target.closest("a[href^='#']");
  if (link && link.getAttribute("href") === location.hash) follow();
});
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details.why, details.key")) fold.open = true;
});
follow();
