// Results, tests to ask for, food that helps, and what could not be judged.
import type { Answer } from "../api/shapes";
import { name_of, nutrient_of, useHome } from "../home";
import { long, short } from "../parts/amounts";
import { headed, sentence } from "../parts/sentence";

const flags: Record<string, [string, string]> = { low: ["low", "▼ low"], high: ["high", "▲ high"], normal: ["fine", "✓ normal"] };

export function LabList({ answer }: { answer: Answer }) {
  if (!answer.labs.length) return null;
  return (
    <section aria-labelledby="labs-h">
      <h2 id="labs-h">Your results</h2>
      <ul class="lab-list">
        {answer.labs.map((lab, n) => {
          const [kind, verdict] = flags[lab.flag ?? ""] ?? ["open", "? no range"];
          return (
            <li key={n}>
              <b>{headed(lab.name ?? lab.analyte.replaceAll("_", " "))}</b>
              <span>{lab.written ?? `${short(lab.value)} ${lab.unit ?? ""}`}{lab.low !== null || lab.high !== null ? <span class="soft"> usual {lab.low ?? ""} to {lab.high ?? ""}</span> : null}</span>
              <span class={`verdict ${kind}`}>{verdict}</span>
              <span class="soft">{lab.days_ago === null ? "no date" : lab.days_ago === 0 ? "today" : `${long(lab.days_ago)} ago`}
                {lab.used ? "" : `; left out: ${lab.why_not ?? "not usable"}`}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function TestList({ answer }: { answer: Answer }) {
  const safety = answer.tests_for_safety, other = answer.tests;
  if (!safety.length && !other.length) return null;
  return (
    <section aria-labelledby="tests-h">
      <h2 id="tests-h">Tests to ask for</h2>
      <dl class="facts">
        {[...safety, ...other].map((test) => (
          <div key={test.code}><dt>{headed(test.name)}{safety.includes(test) ? <span class="badge">for safety</span> : null}</dt><dd>{test.why}</dd></div>
        ))}
      </dl>
    </section>
  );
}

export function PlanNote({ answer }: { answer: Answer }) {
  const { words } = useHome();
  const { plan } = answer;
  return (
    <section aria-labelledby="plan-h">
      <h2 id="plan-h">What to eat</h2>
      <p>{plan.because}</p>
      {plan.foods.length ? <ul class="foods-offered">{plan.foods.map((food) => (
        <li key={food.id + food.nutrient}><b>{food.name}</b>, {food.measure}: +{short(food.adds)} {food.unit ?? ""} {nutrient_of(words, food.nutrient).name.toLowerCase()}</li>
      ))}</ul> : null}
      {plan.stops.length ? <ul class="dont">{plan.stops.map(({ code, text }) => <li key={code}>{text}</li>)}</ul> : null}
      {plan.status === "offered" ? <p><a href="#/week">See it as a week of meals</a></p> : null}
    </section>
  );
}

/** Only what differs from other people enough for a laboratory to see. */
export function BloodNote({ answer }: { answer: Answer }) {
  const { words } = useHome();
  const told = answer.blood.filter(({ detectable, p50 }) => detectable && p50 !== null);
  const why_not = answer.blood_about.why_not;
  if (answer.urgency === "emergency" || (!answer.blood.length && !why_not)) return null;
  return (
    <section aria-labelledby="blood-h"><h2 id="blood-h">What blood tests would likely show</h2>
      <p class="hint">A model’s guess from virtual people like you, not results of yours.</p>
      {why_not ? <p>{sentence(why_not)}</p> : told.length ? <ul>{told.map(({ analyte, unit, p5, p50, p95, reference_p50 }) => (
        <li key={analyte}><b>{headed(name_of(words.labs, analyte))}</b>: most likely {short(p50)} {unit}, for nine in ten between {short(p5)} and {short(p95)}
          {reference_p50 === null ? "" : `; others of your age and sex ${short(reference_p50)}`}.</li>
      ))}</ul> : <p>Nothing that you told moves a blood test enough to be named.</p>}</section>
  );
}

export function NerveNote({ answer }: { answer: Answer }) {
  const said = answer.nerve?.text ?? [];
  if (!said.length || answer.urgency === "emergency") return null;
  return (
    <section aria-labelledby="nerve-h"><h2 id="nerve-h">What your blood would do to a nerve</h2>
      {said.map(({ code, text }) => <p key={code}>{text}</p>)}</section>
  );
}

export function Unjudged({ answer }: { answer: Answer }) {
  if (!answer.missing.length && !answer.not_considered.length) return null;
  return (
    <section aria-labelledby="open-h">
      <h2 id="open-h">What could not be judged</h2>
      {answer.missing.length ? <><p>It would say more with:</p><ul>{answer.missing.map((one) => <li key={one}>{sentence(one)}</li>)}</ul></> : null}
      {answer.not_considered.length ? <><p>Not taken into account:</p><ul>{answer.not_considered.map((one, n) => <li key={n}>{one}</li>)}</ul></> : null}
      <p class="hint">Facts of {answer.facts}. <a href="#/learn">Read where they come from</a></p>
      <details>
        <summary>Sources</summary>
        <ul class="sources">{answer.sources.map(({ key, citation, where }) => <li key={key}>{citation ?? key}{where ? <span class="soft"> {where}</span> : null}</li>)}</ul>
      </details>
    </section>
  );
}
