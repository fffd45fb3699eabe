// One line for all tabs that show the same screen: a browser opens six to a host, and the seventh tab would hang.
// The tab that holds the lock follows the stream and tells the others; when it closes or is hidden, the next takes over.
export class Line {
  constructor(meeting, surface, { regions, closed, lost }) {
    this.url = `/live/${meeting}/stream?surface=${surface}`;
    this.heard = { regions, closed, lost };
    this.kept = {};
    this.shared = "locks" in navigator && "BroadcastChannel" in window;
    if (this.shared) this.queue(`room ${meeting} ${surface}`);
    else this.follow();
  }

  queue(name) {
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }) => this.told(data);
    this.channel.postMessage({ asks: true });
    this.left = new AbortController();
    const held = () => new Promise((done) => { this.done = done; this.follow(); });
    navigator.locks.request(name, { signal: this.left.signal }, held).catch(() => {});
  }

  follow() {
    if (this.over) return this.done?.();
    const source = new EventSource(this.url);
    this.source = source;
    source.addEventListener("regions", ({ data }) => this.say("regions", JSON.parse(data).regions));
    source.addEventListener("closed", () => this.say("closed"));
    // A browser gives up on a refused stream for good.
    source.onerror = () => this.say("lost", source.readyState === EventSource.CLOSED);
  }

  // To ourselves and to the tabs that listen.
  say(what, value) {
    this.channel?.postMessage({ what, value });
    this.take(what, value);
  }

  told({ asks, what, value }) {
    // Only the tab that follows knows the whole picture: who comes later is given it.
    if (asks && this.source && Object.keys(this.kept).length) this.channel.postMessage({ what: "regions", value: this.kept });
    else if (what && !this.source) this.take(what, value);
  }

  take(what, value) {
    if (this.over) return;
    if (what === "regions") Object.assign(this.kept, value);
    this.heard[what](value);
  }

  close() {
    this.over = true;
    this.source?.close();
    this.channel?.close();
    if (this.done) this.done();
    else this.left?.abort();
  }
}
