const inspect = Symbol.for('nodejs.util.inspect.custom');

/** What must never reach a log, a page or a chat: printed in any way it shows `***`; only `reveal()` gives the value. */
export interface Secret {
  reveal(): string;
  toString(): string;
  toJSON(): string;
}

/** Wraps a secret. `shown` is what every print of it says instead. */
export function secret(value: string, shown = '***'): Secret {
  const show = () => shown;
  const wrapped = { reveal: () => value, toString: show, toJSON: show, [inspect]: show };
  return Object.freeze(wrapped);
}

/** Wraps an address that may carry a password: printed, it shows scheme, host and path but neither user nor password. */
export function secretAddress(value: string): Secret {
  if (!URL.canParse(value)) return secret(value);
  const url = new URL(value);
  const user = url.username || url.password ? '***@' : '';
  return secret(value, `${url.protocol}//${user}${url.host}${url.pathname}`);
}
