// The values that the program speaks of, as app/server/openapi.json and the schemas beside it describe them.
export interface Range { low: number | null; mid: number | null; high: number | null }
export type Totals = Record<string, Range>;
export interface Someone { id: number; name: string }
export interface Named { code: string; name: string }
export interface Like { id: string; name: string; sure: number }
export interface UnderstoodFood { id: string; name: string; text: string; grams: Range; sure: number; runners_up: Like[] }
export interface Understood { meal: string; foods: UnderstoodFood[]; unread: string[]; unread_why: string[]; totals: Totals }
export interface EntryFood { id: string; name: string; text: string; grams: Range; sure: number; source: string }
export interface Entry { id: number; day: string; time: string; meal: string; text: string; foods: EntryFood[];
  unread: string[]; imported: boolean }
export interface GivenFood { id: string; grams?: Range | number | null; text?: string; sure?: number; source?: "words" | "chosen" }
export interface Day { day: string; entries: Entry[]; totals: Totals }
export interface Found { id: string; name: string; score: number; group: string }
export interface Food { id: string; name: string; portions: { amount: number; measure: string; grams: number }[] }

export interface Words {
  symptoms: (Named & { red_flag: boolean })[]; labs: (Named & { units: string[] })[]; conditions: Named[];
  investigations: Named[]; exposures: Named[]; events: Named[]; family: Named[]; diets: Named[]; allergens: Named[];
  nutrients: { key: string; name: string; unit: string }[]; body: (Named & { view: string })[];
  choices: Record<string, string[]>; bounds: Record<string, [number, number]>;
}

export interface Symptom { code: string; present?: boolean | null; sites?: string[] | null; site?: string | null;
  since_days?: number | null; [more: string]: unknown }
export interface Told { code: string; [more: string]: unknown }
export interface Medicine { name?: string | null; dose?: string | null; atc?: string | null; status?: string | null;
  since_days?: number | null; stopped_days_ago?: number | null; [more: string]: unknown }
export interface Supplement { name?: string | null; dose?: string | null; per_day?: number | null;
  each?: Record<string, number | null> | null; [more: string]: unknown }
export interface Lab { analyte?: string | null; value?: number | null; unit?: string | null; days_ago?: number | null;
  ref_low?: number | null; ref_high?: number | null; note?: string | null; [more: string]: unknown }
export interface Person { age_years?: number | null; sex?: string | null; pregnancy?: { weeks?: number | null } | boolean | null;
  [more: string]: unknown }
export interface Wishes { diet?: string | null; without?: string[] | null; dislikes?: string[] | null; keep?: string[] | null;
  cheap?: boolean | null; few_changes?: boolean | null; cooking?: string | null; note?: string | null }
export interface Case { person: Person; symptoms?: Symptom[] | null; medications?: Medicine[] | null;
  supplements?: Supplement[] | null; conditions?: (string | Told)[] | null; labs?: Lab[] | null;
  lifestyle?: Record<string, unknown> | null; wishes?: Wishes | null; words?: string | null;
  diet?: { type?: string | null; [more: string]: unknown } | null; [more: string]: unknown }

export type Urgency = "emergency" | "soon" | "routine" | "self_care";
export interface Said { code: string; text: string; source: string }
export interface Cause { code: string; name: string; band: string; share: Range; because: string[]; against: string[];
  text?: string; sources?: string[] }
export interface Limit { authority: string; value: number | null; scope: string }
export interface Intake { nutrient: string; low: number | null; mid: number | null; high: number | null; coverage: number | null;
  imputed: boolean; from_food: number | null; from_supplements: number | null; standing?: string; main_foods: string[];
  need: { stage: string; ear: number | null; rda: number | null; ai: number | null; cdrr: number | null; limits: Limit[] } | null }
export interface LabSeen { analyte: string; name?: string; written?: string; value: number | null; unit: string | null;
  low: number | null; high: number | null; flag: string | null; days_ago: number | null; used: boolean; why_not: string | null }
export interface Test { code: string; name: string; why: string; source: string; within_hours?: number | null }
export interface Stop { code: string; text: string }
export interface Answer {
  facts: string; urgency: Urgency; headline: string;
  act: { within_hours: number | null; where: string; call: { country: string | null; emergency: string | null } };
  urgency_because: { rule: string; text: string; source: string; leads: boolean }[]; conditional_on_absent: string[];
  causes: Cause[]; intake: Intake[]; labs: LabSeen[]; tests_for_safety: Test[]; tests: Test[];
  diary: { days: number | null; read: number | null; unread: { line: number; text: string; why: string }[]; notes?: string[] };
  plan: { status: string; because: string; stops: Stop[]; notes: string[];
    foods: { id: string; name: string; measure: string; grams: number; nutrient: string; adds: number; unit: string | null }[] };
  do: Said[]; do_not: Said[]; watch: (Said & { within_hours: number | null })[];
  blood: { analyte: string; unit: string; p5: number | null; p50: number | null; p95: number | null; detectable: boolean; reference_p50: number | null }[];
  blood_about: { why_not: string | null };
  nerve: { text: Said[] } | null; nerve_about?: { why_not: string | null };
  missing: string[]; not_considered: string[]; sources: { key: string; citation: string | null; where: string | null }[];
}
/** What cannot wait, by the rules of emergency alone. */
export interface Alarm { headline: string; text: string; call: string | null; because: string[] }
export interface Moved { what: string; name: string; kind: "urgency" | "cause" | "intake" | "blood"; unit: string;
  before: unknown; after: unknown }

export interface Change { kind: string; name: string; text: string }
export interface Menu {
  why_not?: string | null; for?: string; swaps?: { changes: Change[] } | null; changes?: Change[];
  days?: { day: number; meals: { name: string; foods: { name: string; new: boolean; amount: string }[] }[] }[];
  shopping?: { shelf: string; lines: { name: string; amount: string; new: boolean }[] }[];
  bounds?: { nutrient: string; unit: string; aim: number | null; counted_before: number | null; counted: number | null; text: string }[];
  worse?: string[]; out_of_reach?: { nutrient: string; missing_percent: number | null }[];
  conflict?: { wishes: string[]; costs: { nutrient: string; missing_percent: number | null }[] };
  beside?: Said[]; notes?: string[];
}
export interface Week { status: string; because: string; stops: Stop[]; menu: Menu | null }
