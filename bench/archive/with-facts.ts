import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { openLabeller } from '../../cli/content.ts';
import { readArchive } from '../../cli/read-archive.ts';
import { factOf, SUBSTANCE_VERSION } from '../../src/analysis/substance.ts';
import { writeLine } from '../../src/archive/line.ts';
import { rememberLabels } from '../../src/archive/remember-labels.ts';

/** The same archive as our own exports carry it: the text of talk is gone, and its fact stands instead. */
export async function writeWithFacts(archive: string, out: string): Promise<void> {
  const { version, labelOf } = rememberLabels(await openLabeller());
  const stream = createWriteStream(out);
  for await (const { line } of readArchive(archive)) {
    let written = line;
    if (line.type === 'message') {
      const said = { text: line.text, kind: line.kind, isCommandToBot: false };
      const labelled = line.text === null ? { label: 'chatter' as const, confidence: 1 } : labelOf(line.text);
      const fact = factOf(said, labelled, `${SUBSTANCE_VERSION} ${version}`);
      written = { ...line, text: fact.label === 'chatter' ? null : line.text, fact };
    }
    if (!stream.write(writeLine(written))) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}
