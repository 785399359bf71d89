/** Discord's refusals: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
import type { Issue } from './issue.ts';
import { nestIssues } from './issue.ts';

const table = {
  Unauthorized: [401, 0, '401: Unauthorized'],
  NotFound: [404, 0, '404: Not Found'],
  MethodNotAllowed: [405, 0, '405: Method Not Allowed'],
  NotServed: [405, 0, '405: The sandbox does not serve this route'],
  UnknownChannel: [404, 10_003, 'Unknown Channel'],
  UnknownGuild: [404, 10_004, 'Unknown Guild'],
  UnknownInvite: [404, 10_006, 'Unknown Invite'],
  UnknownMember: [404, 10_007, 'Unknown Member'],
  UnknownMessage: [404, 10_008, 'Unknown Message'],
  UnknownRole: [404, 10_011, 'Unknown Role'],
  UnknownUser: [404, 10_013, 'Unknown User'],
  UnknownEmoji: [404, 10_014, 'Unknown Emoji'],
  /** In reactions, with another code than elsewhere. */
  InvalidEmoji: [400, 10_014, 'Unknown Emoji'],
  UnknownWebhook: [404, 10_015, 'Unknown Webhook'],
  UnknownTemplate: [404, 10_057, 'Unknown guild template'],
  UnknownSticker: [404, 10_060, 'Unknown sticker'],
  UnknownInteraction: [404, 10_062, 'Unknown interaction'],
  UnknownCommand: [404, 10_063, 'Unknown application command'],
  UnknownVoiceState: [404, 10_065, 'Unknown Voice State'],
  UnknownCommandPermissions: [404, 10_066, 'Unknown application command permissions'],
  UnknownStageInstance: [404, 10_067, 'Unknown Stage Instance'],
  UnknownEvent: [404, 10_070, 'Unknown Guild Scheduled Event'],
  UnknownSound: [404, 10_097, 'Unknown sound'],
  NotForBots: [403, 20_001, 'Bots cannot use this endpoint'],
  PinsMax: [400, 30_003, 'Maximum number of pins reached for the channel (250)'],
  ReactionsMax: [400, 30_010, 'Maximum number of reactions reached (20)'],
  CommandsMax: [400, 30_032, 'Maximum number of application commands reached (100)'],
  ContextCommandsMax: [400, 30_032, 'Maximum number of application commands reached (15)'],
  CommandCreatesMax: [
    400,
    30_034,
    'Max number of daily application command creates has been reached (200)',
  ],
  RequestTooLarge: [413, 40_005, 'Request entity too large'],
  AlreadyAcknowledged: [400, 40_060, 'Interaction has already been acknowledged.'],
  FollowUpsMax: [400, 40_094, 'This interaction has hit the maximum number of follow up messages'],
  MissingAccess: [403, 50_001, 'Missing Access'],
  DirectChannel: [400, 50_003, 'Cannot execute action on a DM channel'],
  ForeignMessage: [403, 50_005, 'Cannot edit a message authored by another user'],
  EmptyMessage: [400, 50_006, 'Cannot send an empty message'],
  CannotMessageUser: [403, 50_007, 'Cannot send messages to this user'],
  MissingPermissions: [403, 50_013, 'Missing Permissions'],
  TooFewOrManyMessages: [
    400,
    50_016,
    'Provided too few or too many messages to delete. Must provide at least 2 and at most 100',
  ],
  WrongChannelType: [400, 50_024, 'Cannot execute action on this channel type'],
  InvalidWebhookToken: [401, 50_027, 'Invalid Webhook Token'],
  InvalidRecipient: [400, 50_033, 'Invalid Recipient(s)'],
  MessageTooOld: [400, 50_034, 'A message provided was too old to bulk delete'],
  InvalidFormBody: [400, 50_035, 'Invalid Form Body'],
  FileTooLarge: [400, 50_045, 'File uploaded exceeds the maximum size'],
  InvalidJson: [400, 50_109, 'The request body contains invalid JSON.'],
} as const satisfies Record<string, readonly [status: number, code: number, message: string]>;
/** Every error code of the table. */
export const apiErrorCodes: readonly number[] = Object.values(table).map(([, code]) => code);
export type ApiErrorName = keyof typeof table;

/** `UnknownMember`: whether a person is a member can only be asked. */
const faultless: ReadonlySet<ApiErrorName> = new Set([
  'CannotMessageUser',
  'UnknownCommandPermissions',
  'UnknownMember',
]);

export class ApiError extends Error {
  readonly reason: ApiErrorName;
  readonly status: number;
  readonly code: number;
  readonly issues: readonly Issue[];

  constructor(reason: ApiErrorName, issues: readonly Issue[] = []) {
    const [status, code, message] = table[reason];
    super(message);
    this.reason = reason;
    this.status = status;
    this.code = code;
    this.issues = issues;
  }

  body() {
    const errors = this.issues.length > 0 && { errors: nestIssues(this.issues) };
    return { message: this.message, code: this.code, ...errors };
  }

  /** Refusals that a correct bot can also get are not findings. */
  get isFinding(): boolean {
    return !faultless.has(this.reason);
  }
}
