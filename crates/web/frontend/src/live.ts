// Counters and previews that follow the typing, counted by the server.
import { accepted, send } from "./send.ts";
import { fields } from "./fields.ts";
import { quiet } from "./later.ts";
import { swapFragments } from "./swap.ts";

export function live(form: HTMLFormElement): void {
  let pending: AbortController | undefined;
  const ask = quiet(200, async () => {
    pending?.abort();
    const mine = (pending = new AbortController());
    try {
      const answer = await send(form.dataset["live"] ?? "", fields(form), { signal: mine.signal });
      if (accepted(answer)) swapFragments(await answer.text());
    } catch {
      // Superseded by newer typing, or offline: the next keystroke asks again.
    }
  });
  form.addEventListener("input", () => ask());
  form.addEventListener("change", () => ask());
}
