import { ConfigError } from '../config/config.ts';
import { errorFacts } from '../log/error-facts.ts';
import { terminal } from '../words/index.ts';
import { SecretsError } from './secrets.ts';
import { sentenceOf } from './sentences.ts';
import { StartError } from './start-error.ts';

/** Explains an error in lines for the terminal. */
export function explain(error: unknown): readonly string[] {
  if (error instanceof ConfigError) return error.lines;
  if (error instanceof StartError || error instanceof SecretsError) {
    return error.message.split('\n');
  }
  const sentence = sentenceOf(error);
  if (sentence !== null) return sentence.split('\n');
  const { class: kind, code, stack } = errorFacts(error);
  return [terminal.start.unexpected(kind, code), ...stack.slice(0, 3)];
}
