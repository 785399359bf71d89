/** The guide for newcomers. Part of `protocol.ts`. */

/** Steps for newcomers; texts are in Discord's markup. */
export interface Guide {
  readonly steps: readonly {
    readonly key: string;
    /** The person who takes the step. */
    readonly personId: string;
    readonly title: string;
    readonly text: string;
    readonly type: GuideCommand | null;
    /** The step is done by reading direct messages. */
    readonly reads: boolean;
    readonly isDone: boolean;
  }[];
  readonly end: string;
}
/** A command's path, and the options as a person types them after it. */
export interface GuideCommand {
  readonly path: string;
  readonly words: string;
}
