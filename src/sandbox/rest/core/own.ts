import type { Context } from '../../http/context.ts';
import { segment, type RestDeps } from './deps.ts';
import { ApiError } from '../../http/errors.ts';

/** A bot reaches its own application and no other. */
export function ofOwnApplication(context: Context, { application }: RestDeps): void {
  if (segment(context, 'application') !== application.id) throw new ApiError('MissingAccess');
}
