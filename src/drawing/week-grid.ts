import type { DigestChart, DrawnGroup } from '../digest/digest-input.ts';
import { shortName } from '../digest/short-name.ts';
import { STATE_WORDS } from '../digest/state-words.ts';
import { drawable } from './drawable.ts';
import type { GridLine } from './grid-lines.ts';
import { FAINT, MARGIN, type Places, ROW, SMALL, WIDTH } from './places.ts';
import { boxAt, wordsAt } from './svg.ts';

const NAMES = 380;
const NAME_WIDTH = 9;
const NAME_AT = MARGIN + 50;
const GAP = 6;
const NONE = '#eaedf0';

interface Cell {
  mark: string;
  fill: string;
  ink?: string;
}

const cellsOf = (line: GridLine): (Cell | null)[] => {
  if ('heading' in line) return [];
  if ('group' in line)
    return line.group.states.map(
      state => state && { mark: STATE_WORDS[state].mark, fill: STATE_WORDS[state].colour },
    );
  const { state, counts } = line.tally;
  return counts.map(count => {
    if (count === null) return null;
    return count > 0
      ? { mark: String(count), fill: STATE_WORDS[state].colour }
      : { mark: '0', fill: NONE, ink: FAINT };
  });
};

const groupName = ({ number, name }: DrawnGroup, y: number): string[] => [
  wordsAt(String(number), { x: NAME_AT - 14, y, size: SMALL, fill: FAINT, align: 'end' }),
  wordsAt(shortName(drawable(name), NAME_WIDTH), { x: NAME_AT, y, size: 30 }),
];

/** What stands before a line's cells. */
function nameOf(line: GridLine, y: number): string[] {
  if ('heading' in line) return [wordsAt(line.heading, { x: MARGIN, y: y + 6, size: 32, bold: true })];
  if ('group' in line) return groupName(line.group, y);
  return [wordsAt(STATE_WORDS[line.tally.state].word, { x: NAME_AT, y, size: 30 })];
}

/** Eight weeks of states: counted where the groups are many, and a line for each group that is drawn. */
export function weekGrid({ weeks }: DigestChart, { gridTop, lines }: Places): string[] {
  const width = (WIDTH - MARGIN - NAMES) / Math.max(1, weeks.length);
  const middle = (at: number) => NAMES + width * (at + 0.5);
  const drawn = lines.flatMap((line, row) => {
    const top = gridTop + row * ROW;
    const cells = cellsOf(line).flatMap((cell, at) =>
      cell === null
        ? []
        : [
            boxAt(
              {
                x: NAMES + width * at + GAP / 2,
                y: top + GAP / 2,
                width: width - GAP,
                height: ROW - GAP,
              },
              cell.fill,
            ),
            wordsAt(cell.mark, {
              x: middle(at),
              y: top + ROW / 2,
              size: 30,
              bold: true,
              fill: cell.ink ?? '#ffffff',
              align: 'middle',
            }),
          ],
    );
    return [...nameOf(line, top + ROW / 2), ...cells];
  });
  const heads = weeks.map((week, at) =>
    wordsAt(week, { x: middle(at), y: gridTop - 24, size: SMALL, fill: FAINT, align: 'middle' }),
  );
  const none = wordsAt('还没有群', { x: MARGIN, y: gridTop + ROW / 2, size: 30, fill: FAINT });
  return [...heads, ...(lines.length > 0 ? drawn : [none])];
}
