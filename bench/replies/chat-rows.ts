import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const chatRowSchema = z.object({
  room: z.string(),
  id: z.string(),
  ts: z.string(),
  sender: z.string(),
  text: z.string(),
  replyTo: z.array(z.string()),
  context: z.boolean().default(false),
});
/** A message with the messages it truly answers; those of `context` were not annotated. */
export type ChatRow = z.output<typeof chatRowSchema>;

/** The rooms of a file, each with its messages in order. */
export async function readRooms(file: string): Promise<Map<string, ChatRow[]>> {
  const rooms = new Map<string, ChatRow[]>();
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (line.trim() === '') continue;
    const row = chatRowSchema.parse(JSON.parse(line));
    const room = rooms.get(row.room) ?? [];
    rooms.set(row.room, room);
    room.push(row);
  }
  return rooms;
}
