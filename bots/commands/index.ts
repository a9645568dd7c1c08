import { accept } from './accept.ts';
import { acknowledge } from './acknowledge.ts';
import { agreeExample } from './agree-example.ts';
import { appeal } from './appeal.ts';
import { approve } from './approve.ts';
import { assign } from './assign.ts';
import { candidates } from './candidates.ts';
import { close } from './close.ts';
import { confirm } from './confirm.ts';
import { confirmDeletion } from './confirm-deletion.ts';
import { contacts } from './contacts.ts';
import { correctMyName } from './correct-my-name.ts';
import { declineExample } from './decline-example.ts';
import type { Command } from './define.ts';
import { deleteMyData } from './delete-my-data.ts';
import { details } from './details.ts';
import { didNotGo } from './did-not-go.ts';
import { dismiss } from './dismiss.ts';
import { dismissAppeal } from './dismiss-appeal.ts';
import { endStandIn } from './end-stand-in.ts';
import { examples } from './examples.ts';
import { exportMyData } from './export-my-data.ts';
import { extend } from './extend.ts';
import { handOver } from './hand-over.ts';
import { helpFor } from './help.ts';
import { improve } from './improve.ts';
import { instruct } from './instruct.ts';
import { link } from './link.ts';
import { logContact } from './log-contact.ts';
import { met } from './met.ts';
import { myData } from './my-data.ts';
import { myRatings } from './my-ratings.ts';
import { myTickets } from './my-tickets.ts';
import { optIn } from './opt-in.ts';
import { optOut } from './opt-out.ts';
import { progress } from './progress.ts';
import { rate } from './rate.ts';
import { rawText } from './raw-text.ts';
import { record } from './record.ts';
import { reopen } from './reopen.ts';
import { reportGap } from './report-gap.ts';
import { services } from './services.ts';
import { standIn } from './stand-in.ts';
import { straightUp } from './straight-up.ts';
import { suggest } from './suggest.ts';
import { supplement } from './supplement.ts';
import { surveyFigures } from './survey-figures.ts';
import { surveyHelped } from './survey-helped.ts';
import { surveyKnows } from './survey-knows.ts';
import { surveyRefuse } from './survey-refuse.ts';
import { takeBack } from './take-back.ts';
import { transfer } from './transfer.ts';
import { unansweredNeeds } from './unanswered-needs.ts';
import { unlink } from './unlink.ts';
import { upholdAppeal } from './uphold-appeal.ts';
import { useful } from './useful.ts';
import { useless } from './useless.ts';
import { wait } from './wait.ts';
import { went } from './went.ts';
import { withdraw } from './withdraw.ts';
import { writeAnswer } from './write-answer.ts';

const listed: readonly Command[] = [
  record,
  progress,
  confirm,
  reopen,
  withdraw,
  supplement,
  went,
  didNotGo,
  rate,
  agreeExample,
  declineExample,
  services,
  contacts,
  myData,
  exportMyData,
  correctMyName,
  deleteMyData,
  confirmDeletion,
  optOut,
  optIn,
  useful,
  useless,
  accept,
  transfer,
  wait,
  handOver,
  extend,
  close,
  link,
  unlink,
  logContact,
  met,
  standIn,
  endStandIn,
  myTickets,
  rawText,
  surveyFigures,
  surveyKnows,
  surveyHelped,
  surveyRefuse,
  myRatings,
  appeal,
  examples,
  unansweredNeeds,
  candidates,
  approve,
  writeAnswer,
  dismiss,
  takeBack,
  reportGap,
  straightUp,
  suggest,
  acknowledge,
  upholdAppeal,
  dismissAppeal,
  instruct,
  assign,
  details,
  improve,
];

/** Every command, in the order in which 帮助 shows them. */
export const commands: readonly Command[] = [...listed, helpFor(listed)];
