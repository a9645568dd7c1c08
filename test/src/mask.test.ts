import { describe, expect, it } from 'vitest';
import { faultWords } from '../../src/fault-words.ts';
import { maskNumbers, maskPersonal } from '../../src/mask.ts';

describe('a number of a person', () => {
  it.each([
    ['mobile', '打我13812345678吧', '打我138****5678吧'],
    ['mobile with spaces', '打我138 1234 5678吧', '打我138****5678吧'],
    ['mobile with dashes', '138-1234-5678', '138****5678'],
    ['mobile in three and five', '138 123 45678', '138****5678'],
    ['mobile with the country', '+86 13812345678', '138****5678'],
    ['mobile in full width', '１３８１２３４５６７８', '１３８****５６７８'],
    ['identity card', '310101199001011234', '310****34'],
    ['identity card with X', '31010119900101123X。', '310****3X。'],
    ['identity card in groups', '310101 19900101 1234', '310****34'],
    ['identity card in full width', '３１０１０１１９９００１０１１２３４', '３１０****３４'],
    ['bank card', '6222021234567890123', '6222****0123'],
    ['bank card in groups of four', '6222 0212 3456 7890 123', '6222**** 123'],
    ['bank card with dashes', '6222-0212-3456-7890', '6222****7890'],
    ['passport', '护照E12345678', '护照E****78'],
    ['passport of the newer kind', 'EA1234567', 'E****67'],
    ['permit for Hong Kong', 'C不是，H12345678是', 'C不是，H****78是'],
    ['landline', '家里021-62345678', '家里021****78'],
    ['landline with a bracket', '(0512)66234567', '(05****67'],
    ['landline with a space', '0512 6623456', '051****56'],
  ])('is masked: %s', (_, text, masked) => expect(maskNumbers(text)).toBe(masked));

  it.each([
    '三号楼 12 单元 2026年 第12件',
    '2026-11-24 到 2026-11-25 上午',
    '2026-11-24 2026-11-25',
    '打12345或者12355，急事110',
    '电话 62345678',
    '30000-50000元',
    '第123件 第124件 第125件 第126件',
    'G2 K528 B1 E201室',
  ])('is not seen in %s', text => expect(maskNumbers(text)).toBe(text));

  it('of a desk may be said by a cadre, that of a person may not', () => {
    expect(maskPersonal('请打021-62345678，或者13812345678')).toBe('请打021-62345678，或者138****5678');
  });

  it('masked twice is masked once', () => {
    const once = maskNumbers('13812345678 6222021234567890123 021-62345678 E12345678');
    expect(maskNumbers(once)).toBe(once);
  });
});

it('a fault of the database is told without the values it was run with', () => {
  const fault = new Error('Failed query: insert into messages values (?)\nparams: 我是秦罕见，13812345678');
  expect(faultWords(fault)).toBe('Error: Failed query: insert into messages values (?)');
  expect(faultWords(new Error('no such person 13812345678'))).toBe('Error: no such person 138****5678');
});
