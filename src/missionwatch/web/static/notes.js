// Footnotes: a number opens its quote under the sentence that it carries, and closes it again; without JavaScript it leads to the notes.
(function () {
  "use strict";
  const opened = new Map();  // the link that opened a note → the note

  function close(link) {
    opened.get(link).remove();
    opened.delete(link);
    link.setAttribute("aria-expanded", "false");
  }

  function open(link) {
    const note = document.getElementById(link.hash.slice(1)), sentence = link.closest(".sentence");
    if (!note || !sentence) return false;
    const box = document.createElement("span");
    box.className = "opened";
    box.setAttribute("role", "note");
    box.id = "opened-" + link.hash.slice(6) + "-" + opened.size + "-" + Date.now();
    for (const part of note.childNodes) box.append(part.cloneNode(true));
    const number = document.createElement("strong");
    number.textContent = link.textContent + " ";
    box.prepend(number);
    sentence.append(box);
    link.setAttribute("aria-expanded", "true");
    link.setAttribute("aria-controls", box.id);
    opened.set(link, box);
    return true;
  }

  for (const link of document.querySelectorAll("a.note")) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); link.click(); } });
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (opened.has(link)) { event.preventDefault(); close(link); }
      else if (open(link)) event.preventDefault();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !opened.size) return;
    const last = [...opened.keys()].pop();
    close(last);
    last.focus();
  });
})();
