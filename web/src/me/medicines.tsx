// Medicines and what is taken beside food, by the names on the box.
import { call } from "../api/call";
import type { Medicine, Supplement } from "../api/shapes";
import { nutrient_of, useHome } from "../home";
import { Choice, NumberField, TextField } from "../parts/fields";
import { Find, among } from "../parts/find";
import { Since } from "../parts/since";

interface Known { code: string; name: string; also: string }

export function Medicines() {
  const { told, change } = useHome();
  const list = told.medications ?? [];
  const put = (place: number, next: Medicine | null) => change((before) => {
    const medications = [...(before.medications ?? [])];
    if (next) medications[place] = next; else medications.splice(place, 1);
    return { ...before, medications };
  });
  const add = (name: string, atc?: string) => change((before) =>
    ({ ...before, medications: [...(before.medications ?? []), { name, ...(atc ? { atc } : {}), status: "current" }] }));
  return (
    <section aria-labelledby="me-medicines">
      <h2 id="me-medicines">Medicines</h2>
      <p class="hint">Those without a prescription too, and those you stopped not long ago. Never stop one because of what this page says.</p>
      <Find label="Find a medicine"
        search={async (typed, signal) => (await call<{ medicines: Known[] }>(`words/medicines?limit=10&q=${encodeURIComponent(typed)}`, { signal }))
          .medicines.map(({ code, name, also }) => ({ key: code, name, more: also ? `(${also})` : undefined }))}
        take={({ key, name }) => add(name, key)} take_typed={(typed) => add(typed)} />
      <ul class="cards">
        {list.map((one, place) => (
          <li class="card" key={place}>
            <div class="card-head"><h3>{one.name ?? one.atc}</h3>
              <button type="button" class="quiet" aria-label={`Take out ${one.name ?? one.atc}`} onClick={() => put(place, null)}>Take out</button></div>
            <div class="fields">
              <TextField label="Dose" value={one.dose} hint="as on the label: 20 mg daily" change={(dose) => put(place, { ...one, dose })} />
              <Since label="Taken for" days={one.since_days} change={(since_days) => put(place, { ...one, since_days })} />
              {one.status === "stopped" ? <Since label="Stopped" days={one.stopped_days_ago} change={(stopped_days_ago) => put(place, { ...one, stopped_days_ago })} /> : null}
            </div>
            <Choice legend="Now" choices={[["current", "I take it"], ["stopped", "I stopped it"]]} value={one.status}
              change={(status) => put(place, { ...one, status })} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Supplements() {
  const { words, told, change } = useHome();
  const list = told.supplements ?? [];
  const put = (place: number, next: Supplement | null) => change((before) => {
    const supplements = [...(before.supplements ?? [])];
    if (next) supplements[place] = next; else supplements.splice(place, 1);
    return { ...before, supplements };
  });
  const named = words.nutrients.filter(({ key }) => !/energy|water|alcohol|carbo|fat_g|sugars|fibre/.test(key))
    .map(({ key, name }) => ({ code: key, name }));
  return (
    <section aria-labelledby="me-supplements">
      <h2 id="me-supplements">Tablets, powders and drinks with vitamins or minerals</h2>
      <button type="button" onClick={() => change((before) =>
        ({ ...before, supplements: [...(before.supplements ?? []), { name: "", each: {} }] }))}>Add a product</button>
      <ul class="cards">
        {list.map((one, place) => (
          <li class="card" key={place}>
            <div class="card-head"><h3>{one.name || "A product"}</h3>
              <button type="button" class="quiet" aria-label={`Take out ${one.name || "the product"}`} onClick={() => put(place, null)}>Take out</button></div>
            <div class="fields">
              <TextField label="Name" value={one.name} change={(name) => put(place, { ...one, name: name ?? "" })} />
              <NumberField label="How many a day" value={one.per_day} bounds={words.bounds["supplements.per_day"]} change={(per_day) => put(place, { ...one, per_day })} />
              <TextField label="Or as it is written" hint="such as: magnesium oxide 400 mg twice daily" value={one.dose} change={(dose) => put(place, { ...one, dose })} />
              {Object.entries(one.each ?? {}).map(([key, amount]) => {
                const { name, unit } = nutrient_of(words, key);
                return <NumberField key={key} label={`${name} in each`} unit={unit} value={amount}
                  change={(value) => put(place, { ...one, each: { ...one.each, [key]: value } })} />;
              })}
            </div>
            <Find label="What is in each, from the label" search={(typed) => among(named, typed)}
              take={({ key }) => put(place, { ...one, each: { ...one.each, [key]: one.each?.[key] ?? null } })} />
          </li>
        ))}
      </ul>
    </section>
  );
}
