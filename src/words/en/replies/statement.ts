/** The card with a statement's files. */
export const statement = {
  title: (from: string, to: string) => `Statement, ${from} to ${to}`,
  entries: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
  opening: 'Opening balance',
  closing: 'Closing balance',
  closingSoFar: 'Balance so far',
  provisional: 'The period is not over, so this statement is provisional.',
  zone: (zone: string) => `Days and times in ${zone}.`,
  another: 'Another format',
  period: 'Other period',
  previous: 'Previous month',
  split: 'The statement is too large for one file, so there is one for each month.',
  proof:
    'The .proof file shows that balances and entries are in the log; anybody can check both files.',
  proofSoon: 'The proof of these entries is ready in about a minute; ask for the statement again.',
  tooLarge: 'The statement is too large for Discord. Choose a shorter period.',
  future: 'That period has not begun. Choose an earlier one.',
  tooLong: 'Choose a period of at most ten years.',
  monthOrDays: 'Enter a month or days, not both.',
};
