import type { GroupAnalysis, MeasureValues } from '../analysis/group-analysis.ts';
import { detectors } from '../detectors/index.ts';
import { sayWeek } from './say-week.ts';
import { shortName } from './short-name.ts';
import { STATE_WORDS } from './state-words.ts';

/** One phone screen. */
const LONGEST = 300;
const NAME_LENGTH = 14;
const lengthOf = (text: string): number => [...text].length;

const numberIn = (values: MeasureValues | undefined, name: string): number | null => {
  const value = values?.[name];
  return typeof value === 'number' ? value : null;
};

/** What the group was judged by, where it is known; unknown is not said, and never as zero. */
function sayNumbers({ measures }: GroupAnalysis): string {
  const spoken = numberIn(measures['M1'], 'messages');
  const helped = numberIn(measures['M2'], 'help');
  const facts = [
    ...(spoken === null ? [] : [`干部发言${spoken}次`]),
    ...(helped === null ? [] : [`帮到${helped}件`]),
  ];
  return facts.length ? `近30天${facts.join('，')}。` : '';
}

const titleOf = (detector: string): string =>
  detectors.find(each => each.name === detector)?.title ?? '要看的地方';

/** 详 3: why a group stands in the digest, what was found with its evidence, and what to do; at most 300 characters. */
export function sayDetails(number: number, week: string, group: GroupAnalysis): string {
  const { word } = STATE_WORDS[group.state];
  const head = `${sayWeek(week)} ${shortName(group.name, NAME_LENGTH)}（${word}）：${sayNumbers(group)}`;
  const next = `回"改进 ${number}"布置改进。`;
  const found = group.findings.map(({ detector, prescription }) => `${titleOf(detector)}：${prescription}`);
  for (let count = found.length; count >= 0; count--) {
    const left = found.length - count;
    const text = [head, ...found.slice(0, count), ...(left ? [`还有${left}条。`] : []), next].join('\n');
    if (lengthOf(text) <= LONGEST) return text;
  }
  return next;
}
