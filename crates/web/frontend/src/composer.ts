// The composer: versions that follow the common text, lists put in order without a reload, texts
// put in where one writes, who else is there.
import { emoji } from "./emoji.ts";
import { insertAt } from "./insert.ts";
import { lists } from "./lists.ts";
import { presence } from "./presence.ts";
import { send } from "./send.ts";
import { fields } from "./fields.ts";
import { sortable } from "./sortable.ts";
import { suggest } from "./suggest.ts";

const changed = (form: HTMLFormElement) => form.dispatchEvent(new Event("input", { bubbles: true }));

export function composer(form: HTMLFormElement): void {
  for (const common of form.querySelectorAll<HTMLTextAreaElement>("[data-common]")) follow(form, common);
  lists(form, () => changed(form));
  sortable(form, () => changed(form));
  suggest(form);
  emoji(form, () => writing(form));
  presence(form);
  leaving(form);
  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button) return;
    if (button.dataset["insert"] !== undefined) put(form, button);
    else if (button.matches("[data-split]")) return void split(form, event);
    else if (!arrange(button)) return;
    event.preventDefault();
    changed(form);
  });
}

/** Versions of a text that follow the common one until they have words of their own. */
function follow(form: HTMLFormElement, common: HTMLTextAreaElement): void {
  const variants = [...form.querySelectorAll<HTMLTextAreaElement>(`[data-variant="${common.dataset["common"]}"]`)];
  const show = (variant: HTMLTextAreaElement, own: boolean) => {
    variant.toggleAttribute("data-following", !own);
    if (common.dataset["common"] !== "text") return;
    const panel = variant.closest<HTMLElement>("[data-text-panel]");
    const tab = form.querySelector(`[data-tab="${panel?.dataset["textPanel"]}"]`);
    panel?.querySelector("[data-follows]")?.toggleAttribute("hidden", own);
    panel?.querySelector("[data-follow]")?.toggleAttribute("hidden", !own);
    tab?.querySelector("[data-own-badge]")?.toggleAttribute("hidden", !own);
  };
  form.addEventListener(
    "input",
    (event) => {
      if (event.target === common) {
        for (const one of variants) if (one.hasAttribute("data-following")) one.value = common.value;
      } else if (event.target instanceof HTMLTextAreaElement && variants.includes(event.target)) {
        show(event.target, event.target.value !== common.value);
      }
    },
    true,
  );
  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const variant = button?.name === "follow" ? variants.find((one) => one.name === `variant-${button.value}`) : undefined;
    if (!variant) return;
    event.preventDefault();
    variant.value = common.value;
    show(variant, false);
    variant.focus();
    changed(form);
  });
}

/** A channel that is no longer chosen leaves its tab. */
function leaving(form: HTMLFormElement): void {
  form.addEventListener("change", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.name !== "channel" || box.checked) return;
    const tab = form.querySelector<HTMLInputElement>(`#tab-${box.id.replace("channel-", "")}`);
    if (tab?.checked) form.querySelector<HTMLInputElement>("#tab-0")?.click();
  });
}

const seen = (one: HTMLElement) => one.getClientRects().length > 0;
let last: HTMLTextAreaElement | undefined;
document.addEventListener("focusin", (event) => {
  if (event.target instanceof HTMLTextAreaElement && event.target.closest("[data-composer]")) last = event.target;
});

/** The text that one was writing, or the first that is shown. */
function writing(form: HTMLFormElement): HTMLTextAreaElement | undefined {
  if (last && form.contains(last) && seen(last)) return last;
  return [...form.querySelectorAll<HTMLTextAreaElement>(".composer-text")].find(seen);
}

/** Puts a kept text in: hashtags and signatures at the end, a whole text where one was. */
function put(form: HTMLFormElement, button: HTMLButtonElement): void {
  const { insert = "", insertKind, insertTab } = button.dataset;
  const chosen = insertTab && form.querySelector<HTMLInputElement>(`#channel-${insertTab}`)?.checked;
  if (chosen) form.querySelector<HTMLInputElement>(`#tab-${insertTab}`)?.click();
  const text = chosen ? [...form.querySelectorAll<HTMLTextAreaElement>(".composer-text")].find(seen) : writing(form);
  if (!text) return;
  const end = insertKind !== "text" && text.value.trim() !== "";
  if (end) text.setSelectionRange(text.value.trimEnd().length, text.value.length);
  insertAt(text, end ? `\n\n${insert}` : insert);
  button.closest("details")?.removeAttribute("open");
}

/** Cuts the common text in a thread; without an answer the form is sent whole, which does it too. */
async function split(form: HTMLFormElement, event: Event): Promise<void> {
  const button = (event.target as Element).closest("button");
  const list = button?.closest<HTMLElement>("[data-list]");
  const text = form.querySelector<HTMLTextAreaElement>("#text");
  if (!button || !list || !text) return;
  event.preventDefault();
  try {
    const answer = await send(`${form.dataset["posts"]}/split`, fields(form));
    if (!answer.ok) throw new Error(String(answer.status));
    const cut = (await answer.json()) as { text: string; thread: string[] };
    text.value = cut.text;
    text.dispatchEvent(new Event("input", { bubbles: true }));
    list.dispatchEvent(new CustomEvent("parvis:fill", { detail: cut.thread }));
  } catch {
    form.requestSubmit(button);
  }
}

/** Removes or moves the picture whose button was pressed; says whether it was one of those. */
function arrange(button: HTMLButtonElement): boolean {
  const item = button.closest("li.media-item");
  const list = item?.parentElement;
  if (!item || !list) return false;
  if (button.name === "remove") {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    item.remove();
    (next?.querySelector<HTMLElement>("textarea") ?? document.querySelector<HTMLElement>("#file"))?.focus();
  } else if (button.name === "earlier") {
    if (item.previousElementSibling) list.insertBefore(item, item.previousElementSibling);
    button.focus();
  } else if (button.name === "later") {
    if (item.nextElementSibling) list.insertBefore(item.nextElementSibling, item);
    button.focus();
  } else return false;
  return true;
}
