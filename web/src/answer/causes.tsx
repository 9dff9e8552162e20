// What it might be, benign causes in the same list, with what speaks for and against each.
import type { Cause } from "../api/shapes";
import { sentence } from "../parts/sentence";

const bands: Record<string, [string, number]> = { likely: ["More likely", 3], possible: ["Possible", 2], unlikely: ["Less likely", 1] };
const percent = (share: number | null) => (share === null ? "unknown" : `${Math.round(share * 100)} %`);

export function Band({ band }: { band: string }) {
  const [name, full] = bands[band] ?? [band, 0];
  return (
    <span class="band">
      <svg viewBox="0 0 30 10" aria-hidden="true">{[0, 1, 2].map((n) => <circle key={n} class={n < full ? "full" : ""} cx={5 + 10 * n} cy="5" r="3.4" />)}</svg>
      {name}
    </span>
  );
}

function One({ cause }: { cause: Cause }) {
  return (
    <li>
      <h3 class="cause"><Band band={cause.band} /> {cause.name}</h3>
      {cause.text ? <p>{cause.text}</p> : null}
      {cause.because.length ? <p class="points for"><b>For it:</b> {cause.because.map(sentence).join(" ")}</p> : null}
      {cause.against.length ? <p class="points against"><b>Against it:</b> {cause.against.map(sentence).join(" ")}</p> : null}
      <details>
        <summary>How sure<span class="unseen"> about {cause.name}</span></summary>
        <p>Among people who tell the same, {percent(cause.share.low)} to {percent(cause.share.high)} would have this, as far as is known.
          More than one can be true. <a href={`#/learn/${encodeURIComponent(cause.code)}`}>Read about it</a></p>
      </details>
    </li>
  );
}

export function Causes({ causes }: { causes: Cause[] }) {
  const shown = causes.filter(({ band }) => band !== "unlikely");
  const rest = causes.filter(({ band }) => band === "unlikely");
  if (!causes.length) return null;
  return (
    <section aria-labelledby="causes-h">
      <h2 id="causes-h">What it might be</h2>
      <p class="hint">In order, most fitting first. More than one can be true.</p>
      <ul class="causes">{shown.map((cause) => <One key={cause.code} cause={cause} />)}</ul>
      {rest.length ? <details><summary>Less likely causes that were weighed</summary>
        <ul class="causes">{rest.map((cause) => <One key={cause.code} cause={cause} />)}</ul></details> : null}
    </section>
  );
}
