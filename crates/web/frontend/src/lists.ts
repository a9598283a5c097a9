// Lists of fields that grow, shrink and change order: a thread's posts, a poll's answers.
// [data-list] holds [data-items], a template [data-item-template] and a button [data-add].

/** Gives each line the numbers of its place: ids end in it, and so do the values of its buttons. */
export function renumber(text: string, at: number): string {
  return text.replace(/\d+$/, String(at));
}

function settle(list: HTMLElement): void {
  const items = [...list.querySelectorAll<HTMLElement>("[data-item]")];
  items.forEach((item, at) => {
    for (const one of item.querySelectorAll<HTMLElement>("[id]")) one.id = renumber(one.id, at);
    for (const label of item.querySelectorAll("label")) {
      label.htmlFor = renumber(label.htmlFor, at);
      const first = list.dataset["list"] === "part" ? 2 : 1;
      label.textContent = (label.textContent ?? "").replace(/\d+/, String(at + first));
    }
    for (const button of item.querySelectorAll("button")) button.value = renumber(button.value, at);
  });
}

function add(list: HTMLElement, text = ""): HTMLElement | null {
  const template = list.querySelector<HTMLTemplateElement>("template[data-item-template]");
  const items = list.querySelector("[data-items]");
  const item = template?.content.firstElementChild?.cloneNode(true);
  if (!items || !(item instanceof HTMLElement)) return null;
  items.append(item);
  const field = item.querySelector<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
  if (field) field.value = text;
  settle(list);
  return field;
}

export function lists(form: HTMLFormElement, changed: () => void): void {
  for (const list of form.querySelectorAll<HTMLElement>("[data-list]")) {
    list.addEventListener("parvis:fill", (event) => {
      list.querySelectorAll("[data-item]").forEach((item) => item.remove());
      for (const text of (event as CustomEvent<string[]>).detail) add(list, text);
      changed();
    });
    list.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("[data-add], [data-move]") : null;
      if (!button) return;
      event.preventDefault();
      if (button.matches("[data-add]")) add(list)?.focus();
      else move(list, button);
      settle(list);
      changed();
    });
  }
}

function move(list: HTMLElement, button: HTMLButtonElement): void {
  const item = button.closest<HTMLElement>("[data-item]");
  if (!item) return;
  const [before, after] = [item.previousElementSibling, item.nextElementSibling];
  if (button.dataset["move"] === "remove") {
    item.remove();
    ((after ?? before)?.querySelector<HTMLElement>("input, textarea") ?? list.querySelector<HTMLElement>("[data-add]"))?.focus();
    return;
  }
  if (button.dataset["move"] === "earlier") before?.before(item);
  else after?.after(item);
  button.focus();
}
