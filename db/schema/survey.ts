import { bool, index, instant, primaryKey, table, text } from '../columns.ts';

/** 群众直接评价: who was asked, and apart from it what was answered, so that no answer names anybody. */

export const surveyAsks = table(
  'survey_asks',
  {
    cadreId: text('cadre_id').notNull(),
    personId: text('person_id').notNull(),
    /** `2026-11`. */
    month: text('month').notNull(),
    /** `2026-Q4`: at most once a quarter, whatever the cadre. */
    quarter: text('quarter').notNull(),
    askedAt: instant('asked_at').notNull(),
    /** The same moment as `askedAt` once it was answered; when that was is kept nowhere. */
    answeredAt: instant('answered_at'),
  },
  t => [
    primaryKey({ columns: [t.cadreId, t.personId, t.month] }),
    index('survey_asks_person').on(t.personId),
  ],
);

/** One answer; it carries the cadre and the month, never the person. */
export const surveyAnswers = table(
  'survey_answers',
  {
    id: text('id').primaryKey(),
    cadreId: text('cadre_id').notNull(),
    groupId: text('group_id'),
    month: text('month').notNull(),
    knows: bool('knows').notNull(),
    /** Null when they never looked for help, or said nothing of it. */
    helped: bool('helped'),
    words: text('words'),
    /** The Sunday of the week: the moment, or the day, would point to the person asked. */
    day: text('day').notNull(),
  },
  t => [index('survey_answers_cadre').on(t.cadreId, t.month)],
);

/** 不再问: the person is not surveyed. */
export const surveyRefusals = table('survey_refusals', {
  personId: text('person_id').primaryKey(),
  at: instant('at').notNull(),
});
