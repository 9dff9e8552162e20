// Server-sent events read from a fetch, because EventSource cannot carry the token in a header.
import { Trouble, reach, type Asking } from "./call";

export interface Progress { done: number; what?: string }

/** Asks for `path` and calls `step` at each progress event; resolves with the data of the event named `wanted`. */
export async function stream<T>(path: string, asking: Asking, wanted: string, step: (at: Progress) => void): Promise<T> {
  const reply = await reach(path, { ...asking, accept: "text/event-stream" });
  // A program that knew the answer at once may give it whole.
  if (!(reply.headers.get("Content-Type") ?? "").startsWith("text/event-stream")) return await reply.json() as T;
  const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const parts = (rest + value).split(/\r?\n\r?\n/);
      rest = parts.pop()!;
      for (const part of parts) {
        const { event, data } = event_of(part);
        if (!data) continue;
        if (event === "progress") step(JSON.parse(data));
        else if (event === "problem") throw new Trouble(JSON.parse(data).problem ?? JSON.parse(data), 400);
        else if (event === wanted) return JSON.parse(data) as T;
      }
    }
  } catch (fault) {
    if (fault instanceof Trouble || asking.signal?.aborted) throw fault;
  } finally {
    reader.cancel().catch(() => {});
  }
  throw new Trouble({ what: "The program stopped before it had the answer.", hint: "Ask again." }, 0);
}

function event_of(part: string): { event: string; data: string } {
  let event = "message";
  const data: string[] = [];
  for (const line of part.split(/\r?\n/)) {
    if (line.startsWith("event:")) event = line.slice(6).trim();
    if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /, ""));
  }
  return { event, data: data.join("\n") };
}
