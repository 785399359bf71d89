/** Discord faults, armed one after another. */
import type { Fault } from '../../../src/sandbox/protocol/protocol.ts';

const callback = 'POST /interactions/*';
const edit = 'PATCH /webhooks/*';

/** Each with its name in the figures. */
export const troubles: readonly (readonly [name: string, fault: Fault])[] = [
  ['10062 and late', { kind: 'delay-request', route: callback, delayMs: 3_500, times: 3 }],
  ['answer late', { kind: 'delay-answer', route: callback, delayMs: 2_000, times: 3 }],
  ['429', { kind: 'rate-limit', delayMs: 700, times: 4 }],
  ['429 for all', { kind: 'rate-limit', global: true, delayMs: 700, times: 2 }],
  ['5xx', { kind: 'server-error', status: 502, times: 4 }],
  ['5xx at edits', { kind: 'server-error', status: 503, route: edit, times: 4 }],
  ['request lost', { kind: 'lose-request', route: callback, times: 3 }],
  ['answer lost', { kind: 'lose-answer', route: callback, times: 3 }],
  ['edit lost', { kind: 'lose-answer', route: edit, times: 3 }],
  ['50027', { kind: 'expire-token', route: edit, times: 3 }],
  ['events doubled (40060)', { kind: 'duplicate-event', times: 10 }],
  ['events lost', { kind: 'lose-event', times: 3 }],
  ['op 7', { kind: 'reconnect' }],
  ['op 9', { kind: 'invalid-session', resumable: false }],
  ['sockets cut', { kind: 'cut-sockets' }],
  ['sessions forgotten', { kind: 'forget-sessions' }],
];
