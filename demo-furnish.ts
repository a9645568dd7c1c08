import { openLabeller } from './cli/content.ts';
import { readWholeArchive } from './cli/read-archive.ts';
import { saveAgreement } from './db/agreements.ts';
import { importArchive } from './db/archive-import.ts';
import { saveAccount } from './db/bindings.ts';
import { saveCatalogue } from './db/catalogues.ts';
import type { Db } from './db/connect.ts';
import { saveDigest } from './db/digests.ts';
import { allLeaders } from './db/people.ts';
import { groups } from './db/schema.ts';
import { saveRoutes } from './db/service-routes.ts';
import { type House, jobCaller } from './rooms.ts';
import type { ArchiveLine } from './src/archive/line.ts';
import { neighbourhood, STREET } from './src/neighbourhood/neighbourhood.ts';
import { AGREEMENTS, CATALOGUE, ROUTES } from './src/neighbourhood/offers.ts';
import { addDays, DAY_MS, dayOf, weekOf } from './src/time.ts';
import type { PhoneLine } from './web/demo/phones.ts';
import { foldDays } from './workers/jobs/fold-days.ts';
import { packGroups } from './workers/jobs/pack-groups.ts';
import { scoreGroups } from './workers/jobs/score-groups.ts';
import { digestTime } from './workers/jobs/send-digests.ts';

/** The name under which the simulated chat account is kept. */
export const ACCOUNT = 'demo';

/** The made-up neighbourhood, or what an archive says. Throws with file, line and cure where it is wrong. */
export async function readBeginning(archive: string | undefined, now: Date): Promise<ArchiveLine[]> {
  if (archive === undefined) return neighbourhood({ now }).lines;
  const lines: ArchiveLine[] = [];
  await readWholeArchive(archive, line => void lines.push(line));
  return lines;
}

/** What people's phones show of an archive. */
export function* phoneLinesOf(line: ArchiveLine): Generator<PhoneLine> {
  if (line.type === 'person') {
    yield { is: 'person', id: line.id, name: line.name, role: line.role, isContact: line.contact };
  } else if (line.type === 'group') {
    yield { is: 'group', id: line.id, name: line.name };
    for (const person of line.cadres) yield { is: 'join', group: line.id, person };
  } else if (line.type === 'membership' && line.leftAt === null) {
    yield { is: 'join', group: line.group, person: line.person };
  } else if (line.type === 'message') {
    const { id, kind, replyTo } = line;
    const at = line.sentAt.toISOString();
    const from = { place: line.group, isPrivate: false, from: line.sender };
    yield { is: 'message', id, ...from, kind, text: line.text ?? '', at, replyTo, picture: null };
  }
}

/** The week that ended before the demo began is not told of, unless its hour is still to come. */
async function passOverLastWeek(db: Db, now: Date): Promise<void> {
  const week = weekOf(addDays(dayOf(now), -7));
  if (now < digestTime(week)) return;
  for (const { personId: leaderId, unitId } of await allLeaders(db)) {
    await saveDigest(db, { leaderId, unitId, week, text: '演示开始以前的一周。', png: null }, now);
  }
}

/** Declared so long ago that nobody is told of it any more. */
const DECLARED_MS = 30 * DAY_MS;

/** What the made-up street offers: its catalogue, its agreements, and where a matter may go. */
export async function declareOffers(db: Db, now: Date): Promise<void> {
  const at = new Date(now.getTime() - DECLARED_MS);
  await db.transaction(async tx => {
    await saveCatalogue(tx, STREET, [...CATALOGUE], at);
    await saveRoutes(tx, STREET, ROUTES);
    for (const { groupId, agreement } of AGREEMENTS) await saveAgreement(tx, groupId, agreement, at);
  });
}

/** Brings the archive in as any archive, binds it to the simulated chat, and lets the nightly jobs read it once. */
export async function furnish(house: House, lines: readonly ArchiveLine[], botName: string): Promise<void> {
  const { db } = house.open;
  const now = house.clock.now();
  await saveAccount(db, ACCOUNT, botName);
  const { version, labelOf } = await openLabeller();
  await importArchive(db, lines, { now, version, classify: labelOf, bindTo: ACCOUNT });
  // The bot has been in these groups all along, so its notice was read long ago.
  await db.update(groups).set({ noticeAt: now });
  const run = jobCaller(house);
  for (const job of [foldDays, packGroups, scoreGroups]) await run(job, now);
  await passOverLastWeek(db, now);
}
