import type { Findings } from '../../interactions/findings.ts';
import type { Faults } from '../../faults/faults.ts';
import type { Files } from '../../world/files.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import type { Traffic } from '../../inspector/traffic.ts';
import type { Interactions } from '../../interactions/interactions.ts';
import type { Rules } from '../../rules/rules.ts';
import type { World } from '../../world/world.ts';
import type { Answers } from '../compose/answers.ts';
import type { Composer } from '../compose/message.ts';
import type { Context } from '../../http/context.ts';

/** The dependencies of the routes. */
export interface RestDeps {
  readonly world: World;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  readonly answers: Answers;
  readonly composer: Composer;
  readonly files: Files;
  readonly findings: Findings;
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly rules: Rules;
  readonly application: {
    readonly id: string;
    readonly name: string;
    readonly description: string;
  };
  readonly checksItself: boolean;
  /** `ws://127.0.0.1:PORT/gateway` */
  readonly gatewayUrl: () => string;
  /** The number of shards recommended to bots. */
  readonly shards: number;
}

/** Decodes a path segment, which discord.js encodes: `%40original`. */
export const segment = (context: Context, name: string): string => context.params[name] ?? '';
