// Exports take a moment: while a file is made its buttons wait and say so; a failure is said in words.
(function () {
  "use strict";
  for (const place of document.querySelectorAll(".exports")) {
    const links = [...place.querySelectorAll("a[data-export]")], said = place.querySelector("[role=status]");
    let busy = false;
    const wait = (on) => {
      busy = on;
      for (const link of links) link.setAttribute("aria-disabled", String(on));
      place.classList.toggle("busy", on);
    };
    const save = async (link) => {
      wait(true);
      said.textContent = place.dataset.busy;
      try {
        const answer = await fetch(link.href, { credentials: "same-origin" });
        if (!answer.ok) {
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          throw new Error(page.querySelector("[role=alert]")?.textContent.trim() || String(answer.status));
        }
        const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("content-disposition") || "");
        const address = URL.createObjectURL(await answer.blob()), made = document.createElement("a");
        made.href = address;
        made.download = name ? decodeURIComponent(name[1]) : "briefing";
        made.click();
        setTimeout(() => URL.revokeObjectURL(address), 60000);
        said.textContent = place.dataset.done;
      } catch (fault) {
        said.textContent = place.dataset.failed + " " + fault.message;
      } finally {
        wait(false);
      }
    };
    for (const link of links) {
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        if (!busy) save(link);
      });
    }
  }
})();
