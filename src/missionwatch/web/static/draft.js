// A draft in hand: what is not saved is said, and not left by a slip; Ctrl+S saves; exports wait for a save.
(function () {
  "use strict";
  const form = document.getElementById("draft");
  if (!form) return;
  const text = document.getElementById("text"), name = document.getElementById("name"), state = document.getElementById("state");
  const saved = state.textContent;
  let leaving = false;
  const changed = () => [name, text].some((field) => field.value !== field.defaultValue);  // as sent: one may type before this runs
  const tell = () => {
    state.textContent = changed() ? form.dataset.unsaved : saved;
    state.classList.toggle("unsaved", changed());
  };
  form.addEventListener("input", tell);
  tell();
  form.addEventListener("submit", () => { leaving = true; });
  form.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button[value=save]"));
    }
  });
  addEventListener("beforeunload", (event) => { if (changed() && !leaving) event.preventDefault(); });
})();
