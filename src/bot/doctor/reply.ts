/** The findings of the doctor, the worst first. */
import { countsOf, type Finding, type Level, worstOf } from '../../lib/finding.ts';
import { words } from '../../words/index.ts';
import { joined, md } from '../../words/text/markup.ts';
import { clipped } from '../cards/lengths.ts';
import { type Reply, refuse, show, small, text } from '../cards/reply.ts';

const { doctor: say } = words.replies;

/** So that all of them fit into one card, whatever a server answered. */
const charactersMax = 240;

const shortened = (sentence: string): string => clipped(sentence, charactersMax);

const wellLine = ({ says }: Finding) => md`${shortened(says)}`;
const troubleLine = ({ level, says, advice }: Finding) =>
  md`- **${say.levels[level]}** · ${shortened(says)} ${shortened(advice ?? '')}`;

export function doctorReply(findings: readonly Finding[]): Reply {
  const of = (level: Level) => findings.filter((one) => one.level === level);
  const [ok, troubles] = [of('ok'), [...of('error'), ...of('warning')]];
  const card = worstOf(findings) === 'error' ? refuse : show;
  return card(
    say.title,
    text(say.summary(countsOf(findings))),
    ...(troubles.length === 0 ? [] : [text(joined(troubles.map(troubleLine)))]),
    ...(ok.length === 0 ? [] : [small(joined(ok.map(wellLine)))]),
  );
}
