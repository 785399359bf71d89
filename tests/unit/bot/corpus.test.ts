/** Every field of every form × every string of the corpus: nothing breaks, nothing wrong is taken. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Field } from '../../../src/bot/forms/field.ts';
import { isBlank } from '../../../src/bot/forms/field.ts';
import { loadCommands } from '../../../src/bot/command/loader.ts';
import { code, joined, md, plain } from '../../../src/words/text/markup.ts';
import { activeIn } from '../../support/corpus/active.ts';
import { corpus } from '../../support/corpus/corpus.ts';
import { judgement } from '../../support/corpus/oracle.ts';

// Half a million readings take longer on busy machines.
vi.setConfig({ testTimeout: 300_000 });

const facts = { currency: { code: 'GEM', scale: 2 }, today: '2026-11-25' };

/** By name and control, so that a field that many forms share is played once. */
let fields: ReadonlyMap<string, { readonly name: string; readonly field: Field }>;
beforeAll(async () => {
  const forms = [...(await loadCommands()).values()].flatMap(({ form, second }) => [
    ...Object.entries(form?.fields ?? {}),
    ...Object.entries(second?.form.fields ?? {}),
  ]);
  fields = new Map(
    forms.map(([name, field]) => [
      `${name} ${field.required} ${JSON.stringify(field.control)} ${field.words.hint}`,
      { name, field },
    ]),
  );
});

const lengthOf = ({ control }: Field): number =>
  control.kind === 'text' ? control.lengthMax : 100;

const sumKeys: readonly string[] = ['potGoal', 'limitAmount', 'feeFlat', 'feeLeast', 'feeMost'];

/** One name may mean different things in different forms; the hint then says which. */
const kindOf = (name: string, { key, words: { hint } }: Field): string => {
  if (['sentence', 'orderAmount', 'amountRange'].includes(key)) return key;
  if (key === 'askEach' || key === 'askTotal') return 'exactSum';
  if (key === 'firstDate') return 'from_date';
  if (['savedNickname', 'accountName', 'potName', 'sharedName'].includes(key)) return 'nickname';
  if (sumKeys.includes(key)) return 'exactSum';
  if (key === 'pot' || key === 'onlyPot') return 'account';
  return hint === 'YYYY-MM-DD' ? 'from_date' : name;
};

/** The string as the field's control would send it. */
function rawOf({ control }: Field, text: string) {
  return control.kind === 'person' || control.kind === 'choices' ? [text] : text;
}

/** A payee, or an account of one's own, is named in several ways, each with a judge of its own. */
function judged(...[name, length, text, value]: Parameters<typeof judgement>) {
  const isAccount = typeof value === 'object' && ['to', 'from', 'into', 'account'].includes(name);
  if (!isAccount || value === null) return [name, length, text, value] as const;
  const [[way, named] = ['', null]] = Object.entries(value);
  const judges = { accountNumber: 'account_number', payerOf: 'reference', name: 'nickname' };
  const judge = (judges as Readonly<Record<string, string>>)[way] ?? way;
  return [judge, length, text, named] as const;
}

/** Values that only a list can hold, or nothing at all. */
function unlisted(field: Field, text: string, value: unknown): string | null {
  const { control } = field;
  if (control.kind === 'person') return /^[0-9]{17,20}$/.test(text) ? null : 'nobody’s id';
  if (control.kind !== 'choice' && control.kind !== 'choices') return null;
  const known = control.choices.map(({ value: one }) => one);
  return known.includes([value].flat()[0] as string) ? null : 'not in the list';
}

describe('the corpus', () => {
  test('has more than five thousand strings', () => {
    expect(corpus.length).toBeGreaterThan(5_000);
  });

  test('is judged by judges that are awake', () => {
    expect(activeIn('<@1> and https://evil.example <t:0:R>')).toEqual(['user', 'link', 'time']);
    const exact = { kind: 'exact', amount: 1_200n };
    expect(judgement('amount', 60, '12', exact)).toBeNull();
    for (const text of ['１２', '012', '12.000', '+12', '1e1', '13']) {
      expect(judgement('amount', 60, text, exact)).not.toBeNull();
    }
    expect(judgement('full_name', 120, '', 'Аnna')).not.toBeNull();
    expect(judgement('date_of_birth', 20, '1900-02-29', '1900-02-29')).not.toBeNull();
    expect(judgement('account_number', 40, '1234567890', '1234567890')).not.toBeNull();
    expect(judgement('memo', 200, 'a\u202eb', 'a\u202eb')).not.toBeNull();
    expect(judgement('anything new', 200, 'a', 'b')).not.toBeNull();
  });

  test('breaks no field, and no field takes what its oracle would not', () => {
    const wrong: string[] = [];
    let taken = 0;
    for (const { name, field } of fields.values()) {
      const schema = field.schema(facts);
      for (const text of corpus) {
        if (isBlank(text)) continue;
        const result = schema.safeParse(rawOf(field, text));
        if (!result.success) {
          if (!(result.error.issues[0]?.message.length ?? 0)) wrong.push(`${name}: no reason`);
          continue;
        }
        taken += 1;
        const list = field.control.kind !== 'text' && field.control.kind !== 'checkbox';
        const problem = list
          ? unlisted(field, text, result.data)
          : judgement(...judged(kindOf(name, field), lengthOf(field), text, result.data));
        if (problem !== null) wrong.push(`${name} ${JSON.stringify(text)}: ${problem}`);
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(fields.size).toBeGreaterThan(20);
    expect(taken).toBeGreaterThan(1_000);
  });

  test('shows nothing active, as plain text, in a sentence, and in a code span', () => {
    const wrong = corpus.filter((text) => {
      const shown = [plain(text), md`Memo ${text} here`, code(text)];
      return activeIn(joined(shown).markup).length > 0;
    });
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  test('breaks out of no code span', () => {
    const wrong = corpus.filter((text) => {
      const { markup } = code(text);
      return !/^`[^`\n]+`$/.test(markup) && markup !== '–';
    });
    expect(wrong).toEqual([]);
  });
});
