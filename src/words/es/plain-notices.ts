/**
 * Notices that are a title, a sentence, a few facts and a line in small print. A new kind needs its
 * row here and its row in the registry of message kinds, and nothing else.
 */
import type { Currency, FeeKind, FeeTerms } from '../../bank/model/index.ts';
import type { PlainNotice } from '../en/plain-notices.ts';
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
import { pluralIn } from '../text/plural.ts';

const plural = pluralIn('es');

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
      title: approved ? `Depósito de ${amount} realizado` : `Depósito de ${amount} denegado`,
      sentence: approved
        ? null
        : `${nothingMoved} Pregunta el motivo al personal del banco antes de volver a pedirlo.`,
      facts: [
        [labels.account, `…${deposit.numberTail}`],
        [labels.memo, memo],
        [labels.reference, reference],
      ],
      small: approved ? md`${bankName} · un cajero ha aprobado tu depósito` : md`${bankName}`,
      mails: false,
    };
  },
  SETTLED: (
    { happened, reference }: { readonly happened: boolean; readonly reference: string },
    { bankName }: Origin,
  ): PlainNotice => ({
    tone: happened ? 'done' : 'refuse',
    title: happened ? 'Tu solicitud se ha completado' : 'Tu solicitud no se ha completado',
    sentence: happened
      ? 'Ha tardado más de lo habitual. Consúltala con `/history`; no la envíes otra vez.'
      : 'El banco no ha podido terminarla y no se ha hecho nada. Puedes repetir el comando.',
    facts: [[labels.reference, reference]],
    small: md`${bankName}`,
    mails: false,
  }),
  MOVED_IN: (moved: Moved, { bankName, currency }: Origin): PlainNotice => ({
    tone: 'done',
    title: `Saldo traspasado: ${formatAmount(moved.amount, currency)}`,
    sentence: 'Era tu saldo en el bot anterior del banco. Ahora está en tu cuenta.',
    facts: [
      [labels.account, `…${moved.numberTail}`],
      [labels.reference, moved.reference],
    ],
    small: md`${bankName}`,
    mails: false,
  }),
  MOVED_BACK: (moved: Moved, { bankName, currency }: Origin): PlainNotice => ({
    tone: 'show',
    title: `Saldo retirado: ${formatAmount(moved.amount, currency)}`,
    sentence: 'El banco había traspasado este saldo por error. Ya no está en tu cuenta.',
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
    title: `Nuevo beneficiario: ${nickname}`,
    sentence:
      `La cuenta …${numberTail} se guardó con este apodo. ` +
      `${nothingMoved} Si no fuiste tú, bloquea tu cuenta enseguida.`,
    facts: [
      ['Apodo', nickname],
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
    title: 'Gracias',
    sentence: `La persona que recibió ${formatAmount(thanks.amount, currency)} te da las gracias.`,
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
      `${formatAmount(total, currency)} · ${plural(count, { one: '1 pago', other: `${count} pagos` })}`;
    return {
      tone: 'show',
      title: `Tu semana: del ${formatDay(week.from)} al ${formatDay(week.until)}`,
      sentence: null,
      facts: [
        ['Recibido', sumOf(week.received)],
        ['Enviado', sumOf(week.sent)],
      ],
      small: md`${bankName} · cámbialo con \`/notices\``,
      mails: false,
    };
  },
};
