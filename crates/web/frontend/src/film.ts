// A still picture of a film, drawn by the browser where it can play it: nothing on the server
// decodes films.
import { headers } from "./send.ts";
import { parse } from "./swap.ts";

/** The longest side of what is drawn. */
const MOST = 1280;

function heard(film: HTMLVideoElement, what: string): Promise<void> {
  return new Promise((resolve, reject) => {
    film.addEventListener(what, () => resolve(), { once: true });
    film.addEventListener("error", () => reject(new Error("this film can't be played here")), { once: true });
    setTimeout(() => reject(new Error("this film takes too long")), 20_000);
  });
}

/** The frame that a film shows now. */
function draw(film: HTMLVideoElement): Promise<Blob | null> {
  const scale = Math.min(1, MOST / Math.max(film.videoWidth, film.videoHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(film.videoWidth * scale);
  canvas.height = Math.round(film.videoHeight * scale);
  canvas.getContext("2d")?.drawImage(film, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.86));
}

/** Sends the frame shown; the film's tile as the server answers it. */
export async function sendFrame(film: HTMLVideoElement, to: string): Promise<string> {
  const frame = film.videoWidth > 0 ? await draw(film) : null;
  if (!frame) throw new Error("nothing to draw");
  const body = new FormData();
  if (Number.isFinite(film.duration)) body.append("duration", String(film.duration));
  body.append("file", frame, "frame.jpg");
  const answer = await fetch(to, { method: "POST", credentials: "same-origin", headers: headers(), body });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.text();
}

/** Draws a frame of a film a little after its beginning, and sends it. */
export async function frameOf(source: string, to: string): Promise<string> {
  const film = document.createElement("video");
  film.muted = true;
  film.playsInline = true;
  film.preload = "auto";
  film.src = source;
  await heard(film, "loadeddata");
  const seen = heard(film, "seeked");
  film.currentTime = Number.isFinite(film.duration) ? Math.min(1, film.duration / 4) : 0.1;
  await seen;
  return sendFrame(film, to);
}

/** Puts a new picture in the place of those that show this medium. */
export function renew(medium: string): void {
  for (const picture of document.querySelectorAll<HTMLImageElement>(`img[src*="/media/${CSS.escape(medium)}?"]`)) {
    const address = new URL(picture.src);
    address.searchParams.set("new", String(Date.now()));
    picture.src = address.href;
  }
}

/** For a line or tile of a film without a picture: draws one from the file at hand. */
export async function picturing(tile: HTMLElement, source: string): Promise<void> {
  const { frame, medium } = tile.dataset;
  if (!frame || !medium) return;
  try {
    const html = await frameOf(source, frame);
    const fresh = parse(html).querySelector<HTMLElement>("[data-medium]");
    const [mark, shown] = [fresh?.querySelector(".library-mark"), tile.querySelector(".library-mark")];
    if (mark && shown) shown.replaceWith(document.importNode(mark, true));
    delete tile.dataset["frame"];
    renew(medium);
  } catch {
    // It keeps its plain tile.
  }
}
