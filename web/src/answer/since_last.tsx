// What changed since an earlier answer: how urgent, what fits, what you eat.
import { useEffect, useState } from "preact/hooks";
import { call } from "../api/call";
import type { Answer } from "../api/shapes";
import { nutrient_of, useHome } from "../home";
import { short } from "../parts/amounts";
import { said_day } from "../parts/days";

interface Past { id: number; day: string; urgency: string; first_cause: string }
const band_words: Record<string, string> = { likely: "more likely", possible: "possible", unlikely: "less likely" };

const most_shown = 6;

export function changes_between(before: Answer, after: Answer, name: (key: string) => { name: string; unit: string }, energy: boolean): string[] {
  const said: string[] = [];
  if (before.urgency !== after.urgency) said.push(`It said then: ${before.headline}`);
  const bands = new Map(before.causes.map(({ code, band }) => [code, band]));
  for (const cause of after.causes) {
    const was = bands.get(cause.code);
    if (was === undefined && cause.band !== "unlikely") said.push(`New in the list: ${cause.name}, ${band_words[cause.band]}.`);
    else if (was !== undefined && was !== cause.band) said.push(`${cause.name}: ${band_words[was]} before, ${band_words[cause.band]} now.`);
  }
  for (const cause of before.causes)
    if (cause.band !== "unlikely" && !after.causes.some(({ code }) => code === cause.code)) said.push(`No longer in the list: ${cause.name}.`);
  const eaten = new Map(before.intake.map((one) => [one.nutrient, one]));
  for (const one of after.intake) {
    const was = eaten.get(one.nutrient);
    if (!was || was.standing === one.standing || was.mid === null || one.mid === null || (one.nutrient === "energy_kcal" && !energy)) continue;
    const { name: called, unit } = name(one.nutrient);
    said.push(`${called}: ${short(was.mid)} ${unit} a day before, ${short(one.mid)} ${unit} now.`);
  }
  return said;
}

export function SinceLast({ answer }: { answer: Answer }) {
  const { words } = useHome();
  const [past, list] = useState<Past[]>([]);
  const [chosen, choose] = useState<number>();
  const [said, say] = useState<string[]>();
  useEffect(() => {
    call<{ answers: Past[] }>("answers").then(({ answers }) => {
      list(answers.slice(1, 20));
      choose(answers[1]?.id);
    }, () => {});
  }, [answer]);
  useEffect(() => {
    if (chosen === undefined) { say(undefined); return; }
    const stop = new AbortController();
    call<Answer>(`answers/${chosen}`, { signal: stop.signal })
      .then((before) => say(changes_between(before, answer, (key) => nutrient_of(words, key), false)), () => {});
    return () => stop.abort();
  }, [chosen, answer]);
  if (!past.length || said === undefined) return null;
  return (
    <section aria-labelledby="since-h">
      <h2 id="since-h">What changed since last time</h2>
      <label class="inline">Compared with{" "}
        <select value={String(chosen)} onChange={(event) => choose(Number(event.currentTarget.value))}>
          {past.map(({ id, day }, n) => <option key={id} value={String(id)}>{said_day(day)}{n ? "" : ", the last one"}</option>)}
        </select>
      </label>
      {said.length ? <ul>{said.slice(0, most_shown).map((one) => <li key={one}>{one}</li>)}</ul> : <p>Nothing that matters.</p>}
      {said.length > most_shown ? <details><summary>{said.length - most_shown} smaller changes</summary>
        <ul>{said.slice(most_shown).map((one) => <li key={one}>{one}</li>)}</ul></details> : null}
    </section>
  );
}
