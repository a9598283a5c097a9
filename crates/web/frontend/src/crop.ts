// The frame of a crop: moved and sized by pointer or keyboard; the numbers beside it are what is
// sent, and can be typed.
type Part = { left: number; top: number; width: number; height: number };

const NAMES = ["left", "top", "width", "height"] as const;
const LEAST = 16;

/** The part that fits in the picture, of that shape if one is asked (0 is free). */
export function fitted(part: Part, whole: { width: number; height: number }, shape: number): Part {
  let width = Math.min(Math.max(part.width, LEAST), whole.width);
  let height = Math.min(Math.max(part.height, LEAST), whole.height);
  if (shape > 0) {
    height = width / shape;
    if (height > whole.height) [width, height] = [whole.height * shape, whole.height];
    if (width > whole.width) [width, height] = [whole.width, whole.width / shape];
  }
  [width, height] = [Math.round(width), Math.round(height)];
  const left = Math.round(Math.min(Math.max(part.left, 0), whole.width - width));
  const top = Math.round(Math.min(Math.max(part.top, 0), whole.height - height));
  return { left, top, width, height };
}

/** The part after a corner was pulled by so much; the opposite corner stays. */
export function pulled(part: Part, corner: string, dx: number, dy: number, whole: { width: number; height: number }, shape: number): Part {
  const [west, north] = [corner.includes("w"), corner.includes("n")];
  const right = part.left + part.width;
  const bottom = part.top + part.height;
  const most = { width: west ? right : whole.width - part.left, height: north ? bottom : whole.height - part.top };
  const wanted = { left: 0, top: 0, width: part.width + (west ? -dx : dx), height: part.height + (north ? -dy : dy) };
  // The way that was pulled furthest decides.
  if (shape > 0 && Math.abs(dy) * shape > Math.abs(dx)) wanted.width = wanted.height * shape;
  const { width, height } = fitted(wanted, most, shape);
  return { left: west ? right - width : part.left, top: north ? bottom - height : part.top, width, height };
}

export function cropper(form: HTMLFormElement): void {
  const stage = form.querySelector<HTMLElement>(".crop-stage");
  const frame = form.querySelector<HTMLElement>(".crop-frame");
  if (!stage || !frame) return;
  const whole = { width: Number(stage.dataset["width"]), height: Number(stage.dataset["height"]) };
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  const links = [...form.querySelectorAll<HTMLAnchorElement>("[data-ratio]")];
  let shape = Number(links.find((one) => one.hasAttribute("aria-current"))?.dataset["ratio"] ?? 0);

  const read = (): Part => Object.fromEntries(NAMES.map((name) => [name, Number(field(name).value) || 0])) as Part;
  const show = (part: Part) => {
    frame.style.left = `${(100 * part.left) / whole.width}%`;
    frame.style.top = `${(100 * part.top) / whole.height}%`;
    frame.style.width = `${(100 * part.width) / whole.width}%`;
    frame.style.height = `${(100 * part.height) / whole.height}%`;
  };
  const set = (part: Part) => {
    for (const name of NAMES) field(name).value = String(part[name]);
    show(part);
  };
  frame.hidden = false;
  set(fitted(read(), whole, shape));

  for (const name of NAMES) {
    field(name).addEventListener("input", () => show(fitted(read(), whole, 0)));
    field(name).addEventListener("change", () => {
      const part = read();
      if (name === "height" && shape > 0) part.width = part.height * shape;
      set(fitted(part, whole, shape));
    });
  }
  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      shape = Number(link.dataset["ratio"]);
      for (const one of links) one.removeAttribute("aria-current");
      link.setAttribute("aria-current", "true");
      field("ratio").value = link.dataset["name"] ?? "free";
      const before = read();
      const part = fitted(shape > 0 ? { ...before, width: whole.width } : before, whole, shape);
      // In the middle of where one was looking.
      const middle = { x: before.left + before.width / 2, y: before.top + before.height / 2 };
      set(fitted({ ...part, left: middle.x - part.width / 2, top: middle.y - part.height / 2 }, whole, shape));
    });
  }

  frame.addEventListener("pointerdown", (event) => {
    const corner = event.target instanceof HTMLElement ? event.target.dataset["corner"] : undefined;
    const [begun, x, y] = [read(), event.clientX, event.clientY];
    const scale = whole.width / stage.clientWidth;
    event.preventDefault();
    frame.focus();
    frame.setPointerCapture(event.pointerId);
    const move = (now: PointerEvent) => {
      const [dx, dy] = [(now.clientX - x) * scale, (now.clientY - y) * scale];
      if (corner) set(pulled(begun, corner, dx, dy, whole, shape));
      else set(fitted({ ...begun, left: begun.left + dx, top: begun.top + dy }, whole, shape));
    };
    frame.addEventListener("pointermove", move);
    const leave = () => frame.removeEventListener("pointermove", move);
    frame.addEventListener("pointerup", leave, { once: true });
    frame.addEventListener("pointercancel", leave, { once: true });
  });
  frame.addEventListener("keydown", (event) => {
    const ways: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const way = ways[event.key];
    if (!way) return;
    event.preventDefault();
    const step = event.altKey ? 1 : Math.max(1, Math.round(whole.width / 50));
    const [dx, dy] = [way[0] * step, way[1] * step];
    const part = read();
    set(event.shiftKey ? pulled(part, "se", dx, dy, whole, shape) : fitted({ ...part, left: part.left + dx, top: part.top + dy }, whole, shape));
  });
}
