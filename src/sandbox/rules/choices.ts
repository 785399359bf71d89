/** Rules for autocomplete answers that the schemas do not contain. */
import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { lengthOf } from '../protocol/lengths.ts';
import { localeIssues, type Named } from './command-names.ts';
import type { Issue } from '../http/issue.ts';

const valueMax = 100;

function problemWith(type: Type | null, value: unknown) {
  if (!fits(type, value)) {
    const code = 'APPLICATION_COMMAND_OPTIONS_CHOICES_VALUE_TYPE';
    return { code, message: 'The value does not have the type of the option' };
  }
  if (typeof value !== 'string' || lengthOf(value) <= valueMax) return null;
  return { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${valueMax} or fewer in length.` };
}

const fits = (type: Type | null, value: unknown): boolean => {
  if (type === Type.Integer) return Number.isSafeInteger(value);
  if (type === Type.Number) return typeof value === 'number';
  return typeof value === 'string';
};

/**
 * A choice's value must have the type of the option being typed, and not be too long; its names
 * must be in Discord's languages.
 */
export function choicesIssues(choices: unknown, type: Type | null): Issue[] {
  const list = (choices ?? []) as readonly (Named & { readonly value: unknown })[];
  return list.flatMap((choice, index) => {
    const path = ['choices', index];
    const problem = problemWith(type, choice.value);
    return [
      ...localeIssues(choice, path),
      ...(problem === null ? [] : [{ path: [...path, 'value'], ...problem }]),
    ];
  });
}
