// What if: leave out a medicine, change a result, add a food or drop one, and see what moves. Nothing of it is kept.
import { useState } from "preact/hooks";
import { trouble_of, type Trouble } from "../api/call";
import { stream, type Progress } from "../api/stream";
import type { Answer, Food, Found, Moved } from "../api/shapes";
import { call } from "../api/call";
import { energy_shown, name_of, useHome } from "../home";
import { short } from "../parts/amounts";
import { announce } from "../parts/announce";
import { Tick, NumberField } from "../parts/fields";
import { Find } from "../parts/find";
import { headed } from "../parts/sentence";
import { TroubleNote } from "../parts/trouble";
import { ProgressBar } from "../parts/progress";

interface Added { id: string; name: string; grams: number }
const urgencies: Record<string, string> = { emergency: "emergency", soon: "soon", routine: "an ordinary visit", self_care: "at home" };
const bands: Record<string, string> = { likely: "more likely", possible: "possible", unlikely: "less likely" };

export function WhatIf() {
  const home = useHome();
  const { told, words } = home;
  const medicines = told.medications ?? [], labs = told.labs ?? [], pills = told.supplements ?? [];
  const [without, leave] = useState<Set<string>>(new Set());
  const [values, revalue] = useState<Record<number, number | null>>({});
  const [caffeine, pour] = useState<number | null>(null);
  const [sleep, rest] = useState<number | null>(null);
  const [foods, eat] = useState<Added[]>([]);
  const [moved, see] = useState<Moved[]>();
  const [unasked, count] = useState(0);
  const [progress, step] = useState<Progress>();
  const [trouble, fail] = useState<Trouble>();
  const flip = (key: string) => leave((before) => { const next = new Set(before); if (!next.delete(key)) next.add(key); return next; });
  const ask = async () => {
    const life = { ...(caffeine === null ? {} : { caffeine_mg: caffeine }), ...(sleep === null ? {} : { sleep_h: sleep }) };
    const changes = {
      case: {
        ...(medicines.some((_, n) => without.has(`m${n}`)) ? { medications: medicines.filter((_, n) => !without.has(`m${n}`)) } : {}),
        ...(pills.some((_, n) => without.has(`s${n}`)) ? { supplements: pills.filter((_, n) => !without.has(`s${n}`)) } : {}),
        ...(Object.keys(values).length ? { labs: labs.map((lab, n) => (values[n] === undefined || values[n] === null ? lab : { ...lab, value: values[n] })) } : {}),
        ...(Object.keys(life).length ? { lifestyle: life } : {}),
      },
      ...(foods.length ? { add_foods: foods.map(({ id, grams }) => ({ id, grams })) } : {}),
    };
    fail(undefined); see(undefined); step({ done: 0 });
    try {
      const got = await stream<{ answer: Answer; moved: Moved[] }>("what-if", { body: { changes } }, "answer", step);
      see(got.moved);
      count(got.answer.conditional_on_absent.length);
      announce(got.moved.length ? `${got.moved.length} things move.` : "Nothing would move.");
    } catch (fault) {
      fail(trouble_of(fault));
    }
    step(undefined);
  };
  return (
    <section class="what-if" aria-labelledby="if-h">
      <h2 id="if-h">What if</h2>
      <p class="hint">Try a change and see what moves. Nothing of it is kept. Do not stop a prescribed medicine without advice.</p>
      {medicines.length || pills.length ? (
        <fieldset class="choice"><legend>Without</legend>
          <div class="row">
            {medicines.map((one, n) => <Tick key={`m${n}`} on={without.has(`m${n}`)} change={() => flip(`m${n}`)}>{one.name ?? one.atc}</Tick>)}
            {pills.map((one, n) => <Tick key={`s${n}`} on={without.has(`s${n}`)} change={() => flip(`s${n}`)}>{one.name}</Tick>)}
          </div>
        </fieldset>
      ) : null}
      <div class="fields">
        {labs.map((lab, n) => <NumberField key={n} label={headed(name_of(words.labs, lab.analyte ?? "a test"))} unit={lab.unit ?? ""}
          value={values[n] === undefined ? lab.value : values[n]} change={(value) => revalue((before) => ({ ...before, [n]: value }))} />)}
        <NumberField label="Caffeine a day" unit="mg" value={caffeine ?? (told.lifestyle?.caffeine_mg as number)} bounds={words.bounds["lifestyle.caffeine_mg"]} change={pour} />
        <NumberField label="Sleep a night" unit="hours" value={sleep ?? (told.lifestyle?.sleep_h as number)} bounds={words.bounds["lifestyle.sleep_h"]} change={rest} />
      </div>
      <Find label="A food more, every day"
        search={async (typed, signal) => (await call<{ results: Found[] }>(`foods?limit=8&q=${encodeURIComponent(typed)}`, { signal }))
          .results.map(({ id, name, group }) => ({ key: id, name, more: group }))}
        take={async ({ key, name }) => {
          const food = await call<Food>(`foods/${encodeURIComponent(key)}`).catch(() => undefined);
          eat((before) => [...before, { id: key, name, grams: food?.portions[0]?.grams ?? 100 }]);
        }} />
      {foods.length ? <div class="fields">{foods.map((food, n) => (
        <div key={food.id} class="card">
          <NumberField label={food.name} unit="g" value={food.grams} bounds={[1, 5000]}
            change={(grams) => grams && eat((before) => before.map((one, m) => (m === n ? { ...one, grams } : one)))} />
          <button type="button" class="quiet" aria-label={`Leave ${food.name} out`} onClick={() => eat((before) => before.filter((_, m) => m !== n))}>Leave it out</button>
        </div>
      ))}</div> : null}
      <button type="button" class="main" disabled={progress !== undefined} onClick={ask}>See what moves</button>
      <ProgressBar at={progress} />
      <TroubleNote trouble={trouble} />
      {moved?.some(({ kind }) => kind === "blood") ? (
        <p class="hint">Blood values below are what virtual people like you would have, half of them more and half less. They are no results of yours.</p>
      ) : null}
      {moved ? (moved.length ? (
        <table class="moved">
          <caption class="unseen">What moves</caption>
          <thead><tr><th scope="col">What</th><th scope="col">Now</th><th scope="col">Then</th></tr></thead>
          <tbody>{moved.filter(({ what }) => what !== "energy_kcal" || energy_shown(home)).map((one, n) => (
            <tr key={n}><th scope="row">{headed(one.name)}{one.kind === "blood" ? <span class="soft"> expected by the model</span> : null}</th><td>{said(one, one.before)}</td><td>{said(one, one.after)}{one.what === "urgency" && unasked
              ? `, if you have none of ${unasked} warning signs not asked yet` : ""}</td></tr>
          ))}</tbody>
        </table>
      ) : <p role="status">Nothing would move by more than its own uncertainty.</p>) : null}
    </section>
  );
}

function said(one: Moved, value: unknown): string {
  if (value === null || value === undefined) return "–";
  if (one.kind === "urgency") return urgencies[String(value)] ?? String(value);
  if (one.kind === "cause") {
    const { band, low, high } = value as { band?: string; low?: number; high?: number };
    const span = typeof low === "number" && typeof high === "number" ? ` (${Math.round(low * 100)} to ${Math.round(high * 100)} %)` : "";
    return `${bands[band ?? ""] ?? ""}${span}`;
  }
  return typeof value === "number" ? `${short(value)} ${one.unit}` : String(value);
}
