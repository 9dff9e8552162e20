// The HTML report, the page of an experiment, that of a nerve and that of a week's food in a real browser: at a phone's and a desk's width, light, dark and
// printed. Nothing that axe-core finds, nothing wider than the window, nothing asked of the network, and in an emergency
// nothing but what to do on the first screen. report_test.mjs PROGRAM ROOT PICTURES, in the folder that axe-core was
// installed in.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Chromium } from "./chromium.mjs";

const [program, root, pictures] = process.argv.slice(2);
const axe = readFileSync(createRequire(join(process.cwd(), "node_modules", "x")).resolve("axe-core/axe.min.js"), "utf8");

const cases = {
  calf_twitch: "docs/examples/calf_twitch.json",
  potassium_emergency: "tests/golden/potassium_emergency.json",
  vegan_tingling: "tests/golden/vegan_tingling.json",
  two_medicines: "tests/browser/long_report.json",
  many_results: "tests/cases/case_067.json",
  eating_disorder: "tests/cases/case_069.json",
};
const experiments = {
  experiment: "docs/examples/magnesium_depletion.json",
  many_phases: "tests/browser/many_phases.json",
};
const nerves = {
  nerve_recording: ["--recording", "docs/examples/median_apb.MEM"],
  nerve_low_calcium: ["--calcium", "1.1", "--ph", "7.45"],
};
const weeks = {
  week: ["docs/examples/calf_twitch.json"],
  week_vegan: ["tests/golden/calm_eyelid.json", "--wish", "vegan", "--wish", "no nuts", "--wish", "cheap"],
  week_of_many_foods: ["tests/browser/many_foods.json"],
  week_withheld: ["tests/browser/pregnant_week.json"],
};
const pages = {
  ...Object.fromEntries(Object.entries(cases).map(([name, file]) => [name, ["ask", file]])),
  ...Object.fromEntries(Object.entries(experiments).map(([name, file]) => [name, ["ions", file]])),
  ...Object.fromEntries(Object.entries(nerves).map(([name, words]) => [name, ["nerve", ...words]])),
  ...Object.fromEntries(Object.entries(weeks).map(([name, words]) => [name, ["week", ...words]])),
};
const windows = { phone: { width: 390, height: 844 }, desk: { width: 1200, height: 800 } };
// The narrowest telephones in use; a week's table is the widest thing there is.
const narrow = { width: 360, height: 740, dark: false };
const most_pages = 2;

const faults = [];
const hold = (name, fine, found = "") => fine || faults.push(`${name}${found ? ": " + found : ""}`);

async function check(browser, name, address, look) {
  await browser.look(look);
  const { requests, complaints } = await browser.open(address);
  hold(`${name}: asks for nothing but itself`, requests.every((one) => one === address), requests.join(", "));
  hold(`${name}: the browser complains of nothing`, complaints.length === 0, complaints.join(", "));
  const wide = await browser.run("document.documentElement.scrollWidth");
  hold(`${name}: fits the window`, wide <= look.width, `${wide} of ${look.width} pixels`);
  const out = await browser.run(`Math.max(0, ...[...document.querySelectorAll("section > table")].map(table =>
    table.getBoundingClientRect().right - table.parentElement.getBoundingClientRect().right))`);
  hold(`${name}: no table stands out of its card`, out <= 0, `${out} pixels`);
  // A part that is too low for its words lets them run over the next one.
  const over = await browser.run(`[...document.querySelectorAll("section > p, section > table, section > div")]
    .filter(part => part.scrollHeight > part.clientHeight + 2 && getComputedStyle(part).overflowY === "visible")
    .map(part => part.className || part.tagName)`);
  hold(`${name}: no words run over what follows`, over.length === 0, over.join(", "));
  writeFileSync(join(pictures, `${name}.png`), await browser.picture());
  const below = await browser.run(
    "document.querySelector('body.emergency .first') ? document.querySelector('.first').getBoundingClientRect().bottom : -1");
  hold(`${name}: only what to do stands on the first screen`, below < 0 || below >= look.height, `${below} pixels`);
  if (below >= 0) {
    const seen = await browser.run(
      "Math.max(...[...document.querySelectorAll('.call, .act, .why')].slice(0, 3).map(e => e.getBoundingClientRect().bottom))");
    hold(`${name}: the call and the reason stand on the first screen`, seen <= look.height, `${seen} pixels`);
  }
  // Folded parts are read too, so they are opened before the checker looks.
  await browser.run("document.querySelectorAll('details').forEach(part => part.open = true)");
  const opened = await browser.run("document.documentElement.scrollWidth");
  hold(`${name}: fits the window when unfolded`, opened <= look.width, `${opened} of ${look.width} pixels`);
  await browser.run(axe);
  const found = await browser.run(`axe.run(document, {resultTypes: ["violations"]}).then(result =>
    result.violations.map(v => v.id + " (" + v.nodes.slice(0, 3).map(n => n.target.join(" ")).join("; ") + ")"))`);
  hold(`${name}: axe-core finds nothing`, found.length === 0, found.join(", "));
}

async function print(browser, name, address) {
  // The width of an A4 page between its margins, so that the picture is what the printer gets.
  await browser.look({ width: 703, height: 1039, print: true });
  await browser.open(address);
  writeFileSync(join(pictures, `${name}.print.png`), await browser.picture());
  const pdf = await browser.printed();
  writeFileSync(join(pictures, `${name}.pdf`), pdf);
  const pages = (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
  hold(`${name}: has pages when printed`, pages >= 1);
  hold(`${name}: prints on ${most_pages} pages`, pages <= most_pages, `${pages} pages`);
}

mkdirSync(pictures, { recursive: true });
const browser = await Chromium.start();
try {
  for (const [name, words] of Object.entries(pages)) {
    const page = join(pictures, `${name}.html`);
    writeFileSync(page, execFileSync(program, [...words, "--format", "html"], { cwd: root, maxBuffer: 1 << 26 }));
    const address = pathToFileURL(page).href;
    for (const [size, window] of Object.entries(windows))
      for (const dark of [false, true])
        await check(browser, `${name}.${size}.${dark ? "dark" : "light"}`, address, { ...window, dark });
    if (name in weeks)
      await check(browser, `${name}.narrow`, address, narrow);
    await print(browser, name, address);
  }
} finally {
  await browser.end();
}
for (const fault of faults)
  console.error(fault);
console.log(`${Object.keys(pages).length} reports looked at, ${faults.length} faults; pictures in ${pictures}`);
process.exit(faults.length ? 1 : 0);
