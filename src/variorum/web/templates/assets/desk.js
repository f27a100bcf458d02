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
