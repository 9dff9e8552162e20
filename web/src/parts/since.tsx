// Since when: a number and the size of its unit, kept as days.
import { useId, useState } from "preact/hooks";

const sizes = [["days", 1], ["weeks", 7], ["months", 30], ["years", 365]] as const;

function told(days: number): { count: number; size: number } {
  const size = [...sizes].reverse().find(([, of]) => days >= of && days % of === 0)?.[1] ?? 1;
  return { count: days / size, size };
}

export function Since({ label, days, change }: { label: string; days: number | null | undefined;
  change: (days: number | null) => void }) {
  const id = useId();
  const start = days === null || days === undefined ? { count: NaN, size: 1 } : told(days);
  const [size, resize] = useState(start.size);
  const count = days === null || days === undefined ? "" : String(+(days / size).toFixed(1));
  const [typed, type] = useState<string | null>(null);
  const take = (text: string, size_chosen: number) => {
    // "3 weeks ago" says its own unit.
    const [, figure = "", unit = ""] = /^\s*([\d.,]*)\s*([a-z]*)/i.exec(text) ?? [];
    const own = unit && sizes.find(([name]) => name.startsWith(unit.toLowerCase()) || unit.toLowerCase().startsWith(name.slice(0, -1)));
    const of = own ? own[1] : size_chosen;
    if (own) resize(own[1]);
    const number = figure === "" ? NaN : Number(figure.replace(",", "."));
    if (text.trim() === "") change(null);
    else if (Number.isFinite(number) && number >= 0 && number * of <= 40000) change(Math.round(number * of));
  };
  return (
    <div class="field since">
      <label for={id}>{label}</label>
      <span class="with-unit">
        <input id={id} type="text" inputmode="decimal" class="number" value={typed ?? count}
          onInput={(event) => { type(event.currentTarget.value); take(event.currentTarget.value, size); }}
          onBlur={() => type(null)} />
        <select aria-label={`${label}: unit`} value={String(size)}
          onChange={(event) => { const of = Number(event.currentTarget.value); resize(of); take(typed ?? count, of); }}>
          {sizes.map(([name, of]) => <option key={of} value={String(of)}>{name}</option>)}
        </select>
      </span>
    </div>
  );
}
