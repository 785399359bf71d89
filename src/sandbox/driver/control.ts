/** The control interface over HTTP; refusals are thrown as errors. */
import type * as p from '../protocol/protocol.ts';

/** The sandbox refused: a client-side rule, something unknown, or no bot connected. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const timeoutMs = 15_000;

export interface NewFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: string | Uint8Array<ArrayBuffer>;
}

export class Control {
  /** Without a slash at the end. */
  readonly #base: string;

  constructor(pageUrl: string) {
    this.#base = new URL('/control', pageUrl).href;
  }

  liveUrl(personId: string): string {
    return `${this.#base.replace(/^http/, 'ws')}/people/${personId}/live`;
  }

  people = (): Promise<p.Person[]> => this.#get('/people');
  addPerson = (body: p.NewPerson): Promise<p.Person> => this.#send('POST', '/people', body);
  changePerson = (id: string, body: p.PersonChange): Promise<p.Person> =>
    this.#send('PATCH', `/people/${id}`, body);
  view = (id: string): Promise<p.View> => this.#get(`/people/${id}/view`);
  messages = (id: string, channelId: string): Promise<p.ChatMessage[]> =>
    this.#get(`/people/${id}/channels/${channelId}/messages?limit=200`);
  say = (id: string, body: p.NewChatMessage): Promise<p.ChatMessage> =>
    this.#send('POST', `/people/${id}/messages`, body);
  edit = (id: string, messageId: string, body: p.ChatMessageChange): Promise<p.ChatMessage> =>
    this.#send('PATCH', `/people/${id}/messages/${messageId}`, body);
  post = (body: p.NewPost): Promise<p.ChatMessage> => this.#send('POST', '/posts', body);
  dismiss = (id: string, messageId: string): Promise<void> =>
    this.#send('DELETE', `/people/${id}/messages/${messageId}`);
  run = (id: string, body: p.RunCommand): Promise<p.Started> =>
    this.#send('POST', `/people/${id}/commands`, body);
  suggest = (id: string, body: p.AskForChoices): Promise<p.Suggestions> =>
    this.#send('POST', `/people/${id}/suggestions`, body);
  use = (id: string, body: p.UseComponent): Promise<p.Started> =>
    this.#send('POST', `/people/${id}/components`, body);
  submit = (id: string, modalId: string, body: p.SubmitModal): Promise<p.Started> =>
    this.#send('POST', `/people/${id}/modals/${modalId}`, body);
  closeModal = (id: string, modalId: string): Promise<void> =>
    this.#send('DELETE', `/people/${id}/modals/${modalId}`);
  mail = (address?: string): Promise<p.Mail[]> =>
    this.#get(`/mail${address === undefined ? '' : `?address=${encodeURIComponent(address)}`}`);
  servers = (): Promise<p.ManagedServer[]> => this.#get('/servers');
  permit = (
    serverId: string,
    commandId: string,
    body: p.CommandPermissionsChange,
  ): Promise<p.ManagedServer> =>
    this.#send('PUT', `/servers/${serverId}/commands/${commandId}/permissions`, body);
  arm = (fault: p.Fault): Promise<void> => this.#send('POST', '/faults', fault);
  disarm = (): Promise<void> => this.#send('DELETE', '/faults');
  play = (script: readonly p.FaultStep[]): Promise<p.ScriptProgress> =>
    this.#send('POST', '/faults/script', script);
  script = (): Promise<p.ScriptProgress | null> => this.#get('/faults/script');
  findings = (): Promise<p.Finding[]> => this.#get('/findings');

  upload(id: string, { name, contentType, bytes }: NewFile): Promise<p.UploadedFile> {
    return this.#request(`/people/${id}/files?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body: bytes,
    });
  }

  #get<Answer>(path: string): Promise<Answer> {
    return this.#send<Answer>('GET', path);
  }

  #send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.#request(path, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
  }

  async #request<Answer>(path: string, request: RequestInit): Promise<Answer> {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(`${this.#base}${path}`, { ...request, signal });
    const text = await response.text();
    if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as Answer;
    throw new ControlError(response.status, messageIn(text));
  }
}

function messageIn(text: string): string {
  try {
    return (JSON.parse(text) as { readonly message: string }).message;
  } catch {
    return text;
  }
}
