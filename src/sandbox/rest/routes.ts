/** Routes by method and path, as `/users/:user`; of those that fit, the first counts. */
import { decoded } from '../decoded.ts';
import type { Answer, Context } from './context.ts';

type Handler = (context: Context) => Answer | Promise<Answer>;

export interface Route {
  /** `GET /users/:user` */
  readonly name: string;
  readonly method: string;
  readonly steps: readonly string[];
  readonly handler: Handler;
}

export interface Found {
  /** Null when none fits. */
  readonly route: Route | null;
  /** Decoded. */
  readonly params: Readonly<Record<string, string>>;
}

export class Routes {
  readonly #routes: Route[] = [];

  get names(): string[] {
    return this.#routes.map(({ name }) => name);
  }

  get = this.#adderOf('GET');
  post = this.#adderOf('POST');
  put = this.#adderOf('PUT');
  patch = this.#adderOf('PATCH');
  delete = this.#adderOf('DELETE');

  find(method: string, path: string): Found {
    const steps = path.split('/').map(decoded);
    for (const route of this.#routes) {
      if (route.method !== method || route.steps.length !== steps.length) continue;
      const params = paramsOf(route.steps, steps);
      if (params) return { route, params };
    }
    return { route: null, params: {} };
  }

  #adderOf(method: string): (path: string, handler: Handler) => void {
    return (path, handler) => {
      this.#routes.push({ name: `${method} ${path}`, method, steps: path.split('/'), handler });
    };
  }
}

function paramsOf(
  wanted: readonly string[],
  given: readonly string[],
): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [index, step] of wanted.entries()) {
    const part = given[index] ?? '';
    if (step.startsWith(':') && part !== '') params[step.slice(1)] = part;
    else if (step !== part) return null;
  }
  return params;
}
