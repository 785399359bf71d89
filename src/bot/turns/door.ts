/**
 * Refuses presses and commands before discord.js makes objects of them, which costs more than all
 * else about a refusal. What it lets through, the router decides about.
 */
import {
  type APIApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  InteractionType,
  type REST,
  Routes,
} from 'discord.js';
import { boundedMap } from '../../lib/bounded-map.ts';
import { currentLanguage, inLanguage } from '../../words/index.ts';
import { replyBody } from '../cards/answers.ts';
import { decodeCustomId } from '../cards/custom-id.ts';
import { menuNamed } from '../command/menus.ts';
import { crowdedCard } from '../next/late.ts';

export interface DoorTools {
  readonly rest: REST;
  /** Whether a press of this person is refused now; then it counts as refused. */
  readonly refuses: (person: string) => boolean;
  /** What did not happen, in the language underway, for the command with this path. */
  readonly undoneOf: (path: string) => string;
}

export interface Door {
  /** True: it was an interaction that is refused, and needs no other answer. */
  turnsAway(packet: GatewayDispatchPayload): boolean;
}

type Refusable = APIApplicationCommandInteraction | APIMessageComponentInteraction;

/** A few languages, each with a few assurances. */
const cardsMax = 100;

/** Null for what is never refused here, such as a form: what was typed would be lost. */
function refusableIn(packet: GatewayDispatchPayload): Refusable | null {
  if (packet.t !== GatewayDispatchEvents.InteractionCreate) return null;
  const { d: interaction } = packet;
  const isPress = interaction.type === InteractionType.MessageComponent;
  return isPress || interaction.type === InteractionType.ApplicationCommand ? interaction : null;
}

const isGroup = ({ type }: { readonly type: ApplicationCommandOptionType }): boolean =>
  type === ApplicationCommandOptionType.Subcommand ||
  type === ApplicationCommandOptionType.SubcommandGroup;

/** The path of the command; empty where there is none. */
function pathOf(interaction: Refusable): string {
  if (interaction.type === InteractionType.MessageComponent) {
    const decoded = decodeCustomId(interaction.data.custom_id);
    return decoded.kind === 'ours' ? decoded.id.path : '';
  }
  const { data } = interaction;
  if (data.type !== ApplicationCommandType.ChatInput) return menuNamed(data.name)?.path ?? '';
  const words = [data.name];
  let options: readonly { type: ApplicationCommandOptionType; name: string }[] = data.options ?? [];
  while (options[0] !== undefined && isGroup(options[0])) {
    words.push(options[0].name);
    options = ('options' in options[0] ? (options[0].options as typeof options) : null) ?? [];
  }
  return words.join(' ');
}

const asIs = { headers: { 'Content-Type': 'application/json' }, passThroughBody: true };

export function createDoor({ rest, refuses, undoneOf }: DoorTools): Door {
  const cards = boundedMap<string, string>(cardsMax);
  const cardFor = (path: string): string => {
    const undone = undoneOf(path);
    const name = `${currentLanguage()} ${undone}`;
    const known = cards.get(name);
    if (known !== undefined) return known;
    const made = JSON.stringify(replyBody(crowdedCard(undone)));
    cards.set(name, made);
    return made;
  };
  const refuse = async (interaction: Refusable): Promise<void> => {
    const body = inLanguage(interaction.locale, () => cardFor(pathOf(interaction)));
    const route = Routes.interactionCallback(interaction.id, interaction.token);
    await rest.post(route, { body, ...asIs, auth: false });
  };
  return {
    turnsAway: (packet) => {
      const interaction = refusableIn(packet);
      const person = interaction?.member?.user.id ?? interaction?.user?.id;
      if (interaction === null || person === undefined || !refuses(person)) return false;
      // Discord shows that the press failed, if this answer does not arrive.
      refuse(interaction).catch(() => {});
      return true;
    },
  };
}
