// What to eat, as little changed as possible: four swaps to begin with, a whole day or week, and what to buy.
import { useState } from "preact/hooks";
import { trouble_of, type Trouble } from "../api/call";
import { stream, type Progress } from "../api/stream";
import type { Change, Menu, Week } from "../api/shapes";
import { energy_shown, nutrient_of, useHome } from "../home";
import { short } from "../parts/amounts";
import { announce } from "../parts/announce";
import { ProgressBar } from "../parts/progress";
import { TroubleNote } from "../parts/trouble";
import { WishFields } from "../me/wishes";
import { Shopping } from "./shopping";

const spans = [["swaps", "A few swaps"], ["day", "One day"], ["week", "A week"]] as const;

export function WeekScreen() {
  const { told, change, settled } = useHome();
  const [span, take] = useState<string>("week");
  const [week, show] = useState<Week>();
  const [progress, step] = useState<Progress>();
  const [trouble, fail] = useState<Trouble>();
  const make = async () => {
    fail(undefined); step({ done: 0 });
    try {
      await settled();
      show(await stream<Week>("week", { body: { wishes: told.wishes ?? {}, span } }, "week", step));
      announce("The plan is there.");
    } catch (fault) {
      fail(trouble_of(fault));
    }
    step(undefined);
  };
  return (
    <>
      <div class="screen-head"><h1>Week</h1>
        {week?.menu && !week.menu.why_not ? <button type="button" class="no-print" onClick={() => print()}>Print</button> : null}</div>
      <section class="no-print" aria-labelledby="wish-h">
        <h2 id="wish-h">Your wishes</h2>
        <details open={!week}>
          <summary>Diet, what to leave out, money, cooking</summary>
          <WishFields wishes={told.wishes ?? {}} change={(wishes) => change((before) => ({ ...before, wishes }))} />
        </details>
        <fieldset class="choice"><legend>Plan</legend>
          <div class="pills">{spans.map(([key, name]) => (
            <label key={key}><input type="radio" name="span" checked={span === key} onChange={() => take(key)} /><span>{name}</span></label>
          ))}</div>
        </fieldset>
        <button type="button" class="main" disabled={progress !== undefined} onClick={make}>{week ? "Make it again" : "Make the plan"}</button>
        <ProgressBar at={progress} />
        <TroubleNote trouble={trouble} again={make} />
      </section>
      {week ? <Plan week={week} span={span} /> : null}
    </>
  );
}

function Plan({ week, span }: { week: Week; span: string }) {
  const menu = week.menu;
  const none = !menu || menu.why_not;
  return (
    <>
      <section aria-labelledby="why-h"><h2 id="why-h">{none ? "No plan" : "Why these"}</h2>
        <p>{menu?.why_not ?? week.because}</p>
        {menu?.conflict?.wishes.length ? <p><b>Your wishes leave needs open:</b> {menu.conflict.wishes.join(", ")}.</p> : null}
        {week.stops.length ? <ul class="dont">{week.stops.map(({ code, text }) => <li key={code}>{text}</li>)}</ul> : null}
      </section>
      {none ? null : (
        <>
          {menu.swaps?.changes.length ? <Changes title="To begin with" changes={menu.swaps.changes} /> : null}
          {span !== "swaps" && menu.changes?.length ? <Changes title="All changes" changes={menu.changes} /> : null}
          {span !== "swaps" && menu.days?.length ? <Days menu={menu} /> : null}
          {menu.shopping?.length ? <Shopping shelves={menu.shopping} /> : null}
          <Against menu={menu} />
          {menu.beside?.length || menu.notes?.length ? (
            <section aria-labelledby="beside-h"><h2 id="beside-h">Beside the food</h2>
              {menu.beside?.map(({ code, text }) => <p key={code}>{text}</p>)}
              {menu.notes?.map((note, n) => <p key={n} class="soft">{note}</p>)}</section>
          ) : null}
        </>
      )}
    </>
  );
}

function Changes({ title, changes }: { title: string; changes: Change[] }) {
  return (
    <section aria-label={title}><h2>{title}</h2>
      <ul class="changes">{changes.map((one, n) => (
        <li key={n} class={one.kind === "less" || one.kind === "gone" ? "down" : ""}>{one.text}</li>
      ))}</ul></section>
  );
}

function Days({ menu }: { menu: Menu }) {
  return (
    <section aria-labelledby="days-h"><h2 id="days-h">{menu.days!.length > 1 ? "The days" : "The day"}</h2>
      <p class="hint">What is new stands in bold.</p>
      <div class="days">{menu.days!.map(({ day, meals }) => (
        <div class="day" key={day}><h3>Day {day}</h3>
          {meals.map((meal) => (
            <div key={meal.name}><h4>{meal.name}</h4>
              <ul>{meal.foods.map((food, n) => <li key={n} class={food.new ? "new" : ""}>{food.name} <span class="amount">{food.amount}</span></li>)}</ul></div>
          ))}</div>
      ))}</div></section>
  );
}

function Against({ menu }: { menu: Menu }) {
  const home = useHome();
  const rows = (menu.bounds ?? []).filter(({ nutrient, aim }) => aim !== null && (nutrient !== "energy_kcal" || energy_shown(home)));
  if (!rows.length) return null;
  const of = (value: number | null, aim: number) => Math.min(150, (value ?? 0) / aim * 100) / 1.5;
  return (
    <section aria-labelledby="against-h"><h2 id="against-h">Now and with the plan</h2>
      {(menu.worse ?? []).map((one) => <p key={one} class="worse">{one}</p>)}
      <table class="before-after">
        <thead><tr><th scope="col">A day</th><th scope="col">Now</th><th scope="col">Plan</th><th scope="col">Wanted</th><td class="bars"></td></tr></thead>
        <tbody>{rows.map(({ nutrient, unit, aim, counted_before, counted }) => (
          <tr key={nutrient}><th scope="row">{nutrient_of(home.words, nutrient).name}</th>
            <td>{short(counted_before)}</td><td>{short(counted)}</td><td>{short(aim)} {unit}</td>
            <td class="bars"><svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
              <rect class="track" width="100" height="14" /><rect class="was" y="1" width={of(counted_before, aim!)} height="5" />
              <rect class="will" y="8" width={of(counted, aim!)} height="5" /><path class="enough" d="M66.6 0V14" /></svg></td></tr>
        ))}</tbody>
      </table>
    </section>
  );
}
