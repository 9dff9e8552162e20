// The report, alive: asked for anew each time the screen opens, because what was logged may have changed.
import { useEffect, useState } from "preact/hooks";
import { reach, trouble_of, type Trouble } from "../api/call";
import { stream, type Progress } from "../api/stream";
import type { Answer } from "../api/shapes";
import { useHome } from "../home";
import { announce } from "../parts/announce";
import { save } from "../parts/base64";
import { today } from "../parts/days";
import { ProgressBar } from "../parts/progress";
import { TroubleNote } from "../parts/trouble";
import { Causes } from "./causes";
import { IntakeChart } from "./intake";
import { Now } from "./now";
import { BloodNote, LabList, NerveNote, PlanNote, TestList, Unjudged } from "./rest";
import { SinceLast } from "./since_last";
import { WhatIf } from "./what_if";

export function AnswerScreen() {
  const home = useHome();
  const [answer, show] = useState<Answer>();
  const [progress, step] = useState<Progress>();
  const [trouble, fail] = useState<Trouble>();
  const [turn, again] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    (async () => {
      fail(undefined); step({ done: 0 });
      try {
        await home.settled();
        const got = await stream<Answer>("answer", { signal: stop.signal }, "answer", step);
        if (stop.signal.aborted) return;
        show(got);
        home.set_urgent(got.urgency === "emergency" ? got : null);
        announce(got.headline);
      } catch (fault) {
        if (!stop.signal.aborted) fail(trouble_of(fault));
      }
      if (!stop.signal.aborted) step(undefined);
    })();
    return () => stop.abort();
  }, [turn]);
  const saved = async () => {
    try {
      save(await (await reach("report", { accept: "text/html" })).blob(), `rheobase ${today()}.html`);
    } catch (fault) {
      fail(trouble_of(fault));
    }
  };
  const emergency = answer?.urgency === "emergency";
  return (
    <>
      <div class={emergency ? "screen-head unseen-first" : "screen-head"}>
        <h1>{emergency ? "The rest of the answer" : "Answer"}</h1>
        {answer ? (
          <div class="row no-print">
            <button type="button" onClick={() => again((n) => n + 1)}>Ask again</button>
            <button type="button" onClick={() => print()}>Print</button>
            <button type="button" onClick={saved}>Save the report</button>
          </div>
        ) : null}
      </div>
      <ProgressBar at={progress} />
      <TroubleNote trouble={trouble} again={() => again((n) => n + 1)} />
      {answer ? (
        <>
          {emergency ? null : <Now answer={answer} />}
          <Nothing answer={answer} />
          {emergency ? null : <SinceLast answer={answer} />}
          <Causes causes={answer.causes} />
          <IntakeChart answer={answer} />
          <LabList answer={answer} />
          <TestList answer={answer} />
          <BloodNote answer={answer} />
          <NerveNote answer={answer} />
          <PlanNote answer={answer} />
          <Unjudged answer={answer} />
          {emergency ? null : <WhatIf />}
        </>
      ) : null}
    </>
  );
}

function Nothing({ answer }: { answer: Answer }) {
  const { told } = useHome();
  if (told.symptoms?.length || told.labs?.length || told.medications?.length || answer.diary.days) return null;
  return (
    <section class="empty-start" aria-label="Where to begin">
      <p><b>Almost nothing is known of you yet,</b> so this answer is what fits most people.
        Begin with the <a href="#/interview">interview</a>, tell of yourself under <a href="#/me">Me</a>, or <a href="#/log">log what you ate</a>.</p>
    </section>
  );
}
