/** Why a client would not let a person do this; nothing is sent to the bot. */
export class Refusal extends Error {
  readonly status: 400 | 404 | 409 | 429;

  constructor(status: 400 | 404 | 409 | 429, message: string) {
    super(message);
    this.status = status;
  }
}
