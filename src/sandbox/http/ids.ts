/** Checks whether a path segment can be an id, as Discord does before looking it up. */
import type { Issue } from './issue.ts';
import { ApiError } from './errors.ts';

/** Discord's names for the ids in paths. */
const idNames: Readonly<Record<string, string>> = {
  application: 'application_id',
  channel: 'channel_id',
  command: 'command_id',
  guild: 'guild_id',
  interaction: 'interaction_id',
  message: 'message_id',
  overwrite: 'overwrite_id',
  role: 'role_id',
  user: 'user_id',
  webhook: 'webhook_id',
};
const largest = 2n ** 63n - 1n;

/** Null for a valid id: digits that fit into 63 bits. */
export function idIssue(text: string, path: Issue['path']): Issue | null {
  if (!/^\d{1,20}$/.test(text)) {
    return { path, code: 'NUMBER_TYPE_COERCE', message: `Value "${text}" is not snowflake.` };
  }
  if (BigInt(text) <= largest) return null;
  const message = `snowflake value should be less than or equal to ${largest}.`;
  return { path, code: 'NUMBER_TYPE_MAX', message };
}

export function checkIds(params: Readonly<Record<string, string>>): void {
  const issues = Object.entries(params).flatMap(([name, text]) => {
    const idName = idNames[name];
    return idName === undefined ? [] : (idIssue(text, [idName]) ?? []);
  });
  if (issues.length > 0) throw new ApiError('InvalidFormBody', issues);
}
