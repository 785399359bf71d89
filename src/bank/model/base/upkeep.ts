/** What the bank does by itself to keep its data safe. */

export const upkeepTasks = ['BACKUP', 'COPY', 'RESTORE'] as const;
/** A backup, its copy in a second folder, and the trial of restoring it. */
export type UpkeepTask = (typeof upkeepTasks)[number];

/** An upkeep task that does not succeed, as staff read it. */
export interface UpkeepFailure {
  readonly task: UpkeepTask;
  readonly at: Date;
}
