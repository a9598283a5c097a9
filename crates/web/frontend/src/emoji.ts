// Emoji: read when they are asked for, found by their names in both languages.
import { insertAt } from "./insert.ts";
import { say } from "./say.ts";

/** An emoji and what it is called, folded. */
export type Named = [emoji: string, name: string, words: string];

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Those that every word of the search begins a word of. */
export function find(all: Named[], search: string): Named[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  return all.filter(([, , names]) => words.every((word) => ` ${names}`.includes(` ${word}`)));
}

let read: Promise<Named[]> | undefined;
const load = (language: string) =>
  (read ??= fetch(`/assets/emoji-${language === "fr" ? "fr" : "en"}.json`).then((answer) => answer.json() as Promise<Named[]>));

export function emoji(form: HTMLFormElement, writing: () => HTMLTextAreaElement | undefined): void {
  const button = form.querySelector<HTMLButtonElement>("[data-emoji]");
  if (!button) return;
  button.hidden = false;
  let dialog: HTMLDialogElement | undefined;
  button.addEventListener("click", async () => {
    const text = writing();
    dialog ??= make(await load(button.dataset["emoji"] ?? "fr"), (one) => text && insertAt(writing() ?? text, one));
    dialog.showModal();
  });
}

function make(all: Named[], write: (one: string) => void): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog emoji";
  dialog.setAttribute("aria-label", say("emoji"));
  const search = document.createElement("input");
  search.className = "input";
  search.type = "search";
  search.setAttribute("aria-label", say("emoji-search"));
  search.placeholder = say("emoji-search");
  const grid = document.createElement("div");
  grid.className = "emoji-grid";
  const show = () =>
    grid.replaceChildren(
      ...find(all, search.value)
        .slice(0, 160)
        .map(([one, name]) => {
          const key = document.createElement("button");
          key.type = "button";
          key.textContent = one;
          key.title = name;
          key.setAttribute("aria-label", name);
          return key;
        }),
    );
  search.addEventListener("input", show);
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    grid.querySelector("button")?.click();
  });
  grid.addEventListener("click", (event) => {
    const key = event.target instanceof Element ? event.target.closest("button") : null;
    if (!key) return;
    dialog.close();
    write(key.textContent ?? "");
  });
  grid.addEventListener("keydown", (event) => {
    const keys = [...grid.querySelectorAll("button")];
    const at = keys.indexOf(document.activeElement as HTMLButtonElement);
    const across = Math.max(1, keys.filter((key) => key.offsetTop === keys[0]?.offsetTop).length);
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across }[event.key];
    if (!step || at < 0) return;
    event.preventDefault();
    (at + step < 0 ? search : keys[Math.min(keys.length - 1, at + step)])?.focus();
  });
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button button-quiet";
  close.textContent = say("close");
  close.addEventListener("click", () => dialog.close());
  dialog.append(search, grid, close);
  document.body.append(dialog);
  show();
  return dialog;
}
