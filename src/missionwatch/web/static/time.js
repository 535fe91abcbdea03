// The sliders of time: they show when there is JavaScript, move the day fields beside them, and ask for the page when let go.
(function () {
  "use strict";
  const DAY = 86400000;
  const asNumber = (day) => Math.round(Date.parse(day + "T00:00:00Z") / DAY);
  const asDay = (number) => new Date(number * DAY).toISOString().slice(0, 10);
  for (const slider of document.querySelectorAll("input.slider")) {
    const field = document.getElementById(slider.dataset.for);
    if (!field) continue;
    const first = asNumber(slider.getAttribute("min")), last = asNumber(slider.getAttribute("max"));
    slider.min = String(first);
    slider.max = String(last);
    const place = () => {
      const said = asNumber(field.value);
      slider.value = String(Number.isFinite(said) ? said : last);
      slider.setAttribute("aria-valuetext", field.value || asDay(last));
    };
    place();
    slider.hidden = false;
    field.addEventListener("input", place);
    slider.addEventListener("input", () => {
      field.value = asDay(Number(slider.value));
      slider.setAttribute("aria-valuetext", field.value);
    });
    let waiting = 0;
    slider.addEventListener("change", () => {  // by keyboard every step is a change: wait until it rests
      clearTimeout(waiting);
      waiting = setTimeout(() => slider.form.requestSubmit(), 350);
    });
  }
})();
