// Moving a post to another day: by drag, or Space, arrows, Space.
import { accepted, send } from "./send.ts";
import { addDays, arrow, inWords } from "./days.ts";
import { language, say } from "./say.ts";
import { toast, toastsOf } from "./toast.ts";

const chipOf = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>("[data-draggable]") : null);
const cellOf = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>("[data-drop-date]") : null);
const cellAt = (day: string) => document.querySelector<HTMLElement>(`[data-drop-date="${day}"]`);
const dayOf = (chip: Element) => cellOf(chip)?.dataset["dropDate"] ?? "";

let dragged: HTMLElement | null = null;
let lifted: { chip: HTMLElement; from: string; to: string } | null = null;

function mark(cell: HTMLElement | null): void {
  document.querySelectorAll(".drop-target").forEach((one) => one.classList.remove("drop-target"));
  cell?.classList.add("drop-target");
}

function place(chip: HTMLElement, day: string): void {
  const cell = cellAt(day);
  if (!cell) return;
  let list = cell.querySelector(".chips");
  if (!list) {
    list = document.createElement("ul");
    list.className = "chips";
    cell.append(list);
  }
  const time = (one: Element | null) => one?.querySelector("time")?.getAttribute("datetime") ?? one?.querySelector("time")?.textContent ?? "";
  const line = chip.closest("li") ?? chip;
  const after = [...list.children].find((one) => one !== line && time(one).localeCompare(time(line), undefined, { numeric: true }) > 0);
  list.insertBefore(line, after ?? null);
}

async function move(chip: HTMLElement, to: string, from: string, undoing = false): Promise<void> {
  if (!to || to === from) return;
  place(chip, to);
  try {
    const answer = await send(chip.dataset["draggable"] ?? "", new URLSearchParams({ date: to }));
    const html = await answer.text();
    if (!accepted(answer)) {
      place(chip, from);
      if (!toastsOf(html)) toast(say("not-moved"));
      return;
    }
    const undo = undoing ? undefined : { name: say("undo"), run: () => void move(chip, from, to, true) };
    if (!toastsOf(html)) toast(`${say("moved")} ${inWords(to, language())}`, undo);
  } catch {
    place(chip, from);
    toast(say("not-moved"));
  }
}

function byKey(event: KeyboardEvent): void {
  const chip = chipOf(event.target);
  if (!lifted) {
    if (event.key !== " " || !chip) return;
    event.preventDefault();
    lifted = { chip, from: dayOf(chip), to: dayOf(chip) };
    chip.classList.add("lifted");
    tell(say("lifted"));
    return;
  }
  const step = arrow(event.key);
  if (step) {
    event.preventDefault();
    const to = addDays(lifted.to, step);
    if (!cellAt(to)) return;
    lifted.to = to;
    mark(cellAt(to));
    tell(inWords(to, language()));
  } else if (event.key === " " || event.key === "Enter" || event.key === "Escape" || event.key === "Tab") {
    if (event.key !== "Tab") event.preventDefault();
    const { chip: held, from, to } = lifted;
    lifted = null;
    held.classList.remove("lifted");
    mark(null);
    if (event.key === " " || event.key === "Enter") void move(held, to, from).then(() => held.focus());
    if (event.key === " " || event.key === "Enter") held.focus();
  }
}

/** Says something to screen readers only. */
function tell(text: string): void {
  let voice = document.getElementById("voice");
  if (!voice) {
    voice = document.createElement("p");
    voice.id = "voice";
    voice.className = "visually-hidden";
    voice.setAttribute("aria-live", "assertive");
    document.body.append(voice);
  }
  voice.textContent = text;
}

export function drag(): void {
  const ready = () => document.querySelectorAll<HTMLElement>("[data-draggable]").forEach((chip) => (chip.draggable = true));
  ready();
  document.addEventListener("parvis:swapped", ready);
  document.addEventListener("keydown", byKey);
  document.addEventListener("dragstart", (event) => {
    dragged = chipOf(event.target);
    dragged?.classList.add("dragging");
    event.dataTransfer?.setData("text/plain", dragged?.getAttribute("href") ?? "");
  });
  document.addEventListener("dragover", (event) => {
    const cell = dragged && cellOf(event.target);
    if (!cell) return;
    event.preventDefault();
    mark(cell);
  });
  document.addEventListener("drop", (event) => {
    const cell = dragged && cellOf(event.target);
    if (!dragged || !cell) return;
    event.preventDefault();
    void move(dragged, cell.dataset["dropDate"] ?? "", dayOf(dragged));
  });
  document.addEventListener("dragend", () => {
    dragged?.classList.remove("dragging");
    dragged = null;
    mark(null);
  });
}
