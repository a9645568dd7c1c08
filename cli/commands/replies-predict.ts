import { z } from 'zod';
import { createThread, type Thread } from '../../src/analysis/attribute.ts';
import { isNeed } from '../../src/analysis/said.ts';
import { factOf } from '../../src/analysis/substance.ts';
import type { Message, MessageFact } from '../../src/message.ts';
import { openLabeller } from '../content.ts';
import { readJsonLines } from '../read-json-lines.ts';
import { defineCommand } from './define.ts';
import { flag, words } from './words.ts';

const idSchema = z.union([z.string(), z.number()]).transform(String);
const lineSchema = z.object({
  id: idSchema,
  room: z.string().default(''),
  ts: z.iso.datetime({ offset: true, error: 'is no time with a zone' }).transform(ts => new Date(ts)),
  sender: z.string().min(1),
  text: z.string(),
  replyTo: z.union([z.array(idSchema), idSchema.transform(id => [id]), z.null()]).optional(),
});
type Line = z.output<typeof lineSchema>;

const LATIN_WORD = /[\p{L}\p{N}]+/gu;
/** Nobody's capacity is known: all are read as members. */
const NOBODY_KNOWN = new Map<string, never>();

/** A line as the stored message it would have been; a sender's name stands for the person. */
function messageOf(line: Line, fact: MessageFact, quotes: boolean): Message {
  const quoted = quotes ? line.replyTo?.find(id => id !== line.id) : undefined;
  return {
    id: line.id,
    placeId: line.room,
    isPrivate: false,
    senderId: line.sender,
    sentAt: line.ts,
    receivedAt: line.ts,
    kind: 'text',
    text: line.text,
    replyToId: quoted ?? null,
    mentions: [],
    mentionsBot: false,
    redeliveryOf: null,
    fact,
    trace: line.id,
  };
}

/** A room's thread, and the names its people are called by. */
interface Room {
  thread: Thread;
  namesOf: Map<string, string>;
}

function openRoom(groupId: string): Room {
  const namesOf = new Map<string, string>();
  return { thread: createThread({ groupId, roster: NOBODY_KNOWN, namesOf }), namesOf };
}

export const repliesPredict = defineCommand({
  name: 'replies predict',
  usage: 'replies predict <messages.jsonl> [--quotes]',
  summary: 'who answered whom, one JSON line a message; --quotes trusts the replyTo of the input',
  options: { quotes: { type: 'boolean' } },
  input: z.object({ quotes: flag, rest: words('messages.jsonl') }),
  async run(ctx, { quotes, rest: [file = ''] }) {
    const { labelOf, version } = await openLabeller();
    const rooms = new Map<string, Room>();
    for await (const line of readJsonLines(ctx.path(file), lineSchema)) {
      const room = rooms.get(line.room) ?? openRoom(line.room);
      rooms.set(line.room, room);
      const spoken = { text: line.text, kind: 'text', isCommandToBot: false } as const;
      const fact = factOf(spoken, labelOf(line.text), version);
      // The measures count Han characters; a text without any is as long as its words.
      const han = fact.han > 0 ? fact.han : (line.text.match(LATIN_WORD)?.length ?? 0);
      const message = messageOf(line, { ...fact, han }, quotes);
      const edges = room.thread.push(message, isNeed(message, NOBODY_KNOWN));
      room.namesOf.set(line.sender, line.sender);
      const [first] = edges;
      await ctx.print(
        JSON.stringify({
          id: line.id,
          replyTo: edges.map(edge => edge.toMessageId),
          rule: first?.rule ?? null,
          confidence: first?.confidence ?? 0,
        }),
      );
    }
  },
});
