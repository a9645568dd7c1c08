import { speaksAtOnce } from '../../src/decide.ts';
import { decideAlone } from '../../src/decide-alone.ts';
import type { Label } from '../../src/message.ts';
import { LABELS } from '../../src/understanding/sentence.ts';
import type { Understanding } from '../../src/understanding/understanding.ts';
import { percent } from '../shared/figures.ts';
import type { MessageRow } from '../shared/shared-data.ts';
import type { Figure, Section } from './figure.ts';

/** A message with what it was taken for. */
interface Taken {
  label: Label;
  source: string;
  taken: Label;
}

/** The mean over the classes of each one's F1, in percent. */
export function macroF1(rows: readonly { label: Label; taken: Label }[]): number {
  const scores = LABELS.map(label => {
    const told = rows.filter(row => row.taken === label).length;
    const real = rows.filter(row => row.label === label).length;
    const hits = rows.filter(row => row.taken === label && row.label === label).length;
    return told + real === 0 ? 0 : (2 * hits) / (told + real);
  });
  return (100 * scores.reduce((sum, score) => sum + score, 0)) / LABELS.length;
}

const OF_GROUP = 'handwritten';
const OF_PETITION = 'tipdm';

/** How often messages of a class (and source) were taken for a need: a question or a request. */
function needFigure(
  name: string,
  rows: readonly Taken[],
  is: (row: Taken) => boolean,
  bar: string,
  baseline: string,
): Figure {
  const among = rows.filter(is);
  const heard = among.filter(row => row.taken !== 'chatter').length;
  return { name, measured: percent(heard, among.length), bar, baseline, cases: among.length };
}

/** What is said into chatter that nobody addressed to the bot. */
function chatterFigures(messages: readonly MessageRow[], understanding: Understanding): Figure[] {
  const chatter = messages.filter(row => row.label === 'chatter');
  const decisions = chatter.map(row => decideAlone(understanding, row.text).decision);
  const spoken = decisions.filter(speaksAtOnce).length;
  const alarms = decisions.filter(decision => decision.action === 'emergency').length;
  const offers = decisions.filter(decision => decision.action === 'offer').length;
  const share = (part: number): string => percent(part, chatter.length);
  return [
    { name: 'speaks at once into chatter, unasked', measured: share(spoken), cases: chatter.length },
    { name: '  of it alarms', measured: share(alarms), cases: chatter.length },
    { name: 'would offer a ticket after ten minutes', measured: share(offers), cases: chatter.length },
  ];
}

/** The three classes on set B, and what the bot would say into its chatter with our own FAQ. */
export function classSection(messages: readonly MessageRow[], understanding: Understanding): Section {
  const rows = messages.map(({ text, label, source }): Taken => {
    return { label, source, taken: understanding.classify(text).label };
  });
  const need = (name: string, label: Label, source: string | null, bar: string, baseline: string): Figure =>
    needFigure(
      name,
      rows,
      row => row.label === label && (source === null || row.source === source),
      bar,
      baseline,
    );
  return {
    title: 'Question, request or chatter: set B ("noticed": taken for either of the first two)',
    figures: [
      {
        name: 'macro-F1',
        measured: macroF1(rows).toFixed(1),
        bar: '90 / 93',
        baseline: 'rules 56.9, Bayes 84.1, LR 92.7',
        cases: rows.length,
      },
      need('petition requests noticed', 'request', OF_PETITION, '95 / 97', 'rules 37, LR 98'),
      need('group requests noticed', 'request', OF_GROUP, '60 / 75', 'rules 70, Bayes 83, LR 77'),
      need('group questions noticed', 'question', OF_GROUP, '', 'rules 84, Bayes 80, LR 72'),
      need('chatter taken for either', 'chatter', null, '2.5', 'rules 34.2, Bayes 16.5, LR 3.8'),
      need('  of it group-style', 'chatter', OF_GROUP, '', 'rules 16, Bayes 48, LR 14'),
      ...chatterFigures(messages, understanding),
    ],
  };
}
