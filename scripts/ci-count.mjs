/**
 * Adds up what `.ci/run` ran, and prints `N passed, N failed` (`, N skipped`) as its last line.
 *
 *   node scripts/ci-count.mjs <part…>     part: name=status:report.json  (tests)  |  name=status  (one check)
 *
 * `status` is the part's exit code. A test file that could not be loaded, a run that ended badly without
 * naming a failed test, and a run that left no count each count as one failure; so does a skipped test of a
 * part whose name begins with `real`.
 */
import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number, why: string[] }} Count */

/** Reads one of vitest's JSON reports; null when there is none to read. */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @returns {Count} */
function countReport(name, status, file) {
  const report = readReport(file);
  const tests = report?.testResults?.flatMap(each => each.assertionResults) ?? [];
  if (tests.length === 0)
    return { passed: 0, failed: 1, skipped: 0, why: [`${name}: the run left no count`] };
  const passed = tests.filter(test => test.status === 'passed').length;
  const failed = tests.filter(test => test.status === 'failed').length;
  const broken = report.testResults.filter(
    each => each.status === 'failed' && !each.assertionResults.some(test => test.status === 'failed'),
  );
  const skipped = tests.length - passed - failed;
  const count = {
    passed,
    failed: failed + broken.length,
    skipped,
    why: broken.map(each => `${name}: ${each.name}`),
  };
  if (count.failed > 0 || (status === 0 && report.success)) return count;
  return { ...count, failed: 1, why: [`${name}: ended with ${status} although no test failed`] };
}

/** @returns {Count} */
function countPart(part) {
  const [, name, status, file] = /^([^=]+)=(\d+)(?::(.+))?$/.exec(part) ?? [];
  if (name === undefined) throw new Error(`not a part: ${part}`);
  const code = Number(status);
  if (file) return countReport(name, code, file);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, why: [] };
}

const parts = process.argv.slice(2);
const counts = parts.map(part => ({ real: part.startsWith('real'), ...countPart(part) }));
const sum = key => counts.reduce((total, count) => total + count[key], 0);
const skippedReal = counts.filter(count => count.real && count.skipped > 0);

for (const why of counts.flatMap(count => count.why)) console.log(`  ${why}`);
for (const count of skippedReal)
  console.log(`  a real part was skipped (${count.skipped} tests): that is a failure`);
const skipped = sum('skipped');
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode =
  parts.length === 0 || sum('failed') > 0 || sum('passed') === 0 || skippedReal.length > 0 ? 1 : 0;
