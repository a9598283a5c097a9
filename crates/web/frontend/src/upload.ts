// Files: seen at once, sent with their progress; dropping works where choosing does.
import { picturing } from "./film.ts";
import { headers } from "./send.ts";
import { parse, swapFragments } from "./swap.ts";
import { say } from "./say.ts";
import { toast, toastsOf } from "./toast.ts";

function put(input: HTMLInputElement, file: File, show: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const body = new FormData();
    const folder = input.form?.querySelector<HTMLInputElement>('input[name="folder"]')?.value;
    if (folder) body.append("folder", folder);
    body.append(input.name || "file", file);
    const request = new XMLHttpRequest();
    request.open("POST", input.dataset["upload"] ?? "");
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", (event) => event.lengthComputable && show(event.loaded / event.total));
    request.addEventListener("load", () => (request.status < 400 ? resolve : reject)(request.responseText));
    request.addEventListener("error", () => reject(""));
    request.send(body);
  });
}

/** What is seen of a file while it is on its way: its picture, its name, how far it is. */
function waiting(input: HTMLInputElement, file: File, source: string): [HTMLElement, HTMLProgressElement] {
  const line = document.createElement("li");
  line.className = `${input.dataset["uploadLook"] ?? "media-item"} sending`;
  if (file.type.startsWith("image/")) {
    const picture = document.createElement("img");
    picture.alt = "";
    picture.src = source;
    line.append(picture);
  } else if (file.type.startsWith("video/")) {
    const film = document.createElement("video");
    film.muted = true;
    film.preload = "metadata";
    film.src = `${source}#t=0.5`;
    film.setAttribute("aria-hidden", "true");
    line.append(film);
  }
  const words = document.createElement("div");
  words.className = "stack stack-sm";
  const name = document.createElement("span");
  name.className = "small clip";
  name.textContent = file.name;
  const bar = document.createElement("progress");
  bar.className = "progress";
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  words.append(name, bar);
  line.append(words);
  return [line, bar];
}

async function sendOne(input: HTMLInputElement, file: File): Promise<void> {
  const named = input.dataset["uploadInto"];
  const into = (named && document.querySelector(named)) || input.closest("form")?.querySelector(".media-list");
  const source = URL.createObjectURL(file);
  const [line, bar] = waiting(input, file, source);
  if (named) into?.prepend(line);
  else into?.append(line);
  try {
    const html = await put(input, file, (share) => (bar.value = share));
    const items = [...parse(html).querySelectorAll<HTMLElement>("li[data-medium]")].map((one) => document.importNode(one, true));
    if (items.length > 0) {
      line.replaceWith(...items);
      document.querySelectorAll(".empty").forEach((one) => named && one.remove());
    } else (line.remove(), swapFragments(html));
    input.form?.dispatchEvent(new Event("input", { bubbles: true }));
    for (const one of items) await picturing(one, source);
  } catch (answer) {
    line.remove();
    if (typeof answer !== "string" || !toastsOf(answer)) toast(say("upload-failed"));
  } finally {
    URL.revokeObjectURL(source);
  }
}

export function uploads(): void {
  document.addEventListener("change", async (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.dataset["upload"]) return;
    const files = [...(input.files ?? [])];
    input.value = "";
    for (const file of files) await sendOne(input, file);
  });
  for (const kind of ["dragover", "dragleave", "drop"] as const) {
    document.addEventListener(kind, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      const at = event.target instanceof Element ? event.target : null;
      const zone = at?.closest(".drop-zone, .composer-sheet") ?? at?.closest(".library")?.querySelector(".drop-zone");
      const input = zone?.querySelector<HTMLInputElement>("input[type=file]");
      if (!zone || !input) return;
      event.preventDefault();
      zone.classList.toggle("over", kind === "dragover");
      if (kind !== "drop") return;
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
}
