import { v5 } from 'uuid';

/** Names of units under this one never meet the names of anything else. */
const NAMESPACE = '6f1d3a52-8c40-4d0e-9b57-2f6a1c7e94b3';
/** Without i, l, o and u, which are misread or spell words. */
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 7;

/** The short name of a unit in addresses: always the same for one unit, no secret, and the same for everyone who writes to it. */
export function unitCode(unitId: string): string {
  // Twelve digits come before the version's: all of them are of the hash, and a number holds them.
  let left = Number.parseInt(v5(unitId, NAMESPACE).replaceAll('-', '').slice(0, 12), 16);
  let code = '';
  for (let at = 0; at < LENGTH; at++) {
    code += SIGNS[left % SIGNS.length];
    left = Math.floor(left / SIGNS.length);
  }
  return code;
}

const tidied = (typed: string): string =>
  typed.trim().toLowerCase().replaceAll('o', '0').replace(/[il]/gu, '1');

/** The unit that a code names, as people may type it; null when it is none of these. */
export const unitOfCode = <Unit extends { id: string }>(units: readonly Unit[], typed: string): Unit | null =>
  units.find(({ id }) => unitCode(id) === tidied(typed)) ?? null;

/** The address of a unit's page for what is better not said in a group. */
export const writeHref = (publicUrl: string, unitId: string): string =>
  `${publicUrl}/write/${unitCode(unitId)}`;
