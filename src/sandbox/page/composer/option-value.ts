/** Turns the text typed into an option into the value to send, and checks it. */
import type { OptionValue } from '../../protocol/protocol.ts';
import type { CommandOption } from './callable.ts';
import { optionKind } from './option-kinds.ts';
import { words } from '../words/words.ts';

/** Whether the option takes a choice from a list, not typed text. */
export function isPicked(option: CommandOption): boolean {
  if (option.type === optionKind.string || isNumeric(option)) {
    return 'choices' in option && (option.choices?.length ?? 0) > 0;
  }
  return true;
}

/** The value to send, or null. */
export function optionValue(option: CommandOption, typed: string): OptionValue | null {
  if (typed === '') return null;
  if (option.type === optionKind.boolean) return typed === 'true';
  return isNumeric(option) ? readNumber(typed) : typed;
}

/** Why a client would not send it, or null. */
export function optionProblem(option: CommandOption, typed: string): string | null {
  if (typed === '') return option.required ? words().write.required : null;
  switch (option.type) {
    case optionKind.string:
      return lengthProblem(typed, option.min_length ?? 0, option.max_length ?? 6000);
    case optionKind.integer:
      return Number.isSafeInteger(readNumber(typed))
        ? rangeProblem(readNumber(typed), option.min_value, option.max_value)
        : words().write.whole;
    case optionKind.number:
      return Number.isFinite(readNumber(typed))
        ? rangeProblem(readNumber(typed), option.min_value, option.max_value)
        : words().write.number;
    case optionKind.boolean:
      return typed === 'true' || typed === 'false' ? null : 'Choose True or False.';
    case optionKind.attachment:
    case optionKind.user:
    case optionKind.role:
    case optionKind.channel:
    case optionKind.mentionable:
      return /^\d{1,20}$/.test(typed) ? null : words().write.fromList;
  }
}

const isNumeric = (option: CommandOption): boolean =>
  option.type === optionKind.integer || option.type === optionKind.number;

function readNumber(typed: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(typed.trim()) ? Number(typed) : Number.NaN;
}

function lengthProblem(text: string, min: number, max: number): string | null {
  if (text.length < min) return words().form.shorter(min);
  return text.length > max ? words().form.longer(max) : null;
}

function rangeProblem(value: number, min?: number, max?: number): string | null {
  if (min !== undefined && value < min) return words().write.least(min);
  return max !== undefined && value > max ? words().write.most(max) : null;
}
