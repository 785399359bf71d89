/**
 * Refuses interactions when too many arrive, as soon as their packet has been read: the objects
 * that discord.js makes of a press cost more than the refusal itself.
 */
import {
  type APIInteraction,
  type APIPingInteraction,
  type APIUser,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
  RequestMethod,
  type REST,
  Routes,
} from 'discord.js';
import { isTold } from '../../lib/retry.ts';
import type { Logger } from '../../log/logger.ts';
import { inLanguage } from '../../words/index.ts';
import { decodeCustomId } from '../cards/custom-id.ts';
import { interactionRequestsOf } from '../cards/interaction-requests.ts';
import { undoneBy } from '../command/command.ts';
import { menuNamed } from '../command/menus.ts';
import type { Registry } from '../command/registry.ts';
import { busyAnswers } from '../next/busy.ts';
import type { Lane } from './decision.ts';

type Asked = Exclude<APIInteraction, APIPingInteraction>;

export interface Door {
  /** True: it was answered with a refusal, and nothing else may be done with it. */
  turnsAway(interaction: APIInteraction): boolean;
}

/** What decides: the router. */
export interface Admission {
  /** Whether an interaction of this person may come in now. */
  admits(person: string, lane: Lane): boolean;
}

const groups: readonly ApplicationCommandOptionType[] = [
  ApplicationCommandOptionType.Subcommand,
  ApplicationCommandOptionType.SubcommandGroup,
];

interface Option {
  readonly name: string;
  readonly type: ApplicationCommandOptionType;
  readonly options?: readonly Option[] | undefined;
}

/** The names of the group and the subcommand. */
function subcommandsIn(options: readonly Option[] = []): string[] {
  const [first] = options;
  if (first === undefined || !groups.includes(first.type)) return [];
  return [first.name, ...subcommandsIn(first.options)];
}

/** The path of the command that it belongs to; empty if it is of another version. */
function pathOf(interaction: Asked): string {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      if (data.type !== ApplicationCommandType.ChatInput) return menuNamed(data.name)?.path ?? '';
      return [data.name, ...subcommandsIn(data.options)].join(' ');
    }
    case InteractionType.MessageComponent:
    case InteractionType.ModalSubmit: {
      const decoded = decodeCustomId(interaction.data.custom_id);
      return decoded.kind === 'ours' ? decoded.id.path : '';
    }
    default:
      return '';
  }
}

const personOf = ({ member, user }: Asked): APIUser | undefined => member?.user ?? user;

/** The router decides the exact lane of a form: no form is refused for its waiting time. */
const laneOf = ({ type }: Asked): Lane => (type === InteractionType.ModalSubmit ? 'form' : 'press');

export function createDoor(tools: {
  readonly rest: REST;
  readonly registry: Registry;
  readonly logger: Logger;
  readonly admission: Admission;
}): Door {
  const { rest, registry, logger, admission } = tools;
  const busy = busyAnswers();
  const send = interactionRequestsOf(rest);
  let inARow = 0;
  const refuse = (interaction: Asked): void => {
    inARow += 1;
    if (isTold(inARow)) logger.event('bot.crowded', { count: inARow });
    // What is not answered shows no choices.
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete) return;
    const command = registry.get(pathOf(interaction));
    const body = inLanguage(interaction.locale, () => busy(undoneBy(command)));
    // Nothing was begun: whether the refusal arrives changes nothing.
    const route = Routes.interactionCallback(interaction.id, interaction.token);
    send({ method: RequestMethod.Post, route, body }).catch(() => undefined);
  };
  return {
    turnsAway: (interaction) => {
      if (interaction.type === InteractionType.Ping) return false;
      const person = personOf(interaction);
      if (person === undefined || admission.admits(person.id, laneOf(interaction))) {
        inARow = 0;
        return false;
      }
      refuse(interaction);
      return true;
    },
  };
}
