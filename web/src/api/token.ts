// The token that the program printed in its address. It leaves the address bar at once, so that it is in no bookmark
// and over no shoulder, and lives as long as the tab.
const key = "rheobase.token";

export function take_token(): void {
  const here = new URL(location.href);
  const given = here.searchParams.get("token");
  if (given === null) return;
  sessionStorage.setItem(key, given);
  here.searchParams.delete("token");
  history.replaceState(null, "", here.pathname + here.search + here.hash);
}

export const token = (): string | null => sessionStorage.getItem(key);
