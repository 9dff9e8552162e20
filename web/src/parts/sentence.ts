/** The first letter large and a full stop at the end, as the reports write the same words. */
export function sentence(words: string): string {
  const start = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(start) ? start : `${start}.`;
}

export const headed = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A food's name without what the table does not know of it ("NS as to form", "NFS"). */
export const plain_name = (name: string): string =>
  name.split(", ").filter((part) => !part.startsWith("NS as to") && part !== "NFS").join(", ");
