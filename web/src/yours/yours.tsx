// What is kept is yours: take it with you, put it back, or erase it.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { call, reach, trouble_of, type Trouble } from "../api/call";
import { useHome } from "../home";
import { usePeople } from "../people";
import { announce } from "../parts/announce";
import { base64_of, save } from "../parts/base64";
import { today } from "../parts/days";
import { TroubleNote } from "../parts/trouble";
import { Others } from "./others";

const formats = [["json", "Everything, to put back later", "json"], ["csv", "Each food with its nutrients, for a spreadsheet or a dietitian", "csv"],
  ["fhir", "A health record (FHIR), for a doctor’s program", "fhir.json"]] as const;

export function YoursScreen() {
  return (
    <>
      <div class="screen-head"><h1>Yours</h1></div>
      <p class="lede">All you told is in one file on this machine. Nobody else has it.</p>
      <Others />
      <Export />
      <Restore />
      <Erase />
    </>
  );
}

function Export() {
  const id = useId();
  const [format, choose] = useState<string>("json");
  const [secret, hide] = useState("");
  const [trouble, fail] = useState<Trouble>();
  const take = async (event: Event) => {
    event.preventDefault();
    fail(undefined);
    try {
      const reply = await reach("export", { body: { format, ...(secret ? { passphrase: secret } : {}) }, accept: "*/*" });
      const ending = formats.find(([key]) => key === format)![2];
      save(await reply.blob(), `rheobase ${today()}.${ending}${secret ? ".locked" : ""}`);
      announce("Saved.");
    } catch (fault) {
      fail(trouble_of(fault));
    }
  };
  return (
    <section aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>Take it with you</h2>
      <form onSubmit={take}>
        <fieldset class="choice stacked"><legend>As</legend>
          {formats.map(([key, name]) => (
            <label key={key} class="tick"><input type="radio" name={`${id}-f`} checked={format === key} onChange={() => choose(key)} />
              <span><b>{key.toUpperCase()}</b> {name}</span></label>
          ))}
        </fieldset>
        <div class="field"><label for={id}>Passphrase, if you wish</label>
          <input id={id} type="password" autocomplete="new-password" value={secret} aria-describedby={`${id}-n`} onInput={(event) => hide(event.currentTarget.value)} />
          <p class="hint" id={`${id}-n`}>Without it nobody can open the file. You neither.</p></div>
        <button type="submit" class="main">Save a file</button>
      </form>
      <TroubleNote trouble={trouble} />
    </section>
  );
}

function Restore() {
  const id = useId();
  const { reload } = useHome();
  const people = usePeople();
  const file = useRef<HTMLInputElement>(null);
  const [chosen, choose] = useState<File>();
  const [secret, hide] = useState("");
  const [replace, overwrite] = useState(false);
  const [said, say] = useState("");
  const [trouble, fail] = useState<Trouble>();
  const put_back = async (event: Event) => {
    event.preventDefault();
    if (!chosen) { fail(trouble_of(new Error("Choose the file first."))); return; }
    fail(undefined); say("");
    try {
      await call("restore", { body: { base64: await base64_of(chosen), ...(secret ? { passphrase: secret } : {}), ...(replace ? { replace } : {}) } });
      if (replace) people.afresh();
      else people.reload();
      reload();
      say("Everything is back.");
      announce("Everything is back.");
    } catch (fault) {
      fail(trouble_of(fault));
    }
  };
  return (
    <section aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>Put it back</h2>
      <form onSubmit={put_back}>
        <div class="field"><label for={id}>The JSON file that was saved here</label>
          <input id={id} ref={file} type="file" onChange={(event) => choose(event.currentTarget.files?.[0])} /></div>
        <div class="field"><label for={`${id}-p`}>Its passphrase, if it has one</label>
          <input id={`${id}-p`} type="password" autocomplete="off" value={secret} onInput={(event) => hide(event.currentTarget.value)} /></div>
        <label class="tick"><input type="checkbox" checked={replace} onChange={(event) => overwrite(event.currentTarget.checked)} />
          <span>Erase what is kept here now</span></label>
        <div class="row"><button type="submit">Put it back</button></div>
      </form>
      {said ? <p class="good" role="status">{said}</p> : null}
      <TroubleNote trouble={trouble} />
    </section>
  );
}

function Erase() {
  const id = useId();
  const { reload, set_urgent } = useHome();
  const people = usePeople();
  const [asked, ask] = useState(false);
  const [said, say] = useState("");
  const [trouble, fail] = useState<Trouble>();
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => { if (asked) question.current?.focus(); }, [asked]);
  const erase = async () => {
    fail(undefined);
    try {
      await call("everything", { method: "DELETE", body: { sure: true } });
      people.afresh();
      set_urgent(null);
      reload();
      say("Everything is erased.");
      announce("Everything is erased.");
      ask(false);
    } catch (fault) {
      fail(trouble_of(fault));
    }
  };
  return (
    <section aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>Erase everything</h2>
      <p>Diary, results, medicines, answers: all of it, of everyone kept here.</p>
      {asked ? (
        <div class="note-box">
          <p ref={question} tabIndex={-1}><b>Erase it all for good?</b> Nobody can bring it back, unless you saved a file.</p>
          <div class="row"><button type="button" class="danger" onClick={erase}>Yes, erase everything</button>
            <button type="button" onClick={() => ask(false)}>No, keep it</button></div>
        </div>
      ) : <button type="button" class="danger" onClick={() => { say(""); ask(true); }}>Erase everything…</button>}
      {said ? <p class="good" role="status">{said}</p> : null}
      <TroubleNote trouble={trouble} />
    </section>
  );
}
