/**
 * Notices that are a title, a sentence, a few facts and a line in small print. A new kind needs its
 * row here and its row in the registry of message kinds, and nothing else.
 */
import type { Currency, FeeKind, FeeTerms } from '../../bank/model/index.ts';
import { md } from '../text/markup.ts';
import { fees } from './common/fees.ts';
import { interestNotice } from './common/interest.ts';
import { nothingMoved } from './common/shared.ts';
import { labels } from './replies/labels.ts';
import { shared } from './shared/index.ts';
import { sharedNotices } from '../text/shared-notices.ts';
import { formatAmount } from '../text/amount.ts';
import { feeTerms } from '../text/fee-terms.ts';
import { formatDay } from '../text/date.ts';
import type { PlainNotice } from '../text/plain-notice.ts';
import { pluralIn } from '../text/plural.ts';

const plural = pluralIn('de');

export type { PlainNotice };

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
      title: approved ? `${amount} eingezahlt` : `Deine Einzahlung von ${amount} wurde abgelehnt`,
      sentence: approved
        ? null
        : `${nothingMoved} Frag die Mitarbeiter der Bank nach dem Grund, bevor du es wieder versuchst.`,
      facts: [
        [labels.account, `…${deposit.numberTail}`],
        [labels.memo, memo],
        [labels.reference, reference],
      ],
      small: approved ? md`${bankName} · am Schalter freigegeben` : md`${bankName}`,
      mails: false,
    };
  },
  SETTLED: (
    { happened, reference }: { readonly happened: boolean; readonly reference: string },
    { bankName }: Origin,
  ): PlainNotice => ({
    tone: happened ? 'done' : 'refuse',
    title: happened ? 'Dein Auftrag wurde ausgeführt' : 'Dein Auftrag wurde nicht ausgeführt',
    sentence: happened
      ? 'Das hat länger gedauert als sonst. Du siehst ihn mit `/history`; sende ihn nicht noch einmal.'
      : 'Die Bank konnte ihn nicht abschließen, und es ist nichts passiert. Du kannst den Befehl noch ' +
        'einmal starten.',
    facts: [[labels.reference, reference]],
    small: md`${bankName}`,
    mails: false,
  }),
  MOVED_IN: (moved: Moved, { bankName, currency }: Origin): PlainNotice => ({
    tone: 'done',
    title: `Übernommen: ${formatAmount(moved.amount, currency)}`,
    sentence: 'Das war dein Guthaben beim früheren Bot der Bank. Es ist jetzt auf deinem Konto.',
    facts: [
      [labels.account, `…${moved.numberTail}`],
      [labels.reference, moved.reference],
    ],
    small: md`${bankName}`,
    mails: false,
  }),
  MOVED_BACK: (moved: Moved, { bankName, currency }: Origin): PlainNotice => ({
    tone: 'show',
    title: `Zurückgenommen: ${formatAmount(moved.amount, currency)}`,
    sentence:
      'Die Bank hatte dieses Guthaben irrtümlich übernommen. Es ist nicht mehr auf deinem Konto.',
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
    title: `Neuer Empfänger: ${nickname}`,
    sentence:
      `Das Konto …${numberTail} wurde unter diesem Kurznamen gespeichert. ` +
      `${nothingMoved} Warst du das nicht, sperre sofort dein Konto.`,
    facts: [
      ['Kurzname', nickname],
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
    title: 'Danke',
    sentence: `Der Empfänger dankt dir für ${formatAmount(thanks.amount, currency)}.`,
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
      `${formatAmount(total, currency)} · ${plural(count, { one: '1 Zahlung', other: `${count} Zahlungen` })}`;
    return {
      tone: 'show',
      title: `Deine Woche: ${formatDay(week.from)} bis ${formatDay(week.until)}`,
      sentence: null,
      facts: [
        ['Erhalten', sumOf(week.received)],
        ['Gesendet', sumOf(week.sent)],
      ],
      small: md`${bankName} · ändern mit \`/notices\``,
      mails: false,
    };
  },
};
