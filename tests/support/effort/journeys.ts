/** Plays what people do most and counts what it costs them. Options of a command do not count as fields. */
import type { Answer, Player } from '../../../src/sandbox/driver.ts';
import type { ChatMessage } from '../../../src/sandbox/protocol/protocol.ts';

export interface Effort {
  /** Commands and sentences. */
  readonly commands: number;
  readonly forms: number;
  /** Fields filled in, in all forms. */
  readonly fields: number;
  readonly presses: number;
}

/** A person whose acts are counted. */
export class Counted {
  readonly #player: Player;
  #commands = 0;
  #forms = 0;
  #fields = 0;
  #presses = 0;

  constructor(player: Player) {
    this.#player = player;
  }

  get effort(): Effort {
    return {
      commands: this.#commands,
      forms: this.#forms,
      fields: this.#fields,
      presses: this.#presses,
    };
  }

  async run(command: string, options: Readonly<Record<string, string | Player>> = {}) {
    this.#commands += 1;
    return this.#player.run(command, options);
  }

  /** An entry of the menu on a member. */
  async choose(entry: string, target: Player) {
    this.#commands += 1;
    return this.#player.run(entry, {}, { target });
  }

  /** One sentence to the bank in direct messages; waits for its card. */
  async say(text: string, awaited: string) {
    this.#commands += 1;
    await this.#player.say(text, { dm: true });
    return this.#player.sees(awaited);
  }

  async press(label: string, on?: ChatMessage) {
    this.#presses += 1;
    return this.#player.press(label, on === undefined ? {} : { on });
  }

  async sees(text: string) {
    return this.#player.sees(text);
  }

  async fill(fields: Readonly<Record<string, string | boolean | readonly string[]>>) {
    this.#forms += 1;
    this.#fields += Object.keys(fields).length;
    return this.#player.fill(fields);
  }
}

const sent = (answer: Answer): void => {
  if (!answer.text.includes('Sent')) throw new Error(`Nothing was sent: ${answer.text}`);
};

export interface Cast {
  readonly password: string;
  readonly details: Readonly<Record<string, string>>;
  /** The member who is paid. */
  readonly payee: Player;
}

/** From nothing to a payment to a member: an account, a deposit, the payment. */
export async function firstPayment(person: Counted, { password, details, payee }: Cast) {
  await person.run('/register');
  await person.fill(details);
  await person.press('Choose password');
  await person.fill({ password, password_again: password, terms: true });
  await person.run('/deposit', { amount: '50' });
  await person.press('Confirm');
  await person.run('/transfer', { member: payee, amount: '5' });
  sent(await person.press('Confirm'));
}

/** From nothing to the same payment, begun with a sentence instead of a command. */
export async function firstSentence(person: Counted, { password, details, payee }: Cast) {
  const sentence = `send ${payee.person.displayName} 5 for pizza`;
  const card = await person.say(sentence, 'No account yet');
  await person.press('Open an account', card);
  await person.fill(details);
  await person.press('Choose password');
  await person.fill({ password, password_again: password, terms: true });
  await person.press('Confirm', await person.sees('Deposit money?'));
  sent(await person.press('Confirm', await person.sees('Send money?')));
}

/** The time for moving money is over; the payee is known. */
export async function nextDay(person: Counted, { password, payee }: Cast) {
  await person.run('/transfer', { member: payee, amount: '5' });
  await person.press('Confirm');
  sent(await person.fill({ proof: password }));
}

export async function withinSession(person: Counted, { payee }: Cast) {
  await person.run('/pay', { member: payee, amount: '5' });
  sent(await person.press('Confirm'));
}

/** The payee was saved before. */
export async function byNickname(person: Counted) {
  await person.run('/transfer', { to: 'landlord', amount: '5' });
  sent(await person.press('Confirm'));
}

export async function fromMenu(person: Counted, { payee }: Cast) {
  await person.choose('Send money', payee);
  await person.fill({ amount: '5' });
  sent(await person.press('Confirm'));
}

const asked = (answer: Answer): void => {
  if (!answer.text.includes('asked for')) throw new Error(`Not asked: ${answer.text}`);
};

export async function askMember(person: Counted, { payee }: Cast) {
  await person.run('/request create', { member: payee, amount: '5' });
  asked(await person.press('Confirm'));
}

export const askRole = (role: string) => async (person: Counted) => {
  await person.run('/request create', { role, amount: '5' });
  asked(await person.press('Confirm'));
};

/** The request has come as a direct message. */
export async function payRequest(person: Counted) {
  const request = await person.sees('You are asked for');
  await person.press('Pay', request);
  sent(await person.press('Confirm'));
}

export async function newOrder(person: Counted, { password, payee }: Cast) {
  const terms = { every: 'month', day: 'last', time_zone: 'Berlin' };
  await person.run('/schedule create', { member: payee, amount: '5', ...terms });
  await person.press('Confirm');
  const made = await person.fill({ proof: password });
  if (!made.text.includes('is set up')) throw new Error(`No order: ${made.text}`);
}

/** Two managers and a member with an allowance are invited. */
export const inviteThree = (members: readonly Player[]) => async (person: Counted, cast: Cast) => {
  await person.run('/account share open', { name: 'Rowing club' });
  await person.press('Confirm');
  for (const [index, { id }] of members.entries()) {
    const part = index === 2 ? { role: 'SPENDER', allowance: '50' } : { role: 'MANAGER' };
    await person.press('Invite');
    await person.fill({ member: [id], ...part });
    await person.press('Confirm');
    const invited = await person.fill({ proof: cast.password });
    if (!invited.text.includes('Invitation sent')) throw new Error(`Not sent: ${invited.text}`);
  }
};

export async function balanceAndHistory(person: Counted) {
  await person.run('/balance');
  const history = await person.press('History');
  if (!history.text.includes('History of')) throw new Error(`No history: ${history.text}`);
}
