// The cards and the answers people ask for, each sentence with its sources.
import { useState } from "preact/hooks";
import { TroubleNote } from "../parts/trouble";
import { headed } from "../parts/sentence";
import { useFetched } from "../parts/use";
import { CardView } from "./card";

interface CardName { kind: string; code: string; name: string }
// Rules, hard stops and sources have cards too, but no names for people: they are reached from what refers to them.
const kinds: Record<string, string> = { question: "Questions", nutrient: "Nutrients", topic: "Topics", sign: "Signs", symptom: "Signs",
  cause: "Causes", medicine: "Medicines", drug: "Medicines", test: "Tests" };

export function LearnScreen({ matter }: { matter: string }) {
  return matter ? <CardView key={matter} name={matter} /> : <CardList />;
}

function CardList() {
  const list = useFetched<{ cards: CardName[] }>("learn");
  const [typed, type] = useState("");
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const cards = (list.value?.cards ?? []).filter(({ kind, name, code }) => kind in kinds && words.every((word) => `${name} ${code}`.toLowerCase().includes(word)));
  const titles = [...new Set(Object.values(kinds))];
  const groups = titles.map((title) => [title, cards.filter(({ kind }) => kinds[kind] === title)] as const)
    .filter(([, of_kind]) => of_kind.length);
  return (
    <>
      <div class="screen-head"><h1>Learn</h1></div>
      <TroubleNote trouble={list.trouble} again={list.again} />
      <div class="field wide"><label for="learn-find">Find a card</label>
        <input id="learn-find" type="search" value={typed} onInput={(event) => type(event.currentTarget.value)} /></div>
      {list.value ? <p class="unseen" role="status">{cards.length === 1 ? "1 card" : `${cards.length} cards`}</p> : null}
      {groups.map(([title, of_kind]) => (
        <section key={title} aria-label={title}>
          <details open={words.length > 0 || title === "Questions" || title === "Nutrients"}>
            <summary><h2>{title} <span class="soft">{of_kind.length}</span></h2></summary>
            <ul class={title === "Questions" ? "card-names wide" : "card-names"}>
              {of_kind.map(({ code, name }) => <li key={code}><a href={`#/learn/${encodeURIComponent(code)}`}>{headed(name)}</a></li>)}
            </ul>
          </details>
        </section>
      ))}
      {list.value && !cards.length ? <p class="empty">No card has these words.</p> : null}
    </>
  );
}
