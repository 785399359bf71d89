/** The card of `/setup` that is shown when the bank is open again. */
import type { Client } from 'discord.js';
import type { Bank } from '../../bank/index.ts';
import type { Logger } from '../../log/logger.ts';
import { inLanguage, words } from '../../words/index.ts';
import { laterAnswers } from '../cards/answers.ts';
import { render } from '../cards/render.ts';
import type { CommandSummary } from '../command/command.ts';
import { overviewReply } from './cards.ts';
import { overviewOf } from './change.ts';
import type { SetupTools } from '../installation/tools.ts';

/** Resolves in any case: a card that cannot be changed any more stays as it is. */
export async function showOpenAgain(tools: {
  readonly bank: Bank;
  readonly setup: SetupTools;
  readonly commands: readonly CommandSummary[];
  readonly client: Pick<Client, 'application' | 'rest'>;
  readonly logger: Logger;
}): Promise<void> {
  const { bank, setup, commands, client, logger } = tools;
  const { waiting } = setup.installation;
  if (waiting === null) return;
  const { token, person, session, isCustomer, language } = waiting;
  await inLanguage(language, async () => {
    try {
      const context = { bank, setup, person, session, commands };
      const overview = await overviewOf(context, isCustomer);
      const reply = overviewReply(overview, words.replies.setup.opened);
      const { container } = render(reply, { path: 'setup', row: null });
      const applicationId = client.application?.id ?? '';
      await laterAnswers(client.rest, { applicationId, token }).editCard(container);
    } catch (error) {
      logger.event('bot.late', { command: 'setup', step: 'answer' }, error);
    }
  });
}
