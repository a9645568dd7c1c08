import type { Finding, GroupAnalysis, GroupState } from '../../src/analysis/group-analysis.ts';
import type { DigestInput } from '../../src/digest.ts';

export const WEEK = '2026-W47';
export const MONDAY = new Date('2026-11-23T09:00:00+08:00');

export const SILENT: Finding = {
  detector: 'cadre-silent',
  severity: 'alarm',
  evidence: {},
  prescription: '30天没有干部发言，周三（25日）先到群里回3件诉求。',
};

/** A group as the analyzer would say it, with a finding where its state is bad. */
export function analysed(groupId: string, name: string, state: GroupState): GroupAnalysis {
  const isWell = ['healthy', 'unknown', 'exempt'].includes(state);
  return {
    groupId,
    name,
    unitId: 'u-street',
    day: '2026-11-22',
    metrics: '1',
    state,
    noHelp: null,
    band: isWell ? 'green' : 'red',
    overall: null,
    dimensions: {
      regular: null,
      interactive: null,
      warm: null,
      substantive: null,
      solving: null,
      satisfying: null,
    },
    coverage: 1,
    measures: { M1: { messages: isWell ? 12 : 0 }, M2: { help: isWell ? 5 : 0 } },
    notEvaluated: [],
    findings: isWell ? [] : [SILENT],
  };
}

/** A week of some groups in which nothing else happened. */
export function weekOfGroups(groups: readonly GroupAnalysis[], more: Partial<DigestInput> = {}): DigestInput {
  return {
    leaderId: 'p-zhao',
    unitName: '彭浦街道',
    week: WEEK,
    href: null,
    isLate: false,
    groups,
    previous: [],
    history: groups.map(({ groupId, state }) => ({
      groupId,
      weeks: [
        { week: '2026-W46', state: null },
        { week: WEEK, state },
      ],
    })),
    helped: { persons: 0, byLine: [], volunteers: 0 },
    openTickets: 0,
    overdue: [],
    straightUp: [],
    improvements: { open: 0, overdue: 0 },
    praise: [],
    themes: [],
    ...more,
  };
}
