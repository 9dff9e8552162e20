// Found as you type: a text field with a list below it, for mouse, keys and screen reader alike (ARIA combobox).
import { useId, useRef, useState } from "preact/hooks";
import { announce } from "./announce";
import { useRested } from "./use";

export interface Hit { key: string; name: string; more?: string }
interface Props {
  label: string; hint?: string; button?: string;
  search: (typed: string, signal: AbortSignal) => Promise<Hit[]> | Hit[];
  take: (hit: Hit) => void;
  /** Where what was typed may stand as it is, though nothing was found. */
  take_typed?: (typed: string) => void;
}

export function Find({ label, hint, search, take, take_typed }: Props) {
  const id = useId();
  const [typed, type] = useState("");
  const [hits, found] = useState<Hit[]>([]);
  const [looked, look] = useState("");
  const [at, move] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  useRested(typed, 120, async (words, signal) => {
    const wanted = words.trim();
    if (!wanted) { found([]); look(""); return; }
    try {
      const got = await search(wanted, signal);
      if (signal.aborted) return;
      found(got);
      look(wanted);
      move(-1);
      announce(got.length ? `${got.length} found.` : "Nothing found.");
    } catch { /* A search that was overtaken or failed leaves the list as it is. */ }
  });
  const close = () => { type(""); found([]); look(""); move(-1); };
  const pick = (hit: Hit) => { take(hit); close(); field.current?.focus(); };
  const typed_too = take_typed && looked !== "" && !hits.some((hit) => hit.name.toLowerCase() === looked.toLowerCase());
  const all: Hit[] = typed_too ? [...hits, { key: "", name: `“${looked}”`, more: "as typed" }] : hits;
  const choose = (hit: Hit) => {
    if (hit.key !== "" || !take_typed) { pick(hit); return; }
    take_typed(looked);
    close();
    field.current?.focus();
  };
  const open = all.length > 0;
  const keys = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!open) return;
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      move((from) => (from + step + all.length + (from < 0 && step < 0 ? 1 : 0)) % all.length);
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      choose(all[Math.max(at, 0)]);
    } else if (event.key === "Escape") {
      close();
    }
  };
  return (
    <div class="find">
      <label for={id}>{label}</label>
      {hint ? <p class="hint" id={`${id}-hint`}>{hint}</p> : null}
      <input id={id} ref={field} type="text" role="combobox" autocomplete="off" spellcheck={false} value={typed}
        aria-expanded={open} aria-controls={`${id}-list`} aria-autocomplete="list"
        aria-describedby={hint ? `${id}-hint` : undefined}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        onInput={(event) => type(event.currentTarget.value)} onKeyDown={keys} />
      <ul id={`${id}-list`} role="listbox" aria-label={label} class={open ? "hits" : "unseen"}>
        {all.map((hit, place) => (
          <li key={hit.key} id={`${id}-${place}`} role="option" aria-selected={place === at}
            onMouseDown={(event) => event.preventDefault()} onClick={() => choose(hit)}>
            <span>{hit.name}</span>{hit.more ? <span class="soft"> {hit.more}</span> : null}
          </li>
        ))}
      </ul>
      {looked && !open ? <p class="hint">Nothing is known by that name.</p> : null}
    </div>
  );
}

/** Those of a list whose names hold every word that was typed, names that begin with it first. */
export function among(list: readonly { code: string; name: string }[], typed: string, most = 12): Hit[] {
  const words = typed.toLowerCase().split(/\s+/);
  const fits = list.filter(({ name, code }) =>
    words.every((word) => `${name} ${code.replaceAll("_", " ")}`.toLowerCase().includes(word)));
  const first = (name: string) => (name.toLowerCase().startsWith(words[0]) ? 0 : 1);
  return fits.sort((a, b) => first(a.name) - first(b.name) || a.name.length - b.name.length)
    .slice(0, most).map(({ code, name }) => ({ key: code, name }));
}
