/** The checks a client makes on the values chosen in a select, in messages and forms. */
import { ComponentType as Type } from 'discord-api-types/v10';
import type { Resolver } from './resolved.ts';

export interface Choosable {
  readonly type: Type;
  readonly options?: readonly { readonly value: string }[];
  readonly min_values?: number;
  readonly max_values?: number;
}

export const isSelect = (type: Type): boolean =>
  type === Type.StringSelect ||
  type === Type.UserSelect ||
  type === Type.RoleSelect ||
  type === Type.MentionableSelect ||
  type === Type.ChannelSelect;

/** Null if the values are valid; records the objects that ids refer to. */
export function problemWithValues(
  component: Choosable,
  values: readonly string[],
  check: {
    readonly resolver: Resolver;
    readonly permissions: bigint;
    readonly mayBeEmpty: boolean;
    /** The default when neither the component nor Discord gives a number. */
    readonly maxByDefault: number;
  },
): string | null {
  const min = component.min_values ?? 1;
  const max = component.max_values ?? check.maxByDefault;
  if (new Set(values).size < values.length) return 'Choose each only once';
  if (values.length < min && !(check.mayBeEmpty && values.length === 0)) {
    return `Choose at least ${min}`;
  }
  if (values.length > max) return `Choose at most ${max}`;
  const { resolver } = check;
  const knows = (value: string): boolean => {
    switch (component.type) {
      case Type.UserSelect:
        return resolver.user(value);
      case Type.RoleSelect:
        return resolver.role(value);
      case Type.MentionableSelect:
        return resolver.user(value) || resolver.role(value);
      case Type.ChannelSelect:
        return resolver.channel(value, check.permissions);
      case Type.FileUpload:
        return resolver.attachment(value);
      default:
        return component.options?.some((option) => option.value === value) ?? false;
    }
  };
  const strange = values.find((value) => !knows(value));
  return strange === undefined ? null : `${strange} is not among the choices`;
}
