// Files: seen at once, sent with their progress; dropping works where choosing does.
import { headers } from "./send.ts";
import { parse, swapFragments } from "./swap.ts";
import { say } from "./say.ts";
import { toast, toastsOf } from "./toast.ts";

function put(input: HTMLInputElement, file: File, show: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const body = new FormData();
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

async function sendOne(input: HTMLInputElement, file: File): Promise<void> {
  const named = input.dataset["uploadInto"];
  const into = (named && document.querySelector(named)) || input.closest("form")?.querySelector(".media-list");
  const line = document.createElement("li");
  line.className = "media-item";
  const bar = document.createElement("progress");
  bar.className = "progress";
  bar.max = 1;
  bar.setAttribute("aria-label", file.name);
  if (file.type.startsWith("image/")) {
    const picture = document.createElement("img");
    picture.alt = "";
    picture.src = URL.createObjectURL(file);
    picture.addEventListener("load", () => URL.revokeObjectURL(picture.src), { once: true });
    line.append(picture);
  }
  line.append(bar);
  into?.append(line);
  try {
    const html = await put(input, file, (share) => (bar.value = share));
    const items = [...parse(html).querySelectorAll(".media-item")];
    if (items.length > 0 && !parse(html).querySelector("[id].media-list")) line.replaceWith(...items.map((one) => document.importNode(one, true)));
    else (line.remove(), swapFragments(html));
    input.form?.dispatchEvent(new Event("input", { bubbles: true }));
  } catch (answer) {
    line.remove();
    if (typeof answer !== "string" || !toastsOf(answer)) toast(say("upload-failed"));
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
      const zone = event.target instanceof Element ? event.target.closest(".drop-zone, .composer-sheet") : null;
      const input = zone?.querySelector<HTMLInputElement>("input[type=file]");
      if (!zone || !input || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      zone.classList.toggle("over", kind === "dragover");
      if (kind !== "drop") return;
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
}
