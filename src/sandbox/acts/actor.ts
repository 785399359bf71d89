/** What a person does in their client, and the interactions it causes. */
import {
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Files } from '../world/files.ts';
import type { Modals } from '../interactions/modals.ts';
import type * as p from '../protocol/protocol.ts';
import { everyComponent } from '../rest/compose/components.ts';
import type { MessageRow } from '../world/rows.ts';
import { suggest } from './autocomplete.ts';
import { submittedComponents } from './form.ts';
import { sentOptions } from './options.ts';
import { ownersBehind, ownersOf } from './owners.ts';
import { placeOf, type Place } from './place.ts';
import { Refusal } from '../protocol/refusal.ts';
import { Resolver } from './resolved.ts';
import { commandAt, sendInteraction, type SendDeps, type Sending } from './send.ts';
import { isSelect, problemWithValues, type Choosable } from './values.ts';

export interface ActorDeps extends SendDeps {
  readonly files: Files;
  readonly modals: Modals;
}

type Clickable = Choosable & {
  readonly id: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
};

export class Actor {
  readonly #deps: ActorDeps;

  constructor(deps: ActorDeps) {
    this.#deps = deps;
  }

  run(personId: string, request: p.RunCommand): p.Started {
    const place = placeOf(this.#deps.world, personId, request.channelId);
    const found = commandAt(this.#deps.world, place, request.command);
    const resolver = this.#resolver(place);
    const { command, path } = found;
    const type = command.type;
    const name = [command.name, ...path.map((option) => option.name)].join(' ');
    const isChatInput = type === ApplicationCommandType.ChatInput;
    const target = isChatInput ? {} : this.#target(type, request, resolver);
    const options = isChatInput
      ? sentOptions({
          found,
          given: request.options ?? {},
          resolver,
          permissions: place.permissions,
          unchecked: request.unchecked ?? false,
        })
      : [];
    const data = {
      id: command.id,
      name: command.name,
      type,
      ...(command.guild_id !== undefined && { guild_id: command.guild_id }),
      ...(isChatInput && { options }),
      ...(!isChatInput && { target_id: request.targetId }),
      ...(resolver.data && { resolved: resolver.data }),
    };
    return this.#send(place, {
      kind: 'command',
      label: isChatInput ? `/${name}` : name,
      usedCommand: name,
      customId: null,
      owners: ownersOf(command, place),
      trigger: { type: InteractionType.ApplicationCommand, messageId: null, opener: null, target },
      data,
    });
  }

  /** Resolves when the bot has answered or can no longer answer. */
  suggest(personId: string, request: p.AskForChoices): Promise<p.Suggestions> {
    return suggest(this.#deps, personId, request);
  }

  use(personId: string, request: p.UseComponent): p.Started {
    const row = this.#visible(personId, request.messageId);
    const place = placeOf(this.#deps.world, personId, row.channelId);
    const components = [...everyComponent(row.body.components)] as unknown as Clickable[];
    const found = components.find((candidate) => candidate.custom_id === request.customId);
    if (!found && !request.unchecked) {
      throw new Refusal(404, 'The message has no such button or menu');
    }
    // A forged or outdated press: the message has no such button, or no longer has it.
    const component = found ?? { type: ComponentType.Button, id: 0 };
    if (component.disabled && !request.unchecked) throw new Refusal(400, 'It is disabled');
    const resolver = this.#resolver(place);
    const values = request.values ?? [];
    if (isSelect(component.type)) {
      const { permissions } = place;
      const check = { resolver, permissions, mayBeEmpty: false, maxByDefault: 1 };
      const problem = problemWithValues(component, values, check);
      if (problem !== null && !request.unchecked) throw new Refusal(400, problem);
    }
    return this.#send(place, {
      kind: 'component',
      label: component.label ?? component.placeholder ?? request.customId,
      usedCommand: null,
      customId: request.customId,
      owners: ownersBehind(row.body, place),
      trigger: {
        type: InteractionType.MessageComponent,
        messageId: row.id,
        opener: null,
        target: {},
      },
      message: row.body,
      data: {
        custom_id: request.customId,
        component_type: component.type,
        id: component.id,
        ...(component.type !== ComponentType.Button && { values }),
        ...(resolver.data && { resolved: resolver.data }),
      },
    });
  }

  submit(personId: string, modalId: string, request: p.SubmitModal): p.Started {
    const open = this.#deps.modals.of(personId);
    if (open?.modal.id !== modalId) throw new Refusal(404, 'The form is no longer open');
    const { opener, modal } = open;
    const place = placeOf(this.#deps.world, personId, opener.channelId);
    const resolver = this.#resolver(place);
    const components = submittedComponents(modal.data, {
      fields: request.fields,
      resolver,
      permissions: place.permissions,
      unchecked: request.unchecked ?? false,
    });
    const source = this.#deps.world.messages.get(opener.trigger.messageId ?? '');
    return this.#send(place, {
      kind: 'modal',
      label: modal.data.title,
      usedCommand: opener.usedCommand,
      customId: modal.data.custom_id,
      owners: opener.owners,
      trigger: {
        type: InteractionType.ModalSubmit,
        messageId: source?.id ?? null,
        opener: opener.trigger,
        target: {},
      },
      ...(source && { message: source.body }),
      data: {
        custom_id: modal.data.custom_id,
        components,
        ...(resolver.data && { resolved: resolver.data }),
      },
    });
  }

  /** Dismissing happens only in the client; nothing is sent to the bot. */
  dismiss(personId: string, messageId: string): void {
    const row = this.#visible(personId, messageId);
    if (row.visibleTo === null)
      throw new Refusal(400, 'Only messages that only you can see can be dismissed');
    this.#deps.world.messages.remove(row.id);
  }

  #target(type: ApplicationCommandType, request: p.RunCommand, resolver: Resolver) {
    const id = request.targetId ?? '';
    const isUser = type === ApplicationCommandType.User;
    if (!(isUser ? resolver.user(id) : resolver.message(id))) {
      throw new Refusal(404, isUser ? 'Person not found' : 'Message not found');
    }
    return isUser ? { userId: id } : { messageId: id };
  }

  #resolver(place: Place): Resolver {
    const { world, files, application } = this.#deps;
    const { server } = place;
    return new Resolver({ world, files, application, server, channelId: place.channel.id });
  }

  #visible(personId: string, messageId: string): MessageRow {
    const row = this.#deps.world.messages.get(messageId);
    const isVisible = row && (row.visibleTo === null || row.visibleTo === personId);
    if (!isVisible) throw new Refusal(404, 'Message not found');
    if (((row.body.flags ?? 0) & MessageFlags.Loading) !== 0) {
      throw new Refusal(400, 'The message has not been sent yet');
    }
    return row;
  }

  #send(place: Place, what: Sending): p.Started {
    return { interactionId: sendInteraction(this.#deps, place, what).id };
  }
}
