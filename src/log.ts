/** What a door logs with: fields first, never a name, a text or a telephone number; `trace` whenever there is one. */
export interface Log {
  info(fields: Record<string, unknown>, says: string): void;
  warn(fields: Record<string, unknown>, says: string): void;
  error(fields: Record<string, unknown>, says: string): void;
}
