// Pictures put in order by hand; the buttons do the same from the keyboard.

/** Where a line goes when it is held over another: after it once past its middle. */
export function goesAfter(pointer: number, start: number, size: number): boolean {
  return pointer > start + size / 2;
}

export function sortable(form: HTMLFormElement, changed: () => void): void {
  let held: HTMLElement | null = null;
  const lineOf = (event: Event) =>
    event.target instanceof Element ? event.target.closest<HTMLElement>("[data-sortable] > li") : null;
  const ready = () =>
    form.querySelectorAll<HTMLElement>("[data-sortable] > li > :is(img, video, .media-thumb)").forEach((one) => (one.draggable = true));
  ready();
  new MutationObserver(ready).observe(form, { childList: true, subtree: true });

  form.addEventListener("dragstart", (event) => {
    held = lineOf(event);
    if (!held || !event.dataTransfer) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    held.classList.add("dragging");
  });
  form.addEventListener("dragover", (event) => {
    const over = held && lineOf(event);
    if (!held || !over || over === held || over.parentElement !== held.parentElement) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    if (goesAfter(event.clientY, box.top, box.height)) over.after(held);
    else over.before(held);
  });
  form.addEventListener("drop", (event) => held && event.preventDefault());
  form.addEventListener("dragend", () => {
    if (!held) return;
    held.classList.remove("dragging");
    held = null;
    changed();
  });
}
