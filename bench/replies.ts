import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openReplyModel } from '../cli/open-reply-model.ts';
import { readRooms } from './replies/chat-rows.ts';
import {
  linkRooms,
  type Method,
  mentionElseOwnElsePrevious,
  mentionElsePrevious,
  previousMessage,
} from './replies/methods.ts';
import { sayScore } from './replies/score.ts';
import { scoreMethod } from './replies/score-method.ts';

/*
 * Who answered whom, against the truth of a file: `npx tsx bench/replies.ts [messages.jsonl]`.
 * Links: precision, recall and F1 over the pairs (message, id it answers), summed over all annotated messages of all rooms;
 * going on from one's own message is a pair too, an empty replyTo adds none to the truth.
 * Answered: of the annotated messages that answer nothing and hold a question mark, whether a later annotated one by
 * somebody else is linked to it. Beware: on the file it was learned from the model's figures flatter it; the honest ones come
 * from `npx tsx scripts/train-replies.ts --folds 3`.
 */
const IRC = fileURLToPath(new URL('../../shared/data/c_group_chat.jsonl', import.meta.url));

async function main(): Promise<void> {
  const file = process.argv.find(word => word.endsWith('.jsonl')) ?? IRC;
  if (!existsSync(file)) return console.log(`There is no ${file}, so there is nothing to measure on.`);
  const rooms = await readRooms(file);
  const model = await openReplyModel();
  const methods: [name: string, method: Method][] = [
    ['previous message', previousMessage],
    ['mention, else previous', mentionElsePrevious],
    ['mention, own, starts, else previous', mentionElseOwnElsePrevious],
    ['learned model', rows => linkRooms(model, rows)],
  ];
  const messages = [...rooms.values()].reduce((sum, rows) => sum + rows.length, 0);
  for (const [name, method] of methods) {
    const began = performance.now();
    const score = scoreMethod(rooms, method);
    const speed = Math.round((messages / (performance.now() - began)) * 1000);
    console.log(`${sayScore(name, score)}  ${score.openings} opening questions  ${speed} messages/s`);
  }
}

await main();
