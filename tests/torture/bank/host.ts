/** The harness's side of a bank process: calls it, kills it, starts it again. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BankOptions, FromBank, ServiceName, Services, ToBank } from './protocol.ts';

/** The bank refused, or the outcome is unknown: see `code`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
/** No answer: the process died or took too long. */
export class Lost extends Error {
  override readonly name = 'Lost';
}
/** The bank threw an unexpected error. */
export class Defect extends Error {
  override readonly name = 'Defect';
}

type Method<Service extends ServiceName> = {
  [Name in keyof Services[Service]]: Services[Service][Name] extends (
    ...given: never[]
  ) => Promise<unknown>
    ? Name
    : never;
}[keyof Services[Service]] &
  string;
type Given<
  Service extends ServiceName,
  Name extends Method<Service>,
> = Services[Service][Name] extends (...given: infer Parameters) => Promise<unknown>
  ? Parameters
  : never;
type Value<
  Service extends ServiceName,
  Name extends Method<Service>,
> = Services[Service][Name] extends (...given: never[]) => Promise<infer Answer> ? Answer : never;

export interface BankHost {
  readonly isReady: boolean;
  readonly events: ReadonlyMap<string, number>;
  readonly defects: readonly string[];
  call<Service extends ServiceName, Name extends Method<Service>>(
    service: Service,
    method: Name,
    ...given: Given<Service, Name>
  ): Promise<Value<Service, Name>>;
  /** Starts the process and waits until its bank is open. */
  start(): Promise<void>;
  /** SIGKILL: calls under way are lost. */
  kill(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  setClock(offsetMs: number): void;
  /** Resident memory in bytes. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

const program = fileURLToPath(new URL('process.js', import.meta.url));
const defectsKept = 20;
/** The database may be restarting; a bank that needs longer has a defect. */
const startMs = 60_000;

export function bankHost(options: BankOptions, limits: { readonly callMs: number }): BankHost {
  const events = new Map<string, number>();
  const defects: string[] = [];
  const waiting = new Map<number, Waiting>();
  let child: ChildProcess | null = null;
  let isReady = false;
  let calls = 0;
  let offsetMs = 0;

  const finish = (id: number): Waiting | undefined => {
    const one = waiting.get(id);
    if (one === undefined) return undefined;
    waiting.delete(id);
    clearTimeout(one.timer);
    return one;
  };
  const heard = (message: FromBank): void => {
    if (message.kind === 'ready') return;
    if (message.kind === 'event') {
      const { name } = message.event;
      events.set(name, (events.get(name) ?? 0) + 1);
      return;
    }
    const one = finish(message.id);
    if (message.kind === 'answer') return one?.resolve(message.value);
    if (message.kind === 'refusal') return one?.reject(new Refusal(message.code));
    if (defects.length < defectsKept) defects.push(message.message);
    return one?.reject(new Defect(message.message));
  };
  const send = (message: ToBank): void => {
    if (child?.connected) child.send(message, () => {});
  };
  const ask = (make: (id: number) => ToBank): Promise<unknown> => {
    if (!isReady) return Promise.reject(new Lost('the bank process is down'));
    calls += 1;
    const id = calls;
    return new Promise((resolve, reject) => {
      const late = () => finish(id)?.reject(new Lost(`no answer within ${limits.callMs} ms`));
      waiting.set(id, { resolve, reject, timer: setTimeout(late, limits.callMs) });
      send(make(id));
    });
  };
  const start = async (): Promise<void> => {
    const started = fork(program, [JSON.stringify(options)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, UV_THREADPOOL_SIZE: '16' },
    });
    child = started;
    started.on('message', (message) => {
      if (child === started) heard(message as FromBank);
    });
    started.on('error', () => {});
    await once(started, 'message', { signal: AbortSignal.timeout(startMs) });
    if (offsetMs !== 0) send({ kind: 'clock', offsetMs });
    isReady = true;
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    isReady = false;
    const ending = child;
    child = null;
    if (ending !== null && ending.exitCode === null && ending.signalCode === null) {
      ending.kill(signal);
      await once(ending, 'exit');
    }
    for (const id of waiting.keys()) finish(id)?.reject(new Lost('the bank process died'));
  };
  return {
    get isReady() {
      return isReady;
    },
    events,
    defects,
    call: async (service, method, ...given) =>
      ask((id) => ({ kind: 'call', id, service, method, given })) as never,
    start,
    kill: async () => end('SIGKILL'),
    signal: (name) => void child?.kill(name),
    setClock: (next) => {
      offsetMs = next;
      send({ kind: 'clock', offsetMs });
    },
    memory: async () => (await ask((id) => ({ kind: 'memory', id }))) as number,
    stop: async () => end('SIGTERM'),
  };
}
