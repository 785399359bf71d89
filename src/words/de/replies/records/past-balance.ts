/** The card with balances of the past. */
export const pastBalance = {
  title: 'Guthaben zu einem Zeitpunkt',
  at: 'Zeitpunkt',
  total: 'Zusammen',
  /** In place of a balance that a member of a shared account may not read. */
  beforeJoining: 'vor deinem Beitritt',
  zone: (zone: string) => `Tage und Uhrzeiten in ${zone}.`,
  soFar: 'Dieser Zeitpunkt ist noch nicht erreicht: Das ist das Guthaben bisher.',
  other: 'Anderer Zeitpunkt',
  future: 'Dieser Tag liegt in der Zukunft. Gib einen Tag an, der schon begonnen hat.',
};
