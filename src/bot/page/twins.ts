/**
 * Where secrets may be typed on the page or into Discord, each button that opens a form with a
 * secret gets a second button beside it, which leads to the page.
 */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { words } from '../../words/index.ts';
import { decodeCustomId, encodeCustomId } from '../cards/custom-id.ts';
import type { Exchange } from '../cards/exchange.ts';
import type { Rendered } from '../cards/render.ts';
import type { Registry } from '../command/registry.ts';
import { hasSecrets } from '../forms/form.ts';

const rowMax = 5;

/** The custom id of the button that leads to the page; null for other buttons. */
function twinId(customId: string, registry: Registry): string | null {
  const decoded = decodeCustomId(customId);
  if (decoded.kind !== 'ours') return null;
  const { id } = decoded;
  const command = registry.get(id.path);
  const form = id.step === 'next' ? command?.second?.form : command?.form;
  const isSecret =
    id.step === 'prove' || ((id.step === 'next' || id.step === 'edit') && form && hasSecrets(form));
  return isSecret === true ? encodeCustomId({ ...id, step: `${id.step}-page` }) : null;
}

const idsOf = (component: APIComponentInActionRow, registry: Registry): string[] =>
  component.type === ComponentType.Button && 'custom_id' in component
    ? [twinId(component.custom_id, registry) ?? ''].filter((id) => id !== '')
    : [];

function withTwins(rendered: Rendered, registry: Registry): Rendered {
  const { container } = rendered;
  const rows = container.components.filter(({ type }) => type === ComponentType.ActionRow);
  const ids = rows.flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((component) => idsOf(component, registry))
      : [],
  );
  const [id] = ids;
  if (id === undefined) return rendered;
  const twin: APIButtonComponent = {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: words.page.link.onPage,
    custom_id: id,
  };
  const last = rows.at(-1) as APIActionRowComponent<APIComponentInActionRow>;
  const isFull = last.components.length >= rowMax;
  const full: APIComponentInContainer = { type: ComponentType.ActionRow, components: [twin] };
  const longer = { ...last, components: [...last.components, twin] };
  const components = container.components.map((part) =>
    part === last && !isFull ? (longer as APIComponentInContainer) : part,
  );
  return {
    ...rendered,
    container: { ...container, components: isFull ? [...components, full] : components },
  };
}

/** The exchange, whose cards have these buttons. */
export const withPageButtons = (exchange: Exchange, registry: Registry): Exchange => ({
  ...exchange,
  get undone() {
    return exchange.undone;
  },
  answer: async (rendered, expiring) => exchange.answer(withTwins(rendered, registry), expiring),
  aside: async (rendered, expiring) => exchange.aside(withTwins(rendered, registry), expiring),
});
