// What to buy, shelf by shelf, with ticks that last as long as the tab.
import { useState } from "preact/hooks";
import type { Menu } from "../api/shapes";
import { own_note } from "../api/whose";

const stored = (): string[] => { try { return JSON.parse(sessionStorage.getItem(own_note("bought")) ?? "[]"); } catch { return []; } };

export function Shopping({ shelves }: { shelves: NonNullable<Menu["shopping"]> }) {
  const [bought, buy] = useState(stored);
  const flip = (name: string) => buy((before) => {
    const next = before.includes(name) ? before.filter((one) => one !== name) : [...before, name];
    sessionStorage.setItem(own_note("bought"), JSON.stringify(next));
    return next;
  });
  return (
    <section aria-labelledby="shop-h"><h2 id="shop-h">Shopping</h2>
      <div class="shelves">{shelves.map(({ shelf, lines }) => (
        <div class="shelf" key={shelf}><h3>{shelf}</h3>
          <ul>{lines.map(({ name, amount, new: fresh }) => (
            <li key={name} class={fresh ? "new" : ""}>
              <label class={bought.includes(name) ? "tick bought" : "tick"}>
                <input type="checkbox" checked={bought.includes(name)} onChange={() => flip(name)} />
                <span>{name} <span class="amount">{amount}</span></span></label></li>
          ))}</ul></div>
      ))}</div></section>
  );
}
