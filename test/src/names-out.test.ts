import { describe, expect, it } from 'vitest';
import { isSureName, spelledNames, withoutNames } from '../../src/names-out.ts';

describe('names of people', () => {
  it('go out of a text, the longest first, and nothing else does', () => {
    expect(withoutNames('王小芳和王小家的灯(坏)了', ['王小', '王小芳'])).toBe(
      '〔姓名〕和〔姓名〕家的灯(坏)了',
    );
    expect(withoutNames('一切如常', ['', '一', '李'])).toBe('一切如常');
    expect(withoutNames('a.b 和 axb', ['a.b'])).toBe('〔姓名〕 和 axb');
  });

  it('are looked for as lists shorten them', () => {
    expect(spelledNames(['九栋的张大爷爷爷', '秦罕见', '王'], 8)).toEqual([
      '九栋的张大爷爷爷',
      '九栋的张大爷爷',
      '秦罕见',
    ]);
  });

  it.each([
    ['秦罕见', true],
    ['李敏', false],
    ['居委会', false],
    ['3号楼业主', false],
    ['小区物业服务中心', false],
    ['物业小王王', true],
  ])('%s is surely a name: %s', (name, is) => expect(isSureName(name)).toBe(is));
});
