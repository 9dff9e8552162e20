import type { Progress } from "../api/stream";

export function ProgressBar({ at }: { at: Progress | undefined }) {
  if (!at) return null;
  return (
    <div class="progress">
      <progress max={1} value={at.done} aria-label={at.what || "Working"} />
      <span class="soft">{at.what || "Working…"}</span>
    </div>
  );
}
