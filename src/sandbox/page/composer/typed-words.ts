/** Words typed after a command's name go to its options, in their order. */
import type { Choice } from '../parts/choice.ts';
import type { CallableCommand, CommandOption } from './callable.ts';
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

/** What can be picked for an option; null where it takes what is typed. */
export type ChoicesOf = (option: CommandOption) => readonly Choice[] | null;

/**
 * The draft with what was typed in its empty options. `name: value` goes to the option of that
 * name. What fits no option stays at the end of the line, and the cursor goes to what is wrong.
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
    // A required option that a mention passes over waits for the next word.
    queue = queue.filter((other, index) => index > at || (index < at && other.required));
    if (!taken) continue;
    filled = fillOption(filled, option.name, taken.text, taken.choice);
    rest = rest.slice(taken.length).trimStart();
  }
  filled = typeText(focusOn(filled, tail), rest);
  return focusOn(filled, Object.keys(draftProblems(filled))[0] ?? tail);
}

/** The first option; for a mention the first that takes one, where there is any. */
function nextFor(words: string, queue: readonly CommandOption[]): CommandOption {
  const mentioned = isMention(words) ? queue.find(takesMention) : undefined;
  return mentioned ?? queue[0]!;
}

interface Taken {
  readonly text: string;
  readonly choice: Choice | null;
  /** How many characters it used up. */
  readonly length: number;
}

/** What an option takes from the start of the words; null leaves them to the next one. */
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

/** Cuts `5 memo: for pizza` into the words before the first name, and the text after each name. */
function splitNames(
  { options }: CallableCommand,
  typed: string,
): { readonly words: string; readonly named: readonly Named[] } {
  const marks = [...typed.matchAll(/(?<=^|\s)([^\s:]+):/g)].flatMap((match) => {
    const option = options.find(({ name }) => name === match[1]);
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
