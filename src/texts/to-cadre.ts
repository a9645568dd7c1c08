import { maskNumbers } from '../mask.ts';
import { isPrivateTopic } from '../private-topic.ts';
import { isOfMember } from '../ticket/of-member.ts';
import type { Ticket } from '../ticket.ts';
import { sayLength, sayMoment, shorten } from './moments.ts';

/** A need nobody answered, as its cadre reads of it. */
interface ListedNeed {
  groupName: string;
  who: string;
  sentAt: Date;
  text: string;
}

const SHOWN = 5;
const PAGE = 8;

const needLine = ({ groupName, who, sentAt, text }: ListedNeed, now: Date): string =>
  `${shorten(groupName, 10)} ${shorten(who, 8)} ${sayMoment(sentAt, now)} "${shorten(maskNumbers(text), 18)}"`;

/** What is said of one ticket in a reminder. */
function dueWords(ticket: Ticket, now: Date): string {
  if (ticket.state === 'waiting') return `在等${shorten(ticket.waitingReason ?? '', 8)}`;
  const left = ticket.dueAt.getTime() - now.getTime();
  if (left === 0) return '到时限了';
  return left > 0 ? `还剩${sayLength(left)}` : `已过${sayLength(-left)}`;
}

/** A private matter is read by whoever is responsible, and by nobody else. */
const aloneWords = ({ topic, number }: Ticket): string =>
  isPrivateTopic(topic) ? `回"原文 ${number}"看原话，别在群里提。` : '';

const DANGERS: Record<string, string> = {
  fire: '可能着火',
  gas: '可能漏燃气',
  'missing-person': '有人走失或没有音信',
  medical: '有人急病或受伤',
  danger: '有人身危险',
};

/** Improvement tasks and resource gaps are asked for by staff; of them nobody says 群众. */
const asker = ({ kind }: Ticket): string => (isOfMember(kind) ? '群众' : '提出的同志');

/** What the bot says to cadres, always in private. */
export const toCadre = {
  card: (ticket: Ticket, who: string, groupName: string, now: Date) =>
    `第${ticket.number}件 ${ticket.topic}（${who}，${shorten(groupName, 10)}，${sayMoment(ticket.openedAt, now)}${ticket.pictures ? `，附图${ticket.pictures}张` : ''}）。限${sayMoment(ticket.dueAt, now)}。回"接 ${ticket.number}""转 ${ticket.number} @谁""等 ${ticket.number} 原因"。${aloneWords(ticket)}`,
  /** 首接: the one reminded took it on first, and somebody else has it now. */
  reminder: (tickets: readonly Ticket[], cadreId: string, now: Date) =>
    `今天有${tickets.length}件要回：${tickets
      .slice(0, 5)
      .map(ticket => {
        const first = ticket.assigneeId === cadreId ? '' : '，您首接的';
        return `第${ticket.number}件 ${shorten(ticket.topic, 12)}（${dueWords(ticket, now)}${first}）`;
      })
      .join('、')}${tickets.length > 5 ? `，还有${tickets.length - 5}件，回"我的工单"看` : ''}。`,
  reopened: (ticket: Ticket) =>
    `第${ticket.number}件 ${shorten(ticket.topic, 16)}：${asker(ticket)}说还没解决，重新打开了。`,
  confirmed: (ticket: Ticket) =>
    `第${ticket.number}件 ${shorten(ticket.topic, 16)}：${asker(ticket)}说解决了。`,
  withdrawn: (ticket: Ticket) =>
    `第${ticket.number}件 ${shorten(ticket.topic, 16)}：${asker(ticket)}自己撤回了，不用办了。`,
  closeProposed: (ticket: Ticket, who: string) =>
    `您在群里回了${who}，第${ticket.number}件算办结吗？回"办结 ${ticket.number}"。`,
  accepted: (ticket: Ticket, now: Date) =>
    `好，第${ticket.number}件归您办，限${sayMoment(ticket.dueAt, now)}。办好回"办结 ${ticket.number} 怎么办的"。`,
  transferred: (ticket: Ticket, name: string) => `好，第${ticket.number}件转给${name}了。`,
  transferredUnheard: (ticket: Ticket, name: string) =>
    `第${ticket.number}件转给${name}了，可${name}还没加我好友，收不到，请您告诉一声。`,
  alreadyTheirs: (ticket: Ticket, name: string) => `第${ticket.number}件本来就在${name}手上。`,
  answerOwed: (ticket: Ticket) =>
    `第${ticket.number}件是建议，要给个答复或者原因：回"办结 ${ticket.number} 答复"。`,
  extended: (ticket: Ticket, now: Date) =>
    `好，第${ticket.number}件延到${sayMoment(ticket.dueAt, now)}，只能延这一次。我告诉群众了。`,
  extendWhy: (number: number) => `为什么要延？请回"延期 ${number} 原因"，我好告诉群众。`,
  linked: (ticket: Ticket, main: Ticket) =>
    `好，第${ticket.number}件并到第${main.number}件（${shorten(main.topic, 12)}）一起办。弄错了回"拆开 ${ticket.number}"。`,
  unlinked: (ticket: Ticket) => `好，第${ticket.number}件单独办。`,
  linkWhich: () => '哪两件是一件事？请回"合并 12 到 9"，12就跟着9一起办。',
  isDuplicate: (ticket: Ticket, main: number) =>
    `第${ticket.number}件已经并到第${main}件，请直接并到第${main}件。`,
  linkToDone: (ticket: Ticket) => `第${ticket.number}件已经不在办，不能并过去。`,
  isFollowed: (ticket: Ticket, follower: number) =>
    `第${follower}件跟着第${ticket.number}件在办，请反过来并，或者先"拆开 ${follower}"。`,
  released: (ticket: Ticket, main: number) =>
    `第${main}件撤回了，原来并在一起的第${ticket.number}件 ${shorten(ticket.topic, 12)}还要办。`,
  supplemented: (ticket: Ticket, text: string) =>
    `第${ticket.number}件 ${shorten(ticket.topic, 12)}：群众补充"${shorten(text, 60)}"。`,
  transferToWhom: (number: number) => `转给谁？请回"转 ${number} @名字"，对方要是登记过的干部。`,
  waiting: (ticket: Ticket) => `好，第${ticket.number}件先等着，等到了回"接 ${ticket.number}"接着办。`,
  waitForWhat: (number: number) => `在等什么？请回"等 ${number} 原因"，我好告诉群众。`,
  closed: (ticket: Ticket) => `好，第${ticket.number}件办结，我去问问${asker(ticket)}解决没有。`,
  myTickets: (
    { tickets, page }: { tickets: readonly Ticket[]; page: number },
    more: { unanswered: number; candidates: number; reminded: number; assigned: number },
    now: Date,
  ) => {
    const shown = tickets.slice((page - 1) * PAGE, page * PAGE);
    const left = tickets.length - page * PAGE;
    const mine = shown.length
      ? `在办${tickets.length}件：${shown
          .map(ticket => `第${ticket.number}件 ${shorten(ticket.topic, 12)}（${dueWords(ticket, now)}）`)
          .join('、')}。${left > 0 ? `还有${left}件，回"我的工单 ${page + 1}"看。` : ''}`
      : tickets.length
        ? `在办${tickets.length}件，没有第${page}页。`
        : '手上没有在办的事。';
    const unanswered = more.unanswered ? `没人回的${more.unanswered}条，回"没人回"看。` : '';
    const candidates = more.candidates ? `待审${more.candidates}条，回"待审"看。` : '';
    const load =
      more.reminded || more.assigned ? `近7天我催了您${more.reminded}次，派了${more.assigned}件。` : '';
    return `${mine}${unanswered}${candidates}${load}`;
  },
  /** The list that was asked for, the newest first. */
  unanswered: (needs: readonly ListedNeed[], now: Date) =>
    needs.length
      ? `没人回的${needs.length}条：
${needs
  .slice(0, SHOWN)
  .map(need => needLine(need, now))
  .join('\n')}${needs.length > SHOWN ? `\n还有${needs.length - SHOWN}条。` : ''}\n在群里引用他的话回就行。`
      : '群里问的都有人回了。',
  /** Unasked, once a working day at most. */
  unansweredToday: (needs: readonly ListedNeed[], candidates: number, now: Date) => {
    const [newest] = needs;
    const first = newest ? `，最近一条：${needLine(newest, now)}` : '';
    const more = candidates ? `另有${candidates}条问答待审，回"待审"看。` : '';
    return `有${needs.length}位邻居问过、还没人回${first}。回"没人回"看。${more}`;
  },
  emergency: (kind: string, groupName: string, who: string) =>
    `${shorten(groupName, 12)}的${who}刚刚说有紧急情况${kind in DANGERS ? `（${DANGERS[kind]}）` : ''}。请马上联系，确认有人打了110、119或120。`,
  emergencyPrivate: (groupName: string, who: string) =>
    `${shorten(groupName, 12)}的${who}刚刚说了紧急的事，请尽快单独联系，不要在群里提。`,
} as const;
