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
  'member pays',
  'allowance reached',
  'approval asked',
  'approval given',
  'approval declined',
  'approval cancelled',
  'member removed',
  'role changed',
  'no member',
  'own limit lowered',
  'reversal',
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
  SHARED_ALLOWANCE: 'allowance reached',
  SHARED_ROLE: 'no member',
};

/** By the state of an approval after a decision. */
const endings: Readonly<Record<string, readonly SpecialAct[] | undefined>> = {
  APPROVED: ['approval given'],
  DECLINED: ['approval declined'],
  CANCELLED: ['approval cancelled'],
};

/** The special acts that the answer shows. */
export function specialsOf(operation: Operation, answer: Answer): readonly SpecialAct[] {
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
  if (operation.kind === 'askManagers') return ['approval asked'];
  if (operation.kind === 'reverse') return ['reversal'];
  if (operation.kind === 'decide') return endings[answer.state ?? ''] ?? [];
  if (operation.kind === 'ownLimit') return operation.amount === null ? [] : ['own limit lowered'];
  if (operation.kind === 'grant')
    return operation.role === 'NONE' ? ['member removed'] : ['role changed'];
  if (operation.kind !== 'pay') return [];
  const { kind: moved, fee = '0', roundUp, of, initiator, captures } = operation.payment;
  const { shown, isProved, pays } = operation.payment;
  return [
    ...(moved === 'POT_ADD' ? (['pot add'] as const) : []),
    ...(moved === 'POT_TAKE' ? (['pot take'] as const) : []),
    ...(fee === '0' ? [] : (['fee'] as const)),
    ...(roundUp === undefined ? [] : (['round-up'] as const)),
    ...(of === undefined ? [] : (['member pays'] as const)),
    ...(initiator === 'ORDER' ? (['order'] as const) : []),
    ...(initiator === 'BANK' ? (['bank'] as const) : []),
    ...(captures === undefined ? [] : (['capture'] as const)),
    ...(shown === undefined ? [] : (['share'] as const)),
    ...(isProved === undefined ? [] : (['proof'] as const)),
    ...(pays === undefined ? [] : (['request paid'] as const)),
  ];
}
