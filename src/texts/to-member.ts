import { isOfMember } from '../ticket/of-member.ts';
import type { Ticket } from '../ticket.ts';
import { sayMoment, sayMonth, shorten } from './moments.ts';

const STATES: Record<Ticket['state'], string> = {
  open: '已记下，等负责的同志接',
  accepted: '负责的同志正在办',
  waiting: '在等',
  closed: '已办好，等您说一声',
  confirmed: '已经解决',
  withdrawn: '已按您的意思撤回',
};

const EMERGENCIES = {
  fire: '有危险请马上打：火警119、急救120、报警110。人先离开，再打电话。',
  gas: '闻到燃气味：先关阀开窗，别开灯打火，人出门再打燃气抢修电话或119。',
  'missing-person': '人走失了请马上打110，不用等24小时。说清衣着和最后见到的地方。',
  medical: '有人急病请马上打120，说清地址和情况，留个人到路口接车。',
  public: '有危险请马上打：火警119、急救120、报警110。',
} as const;

/** One message in a group; a longer one is not read to its end. */
const MOST_CHARS = 90;

/** Who says so and since when; an imported entry may not know. */
const sourceOf = (entry: { issuer: string; issuedOn: string }): string =>
  entry.issuer ? `（${entry.issuer}${entry.issuedOn ? `，${sayMonth(entry.issuedOn)}` : ''}）` : '';

/** What a ticket is called by, whatever it is worked on together with. */
const namedBy = ({ number, topic, pictures }: Ticket) => ({ number, topic, pictures });

/** What the bot says to members, in the group or in private. */
export const toMember = {
  notice: (retentionDays: number) =>
    `大家好，我是咱们群的服务机器人。@我问事、求助，我跟到您说解决；说"服务"看能办啥，"联系人"看找谁。闲聊不存，诉求存${retentionDays}天，服务情况做统计。想看或退出说"我的数据"。`,
  welcome: (retentionDays: number) =>
    `欢迎新朋友。@我说"服务"看能办哪些事，说"联系人"看谁负责咱们群。闲聊不存，诉求存${retentionDays}天，服务情况做统计；想看或退出说"我的数据"。`,
  friendHello: (retentionDays: number) =>
    `您好，我是服务机器人。可以问事，也可以说"记录"把要办的事交给负责的同志。闲聊不存，诉求原话存${retentionDays}天，负责的同志会看到；想看或退出说"我的数据"。`,

  answer: (entry: { answer: string; issuer: string; issuedOn: string }, canRecord = true) => {
    const said = `${entry.answer}${sourceOf(entry)}`;
    if (!canRecord) return said;
    const asks = `${said}回"有用""没用"，没解决回"记录"。`;
    return asks.length <= MOST_CHARS ? asks : `${said}没解决回"记录"。`;
  },
  /** In private only; in the group 有用 is answered by nothing. */
  useful: () => '谢谢。',
  useless: () => '谢谢您说出来。要不要记下来，请负责的同志回您？回"记录"就行。',
  whichAnswer: () => '您说的是哪一条？引用我那句回答，再说"有用"或"没用"。',
  clarify: (questions: readonly string[]) =>
    questions.length === 1
      ? `您是想问"${shorten(questions[0] ?? '', 30)}"吗？是回"1"，不是回"0"。`
      : `您是想问：${questions.map((question, index) => `${index + 1} ${shorten(question, 18)}`).join(' ')}？回数字就行，都不是回"0"。`,
  offer: (topic: string) => `"${shorten(topic, 20)}"这事要不要我记下来，请负责的同志来办？回"记录"就行。`,
  notSureOffer: () => '这个我说不准。要不要记下来，请负责的同志回您？回"记录"就行。',
  emergency: (kind: string) => EMERGENCIES[kind as keyof typeof EMERGENCIES] ?? EMERGENCIES.public,
  emergencyPrivate: () =>
    '您的安全最要紧。有危险马上打110；家里的事可打12338妇女热线，心里难受可打12356。说"记录"，我请专人联系您。',
  /** Unasked, in private, to somebody who said it in the group. */
  emergencyAlone: () =>
    '刚才那件事咱们私下说。有危险马上打110；家里的事可打12338妇女热线，心里难受可打12356，都有人听您说。要人联系您，回"记录"。',
  /** Only when it was delivered. */
  emergencyTold: () => '已经告诉负责的同志了。',
  sensitivePrivate: () => '这件事我单独替您记，不在群里说。回"记录"，负责的同志会看到您说的内容。',

  opened: (ticket: Ticket, now: Date) =>
    `记下了，第${ticket.number}件：${ticket.topic}。负责的同志${sayMoment(ticket.dueAt, now)}前回复您。随时@我"进度 ${ticket.number}"。`,
  openedNoCadre: (ticket: Ticket) =>
    `记下了，第${ticket.number}件：${ticket.topic}。咱们群还没定负责人，已转给街道。随时@我"进度 ${ticket.number}"。`,
  alreadyOpen: (ticket: Ticket) => `这件事记过了，是第${ticket.number}件，${STATES[ticket.state]}。`,
  nothingToRecord: () => '要记什么事？请@我说：帮我记一下，后面接着写事情。',
  whichGroup: () => '您还不在我服务的群里，这件事我没法派给人。请到您小区的群里@我说。',

  progress: (ticket: Ticket, main: Ticket | null, now: Date) => {
    const { number, topic, pictures, waitingReason } = main ? { ...main, ...namedBy(ticket) } : ticket;
    const { state, dueAt } = main ?? ticket;
    const reason = waitingReason ? `，${shorten(waitingReason, 12)}` : '';
    const due = state === 'open' || state === 'accepted' ? `，${sayMoment(dueAt, now)}前回复` : '';
    const picture = pictures ? `（附图${pictures}张）` : '';
    const together = main ? `和第${main.number}件一起办，` : '';
    return `第${number}件 ${shorten(topic, 16)}${picture}：${together}${STATES[state]}${reason}${due}。`;
  },
  noTickets: () => '您现在没有在办的事。有事@我说一声就行。',
  accepted: (ticket: Ticket) => `第${ticket.number}件有人接了，正在办。`,
  waiting: (ticket: Ticket, reason: string) =>
    `第${ticket.number}件在等：${shorten(reason, 30)}。有进展我告诉您。`,
  closed: (ticket: Ticket, words: string) =>
    `第${ticket.number}件：${shorten(words || '办好了', 40)}。解决了吗？回"解决了 ${ticket.number}"或"没解决 ${ticket.number}"。${isOfMember(ticket.kind) ? '想评价，请私聊我。' : ''}`,
  confirmed: (ticket: Ticket) => `好，第${ticket.number}件记为解决了。愿意的话，请私聊我评价一下。`,
  confirmedPrivate: (ticket: Ticket) =>
    `第${ticket.number}件您觉得：满意、基本满意、不满意？自愿评价，承办的同志看不到是谁评的。`,
  extended: (ticket: Ticket, reason: string, now: Date) =>
    `第${ticket.number}件要晚些，${sayMoment(ticket.dueAt, now)}前回复您。原因：${shorten(reason, 30)}。`,
  linked: (ticket: Ticket, main: number) =>
    `第${ticket.number}件和第${main}件是一件事，一起办，有进展也告诉您。`,
  closedTogether: () => '一起办好了',
  unlinked: (ticket: Ticket) => `第${ticket.number}件单独办，有进展告诉您。`,
  openedLinked: (ticket: Ticket, old: number) =>
    `第${old}件办完有几天了，我重新记了一件：第${ticket.number}件 ${shorten(ticket.topic, 16)}。随时@我"进度 ${ticket.number}"。`,
  supplemented: (ticket: Ticket) => `第${ticket.number}件补充上了，告诉负责的同志了。`,
  supplementWhat: (ticket: Ticket) => `要补充什么？请回"补充 ${ticket.number} 情况"。`,
  reopened: (ticket: Ticket) => `好，第${ticket.number}件重新打开了，会再办。`,
  withdrawn: (ticket: Ticket) => `好，第${ticket.number}件撤回了。`,
  onlyInPrivate: () => '这件事请私聊我说，群里别人就看不到。',

  services: (lines: readonly string[]) =>
    lines.length
      ? `咱们群能办：${lines.join('、')}。别的事也可以@我说，我记下来请人办。`
      : '有事@我说就行：能答的马上答，要办的记下来请负责的同志办。',
  contacts: (names: readonly string[]) =>
    names.length
      ? `负责咱们群的是：${names.join('、')}。直接@他们，或@我"帮我记一下"。`
      : '咱们群还没登记联系人，有事@我，我记下来转给街道。',
  myData: (counts: { tickets: number; texts: number; isContact: boolean }, retentionDays: number) =>
    `我存着您的：${counts.tickets}件事、${counts.texts}条问事或诉求的原话（${retentionDays}天后删）。闲聊原话不存。要导出或删除，请打街道电话，后续可在这里直接办。`,
  help: ({ daily, more }: { daily: readonly string[]; more: readonly string[] }) =>
    `常说的：${daily.join('、')}。${more.length ? `还可以说：${more.join('、')}。` : ''}想看一个词怎么用，回"帮助 ${daily[0] ?? '进度'}"。要办的事直接跟我说。`,
  helpInGroup: ({ daily }: { daily: readonly string[] }) =>
    `可以@我说：${daily.join('、')}。要办的事也直接@我说。私聊我说"帮助"看全部。`,
  usage: (word: string, usage: string) => (usage.startsWith(word) ? `${usage}。` : `${word}：${usage}。`),

  notYours: () => '这件事要由负责的同志来办。您要补充情况，直接@我说就行。',
  notYourTicket: (number: number) => `第${number}件不是您的事，这里不方便说。您自己的事说"进度"就能看。`,
  noSuchTicket: (number: number) => `没有第${number}件。说"进度"看您的事。`,
  whichTicket: (tickets: readonly Ticket[]) =>
    `您说的是哪一件？${tickets
      .slice(0, 3)
      .map(ticket => `第${ticket.number}件 ${shorten(ticket.topic, 10)}`)
      .join('；')}。请带上号再说一遍。`,
  notUnderstood: (words: readonly string[]) => `没听懂。可以回：${words.join('、')}。`,
  wentWrong: () => '我这边出了点小毛病，您的话已经收到，稍后再看。急事请打12345。',
  groupBound: (name: string) => `好，${shorten(name, 20)}接上了。`,
  personBound: (name: string) =>
    `${name}您好，认出您了。新事情和提醒我会私下告诉您。说"我的工单"看在办的事。`,
  wrongCode: () => '这个绑定码不对，或者已经用过了。请向管理员要一个新的。',
} as const;
