import { describe, expect, it } from 'vitest';
import { asksKinds, type Cues, cuesOf, holdsKinds } from '../../../../src/understanding/replies/cues.ts';

describe('how a message is said', () => {
  it.each<[keyof Cues, string, string]>([
    ['asks', '请问哪里可以办', 'how do i get there'],
    ['asksLast', '能办吗', 'are you there?'],
    ['thanks', '太感谢了', 'ok thanks'],
    ['notes', '收到', 'ok'],
    ['greets', '大家早上好', 'hello all'],
    ['answers', '小赵：是的', 'bob: yes, it is'],
    ['advises', '建议去居委会问', 'you could try another'],
    ['needs', '水管漏了', 'it does not work, help'],
    ['goesOn', '但是没有人', 'but it is slow'],
    ['everybody', '大家注意', 'does anyone know'],
  ])('%s: %s, %s', (cue, chinese, english) => {
    expect(cuesOf(chinese)[cue]).toBe(1);
    expect(cuesOf(english)[cue]).toBe(1);
    expect(cuesOf('桌上那本书')[cue]).toBe(0);
  });

  it.each([
    ['在哪里办', '窗口在二楼'],
    ['多少钱一斤', '三块五一斤'],
    ['什么时候来水', '大概上午十一点'],
    ['要带照片吗', '要的'],
  ])('%s fits %s', (question, answer) => {
    expect(asksKinds(question) & holdsKinds(answer)).not.toBe(0);
  });
});
