/** Which messages count as said to the bank. */
import type { GatewayMessageCreateDispatchData } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { saidIn } from '../../../../src/bot/talk/said.ts';
import { corpus } from '../../../support/corpus/corpus.ts';

const botId = '100000000000000001';
const me = `<@${botId}>`;
const user = { id: '200000000000000002', username: 'anna' };

function message(more: object): GatewayMessageCreateDispatchData {
  return {
    id: '300000000000000003',
    channel_id: '400000000000000004',
    type: 0,
    author: user,
    content: 'send ben 5',
    mentions: [],
    ...more,
  } as unknown as GatewayMessageCreateDispatchData;
}
const mentions = [{ id: botId }];
const guild = { guild_id: '500000000000000005' };
const textOf = (more: object): string | null => saidIn(message(more), botId)?.text ?? null;

describe('said to the bank is', () => {
  test('every direct message of a person', () => {
    expect(saidIn(message({}), botId)).toEqual({
      id: '300000000000000003',
      person: user.id,
      place: { guildId: null, channelId: '400000000000000004' },
      text: 'send ben 5',
    });
    expect(textOf({ type: 19, message_reference: { message_id: '1' } })).toBe('send ben 5');
  });

  test.each([
    [`${me} send ben 5`, 'send ben 5'],
    [`<@!${botId}> send ben 5`, 'send ben 5'],
    [`send ${me} ben 5`, 'send   ben 5'],
    [`> send ben 500\n${me} what is my balance?`, 'what is my balance?'],
    [me, ''],
  ])('in a server a message with a mention of the bot: %s', (content, text) => {
    expect(textOf({ ...guild, mentions, content })).toBe(text);
  });
});

describe('not said to the bank is', () => {
  test.each([
    ['without a mention', { ...guild }],
    ['that mentions a role', { ...guild, content: `<@&${botId}> send ben 5` }],
    [
      'that mentions everyone',
      { ...guild, content: '@everyone send ben 5', mention_everyone: true },
    ],
    ['whose mention is in code', { ...guild, content: `\`${me}\` send ben 5` }],
    [
      'that mentions the bot in a quoted line',
      { ...guild, mentions, content: `> ${me} send ben 5` },
    ],
    ['after >>>', { ...guild, mentions, content: `>>> hello\n${me} send ben 5` }],
    ['that only replies to the bot', { ...guild, mentions, type: 19, content: 'send ben 5' }],
    ['of a bot', { author: { ...user, bot: true } }],
    ['of Discord itself', { author: { ...user, system: true } }],
    ['of a webhook', { webhook_id: '1', ...guild, mentions, content: `${me} send ben 5` }],
    ['of an app', { application_id: '1' }],
    ['about a new member', { type: 7 }],
    ['that is forwarded', { message_reference: { type: 1, message_id: '1' } }],
    ['with a snapshot', { message_snapshots: [{ message: { content: 'send ben 5' } }] }],
  ])('a message %s', (_, more) => {
    expect(textOf(more)).toBeNull();
  });
});

test('hostile text is taken literally or not at all', () => {
  expect(corpus.length).toBeGreaterThan(500);
  for (const content of corpus) {
    const text = textOf({ content });
    expect(text === null || content.includes(text.split('\n')[0] ?? '')).toBe(true);
    expect(textOf({ ...guild, content })).toBeNull();
  }
});
