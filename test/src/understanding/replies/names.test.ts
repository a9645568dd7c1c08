import { describe, expect, it } from 'vitest';
import { CALL, createNames } from '../../../../src/understanding/replies/names.ts';

/** Whom a text calls when these have spoken. */
function called(text: string, ...speakers: string[]) {
  const names = createNames();
  speakers.forEach((name, at) => {
    names.learn(at, name);
  });
  return [...names.calledIn(text, 99)].map(([speaker, how]) => [speakers[speaker], how]);
}

describe('whom a text calls', () => {
  it.each([
    ['李阿姨，窗口在二楼', CALL.marked],
    ['@李阿姨 窗口在二楼', CALL.marked],
    ['李阿姨您去二楼', CALL.first],
    ['你问问李阿姨', CALL.inside],
    ['小李在吗', CALL.first],
  ])('%s', (text, how) => {
    expect(called(text, '3栋李阿姨', '王芳')).toEqual([['3栋李阿姨', how]]);
  });

  it.each([
    ['bob_: try again', CALL.marked],
    ['bob, try again', CALL.marked],
    ['ask bob_ about it', CALL.inside],
  ])('%s', (text, how) => {
    expect(called(text, 'bob_', 'alice')).toEqual([['bob_', how]]);
  });

  it('is nobody when the bearers of a surname are two', () => {
    expect(called('请李老师说一下', '李敏', '李强')).toEqual([]);
  });

  it('is never the speaker', () => {
    const names = createNames();
    names.learn(1, '老张');
    expect(names.calledIn('我是老张', 1).size).toBe(0);
  });
});
