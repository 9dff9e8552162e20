// What you eat against what you need: a bar a nutrient, its verdict in words and a mark, never in colour alone.
import type { Answer, Intake } from "../api/shapes";
import { energy_shown, nutrient_of, useHome } from "../home";
import { short, span } from "../parts/amounts";

const few_days = 3;
const focus = ["magnesium_mg", "calcium_mg", "potassium_mg", "sodium_mg", "vitamin_d_ug", "b12_ug", "vitamin_b6_mg", "phosphorus_mg", "caffeine_mg"];
const verdicts: Record<string, [string, string]> = { enough: ["fine", "✓ enough"], low: ["low", "▼ probably too little"],
  perhaps_low: ["maybe", "▽ perhaps too little"], high: ["high", "▲ more than is advised"], perhaps_high: ["high", "△ perhaps more than is advised"],
  cannot_say: ["open", "? cannot say"] };

/** In the reports' words: a few days may hold enough of what these people usually lack, and the two must not look at odds. */
function judged(one: Intake): [string, string] {
  const [kind, words] = verdicts[one.standing ?? "cannot_say"] ?? verdicts.cannot_say;
  const enough = one.need?.rda ?? one.need?.ai;
  const middle = one.low === null || one.high === null ? null : (one.low + one.high) / 2;
  if ((one.standing === "low" || one.standing === "perhaps_low") && enough && middle !== null && middle >= enough)
    return [kind, one.standing === "low" ? "▼ usually too little" : "▽ usually perhaps too little"];
  if ((one.standing ?? "cannot_say") === "cannot_say" && one.need?.ai && middle !== null) return [kind, "? not known to be enough"];
  return [kind, words];
}

/** The end of a scale: twice what is enough, or beyond a limit that may be passed. */
function scale_end(one: Intake): number {
  const enough = one.need?.rda ?? one.need?.ai ?? one.high ?? one.low ?? 1;
  const limits = [one.need?.cdrr, ...(one.need?.limits ?? []).filter(({ scope }) => scope === "total").map(({ value }) => value)]
    .filter((value): value is number => typeof value === "number" && (one.high ?? 0) > value * 0.7);
  return Math.max(enough * 2, ...limits.map((value) => value * 1.15)) || 1;
}

function Bar({ one, kind }: { one: Intake; kind: string }) {
  const end = scale_end(one);
  const x = (value: number) => Math.min(300, value / end * 300);
  const low = one.low ?? 0, high = one.high ?? one.low ?? 0;
  const left = Math.min(x(low), 294), right = Math.max(x(high), left + 6);
  const limit = [one.need?.cdrr, ...(one.need?.limits ?? []).filter(({ scope }) => scope === "total").map(({ value }) => value)]
    .filter((value): value is number => typeof value === "number" && value < end).sort((a, b) => a - b)[0];
  return (
    <svg class="scale" viewBox="0 0 300 20" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" x="0" y="7" width="300" height="6" rx="3" />
      {one.high === null && one.low !== null ? <path class="unknown" d={`M${left} 10H300`} /> : null}
      <rect class={kind} x={left} y="5" width={right - left} height="10" rx="2.5" />
      {one.need?.ear ? <path class="half" d={`M${x(one.need.ear)} 1V19`} /> : null}
      {one.need?.rda ? <path class="enough" d={`M${x(one.need.rda)} 1V19`} /> : null}
      {one.need?.ai ? <path class="adequate" d={`M${x(one.need.ai)} 1V19`} /> : null}
      {limit ? <path class="limit" d={`M${x(limit) - 4} 1h8l-4 6zM${x(limit)} 5V19`} /> : null}
    </svg>
  );
}

function Row({ one }: { one: Intake }) {
  const { words } = useHome();
  const { name, unit } = nutrient_of(words, one.nutrient);
  const [kind, verdict] = judged(one);
  const enough = one.need?.rda ?? one.need?.ai;
  return (
    <li>
      <span class="nutrient">{name}</span>
      <span class="drawing"><Bar one={one} kind={kind} /></span>
      <span class="figures"><b>{span(one.low, one.high, unit)}</b>{enough ? ` of ${short(enough)} ${unit}` : ""}</span>
      <span class={`verdict ${kind}`}>{verdict}</span>
      <span class="more">
        {one.coverage !== null && one.coverage < 0.9 ? `Known of ${Math.round(one.coverage * 100)} % of what you ate. ` : ""}
        {one.main_foods.length && one.standing !== "enough" ? `Mostly from ${one.main_foods.slice(0, 3).join("; ")}.` : ""}
      </span>
    </li>
  );
}

export function IntakeChart({ answer }: { answer: Answer }) {
  const home = useHome();
  const known = answer.intake.filter((one) => one.low !== null && (one.nutrient !== "energy_kcal" || energy_shown(home)));
  const days = answer.diary.days ?? 0;
  if (!answer.intake.length && days === 0) return null;
  if (!answer.intake.length)
    return <section aria-labelledby="intake-h"><h2 id="intake-h">What you eat against what you need</h2>
      <p>No amounts are shown. Numbers about food can harm when eating is a struggle.</p></section>;
  if (days === 0 && known.every((one) => !one.low))
    return (
      <section aria-labelledby="intake-h"><h2 id="intake-h">What you eat against what you need</h2>
        <p class="empty">Nothing is logged yet. <a href="#/log">Log some days</a>, and this shows what they bring.</p></section>
    );
  const first = [...known.filter(({ nutrient }) => focus.includes(nutrient)).sort((a, b) => focus.indexOf(a.nutrient) - focus.indexOf(b.nutrient)),
    ...known.filter(({ nutrient, standing }) => !focus.includes(nutrient) && (standing === "low" || standing === "high"))];
  const rest = known.filter((one) => !first.includes(one));
  return (
    <section aria-labelledby="intake-h">
      <h2 id="intake-h">What you eat against what you need</h2>
      <p class="hint">From {days} {days === 1 ? "day" : "days"} of food{answer.diary.read === null ? "" : `; ${Math.round(answer.diary.read * 100)} % of its lines were understood`}.{days < few_days ? " So few days say little of what you usually eat, so what others of your age and sex eat counts too." : ""}
        Each bar runs from low to high. A dotted line is enough for half of people, a full line for nearly everyone, a dashed line thought to be enough, ▼ an upper limit.</p>
      <ul class="chart">{first.map((one) => <Row key={one.nutrient} one={one} />)}</ul>
      <details><summary>Every other nutrient</summary><ul class="chart">{rest.map((one) => <Row key={one.nutrient} one={one} />)}</ul></details>
      {answer.diary.unread.length ? (
        <details><summary>{answer.diary.unread.length} {answer.diary.unread.length === 1 ? "line" : "lines"} of the diary not understood</summary>
          <ul>{answer.diary.unread.map(({ text, why }, n) => <li key={n}><q>{text}</q> {why}</li>)}</ul></details>
      ) : null}
    </section>
  );
}
