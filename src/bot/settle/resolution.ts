/** Runs a taken request again and sends its owner the outcome. */
import type { Bank, BankError, PendingAction, Place, RequestId } from '../../bank/index.ts';
import type { Examine } from '../../lib/finding.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Logger } from '../../log/logger.ts';
import { inLanguageOf, words } from '../../words/index.ts';
import { render } from '../cards/render.ts';
import { refuse, type Reply, text, withButtons } from '../cards/reply.ts';
import { type CommandSummary, type Context, undoneBy } from '../command/command.ts';
import type { Registry } from '../command/registry.ts';
import type { Messenger } from '../outbox/messenger.ts';
import type { RoleMembers } from '../members/role.ts';
import { lateReply } from '../next/late.ts';
import { nextButtons, refusingOf } from '../next/buttons.ts';
import { refusalSteps } from '../next/steps.ts';
import { errorReply } from '../replies/problem.ts';
import type { SetupTools } from '../installation/tools.ts';
import type { Outcome, Settler } from './settling.ts';

export interface ResolutionTools {
  readonly bank: Bank;
  readonly bankName: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly registry: Registry;
  readonly summaries: readonly CommandSummary[];
  readonly messenger: Messenger;
  readonly settler: Settler;
  readonly roleMembers: RoleMembers;
  readonly examine: Examine;
  readonly setup: SetupTools;
}

/** Runs of a taken row, a minute apart, before it is given up. */
export const attemptsMax = 10;

export interface Resolution {
  /** Whether it is finished; throws when the bank or Discord was unavailable. */
  resolve(action: PendingAction): Promise<boolean>;
  /** Reports a press without effect: the card had expired, or the refusal may not have arrived. */
  reportNoEffect(action: PendingAction): Promise<void>;
  /** Discord took the message at no attempt: the outcome is only in the inbox. */
  keepUnsent(requestId: RequestId): Promise<void>;
}

const nowhere: Place = { guildId: null, channelId: '0' };
const { resolved } = words.replies.flow;

const lateOf = ({ command: path, requestId: row }: PendingAction) => ({ path, row });

function refusalOf(action: PendingAction, error: BankError, undone: string): Reply {
  const about = { ...refusingOf(lateOf(action)), refused: error.refused };
  const buttons = nextButtons(refusalSteps[error.code], about);
  return withButtons(errorReply(error, undone), ...buttons);
}

/** Sent if Discord takes messages to the person, and kept in the inbox in any case. */
async function deliver(
  { bank, messenger }: ResolutionTools,
  { requestId, discordUserId }: Pick<PendingAction, 'requestId' | 'discordUserId'>,
  rendered: ReturnType<typeof render>,
): Promise<void> {
  const delivery =
    (await bank.pending.unreached(requestId)) ??
    (await messenger.send(discordUserId, rendered, `${requestId}`));
  await bank.pending.keepOutcome(requestId, delivery);
}

function contextOf(tools: ResolutionTools, { discordUserId, session }: PendingAction): Context {
  const { bank, bankName, clock, summaries, roleMembers, examine, setup } = tools;
  return {
    bank,
    bankName,
    person: discordUserId,
    place: session?.place ?? nowhere,
    now: clock.now(),
    identity: null,
    isProved: false,
    session,
    commands: summaries,
    roleMembers,
    examine,
    setup,
    asked: null,
  };
}

export function createResolution(tools: ResolutionTools): Resolution {
  const { bank, logger, registry, settler } = tools;

  const send = async (action: PendingAction, reply: Reply, code: string): Promise<void> => {
    const { requestId, discordUserId, command } = action;
    const rendered = render(reply, { path: command, row: null });
    await deliver(tools, { requestId, discordUserId }, rendered);
    logger.event('bot.resolved', { command, discordUserId, code });
  };
  const undoneOf = ({ command }: PendingAction): string => undoneBy(registry.get(command));
  const sendOutcome = async (action: PendingAction, outcome: Outcome): Promise<void> => {
    if (outcome.kind === 'booked') {
      await send(action, outcome.reply, 'BOOKED');
      await bank.pending.settle(action.requestId, 'DONE');
    } else if (outcome.kind === 'refused') {
      await send(action, refusalOf(action, outcome.error, undoneOf(action)), outcome.error.code);
    } else if (outcome.kind === 'gone') {
      await send(action, lateReply('no-command', undoneOf(action), lateOf(action)), 'NO_COMMAND');
    } else if (outcome.kind === 'outdated') {
      await send(
        action,
        lateReply('other-version', undoneOf(action), lateOf(action)),
        'OTHER_VERSION',
      );
    }
  };
  /** No longer run; the bank sends the owner a message. */
  const end = async (action: PendingAction, way: 'conclude' | 'giveUp'): Promise<boolean> => {
    const { command, discordUserId, requestId } = action;
    const code = await bank.pending[way](requestId);
    if (code !== null) logger.event('bot.resolved', { command, discordUserId, code });
    return true;
  };
  /** In the language of the person whose request it is. */
  const inTheirLanguage = async <T>(action: PendingAction, work: () => Promise<T>): Promise<T> =>
    inLanguageOf(await bank.languages.of(action.discordUserId), work);
  const resolve: Resolution['resolve'] = async (action) => {
    if (settler.isUnderway(action.requestId)) return true;
    if (action.attempts > attemptsMax) return end(action, 'giveUp');
    const command = registry.get(action.command);
    if (command === undefined) return end(action, 'conclude');
    const context = contextOf(tools, action);
    const outcome = await settler.run({ action, command, context, isFirst: false });
    await sendOutcome(action, outcome);
    // A defect is tried again with the next claim, which counts the attempts.
    return outcome.kind !== 'unknown' || outcome.reply !== null;
  };
  const reportNoEffect = async (action: PendingAction): Promise<void> => {
    const sentence = action.state === 'EXPIRED' ? resolved.expired : resolved.closed;
    await send(action, refuse(resolved.title, text(sentence(undoneOf(action)))), action.state);
  };
  return {
    resolve: async (action) => inTheirLanguage(action, async () => resolve(action)),
    keepUnsent: async (requestId) => bank.pending.keepOutcome(requestId, 'FAILED'),
    reportNoEffect: async (action) => inTheirLanguage(action, async () => reportNoEffect(action)),
  };
}
