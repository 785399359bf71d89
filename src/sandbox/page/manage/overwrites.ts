/** Reads and changes command permission overwrites. */
import type {
  APIApplicationCommandPermission,
  ApplicationCommandPermissionType,
} from 'discord-api-types/v10';

/** By name, because the page loads no enums at run time. */
export const overwriteKind = {
  role: 1 as ApplicationCommandPermissionType.Role,
  user: 2 as ApplicationCommandPermissionType.User,
  channel: 3 as ApplicationCommandPermissionType.Channel,
} as const;

export type Verdict = 'default' | 'allowed' | 'denied';
export type Subject = Pick<APIApplicationCommandPermission, 'id' | 'type'>;

const isAbout =
  (subject: Subject) =>
  (one: Subject): boolean =>
    one.id === subject.id && one.type === subject.type;

export function verdictOf(
  overwrites: readonly APIApplicationCommandPermission[],
  subject: Subject,
): Verdict {
  const found = overwrites.find(isAbout(subject));
  if (!found) return 'default';
  return found.permission ? 'allowed' : 'denied';
}

export function withVerdict(
  overwrites: readonly APIApplicationCommandPermission[],
  subject: Subject,
  verdict: Verdict,
): APIApplicationCommandPermission[] {
  const about = isAbout(subject);
  const others = overwrites.filter((one) => !about(one));
  if (verdict === 'default') return others;
  return [...others, { ...subject, permission: verdict === 'allowed' }];
}
