import { v7 } from 'uuid';

/** A UUIDv7 as text: sorts by the time it was made, so it can be a key and an order at once. */
export const newId = (now: Date): string => v7({ msecs: now.getTime() });

/** The one id that follows a message to its effects; made at receipt, printed in every log line. */
export const newTrace = newId;
