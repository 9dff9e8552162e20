// One polite live region for the whole page: what a sighted person sees change, a screen reader is told.
let region: HTMLElement | null = null;

export function announce(words: string): void {
  if (!region) return;
  // The same words twice are only read twice if the region was empty between.
  region.textContent = "";
  setTimeout(() => { if (region) region.textContent = words; }, 60);
}

export const Announcer = () => <p class="unseen" role="status" aria-live="polite" ref={(made) => { region = made; }} />;
