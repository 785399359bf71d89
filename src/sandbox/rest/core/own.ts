import type { Context } from '../../http/context.ts';
import { segment, type RestDeps } from './deps.ts';
import { ApiError } from '../../http/errors.ts';

/** Refuses the paths of other applications. */
export function ofOwnApplication(context: Context, { application }: RestDeps): void {
  if (segment(context, 'application') !== application.id) throw new ApiError('MissingAccess');
}
