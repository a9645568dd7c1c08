import { askHandovers } from './ask-handovers.ts';
import { askMembers } from './ask-members.ts';
import type { Job } from './define.ts';
import { endStandIns } from './end-stand-ins.ts';
import { finishDeletions } from './finish-deletions.ts';
import { foldDays } from './fold-days.ts';
import { forgetTexts } from './forget-texts.ts';
import { gatherQuestions } from './gather-questions.ts';
import { gatherThemes } from './gather-themes.ts';
import { offerRecords } from './offer-records.ts';
import { packGroups } from './pack-groups.ts';
import { postChanges } from './post-changes.ts';
import { pressStraightUp } from './press-straight-up.ts';
import { remindTickets } from './remind-tickets.ts';
import { scoreGroups } from './score-groups.ts';
import { scoreUnits } from './score-units.ts';
import { sendDigests } from './send-digests.ts';
import { sendMirrors } from './send-mirrors.ts';
import { tellDelivered } from './tell-delivered.ts';
import { tellUnanswered } from './tell-unanswered.ts';

/** Every job, in the order in which those that fall due together are run: rollup before score, score before digest. */
export const jobs: readonly Job[] = [
  tellDelivered,
  offerRecords,
  endStandIns,
  remindTickets,
  pressStraightUp,
  tellUnanswered,
  askHandovers,
  postChanges,
  askMembers,
  forgetTexts,
  finishDeletions,
  gatherQuestions,
  foldDays,
  packGroups,
  scoreGroups,
  scoreUnits,
  gatherThemes,
  sendDigests,
  sendMirrors,
];
