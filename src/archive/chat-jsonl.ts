import { z } from 'zod';
import type { ExportItem } from './export-item.ts';
import { Moment } from './moment.ts';

const Id = z.union([z.string().min(1), z.number()]).transform(String);

const Line = z.object({
  room: z.string().min(1),
  id: Id,
  ts: Moment,
  sender: z.string().min(1),
  text: z.string(),
  replyTo: z.union([z.array(Id), Id, z.null()]).default([]),
});

/** The first message answered; a message that names itself only begins a talk. */
const answeredBy = (id: string, replyTo: string | string[] | null): string | null =>
  [replyTo ?? []].flat().find(other => other !== id) ?? null;

/** One `{room,id,ts,sender,text,replyTo}` line; every room is a group. */
export const ChatJsonlLine = Line.transform(({ room, id, ts, sender, text, replyTo }): ExportItem[] => [
  {
    what: 'message',
    group: { id: room, name: room },
    id,
    sender: { id: sender, name: sender, nickname: null },
    at: ts,
    kind: 'text',
    text,
    replyTo: answeredBy(id, replyTo),
  },
]);

/** Does a first line look like this shape? */
export const looksLikeChatJsonl = (value: unknown): boolean =>
  z.object({ room: z.string(), ts: z.string(), sender: z.string() }).safeParse(value).success;
