// Small comforts, each a few lines.
import { distance } from "./days.ts";
import { accepted, headers } from "./send.ts";
import { fields } from "./fields.ts";
import { language, say } from "./say.ts";
import { parse, swap } from "./swap.ts";
import { toast, toastsOf } from "./toast.ts";

/** `data-copy="#id"` copies what the element holds, any other `data-copy` its own text. */
export function copying(): void {
  document.addEventListener("click", async (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-copy]") : null;
    if (!button) return;
    const wanted = button.dataset["copy"] ?? "";
    const source = wanted.startsWith("#") ? document.getElementById(wanted.slice(1)) : null;
    const text = source instanceof HTMLTextAreaElement || source instanceof HTMLInputElement ? source.value : (source?.textContent ?? wanted);
    try {
      await navigator.clipboard.writeText(text);
      toast(say("copied"));
    } catch {
      if (source) getSelection()?.selectAllChildren(source);
    }
  });
}

/** `data-share`: the phone's share sheet, with the pictures of `data-share-files` if it takes them. */
export function sharing(): void {
  document.querySelectorAll<HTMLElement>("[data-share]").forEach((button) => {
    button.hidden = typeof navigator.share !== "function";
    // Fetched as soon as a finger comes near: browsers share only shortly after a touch.
    let fetched: Promise<File[]> | undefined;
    const fetching = () => (fetched ??= Promise.all((button.dataset["shareFiles"]?.split(" ") ?? []).map(download)));
    button.addEventListener("pointerenter", () => void fetching().catch(() => (fetched = undefined)));
    button.addEventListener("click", async () => {
      const { shareText, shareUrl } = button.dataset;
      const given: ShareData = { ...(shareText && { text: shareText }), ...(shareUrl && { url: shareUrl }) };
      try {
        const files = await fetching();
        await navigator.share(files.length > 0 && navigator.canShare?.({ files }) ? { ...given, files } : given);
      } catch {
        // Closed without sharing.
      }
    });
  });
}

async function download(url: string): Promise<File> {
  const blob = await (await fetch(url, { credentials: "same-origin" })).blob();
  // Applications look at the end of the name.
  const kind = blob.type.split("/").pop()?.replace("quicktime", "mov");
  return new File([blob], `${url.split("/").pop() ?? "image"}.${kind}`, { type: blob.type });
}

/** Tabs wider than the screen: the open one is in sight. */
export function tabs(): void {
  document.querySelectorAll<HTMLElement>(".tabs").forEach((tabs) => {
    const open = tabs.querySelector<HTMLElement>("[aria-current]");
    if (open) tabs.scrollLeft = open.offsetLeft - (tabs.clientWidth - open.clientWidth) / 2;
  });
}

/** Where one answers floats over the page: what was said last is above it, not under it. */
export function lastWords(): void {
  const [talk, below] = ["#conversation", ".inbox-composer"].map((one) => document.querySelector(one)?.getBoundingClientRect());
  if (talk && below && !location.hash && talk.bottom > below.top) scrollBy(0, talk.bottom - below.top);
}

export function menus(): void {
  const close = (except: Element | null) =>
    document.querySelectorAll<HTMLDetailsElement>("details.menu[open]").forEach((menu) => menu !== except && (menu.open = false));
  document.addEventListener("click", (event) => close(event.target instanceof Element ? event.target.closest("details.menu") : null));
  document.addEventListener("keydown", (event) => {
    const panel = event.target instanceof Element ? event.target.closest("details.menu .menu-panel") : null;
    if (panel && event.target instanceof HTMLElement && event.target.matches(".menu-item") && /^Arrow(Up|Down)$/.test(event.key)) {
      const items = [...panel.querySelectorAll<HTMLElement>(".menu-item")];
      items[(items.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length]?.focus();
      event.preventDefault();
    }
    if (event.key !== "Escape") return;
    const open = document.querySelector<HTMLDetailsElement>("details.menu[open]");
    close(null);
    open?.querySelector("summary")?.focus();
  });
  // What opens near an edge stays within the window.
  document.addEventListener("toggle", (event) => {
    const panel = event.target instanceof Element ? event.target.querySelector<HTMLElement>(":scope[open] > .menu-panel") : null;
    if (!panel) return;
    panel.style.translate = "";
    const { left, right } = panel.getBoundingClientRect();
    panel.style.translate = `${Math.max(8 - left, Math.min(0, document.documentElement.clientWidth - 8 - right))}px`;
  }, true);
}

export function dialogs(): void {
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const opener = event.target.closest<HTMLElement>("[data-open]");
    const dialog = opener ? document.querySelector(opener.dataset["open"] ?? "") : null;
    if (dialog instanceof HTMLDialogElement) {
      event.preventDefault();
      dialog.showModal();
    }
    if (event.target.closest("[data-close]") || event.target instanceof HTMLDialogElement) event.target.closest("dialog")?.close();
  });
}

/** `data-theme-switch`: the other of light and dark, on this device, until the account's own choice changes. */
export function theme(): void {
  const root = document.documentElement;
  const account = root.dataset["theme"] ?? "auto";
  const [over, kept] = (localStorage.getItem("parvis:theme") ?? "").split(" ");
  if (kept && over === account) root.dataset["theme"] = kept;
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-theme-switch]") : null;
    if (!button) return;
    const dark = root.dataset["theme"] ? root.dataset["theme"] === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset["theme"] = dark ? "light" : "dark";
    localStorage.setItem("parvis:theme", `${account} ${root.dataset["theme"]}`);
  });
}

export function relativeTimes(): void {
  const words = new Intl.RelativeTimeFormat(language(), { numeric: "auto" });
  const tell = () => {
    for (const one of document.querySelectorAll<HTMLTimeElement>("time[data-relative]")) {
      const at = Date.parse(one.dateTime);
      if (Number.isNaN(at)) continue;
      if (!one.title) one.title = one.textContent ?? "";
      const text = words.format(...distance((at - Date.now()) / 1000));
      if (one.textContent !== text) one.textContent = text;
    }
  };
  tell();
  setInterval(tell, 30_000);
  document.addEventListener("parvis:swapped", tell);
}

/** `data-guess-zone`: where the browser is, unless a choice was made. */
export function guessZone(field: HTMLSelectElement | HTMLInputElement): void {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || field.dataset["guessZone"] === "no") return;
  if (field instanceof HTMLInputElement) field.value ||= zone;
  else if ([...field.options].some((one) => one.value === zone)) field.value = zone;
}

/** Fields that send their form when chosen, and forms that send without leaving the page. */
export function forms(): void {
  document.addEventListener("change", (event) => {
    if (event.target instanceof HTMLElement && event.target.matches("[data-auto-submit]")) event.target.closest("form")?.requestSubmit();
  });
  document.addEventListener("input", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.matches("[data-brand-color]")) {
      document.documentElement.style.setProperty("--brand", event.target.value);
    }
  });
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    if (!form.matches("[data-undo]")) return once(form);
    event.preventDefault();
    const body = fields(form);
    const by = event.submitter;
    if (by instanceof HTMLButtonElement && by.name) body.append(by.name, by.value);
    try {
      const answer = await fetch(form.action, { method: "POST", credentials: "same-origin", headers: headers(), body });
      if (!accepted(answer)) throw new Error(String(answer.status));
      const html = await answer.text();
      const [main, fresh] = [document.querySelector("main"), parse(html).querySelector("main")];
      if (main && fresh) swap(main, fresh);
      toastsOf(html);
    } catch {
      form.removeAttribute("data-undo");
      form.requestSubmit(by as HTMLElement | null);
    }
  });
}

/** A second press of the same button sends nothing while the first is on its way. */
function once(form: HTMLFormElement): void {
  if (form.method === "dialog" || form.method === "get") return;
  setTimeout(() => {
    const buttons = form.querySelectorAll<HTMLButtonElement>("button:not([type=button])");
    buttons.forEach((one) => (one.disabled = true));
    const again = () => buttons.forEach((one) => (one.disabled = false));
    setTimeout(again, 8000);
    addEventListener("pageshow", again, { once: true });
  });
}
