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
  return (
    <section aria-labelledby="me-conditions">
      <h2 id="me-conditions">Conditions</h2>
      <Find label="Find a condition" hint="such as: kidney disease, diabetes, coeliac disease"
        search={async (typed, signal) => (await call<{ conditions: Named[] }>(`words/conditions?limit=10&q=${encodeURIComponent(typed)}`, { signal }))
          .conditions.map(({ code, name }) => ({ key: code, name }))}
        take={({ key }) => change((before) => (before.conditions ?? []).some((one) => code_of(one) === key) ? before
          : { ...before, conditions: [...(before.conditions ?? []), key] })} />
      <ul class="told">
        {list.map((one, place) => {
          const name = headed(name_of(words.conditions, code_of(one)));
          return (
            <li key={place}>{name}{" "}
              <button type="button" class="quiet" aria-label={`Take out ${name}`} onClick={() => change((before) =>
                ({ ...before, conditions: (before.conditions ?? []).filter((_, n) => n !== place) }))}>Take out</button></li>
          );
        })}
      </ul>
    </section>
  );
}
