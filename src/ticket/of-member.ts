import type { TicketKind } from './shape.ts';

/** Whether a member's matter: what staff ask of each other helps nobody yet and counts in no measure of help. */
export const isOfMember = (kind: TicketKind): boolean => kind !== 'improvement' && kind !== 'resource-gap';

/** What somebody asked for of their own accord; a call-back only follows up on what was done. */
export const isAsked = (kind: TicketKind): boolean => kind === 'request' || kind === 'suggestion';
