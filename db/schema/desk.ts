import type { LimitClass } from '../../src/limits.ts';
import { bool, index, instant, int, json, primaryKey, table, text, uniqueIndex } from '../columns.ts';

/** What a unit declares and its desk works by: calendars, catalogue, agreement, routes, stand-ins, examples, appeals. */

/** 工作日历 of a unit where it differs from the statutory one; the newest version that has begun holds. */
export const calendars = table(
  'calendars',
  {
    unitId: text('unit_id').notNull(),
    version: int('version').notNull(),
    /** Minutes of the Shanghai day, in pairs. */
    spans: json('spans').$type<[number, number][]>().notNull(),
    off: json('off_days').$type<string[]>().notNull(),
    on: json('on_days').$type<string[]>().notNull(),
    since: instant('since').notNull(),
  },
  t => [primaryKey({ columns: [t.unitId, t.version] })],
);

/** 代班: who answers for a cadre from when to when; null: until they say they are back. */
export const standIns = table(
  'stand_ins',
  {
    cadreId: text('cadre_id').notNull(),
    standInId: text('stand_in_id').notNull(),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at'),
  },
  t => [primaryKey({ columns: [t.cadreId, t.fromAt] }), index('stand_ins_by').on(t.standInId)],
);

/** 服务清单: what a unit does for people, when, where and who; one row an item, every version stays. */
export const catalogueItems = table(
  'catalogue_items',
  {
    unitId: text('unit_id').notNull(),
    version: int('version').notNull(),
    position: int('position').notNull(),
    line: text('line').notNull(),
    what: text('what').notNull(),
    whenText: text('when_text').notNull(),
    whereText: text('where_text').notNull(),
    who: text('who').notNull(),
    limitClass: text('limit_class').$type<LimitClass>(),
    at: instant('at').notNull(),
  },
  t => [primaryKey({ columns: [t.unitId, t.version, t.position] })],
);

/** 联系约定: whom the cadres of a group keep in touch with, how, and with what; every version stays. */
export const agreements = table(
  'agreements',
  {
    groupId: text('group_id').notNull(),
    version: int('version').notNull(),
    whom: text('whom').notNull(),
    how: text('how').notNull(),
    serves: text('serves').notNull(),
    whenText: text('when_text').notNull(),
    at: instant('at').notNull(),
  },
  t => [primaryKey({ columns: [t.groupId, t.version] })],
);

/** 服务站、专家、志愿者: where matters of a service line may be handed over outside the chat. */
export const serviceRoutes = table(
  'service_routes',
  {
    unitId: text('unit_id').notNull(),
    name: text('name').notNull(),
    kind: text('kind').$type<'station' | 'expert' | 'volunteer'>().notNull(),
    line: text('line').notNull(),
    /** Words of a topic that lead there. */
    words: json('words').$type<string[]>().notNull(),
    phone: text('phone'),
    whereText: text('where_text'),
    whenText: text('when_text'),
    personId: text('person_id'),
  },
  t => [primaryKey({ columns: [t.unitId, t.name] })],
);

/** 办得好的例子: de-identified, with the member's consent; offered to cadres when a similar need comes. */
export const examples = table(
  'examples',
  {
    id: text('id').primaryKey(),
    unitId: text('unit_id').notNull(),
    line: text('line'),
    need: text('need').notNull(),
    /** What was done. */
    done: text('done').notNull(),
    at: instant('at').notNull(),
  },
  t => [index('examples_unit').on(t.unitId)],
);

/** 申诉: a cadre's word against ratings that stand together; a leader decides. */
export const appeals = table(
  'appeals',
  {
    id: text('id').primaryKey(),
    number: int('number').notNull(),
    cadreId: text('cadre_id').notNull(),
    unitId: text('unit_id').notNull(),
    text: text('text').notNull(),
    at: instant('at').notNull(),
    decidedAt: instant('decided_at'),
    decidedById: text('decided_by_id'),
    isUpheld: bool('is_upheld'),
    trace: text('trace').notNull(),
  },
  t => [uniqueIndex('appeals_number').on(t.number), index('appeals_cadre').on(t.cadreId)],
);

/** The numbered lines of a leader's digest, so that 详 3 and 改进 3 mean what was read. */
export const digestLines = table(
  'digest_lines',
  {
    leaderId: text('leader_id').notNull(),
    number: int('number').notNull(),
    unitId: text('unit_id').notNull(),
    week: text('week').notNull(),
    groupId: text('group_id').notNull(),
    detector: text('detector'),
  },
  t => [primaryKey({ columns: [t.leaderId, t.number] })],
);
