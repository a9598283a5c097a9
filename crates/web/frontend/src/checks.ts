// The checks beside a text: links that are looked at meanwhile, mentions put in with one press.
import { fields } from "./fields.ts";
import { accepted, send } from "./send.ts";
import { swapFragments } from "./swap.ts";

/** How many times the page asks again about links, a little longer each time. */
const ATTEMPTS = 6;

export function checks(form: HTMLFormElement): void {
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const again = () => {
    clearTimeout(timer);
    const address = document.getElementById("checks")?.dataset["again"];
    if (!address || attempts >= ATTEMPTS) return;
    timer = setTimeout(async () => {
      attempts += 1;
      try {
        const answer = await send(address, fields(form));
        if (accepted(answer)) swapFragments(await answer.text());
      } catch {
        // Offline: the next keystroke asks.
      }
      again();
    }, 1200 * (attempts + 1));
  };
  // What only a script can do is shown by it.
  const show = () => form.querySelectorAll<HTMLElement>("[data-insert-text]").forEach((one) => (one.hidden = false));

  form.addEventListener("input", () => {
    attempts = 0;
  });
  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-insert-text]") : null;
    if (!button) return;
    insert(form, button.dataset["insertText"] ?? "");
  });
  // The panel that says that links are being looked at comes a moment after the typing.
  document.addEventListener("parvis:swapped", () => {
    show();
    again();
  });
  show();
  again();
}

/** Puts a mention before the common text, and before the versions that have their own. */
function insert(form: HTMLFormElement, mention: string): void {
  const texts = form.querySelectorAll<HTMLTextAreaElement>("textarea#text, textarea[name^='variant-']:not([data-following])");
  for (const text of texts) {
    if (!text.value.includes(mention)) text.value = text.value ? `${mention}\n\n${text.value}` : mention;
  }
  form.querySelector<HTMLTextAreaElement>("#text")?.dispatchEvent(new Event("input", { bubbles: true }));
}
