import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasGap, redactPersonal, withoutGaps } from '../../src/redact-personal.ts';

const NAMES = ['李阿姨', '王芳', '3栋陈秀英-物业', 'Tommy'];
const redact = (text: string) => redactPersonal(text, NAMES);

describe('what points to a person', () => {
  it.each([
    ['手机', '打13812345678', '打〔号码〕'],
    ['手机，分开写', '打138 1234 5678或１３８-１２３４-５６７８', '打〔号码〕或〔号码〕'],
    ['手机，汉字', '幺三八幺二三四五六七八', '〔号码〕'],
    ['座机', '电话021-56781234', '电话〔号码〕'],
    ['身份证', '身份证31010119900101123X', '身份证〔号码〕'],
    ['银行卡', '卡6222 0212 3456 7890 123', '卡〔号码〕'],
    ['遮过的号码', '打138****5678或E1****78', '打〔号码〕或〔号码〕'],
    ['邮箱', '发到li.ayi@qq.com', '发到〔号码〕'],
    ['车牌', '沪A12345挡路', '〔号码〕挡路'],
    ['名字', '找王芳', '找〔姓名〕'],
    ['称呼', '王老师和李师傅', '〔姓名〕和〔姓名〕'],
    ['备注里的名字', '陈秀英说', '〔姓名〕说'],
    ['英文名', '问tommy', '问〔姓名〕'],
    ['提到', '@李阿姨 您带身份证去', '您带身份证去'],
    ['楼号', '我家3号楼2单元502室漏水', '我家〔住处〕漏水'],
    ['楼号，汉字', '三号楼二单元五零二室', '〔住处〕'],
    ['弄号', '彭浦路15弄8号302室', '彭浦路〔住处〕'],
    ['门牌', '住5-2-301', '住〔住处〕'],
  ])('%s goes', (_, text, left) => {
    expect(redact(text)).toBe(left);
  });

  it.each([
    '带身份证到3号窗口，工作日9:00-17:00，8.30-11.30也行',
    '打12345、12355或400-810-1234',
    '2026年11月24日前，或2026-11-24前，2026-2027学年',
    '三室一厅，工资3000-5000元，三楼楼道灯',
    '物业电话在公告栏，社区中心2楼',
  ])('nothing goes of: %s', text => {
    expect(redact(text)).toBe(text);
  });
});

describe('redacting', () => {
  const around = fc.string({ unit: fc.constantFrom('请', '到', '办', ' ', '，', '。', '您'), maxLength: 12 });
  const number = fc.oneof(
    fc.stringMatching(/^1[3-9]\d{9}$/),
    fc.stringMatching(/^[1-6]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d)\d{3}[\dX]$/),
    fc.stringMatching(/^62\d{14,17}$/),
  );
  const name = fc.constantFrom('李秀英', '王建国', '欧阳明', '张伟', '陈大爷');

  it('leaves no number and no known name, whatever stands around', () => {
    fc.assert(
      fc.property(around, number, around, name, around, (a, digits, b, who, c) => {
        const left = redactPersonal(`${a}${digits}${b}${who}${c}`, [who]);
        expect(left).not.toContain(digits);
        expect(left).not.toContain(who);
        expect(left).not.toMatch(/\d{7}/);
        expect(hasGap(left)).toBe(true);
        expect(hasGap(withoutGaps(left))).toBe(false);
      }),
    );
  });

  it('twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(name), (text, names) => {
        const once = redactPersonal(text, names);
        expect(redactPersonal(once, names)).toBe(once);
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    const started = performance.now();
    redactPersonal('1-'.repeat(5000) + '三单元'.repeat(3000), NAMES);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
