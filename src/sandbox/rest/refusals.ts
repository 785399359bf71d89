/** Error answers, each recorded as a finding. */
import type { Answer, Context } from '../http/context.ts';
import type { RestDeps } from './core/deps.ts';
import type { ApiError } from '../http/errors.ts';

export function refusal(context: Context, deps: RestDeps, error: ApiError): Answer {
  const body = error.body();
  if (error.isFinding) {
    const rule = error.code === 0 ? body.message : `${error.code} ${body.message}`;
    const lines = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    deps.findings.add({ ...placeOf(context), rule, detail: lines.join('\n') });
  }
  return context.json(body, error.status);
}

export function defect(context: Context, deps: RestDeps, error: Error): Answer {
  const detail = error.stack ?? error.message;
  deps.findings.add({ ...placeOf(context), rule: 'defect of the sandbox', detail });
  return context.json({ message: '500: Internal Server Error', code: 0 }, 500);
}

/** The interaction or request under which the inspector shows a finding. */
function placeOf({ shown, record: { id, interactionId } }: Context) {
  return {
    route: shown,
    requestId: id,
    ...(interactionId !== null && { interactionId }),
  };
}
