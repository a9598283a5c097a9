// `@` proposes people the brand knows, `#` the hashtags it keeps: arrows choose, Enter writes.
import { headers } from "./send.ts";
import { insertAt } from "./insert.ts";
import { quiet } from "./later.ts";
import { say } from "./say.ts";

interface Person {
  network: string;
  handle: string;
  name: string;
}

/** The word being typed after a sign, if the cursor stands at the end of one. */
export function typed(text: string, at: number): { sign: "@" | "#"; word: string; from: number } | undefined {
  const found = /(^|[\s(«"'’])([@#])([\p{L}\p{N}_.-]{0,40})$/u.exec(text.slice(0, at));
  const [, , sign, word = ""] = found ?? [];
  return sign === "@" || sign === "#" ? { sign, word, from: at - word.length - 1 } : undefined;
}

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

export function hashtagsOf(form: ParentNode): string[] {
  const groups = [...form.querySelectorAll<HTMLElement>("[data-insert-kind=hashtags]")];
  return [...new Set(groups.flatMap((one) => (one.dataset["insert"] ?? "").split(/\s+/)))].filter(Boolean);
}

export function suggest(form: HTMLFormElement): void {
  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", say("suggestions"));
  list.hidden = true;
  let field: HTMLTextAreaElement | undefined;
  let chosen = 0;
  let turn = 0;

  const close = () => {
    list.hidden = true;
    list.replaceChildren();
    field?.removeAttribute("aria-activedescendant");
    field?.removeAttribute("aria-controls");
  };
  const mark = (to: number) => {
    const lines = [...list.children];
    chosen = (to + lines.length) % lines.length;
    lines.forEach((line, at) => line.setAttribute("aria-selected", String(at === chosen)));
    lines[chosen]?.scrollIntoView({ block: "nearest" });
    field?.setAttribute("aria-activedescendant", lines[chosen]?.id ?? "");
  };
  const write = (words: string) => {
    const now = field && typed(field.value, field.selectionStart);
    if (field && now) insertAt(field, `${words} `, now.from);
    close();
  };
  const open = (lines: { words: string; name: string; about: string }[]) => {
    if (!field || lines.length === 0) return close();
    list.replaceChildren(
      ...lines.map(({ words, name, about }, at) => {
        const line = document.createElement("li");
        line.id = `suggestion-${at}`;
        line.setAttribute("role", "option");
        const [strong, rest] = [document.createElement("span"), document.createElement("span")];
        strong.className = "strong";
        strong.textContent = name;
        rest.className = "small muted";
        rest.textContent = about;
        line.append(strong, rest);
        line.addEventListener("pointerdown", (event) => (event.preventDefault(), write(words)));
        return line;
      }),
    );
    field.after(list);
    list.hidden = false;
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-autocomplete", "list");
    mark(0);
  };

  const ask = quiet(120, async () => {
    const now = field && typed(field.value, field.selectionStart);
    if (!field || !now) return close();
    const mine = (turn += 1);
    if (now.sign === "#") {
      const found = hashtagsOf(form).filter((tag) => now.word && fold(tag).startsWith(fold(`#${now.word}`)) && fold(tag) !== fold(`#${now.word}`));
      return open(found.slice(0, 8).map((words) => ({ words, name: words, about: "" })));
    }
    if (!now.word) return close();
    const network = field.dataset["forNetwork"] ?? "";
    const url = `${form.dataset["posts"]}/mentions?${new URLSearchParams({ q: now.word, network })}`;
    try {
      const answer = await fetch(url, { credentials: "same-origin", headers: headers() });
      const people = answer.ok ? ((await answer.json()) as Person[]) : [];
      if (mine !== turn) return;
      open(people.map((one) => ({ words: `@${one.handle}`, name: one.name, about: `@${one.handle} · ${one.network}` })));
    } catch {
      close();
    }
  });

  form.addEventListener("input", (event) => {
    if (!(event.target instanceof HTMLTextAreaElement) || event.target.name.startsWith("alt-")) return;
    field = event.target;
    ask();
  });
  form.addEventListener("keydown", (event) => {
    if (list.hidden || event.target !== field || event.isComposing) return;
    if (event.key === "ArrowDown") mark(chosen + 1);
    else if (event.key === "ArrowUp") mark(chosen - 1);
    else if (event.key === "Escape") close();
    else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") {
      list.children[chosen]?.dispatchEvent(new Event("pointerdown"));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  form.addEventListener("focusout", (event) => event.target === field && close());
}
