/** Every Chinese sentence the bot says, once. Short, warm, exact; at most 90 characters in a group. */
export { toCadre } from './texts/to-cadre.ts';
export { toCurator } from './texts/to-curator.ts';
export { toLeader } from './texts/to-leader.ts';
export { toMember } from './texts/to-member.ts';
