import { THRESHOLDS } from '../analysis/thresholds.ts';
import { escapeMarkup } from '../pages/escape-markup.ts';
import type { DigestChart, DrawnGroup } from './digest-input.ts';
import { STATE_WORDS } from './state-words.ts';

/** The three numbers beside each other; what is not known is a question mark. */
export function numbersPart({ groups, cold, helpedPersons }: DigestChart): string {
  const numbers: [number | null, string][] = [
    [groups, '个群'],
    [cold, '个冷群'],
    [helpedPersons, '人得到帮助'],
  ];
  const items = numbers.map(([value, unit]) => `<li><strong>${value ?? '?'}</strong>${unit}</li>`);
  return `<ul class="numbers">${items.join('')}</ul>`;
}

const cell = (mark: string, label: string, colour: string): string =>
  `<td style="background:${colour}" title="${label}">${mark}</td>`;

const headRow = (weeks: readonly string[]): string =>
  `<tr>${weeks.map(week => `<th scope="col">${escapeMarkup(week.replace('周', ''))}</th>`).join('')}</tr>`;

function groupPart({ number, name, states }: DrawnGroup, weeks: readonly string[]): string {
  const cells = states.map((state, at) =>
    state === null
      ? '<td></td>'
      : cell(STATE_WORDS[state].mark, `${weeks[at]} ${STATE_WORDS[state].word}`, STATE_WORDS[state].colour),
  );
  return `<table><caption>${number} ${escapeMarkup(name)}</caption>${headRow(weeks)}<tr>${cells.join('')}</tr></table>`;
}

function tallyPart({ tally, weeks }: DigestChart): string {
  if (tally === null) return '';
  const tables = tally.map(({ state, counts }) => {
    const { word, colour } = STATE_WORDS[state];
    const cells = counts.map((count, at) =>
      count === null
        ? '<td></td>'
        : cell(String(count), `${weeks[at]} ${word}`, count > 0 ? colour : '#57606a'),
    );
    return `<table><caption>${word}有几个群</caption>${headRow(weeks)}<tr>${cells.join('')}</tr></table>`;
  });
  return tables.join('');
}

/** Eight weeks of states, one small table a group, so that nobody has to scroll sideways. */
export function weeksPart(chart: DigestChart): string {
  const { rows, weeks, rest } = chart;
  const under = (heading: string, groups: readonly DrawnGroup[]): string =>
    groups.length > 0 ? `<h3>${heading}</h3>${groups.map(group => groupPart(group, weeks)).join('')}` : '';
  const parts = [
    tallyPart(chart),
    under(
      '要看的群',
      rows.filter(row => row.needsCare),
    ),
    under(
      '其他的群',
      rows.filter(row => !row.needsCare),
    ),
    rest === '' ? '' : `<p>${escapeMarkup(rest)}</p>`,
  ];
  return `<h2>每周状态（数字是第几周）</h2>${parts.join('')}`;
}

/** Contact × help as four boxes: the groups that have a number by it, the others counted. */
export function quadrantPart({ points, rows }: DigestChart): string {
  if (points.length === 0) return '';
  const { contact, help } = THRESHOLDS.quadrant;
  const nameOf = new Map(rows.map(({ number, name }) => [number, name]));
  const box = (isMuch: boolean, isHelped: boolean): string => {
    const own = points.filter(
      point => point.cadreMessages >= contact === isMuch && point.help >= help === isHelped,
    );
    const names = own.flatMap(({ number }) =>
      number === null ? [] : [`${number} ${escapeMarkup(nameOf.get(number) ?? '')}`],
    );
    const others = own.length - names.length;
    const said = [...names, ...(others > 0 ? [`${names.length > 0 ? '另有' : ''}${others}个群`] : [])];
    const title = `${isMuch ? '话多' : '话少'}、${isHelped ? '帮助多' : '帮助少'}`;
    return `<li><strong>${title}</strong>${said.length > 0 ? said.join('<br>') : '没有'}</li>`;
  };
  const boxes = [box(false, true), box(true, true), box(false, false), box(true, false)];
  return `<h2>联系和帮助（近30天）</h2><ul class="boxes">${boxes.join('')}</ul><p>30天里干部发言满${contact}次算话多，帮到满${help}件算帮助多。</p>`;
}
