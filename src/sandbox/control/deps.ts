import type { Clock } from '../../lib/clock.ts';
import type { Actor } from '../acts/actor.ts';
import type { Faults } from '../faults/faults.ts';
import type { Files } from '../world/files.ts';
import type { Findings } from '../interactions/findings.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Inspector } from '../inspector/inspector.ts';
import type { Live } from '../web/live.ts';
import type { Modals } from '../interactions/modals.ts';
import type { Guides } from '../world/guide.ts';
import type { Views } from '../world/views.ts';
import type { World } from '../world/world.ts';

/** What the control routes work with. */
export interface ControlDeps {
  readonly world: World;
  readonly files: Files;
  readonly gateway: Gateway;
  readonly actor: Actor;
  readonly views: Views;
  readonly guides: Guides;
  readonly live: Live;
  readonly modals: Modals;
  readonly findings: Findings;
  readonly faults: Faults;
  readonly inspector: Inspector;
  readonly application: { readonly id: string; readonly name: string };
  readonly clock: Clock;
}
