// What went wrong, where, and what to do: in the program's own words.
import type { Trouble } from "../api/call";
import { sentence } from "./sentence";

export function TroubleNote({ trouble, again }: { trouble: Trouble | undefined; again?: () => void }) {
  if (!trouble) return null;
  if (trouble.stranger)
    return (
      <div class="trouble" role="alert">
        <p><b>This tab is not known to the program.</b></p>
        <p>Open the address that <code>rheobase serve</code> printed, with its token. The token is new at each start.</p>
      </div>
    );
  const { what, where, hint } = trouble.problem;
  return (
    <div class="trouble" role="alert">
      <p><b>{sentence(what)}</b>{where ? <span class="soft"> ({where})</span> : null}</p>
      {hint ? <p>{sentence(hint)}</p> : null}
      {again ? <button type="button" onClick={again}>Try again</button> : null}
    </div>
  );
}
