import { fileURLToPath } from 'node:url';
import { readSentences } from '../../cli/content.ts';
import { readJsonLines } from '../../cli/read-json-lines.ts';
import type { Label } from '../../src/message.ts';
import { trainClasses } from '../../src/understanding/classes/class-model.ts';
import { likeliest, openOdds } from '../../src/understanding/classify.ts';
import { type Sentence, sentenceSchema } from '../../src/understanding/sentence.ts';
import { percent } from '../shared/figures.ts';
import { macroF1 } from './class-section.ts';
import type { Figure, Section } from './figure.ts';

const NEIGHBOURS = new URL('../../content/messages/neighbours.jsonl', import.meta.url);

interface Taken {
  label: Label;
  taken: Label;
}

/** Learns without any sentence of the style, and judges the neighbours who write so. */
function judgeUnseen(style: string, neighbours: readonly Sentence[], all: readonly Sentence[]): Taken[] {
  const odds = openOdds(trainClasses(all.filter(sentence => sentence.style !== style)));
  return neighbours
    .filter(sentence => sentence.style === style)
    .map(({ text, label }) => ({ label, taken: likeliest(odds(text)).label }));
}

function noticed(rows: readonly Taken[], label: Label): string {
  const among = rows.filter(row => row.label === label);
  return percent(among.filter(row => row.taken !== 'chatter').length, among.length);
}

const figureOf = (name: string, rows: readonly Taken[]): Figure => ({
  name,
  measured: macroF1(rows).toFixed(1),
  baseline: `requests noticed ${noticed(rows, 'request')}, questions ${noticed(rows, 'question')}, chatter taken for either ${noticed(rows, 'chatter')}`,
  cases: rows.length,
});

/** Our own group-style messages, each style judged by what was learned without it; half a minute a style. */
export async function styleSection(): Promise<Section> {
  const neighbours: Sentence[] = [];
  for await (const row of readJsonLines(fileURLToPath(NEIGHBOURS), sentenceSchema)) neighbours.push(row);
  const all = await readSentences();
  const styles = [...new Set(neighbours.map(sentence => sentence.style))].sort();
  const judged = styles.map(style => ({ style, rows: judgeUnseen(style, neighbours, all) }));
  return {
    title: 'Own group-style messages (neighbours.jsonl), each style by a model that never saw it: macro-F1',
    figures: [
      ...judged.map(({ style, rows }) => figureOf(style, rows)),
      figureOf(
        'all',
        judged.flatMap(({ rows }) => rows),
      ),
    ],
  };
}
