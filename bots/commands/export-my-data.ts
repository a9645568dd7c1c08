import { appendAudit } from '../../db/audit.ts';
import { auditNameOf } from '../../db/audit-names.ts';

import { put } from '../../db/outbox.ts';
import { othersAround, ownDataOf } from '../../db/own-data.ts';
import { keys } from '../../src/keys.ts';
import { ownFile } from '../../src/own-data.ts';
import { aboutOwnData } from '../../src/texts.ts';
import { dayOf, MINUTE_MS } from '../../src/time.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

/** A file that could not be sent by then is not made to wait with all that is in it. */
const FILE_LIFE_MS = 30 * MINUTE_MS;

async function sendFile({ tx, now, message, person }: Turn, bytes: Uint8Array): Promise<void> {
  await put(
    tx,
    {
      key: keys.ownDataFile(message.id),
      placeId: message.placeId,
      isPrivate: true,
      kind: 'file',
      text: aboutOwnData.fileName(dayOf(now)),
      image: bytes,
      ignoresQuiet: true,
      notAfter: new Date(now.getTime() + FILE_LIFE_MS),
      trace: message.trace,
    },
    now,
  );
  const byId = await auditNameOf(tx, person.id, now);
  await appendAudit(tx, { byId, act: 'export-own-data', thing: 'person', data: {} }, now);
}

/** 导出我的数据 (PIPL 45): a file in the private chat; it is forgotten here once it was sent. */
export const exportMyData = defineCommand({
  name: 'export-my-data',
  says: ['导出我的数据', '导出数据'],
  act: 'see-own-data',
  forWhom: 'everyone',
  isTold: true,
  help: '把我存的您的数据发给您（私聊）',
  async run(turn) {
    const { tx, person, now } = turn;
    if (turn.group) return turn.say(aboutOwnData.onlyInPrivate());
    const data = await ownDataOf(tx, person.id);
    if (!data) return;
    const others = await othersAround(tx, person.id);
    await turn.say(aboutOwnData.exported());
    await sendFile(turn, ownFile(data, others, now));
  },
});
