import { noteAlive } from './bots/hear.ts';
import type { MovingClock } from './demo-clock.ts';
import type { BotsRoom } from './rooms.ts';
import { Failure } from './src/errors.ts';
import { MINUTE_MS } from './src/time.ts';
import type { Schedule } from './workers/schedule.ts';

/** Right after somebody spoke every minute counts; later nothing happens between the sweeps, which stand on the fives. */
const CLOSELY_MS = 30 * MINUTE_MS;
const STRIDE_MS = 5 * MINUTE_MS;
/** What waits only for its turn after the last moment is still said: a picture follows its words. */
const TURN_MS = 2 * MINUTE_MS;
const LOOK_MS = 15;
const NEVER = Number.POSITIVE_INFINITY;

export interface Passing {
  clock: MovingClock;
  rooms: BotsRoom;
  schedule: Schedule;
  /** After every move of the clock. */
  onMoved(): Promise<void>;
}

/** Lets the bot hear, act and say until two looks in a row find nothing new; the moment of the next send. */
async function settle({ rooms }: Passing): Promise<number> {
  let sendAt = NEVER;
  for (let quiet = 0; quiet < 2; quiet++) {
    await new Promise(resolve => setTimeout(resolve, LOOK_MS));
    await rooms.listening.settled();
    sendAt = (await rooms.speaking.sayDue())?.getTime() ?? NEVER;
  }
  return sendAt;
}

/** One moment on; whoever looks at the page meanwhile is answered in between. */
async function step({ clock, rooms, schedule, onMoved }: Passing, at: number): Promise<void> {
  await new Promise(resolve => setImmediate(resolve));
  clock.moveTo(new Date(at));
  await onMoved();
  await noteAlive(rooms.bot, clock.now());
  await schedule.runDue(clock.now());
}

/** Time passes up to `to`, with every job and every send at its moment; resolves when all of it is done and said. */
export async function passTo(passing: Passing, to: Date): Promise<void> {
  const { clock, rooms, schedule } = passing;
  const from = clock.now().getTime();
  if (to.getTime() < from) {
    throw new Failure('wrong-usage', `时钟只能往前走：现在是 ${clock.now().toISOString()}。`);
  }
  await settle(passing);
  for (;;) {
    const now = clock.now().getTime();
    const sendAt = (await rooms.speaking.sayDue())?.getTime() ?? NEVER;
    const closely = now - from < CLOSELY_MS;
    const grid = closely ? 0 : Math.ceil((now + 1) / STRIDE_MS) * STRIDE_MS;
    const jobAt = Math.max(schedule.nextAt(clock.now()).getTime(), grid);
    const next = Math.min(jobAt, sendAt > now ? sendAt : NEVER);
    if (next > to.getTime()) break;
    await step(passing, next);
  }
  await step(passing, to.getTime());
  for (;;) {
    const sendAt = await settle(passing);
    const now = clock.now().getTime();
    if (sendAt <= now || sendAt - to.getTime() > TURN_MS) return;
    clock.moveTo(new Date(sendAt));
    await passing.onMoved();
  }
}
