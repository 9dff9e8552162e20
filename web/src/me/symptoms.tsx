// What you notice: found as you type, each with where, since when and how it goes.
import { name_of, useHome } from "../home";
import type { Symptom } from "../api/shapes";
import { headed } from "../parts/sentence";
import { Choice, NumberField } from "../parts/fields";
import { Find, among } from "../parts/find";
import { Since } from "../parts/since";
import { BodyMap } from "./body_map";

const placed = /twitch|cramp|spasm|numb|tingl|weak|pain|ache|jerk|myokymia|stiff|swell|burn|rash|wasting/;
const usual = ["twitch", "cramp", "tingling", "numbness", "weakness_felt", "fatigue", "palpitations", "insomnia"];
const choices = (list: string[] | undefined) => (list ?? []).map((one) => [one, one] as const);

export function Symptoms() {
  const { words, told, change } = useHome();
  const list = told.symptoms ?? [];
  const put = (place: number, next: Symptom | null) => change((before) => {
    const symptoms = [...(before.symptoms ?? [])];
    if (next) symptoms[place] = next; else symptoms.splice(place, 1);
    return { ...before, symptoms };
  });
  const add = (code: string) => change((before) => {
    const symptoms = before.symptoms ?? [];
    const there = symptoms.findIndex((one) => one.code === code);
    return there < 0 ? { ...before, symptoms: [...symptoms, { code, present: true }] }
      : { ...before, symptoms: symptoms.map((one, n) => (n === there ? { ...one, present: true } : one)) };
  });
  const offered = usual.filter((code) => words.symptoms.some((one) => one.code === code) && !list.some((one) => one.code === code));
  const absent = list.map((one, place) => ({ one, place })).filter(({ one }) => one.present === false);
  return (
    <section aria-labelledby="me-symptoms">
      <h2 id="me-symptoms">What you notice</h2>
      {offered.length ? (
        <div class="pills" role="group" aria-label="Often noticed">
          {offered.map((code) => <button type="button" class="pill" key={code} onClick={() => add(code)}>+ {name_of(words.symptoms, code)}</button>)}
        </div>
      ) : null}
      <Find label="Find another sign" hint="such as: tingling, palpitations, trouble sleeping"
        search={(typed) => among(words.symptoms, typed)} take={({ key }) => add(key)} />
      <ul class="cards">
        {list.map((one, place) => one.present === false ? null : (
          <li key={one.code} class="card">
            <div class="card-head"><h3>{headed(name_of(words.symptoms, one.code))}</h3>
              <button type="button" class="quiet" aria-label={`Take out ${name_of(words.symptoms, one.code)}`} onClick={() => put(place, null)}>Take out</button></div>
            <div class="fields">
              <Since label="Since" days={one.since_days} change={(since_days) => put(place, { ...one, since_days })} />
              {placed.test(one.code) ? (
                <NumberField label="Times a day" value={one.per_day as number | null} bounds={words.bounds["symptoms.per_day"]}
                  change={(per_day) => put(place, { ...one, per_day })} />
              ) : null}
            </div>
            <Choice legend="How it goes" choices={choices(words.choices["symptoms.course"])} value={one.course as string}
              change={(course) => put(place, { ...one, course })} />
            {placed.test(one.code) ? (
              <>
                <Choice legend="How far it spreads" value={one.spread as string}
                  choices={[["focal", "one place"], ["multifocal", "several places"], ["generalised", "all over"]]}
                  change={(spread) => put(place, { ...one, spread })} />
                <BodyMap name={name_of(words.symptoms, one.code)} sites={one.sites ?? []}
                  change={(sites) => put(place, { ...one, sites })} />
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {absent.length ? (
        <details>
          <summary>You said you do not have: {absent.length}</summary>
          <ul class="told">{absent.map(({ one, place }) => (
            <li key={one.code}>{name_of(words.symptoms, one.code)}{" "}
              <button type="button" class="quiet" aria-label={`Forget ${name_of(words.symptoms, one.code)}`} onClick={() => put(place, null)}>Forget this</button></li>
          ))}</ul>
        </details>
      ) : null}
    </section>
  );
}
