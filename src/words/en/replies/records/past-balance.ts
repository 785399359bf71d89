/** The card with balances of the past. */
export const pastBalance = {
  title: 'Balance at a time',
  at: 'Time',
  total: 'Together',
  /** In place of a balance that a member of a shared account may not read. */
  beforeJoining: 'before you joined',
  zone: (zone: string) => `Days and times in ${zone}.`,
  soFar: 'That time has not come yet: this is the balance so far.',
  other: 'Other time',
  future: 'That day is in the future. Enter a day that has begun.',
};
