import { expect, test } from 'vitest';
import { withMentions } from '../../../src/sandbox/page/composer/mentions.ts';

const known = [
  { id: '1', names: ['Passbook'] },
  { id: '2', names: ['Ben', 'ben_o'] },
  { id: '3', names: ['Ben Kim', 'benk'] },
];

test.each([
  ['@Passbook send ben 5', '<@1> send ben 5'],
  ['hey @passbook, send @ben_o 5', 'hey <@1>, send <@2> 5'],
  ['@Ben Kim gets 5, @Ben gets 6', '<@3> gets 5, <@2> gets 6'],
  ['mail ben@passbook.example', 'mail ben@passbook.example'],
  ['@Benny and @nobody', '@Benny and @nobody'],
  ['<@2> stays, İ @Ben too', '<@2> stays, İ <@2> too'],
])('"%s" is sent as "%s"', (typed, sent) => {
  expect(withMentions(typed, known)).toBe(sent);
});
