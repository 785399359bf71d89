/** A command being filled in: visible options, their values, and the cursor. */
import type { OptionValue, UploadedFile } from '../../protocol/protocol.ts';
import type { Choice } from '../parts/choice.ts';
import { type CallableCommand, type CommandOption, isNamed } from './callable.ts';
import { isPicked, optionProblem, optionValue } from './option-value.ts';
import { words } from '../words/words.ts';

export interface Entry {
  readonly text: string;
  /** The picked value of an option that is not free text: an id or a choice's value. */
  readonly pickedId: string | null;
}

export interface Draft {
  readonly command: CallableCommand;
  /** Names of the visible options, in order; required ones are always included. */
  readonly shown: readonly string[];
  readonly entries: Readonly<Record<string, Entry>>;
  /** The option with the cursor, or `tail`. */
  readonly focused: string;
  /** Index of the suggestion that Enter accepts. */
  readonly active: number;
  /** Problems are shown after the first attempt to send. */
  readonly tried: boolean;
}

/** The input after the last option, where another option can be named. */
export const tail = '';

const emptyEntry: Entry = { text: '', pickedId: null };

export function startDraft(command: CallableCommand): Draft {
  const shown = command.options.filter((option) => option.required).map((option) => option.name);
  const focused = shown[0] ?? tail;
  return { command, shown, entries: {}, focused, active: 0, tried: false };
}

export const entryOf = (draft: Draft, name: string): Entry => draft.entries[name] ?? emptyEntry;

export function focusedOption(draft: Draft): CommandOption | null {
  return shownOptions(draft).find((option) => option.name === draft.focused) ?? null;
}

export function hiddenOptions(draft: Draft): CommandOption[] {
  return draft.command.options.filter((option) => !draft.shown.includes(option.name));
}

export function shownOptions(draft: Draft): CommandOption[] {
  return draft.shown.flatMap(
    (name) => draft.command.options.find((option) => option.name === name) ?? [],
  );
}

export const focusOn = (draft: Draft, focused: string): Draft =>
  draft.focused === focused ? draft : { ...draft, focused, active: 0 };

export const pointAt = (draft: Draft, active: number): Draft => ({ ...draft, active });

/** Typing clears a picked value; `name:` at the end opens the option of that name. */
export function typeText(draft: Draft, text: string): Draft {
  const named = draft.focused === tail ? /^\s*([^\s:]+):$/.exec(text)?.[1] : undefined;
  const meant = hiddenOptions(draft).find((option) => isNamed(option, named));
  if (meant !== undefined) return openOption(draft, meant.name);
  return { ...withEntry(draft, draft.focused, { text, pickedId: null }), active: 0 };
}

/** Shows an option and focuses it. */
export function openOption(draft: Draft, name: string): Draft {
  const shown = draft.shown.includes(name) ? draft.shown : [...draft.shown, name];
  return { ...withEntry(draft, tail, emptyEntry), shown, focused: name, active: 0 };
}

/** Shows an option with a picked or typed value. */
export function fillOption(draft: Draft, name: string, text: string, choice: Choice | null): Draft {
  const shown = draft.shown.includes(name) ? draft.shown : [...draft.shown, name];
  const entry = choice ? { text: choice.label, pickedId: choice.id } : { text, pickedId: null };
  return withEntry({ ...draft, shown }, name, entry);
}

export const fillWithFile = (draft: Draft, name: string, file: UploadedFile): Draft =>
  withEntry(draft, name, { text: file.name, pickedId: file.id });

/** Accepts a suggestion (at the tail an option, else a value) and moves to the next option. */
export function pickChoice(draft: Draft, choice: Choice): Draft {
  const option = focusedOption(draft);
  if (!option) return openOption(draft, choice.id);
  const filled = withEntry(draft, option.name, { text: choice.label, pickedId: choice.id });
  return focusOn(filled, draft.shown[draft.shown.indexOf(option.name) + 1] ?? tail);
}

/** Backspace in an empty input; null if there is nothing left to remove. */
export function stepBack(draft: Draft): Draft | null {
  const option = focusedOption(draft);
  const last = option?.name ?? draft.shown.at(-1);
  if (last === undefined) return null;
  if (!option) return focusOn(draft, last);
  const before = draft.shown[draft.shown.indexOf(last) - 1] ?? tail;
  if (option.required) return before === tail ? null : focusOn(draft, before);
  const shown = draft.shown.filter((name) => name !== last);
  return focusOn({ ...withEntry(draft, last, emptyEntry), shown }, before);
}

/** Picks the value whose full name was typed. */
export function settleDraft(
  draft: Draft,
  exact: (option: CommandOption, text: string) => Choice | null,
): Draft {
  return shownOptions(draft).reduce((settled, option) => {
    const { text, pickedId } = entryOf(settled, option.name);
    const choice = isPicked(option) && pickedId === null ? exact(option, text) : null;
    return choice ? fillOption(settled, option.name, text, choice) : settled;
  }, draft);
}

/** Problems by option name; empty if the command can be sent. */
export function draftProblems(draft: Draft): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const option of shownOptions(draft)) {
    const { text, pickedId } = entryOf(draft, option.name);
    const wrong = isPicked(option) && text !== '' && pickedId === null;
    const problem = wrong ? words().write.fromList : optionProblem(option, given(draft, option));
    if (problem) problems[option.name] = problem;
  }
  const left = entryOf(draft, tail).text.trim();
  if (left) problems[tail] = words().write.accepts(left);
  return problems;
}

/** Shows the problems and focuses the first one. */
export function showProblems(draft: Draft): Draft {
  const first = Object.keys(draftProblems(draft))[0];
  return { ...draft, tried: true, focused: first ?? draft.focused, active: 0 };
}

/** The values to send, without empty options. */
export function draftValues(draft: Draft): Record<string, OptionValue> {
  const values: Record<string, OptionValue> = {};
  for (const option of shownOptions(draft)) {
    const value = optionValue(option, given(draft, option));
    if (value !== null) values[option.name] = value;
  }
  return values;
}

function given(draft: Draft, option: CommandOption): string {
  const { text, pickedId } = entryOf(draft, option.name);
  // An autocomplete choice for free text has a name and a value, which may differ.
  return isPicked(option) ? (pickedId ?? '') : (pickedId ?? text);
}

const withEntry = (draft: Draft, name: string, entry: Entry): Draft => ({
  ...draft,
  entries: { ...draft.entries, [name]: entry },
});
