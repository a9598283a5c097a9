// Turning notifications on for this device: only the browser knows how it is reached.
import { accepted, send } from "./send.ts";

type Said = "unsupported" | "denied" | "failed" | "on" | "off";

/** `data-push="PUBLIC KEY" data-push-known="HASH HASH"`: the card that turns this device on and off. */
export async function pushing(card: HTMLElement): Promise<void> {
  const [on, off] = ["on", "off"].map((what) => card.querySelector<HTMLElement>(`[data-push-${what}]`));
  const show = (said: Said) => {
    for (const one of card.querySelectorAll<HTMLElement>("[data-push-said]")) one.hidden = one.dataset["pushSaid"] !== said;
    if (on) on.hidden = said !== "off" && said !== "failed";
    if (off) off.hidden = said !== "on";
  };
  if (!isSecureContext || !("serviceWorker" in navigator) || !("PushManager" in window)) return show("unsupported");
  if (Notification.permission === "denied") return show("denied");
  try {
    await navigator.serviceWorker.register("/sw.js");
    const { pushManager } = await navigator.serviceWorker.ready;
    const before = await pushManager.getSubscription();
    // Turned off from another device, it is off here too.
    show(before && (card.dataset["pushKnown"] ?? "").split(" ").includes(await mark(before.endpoint)) ? "on" : "off");
    on?.addEventListener("click", async () => {
      if ((await Notification.requestPermission()) === "denied") return show("denied");
      try {
        const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: card.dataset["push"] ?? "" });
        const { endpoint, keys } = made.toJSON();
        await tell({ endpoint: endpoint ?? "", p256dh: keys?.["p256dh"] ?? "", auth: keys?.["auth"] ?? "" });
      } catch {
        show("failed");
      }
    });
    off?.addEventListener("click", async () => {
      const now = await pushManager.getSubscription();
      await now?.unsubscribe();
      await tell({ endpoint: now?.endpoint ?? "", off: "1" }).catch(() => show("off"));
    });
  } catch {
    show("failed");
  }
}

async function tell(fields: Record<string, string>): Promise<void> {
  const answer = await send("/account/devices", new URLSearchParams(fields));
  if (!accepted(answer)) throw new Error(String(answer.status));
  location.reload();
}

/** What the house knows an address by. */
async function mark(endpoint: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(new URL(endpoint).href));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
