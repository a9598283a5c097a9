// Stays awake in the browser to show what is pushed to it, and to open it. It keeps nothing and
// stands in the way of nothing: pages always come from the house.

interface Told {
  title: string;
  body: string;
  url: string;
  tag: string;
}
interface Awake extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Pushed extends Awake {
  data: { json(): Told } | null;
}
interface Touched extends Awake {
  notification: Notification;
}
interface Window1 {
  url: string;
  focus(): Promise<unknown>;
  navigate(url: string): Promise<unknown>;
}
interface Worker1 {
  registration: ServiceWorkerRegistration;
  clients: { matchAll(which: object): Promise<Window1[]>; openWindow(url: string): Promise<unknown> };
  skipWaiting(): Promise<void>;
  location: Location;
  addEventListener(type: "push", heard: (event: Pushed) => void): void;
  addEventListener(type: "notificationclick", heard: (event: Touched) => void): void;
  addEventListener(type: "install", heard: (event: Awake) => void): void;
}

const worker = self as unknown as Worker1;

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener("push", (event) => {
  const told = event.data?.json();
  if (!told) return;
  const { title, body, tag, url } = told;
  const shown = { body, tag, icon: "/assets/icon-192.png", badge: "/assets/icon-192.png", data: { url }, renotify: true };
  event.waitUntil(worker.registration.showNotification(title, shown));
});

worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const asked = new URL(event.notification.data?.url ?? "/", worker.location.origin);
  // Only pages of this house.
  const url = asked.origin === worker.location.origin ? asked.href : worker.location.origin;
  event.waitUntil(open(url));
});

async function open(url: string): Promise<unknown> {
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find((one) => one.url === url);
  return there ? there.focus() : worker.clients.openWindow(url);
}
export {};
