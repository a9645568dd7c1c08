import { nextDueAt } from '../../../db/outbox.ts';
import { nextWorkingTime } from '../../../src/time.ts';
import { jobs } from '../../../workers/jobs/index.ts';
import { checkInvariants } from './invariants.ts';
import { type Line, lineOf, type Moment, type Standing, standingAfter } from './line.ts';
import { type Passing, type Saying, type Script, STARTS, type Together } from './script.ts';
import { differences, eventCount, lookAt, outboxRows, type Seen } from './seen.ts';
import type { Scene, Stage } from './stage.ts';
import { count, type Tally } from './tally.ts';

/** Between two words of one person: the same words sooner than this are taken for one message that came twice. */
const BETWEEN_MS = 11_000;
/** So many moments of a long time are stopped at; what falls due between the others is done late. */
const MOST_MOMENTS = 6;
/** Their subject is the group, not the ticket; they would take most of the time. */
const NOT_OF_TICKETS = [
  'ask-members',
  'gather-questions',
  'fold-days',
  'pack-groups',
  'score-groups',
  'send-digests',
  'post-changes',
];
/** Nothing falls due for them at a ticket's moment: once at the end of a time that passes is enough. */
const AT_THE_END = ['forget-texts', 'tell-unanswered', 'tell-delivered', 'offer-records'];
const TICKET_JOBS = jobs.filter(({ name }) => !NOT_OF_TICKETS.includes(name));
const AT_MOMENTS = TICKET_JOBS.filter(({ name }) => !AT_THE_END.includes(name));

/** One sequence under way. */
interface Play {
  stage: Stage;
  scene: Scene;
  tally: Tally;
  standing: Standing;
  seen: Seen;
  said: Line[];
  delivered: number;
  lastSaidAt: Map<string, number>;
}

function failUnless(holds: boolean, play: Play, why: () => string): void {
  if (holds) return;
  const lines = play.said.map(({ by, groupId, text }) => `${by.id} in ${groupId ?? 'private'}: ${text}`);
  throw new Error(`${why()}\nat ${play.stage.now().toISOString()}, after\n${lines.join('\n')}`);
}

/** Hands a line to the bot as the chat would, once or twice at once. */
async function deliver(play: Play, line: Line, saying: Saying, ids: readonly string[]): Promise<void> {
  const { stage, lastSaidAt } = play;
  const { by, groupId, text, to, hasWords } = line;
  const at = Math.max(stage.now().getTime() + saying.skew * 1000, (lastSaidAt.get(by.id) ?? 0) + BETWEEN_MS);
  lastSaidAt.set(by.id, at);
  const mentions = groupId && hasWords && text.includes(`@${to.name}`) ? [to.id] : [];
  const message = {
    chatGroupId: groupId,
    chatSenderId: by.id,
    chatPrivateWithId: groupId ? null : by.id,
    isSelf: false,
    kind: 'text' as const,
    text,
    sentAt: new Date(at),
    mentions,
    mentionsBot: groupId !== null,
    quotedChatMessageId: null,
    recalledChatMessageId: null,
  };
  const tell = (chatMessageId: string) =>
    stage.channel.tell({ kind: 'message', message: { ...message, chatMessageId } });
  await Promise.all(ids.map(tell));
}

const freshId = (play: Play): string => `said-${++play.delivered}`;

function moment(play: Play): Moment {
  const { rows } = play.seen;
  return {
    now: play.stage.now(),
    dueAt: number => rows.find(row => row.number === number)?.dueAt ?? null,
  };
}

/** Looks at the database: it must stand at one of these. */
async function settleOn(play: Play, possible: readonly Standing[]): Promise<Standing> {
  await play.scene.listening.settled();
  play.seen = await lookAt(play.stage.open.db);
  const agreed = possible.find(({ desk }) => differences(play.seen, desk).length === 0);
  failUnless(agreed !== undefined, play, () =>
    possible.map(({ desk }) => differences(play.seen, desk).join('\n')).join('\n  or\n'),
  );
  failUnless(
    play.stage.faults.length === 0,
    play,
    () => `something went wrong: ${play.stage.faults.join('\n')}`,
  );
  return agreed ?? play.standing;
}

async function say(play: Play, saying: Saying): Promise<void> {
  const line = lineOf(play.standing, saying, ++play.delivered, moment(play));
  play.said.push(line);
  const expected = standingAfter(play.standing, line, moment(play));
  const before = eventCount(play.seen);
  const id = freshId(play);
  await deliver(play, line, saying, saying.again === 'same-id' ? [id, id] : [id]);
  play.standing = await settleOn(play, [expected ?? play.standing]);
  const after = eventCount(play.seen);
  failUnless(expected !== null || after === before, play, () => 'what was refused left an event behind');
  count(play.tally, line.act, expected !== null);
  if (saying.again === 'no') return;
  play.tally.again++;
  const words = (await outboxRows(play.stage.open.db)).length;
  if (saying.again === 'same-words')
    play.lastSaidAt.set(line.by.id, (play.lastSaidAt.get(line.by.id) ?? 0) - BETWEEN_MS);
  await deliver(play, line, { ...saying, skew: -3600 }, [saying.again === 'same-id' ? id : freshId(play)]);
  await settleOn(play, [play.standing]);
  const isSilent = eventCount(play.seen) === after && (await outboxRows(play.stage.open.db)).length === words;
  failUnless(isSilent, play, () => 'a message that came twice was acted on twice');
}

/** Two words at once: what comes out must be what one order of them gives, or that one of them came too late. */
async function sayTogether(play: Play, { one, two }: Together): Promise<void> {
  const { standing } = play;
  const lines = [one, two].map(saying => lineOf(standing, saying, ++play.delivered, moment(play)));
  const [first, second] = lines;
  if (!first || !second) return;
  play.said.push(first, second);
  play.tally.together++;
  const at = moment(play);
  const after = (from: Standing, line: Line) => standingAfter(from, line, at) ?? from;
  const possible = [
    after(after(standing, first), second),
    after(after(standing, second), first),
    after(standing, first),
    after(standing, second),
  ];
  await Promise.all([
    deliver(play, first, one, [freshId(play)]),
    deliver(play, second, two, [freshId(play)]),
  ]);
  play.standing = await settleOn(play, possible);
}

async function speak({ scene: { mouths } }: Play, isDouble: boolean): Promise<void> {
  await Promise.all((isDouble ? mouths : mouths.slice(0, 1)).map(mouth => mouth.sayDue()));
}

/** The next moment at which something has to be done. */
async function nextMoment({ stage, seen }: Play, end: Date): Promise<Date> {
  const now = stage.now();
  const dueAt = await nextDueAt(stage.open.db);
  const looks = seen.rows.flatMap(({ lookAt: at }) => (at && at > now ? [nextWorkingTime(at)] : []));
  const moments = [...looks, ...(dueAt && dueAt > now ? [dueAt] : []), end].map(at => at.getTime());
  return new Date(Math.min(...moments));
}

async function pass(play: Play, { minutes, isDouble }: Passing): Promise<void> {
  const { stage } = play;
  await speak(play, isDouble);
  const end = new Date(stage.now().getTime() + minutes * 60_000);
  play.tally.passedDays += minutes / 1440;
  for (let times = 1; stage.now() < end; times++) {
    stage.setNow(times < MOST_MOMENTS ? await nextMoment(play, end) : end);
    for (const job of stage.now() < end ? AT_MOMENTS : TICKET_JOBS) {
      await stage.runJob(job);
      if (isDouble) await stage.runJob(job);
    }
    await speak(play, isDouble);
    play.standing = await settleOn(play, [play.standing]);
  }
}

/** Until the morning, so that what waits for the end of the quiet hours is said. */
const LAST_NIGHT = { kind: 'pass' as const, minutes: 12 * 60, isDouble: false };

/** Plays one sequence on an empty stage and checks all that must hold during and after it. */
export async function play(stage: Stage, script: Script, tally: Tally): Promise<void> {
  const scene = await stage.begin(STARTS[script.start] ?? new Date(0));
  const playing: Play = {
    ...{ stage, scene, tally, standing: { desk: new Map(), ups: new Map() }, seen: { rows: [], events: [] } },
    ...{ said: [], delivered: 0, lastSaidAt: new Map() },
  };
  for (const step of script.steps) {
    if (step.kind === 'say') await say(playing, step);
    else if (step.kind === 'together') await sayTogether(playing, step);
    else await pass(playing, step);
    stage.setNow(new Date(stage.now().getTime() + BETWEEN_MS));
  }
  await pass(playing, LAST_NIGHT);
  tally.sequences++;
  tally.sent += stage.channel.sent.length;
  const faults = await checkInvariants(stage, playing.seen);
  failUnless(faults.length === 0, playing, () => faults.join('\n'));
}
