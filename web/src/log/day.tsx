// One day of the diary: what was eaten, as it was said and as it was understood, each entry open to correction.
import { useState } from "preact/hooks";
import { call, trouble_of, type Trouble } from "../api/call";
import type { Day, Entry } from "../api/shapes";
import { announce } from "../parts/announce";
import { grams } from "../parts/amounts";
import { plain_name } from "../parts/sentence";
import { TroubleNote } from "../parts/trouble";
import { Compose } from "./compose";
import { Glance } from "./glance";

export function DayList({ day, changed }: { day: Day; changed: () => void }) {
  return (
    <>
      <ul class="entries">
        {day.entries.map((entry) => <EntryItem key={entry.id} entry={entry} changed={changed} />)}
      </ul>
      <Glance totals={day.totals} />
    </>
  );
}

function EntryItem({ entry, changed }: { entry: Entry; changed: () => void }) {
  const [mending, mend] = useState(false);
  const [trouble, fail] = useState<Trouble>();
  const erase = async () => {
    try {
      await call(`diary/${entry.id}`, { method: "DELETE" });
      announce("Taken out.");
      changed();
    } catch (fault) {
      fail(trouble_of(fault));
    }
  };
  if (mending)
    return <li class="entry"><Compose day={entry.day} entry={entry} done={(kept) => { mend(false); if (kept) changed(); }} /></li>;
  return (
    <li class="entry">
      <div class="entry-head">
        <p class="entry-words"><b>{entry.meal || entry.time || "Meal"}</b> {entry.text}</p>
        <button type="button" class="quiet" aria-label={`Correct ${entry.text}`} onClick={() => mend(true)}>Correct</button>
        <button type="button" class="quiet" aria-label={`Take out ${entry.text}`} onClick={erase}>Take out</button>
      </div>
      <p class="entry-foods soft">
        {entry.foods.map((food, n) => <span key={n}>{n ? " · " : ""}{plain_name(food.name)}, {grams(food.grams.mid)}</span>)}
        {entry.unread.length ? <span class="not-read">{entry.foods.length ? " · " : ""}not understood: {entry.unread.join(", ")}</span> : null}
      </p>
      <TroubleNote trouble={trouble} />
    </li>
  );
}
