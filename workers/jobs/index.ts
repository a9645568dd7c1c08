import type { Job } from './define.ts';
import { foldDays } from './fold-days.ts';
import { forgetTexts } from './forget-texts.ts';
import { gatherQuestions } from './gather-questions.ts';
import { offerRecords } from './offer-records.ts';
import { remindTickets } from './remind-tickets.ts';
import { scoreGroups } from './score-groups.ts';
import { sendDigests } from './send-digests.ts';
import { tellDelivered } from './tell-delivered.ts';
import { tellUnanswered } from './tell-unanswered.ts';

/** Every job, in the order in which those that fall due together are run: rollup before score, score before digest. */
export const jobs: readonly Job[] = [
  tellDelivered,
  offerRecords,
  remindTickets,
  tellUnanswered,
  forgetTexts,
  gatherQuestions,
  foldDays,
  scoreGroups,
  sendDigests,
];
