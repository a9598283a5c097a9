// The inbox: told at once of what comes, and of who else is there.
import { patience } from "./later.ts";
import { accepted, headers, send } from "./send.ts";
import { swapFragments } from "./swap.ts";

const EVERY = 10_000;

export function inbox(page: HTMLElement): void {
  void follow(page);
  const detail = page.querySelector<HTMLElement>("[data-presence]");
  if (!detail) return;
  reading(detail);
  presence(detail);
  drafts(detail);
}

/** What is being written stays in this tab until it has been taken, wherever one goes meanwhile. */
function drafts(detail: HTMLElement): void {
  const key = (field: Element) => `${detail.dataset["presence"]} ${field.id}`;
  const fields = (within: Element) => within.querySelectorAll<HTMLTextAreaElement>("#reply, #note");
  fields(detail).forEach((field) => {
    const kept = sessionStorage.getItem(key(field));
    if (!kept || field.value) return;
    // It was sent, and the page says so or shows it: a line that broke on the way does neither.
    const sent = sessionStorage.getItem(`${key(field)} sent`);
    if (sent && (document.querySelector(".toast") || document.querySelector("#conversation")?.textContent.includes(kept.trim()))) {
      sessionStorage.removeItem(key(field));
      return;
    }
    field.value = kept;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  detail.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    sessionStorage.setItem(key(target), target.value);
    sessionStorage.removeItem(`${key(target)} sent`);
  });
  detail.addEventListener("submit", ({ target }) => {
    if (target instanceof Element) fields(target).forEach((field) => sessionStorage.setItem(`${key(field)} sent`, "yes"));
  });
}

const wait = (time: number) => new Promise((done) => setTimeout(done, time));

/** Asks whether anything happened; the server answers once something did. */
async function follow(page: HTMLElement): Promise<void> {
  let seen = page.dataset["seen"] ?? "";
  let failures = 0;
  while (page.isConnected) {
    if (document.hidden) {
      await wait(500);
      continue;
    }
    try {
      const answer = await fetch(`${page.dataset["pulse"]}?seen=${encodeURIComponent(seen)}`, { credentials: "same-origin", headers: headers() });
      if (!accepted(answer)) throw new Error(String(answer.status));
      failures = 0;
      if (answer.status === 204) continue;
      seen = await answer.text();
      document.dispatchEvent(new Event("parvis:refresh"));
    } catch {
      failures += 1;
      await wait(1000 + patience(failures));
    }
  }
}

/** What is on screen has been opened. */
function reading(detail: HTMLElement): void {
  const url = detail.dataset["reading"];
  if (!url || document.hidden) return;
  void send(url, new URLSearchParams()).then(
    () => document.querySelector("[data-inbox] a[aria-current]")?.classList.remove("unread"),
    () => undefined,
  );
}

function presence(detail: HTMLElement): void {
  const url = detail.dataset["presence"] ?? "";
  const text = () => detail.querySelector<HTMLTextAreaElement>("[data-writes] textarea");
  let said = false;
  const tell = async () => {
    if (document.hidden) return;
    const writing = Boolean(text()?.value.trim());
    said = writing;
    try {
      const answer = await send(url, new URLSearchParams(writing ? { writing: "yes" } : {}));
      if (accepted(answer)) swapFragments(await answer.text());
    } catch {
      // Offline: said again at the next turn.
    }
  };
  void tell();
  setInterval(() => void tell(), EVERY);
  detail.addEventListener("input", () => {
    if (!said && text()?.value.trim()) void tell();
  });
  addEventListener("pagehide", () => {
    void fetch(`${url}/end`, { method: "POST", keepalive: true, credentials: "same-origin", headers: headers() }).catch(() => undefined);
  });
}
