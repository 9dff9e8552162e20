// What you ate, in your own words, and at once what was understood of it.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { call, trouble_of, type Trouble } from "../api/call";
import type { Entry, GivenFood, Totals, Understood } from "../api/shapes";
import { announce } from "../parts/announce";
import { plain_name } from "../parts/sentence";
import { TroubleNote } from "../parts/trouble";
import { useRested } from "../parts/use";
import { FoodLine, type Line } from "./food_line";
import { FoodSearch } from "./food_search";
import { Glance } from "./glance";

const meals = ["Breakfast", "Lunch", "Dinner", "Snack", "Drinks"];

function meal_now(): string {
  const hour = new Date().getHours();
  return hour < 11 ? "Breakfast" : hour < 15 ? "Lunch" : hour < 17 ? "Snack" : hour < 22 ? "Dinner" : "Snack";
}

/** A line goes out as it came in unless a person touched it. */
export const given = (line: Line): GivenFood =>
  ({ id: line.id, grams: line.grams, text: line.text, sure: line.chosen ? 1 : line.sure,
     source: line.chosen ? "chosen" : "words" });

export function Compose({ day, entry, done }: { day: string; entry?: Entry; done: (kept?: Entry) => void }) {
  const id = useId();
  const [meal, at_meal] = useState(entry?.meal ?? meal_now());
  const [text, write] = useState(entry?.text ?? "");
  const [lines, list] = useState<Line[]>((entry?.foods ?? []).map((food) => ({ ...food, runners_up: [] })));
  const [unread, miss] = useState<string[]>(entry?.unread ?? []);
  const [why, reason] = useState<Record<string, string>>({});
  const [totals, total] = useState<Totals>({});
  const [trouble, fail] = useState<Trouble>();
  const [sending, send] = useState(false);
  const understood = useRef(entry?.text ?? "");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => { if (entry) field.current?.focus(); }, []);

  const take = (got: Understood, words: string) => {
    understood.current = words;
    // What a person has put right stays right while they type on.
    list((before) => {
      const right = new Map(before.filter((line) => line.chosen && line.text).map((line) => [line.text, line]));
      const added = before.filter((line) => line.chosen && !line.text);
      return [...got.foods.map((food) => right.get(food.text) ?? food), ...added];
    });
    miss(got.unread);
    reason(Object.fromEntries(got.unread.map((part, n) => [part, got.unread_why[n] ?? ""])));
    total(got.totals);
    fail(undefined);
  };
  useRested(text, 90, async (words, signal) => {
    if (words.trim() === "") {
      understood.current = "";
      list((before) => before.filter((line) => line.chosen && !line.text)); miss([]); total({});
      return;
    }
    if (words === understood.current) return;
    try {
      const got = await call<Understood>("understand", { body: { text: words }, signal });
      take(got, words);
      announce(`${got.foods.length} understood${got.unread.length ? `, ${got.unread.length} not` : ""}.`);
    } catch (fault) {
      if (!signal.aborted) fail(trouble_of(fault));
    }
  });

  const keep = async () => {
    if (sending || (text.trim() === "" && lines.length === 0)) return;
    send(true);
    try {
      let foods = lines, missed = unread;
      if (text !== understood.current && text.trim() !== "") {
        const got = await call<Understood>("understand", { body: { text } });
        take(got, text);
        foods = [...got.foods.map((food) => lines.find((line) => line.chosen && line.text === food.text) ?? food),
          ...lines.filter((line) => line.chosen && !line.text)];
        missed = got.unread;
      }
      const words = text.trim() || foods.map((line) => plain_name(line.name)).join(", ");
      const body = { day, meal, text: words, foods: foods.map(given), unread: missed,
        ...(entry?.time ? { time: entry.time } : {}) };
      const kept = await call<Entry>(entry ? `diary/${entry.id}` : "diary", { method: entry ? "PUT" : "POST", body });
      announce(entry ? "Corrected." : "Logged.");
      write(""); list([]); miss([]); total({});
      understood.current = "";
      done(kept);
    } catch (fault) {
      fail(trouble_of(fault));
    }
    send(false);
  };
  const put = (place: number, line: Line | null) =>
    list((before) => line ? before.map((one, n) => (n === place ? line : one)) : before.filter((_, n) => n !== place));

  return (
    <form class="compose" onSubmit={(event) => { event.preventDefault(); keep(); }}>
      <label for={id} class="ask-line">{entry ? "What it was" : "What did you eat and drink?"}</label>
      <textarea id={id} ref={field} rows={2} value={text} placeholder="two slices of toast with butter, a banana, a mug of coffee"
        aria-describedby={`${id}-said`} onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); keep(); } }} />
      <div id={`${id}-said`}>
        {lines.length ? (
          <ul class="foods" aria-label="What was understood">
            {lines.map((line, place) => (
              <FoodLine key={`${place}:${line.text}`} line={line} change={(next) => put(place, next)} />
            ))}
          </ul>
        ) : null}
        {text.trim() && text === understood.current && !lines.length && !unread.length ? <p class="hint">No food was understood in it. Your words are kept.</p> : null}
        {unread.length ? (
          <p class="not-read"><b>Not understood:</b> {unread.map((words, n) => <span key={n}><q>{words}</q>{why[words] ? ` (${why[words]})` : ""} </span>)}Say it another way, or
            search for it below. It is kept with your words, and counts as unknown.</p>
        ) : null}
      </div>
      <Glance totals={totals} touched={lines.some((line) => line.chosen)} />
      <div class="row">
        <label class="inline">Meal{" "}
          <select value={meal} onChange={(event) => at_meal(event.currentTarget.value)}>
            {(meals.includes(meal) ? meals : [meal, ...meals]).map((name) => <option key={name}>{name}</option>)}
          </select>
        </label>
        <button type="submit" class="main" disabled={sending}>{entry ? "Keep the correction" : "Log it"}</button>
        {entry ? <button type="button" onClick={() => done()}>Leave it as it was</button> : null}
      </div>
      <TroubleNote trouble={trouble} />
      <FoodSearch take={(food) => list((before) => [...before, food])} />
    </form>
  );
}
