/**
 * A reply as Discord shows it: one Components V2 container with the accent colour of its mood.
 * https://discord.com/developers/docs/components/reference#container
 */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { RequestId } from '../../bank/index.ts';
import {
  type CustomId,
  encodeCustomId,
  provedAct,
  type Resume,
  resumeDetail,
} from './custom-id.ts';
import { cardLimits, clipped, withinTextLimit } from './lengths.ts';
import type { Attachment, Button, Menu, Mood, Part, Reply } from './reply.ts';

export const accents: Record<Mood, number> = {
  done: 0x2e9e6b,
  ask: 0xd9a21b,
  refuse: 0xc8473c,
  show: 0x3f6fd1,
};
const styles = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const;

const rowMax = 5;

/** The command that replies, and the row that its buttons carry. */
export interface Origin {
  readonly path: string;
  readonly row: RequestId | null;
  /** What goes on after this conversation; its steps carry it. */
  readonly resume?: Resume | null;
}

export interface Rendered {
  readonly container: APIContainerComponent;
  readonly attachments: readonly Attachment[];
}

function stepId(button: Extract<Button, { readonly kind: 'step' }>, origin: Origin): CustomId {
  const { step, command = origin.path, row = origin.row } = button;
  const isOwn = button.command === undefined;
  const resume = isOwn && origin.resume ? resumeDetail(origin.resume) : '';
  return { path: command, step, row, detail: button.detail ?? resume };
}

type Shown = APIButtonComponentWithCustomId | APIButtonComponentWithURL;

function buttonOf(button: Button, origin: Origin): Shown {
  const { path, row } = origin;
  const label = clipped(button.label, cardLimits.button);
  if (button.kind === 'link') {
    return { type: ComponentType.Button, style: ButtonStyle.Link, label, url: button.url };
  }
  const id =
    button.kind === 'step'
      ? stepId(button, origin)
      : {
          path: button.command ?? path,
          step: button.needsProof ? 'prove' : button.action,
          row: button.keepsInput ? row : null,
          detail: button.needsProof ? provedAct(button) : button.token,
        };
  const style = styles[button.style];
  return { type: ComponentType.Button, style, label, custom_id: encodeCustomId(id) };
}

/** Two buttons that lead to the same step are one: Discord refuses a repeated custom id. */
function rowsOf(buttons: readonly Button[], origin: Origin) {
  const made = buttons.map((one) => buttonOf(one, origin));
  const ids = made.map((one) => ('url' in one ? one.url : one.custom_id));
  const shown = made.filter((_, index) => ids.indexOf(ids[index]!) === index);
  const rows: APIActionRowComponent<Shown>[] = [];
  for (let start = 0; start < shown.length; start += rowMax) {
    const components = shown.slice(start, start + rowMax);
    rows.push({ type: ComponentType.ActionRow, components });
  }
  return rows;
}

function menuRow(
  menu: Menu,
  { path, row }: Origin,
): APIActionRowComponent<APIStringSelectComponent> {
  const { action, placeholder, choices, keepsInput = false } = menu;
  const select: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: encodeCustomId({ path, step: action, row: keepsInput ? row : null, detail: '' }),
    placeholder: clipped(placeholder, cardLimits.placeholder),
    options: choices.map(({ value, label, isChosen }) => ({
      value,
      label: clipped(label, cardLimits.choice),
      default: isChosen,
    })),
  };
  return { type: ComponentType.ActionRow, components: [select] };
}

const asText = (content: string): APIComponentInContainer => ({
  type: ComponentType.TextDisplay,
  content,
});

function partOf(part: Part): APIComponentInContainer | null {
  switch (part.kind) {
    case 'text':
      return part.text.markup === '' ? null : asText(part.text.markup);
    case 'small':
      return asText(part.text.markup.replace(/^/gm, '-# '));
    case 'rule':
      return { type: ComponentType.Separator };
    case 'image': {
      const { name, description } = part;
      const media = { url: `attachment://${name}` };
      return { type: ComponentType.MediaGallery, items: [{ media, description }] };
    }
  }
}

/** Files that the reply does not show as images are offered for download. */
function downloads({ attachments, parts }: Reply): APIComponentInContainer[] {
  const shown = new Set(parts.flatMap((part) => (part.kind === 'image' ? part.name : [])));
  return attachments
    .filter(({ name }) => !shown.has(name))
    .map(({ name }) => ({ type: ComponentType.File, file: { url: `attachment://${name}` } }));
}

export function render(reply: Reply, origin: Origin): Rendered {
  const parts = [
    ...(reply.title === '' ? [] : [asText(`### ${reply.title}`)]),
    ...reply.parts.flatMap((part) => partOf(part) ?? []),
    ...downloads(reply),
  ];
  const menu = reply.menu === undefined ? [] : [menuRow(reply.menu, origin)];
  const rows = [...menu, ...rowsOf(reply.buttons, origin)];
  const container: APIContainerComponent = {
    type: ComponentType.Container,
    accent_color: accents[reply.mood],
    components: [...withinTextLimit(parts), ...rows],
  };
  return { container, attachments: reply.attachments };
}
