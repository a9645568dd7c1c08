import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseJson } from '../src/archive/parse-line.ts';
import { Failure } from '../src/errors.ts';
import { openModel, type ReplyModel, replyModelSchema } from '../src/understanding/replies/model.ts';
import { expectFile } from './read-lines.ts';

const FILE = new URL('../content/models/replies.json', import.meta.url);

async function read(): Promise<ReplyModel> {
  const file = fileURLToPath(FILE);
  await expectFile(file);
  const parsed = replyModelSchema.safeParse(parseJson(await readFile(file, 'utf8'))?.value);
  const model = parsed.success ? openModel(parsed.data) : null;
  if (model) return model;
  throw new Failure(
    'bad-line',
    'content/models/replies.json: is not a model this program knows; make it anew with scripts/train-replies.ts',
  );
}

let model: Promise<ReplyModel> | undefined;

/** The model that links replies, read once a process. */
export function openReplyModel(): Promise<ReplyModel> {
  model ??= read();
  return model;
}
