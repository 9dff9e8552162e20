// A diary export, a lab file or a health record, dropped or chosen: what was read of it and what was not, before it is
// kept.
import { useId, useState } from "preact/hooks";
import { call, trouble_of, type Trouble } from "../api/call";
import { announce } from "../parts/announce";
import { base64_of } from "../parts/base64";
import { said_day } from "../parts/days";
import { TroubleNote } from "../parts/trouble";

interface Read { id: number; kind: string; format: string; name: string; days: string[]; read: number; held: string[]; notes: string[];
  unread: { line: number; text: string; why: string }[] }
interface Kept { kept: number; replaced: number; notes: string[] }

const kinds: Record<string, [string, string]> = { diary: ["A food diary", "food"], labs: ["Blood results", "result"],
  case: ["What you told of yourself", "fact"], health_record: ["A health record", "fact"] };
const most_bytes = 64 * 1024 * 1024;

export function Drop({ kept }: { kept: () => void }) {
  const id = useId();
  const [over, hover] = useState(false);
  const [reading, read] = useState(false);
  const [seen, see] = useState<Read[]>([]);
  const [troubles, fail] = useState<{ name: string; trouble: Trouble }[]>([]);
  const [result, finish] = useState<string>();

  const take = async (files: FileList | null | undefined) => {
    if (!files?.length) return;
    read(true); see([]); fail([]); finish(undefined);
    for (const file of files) {
      try {
        if (file.size > most_bytes) throw new Error("This file is larger than 64 MB. Take a shorter time from your program.");
        const got = await call<Read>("read", { body: { name: file.name, base64: await base64_of(file) } });
        see((before) => [...before, got]);
        announce(`${file.name}: ${got.read} read, ${got.unread.length} not.`);
      } catch (fault) {
        fail((before) => [...before, { name: file.name, trouble: trouble_of(fault) }]);
      }
    }
    read(false);
  };
  const keep = async (one: Read) => {
    try {
      const said = await call<Kept>(`read/${one.id}/keep`, { method: "POST" });
      see((before) => before.filter((other) => other.id !== one.id));
      finish([`Kept: ${said.kept}${said.replaced ? `, in the place of ${said.replaced}` : ""}.`, ...said.notes].join(" "));
      kept();
    } catch (fault) {
      fail((before) => [...before, { name: one.name, trouble: trouble_of(fault) }]);
    }
  };
  return (
    <section aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>Bring what you have</h2>
      <div class={over ? "drop over" : "drop"}
        onDragOver={(event) => { event.preventDefault(); hover(true); }} onDragLeave={() => hover(false)}
        onDrop={(event) => { event.preventDefault(); hover(false); take(event.dataTransfer?.files); }}>
        <p>Drop a file here: a diary from Cronometer, MyFitnessPal, Lose It!, Samsung Health, Google Fit, Apple Health or ASA24,
          blood results, or a health record (FHIR).</p>
        <label class="button" for={id}>Choose a file</label>
        <input id={id} type="file" class="unseen" multiple
          onChange={(event) => { take(event.currentTarget.files); event.currentTarget.value = ""; }} />
      </div>
      {reading ? <p role="status">Reading…</p> : null}
      {troubles.map(({ name, trouble }, n) => <div key={n}><p><b>{name}</b></p><TroubleNote trouble={trouble} /></div>)}
      {result ? <p class="good" role="status">{result}</p> : null}
      {seen.map((one) => <ReadCard key={one.id} one={one} keep={() => keep(one)}
        leave={() => see((before) => before.filter((other) => other.id !== one.id))} />)}
    </section>
  );
}

function ReadCard({ one, keep, leave }: { one: Read; keep: () => void; leave: () => void }) {
  const [kind, thing] = kinds[one.kind] ?? [one.kind, "fact"];
  const { days } = one;
  return (
    <div class="read-card">
      <h3>{one.name}</h3>
      <p><b>{kind}</b>, {one.format.replaceAll("_", " ")}: {one.read} {one.read === 1 ? thing : `${thing}s`} read
        {days.length ? ` on ${days.length === 1 ? said_day(days[0]) : `${days.length} days, ${said_day(days[0])} to ${said_day(days[days.length - 1])}`}` : ""}.</p>
      {one.held.length ? (
        <details open={one.held.length <= 12}>
          <summary>What was read</summary>
          <ul>{one.held.map((line, n) => <li key={n}>{line}</li>)}{one.read > one.held.length ? <li>and {one.read - one.held.length} more</li> : null}</ul>
        </details>
      ) : null}
      {one.notes.map((note, n) => <p key={n} class="soft">{note}</p>)}
      {one.unread.length ? (
        <details open={one.unread.length <= 5}>
          <summary>{one.unread.length} not read</summary>
          <ul>{one.unread.map(({ line, text, why }, n) => (
            <li key={n}>{line ? `Line ${line}: ` : ""}<q>{text}</q> {why}</li>
          ))}</ul>
        </details>
      ) : <p class="good">Everything was read.</p>}
      <div class="row">
        <button type="button" class="main" disabled={!one.read} onClick={keep}>Keep what was read</button>
        <button type="button" onClick={leave}>Leave it</button>
      </div>
    </div>
  );
}
