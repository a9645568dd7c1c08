import type { Label, ReplyEdge } from '../message.ts';
import type { Voice } from './roster.ts';
import type { Said } from './said.ts';

/**
 * 群日: one group's one Shanghai day, as all measures read it. Holds no text; JSON both ways; moments are UTC ms.
 * Everything is a list kept in order without doubles, so that folding again, in another order, in batches or with
 * messages delivered twice gives the same row.
 */
export interface GroupDay {
  groupId: string;
  /** `2026-11-24`. */
  day: string;
  /** Of this row's shape. */
  format: 1;
  /** Everything the group's cadres posted, in order of time. */
  cadrePosts: CadrePost[];
  /** Everybody else who spoke but the bot, in order of their ids. */
  speakers: Speaker[];
  /** What members asked or requested. */
  needs: Need[];
  /** Who answered or addressed whom, the bot's answers too (voice `bot`). */
  replies: Reply[];
  /** Members saying that help came, or that it did not. */
  marks: Mark[];
}

export interface CadrePost {
  messageId: string;
  byId: string;
  at: number;
  said: Said;
  /** Near-duplicates of one person share it; any window counts them once (M1). */
  fingerprint: string | null;
}

export interface Speaker {
  personId: string;
  voice: Voice;
  posts: { at: number; said: Said; fingerprint: string | null }[];
}

export interface Need {
  messageId: string;
  byId: string;
  at: number;
  label: Exclude<Label, 'chatter'>;
  fingerprint: string | null;
  /** 服务线 it is about, such as `rights`; null when none fits or it was not looked for. */
  line?: string | null | undefined;
}

export interface Reply {
  messageId: string;
  byId: string;
  voice: Voice;
  at: number;
  /** Null where somebody was addressed who had said nothing lately. */
  toMessageId: string | null;
  /** The people addressed, as far as the message itself tells; a quote's author is found through its message. */
  toIds: string[];
  rule: ReplyEdge['rule'];
  confidence: number;
  isSubstantive: boolean;
  /** May count as an answer to a need: not 收到 and the like; a cadre's voice, picture or file is (content unknown). */
  isHelpful: boolean;
}

export interface Mark {
  messageId: string;
  byId: string;
  at: number;
  says: 'thanks' | 'not-solved';
}

/** From this confidence on an edge counts as an answer; a mere turn (0.6) never does. */
export const SURE = 0.9;

/** Rows in order of time, and where two share a moment, of their messages. */
export const inOrder = <T extends { at: number; messageId: string }>(rows: Iterable<T>): T[] =>
  [...rows].sort((a, b) => a.at - b.at || (a.messageId < b.messageId ? -1 : 1));

/** The last of every key, so that what was delivered twice stands once. */
export function withoutDoubles<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  if (rows.length < 2) return [...rows];
  const last = new Map<string, T>();
  for (const row of rows) last.set(keyOf(row), row);
  return [...last.values()];
}

/** Speakers in order of their ids, their posts in order of time. */
export function orderSpeakers(speakers: Iterable<Speaker>): Speaker[] {
  const keyOf = (post: Speaker['posts'][number]) => `${post.at} ${post.fingerprint} ${post.said}`;
  return [...speakers]
    .map(speaker => ({
      ...speaker,
      posts: withoutDoubles(speaker.posts, keyOf).sort(
        (a, b) => a.at - b.at || (keyOf(a) < keyOf(b) ? -1 : 1),
      ),
    }))
    .sort((a, b) => (a.personId < b.personId ? -1 : 1));
}

/** Replies in order of time, one for every message and the one it answers. */
export function orderReplies(replies: readonly Reply[]): Reply[] {
  const keyOf = (reply: Reply) => `${reply.messageId} ${reply.toMessageId}`;
  return withoutDoubles(replies, keyOf).sort((a, b) => a.at - b.at || (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** One row from two parts of the same day; the same as folding both parts at once, whatever they share. */
export function mergeDays(one: GroupDay, other: GroupDay): GroupDay {
  const byMessage = (row: { messageId: string }) => row.messageId;
  const speakers = new Map(one.speakers.map(speaker => [speaker.personId, speaker]));
  for (const speaker of other.speakers) {
    const known = speakers.get(speaker.personId);
    speakers.set(speaker.personId, { ...speaker, posts: [...(known?.posts ?? []), ...speaker.posts] });
  }
  return {
    groupId: one.groupId,
    day: one.day,
    format: 1,
    cadrePosts: inOrder(withoutDoubles([...one.cadrePosts, ...other.cadrePosts], byMessage)),
    speakers: orderSpeakers(speakers.values()),
    needs: inOrder(withoutDoubles([...one.needs, ...other.needs], byMessage)),
    replies: orderReplies([...one.replies, ...other.replies]),
    marks: inOrder(withoutDoubles([...one.marks, ...other.marks], byMessage)),
  };
}

/** Fingerprints of what a group's cadres posted in it, each with its cadre. */
export const postedIn = (days: readonly GroupDay[]): { byId: string; fingerprint: string }[] =>
  days.flatMap(day =>
    day.cadrePosts.flatMap(({ byId, said, fingerprint }) =>
      said === 'words' && fingerprint !== null ? [{ byId, fingerprint }] : [],
    ),
  );
