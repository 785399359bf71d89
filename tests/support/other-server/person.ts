/** A simulated person: types commands, presses, fills forms, and reads what they may see. */
import { type Json, isJson, objectsIn } from './body.ts';
import type { Interaction } from './interactions.ts';
import { commandData, interactionCreate, messageCreate } from './payload.ts';
import type { OtherServer } from './server.ts';
import { type Channel, directChannel, snowflake, type Stored, type User } from './world.ts';

type Values = Readonly<Record<string, string | number | boolean>>;

/** Every part of a message at any depth. */
function partsOf(part: unknown): readonly Json[] {
  if (Array.isArray(part)) return part.flatMap(partsOf);
  if (!isJson(part)) return [];
  return [part, ...Object.values(part).flatMap(partsOf)];
}

/** All text of a message, or of a form. */
export const textOf = (shown: Json): string =>
  [String(shown['title'] ?? ''), ...partsOf(shown['components']).map(({ content }) => content)]
    .filter((one) => typeof one === 'string' && one !== '')
    .join('\n');

export const buttonsOf = ({ json }: Stored): readonly string[] =>
  partsOf(json['components'])
    .filter(({ type }) => type === 2)
    .map(({ label }) => String(label));

/** Each input of a form, in the order of the form. */
const inputsOf = (modal: Json): readonly { readonly label: Json; readonly input: Json }[] =>
  objectsIn(modal['components']).flatMap((label) =>
    isJson(label['component']) ? [{ label, input: label['component'] }] : [],
  );

function submitted(input: Json, given: string | number | boolean | undefined): Json {
  const { type, id = 1, custom_id: customId } = input;
  const common = { type, id, custom_id: customId };
  const options = objectsIn(input['options']);
  const chosen = options.filter((one) => one['default'] === true).map(({ value }) => value);
  const isAsked = input['required'] !== false;
  const refuse = (why: string) => {
    throw new Error(`The form refuses ${String(customId)}: ${why}`);
  };
  switch (type) {
    case 4: {
      const value = String(given ?? input['value'] ?? '');
      const { min_length: least = 0, max_length: most = 4000 } = input as Record<string, number>;
      if (isAsked && value === '') refuse('it is required');
      if (value !== '' && value.length < least) refuse('it is too short');
      if (value.length > most) refuse('it is too long');
      return { ...common, value };
    }
    case 21:
      return { ...common, value: given ?? chosen[0] ?? null };
    case 23:
      return { ...common, value: given ?? input['default'] === true };
    default: {
      const values = given === undefined ? chosen : [given];
      if (isAsked && values.length === 0) refuse('it is required');
      return { ...common, values };
    }
  }
}

const answerWithinMs = 15_000;

export class Person {
  readonly #server: OtherServer;
  readonly user: User;
  /** Of the person's Discord. */
  locale = 'en-US';
  /** Where commands are typed. */
  #channel: Channel;
  #message: Stored | null = null;
  #modal: Json | null = null;
  #source: Stored | null = null;

  constructor(server: OtherServer, user: User, channel: Channel) {
    this.#server = server;
    this.user = user;
    this.#channel = channel;
  }

  /** Of the last answer. */
  get message(): Stored {
    if (this.#message === null) throw new Error('There is no message yet');
    return this.#message;
  }

  get text(): string {
    return this.#modal === null ? textOf(this.message.json) : textOf(this.#modal);
  }

  get hasForm(): boolean {
    return this.#modal !== null;
  }

  /** The bytes of the files of the last answer, by their names. */
  get files(): ReadonlyMap<string, Uint8Array> {
    const { files } = this.#server.world;
    return new Map([...this.message.files].map(([id, name]) => [name, files.get(id)!.bytes]));
  }

  get #direct(): Channel {
    return directChannel(this.#server.world, this.user);
  }

  /** The text of the answer. Throws if there is none in time. */
  async run(path: string, values: Values = {}): Promise<string> {
    const { world } = this.#server;
    const words = path.slice(1).split(' ');
    const data = commandData(world, { words, values, guild: this.#channel.guild });
    return this.#act(2, data, null, this.#channel);
  }

  /** Presses a button of the last answer, or of another message. */
  async press(label: string, on: Stored = this.message): Promise<string> {
    const found = partsOf(on.json['components']).find(
      (part) => part['type'] === 2 && part['label'] === label,
    );
    if (found === undefined) throw new Error(`No ${label} among ${buttonsOf(on).join()}`);
    const data = { custom_id: found['custom_id'], component_type: 2, id: found['id'] };
    return this.#act(3, data, on, on.channel);
  }

  /** Chooses the option whose label contains the text, in the only menu. */
  async choose(part: string): Promise<string> {
    const on = this.message;
    const menu = partsOf(on.json['components']).find(({ type }) => type === 3);
    const option = objectsIn(menu?.['options']).find((one) => String(one['label']).includes(part));
    if (menu === undefined || option === undefined) throw new Error(`No option with ${part}`);
    const values = [option['value']];
    const data = { custom_id: menu['custom_id'], component_type: 3, id: menu['id'], values };
    return this.#act(3, data, on, on.channel);
  }

  /** Submits the open form; other fields are left as they are. */
  async fill(values: Values = {}): Promise<string> {
    const modal = this.#modal;
    if (modal === null) throw new Error('There is no form');
    const inputs = inputsOf(modal);
    const unknown = Object.keys(values).find(
      (name) => !inputs.some(({ input }) => input['custom_id'] === name),
    );
    if (unknown !== undefined) throw new Error(`The form has no field ${unknown}`);
    const components = inputs.map(({ label, input }) => ({
      type: 18,
      id: label['id'] ?? 1,
      component: submitted(input, values[String(input['custom_id'])]),
    }));
    const data = { custom_id: modal['custom_id'], components };
    return this.#act(5, data, this.#source, this.#source?.channel ?? this.#channel);
  }

  /** Confirms, with the password if the card asks for it. */
  async confirm(password: string): Promise<string> {
    await this.press('Confirm');
    return this.hasForm ? this.fill({ proof: password }) : this.text;
  }

  /** Writes to the bot in direct messages, and waits for its answer. */
  async write(content: string): Promise<string> {
    const id = snowflake();
    const channel = this.#direct;
    const said = { id, channel, author: this.user };
    this.#server.gateway.dispatch('MESSAGE_CREATE', messageCreate(said, content));
    const found = await this.#until(() =>
      this.directMessages().find(({ json }) => {
        const { message_reference: answered } = json;
        return isJson(answered) && answered['message_id'] === id;
      }),
    );
    [this.#message, this.#modal] = [found, null];
    return this.text;
  }

  /** Messages of the bot that everyone in the direct channel sees, oldest first. */
  directMessages(): readonly Stored[] {
    const { id } = this.#direct;
    return [...this.#server.world.messages.values()].filter(
      ({ channel, viewer, isDeleted }) => channel.id === id && viewer === null && !isDeleted,
    );
  }

  /** Waits for a direct message with the text. */
  async sees(part: string): Promise<Stored> {
    return this.#until(
      () => this.directMessages().findLast(({ json }) => textOf(json).includes(part)),
      part,
    );
  }

  async #act(kind: 2 | 3 | 5, data: object, source: Stored | null, channel: Channel) {
    const { world, interactions, gateway } = this.#server;
    const interaction = interactions.begin({ kind, person: this.user, channel, source });
    gateway.dispatch(
      'INTERACTION_CREATE',
      interactionCreate(world, interaction, { data, locale: this.locale }),
    );
    return this.#take(interaction);
  }

  async #take(interaction: Interaction): Promise<string> {
    const answer = await this.#until(() => interaction.answer ?? undefined, 'an answer');
    this.#source = interaction.source;
    if (answer.kind === 'modal') this.#modal = answer.modal;
    else if (answer.kind === 'message') [this.#message, this.#modal] = [answer.message, null];
    return this.text;
  }

  async #until<Found>(find: () => Found | undefined, what = 'a message'): Promise<Found> {
    const end = Date.now() + answerWithinMs;
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      if (Date.now() > end) {
        const { refused } = this.#server.world;
        throw new Error(`${this.user.username} waits for ${what}; refused: ${refused.join('; ')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
