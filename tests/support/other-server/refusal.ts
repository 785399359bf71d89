/** Refusals of the server, in the shape of Discord's errors. */

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: object | undefined;

  constructor(status: number, code: number, message: string, errors?: object) {
    super(message);
    [this.status, this.code, this.errors] = [status, code, errors];
  }

  body(): object {
    const { code, message, errors } = this;
    return { message, code, ...(errors && { errors }) };
  }
}

export const unauthorized = () => new Refusal(401, 0, '401: Unauthorized');
export const notFound = () => new Refusal(404, 0, '404: Not Found');
export const unknown = (what: string, code: number) => new Refusal(404, code, `Unknown ${what}`);
export const missingAccess = () => new Refusal(403, 50_001, 'Missing Access');

/** The faults of one body; all are reported at once. */
export class Faults {
  readonly #found: { readonly path: string; readonly code: string; readonly message: string }[] =
    [];

  /** `path` has dots between its keys. */
  add(path: string, code: string, message: string): void {
    this.#found.push({ path, code, message });
  }

  /** A fault unless `isRight`. */
  expect(isRight: boolean, path: string, message: string): void {
    if (!isRight) this.add(path, 'INVALID', message);
  }

  text(path: string, value: unknown, least: number, most: number): value is string {
    if (typeof value !== 'string') {
      this.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
      return false;
    }
    // Discord counts UTF-16 units no more strictly than code points.
    const { length } = [...value];
    const isRight = length >= least && length <= most;
    const message = `Must be between ${least} and ${most} in length.`;
    if (!isRight) this.add(path, 'BASE_TYPE_BAD_LENGTH', message);
    return isRight;
  }

  optionalText(path: string, value: unknown, least: number, most: number): void {
    if (value !== undefined && value !== null) this.text(path, value, least, most);
  }

  /** Integers only; nothing if there is no value. */
  number(path: string, value: unknown, least: number, most: number): void {
    if (value === undefined || value === null) return;
    const isRight = Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
    if (!isRight) this.add(path, 'NUMBER_TYPE', `Must be between ${least} and ${most}.`);
  }

  /** Throws 50035 with every fault at its place. */
  throwAny(): void {
    if (this.#found.length === 0) return;
    const errors: Record<string, unknown> = {};
    for (const { path, code, message } of this.#found) {
      let place = errors;
      for (const key of path.split('.')) {
        place = (place[key] ??= {}) as Record<string, unknown>;
      }
      const own = (place['_errors'] ??= []) as object[];
      own.push({ code, message });
    }
    throw new Refusal(400, 50_035, 'Invalid Form Body', errors);
  }
}
