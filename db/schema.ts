/** All tables, once, for both dialects. */
export * from './schema/chat.ts';
export * from './schema/faq.ts';
export * from './schema/ledger.ts';
export * from './schema/people.ts';
export * from './schema/scores.ts';
export * from './schema/tickets.ts';
