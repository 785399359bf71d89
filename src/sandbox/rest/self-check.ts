/** Judges the sandbox's own answers: none of its tests passes with one that Discord never gives. */
import { answerIssues } from '../rules/answers.ts';
import { Schemas } from '../rules/schemas.ts';
import type { Answer } from '../http/context.ts';

/** `route` is null when none fits. Throws for an answer that does not fit, which is a defect. */
export type SelfCheck = (route: string | null, answer: Answer) => Promise<void>;

export function selfCheck(): SelfCheck {
  const schemas = new Schemas();
  return async (route, { status, json, text }) => {
    // A broken proxy's answer is none of Discord's.
    if (text !== undefined) return;
    await schemas.load();
    // As it is on the wire, where nothing is undefined.
    const body: unknown = json === undefined ? null : JSON.parse(JSON.stringify(json));
    const issues = answerIssues(schemas, { route, status, body });
    if (issues.length === 0) return;
    const told = issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n');
    throw new Error(`Defect: ${route} answered ${status} with ${JSON.stringify(body)}\n${told}`);
  };
}
