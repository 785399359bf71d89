/**
 * Interactions and their answers: the first within 3 s, then edits and further messages for 15 min.
 * https://docs.discord.com/developers/interactions/receiving-and-responding
 */
import { type Body, isJson, type Json } from './body.ts';
import { edit, store } from './messages.ts';
import { Refusal, unknown } from './refusal.ts';
import { checkMessage, flag } from './rules/message.ts';
import { checkModal } from './rules/modal.ts';
import { type Channel, snowflake, type Stored, type User, type World } from './world.ts';

const firstWithinMs = 3_000;
const tokenLivesMs = 15 * 60_000;

/** 2: command, 3: component, 4: autocomplete, 5: form. */
type Kind = 2 | 3 | 4 | 5;

export type Answer =
  | { readonly kind: 'message'; readonly message: Stored }
  | { readonly kind: 'modal'; readonly modal: Json }
  | { readonly kind: 'choices'; readonly choices: unknown };

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly kind: Kind;
  readonly person: User;
  readonly channel: Channel;
  /** Where a component was pressed, or from where a form was opened. */
  readonly source: Stored | null;
  readonly at: number;
  /** The type of the first answer. */
  acknowledged: number | null;
  original: Stored | null;
  answer: Answer | null;
}

const metadataOf = ({ id, kind, person, source }: Interaction) => ({
  id,
  type: kind,
  user: person,
  authorizing_integration_owners: { 0: '0' },
  ...(source && { interacted_message_id: source.json.id }),
});

export function createInteractions(world: World) {
  const all = new Map<string, Interaction>();

  const begin = (what: Pick<Interaction, 'kind' | 'person' | 'channel' | 'source'>) => {
    const id = snowflake();
    const state = { acknowledged: null, original: null, answer: null };
    const token = Buffer.from(`interaction:${id}:${Math.random()}`).toString('base64url');
    const interaction: Interaction = { id, token, at: Date.now(), ...what, ...state };
    all.set(token, interaction);
    return interaction;
  };

  const send = (interaction: Interaction, body: Body, flags: number): Stored => {
    const { channel, person, kind } = interaction;
    const isPrivate = (flags & flag.ephemeral) !== 0;
    return store(world, body, flags, {
      channel,
      author: world.bot,
      metadata: metadataOf(interaction),
      type: kind === 2 ? 20 : 19,
      ...(isPrivate && { viewer: person.id }),
    });
  };
  const show = (interaction: Interaction, message: Stored): Stored => {
    interaction.answer = { kind: 'message', message };
    return message;
  };
  const needSource = ({ source }: Interaction): Stored => {
    if (source === null) throw new Refusal(400, 50_035, 'There is no message to update');
    return source;
  };
  const inner = ({ json, files }: Body): Body => ({
    json: isJson(json) && isJson(json['data']) ? json['data'] : {},
    files,
  });

  const answers: Record<number, (interaction: Interaction, body: Body) => Stored | null> = {
    4: (interaction, body) => {
      const flags = checkMessage(inner(body), { mayBeEphemeral: true });
      interaction.original = send(interaction, inner(body), flags);
      return show(interaction, interaction.original);
    },
    5: (interaction, body) => {
      const flags = Number((inner(body).json as Json)['flags'] ?? 0);
      if ((flags & ~flag.ephemeral) !== 0) throw new Refusal(400, 50_035, 'Only EPHEMERAL');
      const waiting = { json: {}, files: new Map() } as const;
      interaction.original = send(interaction, waiting, flags | flag.loading);
      return interaction.original;
    },
    6: (interaction) => (interaction.original = needSource(interaction)),
    7: (interaction, body) => {
      interaction.original = edit(world, needSource(interaction), inner(body));
      return show(interaction, interaction.original);
    },
    8: (interaction, body) => {
      const { choices } = inner(body).json as Json;
      const isRight = Array.isArray(choices) && choices.length <= 25;
      if (!isRight) throw new Refusal(400, 50_035, 'At most 25 choices');
      interaction.answer = { kind: 'choices', choices };
      return null;
    },
    9: (interaction, body) => {
      const modal = inner(body).json as Json;
      checkModal(modal);
      interaction.answer = { kind: 'modal', modal };
      return null;
    },
  };
  /** Which answers an interaction may have, by its kind. */
  const allowed: Record<Kind, readonly number[]> = {
    2: [4, 5, 9],
    3: [4, 5, 6, 7, 9],
    4: [8],
    5: [4, 5, 6, 7],
  };

  /** Throws 10062, 40060 and 50035. */
  const callback = (id: string, token: string, body: Body) => {
    const interaction = all.get(token);
    const isLate = interaction !== undefined && Date.now() - interaction.at > firstWithinMs;
    const isFirst = interaction?.acknowledged === null;
    if (interaction?.id !== id || (isLate && isFirst)) throw unknown('interaction', 10_062);
    if (!isFirst) {
      throw new Refusal(400, 40_060, 'Interaction has already been acknowledged.');
    }
    const type = isJson(body.json) ? Number(body.json['type']) : 0;
    if (!allowed[interaction.kind].includes(type)) {
      throw new Refusal(400, 50_035, `Type ${type} does not answer kind ${interaction.kind}`);
    }
    const message = answers[type]!(interaction, body);
    interaction.acknowledged = type;
    return {
      interaction: {
        id,
        type: interaction.kind,
        ...(message && {
          response_message_id: message.json.id,
          response_message_loading: (message.json.flags & flag.loading) !== 0,
          response_message_ephemeral: message.viewer !== null,
        }),
      },
      ...(message && [4, 7].includes(type) && { resource: { type, message: message.json } }),
    };
  };

  /** Throws 10015 and 50027. */
  const living = (token: string): Interaction => {
    const interaction = all.get(token);
    if (interaction === undefined || interaction.acknowledged === null) {
      throw unknown('Webhook', 10_015);
    }
    if (Date.now() - interaction.at > tokenLivesMs) {
      throw new Refusal(401, 50_027, 'Invalid Webhook Token');
    }
    return interaction;
  };
  /** Throws 10008. */
  const messageOf = (interaction: Interaction, id: string): Stored => {
    const found = id === '@original' ? interaction.original : world.messages.get(id);
    if (!found || found.isDeleted) throw unknown('Message', 10_008);
    return found;
  };
  const isWaiting = ({ original }: Interaction): boolean =>
    original !== null && (original.json.flags & flag.loading) !== 0;

  return {
    begin,
    callback,
    get: (token: string, id: string) => messageOf(living(token), id).json,
    patch: (token: string, id: string, body: Body) => {
      const interaction = living(token);
      return show(interaction, edit(world, messageOf(interaction, id), body)).json;
    },
    follow: (token: string, body: Body) => {
      const interaction = living(token);
      // The first message after a deferral takes its place, and stays private if that was.
      if (isWaiting(interaction)) {
        return show(interaction, edit(world, interaction.original!, body)).json;
      }
      const flags = checkMessage(body, { mayBeEphemeral: true });
      return show(interaction, send(interaction, body, flags)).json;
    },
    remove: (token: string, id: string) => {
      messageOf(living(token), id).isDeleted = true;
    },
  };
}

export type Interactions = ReturnType<typeof createInteractions>;
