// The player of the replay: it steps through the days that the page holds, moves the marker and says each mission's level.
(function () {
  "use strict";
  const place = document.querySelector("section.replay");
  if (!place) return;
  const player = place.querySelector(".player"), slider = document.getElementById("day"), speed = document.getElementById("speed");
  const play = player.querySelector("[data-do=play]"), when = document.getElementById("when"), open = document.getElementById("open");
  const said = document.getElementById("said"), rows = [...place.querySelectorAll("tr[data-levels]")];
  const words = place.dataset.words.split("|"), codes = place.dataset.codes.split("|"), count = Number(place.dataset.count);
  const first = Date.parse(place.dataset.first + "T00:00:00Z"), last = Date.parse(place.dataset.last + "T00:00:00Z");
  const told = place.dataset.days.split("|");
  const dayOf = (n) => new Date(Math.min(first + n * Number(place.dataset.every) * 86400000, last));
  let timer = 0;

  function show(n, quiet) {
    const iso = dayOf(n).toISOString().slice(0, 10), x = (100 * (n + 0.5)) / count + "%";
    slider.value = String(n);
    slider.setAttribute("aria-valuetext", told[n]);
    when.textContent = told[n];
    for (const row of rows) {
      const level = Number(row.dataset.levels[n]), badge = row.querySelector(".badge"), marker = row.querySelector(".marker");
      badge.textContent = words[level];
      badge.className = "badge " + codes[level];
      marker.setAttribute("x1", x);
      marker.setAttribute("x2", x);
    }
    for (const turn of document.querySelectorAll("tr[data-day]")) turn.classList.toggle("today", turn.dataset.day === iso);
    const there = new URL(open.href);
    there.searchParams.set("as-of", iso);
    there.searchParams.set("known", iso);
    open.href = there.href;
    if (quiet) return;
    const here = new URL(location.href);
    here.searchParams.set("at", iso);
    history.replaceState(null, "", here);
    said.textContent = told[n];
  }

  function pause() {
    clearInterval(timer);
    timer = 0;
    play.textContent = play.dataset.play;
    show(Number(slider.value));
  }

  function start() {
    if (Number(slider.value) >= count - 1) show(0, true);
    play.textContent = play.dataset.pause;
    timer = setInterval(() => {
      const next = Number(slider.value) + 1;
      if (next < count) show(next, true);
      if (next >= count - 1) pause();
    }, 1000 / Number(speed.value));
  }

  function step(by) {
    const next = Math.min(Math.max(Number(slider.value) + by, 0), count - 1);
    if (timer) pause();
    show(next);
  }

  if (matchMedia("(prefers-reduced-motion: reduce)").matches) speed.value = "2";
  play.addEventListener("click", () => (timer ? pause() : start()));
  player.querySelector("[data-do=back]").addEventListener("click", () => step(-1));
  player.querySelector("[data-do=on]").addEventListener("click", () => step(1));
  speed.addEventListener("change", () => { if (timer) { clearInterval(timer); start(); } });
  slider.addEventListener("input", () => { const n = Number(slider.value); if (timer) pause(); show(n); });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, button, a, [contenteditable]")) return;
    if (event.key === " " || event.key === "k") { event.preventDefault(); play.click(); }
    else if (event.key === "ArrowLeft") step(-1);
    else if (event.key === "ArrowRight") step(1);
  });
  player.hidden = false;
})();
