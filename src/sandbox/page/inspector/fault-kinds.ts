/** Names and descriptions of the faults. */
import type { Fault, FaultStep, GatewayFault, RequestFault } from '../../protocol/protocol.ts';

export const requestFaults: readonly { kind: RequestFault['kind']; name: string }[] = [
  { kind: 'delay-request', name: 'Arrives late' },
  { kind: 'delay-answer', name: 'Is answered late' },
  { kind: 'lose-request', name: 'Is lost' },
  { kind: 'lose-answer', name: 'Is handled, but its answer is lost' },
  { kind: 'double-request', name: 'Is handled twice' },
  { kind: 'rate-limit', name: 'Gets a rate limit (429)' },
  { kind: 'server-error', name: 'Gets a server error (5xx)' },
  { kind: 'expire-token', name: 'Has an expired token (50027)' },
];

export const routes: readonly { route: string; name: string }[] = [
  { route: 'POST /interactions/*', name: 'First answer' },
  { route: 'PATCH /webhooks/*', name: 'Edit of an answer' },
  { route: 'POST /webhooks/*', name: 'Follow-up' },
  { route: 'POST /channels/*', name: 'Message to a channel or person' },
  { route: '* /applications/*', name: 'Registration of commands' },
  { route: '*', name: 'Any request' },
];

export const gatewayActs: readonly { fault: GatewayFault; name: string; about: string }[] = [
  {
    fault: { kind: 'reconnect' },
    name: 'Ask to reconnect',
    about: 'Opcode 7: the bot reconnects and resumes.',
  },
  {
    fault: { kind: 'invalid-session', resumable: true },
    name: 'Invalid session, resumable',
    about: 'Opcode 9 with d: true.',
  },
  {
    fault: { kind: 'invalid-session', resumable: false },
    name: 'Invalid session',
    about: 'Opcode 9 with d: false: the bot must identify again.',
  },
  {
    fault: { kind: 'cut-sockets' },
    name: 'Cut the connections',
    about: 'Without a close frame, as when a cable is pulled.',
  },
  {
    fault: { kind: 'forget-sessions' },
    name: 'Restart without sessions',
    about: 'Connections close and no session can be resumed.',
  },
];

const eventNames = { 'lose-event': 'Event lost', 'duplicate-event': 'Event sent twice' } as const;

/** Describes a fault in one line. */
export function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case 'lose-event':
    case 'duplicate-event':
      return eventNames[fault.kind];
    case 'close-dms':
      return `${fault.person} closes direct messages`;
    case 'open-dms':
      return `${fault.person} opens direct messages`;
    case 'members-intent-off':
      return 'Server Members Intent off';
    case 'members-intent-on':
      return 'Server Members Intent on';
    case 'reconnect':
    case 'cut-sockets':
    case 'forget-sessions':
    case 'invalid-session':
      return describeGatewayFault(fault);
    default:
      return describeRequestFault(fault);
  }
}

/** Describes a script step: `After /transfer, 500 ms: Ask to reconnect`. */
export function describeStep({ onInteraction, afterMs, arm }: FaultStep): string {
  const waits = [onInteraction, afterMs ? `${afterMs} ms` : undefined].filter(Boolean);
  const what = describeFault(arm);
  return waits.length === 0 ? what : `After ${waits.join(', ')}: ${what}`;
}

function describeGatewayFault(fault: GatewayFault): string {
  const same = gatewayActs.find(
    (act) =>
      act.fault.kind === fault.kind &&
      (act.fault.resumable ?? false) === (fault.resumable ?? false),
  );
  return same?.name ?? fault.kind;
}

function describeRequestFault(fault: Fault): string {
  const name = requestFaults.find(({ kind }) => kind === fault.kind)?.name ?? fault.kind;
  const route = 'route' in fault ? (fault.route ?? '*') : '*';
  const where = routes.find((known) => known.route === route)?.name ?? route;
  return `${where}: ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
