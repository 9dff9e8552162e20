// What to do now, before anything else. In an emergency the frame stands below this.
import type { Answer, Urgency } from "../api/shapes";
import { name_of, useHome } from "../home";
import { sentence } from "../parts/sentence";

const levels: Record<Urgency, string> = { emergency: "Emergency", soon: "Soon", routine: "An ordinary visit", self_care: "At home" };

/** A shape for each level, so that colour is never alone. */
export function Sign({ urgency }: { urgency: Urgency }) {
  return (
    <svg class="sign" viewBox="0 0 24 24" aria-hidden="true">
      {urgency === "emergency" ? <><path d="M8 1h8l7 7v8l-7 7H8l-7-7V8z" /><path class="ink" d="M12 6v8M12 17.4v.2" /></>
        : urgency === "soon" ? <><path d="M12 1.5 23.5 22H.5z" /><path class="ink" d="M12 9v6M12 18.4v.2" /></>
        : urgency === "routine" ? <><path d="M2 2h20v20H2z" /><path class="ink" d="M7 12h10M12 7v10" /></>
        : <><circle cx="12" cy="12" r="11" /><path class="ink" d="m7 12.5 3.5 3.5L17 8.5" /></>}
    </svg>
  );
}

export function Now({ answer }: { answer: Answer }) {
  const { words } = useHome();
  const { urgency, act } = answer;
  const number = act.call.emergency;
  const unasked = answer.conditional_on_absent;
  const at_once = answer.watch.filter((one) => one.within_hours === 0);
  const later = answer.watch.filter((one) => one.within_hours !== 0);
  // In an emergency nothing that can wait is said beside it.
  const because = answer.urgency_because.filter(({ leads }) => leads || urgency !== "emergency");
  return (
    <section class={`first ${urgency}`} aria-labelledby="now-act">
      <div class="now">
        <div class="headline">
          <Sign urgency={urgency} />
          <div>
            <p class="level">{levels[urgency]}</p>
            <h2 id="now-act" class="act">{answer.headline}</h2>
          </div>
        </div>
        {urgency === "emergency" && number ? <a class="call" href={`tel:${number}`}>Call {number}</a> : null}
        <p class="why"><b>Why:</b> {because.length ? because.slice(0, 3).map(({ text }) => sentence(text)).join(" ")
          : "none of the warning signs that could be judged is there."}</p>
        {because.length > 3 ? (
          <details><summary>{because.length === 4 ? "1 more reason" : `${because.length - 3} more reasons`}</summary>
            <ul>{because.slice(3).map(({ rule, text }) => <li key={rule}>{sentence(text)}</li>)}</ul></details>
        ) : null}
        {unasked.length ? (
          <>
            <p><b>This holds only if you have none of {unasked.length} warning signs</b> that were not asked yet. <a href="#/interview">Go through them</a></p>
            <details>
              <summary>Show the signs</summary>
              <ul class="unasked">{unasked.map((code) => <li key={code}>{name_of(words.symptoms, code)}</li>)}</ul>
            </details>
          </>
        ) : null}
        <div class="pair">
          {answer.do.length ? <div><h3>Do</h3><ul class="do">{answer.do.map(({ code, text }) => <li key={code}>{text}</li>)}</ul></div> : null}
          {answer.do_not.length ? <div><h3>Do not</h3><ul class="dont">{answer.do_not.map(({ code, text }) => <li key={code}>{text}</li>)}</ul></div> : null}
        </div>
      </div>
      {answer.watch.length ? (
        <div class="watch">
          <h3>What to watch for</h3>
          {at_once.length ? <><p>{urgency === "emergency" ? "While you wait:" : <>Get help at once{number ? <>, <a href={`tel:${number}`}>call {number}</a>,</> : null} if:</>}</p>
            <ul class="eye">{at_once.map(({ code, text }) => <li key={code}>{text}</li>)}</ul></> : null}
          {later.length ? <><p>See a doctor if:</p><ul class="eye">{later.map(({ code, text }) => <li key={code}>{text}</li>)}</ul></> : null}
        </div>
      ) : null}
    </section>
  );
}
