import { METRICS_VERSION } from '../analysis/group-analysis.ts';
import { detectors } from '../detectors/index.ts';
import { unitDetectors } from '../unit-detectors/index.ts';
import type { Definition } from './define.ts';
import { withLimits } from './fill.ts';
import { DETECTOR_DEFINITIONS, DIMENSION_DEFINITIONS, MEASURE_DEFINITIONS } from './index.ts';

/** What stands above this line in docs/metrics.md is written by hand. */
export const WRITTEN_BELOW = '<!-- 以下由 npm run docs:metrics 写成，改 src/definitions -->';

const LEVELS = { alarm: '要紧', warn: '提醒', note: '记一笔' } as const;

/** What was said of a failure in the speech, and how grave a finding of it is. */
function quotedLine(id: string): string[] {
  const found = [...detectors, ...unitDetectors].find(each => each.name === id);
  return found
    ? [`- 讲话原话：“${found.quotation.words}”（${found.quotation.number}）；程度：${LEVELS[found.severity]}`]
    : [];
}

const sectionOf = (term: Definition): string =>
  [
    `### ${term.name}（${term.id}）`,
    '',
    `${term.says}`,
    '',
    `- 不说明：${term.saysNot}`,
    `- 何时留心：${withLimits(term.worry)}`,
    `- 怎么办：${term.act}`,
    `- 算法：${withLimits(term.formula)}`,
    ...quotedLine(term.id),
    `- 出处：${term.source}`,
  ].join('\n');

const chapter = (title: string, terms: readonly Definition[]): string =>
  [`## ${title}`, ...terms.map(sectionOf)].join('\n\n');

/** The part of docs/metrics.md that is written from the definitions. */
export const definitionsPage = (): string =>
  [
    WRITTEN_BELOW,
    chapter(`二十个数字（第${METRICS_VERSION}版）`, MEASURE_DEFINITIONS),
    chapter('六个维度', DIMENSION_DEFINITIONS),
    chapter('检测项', DETECTOR_DEFINITIONS),
  ].join('\n\n');
