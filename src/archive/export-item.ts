import type { MessageKind } from '../chat.ts';

/** What any chat program's export tells, piece by piece, before it is an archive. Ids are the chat's own. */
export type ExportItem = ExportMade | ExportGroup | ExportMember | ExportMessage | ExportSkipped;

/** When the export was made: up to then the group was seen. */
export interface ExportMade {
  what: 'made';
  at: Date;
}

export interface ExportGroup {
  what: 'group';
  /** The chat's id of the group; its name where the export gives none. */
  id: string;
  name: string;
  platform: string;
}

export interface ExportMember {
  what: 'member';
  id: string;
  name: string;
  /** What the person is called in the group. */
  nickname: string | null;
  /** Owner and admin are a hint, never proof of being a cadre. */
  isKeeper: boolean;
}

export interface ExportMessage {
  what: 'message';
  /** Null where the export names its only group beforehand. */
  group: { id: string; name: string } | null;
  id: string | null;
  sender: { id: string; name: string; nickname: string | null };
  at: Date;
  kind: MessageKind;
  text: string | null;
  replyTo: string | null;
}

/** A piece that could not be read or is not ours to read: passed over, counted and named, never silently. */
export interface ExportSkipped {
  what: 'skipped';
  /** `line 12` or `message 3`. */
  where: string;
  /** What is wrong with it; with nobody's name or words in it. */
  why: string;
}
