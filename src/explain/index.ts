import { botAnswers } from './bot-answers.ts';
import { cadreDays } from './cadre-days.ts';
import { cadrePosts } from './cadre-posts.ts';
import { closings } from './closings.ts';
import { dailyStatesRows } from './daily-states.ts';
import type { RowKind } from './define.ts';
import { dueNeeds } from './due-needs.ts';
import { firstAnswers } from './first-answers.ts';
import { hands } from './hands.ts';
import { helpedNeeds } from './helped-needs.ts';
import { improvements } from './improvements.ts';
import { joins } from './joins.ts';
import { linkedMembers } from './linked-members.ts';
import { loads } from './loads.ts';
import { matters } from './matters.ts';
import { notices } from './notices.ts';
import { ratedTickets } from './rated-tickets.ts';
import { spokenDays } from './spoken-days.ts';
import { straightUps } from './straight-ups.ts';
import { surveyWeeks } from './survey-weeks.ts';
import { talks } from './talks.ts';
import { twoTimes } from './two-times.ts';
import { voices } from './voices.ts';
import { waitingNeeds } from './waiting-needs.ts';

/** Every kind of row, by the number it stands behind. */
export const rowKinds: readonly RowKind[] = [
  cadrePosts,
  helpedNeeds,
  spokenDays,
  dailyStatesRows,
  cadreDays,
  notices,
  waitingNeeds,
  linkedMembers,
  firstAnswers,
  talks,
  voices,
  closings,
  ratedTickets,
  surveyWeeks,
  joins,
  twoTimes,
  straightUps,
  matters,
  botAnswers,
  loads,
  dueNeeds,
  improvements,
  hands,
];
