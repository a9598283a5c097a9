// The media library: how many are chosen, pictures that move when asked, frames of films, and the
// dialog of the composer that chooses from it.
import { picturing, renew, sendFrame } from "./film.ts";
import { headers } from "./send.ts";
import { parse } from "./swap.ts";
import { say } from "./say.ts";
import { toast } from "./toast.ts";

/** Says how many tiles are ticked. */
function counting(form: HTMLFormElement): void {
  const said = form.querySelector<HTMLElement>("[data-chosen]");
  const look = () => {
    const count = form.querySelectorAll('[name="media"]:checked').length;
    if (said) said.textContent = (count === 1 ? said.dataset["one"] : said.dataset["many"]?.replace("#", String(count))) ?? "";
  };
  form.addEventListener("change", look);
  look();
}

/** A GIF moves while one wants it to, and stops when asked. */
function animating(link: HTMLAnchorElement): void {
  const picture = link.querySelector("img");
  const words = link.querySelector(".library-mark")?.lastChild;
  if (!picture || !words) return;
  const [still, start] = [picture.src, words.textContent ?? ""];
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const moves = picture.src !== still;
    picture.src = moves ? still : link.href;
    words.textContent = moves ? start : (link.dataset["animate"] ?? "");
  });
}

function takingFrames(button: HTMLButtonElement): void {
  const film = document.querySelector<HTMLVideoElement>(button.dataset["takeFrame"] ?? "");
  if (!film) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await sendFrame(film, button.dataset["to"] ?? "");
      location.reload();
    } catch {
      toast(say("upload-failed"));
      button.disabled = false;
    }
  });
}

/** The dialog that chooses media for the post being written. */
function picking(button: HTMLButtonElement): void {
  const address = button.dataset["picker"] ?? "";
  let dialog: HTMLDialogElement | undefined;
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    dialog ??= await build(button, address);
    if (dialog) dialog.showModal();
    else button.form?.requestSubmit(button);
  });
}

async function fetched(address: string): Promise<string> {
  const answer = await fetch(address, { credentials: "same-origin", headers: headers() });
  return answer.ok ? answer.text() : "";
}

async function build(button: HTMLButtonElement, address: string): Promise<HTMLDialogElement | undefined> {
  // The page without script is the dialog's shape: its title, its search, its choices.
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) return undefined;
  const page = parse(await answer.text());
  const [title, search, choices] = [page.querySelector("h1"), page.querySelector<HTMLFormElement>("[data-picker-search]"), page.querySelector("#picker-choices")];
  if (!title || !search || !choices) return undefined;
  const dialog = document.createElement("dialog");
  dialog.className = "dialog picker";
  dialog.setAttribute("aria-labelledby", "picker-title");
  const head = document.createElement("h2");
  head.id = "picker-title";
  head.textContent = title.textContent;
  const list = document.createElement("div");
  list.className = "picker-choices";
  list.tabIndex = 0;
  list.setAttribute("role", "group");
  list.setAttribute("aria-labelledby", "picker-title");
  list.append(document.importNode(choices, true));
  const field = document.importNode(search, true);
  const foot = document.createElement("div");
  foot.className = "row";
  const add = action(button.dataset["add"] ?? title.textContent ?? "", "button button-primary");
  const close = action(say("close"), "button");
  foot.append(add, close);
  dialog.append(head, field, list, foot);
  document.body.append(dialog);

  let turn = 0;
  const find = async () => {
    const mine = ++turn;
    const kept = [...list.querySelectorAll<HTMLInputElement>(":checked")].map((one) => one.closest("li"));
    const asked = new URLSearchParams([...new FormData(field)].map(([name, value]) => [name, String(value)]));
    const html = await fetched(`${address}?${asked}`);
    const fresh = parse(html).querySelector("#picker-choices");
    if (mine !== turn || !fresh) return;
    const next = document.importNode(fresh, true);
    for (const one of kept) {
      const value = one?.querySelector("input")?.value;
      next.querySelector(`input[value="${value}"]`)?.closest("li")?.remove();
      if (one) next.prepend(one);
    }
    list.replaceChildren(next);
  };
  let later = 0;
  field.addEventListener("input", () => {
    clearTimeout(later);
    later = window.setTimeout(find, 200);
  });
  field.addEventListener("submit", (event) => (event.preventDefault(), find()));
  close.addEventListener("click", () => dialog.close());
  add.addEventListener("click", async () => {
    const chosen = [...list.querySelectorAll<HTMLInputElement>(":checked")];
    dialog.close();
    const into = button.form?.querySelector(".media-list");
    const known = (id: string) => into?.querySelector(`[name="media"][value="${id}"]`);
    const asked = new URLSearchParams(chosen.filter((one) => !known(one.value)).map((one) => ["media", one.value]));
    for (const one of chosen) one.checked = false;
    if ([...asked].length === 0) return;
    const html = await fetched(`${button.dataset["chosenFrom"]}?${asked}`);
    const items = [...parse(html).querySelectorAll("li[data-medium]")].map((one) => document.importNode(one, true));
    into?.append(...items);
    if (items.length === 0) toast(say("upload-failed"));
    button.form?.dispatchEvent(new Event("input", { bubbles: true }));
    items[0]?.querySelector("textarea")?.focus();
  });
  return dialog;
}

function action(name: string, look: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = look;
  made.textContent = name;
  return made;
}

export function library(): void {
  document.querySelectorAll<HTMLFormElement>("form[data-selection]").forEach(counting);
  document.querySelectorAll<HTMLAnchorElement>("a[data-animate]").forEach(animating);
  document.querySelectorAll<HTMLButtonElement>("[data-take-frame]").forEach(takingFrames);
  document.querySelectorAll<HTMLButtonElement>("[data-picker]").forEach(picking);
  // A film that came by a form without script, or by a program, gets its picture when it is seen.
  document.querySelectorAll<HTMLElement>("figure[data-frame][data-source]").forEach((one) => {
    const medium = one.dataset["source"]?.split("/").pop() ?? "";
    one.dataset["medium"] = medium;
    void picturing(one, one.dataset["source"] ?? "").then(() => renew(medium));
  });
  // A picture cropped from the composer takes its place in the post.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-for-post]") : null;
    const post = link?.closest("form")?.getAttribute("action")?.match(/\/posts\/([0-9a-f-]{36})$/)?.[1];
    if (!link || !post) return;
    const address = new URL(link.href);
    address.searchParams.set("post", post);
    link.href = address.href;
  });
}
