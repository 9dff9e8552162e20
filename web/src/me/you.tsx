// Age, sex and stage of life: what needs and ranges depend on, and no more.
import { useHome } from "../home";
import { Choice, NumberField, TextField } from "../parts/fields";
import { diets_of } from "./wishes";
import type { Person } from "../api/shapes";

export function You() {
  const { words, told, change } = useHome();
  const { person } = told;
  const put = (part: Partial<Person>) => change((before) => ({ ...before, person: { ...before.person, ...part } }));
  const bounds = (field: string) => words.bounds[`person.${field}`];
  const pregnant = person.pregnancy === false ? "no" : person.pregnancy ? "yes" : null;
  const weeks = typeof person.pregnancy === "object" && person.pregnancy ? person.pregnancy.weeks : null;
  const yes = (value: unknown) => (value === true ? "yes" : value === false ? "no" : null);
  return (
    <section aria-labelledby="me-you">
      <h2 id="me-you">You</h2>
      <p class="hint">What you need a day depends on these. Without age and sex no need is shown.</p>
      <div class="fields">
        <NumberField label="Age" unit="years" value={person.age_years} bounds={bounds("age_years")} change={(age_years) => put({ age_years })} />
        <NumberField label="Weight" unit="kg" value={person.weight_kg as number} bounds={bounds("weight_kg")} change={(weight_kg) => put({ weight_kg })} />
        <NumberField label="Height" unit="cm" value={person.height_cm as number} bounds={bounds("height_cm")} change={(height_cm) => put({ height_cm })} />
        <TextField label="Country" value={person.country as string} hint="two letters, such as GB: for the emergency number"
          change={(country) => put({ country: country?.toUpperCase() ?? null })} />
      </div>
      <Choice legend="Sex, for need and for lab ranges" choices={[["female", "female"], ["male", "male"]]} value={person.sex} change={(sex) => put({ sex })} />
      {person.sex === "male" ? null : (
        <>
          <Choice legend="Pregnant" choices={[["yes", "yes"], ["no", "no"]]} value={pregnant}
            change={(said) => put({ pregnancy: said === "yes" ? { weeks: null } : said === "no" ? false : null })} />
          {pregnant === "yes" ? <NumberField label="Week of pregnancy" value={weeks} bounds={words.bounds["person.pregnancy.weeks"]}
            change={(value) => put({ pregnancy: { weeks: value } })} /> : null}
          <Choice legend="Breastfeeding" choices={[["yes", "yes"], ["no", "no"]]} value={yes(person.lactating)}
            change={(said) => put({ lactating: said === null ? null : said === "yes" })} />
        </>
      )}
      <Choice legend="How you eat" choices={diets_of(words)} value={told.diet?.type}
        change={(type) => change((before) => ({ ...before, diet: { ...before.diet, type } }))} />
    </section>
  );
}
