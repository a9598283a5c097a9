// Names of teammates after an @, in a comment: `data-mentions` holds one name a line.

/** The @ and what follows it before the caret, if the caret is in a mention. */
export function mentionBefore(text: string, caret: number): { start: number; typed: string } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{M}' ’-]{0,30})$/u.exec(text.slice(0, caret));
  if (!found) return null;
  const typed = found[1] ?? "";
  return { start: caret - typed.length - 1, typed };
}

/** The names that begin so, or have a word that does; accents and case do not matter. */
export function namesLike(names: string[], typed: string): string[] {
  const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const wanted = plain(typed);
  return names.filter((name) => {
    const known = plain(name);
    return known.startsWith(wanted) || known.split(/\s+/).some((word) => word.startsWith(wanted));
  });
}

export function mentions(field: HTMLTextAreaElement): void {
  const names = (field.dataset["mentions"] ?? "").split("\n").filter(Boolean);
  if (!names.length) return;
  const list = document.createElement("ul");
  list.className = "mention-list";
  list.id = `${field.id}-names`;
  list.setAttribute("role", "listbox");
  list.hidden = true;
  field.after(list);
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-autocomplete", "list");
  let shown: string[] = [];
  let at = 0;

  const close = () => {
    list.hidden = true;
    shown = [];
    field.removeAttribute("aria-activedescendant");
  };
  const mark = () => {
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === at)));
    field.setAttribute("aria-activedescendant", `${list.id}-${at}`);
  };
  const choose = (name: string | undefined) => {
    const mention = mentionBefore(field.value, field.selectionStart);
    if (!mention || !name) return close();
    field.setRangeText(`@${name} `, mention.start, field.selectionStart, "end");
    close();
    field.focus();
  };
  const look = () => {
    const mention = mentionBefore(field.value, field.selectionStart);
    shown = mention ? namesLike(names, mention.typed).slice(0, 6) : [];
    if (!shown.length) return close();
    at = 0;
    list.replaceChildren(
      ...shown.map((name, index) => {
        const item = document.createElement("li");
        item.id = `${list.id}-${index}`;
        item.setAttribute("role", "option");
        item.textContent = name;
        item.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          choose(name);
        });
        return item;
      }),
    );
    list.hidden = false;
    mark();
  };

  field.addEventListener("input", look);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at = (at + (event.key === "ArrowDown" ? 1 : shown.length - 1)) % shown.length;
      mark();
    } else if (event.key === "Enter" || event.key === "Tab") {
      choose(shown[at]);
    } else if (event.key === "Escape") {
      close();
    } else return;
    event.preventDefault();
  });
}
