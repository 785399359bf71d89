/** Assigns the words typed after a command's name to its options, in order. */
import type { Choice } from '../parts/choice.ts';
import { type CallableCommand, type CommandOption, isNamed } from './callable.ts';
import {
  draftProblems,
  entryOf,
  fillOption,
  focusOn,
  tail,
  typeText,
  type Draft,
} from './draft.ts';
import { optionKind } from './option-kinds.ts';
import { choiceAtStart, exactChoice } from './option-suggestions.ts';
import { isPicked, optionProblem } from './option-value.ts';

/** The choices of an option; null if it takes typed text. */
export type ChoicesOf = (option: CommandOption) => readonly Choice[] | null;

/**
 * Fills empty options with the typed words. `name: value` goes to the option of that name. Words
 * that fit no option stay at the end of the line, and the first problem gets the focus.
 */
export function fillTyped(draft: Draft, typed: string, choicesOf: ChoicesOf): Draft {
  const { words, named } = splitNames(draft.command, typed);
  let filled = draft;
  for (const { option, text } of named) {
    filled = fillOption(filled, option.name, text, exactChoice(text, choicesOf(option) ?? []));
  }
  let rest = words;
  let queue = draft.command.options.filter(({ name }) => entryOf(filled, name).text === '');
  while (rest !== '' && queue.length > 0) {
    const option = nextFor(rest, queue);
    const isLast = queue.every((other) => other === option || isFile(other));
    const taken = takeFrom(rest, option, choicesOf(option), isLast);
    const at = queue.indexOf(option);
    // A required option skipped by a mention gets the next word.
    queue = queue.filter((other, index) => index > at || (index < at && other.required));
    if (!taken) continue;
    filled = fillOption(filled, option.name, taken.text, taken.choice);
    rest = rest.slice(taken.length).trimStart();
  }
  filled = typeText(focusOn(filled, tail), rest);
  return focusOn(filled, Object.keys(draftProblems(filled))[0] ?? tail);
}

/** The first option, or for a mention the first one that accepts mentions. */
function nextFor(words: string, queue: readonly CommandOption[]): CommandOption {
  const mentioned = isMention(words) ? queue.find(takesMention) : undefined;
  return mentioned ?? queue[0]!;
}

interface Taken {
  readonly text: string;
  readonly choice: Choice | null;
  /** The number of characters used. */
  readonly length: number;
}

/** The value an option takes from the start of the words; null leaves them to the next option. */
function takeFrom(
  words: string,
  option: CommandOption,
  choices: readonly Choice[] | null,
  isLast: boolean,
): Taken | null {
  if (isFile(option)) return null;
  const word = /^"([^"]*)"(?=\s|$)|^\S+/.exec(words);
  const text = word?.[1] ?? word?.[0] ?? '';
  const length = word?.[0].length ?? 0;
  if (isPicked(option)) {
    const found = choiceAtStart(words, choices ?? []);
    if (found) return { text: found.choice.label, ...found };
    const isMeant = option.required || (isMention(words) && takesMention(option));
    return isMeant ? { text, choice: null, length } : null;
  }
  if (option.type === optionKind.string) {
    return isLast
      ? { text: words, choice: null, length: words.length }
      : { text, choice: null, length };
  }
  const fits = option.required || optionProblem(option, text) === null;
  return fits ? { text, choice: null, length } : null;
}

const mentionKinds: readonly CommandOption['type'][] = [
  optionKind.user,
  optionKind.role,
  optionKind.mentionable,
  optionKind.channel,
];
const takesMention = ({ type }: CommandOption): boolean => mentionKinds.includes(type);
const isFile = ({ type }: CommandOption): boolean => type === optionKind.attachment;
const isMention = (words: string): boolean => /^(@|#|<[@#])\S/.test(words);

interface Named {
  readonly option: CommandOption;
  readonly text: string;
}

/** Splits `5 memo: for pizza` into the words before the first name and the text of each name. */
function splitNames(
  { options }: CallableCommand,
  typed: string,
): { readonly words: string; readonly named: readonly Named[] } {
  const marks = [...typed.matchAll(/(?<=^|\s)([^\s:]+):/g)].flatMap((match) => {
    const option = options.find((one) => isNamed(one, match[1]));
    return option ? [{ option, start: match.index, end: match.index + match[0].length }] : [];
  });
  const upTo = (index: number): number => marks[index]?.start ?? typed.length;
  return {
    words: typed.slice(0, upTo(0)).trim(),
    named: marks.map(({ option, end }, index) => ({
      option,
      text: typed.slice(end, upTo(index + 1)).trim(),
    })),
  };
}
