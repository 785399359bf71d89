/** What a message or form says, as plain text, and what can be pressed on it. */
import { ComponentType, type APIEmbed } from 'discord-api-types/v10';
import type { ChatMessage, OpenModal } from '../protocol.ts';

type Part = Readonly<Record<string, unknown>> & { readonly type: ComponentType };
const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && 'type' in value;

function* partsOf(value: unknown): Generator<Part> {
  if (Array.isArray(value)) for (const item of value) yield* partsOf(item);
  else if (isPart(value)) {
    yield value;
    for (const key of ['components', 'accessory', 'component']) yield* partsOf(value[key]);
  }
}

const embedText = (embed: APIEmbed): string[] => [
  ...[embed.author?.name, embed.title, embed.description].filter((text) => text !== undefined),
  ...(embed.fields ?? []).map((field) => `${field.name}: ${field.value}`),
  ...(embed.footer ? [embed.footer.text] : []),
];

/** All text of a message from top to bottom, one part a line; buttons and menus are left out. */
export function textOf(message: ChatMessage): string {
  const texts = [...partsOf(message.components ?? [])]
    .filter((part) => part.type === ComponentType.TextDisplay)
    .map((part) => String(part['content']));
  return [message.content, ...message.embeds.flatMap(embedText), ...texts]
    .filter((text) => text !== '')
    .join('\n');
}

/** Title, texts, labels and hints of a form. */
export function formTextOf(modal: OpenModal): string {
  const texts = [...partsOf(modal.data.components)].flatMap((part) =>
    [part['content'], part['label'], part['description']].filter((text) => text !== undefined),
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
    if (typeof part['custom_id'] !== 'string') return [];
    const options = (part['options'] ?? []) as readonly { readonly value: string }[];
    return [
      {
        customId: part['custom_id'],
        type: part.type,
        label: String(part['label'] ?? part['placeholder'] ?? ''),
        disabled: part['disabled'] === true,
        values: options.map((option) => option.value),
      },
    ];
  });
}

/** The labels of the buttons that can be pressed. */
export const buttonsOf = (message: ChatMessage): string[] =>
  controlsOf(message)
    .filter((control) => control.type === ComponentType.Button && !control.disabled)
    .map((control) => control.label);

export interface Field {
  readonly customId: string;
  readonly type: ComponentType;
  readonly label: string;
  readonly required: boolean;
  /** What stands in it before anyone types: a text, a tick, the values chosen. */
  readonly prefilled: string | boolean | readonly string[] | null;
}

export function fieldsOf(modal: OpenModal): Field[] {
  return (modal.data.components as unknown as readonly Part[]).flatMap((holder) =>
    [holder['component'], ...((holder['components'] ?? []) as unknown[])]
      .filter(isPart)
      .map((part) => ({
        customId: String(part['custom_id']),
        type: part.type,
        label: String(holder['label'] ?? part['label'] ?? ''),
        required: part['required'] !== false,
        prefilled: prefilledOf(part),
      })),
  );
}

function prefilledOf(part: Part): Field['prefilled'] {
  if (part.type === ComponentType.TextInput) return String(part['value'] ?? '');
  if (part.type === ComponentType.Checkbox) return part['default'] === true;
  const options = (part['options'] ?? []) as {
    readonly value: string;
    readonly default?: boolean;
  }[];
  const chosen = options.filter((option) => option.default).map((option) => option.value);
  if (part.type === ComponentType.RadioGroup) return chosen[0] ?? null;
  const defaults = (part['default_values'] ?? []) as { readonly id: string }[];
  return [...chosen, ...defaults.map((value) => value.id)];
}
