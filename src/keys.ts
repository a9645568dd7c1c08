/** The one place where keys of effects are spelt. Two things that must not both happen share a key. */
export const keys = {
  answer: (messageId: string) => `answer/${messageId}`,
  clarify: (messageId: string) => `clarify/${messageId}`,
  offer: (messageId: string) => `offer/${messageId}`,
  /** The message last: without it, the beginning finds what was said of the same danger before. */
  emergency: (kind: string, messageId: string) => `emergency/${kind}/${messageId}`,
  emergencyAlerts: 'emergency-alert/',
  emergencyAlert: (kind: string, speakerId: string, messageId: string) =>
    `emergency-alert/${kind}/${speakerId}/${messageId}`,
  emergencyTold: (kind: string, messageId: string) => `emergency-told/${kind}/${messageId}`,
  emergencyNeutral: (speakerId: string, messageId: string) => `emergency-neutral/${speakerId}/${messageId}`,
  emergencyPrivate: (messageId: string) => `emergency-private/${messageId}`,
  sensitive: (speakerId: string, messageId: string) => `sensitive/${speakerId}/${messageId}`,
  /** To a friend, in private; the message that was led away out of the group stands last. */
  sensitivePrivate: (messageId: string) => `sensitive-private/${messageId}`,
  /** What came by a unit's page, by the hash of the sheet it was written on: a sheet sent twice is one letter. */
  letter: (sheetHash: string) => `letter/${sheetHash}`,
  letterCode: (ticketId: string) => `intake/${ticketId}`,
  emergencyLetters: 'emergency-letter/',
  emergencyLetter: (ticketId: string) => `emergency-letter/${ticketId}`,
  ownDataFile: (messageId: string) => `own-data/${messageId}`,
  farewell: (messageId: string) => `farewell/${messageId}`,
  deletion: (goneId: string) => `deletion/${goneId}`,
  /** What a command says back; `part` where it says more than one thing. */
  command: (messageId: string, part = 'reply') => `command/${messageId}/${part}`,
  ticketOpened: (ticketId: string) => `ticket-opened/${ticketId}`,
  ticketCard: (ticketId: string, cadreId: string, seq: number) => `ticket-card/${ticketId}/${cadreId}/${seq}`,
  ticketClosed: (ticketId: string, seq: number) => `ticket-closed/${ticketId}/${seq}`,
  ticketNews: (ticketId: string, seq: number) => `ticket-news/${ticketId}/${seq}`,
  /** News of the one it follows. */
  followerNews: (ticketId: string, mainSeq: number) => `follower-news/${ticketId}/${mainSeq}`,
  closeProposed: (ticketId: string, messageId: string) => `close-proposed/${ticketId}/${messageId}`,
  /** One step of a ticket's reminders to one person: `half`, `late`, `limit`, `day-1`; a reopening and an extension begin anew. */
  reminderStep: (
    { id, reopenedTimes, extendedTimes }: { id: string; reopenedTimes: number; extendedTimes: number },
    personId: string,
    step: string,
  ) => `remind/${id}/${reopenedTimes}.${extendedTimes}/${personId}/${step}`,
  reminder: (cadreId: string, at: Date) => `reminder/${cadreId}/${at.toISOString()}`,
  /** Counts among the reminders of the day. */
  unanswered: (cadreId: string, day: string) => `reminder/${cadreId}/unanswered/${day}`,
  /** One need told to one cadre. */
  unansweredTold: (cadreId: string, messageId: string) => `unanswered-told/${cadreId}/${messageId}`,
  escalation: (ticketId: string, leaderId: string, step: string) =>
    `escalation/${ticketId}/${leaderId}/${step}`,
  /** One of the straight-up words that a person has in a day. */
  straightUp: (personId: string, day: string, nth: number) => `straight-up/${personId}/${day}/${nth}`,
  /** Counts among the reminders of the day. */
  straightUpPress: (leaderId: string, day: string) => `reminder/${leaderId}/straight-up/${day}`,
  instruction: (ticketId: string, personId: string, seq: number) =>
    `instruction/${ticketId}/${personId}/${seq}`,
  digest: (leaderId: string, unitId: string, week: string) => `digest/${leaderId}/${unitId}/${week}`,
  digestPicture: (leaderId: string, unitId: string, week: string) =>
    `digest-picture/${leaderId}/${unitId}/${week}`,
  mirror: (cadreId: string, week: string) => `mirror/${cadreId}/${week}`,
  faqWithdrawn: (entryId: string, version: number, personId: string) =>
    `faq-withdrawn/${entryId}/${version}/${personId}`,
  appeal: (number: number, leaderId: string) => `appeal/${number}/${leaderId}`,
  appealDecided: (number: number) => `appeal-decided/${number}`,
  notice: (groupId: string) => `notice/${groupId}`,
  welcome: (groupId: string, at: Date) => `welcome/${groupId}/${at.toISOString()}`,
  /** Counts among what is posted of changes: one message a group and day. */
  changesPosted: 'changes-posted/',
  changesOfDay: (groupId: string, day: string) => `changes-posted/${groupId}/${day}`,
  /** One version of a catalogue or an agreement, in one group. */
  changePosted: (groupId: string, version: string) => `change-posted/${groupId}/${version}`,
  handoverAsked: (ticketId: string, since: Date) => `handover-asked/${ticketId}/${since.toISOString()}`,
  friendHello: (personId: string) => `friend-hello/${personId}`,
  surveyAsks: 'survey-ask/',
  /** The day last: what could not be said may be asked on another one. */
  surveyAsk: ({ cadreId, personId }: { cadreId: string; personId: string }, day: string) =>
    `survey-ask/${cadreId}/${personId}/${day}`,
  /** To the member: was it so? Names the contact, so that a quote of the question answers it. */
  contactAsk: ({ cadreId, personId, at }: { cadreId: string; personId: string; at: Date }) =>
    `contact-ask/${cadreId}/${personId}/${at.toISOString()}`,
  contactDenied: ({ cadreId, personId, at }: { cadreId: string; personId: string; at: Date }) =>
    `contact-denied/${cadreId}/${personId}/${at.toISOString()}`,
  standIn: ({ cadreId, fromAt }: { cadreId: string; fromAt: Date }) =>
    `stand-in/${cadreId}/${fromAt.toISOString()}`,
  standInEnded: ({ cadreId, fromAt }: { cadreId: string; fromAt: Date }) =>
    `stand-in-ended/${cadreId}/${fromAt.toISOString()}`,
  cadreLeft: (groupId: string, cadreId: string, day: string) => `cadre-left/${groupId}/${cadreId}/${day}`,
  noCadre: (groupId: string, day: string) => `no-cadre/${groupId}/${day}`,
  requesterLeft: (groupId: string, personId: string, day: string) =>
    `requester-left/${groupId}/${personId}/${day}`,
  requestRecalled: (ticketId: string) => `request-recalled/${ticketId}`,
  picturesHeard: 'picture-heard/',
  pictureAttached: (ticketId: string) => `picture-attached/${ticketId}`,
  pictureHeard: (messageId: string) => `picture-heard/${messageId}`,
  bound: (messageId: string) => `bound/${messageId}`,
  metricsChange: (version: string) => `metrics-change/${version}`,
} as const;

/** What an alert is about, out of its key; null for any other key. */
export function alertOf(key: string): { kind: string; messageId: string } | null {
  const [, kind, ...rest] = key.split('/');
  const messageId = rest.at(-1);
  return key.startsWith(keys.emergencyAlerts) && kind && messageId ? { kind, messageId } : null;
}

/** The ticket something was said of, out of its key; null for keys that carry none. */
export const ticketIdIn = (key: string): string | null =>
  /^(?:ticket-(?:opened|card|closed|news)|follower-news|close-proposed|escalation|instruction|request-recalled|picture-attached)\/([^/]+)/u.exec(
    key,
  )?.[1] ?? null;

/** The contact a question was about, out of its key; null for any other key. */
export function contactAsked(key: string): { cadreId: string; personId: string; at: Date } | null {
  const [kind, cadreId, personId, at] = key.split('/');
  const asked = kind === 'contact-ask' && cadreId && personId && at ? new Date(at) : null;
  return cadreId && personId && asked && !Number.isNaN(asked.getTime())
    ? { cadreId, personId, at: asked }
    : null;
}

const LOAD: ReadonlySet<string> = new Set(['reminder', 'ticket-card', 'close-proposed', 'contact-ask']);

/** Whether such words are a load on the cadre who gets them: reminders and requests, not replies (M20). */
export const isLoad = (key: string): boolean => LOAD.has(keyKind(key));

/** What a log line says of a key: its first word, because people's ids may stand behind it. */
export const keyKind = (key: string): string => key.split('/')[0] ?? key;

/** Danger to life waits for neither pace nor budget nor quiet hours. */
export const isEmergency = (key: string): boolean => key.startsWith('emergency');
