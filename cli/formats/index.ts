import { Failure } from '../../src/errors.ts';
import { readBytes } from '../read-lines.ts';
import { chatJsonl } from './chat-jsonl.ts';
import { chatlab, chatlabLines } from './chatlab.ts';
import { encodingOf } from './decode-text.ts';
import type { Format } from './define.ts';
import { qqTxt } from './qq-txt.ts';
import { weflowJson } from './weflow-json.ts';

/** Every format that can be asked for or recognised. */
export const formats: readonly Format[] = [chatlabLines, chatlab, chatJsonl, weflowJson, qqTxt];

export const formatNames: readonly string[] = [...new Set(formats.map(format => format.name))];

const BEGINNING_BYTES = 64 * 1024;

async function beginningOf(file: string): Promise<string> {
  for await (const chunk of readBytes(file)) {
    const piece = chunk.subarray(0, BEGINNING_BYTES);
    return new TextDecoder(encodingOf(piece)).decode(piece);
  }
  return '';
}

/** The format of a file by its beginning; null when it is none of them. */
export async function formatOf(file: string): Promise<Format | null> {
  const beginning = await beginningOf(file);
  return formats.find(format => format.recognise(beginning)) ?? null;
}

/** The format of a file by its beginning, among those of the name asked for, if one was. */
export async function recognise(file: string, name: string | undefined): Promise<Format> {
  if (name !== undefined) {
    const beginning = await beginningOf(file);
    const asked = formats.filter(format => format.name === name);
    const fitting = asked.find(format => format.recognise(beginning)) ?? asked[0];
    if (fitting) return fitting;
  }
  const found = await formatOf(file);
  if (found) return found;
  throw new Failure(
    'not-understood',
    `${file}: line 1: is none of the known formats; say which with --from ${formatNames.join('|')}`,
  );
}
