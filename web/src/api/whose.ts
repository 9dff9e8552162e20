// Whose diary and case this tab is about. One store may serve a household; the program takes its first person where
// nobody is named.
const key = "rheobase.whose";

export function whose(): number | null {
  const id = Number(sessionStorage.getItem(key) ?? "");
  return Number.isInteger(id) && id > 0 ? id : null;
}

export function set_whose(id: number): void {
  sessionStorage.setItem(key, String(id));
}

// What is asked the same for everybody.
const of_all = /^(people|words|understand|foods|interview|learn|restore|everything)\b/;

export function for_whom(path: string): string {
  const id = whose();
  if (id === null || of_all.test(path) || /[?&]person=/.test(path)) return path;
  return `${path}${path.includes("?") ? "&" : "?"}person=${id}`;
}

/** A note that lasts as long as the tab, one for each person. */
export const own_note = (name: string): string => `rheobase.${name}.${whose() ?? "first"}`;

/** All notes of all people in this tab, but not the token that opens it. */
export function forget_notes(): void {
  for (const name of Object.keys(sessionStorage))
    if (/^rheobase\.(asked|bought|whose)\b/.test(name)) sessionStorage.removeItem(name);
}
