/** How long the supervisor of a line waits for what. All in milliseconds, but `failures`. */
export interface Patience {
  /** Silence after which the line counts as dead; at half of it the far end is dinged. */
  silentMs: number;
  checkMs: number;
  /** How long a login may take after a start or a logout. */
  loginMs: number;
  /** How long a person may take to scan the code shown last. */
  scanMs: number;
  /** How long one restart may take. */
  attemptMs: number;
  backoffMs: number;
  backoffMostMs: number;
  /** Failed attempts in a row after which it is given up. */
  failures: number;
}

export const USUAL_PATIENCE: Patience = {
  silentMs: 90_000,
  checkMs: 5_000,
  loginMs: 60_000,
  scanMs: 300_000,
  attemptMs: 30_000,
  backoffMs: 1_000,
  backoffMostMs: 60_000,
  failures: 10,
};
