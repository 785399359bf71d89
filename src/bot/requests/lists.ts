/** What a customer is asked to pay and has asked for, and whose requests they do not accept. */
import type {
  BlockedAsker,
  Currency,
  DiscordUserId,
  OwnDue,
  Page,
  RequestSummary,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { code, joined, type Markup, md, time } from '../../words/text/markup.ts';
import {
  actionButton,
  type Attachment,
  ask,
  done,
  facts,
  formButton,
  type Menu,
  type Reply,
  rule,
  show,
  small,
  text,
  turnButtons,
  withButtons,
} from '../cards/reply.ts';
import type { Question } from '../command/command.ts';
import { member } from '../replies/member.ts';
import { party } from '../replies/money.ts';
import { tableButton } from './table.ts';

const { requests: say, labels } = words.replies;
const choicesMax = 25;

const dueLine = ({ request, due }: OwnDue, currency: Currency): Markup => {
  const left = formatAmount(due.amount - due.paid, currency);
  const about = request.memo === null ? '' : md` · ${code(request.memo)}`;
  return md`**${left}** · ${party(request.asker)}${about} · ${time(request.expiresAt)}`;
};

const madeLine = (request: RequestSummary, currency: Currency): Markup => {
  const { peoplePaid, people, received, asked, memo } = request;
  const about = memo === null ? '' : md` · ${code(memo)}`;
  const sums = `${formatAmount(received, currency)} / ${formatAmount(asked, currency)}`;
  return md`**${say.list.progress(peoplePaid, people)}** · ${sums}${about}`;
};

/** Plain text: Discord shows no markup in menus. */
export const choice = (value: bigint, parts: readonly (string | null)[]) => ({
  value: `${value}`,
  label: parts.filter((part) => part !== null).join(' · '),
  isChosen: false,
});

function menuOf(toPay: readonly OwnDue[], made: readonly RequestSummary[], currency: Currency) {
  const dues = toPay.map(({ request, due }) => {
    const left = formatAmount(due.amount - due.paid, currency);
    return choice(due.id, [say.list.toPay, left, request.asker.name, request.memo]);
  });
  const requests = made.map(({ id, asked, peoplePaid, people, memo }) =>
    choice(id, [say.list.progress(peoplePaid, people), formatAmount(asked, currency), memo]),
  );
  const choices = [...dues, ...requests].slice(0, choicesMax);
  const menu: Menu = { action: 'show', placeholder: say.list.choose, choices };
  return choices.length === 0 ? {} : { menu };
}

export function listReply(
  { toPay, made }: { readonly toPay: readonly OwnDue[]; readonly made: Page<RequestSummary> },
  currency: Currency,
): Reply {
  const { list } = say;
  const { entries } = made;
  const reply = show(
    list.title,
    text(md`**${list.toPay}**`),
    text(
      toPay.length === 0 ? list.nothingToPay : joined(toPay.map((due) => dueLine(due, currency))),
    ),
    rule,
    text(md`**${list.made}**`),
    text(
      entries.length === 0
        ? list.nothingMade
        : joined(entries.map((one) => madeLine(one, currency))),
    ),
  );
  return withButtons(
    { ...reply, ...menuOf(toPay, entries, currency) },
    formButton('request create', say.buttons.ask, 'primary'),
    ...turnButtons(made),
  );
}

export function remindQuestion(request: RequestSummary, most: number) {
  const { id, peopleOpen, reminders, memo, reference } = request;
  const number = reminders + 1;
  const question: Question<{ id: typeof id; number: number }> = {
    card: ask(
      say.remind.question(peopleOpen),
      text(say.remind.which(number, most)),
      facts([
        [labels.memo, memo === null ? null : code(memo)],
        [labels.reference, code(reference)],
      ]),
    ),
    order: { id, number },
  };
  return question;
}

export const remindedReply = (count: number, id: RequestSummary['id']): Reply =>
  withButtons(
    count === 0
      ? show(say.remind.before, text(say.remind.beforeNote))
      : done(say.remind.done(count)),
    tableButton(id),
  );

export const cancelQuestion = (
  { id, peopleOpen, received, reference, memo }: RequestSummary,
  currency: Currency,
): Question<{ id: typeof id }> => ({
  card: ask(
    say.cancel.question,
    text(say.cancel.sentence(peopleOpen)),
    ...(received > 0n ? [text(say.cancel.stays)] : []),
    facts([
      [say.labels.paid, received > 0n ? formatAmount(received, currency) : null],
      [labels.memo, memo === null ? null : code(memo)],
      [labels.reference, code(reference)],
    ]),
  ),
  order: { id },
});

export const requestCancelled = (count: number, id: RequestSummary['id']): Reply =>
  withButtons(count === 0 ? show(say.cancel.before) : done(say.cancel.done), tableButton(id));

export const exportedRequest = (file: { readonly name: string; readonly csv: string }): Reply => {
  const attachment: Attachment = { name: file.name, bytes: Buffer.from(file.csv) };
  return { ...done(say.exported.title, text(say.exported.sentence)), attachments: [attachment] };
};

/** With a button for those who want no more of them. */
export const declinedReply = ({ due }: OwnDue): Reply =>
  withButtons(
    done(say.declined.title, text(say.declined.sentence)),
    actionButton('asker', say.buttons.block, { command: 'request block', token: `${due.id}` }),
  );

export const blockedReply = (who: DiscordUserId): Reply =>
  withButtons(
    done(say.block.done, text(say.block.sentence(member(who))), small(say.block.note)),
    actionButton('unblock', say.buttons.unblock, { command: 'request block', token: who }),
  );

export const unblockedReply = (who: DiscordUserId): Reply =>
  done(say.block.undone, text(say.block.undoneSentence(member(who))));

export function blocksReply(blocked: readonly BlockedAsker[]): Reply {
  const { block } = say;
  const shown = blocked.slice(0, choicesMax);
  const lines = shown.map((one) => md`${party(one.party)} · ${member(one.member)}`);
  const choices = shown.map((one) => ({
    value: one.member,
    label: `${one.party.name} …${one.party.numberTail ?? ''}`,
    isChosen: false,
  }));
  const reply = show(block.list, text(lines.length === 0 ? block.none : joined(lines)));
  const menu = { action: 'unblock', placeholder: block.choose, choices };
  return withButtons(
    choices.length === 0 ? reply : { ...reply, menu },
    formButton('request block', block.button, 'primary'),
  );
}
