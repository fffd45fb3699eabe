// <live-room>: follows a meeting. Each frame holds finished HTML by region; the page morphs to it.
import { Idiomorph } from "./vendor/idiomorph.esm.js";
import { Line } from "./room-line.js";
import { Ticket } from "./room-ticket.js";
import { takeForms } from "./room-acts.js";
import { takeKeys } from "./room-keys.js";
import { hour, tick } from "./room-clock.js";

const MORPH = {
  morphStyle: "innerHTML",
  callbacks: {
    // What a person is writing, ticking or has unfolded stays as it is under their hands.
    beforeNodeMorphed: (old) => !isInUse(old),
    beforeAttributeUpdated: (name, node) => !(name === "open" && node.localName === "details"),
  },
};

function isInUse(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return false;
  return "touched" in node.dataset || (node === document.activeElement && node.matches("input, textarea, select"));
}

class LiveRoom extends HTMLElement {
  connectedCallback() {
    this.surface = this.getAttribute("surface");
    this.ticket = new Ticket(this.querySelector("form[data-ticket]"), () => this.connect());
    this.last = new Date();
    takeForms(this, this.ticket);
    takeKeys(this);
    document.addEventListener("visibilitychange", () => (document.hidden ? this.disconnect() : this.connect()));
    window.addEventListener("pagehide", () => this.disconnect());
    window.addEventListener("pageshow", () => this.connect());
    setInterval(() => tick(this), 1000);
    tick(this);
    this.connect();
  }

  async connect() {
    if (document.hidden || this.source) return;
    if (!(await this.ticket.fresh())) return this.stale(true);
    if (document.hidden || this.source) return;
    this.source = new Line(this.getAttribute("meeting"), this.surface, {
      regions: (regions) => this.show({ regions }),
      closed: () => { this.disconnect(); this.ticket.spent(); this.connect(); },
      lost: (forGood) => this.lost(forGood),
    });
  }

  lost(forGood) {
    this.stale(true);
    if (!forGood) return;
    this.disconnect();
    this.ticket.spent();
    setTimeout(() => this.connect(), 2000);
  }

  disconnect() {
    this.source?.close();
    this.source = null;
  }

  show({ regions }) {
    this.stale(false);
    this.last = new Date();
    for (const [name, html] of Object.entries(regions)) {
      const region = this.querySelector(`[data-region="${name}"]`);
      if (region) this.morph(region, html);
    }
    tick(this);
  }

  morph(region, html) {
    const before = region.querySelector("[data-ballot]")?.dataset.ballot;
    // A field that is being filled in keeps its value; a button that was pressed must get its new words.
    const ignoreActiveValue = document.activeElement?.matches("input, textarea, select") ?? false;
    Idiomorph.morph(region, html, { ...MORPH, ignoreActiveValue });
    const ballot = region.querySelector("[data-ballot]");
    if (ballot && ballot.dataset.ballot !== before) this.opened(ballot);
    this.toggleAttribute("voting", Boolean(this.querySelector("[data-ballot]")));
  }

  // A ballot that opens takes the focus, vibrates once, and is read by its heading.
  opened(ballot) {
    ballot.querySelector("[tabindex='-1']")?.focus();
    navigator.vibrate?.(200);
  }

  stale(is) {
    const band = this.querySelector("[data-stale]");
    if (!band) return;
    if (is && band.hidden) band.querySelector("[data-since-when]").textContent = hour(this.last, true);
    band.hidden = !is;
  }
}

customElements.define("live-room", LiveRoom);
