import type { ExportGroup, ExportItem } from './export-item.ts';
import { readQqBody } from './qq-body.ts';
import { dayHeadingOf, isPrivateHead, type QqHead, readQqHead } from './qq-head.ts';

/** Takes the lines of QQ's own text export in order and hands out what they tell. */
export interface QqReader {
  push(line: { n: number; text: string }): ExportItem[];
  /** The last message, and up to when every group of the file was surely seen. */
  end(): ExportItem[];
}

const HEAD_BLOCK = /^(?:={8,}|消息记录（.*）?|消息分组[:：].*)$/u;
const SECTION = /^消息对象[:：]\s*(.*)$/u;

/** A section is one chat; its first message tells whether it is a group. */
type Chat = 'unknown' | 'group' | 'private';

interface Reading {
  chat: Chat;
  group: ExportGroup;
  groups: ExportGroup[];
  day: string[] | null;
  open: { head: QqHead; lines: string[] } | null;
  /** The text below a damaged head belongs to nobody. */
  isLost: boolean;
  keepers: Set<string>;
  last: Date | null;
}

const groupNamed = (name: string): ExportGroup => ({
  what: 'group',
  id: name || '未命名的群',
  name: name || '未命名的群',
  platform: 'qq',
});

const skipped = (n: number, why: string): ExportItem => ({ what: 'skipped', where: `line ${n}`, why });

function closeMessage(reading: Reading): ExportItem[] {
  const { open } = reading;
  if (!open) return [];
  reading.open = null;
  const { head, lines } = open;
  const id = head.id ?? '';
  const items: ExportItem[] = [];
  if (head.isKeeper && !reading.keepers.has(id)) {
    reading.keepers.add(id);
    items.push({ what: 'member', id, name: head.name, nickname: head.titled, isKeeper: true });
  }
  const sender = { id, name: head.name, nickname: head.titled };
  const body = readQqBody(head, lines);
  items.push({ what: 'message', group: null, id: null, sender, at: head.at, ...body, replyTo: null });
  return items;
}

function startSection(reading: Reading, name: string): ExportItem[] {
  const before = closeMessage(reading);
  reading.chat = 'unknown';
  reading.isLost = false;
  reading.day = null;
  reading.keepers.clear();
  reading.group = groupNamed(name.trim());
  return before;
}

function startMessage(reading: Reading, head: QqHead): ExportItem[] {
  const before = closeMessage(reading);
  if (reading.chat !== 'group') {
    reading.chat = 'group';
    reading.groups.push(reading.group);
    before.push(reading.group);
  }
  reading.isLost = false;
  reading.open = { head, lines: [] };
  if (!reading.last || head.at > reading.last) reading.last = head.at;
  return before;
}

function takeText(reading: Reading, line: { n: number; text: string }): ExportItem[] {
  if (reading.open) reading.open.lines.push(line.text.trimEnd());
  if (reading.open || reading.isLost || reading.chat === 'private' || line.text.trim() === '') return [];
  if (reading.chat === 'unknown' && isPrivateHead(line.text)) {
    reading.chat = 'private';
    return [skipped(line.n, 'a private chat begins here; only groups are read')];
  }
  return [skipped(line.n, 'it stands under no “date time name(number)” line')];
}

/** One file may hold many chats (消息对象); private ones are passed over. */
export function createQqReader(): QqReader {
  const reading: Reading = {
    chat: 'unknown',
    group: groupNamed(''),
    groups: [],
    day: null,
    open: null,
    isLost: false,
    keepers: new Set(),
    last: null,
  };
  return {
    push(line) {
      const text = line.text.trim();
      const section = SECTION.exec(text);
      if (section) return startSection(reading, section[1] ?? '');
      if (HEAD_BLOCK.test(text)) return closeMessage(reading);
      const day = dayHeadingOf(text);
      if (day) {
        reading.day = day;
        return closeMessage(reading);
      }
      const head = readQqHead(text, reading.day);
      if (head === null) return takeText(reading, line);
      if (head !== 'broken') return startMessage(reading, head);
      const before = closeMessage(reading);
      reading.isLost = true;
      return [...before, skipped(line.n, 'its date or time does not exist')];
    },
    end() {
      const rest = closeMessage(reading);
      if (!reading.last) return rest;
      return [...rest, { what: 'made', at: reading.last }, ...reading.groups];
    },
  };
}
