/** A browser without JavaScript for the bank's own page: a cookie, links and forms. */
export interface PageAnswer {
  readonly status: number;
  readonly html: string;
  readonly text: string;
  readonly headers: Headers;
}

export const linkOn = (message: unknown): string =>
  /http:\/\/localhost:\d+\/#[\w-]{43}/.exec(JSON.stringify(message))?.[0] ?? '';
export const codeOn = (text: string): string => /\b[A-Z2-9]{2}-[A-Z2-9]{2}\b/.exec(text)?.[0] ?? '';

const readable = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

export class PageClient {
  readonly origin: string;
  cookie = '';
  /** Where the last form is sent. */
  action = '';

  constructor(origin: string) {
    this.origin = origin;
  }

  async request(
    path: string,
    form: Readonly<Record<string, string>> | null = null,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<PageAnswer> {
    const sent = form === null ? {} : { method: 'POST', body: new URLSearchParams(form) };
    const own = form === null ? {} : { origin: this.origin };
    const response = await fetch(new URL(path, this.origin), {
      ...sent,
      redirect: 'manual',
      headers: { ...own, ...(this.cookie === '' ? {} : { cookie: this.cookie }), ...headers },
    });
    const given = response.headers.get('set-cookie');
    if (given !== null) this.cookie = given.split(';')[0]!;
    const location = response.headers.get('location');
    if (location !== null) return this.request(location);
    const html = await response.text();
    this.action = /action="(\/at\/\d+)"/.exec(html)?.[1] ?? this.action;
    return { status: response.status, html, text: readable(html), headers: response.headers };
  }

  /** Opens a link as its script, or a person who pastes it, does. */
  async open(link: string): Promise<PageAnswer> {
    return this.request('/open', { link });
  }

  async send(values: Readonly<Record<string, string>>): Promise<PageAnswer> {
    return this.request(this.action, values);
  }

  /** Opens the link on the person's newest card. */
  async openFrom(message: unknown): Promise<PageAnswer> {
    const link = linkOn(message);
    if (link === '') throw new Error(`No link in: ${JSON.stringify(message)}`);
    return this.open(link);
  }
}
