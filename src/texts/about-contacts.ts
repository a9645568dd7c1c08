import { dayOf } from '../time.ts';
import { sayDay, shorten } from './moments.ts';

type Way = 'visit' | 'call';

const WAYS: Record<Way, string> = { visit: '见面', call: '通话' };
const DONE: Record<Way, string> = { visit: '见过面', call: '通过话' };

/** 见面, 通话: what is said of contacts outside the chat ("每天能面对面最好"). */
export const aboutContacts = {
  /** To the member, in private or where the cadre has just said it. */
  ask: (cadre: string, way: Way, at: Date, askedAt: Date) =>
    `${shorten(cadre, 8)}说${sayDay(dayOf(at), dayOf(askedAt))}和您${DONE[way]}，是的话回"是"，没有回"没有"。`,
  acknowledged: () => '好，谢谢您。',
  denied: () => '好，这次不记。谢谢您说一声。',
  gone: () => '这件事已经记好了，不用再回。',

  logged: (who: string, way: Way) =>
    `记下了：和${shorten(who, 12)}${WAYS[way]}。我问${shorten(who, 12)}一声，说"是"就算数。`,
  /** Not a friend, and said in private: nobody can be asked without telling the group. */
  loggedUnasked: (who: string, way: Way) =>
    `记下了：和${shorten(who, 12)}${WAYS[way]}。${shorten(who, 12)}还没加我好友，没法问一声，先记着。`,
  loggedAlready: (who: string, way: Way) => `今天和${shorten(who, 12)}${WAYS[way]}记过了，一天记一次就行。`,
  withWhom: (way: Way) => `和谁${WAYS[way]}？请说"${WAYS[way]} @名字"，您群里的群众都可以。`,
  notFound: (name: string, way: Way) =>
    `您的群里没找到"${shorten(name, 10)}"。请写群里的名字，或者在群里@我说"${WAYS[way]} @名字"。`,
  whichOne: (name: string, groups: readonly string[], way: Way) =>
    `有几位${shorten(name, 8)}：${groups.map(each => shorten(each, 10)).join('、')}。请带上群名：${WAYS[way]} ${shorten(name, 8)} ${shorten(groups[0] ?? '', 10)}。`,
  sameGroup: (name: string, way: Way) =>
    `群里有几位${shorten(name, 8)}，我分不清。请在群里@我说"${WAYS[way]}"，再@本人。`,
  staffOnly: (way: Way) => `${WAYS[way]}只记群众，同事之间不用记。`,
  deniedToCadre: (who: string, way: Way) =>
    `${shorten(who, 12)}说没有这次${WAYS[way]}，我先不记了。要是说错了人，请重说一次。`,
} as const;
