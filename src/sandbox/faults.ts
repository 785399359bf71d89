/** Trouble on demand: what a bot must survive, and Discord does only now and then. */
import type { ArmedFault, EventFault, Fault, GatewayFault, RequestFault } from './protocol.ts';
import type { Gateway } from './gateway/gateway.ts';

const armedMax = 100;
const gatewayKinds: ReadonlySet<string> = new Set<GatewayFault['kind']>([
  'reconnect',
  'invalid-session',
  'cut-sockets',
  'forget-sessions',
]);
const eventKinds: ReadonlySet<string> = new Set<EventFault['kind']>([
  'lose-event',
  'duplicate-event',
]);

const isGatewayFault = (fault: Fault): fault is GatewayFault => gatewayKinds.has(fault.kind);
const isEventFault = (fault: Fault): fault is EventFault => eventKinds.has(fault.kind);

interface Armed<Kind extends RequestFault | EventFault> {
  readonly id: string;
  readonly fault: Kind;
  left: number;
}

export class Faults {
  readonly #gateway: Gateway;
  #requests: Armed<RequestFault>[] = [];
  #events: Armed<EventFault>[] = [];
  #lastId = 0;
  readonly #onChange: () => void;

  constructor(gateway: Gateway, onChange: () => void) {
    this.#gateway = gateway;
    this.#onChange = onChange;
  }

  /** Gateway faults happen now; the others wait for the request or event they are meant for. */
  arm(fault: Fault): void {
    if (isGatewayFault(fault)) return this.#strike(fault);
    const left = fault.times ?? 1;
    this.#lastId += 1;
    const id = `${this.#lastId}`;
    if (isEventFault(fault)) this.#events = [...this.#events, { id, fault, left }].slice(-armedMax);
    else this.#requests = [...this.#requests, { id, fault, left }].slice(-armedMax);
    this.#onChange();
  }

  armed(): ArmedFault[] {
    return [...this.#requests, ...this.#events].map(({ id, fault, left }) => ({
      ...fault,
      id,
      times: left,
    }));
  }

  /** All of them, or one. */
  disarm(id?: string): void {
    const stays = (armed: { readonly id: string }): boolean => id !== undefined && armed.id !== id;
    this.#requests = this.#requests.filter(stays);
    this.#events = this.#events.filter(stays);
    this.#onChange();
  }

  /** The first armed fault for `POST /interactions/…`, used up once. */
  takeForRequest(route: string): RequestFault | null {
    if (this.#requests.length === 0) return null;
    const armed = this.#requests.find(({ fault }) => fits(route, fault.route ?? '*'));
    if (!armed) return null;
    armed.left -= 1;
    if (armed.left <= 0) this.#requests = this.#requests.filter((other) => other !== armed);
    return armed.fault;
  }

  /** How often the next event is to be sent. */
  takeForEvent(): number {
    const armed = this.#events[0];
    if (!armed) return 1;
    armed.left -= 1;
    if (armed.left <= 0) this.#events.shift();
    return armed.fault.kind === 'lose-event' ? 0 : 2;
  }

  #strike(fault: GatewayFault): void {
    this.#onChange();
    switch (fault.kind) {
      case 'reconnect':
        return this.#gateway.askToReconnect();
      case 'invalid-session':
        return this.#gateway.invalidate(fault.resumable ?? false);
      case 'cut-sockets':
        return this.#gateway.cutSockets(fault.code ?? null);
      case 'forget-sessions':
        return this.#gateway.forgetSessions();
    }
  }
}

/** `*` stands for anything: `POST /interactions/*`. */
function fits(route: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(route);
}
