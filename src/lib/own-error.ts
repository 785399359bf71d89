/** An error of ours whose message contains no values, so that it may be logged. */
export abstract class OwnError extends Error {}
