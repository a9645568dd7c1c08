import type { Job } from './define.ts';
import { foldDays } from './fold-days.ts';
import { forgetTexts } from './forget-texts.ts';
import { offerRecords } from './offer-records.ts';
import { remindTickets } from './remind-tickets.ts';
import { scoreGroups } from './score-groups.ts';
import { sendDigests } from './send-digests.ts';

/** Every job, in the order in which those that fall due together are run: rollup before score, score before digest. */
export const jobs: readonly Job[] = [
  offerRecords,
  remindTickets,
  forgetTexts,
  foldDays,
  scoreGroups,
  sendDigests,
];
