// One question: its answers as the kind of it asks, and always the two ways round it.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Since } from "../parts/since";
import { none_of_these, not_known, of_list, skipped, type Question } from "./given";

export function QuestionForm({ question, answer }: { question: Question; answer: (words: string) => void }) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, choose] = useState<string[]>([]);
  const [figure, write] = useState("");
  const [days, since] = useState<number | null>(null);
  const [lacking, lack] = useState("");
  useEffect(() => heading.current?.focus(), []);
  const kind = question.kind ?? (question.answers.length ? "one" : "words");
  const flip = (one: string) => choose((before) => before.includes(one) ? before.filter((other) => other !== one) : [...before, one]);
  const number = Number(figure.trim().replace(",", "."));
  const send = (event: Event) => {
    event.preventDefault();
    if (kind === "list") answer(of_list(chosen));
    else if (kind === "one") { if (chosen[0]) answer(chosen[0]); }
    else if (kind === "number") {
      if (figure.trim() !== "" && Number.isFinite(number)) answer(String(number));
      else lack("Give a figure, such as 34.");
    } else if (kind === "duration") {
      if (days !== null) answer(String(days));
      else lack("Give a number, such as 3, and choose days, weeks, months or years.");
    }
    else if (figure.trim() !== "") answer(figure.trim());
  };
  const text = kind !== "list" && kind !== "one" && kind !== "number" && kind !== "duration";
  return (
    <form class={question.red_flag ? "question red" : "question"} onSubmit={send}>
      <h2 id={`${id}-q`} ref={heading} tabIndex={-1}>{question.text}</h2>
      {question.why ? <p class="hint"><b>Why this is asked:</b> {question.why}</p> : null}
      {kind === "one" ? (
        <div class="answers" role="group" aria-labelledby={`${id}-q`}>
          {question.answers.map((one) => <button type="button" key={one.id} class="answer" onClick={() => answer(one.id)}>{one.text}</button>)}
        </div>
      ) : kind === "list" ? (
        <div role="group" aria-labelledby={`${id}-q`}>
          <div class="answers">
            {question.answers.map((one) => (
              <label key={one.id} class="answer tick"><input type="checkbox" checked={chosen.includes(one.id)} onChange={() => flip(one.id)} /><span>{one.text}</span></label>
            ))}
          </div>
          <div class="row">
            {chosen.length ? <button type="submit" class="main">Next, with {chosen.length === 1 ? "this" : "these"}</button>
              : <button type="button" class="main" onClick={() => answer(none_of_these)}>None of these</button>}
          </div>
        </div>
      ) : kind === "number" ? (
        <div class="row"><label class="inline"><span class="unseen">{question.text}</span>
          <input type="text" inputmode="decimal" class="number" value={figure} onInput={(event) => write(event.currentTarget.value)} /> {question.unit ?? ""}</label>
          <button type="submit" class="main">Next</button></div>
      ) : kind === "duration" ? (
        <div class="row"><Since label="How long" days={days} change={since} /><button type="submit" class="main">Next</button></div>
      ) : null}
      {text ? (
        <div>
          <label for={id} class="unseen">{question.text}</label>
          <textarea id={id} rows={3} value={figure} onInput={(event) => write(event.currentTarget.value)} />
          <div class="row"><button type="submit" class="main">Next</button>
            {kind === "words" ? null : <button type="button" onClick={() => answer(none_of_these)}>None</button>}</div>
        </div>
      ) : null}
      {lacking ? <p class="hint" role="alert">{lacking}</p> : null}
      <div class="row ways-round">
        <button type="button" onClick={() => answer(not_known)}>I don’t know</button>
        <button type="button" class="quiet" onClick={() => answer(skipped)}>Skip this question</button>
      </div>
    </form>
  );
}
