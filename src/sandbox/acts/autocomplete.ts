/** Autocomplete: asks the bot for choices while a person types an option. */
import { InteractionType, type APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import type { Files } from '../world/files.ts';
import type * as p from '../protocol/protocol.ts';
import { sentOptions } from './options.ts';
import { ownersOf } from './owners.ts';
import { placeOf } from './place.ts';
import { Refusal } from '../protocol/refusal.ts';
import { Resolver } from './resolved.ts';
import { commandAt, sendInteraction, type SendDeps } from './send.ts';

/** Resolves with the bot's choices, or with null when the time limit has passed. */
export async function suggest(
  deps: SendDeps & { readonly files: Files },
  personId: string,
  request: p.AskForChoices,
): Promise<p.Suggestions> {
  const { world, files, application } = deps;
  const place = placeOf(world, personId, request.channelId);
  const found = commandAt(world, place, request.command);
  const { focused } = request;
  const option = found.options.find(({ name }) => name === focused);
  if (option?.autocomplete !== true) {
    throw new Refusal(400, `The option ${focused} has no autocomplete`);
  }
  const { channel, server, permissions } = place;
  const options = sentOptions({
    found,
    // As in Discord's client, the option being typed is sent as text, whatever its type.
    given: { ...request.options, [focused]: String(request.options?.[focused] ?? '') },
    resolver: new Resolver({ world, files, application, server, channelId: channel.id }),
    permissions,
    unchecked: false,
    focused,
  });
  const { command, path } = found;
  const name = [command.name, ...path.map((step) => step.name)].join(' ');
  const interaction = sendInteraction(deps, place, {
    kind: 'autocomplete',
    label: `/${name} ${focused}`,
    usedCommand: name,
    customId: null,
    owners: ownersOf(command, place),
    trigger: {
      type: InteractionType.ApplicationCommandAutocomplete,
      messageId: null,
      opener: null,
      target: {},
    },
    data: {
      id: command.id,
      name: command.name,
      type: command.type,
      ...(command.guild_id !== undefined && { guild_id: command.guild_id }),
      options,
    },
  });
  interaction.focusedType = option.type;
  const choices = await new Promise<unknown>((resolve) => (interaction.onChoices = resolve));
  return { interactionId: interaction.id, choices: choicesFor(place.person, choices) };
}

function choicesFor({ locale }: p.Person, choices: unknown): p.Choice[] | null {
  if (choices === null) return null;
  return (choices as APIApplicationCommandOptionChoice[]).map((choice) => {
    const names: Readonly<Record<string, string | null>> = choice.name_localizations ?? {};
    return { name: names[locale] ?? choice.name, value: choice.value };
  });
}
