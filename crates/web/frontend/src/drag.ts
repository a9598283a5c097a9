// Moving a post to another day or hour, or copying it there: by drag, or Space, arrows, Enter.
import { accepted, headers, send } from "./send.ts";
import { addDays, arrow, atHour, clock, inWords } from "./days.ts";
import { language, say } from "./say.ts";
import { parse, swap } from "./swap.ts";
import { toast, toastsOf } from "./toast.ts";

const chipOf = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>("[data-draggable]") : null);
const cellOf = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>("[data-drop-date]") : null);
const cells = (address: string) => [...document.querySelectorAll<HTMLElement>(address)];
const cellAt = (day: string, hour?: string) => document.querySelector<HTMLElement>(`[data-drop-date="${day}"]${hour === undefined ? "" : `[data-drop-hour="${hour}"]`}`);

let dragged: HTMLElement | null = null;
let lifted: { chip: HTMLElement; from: HTMLElement; to: HTMLElement } | null = null;

/** A draft has no day when it lies among the ideas. */
const isDraft = (chip: HTMLElement) => chip.dataset["draggable"] === "d";
const timeOf = (chip: Element) => chip.querySelector("time")?.getAttribute("datetime")?.slice(11, 16) ?? "";

/** Whether a chip may lie there: only drafts go back among the ideas. */
function takes(cell: HTMLElement | null, chip: HTMLElement, copy: boolean): cell is HTMLElement {
  return cell !== null && (cell.dataset["dropDate"] !== "" || (isDraft(chip) && !copy));
}

function mark(cell: HTMLElement | null): void {
  document.querySelectorAll(".drop-target").forEach((one) => one.classList.remove("drop-target"));
  cell?.classList.add("drop-target");
}

/** Puts the chip in a cell, at its place by time. */
function place(chip: HTMLElement, cell: HTMLElement): void {
  let list = cell.querySelector(".chips");
  if (!list) {
    list = document.createElement("ul");
    list.className = "chips";
    cell.append(list);
  }
  const time = (one: Element | null) => one?.querySelector("time")?.getAttribute("datetime")?.slice(11) ?? "";
  const line = chip.closest("li") ?? chip;
  const after = [...list.children].find((one) => one !== line && time(one).localeCompare(time(line)) > 0);
  list.insertBefore(line, after ?? null);
}

/** Shows the time that a chip has in its cell. */
function tellTime(chip: HTMLElement, day: string, time: string): void {
  let shown = chip.querySelector("time");
  if (!day || !time) return void shown?.remove();
  if (!shown) {
    shown = document.createElement("time");
    chip.insertBefore(shown, chip.querySelector(".chip-text"));
  }
  shown.setAttribute("datetime", `${day}T${time}`);
  shown.textContent = clock(time, language());
}

/** What a cell makes of a chip: its day, and its time there. */
function meant(chip: HTMLElement, cell: HTMLElement): { day: string; time: string } {
  const day = cell.dataset["dropDate"] ?? "";
  const hour = cell.dataset["dropHour"];
  return { day, time: hour === undefined ? timeOf(chip) : atHour(timeOf(chip), Number(hour)) };
}

async function move(chip: HTMLElement, to: HTMLElement, from: HTMLElement, undoing?: string): Promise<void> {
  if (to === from) return;
  const before = { day: from.dataset["dropDate"] ?? "", time: timeOf(chip) };
  const after = undoing === undefined ? meant(chip, to) : { day: to.dataset["dropDate"] ?? "", time: undoing };
  const back = () => {
    place(chip, from);
    tellTime(chip, before.day, before.time);
  };
  tellTime(chip, after.day, after.time);
  place(chip, to);
  const post = (chip.getAttribute("href") ?? "").replace(/\/edit$/, "");
  const verb = isDraft(chip) ? (after.day ? "wanted" : "wanted/end") : "schedule";
  const fields = new URLSearchParams(after.day ? { date: after.day, ...(after.time && { time: after.time }) } : {});
  try {
    const answer = await send(`${post}/${verb}`, fields);
    const html = await answer.text();
    if (!accepted(answer)) {
      back();
      if (!toastsOf(html)) toast(say("not-moved"));
      return;
    }
    if (after.day && !after.time) tellTime(chip, after.day, "09:00");
    const undo = undoing === undefined ? { name: say("undo"), run: () => void move(chip, from, to, before.time) } : undefined;
    if (!toastsOf(html)) toast(after.day ? `${say("moved")} ${inWords(after.day, language())}` : say("unplaced"), undo);
  } catch {
    back();
    toast(say("not-moved"));
  }
}

/** A copy lies there at once; then the page says what the server made of it. */
async function copy(chip: HTMLElement, to: HTMLElement): Promise<void> {
  const { day, time } = meant(chip, to);
  const line = chip.closest("li")?.cloneNode(true) as HTMLElement | undefined;
  const twin = line?.querySelector<HTMLElement>("[data-draggable]");
  if (!line || !twin) return;
  line.querySelector("input")?.remove();
  twin.classList.remove("dragging", "lifted");
  twin.dataset["state"] = "draft";
  delete twin.dataset["draggable"];
  to.append(line);
  tellTime(twin, day, time || "09:00");
  place(twin, to);
  const post = /\/posts\/([^/]+)/.exec(chip.getAttribute("href") ?? "")?.[1] ?? "";
  const target = document.querySelector<HTMLElement>("[data-copies]")?.dataset["copies"] ?? "";
  try {
    const answer = await send(target, new URLSearchParams({ post, date: day, ...(time && { time }) }));
    const html = await answer.text();
    if (!accepted(answer)) {
      line.remove();
      if (!toastsOf(html)) toast(say("not-moved"));
      return;
    }
    toastsOf(html);
    await again();
  } catch {
    line.remove();
    toast(say("not-moved"));
  }
}

/** Reads the calendar again, without leaving it. */
async function again(): Promise<void> {
  const answer = await fetch(location.href, { credentials: "same-origin", headers: headers() });
  const [old, fresh] = [document.getElementById("calendar"), parse(await answer.text()).getElementById("calendar")];
  if (accepted(answer) && old && fresh) swap(old, fresh);
}

/** Where an arrow leads from a cell. */
function beside(cell: HTMLElement, key: string): HTMLElement | null {
  const [day, hour] = [cell.dataset["dropDate"] ?? "", cell.dataset["dropHour"]];
  if (!day) {
    const days = cells('[data-drop-date]:not([data-drop-date=""])');
    return days.find((one) => one.closest(".today-cell") && (one.dataset["dropHour"] ?? "9") === "9") ?? days[0] ?? null;
  }
  if (hour === undefined) return cellAt(addDays(day, arrow(key)));
  if (key === "ArrowLeft" || key === "ArrowRight") return cellAt(addDays(day, arrow(key)), hour);
  return cellAt(day, String(Number(hour) + (key === "ArrowDown" ? 1 : -1)));
}

function nameOf(cell: HTMLElement): string {
  const [day, hour] = [cell.dataset["dropDate"] ?? "", cell.dataset["dropHour"]];
  if (!day) return say("ideas");
  return inWords(day, language()) + (hour === undefined ? "" : `, ${clock(`${hour.padStart(2, "0")}:00`, language())}`);
}

function letGo(): void {
  lifted?.chip.classList.remove("lifted");
  lifted = null;
  mark(null);
}

function byKey(event: KeyboardEvent): void {
  if (!lifted) {
    const [chip, cell] = [chipOf(event.target), cellOf(event.target)];
    if (event.key !== " " || !chip || !cell) return;
    event.preventDefault();
    lifted = { chip, from: cell, to: cell };
    chip.classList.add("lifted");
    tell(say("lifted"));
    return;
  }
  const { chip, from, to } = lifted;
  if (arrow(event.key)) {
    event.preventDefault();
    const next = beside(to, event.key);
    if (!next) return;
    lifted.to = next;
    mark(next);
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
    tell(nameOf(next));
  } else if (event.key === "Backspace" || event.key === "Delete") {
    event.preventDefault();
    const ideas = cellAt("");
    if (!takes(ideas, chip, false)) return;
    lifted.to = ideas;
    mark(ideas);
    tell(nameOf(ideas));
  } else if (event.key === " " || event.key === "Enter") {
    event.preventDefault();
    letGo();
    const copying = event.altKey || event.ctrlKey;
    if (!takes(to, chip, copying)) return;
    const done = copying ? copy(chip, to) : move(chip, to, from);
    tell(`${say(copying ? "copied-to" : "moved")} ${nameOf(to)}`);
    void done.then(() => document.contains(chip) && chip.focus());
    chip.focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    if (event.key === "Escape") event.preventDefault();
    letGo();
    tell(say("given-up"));
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
    (document.querySelector("main") ?? document.body).append(voice);
  }
  voice.textContent = text;
}

export function drag(): void {
  const ready = () => document.querySelectorAll<HTMLElement>("[data-draggable]").forEach((chip) => (chip.draggable = true));
  ready();
  document.addEventListener("parvis:swapped", ready);
  document.addEventListener("keydown", byKey);
  // What is cut short can be read whole.
  document.addEventListener("mouseover", (event) => {
    const chip = event.target instanceof Element ? event.target.closest<HTMLElement>(".chip") : null;
    if (chip && !chip.title) chip.title = chip.querySelector(".chip-text")?.textContent ?? "";
  });
  const modified = (event: DragEvent) => event.altKey || event.ctrlKey;
  document.addEventListener("dragstart", (event) => {
    dragged = chipOf(event.target);
    if (!dragged) return;
    dragged.classList.add("dragging");
    event.dataTransfer?.setData("text/plain", dragged.getAttribute("href") ?? "");
    if (event.dataTransfer) event.dataTransfer.effectAllowed = "copyMove";
  });
  document.addEventListener("dragover", (event) => {
    const cell = dragged && cellOf(event.target);
    if (!dragged || !takes(cell, dragged, modified(event))) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = modified(event) ? "copy" : "move";
    mark(cell);
  });
  document.addEventListener("drop", (event) => {
    const [cell, from] = [dragged && cellOf(event.target), cellOf(dragged)];
    if (!dragged || !takes(cell, dragged, modified(event))) return;
    event.preventDefault();
    if (modified(event)) void copy(dragged, cell);
    else if (from) void move(dragged, cell, from);
  });
  document.addEventListener("dragend", () => {
    dragged?.classList.remove("dragging");
    dragged = null;
    mark(null);
  });
}
