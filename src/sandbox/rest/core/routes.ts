/** Routes by method and path. `/users/@me` is preferred to `/users/:user`. */
import { decoded } from '../../inspector/decoded.ts';
import type { Answer, Context } from '../../http/context.ts';

type Handler = (context: Context) => Answer | Promise<Answer>;

export interface Route {
  /** `GET /users/:user` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly steps: readonly string[];
  readonly isServed: boolean;
  readonly handler: Handler;
}

export interface Found {
  /** Null if no route matches. */
  readonly route: Route | null;
  /** Decoded. */
  readonly params: Readonly<Record<string, string>>;
}

const parametersOf = ({ steps }: Route): number =>
  steps.filter((step) => step.startsWith(':')).length;

export class Routes {
  /** By method and number of segments; routes with the fewest parameters first. */
  readonly #byShape = new Map<string, Route[]>();

  get all(): readonly Route[] {
    return [...this.#byShape.values()].flat();
  }

  get = this.#adderOf('GET');
  post = this.#adderOf('POST');
  put = this.#adderOf('PUT');
  patch = this.#adderOf('PATCH');
  delete = this.#adderOf('DELETE');

  find(method: string, path: string): Found {
    const steps = path.split('/').map(decoded);
    for (const route of this.#byShape.get(`${method} ${steps.length}`) ?? []) {
      const params = paramsOf(route.steps, steps);
      if (params) return { route, params };
    }
    return { route: null, params: {} };
  }

  /** A route that always refuses. */
  refuse(method: string, path: string, handler: Handler): void {
    this.#add({ method, path, isServed: false, handler });
  }

  #adderOf(method: string): (path: string, handler: Handler) => void {
    return (path, handler) => this.#add({ method, path, isServed: true, handler });
  }

  #add(route: Pick<Route, 'method' | 'path' | 'isServed' | 'handler'>): void {
    const { method, path } = route;
    const steps = path.split('/');
    const shape = `${method} ${steps.length}`;
    const alike = [
      ...(this.#byShape.get(shape) ?? []),
      { ...route, name: `${method} ${path}`, steps },
    ];
    alike.sort((one, other) => parametersOf(one) - parametersOf(other));
    this.#byShape.set(shape, alike);
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
