import { z } from 'zod';

/** What the demo's routes take in; the message of each check is the sentence a person reads. */

const Id = z.string('缺少编号，或编号不是文字。').trim().min(1, '编号不能是空的。').max(200, '编号太长。');

export const SayRequest = z.object({
  from: Id,
  group: Id.nullish().transform(group => group ?? null),
  text: z
    .string('缺少要说的话（text）。')
    .trim()
    .min(1, '要说的话不能是空的。')
    .max(2000, '一次最多说2000字。'),
  mention: z.boolean('mention 只能是 true 或 false。').default(false),
  replyTo: Id.nullish().transform(id => id ?? null),
});

/** A moment with its zone, such as `2026-11-30T09:00:00+08:00`. */
export const ClockRequest = z.object({
  to: z.iso
    .datetime({ offset: true, error: '时间要写成 2026-11-30T09:00:00+08:00 这样，带时区。' })
    .transform(text => new Date(text)),
});

export const RecallRequest = z.object({ id: Id });

export const MembershipRequest = z.object({ group: Id, person: Id });

export const PersonRequest = z.object({
  name: z.string('缺少名字。').trim().min(1, '名字不能是空的。').max(20, '名字最多20字。'),
  group: Id,
});

/** One chat out of two kinds: `?group=` or `?private=`. */
export const MessagesQuery = z
  .object({ group: Id.optional(), private: Id.optional(), after: Id.optional() })
  .refine(query => (query.group === undefined) !== (query.private === undefined), {
    message: '请给 group（群）或 private（某人的私聊）中的一个。',
  });

export const EffectsQuery = z.object({ after: Id.optional() });
