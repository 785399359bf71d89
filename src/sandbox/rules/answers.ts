/**
 * What each route may answer, by status, in the words of discord-api-spec: schema names without
 * their ending, `[]` for a list, `|` for a choice, null for no body. The sandbox judges its own
 * answers by this when it is asked to.
 */
import type { Issue } from './issue.ts';
import type { Schemas } from './schemas.ts';

type Shapes = Readonly<Record<number, string | null>>;

const message: Shapes = { 200: 'MessageResponse' };
const removed: Shapes = { 204: null };
const command: Shapes = { 200: 'ApplicationCommandResponse' };
const commandList: Shapes = { 200: 'ApplicationCommandResponse[]' };
/** A new command is 201, one that took the place of an old one 200. */
const commandMade: Shapes = { ...command, 201: 'ApplicationCommandResponse' };
const application: Shapes = { 200: 'PrivateApplicationResponse' };

export const answerShapes: Readonly<Record<string, Shapes>> = {
  'GET /gateway': { 200: 'GatewayResponse' },
  'GET /gateway/bot': { 200: 'GatewayBotResponse' },
  'POST /interactions/:id/:token/callback': { 200: 'InteractionCallbackResponse', 204: null },
  'POST /webhooks/:application/:token': { ...message, 204: null },
  'GET /webhooks/:application/:token/messages/:message': message,
  'PATCH /webhooks/:application/:token/messages/:message': message,
  'DELETE /webhooks/:application/:token/messages/:message': removed,
  'GET /channels/:channel': { 200: 'GuildChannelResponse | PrivateChannelResponse' },
  'POST /channels/:channel/typing': { 204: null },
  'POST /channels/:channel/messages/bulk-delete': { 204: null },
  'GET /channels/:channel/messages': { 200: 'MessageResponse[]' },
  'POST /channels/:channel/messages': message,
  'GET /channels/:channel/messages/:message': message,
  'PATCH /channels/:channel/messages/:message': message,
  'DELETE /channels/:channel/messages/:message': removed,
  'GET /applications/:app/commands': commandList,
  'PUT /applications/:app/commands': commandList,
  'POST /applications/:app/commands': commandMade,
  'GET /applications/:app/commands/:command': command,
  'PATCH /applications/:app/commands/:command': command,
  'DELETE /applications/:app/commands/:command': removed,
  'GET /applications/:app/guilds/:guild/commands': commandList,
  'PUT /applications/:app/guilds/:guild/commands': commandList,
  'POST /applications/:app/guilds/:guild/commands': commandMade,
  'GET /applications/:app/guilds/:guild/commands/:command': command,
  'PATCH /applications/:app/guilds/:guild/commands/:command': command,
  'DELETE /applications/:app/guilds/:guild/commands/:command': removed,
  'GET /applications/:app/guilds/:guild/commands/permissions': {
    200: 'CommandPermissionsResponse[]',
  },
  'GET /applications/:app/guilds/:guild/commands/:command/permissions': {
    200: 'CommandPermissionsResponse',
  },
  // Not for bots: both are only ever refused.
  'PUT /applications/:app/guilds/:guild/commands/permissions': {},
  'PUT /applications/:app/guilds/:guild/commands/:command/permissions': {},
  'GET /users/:user': { 200: 'UserPIIResponse | UserResponse' },
  'POST /users/:user/channels': { 200: 'PrivateChannelResponse' },
  'GET /applications/@me': application,
  'GET /oauth2/applications/@me': application,
  'GET /guilds/:guild': { 200: 'GuildWithCountsResponse' },
  'GET /guilds/:guild/channels': { 200: 'GuildChannelResponse[]' },
  'GET /guilds/:guild/roles': { 200: 'GuildRoleResponse[]' },
  'GET /guilds/:guild/members/:user': { 200: 'GuildMemberResponse' },
};

export interface OwnAnswer {
  /** Method and path as the routes are mounted; null when no route fits. */
  readonly route: string | null;
  readonly status: number;
  /** Null when there is none. */
  readonly body: unknown;
}

type Misfit = Pick<Issue, 'path' | 'message'>;

/** Why an answer is none that Discord would give; empty when it fits. */
export function answerIssues(schemas: Schemas, { route, status, body }: OwnAnswer): Misfit[] {
  if (status >= 400) return refusalIssues(schemas, status, body);
  const shape = answerShapes[route ?? '']?.[status];
  if (shape === undefined) return [{ path: [], message: 'Not foreseen' }];
  if (shape !== null) return shapeIssues(schemas, shape, body);
  return body === null ? [] : [{ path: [], message: 'There must be no body' }];
}

function shapeIssues(schemas: Schemas, shape: string, body: unknown): Misfit[] {
  if (shape.endsWith('[]')) {
    if (!Array.isArray(body)) return [{ path: [], message: 'Must be a list' }];
    const one = shape.slice(0, -2);
    return body.flatMap((item, index) =>
      shapeIssues(schemas, one, item).map((issue) => ({ ...issue, path: [index, ...issue.path] })),
    );
  }
  const judged = shape
    .split(' | ')
    .map((name) => schemas.judge(`${name}Schema`, body, { allowed: new Set() }))
    .sort((one, other) => one.length - other.length);
  return judged[0] ?? [];
}

/**
 * What the schemas get wrong, by Discord's reference: `errors` carries names as codes
 * (BASE_TYPE_MAX_LENGTH) where they ask for numbers, and a rate limit need not have a code. They
 * say nothing of answers from 500 on.
 */
function refusalIssues(schemas: Schemas, status: number, body: unknown): Misfit[] {
  if (status >= 500) return [];
  if (status === 429) {
    return shapeIssues(schemas, 'RatelimitedResponse', { code: 0, ...(body as object) });
  }
  const { errors, ...rest } = body as Readonly<Record<string, unknown>>;
  return [
    ...shapeIssues(schemas, 'ErrorResponse', rest),
    ...(errors === undefined || isErrorTree(errors)
      ? []
      : [{ path: ['errors'], message: 'Must be a tree of lists of errors' }]),
  ];
}

/** Objects all the way down to `_errors`, lists of `{ code, message }`. */
function isErrorTree(node: unknown): boolean {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return false;
  const entries = Object.entries(node);
  return (
    entries.length > 0 &&
    entries.every(([key, value]) => (key === '_errors' ? isErrorList(value) : isErrorTree(value)))
  );
}

const isErrorList = (list: unknown): boolean =>
  Array.isArray(list) &&
  list.length > 0 &&
  list.every((error: unknown) => {
    const { code, message } = error as Readonly<Record<string, unknown>>;
    return typeof code === 'string' && typeof message === 'string';
  });
