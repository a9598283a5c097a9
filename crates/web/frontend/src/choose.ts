// Choosing several posts: Shift for a stretch, a box for all, how many are chosen. And printing.

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('input[name="post"][form="changes"]')];

export function choosing(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-changes]");
  if (!form) return;
  const said = form.querySelector<HTMLElement>(".changes-count");
  const lead = said?.textContent ?? "";
  let last: HTMLInputElement | null = null;
  const tell = () => {
    const chosen = boxes().filter((box) => box.checked).length;
    form.classList.toggle("is-chosen", chosen > 0);
    form.querySelectorAll<HTMLButtonElement>("button").forEach((one) => (one.disabled = chosen === 0));
    if (said) said.textContent = chosen === 0 ? lead : chosen === 1 ? (said.dataset["countOne"] ?? "") : `${chosen} ${said.dataset["countMore"] ?? ""}`;
  };
  document.addEventListener("click", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.type !== "checkbox") return;
    if (box.matches("[data-choose-all]")) {
      boxes().forEach((one) => (one.checked = box.checked));
    } else if (box.getAttribute("form") === "changes") {
      const all = boxes();
      if (event.shiftKey && last) {
        const ends = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
        all.slice(ends[0], (ends[1] ?? 0) + 1).forEach((one) => (one.checked = box.checked));
      }
      last = box;
    }
    tell();
  });
  document.addEventListener("keydown", (event) => {
    const box = document.activeElement;
    if (!(box instanceof HTMLInputElement) || box.getAttribute("form") !== "changes") return;
    const all = boxes();
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    if (event.key === "Escape") all.forEach((one) => (one.checked = false));
    else if (step) {
      event.preventDefault();
      event.stopPropagation();
      const next = all[all.indexOf(box) + step];
      if (next && event.shiftKey) next.checked = box.checked;
      next?.focus();
    } else return;
    tell();
  });
  document.addEventListener("parvis:swapped", tell);
  tell();
}

/** `data-print`: shown where one can print. */
export function printing(): void {
  document.querySelectorAll<HTMLElement>("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      button.closest("details")?.removeAttribute("open");
      print();
    });
  });
}
