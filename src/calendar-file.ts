import { z } from 'zod';

/** 工作日历 as an operator writes it down in YAML: hours and days of units that differ from the statutory calendar. */

const DAY_MINUTES = 24 * 60;

const minutesOf = (hour: string, minute: string): number => Number(hour) * 60 + Number(minute);

const Span = z
  .string('写成 "9:00-12:00"')
  .regex(/^\d{1,2}:[0-5]\d-\d{1,2}:[0-5]\d$/, '写成 "9:00-12:00"')
  .transform((text): [number, number] => {
    const [from = '', to = ''] = text.split('-');
    const [fromHour = '', fromMinute = ''] = from.split(':');
    const [toHour = '', toMinute = ''] = to.split(':');
    return [minutesOf(fromHour, fromMinute), minutesOf(toHour, toMinute)];
  })
  .refine(([from, to]) => from < to && to <= DAY_MINUTES, '要早的在前，晚的在后，不过24:00');

const isInOrder = (spans: readonly [number, number][]): boolean =>
  spans.every(([from], at) => at === 0 || from >= (spans[at - 1]?.[1] ?? 0));

const Day = z.iso.date('写成 "2026-12-25"，要真有这一天');

/** The file as a whole: a list, one entry a unit. */
export const calendarFileSchema = z
  .array(
    z
      .strictObject({
        unit: z.string('写上单位').min(1, '写上单位'),
        hours: z.array(Span, '写成一列时段').min(1, '至少写一段').refine(isInOrder, '要按先后写，不能重叠'),
        off: z.array(Day, '写成一列日子').default([]),
        on: z.array(Day, '写成一列日子').default([]),
      })
      .refine(({ off, on }) => !off.some(day => on.includes(day)), '有一天又写在 off 又写在 on'),
    '写成一列，每个单位一项：- unit: 单位名',
  )
  .min(1, '至少写一个单位')
  .refine(each => new Set(each.map(({ unit }) => unit)).size === each.length, '同一个单位写了两次');

export type CalendarEntry = z.output<typeof calendarFileSchema>[number];

const clock = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

/** `9:00-12:00 13:30-17:00`: working hours as people write them. */
export const sayHours = (spans: readonly (readonly [number, number])[]): string =>
  spans.map(([from, to]) => `${clock(from)}-${clock(to)}`).join(' ');
