/** Fault injection: failures that a bot must survive and that are rare on Discord. */
import { Refusal } from '../protocol/refusal.ts';
import { readScript, whereIn } from './schemas.ts';
import { FaultScript } from './script.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Interaction } from '../interactions/interactions.ts';
import { canFit, fitsRoute } from './patterns.ts';
import type * as p from '../protocol/protocol.ts';
import type {
  ArmedFault,
  EventFault,
  Fault,
  GatewayFault,
  RequestFault,
} from '../protocol/protocol.ts';
import type { World } from '../world/world.ts';

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
const isPersonFault = (fault: Fault): fault is p.PersonFault =>
  fault.kind === 'close-dms' || fault.kind === 'open-dms';
const isIntentFault = (fault: Fault): fault is p.IntentFault =>
  fault.kind === 'members-intent-off' || fault.kind === 'members-intent-on';
const isEventFault = (fault: Fault): fault is EventFault => eventKinds.has(fault.kind);

interface Armed<Kind extends RequestFault | EventFault> {
  readonly id: string;
  readonly fault: Kind;
  left: number;
}

export class Faults {
  readonly script: FaultScript;
  readonly #gateway: Gateway;
  readonly #world: World;
  readonly #routes: () => readonly string[];
  #requests: Armed<RequestFault>[] = [];
  #events: Armed<EventFault>[] = [];
  #lastId = 0;
  readonly #onChange: () => void;

  constructor(options: {
    readonly gateway: Gateway;
    readonly world: World;
    /** Every route a bot may call, such as `GET /users/:user`. */
    readonly routes: () => readonly string[];
    readonly onChange: () => void;
  }) {
    this.#gateway = options.gateway;
    this.#world = options.world;
    this.#routes = options.routes;
    this.#onChange = options.onChange;
    this.script = new FaultScript((fault) => this.arm(fault), options.onChange);
  }

  /**
   * Faults of the gateway, of people and of intents happen at once; the others wait for a
   * matching request or event. Throws a Refusal if the route or person is unknown.
   */
  arm(fault: Fault): void {
    const problem = this.#problemWith(fault);
    if (problem) throw new Refusal(problem.status, problem.message);
    if (isGatewayFault(fault)) return this.#strike(fault);
    if (isPersonFault(fault)) return this.#close(fault);
    if (isIntentFault(fault)) {
      this.#world.meta = { ...this.#world.meta, membersIntent: fault.kind === 'members-intent-on' };
      return;
    }
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

  /** Throws a Refusal that names the first invalid step and field, without starting the script. */
  play(json: unknown): void {
    const steps = readScript(json);
    steps.forEach(({ arm }, index) => {
      const problem = this.#problemWith(arm);
      if (!problem) return;
      const where = whereIn(index, `arm.${problem.field}`);
      throw new Refusal(problem.status, `${where}: ${problem.message}`);
    });
    this.script.play(steps);
  }

  /** Cancels one fault, or all of them and the rest of the script. */
  disarm(id?: string): void {
    if (id === undefined) this.script.stop();
    const stays = (armed: { readonly id: string }): boolean => id !== undefined && armed.id !== id;
    this.#requests = this.#requests.filter(stays);
    this.#events = this.#events.filter(stays);
    this.#onChange();
  }

  /** The first armed fault for a request such as `POST /interactions/…`, counted as used once. */
  takeForRequest(route: string): RequestFault | null {
    if (this.#requests.length === 0) return null;
    const armed = this.#requests.find(({ fault }) => fitsRoute(route, fault.route ?? '*'));
    if (!armed) return null;
    armed.left -= 1;
    if (armed.left <= 0) this.#requests = this.#requests.filter((other) => other !== armed);
    return armed.fault;
  }

  /** How many times to send this interaction. */
  takeForEvent(interaction: Interaction): number {
    this.script.meets(interaction);
    const armed = this.#events[0];
    if (!armed) return 1;
    armed.left -= 1;
    if (armed.left <= 0) this.#events.shift();
    return armed.fault.kind === 'lose-event' ? 0 : 2;
  }

  #person(name: string): p.Person | undefined {
    const people = this.#world.people();
    return people.find((person) => [person.id, person.displayName, person.username].includes(name));
  }

  /** Why the fault cannot be armed: an unknown person or route. */
  #problemWith(fault: Fault) {
    if (isPersonFault(fault)) {
      const { person } = fault;
      if (this.#person(person)) return null;
      return { status: 404, field: 'person', message: `There is no person ${person}` } as const;
    }
    const route = 'route' in fault ? (fault.route ?? '*') : '*';
    if (this.#routes().some((name) => canFit(name, route))) return null;
    return { status: 400, field: 'route', message: `No request fits the route ${route}` } as const;
  }

  #close({ kind, person: name }: p.PersonFault): void {
    const person = this.#person(name);
    if (person) this.#world.putPerson({ ...person, dmsClosed: kind === 'close-dms' });
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
