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
  sensitive: (messageId: string) => `sensitive/${messageId}`,
  /** What a command says back; `part` where it says more than one thing. */
  command: (messageId: string, part = 'reply') => `command/${messageId}/${part}`,
  ticketOpened: (ticketId: string) => `ticket-opened/${ticketId}`,
  ticketCard: (ticketId: string, cadreId: string, seq: number) => `ticket-card/${ticketId}/${cadreId}/${seq}`,
  ticketClosed: (ticketId: string, seq: number) => `ticket-closed/${ticketId}/${seq}`,
  ticketNews: (ticketId: string, seq: number) => `ticket-news/${ticketId}/${seq}`,
  closeProposed: (ticketId: string, messageId: string) => `close-proposed/${ticketId}/${messageId}`,
  /** One step of a ticket's reminders: `late`, `limit`, `day-1`. */
  reminderStep: (ticketId: string, openedTimes: number, step: string) =>
    `remind/${ticketId}/${openedTimes}/${step}`,
  reminder: (cadreId: string, at: Date) => `reminder/${cadreId}/${at.toISOString()}`,
  /** Counts among the reminders of the day. */
  unanswered: (cadreId: string, day: string) => `reminder/${cadreId}/unanswered/${day}`,
  escalation: (ticketId: string, leaderId: string, step: string) =>
    `escalation/${ticketId}/${leaderId}/${step}`,
  digest: (leaderId: string, unitId: string, week: string) => `digest/${leaderId}/${unitId}/${week}`,
  digestPicture: (leaderId: string, unitId: string, week: string) =>
    `digest-picture/${leaderId}/${unitId}/${week}`,
  faqWithdrawn: (entryId: string, version: number, personId: string) =>
    `faq-withdrawn/${entryId}/${version}/${personId}`,
  notice: (groupId: string) => `notice/${groupId}`,
  welcome: (groupId: string, at: Date) => `welcome/${groupId}/${at.toISOString()}`,
  friendHello: (personId: string) => `friend-hello/${personId}`,
  bound: (messageId: string) => `bound/${messageId}`,
} as const;

/** What an alert is about, out of its key; null for any other key. */
export function alertOf(key: string): { kind: string; messageId: string } | null {
  const [, kind, ...rest] = key.split('/');
  const messageId = rest.at(-1);
  return key.startsWith(keys.emergencyAlerts) && kind && messageId ? { kind, messageId } : null;
}

/** Danger to life waits for neither pace nor budget nor quiet hours. */
export const isEmergency = (key: string): boolean => key.startsWith('emergency');
