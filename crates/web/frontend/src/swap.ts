// Putting what the server answered on the page without disturbing whoever is typing there.

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const lastSeen = new WeakMap<Element, string>();

export function parse(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

/** Replaces each element of the page whose id stands at the top of the answer. */
export function swapFragments(html: string): void {
  for (const fresh of [...parse(html).body.children]) {
    const old = fresh.id ? document.getElementById(fresh.id) : null;
    if (old) swap(old, fresh);
  }
}

/** Replaces `old` by `fresh` if it is not the same as last time; says whether it did. */
export function swap(old: Element, fresh: Element): boolean {
  const html = fresh.outerHTML;
  if ((lastSeen.get(old) ?? old.outerHTML) === html) return false;
  const focused = focusWithin(old);
  const opened = [...old.querySelectorAll("details")].map((one) => one.open);
  const scrolled = [old, ...old.querySelectorAll("[data-scroll]")].map((one) => one.scrollTop);
  const next = document.importNode(fresh, true);
  keepTyped(old, next);
  old.replaceWith(next);
  lastSeen.set(next, html);
  next.querySelectorAll("details").forEach((one, at) => (one.open = opened[at] ?? one.open));
  [next, ...next.querySelectorAll("[data-scroll]")].forEach((one, at) => (one.scrollTop = scrolled[at] ?? 0));
  focused?.(next);
  document.dispatchEvent(new CustomEvent("parvis:swapped", { detail: next }));
  return true;
}

/** Moves the fields that hold typed text into the new piece. */
function keepTyped(old: Element, next: Element): void {
  for (const field of old.querySelectorAll<Field>("input, textarea, select")) {
    if (!typed(field)) continue;
    const twin = [...next.querySelectorAll<Field>(field.tagName)].find(
      (one) => (field.id ? one.id === field.id : one.name === field.name && one.type === field.type && sameChoice(one, field)),
    );
    twin?.replaceWith(field);
  }
}

function sameChoice(one: Field, other: Field): boolean {
  return !["checkbox", "radio"].includes(other.type) || one.value === other.value;
}

function typed(field: Field): boolean {
  if (field === document.activeElement) return true;
  if (field instanceof HTMLSelectElement) return [...field.options].some((one) => one.selected !== one.defaultSelected);
  if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)) return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

/** Remembers what had the focus, to give it back in the new piece. */
function focusWithin(old: Element): ((next: Element) => void) | undefined {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !old.contains(active)) return undefined;
  const text = active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement ? active : undefined;
  const [start, end, way] = [text?.selectionStart, text?.selectionEnd, text?.selectionDirection];
  const address = active.id ? `#${CSS.escape(active.id)}` : active.getAttribute("href") ? `[href="${CSS.escape(active.getAttribute("href") ?? "")}"]` : "";
  return (next) => {
    const again = next.contains(active) ? active : address ? next.querySelector<HTMLElement>(address) : null;
    again?.focus({ preventScroll: true });
    if (again === text && text && start != null && end != null) text.setSelectionRange(start, end, way ?? undefined);
  };
}
