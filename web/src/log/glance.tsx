// What a meal or a day brings of the few minerals and vitamins that matter here. Energy only where it was asked for.
import type { Totals } from "../api/shapes";
import { energy_shown, nutrient_of, useHome } from "../home";
import { span } from "../parts/amounts";

const watched = ["magnesium_mg", "calcium_mg", "potassium_mg", "sodium_mg", "vitamin_d_ug", "b12_ug", "caffeine_mg"];

export function Glance({ totals, touched = false }: { totals: Totals; touched?: boolean }) {
  const home = useHome();
  const keys = (energy_shown(home) ? ["energy_kcal", ...watched] : watched).filter((key) => key in totals);
  if (!keys.length || touched) return null;
  return (
    <dl class="glance" aria-label="What it brings">
      {keys.map((key) => {
        const { name, unit } = nutrient_of(home.words, key);
        return <div key={key}><dt>{name}</dt><dd>{span(totals[key].low, totals[key].high, unit)}</dd></div>;
      })}
    </dl>
  );
}
