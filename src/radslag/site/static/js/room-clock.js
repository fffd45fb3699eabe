// Clocks: elapsed time from data-since, what is left of a pause, the hour on the wall. Text only, no style.
export function tick(room) {
  const now = Date.now();
  for (const one of room.querySelectorAll("[data-since]")) {
    const seconds = Math.max(0, Math.floor((now - Date.parse(one.dataset.since)) / 1000));
    set(one, "long" in one.dataset ? long(seconds) : short(seconds));
    const limit = Number(one.dataset.limit);
    one.toggleAttribute("data-over", Boolean(limit) && seconds > limit);
  }
  for (const one of room.querySelectorAll("[data-now]")) {
    set(one, hour(new Date(now)));
  }
  for (const one of room.querySelectorAll("[data-check-all]")) one.hidden = false;
  // The pause before the gavel: the button waits, so that nobody is gavelled over.
  for (const one of room.querySelectorAll("[data-from]")) {
    if (Date.parse(one.dataset.from) > now) one.setAttribute("aria-disabled", "true");
    else one.removeAttribute("aria-disabled");
  }
  for (const one of room.querySelectorAll("[data-until]")) one.hidden = Date.parse(one.dataset.until) < now;
}

// The hour in Sweden, wherever the screen stands: 19.42, or 19.42.07.
export function hour(at, seconds = false) {
  const said = { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Stockholm" };
  if (seconds) said.second = "2-digit";
  return at.toLocaleTimeString("sv-SE", said).replaceAll(":", ".");
}

function set(one, text) {
  if (one.textContent !== text) one.textContent = text;
}

function short(seconds) {
  return seconds >= 3600 ? long(seconds) : `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

function long(seconds) {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function two(number) {
  return String(number).padStart(2, "0");
}
