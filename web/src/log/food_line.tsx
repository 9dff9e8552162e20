// One food as it was understood: its name, its grams, how sure, and everything needed to put it right.
import { useId, useState } from "preact/hooks";
import type { Like, Range } from "../api/shapes";
import { useFetched } from "../parts/use";
import { grams } from "../parts/amounts";
import { plain_name } from "../parts/sentence";
import type { Food } from "../api/shapes";
import { FoodSearch } from "./food_search";

export interface Line { id: string; name: string; text: string; grams: Range; sure: number; runners_up: Like[]; chosen?: boolean;
  source?: string }

const sure_words = (sure: number) => (sure >= 0.75 ? "" : sure >= 0.5 ? "probably" : "a guess");

export function FoodLine({ line, change }: { line: Line; change: (line: Line | null) => void }) {
  const [open, unfold] = useState(false);
  const id = useId();
  const doubt = line.chosen ? "" : sure_words(line.sure);
  return (
    <li class={doubt ? "food doubt" : "food"}>
      <div class="food-head">
        <span class="food-name">{plain_name(line.name)}{doubt ? <span class="badge">{doubt}</span> : null}
          {line.chosen ? <span class="badge chosen">your choice</span> : null}</span>
        <span class="food-grams">{grams(line.grams.mid)}</span>
        <button type="button" class="quiet" aria-expanded={open} aria-controls={id} onClick={() => unfold(!open)}
          aria-label={`Change ${plain_name(line.name)}`}>Change</button>
        {line.text && line.text !== plain_name(line.name) ? <q class="food-words">{line.text}</q> : null}
      </div>
      <div id={id} hidden={!open}>
        {open ? <Mend line={line} change={(next) => { change(next); unfold(false); }} grams_only={change} /> : null}
      </div>
    </li>
  );
}

function Mend({ line, change, grams_only }: { line: Line; change: (line: Line | null) => void; grams_only: (line: Line) => void }) {
  const id = useId();
  const food = useFetched<Food>(line.id ? `foods/${encodeURIComponent(line.id)}` : null);
  const as = (value: number) => ({ low: value, mid: value, high: value });
  const weigh = (text: string) => {
    const value = Number(text.replace(",", "."));
    if (Number.isFinite(value) && value > 0 && value <= 20000) grams_only({ ...line, grams: as(value), chosen: true });
  };
  const portions = (food.value?.portions ?? []).filter(({ measure }) => !/not specified|^guideline|^topping/i.test(measure)).slice(0, 8);
  return (
    <div class="mend">
      {line.runners_up.length ? (
        <div role="group" aria-label="Or was it">
          <p class="mend-title">Or was it</p>
          <div class="pills">
            {line.runners_up.map((other) => (
              <button type="button" key={other.id} class="pill"
                onClick={() => change({ ...line, id: other.id, name: other.name, chosen: true,
                  runners_up: [{ id: line.id, name: line.name, sure: line.sure },
                    ...line.runners_up.filter((one) => one.id !== other.id)] })}>{plain_name(other.name)}</button>
            ))}
          </div>
        </div>
      ) : null}
      <FoodSearch label="Another food" take={(other) => change({ ...line, id: other.id, name: other.name, chosen: true })} />
      <div class="field">
        <label for={id}>How much, in grams</label>
        <input id={id} class="number" type="text" inputmode="decimal"
          defaultValue={line.grams.mid === null ? "" : String(Math.round(line.grams.mid))}
          onInput={(event) => weigh(event.currentTarget.value)} />
      </div>
      {portions.length ? (
        <div class="pills" role="group" aria-label="Usual portions">
          {portions.map(({ measure, grams: weight }, n) => (
            <button type="button" key={n} class="pill" onClick={() => change({ ...line, grams: as(weight), chosen: true })}>
              {plain_name(measure)} <span class="soft">{grams(weight)}</span></button>
          ))}
        </div>
      ) : null}
      <button type="button" class="quiet" onClick={() => change(null)}>Leave {plain_name(line.name)} out</button>
    </div>
  );
}
