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

/** The one id that follows a message to its effects; made at receipt, printed in every log line. */
export const newTrace = newId;
