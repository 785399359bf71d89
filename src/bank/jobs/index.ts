/** The door of the room `jobs`: what other rooms and the bank use of it. */
export { createJobs, type JobQueue, type Jobs, type RunningJobs } from './jobs.ts';
export {
  type Job,
  type JobKind,
  type JobKindName,
  type JobSubject,
  JobTakenOver,
  type NewJob,
  type OneTimeKind,
  type RecurringKind,
} from './kinds.ts';
export { countStuckJobs, findStuckJob, jobBacklog, type StuckJobRow } from './store/stuck.ts';
