import { z } from 'zod';
import { explainLink } from '../../src/understanding/replies/explain-link.ts';
import {
  createLinker,
  type Link,
  type Linker,
  type PushedLine,
} from '../../src/understanding/replies/linker.ts';
import type { ReplyModel } from '../../src/understanding/replies/model.ts';
import { openReplyModel } from '../open-reply-model.ts';
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

const pushed = (line: Line, trustsQuotes: boolean): PushedLine => ({
  id: line.id,
  atMs: line.ts.getTime(),
  sender: line.sender,
  text: line.text,
  quotes: trustsQuotes ? (line.replyTo ?? []) : [],
});

/** The first link's reasons as a person reads them: what each added, and its words. */
const becauseOf = (model: ReplyModel, links: readonly Link[]): string[] =>
  links
    .slice(0, 1)
    .flatMap(link =>
      explainLink(model, link).map(({ words: said, share }) => `${share > 0 ? '+' : ''}${share} ${said}`),
    );

export const repliesPredict = defineCommand({
  name: 'replies predict',
  usage: 'replies predict <messages.jsonl> [--quotes] [--explain]',
  summary:
    'who answered whom, one JSON line a message; --quotes trusts the replyTo of the input, --explain says why',
  options: { quotes: { type: 'boolean' }, explain: { type: 'boolean' } },
  input: z.object({ quotes: flag, explain: flag, rest: words('messages.jsonl') }),
  async run(ctx, { quotes, explain, rest: [file = ''] }) {
    const model = await openReplyModel();
    const rooms = new Map<string, Linker>();
    for await (const line of readJsonLines(ctx.path(file), lineSchema)) {
      const room = rooms.get(line.room) ?? createLinker(model);
      rooms.set(line.room, room);
      const links = room.push(pushed(line, quotes));
      const [first] = links;
      await ctx.print(
        JSON.stringify({
          id: line.id,
          replyTo: links.map(link => link.toId),
          rule: first?.rule ?? null,
          confidence: first?.confidence ?? 0,
          ...(explain && { because: becauseOf(model, links) }),
        }),
      );
    }
  },
});
