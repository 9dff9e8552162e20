// Chromium without a window, spoken to through a pipe: one page at a time, and a count of what it asks the network for.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = "/usr/bin/chromium";

export class Chromium {
  #child; #folder; #next = 1; #waiting = new Map(); #heard = []; #rest = ""; session;

  static async start() {
    if (!existsSync(program))
      throw new Error(`${program} is not there. Install it with: apt-get install chromium`);
    const self = new Chromium();
    self.#folder = mkdtempSync(join(tmpdir(), "rheobase-browser-"));
    // The sandbox needs rights that a test under root or in a container lacks; the pages are our own.
    self.#child = spawn(program, ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--disable-background-networking", "--no-first-run", "--hide-scrollbars", "--remote-debugging-pipe",
      `--user-data-dir=${self.#folder}`], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    self.#child.on("exit", (code) => {
      for (const { fail } of self.#waiting.values())
        fail(new Error(`Chromium ended with ${code} before it answered.`));
    });
    self.#child.stdio[4].on("data", (bytes) => self.#read(bytes.toString("utf8")));
    const { targetId } = await self.send("Target.createTarget", { url: "about:blank" }, null);
    self.session = (await self.send("Target.attachToTarget", { targetId, flatten: true }, null)).sessionId;
    for (const part of ["Page", "Network", "Runtime", "Log"])
      await self.send(`${part}.enable`);
    return self;
  }

  #read(text) {
    const parts = (this.#rest + text).split("\0");
    this.#rest = parts.pop();
    for (const part of parts) {
      const message = JSON.parse(part);
      if (message.id) {
        const { done, fail } = this.#waiting.get(message.id);
        this.#waiting.delete(message.id);
        message.error ? fail(new Error(message.error.message)) : done(message.result);
      } else {
        this.#heard.push(message);
      }
    }
  }

  send(method, params = {}, sessionId = this.session) {
    const id = this.#next++;
    this.#child.stdio[3].write(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }) + "\0");
    return new Promise((done, fail) => this.#waiting.set(id, { done, fail }));
  }

  /** Opens a page and waits until it stands; returns the addresses it asked for and what the browser complained of. */
  async open(address) {
    this.#heard.length = 0;
    await this.send("Page.navigate", { url: address });
    while (!this.#heard.some((message) => message.method === "Page.loadEventFired"))
      await new Promise((done) => setTimeout(done, 10));
    await new Promise((done) => setTimeout(done, 100));
    const of = (method) => this.#heard.filter((message) => message.method === method).map((message) => message.params);
    return { requests: of("Network.requestWillBeSent").map((sent) => sent.request.url),
             complaints: of("Log.entryAdded").map((entry) => entry.entry.text) };
  }

  async run(expression) {
    const { result, exceptionDetails } =
      await this.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async look({ width, height, dark = false, print = false }) {
    await this.send("Emulation.setDeviceMetricsOverride",
      { width, height, deviceScaleFactor: 1, mobile: false });
    await this.send("Emulation.setEmulatedMedia", { media: print ? "print" : "screen",
      features: [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }] });
  }

  async picture(full = true) {
    return Buffer.from((await this.send("Page.captureScreenshot",
      { format: "png", captureBeyondViewport: full })).data, "base64");
  }

  async printed() {
    return Buffer.from((await this.send("Page.printToPDF",
      { preferCSSPageSize: true, printBackground: true })).data, "base64");
  }

  async end() {
    const gone = new Promise((done) => this.#child.on("exit", done));
    await this.send("Browser.close", {}, null).catch(() => {});
    await gone;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
