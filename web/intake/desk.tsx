import type { Context } from 'hono';
import type { Db } from '../../db/connect.ts';
import { allUnits } from '../../db/people.ts';
import type { Config } from '../../src/config.ts';
import type { Log } from '../../src/log.ts';
import { type Clock, DAY_MS, HOUR_MS } from '../../src/time.ts';
import { unitOfCode } from '../../src/unit-code.ts';
import { newSheet } from './check-code.ts';
import { findLetter } from './find-letter.ts';
import { type Draft, FormPage } from './form-page.tsx';
import { faultOf, LetterForm, StateForm } from './forms.ts';
import type { UnitFacts } from './frame.tsx';
import { giveVerdict, VERDICTS } from './give-verdict.ts';
import { CalmPage, StatePage, ThanksPage } from './pages.tsx';
import { createRateLimit } from './rate-limit.ts';
import { SAYS } from './says.ts';
import { takeIn } from './take-in.ts';

/** What the pages are given. */
export interface IntakeParts {
  db: Db;
  clock: Clock;
  log: Log;
  config: Pick<Config, 'hotline' | 'retentionDays' | 'web'>;
  /** Who sends a request, to count by; never stored. */
  addressOf(c: Context): string;
}

type Status = 200 | 400 | 403 | 404 | 413 | 422 | 429 | 500 | 503;
type Unit = UnitFacts & { id: string };
type Sent = Readonly<Record<string, string>>;

const page = (c: Context, jsx: unknown, status: Status = 200) => c.html(`<!doctype html>${jsx}`, status);

/** One of the sentences that say what cannot be, as a page. */
export const calm = (
  c: Context,
  why: keyof typeof SAYS,
  { status, hotline }: { status: Status; hotline: string | null },
) =>
  page(
    c,
    <CalmPage title={status === 404 ? '没有这个页面' : '没有收到'} says={SAYS[why]} hotline={hotline} />,
    status,
  );

/** The form; 422 where it says what was wrong with what was sent. */
export function showForm(c: Context, unit: Unit, draft: Partial<Draft> = {}, stateFault?: string) {
  const facts = { draft: { sheet: newSheet(), ...draft }, ...(stateFault ? { stateFault } : {}) };
  return page(c, <FormPage unit={unit} {...facts} />, draft.fault || stateFault ? 422 : 200);
}

/** The unit whose page this is; null where there is none of this code. */
export async function unitAt({ db, config }: IntakeParts, code: string): Promise<Unit | null> {
  const unit = unitOfCode(await allUnits(db), code);
  const { hotline, retentionDays } = config;
  return unit && { id: unit.id, name: unit.name, code, hotline, retentionDays };
}

/** Takes letters in: five an hour from one address, fifty a day to one unit. */
export function letterTaker({ db, clock, log, addressOf }: IntakeParts) {
  const ofAddress = createRateLimit({ most: 5, spanMs: HOUR_MS });
  const toUnit = createRateLimit({ most: 50, spanMs: DAY_MS });
  return async (c: Context, unit: Unit, sent: Sent) => {
    const { hotline } = unit;
    const read = LetterForm.safeParse(sent);
    if (!read.success) {
      const { text = '', wayBack = '' } = sent;
      return showForm(c, unit, { text, wayBack, fault: faultOf(read.error) });
    }
    const now = clock.now();
    if (!ofAddress.take(addressOf(c), now)) return calm(c, 'tooOften', { status: 429, hotline });
    if (!toUnit.take(unit.id, now)) return calm(c, 'tooMany', { status: 429, hotline });
    const taken = await takeIn(db, unit.id, read.data, now);
    if (!taken) return calm(c, 'noReceiver', { status: 503, hotline });
    log.info({ ticket: taken.ticket.id, group: taken.ticket.groupId }, 'a letter came by the page');
    return page(c, <ThanksPage unit={unit} taken={taken} now={now} />);
  };
}

/** Shows where a letter stands, and takes its writer's verdict; so seldom that no code can be guessed. */
export function letterShower({ db, clock, addressOf }: IntakeParts) {
  const ofAddress = createRateLimit({ most: 20, spanMs: HOUR_MS });
  const atNumber = createRateLimit({ most: 10, spanMs: HOUR_MS });
  return async (c: Context, unit: Unit, sent: Sent) => {
    const read = StateForm.safeParse(sent);
    if (!read.success) return showForm(c, unit, {}, faultOf(read.error));
    const now = clock.now();
    const mayLook = ofAddress.take(addressOf(c), now) && atNumber.take(String(read.data.number), now);
    if (!mayLook) return calm(c, 'triedTooOften', { status: 429, hotline: unit.hotline });
    const verdict = VERDICTS.find(each => each === sent['wants']);
    const asked = read.data;
    const found = verdict ? await giveVerdict(db, asked, verdict, now) : await findLetter(db, asked);
    if (!found) return showForm(c, unit, {}, SAYS.wrongCode);
    return page(c, <StatePage unit={unit} found={found} asked={asked} now={now} />);
  };
}
