/** Every Chinese sentence the bot says, once. Short, warm, exact; at most 90 characters in a group. */

export { aboutCallBacks } from './texts/about-call-backs.ts';
export { aboutContacts } from './texts/about-contacts.ts';
export { aboutExamples } from './texts/about-examples.ts';
export { aboutHandover } from './texts/about-handover.ts';
export { aboutGaps, aboutLeaderWords, aboutSuggestions } from './texts/about-leader-words.ts';
export { aboutLeaving } from './texts/about-leaving.ts';
export { aboutLetters } from './texts/about-letters.ts';
export { aboutOwnData } from './texts/about-own-data.ts';
export { aboutPictures } from './texts/about-pictures.ts';
export { aboutPrivate } from './texts/about-private.ts';
export { aboutRatings } from './texts/about-ratings.ts';
export { aboutServices } from './texts/about-services.ts';
export { aboutSlips } from './texts/about-slips.ts';
export { aboutStandIns } from './texts/about-stand-ins.ts';
export { aboutStraightUp, type StraightWord } from './texts/about-straight-up.ts';
export { aboutSurvey } from './texts/about-survey.ts';
export { toCadre } from './texts/to-cadre.ts';
export { toCurator } from './texts/to-curator.ts';
export { toLeader } from './texts/to-leader.ts';
export { toMember } from './texts/to-member.ts';
