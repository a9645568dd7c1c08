import { accept } from './accept.ts';
import { acknowledge } from './acknowledge.ts';
import { approve } from './approve.ts';
import { candidates } from './candidates.ts';
import { close } from './close.ts';
import { confirm } from './confirm.ts';
import { contacts } from './contacts.ts';
import type { Command } from './define.ts';
import { dismiss } from './dismiss.ts';
import { helpFor } from './help.ts';
import { myData } from './my-data.ts';
import { myTickets } from './my-tickets.ts';
import { progress } from './progress.ts';
import { rate } from './rate.ts';
import { record } from './record.ts';
import { reopen } from './reopen.ts';
import { services } from './services.ts';
import { takeBack } from './take-back.ts';
import { transfer } from './transfer.ts';
import { unansweredNeeds } from './unanswered-needs.ts';
import { useful } from './useful.ts';
import { useless } from './useless.ts';
import { wait } from './wait.ts';
import { withdraw } from './withdraw.ts';
import { writeAnswer } from './write-answer.ts';

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
  useful,
  useless,
  accept,
  transfer,
  wait,
  close,
  myTickets,
  unansweredNeeds,
  candidates,
  approve,
  writeAnswer,
  dismiss,
  takeBack,
  acknowledge,
];

/** Every command, in the order in which 帮助 shows them. */
export const commands: readonly Command[] = [...listed, helpFor(listed)];
