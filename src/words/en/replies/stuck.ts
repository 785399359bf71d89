/** Confirmations and jobs that could not be finished, as managers see them. */
import { type Markup, md } from '../../text/markup.ts';

const ends = {
  TAKEN: {
    title: 'Trying again',
    sentence: 'The bank is trying again. The customer gets a message when the outcome is known.',
  },
  DONE: {
    title: 'Closed as completed',
    sentence: 'It had already been completed, and is now closed. The customer gets a message.',
  },
  CANCELLED: {
    title: 'Given up',
    sentence: 'It was not carried out and will not be. The customer gets a message.',
  },
  DUE: {
    title: 'Trying again',
    sentence: 'The bank is running the job again. If it fails again, a new card appears here.',
  },
  GIVEN_UP: {
    title: 'Given up',
    sentence: 'The bank will not run this job again.',
  },
};

export const stuck = {
  title: 'A confirmation is stuck',
  sentence:
    'The bank tried several times and could not finish this. Its records show that it has not ' +
    'been carried out. Check the log for the reason before you try again.',
  command: 'Command',
  confirmedBy: 'Confirmed by',
  confirmedAt: 'Confirmed',
  job: {
    title: 'A job is stuck',
    sentence:
      'The bank runs this work by itself. It failed several times and has stopped trying. Check ' +
      'the log for the reason before you try again.',
    kind: 'Job',
    dueAt: 'Due',
    attempts: 'Attempts',
    error: 'Last error',
  },
  list: 'Stuck',
  none: 'Nothing is stuck.',
  ended: (end: keyof typeof ends): string => ends[end].title,
  effect: (end: keyof typeof ends, reference: Markup): Markup =>
    md`${ends[end].sentence} Reference ${reference}.`,
};
