// An answer on its way to the program: chosen answers by their ids, a figure, a length of time in days, or words.
import type { Alarm } from "../api/shapes";

export interface Question {
  id: string; text: string; why?: string; kind?: string; unit?: string | null; red_flag: boolean; count?: number; about?: string;
  answers: { id: string; text: string }[]; bounds?: [number, number];
}
export interface Asked { question: string; answer: string }
export interface Reply { question?: Question; done?: boolean; why?: string; case?: unknown; alarm: Alarm | null }

export const skipped = "skip";
export const not_known = "unknown";
export const none_of_these = "none";
export const of_list = (ids: string[]): string => (ids.length ? ids.join(",") : none_of_these);

const ends: Record<string, string> = { nothing_changes: "Nothing that could still be asked would change the answer.",
  little_changes: "What is left to ask would tell little.", most_asked: "That is as much as anyone is asked." };

type Raw = { question?: (Omit<Question, "answers"> & { answers?: { id?: string; code?: string; text: string }[] }) | null;
  done?: boolean; finished?: string | null; red?: boolean; counted?: number; why?: string; case?: unknown; alarm: Alarm | null };

/** The program's reply: its interview names answers by `code`, and says of the whole what the page asks of a question. */
export function read_reply(raw: Raw): Reply {
  if (!raw.question) return { done: true, why: raw.why ?? ends[raw.finished ?? ""], case: raw.case, alarm: raw.alarm };
  const { question } = raw;
  return { case: raw.case, alarm: raw.alarm, question: { ...question, red_flag: question.red_flag ?? raw.red ?? false,
    count: question.count ?? (raw.counted === undefined ? undefined : raw.counted + 1),
    answers: (question.answers ?? []).map(({ id, code, text }) => ({ id: id ?? code ?? text, text })) } };
}
