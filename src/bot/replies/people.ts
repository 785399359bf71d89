/** The cards of becoming a customer, logging in and out, and help. */
import type { PersonalDetails, Registered, Session } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { code, joined, mailAddress, type Markup, md, time, written } from '../../words/markup.ts';
import {
  ask,
  done,
  facts,
  type Part,
  type Reply,
  rule,
  show,
  small,
  stepButton,
  text,
  withButtons,
} from '../cards/reply.ts';
import { mayUse } from '../command/access.ts';
import type { CommandSummary, Context } from '../command/command.ts';

export function detailsReply(details: PersonalDetails, age: number): Reply {
  const reply = ask(
    'Almost there',
    facts([
      ['Name', details.fullName],
      ['E-mail', mailAddress(details.email)],
      ['Phone', code(details.phone)],
      ['Born', `${details.dateOfBirth} (age ${age})`],
    ]),
    text('Now choose a password for this bank. Nothing is saved before that.'),
  );
  return withButtons(reply, stepButton('edit', 'Edit'));
}

const sessionLine = ({ expiresAt }: Session): Part =>
  small(
    md`Your login lasts until ${time(expiresAt, 'clock')}, longer if you go on, wherever you write.`,
  );

export function welcomeReply(
  { account, session, recoveryCodes }: Registered,
  person: { readonly bankName: string; readonly fullName: string; readonly age: number },
): Reply {
  return done(
    'Your account is open',
    text(md`Welcome to ${person.bankName}, ${person.fullName} (age ${`${person.age}`}).`),
    facts([['Account number', code(account.accountNumber)]]),
    rule,
    text(
      joined([
        written('**Recovery codes**, shown this once. Each works once. Keep them outside Discord.'),
        // One a line: a phone would break two in the middle of a code.
        joined(recoveryCodes.map(code)),
      ]),
    ),
    rule,
    text('Next: `/deposit` to put money in, `/help` for all else.'),
    sessionLine(session),
  );
}

export const loginReply = (session: Session): Reply =>
  done(
    'Logged in',
    text('See your money with `/balance`. Any earlier login of yours has ended.'),
    sessionLine(session),
  );

export const logoutReply: Reply = done(
  'Logged out',
  text('Your login has ended everywhere. Log in again with `/login`.'),
);

const listed = (commands: readonly CommandSummary[]): Markup =>
  joined(commands.map(({ path, description }) => md`${code(`/${path}`)} ${description}`));

function section(heading: string, commands: readonly CommandSummary[]): Part[] {
  return commands.length === 0 ? [] : [text(joined([written(`**${heading}**`), listed(commands)]))];
}

/** The commands available to this person now, and those a login or a registration adds. */
export function helpReply({ bankName, commands, identity }: Context): Reply {
  const now = commands.filter(({ access }) => mayUse(access, identity));
  const later = commands.filter(({ access }) => access === 'customer' && !mayUse(access, identity));
  const { available, afterRegistration, afterLogin, amounts } = words.help;
  const step = (identity?.customerId ?? null) === null ? afterRegistration : afterLogin;
  return show(bankName, ...section(available, now), ...section(step, later), small(amounts));
}
