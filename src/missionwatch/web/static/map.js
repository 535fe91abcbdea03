// The map: drawn from the rows of the list below it, so that both say the same. Nothing is asked from outside.
(function () {
  "use strict";
  const box = document.getElementById("map"), list = document.getElementById("features");
  if (!box || !list || typeof L === "undefined" || !box.dataset.left) return;
  const said = box.dataset;
  box.hidden = false;
  document.getElementById("still").hidden = true;
  const map = L.map(box, { zoomControl: false, attributionControl: false, fadeAnimation: false, minZoom: 2, maxZoom: 10, zoomSnap: 0.25, worldCopyJump: false });
  L.control.zoom({ zoomInTitle: said.zoomIn, zoomOutTitle: said.zoomOut }).addTo(map);
  const shown = L.latLngBounds([[+said.low, +said.left], [+said.high, +said.right]]);
  map.fitBounds(shown);
  const line = (css) => ({ className: css, interactive: false });
  fetch(said.outlines).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status))))).then((data) => {
    L.geoJSON(topojson.feature(data, data.objects.countries), {
      style: (one) => line(one.properties.own ? "land host" : "land"),
    }).addTo(map);
    L.geoJSON(topojson.feature(data, data.objects.regions), { style: () => line("region") }).addTo(map);
  }).catch(() => {});

  // What stands at one point has one marker, which looks like the first of the list there; missions come first in it.
  const points = new Map();
  for (const row of list.tBodies[0].rows) {
    if (!row.dataset.at) continue;
    if (!points.has(row.dataset.at)) points.set(row.dataset.at, []);
    points.get(row.dataset.at).push(row);
  }
  const told = (rows) => {
    const whole = document.createElement("div");
    whole.className = "told";
    for (const row of rows) {
      const part = document.createElement("div");
      const head = document.createElement("p");
      head.className = "soft";
      const when = row.cells[2].textContent.trim();
      head.textContent = row.cells[0].textContent.trim() + (when ? " · " + when : "");
      const text = document.createElement("p");
      for (const node of row.querySelector(".said").childNodes) text.append(node.cloneNode(true));
      part.append(head, text);
      const mission = row.cells[4].querySelector("a");
      if (mission) part.append(mission.cloneNode(true));
      whole.append(part);
    }
    return whole;
  };
  let opened = null;
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !opened) return;
    const back = opened;
    map.closePopup();
    back.focus();
  });
  for (const [at, rows] of points) {
    const bad = rows.find((row) => row.dataset.kind === "incident") || rows[0];
    const name = rows.length > 1 ? rows[0].dataset.name + " · " + said.several.replace("{n}", rows.length) : rows[0].dataset.name;
    const icon = L.divIcon({ className: "marker", iconSize: [28, 28], html: document.createElement("span") });
    const marker = L.marker(at.split(",").map(Number), { icon, title: name, alt: name, keyboard: true, riseOnHover: true }).addTo(map);
    marker.bindPopup(() => told(rows), { maxWidth: 340, maxHeight: 320, closeButton: true });
    marker.on("popupclose", () => { opened = null; });
    marker.on("popupopen", (event) => {
      opened = marker.getElement();
      const close = event.popup.getElement().querySelector(".leaflet-popup-close-button");
      if (close) { close.setAttribute("aria-label", said.close); close.setAttribute("title", said.close); }
    });
    const element = marker.getElement(), pin = element.firstElementChild;
    pin.className = "pin " + bad.dataset.kind;
    if (rows.length > 1) pin.textContent = String(rows.length);
    element.setAttribute("role", "button");
    element.setAttribute("aria-label", name);
    for (const row of rows) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet small";
      button.textContent = said.show;
      button.setAttribute("aria-label", said.show + ": " + row.dataset.name);
      button.addEventListener("click", () => {
        box.scrollIntoView({ block: "nearest" });
        marker.openPopup();
        element.focus();
      });
      row.cells[1].append(" ", button);
    }
  }
})();
