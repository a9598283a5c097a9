// Two people on one draft see each other.
import { accepted, headers, send } from "./send.ts";
import { swapFragments } from "./swap.ts";

const EVERY = 10_000;

export function presence(form: HTMLFormElement): void {
  const id = () => form.querySelector<HTMLInputElement>("#post")?.value ?? "";
  const url = () => `${form.dataset["posts"]}/${id()}/presence`;
  const tell = async () => {
    if (!id() || document.hidden) return;
    try {
      const version = form.querySelector<HTMLInputElement>("#version")?.value ?? "";
      const answer = await send(url(), new URLSearchParams({ version }));
      if (accepted(answer)) swapFragments(await answer.text());
    } catch {
      // Offline: said again at the next turn.
    }
  };
  void tell();
  setInterval(() => void tell(), EVERY);
  addEventListener("pagehide", () => {
    if (id()) void fetch(`${url()}/end`, { method: "POST", keepalive: true, credentials: "same-origin", headers: headers() }).catch(() => undefined);
  });
}
