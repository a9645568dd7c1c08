/** All tables, once, for both dialects. */
export * from './schema/chat.ts';
export * from './schema/desk.ts';
export * from './schema/faq.ts';
export * from './schema/ledger.ts';
export * from './schema/people.ts';
export * from './schema/scores.ts';
export * from './schema/survey.ts';
export * from './schema/tickets.ts';
