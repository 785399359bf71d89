/** Discord's rules for components beyond the schemas, in messages and forms. */
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { lengthOf } from '../protocol/lengths.ts';
import type { Issue } from '../http/issue.ts';

type Path = readonly (string | number)[];
export type Component = Readonly<Record<string, unknown>> & { readonly type: ComponentType };
export interface Placed {
  readonly component: Component;
  readonly path: Path;
}

const isComponent = (value: unknown): value is Component =>
  typeof value === 'object' && value !== null && 'type' in value;

/** Every component with its path, parents before children. */
export function placedComponents(value: unknown, path: Path): Placed[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => placedComponents(item, [...path, index]));
  }
  if (!isComponent(value)) return [];
  return [
    { component: value, path },
    ...['components', 'accessory', 'component'].flatMap((key) =>
      placedComponents(value[key], [...path, key]),
    ),
  ];
}

export function componentIssues(placed: readonly Placed[]): Issue[] {
  return [
    ...duplicates(placed, 'custom_id', {
      code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
      message: 'Component custom id cannot be duplicated',
    }),
    ...duplicates(placed, 'id', {
      code: 'COMPONENT_ID_DUPLICATED',
      message: 'Component id cannot be duplicated',
    }),
    ...placed.flatMap(({ component, path }) =>
      [...wholeNumberIssues(component), ...ownIssues(component)].map((issue) => ({
        ...issue,
        path: [...path, ...issue.path],
      })),
    ),
  ];
}

function duplicates(
  placed: readonly Placed[],
  key: 'custom_id' | 'id',
  said: Pick<Issue, 'code' | 'message'>,
): Issue[] {
  const seen = new Set<unknown>();
  return placed.flatMap(({ component, path }) => {
    const value = component[key];
    if (value === undefined || value === null || value === 0) return [];
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [{ path: [...path, key], ...said }];
  });
}

/** All numbers of a component must be whole, which the schemas do not always say. */
function wholeNumberIssues(component: Component): Issue[] {
  return Object.entries(component).flatMap(([key, value]) =>
    typeof value !== 'number' || Number.isInteger(value)
      ? []
      : [{ path: [key], code: 'NUMBER_TYPE_COERCE', message: `Value "${value}" is not int.` }],
  );
}

function ownIssues(component: Component): Issue[] {
  switch (component.type) {
    case ComponentType.Button:
      return buttonIssues(component);
    case ComponentType.ActionRow:
      return rowIssues(component);
    case ComponentType.StringSelect:
    case ComponentType.CheckboxGroup:
    case ComponentType.RadioGroup:
      return [...rangeIssues(component), ...optionIssues(component)];
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return [...rangeIssues(component), ...defaultIssues(component)];
    case ComponentType.FileUpload:
      return rangeIssues(component);
    case ComponentType.TextInput:
      return textInputIssues(component);
    default:
      return [];
  }
}

const has = (component: Component, key: string): boolean =>
  component[key] !== undefined && component[key] !== null && component[key] !== '';

const requiredField = (key: string): Issue => ({
  path: [key],
  code: 'BASE_TYPE_REQUIRED',
  message: 'This field is required',
});

const invalidField = (style: ButtonStyle, key: string): Issue => ({
  path: [key],
  code: 'BUTTON_COMPONENT_INVALID_FIELD',
  message: `A ${ButtonStyle[style]?.toLowerCase()} button cannot have a ${key}`,
});

const linkSchemes = ['http', 'https', 'discord'];

function schemeIssues(button: Component): Issue[] {
  const scheme = new URL(button['url'] as string).protocol.slice(0, -1);
  if (linkSchemes.includes(scheme)) return [];
  const known = linkSchemes.map((one) => `'${one}'`).join(', ');
  const message = `Scheme "${scheme}" is not supported. Scheme must be one of (${known}).`;
  return [{ path: ['url'], code: 'URL_TYPE_INVALID_SCHEME', message }];
}

function buttonIssues(button: Component): Issue[] {
  const style = button['style'] as ButtonStyle;
  const kind =
    style === ButtonStyle.Link ? 'url' : style === ButtonStyle.Premium ? 'sku_id' : 'custom_id';
  const others = ['url', 'sku_id', 'custom_id'].filter((key) => key !== kind);
  const issues: Issue[] = has(button, kind) ? [] : [requiredField(kind)];
  for (const key of others) {
    if (has(button, key)) issues.push(invalidField(style, key));
  }
  if (style === ButtonStyle.Premium) {
    const shown = ['label', 'emoji'].filter((key) => has(button, key));
    return [...issues, ...shown.map((key) => invalidField(style, key))];
  }
  if (style === ButtonStyle.Link && has(button, 'url')) issues.push(...schemeIssues(button));
  if (!has(button, 'label') && !has(button, 'emoji')) {
    const message = 'A button must have a label or an emoji';
    issues.push({ path: ['label'], code: 'BUTTON_COMPONENT_MUST_HAVE_LABEL_OR_EMOJI', message });
  }
  return issues;
}

function rowIssues(row: Component): Issue[] {
  const children = (row['components'] ?? []) as readonly Component[];
  const alone = children.some(
    (child) => child.type !== ComponentType.Button && children.length > 1,
  );
  if (!alone) return [];
  const message = 'The width of this row exceeds 5: a select or text input needs its own row';
  return [{ path: ['components'], code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message }];
}

function rangeIssues(component: Component): Issue[] {
  const min = component['min_values'] as number | undefined;
  const max = component['max_values'] as number | undefined;
  const issues: Issue[] = [];
  if ((min ?? 1) > (max ?? Math.max(min ?? 1, 1))) {
    const message = `min_values (${min}) must be at most max_values (${max})`;
    issues.push({ path: ['min_values'], code: 'BASE_TYPE_INVALID_RANGE', message });
  }
  const options = component['options'] as readonly unknown[] | undefined;
  if (options && (max ?? 0) > options.length) {
    const message = `max_values (${max}) exceeds the number of options (${options.length})`;
    issues.push({ path: ['max_values'], code: 'SELECT_COMPONENT_MAX_VALUES_EXCEEDED', message });
  }
  if (options && (min ?? 0) > options.length) {
    const message = `min_values (${min}) exceeds the number of options (${options.length})`;
    issues.push({ path: ['min_values'], code: 'SELECT_COMPONENT_MIN_VALUES_EXCEEDED', message });
  }
  return issues;
}

/** The number of default people, roles or channels must be within the limits. */
function defaultIssues(component: Component): Issue[] {
  const chosen =
    (component['default_values'] as readonly unknown[] | null | undefined)?.length ?? 0;
  const min = (component['min_values'] as number | undefined) ?? 1;
  const max = (component['max_values'] as number | undefined) ?? Math.max(min, 1);
  if (chosen === 0 || (chosen >= min && chosen <= max)) return [];
  const message = `The number of default values must be between ${min} and ${max}`;
  return [{ path: ['default_values'], code: 'SELECT_COMPONENT_INVALID_DEFAULT_VALUES', message }];
}

function optionIssues(component: Component): Issue[] {
  const options = component['options'] as readonly Readonly<Record<string, unknown>>[];
  const seen = new Set<unknown>();
  const issues = options.flatMap((option, index): Issue[] => {
    if (!seen.has(option['value'])) {
      seen.add(option['value']);
      return [];
    }
    const message = 'The specified option value is already used';
    const path = ['options', index, 'value'];
    return [{ path, code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message }];
  });
  const chosen = options.filter((option) => option['default'] === true).length;
  const single = component.type === ComponentType.RadioGroup;
  const most = single ? 1 : ((component['max_values'] as number | undefined) ?? options.length);
  if (chosen > most) {
    const message = `More options are default (${chosen}) than can be chosen (${most})`;
    issues.push({ path: ['options'], code: 'SELECT_COMPONENT_TOO_MANY_DEFAULTS', message });
  }
  return issues;
}

function textInputIssues(input: Component): Issue[] {
  const min = (input['min_length'] as number | undefined) ?? 0;
  const max = (input['max_length'] as number | undefined) ?? 4000;
  const value = (input['value'] as string | undefined) ?? '';
  const issues: Issue[] = [];
  if (min > max) {
    const message = `min_length (${min}) must be at most max_length (${max})`;
    issues.push({ path: ['min_length'], code: 'BASE_TYPE_INVALID_RANGE', message });
  }
  if (lengthOf(value) > max) {
    const message = `Must be ${max} or fewer in length.`;
    issues.push({ path: ['value'], code: 'BASE_TYPE_MAX_LENGTH', message });
  }
  return issues;
}
