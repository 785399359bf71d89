import type { APIApplicationCommand } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import {
  callableCommands,
  isCommandNamedBy,
  searchCommands,
  typedCommand,
  type CallableCommand,
} from '../../../src/sandbox/page/composer/callable.ts';
import { pressKey } from '../../../src/sandbox/page/composer/command-keys.ts';
import {
  draftProblems,
  draftValues,
  focusOn,
  pickChoice,
  settleDraft,
  startDraft,
  tail,
  typeText,
  type Draft,
} from '../../../src/sandbox/page/composer/draft.ts';
import { exactChoice } from '../../../src/sandbox/page/composer/option-suggestions.ts';
import { fillTyped } from '../../../src/sandbox/page/composer/typed-words.ts';
import type { Choice } from '../../../src/sandbox/page/parts/choice.ts';
import { fuzzyScore } from '../../../src/sandbox/page/text/fuzzy.ts';

const command = (name: string, description: string, options: unknown[] = [], type = 1) =>
  ({ id: '1', type, name, description, options }) as unknown as APIApplicationCommand;

const commands = callableCommands([
  command('transfer', 'Send money', [
    { type: 3, name: 'amount', description: 'How much', required: true, max_length: 8 },
    { type: 6, name: 'member', description: 'To whom' },
    { type: 4, name: 'times', description: 'How often', min_value: 1, max_value: 3 },
    { type: 3, name: 'speed', description: 'Pace', choices: [{ name: 'Fast', value: 'f' }] },
  ]),
  command('balance', 'What you have'),
  command('staff', 'For staff', [
    {
      type: 2,
      name: 'customer',
      description: 'Customers',
      options: [{ type: 1, name: 'freeze', description: 'Stop an account' }],
    },
    { type: 1, name: 'report', description: 'Figures' },
  ]),
  command('Send money', '', [], 2),
]);
const paths = (found: readonly CallableCommand[]): string[] => found.map(({ path }) => path);
const transfer = commands.find(({ path }) => path === 'transfer')!;

describe('commands', () => {
  test('are listed with full paths, without context-menu commands', () => {
    expect(paths(commands)).toEqual([
      'balance',
      'staff customer freeze',
      'staff report',
      'transfer',
    ]);
  });

  test.each([
    ['tra', 'transfer'],
    ['strep', 'staff report'],
    ['freeze', 'staff customer freeze'],
    ['staff rep', 'staff report'],
    ['scf', 'staff customer freeze'],
    ['figures', 'staff report'],
  ])('are found by %s', (typed, path) => {
    expect(paths(searchCommands(typed, commands))[0]).toBe(path);
  });

  test.each(['xyz', 'trsf', 'tsr', 'pay', 'end'])(
    'that nobody means by %s are not found',
    (typed) => {
      expect(searchCommands(typed, commands)).toEqual([]);
    },
  );

  test('match strongly at the start of a word of their name, else weakly', () => {
    const named = ['tra', 'report', 'staff rep', 'Transfer 5', ''];
    const guessed = ['scf', 'money', 'ransfer'];
    const isNamed = (typed: string): boolean =>
      isCommandNamedBy(typed, searchCommands(typed, commands)[0]!);
    expect(named.map(isNamed)).toEqual(named.map(() => true));
    expect(guessed.map(isNamed)).toEqual(guessed.map(() => false));
  });

  test('are searched quickly, whatever their names', () => {
    const long = command('a-'.repeat(16), 'Slow');
    const began = performance.now();
    expect(searchCommands('a'.repeat(31) + 'b', callableCommands([long]))).toEqual([]);
    expect(performance.now() - began).toBeLessThan(100);
  });

  test('are recognised when typed in full', () => {
    expect(typedCommand('staff report x', commands)).toMatchObject({
      command: { path: 'staff report' },
      rest: 'x',
    });
    expect(typedCommand('staff', commands)).toBeNull();
    expect(typedCommand('transferred', commands)).toBeNull();
  });

  test('rank a match at the start above the middle, and the middle above scattered letters', () => {
    const scores = ['balance', 'my balance', 'unbalanced', 'b a l'].map((text) =>
      fuzzyScore('bal', text),
    );
    expect(scores).toEqual([...scores].sort((left, right) => (right ?? 0) - (left ?? 0)));
  });
});

const type = (draft: Draft, name: string, text: string): Draft =>
  typeText(focusOn(draft, name), text);

describe('a command being filled in', () => {
  test('starts at its first required option', () => {
    expect(startDraft(transfer)).toMatchObject({ focused: 'amount', shown: ['amount'] });
    expect(startDraft(commands[0]!)).toMatchObject({ focused: tail, shown: [] });
  });

  test('cannot be sent with an empty required option or an invalid one', () => {
    const draft = startDraft(transfer);
    expect(draftProblems(draft)).toEqual({ amount: 'This option is required.' });
    expect(draftProblems(type(draft, 'amount', '123456789'))).toEqual({
      amount: 'Use at most 8 characters.',
    });
    const withTimes = typeText(focusOn(draft, tail), 'times:');
    expect(withTimes).toMatchObject({ focused: 'times', shown: ['amount', 'times'] });
    const times = (text: string) => draftProblems(type(withTimes, 'times', text))['times'];
    expect(times('4')).toBe('The largest value is 3.');
    expect(times('0')).toBe('The smallest value is 1.');
    expect(times('1.5')).toBe('Enter a whole number.');
    expect(times('1e0')).toBe('Enter a whole number.');
    expect(times('2')).toBeUndefined();
  });

  test('sends ids of picked values, and omits empty options', () => {
    let draft = type(startDraft(transfer), 'amount', '5');
    draft = typeText(focusOn(draft, tail), 'member:');
    draft = pickChoice(draft, { id: '77', label: 'Bo' });
    draft = typeText(focusOn(draft, tail), 'times:');
    expect(draftValues(draft)).toEqual({ amount: '5', member: '77' });
    expect(draftValues(type(draft, 'times', '3'))).toEqual({ amount: '5', member: '77', times: 3 });
  });

  test('picks the value whose full name was typed', () => {
    const choices = [{ id: 'f', label: 'Fast' }];
    const draft = type(typeText(focusOn(startDraft(transfer), tail), 'speed:'), 'speed', ' fast');
    expect(draftProblems(draft)['speed']).toBe('Choose one from the list.');
    const settled = settleDraft(draft, (_option, text) => exactChoice(text, choices));
    expect(draftValues(settled)).toEqual({ speed: 'f' });
  });
});

describe('words typed after a command', () => {
  const choices: Record<string, Choice[]> = {
    member: [
      { id: '7', label: 'Bo' },
      { id: '8', label: 'Bo Berg' },
    ],
    speed: [{ id: 'f', label: 'Fast' }],
  };
  const fill = (typed: string): Draft =>
    fillTyped(startDraft(transfer), typed, ({ name }) => choices[name] ?? null);

  test.each<[string, Record<string, string | number>]>([
    ['5', { amount: '5' }],
    ['5 @Bo 2 fast', { amount: '5', member: '7', times: 2, speed: 'f' }],
    ['5 bo berg 2', { amount: '5', member: '8', times: 2 }],
    ['5 <@8>', { amount: '5', member: '8' }],
    ['5 fast', { amount: '5', speed: 'f' }],
    ['@Bo 5', { amount: '5', member: '7' }],
    ['"5 x" fast', { amount: '5 x', speed: 'f' }],
    ['speed: fast times:3 amount:5', { amount: '5', times: 3, speed: 'f' }],
    ['5 speed: Fast', { amount: '5', speed: 'f' }],
  ])('%s', (typed, values) => {
    const filled = fill(typed);
    expect(draftProblems(filled)).toEqual({});
    expect(draftValues(filled)).toEqual(values);
    expect(filled.focused).toBe(tail);
  });

  test('that fit no option stay at the end with a message and the cursor', () => {
    const filled = fill('5 nobody there');
    expect(draftProblems(filled)).toEqual({ [tail]: 'No option accepts “nobody there”.' });
    expect(filled.focused).toBe(tail);
    expect(fill('5 @Nobody')).toMatchObject({ focused: 'member' });
  });

  test('all go to the last option', () => {
    const [say] = callableCommands([
      command('say', 'Says it', [
        { type: 3, name: 'to', description: 'Where' },
        { type: 3, name: 'words', description: 'What' },
        { type: 11, name: 'file', description: 'And a file' },
      ]),
    ]);
    const filled = fillTyped(startDraft(say!), 'here what is "to" be  said', () => null);
    expect(draftValues(filled)).toEqual({ to: 'here', words: 'what is "to" be  said' });
  });
});

const key = (name: string, shiftKey = false) => ({ key: name, shiftKey });

describe('keys', () => {
  const people = [
    { id: '1', label: 'Anna' },
    { id: '2', label: 'Bo' },
  ];
  test('Enter accepts the active suggestion, or sends without one', () => {
    const draft = typeText(focusOn(startDraft(transfer), tail), 'member:');
    expect(pressKey(draft, people, key('Enter'))).toMatchObject({
      kind: 'draft',
      draft: { focused: tail, entries: { member: { pickedId: '1' } } },
    });
    expect(pressKey(startDraft(transfer), [], key('Enter'))).toEqual({ kind: 'send' });
    const options = [{ id: 'times', label: 'times' }];
    expect(pressKey(focusOn(draft, tail), options, key('Enter'))).toEqual({ kind: 'send' });
  });

  test('arrow keys wrap around', () => {
    const draft = typeText(focusOn(startDraft(transfer), tail), 'member:');
    expect(pressKey(draft, people, key('ArrowUp'))).toMatchObject({ draft: { active: 1 } });
    expect(pressKey({ ...draft, active: 1 }, people, key('ArrowDown'))).toMatchObject({
      draft: { active: 0 },
    });
  });

  test('Tab is left to the browser unless a typed value can be picked', () => {
    const draft = typeText(focusOn(startDraft(transfer), tail), 'member:');
    expect(pressKey(draft, people, key('Tab'))).toEqual({ kind: 'none' });
    expect(pressKey(typeText(draft, 'an'), people, key('Tab'))).toMatchObject({ kind: 'draft' });
    expect(pressKey(typeText(draft, 'an'), people, key('Tab', true))).toEqual({ kind: 'none' });
  });

  test('Backspace removes empty options one by one, then the command', () => {
    const draft = typeText(focusOn(startDraft(transfer), tail), 'member:');
    const once = pressKey(draft, [], key('Backspace'));
    expect(once).toMatchObject({ kind: 'draft', draft: { focused: 'amount', shown: ['amount'] } });
    expect(pressKey(startDraft(transfer), [], key('Backspace'))).toEqual({ kind: 'cancel' });
    expect(pressKey(type(draft, 'member', 'x'), [], key('Backspace'))).toEqual({ kind: 'none' });
  });
});

describe('a command in the language of the person', () => {
  const [pay] = callableCommands(
    [
      {
        type: 1,
        name: 'pay',
        description: 'Sends money',
        description_localizations: { de: 'Schickt Geld' },
        options: [
          {
            type: 3,
            name: 'amount',
            name_localizations: { de: 'betrag' },
            description: 'How much',
            description_localizations: { de: 'Wie viel' },
          },
          {
            type: 3,
            name: 'speed',
            description: 'How fast',
            choices: [{ name: 'Slow', name_localizations: { de: 'Langsam' }, value: 's' }],
          },
        ],
      },
    ] as never,
    'de',
  );

  test('shows translated names and descriptions, and sends the bot’s own names', () => {
    const draft = fillTyped(startDraft(pay!), 'betrag: 12,50', () => null);
    expect([pay!.path, pay!.description]).toEqual(['pay', 'Schickt Geld']);
    expect(pay!.options.map(({ description }) => description)).toEqual(['Wie viel', 'How fast']);
    expect(pay!.options[1]).toMatchObject({ choices: [{ name: 'Langsam', value: 's' }] });
    expect(draftValues(draft)).toEqual({ amount: '12,50' });
  });

  test('takes the bot’s own name of an option, too', () => {
    const draft = fillTyped(startDraft(pay!), 'amount: 5', () => null);
    expect(draftValues(draft)).toEqual({ amount: '5' });
  });
});
