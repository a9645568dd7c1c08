import type { ExportItem } from '../../src/archive/export-item.ts';
import { Failure } from '../../src/errors.ts';
import { defineFormat } from './define.ts';

function notYet(name: string) {
  return (file: string): AsyncGenerator<ExportItem> => {
    throw new Failure(
      'not-understood',
      `${file}: ${name} cannot be read yet, a later version will; export the chat in the ChatLab format instead`,
    );
  };
}

/** WeFlow's JSON: known, and said to be unread rather than misread. */
export const weflowJson = defineFormat({
  name: 'weflow-json',
  recognise: beginning => /^\s*\{\s*"weflow"\s*:/u.test(beginning),
  read: notYet('weflow-json'),
});

/** QQ's own text export, likewise. */
export const qqTxt = defineFormat({
  name: 'qq-txt',
  recognise: beginning => /^\s*消息记录|消息分组:|消息对象:/u.test(beginning),
  read: notYet('qq-txt'),
});
