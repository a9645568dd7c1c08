import type { Dimensions, GroupAnalysis } from '../analysis/group-analysis.ts';
import type { MeasureRow } from './measure-row.ts';
import { sayDate, sayNumber, sayShare } from './read-values.ts';
import { SERVICE_ROWS } from './service-rows.ts';
import { TALK_ROWS } from './talk-rows.ts';
import { unknownReasonIn } from './why-state.ts';

/** The six dimensions with what each is made of (metrics.md, six dimensions). */
const DIMENSIONS: readonly (readonly [keyof Dimensions, string, string])[] = [
  ['regular', '规律', '干部最近4周里几周说过话，最长隔多久没来。'],
  ['interactive', '互动', '诉求有几成得到回应，通知有几成有人应，结对的人联系到几成。'],
  ['warm', '暖心', '只来自对群众的抽样询问。'],
  ['substantive', '实在', '服务清单按时兑现几成。'],
  ['solving', '解决', '到期的诉求里，群众自己说解决了的占几成。'],
  ['satisfying', '满意', '群众评价。'],
];

const ROWS: readonly MeasureRow[] = [...TALK_ROWS, ...SERVICE_ROWS];

const tap = (name: string, value: string, definition: string): string =>
  `<details class="inner"><summary>${name}：<span class="number">${value}</span></summary><p class="soft">${definition}</p></details>`;

/** What is reckoned from the cadres' words, and what only whole 30 days can tell: empty of meaning in an unknown group. */
const OF_CADRES: ReadonlySet<string> = new Set(['M1', 'M5', 'M6']);
const OF_WHOLE_WINDOWS: ReadonlySet<string> = new Set(['M5', 'M6', 'M7']);

function isMeaningless(id: string, analysis: GroupAnalysis): boolean {
  if (analysis.state !== 'unknown') return false;
  return OF_WHOLE_WINDOWS.has(id) || (unknownReasonIn(analysis) === 'no-cadre' && OF_CADRES.has(id));
}

function measureItems(analysis: GroupAnalysis): { known: string[]; unknown: string[] } {
  const known: string[] = [];
  const unknown: string[] = [];
  for (const { id, name, definition, say } of ROWS) {
    const values = analysis.measures[id];
    const said = values && !isMeaningless(id, analysis) ? say(values) : null;
    if (said === null) unknown.push(name);
    else known.push(tap(name, said, `${definition}（${id}）`));
  }
  return { known, unknown };
}

function dimensionItems(dimensions: Dimensions): { known: string[]; unknown: string[] } {
  const known: string[] = [];
  const unknown: string[] = [];
  for (const [key, name, definition] of DIMENSIONS) {
    const value = dimensions[key];
    if (value === null) unknown.push(name);
    else known.push(tap(name, `${Math.round(value)}分`, `满分100。${definition}`));
  }
  return { known, unknown };
}

/** The numbers of a group, each with its definition one tap away; what is unknown is said to be unknown. */
export function numbersOf(analysis: GroupAnalysis): string {
  const measures = measureItems(analysis);
  const dimensions = dimensionItems(analysis.dimensions);
  const unknown = [...measures.unknown, ...dimensions.unknown];
  const missing = unknown.length > 0 ? `<p class="soft">未知（不是零）：${unknown.join('、')}。</p>` : '';
  const partly = analysis.state === 'unknown' ? '下面只是看到的这些，不能当作全部。' : '';
  const seen = `<p class="soft">到${sayDate(analysis.day)}的30天，看到的时间占${sayShare(Math.min(1, analysis.coverage))}。${partly}</p>`;
  const count = sayNumber(measures.known.length + dimensions.known.length);
  return `<details><summary>看${count}个数字</summary>${seen}${[...measures.known, ...dimensions.known].join('')}${missing}</details>`;
}
