// Pieces of a page that keep themselves current.
import { accepted, headers } from "./send.ts";
import { patience } from "./later.ts";
import { parse, swap } from "./swap.ts";

export function refresh(first: HTMLElement): void {
  const { id } = first;
  const every = Math.max(2, Number(first.dataset["every"]) || 10) * 1000;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  if (!id) return;

  const turn = async () => {
    clearTimeout(timer);
    const here = document.getElementById(id);
    if (!here?.dataset["refresh"]) return;
    if (!document.hidden) {
      try {
        const answer = await fetch(here.dataset["refresh"], { credentials: "same-origin", headers: headers() });
        if (!accepted(answer)) throw new Error(String(answer.status));
        const fresh = answer.status === 204 ? null : parse(await answer.text()).getElementById(id);
        if (fresh && document.contains(here)) swap(here, fresh);
        failures = 0;
      } catch {
        failures += 1;
      }
    }
    timer = setTimeout(() => void turn(), every + (failures ? patience(failures) : 0));
  };
  timer = setTimeout(() => void turn(), every);
  document.addEventListener("parvis:refresh", () => void turn());
  document.addEventListener("visibilitychange", () => !document.hidden && void turn());
}
