import type { Models } from '../../src/understanding/models.ts';
import { percent } from '../shared/figures.ts';
import type { SharedData } from '../shared/shared-data.ts';
import {
  type Asked,
  askBase,
  bestRecall,
  isAnswerable,
  isAnswered,
  isFirst,
  reciprocal,
} from './ask-base.ts';
import type { Figure, Section } from './figure.ts';

/** What is asked of each figure, and what simpler ways reach, for one extent of the base. */
export interface FaqBars {
  first: [bar: string, baseline: string];
  reciprocal: [bar: string, baseline: string];
  body: [bar: string, baseline: string];
  precision: [bar: string, baseline: string];
  recall: [bar: string, baseline: string];
  recallAt90: [bar: string, baseline: string];
  recallAt95: [bar: string, baseline: string];
  chatter: [bar: string, baseline: string];
  request: [bar: string, baseline: string];
  near_miss: [bar: string, baseline: string];
  out_of_kb: [bar: string, baseline: string];
}

const figure = (
  name: string,
  part: number,
  whole: number,
  [bar, baseline]: [bar: string, baseline: string] = ['', ''],
): Figure => ({ name, measured: percent(part, whole), bar, baseline, cases: whole });

const count = (asked: readonly Asked[], is: (each: Asked) => boolean): number => asked.filter(is).length;

function rankingFigures(answerable: readonly Asked[], bars: FaqBars): Figure[] {
  const body = answerable.filter(each => each.kind === 'body');
  const sum = answerable.reduce((total, each) => total + reciprocal(each), 0);
  const domains = ['epi', 'lcqmc', 'bq'].map((domain): Figure => {
    const rows = answerable.filter(each => each.domain === domain);
    return figure(`P@1 of ${domain}`, count(rows, isFirst), rows.length);
  });
  return [
    figure('P@1', count(answerable, isFirst), answerable.length, bars.first),
    figure('MRR@10', sum, answerable.length, bars.reciprocal),
    figure('P@1 of gov body', count(body, isFirst), body.length, bars.body),
    ...domains.filter(each => each.cases !== 0),
  ];
}

/** Of what is asked back with a few choices: how often, and how often the right one is among them. */
function clarifyFigures(answerable: readonly Asked[]): Figure[] {
  const back = answerable.filter(each => each.verdict.action === 'clarify');
  const hasRight = ({ entry, verdict }: Asked): boolean =>
    verdict.action === 'clarify' && entry !== null && verdict.entryIds.includes(entry);
  return [
    figure('questions asked back with choices', back.length, answerable.length),
    figure('the right one among the choices', count(back, hasRight), back.length),
  ];
}

/** Ranking, answers given and answers wrongly given, for one extent of the base. */
export function faqSection(title: string, data: SharedData, models: Models, bars: FaqBars): Section {
  const asked = askBase(data.kb, data.queries, data.unanswerable, models);
  const answerable = asked.filter(isAnswerable);
  const answered = asked.filter(isAnswered);
  const right = count(answered, isFirst);
  const kinds = ['chatter', 'request', 'near_miss', 'out_of_kb'] as const;
  return {
    title: `FAQ, ${title}: ${data.kb.length} entries`,
    figures: [
      ...rankingFigures(answerable, bars),
      figure('answers that are right (precision)', right, answered.length, bars.precision),
      figure('questions answered rightly (recall)', right, answerable.length, bars.recall),
      figure(
        '  most at 90 % precision, seen from here',
        bestRecall(asked, 0.9),
        answerable.length,
        bars.recallAt90,
      ),
      figure(
        '  most at 95 % precision, seen from here',
        bestRecall(asked, 0.95),
        answerable.length,
        bars.recallAt95,
      ),
      ...clarifyFigures(answerable),
      ...kinds.map(kind => {
        const rows = asked.filter(each => each.entry === null && each.kind === kind);
        return figure(`answers given to ${kind}`, count(rows, isAnswered), rows.length, bars[kind]);
      }),
    ],
  };
}

/** A base of one domain alone, with its own questions and what has no answer there. */
export function domainSection(data: SharedData, domain: string, models: Models, baseline: string): Section {
  const isOf = (row: { domain: string }) => row.domain === domain;
  const [kb, queries] = [data.kb.filter(isOf), data.queries.filter(isOf)];
  const asked = askBase(kb, queries, data.unanswerable.filter(isOf), models);
  const answered = asked.filter(isAnswered);
  const answerable = asked.filter(isAnswerable);
  const right = count(answered, isFirst);
  const near = asked.filter(each => each.kind === 'near_miss');
  return {
    title: `FAQ, ${domain} alone: ${kb.length} entries (no domain here was learned from)`,
    figures: [
      figure('P@1', count(answerable, isFirst), answerable.length),
      figure('answers that are right (precision)', right, answered.length, ['78 / 85', baseline]),
      figure('questions answered rightly (recall)', right, answerable.length),
      ...(near.length > 0
        ? [figure('answers given to near_miss', count(near, isAnswered), near.length)]
        : []),
    ],
  };
}
