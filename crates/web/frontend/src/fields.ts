// What a form holds, as text: for saving, comparing and giving back.

const NEVER_KEPT = new Set(["csrf", "csrf_token", "_csrf", "version", "post"]);

/** Every text field of a form, without files. */
export function fields(form: HTMLFormElement): URLSearchParams {
  const kept = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") kept.append(name, value);
  }
  return kept;
}

/** What may be kept on this device: no token, no password. */
export function keepable(form: HTMLFormElement): string {
  const secret = new Set([...form.querySelectorAll<HTMLInputElement>("input[type=password]")].map((field) => field.name));
  return without(fields(form), (name) => NEVER_KEPT.has(name) || secret.has(name));
}

/** Fields encoded, without those of some names. */
export function without(all: URLSearchParams, refused: (name: string) => boolean): string {
  return new URLSearchParams([...all].filter(([name]) => !refused(name))).toString();
}

/** Puts kept fields back into a form. */
export function giveBack(form: HTMLFormElement, kept: string): void {
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(kept)) values.set(name, [...(values.get(name) ?? []), value]);
  // Lists get as many lines as were kept.
  for (const list of form.querySelectorAll<HTMLElement>("[data-list]")) {
    const field = list.querySelector<HTMLTemplateElement>("template")?.content.querySelector<HTMLInputElement>("[name]");
    const lines = field && values.get(field.name);
    if (lines) list.dispatchEvent(new CustomEvent("parvis:fill", { detail: lines }));
  }
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) {
      if (!NEVER_KEPT.has(field.name)) field.checked = values.get(field.name)?.includes(field.value) ?? false;
    } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) {
      if (field instanceof HTMLInputElement && ["file", "password", "hidden", "submit"].includes(field.type)) continue;
      const value = values.get(field.name)?.shift();
      if (value !== undefined) field.value = value;
    }
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}
