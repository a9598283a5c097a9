// Waiting.

/** Calls `action` once things have been quiet for `ms`. */
export function quiet<A extends unknown[]>(ms: number, action: (...given: A) => void): ((...given: A) => void) & { cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (...given: A) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...given), ms);
  };
  return Object.assign(wait, { cancel: () => clearTimeout(timer) });
}

/** How long to wait before the attempt after `failures`: 2 s, 4 s, 8 s… never above a minute. */
export function patience(failures: number): number {
  return Math.min(60_000, 1000 * 2 ** Math.min(failures, 6));
}
