/** Every limit of metrics.md in one place: defaults, to be tuned on field data. Version 1 belongs to METRICS_VERSION. */
export const THRESHOLDS = {
  windowDays: 30,
  unknown: { leastCoverage: 0.7, leastAgeDays: 30 },
  /** M1. Silent below `silentBelow` messages or with at most `silentWeeks` of the last four weeks; watched below `watchBelow`. */
  cadreVoice: { silentBelow: 4, silentWeeks: 1, watchBelow: 9, spans: 4 },
  /** M2. What spoils or confirms an answer comes within these hours. */
  help: { spoiledWithinHours: 48, thankedWithinHours: 7 * 24 },
  /** M3. */
  activity: {
    quietDays: 4,
    smallSize: 30,
    smallQuietDays: 1,
    largeSize: 100,
    largeActiveRatio: 0.05,
    largeQuietDays: 10,
    ownMedianWeeks: 8,
    ownMedianShare: 0.5,
  },
  /** M4. */
  state: { busyNeeds: 3, burstyMessages: 4, coolingSigns: 2, daysToEnter: 2, daysToRecover: 7 },
  /** Middle lines of contact × help: 几 is at most 9 messages, and help of one a week. */
  quadrant: { contact: 9, help: 4 },
  /** M5. Gap in working days. */
  regularity: { longestGap: 10, burstiness: 0.5, leastGaps: 4 },
  /** M6. */
  oneWay: { share: 0.8, echo: 0.1, bursts: 4, burstMinutes: 10, echoHours: 24, echoTurnMinutes: 30 },
  /** M8. Members whom one cadre is to keep in touch with: 1+100, 1+10. */
  contact: { days: 90, fullTimeTarget: 100, partTimeTarget: 10 },
  /** M9 二传手. */
  relay: { leastAnswered: 5, share: 0.8 },
  /** M10 只联系骨干. `timesOfMembers`: their share of the talk against their share of the members. */
  backbone: { leastExchanges: 10, share: 0.5, timesOfMembers: 3 },
  concentration: { coveredShare: 0.5 },
  solvedReality: { leastClosed: 10, selfClosedShare: 0.3, reopenDays: 30 },
  newcomers: { greetedHours: 1, spokeDays: 7, stayedDays: 28 },
  /** M16. Two windows of a month back; points of the mean of S and T. */
  divergence: { daysBack: 60, qualityDrop: 10 },
  /** M19. */
  faq: { staleClusterDays: 7 },
  /** M20. */
  burden: { days: 7, mostAWeek: 15, dayFromHour: 8, dayToHour: 21 },
  dimensions: { fewest: 3, least: 1, yellowBelow: 40, gapFree: 15, gapSpan: 10 },
  /** M14, low-awareness. */
  survey: { days: 90, shareBelow: 0.5, highBelow: 0.6 },
  inspection: { days: 3, share: 0.6, leastMessages: 4 },
} as const;
