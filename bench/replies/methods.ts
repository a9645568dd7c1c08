import { createLinker } from '../../src/understanding/replies/linker.ts';
import type { ReplyModel } from '../../src/understanding/replies/model.ts';
import type { ChatRow } from './chat-rows.ts';

/** The links of one room by some way of guessing them, by message id. */
export type Method = (rows: readonly ChatRow[]) => Map<string, string[]>;

/** The learned model, message by message as in use. */
export function linkRooms(model: ReplyModel, rows: readonly ChatRow[]): Map<string, string[]> {
  const linker = createLinker(model);
  return new Map(
    rows.map(row => {
      const links = linker.push({
        id: row.id,
        atMs: Date.parse(row.ts),
        sender: row.sender,
        text: row.text,
      });
      return [row.id, links.map(({ toId }) => toId)];
    }),
  );
}

/** Everything answers what was said just before. */
export const previousMessage: Method = rows =>
  new Map(rows.map((row, at) => [row.id, at === 0 ? [] : [rows[at - 1]?.id ?? '']]));

const CALLED = /^\s*@?([^\s:：,，]{1,30})[:：,，]/u;

/** `nick:` or `@名` answers the latest message of that person. */
function calledBefore(latestOf: ReadonlyMap<string, string>, row: ChatRow): string | undefined {
  const called = CALLED.exec(row.text)?.[1]?.toLowerCase();
  return called === undefined || called === row.sender.toLowerCase() ? undefined : latestOf.get(called);
}

/** Reads a room and asks for each message what it answers, given everybody's latest and the message before. */
function guess(
  rows: readonly ChatRow[],
  choose: (
    row: ChatRow,
    called: string | undefined,
    before: ChatRow | undefined,
    own: string | undefined,
  ) => string | undefined,
): Map<string, string[]> {
  const latestOf = new Map<string, string>();
  return new Map(
    rows.map((row, at) => {
      const own = latestOf.get(row.sender.toLowerCase());
      const to = choose(row, calledBefore(latestOf, row), rows[at - 1], own);
      latestOf.set(row.sender.toLowerCase(), row.id);
      return [row.id, to === undefined ? [] : [to]];
    }),
  );
}

/** A called person's latest message, else what was said just before. */
export const mentionElsePrevious: Method = rows => guess(rows, (_, called, before) => called ?? before?.id);

const GREETS = /^(hi|hello|hey|大家好|各位|请问)\b/iu;

/** The same, but who speaks again goes on from their own, and a greeting or a newcomer's question starts a thread. */
export const mentionElseOwnElsePrevious: Method = rows =>
  guess(rows, (row, called, before, own) => {
    if (called !== undefined) return called;
    if (own !== undefined && before?.sender === row.sender) return own;
    if (GREETS.test(row.text) || (own === undefined && /[?？]/u.test(row.text))) return undefined;
    return before?.id;
  });
