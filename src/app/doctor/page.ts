/** Whether customers reach the bank's own page at PUBLIC_URL. */
import type { PageConfig } from '../../config/page.ts';
import { failure, type Finding, warning, well } from '../../lib/finding.ts';
import { words } from '../../words/index.ts';

const say = words.replies.doctor.page;
const answerWithinMs = 10_000;

/** The code of the failure, for example ECONNREFUSED or `HTTP 502`; null when the page answers. */
async function reach(publicUrl: string): Promise<string | null> {
  try {
    const url = `${publicUrl}/healthz`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(answerWithinMs) });
    if (!answer.ok) return `HTTP ${answer.status}`;
    const found: unknown = await answer.json();
    const isPage = typeof found === 'object' && found !== null && 'alive' in found;
    return isPage ? null : 'JSON';
  } catch (error) {
    const { cause, name } = error as Error;
    const hasCode = cause instanceof Error && 'code' in cause;
    return hasCode ? String(cause.code) : name;
  }
}

export async function checkPage({ secrets, publicUrl }: PageConfig): Promise<Finding> {
  if (publicUrl === null) {
    return secrets === 'forms' ? warning('page', say.none) : well('page', say.local);
  }
  if (secrets === 'forms') return warning('page', say.unused);
  const code = await reach(publicUrl);
  return code === null
    ? well('page', say.well(publicUrl))
    : failure('page', say.unreachable(publicUrl, code));
}
