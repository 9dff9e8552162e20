// The frame: which screen the address names, the way between screens, and where the focus goes when one changes.
import { useEffect, useState } from "preact/hooks";
import type { Trouble } from "./api/call";
import type { Alarm } from "./api/shapes";
import { Announcer, announce } from "./parts/announce";
import { sentence } from "./parts/sentence";
import { TroubleNote } from "./parts/trouble";
import { HomeProvider, useHome } from "./home";
import { PeopleProvider, usePeople } from "./people";
import { Now } from "./answer/now";
import { AnswerScreen } from "./answer/answer";
import { InterviewScreen } from "./interview/interview";
import { LearnScreen } from "./learn/learn";
import { LogScreen } from "./log/log";
import { MeScreen } from "./me/me";
import { WeekScreen } from "./week/week";
import { YoursScreen } from "./yours/yours";

const screens = {
  log: { name: "Log", show: LogScreen }, me: { name: "Me", show: MeScreen },
  interview: { name: "Interview", show: InterviewScreen }, answer: { name: "Answer", show: AnswerScreen },
  week: { name: "Week", show: WeekScreen }, learn: { name: "Learn", show: LearnScreen },
  yours: { name: "Yours", show: YoursScreen },
} as const;
type Screen = keyof typeof screens;

/** `#/learn/magnesium` → the screen "learn", with "magnesium" as its matter. */
function here(): { screen: Screen; matter: string } {
  const [, screen = "", ...rest] = location.hash.split("/");
  let matter = rest.join("/");
  try { matter = decodeURIComponent(matter); } catch { /* A stray percent sign stays as it is. */ }
  return { screen: screen in screens ? screen as Screen : "log", matter };
}

export function App() {
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); focus_heading(); }}>Skip to the screen</a>
      <Announcer />
      <PeopleProvider waiting={waiting}><Household /></PeopleProvider>
    </>
  );
}

const waiting = (trouble: Trouble | undefined, again: () => void) => (
  <main class="waiting" id="main">
    <h1>Rheobase</h1>
    {trouble ? <TroubleNote trouble={trouble} again={again} /> : <p class="soft">Opening…</p>}
  </main>
);

/** Another person is another page: nothing of the last one stays in it. */
function Household() {
  return <HomeProvider key={usePeople().now.id} waiting={waiting}><Frame /></HomeProvider>;
}

function Whose() {
  const { all, now, turn_to } = usePeople();
  if (all.length < 2) return null;
  return (
    <label class="whose"><span class="unseen">This page is about</span>
      <select value={now.id} onChange={(event) => turn_to(Number(event.currentTarget.value))}>
        {all.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </select></label>
  );
}

function focus_heading(): void {
  const heading = document.querySelector<HTMLElement>("#main h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
}

function AlarmBar({ alarm, on_answer }: { alarm: Alarm; on_answer: boolean }) {
  return (
    <aside class="help-bar emergency" aria-label="Urgent">
      <p><b>{alarm.headline}</b> {alarm.because[0] ? sentence(alarm.because[0]) : ""}</p>
      <div class="row">
        {alarm.call ? <a class="call" href={`tel:${alarm.call}`}>Call {alarm.call}</a> : null}
        {on_answer ? null : <a class="button" href="#/answer">See what to do</a>}
      </div>
    </aside>
  );
}

function Frame() {
  const home = useHome();
  const [at, go] = useState(here);
  const [first, moved] = useState(true);
  useEffect(() => {
    const changed = () => { go(here()); moved(false); };
    addEventListener("hashchange", changed);
    go(here()); // The address may have changed since the frame was first drawn.
    return () => removeEventListener("hashchange", changed);
  }, []);
  const { name, show: Shown } = screens[at.screen];
  useEffect(() => {
    document.title = `${name} – Rheobase`;
    if (first) return;
    scrollTo(0, 0);
    focus_heading();
  }, [at.screen, at.matter]);
  // In an emergency what to do stands above everything, this frame too; on other screens a bar leads there.
  const on_answer = at.screen === "answer";
  const emergency = on_answer && home.urgent?.urgency === "emergency" ? home.urgent : null;
  const alarm = emergency ? null : home.alarm;
  useEffect(() => { document.body.classList.toggle("help-first", Boolean(emergency)); }, [emergency]);
  useEffect(() => { if (alarm) announce(alarm.headline.includes(alarm.text) ? alarm.headline : `${alarm.headline} ${alarm.text}`); }, [alarm?.headline]);
  return (
    <>
      {emergency ? <Now answer={emergency} /> : null}
      {alarm ? <AlarmBar alarm={alarm} on_answer={on_answer} /> : null}
      <header class="frame-head">
        <p class="mark">Rheobase</p>
        <Whose />
        <nav aria-label="Screens">
          <ul>
            {Object.entries(screens).map(([key, { name }]) => (
              <li key={key}><a href={`#/${key}`} aria-current={key === at.screen ? "page" : undefined}>{name}</a></li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main"><Shown key={at.screen} matter={at.matter} /></main>
      <footer class="frame-foot">
        <p>Information, not a diagnosis. Not yet reviewed by a clinician. Everything stays on this machine.</p>
      </footer>
    </>
  );
}
