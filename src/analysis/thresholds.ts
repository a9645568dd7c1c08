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
  /** link-without-service (F5). Days a link must have held; people linked so long; share without any touch. */
  linkedService: { linkedDays: 180, leastLinked: 5, share: 0.5 },
  /** service-substituted (F10). */
  substituted: { leastSolved: 10, share: 0.8 },
  /** shallow-touch (F16). Days within which a second touch or the member's word makes it one contact. */
  shallowTouch: { followUpDays: 14, leastEpisodes: 10, share: 0.7 },
  /** too-many-hands (F20). */
  hands: { leastActed: 5, median: 2 },
  /** no-inbound-demand (F21), zombie-group. */
  demand: { days: 60, leastCoverage: 0.7, leastSize: 30 },
  concentration: { coveredShare: 0.5 },
  solvedReality: { leastClosed: 10, selfClosedShare: 0.3, reopenDays: 30 },
  newcomers: { greetedHours: 1, spokeDays: 7, stayedDays: 28 },
  /** M16. Two windows of a month back; points of the mean of S and T. */
  divergence: { daysBack: 60, qualityDrop: 10 },
  /** M19. */
  faq: { staleClusterDays: 7 },
  /** M20. */
  burden: { days: 7, mostAWeek: 15, dayFromHour: 8, dayToHour: 21.5 },
  dimensions: { fewest: 3, least: 1, yellowBelow: 40, gapFree: 15, gapSpan: 10 },
  /** M14, low-awareness. */
  survey: { days: 90, shareBelow: 0.5, highBelow: 0.6 },
  inspection: { days: 3, share: 0.6, leastMessages: 4 },
  /** noisy-office (F11). Spans of days; the rise of posts, and how likely chance may be to bring it. */
  noisyOffice: { days: 28, spansBefore: 2, leastPosts: 8, rise: 1.5, chance: 0.1 },
  /** formalism (F17). The last `workdays` of `months` whole months running; `least` posts, answers … for a share to say anything. */
  formalism: {
    copies: { least: 8, share: 0.6 },
    answers: { least: 8, share: 0.6 },
    filler: { least: 40, share: 0.5 },
    closings: { least: 10, share: 0.6 },
    monthEnds: { least: 5, share: 0.6, months: 2, workdays: 3 },
  },
  /** unit-imbalance (F19). Judged groups a sub-unit needs, sub-units to compare, and P90 − P10 of their red shares. */
  imbalance: { leastGroups: 5, leastUnits: 2, spread: 0.5 },
  /** 搁置: a ticket that waited longer in all, or oftener. */
  parked: { waitedDays: 30, waits: 2 },
} as const;
