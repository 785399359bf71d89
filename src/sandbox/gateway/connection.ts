/** One bot connection: hello, heartbeats, then identify or resume. */
import type { RawData, WebSocket } from 'ws';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import { readFrame } from './frames.ts';
import type { Gateway } from './gateway.ts';
import type { GatewaySession } from './session.ts';

const heartbeatIntervalMs = 41_250;
/** Limits of https://docs.discord.com/developers/events/gateway. */
const frameBytesMax = 4_096;
const framesMax = 120;
const framesWindowMs = 60_000;

export function serveGatewaySocket(gateway: Gateway, socket: WebSocket, query: URLSearchParams) {
  const refusal = refusalOf(query);
  if (refusal !== null) {
    socket.close(refusal);
    return;
  }
  let session: GatewaySession | null = null;
  let frames = 0;
  const window = setInterval(() => (frames = 0), framesWindowMs).unref();
  const patience = setTimeout(
    () => socket.close(GatewayCloseCodes.SessionTimedOut),
    heartbeatIntervalMs * 1.5,
  ).unref();

  send(socket, GatewayOpcodes.Hello, { heartbeat_interval: heartbeatIntervalMs });

  socket.on('message', (data) => {
    const text = textOf(data);
    frames += 1;
    if (frames > framesMax) return socket.close(GatewayCloseCodes.RateLimited);
    const frame = Buffer.byteLength(text) > frameBytesMax ? null : readFrame(text);
    if (!frame) return socket.close(GatewayCloseCodes.DecodeError);
    switch (frame.op as GatewayOpcodes) {
      case GatewayOpcodes.Heartbeat:
        patience.refresh();
        return send(socket, GatewayOpcodes.HeartbeatAck, undefined);
      case GatewayOpcodes.Identify:
        if (session?.socket === socket) return socket.close(GatewayCloseCodes.AlreadyAuthenticated);
        session = gateway.identify(socket, frame.d);
        return;
      case GatewayOpcodes.Resume:
        if (session?.socket === socket) return socket.close(GatewayCloseCodes.AlreadyAuthenticated);
        session = gateway.resume(socket, frame.d);
        return;
      case GatewayOpcodes.RequestGuildMembers:
        if (!session) return socket.close(GatewayCloseCodes.NotAuthenticated);
        if (!gateway.sendMembers(session, frame.d)) socket.close(GatewayCloseCodes.DecodeError);
        return;
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.VoiceStateUpdate:
      case GatewayOpcodes.RequestSoundboardSounds:
        // Accepted and ignored: the sandbox has no presence or voice for bots.
        if (!session) socket.close(GatewayCloseCodes.NotAuthenticated);
        return;
      default:
        return socket.close(GatewayCloseCodes.UnknownOpcode);
    }
  });

  socket.on('close', (code) => {
    clearInterval(window);
    clearTimeout(patience);
    if (session) gateway.detach(session, { socket, code });
  });
  socket.on('error', () => socket.terminate());
}

function refusalOf(query: URLSearchParams): number | null {
  if ((query.get('v') ?? '10') !== '10') return GatewayCloseCodes.InvalidAPIVersion;
  const encoding = query.get('encoding') ?? 'json';
  return encoding === 'json' && !query.has('compress') ? null : GatewayCloseCodes.DecodeError;
}

function send(socket: WebSocket, op: GatewayOpcodes, d: unknown): void {
  socket.send(JSON.stringify({ op, d, s: null, t: null }));
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.from(data as Buffer).toString('utf8');
}
