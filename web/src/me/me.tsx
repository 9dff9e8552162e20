// Everything told of a person. Each change is kept as it is made.
import { useHome } from "../home";
import { TextField, Tick } from "../parts/fields";
import { TroubleNote } from "../parts/trouble";
import { Conditions } from "./conditions";
import { Habits } from "./habits";
import { Labs } from "./labs";
import { Medicines, Supplements } from "./medicines";
import { Symptoms } from "./symptoms";
import { WishesOfMe } from "./wishes";
import { You } from "./you";

export function MeScreen() {
  const { told, change, keeping, trouble, unread, settled, calories, set_calories } = useHome();
  return (
    <>
      <div class="screen-head">
        <h1>Me</h1>
        <p class="soft kept">{trouble ? "Not kept." : keeping ? "Keeping…" : "Kept on this machine."}</p>
      </div>
      <p class="lede">All of it is optional. What you leave empty counts as unknown, never as “no”.</p>
      <TroubleNote trouble={trouble} again={settled} />
      {unread.length ? (
        <div class="note-box" role="status"><p><b>Kept, but not understood:</b></p><ul>{unread.map((one, n) => <li key={n}>{one}</li>)}</ul></div>
      ) : null}
      <section aria-labelledby="me-words">
        <h2 id="me-words">In your own words</h2>
        <TextField label="What brings you here" lines={3} value={told.words}
          hint="Kept as you write it. Some warning signs are understood in plain English, not all: tick those you have under What you feel as well. Nothing in it lowers an alarm."
          change={(words) => change((before) => ({ ...before, words }))} />
      </section>
      <You />
      <Symptoms />
      <Medicines />
      <Supplements />
      <Conditions />
      <Labs />
      <Habits />
      <WishesOfMe />
      <section aria-labelledby="me-page">
        <h2 id="me-page">This page</h2>
        <Tick on={calories} change={set_calories}>Show energy (calories)</Tick>
        <p class="hint">Off unless you want it. It stays hidden where eating is a struggle.</p>
      </section>
    </>
  );
}
