/** The cards of `/setup`. */
import { type SetupName, setupNames, type SetupState } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import {
  channelLink,
  code,
  commandLink,
  joined,
  type Markup,
  md,
  plain,
  written,
} from '../../words/text/markup.ts';
import {
  done,
  facts,
  refuse,
  type Reply,
  show,
  small,
  stepButton,
  text,
  withButtons,
} from '../cards/reply.ts';
import type { Finding } from '../../lib/finding.ts';
import type { CommandSummary } from '../command/command.ts';
import type { PresentSettings } from '../installation/installation.ts';

const say = words.replies.setup;

export interface Overview {
  readonly settings: PresentSettings;
  readonly state: SetupState;
  readonly serverName: string | null;
  /** What Discord's checks found, of the staff server and its channels. */
  readonly findings: readonly Finding[];
  readonly commands: readonly CommandSummary[];
  readonly isCustomer: boolean;
}

function valueOf(name: SetupName, value: string, serverName: string | null): Markup {
  if (name.endsWith('_CHANNEL_ID')) return channelLink(value);
  if (name === 'DISCORD_STAFF_GUILD_ID') return plain(serverName ?? value);
  const { choices } = words.fields.depositRule;
  if (name === 'DEPOSITS' && (value === 'open' || value === 'approval')) {
    return plain(choices[value].label);
  }
  return code(value);
}

function rowsOf({ settings, serverName }: Overview): [string, Markup | string][] {
  return setupNames.map((name) => {
    const { value, isFixed } = settings[name];
    const shown = value === null ? say.notSet : valueOf(name, value, serverName);
    return [say.names[name], isFixed ? md`${shown} (${say.byOperator})` : md`${shown}`];
  });
}

/** The steps that lead to a bank with two managers, as far as they are not done. */
function stepsLeft({ settings, state, commands, isCustomer }: Overview): Markup[] {
  const link = (path: string) =>
    commandLink(path, commands.find((one) => one.path === path)?.id ?? null);
  const { left } = say;
  const steps = [
    ...(settings.DISCORD_STAFF_CHANNEL_ID.value === null ? [written(left.channel)] : []),
    ...(isCustomer ? [] : [left.account(link('register'))]),
    ...(state.managers < 2n ? [left.managers(link('staff role grant'), `${state.managers}`)] : []),
  ];
  return steps.length === 0
    ? [left.done(link('register'))]
    : [written(left.title), ...steps.map((step, index) => md`${`${index + 1}`}. ${step}`)];
}

/** The settings, what is wrong with them, and what is left to do. */
export function overviewReply(overview: Overview, title: string = say.title): Reply {
  const troubles = overview.findings.filter(({ level }) => level === 'error');
  const lines = troubles.map(({ says, advice }) => md`⚠️ ${says} ${advice ?? ''}`);
  const card = troubles.length > 0 ? refuse : title === say.opened ? done : show;
  return withButtons(
    card(
      title,
      facts(rowsOf(overview)),
      ...(lines.length === 0 ? [] : [text(joined(lines))]),
      text(joined(stepsLeft(overview))),
      small(say.intro),
    ),
    stepButton('edit', say.change, 'primary', { command: 'setup', row: null }),
    ...(overview.isCustomer
      ? []
      : [stepButton('edit', say.openAccount, 'secondary', { command: 'register', row: null })]),
  );
}

export const savedReply = (): Reply => done(say.saved.title, text(say.saved.sentence));
