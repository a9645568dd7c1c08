import { emergencyIn, isPrivateKind } from './understanding/emergency.ts';
import { type SensitiveTopic, sensitiveIn } from './understanding/sensitive.ts';

const ABOUT: Record<SensitiveTopic, string> = {
  violence: '人身安全',
  health: '健康',
  debt: '钱',
  dispute: '维权',
  family: '家里',
  identity: '个人信息',
};

/** What a private matter is called wherever more than one person may read it: never in the member's words. */
export const PRIVATE_TOPIC = '私下说的事';
/** What comes by a unit's page, to be read by one person. */
const LETTER_TOPIC = '网页来信';

/** What kind of private matter a text speaks of, in a word for staff; null when it speaks of none. */
function kindIn(text: string): string | null {
  const danger = emergencyIn(text);
  const kind = danger !== null && isPrivateKind(danger) ? 'violence' : sensitiveIn(text);
  return kind && ABOUT[kind];
}

/** The neutral topic of a text that speaks of a private matter (维权, 家暴, 健康, 钱); null when it speaks of none. */
export function privateTopic(text: string): string | null {
  const kind = kindIn(text);
  return kind && `${PRIVATE_TOPIC}（${kind}）`;
}

/** A letter is called by its kind at most: whoever chose the page over the group wrote to one person. */
export function letterTopic(text: string): string {
  const kind = kindIn(text);
  return kind ? `${LETTER_TOPIC}（${kind}）` : LETTER_TOPIC;
}

/** Is this the topic of a ticket that is kept out of the group? */
export const isPrivateTopic = (topic: string): boolean =>
  topic.startsWith(PRIVATE_TOPIC) || topic.startsWith(LETTER_TOPIC);
