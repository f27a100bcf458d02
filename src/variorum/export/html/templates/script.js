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

// Of a long list the panel shows what it has room for; the whole stands below the drawing.
function beginning(list) {
  const shown = list.cloneNode(true);
  const entries = [...shown.children];
  if (entries.length > 12) {
    for (const entry of entries.slice(11)) entry.remove();
    const rest = document.createElement("li");
    rest.textContent = `… and ${entries.length - 11} more`;
    shown.append(rest);
  }
  return shown;
}

function hideReasons(panel) {
  panel.hidden = true;
  for (const mark of panel.parentElement.querySelectorAll(".mark.shown")) {
    mark.classList.remove("shown");
  }
}

function showReasons(mark, panel) {
  const figure = panel.parentElement;
  const row = document.getElementById(mark.dataset.mark);
  const list = row && row.querySelector(".why ul, .folded");
  hideReasons(panel);
  panel.replaceChildren(line(mark.dataset.title, "told"));
  if (list) panel.append(beginning(list));
  panel.hidden = false;
  mark.classList.add("shown");
  const frame = figure.getBoundingClientRect();
  const ring = mark.querySelector(".target").getBoundingClientRect();
  const room = frame.width - panel.offsetWidth - 2;
  // Beneath the drawing it hides no other mark; of a tall drawing that would be out of sight.
  const beneath = frame.height < 520 ? frame.height + 4 : ring.bottom - frame.top + 4;
  panel.style.top = `${beneath}px`;
  panel.style.left = `${Math.max(0, Math.min(ring.left - frame.left, room))}px`;
}

function attachReasons(figure) {
  const panel = figure.querySelector(".reasons");
  let kept = null;
  panel.setAttribute("role", "status");
  const leave = () => (kept ? showReasons(kept, panel) : hideReasons(panel));
  for (const mark of figure.querySelectorAll(".mark")) {
    // The browser's own tooltip would stand on top of the panel and say less.
    const title = mark.querySelector("title");
    mark.dataset.title = title.textContent;
    title.remove();
    mark.addEventListener("pointerenter", () => showReasons(mark, panel));
    mark.addEventListener("pointerleave", leave);
    mark.addEventListener("focus", () => showReasons(mark, panel));
    mark.addEventListener("blur", () => {
      kept = null;
      hideReasons(panel);
    });
    mark.addEventListener("click", (event) => {
      event.preventDefault();
      kept = kept === mark ? null : mark;
      leave();
    });
  }
  figure.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      kept = null;
      hideReasons(panel);
    }
  });
}

for (const figure of document.querySelectorAll(".stemma")) attachReasons(figure);

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
