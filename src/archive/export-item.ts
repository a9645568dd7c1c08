import type { MessageKind } from '../chat.ts';

/** What any chat program's export tells, piece by piece, before it is an archive. Ids are the chat's own. */
export type ExportItem = ExportMade | ExportGroup | ExportMember | ExportMessage;

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
