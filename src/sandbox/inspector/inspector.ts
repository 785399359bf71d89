/** The inspector's views of the traffic, made on request. */
import type { WebSocket } from 'ws';
import type { Clock } from '../../lib/clock.ts';
import type { Faults } from '../faults/faults.ts';
import type { Findings } from '../interactions/findings.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Deadlines } from '../interactions/interactions.ts';
import type * as p from '../protocol/protocol.ts';
import { createdAtMs } from '../world/snowflakes.ts';
import { bodyCharactersMax, shownPath } from './traffic.ts';
import type { InteractionRecord, Kept, RequestRecord, Traffic } from './traffic.ts';

const listenersMax = 20;
/** A burst of traffic causes one update. */
const tellDelayMs = 120;

export interface InspectorSources {
  readonly clock: Clock;
  readonly deadlines: Deadlines;
  readonly traffic: Traffic;
  readonly findings: Findings;
  readonly faults: Faults;
  readonly gateway: Gateway;
  /** Hidden in the views, in case a bot puts it into a body. */
  readonly secret: () => string;
}

export class Inspector {
  readonly #sources: InspectorSources;
  readonly #sockets = new Set<WebSocket>();
  #isOld = false;

  constructor(sources: InspectorSources) {
    this.#sources = sources;
  }

  join(socket: WebSocket): void {
    if (this.#sockets.size >= listenersMax) return socket.close(1013, 'Too many listeners');
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.terminate());
    socket.send(JSON.stringify(this.overview()));
  }

  /** Does nothing while no inspector is open. */
  changed(): void {
    if (this.#sockets.size === 0 || this.#isOld) return;
    this.#isOld = true;
    setTimeout(() => {
      this.#isOld = false;
      const text = JSON.stringify(this.overview());
      for (const socket of this.#sockets) socket.send(text);
    }, tellDelayMs).unref();
  }

  overview(): p.InspectorOverview {
    const { clock, deadlines, traffic, findings, faults, gateway } = this.#sources;
    const list = findings.list();
    return {
      nowMs: clock.now(),
      limits: deadlines,
      interactions: traffic.interactions
        .map((record) => interactionView(record, findingsOf(record, list).length))
        .toReversed(),
      requests: traffic.requests
        .map((record) => requestView(record, findingsOfRequest(record, list).length))
        .toReversed(),
      findings: list.toReversed(),
      faults: faults.armed(),
      script: faults.script.progress,
      sessions: gateway.sessions.map(({ shard, socket }) => ({
        shard,
        isConnected: socket !== null,
      })),
    };
  }

  interaction(id: string): p.InspectedInteractionDetail | null {
    const { traffic, findings } = this.#sources;
    const record = traffic.interaction(id);
    if (!record) return null;
    const findingDetails = findingsOf(record, findings.list());
    return {
      ...interactionView(record, findingDetails.length),
      event: this.#body(record.event),
      requestDetails: record.requests.map((request) => this.#requestDetail(request)),
      findingDetails,
    };
  }

  request(id: string): p.InspectedRequestDetail | null {
    const record = this.#sources.traffic.request(id);
    return record ? this.#requestDetail(record) : null;
  }

  #requestDetail(record: RequestRecord): p.InspectedRequestDetail {
    const findingDetails = findingsOfRequest(record, this.#sources.findings.list());
    return {
      ...requestView(record, findingDetails.length),
      sent: record.sent && this.#kept(record.sent),
      files: record.files,
      answer: record.answer === undefined ? null : this.#body(record.answer),
      findingDetails,
    };
  }

  #kept(kept: Kept): p.InspectedBody {
    if (kept.kind === 'json') return this.#body(kept.json);
    return { text: `(${kept.characters} characters, too long to keep)`, isWhole: false };
  }

  #body(json: unknown): p.InspectedBody {
    const text = JSON.stringify(json, null, 2).replaceAll(this.#sources.secret(), '(bot token)');
    const isWhole = text.length <= bodyCharactersMax;
    return { text: isWhole ? text : text.slice(0, bodyCharactersMax), isWhole };
  }
}

const findingsOf = (record: InteractionRecord, findings: readonly p.Finding[]): p.Finding[] =>
  findings.filter(({ interactionId }) => interactionId === record.interaction.id);

const findingsOfRequest = (record: RequestRecord, findings: readonly p.Finding[]): p.Finding[] =>
  findings.filter(({ requestId }) => requestId === record.id);

function interactionView(record: InteractionRecord, findings: number): p.InspectedInteraction {
  const { interaction, deliveries, requests } = record;
  const { id, kind, label, state, channelId, personId, answeredAtMs } = interaction;
  const sentAtMs = createdAtMs(id);
  return {
    id,
    kind,
    label,
    state,
    channelId,
    personId,
    sentAtMs,
    answeredAfterMs: answeredAtMs === null ? null : Math.max(0, answeredAtMs - sentAtMs),
    deliveries,
    requests: requests.length,
    findings,
  };
}

function requestView(record: RequestRecord, findings: number): p.InspectedRequest {
  const { id, atMs, method, path, status, endedAtMs, fault } = record;
  const tookMs = endedAtMs === null ? null : endedAtMs - atMs;
  return { id, atMs, method, path: shownPath(path), status, tookMs, fault, findings };
}
