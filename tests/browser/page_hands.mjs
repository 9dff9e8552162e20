// What the tests of the page stand on: the program serving a store of its own, Chromium with an eye on every request,
// and the looks that each screen is held against.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const need = createRequire(join(process.cwd(), "node_modules", "x"));
const { chromium } = need("playwright-core");
const axe = readFileSync(need.resolve("axe-core/axe.min.js"), "utf8");

export const faults = [];
export const hold = (name, fine, found = "") => fine || faults.push(`${name}${found ? ": " + found : ""}`);

/** `rheobase serve` on a free port; resolves with its address, which carries the token. */
export async function serve(program, store) {
  const child = spawn(program, ["serve", "--store", store], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const address = await new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error(`The program named no address within 20 s. It said: ${said}`)), 20_000);
    const hear = (bytes) => {
      said += bytes;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/);
      if (found) { clearTimeout(late); done(found[0]); }
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", (code) => { clearTimeout(late); fail(new Error(`The program ended with ${code}. It said: ${said}`)); });
  });
  const end = () => new Promise((done) => { child.on("exit", done); child.kill("SIGTERM"); });
  return { address, origin: new URL(address).origin, end };
}

export async function browse(origin) {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-quic",
    "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
  const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1280, height: 800 }, locale: "en-GB", reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const asked = [];
  context.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => {
    // The page asks for what may not be there and says so itself; the browser's own note of it is no fault.
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) faults.push(`the browser complains: ${message.text()}`);
  });
  page.on("pageerror", (fault) => faults.push(`the page's program fails: ${fault.message}`));
  const foreign = () => asked.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith(`blob:${origin}/`));
  return { browser, context, page, asked, foreign };
}

const windows = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };

/** Looks at the screen as it stands, at both widths, light and dark: nothing wider than the window, nothing that axe finds. */
export async function look(page, name, pictures) {
  for (const [size, window] of Object.entries(windows))
    for (const scheme of ["light", "dark"]) {
      const called = `${name}.${size}.${scheme}`;
      await page.setViewportSize(window);
      await page.emulateMedia({ colorScheme: scheme });
      await page.waitForTimeout(60);
      const wide = await page.evaluate("document.documentElement.scrollWidth");
      hold(`${called}: fits the window`, wide <= window.width, `${wide} of ${window.width} pixels`);
      const small = await page.evaluate(`[...document.querySelectorAll("button, nav a, select, summary, input:not(.unseen), .tick, .button")]
        .filter((e) => e.offsetParent !== null && !e.closest(".pills") || e.matches("button.pill"))
        .filter((e) => !(e.matches(".tick input")))
        .map((e) => [e, e.getBoundingClientRect()]).filter(([, box]) => box.width > 0 && (box.height < 24 || box.width < 24))
        .map(([e, box]) => e.outerHTML.slice(0, 60) + " " + Math.round(box.width) + "x" + Math.round(box.height))`);
      hold(`${called}: everything to press is 24 pixels or more`, small.length === 0, small.slice(0, 3).join("; "));
      await page.evaluate("scrollTo(0, 0)");
      await page.screenshot({ path: join(pictures, `${called}.png`), fullPage: true });
      await page.evaluate(axe);
      const found = await page.evaluate(`axe.run(document, {resultTypes: ["violations"]}).then(result =>
        result.violations.map(v => v.id + " (" + v.nodes.slice(0, 3).map(n => n.target.join(" ") + " " + (n.any[0]?.message ?? "").slice(0, 120)).join("; ") + ")"))`);
      hold(`${called}: axe-core finds nothing`, found.length === 0, found.join(", "));
    }
  await page.setViewportSize(windows.desk);
  await page.emulateMedia({ colorScheme: "light" });
}

/** The small diaries of tests/read/samples.hpp, by name: C++ string literals, joined and unescaped. */
export function samples(root) {
  const text = readFileSync(join(root, "tests/read/samples.hpp"), "utf8");
  const found = {};
  for (const [, name, body] of text.matchAll(/inline std::string const (\w+) =\s*((?:"(?:[^"\\]|\\.)*"\s*)+);/g)) {
    const joined = [...body.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, part]) => part).join("");
    const bytes = joined.replace(/\\(x[0-9A-Fa-f]{2}|[\s\S])/g, (_, code) =>
      code[0] === "x" ? String.fromCharCode(parseInt(code.slice(1), 16)) : { n: "\n", t: "\t", r: "\r" }[code] ?? code);
    found[name] = Buffer.from(bytes, "latin1");
  }
  return found;
}
