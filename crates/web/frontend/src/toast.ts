// What just happened, at the bottom of the screen, with a way back.
import { parse } from "./swap.ts";
import { say } from "./say.ts";

function shelf(): Element {
  const there = document.querySelector(".toasts");
  if (there) return there;
  const made = document.createElement("div");
  made.className = "toasts";
  made.setAttribute("role", "status");
  document.body.append(made);
  return made;
}

/** Shows a sentence, with an action if there is one. */
export function toast(text: string, action?: { name: string; run: () => void }): void {
  const one = document.createElement("div");
  one.className = "toast";
  const words = document.createElement("span");
  words.textContent = text;
  one.append(words);
  if (action) one.append(button(action.name, () => (one.remove(), action.run())));
  shelf().replaceChildren(one);
  fade(one);
}

/** Shows the toasts of a page or fragment; says whether there was one. */
export function toastsOf(html: string): boolean {
  const found = [...parse(html).querySelectorAll(".toast")];
  if (found.length === 0) return false;
  shelf().replaceChildren(...found.map((one) => document.importNode(one, true)));
  shelf().querySelectorAll<HTMLElement>(".toast").forEach(fade);
  return true;
}

function button(name: string, run: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button button-small";
  made.textContent = name;
  made.addEventListener("click", run);
  return made;
}

/** A toast goes by itself, later when something can be done from it, never while it is used. */
function fade(one: HTMLElement): void {
  if (!one.querySelector("[data-dismiss]")) {
    const close = button("×", () => one.remove());
    close.classList.add("button-icon");
    close.setAttribute("aria-label", say("close"));
    one.append(close);
  }
  const actions = one.querySelectorAll("button, a").length > 1;
  const leave = () => (one.matches(":hover, :focus-within") ? setTimeout(leave, 4000) : one.remove());
  setTimeout(leave, actions ? 30_000 : 10_000);
}

export function toasts(): void {
  document.querySelectorAll<HTMLElement>(".toasts > .toast").forEach(fade);
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-dismiss]")) event.target.closest(".toast, .notice")?.remove();
  });
}
