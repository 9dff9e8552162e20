// The people of the store, and whose turn it is on this page.
import { createContext, type ComponentChildren } from "preact";
import { useCallback, useContext, useEffect, useMemo, useState } from "preact/hooks";
import type { Trouble } from "./api/call";
import type { Someone } from "./api/shapes";
import { forget_notes, set_whose, whose } from "./api/whose";
import { announce } from "./parts/announce";
import { useFetched } from "./parts/use";

export interface People { all: Someone[]; now: Someone; turn_to: (id: number) => void; reload: () => void; afresh: () => void }

const Context = createContext<People | null>(null);
export const usePeople = (): People => useContext(Context)!;

export function PeopleProvider({ children, waiting }: { children: ComponentChildren;
  waiting: (trouble: Trouble | undefined, again: () => void) => ComponentChildren }) {
  const list = useFetched<{ people: Someone[] }>("people");
  const [chosen, choose] = useState(whose);
  const turn_to = useCallback((id: number) => { set_whose(id); choose(id); }, []);
  // Whoever was there is gone: with them what this tab noted of them.
  const afresh = useCallback(() => { forget_notes(); choose(null); list.again(); }, [list.again]);
  const all = list.value?.people;
  const now = all?.find((one) => one.id === chosen) ?? all?.[0];
  // Someone who was erased meanwhile is nobody's any more.
  if (now && whose() !== null && whose() !== now.id) set_whose(now.id);
  const several = (all?.length ?? 0) > 1;
  useEffect(() => { if (several && now) announce(`This page is about ${now.name}.`); }, [now?.id]);
  const people = useMemo(() => all && now ? { all, now, turn_to, reload: list.again, afresh } : null, [all, now, list.again]);
  if (!people) return <>{waiting(list.trouble, list.again)}</>;
  return <Context.Provider value={people}>{children}</Context.Provider>;
}
