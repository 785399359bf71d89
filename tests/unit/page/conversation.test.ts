import { describe, expect, test } from 'vitest';
import type { ChatMessage, InteractionView } from '../../../src/sandbox/protocol/protocol.ts';
import { conversationRows, type Row } from '../../../src/sandbox/page/message/rows.ts';
import {
  applyChange,
  emptyModel,
  type Change,
  type Model,
} from '../../../src/sandbox/page/state/model.ts';
import { readAddress, writeAddress } from '../../../src/sandbox/page/state/address.ts';
import { compareIds, withItem } from '../../../src/sandbox/page/state/order.ts';

const start = Date.UTC(2026, 0, 1, 10);

interface Made {
  readonly id: number;
  readonly minute?: number;
  readonly author?: string;
  readonly flags?: number;
  readonly used?: string;
}

/** A message with only the fields the page reads. */
function message({ id, minute = 0, author = '1', flags = 0, used }: Made): ChatMessage {
  return {
    id: String(id),
    channel_id: '9',
    author: { id: author },
    timestamp: new Date(start + minute * 60_000).toISOString(),
    content: `text ${id}`,
    flags,
    ...(used ? { used_command: used } : {}),
  } as unknown as ChatMessage;
}

const interaction = (
  id: number,
  state: InteractionView['state'],
  messageId: string | null = null,
) =>
  ({
    id: String(id),
    channelId: '9',
    kind: 'command',
    label: '/x',
    state,
    messageId,
    customId: null,
  }) satisfies InteractionView;

function brief(rows: readonly Row[]): string[] {
  return rows.map((row) => {
    if (row.kind === 'message') return `${row.leads ? 'lead' : 'more'} ${row.message.id}`;
    return row.kind === 'interaction' ? `${row.interaction.state} ${row.interaction.id}` : row.kind;
  });
}

const rows = (messages: ChatMessage[], interactions: InteractionView[] = [], seen?: string) =>
  brief(
    conversationRows({
      messages,
      interactions,
      channelId: '9',
      seenUpTo: seen ?? null,
      reader: { now: start, locale: 'en-US', timeZone: 'UTC' },
    }),
  );

describe('rows', () => {
  test('group messages of one author within seven minutes', () => {
    expect(
      rows([
        message({ id: 1 }),
        message({ id: 2, minute: 6 }),
        message({ id: 3, minute: 14 }),
        message({ id: 4, minute: 15, author: '2' }),
        message({ id: 5, minute: 15, author: '2', used: 'x' }),
        message({ id: 6, minute: 15, author: '2', flags: 64 }),
      ]),
    ).toEqual(['day', 'lead 1', 'more 2', 'lead 3', 'lead 4', 'lead 5', 'lead 6']);
  });

  test('have dividers between days and before unread messages', () => {
    expect(
      rows([message({ id: 1 }), message({ id: 2, minute: 1 }), message({ id: 3, minute: 1440 })]),
    ).toEqual(['day', 'lead 1', 'more 2', 'day', 'lead 3']);
    expect(rows([message({ id: 1 }), message({ id: 2 }), message({ id: 3 })], [], '1')).toEqual([
      'day',
      'lead 1',
      'new',
      'lead 2',
      'more 3',
    ]);
  });

  test('show a pending or unanswered command at its time', () => {
    expect(
      rows(
        [message({ id: 10 }), message({ id: 20 })],
        [interaction(15, 'failed'), interaction(30, 'sent')],
      ),
    ).toEqual(['day', 'lead 10', 'failed 15', 'lead 20', 'sent 30']);
  });

  test('omit an interaction that has a message', () => {
    expect(rows([message({ id: 10 })], [interaction(11, 'failed', '10')])).toEqual([
      'day',
      'lead 10',
    ]);
    expect(rows([message({ id: 10 })], [interaction(11, 'thinking')])).toEqual(['day', 'lead 10']);
  });
});

const after = (...changes: Change[]): Model => changes.reduce(applyChange, emptyModel);
const live = (event: Extract<Change, { type: 'live' }>['event']): Change => ({
  type: 'live',
  event,
});
const ids = (model: Model): string[] =>
  (model.conversations['9']?.messages ?? []).map(({ id }) => id);
const latest = (...messages: ChatMessage[]): Change => ({
  type: 'page',
  channelId: '9',
  messages,
  whole: true,
  latest: true,
});

const told = (view: InteractionView): Change => live({ type: 'interaction', interaction: view });

describe('the model', () => {
  test('keeps messages in order and replaces edited ones', () => {
    const edited = { ...message({ id: 2 }), content: 'edited' };
    const model = after(
      latest(message({ id: 2 }), message({ id: 10 })),
      live({ type: 'message', message: message({ id: 9 }) }),
      live({ type: 'message', message: edited }),
    );
    expect(ids(model)).toEqual(['2', '9', '10']);
    expect(model.conversations['9']?.messages[0]?.content).toBe('edited');
  });

  test('keeps messages that arrive during a fetch, and drops those deleted during it', () => {
    const model = after(
      latest(message({ id: 1 }), message({ id: 2 })),
      { type: 'lost' },
      { type: 'opened' },
      { type: 'fetching', channelId: '9' },
      live({ type: 'message', message: message({ id: 4 }) }),
      latest(message({ id: 1 }), message({ id: 3 })),
    );
    expect(ids(model)).toEqual(['1', '3', '4']);
  });

  test('puts older pages before known messages', () => {
    const model = after(latest(message({ id: 5 })), {
      type: 'page',
      channelId: '9',
      messages: [message({ id: 3 }), message({ id: 4 })],
      whole: false,
      latest: false,
    });
    expect(ids(model)).toEqual(['3', '4', '5']);
  });

  test('keeps only pending and failed interactions, and a success clears old failures', () => {
    const failed = after(told(interaction(1, 'sent', '7')), told(interaction(1, 'failed', '7')));
    expect(failed.interactions.map(({ state }) => state)).toEqual(['failed']);
    expect(applyChange(failed, told(interaction(2, 'answered', '7'))).interactions).toEqual([]);
    expect(applyChange(failed, { type: 'forget', interactionId: '1' }).interactions).toEqual([]);
  });

  test('keeps at most fifty interactions', () => {
    const many = Array.from({ length: 80 }, (_nothing, index) =>
      live({ type: 'interaction', interaction: interaction(index + 1, 'failed') }),
    );
    expect(after(...many).interactions).toHaveLength(50);
  });
});

test('ids are sorted as numbers', () => {
  expect(compareIds('9', '10')).toBeLessThan(0);
  expect(compareIds('123', '122')).toBeGreaterThan(0);
  expect(withItem([{ id: '9' }, { id: '11' }], { id: '10' })).toEqual([
    { id: '9' },
    { id: '10' },
    { id: '11' },
  ]);
});

test.each([
  ['', null, null],
  ['#/12/34', '12', '34'],
  ['#/12/mail', '12', 'mail'],
  ['#/12/<b>', '12', null],
  ['#/__proto__/1', null, '1'],
])('the address %s is read as %s and %s', (hash, personId, place) => {
  expect(readAddress(hash)).toEqual({ personId, place });
});

test('an address is written in the form it is read', () => {
  expect(readAddress(writeAddress({ personId: '5', place: 'mail' }))).toEqual({
    personId: '5',
    place: 'mail',
  });
});
