import { z } from 'zod';
import { Moment } from '../../src/archive/line.ts';

/** What scripts and the page send, checked at the edge. */

const Id = z.string().min(1).max(200);
const MOST_TEXT = 4000;

export const Say = z.object({
  from: Id,
  group: Id.nullish().transform(id => id ?? null),
  text: z
    .string()
    .max(MOST_TEXT)
    .refine(text => text.trim() !== '', 'must not be empty'),
  mention: z.boolean().default(false),
  replyTo: Id.nullish().transform(id => id ?? null),
});

export const Which = z.object({ id: Id });
export const Belonging = z.object({ group: Id, person: Id });
export const NewMember = z.object({ name: z.string().trim().min(1).max(30), group: Id });
export const Until = z.object({ to: Moment });

export const Where = z
  .object({ group: Id.optional(), private: Id.optional(), after: Id.optional() })
  .refine(where => (where.group === undefined) !== (where.private === undefined), {
    message: 'give ?group=… or ?private=…, one of the two',
  });

export const Since = z.object({ after: Moment.optional() });
