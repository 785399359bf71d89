/** Checks the sandbox's own answers, so that no test passes with one Discord would never give. */
import { answerIssues } from '../rules/answers.ts';
import { Schemas } from '../rules/schemas.ts';
import type { Answer } from '../http/context.ts';

/** `route` is null if none matches. Throws if the answer does not match its schema. */
export type SelfCheck = (route: string | null, answer: Answer) => Promise<void>;

export function selfCheck(): SelfCheck {
  const schemas = new Schemas();
  return async (route, { status, json, text }) => {
    // A proxy error does not come from Discord.
    if (text !== undefined) return;
    await schemas.load();
    // As sent: JSON drops undefined values.
    const body: unknown = json === undefined ? null : JSON.parse(JSON.stringify(json));
    const issues = answerIssues(schemas, { route, status, body });
    if (issues.length === 0) return;
    const details = issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n');
    throw new Error(`Defect: ${route} answered ${status} with ${JSON.stringify(body)}\n${details}`);
  };
}
