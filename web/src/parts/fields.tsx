// Fields of a form. An empty field is unknown: it is written as null, never as nought or no.
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";

interface NumberProps { label: string; unit?: string; value: number | null | undefined; bounds?: [number, number];
  change: (value: number | null) => void; hint?: string }

export function NumberField({ label, unit, value, bounds, change, hint }: NumberProps) {
  const id = useId();
  const [typed, type] = useState<string | null>(null);
  const [fault, blame] = useState("");
  const shown = typed ?? (value === null || value === undefined ? "" : String(value));
  const take = (text: string) => {
    type(text);
    const number = Number(text.trim().replace(",", "."));
    if (text.trim() === "") { blame(""); change(null); return; }
    if (!Number.isFinite(number)) { blame("This is not a number."); return; }
    if (bounds && (number < bounds[0] || number > bounds[1])) {
      blame(`It lies between ${bounds[0]} and ${bounds[1]}.`);
      return;
    }
    blame("");
    change(number);
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <span class="with-unit">
        <input id={id} type="text" inputmode="decimal" class="number" value={shown} aria-invalid={fault !== ""}
          aria-describedby={fault || hint ? `${id}-note` : undefined}
          onInput={(event) => take(event.currentTarget.value)} onBlur={() => { if (!fault) type(null); }} />
        {unit ? <span class="unit">{unit}</span> : null}
      </span>
      {fault || hint ? <p id={`${id}-note`} class={fault ? "fault" : "hint"}>{fault || hint}</p> : null}
    </div>
  );
}

interface TextProps { label: string; value: string | null | undefined; change: (value: string | null) => void; hint?: string;
  lines?: number }

export function TextField({ label, value, change, hint, lines }: TextProps) {
  const id = useId();
  const common = { id, value: value ?? "", "aria-describedby": hint ? `${id}-note` : undefined };
  return (
    <div class={lines ? "field wide" : "field"}>
      <label for={id}>{label}</label>
      {lines
        ? <textarea {...common} rows={lines} onInput={(event) => change(event.currentTarget.value || null)} />
        : <input {...common} type="text" onInput={(event) => change(event.currentTarget.value || null)} />}
      {hint ? <p id={`${id}-note`} class="hint">{hint}</p> : null}
    </div>
  );
}

interface ChoiceProps { legend: string; choices: readonly (readonly [string, string])[]; value: string | null | undefined;
  change: (value: string | null) => void; hint?: string }

/** One of a few, or not said: the way back to unknown is always there. */
export function Choice({ legend, choices, value, change, hint }: ChoiceProps) {
  const id = useId();
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      {hint ? <p class="hint">{hint}</p> : null}
      <div class="pills">
        {[...choices, ["", "not said"] as const].map(([key, name]) => (
          <label key={key}>
            <input type="radio" name={id} checked={(value ?? "") === key} onChange={() => change(key || null)} />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Tick({ on, change, children }: { on: boolean; change: (on: boolean) => void; children: ComponentChildren }) {
  return (
    <label class="tick">
      <input type="checkbox" checked={on} onChange={(event) => change(event.currentTarget.checked)} />
      <span>{children}</span>
    </label>
  );
}
