import { Failure } from '../errors.ts';
import type { TicketAct } from './acts.ts';
import type { Ticket, TicketEvent, TicketState } from './shape.ts';

const WORKED_ON: readonly TicketState[] = ['open', 'accepted', 'waiting'];
const DONE: readonly TicketState[] = ['closed', 'confirmed'];
const ANY: readonly TicketState[] = [...WORKED_ON, ...DONE, 'withdrawn'];

/** From which states an act may be done. */
const ALLOWED: Record<Exclude<TicketAct, 'open'>, readonly TicketState[]> = {
  accept: ['open'],
  assign: WORKED_ON,
  transfer: WORKED_ON,
  wait: ['open', 'accepted'],
  resume: ['waiting'],
  extend: ['open', 'accepted'],
  answer: WORKED_ON,
  close: WORKED_ON,
  ask: ['closed'],
  confirm: [...WORKED_ON, 'closed'],
  reopen: DONE,
  rate: DONE,
  escalate: [...WORKED_ON, 'closed'],
  acknowledge: [...WORKED_ON, 'closed'],
  withdraw: WORKED_ON,
  attach: WORKED_ON,
  miss: ['open', 'accepted'],
  link: WORKED_ON,
  unlink: ANY,
  'set-aside': DONE,
  erase: ANY,
};

const STATE_WORDS: Record<TicketState, string> = {
  open: '还没人接',
  accepted: '正在办',
  waiting: '在等',
  closed: '已经办结',
  confirmed: '已经解决',
  withdrawn: '已经撤回',
};

type Guard = (ticket: Ticket, event: TicketEvent) => string | null;

/** What else must hold; the sentence says what does not. */
const GUARDS: Partial<Record<TicketAct, Guard>> = {
  extend: (ticket, { at }) =>
    ticket.extendedTimes > 0 ? '已经延过一次，不能再延' : at > ticket.dueAt ? '已经过了时限，不能再延' : null,
  close: ({ kind }, { data }) => (kind === 'suggestion' && !data.text ? '是建议，要有答复或者原因' : null),
  rate: ({ stars }) => (stars === null ? null : '已经评过了'),
  'set-aside': ({ stars }) => (stars === null ? '没有评价' : null),
  miss: ({ missedDueAt, dueAt }, { at }) =>
    missedDueAt?.getTime() === dueAt.getTime() || at < dueAt ? '没有新的超时' : null,
  link: ({ duplicateOf, number }, { data }) =>
    duplicateOf !== null ? `已经并到第${duplicateOf}件` : data.number === number ? '不能并到自己' : null,
  unlink: ({ duplicateOf }) => (duplicateOf === null ? '没有并到别的件' : null),
  erase: ({ isErased }) => (isErased ? '已经删除' : null),
};

/** Throws Failure('ticket-state') with one sentence that names the ticket when the act does not fit it as it is. */
export function refuseUnfit(ticket: Ticket, event: TicketEvent): void {
  const { act } = event;
  const { number, state } = ticket;
  if (act === 'open' || !ALLOWED[act].includes(state))
    throw new Failure('ticket-state', `第${number}件${STATE_WORDS[state]}，这一步现在做不了。`);
  const fault = GUARDS[act]?.(ticket, event) ?? null;
  if (fault !== null) throw new Failure('ticket-state', `第${number}件${fault}。`);
}
