import { LONGEST_LINE_BYTES, readBytes, tooLong } from '../read-lines.ts';

const NOT_ASCII = /[\u0080-\u{10FFFF}]/gu;
const UNREADABLE = /\uFFFD/gu;

/** In what a text is written: UTF-8, or what Chinese Windows programs save by themselves. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** By its mark, else UTF-8 unless most that is not plain ASCII turns out unreadable in it; a few damaged bytes change nothing. */
export function encodingOf(beginning: Uint8Array): Encoding {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'utf-16le';
  if (beginning[0] === 0xfe && beginning[1] === 0xff) return 'utf-16be';
  const text = new TextDecoder('utf-8').decode(beginning, { stream: true });
  const foreign = text.match(NOT_ASCII)?.length ?? 0;
  const unreadable = text.match(UNREADABLE)?.length ?? 0;
  return unreadable * 3 > foreign ? 'gb18030' : 'utf-8';
}

/** The lines of a text file in any of these encodings, blank ones too; `n` counts from 1. Damaged characters become �. */
export async function* readTextLines(file: string): AsyncGenerator<{ n: number; text: string }> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let rest = '';
  let n = 0;
  for await (const chunk of readBytes(file)) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    const lines = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE_BYTES) throw tooLong(file, n + lines.length + 1, LONGEST_LINE_BYTES);
    for (const text of lines) yield { n: ++n, text };
  }
  yield { n: n + 1, text: `${rest}${decoder?.decode() ?? ''}` };
}
