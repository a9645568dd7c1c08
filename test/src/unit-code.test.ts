import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unitCode, unitOfCode, writeHref } from '../../src/unit-code.ts';

it('a unit has one short code for ever', () => {
  expect(unitCode('u-street')).toBe(unitCode('u-street'));
  expect(writeHref('https://qun.example.cn', 'u-street')).toBe(
    `https://qun.example.cn/write/${unitCode('u-street')}`,
  );
});

it('a code is seven signs that are not misread, and names its unit again, typed in any way', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 50 }), ids => {
      const units = ids.map(id => ({ id }));
      for (const unit of units) {
        const code = unitCode(unit.id);
        expect(code).toMatch(/^[0-9a-hj-km-np-tv-z]{7}$/u);
        const typed = ` ${code.toUpperCase().replaceAll('0', 'O').replaceAll('1', 'I')} `;
        expect(unitOfCode(units, typed)).toBe(unit);
      }
    }),
  );
});

it('a thousand units have a thousand codes, and other words name none', () => {
  const units = Array.from({ length: 1000 }, (_, at) => ({ id: `u-${at}` }));
  expect(new Set(units.map(({ id }) => unitCode(id))).size).toBe(1000);
  expect(unitOfCode(units, '')).toBeNull();
  expect(unitOfCode(units, unitCode('u-1000'))).toBeNull();
});
