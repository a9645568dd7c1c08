import { bool, int, json, primaryKey, table, text } from '../columns.ts';

/** Questions that may be answered, with their source and date; every version stays. */
export const faqEntries = table(
  'faq_entries',
  {
    id: text('id').notNull(),
    version: int('version').notNull(),
    question: text('question').notNull(),
    answer: text('answer').notNull(),
    phrasings: json('phrasings').$type<string[]>().notNull(),
    issuer: text('issuer').notNull(),
    issuedOn: text('issued_on').notNull(),
    href: text('href'),
    status: text('status').$type<'verified' | 'unverified'>().notNull(),
    unitId: text('unit_id'),
    validFrom: text('valid_from'),
    validTo: text('valid_to'),
    isCurrent: bool('is_current').notNull(),
  },
  t => [primaryKey({ columns: [t.id, t.version] })],
);
