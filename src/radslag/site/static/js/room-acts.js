// Forms of acts are sent by the raw path, with one idempotency key kept over retries; a refusal is shown in a note.
const TRIES = 3;

export function takeForms(room, ticket) {
  room.addEventListener("input", (event) => mark(event.target.form, true));
  room.addEventListener("click", (event) => {
    const form = document.getElementById(event.target.closest("[data-check-all]")?.dataset.checkAll ?? "");
    if (!form) return;
    for (const box of form.querySelectorAll("[data-member]")) box.checked = true;
    mark(form, true);
  });
  room.addEventListener("submit", (event) => {
    const form = event.target;
    const act = /\/gor\/(\w+)\/$/.exec(form.action)?.[1];
    if (!act || !room.source) return; // Without a line the form goes the plain way.
    event.preventDefault();
    send(room, ticket, form, act, event.submitter);
  });
}

function mark(form, touched) {
  if (!form) return;
  if (touched) form.dataset.touched = "";
  else delete form.dataset.touched;
}

async function send(room, ticket, form, act, submitter) {
  if (form.dataset.sending) return;
  form.dataset.sending = "";
  const said = JSON.stringify({ act, ...fields(form, submitter) });
  const key = crypto.randomUUID();
  try {
    const answer = await retry(room, ticket, said, key);
    if (answer.ok) {
      mark(form, false);
      form.closest("details")?.removeAttribute("open");
      if (form.matches("[data-clear], .stack-s")) form.reset();
      note(room, null);
    } else note(room, await answer.json().catch(() => ({})));
  } catch {
    note(room, { says: room.dataset.lost });
  } finally {
    delete form.dataset.sending;
  }
}

// The same key at every try: an act that came through but whose answer was lost is answered again, never done twice.
async function retry(room, ticket, said, key) {
  for (let n = 1; ; n += 1) {
    await ticket.fresh();
    try {
      const answer = await fetch(`/live/${room.getAttribute("meeting")}/act`, {
        method: "POST",
        body: said,
        headers: { "Content-Type": "application/json", "Room-Ticket": ticket.value, "Idempotency-Key": key },
        credentials: "same-origin",
      });
      if (answer.status === 401) ticket.spent();
      else if (answer.status !== 503 && answer.status !== 429) return answer;
      if (n === TRIES) return answer;
    } catch (lost) {
      if (n === TRIES) throw lost;
    }
    await new Promise((done) => setTimeout(done, n * 700));
  }
}

function fields(form, submitter) {
  const said = {};
  const data = new FormData(form);
  if (submitter?.name) data.append(submitter.name, submitter.value);
  const lists = new Set(["present", "persons"]);
  for (const name of lists) if (form.querySelector(`[name="${name}"]`)) said[name] = data.getAll(name);
  for (const [name, value] of data) {
    if (!lists.has(name) && !["key", "page", "csrfmiddlewaretoken"].includes(name)) said[name] = value;
  }
  return said;
}

function note(room, no) {
  const place = room.querySelector("[data-refusal]");
  if (!place) return;
  place.hidden = !no;
  if (!no) return;
  place.querySelector("[data-says]").textContent = no.says ?? room.dataset.lost;
  place.querySelector("[data-instead]").textContent = no.instead ?? "";
  place.querySelector("[data-section]").textContent = no.section ?? "";
  place.focus();
}
