// Posts of the queue dragged from one opening to another; their buttons do the same by keyboard.

const queuedOf = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>("[data-queued]") : null);
const openingOf = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>("[data-opening]") : null);

export function queue(): void {
  const form = document.querySelector<HTMLFormElement>("#queue-move");
  if (!form) return;
  let dragged: HTMLElement | null = null;
  const mark = (opening: HTMLElement | null) => {
    document.querySelectorAll(".opening.drop-target").forEach((one) => one.classList.remove("drop-target"));
    opening?.classList.add("drop-target");
  };
  document.querySelectorAll<HTMLElement>("[data-queued]").forEach((one) => (one.draggable = true));
  document.addEventListener("dragstart", (event) => {
    dragged = queuedOf(event.target);
    dragged?.classList.add("dragging");
    if (dragged) event.dataTransfer?.setData("text/plain", dragged.textContent ?? "");
  });
  document.addEventListener("dragover", (event) => {
    const opening = dragged && openingOf(event.target);
    if (!opening) return;
    event.preventDefault();
    mark(opening);
  });
  document.addEventListener("drop", (event) => {
    const opening = dragged && openingOf(event.target);
    if (!dragged || !opening) return;
    event.preventDefault();
    if (opening === openingOf(dragged)) return;
    const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
    field("post").value = dragged.dataset["queued"] ?? "";
    field("to").value = opening.dataset["opening"] ?? "";
    form.submit();
  });
  document.addEventListener("dragend", () => {
    dragged?.classList.remove("dragging");
    dragged = null;
    mark(null);
  });
}
