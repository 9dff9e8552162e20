// Two hooks: a value fetched from the program, and a wish that waits until typing pauses.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { call, trouble_of, type Trouble } from "../api/call";

export interface Fetched<T> { value: T | undefined; trouble: Trouble | undefined; again: () => void; put: (value: T) => void }

export function useFetched<T>(path: string | null): Fetched<T> {
  const [value, put] = useState<T>();
  const [trouble, fail] = useState<Trouble>();
  const [turn, turned] = useState(0);
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    fail(undefined);
    call<T>(path, { signal: stop.signal }).then((got) => put(() => got),
      (fault) => stop.signal.aborted || fail(trouble_of(fault)));
    return () => stop.abort();
  }, [path, turn]);
  const again = useCallback(() => turned((n) => n + 1), []);
  return { value, trouble, again, put: (next) => put(() => next) };
}

/** Runs `wish` once `value` has rested for `rest_ms`; an older run that is still going is told to stop. */
export function useRested<V>(value: V, rest_ms: number, wish: (value: V, signal: AbortSignal) => void): void {
  const latest = useRef(wish);
  latest.current = wish;
  useEffect(() => {
    const stop = new AbortController();
    const clock = setTimeout(() => latest.current(value, stop.signal), rest_ms);
    return () => { clearTimeout(clock); stop.abort(); };
  }, [value]);
}
