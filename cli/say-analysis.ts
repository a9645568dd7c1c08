import type { Band, GroupAnalysis, MeasureValues } from '../src/analysis/group-analysis.ts';
import { METRICS_VERSION, type UnitAnalysis } from '../src/analysis/group-analysis.ts';
import type { Analysed } from '../src/archive/analyze-archive.ts';
import { STATE_WORDS } from '../src/digest/state-words.ts';
import { dayOf, SHANGHAI_OFFSET_MS } from '../src/time.ts';

/** What `analyze` prints: the JSON of contracts.md, or the same for a person to read. */

const BANDS: Readonly<Record<Band, string>> = { green: '绿', yellow: '黄', red: '红', grey: '灰' };
const NO_HELP = { 'unanswered-needs': '有求无应', 'no-needs': '无人问津' } as const;
const REASONS: Readonly<Record<string, string>> = {
  'no-cadre': '不知道谁是干部，请用 --roster 给名册',
  young: '看到它还不满30天',
  coverage: '30天里看到的时间不够七成',
};

const asGroup = ({ analysis }: Analysed) => ({
  group: analysis.groupId,
  state: analysis.state,
  noHelp: analysis.noHelp,
  band: analysis.band,
  overall: analysis.overall,
  dimensions: analysis.dimensions,
  coverage: analysis.coverage,
  measures: { ...analysis.measures, M4: { ...analysis.measures['M4'], windowEnds: analysis.day } },
  notEvaluated: analysis.notEvaluated,
  findings: analysis.findings,
});

/** The document of `analyze --json`. `measures.M4.windowEnds` is the last day of the group's window. */
export const asDocument = (asOf: Date, groups: readonly Analysed[], units: readonly UnitAnalysis[]) => ({
  asOf: asOf.toISOString(),
  metrics: METRICS_VERSION,
  groups: groups.map(asGroup),
  units: units.map(({ unitId, ...unit }) => ({ unit: unitId, ...unit })),
});

const shown = (value: MeasureValues[string] | undefined, unit: string): string =>
  typeof value === 'number' ? `${Math.round(value * 100) / 100}${unit}` : '—';

/** The Shanghai day and minute. */
const sayMoment = (at: Date): string =>
  `${dayOf(at)} ${new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16)}`;

function measuresLine(measures: GroupAnalysis['measures']): string {
  const of = (id: string, name: string) => measures[id]?.[name];
  return [
    `干部发言${shown(of('M1', 'messages'), '条')}`,
    `诉求${shown(of('M2', 'needs'), '件')}、有人帮${shown(of('M2', 'help'), '件')}`,
    `群众发言${shown(of('M3', 'messages'), '条')}、${shown(of('M3', 'speakers'), '人')}、${shown(of('M3', 'activeDays'), '天')}`,
  ].join('；');
}

function whyUnknown({ analysis, observedHours }: Analysed): string {
  const reason = REASONS[String(analysis.measures['M4']?.['unknownReason'])] ?? '数据不够';
  const isShort = analysis.coverage < 0.7;
  return isShort
    ? `${reason}；到${analysis.day}的30天里只看到${Math.round(observedHours * 10) / 10}小时`
    : reason;
}

function groupLines(group: Analysed): string[] {
  const { analysis } = group;
  const noHelp = analysis.noHelp ? `·${NO_HELP[analysis.noHelp]}` : '';
  const overall = analysis.overall === null ? '' : `，综合${Math.round(analysis.overall)}`;
  const why = analysis.state === 'unknown' ? `：${whyUnknown(group)}` : '';
  return [
    `${BANDS[analysis.band]} ${analysis.name}：${STATE_WORDS[analysis.state].word}${noHelp}${overall}${why}`,
    `   ${measuresLine(analysis.measures)}`,
    ...analysis.findings.map(finding => `   [${finding.detector}] ${finding.prescription}`),
  ];
}

/** The same, in Chinese lines; says of every unknown state why it is unknown. */
export function asLines(asOf: Date, groups: readonly Analysed[], units: readonly UnitAnalysis[]): string[] {
  const count = (band: Band) => groups.filter(({ analysis }) => analysis.band === band).length;
  return [
    `截至 ${sayMoment(asOf)}，${groups.length}个群：红${count('red')}、黄${count('yellow')}、绿${count('green')}、灰${count('grey')}（指标第${METRICS_VERSION}版）`,
    ...groups.flatMap(groupLines),
    ...units.flatMap(unit => [
      `${unit.name}：${unit.groups}个群，红${unit.red}、黄${unit.yellow}、绿${unit.green}、灰${unit.grey}`,
      ...(unit.judged > 0 ? [`   ${measuresLine(unit.measures)}`] : []),
      ...unit.findings.map(finding => `   [${finding.detector}] ${finding.prescription}`),
    ]),
  ];
}
