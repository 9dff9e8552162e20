// What every screen shares: the words that forms need, the person's case and how it is kept, and what the last answer
// said of urgency.
import { createContext, type ComponentChildren } from "preact";
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { call, trouble_of, type Trouble } from "./api/call";
import type { Alarm, Answer, Case, Words } from "./api/shapes";
import { announce } from "./parts/announce";
import { usePeople } from "./people";
import { useFetched } from "./parts/use";

export interface Home {
  words: Words; told: Case; unread: string[]; trouble: Trouble | undefined; keeping: boolean;
  change: (made: (before: Case) => Case) => void; settled: () => Promise<void>; reload: () => void;
  alarm: Alarm | null; set_alarm: (alarm: Alarm | null) => void;
  urgent: Answer | null; set_urgent: (answer: Answer | null) => void;
  calories: boolean; set_calories: (on: boolean) => void;
}

const Context = createContext<Home | null>(null);
export const useHome = (): Home => useContext(Context)!;

const calories_key = "rheobase.calories";
const rest_ms = 350;

export function HomeProvider({ children, waiting }: { children: ComponentChildren;
  waiting: (trouble: Trouble | undefined, again: () => void) => ComponentChildren }) {
  const words = useFetched<Words>("words");
  // The case of whoever was chosen when this began: what is kept late must not go to somebody else.
  const place = `case?person=${usePeople().now.id}`;
  const stored = useFetched<Case>(place);
  const alarmed = useFetched<{ alarm: Alarm | null }>(place.replace("case", "alarm"));
  const [told, tell] = useState<Case>();
  const [unread, misread] = useState<string[]>([]);
  const [trouble, fail] = useState<Trouble>();
  const [keeping, keep] = useState(false);
  const [alarm, set_alarm] = useState<Alarm | null>(null);
  const [urgent, set_urgent] = useState<Answer | null>(null);
  const [calories, count] = useState(() => localStorage.getItem(calories_key) === "yes");
  const latest = useRef<Case | undefined>(undefined);
  const clock = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const sending = useRef<Promise<void>>(Promise.resolve());

  useEffect(() => { if (stored.value) { latest.current = stored.value; tell(stored.value); } }, [stored.value]);

  useEffect(() => { if (alarmed.value) set_alarm(alarmed.value.alarm); }, [alarmed.value]);

  const send = useCallback(() => {
    clearTimeout(clock.current);
    clock.current = undefined;
    sending.current = sending.current.then(async () => {
      try {
        const kept = await call<{ unread: string[]; alarm: Alarm | null }>(place, { method: "PUT", body: latest.current });
        misread(kept.unread);
        set_alarm(kept.alarm);
        fail(undefined);
        announce("Kept.");
      } catch (fault) {
        fail(trouble_of(fault));
      }
      if (!clock.current) keep(false);
    });
    return sending.current;
  }, []);
  const change = useCallback((made: (before: Case) => Case) => {
    latest.current = made(latest.current!);
    tell(latest.current);
    set_urgent(null); // The last answer was about another case.
    keep(true);
    clearTimeout(clock.current);
    clock.current = setTimeout(send, rest_ms);
  }, [send]);
  useEffect(() => () => { if (clock.current) send(); }, []);
  const settled = useCallback(() => (clock.current ? send() : sending.current), [send]);
  const set_calories = useCallback((on: boolean) => {
    localStorage.setItem(calories_key, on ? "yes" : "no");
    count(on);
  }, []);

  const home = useMemo(() => words.value && told ? { words: words.value, told, unread, trouble, keeping, change, settled,
    reload: () => { stored.again(); alarmed.again(); }, alarm, set_alarm, urgent, set_urgent, calories, set_calories } : null,
    [words.value, told, unread, trouble, keeping, alarm, urgent, calories]);
  if (!home)
    return <>{waiting(words.trouble ?? stored.trouble, () => { words.again(); stored.again(); })}</>;
  return <Context.Provider value={home}>{children}</Context.Provider>;
}

/** Energy is shown only where it was asked for and nothing tells of an eating disorder. */
export function energy_shown(home: Home): boolean {
  const has = (list: readonly (string | { code: string; present?: unknown })[] | null | undefined, code: string) =>
    (list ?? []).some((one) => typeof one === "string" ? one === code : one.code === code && one.present !== false);
  return home.calories && !has(home.told.conditions, "eating_disorder") && !has(home.told.symptoms, "purging");
}

export const name_of = (list: readonly { code: string; name: string }[], code: string): string =>
  list.find((one) => one.code === code)?.name ?? code.replaceAll("_", " ");
export const nutrient_of = (words: Words, key: string) =>
  words.nutrients.find((one) => one.key === key) ?? { key, name: key.replaceAll("_", " "), unit: "" };
