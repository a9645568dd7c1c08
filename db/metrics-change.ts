import { desc, ne } from 'drizzle-orm';
import { METRICS_VERSION } from '../src/analysis/group-analysis.ts';
import { keys } from '../src/keys.ts';
import { appendAudit } from './audit.ts';
import type { Db } from './connect.ts';
import { claimEffect, isClaimed } from './effects.ts';
import { scores } from './schema.ts';

/**
 * 指标改版: the first time that the running version of the definitions scores where another one scored before, the audit
 * says so, once. A fresh installation changes nothing. True when it was written now.
 */
export async function noteMetricsChange(db: Db, now: Date): Promise<boolean> {
  const key = keys.metricsChange(METRICS_VERSION);
  if (await isClaimed(db, key)) return false;
  return db.transaction(async tx => {
    const [before] = await tx
      .select({ metrics: scores.metrics })
      .from(scores)
      .where(ne(scores.metrics, METRICS_VERSION))
      .orderBy(desc(scores.scoredAt))
      .limit(1);
    if (!(await claimEffect(tx, key, now)) || !before) return false;
    const data = { from: before.metrics, to: METRICS_VERSION };
    await appendAudit(tx, { byId: null, act: 'change-metrics', thing: 'metrics', data }, now);
    return true;
  });
}
