import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readRooms } from '../../../../bench/replies/chat-rows.ts';
import { linkRooms } from '../../../../bench/replies/methods.ts';
import { emptyScore, f1, precision, recall, tally } from '../../../../bench/replies/score.ts';
import { openReplyModel } from '../../../../cli/open-reply-model.ts';
import { createLinker } from '../../../../src/understanding/replies/linker.ts';

const THREADS = fileURLToPath(new URL('../../../fixtures/chats/threads.jsonl', import.meta.url));
const model = await openReplyModel();
const MORNING = Date.UTC(2026, 10, 24, 1);

/** A group in which everybody speaks half a minute apart. */
function openGroup() {
  const linker = createLinker(model);
  let said = 0;
  const say = (sender: string, text: string, quotes?: string[]) => {
    const id = String(++said);
    return linker.push({ id, atMs: MORNING + said * 30_000, sender, text, ...(quotes && { quotes }) });
  };
  return { say, linker };
}

describe('who answered whom', () => {
  it('is found in our own scripts of two to four conversations at once', async () => {
    const score = emptyScore();
    const rooms = await readRooms(THREADS);
    for (const rows of rooms.values()) tally(score, rows, linkRooms(model, rows));
    expect(rooms.size).toBeGreaterThanOrEqual(12);
    expect(f1(score.links)).toBeGreaterThanOrEqual(0.6);
    expect(precision(score.answered)).toBeGreaterThanOrEqual(0.8);
    expect(recall(score.answered)).toBeGreaterThanOrEqual(0.8);
  });

  it('is the one who was called by name without an @', () => {
    const { say, linker } = openGroup();
    say('李阿姨', '医保卡在哪里补办？');
    say('老张', '今天菜场的鱼真新鲜');
    say('王芳', '老张，多少钱一斤？');
    expect(say('小周', '李阿姨，窗口在二楼')[0]).toMatchObject({ toId: '1', rule: 'mention' });
    expect(linker.isAnswered('1')).toBe(true);
  });

  it('is one person going on when they write in pieces', () => {
    const { say, linker } = openGroup();
    say('邓军', '谁的白车堵在5号楼出口了');
    const [link] = say('邓军', '车牌尾号627');
    expect(link).toMatchObject({ toId: '1', rule: 'same-speaker' });
    expect(linker.isAnswered('1')).toBe(false);
  });

  it('is surely the one who was quoted, whatever the words say', () => {
    const { say } = openGroup();
    say('甲', '停水了吗');
    say('乙', '明天开会');
    expect(say('丙', '@乙 是的，检修', ['1'])).toMatchObject([{ toId: '1', rule: 'quote', confidence: 1 }]);
  });

  it('is nobody for the first message, and for a new question amid other talk', () => {
    const { say } = openGroup();
    expect(say('甲', '大家早上好')).toEqual([]);
    say('乙', '早上好');
    expect(say('丙', '请问居住证在哪里办？')).toEqual([]);
  });

  it('does not fall over a clock set back, an empty text or a message that quotes itself', () => {
    const linker = createLinker(model);
    linker.push({ id: 'a', atMs: MORNING, sender: '甲', text: '有人在吗？' });
    expect(linker.push({ id: 'b', atMs: MORNING - 90_000, sender: '乙', text: '' })).toBeInstanceOf(Array);
    const [link] = linker.push({ id: 'c', atMs: MORNING, sender: '乙', text: '在的', quotes: ['c'] });
    expect(link?.rule).not.toBe('quote');
  });
});
