// Drafts save themselves, and nothing typed is ever lost: a copy stays on this
// device until the server has said yes, and is offered back on the next visit.
import { accepted, send } from "./send.ts";
import { fields, giveBack, keepable } from "./fields.ts";
import { patience, quiet } from "./later.ts";
import { say } from "./say.ts";
import { parse, swapFragments } from "./swap.ts";

interface Copy {
  fields: string;
  /** The form was sent whole: drop it unless we came back because nothing answered. */
  sent?: boolean;
}

const key = (url: string) => `parvis:draft:${url}`;

function read(url: string): Copy | undefined {
  try {
    return JSON.parse(localStorage.getItem(key(url)) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(url: string, copy: Copy | undefined): void {
  try {
    if (copy) localStorage.setItem(key(url), JSON.stringify(copy));
    else localStorage.removeItem(key(url));
  } catch {
    // A full or forbidden store: the page itself still holds the text.
  }
}

export function autosave(form: HTMLFormElement): void {
  let saved = keepable(form);
  let busy = false;
  let failures = 0;
  let sending = false;
  const url = () => form.dataset["autosave"] ?? "";

  const show = (state: "saving" | "saved" | "failed", said = say(state)) => {
    const place = form.querySelector<HTMLElement>("[data-save]") ?? document.querySelector<HTMLElement>("[data-save]");
    if (!place) return;
    place.dataset["save"] = state;
    place.textContent = said;
  };

  const save = async (last = false) => {
    const now = keepable(form);
    if (sending || busy || now === saved) return;
    busy = true;
    show("saving");
    try {
      const answer = await send(url(), fields(form), { method: form.dataset["autosaveMethod"] ?? "POST", keepalive: last });
      if (answer.status === 409 || answer.status === 422) return refused(await answer.text());
      if (!accepted(answer)) throw new Error(String(answer.status));
      swapFragments(await answer.text());
      saved = now;
      failures = 0;
      keep(url(), undefined);
      follow(answer);
      show("saved");
    } catch {
      failures += 1;
      keep(url(), { fields: now });
      show("failed");
      setTimeout(() => void save(), patience(failures));
    } finally {
      busy = false;
    }
    if (failures === 0 && keepable(form) !== saved) later();
  };

  /** What the server will not take as it is: said, kept here, and not sent again by itself. */
  const refused = (html: string) => {
    swapFragments(html);
    keep(url(), { fields: keepable(form) });
    saved = keepable(form);
    show("failed", parse(html).querySelector("[data-said]")?.textContent ?? undefined);
  };

  /** A draft that was just made tells where it now lives. */
  const follow = (answer: Response) => {
    const place = answer.status === 201 ? answer.headers.get("Location") : null;
    if (place) form.dataset["autosave"] = place;
    const page = answer.headers.get("X-Page");
    if (page) history.replaceState(history.state, "", page);
    const action = answer.headers.get("X-Form-Action");
    if (action) form.action = action;
  };

  const later = quiet(1000, () => void save());
  const copy = quiet(200, () => keep(url(), keepable(form) === saved ? undefined : { fields: keepable(form) }));

  form.addEventListener("input", () => (copy(), later()));
  form.addEventListener("change", () => later());
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    sending = true;
    later.cancel();
    copy.cancel();
    keep(url(), { fields: keepable(form), sent: true });
  });
  addEventListener("pageshow", (event) => event.persisted && (sending = false));
  addEventListener("online", () => void save());
  addEventListener("pagehide", () => {
    if (sending || keepable(form) === saved) return;
    keep(url(), { fields: keepable(form) });
    void save(true);
  });
  offer(form, url());
}

function offer(form: HTMLFormElement, url: string): void {
  const copy = read(url);
  if (!copy) return;
  const visit = performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined;
  if (copy.fields === keepable(form) || (copy.sent && visit?.type !== "back_forward")) return keep(url, undefined);
  const notice = document.createElement("div");
  notice.className = "notice";
  notice.setAttribute("role", "status");
  const body = document.createElement("div");
  body.className = "notice-body";
  const words = document.createElement("p");
  words.textContent = say("restore");
  const row = document.createElement("div");
  row.className = "row";
  const choice = (name: string, run: () => void) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button button-small";
    made.textContent = name;
    made.addEventListener("click", () => (run(), notice.remove()));
    row.append(made);
  };
  choice(say("restore-yes"), () => giveBack(form, copy.fields));
  choice(say("restore-no"), () => keep(url, undefined));
  body.append(words, row);
  notice.append(body);
  // Not `form.before`: a field of that name stands in its way.
  form.insertAdjacentElement("beforebegin", notice);
}
