/** What a crowd has done, for the table of figures. */
import type { Answer, Operation } from '../history/model.ts';

/** The outcomes of all acts, for the table of figures. */
export interface Tally {
  ok: number;
  declined: number;
  busy: number;
  unknown: number;
  overdue: number;
  /** Time of the last acknowledgement, by the machine's clock. */
  lastOkAt: number;
  /** Of the acts that need more than a plain payment: how many succeeded. */
  readonly special: Map<SpecialAct, number>;
}

export const specialActs = [
  'fee',
  'round-up',
  'order',
  'bank',
  'share',
  'second account',
  'main account',
  'pot add',
  'pot take',
  'capture',
  'void',
  'expiry',
  'job',
  'standing order',
  'order cancelled',
  'request',
  'request paid',
  'request cancelled',
  'request declined',
  'request expired',
  'lowered limit',
  'own limit',
  'proof',
  'proof missing',
] as const;
export type SpecialAct = (typeof specialActs)[number];

export const newTally = (): Tally => ({
  ok: 0,
  declined: 0,
  busy: 0,
  unknown: 0,
  overdue: 0,
  lastOkAt: 0,
  special: new Map(),
});

const declinedActs: Readonly<Record<string, SpecialAct | undefined>> = {
  STEP_UP_NEEDED: 'proof missing',
  LIMIT_LOWERED: 'lowered limit',
  OWN_LIMIT_REACHED: 'own limit',
};

/** The special acts that the answer shows. */
export function specialsOf(operation: Operation, answer: Answer): SpecialAct[] {
  if (answer.outcome === 'declined') {
    const act = declinedActs[answer.code];
    return act === undefined ? [] : [act];
  }
  if (answer.outcome !== 'ok') return [];
  if (operation.kind === 'enqueue') return ['job'];
  if (operation.kind === 'schedule') return ['standing order'];
  if (operation.kind === 'cancelOrder') return ['order cancelled'];
  if (operation.kind === 'request') return ['request'];
  if (operation.kind === 'decline') return ['request declined'];
  if (operation.kind === 'cancel') return answer.count ? ['request cancelled'] : [];
  if (operation.kind === 'expireDues') return answer.count ? ['request expired'] : [];
  if (operation.kind === 'end') {
    if (answer.ending === 'VOIDED') return ['void'];
    return answer.ending === 'EXPIRED' ? ['expiry'] : [];
  }
  if (operation.kind !== 'pay') return [];
  const { kind: moved, further = [], initiator, captures } = operation.payment;
  const { shown, isProved, pays } = operation.payment;
  return [
    ...(moved === 'POT_ADD' ? (['pot add'] as const) : []),
    ...(moved === 'POT_TAKE' ? (['pot take'] as const) : []),
    ...further.map(({ kind }) => (kind === 'FEE' ? 'fee' : 'round-up')),
    ...(initiator === 'ORDER' ? (['order'] as const) : []),
    ...(initiator === 'BANK' ? (['bank'] as const) : []),
    ...(captures === undefined ? [] : (['capture'] as const)),
    ...(shown === undefined ? [] : (['share'] as const)),
    ...(isProved === undefined ? [] : (['proof'] as const)),
    ...(pays === undefined ? [] : (['request paid'] as const)),
  ];
}
