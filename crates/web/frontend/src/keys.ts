// The keyboard: `?` shows it all.

const TYPED_IN = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]";
let going = 0;

const visible = (one: HTMLElement) => one.getClientRects().length > 0;
const first = (address: string) => [...document.querySelectorAll<HTMLElement>(address)].find(visible);

function act(one: HTMLElement): void {
  if (one.matches(TYPED_IN)) return one.focus();
  one.click();
  // What a menu or a tab shows is what one goes on with.
  const next = one.matches("summary") ? one.parentElement?.querySelector<HTMLElement>(".menu-panel :is(button, input:not([type=hidden]), select, a), .inbox-ways select") : undefined;
  (next ?? (one.dataset["focus"] ? document.querySelector<HTMLElement>(one.dataset["focus"]) : null))?.focus();
}

/** Moves in the list of conversations. */
function step(by: number): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-inbox] a")].filter(visible);
  if (rows.length === 0) return false;
  const focused = rows.indexOf(document.activeElement as HTMLElement);
  const here = focused >= 0 ? focused : rows.findIndex((row) => row.hasAttribute("aria-current"));
  rows[Math.min(rows.length - 1, Math.max(0, here < 0 ? 0 : here + by))]?.focus();
  return true;
}

function pressed(event: KeyboardEvent): void {
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const form = target.closest("form");
    const button = form?.querySelector<HTMLButtonElement>("[data-submit-key]");
    if (form) (event.preventDefault(), form.requestSubmit(button ?? undefined));
    return;
  }
  if (event.key === "Escape" && target.matches(TYPED_IN)) return target.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (target.matches(TYPED_IN) || document.querySelector("dialog[open]")) return;

  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const wentFrom = going;
  going = 0;
  let found: HTMLElement | undefined;
  if (event.timeStamp - wentFrom < 1500 && wentFrom > 0) {
    found = document.querySelector<HTMLElement>(`[data-go="${CSS.escape(name)}"]`) ?? undefined;
  } else if (name === "g") {
    going = event.timeStamp;
    return;
  } else if (name === "?") {
    document.querySelector<HTMLDialogElement>("dialog#shortcuts")?.showModal();
    return event.preventDefault();
  } else if (name === "j" || name === "k") {
    if (step(name === "j" ? 1 : -1)) event.preventDefault();
    return;
  } else if (name === "x") {
    document.activeElement?.closest("li")?.querySelector<HTMLElement>("input[type=checkbox]")?.click();
    return;
  } else {
    found = first(`[data-key="${CSS.escape(name)}"]`);
  }
  if (!found) return;
  event.preventDefault();
  act(found);
}

export function keys(): void {
  document.addEventListener("keydown", pressed);
}
