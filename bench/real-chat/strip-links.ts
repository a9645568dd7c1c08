import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChatRow } from '../replies/chat-rows.ts';

/** Writes the chat without its annotated links, so that nothing of the truth is seen; gives the file. */
export async function stripLinks(
  rooms: ReadonlyMap<string, readonly ChatRow[]>,
  folder: string,
): Promise<string> {
  const file = join(folder, 'chat.jsonl');
  const lines = [...rooms.values()]
    .flat()
    .map(({ room, id, ts, sender, text }) => JSON.stringify({ room, id, ts, sender, text, replyTo: [] }));
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
}
