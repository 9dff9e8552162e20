// The people that this store holds: one file may serve a household, and a dietitian's desk.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { call, trouble_of, type Trouble } from "../api/call";
import type { Someone } from "../api/shapes";
import { usePeople } from "../people";
import { announce } from "../parts/announce";
import { TroubleNote } from "../parts/trouble";

export function Others() {
  const id = useId();
  const { all, now, turn_to, reload } = usePeople();
  const [name, type] = useState("");
  const [trouble, fail] = useState<Trouble>();
  const add = async (event: Event) => {
    event.preventDefault();
    fail(undefined);
    try {
      const added = await call<Someone>("people", { body: { name } });
      type("");
      reload();
      announce(`${added.name} is added.`);
    } catch (fault) {
      fail(trouble_of(fault));
    }
  };
  return (
    <section aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>People</h2>
      <p>Each has a diary, results and answers apart from the others’. All lie in the same file.</p>
      <ul class="told">{all.map((one) => <Line key={one.id} one={one} is_now={one.id === now.id} turn_to={turn_to} reload={reload} />)}</ul>
      <form onSubmit={add}>
        <div class="field"><label for={id}>Add somebody</label>
          <input id={id} type="text" autocomplete="off" value={name} onInput={(event) => type(event.currentTarget.value)} /></div>
        <div class="row"><button type="submit" disabled={!name.trim()}>Add</button></div>
      </form>
      <TroubleNote trouble={trouble} />
    </section>
  );
}

function Line({ one, is_now, turn_to, reload }: { one: Someone; is_now: boolean; turn_to: (id: number) => void; reload: () => void }) {
  const [doing, go] = useState<"nothing" | "naming" | "erasing">("nothing");
  const [name, type] = useState(one.name);
  const [trouble, fail] = useState<Trouble>();
  const asked = useRef<HTMLParagraphElement & HTMLInputElement>(null);
  useEffect(() => { asked.current?.focus(); }, [doing]);
  const change = async (work: () => Promise<unknown>, said: string) => {
    fail(undefined);
    try {
      await work();
      announce(said);
      go("nothing");
      reload();
    } catch (fault) {
      fail(trouble_of(fault));
    }
  };
  const rename = (event: Event) => {
    event.preventDefault();
    change(() => call(`people/${one.id}`, { method: "PUT", body: { name } }), "Renamed.");
  };
  return (
    <li>
      {doing === "naming" ? (
        <form class="row" onSubmit={rename}>
          <input ref={asked} type="text" aria-label={`New name of ${one.name}`} autocomplete="off" value={name} onInput={(event) => type(event.currentTarget.value)} />
          <button type="submit" disabled={!name.trim()}>Rename</button>
          <button type="button" class="quiet" onClick={() => go("nothing")}>Leave it</button>
        </form>
      ) : (
        <div class="row">
          <b>{one.name}</b>{is_now ? <span class="soft">this page is about them</span>
            : <button type="button" class="quiet" aria-label={`Turn to ${one.name}`} onClick={() => turn_to(one.id)}>Turn to</button>}
          <button type="button" class="quiet" aria-label={`Rename ${one.name}`} onClick={() => { type(one.name); go("naming"); }}>Rename</button>
          <button type="button" class="quiet" aria-label={`Erase ${one.name}`} onClick={() => go("erasing")}>Erase…</button>
        </div>
      )}
      {doing === "erasing" ? (
        <div class="note-box">
          <p ref={asked} tabIndex={-1}><b>Erase {one.name} and all that is theirs for good?</b></p>
          <div class="row">
            <button type="button" class="danger" onClick={() => change(() => call(`people/${one.id}`, { method: "DELETE" }), `${one.name} is erased.`)}>Yes, erase</button>
            <button type="button" onClick={() => go("nothing")}>No, keep</button></div>
        </div>
      ) : null}
      <TroubleNote trouble={trouble} />
    </li>
  );
}
