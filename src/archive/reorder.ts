/** Puts what comes a little out of order back in order, and hands it on as soon as nothing earlier can follow. */
export interface Reorder<T> {
  push(item: T): void;
  /** Hands on what is still held. */
  flush(): void;
}

/** Holds at most `reach` items; with an infinite reach everything is sorted at the end. */
export function createReorder<T>(
  reach: number,
  before: (a: T, b: T) => number,
  release: (item: T) => void,
): Reorder<T> {
  const held: T[] = [];
  let head = 0;

  const place = (item: T) => {
    let at = held.length;
    while (at > head && before(held[at - 1] ?? item, item) > 0) at--;
    held.splice(at, 0, item);
  };

  const releaseFirst = () => {
    const first = held[head++];
    if (first !== undefined) release(first);
    if (head <= 1024) return;
    held.splice(0, head);
    head = 0;
  };

  return {
    push(item) {
      if (reach === Number.POSITIVE_INFINITY) held.push(item);
      else place(item);
      if (held.length - head > reach) releaseFirst();
    },
    flush() {
      if (reach === Number.POSITIVE_INFINITY) held.sort(before);
      while (head < held.length) releaseFirst();
      held.length = 0;
      head = 0;
    },
  };
}
