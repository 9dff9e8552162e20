// One way to ask the program for something. Whatever goes wrong comes back as a Trouble with words for people.
import { token } from "./token";
import { for_whom } from "./whose";

export interface Problem { what: string; where?: string | null; hint?: string | null }

export class Trouble extends Error {
  constructor(readonly problem: Problem, readonly status: number) { super(problem.what); }
  /** Nobody answered: the program has ended or the machine slept. */
  get gone(): boolean { return this.status === 0; }
  get stranger(): boolean { return this.status === 401 || this.status === 403; }
}

const gone = () => new Trouble({ what: "The program does not answer.",
  hint: "It may have been stopped. Start it again with: rheobase serve. What you logged is kept." }, 0);

export async function problem_of(reply: Response): Promise<Trouble> {
  let problem: Problem = { what: `The program answered with ${reply.status}.`, hint: "Try again." };
  try {
    const said = await reply.json();
    if (typeof said?.problem?.what === "string") problem = said.problem;
  } catch { /* An answer that is no JSON has no more to say than its number. */ }
  return new Trouble(problem, reply.status);
}

export interface Asking { method?: string; body?: unknown; accept?: string; signal?: AbortSignal }

export async function reach(path: string, { method, body, accept, signal }: Asking = {}): Promise<Response> {
  const headers: Record<string, string> = { Accept: accept ?? "application/json" };
  const own = token();
  if (own) headers.Authorization = `Bearer ${own}`;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  let reply: Response;
  try {
    reply = await fetch(`/api/${for_whom(path)}`, { method: method ?? (body === undefined ? "GET" : "POST"), headers, signal,
      body: body === undefined ? undefined : JSON.stringify(body), cache: "no-store" });
  } catch (fault) {
    if (signal?.aborted) throw fault;
    throw gone();
  }
  if (!reply.ok) throw await problem_of(reply);
  return reply;
}

export async function call<T>(path: string, asking: Asking = {}): Promise<T> {
  const reply = await reach(path, asking);
  if (reply.status === 204) return undefined as T;
  const text = await reply.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export const trouble_of = (fault: unknown): Trouble =>
  fault instanceof Trouble ? fault : new Trouble({ what: String((fault as Error)?.message ?? fault) }, -1);
