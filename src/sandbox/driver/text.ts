/** The plain text of messages and forms, and their buttons and menus. */
import { ComponentType, type APIEmbed } from 'discord-api-types/v10';
import type { ChatMessage, OpenModal } from '../protocol/protocol.ts';

/** Every property that a component may have; the type decides which ones. */
interface Part {
  readonly type: ComponentType;
  readonly content?: string;
  readonly label?: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly custom_id?: string;
  readonly value?: string;
  readonly default?: boolean;
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly options?: readonly { readonly value: string; readonly default?: boolean }[];
  readonly default_values?: readonly { readonly id: string }[];
  readonly components?: readonly Part[];
  readonly accessory?: Part;
  readonly component?: Part;
}
const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && 'type' in value;

function* partsOf(value: unknown): Generator<Part> {
  if (Array.isArray(value)) for (const item of value) yield* partsOf(item);
  else if (isPart(value)) {
    yield value;
    const { components, accessory, component } = value;
    for (const inner of [components, accessory, component]) yield* partsOf(inner);
  }
}

const embedText = (embed: APIEmbed): string[] => [
  ...[embed.author?.name, embed.title, embed.description].filter((text) => text !== undefined),
  ...(embed.fields ?? []).map((field) => `${field.name}: ${field.value}`),
  ...(embed.footer ? [embed.footer.text] : []),
];

type Said = Pick<ChatMessage, 'content' | 'embeds' | 'components'>;

/**
 * All text of a message from top to bottom, one part per line, including forwarded messages but not
 * buttons and menus.
 */
export function textOf(message: ChatMessage): string {
  const forwarded = (message.message_snapshots ?? []).map((snapshot) => snapshot.message);
  return [message, ...forwarded]
    .flatMap(textsOf)
    .filter((text) => text !== '')
    .join('\n');
}

function textsOf({ content, embeds, components }: Said): string[] {
  const texts = [...partsOf(components ?? [])]
    .filter((part) => part.type === ComponentType.TextDisplay)
    .map((part) => part.content ?? '');
  return [content, ...embeds.flatMap(embedText), ...texts];
}

/** Title, texts, labels and hints of a form. */
export function formTextOf(modal: OpenModal): string {
  const texts = [...partsOf(modal.data.components)].flatMap(({ content, label, description }) =>
    [content, label, description].filter((text) => text !== undefined),
  );
  return [modal.data.title, ...texts].join('\n');
}

export interface Control {
  readonly customId: string;
  readonly type: ComponentType;
  /** The label of a button, the placeholder of a menu. */
  readonly label: string;
  readonly disabled: boolean;
  /** The values a menu offers. */
  readonly values: readonly string[];
}

export function controlsOf(message: ChatMessage): Control[] {
  return [...partsOf(message.components ?? [])].flatMap((part) => {
    if (part.custom_id === undefined) return [];
    return [
      {
        customId: part.custom_id,
        type: part.type,
        label: part.label ?? part.placeholder ?? '',
        disabled: part.disabled ?? false,
        values: (part.options ?? []).map((option) => option.value),
      },
    ];
  });
}

/** The first message with this label, placeholder or custom id, and the custom id. */
export function findControl(
  messages: readonly ChatMessage[],
  label: string,
): [ChatMessage, string] | null {
  for (const message of messages) {
    const control = controlsOf(message).find(
      (candidate) => candidate.label === label || candidate.customId === label,
    );
    if (control) return [message, control.customId];
  }
  return null;
}

/** The labels of the enabled buttons. */
export const buttonsOf = (message: ChatMessage): string[] =>
  controlsOf(message)
    .filter((control) => control.type === ComponentType.Button && !control.disabled)
    .map((control) => control.label);

export interface Field {
  readonly customId: string;
  readonly type: ComponentType;
  readonly label: string;
  readonly required: boolean;
  /** Its pre-filled value: a text, a tick or the chosen values. */
  readonly prefilled: string | boolean | readonly string[] | null;
}

export function fieldsOf(modal: OpenModal): Field[] {
  return (modal.data.components as unknown as readonly Part[]).flatMap((holder) =>
    [holder.component, ...(holder.components ?? [])].filter(isPart).map((part) => ({
      customId: part.custom_id ?? '',
      type: part.type,
      label: holder.label ?? part.label ?? '',
      required: part.required ?? true,
      prefilled: prefilledOf(part),
    })),
  );
}

function prefilledOf(part: Part): Field['prefilled'] {
  if (part.type === ComponentType.TextInput) return part.value ?? '';
  if (part.type === ComponentType.Checkbox) return part.default ?? false;
  const chosen = (part.options ?? []).filter((option) => option.default).map(({ value }) => value);
  if (part.type === ComponentType.RadioGroup) return chosen[0] ?? null;
  return [...chosen, ...(part.default_values ?? []).map((value) => value.id)];
}

export const matches = (text: string, pattern: string | RegExp): boolean =>
  typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);
