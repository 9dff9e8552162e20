// The interview: one question at a time, danger signs first, each skippable, the way back always open.
import { useEffect, useRef, useState } from "preact/hooks";
import { call, trouble_of, type Trouble } from "../api/call";
import type { Case } from "../api/shapes";
import { own_note } from "../api/whose";
import { useHome } from "../home";
import { announce } from "../parts/announce";
import { TroubleNote } from "../parts/trouble";
import { not_known, read_reply, skipped, type Asked, type Reply } from "./given";
import { QuestionForm } from "./question";

// What was skipped outlives a look at another screen, and ends with the tab. What was answered stands in the case.
const stored = (): Asked[] => {
  try {
    return (JSON.parse(sessionStorage.getItem(own_note("asked")) ?? "[]") as Asked[]).filter(({ answer }) => answer === skipped || answer === not_known);
  } catch { return []; }
};

export function InterviewScreen() {
  const home = useHome();
  const known = useRef(home.told);
  const [asked, ask] = useState<Asked[]>(stored);
  const [started, start] = useState(asked.length > 0);
  const [reply, show] = useState<Reply>();
  const [trouble, fail] = useState<Trouble>();
  const [refused, refuse] = useState<Trouble>();
  const [turn, again] = useState(0);
  useEffect(() => {
    sessionStorage.setItem(own_note("asked"), JSON.stringify(asked));
    if (!started) return;
    const stop = new AbortController();
    fail(undefined);
    call<Parameters<typeof read_reply>[0]>("interview", { body: { known: known.current, asked }, signal: stop.signal }).then((raw) => {
      const got = read_reply(raw);
      show(got);
      // Each answer is kept at once: whoever leaves here must not lose a warning sign.
      if (got.case && asked.length) home.change(() => got.case as Case);
      home.set_alarm(got.alarm);
      announce(got.question ? got.question.text : "That was the last question.");
    }, (fault) => {
      if (stop.signal.aborted) return;
      const why = trouble_of(fault);
      // An answer that was refused is not carried along: the same question waits for another.
      if (why.status === 400 && asked.length) ask((before) => before.slice(0, -1));
      if (why.status === 400 && asked.length) refuse(why);
      else fail(why);
    });
    return () => stop.abort();
  }, [asked, started, turn]);
  const back = () => { ask((before) => before.slice(0, -1)); };
  const afresh = () => { known.current = home.told; show(undefined); ask([]); };
  const question = reply?.question;
  return (
    <>
      <div class="screen-head"><h1>Interview</h1></div>
      {!started ? (
        <section aria-label="Before you begin">
          <p class="lede">A few questions, one at a time. Signs that need help today come first. After them it is usually 12 questions or fewer.</p>
          <p>Skip any you like. “I don’t know” never counts as “no”.</p>
          <p><b>If you cannot breathe well, have crushing chest pain, or lose strength right now, do not answer questions. Call for help.</b></p>
          <button type="button" class="main" onClick={() => { known.current = home.told; start(true); }}>Begin</button>
        </section>
      ) : (
        <section aria-label="Question">
          <TroubleNote trouble={trouble} again={() => again((n) => n + 1)} />
          {question ? (
            <>
              <TroubleNote trouble={refused} />
              <p class="count soft">{question.red_flag ? "A sign that may need help today" : question.count ? `Question ${question.count}` : "A question"}</p>
              <QuestionForm key={`${question.id}:${asked.length}`} question={question}
                answer={(answer) => { refuse(undefined); ask((before) => [...before, { question: question.id, answer }]); }} />
            </>
          ) : reply?.done ? (
            <Done why={reply.why} afresh={afresh} />
          ) : trouble ? null : <p class="soft">…</p>}
          <div class="row interview-foot">
            {asked.length ? <button type="button" onClick={back}>Back</button> : null}
            {question ? <a class="button" href="#/answer">Stop here and see the answer</a> : null}
          </div>
        </section>
      )}
    </>
  );
}

function Done({ why, afresh }: { why?: string; afresh: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>That is enough</h2>
      {why ? <p>{why}</p> : null}
      <p class="soft">What you told is kept under <a href="#/me">Me</a>, where you can change it.</p>
      <div class="row"><a class="button main" href="#/answer">See the answer</a>
        <button type="button" onClick={afresh}>Begin again</button></div>
    </>
  );
}
