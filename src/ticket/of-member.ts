import type { TicketKind } from './shape.ts';

/** Whether a member's matter: what staff ask of each other helps nobody yet and counts in no measure of help. */
export const isOfMember = (kind: TicketKind): boolean => kind !== 'improvement' && kind !== 'resource-gap';
