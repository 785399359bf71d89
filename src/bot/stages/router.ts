/** Routes interactions to their stages. No conversation is held in memory. */
import type { BaseInteraction } from 'discord.js';
import { elapsedMs } from '../../lib/clock.ts';
import { underwayUpTo } from '../../lib/underway.ts';
import { inLanguage } from '../../words/index.ts';
import { type CustomId, resumeIn, sumIn } from '../cards/custom-id.ts';
import { exchangeOf, isStarted, type Served, type Started } from '../cards/exchange.ts';
import { type Command, undoneBy } from '../command/command.ts';
import { menuNamed } from '../command/menus.ts';
import { isOption } from '../command/registration.ts';
import type { Control, Raw, RawValues } from '../forms/field.ts';
import { submittedValues } from '../forms/modal.ts';
import { answerLate } from '../next/late.ts';
import { withPageButtons } from '../page/twins.ts';
import { inTurn } from '../turns/in-turn.ts';
import type { Admission } from '../turns/door.ts';
import { createTurns, type Turn } from '../turns/turns.ts';
import { begin } from './begin.ts';
import { confirm } from './confirm.ts';
import { answerDefect } from './fix.ts';
import { invite } from './invite.ts';
import { goOn, pick } from './go.ts';
import { open } from './open.ts';
import { act, cancel, reopen } from './press.ts';
import { askPasskey } from './passkey.ts';
import { askProof, proofForm, submitProof } from './prove.ts';
import { stepAndWay } from './show-form.ts';
import { submitFirst, submitSecond } from './submit.ts';
import { suggest } from './suggest.ts';
import { textOfMessage } from './message-text.ts';
import { laneOf, namedIn, pathOf, type Target, targetOf } from './target.ts';
import type { Tools, Visit } from './visit.ts';

/** Interactions that one process holds in memory; most of them may wait, as a login does. */
const underwayMax = 4_000;

const isServed = (interaction: BaseInteraction): interaction is Served =>
  interaction.isChatInputCommand() ||
  interaction.isUserContextMenuCommand() ||
  interaction.isMessageContextMenuCommand() ||
  interaction.isModalSubmit() ||
  interaction.isButton() ||
  interaction.isStringSelectMenu();

/** Their option gives one value of a list. */
const listKinds: readonly Control['kind'][] = ['person', 'people', 'serverRole', 'choices'];

/** An entry of a menu fills in that member, or the text of that message. */
function optionsOf(command: Command, interaction: Started): RawValues {
  if (interaction.isUserContextMenuCommand()) {
    const menu = menuNamed(interaction.commandName);
    return menu === null ? {} : { [menu.field]: [interaction.targetId] };
  }
  if (interaction.isMessageContextMenuCommand()) {
    const menu = menuNamed(interaction.commandName);
    return menu === null ? {} : { [menu.field]: textOfMessage(interaction.targetMessage) };
  }
  const { options } = interaction;
  const fields = Object.entries(command.form?.fields ?? {}).filter(([, field]) => isOption(field));
  const given = fields.flatMap(([name, { control }]): [string, Raw][] => {
    const given = options.get(name)?.value;
    const value = typeof given === 'number' ? `${given}` : given;
    if (typeof value !== 'string') return [];
    return [[name, listKinds.includes(control.kind) ? [value] : value]];
  });
  return Object.fromEntries(given);
}

/** Their form opens above the card, which stays as it is. */
const leavesCard: readonly string[] = ['edit', 'next', 'prove', 'proof'];
const staysOpen = (step: string): boolean => leavesCard.includes(stepAndWay(step).step);

/** Another card may soon take the place of the pressed one, and of the one that goes on later. */
function forgetPressed({ expiry }: Tools, { row, step, detail }: CustomId): void {
  if (row !== null && !staysOpen(step)) expiry.forget(row);
  const resume = sumIn(detail)?.resume ?? resumeIn(detail);
  if (resume !== null && 'row' in resume) expiry.forget(resume.row);
}

async function submitted(tools: Tools, visit: Visit, interaction: Served, target: CustomId) {
  if (!interaction.isModalSubmit()) return answerLate(visit.exchange, 'no-command');
  if (target.step === 'proof') {
    const values = submittedValues(proofForm, interaction.fields.fields);
    return submitProof(tools, visit, { ...target, values });
  }
  const isSecond = target.step === 'form2';
  const page = target.step === 'form-more' ? 1 : 0;
  if (!isSecond && page === 0 && target.step !== 'form')
    return answerLate(visit.exchange, 'no-command');
  const form = isSecond ? visit.command.second?.form : visit.command.form;
  if (form === undefined || form === null) return answerLate(visit.exchange, 'no-command');
  const values = submittedValues(form, interaction.fields.fields, page);
  if (isSecond) return submitSecond(tools, visit, { ...target, values });
  return submitFirst(tools, visit, { ...target, values, page });
}

async function serve(tools: Tools, visit: Visit, interaction: Served, target: CustomId) {
  const { row, step, detail } = target;
  if (isStarted(interaction)) {
    return open(tools, visit, optionsOf(visit.command, interaction));
  }
  if (interaction.isModalSubmit()) return submitted(tools, visit, interaction, target);
  switch (stepAndWay(step).step) {
    case 'confirm':
      return confirm(tools, visit, target);
    case 'passkey':
      return askPasskey(tools, visit);
    case 'prove':
      return askProof(tools, visit, target);
    case 'cancel':
      return cancel(tools, visit, row);
    case 'edit':
      return reopen(tools, visit, target, 'stored');
    case 'start':
      return begin(tools, visit, target);
    case 'invite':
      return invite(tools, visit, row);
    case 'more':
      return reopen(tools, visit, target, 'more');
    case 'next':
      return reopen(tools, visit, target, 'second');
    case 'go':
      return goOn(tools, visit, target);
    case 'pick':
      return pick(tools, visit, target);
    default:
      return act(tools, visit, { step, row, detail });
  }
}

interface Accepted {
  readonly interaction: Served;
  readonly target: Target;
  readonly turn: Turn;
}

async function handle(tools: Tools, { interaction, target, turn }: Accepted): Promise<void> {
  const begun = elapsedMs();
  const named = namedIn(target);
  const facts = { command: named.path, step: named.step, discordUserId: interaction.user.id };
  const command = tools.registry.get(named.path);
  if (typeof target !== 'string') forgetPressed(tools, target);
  const own = exchangeOf(interaction, {
    watch: tools.expiry.watch,
    undone: () => undoneBy(command),
    lost: (code, error) => tools.logger.event('bot.late', { ...facts, code }, error),
    answered: () => {
      // Discord's limit of 3 s counts from its own clock, which ours may be behind.
      const ms = Math.max(0, tools.clock.now() - interaction.createdTimestamp);
      tools.logger.event('bot.first-answer', { command: named.path, ms });
    },
  });
  const isBoth = tools.page?.secrets === 'both';
  const exchange = inTurn(isBoth ? withPageButtons(own, tools.registry) : own, turn);
  if (typeof target === 'string') return answerLate(exchange, target);
  if (command === undefined) return answerLate(exchange, 'no-command');
  const visit = { exchange, command, path: target.path, step: target.step };
  try {
    await serve(tools, visit, interaction, target);
  } catch (error) {
    await answerDefect(tools, visit, error);
  }
  const ms = elapsedMs() - begun;
  tools.logger.event('bot.command', { ...facts, guildId: interaction.guildId, ms });
}

export interface Router extends Admission {
  /** Answers what was admitted. */
  route(interaction: BaseInteraction): Promise<void>;
  /** Whether presses are refused at the moment, because too many arrive. */
  isRefusing(): boolean;
  /** Resolves when every running interaction has been answered. */
  idle(): Promise<void>;
}

export function createRouter(tools: Tools): Router {
  const underway = underwayUpTo(underwayMax);
  const turns = createTurns();
  const answer = async (interaction: Served): Promise<void> => {
    const target = targetOf(interaction);
    const turn = turns.enter(interaction.user.id, laneOf(tools, interaction, target));
    await underway.run(handle(tools, { interaction, target, turn }).finally(() => turn.end()));
  };
  return {
    admits: (person, lane) => !underway.isFull && turns.admits(person, lane),
    route: async (interaction) => {
      if (interaction.isAutocomplete()) {
        const work = async () => suggest(tools, interaction, pathOf(interaction));
        return underway.run(inLanguage(interaction.locale, work));
      }
      if (!isServed(interaction)) return;
      await inLanguage(interaction.locale, () => answer(interaction));
    },
    isRefusing: () => turns.isRefusing(),
    idle: async () => underway.idle(),
  };
}
