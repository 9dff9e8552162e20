// A food found by its name, for what words did not settle.
import { call } from "../api/call";
import type { Food, Found } from "../api/shapes";
import { Find } from "../parts/find";
import { plain_name } from "../parts/sentence";
import type { Line } from "./food_line";

export function FoodSearch({ label = "Find a food by name", take }: { label?: string; take: (line: Line) => void }) {
  return (
    <Find label={label}
      search={async (typed, signal) => {
        const { results } = await call<{ results: Found[] }>(`foods?limit=8&q=${encodeURIComponent(typed)}`, { signal });
        return results.map(({ id, name, group }) => ({ key: id, name: plain_name(name), more: group }));
      }}
      take={async ({ key, name }) => {
        // A usual portion to begin with; without one the amount is unknown until it is said.
        const food = await call<Food>(`foods/${encodeURIComponent(key)}`).catch(() => undefined);
        const weight = food?.portions.find(({ measure }) => /not specified/i.test(measure))?.grams ?? food?.portions[0]?.grams ?? null;
        take({ id: key, name, text: "", grams: { low: weight, mid: weight, high: weight }, sure: 1, runners_up: [], chosen: true });
      }} />
  );
}
