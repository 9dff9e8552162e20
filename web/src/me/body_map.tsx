// Where it is: a click on the figure marks the nearest part, and the same parts stand in a list for keys and readers.
import { on_middle, places, width, type Place } from "./body_places";

type Side = "left" | "right";
const code_of = (place: Place, side: Side): string => on_middle(place) ? place.part : `${side}_${place.part}`;
// Where most people who twitch feel it; offered before all else.
const usual = ["left_calf", "right_calf", "left_eyelid", "right_eyelid"];
const words_of = (code: string): string => code.replaceAll("_", " ");

/** On a figure that faces us a person's left is on the right; on one seen from behind it is on the left. The table has it so. */
const x_of = (place: Place, side: Side): number => side === "left" ? place.x : width - place.x;

function nearest(view: string, x: number, y: number): string {
  let best = "", least = Infinity;
  for (const place of places) {
    if (place.view !== view || place.part === "arm" || place.part === "leg") continue;
    for (const side of ["left", "right"] as const) {
      const far = ((x - x_of(place, side)) / place.rx) ** 2 + ((y - place.y) / place.ry) ** 2;
      if (far < least) { least = far; best = code_of(place, side); }
    }
  }
  return best;
}

export function BodyMap({ name, sites, change }: { name: string; sites: string[]; change: (sites: string[]) => void }) {
  const has = new Set(sites);
  const toggle = (code: string) => change(has.has(code) ? sites.filter((one) => one !== code) : [...sites, code]);
  return (
    <div class="body-map">
      <div class="views">
        {(["front", "back"] as const).map((view) => (
          <figure key={view}>
            <svg viewBox="0 0 120 260" role="img" aria-label={`Where the ${name} is, seen from the ${view}`}
              onClick={(event) => {
                const box = event.currentTarget.getBoundingClientRect();
                toggle(nearest(view, (event.clientX - box.left) / box.width * 120, (event.clientY - box.top) / box.height * 260));
              }}>
              <text x="6" y="10">{view === "front" ? "R" : "L"}</text><text x="108" y="10">{view === "front" ? "L" : "R"}</text>
              <g class="figure">
                <ellipse cx="60" cy="22" rx="12.5" ry="15.5" /><path d="M54 32h12v14H54z" />
                <path d="M37 51q23-8 46 0l-4 42q0 12 3 33l-8 6H46l-8-6q3-21 3-33z" />
                <g class="limb">
                  <path d="M84 56l8 36 6 32M36 56l-8 36-6 32" stroke-width="12" /><path d="M100 133v5M20 133v5" stroke-width="10" />
                  <path d="M71 128v50M49 128v50" stroke-width="20" /><path d="M71 178v52M49 178v52" stroke-width="14" />
                  <path d="M72 238l4 3M48 238l-4 3" stroke-width="11" />
                </g>
              </g>
              {places.filter((place) => place.view === view).flatMap((place) => (["left", "right"] as const)
                .filter((side) => has.has(code_of(place, side)) && (side === "left" || !on_middle(place)))
                .map((side) => <ellipse key={code_of(place, side)} class="site" cx={x_of(place, side)} cy={place.y} rx={place.rx} ry={place.ry} />))}
            </svg>
            <figcaption>from the {view === "front" ? "front" : "back"}</figcaption>
          </figure>
        ))}
      </div>
      <div class="sites">
        <p>{sites.length ? sites.map(words_of).join(", ") : "No place marked. Click where it is, or choose in the list."}</p>
        <div class="row usual" role="group" aria-label={`Usual places of the ${name}`}>
          {usual.map((code) => <button type="button" key={code} class="pill" aria-pressed={has.has(code)} onClick={() => toggle(code)}>{words_of(code)}</button>)}
        </div>
        <details>
          <summary>Places as a list</summary>
          <div class="site-list" role="group" aria-label={`Places of the ${name}`}>
            {places.flatMap((place) => (on_middle(place) ? ["left"] as const : ["left", "right"] as const).map((side) => {
              const code = code_of(place, side);
              return (
                <label class="tick" key={code}>
                  <input type="checkbox" checked={has.has(code)} onChange={() => toggle(code)} /><span>{words_of(code)}</span>
                </label>
              );
            }))}
          </div>
        </details>
        {sites.length ? <button type="button" class="quiet" onClick={() => change([])}>Clear the places</button> : null}
      </div>
    </div>
  );
}
