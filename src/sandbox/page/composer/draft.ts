/** A command being filled in: which options show, what stands in them, and whether it can be sent. */
import type { OptionValue } from '../../protocol.ts';
import type { CallableCommand, CommandOption } from './callable.ts';
import { optionProblem, optionValue } from './option-value.ts';

export interface Draft {
  readonly command: CallableCommand;
  /** Names of the options on show, in their order; the required ones always are. */
  readonly shown: readonly string[];
  /** What was typed or picked, by option name; ids for people, channels and roles. */
  readonly values: Readonly<Record<string, string>>;
  /** Problems are shown once sending was tried. */
  readonly tried: boolean;
}

export function startDraft(command: CallableCommand): Draft {
  const shown = command.options.filter((option) => option.required).map((option) => option.name);
  return { command, shown, values: {}, tried: false };
}

export function showOption(draft: Draft, name: string): Draft {
  return draft.shown.includes(name) ? draft : { ...draft, shown: [...draft.shown, name] };
}

/** Takes an optional option away; a required one is only emptied. */
export function dropOption(draft: Draft, name: string): Draft {
  const { [name]: _dropped, ...values } = draft.values;
  const required = draft.command.options.some((option) => option.name === name && option.required);
  const shown = required ? draft.shown : draft.shown.filter((other) => other !== name);
  return { ...draft, shown, values };
}

export function setOption(draft: Draft, name: string, value: string): Draft {
  return { ...draft, values: { ...draft.values, [name]: value } };
}

export function hiddenOptions(draft: Draft): CommandOption[] {
  return draft.command.options.filter((option) => !draft.shown.includes(option.name));
}

export function shownOptions(draft: Draft): CommandOption[] {
  return draft.shown.flatMap(
    (name) => draft.command.options.find((option) => option.name === name) ?? [],
  );
}

/** By option name; empty when the command can be sent. */
export function draftProblems(draft: Draft): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const option of shownOptions(draft)) {
    const problem = optionProblem(option, draft.values[option.name] ?? '');
    if (problem) problems[option.name] = problem;
  }
  return problems;
}

/** What is sent; options left empty are not. */
export function draftValues(draft: Draft): Record<string, OptionValue> {
  const values: Record<string, OptionValue> = {};
  for (const option of shownOptions(draft)) {
    const value = optionValue(option, draft.values[option.name] ?? '');
    if (value !== null) values[option.name] = value;
  }
  return values;
}
