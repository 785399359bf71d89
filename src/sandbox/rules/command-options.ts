/** The options of commands: their nesting, choices and bounds. */
import {
  ApplicationCommandOptionType,
  type APIApplicationCommandOption,
} from 'discord-api-types/v10';
import { lengthOf } from '../protocol/lengths.ts';
import { localeIssues, nameIssues, required, type Named, type Path } from './command-names.ts';
import type { Issue } from '../http/issue.ts';

export type AnyOption = APIApplicationCommandOption & {
  readonly options?: readonly AnyOption[];
  readonly choices?: readonly Choice[] | null;
  readonly autocomplete?: boolean | null;
};
interface Choice extends Named {
  readonly name: string;
  readonly value: string | number;
}

const choiceValueMax = 100;

const isSub = (option: AnyOption): boolean =>
  option.type === ApplicationCommandOptionType.Subcommand ||
  option.type === ApplicationCommandOptionType.SubcommandGroup;

/** Rules that the schemas do not contain; these already restrict the nesting of types. */
export function optionIssues(options: readonly AnyOption[], path: Path): Issue[] {
  const issues: Issue[] = [];
  const names = new Set<string>();
  let optionalSeen = false;
  options.forEach((option, index) => {
    const at = [...path, index];
    if (names.has(option.name)) {
      const message = 'Option names must be unique';
      const code = 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID';
      issues.push({ path: [...at, 'name'], code, message });
    }
    names.add(option.name);
    if (option.required !== true) optionalSeen = true;
    else if (optionalSeen) {
      const message = 'Required options must be placed before non-required options';
      const code = 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID';
      issues.push({ path: at, code, message });
    }
    issues.push(...nameIssues(option, at), ...localeIssues(option, at));
    if (!option.description) issues.push(required([...at, 'description']));
    issues.push(...choiceIssues(option, at), ...rangeIssues(option, at));
    issues.push(...optionIssues(option.options ?? [], [...at, 'options']));
  });
  if (options.some(isSub) && !options.every(isSub)) {
    const message = 'Sub-command and sub-command group option types are mutually exclusive to all';
    const code = 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID';
    issues.push({ path: [...path], code, message: `${message} other types` });
  }
  return issues;
}

function choiceIssues(option: AnyOption, path: Path): Issue[] {
  const choices = option.choices ?? [];
  const issues = choices.flatMap((choice, index) =>
    localeIssues(choice, [...path, 'choices', index]),
  );
  if (option.autocomplete === true && choices.length > 0) {
    const message = 'Autocomplete and choices cannot be used together';
    const code = 'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE';
    issues.push({ path: [...path, 'choices'], code, message });
  }
  choices.forEach((choice, index) => {
    if (typeof choice.value !== 'string' || lengthOf(choice.value) <= choiceValueMax) return;
    const message = `Must be ${choiceValueMax} or fewer in length.`;
    const at = [...path, 'choices', index, 'value'];
    issues.push({ path: at, code: 'BASE_TYPE_MAX_LENGTH', message });
  });
  if (new Set(choices.map((choice) => choice.name)).size < choices.length) {
    const message = 'Option choice names must be unique';
    const code = 'APPLICATION_COMMAND_OPTIONS_CHOICES_NAME_DUPLICATED';
    issues.push({ path: [...path, 'choices'], code, message });
  }
  return issues;
}

function rangeIssues(option: AnyOption, path: Path): Issue[] {
  const bounds = option as unknown as Readonly<Record<string, number | undefined>>;
  if (option.type === ApplicationCommandOptionType.Integer) {
    const fractions = fractionIssues(option, path);
    if (fractions.length > 0) return fractions;
  }
  const pairs = [
    ['min_value', 'max_value'],
    ['min_length', 'max_length'],
  ] as const;
  return pairs.flatMap(([low, high]) => {
    if ((bounds[low] ?? -Infinity) <= (bounds[high] ?? Infinity)) return [];
    const message = `${low} must be at most ${high}`;
    return [{ path: [...path, low], code: 'BASE_TYPE_INVALID_RANGE', message }];
  });
}

/** The choices and limits of an integer option must be whole numbers. */
function fractionIssues(option: AnyOption, path: Path): Issue[] {
  const { min_value: min, max_value: max } = option as {
    readonly min_value?: number;
    readonly max_value?: number;
  };
  const numbers: [Path, string | number | undefined | null][] = [
    [['min_value'], min],
    [['max_value'], max],
    ...(option.choices ?? []).map(({ value }, index): [Path, string | number] => [
      ['choices', index, 'value'],
      value,
    ]),
  ];
  return numbers.flatMap(([at, value]) =>
    value === undefined || value === null || Number.isInteger(value)
      ? []
      : [
          {
            path: [...path, ...at],
            code: 'NUMBER_TYPE_COERCE',
            message: `Value "${value}" is not int.`,
          },
        ],
  );
}
