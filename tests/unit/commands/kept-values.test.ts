/** A form that is opened again and submitted unchanged loses nothing that was typed or chosen. */
import { describe, expect, test } from 'vitest';
import { loadCommands } from '../../../src/bot/command/loader.ts';
import type { Facts, Field, Raw, RawValues } from '../../../src/bot/forms/field.ts';
import { isBlank } from '../../../src/bot/forms/field.ts';
import {
  type Form,
  type FormPage,
  hasMore,
  hidesFields,
  valuesBeside,
} from '../../../src/bot/forms/form.ts';
import { modalOf, type SubmittedPart, submittedValues } from '../../../src/bot/forms/modal.ts';
import { wholeForm } from '../../../src/bot/settle/pending.ts';
import { withoutSecrets } from '../../../src/bot/forms/form.ts';

const registry = await loadCommands();
const facts: Facts = { currency: { code: 'GEM', scale: 2 }, today: '2026-01-31' };
const ids = ['123456789012345678', '223456789012345678'];

function sampleOf({ control }: Field): Raw {
  switch (control.kind) {
    case 'text':
      return 'x1'.slice(0, control.lengthMax);
    case 'number':
      return '7';
    case 'choice':
      return control.choices.at(-1)!.value;
    case 'choices':
      return control.choices.slice(0, 2).map(({ value }) => value);
    case 'people':
      return ids;
    case 'person':
    case 'serverRole':
      return ids.slice(0, 1);
    case 'checkbox':
      return true;
  }
}

interface Input {
  readonly custom_id: string;
  readonly value?: string;
  readonly default?: boolean;
  readonly default_values?: readonly { readonly id: string }[];
  readonly options?: readonly { readonly value: string; readonly default?: boolean }[];
}

/** What Discord's client sends when the person submits the form as it opened. */
function submittedAsShown(form: Form, values: RawValues, page: FormPage): RawValues {
  const { components } = modalOf(form, { customId: 'v1:x:form:', values, page });
  const parts = new Map<string, SubmittedPart>();
  for (const part of components) {
    if (!('component' in part)) continue;
    const input = part.component as Input;
    const field = form.fields[input.custom_id]!;
    const chosen = (input.options ?? []).filter((one) => one.default === true);
    const picked = [
      ...(input.default_values ?? []).map(({ id }) => id),
      ...chosen.map(({ value }) => value),
    ];
    const isOne = field.control.kind === 'choice';
    const value = isOne ? picked[0] : (input.value ?? input.default ?? '');
    parts.set(input.custom_id, { value, values: picked });
  }
  return submittedValues(form, parts, page);
}

const filled = (values: RawValues): RawValues =>
  Object.fromEntries(Object.entries(values).filter(([, raw]) => !isBlank(raw)));

/** Every command with a form, with a value for every field that is no secret. */
const cases = [...registry].flatMap(([path, command]) => {
  const { form } = command;
  if (form === null) return [];
  const whole = wholeForm(command)!;
  const all = Object.entries(whole.fields).map(([id, field]) => [id, sampleOf(field)] as const);
  return [{ path, form, stored: withoutSecrets(whole, Object.fromEntries(all)) }];
});
/** Days are shown as a first day. */
const renamed: Readonly<Record<string, readonly string[]>> = { history: ['days', 'from_date'] };

describe('every form', () => {
  test.each(cases)('/$path keeps the values of each page', ({ path, form, stored }) => {
    const own = Object.fromEntries(Object.entries(stored).filter(([id]) => id in form.fields));
    const pages: readonly FormPage[] = form.more === undefined ? [0] : [0, 1];
    for (const page of pages) {
      const shown = form.shown?.(own, facts) ?? own;
      const submitted = submittedAsShown(form, shown, page);
      const beside = hidesFields(form, page) ? valuesBeside(form, page, stored, facts) : {};
      const kept = filled({ ...beside, ...submitted });
      const [before, after] = renamed[path] ?? [];
      expect(Object.keys(kept).sort()).toEqual(
        Object.keys(own)
          .filter((id) => id !== before)
          .sort(),
      );
      for (const [id, raw] of Object.entries(kept)) {
        if (id !== after) expect(raw, id).toEqual(own[id]);
      }
      if (after !== undefined) expect(kept[after]).toBe('2026-01-25');
    }
  });

  test('options without a place in the form do not get lost when it opens', () => {
    const hiding = cases.filter(({ form }) => hidesFields(form, 0));
    expect(hiding.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['history', 'request create', 'schedule create']),
    );
    for (const { form, stored } of hiding) expect(hasMore(form, stored, facts)).toBe(true);
  });

  test('are all checked, and most of their fields', () => {
    expect(cases.length).toBeGreaterThan(40);
    expect(cases.flatMap(({ stored }) => Object.keys(stored)).length).toBeGreaterThan(90);
  });
});
