// A report by keyboard: from statement to statement, verdicts with one key, words selected to add what was missed.
(function () {
  "use strict";
  const cards = () => [...document.querySelectorAll("article.read")];
  const said = document.getElementById("said");
  const text = document.getElementById("text");
  const keysOn = document.getElementById("keys-on");
  const STORED = "missionwatch-keys";
  let acted = null;

  const current = () => {
    const focused = document.activeElement && document.activeElement.closest("article.read");
    return focused || document.querySelector("article.read.chosen");
  };
  const choose = (card, focus = true) => {
    for (const one of document.querySelectorAll("article.read.chosen")) one.classList.remove("chosen");
    for (const one of document.querySelectorAll(".on.current")) one.classList.remove("current");
    if (!card) return;
    card.classList.add("chosen");
    const marks = document.querySelectorAll(`[data-n~="${card.dataset.n}"]:not(article)`);
    for (const mark of marks) mark.classList.add("current");
    if (marks.length) reveal(marks[0]);
    if (focus) card.focus();
  };
  // Where the text scrolls by itself its mark is brought into sight; the page stays where it is, under the pointer too.
  const reveal = (mark) => {
    const pane = document.querySelector(".text-of");
    if (getComputedStyle(pane).overflowY !== "auto") return;
    const at = mark.getBoundingClientRect(), seen = pane.getBoundingClientRect();
    if (at.top < seen.top || at.bottom > seen.bottom) pane.scrollTop += at.top - seen.top - seen.height / 3;
  };
  const step = (by) => {
    const all = cards();
    if (!all.length) return;
    const at = all.indexOf(current());
    choose(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at + by))]);
  };
  const press = (selector) => {
    const button = current() && current().querySelector(selector);
    if (button) button.click();
  };

  // What of the text is selected, in characters as the ledger counts them (code points, not UTF-16 units).
  const place = (node, offset) => {
    let span = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
    if (span) {
      const before = document.createRange();
      before.setStart(span, 0);
      before.setEnd(node, offset);
      return Number(span.dataset.at) + [...before.toString()].length;
    }
    if (!text || !text.contains(node)) return null;
    const from = node.nodeType === Node.TEXT_NODE ? node : node.childNodes[offset] || node;
    span = [...text.querySelectorAll("[data-at]")].find((one) => from.compareDocumentPosition(one) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)) || null;
    return span ? Number(span.dataset.at) : null;
  };
  const selected = () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount || !text) return null;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
    const start = place(range.startContainer, range.startOffset), end = place(range.endContainer, range.endOffset);
    return start !== null && end !== null && start < end ? [start, end] : null;
  };
  const fill = (found) => {
    for (const [names, value] of [[["add-start", "c-start"], found[0]], [["add-end", "c-end"], found[1]]])
      for (const name of names) {
        const field = document.getElementById(name);
        if (field) field.value = String(value);
      }
  };
  document.addEventListener("selectionchange", () => {
    const found = selected();
    if (found) fill(found);
  });
  const add = () => {
    const found = selected(), form = document.getElementById("add-from");
    if (found) fill(found);
    if (form && found) form.requestSubmit();
    else {
      const field = document.getElementById("add-start") || document.getElementById("c-start");
      if (field) field.focus();
    }
  };
  const help = () => {
    const keys = document.getElementById("keys");
    keys.open = !keys.open;
    keys.querySelector("summary").focus();
  };

  const DOES = {
    j: () => step(1), k: () => step(-1), a: () => press("button[value=accept]"), u: () => press("button[value=withdraw]"),
    c: () => press("a.correct"), n: add, "?": help,
    r: () => {
      const field = current() && current().querySelector("input.reason");
      if (field) field.focus();
    },
  };
  document.addEventListener("keydown", (event) => {
    if (!keysOn || !keysOn.checked || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) return;
    const does = DOES[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  });
  // In the field of the reason, Enter says that it is not so; Escape leads back to the statement.
  document.addEventListener("keydown", (event) => {
    if (!event.target.matches || !event.target.matches("article.read input.reason")) return;
    const card = event.target.closest("article.read");
    if (event.key === "Enter") {
      event.preventDefault();
      card.querySelector("button[value=reject]").click();
    } else if (event.key === "Escape") card.focus();
  });
  if (keysOn) {
    try { keysOn.checked = localStorage.getItem(STORED) !== "off"; } catch { /* no storage: they are on */ }
    keysOn.addEventListener("change", () => {
      try { localStorage.setItem(STORED, keysOn.checked ? "on" : "off"); } catch { /* as above */ }
    });
  }

  // A card that comes back after a verdict: it keeps the focus, its marks and the count follow.
  document.addEventListener("submit", (event) => {
    const card = event.target.closest("article.read");
    acted = card ? card.id : null;
  }, true);
  const came = (card) => {
    const rejected = card.dataset.verdict === "reject";
    for (const mark of document.querySelectorAll(`span[data-n~="${card.dataset.n}"]`)) mark.classList.toggle("is-reject", rejected);
    const progress = document.getElementById("progress");
    const all = cards();
    progress.textContent = progress.dataset.words.replace("{n}", all.filter((one) => one.dataset.verdict !== "open").length).replace("{all}", all.length);
    const trouble = card.querySelector("[role=alert]");
    said.textContent = trouble ? trouble.textContent : `${card.dataset.n}: ${card.querySelector(".state").textContent}. ${progress.textContent}`;
    choose(card, !trouble);
    const field = trouble && card.querySelector("input.reason");
    if (field) field.focus();
  };
  const reads = document.querySelector(".reads");
  if (reads)
    new MutationObserver((changes) => {
      for (const change of changes)
        for (const node of change.addedNodes)
          if (node.nodeType === Node.ELEMENT_NODE && node.matches("article.read") && node.id === acted) came(node);
    }).observe(reads, { childList: true });
  document.addEventListener("focusin", (event) => {
    const card = event.target.closest && event.target.closest("article.read");
    if (card && !card.classList.contains("chosen")) choose(card, false);
  });

  // Names of the register, while one is written.
  const list = document.getElementById("names");
  let waiting = 0;
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (!list || !text || !field.matches("input[data-names]") || field.value.length < 2 || field.value.includes("[")) return;
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const address = new URL(text.dataset.names, location.href);
      address.searchParams.set("q", field.value);
      address.searchParams.set("of", text.dataset.language);
      const answer = await fetch(address);
      if (answer.ok) list.innerHTML = await answer.text();
    }, 150);
  });

  const open = document.getElementById("correcting") || document.querySelector("#add form.statement");
  const here = decodeURIComponent(location.hash.slice(1));
  if (open) {
    const field = open.querySelector("[aria-invalid=true]") || open.querySelector("select, input:not([type=hidden])");
    if (field) field.focus();
  } else if (document.querySelector("article.read [role=alert]")) {
    came(document.querySelector("article.read [role=alert]").closest("article.read"));
  } else if (here.startsWith("s-")) {
    const target = document.getElementById(here);
    choose(target && (target.closest("article.read") || target));
  }
})();
