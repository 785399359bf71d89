/**
 * Every Discord route that the sandbox does not serve, by its answer: missing permission, not
 * found, or not served here. docs/sandbox.md lists them too, and a test compares both with
 * Discord's published list.
 */
import { reachable } from './channels.ts';
import type { Context } from '../../http/context.ts';
import type { RestDeps } from '../core/deps.ts';
import { ApiError, type ApiErrorName } from '../../http/errors.ts';
import { joined } from '../core/joined.ts';
import type { Routes } from '../core/routes.ts';

type Reason = Extract<
  ApiErrorName,
  | 'MissingPermissions'
  | 'WrongChannelType'
  | 'NotForBots'
  | 'NotServed'
  | `Unknown${'Emoji' | 'Event' | 'Invite' | 'Sound' | 'StageInstance' | 'Sticker' | 'Template'}`
  | 'UnknownVoiceState'
  | 'UnknownWebhook'
>;

const app = '/applications/:application';
const channel = '/channels/:channel';
const guild = '/guilds/:guild';
const event = `${guild}/scheduled-events/:event`;

/** Methods of one path, as `GET POST /guilds/:guild/bans`. */
const table: Readonly<Record<Reason, readonly string[]>> = {
  // The bot has the permissions of a typical invite link.
  MissingPermissions: [
    `PATCH DELETE ${channel}`,
    `GET ${channel}/invites`,
    `PUT DELETE ${channel}/permissions/:overwrite`,
    `POST ${channel}/threads`,
    `POST ${channel}/messages/:message/threads`,
    `GET ${channel}/threads/archived/private`,
    `GET POST ${channel}/webhooks`,
    `PATCH ${guild}`,
    `GET ${guild}/audit-logs`,
    `GET POST ${guild}/auto-moderation/rules`,
    `GET PATCH DELETE ${guild}/auto-moderation/rules/:rule`,
    `GET ${guild}/bans`,
    `GET PUT DELETE ${guild}/bans/:user`,
    `POST ${guild}/bulk-ban`,
    `POST PATCH ${guild}/channels`,
    `POST ${guild}/emojis`,
    `PATCH DELETE ${guild}/emojis/:emoji`,
    `PUT ${guild}/incident-actions`,
    `GET ${guild}/integrations`,
    `DELETE ${guild}/integrations/:integration`,
    `GET ${guild}/invites`,
    `PATCH DELETE ${guild}/members/:user`,
    `PUT DELETE ${guild}/members/:user/roles/:role`,
    `POST ${guild}/mfa`,
    `PUT ${guild}/onboarding`,
    `GET POST ${guild}/prune`,
    `GET ${guild}/requests`,
    `PATCH ${guild}/requests/:request`,
    `POST PATCH ${guild}/roles`,
    `PATCH DELETE ${guild}/roles/:role`,
    `POST ${guild}/scheduled-events`,
    `PATCH DELETE ${event}`,
    `POST ${event}/exceptions`,
    `PATCH DELETE ${event}/exceptions/:exception`,
    `POST ${guild}/soundboard-sounds`,
    `PATCH DELETE ${guild}/soundboard-sounds/:sound`,
    `POST ${guild}/stickers`,
    `PATCH DELETE ${guild}/stickers/:sticker`,
    `GET POST ${guild}/templates`,
    `PUT PATCH DELETE ${guild}/templates/:code`,
    `GET ${guild}/vanity-url`,
    `GET ${guild}/webhooks`,
    `GET PATCH ${guild}/welcome-screen`,
    `GET PATCH ${guild}/widget`,
  ],
  // All channels are text channels: no threads, voice, announcements or group messages.
  WrongChannelType: [
    `POST ${channel}/followers`,
    `POST ${channel}/messages/:message/crosspost`,
    `PUT DELETE ${channel}/recipients/:user`,
    `POST ${channel}/send-soundboard-sound`,
    `GET ${channel}/thread-members`,
    `PUT DELETE ${channel}/thread-members/@me`,
    `GET PUT DELETE ${channel}/thread-members/:user`,
    `PUT ${channel}/voice-status`,
  ],
  UnknownEmoji: [`GET ${guild}/emojis/:emoji`, `GET PATCH DELETE ${app}/emojis/:emoji`],
  UnknownEvent: [
    `GET ${event}`,
    `GET ${event}/users`,
    `GET ${event}/users/counts`,
    `GET ${event}/:exception/users`,
  ],
  UnknownInvite: ['GET DELETE /invites/:code'],
  UnknownSound: [`GET ${guild}/soundboard-sounds/:sound`],
  UnknownStageInstance: ['GET PATCH DELETE /stage-instances/:channel'],
  UnknownSticker: ['GET /stickers/:sticker', `GET ${guild}/stickers/:sticker`],
  UnknownTemplate: ['GET /guilds/templates/:code'],
  UnknownVoiceState: [
    `GET PATCH ${guild}/voice-states/@me`,
    `GET PATCH ${guild}/voice-states/:user`,
  ],
  UnknownWebhook: [
    'GET PATCH DELETE /webhooks/:webhook',
    'GET PATCH DELETE /webhooks/:webhook/:token',
    'POST /webhooks/:webhook/:token/github',
    'POST /webhooks/:webhook/:token/slack',
  ],
  NotForBots: [
    'GET /oauth2/@me',
    'GET /oauth2/userinfo',
    'GET /users/@me/applications/:application/entitlements',
    'GET PUT DELETE /users/@me/applications/:application/role-connection',
    'GET /users/@me/connections',
    'GET /users/@me/guilds/:guild/member',
  ],
  NotServed: [
    'PATCH /applications/@me',
    `PATCH ${app}`,
    `GET ${app}/activity-instances/:instance`,
    `POST ${app}/attachment`,
    `POST ${app}/emojis`,
    `POST ${app}/entitlements`,
    `GET DELETE ${app}/entitlements/:entitlement`,
    `POST ${app}/entitlements/:entitlement/consume`,
    `PUT ${app}/role-connections/metadata`,
    `GET ${app}/skus`,
    `GET ${app}/application-identities/:provider/:external`,
    `GET PATCH ${app}/users/:user/identities/:identity/profile`,
    `POST ${channel}/invites`,
    `GET ${channel}/polls/:message/answers/:answer`,
    `POST ${channel}/polls/:message/expire`,
    `GET ${channel}/threads/search`,
    'POST /guilds',
    `GET ${guild}/member-verification`,
    `PUT ${guild}/members/:user`,
    `PATCH ${guild}/members/@me`,
    `PATCH ${guild}/members/@me/nick`,
    `GET ${guild}/messages/search`,
    `GET ${guild}/new-member-welcome`,
    `GET ${guild}/onboarding`,
    `GET ${guild}/preview`,
    `GET ${guild}/regions`,
    `GET ${guild}/roles/member-counts`,
    `GET ${guild}/widget.json`,
    `GET ${guild}/widget.png`,
    'GET PUT /invites/:code/target-users',
    'GET /invites/:code/target-users/job-status',
    'POST /invites/:code/target-users/bulk-add',
    'POST /invites/:code/target-users/bulk-delete',
    'PUT DELETE /invites/:code/target-users/:user',
    'POST PUT /lobbies',
    'GET PATCH DELETE /lobbies/:lobby',
    'PATCH /lobbies/:lobby/channel-linking',
    'DELETE /lobbies/:lobby/members/@me',
    'POST /lobbies/:lobby/members/@me/invites',
    'POST /lobbies/:lobby/members/bulk',
    'PUT DELETE /lobbies/:lobby/members/:user',
    'POST /lobbies/:lobby/members/:user/invites',
    'GET POST /lobbies/:lobby/messages',
    'PUT /lobbies/:lobby/messages/:message/moderation-metadata',
    'GET /oauth2/authorize',
    'GET /oauth2/keys',
    'POST /oauth2/token',
    'POST /oauth2/token/revoke',
    'PUT /partner-sdk/dms/:one/:other/messages/:message/moderation-metadata',
    'POST /partner-sdk/provisional-accounts/unmerge',
    'POST /partner-sdk/provisional-accounts/unmerge/bot',
    'POST /partner-sdk/token',
    'POST /partner-sdk/token/bot',
    'GET /skus/:sku/subscriptions',
    'GET /skus/:sku/subscriptions/:subscription',
    'GET /soundboard-default-sounds',
    'POST /stage-instances',
    'GET /sticker-packs',
    'GET /sticker-packs/:pack',
    'PATCH /users/@me',
    'GET /users/:user/application-identities/:application',
    'POST /users/:user/application-identities/:application/:provider/:external/delete',
    'GET /voice/regions',
  ],
};

export function unservedRoutes(app: Routes, deps: RestDeps): void {
  for (const [reason, lines] of Object.entries(table) as [Reason, readonly string[]][]) {
    for (const line of lines) {
      const methods = line.split(' ');
      const path = methods.pop() ?? '';
      for (const method of methods)
        app.refuse(method, path, (context) => refuse(context, deps, reason));
    }
  }
}

/** Refuses unknown ids in the path first, then the request itself. */
function refuse(context: Context, deps: RestDeps, reason: Reason): never {
  const { params } = context;
  if (reason === 'NotServed' || reason === 'NotForBots') throw new ApiError(reason);
  if ('guild' in params) joined(context, deps);
  const isDirect = 'channel' in params && reachable(context, deps).serverId === null;
  throw new ApiError(isDirect ? 'DirectChannel' : reason);
}
