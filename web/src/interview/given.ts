// An answer on its way to the program: chosen answers by their ids, a figure, a length of time in days, or words.
export interface Question {
  id: string; text: string; why?: string; kind?: string; unit?: string | null; red_flag: boolean; count?: number; about?: string;
  answers: { id: string; text: string }[]; bounds?: [number, number]; [more: string]: unknown;
}
export interface Asked { question: string; answer: string }
export interface Reply { question?: Question; done?: boolean; why?: string; case?: unknown; [more: string]: unknown }

export const skipped = "skip";
export const not_known = "unknown";
export const none_of_these = "none";
export const of_list = (ids: string[]): string => (ids.length ? ids.join(",") : none_of_these);
