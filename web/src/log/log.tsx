// The first screen: say what you ate, see it understood, and the days so far.
import { useState } from "preact/hooks";
import { call, trouble_of, type Trouble } from "../api/call";
import type { Day, Entry } from "../api/shapes";
import { useHome } from "../home";
import { announce } from "../parts/announce";
import { moved, said_day, today } from "../parts/days";
import { TroubleNote } from "../parts/trouble";
import { useFetched } from "../parts/use";
import { Compose } from "./compose";
import { DayList } from "./day";
import { Drop } from "./drop";

const first_days = 14;

export function LogScreen() {
  const home = useHome();
  const [day, turn] = useState(today());
  const [back, look] = useState(first_days);
  const [trouble, fail] = useState<Trouble>();
  const from = moved(today(), -back);
  const diary = useFetched<{ days: Day[] }>(`diary?from=${day < from ? day : from}&to=${moved(today(), 1)}`);
  const days = diary.value?.days ?? [];
  const this_day = days.find((one) => one.day === day);
  // Whether the day before holds anything is not known of days further back than were fetched.
  const repeatable = moved(day, -1) < from || days.some((one) => one.day === moved(day, -1));
  const others = days.filter((one) => one.day !== day).reverse();
  const repeat = async () => {
    try {
      const { entries } = await call<{ entries: Entry[] }>("diary/repeat", { body: { from: moved(day, -1), to: day } });
      announce(`${entries.length} entries repeated.`);
      fail(undefined);
      diary.again();
    } catch (fault) {
      fail(trouble_of(fault));
    }
  };
  const further = <button type="button" class="quiet further" onClick={() => look(back * 6)}>Look further back</button>;
  return (
    <>
      <div class="screen-head">
        <h1>{said_day(day)}</h1>
        <div class="row day-turn">
          <button type="button" aria-label="The day before" onClick={() => turn(moved(day, -1))}>←</button>
          <input type="date" aria-label="Day" value={day} max={today()}
            onInput={(event) => { if (event.currentTarget.value) turn(event.currentTarget.value); }} />
          <button type="button" aria-label="The day after" disabled={day >= today()} onClick={() => turn(moved(day, 1))}>→</button>
        </div>
      </div>
      <section aria-label="Log">
        <Compose key={day} day={day} done={() => diary.again()} />
        {repeatable ? <button type="button" class="quiet" onClick={repeat}>Repeat {day === today() ? "yesterday" : "the day before"}</button> : null}
        <TroubleNote trouble={trouble} />
      </section>
      <TroubleNote trouble={diary.trouble} again={diary.again} />
      {this_day ? (
        <section aria-labelledby="this-day"><h2 id="this-day">Logged {/day$/.test(said_day(day)) ? said_day(day).toLowerCase() : `on ${said_day(day)}`}</h2>
          <DayList day={this_day} changed={diary.again} /></section>
      ) : diary.value ? <p class="empty">Nothing logged {day === today() ? "today" : "on this day"} yet. A few words are enough, and
        three days already say something.</p> : null}
      {days.length ? <p class="hint">{home.told.symptoms?.length ? <>What it comes to: <a href="#/answer">your answer</a>.</>
        : <>Next: <a href="#/interview">a few questions</a> about what you feel, then <a href="#/answer">your answer</a>. More can be logged at any time.</>}</p> : null}
      {others.length ? (
        <section aria-labelledby="other-days"><h2 id="other-days">Days</h2>
          {others.map((one) => (
            <details key={one.day}>
              <summary>{said_day(one.day)} <span class="soft">{one.entries.length} {one.entries.length === 1 ? "entry" : "entries"}</span></summary>
              <DayList day={one} changed={diary.again} />
            </details>
          ))}
          {further}
        </section>
      ) : diary.value ? further : null}
      <Drop kept={() => { diary.again(); home.reload(); }} />
    </>
  );
}
