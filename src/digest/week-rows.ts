import type { GroupHistory } from '../analysis/group-history.ts';

/** What a digest reads of one group beside its scores: the days and logs that tell who was helped and what still waits. */
export type WeekRows = Pick<GroupHistory, 'cadreIds' | 'days' | 'tickets' | 'improvements'> & {
  group: Pick<GroupHistory['group'], 'id' | 'name'>;
};

/** A week's moments; `to` belongs to the next one. */
export interface WeekSpan {
  from: Date;
  to: Date;
}
