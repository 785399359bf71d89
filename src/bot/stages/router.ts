/** Routes interactions to their stages. The only listener: no conversation is held in memory. */
import type { BaseInteraction, ChatInputCommandInteraction } from 'discord.js';
import { elapsedMs } from '../../lib/clock.ts';
import { type CustomId, decodeCustomId } from '../cards/custom-id.ts';
import { type Exchange, exchangeOf, type Served } from '../cards/exchange.ts';
import { render } from '../cards/render.ts';
import { type Command, undoneBy } from '../command/command.ts';
import { isOption } from '../command/registration.ts';
import type { Raw, RawValues } from '../forms/field.ts';
import { submittedValues } from '../forms/modal.ts';
import { tellLate } from '../replies/late.ts';
import { defectReply, newErrorReference } from '../replies/problem.ts';
import { confirm } from './confirm.ts';
import { open } from './open.ts';
import { act, cancel, reopen } from './press.ts';
import { askProof, proofForm, submitProof } from './prove.ts';
import { submitFirst, submitSecond } from './submit.ts';
import type { Desk, Visit } from './visit.ts';

/** More at once than one process can answer in time. */
const underwayMax = 4_000;

const isServed = (interaction: BaseInteraction): interaction is Served =>
  interaction.isChatInputCommand() || interaction.isModalSubmit() || interaction.isButton();

function pathOf({ commandName, options }: ChatInputCommandInteraction): string {
  const words = [commandName, options.getSubcommandGroup(false), options.getSubcommand(false)];
  return words.filter((word) => word !== null).join(' ');
}

function optionsOf(command: Command, { options }: ChatInputCommandInteraction): RawValues {
  const fields = Object.entries(command.form?.fields ?? {}).filter(([, field]) => isOption(field));
  const given = fields.flatMap(([name, { control }]): [string, Raw][] => {
    const value = options.get(name)?.value;
    if (typeof value !== 'string') return [];
    return [[name, control.kind === 'person' || control.kind === 'choices' ? [value] : value]];
  });
  return Object.fromEntries(given);
}

type Target = CustomId | 'other-version' | 'unknown';

/** The command's path, the step, and what else the custom id carries. */
function targetOf(interaction: Served): Target {
  if (interaction.isChatInputCommand()) {
    return { path: pathOf(interaction), step: 'open', row: null, detail: '' };
  }
  const decoded = decodeCustomId(interaction.customId);
  return decoded.kind === 'ours' ? decoded.id : decoded.kind;
}

/** The path is empty where the custom id names no command. */
const namedIn = (target: Target): Pick<CustomId, 'path' | 'step'> =>
  typeof target === 'string' ? { path: '', step: target } : target;

async function submitted(desk: Desk, visit: Visit, interaction: Served, target: CustomId) {
  if (!interaction.isModalSubmit()) return tellLate(visit.exchange, 'no-command');
  if (target.step === 'proof') {
    const values = submittedValues(proofForm, interaction.fields.fields);
    return submitProof(desk, visit, { ...target, values });
  }
  const isSecond = target.step === 'form2';
  if (!isSecond && target.step !== 'form') return tellLate(visit.exchange, 'no-command');
  const form = isSecond ? visit.command.second?.form : visit.command.form;
  if (form === undefined || form === null) return tellLate(visit.exchange, 'no-command');
  const values = submittedValues(form, interaction.fields.fields);
  const submit = isSecond ? submitSecond : submitFirst;
  return submit(desk, visit, { row: target.row, values });
}

async function serve(desk: Desk, visit: Visit, interaction: Served, target: CustomId) {
  const { row, step, detail } = target;
  if (interaction.isChatInputCommand()) {
    return open(desk, visit, optionsOf(visit.command, interaction));
  }
  if (interaction.isModalSubmit()) return submitted(desk, visit, interaction, target);
  switch (step) {
    case 'confirm':
      return confirm(desk, visit, row);
    case 'prove':
      return askProof(desk, visit, target);
    case 'cancel':
      return cancel(desk, visit, row);
    case 'edit':
      return reopen(desk, visit, row, 'kept');
    case 'next':
      return reopen(desk, visit, row, 'second');
    default:
      return act(desk, visit, { step, row, detail });
  }
}

async function tellDefect(desk: Desk, exchange: Exchange, target: CustomId, error: unknown) {
  const reference = newErrorReference();
  const { path: command, step } = target;
  const facts = { command, step, discordUserId: exchange.person, reference };
  desk.logger.event('bot.failed', facts, error);
  await exchange.aside(render(defectReply(reference), { path: 'help', row: null }));
}

async function handle(desk: Desk, interaction: Served): Promise<void> {
  const begun = elapsedMs();
  const target = targetOf(interaction);
  const named = namedIn(target);
  const facts = { command: named.path, step: named.step, discordUserId: interaction.user.id };
  const command = desk.registry.get(named.path);
  const exchange = exchangeOf(interaction, {
    undone: undoneBy(command),
    lost: (code, error) => desk.logger.event('bot.late', { ...facts, code }, error),
  });
  if (typeof target === 'string') return tellLate(exchange, target);
  if (command === undefined) return tellLate(exchange, 'no-command');
  const visit = { exchange, command, path: target.path, step: target.step };
  try {
    await serve(desk, visit, interaction, target);
  } catch (error) {
    await tellDefect(desk, exchange, target, error);
  }
  const ms = elapsedMs() - begun;
  desk.logger.event('bot.command', { ...facts, guildId: interaction.guildId, ms });
}

export interface Router {
  route(interaction: BaseInteraction): Promise<void>;
  /** Resolves when everything under way has been answered. */
  idle(): Promise<void>;
}

export function createRouter(desk: Desk): Router {
  const underway = new Set<Promise<void>>();
  return {
    route: async (interaction) => {
      if (!isServed(interaction)) return;
      if (underway.size >= underwayMax) {
        const undone = undoneBy(desk.registry.get(namedIn(targetOf(interaction)).path));
        const exchange = exchangeOf(interaction, { undone, lost: () => {} });
        await tellLate(exchange, 'crowded');
        return;
      }
      const work = handle(desk, interaction);
      underway.add(work);
      try {
        await work;
      } finally {
        underway.delete(work);
      }
    },
    idle: async () => {
      await Promise.allSettled(underway);
    },
  };
}
