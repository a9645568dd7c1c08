/** The one place where keys of effects are spelt. Two things that must not both happen share a key. */
export const keys = {
  answer: (messageId: string) => `answer/${messageId}`,
  clarify: (messageId: string) => `clarify/${messageId}`,
  offer: (messageId: string) => `offer/${messageId}`,
  emergency: (messageId: string) => `emergency/${messageId}`,
  emergencyAlert: (messageId: string, personId: string) => `emergency-alert/${messageId}/${personId}`,
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
  escalation: (ticketId: string, leaderId: string, step: string) =>
    `escalation/${ticketId}/${leaderId}/${step}`,
  digest: (leaderId: string, unitId: string, week: string) => `digest/${leaderId}/${unitId}/${week}`,
  digestPicture: (leaderId: string, unitId: string, week: string) =>
    `digest-picture/${leaderId}/${unitId}/${week}`,
  notice: (groupId: string) => `notice/${groupId}`,
  welcome: (groupId: string, at: Date) => `welcome/${groupId}/${at.toISOString()}`,
  friendHello: (personId: string) => `friend-hello/${personId}`,
  bound: (messageId: string) => `bound/${messageId}`,
} as const;

/** Danger to life waits for neither pace nor budget nor quiet hours. */
export const isEmergency = (key: string): boolean => key.startsWith('emergency');
