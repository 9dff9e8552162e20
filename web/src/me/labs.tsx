// Results as the paper prints them: value, unit, the range printed beside it, and when the blood was taken.
import type { Lab } from "../api/shapes";
import { name_of, useHome } from "../home";
import { headed } from "../parts/sentence";
import { NumberField } from "../parts/fields";
import { Find, among } from "../parts/find";
import { Since } from "../parts/since";

export function Labs() {
  const { words, told, change } = useHome();
  const list = told.labs ?? [];
  const put = (place: number, next: Lab | null) => change((before) => {
    const labs = [...(before.labs ?? [])];
    if (next) labs[place] = next; else labs.splice(place, 1);
    return { ...before, labs };
  });
  const known = words.labs.filter(({ units }) => units.length);
  return (
    <section aria-labelledby="me-labs">
      <h2 id="me-labs">Blood results</h2>
      <p class="hint">Choose the unit that the paper prints. A result without a date may raise alarm, but never calm it.</p>
      <Find label="Find a test" hint="such as: magnesium, calcium, vitamin D, creatinine" search={(typed) => among(known, typed)}
        take={({ key }) => change((before) => ({ ...before, labs: [...(before.labs ?? []),
          { analyte: key, value: null, unit: words.labs.find(({ code }) => code === key)?.units[0] ?? null, days_ago: null }] }))} />
      <ul class="cards">
        {list.map((one, place) => {
          const name = headed(name_of(words.labs, one.analyte ?? "a test"));
          const units = words.labs.find(({ code }) => code === one.analyte)?.units ?? [];
          return (
            <li class="card" key={place}>
              <div class="card-head"><h3>{name}</h3>
                <button type="button" class="quiet" aria-label={`Take out ${name}`} onClick={() => put(place, null)}>Take out</button></div>
              <div class="fields">
                <NumberField label="Value" value={one.value} change={(value) => put(place, { ...one, value })} />
                <label class="field">Unit
                  <select value={one.unit ?? ""} onChange={(event) => put(place, { ...one, unit: event.currentTarget.value || null })}>
                    {[...new Set([...(one.unit ? [one.unit] : []), ...units])].map((unit) => <option key={unit}>{unit}</option>)}
                    <option value="">not printed</option>
                  </select>
                </label>
                <Since label="Taken, how long ago" days={one.days_ago} change={(days_ago) => put(place, { ...one, days_ago })} />
                <NumberField label="Printed range from" value={one.ref_low} change={(ref_low) => put(place, { ...one, ref_low })} />
                <NumberField label="to" value={one.ref_high} change={(ref_high) => put(place, { ...one, ref_high })} />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
