/** A command being filled in: which options show, what stands in them, and where the cursor is. */
import type { OptionValue, UploadedFile } from '../../protocol/protocol.ts';
import type { Choice } from '../parts/choice.ts';
import type { CallableCommand, CommandOption } from './callable.ts';
import { isPicked, optionProblem, optionValue } from './option-value.ts';

export interface Entry {
  readonly text: string;
  /** What was picked for an option that is not free text: an id or a choice's value. */
  readonly pickedId: string | null;
}

export interface Draft {
  readonly command: CallableCommand;
  /** Names of the options on show, in their order; the required ones always are. */
  readonly shown: readonly string[];
  readonly entries: Readonly<Record<string, Entry>>;
  /** The option with the cursor, or `tail`. */
  readonly focused: string;
  /** Which suggestion Enter takes. */
  readonly active: number;
  /** Problems are shown once sending was tried. */
  readonly tried: boolean;
}

/** The place after the last option, where another one can be named. */
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

/** Typing takes back what was picked; `name:` at the end opens the option of that name. */
export function typeText(draft: Draft, text: string): Draft {
  const named = draft.focused === tail ? /^\s*([^\s:]+):$/.exec(text)?.[1] : undefined;
  if (hiddenOptions(draft).some((option) => option.name === named)) {
    return openOption(draft, named ?? tail);
  }
  return { ...withEntry(draft, draft.focused, { text, pickedId: null }), active: 0 };
}

/** Shows an option and puts the cursor into it. */
export function openOption(draft: Draft, name: string): Draft {
  const shown = draft.shown.includes(name) ? draft.shown : [...draft.shown, name];
  return { ...withEntry(draft, tail, emptyEntry), shown, focused: name, active: 0 };
}

/** Shows an option with its value: what was picked, or what was typed. */
export function fillOption(draft: Draft, name: string, text: string, choice: Choice | null): Draft {
  const shown = draft.shown.includes(name) ? draft.shown : [...draft.shown, name];
  const entry = choice ? { text: choice.label, pickedId: choice.id } : { text, pickedId: null };
  return withEntry({ ...draft, shown }, name, entry);
}

export const fillWithFile = (draft: Draft, name: string, file: UploadedFile): Draft =>
  withEntry(draft, name, { text: file.name, pickedId: file.id });

/** Takes a suggestion: at the tail an option to add, else a value; goes on to the next option. */
export function pickChoice(draft: Draft, choice: Choice): Draft {
  const option = focusedOption(draft);
  if (!option) return openOption(draft, choice.id);
  const filled = withEntry(draft, option.name, { text: choice.label, pickedId: choice.id });
  return focusOn(filled, draft.shown[draft.shown.indexOf(option.name) + 1] ?? tail);
}

/** Backspace in an empty place: null when nothing is left to take away. */
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

/** Takes what was typed in full for what it names, as if it had been picked. */
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

/** By option name; empty when the command can be sent. */
export function draftProblems(draft: Draft): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const option of shownOptions(draft)) {
    const { text, pickedId } = entryOf(draft, option.name);
    const wrong = isPicked(option) && text !== '' && pickedId === null;
    const problem = wrong
      ? 'Choose one from the list.'
      : optionProblem(option, given(draft, option));
    if (problem) problems[option.name] = problem;
  }
  const left = entryOf(draft, tail).text.trim();
  if (left) problems[tail] = `No option takes “${left}”.`;
  return problems;
}

/** Marks what is wrong, with the cursor in the first of it. */
export function showProblems(draft: Draft): Draft {
  const first = Object.keys(draftProblems(draft))[0];
  return { ...draft, tried: true, focused: first ?? draft.focused, active: 0 };
}

/** What is sent; options left empty are not. */
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
  // What a bot suggests for free text has a name and a value, which may differ.
  return isPicked(option) ? (pickedId ?? '') : (pickedId ?? text);
}

const withEntry = (draft: Draft, name: string, entry: Entry): Draft => ({
  ...draft,
  entries: { ...draft.entries, [name]: entry },
});
