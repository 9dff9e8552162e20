// One card: headings, sentences, and who says so.
import { TroubleNote } from "../parts/trouble";
import { headed } from "../parts/sentence";
import { useFetched } from "../parts/use";

interface Source { citation?: string | null; where?: string | null }
interface Card { kind: string; code: string; name: string; see: string[]; facts: string;
  parts: { heading: string; statements: { text: string; sources: string[] }[] }[]; sources: Record<string, Source | string> }

export function CardView({ name }: { name: string }) {
  const card = useFetched<Card>(`learn/${encodeURIComponent(name)}`);
  const { value } = card;
  const keys = [...new Set((value?.parts ?? []).flatMap(({ statements }) => statements.flatMap(({ sources }) => sources)))];
  return (
    <>
      <div class="screen-head"><h1>{value ? headed(value.name) : "Learn"}</h1><a href="#/learn">All cards</a></div>
      <TroubleNote trouble={card.trouble} again={card.again} />
      {value ? (
        <article class="learn-card">
          {value.parts.map(({ heading, statements }) => (
            <section key={heading} aria-label={heading}><h2>{heading}</h2>
              {statements.map(({ text, sources }, n) => (
                <p key={n}>{text}{sources.map((key) => <sup key={key} class="refs">{keys.indexOf(key) + 1}</sup>)}</p>
              ))}</section>
          ))}
          {value.see.length ? <section aria-label="See also"><h2>See also</h2>
            <ul class="card-names">{value.see.map((code) => <li key={code}><a href={`#/learn/${encodeURIComponent(code)}`}>{headed(code.replace(/^[a-z]+\./, "").replaceAll("_", " "))}</a></li>)}</ul></section> : null}
          <section aria-label="Sources"><h2>Sources</h2>
            <ol class="sources">{keys.map((key) => {
              const source = value.sources[key];
              return <li key={key}>{typeof source === "string" ? source : source?.citation ?? key}
                {typeof source === "object" && source?.where ? <span class="soft"> {source.where}</span> : null}</li>;
            })}</ol>
            <p class="hint">Facts of {value.facts}.</p></section>
        </article>
      ) : card.trouble ? null : <p class="soft">…</p>}
    </>
  );
}
