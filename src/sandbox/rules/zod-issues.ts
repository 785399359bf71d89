/** Turns schema issues into Discord's error codes and messages. */
import { lengthOf } from '../protocol/lengths.ts';
import type { Issue } from '../http/issue.ts';

type Path = readonly (string | number)[];

/** The parts of zod's issues used here. */
export interface ParseIssue {
  readonly code: string;
  readonly path: Path;
  readonly expected?: string;
  readonly origin?: string;
  readonly format?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly values?: readonly unknown[];
  readonly errors?: readonly (readonly ParseIssue[])[];
}

export function issuesOf(issues: readonly ParseIssue[], root: unknown, base: Path = []): Issue[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    if (fitsInCodePoints(issue, valueAt(root, path))) return [];
    if (issue.code === 'invalid_union') return ofUnion(issue, root, path);
    return [{ path, ...describe(issue, valueAt(root, path)) }];
  });
}

/** The schemas count UTF-16 units; Discord counts code points. */
const fitsInCodePoints = (issue: ParseIssue, value: unknown): boolean =>
  issue.code === 'too_big' &&
  issue.origin === 'string' &&
  typeof value === 'string' &&
  lengthOf(value) <= Number(issue.maximum);

/** Discord's unions differ by `type`: the branch with the matching type is used. */
function ofUnion(issue: ParseIssue, root: unknown, path: Path): Issue[] {
  const branches = issue.errors ?? [];
  const aboutType = (candidate: ParseIssue): boolean =>
    candidate.path.length === 1 && candidate.path[0] === 'type';
  const meant = branches.filter((branch) => !branch.some(aboutType));
  if (meant.length > 0) {
    // Prefer a branch with only inner issues to one that does not match at all.
    const near = meant.filter((branch) => branch.some((inner) => inner.path.length > 0));
    const judged = near.length > 0 ? near : meant;
    const fewest = [...judged].sort((one, other) => one.length - other.length)[0];
    return issuesOf(fewest ?? [], root, path);
  }
  const known = branches.flatMap((branch) => branch.find(aboutType)?.values ?? []);
  if (known.length === 0) return [{ path, ...mistyped('object', valueAt(root, path)) }];
  const message = `Value of field "type" must be one of (${known.join(', ')}).`;
  return [{ path: [...path, 'type'], code: 'UNION_TYPE_CHOICES', message }];
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    root,
  );
}

type Said = Pick<Issue, 'code' | 'message'>;
const required: Said = { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };

function describe(issue: ParseIssue, value: unknown): Said {
  if (value === undefined || value === null) return required;
  switch (issue.code) {
    case 'too_big':
      return tooMuch(issue);
    case 'too_small':
      return tooLittle(issue, value);
    case 'invalid_value': {
      const choices = (issue.values ?? []).map(String).join(', ');
      return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${choices}}.` };
    }
    case 'invalid_format':
      return issue.format === 'url'
        ? { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' }
        : formatless(issue, value);
    default:
      return mistyped(issue.expected ?? '', value);
  }
}

function formatless(issue: ParseIssue, value: unknown): Said {
  if (issue.format === 'regex') {
    const message = `Value "${show(value)}" is not snowflake.`;
    return { code: 'NUMBER_TYPE_COERCE', message };
  }
  const message = `Value "${show(value)}" does not match format ${issue.format}.`;
  return { code: 'BASE_TYPE_BAD_FORMAT', message };
}

const measuresSize = (issue: ParseIssue): boolean =>
  issue.origin === 'string' || issue.origin === 'array';

function tooMuch(issue: ParseIssue): Said {
  const { maximum } = issue;
  return measuresSize(issue)
    ? { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${maximum} or fewer in length.` }
    : {
        code: 'NUMBER_TYPE_MAX',
        message: `int value should be less than or equal to ${maximum}.`,
      };
}

function tooLittle(issue: ParseIssue, value: unknown): Said {
  const { minimum } = issue;
  if (!measuresSize(issue)) {
    return {
      code: 'NUMBER_TYPE_MIN',
      message: `int value should be greater than or equal to ${minimum}.`,
    };
  }
  if (value === '') return required;
  return { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${minimum} or more in length.` };
}

const show = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

function mistyped(expected: string, value: unknown): Said {
  switch (expected) {
    case 'string':
      return {
        code: 'STRING_TYPE_CONVERT',
        message: `Could not interpret "${show(value)}" as string.`,
      };
    case 'number':
    case 'int':
      return { code: 'NUMBER_TYPE_COERCE', message: `Value "${show(value)}" is not int.` };
    case 'boolean':
      return { code: 'BOOLEAN_TYPE_CONVERT', message: 'Must be either true or false.' };
    case 'array':
      return { code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' };
    default:
      return { code: 'DICT_TYPE_CONVERT', message: 'Only dictionaries may be used in a DictType' };
  }
}
