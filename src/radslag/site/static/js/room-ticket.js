// The room ticket: fetched through Django, good for ten minutes, renewed in time.
const RENEW_AFTER = 8 * 60 * 1000;

export class Ticket {
  constructor(form, renewed) {
    this.form = form;
    this.renewed = renewed;
    this.value = "";
    this.at = 0;
  }

  // Whether the page may follow; the public page has no form and needs no ticket.
  async fresh() {
    if (!this.form) return true;
    if (this.value && Date.now() - this.at < RENEW_AFTER) return true;
    return this.renew();
  }

  async renew() {
    clearTimeout(this.timer);
    try {
      const answer = await fetch(this.form.action, {
        method: "POST",
        body: new FormData(this.form),
        headers: { Accept: "application/json" },
        credentials: "same-origin",
      });
      if (!answer.ok) throw new Error(answer.statusText);
      const given = await answer.json();
      this.value = given.ticket;
      this.at = Date.now();
      this.timer = setTimeout(() => this.renew(), RENEW_AFTER);
      document.querySelector("[data-other-device]")?.toggleAttribute("hidden", !given.other_device);
      return true;
    } catch {
      this.value = "";
      this.timer = setTimeout(() => this.renewed(), 5000);
      return false;
    }
  }

  spent() {
    this.value = "";
    this.at = 0;
  }
}
