// What a plan must heed: diet, what is left out, what stays, money, time to cook.
import { name_of, useHome } from "../home";
import type { Wishes, Words } from "../api/shapes";
import { Choice, Tick } from "../parts/fields";
import { Find, among } from "../parts/find";

function Listed({ label, hint, list, change, known }: { label: string; hint?: string; list: string[]; change: (list: string[]) => void;
  known: readonly { code: string; name: string }[] }) {
  return (
    <div>
      <Find label={label} hint={hint} search={(typed) => among(known, typed)} take={({ key }) => change([...new Set([...list, key])])}
        take_typed={(typed) => change([...new Set([...list, typed])])} />
      <ul class="told">{list.map((one) => (
        <li key={one}>{name_of(known, one)}{" "}
          <button type="button" class="quiet" aria-label={`Take out ${name_of(known, one)}`} onClick={() => change(list.filter((other) => other !== one))}>Take out</button></li>
      ))}</ul>
    </div>
  );
}

/** The ways of eating that a plan can be made for, the commonest first. */
const ways = ["omnivore", "vegetarian", "vegan", "pescatarian", "gluten_free", "low_carbohydrate", "keto", "halal", "kosher"];
export const diets_of = (words: Words) =>
  ways.filter((code) => words.diets.some((one) => one.code === code)).map((code) => [code, name_of(words.diets, code)] as const);

export function WishFields({ wishes, change }: { wishes: Wishes; change: (wishes: Wishes) => void }) {
  const { words } = useHome();
  return (
    <>
      <Choice legend="Diet of the plan" choices={diets_of(words)} value={wishes.diet}
        change={(diet) => change({ ...wishes, diet })} />
      <div class="two">
        <Listed label="Leave out" hint="such as: nuts, milk, pork" list={wishes.without ?? []} known={words.allergens} change={(without) => change({ ...wishes, without })} />
        <Listed label="Not liked" hint="a food's name" list={wishes.dislikes ?? []} known={[]} change={(dislikes) => change({ ...wishes, dislikes })} />
        <Listed label="Keep as it is" hint="a food's name" list={wishes.keep ?? []} known={[]} change={(keep) => change({ ...wishes, keep })} />
      </div>
      <Choice legend="Cooking" choices={(words.choices["wishes.cooking"] ?? ["none", "little", "any"]).map((one) => [one, one] as const)} value={wishes.cooking}
        change={(cooking) => change({ ...wishes, cooking })} />
      <div class="row">
        <Tick on={Boolean(wishes.cheap)} change={(cheap) => change({ ...wishes, cheap: cheap || null })}>Cheap</Tick>
        <Tick on={Boolean(wishes.few_changes)} change={(few_changes) => change({ ...wishes, few_changes: few_changes || null })}>Few changes</Tick>
      </div>
    </>
  );
}

export function WishesOfMe() {
  const { told, change } = useHome();
  return (
    <section aria-labelledby="me-wishes">
      <h2 id="me-wishes">Wishes for food</h2>
      <WishFields wishes={told.wishes ?? {}} change={(wishes) => change((before) => ({ ...before, wishes }))} />
    </section>
  );
}
