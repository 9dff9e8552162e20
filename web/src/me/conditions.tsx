// What a doctor has named, found as you type.
import { call } from "../api/call";
import type { Named } from "../api/shapes";
import { name_of, useHome } from "../home";
import { headed } from "../parts/sentence";
import { Find } from "../parts/find";

export function Conditions() {
  const { words, told, change } = useHome();
  const list = told.conditions ?? [];
  const code_of = (one: (typeof list)[number]) => (typeof one === "string" ? one : one.code);
  const denied = (one: (typeof list)[number]) => typeof one !== "string" && one.present === false;
  const without = (place: number) => change((before) =>
    ({ ...before, conditions: (before.conditions ?? []).filter((_, n) => n !== place) }));
  const absent = list.map((one, place) => ({ one, place })).filter(({ one }) => denied(one));
  return (
    <section aria-labelledby="me-conditions">
      <h2 id="me-conditions">Conditions</h2>
      <Find label="Find a condition" hint="such as: kidney disease, diabetes, coeliac disease"
        search={async (typed, signal) => (await call<{ conditions: Named[] }>(`words/conditions?limit=10&q=${encodeURIComponent(typed)}`, { signal }))
          .conditions.map(({ code, name }) => ({ key: code, name }))}
        take={({ key }) => change((before) => (before.conditions ?? []).some((one) => code_of(one) === key && !denied(one)) ? before
          : { ...before, conditions: [...(before.conditions ?? []).filter((one) => code_of(one) !== key), key] })} />
      <ul class="told">
        {list.map((one, place) => {
          if (denied(one)) return null;
          const name = headed(name_of(words.conditions, code_of(one)));
          return (
            <li key={place}>{name}{" "}
              <button type="button" class="quiet" aria-label={`Take out ${name}`} onClick={() => without(place)}>Take out</button></li>
          );
        })}
      </ul>
      {absent.length ? (
        <details>
          <summary>You said you do not have: {absent.length}</summary>
          <ul class="told">{absent.map(({ one, place }) => (
            <li key={code_of(one)}>{name_of(words.conditions, code_of(one))}{" "}
              <button type="button" class="quiet" aria-label={`Forget ${name_of(words.conditions, code_of(one))}`} onClick={() => without(place)}>Forget this</button></li>
          ))}</ul>
        </details>
      ) : null}
    </section>
  );
}
