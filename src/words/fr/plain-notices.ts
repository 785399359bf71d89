/**
 * Notices that are a title, a sentence, a few facts and a line in small print. A new kind needs its
 * row here and its row in the registry of message kinds, and nothing else.
 */
import type { Currency, FeeKind, FeeTerms } from '../../bank/model/index.ts';
import { md } from '../text/markup.ts';
import type { PlainNotice } from '../en/plain-notices.ts';
import { fees } from './common/fees.ts';
import { interestNotice } from './common/interest.ts';
import { nothingMoved } from './common/shared.ts';
import { labels } from './replies/labels.ts';
import { shared } from './shared/index.ts';
import { sharedNotices } from '../text/shared-notices.ts';
import { formatAmount } from '../text/amount.ts';
import { feeTerms } from '../text/fee-terms.ts';
import { formatDay } from '../text/date.ts';
import { pluralIn } from '../text/plural.ts';

const plural = pluralIn('fr');

/** The bank that sends it. */
interface Origin {
  readonly bankName: string;
  readonly currency: Currency;
}

/** A balance of another bot, as an entry of the customer's account. */
interface Moved {
  readonly amount: bigint;
  readonly reference: string;
  readonly numberTail: string;
}

export const plainNotices = {
  ...sharedNotices(shared, labels),
  DEPOSIT_DECIDED: (
    deposit: {
      readonly approved: boolean;
      readonly amount: bigint;
      readonly memo: string | null;
      readonly reference: string;
      readonly numberTail: string;
    },
    { bankName, currency }: Origin,
  ): PlainNotice => {
    const { approved, memo, reference } = deposit;
    const amount = formatAmount(deposit.amount, currency);
    return {
      tone: approved ? 'done' : 'refuse',
      title: approved ? `Dépôt de ${amount} effectué` : `Votre dépôt de ${amount} a été refusé`,
      sentence: approved
        ? null
        : `${nothingMoved} Demandez pourquoi à un conseiller avant de refaire la demande.`,
      facts: [
        [labels.account, `…${deposit.numberTail}`],
        [labels.memo, memo],
        [labels.reference, reference],
      ],
      small: approved ? md`${bankName} · un conseiller a approuvé votre dépôt` : md`${bankName}`,
      mails: false,
    };
  },
  SETTLED: (
    { happened, reference }: { readonly happened: boolean; readonly reference: string },
    { bankName }: Origin,
  ): PlainNotice => ({
    tone: happened ? 'done' : 'refuse',
    title: happened ? 'Votre demande a abouti' : 'Votre demande n’a pas abouti',
    sentence: happened
      ? 'Elle a pris plus de temps que d’habitude. Consultez-la dans `/history` ; ne la refaites pas.'
      : 'La banque n’a pas pu la terminer, et rien n’a été fait. Vous pouvez relancer la commande.',
    facts: [[labels.reference, reference]],
    small: md`${bankName}`,
    mails: false,
  }),
  MOVED_IN: (moved: Moved, { bankName, currency }: Origin): PlainNotice => ({
    tone: 'done',
    title: `Solde repris : ${formatAmount(moved.amount, currency)}`,
    sentence:
      'C’était votre solde auprès de l’ancien bot de la banque. Il est désormais sur votre compte.',
    facts: [
      [labels.account, `…${moved.numberTail}`],
      [labels.reference, moved.reference],
    ],
    small: md`${bankName}`,
    mails: false,
  }),
  MOVED_BACK: (moved: Moved, { bankName, currency }: Origin): PlainNotice => ({
    tone: 'show',
    title: `Solde retiré : ${formatAmount(moved.amount, currency)}`,
    sentence: 'La banque avait repris ce solde par erreur. Il n’est plus sur votre compte.',
    facts: [
      [labels.account, `…${moved.numberTail}`],
      [labels.reference, moved.reference],
    ],
    small: md`${bankName}`,
    mails: false,
  }),
  FEE_ANNOUNCED: (
    { movement, from, ...terms }: FeeTerms & { readonly movement: FeeKind; readonly from: Date },
    { bankName, currency }: Origin,
  ): PlainNotice => ({
    tone: 'show',
    title: fees.notice.title,
    sentence: fees.notice.sentence(
      fees.kinds[movement],
      formatDay(from.toISOString().slice(0, 10)),
    ),
    facts: [[fees.notice.fee, feeTerms(fees, terms, currency)]],
    small: md`${bankName} · ${fees.notice.small}`,
    mails: false,
  }),
  INTEREST_ANNOUNCED: interestNotice,
  PAYEE_ADDED: (
    { nickname, numberTail }: { readonly nickname: string; readonly numberTail: string },
    { bankName }: Origin,
  ): PlainNotice => ({
    tone: 'show',
    title: `Nouveau bénéficiaire : ${nickname}`,
    sentence:
      `Le compte …${numberTail} a été enregistré sous ce surnom. ` +
      `${nothingMoved} Si ce n’était pas vous, verrouillez votre compte tout de suite.`,
    facts: [
      ['Surnom', nickname],
      [labels.account, `…${numberTail}`],
    ],
    small: md`${bankName}`,
    mails: true,
  }),
  THANKED: (
    thanks: {
      readonly reference: string;
      readonly amount: bigint;
      readonly payee: { readonly name: string; readonly numberTail: string | null };
      readonly numberTail: string;
    },
    { bankName, currency }: Origin,
  ): PlainNotice => ({
    tone: 'show',
    title: 'Merci',
    sentence: `Le bénéficiaire vous remercie pour ${formatAmount(thanks.amount, currency)}.`,
    facts: [
      [labels.name, `${thanks.payee.name} …${thanks.payee.numberTail ?? ''}`],
      [labels.account, `…${thanks.numberTail}`],
      [labels.reference, thanks.reference],
    ],
    small: md`${bankName}`,
    mails: false,
  }),
  DIGEST: (
    week: {
      readonly from: string;
      readonly until: string;
      readonly received: { readonly count: number; readonly total: bigint };
      readonly sent: { readonly count: number; readonly total: bigint };
    },
    { bankName, currency }: Origin,
  ): PlainNotice => {
    const sumOf = ({ count, total }: { readonly count: number; readonly total: bigint }): string =>
      `${formatAmount(total, currency)} · ${plural(count, { one: `${count} paiement`, other: `${count} paiements` })}`;
    return {
      tone: 'show',
      title: `Votre semaine du ${formatDay(week.from)} au ${formatDay(week.until)}`,
      sentence: null,
      facts: [
        ['Reçu', sumOf(week.received)],
        ['Envoyé', sumOf(week.sent)],
      ],
      small: md`${bankName} · à modifier avec \`/notices\``,
      mails: false,
    };
  },
};
