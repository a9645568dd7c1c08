import { accountPause } from './account-pause.ts';
import { accountResume } from './account-resume.ts';
import { agreementImport } from './agreement-import.ts';
import { agreementTemplate } from './agreement-template.ts';
import { analyze } from './analyze.ts';
import { archiveCheck } from './archive-check.ts';
import { archiveConvert } from './archive-convert.ts';
import { archiveExport } from './archive-export.ts';
import { archiveImport } from './archive-import.ts';
import { auditVerify } from './audit-verify.ts';
import { backup } from './backup.ts';
import { bench } from './bench.ts';
import { calendarImport } from './calendar-import.ts';
import { calendarShow } from './calendar-show.ts';
import { catalogueImport } from './catalogue-import.ts';
import { catalogueTemplate } from './catalogue-template.ts';
import { communityGenerate } from './community-generate.ts';
import { decidePredict } from './decide-predict.ts';
import type { Command } from './define.ts';
import { demo } from './demo.ts';
import { digest } from './digest.ts';
import { doctor } from './doctor.ts';
import { explain } from './explain.ts';
import { faqAsk } from './faq-ask.ts';
import { faqImport } from './faq-import.ts';
import { faqList } from './faq-list.ts';
import { faqPredict } from './faq-predict.ts';
import { replay } from './replay.ts';
import { repliesPredict } from './replies-predict.ts';
import { restore } from './restore.ts';
import { rosterGuess } from './roster-guess.ts';
import { rosterImport } from './roster-import.ts';
import { rosterTemplate } from './roster-template.ts';
import { routesImport } from './routes-import.ts';
import { routesTemplate } from './routes-template.ts';
import { scoresRecompute } from './scores-recompute.ts';
import { start } from './start.ts';

/** Every command, in the order in which the help shows them. */
export const commands: readonly Command[] = [
  demo,
  start,
  doctor,
  accountPause,
  accountResume,
  archiveCheck,
  archiveConvert,
  archiveImport,
  archiveExport,
  analyze,
  digest,
  explain,
  scoresRecompute,
  faqImport,
  faqList,
  faqAsk,
  faqPredict,
  decidePredict,
  repliesPredict,
  rosterImport,
  rosterTemplate,
  rosterGuess,
  catalogueImport,
  catalogueTemplate,
  agreementImport,
  agreementTemplate,
  routesImport,
  routesTemplate,
  calendarImport,
  calendarShow,
  backup,
  restore,
  replay,
  auditVerify,
  communityGenerate,
  bench,
];
