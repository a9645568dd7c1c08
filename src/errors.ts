/**
 * Every failure the program can name, in four kinds:
 * refusal (a person asked for what cannot be; they read the sentence), retry-later (outside is busy),
 * damaged (input that cannot be read; names file, line and cure). Everything else is a bug.
 */
export type FailureKind = 'refusal' | 'retry-later' | 'damaged' | 'bug';

export const FAILURE_CODES = {
  'not-allowed': 'refusal',
  'no-such-ticket': 'refusal',
  'no-such-candidate': 'refusal',
  'candidate-state': 'refusal',
  'no-such-person': 'refusal',
  'no-such-group': 'refusal',
  'ticket-state': 'refusal',
  'not-understood': 'refusal',
  'wrong-usage': 'refusal',
  'bad-config': 'refusal',
  'newer-schema': 'refusal',
  'changed-migration': 'refusal',
  'account-busy': 'retry-later',
  'gateway-down': 'retry-later',
  'server-missing': 'retry-later',
  'file-missing': 'damaged',
  'file-unreadable': 'damaged',
  'not-utf8': 'damaged',
  'line-too-long': 'damaged',
  'bad-line': 'damaged',
  'bad-backup': 'damaged',
} as const satisfies Record<string, FailureKind>;

export type FailureCode = keyof typeof FAILURE_CODES;

/** A named failure; `message` is the one calm sentence a person reads. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly kind: FailureKind;
  constructor(
    readonly code: FailureCode,
    message: string,
    /** For retry-later: how long to wait. */
    readonly waitMs = 0,
  ) {
    super(message);
    this.kind = FAILURE_CODES[code];
  }
}

export const isFailure = (error: unknown, kind?: FailureKind): error is Failure =>
  error instanceof Failure && (kind === undefined || error.kind === kind);
