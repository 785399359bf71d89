/**
 * No text is longer than Discord takes, in any language: names and descriptions of commands, forms,
 * labels of buttons and menus, and the sum of a card. In the pseudo-language, which is twice as
 * long, the bot cuts cards to these limits and refuses to load forms.
 */
import { MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { errorCodes, type RequestId } from '../../../src/bank/model/index.ts';
import type { EntryView, HistoryPage } from '../../../src/bank/index.ts';
import { cardLimits } from '../../../src/bot/cards/lengths.ts';
import { withNote } from '../../../src/bot/cards/note.ts';
import { answersWithNews } from '../../../src/bot/cards/news.ts';
import { type Rendered, render } from '../../../src/bot/cards/render.ts';
import { type Part, type Reply, text, withButtons } from '../../../src/bot/cards/reply.ts';
import { defineCommand } from '../../../src/bot/command/command.ts';
import { faultsOf } from '../../../src/bot/command/faults.ts';
import { loadCommands } from '../../../src/bot/command/loader.ts';
import { menusOf } from '../../../src/bot/command/menus.ts';
import { registrationOf } from '../../../src/bot/command/registration.ts';
import { type Form, formFor } from '../../../src/bot/forms/form.ts';
import { modalLimits, modalOf } from '../../../src/bot/forms/modal.ts';
import { nextButtons } from '../../../src/bot/next/buttons.ts';
import { lateReply } from '../../../src/bot/next/late.ts';
import { type Lateness, refusalSteps } from '../../../src/bot/next/steps.ts';
import { summariesOf } from '../../../src/bot/command/registry.ts';
import { topicNames } from '../../../src/bot/command/topics.ts';
import { helpReply, welcomeCard } from '../../../src/bot/replies/help.ts';
import { historyReply } from '../../../src/bot/replies/history.ts';
import { errorReply } from '../../../src/bot/replies/problem.ts';
import { notUnderstoodReply, unclearReply } from '../../../src/bot/talk/replies.ts';
import { commandIssues } from '../../../src/sandbox/rules/command.ts';
import { messageIssues } from '../../../src/sandbox/rules/message.ts';
import { inLanguage, languages, words } from '../../../src/words/index.ts';
import { written } from '../../../src/words/text/markup.ts';
import { pseudo } from '../../support/pseudo.ts';
import { errorOf } from '../../support/refusals.ts';
import { sourcesBelow } from '../../support/source.ts';

const registry = await loadCommands();
const origin = { path: 'staff customer recovery-codes', row: (2n ** 63n - 1n) as RequestId };
const currency = { code: 'GEM', scale: 2 };

const party = { name: 'W'.repeat(80), numberTail: '1234' };
const entry = (seq: bigint): EntryView => ({
  seq,
  reference: '01AB-23CD-45EF-GH' as never,
  kind: 'TRANSFER',
  initiator: 'SESSION',
  direction: 'out',
  amount: (2n ** 53n - 1n) as never,
  balanceAfter: (2n ** 53n - 1n) as never,
  counterparty: party,
  memo: '`*_~|>'.repeat(20),
  bookedAt: new Date('2026-01-31T12:00:00Z'),
});
const page: HistoryPage = {
  accountNumber: '1234567893' as never,
  name: 'W'.repeat(32),
  entries: Array.from({ length: 8 }, (_, index) => entry(BigInt(index + 1))),
  older: 1n,
  newer: 9n,
};

function helpOn(topic: (typeof topicNames)[number]): Reply {
  const identity = {
    discordUserId: '222222222222222222',
    customerId: 1n,
    accountNumber: '1234567893',
    session: { id: 1n },
    staffRole: 'MANAGER',
  };
  const staffGuildId = '111111111111111111';
  const commands = summariesOf(registry, { staffGuildId, ids: new Map() });
  const place = { guildId: staffGuildId, channelId: '1' };
  return helpReply({ bankName: 'Passbook', commands, identity, place } as never, topic);
}

/** Cards with much text or many buttons, and every refusal, in the language underway. */
function cards(): (readonly [string, Reply])[] {
  const refusing = { path: 'transfer', hasForm: true, row: origin.row };
  return [
    ['history', historyReply(page, { currency, filtered: true })],
    ['not understood', notUnderstoodReply()],
    ['unclear', unclearReply('payer', 'request create', { amount: '5' })],
    ['welcome', welcomeCard('Passbook')],
    ...topicNames.map((topic) => [`help ${topic}`, helpOn(topic)] as const),
    ...(Object.keys(words.replies.late) as Lateness[]).map(
      (late) =>
        [late, lateReply(late, 'x'.repeat(60), { path: 'transfer', row: origin.row })] as const,
    ),
    ...errorCodes.map((code) => {
      const error = errorOf(code);
      const about = {
        ...refusing,
        values: { member: ['1'], amount: '20' },
        refused: error.refused,
      };
      const buttons = nextButtons(refusalSteps[code], about);
      return [code, withButtons(errorReply(error, 'x'.repeat(60)), ...buttons)] as const;
    }),
  ];
}

const issuesOf = ({ container }: Rendered) =>
  messageIssues({ components: [container], flags: MessageFlags.IsComponentsV2 }, {
    old: null,
    uploads: [],
    kept: [],
  } as never);

interface Texts {
  readonly sum: number;
  readonly over: readonly string[];
}

/** The sum of all texts, and the labels that are too long. */
function measure(part: unknown): Texts {
  if (typeof part !== 'object' || part === null) return { sum: 0, over: [] };
  const own = part as Readonly<Record<string, unknown>>;
  const limit: Readonly<Record<string, number>> = {
    label: 'custom_id' in own ? cardLimits.button : cardLimits.choice,
    placeholder: cardLimits.placeholder,
    description: cardLimits.choice,
  };
  const inner = Object.values(own).map(measure);
  const over = Object.entries(own).flatMap(([key, value]) =>
    typeof value === 'string' && value.length > (limit[key] ?? Infinity) ? [value] : [],
  );
  const content = typeof own['content'] === 'string' ? own['content'].length : 0;
  return {
    sum: content + inner.reduce((sum, one) => sum + one.sum, 0),
    over: [...over, ...inner.flatMap((one) => one.over)],
  };
}

/** Before `render` cuts anything. */
const uncut = ({ title, parts, buttons, menu }: Reply): Texts => {
  const texts = parts.map((part) => ('text' in part ? part.text.markup : ''));
  const content = [`### ${title}`, ...texts].join('');
  const pressed = buttons.map(({ label }) => ({ label, custom_id: '' }));
  return measure({ content, pressed, menu });
};

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
type Leaf = readonly [path: string, value: unknown];
const leavesOf = (group: object, path = ''): Leaf[] =>
  Object.entries(group).flatMap(([key, value]: [string, unknown]): Leaf[] =>
    isGroup(value) ? leavesOf(value, `${path}${key}.`) : [[`${path}${key}`, value]],
  );
/** In English no label of a button or menu ends like a sentence. */
const isLabel = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= cardLimits.button && !/[.:]$/.test(value);
const labels = leavesOf(words).filter(
  ([path, value]) => isLabel(value) && !path.endsWith('.description'),
);

const allForms = (): Form[] =>
  [...registry.values()]
    .flatMap(({ form, second }) => [form, second?.form])
    .filter((one) => one !== null && one !== undefined)
    .flatMap((form) => [form, formFor(form, true)]);

/** Title, labels, hints and placeholders of a modal, with their limits. */
function longIn(form: Form): string[] {
  const pages = form.more === undefined ? ([0] as const) : ([0, 1] as const);
  return pages.flatMap((which) => {
    const modal = modalOf(form, { customId: 'v1:x:form:', values: {}, page: which });
    const texts: (readonly [string, number])[] = [[modal.title, modalLimits.title]];
    for (const part of modal.components) {
      if (!('component' in part)) continue;
      texts.push([part.label, modalLimits.label], [part.description ?? '', modalLimits.hint]);
      const { component: input } = part;
      if ('placeholder' in input) texts.push([input.placeholder ?? '', modalLimits.placeholder]);
      for (const { label, description } of 'options' in input ? input.options : [])
        texts.push([label, modalLimits.hint], [description ?? '', modalLimits.hint]);
    }
    return texts.filter(([one, most]) => one.length > most).map(([one]) => one);
  });
}

test('the limits are Discord’s', () => {
  expect(modalLimits).toMatchObject({ title: 45, label: 45, hint: 100, placeholder: 100 });
  expect(cardLimits).toEqual({ texts: 4_000, button: 80, placeholder: 150, choice: 100 });
});

test('names and descriptions of commands, with all their translations', () => {
  const bodies = registrationOf(registry, 'everywhere');
  expect(bodies.flatMap((body) => commandIssues(body, []))).toEqual([]);
  expect(menusOf(registry).flatMap((body) => commandIssues(body as never, []))).toEqual([]);
  const translated = JSON.stringify(bodies).match(/"description_localizations":\{[^}]*\}/g) ?? [];
  expect(translated.length).toBeGreaterThan(60);
  for (const group of translated) {
    const texts = Object.values(JSON.parse(group.slice(group.indexOf('{'))) as object) as string[];
    for (const one of texts) expect(Array.from(one).length, one).toBeLessThanOrEqual(100);
  }
});

test('no message has embeds, whose limits would have to be checked too', () => {
  const sources = [...sourcesBelow('src/bot'), ...sourcesBelow('commands')];
  expect(sources.length).toBeGreaterThan(150);
  expect(sources.filter(({ text: source }) => /\bembeds?\b/i.test(source))).toEqual([]);
});

describe.each(languages)('in %s', (language) => {
  const here = <T>(work: () => T): T => inLanguage(language, work);

  test('titles, labels, hints and placeholders of forms', () => {
    const forms = here(allForms);
    expect(forms.length).toBeGreaterThan(80);
    expect(forms.flatMap((form) => here(() => longIn(form)))).toEqual([]);
  });

  test('labels of buttons, menus and their choices', () => {
    const here = inLanguage(language, () => new Map(leavesOf(words)));
    expect(labels.length).toBeGreaterThan(500);
    const long = labels.filter(([path]) => (here.get(path) as string).length > cardLimits.button);
    expect(long).toEqual([]);
  });

  test('cards: every refusal, lateness and topic of help, and the longest lists', () => {
    const made = here(cards);
    expect(made.length).toBeGreaterThan(100);
    for (const [name, reply] of made) {
      const { sum, over } = uncut(reply);
      expect([name, over]).toEqual([name, []]);
      expect(sum, name).toBeLessThanOrEqual(cardLimits.texts);
      expect(issuesOf(render(reply, origin)), name).toEqual([]);
    }
  });
});

const long = (one: string): string => pseudo(one, Number.MAX_SAFE_INTEGER);
const longPart = (part: Part): Part =>
  'text' in part ? { ...part, text: written(long(long(part.text.markup))) } : part;
const inPseudo = (reply: Reply): Reply => ({
  ...reply,
  title: long(reply.title),
  parts: [...reply.parts.map(longPart), text(long('Money '.repeat(700)))],
  buttons: reply.buttons.map((one) => ({ ...one, label: long(one.label).repeat(8) })),
  ...(reply.menu && {
    menu: {
      ...reply.menu,
      placeholder: long(reply.menu.placeholder).repeat(8),
      choices: reply.menu.choices.map((one) => ({ ...one, label: long(one.label).repeat(8) })),
    },
  }),
});

describe('in the pseudo-language', () => {
  test('every card is cut to what Discord takes, also with a line added to it', async () => {
    for (const [name, reply] of cards()) {
      const longer = inPseudo(reply);
      expect(uncut(longer).sum, name).toBeGreaterThan(cardLimits.texts);
      const rendered = render(longer, origin);
      const line = written(long('You have new notices in your inbox.'));
      const noted = withNote([rendered.container] as never, line);
      const shown: Rendered[] = [rendered, { ...rendered, container: noted! }];
      const news = answersWithNews(async (one: Rendered) => shown.push(one) > 0);
      news.announce(async () => line);
      await news.answer(rendered);
      expect(shown).toHaveLength(3);
      for (const one of shown) {
        expect(issuesOf(one), name).toEqual([]);
        expect(measure(one.container).over, name).toEqual([]);
        expect(measure(one.container).sum, name).toBeLessThanOrEqual(cardLimits.texts);
      }
      expect(JSON.stringify(shown[2]!.container)).toContain(line.markup);
    }
  });

  test('a form is refused when the bot starts', () => {
    const { form, ...pay } = registry.get('transfer')!;
    const first = Object.entries(form!.fields).map(([id, field]) => {
      const { label, hint = '', example = 'Ben or 1234567890' } = field.words;
      const wide = (one: string) => long(one).repeat(6);
      return [
        id,
        { ...field, words: { label: wide(label), hint: wide(hint), example: wide(example) } },
      ];
    });
    const command = defineCommand({
      ...pay,
      words: { description: long('Send money to an account or to a member').repeat(3) },
      form: {
        ...form!,
        words: { title: long('Send money now').repeat(3) },
        fields: Object.fromEntries(first),
      },
    } as never);
    const faults = faultsOf(command, ['transfer']).join('\n');
    for (const fault of [
      'no description of 1 to 100 characters',
      'a title of 1 to 45 characters is missing',
      'has a label longer than 45 characters',
      'has too long a hint',
      'has too long a placeholder',
      'has a description longer than 100 characters',
    ]) {
      expect(faults).toContain(fault);
    }
  });
});
