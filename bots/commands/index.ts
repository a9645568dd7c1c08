import { accept } from './accept.ts';
import { acknowledge } from './acknowledge.ts';
import { close } from './close.ts';
import { confirm } from './confirm.ts';
import { contacts } from './contacts.ts';
import type { Command } from './define.ts';
import { helpFor } from './help.ts';
import { myData } from './my-data.ts';
import { myTickets } from './my-tickets.ts';
import { progress } from './progress.ts';
import { rate } from './rate.ts';
import { record } from './record.ts';
import { reopen } from './reopen.ts';
import { services } from './services.ts';
import { transfer } from './transfer.ts';
import { wait } from './wait.ts';
import { withdraw } from './withdraw.ts';

const listed: readonly Command[] = [
  record,
  progress,
  confirm,
  reopen,
  withdraw,
  rate,
  services,
  contacts,
  myData,
  accept,
  transfer,
  wait,
  close,
  myTickets,
  acknowledge,
];

/** Every command, in the order in which 帮助 shows them. */
export const commands: readonly Command[] = [...listed, helpFor(listed)];
