import { Failure } from '../../src/errors.ts';
import { readBytes } from '../read-lines.ts';
import { chatJsonl } from './chat-jsonl.ts';
import { chatlab, chatlabLines } from './chatlab.ts';
import type { Format } from './define.ts';
import { qqTxt, weflowJson } from './later.ts';

/** Every format that can be asked for or recognised. */
export const formats: readonly Format[] = [chatlabLines, chatlab, chatJsonl, weflowJson, qqTxt];

export const formatNames: readonly string[] = [...new Set(formats.map(format => format.name))];

const BEGINNING_BYTES = 64 * 1024;

async function beginningOf(file: string): Promise<string> {
  for await (const chunk of readBytes(file)) {
    return new TextDecoder().decode(chunk.subarray(0, BEGINNING_BYTES));
  }
  return '';
}

/** The format of a file by its beginning, among those of the name asked for, if one was. */
export async function recognise(file: string, name: string | undefined): Promise<Format> {
  const beginning = await beginningOf(file);
  const asked = formats.filter(format => name === undefined || format.name === name);
  const found =
    asked.find(format => format.recognise(beginning)) ?? (name === undefined ? undefined : asked[0]);
  if (found) return found;
  throw new Failure(
    'not-understood',
    `${file}: line 1: is none of the known formats; say which with --from ${formatNames.join('|')}`,
  );
}
