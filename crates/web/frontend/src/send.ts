// Requests to our own server.

function token(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
}

export function headers(): Record<string, string> {
  return { "X-CSRF-Token": token(), "X-Requested-With": "fetch" };
}

/** Sends fields as a form would. Rejects only when nothing answered. */
export function send(url: string, body: URLSearchParams, init: RequestInit = {}): Promise<Response> {
  return fetch(url, {
    method: "POST",
    credentials: "same-origin",
    ...init,
    headers: headers(),
    body,
  });
}

/** Whether an answer is a yes, and not the log-in page we were led to. */
export function accepted(answer: Response): boolean {
  return answer.ok && !(answer.redirected && /\/(session|login|sign-in)\b/.test(new URL(answer.url).pathname));
}
