import { v7 } from 'uuid';

let made = 0;

/**
 * A UUIDv7 as text: sorts by the time it was made, so it can be a key and an order at once. Those of one process and
 * one millisecond sort in the order of their making.
 */
export const newId = (now: Date): string => {
  made = (made + 1) % 0x7fffffff;
  return v7({ msecs: now.getTime(), seq: made });
};

/** When an id was made; null for one that was not made here. */
export function madeAt(id: string): Date | null {
  const found = /^([0-9a-f]{8})-([0-9a-f]{4})-7/u.exec(id);
  return found ? new Date(Number.parseInt(`${found[1]}${found[2]}`, 16)) : null;
}

/** The one id that follows a message to its effects; made at receipt, printed in every log line. */
export const newTrace = newId;

/** What stands in the place of the id of somebody who had their data deleted. */
export const newGoneId = (now: Date): string => `gone-${newId(now)}`;
