// Pointing at a place of variation shows its readings among those of the margin.
for (const place of document.querySelectorAll(".varied")) {
  const note = document.getElementById(decodeURIComponent(place.hash.slice(1)));
  if (!note) continue;
  const point = () => {
    unfold(note);
    note.classList.add("pointed");
  };
  const leave = () => note.classList.remove("pointed");
  place.addEventListener("pointerenter", point);
  place.addEventListener("focus", point);
  place.addEventListener("pointerleave", leave);
  place.addEventListener("blur", leave);
}

// A story whose pages are still being compared: ask now and then, and show it when that is done. Whoever
// has begun to read is told instead, so that nothing moves beneath their eyes.
const waiting = document.querySelector("[data-waits]");
if (waiting) {
  const ask = async (pause) => {
    const state = await fetch(waiting.dataset.waits).then((answer) => answer.text(), () => "waiting");
    if (state !== "judged") {
      setTimeout(ask, pause, Math.min(2 * pause, 15000));
    } else if (scrollY < 200) {
      location.reload();
    } else {
      const again = waiting.querySelector("a");
      again.textContent = "The comparison is done: show it";
      waiting.classList.add("done");
    }
  };
  setTimeout(ask, 1000, 2000);
}
