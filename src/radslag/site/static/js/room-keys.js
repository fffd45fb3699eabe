// Keys for whoever leads: a key presses the button that carries it. Never while someone writes.
const WRITING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";

export function takeKeys(room) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.metaKey) return;
    if (event.target.closest(WRITING)) return;
    const wanted = name(event);
    if (!wanted) return;
    if (wanted === "?") return help(event, room);
    // Space and Enter belong to a control that has the focus.
    if (wanted === "space" && event.target.closest("button, a, summary, label, input")) return;
    const button = [...room.querySelectorAll("[data-key]")].find((one) => one.dataset.key === wanted && visible(one));
    if (!button) return;
    event.preventDefault();
    button.click();
  });
  room.addEventListener("click", (event) => {
    if (event.target.closest("[data-refusal] [data-close]")) event.target.closest("[data-refusal]").hidden = true;
  });
}

function name(event) {
  if (event.ctrlKey) return event.key.toLowerCase() === "z" ? "Ctrl Z" : "";
  if (event.key === " ") return "space";
  return event.key.length === 1 ? event.key.toUpperCase() : "";
}

function visible(button) {
  return button.offsetParent !== null && !button.disabled && button.getAttribute("aria-disabled") !== "true";
}

function help(event, room) {
  const dialog = room.querySelector("dialog[data-help]");
  if (!dialog) return;
  event.preventDefault();
  if (dialog.open) dialog.close();
  else dialog.showModal();
}
