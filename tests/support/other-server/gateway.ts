/** The gateway: https://docs.discord.com/developers/events/gateway */
import type { RawData, WebSocket } from 'ws';
import { isJson, type Json } from './body.ts';
import { guildCreate } from './views.ts';
import { snowflake, type World } from './world.ts';

const opcode = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  acknowledged: 11,
} as const;
const closes = {
  unknownOpcode: 4001,
  undecodable: 4002,
  notIdentified: 4003,
  wrongToken: 4004,
  identifiedBefore: 4005,
  tooFast: 4008,
  timedOut: 4009,
  unknownIntents: 4013,
  intentsNotAllowed: 4014,
} as const;
const payloadBytesMax = 4096;
const sendsMax = 120;
const knownIntents = 0x373_ffff;
/** Members, presences and the content of messages, which this application has not. */
const privileged = (1 << 1) | (1 << 8) | (1 << 15);
const guilds = 1 << 0;

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly sent: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | null;
}

export interface GatewayOptions {
  readonly world: World;
  readonly heartbeatMs: number;
  readonly url: () => string;
}

export function createGateway({ world, heartbeatMs, url }: GatewayOptions) {
  const sessions = new Map<string, Session>();
  const seen = { identified: 0, resumed: 0, heartbeats: 0 };
  const send = (socket: WebSocket, op: number, d: unknown, more: object = {}) =>
    socket.send(JSON.stringify({ op, d, s: null, t: null, ...more }));

  const dispatch = (session: Session, t: string, d: unknown): void => {
    const s = session.sent.length + 1;
    session.sent.push({ s, t, d });
    if (session.socket !== null) send(session.socket, opcode.dispatch, d, { s, t });
  };

  const identify = (socket: WebSocket, d: Json): Session | null => {
    const refuse = (code: number) => (socket.close(code), null);
    const intents = Number(d['intents']);
    if (d['token'] !== world.token) return refuse(closes.wrongToken);
    if (!isJson(d['properties']) || !Number.isInteger(intents) || (intents & ~knownIntents) !== 0) {
      return refuse(closes.unknownIntents);
    }
    if ((intents & privileged) !== 0) return refuse(closes.intentsNotAllowed);
    const session: Session = { id: snowflake(), intents, sent: [], socket };
    sessions.set(session.id, session);
    seen.identified += 1;
    const all = [...world.guilds.values()];
    dispatch(session, 'READY', {
      v: 10,
      user: { ...world.bot, verified: true, mfa_enabled: false, email: null, flags: 0 },
      guilds: all.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      shard: d['shard'] ?? [0, 1],
      application: { id: world.bot.id, flags: 0 },
    });
    if ((intents & guilds) !== 0) {
      const channels = [...world.channels.values()];
      for (const one of all)
        dispatch(session, 'GUILD_CREATE', guildCreate(one, channels, world.bot));
    }
    return session;
  };

  const resume = (socket: WebSocket, d: Json): Session | null => {
    const session = sessions.get(String(d['session_id']));
    if (d['token'] !== world.token) socket.close(closes.wrongToken);
    else if (session === undefined) send(socket, opcode.invalidSession, false);
    else {
      session.socket = socket;
      seen.resumed += 1;
      for (const { s, t, d: data } of session.sent) {
        if (s > Number(d['seq'])) send(socket, opcode.dispatch, data, { s, t });
      }
      dispatch(session, 'RESUMED', {});
      return session;
    }
    return null;
  };

  const read = (data: RawData): Json | null => {
    const text = (data as Buffer).toString('utf8');
    if (Buffer.byteLength(text) > payloadBytesMax) return null;
    try {
      const payload = JSON.parse(text) as unknown;
      return isJson(payload) ? payload : null;
    } catch {
      return null;
    }
  };

  const accept = (socket: WebSocket): void => {
    let session: Session | null = null;
    let sends = 0;
    let beat = Date.now();
    const watch = setInterval(() => {
      if (Date.now() - beat > 2 * heartbeatMs) socket.close(closes.timedOut);
    }, heartbeatMs);
    send(socket, opcode.hello, { heartbeat_interval: heartbeatMs });
    socket.on('close', () => {
      clearInterval(watch);
      if (session?.socket === socket) session.socket = null;
    });
    socket.on('message', (data) => {
      const payload = read(data);
      sends += 1;
      if (payload === null) return socket.close(closes.undecodable);
      if (sends > sendsMax) return socket.close(closes.tooFast);
      const d = isJson(payload['d']) ? payload['d'] : {};
      switch (payload['op']) {
        case opcode.heartbeat:
          beat = Date.now();
          seen.heartbeats += 1;
          return send(socket, opcode.acknowledged, null);
        case opcode.identify:
          if (session !== null) return socket.close(closes.identifiedBefore);
          session = identify(socket, d);
          return;
        case opcode.resume:
          session = resume(socket, d);
          return;
        case opcode.presence:
          return session === null ? socket.close(closes.notIdentified) : undefined;
        default:
          return socket.close(session === null ? closes.notIdentified : closes.unknownOpcode);
      }
    });
  };

  const latest = (): Session => {
    const session = [...sessions.values()].at(-1);
    if (session === undefined) throw new Error('The bot has not identified');
    return session;
  };
  return {
    seen,
    accept,
    /** To the newest session; stored while it is away. */
    dispatch: (t: string, d: unknown) => dispatch(latest(), t, d),
    /** Ends the connection as a fault of the network does; the bot may resume. */
    cut: () => latest().socket?.terminate(),
    /** Asks the bot to connect again and resume. */
    askToReconnect: () => {
      const { socket } = latest();
      if (socket !== null) send(socket, opcode.reconnect, null);
    },
  };
}

export type Gateway = ReturnType<typeof createGateway>;
