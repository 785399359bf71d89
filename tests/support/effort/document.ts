/** The text of `docs/effort.md`. */
import type { Effort } from './journeys.ts';

export interface Figures {
  readonly efforts: Readonly<Record<string, Effort>>;
  /** Refusals, late presses and ends of conversations with a button, of all. */
  readonly nextSteps: { readonly with: number; readonly all: number };
}

/** At most this much is allowed. */
export const bounds = {
  'A visitor pays a member for the first time': { commands: 3, forms: 2, fields: 8, presses: 3 },
  'A visitor begins with a sentence': { commands: 1, forms: 2, fields: 8, presses: 4 },
  'The next day, to a known payee': { commands: 1, forms: 1, fields: 1, presses: 1 },
  'Again within the session': { commands: 1, forms: 0, fields: 0, presses: 1 },
  'A saved payee, by nickname': { commands: 1, forms: 0, fields: 0, presses: 1 },
  'A member, from the menu on their name': { commands: 1, forms: 1, fields: 1, presses: 1 },
  'Asking a member for money': { commands: 1, forms: 0, fields: 0, presses: 1 },
  'Asking everyone with a role': { commands: 1, forms: 0, fields: 0, presses: 1 },
  'Paying a request, from its message': { commands: 0, forms: 0, fields: 0, presses: 2 },
  'A new standing order': { commands: 1, forms: 1, fields: 1, presses: 1 },
  'A shared account with three invitations': { commands: 1, forms: 6, fields: 10, presses: 7 },
  'Balance and latest entries': { commands: 1, forms: 0, fields: 0, presses: 1 },
} as const satisfies Record<string, Effort>;

const cells = ({ commands, forms, fields, presses }: Effort): string =>
  [commands, forms, fields, presses].join(' | ');

export function effortDocument({ efforts, nextSteps }: Figures): string {
  const rows = Object.entries(efforts).map(([name, effort]) => `| ${name} | ${cells(effort)} |`);
  const percent = Math.floor((100 * nextSteps.with) / nextSteps.all);
  return `# Effort

What the most frequent tasks cost a person. \`npm run figures\` plays them with the real bot in the sandbox, writes this page and prints the
same figures as JSON; \`tests/e2e/chat-effort.test.ts\` fails when one grows.

| task | commands or sentences | forms | fields | presses |
|---|---|---|---|---|
${rows.join('\n')}

- A sentence counts as a command. Options typed with a command do not count as fields. The 8 fields of the first payment are those of the
  registration.
- The entry of the menu counts as a command.
- The sentence is \`send Ben 5 for pizza\`. Its payment waits for the registration, then for the deposit of what it lacks, and goes on by
  itself.
- The next day, the login only reads ([0047](decisions/0047-a-session-has-two-clocks.md)): *Confirm* asks for the password once.
- A standing order asks for the password once, when it is set up; its payments ask for nothing.
- The password is asked for once with each invitation of a member who may pay.
- Every refusal, late press and end of a conversation has a button for the next step: ${nextSteps.with} of ${nextSteps.all}, ${percent} %
  ([0049](decisions/0049-every-refusal-has-a-next-step.md)).

## Other bots

What we found written down about payments between members elsewhere, looked up on 2026-11-28. We did not try these bots.

| bot | a payment to a member | source |
|---|---|---|
| tip.cc | one message of the form \`$tip … [amount] [currency]\`; a confirmation is not mentioned | [a user's article](https://asia.ecency.com/hive-167922/@jfuji/the-amazingly-inventive-tip-cc-discord-bot-and-why-it-s-awesome) |
| Synthet | one command, \`/pay\` with user and amount; a confirmation is not mentioned | [its documentation](https://dev.synthet.gg/docs/economy/wallets) |
| UnbelievaBoat, Dank Memer | no documentation of the steps found | – |
`;
}
