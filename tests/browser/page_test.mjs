// The page that `rheobase serve` gives, used as a person uses it: from the first visit to an answer, a misread food put
// right, diaries brought, an emergency, a what-if, a week, the interview without a mouse, and everything taken out, erased
// and put back. page_test.mjs PROGRAM ROOT PICTURES, in the folder that playwright-core and axe-core were installed in.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browse, faults, hold, look, samples, serve } from "./page_hands.mjs";

const [program, root, pictures] = process.argv.slice(2);
mkdirSync(pictures, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "rheobase-page-"));
const server = await serve(program, join(folder, "store.db"));
const { browser, page, asked, foreign } = await browse(server.origin);
const hostile = `<img src=x onerror="document.body.dataset.hurt='yes'"><script>document.body.dataset.hurt='yes'</script>`;

const to = async (screen) => {
  await page.goto(`${server.origin}/#/${screen}`);
  await page.locator("main h1").waitFor();
};
const kept = () => page.getByText("Kept on this machine.").waitFor();
const log = async (words) => {
  await page.getByLabel("What did you eat and drink?").fill(words);
  await page.locator(".foods .food").first().waitFor();
  await page.getByRole("button", { name: "Log it" }).click();
  await page.locator(".entry", { hasText: words }).first().waitFor();
};
const ask = async () => {
  await to("answer");
  await page.locator("#now-act").waitFor();
};
const put_case = (case_of) => page.evaluate(async (value) => {
  const reply = await fetch("/api/case", { method: "PUT", body: JSON.stringify(value), headers: { "Content-Type": "application/json",
    Authorization: `Bearer ${sessionStorage.getItem("rheobase.token")}` } });
  return reply.status;
}, case_of);
const step = async (name, work) => {
  try {
    await work();
  } catch (fault) {
    faults.push(`${name}: ${fault.message.split("\n").slice(0, 4).join(" | ")}`);
    await page.screenshot({ path: join(pictures, `fault ${name}.png`) }).catch(() => {});
  }
};

await step("the first visit", async () => {
  await page.goto(server.address);
  await page.locator("main h1").waitFor();
  hold("the token leaves the address bar", !page.url().includes("token"), page.url());
  await page.getByText("Nothing logged today yet").waitFor();
  await look(page, "log_empty", pictures);
  await page.getByLabel("What did you eat and drink?").fill("two slices of toast with butter, a banana, qqxzzt");
  await page.locator(".food", { hasText: "Banana" }).waitFor();
  hold("what was not understood is said", await page.locator(".not-read").getByText("qqxzzt").isVisible());
  hold("no calories unless asked for", !(await page.locator("main").innerText()).includes("kcal"));
  await look(page, "log_understood", pictures);
});

await step("a misread food is put right", async () => {
  await page.locator(".food", { hasText: "Banana" }).getByRole("button", { name: "Change" }).click();
  const other = page.locator(".mend [aria-label='Or was it'] button").first();
  const name = (await other.innerText()).trim();
  await look(page, "log_mend", pictures);
  await other.click();
  hold("the choice stands in the list", await page.locator(".food", { hasText: name }).getByText("your choice").isVisible());
  await page.getByRole("button", { name: "Log it" }).click();
  await page.locator(".entry").first().waitFor();
  hold("the choice is kept", (await page.locator(".entry").first().innerText()).includes(name), await page.locator(".entry").first().innerText());
  await page.reload();
  await page.locator(".entry").first().waitFor();
  hold("the choice outlives the tab's reload", (await page.locator(".entry").first().innerText()).includes(name));
  await page.getByRole("button", { name: /^Correct / }).first().click();
  await page.getByLabel("What it was").fill("a bowl of porridge");
  await page.locator(".foods .food", { hasText: /oat/i }).first().waitFor();
  await page.getByRole("button", { name: "Keep the correction" }).click();
  await page.locator(".entry", { hasText: "porridge" }).waitFor();
});

await step("hostile names are text", async () => {
  await page.getByLabel("What did you eat and drink?").fill(`an apple, ${hostile}`);
  await page.locator(".foods .food").first().waitFor();
  await page.getByRole("button", { name: "Log it" }).click();
  await page.locator(".entry", { hasText: "onerror" }).waitFor();
  await page.setInputFiles("input[type=file]", { name: `${hostile}.csv`, mimeType: "text/csv", buffer: Buffer.from(`day,meal,text\n2026-03-02,${hostile},${hostile}\n`) });
  await page.locator(".read-card, .trouble").first().waitFor();
  hold("nothing that was typed runs", await page.evaluate("document.body.dataset.hurt === undefined && !document.querySelector('main img')"));
  await page.getByRole("button", { name: "Leave it" }).click().catch(() => {});
});

await step("each diary format is read before it is kept", async () => {
  const all = samples(root);
  const ending = (name) => (/xml|apple/.test(name) ? "xml" : /json|google/.test(name) ? "json" : "csv");
  const formats = Object.entries(all).filter(([name]) => !/samsung_(info|food_info)/.test(name));
  hold("there are samples of many formats", formats.length >= 7, `${formats.length}`);
  for (const [name, bytes] of formats) {
    await to("learn"); await to("log");
    await page.setInputFiles("input[type=file]", { name: `${name}.${ending(name)}`, mimeType: "application/octet-stream", buffer: bytes });
    await page.locator(".read-card, .drop ~ div .trouble").first().waitFor();
    const text = await page.locator(".read-card").first().innerText().catch(() => "");
    hold(`${name}: something was read`, /[1-9]\d* (foods?|results?|facts?) read/.test(text), text || await page.locator(".trouble").first().innerText());
  }
  await page.setInputFiles("input[type=file]", join(root, "docs/examples/calf_twitch_week.csv"));
  await page.locator(".read-card", { hasText: "calf_twitch_week" }).waitFor();
  await look(page, "log_read", pictures);
  await page.locator(".read-card", { hasText: "calf_twitch_week" }).getByRole("button", { name: "Keep what was read" }).click();
  await page.getByText(/^Kept: [1-9]/).waitFor();
  await page.getByRole("button", { name: "Look further back" }).click();
});

await step("a file that is nothing is refused in words", async () => {
  await page.setInputFiles("input[type=file]", { name: "holiday.jpg", mimeType: "image/jpeg", buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3]) });
  await page.locator("section .trouble").first().waitFor();
});

await step("telling of oneself", async () => {
  await to("me");
  await page.getByLabel("Age", { exact: true }).fill("34");
  await page.locator("fieldset", { hasText: "Sex" }).getByRole("radio", { name: "female", exact: true }).check();
  await page.getByLabel("Country").fill("GB");
  await page.getByRole("button", { name: "+ twitch" }).click();
  const card = page.locator(".card", { hasText: "Twitch" });
  await card.getByLabel("Since", { exact: true }).fill("10");
  const first = await card.locator(".usual button").allInnerTexts();
  hold("calf and eyelid are offered first", first.join() === "left calf,right calf,left eyelid,right eyelid", first.join());
  await card.locator("svg").nth(1).click({ position: { x: 55, y: 236 } });
  hold("a click on the body marks the calf", (await card.locator(".sites > p").innerText()).includes("left calf"), await card.locator(".sites > p").innerText());
  await page.getByRole("combobox", { name: "Find a medicine" }).fill("omepr");
  await page.locator("[role=listbox].hits [role=option]", { hasText: /omeprazole/i }).first().click();
  await page.locator("#me-medicines ~ ul .card").first().waitFor();
  await page.getByRole("combobox", { name: "Find a test" }).fill("magnesium");
  await page.locator("[role=listbox].hits [role=option]", { hasText: /^magnesium$/i }).first().click();
  await page.locator("#me-labs ~ ul .card").getByLabel("Value").fill("0.66");
  await page.locator("#me-labs ~ ul .card").getByLabel("Taken, how long ago", { exact: true }).fill("3");
  await page.getByLabel("Caffeine a day").fill("420");
  await kept();
  await look(page, "me", pictures);
  await page.reload();
  await page.locator(".card", { hasText: "Twitch" }).waitFor();
  hold("the case is kept", await page.getByLabel("Caffeine a day").inputValue() === "420");
});

await step("the answer", async () => {
  await ask();
  for (const heading of ["What it might be", "What you eat against what you need", "Your results", "What blood tests would likely show", "What could not be judged"])
    hold(`the answer shows: ${heading}`, await page.getByRole("heading", { name: heading }).isVisible());
  hold("energy is not shown unasked", (await page.locator(".chart").first().innerText()).includes("Magnesium") && !/Energy|kcal/.test(await page.locator("main").innerText()));
  await look(page, "answer", pictures);
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the report" }).click()]);
  hold("the report is saved whole", readFileSync(await saved.path(), "utf8").includes("<html"));
});

await step("what if", async () => {
  await page.getByLabel("Magnesium", { exact: true }).fill("0.85");
  await page.locator(".what-if").getByText("omeprazole").click();
  await page.getByRole("button", { name: "See what moves" }).click();
  await page.locator(".moved tbody tr").first().waitFor({ timeout: 90_000 });
  await look(page, "what_if", pictures);
});

await step("what changed since last time", async () => {
  await to("me");
  await page.getByLabel("Caffeine a day").fill("50");
  await kept();
  await ask();
  await page.getByRole("heading", { name: "What changed since last time" }).waitFor();
});

await step("a week with a wish", async () => {
  // A low result is for the doctor first; without it food can be planned.
  await to("me");
  await page.getByRole("button", { name: "Take out Magnesium" }).click();
  await kept();
  await to("week");
  await page.locator("fieldset", { hasText: "Diet of the plan" }).getByRole("radio", { name: "vegetarian", exact: true }).check();
  await page.getByRole("button", { name: "Make the plan" }).click();
  await page.getByRole("heading", { name: "Shopping" }).waitFor({ timeout: 120_000 });
  hold("a week has seven days", await page.locator(".day").count() === 7);
  const lines = await page.locator(".shelf .tick span > span").evaluateAll((all) => all.filter((one) => !one.parentElement.firstChild.textContent.trim()).length);
  hold("every line of the list has a name", lines === 0, `${lines} have none`);
  await page.locator(".shelf .tick").first().click();
  hold("a tick on the list stays", await page.locator(".shelf .tick input").first().isChecked());
  await look(page, "week", pictures);
});

await step("cards", async () => {
  await to("learn");
  await page.getByLabel("Find a card").fill("magnesium");
  await page.getByRole("link", { name: "Magnesium", exact: true }).first().waitFor();
  await look(page, "learn", pictures);
  await page.getByRole("link", { name: "Magnesium", exact: true }).first().click();
  await page.getByRole("heading", { name: "What it does" }).waitFor();
  hold("the focus is on the card's name", await page.evaluate("document.activeElement?.tagName") === "H1");
  await look(page, "card", pictures);
});

await step("the interview by keyboard alone", async () => {
  await to("interview");
  await look(page, "interview_start", pictures);
  await page.keyboard.press("Tab");
  await page.evaluate("document.body.focus()");
  const tab_to = async (words) => {
    for (let n = 0; n < 60; ++n) {
      const at = await page.evaluate("(document.activeElement?.innerText || document.activeElement?.closest('label')?.innerText || '').trim()");
      if (words.test(at)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`no way to ${words} with the Tab key`);
  };
  await tab_to(/^Begin$/);
  await page.keyboard.press("Enter");
  await page.locator(".question h2").waitFor();
  hold("a danger sign is asked first", await page.locator(".question.red").count() === 1);
  hold("why it is asked is said", await page.getByText("Why this is asked:").isVisible());
  await look(page, "interview", pictures);
  let questions = 0;
  for (; questions < 60; ++questions) {
    if (!await page.locator(".question").count()) break;
    const before = await page.locator(".question h2").innerText();
    await tab_to(questions % 3 === 1 ? /^I don’t know$/ : questions % 3 === 2 ? /^Skip this question$/ : /^(None of these|I don’t know)$/);
    await page.keyboard.press("Enter");
    await page.waitForFunction((was) => document.querySelector(".question h2")?.innerText !== was, before);
  }
  hold("the interview ends", questions > 0 && questions < 60, `${questions} questions`);
  hold("the focus is on the end", /enough/.test(await page.evaluate("document.activeElement?.innerText ?? ''")));
  await tab_to(/^Back$/);
  await page.keyboard.press("Enter");
  await page.locator(".question h2").waitFor();
  await look(page, "interview_back", pictures);
});

await step("two people in one store", async () => {
  await to("yours");
  await page.getByLabel("Add somebody").fill(`Ada ${hostile}`);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("button", { name: /^Turn to Ada/ }).waitFor();
  await look(page, "yours_people", pictures);
  await page.getByRole("button", { name: /^Turn to Ada/ }).click();
  await to("log");
  await page.getByText("Nothing logged today yet").waitFor();
  await log("an orange");
  await to("me");
  hold("another person is unknown", await page.getByLabel("Age", { exact: true }).inputValue() === "");
  // What is typed last is kept for whom it was typed, however soon the page turns to somebody else.
  await page.getByLabel("Age", { exact: true }).fill("61");
  await page.getByLabel("This page is about").selectOption({ label: "Me" });
  await page.waitForFunction(() => document.querySelector("#me-you ~ .fields input")?.value === "34");
  await to("log");
  hold("what she ate is not in my diary", !(await page.locator("main").innerText()).includes("an orange"));
  await page.getByLabel("This page is about").selectOption({ index: 1 });
  await to("me");
  await page.waitForFunction(() => document.querySelector("#me-you ~ .fields input")?.value === "61");
  await page.reload();
  await page.waitForFunction(() => document.querySelector("#me-you ~ .fields input")?.value === "61");
  await look(page, "me_of_another", pictures);
  hold("nothing in a name runs", await page.evaluate("document.body.dataset.hurt === undefined"));
  await to("yours");
  await page.getByRole("button", { name: /^Rename Ada/ }).click();
  await page.getByLabel(/^New name of Ada/).fill("Ada");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await page.getByRole("button", { name: "Erase Ada", exact: true }).click();
  await page.getByRole("button", { name: "Yes, erase", exact: true }).click();
  await page.getByLabel("This page is about").waitFor({ state: "detached" });
  await to("me");
  await page.waitForFunction(() => document.querySelector("#me-you ~ .fields input")?.value === "34");
});

await step("a danger sign ticked in the interview", async () => {
  const before = await page.evaluate(async () => (await fetch("/api/case", { headers: { Authorization: `Bearer ${sessionStorage.getItem("rheobase.token")}` } })).json());
  await put_case({ person: { age_years: 30 } });
  await page.evaluate("Object.keys(sessionStorage).filter((name) => name.startsWith('rheobase.asked')).forEach((name) => sessionStorage.removeItem(name))");
  await page.goto(`${server.origin}/#/interview`);
  await page.reload();
  await page.getByRole("button", { name: "Begin" }).click();
  const sign = page.locator(".question label", { hasText: /chest pain/i }).first();
  for (let n = 0; n < 12 && !await sign.count(); ++n) {
    const was = await page.locator(".question h2").innerText();
    await page.getByRole("button", { name: "Skip this question" }).click();
    await page.waitForFunction((text) => document.querySelector(".question h2")?.innerText !== text, was);
  }
  await sign.click();
  await page.getByRole("button", { name: /^Next, with/ }).click();
  await page.locator(".help-bar").waitFor();
  hold("whom to call stands in the bar", await page.locator(".help-bar .call").isVisible());
  await look(page, "interview_alarm", pictures);
  await page.getByRole("link", { name: "Me", exact: true }).click();
  await page.locator(".card", { hasText: /chest pain/i }).waitFor();
  hold("the bar stands on every screen", await page.locator(".help-bar").isVisible());
  await kept();
  await page.reload();
  await page.locator(".help-bar").waitFor();
  await page.getByRole("link", { name: "See what to do" }).click();
  await page.locator("#page > .first.emergency").waitFor();
  await put_case(before);
  await page.reload();
  await page.locator("main h1").waitFor();
  await page.waitForTimeout(300);
  hold("the bar goes with what it stood for", !await page.locator(".help-bar").count());
});

await step("what was denied or refused can be said after all", async () => {
  const before = await page.evaluate(async () => (await fetch("/api/case", { headers: { Authorization: `Bearer ${sessionStorage.getItem("rheobase.token")}` } })).json());
  await put_case({ person: {}, symptoms: [{ code: "twitch" }], conditions: [{ code: "ckd_unspecified", present: false }] });
  await page.goto(`${server.origin}/#/me`);
  await page.reload();
  const conditions = page.locator("section", { has: page.locator("#me-conditions") });
  await conditions.getByText("You said you do not have: 1").waitFor();
  hold("a denied condition is not listed as one", !await conditions.getByRole("button", { name: /^Take out/ }).count());
  await conditions.getByRole("combobox", { name: "Find a condition" }).fill("kidney disease, stage");
  await page.locator("[role=listbox].hits [role=option]", { hasText: /stage not known/ }).first().click();
  await conditions.getByRole("button", { name: /^Take out Kidney disease/ }).waitFor();
  hold("a condition can be told after it was denied", !await conditions.getByText("You said you do not have").count());
  await kept();
  await page.goto(`${server.origin}/#/interview`);
  await page.evaluate("Object.keys(sessionStorage).filter((name) => name.startsWith('rheobase.asked')).forEach((name) => sessionStorage.removeItem(name))");
  await page.reload();
  await page.getByRole("button", { name: "Begin" }).click();
  await page.locator(".question h2").waitFor();
  const age = page.locator(".question", { hasText: /How old are you/ });
  for (let n = 0; n < 30 && !await age.count(); ++n) {
    const was = await page.locator(".question h2").innerText();
    await page.getByRole("button", { name: "Skip this question" }).click();
    await page.waitForFunction((text) => document.querySelector(".question h2")?.innerText !== text, was);
  }
  await age.getByRole("button", { name: "Next" }).click();
  await age.getByText("Give a figure").waitFor();
  await age.locator("input").fill("200");
  await age.getByRole("button", { name: "Next" }).click();
  await page.getByText("This figure cannot be").waitFor();
  await age.locator("input").fill("34");
  await age.getByRole("button", { name: "Next" }).click();
  await age.waitFor({ state: "detached" });
  await put_case(before);
  await page.reload();
  await page.locator("main h1").waitFor();
});

await step("an emergency", async () => {
  const emergency = JSON.parse(readFileSync(join(root, "tests/golden/potassium_emergency.json"), "utf8"));
  const { status, before } = await page.evaluate(async () => {
    const reply = await fetch("/api/case", { headers: { Authorization: `Bearer ${sessionStorage.getItem("rheobase.token")}` } });
    return { status: reply.status, before: await reply.json() };
  });
  hold("the case is given", status === 200);
  delete emergency.diet;
  hold("the emergency is kept", await put_case(emergency) === 200);
  await to("log");
  await page.reload();
  await page.locator(".help-bar").waitFor();
  await ask();
  for (const size of [{ width: 360, height: 740 }, { width: 1280, height: 800 }]) {
    await page.setViewportSize(size);
    await page.evaluate("scrollTo(0, 0)");
    const seen = await page.evaluate(`(() => {
      const first = document.querySelector("#page > .first");
      const box = (e) => e.getBoundingClientRect();
      const above = [...document.querySelectorAll("#page *")].filter((e) => !first.contains(e) && e.offsetParent !== null && !e.matches(".unseen, .skip")
        && e.innerText?.trim() && box(e).top < box(first).bottom - 1 && box(e).bottom > 0 && box(e).width > 2 && !e.contains(first));
      return { bottom: box(first).bottom, act: box(document.querySelector("#now-act")).top, call: box(document.querySelector(".call")).bottom,
        above: above.map((e) => e.outerHTML.slice(0, 80)) };
    })()`);
    hold(`emergency at ${size.width}: nothing stands above what to do`, seen.above.length === 0, seen.above.slice(0, 2).join(" "));
    hold(`emergency at ${size.width}: the first screen holds nothing else`, seen.bottom >= size.height - 40, `${seen.bottom}`);
    hold(`emergency at ${size.width}: the call stands on the first screen`, seen.call <= size.height, `${seen.call}`);
  }
  await look(page, "emergency", pictures);
  await page.getByRole("link", { name: "Log", exact: true }).click();
  await page.locator(".help-bar").waitFor();
  await look(page, "emergency_log", pictures);
  await put_case(before);
});

await step("a phone's health, blood results and a health record are dropped", async () => {
  const drop = async (name, text, keep) => {
    await to("learn"); await to("log");
    await page.setInputFiles("input[type=file]", { name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });
    const card = page.locator(".read-card", { hasText: name });
    await card.waitFor();
    const said = await card.innerText();
    if (keep) {
      await card.getByRole("button", { name: "Keep what was read" }).click();
      await page.getByText(/^Kept: [1-9]/).waitFor();
    }
    return said;
  };
  const eaten = (type, unit, value) => `<Record type="HKQuantityTypeIdentifier${type}" sourceName="Cronometer" unit="${unit}" `
    + `startDate="2026-03-14 12:00:00 +0100" endDate="2026-03-14 12:00:00 +0100" value="${value}"/>`;
  const apple = await drop("export.xml", `<?xml version="1.0" encoding="UTF-8"?><HealthData locale="en_GB"><ExportDate value="2026-03-20 09:00:00 +0100"/>`
    + `<Correlation type="HKCorrelationTypeIdentifierFood" sourceName="Cronometer" startDate="2026-03-14 12:00:00 +0100">`
    + `<MetadataEntry key="HKFoodType" value="Oatmeal, cooked"/>${eaten("DietaryEnergyConsumed", "Cal", 158)}${eaten("DietaryMagnesium", "mg", 56)}</Correlation></HealthData>`);
  hold("what a phone exports is read", /apple health: [1-9]\d* foods? read/.test(apple), apple);
  const labs = await drop("bloods.csv", "Test,Result,Units,Reference Range,Date\nFerritin,18 L,ug/L,30-300,2026-03-01\nBlood culture,negative,,,2026-03-01\n", true);
  hold("a table of results is read", /Blood results.*1 results? read/s.test(labs), labs);
  hold("a result that is no number is named", /no number/.test(labs) && /Blood culture/.test(labs), labs);
  const record = await drop("record.fhir.json", readFileSync(join(root, "docs/examples/record.fhir.json")), true);
  hold("a health record is read", /A health record.*[1-9]\d* facts? read/s.test(record), record);
  await look(page, "log_brought", pictures);
  await to("me");
  const shown = await page.locator("#me-labs ~ ul .card").allInnerTexts();
  hold("results that were brought stand under Me", shown.some((text) => /ferritin/i.test(text)), shown.join(" | "));
});

await step("taken out, erased, put back", async () => {
  await page.reload();
  await to("yours");
  const take = async (format, secret) => {
    await page.locator("fieldset").getByText(format, { exact: true }).click();
    await page.getByLabel("Passphrase, if you wish").fill(secret);
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save a file" }).click()]);
    return readFileSync(await file.path());
  };
  const csv = await take("CSV", "");
  hold("the table of foods names what was eaten", /day|date/i.test(csv.toString().split("\n")[0]), csv.toString().slice(0, 80));
  const fhir = JSON.parse((await take("FHIR", "")).toString());
  hold("the health record is a Bundle", fhir.resourceType === "Bundle", fhir.resourceType);
  const locked = await take("JSON", "correct horse");
  hold("a file with a passphrase shows nothing", !locked.toString("latin1").includes("porridge"));
  const own = await take("JSON", "");
  hold("the own file holds the diary", own.toString().includes("porridge"));
  await look(page, "yours", pictures);

  await page.getByRole("button", { name: "Erase everything…" }).click();
  hold("erasing is asked once more", await page.getByText("Erase it all for good?").isVisible());
  await look(page, "yours_erase", pictures);
  await page.getByRole("button", { name: "No, keep it" }).click();
  await page.getByRole("button", { name: "Erase everything…" }).click();
  await page.getByRole("button", { name: "Yes, erase everything" }).click();
  await page.getByText("Everything is erased.").first().waitFor();
  await to("log");
  await page.getByText("Nothing logged today yet").waitFor();

  await to("yours");
  const file = join(folder, "own.json");
  writeFileSync(file, locked);
  await page.getByLabel("The JSON file that was saved here").setInputFiles(file);
  await page.getByLabel("Its passphrase, if it has one").fill("wrong");
  await page.getByRole("button", { name: "Put it back" }).click();
  await page.locator(".trouble").waitFor();
  await page.getByLabel("Its passphrase, if it has one").fill("correct horse");
  await page.getByLabel("Erase what is kept here now").check();
  await page.getByRole("button", { name: "Put it back" }).click();
  await page.getByText("Everything is back.").first().waitFor();
  await to("log");
  await page.locator(".entry", { hasText: "porridge" }).waitFor();
});

await step("a wrong token and a program that is gone", async () => {
  await page.evaluate("sessionStorage.setItem('rheobase.token', 'wrong')");
  await page.reload();
  await page.getByText("This tab is not known to the program.").waitFor();
  await look(page, "stranger", pictures);
  await page.goto(server.address);
  await page.locator("main h1").waitFor();
  await server.end();
  await page.getByLabel("What did you eat and drink?").fill("an egg");
  await page.getByText("The program does not answer.").waitFor();
  hold("how to start it again is said", await page.getByText("rheobase serve").first().isVisible());
  await look(page, "gone", pictures);
});

hold("the page asked its program", asked.some((url) => url.startsWith(`${server.origin}/api/`)));
hold("no request leaves this machine", foreign().length === 0, foreign().slice(0, 3).join(", "));
await browser.close();
rmSync(folder, { recursive: true, force: true });
for (const fault of faults)
  console.error(fault);
console.log(`The page was used from first visit to farewell, ${asked.length} requests, ${faults.length} faults; pictures in ${pictures}`);
process.exit(faults.length ? 1 : 0);
