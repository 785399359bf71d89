/**
 * The answers of each route by status: schema names of discord-api-spec without their ending, `[]`
 * for a list, `|` for alternatives, null for no body. With `checksItself`, the sandbox checks its
 * own answers against this table.
 */
import { forwardsAsReplies } from './forwards.ts';
import type { Issue } from '../http/issue.ts';
import type { Schemas } from './schemas.ts';

type Shapes = Readonly<Record<number, string | null>>;

const message: Shapes = { 200: 'MessageResponse' };
const removed: Shapes = { 204: null };
const command: Shapes = { 200: 'ApplicationCommandResponse' };
const commandList: Shapes = { 200: 'ApplicationCommandResponse[]' };
/** 201 for a new command, 200 if it replaced an old one. */
const commandMade: Shapes = { ...command, 201: 'ApplicationCommandResponse' };
const application: Shapes = { 200: 'PrivateApplicationResponse' };

export const answerShapes: Readonly<Record<string, Shapes>> = {
  'GET /gateway': { 200: 'GatewayResponse' },
  'GET /gateway/bot': { 200: 'GatewayBotResponse' },
  'POST /interactions/:interaction/:token/callback': {
    200: 'InteractionCallbackResponse',
    204: null,
  },
  'POST /webhooks/:webhook/:token': message,
  'GET /webhooks/:webhook/:token/messages/@original': message,
  'PATCH /webhooks/:webhook/:token/messages/@original': message,
  'DELETE /webhooks/:webhook/:token/messages/@original': removed,
  'GET /webhooks/:webhook/:token/messages/:message': message,
  'PATCH /webhooks/:webhook/:token/messages/:message': message,
  'DELETE /webhooks/:webhook/:token/messages/:message': removed,
  'GET /channels/:channel': { 200: 'GuildChannelResponse | PrivateChannelResponse' },
  'POST /channels/:channel/typing': { 204: null },
  'POST /channels/:channel/messages/bulk-delete': { 204: null },
  'GET /channels/:channel/messages': { 200: 'MessageResponse[]' },
  'POST /channels/:channel/messages': message,
  'GET /channels/:channel/messages/pins': { 200: 'PinnedMessagesResponse' },
  'PUT /channels/:channel/messages/pins/:message': removed,
  'DELETE /channels/:channel/messages/pins/:message': removed,
  'GET /channels/:channel/pins': { 200: 'MessageResponse[]' },
  'PUT /channels/:channel/pins/:message': removed,
  'DELETE /channels/:channel/pins/:message': removed,
  'DELETE /channels/:channel/messages/:message/reactions': removed,
  'GET /channels/:channel/messages/:message/reactions/:emoji': { 200: 'UserResponse[]' },
  'DELETE /channels/:channel/messages/:message/reactions/:emoji': removed,
  'PUT /channels/:channel/messages/:message/reactions/:emoji/@me': removed,
  'DELETE /channels/:channel/messages/:message/reactions/:emoji/@me': removed,
  'DELETE /channels/:channel/messages/:message/reactions/:emoji/:user': removed,
  'GET /channels/:channel/threads/archived/public': { 200: 'ThreadsResponse' },
  'GET /channels/:channel/users/@me/threads/archived/private': { 200: 'ThreadsResponse' },
  'GET /channels/:channel/messages/:message': message,
  'PATCH /channels/:channel/messages/:message': message,
  'DELETE /channels/:channel/messages/:message': removed,
  'GET /applications/:application/commands': commandList,
  'PUT /applications/:application/commands': commandList,
  'POST /applications/:application/commands': commandMade,
  'GET /applications/:application/commands/:command': command,
  'PATCH /applications/:application/commands/:command': command,
  'DELETE /applications/:application/commands/:command': removed,
  'GET /applications/:application/guilds/:guild/commands': commandList,
  'PUT /applications/:application/guilds/:guild/commands': commandList,
  'POST /applications/:application/guilds/:guild/commands': commandMade,
  'GET /applications/:application/guilds/:guild/commands/:command': command,
  'PATCH /applications/:application/guilds/:guild/commands/:command': command,
  'DELETE /applications/:application/guilds/:guild/commands/:command': removed,
  'GET /applications/:application/guilds/:guild/commands/permissions': {
    200: 'CommandPermissionsResponse[]',
  },
  'GET /applications/:application/guilds/:guild/commands/:command/permissions': {
    200: 'CommandPermissionsResponse',
  },
  'GET /users/@me': { 200: 'UserPIIResponse' },
  'GET /users/:user': { 200: 'UserResponse' },
  'POST /users/@me/channels': { 200: 'PrivateChannelResponse' },
  'GET /users/@me/guilds': { 200: 'MyGuildResponse[]' },
  'DELETE /users/@me/guilds/:guild': removed,
  'GET /applications/@me': application,
  'GET /applications/:application': application,
  'GET /applications/:application/emojis': { 200: 'ListApplicationEmojisResponse' },
  'GET /applications/:application/entitlements': { 200: 'EntitlementResponse[]' },
  'GET /applications/:application/role-connections/metadata': {
    200: 'ApplicationRoleConnectionsMetadataItemResponse[]',
  },
  'GET /oauth2/applications/@me': application,
  'GET /guilds/:guild': { 200: 'GuildWithCountsResponse' },
  'GET /guilds/:guild/channels': { 200: 'GuildChannelResponse[]' },
  'GET /guilds/:guild/roles': { 200: 'GuildRoleResponse[]' },
  'GET /guilds/:guild/roles/:role': { 200: 'GuildRoleResponse' },
  'GET /guilds/:guild/emojis': { 200: 'EmojiResponse[]' },
  'GET /guilds/:guild/scheduled-events': { 200: 'ExternalScheduledEventResponse[]' },
  'GET /guilds/:guild/soundboard-sounds': { 200: 'ListGuildSoundboardSoundsResponse' },
  'GET /guilds/:guild/stickers': { 200: 'GuildStickerResponse[]' },
  'GET /guilds/:guild/threads/active': { 200: 'ThreadsResponse' },
  'GET /guilds/:guild/members': { 200: 'GuildMemberResponse[]' },
  'GET /guilds/:guild/members/search': { 200: 'GuildMemberResponse[]' },
  'GET /guilds/:guild/members/:user': { 200: 'GuildMemberResponse' },
};

export interface OwnAnswer {
  /** Method and path of the route; null if none matched. */
  readonly route: string | null;
  readonly status: number;
  /** Null without a body. */
  readonly body: unknown;
}

type Misfit = Pick<Issue, 'path' | 'message'>;

/** Why Discord would not give this answer; empty if it would. */
export function answerIssues(schemas: Schemas, { route, status, body }: OwnAnswer): Misfit[] {
  if (status >= 400) return refusalIssues(schemas, status, body);
  const shape = answerShapes[route ?? '']?.[status];
  if (shape === undefined) return [{ path: [], message: 'Not expected' }];
  if (shape !== null) return shapeIssues(schemas, shape, forwardsAsReplies(body));
  return body === null ? [] : [{ path: [], message: 'There must not be a body' }];
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
 * Corrects the schemas according to Discord's reference: `errors` has names as codes
 * (BASE_TYPE_MAX_LENGTH) where the schema asks for numbers, and a rate limit may lack a code.
 * Answers from 500 on have no schema.
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
