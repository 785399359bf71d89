/** The fields of a form, read from the bot's components, and their checks. */
import type {
  APIComponentInLabel,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { FieldValue } from '../../protocol/protocol.ts';
import { selectDefaults } from '../parts/component-choices.ts';
import { componentKind } from '../parts/component-kinds.ts';
import { words } from '../words/words.ts';

export interface FieldPart {
  readonly kind: 'field';
  readonly customId: string;
  readonly label: string;
  readonly description: string | null;
  readonly required: boolean;
  readonly component: APIComponentInLabel;
}
export type FormPart = FieldPart | { readonly kind: 'text'; readonly content: string };
export type Fields = Readonly<Record<string, FieldValue>>;

export function formParts(data: APIModalInteractionResponseCallbackData): FormPart[] {
  return data.components.flatMap((part): FormPart[] => {
    switch (part.type) {
      case componentKind.textDisplay:
        return [{ kind: 'text', content: part.content }];
      case componentKind.label:
        return [fieldPart(part.component, part.label, part.description ?? null)];
      case componentKind.actionRow:
        return part.components.map((input) => fieldPart(input, input.label ?? '', null));
    }
  });
}

function fieldPart(
  component: APIComponentInLabel,
  label: string,
  description: string | null,
): FieldPart {
  const required = component.type !== componentKind.checkbox && component.required !== false;
  const customId = component.custom_id;
  return { kind: 'field', customId, label, description, required, component };
}

export const fieldsOf = (parts: readonly FormPart[]): FieldPart[] =>
  parts.filter((part): part is FieldPart => part.kind === 'field');

/** The values pre-filled by the bot. */
export function initialFields(parts: readonly FormPart[]): Fields {
  return Object.fromEntries(
    fieldsOf(parts).map((part) => [part.customId, initialValue(part.component)]),
  );
}

function initialValue(component: APIComponentInLabel): FieldValue {
  switch (component.type) {
    case componentKind.textInput:
      return component.value ?? '';
    case componentKind.checkbox:
      return component.default ?? false;
    case componentKind.radioGroup:
      return component.options.find((option) => option.default)?.value ?? null;
    case componentKind.checkboxGroup:
      return component.options.filter((option) => option.default).map((option) => option.value);
    case componentKind.fileUpload:
      return [];
    case componentKind.stringSelect:
    case componentKind.userSelect:
    case componentKind.roleSelect:
    case componentKind.mentionableSelect:
    case componentKind.channelSelect:
      return selectDefaults(component);
  }
}

/** Problems by custom id; empty if the form can be submitted. */
export function formProblems(parts: readonly FormPart[], fields: Fields): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const part of fieldsOf(parts)) {
    const problem = fieldProblem(part, fields[part.customId] ?? null);
    if (problem) problems[part.customId] = problem;
  }
  return problems;
}

function fieldProblem(part: FieldPart, value: FieldValue): string | null {
  const { component, required } = part;
  const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty) return required ? words().form.required : null;
  if (typeof value === 'string') {
    return component.type === componentKind.textInput
      ? lengthProblem(value, component.min_length ?? 0, component.max_length ?? 4000)
      : null;
  }
  if (typeof value === 'boolean' || value === null) return null;
  const { min, max } = countLimits(component);
  if (value.length < min) return words().form.atLeast(min);
  return value.length > max ? words().form.atMost(max) : null;
}

function lengthProblem(text: string, min: number, max: number): string | null {
  if (text.length < min) return words().form.shorter(min);
  return text.length > max ? words().form.longer(max) : null;
}

/** The minimum and maximum number of chosen entries. */
export function countLimits(component: APIComponentInLabel): { min: number; max: number } {
  switch (component.type) {
    case componentKind.textInput:
    case componentKind.checkbox:
    case componentKind.radioGroup:
      return { min: 0, max: 1 };
    case componentKind.checkboxGroup:
      return {
        min: component.min_values ?? 0,
        max: component.max_values ?? component.options.length,
      };
    case componentKind.stringSelect:
    case componentKind.userSelect:
    case componentKind.roleSelect:
    case componentKind.mentionableSelect:
    case componentKind.channelSelect:
    case componentKind.fileUpload:
      return { min: component.min_values ?? 1, max: component.max_values ?? 1 };
  }
}
