/** Database addresses, given as URLs. */
export interface ServerPlace {
  readonly host: string;
  readonly port: number;
}

/** Read from `mysql://user:password@host:port,host:port/schema?socket=…&tls=…`. */
export interface DatabaseAddress extends ServerPlace {
  /** Other servers of the same cluster, in the order they are tried. */
  readonly others?: readonly ServerPlace[];
  /** Path of a local socket; used instead of host and port. */
  readonly socketPath: string | null;
  readonly user: string;
  readonly password: string;
  readonly schema: string;
  /** `verify` checks the server's certificate, `unverified` only encrypts. */
  readonly tls: 'off' | 'verify' | 'unverified';
}

export type AddressFault = 'form' | 'hosts' | 'parameter' | 'schema' | 'scheme' | 'tls';

export class AddressError extends Error {
  override readonly name = 'AddressError';
  readonly fault: AddressFault;

  constructor(fault: AddressFault) {
    super(fault);
    this.fault = fault;
  }
}

const schemaName = /^[A-Za-z0-9_-]{1,64}$/;
const tlsModes = ['off', 'verify', 'unverified'] as const;

const hostPart = /^([a-z]+:\/\/(?:[^/?#]*@)?)([^/?#@]*)(.*)$/s;

/** The URL with the first server only, and the host and port of the others. */
function splitHosts(text: string): { readonly first: string; readonly others: readonly string[] } {
  const [, head = '', hosts = '', rest = ''] = hostPart.exec(text) ?? [];
  const [first = '', ...others] = hosts.split(',');
  return { first: `${head}${first}${rest}`, others };
}

const placeOf = (url: URL): ServerPlace => ({
  host: url.hostname.replace(/^\[|\]$/g, '') || '127.0.0.1',
  port: url.port === '' ? 3306 : Number(url.port),
});

function placesOf(texts: readonly string[]): readonly ServerPlace[] {
  return texts.map((text) => {
    const place = `mysql://${text}/`;
    if (text === '' || !URL.canParse(place)) throw new AddressError('hosts');
    return placeOf(new URL(place));
  });
}

/** Throws AddressError, which never repeats the address, because it contains a password. */
export function parseDatabaseUrl(text: string): DatabaseAddress {
  const { first, others } = splitHosts(text);
  if (!URL.canParse(first)) throw new AddressError('form');
  const url = new URL(first);
  if (url.protocol !== 'mysql:' && url.protocol !== 'mariadb:') {
    throw new AddressError('scheme');
  }
  const schema = decodeURIComponent(url.pathname.slice(1));
  if (!schemaName.test(schema)) {
    throw new AddressError('schema');
  }
  const tls = tlsModes.find((mode) => mode === (url.searchParams.get('tls') ?? 'off'));
  if (tls === undefined) throw new AddressError('tls');
  const unknown = [...url.searchParams.keys()].find((key) => key !== 'tls' && key !== 'socket');
  if (unknown !== undefined) throw new AddressError('parameter');
  return {
    ...placeOf(url),
    ...(others.length === 0 ? {} : { others: placesOf(others) }),
    socketPath: url.searchParams.get('socket'),
    user: decodeURIComponent(url.username) || 'root',
    password: decodeURIComponent(url.password),
    schema,
    tls,
  };
}

/** The same address as a URL, for another process; it contains the password. */
export function databaseUrl(address: DatabaseAddress): string {
  const url = new URL(`mysql://${encodeURIComponent(address.user)}@localhost/${address.schema}`);
  url.password = encodeURIComponent(address.password);
  url.hostname = address.host.includes(':') ? `[${address.host}]` : address.host;
  url.port = `${address.port}`;
  if (address.socketPath !== null) url.searchParams.set('socket', address.socketPath);
  if (address.tls !== 'off') url.searchParams.set('tls', address.tls);
  const others = (address.others ?? []).map(
    ({ host, port }) => `,${host.includes(':') ? `[${host}]` : host}:${port}`,
  );
  return url.href.replace(`:${address.port}/`, `:${address.port}${others.join('')}/`);
}
