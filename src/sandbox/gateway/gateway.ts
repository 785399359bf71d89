/** Discord's gateway: its sessions, and sending events to them. */
import type { WebSocket } from 'ws';
import {
  GatewayCloseCodes,
  GatewayIntentBits,
  GatewayOpcodes,
  type GatewayReadyDispatchData,
} from 'discord-api-types/v10';
import type { Clock } from '../../lib/clock.ts';
import { botUserOf } from '../world/objects.ts';
import type { ServerRow } from '../world/rows.ts';
import type { World } from '../world/world.ts';
import type { EventName, GatewayEvent } from './events.ts';
import { readIdentify, readRequestMembers, readResume, type Identify } from './frames.ts';
import { guildOf } from './guild.ts';
import { membersChunk } from './members.ts';
import { GatewaySession, serves, type Shard } from './session.ts';

/** Servers per shard: https://docs.discord.com/developers/events/gateway#sharding */
const serversMax = 2_500;
const sessionsMax = 100;
const resumableMs = 5 * 60_000;

export interface GatewayOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly application: { readonly id: string; readonly name: string };
  /** `ws://127.0.0.1:PORT/gateway`; available once the server listens. */
  readonly url: () => string;
  readonly onPresence: () => void;
}

export class Gateway {
  readonly #options: GatewayOptions;
  readonly #sessions = new Map<string, GatewaySession>();

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  get sessions(): readonly GatewaySession[] {
    return [...this.#sessions.values()];
  }

  get online(): boolean {
    return this.sessions.some((session) => session.socket !== null);
  }

  /** Whether a session sees what people write in servers without mentioning the bot. */
  get readsMessages(): boolean {
    return this.sessions.some(({ intents }) => (intents & GatewayIntentBits.MessageContent) !== 0);
  }

  /** Sends to every session responsible for this server, including disconnected resumable ones. */
  dispatch<Name extends EventName>(event: GatewayEvent<Name>): number {
    const { type, serverId, data, intent = 0, unprivileged } = event;
    const receivers = this.sessions.filter(
      (session) => session.serves(serverId) && (session.intents & intent) === intent,
    );
    for (const session of receivers) {
      const isLimited = unprivileged && (session.intents & unprivileged.intent) === 0;
      session.dispatch(type, isLimited ? unprivileged.data : data);
    }
    return receivers.length;
  }

  identify(socket: WebSocket, data: unknown): GatewaySession | null {
    const identify = readIdentify(data);
    const refusal = this.#refusalOf(identify);
    if (refusal !== null || identify === null) {
      socket.close(refusal ?? GatewayCloseCodes.DecodeError);
      return null;
    }
    this.#forgetOldSessions();
    const session = new GatewaySession({
      socket,
      shard: identify.shard ?? [0, 1],
      intents: identify.intents,
    });
    this.#sessions.set(session.id, session);
    session.dispatch('READY', this.#ready(session, identify));
    if ((session.intents & GatewayIntentBits.Guilds) !== 0) {
      const { world, application } = this.#options;
      for (const server of this.#serversOf(session.shard)) {
        session.dispatch('GUILD_CREATE', guildOf(world, server, application));
      }
    }
    this.#options.onPresence();
    return session;
  }

  /** Null, and opcode 9 is sent, if the session is unknown or too old: the client must identify. */
  resume(socket: WebSocket, data: unknown): GatewaySession | null {
    const resume = readResume(data);
    if (resume && resume.token !== this.#options.world.meta.botToken) {
      socket.close(GatewayCloseCodes.AuthenticationFailed);
      return null;
    }
    this.#forgetOldSessions();
    const session = resume && this.#sessions.get(resume.session_id);
    if (!resume || !session || !session.canReplay(resume.seq)) {
      socket.send(
        JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: false, s: null, t: null }),
      );
      return null;
    }
    session.socket?.close(GatewayCloseCodes.UnknownError);
    session.socket = socket;
    session.replay(resume.seq);
    this.#options.onPresence();
    return session;
  }

  detach(session: GatewaySession, options: { readonly socket: WebSocket; readonly code: number }) {
    if (session.socket !== options.socket) return;
    this.#leave(session);
    // A client that closes with these codes ends its session.
    if (options.code === 1000 || options.code === 1001) this.#sessions.delete(session.id);
    this.#options.onPresence();
  }

  /** Opcode 8; false if the request is invalid. */
  sendMembers(session: GatewaySession, data: unknown): boolean {
    const request = readRequestMembers(data);
    const { world, application } = this.#options;
    const { intents } = session;
    const chunk = request && membersChunk(world, application, { intents, request });
    if (chunk) session.dispatch('GUILD_MEMBERS_CHUNK', chunk);
    return request !== null;
  }

  /** Opcode 7: the client reconnects and resumes. */
  askToReconnect(): void {
    this.#toAll({ op: GatewayOpcodes.Reconnect, d: null, s: null, t: null });
  }

  /** Opcode 9: the client may resume, or must identify again. */
  invalidate(resumable: boolean): void {
    this.#toAll({ op: GatewayOpcodes.InvalidSession, d: resumable, s: null, t: null });
    for (const session of this.sessions) this.#leave(session);
    if (!resumable) this.#sessions.clear();
    this.#options.onPresence();
  }

  /** Without a code, connections are cut without a close frame. */
  cutSockets(code: number | null): void {
    for (const { socket } of this.sessions) {
      if (code === null) socket?.terminate();
      else socket?.close(code);
    }
  }

  /** As after a restart of Discord: no session can be resumed. */
  forgetSessions(): void {
    const sockets = this.sessions.map((session) => session.socket);
    this.#sessions.clear();
    for (const socket of sockets) socket?.close(GatewayCloseCodes.UnknownError);
    this.#options.onPresence();
  }

  #leave(session: GatewaySession): void {
    session.socket = null;
    session.detachedAtMs = this.#options.clock.now();
  }

  #toAll(frame: unknown): void {
    const text = JSON.stringify(frame);
    for (const { socket } of this.sessions) socket?.send(text);
  }

  #refusalOf(identify: Identify | null): GatewayCloseCodes | null {
    if (!identify) return GatewayCloseCodes.DecodeError;
    if (identify.token !== this.#options.world.meta.botToken) {
      return GatewayCloseCodes.AuthenticationFailed;
    }
    const shard = identify.shard ?? [0, 1];
    const [index, count] = shard;
    if (count < 1 || index < 0 || index >= count) return GatewayCloseCodes.InvalidShard;
    if (this.#serversOf(shard).length > serversMax) return GatewayCloseCodes.ShardingRequired;
    const known = Object.values(GatewayIntentBits)
      .filter((bit) => typeof bit === 'number')
      .reduce((all, bit) => all | bit, 0);
    if ((identify.intents & ~known) !== 0) return GatewayCloseCodes.InvalidIntents;
    const isRefused =
      (identify.intents & GatewayIntentBits.GuildMembers) !== 0 &&
      this.#options.world.meta.membersIntent === false;
    return isRefused ? GatewayCloseCodes.DisallowedIntents : null;
  }

  #forgetOldSessions(): void {
    const now = this.#options.clock.now();
    for (const session of this.sessions) {
      const isAway = session.socket === null;
      const crowded = this.#sessions.size >= sessionsMax;
      if (isAway && (crowded || now - session.detachedAtMs > resumableMs)) {
        this.#sessions.delete(session.id);
      }
    }
  }

  #serversOf(shard: Shard): ServerRow[] {
    const { world } = this.#options;
    return world.servers().filter((server) => server.hasBot && serves(shard, server.id));
  }

  #ready(session: GatewaySession, identify: Identify): GatewayReadyDispatchData {
    const { application, url } = this.#options;
    return {
      v: 10,
      user: { ...botUserOf(application), verified: true, mfa_enabled: true },
      guilds: this.#serversOf(session.shard).map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      ...(identify.shard && { shard: [...identify.shard] }),
      application: { id: application.id, flags: 0 as never, flags_new: '0' },
    };
  }
}
