/** The control interface over HTTP, as functions. */
import type {
  AskForChoices,
  ChannelChange,
  ChatMessage,
  CommandOverwrite,
  Fault,
  InspectedInteractionDetail,
  InspectedRequestDetail,
  Mail,
  ManagedServer,
  NewChatMessage,
  NewServer,
  Person,
  PersonChange,
  RoleChange,
  RunCommand,
  ServerChange,
  Started,
  SubmitModal,
  Suggestions,
  UploadedFile,
  UseComponent,
} from '../../protocol/protocol.ts';
import { createInOrder } from './in-order.ts';

/** The sandbox refused; the message is shown to the person. */
export class Refusal extends Error {
  readonly status: number;
  constructor(message: string, status: number) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
  }
}

export const unreachable = 'The sandbox does not answer. Is it still running?';

const settingTimeoutMs = 10_000;

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  return send(path, requestOf(method, body));
}

const inOrder = createInOrder();

/** Changes a setting. Two changes arrive in the order in which they were made. */
async function set<T>(method: string, path: string, body?: unknown): Promise<T> {
  return inOrder(async () =>
    send(path, { ...requestOf(method, body), signal: AbortSignal.timeout(settingTimeoutMs) }),
  );
}

function requestOf(method: string, body?: unknown): RequestInit {
  if (body === undefined) return { method };
  return {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

async function send<T>(path: string, request: RequestInit): Promise<T> {
  const response = await fetch(`/control${path}`, request).catch(() => {
    throw new Refusal(unreachable, 0);
  });
  if (!response.ok) throw new Refusal(await reason(response), response.status);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function reason(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === 'object' && body && 'message' in body && typeof body.message === 'string') {
    return body.message;
  }
  return `The sandbox answered ${response.status}.`;
}

export const listPeople = (): Promise<Person[]> => call('GET', '/people');

export const addPerson = (displayName: string): Promise<Person> =>
  set('POST', '/people', { displayName });

/** Gives people without a chosen language that of the browser, on the first visit of all. */
export const adoptLocale = (locale: string): Promise<void> => set('PUT', '/locale', { locale });

export const listMail = (): Promise<Mail[]> => call('GET', '/mail');

export const armFault = (fault: Fault): Promise<void> => set('POST', '/faults', fault);

/** Cancels one fault, or all armed ones. */
export const disarmFaults = (id?: string): Promise<void> =>
  set('DELETE', id === undefined ? '/faults' : `/faults/${id}`);

export const stopScript = (): Promise<void> => set('DELETE', '/faults/script');

export const inspectInteraction = (id: string): Promise<InspectedInteractionDetail> =>
  call('GET', `/inspector/interactions/${id}`);

export const inspectRequest = (id: string): Promise<InspectedRequestDetail> =>
  call('GET', `/inspector/requests/${id}`);

export const changePerson = (id: string, change: PersonChange): Promise<Person> =>
  set('PATCH', `/people/${id}`, change);

const server = (id: string): string => `/servers/${id}`;

export const listServers = (): Promise<ManagedServer[]> => call('GET', '/servers');
export const addServer = (wanted: NewServer): Promise<ManagedServer> =>
  set('POST', '/servers', wanted);
export const changeServer = (id: string, change: ServerChange): Promise<ManagedServer> =>
  set('PATCH', server(id), change);
export const removeServer = (id: string): Promise<void> => set('DELETE', server(id));
/** Adds a member, or changes a member's roles. */
export const putMember = (
  id: string,
  personId: string,
  roles: readonly string[],
): Promise<ManagedServer> => set('PUT', `${server(id)}/members/${personId}`, { roles });
export const removeMember = (id: string, personId: string): Promise<ManagedServer> =>
  set('DELETE', `${server(id)}/members/${personId}`);
export const addRole = (id: string, name: string): Promise<ManagedServer> =>
  set('POST', `${server(id)}/roles`, { name });
export const changeRole = (
  id: string,
  roleId: string,
  change: RoleChange,
): Promise<ManagedServer> => set('PATCH', `${server(id)}/roles/${roleId}`, change);
export const removeRole = (id: string, roleId: string): Promise<ManagedServer> =>
  set('DELETE', `${server(id)}/roles/${roleId}`);
export const addChannel = (id: string, name: string): Promise<ManagedServer> =>
  set('POST', `${server(id)}/channels`, { name });
export const changeChannel = (
  id: string,
  channelId: string,
  change: ChannelChange,
): Promise<ManagedServer> => set('PATCH', `${server(id)}/channels/${channelId}`, change);
export const removeChannel = (id: string, channelId: string): Promise<ManagedServer> =>
  set('DELETE', `${server(id)}/channels/${channelId}`);

export const permitCommand = (
  id: string,
  commandId: string,
  permissions: readonly CommandOverwrite[],
): Promise<ManagedServer> =>
  set('PUT', `${server(id)}/commands/${commandId}/permissions`, { permissions });

/** All calls that are made as one person. */
export function callsOf(personId: string) {
  const own = `/people/${personId}`;
  return {
    change: (change: PersonChange) => set<Person>('PATCH', own, change),
    messages: (channelId: string, query: { before?: string; limit: number }) => {
      const before = query.before ? `&before=${query.before}` : '';
      const path = `${own}/channels/${channelId}/messages?limit=${query.limit}${before}`;
      return call<ChatMessage[]>('GET', path);
    },
    seen: (channelId: string) => call<void>('POST', `${own}/channels/${channelId}/seen`),
    mailSeen: () => call<void>('POST', `${own}/mail/seen`),
    say: (message: NewChatMessage) => call<ChatMessage>('POST', `${own}/messages`, message),
    upload: (file: File) =>
      send<UploadedFile>(`${own}/files?name=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        headers: { 'content-type': file.type || 'application/octet-stream' },
        body: file,
      }),
    suggest: (request: AskForChoices) => call<Suggestions>('POST', `${own}/suggestions`, request),
    dismiss: (messageId: string) => call<void>('DELETE', `${own}/messages/${messageId}`),
    run: (command: RunCommand) => call<Started>('POST', `${own}/commands`, command),
    use: (component: UseComponent) => call<Started>('POST', `${own}/components`, component),
    submit: (modalId: string, fields: SubmitModal['fields']) =>
      call<Started>('POST', `${own}/modals/${modalId}`, { fields }),
    close: (modalId: string) => call<void>('DELETE', `${own}/modals/${modalId}`),
  };
}
export type PersonCalls = ReturnType<typeof callsOf>;
