/** What other rooms and the bank use of the room `throttle`. */
export { missPoints } from './limits.ts';
export { createThrottle, type Throttle, type ThrottleService } from './throttle.ts';
